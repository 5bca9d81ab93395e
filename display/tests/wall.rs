//! The real program on a virtual screen with a recorded loudspeaker, against a small lobby.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "what goes wrong in a test ends it")]

mod stage;

use foyer_domain::id::{CallId, VisitId};
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::{CallView, DisplayEvent};
use foyer_text::Language;
use foyer_voice::Chime;
use foyer_voice::recorded::Expected;
use stage::{Lobby, Loudspeaker, Screen, Wall, call, snapshot};
use std::time::Duration;

const SOON: Duration = Duration::from_secs(40);

#[tokio::test(flavor = "multi_thread")]
async fn an_event_is_seen_heard_and_acknowledged() {
    let lobby = Lobby::start().await;
    let folder = tempfile::tempdir().unwrap();
    let screen = Screen::start(folder.path(), 1920, 1080);
    let sound = Loudspeaker::recording(folder.path());
    let wall = Wall::start(folder.path(), &lobby, &screen, &sound);

    // Nobody has signed it on: it says how.
    screen.reads_within(SOON, &["foyer-display enrol", "ANMELDECODE"]);
    wall.enrol(&lobby);
    lobby.followed(SOON).await;
    lobby.send(snapshot(vec![]));
    screen.reads_within(SOON, &["Bürgerbüro Mitte"]);
    let parts = lobby.status(SOON, |parts| parts.iter().any(|part| part.part == "sound" && part.works)).await;
    assert!(parts.iter().any(|part| part.part == "screen" && part.works), "{parts:?}");

    // The first attempt to acknowledge fails; it is repeated with the same nonce.
    lobby.fail_next_acknowledgement();
    lobby.send(DisplayEvent::Called { call: call(1, "A017", "Schalter 3") });
    let seen = lobby.acknowledged(SOON, 1, false).await;
    let words = screen.fills_within(Duration::ZERO, stage::ACCENT);
    assert!(
        words.contains("A017") && words.contains("Schalter3"),
        "what is acknowledged is on the screen: {words}"
    );
    assert_eq!(seen.nonces.len(), 2, "asked twice: {seen:?}");
    assert_eq!(seen.nonces[0], seen.nonces[1]);
    lobby.acknowledged(SOON, 1, true).await;

    // Two within a second: both seen at once, both heard, in order and whole.
    let turkish = CallView { language: Some("tr".to_owned()), ..call(2, "A245", "Schalter 1") };
    lobby.send(DisplayEvent::Called { call: turkish });
    lobby.send(DisplayEvent::Called { call: call(3, "B204", "Schalter 2") });
    lobby.acknowledged(SOON, 3, false).await;
    lobby.acknowledged(SOON, 3, true).await;
    let order: Vec<u64> = lobby.heard();
    assert_eq!(order, [1, 2, 3]);
    lobby.send(DisplayEvent::Cleared { visit: VisitId(3) });
    let number = TicketNumber::try_from("A245".to_owned()).unwrap();
    lobby.send(DisplayEvent::Withdrawn { visit: VisitId(2), number, also: Vec::new() });
    let words = screen.fills_within(SOON, stage::AMBER);
    assert!(words.contains("A245") && words.contains("Bittewarten"), "{words}");
    announced_in_order_and_as_loud_as_each_other(&sound);

    // The link is lost, and is back with what was called meanwhile.
    lobby.cut();
    screen.reads_within(SOON, &["Verbindung unterbrochen"]);
    lobby.mend();
    lobby.followed(SOON).await;
    lobby.send(snapshot(vec![call(4, "C300", "Schalter 9"), call(1, "A017", "Schalter 3")]));
    lobby.acknowledged(SOON, 4, true).await;
    let words = screen.reads_within(SOON, &["C300", "Schalter 9", "A017"]);
    assert!(!words.contains("unterbrochen"), "{words}");
    assert_eq!(lobby.heard(), [1, 2, 3, 4], "what was announced is not announced again");
    let recorded = sound.seconds();
    assert!(recorded < 120.0, "a recording runs no faster than time: {recorded} s");
}

