//! The sample is what it claims to be: size, arithmetic, and exactly the planted cells need support.

use std::collections::{BTreeMap, BTreeSet};

use super::city::{Cell, Committee, city};
use super::mistakes::{MISTAKES, Slip};
use super::plans::{self, LACKING};
use super::score_sheets::ODDITIES;
use super::shapes::Field;
use super::stories::{Follow, NEEDING_SUPPORT, OTHERWISE_NOTABLE};
use super::year::{Facts, year};
use super::{SampleOptions, Scale, plan};

fn cells(options: &SampleOptions) -> Vec<(Committee, Cell, Vec<Facts>)> {
    let mut all = Vec::new();
    for committee in city(options) {
        for cell in &committee.cells {
            let mut months = year(cell, options.year, options.months, options.seed);
            months.retain(|facts| {
                !MISTAKES.iter().any(|it| it.loses(&committee.code, &cell.short_name, facts.period.month()))
            });
            all.push((committee.clone(), cell.clone(), months));
        }
    }
    all
}

/// Colours of the codes that make a cell weak, by the default thresholds of 2024, from what its tables state.
fn flags(committee: &Committee, cell: &Cell, months: &[Facts]) -> BTreeMap<&'static str, bool> {
    let mut flags = BTreeMap::new();
    let held: Vec<_> = months.iter().filter(|facts| facts.held).collect();
    let sum = |of: fn(&Facts) -> u32| held.iter().map(|facts| f64::from(of(facts))).sum::<f64>();
    let (due, present) = (sum(Facts::due), sum(Facts::present));
    let meetings = f64::from(u32::try_from(held.len()).unwrap());
    if present / due < 0.85 {
        flags.insert("ATTENDANCE_LOW", wilson(present, due).1 < 0.85 && (due - present) / meetings > 1.0);
    }
    let unexcused = sum(|facts| facts.unexcused);
    let stated = |field| committee.shape.states(1).has(field);
    if stated(Field::Unexcused) && unexcused / due > 0.02 && unexcused >= 2.0 {
        flags.insert("UNEXCUSED_ABSENCE", unexcused / due > 0.05 && wilson(unexcused, due).0 > 0.03);
    }
    let missed = months.len() - held.len();
    if missed > 0 {
        flags.insert("MEETING_MISSED", missed >= 2);
    }
    if stated(Field::ThematicMark) || stated(Field::ThematicWord) {
        let quarters = (1..=4).filter(|quarter| {
            let of: Vec<_> = months.iter().filter(|facts| (facts.period.month() - 1) / 3 + 1 == *quarter).collect();
            of.len() == 3 && of.iter().any(|facts| facts.held) && !of.iter().any(|facts| facts.held && facts.thematic)
        });
        let quarters = quarters.count();
        if quarters > 0 {
            flags.insert("THEMATIC_SHORT", quarters >= 2);
        }
    }
    let minimum = cell.planted.and_then(|plan| plan.minutes).unwrap_or(90);
    let short = f64::from(u32::try_from(held.iter().filter(|facts| facts.minutes < minimum).count()).unwrap());
    if stated(Field::Minutes) && short / meetings > 0.25 {
        flags.insert("MEETING_SHORT", short / meetings > 0.5);
    }
    let ratio = sum(|facts| facts.speakers) / present;
    if stated(Field::Speakers) && ratio < 0.30 {
        flags.insert("FEW_SPEAKERS", ratio < 0.15);
    }
    quality(stated(Field::Upper), &held, &mut flags);
    if plans::is_missing(committee, cell) {
        flags.insert("PLAN_MISSING", false);
    }
    flags
}

