//! How many organisations of a group may be rated HTXSNV, given how many are rated HTTNV or better.
//! Classifications of the register enter; rows of `cap` leave, none where the year has none.

use std::collections::BTreeMap;

use super::figure::{number, rounded};
use super::proposal::Basis;
use super::wording::exact_percent;
use crate::lake::proposals::CapRow;
use crate::lake::schema::UnitRow;
use crate::lang::{Lang, t};
use crate::register::UnitId;
use crate::register::yearly::Classification;
use crate::rules::year_rule::{CapBase, CapGrouping, CapRounding, CapRules};
use crate::terms::Rating;

/// One row per group with a known level, by key.
#[must_use]
pub fn cap(classifications: &[Classification], basis: &Basis<'_>) -> Vec<CapRow> {
    let (year, rules) = (basis.window.last().year(), &basis.year.cap);
    let known: BTreeMap<&UnitId, &Classification> =
        classifications.iter().filter(|it| it.year == year).map(|it| (&it.unit_id, it)).collect();
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for unit in active(basis).values() {
        let group = groups.entry(key(unit, rules.grouping)).or_default();
        group.add(known.get(&unit.unit_id).copied());
    }
    let row = |(key, group): (String, Group)| group.row(i64::from(year), key, rules);
    groups.into_iter().filter(|(_, group)| group.known > 0).map(row).collect()
}

/// The latest row of each organisation that existed in the window.
fn active<'a>(basis: &Basis<'a>) -> BTreeMap<&'a UnitId, &'a UnitRow> {
    let (first, last) = (basis.window.first().first_day(), basis.window.last().last_day());
    let touches =
        |unit: &&UnitRow| unit.valid_from.is_none_or(|from| from <= last) && unit.valid_to.is_none_or(|to| to >= first);
    // The register's rows stand in order of their start, so the latest stays.
    basis.register.units().iter().filter(touches).map(|unit| (&unit.unit_id, unit)).collect()
}

/// An organisation without a type or without a superior is grouped by its tier.
fn key(unit: &UnitRow, grouping: CapGrouping) -> String {
    let named = match grouping {
        CapGrouping::CellType => unit.cell_type.clone(),
        CapGrouping::Unit => unit.parent_id.as_ref().map(ToString::to_string),
        CapGrouping::Tier => None,
    };
    named.unwrap_or_else(|| unit.tier.to_string())
}

/// Organisations of a group by what is known of them.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    outstanding: i64,
    good: i64,
    known: i64,
    unrated: i64,
    self_rated: i64,
}

impl Group {
    fn add(&mut self, classification: Option<&Classification>) {
        let Some((classification, rating)) = classification.and_then(|it| Some((it, it.rating()?))) else {
            self.unrated += 1;
            return;
        };
        self.known += 1;
        self.self_rated += i64::from(classification.proposed.is_none());
        match rating {
            Rating::Outstanding => self.outstanding += 1,
            Rating::Good => self.good += 1,
            Rating::Completed | Rating::NotCompleted => {}
        }
    }

    fn row(self, year: i64, key: String, rules: &CapRules) -> CapRow {
        let good_or_better = self.outstanding + self.good;
        let allowed = allowed(good_or_better, rules);
        CapRow {
            year,
            grouping: rules.grouping,
            key,
            good_or_better,
            rated_good: self.good,
            unrated: self.unrated,
            self_rated: self.self_rated,
            share: rules.share,
            base_rule: rules.base,
            rounding: rules.rounding,
            allowed,
            proposed: self.outstanding,
            over: (self.outstanding - allowed).max(0),
        }
    }
}

/// The largest x that is no more than the share of its base, made whole: of n, or of the n − x that stay HTTNV.
fn allowed(good_or_better: i64, rules: &CapRules) -> i64 {
    let limit = |x: i64| {
        let base = match rules.base {
            CapBase::Including => good_or_better,
            CapBase::Excluding => good_or_better - x,
        };
        let share = rounded(rules.share * number(base));
        match rules.rounding {
            CapRounding::Floor => share.floor(),
            CapRounding::Nearest => share.round(),
        }
    };
    (0..=good_or_better).rev().find(|x| number(*x) <= limit(*x)).unwrap_or(0)
}

