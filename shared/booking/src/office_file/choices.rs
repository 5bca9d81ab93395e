//! What staff choose from, and the limits of the day's queue.

use super::{has_german, is_slug, range, unique};
use foyer_domain::office::{Choice, Localized, Office, OfficeFault};

/// More than this nobody reads through while somebody waits.
const MOST: usize = 20;
/// A key of the desk holds no more.
const LONGEST_NAME: usize = 60;
/// A screen shows no more in letters that can be read from afar.
const LONGEST_TEXT: usize = 200;

/// Judges lists and limits.
pub(super) fn judge(office: &Office, faults: &mut Vec<OfficeFault>) {
    for (list, choices, longest) in [
        ("urgent_reasons", &office.urgent_reasons, LONGEST_NAME),
        ("outcomes", &office.outcomes, LONGEST_NAME),
        ("pause_reasons", &office.pause_reasons, LONGEST_NAME),
        ("admit_reasons", &office.admit_reasons, LONGEST_NAME),
        ("texts", &office.texts, LONGEST_TEXT),
    ] {
        judge_list(list, choices, longest, faults);
    }
    judge_hourly_limits(office, faults);
    judge_queue(office, faults);
}

fn judge_list(list: &'static str, choices: &[Choice], longest: usize, faults: &mut Vec<OfficeFault>) {
    let length = choices.len();
    range(faults, length <= MOST, list, format!("{length} entries"), "use up to 20");
    let ids = choices.iter().map(|choice| (choice.id.clone(), choice.id.to_string()));
    unique(faults, list, ids);
    for choice in choices {
        let place = format!("{list}.{}", choice.id);
        range(faults, is_slug(choice.id.as_str()), &place, "no id", "use up to 40 of a–z, 0–9 and -");
        has_german(faults, &format!("{place}.name"), &choice.name);
        judge_length(&format!("{place}.name"), &choice.name, longest, faults);
    }
}

fn judge_length(place: &str, name: &Localized, longest: usize, faults: &mut Vec<OfficeFault>) {
    let remedy = if longest == LONGEST_TEXT { "use up to 200" } else { "use up to 60" };
    for (language, text) in &name.0 {
        let length = text.chars().count();
        let place = format!("{place}.{language}");
        range(faults, length <= longest, &place, format!("a text of {length} characters"), remedy);
    }
}

fn judge_hourly_limits(office: &Office, faults: &mut Vec<OfficeFault>) {
    for service in &office.services {
        let Some(per_hour) = service.walk_in_limit_per_hour else { continue };
        let place = format!("services.{}.walk_in_limit_per_hour", service.id);
        range(faults, per_hour > 0, &place, per_hour, "use 1 or more, or `walk_in = false`");
        let of_day = service.walk_in_limit.unwrap_or(u16::MAX);
        range(faults, per_hour <= of_day, &place, per_hour, "it is above the day's `walk_in_limit`");
    }
}

