//! The stories of `tests/server`, told to a server that keeps everything in PostgreSQL, and what only that can do.

#![expect(clippy::unwrap_used, reason = "a test that meets an error has failed")]

#[path = "../server/admin.rs"]
mod admin;
#[path = "../server/bad_input.rs"]
mod bad_input;
#[path = "../server/bookings.rs"]
mod bookings;
#[path = "../server/by_mail.rs"]
mod by_mail;
#[path = "../server/capacity.rs"]
mod capacity;
mod carry;
#[path = "../server/choosing.rs"]
mod choosing;
#[path = "../server/closings.rs"]
mod closings;
#[path = "../../../../tests/src/postgres.rs"]
mod cluster;
#[path = "../server/counters.rs"]
mod counters;
#[path = "../server/days.rs"]
mod days;
#[path = "../server/desk.rs"]
mod desk;
#[path = "../server/feed.rs"]
mod feed;
#[path = "../server/hooks.rs"]
mod hooks;
#[path = "../server/interpreters.rs"]
mod interpreters;
#[path = "../server/late.rs"]
mod late;
#[path = "../server/limits.rs"]
mod limits;
#[path = "../server/live.rs"]
mod live;
#[path = "../server/mail.rs"]
mod mail;
#[path = "../server/mail_server.rs"]
mod mail_server;
#[path = "../server/mails.rs"]
mod mails;
#[path = "../server/metrics.rs"]
mod metrics;
#[path = "../server/offices.rs"]
mod offices;
#[path = "../server/others.rs"]
mod others;
#[path = "../server/outbox.rs"]
mod outbox;
#[path = "../server/pace.rs"]
mod pace;
#[path = "../server/pages.rs"]
mod pages;
mod peers;
#[path = "../server/people.rs"]
mod people;
#[path = "../server/phones.rs"]
mod phones;
#[path = "../server/previews.rs"]
mod previews;
#[path = "../server/programs.rs"]
mod programs;
#[path = "../server/requests.rs"]
mod requests;
#[path = "../server/staff.rs"]
mod staff;
#[path = "../server/statistics.rs"]
mod statistics;
#[path = "../server/stops.rs"]
mod stops;
#[path = "../server/support.rs"]
mod support;
#[path = "../server/times.rs"]
mod times;
#[path = "../server/together.rs"]
mod together;
#[path = "../server/waiting.rs"]
mod waiting;

use cluster::Database;

/// Where these stories are kept.
pub(crate) struct Kept(Database);

impl Kept {
    pub(crate) fn new(_: &std::path::Path) -> Self {
        Self(Database::new(false).unwrap())
    }

    pub(crate) fn data(&self) -> String {
        format!("[data.postgres]\nconnection = \"{}\"\n", self.0.connection())
    }

    /// How to reach it.
    pub(crate) fn connection(&self) -> String {
        self.0.connection()
    }

    pub(crate) fn execute(&self, sql: &str) -> Result<u64, String> {
        self.0.execute(sql).map_err(|error| error.to_string())
    }

    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.0.number(sql).unwrap()
    }

    pub(crate) fn text(&self, sql: &str) -> String {
        self.0.text(sql).unwrap()
    }

    pub(crate) fn count_in_files(&self, bytes: &[u8]) -> usize {
        self.0.count_in_files(bytes).unwrap()
    }

    /// Lets nobody in, or everybody again.
    pub(crate) fn let_in(&self, is_open: bool) {
        self.0.let_in(is_open).unwrap();
    }
}
