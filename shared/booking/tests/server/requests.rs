//! Asking staff for a time: what the citizen sends, what staff answer, and what is kept of it.

use crate::mail_server::{MailServer, section};
use crate::support::{Folder, OFFICE, Server, until};
use crate::waiting::{NINE, WEDNESDAY, mails_with};
use foyer_booking::Settings;
use foyer_booking::refusal::Refusal;
use foyer_booking::store::{AskedFor, RequestAnswer, Store};
use foyer_domain::id::OfficeId;
use foyer_protocol::nonce::Nonce;
use reqwest::StatusCode;
use std::sync::Arc;
use uuid::Uuid;

const ENTRIES: &str = "select count(*) from asking";
const PATH: &str = "/musterstadt/request?services=reisepass:1&lang=de";

/// The example with passports that are not booked but asked for.
fn office() -> String {
    let asked =
        OFFICE.replace("id = \"reisepass\"\n", "id = \"reisepass\"\nonline = false\non_request = true\n");
    assert_ne!(asked, OFFICE);
    asked
}

async fn server(port: u16, now: &str) -> Server {
    let folder = Arc::new(Folder { mail: section(port, "security = \"none\""), ..Folder::new() });
    folder.import(now, &office()).await.unwrap();
    Server::on(folder, now).await
}

/// What somebody sends.
fn fields<'a>(nonce: &'a str, email: &'a str, day: &'a str, words: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("services", "reisepass:1"),
        ("nonce", nonce),
        ("name", "Erika Mustermann"),
        ("email", email),
        ("day1", day),
        ("half1", "morning"),
        ("day2", ""),
        ("day3", "2026-11-30"),
        ("words", words),
    ]
}

/// Sends a request; the path of its page.
async fn sent(server: &Server, email: &str) -> String {
    let nonce = Uuid::new_v4().to_string();
    let words = "Zu viert, <b>bitte</b>\r\nebenerdig";
    let (status, leads, text) = server.form(PATH, &fields(&nonce, email, "2026-11-25", words)).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    leads.split('?').next().unwrap().to_owned()
}

/// The store of a server that has stopped.
fn store(folder: &Folder, now: &str) -> Store {
    let settings: Settings = toml::from_str(&std::fs::read_to_string(folder.config(now)).unwrap()).unwrap();
    Store::open(&settings.data, true, crate::support::at(now)).unwrap()
}

