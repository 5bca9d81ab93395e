//! A visit that was handed on to a counter or a person.

use crate::id::{CounterId, StaffId};
use serde::{Deserialize, Serialize};

/// To whom a visit was handed on. While that counter is open, or that person has one, and the desk is heard, nobody
/// else calls it; otherwise every counter may that offers its service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "to", content = "id", rename_all = "snake_case")]
pub enum Bound {
    /// To whoever serves at this counter.
    Counter(CounterId),
    /// To this person, at whichever counter.
    Staff(StaffId),
}
