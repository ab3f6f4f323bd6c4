//! The Committee's rules: `pipelines/`, read, checked, and every problem reported at once.

mod checking;
pub mod criteria;
pub mod dated;
pub mod flags;
pub mod forms;
pub mod index;
pub mod integrity;
pub mod letterhead;
pub mod names;
pub mod rubric;
pub mod statistics;
pub mod support;
pub mod year_rule;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use checking::{Checking, Wrong, has_ending};

use crate::error::{Message, Problem, Result, RunError};
use crate::folder::{self, Below};
use crate::lang::t;
use criteria::CriteriaRules;
use flags::FlagRules;
use forms::Form;
use index::IndexRules;
use integrity::IntegrityRules;
use letterhead::Letterhead;
use names::{NameRules, RoleRules, TypeRules};
use rubric::Rubrics;
use statistics::StatisticsRules;
use support::SupportRules;
use year_rule::YearRules;

/// Every built-in rule file, by its path under `pipelines/`.
pub const BUILT_IN: &[(&str, &str)] = &[
    ("criteria.toml", include_str!("../../pipelines/criteria.toml")),
    ("flags.toml", include_str!("../../pipelines/flags.toml")),
    ("forms/monthly-table.toml", include_str!("../../pipelines/forms/monthly-table.toml")),
    ("forms/score-sheet.toml", include_str!("../../pipelines/forms/score-sheet.toml")),
    ("forms/thematic-plan.toml", include_str!("../../pipelines/forms/thematic-plan.toml")),
    ("forms/visit-log.toml", include_str!("../../pipelines/forms/visit-log.toml")),
    ("index.toml", include_str!("../../pipelines/index.toml")),
    ("integrity.toml", include_str!("../../pipelines/integrity.toml")),
    ("letterhead.toml", include_str!("../../pipelines/letterhead.toml")),
    ("names.toml", include_str!("../../pipelines/names.toml")),
    ("roles.toml", include_str!("../../pipelines/roles.toml")),
    ("rubrics/an-phu-2025.toml", include_str!("../../pipelines/rubrics/an-phu-2025.toml")),
    ("rubrics/binh-thuan.toml", include_str!("../../pipelines/rubrics/binh-thuan.toml")),
    ("rubrics/hd-12-2018.toml", include_str!("../../pipelines/rubrics/hd-12-2018.toml")),
    ("rubrics/hd-42-2025.toml", include_str!("../../pipelines/rubrics/hd-42-2025.toml")),
    ("rubrics/phu-tho.toml", include_str!("../../pipelines/rubrics/phu-tho.toml")),
    ("settings.toml", include_str!("../../pipelines/settings.toml")),
    ("sql/cell_months.sql", include_str!("../../pipelines/sql/cell_months.sql")),
    ("sql/cell_summary.sql", include_str!("../../pipelines/sql/cell_summary.sql")),
    ("sql/distribution.sql", include_str!("../../pipelines/sql/distribution.sql")),
    ("sql/follower_summary.sql", include_str!("../../pipelines/sql/follower_summary.sql")),
    ("sql/unit_summary.sql", include_str!("../../pipelines/sql/unit_summary.sql")),
    ("statistics.toml", include_str!("../../pipelines/statistics.toml")),
    ("support.toml", include_str!("../../pipelines/support.toml")),
    ("types.toml", include_str!("../../pipelines/types.toml")),
    ("year-rules.toml", include_str!("../../pipelines/year-rules.toml")),
];

/// General settings.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Day of the next month until which a report is on time.
    pub report_deadline_day: u32,
    /// Tolerance of a stated rate, 0–1.
    pub stated_rate_tolerance: f64,
    /// A column's match from this score on is sure.
    pub sure_match_at_least: f64,
    /// Largest file read, in MiB.
    pub file_size_limit_mib: u64,
    /// Largest size after unpacking, in MiB.
    pub unpacked_size_limit_mib: u64,
    /// Most filled cells of a file.
    pub cell_limit: u64,
}

impl Settings {
    /// What a workbook may unpack to.
    #[must_use]
    pub fn limits(&self) -> Limits {
        Limits { unpacked_mib: self.unpacked_size_limit_mib, cells: self.cell_limit }
    }

    fn problems(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if !(1..=28).contains(&self.report_deadline_day) {
            wrong.push(format!("report_deadline_day = {}: 1–28", self.report_deadline_day));
        }
        for (name, share) in
            [("stated_rate_tolerance", self.stated_rate_tolerance), ("sure_match_at_least", self.sure_match_at_least)]
        {
            if !(0.0..=1.0).contains(&share) {
                wrong.push(format!("{name} = {share}: 0–1"));
            }
        }
        for (name, limit, most) in [
            ("file_size_limit_mib", self.file_size_limit_mib, 1024),
            ("unpacked_size_limit_mib", self.unpacked_size_limit_mib, 8192),
            ("cell_limit", self.cell_limit, 100_000_000),
        ] {
            if !(1..=most).contains(&limit) {
                wrong.push(format!("{name} = {limit}: 1–{most}"));
            }
        }
        wrong
    }
}

