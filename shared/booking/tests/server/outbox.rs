//! The outbox: each letter once, whatever happens to the mail server meanwhile.

use crate::feed::Feed;
use crate::mail_server::{MailServer, nobody, section, stubborn};
use crate::support::{Folder, MONDAY, OFFICE, Server, until};
use foyer_protocol::booking::BookingView;
use foyer_protocol::feed::Change;
use mail_parser::{MessageParser, MimeHeaders};
use serde_json::Value;
use std::sync::Arc;

/// Wednesday at ten.
const WEDNESDAY: &str = "2026-11-25T09:00:00Z";
/// Wednesday at eleven.
const LATER: &str = "2026-11-25T10:00:00Z";

/// A server that sends mails to this port, with these further keys of `[mail]`.
async fn sending_with(port: u16, more: &str) -> Server {
    let mail = section(port, &format!("security = \"none\"\n{more}"));
    let folder = Arc::new(Folder { mail, ..Folder::new() });
    folder.import(MONDAY, OFFICE).await.unwrap();
    Server::on(folder, MONDAY).await
}

/// A server that sends mails to this port.
pub async fn sending(port: u16) -> Server {
    sending_with(port, "").await
}

/// Waits until a query answers this.
async fn until_it_says(server: &Server, sql: &str, number: i64) {
    let what = format!("{sql}: {number}");
    until(&what, async || (server.folder.kept.number(sql) == number).then_some(())).await;
}

/// Subjects of what has arrived, without place and time, sorted.
fn subjects(mails: &MailServer) -> Vec<String> {
    let subject = |mail: &Vec<u8>| {
        let subject = MessageParser::new().parse(mail).unwrap().subject().unwrap().to_owned();
        subject.split(':').next().unwrap().to_owned()
    };
    let mut subjects: Vec<String> = mails.mails().unwrap().iter().map(subject).collect();
    subjects.sort();
    subjects
}

/// The check-in code of a mail.
fn code_in(mail: &[u8]) -> String {
    let mail = MessageParser::new().parse(mail).unwrap();
    let part = mail.parts.iter().find(|part| part.content_id() == Some("check-in-code")).unwrap();
    let picture = image::load_from_memory(part.contents()).unwrap().to_luma8();
    rqrr::PreparedImage::prepare(picture).detect_grids()[0].decode().unwrap().1
}

async fn health(server: &Server) -> Value {
    server.get::<Value>("/health").await.unwrap()["mail"].clone()
}

const SENT: &str = "select count(*) from letter where sent_at is not null";
const TRIES: &str = "select cast(coalesce(sum(tries), 0) as bigint) from letter";
const CONTACTS: &str = "select count(*) from contact";

#[tokio::test]
async fn booking_moving_and_cancelling_are_told() {
    let mails = MailServer::start().unwrap();
    let server = sending(mails.port).await;
    let booking = server.book("reisepass", WEDNESDAY).await;
    until_it_says(&server, SENT, 1).await;
    let pin = booking.pin.unwrap();
    server.move_to(booking.secret, &pin, LATER).await.unwrap();
    until_it_says(&server, SENT, 2).await;
    server.cancel(booking.secret, &pin).await.unwrap();
    until_it_says(&server, SENT, 3).await;
    assert_eq!(subjects(&mails), ["Termin abgesagt", "Termin gebucht", "Termin verschoben"]);
    let all: Vec<String> =
        mails.mails().unwrap().iter().map(|mail| String::from_utf8_lossy(mail).into_owned()).collect();
    for (kind, sequence) in [("confirmed", 0), ("moved", 1), ("cancelled", 2)] {
        let id = format!("<{kind}.{sequence}.{}@musterstadt.example>", booking.booking);
        assert_eq!(all.iter().filter(|mail| mail.contains(&id)).count(), 1, "{id}");
    }
    assert_eq!(health(&server).await, serde_json::json!({ "waiting": 0, "dead": 0, "failing": null }));
    // The contact waited for the mail, and goes with the next round of housekeeping.
    let server = server.again_at("2026-11-23T06:00:00Z").await;
    assert_eq!(server.folder.kept.number(CONTACTS), 0);
    assert_eq!(mails.mails().unwrap().len(), 3);
    server.stop().await;
}

#[tokio::test]
async fn the_page_says_that_a_mail_comes() {
    let said = "Wir schicken Ihnen diese Angaben auch per E-Mail.";
    let mails = MailServer::start().unwrap();
    for (server, email, is_said) in [
        (sending(mails.port).await, "erika@example.org", true),
        (sending(mails.port).await, "", false),
        (Server::start().await, "erika@example.org", false),
    ] {
        let hold = server.hold("reisepass", WEDNESDAY).await.unwrap().hold;
        let nonce = uuid::Uuid::new_v4().to_string();
        let fields = [("name", "Erika"), ("email", email), ("nonce", &nonce)];
        let (status, _, page) = server.form(&format!("/b/{hold}?lang=de"), &fields).await;
        assert!(status.is_success() && page.contains(said) == is_said, "{page}");
        let letters = server.folder.kept.number("select count(*) from letter");
        // The confirmation and its reminder, or nothing.
        assert_eq!(letters, if is_said { 2 } else { 0 });
        server.stop().await;
    }
}

