//! What was given alone, in order, on one paper: staff call by it on a day without a lobby.

use super::{Done, Page, TicketStyle};
use foyer_protocol::lobby::TicketView;
use foyer_text::{Value, day_and_time, text, text_with, time_of_day};

/// The bytes of the list, up to and including the cut: each number with its booked time and when it came.
pub fn encode_list(tickets: &[TicketView], style: &TicketStyle<'_>) -> Vec<u8> {
    let page = Page::new(style).and_then(|mut page| {
        page.list(tickets)?;
        page.finish()
    });
    page.unwrap_or_else(|error| {
        tracing::error!(%error, "the list of tickets cannot be printed");
        Vec::new()
    })
}

impl Page<'_> {
    fn list(&mut self, tickets: &[TicketView]) -> Done {
        let TicketStyle { language, office, time_zone, now, .. } = *self.style;
        self.write(office, 1)?;
        self.write_large(&text(language, "kiosk-alone-paper-title"))?;
        self.write(&day_and_time(language, time_zone, now), 1)?;
        self.line("")?;
        if tickets.is_empty() {
            self.write(&text(language, "kiosk-alone-paper-none"), 1)?;
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
            self.write_large(&number)?;
            self.write(&format!("{due}, {came}"), 1)?;
            self.write(ticket.area.get(language.tag()), 1)?;
            self.line("")?;
        }
        Ok(())
    }
}
