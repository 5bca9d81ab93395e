//! Who waits, as one desk shows it: a few lines, and how many wait besides. Thousands may wait, and each desk is
//! computed anew with every press at any of them: so the queue's tickets are gone through once, and visits are looked
//! up for the lines alone.

use foyer_domain::Timestamp;
use foyer_domain::id::VisitId;
use foyer_domain::queue::{Need, Skills, Ticket, Timing};
use foyer_domain::visit::Visit;

/// More lines than this are not read; the rest is a number, and found by searching.
pub(super) const LINES: usize = 40;

/// Who waits, as one desk shows it.
#[derive(Debug, Clone, Default)]
pub(super) struct Waiting<'a> {
    /// The first who wait for this counter, in calling order.
    pub lines: Vec<&'a Visit>,
    /// How many wait for this counter besides.
    pub more: usize,
    /// How many wait for other counters.
    pub others: usize,
    /// The next moment at which the order of all who wait may change although nothing happens.
    pub changes_at: Option<Timestamp>,
}

/// Whom a counter may call.
#[derive(Debug)]
pub(super) struct Calls<'a> {
    /// What it can do.
    pub skills: &'a Skills,
    /// Who was handed on to it or its clerk.
    pub mine: &'a [VisitId],
    /// Who was handed on to somebody else who is there.
    pub others: &'a [VisitId],
}

impl Calls<'_> {
    /// Whether this counter may call somebody: who was handed on to it or its clerk, and whom nobody else keeps and
    /// whose next service it offers. While the service is not known yet, it may.
    fn may(&self, ticket: &Ticket) -> bool {
        let is_in = |list: &[VisitId]| ticket.visit.is_some_and(|visit| list.contains(&visit));
        let may_all = ticket.need == Need::Any || is_in(self.mine);
        may_all || (self.skills.serve(ticket.need) && !is_in(self.others))
    }
}

impl<'a> Waiting<'a> {
    /// Who waits for this counter behind the lines that its desk shows, in calling order.
    pub(super) fn behind<'t>(
        tickets: impl Iterator<Item = &'t Ticket>,
        calls: &Calls<'_>,
        visit: impl Fn(VisitId) -> Option<&'a Visit>,
    ) -> impl Iterator<Item = &'a Visit> {
        let own = tickets.filter(|ticket| calls.may(ticket));
        own.skip(LINES).filter_map(move |ticket| ticket.visit.and_then(&visit))
    }

    /// Of tickets in calling order at a moment.
    pub(super) fn of<'t>(
        tickets: impl Iterator<Item = &'t Ticket>,
        calls: &Calls<'_>,
        (timing, now): (&Timing, Timestamp),
        visit: impl Fn(VisitId) -> Option<&'a Visit>,
    ) -> Self {
        let mut waiting = Self::default();
        for ticket in tickets {
            let changes_at = ticket.changes_at(now, timing);
            waiting.changes_at = waiting.changes_at.into_iter().chain(changes_at).min();
            match (calls.may(ticket), waiting.lines.len() < LINES) {
                (true, true) => waiting.lines.extend(ticket.visit.and_then(&visit)),
                (true, false) => waiting.more += 1,
                (false, _) => waiting.others += 1,
            }
        }
        waiting
    }
}
