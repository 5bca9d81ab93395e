//! A ticket to look at: for `foyer-kiosk ticket --preview`.

use crate::config::{self, Config, Ticket, in_one_line};
use crate::ticket::{TicketStyle, preview};
use chrono::{TimeDelta, TimeZone, Utc};
use foyer_domain::estimate::Span;
use foyer_domain::id::VisitId;
use foyer_domain::office::Office;
use foyer_domain::ticket::{Letter, TicketNumber};
use foyer_domain::visit::{VisitState, Wishes};
use foyer_protocol::lobby::TicketView;
use foyer_protocol::program;
use foyer_text::Language;
use image::GrayImage;
use std::path::Path;

/// The office where none is named.
const OFFICE: &str = include_str!("../../deploy/examples/office.toml");

/// Which ticket.
pub(crate) struct Wanted<'a> {
    pub(crate) language: Language,
    pub(crate) office: Option<&'a Path>,
    pub(crate) copy: bool,
}

/// Draws it; an error says which file is wrong and how.
pub(crate) fn picture(config: &Path, wanted: &Wanted<'_>) -> Result<GrayImage, String> {
    let is_missing_usual = config == Path::new(config::USUAL_PATH) && !config.exists();
    let settings = if is_missing_usual {
        Ticket::default()
    } else {
        Config::load(config).map_err(|error| in_one_line(&error))?.ticket
    };
    let template = settings.template().map_err(|error| in_one_line(&error))?;
    let office: Office = match wanted.office {
        Some(file) => program::load(file),
        None => program::parse(OFFICE, Path::new("the example office")),
    }
    .map_err(|error| in_one_line(&error))?;
    let style = TicketStyle {
        template: &template,
        language: wanted.language,
        office: &office.name,
        time_zone: office.time_zone,
        copy: wanted.copy,
        now: Utc.timestamp_opt(SEEN, 0).single().unwrap_or_default() + TimeDelta::minutes(7),
        code: None,
    };
    Ok(preview(&ticket(&office), &style))
}

/// 23 November 2026, 08:52:07 UTC, a Monday.
const SEEN: i64 = 1_795_423_927;

/// The first ticket of its first service, as full as a ticket can be.
fn ticket(office: &Office) -> TicketView {
    let issued_at = Utc.timestamp_opt(SEEN, 0).single().unwrap_or_default();
    let area = office.areas.first();
    let services = office.services.iter().filter(|service| service.named_on_ticket).take(1);
    let letter = area.map_or_else(|| Letter::try_from('A').expect("a letter of tickets"), |area| area.letter);
    TicketView {
        visit: VisitId(1),
        number: TicketNumber::new(letter, 17).expect("17 is a number"),
        also: Vec::new(),
        alone: false,
        together: Vec::new(),
        wishes: Wishes::default(),
        state: VisitState::Waiting,
        area: area.map(|area| area.name.clone()).unwrap_or_default(),
        way: area.map(|area| area.way.clone()).unwrap_or_default(),
        direction: area.and_then(|area| area.direction),
        start: Some(issued_at + TimeDelta::seconds(473)),
        services: services.map(|service| service.name.clone()).collect(),
        estimate: Some(Span { from_minutes: 5, to_minutes: 10 }),
        counter: None,
        phone_url: Some("https://termin.musterstadt.example/w/9f3kq7zt2m4x8y1b".to_owned()),
        issued_at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_ticket_to_look_at() {
        for language in Language::ALL {
            let wanted = Wanted { language: *language, office: None, copy: false };
            let picture = picture(Path::new(config::USUAL_PATH), &wanted).unwrap();
            assert_eq!(picture.width(), 576 + 64);
            assert!(picture.height() > 800 && picture.pixels().any(|pixel| pixel.0 == [0]));
        }
    }

    #[test]
    fn a_wrong_file_is_named() {
        let wanted = Wanted {
            language: Language::German,
            office: Some(Path::new("/nowhere/office.toml")),
            copy: false,
        };
        assert!(
            picture(Path::new(config::USUAL_PATH), &wanted).unwrap_err().contains("/nowhere/office.toml")
        );
        let usual = Wanted { office: None, ..wanted };
        assert!(
            picture(Path::new("/nowhere/kiosk.toml"), &usual).unwrap_err().contains("/nowhere/kiosk.toml")
        );
    }
}
