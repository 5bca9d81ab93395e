//! A kiosk that works alone: the shared cases through its own list, journal and clock; what a crash, a changed
//! file and a wrong clock do; what staff get on paper.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

#[path = "../../shared/domain/tests/cases/mod.rs"]
mod cases;
#[path = "../../shared/domain/tests/common/mod.rs"]
mod common;

use cases::{AScan, Case, Setting, What, has, refused};
use common::{at, booking_id, seconds};
use foyer_client::{Address, Server};
use foyer_domain::Timestamp;
use foyer_domain::alone::{ListKey, Listed, SignedList};
use foyer_domain::engine::{CheckInRefusal, PrintOutcome};
use foyer_domain::id::VisitId;
use foyer_domain::visit::VisitState;
use foyer_kiosk::action::{Answer, Attempt, AttemptId, Wish};
use foyer_kiosk::alone::asking::ask;
use foyer_kiosk::alone::{Alone, Doubt};
use foyer_kiosk::device::journal::{self, EntryState, Journal, PrintState, UntoldPaper};
use foyer_kiosk::ticket::{Logo, Part, Template, TicketStyle, encode_list};
use foyer_protocol::lobby::{
    CheckInAnswer, CheckInReply, DayList, KioskSnapshot, Presented, TicketAnswer, TicketReply, TicketView,
};
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::Clock;
use foyer_text::Language;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use std::net::{Ipv4Addr, TcpListener};
use tempfile::TempDir;

const HASH_KEY: [u8; 32] = [5; 32];

fn list_key() -> ListKey {
    ListKey::from_bytes([7; 32])
}

/// What the lobby would send.
fn list(given: &Setting) -> SignedList {
    signed(&day_list(given))
}

fn signed(list: &DayList) -> SignedList {
    list_key().sign(serde_json::to_string(list).unwrap())
}

fn day_list(given: &Setting) -> DayList {
    let world = given.world();
    let office = given.office();
    let today = office.day(given.made_at());
    let hashed = |listed: Listed| {
        let number = (0..20).find(|id| booking_id(*id) == listed.booking.id).unwrap();
        let mut mac = Hmac::<Sha256>::new_from_slice(&HASH_KEY).unwrap();
        mac.update(cases::short_code(number).as_str().as_bytes());
        let hash = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        Listed { short_code_hash: Some(hash), ..listed }
    };
    DayList {
        snapshot: KioskSnapshot {
            now: given.made_at(),
            demo_clock: true,
            device_name: "Eingang".to_owned(),
            office: office.clone(),
            keys: cases::city().keys,
            offices: cases::city().offices,
            list_key: list_key().public(),
            services: Vec::new(),
            walk_in: given.walk_in_told(),
            house: foyer_protocol::lobby::House::default(),
            outages: given.interruptions.clone(),
            staff_pauses: Vec::new(),
        },
        bookings_as_of: None,
        today,
        next_open_day: office.next_open_day(today),
        bookings: given.listed(&world).into_iter().map(hashed).collect(),
        leases: given.leases(),
        interruptions: given.interruptions.clone(),
        short_code_key: Some("05".repeat(32)),
    }
}

/// A kiosk's folder, from start to start.
struct Box {
    folder: TempDir,
}

impl Box {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// The kiosk as it is after a start with a clock that shows this.
    fn started(&self, now: Timestamp) -> (Alone, Journal) {
        let journal = Journal::open(&self.folder.path().join("journal.sqlite3"), now).unwrap();
        (Alone::new(journal.clone(), Clock::starting_at(now)).unwrap(), journal)
    }

    fn holding(given: &Setting, received_at: Timestamp) -> Self {
        let kiosk = Self::new();
        kiosk.started(received_at).0.take(list(given), &list_key().public()).unwrap();
        kiosk
    }

    /// Presents something, as a new attempt, after a start of its own.
    fn present(&self, given: &Setting, what: &What, now: Timestamp) -> Value {
        let noted = journal::Attempt { nonce: Nonce::random(), seen_at: now };
        said(self.started(now).0.decide(&noted, &wish(given, what), None).unwrap().as_ref())
    }
}

