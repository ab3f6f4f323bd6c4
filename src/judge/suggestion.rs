//! What the meeting criterion alone would allow in the year-end classification, by the rule in force. Months enter;
//! rows of `suggestion` leave, each with its reason. It is a suggestion, never a classification.

use super::by_cell::ByCell;
use super::proposal::Basis;
use super::wording::{apart, decimal, exact, exact_percent, grade as named, month, months};
use super::year_grade::{Judged, Outcome, Verdict, Year};
use crate::lake::proposals::SuggestionRow;
use crate::lake::schema::{CellMonth, CellSummary};
use crate::lang::{Lang, t};
use crate::period::Period;
use crate::rules::year_rule::{Allows, Clause, ClauseStatus, Condition, YearRule, YearRules};
use crate::terms::{Grade, WouldAllow};

/// One row per cell, in the order of the cells. `months` are sorted by cell and month.
#[must_use]
pub fn suggest(cells: &[CellSummary], months: &[CellMonth], basis: &Basis<'_>) -> Vec<SuggestionRow> {
    let months = ByCell::of(months, |month| &month.cell_id);
    cells.iter().map(|cell| Case::of(cell, months.get(&cell.cell_id), basis).row()).collect()
}

/// One cell's year under the rules in force.
struct Case<'a> {
    cell: &'a CellSummary,
    year: Year,
    rule: &'a YearRule,
    allows: &'a Allows,
    judged: Judged<'a>,
    last: Period,
    lang: Lang,
}

impl<'a> Case<'a> {
    fn of(cell: &'a CellSummary, months: &[CellMonth], basis: &Basis<'a>) -> Self {
        let last = basis.window.last();
        let (rule, allows) = (basis.year.chosen.in_force(last), basis.year.allows.in_force(last));
        let year = Year::of(cell, months, basis);
        let judged = year.judge(rule);
        Self { cell, year, rule, allows, judged, last, lang: basis.lang }
    }

    fn row(&self) -> SuggestionRow {
        let year = &self.year;
        let lacking = year.lacking(self.rule);
        SuggestionRow {
            cell_id: self.cell.cell_id.clone(),
            rule: self.rule.id.clone(),
            year_grade: self.judged.grade(),
            grade_complete: year.future.is_empty() && year.unreported.is_empty() && lacking.is_empty(),
            would_allow: self.would_allow(),
            reason: self.reason(),
            missing: self.missing(),
        }
    }

    /// A cell that nobody above ever scored is no candidate: its own word is not enough.
    fn would_allow(&self) -> Option<WouldAllow> {
        let grade = self.judged.grade().filter(|_| self.cell.quality_upper_n > 0)?;
        if grade <= self.allows.outstanding_from? {
            return Some(WouldAllow::Outstanding);
        }
        Some(if grade <= self.allows.good_from? { WouldAllow::Good } else { WouldAllow::Neither })
    }

    /// Whether the year is certainly graded below what HTXSNV asks for.
    fn below_outstanding(&self) -> bool {
        let Some(from) = self.allows.outstanding_from else { return false };
        let known = self.judged.grade().is_some_and(|grade| grade > from);
        known || self.judged.missed.last().is_some_and(|clause| clause.grade >= from)
    }

    fn reason(&self) -> String {
        let mut sentences = Vec::new();
        sentences.extend(self.not_over());
        sentences.extend(self.judged.missed.iter().map(|clause| self.missed(clause)));
        sentences.push(self.stop());
        sentences.extend(self.allowed());
        sentences.push(self.scored_by());
        sentences.extend(self.short_year());
        sentences.extend(self.gates_open());
        if self.judged.grade().is_some() {
            sentences.extend(self.left_aside());
        }
        sentences.join(" ")
    }

    fn not_over(&self) -> Option<String> {
        let last = month(self.last, self.lang);
        (self.last.month() < 12).then(|| t!(self.lang, "year-not-over", last))
    }

    fn missed(&self, clause: &Clause) -> String {
        let (grade, facts) = (named(clause.grade, self.lang), self.facts(clause, Some(Verdict::Missed)));
        t!(self.lang, "grade-not-reached", grade, facts)
    }

    /// The clause at which judging ended.
    fn stop(&self) -> String {
        let (lang, rule) = (self.lang, &self.rule.name);
        let Some((clause, outcome)) = self.judged.stop else {
            return t!(lang, "no-lower-grade", rule);
        };
        let grade = named(clause.grade, lang);
        match outcome {
            Outcome::Unseen => t!(lang, "clause-not-seen", grade, rule),
            Outcome::Met | Outcome::Missed => {
                let facts = self.facts(clause, None);
                t!(lang, "grade-reached", grade, rule, facts)
            }
            Outcome::Open => {
                let facts = self.facts(clause, Some(Verdict::Open));
                t!(lang, "grade-still-open", grade, facts)
            }
        }
    }

    fn allowed(&self) -> Option<String> {
        let text = match self.would_allow() {
            Some(WouldAllow::Outstanding) => t!(self.lang, "allows-htxsnv"),
            Some(WouldAllow::Good) => t!(self.lang, "allows-httnv-only"),
            Some(WouldAllow::Neither) => t!(self.lang, "allows-neither"),
            None if self.below_outstanding() => t!(self.lang, "allows-no-htxsnv"),
            None if self.judged.grade().is_some() && self.cell.quality_upper_n > 0 => {
                t!(self.lang, "allowed-grades-not-seen")
            }
            None => return None,
        };
        Some(text)
    }