/// Scenario 18: the mail server is down for three hours.
#[tokio::test]
async fn a_mail_server_that_was_down_for_hours_gets_each_letter_once() {
    let port = nobody();
    let mut server = sending(port).await;
    server.book("reisepass", WEDNESDAY).await;
    until_it_says(&server, TRIES, 1).await;
    let failing = health(&server).await;
    assert_eq!((&failing["waiting"], &failing["dead"]), (&1.into(), &0.into()));
    assert!(failing["failing"]["said"].as_str().unwrap().starts_with("connecting: "), "{failing}");
    // After 1, 5, 15 and 60 minutes, and then every hour.
    let times = ["05:31:30", "05:37:00", "05:53:00", "06:54:00", "07:55:00"];
    for (tried, time) in times.iter().enumerate() {
        server = server.again_at(&format!("2026-11-23T{time}Z")).await;
        until_it_says(&server, TRIES, tried as i64 + 2).await;
    }
    let listed = server.folder.run(MONDAY, &["mail", "list"]).await.unwrap();
    assert!(listed.contains("2026-11-23 08:55 UTC") && listed.contains("connecting: "), "{listed}");
    let mails = MailServer::with(port, &[]).unwrap();
    server = server.again_at("2026-11-23T08:54:00Z").await;
    assert_eq!(health(&server).await["waiting"], 1);
    server = server.again_at("2026-11-23T08:56:00Z").await;
    until_it_says(&server, SENT, 1).await;
    server = server.again_at("2026-11-23T12:00:00Z").await;
    // Whatever would be sent twice is sent before this one.
    server.book("reisepass", LATER).await;
    until_it_says(&server, SENT, 2).await;
    assert_eq!(subjects(&mails), ["Termin gebucht", "Termin gebucht"]);
    server.stop().await;
}

#[tokio::test]
async fn what_is_no_longer_so_is_not_told() {
    let port = nobody();
    let server = sending(port).await;
    let booking = server.book("reisepass", WEDNESDAY).await;
    let gone = server.book("ummeldung", WEDNESDAY).await;
    until_it_says(&server, TRIES, 2).await;
    server.move_to(booking.secret, booking.pin.as_deref().unwrap(), LATER).await.unwrap();
    server.cancel(gone.secret, gone.pin.as_deref().unwrap()).await.unwrap();
    until_it_says(
        &server,
        "select count(*) from letter where tries > 0 and kind in ('moved', 'cancelled')",
        2,
    )
    .await;
    assert_eq!(server.folder.kept.number(CONTACTS), 2, "the letters need them");
    let mails = MailServer::with(port, &[]).unwrap();
    let server = server.again_at("2026-11-23T06:00:00Z").await;
    until_it_says(&server, SENT, 2).await;
    assert_eq!(subjects(&mails), ["Termin abgesagt", "Termin verschoben"]);
    server.stop().await;
}

#[tokio::test]
async fn while_its_mail_waits_a_cancelled_booking_names_nobody() {
    let mail = section(nobody(), "security = \"none\"");
    let folder = Arc::new(Folder { mail, ..Folder::new() });
    folder.import(MONDAY, &OFFICE.replace("show_names = false", "show_names = true")).await.unwrap();
    let server = Server::on(folder, MONDAY).await;
    let lobby = server.link().await;
    let named = async || {
        let (_, changes) = Feed::open(&server, &lobby, None).await.beginning().await;
        let name = |change| if let Change::Booking { name, .. } = change { name } else { None };
        changes.into_iter().filter_map(name).count()
    };
    let booking = server.book("reisepass", WEDNESDAY).await;
    assert_eq!(named().await, 1);
    server.cancel(booking.secret, booking.pin.as_deref().unwrap()).await.unwrap();
    assert_eq!((named().await, server.folder.kept.number(CONTACTS)), (0, 1));
    server.stop().await;
}

#[tokio::test]
async fn whose_key_is_revoked_gets_a_new_code() {
    let mails = MailServer::start().unwrap();
    let server = sending(mails.port).await;
    let booking = server.book("reisepass", WEDNESDAY).await;
    until_it_says(&server, SENT, 1).await;
    server.folder.run(MONDAY, &["key", "revoke", "1"]).await.unwrap();
    until_it_says(&server, SENT, 2).await;
    assert_eq!(subjects(&mails), ["Neuer QR-Code für Ihren Termin", "Termin gebucht"]);
    let renewed: BookingView = server.get(&format!("/api/v1/bookings/{}", booking.secret)).await.unwrap();
    let pictures = mails.mails().unwrap().into_iter().map(|mail| code_in(&mail));
    let mut codes: Vec<String> = pictures.collect();
    codes.sort();
    let mut right = [booking.check_in_code.unwrap(), renewed.check_in_code.unwrap()];
    right.sort();
    assert_eq!(codes, right);
    server.stop().await;
}

