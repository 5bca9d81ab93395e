//! Languages: texts, choice of language, times, dates and spans. No screen, no server.
//!
//! Texts are Fluent files under `assets/locales/<tag>/`, embedded when this package is built. German is the
//! source and the default; every other language has the same ids with the same variables, which tests keep. What
//! only staff read is there in German and English alone ([`is_for_staff`]).
//!
//! - [`Language`]: which languages there are, and how one is chosen
//! - [`text`], [`text_with`], [`Value`]: a text by its id
//! - [`time_of_day`], [`time_told_apart`], [`time_with_seconds`], [`time_aloud`], [`date`], [`short_date`], [`day_and_time`], [`span`]: what
//!   programs compute and people read
//! - [`money`]: what something costs
//! - [`finds`], [`finds_nearly`], [`WAYS`]: searching as people type
//! - [`spoken_among`]: the languages that somebody can be found for
//! - [`with_longer_texts`]: a language that does not exist, to try screens with

mod bundle;
mod format;
mod language;
mod pseudo;
mod search;
mod spoken;

pub use bundle::{Value, is_for_staff, text, text_with};
pub use format::{
    date, day_and_time, money, month_title, short_date, span, time_aloud, time_aloud_with_seconds, time_from,
    time_of_day, time_told_apart, time_with_seconds, weekday, weekday_short,
};
pub use language::Language;
pub use pseudo::with_longer_texts;
pub use search::{Finds, WAYS, finds, finds_nearly};
pub use spoken::{Spoken, spoken_among, spoken_language};
