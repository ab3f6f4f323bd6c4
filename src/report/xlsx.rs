//! A planned workbook as xlsx bytes. The same plan gives the same bytes.

mod sparklines;

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, ConditionalFormat2ColorScale, ConditionalFormatDataBar, ConditionalFormatType, DataValidation,
    DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Formula,
    Note as XlsxNote, Table, TableColumn, TableStyle, Url, Workbook as XlsxWorkbook, Worksheet, XlsxError,
};

use super::measure;
use super::plan::{
    Area, Conditional, Entry, Letterhead, NamedTable, Note, Orientation, Page, Protection, Sheet, Validation, Value,
    Workbook, cell_text, quoted,
};
use super::style::{Border, Colour, FONT, Horizontal, Lock, NumberFormat, Style, Underline, Vertical};
use crate::finding::column_letters;
use crate::lang::Lang;

/// What made the file.
const PROGRAM: &str = concat!("chibo ", env!("CARGO_PKG_VERSION"));
mod chart;

/// Who notes are by; no person's name and no clock may reach a file.
const NOTE_AUTHOR: &str = "chibo";
/// Most characters of a header or footer.
const MOST_HEAD: usize = 255;
/// Most characters of one text in it.
const LONGEST_FOOT: usize = 80;
/// Size of the text of notes, in points.
const NOTE_SIZE: u8 = 11;

/// The workbook cannot be written as planned.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A sheet breaks a limit or rule of the format.
    #[error("sheet “{sheet}”: {source}")]
    Sheet {
        /// Which sheet.
        sheet: String,
        /// What is wrong.
        source: XlsxError,
    },
    /// The whole cannot be put together.
    #[error(transparent)]
    Workbook(#[from] XlsxError),
}

/// The bytes of the workbook.
///
/// # Errors
///
/// If a sheet name, a merged area or a place breaks the rules of the format.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>, WriteError> {
    let mut book = XlsxWorkbook::new();
    book.set_properties(&properties(workbook)?);
    // 64 pixels is the standard column for a font whose digits are 7 pixels wide, as this one's are.
    book.set_default_format(&Format::new().set_font_name(FONT).set_font_size(11), 20, 64)?;
    let mut formats = Formats { locale: workbook.locale, ..Formats::default() };
    for sheet in &workbook.sheets {
        fill(book.add_worksheet(), sheet, &mut formats)
            .map_err(|source| WriteError::Sheet { sheet: sheet.name.clone(), source })?;
    }
    Ok(book.save_to_buffer()?)
}

/// The creation day is a constant, since no output may depend on the clock.
fn properties(workbook: &Workbook) -> Result<DocProperties, XlsxError> {
    let properties = DocProperties::new()
        .set_title(cell_text(&workbook.title))
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    Ok(match &workbook.author {
        Some(author) => {
            let author = cell_text(author);
            properties.set_author(&*author).set_company(&*author).set_comment(PROGRAM)
        }
        None => properties,
    })
}

fn fill(target: &mut Worksheet, sheet: &Sheet, formats: &mut Formats) -> Result<(), XlsxError> {
    target.set_name(&sheet.name)?;
    shape(target, sheet)?;
    for cell in &sheet.cells {
        put(target, (cell.row, narrow(cell.column)?), &cell.value, cell.style, formats)?;
    }
    for merge in &sheet.merges {
        let (area, at) = (merge.area, (merge.area.top, narrow(merge.area.left)?));
        if !area.is_single() {
            let format = formats.of(merge.style, &merge.value);
            target.merge_range(area.top, at.1, area.bottom, narrow(area.right)?, "", format)?;
        }
        put(target, at, &merge.value, merge.style, formats)?;
    }
    for conditional in &sheet.conditionals {
        add_conditional(target, conditional)?;
    }
    for validation in &sheet.validations {
        add_validation(target, validation)?;
    }
    for note in &sheet.notes {
        target.insert_note(note.row, narrow(note.column)?, &noted(note))?;
    }
    if let Some(table) = &sheet.table {
        add_table(target, table)?;
    }
    for planned in &sheet.charts {
        // Not on the edge of its row, or its frame is printed at the foot of the page before.
        target.insert_chart_with_offset(planned.row, narrow(planned.column)?, &chart::drawn(planned)?, 0, 2)?;
    }
    for line in &sheet.sparklines {
        sparklines::add(target, line)?;
    }
    set_page(target, &sheet.page)
}

