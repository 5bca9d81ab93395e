//! A test ticket for staff: a ruler, the letters that printers get wrong, a code, the cut. It cannot be taken for a
//! ticket, because it has no number.

use super::block::{Block, Page};
use super::{TicketStyle, written};
use foyer_text::{day_and_time, text};

/// What the code on it says: nothing that any terminal takes.
const CODE: &str = "FOYER TEST";
/// Dots of a module of that code.
const MODULE: u8 = 8;

/// The bytes of a test ticket, up to and including the cut.
pub fn encode_trial(style: &TicketStyle<'_>) -> Vec<u8> {
    written(&trial(style), style.template.columns).unwrap_or_else(|error| {
        tracing::error!(%error, "a test ticket cannot be printed");
        Vec::new()
    })
}

pub(super) fn trial(style: &TicketStyle<'_>) -> Vec<Block> {
    let TicketStyle { language, office, time_zone, now, template, .. } = *style;
    let columns = usize::from(template.columns);
    let mut page = Page::new(style);
    page.write_large(&text(language, "kiosk-staff-paper-title"));
    page.write(&text(language, "kiosk-staff-paper-what"));
    page.write(office);
    page.write(&day_and_time(language, time_zone, now));
    page.space();
    // As many signs as the paper has columns: a line too long or too short shows at once.
    let ruler = |sign: fn(usize) -> char| (1..=columns).map(sign).collect::<String>();
    page.write(&ruler(|column| if column % 10 == 0 { tens(column) } else { '.' }));
    page.write(&ruler(|column| char::from(b'0' + (column % 10) as u8)));
    page.space();
    page.write(&text(language, "kiosk-staff-paper-letters"));
    page.write_large(&text(language, "kiosk-staff-paper-letters"));
    page.space();
    page.code(CODE, MODULE);
    page.closed_up()
}

fn tens(column: usize) -> char {
    char::from(b'0' + (column / 10 % 10) as u8)
}
