//! Days as nobody would think of them, held against what must always be so.

use super::*;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use std::collections::BTreeMap;

/// What can happen, in tenths of a second from the last.
#[derive(Debug, Clone)]
enum Step {
    Wait(u16),
    Call(u64),
    Recall(usize),
    Clear(usize),
    Withdraw(usize),
    /// The link is lost for so long; what happens meanwhile comes as a snapshot.
    Lose(Vec<Step>),
}

fn step() -> impl Strategy<Value = Step> {
    let leaf = prop_oneof![
        4 => (0u16..40).prop_map(Step::Wait),
        4 => (1u64..60).prop_map(Step::Call),
        2 => (0usize..8).prop_map(Step::Recall),
        2 => (0usize..8).prop_map(Step::Clear),
        1 => (0usize..8).prop_map(Step::Withdraw),
    ];
    leaf.prop_recursive(1, 8, 6, |inner| prop::collection::vec(inner, 0..6).prop_map(Step::Lose))
}

/// The lobby as it really is, and the wall that follows it.
struct World {
    wall: Wall,
    now: f64,
    linked: bool,
    next_call: u64,
    /// Visit → its standing call.
    truth: BTreeMap<u64, CallView>,
    /// Call → whether it stands still, or was replaced or ended before its turn.
    obliged: BTreeMap<u64, bool>,
    /// Who came, newest first; the lobby's snapshot has the newest [`RECENT`] of them.
    recent: Vec<CallView>,
    /// When each visit took the big place and was first fresh there.
    shown: Vec<(u64, f64)>,
    last_big: Option<(u64, bool)>,
    withdrawn: BTreeSet<u64>,
}

impl World {
    fn new() -> Self {
        Self {
            wall: Wall::untold(),
            now: 0.0,
            linked: true,
            next_call: 1,
            truth: BTreeMap::new(),
            obliged: BTreeMap::new(),
            recent: Vec::new(),
            shown: Vec::new(),
            last_big: None,
            withdrawn: BTreeSet::new(),
        }
    }

    fn send(&mut self, event: DisplayEvent) {
        if self.linked {
            self.wall.fold(self.now, event);
            self.invariant_picture();
        }
    }

    fn pass(&mut self, tenths: u16) {
        for _ in 0..tenths {
            self.now += 0.1;
            self.wall.pass(self.now);
            self.invariant_picture();
        }
    }

    fn call(&mut self, visit: u64) {
        let id = self.next_call;
        self.next_call += 1;
        let view = call(id, visit, at(self.now));
        self.recent.retain(|call| call.visit.0 != visit);
        if let Some(old) = self.truth.insert(visit, view.clone())
            && (!self.linked || self.wall.board.waits_for_turn(old.call))
        {
            // Its turn is that of the newer call.
            self.obliged.remove(&old.call.0);
        }
        self.obliged.insert(id, true);
        if self.linked {
            self.withdrawn.remove(&visit);
        }
        self.send(DisplayEvent::Called { call: view });
    }

    fn end(&mut self, index: usize, withdraw: bool) {
        let Some(visit) = self.truth.keys().nth(index).copied() else { return };
        let view = self.truth.remove(&visit).unwrap();
        for (id, obliged) in &mut self.obliged {
            if *id <= view.call.0 && call_visit(&self.wall, *id, visit) {
                *obliged = false;
            }
        }
        self.obliged.insert(view.call.0, false);
        if withdraw {
            self.withdrawn.insert(visit);
            self.send(DisplayEvent::Withdrawn { visit: view.visit, number: view.number, also: Vec::new() });
        } else {
            self.recent.insert(0, view.clone());
            self.recent.sort_by_key(|call| std::cmp::Reverse(call.call));
            self.send(DisplayEvent::Cleared { visit: view.visit });
        }
    }

    fn run(&mut self, step: Step) {
        match step {
            Step::Wait(tenths) => self.pass(tenths),
            Step::Call(visit) => self.call(visit),
            Step::Recall(index) => {
                if let Some(visit) = self.truth.keys().nth(index).copied() {
                    self.call(visit);
                }
            }
            Step::Clear(index) => self.end(index, false),
            Step::Withdraw(index) => self.end(index, true),
            Step::Lose(steps) => {
                self.linked = false;
                for step in steps {
                    self.run(step);
                }
                self.linked = true;
                // A wall cannot know of a call that began and ended while it was cut off: what was withdrawn before is
                // withdrawn to it, unless somebody stands again.
                self.withdrawn.retain(|visit| !self.truth.contains_key(visit));
                let standing = self.truth.values().cloned().collect();
                let snapshot = DisplaySnapshot {
                    standing,
                    recent: self.recent.iter().take(RECENT).cloned().collect(),
                    ..quiet(lobby_time(at(self.now)))
                };
                self.send(DisplayEvent::Snapshot { snapshot: Box::new(snapshot) });
            }
        }
    }

