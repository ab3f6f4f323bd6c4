//! The name in a row → a cell of the register: by code, by name or alias, else one clear near match.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::lake::schema::UnitRow;
use crate::period::Period;
use crate::register::{Register, UnitId};
use crate::rules::names::{NameRules, is_number};
use crate::text::{self, Marks};

/// What a written name turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Named<'r> {
    /// The cell of that code, name or alias.
    Exactly(&'r UnitRow),
    /// The cell an analyst decided the name stands for.
    Decided(&'r UnitRow),
    /// One cell is clearly nearest, and only words that are neither numbers nor types differ.
    Nearly(&'r UnitRow),
    /// Several cells have that name.
    Ambiguous(Vec<&'r UnitRow>),
    /// No cell has it; the nearest ones.
    Unknown(Vec<&'r UnitRow>),
}

/// The cells a sheet may name: those below its unit, in its month.
#[derive(Debug)]
pub struct CellNames<'r> {
    rules: &'r NameRules,
    entries: Vec<Entry<'r>>,
    /// Positions of the entries that have a key.
    by_key: BTreeMap<Key, Vec<usize>>,
    by_code: BTreeMap<Arc<str>, usize>,
    /// Names an analyst decided on, as keys.
    decided: Vec<(Vec<String>, &'r UnitRow)>,
}

#[derive(Debug)]
struct Entry<'r> {
    unit: &'r UnitRow,
    keys: Vec<Key>,
    code: Arc<str>,
}

/// The words of a name, as they are compared.
type Key = Arc<[String]>;

/// The keys of every cell's names and of its code, made once.
#[derive(Debug)]
pub struct Keys<'r> {
    by_row: BTreeMap<(&'r UnitId, Option<NaiveDate>), OwnKeys>,
}

/// The keys of a cell's names, and that of its code.
type OwnKeys = (Vec<Key>, Arc<str>);

impl<'r> Keys<'r> {
    /// The keys of a register's cells.
    #[must_use]
    pub fn of(register: &'r Register, rules: &NameRules) -> Self {
        let cells = register.units().iter().filter(|unit| unit.tier.is_cell());
        Self { by_row: cells.map(|unit| ((&unit.unit_id, unit.valid_from), keys_of(unit, rules))).collect() }
    }
}

fn keys_of(unit: &UnitRow, rules: &NameRules) -> OwnKeys {
    (keys(unit, rules).into_iter().map(Key::from).collect(), UnitId::key(unit.unit_id.as_str()).into())
}

/// Candidates shown for an unknown name.
const NEAREST: usize = 3;

impl<'r> CellNames<'r> {
    /// The names of the cells below a unit that are valid in a month.
    #[must_use]
    pub fn below(
        register: &'r Register,
        unit: &UnitId,
        period: Option<Period>,
        rules: &'r NameRules,
        known: &Keys<'r>,
    ) -> Self {
        let mut entries: Vec<Entry<'r>> = Vec::new();
        for unit in register.cells_below(unit, period) {
            let known = known.by_row.get(&(&unit.unit_id, unit.valid_from)).cloned();
            let (keys, code) = known.unwrap_or_else(|| keys_of(unit, rules));
            // A cell whose marks or name changed within the month has several rows, one after the other; it is one cell.
            if let Some(entry) = entries.last_mut().filter(|entry| entry.unit.unit_id == unit.unit_id) {
                entry.keys.extend(keys);
            } else {
                entries.push(Entry { unit, keys, code });
            }
        }
        Self::of(entries, rules)
    }

    fn of(entries: Vec<Entry<'r>>, rules: &'r NameRules) -> Self {
        let mut by_key: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        let mut by_code = BTreeMap::new();
        for (position, entry) in entries.iter().enumerate() {
            for key in &entry.keys {
                let positions = by_key.entry(Arc::clone(key)).or_default();
                if positions.last() != Some(&position) {
                    positions.push(position);
                }
            }
            by_code.entry(Arc::clone(&entry.code)).or_insert(position);
        }
        Self { rules, entries, by_key, by_code, decided: Vec::new() }
    }

    /// The same names, and what an analyst decided other spellings mean; a later decision last. Decisions about cells
    /// of other units do not touch these.
    #[must_use]
    pub fn with_decisions<'d>(mut self, contents: impl Iterator<Item = (&'d str, &'d str)>) -> Self {
        for (written, value) in contents {
            if let Some(unit) = self.exactly(value) {
                self.decided.push((self.rules.key(written), unit));
            }
        }
        self
    }

    /// The cell an analyst decided a name stands for.
    #[must_use]
    pub fn decided(&self, written: &str) -> Option<&'r UnitRow> {
        if self.decided.is_empty() {
            return None;
        }
        let key = self.rules.key(written);
        self.decided.iter().rev().find(|(decided, _)| *decided == key).map(|(_, unit)| *unit)
    }

    /// Every cell that may be named.
    pub fn cells(&self) -> impl Iterator<Item = &'r UnitRow> {
        self.entries.iter().map(|entry| entry.unit)
    }

    /// The cell of a code.
    #[must_use]
    pub fn by_code(&self, written: &str) -> Option<&'r UnitRow> {
        let position = self.by_code.get(UnitId::key(written).as_str())?;
        self.entries.get(*position).map(|entry| entry.unit)
    }

    /// The one cell of exactly that name, alias or code.
    #[must_use]
    pub fn exactly(&self, written: &str) -> Option<&'r UnitRow> {
        match self.of_key(&self.rules.key(written)).as_slice() {
            [one] => Some(one),
            _ => self.by_code(written),
        }
    }

    /// The cell of a name.
    #[must_use]
    pub fn by_name(&self, written: &str) -> Named<'r> {
        if let Some(unit) = self.decided(written) {
            return Named::Decided(unit);
        }
        if let Some(unit) = self.exactly(written) {
            return Named::Exactly(unit);
        }
        let key = self.rules.key(written);
        let several = self.of_key(&key);
        if several.is_empty() { self.nearest(&key) } else { Named::Ambiguous(several) }
    }

    /// How names are compared.
    #[must_use]
    pub fn rules(&self) -> &'r NameRules {
        self.rules
    }

    /// The one cell whose name or code stands in a text, the longest name first: `Phiếu chấm chi bộ bản Hai tháng 3`.
    #[must_use]
    pub fn within(&self, written: &str, naming: Naming) -> Option<&'r UnitRow> {
        if let Some(unit) = self.exactly(written) {
            return Some(unit);
        }
        let words = self.rules.words(written);
        let by_name = self.longest(&words, naming, |name| name);
        // Names of sheets and files are often typed without diacritics.
        let plain = text::words(written, Marks::Kept) == text::words(written, Marks::Removed);
        let by_name = by_name
            .or_else(|| self.longest(&text::unmarked(&words), naming, |name| text::unmarked(&name)).filter(|_| plain));
        let tokens = written.split(|it: char| it.is_whitespace() || matches!(it, '_' | '(' | ')'));
        let mut codes = tokens.filter(|token| token.len() >= 4 && token.chars().any(|it| it.is_ascii_digit()));
        by_name.or_else(|| codes.find_map(|token| self.by_code(token)))
    }

    fn longest(
        &self,
        written: &[String],
        naming: Naming,
        spelt: impl Fn(Vec<String>) -> Vec<String>,
    ) -> Option<&'r UnitRow> {
        let mut found: Option<(usize, &'r UnitRow)> = None;
        let mut tied = false;
        for unit in self.cells() {
            let names = written_names(unit).flat_map(|name| self.spoken(name, naming)).map(&spelt);
            let length = names.filter(|words| self.stands_in(written, words)).map(|words| words.len()).max();
            let Some(length) = length else { continue };
            match found {
                Some((longest, _)) if longest > length => {}
                Some((longest, other)) if longest == length => tied |= other.unit_id != unit.unit_id,
                _ => (found, tied) = (Some((length, unit)), false),
            }
        }
        found.filter(|_| !tied).map(|(_, unit)| unit)
    }

    /// Whether a name stands in a text, and not as the beginning of another: `bản Phiêng Ban II`, `bản Gia Khâu Nam`.
    fn stands_in(&self, written: &[String], name: &[String]) -> bool {
        let telling = |word: &String| {
            is_number(word)
                || is_roman(word)
                || word.chars().count() == 1
                || self.rules.telling_words.iter().any(|it| it.first() == Some(word))
        };
        !name.is_empty()
            && (0..written.len()).any(|at| {
                let rest = written.get(at..).unwrap_or_default();
                let after = rest.strip_prefix(name).map(|after| (after.first(), after.get(1)));
                // The number of a month belongs to no name: `bản Hai 03-2024`, `bản Hai T3`.
                let month = |next: &str, then: Option<&String>| {
                    then.is_some_and(|then| is_number(then) && (next == "t" || (is_number(next) && then.len() == 4)))
                };
                after.is_some_and(|(next, then)| next.is_none_or(|next| !telling(next) || month(next, then)))
            })
    }

    /// The words by which a name may be spoken of inside a longer text.
    fn spoken(&self, name: &str, naming: Naming) -> Vec<Vec<String>> {
        let full = self.rules.words(name);
        let key = self.rules.key(name);
        let short = naming == Naming::InShort && key.len() >= 2 && key != full;
        let long_enough = self.rules.begins_as_a_name(name) || full.len() >= 2;
        [long_enough.then_some(full), short.then_some(key)].into_iter().flatten().collect()
    }

    fn of_key(&self, key: &[String]) -> Vec<&'r UnitRow> {
        let positions = self.by_key.get(key).into_iter().flatten();
        positions.filter_map(|position| self.entries.get(*position)).map(|entry| entry.unit).collect()
    }

    fn nearest(&self, key: &[String]) -> Named<'r> {
        let written = key.join(" ");
        let mut scored: Vec<(f64, bool, &UnitRow)> = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            let likeness = |name: &Key| {
                (
                    strsim::normalized_damerau_levenshtein(&written, &name.join(" ")),
                    Shape::of(name, self.rules) == Shape::of(&mended(key, name, self.rules), self.rules),
                )
            };
            let best = entry.keys.iter().map(likeness).max_by(|one, other| one.0.total_cmp(&other.0));
            if let Some((score, same_shape)) = best {
                scored.push((score, same_shape, entry.unit));
            }
        }
        scored.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.2.unit_id.cmp(&other.2.unit_id)));
        let mut fitting = scored.iter().filter(|(_, same_shape, _)| *same_shape);
        if let Some((score, _, unit)) = fitting.next() {
            let second = fitting.next().map_or(0.0, |(score, _, _)| *score);
            if *score >= self.rules.similar_at_least && score - second >= self.rules.ahead_by_at_least {
                return Named::Nearly(unit);
            }
        }
        Named::Unknown(scored.iter().take(NEAREST).map(|(_, _, unit)| *unit).collect())
    }
}

