//! What is chosen on a desk besides pressing its keys: to whom, what for, why, how it ended, what was done.

use super::lines::absent;
use super::press::missing;
use super::room::{Around, Other, Room, open_counters};
use crate::pages::words::Words;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{QueueState, Refusal, Transfer, WalkInRefusal};
use foyer_domain::id::{ChoiceId, CounterId, ServiceId, StaffId};
use foyer_domain::office::{ADMIT_REASONS, Choice, OUTCOMES, Office, PAUSE_REASONS, URGENT_REASONS};
use foyer_domain::visit::Bound;

/// Nobody needs more of one service.
const MOST: u8 = 9;

/// How long a break is, in minutes; it can be ended at any time.
const BREAKS: [u8; 6] = [5, 10, 15, 30, 45, 60];

fn length(minutes: u8, words: &Words) -> Chosen {
    let text = words.text_with("desk-minutes", "minutes", u16::from(minutes));
    Chosen { value: minutes.to_string(), text }
}

/// One of a list: what is sent and what is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pages) struct Chosen {
    /// What the form sends.
    pub value: String,
    /// What the clerk reads.
    pub text: String,
}

/// How often a service was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pages) struct Done {
    /// Its id.
    pub service: String,
    /// Its name.
    pub name: String,
    /// As often as it was asked for.
    pub quantity: u8,
}

impl Done {
    /// How often it can have been done.
    pub(super) fn quantities(&self) -> impl Iterator<Item = u8> {
        0..=MOST.max(self.quantity)
    }
}

/// All lists of a desk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::pages) struct Choices {
    /// Counters and people that somebody can be handed on to.
    pub targets: Vec<Chosen>,
    /// The other open counters alone.
    pub counters: Vec<Chosen>,
    /// What citizens come for.
    pub services: Vec<Chosen>,
    /// Why somebody is called first.
    pub reasons: Vec<Chosen>,
    /// Why a clerk makes a break.
    pub breaks: Vec<Chosen>,
    /// Why somebody is let in by hand.
    pub admits: Vec<Chosen>,
    /// How long, in minutes.
    pub lengths: Vec<Chosen>,
    /// How a visit ends.
    pub outcomes: Vec<Chosen>,
    /// What the visit at the counter is for.
    pub done: Vec<Done>,
}

impl Choices {
    /// What a desk offers.
    pub(super) fn of(room: &Room<'_>, words: &Words) -> Self {
        let here = room.visit.map(|visit| visit.services.as_slice()).unwrap_or_default();
        let done = here.iter().map(|choice| Done {
            service: choice.service.to_string(),
            name: words.services(room.around.office, &[ServiceChoice { quantity: 1, ..choice.clone() }]),
            quantity: choice.quantity,
        });
        Self { done: done.collect(), ..Self::with(&room.around, &room.elsewhere, words) }
    }

    /// What can be done from anywhere in the office.
    pub(in crate::pages) fn of_office(state: &QueueState, around: &Around<'_>, words: &Words) -> Self {
        Self::with(around, &open_counters(state, around.office, None, around.people), words)
    }

    fn with(around: &Around<'_>, open: &[Other<'_>], words: &Words) -> Self {
        let counters = open.iter().map(|other| Chosen {
            value: target(&Bound::Counter(other.counter.id.clone())),
            text: with_absence(words.own(&other.counter.name), other, around.office, words),
        });
        let counters: Vec<_> = counters.collect();
        let people = open.iter().map(|other| Chosen {
            value: target(&Bound::Staff(other.staff.clone())),
            text: with_absence(other.clerk, other, around.office, words),
        });
        let services = around.office.services.iter().map(|service| Chosen {
            value: service.id.to_string(),
            text: words.own(&service.name).to_owned(),
        });
        Self {
            targets: counters.iter().cloned().chain(people).collect(),
            counters,
            services: services.collect(),
            reasons: list(&around.office.urgent_reasons, &URGENT_REASONS, words),
            breaks: list(&around.office.pause_reasons, &PAUSE_REASONS, words),
            admits: list(&around.office.admit_reasons, &ADMIT_REASONS, words),
            lengths: BREAKS.map(|minutes| length(minutes, words)).into(),
            outcomes: list(&around.office.outcomes, &OUTCOMES, words),
            done: Vec::new(),
        }
    }
}

/// "Schalter 4, Mittagspause bis 12:30 Uhr": whoever is handed on there waits so long.
fn with_absence(name: &str, other: &Other<'_>, office: &Office, words: &Words) -> String {
    match absent(other.is_away, other.pause, office, words) {
        Some(absent) => format!("{name}, {absent}"),
        None => name.to_owned(),
    }
}

