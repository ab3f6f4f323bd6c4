//! An explanation as text for people and as objects for programs.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::catalogue::SQL;
use super::sources::Cited;
use super::{Asked, Citation, Explanation, RECIPES, RankFigure, Recipe, RuleFile, words_of};
use crate::judge::FlagCode;
use crate::lake::schema::{CellSummary, FlagRow, MeetingRow};
use crate::lake::table::{Row as _, Scalar};
use crate::lang::Lang;
use crate::report::{numbers, wording};
use crate::terms::SupportRole;

/// Signs of a rule file's version that are shown.
const VERSION: usize = 10;

/// What was asked for, in words.
#[must_use]
pub fn told(explanation: &Explanation, asked: Asked, lang: Lang) -> String {
    let cell = &explanation.summary;
    let mut text = String::new();
    let _ = writeln!(text, "{} — {} ({})", cell.cell_id, cell.cell_name, cell.unit_name.as_deref().unwrap_or_default());
    let (first, last) = (explanation.window.first(), explanation.window.last());
    let _ = writeln!(text, "{} {first} – {last}\n", lang.pick("Kỳ", "Period"));
    match asked {
        Asked::Figure(at) => RECIPES.get(at).into_iter().for_each(|it| figure(&mut text, explanation, it, lang)),
        Asked::Flag(code) => match explanation.flags.iter().find(|flag| flag.code == code) {
            Some(it) => {
                flag(&mut text, explanation, it, lang);
                cites(&mut text, &explanation.citations_of(flag_figures(code)), lang);
            }
            None => {
                let _ = writeln!(text, "{code}: {}", lang.pick("không có dấu hiệu này", "this flag is not raised"));
            }
        },
        Asked::Rank(_) => rank(&mut text, explanation, lang),
        Asked::Everything => everything(&mut text, explanation, lang),
    }
    text
}

fn everything(text: &mut String, explanation: &Explanation, lang: Lang) {
    rank(text, explanation, lang);
    let _ = writeln!(text, "\n{}", lang.pick("DẤU HIỆU", "FLAGS"));
    if explanation.flags.is_empty() {
        let _ = writeln!(text, "  {}", lang.pick("không có", "none"));
    }
    for it in &explanation.flags {
        flag(text, explanation, it, lang);
    }
    proposals(text, explanation, lang);
    let _ = writeln!(text, "\n{}", lang.pick("SỐ LIỆU VÀ CÔNG THỨC", "FIGURES AND FORMULAS"));
    for recipe in RECIPES {
        let (meaning, formula) = words_of(recipe, lang);
        let formula = if formula == meaning { String::new() } else { format!(": {formula}") };
        let value = value(&explanation.summary, recipe.figure, lang);
        let _ = writeln!(text, "  {:<32} {value:<12} {meaning}{formula}", recipe.figure);
    }
    let _ = writeln!(text, "\n{}", lang.pick("NGUỒN SỐ LIỆU THEO THÁNG", "WHERE THE VALUES STAND, BY MONTH"));
    let mut by_period: BTreeMap<&str, Vec<&Citation>> = BTreeMap::new();
    for citation in explanation.sources.values().flatten() {
        by_period.entry(citation.period.as_deref().unwrap_or_default()).or_default().push(citation);
    }
    for (period, citations) in by_period {
        let heading = if period.is_empty() { lang.pick("danh mục", "register") } else { period };
        let _ = writeln!(text, " {heading}");
        for it in citations {
            citation(text, it, lang);
        }
    }
    let _ = writeln!(text, "\n{}", lang.pick("QUY TẮC", "RULES"));
    for file in &explanation.rules {
        let _ = writeln!(text, "  pipelines/{}  {}", file.path, version(file));
    }
    let hint = lang.pick(
        "Xem riêng một số liệu: chibo explain MÃ --period KỲ --figure attendance_rate",
        "One figure alone: chibo explain CODE --period PERIOD --figure attendance_rate",
    );
    let _ = writeln!(text, "\n{hint}");
}

