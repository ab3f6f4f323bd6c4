//! `pipelines/criteria.toml`: the words by which a line of any score sheet is assigned to a criterion group.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lang::Lang;
use crate::text::{self, Marks};

/// What stands between a heading and what it heads, in a criterion's text.
pub const BELOW: &str = " › ";

/// What of a month the points of a group can be held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Members present of those due.
    Attendance,
    /// Whether a thematic meeting was held.
    Thematic,
}

/// Criteria that ask the same in every rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionGroup {
    /// Place in the file, from 0.
    pub order: usize,
    /// Stable name, as in `lost_points`.
    pub code: String,
    /// Name in Vietnamese.
    pub vi: String,
    /// Name in English.
    pub en: String,
    /// What its points can be held against.
    pub fact: Option<Fact>,
    words: Vec<Vec<String>>,
    unless: Vec<Vec<String>>,
}

impl CriterionGroup {
    /// Name in a language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        lang.pick(&self.vi, &self.en)
    }

    /// Where its words begin in a text, and how many of them stand there; the earliest, of these the longest.
    fn stands(&self, words: &[String]) -> Option<(usize, std::cmp::Reverse<usize>)> {
        if self.unless.iter().any(|unless| position(words, unless).is_some()) {
            return None;
        }
        let places = self.words.iter().filter_map(|own| Some((position(words, own)?, std::cmp::Reverse(own.len()))));
        places.min()
    }
}

/// Where some words stand in a text, one behind the other.
fn position(text: &[String], wanted: &[String]) -> Option<usize> {
    text.windows(wanted.len().max(1)).position(|some| some == wanted)
}

/// The criterion groups of every rubric.
#[derive(Debug, Clone, PartialEq)]
pub struct CriteriaRules {
    /// Groups in the order of the file.
    groups: Vec<CriterionGroup>,
    /// The group of every line that no words fit.
    rest: CriterionGroup,
    /// Least sum of the maxima of a sheet whose losses are compared, in points.
    pub whole_sheet_from: f64,
}

impl CriteriaRules {
    /// Every group in the order of the file, the one of all other lines last.
    pub fn groups(&self) -> impl Iterator<Item = &CriterionGroup> {
        self.groups.iter().chain([&self.rest])
    }

    /// The codes of every group.
    #[must_use]
    pub fn codes(&self) -> Vec<&str> {
        self.groups().map(|group| group.code.as_str()).collect()
    }

    /// The group of a code.
    #[must_use]
    pub fn group(&self, code: &str) -> Option<&CriterionGroup> {
        self.groups().find(|group| group.code == code)
    }

    /// The group a line belongs to: by its own words, else by those of the nearest heading that tells.
    #[must_use]
    pub fn of(&self, criterion: &str, heading: Option<&str>) -> &CriterionGroup {
        let own = criterion.rsplit(BELOW);
        let above = heading.into_iter().flat_map(|heading| heading.rsplit(BELOW));
        own.chain(above).find_map(|text| self.told(text)).unwrap_or(&self.rest)
    }

    /// The parts of a heading that tell a group; any other text, which may name people, is not kept.
    #[must_use]
    pub fn telling(&self, heading: &str) -> Option<String> {
        let parts: Vec<&str> = heading.split(BELOW).filter(|part| self.told(part).is_some()).collect();
        (!parts.is_empty()).then(|| parts.join(BELOW))
    }

