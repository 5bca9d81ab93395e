//! From a clerk's "next" to every display, to every other desk and to the citizen's phone, with as many streams as an
//! office may ever have, some of which nobody reads.

use crate::desks::Desks;
use crate::fan_out;
use crate::presses;
use anyhow::{Context, Result, ensure};
use chrono::{SubsecRound, TimeDelta};
use foyer_client::{Followed, Server};
use foyer_domain::Timestamp;
use foyer_protocol::lobby::{
    CallView, CheckInAnswer, CheckInReply, CheckInRequest, DeviceKind, DisplayEvent, Presented, TicketView,
};
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::{Clock, raise_open_files};
use foyer_tests::clerk::Clerk;
use foyer_tests::house::{BUSY_PLACES, House};
use foyer_tests::measure::{self, Durations};
use futures_util::StreamExt;
use std::collections::HashMap;
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::task::JoinSet;

const START: &str = "2026-11-23T08:00:00Z";
const DISPLAYS: usize = 200;
const PHONES: usize = 2_000;
const CALLS: usize = 100;
/// Streams of each kind that are opened and never read.
const DEAD: usize = 20;
/// Nothing may take longer.
pub const LIMIT: Duration = Duration::from_secs(30);

/// Something that was heard, and when.
pub struct Heard {
    what: What,
    /// When.
    pub at: Instant,
}

/// What a stream tells.
enum What {
    /// What is now; later ones of the same stream are not told.
    Begun,
    Called(Box<CallView>),
    /// The phone of this address is called.
    Phone(String),
}

/// Measures.
///
/// # Errors
/// A part does not do what it should.
pub async fn run() -> Result<()> {
    raise_open_files()?;
    let folder = tempfile::tempdir()?;
    let office = presses::office(folder.path())?;
    let house = House::open(folder.path(), &office, START.parse()?).await?;
    let clerks = clerks(&house).await?;
    let (_, kiosk) = house.enrol(DeviceKind::Kiosk, "Messung").await?;
    let tickets = tickets(&house, &kiosk).await?;
    let memory = |what: &str| -> Result<()> {
        let lobby = measure::resident_megabytes(house.lobby.program.id())?;
        let booking = measure::resident_megabytes(house.booking.program.id())?;
        println!("{what}: lobby {lobby:.1} MB, booking {booking:.1} MB resident");
        Ok(())
    };
    memory("before any stream")?;

    let (tell, mut heard) = mpsc::unbounded_channel();
    let (enrolled, display) = house.enrol(DeviceKind::Display, "Anzeigen der Messung").await?;
    let mut readers = JoinSet::new();
    displays(&display, DISPLAYS, &tell, &mut readers);
    let _dead = dead(&house, &enrolled.token)?;
    begun(&mut heard, DISPLAYS).await?;
    memory(&format!("with {DISPLAYS} displays and {DEAD} streams that nobody reads"))?;
    fan_out::run(folder.path(), &clerks, &mut heard, DISPLAYS).await?;

    let mut desks = Desks::open(&house).await?;
    memory(&format!("with {} desks, too", desks.count()))?;
    let (each, last) = desks.call().await?;
    println!("next → each of {} other desks: {}", desks.count() - 1, each.summary());
    println!("next → the last of them: {}", last.summary());
    desks.close().await;

    phones(&tickets, &tell, &mut readers)?;
    begun(&mut heard, PHONES).await?;
    memory(&format!("with {PHONES} phones, too"))?;
    let waiting = tickets.iter().filter_map(|ticket| Some((ticket.number.to_string(), phone(ticket)?)));
    let calls = call(&clerks, &mut heard, &waiting.collect(), DISPLAYS, CALLS).await?;
    println!("next → each of {DISPLAYS} displays: {}", calls.displays.summary());
    println!("next → the last of them: {}", calls.last.summary());
    println!("next → the phones of who was called, {PHONES} open: {}", calls.phones.summary());

    displays(&display, 2_000 - DISPLAYS, &tell, &mut readers);
    begun(&mut heard, 2_000 - DISPLAYS).await?;
    memory("with 2000 displays")?;
    Ok(())
}

/// Somebody at each of the three counters for what is booked.
async fn clerks(house: &House) -> Result<Vec<(Clerk, &'static str)>> {
    let mut clerks = Vec::new();
    for (name, counter) in [("anna", "1"), ("bernd", "2"), ("clara", "3")] {
        house.add_staff(name, "clerk")?;
        let clerk = Clerk::sign_in(house, name).await?;
        clerk.open(counter).await?;
        clerks.push((clerk, counter));
    }
    Ok(clerks)
}

/// More tickets than will be called.
async fn tickets(house: &House, kiosk: &Server) -> Result<Vec<TicketView>> {
    let start: Timestamp = START.parse()?;
    let mut tickets = Vec::new();
    for step in (1_i64..).take((fan_out::CALLS + CALLS + 100).div_ceil(BUSY_PLACES)) {
        let at = start + TimeDelta::minutes(5 * step);
        for _ in 0..BUSY_PLACES {
            let code = house.book("meldung", at).await?.check_in_code.context("a code")?;
            let seen_at = house.now().trunc_subsecs(0);
            let request = CheckInRequest { presented: Presented::Scan(code), seen_at, with: None };
            let reply: CheckInReply = kiosk.post("/check-ins", Nonce::random(), &request).await?;
            let CheckInAnswer::CheckedIn { ticket } = reply.answer else {
                anyhow::bail!("{:?}", reply.answer)
            };
            tickets.push(ticket);
        }
    }
    Ok(tickets)
}

