//! Model meetings: which cells could host one, and which cells would go to see whose.

use super::Name;
use crate::judge::FlagCode;
use crate::lake::proposals::SupportRow;
use crate::lake::schema::RankRow;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::window;
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::View;
use crate::report::wording;
use crate::terms::{MeetingKind, SupportRole};

const GRID: [f64; 8] = [5.0, 30.0, 30.0, 13.0, 14.0, 34.0, 14.0, 30.0];

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let lang = view.lang();
    let mut canvas = Canvas::new(view, Name::Models.tab(lang), GRID.to_vec()).wide();
    canvas.sheet.tab = Some(Colour::AccentSoft);
    let span = window(lang, view.figures.window);
    canvas.heading(
        view.pick("Sinh hoạt mẫu: đề xuất chủ trì và chi bộ được hỗ trợ", "Model meetings: hosts and cells to support"),
        &view.pick(format!("Theo số liệu {span}"), format!("By the figures of {span}")),
    );
    canvas.note(view.pick(
        "Đề xuất để cấp ủy lựa chọn. Chi bộ chủ trì: trong số chi bộ của đơn vị không thuộc diện cần hỗ trợ, điểm số không có điều cần hỏi lại, được cấp trên chấm đủ số tháng, là những chi bộ có đầu kém hơn của khoảng thứ hạng tốt nhất, theo hạn mức mỗi đơn vị; đơn vị nhỏ thì chi bộ tốt nhất chưa hẳn ở gần đầu bảng chung. Chi bộ được hỗ trợ đi dự ở chi bộ cùng loại hình nếu có, trước hết trong cùng đơn vị; cột “Dự tại” ghi rõ chỗ khác loại hình.",
        "Proposals for the committee to choose from. Hosts are, by the quota of each committee, those with the best upper end of the rank interval among its cells that need no support, raise no question about their scores and were scored from above in enough months; the best of a committee need not stand near the top of all. Cells to support go to a host of their type where there is one, in their committee first; “Goes to” says where the type differs.",
    ));
    let rows = &view.figures.proposals.support;
    let of = |role: SupportRole| rows.iter().filter(move |row| row.role == role);
    canvas.section(view.pick("1. Chi bộ đề xuất chủ trì", "1. Proposed hosts"));
    hosts(&mut canvas, view, &of(SupportRole::Host).collect::<Vec<_>>());
    canvas.gap();
    canvas.section(view.pick("2. Chi bộ được hỗ trợ và nơi dự", "2. Cells to support, and where they go"));
    supported(&mut canvas, view, &of(SupportRole::Supported).collect::<Vec<_>>());
    canvas.finish()
}

fn hosts(canvas: &mut Canvas, view: &View<'_>, rows: &[&SupportRow]) {
    let table = Table::new(vec![
        Column::new(view.pick("TT", "No."), Look::Whole),
        Column::new(view.pick("Chi bộ", "Cell"), Look::Text),
        Column::new(view.pick("Đơn vị quản lý", "Committee"), Look::Text),
        Column::new(view.pick("Loại hình", "Type"), Look::Text),
        Column::new(view.pick("Thứ hạng (khoảng)", "Rank (interval)"), Look::Centre),
        Column::new(view.pick("Loại buổi", "Kind of meeting"), Look::Text),
        Column::new(view.pick("Tháng cấp trên chấm", "Months scored from above"), Look::Whole),
        Column::new(view.pick("Ghi chú", "Remark"), Look::Text),
    ]);
    canvas.main_head(&table, 2);
    for row in rows {
        let Some(cell) = view.cell(&row.cell_id) else { continue };
        let guests = view.figures.proposals.support.iter().filter(|it| it.host_id.as_ref() == Some(&row.cell_id));
        let guests = guests.count();
        let values: Vec<Value> = vec![
            row.order.into(),
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            view.type_name(cell.cell_type.as_deref()).into(),
            view.rank(&row.cell_id).map(place).into(),
            row.meeting_kind.map(|kind| meeting(view, kind)).into(),
            cell.quality_upper_n.into(),
            view.pick(format!("{guests} chi bộ đến dự"), format!("cells that come: {guests}")).into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    if rows.is_empty() {
        canvas.band(view.pick("Không có chi bộ nào đủ điều kiện", "No cell meets the conditions"));
    }
}

fn supported(canvas: &mut Canvas, view: &View<'_>, rows: &[&SupportRow]) {
    let table = Table::new(vec![
        Column::new(view.pick("TT", "No."), Look::Whole),
        Column::new(view.pick("Chi bộ", "Cell"), Look::Text),
        Column::new(view.pick("Đơn vị quản lý", "Committee"), Look::Text),
        Column::new(view.pick("Loại hình", "Type"), Look::Text),
        Column::new(view.pick("Thứ hạng (khoảng)", "Rank (interval)"), Look::Centre),
        Column::new(view.pick("Lý do; trọng tâm", "Reasons; focus"), Look::Text),
        Column::new(view.pick("Loại buổi", "Kind of meeting"), Look::Text),
        Column::new(view.pick("Dự tại", "Goes to"), Look::Text),
    ]);
    canvas.head(&table);
    for row in rows {
        let Some(cell) = view.cell(&row.cell_id) else { continue };
        let values: Vec<Value> = vec![
            row.order.into(),
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            view.type_name(cell.cell_type.as_deref()).into(),
            view.rank(&row.cell_id).map(place).into(),
            reasons(view, row).into(),
            row.meeting_kind.map(|kind| meeting(view, kind)).into(),
            host(view, row).into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    if rows.is_empty() {
        canvas.band(view.pick("Không có chi bộ nào", "None"));
    }
}

/// `12 (5–31)`
pub(in crate::report) fn place(rank: &RankRow) -> String {
    let place = rank.rank.map_or_else(|| "—".to_owned(), |place| place.to_string());
    let interval = rank.rank_low.zip(rank.rank_high).map(|(low, high)| format!(" ({low}–{high})"));
    place + &interval.unwrap_or_default()
}

fn reasons(view: &View<'_>, row: &SupportRow) -> String {
    let codes = row.reason_codes.split(';').filter_map(FlagCode::from_word);
    let reasons: Vec<&str> = codes.map(|code| wording::flag(code, view.lang())).collect();
    let focus = row.focus.as_ref().map(|code| format!(" · {}", view.criterion(code)));
    reasons.join("; ") + &focus.unwrap_or_default()
}

fn meeting(view: &View<'_>, kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Regular => view.pick("thường kỳ", "regular"),
        MeetingKind::Thematic => view.pick("chuyên đề", "thematic"),
    }
}

fn host(view: &View<'_>, row: &SupportRow) -> String {
    let Some(host) = row.host_id.as_ref().and_then(|id| view.cell(id)) else {
        let none = "chưa có chi bộ chủ trì cùng loại hình hoặc cùng đơn vị";
        return view.pick(none, "no host of its type or committee").to_owned();
    };
    let above = view.above(host);
    let apart = match (row.same_type, row.same_committee) {
        (Some(false), _) => view.pick("; khác loại hình", "; of another type"),
        _ => "",
    };
    if row.same_committee == Some(true) {
        format!("{}{apart}", host.cell_name)
    } else {
        format!("{} ({above}){apart}", host.cell_name)
    }
}
