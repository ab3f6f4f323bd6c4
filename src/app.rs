//! Commands → what they do, what they say, and the exit status.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use serde_json::json;

use crate::cli::{Cli, Command, Explain, Files, Folders, Forms, Inputs, Run, Sample, Status};
use crate::console::Console;
use crate::error::{Message, Result, RunError};
use crate::explain::{self, Asked};
use crate::figures::Pipeline;
use crate::finding::Code;
use crate::inspect;
use crate::intake::discover::{self, InboxFile};
use crate::intake::submission::{FileOutcome, FileReading};
use crate::lake;
use crate::lake::build::Lake;
use crate::lake::table::TableDef;
use crate::lang::{Lang, t};
use crate::period::{Period, Window};
use crate::register::Register;
use crate::report::{numbers, wording};
use crate::rules::Rules;
use crate::rules::forms::FormKind;
use crate::run::{self, Outcome, RunOptions};
use crate::sample::{self, SampleOptions, Scale};
use crate::status;
use crate::terms::Severity;

/// Environment variable by which polars is told its number of threads.
const POLARS_THREADS: &str = "POLARS_MAX_THREADS";

/// Reads the command line, does what it says, and gives the exit status.
#[must_use]
pub fn main() -> ExitCode {
    // A panic inside a reader becomes a finding; one of our own is told as an internal error, not as a stack trace.
    std::panic::set_hook(Box::new(|_| {}));
    let cli = Cli::parse();
    let mut console = Console::new(&cli.common);
    let outcome = catch_unwind(AssertUnwindSafe(|| execute(&cli, &mut console)));
    match outcome.unwrap_or_else(|panic| Err(RunError::internal(said(&*panic)))) {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            console.done();
            console.fail(&error);
            ExitCode::from(error.exit_status())
        }
    }
}

/// What a panic says.
fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "panic".to_owned())
}

fn execute(cli: &Cli, console: &mut Console) -> Result<u8> {
    if let Some(threads) = cli.common.threads
        && let Some(status) = with_threads(threads)?
    {
        return Ok(status);
    }
    let lang = cli.common.lang;
    match &cli.command {
        Command::Run(Run::Monthly { period, folders }) => {
            run_pipeline(&options(Pipeline::Monthly(*period), Window::year_to(*period), folders, lang), console)
        }
        Command::Run(Run::YearEnd { period, as_of, exclude_last_hosts, folders }) => {
            let window = year_window(*period, *as_of)?;
            let options = options(Pipeline::YearEnd(*period), window, folders, lang);
            run_pipeline(&RunOptions { exclude_last_hosts: *exclude_last_hosts, ..options }, console)
        }
        Command::Check(files) => check(files, lang, console),
        Command::Inspect(files) => show(files, lang, console),
        Command::Status(options) => tell_status(options, lang, console),
        Command::Explain(options) => tell_explanation(options, lang, console),
        Command::Forms(options) => write_forms(options, lang, console),
        Command::Sample(options) => write_sample(options, lang, console),
        Command::Schema { table } => schema(table.as_deref(), lang, console),
    }
}

/// polars takes its number of threads from the environment before anything else, so the program starts itself anew.
fn with_threads(threads: u16) -> Result<Option<u8>> {
    let wanted = threads.to_string();
    #[expect(clippy::disallowed_methods, reason = "the shell's one look at the environment")]
    let current = std::env::var(POLARS_THREADS).unwrap_or_default();
    if current == wanted {
        rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build_global().map_err(RunError::internal)?;
        return Ok(None);
    }
    let program = std::env::current_exe().map_err(RunError::internal)?;
    let status = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(POLARS_THREADS, wanted)
        .status()
        .map_err(RunError::internal)?;
    Ok(Some(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(4)))
}

fn year_window(year: i32, as_of: Option<Period>) -> Result<Window> {
    let window = match as_of {
        None => Window::year(year),
        Some(month) if month.year() == year => Some(Window::year_to(month)),
        Some(_) => None,
    };
    window.ok_or_else(|| RunError::Usage(Message::of(|lang| t!(lang, "as-of-outside-the-year", year))))
}

