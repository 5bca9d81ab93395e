//! The administration: an office is changed as a draft, looked at beforehand, and saved.

use crate::staff::{Browser, hidden, signed_on};
use crate::support::{EIGHT, MONDAY, OFFICE, Server};
use reqwest::StatusCode;

pub const EDIT: &str = "/staff/offices/musterstadt/edit";
pub const PREVIEW: &str = "/staff/offices/musterstadt/preview";

/// What a browser sends of a form as it was shown, with some fields filled in anew.
pub fn filled(text: &str, new: &[(&str, &str)]) -> Vec<(String, String)> {
    let (_, form) = text.split_once("<form method=\"post\" action=\"/staff/offices").unwrap();
    let (form, _) = form.split_once("</form>").unwrap();
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        let text = rest.split('"').next().unwrap_or_default().to_owned();
        let signs = [("&#39;", "'"), ("&#34;", "\""), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
        Some(signs.iter().fold(text, |text, (code, sign)| text.replace(code, sign)))
    };
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut select = String::new();
    for tag in form.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        if tag.starts_with("select") {
            select = attribute(tag, "name").unwrap();
        } else if tag.starts_with("option") && tag.ends_with(" selected") {
            fields.push((select.clone(), attribute(tag, "value").unwrap()));
        } else if tag.starts_with("input") && (!tag.contains("\"checkbox\"") || tag.contains(" checked")) {
            fields.push((attribute(tag, "name").unwrap(), attribute(tag, "value").unwrap()));
        }
    }
    for (name, value) in new {
        fields.retain(|(known, _)| known != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

/// Fills a form in and sends it; where it leads.
pub async fn fill(browser: &mut Browser<'_>, path: &str, new: &[(&str, &str)]) -> String {
    let (status, _, text) = browser.get(path).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    let fields = filled(&text, new);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let (status, leads, text) = browser.post(path, &fields).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    leads
}

pub async fn save(browser: &mut Browser<'_>) -> (StatusCode, String) {
    let (_, _, text) = browser.get(PREVIEW).await;
    let (status, _, text) = browser.post(PREVIEW, &[("step", &hidden(&text, "step"))]).await;
    (status, text)
}

#[tokio::test]
async fn a_change_is_looked_at_before_it_holds() {
    let server = Server::start().await;
    let booked = server.book("reisepass", EIGHT).await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let (_, _, text) = chief.get("/staff/offices/musterstadt").await;
    assert!(text.contains(">Einrichtung</a>"), "{text}");
    // The morning begins an hour later: twelve starts a day less, and one who has booked.
    let leads = fill(&mut chief, &format!("{EDIT}/hours/0"), &[("from", "09:00")]).await;
    assert_eq!(leads, format!("{EDIT}/hours?lang=de"));
    let (_, _, text) = chief.get(EDIT).await;
    assert!(text.contains("noch nicht gespeichert"), "{text}");
    let before = server.folder.kept.number("select revision from office");
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("fallen freie Zeiten weg") && text.contains("Ein Termin verliert"), "{text}");
    assert!(text.contains("<del>08:00</del>") && text.contains("<ins>09:00</ins>"), "{text}");
    assert!(text.contains("Erika Mustermann") && text.contains("dann geschlossen"), "{text}");
    assert_eq!(server.folder.kept.number("select revision from office"), before, "looking changes nothing");
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.folder.kept.number("select revision from office"), before + 1);
    assert_eq!(server.folder.kept.number("select count(*) from draft"), 0);
    let who =
        "select count(*) from office_revision join staff on staff.id = saved_by where name = 'Alex Beispiel'";
    assert_eq!(server.folder.kept.number(who), 1);
    let free = server.free("reisepass", "2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z").await;
    assert_eq!(free.starts.first().map(ToString::to_string), Some("2026-11-24 08:00:00 UTC".to_owned()));
    let (_, text) = server.page(&format!("/b/{}", booked.secret)).await;
    assert!(text.contains("23. November 2026"), "the booking stands");
    server.stop().await;
}

