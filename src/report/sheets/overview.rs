//! What the first sheets of all reports share: letterhead, key figures, list of sheets.

use super::Name;
use crate::lang::t;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::document;
use crate::report::numbers::{count, share, tally};
use crate::report::plan::{Area, Value};
use crate::report::style::{Colour, Horizontal, Style};
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{Grade, Severity, SubmissionStatus, Tier};

/// Grid of a first sheet: eight columns on an upright page.
pub(in crate::report) const GRID: [f64; 8] = [11.5, 11.5, 11.5, 12.5, 11.5, 11.5, 11.5, 11.5];

/// One key figure.
pub(in crate::report) struct KeyFigure {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: Value,
    /// What it is made of.
    pub note: String,
}

impl KeyFigure {
    /// A figure with a note.
    pub(in crate::report) fn new(label: &str, value: impl Into<Value>, note: impl Into<String>) -> Self {
        Self { label: label.to_owned(), value: value.into(), note: note.into() }
    }
}

/// A first sheet with its letterhead.
pub(in crate::report) fn canvas(view: &View<'_>) -> Canvas {
    let mut canvas = Canvas::new(view, &Name::Overview.tab(view.lang()), GRID.to_vec()).portrait();
    canvas.sheet.tab = Some(Colour::Accent);
    canvas.sheet.page.letterhead = None;
    document::head(&mut canvas, view);
    canvas
}

/// Sentences, one to a paragraph.
pub(in crate::report) fn sentences(canvas: &mut Canvas, texts: &[String]) {
    for text in texts {
        canvas.paragraph(&format!("– {text}"), Style::PLAIN.size(12));
    }
}

/// The table of key figures.
pub(in crate::report) fn key_figures(canvas: &mut Canvas, view: &View<'_>, figures: Vec<KeyFigure>) {
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "figure"), Look::Text).over(3),
        Column::new(t!(view.lang(), "value"), Look::Figure),
        Column::new(t!(view.lang(), "consists-of"), Look::Text).over(4),
    ]);
    canvas.head(&table);
    for figure in figures {
        canvas.row(&table, vec![figure.label.into(), figure.value, figure.note.into()], Tone::Plain);
    }
}

/// How many of a whole, as a note: `12/13`.
pub(in crate::report) fn of(view: &View<'_>, part: i64, whole: i64, unit: &str) -> String {
    format!("{}/{} {unit}", count(view.lang(), part), count(view.lang(), whole))
}

/// Months per grade, with their shares.
pub(in crate::report) fn grades(canvas: &mut Canvas, view: &View<'_>, counts: [i64; 4]) {
    let lang = view.lang();
    let grades = [Grade::Good, Grade::Fair, Grade::Average, Grade::Poor];
    let mut columns = vec![Column::new(t!(view.lang(), "grade-by-score"), Look::Text).over(4)];
    columns.extend(grades.map(|grade| Column::new(wording::grade(grade, lang), Look::ByValue)));
    let table = Table::new(columns);
    canvas.head(&table);
    let mut numbers: Vec<Value> = vec![t!(view.lang(), "scored-cell-months").into()];
    numbers.extend(counts.map(Value::from));
    canvas.row(&table, numbers, Tone::Plain);
    let whole = counts.iter().sum();
    let mut shares: Vec<Value> = vec![t!(view.lang(), "share").into()];
    shares.extend(counts.map(|part| Value::share(share(part, whole))));
    canvas.row(&table, shares, Tone::Plain);
}

/// Cells that need support, by committee, in two halves side by side; committees without one are left out.
pub(in crate::report) fn support_by_unit(canvas: &mut Canvas, view: &View<'_>) {
    let counted = view.cells_by_unit().into_iter().filter_map(|(_, cells)| {
        let weak = tally(cells.iter().filter(|cell| view.is_weak(&cell.cell_id)));
        let mut name = cells.first().map(|cell| view.above(cell))?.to_owned();
        if cells.iter().all(|cell| cell.tier == Tier::BaseCell) {
            name.push_str(&t!(view.lang(), "base-cells-in-brackets"));
        }
        (weak > 0).then(|| (name, format!("{}/{}", count(view.lang(), weak), count(view.lang(), tally(cells)))))
    });
    let units: Vec<_> = counted.collect();
    if units.is_empty() {
        canvas.note(&t!(view.lang(), "no-cells"));
        return;
    }
    let halves = [(); 2].map(|()| {
        [
            Column::new(t!(view.lang(), "committee-short"), Look::Text).over(3),
            Column::new(t!(view.lang(), "number-of-cells"), Look::Centre),
        ]
    });
    let table = Table::new(halves.into_iter().flatten().collect());
    canvas.head(&table);
    let (left, right) = units.split_at(units.len().div_ceil(2));
    for (at, (name, number)) in left.iter().enumerate() {
        let mut row: Vec<Value> = vec![name.as_str().into(), number.as_str().into()];
        let other = right.get(at);
        row.extend([other.map(|(name, _)| name.as_str()).into(), other.map(|(_, number)| number.as_str()).into()]);
        canvas.row(&table, row, Tone::Plain);
    }
}

