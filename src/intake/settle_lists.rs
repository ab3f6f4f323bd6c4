//! What replaces what among visits, points and plans, whose rows stand for themselves.

use std::collections::BTreeMap;

use super::settle::{Submitted, precedence};
use crate::lake::schema::{PlanRow, ScoreRow, VisitRow};
use crate::period::Period;
use crate::register::UnitId;
use crate::terms::{MeetingKind, Scorer};

/// The visits of all logs. A correction of a log replaces what the same unit's earlier logs say of its months; the same
/// visit in two logs counts once.
#[must_use]
pub fn settle_visits(submissions: &[Submitted<'_>]) -> Vec<VisitRow> {
    let logs = in_order(submissions, |it| !it.reading.visits.is_empty());
    let mut kept: Vec<(&Submitted<'_>, &VisitRow)> = Vec::new();
    for log in logs {
        let months = log.reading.visits.iter().map(|visit| visit.period);
        let (first, last) = (months.clone().min(), months.max());
        kept.retain(|(earlier, visit)| {
            let replaced = log.reading.revision > earlier.reading.revision
                && log.reading.unit_id == earlier.reading.unit_id
                && first <= Some(visit.period)
                && Some(visit.period) <= last;
            !replaced
        });
        for visit in &log.reading.visits {
            let same = |other: &VisitRow| {
                (&other.cell_id, other.date, &other.supervisor) == (&visit.cell_id, visit.date, &visit.supervisor)
            };
            if !kept.iter().any(|(_, other)| same(other)) {
                kept.push((log, visit));
            }
        }
    }
    let mut visits: Vec<VisitRow> = kept.into_iter().map(|(_, visit)| visit.clone()).collect();
    visits.sort_by(|one, other| {
        (&one.cell_id, one.date, &one.file, one.row).cmp(&(&other.cell_id, other.date, &other.file, other.row))
    });
    visits
}

/// Whose points of which meeting a score sheet gives.
type Scored<'a> = (&'a UnitId, Period, Option<MeetingKind>, Scorer);

/// The points of all score sheets. A later sheet replaces what an earlier one says of the same meeting and scorer; one
/// with rejected rows replaces only the criteria it states.
#[must_use]
pub fn settle_scores(submissions: &[Submitted<'_>]) -> Vec<ScoreRow> {
    let mut kept: BTreeMap<Scored<'_>, Vec<&ScoreRow>> = BTreeMap::new();
    for sheet in in_order(submissions, |it| !it.reading.scores.is_empty()) {
        let mut stated: BTreeMap<Scored<'_>, Vec<&ScoreRow>> = BTreeMap::new();
        for row in &sheet.reading.scores {
            stated.entry((&row.cell_id, row.period, row.meeting, row.scorer)).or_default().push(row);
        }
        for (whose, rows) in stated {
            let before = kept.remove(&whose).unwrap_or_default();
            let missing = |old: &&ScoreRow| rows.iter().all(|new| new.criterion != old.criterion);
            let whole = sheet.reading.rows_rejected == 0;
            let mut all: Vec<&ScoreRow> = before.into_iter().filter(|_| !whole).filter(missing).collect();
            all.extend(&rows);
            kept.insert(whose, all);
        }
    }
    kept.into_values().flatten().cloned().collect()
}

/// The plans of all submissions, by cell and quarter: a later one replaces the topic, and the days it states.
#[must_use]
pub fn settle_plans(submissions: &[Submitted<'_>]) -> Vec<PlanRow> {
    let mut kept: BTreeMap<(UnitId, i64, i64), PlanRow> = BTreeMap::new();
    for plan in in_order(submissions, |it| !it.reading.plans.is_empty()) {
        for row in &plan.reading.plans {
            let key = (row.cell_id.clone(), row.year, row.quarter);
            let before = kept.remove(&key);
            let (submitted_on, approved_on) =
                before.map_or((None, None), |before| (before.submitted_on, before.approved_on));
            let merged = PlanRow {
                submitted_on: row.submitted_on.or(submitted_on),
                approved_on: row.approved_on.or(approved_on),
                ..row.clone()
            };
            kept.insert(key, merged);
        }
    }
    kept.into_values().collect()
}

/// Some submissions, the one that goes over the others last.
fn in_order<'s, 'a>(
    submissions: &'s [Submitted<'a>],
    wanted: impl Fn(&Submitted<'a>) -> bool,
) -> Vec<&'s Submitted<'a>> {
    let mut some: Vec<&Submitted<'a>> = submissions.iter().filter(|it| wanted(it)).collect();
    some.sort_by(|one, other| precedence(one, other));
    some
}
