//! What is typed → a command. No work is done here.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::{Args, Parser, Subcommand};

use crate::lang::Lang;
use crate::period::{Period, Window};
use crate::remap::Map;

/// Tổng hợp, đánh giá và xếp thứ tự chất lượng sinh hoạt chi bộ từ các biểu Excel hằng tháng.
#[derive(Debug, Parser)]
#[command(name = "chibo", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// Ngôn ngữ kết quả: vi hoặc en / language
    #[arg(long, global = true, value_enum, default_value_t)]
    pub lang: Lang,
    /// Kết quả dạng JSON, mỗi dòng một đối tượng / one JSON object a line
    #[arg(long, global = true)]
    pub json: bool,
    /// Nói nhiều hơn / say more
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
    /// Chỉ nói khi có lỗi / say errors only
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Số luồng xử lý (kết quả không đổi) / threads; the output is the same
    #[arg(long, global = true, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// Commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Đọc biểu, tính số liệu, ghi sổ làm việc / read, compute, write the workbook
    #[command(subcommand)]
    Run(Run),
    /// Đọc thử tệp, không ghi gì: lỗi ở đâu, vì sao, cách sửa / read files without recording: what is wrong where
    Check(Files),
    /// Cho thấy đã nhận ra gì trong tệp, và từng ô ra sao / show what was recognised, and each cell's fate
    Inspect(Files),
    /// Ai đã gửi, ai còn thiếu, lỗi nào chưa sửa, việc tiếp theo / who has reported, what is open, what to do next
    Status(Status),
    /// Giải thích số liệu, dấu hiệu, thứ hạng của một chi bộ đến từng ô / trace a cell's figures back to the sheets
    Explain(Explain),
    /// Tạo biểu trống điền sẵn tên chi bộ để gửi đơn vị / blank forms for the units, pre-filled from the register
    Forms(Forms),
    /// Tạo thư mục làm việc mẫu, số liệu bịa / write a synthetic working folder
    Sample(Sample),
    /// Từ điển dữ liệu: các bảng và cột; "findings" liệt kê mã phát hiện / data dictionary
    Schema {
        /// Tên bảng, hoặc "findings" / table, or "findings"
        table: Option<String>,
    },
}

/// Where register and rules lie; the same for every command that reads them.
#[derive(Debug, Clone, Args)]
pub struct Inputs {
    /// Thư mục làm việc, nơi có danh mục / working folder with the register
    #[arg(long, default_value = ".")]
    pub work: PathBuf,
    /// Danh mục [mặc định: WORK/danh-muc.xlsx] / register
    #[arg(long)]
    pub register: Option<PathBuf>,
    /// Thư mục quy tắc [mặc định: WORK/pipelines nếu có] / rules
    #[arg(long)]
    pub pipelines: Option<PathBuf>,
}

impl Inputs {
    /// A part of the working folder, or what was named instead.
    #[must_use]
    pub fn part(&self, given: Option<&PathBuf>, name: &str) -> PathBuf {
        given.cloned().unwrap_or_else(|| self.work.join(name))
    }

    /// The register.
    #[must_use]
    pub fn register(&self) -> PathBuf {
        self.part(self.register.as_ref(), "danh-muc.xlsx")
    }

    /// The folder of rules, whether it is there or not.
    #[must_use]
    pub fn pipelines(&self) -> PathBuf {
        self.part(self.pipelines.as_ref(), "pipelines")
    }
}

/// Files to read without recording.
#[derive(Debug, Clone, Args)]
pub struct Files {
    /// Tệp cần đọc / files to read
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Where register and rules lie.
    #[command(flatten)]
    pub inputs: Inputs,
}

/// Options of `chibo status`.
#[derive(Debug, Clone, Args)]
pub struct Status {
    /// Where register and rules lie.
    #[command(flatten)]
    pub inputs: Inputs,
    /// Thư mục chứa biểu đơn vị gửi [mặc định: WORK/inbox] / inbox
    #[arg(long)]
    pub inbox: Option<PathBuf>,
    /// Năm hoặc tháng cần xem, dạng 2024 hoặc 2024-10; bỏ trống là các tháng đã có số liệu / year or month
    #[arg(long, value_parser = window)]
    pub period: Option<Window>,
    /// In các dòng để chép vào trang 'Quyết định' của danh mục / rows to paste into the register
    #[arg(long)]
    pub decisions: bool,
}

/// Pipelines.
#[derive(Debug, Subcommand)]
pub enum Run {
    /// Báo cáo tháng / a month
    Monthly {
        /// Tháng, dạng 2024-10
        #[arg(long, value_parser = month)]
        period: Period,
        /// Where everything lies.
        #[command(flatten)]
        folders: Folders,
    },
    /// Báo cáo cuối năm / a year
    YearEnd {
        /// Năm, dạng 2024
        #[arg(long, value_parser = year)]
        period: i32,
        /// Tháng cuối đã có số liệu, dạng 2024-10, khi năm chưa hết / last month of a year not over
        #[arg(long, value_parser = month)]
        as_of: Option<Period>,
        /// Không đề xuất chủ trì sinh hoạt mẫu lại chi bộ đã chủ trì năm trước / leave out last year's hosts
        #[arg(long)]
        exclude_last_hosts: bool,
        /// Where everything lies.
        #[command(flatten)]
        folders: Folders,
    },
}

