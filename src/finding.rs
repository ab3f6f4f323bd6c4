//! Findings: what reading a sheet found, where, and how to mend it. The one catalogue of codes.

use std::fmt;
use std::sync::Arc;

use crate::lake::schema::FindingRow;
use crate::lake::table::words;
use crate::lang::Lang;
use crate::register::UnitId;
use crate::terms::Severity;

/// A cell's position in a sheet; both counts start at 0, the display is `F12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    /// Row from 0.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
}

impl CellRef {
    /// The row as Excel shows it, from 1.
    #[must_use]
    pub fn sheet_row(self) -> i64 {
        i64::from(self.row) + 1
    }

    /// The position of a display such as `F12`.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let digits = written.find(|it: char| it.is_ascii_digit())?;
        let (letters, row) = written.split_at(digits);
        let letter = |column: u32, letter: u8| {
            let value = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
            column.checked_mul(26)?.checked_add(value)
        };
        let column = letters.bytes().try_fold(0, letter)?.checked_sub(1)?;
        Some(Self { row: row.parse::<u32>().ok()?.checked_sub(1)?, column })
    }
}

/// Letters of a column: 0 is A, 26 is AA.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.into_iter().rev().collect()
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), self.sheet_row())
    }
}

/// Cells of one column as ranges of rows, others one by one: `F8–F12, F15`. Nothing is cut off.
#[must_use]
pub fn written_cells(cells: &[CellRef]) -> String {
    let mut ranges: Vec<(CellRef, CellRef)> = Vec::new();
    for cell in cells {
        match ranges.last_mut() {
            Some((_, last)) if last == cell => {}
            Some((_, last)) if last.column == cell.column && last.row + 1 == cell.row => *last = *cell,
            _ => ranges.push((*cell, *cell)),
        }
    }
    let range = |(first, last): (CellRef, CellRef)| {
        if first == last { format!("{first}") } else { format!("{first}–{last}") }
    };
    let written = ranges.into_iter().map(range);
    written.collect::<Vec<_>>().join(", ")
}

/// Where something stands: a file, perhaps a sheet of it, perhaps a cell of that.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path relative to the inbox, with `/`.
    pub file: Arc<str>,
    /// Sheet name.
    pub sheet: Option<Arc<str>>,
    /// Cell.
    pub cell: Option<CellRef>,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(file: Arc<str>) -> Self {
        Self { file, sheet: None, cell: None }
    }

    /// A whole sheet.
    #[must_use]
    pub fn sheet(file: Arc<str>, sheet: Arc<str>) -> Self {
        Self { file, sheet: Some(sheet), cell: None }
    }

    /// A cell of the same sheet.
    #[must_use]
    pub fn at(&self, cell: CellRef) -> Self {
        Self { file: Arc::clone(&self.file), sheet: self.sheet.clone(), cell: Some(cell) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " [{sheet}]")?;
        }
        if let Some(cell) = self.cell {
            write!(f, " {cell}")?;
        }
        Ok(())
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What kind of finding.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// Which field, by its name in the tables.
    pub field: Option<&'static str>,
    /// As written in the cell; never set for columns with personal identifiers.
    pub raw: Option<String>,
    /// As understood, or what was expected instead.
    pub value: Option<String>,
    /// The cell (chi bộ) concerned, where known.
    pub cell_id: Option<UnitId>,
}

impl Finding {
    /// A finding at a place, with nothing else known.
    #[must_use]
    pub fn new(code: Code, place: Place) -> Self {
        Self { code, place, field: None, raw: None, value: None, cell_id: None }
    }

    /// With the text as written.
    #[must_use]
    pub fn raw(mut self, raw: impl Into<String>) -> Self {
        self.raw = Some(raw.into());
        self
    }

