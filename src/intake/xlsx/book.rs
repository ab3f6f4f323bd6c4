//! The workbook part, what it is related to, and the properties of the document.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::broken;
use super::parts::Parts;
use super::xml::{Event, Tag, Xml, attributes, local, resolved, says_yes, text_into};
use crate::intake::workbook::Unreadable;

/// What a part is related to: id → kind and target.
pub(super) struct Relations {
    folder: String,
    targets: BTreeMap<String, (String, String)>,
}

impl Relations {
    /// What the package itself names. One without such a list is read by the usual names.
    pub(super) fn of_package(parts: &mut Parts<'_>, buffer: &mut Vec<u8>) -> Result<Self, Unreadable> {
        Self::read(String::new(), "_rels/.rels", parts, buffer)
    }

    /// What a part names.
    pub(super) fn of(part: &str, parts: &mut Parts<'_>, buffer: &mut Vec<u8>) -> Result<Self, Unreadable> {
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        Self::read(folder.to_owned(), &format!("{folder}/_rels/{name}.rels"), parts, buffer)
    }

    fn read(folder: String, list: &str, parts: &mut Parts<'_>, buffer: &mut Vec<u8>) -> Result<Self, Unreadable> {
        let mut targets = BTreeMap::new();
        let mut xml = Xml::new(parts.text(list, buffer)?.unwrap_or_default());
        loop {
            match xml.next()? {
                Event::Start(tag) | Event::Empty(tag) if tag.name == "Relationship" => {
                    let (mut id, mut kind, mut target) = ("", "", "");
                    attributes(&tag, |name, value| match name {
                        "Id" => id = value,
                        "Type" => kind = value,
                        "Target" => target = value,
                        _ => {}
                    })?;
                    targets.insert(resolved(id)?, (kind.to_owned(), resolved(target)?));
                }
                Event::Eof => return Ok(Self { folder, targets }),
                _ => {}
            }
        }
    }

    /// The workbook part.
    pub(super) fn workbook(&self) -> String {
        self.part("/officeDocument", "xl/workbook.xml")
    }

    /// The core properties.
    pub(super) fn properties(&self) -> String {
        self.part("/metadata/core-properties", "docProps/core.xml")
    }

    /// The part of a kind, told by how the kind ends, for it is spelt differently in strict documents.
    pub(super) fn part(&self, kind: &str, usual: &str) -> String {
        let found = self.targets.values().find(|(of, _)| of.ends_with(kind));
        resolve(&self.folder, found.map_or(usual, |(_, target)| target))
    }

    /// Kind and part of an id.
    fn get(&self, id: &str) -> Option<(&str, String)> {
        let (kind, target) = self.targets.get(id)?;
        Some((kind.rsplit('/').next().unwrap_or_default(), resolve(&self.folder, target)))
    }
}

/// The name of a part from a target, which may be relative to the folder of the part that names it.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let from = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// A worksheet as the workbook lists it.
pub(super) struct Entry {
    /// Its name.
    pub(super) name: Arc<str>,
    /// The part with its cells.
    pub(super) part: String,
    /// Whether it is hidden, plainly or only for programs to show.
    pub(super) is_hidden: bool,
}

/// The workbook part.
pub(super) struct Book {
    /// The worksheets, in order; no charts, dialogs and macros.
    pub(super) sheets: Vec<Entry>,
    /// Whether its days are counted from 1904.
    pub(super) from_1904: bool,
}

impl Book {
    /// Reads the workbook part.
    pub(super) fn read(
        part: &str,
        relations: &Relations,
        parts: &mut Parts<'_>,
        buffer: &mut Vec<u8>,
    ) -> Result<Self, Unreadable> {
        let text = parts.text(part, buffer)?.ok_or_else(|| broken(format_args!("no part {part}")))?;
        let mut book = Self { sheets: Vec::new(), from_1904: false };
        let mut xml = Xml::new(text);
        loop {
            match xml.next()? {
                Event::Start(tag) | Event::Empty(tag) => match tag.name {
                    "sheet" => book.sheets.extend(entry(&tag, relations)?),
                    // An extension has an element of the same name, which says nothing of days.
                    "workbookPr" => attributes(&tag, |name, value| {
                        if name == "date1904" {
                            book.from_1904 = says_yes(value);
                        }
                    })?,
                    _ => {}
                },
                Event::Eof => return Ok(book),
                _ => {}
            }
        }
    }
}

fn entry(tag: &Tag<'_>, relations: &Relations) -> Result<Option<Entry>, Unreadable> {
    let (mut name, mut id, mut is_hidden) = ("", "", false);
    attributes(tag, |key, value| match key {
        "name" => name = value,
        "state" => is_hidden = matches!(value, "hidden" | "veryHidden"),
        key if local(key) == "id" => id = value,
        _ => {}
    })?;
    let unknown = || broken(format_args!("the sheet {name:?} leads to no part"));
    let (kind, part) = relations.get(&resolved(id)?).ok_or_else(unknown)?;
    let name = resolved(name)?;
    Ok((kind == "worksheet").then(|| Entry { name: name.into(), part, is_hidden }))
}

/// When the document was last changed, as it says itself; what is wrong with its properties is no one's concern.
pub(super) fn modified(part: &str, parts: &mut Parts<'_>, buffer: &mut Vec<u8>) -> Option<Arc<str>> {
    let mut xml = Xml::new(parts.text(part, buffer).ok()??);
    let mut said = String::new();
    loop {
        match xml.next().ok()? {
            Event::Start(tag) if tag.name == "modified" => {
                text_into(&mut xml, &mut said).ok()?;
                return (!said.is_empty()).then(|| said.into());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}
