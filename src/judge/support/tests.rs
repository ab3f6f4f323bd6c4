use super::*;
use crate::judge::FlagCode::{self, FewSpeakers, MeetingMissed, NotReported, PlanMissing, ScoreGap, ThematicShort};
use crate::judge::examples::{ProposalRules, cell, unit, year_2024};
use crate::lake::schema::UnitRow;
use crate::lang::Lang;
use crate::register::Register;
use crate::register::yearly::ModelMeeting;
use crate::terms::FlagSeverity::{self, Amber, Red};

/// Cells with their places, below the city `TU` with the committees `DU` and `DV` and the section `BP` of `DU`.
struct City {
    units: Vec<UnitRow>,
    cells: Vec<CellSummary>,
    ranking: Vec<RankRow>,
    flags: Vec<FlagRow>,
    rules: ProposalRules,
}

impl City {
    fn new() -> Self {
        let units = vec![
            unit("TU", Tier::Superior, ""),
            unit("DU", Tier::Committee, "TU"),
            unit("DV", Tier::Committee, "TU"),
            unit("BP", Tier::Section, "DU"),
        ];
        let rules = ProposalRules::with("phu-tho");
        Self { units, cells: vec![], ranking: vec![], flags: vec![], rules }
    }

    /// With a ranked cell of a type below an organisation; one below the city is a base cell.
    fn cell(mut self, id: &str, parent: &str, kind: &str, rank: i64) -> Self {
        let tier = if parent == "TU" { Tier::BaseCell } else { Tier::AttachedCell };
        self.units.push(unit(id, tier, parent));
        let cell = CellSummary { unit_id: Some(UnitId::new(parent)), peer_group: Some(kind.into()), tier, ..cell(id) };
        self.ranking.push(RankRow {
            cell_id: cell.cell_id.clone(),
            ranked: true,
            reason: None,
            index: Some(100.0),
            index_weight: 1.0,
            s_quality: None,
            s_attendance: None,
            s_cadence: None,
            s_thematic: None,
            s_participation: None,
            s_plan: None,
            rank: Some(rank),
            rank_peer: None,
            rank_unit: None,
            rank_low: None,
            rank_high: None,
            rank_upper: None,
            weak: false,
            red_flags: 0,
            amber_flags: 0,
        });
        self.cells.push(cell);
        self
    }

    /// With flags of the last cell, which needs support if one of them is red.
    fn flagged(mut self, flags: &[(FlagCode, FlagSeverity)]) -> Self {
        let (cell, rank) = (self.cells.last().unwrap(), self.ranking.last_mut().unwrap());
        let count = |wanted| flags.iter().filter(|it| it.0.counts_for_weak() && it.1 == wanted).count();
        rank.red_flags = i64::try_from(count(Red)).unwrap();
        rank.amber_flags = i64::try_from(count(Amber)).unwrap();
        rank.weak = rank.red_flags > 0;
        let row = |&(code, severity): &_| {
            let cell_id = cell.cell_id.clone();
            FlagRow { cell_id, code, severity, value: None, threshold: None, evidence: String::new() }
        };
        self.flags.extend(flags.iter().map(row));
        self
    }

    /// With the last cell changed.
    fn but(mut self, change: impl FnOnce(&mut CellSummary, &mut RankRow)) -> Self {
        change(self.cells.last_mut().unwrap(), self.ranking.last_mut().unwrap());
        self
    }

    fn rows(&self) -> Vec<SupportRow> {
        let register = Register::of_rows(self.units.clone(), vec![]);
        support(&self.cells, &self.flags, &self.ranking, &self.rules.basis(&register, year_2024(), Lang::Vi))
    }

    fn hosts(&self) -> Vec<String> {
        let hosts = self.rows().into_iter().filter(|row| row.role == SupportRole::Host);
        hosts.map(|row| row.cell_id.to_string()).collect()
    }

    fn supported(&self) -> Vec<SupportRow> {
        self.rows().into_iter().filter(|row| row.role == SupportRole::Supported).collect()
    }

    fn pairs(&self) -> Vec<(String, String)> {
        let host = |row: &SupportRow| row.host_id.as_ref().map_or("–".to_owned(), ToString::to_string);
        self.supported().iter().map(|row| (row.cell_id.to_string(), host(row))).collect()
    }
}

const RED: &[(FlagCode, FlagSeverity)] = &[(MeetingMissed, Red)];

fn named(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(cell, host)| ((*cell).to_owned(), (*host).to_owned())).collect()
}

