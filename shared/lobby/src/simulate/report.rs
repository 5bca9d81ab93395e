//! What is printed.

use serde::Serialize;
use std::fmt;

/// The measured days of a scenario.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// The scenario's name.
    pub scenario: String,
    /// How many days.
    pub days: u32,
    /// With which seed.
    pub seed: u64,
    /// How much of the counters' time was booked.
    pub load_percent: u32,
    /// How long a visit really takes on average.
    pub mean_service_s: i64,
    /// One rule each.
    pub rows: Vec<Row>,
}

/// The same days under one rule; times in seconds.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Which.
    pub rule: String,
    /// How many with an appointment were called.
    pub booked: usize,
    /// How many without.
    pub walk_ins: usize,
    /// Wait with an appointment, from the later of start and arrival to the call: half are not above.
    pub booked_p50_s: Option<i64>,
    /// … 95 of 100.
    pub booked_p95_s: Option<i64>,
    /// Wait without an appointment, from the arrival.
    pub walk_in_p50_s: Option<i64>,
    /// … 95 of 100.
    pub walk_in_p95_s: Option<i64>,
    /// From the start to the call, for who checked in by the start: 95 of 100.
    pub after_start_p95_s: Option<i64>,
    /// The longest time by which somebody came later and was called before, where either could be.
    pub overtaken_s: i64,
    /// Counters staffed with nobody there.
    pub idle_minutes: i64,
    /// Counters staffed.
    pub staffed_minutes: i64,
    /// Who got no ticket.
    pub turned_away: u32,
    /// Of the idle minutes those within 15 minutes after somebody was turned away whom the counter serves.
    pub idle_after_turned_away_minutes: i64,
    /// Who got a ticket and was never called.
    pub unserved: u32,
    /// Mean distance of the estimate from the wait.
    pub error_s: Option<i64>,
    /// The same of ZMS's estimate, asked for the same tickets in the same moments.
    pub zms_error_s: Option<i64>,
    /// Of 1,000 waits so many were within the span that was told.
    pub in_span_per_mille: Option<i64>,
    /// How many tickets the oracle was asked about.
    pub sampled: i64,
    /// The estimate's error on these.
    pub sampled_error_s: Option<i64>,
    /// The oracle's.
    pub oracle_error_s: Option<i64>,
    /// All waits, for the chart.
    #[serde(skip)]
    pub waits: Vec<i64>,
}

/// Minutes with one digit, `–` where there is nothing.
fn minutes(seconds: Option<i64>) -> String {
    seconds.map_or_else(|| "–".to_owned(), |seconds| format!("{:.1}", seconds as f64 / 60.0))
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{}: {} days, seed {}, {} % booked, {} min a visit (minutes, unless said)",
            self.scenario,
            self.days,
            self.seed,
            self.load_percent,
            minutes(Some(self.mean_service_s)),
        )?;
        type Cell = fn(&Row) -> String;
        let lines: [(&str, Cell); 17] = [
            ("called: booked", |row| row.booked.to_string()),
            ("called: walk-ins", |row| row.walk_ins.to_string()),
            ("booked wait p50", |row| minutes(row.booked_p50_s)),
            ("booked wait p95", |row| minutes(row.booked_p95_s)),
            ("call − start p95, in time", |row| minutes(row.after_start_p95_s)),
            ("walk-in wait p50", |row| minutes(row.walk_in_p50_s)),
            ("walk-in wait p95", |row| minutes(row.walk_in_p95_s)),
            ("longest overtaking", |row| minutes(Some(row.overtaken_s))),
            ("counters idle, % of staffed", |row| percent(row.idle_minutes, row.staffed_minutes)),
            ("walk-ins turned away", |row| row.turned_away.to_string()),
            ("idle min ≤ 15 min after that", |row| row.idle_after_turned_away_minutes.to_string()),
            ("tickets never called", |row| row.unserved.to_string()),
            ("estimate: mean error", |row| minutes(row.error_s)),
            ("ZMS’s for the same tickets", |row| minutes(row.zms_error_s)),
            ("within the told span, %", |row| {
                row.in_span_per_mille
                    .map_or_else(|| "–".to_owned(), |share| format!("{:.1}", share as f64 / 10.0))
            }),
            ("oracle: mean error", |row| minutes(row.oracle_error_s)),
            ("… ours on these tickets", |row| minutes(row.sampled_error_s)),
        ];
        let cells =
            |cell: Cell| self.rows.iter().map(move |row| format!("{:>20}", cell(row))).collect::<String>();
        writeln!(f, "{:<30}{}", "", cells(|row| row.rule.clone()))?;
        for (line, cell) in lines {
            writeln!(f, "{line:<30}{}", cells(cell))?;
        }
        Ok(())
    }
}

fn percent(part: i64, all: i64) -> String {
    format!("{:.1}", part as f64 * 100.0 / all.max(1) as f64)
}
