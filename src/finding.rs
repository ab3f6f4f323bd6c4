//! Findings: what reading a sheet found, where, and how to mend it. The one catalogue of codes.

use std::fmt;
use std::sync::Arc;

use crate::lake::schema::FindingRow;
use crate::lake::table::words;
use crate::lang::{Lang, catalogue};
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
        self.code.hint(lang, self.raw.as_deref().unwrap_or("…"), self.value.as_deref().unwrap_or("…"))
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
    ($($name:ident = $word:literal, $severity:ident;)*) => {
        words! {
            /// Code of a finding. Codes are stable.
            pub enum Code { $(#[doc = concat!("`", $word, "`, told in the catalogue of texts.")] $name = $word),* }
        }

        impl Code {
            /// How grave findings of this code are.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }
        }
    };
}

codes! {
    FileNotWorkbook = "FILE_NOT_WORKBOOK", Error;
    FileEmpty = "FILE_EMPTY", Error;
    FileProtected = "FILE_PROTECTED", Error;
    FileBroken = "FILE_BROKEN", Error;
    FileTooLarge = "FILE_TOO_LARGE", Error;
    FileLock = "FILE_LOCK", Info;
    FileUnreadable = "FILE_UNREADABLE", Error;
    FileDuplicate = "FILE_DUPLICATE", Info;
    SheetUnrecognised = "SHEET_UNRECOGNISED", Error;
    UnitUnknown = "UNIT_UNKNOWN", Error;
    UnitConflict = "UNIT_CONFLICT", Warning;
    PeriodUnknown = "PERIOD_UNKNOWN", Error;
    PeriodConflict = "PERIOD_CONFLICT", Warning;
    ColumnUnknown = "COLUMN_UNKNOWN", Info;
    ColumnDoubtful = "COLUMN_DOUBTFUL", Warning;
    ColumnRepeated = "COLUMN_REPEATED", Warning;
    CellUnnamed = "CELL_UNNAMED", Error;
    CellUnknown = "CELL_UNKNOWN", Error;
    CellAmbiguous = "CELL_AMBIGUOUS", Error;
    CellFuzzy = "CELL_FUZZY", Warning;
    CellTwice = "CELL_TWICE", Error;
    CellRepeated = "CELL_REPEATED", Info;
    CellMissing = "CELL_MISSING", Info;
    ValueUnreadable = "VALUE_UNREADABLE", Error;
    ValueDropped = "VALUE_DROPPED", Warning;
    PresentOverMembers = "PRESENT_OVER_MEMBERS", Error;
    ScoreOutOfRange = "SCORE_OUT_OF_RANGE", Error;
    RateDiffers = "RATE_DIFFERS", Warning;
    GradeDiffers = "GRADE_DIFFERS", Warning;
    GradeNotOne = "GRADE_NOT_ONE", Warning;
    AbsencesDiffer = "ABSENCES_DIFFER", Warning;
    TotalDiffers = "TOTAL_DIFFERS", Warning;
    DateOutside = "DATE_OUTSIDE", Warning;
    ValuesDisagree = "VALUES_DISAGREE", Warning;
    CriterionOverMax = "CRITERION_OVER_MAX", Error;
    CriterionUnnamed = "CRITERION_UNNAMED", Error;
    PointsDoNotSum = "POINTS_DO_NOT_SUM", Warning;
    ScoreScale = "SCORE_SCALE", Warning;
    ScoreIncomplete = "SCORE_INCOMPLETE", Warning;
    ScoreSheetDiffers = "SCORE_SHEET_DIFFERS", Warning;
    PlanWithoutTopic = "PLAN_WITHOUT_TOPIC", Warning;
    YearUnknown = "YEAR_UNKNOWN", Error;
    SheetHidden = "SHEET_HIDDEN", Info;
    RowsHidden = "ROWS_HIDDEN", Info;
    ColumnsHidden = "COLUMNS_HIDDEN", Info;
    DecisionApplied = "DECISION_APPLIED", Info;
    FileBlank = "FILE_BLANK", Error;
    FileLink = "FILE_LINK", Info;
    MeetingUnstated = "MEETING_UNSTATED", Warning;
    ValueRepaired = "VALUE_REPAIRED", Info;
    CellUnaccounted = "CELL_UNACCOUNTED", Error;
    TextConverted = "TEXT_CONVERTED", Info;
    SupervisorDropped = "SUPERVISOR_DROPPED", Info;
    ValueChanged = "VALUE_CHANGED", Info;
}

impl Code {
    /// What the finding says, in a few words.
    #[must_use]
    pub fn meaning(self, lang: Lang) -> String {
        catalogue(lang).get(&self.message())
    }

    /// How to mend it, given the cell's text and what was expected or found.
    #[must_use]
    pub fn hint(self, lang: Lang, raw: &str, value: &str) -> String {
        let arguments = [("raw", raw), ("value", value)].into_iter().collect();
        catalogue(lang).get_attr_args(&self.message(), "hint", arguments)
    }

    /// Its message in the catalogue of texts: `finding-file-empty`.
    fn message(self) -> String {
        format!("finding-{}", self.word().to_lowercase().replace('_', "-"))
    }
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
                let hint = code.hint(lang, "raw", "value");
                assert!(hint.ends_with('.'), "{code}: {hint}");
            }
            assert_eq!(code.word(), code.word().to_uppercase());
        }
    }
}
