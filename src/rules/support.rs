//! `pipelines/support.toml`: who may host a model meeting, how many, and which needs a thematic one serves.

use serde::Deserialize;

use crate::judge::FlagCode;

/// The rules of model meetings and support.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupportRules {
    /// A cell whose reasons are all of these is to see a thematic meeting.
    pub thematic_reasons: Vec<FlagCode>,
    /// Hosts.
    pub hosts: HostRules,
}

/// Who hosts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HostRules {
    /// Attached cells chosen per grassroots committee.
    pub attached_per_committee: usize,
    /// Base cells chosen for the top level.
    pub base_for_top: usize,
    /// Least quality_upper_n.
    pub quality_upper_n_at_least: i64,
    /// Whether the hosts of the year before are left out.
    pub exclude_last_hosts: bool,
}

impl SupportRules {
    /// What is wrong with the rules.
    pub(super) fn problems(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for code in self.thematic_reasons.iter().filter(|code| !code.counts_for_weak()) {
            wrong.push(format!("thematic_reasons: {code} ∉ ATTENDANCE_LOW … PLAN_MISSING"));
        }
        // A cell never scored from above is no host, whatever the file says.
        if self.hosts.quality_upper_n_at_least < 1 {
            wrong.push(format!("hosts.quality_upper_n_at_least = {} < 1", self.hosts.quality_upper_n_at_least));
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> SupportRules {
        toml::from_str(include_str!("../../pipelines/support.toml")).unwrap()
    }

    #[test]
    fn the_built_in_file_is_sound() {
        assert_eq!(rules().problems(), Vec::<String>::new());
    }

    #[test]
    fn every_problem_is_named() {
        let mut rules = rules();
        rules.hosts.quality_upper_n_at_least = 0;
        rules.thematic_reasons.push(FlagCode::NotReported);
        let problems = rules.problems();
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].contains("NOT_REPORTED"), "{problems:?}");
    }
}
