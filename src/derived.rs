//! The derived tables of a run: each is queried from those before it, written as Parquet, and known to those after it.

use std::path::{Path, PathBuf};

use crate::error::{Result, RunError};
use crate::lake::build::Lake;
use crate::lake::schema::{AssignmentRow, CellRule, FirstReport, MeetingRow, MonthRow, PlanRow, UnitRow, VisitRow};
use crate::lake::store;
use crate::lake::table::Row;
use crate::rollup::Rollup;
use crate::rules::Rules;

/// Tables being derived from a lake.
pub struct Derived<'a> {
    rollup: Rollup,
    rules: &'a Rules,
    tables: &'a Path,
}

impl<'a> Derived<'a> {
    /// Ready to derive tables into a folder, from a lake written to `folder`, the window's months and the rules of
    /// single cells, which are kept in a folder of work.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn of(
        (lake, folder): (&Lake, &Path),
        (months, cell_rules): (&[MonthRow], &[CellRule]),
        rules: &'a Rules,
        work: &Path,
        tables: &'a Path,
    ) -> Result<Self> {
        store::write_table(months, work)?;
        store::write_table(cell_rules, work)?;
        store::write_table(&lake.first_reports, work)?;
        let mut rollup = Rollup::default();
        rollup.register::<UnitRow>(&folder.join("units"))?;
        rollup.register::<AssignmentRow>(&folder.join("assignments"))?;
        rollup.register::<MeetingRow>(&folder.join("meetings"))?;
        rollup.register::<VisitRow>(&folder.join("visits"))?;
        rollup.register::<PlanRow>(&folder.join("plans"))?;
        rollup.register::<MonthRow>(&work.join("months"))?;
        rollup.register::<CellRule>(&work.join("cell_rules"))?;
        rollup.register::<FirstReport>(&work.join("first_reports"))?;
        Ok(Self { rollup, rules, tables })
    }

    /// Derives a table by its own SQL, `pipelines/sql/TABLE.sql`.
    ///
    /// # Errors
    /// The SQL is wrong, or the disk refuses.
    pub fn query<R: Row>(&mut self) -> Result<Vec<R>> {
        let rows = self.ask()?;
        self.add(&rows)?;
        Ok(rows)
    }

    /// The rows of a table by its own SQL, to be completed before they are added.
    ///
    /// # Errors
    /// The SQL is wrong.
    pub fn ask<R: Row>(&mut self) -> Result<Vec<R>> {
        let path = format!("sql/{}.sql", R::TABLE.name);
        let sql = self.rules.text(&path).ok_or_else(|| RunError::internal(format!("{path} is missing")))?;
        self.rollup.query(sql)
    }

    /// Writes a table that was judged, or asked for and completed, and makes it known to the queries after it.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn add<R: Row>(&mut self, rows: &[R]) -> Result<()> {
        self.write(rows)?;
        self.rollup.register::<R>(&self.path::<R>())
    }

    /// Writes a table that no query asks for, so that its name stays free for theirs.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn write<R: Row>(&self, rows: &[R]) -> Result<()> {
        store::write(rows, &self.path::<R>())
    }

    fn path<R: Row>(&self) -> PathBuf {
        self.tables.join(format!("{}.parquet", R::TABLE.name))
    }
}
