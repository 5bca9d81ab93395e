//! Which pages of the booking server are judged by axe-core and drawn. A rule of the repository compares this with the
//! server's addresses, so that no new page is forgotten; and whoever judges a page of these is at its address.

/// An address of the booking server, as its router says it, and the name under which its page is judged.
type Judged = (&'static str, &'static str);

/// Each address at which citizens read a page. They are judged and drawn in [`IN`].
pub const OF_CITIZENS: [Judged; 14] = [
    ("/", "citizen-offices"),
    ("/{office}", "citizen-services"),
    ("/{office}/questions", "citizen-question"),
    ("/{office}/questions/{question}", "citizen-question-further"),
    ("/{office}/times", "citizen-times"),
    ("/{office}/wait", "citizen-wait"),
    ("/{office}/request", "citizen-request"),
    ("/w/{secret}", "citizen-waits"),
    ("/h/{hold}", "citizen-contact"),
    ("/b/{secret}", "citizen-booking"),
    ("/b/{secret}/confirm/{token}", "citizen-confirm"),
    ("/b/{secret}/move", "citizen-move"),
    ("/b/{secret}/new-time/{offer}", "citizen-new-time"),
    ("/t/{secret}", "phone-waiting"),
];

/// The languages in which pages of citizens are judged and drawn: the first, one from right to left, and Leichte Sprache.
pub const IN: [&str; 3] = ["de", "ar", "de-simple"];

/// Each address at which staff read a page.
pub const OF_STAFF: [Judged; 32] = [
    ("/staff/sign-in", "bookings-sign-in"),
    ("/staff/invitation/{secret}", "few-invitation"),
    ("/staff/people", "bookings-people"),
    ("/staff/offices/{office}", "bookings-day"),
    ("/staff/offices/{office}/close", "bookings-close"),
    ("/staff/closings/{closing}", "bookings-closing"),
    ("/staff/closings/{closing}/reopen", "bookings-reopen"),
    ("/staff/offices/{office}/find", "bookings-find"),
    ("/staff/offices/{office}/lanes", "bookings-lanes"),
    ("/staff/offices/{office}/sheet", "bookings-sheet"),
    ("/staff/offices/{office}/series", "bookings-series"),
    ("/staff/offices/{office}/group", "bookings-group"),
    ("/staff/together/{together}", "bookings-together"),
    ("/staff/offices/{office}/requests", "bookings-requests"),
    ("/staff/statistics", "city-statistics"),
    ("/staff/letters", "bookings-letters"),
    ("/staff/offices/{office}/book", "bookings-book"),
    ("/staff/bookings/{booking}", "bookings-booking"),
    ("/staff/blocked", "bookings-blocked"),
    ("/staff/bookings/{booking}/move", "bookings-move"),
    ("/staff/offices/{office}/edit", "admin-overview"),
    ("/staff/offices/{office}/edit/{section}", "admin-{section}"),
    ("/staff/offices/{office}/edit/{section}/{entry}", "admin-service"),
    ("/staff/offices/{office}/preview", "admin-preview"),
    ("/staff/offices/{office}/mails", "city-mails"),
    ("/staff/offices/{office}/links", "city-links"),
    ("/staff/programs", "city-programs"),
    ("/staff/city", "city"),
    ("/staff/city/new", "city-new"),
    ("/staff/offices/{office}/revisions", "admin-revisions"),
    ("/staff/offices/{office}/revisions/{revision}", "admin-revision"),
    ("/staff/offices/{office}/mails/page", "mail-{kind}-{tag}"),
];

