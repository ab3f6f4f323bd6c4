//! Checking rule files: every problem of every file, with its line where that is known.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::BUILT_IN;
use crate::error::{Message, Problem};
use crate::lang::t;

/// What is wrong in a rule file, and at which byte of it, if that is known.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) at: Option<usize>,
    pub(super) what: String,
}

impl Wrong {
    pub(super) fn at(at: usize, what: impl Into<String>) -> Self {
        Self { at: Some(at), what: what.into() }
    }
}

impl<T: Into<String>> From<T> for Wrong {
    fn from(what: T) -> Self {
        Self { at: None, what: what.into() }
    }
}

/// The rule files being checked, and every problem found so far.
pub(super) struct Checking<'a> {
    pub(super) files: &'a BTreeMap<String, String>,
    pub(super) problems: Vec<Problem>,
}

impl Checking<'_> {
    pub(super) fn report(&mut self, file: &str, line: Option<i64>, what: &str) {
        let near = meant(what);
        let message = Message::of(|lang| {
            if let Some(near) = &near {
                t!(lang, "rule-mistake-with-nearest", what, near)
            } else {
                t!(lang, "rule-mistake", what)
            }
        });
        self.problems.push(Problem::new(&format!("pipelines/{file}"), line, message));
    }

    /// A file nothing reads is a misspelt name, or a rule somebody believes in.
    pub(super) fn unknown_files(&mut self) {
        let known = |path: &str| {
            let free = ["forms/", "rubrics/"].iter().any(|folder| path.starts_with(folder)) && has_ending(path, "toml");
            free || BUILT_IN.iter().any(|(built_in, _)| *built_in == path)
        };
        let unknown: Vec<String> = self.files.keys().filter(|path| !known(path)).cloned().collect();
        for path in unknown {
            let names: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
            let near = names
                .iter()
                .max_by(|one, other| strsim::jaro_winkler(one, &path).total_cmp(&strsim::jaro_winkler(other, &path)));
            self.report(&path, None, &format!("? → {}", near.unwrap_or(&"")));
        }
    }

    pub(super) fn one<R: DeserializeOwned, T, W: Into<Wrong>>(
        &mut self,
        path: &str,
        check: impl FnOnce(R) -> std::result::Result<T, Vec<W>>,
    ) -> Option<T> {
        let text = self.files.get(path).map_or("", String::as_str);
        match toml::from_str::<R>(text) {
            Ok(raw) => match check(raw) {
                Ok(checked) => return Some(checked),
                Err(wrong) => {
                    for Wrong { at, what } in wrong.into_iter().map(Into::into) {
                        self.report(path, at.map(|at| line_of(text, at)), &what);
                    }
                }
            },
            Err(error) => {
                let line = error.span().map(|span| line_of(text, span.start));
                self.report(path, line, &error.message().replace('\n', " "));
            }
        }
        None
    }

    /// A file that is read as it is checked.
    pub(super) fn plain<R: DeserializeOwned>(
        &mut self,
        path: &str,
        problems: impl FnOnce(&R) -> Vec<String>,
    ) -> Option<R> {
        self.one(path, |raw: R| {
            let wrong = problems(&raw);
            if wrong.is_empty() { Ok(raw) } else { Err(wrong) }
        })
    }

    pub(super) fn all<R: DeserializeOwned, T, W: Into<Wrong>>(
        &mut self,
        folder: &str,
        check: impl Fn(R) -> std::result::Result<T, Vec<W>>,
    ) -> Vec<T> {
        let paths: Vec<&String> = self.files.keys().filter(|path| path.starts_with(folder)).collect();
        paths.into_iter().filter_map(|path| self.one(path, &check)).collect()
    }
}

/// The key that comes nearest to an unknown one, of those the message says are allowed.
fn meant(message: &str) -> Option<&str> {
    let listed = message.strip_prefix("unknown field ").or_else(|| message.strip_prefix("unknown variant "))?;
    let mut quoted = listed.split('`').skip(1).step_by(2);
    let unknown = quoted.next()?;
    let likeness = |key: &&str| strsim::jaro_winkler(key, unknown);
    quoted.max_by(|one, other| likeness(one).total_cmp(&likeness(other)))
}

/// Whether a file's name ends so, after a dot.
pub(super) fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|it| it == ending)
}

fn line_of(text: &str, offset: usize) -> i64 {
    let before = text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count();
    i64::try_from(before).unwrap_or(0) + 1
}
