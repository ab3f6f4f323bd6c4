//! The roll-up: SQL of `pipelines/sql` over Parquet. The only file that names polars.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use polars::prelude::{AnyValue, DataFrame, LazyFrame, PlRefPath, PolarsError, ScanArgsParquet};
use polars::sql::SQLContext;

use crate::error::{Message, Problem, Result, RunError};
use crate::folder;
use crate::lake::table::{ColumnType, Row, Scalar};
use crate::lang::t;

/// Tables by name, ready for SQL.
pub struct Rollup {
    context: SQLContext,
}

impl Default for Rollup {
    fn default() -> Self {
        Self { context: SQLContext::new() }
    }
}

impl Rollup {
    /// Makes a table's Parquet files, anywhere below a folder, known under the table's name.
    ///
    /// # Errors
    /// The folder cannot be listed, or its files cannot be scanned.
    pub fn register<R: Row>(&mut self, folder: &Path) -> Result<()> {
        let name = R::TABLE.name;
        let failed = |error: PolarsError| RunError::internal(format!("{name}: {error}"));
        let paths: Vec<PathBuf> = parquet_files(folder)?;
        let paths = paths
            .iter()
            .map(PathBuf::as_path)
            .map(PlRefPath::try_from_path)
            .collect::<std::result::Result<Vec<_>, _>>();
        // Months are also inside the files; the folders' names only prune.
        let mut options = ScanArgsParquet { glob: false, ..ScanArgsParquet::default() };
        options.hive_options.enabled = Some(false);
        let frame = LazyFrame::scan_parquet_files(paths.map_err(failed)?.into(), options).map_err(failed)?;
        self.context.register(name, frame);
        Ok(())
    }

    /// Runs a query whose columns are those of a declared table.
    ///
    /// # Errors
    /// The SQL is wrong, or its result does not fit the table's declaration.
    pub fn query<R: Row>(&mut self, sql: &str) -> Result<Vec<R>> {
        rows(&self.frame(R::TABLE.name, sql)?)
    }

    /// Planning nested SQL goes deep, deeper than a test's or worker's usual stack; it gets one of its own.
    fn frame(&mut self, name: &str, sql: &str) -> Result<DataFrame> {
        let context = &mut self.context;
        let execute = move || context.execute(sql).and_then(LazyFrame::collect);
        let frame = std::thread::scope(|scope| {
            let planner = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, execute)?;
            planner.join().map_err(|_| std::io::Error::other("panic"))
        });
        let frame = frame.map_err(|error| RunError::internal(format!("sql/{name}.sql: {error}")))?;
        frame.map_err(|error| wrong_sql(name, &error))
    }
}

const STACK: usize = 64 * 1024 * 1024;

/// The SQL is a file of the Committee: what is wrong with it is theirs to mend.
fn wrong_sql(name: &str, error: &PolarsError) -> RunError {
    let message = Message::of(|lang| t!(lang, "query-fails", error));
    RunError::Configuration(vec![Problem::new(&format!("pipelines/sql/{name}.sql"), None, message)])
}

fn parquet_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let paths = folder::below(folder)?.into_iter().map(|file| file.path);
    Ok(paths.filter(|path| path.extension().is_some_and(|it| it == "parquet")).collect())
}

/// A frame as typed rows; columns are matched by name, integers and floats widened as declared.
fn rows<R: Row>(frame: &DataFrame) -> Result<Vec<R>> {
    let misfit = |what: String| {
        let message = Message::of(|lang| t!(lang, "result-does-not-fit", what));
        RunError::Configuration(vec![Problem::new(&format!("pipelines/sql/{}.sql", R::TABLE.name), None, message)])
    };
    let mut columns = Vec::with_capacity(R::TABLE.columns.len());
    for column in R::TABLE.columns {
        columns.push((column, frame.column(column.name).map_err(|error| misfit(error.to_string()))?));
    }
    let mut rows = Vec::with_capacity(frame.height());
    let mut values: Vec<AnyValue<'_>> = Vec::with_capacity(columns.len());
    for line in 0..frame.height() {
        values.clear();
        for (column, series) in &columns {
            values.push(series.get(line).map_err(|error| misfit(format!("{}: {error}", column.name)))?);
        }
        let scalars: Vec<Scalar<'_>> =
            columns.iter().zip(&values).map(|((column, _), value)| scalar(value, column.kind)).collect();
        let misfitting = || {
            let shown: Vec<String> =
                columns.iter().zip(&values).map(|((column, _), value)| format!("{}={value}", column.name)).collect();
            misfit(shown.join(", "))
        };
        rows.push(R::from_scalars(&scalars).ok_or_else(misfitting)?);
    }
    Ok(rows)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn scalar<'a>(value: &'a AnyValue<'a>, kind: ColumnType) -> Scalar<'a> {
    let scalar = match value {
        AnyValue::Boolean(truth) => Scalar::Boolean(*truth),
        AnyValue::String(text) => Scalar::Text(text),
        AnyValue::StringOwned(text) => Scalar::Text(text.as_str()),
        AnyValue::Date(days) => day(*days).map_or(Scalar::Null, Scalar::Date),
        AnyValue::Float64(number) if number.is_finite() => Scalar::Float(*number),
        AnyValue::Float32(number) if number.is_finite() => Scalar::Float(f64::from(*number)),
        other => other.extract::<i64>().map_or(Scalar::Null, Scalar::Integer),
    };
    match (kind, scalar) {
        (ColumnType::Float, Scalar::Integer(number)) => Scalar::Float(number as f64),
        (_, scalar) => scalar,
    }
}

fn day(days: i32) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_signed(chrono::Duration::days(i64::from(days)))
}