fn shape(target: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    for (column, shape) in &sheet.columns {
        if let Some(width) = shape.width {
            target.set_column_width(narrow(*column)?, width)?;
        }
        if shape.hidden {
            target.set_column_hidden(narrow(*column)?)?;
        }
    }
    for (row, shape) in &sheet.rows {
        if let Some(height) = shape.height {
            target.set_row_height(*row, height)?;
        }
        if shape.hidden {
            target.set_row_hidden(*row)?;
        }
    }
    if let Some((row, column)) = sheet.freeze {
        target.set_freeze_panes(row, narrow(column)?)?;
    }
    if let Some(area) = sheet.autofilter {
        target.autofilter(area.top, narrow(area.left)?, area.bottom, narrow(area.right)?)?;
    }
    if let Some(colour) = sheet.tab {
        target.set_tab_color(color(colour));
    }
    if sheet.protection == Protection::Locked {
        target.protect();
    }
    target.set_screen_gridlines(sheet.gridlines);
    target.set_hidden(sheet.hidden);
    Ok(())
}

fn put(
    target: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    style: Style,
    formats: &mut Formats,
) -> Result<(), XlsxError> {
    let format = formats.of(style, value);
    match value {
        Value::Text(text) if !text.is_empty() => {
            target.write_string_with_format(row, column, cell_text(text), format)?;
        }
        Value::Number(number) | Value::Share(number) if number.is_finite() => {
            target.write_number_with_format(row, column, *number, format)?;
        }
        Value::Integer(number) => {
            #[expect(clippy::cast_precision_loss, reason = "the format stores every number as a float")]
            target.write_number_with_format(row, column, *number as f64, format)?;
        }
        Value::Date(day) => {
            target.write_date_with_format(row, column, day, format)?;
        }
        Value::Formula { formula, result } => {
            let formula = Formula::new(formula.written()).set_result(result.to_string());
            target.write_formula_with_format(row, column, formula, format)?;
        }
        Value::Truth(truth) => {
            target.write_boolean_with_format(row, column, *truth, format)?;
        }
        Value::Link { text, sheet, row: to_row, column: to_column } => {
            let address = format!("internal:{}!{}{}", quoted(sheet), column_letters(*to_column), to_row + 1);
            target.write_url_with_format(row, column, Url::new(address).set_text(cell_text(text)), format)?;
        }
        Value::Blank | Value::Text(_) | Value::Number(_) | Value::Share(_) => {
            target.write_blank(row, column, format)?;
        }
    }
    Ok(())
}

/// Formats already made: making one for every cell would cost more than writing it.
#[derive(Default)]
struct Formats {
    locale: Option<Lang>,
    made: BTreeMap<(Style, bool), Format>,
}

impl Formats {
    fn of(&mut self, style: Style, value: &Value) -> &Format {
        let format = match (style.format, value) {
            (NumberFormat::General, Value::Share(_)) => NumberFormat::Percent,
            (NumberFormat::General, Value::Date(_)) => NumberFormat::Day,
            (other, _) => other,
        };
        let style = Style { format, ..style };
        // The quote keeps such text from turning into a formula when somebody edits the cell.
        let quoted = matches!(value, Value::Text(text) if text.starts_with(['=', '+', '-', '@']));
        self.made.entry((style, quoted)).or_insert_with(|| made(style, quoted, self.locale))
    }
}

