//! The register: organisations with their validity, and who is assigned to follow which cell.

use std::fmt;
use std::sync::Arc;

use crate::lake::table::{ColumnType, Field, Scalar};

/// Code of an organisation, as the register writes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(Arc<str>);

impl UnitId {
    /// An id from the register's text.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(code.into())
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Field for UnitId {
    const KIND: ColumnType = ColumnType::Text;

    fn scalar(&self) -> Scalar<'_> {
        Scalar::Text(&self.0)
    }

    fn from_scalar(value: Scalar<'_>) -> Option<Self> {
        match value {
            Scalar::Text(text) => Some(Self::new(text)),
            _ => None,
        }
    }
}
