//! A letter as plain text: everything that the page says, for programs and people who want no page.

use super::said::{CheckIn, Fact, Item, Link, Listed, Said};
use foyer_text::Value;

/// The text, with a line break at its end.
pub(super) fn write(said: &Said) -> String {
    let mut blocks = vec![said.greeting.clone(), said.lead.join("\n\n")];
    blocks.push(said.facts.iter().map(|found| fact(said, found)).collect::<Vec<_>>().join("\n"));
    if let Some(found) = &said.check_in {
        blocks.push(check_in(said, found));
    }
    blocks.extend(said.listed.iter().map(|one| listed(said, one)));
    if !said.listed.is_empty() {
        blocks.push(said.words.text("mail-pin"));
    }
    blocks.extend(said.items.iter().map(|found| item(said, found)));
    blocks.extend(
        (!said.links.is_empty()).then(|| said.links.iter().map(link).collect::<Vec<_>>().join("\n\n")),
    );
    blocks.extend(Some(said.closing.clone()).filter(|closing| !closing.is_empty()));
    blocks.push(said.notes.join("\n"));
    blocks.join("\n\n") + "\n"
}

fn labelled(said: &Said, label: &str, value: &str) -> String {
    let values = [("label", Value::from(label)), ("value", Value::from(value))];
    foyer_text::text_with(said.words.language, "mail-labelled", &values)
}

fn link(link: &Link) -> String {
    format!("{}\n{}", link.label, link.url)
}

fn fact(said: &Said, fact: &Fact) -> String {
    let mut text = labelled(said, &fact.label, &fact.lines.join(", "));
    if let Some(found) = &fact.link {
        text = format!("{text}\n{}", link(found));
    }
    text
}

fn check_in(said: &Said, check_in: &CheckIn) -> String {
    let words = &said.words;
    let mut lines = vec![
        words.text("mail-check-in"),
        check_in.window.clone(),
        words.text("mail-qr-elsewhere"),
        labelled(said, &words.text("portal-booking-short-code"), &check_in.short_code),
        words.text("portal-booking-short-code-hint"),
    ];
    if let Some(pin) = &check_in.pin {
        lines.push(labelled(said, &words.text("portal-booking-pin"), pin));
        lines.push(words.text("mail-pin"));
    }
    lines.join("\n")
}

fn listed(said: &Said, one: &Listed) -> String {
    let words = &said.words;
    let lines = [
        one.when.clone(),
        labelled(said, &words.text("portal-booking-short-code"), &one.short_code),
        labelled(said, &words.text("portal-booking-pin"), &one.pin),
        one.link.url.clone(),
    ];
    lines.join("\n")
}

fn item(said: &Said, item: &Item) -> String {
    let listed = |id: &str, entries: &[String]| {
        let entries: Vec<String> = entries.iter().map(|entry| format!("– {entry}")).collect();
        (!entries.is_empty()).then(|| format!("{}\n{}", said.words.text(id), entries.join("\n")))
    };
    let forms: Vec<String> = item.forms.iter().map(|form| format!("{}\n{}", form.label, form.url)).collect();
    let head = format!("{}\n{}", item.name, item.length);
    let parts = [
        Some(head),
        listed("mail-fees", &item.fees),
        listed("portal-booking-documents", &item.documents),
        listed("mail-forms", &forms),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
