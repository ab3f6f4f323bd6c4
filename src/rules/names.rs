//! `pipelines/names.toml`, `types.toml`, `roles.toml`: words of names, levels, types and roles.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::terms::{Tier, VisitLevel};
use crate::text::{self, Marks, fold};

/// How names of organisations are compared.
#[derive(Debug, Clone, PartialEq)]
pub struct NameRules {
    /// Folded abbreviation → folded words.
    abbreviations: BTreeMap<String, Vec<String>>,
    /// Words a name may begin with, left aside.
    leading: Vec<Vec<String>>,
    /// Words before a number, left aside.
    before_number: Vec<String>,
    /// Words that must be equal in an almost-right name.
    pub type_words: Vec<Vec<String>>,
    /// Words that tell neighbouring names apart wherever they stand.
    pub telling_words: Vec<Vec<String>>,
    /// Least similarity of an almost-right name.
    pub similar_at_least: f64,
    /// Least lead over the second candidate.
    pub ahead_by_at_least: f64,
}

impl NameRules {
    /// The words of a name that tell organisations apart: abbreviations written out, `Chi bộ` and `số` left aside.
    #[must_use]
    pub fn key(&self, name: &str) -> Vec<String> {
        let mut words = self.words(name);
        let leading = self.leading.iter().find(|leading| words.len() > leading.len() && words.starts_with(leading));
        if let Some(leading) = leading {
            words.drain(..leading.len());
        }
        words
    }

    /// The words of a text as names are compared: abbreviations written out, `số` before a number left aside.
    #[must_use]
    pub fn words(&self, text: &str) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for word in text::words(text, Marks::Kept) {
            if is_number(&word) {
                if words.last().is_some_and(|before| self.before_number.contains(before)) {
                    words.pop();
                }
                words.push(word.trim_start_matches('0').to_owned());
            } else if let Some(full) = self.abbreviations.get(&word) {
                words.extend(full.iter().cloned());
            } else {
                words.push(word);
            }
        }
        words
    }

    /// Whether a text begins as names of organisations do.
    #[must_use]
    pub fn begins_as_a_name(&self, text: &str) -> bool {
        let words = self.words(text);
        self.leading.iter().any(|leading| words.len() > leading.len() && words.starts_with(leading))
    }
}

impl NameRules {
    /// Whether a text begins with a word that names of organisations begin with or are told apart by.
    #[must_use]
    pub fn looks_like_an_organisation(&self, written: &str) -> bool {
        let written = text::words(written, Marks::Kept);
        let full = |word| self.abbreviations.get(word).map_or(std::slice::from_ref(word), Vec::as_slice);
        let words: Vec<&str> = written.iter().flat_map(full).map(String::as_str).collect();
        // «Nguyễn Văn Trường» ends in a word of organisations; their names begin with one.
        let known = self.leading.iter().chain(&self.type_words);
        let before = |word: &&&str| {
            is_number(word)
                || word.chars().count() == 1
                || matches!(**word, "ii" | "iii" | "iv" | "vi" | "vii")
                || is_group_word(word)
        };
        let own = words.iter().take_while(before).count();
        let words = words.get(own..).unwrap_or_default();
        let begins = |wanted: &[String]| wanted.len() <= words.len() && wanted.iter().zip(words).all(|(a, b)| a == b);
        known.into_iter().any(|wanted| begins(wanted))
    }
}

/// `Các chi bộ …`, `Khối trường học`: words before the organisations of a group.
fn is_group_word(word: &str) -> bool {
    static GROUPS: LazyLock<[String; 4]> = LazyLock::new(|| ["các", "khối", "nhóm", "cụm"].map(fold));
    GROUPS.iter().any(|group| group == word)
}

