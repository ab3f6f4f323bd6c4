//! Charts as plain data: what is drawn of which cells. No more than the reports need of what spreadsheets can draw.

use super::Area;
use crate::report::style::{Colour, NumberFormat};

/// Shape of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Lying bars, the first on top.
    Bar,
    /// Lying bars, the series of each end to end; the first may be unseen, so that the others float.
    StackedBar,
    /// Upright columns that touch.
    Histogram,
    /// A line per series from category to category.
    Line,
    /// A point per pair of numbers.
    Scatter,
}

/// Cells that a chart reads, of any sheet of its workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The sheet.
    pub sheet: String,
    /// Where: one row or one column.
    pub area: Area,
}

/// What tells a filled shape from its neighbours without its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// Nothing.
    Plain,
    /// Slanting dark lines.
    Stripes,
    /// White dots.
    Dots,
}

/// Shape of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// ●
    Circle,
    /// ■
    Square,
    /// ▲
    Triangle,
    /// ◆
    Diamond,
}

/// How a line is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// It is not.
    Solid,
    /// Dashes.
    Dashed,
    /// Dots.
    Dotted,
}

/// How a series is drawn. Two series of a chart differ in more than colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// It takes its room and is not seen.
    Unseen,
    /// Bars or columns.
    Filled(Colour, Pattern),
    /// A line, perhaps with a point at each value.
    Line(Colour, Dash, Option<Marker>),
    /// Points alone.
    Points(Colour, Marker),
}

/// What is written at the values of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Labels {
    /// Nothing.
    None,
    /// The values.
    Values(NumberFormat),
    /// A text for each.
    Texts(Vec<String>),
}

/// One series of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Name.
    pub name: String,
    /// Its categories, or the numbers across of a scatter.
    pub along: Source,
    /// Its values.
    pub values: Source,
    /// How it is drawn.
    pub paint: Paint,
    /// What is written at its values.
    pub labels: Labels,
}

/// An axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Title; empty = none.
    pub title: String,
    /// Lowest value; `None` = as the values ask.
    pub low: Option<f64>,
    /// Highest value; `None` = as the values ask.
    pub high: Option<f64>,
    /// How its numbers are shown.
    pub format: NumberFormat,
}

/// A native chart over cells of its workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Shape.
    pub kind: ChartKind,
    /// Title.
    pub title: String,
    /// What it shows, for those who cannot see it: at most 255 characters are kept.
    pub alt_text: String,
    /// Axis of categories, or across.
    pub along: Axis,
    /// Axis of values.
    pub values: Axis,
    /// What is drawn.
    pub series: Vec<Series>,
    /// Whether the names of the series are told below.
    pub legend: bool,
    /// Row of its upper left corner.
    pub row: u32,
    /// Column of its upper left corner.
    pub column: u32,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Axis {
    /// An axis that finds its own bounds.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), low: None, high: None, format: NumberFormat::General }
    }

    /// From one value to another.
    #[must_use]
    pub fn between(self, low: f64, high: f64) -> Self {
        Self { low: Some(low), high: Some(high), ..self }
    }

    /// From a value on.
    #[must_use]
    pub fn from(self, low: f64) -> Self {
        Self { low: Some(low), ..self }
    }

    /// With a number format.
    #[must_use]
    pub fn format(self, format: NumberFormat) -> Self {
        Self { format, ..self }
    }
}

impl Chart {
    /// The cells it reads.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.series.iter().flat_map(|series| [&series.along, &series.values])
    }
}
