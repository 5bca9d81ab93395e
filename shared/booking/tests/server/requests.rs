//! Asking staff for a time: what the citizen sends, what staff answer, and what is kept of it.

use crate::mail_server::{MailServer, section};
use crate::people::{city, clerk_at};
use crate::staff::{hidden, signed_on};
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
    let (asking, now) = (&waiting[0], crate::support::at(NINE));
    store.answer_request(request, asking.office.clone(), asking.id, said, now).await.unwrap().map(drop)
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
    let server = server.again_at("2026-12-23T08:10:00Z").await;
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
        ("a@b.de", "2026-02-30", "", "Diesen Tag kennen wir nicht."),
        ("a@b", "25.11.2026", "", "value=\"2026-11-25\""),
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

/// The first value of a time that a page offers.
fn offered(text: &str) -> String {
    let (_, rest) = text.split_once("name=\"start\" value=\"").unwrap_or_else(|| panic!("no time: {text}"));
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_answer_on_their_page_and_the_second_is_told() {
    const PAGE: &str = "/staff/offices/musterstadt/requests";
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    sent(&server, "erika@example.org").await;
    sent(&server, "zweite@example.org").await;
    let mut kim = signed_on(&server, "Kim Beispiel", "clerk").await;
    let mut rea = signed_on(&server, "Rea Beispiel", "clerk").await;
    let (_, _, day) = kim.get("/staff/offices/musterstadt").await;
    assert!(day.contains("Anfragen (2)") && day.contains("2 Anfragen warten auf Antwort."), "{day}");
    let (_, _, text) = kim.get(PAGE).await;
    // Asked in the same second, so either may come first.
    let (first, second) = match text.contains("erika@example.org") {
        true => ("erika@example.org", "zweite@example.org"),
        false => ("zweite@example.org", "erika@example.org"),
    };
    for said in ["Mittwoch, 25. November 2026 – Vormittag", "Zu viert, &#60;b&#62;bitte", first] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let (request, start) = (hidden(&text, "request"), offered(&text));
    assert!(start.starts_with("2026-11-25T") && *start < *"2026-11-25T11:00", "{start}");
    let form = |text: &str, start: &str, reason: &str| {
        let what = if reason.is_empty() { "book" } else { "no" };
        let nonce = hidden(text, "nonce");
        [
            ("nonce", nonce),
            ("request", request.clone()),
            ("start", start.to_owned()),
            ("reason", reason.to_owned()),
            ("do", what.to_owned()),
        ]
    };
    let post = async |browser: &mut crate::staff::Browser<'_>, fields: [(&str, String); 5]| {
        browser.post(PAGE, &fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await
    };
    // Nothing chosen, no reason, a time that nobody offers: the request stays, and what was typed.
    let long = "x".repeat(501);
    for (start, reason, said) in [
        ("", "", "Bitte eine Zeit wählen."),
        ("2026-11-25T03:00:00Z", "", "Diese Zeit wird nicht angeboten."),
        (start.as_str(), long.as_str(), "Der Text ist zu lang."),
    ] {
        let (status, _, text) = post(&mut kim, form(&text, start, reason)).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains(said), "{said}: {text}");
        assert!(text.contains(&request) && text.contains(reason), "{text}");
    }
    let (_, _, seen_by_rea) = rea.get(PAGE).await;
    let (status, leads, text) = post(&mut kim, form(&seen_by_rea, &start, "")).await;
    assert!(status == StatusCode::SEE_OTHER && leads.contains("done="), "{text}");
    let (_, _, text) = kim.get(&leads).await;
    assert!(text.contains("Gebucht: Mittwoch, 25. November 2026") && text.contains("Anfragen (1)"), "{text}");
    assert!(!text.contains(first) && text.contains(second), "the next one");
    // What was meant for the one stands nowhere near the next one.
    for reason in ["", "Nur für die erste."] {
        let (_, _, fresh) = rea.get(PAGE).await;
        let (status, _, text) = post(&mut rea, form(&fresh, &start, reason)).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("hat schon jemand"), "{text}");
        assert!(
            !text.contains("Nur für die erste.")
                && !text.contains("<form method=\"post\" action=\"/staff/offices"),
            "{text}"
        );
    }
    let (_, _, text) = rea.get(PAGE).await;
    let (other, nonce) = (hidden(&text, "request"), hidden(&text, "nonce"));
    let no = [("nonce", nonce.as_str()), ("request", &other), ("do", "no"), ("reason", "Alles voll.")];
    let (status, leads, _) = rea.post(PAGE, &no).await;
    assert!(status == StatusCode::SEE_OTHER && leads.contains("done=no"), "{leads}");
    let (_, _, text) = rea.get(&leads).await;
    assert!(text.contains("ohne Termin beantwortet") && text.contains("Keine Anfrage wartet"), "{text}");
    let mail = until("told", async || mails_with(&mails, "Antwort auf Ihre Anfrage").pop()).await;
    assert!(mail.contains("Alles voll."), "{mail}");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_elsewhere_answers_no_request_of_this_office() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    let mut chief = city(&server).await;
    sent(&server, "erika@example.org").await;
    let (_, _, shown) = chief.get("/staff/offices/musterstadt/requests").await;
    let (request, start) = (hidden(&shown, "request"), offered(&shown));
    let mut elsewhere = clerk_at(&server, &mut chief, "at-nord").await;
    for office in ["nord", "musterstadt"] {
        for (what, more) in [("no", ("reason", "Nein.")), ("book", ("start", &*start))] {
            let nonce = Uuid::new_v4().to_string();
            let form = [("nonce", nonce.as_str()), ("request", &request), ("do", what), more];
            let (status, _, text) = elsewhere.post(&format!("/staff/offices/{office}/requests"), &form).await;
            let refused = [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::FORBIDDEN];
            assert!(refused.contains(&status) && !text.contains("Erika"), "{office} {what}: {text}");
        }
    }
    let kept = &server.folder.kept;
    assert_eq!(kept.number("select count(*) from asking where ended_at is null"), 1);
    assert_eq!(kept.number("select count(*) from booking"), 0);
    server.stop().await;
}

