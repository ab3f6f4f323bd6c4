//! A sheet before it is recognised: legacy fonts as Unicode, and what an analyst decided as it should have
//! been written; and what of it is hidden.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cells::{Content, Sheet, SheetRow};
use super::wording::without_names;
use crate::finding::{CellRef, Code, Finding, Place, column_letters};
use crate::legacy::{self, Encoding};
use crate::register::Register;

/// The sheet with texts of legacy fonts (.VnTime, VNI) in Unicode, and what is to be said of it.
#[must_use]
pub fn in_unicode(file: &Arc<str>, mut sheet: Sheet) -> (Sheet, Option<Finding>) {
    let texts = sheet.rows.iter().flat_map(SheetRow::texts).map(|(_, text)| text);
    let Some(encoding) = legacy::detect_all(texts) else { return (sheet, None) };
    let mut converted = 0;
    for (_, content) in sheet.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Content::Text(text) = content
            && let Some((unicode, _)) = legacy::decode_in(text, Some(encoding))
        {
            *text = unicode;
            converted += 1;
        }
    }
    let place = Place::sheet(Arc::clone(file), Arc::clone(&sheet.name));
    let name = match encoding {
        Encoding::Tcvn3 => "TCVN3 (.VnTime)",
        Encoding::Vni => "VNI",
    };
    let finding = Finding::new(Code::TextConverted, place).raw(name).value(converted.to_string());
    (sheet, Some(finding))
}

/// The sheet with every content an analyst decided on as it should have been written. Names of cells are left to
/// those who know whose sheet it is, and a number counts only where the decision names the file.
#[must_use]
pub fn decided(register: &Register, file: &Arc<str>, mut sheet: Sheet) -> (Sheet, Vec<(CellRef, Finding)>) {
    let decisions = register.decisions();
    if decisions.is_empty() {
        return (sheet, Vec::new());
    }
    let place = Place::sheet(Arc::clone(file), Arc::clone(&sheet.name));
    let mut findings = Vec::new();
    for row in &mut sheet.rows {
        for (column, content) in &mut row.cells {
            let written = content.written();
            let anywhere = matches!(content, Content::Text(_)) || decisions.only_here(file, &written);
            let value = decisions.value(file, &written).filter(|value| anywhere && !register.is_cell(value));
            let Some(value) = value else { continue };
            let at = CellRef { row: row.index, column: *column };
            let finding = Finding::new(Code::DecisionApplied, place.at(at)).value(value);
            let raw = without_names(&written).unwrap_or_default();
            findings.push((at, finding.raw(raw)));
            *content = Content::Text(value.to_owned());
        }
    }
    (sheet, findings)
}

/// Rows and columns that hold something and are not shown: read like the others, and told.
#[must_use]
pub fn hidden(file: &Arc<str>, sheet: &Sheet) -> Vec<Finding> {
    let Some(hidden) = &sheet.hidden else { return Vec::new() };
    let place = Place::sheet(Arc::clone(file), Arc::clone(&sheet.name));
    let rows: BTreeSet<u32> = sheet.rows.iter().map(|row| row.index).filter(|at| hidden.row(*at)).collect();
    let filled = sheet.rows.iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column));
    let columns: BTreeSet<u32> = filled.filter(|at| hidden.column(*at)).collect();
    let written = |numbers: &BTreeSet<u32>, name: fn(u32) -> String| {
        numbers.iter().map(|number| name(*number)).collect::<Vec<_>>().join(", ")
    };
    let told = |code, value: String| Finding::new(code, place.clone()).value(value);
    let mut findings = Vec::new();
    if hidden.sheet {
        findings.push(Finding::new(Code::SheetHidden, place.clone()));
    }
    if !rows.is_empty() {
        findings.push(told(Code::RowsHidden, written(&rows, |row| (row + 1).to_string())));
    }
    if !columns.is_empty() {
        findings.push(told(Code::ColumnsHidden, written(&columns, column_letters)));
    }
    findings
}
