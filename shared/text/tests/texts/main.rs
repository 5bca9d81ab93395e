//! The rules of the text files. Each rule is a function over texts, so that it can be seen to find a fault.

mod reading;
mod writing;

use foyer_text::{Language, is_for_staff};
use reading::{Text, Texts, languages, quoted_beginnings, quoted_ids, read, sources};
use std::collections::{BTreeMap, BTreeSet};

/// The files that citizens read, on screens, paper and pages.
const FOR_CITIZENS: [&str; 5] = ["kiosk", "display", "ticket", "portal", "mail"];

/// How the ids of a file begin, where it is not the file's name alone: the terminal's parts are told of beside
/// its paper. The common file's ids name no place.
const BEGINNINGS: [(&str, &[&str]); 2] =
    [("ticket", &["ticket-", "camera-", "printer-", "reader-", "sound-", "voice-"]), ("common", &[""])];

fn begins_like(file: &str, id: &str) -> bool {
    let own = BEGINNINGS.iter().find(|(of, _)| *of == file).map(|(_, beginnings)| *beginnings);
    own.map_or_else(
        || id.strip_prefix(file).is_some_and(|rest| rest.starts_with('-')),
        |beginnings| beginnings.iter().any(|beginning| id.starts_with(beginning)),
    )
}

/// For these every language picks what it needs of the parts that it is given: a clock of twelve hours, a month
/// by name, a number that chooses a plural form.
const PARTS_TO_PICK: [&str; 3] = ["time-", "date-", "hours-"];

/// Every language has the ids of German, in the same file and with the same variables, and nothing else. What only
/// staff read is there in their languages, and in no other.
fn unlike_german(languages: &BTreeMap<String, Texts>) -> Vec<String> {
    let german = &languages["de"];
    let mut faults = Vec::new();
    for (tag, texts) in languages {
        let is_staffs = Language::from_tag(tag).is_some_and(|language| language.for_staff() == language);
        for (id, text) in german.iter().filter(|(id, _)| is_staffs || !is_for_staff(id)) {
            let picks =
                text.file == "common" && PARTS_TO_PICK.iter().any(|beginning| id.starts_with(beginning));
            let Some(other) = texts.get(id) else {
                faults.push(format!("{tag}: `{id}` is missing"));
                continue;
            };
            if other.file != text.file {
                faults.push(format!("{tag}: `{id}` is in {}.ftl and not in {}.ftl", other.file, text.file));
            }
            if other.variables != text.variables && !picks {
                faults.push(format!("{tag}: `{id}` has not the variables {:?}", text.variables));
            }
        }
        let more = texts.keys().filter(|id| !german.contains_key(*id) || (is_for_staff(id) && !is_staffs));
        faults.extend(more.map(|id| format!("{tag}: `{id}` is not in German, or for staff alone")));
    }
    faults
}

/// A text is whole and plain, its typography is right, and its id begins like its file.
fn badly_written(tag: &str, texts: &Texts) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, text) in texts {
        let mut refuse = |fault: &str| faults.push(format!("{tag}: `{id}` {fault}: {}", text.words));
        if text.not_plain {
            refuse("must be one plain text without attributes, functions or references");
        }
        if text.words.contains(['"', '\'', '\u{ad}']) {
            refuse("has a typewriter's quotation mark, or a soft hyphen");
        }
        if text.words.contains("...") || text.words.contains(" - ") {
            refuse("has dots or a hyphen where … or – is meant");
        }
        if !begins_like(&text.file, id) {
            refuse("must begin like its file");
        }
        if quoted_ids(&format!("\"{id}\"")).is_empty() {
            refuse("must have an id in lower case with dashes");
        }
    }
    faults
}

