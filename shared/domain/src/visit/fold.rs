//! What happens to a visit, with the times that belong to it.

use super::{Call, Mark, Visit, VisitState, Wishes};
use crate::Timestamp;
use crate::engine::Event;
use crate::id::CallId;
use crate::ticket::TicketNumber;

impl Visit {
    /// The visit that [`Event::VisitOpened`] opens; `None` for another event.
    pub(crate) fn opened(at: Timestamp, event: &Event) -> Option<Self> {
        let Event::VisitOpened {
            visit,
            number,
            booking,
            origin,
            services,
            area,
            start,
            arrived,
            estimate,
            expected,
            confirmed_by_presence: _,
        } = event
        else {
            return None;
        };
        Some(Self {
            id: *visit,
            number: *number,
            booking: *booking,
            origin: *origin,
            services: services.clone(),
            area: area.clone(),
            start: *start,
            arrived: *arrived,
            urgent: false,
            state: VisitState::Waiting,
            since: at,
            queued: *arrived,
            held: None,
            calls: 0,
            counted_at: None,
            call: None,
            counter: None,
            first_called: None,
            started: None,
            served_ms: 0,
            ended: None,
            estimate: *estimate,
            expected: *expected,
            aliases: Vec::new(),
            alone: false,
            marks: Vec::new(),
            party: None,
            wishes: Wishes::default(),
        })
    }

    /// A first call or a recall.
    pub(crate) fn be_called(&mut self, at: Timestamp, call: Call) {
        if self.state != VisitState::Called {
            self.enter(at, VisitState::Called);
        }
        self.first_called.get_or_insert(at);
        self.counter = Some(call.counter.clone());
        self.call = Some(call);
    }

    /// A terminal has shown a call. It counts now, if it can; a call that another has followed does not.
    pub(crate) fn acknowledge(&mut self, id: CallId, heard: bool) {
        let Some(call) = self.call.as_mut().filter(|call| call.id == id) else {
            return;
        };
        if call.counts && !call.acknowledged {
            self.calls = self.calls.saturating_add(1);
            self.counted_at = Some(call.at);
        }
        call.acknowledged = true;
        call.heard |= heard;
    }

    /// A kiosk that was alone gave it this number; where it has another already, calls name both.
    pub(crate) fn be_handed_over(&mut self, number: TicketNumber) {
        self.alone = true;
        if !self.has_number(number) {
            self.aliases.push(number);
        }
    }

    /// Reception should look at it.
    pub(crate) fn be_marked(&mut self, mark: Mark) {
        if !self.marks.contains(&mark) {
            self.marks.push(mark);
        }
    }

    /// Comes into another state, with the times that belong to it.
    pub(crate) fn enter(&mut self, at: Timestamp, state: VisitState) {
        if self.state == VisitState::Serving {
            let stretch = u64::try_from((at - self.since).num_milliseconds()).unwrap_or(0);
            self.served_ms = self.served_ms.saturating_add(stretch);
        }
        if state == VisitState::Serving {
            self.started.get_or_insert(at);
        }
        self.state = state;
        self.since = at;
        self.held = None;
        self.ended = (!state.is_open()).then_some(at);
    }

    /// Back after a no-show, with a key anew and calls at zero.
    pub(crate) fn come_back(&mut self, at: Timestamp, arrived: Timestamp) {
        self.enter(at, VisitState::Waiting);
        self.queued = arrived;
        self.calls = 0;
        self.counted_at = None;
        self.call = None;
        self.counter = None;
    }
}