#[test]
fn each_committee_has_two_attached_hosts_and_the_city_two_base_cells() {
    let city = City::new()
        .cell("A1", "DU", "bản", 3)
        .cell("A2", "DU", "bản", 1)
        .cell("A3", "DU", "bản", 2)
        .cell("B1", "DV", "bản", 5)
        .cell("C1", "TU", "cơ quan", 8)
        .cell("C2", "TU", "cơ quan", 6)
        .cell("C3", "TU", "cơ quan", 7);
    assert_eq!(city.hosts(), ["A2", "A3", "B1", "C2", "C3"]);
    let orders: Vec<_> = city.rows().iter().map(|row| row.order).collect();
    assert_eq!(orders, [1, 2, 3, 4, 5]);
}

#[test]
fn cells_of_a_section_share_the_quota_of_its_committee() {
    let city = City::new().cell("A1", "DU", "bản", 1).cell("S1", "BP", "bản", 2).cell("S2", "BP", "bản", 3);
    assert_eq!(city.hosts(), ["A1", "S1"]);
}

#[test]
fn a_cell_in_doubt_is_no_host() {
    let city = City::new()
        .cell("A1", "DU", "bản", 1)
        .flagged(RED)
        .cell("A2", "DU", "bản", 2)
        .flagged(&[(ScoreGap, Amber)])
        .cell("A3", "DU", "bản", 3)
        .but(|cell, _| cell.quality_upper_n = 2)
        .cell("A4", "DU", "bản", 4)
        .but(|_, rank| (rank.ranked, rank.rank) = (false, None))
        .cell("A5", "DU", "bản", 5)
        .flagged(&[(NotReported, Amber), (FewSpeakers, Amber)]);
    assert_eq!(city.hosts(), ["A5"], "an amber flag or a month its committee did not report is no hindrance");
}

#[test]
fn a_cell_dissolved_during_the_year_hosts_nothing() {
    let mut city = City::new().cell("A1", "DU", "bản", 1).cell("A2", "DU", "bản", 2);
    city.units[4].valid_to = chrono::NaiveDate::from_ymd_opt(2024, 11, 30);
    assert_eq!(city.hosts(), ["A2"]);
}

#[test]
fn the_upper_end_of_the_interval_decides_and_ties_go_by_index_then_code() {
    let city = City::new()
        .cell("A1", "DU", "bản", 1)
        .but(|_, rank| rank.rank_high = Some(9))
        .cell("A2", "DU", "bản", 2)
        .but(|_, rank| rank.rank_high = Some(4))
        .cell("A3", "DU", "bản", 3)
        .but(|_, rank| (rank.rank_high, rank.index) = (Some(4), Some(100.5)));
    assert_eq!(city.hosts(), ["A3", "A2"]);
    let tied = City::new().cell("A3", "DU", "bản", 1).cell("A2", "DU", "bản", 1).cell("A1", "DU", "bản", 1);
    assert_eq!(tied.hosts(), ["A1", "A2"]);
}

#[test]
fn who_carries_on_a_host_of_last_year_has_hosted() {
    let until = |id: &str, last: &str, heir: &str| UnitRow {
        valid_to: last.parse().ok(),
        successor_id: Some(UnitId::new(heir)),
        ..unit(id, Tier::AttachedCell, "DU")
    };
    let mut city = City::new().cell("A1", "DU", "bản", 1).cell("A2", "DU", "bản", 2).cell("A3", "DU", "bản", 3);
    city.units.extend([until("OLD", "2024-03-31", "MID"), until("MID", "2024-12-10", "A1")]);
    let of = |year: i32, role: SupportRole| ModelMeeting { year, cell_id: UnitId::new("OLD"), role };
    let hosts = |part: ModelMeeting| -> Vec<String> {
        let register = Register::of_rows(city.units.clone(), vec![]).with_model_meetings(vec![part]);
        let basis = Basis { exclude_last_hosts: true, ..city.rules.basis(&register, year_2024(), Lang::Vi) };
        let rows = support(&city.cells, &city.flags, &city.ranking, &basis);
        rows.into_iter().map(|row| row.cell_id.to_string()).collect()
    };
    assert_eq!(hosts(of(2023, SupportRole::Host)), ["A2", "A3"]);
    assert_eq!(hosts(of(2022, SupportRole::Host)), ["A1", "A2"]);
    assert_eq!(hosts(of(2023, SupportRole::Supported)), ["A1", "A2"]);
}

