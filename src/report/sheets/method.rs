//! How the figures were made: formulas, weights, and the thresholds in force with their dates.

use std::collections::BTreeMap;

use super::{Name, ranking, thresholds};
use crate::judge::FlagCode;
use crate::lang::t;
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
    let mut canvas = Canvas::new(view, &Name::Method.tab(view.lang()), vec![32.0, 12.0, 12.0, 13.0, 38.0, 52.0]).wide();
    let span = window(view.lang(), view.figures.window);
    canvas.heading(&t!(view.lang(), "method-and-rules-in-force"), &t!(view.lang(), "applied-to-the-figures-of", span));
    canvas.paragraph(&wording::proposes_only(view.lang()), Style::PLAIN.bold());
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
    canvas.note(&t!(view.lang(), "map-note"));
    let notes = &view.figures.map_notes;
    let silent = tally(notes.iter().filter(|note| note.silent.is_some()));
    let left_out = tally(notes.iter().filter(|note| note.left_out.is_some()));
    let merged = tally(notes.iter().filter(|note| note.merged_from.contains(';')));
    let [merged, silent, left_out] = [merged, silent, left_out].map(|number| count(view.lang(), number));
    canvas.note(&t!(view.lang(), "map-counts", merged, silent, left_out));
}

fn pairs(canvas: &mut Canvas, view: &View<'_>, rows: Vec<(String, String)>) {
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "method-figure"), Look::Text),
        Column::new(t!(view.lang(), "formula-rule"), Look::Text).over(5),
    ]);
    canvas.head(&table);
    for (name, text) in rows {
        canvas.row(&table, vec![name.into(), text.into()], Tone::Plain);
    }
}

fn formulas(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(&t!(view.lang(), "n-1-formulas"));
    let rows = [
        (t!(view.lang(), "attendance-rate"), t!(view.lang(), "formula-attendance")),
        (t!(view.lang(), "n-95-interval"), t!(view.lang(), "formula-interval")),
        (t!(view.lang(), "official-score"), t!(view.lang(), "formula-official-score")),
        (t!(view.lang(), "thematic-meetings"), t!(view.lang(), "formula-thematic")),
        (t!(view.lang(), "visits-from-above"), t!(view.lang(), "formula-visits")),
        (t!(view.lang(), "speaking"), t!(view.lang(), "formula-speaking")),
    ];
    pairs(canvas, view, rows.map(|(name, text)| (name, text)).into());
}

fn dated_rules(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(&t!(view.lang(), "n-2-dated-rules"));
    canvas.note(&t!(view.lang(), "dated-rules-note"));
    let mut rows = thresholds::dated(view, view.figures.window.last());
    let mut before: Option<String> = None;
    for month in &view.figures.months {
        let text = grade_limits(view, [month.grade_good_from, month.grade_fair_from, month.grade_average_from]);
        if before.as_ref() != Some(&text) {
            let since = month_slash(month.period);
            let line = t!(view.lang(), "from-month", since, text);
            rows.push((t!(view.lang(), "grades"), line));
            before = Some(text);
        }
    }
    rows.extend(rubrics(view).into_iter().map(|line| (t!(view.lang(), "rubric"), line)));
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
            t!(view.lang(), "rubric-of-nobody-here", scope)
        }
        0 => t!(view.lang(), "rubric-graded-nothing"),
        months => {
            let months = count(lang, months);
            t!(view.lang(), "rubric-graded", months)
        }
    };
    let trap = |trap: &Trap| {
        let (what, kind) = (&trap.what, trap.kind.named(lang));
        t!(view.lang(), "rubric-trap", what, kind)
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
    let since = since.map_or_else(String::new, |day| t!(view.lang(), "since-day", day));
    let scope = rubric.scope.join("; ");
    let mut told = vec![t!(view.lang(), "rubric-scope", scope, since)];
    told.push(grade_limits(view, [cuts.good_from, cuts.fair_from, cuts.average_from]) + ".");
    told.extend(rubric.gates.iter().map(|gate| {
        let groups: Vec<&str> = gate.full_points.iter().map(|code| view.criterion(code)).collect();
        let (grade, otherwise) = (wording::grade(gate.grade, lang), wording::grade(gate.otherwise, lang));
        let groups = groups.join(", ").to_lowercase();
        t!(view.lang(), "rubric-gate", grade, groups, otherwise)
    }));
    if rubric.rescale {
        told.push(t!(view.lang(), "rubric-rescaled"));
    }
    told
}

