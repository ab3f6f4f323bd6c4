//! Bytes of a workbook → its sheets of cells. The only file that names calamine.

use std::io::{Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{Data, Dimensions, Ods, OdsError, Reader, SheetType, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError};

use super::cells::{Content, Merge, Sheet};
use super::{ods_merges, xlsx};
use crate::finding::{CellRef, Code};
use crate::rules::Limits;

/// Why a file gives no sheets, as the code of its finding and a technical detail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong.
    pub code: Code,
    /// What the reader said.
    pub detail: String,
}

impl Unreadable {
    fn new(code: Code, detail: impl std::fmt::Display) -> Self {
        Self { code, detail: detail.to_string() }
    }
}

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// A workbook that could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// Its worksheets, in order.
    pub sheets: Vec<Sheet>,
    /// When the document was last changed, as it says itself (ISO 8601).
    pub modified: Option<Arc<str>>,
}

/// The worksheets of a workbook, in order. What the bytes are decides, not the file's name.
///
/// # Errors
/// The finding to report when the bytes are no workbook, are protected or are broken.
pub fn open(bytes: &[u8], limits: Limits) -> Result<Workbook, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::new(Code::FileEmpty, "0 byte"));
    }
    // A reader that trips over a hostile file must cost one finding, never the run.
    catch_unwind(AssertUnwindSafe(|| open_by_content(bytes, limits)))
        .unwrap_or_else(|_| Err(Unreadable::new(Code::FileBroken, "the reader gave up")))
}

fn open_by_content(bytes: &[u8], limits: Limits) -> Result<Workbook, Unreadable> {
    if bytes.starts_with(ZIP) {
        open_zip(bytes, limits)
    } else if bytes.starts_with(COMPOUND_FILE) {
        open_compound(bytes, limits)
    } else {
        Err(Unreadable::new(Code::FileNotWorkbook, "no ZIP or OLE signature"))
    }
}

/// A small file may unpack to a size that fills the memory: what its directory declares is added up first, and no more
/// than that is ever unpacked of a part.
fn refuse_bomb(bytes: &[u8], limits: Limits) -> Result<(), Unreadable> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Ok(()) };
    let sizes = (0..archive.len()).filter_map(|at| archive.by_index_raw(at).ok().map(|part| part.size()));
    let declared = sizes.fold(0_u64, u64::saturating_add);
    if declared > limits.unpacked_mib.saturating_mul(1024 * 1024) {
        return Err(Unreadable::new(Code::FileTooLarge, format!("{} MiB (giải nén)", limits.unpacked_mib)));
    }
    Ok(())
}

fn open_zip(bytes: &[u8], limits: Limits) -> Result<Workbook, Unreadable> {
    let other = holds(bytes, b"application/vnd.oasis.opendocument") || holds(bytes, b"xl/workbook.bin");
    if other {
        refuse_bomb(bytes, limits)?;
    }
    if holds(bytes, b"application/vnd.oasis.opendocument") {
        let workbook = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
            OdsError::Password => Unreadable::new(Code::FileProtected, error),
            other => unreadable(&other.to_string(), limits),
        })?;
        let merges = ods_merges::read(bytes, limits)?;
        return ranges(workbook, limits, false, |_, name| merges.get(name).cloned().unwrap_or_default());
    }
    if holds(bytes, b"xl/workbook.bin") {
        let workbook = Xlsb::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsbError::Password => Unreadable::new(Code::FileProtected, error),
            other => Unreadable::new(Code::FileBroken, other),
        })?;
        return streamed(workbook, limits);
    }
    if !holds(bytes, b"xl/") {
        return Err(Unreadable::new(Code::FileNotWorkbook, "ZIP without xl/"));
    }
    xlsx::read(bytes, limits)
}

/// Names of a ZIP's entries stand uncompressed in its directory.
fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn open_compound(bytes: &[u8], limits: Limits) -> Result<Workbook, Unreadable> {
    match Xls::new(Cursor::new(bytes)) {
        Ok(workbook) => {
            let from_1904 = workbook.has_1904_epoch();
            ranges(workbook, limits, from_1904, |workbook, name| {
                workbook.merge_cells_by_sheet_name(name).unwrap_or_default().into_iter().map(merge).collect()
            })
        }
        Err(error @ XlsError::Password) => Err(Unreadable::new(Code::FileProtected, error)),
        // An encrypted .xlsx is wrapped in the same kind of container as an .xls.
        Err(error) => match Xlsx::new(Cursor::new(bytes)) {
            Err(protected @ XlsxError::Password) => Err(Unreadable::new(Code::FileProtected, protected)),
            _ => Err(Unreadable::new(Code::FileBroken, error)),
        },
    }
}

fn worksheet_names<RS, R>(workbook: &R) -> Vec<String>
where
    RS: Read + Seek,
    R: Reader<RS>,
{
    let sheets = workbook.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect()
}

