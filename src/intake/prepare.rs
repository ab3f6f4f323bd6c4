//! A sheet before it is recognised: legacy fonts as Unicode, and what an analyst decided as it should have been written.

use std::borrow::Cow;
use std::sync::Arc;

use super::cells::{Content, Sheet, SheetRow};
use super::wording::without_names;
use crate::finding::{CellRef, Code, Finding, Place};
use crate::legacy::{self, Encoding};
use crate::register::Register;

/// The sheet with texts of legacy fonts (.VnTime, VNI) in Unicode, and what is to be said of it.
#[must_use]
pub fn in_unicode<'s>(file: &Arc<str>, sheet: &'s Sheet) -> (Cow<'s, Sheet>, Option<Finding>) {
    let texts = sheet.rows.iter().flat_map(SheetRow::texts).map(|(_, text)| text);
    let Some(encoding) = legacy::detect_all(texts) else { return (Cow::Borrowed(sheet), None) };
    let mut sheet = sheet.clone();
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
    (Cow::Owned(sheet), Some(finding))
}

/// The sheet with every content an analyst decided on as it should have been written. Names of cells are left to
/// those who know whose sheet it is, and a number counts only where the decision names the file.
#[must_use]
pub fn decided<'s>(
    register: &Register,
    file: &Arc<str>,
    sheet: Cow<'s, Sheet>,
) -> (Cow<'s, Sheet>, Vec<(CellRef, Finding)>) {
    let decisions = register.decisions();
    if decisions.is_empty() {
        return (sheet, Vec::new());
    }
    let place = Place::sheet(Arc::clone(file), Arc::clone(&sheet.name));
    let mut sheet = sheet.into_owned();
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
    (Cow::Owned(sheet), findings)
}
