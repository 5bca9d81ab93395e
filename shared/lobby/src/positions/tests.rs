use super::*;
use crate::beside::Beside;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Command, Event, Reply, WalkIn};
use foyer_domain::id::VisitId;
use foyer_domain::visit::Actor;

fn ten() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

/// Counter 1 does everything, counter 2 nothing but cars.
fn office(public_url: Option<&str>) -> Office {
    let office = serde_json::json!({
        "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1", "time_zone": "Europe/Berlin",
        "public_url": public_url,
        "areas": [{"id": "eg", "name": "Wartebereich 1", "letter": "A"}],
        "services": [
            {"id": "pass", "name": "Pass", "minutes": 10, "area": "eg", "walk_in": true},
            {"id": "kfz", "name": "Auto", "minutes": 20, "area": "eg", "walk_in": true},
        ],
        "counters": [
            {"id": "1", "name": "Schalter 1", "area": "eg", "services": ["pass"]},
            {"id": "2", "name": "Schalter 2", "area": "eg", "services": ["kfz"]},
            {"id": "3", "name": "Schalter 3", "area": "eg", "services": []},
        ],
        "hours": [{"weekdays": ["Mon"], "from": "08:00:00", "to": "18:00:00", "places": 1}],
    });
    serde_json::from_value(office).unwrap()
}

struct Room {
    state: QueueState,
    beside: Beside,
}

impl Room {
    fn new(public_url: Option<&str>, counters: &[&str]) -> Self {
        let mut room = Self { state: QueueState::default(), beside: Beside::default() };
        room.ask(Command::AdoptOffice(Box::new(office(public_url))));
        for &counter in counters {
            let (counter, staff) = (counter.into(), counter.into());
            room.ask(Command::OpenCounter { counter, staff });
        }
        room
    }

    fn ask(&mut self, command: Command) -> Reply {
        let decision = self.state.decide(ten(), &Actor::System, &command).unwrap();
        decision.events.iter().for_each(|event| self.state.apply(ten(), event));
        decision.reply
    }

    fn walk_in(&mut self, service: &str) -> VisitId {
        let services = vec![ServiceChoice { service: service.into(), quantity: 1 }];
        let Reply::Opened(visit) =
            self.ask(Command::WalkIn(WalkIn { services, seen_at: ten(), language: None }))
        else {
            panic!("somebody is let in")
        };
        self.beside.keep_secret(visit, secret::uuid());
        visit
    }

    /// How many are ahead of each.
    fn ahead(&self) -> Vec<u16> {
        let (state, beside) = (Arc::new(self.state.clone()), Arc::new(self.beside.clone()));
        let published = Published { seq: 1, state, beside, last_report: 0 };
        positions(&published, ten()).iter().map(|position| position.ahead).collect()
    }
}

#[test]
fn only_those_count_who_can_be_called_where_this_one_can() {
    let mut room = Room::new(Some("https://termine.example"), &["1", "2"]);
    for service in ["pass", "pass", "kfz", "pass", "kfz"] {
        room.walk_in(service);
    }
    assert_eq!(room.ahead(), [0, 1, 0, 2, 1], "two counters, two lines");
    room.ask(Command::OpenCounter { counter: "3".into(), staff: "3".into() });
    assert_eq!(room.ahead(), [0, 1, 2, 3, 4], "a counter for everything joins them");
}

#[test]
fn where_no_open_counter_serves_all_that_could_count() {
    let mut room = Room::new(Some("https://termine.example"), &[]);
    for service in ["pass", "kfz", "pass"] {
        room.walk_in(service);
    }
    assert_eq!(room.ahead(), [0, 1, 2]);
    let mut room = Room::new(None, &["1"]);
    room.walk_in("pass");
    assert!(room.ahead().is_empty(), "nobody has a link");
}

#[test]
fn only_news_is_told_and_everything_once_a_minute() {
    let position = |name: &str, ahead| Position { secret_hash: name.to_owned(), ahead, wait: None };
    let began = Instant::now();
    let at = |seconds| began + Duration::from_secs(seconds);
    let mut told = Told::default();
    let (one, two) = (position("a", 0), position("b", 1));
    assert_eq!(told.news(vec![one.clone(), two.clone()], at(0)).len(), 2);
    assert!(told.news(vec![one.clone(), two.clone()], at(1)).is_empty());
    let moved = position("b", 0);
    assert_eq!(told.news(vec![moved.clone()], at(2)), vec![moved.clone()], "the first was called");
    assert_eq!(told.news(vec![one, moved.clone()], at(3)).len(), 1, "it came back where it was");
    assert!(told.news(vec![moved.clone()], at(59)).is_empty());
    assert_eq!(told.news(vec![moved.clone()], at(60)), vec![moved]);
}

#[test]
fn whose_ticket_was_told_anew_is_told_the_place_again() {
    let mut room = Room::new(Some("https://termine.example"), &["1"]);
    let visit = room.walk_in("pass");
    let place = Position { secret_hash: hash(room.beside.secret(visit).unwrap()), ahead: 0, wait: None };
    let (mut told, now) = (Told::default(), Instant::now());
    assert_eq!(told.news(vec![place.clone()], now).len(), 1);
    assert!(told.news(vec![place.clone()], now).is_empty());
    let (records, mut events) = broadcast::channel(4);
    let event = Event::Started { visit };
    records.send(Arc::new(Record { seq: 2, at: ten(), actor: Actor::System, event })).unwrap();
    told.forget_changed(&mut events, &room.beside);
    assert_eq!(told.news(vec![place], now).len(), 1);
}