fn options(pipeline: Pipeline, window: Window, folders: &Folders, lang: Lang) -> RunOptions {
    let inputs = &folders.inputs;
    RunOptions {
        pipeline,
        window,
        register: inputs.register(),
        inbox: inputs.part(folders.inbox.as_ref(), "inbox"),
        pipelines: own_rules(inputs),
        out: inputs.part(folders.out.as_ref(), "out"),
        lang,
        date: folders.date,
        map: folders.map,
        exclude_last_hosts: false,
    }
}

/// The folder of rules: the one named, else that of the working folder, if it has one.
fn own_rules(inputs: &Inputs) -> Option<PathBuf> {
    let own = inputs.work.join("pipelines");
    inputs.pipelines.clone().or_else(|| own.is_dir().then_some(own))
}

fn tell_explanation(options: &Explain, lang: Lang, console: &mut Console) -> Result<u8> {
    let asked = Asked::of(options.figure.as_deref())?;
    let (first, last) = (options.period.first(), options.period.last());
    let pipeline = if first == last { Pipeline::Monthly(last) } else { Pipeline::YearEnd(last.year()) };
    let inputs = &options.inputs;
    let run = RunOptions {
        pipeline,
        window: Window::year_to(last),
        register: inputs.register(),
        inbox: inputs.part(options.inbox.as_ref(), "inbox"),
        pipelines: own_rules(inputs),
        out: PathBuf::new(),
        lang,
        date: None,
        map: options.map,
        exclude_last_hosts: false,
    };
    let files = discover::files(&run.inbox)?;
    console.start(files.len());
    let explanations = explain::explain(&run, &options.cells, &files, &|| console.step())?;
    console.done();
    for explanation in &explanations {
        console.result(explain::told(explanation, asked, lang).trim_end());
        for object in explain::objects(explanation, asked, lang) {
            console.object(&object);
        }
    }
    Ok(0)
}

fn run_pipeline(options: &RunOptions, console: &mut Console) -> Result<u8> {
    let files = discover::files(&options.inbox)?;
    console.start(files.len());
    let outcome = run::run(options, &files, &|| console.step())?;
    console.done();
    list_findings(&outcome, options.lang, console);
    report(&outcome, options.lang, console);
    Ok(u8::from(outcome.count(Severity::Error) > 0))
}

/// Every error and warning, for those who ask to hear more.
fn list_findings(outcome: &Outcome, lang: Lang, console: &Console) {
    for finding in outcome.figures.findings.iter().filter(|finding| finding.severity != Severity::Info) {
        let place = [Some(finding.file.as_str()), finding.sheet.as_deref(), finding.cell_ref.as_deref()];
        let place: Vec<&str> = place.into_iter().flatten().collect();
        let (severity, meaning) = (wording::severity(finding.severity, lang), finding.code.meaning(lang));
        console.detail(&format!("{severity}: {} — {meaning}. {}", place.join(" › "), finding.hint));
    }
}

/// Where the workbook lies, what was read, and the five weakest cells.
fn report(outcome: &Outcome, lang: Lang, console: &Console) {
    let figures = &outcome.figures;
    let errors = outcome.count(Severity::Error);
    let warnings = outcome.count(Severity::Warning);
    let workbook = outcome.workbook.display().to_string();
    console.result(&format!("{}: {workbook}", t!(lang, "workbook")));
    let weak = figures.ranking.iter().filter(|row| row.weak).count();
    console.result(&t!(
        lang,
        "run-summary",
        submissions = figures.submissions.len(),
        cell_summary = figures.cell_summary.len(),
        weak,
        errors,
        warnings
    ));
    let mut ranked: Vec<_> =
        figures.ranking.iter().zip(&figures.cell_summary).filter(|(row, _)| row.rank.is_some()).collect();
    ranked.sort_by_key(|(row, cell)| (std::cmp::Reverse(row.rank), cell.cell_id.clone()));
    if !ranked.is_empty() {
        let (from, to) = (figures.window.first(), figures.window.last());
        console.result(&t!(lang, "lowest-by-index", from, to));
    }
    for (row, cell) in ranked.into_iter().take(5) {
        let unit = cell.unit_name.as_deref().unwrap_or("—");
        let mark = if row.weak { t!(lang, "needs-support-mark") } else { String::new() };
        let index = row.index.unwrap_or_default();
        let rank = row.rank.unwrap_or_default();
        console.result(&format!("{rank:>5}. {} ({unit}): {}{mark}", cell.cell_name, numbers::decimal(lang, index, 1)));
        console.object(&json!({ "cell_id": cell.cell_id.as_str(), "cell_name": cell.cell_name, "unit_name": unit, "rank": rank, "index": index, "weak": row.weak }));
    }
    console.object(&json!({ "workbook": workbook, "sheets": figures.submissions.len(), "cells": figures.cell_summary.len(), "weak": weak, "errors": errors, "warnings": warnings, "slips": outcome.slips }));
    if outcome.slips > 0 {
        let (slips, folder) = (outcome.slips, outcome.slips_folder.display());
        console.result(&t!(lang, "slips-written", slips, folder));
    }
    if errors > 0 {
        console.say(&t!(lang, "rows-or-files-rejected"));
    }
}

