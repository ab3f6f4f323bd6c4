//! What of a sheet a slip may repeat. A slip leaves the house, so what may name a person is left out; when in doubt too.

use std::collections::BTreeSet;

use crate::intake::cells::Content;
use crate::intake::ledger::{Fate, Layout};
use crate::intake::values;
use crate::intake::values::Reading;
use crate::intake::wording::{denies, says, without_names};
use crate::register::{Register, UnitId, code_of, visit_level};
use crate::report::plan::Value;
use crate::rules::Rules;
use crate::rules::forms::ColumnField;
use crate::text::{self, Marks, tidy};

/// What a slip shows of a cell that holds something.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// As it stands.
    Value(Value),
    /// Nothing: it may name a person, or is none of the form's business.
    Withheld,
}

/// Decides what may be repeated.
#[derive(Debug)]
pub struct Echo<'a> {
    rules: &'a Rules,
    /// Words of every name and alias of the register.
    names: BTreeSet<Vec<String>>,
    /// Runs of words inside the names of organisations that are no cells: `lai châu`.
    places: BTreeSet<Vec<String>>,
    codes: BTreeSet<String>,
    /// Words of the titles of columns, diacritics removed.
    titles: BTreeSet<String>,
}

/// Lines of official documents that name nobody.
const OFFICIAL: [&str; 12] = [
    "đảng cộng sản việt nam",
    "cộng hòa xã hội chủ nghĩa việt nam",
    "độc lập tự do hạnh phúc",
    "đảng bộ tỉnh",
    "ban tổ chức",
    "ban thường vụ",
    "ban chấp hành",
    "báo cáo",
    "biểu tổng hợp",
    "biểu số",
    "mẫu số",
    "danh sách",
];

/// Titles of the signature block beside those of the form's closing words.
const SIGNATURES: [&str; 9] = [
    "t m đảng ủy",
    "t m đảng ủy bí thư",
    "t m chi bộ",
    "t m chi bộ bí thư",
    "t m cấp ủy",
    "t m ban thường vụ",
    "t m ban thường vụ bí thư",
    "ký ghi rõ họ tên",
    "ký tên đóng dấu",
];

/// Words before the name, number or signature of a person.
const BEFORE_PERSONS: [&str; 19] = [
    "đồng chí",
    "đ c",
    "đc",
    "ông",
    "bà",
    "anh",
    "chị",
    "bí thư",
    "người lập",
    "người báo cáo",
    "họ tên",
    "họ và tên",
    "điện thoại",
    "đt",
    "sđt",
    "cccd",
    "cmnd",
    "số thẻ",
    "ngày sinh",
];

/// Digits in a row from which on a number may be that of a person.
const LONG_NUMBER: usize = 9;

impl<'a> Echo<'a> {
    /// What the register and the rules let pass.
    #[must_use]
    pub fn new(register: &Register, rules: &'a Rules) -> Self {
        let (mut names, mut places, mut codes) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for unit in register.units() {
            let aliases = unit.aliases.iter().flat_map(|aliases| aliases.split(';'));
            names.extend(std::iter::once(unit.name.as_str()).chain(aliases).map(folded));
            codes.insert(UnitId::key(unit.unit_id.as_str()));
            if !unit.tier.is_cell() {
                let words = folded(&unit.name);
                places.extend((1..=words.len()).flat_map(|run| words.windows(run)).map(<[String]>::to_vec));
            }
        }
        let columns = rules.forms.iter().flat_map(|form| &form.columns);
        let titles = columns.flat_map(|column| column.titles.iter().flatten().cloned()).collect();
        Self { rules, names, places, codes, titles }
    }

    /// What of a cell is shown, by its fate and the field of its column.
    #[must_use]
    pub fn shown(&self, fate: Fate, field: Option<ColumnField>, content: &Content) -> Shown {
        let value = match fate {
            _ if matches!(field, Some(ColumnField::Personal | ColumnField::Note)) && !is_header(fate) => None,
            Fate::Layout(Layout::Header) => self.title(content),
            Fate::Layout(Layout::Letterhead | Layout::Numbering) => self.written(content),
            Fate::Layout(Layout::Group | Layout::Total) => match content {
                Content::Text(_) => self.written(content),
                _ if field.is_some() => self.written(content),
                _ => None,
            },
            Fate::Layout(Layout::Closing) => self.closing(content),
            Fate::Layout(Layout::UnknownColumn | Layout::Personal | Layout::Aside) => None,
            Fate::Used | Fate::Repaired | Fate::Rejected => field.and_then(|field| self.value(field, content)),
        };
        value.map_or(Shown::Withheld, Shown::Value)
    }

