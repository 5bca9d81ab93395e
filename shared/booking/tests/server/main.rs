//! The booking server as others meet it: real HTTP on a free port, real files.

#![expect(clippy::unwrap_used, reason = "a test that meets an error has failed")]

mod admin;
mod bad_input;
mod bookings;
mod by_mail;
mod capacity;
mod choosing;
mod closings;
mod counters;
mod days;
mod desk;
mod feed;
mod hooks;
mod interpreters;
mod late;
mod limits;
mod live;
mod mail;
mod mail_server;
mod mails;
mod metrics;
mod offices;
mod others;
mod outbox;
mod pace;
mod pages;
mod people;
mod phones;
mod previews;
mod program;
mod programs;
mod requests;
mod staff;
mod statistics;
mod stops;
mod support;
mod times;
mod together;
mod waiting;

use std::path::{Path, PathBuf};

/// Where these stories are kept: in SQLite.
pub(crate) struct Kept(PathBuf);

impl Kept {
    pub(crate) fn new(folder: &Path) -> Self {
        Self(folder.join("data"))
    }

    pub(crate) fn data(&self) -> String {
        format!("[data]\ndir = {:?}\n", self.0)
    }

    fn open(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.0.join("booking.sqlite")).unwrap()
    }

    pub(crate) fn execute(&self, sql: &str) -> Result<u64, String> {
        self.open().execute(sql, []).map(|changed| changed as u64).map_err(|error| error.to_string())
    }

    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.open().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    pub(crate) fn text(&self, sql: &str) -> String {
        self.open().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    pub(crate) fn count_in_files(&self, bytes: &[u8]) -> usize {
        let files = std::fs::read_dir(&self.0).unwrap();
        let contents = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        contents.map(|content| content.windows(bytes.len()).filter(|window| *window == bytes).count()).sum()
    }
}
