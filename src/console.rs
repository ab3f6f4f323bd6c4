//! The only file that prints: talk to stderr, results to stdout, a progress bar on a terminal only.

use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use crate::cli::Common;
use crate::error::RunError;
use crate::lang::{Lang, t};

/// Where talk and results go.
#[derive(Debug)]
pub struct Console {
    lang: Lang,
    json: bool,
    quiet: bool,
    verbose: bool,
    bar: ProgressBar,
}

impl Console {
    /// A console as the common options ask.
    #[must_use]
    pub fn new(options: &Common) -> Self {
        let Common { lang, json, quiet, verbose, .. } = *options;
        Self { lang, json, quiet, verbose, bar: ProgressBar::hidden() }
    }

    /// Starts the progress bar over a number of files.
    pub fn start(&mut self, files: usize) {
        if !self.quiet && std::io::stderr().is_terminal() {
            let (bar, count) = ("{bar:40}", "{pos}/{len}");
            let template = t!(self.lang, "reading-files", bar, count);
            let bar = ProgressBar::new(u64::try_from(files).unwrap_or(u64::MAX));
            if let Ok(style) = ProgressStyle::with_template(&template) {
                bar.set_style(style);
            }
            self.bar = bar;
        }
    }

    /// One file more has been read; from any thread.
    pub fn step(&self) {
        self.bar.inc(1);
    }

    /// Takes the bar away.
    pub fn done(&self) {
        self.bar.finish_and_clear();
    }

    /// Talk.
    pub fn say(&self, text: &str) {
        if !self.quiet {
            write_line(&mut std::io::stderr(), text);
        }
    }

    /// Talk for those who ask to hear more.
    pub fn detail(&self, text: &str) {
        if self.verbose {
            write_line(&mut std::io::stderr(), text);
        }
    }

    /// An error; never quiet.
    pub fn fail(&self, error: &RunError) {
        let text = error.explain(self.lang);
        if self.json {
            let object = json!({ "error": text, "exit": error.exit_status() });
            write_line(&mut std::io::stdout(), &object.to_string());
        }
        write_line(&mut std::io::stderr(), &format!("{}: {text}", t!(self.lang, "error")));
    }

    /// A result: text for people.
    pub fn result(&self, text: &str) {
        if !self.json && !self.quiet {
            write_line(&mut std::io::stdout(), text);
        }
    }

    /// A result: one object for programs.
    pub fn object(&self, object: &Value) {
        if self.json {
            write_line(&mut std::io::stdout(), &object.to_string());
        }
    }
}

/// A reader that has gone away (`| head`) is no failure of ours. Names of files may hold anything, so control
/// characters other than line ends and tabs never reach the terminal.
fn write_line(to: &mut dyn Write, text: &str) {
    let safe: String =
        text.chars().map(|it| if it.is_control() && !matches!(it, '\n' | '\t') { '\u{FFFD}' } else { it }).collect();
    let _gone = writeln!(to, "{safe}");
}
