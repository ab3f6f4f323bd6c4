//! A planned chart as the format draws it.

use rust_xlsxwriter::{
    Chart as XlsxChart, ChartAxis, ChartAxisCrossing, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartPatternFill,
    ChartPatternFillType, ChartRange, ChartSeries, ChartSolidFill, ChartType, ObjectMovement, XlsxError,
};

use super::{color, narrow, number_format};
use crate::report::plan::{
    Area, Axis, Chart, ChartKind, Dash, Labels, Marker, Paint, Pattern, Series, Source, cell_text,
};
use crate::report::style::{Colour, FONT};

/// Units of text that the format keeps of an alternative text.
const ALT_LIMIT: usize = 255;

pub(super) fn drawn(chart: &Chart) -> Result<XlsxChart, XlsxError> {
    let mut drawn = XlsxChart::new(match chart.kind {
        ChartKind::Histogram => ChartType::Column,
        ChartKind::Bar => ChartType::Bar,
        ChartKind::StackedBar => ChartType::BarStacked,
        ChartKind::Line => ChartType::Line,
        ChartKind::Scatter => ChartType::Scatter,
    });
    for series in &chart.series {
        draw(drawn.add_series(), series, chart.kind)?;
    }
    drawn.title().set_name(&label(&chart.title)).set_font(font(12).set_bold());
    let is_lying = matches!(chart.kind, ChartKind::Bar | ChartKind::StackedBar);
    let (across, up) = if is_lying { (&chart.values, &chart.along) } else { (&chart.along, &chart.values) };
    axis(drawn.x_axis(), across);
    axis(drawn.y_axis(), up);
    let values = if is_lying { drawn.x_axis() } else { drawn.y_axis() };
    values.set_major_gridlines(true).set_major_gridlines_line(ChartLine::new().set_color(color(Colour::PaleGrey)));
    if is_lying {
        // The first category on top, the values still at the foot.
        // Every category is named, however long the names are.
        let categories = drawn.y_axis();
        categories.set_major_gridlines(false).set_reverse().set_crossing(ChartAxisCrossing::Max).set_label_interval(1);
    }
    if chart.legend {
        drawn.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9));
    } else {
        drawn.legend().set_hidden();
    }
    drawn.set_alt_text(alternative(&chart.alt_text)).set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
    drawn.set_width(chart.width).set_height(chart.height);
    Ok(drawn)
}

fn draw(drawn: &mut ChartSeries, series: &Series, kind: ChartKind) -> Result<(), XlsxError> {
    drawn
        .set_name(&label(&series.name))
        .set_categories(&range(&series.along)?)
        .set_values(&range(&series.values)?)
        .set_format(&mut format(series.paint));
    match kind {
        ChartKind::Histogram => drawn.set_gap(8),
        ChartKind::StackedBar => drawn.set_gap(40).set_overlap(100),
        ChartKind::Bar => drawn.set_gap(60),
        ChartKind::Line | ChartKind::Scatter => drawn
            .set_marker(&marker(series.paint))
            .set_smooth(kind == ChartKind::Scatter && matches!(series.paint, Paint::Line(..))),
    };
    let mut written = ChartDataLabel::new();
    written.show_value().set_font(&font(9));
    match &series.labels {
        Labels::None => {}
        Labels::Values(format) => {
            if let Some(format) = number_format(*format) {
                written.set_num_format(format);
            }
            drawn.set_data_label(&written);
        }
        Labels::Texts(texts) => {
            let text = |text: &String| ChartDataLabel::new().set_value(&label(text)).set_font(&font(8)).to_custom();
            let texts: Vec<ChartDataLabel> = texts.iter().map(text).collect();
            drawn.set_data_label(written.set_position(ChartDataLabelPosition::Left)).set_custom_data_labels(&texts);
        }
    }
    Ok(())
}