/// How the cap was computed; or why it was not.
#[must_use]
pub fn note(rows: &[CapRow], rules: &CapRules, year: i32, lang: Lang) -> String {
    let share = exact_percent(rules.share, lang);
    if rows.is_empty() {
        return t!(lang, "cap-not-computed", share, year);
    }
    let base = match rules.base {
        CapBase::Including => t!(lang, "cap-of-httnv-or-better"),
        CapBase::Excluding => t!(lang, "cap-of-those-left-at-httnv"),
    };
    let rounding = match rules.rounding {
        CapRounding::Floor => t!(lang, "rounded-down"),
        CapRounding::Nearest => t!(lang, "rounded-to-the-nearest"),
    };
    let grouping = match rules.grouping {
        CapGrouping::CellType => t!(lang, "by-cell-type"),
        CapGrouping::Unit => t!(lang, "by-organisation-above"),
        CapGrouping::Tier => t!(lang, "by-tier"),
    };
    let sum = |of: fn(&CapRow) -> i64| rows.iter().map(of).sum::<i64>();
    let unrated = lang.count(sum(|row| row.unrated));
    let self_rated = lang.count(sum(|row| row.self_rated));
    let source = &rules.source;
    t!(lang, "cap-told", share, base, rounding, grouping, source, self_rated, unrated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::examples::{ProposalRules, unit, year_2024};
    use crate::register::Register;
    use crate::terms::Tier;

    fn rules(base: CapBase, rounding: CapRounding) -> CapRules {
        CapRules { share: 0.2, base, rounding, grouping: CapGrouping::CellType, source: "QĐ".into() }
    }

    #[test]
    fn of_25_organisations_5_or_4_may_be_outstanding_by_the_base() {
        // including: 0.2·25 = 5. excluding: x ≤ 0.2·(25 − x), x ≤ 5 / 1.2 = 4.17
        assert_eq!(allowed(25, &rules(CapBase::Including, CapRounding::Floor)), 5);
        assert_eq!(allowed(25, &rules(CapBase::Excluding, CapRounding::Floor)), 4);
    }

    #[test]
    fn rounding_decides_in_small_groups() {
        // including: 0.2·8 = 1.6. excluding, nearest: x = 1: 0.2·7 = 1.4 → 1; x = 2: 0.2·6 = 1.2 → 1 < 2
        assert_eq!(allowed(8, &rules(CapBase::Including, CapRounding::Floor)), 1);
        assert_eq!(allowed(8, &rules(CapBase::Including, CapRounding::Nearest)), 2);
        assert_eq!(allowed(8, &rules(CapBase::Excluding, CapRounding::Nearest)), 1);
        // 0.2·4 = 0.8
        assert_eq!(allowed(4, &rules(CapBase::Including, CapRounding::Floor)), 0);
        assert_eq!(allowed(4, &rules(CapBase::Including, CapRounding::Nearest)), 1);
        assert_eq!(allowed(0, &rules(CapBase::Excluding, CapRounding::Nearest)), 0);
    }

    fn of(grouping: CapGrouping, levels: &[(&str, Option<Rating>, Option<Rating>)]) -> Vec<CapRow> {
        let cell = |id: &str, kind: &str| UnitRow { cell_type: Some(kind.into()), ..unit(id, Tier::AttachedCell, "U") };
        let cells =
            (1..=6).map(|at| cell(&format!("A{at}"), "bản")).chain([cell("B1", "cơ quan"), cell("B2", "cơ quan")]);
        let register = Register::of_rows([unit("U", Tier::Committee, "")].into_iter().chain(cells).collect(), vec![]);
        let mut rules = ProposalRules::with("phu-tho");
        rules.year.cap = CapRules { grouping, ..self::rules(CapBase::Including, CapRounding::Floor) };
        let classification = |(id, own, proposed): &(&str, _, _)| Classification {
            year: 2024,
            unit_id: UnitId::new(id),
            own: *own,
            proposed: *proposed,
        };
        let levels: Vec<_> = levels.iter().map(classification).collect();
        cap(&levels, &rules.basis(&register, year_2024(), Lang::Vi))
    }

    const LEVELS: [(&str, Option<Rating>, Option<Rating>); 6] = [
        ("A1", Some(Rating::Outstanding), Some(Rating::Outstanding)),
        ("A2", Some(Rating::Outstanding), Some(Rating::Good)),
        ("A3", Some(Rating::Outstanding), None),
        ("A4", None, Some(Rating::Good)),
        ("A5", Some(Rating::Good), Some(Rating::Completed)),
        ("B1", None, Some(Rating::Outstanding)),
    ];

    #[test]
    fn each_cell_type_has_its_own_cap() {
        // bản: A1, A3 outstanding, A2, A4 good: 0.2·4 = 0.8 → 0 allowed, 2 over; A6 unknown, A3 by its own word only
        // cơ quan: B1 outstanding: 0.2·1 → 0 allowed, 1 over; B2 unknown
        let rows = of(CapGrouping::CellType, &LEVELS);
        let figures =
            |row: &CapRow| (row.key.clone(), [row.good_or_better, row.rated_good, row.proposed, row.allowed, row.over]);
        assert_eq!(
            rows.iter().map(figures).collect::<Vec<_>>(),
            [("bản".into(), [4, 2, 2, 0, 2]), ("cơ quan".into(), [1, 0, 1, 0, 1])]
        );
        assert_eq!(rows.iter().map(|row| (row.unrated, row.self_rated)).collect::<Vec<_>>(), [(1, 1), (1, 0)]);
    }

    #[test]
    fn one_committee_may_share_one_cap() {
        // 5 rated HTTNV or better: 0.2·5 = 1 allowed, 3 proposed
        let rows = of(CapGrouping::Unit, &LEVELS);
        assert_eq!(rows.iter().map(|row| (row.key.as_str(), row.allowed, row.over)).collect::<Vec<_>>(), [("U", 1, 2)]);
        assert_eq!(of(CapGrouping::Tier, &LEVELS)[0].key, "attached");
    }

    #[test]
    fn without_classifications_of_the_year_there_is_no_cap_and_the_note_says_why() {
        let earlier =
            Classification { year: 2023, unit_id: UnitId::new("A1"), own: Some(Rating::Good), proposed: None };
        let register = Register::of_rows(vec![unit("A1", Tier::AttachedCell, "U")], vec![]);
        let rules = ProposalRules::with("phu-tho");
        let basis = rules.basis(&register, year_2024(), Lang::Vi);
        assert_eq!(cap(&[earlier], &basis), []);
        let note = note(&[], &rules.year.cap, 2024, Lang::Vi);
        assert!(note.contains("2024") && note.contains("'Xếp loại'") && note.contains("20%"), "{note}");
    }

    #[test]
    fn the_note_prints_base_rounding_and_grouping() {
        let rows = of(CapGrouping::CellType, &LEVELS);
        let vi = note(&rows, &rules(CapBase::Excluding, CapRounding::Floor), 2024, Lang::Vi);
        for words in
            ["20% số tổ chức còn ở mức HTTNV sau khi đã trừ", "làm tròn xuống", "loại hình", "2 tổ chức của các"]
        {
            assert!(vi.contains(words), "{vi}");
        }
        let en = note(&rows, &rules(CapBase::Including, CapRounding::Nearest), 2024, Lang::En);
        assert!(en.contains("HTTNV or better, rounded to the nearest"), "{en}");
    }
}
