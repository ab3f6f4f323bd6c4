//! Which cells host a model meeting, and which are to be supported by which host. Summaries, flags, ranking and last
//! year's hosts enter; rows of `support` leave.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::by_cell::ByCell;
use super::proposal::Basis;
use crate::lake::proposals::SupportRow;
use crate::lake::schema::{CellSummary, FlagRow, RankRow};
use crate::register::UnitId;
use crate::terms::{MeetingKind, SupportRole, Tier};

/// Hosts in order, then the cells to support in order of need. `ranking` has one row per cell, in the same order;
/// flags are sorted by cell and code.
#[must_use]
pub fn support(cells: &[CellSummary], flags: &[FlagRow], ranking: &[RankRow], basis: &Basis<'_>) -> Vec<SupportRow> {
    let flags = ByCell::of(flags, |flag| &flag.cell_id);
    let case = |(cell, rank): (_, _)| Case::of(cell, rank, &flags, basis);
    let cases: Vec<Case<'_>> = cells.iter().zip(ranking).map(case).collect();
    let hosts = hosts(&cases, basis);
    let mut pairing = Pairing::of(&hosts);
    let supported: Vec<(&Case<'_>, Option<usize>)> =
        in_need(&cases).into_iter().map(|case| (case, pairing.host_of(case))).collect();
    let mut rows = Vec::with_capacity(hosts.len() + supported.len());
    let thematic_only = thematic_only(&supported, basis);
    for (order, (at, host)) in (1..).zip(hosts.iter().enumerate()) {
        let thematic = thematic_only.get(&at).copied().unwrap_or_default();
        let kind = if thematic { MeetingKind::Thematic } else { MeetingKind::Regular };
        rows.push(SupportRow { meeting_kind: Some(kind), ..host.row(SupportRole::Host, order) });
    }
    for (order, (case, host)) in (1..).zip(&supported) {
        let host = host.and_then(|at| hosts.get(at).copied());
        rows.push(SupportRow {
            reason_codes: case.reasons(),
            focus: focus(case.cell.lost_points.as_deref()),
            meeting_kind: Some(case.kind(basis)),
            host_id: host.map(|host| host.cell.cell_id.clone()),
            same_type: host.map(|host| host.is_peer_of(case)),
            same_committee: host.map(|host| host.home.is_some() && host.home == case.home),
            ..case.row(SupportRole::Supported, order)
        });
    }
    rows
}

/// The hosts with guests, and whether all of these are to see a thematic meeting.
fn thematic_only(supported: &[(&Case<'_>, Option<usize>)], basis: &Basis<'_>) -> BTreeMap<usize, bool> {
    let mut only: BTreeMap<usize, bool> = BTreeMap::new();
    for (case, host) in supported {
        if let Some(at) = host {
            *only.entry(*at).or_insert(true) &= case.kind(basis) == MeetingKind::Thematic;
        }
    }
    only
}

/// A cell with all that decides on its part.
struct Case<'a> {
    cell: &'a CellSummary,
    rank: &'a RankRow,
    flags: &'a [FlagRow],
    home: Option<UnitId>,
}

impl<'a> Case<'a> {
    fn of(cell: &'a CellSummary, rank: &'a RankRow, flags: &ByCell<'a, FlagRow>, basis: &Basis<'_>) -> Self {
        Self { cell, rank, flags: flags.get(&cell.cell_id), home: home(cell, basis) }
    }

    /// Codes of the flags that count, in their order.
    fn reasons(&self) -> String {
        let codes: Vec<&str> = self.counting().map(|flag| flag.code.word()).collect();
        codes.join(";")
    }

    fn counting(&self) -> impl Iterator<Item = &FlagRow> {
        self.flags.iter().filter(|flag| flag.code.counts_for_weak())
    }

    fn kind(&self, basis: &Basis<'_>) -> MeetingKind {
        let thematic = &basis.support.thematic_reasons;
        if self.counting().all(|flag| thematic.contains(&flag.code)) {
            MeetingKind::Thematic
        } else {
            MeetingKind::Regular
        }
    }

    /// Red flags, amber flags and place: the more, the greater the need. A cell without a place comes after those
    /// with one, for its place is not known to be low.
    fn need(&self) -> (i64, i64, Option<i64>) {
        (self.rank.red_flags, self.rank.amber_flags, self.rank.rank_low.or(self.rank.rank))
    }

    fn is_peer_of(&self, other: &Self) -> bool {
        self.cell.peer_group.is_some() && self.cell.peer_group == other.cell.peer_group
    }

    fn row(&self, role: SupportRole, order: i64) -> SupportRow {
        SupportRow {
            cell_id: self.cell.cell_id.clone(),
            role,
            order,
            reason_codes: String::new(),
            focus: None,
            meeting_kind: None,
            host_id: None,
            same_type: None,
            same_committee: None,
        }
    }
}

/// Who chooses the hosts among a cell and its like: the grassroots committee of an attached cell, however far up; the
/// top of the tree for a base cell.
fn home(cell: &CellSummary, basis: &Basis<'_>) -> Option<UnitId> {
    let last = Some(basis.window.last());
    let parent = cell.unit_id.as_ref()?;
    let parent = basis.register.unit(parent, last).or_else(|| basis.register.unit(parent, None))?;
    let superiors = basis.register.superiors(parent, last);
    let home = match cell.tier {
        Tier::BaseCell => superiors.last().copied().unwrap_or(parent),
        _ => std::iter::once(parent).chain(superiors).find(|it| it.tier == Tier::Committee).unwrap_or(parent),
    };
    Some(home.unit_id.clone())
}

/// The hosts: per home the best few of those that may be one.
fn hosts<'c, 'a>(cases: &'c [Case<'a>], basis: &Basis<'_>) -> Vec<&'c Case<'a>> {
    let last_hosts = last_hosts(basis);
    let mut hosts: Vec<&Case<'_>> =
        cases.iter().filter(|case| may_host(case, basis) && !last_hosts.contains(&case.cell.cell_id)).collect();
    hosts.sort_by(|one, other| better_host(one, other));
    let mut chosen: BTreeMap<(Tier, Option<&UnitId>), usize> = BTreeMap::new();
    let rules = basis.support.hosts;
    hosts.retain(|case| {
        let quota = if case.cell.tier == Tier::BaseCell { rules.base_for_top } else { rules.attached_per_committee };
        let chosen = chosen.entry((case.cell.tier, case.home.as_ref())).or_default();
        *chosen += 1;
        *chosen <= quota
    });
    hosts
}

/// A cell dissolved before the window's last month can host nothing any more.
fn may_host(case: &Case<'_>, basis: &Basis<'_>) -> bool {
    let asks_about_scores = case.flags.iter().any(|flag| flag.code.word().starts_with("SCORE_"));
    case.rank.ranked
        && !case.rank.weak
        && !asks_about_scores
        && case.cell.quality_upper_n >= basis.support.hosts.quality_upper_n_at_least
        && basis.register.unit(&case.cell.cell_id, Some(basis.window.last())).is_some()
}

/// The upper end of the rank interval decides, so that doubt counts against a host; where there is no interval, the
/// rank.
fn better_host(one: &Case<'_>, other: &Case<'_>) -> Ordering {
    let place = |case: &Case<'_>| case.rank.rank_high.or(case.rank.rank).unwrap_or(i64::MAX);
    let index = |case: &Case<'_>| case.rank.index.unwrap_or_default();
    place(one)
        .cmp(&place(other))
        .then_with(|| index(other).total_cmp(&index(one)))
        .then_with(|| one.cell.cell_id.cmp(&other.cell.cell_id))
}

/// The hosts of the year before, if they are to be left out, and those that carry them on since.
fn last_hosts<'a>(basis: &Basis<'a>) -> BTreeSet<&'a UnitId> {
    if !basis.exclude_last_hosts && !basis.support.hosts.exclude_last_hosts {
        return BTreeSet::new();
    }
    let (year, last_day) = (basis.window.last().year() - 1, basis.window.last().last_day());
    let hosted = basis.register.model_meetings().iter().filter(|it| it.year == year && it.role == SupportRole::Host);
    let carried_on = |id: &'a UnitId| std::iter::once(id).chain(basis.register.successors_on(id, last_day));
    hosted.flat_map(|it| carried_on(&it.cell_id)).collect()
}

