//! What the first sheets of all reports share: letterhead, key figures, list of sheets.

use super::Name;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{count, date_line, percent, share, tally};
use crate::report::plan::{Area, Value};
use crate::report::style::{Border, Colour, Horizontal, Style};
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{Grade, Severity, SubmissionStatus};

/// Grid of a first sheet: eight equal columns on an upright page.
pub(in crate::report) const GRID: [f64; 8] = [11.5; 8];

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

/// An empty first sheet.
pub(in crate::report) fn canvas(view: &View<'_>) -> Canvas {
    let mut canvas = Canvas::new(view, Name::Overview.tab(view.lang()), GRID.to_vec()).portrait();
    canvas.sheet.tab = Some(Colour::Accent);
    canvas
}

/// Superior and issuing organ at the left, the Party's name with place and date at the right.
pub(in crate::report) fn letterhead(canvas: &mut Canvas, view: &View<'_>, year: i32) {
    let text = Style::PLAIN.size(12).centred().wrapped();
    let bold = text.bold();
    let superior = view.top_unit().map_or_else(|| "……………………".to_owned(), str::to_uppercase);
    let issuer = view
        .options
        .issuer
        .map_or_else(|| view.pick("BAN TỔ CHỨC", "ORGANIZATION COMMITTEE").to_owned(), str::to_uppercase);
    let party = view.pick("ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIETNAM");
    let date = date_line(view.lang(), view.options.place, view.options.date, year);
    let row = canvas.row;
    canvas.sheet.merge(Area::new(row, 0, row, 2), superior, text);
    canvas.sheet.merge(Area::new(row, 4, row, 7), party, bold.border(Border::Below));
    canvas.sheet.merge(Area::new(row + 1, 0, row + 1, 2), issuer, bold);
    canvas.sheet.merge(Area::new(row + 2, 0, row + 2, 2), "*", text);
    canvas.sheet.merge(Area::new(row + 2, 4, row + 2, 7), date, text.italic());
    canvas.sheet.height(row, 20.0);
    canvas.sheet.height(row + 1, 18.0);
    canvas.sheet.height(row + 2, 18.0);
    canvas.row = row + 4;
}

/// Name of the document, its subject, and the dashes under it.
pub(in crate::report) fn title(canvas: &mut Canvas, name: &str, subject: &str) {
    canvas.centred(&name.to_uppercase(), Style::PLAIN.bold().size(15), 24.0);
    canvas.centred(subject, Style::PLAIN.bold().size(14), 22.0);
    canvas.centred("-----", Style::PLAIN.size(12), 16.0);
    canvas.skip(1);
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
        Column::new(view.pick("Chỉ tiêu", "Figure"), Look::Text).over(3),
        Column::new(view.pick("Giá trị", "Value"), Look::Figure),
        Column::new(view.pick("Gồm có", "Made of"), Look::Text).over(4),
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
    let mut columns = vec![Column::new(view.pick("Mức theo điểm", "Grade by score"), Look::Text).over(4)];
    columns.extend(grades.map(|grade| Column::new(wording::grade(grade, lang), Look::ByValue)));
    let table = Table::new(columns);
    canvas.head(&table);
    let mut numbers: Vec<Value> = vec![view.pick("Số tháng-chi bộ có điểm", "Scored cell-months").into()];
    numbers.extend(counts.map(Value::from));
    canvas.row(&table, numbers, Tone::Plain);
    let whole = counts.iter().sum();
    let mut shares: Vec<Value> = vec![view.pick("Tỷ lệ", "Share").into()];
    shares.extend(counts.map(|part| Value::share(share(part, whole))));
    canvas.row(&table, shares, Tone::Plain);
}

/// Cells that need support, by committee; committees without one are left out.
pub(in crate::report) fn support_by_unit(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(view.pick("Chi bộ cần quan tâm, hỗ trợ theo đơn vị", "Cells that need support, by committee"));
    let counted = view.cells_by_unit().values().filter_map(|cells| {
        let weak = tally(cells.iter().filter(|cell| view.is_weak(&cell.cell_id)));
        let name = cells.first().map(|cell| view.above(cell))?;
        (weak > 0).then(|| (name, weak, tally(cells)))
    });
    let groups: Vec<_> = counted.collect();
    let table = Table::new(vec![
        Column::new(view.pick("Đơn vị", "Committee"), Look::Text).over(5),
        Column::new(view.pick("Cần quan tâm, hỗ trợ", "Need support"), Look::Whole),
        Column::new(view.pick("Tổng số chi bộ", "All cells"), Look::Whole),
        Column::new(view.pick("Tỷ lệ", "Share"), Look::Percent),
    ]);
    if groups.is_empty() {
        canvas.note(view.pick("Không có chi bộ nào.", "None."));
        return;
    }
    canvas.head(&table);
    for (name, weak, cells) in groups {
        let rate = Value::share(share(weak, cells));
        canvas.row(&table, vec![name.into(), weak.into(), cells.into(), rate], Tone::Plain);
    }
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
    let [read, refused, rejected, rows, errors] =
        [tally(submissions), refused, rejected, rows, errors].map(|number| count(lang, number));
    let quality = Name::Quality.tab(lang);
    view.pick(
        format!(
            "Đã đọc {read} biểu; {refused} biểu không nhận được; {rejected}/{rows} dòng bị loại; có {errors} lỗi cần đơn vị sửa (trang “{quality}”)."
        ),
        format!(
            "{read} sheets were read; {refused} could not be used; {rejected}/{rows} rows were rejected; {errors} errors are for the units to mend (sheet “{quality}”)."
        ),
    )
}

/// A share in a sentence, or words for no data.
pub(in crate::report) fn percent_or_none(view: &View<'_>, share: Option<f64>) -> String {
    share.map_or_else(|| view.pick("chưa có số liệu", "no data").to_owned(), |share| percent(view.lang(), share))
}

/// Links to the other sheets, and the sentence that no report goes without.
pub(in crate::report) fn contents(canvas: &mut Canvas, view: &View<'_>, names: &[Name]) {
    let lang = view.lang();
    canvas.section(view.pick("Các trang của báo cáo", "Sheets of this report"));
    for name in names.iter().filter(|name| **name != Name::Overview) {
        let row = canvas.row;
        let link = Value::Link { text: name.tab(lang).to_owned(), sheet: name.tab(lang).to_owned(), row: 0, column: 0 };
        let style = Style::PLAIN.horizontal(Horizontal::Left);
        canvas.sheet.merge(Area::new(row, 0, row, 2), link, style.colour(Colour::Accent));
        canvas.sheet.merge(Area::new(row, 3, row, 7), name.shows(lang), style);
        canvas.row += 1;
    }
    canvas.skip(1);
    canvas.note(wording::proposes_only(lang));
}