    fn invariant_picture(&mut self) {
        let picture = self.wall.picture(self.now);
        let mut visits: Vec<u64> = picture.rows.iter().map(|row| row.call.visit.0).collect();
        visits.extend(picture.big.as_ref().map(|big| big.shown.visit().0));
        let count = visits.len();
        visits.sort_unstable();
        visits.dedup();
        assert_eq!(visits.len(), count, "nobody is in the picture twice");
        assert!(picture.rows.len() <= ROWS);
        let newest_first = picture.rows.windows(2).all(|pair| {
            (pair[0].stands && !pair[1].stands)
                || (pair[0].stands == pair[1].stands && pair[0].call.call > pair[1].call.call)
        });
        assert!(newest_first, "standing calls first, each newest first");
        if self.linked {
            let real = picture.rows.iter().filter(|row| row.stands);
            for row in real {
                assert_eq!(self.truth.get(&row.call.visit.0), Some(&row.call), "what stands is true");
            }
        }
        let big = picture.big.map(|big| (big.shown.visit().0, big.fresh));
        if let Some((visit, true)) = big
            && big.map(|big| big.0) != self.last_big.map(|big| big.0)
        {
            let withdrawal = self.withdrawn.contains(&visit);
            if let Some((_, since)) = self.shown.last()
                && self.last_big.is_some_and(|last| last.1)
                && !withdrawal
            {
                let kept = self.now - since;
                assert!(kept > MINIMUM_IN_A_CROWD.as_secs_f64() - 0.001, "kept {kept} s only");
            }
            self.shown.push((visit, self.now));
            if self.linked && !withdrawal {
                assert!(self.truth.contains_key(&visit), "no stale number as news");
            }
        }
        self.last_big = big;
    }
}

/// Whether a call was of this visit, as far as the wall rang it.
fn call_visit(wall: &Wall, id: u64, visit: u64) -> bool {
    wall.board.turns.iter().any(|turn| turn.ring == Ring::Call(CallId(id)) && turn.call.visit.0 == visit)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn none_is_lost_and_none_rings_twice(steps in prop::collection::vec(step(), 1..60)) {
        let mut world = World::new();
        for step in steps {
            world.run(step);
        }
        // Long enough for all that wait.
        while world.wall.board.is_moving(at(world.now)) && world.now < 3600.0 {
            world.pass(10);
        }
        let rung = world.wall.rung();
        let unique: BTreeSet<u64> = rung.iter().copied().collect();
        prop_assert_eq!(unique.len(), rung.len(), "a call rings once");
        for (call, obliged) in &world.obliged {
            prop_assert!(!obliged || unique.contains(call), "call {} was never announced", call);
        }
        let standing: BTreeSet<u64> = world.truth.values().map(|call| call.call.0).collect();
        prop_assert!(standing.is_subset(&unique), "whoever stands was announced");
        let at_rest = !world.wall.board.is_moving(at(world.now));
        prop_assert!(at_rest, "it comes to rest");
    }

    #[test]
    fn all_of_a_burst_are_big_in_order(count in 1u64..12) {
        let mut wall = Wall::untold();
        for id in 1..=count {
            wall.fold(1.0, called(id, id, 1.0));
        }
        let mut order = Vec::new();
        for tenths in 10..900 {
            let seconds = f64::from(tenths) / 10.0;
            wall.pass(seconds);
            if let Some((visit, true)) = wall.big(seconds) && order.last() != Some(&visit) {
                order.push(visit);
            }
        }
        prop_assert_eq!(&order, &(1..=count).collect::<Vec<_>>());
        prop_assert_eq!(wall.rung(), order);
    }
}

/// Days as nobody would think of them, the same each time: for the story alone.
#[test]
fn whatever_happens() {
    let mut days = TestRunner::deterministic();
    let mut world = World::new();
    world.wall.story.get_mut().is_kept = true;
    for _ in 0..3 {
        let mut wall = world.wall;
        wall.board = Board::default();
        wall.tell(0.0, "start", Value::Null);
        wall.fold(0.0, snapshot(at(0.0), Vec::new()));
        world = World { wall, ..World::new() };
        let steps = prop::collection::vec(step(), 40..60).new_tree(&mut days).unwrap().current();
        for step in steps {
            world.run(step);
        }
    }
}
