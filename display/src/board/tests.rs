mod wall;
mod world;

use super::*;
use crate::quiet::quiet;
use foyer_domain::id::AreaId;
use foyer_domain::office::Localized;
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::House;
use foyer_text::Language;
use foyer_voice::Detail;
use serde_json::json;
use wall::Wall;

const ROWS: usize = 4;

fn at(seconds: f64) -> Moment {
    Moment(Duration::from_secs_f64(seconds))
}

/// The lobby's time at a moment: 09:00 at the start.
fn lobby_time(now: Moment) -> Timestamp {
    let start: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
    start + now.0
}

fn call(id: u64, visit: u64, made: Moment) -> CallView {
    CallView {
        call: CallId(id),
        visit: VisitId(visit),
        number: TicketNumber::try_from(format!("A{visit:03}")).unwrap(),
        also: Vec::new(),
        counter: Localized::german(&format!("Schalter {}", id % 9 + 1)),
        way: Localized::default(),
        direction: None,
        area: AreaId::from("eg"),
        language: None,
        at: lobby_time(made),
    }
}

fn called(id: u64, visit: u64, made: f64) -> DisplayEvent {
    DisplayEvent::Called { call: call(id, visit, at(made)) }
}

fn snapshot(now: Moment, standing: Vec<CallView>) -> DisplayEvent {
    let snapshot = DisplaySnapshot { standing, ..quiet(lobby_time(now)) };
    DisplayEvent::Snapshot { snapshot: Box::new(snapshot) }
}

/// Nobody is called, and this holds for the whole house.
fn in_house(now: Moment, house: House) -> DisplayEvent {
    DisplayEvent::Snapshot { snapshot: Box::new(DisplaySnapshot { house, ..quiet(lobby_time(now)) }) }
}

#[test]
fn a_call_is_big_at_once_rings_once_and_turns_quiet() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    assert_eq!(wall.big(1.0), Some((17, true)));
    assert_eq!(wall.rings, [(1.0, Ring::Call(CallId(1)))]);
    wall.pass(5.9);
    assert_eq!(wall.big(5.9), Some((17, true)));
    wall.pass(6.0);
    assert_eq!(wall.big(6.0), Some((17, false)), "stays big while it stands");
    wall.fold(7.0, called(1, 17, 1.0));
    assert_eq!(wall.rung(), [1], "the same call twice is one call");
}

#[test]
fn two_calls_in_one_second_are_both_seen_and_heard_in_order() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(1.4, called(2, 18, 1.4));
    assert_eq!(wall.big(1.4), Some((17, true)));
    let rows = wall.picture(1.4).rows;
    assert_eq!((rows[0].call.visit, rows[0].fresh), (VisitId(18), true), "seen at once, in the history");
    wall.pass(6.0);
    assert_eq!(wall.big(6.0), Some((18, true)));
    assert_eq!(wall.rings, [(1.0, Ring::Call(CallId(1))), (6.0, Ring::Call(CallId(2)))]);
    assert_eq!(wall.picture(6.0).rows[0].call.visit, VisitId(17));
}

#[test]
fn a_recall_within_a_second_highlights_and_rings_again() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(1.8, called(2, 17, 1.8));
    assert_eq!(wall.rings, [(1.0, Ring::Call(CallId(1))), (1.8, Ring::Call(CallId(2)))]);
    assert_eq!(wall.big(6.5), Some((17, true)), "highlighted anew");
    let picture = wall.picture(2.0);
    assert!(picture.rows.is_empty());
    assert_eq!(picture.calls().collect::<Vec<_>>(), [CallId(2)]);
}

#[test]
fn recalls_without_end_do_not_keep_others_from_the_place() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(1.5, called(2, 18, 1.5));
    for step in 0..40_u32 {
        let seconds = 2.0 + f64::from(step) * 0.5;
        wall.fold(seconds, called(u64::from(step) + 3, 17, seconds));
        if wall.big(seconds).unwrap().0 == 18 {
            assert!(seconds <= 11.0, "{seconds}");
            return;
        }
    }
    panic!("18 was never shown");
}

