//! What a supervisor does for the whole house: stop everything, tickets without an appointment, a notice to everybody,
//! counters of clerks who have gone; and who will not be done before closing.

mod press;

pub(in crate::pages) use press::press;

use crate::house::waits_in_vain;
use crate::lobby::Lobby;
use crate::pages::desk::{Chosen, hidden_fields};
use crate::pages::house::{interrupted, scope_name, text};
use crate::pages::troubles;
use crate::pages::words::Words;
use foyer_domain::engine::{IntakePause, IntakeScope, QueueState};
use foyer_domain::id::VisitId;
use foyer_domain::visit::Visit;
use foyer_text::Value;

/// Where its forms go.
const PATH: &str = "/room/house";

/// How long everybody is told something, in minutes.
const LENGTHS: [u16; 6] = [15, 30, 60, 120, 240, 480];

/// What the part of the page shows that is about the whole house.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct House {
    /// Everything stands still since then.
    pub interrupted: Option<String>,
    /// What screens can say.
    pub texts: Vec<Chosen>,
    /// For whom there are no tickets.
    pub paused: Vec<Chosen>,
    /// For whom there are, and could be none.
    pub scopes: Vec<Chosen>,
    /// What everybody is told.
    pub told: Option<String>,
    /// For how long.
    pub lengths: Vec<Chosen>,
    /// Terminals in trouble, each with what is known of the reason: as it is read, and as a screen reader says it.
    pub troubles: Vec<(String, String)>,
    /// Who will not be done before closing.
    pub late: Option<String>,
    /// Who knows that nobody serves them any more.
    pub in_vain: Option<String>,
    /// The counters that are open, with who sits there.
    pub open: Vec<Chosen>,
    /// The counters that are free.
    pub free: Vec<Chosen>,
    /// Who sits at no counter.
    pub people: Vec<Chosen>,
}

impl House {
    /// Whether something stands of which everybody at this page must know: it is shown above all else.
    pub(super) fn stands(&self) -> bool {
        let stands = [self.interrupted.is_some(), self.told.is_some(), self.late.is_some()];
        stands.contains(&true) || !self.paused.is_empty() || !self.troubles.is_empty()
    }

    /// The house as it is now.
    pub(super) fn of(lobby: &Lobby, words: &Words) -> Self {
        let (state, people) = (lobby.state(), lobby.staff().names());
        let late = lobby.late_ones().borrow().clone();
        let told = lobby.broadcasts().told().map(|broadcast| {
            let time = words.time(broadcast.until);
            let of = [("time", Value::from(time)), ("text", Value::from(broadcast.text))];
            words.texts("desk-house-told", &of)
        });
        let lengths = LENGTHS.iter().map(|minutes| length(*minutes, words)).collect();
        let free = |id: &&_| state.counters().all(|(_, open)| open.staff != **id);
        let people = people.iter().filter(|(id, _)| free(id)).map(|(id, name)| chosen(id.as_str(), name));
        let troubles = troubles::all(&lobby.troubles().now(), lobby.clock().now(), words);
        Self { told, lengths, troubles, people: people.collect(), ..Self::of_queue(&state, &late, words) }
    }

    /// What the queue says of it.
    pub(super) fn of_queue(state: &QueueState, late: &[VisitId], words: &Words) -> Self {
        let Some(office) = state.office() else { return Self::default() };
        let is_paused = |scope: &IntakeScope| state.intake_pauses().iter().any(|pause| pause.scope == *scope);
        let areas = office.areas.iter().map(|area| IntakeScope::Area(area.id.clone()));
        let offered = office.services.iter().filter(|service| service.walk_in);
        let services = offered.map(|service| IntakeScope::Service(service.id.clone()));
        let scopes = [IntakeScope::Office].into_iter().chain(areas).chain(services);
        let numbers = |visits: &mut dyn Iterator<Item = &Visit>| {
            let numbers: Vec<String> = visits.map(|visit| visit.number.spaced()).collect();
            (!numbers.is_empty()).then(|| numbers.join(", "))
        };
        let in_vain = numbers(&mut state.visits().filter(|visit| waits_in_vain(visit)));
        let (open, free): (Vec<_>, Vec<_>) =
            office.counters.iter().partition(|counter| state.counter(&counter.id).is_some());
        let counters = |of: Vec<&foyer_domain::office::Counter>| {
            of.into_iter().map(|counter| chosen(counter.id.as_str(), words.own(&counter.name))).collect()
        };
        Self {
            interrupted: interrupted(state, words),
            texts: office
                .texts
                .iter()
                .map(|choice| chosen(choice.id.as_str(), words.own(&choice.name)))
                .collect(),
            paused: state.intake_pauses().iter().map(|pause| paused(state, pause, words)).collect(),
            scopes: scopes
                .filter(|scope| !is_paused(scope))
                .map(|scope| chosen(&scope_value(&scope), &scope_name(state, &scope, words)))
                .collect(),
            late: numbers(&mut late.iter().filter_map(|id| state.visit(*id))),
            in_vain: in_vain.map(|numbers| words.text_with("desk-house-late-told", "numbers", numbers)),
            open: counters(open),
            free: counters(free),
            ..Self::default()
        }
    }

    /// What a screen reader says of terminals when that changes: no reasons, which may change by the minute.
    pub(super) fn spoken(&self) -> String {
        self.troubles.iter().map(|(_, spoken)| spoken.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The hidden fields of a form.
    pub(super) fn fields(&self, what: &str) -> String {
        hidden_fields(what, "")
    }

    /// Where its forms go.
    pub(super) fn path(&self) -> &'static str {
        PATH
    }
}

fn chosen(value: &str, text: &str) -> Chosen {
    Chosen { value: value.to_owned(), text: text.to_owned() }
}

fn length(minutes: u16, words: &Words) -> Chosen {
    chosen(&minutes.to_string(), &words.text_with("desk-minutes", "minutes", minutes))
}

/// "Wartebereich 1: Heute leider voll."
fn paused(state: &QueueState, pause: &IntakePause, words: &Words) -> Chosen {
    let name = scope_name(state, &pause.scope, words);
    let said = pause.text.as_ref().and_then(|id| text(state, id, words));
    let shown = said.map_or_else(|| name.clone(), |said| format!("{name}: {said}"));
    chosen(&scope_value(&pause.scope), &shown)
}

/// What a form sends: `office`, `area:eg`, `service:ausweis`.
fn scope_value(scope: &IntakeScope) -> String {
    match scope {
        IntakeScope::Office => "office".to_owned(),
        IntakeScope::Area(id) => format!("area:{id}"),
        IntakeScope::Service(id) => format!("service:{id}"),
    }
}

/// The same read again.
fn read_scope(value: &str) -> Option<IntakeScope> {
    match value.split_once(':') {
        None if value == "office" => Some(IntakeScope::Office),
        Some(("area", id)) => Some(IntakeScope::Area(id.into())),
        Some(("service", id)) => Some(IntakeScope::Service(id.into())),
        _ => None,
    }
}