/// As staff's page does it.
async fn answered(store: &Store, said: RequestAnswer) -> Result<(), Refusal> {
    let office = OfficeId("musterstadt".to_owned());
    let waiting = store.requests(office).await.unwrap();
    let AskedFor::Request { days, words } = &waiting[0].wanted else { panic!("{waiting:?}") };
    assert_eq!((days.len(), words.as_str()), (2, "Zu viert, <b>bitte</b>\nebenerdig"));
    let request = store.request(Nonce(Uuid::new_v4()), &[b"answer"]);
    store.answer_request(request, waiting[0].id, said, crate::support::at(NINE)).await.unwrap().map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_find_a_time_and_it_is_booked_and_told() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    let (_, services) = server.page("/musterstadt?lang=de").await;
    assert!(services.contains("/musterstadt/request?services=reisepass:1"), "{services}");
    let here = sent(&server, "erika@example.org").await;
    let (_, page) = server.page(&format!("{here}?lang=de")).await;
    for said in ["Ihre Anfrage ist bei uns.", "Mittwoch, 25. November 2026 – Vormittag", "&#60;b&#62;bitte"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    until("told", async || mails_with(&mails, "Ihre Anfrage ist bei uns").pop()).await;
    let folder = server.stop().await;
    let (open, now) = (store(&folder, NINE), crate::support::at(WEDNESDAY));
    let missing = now + chrono::TimeDelta::hours(12);
    assert_eq!(answered(&open, RequestAnswer::At(missing)).await, Err(Refusal::NotOffered));
    assert_eq!(answered(&open, RequestAnswer::At(now)).await, Ok(()));
    assert_eq!(open.requests(OfficeId("musterstadt".to_owned())).await.unwrap(), []);
    drop(open);
    assert_eq!((folder.kept.number(ENTRIES), folder.kept.number("select count(*) from place")), (0, 4));
    let server = Server::on(folder, NINE).await;
    let mail = until("booked", async || mails_with(&mails, "Termin gebucht").pop()).await;
    assert!(mail.contains("Guten Tag Erika Mustermann") && mail.contains("10:00 Uhr"), "{mail}");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_says_why_and_nothing_is_kept() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    let email = "planted@example.org";
    sent(&server, email).await;
    let folder = server.stop().await;
    let open = store(&folder, NINE);
    let reason = "Bitte kommen Sie ohne Termin.".to_owned();
    assert_eq!(answered(&open, RequestAnswer::No(reason.clone())).await, Ok(()));
    drop(open);
    let server = Server::on(folder, NINE).await;
    let mail = until("told", async || mails_with(&mails, "Antwort auf Ihre Anfrage").pop()).await;
    assert!(mail.contains(&reason) && mail.contains("keine Zeit anbieten"), "{mail}");
    let unsent = "select count(*) from letter where sent_at is null";
    until("sent", async || (server.folder.kept.number(unsent) == 0).then_some(())).await;
    let server = server.again_at("2026-11-23T08:01:00Z").await;
    let traces = || server.folder.kept.count_in_files(email.as_bytes());
    until("no trace", async || (traces() == 0).then_some(())).await;
    assert_eq!(server.folder.kept.number(ENTRIES), 0);
    server.stop().await;
}

#[tokio::test]
async fn what_nobody_answers_or_is_withdrawn_goes() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    let withdrawn = sent(&server, "eins@example.org").await;
    sent(&server, "zwei@example.org").await;
    let (status, _, page) = server.form(&format!("{withdrawn}/leave?lang=de"), &[]).await;
    assert!(status.is_success() && page.contains("Ihre Anfrage ist zurückgezogen"), "{page}");
    assert_eq!(server.folder.kept.number(ENTRIES), 1);
    let server = server.again_at("2026-12-23T07:00:00Z").await;
    assert_eq!(server.folder.kept.number(ENTRIES), 1, "thirty days are not over");
    let server = server.again_at("2026-12-23T08:01:00Z").await;
    let mail = until("told", async || mails_with(&mails, "Antwort auf Ihre Anfrage").pop()).await;
    assert!(mail.contains("nicht rechtzeitig beantwortet"), "{mail}");
    server.stop().await;
}

#[tokio::test]
async fn the_form_says_what_is_wrong_and_keeps_what_was_typed() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    let long = "ä".repeat(1001);
    let nonce = Uuid::new_v4().to_string();
    for (email, day, words, said) in [
        ("", "2026-11-25", "", "Geben Sie Ihre E-Mail-Adresse ein"),
        ("a@b", "2026-11-25", "", "Geben Sie eine E-Mail-Adresse ein"),
        ("a@b.de", "2026-02-30", "", "Geben Sie mindestens einen Tag an"),
        ("a@b.de", "2026-11-22", "", "Geben Sie mindestens einen Tag an"),
        ("a@b.de", "2026-11-25", &long, "kürzen Sie den Text"),
    ] {
        let (status, _, page) = server.form(PATH, &fields(&nonce, email, day, words)).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains(said), "{said}: {page}");
        assert!(page.contains("value=\"Erika Mustermann\""));
    }
    let again = server.form(&format!("{PATH}&again=1"), &fields(&nonce, "a@b.de", "2026-11-25", "")).await;
    assert!(again.0.is_success() && again.2.contains("value=\"a@b.de\""), "another language");
    let (status, _) = server.page("/musterstadt/request?services=ummeldung:1").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "staff look for no time for this");
    assert_eq!(server.folder.kept.number(ENTRIES), 0);
    server.stop().await;
}
