//! The plan: hours with their counters and places, what is kept back, and closures.

use super::{has_german, range};
use crate::calendar::{MOST_LANES, SLOT_MINUTES};
use chrono::{NaiveTime, Timelike};
use foyer_domain::office::{Closure, Office, OfficeFault, OpeningHours};

/// A row that comes round less often than this nobody keeps in mind.
const RAREST_WEEKS: u8 = 8;
/// Nothing is released longer before its day.
const EARLIEST_RELEASE_DAYS: u16 = 400;

/// Judges hours and closures.
pub(super) fn judge(office: &Office, faults: &mut Vec<OfficeFault>) {
    for (position, row) in office.hours.iter().enumerate() {
        let place = format!("hours[{}]", position + 1);
        judge_times(row, &place, faults);
        judge_validity(row, &place, faults);
        judge_release(row, &place, faults);
        judge_lanes(office, position, row, &place, faults);
    }
    judge_all_lanes(office, faults);
    for (position, closure) in office.closures.iter().enumerate() {
        judge_closure(office, position, closure, faults);
    }
}

fn on_slot(time: NaiveTime) -> bool {
    time.second() == 0 && time.nanosecond() == 0 && time.minute().is_multiple_of(u32::from(SLOT_MINUTES))
}

fn shown(time: NaiveTime) -> impl std::fmt::Display {
    time.format("%H:%M")
}

fn judge_times(row: &OpeningHours, place: &str, faults: &mut Vec<OfficeFault>) {
    let span = format!("{}–{}", shown(row.from), shown(row.to));
    let has_days = !row.weekdays.is_empty() || !row.dates.is_empty();
    range(faults, has_days, place, "on no day", "name its `weekdays` or `dates`");
    let comes_round = !row.weekdays.is_empty() || !row.month_weeks.is_empty() || row.every_weeks.is_some();
    let is_one = row.dates.is_empty() || !comes_round;
    let remedy = "name either `dates`, or `weekdays` and in which weeks";
    range(faults, is_one, &format!("{place}.dates"), "beside weekdays", remedy);
    range(faults, row.from < row.to, place, &span, "`from` must be before `to`");
    range(faults, on_slot(row.from) && on_slot(row.to), place, &span, "use full five minutes");
}

fn judge_validity(row: &OpeningHours, place: &str, faults: &mut Vec<OfficeFault>) {
    if let (Some(from), Some(until)) = (row.valid_from, row.valid_until) {
        range(faults, from <= until, &format!("{place}.valid_until"), until, "it is before `valid_from`");
    }
    if let Some(weeks) = row.every_weeks {
        let is_one = row.month_weeks.is_empty();
        let remedy = "name either `month_weeks` or `every_weeks`";
        range(faults, is_one, &format!("{place}.month_weeks"), "beside `every_weeks`", remedy);
        let place = format!("{place}.every_weeks");
        let fits = (1..=RAREST_WEEKS).contains(&weeks);
        range(faults, fits, &place, weeks, "use 2 to 8, or leave it out for every week");
        let remedy = "name `valid_from`, from whose week on weeks are counted";
        range(faults, row.valid_from.is_some(), &place, weeks, remedy);
    }
}

fn judge_release(row: &OpeningHours, place: &str, faults: &mut Vec<OfficeFault>) {
    let Some(release) = row.release else { return };
    let place = format!("{place}.release");
    let days = release.days_before;
    range(faults, days <= EARLIEST_RELEASE_DAYS, &format!("{place}.days_before"), days, "use 0 to 400");
    let is_in_time = days > 0 || release.at < row.to;
    let remedy = "its hours are over by then, use an earlier `at` or `days_before`";
    range(faults, is_in_time, &format!("{place}.at"), shown(release.at), remedy);
}

fn judge_lanes(
    office: &Office,
    position: usize,
    row: &OpeningHours,
    place: &str,
    faults: &mut Vec<OfficeFault>,
) {
    let (least, remedy) = match row.counters.is_empty() {
        true => (1, "use 1 to 64, or name `counters`"),
        false => (0, "use 0 to 64"),
    };
    let fits = (least..=MOST_LANES).contains(&usize::from(row.places));
    range(faults, fits, &format!("{place}.places"), row.places, remedy);
    let place = format!("{place}.counters");
    for (at, counter) in row.counters.iter().enumerate() {
        if office.counter(counter).is_none() {
            let id = counter.to_string();
            faults.push(OfficeFault::Missing { place: place.clone(), id, list: "counters" });
        }
        let is_once = !row.counters[..at].contains(counter);
        range(faults, is_once, &place, format!("`{counter}` twice"), "name each counter once");
        let meets = |other: &OpeningHours| other.counters.contains(counter) && other.meets(row);
        let other = office.hours[..position].iter().position(meets);
        let remedy = "a counter stands in one row at a time, take it out of the other";
        let value = || format!("`{counter}`, which is in hours[{}] then", other.unwrap_or_default() + 1);
        range(faults, other.is_none(), &place, value(), remedy);
    }
}