#[test]
fn who_came_leaves_after_the_minimum_and_is_never_news_again() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(2.0, DisplayEvent::Cleared { visit: VisitId(17) });
    assert_eq!(wall.big(5.9), Some((17, true)), "whoever looks up late still reads it");
    wall.pass(6.0);
    assert_eq!(wall.big(6.0), None);
    let rows = wall.picture(6.0).rows;
    assert_eq!((rows[0].call.visit, rows[0].stands), (VisitId(17), false));
    wall.fold(7.0, called(2, 18, 7.0));
    wall.fold(7.1, called(3, 19, 7.1));
    wall.fold(7.2, DisplayEvent::Cleared { visit: VisitId(19) });
    wall.pass(13.0);
    assert_eq!(wall.big(13.0), Some((18, false)), "19 had come before its turn");
    assert_eq!(wall.rung(), [1, 2]);
}

#[test]
fn an_older_standing_call_comes_back_quietly() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(10.0, called(2, 18, 10.0));
    wall.fold(16.0, DisplayEvent::Cleared { visit: VisitId(18) });
    assert_eq!(wall.big(16.0), Some((17, false)));
    assert_eq!(wall.rung(), [1, 2]);
}

#[test]
fn a_withdrawal_is_shown_and_sounded_at_once_and_once() {
    let mut wall = Wall::started();
    let withdrawn = || DisplayEvent::Withdrawn {
        visit: VisitId(17),
        number: TicketNumber::try_from("A017".to_owned()).unwrap(),
        also: vec![TicketNumber::try_from("A803".to_owned()).unwrap()],
    };
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(2.0, withdrawn());
    wall.fold(2.1, withdrawn());
    assert_eq!(wall.rings[1], (2.0, Ring::Withdrawal(VisitId(17))));
    let Announcement::Withdrawal { number, also, .. } = wall.picture(2.0).big.unwrap().shown else {
        panic!("no withdrawal")
    };
    assert_eq!((number.to_string(), also[0].to_string()), ("A017".to_owned(), "A803".to_owned()));
    assert!(wall.picture(2.0).rows.is_empty(), "not in the history either");
    wall.pass(7.0);
    assert_eq!(wall.big(7.0), None);
    assert_eq!(wall.rings.len(), 2);
}

#[test]
fn a_withdrawal_of_one_who_waits_for_the_place_takes_its_turn() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(1.1, called(2, 18, 1.1));
    let number = TicketNumber::try_from("A018".to_owned()).unwrap();
    wall.fold(1.2, DisplayEvent::Withdrawn { visit: VisitId(18), number, also: Vec::new() });
    wall.pass(6.0);
    assert!(matches!(wall.picture(6.0).big.unwrap().shown, Announcement::Withdrawal { .. }));
    assert_eq!(wall.rung(), [1]);
}

#[test]
fn after_a_lost_link_only_what_was_not_announced_rings() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    // The link is lost from 10 to 200; 18 and 19 are called meanwhile, and 17 still stands.
    let (one, two, three) = (call(1, 17, at(1.0)), call(2, 18, at(50.0)), call(3, 19, at(60.0)));
    wall.fold(200.0, snapshot(at(200.0), vec![three, two, one]));
    for tenths in 2000..2400 {
        wall.pass(f64::from(tenths) / 10.0);
    }
    assert_eq!(wall.rung(), [1, 2, 3]);
    // 18 came.
    let standing = vec![call(3, 19, at(60.0)), call(1, 17, at(1.0))];
    let recent = vec![call(2, 18, at(50.0))];
    let later = DisplaySnapshot { standing, recent, ..quiet(lobby_time(at(300.0))) };
    wall.fold(300.0, DisplayEvent::Snapshot { snapshot: Box::new(later) });
    assert_eq!(wall.rung(), [1, 2, 3]);
    assert_eq!(wall.big(300.0), Some((19, false)));
}

