//! Ticket numbers: never one twice a day, never I, O or Q, never two areas with one letter.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod common;

use common::{World, holds, is_caught};
use foyer_domain::engine::{Command, Refusal, Reply, WalkIn, WalkInRefusal};
use foyer_domain::id::AreaId;
use foyer_domain::office::Area;
use foyer_domain::ticket::{Block, Lease, Letter, Numbering, TicketNumber};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn areas(count: usize) -> Vec<Area> {
    let template = common::office().areas.remove(0);
    let letters = Letter::ALL.chars().take(count);
    letters
        .map(|c| Area { id: AreaId(c.to_string()), letter: c.try_into().unwrap(), ..template.clone() })
        .collect()
}

/// How many areas, and of which how many numbers are wanted in turn.
type Wishes = (usize, Vec<(usize, u16)>);

/// Any mix of issuing one and leasing many, for any of some areas.
fn never_twice(
    next: impl Fn(&Numbering, &[Area], &AreaId, u16) -> Option<Block>,
) -> impl Fn(Wishes) -> Result<(), TestCaseError> {
    move |(count, wishes)| {
        let areas = areas(count);
        let mut numbering = Numbering::default();
        let mut given = BTreeSet::new();
        let mut owners: BTreeMap<Letter, AreaId> = BTreeMap::new();
        for (area, many) in wishes {
            let area = &areas[area % count].id;
            let Some(block) = next(&numbering, &areas, area, many) else {
                prop_assert!(owners.len() == 23 || owners.values().collect::<BTreeSet<_>>().len() == count);
                continue;
            };
            prop_assert!(!"IOQ".contains(char::from(block.letter)));
            prop_assert_eq!(owners.entry(block.letter).or_insert_with(|| area.clone()), area);
            prop_assert_eq!(block.to - block.from + 1, many);
            for number in block.from..=block.to {
                let number = TicketNumber::new(block.letter, number);
                prop_assert!(number.is_some());
                prop_assert!(given.insert(number), "{:?} twice", number);
            }
            if block.new_letter {
                numbering.take_letter(area, block.letter);
            }
            take(&mut numbering, area, many, block);
        }
        Ok(())
    }
}

/// The next number, or a lease of many.
fn next(numbering: &Numbering, areas: &[Area], area: &AreaId, many: u16) -> Option<Block> {
    if many == 1 { numbering.next(areas, area) } else { numbering.next_lease(areas, area, many) }
}

fn take(numbering: &mut Numbering, area: &AreaId, many: u16, block: Block) {
    let Block { letter, from, to, .. } = block;
    if many == 1 {
        numbering.give(block.first());
    } else {
        let day = chrono::NaiveDate::default();
        numbering.lease(&Lease { device: "kiosk-1".into(), day, area: area.clone(), letter, from, to });
    }
}

fn wishes() -> impl Strategy<Value = Wishes> {
    let many = prop_oneof![4 => Just(1u16), 1 => 200u16..=999, 1 => 1u16..=999];
    (1usize..6, prop::collection::vec((0usize..6, many), 0..80))
}

#[test]
fn no_number_is_given_twice() {
    holds(200, wishes(), never_twice(next));
}

#[test]
fn catches_a_counter_that_forgets_leases_and_areas_that_share_a_letter() {
    let forgets = |numbering: &Numbering, areas: &[Area], area: &AreaId, many: u16| {
        let block = next(numbering, areas, area, many)?;
        Some(Block {
            from: block.from.saturating_sub(1).max(1),
            to: block.to - u16::from(block.from > 1),
            ..block
        })
    };
    is_caught(200, wishes(), never_twice(forgets));
    let shares = |numbering: &Numbering, areas: &[Area], _: &AreaId, many: u16| {
        next(numbering, areas, &areas[0].id, many)
    };
    is_caught(200, wishes(), never_twice(shares));
}

#[test]
fn after_999_the_next_free_letter_follows_that_is_meant_for_nobody() {
    let mut numbering = Numbering::default();
    let areas = areas(2);
    let mut letters = Vec::new();
    while let Some(block) = numbering.next_lease(&areas, &areas[0].id, 999) {
        numbering.take_letter(&areas[0].id, block.letter);
        take(&mut numbering, &areas[0].id, 999, block);
        letters.push(char::from(block.letter));
    }
    assert_eq!(
        letters.iter().collect::<String>(),
        "ACDEFGHJKLMNPRSTUVWXYZB",
        "all 23, the other area's last"
    );
    assert_eq!(numbering.next(&areas, &areas[1].id), None, "nothing is left for anybody");
}

/// Scenario 14: past 999 while an old 1 still waits.
#[test]
fn numbers_run_past_999_while_an_old_1_still_waits() {
    let mut office = common::office();
    office.services[0].minutes = 0;
    let mut world = World::of(office, common::ten(), &["1"]);
    let first = world.walk_in("pass");
    let day = world.state.day().unwrap();
    let device = "kiosk-1".into();
    let lease = Command::Lease { device, day, area: "eg".into(), count: 998 };
    let Reply::Leased(lease) = world.ask(lease).unwrap() else { panic!() };
    assert_eq!((lease.from, lease.to), (2, 999));
    let second = world.walk_in("pass");
    assert_eq!(world.visit(first).number.to_string(), "A001");
    assert_eq!(world.visit(second).number.to_string(), "C001", "B is meant for the other area");
    assert_eq!(world.visit(second).number.spaced(), "C\u{202f}001");
}

#[test]
fn without_numbers_everybody_is_told_that_it_is_full() {
    let mut world = World::open(common::ten(), &["1"]);
    let day = world.state.day().unwrap();
    for _ in 0..23 {
        let lease = Command::Lease { device: "kiosk-1".into(), day, area: "eg".into(), count: 999 };
        world.ask(lease).unwrap();
    }
    let lease = Command::Lease { device: "kiosk-1".into(), day, area: "eg".into(), count: 200 };
    assert_eq!(world.ask(lease), Err(Refusal::NoNumbers));
    let walk_in = WalkIn { services: vec![common::choice("pass")], seen_at: world.now, language: None };
    let full = WalkInRefusal::QueueFull { opens_at: Some(common::at("2026-11-24T08:00:00+01:00")) };
    assert_eq!(world.ask(Command::WalkIn(walk_in)), Err(Refusal::WalkIn(full)));
    let tomorrow = Command::Lease {
        device: "kiosk-1".into(),
        day: day.succ_opt().unwrap(),
        area: "eg".into(),
        count: 1,
    };
    let Reply::Leased(lease) = world.ask(tomorrow).unwrap() else { panic!() };
    assert_eq!(
        (char::from(lease.letter), lease.from, lease.to),
        ('A', 800, 999),
        "at least 200, and tomorrow is free"
    );
}

#[test]
fn a_ticket_number_is_read_as_it_is_written() {
    for text in ["A001", "Z999", "B017"] {
        assert_eq!(TicketNumber::try_from(text.to_owned()).unwrap().to_string(), text);
    }
    for text in ["", "A000", "I001", "O001", "Q001", "a001", "A1", "A0001", "A+17", "Ä001", "A 17"] {
        assert!(TicketNumber::try_from(text.to_owned()).is_err(), "{text}");
    }
}