/// The formats calamine gives only as ranges. It refuses an `.ods` whose rectangle would not fit into memory, and an
/// `.xls` has no more than 65,536 rows of 256 columns.
fn ranges<RS, R>(
    mut workbook: R,
    limits: Limits,
    from_1904: bool,
    merges: impl Fn(&R, &str) -> Vec<Merge>,
) -> Result<Workbook, Unreadable>
where
    RS: Read + Seek,
    R: Reader<RS>,
{
    let mut left = limits.cells;
    let mut sheets = Vec::new();
    for name in worksheet_names(&workbook) {
        let range = workbook.worksheet_range(&name).map_err(|error| unreadable(&format!("{error:?}"), limits))?;
        let (top, left_column) = range.start().unwrap_or((0, 0));
        let cells = range.used_cells().filter_map(|(row, column, data)| {
            let column = left_column + u32::try_from(column).ok()?;
            Some((CellRef { row: top + u32::try_from(row).ok()?, column }, content(data)))
        });
        let mut filled = Vec::new();
        for cell in cells {
            take(&mut left, limits)?;
            filled.push(cell);
        }
        let merges = merges(&workbook, &name);
        sheets.push(Sheet { from_1904, ..Sheet::new(Arc::from(name.as_str()), filled, merges) });
    }
    Ok(Workbook { sheets, modified: None })
}

/// A rectangle calamine will not lay out is too large, not broken.
fn unreadable(said: &str, limits: Limits) -> Unreadable {
    if said.to_lowercase().contains("limit") {
        return Unreadable::new(Code::FileTooLarge, format!("{} ô / cells", limits.cells));
    }
    Unreadable::new(Code::FileBroken, said)
}

/// The cells of an `.xlsb`, one after the other; calamine tells nothing of its merges.
fn streamed<RS: Read + Seek>(mut workbook: Xlsb<RS>, limits: Limits) -> Result<Workbook, Unreadable> {
    let broken = |error: XlsbError| Unreadable::new(Code::FileBroken, error);
    let from_1904 = workbook.has_1904_epoch();
    let mut left = limits.cells;
    let mut sheets = Vec::new();
    for name in worksheet_names(&workbook) {
        let mut reader = workbook.worksheet_cells_reader(&name).map_err(broken)?;
        let mut cells = Vec::new();
        while let Some(cell) = reader.next_cell().map_err(broken)? {
            let (row, column) = cell.get_position();
            let content = content(&Data::from(cell.get_value().clone()));
            if !matches!(content, Content::Blank) {
                take(&mut left, limits)?;
                cells.push((CellRef { row, column }, content));
            }
        }
        sheets.push(Sheet { from_1904, ..Sheet::new(Arc::from(name.as_str()), cells, Vec::new()) });
    }
    Ok(Workbook { sheets, modified: None })
}

/// One filled cell more, of those a file may have.
fn take(left: &mut u64, limits: Limits) -> Result<(), Unreadable> {
    let enough = || Unreadable::new(Code::FileTooLarge, format!("{} ô / cells", limits.cells));
    *left = left.checked_sub(1).ok_or_else(enough)?;
    Ok(())
}

fn merge(area: Dimensions) -> Merge {
    Merge {
        first: CellRef { row: area.start.0, column: area.start.1 },
        last: CellRef { row: area.end.0, column: area.end.1 },
    }
}

fn content(data: &Data) -> Content {
    match data {
        Data::Empty => Content::Blank,
        Data::String(text) | Data::DurationIso(text) => text_content(text),
        Data::Float(number) => Content::Number(*number),
        #[expect(clippy::cast_precision_loss, reason = "a cell's integer comes from a double")]
        Data::Int(number) => Content::Number(*number as f64),
        Data::Bool(truth) => Content::Truth(*truth),
        Data::DateTime(serial) => {
            let moment = if serial.is_datetime() { serial.as_datetime() } else { None };
            moment.map_or_else(|| Content::Number(serial.as_f64()), Content::Date)
        }
        Data::DateTimeIso(text) => iso_date(text),
        Data::Error(error) => Content::Error(error.to_string()),
    }
}

fn text_content(text: &str) -> Content {
    if text.is_empty() { Content::Blank } else { Content::Text(text.to_owned()) }
}

fn iso_date(text: &str) -> Content {
    let moment = text.parse::<chrono::NaiveDateTime>();
    let moment = moment.or_else(|_| text.parse::<chrono::NaiveDate>().map(|day| day.and_time(chrono::NaiveTime::MIN)));
    moment.map_or_else(|_| text_content(text), Content::Date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(bytes: &[u8]) -> Code {
        open(bytes, Limits { unpacked_mib: 64, cells: 1000 }).unwrap_err().code
    }

    #[test]
    fn what_is_no_workbook_is_told_apart() {
        assert_eq!(code(b""), Code::FileEmpty);
        assert_eq!(code(b"Ten chi bo;So dang vien"), Code::FileNotWorkbook);
        assert_eq!(code(b"PK\x03\x04rubbish"), Code::FileNotWorkbook);
        assert_eq!(code(b"PK\x03\x04rubbish xl/workbook.xml"), Code::FileBroken);
        assert_eq!(code(&[COMPOUND_FILE, &[0; 600]].concat()), Code::FileBroken);
    }
}
