//! Where most tests begin.

use foyer_domain::Timestamp;
use foyer_protocol::lobby::{DisplaySnapshot, House};

/// What a display hears while nobody is called and nothing is out of the usual.
pub fn quiet(now: Timestamp) -> DisplaySnapshot {
    DisplaySnapshot {
        now,
        demo_clock: false,
        device_name: "Anzeige 1".to_owned(),
        office_name: "Bürgerbüro Mitte".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        accent: None,
        areas: Vec::new(),
        area_names: Vec::new(),
        opening: Vec::new(),
        slides: Vec::new(),
        standing: Vec::new(),
        recent: Vec::new(),
        walk_in: None,
        house: House::default(),
    }
}