/// The cells that need support, the greatest need first; hardship goes first on ties.
fn in_need<'c, 'a>(cases: &'c [Case<'a>]) -> Vec<&'c Case<'a>> {
    let mut cases: Vec<&Case<'_>> = cases.iter().filter(|case| case.rank.weak).collect();
    cases.sort_by(|one, other| {
        other
            .need()
            .cmp(&one.need())
            .then_with(|| other.cell.hardship.cmp(&one.cell.hardship))
            .then_with(|| one.cell.cell_id.cmp(&other.cell.cell_id))
    });
    cases
}

/// Guests so far and place of a host: the first of a queue is the least burdened.
type Queue = BTreeSet<(usize, usize)>;

/// Hosts by what they may share with a cell.
struct Pairing<'c> {
    hosts: &'c [&'c Case<'c>],
    by_type_and_home: BTreeMap<(&'c str, &'c UnitId), Queue>,
    by_type: BTreeMap<&'c str, Queue>,
    by_home: BTreeMap<&'c UnitId, Queue>,
}

impl<'c> Pairing<'c> {
    fn of(hosts: &'c [&'c Case<'c>]) -> Self {
        let mut pairing =
            Self { hosts, by_type_and_home: BTreeMap::new(), by_type: BTreeMap::new(), by_home: BTreeMap::new() };
        for (at, host) in hosts.iter().enumerate() {
            pairing.queue(host, (0, at), None);
        }
        pairing
    }

