//! Times at which several can come at once.

use super::catalog::{OfficeState, Wanted};
use crate::calendar::{self, LaneSlots};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use std::ops::Range;

impl OfficeState {
    /// The times at which `count` appointments find room, each beginning at most `within` after the first; earliest
    /// first, each as the starts of its appointments. What is booked after that is given the same lanes.
    pub fn crowd_starts(
        &self,
        wanted: Wanted<'_>,
        span: Range<Timestamp>,
        (count, within): (usize, TimeDelta),
        now: Timestamp,
    ) -> Vec<Vec<Timestamp>> {
        let bookable = calendar::bookable(&self.office, now, wanted.asker);
        let mut calendar = self.copy(now);
        let search = calendar.search(&self.office, wanted.services, wanted.minutes, wanted.asker);
        let (from, to) = (span.start.max(bookable.start), span.end.min(bookable.end));
        let starts = calendar.free_starts(from..to, &search, usize::MAX);
        let mut found = Vec::new();
        for (at, first) in starts.iter().enumerate() {
            let mut taken: Vec<LaneSlots> = Vec::new();
            let mut crowd = Vec::new();
            for start in starts[at..].iter().take_while(|start| **start - *first <= within) {
                while crowd.len() < count {
                    let Some(lanes) = calendar.lanes(calendar::slot_of(*start), &search) else { break };
                    for one in &lanes {
                        calendar.mark(one.slots.clone(), &one.lane, true);
                    }
                    taken.extend(lanes);
                    crowd.push(*start);
                }
            }
            for one in taken {
                calendar.mark(one.slots, &one.lane, false);
            }
            if crowd.len() == count {
                found.push(crowd);
            }
        }
        found
    }
}
