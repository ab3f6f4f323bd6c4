//! The year held against the year before: the whole, then cell by cell. A change within chance is told as none.

use super::Name;
use crate::judge::FlagCode;
use crate::judge::changes::{FlagChange, FlagState, Move, attendance_move, rank_move};
use crate::lake::schema::{CellSummary, RankRow, UnitSummary};
use crate::lang::t;
use crate::register::UnitId;
use crate::report::canvas::{Canvas, Column, Filled, Look, Table, Tone};
use crate::report::numbers::{count, decimal, percent, share, short, tally, window};
use crate::report::past::{self, Past};
use crate::report::plan::{Sheet, Value};
use crate::report::style::Colour;
use crate::report::view::{View, thematic};
use crate::report::wording;

/// How finely differences are told.
const TENTHS: f64 = 10.0;
const HUNDREDTHS: f64 = 100.0;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let Some(past) = view.past() else {
        let mut canvas = Canvas::new(view, &Name::YearChanges.tab(view.lang()), vec![110.0]);
        canvas.heading(&t!(view.lang(), "changes-since-last-year"), "");
        canvas.note(&past::nothing_before(view));
        return canvas.finish();
    };
    let compared = Compared::of(view, past);
    let (columns, grid): (Vec<Column>, Vec<f64>) = compared.columns().into_iter().unzip();
    let mut canvas = Canvas::new(view, &Name::YearChanges.tab(view.lang()), grid).wide();
    let [now, then] = [view.figures.window, past.earlier.window].map(|it| window(view.lang(), it));
    canvas.heading(
        &t!(view.lang(), "changes-since-last-year"),
        &t!(view.lang(), "figures-of-against-those-of", now, then),
    );
    canvas.section(&t!(view.lang(), "n-1-the-whole"));
    compared.headline(&mut canvas);
    canvas.skip(1);
    canvas.section(&t!(view.lang(), "n-2-cell-by-cell"));
    let effect = short(view.lang(), view.options.rules.index.interval.design_effect);
    canvas.note(&t!(view.lang(), "year-changes-note", effect));
    compared.cells(&mut canvas, &Table::new(columns));
    canvas.finish()
}

/// What changed, in at most three sentences.
pub(in crate::report) fn remarks(view: &View<'_>) -> Vec<String> {
    let Some(past) = view.past() else { return Vec::new() };
    let compared = Compared::of(view, past);
    compared.whole_remark().into_iter().chain([compared.support_remark()]).chain(compared.rank_remark()).collect()
}

/// A year beside the year before.
struct Compared<'v, 'f> {
    view: &'v View<'f>,
    past: &'v Past<'f>,
    /// How many cells were ranked then and are now.
    ranked: [i64; 2],
}

/// Whether a cell needed support then and does now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Support {
    New,
    Still,
    NoMore,
    /// It did, and now there is nothing to judge by.
    Open,
}

/// A figure of both years.
struct Line {
    name: String,
    then: Value,
    now: Value,
}

impl<'v, 'f> Compared<'v, 'f> {
    fn of(view: &'v View<'f>, past: &'v Past<'f>) -> Self {
        Self { view, past, ranked: [past.ranked(), tally(view.ranked())] }
    }

    fn years(&self) -> [String; 2] {
        [self.past.earlier.window, self.view.figures.window].map(|window| window.first().year().to_string())
    }

    fn headline(&self, canvas: &mut Canvas) {
        let [then, now] = self.years();
        let table = Table::new(vec![
            Column::new(t!(self.view.lang(), "figure"), Look::Text).over(2),
            Column::new(then, Look::ByValue),
            Column::new(now, Look::ByValue),
            Column::new(t!(self.view.lang(), "change"), Look::Change),
        ]);
        canvas.head(&table);
        for Line { name, then, now } in self.lines() {
            let change = difference(&then, &now, TENTHS);
            canvas.row(&table, vec![name.into(), then, now, change], Tone::Plain);
        }
    }

