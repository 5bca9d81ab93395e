//! Mails on their way: what arrives at a real mail server, and what becomes of those that it does not take.

use crate::mail_server::{MailServer, Replies, nobody, section, settings, stubborn};
use crate::support::{EIGHT, Folder, MONDAY, OFFICE, Server, at};
use foyer_booking::mail::message::{self, Identity};
use foyer_booking::mail::{Carrier, Kind, Letter, MailSettings, Trouble, compose};
use foyer_domain::office::Office;
use foyer_protocol::booking::BookingView;
use foyer_text::Language;
use lettre::Message;
use mail_parser::{MessageParser, MimeHeaders};
use std::io::Write;
use std::process::{Command, Stdio};

/// A letter of a booking as a mail.
fn mail(view: &BookingView, language: Language, to: &str, settings: &MailSettings) -> Message {
    let office: Office = toml::from_str(OFFICE).unwrap();
    let kind = Kind::Confirmed;
    let name = kind.name();
    let letter = compose(&Letter {
        kind,
        language,
        name: "Erika Mustermann",
        office: &office,
        view,
        wished: None,
        together: &[],
        sequence: 0,
        public_url: "https://termine.example",
        written_at: at(MONDAY),
    });
    let identity = Identity { booking: view.booking, kind: name, sequence: 0 };
    message::write(&letter, &settings.sender().unwrap(), to, identity, at(MONDAY)).unwrap()
}

/// A booking's view that is nobody's.
async fn booked() -> BookingView {
    let server = Server::start().await;
    let view = server.book("reisepass", EIGHT).await;
    server.stop().await;
    view
}

async fn sent(carrier: &Carrier, mail: &Message) -> Result<(), Trouble> {
    match carrier.open().await {
        Ok(mut line) => {
            let fate = line.send(mail).await;
            // After a refusal the server may be anywhere; one that was not asked is not.
            let was_asked = !matches!(&fate, Err(Trouble::Never(said)) if said.contains("SMTPUTF8"));
            assert_eq!(line.is_usable(), fate.is_ok() || !was_asked);
            line.close().await;
            fate
        }
        Err(trouble) => Err(trouble),
    }
}

/// What python3-icalendar reads in a file: each property of event and alarm, a line each.
fn read_by_another(calendar: &[u8]) -> String {
    let program = "import sys, icalendar\n\
        c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())\n\
        print('METHOD', c['METHOD'])\n\
        e, = c.walk('VEVENT')\n\
        for k in ['UID', 'SEQUENCE', 'STATUS', 'SUMMARY', 'LOCATION', 'DESCRIPTION', 'URL']: print(k, e.get(k))\n\
        for k in ['DTSTART', 'DTEND']: print(k, e[k].dt.isoformat())\n\
        for a in e.walk('VALARM'): print('ALARM', a['TRIGGER'].dt)";
    let mut child = Command::new("/usr/bin/python3")
        .args(["-c", program])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(calendar).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "needs python3-icalendar; see deploy/prepare --headless");
    String::from_utf8(output.stdout).unwrap()
}