fn made(style: Style, quoted: bool, locale: Option<Lang>) -> Format {
    let mut format = Format::new()
        .set_font_name(style.font)
        .set_font_size(style.size)
        .set_font_color(color(style.colour))
        .set_rotation(style.rotation)
        .set_align(match style.vertical {
            Vertical::Top => FormatAlign::Top,
            Vertical::Middle => FormatAlign::VerticalCenter,
            Vertical::Bottom => FormatAlign::Bottom,
        })
        .set_align(match style.horizontal {
            Horizontal::General => FormatAlign::General,
            Horizontal::Left => FormatAlign::Left,
            Horizontal::Centre => FormatAlign::Center,
            Horizontal::Right => FormatAlign::Right,
        });
    format = match style.border {
        Border::None => format,
        Border::Thin => format.set_border(FormatBorder::Thin).set_border_color(color(Colour::Grey)),
        Border::Below => format.set_border_bottom(FormatBorder::Thin),
        Border::Heavy => format.set_border(FormatBorder::Thick).set_border_color(color(Colour::Accent)),
        Border::Dashed => format.set_border(FormatBorder::MediumDashed).set_border_color(color(Colour::DarkGrey)),
    };
    if let Some(code) = number_format(style.format) {
        format = format.set_num_format(localised(code, locale));
    }
    if let Some(fill) = style.fill {
        format = format.set_background_color(color(fill));
    }
    if style.indent > 0 {
        format = format.set_indent(style.indent);
    }
    if style.bold {
        format = format.set_bold();
    }
    if style.italic {
        format = format.set_italic();
    }
    if style.underline == Underline::Single {
        format = format.set_underline(FormatUnderline::Single);
    }
    if style.wrap {
        format = format.set_text_wrap();
    }
    if style.lock == Lock::Open {
        format = format.set_unlocked();
    }
    if quoted {
        format = format.set_quote_prefix();
    }
    format
}

/// A code of numbers with the separators of a language. Excel puts in those of its own system, others obey.
fn localised(code: &str, locale: Option<Lang>) -> String {
    /// Windows' number of Vietnamese.
    const VIETNAMESE: &str = "[$-42A]";
    match locale {
        Some(Lang::Vi) if code.contains('0') => {
            code.split(';').map(|part| format!("{VIETNAMESE}{part}")).collect::<Vec<_>>().join(";")
        }
        _ => code.to_owned(),
    }
}

fn number_format(format: NumberFormat) -> Option<&'static str> {
    match format {
        NumberFormat::General => None,
        NumberFormat::Whole => Some("#,##0"),
        NumberFormat::OneDecimal => Some("#,##0.0"),
        NumberFormat::TwoDecimals => Some("#,##0.00"),
        NumberFormat::WholeChange => Some("+#,##0;-#,##0;0"),
        NumberFormat::Change => Some("+#,##0.0;-#,##0.0;0.0"),
        NumberFormat::FineChange => Some("+#,##0.00;-#,##0.00;0.00"),
        NumberFormat::Percent => Some("0.0%"),
        NumberFormat::WholePercent => Some("0%"),
        NumberFormat::LargePercent => Some("[<0.04]\"\";0%"),
        NumberFormat::Day => Some("dd/mm/yyyy"),
        NumberFormat::Text => Some("@"),
    }
}

fn add_table(target: &mut Worksheet, table: &NamedTable) -> Result<(), XlsxError> {
    let columns: Vec<TableColumn> = table.headers.iter().map(|header| TableColumn::new().set_header(header)).collect();
    let object = Table::new().set_name(&table.name).set_columns(&columns).set_style(TableStyle::Light1);
    let area = table.area;
    target.add_table(area.top, narrow(area.left)?, area.bottom, narrow(area.right)?, &object)?;
    Ok(())
}

fn add_conditional(target: &mut Worksheet, conditional: &Conditional) -> Result<(), XlsxError> {
    match conditional {
        Conditional::Bar { area, colour, low, high } => {
            let bar = ConditionalFormatDataBar::new()
                .set_fill_color(color(*colour))
                .set_solid_fill(true)
                .set_border_off(true)
                .set_minimum(ConditionalFormatType::Number, *low)
                .set_maximum(ConditionalFormatType::Number, *high);
            target.add_conditional_format(area.top, narrow(area.left)?, area.bottom, narrow(area.right)?, &bar)?;
        }
        Conditional::Scale { area, low, high } => {
            let scale =
                ConditionalFormat2ColorScale::new().set_minimum_color(color(*low)).set_maximum_color(color(*high));
            target.add_conditional_format(area.top, narrow(area.left)?, area.bottom, narrow(area.right)?, &scale)?;
        }
    }
    Ok(())
}

