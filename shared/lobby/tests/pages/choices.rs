//! Choices that nobody has made: the browser asks for them, and the lobby names what is missing.

use crate::browser::Page;
use crate::office::Office;
use foyer_lobby::staff::Role;

/// The names of a page's choices that begin with "please choose", each with whether it must be made.
fn to_be_made(page: &Page) -> Vec<(String, bool)> {
    let selects = page.body.split("<select ").skip(1).filter_map(|rest| rest.split_once("</select>"));
    let open = selects.filter_map(|(select, _)| {
        let (attributes, options) = select.split_once('>')?;
        let first = options.split_once("</option>")?.0;
        let name = attributes.split("name=\"").nth(1)?.split('"').next()?;
        let must = attributes.split_whitespace().any(|attribute| attribute == "required");
        first.ends_with(">Bitte wählen").then(|| (name.to_owned(), must))
    });
    open.collect()
}

#[tokio::test]
async fn what_has_no_usual_choice_must_be_chosen() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let three = kim.take("3").await;
    let visit = office.walk_in().await;
    let late = office.booked("2026-11-23T08:00:00Z").await;
    let room = rea.get("/room").await;
    let mut seen: Vec<String> = Vec::new();
    for page in [
        room,
        rea.get(&format!("/room?visit={}", visit.0)).await,
        rea.get(&format!("/room?booking={late}")).await,
        kim.get(&three).await,
        kim.get(&format!("{three}?visit={}", visit.0)).await,
    ] {
        assert_eq!(page.status, 200);
        for (name, must) in to_be_made(&page) {
            assert!(must, "`{name}` can be left open");
            seen.push(name);
        }
    }
    for name in ["scope", "counter", "staff", "reason"] {
        assert!(seen.iter().any(|known| known == name), "{name} is among {seen:?}");
    }
    office.close().await;
}

#[tokio::test]
async fn a_press_without_its_choice_is_refused_by_name() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    kim.take("3").await;
    let page = rea.get("/room").await;
    let person = page.body.split("id=\"open-staff\"").nth(1).unwrap();
    let person = person.split("value=\"").nth(2).unwrap().split('"').next().unwrap();
    let before = office.lobby.published().seq;
    for (what, fields) in [
        ("pause", &[("scope", "")][..]),
        ("close", &[("counter", ""), ("left", "all")]),
        ("open", &[("counter", ""), ("staff", person)]),
        ("open", &[("counter", "1"), ("staff", "")]),
    ] {
        let form = fields.iter().fold(page.form("do", what), |form, (name, value)| form.with(name, value));
        let refused = rea.fetch(&form).await;
        assert_eq!(refused.status, 409, "{what} {fields:?}");
        refused.says("Bitte wählen Sie zuerst aus");
    }
    assert_eq!(office.lobby.published().seq, before);
    let visit = office.walk_in().await;
    let before = office.lobby.published().seq;
    office.kiosk("Eingang").await;
    let print = rea.get(&format!("/room?visit={}", visit.0)).await.form("do", "print").with("to", "");
    let refused = rea.fetch(&print).await;
    assert_eq!(refused.status, 409);
    refused.says("Bitte wählen Sie ein Terminal.");
    assert_eq!(office.lobby.published().seq, before);
    assert_eq!(office.lobby.state().counters().count(), 1);
    office.close().await;
}