/// Folders of a run.
#[derive(Debug, Clone, Args)]
pub struct Folders {
    /// Where register and rules lie.
    #[command(flatten)]
    pub inputs: Inputs,
    /// Thư mục chứa biểu đơn vị gửi [mặc định: WORK/inbox] / inbox
    #[arg(long)]
    pub inbox: Option<PathBuf>,
    /// Thư mục kết quả [mặc định: WORK/out] / output
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Tính theo tổ chức của từng tháng (reported) hay dồn về tổ chức hiện nay (today) / history as reported or on today's map
    #[arg(long, value_enum, default_value_t)]
    pub map: Map,
    /// Ngày ghi ở góc báo cáo, dạng 2024-12-31; bỏ trống thì để ngỏ / date of the letterhead
    #[arg(long, value_parser = day)]
    pub date: Option<NaiveDate>,
}

/// Options of `chibo explain`.
#[derive(Debug, Clone, Args)]
pub struct Explain {
    /// Mã hoặc tên chi bộ, một hoặc nhiều / codes or names of cells
    #[arg(required = true)]
    pub cells: Vec<String>,
    /// Năm, hoặc tháng (lũy kế từ đầu năm), dạng 2024 hoặc 2024-10 / year, or month (year to date)
    #[arg(long, value_parser = window)]
    pub period: Window,
    /// Một số liệu (attendance_rate), dấu hiệu (ATTENDANCE_LOW), index, rank, suggestion hoặc support / one of these only
    #[arg(long)]
    pub figure: Option<String>,
    /// Tính theo tổ chức của từng tháng (reported) hay dồn về tổ chức hiện nay (today) / history as reported or on today's map
    #[arg(long, value_enum, default_value_t)]
    pub map: Map,
    /// Where everything lies.
    #[command(flatten)]
    pub inputs: Inputs,
    /// Thư mục chứa biểu đơn vị gửi [mặc định: WORK/inbox] / inbox
    #[arg(long)]
    pub inbox: Option<PathBuf>,
}

/// Options of `chibo forms`.
#[derive(Debug, Clone, Args)]
pub struct Forms {
    /// Tháng báo cáo, dạng 2024-11 / month reported on
    #[arg(long, value_parser = month)]
    pub period: Period,
    /// Thư mục ghi vào / folder to write into
    #[arg(long)]
    pub out: PathBuf,
    /// Chỉ một đơn vị, theo mã / only the unit of this code
    #[arg(long)]
    pub unit: Option<String>,
    /// Where register and rules lie.
    #[command(flatten)]
    pub inputs: Inputs,
}

/// Options of `chibo sample`.
#[derive(Debug, Clone, Args)]
pub struct Sample {
    /// Thư mục ghi vào / folder to write into
    #[arg(long)]
    pub out: PathBuf,
    /// Số bắt đầu của dãy ngẫu nhiên / seed
    #[arg(long, default_value_t = 171)]
    pub seed: u64,
    /// Năm của số liệu / year
    #[arg(long, default_value_t = 2024, value_parser = year)]
    pub year: i32,
    /// Số tháng, từ tháng 1 / months from January
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..=12))]
    pub months: u32,
    /// Số chi bộ, để đo tốc độ; bỏ trống là mẫu 171 chi bộ / cells, for measuring
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    pub cells: Option<u32>,
    /// Số chi bộ mỗi đảng ủy khi dùng --cells / cells of a committee with --cells
    #[arg(long, default_value_t = 60, requires = "cells", value_parser = clap::value_parser!(u32).range(1..=999))]
    pub per_committee: u32,
}

fn window(written: &str) -> Result<Window, String> {
    let year = written.parse().ok().and_then(Window::year);
    let month = || written.parse().ok().and_then(|month| Window::new(month, month));
    year.or_else(month).ok_or_else(|| "cần dạng 2024 hoặc 2024-10 / expected 2024 or 2024-10".to_owned())
}

/// A day of this century, as the years of reports are.
fn day(written: &str) -> Result<NaiveDate, String> {
    let day = written.parse().ok().filter(|day: &NaiveDate| (2000..2100).contains(&day.year()));
    day.ok_or_else(|| "cần dạng 2024-12-31, từ năm 2000 / expected 2024-12-31, from 2000 on".to_owned())
}

fn year(written: &str) -> Result<i32, String> {
    let year = written.parse().ok().filter(|year| (2000..2100).contains(year));
    year.ok_or_else(|| "cần một năm, dạng 2024 / expected a year such as 2024".to_owned())
}

fn month(written: &str) -> Result<Period, String> {
    written.parse().map_err(|_| "cần dạng 2024-10 / expected 2024-10".to_owned())
}