fn judge_queue(office: &Office, faults: &mut Vec<OfficeFault>) {
    let rules = &office.rules;
    for (place, value, most, remedy) in [
        ("rules.appointment_lead_minutes", rules.appointment_lead_minutes, 480, "use 0 to 480"),
        ("rules.urgent_boost_minutes", rules.urgent_boost_minutes, 480, "use 0 to 480"),
        ("rules.hold_back_minutes", rules.hold_back_minutes, 120, "use 0 to 120"),
        ("rules.appointment_grace_minutes", rules.appointment_grace_minutes, 240, "use 0 to 240"),
        ("rules.recall_counts_after_seconds", rules.recall_counts_after_seconds, 600, "use 0 to 600"),
    ] {
        range(faults, value <= most, place, value, remedy);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use expect_test::{Expect, expect};

    fn check(change: impl FnOnce(&mut Office), expected: Expect) {
        let mut office = examples::office();
        change(&mut office);
        let said: Vec<String> = super::super::judge(&office).iter().map(ToString::to_string).collect();
        expected.assert_eq(&said.join("\n"));
    }

    fn choice(id: &str, name: &str) -> Choice {
        Choice { id: id.into(), name: Localized::german(name) }
    }

    #[test]
    fn the_example_has_every_list_of_its_own() {
        let office = examples::office();
        for list in [
            &office.urgent_reasons,
            &office.outcomes,
            &office.pause_reasons,
            &office.admit_reasons,
            &office.texts,
        ] {
            assert!(!list.is_empty());
        }
        check(|_| {}, expect![""]);
    }

    #[test]
    fn faults_of_lists_name_list_entry_and_remedy() {
        check(
            |office| office.urgent_reasons = vec![choice("frist", "Frist"), choice("frist", "Frist")],
            expect!["`urgent_reasons` names `frist` twice"],
        );
        check(
            |office| office.admit_reasons = vec![choice("Bus verspätet", "Bus verspätet")],
            expect!["`admit_reasons.Bus verspätet` is no id: use up to 40 of a–z, 0–9 and -"],
        );
        check(
            |office| office.outcomes = vec![choice("fertig", " ")],
            expect!["`outcomes.fertig.name` is without German: add a text for `de`"],
        );
        check(
            |office| office.pause_reasons = vec![choice("pause", &"Pause ".repeat(11))],
            expect!["`pause_reasons.pause.name.de` is a text of 66 characters: use up to 60"],
        );
        check(
            |office| office.texts = vec![choice("lang", &"x".repeat(201))],
            expect!["`texts.lang.name.de` is a text of 201 characters: use up to 200"],
        );
        check(
            |office| office.texts = (0..21).map(|n| choice(&format!("t{n}"), "Text")).collect(),
            expect!["`texts` is 21 entries: use up to 20"],
        );
        check(
            |office| office.texts = (0..20).map(|n| choice(&format!("t{n}"), &"x".repeat(200))).collect(),
            expect![""],
        );
    }

    /// A rule, set to a number.
    type Rule = (&'static str, fn(&mut Office, u16));

    /// At its ends each rule is right; beyond them it is named with what it may be.
    #[test]
    fn every_rule_with_a_number_has_its_limits() {
        let rules: [(Rule, [u16; 2], &[u16]); 13] = [
            (("appointment_lead_minutes", |o, n| o.rules.appointment_lead_minutes = n), [0, 480], &[481]),
            (("urgent_boost_minutes", |o, n| o.rules.urgent_boost_minutes = n), [0, 480], &[481]),
            (("hold_back_minutes", |o, n| o.rules.hold_back_minutes = n), [0, 120], &[121]),
            (("appointment_grace_minutes", |o, n| o.rules.appointment_grace_minutes = n), [0, 240], &[241]),
            (
                ("recall_counts_after_seconds", |o, n| o.rules.recall_counts_after_seconds = n),
                [0, 600],
                &[601],
            ),
            (("notice_minutes", |o, n| o.rules.notice_minutes = n), [0, 10_080], &[10_081]),
            (("minutes_interpreter", |o, n| o.rules.minutes_interpreter = n), [0, 240], &[241]),
            (("window_before_minutes", |o, n| o.rules.window_before_minutes = n), [0, 240], &[241]),
            (("window_after_minutes", |o, n| o.rules.window_after_minutes = n), [0, 240], &[241]),
            (("horizon_days", |o, n| o.rules.horizon_days = n), [1, 400], &[0, 401]),
            (("confirm_by_mail_minutes", |o, n| o.rules.confirm_by_mail_minutes = n), [0, 1440], &[4, 1441]),
            (("hold_minutes", |o, n| o.rules.hold_minutes = n), [1, 60], &[0, 61]),
            (("grid_minutes", |o, n| o.rules.grid_minutes = n), [5, 60], &[0, 7, 12, 120]),
        ];
        for ((name, set), ends, beyond) in rules {
            let said = |value: u16| {
                let mut office = examples::office();
                set(&mut office, value);
                super::super::judge(&office).iter().map(ToString::to_string).collect::<Vec<_>>()
            };
            for end in ends {
                assert_eq!(said(end), [] as [String; 0], "{name} = {end}");
            }
            for value in beyond {
                let said = said(*value);
                let named = format!("`rules.{name}` is {value}: use ");
                assert!(said.len() == 1 && said[0].starts_with(&named), "{said:?}");
            }
        }
        check(|office| office.rules.max_calls = 0, expect!["`rules.max_calls` is 0: use 1 or more"]);
    }

    /// As an administrator meets it: the file, every fault in it at once, and a way out of each.
    #[test]
    fn a_file_whose_limits_are_wrong_is_refused_whole_and_each_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.toml");
        let text = examples::OFFICE.replace("[rules]", "[rules]\nhold_back_minutes = 500");
        assert!(text.contains("hold_back_minutes = 500"));
        let (before, rest) = text.split_once("[[services]]\n").unwrap();
        let limit = "walk_in_limit_per_hour = 0\n";
        std::fs::write(&path, format!("{before}[[services]]\n{limit}{rest}")).unwrap();
        let said = super::super::read(&path).unwrap_err().to_string();
        for part in [
            "office.toml is wrong in 2 place(s):",
            "`rules.hold_back_minutes` is 500: use 0 to 120",
            "`services.personalausweis.walk_in_limit_per_hour` is 0: use 1 or more, or `walk_in = false`",
        ] {
            assert!(said.contains(part), "{said}");
        }
        std::fs::write(&path, format!("{before}[[services]]\nwalk_in_limit_per_hour = -1\n{rest}")).unwrap();
        let error = super::super::read(&path).unwrap_err();
        let why = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        assert!(format!("{error} {why}").contains("walk_in_limit_per_hour"), "{error} {why}");
    }

    #[test]
    fn faults_of_limits_are_named() {
        check(
            |office| office.services[0].walk_in_limit_per_hour = Some(0),
            expect![
                "`services.personalausweis.walk_in_limit_per_hour` is 0: use 1 or more, or `walk_in = false`"
            ],
        );
        check(
            |office| {
                office.services[0].walk_in_limit = Some(5);
                office.services[0].walk_in_limit_per_hour = Some(6);
            },
            expect![
                "`services.personalausweis.walk_in_limit_per_hour` is 6: it is above the day's `walk_in_limit`"
            ],
        );
        check(
            |office| {
                office.rules.hold_back_minutes = 121;
                office.rules.recall_counts_after_seconds = 601;
            },
            expect![[r#"
            `rules.hold_back_minutes` is 121: use 0 to 120
            `rules.recall_counts_after_seconds` is 601: use 0 to 600"#]],
        );
    }
}
