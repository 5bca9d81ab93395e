//! Offices as files, down and up; one more office, and the end of one.

use crate::staff::{Browser, hidden, signed_on};
use crate::support::{EIGHT, Folder, MONDAY, OFFICE, Server, at, north};
use foyer_protocol::booking::FreeTimes;
use reqwest::StatusCode;
use std::sync::Arc;

const CITY: &str = "/staff/city";
const FILE: &str = "/staff/city/file";

/// The value of a draft's field on the page of all offices.
fn draft(text: &str, office: &str) -> String {
    let (_, rest) =
        text.split_once(&format!("name=\"draft\" value=\"{office}:")).unwrap_or_else(|| panic!("{text}"));
    format!("{office}:{}", rest.split('"').next().unwrap())
}

/// The value with which a file may replace a draft; it is not ticked.
fn replaced(text: &str, office: &str) -> String {
    let (_, rest) = text.split_once(&format!("name=\"replace\" value=\"{office}:")).unwrap();
    let (step, rest) = rest.split_once('"').unwrap();
    assert!(rest.starts_with('>'), "{rest}");
    format!("{office}:{step}")
}

async fn save(browser: &mut Browser<'_>, office: &str) -> (StatusCode, String, String) {
    let path = format!("/staff/offices/{office}/preview");
    let (_, _, text) = browser.get(&path).await;
    browser.post(&path, &[("step", &hidden(&text, "step"))]).await
}

#[tokio::test]
async fn an_office_goes_out_as_a_file_and_comes_back_changed() {
    let server = Server::start().await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let (status, _, file) = chief.get("/staff/offices/musterstadt/file").await;
    assert!(status == StatusCode::OK && file.starts_with("# foyer office musterstadt 1 "), "{file}");
    // Nothing different makes no draft.
    let (status, _, text) = chief.send_file(FILE, file.as_bytes()).await;
    assert!(status == StatusCode::OK && text.contains("wie bisher"), "{text}");
    assert_eq!(server.folder.kept.number("select count(*) from draft"), 0);
    let changed = file.replacen("minutes = 15\n", "minutes = 17\n", 1);
    assert_ne!(changed, file);
    let (status, leads, text) = chief.send_file(FILE, changed.as_bytes()).await;
    assert!(
        status == StatusCode::SEE_OTHER && leads.starts_with("/staff/offices/musterstadt/preview"),
        "{text}"
    );
    let (_, _, text) = chief.get("/staff/offices/musterstadt/preview").await;
    assert!(text.contains("<del>15</del>") && text.contains("<ins>17</ins>"), "{text}");
    assert_eq!(text.matches("<ins>").count(), 1, "{text}");
    // Closed meanwhile on the closing page: the file knows nothing of it, and it stays.
    let closure = "\n[[closures]]\ndate = \"2026-12-23\"\nreason = \"Inventur\"\n";
    server.folder.import(crate::support::MONDAY, &format!("{OFFICE}{closure}")).await.unwrap();
    crate::support::until("the closure", async || {
        server.page("/staff").await;
        (server.folder.kept.number("select revision from office") == 2).then_some(())
    })
    .await;
    let (status, _, text) = save(&mut chief, "musterstadt").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY, "{text}");
    let (_, _, text) = chief.get("/staff/offices/musterstadt/preview").await;
    assert!(text.contains("Inzwischen hat jemand anderes gespeichert"), "{text}");
    let merge = [("step", &*hidden(&text, "step"))];
    chief.post("/staff/offices/musterstadt/merge", &merge).await;
    let (_, _, text) = chief.get("/staff/offices/musterstadt/preview").await;
    assert!(text.contains("<ins>17</ins>") && !text.contains("Schließtage"), "{text}");
    assert_eq!(save(&mut chief, "musterstadt").await.0, StatusCode::SEE_OTHER);
    let kept = server.folder.kept.text("select document from office");
    assert!(kept.contains("2026-12-23") && kept.contains("_before_minutes\":17"), "{kept}");
    // A file that was taken before the closing and comes back after it knows what it was written from.
    let older = file.replacen("horizon_days = 60", "horizon_days = 61", 1);
    chief.send_file(FILE, older.as_bytes()).await;
    let (_, _, text) = chief.get("/staff/offices/musterstadt/preview").await;
    assert!(text.contains("Inzwischen hat jemand anderes gespeichert"), "{text}");
    let merge = [("step", &*hidden(&text, "step"))];
    chief.post("/staff/offices/musterstadt/merge", &merge).await;
    let (_, _, text) = chief.get("/staff/offices/musterstadt/preview").await;
    assert!(text.contains("<ins>61</ins>") && !text.contains("Schließtage"), "{text}");
    // The same without the mark of where it came from: what it would take away is shown.
    // There is a draft still, which it would replace: that is asked first.
    let bare = changed.split_once('\n').unwrap().1.to_owned();
    let (status, _, text) = chief.send_file(FILE, bare.as_bytes()).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Sie haben einen Entwurf"), "{text}");
    let (_, _, seen) = chief.get("/staff/offices/musterstadt/preview").await;
    assert!(seen.contains("<ins>61</ins>"), "{seen}");
    let one = replaced(&text, "musterstadt");
    chief.send_file_over(FILE, bare.as_bytes(), &[&one]).await;
    let (_, _, text) = chief.get("/staff/offices/musterstadt/preview").await;
    assert!(text.contains("Schließtage · 2026-12-23 Inventur") && text.contains("entfällt"), "{text}");
    server.stop().await;
}

