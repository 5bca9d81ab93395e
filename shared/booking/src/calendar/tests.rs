mod model;

use super::*;
use crate::examples;
use chrono::Weekday;
use foyer_domain::id::LaneId;
use foyer_domain::office::{Closure, Keep, OpeningHours, Release};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn local(office: &Office, starts: &[Timestamp]) -> Vec<String> {
    let wall = |start: &Timestamp| start.with_timezone(&office.time_zone).format("%d %H:%M %z").to_string();
    starts.iter().map(wall).collect()
}

fn choice(service: &str, quantity: u8) -> ServiceChoice {
    ServiceChoice { service: service.into(), quantity }
}

/// The example's hours with so many places and no counters.
fn office_of(places: u16) -> Office {
    let mut office = examples::office();
    for row in &mut office.hours {
        (row.places, row.counters) = (places, Vec::new());
    }
    office
}

/// One of the example's services, in so many minutes.
fn search(calendar: &Calendar, office: &Office, minutes: u16) -> Search {
    calendar.search(office, &[choice("personalausweis", 1)], minutes, Asker::Public)
}

fn place(number: u16) -> LaneId {
    LaneId::place(number)
}

fn only(calendar: &Calendar, search: &Search, start: &str) -> Option<String> {
    let lanes = calendar.lanes(slot_of(at(start)), search)?;
    assert_eq!(lanes.len(), 1, "{lanes:?}");
    Some(lanes[0].lane.to_string())
}

#[test]
fn starts_follow_hours_grid_and_duration() {
    let mut office = office_of(3);
    office.rules.grid_minutes = 30;
    let now = at("2026-11-23T05:00:00Z");
    let calendar = Calendar::new(&office, now);
    let long = search(&calendar, &office, 45);
    // Monday 08:00 to 12:00 in Berlin; 45 minutes no longer fit at 11:30.
    let starts = calendar.free_starts(now..at("2026-11-23T11:00:00Z"), &long, 99);
    assert_eq!(local(&office, &starts[..2]), ["23 08:00 +0100", "23 08:30 +0100"]);
    assert_eq!(local(&office, &starts[starts.len() - 1..]), ["23 11:00 +0100"]);
    assert!(calendar.offers(at("2026-11-23T07:30:00Z"), &long));
    assert!(!calendar.offers(at("2026-11-23T07:05:00Z"), &long), "off the grid");
    assert!(!calendar.offers(at("2026-11-23T06:30:00Z"), &long), "before opening");
    assert!(!calendar.offers(at("2026-11-23T07:00:00.5Z"), &long), "within a second");
}

#[test]
fn a_booking_gets_one_lane_throughout_or_none() {
    let office = office_of(2);
    let mut calendar = Calendar::new(&office, at("2026-11-23T05:00:00Z"));
    let (eight, half_past) = ("2026-11-23T07:00:00Z", "2026-11-23T07:30:00Z");
    calendar.mark(slots(at(eight), 30), &place(1), true);
    calendar.mark(slots(at(half_past), 30), &place(2), true);
    let (half, hour) = (search(&calendar, &office, 30), search(&calendar, &office, 60));
    let of_both = "each half hour has a place, but in different lanes";
    assert_eq!(only(&calendar, &hour, eight), None, "{of_both}");
    assert_eq!(only(&calendar, &half, half_past).as_deref(), Some("#1"));
    calendar.mark(slots(at(half_past), 30), &place(2), false);
    assert_eq!(only(&calendar, &hour, eight).as_deref(), Some("#2"));
}

#[test]
fn a_smaller_capacity_counts_what_stands_in_lanes_that_are_gone() {
    let office = office_of(1);
    let mut calendar = Calendar::new(&office, at("2026-11-23T05:00:00Z"));
    let eight = "2026-11-23T07:00:00Z";
    let ten = search(&calendar, &office, 10);
    // Told twice, as by another server whose news were in what was read before.
    calendar.mark(slots(at(eight), 10), &place(3), true);
    calendar.mark(slots(at(eight), 10), &place(3), true);
    assert_eq!(only(&calendar, &ten, eight), None);
    calendar.mark(slots(at(eight), 10), &place(3), false);
    calendar.mark(slots(at(eight), 10), &place(2), true);
    calendar.mark(slots(at(eight), 10), &place(3), false);
    assert_eq!(
        only(&calendar, &ten, eight),
        None,
        "one that is still there is not freed by another's second end"
    );
    calendar.mark(slots(at(eight), 10), &place(2), false);
    assert_eq!(only(&calendar, &ten, eight).as_deref(), Some("#1"));
}

