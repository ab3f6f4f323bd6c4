//! The whole flow on one screen: read → lake → roll up → judge → report → publish.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::assess::{self, Workplace};
use crate::blank_forms;
use crate::error::{Message, Nothing, Result, RunError};
use crate::figures::{Figures, Pipeline};
use crate::file_name::{self, Given};
use crate::finding::{Code, Finding, Place};
use crate::intake::cells::Sheet;
use crate::intake::discover::InboxFile;
use crate::intake::read::Reader;
use crate::intake::submission::{FileOutcome, FileReading, SheetReading};
use crate::lake::build::Lake;
use crate::lake::schema::{FindingRow, SubmissionRow};
use crate::lang::{Lang, t};
use crate::manifest::{self, Input, Manifest, Sources};
use crate::period::{Period, Window};
use crate::publish::Output;
use crate::register::{Register, UnitId};
use crate::remap::Map;
use crate::report::plan::Workbook;
use crate::report::view::View;
use crate::report::{self, Options, data_book, feedback, html, xlsx};
use crate::rules::Rules;
use crate::slips::{self, Returned};
use crate::terms::Severity;

/// What to run, on what.
#[derive(Debug, Clone)]
pub struct RunOptions {
    /// Which pipeline.
    pub pipeline: Pipeline,
    /// The months the figures cover.
    pub window: Window,
    /// The register.
    pub register: PathBuf,
    /// The inbox.
    pub inbox: PathBuf,
    /// Folder of rules that replace the built-in ones.
    pub pipelines: Option<PathBuf>,
    /// Output folder.
    pub out: PathBuf,
    /// Language of output.
    pub lang: Lang,
    /// Date of the letterhead.
    pub date: Option<NaiveDate>,
    /// Whether last year's hosts of model meetings are left out even where the rules keep them.
    pub exclude_last_hosts: bool,
    /// Under which organisations history is told.
    pub map: Map,
}

/// What a run made.
#[derive(Debug)]
pub struct Outcome {
    /// The workbook.
    pub workbook: PathBuf,
    /// The figures in it.
    pub figures: Figures,
    /// Slips for the units whose files have errors.
    pub slips: usize,
    /// Where they lie.
    pub slips_folder: PathBuf,
}