/// What a workbook may unpack to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// MiB of all its parts.
    pub unpacked_mib: u64,
    /// Filled cells.
    pub cells: u64,
}

/// All rules, checked: nothing is left to guess.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Forms.
    pub forms: Vec<Form>,
    /// Names of organisations.
    pub names: NameRules,
    /// Levels and types.
    pub types: TypeRules,
    /// Roles of visitors.
    pub roles: RoleRules,
    /// Rubrics, by month.
    pub rubrics: Rubrics,
    /// Criterion groups of score sheets.
    pub criteria: CriteriaRules,
    /// Thresholds of the flags.
    pub flags: FlagRules,
    /// Index and ranking.
    pub index: IndexRules,
    /// What makes scores worth a second look.
    pub integrity: IntegrityRules,
    /// Statistics beside figures and ranks.
    pub statistics: StatisticsRules,
    /// Model meetings and support.
    pub support: SupportRules,
    /// The year's grade of meetings, what it allows, and the cap.
    pub year: YearRules,
    /// Whose documents the printed sheets are.
    pub letterhead: Letterhead,
    /// General settings.
    pub settings: Settings,
    /// Text of every rule file, by path, for SQL and manifest.
    pub files: BTreeMap<String, String>,
}

impl Rules {
    /// The built-in rules, file by file replaced by those of a folder where it has them.
    ///
    /// # Errors
    /// Every problem of every file; or the folder cannot be read.
    pub fn load(folder: Option<&Path>) -> Result<Self> {
        let mut files: BTreeMap<String, String> =
            BUILT_IN.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        if let Some(folder) = folder {
            read_folder(folder, &mut files)?;
        }
        Self::check(files).map_err(RunError::Configuration)
    }

    fn check(files: BTreeMap<String, String>) -> std::result::Result<Self, Vec<Problem>> {
        let mut checking = Checking { files: &files, problems: Vec::new() };
        let forms = checking.all("forms/", forms::RawForm::check);
        let names = checking.one("names.toml", |raw: names::RawNames| Ok::<_, Vec<String>>(raw.check()));
        let types = checking.one("types.toml", names::RawTypes::check);
        let roles = checking.one("roles.toml", |raw: names::RawRoles| Ok::<_, Vec<String>>(raw.check()));
        let sound = checking.problems.len();
        let rubrics = checking.all("rubrics/", rubric::RawRubric::check);
        let rubrics = match Rubrics::new(rubrics) {
            Ok(rubrics) => Some(rubrics),
            Err(what) if checking.problems.len() == sound => {
                checking.report("rubrics/", None, &what);
                None
            }
            Err(_) => None,
        };
        let flags = checking.one("flags.toml", flags::RawFlagRules::check);
        let index = checking.plain("index.toml", IndexRules::problems);
        let criteria = checking.one("criteria.toml", criteria::RawCriteria::check);
        let integrity = checking.plain("integrity.toml", IntegrityRules::problems);
        let statistics = checking.plain("statistics.toml", StatisticsRules::problems);
        let support = checking.plain("support.toml", SupportRules::problems);
        let year = checking.one("year-rules.toml", year_rule::RawYearRules::check);
        let letterhead = checking.plain("letterhead.toml", Letterhead::problems);
        let settings = checking.plain("settings.toml", Settings::problems);
        if let Some((rubrics, criteria)) = rubrics.as_ref().zip(criteria.as_ref()) {
            for rubric in rubrics.all() {
                let codes = rubric.gates.iter().flat_map(|gate| &gate.full_points);
                for code in codes.filter(|code| criteria.group(code).is_none()) {
                    let what =
                        format!("«{}»: gate: full_points = [{code:?}]: {}", rubric.name, criteria.codes().join(", "));
                    checking.report("rubrics/", None, &what);
                }
            }
        }
        checking.unknown_files();
        let problems = checking.problems;
        let whole = move || {
            Some(Self {
                forms,
                names: names?,
                types: types?,
                roles: roles?,
                rubrics: rubrics?,
                criteria: criteria?,
                flags: flags?,
                index: index?,
                integrity: integrity?,
                statistics: statistics?,
                support: support?,
                year: year?,
                letterhead: letterhead?,
                settings: settings?,
                files,
            })
        };
        if problems.is_empty() { whole().ok_or(problems) } else { Err(problems) }
    }

