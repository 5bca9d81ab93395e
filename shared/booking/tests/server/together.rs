//! Several at once: series and groups, all or none, one letter for all.

use crate::mail_server::{MailServer, nobody};
use crate::outbox::sending;
use crate::staff::{Browser, hidden, signed_on};
use crate::support::{Server, until};
use crate::waiting::mails_with;
use reqwest::StatusCode;
use uuid::Uuid;

const SERIES: &str = "/staff/offices/musterstadt/series";
const GROUP: &str = "/staff/offices/musterstadt/group";
/// Tuesday at ten in Berlin, and the two after it.
const TUESDAYS: [&str; 3] = ["2026-11-24T09:00:00Z", "2026-12-01T09:00:00Z", "2026-12-08T09:00:00Z"];
const CONFIRMED: &str = "select count(*) from booking where state = 'confirmed'";

/// Who comes, and what for.
fn for_erika<'a>(nonce: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let who = [
        ("services", "reisepass:1"),
        ("nonce", nonce),
        ("name", "Erika Mustermann"),
        ("email", "erika@example.org"),
        ("language", "de"),
    ];
    who.into_iter().chain(more.iter().copied()).collect()
}

/// Tuesdays at ten, three times.
fn tuesdays<'a>(nonce: &'a str, starts: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let rule = [("first", "2026-11-24"), ("time", "10:00"), ("every", "1"), ("times", "3")];
    let starts = starts.iter().map(|start| ("start", *start));
    for_erika(nonce, &rule.into_iter().chain(starts).collect::<Vec<_>>())
}

fn new() -> String {
    Uuid::new_v4().to_string()
}

/// Books so many places for Erika.
pub async fn group(clerk: &mut Browser<'_>, count: &str, within: &str, start: &str) -> (StatusCode, String) {
    let nonce = new();
    let fields = for_erika(&nonce, &[("count", count), ("within", within), ("start", start)]);
    let (status, _, text) = clerk.post(GROUP, &fields).await;
    (status, text)
}