/// What the year proposes for the cell, if it does.
fn proposals(text: &mut String, explanation: &Explanation, lang: Lang) {
    if explanation.suggestion.is_none() && explanation.support.is_none() {
        return;
    }
    let _ = writeln!(text, "\n{}", lang.pick("GỢI Ý, ĐỀ XUẤT", "SUGGESTION AND SUPPORT"));
    if let Some(row) = &explanation.suggestion {
        let _ = writeln!(text, "  {}", row.reason);
        rules(text, explanation, &["year-rules.toml"], lang);
    }
    if let Some(row) = &explanation.support {
        let part = match row.role {
            SupportRole::Host => lang.pick("Đề xuất chủ trì sinh hoạt mẫu", "Proposed host of a model meeting"),
            SupportRole::Supported => lang.pick("Đề xuất được hỗ trợ", "Proposed for support"),
        };
        let host = row.host_id.as_ref().map(|host| lang.pick(format!("; dự tại {host}"), format!("; goes to {host}")));
        let _ = writeln!(text, "  {part} (#{}){} {}", row.order, host.unwrap_or_default(), row.reason_codes);
        rules(text, explanation, &["support.toml"], lang);
    }
}

fn figure(text: &mut String, explanation: &Explanation, recipe: &Recipe, lang: Lang) {
    let (meaning, formula) = words_of(recipe, lang);
    let _ = writeln!(text, "{} = {}", recipe.figure, value(&explanation.summary, recipe.figure, lang));
    let _ = writeln!(text, "  {meaning}");
    let _ = writeln!(text, "  {}: {formula}", lang.pick("công thức", "formula"));
    rules(text, explanation, &[SQL.as_slice(), recipe.rules].concat(), lang);
    cites(text, &explanation.citations(recipe), lang);
    if explanation.citations(recipe).is_empty() {
        let _ = writeln!(text, "  {}", lang.pick("không ô nào cho số liệu này", "no cell states it"));
    }
}

/// Cited cells under a heading per month.
fn cites(text: &mut String, citations: &[&Citation], lang: Lang) {
    for month in citations.chunk_by(|one, next| one.period == next.period) {
        let heading = month.first().and_then(|it| it.period.as_deref());
        let _ = writeln!(text, " {}", heading.unwrap_or(lang.pick("danh mục", "register")));
        for it in month {
            citation(text, it, lang);
        }
    }
}

fn rules(text: &mut String, explanation: &Explanation, paths: &[&str], lang: Lang) {
    for file in explanation.rule_files(paths) {
        let _ = writeln!(text, "  {}: pipelines/{} ({})", lang.pick("quy tắc", "rule"), file.path, version(file));
    }
}

fn version(file: &RuleFile) -> String {
    file.sha256.chars().take(VERSION).collect()
}

/// One cell: what it is, as understood, as written, and where.
fn citation(text: &mut String, citation: &Citation, lang: Lang) {
    let raw = match (&citation.raw, citation.blank) {
        (_, true) => lang.pick("(để trống)", "(blank)").to_owned(),
        (Some(raw), false) => format!("«{}»", crate::text::tidy(raw)),
        (None, false) => lang.pick("(không nhắc lại)", "(not repeated)").to_owned(),
    };
    let _ = writeln!(
        text,
        "    {:<28} {:<14} {raw:<22} {}",
        field_name(&citation.field, lang),
        citation.value,
        citation.place
    );
}

/// A field in words: a column of `meetings`, another cell that is cited, or a title of the register.
fn field_name(field: &str, lang: Lang) -> &str {
    let column = MeetingRow::TABLE.columns.iter().find(|column| column.name == field);
    let other = Cited::from_word(field).map(|cited| match cited {
        Cited::Name => lang.pick("Tên hoặc mã chi bộ", "Name or code of the cell"),
        Cited::ReportDate => lang.pick("Ngày báo cáo", "Date of the report"),
        Cited::VisitDate => lang.pick("Ngày dự sinh hoạt", "Day of the visit"),
        Cited::Topic => lang.pick("Chuyên đề theo kế hoạch", "Planned topic"),
        Cited::ApprovedOn => lang.pick("Ngày duyệt kế hoạch", "Day the plan was approved"),
        Cited::Points => lang.pick("Điểm tiêu chí", "Points of a criterion"),
        Cited::MaxPoints => lang.pick("Điểm tối đa", "Most points"),
    });
    column.map(|column| lang.pick(column.vi, column.en)).or(other).unwrap_or(field)
}