/// How a text may speak of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// With the words its name begins with, as titles do: `Chi bộ bản Hai`.
    InFull,
    /// Without them too, as sheets and files do: `bản Hai`.
    InShort,
}

/// A unit's name and aliases, as written.
fn written_names(unit: &UnitRow) -> impl Iterator<Item = &str> {
    let aliases = unit.aliases.iter().flat_map(|aliases| aliases.split(';'));
    std::iter::once(unit.name.as_str()).chain(aliases)
}

/// The keys of a unit's name and aliases.
#[must_use]
pub fn keys(unit: &UnitRow, rules: &NameRules) -> Vec<Vec<String>> {
    written_names(unit).map(|name| rules.key(name)).filter(|key| !key.is_empty()).collect()
}

/// The written words with a typing error in a telling word mended: `đônm` for `đông`, but never `nam` for `bắc`.
fn mended(key: &[String], name: &[String], rules: &NameRules) -> Vec<String> {
    let telling =
        |word: &String| rules.telling_words.iter().any(|words| words.as_slice() == std::slice::from_ref(word));
    let meant = |word: &String| {
        let near =
            |other: &&String| telling(other) && !key.contains(other) && strsim::damerau_levenshtein(word, other) == 1;
        if telling(word) || name.contains(word) { None } else { name.iter().find(near) }
    };
    key.iter().map(|word| meant(word).unwrap_or(word).clone()).collect()
}

