//! Which of the free times somebody wants to see: from a day on, in the morning or afternoon, at one of an office's
//! places; and which other offices: without steps, where one's language is spoken.

use super::frame::Words;
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
    /// The language that somebody at other offices must speak.
    pub speaks: Option<&'static str>,
    /// What was typed as the first day where it is none.
    pub no_day: Option<String>,
}

/// What is typed as a day is never longer.
const LONGEST_DAY: usize = 40;

impl Narrow {
    /// What the address says.
    pub fn read(query: &[(String, String)]) -> Self {
        let value = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let typed = value("from").map(str::trim).filter(|typed| !typed.is_empty());
        let from = typed.and_then(read_day);
        Self {
            from,
            no_day: typed.filter(|_| from.is_none()).map(|typed| typed.chars().take(LONGEST_DAY).collect()),
            half: value("half").and_then(HalfDay::from_name),
            stop: value("stop").filter(|id| is_name(id)).map(StopId::from),
            step_free: value("step_free") == Some("1"),
            speaks: value("speaks").and_then(foyer_text::spoken_language).map(|spoken| spoken.code),
        }
    }

    /// The other way round, as fields of a form.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let from = self.from.map(|from| from.to_string()).or(self.no_day.clone());
        let fields = [
            ("from", from),
            ("half", self.half.map(|half| half.as_str().to_owned())),
            ("stop", self.stop.as_ref().map(ToString::to_string)),
            ("step_free", self.step_free.then(|| "1".to_owned())),
            ("speaks", self.speaks.map(str::to_owned)),
        ];
        fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// The same to be added to an address that has a `?` already.
    pub fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.fields());
        match query.finish() {
            query if query.is_empty() => query,
            query => format!("&{query}"),
        }
    }

    /// Whether anything is wanted that the page's form asks for; places are chosen from a list of their own.
    pub fn is_of_form(&self) -> bool {
        *self != Self { stop: self.stop.clone(), ..Self::default() }
    }

    /// What stands in the field of the first day.
    pub fn typed_day(&self) -> String {
        self.from.map(|from| from.to_string()).or(self.no_day.clone()).unwrap_or_default()
    }

    /// Whether an office can be gone to by whoever wants this.
    pub fn fits(&self, office: &Office) -> bool {
        (!self.step_free || office.is_step_free_somewhere())
            && self.speaks.is_none_or(|code| office.languages.iter().any(|spoken| spoken == code))
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

    /// The first free starts that are wanted, at most so many.
    pub fn first(
        &self,
        state: &OfficeState,
        wanted: &[ServiceChoice],
        most: usize,
        now: Timestamp,
    ) -> Vec<Timestamp> {
        let has_stop = self.stop.as_ref().is_some_and(|stop| state.office.stop(stop).is_some());
        if self.half.is_some() || has_stop {
            let mut starts = self.starts(state, wanted, now).unwrap_or_default();
            starts.truncate(most);
            return starts;
        }
        let Ok(wanted) = Wanted::new(&state.office, wanted, Asker::Public) else { return Vec::new() };
        state.next_free_ones(wanted, self.begins(&state.office, now), most, now)
    }

    fn begins(&self, office: &Office, now: Timestamp) -> Timestamp {
        self.from.map_or(now, |from| office.local(from, NaiveTime::MIN).max(now))
    }
}

/// A day as a browser sends it, or as it is written by hand: `2027-03-24`, `24.03.2027`, `24.3.2027`, `24/03/2027`.
pub fn read_day(typed: &str) -> Option<NaiveDate> {
    let latin = |sign: char| match sign {
        // Arabic digits.
        '٠'..='٩' => char::from_digit(sign as u32 - '٠' as u32, 10).unwrap_or(sign),
        other => other,
    };
    let plain: String = typed.chars().filter(|sign| !sign.is_whitespace()).map(latin).collect();
    let parts: Vec<&str> = plain.split(['.', '/', '-']).collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let [one, month, three] = parts[..] else { return None };
    let (day, year) = if plain.contains('-') { (three, one) } else { (one, three) };
    if year.len() != 4 || !parts.iter().all(is_number) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The kind of a field for a day, and what stands in it: what is no day a browser shows only as text.
pub fn day_field(typed: &str) -> (&'static str, String) {
    match read_day(typed) {
        Some(day) => ("date", day.to_string()),
        None if typed.is_empty() => ("date", String::new()),
        None => ("text", typed.to_owned()),
    }
}

/// How a day is written, for who wrote one in another way.
pub fn day_wrong(words: &Words, example: NaiveDate) -> String {
    words.text_with("portal-day-wrong", "example", example.format("%d.%m.%Y").to_string())
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
        let all = read(&[
            ("from", "2026-12-01"),
            ("half", "afternoon"),
            ("stop", "gruenau"),
            ("step_free", "1"),
            ("speaks", "tr"),
        ]);
        assert_eq!(all.query(), "&from=2026-12-01&half=afternoon&stop=gruenau&step_free=1&speaks=tr");
        let nothing =
            read(&[("from", " "), ("half", "night"), ("stop", "a&b"), ("step_free", "yes"), ("speaks", "?")]);
        assert_eq!((&nothing, nothing.query().as_str()), (&Narrow::default(), ""));
    }

    #[test]
    fn days_are_read_as_they_are_written_and_what_is_none_is_kept() {
        for typed in ["2027-03-24", "24.03.2027", "24.3.2027", " 24. 3. 2027 ", "24/03/2027", "٢٤/٠٣/٢٠٢٧"]
        {
            assert_eq!(read_day(typed), NaiveDate::from_ymd_opt(2027, 3, 24), "{typed}");
        }
        for typed in
            ["2027-02-29", "29.02.2027", "24.03.27", "24.03.", "morgen", "+2027-03-24", "2027-3", "3.24.2027"]
        {
            assert_eq!(read_day(typed), None, "{typed}");
            let narrow = read(&[("from", typed)]);
            assert_eq!((narrow.from, narrow.typed_day().as_str()), (None, typed));
            assert!(!narrow.leaves_out() && narrow.is_of_form(), "all times, and what was typed");
        }
        assert_eq!(read(&[("from", "1 & 2")]).query(), "&from=1+%26+2");
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
