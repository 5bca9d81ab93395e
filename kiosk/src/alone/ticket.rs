//! What is shown and printed of a ticket that was given alone.

use crate::device::journal::Entry;
use foyer_domain::alone::Given;
use foyer_domain::id::VisitId;
use foyer_domain::office::{Localized, Office};
use foyer_domain::visit::{VisitState, Wishes};
use foyer_protocol::lobby::TicketView;

/// A ticket of the journal.
pub fn of_entry(entry: &Entry, office: &Office) -> TicketView {
    view(
        VisitId::alone(u32::try_from(entry.id).unwrap_or(u32::MAX)),
        &entry.given,
        VisitState::Waiting,
        office,
    )
}

/// A ticket that the list tells of.
pub fn of_list(given: &Given, state: VisitState, office: &Office) -> TicketView {
    view(VisitId::alone(0), given, state, office)
}

/// No wait, because the queue is not known; no link for the phone, because nobody could answer it.
fn view(visit: VisitId, given: &Given, state: VisitState, office: &Office) -> TicketView {
    let area = office.area(&given.area);
    let services = given.services.iter().filter_map(|choice| office.service(&choice.service));
    TicketView {
        visit,
        number: given.number,
        also: Vec::new(),
        alone: true,
        together: given.with.into_iter().collect(),
        wishes: Wishes::default(),
        state,
        area: area.map_or_else(|| Localized::german(given.area.as_str()), |area| area.name.clone()),
        way: area.map(|area| area.way.clone()).unwrap_or_default(),
        direction: area.and_then(|area| area.direction),
        start: given.start,
        services: services.filter(|of| of.named_on_ticket).map(|of| of.name.clone()).collect(),
        estimate: None,
        counter: None,
        phone_url: None,
        issued_at: given.seen_at,
    }
}