#[test]
fn the_greatest_need_goes_first_and_hardship_on_ties() {
    let two = &[(MeetingMissed, Red), (FewSpeakers, Amber)];
    let city = City::new()
        .cell("A1", "DU", "bản", 5)
        .flagged(RED)
        .cell("A2", "DU", "bản", 5)
        .flagged(RED)
        .but(|cell, _| cell.hardship = true)
        .cell("A3", "DU", "bản", 6)
        .flagged(RED)
        .cell("A4", "DU", "bản", 1)
        .flagged(two)
        .cell("A5", "DU", "bản", 2)
        .flagged(&[(ThematicShort, Red), (MeetingMissed, Red)])
        .cell("A6", "DU", "bản", 9)
        .flagged(RED)
        .but(|_, rank| rank.rank_low = Some(4));
    let order: Vec<_> = city.supported().iter().map(|row| row.cell_id.to_string()).collect();
    assert_eq!(order, ["A5", "A4", "A3", "A2", "A1", "A6"]);
}

#[test]
fn a_host_is_of_the_same_type_and_in_the_same_committee_first() {
    let city = City::new()
        .cell("A1", "DU", "bản", 1)
        .cell("B1", "DV", "bản", 2)
        .cell("B2", "DV", "y tế", 3)
        // same type in both committees; a type only the other committee hosts; a type nobody hosts; neither
        .cell("A6", "DU", "bản", 23)
        .flagged(RED)
        .cell("A7", "DU", "y tế", 22)
        .flagged(RED)
        .cell("B8", "DV", "cơ quan", 21)
        .flagged(RED)
        .cell("C9", "TU", "cơ quan", 20)
        .flagged(RED);
    assert_eq!(city.pairs(), named(&[("A6", "A1"), ("A7", "B2"), ("B8", "B1"), ("C9", "–")]));
    let same = |row: &SupportRow| (row.same_type, row.same_committee);
    assert_eq!(
        city.supported().iter().map(same).collect::<Vec<_>>(),
        [(Some(true), Some(true)), (Some(true), Some(false)), (Some(false), Some(true)), (None, None)]
    );
}

#[test]
fn guests_are_spread_evenly_over_the_hosts() {
    let mut city = City::new().cell("A1", "DU", "bản", 1).cell("A2", "DU", "bản", 2);
    for (id, rank) in [("A3", 14), ("A4", 13), ("A5", 12), ("A6", 11)] {
        city = city.cell(id, "DU", "bản", rank).flagged(RED);
    }
    // A guest from elsewhere comes to the one with fewer guests, and the next one knows.
    city = city.cell("B7", "DV", "bản", 10).flagged(RED).cell("B8", "DV", "bản", 9).flagged(RED);
    let expected = [("A3", "A1"), ("A4", "A2"), ("A5", "A1"), ("A6", "A2"), ("B7", "A1"), ("B8", "A2")];
    assert_eq!(city.pairs(), named(&expected));
}

#[test]
fn reasons_are_the_flags_that_count_and_thematic_ones_alone_ask_for_a_thematic_meeting() {
    let thematic = &[(ThematicShort, Red), (PlanMissing, Amber), (NotReported, Amber)];
    let city = City::new()
        .cell("A1", "DU", "bản", 1)
        .cell("B1", "DV", "bản", 2)
        .cell("B2", "DV", "bản", 9)
        .flagged(thematic)
        .cell("A2", "DU", "bản", 8)
        .flagged(&[(MeetingMissed, Red), (ThematicShort, Amber)]);
    let kinds: Vec<_> = city.rows().iter().map(|row| (row.cell_id.to_string(), row.meeting_kind)).collect();
    let (thematic, regular) = (Some(MeetingKind::Thematic), Some(MeetingKind::Regular));
    // Need: one red and one amber each, so the lower rank goes first. A host shows what all of its guests need.
    assert_eq!(
        kinds,
        [("A1".into(), regular), ("B1".into(), thematic), ("B2".into(), thematic), ("A2".into(), regular)]
    );
    let reasons: Vec<_> = city.rows().into_iter().map(|row| row.reason_codes).collect();
    assert_eq!(reasons, ["", "", "THEMATIC_SHORT;PLAN_MISSING", "MEETING_MISSED;THEMATIC_SHORT"]);
}

#[test]
fn the_focus_is_the_group_with_the_largest_loss() {
    let of = |lost| focus(Some(lost));
    assert_eq!(of("chuẩn bị:0.5;tổ chức: nội dung:3.25;kết thúc:1"), Some("tổ chức: nội dung".into()));
    assert_eq!(of("a:2;b:2"), Some("a".into()));
    assert_eq!(of("a:0;b:-1.5"), None);
    assert_eq!(focus(None), None);
}

#[test]
fn the_order_of_cells_changes_nothing() {
    let mut city = City::new()
        .cell("A1", "DU", "bản", 1)
        .cell("A2", "DU", "bản", 1)
        .cell("A3", "DU", "bản", 7)
        .flagged(RED)
        .cell("A4", "DU", "bản", 7)
        .flagged(RED);
    let rows = city.rows();
    city.cells.reverse();
    city.ranking.reverse();
    assert_eq!(city.rows(), rows);
}
