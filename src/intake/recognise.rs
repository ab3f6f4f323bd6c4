//! Sheet + forms → blocks: which form, where its header stands, which column carries which field, and how we know.

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use super::cells::{Sheet, SheetRow};
use super::header::{self, HeaderPath, contains};
use super::rows::is_numbering;
use crate::rules::forms::{ColumnField, Form, FormKind};
use crate::text::{self, Marks};

/// A column and the field it carries.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundColumn {
    /// Column from 0.
    pub column: u32,
    /// Its field.
    pub field: ColumnField,
    /// Its titles as written.
    pub title: String,
    /// How well the titles name the field, 0–1.
    pub confidence: f64,
    /// The second-best field.
    pub runner_up: Option<(ColumnField, f64)>,
}

/// What was recognised of a table, for those who want to see why.
#[derive(Debug, Clone, PartialEq)]
pub struct TableSeen {
    /// Its form.
    pub form: FormKind,
    /// First and last header row, from 0.
    pub header: (u32, u32),
    /// Recognised columns.
    pub columns: Vec<BoundColumn>,
    /// Columns with titles nobody knows.
    pub unknown: Vec<HeaderPath>,
}

/// A table in a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Block<'a> {
    /// Its form.
    pub form: &'a Form,
    /// First header row, from 0.
    pub header_first: u32,
    /// Last header row, from 0.
    pub header_last: u32,
    /// First row that no longer belongs to it, from 0.
    pub end: u32,
    /// Recognised columns.
    pub columns: Vec<BoundColumn>,
    /// Columns with titles nobody knows.
    pub unknown: Vec<HeaderPath>,
    /// Σ confidence.
    score: f64,
}

impl Block<'_> {
    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: ColumnField) -> Option<u32> {
        self.columns.iter().find(|bound| bound.field == field).map(|bound| bound.column)
    }

    /// What was recognised, without the borrowed form.
    #[must_use]
    pub fn seen(&self) -> TableSeen {
        TableSeen {
            form: self.form.kind,
            header: (self.header_first, self.header_last),
            columns: self.columns.clone(),
            unknown: self.unknown.clone(),
        }
    }

    /// Whether the block carries a field.
    #[must_use]
    pub fn has(&self, field: ColumnField) -> bool {
        self.column(field).is_some()
    }

    /// The rows between header and end.
    pub fn rows<'s>(&self, sheet: &'s Sheet) -> impl Iterator<Item = &'s SheetRow> {
        let (after, end) = (self.header_last, self.end);
        sheet.rows.iter().filter(move |row| row.index > after && row.index < end)
    }
}

/// Deepest header looked for.
const HEADER_ROWS: usize = 3;
/// A deeper header with this share of a shallower one's score is as good, for whole paths match a little less.
const AS_GOOD: f64 = 0.95;
/// What a title in the sheet adds to its form's score.
const TITLE_BONUS: f64 = 1.5;
/// A further block needs this share of the best header's score.
const FURTHER_BLOCK: f64 = 0.7;

/// Columns a table needs beyond the usual, if none of them names a cell.
const UNNAMED_TABLE: usize = 2;

/// Recognises sheets by the forms. What a title names is the same in every sheet, so it is judged once.
#[derive(Debug)]
pub struct Recogniser<'a> {
    forms: &'a [Form],
    known: Vec<RwLock<BTreeMap<Vec<String>, Judged>>>,
}

/// The fields a path of titles may name, best first.
type Judged = Arc<[(ColumnField, f64)]>;

/// Titles remembered of a form, at most: people write a few hundred, hostile files any number.
const REMEMBERED: usize = 20_000;
/// Rows from the top in which titles are looked for.
const TITLE_ROWS: usize = 12;

/// Rows that could be a header, with their titles; the same for every form.
struct Span {
    first: u32,
    last: u32,
    paths: Vec<HeaderPath>,
}

impl<'a> Recogniser<'a> {
    /// By some forms.
    #[must_use]
    pub fn new(forms: &'a [Form]) -> Self {
        Self { forms, known: forms.iter().map(|_| RwLock::default()).collect() }
    }

