//! The places that an office comes to, and that it is at one of them at a time.

use super::{has_german, is_slug, is_web, range, unique};
use foyer_domain::office::{Office, OfficeFault};

/// Judges the places and the rows of the plan that name them.
pub(super) fn judge(office: &Office, faults: &mut Vec<OfficeFault>) {
    let ids = office.stops.iter().map(|stop| (stop.id.as_str(), stop.id.to_string()));
    unique(faults, "stops", ids);
    for stop in &office.stops {
        let place = format!("stops.{}", stop.id);
        let field = |key: &str| format!("{place}.{key}");
        // The id stands in addresses.
        range(faults, is_slug(stop.id.as_str()), &place, "no id", "use up to 40 of a–z, 0–9 and -");
        range(faults, !stop.name.trim().is_empty(), &field("name"), "empty", "name the place");
        range(faults, !stop.address.trim().is_empty(), &field("address"), "empty", "say where it is");
        is_web(faults, &field("map_url"), stop.map_url.as_deref());
        if !stop.access.is_empty() {
            has_german(faults, &field("access"), &stop.access);
        }
        let is_visited = office.hours.iter().any(|row| row.stop.as_ref() == Some(&stop.id));
        range(faults, is_visited, &place, "never visited", "name it as `stop` of a row of `hours`");
    }
    for (position, row) in office.hours.iter().enumerate() {
        let place = format!("hours[{}].stop", position + 1);
        if let Some(id) = row.stop.as_ref().filter(|id| office.stop(id).is_none()) {
            faults.push(OfficeFault::Missing { place: place.clone(), id: id.to_string(), list: "stops" });
        }
        let other = office.hours[..position].iter().position(|other| other.leaves_no_way(row));
        let value = format!("right where hours[{}] is elsewhere", other.unwrap_or_default() + 1);
        let remedy = "let there be time for the way from one place to the other";
        range(faults, other.is_none(), &place, value, remedy);
    }
}

#[cfg(test)]
mod tests {
    use crate::examples;
    use expect_test::{Expect, expect};
    use foyer_domain::office::{Localized, MonthWeek, Office, OpeningHours, Stop};

    fn stop(id: &str) -> Stop {
        Stop {
            id: id.into(),
            name: "Stadtteilladen".to_owned(),
            address: "Weg 1, 04209 Leipzig".to_owned(),
            map_url: None,
            access: Localized::default(),
            step_free: true,
        }
    }

    /// On Tuesdays in the morning at one place, in the afternoon at another.
    fn check(change: impl FnOnce(&mut Office), expected: Expect) {
        let mut office = examples::office();
        let row = |id: &str, from: &str, to: &str| OpeningHours {
            weekdays: vec![chrono::Weekday::Tue],
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            stop: Some(id.into()),
            places: 2,
            ..OpeningHours::default()
        };
        office.hours = vec![row("gruenau", "09:00:00", "12:00:00"), row("plagwitz", "13:00:00", "16:00:00")];
        office.stops = vec![stop("gruenau"), stop("plagwitz")];
        change(&mut office);
        let said: Vec<String> = super::super::judge(&office).iter().map(ToString::to_string).collect();
        expected.assert_eq(&said.join("\n"));
    }

    #[test]
    fn a_place_is_named_found_and_visited() {
        check(|_| {}, expect![""]);
        check(
            |office| office.stops.push(Stop { map_url: Some("karte".to_owned()), ..stop("Grünau") }),
            expect![[r#"
                `stops.Grünau` is no id: use up to 40 of a–z, 0–9 and -
                `stops.Grünau.map_url` is karte: write an address that begins with https://
                `stops.Grünau` is never visited: name it as `stop` of a row of `hours`"#]],
        );
        check(
            |office| {
                office.stops[0].name.clear();
                office.stops[1].address.clear();
                office.hours[0].stop = Some("paunsdorf".into());
            },
            expect![[r#"
                `stops.gruenau.name` is empty: name the place
                `stops.gruenau` is never visited: name it as `stop` of a row of `hours`
                `stops.plagwitz.address` is empty: say where it is
                `hours[1].stop` names `paunsdorf`, which is not among `stops`"#]],
        );
        check(
            |office| office.stops[1].id = "gruenau".into(),
            expect![[r#"
            `stops` names `gruenau` twice
            `hours[2].stop` names `plagwitz`, which is not among `stops`"#]],
        );
    }

    #[test]
    fn an_office_is_at_one_place_at_a_time() {
        check(
            |office| office.hours[1].from = "12:00:00".parse().unwrap(),
            expect![
                "`hours[2].stop` is right where hours[1] is elsewhere: let there be time for the way from one place to the other"
            ],
        );
        check(
            |office| office.hours.push(OpeningHours { stop: None, ..office.hours[0].clone() }),
            expect![
                "`hours[3].stop` is right where hours[1] is elsewhere: let there be time for the way from one place to the other"
            ],
        );
        let other_day = |office: &mut Office| {
            office.hours[1].weekdays.clear();
            office.hours[1].dates = vec!["2026-12-02".parse().unwrap()];
            office.hours[1].from = "10:00:00".parse().unwrap();
        };
        check(other_day, expect![""]);
    }

    #[test]
    fn days_are_named_in_one_way() {
        check(
            |office| {
                office.hours[0].dates = vec!["2026-12-02".parse().unwrap()];
                office.hours[1].month_weeks = vec![MonthWeek::First];
                (office.hours[1].every_weeks, office.hours[1].valid_from) =
                    (Some(2), Some("2026-12-01".parse().unwrap()));
            },
            expect![[r#"
                `hours[1].dates` is beside weekdays: name either `dates`, or `weekdays` and in which weeks
                `hours[2].month_weeks` is beside `every_weeks`: name either `month_weeks` or `every_weeks`"#]],
        );
    }
}
