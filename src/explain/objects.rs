//! An explanation as objects for programs, one a line.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::catalogue::SQL;
use super::told::scalar;
use super::{Asked, Citation, Explanation, Ingredient, Part, RECIPES, Recipe, goalposts, grounds, lineage, words_of};
use crate::judge::FlagCode;
use crate::judge::flags::Missing;
use crate::lake::mapping::MapNote;
use crate::lake::review::CriterionRow;
use crate::lake::standing::ContributionRow;
use crate::lake::table::Scalar;
use crate::lang::Lang;
use crate::period::Period;
use crate::register::UnitId;
use crate::remap::Map;
use crate::terms::{Grade, MeetingKind, WouldAllow};

/// What was asked for: every figure, flag, the rank and, at the end of a year, what is proposed.
#[must_use]
pub fn objects(explanation: &Explanation, asked: Asked, lang: Lang) -> Vec<Value> {
    let figures = RECIPES.iter().enumerate().filter(|(at, _)| asked.includes(Asked::Figure(*at)));
    let mut objects: Vec<Value> = figures.map(|(_, recipe)| figure(explanation, recipe, lang)).collect();
    let raised = |code: &FlagCode| explanation.flags.iter().any(|flag| flag.code == *code);
    let flags = FlagCode::ALL.iter().filter(|code| asked.includes(Asked::Flag(**code)));
    // A flag that is not raised is told of only where it was asked for.
    let flags = flags.filter(|code| asked != Asked::Everything || raised(code));
    objects.extend(flags.map(|code| flag(explanation, *code)));
    match asked {
        Asked::Part(Part::Index) => objects.push(index(explanation)),
        Asked::Part(Part::Rank) => objects.push(rank(explanation)),
        Asked::Part(Part::Suggestion) => objects.push(suggestion(explanation)),
        Asked::Part(Part::Support) => objects.push(support(explanation)),
        Asked::Everything => {
            objects.push(rank(explanation));
            if explanation.of_year {
                objects.extend([suggestion(explanation), support(explanation)]);
            }
            if explanation.map == Map::Today {
                objects.push(json!({ "map_notes": notes(explanation) }));
            }
        }
        Asked::Figure(_) | Asked::Flag(_) => {}
    }
    let cell = explanation.summary.cell_id.as_str();
    objects.into_iter().map(|object| with(json!({ "cell_id": cell }), object)).collect()
}

/// The keys of two objects in one.
fn with(mut object: Value, more: Value) -> Value {
    if let (Value::Object(object), Value::Object(more)) = (&mut object, more) {
        object.extend(more);
    }
    object
}

/// What an object rests on: rule files, cells and, on today's map, what merging left out.
fn resting(explanation: &Explanation, made_of: BTreeSet<Ingredient>, rules: &[&str]) -> Value {
    let files = explanation.rule_files(rules);
    let rules: Vec<Value> = files.map(|file| json!({ "file": file.path, "sha256": file.sha256 })).collect();
    let left_out = explanation.left_out(&made_of).into_iter();
    let left_out: Vec<Value> = left_out
        .map(|(note, fields)| json!({ "period": note.period.to_string(), "fields": fields, "merged_from": codes(&note.merged_from) }))
        .collect();
    let cites: Vec<Value> = explanation.cited(made_of).into_iter().map(citation).collect();
    let resting = json!({ "rules": rules, "cites": cites });
    if explanation.map == Map::Today { with(resting, json!({ "left_out": left_out })) } else { resting }
}

fn codes(joined: &str) -> Vec<&str> {
    joined.split(';').filter(|code| !code.is_empty()).collect()
}

fn figure(explanation: &Explanation, recipe: &Recipe, lang: Lang) -> Value {
    let value = match scalar(&explanation.summary, recipe.figure) {
        Scalar::Null => Value::Null,
        Scalar::Text(text) => json!(text),
        Scalar::Integer(number) => json!(number),
        Scalar::Float(number) => json!(number),
        Scalar::Boolean(truth) => json!(truth),
        Scalar::Date(day) => json!(day.to_string()),
    };
    let (meaning, formula) = words_of(recipe, lang);
    let mut figure = json!({ "figure": recipe.figure, "value": value, "meaning": meaning, "formula": formula });
    if recipe.figure == "lost_points" {
        figure = with(figure, json!({ "groups": criteria(explanation) }));
    }
    let made_of = recipe.made_of.iter().copied().collect();
    with(figure, resting(explanation, made_of, &[SQL.as_slice(), recipe.rules].concat()))
}

fn criteria(explanation: &Explanation) -> Vec<Value> {
    let group = |row: &CriterionRow| {
        json!({
            "group": row.group, "months": row.months, "points_mean": row.points_mean, "max_mean": row.max_mean,
            "loss_mean": row.loss_mean, "peers": row.peers, "peer_median_loss": row.peer_median_loss,
            "against_peers": row.against_peers,
        })
    };
    explanation.criteria.iter().map(group).collect()
}

