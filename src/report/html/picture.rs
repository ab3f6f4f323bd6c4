//! Pictures as SVG: the same that the workbook has as charts. Each says in words what it shows.

use maud::{Markup, html};

use crate::lake::schema::RankRow;
use crate::lang::t;
use crate::period::Period;
use crate::report::numbers::{month_slash, percent, short, window};
use crate::report::sheets::charts::trend;
use crate::report::view::View;
use crate::terms::Scorer;

/// Size of a picture and its margins, in units of the picture.
const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 340.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 46.0;

const INK: &str = "#1c2733";
const LINE: &str = "#d5dbe1";
const ACCENT: &str = "#1f4e79";
const OTHER: &str = "#d08a00";
const LOW: &str = "#b3261e";

/// A linear way from values to places.
#[derive(Clone, Copy)]
struct Axis {
    from: f64,
    to: f64,
    start: f64,
    end: f64,
}

impl Axis {
    fn across(from: f64, to: f64) -> Self {
        Self { from, to, start: LEFT, end: WIDTH - RIGHT }
    }

    fn up(from: f64, to: f64) -> Self {
        Self { from, to, start: HEIGHT - BOTTOM, end: TOP }
    }

    fn at(self, value: f64) -> f64 {
        let share = if self.to > self.from { (value - self.from) / (self.to - self.from) } else { 0.0 };
        ((self.start + share.clamp(0.0, 1.0) * (self.end - self.start)) * 10.0).round() / 10.0
    }

    /// Round values along it.
    fn ticks(self) -> Vec<f64> {
        let span = self.to - self.from;
        let rough = span / 6.0;
        let power = 10_f64.powf(rough.max(1e-9).log10().floor());
        let step = [1.0, 2.0, 5.0, 10.0].map(|it| it * power).into_iter().find(|it| *it >= rough).unwrap_or(rough);
        let first = (self.from / step).ceil();
        (0_u8..12).map(|at| (first + f64::from(at)) * step).take_while(|it| *it <= self.to + step * 1e-9).collect()
    }
}

fn frame(title: &str, [across, up]: [String; 2], inner: &Markup) -> Markup {
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(title) xmlns="http://www.w3.org/2000/svg" {
            title { (title) }
            (inner)
            text x=(LEFT.midpoint(WIDTH - RIGHT)) y=(HEIGHT - 6.0) text-anchor="middle" fill=(INK) { (across) }
            text x="14" y=(HEIGHT / 2.0) text-anchor="middle" fill=(INK) transform=(format!("rotate(-90 14 {})", HEIGHT / 2.0)) { (up) }
        }
    }
}

fn grid(axis: Axis, shown: impl Fn(f64) -> String) -> Markup {
    html! {
        @for tick in axis.ticks() {
            line x1=(LEFT) x2=(WIDTH - RIGHT) y1=(axis.at(tick)) y2=(axis.at(tick)) stroke=(LINE) {}
            text x=(LEFT - 6.0) y=(axis.at(tick) + 4.0) text-anchor="end" fill=(INK) { (shown(tick)) }
        }
    }
}

/// A cell with its committee, for many cells have the same name.
fn named(view: &View<'_>, row: &RankRow) -> String {
    let name = view.cell_name(&row.cell_id);
    view.cell(&row.cell_id).map_or_else(|| name.to_owned(), |cell| format!("{name}, {}", view.above(cell)))
}

