//! What a table is: a row type, its columns declared once, and the way between rows and plain scalars.
//! Knows neither arrow nor polars.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::period::Period;

/// Type of a column, as stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// UTF-8 text.
    Text,
    /// 64-bit integer.
    Integer,
    /// 64-bit float.
    Float,
    /// Boolean.
    Boolean,
    /// Days since 1970-01-01.
    Date,
}

/// One column of a table: its name, type and meaning.
#[derive(Debug, Clone, Copy)]
pub struct ColumnDef {
    /// Name, as in SQL.
    pub name: &'static str,
    /// Stored type.
    pub kind: ColumnType,
    /// Whether a value may be missing.
    pub nullable: bool,
    /// Unit of the value, empty where it has none.
    pub unit: &'static str,
    /// Meaning, in Vietnamese.
    pub vi: &'static str,
    /// Meaning, in English.
    pub en: &'static str,
}

/// One table: name, meaning and columns in order.
#[derive(Debug, Clone, Copy)]
pub struct TableDef {
    /// Name, as in SQL and in file names.
    pub name: &'static str,
    /// Meaning, in Vietnamese.
    pub vi: &'static str,
    /// Meaning, in English.
    pub en: &'static str,
    /// Columns in order.
    pub columns: &'static [ColumnDef],
}

/// A single stored value on its way in or out of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scalar<'a> {
    /// No value.
    Null,
    /// Text.
    Text(&'a str),
    /// Integer.
    Integer(i64),
    /// Float.
    Float(f64),
    /// Boolean.
    Boolean(bool),
    /// Date.
    Date(NaiveDate),
}

/// A row of a declared table.
pub trait Row: Sized {
    /// The table's declaration.
    const TABLE: TableDef;
    /// The row's values, in column order.
    fn scalars(&self) -> Vec<Scalar<'_>>;
    /// A row from values in column order; `None` where a value does not fit its column.
    fn from_scalars(values: &[Scalar<'_>]) -> Option<Self>;
}

/// A Rust type that can stand in a column.
pub trait Field: Sized {
    /// Stored type.
    const KIND: ColumnType;
    /// Whether the column may hold nulls.
    const NULLABLE: bool = false;
    /// To the stored value.
    fn scalar(&self) -> Scalar<'_>;
    /// From the stored value.
    fn from_scalar(value: Scalar<'_>) -> Option<Self>;
}

impl<T: Field> Field for Option<T> {
    const KIND: ColumnType = T::KIND;
    const NULLABLE: bool = true;

    fn scalar(&self) -> Scalar<'_> {
        self.as_ref().map_or(Scalar::Null, Field::scalar)
    }

    fn from_scalar(value: Scalar<'_>) -> Option<Self> {
        match value {
            Scalar::Null => Some(None),
            other => T::from_scalar(other).map(Some),
        }
    }
}

macro_rules! plain_field {
    ($($type:ty => $kind:ident, $self:ident => $to:expr, $value:pat => $from:expr;)*) => {$(
        impl Field for $type {
            const KIND: ColumnType = ColumnType::$kind;

            fn scalar(&self) -> Scalar<'_> {
                let $self = self;
                Scalar::$kind($to)
            }

            fn from_scalar(value: Scalar<'_>) -> Option<Self> {
                match value {
                    Scalar::$kind($value) => $from,
                    _ => None,
                }
            }
        }
    )*};
}

plain_field! {
    String => Text, it => it.as_str(), text => Some(text.to_owned());
    Arc<str> => Text, it => it, text => Some(text.into());
    i64 => Integer, it => *it, number => Some(number);
    f64 => Float, it => *it, number => Some(number);
    bool => Boolean, it => *it, truth => Some(truth);
    NaiveDate => Date, it => *it, day => Some(day);
}

/// A closed list of words stored as text: gives the type its `Field`, `Display` and `ALL`.
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$doc])* $variant),* }

        impl $name {
            /// Every variant, in declared order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word it is stored and written as.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// The variant a stored word stands for.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.word() == word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }

        impl $crate::lake::table::Field for $name {
            const KIND: $crate::lake::table::ColumnType = $crate::lake::table::ColumnType::Text;

            fn scalar(&self) -> $crate::lake::table::Scalar<'_> {
                $crate::lake::table::Scalar::Text(self.word())
            }

            fn from_scalar(value: $crate::lake::table::Scalar<'_>) -> Option<Self> {
                match value {
                    $crate::lake::table::Scalar::Text(word) => Self::from_word(word),
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use words;

/// A month as stored text. Periods are few, so their texts live as long as the program.
impl Field for Period {
    const KIND: ColumnType = ColumnType::Text;

    fn scalar(&self) -> Scalar<'_> {
        Scalar::Text(period_text(*self))
    }

    fn from_scalar(value: Scalar<'_>) -> Option<Self> {
        match value {
            Scalar::Text(text) => text.parse().ok(),
            _ => None,
        }
    }
}

fn period_text(period: Period) -> &'static str {
    use std::sync::OnceLock;
    static TEXTS: OnceLock<Vec<String>> = OnceLock::new();
    let texts = TEXTS.get_or_init(|| {
        (1900..2200).flat_map(|year| (1..=12).map(move |month| format!("{year:04}-{month:02}"))).collect()
    });
    let position = (period.year() - 1900) * 12 + i32::try_from(period.month()).unwrap_or(1) - 1;
    usize::try_from(position).ok().and_then(|at| texts.get(at)).map_or("", String::as_str)
}

/// Declares tables: for each a row struct, its `TableDef`, and the way to and from scalars.
macro_rules! tables {
    ($(
        $(#[$meta:meta])*
        $name:ident in $table:literal: $vi:literal, $en:literal {
            $($field:ident: $type:ty, $unit:literal, $field_vi:literal, $field_en:literal;)*
        }
    )*) => {
        $(
            #[doc = $en]
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq)]
            pub struct $name {
                $(
                    #[doc = $field_en]
                    pub $field: $type,
                )*
            }

            impl $crate::lake::table::Row for $name {
                const TABLE: $crate::lake::table::TableDef = $crate::lake::table::TableDef {
                    name: $table,
                    vi: $vi,
                    en: $en,
                    columns: &[$($crate::lake::table::ColumnDef {
                        name: stringify!($field),
                        kind: <$type as $crate::lake::table::Field>::KIND,
                        nullable: <$type as $crate::lake::table::Field>::NULLABLE,
                        unit: $unit,
                        vi: $field_vi,
                        en: $field_en,
                    }),*],
                };

                fn scalars(&self) -> Vec<$crate::lake::table::Scalar<'_>> {
                    vec![$($crate::lake::table::Field::scalar(&self.$field)),*]
                }

                fn from_scalars(values: &[$crate::lake::table::Scalar<'_>]) -> Option<Self> {
                    let mut values = values.iter().copied();
                    Some(Self { $($field: $crate::lake::table::Field::from_scalar(values.next()?)?),* })
                }
            }
        )*

        /// The tables declared here, in the order of the flow.
        pub const TABLES: &[$crate::lake::table::TableDef] = &[$(<$name as $crate::lake::table::Row>::TABLE),*];
    };
}
pub(crate) use tables;
