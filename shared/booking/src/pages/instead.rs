//! What a booking's own page shows in place of a time that is closed.

use super::frame::Words;
use crate::app::App;
use crate::store::{Confirmed, OfficeState};
use foyer_protocol::booking::BookingView;

/// A booking whose time is closed.
pub struct Instead {
    /// The closed time.
    pub before: String,
    /// What can be taken in its place.
    pub offer: Option<Another>,
}

/// A time that is held for the owner.
pub struct Another {
    /// Day and time.
    pub when: String,
    /// "Wir halten die neue Zeit für Sie frei bis: …"
    pub until: String,
    /// Where it is accepted.
    pub href: String,
}

impl Instead {
    /// What there is, if the time is closed, and the booking as it would be then.
    pub fn of(
        app: &App,
        words: &Words,
        found: &Confirmed,
        state: &OfficeState,
    ) -> (Option<Self>, BookingView) {
        let (office, mut view) = (&state.office, found.view.clone());
        if !found.lost_place {
            return (None, view);
        }
        let when = |at| foyer_text::day_and_time(words.language, office.time_zone, at);
        let before = when(view.start);
        let offer = found.offer.as_ref().filter(|offer| app.now() <= offer.until).map(|offer| {
            (view.start, view.address) = (offer.start, office.place_at(offer.start).line());
            Another {
                when: when(offer.start),
                until: words.text_with("portal-offer-until", "time", when(offer.until)),
                href: words.link(&offer.path),
            }
        });
        (Some(Self { before, offer }), view)
    }
}