/// Attendance, visits and mean score month by month, on one scale; a month without a value parts its line.
pub(super) fn trend(view: &View<'_>) -> Option<(String, Markup)> {
    const STROKES: [(&str, &str); 3] = [(ACCENT, "none"), (OTHER, "8 5"), (INK, "2 4")];
    let lines = trend::lines(view);
    let months: Vec<Period> = view.figures.window.months().collect();
    let lowest = lines.iter().flat_map(|line| line.values.iter().flatten()).copied().reduce(f64::min)?;
    let last = number(i64::try_from(months.len()).ok()? - 1);
    if last < 1.0 {
        return None;
    }
    let (across, up) = (Axis::across(-0.3, last + 0.3), Axis::up(((lowest / 10.0).floor() * 10.0).min(90.0), 100.0));
    let title = t!(view.lang(), "month-by-month", span = window(view.lang(), view.figures.window));
    let place = |at: usize, value: f64| (across.at(number(i64::try_from(at).unwrap_or(0))), up.at(value));
    let points = |line: &trend::Line| -> Vec<Vec<(f64, f64)>> {
        let values: Vec<_> = line.values.iter().enumerate().collect();
        let runs = values.split(|(_, value)| value.is_none());
        let run =
            |run: &[(usize, &Option<f64>)]| run.iter().filter_map(|(at, value)| Some(place(*at, (**value)?))).collect();
        runs.map(run).filter(|run: &Vec<_>| !run.is_empty()).collect()
    };
    let path = |run: &[(f64, f64)]| run.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
    let inner = html! {
        (grid(up, |tick| short(view.lang(), tick)))
        @for (at, month) in months.iter().enumerate() {
            text x=(place(at, 0.0).0) y=(up.start + 16.0) text-anchor="middle" fill=(INK) { (month_slash(*month)) }
        }
        @for (line, (colour, dash)) in lines.iter().zip(STROKES) {
            @for run in points(line) {
                polyline points=(path(&run)) fill="none" stroke=(colour) stroke-width="2.5" stroke-dasharray=(dash) {}
                @for (x, y) in &run { circle cx=(x) cy=(y) r="3" fill=(colour) { title { (line.name) } } }
            }
        }
        @for (at, (line, (colour, dash))) in (0_u8..).zip(lines.iter().zip(STROKES)) {
            @let x = LEFT + 260.0 * f64::from(at);
            line x1=(x) x2=(x + 34.0) y1=(HEIGHT - 12.0) y2=(HEIGHT - 12.0) stroke=(colour) stroke-width="2.5" stroke-dasharray=(dash) {}
            text x=(x + 40.0) y=(HEIGHT - 8.0) fill=(INK) { (line.name) }
        }
    };
    let picture = frame(&title, [String::new(), t!(view.lang(), "percent-or-points")], &inner);
    Some((title, picture))
}

/// Scored cell-months by score, in bins of five points.
pub(super) fn scores(view: &View<'_>, bins: &[(u32, [i64; 3])], scorers: [Scorer; 3]) -> Option<(String, Markup)> {
    let most = bins.iter().flat_map(|(_, counts)| counts.iter().take(1)).max().copied().filter(|most| *most > 0)?;
    let [official, ..] = scorers;
    let (low, high) = (f64::from(bins.first()?.0), 100.0);
    let (across, up) = (Axis::across(low, high), Axis::up(0.0, number(most) * 1.08));
    let name = crate::report::wording::scorer(official, view.lang());
    let title = t!(view.lang(), "distribution-of-scores", name);
    let inner = html! {
        (grid(up, |tick| short(view.lang(), tick)))
        @for (bin, [count, ..]) in bins {
            @let (left, right) = (across.at(f64::from(*bin)), across.at(f64::from(*bin) + 5.0));
            @let top = up.at(number(*count));
            rect x=(left + 2.0) y=(top) width=((right - left - 4.0).max(1.0)) height=(up.at(0.0) - top) fill=(ACCENT) {}
            text x=(left.midpoint(right)) y=(up.at(0.0) + 16.0) text-anchor="middle" fill=(INK) { (bin) "–" (bin + 5) }
            @if *count > 0 { text x=(left.midpoint(right)) y=(top - 4.0) text-anchor="middle" fill=(INK) { (short(view.lang(), number(*count))) } }
        }
    };
    let axes = [t!(view.lang(), "score"), t!(view.lang(), "cell-months")];
    let picture = frame(&title, axes, &inner);
    Some((title, picture))
}

/// Attendance against the number of member-meetings, with the limits that chance allows.
pub(super) fn funnel(view: &View<'_>) -> Option<(String, Markup)> {
    let rows = &view.figures.statistics.funnel;
    let most = rows.iter().map(|row| row.due).max()?;
    let lowest = rows.iter().map(|row| row.rate).fold(1.0, f64::min);
    let (across, up) = (Axis::across(0.0, number(most) * 1.03), Axis::up((lowest - 0.03).max(0.0), 1.0));
    let title = t!(view.lang(), "attendance-by-size-with-the-limits");
    let inner = html! {
        (grid(up, |tick| percent(view.lang(), tick)))
        @for tick in across.ticks() { text x=(across.at(tick)) y=(up.start + 16.0) text-anchor="middle" fill=(INK) { (short(view.lang(), tick)) } }
        @for row in rows {
            line x1=(across.at(number(row.due))) x2=(across.at(number(row.due))) y1=(up.at(row.low998)) y2=(up.at(row.high998)) stroke=(LINE) {}
            line x1=(across.at(number(row.due))) x2=(across.at(number(row.due))) y1=(up.at(row.low95)) y2=(up.at(row.high95)) stroke="#aab7c4" stroke-width="2" {}
        }
        @for row in rows {
            @let (x, y) = (across.at(number(row.due)), up.at(row.rate));
            @if row.rate < row.low998 {
                path d=(format!("M {} {} l 10 0 l -5 9 z", x - 5.0, y - 4.0)) fill=(LOW) { title { (view.cell_name(&row.cell_id)) ": " (percent(view.lang(), row.rate)) } }
            } @else {
                circle cx=(x) cy=(y) r="3.5" fill=(ACCENT) { title { (view.cell_name(&row.cell_id)) ": " (percent(view.lang(), row.rate)) } }
            }
        }
    };
    let axes = [t!(view.lang(), "member-meetings-due"), t!(view.lang(), "attendance")];
    let picture = frame(&title, axes, &inner);
    Some((title, picture))
}

