//! The waiting list: who is told of what, when, and who is not.

use crate::mail_server::{MailServer, nobody, section};
use crate::support::{Folder, OFFICE, Server, until};
use foyer_protocol::booking::BookingView;
use mail_parser::MessageParser;
use reqwest::StatusCode;
use std::sync::Arc;
use uuid::Uuid;

/// Monday at nine in Berlin: nobody sleeps.
pub const NINE: &str = "2026-11-23T08:00:00Z";
/// Wednesday at ten, the one time of the week.
pub const WEDNESDAY: &str = "2026-11-25T09:00:00Z";
const NEXT_WEDNESDAY: &str = "2026-12-02T09:00:00Z";

pub const OFFERS: &str = "select count(*) from letter where kind = 'offer'";
pub const HELD: &str = "select count(*) from booking where state = 'held'";
const ENTRIES: &str = "select count(*) from asking";

/// An office with one place a week, for a passport.
pub fn office() -> String {
    let (before, rest) = OFFICE.split_once("# The plan:").unwrap();
    let (_, after) = rest.split_once("# Announced closures").unwrap();
    let plan = "[[hours]]\nweekdays = [\"Wed\"]\nfrom = \"10:00:00\"\nto = \"10:20:00\"\nplaces = 1\n";
    format!("{before}{plan}\n# Announced closures{after}")
}

/// A server with that office that sends mails to this port.
pub async fn server(port: u16, now: &str) -> Server {
    let mail = section(port, "security = \"none\"");
    let folder = Arc::new(Folder { mail, ..Folder::new() });
    folder.import(now, &office()).await.unwrap();
    Server::on(folder, now).await
}

/// Somebody who waits.
pub struct Waiting<'a> {
    pub email: &'a str,
    pub until: &'a str,
    pub half: &'a str,
    pub notice: &'a str,
    pub language: &'a str,
}

impl<'a> Waiting<'a> {
    /// … this week, whenever it is.
    pub fn this_week(email: &'a str) -> Self {
        Self { email, until: "2026-11-26", half: "", notice: "24", language: "de" }
    }

    /// Signs up; the path of the page.
    pub async fn signs_up(&self, server: &Server) -> String {
        let path = format!("/musterstadt/wait?services=reisepass:1&lang={}", self.language);
        let nonce = Uuid::new_v4().to_string();
        let fields = [
            ("services", "reisepass:1"),
            ("nonce", &nonce),
            ("email", self.email),
            ("from", "2026-11-23"),
            ("until", self.until),
            ("half", self.half),
            ("notice", self.notice),
        ];
        let (status, leads, text) = server.form(&path, &fields).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
        // Pressed twice it is the same.
        assert_eq!(server.form(&path, &fields).await.1, leads);
        leads.split('?').next().unwrap().to_owned()
    }
}

pub async fn cancel(server: &Server, booking: &BookingView) {
    server.cancel(booking.secret, booking.pin.as_ref().unwrap()).await.unwrap();
}

/// The mails with this at the beginning of the subject.
pub fn mails_with(mails: &MailServer, subject: &str) -> Vec<String> {
    let all = mails.mails().unwrap();
    let texts = all.iter().filter_map(|mail| {
        let mail = MessageParser::new().parse(mail)?;
        mail.subject()?.starts_with(subject).then(|| mail.body_text(0).unwrap().into_owned())
    });
    texts.collect()
}

async fn mail_with(mails: &MailServer, subject: &str) -> String {
    until(subject, async || mails_with(mails, subject).pop()).await
}

/// The path in a mail that begins like this.
fn path_in(mail: &str, begin: &str) -> String {
    let at = mail.find(&format!("https://termine.example{begin}")).unwrap_or_else(|| panic!("{mail}"));
    let path = &mail[at + "https://termine.example".len()..];
    path.split(char::is_whitespace).next().unwrap().to_owned()
}