/// The page of a series or a group, out of what is shown right after booking.
pub fn page_of(text: &str) -> String {
    let (_, rest) = text.split_once("action=\"/staff/together/").unwrap_or_else(|| panic!("{text}"));
    format!("/staff/together/{}", rest.split('/').next().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_shows_each_day_and_is_booked_as_one() {
    let mails = MailServer::start().unwrap();
    let server = sending(mails.port).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    for _ in 0..3 {
        server.book("reisepass", TUESDAYS[1]).await;
    }
    let ask = "?q-reisepass=1&first=2026-11-24&time=10:00&every=1&unit=weeks";
    for too_many in [format!("{SERIES}{ask}&times=80"), format!("{GROUP}?q-reisepass=1&count=80")] {
        let (status, _, text) = clerk.get(&too_many).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("höchstens 60"), "{text}");
        assert!(text.contains("value=\"80\"") && !text.contains("name=\"start\""), "{text}");
    }
    assert_eq!(group(&mut clerk, "80", "0", TUESDAYS[0]).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, _, text) = clerk.get(&format!("{SERIES}{ask}&times=3")).await;
    assert!(text.contains("Frei zur gewünschten Zeit: 2 von 3."), "{text}");
    let checked = |start: &str| text.contains(&format!("value=\"{start}\" checked"));
    assert!(checked(TUESDAYS[0]) && !checked(TUESDAYS[1]) && checked(TUESDAYS[2]), "{text}");
    // The nearest time of that day is offered and not taken unasked.
    let instead = "2026-12-01T08:40:00Z";
    assert!(text.contains("Die gewünschte Zeit ist vergeben.") && text.contains(instead), "{text}");
    assert!(!text.contains(&format!("value=\"{instead}\" checked")), "{text}");
    let (_, _, far) = clerk.get(&format!("{SERIES}{ask}&times=60")).await;
    assert!(far.contains("So weit voraus"), "{far}");
    let eve = "?q-reisepass=1&first=2026-12-24&time=10:00&every=1&unit=days&times=2";
    let (_, _, eve) = clerk.get(&format!("{SERIES}{eve}")).await;
    assert!(eve.contains("An diesem Tag ist geschlossen."), "{eve}");
    let (_, _, endless) = clerk.get(&format!("{SERIES}{ask}")).await;
    assert!(endless.contains("wie oft oder bis zu welchem Tag") && endless.contains("value=\"10:00\""));
    // One of them is taken: nothing is booked, and what was ticked stays so.
    let nonce = new();
    let (status, _, text) = clerk.post(SERIES, &tuesdays(&nonce, &TUESDAYS)).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Es wurde nichts gebucht"), "{text}");
    assert!(
        text.contains(&format!("value=\"{}\" checked", TUESDAYS[2])) && text.contains("value=\"Erika Muster")
    );
    assert_eq!(server.folder.kept.number(CONFIRMED), 3);
    let nonce = new();
    let chosen = [TUESDAYS[0], instead, TUESDAYS[2]];
    let (status, _, text) = clerk.post(SERIES, &tuesdays(&nonce, &chosen)).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    assert_eq!(clerk.post(SERIES, &tuesdays(&nonce, &chosen)).await.0, StatusCode::CREATED, "pressed twice");
    assert_eq!(server.folder.kept.number(CONFIRMED), 6);
    let mail = until("told", async || mails_with(&mails, "Termine gebucht").pop()).await;
    for said in ["24. November 2026, 10:00 Uhr", "1. Dezember 2026, 09:40 Uhr", "8. Dezember 2026, 10:00 Uhr"]
    {
        assert!(mail.contains(said) && text.contains(said), "{said}: {mail}");
    }
    assert_eq!(mail.matches("Terminnummer: ").count(), 3, "{mail}");
    let unsent = "select count(*) from letter where sent_at is null and kind <> 'reminder'";
    until("all sent", async || (server.folder.kept.number(unsent) == 0).then_some(())).await;
    let whole = mails.mails().unwrap().into_iter().map(|mail| String::from_utf8(mail).unwrap());
    let whole: Vec<_> = whole.filter(|mail| mail.contains("<together.")).collect();
    assert_eq!(whole.len(), 1, "one mail for all");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_comes_at_once_and_never_one_too_many() {
    let server = Server::start().await;
    let mut kim = signed_on(&server, "Kim Beispiel", "clerk").await;
    let ask = "?q-reisepass=1&from=2026-11-24";
    let (_, _, text) = kim.get(&format!("{GROUP}{ask}&count=4&within=0")).await;
    assert!(
        text.contains("So viele Plätze sind nirgends zugleich frei."),
        "three places, four people: {text}"
    );
    let (_, _, text) = kim.get(&format!("{GROUP}{ask}&count=4&within=30")).await;
    assert!(text.contains("08:00 Uhr – 08:20 Uhr"), "three and then one: {text}");
    let (status, text) = group(&mut kim, "2", "0", TUESDAYS[0]).await;
    assert!(status == StatusCode::CREATED && text.matches("24. November 2026, 10:00").count() == 2, "{text}");
    let (status, text) = group(&mut kim, "2", "0", TUESDAYS[0]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Es wurde nichts gebucht"), "{text}");
    assert!(text.contains("Erika Mustermann"), "nothing typed is lost");
    assert_eq!(server.folder.kept.number(CONFIRMED), 2);
    // Ten who want two of three places at once.
    let start = TUESDAYS[1];
    let rivals = (0..10).map(|_| async {
        let mut clerk = signed_on(&server, &format!("Eile {}", new()), "clerk").await;
        group(&mut clerk, "2", "0", start).await.0
    });
    let made = futures_util::future::join_all(rivals).await;
    assert_eq!(made.iter().filter(|status| **status == StatusCode::CREATED).count(), 1, "{made:?}");
    assert_eq!(server.folder.kept.number(CONFIRMED), 4);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_is_reminded_once_and_cancelled_with_one_letter() {
    let mails = MailServer::start().unwrap();
    let server = sending(mails.port).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let (status, text) = group(&mut clerk, "3", "0", TUESDAYS[0]).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    let page = page_of(&text);
    // One of them cannot come; the page of any of them leads to all.
    let one = text.split_once("href=\"/staff/bookings/").unwrap().1.split('?').next().unwrap().to_owned();
    let (_, _, single) = clerk.get(&format!("/staff/bookings/{one}")).await;
    assert!(single.contains(&page), "{single}");
    let nonce = hidden(&single, "nonce");
    let asked = [("nonce", nonce.as_str()), ("reason", "asked")];
    assert_eq!(clerk.post(&format!("/staff/bookings/{one}/cancel"), &asked).await.0, StatusCode::SEE_OTHER);
    let server_later = server.again_at("2026-11-23T09:01:00Z").await;
    let mail = until("reminded", async || mails_with(&mails, "Erinnerung").pop()).await;
    assert_eq!(mail.matches("Terminnummer: ").count(), 2, "both who still come: {mail}");
    let open = "select count(*) from letter where sent_at is null";
    until("all sent", async || (server_later.folder.kept.number(open) == 0).then_some(())).await;
    assert_eq!(mails_with(&mails, "Erinnerung").len(), 1);
    let mut clerk = signed_on(&server_later, "Rea Beispiel", "clerk").await;
    let (_, _, text) = clerk.get(&page).await;
    assert!(text.contains("2 Termine") && text.contains("abgesagt"), "{text}");
    let nonce = hidden(&text, "nonce");
    let (status, _, text) =
        clerk.post(&format!("{page}/cancel"), &[("nonce", nonce.as_str()), ("reason", "own")]).await;
    assert!(
        status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Bitte einen Grund wählen"),
        "{text}"
    );
    let ill = [("nonce", nonce.as_str()), ("reason", "illness")];
    for _ in 0..2 {
        assert_eq!(clerk.post(&format!("{page}/cancel"), &ill).await.0, StatusCode::SEE_OTHER);
    }
    until("told", async || mails_with(&mails, "Ihr Termin fällt leider aus").pop()).await;
    until("all sent", async || (server_later.folder.kept.number(open) == 0).then_some(())).await;
    let whole = mails.mails().unwrap().into_iter().map(|mail| String::from_utf8_lossy(&mail).into_owned());
    let cancelled: Vec<_> = whole.filter(|mail| mail.contains("cancelled.")).collect();
    assert_eq!(cancelled.len(), 2, "one of the single one, one of both others");
    assert_eq!(server_later.folder.kept.number("select count(*) from place"), 0);
    assert_eq!(
        clerk.post(&format!("{page}/cancel"), &[("nonce", new().as_str()), ("reason", "asked")]).await.0,
        StatusCode::UNPROCESSABLE_ENTITY,
        "nothing is left"
    );
    server_later.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_letter_of_all_does_not_go_with_one_of_them() {
    let port = nobody();
    let server = sending(port).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let (_, text) = group(&mut clerk, "3", "0", TUESDAYS[0]).await;
    let page = page_of(&text);
    let first = server.folder.kept.number("select booking from letter where kind = 'together'");
    let single = format!("/staff/bookings/{first:012x}");
    let (status, _, shown) = clerk.get(&single).await;
    assert!(status.is_success(), "{shown}");
    let nonce = hidden(&shown, "nonce");
    let asked = [("nonce", nonce.as_str()), ("reason", "asked")];
    assert_eq!(clerk.post(&format!("{single}/cancel"), &asked).await.0, StatusCode::SEE_OTHER);
    let mails = MailServer::with(port, &[]).unwrap();
    let server = server.again_at("2026-11-23T06:30:00Z").await;
    let mail = until("told", async || mails_with(&mails, "Termine gebucht").pop()).await;
    assert_eq!(mail.matches("Terminnummer: ").count(), 2, "{mail}");
    // The whole on paper, each with its code.
    let mut clerk = signed_on(&server, "Rea Beispiel", "clerk").await;
    let (status, _, text) = clerk.post(&format!("{page}/letter"), &[("address", "")]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Eine Anschrift hat"), "{text}");
    server.stop().await;
}