/// Addresses that answer with no page, and why.
pub const NO_PAGES: [(&str, &str); 25] = [
    ("/{office}/choice", "what is chosen, for the page's script"),
    ("/{office}/times/stream", "an event stream"),
    ("/b/{secret}/move/stream", "an event stream"),
    ("/t/{secret}/stream", "an event stream"),
    ("/b/{secret}/qr.png", "a picture"),
    ("/b/{secret}/qr.svg", "a picture"),
    ("/b/{secret}/termin.ics", "a calendar"),
    ("/c/{secret}", "a calendar"),
    ("/t/worker.js", "a script"),
    ("/assets/{file}", "styles, scripts and pictures"),
    ("/staff/statistics.csv", "a table"),
    ("/staff/statistics.xlsx", "a table"),
    ("/staff/offices/{office}/file", "a file"),
    ("/staff/city/file", "a file"),
    ("/staff", "leads to the day of an office"),
    ("/{office}/hold", "leads to the page of its form"),
    ("/w/{secret}/pass", "leads to the page of its form"),
    ("/w/{secret}/leave", "leads to the page of its form"),
    ("/h/{hold}/check", "leads to the page of its form"),
    ("/h/{hold}/longer", "leads to the page of its form"),
    ("/h/{hold}/again", "leads to the page of its form"),
    ("/b/{secret}/cancel", "leads to the page of its form"),
    ("/t/{secret}/give-up", "leads to the page of its form"),
    ("/t/{secret}/late", "leads to the page of its form"),
    ("/t/{secret}/seen", "leads to the page of its form"),
];

/// Pages that are answered with another status than 200: of what was just made, and of what cannot be so.
const STATUSES: [(u16, &str); 23] = [
    (201, "bookings-group-booked"),
    (201, "bookings-series-booked"),
    (201, "staff-booked"),
    (403, "citizen-move-pin-wrong"),
    (403, "citizen-pin-wrong"),
    (404, "citizen-nothing-here"),
    (404, "citizen-refused"),
    (404, "state-staff-refused"),
    (409, "citizen-time-gone"),
    (410, "citizen-again"),
    (410, "citizen-held-too-long"),
    (410, "citizen-new-time-over"),
    (422, "bookings-cancel-wrong"),
    (422, "citizen-contact-wrong"),
    (422, "citizen-request-wrong"),
    (422, "citizen-services-wrong"),
    (422, "citizen-times-no-day"),
    (422, "citizen-wait-wrong"),
    (422, "state-city-file-draft"),
    (422, "state-city-file-wrong"),
    (422, "state-new-office-wrong"),
    (422, "state-sign-in-wrong"),
    (429, "citizen-pin-locked"),
];

/// Whether a picture's name is this one, with or without its language at the end.
fn is_named(name: &str, known: &str) -> bool {
    match name.strip_prefix(known) {
        Some("") => true,
        Some(rest) => rest.strip_prefix('-').is_some_and(|tag| IN.contains(&tag)),
        None => false,
    }
}

/// The address of a page that is judged under this name; none where the name is that of another state of it.
pub fn address_of(name: &str) -> Option<&'static str> {
    OF_CITIZENS.iter().chain(&OF_STAFF).find(|(_, known)| is_named(name, known)).map(|(address, _)| *address)
}

/// The status with which a page of this name is answered.
pub fn status_of(name: &str) -> u16 {
    STATUSES.iter().find(|(_, known)| is_named(name, known)).map_or(200, |(status, _)| *status)
}

/// Whether a path is one of such an address.
pub fn is_at(address: &str, path: &str) -> bool {
    let (mut wanted, mut parts) = (address.split('/'), path.split('/'));
    loop {
        match (wanted.next(), parts.next()) {
            (None, None) => return true,
            (Some(wanted), Some(part)) if wanted == part || (wanted.starts_with('{') && !part.is_empty()) => {
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{address_of, is_at, status_of};

    #[test]
    fn a_page_is_at_its_address() {
        assert_eq!(address_of("citizen-times-de-simple"), Some("/{office}/times"));
        assert_eq!(address_of("city"), Some("/staff/city"));
        assert_eq!((address_of("citizen-times-full-de"), address_of("desk")), (None, None));
        assert_eq!((status_of("citizen-again-ar"), status_of("citizen-again-de-x")), (410, 200));
        assert!(is_at("/{office}/times", "/nord/times") && is_at("/", "/"));
        for path in ["/nord", "/nord/times/x", "//times", "/nord/wait"] {
            assert!(!is_at("/{office}/times", path), "{path}");
        }
    }
}
