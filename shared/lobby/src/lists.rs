//! The day lists that kiosks keep to work alone: made, signed and pushed when something in them has changed.

use crate::devices::Device;
use crate::link::BookingLink;
use crate::lobby::{Lobby, LobbyError, Published};
use crate::screens::Waits;
use crate::secret;
use crate::views;
use chrono::NaiveDate;
use foyer_domain::Timestamp;
use foyer_domain::alone::Listed;
use foyer_domain::booking::Booking;
use foyer_domain::engine::{Command, QueueState, Refusal};
use foyer_domain::id::AreaId;
use foyer_domain::office::Office;
use foyer_domain::visit::Actor;
use foyer_protocol::lobby::DayList;
use std::time::Duration;

/// A change is told at once, the next ones not before this: a list of a large office has hundreds of kilobytes,
/// and kiosks write each to their disk.
const APART: Duration = Duration::from_secs(5);

/// Though nothing changes a list is made anew this often, so that its age says how old what it says is.
const ANEW: Duration = Duration::from_secs(300);

/// A lease has so many numbers, the least that the rules allow.
const LEASE: u16 = 200;

/// Tells kiosks' streams when to look for changes, for as long as the lobby runs.
pub(crate) async fn tell(lobby: Lobby) {
    let (shutdown, mut changes) = (lobby.shutdown(), lobby.changes());
    let mut broadcasts = lobby.broadcasts().changes();
    loop {
        tokio::select! {
            () = shutdown.cancelled() => return,
            // A timeout and a change mean the same: look again.
            _ = tokio::time::timeout(ANEW, changes.changed()) => {}
            _ = broadcasts.changed() => {}
        }
        lobby.lists().send_modify(|count| *count += 1);
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = tokio::time::sleep(APART) => {}
        }
    }
}

/// A kiosk's list as it is now, with numbers for both days; `None` before the first configuration.
pub(crate) async fn current(lobby: &Lobby, device: &Device) -> Option<DayList> {
    if let Err(error) = lease(lobby, device).await {
        // With the numbers that it has the kiosk can still work alone for a while.
        tracing::error!(device = %device.id, %error, "a kiosk got no numbers");
    }
    let now = lobby.clock().now();
    let bookings_as_of = match lobby.link().borrow().clone() {
        BookingLink::Connected => Some(now),
        BookingLink::Disconnected { since } | BookingLink::Refused { since, .. } => Some(since),
        BookingLink::NotLinked => None,
    };
    // What each service has to expect is of the moment; a list would only be made anew for it.
    let waits = Waits { services: Vec::new(), ..lobby.screens().waits() };
    let published = lobby.published();
    let snapshot = {
        let (clock, key, broadcast) = (lobby.clock(), lobby.list_key().public(), lobby.broadcasts().told());
        views::kiosk(&published.state, device, clock, waits, key, broadcast)?
    };
    let (today, next_open_day) = days(&snapshot.office, now);
    let leases = published.state.leases().iter();
    let mine = |day: NaiveDate| day == today || Some(day) == next_open_day;
    Some(DayList {
        bookings_as_of,
        today,
        next_open_day,
        bookings: listed(&published, &snapshot.office, mine),
        leases: leases.filter(|lease| lease.device == device.id && mine(lease.day)).cloned().collect(),
        interruptions: published.state.outages_over(),
        short_code_key: published.beside.short_code_key.as_ref().map(|key| secret::hex(key)),
        snapshot,
    })
}

/// Whether two lists say the same, whenever they were made.
pub(crate) fn say_the_same(one: &DayList, other: &DayList) -> bool {
    let mut one = one.clone();
    one.snapshot.now = other.snapshot.now;
    if one.bookings_as_of.is_some() && other.bookings_as_of.is_some() {
        one.bookings_as_of = other.bookings_as_of;
    }
    one == *other
}

/// Whether a list is so old that it is made anew though nothing in it has changed.
pub(crate) fn is_old(list: &DayList, now: Timestamp) -> bool {
    (now - list.snapshot.now).to_std().is_ok_and(|age| age >= ANEW)
}

/// Leases what the kiosk needs: durable here before any list has it.
async fn lease(lobby: &Lobby, device: &Device) -> Result<(), LobbyError> {
    let state = lobby.state();
    let Some(office) = state.office() else { return Ok(()) };
    for (day, area) in needed(&state, office, device, lobby.clock().now()) {
        let command = Command::Lease { device: device.id.clone(), day, area, count: LEASE };
        match lobby.ask(Actor::System, None, command).await {
            // All 23 letters are taken: there is nothing to lease, and staff see it by the kiosk's own numbers.
            Ok(_) | Err(LobbyError::Refused(Refusal::NoNumbers)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn needed(state: &QueueState, office: &Office, device: &Device, now: Timestamp) -> Vec<(NaiveDate, AreaId)> {
    let (today, next) = days(office, now);
    let areas = office.areas.iter().map(|area| &area.id);
    let both = [Some(today), next].into_iter().flatten();
    let all = both.flat_map(|day| areas.clone().map(move |area| (day, area.clone())));
    all.filter(|(day, area)| state.needs_lease(&device.id, *day, area)).collect()
}

fn days(office: &Office, now: Timestamp) -> (NaiveDate, Option<NaiveDate>) {
    let today = office.day(now);
    (today, office.next_open_day(today))
}

fn listed(published: &Published, office: &Office, of_day: impl Fn(NaiveDate) -> bool) -> Vec<Listed> {
    let (state, beside) = (&published.state, &published.beside);
    let mut bookings: Vec<&Booking> =
        state.bookings().filter(|booking| of_day(office.day(booking.start))).collect();
    bookings.sort_by_key(|booking| (booking.start, booking.id));
    let listed = |booking: &Booking| {
        let area = office.area_of(&booking.services)?.id.clone();
        let visit = state.visit_of(booking.id).map(|visit| (visit.state, visit.number));
        let hash = beside.short_code_hash(booking.id).map(|hash| secret::hex(hash));
        Some(Listed { booking: booking.clone(), area, visit, short_code_hash: hash })
    };
    bookings.into_iter().filter_map(listed).collect()
}