/// A gong and words for each of three calls, and for the one that was taken back; none over another.
fn announced_in_order_and_as_loud_as_each_other(sound: &Loudspeaker) {
    let sentence = |language, text| Expected::sentence(language, text).unwrap();
    let german = |text| sentence(Language::German, text);
    let expected = [
        Expected::gong(Chime::Call),
        german("A, null, eins, sieben: Schalter 3."),
        german("A, zwei, vier, fünf: Schalter 1."),
        sentence(Language::Turkish, "A, iki, dört, beş."),
        german("B, zwei, null, vier: Schalter 2."),
        Expected::gong(Chime::Withdrawal),
        german("A, zwei, vier, fünf: Bitte warten Sie noch."),
        sentence(Language::Turkish, "A, iki, dört, beş: Lütfen biraz daha bekleyin."),
    ];
    let heard = sound.hears_within(SOON, &expected);
    let names: Vec<&str> = heard.iter().map(|found| found.name.as_str()).collect();
    let order = [0, 1, 0, 2, 3, 0, 4, 5, 6, 7].map(|index: usize| expected[index].name.as_str());
    assert_eq!(names, order);
    assert!(heard.windows(2).all(|pair| pair[0].to < pair[1].from), "none over another: {heard:#?}");
    let decibel = heard.iter().map(|found| found.decibel);
    let (low, high) = (decibel.clone().fold(f32::MAX, f32::min), decibel.fold(f32::MIN, f32::max));
    assert!(high - low < 3.0, "as loud as each other: {low} to {high} dB");
    // From the end of a gong to the first word.
    let pauses = heard.windows(2).filter(|pair| pair[0].name == "Call").map(|pair| pair[1].from - pair[0].to);
    assert!(pauses.clone().all(|pause| pause < 1.0), "{:?}", pauses.collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_sound_device_the_picture_goes_on_and_a_device_that_comes_is_used() {
    let lobby = Lobby::start().await;
    let folder = tempfile::tempdir().unwrap();
    let screen = Screen::start(folder.path(), 1280, 720);
    let sound = Loudspeaker::missing(folder.path());
    let wall = Wall::start(folder.path(), &lobby, &screen, &sound);
    wall.enrol(&lobby);
    lobby.followed(SOON).await;
    lobby.send(snapshot(vec![]));
    let broken =
        lobby.status(SOON, |parts| parts.iter().any(|part| part.part == "sound" && !part.works)).await;
    let sound_part = broken.iter().find(|part| part.part == "sound").unwrap();
    assert!(sound_part.detail.contains("aplay -l"), "{sound_part:?}");
    lobby.send(DisplayEvent::Called { call: call(1, "A017", "Schalter 3") });
    lobby.acknowledged(SOON, 1, false).await;
    screen.reads_within(SOON, &["A017", "Schalter 3"]);

    sound.plug_in();
    lobby.status(SOON, |parts| parts.iter().any(|part| part.part == "sound" && part.works)).await;
    lobby.send(DisplayEvent::Called { call: call(2, "A245", "Schalter 1") });
    lobby.acknowledged(SOON, 2, true).await;
    assert_eq!(lobby.heard(), [2], "what sounded while there was no device is not made up for");

    sound.unplug();
    lobby.status(SOON, |parts| parts.iter().any(|part| part.part == "sound" && !part.works)).await;
    lobby.send(DisplayEvent::Called { call: call(3, "A019", "Schalter 2") });
    lobby.acknowledged(SOON, 3, false).await;
    assert_eq!(CallId(2), CallId(*lobby.heard().last().unwrap()));
}

/// One computer, two panels side by side on one X screen, a display on each.
#[tokio::test(flavor = "multi_thread")]
async fn two_panels_of_one_computer_show_each_their_own_display() {
    let (left, right) = (Lobby::start().await, Lobby::start().await);
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let screen = Screen::start(folders[0].path(), 2560, 720);
    let sound = Loudspeaker::missing(folders[0].path());
    let mut walls = Vec::new();
    for (index, lobby) in [&left, &right].into_iter().enumerate() {
        let place = format!("[window]\npanel = \"1280x720+{}+0\"\n[sound]\non = false\n", index * 1280);
        let wall = Wall::with(folders[index].path(), &lobby.url(), &screen, &sound, &place);
        wall.enrol(lobby);
        lobby.followed(SOON).await;
        lobby.send(snapshot(vec![]));
        walls.push(wall);
    }
    left.send(DisplayEvent::Called { call: call(1, "A017", "Schalter 3") });
    right.send(DisplayEvent::Called { call: call(2, "B204", "Schalter 5") });
    left.acknowledged(SOON, 1, false).await;
    right.acknowledged(SOON, 2, false).await;
    let [one, other] = screen.reads_halves_within(SOON, ["A017", "B204"]);
    assert!(one.contains("Schalter3") && !one.contains("B204"), "on the left: {one}");
    assert!(other.contains("Schalter5") && !other.contains("A017"), "on the right: {other}");
}

/// Switched on while nobody answers under the lobby's name: it says what it waits for, and is never an empty screen.
#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_no_network_knows_is_waited_for() {
    let lobby = Lobby::start().await;
    let folder = tempfile::tempdir().unwrap();
    let screen = Screen::start(folder.path(), 1280, 720);
    let sound = Loudspeaker::missing(folder.path());
    let nowhere = "https://standort-server.invalid:8480";
    let more = "[window]\npanel = \"1280x720+0+0\"\n[sound]\non = false\n";
    let wall = Wall::with(folder.path(), nowhere, &screen, &sound, more);
    wall.enrol(&lobby);
    screen.reads_within(
        SOON,
        &["wartet auf den Standort-Server", "Bitte achten Sie auf Durchsagen", "invalid"],
    );
}