#[tokio::test]
async fn what_does_not_fit_is_said_beside_its_field_and_kept_as_typed() {
    let dog = "[[services]]\nid = \"hund\"\nname = \"Hund\"\nminutes = 5\narea = \"erdgeschoss\"\n\n";
    let office = OFFICE.replacen("# Counters, each", &format!("{dog}# Counters, each"), 1);
    let server = Server::with_office(MONDAY, &office).await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let passport = format!("{EDIT}/services/1");
    let name = "<b>Pässe</b> \"schnell\"";
    let new = [("minutes", "viele"), ("name.de", name), ("name.ar", "جواز")];
    let leads = fill(&mut chief, &passport, &new).await;
    assert!(leads.starts_with(&passport), "{leads}");
    let (_, _, text) = chief.get(&passport).await;
    assert!(text.contains("value=\"viele\"") && text.contains("id=\"minutes-fault\""), "{text}");
    assert!(!text.contains(name) && text.contains("&#60;b&#62;Pässe"), "{text}");
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("So kann es noch nicht") && !text.contains(">Speichern<"), "{text}");
    assert!(!text.contains("Was es bewirkt") && !text.contains("Keine freie Zeit"), "nobody knows: {text}");
    // A document more, which has no German yet; and one less.
    fill(&mut chief, &passport, &[("minutes", "12"), ("name.de", "Reisepass"), ("press", "add:documents")])
        .await;
    let (_, _, text) = chief.get(&passport).await;
    assert!(text.contains("Der deutsche Text fehlt"), "{text}");
    let last = text.matches("name=\"documents.").count() / 9 - 1;
    let press = format!("remove:documents.{last}");
    fill(&mut chief, &passport, &[("press", &press)]).await;
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    let (_, text) = server.page("/musterstadt").await;
    assert!(text.contains("Reisepass") && text.contains("12 Minuten"), "{text}");
    // What is named elsewhere cannot go, and what is booked cannot, either.
    server.book("hund", EIGHT).await;
    fill(&mut chief, &format!("{EDIT}/services"), &[("press", "remove:1")]).await;
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("reisepass gibt es nicht mehr") && !text.contains(">Speichern<"), "{text}");
    chief.post(EDIT, &[]).await;
    fill(&mut chief, &format!("{EDIT}/services"), &[("press", "remove:6")]).await;
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("hund ist noch einmal gebucht") && !text.contains(">Speichern<"), "{text}");
    chief.post(EDIT, &[]).await;
    assert_eq!(server.folder.kept.number("select count(*) from draft"), 0);
    server.stop().await;
}

