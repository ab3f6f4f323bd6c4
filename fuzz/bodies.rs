//! What the fuzz targets do with their bytes: shared by the fuzzer and by the test that runs every kept case.

#![allow(dead_code, reason = "each target uses one of the bodies")]

use std::sync::LazyLock;

use chibo::finding::{CellRef, Code};
use chibo::intake::cells::{Content, Merge, Sheet};
use chibo::intake::read::Reader;
use chibo::intake::submission::{FileOutcome, SheetReading};
use chibo::intake::values::{self, Count, Reading};
use chibo::intake::{context, days, recognise, wording, workbook as reader};
use chibo::legacy::{self, Encoding};
use chibo::register::Register;
use chibo::report::plan::{self, Area, Value};
use chibo::report::style::Style;
use chibo::report::xlsx;
use chibo::rules::forms::{ColumnField, Dash};
use chibo::rules::{Limits, Rules};
use chibo::text::{self, Marks};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::load(None).expect("the built-in rules are sound"));

/// A committee of three cells.
static REGISTER: LazyLock<Register> = LazyLock::new(|| {
    let grids: [(&str, &[&[&str]]); 2] = [
        (
            "Tổ chức",
            &[
                &["Mã", "Tên", "Cấp", "Mã cấp trên", "Loại hình"],
                &["TU", "Thành ủy Mẫu", "cấp trên", "", ""],
                &["DU", "Đảng ủy xã Mẫu", "đảng ủy cơ sở", "TU", ""],
                &["DU.1", "Chi bộ bản Một", "chi bộ trực thuộc", "DU", "bản"],
                &["DU.2", "Chi bộ bản Hai", "chi bộ trực thuộc", "DU", "bản"],
                &["DU.3", "Chi bộ Trường Tiểu học", "chi bộ trực thuộc", "DU", "trường học"],
            ],
        ),
        ("Phân công", &[&["Mã chi bộ", "Người dự"]]),
    ];
    let sheets = grids.map(|(name, grid)| {
        let mut sheet = plan::Sheet::new(name);
        for (row, cells) in (0..).zip(grid) {
            for (column, text) in (0..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
                sheet.put(row, column, Value::Text((*text).to_owned()), Style::PLAIN);
            }
        }
        sheet
    });
    let bytes = xlsx::write(&plan::Workbook { sheets: sheets.into(), ..plan::Workbook::default() }).expect("written");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("danh-muc.xlsx");
    std::fs::write(&path, bytes).expect("written");
    Register::load(&path, &RULES).expect("the register is sound")
});

/// Most rows and columns of a sheet made from bytes.
const ROWS: usize = 40;
const COLUMNS: usize = 20;

/// A sheet as text: a line a row, cells parted by tabs; `#12.5` is a number, `<` and `^` belong to the cell on the left
/// or above, merged with it.
#[derive(Debug, Default)]
struct Grid {
    cells: Vec<(CellRef, Content)>,
    merges: Vec<Merge>,
}

impl Grid {
    fn of(data: &[u8]) -> Self {
        let written = String::from_utf8_lossy(data);
        let mut grid = Self::default();
        for (row, line) in (0..).zip(written.split('\n').take(ROWS)) {
            for (column, cell) in (0..).zip(line.split('\t').take(COLUMNS)) {
                grid.cell(CellRef { row, column }, cell);
            }
        }
        grid
    }

    fn cell(&mut self, at: CellRef, written: &str) {
        let number = written.strip_prefix('#').and_then(|it| it.parse().ok()).filter(|it: &f64| it.is_finite());
        let from = match written {
            "" => return,
            "<" if at.column > 0 => CellRef { column: at.column - 1, ..at },
            "^" if at.row > 0 => CellRef { row: at.row - 1, ..at },
            _ => {
                let text = || Content::Text(written.chars().take(200).collect());
                self.cells.push((at, number.map_or_else(text, Content::Number)));
                return;
            }
        };
        match self.merges.iter_mut().find(|merge| merge.last == from) {
            Some(merge) => merge.last = at,
            None => self.merges.push(Merge { first: from, last: at }),
        }
    }

    /// The bytes of a workbook, if the grid can be one.
    fn workbook(&self) -> Option<Vec<u8>> {
        let mut sheet = plan::Sheet::new("Biểu");
        for (at, content) in &self.cells {
            let merge = self.merges.iter().find(|merge| merge.contains(*at));
            let value = match content {
                Content::Number(number) => Value::Number(*number),
                other => Value::Text(other.written()),
            };
            match merge {
                Some(merge) if merge.first == *at => {
                    let area = Area::new(merge.first.row, merge.first.column, merge.last.row, merge.last.column);
                    sheet.merge(area, value, Style::PLAIN);
                }
                Some(_) => {}
                None => sheet.put(at.row, at.column, value, Style::PLAIN),
            }
        }
        xlsx::write(&plan::Workbook { sheets: vec![sheet], ..plan::Workbook::default() }).ok()
    }
}

