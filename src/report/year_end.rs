//! The year-end workbook: ranking, cells that need support, distributions, supervision, data quality, method.

use super::Options;
use super::document;
use super::numbers::window;
use super::plan::Workbook;
use super::sheets::distribution::{self, Bins, Distribution};
use super::sheets::{
    Name, agreement, duties, method, models, pooled, provenance, quality, ranking, review, senders, submissions,
    suggestion, supervision, support, year_changes, year_overview,
};
use super::view::View;
use crate::figures::Figures;
use crate::lang::t;

const NAMES: [Name; 18] = [
    Name::Overview,
    Name::Ranking,
    Name::YearChanges,
    Name::ByType,
    Name::ByUnit,
    Name::Support,
    Name::Models,
    Name::Distribution,
    Name::Agreement,
    Name::Supervision,
    Name::Duties,
    Name::Suggestion,
    Name::Review,
    Name::Senders,
    Name::Quality,
    Name::Submissions,
    Name::Method,
    Name::Provenance,
];

/// The workbook of a year, or of a year so far.
#[must_use]
pub fn workbook(figures: &Figures, options: &Options<'_>) -> Workbook {
    let view = View::new(figures, options);
    let span = window(options.lang, figures.window);
    let whole = view.whole();
    let distribution = Distribution {
        span: &span,
        bins: Bins::of_rows(&figures.distribution),
        grades: whole
            .map_or([0; 4], |whole| [whole.grade_good, whole.grade_fair, whole.grade_average, whole.grade_poor]),
    };
    let (method, weights) = method::sheet(&view);
    let mut sheets = vec![
        year_overview::sheet(&view, &NAMES),
        ranking::sheet(&view, &weights),
        year_changes::sheet(&view),
        pooled::by_type(&view),
        pooled::by_unit(&view),
        support::sheet(&view),
        models::sheet(&view),
        distribution::sheet(&view, &distribution),
        agreement::sheet(&view),
        supervision::sheet(&view),
        duties::sheet(&view),
        suggestion::sheet(&view),
        review::sheet(&view),
        senders::sheet(&view),
    ];
    sheets.extend(quality::sheets(&view));
    sheets.extend([submissions::sheet(&view), method, provenance::sheet(&view)]);
    let title = t!(view.lang(), "quality-of-cell-meetings", span);
    Workbook::new(title, Some(document::letterhead(&view).issuer), sheets)
}
