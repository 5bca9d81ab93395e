//! The printer's owner against a printer that speaks the protocol: never lose, never double.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

#[path = "../../tests/src/printer.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod virtual_printer;

use foyer_domain::id::VisitId;
use foyer_kiosk::device::journal::Journal;
use foyer_kiosk::device::printer::{Handle, Job, Limits, Outcome, Printer, Reason, State};
use foyer_protocol::program::Clock;
use std::time::Duration;
use virtual_printer::{Faults, VirtualPrinter};

const LONG: Duration = Duration::from_secs(20);

fn limits() -> Limits {
    Limits {
        connect: Duration::from_secs(2),
        status: Duration::from_millis(1000),
        done: Duration::from_secs(2),
        patience: Duration::from_secs(3),
        retry: Duration::from_millis(500),
        idle: Duration::from_millis(100),
        trouble: Duration::from_millis(50),
    }
}

fn start(printer: &VirtualPrinter) -> Handle {
    let network = Printer::Network { address: printer.address().to_string() };
    network.start_with(None, Clock::SYSTEM, limits())
}

/// A ticket of 12 kB, three times what the printer's buffer holds.
fn job(visit: u64) -> Job {
    job_of(visit, 300)
}

/// A ticket of 40 bytes a line.
fn job_of(visit: u64, lines: usize) -> Job {
    let mut ticket = b"\x1b@\x1da\x0e".to_vec();
    for line in 0..lines {
        ticket.extend(format!("visit {visit} line {line:03} ......................\n").as_bytes());
    }
    ticket.extend(b"\x1dVB\x00");
    Job { visit: VisitId(visit), attempt: None, copy: false, ticket }
}

async fn until(handle: &Handle, wanted: State) {
    let mut state = handle.state();
    let reached = tokio::time::timeout(LONG, state.wait_for(|state| *state == wanted)).await;
    reached.unwrap_or_else(|_| panic!("{wanted:?} is not reached")).unwrap();
}

#[tokio::test]
async fn a_good_printer_prints_every_ticket_once() {
    let printer = VirtualPrinter::start().unwrap();
    let handle = start(&printer);
    until(&handle, State::Ready).await;
    for visit in 1..=3 {
        assert_eq!(handle.print(job(visit)).await, Outcome::Printed);
    }
    let expected: Vec<_> = (1..=3).map(|visit| job(visit).ticket).collect();
    assert_eq!(printer.tickets(), expected);
    assert_eq!(printer.connections(), 1, "one connection, kept");
}

#[tokio::test]
async fn each_fault_before_the_first_byte_is_named_and_nothing_is_sent() {
    let none = Faults::default();
    let cases = [
        (Faults { off: true, ..none }, Reason::Off),
        (Faults { mute: true, ..none }, Reason::Silent),
        (Faults { garbage: true, ..none }, Reason::Silent),
        (Faults { paper_out: true, ..none }, Reason::PaperOut),
        (Faults { cover_open: true, ..none }, Reason::CoverOpen),
        (Faults { cutter: true, ..none }, Reason::Cutter),
    ];
    for (fault, reason) in cases {
        let printer = VirtualPrinter::start().unwrap();
        printer.set(|faults| *faults = fault);
        let handle = start(&printer);
        until(&handle, State::Trouble(reason)).await;
        assert_eq!(handle.print(job(1)).await, Outcome::NotSent(reason));
        assert!(printer.tickets().is_empty() && printer.uncut().is_empty());
        // Mended, it is found again without anybody's help, and prints no backlog.
        printer.set(|faults| *faults = Faults::default());
        until(&handle, State::Ready).await;
        assert_eq!(handle.print(job(2)).await, Outcome::Printed);
        assert_eq!(printer.tickets(), [job(2).ticket], "after {reason:?}");
    }
}

#[tokio::test]
async fn paper_that_ends_within_a_ticket_and_is_reloaded_gives_one_ticket() {
    let printer = VirtualPrinter::start().unwrap();
    let handle = start(&printer);
    printer.set(|faults| faults.paper_out_after = Some(3000));
    let print = tokio::spawn({
        let handle = handle.clone();
        async move { handle.print(job(1)).await }
    });
    until(&handle, State::Trouble(Reason::PaperOut)).await;
    printer.set(|faults| faults.paper_out = false);
    assert_eq!(print.await.unwrap(), Outcome::Printed);
    assert_eq!(printer.tickets(), [job(1).ticket]);
}

