//! ZMS's estimate, as published (its `QueueList`): one average for all, divided by the counters that are signed on.

use chrono::TimeDelta;
use foyer_domain::Timestamp;

/// Somebody in ZMS's list: everybody with an appointment to come, here or not, and everybody who waits.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// Whose place.
    pub number: usize,
    /// The booked start.
    pub appointment: Option<Timestamp>,
    /// When they came; for an appointment ZMS takes its time.
    pub arrived: Timestamp,
}

/// How long somebody in the list waits, in seconds; `None` for who is not in it. Nobody has a priority of their own,
/// as where nobody sets one.
pub fn estimate(
    people: Vec<Person>,
    whose: usize,
    now: Timestamp,
    average_s: f64,
    counters: usize,
) -> Option<i64> {
    let slot = average_s / counters.max(1) as f64;
    let after = |seconds: f64| now + TimeDelta::milliseconds((seconds * 1_000.0) as i64);
    let (mut appointments, mut walk_ins): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|person| person.appointment.is_some());
    appointments.sort_by_key(|person| (person.appointment, person.number));
    walk_ins.sort_by_key(|person| (person.arrived, person.number));
    let (mut appointments, mut walk_ins) = (appointments.into_iter().peekable(), walk_ins.into_iter());
    let (mut current, mut pessimistic) = (120.0, slot);
    loop {
        let is_next = |person: &Person| person.appointment.is_some_and(|time| time <= after(current));
        let person =
            appointments.next_if(is_next).or_else(|| walk_ins.next()).or_else(|| appointments.next())?;
        if person.number == whose {
            let is_to_come = person.appointment.is_some_and(|time| time > now);
            let minutes =
                if is_to_come { (current / 60.0_f64).ceil() + 1.0 } else { (pessimistic / 60.0).floor() };
            return Some(minutes as i64 * 60);
        }
        pessimistic += slot;
        current += slot;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of its own test: three people who wait, twelve minutes a visit, two counters … and one.
    #[test]
    fn a_list_of_walk_ins_is_counted_by_the_average() {
        let now: Timestamp = "2016-04-01T11:00:00Z".parse().unwrap();
        let person = |number: usize| Person {
            number,
            appointment: None,
            arrived: now - TimeDelta::minutes(30 - number as i64),
        };
        let people: Vec<Person> = (0..3).map(person).collect();
        let minutes = |whose, counters| {
            estimate(people.clone(), whose, now, 12.0 * 60.0, counters).map(|seconds| seconds / 60)
        };
        assert_eq!([minutes(0, 1), minutes(1, 1), minutes(2, 1)], [Some(12), Some(24), Some(36)]);
        assert_eq!([minutes(0, 2), minutes(2, 2)], [Some(6), Some(18)]);
        assert_eq!(minutes(7, 1), None);
    }

    #[test]
    fn an_appointment_whose_time_has_come_goes_first() {
        let now: Timestamp = "2016-04-01T11:00:00Z".parse().unwrap();
        let at = |minutes: i64| now + TimeDelta::minutes(minutes);
        let people = vec![
            Person { number: 0, appointment: None, arrived: at(-60) },
            Person { number: 1, appointment: Some(at(-5)), arrived: at(-5) },
            Person { number: 2, appointment: Some(at(30)), arrived: at(30) },
        ];
        let minutes = |whose| estimate(people.clone(), whose, now, 600.0, 1).map(|seconds| seconds / 60);
        assert_eq!([minutes(1), minutes(0)], [Some(10), Some(20)]);
        assert_eq!(minutes(2), Some(23), "2 + 10 + 10 minutes, and one");
    }
}
