//! What displays are pushed.

use crate::house::{House, LIMIT, walk_in};
use chrono::TimeDelta;
use foyer_client::{Followed, Server};
use foyer_domain::engine::{Command, Left, Step};
use foyer_protocol::lobby::{Acknowledgement, DisplayEvent, DisplaySnapshot};
use foyer_protocol::nonce::Nonce;
use futures_util::{Stream, StreamExt};

struct Wall<S> {
    stream: S,
    last: Option<String>,
}

fn wall(
    house: &House,
    display: &Server,
    last: Option<String>,
) -> Wall<impl Stream<Item = Followed<DisplayEvent>> + Unpin> {
    let stream = display.follow("/stream", "display", last.clone(), house.lobby.clock());
    Wall { stream, last }
}

impl<S: Stream<Item = Followed<DisplayEvent>> + Unpin> Wall<S> {
    /// The next event but for expected waits, which come by the clock.
    async fn next(&mut self) -> DisplayEvent {
        let next = async {
            loop {
                match self.stream.next().await {
                    Some(Followed::Event { id, event }) => {
                        self.last = id;
                        if !matches!(event, DisplayEvent::Waits { .. }) {
                            return event;
                        }
                    }
                    Some(Followed::Link(_)) => {}
                    other => panic!("{other:?}"),
                }
            }
        };
        tokio::time::timeout(LIMIT, next).await.expect("an event comes")
    }