    /// The blocks of a sheet, top to bottom; none where no form fits.
    #[must_use]
    pub fn blocks(&self, sheet: &Sheet) -> Vec<Block<'a>> {
        let spans = spans(sheet);
        let of_form = |(form, known): (&'a Form, &RwLock<_>)| {
            let judge = |path: &HeaderPath| judged(path, form, known);
            let candidates = deepest(spans.iter().filter_map(|span| bind(span, form, judge)).collect());
            let top = candidates.iter().map(|block| block.score).max_by(f64::total_cmp)?;
            Some((top, apart(candidates, top * FURTHER_BLOCK)))
        };
        let found: Vec<(f64, Vec<Block<'a>>)> = self.forms.iter().zip(&self.known).filter_map(of_form).collect();
        let header = |blocks: &[Block<'_>]| blocks.first().map_or(0, |block| block.header_first);
        let lines = lines_above(sheet, found.iter().map(|(_, blocks)| header(blocks)).max().unwrap_or(0));
        let mut best: Option<(f64, Vec<Block<'a>>)> = None;
        for (top, blocks) in found {
            let (form, header) = (blocks.first().map(|block| block.form), header(&blocks));
            let otherwise = form.is_some_and(|form| titled_otherwise(&lines, form, header));
            let score = top + if form.is_some_and(|form| titled(&lines, form, header)) { TITLE_BONUS } else { 0.0 };
            if !otherwise && best.as_ref().is_none_or(|(other, _)| score > *other) {
                best = Some((score, blocks));
            }
        }
        best.map(|(_, blocks)| blocks).unwrap_or_default()
    }
}

fn judged(path: &HeaderPath, form: &Form, known: &RwLock<BTreeMap<Vec<String>, Judged>>) -> Judged {
    let remembered = known.read().ok().and_then(|known| known.get(&path.titles).cloned());
    remembered.unwrap_or_else(|| {
        let judged: Judged = header::matches(path, form).into();
        if let Ok(mut known) = known.write()
            && known.len() < REMEMBERED
        {
            known.insert(path.titles.clone(), Arc::clone(&judged));
        }
        judged
    })
}

/// The blocks of a single sheet.
#[must_use]
pub fn blocks<'a>(sheet: &Sheet, forms: &'a [Form]) -> Vec<Block<'a>> {
    Recogniser::new(forms).blocks(sheet)
}

/// What comes nearest to a header in a sheet no form fits: for the one finding that says what was looked for and seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Nearest {
    /// The form it comes nearest to.
    pub form: FormKind,
    /// Its row, from 0.
    pub row: u32,
    /// Titles that name a field of the form, as written.
    pub known: Vec<String>,
}

/// The row that comes nearest to a header, if any title is known at all.
#[must_use]
pub fn nearest(sheet: &Sheet, forms: &[Form]) -> Option<Nearest> {
    let mut best: Option<Nearest> = None;
    for form in forms {
        for row in sheet.rows.iter().filter(|row| header::is_header_row(row)) {
            let paths = header::paths(sheet, &[row]);
            let judged: Vec<Judged> = paths.iter().map(|path| header::matches(path, form).into()).collect();
            let taken = assign(&judged);
            let known = taken.keys().filter_map(|position| paths.get(*position)).map(HeaderPath::written);
            let known = known.filter(|title| !title.is_empty());
            let known: Vec<String> = known.collect();
            if known.len() > best.as_ref().map_or(0, |other| other.known.len()) {
                best = Some(Nearest { form: form.kind, row: row.index, known });
            }
        }
    }
    best
}

/// The words of the texts above a header, row by row.
fn lines_above(sheet: &Sheet, header: u32) -> Vec<(u32, Vec<Vec<String>>)> {
    let line = |row: &SheetRow| {
        let words = row.texts().map(|(_, text)| text::words(text, Marks::Removed));
        (row.index, words.collect::<Vec<_>>())
    };
    let rows = sheet.rows.iter().take(TITLE_ROWS * 4).take_while(|row| row.index < header);
    rows.map(line).collect()
}

fn titled(lines: &[(u32, Vec<Vec<String>>)], form: &Form, header: u32) -> bool {
    let mut texts = lines.iter().take(TITLE_ROWS).take_while(|(row, _)| *row < header).flat_map(|(_, texts)| texts);
    texts.any(|words| form.titles.iter().any(|it| contains(words, it)))
}

/// A schedule or plan has the columns of a report and none of its facts.
fn titled_otherwise(lines: &[(u32, Vec<Vec<String>>)], form: &Form, header: u32) -> bool {
    let mut texts = lines.iter().take_while(|(row, _)| *row < header).flat_map(|(_, texts)| texts);
    texts.any(|words| form.not_titles.iter().any(|it| words.starts_with(it)))
}

/// Every run of rows that could be a header.
fn spans(sheet: &Sheet) -> Vec<Span> {
    let mut found = Vec::new();
    for start in 0..sheet.rows.len() {
        for depth in 1..=HEADER_ROWS {
            let Some(rows) = sheet.rows.get(start..start + depth) else { break };
            let rows: Vec<&SheetRow> = rows.iter().collect();
            if !consecutive_header_rows(&rows) {
                break;
            }
            // The outermost row tells whether it is of the header; what lies between it and the last is.
            let above = rows.split_last().map_or(&[][..], |(_, above)| above);
            let of_header = above.first().is_none_or(|row| header::is_group_row(sheet, row));
            if of_header && !above.iter().any(|row| header::is_dated(row)) {
                let (Some(first), Some(last)) = (rows.first(), rows.last()) else { continue };
                found.push(Span { first: first.index, last: last.index, paths: header::paths(sheet, &rows) });
            }
        }
    }
    found
}

