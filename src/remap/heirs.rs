//! Who carries on whom: the register as of the window's last month, with the past of those that are gone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::lake::schema::{AssignmentRow, UnitRow};
use crate::period::{Period, Window};
use crate::register::{Register, UnitId};

/// First and last day; none = open.
type Span = (Option<NaiveDate>, Option<NaiveDate>);

/// Who is who in the window's last month.
#[derive(Debug)]
pub struct Heirs<'a> {
    register: &'a Register,
    last: Period,
    /// Those that others carry on, by their old code.
    gone: BTreeMap<&'a UnitId, &'a UnitId>,
}

impl<'a> Heirs<'a> {
    /// The heirs of every organisation that is gone in the window's last month.
    #[must_use]
    pub fn of(register: &'a Register, window: Window) -> Self {
        let mut heirs = Self { register, last: window.last(), gone: BTreeMap::new() };
        let codes: BTreeSet<&UnitId> = register.units().iter().map(|unit| &unit.unit_id).collect();
        let gone = codes.into_iter().filter_map(|id| Some((id, heirs.followed(id)?))).collect();
        heirs.gone = gone;
        heirs
    }

    /// The organisation that carries on one: itself while it is there, else the end of the chain of its successors; one
    /// that is gone without a successor stays what it was.
    #[must_use]
    pub fn heir<'i>(&'i self, id: &'i UnitId) -> &'i UnitId {
        self.gone.get(id).copied().unwrap_or(id)
    }

    /// An organisation and those that it carries on, by code; nothing where another carries it on itself.
    #[must_use]
    pub fn carried_on_by<'i>(&'i self, heir: &'i UnitId) -> BTreeSet<&'i UnitId> {
        let gone = self.gone.iter().filter(|(_, of)| **of == heir).map(|(id, _)| *id);
        gone.chain([heir]).filter(|id| self.heir(id) == heir).collect()
    }

    /// The end of the chain of successors; nothing if it has no second link, or goes round in a circle.
    fn followed(&self, id: &'a UnitId) -> Option<&'a UnitId> {
        let mut seen = BTreeSet::from([id]);
        let mut at = id;
        while let Some(next) = self.successor(at) {
            if !seen.insert(next) {
                return None;
            }
            at = next;
        }
        (at != id).then_some(at)
    }

    /// Who carries on an organisation that is gone. A successor that starts only after the window does not count, nor
    /// does one of another kind: months of a cell cannot be those of a committee.
    fn successor(&self, id: &UnitId) -> Option<&'a UnitId> {
        if self.register.unit(id, Some(self.last)).is_some() {
            return None;
        }
        let row = self.latest(id)?;
        let heir = self.latest(row.successor_id.as_ref()?)?;
        (heir.tier.is_cell() == row.tier.is_cell()).then_some(&heir.unit_id)
    }

    /// The latest row of an organisation that started by the end of the window.
    fn latest(&self, id: &UnitId) -> Option<&'a UnitRow> {
        self.register.rows_of(id).filter(|row| self.started(row)).last()
    }

    fn started(&self, row: &UnitRow) -> bool {
        row.valid_from.is_none_or(|from| from <= self.last.last_day())
    }

    /// The register as if today's cells had always been there.
    #[must_use]
    pub fn register(&self) -> Register {
        self.register.with_rows(self.units(), self.assignments(), |id| self.heir(id).clone())
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
            let Some(latest) = self.latest(id) else { continue };
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
            let ends = cell().map(|unit| unit.valid_to).reduce(later).flatten();
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
            Some((_, end)) if goes_on(*end, from) => *end = later(*end, to),
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

/// The later of two last days.
fn later(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    Some(one?.max(other?))
}

/// The earlier of two last days.
fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