    /// A text that names organisations, places, months and figures only; tidied.
    #[must_use]
    pub fn text(&self, written: &str) -> Option<String> {
        let tidied = tidy(written);
        let impersonal = parts(&tidied).all(|part| self.is_impersonal(part));
        impersonal.then_some(tidied)
    }

    fn is_impersonal(&self, part: &str) -> bool {
        if self.codes.contains(&UnitId::key(part)) {
            return true;
        }
        if has_long_number(part) {
            return false;
        }
        let words = folded(part);
        if self.names.contains(&words) || self.places.contains(&words) || without_names(part).is_some() {
            return true;
        }
        let official = OFFICIAL.iter().any(|line| words.starts_with(&folded(line)) && words.len() <= 12);
        let bare = text::words(part, Marks::Removed);
        let title = self.rules.forms.iter().flat_map(|form| &form.titles).any(|title| contains(&bare, title));
        let named = self.rules.names.looks_like_an_organisation(part) || official || title;
        named && !BEFORE_PERSONS.iter().any(|before| contains(&words, &folded(before)))
    }

    /// The content as a value of a workbook, its text only if that is impersonal.
    fn written(&self, content: &Content) -> Option<Value> {
        match content {
            Content::Text(written) => self.text(written).map(|_| Value::Text(written.clone())),
            other => plain(other),
        }
    }

    /// The title of a column: impersonal, or made of words of the forms' titles.
    fn title(&self, content: &Content) -> Option<Value> {
        let written = content.text()?;
        let of_titles = |text: &str| {
            let words = text::words(text, Marks::Removed);
            !has_long_number(text) && words.iter().all(|word| self.titles.contains(word))
        };
        let known = |part: &str| self.is_impersonal(part) || of_titles(part);
        // Letters stacked by line breaks are one word only as they stand.
        let impersonal = of_titles(written) || parts(&tidy(written)).all(known);
        impersonal.then(|| Value::Text(written.to_owned()))
    }

    /// Plain titles of the signature block, and the date.
    fn closing(&self, content: &Content) -> Option<Value> {
        let written = content.text()?;
        let words = text::words(written, Marks::Removed);
        let title = self.rules.forms.iter().any(|form| form.closing.contains(&words))
            || SIGNATURES.iter().any(|title| text::words(title, Marks::Removed) == words);
        let dated = crate::intake::context::day_in(written).is_some() && self.text(written).is_some();
        (title || dated).then(|| Value::Text(written.to_owned()))
    }

    /// A value under a known field.
    fn value(&self, field: ColumnField, content: &Content) -> Option<Value> {
        use ColumnField as C;
        let Content::Text(written) = content else {
            return match (field, content) {
                (C::Code, Content::Number(code)) if self.codes.contains(&UnitId::key(&code_of(*code))) => {
                    Some(Value::Text(code_of(*code)))
                }
                _ => plain(content),
            };
        };
        let kept = Value::Text(written.clone());
        match field {
            C::Personal | C::Note => None,
            C::Visited => self.visitor(content, written),
            C::VisitLevel if visit_level(written).is_some() => Some(kept),
            C::Ordinal | C::Cell | C::Code => self.text(written).map(|_| kept),
            _ => {
                let not_held = self.rules.forms.iter().any(|form| says(content, &form.not_held));
                let safe = without_names(written).is_some() && !has_long_number(written);
                (safe || (not_held && self.text(written).is_some())).then_some(kept)
            }
        }
    }

    /// A mark, a denial or a role of the rules; any other text may be a name.
    fn visitor(&self, content: &Content, written: &str) -> Option<Value> {
        if let Some((role, _)) = self.rules.roles.role(written) {
            return Some(Value::Text(role.to_owned()));
        }
        let mark = !matches!(values::mark(content), Reading::Unreadable);
        let says_no = denies(written) && without_names(written).is_some() && folded(written).len() <= 3;
        (mark || says_no).then(|| Value::Text(written.to_owned()))
    }
}

/// What stands between the signs of a text.
fn parts(tidied: &str) -> impl Iterator<Item = &str> {
    let parts = tidied.split([',', ';', ':', '(', ')', '–', '—', '|']).flat_map(|part| part.split(" - "));
    parts.map(str::trim).filter(|part| !part.is_empty())
}

fn is_header(fate: Fate) -> bool {
    matches!(fate, Fate::Layout(Layout::Header | Layout::Letterhead))
}

fn folded(text: &str) -> Vec<String> {
    text::words(text, Marks::Kept)
}

