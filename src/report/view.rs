//! The figures of a run, looked up by cell and by committee, with what the caller asks of a report.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::past::Past;
use crate::figures::Figures;
use crate::judge::FlagCode;
use crate::lake::schema::{CellSummary, FindingRow, FlagRow, RankRow, SubmissionRow, UnitRow, UnitSummary};
use crate::lang::Lang;
use crate::manifest::Sources;
use crate::order::vietnamese;
use crate::register::UnitId;
use crate::report::numbers::tally;
use crate::rules::Rules;
use crate::rules::index::Component;
use crate::terms::{FlagSeverity, Scope, Tier};

/// What a report needs beside the figures.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// Language.
    pub lang: Lang,
    /// Date of the letterhead; without it the line stays open.
    pub date: Option<NaiveDate>,
    /// The rules, printed on the method sheet and beside what they decide.
    pub rules: &'a Rules,
    /// What the run was made of.
    pub sources: &'a Sources,
    /// Flags that no cell could be judged by, for want of data.
    pub silent: &'a [FlagCode],
}

/// Figures by cell and by committee.
#[derive(Debug)]
pub struct View<'a> {
    /// The figures.
    pub figures: &'a Figures,
    /// What the caller asks.
    pub options: &'a Options<'a>,
    cells: BTreeMap<&'a UnitId, &'a CellSummary>,
    ranks: BTreeMap<&'a UnitId, &'a RankRow>,
    flags: BTreeMap<&'a UnitId, Vec<&'a FlagRow>>,
    cells_of: BTreeMap<&'a str, Vec<&'a CellSummary>>,
    unit_names: BTreeMap<&'a str, &'a str>,
    senders: BTreeMap<(&'a str, &'a str), &'a str>,
    past: Option<Past<'a>>,
    top_unit: Option<&'a str>,
    type_names: BTreeMap<&'a str, &'a str>,
}

/// A cell that needs attention and support, with the reasons.
#[derive(Debug)]
pub struct NeedsSupport<'a> {
    /// The cell.
    pub cell: &'a CellSummary,
    /// Its place in the ranking.
    pub rank: &'a RankRow,
    /// The flags that count, red first.
    pub reasons: Vec<&'a FlagRow>,
}

impl<'a> View<'a> {
    /// A view of figures.
    #[must_use]
    pub fn new(figures: &'a Figures, options: &'a Options<'a>) -> Self {
        let mut flags: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for flag in &figures.flags {
            flags.entry(&flag.cell_id).or_default().push(flag);
        }
        let mut cells_of: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut sorted: Vec<_> = figures.cell_summary.iter().collect();
        sorted.sort_by(|one, other| vietnamese(&one.cell_name, &other.cell_name));
        for cell in sorted {
            cells_of.entry(cell.unit_id.as_ref().map_or("", UnitId::as_str)).or_default().push(cell);
        }
        let mut unit_names: BTreeMap<_, _> =
            figures.units.iter().map(|unit| (unit.unit_id.as_str(), unit.name.as_str())).collect();
        let mut type_names = BTreeMap::new();
        for pooled in &figures.unit_summary {
            match pooled.scope {
                Scope::Unit => unit_names.insert(&pooled.unit_id, &pooled.unit_name),
                Scope::Type => type_names.insert(pooled.unit_id.as_str(), pooled.unit_name.as_str()),
                Scope::Cell | Scope::Hardship | Scope::Concurrent | Scope::All => None,
            };
        }
        Self {
            figures,
            options,
            cells: figures.cell_summary.iter().map(|cell| (&cell.cell_id, cell)).collect(),
            ranks: figures.ranking.iter().map(|rank| (&rank.cell_id, rank)).collect(),
            flags,
            cells_of,
            unit_names,
            senders: senders(&figures.submissions),
            past: Past::of(figures),
            top_unit: top_unit(&figures.units),
            type_names,
        }
    }