impl Outcome {
    /// Findings of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.figures.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// Told as each file has been read, from any thread.
pub type Progress<'a> = &'a (dyn Fn() + Sync);

/// Runs a pipeline over the files of the inbox and publishes its folder.
///
/// # Errors
/// The configuration is broken, nothing is usable, or the disk refuses; earlier output is then untouched.
pub fn run(options: &RunOptions, files: &[InboxFile], progress: Progress<'_>) -> Result<Outcome> {
    refuse_output_among_input(options)?;
    let rules = Rules::load(options.pipelines.as_deref())?;
    let register = Register::load(&options.register, &rules)?;
    let readings = read(files, &rules, &register, progress);
    let lake = Lake::build(&register, &readings, options.lang);
    if !lake.meetings.iter().any(|meeting| options.window.contains(meeting.period)) {
        return Err(nothing_usable(&options.inbox, Some(options.window), &lake, options.lang));
    }
    let output = Output::take(&options.out)?;
    let stage = output.stage()?;
    lake.write(&stage.path().join("lake"))?;
    let folder = options.pipeline.folder();
    let run_folder = stage.path().join(&folder);
    let place = Workplace { stage: stage.path(), tables: &run_folder.join("tables"), looks_back: true };
    let (figures, silent) = assess::figures(options, &rules, &register, lake, &place, &readings)?;
    let name = options.pipeline.workbook();
    let sources = sources(options, &register, &readings);
    let report_options =
        Options { lang: options.lang, date: options.date, rules: &rules, sources: &sources, silent: &silent };
    write_workbooks(&View::new(&figures, &report_options), &run_folder)?;
    let slips = write_slips(&rules, &register, &figures, files, &readings, &run_folder.join(slips::FOLDER))?;
    write_manifest(options.pipeline, &rules, &sources, &figures, &run_folder)?;
    output.publish(&stage, &["lake", &folder])?;
    let folder = options.out.join(&folder);
    Ok(Outcome { workbook: folder.join(&name), figures, slips, slips_folder: folder.join(slips::FOLDER) })
}

/// The inbox is never written to, and a run's own workbooks must not be read as submissions.
fn refuse_output_among_input(options: &RunOptions) -> Result<()> {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // The output folder may not exist yet; its nearest existing parent tells where it will lie.
    let out = absolute(&options.out);
    let existing = out.ancestors().find(|path| path.exists()).and_then(|path| path.canonicalize().ok());
    let inbox = options.inbox.canonicalize().unwrap_or_else(|_| absolute(&options.inbox));
    if existing.is_some_and(|path| path.starts_with(&inbox)) {
        return Err(RunError::Usage(Message::of(|lang| t!(lang, "output-in-inbox", out = options.out.display()))));
    }
    Ok(())
}

/// No meeting of the window was read: the gravest findings say why.
#[must_use]
pub fn nothing_usable(inbox: &Path, window: Option<Window>, lake: &Lake, lang: Lang) -> RunError {
    let errors = lake.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let shown = |finding: &FindingRow| {
        let sheet = finding.sheet.as_ref().map(|sheet| format!(" [{sheet}]")).unwrap_or_default();
        format!("{}{sheet}: {}. {}", finding.file, finding.code.meaning(lang), finding.hint)
    };
    let months: BTreeSet<Period> = lake.meetings.iter().map(|meeting| meeting.period).collect();
    RunError::NothingUsable(Nothing {
        inbox: inbox.to_owned(),
        window,
        months: months.into_iter().collect(),
        errors: errors.map(shown).collect(),
    })
}

/// Reads every file, in parallel; the results come in the order of the files.
#[must_use]
pub fn read(files: &[InboxFile], rules: &Rules, register: &Register, progress: Progress<'_>) -> Vec<FileReading> {
    let reader = Reader::new(rules, register);
    let read = |file: &InboxFile| {
        let reading = read_file(&reader, file);
        progress();
        reading
    };
    files.par_iter().map(read).collect()
}

/// Reads single files without recording anything.
///
/// # Errors
/// The configuration is broken.
pub fn read_only(files: &[InboxFile], rules: &Path, register: &Path) -> Result<Vec<FileReading>> {
    let rules = Rules::load(Some(rules).filter(|folder| folder.is_dir()))?;
    let register = Register::load(register, &rules)?;
    Ok(read(files, &rules, &register, &|| {}))
}

/// Writes the blank forms of a month, for one unit or for every unit that reports. Returns what was written.
///
/// # Errors
/// The configuration is broken, no such unit reports, or the disk refuses.
pub fn forms(register: &Path, rules: &Path, period: Period, unit: Option<&str>, out: &Path) -> Result<Vec<PathBuf>> {
    let rules = Rules::load(Some(rules).filter(|folder| folder.is_dir()))?;
    let register = Register::load(register, &rules)?;
    let wanted = |id: &&UnitId| unit.is_none_or(|code| UnitId::key(code) == UnitId::key(id.as_str()));
    let senders = blank_forms::senders(&register, period);
    let senders: Vec<&UnitId> = senders.keys().copied().filter(wanted).collect();
    if senders.is_empty() {
        let unit = unit.map(|code| format!(" {code}")).unwrap_or_default();
        return Err(RunError::Usage(Message::of(|lang| t!(lang, "no-unit-with-active-cells", unit, period))));
    }
    let mut given = Given::default();
    let mut planned = Vec::with_capacity(senders.len());
    for id in senders {
        let workbook = blank_forms::plan(&register, &rules, id, period);
        let bytes = xlsx::write(&workbook).map_err(RunError::internal)?;
        let path = out.join(given.unique(&blank_forms::stem(&register, id, period)) + ".xlsx");
        // A form that somebody has filled in is work; it is never written over.
        if std::fs::read(&path).is_ok_and(|there| there != bytes) {
            let path = path.display();
            return Err(RunError::Usage(Message::of(|lang| t!(lang, "no-blank-form-in-the-way", path))));
        }
        planned.push((path, bytes));
    }
    std::fs::create_dir_all(out).map_err(RunError::disk(out))?;
    for (path, bytes) in &planned {
        std::fs::write(path, bytes).map_err(RunError::disk(path))?;
    }
    Ok(planned.into_iter().map(|(path, _)| path).collect())
}

fn read_file(reader: &Reader<'_>, file: &InboxFile) -> FileReading {
    let unreadable = |code: Code, detail: String| {
        FileOutcome::Unreadable(Finding::new(code, Place::file(Arc::clone(&file.name))).value(detail))
    };
    let lock = file.name.rsplit('/').next().is_some_and(|name| name.starts_with("~$"));
    if lock || file.is_link {
        let code = if lock { Code::FileLock } else { Code::FileLink };
        let outcome = unreadable(code, String::new());
        return FileReading { file: Arc::clone(&file.name), sha256: String::new(), outcome };
    }
    // The limit is asked of the disk, so that an enormous file is never in memory.
    let size = std::fs::metadata(&file.path).map_or(0, |metadata| metadata.len());
    if let Some(limit) = reader.too_large(size) {
        let outcome = unreadable(Code::FileTooLarge, limit);
        return FileReading { file: Arc::clone(&file.name), sha256: String::new(), outcome };
    }
    let (sha256, outcome) = match std::fs::read(&file.path) {
        Ok(bytes) => (manifest::sha256(&bytes), reader.read(&file.name, &bytes)),
        Err(error) => (String::new(), unreadable(Code::FileUnreadable, error.to_string())),
    };
    FileReading { file: Arc::clone(&file.name), sha256, outcome }
}

fn sources(options: &RunOptions, register: &Register, readings: &[FileReading]) -> Sources {
    let named = |name: &str, value: String| (name.to_owned(), value);
    let input = |reading: &FileReading| Input {
        file: reading.file.to_string(),
        sha256: reading.sha256.clone(),
        read: !matches!(reading.outcome, FileOutcome::Unreadable(_)),
    };
    Sources {
        options: BTreeMap::from([
            named("lang", options.lang.code().to_owned()),
            named("date", options.date.map(|day| day.to_string()).unwrap_or_default()),
            named("exclude_last_hosts", options.exclude_last_hosts.to_string()),
            named("map", options.map.word().to_owned()),
        ]),
        register: register.sha256().to_owned(),
        inputs: readings.iter().map(input).collect(),
    }
}

/// The workbook of the run, and the data book beside it.
fn write_workbooks(view: &View<'_>, folder: &Path) -> Result<()> {
    let (figures, options) = (view.figures, view.options);
    let pipeline = figures.pipeline;
    let books = [
        (pipeline.workbook(), report::workbook(view)),
        (data_book::file_name(pipeline), data_book::workbook(figures, options.date, options.lang)),
    ];
    for (name, book) in &books {
        write_book(book, &folder.join(name))?;
    }
    let page = folder.join(html::FILE);
    std::fs::write(&page, html::page(view)).map_err(RunError::disk(&page))?;
    let committees = folder.join(feedback::FOLDER);
    std::fs::create_dir_all(&committees).map_err(RunError::disk(&committees))?;
    let mut given = Given::default();
    let named = feedback::workbooks(view).map(|(code, book)| (given.unique(&file_name::stem(code)) + ".xlsx", book));
    let named: Vec<(String, Workbook)> = named.collect();
    named.par_iter().try_for_each(|(name, book)| write_book(book, &committees.join(name)))
}

fn write_book(book: &Workbook, path: &Path) -> Result<()> {
    let bytes = xlsx::write(book).map_err(RunError::internal)?;
    std::fs::write(path, bytes).map_err(RunError::disk(path))
}

/// One slip per file with errors. The files are few and are opened anew, for readings keep no cells.
fn write_slips(
    rules: &Rules,
    register: &Register,
    figures: &Figures,
    files: &[InboxFile],
    readings: &[FileReading],
    folder: &Path,
) -> Result<usize> {
    let returned = slips::returned(&figures.findings, &figures.submissions, &figures.cell_months);
    if returned.is_empty() {
        return Ok(0);
    }
    std::fs::create_dir_all(folder).map_err(RunError::disk(folder))?;
    let (reader, echo) = (Reader::new(rules, register), slips::echo::Echo::new(register, rules));
    let by_name: BTreeMap<&str, (&InboxFile, &FileReading)> =
        files.iter().zip(readings).map(|pair| (&*pair.0.name, pair)).collect();
    let write = |returned: &Returned<'_>| {
        let opened = by_name.get(returned.file).map(|(file, reading)| reopened(&reader, file, reading));
        let sheets = opened.unwrap_or_default();
        let of = |sheets: &[_]| xlsx::write(&slips::plan(returned, sheets, register, &echo));
        // A sheet no workbook can hold leaves the list of what to mend.
        let bytes = of(&sheets).or_else(|_| of(&[])).map_err(RunError::internal)?;
        let path = folder.join(&returned.name);
        std::fs::write(&path, bytes).map_err(RunError::disk(&path))
    };
    let written: Vec<Result<()>> = returned.par_iter().map(write).collect();
    written.into_iter().collect::<Result<()>>()?;
    Ok(returned.len())
}

