//! How the figures were made: formulas, weights, and the thresholds in force with their dates.

use std::collections::BTreeMap;

use super::{Name, ranking, thresholds};
use crate::judge::FlagCode;
use crate::remap::Map;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{count, decimal, month_slash, short, short_percent, tally, window};
use crate::report::plan::{Place, Sheet, Value};
use crate::report::style::Style;
use crate::report::view::View;
use crate::report::wording;
use crate::rules::index::Component;
use crate::rules::rubric::{Rubric, Trap};

/// Where the weights of the components stand on this sheet.
#[derive(Debug, Default)]
pub(in crate::report) struct Weights {
    places: BTreeMap<Component, Place>,
}

impl Weights {
    /// The place of a component's weight.
    pub(in crate::report) fn get(&self, component: Component) -> Option<Place> {
        self.places.get(&component).cloned()
    }
}

/// The sheet, and where the weights stand on it.
pub(in crate::report) fn sheet(view: &View<'_>) -> (Sheet, Weights) {
    let mut canvas = Canvas::new(view, Name::Method.tab(view.lang()), vec![32.0, 12.0, 12.0, 13.0, 38.0, 52.0]).wide();
    let span = window(view.lang(), view.figures.window);
    canvas.heading(
        view.pick("Phương pháp tính và quy định áp dụng", "Method and rules in force"),
        &view.pick(format!("Áp dụng cho số liệu {span}"), format!("Applied to the figures of {span}")),
    );
    canvas.paragraph(wording::proposes_only(view.lang()), Style::PLAIN.bold());
    if view.figures.map == Map::Today {
        todays_map(&mut canvas, view);
    }
    canvas.skip(1);
    formulas(&mut canvas, view);
    canvas.skip(1);
    dated_rules(&mut canvas, view);
    canvas.skip(1);
    flags(&mut canvas, view);
    canvas.skip(1);
    let weights = index(&mut canvas, view);
    canvas.skip(1);
    limits(&mut canvas, view);
    (canvas.finish(), weights)
}

/// How history came onto today's map, and how much of it could not.
fn todays_map(canvas: &mut Canvas, view: &View<'_>) {
    canvas.note(view.pick(
        "Số liệu các tháng trước được dồn về tổ chức hiện nay: số lượt được cộng, tỷ lệ tính lại từ tổng; điểm, mức, thời lượng của các chi bộ đã nhập một không lấy bình quân mà bỏ trống. Chi bộ bàn giao giữa tháng lấy theo báo cáo của chi bộ kế thừa.",
        "Earlier months are told under today's organisations: counts are summed, rates computed anew from the sums; scores, grades and durations of cells that became one stay only where they are the same, and are never averaged. Of a cell handed over within a month the successor's report stands.",
    ));
    let notes = &view.figures.map_notes;
    let silent = tally(notes.iter().filter(|note| note.silent.is_some()));
    let left_out = tally(notes.iter().filter(|note| note.left_out.is_some()));
    let merged = tally(notes.iter().filter(|note| note.merged_from.contains(';')));
    let [merged, silent, left_out] = [merged, silent, left_out].map(|number| count(view.lang(), number));
    canvas.note(&view.pick(
        format!(
            "Theo tổ chức hiện nay có {merged} lượt chi bộ-tháng được gộp; {silent} lượt thiếu báo cáo của chi bộ cũ, {left_out} có số liệu không gộp được (bảng map_notes ghi từng tháng)."
        ),
        format!(
            "On today's map {merged} cell-months are merged; {silent} lack the report of a former cell, {left_out} have fields that could not be merged (the table map_notes names each)."
        ),
    ));
}

fn pairs(canvas: &mut Canvas, view: &View<'_>, rows: Vec<(String, String)>) {
    let table = Table::new(vec![
        Column::new(view.pick("Số liệu", "Figure"), Look::Text),
        Column::new(view.pick("Cách tính, quy định", "Formula, rule"), Look::Text).over(5),
    ]);
    canvas.head(&table);
    for (name, text) in rows {
        canvas.row(&table, vec![name.into(), text.into()], Tone::Plain);
    }
}