fn flag(text: &mut String, explanation: &Explanation, flag: &FlagRow, lang: Lang) {
    let _ = writeln!(
        text,
        "  {} [{}] {}\n    {}",
        flag.code,
        wording::flag_severity(flag.severity, lang),
        wording::flag(flag.code, lang),
        flag.evidence
    );
    rules(text, explanation, flag_rules(flag.code), lang);
}

/// The figures a flag is judged by.
fn flag_figures(code: FlagCode) -> &'static [&'static str] {
    match code {
        FlagCode::AttendanceLow => &["attendance_rate"],
        FlagCode::UnexcusedAbsence => &["unexcused", "unexcused_due"],
        FlagCode::MeetingMissed => &["months_not_held"],
        FlagCode::ThematicShort => &["thematic_quarters"],
        FlagCode::MeetingShort => &["months_held"],
        FlagCode::FewSpeakers => &["speakers_ratio"],
        FlagCode::QualityLow | FlagCode::QualityFalling => &["quality_mean"],
        FlagCode::PlanMissing => &["plan_quarters"],
        FlagCode::NotReported => &["months_reported"],
        FlagCode::SupervisionGap => &["supervision_coverage"],
        FlagCode::SupervisionNone => &["months_assigned"],
        FlagCode::ScoreGap => &["gap_mean"],
        FlagCode::ScoreConstant => &["self_mean"],
        FlagCode::ScoreContradicts => &["lost_points", "attendance_rate", "thematic_quarters"],
    }
}

/// The rule files a flag goes by.
fn flag_rules(code: FlagCode) -> &'static [&'static str] {
    match code {
        FlagCode::ScoreContradicts => &["flags.toml", "criteria.toml"],
        _ => &["flags.toml"],
    }
}

fn rank(text: &mut String, explanation: &Explanation, lang: Lang) {
    let (rank, ranked) = (&explanation.rank, explanation.ranked);
    let place = |place: Option<i64>| place.map_or_else(|| "—".to_owned(), |place| place.to_string());
    let _ = writeln!(text, "{}", lang.pick("THỨ HẠNG", "RANK"));
    let unranked = rank.reason.as_ref();
    let unranked = unranked.map(|reason| format!("{}: {reason}", lang.pick("Chưa đủ số liệu để xếp", "Not ranked")));
    let standing = unranked.unwrap_or_else(|| {
        let [rank, low, high, peer, unit] =
            [rank.rank, rank.rank_low, rank.rank_high, rank.rank_peer, rank.rank_unit].map(place);
        lang.pick(
            format!("{rank}/{ranked}; khoảng 5–95%: {low}–{high}; trong nhóm loại hình {peer}; trong đơn vị {unit}"),
            format!("{rank} of {ranked}; 5–95% interval {low}–{high}; among peers {peer}; in its committee {unit}"),
        )
    });
    let _ = writeln!(text, "  {standing}");
    let index = rank.index.map_or_else(|| "—".to_owned(), |index| numbers::decimal(lang, index, 4));
    let _ = writeln!(
        text,
        "  {} {index} = Σ {}",
        lang.pick("Chỉ số", "Index"),
        lang.pick("phần trọng số × điểm thành phần", "share of weight × score")
    );
    for row in &explanation.contributions {
        let shown = |value: Option<f64>, places| {
            value.map_or_else(|| "—".to_owned(), |value| numbers::decimal(lang, value, places))
        };
        let _ = writeln!(
            text,
            "    {:<14} {:>8} × {:>8} = {:>8}   ({} {})",
            wording::component(row.component, lang),
            numbers::decimal(lang, row.weight, 4),
            shown(row.score, 4),
            shown(row.points, 4),
            lang.pick("từ số liệu", "from"),
            shown(row.figure, 4)
        );
    }
    if let Some(lift) = &explanation.lift {
        let _ = writeln!(text, "  {}", lift.advice);
    }
    rules(text, explanation, &["index.toml"], lang);
}