    fn told(&self, text: &str) -> Option<&CriterionGroup> {
        let words = text::words(text, Marks::Removed);
        let places = self.groups.iter().filter_map(|group| Some((group.stands(&words)?, group)));
        places.min_by_key(|(place, group)| (*place, group.order)).map(|(_, group)| group)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCriteria {
    whole_sheet_from: f64,
    group: Vec<RawGroup>,
    rest: RawRest,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    code: String,
    vi: String,
    en: String,
    fact: Option<Fact>,
    words: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRest {
    code: String,
    vi: String,
    en: String,
}

impl RawCriteria {
    /// Checked rules, or what is wrong with them.
    pub(super) fn check(self) -> Result<CriteriaRules, Vec<String>> {
        let mut wrong = Vec::new();
        if !(0.0..=100.0).contains(&self.whole_sheet_from) {
            wrong.push(format!("whole_sheet_from = {}: 0–100", self.whole_sheet_from));
        }
        let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
        for code in self.group.iter().map(|group| &group.code).chain([&self.rest.code]) {
            *codes.entry(code).or_default() += 1;
            if code.is_empty() || !code.chars().all(|it| it.is_ascii_lowercase() || it == '_') {
                wrong.push(format!("code = {code:?}: a–z, _"));
            }
        }
        wrong.extend(codes.iter().filter(|(_, times)| **times > 1).map(|(code, _)| format!("code = {code:?}: 2 ×")));
        let rest = RawGroup {
            code: self.rest.code.clone(),
            vi: self.rest.vi.clone(),
            en: self.rest.en.clone(),
            fact: None,
            words: Vec::new(),
            unless: Vec::new(),
        };
        let groups: Vec<CriterionGroup> = self.group.iter().enumerate().map(|(at, raw)| raw.checked(at)).collect();
        let mut owners: BTreeMap<&[String], &str> = BTreeMap::new();
        for group in &groups {
            for words in &group.words {
                if let Some(other) = owners.insert(words, &group.code) {
                    wrong.push(format!("words: {:?}: {other}, {}", words.join(" "), group.code));
                }
            }
            if group.words.is_empty() || group.words.iter().chain(&group.unless).any(Vec::is_empty) {
                wrong.push(format!("{}: words", group.code));
            }
        }
        let rest = rest.checked(groups.len());
        if wrong.is_empty() {
            Ok(CriteriaRules { groups, rest, whole_sheet_from: self.whole_sheet_from })
        } else {
            Err(wrong)
        }
    }
}

impl RawGroup {
    fn checked(&self, order: usize) -> CriterionGroup {
        let folded = |texts: &[String]| texts.iter().map(|text| text::words(text, Marks::Removed)).collect();
        CriterionGroup {
            order,
            code: self.code.clone(),
            vi: self.vi.clone(),
            en: self.en.clone(),
            fact: self.fact,
            words: folded(&self.words),
            unless: folded(&self.unless),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../pipelines/criteria.toml");

    fn rules() -> CriteriaRules {
        toml::from_str::<RawCriteria>(FILE).unwrap().check().unwrap()
    }

    fn wrong(text: &str) -> Vec<String> {
        toml::from_str::<RawCriteria>(text).unwrap().check().unwrap_err()
    }

    #[test]
    fn lines_of_real_rubrics_find_their_group() {
        let rules = rules();
        for (line, group) in [
            ("Chấp hành thời gian, thời lượng", "time"),
            ("2. Tỉ lệ đảng viên dự sinh hoạt chi bộ (trừ đảng viên được miễn)", "attendance"),
            ("Tỷ lệ tham dự", "attendance"),
            ("Không có đảng viên vắng mặt không lý do", "attendance"),
            ("3. Công tác chuẩn bị nội dung sinh hoạt", "preparation"),
            ("3.2. Họp chi ủy, thông báo, đăng tải tài liệu", "preparation"),
            ("Bí thư chủ trì chuẩn bị dự thảo nghị quyết", "preparation"),
            ("Thông báo thời gian, nội dung họp", "preparation"),
            ("4.1 Thực hiện đúng quy trình", "conduct"),
            ("4.2. Nội dung sinh hoạt, biểu dương, phê bình, nhiều ý kiến", "conduct"),
            ("4.3 Công tác điều hành của Bí thư", "chairing"),
            ("Sinh hoạt chuyên đề mỗi quý 1 lần", "thematic"),
            ("Nội dung sinh hoạt chuyên đề", "thematic"),
            ("Tỷ lệ đảng viên phát biểu trên 50%", "speakers"),
            ("Đảng viên tham gia thảo luận", "speakers"),
            ("NGUYÊN TẮC TỔ CHỨC, SINH HOẠT ĐẢNG", "principles"),
            ("Kết quả thực hiện nghị quyết, kết luận tháng trước", "results"),
            ("Ket thuc buoi sinh hoat", "closing"),
            ("Kết luận buổi sinh hoạt", "closing"),
            ("Điểm thưởng", "other"),
        ] {
            assert_eq!(rules.of(line, None).code, group, "{line}");
        }
    }

    #[test]
    fn a_line_about_both_meetings_or_the_plan_is_not_the_thematic_meetings() {
        let rules = rules();
        for line in ["Sinh hoạt thường kỳ và chuyên đề đúng quy định", "Có kế hoạch sinh hoạt chuyên đề năm"]
        {
            assert_ne!(rules.of(line, None).fact, Some(Fact::Thematic), "{line}");
        }
    }

    #[test]
    fn a_line_that_tells_nothing_goes_by_its_nearest_heading_that_does() {
        let rules = rules();
        assert_eq!(rules.of("Nội dung", Some("Công tác chuẩn bị")).code, "preparation");
        assert_eq!(rules.of("Đầy đủ", Some("Công tác chuẩn bị › Tài liệu")).code, "preparation");
        assert_eq!(rules.of("Công tác chuẩn bị › Nội dung", None).code, "preparation");
        assert_eq!(rules.of("Công tác điều hành", Some("Tổ chức sinh hoạt")).code, "chairing");
        assert_eq!(rules.of("Nội dung", Some("Phần A")).code, "other");
    }

    #[test]
    fn only_headings_that_tell_a_group_are_kept() {
        let rules = rules();
        let telling = |heading| rules.telling(heading);
        assert_eq!(telling("Phần A › Công tác chuẩn bị › Tài liệu").as_deref(), Some("Công tác chuẩn bị"));
        assert_eq!(telling("Đồng chí Nguyễn Văn A"), None);
    }

    #[test]
    fn one_word_cannot_tell_two_groups_and_a_code_is_plain() {
        let twice = FILE.replace("\"thời lượng\"]", "\"thời lượng\", \"kết thúc\"]");
        assert_eq!(wrong(&twice), ["words: \"ket thuc\": time, closing"]);
        let odd = FILE.replace("code = \"time\"", "code = \"time:1\"").replace("\"other\"", "\"closing\"");
        assert_eq!(wrong(&odd), ["code = \"time:1\": a–z, _", "code = \"closing\": 2 ×"]);
        let empty = FILE.replace("words = [\"thời gian\", \"thời lượng\"]", "words = []");
        assert_eq!(wrong(&empty), ["time: words"]);
        assert_eq!(wrong(&FILE.replace("= 80.0", "= 180.0")), ["whole_sheet_from = 180: 0–100"]);
    }
}
