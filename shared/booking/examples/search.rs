//! How long one search over the horizon takes: `cargo run --release -p foyer-booking --example search`.

#![expect(clippy::print_stdout, reason = "it is what this program is for")]

use chrono::TimeDelta;
use foyer_booking::calendar::{Asker, Calendar, bookable, slot_of, total_minutes};
use foyer_booking::examples::OFFICE;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::{Keep, Office, OpeningHours, Release};
use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: u32 = 2000;

fn main() -> anyhow::Result<()> {
    let mut office: Office = toml::from_str(OFFICE)?;
    office.rules.horizon_days = 90;
    let now: Timestamp = "2026-11-23T05:30:00Z".parse()?;
    let choice = |service: &str, quantity| ServiceChoice { service: service.into(), quantity };
    let short = vec![choice("personalausweis", 1)];
    let long = vec![choice("personalausweis", 6), choice("reisepass", 6), choice("ummeldung", 6)];
    let parts = vec![choice("reisepass", 1), choice("parkausweis", 1)];
    report("the example, one service", &office, now, &short);
    office.hours = vec![OpeningHours {
        weekdays: office.hours[0].weekdays.clone(),
        from: "07:00:00".parse()?,
        to: "19:00:00".parse()?,
        counters: vec!["1".into(), "2".into(), "4".into()],
        ..OpeningHours::default()
    }];
    office.rules.grid_minutes = 5;
    report("twelve hours, every five minutes", &office, now, &short);
    report("… five hours long", &office, now, &long);
    report("… at two counters", &office, now, &parts);
    let release = Some(Release { days_before: 1, at: "07:00:00".parse()? });
    let kept = OpeningHours {
        counters: Vec::new(),
        places: 61,
        keep: Some(Keep::Staff),
        release,
        ..office.hours[0].clone()
    };
    office.hours.push(kept);
    report("… of 64 lanes, most of them kept back", &office, now, &parts);
    Ok(())
}

fn report(what: &str, office: &Office, now: Timestamp, wanted: &[ServiceChoice]) {
    let made = Instant::now();
    let mut calendar = Calendar::new(office, now);
    let made = made.elapsed();
    let minutes = total_minutes(office, wanted).unwrap_or(60);
    let within = bookable(office, now, Asker::Public);
    fill(&mut calendar, office, now);
    let search = calendar.search(office, wanted, minutes, Asker::Public);
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            let search = calendar.search(office, black_box(wanted), minutes, Asker::Public);
            black_box(calendar.free_starts(within.clone(), &search, usize::MAX));
            begun.elapsed()
        })
        .collect();
    times.sort();
    let free = calendar.count_free(within, &search);
    let at = |share: usize| times[times.len() * share / 100].as_micros();
    println!(
        "{what}: {free} free of {} services and {minutes} minutes; p50 {} µs, p99 {} µs; made in {} µs",
        wanted.len(),
        at(50),
        at(99),
        made.as_micros()
    );
}

/// Books two of three times, as a town's office is after some days.
fn fill(calendar: &mut Calendar, office: &Office, now: Timestamp) {
    let wanted = [ServiceChoice { service: "personalausweis".into(), quantity: 1 }];
    let search = calendar.search(office, &wanted, 15, Asker::Staff);
    let starts = calendar.free_starts(now..now + TimeDelta::days(120), &search, usize::MAX);
    for (_, start) in starts.iter().enumerate().filter(|(at, _)| at % 3 != 0) {
        for given in calendar.lanes(slot_of(*start), &search).into_iter().flatten() {
            calendar.mark(given.slots, &given.lane, true);
        }
    }
}
