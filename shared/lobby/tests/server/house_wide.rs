//! What holds for the whole house, as terminals are pushed it; and what time alone does to it.

use crate::house::{House, LIMIT, scan, walk_in};
use chrono::TimeDelta;
use foyer_client::{Followed, Server};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Command, IntakeScope, Left, Step};
use foyer_domain::office::{Choice, Localized};
use foyer_lobby::notices::NoticeKind;
use foyer_protocol::lobby::{
    Broadcast, CheckInAnswer, DayList, DisplayEvent, DisplaySnapshot, KioskEvent, KioskSnapshot,
    TicketAnswer, TicketReply, WalkInRequest,
};
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::{Clock, Hands};
use futures_util::{Stream, StreamExt};
use std::pin::Pin;
use std::time::Duration;
use tempfile::TempDir;

async fn with_texts(house: &House) {
    let mut office = house.lobby.state().office().unwrap().clone();
    office.revision += 1;
    office.texts = vec![Choice { id: "fire".into(), name: Localized::german("Bitte gehen Sie hinaus.") }];
    house.tell(Command::AdoptOffice(Box::new(office))).await;
}

async fn told<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(LIMIT, what).await.expect("it is told")
}

type Wall = Pin<Box<dyn Stream<Item = Followed<DisplayEvent>> + Send>>;
type Entrance = Pin<Box<dyn Stream<Item = Followed<KioskEvent>> + Send>>;

/// A display that hears from now on.
fn wall(house: &House, server: &Server) -> Wall {
    server.follow("/stream", "display", None, house.lobby.clock()).boxed()
}

/// A kiosk that hears from now on.
fn entrance(house: &House, server: &Server) -> Entrance {
    server.follow("/stream", "kiosk", None, house.lobby.clock()).boxed()
}

/// Reads on until a display's snapshot is as wanted.
async fn display(wall: &mut Wall, is: impl Fn(&DisplaySnapshot) -> bool) -> DisplaySnapshot {
    told(async {
        loop {
            if let Some(Followed::Event { event: DisplayEvent::Snapshot { snapshot }, .. }) =
                wall.next().await
                && is(&snapshot)
            {
                return *snapshot;
            }
        }
    })
    .await
}

/// The same of a kiosk's.
async fn kiosk(entrance: &mut Entrance, is: impl Fn(&KioskSnapshot) -> bool) -> KioskSnapshot {
    told(async {
        loop {
            if let Some(Followed::Event { event: KioskEvent::Snapshot { snapshot }, .. }) =
                entrance.next().await
                && is(&snapshot)
            {
                return *snapshot;
            }
        }
    })
    .await
}

/// The same of what it keeps to work alone.
async fn day_list(entrance: &mut Entrance, is: impl Fn(&DayList) -> bool) -> DayList {
    told(async {
        loop {
            if let Some(Followed::Event { event: KioskEvent::DayList { list }, .. }) = entrance.next().await {
                let list: DayList = serde_json::from_str(&list.text).unwrap();
                if is(&list) {
                    return list;
                }
            }
        }
    })
    .await
}

async fn house() -> (House, Hands) {
    let (clock, hands) = Clock::by_hand(None, "2026-11-23T09:00:00Z".parse().unwrap());
    (House::by_clock(TempDir::new().unwrap(), clock).await.furnished().await, hands)
}

#[tokio::test]
async fn all_terminals_stand_still_and_windows_are_longer_afterwards() {
    let (house, hands) = house().await;
    with_texts(&house).await;
    let (terminal, screen) = (house.kiosk().await, house.display().await);
    let (mut entrance, mut wall) = (entrance(&house, &terminal), wall(&house, &screen));
    display(&mut wall, |_| true).await;
    kiosk(&mut entrance, |_| true).await;
    let (_, code) = house.booking(1, 0).await;
    house.called(&terminal).await;
    house.tell(Command::Interrupt { text: Some("fire".into()) }).await;
    let shown = display(&mut wall, |it| it.house.interrupted.is_some()).await;
    let interrupted = shown.house.interrupted.unwrap();
    assert_eq!((interrupted.since, interrupted.text.get("de")), (house.now(), "Bitte gehen Sie hinaus."));
    assert_eq!(shown.standing, []);
    kiosk(&mut entrance, |it| it.house.interrupted.as_ref() == Some(&interrupted)).await;
    let list =
        day_list(&mut self::entrance(&house, &terminal), |list| list.snapshot.house.interrupted.is_some())
            .await;
    assert_eq!(list.snapshot.house.interrupted, Some(interrupted), "a kiosk that is alone keeps it");

    hands.pass(Duration::from_secs(20 * 60));
    house.tell(Command::EndInterruption).await;
    display(&mut wall, |it| it.house.interrupted.is_none()).await;
    let after = kiosk(&mut entrance, |it| it.house.interrupted.is_none()).await;
    assert_eq!(after.outages.len(), 1);
    assert_eq!(after.outages[0].to - after.outages[0].from, TimeDelta::minutes(20));
    hands.pass(Duration::from_secs(14 * 60));
    let reply = scan(&terminal, Nonce::random(), &code, house.now()).await;
    assert!(matches!(reply.answer, CheckInAnswer::CheckedIn { .. }), "34 minutes after the start: {reply:?}");
}

