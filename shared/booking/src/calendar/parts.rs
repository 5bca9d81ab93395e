//! What is wanted, and how it is cut into parts that one lane each can do.
//!
//! Services follow on each other in the order given, without a gap, each for its own minutes. What a single lane of those
//! hours can do is one part. Otherwise they are cut into the fewest parts that some lane can do each, the first as long
//! as possible. It is the plan of the very hours that counts, from one closing to the next: a lane that can do more on
//! another day costs nobody a time. A minute that two parts share a slot with is in both lanes.

use super::cells::{Block, Cell};
use super::{Asker, Calendar, SLOT_MINUTES};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Office;
use std::ops::Range;

/// A stretch of a booking that one lane does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// A bit for each lane that can do it.
    pub(super) able: u64,
    /// Its slots, counted from the booking's first.
    pub(super) slots: Range<usize>,
}

impl Part {
    /// The lanes that can do it and that somebody may have in all its slots, by what `of` says of each.
    pub(super) fn throughout(&self, cells: &[Cell], of: impl Fn(&Cell) -> u64) -> u64 {
        cells[self.slots.clone()].iter().fold(self.able, |all, cell| all & of(cell))
    }
}

/// What is looked for, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    pub(super) asker: Asker,
    /// Each service by itself, in the order given.
    pub(super) services: Vec<Part>,
}

impl Search {
    /// How many slots it touches.
    pub(super) fn length(&self) -> usize {
        self.services.last().map_or(0, |service| service.slots.end)
    }

    /// The parts in some hours; none if nobody there does some service.
    pub(super) fn parts(&self, block: &Block) -> Option<Vec<Part>> {
        let [regular, released] = block.seen_by(self.asker);
        self.cut(regular).or_else(|| self.cut(released))
    }

    /// The fewest parts each of which a lane among `usable` can do.
    ///
    /// What one lane can do it can do some of, too, so that taking as many services as possible each time is best.
    fn cut(&self, usable: u64) -> Option<Vec<Part>> {
        let mut parts: Vec<Part> = Vec::new();
        for service in &self.services {
            match parts.last_mut() {
                _ if usable & service.able == 0 => return None,
                Some(part) if usable & part.able & service.able != 0 => {
                    part.able &= service.able;
                    part.slots.end = service.slots.end;
                }
                Some(_) | None => parts.push(service.clone()),
            }
        }
        Some(parts)
    }
}

/// The slots in which one part ends and another begins.
pub(super) fn shared(parts: &[Part]) -> impl Iterator<Item = usize> {
    let borders = parts.windows(2).filter(|pair| pair[1].slots.start < pair[0].slots.end);
    borders.map(|pair| pair[1].slots.start)
}

impl Calendar {
    /// What `asker` looks for: these services, in `minutes` all in all. Minutes beyond or short of what the services
    /// take, as with an interpreter, are the longest one's.
    pub fn search(&self, office: &Office, wanted: &[ServiceChoice], minutes: u16, asker: Asker) -> Search {
        let of_one = |choice: &ServiceChoice| office.minutes_of(std::slice::from_ref(choice));
        let mut lengths: Vec<u32> = wanted.iter().map(of_one).collect();
        stretch_to(&mut lengths, minutes.into());
        let mut services = Vec::with_capacity(wanted.len());
        let mut from = 0;
        for (choice, minutes) in wanted.iter().zip(lengths) {
            let to = from + minutes;
            let slots = (from / u32::from(SLOT_MINUTES))..to.div_ceil(SLOT_MINUTES.into());
            let able = self.lanes.able(&choice.service);
            services.push(Part { able, slots: slots.start as usize..slots.end as usize });
            from = to;
        }
        Search { asker, services }
    }
}

/// Makes the services last `minutes` together, each at least one.
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
