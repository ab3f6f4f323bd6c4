//! A rubric as its file writes it → checked.

use serde::Deserialize;
use toml::Spanned;

use super::{Band, Gate, GradeCuts, Group, Item, NotApplicable, Rubric, Trap, traps};
use crate::rules::Wrong;
use crate::rules::flags::civil_date;
use crate::terms::{Grade, MeetingKind};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rules) struct RawRubric {
    name: String,
    #[serde(default)]
    scope: Vec<String>,
    valid_from: Option<toml::value::Datetime>,
    valid_to: Option<toml::value::Datetime>,
    meeting: Option<Spanned<String>>,
    grades: Spanned<GradeCuts>,
    #[serde(default)]
    rescale: bool,
    unseen: Option<String>,
    /// Traps that the document itself has, each as it is told; whoever wrote the file knows of them.
    #[serde(default)]
    known_traps: Vec<Spanned<String>>,
    #[serde(default)]
    group: Vec<Spanned<RawGroup>>,
    #[serde(default)]
    gate: Vec<Spanned<RawGate>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawGroup {
    pub(super) name: String,
    /// None where the document gives no points.
    pub(super) max: Option<f64>,
    #[serde(default)]
    pub(super) item: Vec<Spanned<RawItem>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawItem {
    pub(super) text: String,
    pub(super) max: f64,
    #[serde(default)]
    pub(super) thematic_only: bool,
    pub(super) not_applicable: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) band: Vec<Spanned<RawBand>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBand {
    from: Option<f64>,
    to: Option<f64>,
    #[serde(default)]
    above_from: bool,
    #[serde(default)]
    below_to: bool,
    points: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGate {
    grade: String,
    full_points: Vec<String>,
    otherwise: String,
}

impl RawRubric {
    /// The rubric, or what is wrong with it and where. Traps are wrong too, but for those that the file says are known.
    pub(in crate::rules) fn check(self) -> Result<Rubric, Vec<Wrong>> {
        let (traps, mut wrong) = self.known_traps();
        let meeting =
            self.meeting.as_ref().and_then(|word| known(word, MeetingKind::from_word, "regular, thematic", &mut wrong));
        let cuts = *self.grades.get_ref();
        let ordered = cuts.good_from > cuts.fair_from && cuts.fair_from > cuts.average_from;
        if !(ordered && cuts.average_from > 0.0 && cuts.good_from <= 100.0) {
            wrong.push(Wrong::at(self.grades.span().start, "grades: 100 ≥ good_from > fair_from > average_from > 0"));
        }
        wrong.extend(self.impossible());
        let groups: Vec<Group> = self.group.into_iter().map(|group| group.into_inner().check(&mut wrong)).collect();
        let gates: Vec<Gate> = self.gate.into_iter().filter_map(|gate| checked_gate(gate, &mut wrong)).collect();
        let (valid_from, valid_to) = (civil_date(self.valid_from.as_ref()), civil_date(self.valid_to.as_ref()));
        if valid_from.zip(valid_to).is_some_and(|(from, to)| to < from) {
            wrong.push(Wrong::from("valid_to < valid_from"));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Rubric {
            name: self.name,
            scope: self.scope,
            valid_from,
            valid_to,
            meeting,
            grades: cuts,
            groups,
            gates,
            rescale: self.rescale,
            unseen: self.unseen,
            traps,
        })
    }

    /// Points no sheet can have, and a rescaling of nothing.
    fn impossible(&self) -> Vec<Wrong> {
        let sound = |max: f64| max > 0.0 && max <= 1000.0;
        let mut wrong = Vec::new();
        for group in &self.group {
            let (at, group) = (group.span().start, group.get_ref());
            wrong.extend(group.max.filter(|max| !sound(*max)).map(|max| Wrong::at(at, format!("max = {max}: > 0"))));
            for item in group.item.iter().filter(|item| !sound(item.get_ref().max)) {
                wrong.push(Wrong::at(item.span().start, format!("max = {}: > 0", item.get_ref().max)));
            }
        }
        let items = || self.group.iter().flat_map(|group| &group.get_ref().item).map(Spanned::get_ref);
        let regular = items().any(|item| !item.thematic_only) && items().any(|item| item.thematic_only);
        if self.rescale && !regular {
            wrong.push(Wrong::from("rescale = true: thematic_only = true?"));
        }
        wrong
    }

    /// The traps that the file knows of; those that it does not, and those it speaks of in vain, are wrong.
    fn known_traps(&self) -> (Vec<Trap>, Vec<Wrong>) {
        let found = traps::of(&self.group, self.rescale);
        let known = |trap: &Trap| self.known_traps.iter().any(|told| *told.get_ref() == trap.what);
        let in_vain = |told: &&Spanned<String>| found.iter().all(|(_, trap)| trap.what != *told.get_ref());
        let mut wrong: Vec<Wrong> =
            found.iter().filter(|(_, trap)| !known(trap)).map(|(at, trap)| Wrong::at(*at, trap.told())).collect();
        wrong.extend(self.known_traps.iter().filter(in_vain).map(|told| {
            let what = format!("known_traps: {:?}: không còn / is none any more", told.get_ref());
            Wrong::at(told.span().start, what)
        }));
        (found.into_iter().map(|(_, trap)| trap).filter(known).collect(), wrong)
    }
}

impl RawGroup {
    fn check(self, wrong: &mut Vec<Wrong>) -> Group {
        let items = self.item.into_iter().map(|item| item.into_inner().check(wrong)).collect();
        Group { name: self.name, max: self.max, items }
    }
}

impl RawItem {
    fn check(self, wrong: &mut Vec<Wrong>) -> Item {
        let word = self.not_applicable.as_ref();
        let not_applicable = word.and_then(|word| known(word, NotApplicable::from_word, "full, left_out", wrong));
        for band in self.band.iter().filter(|band| band.get_ref().points > self.max || band.get_ref().points < 0.0) {
            wrong.push(Wrong::at(band.span().start, format!("points = {}: 0–{}", band.get_ref().points, self.max)));
        }
        for band in self.band.iter().filter(|band| band.get_ref().checked().is_empty()) {
            wrong.push(Wrong::at(band.span().start, "band: from ≤ to"));
        }
        let bands = self.band.into_iter().map(|band| band.into_inner().checked()).collect();
        Item { text: self.text, max: self.max, bands, thematic_only: self.thematic_only, not_applicable }
    }
}

impl RawBand {
    pub(super) fn checked(&self) -> Band {
        let Self { from, to, above_from, below_to, points } = *self;
        Band { from, to, above_from, below_to, points }
    }
}

fn known<T>(word: &Spanned<String>, of: fn(&str) -> Option<T>, allowed: &str, wrong: &mut Vec<Wrong>) -> Option<T> {
    let found = of(word.get_ref());
    if found.is_none() {
        wrong.push(Wrong::at(word.span().start, format!("{:?}: {allowed}", word.get_ref())));
    }
    found
}

fn next_below(grade: Grade) -> Option<Grade> {
    match grade {
        Grade::Good => Some(Grade::Fair),
        Grade::Fair => Some(Grade::Average),
        Grade::Average => Some(Grade::Poor),
        Grade::Poor => None,
    }
}

fn checked_gate(gate: Spanned<RawGate>, wrong: &mut Vec<Wrong>) -> Option<Gate> {
    let at = gate.span().start;
    let RawGate { grade, full_points, otherwise } = gate.into_inner();
    if full_points.is_empty() {
        wrong.push(Wrong::at(at, "gate: full_points = []"));
        return None;
    }
    match (Grade::from_word(&grade), Grade::from_word(&otherwise)) {
        // Better grades fall with the one that is guarded; lower ones must not.
        (Some(grade), Some(otherwise)) if next_below(grade) == Some(otherwise) => {
            Some(Gate { grade, full_points, otherwise })
        }
        _ => {
            wrong.push(Wrong::at(at, format!("gate: {grade} → {otherwise}: good → fair → average → poor")));
            None
        }
    }
}
