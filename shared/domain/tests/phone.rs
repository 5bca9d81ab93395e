//! What the holder of a ticket asks from its page on the phone.

mod common;

use common::*;
use foyer_domain::engine::{Command, Event, PhoneWish, Refusal, Step};
use foyer_domain::id::VisitId;
use foyer_domain::visit::VisitState;

fn give_up(visit: VisitId) -> Command {
    Command::FromPhone { visit, wish: PhoneWish::GiveUp }
}

#[test]
fn who_waits_can_give_the_place_up_once() {
    let mut world = World::open(ten(), &["1"]);
    let (first, second) = (world.walk_in("pass"), world.walk_in("pass"));
    world.ask(give_up(first)).unwrap();
    assert_eq!(world.visit(first).state, VisitState::Cancelled);
    let events = world.log.len();
    assert!(matches!(world.ask(give_up(first)), Err(Refusal::NotNow(_))), "a second press");
    assert_eq!(world.log.len(), events);
    assert_eq!(world.next("1"), second, "the next one moves up");
}

#[test]
fn whoever_is_called_or_served_keeps_the_visit() {
    let mut world = World::open(ten(), &["1"]);
    let visit = world.walk_in("pass");
    world.next("1");
    assert!(matches!(world.ask(give_up(visit)), Err(Refusal::NotNow(_))));
    assert_eq!(world.at_counter("1"), Some(visit));
    world.step("1", Step::PutBack).unwrap();
    world.ask(give_up(visit)).unwrap();
    assert!(matches!(world.log.last().unwrap().1, Event::Cancelled { .. }), "put back, it waits again");
    assert!(matches!(world.ask(give_up(VisitId(99))), Err(Refusal::NotFound { .. })));
}