#[tokio::test]
async fn a_mail_arrives_whole() {
    let (view, server) = (booked().await, MailServer::start().unwrap());
    let settings = settings(server.port, "security = \"none\"\nreply_to = \"amt@musterstadt.example\"");
    let carrier = Carrier::new(&settings, "termine.example").unwrap();
    let mail = mail(&view, Language::German, "erika@müller.example", &settings);
    assert_eq!(sent(&carrier, &mail).await, Ok(()));
    let mails = server.mails().unwrap();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].is_ascii() && mails[0].split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
    let found = MessageParser::new().parse(&mails[0]).unwrap();
    let subject = "Termin gebucht: Montag, 23. November 2026, 08:00 Uhr, Bürgerbüro Musterstadt";
    assert_eq!(found.subject(), Some(subject));
    let from = found.from().unwrap().first().unwrap();
    assert_eq!(
        (from.name(), from.address()),
        (Some("Bürgerbüro Musterstadt"), Some("termine@musterstadt.example"))
    );
    assert_eq!(found.to().unwrap().first().unwrap().address(), Some("erika@xn--mller-kva.example"));
    assert_eq!(found.reply_to().unwrap().first().unwrap().address(), Some("amt@musterstadt.example"));
    let raw = |name: &str| found.header_raw(name.to_owned()).map(|text| text.trim().to_owned());
    assert_eq!(raw("Message-ID"), Some(format!("<confirmed.0.{}@musterstadt.example>", view.booking)));
    assert_eq!(raw("Auto-Submitted").as_deref(), Some("auto-generated"));
    assert_eq!(raw("Content-Language").as_deref(), Some("de"));
    assert_eq!(raw("List-Unsubscribe"), None);
    let pin = view.pin.clone().unwrap();
    let (text, html) = (found.body_text(0).unwrap(), found.body_html(0).unwrap());
    for said in ["Guten Tag Erika Mustermann!", "Reisepass beantragen", &pin] {
        assert!(text.contains(said) && html.contains(said), "{said}\n{text}");
    }
    let parts: Vec<_> =
        found.parts.iter().filter(|part| part.content_id() == Some("check-in-code")).collect();
    assert_eq!(parts.len(), 1);
    assert_eq!(html.matches("cid:check-in-code").count(), 1);
    let picture = image::load_from_memory(parts[0].contents()).unwrap().to_luma8();
    let (_, code) = rqrr::PreparedImage::prepare(picture).detect_grids()[0].decode().unwrap();
    assert_eq!(Some(code), view.check_in_code);
    let calendar = found.attachments().find(|part| part.attachment_name() == Some("termin.ics")).unwrap();
    let kind = calendar.content_type().unwrap();
    assert_eq!(
        (kind.ctype(), kind.subtype(), kind.attribute("method")),
        ("text", Some("calendar"), Some("PUBLISH"))
    );
    let read = read_by_another(calendar.contents());
    assert!(
        read.contains(&format!("UID {}@termine.example\nSEQUENCE 0\nSTATUS CONFIRMED\n", view.booking)),
        "{read}"
    );
    assert!(read.contains("DTSTART 2026-11-23T07:00:00+00:00\nDTEND 2026-11-23T07:20:00+00:00"), "{read}");
    assert!(read.contains("LOCATION Bürgerbüro Musterstadt, Rathausplatz 1, 12345 Musterstadt\n"), "{read}");
    assert!(!read.contains("ALARM"), "a day before is past: {read}");
}

#[tokio::test]
async fn the_page_has_the_same_file_for_calendars() {
    let server = Server::start().await;
    let view = server.book("reisepass", "2026-11-25T09:00:00Z").await;
    let path = format!("/b/{}/termin.ics", view.secret);
    let (status, page) = server.page(&format!("/b/{}", view.secret)).await;
    assert!(status.is_success() && page.contains(&format!("href=\"{path}?lang=de\"")), "{page}");
    let (_, file) = server.page(&path).await;
    let read = read_by_another(file.as_bytes());
    assert!(read.starts_with("METHOD PUBLISH\n") && read.contains("ALARM -1 day, 0:00:00"), "{read}");
    assert!(read.contains(&format!("URL https://termine.example/b/{}?lang=de\n", view.secret)), "{read}");
    server.cancel(view.secret, view.pin.as_deref().unwrap()).await.unwrap();
    let (_, file) = server.page(&path).await;
    let read = read_by_another(file.as_bytes());
    assert!(read.starts_with("METHOD CANCEL\n") && read.contains("STATUS CANCELLED"), "{read}");
    let (_, other) = server.page(&format!("/b/{}/termin.ics", uuid::Uuid::new_v4())).await;
    assert!(!other.contains("VCALENDAR"));
    server.stop().await;
}

