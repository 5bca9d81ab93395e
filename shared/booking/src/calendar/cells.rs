//! The cells of a calendar: five minutes each, in blocks in which the office takes appointments without a break.

use super::lanes::{self, Lanes};
use super::{Asker, start_of};
use chrono::{NaiveDate, Timelike};
use foyer_domain::Timestamp;
use foyer_domain::id::LaneId;
use foyer_domain::office::{Keep, LaneSpan, Office};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// Five minutes of an office; a bit for each lane.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cell {
    /// Who takes appointments.
    pub open: u64,
    /// Who is kept for staff.
    pub staff: u64,
    /// Who is kept for emergencies.
    pub emergency: u64,
    /// Who is taken, open or not.
    pub taken: u64,
    /// How many bookings stand in lanes that the plan no longer has.
    pub lost: u16,
    /// Whether an appointment may start here.
    pub on_grid: bool,
}

impl Cell {
    /// The lanes that somebody may have, taken or not.
    pub fn seen_by(&self, asker: Asker) -> u64 {
        self.open
            & !match asker {
                Asker::Public => self.staff | self.emergency,
                Asker::Staff => self.emergency,
                Asker::Emergency => 0,
            }
    }

    /// How many bookings of an earlier plan stand where no lane is open: each needs one of those that are.
    pub fn strays(&self) -> u32 {
        u32::from(self.lost) + (self.taken & !self.open).count_ones()
    }

    /// The lanes that somebody can have; none if so many are only enough for what stands elsewhere.
    pub fn free_for(&self, asker: Asker) -> u64 {
        let free = self.seen_by(asker) & !self.taken;
        // Almost everywhere; counting bits costs more than all the rest of a search.
        if self.lost == 0 && self.taken & !self.open == 0 {
            return free;
        }
        if free.count_ones() <= self.strays() { 0 } else { free }
    }
}

/// Consecutive slots with at least one open lane each.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// The first slot.
    pub first: i64,
    pub cells: Vec<Cell>,
    /// The lanes that each asker has in it without a release.
    regular: [u64; 3],
    /// The lanes that everybody has after a release.
    released: u64,
}

impl Block {
    /// The first slot after.
    pub fn end(&self) -> i64 {
        self.first + i64::try_from(self.cells.len()).unwrap_or_default()
    }

    fn place(&self, slot: i64) -> Option<usize> {
        usize::try_from(slot - self.first).ok().filter(|at| *at < self.cells.len())
    }

    /// The lanes that somebody has in it at some time without a release, and with one.
    pub fn seen_by(&self, asker: Asker) -> [u64; 2] {
        let regular = self.regular[asker as usize];
        [regular, regular | self.released]
    }

    /// Notes a stretch of the plan that lies in it.
    fn plan(&mut self, span: &LaneSpan, bit: u64) {
        let askers: &[Asker] = match span.keep {
            None => &[Asker::Public, Asker::Staff, Asker::Emergency],
            Some(Keep::Staff) => &[Asker::Staff, Asker::Emergency],
            Some(Keep::Emergency) => &[Asker::Emergency],
        };
        for asker in askers {
            self.regular[*asker as usize] |= bit;
        }
        self.released |= if span.release_at.is_some() { bit } else { 0 };
    }

    /// Some of its cells.
    pub fn span(&self, slots: &Range<i64>) -> Option<&[Cell]> {
        let from = usize::try_from(slots.start - self.first).ok()?;
        let to = usize::try_from(slots.end - self.first).ok()?;
        self.cells.get(from..to)
    }
}

/// What is there for everybody from a moment on.
#[derive(Debug, Clone)]
struct Released {
    at: Timestamp,
    slots: Range<i64>,
    lane: u64,
}

/// All slots that can be booked and who has them.
#[derive(Debug, Clone)]
pub struct Calendar {
    day: NaiveDate,
    pub(super) lanes: Arc<Lanes>,
    /// In order, with gaps.
    pub(super) blocks: Vec<Block>,
    /// The next one last.
    releases: Vec<Released>,
    /// Which slots are taken in lanes that the plan no longer has, so that one told twice counts once.
    lost: HashMap<LaneId, BTreeSet<i64>>,
}