    fn lines(&self) -> Vec<Line> {
        let view = self.view;
        let (then, now) = (self.past.whole(), view.whole());
        let line = |name: String, value: &dyn Fn(&UnitSummary) -> Value| {
            let [then, now] = [then, now].map(|whole| whole.map_or(Value::Blank, value));
            Line { name, then, now }
        };
        let quarters =
            |cells: &[CellSummary]| Value::share(thematic(cells.iter()).and_then(|(held, of)| share(held, of)));
        vec![
            line(t!(view.lang(), "number-of-cells"), &|it| it.cells.into()),
            line(t!(view.lang(), "reporting-rate"), &|it| Value::share(it.reporting_rate)),
            line(t!(view.lang(), "attendance-rate"), &|it| Value::share(it.attendance_rate)),
            line(t!(view.lang(), "months-held-rate"), &|it| Value::share(share(it.months_held, it.months_reported))),
            Line {
                name: t!(view.lang(), "thematic-quarter-rate"),
                then: quarters(&self.past.earlier.cell_summary),
                now: quarters(&view.figures.cell_summary),
            },
            line(t!(view.lang(), "visits-to-meetings"), &|it| Value::share(it.supervision_coverage)),
            line(t!(view.lang(), "mean-score"), &|it| it.quality_mean.into()),
            line(wording::needs_support(view.lang()), &|it| it.cells_weak.into()),
            line(t!(view.lang(), "share-of-cells-that-need-support"), &|it| {
                Value::share(share(it.cells_weak, it.cells))
            }),
        ]
    }

    fn columns(&self) -> Vec<(Column, f64)> {
        let view = self.view;
        let [then, now] = self.years();
        let change = t!(view.lang(), "change");
        let figure = |group: String, look: Look| {
            [then.as_str(), now.as_str(), &change]
                .into_iter()
                .zip([look, look, if look == Look::Fine { Look::FineChange } else { Look::Change }])
                .map(move |(header, look)| (Column::new(header, look).under(&group), 8.0))
        };
        let rank = t!(view.lang(), "rank-interval");
        let mut columns = vec![
            (Column::new(t!(view.lang(), "cell"), Look::Text), 31.0),
            (Column::new(t!(view.lang(), "committee"), Look::Text), 26.0),
        ];
        columns.extend(figure(t!(view.lang(), "attendance"), Look::Percent));
        columns.extend(figure(t!(view.lang(), "mean-score"), Look::Points));
        columns.extend(figure(t!(view.lang(), "index"), Look::Fine));
        columns.extend([
            (Column::new(then.as_str(), Look::Centre).under(&rank), 12.0),
            (Column::new(now.as_str(), Look::Centre).under(&rank), 12.0),
            (Column::new(t!(view.lang(), "clear-change"), Look::Text), 20.0),
            (Column::new(t!(view.lang(), "flags"), Look::Text), 46.0),
            (Column::new(wording::needs_support(view.lang()), Look::Centre), 13.0),
        ]);
        columns
    }

    /// Cells of both years, then those that are new, then those that are gone.
    fn cells(&self, canvas: &mut Canvas, table: &Table) {
        let view = self.view;
        let (top, bottom) = canvas.head(table);
        canvas.sheet.freeze = Some((0, 1));
        canvas.sheet.page.repeat_rows = Some((top, bottom));
        let all = view.cells_by_unit().into_iter().flat_map(|(_, cells)| cells.iter().copied());
        let (mut both, new): (Vec<_>, Vec<_>) = all.partition(|cell| self.past.cell(&cell.cell_id).is_some());
        both.sort_by_key(|cell| !self.stands_out(cell));
        let then = &self.past.earlier.cell_summary;
        let gone: Vec<_> = then.iter().filter(|cell| view.cell(&cell.cell_id).is_none()).collect();
        for cell in both {
            canvas.row_with(table, self.row(self.past.cell(&cell.cell_id), Some(cell)), Tone::Plain);
        }
        canvas.filter_since(bottom);
        let (number_new, number_gone) = (count(view.lang(), tally(&new)), count(view.lang(), tally(&gone)));
        if !new.is_empty() {
            canvas.band(&t!(view.lang(), "new-cells", number_new));
        }
        for cell in new {
            canvas.row_with(table, self.row(None, Some(cell)), Tone::Plain);
        }
        if !gone.is_empty() {
            canvas.band(&t!(view.lang(), "gone-cells", number_gone));
        }
        for cell in gone {
            canvas.row_with(table, self.row(Some(cell), None), Tone::Plain);
        }
    }

    /// Whether something of a cell has changed clearly, or it came to need support or does no more.
    fn stands_out(&self, now: &CellSummary) -> bool {
        let then = self.past.cell(&now.cell_id);
        let effect = self.view.options.rules.index.interval.design_effect;
        let moves = [then.and_then(|then| attendance_move(then, now, effect)), self.rank_move(&now.cell_id)];
        let clear = moves.into_iter().flatten().any(|it| it != Move::WithinChance);
        clear || matches!(self.support_of(&now.cell_id), Some(Support::New | Support::NoMore))
    }

