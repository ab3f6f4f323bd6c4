//! Index and rank: what the index is made of, and how the interval of the rank was drawn.

use super::Told;
use crate::explain::{goalposts, grounds};
use crate::lake::standing::ContributionRow;
use crate::lang::t;
use crate::report::{numbers, wording};

impl Told<'_> {
    /// The rank with its interval, and the index it goes by.
    pub(super) fn rank(&mut self) {
        self.line(&t!(self.lang, "rank-heading"));
        let reason = self.explanation.rank.reason.clone();
        match reason {
            Some(reason) => {
                let label = t!(self.lang, "not-ranked");
                self.line(&format!("  {label}: {reason}"));
            }
            None => self.places(),
        }
        self.interval();
        self.index();
    }

    fn places(&mut self) {
        let (rank, among, rules, lang) =
            (&self.explanation.rank, self.explanation.among, &self.explanation.index.interval, self.lang);
        let place = |place: Option<i64>| place.map_or_else(|| "—".to_owned(), |place| place.to_string());
        let [all, low, high, peer, unit] =
            [rank.rank, rank.rank_low, rank.rank_high, rank.rank_peer, rank.rank_unit].map(place);
        let [from, to] = [rules.low, rules.high].map(|share| numbers::short(lang, share * 100.0));
        let (ranked, peers, units) = (among.all, among.peers, among.unit);
        self.line(&t!(lang, "rank-told", all, ranked, from, to, low, high, peer, peers, unit, units));
    }

    /// The settings the interval was drawn with.
    fn interval(&mut self) {
        let (rules, lang) = (&self.explanation.index.interval, self.lang);
        let (draws, seed) = (numbers::tally(0..rules.draws), rules.seed);
        let draws = numbers::count(lang, draws);
        let [weights, design, prior] = [rules.weight_concentration, rules.design_effect, rules.prior_months]
            .map(|number| numbers::short(lang, number));
        let least = rules.peers_at_least;
        let peers = if rules.shrink_to_peers { t!(lang, "leaning-on-peers", least) } else { String::new() };
        self.line(&t!(lang, "interval-told", draws, seed, weights, design, prior, peers));
    }

    /// The index as the sum of its components.
    pub(super) fn index(&mut self) {
        let (explanation, lang) = (self.explanation, self.lang);
        let index = explanation.rank.index.map_or_else(|| "—".to_owned(), |index| numbers::decimal(lang, index, 4));
        self.line(&format!("  {} {index} = Σ {}", t!(lang, "index"), t!(lang, "share-of-weight-score")));
        for row in &explanation.contributions {
            self.component(row);
        }
        if let Some(lift) = &explanation.lift {
            self.line(&format!("  {}", lift.advice));
        }
        self.rules(grounds::INDEX);
    }

    /// `Dự họp  0,2000 × 83,3333 = 16,6667   (attendance_rate = 0,9500; 0,7 cho 0 điểm, 1 cho 100 điểm)`.
    fn component(&mut self, row: &ContributionRow) {
        let lang = self.lang;
        let shown = |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |value| numbers::decimal(lang, value, 4));
        let (zero_at, hundred_at) = goalposts(self.explanation, row.component);
        let [zero, hundred] = [zero_at, hundred_at].map(|it| numbers::short(lang, it));
        let posts = t!(lang, "goalposts", zero, hundred);
        self.line(&format!(
            "    {:<14} {:>8} × {:>8} = {:>8}   ({} = {}; {posts})",
            wording::component(row.component, lang),
            numbers::decimal(lang, row.weight, 4),
            shown(row.score),
            shown(row.points),
            grounds::component(row.component).formula,
            shown(row.figure)
        ));
    }
}