/// What must be equal in an almost-right name: numbers, Roman numerals, single letters, the type words it begins with
/// (a type word further in may be part of a proper name), and words that tell neighbours apart wherever they stand.
#[derive(Debug, PartialEq, Eq)]
struct Shape {
    numbers: Vec<String>,
    types: Vec<String>,
    telling: Vec<Vec<String>>,
}

impl Shape {
    fn of(key: &[String], rules: &NameRules) -> Self {
        let numeral = |word: &&String| is_number(word) || word.chars().count() == 1 || is_roman(word);
        let mut rest = key;
        while let Some(words) =
            rules.type_words.iter().filter(|words| rest.starts_with(words)).max_by_key(|words| words.len())
        {
            rest = rest.get(words.len()..).unwrap_or_default();
        }
        let types = key.len() - rest.len();
        let telling = rules.telling_words.iter().filter(|words| super::header::contains(key, words));
        Self {
            numbers: key.iter().filter(numeral).cloned().collect(),
            types: key.iter().take(types).cloned().collect(),
            telling: telling.cloned().collect(),
        }
    }
}

/// Whether a folded word may be a Roman numeral.
#[must_use]
pub fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|it| matches!(it, 'i' | 'v' | 'x'))
}

/// Names and codes as shown in a finding.
#[must_use]
pub fn listed(units: &[&UnitRow]) -> String {
    let names: Vec<String> = units.iter().map(|unit| format!("{} ({})", unit.name, unit.unit_id)).collect();
    if names.is_empty() { "—".to_owned() } else { names.join("; ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;
    use crate::terms::Tier;

    fn unit(id: &str, name: &str, aliases: Option<&str>) -> UnitRow {
        UnitRow {
            unit_id: UnitId::new(id),
            name: name.to_owned(),
            tier: Tier::AttachedCell,
            parent_id: Some(UnitId::new("DU")),
            cell_type: None,
            peer_group: None,
            valid_from: None,
            valid_to: None,
            hardship: false,
            aliases: aliases.map(str::to_owned),
            successor_id: None,
            needs_no_follower: false,
            concurrent_secretary: false,
            has_committee: false,
            min_duration_min: None,
        }
    }

    /// What a name turns out to be among five cells: a code, `~code` for a near match, `?` or `2`.
    fn named(written: &str) -> String {
        let rules = Rules::load(None).unwrap();
        let units = [
            unit("01", "Chi bộ tổ dân phố số 2", None),
            unit("02", "Chi bộ bản Lở Thàng 1", Some("Bản Lở Thàng A; Lở Thàng")),
            unit("03", "Chi bộ bản Phiêng Ban", None),
            unit("04", "Chi bộ Trường Tiểu học Tây Sơn", None),
            unit("05", "Chi bộ Công an", None),
            unit("06", "Chi bộ Công an", None),
            unit("07", "Chi bộ Trường PTDTBT THCS Nậm Loỏng", None),
            unit("08", "Chi bộ bản Gia Khâu Bắc", None),
        ];
        let entries = units.iter().map(|unit| {
            let (keys, code) = keys_of(unit, &rules.names);
            Entry { unit, keys, code }
        });
        let names = CellNames::of(entries.collect(), &rules.names);
        match names.by_name(written) {
            Named::Exactly(unit) | Named::Decided(unit) => unit.unit_id.to_string(),
            Named::Nearly(unit) => format!("~{}", unit.unit_id),
            Named::Ambiguous(units) => units.len().to_string(),
            Named::Unknown(_) => "?".to_owned(),
        }
    }

    #[test]
    fn the_same_cell_is_written_in_many_ways() {
        for written in ["Chi bộ tổ dân phố số 2", "CB TDP 2", "CHI BỘ TỔ DÂN PHỐ SỐ 02", "Tổ dân phố số 2", "01"]
        {
            assert_eq!(named(written), "01", "{written}");
        }
        assert_eq!(named("CB bản Lở Thàng A"), "02");
        assert_eq!(named("CB Trường TH Tây Sơn"), "04");
    }

    #[test]
    fn a_typing_error_is_forgiven_but_never_in_number_or_type() {
        assert_eq!(named("Chi bộ bản Phiêng Bam"), "~03");
        assert_eq!(named("Chi bộ bản Lơ Thàng 1"), "~02");
        assert_eq!(named("Chi bộ bản Lở Thàng 2"), "?");
        assert_eq!(named("Chi bộ thôn Phiêng Ban"), "?");
        assert_eq!(named("Chi bộ Trường THCS Tây Sơn"), "?");
        assert_eq!(named("Chi bộ Hợp tác xã Bình Minh"), "?");
    }

    #[test]
    fn words_that_tell_neighbours_apart_are_never_a_typing_error() {
        assert_eq!(named("Chi bộ Trường PTDTBT Trung học cơ sở Nậm Loỏng"), "07");
        assert_eq!(named("Chi bộ Trường PTDTBT Tiểu học Nậm Loỏng"), "?");
        assert_eq!(named("Chi bộ bản Gia Khâu Nam"), "?");
        assert_eq!(named("Chi bộ bản Gia Khau Bắc"), "~08");
        assert_eq!(named("Chi bộ bản Gia Khâu Bắk"), "~08");
    }

    #[test]
    fn a_name_two_cells_have_is_nobodys() {
        assert_eq!(named("Chi bộ Công an"), "2");
    }
}