#[test]
fn after_a_restart_the_picture_is_the_same_without_a_storm() {
    let mut board = Wall::unstarted();
    let (nine, eight) = (call(9, 9, at(95.0)), call(8, 8, at(70.5)));
    let calls = vec![nine, eight, call(7, 7, at(70.0)), call(6, 6, at(20.0))];
    board.fold(100.0, snapshot(at(100.0), calls));
    assert_eq!(board.big(100.0), Some((8, true)));
    let rows: Vec<u64> = board.picture(100.0).rows.iter().map(|row| row.call.visit.0).collect();
    assert_eq!(rows, [9, 7, 6]);
    board.pass(105.0);
    board.pass(110.0);
    assert_eq!(board.rung(), [8, 9], "only those that are younger than 30 s");
}

#[test]
fn a_replayed_call_that_was_cleared_meanwhile_is_no_news() {
    let mut wall = Wall::started();
    wall.fold(60.0, called(1, 17, 20.0));
    wall.fold(60.05, DisplayEvent::Cleared { visit: VisitId(17) });
    wall.pass(70.0);
    assert_eq!((wall.rung(), wall.big(70.0)), (vec![], None));
}

/// Undone while nobody could be told: whoever is on the way is told at once when the link is back.
#[test]
fn what_was_taken_back_in_a_gap_is_taken_back_aloud() {
    let told = |recent: Vec<CallView>, seconds: f64| {
        let snapshot = DisplaySnapshot { recent, ..quiet(lobby_time(at(seconds))) };
        DisplayEvent::Snapshot { snapshot: Box::new(snapshot) }
    };
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(20.0, called(2, 18, 20.0));
    wall.pass(26.0);
    // 17 came, 18 was taken back.
    wall.fold(40.0, told(vec![call(1, 17, at(1.0))], 40.0));
    assert_eq!(wall.rings.last(), Some(&(40.0, Ring::Withdrawal(VisitId(18)))));
    assert!(matches!(wall.picture(40.0).big.unwrap().shown, Announcement::Withdrawal { .. }));
    wall.pass(46.0);
    assert_eq!(wall.big(46.0), None);
    assert_eq!(wall.rung(), [1, 2]);
    // Who was called long ago, or is older than all that is still told of, was served.
    for (gap, others) in [(400.0, 0), (100.0, 12)] {
        let mut wall = Wall::untold();
        wall.fold(1.0, called(1, 17, 1.0));
        let recent = (0..others).map(|other| call(50 - other, 50 - other, at(90.0))).collect();
        wall.fold(gap, told(recent, gap));
        assert_eq!(wall.rings.len(), 1, "{gap}");
    }
}

#[test]
fn a_step_that_is_taken_back_is_shown_and_not_sounded_again() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(8.0, DisplayEvent::Cleared { visit: VisitId(17) });
    wall.fold(12.0, snapshot(at(12.0), vec![call(1, 17, at(1.0))]));
    assert_eq!((wall.big(12.0), wall.rung()), (Some((17, false)), vec![1]));
}

#[test]
fn a_take_over_that_is_taken_back_is_news() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(20.0, called(2, 17, 20.0));
    wall.fold(30.0, snapshot(at(30.0), vec![call(1, 17, at(1.0))]));
    assert_eq!((wall.big(30.0), wall.rung()), (Some((17, true)), vec![1, 2, 1]), "the counter is another");
}

#[test]
fn recalls_of_who_waits_have_one_turn() {
    let mut wall = Wall::started();
    wall.fold(1.0, called(1, 17, 1.0));
    for id in 2..10 {
        wall.fold(1.5, called(id, 18, 1.5));
    }
    wall.fold(2.0, called(10, 19, 2.0));
    wall.pass(6.0);
    wall.pass(11.0);
    assert_eq!((wall.big(11.0), wall.rung()), (Some((19, true)), vec![1, 9, 10]));
}

