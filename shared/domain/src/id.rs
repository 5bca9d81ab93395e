//! Names of things: small newtypes, so that a counter is never taken for an area.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

slug! {
    /// An office, as in its configuration file: `buergerbuero-mitte`.
    OfficeId
}
slug! {
    /// A service of an office: `personalausweis`.
    ServiceId
}
slug! {
    /// A waiting area of an office: `eg`.
    AreaId
}
slug! {
    /// A counter of an office: `3`.
    CounterId
}
slug! {
    /// A place that an office comes to: `gruenau`.
    StopId
}
slug! {
    /// A lane of an office's plan, in which one appointment follows another: a counter's id, or `#1`, `#2` … for
    /// places without a counter.
    LaneId
}
slug! {
    /// An enrolled terminal, made by the lobby: `kiosk-1`.
    DeviceId
}
slug! {
    /// A member of staff, made by the lobby; an id, never a name.
    StaffId
}
slug! {
    /// One of a list that staff choose from: a reason, an outcome: `deadline`.
    ChoiceId
}

impl LaneId {
    /// The lane of a place without a counter, counted from 1.
    pub fn place(number: u16) -> Self {
        Self(format!("#{number}"))
    }

    /// Whether it is a place without a counter.
    pub fn is_place(&self) -> bool {
        self.0.starts_with('#')
    }
}

impl From<&CounterId> for LaneId {
    fn from(counter: &CounterId) -> Self {
        Self(counter.0.clone())
    }
}

/// A booking: 48 random bits, never zero, unique within a booking server. Written as 12 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(value_type = String, pattern = "^(?!0{12})[0-9a-f]{12}$", example = "0123456789ab"))]
#[serde(try_from = "String", into = "String")]
pub struct BookingId(u64);

impl BookingId {
    /// The least of all.
    pub const FIRST: Self = Self(1);

    /// The id of these 48 bits; `None` for zero and for more than 48 bits.
    pub fn new(bits: u64) -> Option<Self> {
        (bits != 0 && bits < 1 << 48).then_some(Self(bits))
    }

    /// The id as a number below 2^48.
    pub fn bits(self) -> u64 {
        self.0
    }
}

impl fmt::Display for BookingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}", self.0)
    }
}

impl From<BookingId> for String {
    fn from(id: BookingId) -> Self {
        id.to_string()
    }
}

/// A text that is no booking id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a booking id is 12 hexadecimal digits, not all zero")]
pub struct NotABookingId;

impl TryFrom<String> for BookingId {
    type Error = NotABookingId;

    fn try_from(text: String) -> Result<Self, NotABookingId> {
        let bits = (text.len() == 12).then(|| u64::from_str_radix(&text, 16).ok()).flatten();
        bits.and_then(Self::new).ok_or(NotABookingId)
    }
}

impl std::str::FromStr for BookingId {
    type Err = NotABookingId;

    fn from_str(text: &str) -> Result<Self, NotABookingId> {
        Self::try_from(text.to_owned())
    }
}

/// A visit: counts up over the life of one lobby, never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VisitId(pub u64);

/// From here on ids are a kiosk's own, of tickets that it gave alone; no lobby counts so far.
const ALONE: u64 = 1 << 62;

impl VisitId {
    /// A kiosk's own id of a ticket that it gave alone, by its journal's row.
    pub fn alone(row: u32) -> Self {
        Self(ALONE + u64::from(row))
    }

    /// Whether it is a kiosk's own, which no lobby knows.
    pub fn is_alone(self) -> bool {
        self.0 >= ALONE
    }
}

/// A call of a ticket to a counter, recalls included: counts up over the life of one lobby, never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct CallId(pub u64);