fn quality(upper_stated: bool, held: &[&Facts], flags: &mut BTreeMap<&'static str, bool>) {
    let upper = |facts: &Facts| facts.upper.filter(|_| upper_stated).map(super::year::Points::value);
    let mut official: Vec<_> = held.iter().map(|facts| upper(facts).unwrap_or(facts.own.value())).collect();
    official.sort_by(f64::total_cmp);
    let middle = official.len() / 2;
    let median =
        if official.len() % 2 == 0 { f64::midpoint(official[middle - 1], official[middle]) } else { official[middle] };
    if median < 70.0 {
        flags.insert("QUALITY_LOW", median < 50.0);
    }
    let last = &held[held.len() - 6..];
    let from_above: Option<Vec<_>> = last.iter().map(|facts| upper(facts)).collect();
    let scores = from_above.unwrap_or_else(|| last.iter().map(|facts| facts.own.value()).collect());
    let (before, after) = scores.split_at(3);
    let mean = |of: &[f64]| of.iter().sum::<f64>() / 3.0;
    let variance = |of: &[f64]| of.iter().map(|score| (score - mean(of)).powi(2)).sum::<f64>() / 2.0;
    let drop = mean(before) - mean(after);
    let error = (2.0_f64 / 3.0).sqrt() * f64::midpoint(variance(before), variance(after)).sqrt();
    if drop >= 5.0 && drop > 2.0 * error {
        flags.insert("QUALITY_FALLING", drop >= 10.0);
    }
}

fn wilson(part: f64, whole: f64) -> (f64, f64) {
    let z = 1.959_964_f64;
    let share = part / whole;
    let centre = (share + z * z / (2.0 * whole)) / (1.0 + z * z / whole);
    let half = z * (share * (1.0 - share) / whole + z * z / (4.0 * whole * whole)).sqrt() / (1.0 + z * z / whole);
    (centre - half, centre + half)
}

#[test]
fn the_case_has_its_cells_and_members() {
    let all = cells(&SampleOptions::default());
    let base = all.iter().filter(|(_, cell, _)| cell.base).count();
    let members: u32 = all.iter().map(|(_, _, months)| months.last().unwrap().members).sum();
    assert_eq!((all.len(), base, all.len() - base, members), (171, 39, 132, 3368));
    let held = || all.iter().flat_map(|(_, _, months)| months).filter(|facts| facts.held);
    let due: u32 = held().map(Facts::due).sum();
    let present: u32 = held().map(Facts::present).sum();
    let rate = f64::from(present) / f64::from(due);
    assert!((0.960..0.970).contains(&rate), "{rate}");
}

#[test]
fn exactly_the_planted_cells_need_support() {
    let mut weak = BTreeSet::new();
    let mut ambers = 0;
    for (committee, cell, months) in cells(&SampleOptions::default()) {
        let flags = flags(&committee, &cell, &months);
        let is_weak = flags.values().any(|red| *red) || flags.len() >= 3;
        ambers += usize::from(!is_weak && !flags.is_empty());
        if is_weak {
            weak.insert((committee.code.clone(), cell.short_name.clone()));
        }
    }
    let planted: BTreeSet<_> =
        NEEDING_SUPPORT.iter().map(|plan| (plan.committee.to_owned(), plan.cell.to_owned())).collect();
    assert_eq!(weak, planted);
    assert!((9..=20).contains(&weak.len()), "{}", weak.len());
    assert!(ambers <= 25, "{ambers} cells with an amber");
}

#[test]
fn every_month_adds_up() {
    for (_, cell, months) in cells(&SampleOptions::default()) {
        for facts in months {
            assert_eq!(facts.present() + facts.excused + facts.unexcused, facts.due(), "{}", cell.code);
            assert!(facts.present() > 0 && facts.speakers <= facts.present(), "{} {facts:?}", cell.code);
            assert!(facts.own.value() <= 100.0 && facts.period.contains(facts.held_on));
        }
    }
}