/// Nobody presses anything: the lobby notices by itself that no kiosk is linked.
#[tokio::test]
async fn windows_are_longer_by_the_time_in_which_no_kiosk_was_linked() {
    let (house, hands) = house().await;
    let terminal = house.kiosk().await;
    let mut linked = entrance(&house, &terminal);
    kiosk(&mut linked, |_| true).await;
    house.booking(1, 0).await;
    drop(linked);
    let mut changes = house.lobby.changes();
    // The clock moves on with every look that the lobby takes.
    told(async {
        while house.lobby.state().outages_over().is_empty() {
            hands.pass(Duration::from_secs(20));
            let _ = tokio::time::timeout(Duration::from_millis(500), changes.changed()).await;
        }
    })
    .await;
    let back = kiosk(&mut entrance(&house, &terminal), |it| !it.outages.is_empty()).await;
    let length = back.outages[0].to - back.outages[0].from;
    assert!(back.outages.len() == 1 && length >= TimeDelta::minutes(2), "{:?}", back.outages);
}

#[tokio::test]
async fn a_pause_of_tickets_is_shown_at_the_kiosk_and_said_by_the_lobby() {
    let house = House::open().await;
    with_texts(&house).await;
    let terminal = house.kiosk().await;
    let mut entrance = entrance(&house, &terminal);
    kiosk(&mut entrance, |_| true).await;
    let pause = |scope, text: Option<&str>| Command::PauseIntake { scope, text: text.map(Into::into) };
    house.tell(pause(IntakeScope::Service("pass".into()), Some("fire"))).await;
    house.tell(pause(IntakeScope::Area("eg".into()), None)).await;
    let office = kiosk(&mut entrance, |it| it.office.areas[0].walk_in_paused.is_some()).await.office;
    let service = office.service(&"pass".into()).unwrap();
    assert_eq!(service.walk_in_paused.as_ref().unwrap().get("de"), "Bitte gehen Sie hinaus.");
    let usual = office.areas[0].walk_in_paused.clone().unwrap();
    assert!(
        usual.get("de").contains("ohne Termin") && usual.get("fr").contains("sans rendez-vous"),
        "{usual:?}"
    );
    assert!(office.walk_in_paused.is_none());
    let services = vec![ServiceChoice { service: "pass".into(), quantity: 1 }];
    let request = WalkInRequest { services, seen_at: house.now(), with: None, language: None };
    let reply: TicketReply = terminal.post("/walk-ins", Nonce::random(), &request).await.unwrap();
    assert!(
        matches!(&reply.answer, TicketAnswer::Paused { text } if text.get("de") == "Bitte gehen Sie hinaus.")
    );
    house.tell(Command::ResumeIntake(IntakeScope::Service("pass".into()))).await;
    house.tell(Command::ResumeIntake(IntakeScope::Area("eg".into()))).await;
    kiosk(&mut entrance, |it| it.office.areas[0].walk_in_paused.is_none()).await;
    walk_in(&terminal, house.now()).await;
}

