//! Followers, distributions, submissions and findings of the example.

use super::*;

pub(super) fn followers((id, _): &(&str, &str)) -> Vec<FollowerSummary> {
    [("Bí thư Đảng ủy", 3, 36, 35), ("Phó Bí thư Thường trực Đảng ủy", 3, 36, 30), ("Đảng ủy viên", 2, 24, 11)]
        .map(|(role, cells, required, attended)| FollowerSummary {
            unit_id: Some(UnitId::new(id)),
            role: role.to_owned(),
            cells,
            required,
            attended,
            coverage: Some(float(attended) / float(required)),
        })
        .into()
}

pub(super) fn distribution(figures: &Figures) -> Vec<DistributionRow> {
    let mut rows = Vec::new();
    for scorer in [Scorer::Official, Scorer::Own, Scorer::Upper] {
        for bin in 0..20_u32 {
            let (low, high) = (f64::from(bin * 5), f64::from(bin * 5 + 5));
            let inside = |score: f64| (low..high).contains(&score) || (bin == 19 && score >= 100.0);
            let score = |row: &&CellMonth| match scorer {
                Scorer::Official => row.official_score,
                Scorer::Own => row.self_score,
                Scorer::Upper => row.upper_score,
            };
            let count = figures.cell_months.iter().filter(|row| score(row).is_some_and(inside)).count();
            rows.push(DistributionRow {
                scope: Scope::All,
                key: "ALL".to_owned(),
                scorer,
                kind: DistributionKind::Bin,
                low,
                high: Some(high),
                count: Some(i64::try_from(count).unwrap()),
                value: None,
            });
        }
    }
    for (place, (id, _)) in UNITS.iter().chain(&[("ALL", "")]).enumerate() {
        for probability in [0.05, 0.25, 0.5, 0.75, 0.95] {
            rows.push(DistributionRow {
                scope: if *id == "ALL" { Scope::All } else { Scope::Unit },
                key: (*id).to_owned(),
                scorer: Scorer::Official,
                kind: DistributionKind::Quantile,
                low: probability,
                high: None,
                count: None,
                value: Some(60.0 + probability * 38.0 + spread(place, 9)),
            });
        }
    }
    rows
}

pub(super) fn submissions((id, _): &(&str, &str)) -> Vec<SubmissionRow> {
    let row = |month: u32| {
        let is_lost = month == 7 && *id == "X02";
        SubmissionRow {
            file: format!("{id}/2024-{month:02}/BC_T{month}_tong hop sinh hoat chi bo.xlsx"),
            sha256: "00".repeat(32),
            sheet: format!("T{month}"),
            form: Some("monthly-table".to_owned()),
            unit_id: Some(UnitId::new(id)).filter(|_| !is_lost),
            period: Period::new(2024, month).filter(|_| !is_lost),
            report_date: NaiveDate::from_ymd_opt(2024, month, 28),
            status: if is_lost {
                SubmissionStatus::Unrecognised
            } else if month == 3 {
                SubmissionStatus::Partial
            } else {
                SubmissionStatus::Accepted
            },
            rows_read: 8,
            rows_accepted: if month == 3 { 7 } else { 8 },
            rows_rejected: i64::from(month == 3),
            cells_read: 140,
            cells_used: 96,
            cells_repaired: 9,
            cells_rejected: if month == 3 { 11 } else { 0 },
            cells_layout: if month == 3 { 24 } else { 35 },
            ..blank(&[("status", "accepted")])
        }
    };
    (1..=12).map(row).collect()
}

pub(super) fn findings() -> Vec<FindingRow> {
    let place = |id: &str, month: u32, cell: CellRef| {
        let file = format!("{id}/2024-{month:02}/BC_T{month}_tong hop sinh hoat chi bo.xlsx");
        Place::sheet(file.into(), format!("T{month}").into()).at(cell)
    };
    let mut findings = Vec::new();
    for (row, (id, _)) in (11_u32..).zip(UNITS) {
        let at = |column| place(id, 3, CellRef { row, column });
        findings
            .push(Finding::new(Code::CellUnknown, at(1)).raw("Chi bộ bản Lùng Thàn").value("Chi bộ bản Lùng Thàng"));
        findings.push(
            Finding::new(Code::PresentOverMembers, at(6)).raw("31").value("29").cell(Some(UnitId::new("P01.000"))),
        );
        findings.push(Finding::new(Code::RateDiffers, at(8)).raw("98%").value("96,3%"));
        findings.extend((0..6).map(|_| Finding::new(Code::ValueRepaired, at(9)).raw("8,5").value("8.5")));
    }
    findings.push(
        Finding::new(Code::ScoreOutOfRange, place("P01", 4, CellRef { row: 9, column: 4 })).raw("=CMD()|'/c calc'!A0"),
    );
    findings.iter().map(|finding| finding.row(Lang::Vi)).collect()
}