#[test]
fn every_story_and_mistake_has_its_place() {
    let all = cells(&SampleOptions::default());
    let find =
        |committee: &str, cell: &str| all.iter().find(|(it, its, _)| it.code == committee && its.short_name == cell);
    for plan in NEEDING_SUPPORT.iter().chain(OTHERWISE_NOTABLE) {
        assert!(find(plan.committee, plan.cell).is_some(), "{} {}", plan.committee, plan.cell);
    }
    let odd = ODDITIES.iter().map(|it| (it.committee, it.cell));
    for (committee, cell) in odd.chain(LACKING.iter().map(|it| (it.committee, it.cell))) {
        assert!(find(committee, cell).is_some(), "{committee} {cell}");
    }
    for mistake in MISTAKES {
        let found = find(mistake.committee, mistake.cell);
        assert!(mistake.cell.is_empty() || found.is_some(), "{} {}", mistake.committee, mistake.cell);
        if mistake.slip == Slip::WrongGrade {
            let (_, _, months) = found.unwrap();
            assert!(months.iter().any(|it| it.period.month() == mistake.month && it.own.value() >= 90.0));
        }
    }
}

#[test]
fn followers_come_as_the_story_says() {
    for (_, cell, months) in cells(&SampleOptions::default()) {
        let attended: u32 = (1..=4)
            .map(|quarter| {
                let of_quarter = |facts: &&Facts| (facts.period.month() - 1) / 3 + 1 == quarter;
                let visits = months.iter().filter(of_quarter).filter(|facts| facts.held && facts.visited).count();
                u32::try_from(visits).unwrap().min(cell.quota)
            })
            .sum();
        let coverage = f64::from(attended) / f64::from(cell.quota * 4);
        match cell.course().follow {
            Follow::Gaps => assert!((0.5..0.8).contains(&coverage), "{} {coverage}", cell.code),
            Follow::Rarely => assert!(coverage < 0.5, "{} {coverage}", cell.code),
            Follow::Well if cell.course().missed.is_empty() && !cell.code.starts_with("LC.10") => {
                assert!(coverage >= 0.8, "{} {coverage}", cell.code);
            }
            _ => {}
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    let options = SampleOptions::default();
    let files = plan(&options).unwrap();
    assert_eq!(files, plan(&options).unwrap());
    assert_ne!(files, plan(&SampleOptions { seed: 7, ..options }).unwrap());
    let paths: BTreeSet<_> = files.iter().map(|file| &file.path).collect();
    assert_eq!(paths.len(), files.len());
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    assert!(bytes < 2 << 20, "{bytes}");
}

#[test]
fn any_seed_keeps_the_size_of_the_case_and_any_year_the_planted_cells() {
    for (seed, year) in [(1, 2024), (2, 2024), (3, 2023), (171, 2026)] {
        let options = SampleOptions { seed, year, ..SampleOptions::default() };
        let all = cells(&options);
        assert_eq!(all.iter().map(|(_, cell, _)| cell.members).sum::<u32>(), 3368);
        for (committee, cell, months) in all.iter().filter(|(_, cell, _)| cell.planted.is_some_and(|it| it.weak)) {
            let flags = flags(committee, cell, months);
            assert!(flags.values().any(|red| *red) || flags.len() >= 3, "{seed} {year} {} {flags:?}", cell.short_name);
        }
    }
}

#[test]
fn a_large_folder_has_as_many_cells_as_asked() {
    let options =
        SampleOptions { months: 2, scale: Scale::Cells { cells: 130, per_committee: 60 }, ..SampleOptions::default() };
    let committees = city(&options);
    let sizes: Vec<_> = committees.iter().map(|committee| committee.cells.len()).collect();
    assert_eq!(sizes, [60, 60, 10]);
    assert_eq!(plan(&options).unwrap().len(), 2 + 6);
}

#[test]
fn every_text_is_composed_unicode() {
    use unicode_normalization::is_nfc;
    for committee in city(&SampleOptions::default()) {
        assert!(is_nfc(&committee.name) && is_nfc(&committee.path));
        assert!(committee.cells.iter().all(|cell| is_nfc(&cell.short_name)));
    }
    for file in plan(&SampleOptions::default()).unwrap() {
        assert!(is_nfc(&file.path));
        if let Ok(text) = std::str::from_utf8(&file.bytes) {
            assert!(is_nfc(text));
        }
    }
}
