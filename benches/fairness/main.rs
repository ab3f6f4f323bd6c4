//! How fair are ranks and red flags? Years of cells whose true quality is known are drawn and judged by the shipped
//! rules: how often the rank interval holds the true rank, how often a sound cell is flagged red, how often a truly
//! weak one is missed. Nothing is timed but the largest ranking.
//!
//! `cargo bench --bench fairness` prints the figures; `-- docs/cong-bang.svg` also draws them.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::format_push_string,
    reason = "a simulation stops where it fails, prints its figures, and counts small numbers"
)]

mod world;

use std::time::Instant;

use chibo::judge::flags::{self, Basis, Missing};
use chibo::judge::index::Scores;
use chibo::judge::rank;
use chibo::judge::sheets::Sheets;
use chibo::lake::schema::{CellMonth, CellSummary};
use chibo::lang::Lang;
use chibo::period::Window;
use chibo::rules::Rules;
use chibo::rules::index::{IndexRules, IntervalRules};
use chibo::terms::FlagSeverity;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use world::Truth;

const SIZES: [u32; 4] = [4, 8, 16, 32];

fn main() {
    let rules = Rules::load(None).unwrap();
    let coverage = coverage(&rules);
    let errors = errors(&rules);
    largest(&rules);
    if let Some(path) = std::env::args().nth(1).filter(|it| it.ends_with(".svg")) {
        std::fs::write(path, world::plot(&coverage, &errors)).unwrap();
    }
}

/// How often the interval holds the true rank: name, share of all cells, share by size of the cell.
struct Coverage {
    name: &'static str,
    all: f64,
    by_size: Vec<(u32, f64)>,
    width: f64,
}

/// Worlds of 171 cells, weights held fixed, so that "the true rank" has one meaning.
fn coverage(rules: &Rules) -> Vec<Coverage> {
    const WORLDS: u64 = 60;
    println!("Rank interval 5–95 %, weights held fixed, {WORLDS} worlds of 171 cells each:");
    let fixed = IntervalRules { weight_concentration: 0.0, ..rules.index.interval };
    let plain = IntervalRules { shrink_to_peers: false, ..fixed };
    let of = |name, likeness, interval: IntervalRules| {
        let rules = IndexRules { interval, ..rules.index.clone() };
        let (mut held, mut all, mut width) = ([0_u32; 4], [0_u32; 4], 0.0);
        for seed in 0..WORLDS {
            for (size, low, rank, high) in one_world(&rules, likeness, seed) {
                let at = SIZES.iter().position(|it| *it == size).unwrap();
                all[at] += 1;
                held[at] += u32::from(low <= rank && rank <= high);
                width += (high - low + 1) as f64;
            }
        }
        let share = |held: u32, all: u32| f64::from(held) / f64::from(all);
        let total = all.iter().sum();
        let coverage = Coverage {
            name,
            all: share(held.iter().sum(), total),
            by_size: SIZES
                .iter()
                .zip(held.iter().zip(&all))
                .map(|(size, (held, all))| (*size, share(*held, *all)))
                .collect(),
            width: width / f64::from(total),
        };
        let sizes: Vec<String> =
            coverage.by_size.iter().map(|(size, share)| format!("{size} members {:.1} %", share * 100.0)).collect();
        println!(
            "  {name:<38} holds the true rank in {:.1} % ({}); mean width {:.1} ranks",
            coverage.all * 100.0,
            sizes.join(", "),
            coverage.width
        );
        coverage
    };
    let fixed = IntervalRules { shrink_to_peers: true, ..fixed };
    vec![
        of("own figures, cells that differ", 1.0, plain),
        of("leaning on peers, cells that differ", 1.0, fixed),
        of("own figures, cells much alike", 4.0, plain),
        of("leaning on peers, cells much alike", 4.0, fixed),
    ]
}

