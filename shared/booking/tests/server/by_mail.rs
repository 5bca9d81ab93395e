//! Offices that want an address to be confirmed before they book.

use crate::feed::{Feed, report};
use crate::mail_server::{MailServer, section};
use crate::staff::{hidden, signed_on};
use crate::support::{Folder, OFFICE, Server, kind, until};
use crate::waiting::{NINE, WEDNESDAY, mails_with};
use chrono::DateTime;
use foyer_domain::booking::BookingState;
use foyer_protocol::booking::BookingView;
use foyer_protocol::feed::Change;
use reqwest::StatusCode;
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

const ASKED: &str = "Bitte bestätigen Sie Ihren Termin";

/// Half an hour to confirm.
async fn server(port: u16) -> Server {
    server_with(port, &[]).await
}

/// … and with these rules in place of others.
async fn server_with(port: u16, rules: &[(&str, &str)]) -> Server {
    let office = OFFICE.replace("confirm_by_mail_minutes = 0", "confirm_by_mail_minutes = 30");
    let office = rules.iter().fold(office, |office, (usual, other)| office.replace(usual, other));
    let folder = Arc::new(Folder { mail: section(port, "security = \"none\""), ..Folder::new() });
    folder.import(NINE, &office).await.unwrap();
    Server::on(folder, NINE).await
}

/// Sends the form; where it leads, and the page.
async fn booked(server: &Server, hold: Uuid, email: &str) -> (StatusCode, String, String) {
    let nonce = Uuid::new_v4().to_string();
    let fields = [("name", "Erika Mustermann"), ("email", email), ("nonce", &nonce)];
    server.form(&format!("/b/{hold}?lang=de"), &fields).await
}

/// The path of the link in a mail.
fn link(mail: &str) -> String {
    let at = mail.find("https://termine.example/b/").unwrap_or_else(|| panic!("{mail}"));
    mail[at + "https://termine.example".len()..].split(char::is_whitespace).next().unwrap().to_owned()
}

async fn links(mails: &MailServer, count: usize) -> Vec<String> {
    let found = until("the mail", async || Some(mails_with(mails, ASKED)).filter(|all| all.len() == count));
    found.await.iter().map(|mail| link(mail)).collect()
}

#[tokio::test]
async fn nothing_is_certain_before_the_link_is_followed() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port).await;
    let hold = server.hold("reisepass", WEDNESDAY).await.unwrap().hold;
    let (status, leads, _) = booked(&server, hold, "erika@example.org").await;
    assert_eq!((status, leads), (StatusCode::SEE_OTHER, format!("/b/{hold}?lang=de")));
    let (_, page) = server.page(&format!("/b/{hold}")).await;
    assert!(page.contains("Ihr Termin ist noch nicht sicher.") && page.contains("09:30 Uhr"), "{page}");
    assert!(page.contains("<bdi>erika@example.org</bdi>"), "where the mail went: {page}");
    assert!(page.contains("Terminnummer") && !page.contains("qr.svg") && !page.contains(">PIN<"), "{page}");
    let path = links(&mails, 1).await.remove(0);
    // Looking at the link confirms nothing: mail programs do that.
    let (status, page) = server.page(&path).await;
    assert!(status.is_success() && page.contains("Termin bestätigen"), "{page}");
    let view: BookingView = server.get(&format!("/api/v1/bookings/{hold}")).await.unwrap();
    assert!(view.check_in_code.is_none());
    let wrong = format!("/b/{hold}/confirm/{}", "0".repeat(32));
    assert_eq!(server.form(&wrong, &[]).await.0, StatusCode::NOT_FOUND);
    let nonce = hidden(&page, "nonce");
    let press = [("nonce", nonce.as_str())];
    let (status, _, page) = server.form(&path, &press).await;
    assert!(
        status.is_success() && page.contains("Ihr Termin ist gebucht.") && page.contains("qr.svg"),
        "{page}"
    );
    // Another language sends the same again.
    let other = format!("/b/{hold}/confirm/{}", path.split(['/', '?']).nth(4).unwrap());
    assert!(
        page.contains(&format!("form=\"booked\" formmethod=\"post\" formaction=\"{other}?lang=en\"")),
        "{page}"
    );
    let (_, _, english) = server.form(&format!("{other}?lang=en"), &press).await;
    let pin = |page: &str| {
        let code = page.split("booking__pin").nth(1).unwrap().split("booking__code\">").nth(1).unwrap();
        code.chars().take(6).collect::<String>()
    };
    assert_eq!(pin(&english), pin(&page));
    assert!(english.contains("Your appointment is booked."), "{english}");
    until("confirmed", async || mails_with(&mails, "Termin gebucht").pop()).await;
    // Pressed again, or the mail opened again.
    assert_eq!(server.form(&path, &[]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.page(&path).await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.folder.kept.number("select count(*) from booking where state = 'confirmed'"), 1);
    let server = server.again_at("2026-11-23T08:31:00Z").await;
    assert_eq!(server.folder.kept.number("select count(*) from contact"), 1, "as long as any");
    server.stop().await;
}

