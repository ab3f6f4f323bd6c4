//! From an inbox to the lake, as a ratio to the floor: a bare parallel calamine read of every cell and of the merged
//! regions of the same files. The machine's speed cancels out; both are timed in turns, in one process.
//!
//! `cargo bench --bench intake`; `CHIBO_BENCH_CELLS` (default 5000) sets the size of the province-year.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a bench stops where it fails, prints its figures, and is told its size by the environment"
)]

use std::io::Cursor;
use std::path::Path;
use std::time::Instant;

use calamine::{Reader as _, Xlsx};
use chibo::intake::discover::{self, InboxFile};
use chibo::lake::build::Lake;
use chibo::lang::Lang;
use chibo::register::Register;
use chibo::rules::Rules;
use chibo::run;
use chibo::sample::{self, SampleOptions, Scale};
use rayon::prelude::*;

const ROUNDS: usize = 7;

fn main() {
    let cells = std::env::var("CHIBO_BENCH_CELLS").ok().and_then(|it| it.parse().ok()).unwrap_or(5000);
    let folder = tempfile::tempdir().unwrap();
    let scale = Scale::Cells { cells, per_committee: 60 };
    sample::write(&SampleOptions { seed: 171, year: 2024, months: 12, scale }, folder.path()).unwrap();
    let rules = Rules::load(None).unwrap();
    let register = Register::load(&folder.path().join("danh-muc.xlsx"), &rules).unwrap();
    let files = discover::files(&folder.path().join("inbox")).unwrap();
    let files: Vec<InboxFile> = files.into_iter().filter(|file| file.name.ends_with(".xlsx")).collect();
    let lake = folder.path().join("lake");

    println!("{} workbooks, {cells} cells, {} threads", files.len(), rayon::current_num_threads());
    let (mut floor, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let touched: usize = files.par_iter().map(bare_read).sum();
        floor.push(start.elapsed().as_secs_f64());
        let start = Instant::now();
        let rows = to_lake(&files, &rules, &register, &lake);
        ours.push(start.elapsed().as_secs_f64());
        assert!(touched > 0 && rows > 0);
    }
    for (name, times) in [("calamine, bare", &mut floor), ("inbox → lake", &mut ours)] {
        times.sort_by(f64::total_cmp);
        let (min, median) = (times[0], times[ROUNDS / 2]);
        let rate = files.len() as f64 / median;
        println!("{name:<16} min {min:.3} s, median {median:.3} s, {rate:.0} workbooks/s");
    }
    println!("ratio: min {:.2}, median {:.2}", ours[0] / floor[0], ours[ROUNDS / 2] / floor[ROUNDS / 2]);
}

/// Every cell and every merged region of a file, with nothing made of them.
fn bare_read(file: &InboxFile) -> usize {
    let bytes = std::fs::read(&file.path).unwrap();
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut touched = 0;
    for name in book.sheet_names() {
        touched += book.merge_cells_by_sheet_name(&name).unwrap().len();
        let mut cells = book.worksheet_cells_reader(&name).unwrap();
        while let Some(cell) = cells.next_cell().unwrap() {
            touched += usize::from(!matches!(cell.get_value(), calamine::DataRef::Empty));
        }
    }
    touched
}

fn to_lake(files: &[InboxFile], rules: &Rules, register: &Register, folder: &Path) -> usize {
    let readings = run::read(files, rules, register, &|| {});
    let lake = Lake::build(register, &readings, Lang::Vi);
    lake.write(folder).unwrap();
    lake.meetings.len()
}