fn wish(given: &Setting, what: &What) -> Wish {
    match what {
        What::Scan(scan) => Wish::CheckIn(Presented::Scan(given.code(scan))),
        What::Type(typed) => Wish::CheckIn(Presented::ShortCode(Setting::typed(typed))),
        What::WalkIn(services) => Wish::WalkIn(cases::choices(services), Language::German),
    }
}

fn said(answer: Option<&Answer>) -> Value {
    let Some(answer) = answer else { return json!({"is": "unable"}) };
    let (is, ticket) = match answer {
        Answer::CheckIn(CheckInReply { answer: CheckInAnswer::CheckedIn { ticket }, .. }) => {
            ("checked_in", ticket)
        }
        Answer::CheckIn(CheckInReply { answer: CheckInAnswer::AlreadyCheckedIn { ticket }, .. }) => {
            ("already_checked_in", ticket)
        }
        Answer::CheckIn(CheckInReply { answer: CheckInAnswer::BackInQueue { ticket }, .. }) => {
            ("back_in_queue", ticket)
        }
        Answer::Ticket(TicketReply { answer: TicketAnswer::Opened { ticket }, .. }) => ("ticket", ticket),
        Answer::CheckIn(reply) => return said_no(&reply.answer),
        Answer::Ticket(reply) => panic!("{reply:?}"),
    };
    shown(is, ticket)
}

fn shown(is: &str, ticket: &TicketView) -> Value {
    assert!(ticket.alone && ticket.phone_url.is_none(), "no phone can follow it: {ticket:?}");
    json!({
        "is": is, "number": ticket.number, "area": ticket.area.get("de"), "start": ticket.start,
        "state": ticket.state, "wait": ticket.estimate.is_some(), "seen_at": ticket.issued_at,
    })
}

fn said_no(answer: &CheckInAnswer) -> Value {
    refused(&match answer.clone() {
        CheckInAnswer::Unreadable => CheckInRefusal::Unreadable,
        CheckInAnswer::Unknown => CheckInRefusal::Unknown,
        CheckInAnswer::WrongOffice { office, start } => CheckInRefusal::WrongOffice { office, start },
        CheckInAnswer::Cancelled { start } => CheckInRefusal::Cancelled { start },
        CheckInAnswer::Moved { start } => CheckInRefusal::Moved { start },
        CheckInAnswer::Finished { number } => CheckInRefusal::Finished { number },
        CheckInAnswer::WrongDay { start } => CheckInRefusal::WrongDay { start },
        CheckInAnswer::TooEarly { opens_at, start } => CheckInRefusal::TooEarly { opens_at, start },
        CheckInAnswer::TooLate { closed_at, start, .. } => {
            CheckInRefusal::TooLate { closed_at, start, offer: None }
        }
        CheckInAnswer::NotConfirmed { start } => CheckInRefusal::NotConfirmed { start },
        CheckInAnswer::OfficeClosed { reason, holiday, start } => {
            CheckInRefusal::OfficeClosed { reason, holiday, start }
        }
        CheckInAnswer::QueueFull => CheckInRefusal::QueueFull,
        other => panic!("{other:?}"),
    })
}

/// What is otherwise than the case says.
fn fault(case: &Case) -> Option<String> {
    let given = &case.given;
    // A clock that is not trusted shows something else already when the list comes.
    let received_at = if given.clock_at_least.is_some() { given.now } else { given.made_at() };
    let kiosk = Box::holding(given, received_at);
    for before in &given.before {
        kiosk.present(given, &before.presented, before.now);
    }
    let said = kiosk.present(given, &given.presented, given.now);
    // The journal's names of what the rules say of services and doubts are the rules' own test's.
    let mut both = case.then.both.clone();
    let mut alone = case.then.alone.clone();
    for wanted in [&mut both, &mut alone] {
        wanted.retain(|name, _| !matches!(name.as_str(), "services" | "doubted"));
    }
    // A moment of a clock that is wrong by decades runs on while this test does.
    if given.clock_at_least.is_some() {
        alone.remove("seen_at");
    }
    (!has(&said, &both) || !has(&said, &alone)).then(|| format!("{}: {said}", case.name))
}

