//! What is wrong in the submitted sheets: counts by code, then every single error.

use std::collections::BTreeMap;

use super::Name;
use crate::finding::Code;
use crate::lake::schema::{FindingRow, SubmissionRow};
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::tally;
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::Severity;

/// Errors on one sheet; a sheet holds about a million rows, and none may be left out.
const ERRORS_PER_SHEET: usize = 500_000;

/// Examples shown per code.
const EXAMPLES: usize = 3;

const GRID: [f64; 8] = [6.0, 34.0, 18.0, 9.0, 32.0, 22.0, 26.0, 46.0];

/// The sheet, and further ones if the errors do not fit.
pub(in crate::report) fn sheets(view: &View<'_>) -> Vec<Sheet> {
    let errors: Vec<_> = view.figures.findings.iter().filter(|row| row.severity == Severity::Error).collect();
    let mut chunks = errors.chunks(ERRORS_PER_SHEET);
    let name = Name::Quality.tab(view.lang());
    let mut canvas = Canvas::new(view, name, GRID.to_vec());
    canvas.heading(view.pick("Chất lượng số liệu các biểu đã gửi", "Data quality of the submitted sheets"), "");
    canvas.note(view.pick(
        "Mọi ô có dữ liệu trong biểu đều được tính: dùng nguyên, dùng sau khi hiểu cách viết, bị loại, hoặc là ô trình bày. Lỗi: dòng bị loại, đề nghị đơn vị sửa và gửi lại. Cảnh báo: số liệu vẫn dùng, cần xem lại.",
        "Every filled cell is accounted for: used, used after repair, rejected, or layout. An error rejects the row and is for the unit to mend; a warning keeps it but somebody should look.",
    ));
    canvas.skip(1);
    totals(&mut canvas, view);
    canvas.skip(1);
    by_code(&mut canvas, view);
    canvas.skip(1);
    error_list(&mut canvas, view, chunks.next().unwrap_or_default(), 1);
    let mut sheets = vec![canvas.finish()];
    for (number, chunk) in (2_usize..).zip(chunks) {
        let mut canvas = Canvas::new(view, &format!("{name} ({number})"), GRID.to_vec());
        error_list(&mut canvas, view, chunk, (number - 1) * ERRORS_PER_SHEET + 1);
        sheets.push(canvas.finish());
    }
    sheets
}

fn totals(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(view.pick("1. Tổng hợp", "1. Totals"));
    let submissions = &view.figures.submissions;
    let sum = |of: fn(&SubmissionRow) -> i64| submissions.iter().map(of).sum::<i64>();
    let table = Table::new(vec![
        Column::new(view.pick("Nội dung", "What"), Look::Text).over(2),
        Column::new(view.pick("Số lượng", "Number"), Look::Whole),
    ]);
    canvas.head(&table);
    let mut line = |label: &str, number: i64| canvas.row(&table, vec![label.into(), number.into()], Tone::Plain);
    line(view.pick("Biểu đã đọc (tệp × trang tính)", "Sheets read"), tally(submissions));
    for status in crate::terms::SubmissionStatus::ALL {
        let number = tally(submissions.iter().filter(|row| row.status == *status));
        if number > 0 {
            line(&format!("– {}", wording::submission(*status, view.lang()).to_lowercase()), number);
        }
    }
    line(view.pick("Dòng chi bộ đã đọc", "Rows read"), sum(|row| row.rows_read));
    line(view.pick("– được nhận", "– accepted"), sum(|row| row.rows_accepted));
    line(view.pick("– bị loại", "– rejected"), sum(|row| row.rows_rejected));
    line(view.pick("Ô có dữ liệu đã đọc", "Filled cells read"), sum(|row| row.cells_read));
    line(view.pick("– dùng nguyên", "– used"), sum(|row| row.cells_used));
    line(view.pick("– dùng sau khi hiểu cách viết", "– used after repair"), sum(|row| row.cells_repaired));
    line(view.pick("– bị loại", "– rejected"), sum(|row| row.cells_rejected));
    line(view.pick("– ô trình bày", "– layout"), sum(|row| row.cells_layout));
}