#[tokio::test]
async fn paper_that_nobody_reloads_leaves_it_unknown_and_no_backlog() {
    let printer = VirtualPrinter::start().unwrap();
    let handle = start(&printer);
    printer.set(|faults| faults.paper_out_after = Some(1000));
    assert_eq!(handle.print(job_of(1, 60)).await, Outcome::Unknown(Reason::PaperOut));
    assert!(printer.wait(LONG, |printed| printed.buffered == 0), "what was not printed is thrown away");
    let torn = printer.uncut();
    printer.set(|faults| faults.paper_out = false);
    until(&handle, State::Ready).await;
    assert_eq!(printer.uncut(), torn, "nothing comes out by itself");
    assert_eq!(handle.print(job(2)).await, Outcome::Printed);
    assert_eq!(printer.tickets(), [[torn, job(2).ticket].concat()]);
}

#[tokio::test]
async fn a_full_buffer_that_hears_nothing_prints_no_second_ticket_either() {
    let printer = VirtualPrinter::start().unwrap();
    let handle = start(&printer);
    printer.set(|faults| faults.paper_out_after = Some(3000));
    assert_eq!(handle.print(job(1)).await, Outcome::Unknown(Reason::PaperOut));
    assert_eq!(*handle.state().borrow(), State::Trouble(Reason::PaperOut));
    printer.set(|faults| faults.paper_out = false);
    until(&handle, State::Ready).await;
    assert!(printer.tickets().is_empty(), "the rest of its buffer at most, never cut");
    assert_eq!(handle.print(job(2)).await, Outcome::Printed);
    let tickets = printer.tickets();
    assert_eq!(tickets.len(), 1);
    assert!(tickets[0].ends_with(&job(2).ticket), "whole, behind what was torn off");
}

#[tokio::test]
async fn a_knife_that_sticks_is_not_printed() {
    let printer = VirtualPrinter::start().unwrap();
    let handle = start(&printer);
    printer.set(|faults| faults.cutter_at_next_cut = true);
    assert_eq!(handle.print(job(1)).await, Outcome::Unknown(Reason::Cutter));
    assert!(printer.tickets().is_empty());
}

#[tokio::test]
async fn a_connection_that_breaks_poisons_no_later_ticket() {
    let printer = VirtualPrinter::start().unwrap();
    let handle = start(&printer);
    until(&handle, State::Ready).await;
    printer.set(|faults| faults.drop_after = Some(6000));
    assert_eq!(handle.print(job(1)).await, Outcome::Unknown(Reason::Interrupted));
    assert_eq!(handle.print(job(2)).await, Outcome::Printed);
    let tickets = printer.tickets();
    assert_eq!(tickets.len(), 1);
    assert!(tickets[0].ends_with(&job(2).ticket), "the second is whole");
}

#[tokio::test]
async fn a_lost_done_is_unknown_and_is_not_sent_again() {
    let printer = VirtualPrinter::start().unwrap();
    let handle = start(&printer);
    printer.set(|faults| faults.lose_done = true);
    assert_eq!(handle.print(job(1)).await, Outcome::Unknown(Reason::NoAnswer));
    assert_eq!(printer.tickets(), [job(1).ticket], "once, although nobody said so");
    printer.set(|faults| faults.lose_done = false);
    assert_eq!(handle.print(job(2)).await, Outcome::Printed);
    assert_eq!(printer.tickets().len(), 2);
}

#[tokio::test]
async fn a_printer_that_says_a_byte_now_and_then_is_silent_and_prints_no_backlog() {
    let printer = VirtualPrinter::start().unwrap();
    // Each answer comes after it was waited for, as the answer to a question that nobody asks any more.
    printer.set(|faults| faults.trickle = Some(limits().status * 3 / 2));
    let handle = start(&printer);
    until(&handle, State::Trouble(Reason::Silent)).await;
    assert_eq!(handle.print(job(1)).await, Outcome::NotSent(Reason::Silent));
    assert!(printer.tickets().is_empty() && printer.uncut().is_empty());
    printer.set(|faults| faults.trickle = None);
    until(&handle, State::Ready).await;
    assert_eq!(handle.print(job(2)).await, Outcome::Printed);
    assert_eq!(printer.tickets(), [job(2).ticket]);
}