/// Words that no citizen should have to read in German (LOOK.md, "Words"): English, the office's own
/// language, what sounds like an accusation, and the informal "you".
const UNWELCOME: [&str; 33] = [
    "account",
    "app",
    "button",
    "cancel",
    "check-in",
    "checkin",
    "desk",
    "display",
    "einchecken",
    "eingecheckt",
    "error",
    "fehler",
    "feedback",
    "klicken",
    "kontingent",
    "link",
    "login",
    "okay",
    "online",
    "reset",
    "scannen",
    "scan",
    "screen",
    "slot",
    "submit",
    "ticket",
    "token",
    "touchscreen",
    "user",
    "vorgang",
    "du",
    "dein",
    "dir",
];

fn unwelcome_words(texts: &Texts) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, text) in texts.iter().filter(|(id, text)| is_for_citizens(id, text)) {
        let words = text.words.split(|c: char| !c.is_alphanumeric() && c != '-');
        for word in words {
            let lower = word.to_lowercase();
            if UNWELCOME.contains(&lower.as_str()) || word == "Code" {
                faults.push(format!("`{id}` says “{word}”: {}", text.words));
            }
        }
    }
    faults
}

fn is_for_citizens(id: &str, text: &Text) -> bool {
    FOR_CITIZENS.contains(&text.file.as_str()) && !is_for_staff(id)
}

/// Names of threads look like ids of texts and are none.
const THREADS: [&str; 1] = ["camera-watch"];

/// What looks like an id of a file of ours is one.
fn unknown_ids(known: &Texts, sources: &BTreeMap<String, String>) -> Vec<String> {
    let files: BTreeSet<&str> = known.values().map(|text| text.file.as_str()).collect();
    let is_ours = |id: &str| files.iter().any(|file| *file != "common" && begins_like(file, id));
    let mut faults = Vec::new();
    for (path, source) in sources {
        for id in quoted_ids(source) {
            // `kiosk-1` is a terminal.
            let is_device =
                id.split_once('-').is_some_and(|(_, rest)| rest.chars().all(|c| c.is_ascii_digit()));
            if is_ours(id) && !is_device && !THREADS.contains(&id) && !known.contains_key(id) {
                faults.push(format!("{path}: no text has the id `{id}`"));
            }
        }
    }
    faults
}