#[test]
fn who_is_called_anew_is_not_told_to_wait_any_more() {
    let mut wall = Wall::started();
    for visit in [1, 2] {
        wall.fold(1.0, called(visit, visit, 1.0));
    }
    wall.fold(
        1.1,
        DisplayEvent::Withdrawn { visit: VisitId(2), number: call(2, 2, at(1.0)).number, also: Vec::new() },
    );
    wall.fold(1.2, called(3, 2, 1.2));
    for tenths in 12..200 {
        wall.pass(f64::from(tenths) / 10.0);
    }
    assert_eq!(wall.rung(), [1, 3]);
    assert_eq!(wall.rings.len(), 2, "no withdrawal: {:?}", wall.rings);
}

#[test]
fn more_standing_calls_than_rows_are_shown_part_by_part() {
    let mut board = Wall::unstarted();
    let calls: Vec<CallView> = (1..=10).map(|id| call(id, id, at(0.0))).collect();
    board.fold(100.0, snapshot(at(100.0), calls));
    let mut seen = BTreeSet::new();
    for seconds in 100..118 {
        let picture = board.picture(f64::from(seconds));
        assert_eq!(picture.page.1, 3, "nine in rows of four");
        seen.extend(picture.calls());
    }
    assert_eq!(seen.len(), 10);
}

#[test]
fn a_long_name_takes_two_slots() {
    let mut board = Wall::unstarted();
    let calls: Vec<CallView> = (1..=5).map(|id| call(id, id, at(0.0))).collect();
    board.fold(100.0, snapshot(at(100.0), calls));
    board.wide = 3;
    board.tell(100.0, "wide", json!(3));
    let parts: Vec<Vec<u64>> = [102.0, 108.0]
        .map(|seconds| board.picture(seconds))
        .map(|picture| picture.rows.iter().map(|row| row.call.call.0).collect())
        .to_vec();
    assert!(parts.contains(&vec![4, 3, 2]) && parts.contains(&vec![1]), "{parts:?}");
}

/// Names that nobody should send: they are made harmless in the same way everywhere.
#[test]
fn names_that_steer_lines_and_never_end() {
    let mut wall = Wall::started();
    let names = [
        " Schalter\u{202e} 3\n\u{7}".to_owned(),
        "ä".repeat(300),
        "Zimmer 214 – Staatsangehörigkeit und Aufenthalt ".repeat(4),
        format!("{} {}", "é".repeat(70), "x".repeat(70)),
        "👩‍👩‍👧 الشباك\u{200f} 3 ".repeat(12),
        String::new(),
    ];
    for (name, id) in names.iter().zip(1..) {
        let seconds = id as f64 * 10.0;
        let mut call = call(id, id, at(seconds));
        call.counter = Localized::german(name);
        wall.fold(seconds, DisplayEvent::Called { call });
        let shown = wall.picture(seconds).big.unwrap().shown;
        let Announcement::Call(call) = shown else { panic!("a call") };
        assert!(call.counter.get("de").chars().count() <= 122);
    }
}

fn still(now: Moment) -> DisplayEvent {
    let text = Localized::german("Bitte gehen Sie hinaus.");
    let interrupted = Some(Interrupted { since: lobby_time(now), text });
    in_house(now, House { interrupted, ..House::default() })
}

