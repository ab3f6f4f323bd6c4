//! Index and rank: what the index is made of, and how the interval of the rank was drawn.

use super::Told;
use crate::explain::{goalposts, grounds};
use crate::lake::standing::ContributionRow;
use crate::report::{numbers, wording};

impl Told<'_> {
    /// The rank with its interval, and the index it goes by.
    pub(super) fn rank(&mut self) {
        self.pick("THỨ HẠNG", "RANK");
        let reason = self.explanation.rank.reason.clone();
        match reason {
            Some(reason) => {
                let label = self.lang.pick("Chưa đủ số liệu để xếp", "Not ranked");
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
        self.line(&lang.pick(
            format!(
                "  {all}/{ranked}; khoảng {from}–{to}%: {low}–{high}; trong nhóm loại hình {peer}/{peers}; trong đơn vị \
                 {unit}/{units}"
            ),
            format!(
                "  {all} of {ranked}; {from}–{to}% interval {low}–{high}; among peers {peer} of {peers}; in its committee \
                 {unit} of {units}"
            ),
        ));
    }

    /// The settings the interval was drawn with.
    fn interval(&mut self) {
        let (rules, lang) = (&self.explanation.index.interval, self.lang);
        let (draws, seed) = (numbers::tally(0..rules.draws), rules.seed);
        let draws = numbers::count(lang, draws);
        let [weights, design, prior] = [rules.weight_concentration, rules.design_effect, rules.prior_months]
            .map(|number| numbers::short(lang, number));
        let least = rules.peers_at_least;
        let peers = if rules.shrink_to_peers {
            lang.pick(
                format!("; số liệu ít thì kéo về nhóm so sánh từ {least} chi bộ"),
                format!("; figures lean on peer groups of {least} cells or more"),
            )
        } else {
            String::new()
        };
        self.line(&lang.pick(
            format!(
                "  khoảng: rút {draws} lần, hạt giống {seed}; trọng số theo Dirichlet({weights} × trọng số); {design} lượt dự \
                 tính là 1 lượt độc lập; dao động điểm của nhóm nặng {prior} tháng{peers}"
            ),
            format!(
                "  interval: {draws} draws, seed {seed}; weights from Dirichlet({weights} × weight); {design} member-meetings \
                 count as 1 independent one; the peers' spread of scores weighs {prior} months{peers}"
            ),
        ));
    }

    /// The index as the sum of its components.
    pub(super) fn index(&mut self) {
        let (explanation, lang) = (self.explanation, self.lang);
        let index = explanation.rank.index.map_or_else(|| "—".to_owned(), |index| numbers::decimal(lang, index, 4));
        self.line(&format!(
            "  {} {index} = Σ {}",
            lang.pick("Chỉ số", "Index"),
            lang.pick("phần trọng số × điểm thành phần", "share of weight × score")
        ));
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
        let posts = lang.pick(
            format!("{zero} cho 0 điểm, {hundred} cho 100 điểm"),
            format!("{zero} scores 0, {hundred} scores 100"),
        );
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