fn formulas(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(view.pick("1. Cách tính", "1. Formulas"));
    let rows = [
        (
            view.pick("Tỷ lệ dự sinh hoạt", "Attendance"),
            view.pick(
                "Tổng lượt có mặt / tổng lượt phải dự của các tháng có họp. Phải dự: theo biểu, nếu biểu không ghi thì bằng tổng số đảng viên trừ miễn sinh hoạt, làm nhiệm vụ đặc biệt, sinh hoạt tạm thời nơi khác.",
                "Σ present / Σ due over held months. Due: as stated, else members less exempt, on special duty and attending elsewhere.",
            ),
        ),
        (
            view.pick("Khoảng 95%", "95% interval"),
            view.pick(
                "Khoảng tin cậy Wilson của tỷ lệ dự. Cách tính coi các lượt dự là độc lập với nhau, thực tế không hẳn như vậy (vắng thường lặp lại ở một số đảng viên), nên khoảng thật rộng hơn.",
                "Wilson interval of attendance. It takes member-meetings as independent, which they are not (the same few people tend to be absent), so the true interval is wider.",
            ),
        ),
        (
            view.pick("Điểm chính thức", "Official score"),
            view.pick(
                "Điểm cấp trên chấm; tháng cấp trên không chấm thì lấy điểm tự chấm.",
                "The upper score; in months without one the self score.",
            ),
        ),
        (
            view.pick("Sinh hoạt chuyên đề", "Thematic meetings"),
            view.pick(
                "Số quý có sinh hoạt chuyên đề / số quý phải có, ở các chi bộ có biểu ghi sinh hoạt chuyên đề.",
                "Quarters with a thematic meeting / quarters expected, of cells whose sheets tell of them.",
            ),
        ),
        (
            view.pick("Cấp trên dự", "Supervision"),
            view.pick(
                "Số tháng có người dự / số tháng phải có người dự, tính theo quý và theo phân công trong danh mục.",
                "Months visited / months required, by quarter and by the register's assignments.",
            ),
        ),
        (
            view.pick("Tỷ lệ phát biểu", "Speaking"),
            view.pick(
                "Tổng số đảng viên phát biểu / tổng số có mặt của các tháng có ghi số phát biểu.",
                "Σ speakers / Σ present over months that state speakers.",
            ),
        ),
    ];
    pairs(canvas, view, rows.map(|(name, text)| (name.to_owned(), text.to_owned())).into());
}

fn dated_rules(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(view.pick("2. Quy định theo thời gian", "2. Dated rules"));
    canvas.note(view.pick(
        "Một quy định áp dụng cho tháng nào nếu có hiệu lực chậm nhất vào ngày đầu tháng đó.",
        "A rule is in force for a month if it began on or before the month's first day.",
    ));
    let mut rows = thresholds::dated(view, view.figures.window.last());
    let mut before: Option<String> = None;
    for month in &view.figures.months {
        let text = grade_limits(view, [month.grade_good_from, month.grade_fair_from, month.grade_average_from]);
        if before.as_ref() != Some(&text) {
            let since = month_slash(month.period);
            let line = view.pick(format!("từ tháng {since}: {text}"), format!("from {since}: {text}"));
            rows.push((view.pick("Mức theo điểm", "Grades").to_owned(), line));
            before = Some(text);
        }
    }
    rows.extend(rubrics(view).into_iter().map(|line| (view.pick("Bảng điểm", "Rubric").to_owned(), line)));
    pairs(canvas, view, rows);
}

/// Every rubric: how many cell-months it graded, what of it was not seen, and which traps of the document are known.
fn rubrics(view: &View<'_>) -> Vec<String> {
    let mut graded: BTreeMap<&str, i64> = BTreeMap::new();
    for month in view.figures.cell_months.iter().filter(|month| month.official_grade.is_some()) {
        *graded.entry(&month.rubric).or_default() += 1;
    }
    let months_of = |rubric: &Rubric| graded.get(rubric.name.as_str()).copied().unwrap_or(0);
    let mut rubrics: Vec<&Rubric> = view.options.rules.rubrics.all().collect();
    rubrics.sort_by_key(|rubric| std::cmp::Reverse(months_of(rubric)));
    rubrics.into_iter().map(|rubric| told(view, rubric, months_of(rubric))).collect()
}

