//! What was given alone, in order, on one paper: staff call by it on a day without a lobby.

use super::block::{Block, Page};
use super::{TicketStyle, written};
use foyer_protocol::lobby::TicketView;
use foyer_text::{Value, day_and_time, text, text_with, time_of_day};

/// The bytes of the list, up to and including the cut: each number with its booked time and when it came.
pub fn encode_list(tickets: &[TicketView], style: &TicketStyle<'_>) -> Vec<u8> {
    written(&list(tickets, style), style.template.columns).unwrap_or_else(|error| {
        tracing::error!(%error, "the list of tickets cannot be printed");
        Vec::new()
    })
}

fn list(tickets: &[TicketView], style: &TicketStyle<'_>) -> Vec<Block> {
    let TicketStyle { language, office, time_zone, now, .. } = *style;
    let mut page = Page::new(style);
    page.write(office);
    page.write_large(&text(language, "kiosk-alone-paper-title"));
    page.write(&day_and_time(language, time_zone, now));
    page.space();
    if tickets.is_empty() {
        page.write(&text(language, "kiosk-alone-paper-none"));
    }
    for ticket in tickets {
        let number = format!("{} {:03}", char::from(ticket.number.letter()), ticket.number.number());
        let due = ticket.start.map_or_else(
            || text(language, "ticket-without-appointment"),
            |start| {
                let time = Value::from(time_of_day(language, time_zone, start));
                text_with(language, "ticket-with-appointment", &[("time", time)])
            },
        );
        let came = Value::from(time_of_day(language, time_zone, ticket.issued_at));
        let came = text_with(language, "kiosk-alone-paper-arrived", &[("time", came)]);
        page.write_large(&number);
        page.write(&format!("{due}, {came}"));
        page.write(ticket.area.get(language.tag()));
        page.space();
    }
    page.closed_up()
}
