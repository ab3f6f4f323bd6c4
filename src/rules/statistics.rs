//! `pipelines/statistics.toml`: settings of the statistics that stand beside figures and ranks.

use serde::Deserialize;

/// Settings of the statistics.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatisticsRules {
    /// Self against upper scores.
    pub agreement: AgreementRules,
    /// Funnel limits.
    pub funnel: FunnelRules,
}

/// Self against upper scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementRules {
    /// Least cells with both scores before a committee is told apart from the others.
    pub cells_at_least: i64,
}

/// Funnel limits.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FunnelRules {
    /// Share of the cells at either end whose distance from the target is drawn in.
    pub winsorised: f64,
}

impl StatisticsRules {
    /// What is wrong with the rules.
    pub(super) fn problems(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.agreement.cells_at_least < 2 {
            wrong.push(format!("agreement.cells_at_least = {}: ≥ 2", self.agreement.cells_at_least));
        }
        if !(0.0..0.5).contains(&self.funnel.winsorised) {
            wrong.push(format!("funnel.winsorised = {}: 0 ≤ … < 0.5", self.funnel.winsorised));
        }
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_impossible_setting_is_named_at_once() {
        let rules = |cells_at_least, winsorised| StatisticsRules {
            agreement: AgreementRules { cells_at_least },
            funnel: FunnelRules { winsorised },
        };
        assert_eq!(rules(5, 0.1).problems(), Vec::<String>::new());
        assert_eq!(rules(1, 0.5).problems().len(), 2);
    }
}