    /// With what was understood or expected.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// With the field.
    #[must_use]
    pub fn field(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    /// With the cell (chi bộ).
    #[must_use]
    pub fn cell(mut self, cell_id: Option<UnitId>) -> Self {
        self.cell_id = cell_id;
        self
    }

    /// With the cell (chi bộ) of its row, unless it already speaks of one.
    #[must_use]
    pub fn of_row(self, cell_id: Option<&UnitId>) -> Self {
        if self.cell_id.is_none() { self.cell(cell_id.cloned()) } else { self }
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The advice of its code, with raw and value put in.
    #[must_use]
    pub fn hint(&self, lang: Lang) -> String {
        self.code
            .hint(lang)
            .replace("{raw}", self.raw.as_deref().unwrap_or("…"))
            .replace("{value}", self.value.as_deref().unwrap_or("…"))
    }

    /// The row of `findings`.
    #[must_use]
    pub fn row(&self, lang: Lang) -> FindingRow {
        FindingRow {
            code: self.code,
            severity: self.severity(),
            file: self.place.file.to_string(),
            sheet: self.place.sheet.as_deref().map(str::to_owned),
            cell_ref: self.place.cell.map(|cell| cell.to_string()),
            field: self.field.map(str::to_owned),
            raw: self.raw.clone(),
            value: self.value.clone(),
            cell_id: self.cell_id.clone(),
            hint: self.hint(lang),
        }
    }
}

/// Declares the codes with severity and both texts, so that none can be missing.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $severity:ident, $vi:literal / $en:literal, $hint_vi:literal / $hint_en:literal;)*) => {
        words! {
            /// Code of a finding. Codes are stable.
            pub enum Code { $(#[doc = $en] $name = $word),* }
        }

        impl Code {
            /// How grave findings of this code are.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }

            /// What the finding says, in a few words.
            #[must_use]
            pub fn meaning(self, lang: Lang) -> &'static str {
                match self { $(Self::$name => lang.pick($vi, $en)),* }
            }

            /// How to mend it; `{raw}` and `{value}` stand for the cell's text and what was expected.
            #[must_use]
            pub fn hint(self, lang: Lang) -> &'static str {
                match self { $(Self::$name => lang.pick($hint_vi, $hint_en)),* }
            }
        }
    };
}

