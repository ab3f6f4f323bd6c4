//! What stops a run, whose it is to mend, and the exit status it ends with.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::lang::{Lang, t};
use crate::period::{Period, Window};

/// Result of everything that touches the operator's world: configuration and disk.
pub type Result<T> = std::result::Result<T, RunError>;

/// Why a run cannot go on. Bad submissions are never a reason: they become findings.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// Options that make no sense together or name nothing.
    #[error("{0}")]
    Usage(Message),
    /// The register or the rules are broken; all problems at once.
    #[error("{} configuration problems", .0.len())]
    Configuration(Vec<Problem>),
    /// Nothing in the inbox could be used.
    #[error("nothing usable in {}", .0.inbox.display())]
    NothingUsable(Nothing),
    /// The disk refused.
    #[error("{path}: {source}", path = path.display())]
    Disk {
        /// What was being read or written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another run holds the output folder.
    #[error("{0} is in use by another run")]
    Busy(PathBuf),
    /// Our own mistake: a stage was handed something it was promised not to get.
    #[error("{0}")]
    Internal(String),
}

impl RunError {
    /// A disk error at a path.
    pub fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Disk { path, source }
    }

    /// Our own mistake, with what was found.
    pub fn internal(what: impl fmt::Display) -> Self {
        Self::Internal(what.to_string())
    }

    /// Exit status: 2 usage or configuration, 3 nothing usable, 4 failure.
    #[must_use]
    pub fn exit_status(&self) -> u8 {
        match self {
            Self::Usage(_) | Self::Configuration(_) => 2,
            Self::NothingUsable(_) => 3,
            Self::Disk { .. } | Self::Busy(_) | Self::Internal(_) => 4,
        }
    }

    /// The error as a person reads it: what, where, why, how to mend it.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        match self {
            Self::Usage(message) => message.pick(lang).to_owned(),
            Self::Configuration(problems) => {
                let lines: Vec<String> =
                    problems.iter().map(|problem| format!("  {}", problem.explain(lang))).collect();
                let head = t!(lang, "register-or-rules-broken");
                format!("{head}\n{}", lines.join("\n"))
            }
            Self::NothingUsable(nothing) => nothing.explain(lang),
            Self::Disk { path, source } => explain_disk(path, source, lang),
            Self::Busy(out) => t!(lang, "output-in-use", out = out.display()),
            Self::Internal(what) => t!(lang, "internal-error", what),
        }
    }
}

fn explain_disk(path: &Path, source: &io::Error, lang: Lang) -> String {
    let advice = match source.kind() {
        io::ErrorKind::NotFound => t!(lang, "check-the-path"),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => t!(lang, "no-permission"),
        io::ErrorKind::StorageFull => t!(lang, "disk-full"),
        _ => t!(lang, "check-the-disk-and-permissions"),
    };
    format!("{}: {source} ({advice})", path.display())
}

/// Why no meeting of the window could be read.
#[derive(Debug)]
pub struct Nothing {
    /// The inbox.
    pub inbox: PathBuf,
    /// The months asked for; `None` = any.
    pub window: Option<Window>,
    /// The months the sheets do speak of.
    pub months: Vec<Period>,
    /// What was wrong with the files, one line each.
    pub errors: Vec<String>,
}

impl Nothing {
    fn explain(&self, lang: Lang) -> String {
        let inbox = self.inbox.display();
        let months = self.window.map(|window| format!("{} – {}", window.first(), window.last()));
        let mut text = if let Some(months) = &months {
            t!(lang, "no-usable-sheet-of-months", months, inbox)
        } else {
            t!(lang, "no-usable-sheet", inbox)
        };
        if let (Some(first), Some(last)) = (self.months.first(), self.months.last()) {
            text += &t!(lang, "months-of-the-sheets-read", first, last);
        } else if self.errors.is_empty() {
            text += &t!(lang, "put-files-into-the-inbox");
        }
        for error in &self.errors {
            text += "\n  ";
            text += error;
        }
        text
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Message {
    /// What `text` says in each language.
    #[must_use]
    pub fn of(text: impl Fn(Lang) -> String) -> Self {
        Self { vi: text(Lang::Vi), en: text(Lang::En) }
    }

    /// The text in a language.
    #[must_use]
    pub fn pick(&self, lang: Lang) -> &str {
        lang.pick(&self.vi, &self.en)
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

/// One thing wrong with the register or the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File, as the operator knows it.
    pub file: String,
    /// Sheet row or line, from 1.
    pub line: Option<i64>,
    /// What is wrong and how to mend it.
    pub message: Message,
}

impl Problem {
    /// A problem in a file.
    #[must_use]
    pub fn new(file: &str, line: Option<i64>, message: Message) -> Self {
        Self { file: file.to_owned(), line, message }
    }

    /// `danh-muc.xlsx [Tổ chức], dòng 12: …`.
    #[must_use]
    pub fn explain(&self, lang: Lang) -> String {
        let line = self.line.map(|line| format!(", {} {line}", t!(lang, "line-in-text"))).unwrap_or_default();
        format!("{}{line}: {}", self.file, self.message.pick(lang))
    }
}