fn by_code(canvas: &mut Canvas, view: &View<'_>) {
    let lang = view.lang();
    canvas.section(view.pick("2. Theo loại", "2. By kind"));
    let mut by_code: BTreeMap<(Severity, Code), Vec<&FindingRow>> = BTreeMap::new();
    for finding in &view.figures.findings {
        by_code.entry((finding.severity, finding.code)).or_default().push(finding);
    }
    if by_code.is_empty() {
        canvas.note(view.pick("Không có điều gì cần nêu.", "Nothing to report."));
        return;
    }
    let table = Table::new(vec![
        Column::new(view.pick("TT", "No."), Look::Whole),
        Column::new(view.pick("Nội dung", "What"), Look::Text),
        Column::new(view.pick("Mức độ", "Severity"), Look::Centre),
        Column::new(view.pick("Số lượng", "Number"), Look::Whole),
        Column::new(view.pick("Mã", "Code"), Look::Text),
        Column::new(view.pick("Ví dụ", "Examples"), Look::Text).over(2),
        Column::new(view.pick("Cách khắc phục (ví dụ đầu)", "How to mend it (first example)"), Look::Text),
    ]);
    canvas.head(&table);
    for (number, ((severity, code), findings)) in (1_i64..).zip(by_code) {
        let examples: Vec<_> = findings.iter().take(EXAMPLES).map(|finding| example(finding)).collect();
        let hint = findings.first().map(|finding| finding.hint.as_str());
        let values: Vec<Value> = vec![
            number.into(),
            code.meaning(lang).into(),
            wording::severity(severity, lang).into(),
            tally(&findings).into(),
            code.word().into(),
            examples.join("\n").into(),
            hint.into(),
        ];
        let fill = match severity {
            Severity::Error => Some(Colour::RedMark),
            Severity::Warning => Some(Colour::AmberMark),
            Severity::Info => None,
        };
        canvas.row_with(
            &table,
            values.into_iter().enumerate().map(|(at, value)| (value, fill.filter(|_| at == 2))),
            Tone::Plain,
        );
    }
}

/// File, place and text of a finding in one line.
fn example(finding: &FindingRow) -> String {
    let mut text = finding.file.clone();
    for part in [&finding.sheet, &finding.cell_ref].into_iter().flatten() {
        text.push_str(" · ");
        text.push_str(part);
    }
    if let Some(raw) = &finding.raw {
        text.push_str(": ");
        text.push_str(raw);
    }
    text
}

fn error_list(canvas: &mut Canvas, view: &View<'_>, errors: &[&FindingRow], first: usize) {
    canvas.section(view.pick("3. Toàn bộ lỗi cần đơn vị sửa và gửi lại", "3. Every error, for the units to mend"));
    if errors.is_empty() {
        canvas.note(view.pick("Không có lỗi.", "No errors."));
        return;
    }
    let table = Table::new(vec![
        Column::new(view.pick("TT", "No."), Look::Whole),
        Column::new(view.pick("Tệp", "File"), Look::Text),
        Column::new(view.pick("Trang tính", "Sheet"), Look::Text),
        Column::new(view.pick("Ô", "Cell"), Look::Centre),
        Column::new(view.pick("Lỗi", "Error"), Look::Text),
        Column::new(view.pick("Nguyên văn", "As written"), Look::Text),
        Column::new(view.pick("Chi bộ", "Party cell"), Look::Text),
        Column::new(view.pick("Cách khắc phục", "How to mend it"), Look::Text),
    ]);
    let (_, head) = canvas.head(&table);
    let first = i64::try_from(first).unwrap_or(1);
    for (number, finding) in (first..).zip(errors) {
        let values: Vec<Value> = vec![
            number.into(),
            finding.file.as_str().into(),
            finding.sheet.as_deref().into(),
            finding.cell_ref.as_deref().into(),
            finding.code.meaning(view.lang()).into(),
            finding.raw.as_deref().into(),
            finding.cell_id.as_ref().map(|id| view.cell_name(id)).into(),
            finding.hint.as_str().into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    canvas.filter_since(head);
}