#[test]
fn lanes_are_packed() {
    let office = office_of(3);
    let mut calendar = Calendar::new(&office, at("2026-11-23T05:00:00Z"));
    calendar.mark(slots(at("2026-11-23T07:00:00Z"), 30), &place(3), true);
    let half = search(&calendar, &office, 30);
    assert_eq!(only(&calendar, &half, "2026-11-23T07:30:00Z").as_deref(), Some("#3"));
}

/// Counters, places beside them, and for whom it is kept back until when.
type Row<'a> = (&'a [&'a str], u16, Option<Keep>, Option<Release>);

/// Monday mornings as these rows say.
fn at_counters(rows: &[Row<'_>]) -> Office {
    let mut office = examples::office();
    let row = |(counters, places, keep, release): &Row<'_>| OpeningHours {
        weekdays: vec![Weekday::Mon],
        from: "08:00:00".parse().unwrap(),
        to: "12:00:00".parse().unwrap(),
        places: *places,
        counters: counters.iter().map(|id| (*id).into()).collect(),
        keep: *keep,
        release: *release,
        ..OpeningHours::default()
    };
    office.hours = rows.iter().map(row).collect();
    office
}

const EIGHT: &str = "2026-11-23T07:00:00Z";

#[test]
fn who_can_do_least_comes_first() {
    // Counter 3 does everything, 1 four services and 4 two.
    let office = at_counters(&[(&["3", "1", "4"], 0, None, None)]);
    let mut calendar = Calendar::new(&office, at("2026-11-23T05:00:00Z"));
    let of = |calendar: &Calendar, service| {
        let search = calendar.search(&office, &[choice(service, 1)], 10, Asker::Public);
        only(calendar, &search, EIGHT)
    };
    assert_eq!(of(&calendar, "personalausweis").as_deref(), Some("1"));
    assert_eq!(of(&calendar, "parkausweis").as_deref(), Some("4"));
    calendar.mark(slots(at(EIGHT), 10), &"4".into(), true);
    assert_eq!(of(&calendar, "parkausweis").as_deref(), Some("3"));
    calendar.mark(slots(at(EIGHT), 10), &"3".into(), true);
    assert_eq!(of(&calendar, "parkausweis"), None, "counter 1 is free and cannot do it");
}

#[test]
fn what_no_counter_can_do_alone_is_cut_into_the_fewest_parts() {
    let office = at_counters(&[(&["1", "4"], 0, None, None)]);
    let mut calendar = Calendar::new(&office, at("2026-11-23T05:00:00Z"));
    let wanted = [choice("personalausweis", 1), choice("ummeldung", 1), choice("fuehrerschein", 1)];
    let minutes = total_minutes(&office, &wanted).unwrap();
    let search = calendar.search(&office, &wanted, minutes, Asker::Public);
    assert_eq!(minutes, 40);
    let first = slot_of(at(EIGHT));
    let lane = |lane: &str, slots| LaneSlots { lane: lane.into(), slots };
    let both = vec![lane("1", first..first + 6), lane("4", first + 6..first + 8)];
    assert_eq!(calendar.lanes(first, &search), Some(both));
    calendar.mark(first + 7..first + 8, &"4".into(), true);
    assert_eq!(calendar.lanes(first, &search), None, "both or nothing");
    assert_eq!(
        calendar.free_starts(at(EIGHT)..at("2026-11-23T07:30:00Z"), &search, 9),
        [at("2026-11-23T07:10:00Z"), at("2026-11-23T07:20:00Z")]
    );
    // With a counter that does all of it there is one part, whichever counters are beside it.
    let office = at_counters(&[(&["1", "4", "3"], 0, None, None)]);
    let calendar = Calendar::new(&office, at("2026-11-23T05:00:00Z"));
    let search = calendar.search(&office, &wanted, minutes, Asker::Public);
    assert_eq!(only(&calendar, &search, EIGHT).as_deref(), Some("3"));
}

#[test]
fn parts_that_share_a_slot_have_it_at_both_counters() {
    let mut office = at_counters(&[(&["1", "4"], 0, None, None)]);
    (office.services[0].minutes, office.services[4].minutes) = (12, 6);
    let calendar = Calendar::new(&office, at("2026-11-23T05:00:00Z"));
    let wanted = [choice("personalausweis", 1), choice("fuehrerschein", 1)];
    let search = calendar.search(&office, &wanted, 18, Asker::Public);
    let lanes = calendar.lanes(slot_of(at(EIGHT)), &search).unwrap();
    let spans: Vec<_> = lanes.iter().map(|lane| lane.slots.clone()).collect();
    let first = slot_of(at(EIGHT));
    assert_eq!(spans, [first..first + 3, first + 2..first + 4]);
    // Somebody of an earlier plan stands in the slot that is shared: two counters are not enough for three.
    let mut full = calendar.clone();
    full.mark(first + 2..first + 3, &place(9), true);
    assert_eq!(full.lanes(first, &search), None);
    assert!(!full.free_starts(at(EIGHT)..at("2026-11-23T07:05:00Z"), &search, 1).contains(&at(EIGHT)));
    full.mark(first + 2..first + 3, &place(9), false);
    full.mark(first + 1..first + 2, &place(9), true);
    assert_eq!(full.lanes(first, &search), Some(lanes));
    // An interpreter's minutes are the longest part's.
    let search = calendar.search(&office, &wanted, 18 + 15, Asker::Public);
    let lanes = calendar.lanes(first, &search).unwrap();
    assert_eq!((lanes[0].slots.clone(), lanes[1].slots.clone()), (first..first + 6, first + 5..first + 7));
}

#[test]
fn what_is_kept_back_is_there_for_who_it_is_kept_for_and_after_its_release() {
    let release = Release { days_before: 1, at: "07:00:00".parse().unwrap() };
    let office = at_counters(&[
        (&["1"], 0, Some(Keep::Emergency), None),
        (&["2"], 0, Some(Keep::Staff), Some(release)),
        (&["3", "4"], 0, None, None),
    ]);
    let now = at("2026-11-20T09:00:00Z");
    let mut calendar = Calendar::new(&office, now);
    let of = |calendar: &Calendar, asker| {
        let search = calendar.search(&office, &[choice("personalausweis", 1)], 10, asker);
        assert_eq!(
            calendar.offers(at(EIGHT), &search),
            calendar.lanes(slot_of(at(EIGHT)), &search).is_some()
        );
        only(calendar, &search, EIGHT)
    };
    assert_eq!(of(&calendar, Asker::Public).as_deref(), Some("3"));
    assert_eq!(of(&calendar, Asker::Staff).as_deref(), Some("2"), "what is kept for them goes first");
    assert_eq!(of(&calendar, Asker::Emergency).as_deref(), Some("1"));
    let sunday = at("2026-11-22T06:00:00Z");
    assert_eq!(calendar.next_release(), Some(sunday));
    calendar.pass(sunday - TimeDelta::seconds(1));
    assert_eq!(of(&calendar, Asker::Public).as_deref(), Some("3"));
    calendar.pass(sunday);
    assert_eq!(of(&calendar, Asker::Public).as_deref(), Some("2"), "released, and it can do less");
    assert!(calendar.next_release() > Some(sunday), "those of later weeks");
    assert_eq!(of(&Calendar::new(&office, sunday), Asker::Public).as_deref(), Some("2"));
}

/// A counter that can do everything makes it one part in the hours in which it is there for whoever asks, and costs
/// nobody a time on other days, or when it is kept for others or comes late.
#[test]
fn a_counter_that_can_do_more_costs_nobody_a_time() {
    let wanted = [choice("personalausweis", 1), choice("fuehrerschein", 1)];
    let now = at("2026-11-23T05:00:00Z");
    let parts = |office: &Office, calendar: &Calendar, asker, start| {
        let search = calendar.search(office, &wanted, 25, asker);
        let starts = calendar.free_starts(at(start)..at(start) + TimeDelta::minutes(5), &search, 1);
        let lanes = calendar.lanes(slot_of(at(start)), &search).map_or(0, |lanes| lanes.len());
        assert_eq!(starts.is_empty(), lanes == 0);
        lanes
    };
    let askers = [Asker::Public, Asker::Staff, Asker::Emergency];
    let office = at_counters(&[(&["1", "4"], 0, None, None), (&["3"], 0, Some(Keep::Emergency), None)]);
    let calendar = Calendar::new(&office, now);
    assert_eq!(askers.map(|asker| parts(&office, &calendar, asker, EIGHT)), [2, 2, 1]);
    // Released the day before.
    let release = Some(Release { days_before: 1, at: "07:00:00".parse().unwrap() });
    let office = at_counters(&[(&["1", "4"], 0, None, None), (&["3"], 0, None, release)]);
    let mut calendar = Calendar::new(&office, now);
    let later = "2026-11-30T07:00:00Z";
    assert_eq!(askers.map(|asker| parts(&office, &calendar, asker, EIGHT)), [2, 1, 1]);
    assert_eq!(askers.map(|asker| parts(&office, &calendar, asker, later)), [2, 1, 1]);
    // Nobody is sent to two counters because the one is taken that does all of it.
    calendar.mark(slots(at(EIGHT), 25), &"3".into(), true);
    assert_eq!(askers.map(|asker| parts(&office, &calendar, asker, EIGHT)), [2, 0, 0]);
    // It is there on this Monday alone.
    let mut office = at_counters(&[(&["1", "4"], 0, None, None), (&["3"], 0, None, None)]);
    office.hours[1].valid_until = Some(office.day(now));
    let calendar = Calendar::new(&office, now);
    assert_eq!([EIGHT, later].map(|start| parts(&office, &calendar, Asker::Public, start)), [1, 2]);
    // Before its release nobody can do all of it, and afterwards everybody is found a time.
    let office = at_counters(&[(&["1"], 0, None, None), (&["3"], 0, None, release)]);
    let calendar = Calendar::new(&office, now);
    assert_eq!([EIGHT, later].map(|start| parts(&office, &calendar, Asker::Public, start)), [1, 0]);
}

#[test]
fn who_books_for_themselves_keeps_the_notice() {
    let mut office = office_of(1);
    office.rules.notice_minutes = 120;
    let now = at("2026-11-23T05:00:00Z");
    assert_eq!(bookable(&office, now, Asker::Public).start, at(EIGHT));
    assert_eq!(bookable(&office, now, Asker::Staff).start, now);
    let end = office.next_midnight(office.local(last_day(&office, now), NaiveTime::MIN));
    assert_eq!(bookable(&office, now, Asker::Public).end, end);
}

#[test]
fn lanes_are_laid_whoever_they_are_kept_for() {
    let office = at_counters(&[(&["1"], 1, Some(Keep::Emergency), None)]);
    let open = open_lanes(&office, at("2026-11-23T05:00:00Z"));
    let first: Vec<_> = open.iter().filter(|open| open.slots.start == slot_of(at(EIGHT))).collect();
    assert_eq!(first.len(), 2, "{open:?}");
    assert!(first.iter().all(|open| open.slots.end - open.slots.start == 48));
}

#[test]
fn hours_across_both_clock_changes() {
    let mut office = office_of(1);
    office.rules.grid_minutes = 30;
    office.hours[0].weekdays = vec![Weekday::Sun];
    office.hours.truncate(1);
    office.hours[0].from = chrono::NaiveTime::from_hms_opt(1, 0, 0).unwrap();
    office.hours[0].to = chrono::NaiveTime::from_hms_opt(4, 0, 0).unwrap();
    // Autumn: three hours on the wall last four, and half past two comes twice.
    let now = at("2026-10-24T12:00:00Z");
    let calendar = Calendar::new(&office, now);
    let half = search(&calendar, &office, 30);
    let starts = calendar.free_starts(now..at("2026-10-26T00:00:00Z"), &half, 99);
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
    let calendar = Calendar::new(&office, now);
    let starts = calendar.free_starts(now..at("2027-03-29T00:00:00Z"), &half, 99);
    assert_eq!(
        local(&office, &starts),
        ["28 01:00 +0100", "28 01:30 +0100", "28 03:00 +0200", "28 03:30 +0200"]
    );
}

#[test]
fn closed_days_offer_nothing() {
    let mut office = office_of(1);
    let now = at("2026-11-23T05:00:00Z");
    office.closures.push(Closure { date: office.day(now), ..Closure::default() });
    let calendar = Calendar::new(&office, now);
    let ten = search(&calendar, &office, 10);
    assert!(calendar.free_starts(now..at("2026-11-23T23:00:00Z"), &ten, 1).is_empty());
    assert_eq!(calendar.free_starts(now..at("2026-11-24T23:00:00Z"), &ten, 1).len(), 1);
}

#[test]
fn sums_and_their_refusals() {
    let mut office = examples::office();
    let id = office.services[0].id.as_str().to_owned();
    let minutes = office.services[0].minutes;
    assert_eq!(total_minutes(&office, &[choice(&id, 2)]), Ok(minutes * 2));
    office.services[0].minutes_more = Some(3);
    assert_eq!(total_minutes(&office, &[choice(&id, 3)]), Ok(minutes + 6));
    assert_eq!(
        total_minutes(&office, &[choice(&id, 3)]),
        Ok(office.minutes(&[choice(&id, 3)])),
        "as the lobby"
    );
    assert_eq!(total_minutes(&office, &[]), Err(Refusal::ServicesWrong));
    assert_eq!(total_minutes(&office, &[choice(&id, 0)]), Err(Refusal::ServicesWrong));
    assert_eq!(total_minutes(&office, &[choice(&id, 21)]), Err(Refusal::ServicesWrong));
    assert_eq!(total_minutes(&office, &[choice(&id, 1), choice(&id, 1)]), Err(Refusal::ServicesWrong));
    assert_eq!(
        total_minutes(&office, &[choice("nothing", 1)]),
        Err(Refusal::ServiceUnknown { service: "nothing".to_owned() })
    );
    let too_many = |most| Err(Refusal::TooMany { service: id.clone(), most });
    assert_eq!(total_minutes(&office, &[choice(&id, 7)]), too_many(6));
    office.services[0].most = Some(2);
    assert_eq!(total_minutes(&office, &[choice(&id, 3)]), too_many(2));
    office.services[0].alone = true;
    assert_eq!(total_minutes(&office, &[choice(&id, 2)]), Ok(minutes + 3));
    let beside = office.services[1].id.as_str().to_owned();
    assert_eq!(
        total_minutes(&office, &[choice(&beside, 1), choice(&id, 1)]),
        Err(Refusal::NotTogether { service: beside.clone(), other: id.clone() })
    );
    office.services[0].alone = false;
    let third = office.services[2].id.clone();
    office.services[0].only_with = vec![third.clone()];
    for both in [[&id, &beside], [&beside, &id]] {
        let wanted = both.map(|id| choice(id, 1));
        assert!(matches!(total_minutes(&office, &wanted), Err(Refusal::NotTogether { .. })), "{both:?}");
    }
    total_minutes(&office, &[choice(&id, 1), choice(third.as_str(), 1)]).expect("is named");
    total_minutes(&office, &[choice(&beside, 1), choice(third.as_str(), 1)]).expect("nobody says otherwise");
    let mut slow = examples::office();
    (slow.services[0].minutes, slow.services[0].most) = (240, Some(20));
    assert_eq!(total_minutes(&slow, &[choice(&id, 20)]), Err(Refusal::TooLong { minutes: 4800 }));
}