#[tokio::test]
async fn who_does_not_confirm_gives_the_place_back_and_is_forgotten() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port).await;
    let hold = server.hold("reisepass", WEDNESDAY).await.unwrap().hold;
    booked(&server, hold, "planted@example.org").await;
    let first = links(&mails, 1).await;
    // Another address gets a link of its own, no more time, and ends the first link.
    let until_then = server.folder.kept.number("select held_until from booking");
    let (_, form) = server.page(&format!("/h/{hold}?lang=de")).await;
    assert!(form.contains("09:30") && !form.contains("/longer"), "{form}");
    booked(&server, hold, "planted2@example.org").await;
    let both = links(&mails, 2).await;
    assert_eq!(server.folder.kept.number("select held_until from booking"), until_then);
    assert_eq!(server.form(&first[0], &[]).await.0, StatusCode::NOT_FOUND);
    let server = server.again_at("2026-11-23T08:40:00Z").await;
    let second = both.into_iter().find(|path| *path != first[0]).unwrap();
    let (status, _, page) = server.form(&second, &[]).await;
    assert!(status == StatusCode::GONE && page.contains("bis 09:30 Uhr"), "{status} {page}");
    // Nobody cancelled, and the office can say so; whose it was it need not know.
    let lobby = server.link().await;
    let (_, changes) = Feed::open(&server, &lobby, None).await.beginning().await;
    let told = changes.into_iter().find_map(|change| match change {
        Change::Booking { booking, short_code, name, .. } => Some((booking.state, short_code, name)),
        _ => None,
    });
    let until_then = DateTime::from_timestamp(until_then, 0).unwrap();
    assert_eq!(told, Some((BookingState::Held { until: until_then }, None, None)));
    until("no trace", async || (server.folder.kept.count_in_files(b"planted2@") == 0).then_some(())).await;
    assert!(server.hold("reisepass", WEDNESDAY).await.is_ok());
    server.stop().await;
}

/// Whoever mends a slip in the address finds all the rest as they had typed it; so far as it may still be kept, a late
/// link finds it, too. Nobody else does: a booking's page shows none of it.
#[tokio::test]
async fn what_was_typed_is_there_to_be_mended() {
    let mails = MailServer::start().unwrap();
    let server = server_with(mails.port, &[("minutes_interpreter = 0", "minutes_interpreter = 30")]).await;
    let hold = server.hold("reisepass", WEDNESDAY).await.unwrap();
    let usual = hold.minutes;
    let hold = hold.hold;
    let nonce = Uuid::new_v4().to_string();
    let fields = [
        ("name", "Erika Mustermann"),
        ("email", "erica@example.org"),
        ("persons", "3"),
        ("more_time", "yes"),
        ("interpreter", "kmr"),
        ("way", "video"),
        ("nonce", &*nonce),
    ];
    server.form(&format!("/b/{hold}?lang=de"), &fields).await;
    let links = links(&mails, 1).await;
    let minutes = "select minutes from booking";
    assert_eq!(server.folder.kept.number(minutes), i64::from(usual + 30));
    let (_, form) = server.page(&format!("/h/{hold}?lang=de")).await;
    for kept in [
        "value=\"Erika Mustermann\"",
        "value=\"erica@example.org\"",
        "<option value=\"3\" selected",
        "<option value=\"kmr\" selected",
        "value=\"video\" checked",
    ] {
        assert!(form.contains(kept), "{kept}: {form}");
    }
    // Sent again it takes no longer than before, and without an interpreter as long as usual.
    let again = |interpreter: &'static str| {
        let nonce = Uuid::new_v4().to_string();
        let mut fields: Vec<(&str, String)> =
            fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        fields[4].1 = interpreter.to_owned();
        fields[6].1 = nonce;
        fields
    };
    for (interpreter, takes) in [("kmr", usual + 30), ("", usual), ("kmr", usual + 30)] {
        let fields = again(interpreter);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        server.form(&format!("/b/{hold}?lang=de"), &fields).await;
        assert_eq!(server.folder.kept.number(minutes), i64::from(takes), "{interpreter}");
    }
    let server = server.again_at("2026-11-23T08:31:00Z").await;
    let (status, _, late) = server.form(&links[0], &[]).await;
    assert_eq!(status, StatusCode::GONE);
    for kept in [("persons", "3"), ("more_time", "yes"), ("interpreter", "kmr"), ("way", "video")] {
        assert!(late.contains(&format!("name=\"{}\" value=\"{}\"", kept.0, kept.1)), "{kept:?}: {late}");
    }
    server.stop().await;
}