/// Displays that tell each call.
pub fn displays(server: &Server, count: usize, tell: &UnboundedSender<Heard>, readers: &mut JoinSet<()>) {
    for _ in 0..count {
        let (server, tell) = (server.clone(), tell.clone());
        readers.spawn(async move {
            let mut events = server.follow::<DisplayEvent>("/stream", "display", None, Clock::SYSTEM);
            let mut has_begun = false;
            while let Some(followed) = events.next().await {
                let what = match followed {
                    Followed::Event { event: DisplayEvent::Called { call }, .. } => {
                        What::Called(Box::new(call))
                    }
                    Followed::Event { .. } if !has_begun => What::Begun,
                    _ => continue,
                };
                has_begun = true;
                if tell.send(Heard { what, at: Instant::now() }).is_err() {
                    return;
                }
            }
        });
    }
}

/// The page's own stream, of as many phones as there are; several follow the same ticket, as in a family.
fn phones(tickets: &[TicketView], tell: &UnboundedSender<Heard>, readers: &mut JoinSet<()>) -> Result<()> {
    let http = foyer_tests::http::follower()?;
    for ticket in tickets.iter().rev().cycle().take(PHONES) {
        let url = ticket.phone_url.as_ref().context("tickets carry the phone's address")?;
        let (http, tell) = (http.clone(), tell.clone());
        let (url, phone) = (format!("{url}/stream"), phone(ticket).context("an address")?);
        readers.spawn(async move {
            let Ok(response) = http.get(url).send().await else { return };
            let (mut bytes, mut has_begun) = (response.bytes_stream(), false);
            while let Some(Ok(part)) = bytes.next().await {
                let is_called = part.windows(8).any(|of| of == b"\"called\"");
                let what = match (has_begun, is_called) {
                    (false, _) => What::Begun,
                    (true, true) => What::Phone(phone.clone()),
                    (true, false) => continue,
                };
                has_begun = true;
                if tell.send(Heard { what, at: Instant::now() }).is_err() {
                    return;
                }
            }
        });
    }
    Ok(())
}

fn phone(ticket: &TicketView) -> Option<String> {
    Some(ticket.phone_url.as_ref()?.rsplit('/').next()?.to_owned())
}

/// Connections that ask for a stream and never read it.
fn dead(house: &House, token: &str) -> Result<Vec<TcpStream>> {
    let address = house.lobby.url.trim_start_matches("http://");
    let ask = || -> Result<TcpStream> {
        let mut stream = TcpStream::connect(address)?;
        let request = format!(
            "GET /api/v1/stream HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n\r\n"
        );
        std::io::Write::write_all(&mut stream, request.as_bytes())?;
        Ok(stream)
    };
    (0..DEAD).map(|_| ask()).collect()
}

/// Waits until so many streams have told what is now.
pub async fn begun(heard: &mut UnboundedReceiver<Heard>, count: usize) -> Result<()> {
    let mut left = count;
    while left > 0 {
        let next = tokio::time::timeout(LIMIT, heard.recv()).await;
        let next = next.with_context(|| format!("{left} of {count} streams do not begin"))?;
        left -= usize::from(matches!(next.context("readers run")?.what, What::Begun));
    }
    Ok(())
}

/// What calls took.
#[derive(Default)]
pub struct Calls {
    /// To each display.
    pub displays: Durations,
    /// To the last of the displays.
    pub last: Durations,
    phones: Durations,
    /// The calls themselves.
    pub made: Vec<CallView>,
}

/// Makes so many calls; each until all displays and all phones of who was called have heard it. `waiting` are the
/// phones by the ticket's number.
///
/// # Errors
/// Nobody waits any more, or somebody does not hear it.
pub async fn call(
    clerks: &[(Clerk, &'static str)],
    heard: &mut UnboundedReceiver<Heard>,
    waiting: &HashMap<String, String>,
    displays: usize,
    count: usize,
) -> Result<Calls> {
    let mut calls = Calls::default();
    let each = PHONES / waiting.len().max(1);
    for (clerk, counter) in clerks.iter().cycle().take(count) {
        let desk = clerk.desk(counter).await?;
        let pressed = Instant::now();
        let done = clerk.press_on(&desk, counter, "next", Nonce::random()).await?;
        let number = done.number().context("somebody waits")?;
        let phone = waiting.get(&number);
        let (mut left, mut phones) = (displays, if phone.is_some() { each } else { 0 });
        while left > 0 || phones > 0 {
            let next = tokio::time::timeout(LIMIT, heard.recv()).await;
            let next = next.with_context(|| format!("{left} displays, {phones} phones miss {number}"))?;
            let Heard { what, at } = next.context("readers run")?;
            let took = at.saturating_duration_since(pressed);
            match what {
                What::Called(call) if call.number.to_string() == number => {
                    left -= 1;
                    calls.displays.push(took);
                    if left == 0 {
                        calls.last.push(took);
                        calls.made.push(*call);
                    }
                }
                What::Phone(called) if Some(&called) == phone && phones > 0 => {
                    phones -= 1;
                    calls.phones.push(took);
                }
                What::Begun | What::Called(_) | What::Phone(_) => {}
            }
        }
        for what in ["start", "finish"] {
            ensure!(clerk.press(counter, what).await?.done(), "{what} at counter {counter}");
        }
    }
    Ok(calls)
}