/// Whether a folded word is a number in digits.
#[must_use]
pub fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|it| it.is_ascii_digit())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNames {
    abbreviations: BTreeMap<String, String>,
    matching: RawMatching,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMatching {
    leading: Vec<String>,
    before_number: Vec<String>,
    type_words: Vec<String>,
    #[serde(default)]
    telling_words: Vec<String>,
    similar_at_least: f64,
    ahead_by_at_least: f64,
}

impl RawNames {
    pub(super) fn check(self) -> NameRules {
        let kept = |text: &String| text::words(text, Marks::Kept);
        let short = self.abbreviations.iter().map(|(short, full)| (fold(short), kept(full)));
        let abbreviations: BTreeMap<String, Vec<String>> = short.collect();
        // Names are compared with abbreviations written out, so the words they are compared by are too.
        let written_out = |text: &str| {
            let words = text::words(text, Marks::Kept).into_iter();
            words.flat_map(|word| abbreviations.get(&word).cloned().unwrap_or_else(|| vec![word])).collect()
        };
        NameRules {
            leading: self.matching.leading.iter().map(kept).collect(),
            before_number: self.matching.before_number.iter().map(|word| fold(word)).collect(),
            type_words: self.matching.type_words.iter().map(|word| written_out(word)).collect(),
            telling_words: self.matching.telling_words.iter().map(|word| written_out(word)).collect(),
            similar_at_least: self.matching.similar_at_least,
            ahead_by_at_least: self.matching.ahead_by_at_least,
            abbreviations,
        }
    }
}

/// Levels and cell types the register may use.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeRules {
    tiers: BTreeMap<String, Tier>,
    types: BTreeMap<String, (String, String)>,
}

impl TypeRules {
    /// The level a word of the register stands for.
    #[must_use]
    pub fn tier(&self, written: &str) -> Option<Tier> {
        self.tiers.get(&fold(written)).copied()
    }

    /// The cell type as the rules write it, and its peer group.
    #[must_use]
    pub fn cell_type(&self, written: &str) -> Option<(&str, &str)> {
        self.types.get(&fold(written)).map(|(name, peer)| (name.as_str(), peer.as_str()))
    }

    /// Every cell type, for messages.
    pub fn type_names(&self) -> impl Iterator<Item = &str> {
        self.types.values().map(|(name, _)| name.as_str())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTypes {
    tiers: BTreeMap<String, String>,
    types: BTreeMap<String, String>,
}

impl RawTypes {
    pub(super) fn check(self) -> Result<TypeRules, Vec<String>> {
        let mut wrong = Vec::new();
        let mut tiers = BTreeMap::new();
        for (word, tier) in self.tiers {
            match Tier::from_word(&tier) {
                Some(tier) => drop(tiers.insert(fold(&word), tier)),
                None => wrong.push(format!("tiers.{word:?} = {tier:?}")),
            }
        }
        let types = self.types.into_iter().map(|(name, peer)| (fold(&name), (name, peer))).collect();
        if wrong.is_empty() { Ok(TypeRules { tiers, types }) } else { Err(wrong) }
    }
}

/// Roles of visitors that may be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleRules {
    roles: BTreeMap<String, (String, Option<VisitLevel>)>,
}

impl RoleRules {
    /// Every role, as the rules write it.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.roles.values().map(|(role, _)| role.as_str())
    }

    /// The role as the rules write it and its level; `None` for any other text, which must not be kept.
    #[must_use]
    pub fn role(&self, written: &str) -> Option<(&str, Option<VisitLevel>)> {
        self.roles.get(&fold(written)).map(|(role, level)| (role.as_str(), *level))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRoles {
    upper: RawRoleList,
    committee: RawRoleList,
    assisting: RawRoleList,
    unknown: RawRoleList,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRoleList {
    roles: Vec<String>,
}

impl RawRoles {
    pub(super) fn check(self) -> RoleRules {
        let lists = [
            (self.upper, Some(VisitLevel::Upper)),
            (self.committee, Some(VisitLevel::Committee)),
            (self.assisting, Some(VisitLevel::Assisting)),
            (self.unknown, None),
        ];
        let mut roles = BTreeMap::new();
        for (list, level) in lists {
            for role in list.roles {
                roles.insert(fold(&role), (role, level));
            }
        }
        RoleRules { roles }
    }
}