impl Calendar {
    /// An empty one from `now`'s local day to the horizon.
    pub fn new(office: &Office, now: Timestamp) -> Self {
        let plan = lanes::plan(office, now);
        let lanes = Arc::new(Lanes::of(office, &plan));
        let mut open: Vec<Range<i64>> = plan.iter().map(lanes::slots_of).collect();
        open.retain(|slots| !slots.is_empty());
        open.sort_by_key(|slots| slots.start);
        let blocks = lanes::joined(open).into_iter().map(|slots| block(office, slots)).collect();
        let mut calendar =
            Self { day: office.day(now), lanes, blocks, releases: Vec::new(), lost: HashMap::new() };
        for span in plan {
            let slots = lanes::slots_of(&span);
            let Some(bit) = calendar.lanes.bit(&span.lane).map(|bit| 1u64 << bit) else { continue };
            if let Some(block) = calendar.block_at(slots.start) {
                calendar.blocks[block].plan(&span, bit);
            }
            calendar.change(&slots, |cell| cell.open |= bit);
            let keep = span.keep.filter(|_| span.release_at.is_none_or(|at| now < at));
            match keep {
                Some(Keep::Staff) => calendar.change(&slots, |cell| cell.staff |= bit),
                Some(Keep::Emergency) => calendar.change(&slots, |cell| cell.emergency |= bit),
                None => continue,
            }
            if let Some(at) = span.release_at {
                calendar.releases.push(Released { at, slots, lane: bit });
            }
        }
        calendar.releases.sort_by_key(|release| std::cmp::Reverse(release.at));
        calendar
    }

    /// The first local day in it.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// When something of it will be there for everybody that is kept back now: call [`Calendar::pass`] then.
    pub fn next_release(&self) -> Option<Timestamp> {
        self.releases.last().map(|release| release.at)
    }

    /// Releases what is kept back no longer at `now`.
    pub fn pass(&mut self, now: Timestamp) {
        while let Some(release) = self.releases.pop_if(|release| release.at <= now) {
            self.change(&release.slots, |cell| {
                cell.staff &= !release.lane;
                cell.emergency &= !release.lane;
            });
        }
    }

    /// Notes that a lane is taken or free again.
    pub fn mark(&mut self, slots: Range<i64>, lane: &LaneId, taken: bool) {
        match self.lanes.bit(lane) {
            Some(bit) => self.change(&slots, |cell| match taken {
                true => cell.taken |= 1 << bit,
                false => cell.taken &= !(1 << bit),
            }),
            None => self.mark_lost(slots, lane, taken),
        }
    }

    fn mark_lost(&mut self, slots: Range<i64>, lane: &LaneId, taken: bool) {
        for slot in slots {
            let known = self.lost.entry(lane.clone()).or_default();
            let is_news = if taken { known.insert(slot) } else { known.remove(&slot) };
            if is_news {
                self.change(&(slot..slot + 1), |cell| {
                    cell.lost = if taken { cell.lost.saturating_add(1) } else { cell.lost.saturating_sub(1) };
                });
            }
        }
    }

    fn change(&mut self, slots: &Range<i64>, change: impl Fn(&mut Cell)) {
        let from = self.blocks.partition_point(|block| block.end() <= slots.start);
        for block in self.blocks[from..].iter_mut().take_while(|block| block.first < slots.end) {
            let first = block.place(slots.start).unwrap_or(0);
            let last = block.place(slots.end).unwrap_or(block.cells.len());
            block.cells[first..last].iter_mut().for_each(&change);
        }
    }

    /// The same lanes for some slots, with nothing taken.
    pub fn empty_copy(&self, slots: Range<i64>) -> Self {
        let from = self.blocks.partition_point(|block| block.end() <= slots.start);
        let blocks = self.blocks[from..].iter().take_while(|block| block.first < slots.end);
        let part = |block: &Block| {
            let within = block.first.max(slots.start)..block.end().min(slots.end);
            let cells = block.span(&within).unwrap_or_default();
            let empty = cells.iter().map(|cell| Cell { taken: 0, lost: 0, ..*cell });
            Block { first: within.start, cells: empty.collect(), ..*block }
        };
        let blocks = blocks.map(part).collect();
        let (lanes, releases) = (Arc::clone(&self.lanes), self.releases.clone());
        Self { day: self.day, lanes, blocks, releases, lost: HashMap::new() }
    }

    /// The cells of some slots; none if the office does not take appointments in all of them.
    pub(super) fn span(&self, slots: &Range<i64>) -> Option<&[Cell]> {
        self.within(slots).map(|(_, cells)| cells)
    }

    /// The same with the hours that they lie in.
    pub(super) fn within(&self, slots: &Range<i64>) -> Option<(&Block, &[Cell])> {
        let block = &self.blocks[self.block_at(slots.start)?];
        block.span(slots).map(|cells| (block, cells))
    }

    /// The block that a slot lies in.
    fn block_at(&self, slot: i64) -> Option<usize> {
        let at = self.blocks.partition_point(|block| block.end() <= slot);
        self.blocks.get(at).is_some_and(|block| block.first <= slot).then_some(at)
    }
}

fn block(office: &Office, slots: Range<i64>) -> Block {
    let grid = u32::from(office.rules.grid_minutes.max(1));
    let cell = |slot| {
        let local = start_of(slot).with_timezone(&office.time_zone);
        Cell { on_grid: local.minute().is_multiple_of(grid), ..Cell::default() }
    };
    Block { first: slots.start, cells: slots.map(cell).collect(), regular: [0; 3], released: 0 }
}
