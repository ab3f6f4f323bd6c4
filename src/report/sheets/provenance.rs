//! What the report was made of: the program, what was asked of it, the register, the rules, every file, with hashes.

use super::Name;
use crate::lang::t;
use crate::manifest::sha256;
use crate::report::canvas::{Canvas, Column, Look, Table, Tone};
use crate::report::numbers::{count, tally, window};
use crate::report::plan::{Sheet, Value};
use crate::report::view::View;
use crate::rules::BUILT_IN;

/// Fills the sheet.
pub(in crate::report) fn sheet(view: &View<'_>) -> Sheet {
    let mut canvas = Canvas::new(view, &Name::Provenance.tab(view.lang()), vec![6.0, 58.0, 22.0, 74.0]).wide();
    canvas.heading(&t!(view.lang(), "what-this-report-was-made-of"), "");
    canvas.note(&t!(view.lang(), "hash-note"));
    canvas.skip(1);
    let section = |canvas: &mut Canvas, title: &str, about: &str| {
        canvas.section(title);
        let table = Table::new(vec![
            Column::new(t!(view.lang(), "row-number"), Look::Whole),
            Column::new(t!(view.lang(), "name-as-title"), Look::Text),
            Column::new(about, Look::Text),
            Column::new(t!(view.lang(), "sha-256"), Look::Text),
        ]);
        canvas.head(&table);
        table
    };
    let table = section(&mut canvas, &t!(view.lang(), "n-1-program"), &t!(view.lang(), "version"));
    let span = window(view.lang(), view.figures.window);
    let version = env!("CARGO_PKG_VERSION");
    canvas.row(&table, vec![1_i64.into(), format!("chibo, {span}").into(), version.into(), Value::Blank], Tone::Plain);
    for (number, (name, value)) in (2_i64..).zip(&view.options.sources.options) {
        let name = format!("--{}", name.replace('_', "-"));
        canvas.row(&table, vec![number.into(), name.into(), value.as_str().into(), Value::Blank], Tone::Plain);
    }
    canvas.skip(1);
    let rules = &view.options.rules.files;
    let table = section(&mut canvas, &t!(view.lang(), "n-2-register-and-rules"), &t!(view.lang(), "source-of-rule"));
    let register = t!(view.lang(), "register");
    let (own, built_in) = (t!(view.lang(), "the-committees-own"), t!(view.lang(), "built-in"));
    canvas.row(
        &table,
        vec![1_i64.into(), register.into(), Value::Blank, view.options.sources.register.as_str().into()],
        Tone::Plain,
    );
    for (number, (path, text)) in (2_i64..).zip(rules) {
        let as_built = BUILT_IN.iter().any(|(name, built)| name == path && built == text);
        let whose = if as_built { &built_in } else { &own };
        let values = vec![
            number.into(),
            format!("pipelines/{path}").into(),
            whose.as_str().into(),
            sha256(text.as_bytes()).into(),
        ];
        canvas.row(&table, values, Tone::Plain);
    }
    canvas.skip(1);
    let inputs = &view.options.sources.inputs;
    let number = count(view.lang(), tally(inputs));
    let table = section(&mut canvas, &t!(view.lang(), "n-3-files-of-the-inbox", number), &t!(view.lang(), "readable"));
    let (yes, no) = (t!(view.lang(), "yes"), t!(view.lang(), "no"));
    for (number, input) in (1_i64..).zip(inputs) {
        let read = if input.read { &yes } else { &no };
        let values =
            vec![number.into(), input.file.as_str().into(), read.as_str().into(), input.sha256.as_str().into()];
        canvas.row(&table, values, Tone::Plain);
    }
    canvas.finish()
}
