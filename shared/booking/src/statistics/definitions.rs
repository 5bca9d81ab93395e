//! What the figures mean. Each definition has a text beside the charts, `staff-statistics-means-…`.

use chrono::TimeDelta;
use foyer_domain::visit::VisitState;
use foyer_protocol::feed::{EndedVisit, VisitEnd};

/// Of fewer visits no times are shown: they would be those of single people, and say nothing of the office.
pub const FEW: u32 = 5;

/// The wait: from check-in, but not before the booked start, to the first call, or to the begin of service where nobody
/// was called. Who is called earlier has not waited. None of those who never were.
pub fn wait(visit: &EndedVisit) -> Option<TimeDelta> {
    let from = visit.start.map_or(visit.arrived, |start| start.max(visit.arrived));
    let to = visit.called.or(visit.begun)?;
    Some((to - from).max(TimeDelta::zero()))
}

/// The service time: all time at a counter, without what was put aside. Only of those who were served.
pub fn service_time(visit: &EndedVisit) -> Option<TimeDelta> {
    (visit.end == VisitEnd::Finished).then(|| TimeDelta::seconds(visit.served_s.into()))
}

/// The estimate's error: the time from check-in to the first call, less the middle of what was expected; positive where
/// somebody waited longer. None where nothing was expected, and where an interruption came that nobody could know of.
pub fn estimate_error(visit: &EndedVisit) -> Option<TimeDelta> {
    let (expected, called) = (visit.expected_s?, visit.called?);
    let waited = (called - visit.arrived).max(TimeDelta::zero());
    (!visit.interrupted).then(|| waited - TimeDelta::seconds(expected.into()))
}

/// Whether the call came within the span that was told at check-in, to the minute.
pub fn is_within_span(visit: &EndedVisit) -> Option<bool> {
    let (told, called) = (visit.told?, visit.called?);
    let minutes = (called - visit.arrived).num_minutes().max(0);
    (!visit.interrupted).then(|| (told.from_minutes.into()..=told.to_minutes.into()).contains(&minutes))
}

/// What became of a booking that stood until its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attendance {
    /// Checked in.
    Came,
    /// Came too late and waited without an appointment.
    Late,
    /// The no-show: never checked in, or did not come when called.
    Absent,
}

/// What became of a booking, by what its lobby told of its visit.
pub fn attendance(visit: Option<VisitState>, replaced: bool) -> Attendance {
    match visit {
        None | Some(VisitState::NoShow) => Attendance::Absent,
        Some(_) if replaced => Attendance::Late,
        Some(_) => Attendance::Came,
    }
}

/// The use of capacity in percent: minutes of bookings that stood until their time, of the minutes that the plan had for
/// appointments, whoever they were kept for.
pub fn use_percent(booked_minutes: u64, offered_minutes: u64) -> Option<u32> {
    let percent = (booked_minutes * 100 + offered_minutes / 2).checked_div(offered_minutes)?;
    u32::try_from(percent).ok()
}