codes! {
    FileNotWorkbook = "FILE_NOT_WORKBOOK", Error,
        "Không phải tệp Excel" / "Not an Excel workbook",
        "Mở tệp bằng Excel và lưu lại dạng .xlsx rồi gửi lại." / "Open the file in Excel, save it as .xlsx and send it again.";
    FileEmpty = "FILE_EMPTY", Error,
        "Tệp rỗng (0 byte)" / "The file is empty (0 bytes)",
        "Tệp bị lỗi khi sao chép hoặc gửi; đề nghị đơn vị gửi lại." / "It was damaged when copied or sent; ask the unit to send it again.";
    FileProtected = "FILE_PROTECTED", Error,
        "Tệp đặt mật khẩu" / "The file is password-protected",
        "Mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu và gửi lại." / "Open it in Excel, remove the password (File > Info > Protect Workbook), save and send it again.";
    FileBroken = "FILE_BROKEN", Error,
        "Tệp hỏng, không đọc được" / "The file is broken and cannot be read",
        "Mở bằng Excel để sửa chữa, lưu lại dạng .xlsx và gửi lại ({value})." / "Let Excel repair it, save it as .xlsx and send it again ({value}).";
    FileTooLarge = "FILE_TOO_LARGE", Error,
        "Tệp vượt giới hạn dung lượng" / "The file exceeds the size limit",
        "Giới hạn là {value}; xóa các trang tính, ảnh không cần thiết rồi gửi lại." / "The limit is {value}; remove sheets and pictures that are not needed and send it again.";
    FileLock = "FILE_LOCK", Info,
        "Tệp khóa tạm của Excel (~$), đã bỏ qua" / "Excel's temporary lock file (~$), passed over",
        "Không cần làm gì; Excel tạo tệp này khi có người đang mở biểu." / "Nothing to do; Excel makes it while somebody has the sheet open.";
    FileUnreadable = "FILE_UNREADABLE", Error,
        "Không mở được tệp" / "The file cannot be opened",
        "Kiểm tra quyền đọc của tệp ({value})." / "Check that the file may be read ({value}).";
    FileDuplicate = "FILE_DUPLICATE", Info,
        "Trùng hoàn toàn với tệp đã có" / "The same bytes as another file",
        "Giống hệt {value}; chỉ tính một lần." / "Identical to {value}; counted once.";
    SheetUnrecognised = "SHEET_UNRECOGNISED", Error,
        "Không nhận ra biểu" / "No form fits the sheet",
        "Cần một dòng tiêu đề có {value}; đã thấy: {raw}. Nếu đây không phải biểu báo cáo thì bỏ khỏi hộp thư, hoặc ghi 'Không phải biểu báo cáo' ở đầu trang." / "A header row with {value} is needed; seen: {raw}. If it is no report, take it out of the inbox, or write 'Không phải biểu báo cáo' at its top.";
    UnitUnknown = "UNIT_UNKNOWN", Error,
        "Không xác định được đơn vị gửi" / "The submitting unit is unknown",
        "Ghi tên đảng ủy như trong danh mục ở góc trên biểu, hoặc đặt tệp vào thư mục mang mã đơn vị." / "Write the committee's name as in the register at the top of the sheet, or put the file in a folder named by its code.";
    UnitConflict = "UNIT_CONFLICT", Warning,
        "Đơn vị ghi trong biểu khác với thư mục" / "The sheet and the folder name different units",
        "Biểu ghi {raw}, thư mục là {value}; đã lấy theo biểu." / "The sheet says {raw}, the folder {value}; the sheet was followed.";
    PeriodUnknown = "PERIOD_UNKNOWN", Error,
        "Không xác định được tháng báo cáo" / "The month reported on is unknown",
        "Ghi rõ 'Tháng … năm …' ở tiêu đề biểu." / "Write 'Tháng … năm …' in the sheet's title.";
    PeriodConflict = "PERIOD_CONFLICT", Warning,
        "Tháng ghi trong biểu khác với tên trang, tên tệp hoặc thư mục" / "Title and sheet, file or folder name different months",
        "Tiêu đề ghi {raw}, nơi khác ghi {value}; đã lấy theo tiêu đề." / "The title says {raw}, elsewhere it says {value}; the title was followed.";
    ColumnUnknown = "COLUMN_UNKNOWN", Info,
        "Cột không có trong biểu mẫu, không sử dụng" / "A column the form does not know, not used",
        "Nếu cột này cần dùng, thêm tên cột vào pipelines/forms." / "If it is needed, add its title to pipelines/forms.";
    ColumnDoubtful = "COLUMN_DOUBTFUL", Warning,
        "Tiêu đề cột chưa chắc chắn" / "A doubtful column title",
        "Cột '{raw}' được hiểu là {value}; nếu sai, sửa tiêu đề cho giống biểu mẫu." / "Column '{raw}' was taken for {value}; if that is wrong, retitle it as in the form.";
    ColumnRepeated = "COLUMN_REPEATED", Warning,
        "Hai cột có cùng tiêu đề" / "Two columns have the same title",
        "Cột '{raw}' xuất hiện hai lần; chỉ cột đầu được dùng. Mỗi bảng đặt ở một trang tính, mỗi cột một tiêu đề." / "Column '{raw}' stands twice; only the first is used. Put each table on a sheet of its own and give each column its own title.";
    CellUnnamed = "CELL_UNNAMED", Error,
        "Dòng có số liệu nhưng không có tên chi bộ" / "A row with figures and no cell's name",
        "Ghi tên chi bộ của dòng này; nếu ô tên được gộp thì bỏ gộp." / "Write the cell's name into this row; unmerge the name cell if it is merged.";
    CellUnknown = "CELL_UNKNOWN", Error,
        "Tên chi bộ không có trong danh mục" / "The cell is not in the register",
        "Sửa tên '{raw}' theo danh mục; gần nhất: {value}." / "Correct '{raw}' as in the register; nearest: {value}.";
    CellAmbiguous = "CELL_AMBIGUOUS", Error,
        "Tên ứng với nhiều chi bộ" / "The name fits several cells",
        "'{raw}' có thể là {value}; ghi thêm mã chi bộ." / "'{raw}' may be {value}; add the cell's code.";
    CellFuzzy = "CELL_FUZZY", Warning,
        "Tên chi bộ gần đúng" / "The name is almost right",
        "'{raw}' được hiểu là {value}; đề nghị sửa theo danh mục." / "'{raw}' was taken for {value}; write it as in the register.";
    CellTwice = "CELL_TWICE", Error,
        "Chi bộ có hai dòng khác số liệu trong một biểu" / "A cell stands twice in a sheet with different values",
        "Giữ lại một dòng đúng (dòng kia: {value})." / "Keep the one right row (the other: {value}).";
    CellRepeated = "CELL_REPEATED", Info,
        "Chi bộ có hai dòng giống nhau trong một biểu" / "A cell stands twice in a sheet with the same values",
        "Đã tính một lần (dòng kia: {value})." / "Counted once (the other: {value}).";
    CellMissing = "CELL_MISSING", Info,
        "Chi bộ của đơn vị không có trong biểu" / "A cell of the unit is missing from the sheet",
        "Bổ sung dòng cho {value}." / "Add a row for {value}.";
    ValueUnreadable = "VALUE_UNREADABLE", Error,
        "Giá trị bắt buộc không đọc được" / "A required value cannot be read",
        "'{raw}' không phải {value}; nhập lại ô này." / "'{raw}' is not {value}; enter it again.";
    ValueDropped = "VALUE_DROPPED", Warning,
        "Giá trị không đọc được, bỏ trống" / "A value cannot be read and is left blank",
        "'{raw}' không phải {value}; nhập lại ô này." / "'{raw}' is not {value}; enter it again.";
    PresentOverMembers = "PRESENT_OVER_MEMBERS", Error,
        "Số có mặt lớn hơn tổng số đảng viên" / "More present than members",
        "Có mặt {raw}, tổng số {value}; kiểm tra lại hai ô." / "Present {raw}, members {value}; check both.";
    ScoreOutOfRange = "SCORE_OUT_OF_RANGE", Error,
        "Điểm ngoài thang 0–100" / "A score outside 0–100",
        "Điểm {raw} không hợp lệ; nhập lại." / "{raw} is not valid; enter it again.";
    RateDiffers = "RATE_DIFFERS", Warning,
        "Tỷ lệ ghi trong biểu khác số tính được" / "The stated rate differs from the computed one",
        "Biểu ghi {raw}, tính được {value}; kiểm tra số có mặt và số phải dự." / "Stated {raw}, computed {value}; check present and due.";
    GradeDiffers = "GRADE_DIFFERS", Warning,
        "Mức xếp loại không khớp với điểm" / "Grade and score disagree",
        "Ghi {raw}, theo điểm là {value}; kiểm tra lại điểm hoặc mức xếp loại." / "Stated {raw}, by the score it is {value}; check the score or the grade.";
    GradeNotOne = "GRADE_NOT_ONE", Warning,
        "Phải đánh dấu đúng một mức xếp loại" / "Not exactly one grade is marked",
        "Đánh dấu x vào đúng một cột (đang có: {value})." / "Mark exactly one column (now: {value}).";
    AbsencesDiffer = "ABSENCES_DIFFER", Warning,
        "Có mặt cộng vắng khác số phải dự" / "Present plus absent is not the number due",
        "Cộng được {raw}, phải dự {value}; kiểm tra số có mặt và số vắng." / "The sum is {raw}, due are {value}; check present and absent.";
    TotalDiffers = "TOTAL_DIFFERS", Warning,
        "Dòng tổng cộng khác tổng các dòng" / "The total row is not the sum of the rows",
        "Dòng tổng ghi {raw}, cộng các dòng được {value}; kiểm tra lại." / "The total row says {raw}, the rows add up to {value}; check both.";
    DateOutside = "DATE_OUTSIDE", Warning,
        "Ngày họp ngoài tháng báo cáo" / "The meeting's date lies outside the month",
        "Ngày {raw} không thuộc tháng {value}; kiểm tra ngày họp hoặc tháng báo cáo." / "{raw} is not in {value}; check the date or the month.";
    ValuesDisagree = "VALUES_DISAGREE", Warning,
        "Hai ô của một dòng ghi khác nhau" / "Two cells of a row say different things",
        "Ô này ghi {raw}, ô khác ghi {value}; kiểm tra và sửa một trong hai." / "This cell says {raw}, another says {value}; correct one of them.";
    CriterionOverMax = "CRITERION_OVER_MAX", Error,
        "Điểm vượt mức tối đa của tiêu chí" / "More points than the criterion gives",
        "Ghi {raw}, tiêu chí này cho {value} điểm; nhập lại điểm và tổng điểm." / "{raw} was given, the criterion allows {value}; correct the points and the total.";
    CriterionUnnamed = "CRITERION_UNNAMED", Error,
        "Dòng có điểm nhưng không có tên tiêu chí" / "A row with points and no criterion",
        "Ghi tên tiêu chí của dòng này." / "Write the criterion into this row.";
    PointsDoNotSum = "POINTS_DO_NOT_SUM", Warning,
        "Tổng điểm khác tổng các tiêu chí" / "The total is not the sum of the criteria",
        "Ghi {raw}, cộng các tiêu chí được {value}; kiểm tra lại. Tổng ghi trong phiếu được giữ." / "The sheet says {raw}, the criteria add up to {value}; check both. The stated total is kept.";
    ScoreScale = "SCORE_SCALE", Warning,
        "Phiếu không chấm theo thang 100 điểm" / "The sheet does not score out of 100",
        "Tổng thang điểm của phiếu là {raw}; tổng điểm không được lấy làm điểm tháng. Chấm lại theo thang 100." / "The most points of the sheet are {raw}; its total was not taken as the month's score. Score it out of 100.";
    ScoreIncomplete = "SCORE_INCOMPLETE", Warning,
        "Phiếu không ghi tổng điểm và thiếu điểm tiêu chí" / "No total, and criteria without points",
        "Còn {value} tiêu chí chưa có điểm; bổ sung điểm hoặc ghi dòng tổng điểm." / "{value} criteria have no points; add them or write the total.";
    ScoreSheetDiffers = "SCORE_SHEET_DIFFERS", Warning,
        "Điểm trong biểu tháng khác phiếu chấm điểm" / "Monthly table and score sheet give different scores",
        "Biểu tháng ghi {raw}, phiếu chấm điểm ghi {value}; đã lấy theo phiếu." / "The monthly table says {raw}, the score sheet {value}; the score sheet was followed.";
    PlanWithoutTopic = "PLAN_WITHOUT_TOPIC", Warning,
        "Kế hoạch có ngày nhưng không ghi chuyên đề nào" / "A plan with dates and no topic",
        "Ghi chuyên đề vào cột của từng quý." / "Write the topics into the columns of the quarters.";
    YearUnknown = "YEAR_UNKNOWN", Error,
        "Không xác định được năm" / "The year is unknown",
        "Ghi rõ 'Năm …' ở tiêu đề biểu." / "Write 'Năm …' in the sheet's title.";
    SheetHidden = "SHEET_HIDDEN", Info,
        "Trang tính ẩn, vẫn được đọc" / "A hidden sheet, read like the others",
        "Trang đang ẩn trong tệp; bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng." / "The sheet is hidden in the file; show it to check, or delete it if it is not meant.";
    RowsHidden = "ROWS_HIDDEN", Info,
        "Dòng ẩn, vẫn được đọc" / "Hidden rows, read like the others",
        "Dòng {value} đang ẩn; bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng." / "Rows {value} are hidden; show them to check, or delete them if they are not meant.";
    ColumnsHidden = "COLUMNS_HIDDEN", Info,
        "Cột ẩn, vẫn được đọc" / "Hidden columns, read like the others",
        "Cột {value} đang ẩn; bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng." / "Columns {value} are hidden; show them to check, or delete them if they are not meant.";
    DecisionApplied = "DECISION_APPLIED", Info,
        "Theo quyết định ghi trong danh mục" / "By a decision in the register",
        "'{raw}' được hiểu là {value}, theo trang 'Quyết định' của danh mục." / "'{raw}' was taken for {value}, by the register's sheet 'Quyết định'.";
    FileBlank = "FILE_BLANK", Error,
        "Tệp không có dữ liệu" / "The workbook holds nothing",
        "Mọi trang tính đều trống; kiểm tra và gửi lại." / "Every sheet is blank; check it and send it again.";
    FileLink = "FILE_LINK", Info,
        "Liên kết (shortcut) trong hộp thư, không đọc" / "A link in the inbox, not followed",
        "Đặt chính tệp đó vào hộp thư." / "Put the file itself into the inbox.";
    MeetingUnstated = "MEETING_UNSTATED", Warning,
        "Không rõ chi bộ có họp hay không" / "The row does not say whether the cell met",
        "Ghi ngày họp và số có mặt, hoặc ghi 'Không họp'." / "Give the date and the number present, or write 'Không họp'.";
    ValueRepaired = "VALUE_REPAIRED", Info,
        "Cách viết khác thường, đã hiểu" / "An unusual spelling, understood",
        "'{raw}' được hiểu là {value}." / "'{raw}' was read as {value}.";
    CellUnaccounted = "CELL_UNACCOUNTED", Error,
        "Ô không được hạch toán (lỗi chương trình)" / "A cell was not accounted for (a mistake of the program)",
        "Đề nghị gửi biểu này cho người phụ trách chương trình." / "Please send this sheet to whoever looks after the program.";
    TextConverted = "TEXT_CONVERTED", Info,
        "Văn bản dùng phông chữ cũ, đã chuyển sang Unicode" / "Text of a legacy font, converted to Unicode",
        "Đã chuyển {value} ô từ {raw}; nên dùng phông Unicode (Times New Roman)." / "{value} cells were converted from {raw}; better use a Unicode font (Times New Roman).";
    SupervisorDropped = "SUPERVISOR_DROPPED", Info,
        "Không phải chức danh; chỉ ghi nhận có người dự" / "Not a role; only that somebody attended is kept",
        "Chỉ ghi chức danh, không ghi họ tên." / "Write the role, not a name.";
    ValueChanged = "VALUE_CHANGED", Info,
        "Giá trị được thay bởi biểu gửi sau" / "A value was replaced by a later submission",
        "Cũ: {raw}; mới: {value}." / "Before: {raw}; now: {value}.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_excel() {
        let letters: Vec<_> = [0, 25, 26, 51, 52, 701, 702, 16383].map(column_letters).into();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
        assert_eq!(CellRef { row: 11, column: 5 }.to_string(), "F12");
        for (row, column) in [(0, 0), (11, 5), (1_048_575, 16_383), (7, 26), (7, 701)] {
            let at = CellRef { row, column };
            assert_eq!(CellRef::parse(&at.to_string()), Some(at));
        }
        for written in ["", "12", "F", "F0", "f1", "ZZZZZZZZZ1"] {
            assert_eq!(CellRef::parse(written), None, "{written}");
        }
    }

    #[test]
    fn cells_below_each_other_are_one_range() {
        let cells = [(7, 5), (8, 5), (9, 5), (14, 5), (14, 6)].map(|(row, column)| CellRef { row, column });
        assert_eq!(written_cells(&cells), "F8–F10, F15, G15");
    }

    #[test]
    fn every_code_says_how_to_mend_it_in_both_languages() {
        for code in Code::ALL {
            for lang in [Lang::Vi, Lang::En] {
                assert!(code.meaning(lang).chars().count() > 5, "{code}");
                assert!(code.hint(lang).ends_with('.'), "{code}: {}", code.hint(lang));
            }
            assert_eq!(code.word(), code.word().to_uppercase());
        }
    }
}