#[tokio::test]
async fn two_who_change_at_the_same_time_lose_nothing() {
    let server = Server::start().await;
    let mut one = signed_on(&server, "Alex Beispiel", "administrator").await;
    let mut two = signed_on(&server, "Robin Beispiel", "administrator").await;
    fill(&mut one, &format!("{EDIT}/services/0"), &[("minutes", "17")]).await;
    fill(&mut two, &format!("{EDIT}/services/1"), &[("minutes", "27")]).await;
    let (_, _, text) = two.get(EDIT).await;
    assert!(text.contains("jemand etwas: Alex Beispiel"), "{text}");
    let (_, _, seen) = two.get(PREVIEW).await;
    assert_eq!(save(&mut one).await.0, StatusCode::SEE_OTHER);
    // What Robin looked at is no more what is in force.
    let (status, _, text) = two.post(PREVIEW, &[("step", &hidden(&seen, "step"))]).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Entwurf ist noch da"), "{text}");
    assert!(text.contains("Meine Änderungen übertragen"), "{text}");
    let merge = [("step", &*hidden(&text, "step"))];
    assert_eq!(two.post("/staff/offices/musterstadt/merge", &merge).await.0, StatusCode::SEE_OTHER);
    let (_, _, text) = two.get(PREVIEW).await;
    assert!(text.contains("<ins>27</ins>") && !text.contains("<del>17</del>"), "{text}");
    assert_eq!(save(&mut two).await.0, StatusCode::SEE_OTHER);
    for (entry, minutes) in [(0, "17"), (1, "27")] {
        let (_, _, text) = one.get(&format!("{EDIT}/services/{entry}")).await;
        assert_eq!(value(&text, "minutes"), minutes);
    }
    // A window that was left open does not undo another one of the same person.
    let (_, _, old) = one.get(&format!("{EDIT}/services/0")).await;
    fill(&mut one, &format!("{EDIT}/services/0"), &[("minutes", "30")]).await;
    let fields = filled(&old, &[("minutes_more", "7")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let (status, _, text) = one.post(&format!("{EDIT}/services/0"), &fields).await;
    assert!(
        status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("In einem anderen Fenster"),
        "{text}"
    );
    assert!(text.contains("name=\"minutes_more\"") && text.contains("value=\"7\""), "{text}");
    server.stop().await;
}

/// The value of a field with this id.
fn value(text: &str, id: &str) -> String {
    let (_, rest) = text.split_once(&format!("id=\"{id}\" name=\"{id}\"")).unwrap();
    let (_, rest) = rest.split_once("value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_day_that_was_closed_meanwhile_stays_closed() {
    let server = Server::start().await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    fill(&mut chief, &format!("{EDIT}/closures/0"), &[("reason.de", "Wir feiern")]).await;
    fill(&mut chief, &format!("{EDIT}/hours/0"), &[("from", "09:00")]).await;
    let mut other = signed_on(&server, "Robin Beispiel", "supervisor").await;
    let close = "/staff/offices/musterstadt/close";
    let day = "date=2026-12-02&way=cancel&reason=own&own-de=Ausflug";
    let (_, _, text) = other.get(&format!("{close}?{day}")).await;
    let nonce = hidden(&text, "nonce");
    let mut form: Vec<(&str, &str)> = day.split('&').map(|pair| pair.split_once('=').unwrap()).collect();
    form.push(("nonce", &nonce));
    let (status, _, text) = other.post(close, &form).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    let (_, _, text) = chief.get(PREVIEW).await;
    let merge = [("step", &*hidden(&text, "step"))];
    chief.post("/staff/offices/musterstadt/merge", &merge).await;
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("<ins>Wir feiern</ins>") && text.contains("<ins>09:00</ins>"), "{text}");
    assert!(!text.contains("2026-12-02") && !text.contains("entfällt"), "{text}");
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    let kept = server.folder.kept.text("select document from office");
    assert!(kept.contains("2026-12-02") && kept.contains("Ausflug") && kept.contains("Wir feiern"), "{kept}");
    let free = server.free("reisepass", "2026-12-01T23:00:00Z", "2026-12-02T23:00:00Z").await;
    assert!(free.starts.is_empty(), "{free:?}");
    server.stop().await;
}

#[tokio::test]
async fn supervisors_see_and_do_not_change_and_clerks_do_not_see() {
    let server = Server::start().await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    assert_eq!(clerk.get(EDIT).await.0, StatusCode::FORBIDDEN);
    let mut chief = signed_on(&server, "Robin Beispiel", "supervisor").await;
    for path in
        [EDIT, PREVIEW, &format!("{EDIT}/rules"), &format!("{EDIT}/services/0"), &format!("{EDIT}/hours")]
    {
        let (status, _, text) = chief.get(path).await;
        assert!(
            status == StatusCode::OK && !text.contains(">Übernehmen<") && !text.contains(">Speichern<"),
            "{text}"
        );
    }
    for path in
        [EDIT, PREVIEW, &format!("{EDIT}/rules"), &format!("{EDIT}/services/0"), &format!("{EDIT}/hours")]
    {
        assert_eq!(chief.post(path, &[("step", "0")]).await.0, StatusCode::FORBIDDEN, "{path}");
    }
    for path in [&format!("{EDIT}/nichts"), &format!("{EDIT}/services/99"), "/staff/offices/nirgends/edit"] {
        assert_eq!(chief.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(server.folder.kept.number("select count(*) from draft"), 0);
    server.stop().await;
}

#[tokio::test]
async fn who_saved_what_is_known_and_one_can_go_back() {
    let server = Server::start().await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    fill(&mut chief, &format!("{EDIT}/services/1"), &[("minutes", "27")]).await;
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    let revisions = "/staff/offices/musterstadt/revisions";
    let (_, _, text) = chief.get(revisions).await;
    let (newest, first) = (text.find("Fassung 2").unwrap(), text.find("Fassung 1").unwrap());
    assert!(newest < first && text.contains("Alex Beispiel") && text.contains("Befehlszeile"), "{text}");
    let (_, _, text) = chief.get(&format!("{revisions}/2")).await;
    assert!(text.contains("<ins>27</ins>") && !text.contains("zurückkehren"), "{text}");
    let before = format!("{revisions}/1");
    let (_, _, text) = chief.get(&before).await;
    let (status, leads, _) = chief.post(&before, &[("step", &hidden(&text, "step"))]).await;
    assert!(status == StatusCode::SEE_OTHER && leads.starts_with(PREVIEW), "{leads}");
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("<del>27</del>"), "{text}");
    assert_eq!(save(&mut chief).await.0, StatusCode::SEE_OTHER);
    // It is a new revision, and the one in between stays to be seen.
    assert_eq!(server.folder.kept.number("select revision from office"), 3);
    let (_, _, text) = chief.get(&format!("{EDIT}/services/1")).await;
    assert_ne!(value(&text, "minutes"), "27");
    let mut other = signed_on(&server, "Robin Beispiel", "supervisor").await;
    assert_eq!(other.get(&before).await.0, StatusCode::OK);
    assert_eq!(other.post(&before, &[("step", "0")]).await.0, StatusCode::FORBIDDEN);
    assert_eq!(chief.get(&format!("{revisions}/99")).await.0, StatusCode::NOT_FOUND);
    // Somebody who has gone is not named any more.
    let sql = "update office_revision set saved_by = 'weg' where revision = 2";
    server.folder.kept.execute(sql).unwrap();
    assert!(chief.get(revisions).await.2.contains("nicht mehr hier arbeitet"));
    server.stop().await;
}

/// A service in nine languages with all its documents is a long form; a whole book is none.
#[tokio::test]
async fn long_forms_are_taken_and_too_long_ones_told_about() {
    let server = Server::start().await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let service = format!("{EDIT}/services/0");
    // Six bytes for a letter on the way.
    let long = "ж".repeat(20_000);
    let (_, _, text) = chief.get(&service).await;
    let fields = filled(&text, &[("description.uk", &long)]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let (status, _, text) = chief.post(&service, &fields).await;
    assert!(status.is_redirection() || status == StatusCode::UNPROCESSABLE_ENTITY, "{status} {text}");
    let (status, _, text) = chief.post(&service, &[("description.uk", &"x".repeat(600 * 1024))]).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text.contains("höchstens 512 kB") && text.contains("<h1"), "{text}");
    server.stop().await;
}