fn contains(words: &[String], wanted: &[String]) -> bool {
    crate::intake::header::contains(words, wanted)
}

/// Digits that make up a long number, also in groups: `0912 345 678`.
fn has_long_number(written: &str) -> bool {
    let mut run = 0;
    for letter in written.chars() {
        match letter {
            digit if digit.is_numeric() => run += 1,
            ' ' | '\u{a0}' | '.' | '-' | '+' => {}
            _ => run = 0,
        }
        if run >= LONG_NUMBER {
            return true;
        }
    }
    false
}

/// Numbers, days and signs as values of a workbook; no text.
fn plain(content: &Content) -> Option<Value> {
    const LARGEST: f64 = 1e8;
    match content {
        Content::Blank | Content::Text(_) => None,
        Content::Number(number) => (number.is_finite() && number.abs() < LARGEST).then_some(Value::Number(*number)),
        // The format of workbooks begins its calendar in 1900.
        Content::Date(day) if chrono::Datelike::year(day) > 1900 && chrono::Datelike::year(day) < 9999 => {
            Some(Value::Date(day.date()))
        }
        Content::Truth(truth) => Some(Value::Text(if *truth { "TRUE" } else { "FALSE" }.to_owned())),
        Content::Date(_) | Content::Error(_) | Content::NotCalculated => Some(Value::Text(content.written())),
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    fn text(written: &str) -> bool {
        let (rules, register) = example::rules_and_register();
        Echo::new(&register, &rules).text(written).is_some()
    }

    #[test]
    fn organisations_months_and_figures_pass() {
        for written in [
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            "THÀNH ỦY MẪU CHÂU",
            "ĐẢNG ỦY XÃ MẪU",
            "Mẫu Châu, ngày 04 tháng 02 năm 2024",
            "BÁO CÁO KẾT QUẢ SINH HOẠT CHI BỘ THÁNG 10 NĂM 2024",
            "II. Các chi bộ trường học",
            "*",
            "Tổng cộng",
            "Chi bộ Hợp tác xã Đá Xanh",
        ] {
            assert!(text(written), "{written}");
        }
    }

    #[test]
    fn persons_and_their_numbers_do_not() {
        for written in [
            "Lò Văn Mẫu",
            "LÒ VĂN MẪU",
            "Chi bộ bản Một - Lò Văn Mẫu",
            "Chi bộ bản Một (đ/c Lò Văn Mẫu)",
            "Bí thư chi bộ bản Một: Lò Văn Mẫu",
            "Bí thư chi bộ Lò Văn Mẫu",
            "0912345678",
            "0912 345 678",
            "ĐT 0912.345.678",
            "Lò Văn Mẫu, ngày 04 tháng 02 năm 2024",
        ] {
            assert!(!text(written), "{written}");
        }
    }

    #[test]
    fn titles_are_made_of_words_of_the_forms() {
        let (rules, register) = example::rules_and_register();
        let echo = Echo::new(&register, &rules);
        let shown = |written: &str| echo.title(&Content::Text(written.to_owned())).is_some();
        assert!(shown("TỔNG SỐ ĐẢNG VIÊN") && shown("S\nT\nT") && shown("Điểm Tự Chấm") && shown("Dân vận khéo"));
        assert!(!shown("Lò Văn Mẫu") && !shown("CÓ MẶT (LÒ VĂN MẪU)") && !shown("0912345678"));
    }

    #[test]
    fn a_visitor_is_a_role_or_a_mark() {
        let (rules, register) = example::rules_and_register();
        let echo = Echo::new(&register, &rules);
        let shown = |field, written: &str| {
            let content = Content::Text(written.to_owned());
            echo.shown(Fate::Used, Some(field), &content) != Shown::Withheld
        };
        assert!(shown(ColumnField::Visited, "đảng ủy viên phụ trách"));
        assert!(shown(ColumnField::Visited, "x") && shown(ColumnField::Visited, "Không có"));
        assert!(!shown(ColumnField::Visited, "lò văn mẫu"));
        assert!(!shown(ColumnField::Note, "ốm") && !shown(ColumnField::Personal, "1"));
        assert!(shown(ColumnField::Present, "18 đ/c") && !shown(ColumnField::Present, "18 (Lò Văn Mẫu ốm)"));
        let number = |number| echo.shown(Fate::Rejected, Some(ColumnField::Members), &Content::Number(number));
        assert_eq!(number(148.0), Shown::Value(Value::Number(148.0)));
        assert_eq!(number(912_345_678.0), Shown::Withheld);
    }
}
