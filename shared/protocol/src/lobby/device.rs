//! Who a terminal is, and how it is.

use foyer_domain::id::DeviceId;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What a terminal is; its rights follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceKind {
    /// May check in, give walk-in tickets and report its printer.
    Kiosk,
    /// May see and acknowledge calls.
    Display,
}

/// `POST /devices/enrol`: a terminal signs on once, with the code that staff made. Needs no token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnrolRequest {
    /// The secret part of the code.
    pub code: String,
    /// What the terminal is; a code for another kind is refused.
    pub kind: DeviceKind,
}

/// A terminal's identity from now on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// Its id.
    pub device: DeviceId,
    /// As staff call it: "Anzeige 2".
    pub name: String,
    /// The secret for `authorization: Bearer …`.
    pub token: String,
}

impl std::fmt::Debug for Enrolled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("Enrolled");
        shown.field("device", &self.device).field("name", &self.name).finish_non_exhaustive()
    }
}

/// A terminal whose link stands says how it is at least this often, by the loop that draws its screen: a lobby that no
/// longer hears it knows that it has failed, whatever the reason.
pub const STATUS_EVERY: Duration = Duration::from_secs(1);

/// Whether it is time to say it again, so long after the last time: a loop that ticks every second is never a tick late.
pub fn is_status_due(since: Duration) -> bool {
    since >= STATUS_EVERY * 3 / 4
}

/// `POST /device/status`: how a terminal is; sent when it changes, and every [`STATUS_EVERY`]. Needs no nonce.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceStatus {
    /// Its version.
    pub version: String,
    /// Its parts: printer, camera, sound …
    pub parts: Vec<PartStatus>,
}

/// How a part of a terminal is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartStatus {
    /// `printer`, `camera`, `sound`.
    pub part: String,
    /// Whether it works.
    pub works: bool,
    /// What is wrong and what helps, for staff; empty if it works.
    #[serde(default)]
    pub detail: String,
}
