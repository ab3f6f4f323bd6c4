//! An explanation as text for people.

mod cells;
mod proposals;
mod standing;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::catalogue::SQL;
use super::{Asked, Explanation, Ingredient, Part, RECIPES, Recipe, RuleFile, grounds, lineage, words_of};
use crate::judge::FlagCode;
use crate::lake::mapping::MapNote;
use crate::lake::schema::{CellSummary, FlagRow};
use crate::lake::table::{Row as _, Scalar};
use crate::lang::{Lang, t};
use crate::remap::Map;
use crate::report::{numbers, wording};
use cells::field_name;

/// Signs of a rule file's version that are shown.
const VERSION: usize = 10;

/// What was asked for, in words.
#[must_use]
pub fn told(explanation: &Explanation, asked: Asked, lang: Lang) -> String {
    let mut told = Told { explanation, lang, text: String::new() };
    told.heading();
    match asked {
        Asked::Figure(at) => RECIPES.get(at).into_iter().for_each(|it| told.figure(it)),
        Asked::Flag(code) => told.one_flag(code),
        Asked::Part(Part::Index) => {
            told.index();
            told.cites(explanation.of_index());
        }
        Asked::Part(Part::Rank) => {
            told.rank();
            told.cites(explanation.of_index());
        }
        Asked::Part(Part::Suggestion) => {
            told.suggestion();
            told.cites(explanation.of_suggestion());
        }
        Asked::Part(Part::Support) => {
            told.support();
            told.cites(explanation.of_support());
        }
        Asked::Everything => told.everything(),
    }
    told.text
}

/// A text in the making.
struct Told<'a> {
    explanation: &'a Explanation,
    lang: Lang,
    text: String,
}