/// The readings of files named on the command line. Below an inbox a file is known by its path there, for the folders
/// may name unit and month.
fn readings(files: &Files) -> Result<Vec<FileReading>> {
    let inbox = files.inputs.work.join("inbox");
    let known = |path: &PathBuf| {
        let below = path.canonicalize().ok().zip(inbox.canonicalize().ok());
        let relative = below.and_then(|(path, inbox)| path.strip_prefix(inbox).ok().map(Path::to_owned));
        let name = relative.as_deref().or_else(|| path.file_name().map(Path::new)).unwrap_or(path);
        let name = name.to_string_lossy().replace('\\', "/");
        InboxFile { name: name.into(), path: path.clone(), is_link: false }
    };
    let register = files.inputs.register();
    let rules = files.inputs.pipelines();
    run::read_only(&files.files.iter().map(known).collect::<Vec<_>>(), &rules, &register)
}

fn check(files: &Files, lang: Lang, console: &Console) -> Result<u8> {
    let readings = readings(files)?;
    let mut errors = 0;
    for reading in &readings {
        for finding in reading.findings() {
            errors += usize::from(finding.severity() == Severity::Error);
            let row = finding.row(lang);
            console.object(&json!({
                "code": row.code.word(), "severity": row.severity.word(), "file": row.file, "sheet": row.sheet,
                "cell_ref": row.cell_ref, "field": row.field, "raw": row.raw, "value": row.value, "hint": row.hint,
            }));
        }
        console.result(&inspect::diagnosis(reading, lang));
    }
    let read = readings.len();
    console.result(&t!(lang, "files-and-errors", read, errors));
    Ok(u8::from(errors > 0))
}

fn show(files: &Files, lang: Lang, console: &Console) -> Result<u8> {
    for reading in readings(files)? {
        console.result(&format!("{}\n{}", reading.file, inspect::recognition(&reading, lang)));
        if let FileOutcome::Sheets(sheets) = &reading.outcome {
            for sheet in sheets {
                let counts = sheet.ledger.counts();
                console.object(&json!({
                    "file": &*reading.file, "sheet": &*sheet.sheet, "form": sheet.form.map(FormKind::word),
                    "unit_id": sheet.unit_id.as_ref().map(ToString::to_string), "period": sheet.period.map(|it| it.to_string()),
                    "cells_read": sheet.cells_read, "cells_used": counts.used, "cells_repaired": counts.repaired,
                    "cells_rejected": counts.rejected, "cells_layout": counts.layout,
                }));
            }
        }
    }
    Ok(0)
}

fn tell_status(options: &Status, lang: Lang, console: &mut Console) -> Result<u8> {
    let inputs = &options.inputs;
    let rules = Rules::load(Some(inputs.pipelines().as_path()).filter(|folder| folder.is_dir()))?;
    let register = Register::load(&inputs.register(), &rules)?;
    let inbox = inputs.part(options.inbox.as_ref(), "inbox");
    let files = discover::files(&inbox)?;
    console.start(files.len());
    let readings = run::read(&files, &rules, &register, &|| console.step());
    console.done();
    let lake = Lake::build(&register, &readings, lang);
    let deadline = rules.settings.report_deadline_day;
    let Some(status) = status::of(&register, &readings, &lake, deadline, options.period) else {
        return Err(run::nothing_usable(&inbox, options.period, &lake, lang));
    };
    if options.decisions {
        console.result(status.decisions().trim_end());
        console.say(&t!(lang, "how-to-use-decisions"));
    } else {
        console.result(status.told(lang).trim_end());
    }
    for unit in &status.units {
        let missing: Vec<_> = unit
            .missing
            .iter()
            .map(|(period, cells)| json!({ "period": period.to_string(), "cells": cells }))
            .collect();
        console.object(&json!({
            "unit_id": unit.unit_id.as_str(), "name": unit.name, "months": unit.months, "complete": unit.complete,
            "missing": missing, "late": unit.late.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "errors": unit.findings[0], "warnings": unit.findings[1],
        }));
    }
    for row in &status.proposals {
        console.object(&json!({ "file": row.file, "content": row.written, "value": row.value, "reason": row.reason }));
    }
    Ok(u8::from(status.open.iter().any(|group| group.cause.severity == Severity::Error)))
}

