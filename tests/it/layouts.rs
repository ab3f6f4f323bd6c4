//! Random layouts and spellings of the monthly table: every value is read right or reported, and nothing sound is
//! reported. A case is a pure function of the run's seed and its number; a failing one is made small and shown.

mod chance;
mod draw;
mod fault;
mod header;
mod judge;
mod layout;
mod page;
mod row;
mod spelling;
mod truth;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use chibo::intake::read::Reader;
use chibo::intake::submission::{FileOutcome, FileReading};
use chibo::lake::build::Lake;
use chibo::lang::Lang;
use chibo::register::Register;
use chibo::rules::Rules;
use rayon::prelude::*;

use super::folder::Folder;
use chance::Seed;
use draw::Submission;
use judge::Mismatch;
use layout::Layout;
use words::{CELLS, SUPERIOR, UNIT, UNIT_NAME};

/// Seed of the run, unless `CHIBO_LAYOUT_SEED` gives another.
const SEED: u64 = 3_368;
/// Number of cases, unless `CHIBO_LAYOUT_CASES` gives another number, or a range: `17..18` is the one case 17.
const CASES: u32 = 3_000;
/// Kinds of failure shown in full.
const SHOWN: usize = 25;

#[test]
fn every_value_is_right_or_reported() {
    let seed = setting("CHIBO_LAYOUT_SEED").map_or(SEED, |written| written.parse().unwrap());
    let cases = setting("CHIBO_LAYOUT_CASES").map_or(0..CASES, |written| range(&written));
    let failures: Vec<Failure> = cases
        .clone()
        .into_par_iter()
        .filter_map(|case| {
            let seed = Seed { run: seed, case };
            let layout = Layout::draw(seed);
            let wrong = wrong_with(&layout, seed);
            (!wrong.is_empty()).then_some(Failure { seed, layout, wrong })
        })
        .collect();
    assert!(failures.is_empty(), "{}", report(&failures, &cases));
}

#[expect(clippy::disallowed_methods, reason = "a test is the shell of its run: seed and cases may be asked for")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn range(written: &str) -> Range<u32> {
    match written.split_once("..") {
        Some((from, to)) => from.parse().unwrap()..to.parse().unwrap(),
        None => 0..written.parse().unwrap(),
    }
}

static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::load(None).unwrap());

/// One committee with its cells.
static REGISTER: LazyLock<Register> = LazyLock::new(|| {
    let folder = Folder::new();
    let superior = ["TU", SUPERIOR, "cấp trên", "", ""];
    let unit = [UNIT, UNIT_NAME, "đảng ủy cơ sở", "TU", ""];
    let cells = CELLS.iter().map(|cell| [cell.id, cell.name, "chi bộ trực thuộc", UNIT, cell.kind]);
    let rows: Vec<[&str; 5]> = [superior, unit].into_iter().chain(cells).collect();
    let rows: Vec<&[&str]> = rows.iter().map(<[&str; 5]>::as_slice).collect();
    folder.register(&rows, &[]);
    Register::load(&folder.path().join("danh-muc.xlsx"), &RULES).unwrap()
});

/// A case that is not read as it must be.
struct Failure {
    seed: Seed,
    layout: Layout,
    wrong: Vec<Mismatch>,
}

/// Everything that is wrong with what is read of a layout.
fn wrong_with(layout: &Layout, seed: Seed) -> Vec<Mismatch> {
    let submission = Submission::draw(layout, seed);
    let bytes = page::workbook(&submission.pages);
    let file = submission.file.as_str().into();
    let outcome = Reader::new(&RULES, &REGISTER).read(&file, &bytes);
    if let FileOutcome::Unreadable(finding) = &outcome {
        return vec![Mismatch { kind: "unreadable".to_owned(), detail: format!("{finding:?}") }];
    }
    let reading = FileReading { file, sha256: String::new(), outcome };
    judge::judge(&submission, &Lake::build(&REGISTER, &[reading], Lang::En))
}

/// The plainest layout that still goes wrong in the same way.
fn made_small(failure: &Failure, kind: &str) -> Layout {
    let fails = |layout: &Layout| wrong_with(layout, failure.seed).iter().any(|wrong| wrong.kind == kind);
    let mut layout = failure.layout.clone();
    while let Some(plainer) = layout.plainer().into_iter().find(fails) {
        layout = plainer;
    }
    layout
}

/// The kinds of failure, most frequent first, each with its first case made small.
fn report(failures: &[Failure], cases: &Range<u32>) -> String {
    let mut kinds: BTreeMap<&str, Vec<&Failure>> = BTreeMap::new();
    for failure in failures {
        let mut seen: Vec<&str> = failure.wrong.iter().map(|wrong| wrong.kind.as_str()).collect();
        seen.sort_unstable();
        seen.dedup();
        for kind in seen {
            kinds.entry(kind).or_default().push(failure);
        }
    }
    let mut kinds: Vec<(&str, Vec<&Failure>)> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, failures)| std::cmp::Reverse(failures.len()));
    let mut report = format!("{} of {} cases failed\n", failures.len(), cases.len());
    for (kind, failures) in kinds.into_iter().take(SHOWN) {
        let first = failures[0];
        let Seed { run, case } = first.seed;
        let layout = made_small(first, kind);
        let submission = Submission::draw(&layout, first.seed);
        let numbers: Vec<String> = failures.iter().take(12).map(|it| it.seed.case.to_string()).collect();
        report += &format!("\n== {kind}: {} cases ({} …)\n", failures.len(), numbers.join(" "));
        report += &format!("replay: CHIBO_LAYOUT_SEED={run} CHIBO_LAYOUT_CASES={case}..{}\n", case + 1);
        for wrong in wrong_with(&layout, first.seed) {
            report += &format!("  {}: {}\n", wrong.kind, wrong.detail);
        }
        report += &format!("  file {:?}, {:?}, fault {:?}\n", submission.file, layout.encoding, layout.fault);
        for page in &submission.pages {
            report += &format!("{}\n", page.shown());
        }
    }
    report
}