/// A figure as people write it.
fn value(summary: &CellSummary, figure: &str, lang: Lang) -> String {
    match scalar(summary, figure) {
        Scalar::Null => "—".to_owned(),
        Scalar::Text(text) => text.to_owned(),
        Scalar::Integer(number) => numbers::count(lang, number),
        Scalar::Float(number) => numbers::decimal(lang, number, 4),
        Scalar::Boolean(truth) => if truth { lang.pick("có", "yes") } else { lang.pick("không", "no") }.to_owned(),
        Scalar::Date(day) => day.format("%d/%m/%Y").to_string(),
    }
}

fn scalar<'a>(summary: &'a CellSummary, figure: &str) -> Scalar<'a> {
    let at = CellSummary::TABLE.columns.iter().position(|column| column.name == figure);
    at.and_then(|at| summary.scalars().get(at).copied()).unwrap_or(Scalar::Null)
}

/// What was asked for, one object a line: every figure, flag and the rank.
#[must_use]
pub fn objects(explanation: &Explanation, asked: Asked, lang: Lang) -> Vec<Value> {
    let cell = explanation.summary.cell_id.as_str();
    let figures =
        RECIPES.iter().enumerate().filter(|(at, _)| matches!(asked, Asked::Everything) || asked == Asked::Figure(*at));
    let mut objects: Vec<Value> = figures.map(|(_, recipe)| figure_object(explanation, recipe, lang)).collect();
    for flag in
        explanation.flags.iter().filter(|it| matches!(asked, Asked::Everything) || asked == Asked::Flag(it.code))
    {
        objects.push(json!({
            "cell_id": cell, "flag": flag.code.word(), "severity": flag.severity.word(), "value": flag.value,
            "threshold": flag.threshold, "evidence": flag.evidence, "figures": flag_figures(flag.code),
            "cites": explanation.citations_of(flag_figures(flag.code)).into_iter().map(citation_object).collect::<Vec<_>>(),
            "rules": rule_objects(explanation, flag_rules(flag.code)),
        }));
    }
    if matches!(asked, Asked::Everything | Asked::Rank(RankFigure::Index | RankFigure::Rank)) {
        let rank = &explanation.rank;
        let contributions = explanation.contributions.iter().map(|row| {
            json!({
                "component": row.component.word(), "figure": row.figure, "score": row.score, "weight": row.weight,
                "points": row.points,
            })
        });
        objects.push(json!({
            "cell_id": cell, "index": rank.index, "index_weight": rank.index_weight, "ranked": rank.ranked,
            "reason": rank.reason, "rank": rank.rank, "rank_low": rank.rank_low, "rank_high": rank.rank_high,
            "rank_peer": rank.rank_peer, "rank_unit": rank.rank_unit, "contributions": contributions.collect::<Vec<_>>(),
            "lift": explanation.lift.as_ref().map(|lift| lift.advice.clone()),
            "rules": rule_objects(explanation, &["index.toml"]),
        }));
    }
    objects
}

fn figure_object(explanation: &Explanation, recipe: &Recipe, lang: Lang) -> Value {
    let value = match scalar(&explanation.summary, recipe.figure) {
        Scalar::Null => Value::Null,
        Scalar::Text(text) => json!(text),
        Scalar::Integer(number) => json!(number),
        Scalar::Float(number) => json!(number),
        Scalar::Boolean(truth) => json!(truth),
        Scalar::Date(day) => json!(day.to_string()),
    };
    let cites: Vec<Value> = explanation.citations(recipe).into_iter().map(citation_object).collect();
    let (meaning, formula) = words_of(recipe, lang);
    json!({
        "cell_id": explanation.summary.cell_id.as_str(), "figure": recipe.figure, "value": value, "meaning": meaning,
        "formula": formula, "rules": rule_objects(explanation, &[SQL.as_slice(), recipe.rules].concat()),
        "cites": cites,
    })
}

fn citation_object(citation: &Citation) -> Value {
    json!({
        "period": citation.period, "field": citation.field, "value": citation.value, "file": &*citation.place.file,
        "sheet": citation.place.sheet.as_deref(), "cell": citation.place.cell.map(|cell| cell.to_string()),
        "raw": citation.raw, "blank": citation.blank,
    })
}

fn rule_objects(explanation: &Explanation, paths: &[&str]) -> Vec<Value> {
    explanation.rule_files(paths).map(|file| json!({ "file": file.path, "sha256": file.sha256 })).collect()
}