    /// The window before, if something was reported in it.
    pub(super) fn past(&self) -> Option<&Past<'a>> {
        self.past.as_ref()
    }

    /// Language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.options.lang
    }

    /// Figures of a cell.
    #[must_use]
    pub fn cell(&self, id: &UnitId) -> Option<&'a CellSummary> {
        self.cells.get(id).copied()
    }

    /// Place of a cell in the ranking.
    #[must_use]
    pub fn rank(&self, id: &UnitId) -> Option<&'a RankRow> {
        self.ranks.get(id).copied()
    }

    /// Flags of a cell.
    #[must_use]
    pub fn flags(&self, id: &UnitId) -> &[&'a FlagRow] {
        self.flags.get(id).map_or(&[], Vec::as_slice)
    }

    /// Whether the cell needs attention and support.
    #[must_use]
    pub fn is_weak(&self, id: &UnitId) -> bool {
        self.rank(id).is_some_and(|rank| rank.weak)
    }

    /// Cells by the code of the organisation above them, both in the order of their names; cells without one
    /// stand under the empty code.
    #[must_use]
    pub fn cells_by_unit(&self) -> Vec<(&'a str, &[&'a CellSummary])> {
        let mut units: Vec<_> = self.cells_of.iter().map(|(unit, cells)| (*unit, cells.as_slice())).collect();
        units.sort_by(|(one, _), (other, _)| self.by_unit_name(one, other));
        units
    }

    /// Compares organisations by code: the topmost first, then in the order of their names.
    #[must_use]
    pub fn by_unit_name(&self, one: &str, other: &str) -> Ordering {
        let key = |id: &str| self.unit_names.get(id).copied().unwrap_or_default().to_owned();
        let is_below = |name: &str| self.top_unit() != Some(name);
        let (one_name, other_name) = (key(one), key(other));
        is_below(&one_name)
            .cmp(&is_below(&other_name))
            .then_with(|| vietnamese(&one_name, &other_name))
            .then_with(|| one.cmp(other))
    }

    /// Characters of an interval of ranks on one line, such as `1.083–1.820`.
    #[must_use]
    pub fn interval_width(&self) -> f64 {
        let widest = 2 * self.lang().count(tally(self.ranked())).chars().count() + 1;
        f64::from(u32::try_from(widest).unwrap_or(u32::MAX)).max(7.0) + 1.5
    }

    /// Whether the ranks have intervals.
    #[must_use]
    pub fn has_intervals(&self) -> bool {
        self.figures.ranking.iter().any(|rank| rank.rank_low.is_some() && rank.rank_high.is_some())
    }

    /// Whether some cell has a score for the component.
    #[must_use]
    pub fn has_component(&self, component: Component) -> bool {
        self.figures.ranking.iter().any(|rank| component_score(rank, component).is_some())
    }

    /// Cells directly under an organisation.
    #[must_use]
    pub fn cells_of(&self, unit_id: &str) -> &[&'a CellSummary] {
        self.cells_of.get(unit_id).map_or(&[], Vec::as_slice)
    }

    /// Name of a cell, or its code.
    #[must_use]
    pub fn cell_name(&self, id: &'a UnitId) -> &'a str {
        self.cell(id).map_or_else(|| self.unit_name(id.as_str()), |cell| cell.cell_name.as_str())
    }

    /// Name of an organisation, or its code.
    #[must_use]
    pub fn unit_name(&self, id: &'a str) -> &'a str {
        self.unit_names.get(id).copied().unwrap_or(id)
    }

    /// Name of a criterion group, or its code.
    #[must_use]
    pub fn criterion(&self, code: &'a str) -> &'a str {
        self.options.rules.criteria.group(code).map_or(code, |group| group.name(self.options.lang))
    }

    /// Name of the organisation above a cell; empty where there is none.
    #[must_use]
    pub fn above(&self, cell: &'a CellSummary) -> &'a str {
        match (&cell.unit_name, &cell.unit_id) {
            (Some(name), _) => name,
            (None, Some(id)) => self.unit_name(id.as_str()),
            (None, None) => "",
        }
    }

    /// Name of a cell type; empty where it has none.
    #[must_use]
    pub fn type_name(&self, cell_type: Option<&'a str>) -> &'a str {
        cell_type.map_or("", |id| self.type_names.get(id).copied().unwrap_or(id))
    }

    /// Pooled figures of everything.
    #[must_use]
    pub fn whole(&self) -> Option<&'a UnitSummary> {
        self.figures.unit_summary.iter().find(|pooled| pooled.scope == Scope::All)
    }

    /// Pooled figures of a scope, by code.
    #[must_use]
    pub fn pooled(&self, scope: Scope) -> Vec<&'a UnitSummary> {
        let mut rows: Vec<_> = self.figures.unit_summary.iter().filter(|pooled| pooled.scope == scope).collect();
        rows.sort_by(|one, other| match scope {
            Scope::Unit => self.by_unit_name(&one.unit_id, &other.unit_id),
            _ => vietnamese(&one.unit_name, &other.unit_name),
        });
        rows
    }

    /// Quarters with a thematic meeting and quarters expected, of the cells whose sheets say so.
    #[must_use]
    pub fn thematic(&self, pooled: &UnitSummary) -> Option<(i64, i64)> {
        thematic(self.figures.cell_summary.iter().filter(|cell| belongs(cell, pooled)))
    }

    /// Ranked cells, best first.
    #[must_use]
    pub fn ranked(&self) -> Vec<&'a RankRow> {
        let mut rows: Vec<_> = self.figures.ranking.iter().filter(|row| row.ranked).collect();
        rows.sort_by(|one, other| (one.rank, &one.cell_id).cmp(&(other.rank, &other.cell_id)));
        rows
    }

    /// Cells without enough data to be ranked, by name.
    #[must_use]
    pub fn unranked(&self) -> Vec<&'a RankRow> {
        let mut rows: Vec<_> = self.figures.ranking.iter().filter(|row| !row.ranked).collect();
        rows.sort_by(|one, other| vietnamese(self.cell_name(&one.cell_id), self.cell_name(&other.cell_id)));
        rows
    }

    /// Cells that need attention and support, the greatest need first.
    #[must_use]
    pub fn needing_support(&self) -> Vec<NeedsSupport<'a>> {
        let weak = self.figures.ranking.iter().filter(|rank| rank.weak);
        let mut cells: Vec<_> = weak
            .filter_map(|rank| {
                let mut reasons = self.flags(&rank.cell_id).to_vec();
                reasons.retain(|flag| flag.code.counts_for_weak());
                reasons.sort_by_key(|flag| (flag.severity != FlagSeverity::Red, flag.code));
                Some(NeedsSupport { cell: self.cell(&rank.cell_id)?, rank, reasons })
            })
            .collect();
        cells.sort_by(|one, other| {
            let need =
                |it: &NeedsSupport<'_>| (it.rank.red_flags, it.rank.amber_flags, it.rank.rank_low.or(it.rank.rank));
            need(other)
                .cmp(&need(one))
                .then(other.cell.hardship.cmp(&one.cell.hardship))
                .then_with(|| one.cell.cell_id.cmp(&other.cell.cell_id))
        });
        cells
    }

    /// The topmost organisation of the register.
    #[must_use]
    pub fn top_unit(&self) -> Option<&'a str> {
        self.top_unit
    }

    /// The code of who sent the sheet a finding speaks of; of a finding about a whole file, of its only sender.
    #[must_use]
    pub fn sender(&self, finding: &FindingRow) -> Option<&'a str> {
        if let Some(sheet) = &finding.sheet {
            return self.senders.get(&(finding.file.as_str(), sheet.as_str())).copied();
        }
        let from = (finding.file.as_str(), "");
        let mut of_file = self.senders.range(from..).take_while(|((file, _), _)| *file == finding.file.as_str());
        let (_, first) = of_file.next()?;
        of_file.all(|(_, other)| other == first).then_some(*first)
    }

    /// Whether something sent speaks of the months of the report, or does not say of which it speaks.
    #[must_use]
    pub fn is_in_window(&self, submission: &SubmissionRow) -> bool {
        submission.period.is_none_or(|period| self.figures.window.contains(period))
    }

    /// Components that cells elsewhere have data for, but none under the organisation.
    #[must_use]
    pub fn lacking(&self, unit_id: &str) -> Vec<Component> {
        let ranks: Vec<_> = self.cells_of(unit_id).iter().filter_map(|cell| self.rank(&cell.cell_id)).collect();
        let lacks = |component: &Component| {
            self.has_component(*component) && ranks.iter().all(|rank| component_score(rank, *component).is_none())
        };
        if ranks.is_empty() { Vec::new() } else { Component::ALL.iter().copied().filter(lacks).collect() }
    }
}