#[test]
fn while_everything_stands_still_nothing_is_shown_or_sounds_and_afterwards_all_go_on_in_order() {
    let mut wall = Wall::started();
    for (id, visit) in [(1, 17), (2, 18), (3, 19)] {
        wall.fold(1.0, called(id, visit, 1.0));
    }
    assert_eq!((wall.big(1.0), wall.rung()), (Some((17, true)), vec![1]), "two wait for their turn");
    wall.fold(2.0, still(at(2.0)));
    assert!(wall.board.interrupted().is_some());
    assert!(wall.picture(2.0).is_empty(), "at once, though its five seconds are not over");
    for second in 3..60 {
        wall.pass(f64::from(second));
        assert!(wall.picture(f64::from(second)).is_empty());
    }
    assert_eq!(wall.rung(), [1], "nothing rings");
    // "Weiter": nobody is called before a clerk calls again, and then each rings anew, in the order of calling.
    wall.fold(60.0, snapshot(at(60.0), Vec::new()));
    assert!(wall.board.interrupted().is_none() && wall.big(60.0).is_none());
    wall.fold(61.0, called(4, 17, 61.0));
    wall.fold(61.0, called(5, 18, 61.0));
    wall.pass(66.0);
    assert_eq!(wall.rung(), [1, 4, 5]);
}

#[test]
fn whoever_was_told_in_vain_and_is_called_after_all_is_not_told_so_any_more() {
    let mut wall = Wall::started();
    let number = |visit: u64| call(1, visit, at(0.0)).number;
    let unserved = vec![number(17), number(18)];
    wall.fold(0.0, in_house(at(0.0), House { unserved, ..House::default() }));
    wall.fold(1.0, called(1, 17, 1.0));
    assert_eq!(wall.board.facts().unwrap().house.unserved, [number(18)]);
}

#[test]
fn who_is_big_stays_until_the_announcement_was_heard_but_not_for_ever() {
    let mut wall = Wall::started();
    wall.hears = false;
    wall.fold(1.0, called(1, 17, 1.0));
    wall.fold(1.5, called(2, 18, 1.5));
    wall.pass(6.5);
    assert_eq!((wall.big(6.5), wall.rung()), (Some((17, false)), vec![1]), "it is still being said");
    wall.hear(6.5, Ring::Call(CallId(1)));
    wall.pass(8.0);
    assert_eq!((wall.big(8.0), wall.rung()), (Some((18, true)), vec![1, 2]));
    wall.fold(8.5, called(3, 19, 8.5));
    wall.pass(27.9);
    assert_eq!(wall.big(27.9), Some((18, false)));
    wall.pass(28.0);
    assert_eq!(wall.big(28.0), Some((19, true)), "a loudspeaker that never answers holds nobody up");
}

#[test]
fn the_more_wait_the_less_is_said() {
    let mut wall = Wall::started();
    let mut details = Vec::new();
    for id in 1..=17 {
        wall.take(1.0, called(id, id, 1.0));
    }
    for tenths in 10..1000 {
        details.extend(wall.pass(f64::from(tenths) / 10.0).into_iter().map(|due| due.detail));
    }
    let count = |detail| details.iter().filter(|found| **found == detail).count();
    assert_eq!([count(Detail::Gong), count(Detail::Short), count(Detail::Whole)], [4, 9, 4]);
    assert!(details.is_sorted());
}

#[test]
fn what_is_said_names_number_counter_and_language() {
    let mut wall = Wall::started();
    let mut foreign = call(1, 17, at(1.0));
    foreign.language = Some("tr".to_owned());
    foreign.also = vec![call(2, 803, at(1.0)).number];
    wall.take(1.0, DisplayEvent::Called { call: foreign.clone() });
    let due = wall.pass(1.0).remove(0);
    assert_eq!(due.said.numbers, [foreign.number, foreign.also[0]]);
    assert_eq!((due.said.counter, due.said.language), (Some(foreign.counter), Some(Language::Turkish)));
    let withdrawn =
        DisplayEvent::Withdrawn { visit: foreign.visit, number: foreign.number, also: Vec::new() };
    wall.take(2.0, withdrawn);
    let due = wall.pass(2.0).remove(0);
    assert_eq!((due.said.counter, due.said.language), (None, Some(Language::Turkish)));
}