/// The last ranks with their intervals.
pub(super) fn last_ranks(view: &View<'_>, rows: &[&RankRow]) -> Option<(String, Markup)> {
    const LINE_HEIGHT: f64 = 22.0;
    const NAMES: f64 = 430.0;
    let all = number(i64::try_from(view.ranked().len()).ok()?);
    let spans: Vec<_> = rows
        .iter()
        .filter_map(|row| Some((row, number(row.rank?), number(row.rank_low?), number(row.rank_high?))))
        .collect();
    if spans.is_empty() {
        return None;
    }
    let height = LINE_HEIGHT * number(i64::try_from(spans.len()).ok()?) + 40.0;
    let across = Axis { from: 1.0, to: all, start: NAMES, end: WIDTH - RIGHT };
    let title = t!(view.lang(), "the-last-ranks-with-their-intervals");
    let picture = html! {
        svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label=(title) xmlns="http://www.w3.org/2000/svg" {
            title { (title) }
            @for tick in across.ticks() {
                line x1=(across.at(tick)) x2=(across.at(tick)) y1="4" y2=(height - 30.0) stroke=(LINE) {}
                text x=(across.at(tick)) y=(height - 12.0) text-anchor="middle" fill=(INK) { (short(view.lang(), tick)) }
            }
            @for (at, (row, rank, low, high)) in (0_u16..).zip(&spans) {
                @let y = 16.0 + LINE_HEIGHT * f64::from(at);
                text x=(NAMES - 10.0) y=(y + 4.0) text-anchor="end" fill=(INK) { (named(view, row)) }
                line x1=(across.at(*low)) x2=(across.at(*high)) y1=(y) y2=(y) stroke=(ACCENT) stroke-width="6" stroke-opacity="0.35" {}
                circle cx=(across.at(*rank)) cy=(y) r="5" fill=(ACCENT) {}
            }
        }
    };
    Some((title, picture))
}

/// Visits from above by committee: attended of required.
pub(super) fn visits(view: &View<'_>) -> Option<(String, Markup)> {
    const LINE_HEIGHT: f64 = 24.0;
    const NAMES: f64 = 330.0;
    let units = view.pooled(crate::terms::Scope::Unit);
    let rows: Vec<_> =
        units.iter().filter_map(|unit| Some((&unit.unit_name, unit.supervision_coverage?))).take(60).collect();
    if rows.is_empty() {
        return None;
    }
    let height = LINE_HEIGHT * number(i64::try_from(rows.len()).ok()?) + 12.0;
    let across = Axis { from: 0.0, to: 1.0, start: NAMES, end: WIDTH - 80.0 };
    let title = t!(view.lang(), "visits-from-above-by-committee");
    let picture = html! {
        svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label=(title) xmlns="http://www.w3.org/2000/svg" {
            title { (title) }
            @for (at, (name, rate)) in (0_u16..).zip(&rows) {
                @let y = 8.0 + LINE_HEIGHT * f64::from(at);
                text x=(NAMES - 10.0) y=(y + 13.0) text-anchor="end" fill=(INK) { (name) }
                rect x=(NAMES) y=(y) width=(across.end - NAMES) height="16" fill=(LINE) {}
                rect x=(NAMES) y=(y) width=((across.at(*rate) - NAMES).max(0.0)) height="16" fill=(OTHER) {}
                text x=(across.end + 8.0) y=(y + 13.0) fill=(INK) { (percent(view.lang(), *rate)) }
            }
        }
    };
    Some((title, picture))
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far under 2^53")]
fn number(count: i64) -> f64 {
    count as f64
}