fn flag(explanation: &Explanation, code: FlagCode) -> Value {
    let grounds = grounds::flag(code);
    let raised = explanation.flags.iter().find(|flag| flag.code == code);
    let mut object = json!({
        "flag": code.word(), "raised": raised.is_some(), "severity": raised.map(|flag| flag.severity.word()),
        "value": raised.and_then(|flag| flag.value), "threshold": raised.and_then(|flag| flag.threshold),
        "evidence": raised.map(|flag| flag.evidence.as_str()), "figures": grounds.figures,
    });
    if code == FlagCode::NotReported {
        let missing: Vec<Value> = explanation.missing.iter().map(missing).collect();
        object = with(object, json!({ "missing": missing }));
    }
    with(object, resting(explanation, grounds.ingredients(), grounds.rules))
}

/// A month that was not reported, and why.
fn missing((period, why): &(Period, Missing)) -> Value {
    let (reason, row) = match why {
        Missing::NoSheet => ("no_sheet", None),
        Missing::AbsentFromSheet => ("absent_from_sheet", None),
        Missing::RowUnclear { file, cell_ref } => ("row_unclear", Some((file, cell_ref))),
        Missing::RowRejected { file, cell_ref } => ("row_rejected", Some((file, cell_ref))),
    };
    json!({
        "period": period.to_string(), "reason": reason, "file": row.map(|(file, _)| file),
        "cell": row.and_then(|(_, cell)| cell.as_ref()),
    })
}

fn index(explanation: &Explanation) -> Value {
    with(index_alone(explanation), resting(explanation, explanation.of_index(), grounds::INDEX))
}

fn index_alone(explanation: &Explanation) -> Value {
    let contributions = explanation.contributions.iter().map(|row| contribution(explanation, row));
    json!({
        "index": explanation.rank.index, "index_weight": explanation.rank.index_weight,
        "contributions": contributions.collect::<Vec<_>>(),
        "lift": explanation.lift.as_ref().map(|lift| lift.advice.as_str()),
    })
}

fn contribution(explanation: &Explanation, row: &ContributionRow) -> Value {
    let scored = grounds::component(row.component);
    let (zero_at, hundred_at) = goalposts(explanation, row.component);
    json!({
        "component": row.component.word(), "figure": scored.formula, "figures": scored.figures, "value": row.figure,
        "zero_at": zero_at, "hundred_at": hundred_at, "score": row.score, "weight": row.weight, "points": row.points,
    })
}

fn rank(explanation: &Explanation) -> Value {
    let (rank, among, interval) = (&explanation.rank, explanation.among, &explanation.index.interval);
    let place = json!({
        "ranked": rank.ranked, "reason": rank.reason, "rank": rank.rank, "among": among.all, "rank_low": rank.rank_low,
        "rank_high": rank.rank_high, "rank_peer": rank.rank_peer, "among_peers": among.peers,
        "rank_unit": rank.rank_unit, "among_unit": among.unit,
        "interval": {
            "draws": interval.draws, "seed": interval.seed, "low": interval.low, "high": interval.high,
            "weight_concentration": interval.weight_concentration, "design_effect": interval.design_effect,
            "prior_months": interval.prior_months, "shrink_to_peers": interval.shrink_to_peers,
            "peers_at_least": interval.peers_at_least,
        },
    });
    with(place, index(explanation))
}

fn suggestion(explanation: &Explanation) -> Value {
    let suggestion = explanation.suggestion.as_ref().map(|row| {
        json!({
            "rule": row.rule, "year_grade": row.year_grade.map(Grade::word),
            "grade_complete": row.grade_complete, "would_allow": row.would_allow.map(WouldAllow::word),
            "reason": row.reason, "missing": row.missing, "clauses": explanation.clauses,
        })
    });
    with(
        json!({ "suggestion": suggestion }),
        resting(explanation, explanation.of_suggestion(), grounds::SUGGESTION.rules),
    )
}

fn support(explanation: &Explanation) -> Value {
    let Some(row) = &explanation.support else { return json!({ "support": null, "rules": [], "cites": [] }) };
    let reasons = explanation.reasons().map(|flag| {
        json!({ "flag": flag.code.word(), "evidence": flag.evidence, "figures": grounds::flag(flag.code).figures })
    });
    let support = json!({
        "role": row.role.word(), "order": row.order, "reasons": reasons.collect::<Vec<_>>(), "focus": row.focus,
        "meeting_kind": row.meeting_kind.map(MeetingKind::word), "host_id": row.host_id.as_ref().map(UnitId::as_str),
        "same_type": row.same_type, "same_committee": row.same_committee,
    });
    let rules = grounds::support(row.role).rules;
    with(json!({ "support": support }), resting(explanation, explanation.of_support(), rules))
}

/// Every month that was merged from several cells.
fn notes(explanation: &Explanation) -> Vec<Value> {
    let note = |note: &MapNote| {
        json!({
            "period": note.period.to_string(), "merged_from": codes(&note.merged_from),
            "silent": note.silent.as_deref().map(codes), "handed_over": note.handed_over.as_deref().map(codes),
            "not_held": note.not_held.as_deref().map(codes), "left_out": lineage::left_out(note).collect::<Vec<_>>(),
        })
    };
    explanation.line.notes().iter().map(note).collect()
}

fn citation(citation: &Citation) -> Value {
    let object = json!({
        "period": citation.period, "field": citation.field, "value": citation.value, "file": &*citation.place.file,
        "sheet": citation.place.sheet.as_deref(), "cell": citation.place.cell.map(|cell| cell.to_string()),
        "raw": citation.raw, "blank": citation.blank,
    });
    match &citation.reported_as {
        Some(code) => with(object, json!({ "reported_as": code })),
        None => object,
    }
}
