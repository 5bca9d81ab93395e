//! A board that a test plays with, and the story that this makes.

use super::*;
use expect_test::expect_file;
use serde_json::{Value, json};
use std::cell::RefCell;

/// A board that runs, and what it rang. What is told to it, and what it answers, is a story: one file for each test in
/// `tests/board`. The display in a browser is held to the same stories.
pub(super) struct Wall {
    pub(super) board: Board,
    pub(super) rings: Vec<(f64, Ring)>,
    /// Whether each sound is heard to its end at once.
    pub(super) hears: bool,
    /// The call whose counter has so long a name that it takes two rows; 0 for none.
    pub(super) wide: u64,
    pub(super) story: RefCell<Story>,
}

#[derive(Default)]
pub(super) struct Story {
    pub(super) is_kept: bool,
    steps: Vec<Value>,
    /// The picture that was looked at last.
    picture: Value,
}

impl Drop for Wall {
    fn drop(&mut self) {
        let story = self.story.get_mut();
        if !story.is_kept || std::thread::panicking() {
            return;
        }
        let thread = std::thread::current();
        let name =
            thread.name().and_then(|name| name.rsplit("::").next()).expect("a test runs on a named thread");
        let lines: String = story.steps.iter().map(|step| format!("{step}\n")).collect();
        expect_file![format!("{}/tests/board/{name}.jsonl", env!("CARGO_MANIFEST_DIR"))].assert_eq(&lines);
    }
}

impl Wall {
    /// One that knows nothing, and whose story is kept.
    pub(super) fn unstarted() -> Self {
        let story = Story { is_kept: true, ..Story::default() };
        Self { board: Board::default(), rings: Vec::new(), hears: true, wide: 0, story: RefCell::new(story) }
    }

    pub(super) fn started() -> Self {
        let mut wall = Self::unstarted();
        wall.fold(0.0, snapshot(at(0.0), Vec::new()));
        wall
    }

    /// One whose story is not kept.
    pub(super) fn untold() -> Self {
        let mut wall = Self::unstarted();
        wall.story.get_mut().is_kept = false;
        wall.fold(0.0, snapshot(at(0.0), Vec::new()));
        wall
    }

    pub(super) fn tell(&self, seconds: f64, what: &str, told: Value) {
        let mut story = self.story.borrow_mut();
        if story.is_kept {
            story.steps.push(json!({ "at": millis(seconds), what: told }));
        }
    }

    pub(super) fn fold(&mut self, seconds: f64, event: DisplayEvent) {
        self.take(seconds, event);
        self.pass(seconds);
    }

    /// Takes an event in and lets no time pass.
    pub(super) fn take(&mut self, seconds: f64, event: DisplayEvent) {
        self.tell(seconds, "fold", serde_json::to_value(&event).unwrap());
        self.board.fold(at(seconds), event);
    }

    pub(super) fn pass(&mut self, seconds: f64) -> Vec<Due> {
        let rings = self.board.advance(at(seconds));
        self.tell(seconds, "advance", rings.iter().map(told_due).collect());
        self.rings.extend(rings.iter().map(|due| (seconds, due.ring)));
        // Nothing is longer than the least time of a picture, unless a test says so.
        for due in &rings {
            if self.hears {
                self.hear(seconds, due.ring);
            }
        }
        rings
    }

    /// A sound was heard to its end.
    pub(super) fn hear(&mut self, seconds: f64, ring: Ring) {
        self.tell(seconds, "sounded", told_ring(ring));
        self.board.sounded(ring);
    }

    pub(super) fn picture(&self, seconds: f64) -> Picture {
        let of = |call: &CallView| if call.call.0 == self.wide { 2 } else { 1 };
        let picture = self.board.picture(at(seconds), Room { slots: ROWS, of: &of });
        let told = told_picture(&picture);
        let is_same = self.story.borrow().picture == told;
        self.tell(seconds, "picture", if is_same { json!("same") } else { told.clone() });
        self.story.borrow_mut().picture = told;
        picture
    }

    /// The visit that is big, and whether it is fresh.
    pub(super) fn big(&self, seconds: f64) -> Option<(u64, bool)> {
        self.picture(seconds).big.map(|big| (big.shown.visit().0, big.fresh))
    }

    pub(super) fn rung(&self) -> Vec<u64> {
        let calls = self.rings.iter().filter_map(|(_, ring)| match ring {
            Ring::Call(call) => Some(call.0),
            Ring::Withdrawal(_) => None,
        });
        calls.collect()
    }
}

/// A moment as a browser counts it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a test")]
fn millis(seconds: f64) -> u64 {
    (seconds * 1000.0).round() as u64
}

fn told_ring(ring: Ring) -> Value {
    match ring {
        Ring::Call(call) => json!({ "kind": "call", "id": call.0 }),
        Ring::Withdrawal(visit) => json!({ "kind": "withdrawal", "id": visit.0 }),
    }
}

fn told_due(due: &Due) -> Value {
    let said = &due.said;
    let language = said.language.map(Language::tag);
    let said = json!({ "numbers": said.numbers, "counter": said.counter, "language": language });
    json!({ "ring": told_ring(due.ring), "said": said, "detail": format!("{:?}", due.detail).to_lowercase() })
}

fn told_picture(picture: &Picture) -> Value {
    let big = picture.big.as_ref().map(|big| {
        let (kind, call) = match &big.shown {
            Announcement::Call(call) => ("call", Some(call)),
            Announcement::Withdrawal { .. } => ("withdrawal", None),
        };
        let counter = call.map(|call| &call.counter);
        json!({ "kind": kind, "visit": big.shown.visit().0, "counter": counter, "fresh": big.fresh })
    });
    let row = |row: &Row| json!({ "call": row.call.call.0, "stands": row.stands, "fresh": row.fresh });
    let rows: Vec<Value> = picture.rows.iter().map(row).collect();
    json!({ "big": big, "rows": rows, "page": [picture.page.0, picture.page.1] })
}