/// Scenario 17: all is full, somebody waits, somebody cancels.
#[tokio::test]
async fn what_somebody_gives_up_is_held_for_whoever_waits() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    let booking = server.book("reisepass", WEDNESDAY).await;
    let (_, times) = server.page("/musterstadt/times?services=reisepass:1&from=2026-11-25").await;
    assert!(times.contains("/musterstadt/wait?services=reisepass:1&#38;from=2026-11-25"), "{times}");
    let here = Waiting { language: "tr", ..Waiting::this_week("ayse@example.org") }.signs_up(&server).await;
    let (_, page) = server.page(&format!("{here}?lang=de&new=1")).await;
    assert!(page.contains("Sie stehen auf der Warteliste. Wir haben Ihnen eine E-Mail geschickt."), "{page}");
    let told = mail_with(&mails, "Bekleme listesindesiniz").await;
    assert!(path_in(&told, "/w/").starts_with(&here), "{told}");
    cancel(&server, &booking).await;
    // Held in the same moment: nobody else was quicker, and nobody can be.
    assert_eq!((server.folder.kept.number(HELD), server.folder.kept.number(OFFERS)), (1, 1));
    assert_eq!(crate::support::kind(server.hold("reisepass", WEDNESDAY).await), "slot_taken");
    let offer = mail_with(&mails, "Bir saat boşaldı").await;
    let take = path_in(&offer, "/h/");
    let (status, form) = server.page(&take).await;
    assert!(status.is_success() && form.contains("value=\"ayse@example.org\""), "{form}");
    assert!(form.contains("lang=\"tr\""), "{form}");
    let nonce = Uuid::new_v4().to_string();
    let fields = [("name", "Ayşe Yılmaz"), ("email", "ayse@example.org"), ("nonce", &nonce)];
    let (status, _, page) = server.form(&take.replace("/h/", "/b/"), &fields).await;
    assert!(status.is_success(), "{page}");
    assert_eq!(server.folder.kept.number(ENTRIES), 0, "taken, and off the list");
    let named = "select count(*) from contact where name = 'Ayşe Yılmaz'";
    assert_eq!(server.folder.kept.number(named), 1);
    let (status, page) = server.page(&format!("{here}?lang=de")).await;
    assert!(status == StatusCode::NOT_FOUND && page.contains("Diesen Eintrag gibt es nicht mehr."), "{page}");
    mail_with(&mails, "Randevunuz alındı").await;
    server.stop().await;
}

#[tokio::test]
async fn fifty_wait_and_one_gets_the_offer_and_then_the_next() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    let booking = server.book("reisepass", WEDNESDAY).await;
    for number in 0..50 {
        Waiting::this_week(&format!("w{number}@example.org")).signs_up(&server).await;
    }
    cancel(&server, &booking).await;
    let count = |server: &Server, sql: &str| server.folder.kept.number(sql);
    assert_eq!((count(&server, HELD), count(&server, OFFERS)), (1, 1));
    let offered = "select offers from asking where offered is not null";
    let first = server.folder.kept.text("select email from asking where offered is not null");
    mail_with(&mails, "Eine Zeit ist frei geworden").await;
    let told = format!("{OFFERS} and sent_at is not null");
    until("the first one is told", async || (count(&server, &told) == 1).then_some(())).await;
    // Two hours later it is the next one's, in one step: it was never there for others.
    let server = server.again_at("2026-11-23T10:10:00Z").await;
    until("the next offer", async || (count(&server, OFFERS) == 2).then_some(())).await;
    assert_eq!((count(&server, HELD), count(&server, offered)), (1, 0));
    let second = server.folder.kept.text("select email from asking where offered is not null");
    assert_ne!(first, second);
    assert_eq!(count(&server, "select count(*) from asking where offers = 1"), 1);
    // Who says that it does not suit gives it to the next one at once.
    let here = server.folder.kept.text("select secret from asking where offered is not null");
    let (_, page) = server.page(&format!("/w/{here}?lang=de")).await;
    assert!(page.contains("Mittwoch, 25. November 2026, 10:00 Uhr"), "{page}");
    let (status, _, _) = server.form(&format!("/w/{here}/pass"), &[]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let third = server.folder.kept.text("select email from asking where offered is not null");
    assert!(third != first && third != second && count(&server, HELD) == 1);
    // And who leaves, too.
    let here = server.folder.kept.text("select secret from asking where offered is not null");
    let (status, _, page) = server.form(&format!("/w/{here}/leave?lang=de"), &[]).await;
    assert!(status.is_success() && page.contains("Ihre E-Mail-Adresse ist gelöscht"), "{page}");
    assert_eq!((count(&server, HELD), count(&server, ENTRIES)), (1, 49));
    server.stop().await;
}

#[tokio::test]
async fn of_whoever_leaves_the_list_nothing_is_kept() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    server.book("reisepass", WEDNESDAY).await;
    let here = Waiting::this_week("planted@example.org").signs_up(&server).await;
    mail_with(&mails, "Sie stehen auf der Warteliste").await;
    let planted = || server.folder.kept.count_in_files(b"planted@example.org");
    assert!(planted() > 0);
    server.form(&format!("{here}/leave"), &[]).await;
    until("no trace", async || (planted() == 0).then_some(())).await;
    server.stop().await;
}

