//! Values that cross a connection: five kinds are enough for both databases.

use super::super::fault::StoreFault;

/// A value in a column or of a statement.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Value {
    Null,
    Integer(i64),
    /// SQLite has no such kind; it keeps 0 and 1.
    Boolean(bool),
    Text(String),
    Bytes(Vec<u8>),
}

/// A row as it came.
pub(in super::super) struct Row(pub(in super::super) Vec<Value>);

impl Row {
    /// The value of a column, counted from 0.
    ///
    /// # Errors
    /// [`StoreFault::Column`] where it is of another kind or out of range.
    pub(in super::super) fn get<T: FromValue>(&self, column: usize) -> Result<T, StoreFault> {
        self.0.get(column).and_then(T::from_value).ok_or(StoreFault::Column { column })
    }
}

/// What a column can be read as.
pub(in super::super) trait FromValue: Sized {
    fn from_value(value: &Value) -> Option<Self>;
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(text) = value { Some(text.clone()) } else { None }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Bytes(bytes) = value { Some(bytes.clone()) } else { None }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Bytes(bytes) = value { bytes.as_slice().try_into().ok() } else { None }
    }
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Boolean(value) => Some(*value),
            Value::Integer(value) => Some(*value != 0),
            Value::Null | Value::Text(_) | Value::Bytes(_) => None,
        }
    }
}

/// Whole numbers go through the widest kind, and back only if they fit.
macro_rules! integers {
    ($($kind:ty),*) => { $(
        impl FromValue for $kind {
            fn from_value(value: &Value) -> Option<Self> {
                if let Value::Integer(value) = value { Self::try_from(*value).ok() } else { None }
            }
        }
    )* };
}
integers!(i64, u64, u32, u16, u8);

macro_rules! into_value {
    ($($kind:ty => |$value:ident| $made:expr;)*) => { $(
        impl From<$kind> for Value {
            fn from($value: $kind) -> Self {
                $made
            }
        }
    )* };
}
into_value! {
    i64 => |value| Self::Integer(value);
    u32 => |value| Self::Integer(value.into());
    u16 => |value| Self::Integer(value.into());
    u8 => |value| Self::Integer(value.into());
    bool => |value| Self::Boolean(value);
    String => |value| Self::Text(value);
    &String => |value| Self::Text(value.clone());
    &str => |value| Self::Text(value.to_owned());
    Vec<u8> => |value| Self::Bytes(value);
    &Vec<u8> => |value| Self::Bytes(value.clone());
    &[u8] => |value| Self::Bytes(value.to_owned());
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(value: [u8; N]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