#[tokio::test]
async fn presence_confirms_and_so_does_who_leaves_no_address() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port).await;
    let lobby = server.link().await;
    let nameless = server.hold("reisepass", WEDNESDAY).await.unwrap().hold;
    let (status, _, page) = booked(&server, nameless, "").await;
    assert!(status.is_success() && page.contains("Ihr Termin ist gebucht."), "{page}");
    let hold = server.hold("reisepass", WEDNESDAY).await.unwrap().hold;
    booked(&server, hold, "erika@example.org").await;
    let path = links(&mails, 1).await.remove(0);
    let view: BookingView = server.get(&format!("/api/v1/bookings/{hold}")).await.unwrap();
    let told = json!([{ "id": 1, "at": NINE, "report": "booking", "booking": view.booking, "state": "waiting",
        "confirmed_by_presence": true, "replaced": false }]);
    report(&server, &lobby, told).await;
    let (_, page) = server.page(&format!("/b/{hold}")).await;
    assert!(page.contains("qr.svg") && !page.contains("noch nicht sicher"), "{page}");
    assert_eq!(server.form(&path, &[]).await.0, StatusCode::SEE_OTHER);
    let server = server.again_at("2026-11-23T08:31:00Z").await;
    assert_eq!(server.folder.kept.number("select count(*) from contact"), 2, "who came is still known");
    assert_eq!(kind(server.confirm(hold).await), "hold_unknown");
    server.stop().await;
}

/// So many open bookings and no more: what waits for its link counts, and what came in between counts when the link is
/// followed.
#[tokio::test]
async fn the_limits_of_a_contact_hold_for_links_too() {
    let mails = MailServer::start().unwrap();
    let one = ("most_open_bookings = 0", "most_open_bookings = 1");
    let server = server_with(mails.port, &[one, ("places = 3", "places = 20")]).await;
    let hold = async |server: &Server| server.hold("reisepass", WEDNESDAY).await.unwrap().hold;
    let first = hold(&server).await;
    assert_eq!(booked(&server, first, "erika@example.org").await.0, StatusCode::SEE_OTHER);
    links(&mails, 1).await;
    // Mended, it is still the one.
    assert_eq!(booked(&server, first, "Erika@example.org").await.0, StatusCode::SEE_OTHER);
    let both = links(&mails, 2).await;
    let second = hold(&server).await;
    let (status, _, page) = booked(&server, second, "erika+zwei@example.org").await;
    assert!(status == StatusCode::CONFLICT && page.contains("Sie haben dafür schon einen Termin"), "{page}");
    // A minute's housekeeping forgets nothing that still counts.
    let server = server.again_at("2026-11-23T08:05:00Z").await;
    let keys = "select count(*) from contact_key";
    until("looked after", async || (server.folder.kept.number(keys) == 1).then_some(())).await;
    assert_eq!(booked(&server, hold(&server).await, "erika@example.org").await.0, StatusCode::CONFLICT);
    // Staff book for her meanwhile.
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let nonce = Uuid::new_v4().to_string();
    let form = [
        ("services", "reisepass:1"),
        ("from", "2026-11-23"),
        ("start", WEDNESDAY),
        ("nonce", &*nonce),
        ("name", "Erika Mustermann"),
        ("email", "erika@example.org"),
        ("language", "de"),
    ];
    assert_eq!(clerk.post("/staff/offices/musterstadt/book", &form).await.0, StatusCode::CREATED);
    let mut answers = Vec::new();
    for path in both {
        answers.push(server.form(&path, &[]).await);
    }
    let refused = answers.iter().find(|(status, ..)| *status == StatusCode::CONFLICT);
    assert!(
        refused.is_some_and(|(.., page)| page.contains("Sie haben dafür schon einen Termin")),
        "{answers:?}"
    );
    let certain = "select count(*) from booking where state = 'confirmed'";
    assert_eq!(server.folder.kept.number(certain), 1);
    // Nor does whoever was blocked meanwhile.
    let other = hold(&server).await;
    booked(&server, other, "max@example.org").await;
    let path = links(&mails, 3).await.into_iter().find(|path| path.contains(&other.to_string())).unwrap();
    let of_max: BookingView = server.get(&format!("/api/v1/bookings/{other}")).await.unwrap();
    let block = format!("/staff/bookings/{}/block", of_max.booking);
    assert_eq!(clerk.post(&block, &[("days", "30")]).await.0, StatusCode::SEE_OTHER);
    let (status, _, page) = server.form(&path, &[]).await;
    assert!(status == StatusCode::FORBIDDEN && page.contains("23. Dezember 2026"), "{status} {page}");
    assert_eq!(server.folder.kept.number(certain), 1);
    server.stop().await;
}