#[tokio::test]
async fn nobody_is_offered_anything_at_night_too_late_or_unwanted() {
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, "2026-11-23T05:30:00Z").await;
    let booking = server.book("reisepass", WEDNESDAY).await;
    let week = Waiting { notice: "168", ..Waiting::this_week("week@example.org") };
    let afternoon = Waiting { half: "afternoon", ..Waiting::this_week("afternoon@example.org") };
    let early = Waiting { until: "2026-11-24", ..Waiting::this_week("early@example.org") };
    for waiting in [week, afternoon, early, Waiting::this_week("fits@example.org")] {
        waiting.signs_up(&server).await;
    }
    cancel(&server, &booking).await;
    assert_eq!(server.folder.kept.number(OFFERS), 0, "it is half past six");
    let server = server.again_at("2026-11-23T06:01:00Z").await;
    until("an offer", async || (server.folder.kept.number(OFFERS) == 1).then_some(())).await;
    let offered = server.folder.kept.text("select email from asking where offered is not null");
    assert_eq!(offered, "fits@example.org");
    mail_with(&mails, "Eine Zeit ist frei geworden").await;
    // Nobody else wants it, so that it is there for everybody afterwards.
    let server = server.again_at("2026-11-23T08:10:00Z").await;
    until("free again", async || (server.folder.kept.number(HELD) == 0).then_some(())).await;
    let hold = server.hold("reisepass", WEDNESDAY).await.unwrap();
    assert_eq!(server.folder.kept.number(OFFERS), 1, "not the same one again");
    server.confirm(hold.hold).await.unwrap();
    // Whose last day is over is told so, and forgotten with the mail.
    let server = server.again_at("2026-11-26T23:30:00Z").await;
    mail_with(&mails, "Sie stehen nicht mehr auf der Warteliste").await;
    let sent = "select count(*) from letter where kind = 'waiting_nothing_free' and sent_at is null";
    until("all are sent", async || (server.folder.kept.number(sent) == 0).then_some(())).await;
    let server = server.again_at("2026-11-26T23:32:00Z").await;
    until("nobody is left", async || (server.folder.kept.number(ENTRIES) == 0).then_some(())).await;
    server.stop().await;
}

#[tokio::test]
async fn who_lets_three_offers_pass_waits_no_longer() {
    let mails = MailServer::start().unwrap();
    let mut server = server(mails.port, NINE).await;
    let last_day = Waiting { until: "2026-12-31", ..Waiting::this_week("late@example.org") };
    let here = last_day.signs_up(&server).await;
    for (offers, now) in (1..).zip(["2026-11-23T08:01:00Z", "2026-11-23T08:02:00Z", "2026-11-23T08:03:00Z"]) {
        server = server.again_at(now).await;
        until("an offer", async || (server.folder.kept.number(HELD) == 1).then_some(())).await;
        assert!(server.folder.kept.number(OFFERS) >= 1, "{offers}");
        let start = server.folder.kept.number("select start from booking where state = 'held'");
        let weeks = crate::support::at(WEDNESDAY).timestamp() + (offers - 1) * 7 * 24 * 3600;
        assert_eq!(start, weeks, "another one each time");
        server.form(&format!("{here}/pass"), &[]).await;
        assert_eq!(server.folder.kept.number(HELD), 0);
    }
    let told = mail_with(&mails, "Sie stehen nicht mehr auf der Warteliste").await;
    assert!(told.contains("Wir haben drei Zeiten für Sie frei gehalten"), "{told}");
    assert_eq!(server.page(&here).await.0, StatusCode::NOT_FOUND);
    assert!(server.hold("reisepass", NEXT_WEDNESDAY).await.is_ok());
    server.stop().await;
}

#[tokio::test]
async fn offers_that_nobody_was_told_of_do_not_count() {
    let mut server = server(nobody(), NINE).await;
    let last_day = Waiting { until: "2026-12-31", ..Waiting::this_week("patient@example.org") };
    let here = last_day.signs_up(&server).await;
    let expired = "select count(*) from booking where state = 'expired'";
    for (times, now) in (1..).zip([
        "2026-11-23T10:10:00Z",
        "2026-11-23T12:20:00Z",
        "2026-11-23T14:30:00Z",
        "2026-11-23T16:40:00Z",
    ]) {
        until("an offer", async || (server.folder.kept.number(HELD) == 1).then_some(())).await;
        server = server.again_at(now).await;
        until("its end", async || (server.folder.kept.number(expired) == times).then_some(())).await;
    }
    let counted = "select count(*) from asking where offers = 0 and ended_at is null";
    assert_eq!(server.folder.kept.number(counted), 1);
    assert_eq!(server.page(&here).await.0, StatusCode::OK, "still on the list");
    server.stop().await;
}

