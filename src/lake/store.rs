//! Rows → Arrow record batches → Parquet. The only file that names arrow and parquet.

#![expect(clippy::disallowed_types, reason = "arrow takes metadata as a HashMap; it writes it in key order")]

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Date32Builder, Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use chrono::NaiveDate;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use rayon::prelude::*;

use super::table::{ColumnDef, ColumnType, Row, Scalar, TableDef};
use crate::error::{Result, RunError};
use crate::period::Period;

/// The Arrow schema of a table; descriptions and units are in the fields' metadata.
#[must_use]
pub fn schema(table: &TableDef) -> Schema {
    let fields: Vec<Field> = table.columns.iter().map(field).collect();
    let about = [("description", table.en), ("description_vi", table.vi)];
    Schema::new(fields).with_metadata(metadata(&about))
}

fn field(column: &ColumnDef) -> Field {
    let about = [("description", column.en), ("description_vi", column.vi), ("unit", column.unit)];
    Field::new(column.name, data_type(column.kind), column.nullable).with_metadata(metadata(&about))
}

/// The Arrow type of a stored type.
#[must_use]
pub fn data_type(kind: ColumnType) -> DataType {
    match kind {
        ColumnType::Text => DataType::Utf8,
        ColumnType::Integer => DataType::Int64,
        ColumnType::Float => DataType::Float64,
        ColumnType::Boolean => DataType::Boolean,
        ColumnType::Date => DataType::Date32,
    }
}

fn metadata(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    let filled = pairs.iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

enum Builder {
    Text(StringBuilder),
    Integer(Int64Builder),
    Float(Float64Builder),
    Boolean(BooleanBuilder),
    Date(Date32Builder),
}

impl Builder {
    fn new(kind: ColumnType) -> Self {
        match kind {
            ColumnType::Text => Self::Text(StringBuilder::new()),
            ColumnType::Integer => Self::Integer(Int64Builder::new()),
            ColumnType::Float => Self::Float(Float64Builder::new()),
            ColumnType::Boolean => Self::Boolean(BooleanBuilder::new()),
            ColumnType::Date => Self::Date(Date32Builder::new()),
        }
    }

    /// Appends a value; one of another type, which declared rows cannot hold, becomes null.
    fn append(&mut self, value: Scalar<'_>) {
        match (self, value) {
            (Self::Text(builder), Scalar::Text(text)) => builder.append_value(text),
            (Self::Integer(builder), Scalar::Integer(number)) => builder.append_value(number),
            (Self::Float(builder), Scalar::Float(number)) => builder.append_value(number),
            (Self::Boolean(builder), Scalar::Boolean(truth)) => builder.append_value(truth),
            (Self::Date(builder), Scalar::Date(day)) => builder.append_value(days_since_epoch(day)),
            (Self::Text(builder), _) => builder.append_null(),
            (Self::Integer(builder), _) => builder.append_null(),
            (Self::Float(builder), _) => builder.append_null(),
            (Self::Boolean(builder), _) => builder.append_null(),
            (Self::Date(builder), _) => builder.append_null(),
        }
    }

    fn finish(self) -> ArrayRef {
        match self {
            Self::Text(mut builder) => Arc::new(builder.finish()),
            Self::Integer(mut builder) => Arc::new(builder.finish()),
            Self::Float(mut builder) => Arc::new(builder.finish()),
            Self::Boolean(mut builder) => Arc::new(builder.finish()),
            Self::Date(mut builder) => Arc::new(builder.finish()),
        }
    }
}

fn days_since_epoch(day: NaiveDate) -> i32 {
    i32::try_from(day.signed_duration_since(NaiveDate::default()).num_days()).unwrap_or(0)
}

/// Rows as one record batch of the table's schema.
///
/// # Errors
/// A row does not fit its declaration, which is our mistake.
pub fn batch<R: Row>(rows: &[R]) -> Result<RecordBatch> {
    let mut builders: Vec<Builder> = R::TABLE.columns.iter().map(|column| Builder::new(column.kind)).collect();
    for row in rows {
        for (builder, value) in builders.iter_mut().zip(row.scalars()) {
            builder.append(value);
        }
    }
    let columns: Vec<ArrayRef> = builders.into_iter().map(Builder::finish).collect();
    RecordBatch::try_new(Arc::new(schema(&R::TABLE)), columns).map_err(RunError::internal)
}

/// Writes rows as one Parquet file.
///
/// # Errors
/// The disk refuses.
pub fn write<R: Row>(rows: &[R], path: &Path) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(RunError::disk(folder))?;
    }
    let batch = batch(rows)?;
    let file = File::create(path).map_err(RunError::disk(path))?;
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let failed = |error: parquet::errors::ParquetError| RunError::Disk {
        path: path.to_owned(),
        source: std::io::Error::other(error),
    };
    let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties)).map_err(failed)?;
    writer.write(&batch).map_err(failed)?;
    writer.close().map_err(failed)?;
    Ok(())
}

/// Writes a table of the lake: `TABLE/part-0.parquet`.
///
/// # Errors
/// The disk refuses.
pub fn write_table<R: Row>(rows: &[R], lake: &Path) -> Result<()> {
    write(rows, &lake.join(R::TABLE.name).join("part-0.parquet"))
}

/// Writes a table of the lake by month: `TABLE/period=YYYY-MM/part-0.parquet`. Without rows, one empty file keeps
/// the table readable.
///
/// # Errors
/// The disk refuses.
pub fn write_by_period<R: Row + Clone + Send + Sync>(
    rows: &[R],
    period: impl Fn(&R) -> Period,
    lake: &Path,
) -> Result<()> {
    let mut by_period: BTreeMap<Period, Vec<R>> = BTreeMap::new();
    for row in rows {
        by_period.entry(period(row)).or_default().push(row.clone());
    }
    let folder = lake.join(R::TABLE.name);
    if by_period.is_empty() {
        return write::<R>(&[], &folder.join("part-0.parquet"));
    }
    let write = |(period, rows): (Period, Vec<R>)| {
        write(&rows, &folder.join(format!("period={period}")).join("part-0.parquet"))
    };
    by_period.into_par_iter().try_for_each(write)
}
