//! From what the register says of a cell back to the cells of its sheets.

use std::path::Path;
use std::sync::Arc;

use super::catalogue::Ingredient;
use super::grounds;
use super::lineage::Lineage;
use super::sources::{Citation, Sources};
use crate::finding::{CellRef, Place};
use crate::intake::cells::{Sheet, SheetRow};
use crate::intake::workbook;
use crate::register::{OTHER_ROLE, UnitId};
use crate::rules::Rules;
use crate::rules::names::RoleRules;
use crate::text::bare;

/// The register's sheets, opened to be cited.
pub struct Cited {
    file: Arc<str>,
    sheets: Vec<Sheet>,
    roles: RoleRules,
}

/// Titles of the days between which a row holds.
const VALIDITY: [&str; 2] = ["Từ ngày", "Đến ngày"];
/// The column that may name a person instead of a role.
const FOLLOWER: &str = "Người dự";

impl Cited {
    /// Opens the register; without sheets if it has gone since it was read.
    #[must_use]
    pub fn open(path: &Path, rules: &Rules) -> Self {
        let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let bytes = std::fs::read(path).unwrap_or_default();
        let sheets = workbook::open(&bytes, rules.settings.limits()).map(|book| book.sheets).unwrap_or_default();
        Self { file: file.into(), sheets, roles: rules.roles.clone() }
    }

    /// What the register says of a cell, by what it is an ingredient of. A cell is described by its own rows; it was there
    /// whenever one that it carries on was, and whoever followed that one followed it.
    #[must_use]
    pub fn sources(&self, line: &Lineage, parent: Option<&UnitId>) -> Sources {
        let of_parts = |cite: &dyn Fn(&UnitId) -> Vec<Citation>| {
            let of = |part: &UnitId| {
                let under = |citation| Citation { reported_as: line.reported_as(part), ..citation };
                cite(part).into_iter().map(under).collect::<Vec<_>>()
            };
            line.parts().iter().flat_map(of).collect::<Vec<_>>()
        };
        let mut sources = Sources::new();
        for ingredient in grounds::all() {
            let citations = match ingredient {
                Ingredient::Unit(title) if VALIDITY.contains(&title) => of_parts(&|part| self.unit(part, title)),
                Ingredient::Unit(title) => self.unit(line.cell(), title),
                Ingredient::Assignment => of_parts(&|part| self.assignments(part)),
                Ingredient::Parent => parent.map(|above| self.unit(above, "Tên")).unwrap_or_default(),
                _ => continue,
            };
            sources.insert(ingredient, citations);
        }
        sources.retain(|_, citations| !citations.is_empty());
        sources
    }

    /// What stands under a title in the rows of an organisation.
    fn unit(&self, id: &UnitId, title: &str) -> Vec<Citation> {
        self.cite("Tổ chức", "Mã", id, &[title])
    }

    /// The rows that assign somebody to a cell.
    fn assignments(&self, id: &UnitId) -> Vec<Citation> {
        self.cite("Phân công", "Mã chi bộ", id, &[FOLLOWER, "Cấp dự", VALIDITY[0], VALIDITY[1], "Số buổi/quý"])
    }

    fn cite(&self, sheet: &str, key: &str, id: &UnitId, titles: &[&str]) -> Vec<Citation> {
        let Some(sheet) = self.sheets.iter().find(|it| bare(&it.name) == bare(sheet)) else { return Vec::new() };
        let column = |title: &str| {
            let header = sheet.rows.first()?;
            header.texts().find(|(_, text)| bare(text) == bare(title)).map(|(column, _)| column)
        };
        let Some(key) = column(key) else { return Vec::new() };
        let wanted = UnitId::key(id.as_str());
        let own = |row: &&SheetRow| UnitId::key(&written(row, key)) == wanted;
        let mut cited = Vec::new();
        for row in sheet.rows.iter().skip(1).filter(own) {
            for (title, column) in titles.iter().filter_map(|title| Some((*title, column(title)?))) {
                let raw = written(row, column);
                // Only a role that the rules know is repeated.
                let withheld = title == FOLLOWER && self.roles.role(&raw).is_none();
                let place = Place::sheet(Arc::clone(&self.file), Arc::clone(&sheet.name));
                cited.push(Citation {
                    period: None,
                    field: title.to_owned(),
                    value: if withheld { OTHER_ROLE.to_owned() } else { raw.clone() },
                    place: place.at(CellRef { row: row.index, column }),
                    blank: raw.is_empty(),
                    raw: (!withheld).then_some(raw),
                    reported_as: None,
                });
            }
        }
        cited
    }
}

fn written(row: &SheetRow, column: u32) -> String {
    match row.get(column) {
        crate::intake::cells::Content::Number(number) => crate::register::code_of(*number),
        other => other.written(),
    }
}
