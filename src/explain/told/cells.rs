//! The cells that are cited, one by one with what stands in them, or in few lines.

use std::collections::BTreeSet;

use super::Told;
use crate::explain::Ingredient;
use crate::explain::sources::{Citation, Cited};
use crate::finding::{CellRef, written_cells};
use crate::lake::schema::MeetingRow;
use crate::lake::table::Row as _;
use crate::lang::{Lang, t};

impl Told<'_> {
    /// Everything that some ingredients stand in, and what merging left out of it.
    pub(super) fn cites(&mut self, made_of: BTreeSet<Ingredient>) {
        self.left_out(&made_of);
        let asked = !made_of.is_empty();
        let citations = self.explanation.cited(made_of);
        if citations.is_empty() && asked {
            self.line(&t!(self.lang, "no-cell-states-it"));
        }
        self.citations(&citations);
    }

    /// Cited cells under a heading per month.
    pub(super) fn citations(&mut self, citations: &[&Citation]) {
        for month in citations.chunk_by(|one, next| one.period == next.period) {
            let heading = month.first().and_then(|it| it.period.as_deref());
            self.line(&format!(" {}", heading.unwrap_or(&t!(self.lang, "register-in-text"))));
            for citation in month {
                self.line(&told(citation, self.lang));
            }
        }
    }

    /// The same cells without what they say: a line per month and sheet.
    pub(super) fn cells(&mut self, made_of: BTreeSet<Ingredient>) {
        let citations = self.explanation.cited(made_of);
        let places: BTreeSet<CellPlace<'_>> = citations.into_iter().filter_map(CellPlace::of).collect();
        if places.is_empty() {
            return;
        }
        let label = t!(self.lang, "sheet-cells-in-text");
        self.line(&format!("  {label}: {}", places.len()));
        let places: Vec<CellPlace<'_>> = places.into_iter().collect();
        for sheet in places.chunk_by(CellPlace::same_sheet) {
            let Some(first) = sheet.first() else { continue };
            let at: Vec<CellRef> = sheet.iter().map(|place| place.cell).collect();
            let period = first.period.map_or_else(|| t!(self.lang, "register-in-text"), str::to_owned);
            let code = first.reported_as.map_or_else(String::new, |code| format!(" ({code})"));
            self.line(&format!("    {period:<8} {} [{}] {}{code}", first.file, first.sheet, written_cells(&at)));
        }
    }
}

/// A cell in its sheet, by month.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct CellPlace<'a> {
    period: Option<&'a str>,
    file: &'a str,
    sheet: &'a str,
    reported_as: Option<&'a str>,
    cell: CellRef,
}

impl<'a> CellPlace<'a> {
    fn of(citation: &'a Citation) -> Option<Self> {
        Some(Self {
            period: citation.period.as_deref(),
            file: &citation.place.file,
            sheet: citation.place.sheet.as_deref()?,
            reported_as: citation.reported_as.as_deref(),
            cell: citation.place.cell?,
        })
    }

    fn same_sheet(&self, other: &Self) -> bool {
        (self.period, self.file, self.sheet, self.reported_as)
            == (other.period, other.file, other.sheet, other.reported_as)
    }
}

/// One cell: what it is, as understood, as written, where, and under which code it was reported.
fn told(citation: &Citation, lang: Lang) -> String {
    let raw = match (&citation.raw, citation.blank) {
        (_, true) => t!(lang, "blank"),
        (Some(raw), false) => format!("«{}»", crate::text::tidy(raw)),
        (None, false) => t!(lang, "not-repeated"),
    };
    let code = citation.reported_as.as_ref();
    let code = code.map(|code| t!(lang, "reported-as", code));
    let field = field_name(&citation.field, lang);
    format!("    {field:<28} {:<14} {raw:<22} {}{}", citation.value, citation.place, code.unwrap_or_default())
}

/// A field in words: a column of `meetings`, another cell that is cited, or a title of the register.
pub(super) fn field_name(field: &str, lang: Lang) -> String {
    let column = MeetingRow::TABLE.columns.iter().find(|column| column.name == field);
    let other = Cited::from_word(field).map(|cited| match cited {
        Cited::Name => t!(lang, "name-or-code-of-the-cell"),
        Cited::ReportDate => t!(lang, "date-of-the-report"),
        Cited::VisitDate => t!(lang, "day-of-the-visit"),
        Cited::Topic => t!(lang, "planned-topic"),
        Cited::ApprovedOn => t!(lang, "day-the-plan-was-approved"),
        Cited::Points => t!(lang, "points-of-a-criterion"),
        Cited::MaxPoints => t!(lang, "most-points"),
    });
    column.map(|column| lang.pick(column.vi, column.en).to_owned()).or(other).unwrap_or_else(|| field.to_owned())
}