#[tokio::test]
async fn the_form_says_what_is_wrong_and_keeps_what_was_typed() {
    let plain = Server::start().await;
    let path = "/musterstadt/wait?services=reisepass:1&lang=de";
    assert_eq!(plain.page(path).await.0, StatusCode::NOT_FOUND, "nobody could be told");
    plain.stop().await;
    let mails = MailServer::start().unwrap();
    let server = server(mails.port, NINE).await;
    let (status, form) = server.page(path).await;
    assert!(status.is_success() && form.contains("value=\"2026-11-23\""), "{form}");
    let nonce = Uuid::new_v4().to_string();
    let fields = |email, from, until| {
        [
            ("services", "reisepass:1"),
            ("nonce", nonce.as_str()),
            ("email", email),
            ("from", from),
            ("until", until),
        ]
    };
    for (fields, said) in [
        (fields("a", "2026-11-23", "2026-11-30"), "wie name@example.org"),
        (fields("a@b.de\r\nBcc: x@y.de", "2026-11-23", "2026-11-30"), "wie name@example.org"),
        (fields("a@b.de", "2026-11-30", "2026-11-23"), "href=\"#until\">Wählen Sie einen Tag bis"),
        (fields("a@b.de", "2026-11-23", "2027-11-23"), "href=\"#until\">Wählen Sie einen Tag bis"),
        (fields("a@b.de", "2027-11-23", "2026-11-30"), "href=\"#from\">Wählen Sie als ersten Tag"),
        (fields("a@b.de", "2026-02-30", "2026-11-30"), "href=\"#from\">Diesen Tag kennen wir nicht."),
        (fields("a@b.de", "30.11.2026", "31.11.2026"), "href=\"#until\">Diesen Tag kennen wir nicht."),
        (fields("a", "24.11.2026", "30.11.2026"), "value=\"2026-11-24\""),
    ] {
        let (status, _, page) = server.form(path, &fields).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && page.contains(said), "{page}");
        assert_eq!(page.matches("href=\"#").count(), 2, "one fault, and the way to the content: {page}");
        assert!(page.contains("2026-11-") && page.contains("Bitte prüfen Sie Ihre Angaben"));
    }
    let again = server.form(&format!("{path}&again=1"), &fields("a@b.de", "2026-11-24", "2026-11-30")).await;
    assert!(again.0.is_success() && again.2.contains("value=\"a@b.de\""), "another language: {}", again.2);
    assert_eq!(server.folder.kept.number(ENTRIES), 0);
    server.stop().await;
}

/// A mailbox waits for so many things at once and no more, however it is written, and has one offer at a time.
#[tokio::test]
async fn who_waits_for_many_things_is_offered_one_at_a_time() {
    let mails = MailServer::start().unwrap();
    let office = office().replace("to = \"10:20:00\"\nplaces = 1", "to = \"12:00:00\"\nplaces = 1");
    let mail = section(mails.port, "security = \"none\"");
    let folder = Arc::new(Folder { mail, ..Folder::new() });
    let night = "2026-11-23T04:00:00Z";
    folder.import(night, &office).await.unwrap();
    let server = Server::on(folder, night).await;
    let waits = async |services: &str, email: &str| {
        let nonce = Uuid::new_v4().to_string();
        let fields = [
            ("services", services),
            ("nonce", &*nonce),
            ("email", email),
            ("from", "2026-11-23"),
            ("until", "2026-12-31"),
            ("notice", "24"),
        ];
        server.form(&format!("/musterstadt/wait?services={services}&lang=de"), &fields).await
    };
    let things = ["reisepass:1", "reisepass:2", "personalausweis:1", "personalausweis:2", "ummeldung:1"];
    for (number, services) in things.iter().enumerate() {
        let email = format!("Erika+{number}@example.org");
        assert_eq!(waits(services, &email).await.0, StatusCode::SEE_OTHER, "{services}");
    }
    // The same once more takes its own place.
    assert_eq!(waits(things[0], "erika@example.org").await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.folder.kept.number(ENTRIES), 5);
    let (status, _, page) = waits("ummeldung:2", "erika+mehr@example.org").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("warten Sie schon auf mehrere Termine"), "{page}");
    assert!(page.contains("value=\"erika+mehr@example.org\""), "{page}");
    assert_eq!(waits("reisepass:1", "max@example.org").await.0, StatusCode::SEE_OTHER);
    // In the morning there is room for all of them.
    let server = server.again_at("2026-11-23T06:01:00Z").await;
    let held = async || (server.folder.kept.number(OFFERS) == 2).then_some(());
    until("one for each", held).await;
    let offered = |server: &Server| {
        let sql = "select count(*) from asking where offered is not null";
        (server.folder.kept.number(sql), server.folder.kept.number(HELD))
    };
    assert_eq!(offered(&server), (2, 2));
    // Whoever lets it pass is offered the next.
    let own = || {
        let sql = "select secret from asking where offered is not null and email <> 'max@example.org'";
        server.folder.kept.text(sql)
    };
    let first = own();
    assert_eq!(server.form(&format!("/w/{first}/pass"), &[]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(offered(&server), (2, 2));
    assert_ne!(own(), first);
    server.stop().await;
}