#[tokio::test]
async fn a_file_that_does_not_fit_is_said_line_by_line() {
    let server = Server::start().await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let line = |text: &str, part: &str| 1 + text[..text.find(part).unwrap()].matches('\n').count();
    let bad = OFFICE
        .replacen("grid_minutes = 10", "grid_minutes = 7", 1)
        .replacen("number = 1\n", "number = 1\nnumer = 2\n", 1)
        .replacen("area = \"erdgeschoss\"", "area = \"keller\"", 1);
    let (status, _, text) = chief.send_file(FILE, bad.as_bytes()).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
    for (part, said) in [
        ("grid_minutes = 7", "Möglich sind 5, 10"),
        ("numer = 2", "kennt das Programm nicht"),
        ("area = \"keller\"", "keller gibt es nicht mehr"),
    ] {
        let line = format!("Zeile {}</strong>", line(&bad, part));
        assert!(text.contains(&line) && text.contains(said), "{line} {text}");
    }
    assert!(server.folder.kept.text("select document from office").contains("\"grid_minutes\":10"));
    assert!(
        text.contains("name=\"replace\" value=\"musterstadt:1\" checked"),
        "a better file replaces it: {text}"
    );
    chief.post("/staff/offices/musterstadt/edit", &[]).await;
    // What is no file of ours.
    let latin: Vec<u8> =
        OFFICE.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect();
    let long = format!("name = \"{}\"\n", "ß".repeat(50_000));
    let long = OFFICE.replacen("name = \"Bürgerbüro Musterstadt\"\n", &long, 1);
    let nested = format!("id = \"a\"\nb = {}", "[".repeat(200_000));
    let large = vec![b'#'; 9 << 20];
    for (sent, status, said) in [
        (&b""[..], StatusCode::UNPROCESSABLE_ENTITY, "Bitte wählen Sie eine Datei"),
        (&latin, StatusCode::UNPROCESSABLE_ENTITY, "speichern Sie die Datei in Ihrem Programm als"),
        (b"\x89PNG\r\n\x1a\n\0", StatusCode::UNPROCESSABLE_ENTITY, "kein Text in UTF-8"),
        (b"[[[", StatusCode::UNPROCESSABLE_ENTITY, "Zeile 1 der Datei"),
        (b"a = 1\n<script>alert(1)</script>", StatusCode::UNPROCESSABLE_ENTITY, "&#60;script&#62;"),
        (b"title = 1\n", StatusCode::UNPROCESSABLE_ENTITY, "beschreibt keinen Standort"),
        (b"id = \"../../etc\"\n", StatusCode::UNPROCESSABLE_ENTITY, "kleine Buchstaben"),
        (long.as_bytes(), StatusCode::UNPROCESSABLE_ENTITY, "Höchstens 500"),
        (nested.as_bytes(), StatusCode::UNPROCESSABLE_ENTITY, "Zeile 2 der Datei"),
        (&large, StatusCode::PAYLOAD_TOO_LARGE, "Die Datei ist zu groß"),
    ] {
        let (found, _, text) = chief.send_file(FILE, sent).await;
        let shown: String = text.chars().take(20_000).collect();
        assert!(found == status && text.contains(said) && text.len() < 1_000_000, "{said}: {found} {shown}");
    }
    // A form without a file, and one that is no form of files.
    assert_eq!(chief.post(FILE, &[("file", "x")]).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let mut other = signed_on(&server, "Robin Beispiel", "supervisor").await;
    assert_eq!(other.send_file(FILE, OFFICE.as_bytes()).await.0, StatusCode::FORBIDDEN);
    for path in [CITY, FILE, "/staff/city/new"] {
        assert_eq!(other.get(path).await.0, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(other.get("/staff/offices/musterstadt/file").await.0, StatusCode::OK);
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    assert_eq!(clerk.get("/staff/offices/musterstadt/file").await.0, StatusCode::FORBIDDEN);
    server.stop().await;
}

#[tokio::test]
async fn a_whole_city_goes_out_and_comes_back() {
    let server = Server::start().await;
    server.folder.import(crate::support::MONDAY, &north()).await.unwrap();
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let text = crate::support::until("the second office", async || {
        Some(chief.get(CITY).await.2).filter(|text| text.contains("Bürgerbüro Nord"))
    })
    .await;
    assert!(text.contains("Nummer 2 · Fassung 1 · 0 Termine"), "{text}");
    // The page reads the database; what is in force is taken over a moment later.
    let file = crate::support::until("both offices in the file", async || {
        Some(chief.get(FILE).await.2).filter(|file| file.matches("[[offices]]").count() == 2)
    })
    .await;
    assert!(!file.contains("password") && file.contains("name = \"Alex Beispiel\""), "{file}");
    // One changed, one as it was, one new; and the new one has a number that is taken.
    let mut third = north().replacen("id = \"nord\"\n", "id = \"west\"\n", 1);
    third = third.replacen("number = 2\n", "number = 1\n", 1).replace("Bürgerbüro Nord", "Bürgerbüro West");
    let third = foyer_booking::office_file::plain_text::city(&[&toml::from_str(&third).unwrap()], &[]);
    let changed = file.replacen("horizon_days = 60", "horizon_days = 61", 1);
    let (status, _, text) = chief.send_file(FILE, format!("{changed}\n{third}").as_bytes()).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    assert!(text.contains("wie bisher") && text.contains("als Entwurf übernommen"), "{text}");
    assert!(text.contains("Diese Nummer hat schon ein anderer Standort: musterstadt"), "{text}");
    assert_eq!(server.folder.kept.number("select count(*) from draft"), 2);
    let one = draft(&text, "musterstadt");
    // A forged field saves nothing that was not seen.
    let forged = [("draft", "musterstadt:99"), ("draft", "nirgends:1"), ("draft", "west:1")];
    let (status, _, text) = chief.post(CITY, &forged).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Nicht gespeichert"), "{text}");
    assert_eq!(server.folder.kept.number("select revision from office where id = 'musterstadt'"), 1);
    let (_, _, text) = chief.post(CITY, &[("draft", &one)]).await;
    assert!(text.contains("Gespeichert: Bürgerbüro Musterstadt"), "{text}");
    assert_eq!(server.folder.kept.number("select revision from office where id = 'musterstadt'"), 2);
    // People: who is new is invited, nobody changes themselves, and nobody becomes more by a forged field.
    let people = "[[people]]\nname = \"Kim\"\nrole = \"clerk\"\n[people.offices]\nnord = \"supervisor\"\n\
        [[people]]\nname = \"Alex Beispiel\"\nrole = \"clerk\"\n\
        [[people]]\nname = \"Robin\"\nrole = \"emperor\"\n\
        [[people]]\nname = \"Toni\"\nrole = \"clerk\"\n[people.offices]\nsued = \"clerk\"\n";
    let (file, _) = file.split_once("[[people]]").unwrap();
    let (_, _, text) = chief.send_file(FILE, format!("{file}{people}").as_bytes()).await;
    assert!(text.contains("neu, wird eingeladen: Bürgerbüro Nord: Auch für alle gemeinsam"), "{text}");
    assert!(
        text.contains("Sich selbst können Sie nicht") && text.contains("Bitte wählen Sie eine Aufgabe"),
        "{text}"
    );
    assert!(text.contains("Einen der Standorte gibt es hier noch nicht"), "{text}");
    assert_eq!(text.matches("name=\"member\"").count(), 1, "{text}");
    let sent = "{\"name\":\"Kim\",\"role\":\"clerk\",\"offices\":{\"nord\":\"supervisor\"}}";
    let forged = "{\"name\":\"Eva\",\"role\":\"clerk\",\"offices\":{\"nord\":\"administrator\"}}";
    let (_, _, text) =
        chief.post("/staff/city/people", &[("member", sent), ("member", forged), ("member", "x")]).await;
    assert!(text.contains("/staff/invitation/") && text.contains("Nicht übernommen: Eva"), "{text}");
    assert_eq!(server.folder.kept.number("select count(*) from invitation where name is not null"), 1);
    // The number is put right in the form, and the office is there.
    let edit = "/staff/offices/west/edit/office";
    let (_, _, text) = chief.get(edit).await;
    let fields = crate::admin::filled(&text, &[("number", "3")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(chief.post(edit, &fields).await.0, StatusCode::SEE_OTHER);
    assert_eq!(save(&mut chief, "west").await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.page("/west").await.0, StatusCode::OK);
    server.stop().await;
}

#[tokio::test]
async fn a_new_office_is_made_from_another_and_one_is_given_up() {
    let server = Server::start().await;
    let booked = server.book("reisepass", EIGHT).await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let path = "/staff/city/new";
    let (_, _, text) = chief.get(path).await;
    assert!(text.contains("name=\"number\" value=\"2\""), "{text}");
    let name = "<i>Büro</i> Nord";
    for (id, number, said) in [
        ("Nord Ost", "2", "kleine Buchstaben"),
        ("staff", "2", "kleine Buchstaben"),
        ("musterstadt", "2", "gibt es schon"),
        ("nord", "1", "hat schon ein anderer Standort"),
        ("nord", "70000", "Möglich sind 1–65535"),
    ] {
        let fields = [("name", name), ("id", id), ("number", number), ("from", "musterstadt")];
        let (status, _, text) = chief.post(path, &fields).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains(said), "{id} {number} {text}");
        assert!(text.contains("&#60;i&#62;Büro") && !text.contains(name), "what was typed is there: {text}");
    }
    let fields = [("name", "Bürgerbüro Nord"), ("id", "nord"), ("number", "2"), ("from", "musterstadt")];
    let (status, leads, text) = chief.post(path, &fields).await;
    assert!(status == StatusCode::SEE_OTHER && leads.starts_with("/staff/offices/nord/edit"), "{text}");
    assert_eq!(server.page("/nord").await.0, StatusCode::NOT_FOUND, "a draft is seen by nobody");
    let (_, _, text) = chief.get("/staff/offices/nord/preview").await;
    assert!(
        text.contains("Standort · Anschrift</a> – Bitte ausfüllen") && !text.contains(">Speichern<"),
        "{text}"
    );
    let edit = "/staff/offices/nord/edit/office";
    let change = async |chief: &mut Browser<'_>, edit: &str, new: &[(&str, &str)]| {
        let (_, _, text) = chief.get(edit).await;
        let fields = crate::admin::filled(&text, new);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(chief.post(edit, &fields).await.0, StatusCode::SEE_OTHER);
    };
    change(&mut chief, edit, &[("address", "Nordring 5, 12345 Musterstadt")]).await;
    assert_eq!(save(&mut chief, "nord").await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.page("/nord").await.0, StatusCode::OK);
    // The first one ends: not while somebody has booked after its last day.
    let edit = "/staff/offices/musterstadt/edit/office";
    change(&mut chief, edit, &[("ends_on", "2026-11-22")]).await;
    let (_, _, text) = chief.get("/staff/offices/musterstadt/preview").await;
    assert!(text.contains("Nach dem letzten Tag ist noch ein Termin gebucht"), "{text}");
    assert!(
        text.contains("/staff/offices/musterstadt/close?date=2026-11-23") && !text.contains(">Speichern<"),
        "{text}"
    );
    let (_, _, refused) = chief.post("/staff/offices/musterstadt/preview", &[("step", "1")]).await;
    assert!(refused.contains("Es wurde nichts gespeichert"), "{refused}");
    server.cancel(booked.secret, &booked.pin.clone().unwrap()).await.unwrap();
    assert_eq!(save(&mut chief, "musterstadt").await.0, StatusCode::SEE_OTHER);
    let free = server.free("reisepass", "2026-11-23T00:00:00Z", "2026-12-20T00:00:00Z").await;
    assert!(free.starts.is_empty());
    let (status, text) = server.page("/musterstadt").await;
    assert!(status == StatusCode::NOT_FOUND && text.contains("gibt es nicht"), "{text}");
    // With one left citizens are led to it.
    assert!(
        server.http.get(&server.base).send().await.unwrap().headers()["location"]
            .to_str()
            .unwrap()
            .contains("/nord")
    );
    server.stop().await;
}

#[tokio::test]
async fn an_office_saved_by_mistake_goes_and_one_that_was_used_stays() {
    let server = Server::start().await;
    let (nord, edit) = ("/staff/offices/nord/delete", "/staff/offices/nord/edit");
    server.folder.import(crate::support::MONDAY, &north()).await.unwrap();
    crate::support::until("the second office", async || {
        (server.page("/nord").await.0 == StatusCode::OK).then_some(())
    })
    .await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let mut other = signed_on(&server, "Robin Beispiel", "supervisor").await;
    assert_eq!(other.post(nord, &[("revision", "1")]).await.0, StatusCode::FORBIDDEN);
    assert!(!other.get(edit).await.2.contains("Endgültig löschen"));
    // Somebody has a role there alone, and would have it at the next office of this name.
    let invited = [("name", "Kim"), ("role", "offices"), ("at-nord", "clerk")];
    assert_eq!(chief.post("/staff/people", &invited).await.0, StatusCode::OK);
    let (_, _, text) = chief.get(edit).await;
    assert!(
        text.contains("eine Einladung oder ein Programm") && !text.contains("Endgültig löschen"),
        "{text}"
    );
    chief.post("/staff/people/removals", &[("invited", "Kim")]).await;
    let (_, _, text) = chief.get(edit).await;
    let revision = hidden(&text, "revision");
    let (status, _, text) = chief.post(nord, &[("revision", "99")]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("inzwischen geändert"), "{text}");
    let (status, leads, text) = chief.post(nord, &[("revision", &revision)]).await;
    assert!(status == StatusCode::SEE_OTHER && leads.starts_with(CITY), "{text}");
    assert_eq!(server.page("/nord").await.0, StatusCode::NOT_FOUND);
    assert!(!chief.get(CITY).await.2.contains("Bürgerbüro Nord"));
    let kept = &server.folder.kept;
    assert_eq!(kept.number("select count(*) from office_revision where office = 'nord'"), 0);
    let city = kept.text("select body from change where kind = 'city'");
    assert!(city.contains("Musterstadt") && !city.contains("Bürgerbüro Nord"), "lobbies forget it: {city}");
    // Its id and number are free for the right one.
    server.folder.import(crate::support::MONDAY, &north()).await.unwrap();
    // Whoever booked once holds a code of it, also if that was cancelled.
    let booked = server.book("reisepass", EIGHT).await;
    server.cancel(booked.secret, &booked.pin.clone().unwrap()).await.unwrap();
    let (_, _, text) = chief.get("/staff/offices/musterstadt/edit").await;
    assert!(text.contains("seinen letzten Tag") && !text.contains("Endgültig löschen"), "{text}");
    let (status, _, text) = chief.post("/staff/offices/musterstadt/delete", &[("revision", "1")]).await;
    assert!(
        status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("schon ein Termin gebucht"),
        "{text}"
    );
    assert_eq!(server.page("/musterstadt").await.0, StatusCode::OK);
    server.stop().await;
}

/// A city keeps what all its offices have in common in one file; each has the rest of its own, which goes before it.
#[tokio::test]
async fn offices_with_one_standard_are_taken_over_together() {
    let folder = Folder::new();
    let write = |name: &str, text: &str| {
        let path = folder.dir.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let own = ["id", "number", "name", "address"];
    let mut common: toml::Table = OFFICE.parse().unwrap();
    own.iter().for_each(|key| drop(common.remove(*key).unwrap()));
    let standard = write("standard.toml", &common.to_string());
    let head = |id: &str, number: u8| {
        format!("id = \"{id}\"\nnumber = {number}\nname = \"{id}\"\naddress = \"Weg 1\"\n")
    };
    let south = write("south.toml", &head("sued", 1));
    let north = write("north.toml", &format!("{}[rules]\ngrid_minutes = 7\n", head("nord", 2)));
    let both = ["office", "import", &south, &north, "--standard", &standard];
    let fault = folder.run(MONDAY, &both).await.unwrap_err().to_string();
    assert!(fault.contains("north.toml") && fault.contains("rules.grid_minutes"), "{fault}");
    let list = folder.run(MONDAY, &["office", "list"]).await.unwrap();
    assert!(!list.contains("sued"), "none is there while one is wrong: {list}");

    write("north.toml", &format!("{}[rules]\ngrid_minutes = 30\n", head("nord", 2)));
    let said = folder.run(MONDAY, &both).await.unwrap();
    assert_eq!(said, "sued: revision 1 is in force\nnord: revision 1 is in force");
    let server = Server::on(Arc::new(folder), MONDAY).await;
    let starts = async |office: &str| {
        let path =
            format!("/api/v1/offices/{office}/free-times?services=reisepass:1&to=2026-11-23T08:05:00Z");
        server.get::<FreeTimes>(&path).await.unwrap().starts
    };
    assert_eq!(starts("nord").await, [at(EIGHT), at("2026-11-23T07:30:00Z"), at("2026-11-23T08:00:00Z")]);
    assert!(starts("sued").await.len() > 3, "the standard's grid");
    server.stop().await;
}
