use super::*;
use crate::examples;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn local(office: &Office, starts: &[Timestamp]) -> Vec<String> {
    let wall = |start: &Timestamp| start.with_timezone(&office.time_zone).format("%d %H:%M %z").to_string();
    starts.iter().map(wall).collect()
}

#[test]
fn starts_follow_hours_grid_and_duration() {
    let mut office = examples::office();
    office.rules.grid_minutes = 30;
    let now = at("2026-11-23T05:00:00Z");
    let calendar = Calendar::new(&office, now);
    // Monday 08:00 to 12:00 in Berlin; 45 minutes no longer fit at 11:30.
    let starts = calendar.free_starts(now..at("2026-11-23T11:00:00Z"), 45, 99);
    assert_eq!(local(&office, &starts[..2]), ["23 08:00 +0100", "23 08:30 +0100"]);
    assert_eq!(local(&office, &starts[starts.len() - 1..]), ["23 11:00 +0100"]);
    assert!(!calendar.offers(at("2026-11-23T07:05:00Z"), 45), "off the grid");
    assert!(!calendar.offers(at("2026-11-23T06:30:00Z"), 45), "before opening");
    assert!(!calendar.offers(at("2026-11-23T07:00:00.5Z"), 45), "within a second");
}

#[test]
fn a_booking_gets_one_lane_throughout_or_none() {
    let mut office = examples::office();
    office.hours[0].places = 2;
    let now = at("2026-11-23T05:00:00Z");
    let mut calendar = Calendar::new(&office, now);
    let (eight, half_past) = (at("2026-11-23T07:00:00Z"), at("2026-11-23T07:30:00Z"));
    calendar.mark(slots(eight, 30), 0, true);
    calendar.mark(slots(half_past, 30), 1, true);
    assert_eq!(calendar.lane(&slots(eight, 60)), None, "each half hour has a place, but in different lanes");
    assert_eq!(calendar.lane(&slots(half_past, 30)), Some(0));
    calendar.mark(slots(half_past, 30), 1, false);
    assert_eq!(calendar.lane(&slots(eight, 60)), Some(1));
}

#[test]
fn a_smaller_capacity_counts_what_stands_in_higher_lanes() {
    let mut office = examples::office();
    office.hours[0].places = 1;
    let now = at("2026-11-23T05:00:00Z");
    let mut calendar = Calendar::new(&office, now);
    let eight = slots(at("2026-11-23T07:00:00Z"), 10);
    calendar.mark(eight.clone(), 2, true);
    assert_eq!(calendar.lane(&eight), None);
}

#[test]
fn lanes_are_packed() {
    let office = examples::office();
    let now = at("2026-11-23T05:00:00Z");
    let mut calendar = Calendar::new(&office, now);
    calendar.mark(slots(at("2026-11-23T07:00:00Z"), 30), 2, true);
    assert_eq!(calendar.lane(&slots(at("2026-11-23T07:30:00Z"), 30)), Some(2));
}

#[test]
fn hours_across_both_clock_changes() {
    let mut office = examples::office();
    office.rules.grid_minutes = 30;
    office.hours[0].weekdays = vec![chrono::Weekday::Sun];
    office.hours.truncate(1);
    office.hours[0].from = chrono::NaiveTime::from_hms_opt(1, 0, 0).unwrap();
    office.hours[0].to = chrono::NaiveTime::from_hms_opt(4, 0, 0).unwrap();
    // Autumn: three hours on the wall last four, and half past two comes twice.
    let now = at("2026-10-24T12:00:00Z");
    let starts = Calendar::new(&office, now).free_starts(now..at("2026-10-26T00:00:00Z"), 30, 99);
    assert_eq!(
        local(&office, &starts),
        [
            "25 01:00 +0200",
            "25 01:30 +0200",
            "25 02:00 +0200",
            "25 02:30 +0200",
            "25 02:00 +0100",
            "25 02:30 +0100",
            "25 03:00 +0100",
            "25 03:30 +0100",
        ]
    );
    // Spring: two o'clock does not exist.
    let now = at("2027-03-27T12:00:00Z");
    let starts = Calendar::new(&office, now).free_starts(now..at("2027-03-29T00:00:00Z"), 30, 99);
    assert_eq!(
        local(&office, &starts),
        ["28 01:00 +0100", "28 01:30 +0100", "28 03:00 +0200", "28 03:30 +0200"]
    );
}

#[test]
fn closed_days_offer_nothing() {
    let mut office = examples::office();
    let now = at("2026-11-23T05:00:00Z");
    let closure = foyer_domain::office::Closure { date: office.day(now), reason: Default::default() };
    office.closures.push(closure);
    let calendar = Calendar::new(&office, now);
    assert!(calendar.free_starts(now..at("2026-11-23T23:00:00Z"), 10, 1).is_empty());
    assert_eq!(calendar.free_starts(now..at("2026-11-24T23:00:00Z"), 10, 1).len(), 1);
}

#[test]
fn sums_and_their_refusals() {
    let office = examples::office();
    let choice = |service: &str, quantity| ServiceChoice { service: service.into(), quantity };
    let id = office.services[0].id.as_str().to_owned();
    let minutes = office.services[0].minutes;
    assert_eq!(total_minutes(&office, &[choice(&id, 2)]), Ok(minutes * 2));
    assert_eq!(total_minutes(&office, &[]), Err(Refusal::ServicesWrong));
    assert_eq!(total_minutes(&office, &[choice(&id, 0)]), Err(Refusal::ServicesWrong));
    assert_eq!(total_minutes(&office, &[choice(&id, 21)]), Err(Refusal::ServicesWrong));
    assert_eq!(total_minutes(&office, &[choice(&id, 1), choice(&id, 1)]), Err(Refusal::ServicesWrong));
    assert_eq!(
        total_minutes(&office, &[choice("nothing", 1)]),
        Err(Refusal::ServiceUnknown { service: "nothing".to_owned() })
    );
    let mut slow = office.clone();
    slow.services[0].minutes = 240;
    assert_eq!(total_minutes(&slow, &[choice(&id, 20)]), Err(Refusal::TooLong { minutes: 4800 }));
}