    /// The host of a cell: one of its type and committee, else of its type, else of its committee; among those the one
    /// with the fewest guests. A host that shares neither would show it little.
    fn host_of(&mut self, case: &Case<'_>) -> Option<usize> {
        let (peers, home) = (case.cell.peer_group.as_deref(), case.home.as_ref());
        let both = peers.zip(home).and_then(|key| self.by_type_and_home.get(&key));
        let queues = [both, peers.and_then(|it| self.by_type.get(it)), home.and_then(|it| self.by_home.get(it))];
        let (guests, at) = queues.into_iter().flatten().find_map(|queue| queue.first().copied())?;
        let host = *self.hosts.get(at)?;
        self.queue(host, (guests + 1, at), Some((guests, at)));
        Some(at)
    }

    /// Puts a host into the queues it belongs to, in the place of what stood there for it before.
    fn queue(&mut self, host: &'c Case<'c>, entry: (usize, usize), before: Option<(usize, usize)>) {
        let (peers, home) = (host.cell.peer_group.as_deref(), host.home.as_ref());
        let queues = [
            peers.zip(home).map(|key| self.by_type_and_home.entry(key).or_default()),
            peers.map(|key| self.by_type.entry(key).or_default()),
            home.map(|key| self.by_home.entry(key).or_default()),
        ];
        for queue in queues.into_iter().flatten() {
            if let Some(before) = before {
                queue.remove(&before);
            }
            queue.insert(entry);
        }
    }
}

/// The criterion group with the largest loss of `group:loss;…`, the first of equals; none where nothing is lost.
fn focus(lost_points: Option<&str>) -> Option<String> {
    let losses = lost_points?.split(';').filter_map(|part| {
        let (group, loss) = part.rsplit_once(':')?;
        Some((group.trim(), loss.trim().parse::<f64>().ok().filter(|loss| *loss > 0.0)?))
    });
    let largest = losses.reduce(|largest, next| if next.1 > largest.1 { next } else { largest });
    largest.map(|(group, _)| group.to_owned())
}

#[cfg(test)]
mod tests;