impl Told<'_> {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    fn heading(&mut self) {
        let (explanation, lang) = (self.explanation, self.lang);
        let cell = &explanation.summary;
        let unit = cell.unit_name.as_deref().unwrap_or_default();
        self.line(&format!("{} — {} ({unit})", cell.cell_id, cell.cell_name));
        let (first, last) = (explanation.window.first(), explanation.window.last());
        self.line(&format!("{} {first} – {last}", t!(lang, "period")));
        if explanation.map == Map::Today {
            let others = explanation.line.parts().iter().filter_map(|part| explanation.line.reported_as(part));
            let others = others.collect::<Vec<_>>().join(", ");
            let map = t!(lang, "on-todays-map");
            let carried = if others.is_empty() { String::new() } else { t!(lang, "carries-on", others) };
            self.line(&format!("{map}{carried}"));
        }
        self.line("");
    }

    fn everything(&mut self) {
        let explanation = self.explanation;
        self.rank();
        self.cells(explanation.of_index());
        self.line(&t!(self.lang, "flags-heading"));
        if explanation.flags.is_empty() {
            self.line(&t!(self.lang, "none-line"));
        }
        for flag in &explanation.flags {
            self.flag(flag);
            self.cells(grounds::flag(flag.code).ingredients());
        }
        if explanation.of_year {
            self.line("");
            self.suggestion();
            self.cells(explanation.of_suggestion());
            self.line("");
            self.support();
            self.cells(explanation.of_support());
        }
        self.all_figures();
        self.line(&t!(self.lang, "values-by-month-heading"));
        self.citations(&explanation.cited(explanation.sources.keys().copied()));
        self.merged();
        self.line(&t!(self.lang, "rules-heading"));
        for file in &explanation.rules {
            self.line(&format!("  pipelines/{}  {}", file.path, version(file)));
        }
        self.line(&t!(self.lang, "how-to-explain-one-figure"));
    }

    fn all_figures(&mut self) {
        self.line(&t!(self.lang, "figures-heading"));
        for recipe in RECIPES {
            let (meaning, formula) = words_of(recipe, self.lang);
            let formula = if formula == meaning { String::new() } else { format!(": {formula}") };
            let value = value(&self.explanation.summary, recipe.figure, self.lang);
            self.line(&format!("  {:<32} {value:<12} {meaning}{formula}", recipe.figure));
        }
    }

    fn figure(&mut self, recipe: &Recipe) {
        let (meaning, formula) = words_of(recipe, self.lang);
        let value = value(&self.explanation.summary, recipe.figure, self.lang);
        self.line(&format!("{} = {value}", recipe.figure));
        self.line(&format!("  {meaning}"));
        self.line(&format!("  {}: {formula}", t!(self.lang, "formula-in-text")));
        if recipe.figure == "lost_points" {
            self.criteria();
        }
        self.rules(&[SQL.as_slice(), recipe.rules].concat());
        self.cites(recipe.made_of.iter().copied().collect());
    }

    /// Where the cell loses its points, group by group.
    fn criteria(&mut self) {
        let lang = self.lang;
        let number = |number: f64| numbers::decimal(lang, number, 2);
        for row in &self.explanation.criteria {
            let [given, most, loss] = [row.points_mean, row.max_mean, row.loss_mean].map(number);
            let [median, against] =
                [row.peer_median_loss, row.against_peers].map(|it| it.map_or_else(|| "—".to_owned(), number));
            let (group, months, peers) = (&row.group, row.months, row.peers);
            self.line(&t!(
                lang,
                "points-of-a-group",
                group = format!("{:<14}", group),
                given,
                most,
                months,
                loss,
                peers,
                median,
                against
            ));
        }
    }

    /// A flag that was asked for, raised or not.
    fn one_flag(&mut self, code: FlagCode) {
        let explanation = self.explanation;
        if let Some(flag) = explanation.flags.iter().find(|flag| flag.code == code) {
            self.flag(flag);
        } else {
            let silent = t!(self.lang, "this-flag-is-not-raised");
            self.line(&format!("{code}: {silent}"));
            self.rules(grounds::flag(code).rules);
        }
        let figures = grounds::flag(code).figures;
        if !figures.is_empty() {
            let label = t!(self.lang, "judged-by-the-figures");
            let shown = |name: &&str| format!("{name} = {}", value(&explanation.summary, name, self.lang));
            let figures = figures.iter().map(shown).collect::<Vec<_>>().join(", ");
            self.line(&format!("  {label}: {figures}"));
        }
        self.cites(grounds::flag(code).ingredients());
    }

    fn flag(&mut self, flag: &FlagRow) {
        let (severity, name) = (wording::flag_severity(flag.severity, self.lang), wording::flag(flag.code, self.lang));
        self.line(&format!("  {} [{severity}] {name}\n    {}", flag.code, flag.evidence));
        self.rules(grounds::flag(flag.code).rules);
    }

    fn rules(&mut self, paths: &[&str]) {
        let rule = t!(self.lang, "rule-in-text");
        for file in self.explanation.rule_files(paths) {
            let _ = writeln!(self.text, "  {rule}: pipelines/{} ({})", file.path, version(file));
        }
    }

    /// What merging left out of what was asked for.
    fn left_out(&mut self, made_of: &BTreeSet<Ingredient>) {
        let label = t!(self.lang, "field-not-merged");
        for (note, fields) in self.explanation.left_out(made_of) {
            let (fields, from) = (named(fields, self.lang), codes(note));
            self.line(&format!("  {label}: {} {fields} ({from})", note.period));
        }
    }

    /// Former cells whose part in a month is another than to be added.
    fn told_of(&self, note: &MapNote) -> String {
        let parts = [
            (&note.silent, t!(self.lang, "not-reported-in-text")),
            (&note.handed_over, t!(self.lang, "handed-over-within-the-month")),
            (&note.not_held, t!(self.lang, "did-not-meet")),
        ];
        let told = |(codes, what): (&Option<String>, String)| {
            codes.as_ref().map(|codes| format!("; {what}: {}", codes.replace(';', ", ")))
        };
        parts.into_iter().filter_map(told).collect()
    }

    /// Every month that was merged from several cells.
    fn merged(&mut self) {
        let explanation = self.explanation;
        if explanation.line.notes().is_empty() {
            return;
        }
        self.line(&t!(self.lang, "merged-months-heading"));
        let label = t!(self.lang, "fields-not-merged");
        for note in explanation.line.notes() {
            let fields: Vec<&str> = lineage::left_out(note).collect();
            let left_out =
                if fields.is_empty() { String::new() } else { format!("{label}{}", named(fields, self.lang)) };
            let told = self.told_of(note);
            self.line(&format!("  {}: {}{told}{left_out}", note.period, codes(note)));
        }
    }
}

/// The cells a month was merged from.
fn codes(note: &MapNote) -> String {
    note.merged_from.replace(';', ", ")
}

/// Fields left out of a merged month, in words.
fn named(fields: Vec<&str>, lang: Lang) -> String {
    let name = |field| {
        if field == lineage::SCORES { t!(lang, "points-of-a-criterion") } else { field_name(field, lang) }
    };
    fields.into_iter().map(name).collect::<Vec<_>>().join(", ")
}

fn version(file: &RuleFile) -> String {
    file.sha256.chars().take(VERSION).collect()
}

/// A figure as people write it.
fn value(summary: &CellSummary, figure: &str, lang: Lang) -> String {
    match scalar(summary, figure) {
        Scalar::Null => "—".to_owned(),
        Scalar::Text(text) => text.to_owned(),
        Scalar::Integer(number) => numbers::count(lang, number),
        Scalar::Float(number) => numbers::decimal(lang, number, 4),
        Scalar::Boolean(truth) => {
            if truth {
                t!(lang, "yes")
            } else {
                t!(lang, "no")
            }
        }
        Scalar::Date(day) => day.format("%d/%m/%Y").to_string(),
    }
}

/// A figure as it is stored.
pub(super) fn scalar<'a>(summary: &'a CellSummary, figure: &str) -> Scalar<'a> {
    let at = CellSummary::TABLE.columns.iter().position(|column| column.name == figure);
    at.and_then(|at| summary.scalars().get(at).copied()).unwrap_or(Scalar::Null)
}