#[tokio::test]
async fn a_notice_reaches_everybody_outlives_a_restart_and_ends_by_itself() {
    let (house, hands) = house().await;
    let (terminal, screen) = (house.kiosk().await, house.display().await);
    let (mut entrance, mut watched) = (entrance(&house, &terminal), wall(&house, &screen));
    display(&mut watched, |_| true).await;
    kiosk(&mut entrance, |_| true).await;
    let until: Timestamp = "2026-11-23T10:00:00Z".parse().unwrap();
    house.lobby.broadcasts().tell(&"rea".into(), "Aufzug außer Betrieb", until).await.unwrap();
    let told = Some(Broadcast { text: "Aufzug außer Betrieb".to_owned(), until });
    display(&mut watched, |it| it.house.broadcast == told).await;
    kiosk(&mut entrance, |it| it.house.broadcast == told).await;
    day_list(&mut self::entrance(&house, &terminal), |list| list.snapshot.house.broadcast == told).await;
    let now = house.now();
    let (clock, again) = Clock::by_hand(None, now);
    let house = House::by_clock(house.close().await, clock).await;
    drop(hands);
    let screen = house.display().await;
    let mut watched = wall(&house, &screen);
    display(&mut watched, |it| it.house.broadcast == told).await;
    again.pass(Duration::from_secs(3_600));
    display(&mut watched, |it| it.house.broadcast.is_none()).await;
    let mut changes = house.lobby.broadcasts().changes();
    told_nothing(&mut changes).await;
}

/// The lobby itself forgets it, too.
async fn told_nothing(changes: &mut tokio::sync::watch::Receiver<Option<std::sync::Arc<Broadcast>>>) {
    told(changes.wait_for(Option::is_none)).await.unwrap();
}

#[tokio::test]
async fn staff_are_told_of_who_waits_for_nobody_and_that_ends_with_a_counter() {
    let (house, hands) = house().await;
    let terminal = house.kiosk().await;
    house.clerk(Command::CloseCounter { counter: "1".into(), left: Left::Nobody }).await;
    let ticket = walk_in(&terminal, house.now()).await;
    let mut changes = house.lobby.notices().changes();
    // The clock moves on with every look that the lobby takes.
    told(async {
        loop {
            hands.pass(Duration::from_secs(10));
            let _ = tokio::time::timeout(Duration::from_millis(500), changes.changed()).await;
            let notices = house.lobby.notices().list().await.unwrap();
            if let Some(notice) = notices.iter().find(|notice| notice.kind == NoticeKind::NotServed) {
                assert_eq!(notice.subject, ticket.number.spaced());
                return;
            }
        }
    })
    .await;
    house.clerk(Command::Tick).await;
    told(async {
        while house.lobby.notices().list().await.unwrap().iter().any(|it| it.kind == NoticeKind::NotServed) {
            changes.changed().await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_waits_in_vain_is_told_on_the_displays_until_somebody_serves_after_all() {
    let house = House::open().await;
    let (terminal, screen) = (house.kiosk().await, house.display().await);
    let (mut entrance, mut wall) = (entrance(&house, &terminal), wall(&house, &screen));
    display(&mut wall, |_| true).await;
    let ticket = walk_in(&terminal, house.now()).await;
    house.tell(Command::TellUnserved(vec![ticket.visit])).await;
    let shown = display(&mut wall, |it| !it.house.unserved.is_empty()).await;
    assert_eq!(shown.house.unserved, [ticket.number]);
    let told = kiosk(&mut entrance, |_| true).await;
    assert_eq!(told.house.unserved, [], "numbers are for displays");
    // Many at once are one picture for every screen.
    let mut all = Vec::new();
    for _ in 0..20 {
        all.push(walk_in(&terminal, house.now()).await.visit);
    }
    house.tell(Command::TellUnserved(all)).await;
    let next = display(&mut wall, |it| it.house.unserved.len() != 1).await;
    assert_eq!(next.house.unserved.len(), 21);
    house.clerk(Command::CallNext("1".into())).await;
    let mut again = self::wall(&house, &screen);
    let told = display(&mut again, |_| true).await.house.unserved;
    assert!(told.len() == 20 && !told.contains(&ticket.number), "called after all: {told:?}");
}

#[tokio::test]
async fn whoever_was_served_in_part_waits_in_vain_on_the_displays_too() {
    let house = House::open().await;
    let (terminal, screen) = (house.kiosk().await, house.display().await);
    let ticket = walk_in(&terminal, house.now()).await;
    house.clerk(Command::CallNext("1".into())).await;
    house.step(Step::Start).await;
    house.step(Step::Park).await;
    house.tell(Command::TellUnserved(vec![ticket.visit])).await;
    let shown = display(&mut wall(&house, &screen), |_| true).await;
    assert_eq!(shown.house.unserved, [ticket.number]);
}