fn add_validation(target: &mut Worksheet, validation: &Validation) -> Result<(), XlsxError> {
    let rule = DataValidation::new();
    let rule = match &validation.entry {
        Entry::OneOf(words) => rule.allow_list_strings(words)?,
        Entry::OneOfCells { sheet, area } => rule.allow_list_formula(Formula::new(address(sheet, *area))),
        Entry::Whole(low, high) => rule.allow_whole_number(DataValidationRule::Between(*low, *high)),
        Entry::Decimal(low, high) => rule.allow_decimal_number(DataValidationRule::Between(*low, *high)),
        Entry::Day(first, last) => {
            let day = |day: &chrono::NaiveDate| ExcelDateTime::parse_from_str(&day.to_string());
            rule.allow_date(DataValidationRule::Between(day(first)?, day(last)?))
        }
    };
    let rule = rule.set_error_message(cell_text(&validation.message))?;
    let area = validation.area;
    target.add_data_validation(area.top, narrow(area.left)?, area.bottom, narrow(area.right)?, &rule)?;
    Ok(())
}

/// A note as large as its text needs. A note holds 54 characters less than a cell.
fn noted(note: &Note) -> XlsxNote {
    const WIDTH: u32 = 320;
    const LONGEST: usize = 2000;
    let text: String = cell_text(&note.text).chars().take(LONGEST).collect();
    XlsxNote::new(text.clone())
        .set_author(NOTE_AUTHOR)
        .add_author_prefix(false)
        .set_font_name(FONT)
        .set_font_size(NOTE_SIZE)
        .set_width(WIDTH)
        .set_height(measure::note_height(&text, f64::from(WIDTH), Style::PLAIN.size(NOTE_SIZE)))
}

fn set_page(target: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    const A4: u8 = 9;
    const FOOTER_INCHES: f64 = 0.3;
    target.set_paper_size(A4);
    match page.orientation {
        Orientation::Landscape => target.set_landscape(),
        Orientation::Portrait => target.set_portrait(),
    };
    let [top, right, bottom, left] = page.margins.map(|millimetres| millimetres / 25.4);
    target.set_margins(left, right, top, bottom, FOOTER_INCHES, FOOTER_INCHES);
    if page.fit_width {
        target.set_print_fit_to_pages(1, page.pages_tall.unwrap_or(0));
    }
    if let Some(area) = page.print_area {
        target.set_print_area(area.top, narrow(area.left)?, area.bottom, narrow(area.right)?)?;
    }
    if let Some((first, last)) = page.repeat_rows {
        target.set_repeat_rows(first, last)?;
    }
    if let Some(letterhead) = &page.letterhead {
        target.set_header(head(letterhead));
    }
    let left = page.footer.as_deref().map(|text| format!("&L&\"{FONT},Italic\"&9{}", foot(text)));
    let right = page.page_word.as_deref().map(|word| format!("&R&\"{FONT},Regular\"&9{} &P/&N", foot(word)));
    if left.is_some() || right.is_some() {
        target.set_footer(left.unwrap_or_default() + &right.unwrap_or_default());
    }
    Ok(())
}

/// The codes of a letterhead: two lines at the left, two at the right. The names of organs are cut where all of it does not
/// fit; place and date never are.
fn head(letterhead: &Letterhead) -> String {
    let Letterhead { superior, issuer, party, date } = letterhead;
    let font = format!("&11&\"{FONT},Regular\"");
    let with = |font: &str, most: usize| {
        let [superior, issuer] = [superior, issuer].map(|text| footed(text, most));
        let [party, date] = [party, date].map(|text| footed(text, usize::MAX));
        format!("&L{font}{superior}\n&B{issuer}&R{font}&B{party}&B\n&I{date}")
    };
    let fits = |head: &String| head.encode_utf16().count() <= MOST_HEAD;
    let shorter = (0..LONGEST_FOOT).rev().map(|most| with("", most));
    [with(&font, LONGEST_FOOT)].into_iter().chain(shorter).find(fits).unwrap_or_default()
}

/// A footer holds 255 characters in all, and `&` begins a command in it.
fn foot(text: &str) -> String {
    footed(text, LONGEST_FOOT)
}

fn footed(text: &str, most: usize) -> String {
    cell_text(text).chars().take(most).collect::<String>().replace('&', "&&")
}

fn address(sheet: &str, area: Area) -> String {
    let (left, right) = (column_letters(area.left), column_letters(area.right));
    format!("={}!${left}${}:${right}${}", quoted(sheet), area.top + 1, area.bottom + 1)
}

fn color(colour: Colour) -> Color {
    Color::RGB(colour.rgb())
}

/// The format counts columns in 16 bits.
fn narrow(column: u32) -> Result<u16, XlsxError> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}

#[cfg(test)]
mod tests;