fn format(paint: Paint) -> ChartFormat {
    let mut format = ChartFormat::new();
    match paint {
        Paint::Unseen => format.set_no_fill().set_no_border(),
        Paint::Filled(colour, Pattern::Plain) => {
            format.set_solid_fill(ChartSolidFill::new().set_color(color(colour))).set_border(&edge())
        }
        Paint::Filled(colour, Pattern::Stripes) => {
            let stripes = ChartPatternFillType::DiagonalStripesLightUpwards;
            format.set_pattern_fill(&filled(colour, stripes, Colour::DarkGrey)).set_border(&edge())
        }
        Paint::Filled(colour, Pattern::Dots) => {
            let dots = ChartPatternFillType::Dotted20Percent;
            format.set_pattern_fill(&filled(colour, dots, Colour::White)).set_border(&edge())
        }
        Paint::Line(colour, dash, _) => {
            format.set_line(ChartLine::new().set_color(color(colour)).set_width(2.0).set_dash_type(match dash {
                Dash::Solid => ChartLineDashType::Solid,
                Dash::Dashed => ChartLineDashType::Dash,
                Dash::Dotted => ChartLineDashType::RoundDot,
            }))
        }
        Paint::Points(..) => format.set_no_line(),
    };
    format
}

fn filled(colour: Colour, pattern: ChartPatternFillType, over: Colour) -> ChartPatternFill {
    ChartPatternFill::new()
        .set_pattern(pattern)
        .set_background_color(color(colour))
        .set_foreground_color(color(over))
        .clone()
}

/// A thin line around a filled shape keeps it apart from its neighbour.
fn edge() -> ChartLine {
    ChartLine::new().set_color(color(Colour::White)).set_width(0.75).clone()
}

fn marker(paint: Paint) -> ChartMarker {
    let mut drawn = ChartMarker::new();
    let (Paint::Line(colour, _, Some(marker)) | Paint::Points(colour, marker)) = paint else {
        return drawn.set_none().clone();
    };
    let (kind, size) = match marker {
        Marker::Circle => (ChartMarkerType::Circle, 5),
        Marker::Square => (ChartMarkerType::Square, 5),
        Marker::Triangle => (ChartMarkerType::Triangle, 7),
        Marker::Diamond => (ChartMarkerType::Diamond, 7),
    };
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(color(colour))).set_border(&edge());
    drawn.set_type(kind).set_size(size).set_format(&mut format).clone()
}

fn axis(drawn: &mut ChartAxis, axis: &Axis) {
    drawn.set_font(&font(9));
    if !axis.title.is_empty() {
        drawn.set_name(&label(&axis.title)).set_name_font(&font(10));
    }
    if let Some(format) = number_format(axis.format) {
        drawn.set_num_format(format);
    }
    if let Some(low) = axis.low {
        drawn.set_min(low);
    }
    if let Some(high) = axis.high {
        drawn.set_max(high);
    }
}

/// Chart texts that begin with `=` or look like `sheet!A1` would be taken for addresses; a space without width parts them.
fn label(text: &str) -> String {
    let text = cell_text(text);
    let is_address = |after: &str| {
        !after.is_empty() && after.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '$' | ':'))
    };
    let text = text.trim_start_matches('=');
    match text.split_once('!') {
        Some((before, after)) if is_address(after) => format!("{before}!\u{200b}{after}"),
        _ => text.to_owned(),
    }
}

/// What the format keeps of an alternative text; of a longer one it would keep nothing.
fn alternative(text: &str) -> String {
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= ALT_LIMIT
    };
    cell_text(text).chars().take_while(fits).collect()
}

fn font(size: u8) -> ChartFont {
    ChartFont::new().set_name(FONT).set_size(size).set_default_bold(false).clone()
}

pub(super) fn range(source: &Source) -> Result<ChartRange, XlsxError> {
    let Area { top, left, bottom, right } = source.area;
    Ok(ChartRange::new_from_range(&source.sheet, top, narrow(left)?, bottom, narrow(right)?))
}