fn grade_limits(view: &View<'_>, limits: [f64; 3]) -> String {
    let [good, fair, average] = limits.map(|limit| short(view.lang(), limit));
    t!(view.lang(), "grade-limits", good, fair, average)
}

fn flags(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(&t!(view.lang(), "n-3-flags-and-thresholds"));
    let rules = &view.options.rules.flags.thresholds;
    let (ambers, held) = (rules.ambers_for_weak, rules.months_held_for_red);
    canvas.note(&t!(view.lang(), "flags-note", ambers, held));
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "flag"), Look::Text),
        Column::new(t!(view.lang(), "counts-for-support"), Look::Centre),
        Column::new(t!(view.lang(), "amber"), Look::Text).over(3),
        Column::new(t!(view.lang(), "red"), Look::Text),
    ]);
    canvas.head(&table);
    for code in FlagCode::ALL.iter().filter(|code| !view.options.silent.contains(code)) {
        let (amber, red) = thresholds::of(view, *code);
        let counted = if code.counts_for_weak() { t!(view.lang(), "yes") } else { t!(view.lang(), "no") };
        let name = wording::flag(*code, view.lang());
        canvas.row(&table, vec![name.into(), counted.into(), amber.into(), red.into()], Tone::Plain);
    }
    if view.options.silent.is_empty() {
        return;
    }
    let silent: Vec<_> =
        view.options.silent.iter().map(|code| wording::flag(*code, view.lang()).to_lowercase()).collect();
    let silent = silent.join("; ");
    canvas.paragraph(&t!(view.lang(), "flags-not-judged", silent), Style::PLAIN.bold());
}

fn index(canvas: &mut Canvas, view: &View<'_>) -> Weights {
    let lang = view.lang();
    let rules = &view.options.rules.index;
    canvas.section(&t!(view.lang(), "n-4-index-and-ranking"));
    canvas.note(&t!(view.lang(), "index-note"));
    let table = Table::new(vec![
        Column::new(t!(view.lang(), "component"), Look::Text),
        Column::new(t!(view.lang(), "weight"), Look::Fine),
        Column::new(t!(view.lang(), "n-0-at"), Look::Fine),
        Column::new(t!(view.lang(), "n-100-at"), Look::Fine),
        Column::new(t!(view.lang(), "made-of"), Look::Text).over(2),
    ]);
    canvas.head(&table);
    let mut weights = Weights::default();
    for component in Component::ALL {
        let sheet = Some(Name::Method.tab(lang));
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
    canvas.note(&live_note(view));
    let ranked = rules.ranked;
    let (reporting, weight) =
        (short_percent(lang, ranked.reporting_rate_at_least), decimal(lang, ranked.index_weight_at_least, 2));
    let (scored, half) = (ranked.quality_n_at_least, short_percent(lang, ranked.quality_share_at_least));
    canvas.note(&t!(view.lang(), "ranked-if", reporting, scored, half, weight));
    if view.has_intervals() {
        interval(canvas, view);
    }
    weights
}

/// Whether the ranking follows a changed weight.
fn live_note(view: &View<'_>) -> String {
    if view.ranked().len() > ranking::MOST_FORMULAS {
        t!(view.lang(), "ranking-has-no-formulas")
    } else {
        t!(view.lang(), "ranking-has-formulas")
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
        t!(view.lang(), "leaning-on-the-group", least)
    } else {
        String::new()
    };
    canvas.note(&t!(
        view.lang(),
        "rank-interval-note",
        low,
        high,
        draws,
        seed = rules.seed,
        concentration,
        effect,
        months,
        peers
    ));
}

fn made_of(view: &View<'_>, component: Component) -> String {
    match component {
        Component::Quality => t!(view.lang(), "made-of-official-score"),
        Component::Attendance => t!(view.lang(), "made-of-attendance"),
        Component::Cadence => t!(view.lang(), "made-of-cadence"),
        Component::Thematic => t!(view.lang(), "made-of-thematic"),
        Component::Participation => t!(view.lang(), "speaking-in-text"),
        Component::Plan => t!(view.lang(), "made-of-plan"),
    }
}

fn limits(canvas: &mut Canvas, view: &View<'_>) {
    canvas.section(&t!(view.lang(), "n-5-limits"));
    for text in [
        t!(view.lang(), "limit-own-figures"),
        t!(view.lang(), "limit-committees-matter"),
        t!(view.lang(), "limit-empty-cells"),
    ] {
        canvas.paragraph(&format!("– {text}"), Style::PLAIN);
    }
}