fn write_forms(options: &Forms, lang: Lang, console: &Console) -> Result<u8> {
    let register = options.inputs.register();
    let rules = options.inputs.pipelines();
    let written = run::forms(&register, &rules, options.period, options.unit.as_deref(), &options.out)?;
    for path in &written {
        console.object(&json!({ "form": path.display().to_string() }));
    }
    let (count, folder) = (written.len(), options.out.display());
    let month = numbers::month(lang, options.period);
    console.result(&t!(lang, "blank-forms-written", count, month, folder));
    Ok(0)
}

/// A folder with a register that is not a sample's may be somebody's work.
fn refuse_foreign_folder(options: &Sample) -> Result<()> {
    let readme = std::fs::read_to_string(options.out.join("README.md")).unwrap_or_default();
    if options.out.join("danh-muc.xlsx").exists() && !readme.contains("**Mọi số liệu") {
        let folder = options.out.display();
        return Err(RunError::Usage(Message::of(|lang| t!(lang, "register-in-the-way", folder))));
    }
    Ok(())
}

fn write_sample(options: &Sample, lang: Lang, console: &Console) -> Result<u8> {
    refuse_foreign_folder(options)?;
    let scale = options.cells.map_or(Scale::Case, |cells| Scale::Cells { cells, per_committee: options.per_committee });
    let options_of_sample = SampleOptions { seed: options.seed, year: options.year, months: options.months, scale };
    let written = sample::write(&options_of_sample, &options.out).map_err(|error| match error {
        sample::SampleError::Io { path, source } => RunError::Disk { path, source },
        other => RunError::internal(other),
    })?;
    let folder = options.out.display();
    console.result(&t!(lang, "sample-written", written, folder));
    console.object(&json!({ "folder": folder.to_string(), "files": written }));
    Ok(0)
}

fn schema(table: Option<&str>, lang: Lang, console: &Console) -> Result<u8> {
    if table == Some("findings") {
        findings(lang, console);
        return Ok(0);
    }
    let wanted: Vec<&TableDef> = lake::tables().filter(|it| table.is_none_or(|name| it.name == name)).collect();
    if wanted.is_empty() {
        let names: Vec<&str> = lake::tables().map(|it| it.name).collect();
        let names = names.join(", ");
        return Err(RunError::Usage(Message::of(|lang| {
            t!(lang, "no-such-table", table = table.unwrap_or_default(), names)
        })));
    }
    for table in wanted {
        console.result(&format!("{} — {}", table.name, lang.pick(table.vi, table.en)));
        for column in table.columns {
            let nullable = if column.nullable { "" } else { "*" };
            let unit = if column.unit.is_empty() { String::new() } else { format!(" [{}]", column.unit) };
            let kind = format!("{:?}", column.kind).to_lowercase();
            let about = lang.pick(column.vi, column.en);
            console.result(&format!("  {:<32} {kind:<8} {about}{unit}", format!("{}{nullable}", column.name)));
            console.object(&json!({
                "table": table.name, "column": column.name, "type": kind, "nullable": column.nullable,
                "unit": column.unit, "description": about,
            }));
        }
        console.result("");
    }
    Ok(0)
}

fn findings(lang: Lang, console: &Console) {
    for code in Code::ALL {
        let (severity, meaning, hint) = (code.severity(), code.meaning(lang), code.hint(lang, "{raw}", "{value}"));
        console.result(&format!("{:<22} {:<8} {meaning}\n{:32}{hint}", code.word(), severity.word(), ""));
        console.object(&json!({ "code": code.word(), "severity": severity.word(), "meaning": meaning, "hint": hint }));
    }
}
