//! What the journeys share: an office, a terminal that the test speaks for, and moments.

use anyhow::{Context, Result, bail};
use chrono::{SubsecRound, TimeDelta};
use foyer_client::{Followed, Server};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_protocol::booking::{BookingView, CancelRequest};
use foyer_protocol::lobby::{
    Acknowledgement, CallView, CheckInAnswer, CheckInReply, CheckInRequest, DeviceKind, DisplayEvent,
    Presented, TicketAnswer, TicketReply, TicketView, WalkInRequest,
};
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::Clock;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::wait;
use futures_util::{Stream, StreamExt};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::pin::Pin;
use tempfile::TempDir;

/// A moment, as RFC 3339 says it.
pub fn at(text: &str) -> Timestamp {
    text.parse().expect("a moment in RFC 3339")
}

/// An office's file of the journeys.
pub fn office(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("offices").join(name)
}

/// An installation whose clock shows `start`.
pub async fn house(start: &str) -> Result<(TempDir, House)> {
    let folder = tempfile::tempdir()?;
    let house = House::open(folder.path(), &office("round-the-clock.toml"), at(start)).await?;
    Ok((folder, house))
}

/// The same with room for many, who may all check in hours before their time.
pub async fn busy_office(start: &str) -> Result<(TempDir, House)> {
    let folder = tempfile::tempdir()?;
    let office = foyer_tests::house::busy_office(folder.path())?;
    let house = House::open(folder.path(), &office, at(start)).await?;
    Ok((folder, house))
}

/// Does something at the booking server and waits until the lobby has it in its log. That log grows by other things
/// too; how far the feed is says which change it was.
pub async fn known_to_the_lobby<T>(house: &House, change: impl Future<Output = Result<T>>) -> Result<T> {
    let before = feed_written(house)?;
    let changed = change.await?;
    wait::for_value("the lobby to hear of a change", wait::LIMIT, || async {
        let written = feed_written(house)?;
        Ok((written > before && feed_taken(house)? >= Some(written)).then_some(()))
    })
    .await?;
    Ok(changed)
}

/// The last change in the booking server's feed.
fn feed_written(house: &House) -> Result<i64> {
    house.booked("select seq from feed where name = 'change'")
}

/// The last change of it that is in the lobby's log.
fn feed_taken(house: &House) -> Result<Option<i64>> {
    let lobby = read_only(&house.folder.join("foyer-lobby/lobby.db"))?;
    let cursor: Option<String> = lobby.query_row("select cursor from feed", [], |row| row.get(0))?;
    // "<database>-<change>"
    Ok(cursor.as_deref().and_then(|cursor| cursor.split_once('-')).and_then(|(_, seq)| seq.parse().ok()))
}

fn read_only(file: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(wait::LIMIT)?;
    Ok(connection)
}

/// Opens a page so shortly before a moment that one can wait for it; the moment. Where everything takes so long that it goes
/// by, the next one is taken, with more time before it.
pub async fn opens_before(
    house: &mut House,
    citizen: &Citizen<'_>,
    moments: impl Iterator<Item = Timestamp>,
    page: impl Fn(Timestamp) -> String,
) -> Result<Timestamp> {
    for (moment, seconds) in moments.zip([40, 70, 100]) {
        house.set_time(moment - TimeDelta::seconds(seconds)).await?;
        citizen.opens(&page(moment)).await?;
        if house.now() < moment - TimeDelta::seconds(15) {
            return Ok(moment);
        }
    }
    bail!("the machine is too slow")
}

/// Gives a booking up, as its owner does.
pub async fn cancels(house: &House, booking: &BookingView) -> Result<()> {
    let pin = booking.pin.clone().context("who has just booked has a PIN")?;
    let path = format!("/bookings/{}/cancel", booking.secret);
    let server = house.booking.server(None)?;
    let _: BookingView = server.post(&path, Nonce::random(), &CancelRequest { pin }).await?;
    Ok(())
}

/// A kiosk that the test speaks for.
pub struct Kiosk {
    /// Its link to the lobby.
    pub server: Server,
}

impl Kiosk {
    /// Enrols one.
    pub async fn enrol(house: &House) -> Result<Self> {
        let (_, server) = house.enrol(DeviceKind::Kiosk, "Terminal des Tests").await?;
        Ok(Self { server })
    }

    /// Holds a code before its camera at a moment.
    pub async fn scan(&self, code: &str, seen_at: Timestamp) -> Result<CheckInAnswer> {
        self.present(Nonce::random(), Presented::Scan(code.to_owned()), seen_at).await
    }

