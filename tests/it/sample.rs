//! The sample folder: reproducible, believable, and the same at any number of threads.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use chibo::figures::{Figures, Pipeline};
use chibo::finding::Code;
use chibo::intake::discover;
use chibo::judge::FlagCode;
use chibo::lang::Lang;
use chibo::manifest::hashes_below;
use chibo::period::Window;
use chibo::rules::integrity::Signal;
use chibo::run::{self, RunOptions};
use chibo::sample::{self, SampleOptions};
use chibo::terms::{Scope, Tier};

use super::folder::project;

fn sample_data() -> std::path::PathBuf {
    project().join("sample-data")
}

#[test]
fn the_committed_sample_is_what_the_generator_writes() {
    let mut wanted = BTreeSet::new();
    for file in sample::files(&SampleOptions::default()).unwrap() {
        let file = file.unwrap();
        let found = std::fs::read(sample_data().join(&file.path)).unwrap();
        assert!(found == file.bytes, "{} differs: run `chibo sample --out sample-data`", file.path);
        wanted.insert(file.path);
    }
    let found: BTreeSet<String> =
        discover::files(&sample_data().join("inbox")).unwrap().iter().map(|it| format!("inbox/{}", it.name)).collect();
    let inbox: BTreeSet<String> = wanted.into_iter().filter(|path| path.starts_with("inbox/")).collect();
    assert_eq!(found, inbox);
}

/// The sample year as it is judged.
pub(super) static YEAR: LazyLock<Figures> = LazyLock::new(|| {
    let out = tempfile::tempdir().unwrap();
    let options = RunOptions {
        pipeline: Pipeline::YearEnd(2024),
        window: Window::year(2024).unwrap(),
        register: sample_data().join("danh-muc.xlsx"),
        inbox: sample_data().join("inbox"),
        pipelines: None,
        out: out.path().to_owned(),
        lang: Lang::Vi,
        date: None,
        exclude_last_hosts: false,
        map: chibo::remap::Map::Reported,
    };
    run::run(&options, &discover::files(&options.inbox).unwrap(), &|| {}).unwrap().figures
});

/// The cells that a section of the sample's README names, by their codes without `LC.`.
fn named(section: &str) -> BTreeSet<String> {
    let readme = std::fs::read_to_string(sample_data().join("README.md")).unwrap();
    let section = readme.split("\n## ").find(|part| part.starts_with(section)).unwrap();
    let codes = section.lines().filter_map(|line| line.strip_prefix("| LC.")?.split_once(' '));
    codes.map(|(code, _)| code.to_owned()).collect()
}

fn without_top<'a>(codes: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    codes.map(|code| code.strip_prefix("LC.").unwrap().to_owned()).collect()
}

#[test]
fn the_sample_city_needs_support_where_its_readme_says() {
    let figures = &*YEAR;
    let of = |tier: Tier| figures.cell_summary.iter().filter(|cell| cell.tier == tier).count();
    assert_eq!((figures.cell_summary.len(), of(Tier::BaseCell), of(Tier::AttachedCell)), (171, 39, 132));
    let all = figures.unit_summary.iter().find(|row| row.scope == Scope::All).unwrap();
    assert_eq!(all.members, Some(3368));
    assert!(all.attendance_rate.unwrap() > 0.96, "{:?}", all.attendance_rate);

    let weak = without_top(figures.ranking.iter().filter(|row| row.weak).map(|row| row.cell_id.as_str()));
    assert_eq!(weak, named("Chi bộ cần quan tâm"));
    assert!((9..=20).contains(&weak.len()), "5–12 % of 171 cells: {}", weak.len());
    assert_eq!(all.cells_weak, i64::try_from(weak.len()).unwrap());
    assert!(figures.submissions.iter().all(|row| row.rows_read == row.rows_accepted + row.rows_rejected));
}

#[test]
fn score_sheets_and_plans_of_the_sample_show_what_its_readme_says_and_nothing_else() {
    let figures = &*YEAR;
    let of_form = |form| figures.submissions.iter().filter(move |row| row.form.as_deref() == Some(form));
    let (sheets, plans): (Vec<_>, Vec<_>) = (of_form("score-sheet").collect(), of_form("thematic-plan").collect());
    assert_eq!((sheets.len(), plans.len()), (105, 2));
    let files: BTreeSet<&str> = sheets.iter().chain(&plans).map(|row| row.file.as_str()).collect();
    let found: Vec<_> = figures.findings.iter().filter(|finding| files.contains(finding.file.as_str())).collect();
    assert!(found.is_empty(), "{found:?}");
    assert!(figures.findings.iter().all(|finding| finding.code != Code::ScoreSheetDiffers));

    let flagged =
        figures.flags.iter().filter(|row| matches!(row.code, FlagCode::ScoreContradicts | FlagCode::PlanMissing));
    let copied =
        figures.integrity.iter().filter(|row| row.signal == Signal::RepeatedVector && row.scope == Scope::Cell);
    let unapproved = figures.cell_summary.iter().filter(|cell| cell.plan_approved < cell.plan_quarters);
    let odd = flagged
        .map(|row| row.cell_id.as_str())
        .chain(copied.map(|row| row.key.as_str()))
        .chain(unapproved.map(|cell| cell.cell_id.as_str()));
    assert_eq!(without_top(odd), named("Phiếu chấm, kế hoạch và danh mục"));
}

#[test]
fn the_register_of_the_sample_tells_what_was_decided() {
    let cap = &YEAR.proposals.cap;
    assert!(cap.iter().all(|row| row.unrated == 0 && row.self_rated == 0));
    let over: Vec<(&str, i64)> =
        cap.iter().filter(|row| row.over > 0).map(|row| (row.key.as_str(), row.over)).collect();
    assert_eq!(over, [("trường học", 1)]);
}

/// Runs the program itself and gives the hash of every file it published.
fn published(pipeline: &[&str], out: &Path, threads: &str) -> std::collections::BTreeMap<String, String> {
    let status = Command::new(env!("CARGO_BIN_EXE_chibo"))
        .args(["run"])
        .args(pipeline)
        .arg("--work")
        .arg(sample_data())
        .arg("--out")
        .arg(out)
        .args(["--threads", threads, "--quiet"])
        .env("TZ", if threads == "1" { "Asia/Ho_Chi_Minh" } else { "America/New_York" })
        .output()
        .unwrap();
    assert_eq!(status.status.code(), Some(1), "{}", String::from_utf8_lossy(&status.stderr));
    hashes_below(out).unwrap()
}

#[test]
fn a_run_gives_the_same_bytes_at_any_number_of_threads() {
    for pipeline in [&["year-end", "--period", "2024"][..], &["monthly", "--period", "2024-10"]] {
        let (one, four) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let first = published(pipeline, one.path(), "1");
        let second = published(pipeline, four.path(), "4");
        assert!(first.len() > 20, "{first:?}");
        assert_eq!(first, second);
        assert_eq!(first, published(pipeline, one.path(), "1"), "a second run over the first");
    }
}