/// An office's own list, or the usual one.
fn list(own: &[Choice], usual: &[&str], words: &Words) -> Vec<Chosen> {
    if own.is_empty() {
        let usual = usual.iter().map(|id| Chosen {
            value: (*id).to_owned(),
            text: usual_text(id).map_or_else(|| (*id).to_owned(), |text| words.text(text)),
        });
        return usual.collect();
    }
    let own = own
        .iter()
        .map(|choice| Chosen { value: choice.id.to_string(), text: words.own(&choice.name).to_owned() });
    own.collect()
}

/// The words for what an office that has no list of its own offers.
fn usual_text(id: &str) -> Option<&'static str> {
    Some(match id {
        "deadline" => "desk-reason-deadline",
        "office-fault" => "desk-reason-office-fault",
        "cannot-wait" => "desk-reason-cannot-wait",
        "no-code" => "desk-admit-no-code",
        "delayed-by-us" => "desk-admit-delayed-by-us",
        "delayed-by-transport" => "desk-admit-delayed-by-transport",
        "goodwill" => "desk-admit-goodwill",
        "break" => "desk-break-break",
        "lunch" => "desk-break-lunch",
        "meeting" => "desk-break-meeting",
        "errand" => "desk-break-errand",
        "done" => "desk-outcome-done",
        "documents-missing" => "desk-outcome-documents-missing",
        "not-responsible" => "desk-outcome-not-responsible",
        "comes-again" => "desk-outcome-comes-again",
        _ => return None,
    })
}

/// A reason's name.
pub(super) fn reason(office: &Office, id: &ChoiceId, words: &Words) -> String {
    named(list(&office.urgent_reasons, &URGENT_REASONS, words), id)
}

/// The name of the reason for a break.
pub(super) fn pause_reason(office: &Office, id: &ChoiceId, words: &Words) -> String {
    named(list(&office.pause_reasons, &PAUSE_REASONS, words), id)
}

fn named(all: Vec<Chosen>, id: &ChoiceId) -> String {
    let known = all.into_iter().find(|choice| choice.value == id.as_str());
    known.map_or_else(|| id.to_string(), |choice| choice.text)
}

/// What a form sends for a counter or person.
fn target(to: &Bound) -> String {
    match to {
        Bound::Counter(id) => format!("counter:{id}"),
        Bound::Staff(id) => format!("staff:{id}"),
    }
}

/// The same read again; nothing means whoever offers the service.
pub(super) fn read_target(text: &str) -> Result<Option<Bound>, Refusal> {
    match text.split_once(':') {
        None if text.is_empty() => Ok(None),
        Some(("counter", id)) => Ok(Some(Bound::Counter(CounterId::from(id)))),
        Some(("staff", id)) => Ok(Some(Bound::Staff(StaffId::from(id)))),
        _ => Err(missing("counter", text.to_owned())),
    }
}

/// The one service that a form names; nothing means what the visit was for.
pub(in crate::pages) fn read_service(text: &str) -> Vec<ServiceChoice> {
    let named = (!text.is_empty()).then(|| ServiceChoice { service: ServiceId::from(text), quantity: 1 });
    named.into_iter().collect()
}

/// To whom and for what a form hands on somebody who came for these services. Named is what comes next, done is what
/// was done here; whatever else they came for stays to be done after that. Who came for one thing that was not done
/// came for something else, if something else is named.
pub(in crate::pages) fn read_transfer(
    (to, service, done): (&str, &str, &[String]),
    came_for: &[ServiceChoice],
) -> Result<Transfer, Refusal> {
    let (to, mut named, done) = (read_target(to)?, read_service(service), read_done(done)?);
    let is = |one: &ServiceChoice| {
        let id = one.service.clone();
        move |other: &&ServiceChoice| other.service == id
    };
    if let Some(named) = named.first_mut()
        && let Some(asked) = came_for.iter().find(is(named))
    {
        named.quantity = asked.quantity;
    }
    let is_left = |choice: &&ServiceChoice| !named.iter().chain(&done).any(|other| is(choice)(&other));
    let left: Vec<_> = came_for.iter().filter(is_left).cloned().collect();
    if named.is_empty() && done.is_empty() {
        return Ok(Transfer { to, services: named, done });
    }
    if named.is_empty() && left.is_empty() {
        return Err(Refusal::WalkIn(WalkInRefusal::NoService));
    }
    let came_for_else = !named.is_empty() && done.is_empty() && came_for.len() == 1;
    let services = if came_for_else { named } else { named.into_iter().chain(left).collect() };
    Ok(Transfer { to, services, done })
}

/// What was done, of fields such as `ausweis:2`; 0 says that it was not.
pub(super) fn read_done(fields: &[String]) -> Result<Vec<ServiceChoice>, Refusal> {
    let read = |field: &String| {
        let (service, quantity) = field.rsplit_once(':')?;
        Some(ServiceChoice { service: ServiceId::from(service), quantity: quantity.parse().ok()? })
    };
    let read = |field| read(field).ok_or_else(|| missing("service", field.clone()));
    fields.iter().map(read).collect()
}