#[tokio::test]
async fn whom_no_mail_reaches_is_named_once_more_when_declined() {
    const PAGE: &str = "/staff/offices/musterstadt/requests";
    // Without a mail server everybody is rung up.
    let server = Server::with_office(NINE, &office()).await;
    let nonce = Uuid::new_v4().to_string();
    let mut form = fields(&nonce, "", "2026-11-25", "");
    form.push(("phone", "01234 5678"));
    let (status, _, text) = server.form(PATH, &form).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    let mut kim = signed_on(&server, "Kim Beispiel", "clerk").await;
    let (_, _, text) = kim.get(PAGE).await;
    let (request, nonce) = (hidden(&text, "request"), hidden(&text, "nonce"));
    let no = [("nonce", nonce.as_str()), ("request", &request), ("do", "no"), ("reason", "Alles voll.")];
    let (status, _, text) = kim.post(PAGE, &no).await;
    assert!(status == StatusCode::OK && text.contains("ohne Termin beantwortet"), "{text}");
    assert!(text.contains("Erika Mustermann") && text.contains("tel:01234 5678"), "{text}");
    assert!(!text.contains("Anfragen (1)"), "{text}");
    let (_, _, text) = kim.get(PAGE).await;
    assert!(!text.contains("Erika") && !text.contains("01234"), "{text}");
    server.stop().await;
}

/// Whoever is blocked cannot get in by the side door, and nobody fills the list alone.
#[tokio::test]
async fn a_block_and_a_bound_hold_for_requests_and_the_waiting_list() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let ask = async |email: &str| {
        let nonce = Uuid::new_v4().to_string();
        server.form(PATH, &fields(&nonce, email, "2026-11-25", "Zu viert")).await
    };
    for _ in 0..5 {
        assert_eq!(ask("Max+eins@example.org").await.0, StatusCode::SEE_OTHER);
    }
    let (status, _, text) = ask("max@example.org").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("schon Anfragen bei uns"), "{text}");
    assert!(text.contains("value=\"max@example.org\"") && text.contains(">Zu viert</textarea>"), "{text}");
    assert_eq!(ask("andere@example.org").await.0, StatusCode::SEE_OTHER);
    let booking = server.book("ummeldung", WEDNESDAY).await;
    let block = format!("/staff/bookings/{}/block", booking.booking);
    assert_eq!(clerk.post(&block, &[("days", "30")]).await.0, StatusCode::SEE_OTHER);
    let entries = server.folder.kept.number(ENTRIES);
    let (status, _, text) = ask("erika@example.org").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("23. Dezember 2026"), "{text}");
    assert!(text.contains(">Zu viert</textarea>"), "{text}");
    let nonce = Uuid::new_v4().to_string();
    let wait = [
        ("services", "ummeldung:1"),
        ("nonce", nonce.as_str()),
        ("email", "Erika@example.org"),
        ("from", "2026-11-23"),
        ("until", "2026-11-26"),
        ("notice", "24"),
    ];
    let (status, _, text) = server.form("/musterstadt/wait?services=ummeldung:1&lang=de", &wait).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("23. Dezember 2026"), "{text}");
    assert!(text.contains("value=\"Erika@example.org\""), "{text}");
    assert_eq!(server.folder.kept.number(ENTRIES), entries);
    server.stop().await;
}

/// Where only so many bookings of a service may be open, only so many requests may, too.
#[tokio::test]
async fn an_office_with_a_bound_has_it_for_requests() {
    let mails = MailServer::start().unwrap();
    let folder = Folder { mail: section(mails.port, "security = \"none\""), ..Folder::new() };
    let bound = office().replace("most_open_bookings = 0", "most_open_bookings = 1");
    folder.import(NINE, &bound).await.unwrap();
    let server = Server::on(Arc::new(folder), NINE).await;
    sent(&server, "erika@example.org").await;
    let nonce = Uuid::new_v4().to_string();
    let again = fields(&nonce, "erika@example.org", "2026-11-25", "");
    let (status, _, text) = server.form(PATH, &again).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("schon Anfragen bei uns"), "{text}");
    sent(&server, "max@example.org").await;
    server.stop().await;
}
