//! What a year proposes for the cell: by which clauses and for which reasons.

use super::Told;
use crate::explain::grounds;
use crate::lake::proposals::SupportRow;
use crate::report::wording;
use crate::terms::SupportRole;

impl Told<'_> {
    /// What the meeting criterion alone would allow, and the clauses it goes by.
    pub(super) fn suggestion(&mut self) {
        self.pick("GỢI Ý THEO TIÊU CHÍ SINH HOẠT", "SUGGESTION BY THE MEETING CRITERION");
        let explanation = self.explanation;
        let Some(row) = &explanation.suggestion else { return self.no_proposal() };
        let grade = row.year_grade.map_or("—", |grade| wording::grade(grade, self.lang));
        let allowed = row.would_allow.map_or("—", |it| it.word());
        let (year, allows) = self.lang.pick(("Mức cả năm", "cho phép xét"), ("Grade of the year", "would allow"));
        self.line(&format!("  {year}: {grade}; {allows}: {allowed}"));
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
        self.pick("SINH HOẠT MẪU, HỖ TRỢ", "MODEL MEETINGS AND SUPPORT");
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
            SupportRole::Host => lang.pick("Đề xuất chủ trì sinh hoạt mẫu", "Proposed host of a model meeting"),
            SupportRole::Supported => lang.pick("Đề xuất được hỗ trợ", "Proposed for support"),
        };
        let host = row.host_id.as_ref().map(|host| lang.pick(format!("; dự tại {host}"), format!("; goes to {host}")));
        let focus = row.focus.as_ref().map(|group| {
            lang.pick(
                format!("; nhóm tiêu chí mất nhiều điểm nhất: {group}"),
                format!("; loses most points on: {group}"),
            )
        });
        let (host, focus) = (host.unwrap_or_default(), focus.unwrap_or_default());
        self.line(&format!("  {part} (#{}){host}{focus}", row.order));
    }

    /// Why nothing is proposed.
    fn no_proposal(&mut self) {
        if self.explanation.of_year {
            self.pick("  không được đề xuất", "  nothing is proposed");
        } else {
            self.pick("  chỉ đề xuất khi kỳ là cả năm", "  proposed only where the period is a year");
        }
    }
}