/// Every text is used somewhere.
fn unused_ids(known: &Texts, sources: &BTreeMap<String, String>) -> Vec<String> {
    let used: BTreeSet<&str> = sources.values().flat_map(|source| quoted_ids(source)).collect();
    let beginnings: BTreeSet<&str> = sources.values().flat_map(|source| quoted_beginnings(source)).collect();
    let is_used =
        |id: &str| used.contains(id) || beginnings.iter().any(|beginning| id.starts_with(beginning));
    let unused = known.iter().filter(|(id, _)| !is_used(id));
    unused.map(|(id, text)| format!("{}.ftl: nothing uses `{id}`", text.file)).collect()
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn files_can_be_read_and_languages_are_those_of_the_program() {
    let (languages, faults) = languages();
    none(&faults);
    let tags: BTreeSet<&str> = Language::ALL.iter().map(|language| language.tag()).collect();
    assert_eq!(languages.keys().map(String::as_str).collect::<BTreeSet<_>>(), tags);
}

#[test]
fn every_language_has_every_text_with_the_same_variables() {
    none(&unlike_german(&languages().0));
}

#[test]
fn texts_are_well_written() {
    let faults: Vec<String> =
        languages().0.iter().flat_map(|(tag, texts)| badly_written(tag, texts)).collect();
    none(&faults);
}

#[test]
fn citizens_read_plain_german() {
    let languages = languages().0;
    none(&unwelcome_words(&languages["de"]));
    none(&unwelcome_words(&languages["de-simple"]));
}

#[test]
fn every_id_in_the_sources_is_a_text() {
    none(&unknown_ids(&languages().0["de"], &sources()));
}

#[test]
fn every_text_is_used() {
    none(&unused_ids(&languages().0["de"], &sources()));
}

#[test]
fn every_text_of_the_tree_is_built_in() {
    for (tag, texts) in languages().0 {
        let language = Language::from_tag(&tag).expect("checked above");
        for (id, text) in texts.iter().filter(|(_, text)| text.variables.is_empty()) {
            assert_eq!(foyer_text::text(language, id), text.words, "{tag}: {id}");
        }
    }
}

// Each rule is seen to find its fault in a small bad example.

fn texts(source: &str) -> Texts {
    let (mut texts, mut faults) = (Texts::new(), Vec::new());
    read("kiosk", source, &mut texts, &mut faults);
    none(&faults);
    texts
}

fn german_and(english: &str) -> BTreeMap<String, Texts> {
    let german = texts("kiosk-a = Zeit { $time }\n");
    BTreeMap::from([("de".to_owned(), german), ("en".to_owned(), texts(english))])
}

#[test]
fn a_text_unlike_german_is_found() {
    none(&unlike_german(&german_and("kiosk-a = time { $time }\n")));
    assert_eq!(unlike_german(&german_and("")).len(), 1, "missing");
    assert_eq!(unlike_german(&german_and("kiosk-a = time { $date }\n")).len(), 1, "another variable");
    assert_eq!(unlike_german(&german_and("kiosk-a = { $time }\nkiosk-b = more\n")).len(), 1, "one too many");
    assert_eq!(unlike_german(&german_and("kiosk-a = { $time }\nkiosk-staff-b = more\n")).len(), 1);
    let choice = "kiosk-a = { $time ->\n    [one] one { $count }\n   *[other] many\n }\n";
    assert_eq!(unlike_german(&german_and(choice)).len(), 1, "a variable inside a choice");
}

#[test]
fn faults_of_a_file_are_found() {
    for source in ["kiosk-a = 1\nkiosk-a = 2\n", "kiosk-a\n", "-term = x\n", "kiosk-a = { $x\n"] {
        let (mut texts, mut faults) = (Texts::new(), Vec::new());
        read("kiosk", source, &mut texts, &mut faults);
        assert!(!faults.is_empty(), "{source}");
    }
}

#[test]
fn a_badly_written_text_is_found() {
    none(&badly_written("de", &texts("kiosk-a = „Gut“ – so …\n")));
    let bad = [
        "kiosk-a = \"so\"\n",
        "kiosk-a = warten ...\n",
        "kiosk-a = so - nicht\n",
        "desk-a = x\n",
        "kiosk-A = x\n",
        "kiosk-a = x\n    .label = y\n",
        "kiosk-a = { kiosk-b }\n",
        "kiosk-a = { NUMBER($x) }\n",
    ];
    for source in bad {
        assert!(!badly_written("de", &texts(source)).is_empty(), "{source}");
    }
}

#[test]
fn an_unwelcome_word_is_found() {
    none(&unwelcome_words(&texts("kiosk-a = Ihr QR-Code, Ihre Wartemarke\nkiosk-staff-a = Fehler\n")));
    for bad in ["Bitte einchecken.", "Ihr Code bitte", "Fehler!", "Hast Du Zeit?", "Ihr Ticket", "Scan"] {
        assert_eq!(unwelcome_words(&texts(&format!("kiosk-a = {bad}\n"))).len(), 1, "{bad}");
    }
}

#[test]
fn unknown_and_unused_ids_are_found() {
    let known = texts("kiosk-a-b = x\nkiosk-c-d = y\nkiosk-e-f = z\n");
    let source = |source: &str| BTreeMap::from([("kiosk/src/x.rs".to_owned(), source.to_owned())]);
    let good = source(r#"text(de, "kiosk-a-b"); words.text("kiosk-c-d"); format!("kiosk-e-{}", "kiosk-1")"#);
    none(&unknown_ids(&known, &good));
    none(&unused_ids(&known, &good));
    let bad = source(r#"text(de, "kiosk-a-x") "#);
    assert_eq!(unknown_ids(&known, &bad), ["kiosk/src/x.rs: no text has the id `kiosk-a-x`"]);
    assert_eq!(unused_ids(&known, &bad).len(), 3);
    none(&unknown_ids(&known, &source(r#"<p class="kiosk-wide">"#)));
}
