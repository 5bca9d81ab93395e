//! Languages: texts, choice of language, times, dates and spans. No screen, no server.
//!
//! Texts are Fluent files under `assets/locales/<tag>/`, embedded when this package is built. German is the
//! source and the default; every other language has the same ids with the same variables, which tests keep.
//!
//! - [`Language`]: which languages there are, and how one is chosen
//! - [`text`], [`text_with`], [`Value`]: a text by its id
//! - [`time_of_day`], [`time_with_seconds`], [`date`], [`short_date`], [`day_and_time`], [`span`]: what
//!   programs compute and people read

mod bundle;
mod format;
mod language;

pub use bundle::{Value, text, text_with};
pub use format::{date, day_and_time, short_date, span, time_of_day, time_with_seconds};
pub use language::Language;