#[tokio::test]
async fn a_low_roll_is_said_and_prints() {
    let printer = VirtualPrinter::start().unwrap();
    printer.set(|faults| faults.near_end = true);
    let handle = start(&printer);
    until(&handle, State::NearEnd).await;
    assert_eq!(handle.print(job(1)).await, Outcome::Printed);
}

#[tokio::test]
async fn the_journal_knows_a_print_before_its_first_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kiosk.sqlite");
    let now = Clock::SYSTEM.now();
    let journal = Journal::open(&path, now).unwrap();
    let printer = VirtualPrinter::start().unwrap();
    let network = Printer::Network { address: printer.address().to_string() };
    let handle = network.start_with(Some(journal), Clock::SYSTEM, Limits { patience: LONG, ..limits() });
    assert_eq!(handle.print(job(1)).await, Outcome::Printed);
    printer.set(|faults| faults.paper_out_after = Some(3000));
    let print = tokio::spawn({
        let handle = handle.clone();
        async move { handle.print(job(2)).await }
    });
    until(&handle, State::Trouble(Reason::PaperOut)).await;
    // As after a power cut: another start finds the print that was going on.
    let interrupted = Journal::open(&path, now).unwrap().interrupted().unwrap();
    assert_eq!(interrupted.iter().map(|job| job.visit).collect::<Vec<_>>(), [VisitId(2)]);
    printer.set(|faults| faults.paper_out = false);
    assert_eq!(print.await.unwrap(), Outcome::Printed);
}

#[tokio::test]
async fn a_file_takes_tickets_and_a_missing_folder_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tickets.bin");
    let handle = Printer::File { path: path.clone() }.start(None, Clock::SYSTEM);
    assert_eq!(handle.print(job(1)).await, Outcome::Printed);
    assert_eq!(handle.print(job(2)).await, Outcome::Printed);
    assert_eq!(std::fs::read(&path).unwrap(), [job(1).ticket, job(2).ticket].concat());
    let nowhere = Printer::File { path: folder.path().join("missing/tickets.bin") };
    let handle = nowhere.start(None, Clock::SYSTEM);
    assert_eq!(handle.print(job(1)).await, Outcome::Unknown(Reason::Fault));
}

#[tokio::test]
async fn a_serial_printer_speaks_the_same_way() {
    use std::io::{Read, Write};
    let ends = nix::pty::openpty(None, None).unwrap();
    let path = nix::unistd::ttyname(&ends.slave).unwrap();
    let handle = Printer::Serial { path, baud: 19_200 }.start_with(None, Clock::SYSTEM, limits());
    // The printer's end: answers every question with "all is well" and every marker with "done".
    let mut line = std::fs::File::from(ends.master);
    std::thread::spawn(move || {
        let (mut seen, mut byte) = (Vec::new(), [0]);
        while line.read_exact(&mut byte).is_ok() {
            seen.push(byte[0]);
            let answer: &[u8] = match seen[..] {
                [.., 0x10, 0x04, 1..=4] => &[0x12],
                [.., 0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8] => &[0x37, 0x25, 0],
                [.., 0x1d, b'(', b'H', 6, 0, 48, 48, a, b, c, d] => &[0x37, 0x22, a, b, c, d, 0],
                _ => continue,
            };
            line.write_all(answer).unwrap();
        }
    });
    until(&handle, State::Ready).await;
    assert_eq!(handle.print(job(1)).await, Outcome::Printed);
    drop(ends.slave);
}

#[tokio::test]
async fn a_device_that_is_not_there_is_off() {
    for printer in [
        Printer::Usb { path: "/nonexistent/lp0".into() },
        Printer::Serial { path: "/nonexistent/ttyUSB0".into(), baud: 9_600 },
        Printer::Network { address: "no-such-printer.invalid:9100".to_owned() },
    ] {
        let handle = printer.start_with(None, Clock::SYSTEM, limits());
        assert_eq!(handle.print(job(1)).await, Outcome::NotSent(Reason::Off));
    }
}

#[tokio::test]
async fn a_terminal_without_a_printer_says_so_and_is_well() {
    let handle = Printer::None.start_with(None, Clock::SYSTEM, limits());
    until(&handle, State::Absent).await;
    assert_eq!(handle.print(job(1)).await, Outcome::NotSent(Reason::Absent));
    assert_eq!(*handle.state().borrow(), State::Absent);
}
