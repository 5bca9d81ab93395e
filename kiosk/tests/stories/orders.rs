//! Papers that staff order from elsewhere.

use crate::stage::{self, Stage, UPRIGHT, start};
use chrono::TimeDelta;
use foyer_client::{Followed, Link};
use foyer_kiosk::action::{Action, PrintJob};
use foyer_kiosk::device::printer::{Outcome, Reason};
use foyer_kiosk::model::Message;
use foyer_protocol::lobby::{KioskEvent, PrintReport};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;

fn german() -> Stage {
    Stage::open(Language::German, UPRIGHT, 32.0)
}

/// An order that holds for 30 s from the story's beginning.
fn ordered(order: Nonce) -> KioskEvent {
    KioskEvent::Print {
        order,
        ticket: Box::new(stage::ticket()),
        language: Some("pl".to_owned()),
        until: start() + TimeDelta::seconds(30),
    }
}

fn misses(stage: &Stage) -> usize {
    let missed = Action::MissOrder { order: stage::nonce(), visit: stage::ticket().visit };
    stage.actions.iter().filter(|action| **action == missed).count()
}

/// One order is one paper, whatever is on the screen, and the lobby alone hears of it.
#[test]
fn an_order_of_staff_prints_one_copy_beside_the_screen() {
    let mut stage = german();
    let order = stage::nonce();
    let before = stage.texts();
    stage.follows(ordered(order));
    stage.follows(ordered(order));
    let job = PrintJob {
        ticket: stage::ticket(),
        language: Language::Polish,
        copy: true,
        attempt: Some(order),
        code: None,
    };
    assert!(stage.actions.contains(&Action::Print(job)));
    assert_eq!(stage.prints(), 1, "told again after a break it is the same paper");
    assert_eq!(stage.texts(), before, "nobody at the screen has asked for it");
    let visit = stage::ticket().visit;
    stage.happens(Message::Ordered { order, visit, outcome: Outcome::NotSent(Reason::PaperOut) });
    let report = PrintReport { order: Some(order), ..Outcome::NotSent(Reason::PaperOut).for_report() };
    let told = Action::ReportPrint { visit, report };
    let tells = |stage: &Stage| stage.actions.iter().filter(|action| **action == told).count();
    assert_eq!(tells(&stage), 1);
    stage.follows(ordered(order));
    assert_eq!(stage.prints(), 1, "only a person orders it anew");
    assert_eq!(tells(&stage), 2, "the lobby has not heard of it");
    stage.follows(ordered(Nonce::random()));
    assert_eq!(stage.prints(), 2, "another press is another paper");
}

#[test]
fn an_order_that_comes_too_late_prints_nothing_and_is_answered() {
    let mut stage = german();
    stage.passes(30.0);
    stage.follows(ordered(Nonce::random()));
    assert_eq!((stage.prints(), misses(&stage)), (1, 0), "just in time");
    stage.passes(1.0);
    stage.follows(ordered(stage::nonce()));
    assert_eq!((stage.prints(), misses(&stage)), (1, 1));
    let (order, visit) = (stage::nonce(), stage::ticket().visit);
    let outcome = Outcome::NotSent(Reason::TooLate);
    stage.happens(Message::Ordered { order, visit, outcome });
    let report = PrintReport { order: Some(order), ..outcome.for_report() };
    assert!(stage.actions.contains(&Action::ReportPrint { visit, report }));
    stage.follows(ordered(order));
    assert_eq!((stage.prints(), misses(&stage)), (1, 1), "it has its answer");
}

/// The lobby says until when, so that its clock counts: a terminal's own may be wrong or be set.
#[test]
fn whether_an_order_is_late_goes_by_the_lobbys_clock() {
    let heard = |ahead: TimeDelta| {
        let mut stage = german();
        let mut snapshot = stage.snapshot();
        stage.now.at += ahead;
        snapshot.now = start();
        stage.follows(KioskEvent::Snapshot { snapshot: Box::new(snapshot) });
        stage
    };
    for ahead in [TimeDelta::hours(-2), TimeDelta::hours(2)] {
        let mut stage = heard(ahead);
        stage.passes(20.0);
        stage.follows(ordered(stage::nonce()));
        assert_eq!((stage.prints(), misses(&stage)), (1, 0), "a clock that is off by {ahead}");
    }
    let mut stage = heard(TimeDelta::zero());
    stage.now.at += TimeDelta::hours(3);
    stage.follows(ordered(stage::nonce()));
    assert_eq!((stage.prints(), misses(&stage)), (1, 0), "its clock was set");
    let mut stage = heard(TimeDelta::zero());
    stage.now.steady += std::time::Duration::from_secs(3 * 3_600);
    stage.follows(ordered(stage::nonce()));
    assert_eq!((stage.prints(), misses(&stage)), (0, 1), "the computer slept");
    let mut stage = heard(TimeDelta::zero());
    stage.passes(60.0);
    stage.now.at -= TimeDelta::hours(1);
    stage.happens(Message::Followed(Box::new(Followed::Link(Link::Connected))));
    stage.follows(ordered(stage::nonce()));
    assert_eq!((stage.prints(), misses(&stage)), (0, 1), "its clock was set back");
}