    /// Sends an attempt with a nonce of the test's choice.
    pub async fn present(&self, nonce: Nonce, presented: Presented, at: Timestamp) -> Result<CheckInAnswer> {
        let request = CheckInRequest { presented, seen_at: at.trunc_subsecs(0), with: None };
        let reply: CheckInReply = self.server.post("/check-ins", nonce, &request).await?;
        Ok(reply.answer)
    }

    /// Scans until the lobby has heard of the booking's present state, as `wanted` sees it.
    pub async fn scan_until(
        &self,
        house: &House,
        booking: &BookingView,
        wanted: impl Fn(&CheckInAnswer) -> bool,
    ) -> Result<CheckInAnswer> {
        let code = booking.check_in_code.as_deref().context("a confirmed booking has a code")?;
        let answer = wait::for_value("the lobby to hear of the booking", wait::LIMIT, || async {
            let answer = self.scan(code, house.now()).await?;
            Ok(Some(answer).filter(&wanted))
        });
        answer.await
    }
}

/// The ticket of an answer that has one.
pub fn ticket(answer: &CheckInAnswer) -> Result<&TicketView> {
    match answer {
        CheckInAnswer::CheckedIn { ticket }
        | CheckInAnswer::AlreadyCheckedIn { ticket }
        | CheckInAnswer::BackInQueue { ticket } => Ok(ticket),
        other => anyhow::bail!("no ticket but {other:?}"),
    }
}

impl Kiosk {
    /// Checks in with a booking's code, as soon as the lobby lets it.
    pub async fn check_in(&self, house: &House, booking: &BookingView) -> Result<TicketView> {
        let in_queue = |answer: &CheckInAnswer| matches!(answer, CheckInAnswer::CheckedIn { .. });
        Ok(ticket(&self.scan_until(house, booking, in_queue).await?)?.clone())
    }

    /// Takes a ticket without an appointment.
    pub async fn walk_in(&self, house: &House, service: &str) -> Result<TicketView> {
        let services = vec![ServiceChoice { service: service.into(), quantity: 1 }];
        let request =
            WalkInRequest { services, seen_at: house.now().trunc_subsecs(0), with: None, language: None };
        let reply: TicketReply = self.server.post("/walk-ins", Nonce::random(), &request).await?;
        match reply.answer {
            TicketAnswer::Opened { ticket } => Ok(ticket),
            other => anyhow::bail!("no ticket but {other:?}"),
        }
    }
}

/// Takes tickets without an appointment; their numbers, as pages show them but with common spaces.
pub async fn numbers_of(kiosk: &Kiosk, house: &House, services: &[&str]) -> Result<Vec<String>> {
    let mut numbers = Vec::new();
    for service in services {
        numbers.push(kiosk.walk_in(house, service).await?.number.spaced().replace('\u{202f}', " "));
    }
    Ok(numbers)
}

/// A display that the test speaks for.
pub struct Display {
    server: Server,
    events: Pin<Box<dyn Stream<Item = Followed<DisplayEvent>> + Send>>,
}

impl Display {
    /// Enrols one and follows the lobby.
    pub async fn enrol(house: &House, name: &str) -> Result<Self> {
        Self::enrol_for(house, name, &[]).await
    }

    /// The same for a display of these areas.
    pub async fn enrol_for(house: &House, name: &str, areas: &[&str]) -> Result<Self> {
        let code = house.device_code_for(DeviceKind::Display, name, areas)?;
        let (_, server) = house.enrol_by(DeviceKind::Display, code).await?;
        let events = server.follow("/stream", "display", None, Clock::SYSTEM);
        Ok(Self { server, events: Box::pin(events) })
    }

    /// The next event.
    pub async fn next(&mut self) -> Result<DisplayEvent> {
        let event = async {
            while let Some(followed) = self.events.next().await {
                if let Followed::Event { event, .. } = followed {
                    return Ok(event);
                }
            }
            anyhow::bail!("the stream has ended")
        };
        tokio::time::timeout(wait::LIMIT, event).await.context("no event")?
    }

    /// The next call.
    pub async fn next_call(&mut self) -> Result<CallView> {
        loop {
            if let DisplayEvent::Called { call } = self.next().await? {
                return Ok(call);
            }
        }
    }

    /// Says of every call that it was shown, until the lobby says nothing more.
    pub async fn show_all(mut self) -> Result<()> {
        loop {
            let call = self.next_call().await?;
            acknowledge(&self.server, &call, true).await?;
        }
    }

    /// Says that a call was shown.
    pub async fn acknowledge(&self, call: &CallView, heard: bool) -> Result<()> {
        acknowledge(&self.server, call, heard).await
    }
}

async fn acknowledge(server: &Server, call: &CallView, heard: bool) -> Result<()> {
    let path = format!("/calls/{}/acknowledgement", call.call.0);
    Ok(server.post(&path, Nonce::random(), &Acknowledgement { heard }).await?)
}
