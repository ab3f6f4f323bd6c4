use std::collections::BTreeSet;

use super::*;
use crate::figures::{Figures, Pipeline};
use crate::lang::Lang;
use crate::manifest::Sources;
use crate::report::{Options, example};
use crate::rules::Rules;

fn books(figures: &Figures, lang: Lang) -> Vec<(String, Workbook)> {
    let rules = Rules::load(None).unwrap();
    let options = Options { lang, date: None, rules: &rules, sources: &Sources::default(), silent: &[] };
    let view = View::new(figures, &options);
    workbooks(&view).map(|(code, book)| (code.to_owned(), book)).collect()
}

fn texts(book: &Workbook) -> Vec<&str> {
    let cells = book.sheets.iter().flat_map(|sheet| {
        sheet.cells.iter().map(|cell| &cell.value).chain(sheet.merges.iter().map(|merge| &merge.value))
    });
    cells.filter_map(|value| if let Value::Text(text) = value { Some(text.as_str()) } else { None }).collect()
}

#[test]
fn every_committee_with_cells_has_a_workbook_of_its_own() {
    let figures = example::figures(Pipeline::YearEnd(2024), 40);
    let books = books(&figures, Lang::Vi);
    let units: BTreeSet<&str> =
        figures.cell_summary.iter().filter_map(|cell| Some(cell.unit_id.as_ref()?.as_str())).collect();
    let codes: BTreeSet<&str> = books.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, units);
}

#[test]
fn a_committee_reads_the_names_of_its_own_cells_only() {
    let figures = example::figures(Pipeline::YearEnd(2024), 40);
    for (code, book) in books(&figures, Lang::Vi) {
        let texts = texts(&book);
        for cell in &figures.cell_summary {
            let own = cell.unit_id.as_ref().is_some_and(|unit| unit.as_str() == code);
            let alike =
                figures.cell_summary.iter().any(|it| it.cell_name == cell.cell_name && it.cell_id != cell.cell_id);
            if own {
                assert!(texts.contains(&cell.cell_name.as_str()), "{code} lacks {}", cell.cell_name);
            } else if !alike {
                assert!(!texts.contains(&cell.cell_name.as_str()), "{code} reads {}", cell.cell_name);
            }
        }
    }
}

#[test]
fn errors_stand_before_warnings_and_only_its_own_are_told() {
    let figures = example::figures(Pipeline::YearEnd(2024), 40);
    let of = |severity: Severity| {
        figures.findings.iter().filter(|finding| finding.severity == severity && finding.sheet.is_some()).count()
    };
    let mut told = 0;
    for (code, book) in books(&figures, Lang::En) {
        let mend = book.sheets.last().unwrap();
        let kinds: Vec<&str> = mend
            .cells
            .iter()
            .filter(|cell| cell.column == 1)
            .filter_map(|cell| if let Value::Text(text) = &cell.value { Some(text.as_str()) } else { None })
            .filter(|text| ["Error", "Warning"].contains(text))
            .collect();
        assert!(kinds.is_sorted(), "{code}: {kinds:?}");
        told += kinds.len();
    }
    assert!(told > 0 && told <= of(Severity::Error) + of(Severity::Warning), "{told}");
}
