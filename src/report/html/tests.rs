use super::*;
use crate::figures::Figures;
use crate::lang::Lang;
use crate::manifest::Sources;
use crate::report::{Options, example};
use crate::rules::Rules;

fn page_of(figures: &Figures, lang: Lang) -> String {
    let rules = Rules::load(None).unwrap();
    let options = Options { lang, date: None, rules: &rules, sources: &Sources::default(), silent: &[] };
    page(&View::new(figures, &options))
}

#[test]
fn the_page_needs_no_network_and_is_the_same_twice() {
    let figures = example::figures(Pipeline::YearEnd(2024), 40);
    let page = page_of(&figures, Lang::Vi);
    assert!(page == page_of(&figures, Lang::Vi));
    for outside in ["src=", "href=\"http", "url(", "@import", "fetch("] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn every_cell_stands_in_the_ranking_once() {
    let figures = example::figures(Pipeline::YearEnd(2024), 40);
    let page = page_of(&figures, Lang::En);
    assert_eq!(page.matches("<tr data-unit=").count(), figures.ranking.len());
    assert_eq!(page.matches("data-support=\"1\"").count(), figures.ranking.iter().filter(|rank| rank.weak).count());
}

#[test]
fn submitted_text_is_text_and_no_markup() {
    let mut figures = example::figures(Pipeline::YearEnd(2024), 40);
    figures.cell_summary[0].cell_name = "<img src=x onerror=alert(1)>".to_owned();
    let page = page_of(&figures, Lang::Vi);
    assert!(!page.contains("<img"));
    assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"));
}

#[test]
fn a_month_and_a_year_without_figures_have_a_page_too() {
    let month = Pipeline::Monthly("2024-10".parse().unwrap());
    for pipeline in [Pipeline::YearEnd(2024), month] {
        assert!(page_of(&example::empty(pipeline), Lang::Vi).ends_with("</html>"));
    }
}

#[test]
fn the_formal_word_for_a_weak_cell_is_nowhere() {
    let page = page_of(&example::figures(Pipeline::YearEnd(2024), 40), Lang::Vi);
    assert!(!page.to_lowercase().contains("yếu"));
}