#[tokio::test]
async fn a_reminder_comes_the_day_before_at_ten() {
    let mails = MailServer::start().unwrap();
    let server = sending(mails.port).await;
    server.book("reisepass", WEDNESDAY).await;
    until_it_says(&server, SENT, 1).await;
    let cancelled = server.book("ummeldung", WEDNESDAY).await;
    server.cancel(cancelled.secret, cancelled.pin.as_deref().unwrap()).await.unwrap();
    let server = server.again_at("2026-11-24T08:50:00Z").await;
    until_it_says(&server, "select count(*) from letter where sent_at is null", 1).await;
    assert!(!subjects(&mails).contains(&"Erinnerung an Ihren Termin".to_owned()));
    let server = server.again_at("2026-11-24T09:00:00Z").await;
    until_it_says(&server, "select count(*) from letter where sent_at is null", 0).await;
    let reminders = subjects(&mails).iter().filter(|subject| subject.starts_with("Erinnerung")).count();
    assert_eq!(reminders, 1);
    // Who books now need not be reminded.
    server.book("reisepass", LATER).await;
    assert_eq!(server.folder.kept.number("select count(*) from letter where kind = 'reminder'"), 1);
    server.stop().await;
}

#[tokio::test]
async fn a_letter_that_is_refused_for_good_is_shown_to_staff() {
    let server = sending(stubborn(&[("RCPT", "550 erika@example.org is unknown")])).await;
    server.book("reisepass", WEDNESDAY).await;
    let dead = "select count(*) from letter where dead_at is not null";
    until_it_says(&server, dead, 1).await;
    let mail = health(&server).await;
    assert_eq!(mail, serde_json::json!({ "waiting": 0, "dead": 1, "failing": null }));
    let run = async |arguments: &[&str]| server.folder.run(MONDAY, arguments).await;
    let listed = run(&["mail", "list"]).await.unwrap();
    assert!(listed.contains("given up") && listed.contains("the recipient: refused with 550"), "{listed}");
    assert!(!listed.contains("erika"), "{listed}");
    assert_eq!(run(&["mail", "retry"]).await.unwrap(), "1 letters are tried again now");
    until_it_says(&server, dead, 1).await;
    let id = server.folder.kept.number("select id from letter where dead_at is not null").to_string();
    assert!(run(&["mail", "drop", "99"]).await.unwrap_err().to_string().contains("no letter 99"));
    assert!(run(&["mail", "retry", "99"]).await.unwrap_err().to_string().contains("no letter 99"));
    run(&["mail", "drop", &id]).await.unwrap();
    assert_eq!(health(&server).await["dead"], 0);
    // Tried again, only the newest of what was given up is sent.
    let other = server.book("ummeldung", WEDNESDAY).await;
    until_it_says(&server, dead, 1).await;
    server.move_to(other.secret, other.pin.as_deref().unwrap(), LATER).await.unwrap();
    until_it_says(&server, dead, 2).await;
    assert_eq!(run(&["mail", "retry"]).await.unwrap(), "2 letters are tried again now");
    until_it_says(&server, "select count(*) from letter where kind = 'confirmed'", 0).await;
    until_it_says(&server, dead, 1).await;
    server.stop().await;
}

#[tokio::test]
async fn our_own_fault_is_tried_again_and_told() {
    let port = stubborn(&[("AUTH", "535 wrong password of termine")]);
    let server = sending_with(port, "user = \"termine\"\npassword_file = \"/dev/null\"").await;
    server.book("reisepass", WEDNESDAY).await;
    until_it_says(&server, TRIES, 1).await;
    // An account with too many wrong passwords is locked: for a minute nobody tries again, then with one.
    server.book("reisepass", "2026-12-09T09:00:00Z").await;
    let mail = health(&server).await;
    assert_eq!((&mail["waiting"], &mail["dead"]), (&2.into(), &0.into()));
    assert_eq!(mail["failing"]["said"], "signing on: refused with 535");
    assert_eq!(server.folder.kept.number(TRIES), 1);
    // Five days later one appointment is over and its contact gone; for the other one nobody tries any more.
    let server = server.again_at("2026-11-28T05:31:00Z").await;
    assert_eq!(server.folder.kept.number(CONTACTS), 1);
    until_it_says(&server, "select count(*) from letter where dead_at is not null", 1).await;
    assert_eq!(server.folder.kept.number("select count(*) from letter where kind = 'confirmed'"), 1);
    server.stop().await;
}
