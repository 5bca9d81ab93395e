//! How long the figures of a large city take that are not folded yet:
//! `cargo run --release -p foyer-booking --example statistics -- DAYS`, 90 if none is named.

#![expect(clippy::print_stdout, reason = "it is what this program is for")]

use chrono::{Days, NaiveDate, TimeDelta};
use foyer_booking::examples;
use foyer_booking::settings::DataSettings;
use foyer_booking::statistics::figures::Selection;
use foyer_booking::store::{FILE, Store};
use foyer_domain::Timestamp;
use rusqlite::{Connection, params};
use std::hint::black_box;
use std::time::Instant;

const OFFICES: u16 = 20;
/// So many visits and as many bookings has an office a day.
const A_DAY: i64 = 300;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let days = std::env::args().nth(1).map_or(Ok(90), |days| days.parse::<u64>())?;
    let now: Timestamp = "2026-11-23T05:30:00Z".parse()?;
    let today = now.date_naive();
    let folder = tempfile::tempdir()?;
    let settings = DataSettings { dir: Some(folder.path().to_owned()), postgres: None };
    let store = Store::open(&settings, false, now)?;
    for number in 1..=OFFICES {
        let mut office = examples::office();
        office.id = format!("office-{number}").as_str().into();
        office.number = number;
        store.import(office, now).await??;
    }
    let from = today.checked_sub_days(Days::new(days)).unwrap_or(today);
    let rows = fill(&folder.path().join(FILE), from, days)?;
    for (what, from) in [("all days", from), ("one day", today.pred_opt().unwrap_or(today))] {
        let selection = Selection { from, to: today, office: None, service: None };
        let begun = Instant::now();
        let figures = store.statistics(black_box(selection), now).await?;
        let took = begun.elapsed();
        black_box(figures);
        println!("{rows} visits and as many bookings, {what} of {OFFICES} offices: {} ms", took.as_millis());
    }
    Ok(())
}

/// Writes visits and bookings as lobbies tell them; how many of each.
fn fill(file: &std::path::Path, from: NaiveDate, days: u64) -> anyhow::Result<i64> {
    let mut connection = Connection::open(file)?;
    let transaction = connection.transaction()?;
    let mut rows = 0;
    for number in 1..=OFFICES {
        for day in from.iter_days().take(usize::try_from(days)?) {
            for visit in 0..A_DAY {
                rows += 1;
                let hour = 7 + visit % 8;
                let start = day.and_hms_opt(u32::try_from(hour)?, 0, 0).unwrap_or_default().and_utc();
                let at = |minutes: i64| (start + TimeDelta::minutes(minutes)).to_rfc3339();
                let body = format!(
                    "{{\"visit\":{rows},\"end\":\"finished\",\"services\":[{{\"service\":\"reisepass\",\"quantity\":1}}],\
                     \"start\":\"{}\",\"arrived\":\"{}\",\"called\":\"{}\",\"begun\":\"{}\",\"served_s\":600,\"expected_s\":300}}",
                    at(0),
                    at(-5),
                    at(2),
                    at(3)
                );
                transaction
                    .prepare_cached("insert into ended_visit values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
                    .execute(params![
                        format!("office-{number}"),
                        rows,
                        start.timestamp() - 300,
                        day.to_string(),
                        hour,
                        start.timestamp(),
                        body
                    ])?;
                transaction
                    .prepare_cached(
                        "insert into booking (id, secret, office, start, minutes, services, state, short_code, code,
                         language, pin_salt, visit, made_at)
                         values (?1, ?1, ?2, ?3, 20, ?4, 'confirmed', ?1, '', 'de', x'00', '\"finished\"', 0)",
                    )?
                    .execute(params![
                        rows, format!("office-{number}"), start.timestamp(),
                        "[{\"service\":\"reisepass\",\"quantity\":1}]"
                    ])?;
            }
        }
    }
    transaction.commit()?;
    Ok(rows)
}