#[tokio::test]
async fn the_way_from_a_mail_to_cancelling_is_two_clicks() {
    let server = Server::start().await;
    let view = server.book("reisepass", EIGHT).await;
    let open = "id=\"cancel\" open>";
    let (_, page) = server.page(&format!("/b/{}?cancel=1&lang=de", view.secret)).await;
    assert!(page.contains(open) && page.contains("name=\"pin\""), "{page}");
    let (_, page) = server.page(&format!("/b/{}?lang=de", view.secret)).await;
    assert!(!page.contains(open));
    server.stop().await;
}

#[tokio::test]
async fn refusals_are_sorted() {
    let view = booked().await;
    let address = "erika@example.org";
    let sign_on = "user = \"x\"\npassword_file = \"/dev/null\"";
    let later = |text: &str| Err(Trouble::Later(text.to_owned()));
    let never = |text: &str| Err(Trouble::Never(text.to_owned()));
    let ours = |text: &str| Err(Trouble::OurFault(text.to_owned()));
    let cases: [(Replies, Result<(), Trouble>); 14] = [
        (&[], Ok(())),
        (&[("HELLO", "421 busy")], later("connecting: refused with 421")),
        (&[("HELLO", "554 go away")], ours("connecting: refused with 554")),
        (&[("HELLO", "")], later("connecting: not understood")),
        (&[("HELLO", "what?")], later("connecting: not understood")),
        (&[("AUTH", "535 wrong")], ours("signing on: refused with 535")),
        (&[("AUTH", "454 not now")], later("signing on: refused with 454")),
        (&[("MAIL", "550 <erika@example.org> is not yours")], ours("the sender: refused with 550")),
        (&[("RCPT", "450 <erika@example.org> later")], later("the recipient: refused with 450")),
        (&[("RCPT", "550 <erika@example.org> unknown")], never("the recipient: refused with 550")),
        (
            &[("RCPT", "554 5.7.1 <erika@example.org>: Relay access denied")],
            ours("the recipient: refused with 554"),
        ),
        (&[("RCPT", "530 sign on first")], ours("the recipient: refused with 530")),
        (&[(".", "554 spam for erika@example.org")], never("the content: refused with 554")),
        (&[(".", "")], later("the content: not understood")),
    ];
    for (replies, fate) in cases {
        let settings = settings(stubborn(replies), &format!("security = \"none\"\n{sign_on}"));
        let carrier = Carrier::new(&settings, "termine.example").unwrap();
        let mail = mail(&view, Language::German, address, &settings);
        assert_eq!(sent(&carrier, &mail).await, fate, "{replies:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_down_or_slow_is_tried_again() {
    let view = booked().await;
    let try_at = async |port: u16| {
        let quick = MailSettings {
            timeout_seconds: 1,
            content_timeout_seconds: 2,
            ..settings(port, "security = \"none\"")
        };
        let carrier = Carrier::new(&quick, "termine.example").unwrap();
        sent(&carrier, &mail(&view, Language::German, "erika@example.org", &quick)).await
    };
    let Err(Trouble::Later(said)) = try_at(nobody()).await else { panic!("nobody is there") };
    assert!(said.starts_with("connecting: ") && said.contains("refused"), "{said}");
    let silent = stubborn(&[("HELLO", "…")]);
    assert_eq!(try_at(silent).await, Err(Trouble::Later("connecting: no answer within 1 s".to_owned())));
    // Who gave up on the content as early would send it twice.
    let slow = stubborn(&[(".", "…")]);
    assert_eq!(try_at(slow).await, Err(Trouble::Later("the content: no answer within 2 s".to_owned())));
}

#[tokio::test]
async fn an_address_in_other_letters_goes_where_it_can() {
    let view = booked().await;
    let server = MailServer::with(nobody(), &["--smtputf8"]).unwrap();
    let utf8 = settings(server.port, "security = \"none\"");
    let mail = mail(&view, Language::German, "müller@bücher.example", &utf8);
    assert_eq!(sent(&Carrier::new(&utf8, "termine.example").unwrap(), &mail).await, Ok(()));
    let ascii = settings(stubborn(&[]), "security = \"none\"");
    let fate = sent(&Carrier::new(&ascii, "termine.example").unwrap(), &mail).await;
    assert!(
        matches!(&fate, Err(Trouble::Never(said)) if said.contains("SMTPUTF8") && !said.contains("ller")),
        "{fate:?}"
    );
}

#[tokio::test]
async fn tls_needs_a_certificate_that_is_trusted() {
    let view = booked().await;
    let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
    let dir = tempfile::TempDir::new().unwrap();
    let path = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("crt"), made.cert.pem()).unwrap();
    std::fs::write(path("key"), made.signing_key.serialize_pem()).unwrap();
    let trust = format!("certificate_authority = {:?}", path("crt"));
    for (security, options) in
        [("starttls", ["--tlscert", "--tlskey"]), ("tls", ["--smtpscert", "--smtpskey"])]
    {
        let server =
            MailServer::with(nobody(), &[options[0], &path("crt"), options[1], &path("key")]).unwrap();
        let try_with = async |more: &str| {
            let settings = settings(server.port, &format!("security = \"{security}\"\n{more}"));
            let carrier = Carrier::new(&settings, "termine.example").unwrap();
            sent(&carrier, &mail(&view, Language::German, "erika@example.org", &settings)).await
        };
        assert_eq!(try_with(&trust).await, Ok(()), "{security}");
        let fate = try_with("").await;
        let is_named = |said: &str| said.matches("invalid peer certificate").count() == 1;
        assert!(matches!(&fate, Err(Trouble::OurFault(said)) if is_named(said)), "{security}: {fate:?}");
        assert_eq!(server.mails().unwrap().len(), 1);
    }
    // A server that offers no STARTTLS gets neither password nor mail.
    let settings = settings(stubborn(&[]), &format!("security = \"starttls\"\n{trust}"));
    let fate = sent(
        &Carrier::new(&settings, "x").unwrap(),
        &mail(&view, Language::German, "a@b.example", &settings),
    )
    .await;
    assert!(matches!(&fate, Err(Trouble::OurFault(said)) if said.starts_with("STARTTLS: ")), "{fate:?}");
}

#[tokio::test]
async fn the_check_says_how_the_mail_server_is() {
    let check = async |mail: String| {
        let folder = Folder { mail, ..Folder::new() };
        folder.import(MONDAY, OFFICE).await.unwrap();
        let mut printed = Vec::new();
        let failed = folder.say(MONDAY, &["--check"], |line| printed.push(line.to_owned())).await.is_err();
        let line = printed.iter().find(|line| line.contains("  mail ")).unwrap().clone();
        (failed, line)
    };
    let (failed, line) = check(String::new()).await;
    assert!(!failed && line.contains("nobody gets confirmations"), "{line}");
    let server = MailServer::start().unwrap();
    let (failed, line) = check(section(server.port, "security = \"none\"")).await;
    assert!(
        !failed && line.contains(&format!("127.0.0.1:{} answers, and lets us in", server.port)),
        "{line}"
    );
    assert_eq!(server.mails().unwrap().len(), 0);
    let refusing = stubborn(&[("AUTH", "535 wrong")]);
    let sign_on = "security = \"none\"\nuser = \"x\"\npassword_file = \"/dev/null\"";
    let (failed, line) = check(section(refusing, sign_on)).await;
    assert!(failed && line.starts_with("WRONG") && line.contains("signing on: refused with 535"), "{line}");
    let (failed, line) = check(section(refusing, &sign_on.replace("/dev/null", "/no/file"))).await;
    assert!(failed && line.contains("`mail.password_file` is `/no/file`"), "{line}");
}
