//! The inbox → its files in natural order of their paths. Symbolic links that leave the inbox are not followed.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::{Message, Result, RunError};
use crate::folder::{self, Below};
use crate::lang::t;

/// A file of the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxFile {
    /// Path relative to the inbox, with `/`.
    pub name: Arc<str>,
    /// Where it lies.
    pub path: PathBuf,
    /// A symbolic link; it is named, not followed.
    pub is_link: bool,
}

/// Every file below the inbox.
///
/// # Errors
/// There is no inbox, or it cannot be listed.
pub fn files(inbox: &Path) -> Result<Vec<InboxFile>> {
    if !inbox.is_dir() {
        let shown = inbox.display();
        return Err(RunError::Usage(Message::of(|lang| t!(lang, "inbox-not-found", shown))));
    }
    let hidden = |name: &str| name.rsplit('/').next().is_some_and(|name| name.starts_with('.'));
    let found = folder::below(inbox)?.into_iter().filter(|file| !hidden(&file.name));
    let mut files: Vec<InboxFile> =
        found.map(|Below { name, path, is_link }| InboxFile { name: name.into(), path, is_link }).collect();
    files.sort_by(|one, other| natural(&one.name, &other.name));
    Ok(files)
}

/// Order in which `T2` comes before `T10`; equal only for equal texts.
#[must_use]
pub fn natural(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (chunks(one), chunks(other));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return one.cmp(other),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(a), Some(b)) => {
                let numbers = a.parse::<u128>().ok().zip(b.parse::<u128>().ok());
                let order = numbers.map_or_else(|| a.cmp(b), |(a, b)| a.cmp(&b));
                if order != Ordering::Equal {
                    return order;
                }
            }
        }
    }
}

/// Runs of digits and runs of everything else.
fn chunks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let digit = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|it: char| it.is_ascii_digit() != digit).unwrap_or(rest.len());
        let (chunk, tail) = rest.split_at(end);
        rest = tail;
        Some(chunk)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_paths_count_as_numbers() {
        let mut names = ["b/T10.xlsx", "b/T2.xlsx", "a/T3.xlsx", "b/T2 (sửa).xlsx"];
        names.sort_by(|one, other| natural(one, other));
        assert_eq!(names, ["a/T3.xlsx", "b/T2 (sửa).xlsx", "b/T2.xlsx", "b/T10.xlsx"]);
    }
}