fn told(view: &View<'_>, rubric: &Rubric, months: i64) -> String {
    let lang = view.lang();
    let months = match months {
        0 if !rubric.scope.is_empty() && !view.figures.units.iter().any(|unit| rubric.names(unit)) => {
            let scope = rubric.scope.join("; ");
            view.pick(
                format!("chỉ cho {scope}, không có trong danh mục"),
                format!("only for {scope}: not in the register"),
            )
        }
        0 => view.pick("không xếp mức tháng nào của kỳ này", "graded no month of this window").to_owned(),
        months => {
            let months = count(lang, months);
            view.pick(format!("xếp mức {months} lượt chi bộ-tháng"), format!("graded {months} cell-months"))
        }
    };
    let trap = |trap: &Trap| {
        let (what, kind) = (&trap.what, trap.kind.named(lang));
        view.pick(
            format!("Văn bản có chỗ hở, chỗ trùng: {what} ({kind})."),
            format!("The document has a trap: {what} ({kind})."),
        )
    };
    let mut sentences = vec![format!("{}: {months}.", rubric.name)];
    if !rubric.scope.is_empty() && view.figures.units.iter().any(|unit| rubric.names(unit)) {
        sentences.extend(particular(view, rubric));
    }
    sentences.extend(rubric.unseen.clone());
    sentences.extend(rubric.traps.iter().map(trap));
    sentences.join(" ")
}

/// What a rubric of some organisations asks, where the general one does not.
fn particular(view: &View<'_>, rubric: &Rubric) -> Vec<String> {
    let lang = view.lang();
    let cuts = rubric.grades;
    let since = rubric.valid_from.map(|from| from.format("%d/%m/%Y").to_string());
    let since = since.map_or_else(String::new, |day| view.pick(format!(", từ {day}"), format!(", since {day}")));
    let scope = rubric.scope.join("; ");
    let mut told = vec![view.pick(format!("Cho {scope}{since}."), format!("For {scope}{since}."))];
    told.push(grade_limits(view, [cuts.good_from, cuts.fair_from, cuts.average_from]) + ".");
    told.extend(rubric.gates.iter().map(|gate| {
        let groups: Vec<&str> = gate.full_points.iter().map(|code| view.criterion(code)).collect();
        let (grade, otherwise) = (wording::grade(gate.grade, lang), wording::grade(gate.otherwise, lang));
        let groups = groups.join(", ").to_lowercase();
        view.pick(
            format!("Mức {grade} cần đủ điểm về: {groups}; thiếu thì xếp {otherwise}."),
            format!("{grade} needs full points on: {groups}; without them it is {otherwise}."),
        )
    }));
    if rubric.rescale {
        told.push(
            view.pick(
                "Tháng không có chuyên đề xét mức trên số điểm có thể đạt.",
                "A month without a thematic meeting is graded out of the points it can reach.",
            )
            .to_owned(),
        );
    }
    told
}

fn grade_limits(view: &View<'_>, limits: [f64; 3]) -> String {
    let [good, fair, average] = limits.map(|limit| short(view.lang(), limit));
    view.pick(
        format!("Tốt từ {good} điểm, Khá từ {fair}, Trung bình từ {average}, Kém dưới {average}"),
        format!("good from {good} points, fair from {fair}, average from {average}, poor under {average}"),
    )
}

