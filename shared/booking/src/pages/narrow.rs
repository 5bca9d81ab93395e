//! Which of the free times somebody wants to see: from a day on, in the morning or afternoon, at one of an office's
//! places, without steps.

pub use crate::calendar::HalfDay;
use crate::calendar::{self, Asker, SEARCH_DAYS};
use crate::refusal::Refusal;
use crate::store::{OfficeState, Wanted};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::StopId;
use foyer_domain::office::Office;

/// What is wanted; by default all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// Which half of the day.
    pub half: Option<HalfDay>,
    /// At which of an office's places; an office that has none of this name is wanted wherever it is.
    pub stop: Option<StopId>,
    /// Whether other offices must be reached without a step.
    pub step_free: bool,
}

impl Narrow {
    /// What the address says.
    pub fn read(query: &[(String, String)]) -> Self {
        let value = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        Self {
            from: value("from").and_then(|day| day.parse().ok()),
            half: value("half").and_then(HalfDay::from_name),
            stop: value("stop").filter(|id| is_name(id)).map(StopId::from),
            step_free: value("step_free") == Some("1"),
        }
    }

    /// The other way round, to be added to an address that has a `?` already.
    pub fn query(&self) -> String {
        let from = self.from.map(|from| format!("&from={from}")).unwrap_or_default();
        let half = self.half.map(|half| format!("&half={}", half.as_str())).unwrap_or_default();
        let stop = self.stop.as_ref().map(|stop| format!("&stop={stop}")).unwrap_or_default();
        format!("{from}{half}{stop}{}", if self.step_free { "&step_free=1" } else { "" })
    }

    /// Whether it leaves out any time of an office.
    pub fn leaves_out(&self) -> bool {
        self.from.is_some() || self.half.is_some() || self.stop.is_some()
    }

    /// Whether somebody wants this time.
    pub fn takes(&self, office: &Office, at: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= office.day(at))
            && self.half.is_none_or(|half| half == HalfDay::of(office, at))
            && self.is_there(office, at)
    }

    /// Whether the office is then where it is wanted.
    fn is_there(&self, office: &Office, at: Timestamp) -> bool {
        let wanted = self.stop.as_ref().and_then(|stop| office.stop(stop));
        wanted.is_none_or(|wanted| office.stop_at(at) == Some(wanted))
    }

    /// Every free start that is wanted, earliest first.
    ///
    /// # Errors
    /// Services that cannot be booked.
    pub fn starts(
        &self,
        state: &OfficeState,
        wanted: &[ServiceChoice],
        now: Timestamp,
    ) -> Result<Vec<Timestamp>, Refusal> {
        let mut starts = Vec::new();
        let end = calendar::bookable(&state.office, now, Asker::Public).end;
        let mut from = self.begins(&state.office, now);
        while from < end {
            let to = end.min(from + TimeDelta::days(SEARCH_DAYS));
            starts.extend(state.free_times(wanted, from..to, Asker::Public, now)?.starts);
            from = to;
        }
        starts.retain(|at| self.takes(&state.office, *at));
        Ok(starts)
    }

    /// The first free start that is wanted.
    pub fn first(&self, state: &OfficeState, wanted: &[ServiceChoice], now: Timestamp) -> Option<Timestamp> {
        let has_stop = self.stop.as_ref().is_some_and(|stop| state.office.stop(stop).is_some());
        if self.half.is_some() || has_stop {
            return self.starts(state, wanted, now).ok()?.first().copied();
        }
        let wanted = Wanted::new(&state.office, wanted, Asker::Public).ok()?;
        state.next_free(wanted, self.begins(&state.office, now), now)
    }

    fn begins(&self, office: &Office, now: Timestamp) -> Timestamp {
        self.from.map_or(now, |from| office.local(from, NaiveTime::MIN).max(now))
    }
}

/// Whether a place can have this name, as offices' files are judged.
fn is_name(id: &str) -> bool {
    id.len() <= 40 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    fn read(query: &[(&str, &str)]) -> Narrow {
        let query: Vec<_> =
            query.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        Narrow::read(&query)
    }

    #[test]
    fn addresses_say_what_is_wanted() {
        let all =
            read(&[("from", "2026-12-01"), ("half", "afternoon"), ("stop", "gruenau"), ("step_free", "1")]);
        assert_eq!(all.query(), "&from=2026-12-01&half=afternoon&stop=gruenau&step_free=1");
        let nothing =
            read(&[("from", "2026-02-30"), ("half", "night"), ("stop", "a&b"), ("step_free", "yes")]);
        assert_eq!((&nothing, nothing.query().as_str()), (&Narrow::default(), ""));
    }

    #[test]
    fn noon_parts_the_day_in_the_offices_zone() {
        let office = examples::office();
        let takes = |query: &[(&str, &str)], at: &str| read(query).takes(&office, at.parse().unwrap());
        // In Berlin it is an hour later, in summer two.
        for (at, is_morning) in [
            ("2026-11-23T10:55:00Z", true),
            ("2026-11-23T11:00:00Z", false),
            ("2026-07-23T10:00:00Z", false),
            ("2026-07-23T09:59:59Z", true),
        ] {
            assert_eq!(takes(&[("half", "morning")], at), is_morning, "{at}");
            assert_eq!(takes(&[("half", "afternoon")], at), !is_morning, "{at}");
        }
        let from = [("from", "2026-11-24")];
        assert!(!takes(&from, "2026-11-23T22:59:00Z") && takes(&from, "2026-11-23T23:00:00Z"));
    }
}
