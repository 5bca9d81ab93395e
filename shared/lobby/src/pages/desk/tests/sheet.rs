//! The emergency sheet.

use super::super::sheet::Sheet;
use super::*;
use crate::beside::Beside;
use crate::lobby::Published;
use foyer_domain::booking::{Booking, BookingState};
use foyer_domain::engine::{Change, CheckIn, Command, Presented, QueueState};
use foyer_domain::id::BookingId;
use foyer_domain::short_code::ShortCode;
use foyer_domain::visit::Actor;

/// Of those who have booked the second goes on as a part of the first, the third is still expected, and the last one has
/// cancelled.
#[test]
fn the_sheet_has_the_terminnummer_of_everybody_also_of_whoever_was_merged() {
    let mut state = QueueState::default();
    let mut ask = |command: Command| {
        for event in state.decide(ten(), &Actor::System, &command).unwrap().events {
            state.apply(ten(), &event);
        }
    };
    ask(Command::AdoptOffice(Box::new(office())));
    let ids = [1, 2, 3, 4].map(|id| BookingId::new(id).unwrap());
    for id in ids {
        let services = vec![ServiceChoice { service: "ausweis".into(), quantity: 1 }];
        let state = if id == ids[3] { BookingState::Cancelled } else { BookingState::Confirmed };
        let wishes = Wishes::default();
        ask(Command::SyncBooking(Booking {
            id,
            services,
            start: ten(),
            minutes: 10,
            state,
            language: None,
            wishes,
            interpreting: None,
            persons: 1,
        }));
    }
    for id in &ids[..2] {
        ask(Command::CheckIn(CheckIn { presented: Presented::ShortCode(*id), seen_at: ten() }));
    }
    ask(Command::Change { visit: VisitId(2), change: Change::MergeInto(VisitId(1)), counter: None });
    let beside = Arc::new(Beside::default());
    let published = Published { seq: 7, state: Arc::new(state), beside, last_report: 0 };
    let code = |booking: BookingId| ShortCode::from_random(booking.bits() * 1_000_003);
    let sheet = Sheet::of(&published, ten(), words(Language::German), |id| Some(code(id))).unwrap();
    let html = sheet.render().unwrap();
    let [first, second, third, cancelled] = ids.map(|id| code(id).shown());
    assert!(html.contains(&format!(">{first}, {second}<")), "{html}");
    assert!(html.matches(&*third).count() == 1 && !html.contains(&cancelled), "{html}");
    let without = Sheet::of(&published, ten(), words(Language::German), |_| None).unwrap().render().unwrap();
    assert!(!without.contains(&*first) && !without.contains(", <"), "an older booking server told none");
}