/// The last five of the ranking, the last one first.
pub(in crate::report) fn last_ranked(canvas: &mut Canvas, view: &View<'_>) {
    let ranked = view.ranked();
    if ranked.is_empty() {
        canvas.note(&t!(view.lang(), "no-cell-could-be-ranked"));
        return;
    }
    let shown = view.has_intervals();
    let place = if shown { t!(view.lang(), "rank-interval") } else { t!(view.lang(), "rank") };
    let table = Table::new(vec![
        Column::new(place, Look::Centre),
        Column::new(t!(view.lang(), "cell"), Look::Text).over(2),
        Column::new(t!(view.lang(), "committee-short"), Look::Text).over(3),
        Column::new(t!(view.lang(), "index"), Look::Fine),
        Column::new(t!(view.lang(), "attendance"), Look::Percent),
    ]);
    canvas.head(&table);
    for rank in ranked.iter().rev().take(5) {
        let Some(cell) = view.cell(&rank.cell_id) else { continue };
        let place = rank.rank.map_or_else(String::new, |place| format!("{place}/{}", ranked.len()));
        let interval = rank.rank_low.zip(rank.rank_high).map(|(low, high)| format!("\n({low}–{high})"));
        let values = vec![
            (place + &interval.unwrap_or_default()).into(),
            (cell.cell_name.clone() + if rank.weak { " ●" } else { "" }).into(),
            view.above(cell).into(),
            rank.index.into(),
            Value::share(cell.attendance_rate),
        ];
        let mark = rank.weak.then_some(Colour::RedMark);
        canvas.row_with(
            &table,
            values.into_iter().enumerate().map(|(at, it)| (it, mark.filter(|_| at == 1))),
            Tone::Plain,
        );
    }
    let mut note = t!(view.lang(), "marked-cells-need-support");
    if shown {
        note.push_str(&t!(view.lang(), "overview-rank-interval"));
    }
    canvas.note(&note);
}

/// One sentence on what was received.
pub(in crate::report) fn received(view: &View<'_>) -> String {
    let lang = view.lang();
    let submissions = &view.figures.submissions;
    let is_refused =
        |status: SubmissionStatus| matches!(status, SubmissionStatus::Rejected | SubmissionStatus::Unrecognised);
    let errors = tally(view.figures.findings.iter().filter(|row| row.severity == Severity::Error));
    let rejected: i64 = submissions.iter().map(|row| row.rows_rejected).sum();
    let rows: i64 = submissions.iter().map(|row| row.rows_read).sum();
    let refused = tally(submissions.iter().filter(|row| is_refused(row.status)));
    let nothing_wrong = refused == 0 && rejected == 0 && errors == 0;
    let [read, refused, rejected, rows, errors] =
        [tally(submissions), refused, rejected, rows, errors].map(|number| count(lang, number));
    if nothing_wrong {
        return t!(lang, "reading-without-fault", read, rows);
    }
    let quality = Name::Quality.tab(lang);
    t!(lang, "reading-in-short", read, refused, rejected, rows, errors, quality)
}

/// The sentence that no report goes without and, for the screen only, links to the other sheets.
pub(in crate::report) fn contents(canvas: &mut Canvas, view: &View<'_>, names: &[Name]) {
    let lang = view.lang();
    canvas.note(&wording::proposes_only(lang));
    document::signatures(canvas, view);
    document::recipients(canvas, view);
    canvas.end_of_print();
    canvas.skip(1);
    canvas.section(&t!(view.lang(), "sheets-of-this-report"));
    for name in names.iter().filter(|name| **name != Name::Overview) {
        let row = canvas.row;
        let link = Value::Link { text: name.tab(lang), sheet: name.tab(lang), row: 0, column: 0 };
        let style = Style::PLAIN.horizontal(Horizontal::Left);
        canvas.sheet.merge(Area::new(row, 0, row, 2), link, style.colour(Colour::Accent));
        canvas.sheet.merge(Area::new(row, 3, row, 7), name.shows(lang), style);
        canvas.row += 1;
    }
    canvas.skip(1);
    how_to_read(canvas, view);
}

fn how_to_read(canvas: &mut Canvas, view: &View<'_>) {
    let ambers = view.options.rules.flags.thresholds.ambers_for_weak;
    let period = view.figures.pipeline.period();
    canvas.section(&t!(view.lang(), "how-to-read-this-report"));
    sentences(
        canvas,
        &[
            t!(view.lang(), "how-to-read-ranks"),
            t!(view.lang(), "how-to-read-flags", ambers),
            t!(view.lang(), "how-to-read-empty-cells"),
            t!(view.lang(), "how-to-trace-numbers", period),
        ],
    );
}