    async fn snapshot(&mut self) -> DisplaySnapshot {
        match self.next().await {
            DisplayEvent::Snapshot { snapshot } => *snapshot,
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_recall_within_a_second_is_an_event_of_its_own() {
    let house = House::open().await;
    let (kiosk, display) = (house.kiosk().await, house.display().await);
    let mut wall = wall(&house, &display, None);
    let snapshot = wall.snapshot().await;
    assert_eq!(
        (snapshot.office_name.as_str(), snapshot.device_name.as_str()),
        ("Bürgerbüro Mitte", "Anzeige 1")
    );
    assert_eq!(snapshot.standing, []);
    assert!(snapshot.demo_clock);
    let began = house.now();
    let (ticket, first) = house.called(&kiosk).await;
    house.step(Step::Recall).await;
    assert!(house.now() - began < TimeDelta::seconds(1));
    let mut calls = Vec::new();
    for _ in 0..2 {
        let DisplayEvent::Called { call } = wall.next().await else { panic!("a call") };
        assert_eq!((call.number, call.counter.get("de")), (ticket.number, "Schalter 1"));
        calls.push(call.call);
    }
    assert_eq!(calls[0], first);
    assert_ne!(calls[0], calls[1]);
    let seen = Acknowledgement { heard: true };
    let path = format!("/calls/{}/acknowledgement", calls[1].0);
    display.post::<_, ()>(&path, Nonce::random(), &seen).await.unwrap();
    assert!(house.lobby.state().visit(ticket.visit).unwrap().call.as_ref().unwrap().acknowledged);
    house.step(Step::Start).await;
    assert_eq!(wall.next().await, DisplayEvent::Cleared { visit: ticket.visit });
}

#[tokio::test]
async fn a_call_that_is_taken_back_is_withdrawn_aloud() {
    let house = House::open().await;
    let (kiosk, display) = (house.kiosk().await, house.display().await);
    let mut wall = wall(&house, &display, None);
    wall.snapshot().await;
    let (ticket, call) = house.called(&kiosk).await;
    assert!(matches!(wall.next().await, DisplayEvent::Called { .. }));
    let path = format!("/calls/{}/acknowledgement", call.0);
    display.post::<_, ()>(&path, Nonce::random(), &Acknowledgement { heard: false }).await.unwrap();
    house.undo().await;
    assert_eq!(
        wall.next().await,
        DisplayEvent::Withdrawn { visit: ticket.visit, number: ticket.number, also: Vec::new() }
    );
    // A step that is taken back while the call stood: shown again without a sound.
    house.clerk(Command::CallNext("1".into())).await;
    assert!(matches!(wall.next().await, DisplayEvent::Called { .. }));
    house.step(Step::Start).await;
    assert!(matches!(wall.next().await, DisplayEvent::Cleared { .. }));
    house.undo().await;
    let snapshot = wall.snapshot().await;
    assert_eq!(snapshot.standing.len(), 1);
}

#[tokio::test]
async fn who_was_away_resumes_and_who_was_away_too_long_gets_a_snapshot() {
    let house = House::open().await;
    let (kiosk, display) = (house.kiosk().await, house.display().await);
    let mut first = wall(&house, &display, None);
    first.snapshot().await;
    let (one, _) = house.called(&kiosk).await;
    first.next().await;
    let known = first.last.clone();
    drop(first);
    house.step(Step::Start).await;
    house.finish().await;
    let (two, _) = house.called(&kiosk).await;
    let mut again = wall(&house, &display, known);
    assert_eq!(again.next().await, DisplayEvent::Cleared { visit: one.visit });
    let DisplayEvent::Called { call } = again.next().await else { panic!("the second call") };
    assert_eq!(call.visit, two.visit);
    drop(again);
    let mut strange = wall(&house, &display, Some("999999".to_owned()));
    let snapshot = strange.snapshot().await;
    assert_eq!(snapshot.standing[0].visit, two.visit);
    assert_eq!(snapshot.recent[0].visit, one.visit);
}

#[tokio::test]
async fn a_display_finds_the_truth_again_after_a_restart() {
    let house = House::open().await;
    let kiosk = house.kiosk().await;
    let (ticket, _) = house.called(&kiosk).await;
    let house = house.reopen().await;
    let display = house.display().await;
    let mut wall = wall(&house, &display, Some("1".to_owned()));
    let snapshot = wall.snapshot().await;
    assert_eq!(snapshot.standing[0].number, ticket.number);
}

#[tokio::test]
async fn the_expected_wait_is_pushed_when_it_changes() {
    let house = House::open().await;
    let (kiosk, display) = (house.kiosk().await, house.display().await);
    house.clerk(Command::CloseCounter { counter: "1".into(), left: Left::Nobody }).await;
    let mut stream = display.follow::<DisplayEvent>("/stream", "display", None, house.lobby.clock());
    for _ in 0..6 {
        walk_in(&kiosk, house.now()).await;
    }
    let longer = async {
        loop {
            if let Some(Followed::Event { event: DisplayEvent::Waits { walk_in: Some(span) }, .. }) =
                stream.next().await
                && span.to_minutes > 20
            {
                return;
            }
        }
    };
    tokio::time::timeout(LIMIT, longer).await.expect("the wait is pushed");
}

/// A notice has no position in the log, so that who comes back after a break is told of its begin and of its end.
#[tokio::test]
async fn who_resumes_hears_of_a_notice_that_began_or_ended_meanwhile() {
    let house = House::open().await;
    let display = house.display().await;
    let mut first = wall(&house, &display, None);
    assert_eq!(first.snapshot().await.house.broadcast, None);
    let known = first.last.clone();
    drop(first);
    let until = house.now() + TimeDelta::hours(1);
    house.lobby.broadcasts().tell(&"rea".into(), "Der Aufzug steht.", until).await.unwrap();
    let mut second = wall(&house, &display, known.clone());
    let told = second.snapshot().await.house.broadcast.expect("it is told");
    assert_eq!((told.text.as_str(), told.until), ("Der Aufzug steht.", until));
    assert_eq!(second.last, known, "nothing of it is in the log");
    drop(second);
    house.lobby.broadcasts().end().await.unwrap();
    let mut third = wall(&house, &display, known.clone());
    assert_eq!(third.snapshot().await.house.broadcast, None, "it has ended");
    assert_eq!(third.last, known);
}
