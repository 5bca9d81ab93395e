//! What is wanted, cut into parts that one lane each can do.
//!
//! What a single lane of the plan can do is one part. Otherwise the services are cut, in the order given, into the
//! fewest parts that follow on each other so that some lane can do each; they follow without a gap, each for its own
//! minutes. A minute that two parts share a slot with is in both lanes.

use super::{Asker, Calendar, SLOT_MINUTES};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Office;
use std::ops::Range;

/// A stretch of a booking at one lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// A bit for each lane that can do it.
    pub(super) able: u64,
    /// Its slots, counted from the booking's first.
    pub(super) slots: Range<usize>,
}

/// What is looked for, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    pub(super) asker: Asker,
    pub(super) parts: Vec<Part>,
}

impl Search {
    /// How many lanes the booking needs one after another.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// How many slots it touches.
    pub(super) fn length(&self) -> usize {
        self.parts.last().map_or(0, |part| part.slots.end)
    }

    /// The slots in which one part ends and another begins, counted from the first, and how many parts each is in.
    pub(super) fn shared(&self) -> impl Iterator<Item = (usize, u32)> {
        let borders = self.parts.windows(2).filter(|pair| pair[1].slots.start < pair[0].slots.end);
        borders.map(|pair| {
            let slot = pair[1].slots.start;
            let within = self.parts.iter().filter(|part| part.slots.contains(&slot)).count();
            (slot, u32::try_from(within).unwrap_or(u32::MAX))
        })
    }
}

/// The fewest stretches of services each of which a lane among `usable` can do; none if some service has no lane.
fn cut(able: &[u64], usable: u64) -> Option<Vec<Range<usize>>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut together = 0;
    for (at, able) in able.iter().enumerate() {
        let alone = usable & able;
        if alone == 0 {
            return None;
        }
        match stretches.last_mut() {
            Some(stretch) if together & alone != 0 => {
                stretch.end = at + 1;
                together &= alone;
            }
            Some(_) | None => {
                stretches.push(at..at + 1);
                together = alone;
            }
        }
    }
    Some(stretches)
}

impl Calendar {
    /// What `asker` looks for: these services, in `minutes` all in all. Minutes beyond or short of what the services
    /// take, as with an interpreter, are the longest part's.
    pub fn search(&self, office: &Office, wanted: &[ServiceChoice], minutes: u16, asker: Asker) -> Search {
        let able: Vec<u64> = wanted.iter().map(|choice| self.lanes.able(&choice.service)).collect();
        let [regular, released] = self.lanes.seen_by(asker);
        let stretches = cut(&able, regular).or_else(|| cut(&able, released));
        // Without a lane for each service the search finds nothing.
        let stretches = stretches
            .filter(|stretches| !stretches.is_empty())
            .unwrap_or_else(|| std::iter::once(0..wanted.len()).collect());
        let mut lengths: Vec<u32> =
            stretches.iter().map(|stretch| office.minutes_of(&wanted[stretch.clone()])).collect();
        stretch_to(&mut lengths, minutes.into());
        let mut parts = Vec::with_capacity(stretches.len());
        let mut from = 0;
        for (stretch, minutes) in stretches.into_iter().zip(lengths) {
            let able = able[stretch].iter().fold(u64::MAX, |all, able| all & able);
            let to = from + minutes;
            let slots = (from / u32::from(SLOT_MINUTES))..to.div_ceil(SLOT_MINUTES.into());
            parts.push(Part { able, slots: slots.start as usize..slots.end as usize });
            from = to;
        }
        Search { asker, parts }
    }
}

/// Makes the parts last `minutes` together, each at least one.
fn stretch_to(lengths: &mut [u32], minutes: u32) {
    for length in lengths.iter_mut() {
        *length = (*length).max(1);
    }
    loop {
        let sum: u32 = lengths.iter().sum();
        let Some(longest) = lengths.iter_mut().rev().max() else { return };
        if sum <= minutes {
            *longest += minutes - sum;
            return;
        }
        let less = (sum - minutes).min(*longest - 1);
        if less == 0 {
            return;
        }
        *longest -= less;
    }
}
