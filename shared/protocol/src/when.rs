//! Moments and days as people and programs send them: only those that a calendar can reckon with. What chrono reads
//! reaches so far that the next day, or the same moment in Berlin, would no longer be a date.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use std::ops::RangeInclusive;

/// The years that are read: those with four digits (RFC 3339, 5.6), whatever the offset makes of them.
const YEARS: RangeInclusive<i32> = -1..=10_000;

/// Reads `2026-11-23T07:00:00Z`; none if that is no moment, or one of another age.
pub fn read(text: &str) -> Option<DateTime<Utc>> {
    text.parse().ok().filter(is_near)
}

/// Reads `2026-11-23`; none if that is no day, or one of another age.
pub fn read_day(text: &str) -> Option<NaiveDate> {
    text.parse().ok().filter(is_near)
}

/// For serde's `deserialize_with`.
///
/// # Errors
/// The format's, also for a moment of another age.
pub fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    near(DateTime::deserialize(deserializer)?)
}

/// The same, where it may be left out: with serde's `default`.
///
/// # Errors
/// The format's, also for a moment of another age.
pub fn some_moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    Option::deserialize(deserializer)?.map(near).transpose()
}

/// A day, for serde's `deserialize_with`.
///
/// # Errors
/// The format's, also for a day of another age.
pub fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    near(NaiveDate::deserialize(deserializer)?)
}

fn is_near(date: &impl Datelike) -> bool {
    YEARS.contains(&date.year())
}

fn near<T: Datelike, E: Error>(date: T) -> Result<T, E> {
    if is_near(&date) { Ok(date) } else { Err(E::custom("the year must have four digits")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_calendar_reaches_is_not_read() {
        for far in ["+262142-12-31", "-262143-01-01", "+10001-01-01", "-0002-12-31", "2027-02-29", ""] {
            assert_eq!(read_day(far), None, "{far}");
            assert_eq!(read(&format!("{far}T23:30:00Z")), None, "{far}");
            let json = serde_json::json!(format!("{far}T23:30:00Z"));
            assert!(moment(&json).is_err() && some_moment(&json).is_err(), "{far}");
            assert!(day(&serde_json::json!(far)).is_err(), "{far}");
        }
        assert_eq!(read("2028-02-29T23:30:00Z"), Some("2028-02-29T23:30:00Z".parse().unwrap()));
        assert_eq!(some_moment(&serde_json::Value::Null).unwrap(), None);
        assert_eq!(read_day("2028-02-29"), NaiveDate::from_ymd_opt(2028, 2, 29));
    }
}
