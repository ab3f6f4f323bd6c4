//! The files a committee sends: its monthly tables, corrections, copies, its log of visits, score sheets and plans.

use chrono::{Datelike, Days, NaiveDate};

use super::city::{Cell, Committee, Kind};
use super::dice::{Dice, Lane};
use super::mistakes::{self, Mistake, Slip};
use super::shapes::{Line, Month, sheet, visit_log};
use super::year::{Facts, year};
use super::{SampleError, SampleFile, SampleOptions, Scale, plans, score_sheets};
use crate::period::Period;
use crate::report::plan::{Sheet, Workbook};
use crate::report::xlsx;

/// A file before it is written.
pub(super) struct Draft {
    pub path: String,
    pub sheets: Vec<Sheet>,
    copy_to: Option<String>,
}

impl Draft {
    /// A file of one sheet so far.
    pub(super) fn new(path: String, sheet: Sheet) -> Self {
        Self { path, sheets: vec![sheet], copy_to: None }
    }
}

/// Everything a committee sends.
pub(super) fn of_committee(committee: &Committee, options: &SampleOptions) -> Vec<Result<SampleFile, SampleError>> {
    let years: Vec<_> =
        committee.cells.iter().map(|cell| year(cell, options.year, options.months, options.seed)).collect();
    let mut drafts = Vec::new();
    for number in 1..=options.months {
        let Some(period) = Period::new(options.year, number) else { continue };
        drafts.extend(month(committee, period, &years, options));
    }
    if committee.yearly {
        drafts = in_one_workbook(drafts);
    }
    if committee.visit_log {
        drafts.push(log(committee, &years, options));
    }
    if options.scale == Scale::Case {
        let sent_on = |period| first_report(committee, period, options.seed).0;
        drafts.extend(score_sheets::drafts(committee, &years, options, sent_on));
        drafts.extend(plans::draft(committee, options));
    }
    drafts.into_iter().flat_map(written).collect()
}

/// A committee's table of a month, as sent, and its correction.
fn month(committee: &Committee, period: Period, years: &[Vec<Facts>], options: &SampleOptions) -> Vec<Draft> {
    let planted: Vec<&Mistake> = match options.scale {
        Scale::Case => mistakes::of(committee, period.month()).collect(),
        Scale::Cells { .. } => Vec::new(),
    };
    let has = |slip: Slip| planted.iter().any(|mistake| mistake.slip == slip);
    if has(Slip::NothingSent) {
        return Vec::new();
    }
    let right = lines(committee, period, years);
    let mut sent = right.clone();
    for mistake in &planted {
        mistake.spoil(&mut sent);
    }
    // Both tables begin with the same throws, so that a correction differs in nothing but what it corrects.
    let draft = |lines: &[Line], days_later: u64, path: String| {
        let (day, mut dice) = first_report(committee, period, options.seed);
        let reported_on = day + Days::new(days_later);
        let sheet_name = format!("T{}", period.month());
        let month = Month { committee, period, reported_on, lines, sheet_name };
        Draft::new(path, sheet(&month, &mut dice))
    };
    let path = path(committee, period);
    let mut drafts = vec![draft(&sent, 0, path.clone())];
    if has(Slip::CorrectedLater) {
        drafts.push(draft(&right, 6, path.replace(".xlsx", " (sửa lần 2).xlsx")));
    }
    if has(Slip::SentTwice)
        && let Some(draft) = drafts.first_mut()
    {
        draft.copy_to =
            Some(format!("inbox/Thư điện tử/Báo cáo SHCB {} tháng {}.xlsx", committee.short_name(), period.month()));
    }
    drafts
}

/// The day of the next month on which the committee first reports a month, and the throws that come after.
fn first_report(committee: &Committee, period: Period, seed: u64) -> (NaiveDate, Dice) {
    let mut dice = Dice::new(seed, Lane::Spelling(committee.number, period.month()));
    let (earliest, latest) = committee.reports_on;
    let first = period.next().first_day();
    (first.with_day(dice.between(earliest, latest)).unwrap_or(first), dice)
}

fn path(committee: &Committee, period: Period) -> String {
    let month = period.month();
    let name = committee
        .path
        .replace("{mm}", &format!("{month:02}"))
        .replace("{m}", &month.to_string())
        .replace("{y}", &period.year().to_string());
    format!("inbox/{name}")
}

fn lines(committee: &Committee, period: Period, years: &[Vec<Facts>]) -> Vec<Line> {
    let index = usize::try_from(period.month() - 1).unwrap_or(0);
    let line = |(cell, months): (&Cell, &Vec<Facts>)| {
        let facts = months.get(index)?.clone();
        let visitor =
            if cell.base { "Ủy viên Ban Thường vụ Thành ủy" } else { "Đảng ủy viên phụ trách" };
        let has_committee = cell.has_committee();
        Some(Line { name: cell.name(), group: group(cell.kind), facts, has_committee, grade: None, visitor })
    };
    committee.cells.iter().zip(years).filter_map(line).collect()
}

/// The heading of the rows of a type.
fn group(kind: Kind) -> &'static str {
    match kind {
        Kind::Village => "Các chi bộ bản",
        Kind::Group => "Các chi bộ tổ dân phố",
        Kind::Office => "Các chi bộ cơ quan",
        Kind::School => "Các chi bộ trường học",
        Kind::Health => "Các chi bộ y tế",
        Kind::Police => "Các chi bộ công an",
        Kind::Military => "Các chi bộ quân sự",
        Kind::Business => "Các chi bộ doanh nghiệp",
        Kind::Other => "Các chi bộ khác",
    }
}

fn in_one_workbook(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut whole: Option<Draft> = None;
    for draft in drafts {
        match &mut whole {
            Some(whole) => whole.sheets.extend(draft.sheets),
            None => whole = Some(draft),
        }
    }
    whole.into_iter().collect()
}

fn log(committee: &Committee, years: &[Vec<Facts>], options: &SampleOptions) -> Draft {
    let mut dice = Dice::new(options.seed, Lane::Spelling(committee.number, 0));
    let sheet = visit_log::sheet(committee, years, options.year, &mut dice);
    let folder = committee.path.split('/').next().unwrap_or(&committee.code);
    Draft::new(format!("inbox/{folder}/Theo dõi dự sinh hoạt {}.xlsx", options.year), sheet)
}

fn written(draft: Draft) -> Vec<Result<SampleFile, SampleError>> {
    let book = Workbook { title: String::new(), author: None, sheets: draft.sheets, locale: None };
    match xlsx::write(&book) {
        Ok(bytes) => {
            let copy = draft.copy_to.map(|path| Ok(SampleFile { path, bytes: bytes.clone() }));
            std::iter::once(Ok(SampleFile { path: draft.path, bytes })).chain(copy).collect()
        }
        Err(source) => vec![Err(SampleError::Sheet { path: draft.path, source })],
    }
}