fn judge_all_lanes(office: &Office, faults: &mut Vec<OfficeFault>) {
    if office.hours.is_empty() || office.hours.iter().any(|row| usize::from(row.places) > MOST_LANES) {
        return;
    }
    let lanes = office.all_lanes();
    let remedy = "use 64 counters and places at most side by side";
    range(faults, lanes.len() <= MOST_LANES, "hours", format!("{} lanes", lanes.len()), remedy);
    for service in office.services.iter().filter(|_| !lanes.is_empty()) {
        let is_served = lanes.iter().any(|lane| office.lane_serves(lane, &service.id));
        let place = format!("services.{}", service.id);
        let remedy = "name a counter that offers it, or `places`, in `hours`";
        range(faults, is_served, &place, "never to be booked", remedy);
    }
}

fn judge_closure(office: &Office, position: usize, closure: &Closure, faults: &mut Vec<OfficeFault>) {
    let place = format!("closures.{}", closure.date);
    has_german(faults, &format!("{place}.reason"), &closure.reason);
    if let Some(until) = closure.until {
        range(faults, closure.date <= until, &format!("{place}.until"), until, "it is before `date`");
    }
    let from = closure.from.unwrap_or(NaiveTime::MIN);
    let span = |to: NaiveTime| format!("{}–{}", shown(from), shown(to));
    if let Some(to) = closure.to {
        range(faults, from < to, &place, span(to), "`from` must be before `to`");
    }
    let fits = on_slot(from) && closure.to.is_none_or(on_slot);
    range(faults, fits, &place, span(closure.to.unwrap_or(NaiveTime::MIN)), "use full five minutes");
    for counter in closure.counters.iter().filter(|id| office.counter(id).is_none()) {
        let place = format!("{place}.counters");
        faults.push(OfficeFault::Missing { place, id: counter.to_string(), list: "counters" });
    }
    let overlaps =
        |other: &Closure| other.is_whole() && other.date <= closure.last() && closure.date <= other.last();
    if closure.is_whole() && office.closures[..position].iter().any(overlaps) {
        faults.push(OfficeFault::Twice { list: "closures", id: closure.date.to_string() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use expect_test::{Expect, expect};
    use foyer_domain::office::{Localized, Release};

    fn check(change: impl FnOnce(&mut Office), expected: Expect) {
        let mut office = examples::office();
        let places = OpeningHours { places: 3, counters: Vec::new(), ..office.hours[0].clone() };
        office.hours = vec![places];
        office.closures.clear();
        change(&mut office);
        let said: Vec<String> = super::super::judge(&office).iter().map(ToString::to_string).collect();
        expected.assert_eq(&said.join("\n"));
    }

    fn time(text: &str) -> NaiveTime {
        text.parse().unwrap()
    }

    fn closed(date: &str) -> Closure {
        Closure { date: date.parse().unwrap(), reason: Localized::german("zu"), ..Closure::default() }
    }

    #[test]
    fn hours_have_days_times_and_lanes() {
        check(|_| {}, expect![""]);
        check(
            |office| office.hours[0].from = time("12:30:00"),
            expect!["`hours[1]` is 12:30–12:00: `from` must be before `to`"],
        );
        check(
            |office| office.hours[0].to = time("14:02:00"),
            expect!["`hours[1]` is 08:00–14:02: use full five minutes"],
        );
        check(
            |office| office.hours[0].weekdays.clear(),
            expect!["`hours[1]` is on no day: name its `weekdays` or `dates`"],
        );
        check(
            |office| office.hours[0].places = 0,
            expect![[r#"`hours[1].places` is 0: use 1 to 64, or name `counters`"#]],
        );
        check(
            |office| office.hours[0].places = 65,
            expect![[r#"`hours[1].places` is 65: use 1 to 64, or name `counters`"#]],
        );
    }

    #[test]
    fn a_counter_is_known_and_stands_in_one_row_at_a_time() {
        let counters = |ids: &[&str]| ids.iter().map(|id| (*id).into()).collect::<Vec<_>>();
        check(
            |office| office.hours[0].counters = counters(&["1", "9", "1"]),
            expect![[r#"
                `hours[1].counters` names `9`, which is not among `counters`
                `hours[1].counters` is `1` twice: name each counter once"#]],
        );
        check(
            |office| {
                office.hours[0].counters = counters(&["1", "2"]);
                let beside = OpeningHours { counters: counters(&["2", "3"]), ..office.hours[0].clone() };
                office.hours.push(OpeningHours { from: time("11:00:00"), to: time("13:00:00"), ..beside });
            },
            expect![[
                r#"`hours[2].counters` is `2`, which is in hours[1] then: a counter stands in one row at a time, take it out of the other"#
            ]],
        );
        check(
            |office| {
                office.hours[0].counters = counters(&["1", "2"]);
                let after = OpeningHours { counters: counters(&["2"]), ..office.hours[0].clone() };
                office.hours.push(OpeningHours { from: time("12:00:00"), to: time("13:00:00"), ..after });
            },
            expect![""],
        );
        check(
            |office| {
                office.hours[0].places = 0;
                office.hours[0].counters = counters(&["1", "2"]);
            },
            expect![[r#"
                `services.fuehrerschein` is never to be booked: name a counter that offers it, or `places`, in `hours`
                `services.parkausweis` is never to be booked: name a counter that offers it, or `places`, in `hours`"#]],
        );
        check(
            |office| {
                office.hours[0].places = 40;
                office.hours.push(office.hours[0].clone());
            },
            expect!["`hours` is 80 lanes: use 64 counters and places at most side by side"],
        );
        check(
            |office| office.counters[0].id = "#1".into(),
            expect!["`counters.#1` is no id: begin it without #, which places without a counter have"],
        );
    }

    #[test]
    fn validity_and_release_are_in_order() {
        check(
            |office| {
                office.hours[0].valid_from = "2027-01-01".parse().ok();
                office.hours[0].valid_until = "2026-12-31".parse().ok();
            },
            expect!["`hours[1].valid_until` is 2026-12-31: it is before `valid_from`"],
        );
        check(
            |office| office.hours[0].every_weeks = Some(9),
            expect![[r#"
                `hours[1].every_weeks` is 9: use 2 to 8, or leave it out for every week
                `hours[1].every_weeks` is 9: name `valid_from`, from whose week on weeks are counted"#]],
        );
        let release = |days_before, at| Some(Release { days_before, at: time(at) });
        check(
            |office| office.hours[0].release = release(0, "12:00:00"),
            expect![[
                r#"`hours[1].release.at` is 12:00: its hours are over by then, use an earlier `at` or `days_before`"#
            ]],
        );
        check(
            |office| office.hours[0].release = release(401, "12:00:00"),
            expect!["`hours[1].release.days_before` is 401: use 0 to 400"],
        );
    }

    #[test]
    fn closures_are_in_order_and_say_why() {
        check(
            |office| {
                let until = "2026-12-01".parse().ok();
                office.closures =
                    vec![Closure { until, reason: Localized::default(), ..closed("2026-12-02") }];
            },
            expect![[r#"
                `closures.2026-12-02.reason` is without German: add a text for `de`
                `closures.2026-12-02.until` is 2026-12-01: it is before `date`"#]],
        );
        check(
            |office| {
                let (from, to) = (Some(time("12:00:00")), Some(time("11:01:00")));
                let counters = vec!["7".into()];
                office.closures = vec![Closure { from, to, counters, ..closed("2026-12-02") }];
            },
            expect![[r#"
                `closures.2026-12-02` is 12:00–11:01: `from` must be before `to`
                `closures.2026-12-02` is 12:00–11:01: use full five minutes
                `closures.2026-12-02.counters` names `7`, which is not among `counters`"#]],
        );
        check(
            |office| {
                let until = "2026-12-04".parse().ok();
                let part = Closure { from: Some(time("10:00:00")), ..closed("2026-12-03") };
                office.closures = vec![Closure { until, ..closed("2026-12-02") }, part, closed("2026-12-04")];
            },
            expect!["`closures` names `2026-12-04` twice"],
        );
    }

    #[test]
    fn a_land_is_written_by_its_code() {
        let text = examples::OFFICE.replacen("holidays = \"BW\"", "holidays = \"XX\"", 1);
        let error = toml::from_str::<Office>(&text).unwrap_err().to_string();
        assert!(error.contains("`XX`") && error.contains("`BW`") && error.contains("`TH`"), "{error}");
    }
}