    fn row(&self, then: Option<&CellSummary>, now: Option<&CellSummary>) -> Filled {
        let view = self.view;
        let Some(cell) = now.or(then) else { return Vec::new() };
        let id = &cell.cell_id;
        let ranks @ [then_rank, rank] = [self.past.rank(id), view.rank(id)];
        let [rate_then, rate] = [then, now].map(|it| Value::share(it.and_then(|it| it.attendance_rate)));
        let [mean_then, mean] = [then, now].map(|it| Value::from(it.and_then(|it| it.quality_mean)));
        let [index_then, index] = ranks.map(|rank| Value::from(rank.and_then(|rank| rank.index)));
        let changes = [(&rate_then, &rate, TENTHS), (&mean_then, &mean, TENTHS), (&index_then, &index, HUNDREDTHS)];
        let [rate_change, mean_change, index_change] = changes.map(|(then, now, scale)| difference(then, now, scale));
        let [of_then, of_now] = self.ranked;
        let [place_then, place] =
            [(then_rank, of_then), (rank, of_now)].map(|(rank, of)| rank.map(|rank| self.place(rank, of)));
        let (clear, worse) = self.clear_change(then.zip(now), id);
        let plain = vec![
            cell.cell_name.as_str().into(),
            view.above(cell).into(),
            rate_then,
            rate,
            rate_change,
            mean_then,
            mean,
            mean_change,
            index_then,
            index,
            index_change,
            place_then.into(),
            place.into(),
        ];
        let mut row: Filled = plain.into_iter().map(|value: Value| (value, None)).collect();
        let support = then.zip(now).and_then(|_| self.support(id));
        row.push((clear.into(), worse.then_some(Colour::AmberMark)));
        row.push((self.flags(id).into(), None));
        row.push((support.into(), view.is_weak(id).then_some(Colour::RedMark)));
        row
    }

    /// A rank among so many, with its interval.
    fn place(&self, rank: &RankRow, of: i64) -> String {
        let Some(place) = rank.rank else { return t!(self.view.lang(), "unranked") };
        let interval = rank.rank_low.zip(rank.rank_high).map(|(low, high)| format!("\n({low}–{high})"));
        format!("{place}/{of}{}", interval.unwrap_or_default())
    }

    /// The move of a cell's rank.
    fn rank_move(&self, id: &UnitId) -> Option<Move> {
        let (then, now) = (self.past.rank(id)?, self.view.rank(id)?);
        let [of_then, of_now] = self.ranked;
        rank_move((then, of_then), (now, of_now))
    }

    /// What has changed by more than chance, and whether some of it for the worse.
    fn clear_change(&self, both: Option<(&CellSummary, &CellSummary)>, id: &UnitId) -> (Option<String>, bool) {
        let view = self.view;
        let effect = view.options.rules.index.interval.design_effect;
        let attendance = both.and_then(|(then, now)| attendance_move(then, now, effect));
        let rank = self.rank_move(id);
        let told = [
            (attendance == Some(Move::Better)).then(|| t!(view.lang(), "attendance-up")),
            (attendance == Some(Move::Worse)).then(|| t!(view.lang(), "attendance-down")),
            (rank == Some(Move::Better)).then(|| t!(view.lang(), "rank-up")),
            (rank == Some(Move::Worse)).then(|| t!(view.lang(), "rank-down")),
        ];
        let told: Vec<String> = told.into_iter().flatten().collect();
        let worse = [attendance, rank].contains(&Some(Move::Worse));
        if told.is_empty() {
            let within = attendance.or(rank).map(|_| t!(view.lang(), "within-chance"));
            return (within, worse);
        }
        (Some(told.join("; ")), worse)
    }

    /// What became of a cell's flags, a line to each state.
    fn flags(&self, id: &UnitId) -> String {
        let lang = self.view.lang();
        let of_state = |state: FlagState| {
            let of_cell = self.own(id).filter(|change| change.state == state);
            let codes: Vec<FlagCode> = of_cell.map(|change| change.code).collect();
            let names: Vec<String> = codes.iter().map(|code| wording::flag(*code, lang).to_lowercase()).collect();
            (!names.is_empty()).then(|| format!("{}: {}", wording::flag_state(state, lang), names.join(", ")))
        };
        let states =
            [FlagState::New, FlagState::Continuing, FlagState::Resolved, FlagState::Unjudged, FlagState::Pending];
        let lines: Vec<String> = states.into_iter().filter_map(of_state).collect();
        lines.join("\n")
    }

