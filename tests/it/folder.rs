//! A working folder for a test: register and submissions as small grids.

use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use chibo::figures::Pipeline;
use chibo::intake::discover;
use chibo::lang::Lang;
use chibo::period::{Period, Window};
use chibo::report::plan::{Area, Sheet, Value, Workbook};
use chibo::report::style::Style;
use chibo::report::xlsx;
use chibo::run::{self, Outcome, RunOptions};
use chrono::NaiveDate;

/// A cell of a grid: `""` is blank, `#12.5` a number, `@2024-01-05` a date, anything else text.
pub fn value(written: &str) -> Option<Value> {
    match written.chars().next()? {
        '#' => Some(Value::Number(written[1..].parse().unwrap())),
        '@' => Some(Value::Date(written[1..].parse::<NaiveDate>().unwrap())),
        _ => Some(Value::Text(written.to_owned())),
    }
}

/// A sheet from a grid.
pub fn sheet(name: &str, grid: &[&[&str]]) -> Sheet {
    let mut sheet = Sheet::new(name);
    for (row, cells) in (0..).zip(grid) {
        for (column, written) in (0..).zip(*cells) {
            if let Some(value) = value(written) {
                sheet.put(row, column, value, Style::PLAIN);
            }
        }
    }
    sheet
}

/// The same with merged areas (top, left, bottom, right) over their first cells.
pub fn merged(name: &str, grid: &[&[&str]], areas: &[[u32; 4]]) -> Sheet {
    let mut sheet = sheet(name, grid);
    for [top, left, bottom, right] in areas {
        let covered = sheet.cells.iter().position(|cell| (cell.row, cell.column) == (*top, *left)).unwrap();
        let cell = sheet.cells.remove(covered);
        sheet.merge(Area::new(*top, *left, *bottom, *right), cell.value, Style::PLAIN);
    }
    sheet
}

/// A workbook's bytes.
pub fn workbook(sheets: Vec<Sheet>) -> Vec<u8> {
    xlsx::write(&Workbook { sheets, ..Workbook::default() }).unwrap()
}

/// A working folder that goes away with the test.
pub struct Folder {
    folder: tempfile::TempDir,
}

pub const UNIT_COLUMNS: &[&str] =
    &["Mã", "Tên", "Cấp", "Mã cấp trên", "Loại hình", "Từ ngày", "Đến ngày", "Khó khăn", "Tên khác"];

impl Folder {
    /// An empty folder with an inbox.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("inbox")).unwrap();
        Self { folder }
    }

    /// With one committee `DU` of three cells.
    pub fn with_three_cells() -> Self {
        let this = Self::new();
        this.register(
            &[
                &["TU", "Thành ủy Mẫu", "cấp trên"],
                &["DU", "Đảng ủy xã Mẫu", "đảng ủy cơ sở", "TU"],
                &["DU.1", "Chi bộ bản Một", "chi bộ trực thuộc", "DU", "bản", "", "", "x"],
                &["DU.2", "Chi bộ bản Hai", "chi bộ trực thuộc", "DU", "bản"],
                &["DU.3", "Chi bộ Trường Tiểu học", "chi bộ trực thuộc", "DU", "trường học"],
            ],
            &[&["DU.1", "Đảng ủy viên phụ trách", "#2"], &["DU.2", "Đảng ủy viên phụ trách", "#1"]],
        );
        this
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn register(&self, units: &[&[&str]], assignments: &[&[&str]]) {
        let units: Vec<&[&str]> = std::iter::once(UNIT_COLUMNS).chain(units.iter().copied()).collect();
        let head: &[&str] = &["Mã chi bộ", "Người dự", "Số buổi/quý"];
        let assignments: Vec<&[&str]> = std::iter::once(head).chain(assignments.iter().copied()).collect();
        let bytes = workbook(vec![sheet("Tổ chức", &units), sheet("Phân công", &assignments)]);
        std::fs::write(self.path().join("danh-muc.xlsx"), bytes).unwrap();
    }

    pub fn submit(&self, name: &str, bytes: &[u8]) {
        let path = self.path().join("inbox").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub fn options(&self, pipeline: Pipeline, window: Window) -> RunOptions {
        RunOptions {
            pipeline,
            window,
            register: self.path().join("danh-muc.xlsx"),
            inbox: self.path().join("inbox"),
            pipelines: None,
            out: self.path().join("out"),
            lang: Lang::Vi,
            date: None,
            exclude_last_hosts: false,
        }
    }

    /// Runs the year's pipeline up to a month.
    pub fn year_to(&self, month: &str) -> Outcome {
        self.try_year_to(month).unwrap()
    }

    pub fn try_year_to(&self, month: &str) -> chibo::error::Result<Outcome> {
        let last: Period = month.parse().unwrap();
        let options = self.options(Pipeline::YearEnd(last.year()), Window::year_to(last));
        run::run(&options, &discover::files(&options.inbox)?, &|| {})
    }
}

/// The project's own folder.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The parts of a workbook, by name.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        })
        .collect()
}

/// A workbook from its parts.
pub fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        archive.start_file(name.as_str(), stored).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
