//! How a committee stands among the others: its figures beside the middle of theirs.

use crate::judge::criteria::median;
use crate::lake::schema::UnitSummary;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{count, decimal, percent, share, tally};
use crate::report::plan::Value;
use crate::report::view::View;
use crate::terms::Scope;

/// A figure of a committee.
#[derive(Clone, Copy)]
enum Figure {
    Reported,
    Timely,
    Attendance,
    Thematic,
    Visits,
    Score,
    Gap,
    Speaking,
    Support,
}

const FIGURES: [Figure; 9] = [
    Figure::Reported,
    Figure::Timely,
    Figure::Attendance,
    Figure::Thematic,
    Figure::Visits,
    Figure::Score,
    Figure::Gap,
    Figure::Speaking,
    Figure::Support,
];

impl Figure {
    fn name(self, view: &View<'_>) -> String {
        match self {
            Self::Reported => t!(view.lang(), "share-of-months-reported"),
            Self::Timely => t!(view.lang(), "share-reported-in-time"),
            Self::Attendance => t!(view.lang(), "attendance-rate"),
            Self::Thematic => t!(view.lang(), "thematic-quarter-rate"),
            Self::Visits => t!(view.lang(), "coverage-from-above"),
            Self::Score => t!(view.lang(), "mean-score"),
            Self::Gap => t!(view.lang(), "self-over-upper-score-points"),
            Self::Speaking => t!(view.lang(), "share-of-speakers"),
            Self::Support => t!(view.lang(), "share-of-cells-that-need-support"),
        }
    }

    fn of(self, view: &View<'_>, unit: &UnitSummary) -> Option<f64> {
        match self {
            Self::Reported => unit.reporting_rate,
            Self::Timely => unit.timely_rate,
            Self::Attendance => unit.attendance_rate,
            Self::Thematic => view.thematic(unit).and_then(|(met, all)| share(met, all)),
            Self::Visits => unit.supervision_coverage,
            Self::Score => unit.quality_mean,
            Self::Gap => unit.gap_mean,
            Self::Speaking => unit.speakers_ratio,
            // Of cells that reported nothing nobody knows what they need.
            Self::Support if unit.months_reported == 0 => None,
            Self::Support => share(unit.cells_weak, unit.cells),
        }
    }

    /// Whether a higher value stands first, a lower one, or neither is better.
    fn best(self) -> Best {
        match self {
            Self::Gap => Best::Neither,
            Self::Support => Best::Low,
            _ => Best::High,
        }
    }

    fn is_points(self) -> bool {
        matches!(self, Self::Score | Self::Gap)
    }

    fn value(self, number: Option<f64>) -> Value {
        match number {
            Some(number) if self.is_points() => Value::Number(number),
            number => Value::share(number),
        }
    }

    fn written(self, view: &View<'_>, number: f64) -> String {
        if self.is_points() { decimal(view.lang(), number, 1) } else { percent(view.lang(), number) }
    }
}

#[derive(PartialEq)]
enum Best {
    High,
    Low,
    Neither,
}

/// The table of the figures.
pub(super) fn table(canvas: &mut Canvas, view: &View<'_>, own: &UnitSummary) {
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "figure"), Look::Text).over(3),
        Column::new(t!(view.lang(), "own-figure"), Look::Figure),
        Column::new(t!(view.lang(), "middle-of-all"), Look::ByValue),
        Column::new(t!(view.lang(), "lowest-highest"), Look::Centre).over(2),
        Column::new(t!(view.lang(), "place-among-units"), Look::Centre),
    ]);
    canvas.head(&table);
    let units = view.pooled(Scope::Unit);
    for figure in FIGURES {
        let mut all: Vec<f64> = units.iter().filter_map(|unit| figure.of(view, unit)).collect();
        all.sort_by(f64::total_cmp);
        let (Some(low), Some(high)) = (all.first(), all.last()) else { continue };
        let range = format!("{} – {}", figure.written(view, *low), figure.written(view, *high));
        let value = figure.of(view, own);
        let values = vec![
            figure.name(view).into(),
            figure.value(value),
            figure.value(median(&all)),
            range.into(),
            value.and_then(|value| placed(view, figure, value, &all)).into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
}

/// `3/9`: as many do better, and one.
fn placed(view: &View<'_>, figure: Figure, own: f64, all: &[f64]) -> Option<String> {
    let better = |other: &&f64| match figure.best() {
        Best::High => **other > own,
        Best::Low => **other < own,
        Best::Neither => false,
    };
    let place = tally(all.iter().filter(better)) + 1;
    (figure.best() != Best::Neither && all.len() > 1)
        .then(|| format!("{}/{}", count(view.lang(), place), count(view.lang(), tally(all))))
}
