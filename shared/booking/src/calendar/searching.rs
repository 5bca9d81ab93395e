//! Looking for free times and lanes.

use super::cells::{Block, Calendar, Cell};
use super::lanes::LaneSlots;
use super::parts::{Part, Search, shared};
use super::{Asker, SLOT_MINUTES, SLOT_SECONDS, slot_from, slot_of, start_of};
use foyer_domain::Timestamp;
use std::ops::{ControlFlow, Range};

impl Calendar {
    /// Whether the office offers this start at all, taken or not.
    pub fn offers(&self, start: Timestamp, search: &Search) -> bool {
        let is_full = start.timestamp().rem_euclid(SLOT_SECONDS) == 0 && start.timestamp_subsec_nanos() == 0;
        let Some((block, cells)) = self.cells_of(slot_of(start), search).filter(|_| is_full) else {
            return false;
        };
        let Some(parts) = search.parts(block) else { return false };
        let serves = |part: &Part| part.throughout(cells, |cell| cell.seen_by(search.asker)) != 0;
        cells.first().is_some_and(|cell| cell.on_grid) && parts.iter().all(serves)
    }

    /// The lanes that a booking from this slot on gets, in the order of its parts; none if there is not one free
    /// throughout for each part.
    ///
    /// What is kept for who asks goes first, then the lane that can do least, so that those who can do much stay free;
    /// then one that is taken right before or after, so that long bookings keep finding room; then the first.
    pub fn lanes(&self, start: i64, search: &Search) -> Option<Vec<LaneSlots>> {
        let (block, cells) = self.cells_of(start, search)?;
        let parts = search.parts(block).filter(|parts| has_room_at_borders(cells, search.asker, parts))?;
        let mut given: Vec<LaneSlots> = Vec::with_capacity(parts.len());
        for part in &parts {
            let bit = self.choose(start, &cells[part.slots.clone()], part, search.asker)?;
            let slots = start + offset(part.slots.start)..start + offset(part.slots.end);
            let lane = self.lanes.id(bit);
            match given.iter_mut().find(|earlier| earlier.lane == *lane && earlier.slots.end >= slots.start) {
                Some(earlier) => earlier.slots.end = slots.end,
                None => given.push(LaneSlots { lane: lane.clone(), slots }),
            }
        }
        Some(given)
    }

    fn choose(&self, start: i64, cells: &[Cell], part: &Part, asker: Asker) -> Option<u32> {
        let able = cells.iter().fold(part.able, |all, cell| all & cell.free_for(asker));
        let own = cells.iter().fold(0, |all, cell| {
            all | match asker {
                Asker::Public => 0,
                Asker::Staff => cell.staff,
                Asker::Emergency => cell.emergency,
            }
        });
        let among = |all: u64, better: u64| if all & better == 0 { all } else { all & better };
        let first = among(able, own);
        if first == 0 {
            return None;
        }
        let least = first & self.lanes.peers(first.trailing_zeros());
        let (before, after) = (offset(part.slots.start) - 1, offset(part.slots.end));
        let beside = self.taken(start + before) | self.taken(start + after);
        Some(among(least, beside).trailing_zeros())
    }

    fn taken(&self, slot: i64) -> u64 {
        self.span(&(slot..slot + 1)).map_or(0, |cells| cells[0].taken)
    }

    fn cells_of(&self, start: i64, search: &Search) -> Option<(&Block, &[Cell])> {
        self.within(&(start..start + offset(search.length())))
    }

