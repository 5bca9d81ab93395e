//! After a restore from a backup: the log does not know what was given since. Every area goes on with a letter that
//! nobody can have used, today and on the next open day, for which kiosks have leases already. What a kiosk leased
//! before stays its own: it alone gives those numbers, and its journal knows which.

use super::{Decision, Event, QueueState, Refusal};
use crate::Timestamp;
use std::collections::BTreeSet;

impl QueueState {
    pub(super) fn restored(&self, now: Timestamp) -> Result<Decision, Refusal> {
        let office = self.configured()?;
        let today = office.day(now);
        let known = self.facts.numbering.keys().copied().filter(|day| *day >= today);
        let days: BTreeSet<_> = known.chain([today]).chain(office.next_open_day(today)).collect();
        let mut events = Vec::new();
        for day in days {
            let mut numbering = self.facts.numbering.get(&day).cloned().unwrap_or_default();
            numbering.close_letters();
            events.push(Event::LettersClosed { day });
            for area in &office.areas {
                let letter = numbering.untouched(&office.areas).ok_or(Refusal::NoNumbers)?;
                numbering.take_letter(&area.id, letter);
                events.push(Event::LetterTaken { area: area.id.clone(), letter, day });
            }
        }
        Ok(Decision::done(events))
    }
}
