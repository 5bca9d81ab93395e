//! Few days of every example.

use super::{Asked, Report, Scenario, simulate, svg};
use foyer_protocol::program::parse;
use std::path::Path;

const EXAMPLES: [&str; 3] = [
    include_str!("../../../../deploy/examples/simulate-small.toml"),
    include_str!("../../../../deploy/examples/simulate-large.toml"),
    include_str!("../../../../deploy/examples/simulate-mixed.toml"),
];

fn scenario(text: &str) -> Scenario {
    parse(text, Path::new("simulate.toml")).unwrap()
}

const ASKED: Asked = Asked { days: 3, seed: 5, compare: true, plays: 10, oracle: 0 };

fn played(example: usize, asked: &Asked) -> Report {
    simulate(&scenario(EXAMPLES[example]), asked).unwrap()
}

fn bytes(report: &Report) -> (String, String, String) {
    (report.to_string(), serde_json::to_string(report).unwrap(), svg(report))
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_does_not() {
    let once = bytes(&played(0, &ASKED));
    assert_eq!(once, bytes(&played(0, &ASKED)));
    assert_ne!(once, bytes(&played(0, &Asked { seed: 6, ..ASKED })));
}

#[test]
fn every_rule_meets_the_same_people_and_serves_them() {
    for (example, text) in EXAMPLES.into_iter().enumerate() {
        let report = played(example, &ASKED);
        let [ours, others @ .., alone] = report.rows.as_slice() else { panic!("five rules") };
        for other in others {
            assert_eq!((other.booked, other.walk_ins), (ours.booked, ours.walk_ins), "{}", other.rule);
            assert_eq!(other.turned_away, ours.turned_away);
        }
        assert!(ours.booked > 30 && ours.walk_ins > 10, "{report}");
        assert_eq!(ours.unserved, 0, "whoever holds a ticket is served");
        // Who came too late for an appointment waits without one.
        assert!(alone.walk_ins < ours.walk_ins / 3);
        let lead = 60 * i64::from(scenario(text).rules.appointment_lead_minutes);
        assert!(ours.overtaken_s <= lead, "{report}");
    }
}

#[test]
fn an_estimate_is_measured_by_what_came() {
    let report = played(1, &Asked { compare: false, oracle: 20, ..ASKED });
    let [ours] = report.rows.as_slice() else { panic!("one rule") };
    assert!(ours.error_s.unwrap() < ours.zms_error_s.unwrap(), "{report}");
    assert!(ours.sampled > 10 && ours.oracle_error_s.is_some());
    let without = played(1, &Asked { compare: false, plays: 0, ..ASKED });
    assert_eq!((without.rows[0].sampled, without.rows[0].oracle_error_s), (0, None));
}

/// What is promised of thousands of days (README), on as many as a test has time for.
#[test]
fn every_example_keeps_the_promises_of_estimate_and_intake() {
    for (example, days) in [(0, 30), (1, 6), (2, 15)] {
        let report = played(example, &Asked { days, seed: 2, compare: true, plays: 40, oracle: 20 });
        let ours = &report.rows[0];
        let alone = report.rows.last().unwrap();
        let error = ours.error_s.unwrap();
        assert!(error < ours.zms_error_s.unwrap(), "ZMS's estimate is no worse: {report}");
        let (sampled, oracle) = (ours.sampled_error_s.unwrap(), ours.oracle_error_s.unwrap());
        assert!(5 * sampled <= 6 * oracle, "above 1.2 times what can be known: {report}");
        let (with, without) = (ours.after_start_p95_s.unwrap(), alone.after_start_p95_s.unwrap());
        assert!(with <= without + report.mean_service_s, "walk-ins hold appointments up: {report}");
    }
}

/// The same of a quiet office and of one that is nearly full with appointments alone.
#[test]
fn walk_ins_hold_nobody_up_however_much_is_booked() {
    for load in ["0.60", "0.95"] {
        let text = EXAMPLES[0].replace("load = 0.75", &format!("load = {load}"));
        let report =
            simulate(&scenario(&text), &Asked { days: 20, seed: 3, compare: true, ..ASKED }).unwrap();
        let (ours, alone) = (&report.rows[0], report.rows.last().unwrap());
        let (with, without) = (ours.after_start_p95_s.unwrap(), alone.after_start_p95_s.unwrap());
        assert!(with <= without + report.mean_service_s, "at {load}: {report}");
        assert!(ours.walk_ins > alone.walk_ins, "somebody is let in: {report}");
    }
}

#[test]
fn a_scenario_that_makes_no_sense_is_refused_by_name() {
    for (good, bad, key) in [
        ("load = 0.75", "load = 7.5", "bookings.load"),
        ("no_show = 0.13", "no_show = -1.0", "bookings.no_show"),
        ("to = \"16:00:00\"", "to = \"07:00:00\"", "hours"),
        ("minutes = 15", "minutes = 0", "services"),
        ("absent = 0.02", "absent = 2.0", "counters"),
        ("way_seconds = 35.0", "way_seconds = 0.0", "calls.way_seconds"),
    ] {
        assert!(EXAMPLES[0].contains(good), "{good}");
        let scenario = scenario(&EXAMPLES[0].replace(good, bad));
        let refused = simulate(&scenario, &ASKED).unwrap_err().to_string();
        assert!(refused.contains(key), "{refused}");
    }
}