#[test]
fn the_cases_hold_through_list_journal_and_restarts() {
    let groups = cases::all();
    let cases = groups.iter().flat_map(|group| &group.cases);
    // The very last possible second of a doubted clock is over before the kiosk's disk has answered.
    let cases = cases.filter(|case| case.name != "… and the last second still is possible");
    let faults: Vec<String> = cases.filter_map(fault).collect();
    assert!(faults.is_empty(), "{} of the cases:\n{}", faults.len(), faults.join("\n"));
}

fn usual() -> Setting {
    let mut groups = cases::all();
    groups.swap_remove(0).cases.swap_remove(0).given
}

fn attempt(now: Timestamp) -> journal::Attempt {
    journal::Attempt { nonce: Nonce::random(), seen_at: now }
}

#[test]
fn the_same_attempt_after_a_crash_gets_the_same_ticket_and_is_handed_over_once() {
    let given = usual();
    let kiosk = Box::holding(&given, given.made_at());
    let (noted, wish) = (attempt(given.now), wish(&given, &given.presented));
    let first = kiosk.started(given.now).0.decide(&noted, &wish, None).unwrap();
    let (alone, journal) = kiosk.started(given.now + seconds(5));
    let again = said(alone.decide(&noted, &wish, None).unwrap().as_ref());
    assert_eq!(said(first.as_ref()), again, "fresh again: it is printed, because nobody may have seen it");
    let next = said(alone.decide(&attempt(given.now), &wish, None).unwrap().as_ref());
    assert_eq!((&next["is"], &next["number"]), (&json!("already_checked_in"), &again["number"]));
    assert_eq!(alone.state().unwrap().open(), 1);
    let open = journal.next_to_hand_over().unwrap().unwrap();
    assert_eq!(open.attempt, noted.nonce, "handed over with the nonce under which the lobby was asked");
    journal.note_hand_over(open.id, EntryState::HandedOver).unwrap();
    assert_eq!(journal.next_to_hand_over().unwrap(), None);
    assert_eq!(kiosk.started(given.now + seconds(9)).0.state().unwrap().open(), 0);
}

#[test]
fn what_is_not_yet_handed_over_stands_though_the_lobby_could_be_asked_again() {
    let given = usual();
    let kiosk = Box::holding(&given, given.made_at());
    let (alone, journal) = kiosk.started(given.now);
    let wish = wish(&given, &given.presented);
    assert_eq!(alone.recall(&attempt(given.now), &wish, None).unwrap(), None, "nothing is given by it");
    alone.decide(&attempt(given.now), &wish, None).unwrap().unwrap();
    assert_eq!(
        said(alone.recall(&attempt(given.now), &wish, None).unwrap().as_ref())["number"],
        json!("A800")
    );
    journal.note_hand_over(1, EntryState::HandedOver).unwrap();
    assert_eq!(alone.recall(&attempt(given.now), &wish, None).unwrap(), None, "then the lobby says it");
}

/// The lobby has decided and its answer is lost, but its list comes: the first time that is a new ticket, with a
/// paper; whoever had it before is told so.
#[tokio::test]
async fn a_list_that_is_quicker_than_the_answer_brings_the_attempts_own_ticket() {
    let given = usual();
    let kiosk = Box::holding(&given, given.made_at());
    let mut newer = day_list(&given);
    newer.snapshot.now = given.now;
    for listed in &mut newer.bookings {
        listed.visit = Some((VisitState::Waiting, serde_json::from_value(json!("A001")).unwrap()));
    }
    let (alone, journal) = kiosk.started(given.now);
    for expected in ["checked_in", "already_checked_in"] {
        let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = Address::new(format!("http://{}", silent.local_addr().unwrap()).parse().unwrap());
        let lobby = Server::new(&address, None).unwrap();
        let (told, list) = (alone.clone(), signed(&newer));
        let held = std::thread::spawn(move || {
            let asked = silent.accept().unwrap();
            told.take(list, &list_key().public()).unwrap();
            asked
        });
        let attempt = Attempt {
            id: AttemptId(1),
            seen_at: given.now,
            wish: wish(&given, &given.presented),
            with: None,
        };
        let asked = ask(&lobby, true, &journal, &alone, attempt).await.unwrap();
        let said = said(asked.answer.as_ref());
        assert_eq!((&said["is"], &said["number"]), (&json!(expected), &json!("A001")));
        journal.settle_attempt(asked.nonce).unwrap();
        drop(held.join().unwrap());
    }
    assert_eq!(alone.state().unwrap().given, 0, "no number of its own");
}