/// Quarters with a thematic meeting and quarters expected, of those cells whose sheets say so.
pub fn thematic<'c>(cells: impl Iterator<Item = &'c CellSummary>) -> Option<(i64, i64)> {
    let known: Vec<_> = cells.filter_map(|cell| Some((cell.thematic_quarters?, cell.thematic_expected))).collect();
    let sum = |(held, expected), (more_held, more): (i64, i64)| (held + more_held, expected + more);
    (!known.is_empty()).then(|| known.into_iter().fold((0, 0), sum))
}

fn top_unit(units: &[UnitRow]) -> Option<&str> {
    let top = units.iter().find(|unit| unit.tier == Tier::Superior && unit.parent_id.is_none());
    let top = top.or_else(|| units.iter().find(|unit| !unit.tier.is_cell() && unit.parent_id.is_none()));
    top.map(|unit| unit.name.as_str())
}

/// Who sent each sheet, by file and sheet.
fn senders(submissions: &[SubmissionRow]) -> BTreeMap<(&str, &str), &str> {
    let sent = submissions
        .iter()
        .filter_map(|row| Some(((row.file.as_str(), row.sheet.as_str()), row.unit_id.as_ref()?.as_str())));
    sent.collect()
}

/// Whether a cell is one of those pooled.
fn belongs(cell: &CellSummary, pooled: &UnitSummary) -> bool {
    let is_yes = pooled.unit_id == "yes";
    match pooled.scope {
        Scope::All => true,
        Scope::Unit => cell.unit_id.as_ref().is_some_and(|id| id.as_str() == pooled.unit_id),
        Scope::Type => cell.cell_type.as_ref() == Some(&pooled.unit_id),
        Scope::Hardship => cell.hardship == is_yes,
        Scope::Concurrent => cell.concurrent_secretary == is_yes,
        Scope::Cell => cell.cell_id.as_str() == pooled.unit_id,
    }
}

/// A component's score.
#[must_use]
pub fn component_score(rank: &RankRow, component: Component) -> Option<f64> {
    match component {
        Component::Quality => rank.s_quality,
        Component::Attendance => rank.s_attendance,
        Component::Cadence => rank.s_cadence,
        Component::Thematic => rank.s_thematic,
        Component::Participation => rank.s_participation,
        Component::Plan => rank.s_plan,
    }
}
