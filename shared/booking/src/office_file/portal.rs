//! What the portal says and asks: fees, forms, the assistant, languages.

use super::{has_german, is_slug, range, unique};
use foyer_domain::id::ChoiceId;
use foyer_domain::office::{Office, OfficeFault, Question};
use std::collections::BTreeSet;

/// Nothing at a counter costs more: 10,000 euros.
const MOST_CENTS: u32 = 1_000_000;
/// Nobody answers more questions than this before choosing by themselves.
pub const MOST_QUESTIONS: usize = 3;

/// Judges all of it.
pub(super) fn judge(office: &Office, faults: &mut Vec<OfficeFault>) {
    judge_services(office, faults);
    judge_languages(office, faults);
    judge_questions(office, faults);
}

fn judge_services(office: &Office, faults: &mut Vec<OfficeFault>) {
    for service in &office.services {
        let place = format!("services.{}", service.id);
        for (at, fee) in service.fees.iter().enumerate() {
            let place = format!("{place}.fees[{}]", at + 1);
            range(faults, fee.cents <= MOST_CENTS, &format!("{place}.cents"), fee.cents, "use up to 1000000");
            if !fee.name.is_empty() {
                has_german(faults, &format!("{place}.name"), &fee.name);
            }
        }
        let unnamed = service.fees.iter().filter(|fee| fee.name.is_empty()).count();
        let remedy = "give all but one of them a `name`";
        range(faults, unnamed <= 1, &format!("{place}.fees"), "unclear", remedy);
        for (at, form) in service.forms.iter().enumerate() {
            let place = format!("{place}.forms[{}]", at + 1);
            has_german(faults, &format!("{place}.name"), &form.name);
            let is_web = url::Url::parse(&form.url).is_ok_and(|url| url.scheme() == "https");
            let remedy = "write an address that begins with https://";
            range(faults, is_web, &format!("{place}.url"), &form.url, remedy);
        }
        if !service.description.is_empty() {
            has_german(faults, &format!("{place}.description"), &service.description);
        }
        if let Some(message) = &service.online_message {
            has_german(faults, &format!("{place}.online_message"), message);
        }
        let says = service.online || service.on_request || service.online_message.is_some();
        let remedy = "say in `online_message` what to do instead, or set `on_request = true`";
        range(faults, says, &format!("{place}.online"), service.online, remedy);
    }
}

fn judge_languages(office: &Office, faults: &mut Vec<OfficeFault>) {
    let interpreted = &office.rules.interpreter_languages;
    for (place, codes) in [("languages", &office.languages), ("rules.interpreter_languages", interpreted)] {
        for code in codes {
            let is_known = foyer_text::spoken_language(code).is_some();
            range(faults, is_known, place, code, "use ISO 639 codes such as de, tr, kmr");
        }
        unique(faults, place, codes.iter().map(|code| (code.clone(), code.clone())));
    }
    let ways = office.rules.interpreters.iter().map(|way| (way.as_str(), way.as_str().to_owned()));
    unique(faults, "rules.interpreters", ways);
}

fn judge_questions(office: &Office, faults: &mut Vec<OfficeFault>) {
    unique(
        faults,
        "questions",
        office.questions.iter().map(|asked| (asked.id.clone(), asked.id.to_string())),
    );
    for question in &office.questions {
        judge_question(office, question, faults);
    }
    let Some(first) = office.questions.first() else { return };
    let mut reached = BTreeSet::new();
    walk(office, first, &mut Vec::new(), &mut reached, faults);
    for question in office.questions.iter().filter(|question| !reached.contains(&question.id)) {
        let place = format!("questions.{}", question.id);
        range(faults, false, &place, "never asked", "name it as `next` of an answer, or remove it");
    }
}

fn judge_question(office: &Office, question: &Question, faults: &mut Vec<OfficeFault>) {
    let place = format!("questions.{}", question.id);
    range(faults, is_slug(question.id.as_str()), &place, "no id", "use up to 40 of a–z, 0–9 and -");
    has_german(faults, &format!("{place}.text"), &question.text);
    let count = question.answers.len();
    range(faults, (1..=8).contains(&count), &format!("{place}.answers"), count, "use 1 to 8");
    for (at, answer) in question.answers.iter().enumerate() {
        let place = format!("{place}.answers[{}]", at + 1);
        has_german(faults, &format!("{place}.text"), &answer.text);
        let leads = answer.next.is_some() || !answer.services.is_empty();
        range(faults, leads, &place, "an answer without consequence", "name `services` or `next`");
        for service in answer.services.iter().filter(|id| office.service(id).is_none()) {
            faults.push(OfficeFault::Missing {
                place: format!("{place}.services"),
                id: service.to_string(),
                list: "services",
            });
        }
        if let Some(next) = answer.next.as_ref().filter(|next| office.question(next).is_none()) {
            faults.push(OfficeFault::Missing {
                place: format!("{place}.next"),
                id: next.to_string(),
                list: "questions",
            });
        }
    }
}

