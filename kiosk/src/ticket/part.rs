//! The template of a ticket: what stands on the paper, from the top.

use foyer_domain::office::Localized;
use serde::{Deserialize, Serialize};

/// One part of a ticket. In the configuration a name, or `{ text = "…" }`:
/// `parts = ["office", "number", "place", { text = { de = "Bitte leise sein", en = "Please be quiet" } }]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The picture at the top.
    Logo,
    /// The office's name.
    Office,
    /// Day and time of the ticket.
    Issued,
    /// The number, as large as the paper allows. A ticket has it, whether the template names it or not.
    Number,
    /// Where to wait, and the way there.
    Place,
    /// What the visit is for: services that may be named, and the time of the appointment.
    Visit,
    /// How long it will take.
    Wait,
    /// That the number will appear on the display.
    Watch,
    /// The code for the phone, which also identifies the paper before the kiosk's camera.
    Phone,
    /// An empty line.
    Space,
    /// Words of the office's own.
    Text(Localized),
}

impl Part {
    /// The usual ticket.
    pub fn usual() -> Vec<Self> {
        use Part::{Issued, Logo, Number, Office, Phone, Place, Space, Visit, Wait, Watch};
        vec![Logo, Office, Issued, Space, Number, Space, Place, Space, Visit, Wait, Watch, Space, Phone]
    }
}
