//! From figures to the workbooks leaders read: planned as plain data, then written.

pub mod canvas;
pub mod data_book;
mod document;
#[cfg(test)]
mod example;
pub mod feedback;
pub mod html;
pub(crate) mod measure;
pub mod monthly;
pub mod numbers;
mod past;
pub mod plan;
mod sheets;
pub mod style;
pub mod view;
pub mod wording;
pub mod xlsx;
pub mod year_end;

#[cfg(test)]
mod tests;

use crate::figures::Pipeline;

pub use view::{Options, View};

/// The workbook of a run, as its pipeline asks.
#[must_use]
pub fn workbook(view: &View<'_>) -> plan::Workbook {
    match view.figures.pipeline {
        Pipeline::Monthly(period) => monthly::workbook(view, period),
        Pipeline::YearEnd(_) => year_end::workbook(view),
    }
}
