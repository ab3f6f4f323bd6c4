//! What stops a run, whose it is to mend, and the exit status it ends with.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::lang::Lang;
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
                let head = lang.pick(
                    "Danh mục hoặc quy tắc có lỗi, chưa ghi gì:",
                    "The register or the rules are broken; nothing was written:",
                );
                format!("{head}\n{}", lines.join("\n"))
            }
            Self::NothingUsable(nothing) => nothing.explain(lang),
            Self::Disk { path, source } => explain_disk(path, source, lang),
            Self::Busy(out) => lang.pick(
                format!(
                    "Thư mục {} đang được một lượt chạy khác sử dụng. Chờ lượt đó xong rồi chạy lại.",
                    out.display()
                ),
                format!("{} is in use by another run. Wait until it ends, then run again.", out.display()),
            ),
            Self::Internal(what) => lang.pick(
                format!(
                    "Lỗi bên trong chương trình: {what}. Kết quả trước đó không bị thay đổi; đề nghị báo lại lỗi này."
                ),
                format!("Internal error: {what}. Earlier output is untouched; please report this."),
            ),
        }
    }
}

fn explain_disk(path: &Path, source: &io::Error, lang: Lang) -> String {
    let advice = match source.kind() {
        io::ErrorKind::NotFound => lang.pick("kiểm tra lại đường dẫn", "check the path"),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => lang.pick(
            "không có quyền; nếu tệp đang mở trong Excel thì đóng lại, hoặc chọn nơi khác bằng --out",
            "no permission; close the file if Excel has it open, or choose another place with --out",
        ),
        io::ErrorKind::StorageFull => {
            lang.pick("đĩa đầy; giải phóng chỗ trống rồi chạy lại", "the disk is full; free some space and run again")
        }
        _ => lang.pick("kiểm tra đĩa và quyền truy cập", "check the disk and permissions"),
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
        let mut text = match &months {
            Some(months) => lang.pick(
                format!("Không có biểu nào của {months} dùng được trong {inbox}."),
                format!("No sheet of {months} in {inbox} can be used."),
            ),
            None => lang.pick(
                format!("Không có biểu nào dùng được trong {inbox}."),
                format!("No sheet in {inbox} can be used."),
            ),
        };
        if let (Some(first), Some(last)) = (self.months.first(), self.months.last()) {
            text += &lang.pick(
                format!(" Các biểu đọc được thuộc {first} – {last}; kiểm tra lại --period."),
                format!(" The sheets that were read are of {first} – {last}; check --period."),
            );
        } else if self.errors.is_empty() {
            text += lang.pick(
                " Đặt các tệp Excel đơn vị gửi vào thư mục này, hoặc chỉ ra thư mục khác bằng --inbox.",
                " Put the Excel files units sent into it, or name another folder with --inbox.",
            );
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
    /// Both texts.
    #[must_use]
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
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
        let line = self.line.map(|line| format!(", {} {line}", lang.pick("dòng", "line"))).unwrap_or_default();
        format!("{}{line}: {}", self.file, self.message.pick(lang))
    }
}
