//! What a change would do is told as it comes: which times go, who loses a place, and who gets another one.

use crate::admin::{EDIT, PREVIEW, fill, save};
use crate::capacity::{row, with_plan};
use crate::staff::signed_on;
use crate::support::{EIGHT, MONDAY, Server, kind};
use reqwest::StatusCode;

const NOTHING: &str = "Keine freie Zeit fällt weg";
const LOSES: &str = "Ein Termin verliert seinen Platz";
const RESEATED: &str = "Ein Termin bekommt einen anderen Schalter oder Platz";

/// The counter is open as before, and does not do what somebody has booked.
#[tokio::test]
async fn a_counter_that_stops_a_service_takes_its_times_with_it() {
    let mondays = row("counters = [\"1\", \"2\", \"4\"]");
    let plan = with_plan(&format!("{mondays}{}", row("places = 1").replace("Mon", "Fri")));
    let server = Server::with_office(MONDAY, &plan).await;
    server.book("fuehrerschein", EIGHT).await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    fill(&mut chief, &format!("{EDIT}/counters/3"), &[("services", "parkausweis")]).await;
    let free = async || server.free("fuehrerschein", MONDAY, "2026-11-23T23:00:00Z").await.starts.len();
    let before = free().await;
    let (_, _, text) = chief.get(PREVIEW).await;
    for said in
        ["Für Führerschein umtauschen fallen freie Zeiten weg: ", LOSES, "dann kein passender Schalter"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains("<div>Montag, 30. November 2026: 12</div>"), "the days with most: {text}");
    assert!(
        !text.contains(NOTHING) && !text.contains("Reisepass beantragen</th>"),
        "nothing else changes: {text}"
    );
    let (_, _, city) = chief.get("/staff/city").await;
    assert!(
        city.contains("Für Führerschein umtauschen fallen freie Zeiten weg: ") && city.contains(LOSES),
        "{city}"
    );
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    assert_eq!((before, free().await), (11, 0));
    assert_eq!(server.folder.kept.number("select count(*) from place where lane = '4'"), 2, "it stands");
    server.stop().await;
}

/// Every start stays, and two of three who could come at the same time cannot any more.
#[tokio::test]
async fn fewer_places_are_fewer_hours_and_who_has_room_is_seated_anew() {
    let server = Server::with_office(MONDAY, &with_plan(&row("places = 3"))).await;
    let first = [server.book("reisepass", EIGHT).await, server.book("reisepass", EIGHT).await];
    let last = server.book("reisepass", EIGHT).await;
    for booking in &first {
        server.cancel(booking.secret, booking.pin.as_ref().unwrap()).await.unwrap();
    }
    let lanes = "select count(*) from place where lane = '#3'";
    assert_eq!(server.folder.kept.number(lanes), 4, "twenty minutes in the third place");
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    fill(&mut chief, &format!("{EDIT}/hours/0"), &[("places", "1")]).await;
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("Dienstleistungen sind zusammen weniger Stunden frei, am meisten für"), "{text}");
    assert!(text.contains("statt 53:40</td>"), "nine Mondays of three times two hours: {text}");
    assert!(text.contains(RESEATED) && !text.contains("verliert") && !text.contains(NOTHING), "{text}");
    assert_eq!(server.folder.kept.number(lanes), 4, "looking moves nobody");
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.folder.kept.number("select count(*) from place where lane = '#1'"), 4);
    assert_eq!(server.folder.kept.number("select count(*) from place"), 4);
    assert_eq!(kind(server.hold("reisepass", EIGHT).await), "slot_taken");
    server.hold("reisepass", "2026-11-23T07:20:00Z").await.unwrap();
    let (_, page) = server.page(&format!("/b/{}", last.secret)).await;
    assert!(page.contains("23. November 2026"), "{page}");
    server.stop().await;
}

/// Of two at the same time one has the place that is left; both stand.
#[tokio::test]
async fn one_place_is_for_one_of_two() {
    let server = Server::with_office(MONDAY, &with_plan(&row("places = 3"))).await;
    let first = server.book("reisepass", EIGHT).await;
    server.book("reisepass", EIGHT).await;
    server.book("reisepass", EIGHT).await;
    server.cancel(first.secret, first.pin.as_ref().unwrap()).await.unwrap();
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    fill(&mut chief, &format!("{EDIT}/hours/0"), &[("places", "1")]).await;
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains(LOSES) && text.contains(RESEATED), "{text}");
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    let kept = &server.folder.kept;
    assert_eq!(kept.number("select count(distinct booking) from place where lane = '#1'"), 1);
    assert_eq!(kept.number("select count(distinct booking) from place where lane <> '#1'"), 1);
    // More room later is for who is without: nobody loses it again.
    fill(&mut chief, &format!("{EDIT}/hours/0"), &[("places", "2")]).await;
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("mehr Stunden frei") && !text.contains(LOSES), "{text}");
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    assert_eq!(kept.number("select count(distinct booking) from place where lane = '#2'"), 1);
    server.stop().await;
}

/// Nobody can book so far ahead any more; who has done so is expected.
#[tokio::test]
async fn a_shorter_horizon_takes_nobodys_place() {
    let server = Server::start().await;
    server.book("reisepass", "2027-01-11T07:00:00Z").await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    fill(&mut chief, &format!("{EDIT}/rules"), &[("horizon_days", "5")]).await;
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("fallen freie Zeiten weg") && !text.contains("verliert"), "{text}");
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    // Closed then, it does lose it, however far ahead it is.
    fill(&mut chief, &format!("{EDIT}/closures/0"), &[("date", "2027-01-11")]).await;
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains(LOSES) && text.contains("dann geschlossen"), "{text}");
    server.stop().await;
}

/// Citizens cannot book it any more: for them its times are gone.
#[tokio::test]
async fn what_is_not_online_any_more_is_not_free() {
    let server = Server::start().await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let passport = format!("{EDIT}/services/1");
    let (_, _, form) = chief.get(&passport).await;
    let mut fields = crate::admin::filled(&form, &[("online_message.de", "Bitte rufen Sie an.")]);
    fields.retain(|(name, _)| name != "online");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(chief.post(&passport, &fields).await.0, StatusCode::SEE_OTHER);
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(
        text.contains("Für Reisepass beantragen fallen freie Zeiten weg: ") && !text.contains(NOTHING),
        "{text}"
    );
    server.stop().await;
}
