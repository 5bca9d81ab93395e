//! Tickets in the order in which they come, read only as far as somebody looks.

use super::Ticket;
use std::fmt;

/// A ticket and its place in a lane.
pub(super) type Found = (usize, Ticket);

pub(super) struct Lane<'a> {
    /// What was read so far; `None` where somebody was taken out.
    read: Vec<Option<Ticket>>,
    /// All places before this one are empty.
    front: usize,
    rest: Box<dyn Iterator<Item = Ticket> + 'a>,
    /// No more than so many are ever read.
    depth: usize,
}

impl fmt::Debug for Lane<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lane").field("read", &self.read).finish_non_exhaustive()
    }
}

impl<'a> Lane<'a> {
    pub fn of(tickets: impl Iterator<Item = Ticket> + 'a, depth: usize) -> Self {
        Self { read: Vec::new(), front: 0, rest: Box::new(tickets), depth }
    }

    /// The first ticket at a place or behind it.
    fn at_or_behind(&mut self, place: usize) -> Option<Found> {
        let mut place = place.max(self.front);
        loop {
            if place == self.read.len() {
                let next = self.rest.next().filter(|_| place < self.depth)?;
                self.read.push(Some(next));
            }
            if let Some(ticket) = self.read[place] {
                return Some((place, ticket));
            }
            place += 1;
        }
    }

    /// The first ticket that fits, from a place on and while the tickets go on; and where they stopped.
    pub fn first(
        &mut self,
        from: usize,
        goes_on: impl Fn(&Ticket) -> bool,
        fits: impl Fn(&Ticket) -> bool,
    ) -> (Option<Found>, usize) {
        let mut place = from;
        while let Some((found, ticket)) = self.at_or_behind(place).filter(|(_, ticket)| goes_on(ticket)) {
            if fits(&ticket) {
                return (Some((found, ticket)), found);
            }
            place = found + 1;
        }
        (None, place)
    }

    /// Of all tickets that fit the one that is least by `order`.
    pub fn least<O: Ord>(
        &mut self,
        fits: impl Fn(&Ticket) -> bool,
        order: impl Fn(&Ticket) -> O,
    ) -> Option<Found> {
        let mut place = 0;
        let all = std::iter::from_fn(|| {
            let found = self.at_or_behind(place)?;
            place = found.0 + 1;
            Some(found)
        });
        all.filter(|(_, ticket)| fits(ticket)).min_by_key(|(_, ticket)| order(ticket))
    }

    pub fn take(&mut self, place: usize) {
        self.read[place] = None;
        while self.read.get(self.front).is_some_and(Option::is_none) {
            self.front += 1;
        }
    }

    /// Somebody stands first, whatever the order: for a lane whose order does not matter.
    pub fn join(&mut self, ticket: Ticket) {
        self.read.push(Some(ticket));
    }
}