fn flags(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(view.pick("3. Dấu hiệu và ngưỡng", "3. Flags and thresholds"));
    let rules = &view.options.rules.flags.thresholds;
    let (ambers, held) = (rules.ambers_for_weak, rules.months_held_for_red);
    canvas.note(&view.pick(
        format!(
            "Chi bộ cần quan tâm, hỗ trợ: có dấu hiệu đỏ, hoặc từ {ambers} dấu hiệu vàng, trong các dấu hiệu có tính. Dấu hiệu đỏ phải đạt cả điều kiện vàng; dấu hiệu về dự họp, vắng không lý do, thời lượng, phát biểu chỉ đỏ khi có từ {held} tháng họp."
        ),
        format!(
            "A cell needs support with any red flag or at least {ambers} amber ones among those that count. Red also needs the amber condition; attendance, unexcused absence, duration and speakers are red only with at least {held} held months."
        ),
    ));
    let table = Table::new(vec![
        Column::new(view.pick("Dấu hiệu", "Flag"), Look::Text),
        Column::new(view.pick("Có tính", "Counts"), Look::Centre),
        Column::new(view.pick("Vàng", "Amber"), Look::Text).over(3),
        Column::new(view.pick("Đỏ", "Red"), Look::Text),
    ]);
    canvas.head(&table);
    for code in FlagCode::ALL.iter().filter(|code| !view.options.silent.contains(code)) {
        let (amber, red) = thresholds::of(view, *code);
        let counted = if code.counts_for_weak() { view.pick("có", "yes") } else { view.pick("không", "no") };
        let name = wording::flag(*code, view.lang());
        canvas.row(&table, vec![name.into(), counted.into(), amber.into(), red.into()], Tone::Plain);
    }
    if view.options.silent.is_empty() {
        return;
    }
    let silent: Vec<_> =
        view.options.silent.iter().map(|code| wording::flag(*code, view.lang()).to_lowercase()).collect();
    let silent = silent.join("; ");
    canvas.paragraph(
        &view.pick(
            format!("Kỳ này không xét được vì các biểu không có số liệu: {silent}."),
            format!("Not judged this time, since no sheet has the data: {silent}."),
        ),
        Style::PLAIN.bold(),
    );
}