/// Follows every answer; a path that is too long or comes back to itself is told once, where it happens.
fn walk(
    office: &Office,
    question: &Question,
    path: &mut Vec<ChoiceId>,
    reached: &mut BTreeSet<ChoiceId>,
    faults: &mut Vec<OfficeFault>,
) {
    reached.insert(question.id.clone());
    let mut fault = |value: &str, remedy: &'static str| {
        let place = format!("questions.{}", question.id);
        let value = value.to_owned();
        let fault = OfficeFault::Range { place, value, remedy };
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    };
    if path.contains(&question.id) {
        return fault("asked again by its own answers", "let no `next` lead back");
    }
    if path.len() == MOST_QUESTIONS {
        return fault("the fourth question", "ask at most three in a row");
    }
    path.push(question.id.clone());
    for next in question.answers.iter().filter_map(|answer| office.question(answer.next.as_ref()?)) {
        walk(office, next, path, reached, faults);
    }
    path.pop();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use expect_test::{Expect, expect};
    use foyer_domain::office::{Answer, Fee, Form, InterpreterWay, Localized};

    fn check(change: impl FnOnce(&mut Office), expected: Expect) {
        let mut office = examples::office();
        change(&mut office);
        let said: Vec<String> = super::super::judge(&office).iter().map(ToString::to_string).collect();
        expected.assert_eq(&said.join("\n"));
    }

    fn question(id: &str, nexts: &[&str]) -> Question {
        let answer = |next: &&str| Answer {
            text: Localized::german("Ja"),
            services: Vec::new(),
            next: Some((*next).into()),
        };
        let end = Answer { text: Localized::german("Nein"), services: vec!["reisepass".into()], next: None };
        let answers = nexts.iter().map(answer).chain([end]).collect();
        Question { id: id.into(), text: Localized::german("Worum geht es?"), answers }
    }

    #[test]
    fn faults_of_fees_forms_and_messages_are_named() {
        check(
            |office| {
                let fee = |cents| Fee { cents, name: Localized::default() };
                office.services[0].fees = vec![fee(3700), fee(1_000_001)];
                let url = "javascript:alert(1)".to_owned();
                office.services[0].forms = vec![Form { name: Localized::default(), url }];
                office.services[1].online = false;
                office.services[1].online_message = None;
            },
            expect![[r#"
                `services.personalausweis.fees[2].cents` is 1000001: use up to 1000000
                `services.personalausweis.fees` is unclear: give all but one of them a `name`
                `services.personalausweis.forms[1].name` is without German: add a text for `de`
                `services.personalausweis.forms[1].url` is javascript:alert(1): write an address that begins with https://
                `services.reisepass.online` is false: say in `online_message` what to do instead, or set `on_request = true`"#]],
        );
        check(
            |office| {
                office.languages = vec!["de".into(), "klingonisch".into(), "de".into()];
                office.rules.interpreters = vec![InterpreterWay::Video, InterpreterWay::Video];
                office.rules.interpreter_languages = vec!["tlh".into()];
            },
            expect![[r#"
                `languages` is klingonisch: use ISO 639 codes such as de, tr, kmr
                `languages` names `de` twice
                `rules.interpreter_languages` is tlh: use ISO 639 codes such as de, tr, kmr
                `rules.interpreters` names `video` twice"#]],
        );
    }

    #[test]
    fn faults_of_an_answer_are_named() {
        check(
            |office| {
                let mut asked = question("a", &["x"]);
                asked.answers[1].services = vec!["hund".into()];
                asked.answers.push(Answer { text: Localized::german("?"), services: Vec::new(), next: None });
                office.questions = vec![asked];
            },
            expect![[r#"
                `questions.a.answers[1].next` names `x`, which is not among `questions`
                `questions.a.answers[2].services` names `hund`, which is not among `services`
                `questions.a.answers[3]` is an answer without consequence: name `services` or `next`"#]],
        );
    }

    #[test]
    fn questions_end_after_three_and_never_go_round() {
        check(|office| office.questions = vec![question("a", &[])], expect![""]);
        check(
            |office| {
                office.questions =
                    vec![question("a", &["b", "c"]), question("b", &["c"]), question("c", &[])];
            },
            expect![""],
        );
        check(
            |office| {
                office.questions = vec![
                    question("a", &["b"]),
                    question("b", &["c"]),
                    question("c", &["d"]),
                    question("d", &[]),
                ];
            },
            expect!["`questions.d` is the fourth question: ask at most three in a row"],
        );
        check(
            |office| office.questions = vec![question("a", &["b"]), question("b", &["a"])],
            expect!["`questions.a` is asked again by its own answers: let no `next` lead back"],
        );
        check(
            |office| office.questions = vec![question("a", &[]), question("b", &[])],
            expect!["`questions.b` is never asked: name it as `next` of an answer, or remove it"],
        );
    }
}