/// A small sheet of any texts: recognised and read without a panic, every cell accounted for.
pub fn header(data: &[u8]) {
    let grid = Grid::of(data);
    let sheet = Sheet::new("Biểu".into(), grid.cells.clone(), grid.merges.clone());
    for block in recognise::blocks(&sheet, &RULES.forms) {
        assert!(block.header_first <= block.header_last && block.header_last < block.end, "{block:?}");
        assert!(block.columns.iter().all(|bound| bound.confidence > 0.0 && bound.confidence <= 1.0), "{block:?}");
    }
    let Some(bytes) = grid.workbook() else { return };
    if let FileOutcome::Sheets(sheets) = Reader::new(&RULES, &REGISTER).read(&"DU/2024-10/biểu.xlsx".into(), &bytes) {
        sheets.iter().for_each(balanced);
    }
}

fn balanced(reading: &SheetReading) {
    let counts = reading.ledger.counts();
    assert_eq!(reading.cells_read, counts.used + counts.repaired + counts.rejected + counts.layout);
    assert!(reading.findings.iter().all(|finding| finding.code != Code::CellUnaccounted), "{:?}", reading.findings);
    assert!((0..=reading.rows_read).contains(&reading.rows_rejected));
}

/// Any text, and the number its first bytes make, under every parser.
pub fn values(data: &[u8]) {
    let written = String::from_utf8_lossy(data);
    let number = data.first_chunk().map_or(0.0, |bytes| f64::from_le_bytes(*bytes));
    let day = data.first_chunk().map_or(0, |bytes| i32::from_le_bytes(*bytes));
    texts(&written);
    let moment = NaiveDate::from_num_days_from_ce_opt(day).map(|day| NaiveDateTime::new(day, NaiveTime::MIN));
    let contents = [
        Some(Content::Text(written.clone().into_owned())),
        Some(Content::Number(number)),
        moment.map(Content::Date),
        Some(Content::Error(written.into_owned())),
        Some(Content::NotCalculated),
    ];
    contents.iter().flatten().for_each(parsed);
}

fn parsed(content: &Content) {
    for dash in [Dash::Blank, Dash::Zero] {
        match values::count(content, dash).value() {
            Some(Count::Number(number)) => assert!((0..=1_000_000_000).contains(&number), "{content:?}"),
            Some(Count::PresentOfDue { present, due, .. }) => assert!(present >= 0 && due >= 0, "{content:?}"),
            None => {}
        }
    }
    assert!(values::minutes(content).value().is_none_or(|minutes| minutes >= 0), "{content:?}");
    assert!(values::rate(content).value().is_none_or(|rate| (0.0..=2.0).contains(&rate)), "{content:?}");
    if let (Content::Text(_), Some(score)) = (content, values::score(content).value()) {
        assert!(score >= 0.0, "{content:?}");
    }
    // A real date may be any; one made out of text or a number lies in the years a meeting may have.
    if let Reading::Repaired(day) = days::date(content) {
        assert!((1930..2100).contains(&day.year()), "{content:?}");
    }
    let _ = (values::mark(content), values::grade(content));
    let form = RULES.forms.first().expect("a form");
    for field in ColumnField::ALL {
        let _ = wording::says_not_held(*field, content, &form.not_held);
    }
    let _ = wording::says(content, &form.not_held);
}

fn texts(written: &str) {
    let tidy = text::tidy(written);
    assert_eq!(text::tidy(&tidy), tidy);
    let fold = text::fold(written);
    assert_eq!(text::fold(&fold), fold, "{written:?}");
    for marks in [Marks::Kept, Marks::Removed] {
        assert!(text::words(written, marks).iter().all(|word| !word.is_empty()), "{written:?}");
    }
    let _ = (wording::denies(written), wording::without_names(written), days::date_in_text(written));
    let _ = (context::month_in(written).period(), context::day_in(written));
    for revision in [context::revision_of_name(written), context::revision_of_title(written)] {
        assert!((0..100).contains(&revision), "{written:?}");
    }
    assert!(legacy::detect(written).is_none() || !written.is_ascii(), "{written:?}");
    for sheet in [None, Some(Encoding::Tcvn3), Some(Encoding::Vni)] {
        if let Some((decoded, _)) = legacy::decode_in(written, sheet) {
            assert_ne!(decoded, written);
        }
    }
    for encoding in [Encoding::Tcvn3, Encoding::Vni] {
        let _ = (legacy::convert(written, encoding), legacy::encode(written, encoding));
    }
}

/// Any bytes as a workbook: no panic, and no more cells than the limit allows.
pub fn workbook(data: &[u8]) {
    let limits = Limits { unpacked_mib: 4, cells: 10_000 };
    if let Ok(workbook) = reader::open(data, limits) {
        let cells: i64 = workbook.sheets.iter().map(Sheet::cell_count).sum();
        assert!(u64::try_from(cells).is_ok_and(|cells| cells <= limits.cells), "{cells} cells");
    }
}