    /// Whether the cell came to need support, still does, or does no more.
    fn support(&self, id: &UnitId) -> Option<String> {
        let lang = self.view.lang();
        Some(match self.support_of(id)? {
            Support::New => t!(lang, "support-new"),
            Support::Still => t!(lang, "support-still"),
            Support::NoMore => t!(lang, "support-no-more"),
            Support::Open => t!(lang, "flag-not-judged"),
        })
    }

    fn support_of(&self, id: &UnitId) -> Option<Support> {
        // A cell that fell silent has not come out of its need.
        let open = || self.own(id).any(|it| it.state == FlagState::Unjudged && it.code.counts_for_weak());
        match (self.past.was_weak(id), self.view.is_weak(id)) {
            (false, true) => Some(Support::New),
            (true, true) => Some(Support::Still),
            (true, false) if open() => Some(Support::Open),
            (true, false) => Some(Support::NoMore),
            (false, false) => None,
        }
    }

    /// What became of a cell's flags.
    fn own<'s>(&'s self, id: &'s UnitId) -> impl Iterator<Item = &'s FlagChange<'f>> {
        let first = self.past.changes.partition_point(|change| change.cell_id < id);
        self.past.changes.iter().skip(first).take_while(move |change| change.cell_id == id)
    }

    /// Attendance and mean score of both years.
    fn whole_remark(&self) -> Option<String> {
        let (view, lang) = (self.view, self.view.lang());
        let (then, now) = (self.past.whole()?, view.whole()?);
        let span = window(lang, self.past.earlier.window);
        let attendance = then.attendance_rate.zip(now.attendance_rate).map(|(then, now)| {
            let (then, now) = (percent(lang, then), percent(lang, now));
            t!(view.lang(), "attendance-a-year-before", now, then)
        });
        let mean = then.quality_mean.zip(now.quality_mean).map(|(then, now)| {
            let (then, now) = (decimal(lang, then, 1), decimal(lang, now, 1));
            t!(view.lang(), "mean-score-a-year-before", now, then)
        });
        let told = attendance.into_iter().chain(mean).collect::<Vec<_>>().join(", ");
        let sentence = t!(view.lang(), "against-last-year", span, told);
        (!told.is_empty()).then_some(sentence)
    }

    fn support_remark(&self) -> String {
        let view = self.view;
        let both = view.figures.cell_summary.iter().filter(|cell| self.past.cell(&cell.cell_id).is_some());
        let of_cells: Vec<Support> = both.filter_map(|cell| self.support_of(&cell.cell_id)).collect();
        let of = |wanted: Support| count(view.lang(), tally(of_cells.iter().filter(|it| **it == wanted)));
        let [new, still, no_more, open] = [Support::New, Support::Still, Support::NoMore, Support::Open].map(of);
        t!(view.lang(), "support-against-last-year", new, still, no_more, open)
    }

    fn rank_remark(&self) -> Option<String> {
        let view = self.view;
        let moves: Vec<Move> = view.figures.ranking.iter().filter_map(|rank| self.rank_move(&rank.cell_id)).collect();
        let of = |wanted: Move| count(view.lang(), tally(moves.iter().filter(|it| **it == wanted)));
        let (up, down, within) = (of(Move::Better), of(Move::Worse), of(Move::WithinChance));
        let sentence = t!(view.lang(), "ranks-against-last-year", up, down, within);
        (!moves.is_empty()).then_some(sentence)
    }
}

/// What is to be added to the one for the other, as it is shown: of shares in percentage points; nothing where one is
/// missing.
fn difference(then: &Value, now: &Value, scale: f64) -> Value {
    // The sum turns −0 into 0, which has no sign.
    let shown = |change: f64| Value::Number((change * scale).round() / scale + 0.0);
    match (then, now) {
        (Value::Share(then), Value::Share(now)) => shown((now - then) * 100.0),
        (Value::Number(then), Value::Number(now)) => shown(now - then),
        (Value::Integer(then), Value::Integer(now)) => Value::Integer(now - then),
        _ => Value::Blank,
    }
}