#[test]
fn a_full_disk_gives_nothing() {
    let given = usual();
    let kiosk = Box::holding(&given, given.made_at());
    let (alone, _) = kiosk.started(given.now);
    let file = rusqlite::Connection::open(kiosk.folder.path().join("journal.sqlite3")).unwrap();
    let full =
        "create trigger full before insert on alone begin select raise(abort, 'the disk is full'); end";
    file.execute_batch(full).unwrap();
    let wish = wish(&given, &given.presented);
    alone.decide(&attempt(given.now), &wish, None).unwrap_err();
    file.execute_batch("drop trigger full").unwrap();
    assert_eq!(
        said(alone.decide(&attempt(given.now), &wish, None).unwrap().as_ref())["number"],
        json!("A800")
    );
}

#[test]
fn what_became_of_a_paper_is_told_once_the_lobby_has_the_ticket_and_the_printer_is_done() {
    let given = usual();
    let kiosk = Box::holding(&given, given.made_at());
    kiosk.present(&given, &given.presented, given.now);
    let (alone, journal) = kiosk.started(given.now);
    let (ticket, visit) = (VisitId::alone(1), VisitId(17));
    let print = journal.begin_print(ticket, None, false, PrintState::Sending, given.now).unwrap();
    journal.note_visit(1, Some(visit)).unwrap();
    assert_eq!(journal.papers_untold().unwrap(), [], "it may still end well");
    assert!(!alone.state().unwrap().has_news());
    journal.finish_print(print, PrintState::NotSent).unwrap();
    let untold = UntoldPaper { id: 1, visit, outcome: PrintOutcome::NotSent };
    assert_eq!(journal.papers_untold().unwrap(), [untold]);
    let copy = journal.begin_print(ticket, None, true, PrintState::Sending, given.now).unwrap();
    journal.finish_print(copy, PrintState::Printed).unwrap();
    assert_eq!(journal.papers_untold().unwrap(), [untold], "a copy is another paper");
    assert!(alone.state().unwrap().has_news());
    journal.note_paper_told(1).unwrap();
    assert!(!kiosk.started(given.now).0.state().unwrap().has_news());
}

#[test]
fn a_paper_that_a_power_cut_left_open_is_told_as_unknown() {
    let given = usual();
    let kiosk = Box::holding(&given, given.made_at());
    kiosk.present(&given, &given.presented, given.now);
    let (_, journal) = kiosk.started(given.now);
    journal.begin_print(VisitId::alone(1), None, false, PrintState::Sending, given.now).unwrap();
    journal.note_visit(1, Some(VisitId(17))).unwrap();
    let untold = kiosk.started(given.now).1.papers_untold().unwrap();
    assert_eq!(untold, [UntoldPaper { id: 1, visit: VisitId(17), outcome: PrintOutcome::Unknown }]);
    // A ticket whose day was over is nobody's any more.
    journal.note_visit(1, None).unwrap();
    assert_eq!(journal.papers_untold().unwrap(), []);
}