/// Size, lower end, true rank, upper end of each ranked cell of a world.
fn one_world(rules: &IndexRules, likeness: f64, seed: u64) -> Vec<(u32, i64, i64, i64)> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let truths: Vec<Truth> = (0..171).map(|at| Truth::of_a_world(SIZES[at % 4], likeness, &mut chance)).collect();
    let mut cells = Vec::new();
    let mut months = Vec::new();
    for (at, truth) in truths.iter().enumerate() {
        let (cell, own) = truth.year(&format!("C{at:03}"), &mut chance);
        cells.push(cell);
        months.extend(own);
    }
    let flags = Rules::load(None).unwrap().flags;
    let ranking = rank::rank(&cells, &months, &[], rules, &flags, Lang::En);
    let index = |truth: &Truth, cell: &CellSummary| {
        Scores::of(&truth.known(cell), &rules.components).index(&rules.components).value.unwrap()
    };
    let true_index: Vec<f64> = truths.iter().zip(&cells).map(|(truth, cell)| index(truth, cell)).collect();
    let ranked: Vec<usize> = (0..cells.len()).filter(|at| ranking[*at].ranked).collect();
    ranked
        .iter()
        .map(|at| {
            let better = ranked.iter().filter(|other| true_index[**other] > true_index[*at]).count();
            let row = &ranking[*at];
            (truths[*at].members, row.rank_low.unwrap(), better as i64 + 1, row.rank_high.unwrap())
        })
        .collect()
}

/// How often a cell of a size is misjudged in a year.
struct Errors {
    sound_red: f64,
    weak_missed: f64,
}

fn errors(rules: &Rules) -> Vec<Errors> {
    const YEARS: u64 = 4000;
    println!("Flags over a year, {YEARS} years of each size:");
    let share = |count: u64| count as f64 / YEARS as f64;
    let of = |members: u32| {
        let mut chance = ChaCha8Rng::seed_from_u64(u64::from(members));
        let mut count = |truth: &Truth| {
            let (mut red, mut weak) = (0, 0);
            for _ in 0..YEARS {
                let (cell, months) = truth.year("A", &mut chance);
                let (is_red, is_weak) = judged(rules, &cell, &months);
                red += u64::from(is_red);
                weak += u64::from(is_weak);
            }
            (share(red), share(weak))
        };
        let (sound_red, sound_weak) = count(&Truth::sound(members));
        let (weak_red, weak_weak) = count(&Truth::weak(members));
        let (thin_red, _) = count(&Truth::thinly_attended(members));
        let errors = Errors { sound_red, weak_missed: 1.0 - weak_weak };
        println!(
            "  {members:>2} members: sound cell red {:.2} %, called for support {:.2} %; weak cell missed {:.1} %, not red {:.1} %; attendance alone at 75 % not red {:.1} %",
            sound_red * 100.0,
            sound_weak * 100.0,
            errors.weak_missed * 100.0,
            (1.0 - weak_red) * 100.0,
            (1.0 - thin_red) * 100.0
        );
        errors
    };
    SIZES.into_iter().map(of).collect()
}

/// Whether a cell is red in any code that counts, and whether it is called for support.
fn judged(rules: &Rules, cell: &CellSummary, months: &[CellMonth]) -> (bool, bool) {
    let basis = Basis {
        rules: &rules.flags,
        window: Window::year(2024).unwrap(),
        missing: &|_, _| Missing::NoSheet,
        sheets: &Sheets::default(),
        lang: Lang::En,
    };
    let flags = flags::flag_cell(cell, months, &basis);
    let counting = || flags.iter().filter(|flag| flag.code.counts_for_weak());
    let red = counting().any(|flag| flag.severity == FlagSeverity::Red);
    let ambers = counting().count() as i64;
    (red, red || ambers >= rules.flags.thresholds.ambers_for_weak)
}

/// The ranking of a whole country, once: 300,000 cells, 1,000 draws.
fn largest(rules: &Rules) {
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    let years: Vec<CellSummary> = (0..300_000)
        .map(|at| Truth::of_a_world(SIZES[at % 4], 1.0, &mut chance).year(&format!("C{at:06}"), &mut chance).0)
        .collect();
    let before = world::peak_mib();
    let start = Instant::now();
    let ranking = rank::rank(&years, &[], &[], &rules.index, &rules.flags, Lang::En);
    println!(
        "300,000 cells, {} draws: {:.1} s; peak memory {} MiB with the figures ({} MiB before)",
        rules.index.interval.draws,
        start.elapsed().as_secs_f64(),
        world::peak_mib(),
        before
    );
    assert_eq!(ranking.len(), years.len());
}
