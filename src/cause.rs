//! Findings of one cause together: the same code, sheet, column and kind of spelling. As a compiler tells them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::{CellRef, Code, Finding, column_letters, written_cells};
use crate::intake::wording::Spelling;
use crate::lang::{Lang, t};
use crate::report::wording;
use crate::terms::Severity;

/// What findings of one cause share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    /// Gravest first.
    pub severity: Severity,
    /// File, relative to the inbox.
    pub file: String,
    /// Sheet.
    pub sheet: Option<String>,
    /// Code of the findings.
    pub code: Code,
    /// Column from 0.
    pub column: Option<u32>,
    /// How repaired values were spelt.
    pub spelling: Option<Spelling>,
}

/// Findings of one cause, in the order of their cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    /// What they share.
    pub cause: Cause,
    /// The findings.
    pub findings: Vec<&'a Finding>,
}

/// Findings by cause, gravest first.
#[must_use]
pub fn grouped<'a>(findings: &[&'a Finding]) -> Vec<Group<'a>> {
    let mut groups: BTreeMap<Cause, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        groups.entry(cause(finding)).or_default().push(finding);
    }
    let ordered = groups.into_iter().map(|(cause, mut findings)| {
        findings.sort_by_key(|finding| finding.place.cell);
        Group { cause, findings }
    });
    ordered.collect()
}

fn cause(finding: &Finding) -> Cause {
    let repaired = finding.code == Code::ValueRepaired;
    Cause {
        severity: finding.severity(),
        file: finding.place.file.to_string(),
        sheet: finding.place.sheet.as_deref().map(str::to_owned),
        code: finding.code,
        column: finding.place.cell.map(|cell| cell.column),
        spelling: finding.raw.as_deref().filter(|_| repaired).map(Spelling::of),
    }
}

impl Group<'_> {
    /// The cells of the group as ranges: `F8–F12, F15`.
    #[must_use]
    pub fn cells(&self) -> String {
        let cells: Vec<CellRef> = self.findings.iter().filter_map(|finding| finding.place.cell).collect();
        written_cells(&cells)
    }

    /// What they have in common, in one line: `cột F: 57 ô dùng dấu phẩy thập phân`.
    #[must_use]
    pub fn headline(&self, lang: Lang) -> String {
        let count = self.findings.len();
        let what = self.cause.spelling.map_or_else(|| self.cause.code.meaning(lang), |spelling| spelling.word(lang));
        match self.cause.column {
            Some(column) if count > 1 => {
                let letters = column_letters(column);
                t!(lang, "cells-of-column", letters, count, what)
            }
            _ if count > 1 => format!("{what} ({count})"),
            _ => what,
        }
    }

    /// The group as a compiler tells it: what, where, what stands there, how to mend it.
    #[must_use]
    pub fn told(&self, lang: Lang) -> String {
        let Cause { severity, code, .. } = &self.cause;
        let mut text = format!("{}[{code}]: {}\n", wording::severity(*severity, lang), self.headline(lang));
        let _ = writeln!(text, "  --> {}", self.place());
        // Repairs of one kind are all alike; of everything else each is told, however many there are.
        let shown = if self.cause.spelling.is_some() { 1 } else { self.findings.len() };
        for finding in self.findings.iter().take(shown) {
            let hint = finding.hint(lang);
            let raw = finding.raw.as_deref().filter(|raw| !raw.is_empty() && !hint.contains(raw));
            let raw = raw.map(|raw| format!("«{raw}» ")).unwrap_or_default();
            let _ = writeln!(text, "  | {}{raw}{hint}", self.single(finding));
        }
        text.push('\n');
        text
    }

    /// File, sheet and cells.
    #[must_use]
    pub fn place(&self) -> String {
        let sheet = self.cause.sheet.as_ref().map(|sheet| format!(" [{sheet}]")).unwrap_or_default();
        format!("{}{sheet} {}", self.cause.file, self.cells()).trim_end().to_owned()
    }

    /// The cell, where a line speaks of one of several.
    fn single(&self, finding: &Finding) -> String {
        let cell = finding.place.cell.filter(|_| self.findings.len() > 1);
        cell.map(|cell| format!("{cell}: ")).unwrap_or_default()
    }
}