/// A percentile by the nearest rank: the least value that so many percent of all do not exceed, which somebody really
/// had. `of` are values and how many had each, in order.
pub fn nearest_rank(of: impl Iterator<Item = (u16, u32)> + Clone, percent: u64) -> Option<u16> {
    let count: u64 = of.clone().map(|(_, count)| u64::from(count)).sum();
    let rank = (count * percent).div_ceil(100).max(1);
    let mut before = 0;
    of.into_iter().find_map(|(value, count)| {
        before += u64::from(count);
        (before >= rank).then_some(value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_domain::Timestamp;
    use foyer_domain::estimate::Span;
    use foyer_domain::id::VisitId;

    fn at(time: &str) -> Timestamp {
        format!("2026-11-23T{time}Z").parse().unwrap()
    }

    /// Checked in at 09:52 for 10:00, called at 10:06, served for six minutes.
    fn visit() -> EndedVisit {
        EndedVisit {
            visit: VisitId(1),
            end: VisitEnd::Finished,
            services: Vec::new(),
            start: Some(at("10:00:00")),
            arrived: at("09:52:00"),
            called: Some(at("10:06:00")),
            begun: Some(at("10:07:00")),
            served_s: 360,
            expected_s: Some(600),
            told: Some(Span { from_minutes: 10, to_minutes: 15 }),
            interrupted: false,
        }
    }

    fn minutes(time: Option<TimeDelta>) -> Option<i64> {
        time.map(|time| time.num_minutes())
    }

    #[test]
    fn a_wait_begins_with_the_appointment_and_ends_with_the_first_call() {
        assert_eq!(minutes(wait(&visit())), Some(6));
        let late = EndedVisit { arrived: at("10:04:00"), ..visit() };
        assert_eq!(minutes(wait(&late)), Some(2));
        let early = EndedVisit { called: Some(at("09:55:00")), ..visit() };
        assert_eq!(minutes(wait(&early)), Some(0));
        let walk_in = EndedVisit { start: None, ..visit() };
        assert_eq!(minutes(wait(&walk_in)), Some(14));
        let without_a_call = EndedVisit { called: None, ..visit() };
        assert_eq!(minutes(wait(&without_a_call)), Some(7));
        let never = EndedVisit { called: None, begun: None, end: VisitEnd::Unserved, ..visit() };
        assert_eq!(wait(&never), None);
    }

    #[test]
    fn only_who_was_served_has_a_service_time() {
        assert_eq!(minutes(service_time(&visit())), Some(6));
        assert_eq!(service_time(&EndedVisit { end: VisitEnd::NoShow, ..visit() }), None);
    }

    #[test]
    fn an_estimate_is_judged_from_check_in_and_not_where_everything_stood_still() {
        assert_eq!(minutes(estimate_error(&visit())), Some(4));
        assert_eq!(is_within_span(&visit()), Some(true));
        let early = EndedVisit { called: Some(at("09:55:00")), ..visit() };
        assert_eq!((minutes(estimate_error(&early)), is_within_span(&early)), (Some(-7), Some(false)));
        let stood_still = EndedVisit { interrupted: true, ..visit() };
        assert_eq!((estimate_error(&stood_still), is_within_span(&stood_still)), (None, None));
        let untold = EndedVisit { expected_s: None, told: None, ..visit() };
        assert_eq!((estimate_error(&untold), is_within_span(&untold)), (None, None));
    }

    #[test]
    fn who_never_came_to_a_counter_is_a_no_show() {
        assert_eq!(attendance(None, false), Attendance::Absent);
        assert_eq!(attendance(Some(VisitState::NoShow), false), Attendance::Absent);
        assert_eq!(attendance(Some(VisitState::Finished), false), Attendance::Came);
        assert_eq!(attendance(Some(VisitState::Unserved), false), Attendance::Came);
        assert_eq!(attendance(Some(VisitState::Finished), true), Attendance::Late);
    }

    #[test]
    fn a_percentile_is_a_value_that_somebody_had() {
        let twenty = (1..=20).map(|value| (value, 1));
        assert_eq!(nearest_rank(twenty.clone(), 50), Some(10));
        assert_eq!(nearest_rank(twenty.clone(), 90), Some(18));
        assert_eq!(nearest_rank(twenty, 95), Some(19));
        assert_eq!(nearest_rank([(3, 1)].into_iter(), 95), Some(3));
        assert_eq!(nearest_rank([(3, 9), (40, 1)].into_iter(), 90), Some(3));
        assert_eq!(nearest_rank(std::iter::empty(), 50), None);
    }

    #[test]
    fn use_is_rounded_and_never_of_nothing() {
        assert_eq!(use_percent(45, 60), Some(75));
        assert_eq!(use_percent(2, 3), Some(67));
        assert_eq!(use_percent(90, 60), Some(150));
        assert_eq!(use_percent(5, 0), None);
    }
}
