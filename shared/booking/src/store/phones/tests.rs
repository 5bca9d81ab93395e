use super::*;
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{Position, ReportBody};

fn ten() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn ticket(report: u64, state: VisitState) -> Arc<TicketView> {
    let body = ReportBody::Ticket {
        secret_hash: "a".to_owned(),
        number: "A017".to_owned().try_into().unwrap(),
        also: Vec::new(),
        state,
        call: None,
        counter: None,
        area: foyer_domain::office::Localized::german("Wartebereich 1"),
        way: foyer_domain::office::Localized::default(),
        estimate: None,
        in_vain: false,
        late_until: None,
    };
    Arc::new(TicketView { office: "mitte".into(), body, at: ten(), report, gave_up_at: None, late: None })
}

fn positions(name: &str, ahead: u16, as_of: Timestamp) -> Positions {
    Positions { as_of, of: vec![Position { secret_hash: name.to_owned(), ahead, wait: None }] }
}

fn state(following: &Following) -> Option<VisitState> {
    following.now().ticket.map(|ticket| ticket.state())
}

#[test]
fn a_report_wakes_its_own_phones_alone() {
    let phones = Arc::new(Phones::default());
    let names: Vec<String> = (0..2_000).map(|number| format!("hash {number}")).collect();
    let all: Vec<Following> = names.iter().map(|name| Phones::follow(&phones, name)).collect();
    phones.tell("hash 1234", ticket(4, VisitState::Called));
    for (number, following) in all.iter().enumerate() {
        assert_eq!(following.news.has_changed().unwrap(), number == 1234, "{number}");
    }
    assert_eq!(state(&all[1234]), Some(VisitState::Called));
    drop(all);
    assert!(phones.inner().followed.is_empty(), "nobody looks any more");
}

#[test]
fn what_is_older_changes_nothing() {
    let phones = Arc::new(Phones::default());
    let mut following = Phones::follow(&phones, "a");
    phones.tell("a", ticket(8, VisitState::Called));
    following.look();
    for (report, is_news) in [(4, false), (8, false), (12, true)] {
        let known = if report == 8 { VisitState::Called } else { VisitState::Waiting };
        phones.tell("a", ticket(report, known));
        assert_eq!(following.news.has_changed().unwrap(), is_news, "{report}");
    }
    assert_eq!(state(&following), Some(VisitState::Waiting));
    // Another phone at the same ticket knows it at once, and the ticket stays when the first one goes.
    let other = Phones::follow(&phones, "a");
    drop(following);
    assert_eq!(state(&other), Some(VisitState::Waiting));
    phones.tell("a", ticket(16, VisitState::Serving));
    assert_eq!(state(&other), Some(VisitState::Serving));
}

#[test]
fn a_place_is_known_to_whoever_looks_later_until_it_is_old() {
    let phones = Arc::new(Phones::default());
    phones.place("mitte".into(), positions("a", 3, ten()));
    let ahead = |name: &str| Phones::follow(&phones, name).now().place.map(|place| place.ahead);
    assert_eq!((ahead("a"), ahead("b")), (Some(3), None));
    phones.place("mitte".into(), positions("b", 0, ten() + TimeDelta::minutes(2)));
    assert_eq!((ahead("a"), ahead("b")), (Some(3), Some(0)));
    phones.place("mitte".into(), positions("b", 0, ten() + TimeDelta::minutes(4)));
    assert_eq!((ahead("a"), ahead("b")), (None, Some(0)));
}