    /// Free starts in `from..to`, earliest first, at most `most`.
    pub fn free_starts(&self, span: Range<Timestamp>, search: &Search, most: usize) -> Vec<Timestamp> {
        let mut found = Vec::new();
        self.visit(span, search, |slot| {
            found.push(start_of(slot));
            if found.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        found.truncate(most);
        found
    }

    /// How many free starts there are in `from..to`.
    pub fn count_free(&self, span: Range<Timestamp>, search: &Search) -> usize {
        let mut count = 0;
        self.visit(span, search, |_| {
            count += 1;
            ControlFlow::Continue(())
        });
        count
    }

    /// How many minutes are free in `from..to`, of all lanes that serve a part of it.
    pub fn free_minutes(&self, span: Range<Timestamp>, search: &Search) -> u64 {
        let within = slot_from(span.start)..slot_from(span.end);
        let able = search.services.iter().fold(0, |all, part| all | part.able);
        let free = |(slot, cell): (i64, &Cell)| {
            let free = if within.contains(&slot) { cell.free_for(search.asker) } else { 0 };
            // What stands in lanes that are not open takes the room of others.
            (free & able).count_ones().min(free.count_ones().saturating_sub(cell.strays()))
        };
        let of_block =
            |block: &Block| (block.first..).zip(&block.cells).map(free).map(u64::from).sum::<u64>();
        self.blocks.iter().map(of_block).sum::<u64>() * u64::from(SLOT_MINUTES)
    }

    /// Calls `found` with each slot in which the booking may start and finds its lanes, earliest first.
    fn visit(&self, span: Range<Timestamp>, search: &Search, mut found: impl FnMut(i64) -> ControlFlow<()>) {
        let (from, to) = (slot_from(span.start), slot_from(span.end));
        let first = self.blocks.partition_point(|block| block.end() <= from);
        let mut scratch = Scratch::default();
        for block in self.blocks[first..].iter().take_while(|block| block.first < to) {
            let end = to.saturating_add(offset(search.length())).min(block.end());
            let within = from.max(block.first)..end;
            if scratch.visit(block, within, to, search, &mut found).is_break() {
                return;
            }
        }
    }
}

fn offset(slots: usize) -> i64 {
    i64::try_from(slots).unwrap_or(i64::MAX)
}

/// Whether slots that are in several parts have a lane for each beside what stands in lanes that are not open.
fn has_room_at_borders(cells: &[Cell], asker: Asker, parts: &[Part]) -> bool {
    shared(parts).all(|slot| {
        let (cell, within) = (&cells[slot], parts.iter().filter(|part| part.slots.contains(&slot)).count());
        let needed = u32::try_from(within).unwrap_or(u32::MAX);
        cell.strays() == 0 || cell.free_for(asker).count_ones() >= cell.strays().saturating_add(needed)
    })
}

/// Words that are used again from block to block.
#[derive(Default)]
struct Scratch {
    free: Vec<u64>,
    throughout: Vec<u64>,
    fits: Vec<bool>,
}

impl Scratch {
    /// The starts of a block before `to`; `within` are the slots that they may use.
    fn visit(
        &mut self,
        block: &Block,
        within: Range<i64>,
        to: i64,
        search: &Search,
        found: &mut impl FnMut(i64) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let length = search.length();
        let Some(cells) = block.span(&within).filter(|cells| length > 0 && cells.len() >= length) else {
            return ControlFlow::Continue(());
        };
        let Some(parts) = search.parts(block) else { return ControlFlow::Continue(()) };
        self.free.clear();
        self.free.extend(cells.iter().map(|cell| cell.free_for(search.asker)));
        let starts = cells.len() - length + 1;
        self.fits.clear();
        self.fits.extend(cells[..starts].iter().map(|cell| cell.on_grid));
        for part in &parts {
            self.throughout.clear();
            self.throughout.extend_from_slice(&self.free[part.slots.start..]);
            keep_throughout(&mut self.throughout, part.slots.len());
            for (fits, lanes) in self.fits.iter_mut().zip(&self.throughout) {
                *fits &= lanes & part.able != 0;
            }
        }
        for (at, _) in self.fits.iter().enumerate().filter(|(_, fits)| **fits) {
            let slot = within.start + offset(at);
            if slot >= to {
                break;
            }
            if has_room_at_borders(&cells[at..at + length], search.asker, &parts) {
                found(slot)?;
            }
        }
        ControlFlow::Continue(())
    }
}

/// Makes each word what it and the `length - 1` after it have in common; the last ones, which have not so many after
/// them, are left as they come. Doubles the length that is looked at, so that a long booking costs little more.
fn keep_throughout(words: &mut [u64], length: usize) {
    let mut looked_at = 1;
    while looked_at < length {
        let further = looked_at.min(length - looked_at);
        let last = words.len().saturating_sub(further);
        for at in 0..last {
            words[at] &= words[at + further];
        }
        looked_at += further;
    }
}