/// The sheets of a file that was read before; none if it could not be read, or is no longer the same.
fn reopened(reader: &Reader<'_>, file: &InboxFile, reading: &FileReading) -> Vec<(Sheet, SheetReading)> {
    if matches!(reading.outcome, FileOutcome::Unreadable(_)) {
        return Vec::new();
    }
    let bytes = std::fs::read(&file.path).unwrap_or_default();
    if manifest::sha256(&bytes) != reading.sha256 {
        return Vec::new();
    }
    reader.open(&file.name, &bytes).unwrap_or_default()
}

fn write_manifest(
    pipeline: Pipeline,
    rules: &Rules,
    sources: &Sources,
    figures: &Figures,
    run_folder: &Path,
) -> Result<()> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let severity = |wanted: Severity| count(figures.findings.iter().filter(|it| it.severity == wanted).count());
    let sum = |of: fn(&SubmissionRow) -> i64| figures.submissions.iter().map(of).sum();
    let manifest = Manifest {
        program: format!("chibo {}", env!("CARGO_PKG_VERSION")),
        run: pipeline.folder(),
        window: [figures.window.first().to_string(), figures.window.last().to_string()],
        options: sources.options.clone(),
        rules: rules.files.iter().map(|(path, text)| (path.clone(), manifest::sha256(text.as_bytes()))).collect(),
        register: sources.register.clone(),
        inputs: sources.inputs.iter().map(|input| (input.file.clone(), input.sha256.clone())).collect(),
        counts: BTreeMap::from([
            ("files".to_owned(), count(sources.inputs.len())),
            ("sheets".to_owned(), count(figures.submissions.len())),
            ("rows_read".to_owned(), sum(|row| row.rows_read)),
            ("rows_rejected".to_owned(), sum(|row| row.rows_rejected)),
            ("cells_read".to_owned(), sum(|row| row.cells_read)),
            ("cells_rejected".to_owned(), sum(|row| row.cells_rejected)),
            ("errors".to_owned(), severity(Severity::Error)),
            ("warnings".to_owned(), severity(Severity::Warning)),
            ("infos".to_owned(), severity(Severity::Info)),
        ]),
        outputs: manifest::hashes_below(run_folder)?,
    };
    let text = serde_json::to_string_pretty(&manifest).map_err(RunError::internal)?;
    let path = run_folder.join("manifest.json");
    std::fs::write(&path, text + "\n").map_err(RunError::disk(&path))
}
