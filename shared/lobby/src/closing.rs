//! Who waits for nobody: whom no open counter serves, and who will not be done before closing.

use crate::lobby::Lobby;
use crate::notices::{Notice, NoticeKind};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::engine::{Command, QueueState};
use foyer_domain::id::VisitId;
use foyer_domain::visit::{Actor, Visit, VisitState};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

/// Whoever waits for so long although no counter calls is told to staff: no clerk is away from a desk for the time
/// of changing counters that long, and with the clock's tick it is within a minute.
const TOLD_AFTER: TimeDelta = TimeDelta::seconds(40);

/// After closing nobody comes back who has been gone for so long: whoever still waits is told so.
const GONE_FOR: TimeDelta = TimeDelta::minutes(5);

/// Who will not be done is asked at most this often: each time the day is played through.
const AT_MOST_EVERY: Duration = Duration::from_secs(1);

/// … and at least this often, because time alone changes it.
const AT_LEAST_EVERY: Duration = Duration::from_secs(20);

/// Who waits although no counter calls, as long as that lasts.
#[derive(Debug, Default)]
pub(crate) struct Unserved {
    since: BTreeMap<VisitId, Timestamp>,
    /// The numbers of whom staff were told.
    told: BTreeMap<VisitId, String>,
}

/// What is to be done about it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Due {
    /// Staff are told of these numbers.
    told: Vec<String>,
    /// Staff need not know of these any more.
    gone: Vec<String>,
    /// Nobody serves them today any more.
    in_vain: Vec<VisitId>,
}

impl Unserved {
    /// What staff were told before this program began.
    async fn recall(lobby: &Lobby) -> Self {
        let state = lobby.state();
        let notices = lobby.notices().list().await.unwrap_or_default();
        let known = notices.into_iter().filter(|notice| notice.kind == NoticeKind::NotServed);
        // A number comes again the next day; a notice of before the visit was another's.
        let of = |notice: &Notice| {
            let is_it =
                |visit: &&Visit| visit.number.spaced() == notice.subject && visit.arrived <= notice.at;
            state.visits().find(is_it).map(|visit| visit.id)
        };
        let (mut told, mut old) = (BTreeMap::new(), Vec::new());
        for notice in known {
            match of(&notice) {
                Some(visit) => drop(told.insert(visit, notice.subject)),
                None => old.push(notice.id),
            }
        }
        // Of a day that ended while no program ran.
        for notice in old {
            if let Err(error) = lobby.notices().dismiss(notice).await {
                tracing::warn!(error = &error as &dyn std::error::Error, "an old notice stays");
            }
        }
        Self { since: BTreeMap::new(), told }
    }

    /// Looks at the queue at a moment. Nothing happens while everything stands still, or before the office opens.
    fn look(&mut self, state: &QueueState, now: Timestamp) -> Due {
        // Whoever has left needs nobody, and a notice of yesterday goes with its day: before anything opens.
        let has_left = |visit: &VisitId| state.visit(*visit).is_none_or(|visit| !visit.state.is_open());
        let gone = self.told.iter().filter(|(visit, _)| has_left(visit));
        let gone: Vec<String> = gone.map(|(_, number)| number.clone()).collect();
        self.told.retain(|visit, _| !has_left(visit));
        let Some(office) = state.office().filter(|_| state.standstill().is_none()) else {
            // Waiting for nobody begins anew when it goes on.
            self.since.clear();
            return Due { gone, ..Due::default() };
        };
        let opens_later =
            office.opens_at(now).is_some_and(|at| at > now && office.day(at) == office.day(now));
        if opens_later {
            self.since.clear();
            return Due { gone, ..Due::default() };
        }
        let waiting: BTreeSet<VisitId> =
            state.unserved_needs(now).into_iter().map(|(visit, _)| visit).collect();
        let nobody = state.counters().all(|(_, open)| open.away.is_some());
        let put_aside = state.visits().filter(|visit| nobody && visit.state == VisitState::Parked);
        let parked: BTreeSet<VisitId> = put_aside.map(|visit| visit.id).collect();
        self.since.retain(|visit, _| waiting.contains(visit) || parked.contains(visit));
        for visit in waiting.iter().chain(&parked) {
            self.since.entry(*visit).or_insert(now);
        }
        let for_so_long =
            |visit: &VisitId, long| self.since.get(visit).is_some_and(|since| now - *since >= long);
        let unheard = waiting.iter().filter(|id| !self.told.contains_key(id) && for_so_long(id, TOLD_AFTER));
        let news: BTreeMap<VisitId, String> =
            unheard.filter_map(|id| Some((*id, state.visit(*id)?.number.spaced()))).collect();
        let closed = office.closes_at(now).is_some_and(|closes_at| now >= closes_at);
        let unknowing = |visit: &&VisitId| state.visit(**visit).is_some_and(|visit| visit.told.is_none());
        let in_vain =
            self.since.keys().filter(|visit| closed && for_so_long(visit, GONE_FOR)).filter(unknowing);
        let in_vain = in_vain.copied().collect();
        let served = self.told.iter().filter(|(visit, _)| !waiting.contains(visit));
        let gone = gone.into_iter().chain(served.map(|(_, number)| number.clone())).collect();
        let due = Due { told: news.values().cloned().collect(), gone, in_vain };
        self.told.retain(|visit, _| waiting.contains(visit));
        self.told.extend(news);
        due
    }
}

/// Watches who waits for nobody, with every tick of the lobby's clock.
#[derive(Debug, Default)]
pub(crate) struct Watched(Option<Unserved>);

impl Watched {
    /// Tells staff, takes back what they were told, and tells whoever waits in vain.
    pub(crate) async fn look(&mut self, lobby: &Lobby) {
        let mut unserved = match self.0.take() {
            Some(unserved) => unserved,
            None => Unserved::recall(lobby).await,
        };
        let (state, now) = (lobby.state(), lobby.clock().now());
        let due = unserved.look(&state, now);
        for number in due.told {
            lobby.notices().tell(NoticeKind::NotServed, &number, "").await;
        }
        for number in due.gone {
            lobby.notices().take_back(NoticeKind::NotServed, &number).await;
        }
        // All at once: every screen is told anew what it shows. Who has gone meanwhile is found by the next look.
        if !due.in_vain.is_empty()
            && let Err(error) = lobby.ask(Actor::System, None, Command::TellUnserved(due.in_vain)).await
        {
            tracing::debug!(%error, "the queue does not tell anybody");
        }
        self.0 = Some(unserved);
    }
}

/// Finds who will not be done before closing, for as long as the lobby runs.
pub(crate) async fn foresee(lobby: Lobby) {
    let shutdown = lobby.shutdown();
    let mut changes = lobby.changes();
    loop {
        let state = Arc::clone(&changes.borrow_and_update().state);
        let now = lobby.clock().now();
        // The simulation is arithmetic over the whole queue: not on a thread that serves requests.
        let foreseen = tokio::task::spawn_blocking(move || state.will_not_be_done(now)).await;
        if let Ok(foreseen) = foreseen {
            lobby.late_ones().send_if_modified(|known| {
                let changed = **known != foreseen;
                *known = Arc::new(foreseen);
                changed
            });
        }
        let next = async {
            tokio::time::sleep(AT_MOST_EVERY).await;
            // A timeout and a change mean the same: look again.
            let _ = tokio::time::timeout(AT_LEAST_EVERY, changes.changed()).await;
        };
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = next => {}
        }
    }
}

#[cfg(test)]
mod tests;
