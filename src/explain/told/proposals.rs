//! What a year proposes for the cell: by which clauses and for which reasons.

use super::Told;
use crate::explain::grounds;
use crate::lake::proposals::SupportRow;
use crate::lang::t;
use crate::report::wording;
use crate::terms::SupportRole;

impl Told<'_> {
    /// What the meeting criterion alone would allow, and the clauses it goes by.
    pub(super) fn suggestion(&mut self) {
        self.line(&t!(self.lang, "suggestion-heading"));
        let explanation = self.explanation;
        let Some(row) = &explanation.suggestion else { return self.no_proposal() };
        let grade = row.year_grade.map_or_else(|| "—".to_owned(), |grade| wording::grade(grade, self.lang));
        let allowed = row.would_allow.map_or("—", |it| it.word());
        let told = t!(self.lang, "grade-and-what-it-allows", grade, allowed);
        self.line(&format!("  {told}"));
        self.line(&format!("  {}", row.reason));
        if let Some(missing) = &row.missing {
            self.line(&format!("  {missing}"));
        }
        for clause in &explanation.clauses {
            self.line(&format!("    {clause}"));
        }
        self.rules(grounds::SUGGESTION.rules);
    }

    /// The cell's part in model meetings, and why.
    pub(super) fn support(&mut self) {
        self.line(&t!(self.lang, "proposals-heading"));
        let explanation = self.explanation;
        let Some(row) = &explanation.support else { return self.no_proposal() };
        self.part(row);
        for flag in explanation.reasons() {
            self.line(&format!("    {}: {}", flag.code, flag.evidence));
        }
        self.rules(grounds::support(row.role).rules);
    }

    fn part(&mut self, row: &SupportRow) {
        let lang = self.lang;
        let part = match row.role {
            SupportRole::Host => t!(lang, "proposed-host-of-a-model-meeting"),
            SupportRole::Supported => t!(lang, "proposed-for-support"),
        };
        let host = row.host_id.as_ref().map(|host| t!(lang, "goes-to-host", host));
        let focus = row.focus.as_ref().map(|group| t!(lang, "loses-most-points", group));
        let (host, focus) = (host.unwrap_or_default(), focus.unwrap_or_default());
        self.line(&format!("  {part} (#{}){host}{focus}", row.order));
    }

    /// Why nothing is proposed.
    fn no_proposal(&mut self) {
        if self.explanation.of_year {
            self.line(&t!(self.lang, "nothing-is-proposed"));
        } else {
            self.line(&t!(self.lang, "proposed-only-of-a-year"));
        }
    }
}