/// Of headers that end in the same row the deepest, unless a shallower one names clearly more: titles of groups belong
/// to the header, though the titles below them may do without.
fn deepest(candidates: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let mut kept: Vec<Block<'_>> = Vec::new();
    for block in candidates {
        match kept.iter_mut().find(|other| other.header_last == block.header_last) {
            Some(other) => {
                let (best, deeper) = (other.score.max(block.score), block.header_first < other.header_first);
                let enough =
                    if deeper { block.score >= other.score * AS_GOOD } else { other.score < block.score * AS_GOOD };
                if enough {
                    *other = block;
                }
                other.score = best;
            }
            None => kept.push(block),
        }
    }
    kept
}

fn consecutive_header_rows(rows: &[&SheetRow]) -> bool {
    rows.iter().all(|row| header::is_header_row(row) && !is_numbering(row))
        && rows.iter().zip(rows.iter().skip(1)).all(|(above, below)| above.index + 1 == below.index)
}

fn bind<'a>(span: &Span, form: &'a Form, judge: impl Fn(&HeaderPath) -> Judged) -> Option<Block<'a>> {
    let paths = &span.paths;
    if paths.len() < form.fields_needed {
        return None;
    }
    let judged: Vec<Judged> = paths.iter().map(judge).collect();
    let taken = assign(&judged);
    // A roster of members has names and numbers in plenty; they do not make it a table of cells.
    let aside = [ColumnField::Ordinal, ColumnField::Personal, ColumnField::Note];
    let fields = taken.values().filter(|(field, _)| !aside.contains(field)).count();
    let keyed = taken.values().any(|(field, _)| form.kind.keys().contains(field));
    // A table of one cell names it above itself; it takes more columns to be sure of such a one.
    let alone = form.kind == FormKind::MonthlyTable && fields >= form.fields_needed + UNNAMED_TABLE;
    if !(keyed && fields >= form.fields_needed || alone) {
        return None;
    }
    let score = taken.values().map(|(_, score)| score).sum();
    let mut columns = Vec::new();
    let mut unknown = Vec::new();
    for (position, (path, matches)) in paths.iter().zip(&judged).enumerate() {
        match taken.get(&position) {
            Some((field, confidence)) => columns.push(BoundColumn {
                column: path.column,
                field: *field,
                title: path.written(),
                confidence: *confidence,
                runner_up: matches.iter().copied().find(|(other, _)| other != field),
            }),
            None => unknown.push(path.clone()),
        }
    }
    let (header_first, header_last) = (span.first, span.last);
    Some(Block { form, header_first, header_last, end: u32::MAX, columns, unknown, score })
}

/// The field of each column, best match first; a field goes to one column, personal data and the days of a plan, which
/// may be given by quarter, to any number.
fn assign(judged: &[Judged]) -> BTreeMap<usize, (ColumnField, f64)> {
    let mut offers: Vec<(f64, usize, ColumnField)> = Vec::new();
    for (position, matches) in judged.iter().enumerate() {
        offers.extend(matches.iter().map(|(field, score)| (*score, position, *field)));
    }
    offers.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)).then(one.2.cmp(&other.2)));
    let mut taken: BTreeMap<usize, (ColumnField, f64)> = BTreeMap::new();
    for (score, position, field) in offers {
        let many = matches!(field, ColumnField::Personal | ColumnField::SubmittedOn | ColumnField::ApprovedOn);
        let free = many || taken.values().all(|(other, _)| *other != field);
        if free {
            taken.entry(position).or_insert((field, score));
        }
    }
    taken
}

/// The best candidates that do not overlap, top to bottom, each ending where the next begins.
fn apart(mut candidates: Vec<Block<'_>>, least: f64) -> Vec<Block<'_>> {
    candidates.retain(|block| block.score >= least);
    let depth = |block: &Block<'_>| block.header_last - block.header_first;
    candidates.sort_by(|one, other| {
        other
            .score
            .total_cmp(&one.score)
            .then(depth(one).cmp(&depth(other)))
            .then(one.header_first.cmp(&other.header_first))
    });
    let mut kept: Vec<Block<'_>> = Vec::new();
    for block in candidates {
        let clear =
            |other: &Block<'_>| block.header_last < other.header_first || other.header_last < block.header_first;
        if kept.iter().all(clear) {
            kept.push(block);
        }
    }
    kept.sort_by_key(|block| block.header_first);
    let starts: Vec<u32> = kept.iter().skip(1).map(|block| block.header_first).collect();
    for (block, next) in kept.iter_mut().zip(starts) {
        block.end = next;
    }
    kept
}