    fn scored_by(&self) -> String {
        let (lang, upper, all) = (self.lang, self.cell.quality_upper_n, self.cell.quality_n);
        if upper == 0 {
            let text = t!(lang, "no-suggestion-without-upper-scores");
            return text;
        }
        let (upper, all) = (lang.count(upper), lang.count(all));
        t!(lang, "months-the-upper-scored", upper, all)
    }

    /// A cell younger than the year cannot have as many months as a rule may ask for.
    fn short_year(&self) -> Option<String> {
        let active = self.year.active();
        let active_months = self.lang.count(active);
        (active < 12).then(|| t!(self.lang, "months-the-cell-was-active", active_months))
    }

    /// Grades that hold by the score alone.
    fn gates_open(&self) -> Option<String> {
        let open = self.lang.count(self.year.gates_open);
        (self.year.gates_open > 0).then(|| t!(self.lang, "months-with-open-conditions", open))
    }

    /// What a grade by this rule leaves aside.
    fn left_aside(&self) -> Option<String> {
        let asks_for_all = |clause: &Clause| clause.conditions.every_month_held;
        let not_held = self.year.not_held;
        let aside = not_held > 0 && !self.judged.stop.is_some_and(|(clause, _)| asks_for_all(clause));
        let not_held = self.lang.count(not_held);
        aside.then(|| t!(self.lang, "months-the-rule-leaves-aside", not_held))
    }

    /// Which months are missing, if any; of a cell that is younger than the year also how long it has been there, where
    /// that leaves its grade open.
    fn missing(&self) -> Option<String> {
        let (year, lang) = (&self.year, self.lang);
        let part =
            |which: &[Period], what: String| (!which.is_empty()).then(|| format!("{what} {}", months(which, lang)));
        let open = self.judged.stop.is_some_and(|(_, outcome)| outcome == Outcome::Open);
        let active = lang.count(year.active());
        let young = (open && year.active() < 12).then(|| t!(lang, "fact-active-months", active));
        let lacking = year.lacking(self.rule);
        let parts = [
            part(&year.unreported, t!(lang, "months-not-reported-list")),
            part(lacking, t!(lang, "months-without-score-list")),
            young,
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let lacks = t!(lang, "fact-not-enough-data");
        (!parts.is_empty()).then(|| format!("{lacks}: {}", parts.join("; ")))
    }

    /// The conditions of a clause with their numbers; only those of one verdict where it is given.
    fn facts(&self, clause: &Clause, only: Option<Verdict>) -> String {
        let conditions = clause.conditions.list().into_iter();
        let wanted = conditions.filter(|it| only.is_none_or(|only| self.year.verdict(*it) == only));
        wanted.map(|it| self.fact(it)).collect::<Vec<_>>().join("; ")
    }

    fn fact(&self, condition: Condition) -> String {
        let (year, lang) = (&self.year, self.lang);
        let n = |it: i64| lang.count(it);
        match condition {
            Condition::MeanAtLeast(least) => {
                let mean = year.mean.map_or_else(|| "–".to_owned(), |mean| self.mean(mean, least));
                let least = exact(least, lang);
                t!(lang, "fact-mean-score", mean, least)
            }
            Condition::EveryMonthHeld => {
                let (held, expected) = (n(year.held), n(year.expected));
                t!(lang, "fact-months-held", held, expected)
            }
            Condition::EveryQuarterThematic => {
                let (met, all) = (n(year.quarters_met), n(year.quarters));
                t!(lang, "fact-thematic-quarters", met, all)
            }
            Condition::MonthsGoodAtLeast(least) => {
                let (good, least) = (n(year.at_least(Grade::Good)), n(least));
                t!(lang, "fact-months-good", good, least)
            }
            Condition::MonthsUnderFairAtMost(most) => {
                let (under, most) = (n(year.graded() - year.at_least(Grade::Fair)), n(most));
                t!(lang, "fact-months-under-fair", under, most)
            }
            Condition::ShareAtLeast(grade, least) => {
                let (reached, all) = (n(year.at_least(grade)), n(year.graded()));
                let (grade, least) = (named(grade, lang), exact_percent(least, lang));
                t!(lang, "fact-meetings-at-grade", reached, all, grade, least)
            }
        }
    }

    /// A mean under the threshold is never written as the threshold.
    fn mean(&self, mean: f64, least: f64) -> String {
        if mean < least { apart(mean, least, self.lang) } else { decimal(mean, 1, self.lang) }
    }
}

/// What the suggestions go by: the rule and each of its clauses, what a grade allows, and what all this is not.
#[must_use]
pub fn notes(rules: &YearRules, last: Period, lang: Lang) -> Vec<String> {
    let (rule, allows) = (rules.chosen.in_force(last), rules.allows.in_force(last));
    let mut notes = vec![t!(lang, "suggestion-note", name = rule.name)];
    let clause = |clause: &Clause| {
        let (grade, source) = (named(clause.grade, lang), &clause.source);
        match clause.status {
            ClauseStatus::Seen => format!("{grade}: {source}."),
            ClauseStatus::Unseen => t!(lang, "clause-not-used", grade, source),
        }
    };
    notes.extend(rule.clauses.iter().map(clause));
    notes.extend(rule.caveat.as_ref().map(|caveat| caveat.pick(lang).to_owned()));
    notes.push(format!("{}.", allows.source));
    notes
}

#[cfg(test)]
mod tests;
