//! What terminals are shown of the queue: tickets, calls, snapshots. Pure.

use crate::devices::Device;
use crate::house;
use crate::lobby::Published;
use crate::screens::Waits;
use foyer_domain::Timestamp;
use foyer_domain::engine::QueueState;
use foyer_domain::estimate::Span;
use foyer_domain::id::{AreaId, VisitId};
use foyer_domain::office::Localized;
use foyer_domain::visit::{Visit, VisitState};
use foyer_protocol::lobby::{
    Broadcast, CallView, DisplaySnapshot, House, KioskSnapshot, Opening, Slide, TicketView,
};
use foyer_protocol::program::Clock;

/// So many calls that no longer stand are shown.
const RECENT: usize = 12;

/// So many spans of opening hours a display knows ahead: a week, where each day has a break at noon …
const OPENINGS: usize = 14;
/// … and is looked for so far ahead: no office is closed for longer.
const OPENING_DAYS: usize = 30;

/// A ticket as screen and paper show it; `None` for a visit of an earlier day.
pub(crate) fn ticket(published: &Published, id: VisitId, now: Timestamp, fresh: bool) -> Option<TicketView> {
    let state = &*published.state;
    let visit = state.visit(id)?;
    let area = state.office().and_then(|office| office.area(&visit.area));
    let estimate = match visit.state {
        // What it was told when it was issued is what it is told again while nothing has changed.
        VisitState::Waiting if fresh => visit.estimate,
        VisitState::Waiting => state.forecast(now).of(id),
        _ => None,
    };
    Some(TicketView {
        visit: id,
        number: visit.number,
        also: visit.aliases.clone(),
        alone: false,
        together: state.companions(visit).map(|other| other.number).collect(),
        wishes: visit.wishes,
        state: visit.state,
        area: area_name(state, &visit.area),
        way: area.map(|area| area.way.clone()).unwrap_or_default(),
        direction: area.and_then(|area| area.direction),
        start: visit.start,
        services: named_services(state, visit),
        estimate,
        counter: counter_name(state, visit),
        phone_url: phone_url(published, id),
        issued_at: visit.arrived,
    })
}

/// The name of an area; its id if the office no longer has it.
pub(crate) fn area_name(state: &QueueState, id: &AreaId) -> Localized {
    let area = state.office().and_then(|office| office.area(id));
    area.map_or_else(|| Localized::german(id.as_str()), |area| area.name.clone())
}

/// The name of the counter where a visit is called or in service.
pub(crate) fn counter_name(state: &QueueState, visit: &Visit) -> Option<Localized> {
    if !matches!(visit.state, VisitState::Called | VisitState::Serving) {
        return None;
    }
    let id = visit.counter.as_ref()?;
    let counter = state.office().and_then(|office| office.counter(id));
    Some(counter.map_or_else(|| Localized::german(id.as_str()), |counter| counter.name.clone()))
}

fn named_services(state: &QueueState, visit: &Visit) -> Vec<Localized> {
    let Some(office) = state.office() else { return Vec::new() };
    let services = visit.services.iter().filter_map(|choice| office.service(&choice.service));
    services.filter(|service| service.named_on_ticket).map(|service| service.name.clone()).collect()
}

fn phone_url(published: &Published, id: VisitId) -> Option<String> {
    let url = published.state.office()?.public_url.as_ref()?;
    let secret = published.beside.secret(id)?;
    Some(format!("{}/t/{secret}", url.trim_end_matches('/')))
}

/// A visit's call as a display shows it; `None` if it was never called.
pub(crate) fn call(state: &QueueState, visit: &Visit) -> Option<CallView> {
    let call = visit.call.as_ref()?;
    let counter = state.office().and_then(|office| office.counter(&call.counter));
    Some(CallView {
        call: call.id,
        visit: visit.id,
        number: visit.number,
        also: visit.aliases.clone(),
        counter: counter
            .map_or_else(|| Localized::german(call.counter.as_str()), |counter| counter.name.clone()),
        way: counter.map(|counter| counter.way.clone()).unwrap_or_default(),
        direction: counter.and_then(|counter| counter.direction),
        area: counter.map_or_else(|| visit.area.clone(), |counter| counter.area.clone()),
        language: state.language_of(visit).map(str::to_owned),
        at: call.at,
    })
}

/// What a display shows beside the queue.
pub(crate) struct Beside {
    /// What is to be expected without an appointment.
    pub(crate) walk_in: Option<Span>,
    /// What everybody is told.
    pub(crate) broadcast: Option<Broadcast>,
    /// What is shown while nobody is called.
    pub(crate) slides: Vec<Slide>,
}

/// Everything that a display shows; `None` before the first configuration.
pub(crate) fn display(
    state: &QueueState,
    device: &Device,
    clock: Clock,
    beside: Beside,
) -> Option<DisplaySnapshot> {
    let office = state.office()?;
    let now = clock.now();
    let opening = office.openings(now, OPENINGS, OPENING_DAYS).into_iter();
    // Who watches the ticket's area or the counter's sees the call.
    let watched = |visit: &Visit, call: &CallView| {
        device.areas.is_empty() || device.areas.contains(&call.area) || device.areas.contains(&visit.area)
    };
    let view = |visit: &Visit| call(state, visit).filter(|call| watched(visit, call));
    let standing = state.standing().into_iter().filter_map(view).collect();
    let over = state.visits().filter(|visit| visit.state != VisitState::Called);
    let mut recent: Vec<CallView> = over.filter_map(view).collect();
    recent.sort_by_key(|call| std::cmp::Reverse((call.at, call.call)));
    recent.truncate(RECENT);
    Some(DisplaySnapshot {
        now,
        demo_clock: clock.is_demo(),
        device_name: device.name.clone(),
        office_name: office.name.clone(),
        time_zone: office.time_zone.name().to_owned(),
        accent: office.accent.clone(),
        areas: device.areas.clone(),
        area_names: device.areas.iter().map(|area| area_name(state, area)).collect(),
        opening: opening.map(|(from, to)| Opening { from, to }).collect(),
        slides: beside.slides,
        standing,
        recent,
        walk_in: beside.walk_in,
        house: house::house(state, beside.broadcast),
    })
}

/// Everything that a kiosk needs; `None` before the first configuration.
pub(crate) fn kiosk(
    state: &QueueState,
    device: &Device,
    clock: Clock,
    waits: Waits,
    list_key: String,
    broadcast: Option<Broadcast>,
) -> Option<KioskSnapshot> {
    let (office, staff_pauses) = house::with_pauses(state, state.office()?);
    Some(KioskSnapshot {
        now: clock.now(),
        demo_clock: clock.is_demo(),
        device_name: device.name.clone(),
        office,
        keys: state.city().keys.clone(),
        offices: state.city().offices.clone(),
        list_key,
        walk_in: waits.walk_in,
        services: waits.services,
        // Numbers are for displays.
        house: House { unserved: Vec::new(), ..house::house(state, broadcast) },
        outages: state.outages_over(),
        staff_pauses,
    })
}
