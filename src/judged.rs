//! One window of the lake: rolled up, flagged and ranked. The same function tells a run's own window and the one before.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::Datelike;

use crate::derived::Derived;
use crate::earlier::Earlier;
use crate::error::Result;
use crate::intake::submission::FileReading;
use crate::judge::changes;
use crate::judge::criteria::{criteria, with_lost_points};
use crate::judge::flags::{self, Basis};
use crate::judge::rank::Ranker;
use crate::judge::sheets::Sheets;
use crate::lake::build::Lake;
use crate::lake::review::CriterionRow;
use crate::lake::schema::{CellMonth, CellRule, CellSummary, FlagRow, MonthRow, RankRow, UnitSummary};
use crate::period::{Period, Window};
use crate::reasons::Reasons;
use crate::register::{Register, UnitId};
use crate::remap::Heirs;
use crate::rules::Rules;
use crate::run::RunOptions;

/// What windows are judged from: the lake on the map asked for, and what goes with it.
pub struct Ground<'a> {
    /// What was asked.
    pub options: &'a RunOptions,
    /// The Committee's rules.
    pub rules: &'a Rules,
    /// The register as reported.
    pub register: &'a Register,
    /// Who carries on whom, on today's map.
    pub heirs: Option<&'a Heirs<'a>>,
    /// The lake.
    pub lake: &'a Lake,
    /// Where it was written.
    pub folder: &'a Path,
    /// Rules of single cells, of all months judged.
    pub cell_rules: &'a [CellRule],
    /// The score sheets.
    pub sheets: &'a Sheets<'a>,
    /// What the files gave.
    pub readings: &'a [FileReading],
}

/// What a window says.
pub struct Judged<'a> {
    /// Its tables so far, for more to be asked.
    pub derived: Derived<'a>,
    /// The months with the rules in force.
    pub months: Vec<MonthRow>,
    /// Rules of single cells in these months.
    pub cell_rules: Vec<CellRule>,
    /// Cell × expected month, sorted by cell and month.
    pub cell_months: Vec<CellMonth>,
    /// Figures per cell, sorted by cell.
    pub cell_summary: Vec<CellSummary>,
    /// Pooled figures.
    pub unit_summary: Vec<UnitSummary>,
    /// Points lost per criterion group.
    pub criteria: Vec<CriterionRow>,
    /// Flags, sorted by cell and code.
    pub flags: Vec<FlagRow>,
    /// Ranking, in the order of the cells.
    pub ranking: Vec<RankRow>,
}

impl Ground<'_> {
    /// The register on the map asked for.
    #[must_use]
    pub fn todays_register(&self) -> &Register {
        self.heirs.map_or(self.register, Heirs::register)
    }

    /// Rolls a window up and judges it, in a folder of work; its tables are written below `tables`.
    ///
    /// # Errors
    /// The SQL is wrong, or the disk refuses.
    pub fn judged<'t>(&'t self, window: Window, ranked: Ranker, work: &Path, tables: &'t Path) -> Result<Judged<'t>> {
        let (rules, lang) = (self.rules, self.options.lang);
        let months = months(rules, window);
        let cell_rules: Vec<CellRule> =
            self.cell_rules.iter().filter(|row| window.contains(row.period)).cloned().collect();
        let mut derived = Derived::of((self.lake, self.folder), (&months, &cell_rules), rules, work, tables)?;
        let cell_months: Vec<CellMonth> = derived.query()?;
        let cell_summary: Vec<CellSummary> = derived.ask()?;
        let criteria = criteria(&cell_summary, &cell_months, self.sheets, &rules.criteria);
        let cell_summary = with_lost_points(cell_summary, &criteria);
        derived.add(&cell_summary)?;
        let flags = self.flags(window, &cell_summary, &cell_months);
        let ranking = ranked(&cell_summary, &cell_months, &flags, &rules.index, &rules.flags, lang);
        derived.add(&flags)?;
        derived.add(&ranking)?;
        let unit_summary = derived.query()?;
        Ok(Judged { derived, months, cell_rules, cell_months, cell_summary, unit_summary, criteria, flags, ranking })
    }

    fn flags(&self, window: Window, cells: &[CellSummary], months: &[CellMonth]) -> Vec<FlagRow> {
        let mut reasons = Reasons::of(self.readings, &self.lake.unstated, months);
        if let Some(heirs) = self.heirs {
            reasons = reasons.on_map(heirs, self.register, window);
        }
        let missing = |cell: &UnitId, period: Period| reasons.get(cell, period);
        let (rules, sheets, lang) = (&self.rules.flags, self.sheets, self.options.lang);
        flags::flag(cells, months, &Basis { rules, window, missing: &missing, sheets, lang })
    }

    /// What the window before says; its tables are files of work.
    ///
    /// # Errors
    /// The SQL is wrong, or the disk refuses.
    pub fn earlier(&self, window: Window, ranked: Ranker, work: &Path) -> Result<Earlier> {
        let tables = work.join("tables");
        let Judged { cell_summary, unit_summary, flags, ranking, .. } = self.judged(window, ranked, work, &tables)?;
        Ok(Earlier { window, cell_summary, unit_summary, flags, ranking, unjudged: BTreeSet::new() })
    }

    /// The same, with what the run's own window has nothing to judge by.
    #[must_use]
    pub fn held_against(&self, own: &Judged<'_>, earlier: Earlier) -> Earlier {
        let now = (own.cell_summary.as_slice(), own.cell_months.as_slice());
        Earlier {
            unjudged: changes::unjudged((&earlier.flags, &own.flags), now, self.sheets, &self.rules.flags.thresholds),
            ..earlier
        }
    }
}

/// The window's months with the rules in force.
fn months(rules: &Rules, window: Window) -> Vec<MonthRow> {
    let row = |period: Period| {
        let duration = rules.flags.minimum_duration.in_force(period);
        let rubric = rules.rubrics.in_force(period);
        let grades = rubric.grades;
        let next = period.next().first_day();
        MonthRow {
            period,
            quarter: period.quarter().to_string(),
            first_day: period.first_day(),
            last_day: period.last_day(),
            // The settings allow days that every month has.
            deadline: next.with_day(rules.settings.report_deadline_day).unwrap_or(next),
            duration_required: duration.minutes,
            combined_duration_required: duration.combined_minutes,
            grade_good_from: grades.good_from,
            grade_fair_from: grades.fair_from,
            grade_average_from: grades.average_from,
            rubric: rubric.name.clone(),
        }
    };
    window.months().map(row).collect()
}
