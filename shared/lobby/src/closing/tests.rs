use super::*;
use crate::{Config, serve};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Left, WalkIn};
use foyer_domain::office::Office;
use foyer_protocol::program::Clock;
use tokio_util::sync::CancellationToken;

/// 17:50 in Berlin on a Monday; the office closes at 18:00.
fn before_closing() -> Timestamp {
    "2026-11-23T16:50:00Z".parse().unwrap()
}

fn minutes(minutes: i64) -> TimeDelta {
    TimeDelta::minutes(minutes)
}

fn office() -> Box<Office> {
    let office = serde_json::json!({
        "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1", "time_zone": "Europe/Berlin",
        "areas": [{"id": "eg", "name": "Eins", "letter": "A"}],
        "services": [{"id": "ausweis", "name": "Ausweis", "minutes": 2, "area": "eg"}],
        "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}],
        "hours": [{"weekdays": ["Mon"], "from": "08:00:00", "to": "18:00:00", "places": 2}],
    });
    Box::new(serde_json::from_value(office).unwrap())
}

fn walk_in(at: Timestamp) -> Command {
    let services = vec![ServiceChoice { service: "ausweis".into(), quantity: 1 }];
    Command::WalkIn(WalkIn { services, seen_at: at, language: None })
}

struct World {
    state: QueueState,
    unserved: Unserved,
}

impl World {
    fn new() -> Self {
        let mut world = Self { state: QueueState::default(), unserved: Unserved::default() };
        world.ask(before_closing(), Command::AdoptOffice(office()));
        world
    }

    fn ask(&mut self, at: Timestamp, command: Command) {
        for event in self.state.decide(at, &Actor::System, &command).unwrap().events {
            self.state.apply(at, &event);
        }
    }

    fn open(&mut self, at: Timestamp) {
        self.ask(at, Command::OpenCounter { counter: "1".into(), staff: "kim".into() });
    }

    fn close(&mut self, at: Timestamp) {
        self.ask(at, Command::CloseCounter { counter: "1".into(), left: Left::Nobody });
    }

    fn walk_in(&mut self, at: Timestamp) -> VisitId {
        self.ask(at, walk_in(at));
        self.state.visits().last().unwrap().id
    }

    fn number(&self, visit: VisitId) -> String {
        self.state.visit(visit).unwrap().number.spaced()
    }

    fn look(&mut self, at: Timestamp) -> Due {
        self.unserved.look(&self.state, at)
    }
}

#[test]
fn staff_are_told_once_within_a_minute_and_no_longer_when_a_counter_opens() {
    let (mut world, at) = (World::new(), before_closing());
    world.open(at);
    let visit = world.walk_in(at);
    assert_eq!(world.look(at + minutes(2)), Due::default(), "a counter calls");
    let left = at + minutes(2);
    world.close(left);
    assert_eq!(world.look(left), Due::default(), "a clerk may change counters");
    let told = world.look(left + TimeDelta::seconds(57));
    assert_eq!(told, Due { told: vec![world.number(visit)], ..Due::default() });
    assert_eq!(world.look(left + minutes(2)), Due::default(), "once");
    world.open(left + minutes(3));
    let back = world.look(left + minutes(3));
    assert_eq!(back, Due { gone: vec![world.number(visit)], ..Due::default() });
    assert_eq!(world.look(left + minutes(4)), Due::default());
}

#[test]
fn what_was_told_yesterday_goes_with_the_day_before_anything_opens() {
    let (mut world, at) = (World::new(), before_closing());
    world.open(at);
    let visit = world.walk_in(at);
    world.close(at);
    world.look(at);
    let number = world.number(visit);
    assert_eq!(world.look(at + minutes(1)).told, std::slice::from_ref(&number));
    let midnight = at + TimeDelta::hours(9);
    world.ask(midnight, Command::Tick);
    assert!(world.state.visit(visit).is_none(), "another day");
    assert_eq!(world.look(midnight), Due { gone: vec![number], ..Due::default() });
    assert_eq!(world.look(midnight), Due::default());
}

#[test]
fn whoever_waits_after_closing_when_all_have_gone_is_told_and_nobody_before() {
    let (mut world, at) = (World::new(), before_closing());
    world.open(at);
    let visit = world.walk_in(at);
    world.close(at + minutes(1));
    world.look(at + minutes(1));
    assert_eq!(world.look(at + minutes(9)).in_vain, [], "the office is still open");
    let due = world.look(at + minutes(10));
    assert_eq!(due.in_vain, [visit], "closing, and nobody there for five minutes");
    world.ask(at + minutes(10), Command::TellUnserved(vec![visit]));
    assert_eq!(world.look(at + minutes(11)).in_vain, [], "once");
}

#[test]
fn whoever_has_a_clerk_after_closing_is_served() {
    let (mut world, at) = (World::new(), before_closing());
    world.open(at);
    world.walk_in(at);
    for minute in 1..60 {
        assert_eq!(world.look(at + minutes(minute)), Due::default(), "after {minute} minutes");
    }
}

#[test]
fn while_everything_stands_still_nobody_is_told_anything() {
    let (mut world, at) = (World::new(), before_closing());
    world.open(at);
    world.walk_in(at);
    world.close(at + minutes(1));
    world.ask(at + minutes(1), Command::Interrupt { text: None });
    for minute in 1..60 {
        assert_eq!(world.look(at + minutes(minute)), Due::default(), "after {minute} minutes");
    }
}

/// Another program runs than the one that told staff: a number of today is not the one of yesterday.
#[tokio::test]
async fn a_start_knows_the_notices_of_who_is_here_and_takes_the_others_back() {
    let folder = tempfile::tempdir().unwrap();
    let (clock, hands) = Clock::by_hand(None, before_closing() - TimeDelta::hours(2));
    let shutdown = CancellationToken::new();
    let running = serve::start_by(&Config::local(folder.path()), Some(clock), shutdown).await.unwrap();
    let lobby = running.lobby.clone();
    let ask = async |command| lobby.ask(Actor::System, None, command).await.unwrap();
    ask(Command::AdoptOffice(office())).await;
    let told = async |number: &str| lobby.notices().tell(NoticeKind::NotServed, number, "").await;
    told("A\u{202f}001").await;
    hands.pass(Duration::from_secs(60));
    let seen_at = lobby.clock().now();
    for _ in 0..2 {
        ask(walk_in(seen_at)).await;
    }
    hands.pass(Duration::from_secs(60));
    told("A\u{202f}002").await;
    told("B\u{202f}017").await;
    let recalled = Unserved::recall(&lobby).await;
    let second = lobby.state().visits().last().unwrap().id;
    assert_eq!(recalled.told, BTreeMap::from([(second, "A\u{202f}002".to_owned())]));
    let left: Vec<String> =
        lobby.notices().list().await.unwrap().into_iter().map(|notice| notice.subject).collect();
    assert_eq!(left, ["A\u{202f}002"], "the first one was told before this day's A 001 came");
    drop(lobby);
    running.close().await;
}
