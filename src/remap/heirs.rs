//! Who carries on whom: the register as of the window's last day, with the past of those that are gone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::lake::schema::{AssignmentRow, UnitRow};
use crate::period::{Period, Window};
use crate::register::{Register, UnitId, is_valid, later_end};

/// First and last day; none = open.
type Span = (Option<NaiveDate>, Option<NaiveDate>);

/// Who is who on the window's last day.
#[derive(Debug)]
pub struct Heirs<'a> {
    register: &'a Register,
    last_day: NaiveDate,
    /// The ends of the chains of those that others carry on, by their old code.
    gone: BTreeMap<&'a UnitId, &'a UnitId>,
    /// Those that an organisation carries on itself, not through another.
    predecessors: BTreeMap<&'a UnitId, Vec<&'a UnitId>>,
    today: OnceLock<Register>,
}

impl<'a> Heirs<'a> {
    /// The heirs of every organisation that is gone on the window's last day.
    #[must_use]
    pub fn of(register: &'a Register, window: Window) -> Self {
        let last_day = window.last().last_day();
        let codes: BTreeSet<&UnitId> = register.units().iter().map(|unit| &unit.unit_id).collect();
        let mut gone: BTreeMap<&UnitId, &UnitId> = BTreeMap::new();
        let mut predecessors: BTreeMap<&UnitId, Vec<&UnitId>> = BTreeMap::new();
        for id in codes {
            let chain = register.successors_on(id, last_day);
            if let (Some(next), Some(heir)) = (chain.first(), chain.last()) {
                gone.insert(id, heir);
                predecessors.entry(next).or_default().push(id);
            }
        }
        Self { register, last_day, gone, predecessors, today: OnceLock::new() }
    }

    /// The organisation that carries on one: itself while it is there, else the end of the chain of its successors; one
    /// that is gone without a successor stays what it was.
    #[must_use]
    pub fn heir<'i>(&'i self, id: &'i UnitId) -> &'i UnitId {
        self.gone.get(id).copied().unwrap_or(id)
    }

    /// Those that an organisation carries on itself, by code.
    pub(super) fn predecessors(&self, id: &UnitId) -> &[&'a UnitId] {
        self.predecessors.get(id).map_or(&[], Vec::as_slice)
    }

    /// Those that carry on an organisation, one after the other; the last of them is its heir.
    #[must_use]
    pub fn followers(&self, id: &UnitId) -> Vec<UnitId> {
        self.register.successors_on(id, self.last_day).into_iter().cloned().collect()
    }

    /// An organisation and those that it carries on, by code; nothing where another carries it on itself.
    #[must_use]
    pub fn carried_on_by<'i>(&'i self, heir: &'i UnitId) -> BTreeSet<&'i UnitId> {
        let gone = self.gone.iter().filter(|(_, of)| **of == heir).map(|(id, _)| *id);
        gone.chain([heir]).filter(|id| self.heir(id) == heir).collect()
    }

    /// Whether an organisation was there in a month.
    pub(super) fn is_active(&self, id: &UnitId, month: Period) -> bool {
        self.register.unit(id, Some(month)).is_some()
    }

    /// Whether one had ended before another began, as far as a month tells. They are one organisation then, which handed
    /// over; those that were there on a common day stood side by side.
    pub(super) fn handed_over(&self, earlier: &UnitId, later: &UnitId, month: Period) -> bool {
        let ended = self.rows_in(earlier, month).into_iter().map(|row| row.valid_to).reduce(later_end).flatten();
        // An open start is the earliest of all, as `None` is the least.
        let began = self.rows_in(later, month).into_iter().map(|row| row.valid_from).min().flatten();
        matches!((ended, began), (Some(ended), Some(began)) if ended < began)
    }

    /// The rows of an organisation that touch a month; all of them where none does.
    fn rows_in(&self, id: &UnitId, month: Period) -> Vec<&'a UnitRow> {
        let in_month: Vec<&UnitRow> = self.register.rows_of(id).filter(|row| is_valid(row, Some(month))).collect();
        if in_month.is_empty() { self.register.rows_of(id).collect() } else { in_month }
    }

    fn started(&self, row: &UnitRow) -> bool {
        row.valid_from.is_none_or(|from| from <= self.last_day)
    }

    /// The register as if today's cells had always been there.
    #[must_use]
    pub fn register(&self) -> &Register {
        let today = || self.register.with_rows(self.units(), self.assignments(), |id| self.heir(id).clone());
        self.today.get_or_init(today)
    }

    /// Organisations above cells as they are in the register, for they sent what was sent. Each cell as its latest row
    /// describes it, valid whenever it or one that it carries on was; where none of them was, it is not there either.
    fn units(&self) -> Vec<UnitRow> {
        let mut spans: BTreeMap<&UnitId, Vec<Span>> = BTreeMap::new();
        for row in self.register.units().iter().filter(|row| row.tier.is_cell() && self.started(row)) {
            spans.entry(self.heir(&row.unit_id)).or_default().push((row.valid_from, row.valid_to));
        }
        let mut units: Vec<UnitRow> = Vec::new();
        for (id, spans) in spans {
            let Some(latest) = self.register.latest_by(id, self.last_day) else { continue };
            let parent_id = latest.parent_id.as_ref().map(|parent| self.heir(parent).clone());
            units.extend(joined(spans).into_iter().map(|(valid_from, valid_to)| UnitRow {
                valid_from,
                valid_to,
                parent_id: parent_id.clone(),
                ..latest.clone()
            }));
        }
        // What begins after the window is on no map of it, but stays in the register.
        let carried_on = |row: &UnitRow| self.gone.contains_key(&row.unit_id);
        let others = |row: &&UnitRow| !row.tier.is_cell() || !(self.started(row) || carried_on(row));
        units.extend(self.register.units().iter().filter(others).cloned());
        units
    }

    /// Who followed a cell follows its heir, but only while the cell itself was there: the duty of its heir is another.
    fn assignments(&self) -> Vec<AssignmentRow> {
        let mapped = |row: &AssignmentRow| {
            let cell = || self.register.rows_of(&row.cell_id);
            // An open start is the earliest of all, as `None` is the least; an open end is the latest.
            let starts = cell().map(|unit| unit.valid_from).min().flatten();
            let ends = cell().map(|unit| unit.valid_to).reduce(later_end).flatten();
            let (valid_from, valid_to) = (row.valid_from.max(starts), earlier(row.valid_to, ends));
            let empty = matches!((valid_from, valid_to), (Some(from), Some(to)) if to < from);
            let cell_id = self.heir(&row.cell_id).clone();
            (!empty).then(|| AssignmentRow { cell_id, valid_from, valid_to, ..row.clone() })
        };
        self.register.assignments().iter().filter_map(mapped).collect()
    }
}

/// Spans that overlap or follow each other day by day become one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut() {
            Some((_, end)) if goes_on(*end, from) => *end = later_end(*end, to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// Whether no day lies between an end and the next start.
fn goes_on(end: Option<NaiveDate>, from: Option<NaiveDate>) -> bool {
    match (end, from) {
        (Some(end), Some(from)) => end.succ_opt().is_none_or(|next| from <= next),
        _ => true,
    }
}

/// The earlier of two last days.
fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