#[test]
fn a_journal_that_is_garbage_is_refused_by_name_and_left_as_it_is() {
    let given = usual();
    let kiosk = Box::new();
    let path = kiosk.folder.path().join("journal.sqlite3");
    let mut garbage = vec![0x5a; 12_288];
    garbage[..16].copy_from_slice(b"SQLite format 3\0");
    for bytes in [garbage, b"not a journal".repeat(100)] {
        std::fs::write(&path, &bytes).unwrap();
        let fault = Journal::open(&path, given.now).err().expect("garbage is no journal");
        assert!(fault.to_string().contains("move it away"), "{fault}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "somebody may still mend it");
    }
}

#[test]
fn a_list_that_somebody_changed_is_noticed_and_not_used() {
    let given = usual();
    let kiosk = Box::holding(&given, given.made_at());
    let file = rusqlite::Connection::open(kiosk.folder.path().join("journal.sqlite3")).unwrap();
    file.execute("update list set text = replace(text, '\"to\":999', '\"to\":998')", []).unwrap();
    let (alone, _) = kiosk.started(given.now);
    assert!(alone.snapshot().is_none() && alone.state().unwrap().damaged);
    assert_eq!(alone.decide(&attempt(given.now), &wish(&given, &given.presented), None).unwrap(), None);
    // One from the stream that another key signed is left, and the next genuine one mends it.
    let forged = ListKey::from_bytes([8; 32]).sign(list(&given).text);
    alone.take(forged, &list_key().public()).unwrap();
    assert!(alone.state().unwrap().damaged);
    alone.take(list(&given), &list_key().public()).unwrap();
    assert!(!alone.state().unwrap().damaged && alone.snapshot().is_some());
    alone.forget().unwrap();
    assert!(kiosk.started(given.now).0.snapshot().is_none(), "revoked: nothing is left to work with");
}

#[test]
fn five_wrong_numbers_lock_the_keypad_alone_as_online() {
    let given = usual();
    let kiosk = Box::holding(&given, given.made_at());
    let (alone, _) = kiosk.started(given.now);
    assert_eq!(alone.state().unwrap().keypad_locked_at, None);
    let wrong = Wish::CheckIn(Presented::ShortCode(cases::short_code(99).as_str().to_owned()));
    let right = Wish::CheckIn(Presented::ShortCode(cases::short_code(1).as_str().to_owned()));
    for _ in 0..5 {
        assert_eq!(
            said(alone.decide(&attempt(given.now), &wrong, None).unwrap().as_ref())["is"],
            json!("unknown")
        );
    }
    assert!(alone.state().unwrap().keypad_locked_at.is_some(), "staff are told");
    for wish in [wrong, right] {
        let Some(Answer::CheckIn(reply)) = alone.decide(&attempt(given.now), &wish, None).unwrap() else {
            panic!()
        };
        assert!(matches!(reply.answer, CheckInAnswer::KeypadLocked { .. }), "{reply:?}");
    }
    let scanned = alone.decide(&attempt(given.now), &wish(&given, &given.presented), None).unwrap();
    assert_eq!(said(scanned.as_ref())["is"], json!("checked_in"), "a code is no guess");
}

#[test]
fn a_clock_that_is_not_trusted_is_told_and_sends_nobody_away() {
    let given = usual();
    let kiosk = Box::holding(&given, given.made_at());
    let (alone, _) = kiosk.started(at("2026-11-01T00:00:00Z"));
    assert_eq!(alone.state().unwrap().doubt, Some(Doubt::BeforeList));
    let wish = wish(&given, &given.presented);
    let noted = attempt(at("2026-11-01T00:00:00Z"));
    assert_eq!(said(alone.decide(&noted, &wish, None).unwrap().as_ref())["number"], json!("A800"));
    assert_eq!(kiosk.started(given.now).0.state().unwrap().doubt, None);
}

#[test]
fn who_is_on_the_list_is_answered_in_the_language_of_the_booking() {
    let mut groups = cases::all();
    let group = groups.iter_mut().find(|group| group.group == "Again").unwrap();
    let case = group.cases.iter().position(|case| case.name.starts_with("three people")).unwrap();
    let given = group.cases.swap_remove(case).given;
    let mut list = day_list(&given);
    list.bookings.iter_mut().for_each(|listed| listed.booking.language = Some("uk".to_owned()));
    let kiosk = Box::new();
    let (alone, _) = kiosk.started(given.made_at());
    alone.take(signed(&list), &list_key().public()).unwrap();
    let wish = wish(&given, &What::Scan(AScan::of(1)));
    // The first time it is given, then it is shown again.
    for _ in 0..2 {
        let at = given.now + seconds(60);
        let noted = journal::Attempt { nonce: Nonce::random(), seen_at: at };
        let answer = kiosk.started(at).0.decide(&noted, &wish, None).unwrap();
        let Some(Answer::CheckIn(reply)) = answer else { panic!("{answer:?}") };
        assert_eq!(reply.language.as_deref(), Some("uk"), "{reply:?}");
    }
}

/// The lobby is told it when the ticket is handed over, and the desk says so.
#[test]
fn a_number_given_alone_keeps_the_language_that_was_chosen() {
    let mut groups = cases::all();
    let group = groups.iter_mut().find(|group| group.group == "Without an appointment").unwrap();
    let case = group.cases.iter().position(|case| case.name.starts_with("in the morning")).unwrap();
    let given = group.cases.swap_remove(case).given;
    let kiosk = Box::holding(&given, given.made_at());
    let (alone, journal) = kiosk.started(given.now);
    let noted = journal::Attempt { nonce: Nonce::random(), seen_at: given.now };
    let wish = Wish::WalkIn(cases::choices(&["pass".to_owned()]), Language::Ukrainian);
    assert!(matches!(alone.decide(&noted, &wish, None), Ok(Some(Answer::Ticket(_)))));
    let entries = journal.given_alone().unwrap();
    assert_eq!(entries[0].given.language.as_deref(), Some("uk"));
}

#[test]
fn staff_get_what_was_given_alone_on_paper_in_order_with_the_booked_times() {
    let mut groups = cases::all();
    let group = groups.iter_mut().find(|group| group.group == "Again").unwrap();
    let case = group.cases.iter().position(|case| case.name.starts_with("three people")).unwrap();
    let given = group.cases.swap_remove(case).given;
    let kiosk = Box::holding(&given, given.made_at());
    for booking in [3, 1, 2] {
        let scan = AScan::of(booking);
        kiosk.present(&given, &What::Scan(scan), given.now + seconds(60));
    }
    let (alone, _) = kiosk.started(given.now + seconds(120));
    let tickets = alone.tickets().unwrap();
    let template = Template { columns: 48, parts: Part::usual(), logo: Logo::foyer() };
    let style = TicketStyle {
        template: &template,
        language: Language::German,
        office: "Bürgerbüro",
        time_zone: chrono_tz::Europe::Berlin,
        copy: false,
        now: given.now,
        code: None,
    };
    let bytes = encode_list(&tickets, &style);
    let text = String::from_utf8_lossy(&bytes);
    let found: Vec<usize> =
        ["Ohne Verbindung", "A 800", "A 801", "A 802"].iter().map(|of| text.find(of).unwrap()).collect();
    assert!(found.is_sorted(), "{found:?}");
    assert_eq!(text.matches("mit Termin 10:00 Uhr, da seit 10:01 Uhr").count(), 3, "{text}");
    assert!(bytes.ends_with(&[0x1d, b'V', 66, 0]), "cut");
    let none = encode_list(&[], &style);
    assert!(String::from_utf8_lossy(&none).contains("Keine Wartemarken"));
}

/// Oldest first, also where each is handed over by another run of the program.
#[test]
fn what_was_given_alone_is_handed_over_in_its_order_whatever_restarts_come() {
    let mut groups = cases::all();
    let group = groups.iter_mut().find(|group| group.group == "Again").unwrap();
    let case = group.cases.iter().position(|case| case.name.starts_with("three people")).unwrap();
    let given = group.cases.swap_remove(case).given;
    let kiosk = Box::holding(&given, given.made_at());
    for booking in [3, 1, 2] {
        kiosk.present(&given, &What::Scan(AScan::of(booking)), given.now + seconds(60));
    }
    let mut handed_over = Vec::new();
    while let Some(entry) = kiosk.started(given.now + seconds(120)).1.next_to_hand_over().unwrap() {
        handed_over.push(entry.given.number.to_string());
        let (_, journal) = kiosk.started(given.now + seconds(120));
        journal.note_hand_over(entry.id, EntryState::HandedOver).unwrap();
    }
    assert_eq!(handed_over, ["A800", "A801", "A802"]);
}