    /// Text of a rule file.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }
}

fn read_folder(folder: &Path, files: &mut BTreeMap<String, String>) -> Result<()> {
    if !folder.is_dir() {
        let shown = folder.display();
        return Err(RunError::Usage(Message::of(|lang| t!(lang, "rules-not-found", shown))));
    }
    for file in folder::below(folder)? {
        let Below { name: path, path: place, is_link } = file;
        if is_link || !["toml", "sql"].iter().any(|ending| has_ending(&path, ending)) {
            continue;
        }
        let bytes = std::fs::read(&place).map_err(RunError::disk(&place))?;
        let text = String::from_utf8(bytes).map_err(|_| {
            let message = Message::of(|lang| t!(lang, "not-utf-8"));
            RunError::Configuration(vec![Problem::new(&format!("pipelines/{path}"), None, message)])
        })?;
        files.insert(path, text);
    }
    Ok(())
}

/// A figure as it meets a threshold: rounded to 9 decimals, so that 0.1 + 0.2 meets 0.3 as 0.3.
#[must_use]
pub fn rounded(figure: f64) -> f64 {
    (figure * 1e9).round() / 1e9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems_with(path: &str, change: impl FnOnce(&str) -> String) -> Vec<Problem> {
        let mut files: BTreeMap<String, String> =
            BUILT_IN.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let text = change(&files[path]);
        files.insert(path.to_owned(), text);
        Rules::check(files).err().unwrap_or_default()
    }

    #[test]
    fn the_built_in_rules_are_sound() {
        Rules::load(None).unwrap();
    }

    #[test]
    fn a_misspelt_key_is_named_with_its_line() {
        let problems = problems_with("flags.toml", |text| text.replace("ambers_for_weak", "amber_for_weak"));
        assert_eq!(problems.len(), 1);
        assert!(problems[0].line.is_some());
        assert!(problems[0].message.en.contains("Did you mean `ambers_for_weak`?"), "{:?}", problems[0]);
        assert!(problems[0].message.vi.contains("Có phải `ambers_for_weak`?"), "{:?}", problems[0]);
    }

    #[test]
    fn one_title_cannot_name_two_fields() {
        let problems =
            problems_with("forms/monthly-table.toml", |text| text.replace("\"thời lượng họp\"", "\"có mặt\""));
        assert_eq!(problems.len(), 1, "{problems:?}");
    }

    #[test]
    fn a_file_nothing_reads_is_refused_with_the_nearest_name() {
        let mut files: BTreeMap<String, String> =
            BUILT_IN.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        files.insert("indx.toml".to_owned(), String::new());
        let problems = Rules::check(files).unwrap_err();
        assert!(problems[0].message.en.contains("index.toml"), "{problems:?}");
    }

    #[test]
    fn a_deadline_no_month_has_is_refused() {
        let problems =
            problems_with("settings.toml", |text| text.replace("report_deadline_day = 5", "report_deadline_day = 45"));
        assert!(problems[0].message.en.contains("1–28"), "{problems:?}");
    }

    #[test]
    fn values_no_figure_can_have_are_refused() {
        let told = |path: &str, from: &str, to: &str| {
            let problems = problems_with(path, |text| {
                assert!(text.contains(from), "{from}");
                text.replacen(from, to, 1)
            });
            problems.into_iter().map(|problem| problem.message.en).collect::<Vec<_>>().join("\n")
        };
        for (path, from, to, said) in [
            ("index.toml", "weight = 0.40", "weight = inf", "components.quality.weight = inf: 0–1000"),
            ("index.toml", "reporting_rate_at_least = 0.75", "reporting_rate_at_least = 75.0", "= 75: 0–1"),
            ("index.toml", "weight_concentration = 50.0", "weight_concentration = 0.001", "0, 1–1000000"),
            ("flags.toml", "ambers_for_weak = 3", "ambers_for_weak = 0", "ambers_for_weak = 0: 1–99"),
            ("flags.toml", "minutes = 90", "minutes = -5", "minimum_duration.minutes = -5: 1–600"),
            ("flags.toml", "red_under = 0.15", "red_under = nan", "FEW_SPEAKERS.red_under = NaN: 0–1"),
        ] {
            assert!(told(path, from, to).contains(said), "{}", told(path, from, to));
        }
    }

    #[test]
    fn goalposts_the_wrong_way_round_are_refused() {
        let problems = problems_with("index.toml", |text| text.replace("zero_at = 0.70", "zero_at = 1.70"));
        assert!(problems[0].message.en.contains("attendance"), "{problems:?}");
    }
}