fn index(canvas: &mut Canvas, view: &View<'_>) -> Weights {
    let lang = view.lang();
    let rules = &view.options.rules.index;
    canvas.section(view.pick("4. Chỉ số và xếp thứ tự", "4. Index and ranking"));
    canvas.note(view.pick(
        "Chỉ số = tổng (trọng số × điểm thành phần) / tổng trọng số của các thành phần chi bộ có số liệu. Điểm thành phần theo mốc cố định, nên điểm của một chi bộ không phụ thuộc chi bộ khác. Tỷ lệ cấp trên dự không tính vào chỉ số.",
        "Index = Σ weight × score / Σ weight over the components a cell has. Scores follow fixed goalposts, so one cell's score never depends on another's. Supervision coverage is no part of it.",
    ));
    let table = Table::new(vec![
        Column::new(view.pick("Thành phần", "Component"), Look::Text),
        Column::new(view.pick("Trọng số", "Weight"), Look::Fine),
        Column::new(view.pick("Mốc 0 điểm", "0 at"), Look::Fine),
        Column::new(view.pick("Mốc 100 điểm", "100 at"), Look::Fine),
        Column::new(view.pick("Tính từ", "Made of"), Look::Text).over(2),
    ]);
    canvas.head(&table);
    let mut weights = Weights::default();
    for component in Component::ALL {
        let sheet = Some(Name::Method.tab(lang).to_owned());
        weights.places.insert(*component, Place { sheet, row: canvas.row, column: 1 });
        let goalposts = rules.components.get(*component);
        let values: Vec<Value> = vec![
            wording::component(*component, lang).into(),
            goalposts.weight.into(),
            goalposts.zero_at.into(),
            goalposts.hundred_at.into(),
            made_of(view, *component).into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    canvas.note(live_note(view));
    let ranked = rules.ranked;
    let (reporting, weight) =
        (short_percent(lang, ranked.reporting_rate_at_least), decimal(lang, ranked.index_weight_at_least, 2));
    let (scored, half) = (ranked.quality_n_at_least, short_percent(lang, ranked.quality_share_at_least));
    canvas.note(&view.pick(
        format!(
            "Được xếp thứ tự: tỷ lệ báo cáo từ {reporting}; có điểm từ {scored} tháng và từ {half} số tháng họp; trọng số có số liệu từ {weight}; có số phải dự. Chi bộ còn lại ghi “chưa đủ số liệu” kèm lý do."
        ),
        format!(
            "Ranked: reporting rate from {reporting}; scores in at least {scored} months and {half} of the held ones; weight with data from {weight}; some member due. The others are listed with the reason."
        ),
    ));
    if view.has_intervals() {
        interval(canvas, view);
    }
    weights
}

/// Whether the ranking follows a changed weight.
fn live_note(view: &View<'_>) -> &'static str {
    if view.ranked().len() > ranking::MOST_FORMULAS {
        view.pick(
            "Trang “Xếp thứ tự” có quá nhiều chi bộ nên ghi chỉ số, thứ hạng là giá trị: đổi trọng số ở đây không tính lại.",
            "The sheet “Ranking” has too many cells for formulas: its indices and ranks are values and do not follow a weight changed here.",
        )
    } else {
        view.pick(
            "Chỉ số và thứ hạng chung ở trang “Xếp thứ tự” của sổ cả năm là công thức: đổi trọng số ở đây thì tính lại ngay. Các thứ hạng khác ở trang đó giữ nguyên.",
            "Index and overall rank on the sheet “Ranking” of the year's workbook are formulas: they follow a weight changed here at once. The other ranks there stay.",
        )
    }
}

/// How the interval of a rank was drawn, with every setting.
fn interval(canvas: &mut Canvas, view: &View<'_>) {
    let (rules, lang) = (view.options.rules.index.interval, view.lang());
    let draws = count(lang, i64::try_from(rules.draws).unwrap_or(i64::MAX));
    let (low, high) = (short_percent(lang, rules.low), short_percent(lang, rules.high));
    let [concentration, effect, months] =
        [rules.weight_concentration, rules.design_effect, rules.prior_months].map(|it| decimal(lang, it, 0));
    let peers = if rules.shrink_to_peers {
        let least = rules.peers_at_least;
        view.pick(
            format!("; số liệu ít được kéo về bình quân nhóm so sánh (nhóm dưới {least} chi bộ: về toàn bộ)"),
            format!("; where figures are few they lean on the peer group (under {least} cells: on all cells)"),
        )
    } else {
        String::new()
    };
    canvas.note(&view.pick(
        format!(
            "Khoảng thứ hạng: phân vị {low} và {high} qua {draws} lần rút (số gốc {}), nới ra cho chứa cả thứ hạng tính được. Mỗi lần rút lại trọng số theo phân phối Dirichlet({concentration} × trọng số), tỷ lệ theo phân phối beta với {effect} lượt dự họp tính như một lượt độc lập, điểm bình quân theo phân phối t với độ dao động lấy thêm từ nhóm so sánh, nặng bằng {months} tháng{peers}.",
            rules.seed
        ),
        format!(
            "Rank interval: percentiles {low} and {high} over {draws} draws (seed {}), widened to hold the computed rank. Each draw takes weights from Dirichlet({concentration} × weight), shares from beta distributions in which {effect} member-meetings count as one independent one, mean scores from t distributions whose spread leans on the peers with a weight of {months} months{peers}.",
            rules.seed
        ),
    ));
}

fn made_of(view: &View<'_>, component: Component) -> &'static str {
    match component {
        Component::Quality => view.pick("điểm chính thức trung bình", "mean official score"),
        Component::Attendance => view.pick("tỷ lệ dự sinh hoạt", "attendance"),
        Component::Cadence => view.pick("số tháng có họp / số tháng có báo cáo", "months held / months reported"),
        Component::Thematic => {
            view.pick("số quý có chuyên đề / số quý phải có", "thematic quarters / quarters expected")
        }
        Component::Participation => view.pick("tỷ lệ phát biểu", "share of speakers"),
        Component::Plan => view.pick(
            "có kế hoạch chuyên đề năm (nơi có thu kế hoạch)",
            "a thematic plan was submitted (where plans were collected)",
        ),
    }
}

fn limits(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(view.pick("5. Giới hạn của số liệu", "5. Limits"));
    for text in [
        view.pick(
            "Số liệu do đơn vị tự báo cáo. Dấu hiệu về chấm điểm (tự chấm cao, điểm không đổi, điểm mâu thuẫn) là câu hỏi cần xem lại, không tính vào chỉ số và không làm chi bộ thuộc diện cần hỗ trợ.",
            "Figures are the units' own. Signals about scoring are questions to ask: they are no part of the index and make no cell need support.",
        ),
        view.pick(
            "Chưa báo cáo và cấp trên dự chưa đủ là việc của cấp ủy quản lý, không tính cho chi bộ.",
            "Missing reports and too few visits are the committee's matter and do not count against the cell.",
        ),
        view.pick(
            "Ô trống trong bảng nghĩa là không có số liệu, không phải số 0.",
            "An empty cell means no data, not zero.",
        ),
    ] {
        canvas.paragraph(&format!("– {text}"), Style::PLAIN);
    }
}
