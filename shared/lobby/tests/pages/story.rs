//! What staff do on the pages, and what they must not be able to do.

use crate::browser::{Browser, Form, Page};
use crate::office::{EVIL, Office, PASSWORD};
use foyer_domain::engine::{Command, Reply};
use foyer_domain::id::{AreaId, CounterId, StaffId};
use foyer_domain::office::Counter;
use foyer_domain::visit::Actor;
use foyer_lobby::staff::Role;
use foyer_protocol::lobby::DeviceKind;
use foyer_protocol::nonce::Nonce;
use reqwest::Method;
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

#[tokio::test]
async fn who_is_not_signed_in_is_asked_to_and_comes_back() {
    let office = Office::open().await;
    let mut browser = Browser::new(&office.address);
    let page = browser.get("/desk/3").await;
    assert_eq!((page.status, page.location()), (303, "/sign-in?back=%2Fdesk%2F3"));
    assert_eq!(browser.get("/desk/3/stream").await.status, 401);
    let form = browser.get("/sign-in?back=%2Fdesk%2F3").await;
    form.says(r#"name="back" value="/desk/3""#);

    let page = browser.sign_in("Ada", "falsch falsch falsch").await;
    assert_eq!(page.status, 422);
    page.says("Name oder Passwort stimmt nicht.");
    assert!(browser.cookie.is_none());

    let page = browser.sign_in("Ada", PASSWORD).await;
    assert_eq!((page.status, page.location()), (303, "/desk"));
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    for part in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let page = browser.get("/desk").await;
    page.says("Welcher Schalter?");
    assert_eq!(page.headers["cache-control"], "no-store");
    assert!(page.headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'self'"));

    let page = browser.send(&Form::new("/sign-out").with("x", "y")).await;
    assert_eq!((page.status, page.location()), (303, "/sign-in"));
    assert_eq!(browser.get("/desk").await.status, 303, "the cookie is worth nothing any more");
    office.close().await;
}

/// Nothing happens after the call: no display shows it, and the open desk says so by itself. Every ten seconds it is
/// looked at anyway.
#[tokio::test]
async fn an_open_desk_is_told_what_time_alone_changes() {
    let office = Office::open().await;
    let clerk = office.clerk("Kim").await;
    let three = clerk.take("3").await;
    office.walk_in().await;
    let mut desk = clerk.follow(&format!("{three}/stream")).await;
    let opened = Instant::now();
    clerk.fetch(&clerk.get(&three).await.form("do", "next")).await;
    desk.until("Anzeige gestört, bitte ausrufen.").await;
    assert!(opened.elapsed() < Duration::from_secs(9), "only when it was looked at anyway");
    drop(desk);
    office.close().await;
}

#[tokio::test]
async fn who_waits_behind_the_lines_is_searched_by_whoever_serves_there() {
    let office = Office::open().await;
    let (kim, lou) = (office.clerk("Kim").await, office.clerk("Lou").await);
    let three = kim.take("3").await;
    lou.take("1").await;
    for _ in 0..41 {
        office.walk_in().await;
    }
    let search = Form::new(&format!("{three}/search")).with("text", "a041");
    let found = kim.send(&search).await;
    assert_eq!(found.status, 200);
    found.says("A\u{202f}041");
    found.does_not_say("A\u{202f}040");
    found.does_not_say(EVIL);
    let refused = lou.send(&search).await;
    assert_eq!(refused.status, 404);
    refused.does_not_say("A\u{202f}041");
    office.close().await;
}

/// Twenty tabs at each of fifty counters press "next" at one moment: each counter gets one person, nobody is called
/// twice, and nobody hears of an error while somebody waits.
#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_presses_of_next_at_once_call_each_counter_one_person() {
    const COUNTERS: usize = 50;
    let office = Office::open().await;
    let counters = |office: &mut foyer_domain::office::Office| {
        office.services[0].minutes = 1;
        let one = office.counters[0].clone();
        let numbered = |number: usize| Counter { id: number.to_string().as_str().into(), ..one.clone() };
        office.counters = (0..COUNTERS).map(numbered).collect();
    };
    office.reconfigured(counters).await;
    let whose = |counter: usize| (CounterId(counter.to_string()), StaffId(format!("clerk-{counter}")));
    for counter in 0..COUNTERS {
        let (counter, staff) = whose(counter);
        let open = Command::OpenCounter { counter, staff: staff.clone() };
        office.lobby.ask(Actor::Staff(staff), None, open).await.unwrap();
    }
    for _ in 0..COUNTERS + 5 {
        office.walk_in().await;
    }
    let mut presses = JoinSet::new();
    for press in 0..20 * COUNTERS {
        let (lobby, (counter, staff)) = (office.lobby.clone(), whose(press % COUNTERS));
        presses.spawn(async move {
            let next = Command::CallNext(counter.clone());
            let answered = lobby.ask(Actor::Staff(staff), Some(Nonce::random()), next).await;
            (counter, answered.unwrap().reply)
        });
    }
    let mut called = BTreeMap::new();
    while let Some(done) = presses.join_next().await {
        let (counter, reply) = done.unwrap();
        let Reply::Called(visit) = reply else { panic!("{reply:?}") };
        assert_eq!(*called.entry(counter).or_insert(visit), visit, "the same person in every tab");
    }
    let people: BTreeSet<_> = called.values().collect();
    assert_eq!((called.len(), people.len()), (COUNTERS, COUNTERS));
    assert_eq!(office.lobby.state().waiting(), 5);
    office.close().await;
}

#[tokio::test]
async fn styles_and_script_are_kept_for_ever_and_nothing_is_inline() {
    let office = Office::open().await;
    let clerk = office.clerk("Kim").await;
    let page = clerk.get(&clerk.take("3").await).await;
    let linked = page.body.split(['"']).filter(|text| text.starts_with("/assets/")).collect::<Vec<_>>();
    assert_eq!(linked.len(), 13, "{linked:?}");
    for path in linked {
        let asset = clerk.get(path).await;
        assert_eq!(asset.status, 200);
        assert_eq!(asset.headers["cache-control"], "public, max-age=31536000, immutable");
    }
    for inline in ["<style", "style=", "onclick", "<script>", "javascript:"] {
        page.does_not_say(inline);
    }
    office.close().await;
}

#[tokio::test]
async fn a_counter_is_taken_once_and_a_second_clerk_is_told_by_whom() {
    let office = Office::open().await;
    let kim = office.clerk("Kim <b>Sommer</b>").await;
    let ola = office.clerk("Ola").await;
    let before = ola.get("/desk").await;
    before.says("Schalter 3 nehmen");
    let path = kim.take("3").await;
    assert_eq!(path, "/desk/3");

    let refused = ola.send(&before.form("counter", "3")).await;
    assert_eq!(refused.status, 409);
    refused.says(
        "Schalter 3 ist besetzt: Kim &#60;b&#62;Sommer&#60;/b&#62;. Bitte wählen Sie einen anderen Schalter.",
    );
    let page = ola.get("/desk/3").await;
    assert_eq!((page.status, page.location()), (303, "/desk?left=yes"));
    ola.get("/desk?left=yes").await.says("Sie sitzen nicht mehr an diesem Schalter.");

    let second = kim.send(&before.form("counter", "1")).await;
    assert_eq!(second.status, 409);
    second.says("Sie sitzen schon an Schalter 3.");
    assert_eq!(ola.take("süd/2").await, "/desk/s%C3%BCd%2F2", "any name of a counter makes a path");
    assert_eq!(ola.get("/desk/s%C3%BCd%2F2").await.status, 200);
    assert_eq!(kim.get("/desk/9").await.status, 404);
    office.close().await;
}

#[tokio::test]
async fn without_script_a_visit_goes_its_whole_way() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    kim.get(&path).await.says("Zurzeit wartet niemand für diesen Schalter.");
    let refused = press(&kim, &path, "next").await;
    assert_eq!(refused.status, 409);
    refused.says(r#"role="alert"><p class="say say--look">Zurzeit wartet niemand für diesen Schalter."#);

    let visit = office.walk_in().await;
    office.walk_in().await;
    let page = kim.get(&path).await;
    page.says("voraussichtlich A\u{202f}001 – ohne Termin, Pass &#60;script&#62;");
    page.does_not_say(EVIL);
    page.does_not_say("<script>alert");

    let form = page.form("do", "next");
    for _ in 0..2 {
        let pressed = kim.send(&form).await;
        assert_eq!((pressed.status, pressed.location()), (303, "/desk/3"), "the same press is one press");
    }
    let page = kim.get(&path).await;
    page.says("<h2 class=\"at__number\">A\u{202f}001");
    page.says("aufgerufen");
    page.says("Rückgängig: Aufruf A\u{202f}001");

    let unseen = press(&kim, &path, "no_show").await;
    assert_eq!(unseen.status, 409);
    unseen.says("Bitte rufen Sie A\u{202f}001 aus und drücken Sie „Ich habe ausgerufen“.");
    office.show_call(visit).await;
    let early = press(&kim, &path, "no_show").await;
    assert_eq!(early.status, 409);
    early.says("Erst 1 von 3 gezählten Aufrufen. Bitte rufen Sie noch einmal auf.");
    let busy = press(&kim, &path, "leave").await;
    assert_eq!(busy.status, 409);
    busy.says("Am Schalter ist noch A\u{202f}001.");

    assert_eq!(press(&kim, &path, "start").await.status, 303);
    let asked = kim.get(&format!("{path}?ask=next")).await;
    asked.says("A\u{202f}001 abschließen?");
    assert_eq!(kim.send(&asked.form("do", "finish_and_next")).await.status, 303);
    kim.get(&path).await.says("A\u{202f}002 · Schalter 3");
    assert_eq!(press(&kim, &path, "undo").await.status, 303, "the call is taken back");
    kim.get(&path).await.says("Niemand am Schalter");
    let left = press(&kim, &path, "leave").await;
    assert_eq!((left.status, left.location()), (303, "/desk"));
    office.close().await;
}

#[tokio::test]
async fn two_tabs_agree_and_an_old_page_does_nothing_to_the_next_visit() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    office.walk_in().await;
    office.walk_in().await;
    let mut tabs = [kim.follow(&format!("{path}/stream")).await, kim.follow(&format!("{path}/stream")).await];
    for tab in &mut tabs {
        tab.until("voraussichtlich A\u{202f}001").await;
    }
    let page = kim.get(&path).await;
    let called = kim.fetch(&page.form("do", "next")).await;
    assert_eq!(called.status, 200);
    called.says(r#"<div id="says"></div>"#);
    called.does_not_say("<html");
    for tab in &mut tabs {
        let pushed = tab.until("key-start").await;
        assert!(pushed.contains(r#"data-at="called-1""#), "{pushed}");
    }

    let start = called.form("do", "start");
    assert_eq!(kim.fetch(&start).await.status, 200);
    let serving = kim.get(&path).await;
    let done = serving.form("do", "finish_and_next");
    assert_eq!(kim.fetch(&done).await.status, 200);
    for tab in &mut tabs {
        tab.until(r#"data-at="called-2""#).await;
    }
    let old = kim.fetch(&serving.form("do", "finish")).await;
    assert_eq!(old.status, 409);
    old.says("Inzwischen hat sich am Schalter etwas geändert.");
    old.says(r#"data-at="called-2""#);
    let again = kim.fetch(&done).await;
    assert_eq!(again.status, 200, "a repeated press gets its own answer again: {}", again.body);
    again.says(r#"data-at="called-2""#);
    office.close().await;
}

#[tokio::test]
async fn a_stream_ends_with_the_counter_and_with_the_server() {
    let office = Office::open().await;
    let (kim, ola) = (office.clerk("Kim").await, office.clerk("Ola").await);
    let path = kim.take("3").await;
    let mut left = kim.follow(&format!("{path}/stream")).await;
    left.until("Niemand am Schalter").await;
    assert_eq!(press(&kim, &path, "leave").await.status, 303);
    assert_eq!(left.next().await, None);
    assert_eq!(kim.get(&format!("{path}/stream")).await.status, 404);

    let path = ola.take("1").await;
    let mut open = ola.follow(&format!("{path}/stream")).await;
    open.until("Niemand am Schalter").await;
    office.close().await;
    assert_eq!(open.next().await, None);
}

#[tokio::test]
async fn other_sites_clerks_and_terminals_get_no_further_than_they_may() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    let next = kim.get(&path).await.form("do", "next");
    for headers in [[("origin", "https://evil.test")], [("sec-fetch-site", "cross-site")]] {
        assert_eq!(kim.send_with(&next, &headers).await.status, 403);
    }
    for page in ["/devices", "/staff", "/notices"] {
        let refused = kim.get(page).await;
        assert_eq!(refused.status, 403, "{page}");
        refused.says("Dafür reicht Ihr Zugang nicht.");
    }
    let form = Form::new("/devices").with("name", "Anzeige 1").with("kind", "display");
    assert_eq!(kim.send(&form).await.status, 403);
    let form = Form::new("/staff").with("name", "Eve").with("role", "administrator");
    assert_eq!(kim.send(&form).await.status, 403);
    assert_eq!(kim.send(&Form::new(&path).with("do", "explode")).await.status, 422);

    let code = office.lobby.devices().create_code(DeviceKind::Display, "Anzeige 1", vec![AreaId::from("eg")]);
    let code = code.await.unwrap();
    let terminal = Browser::new(&office.address);
    let bearer = format!("Bearer {}", code.code);
    for (method, path) in [(Method::GET, "/desk/3"), (Method::GET, "/devices"), (Method::POST, "/desk/3")] {
        let answer = terminal.request(method, path, &[("authorization", &bearer)], String::new()).await;
        assert_eq!(answer.status().as_u16(), 303, "a terminal's rights are not a person's: {path}");
    }
    office.close().await;
}

#[tokio::test]
async fn an_administrator_enrols_terminals_and_invites_people() {
    let office = Office::open().await;
    let mut ada = Browser::new(&office.address);
    ada.sign_in("Ada", PASSWORD).await;
    let form = Form::new("/devices").with("name", "Anzeige <1>").with("kind", "display").with("areas", "eg");
    let page = ada.send(&form).await;
    assert_eq!(page.status, 200);
    page.says("Anmeldecode für „Anzeige &#60;1&#62;“");
    page.says("10:15 Uhr");
    ada.get("/devices").await.does_not_say(r#"class="secret""#);
    assert_eq!(ada.send(&form.with("name", " ")).await.status, 422);

    let form = Form::new("/staff").with("name", "Ola").with("role", "supervisor");
    let page = ada.send(&form).await;
    let link = page.body.split("secret--long\">").nth(1).unwrap().split('<').next().unwrap();
    let path = link.strip_prefix(&office.address).expect("the link leads here").to_owned();
    let mut ola = Browser::new(&office.address);
    ola.get(&path).await.says("Sie melden sich künftig an als: Ola");
    let short = ola.send(&Form::new(&path).with("name", "Ola").with("password", "kurz")).await;
    assert_eq!(short.status, 422);
    short.says("Das Passwort muss 10 bis 200 Zeichen haben.");
    let accepted = ola.send(&Form::new(&path).with("name", "Mallory").with("password", PASSWORD)).await;
    assert_eq!((accepted.status, accepted.location()), (303, "/desk"));
    ola.keep_cookie(&accepted);
    ola.get("/desk").await.says("Angemeldet: Ola");
    ola.get("/notices").await.says("Keine Hinweise.");
    assert_eq!(ada.get(&path).await.status, 410, "a link works once");

    let people = office.lobby.staff().list().await.unwrap();
    let ola_is = people.iter().find(|person| person.name == "Ola").unwrap();
    assert_eq!(ola_is.role, Role::Supervisor);
    let myself = people.iter().find(|person| person.name == "Ada").unwrap();
    let remove = |id: &str| Form::new("/staff/removals").with("person", id);
    assert_eq!(ada.send(&remove(myself.id.as_str())).await.status, 409);
    ada.send(&remove(ola_is.id.as_str())).await.says("„Ola“ kann sich nicht mehr anmelden.");
    assert_eq!(ola.get("/desk").await.status, 303, "a removed person is out at once");
    office.close().await;
}

#[tokio::test]
async fn pages_speak_english_to_who_wishes_it() {
    let office = Office::open().await;
    let mut browser = Browser::new(&office.address);
    browser.language = "en-GB,en;q=0.9";
    let page = browser.get("/sign-in").await;
    page.says(r#"<html lang="en">"#);
    page.says("Password");
    let chosen = browser.send(&Form::new("/language").with("language", "de").with("back", "/sign-in")).await;
    assert_eq!((chosen.status, chosen.location()), (303, "/sign-in"));
    let cookie = chosen.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let answer = browser.request(Method::GET, "/sign-in", &[("cookie", &cookie)], String::new()).await;
    assert!(answer.text().await.unwrap().contains(r#"<html lang="de">"#));
    let away = Form::new("/language").with("language", "de").with("back", "//evil.test/");
    assert_eq!(browser.send(&away).await.location(), "/desk");
    office.close().await;
}

/// Loads the desk and presses the key that does this.
/// Somebody fetches a paper: put aside, the next one is served, and it goes on; nobody is left behind by leaving.
#[tokio::test]
async fn who_is_put_aside_is_shown_and_gone_on_with() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    office.walk_in().await;
    office.walk_in().await;
    for what in ["next", "start", "park", "next"] {
        assert_eq!(press(&kim, &path, what).await.status, 303, "{what}");
    }
    let page = kim.get(&path).await;
    page.says("Bei Ihnen geparkt");
    page.says("Weitermachen können Sie, sobald Ihr Schalter frei ist.");
    page.says("A\u{202f}002 · Schalter 3");
    for what in ["start", "finish"] {
        assert_eq!(press(&kim, &path, what).await.status, 303, "{what}");
    }
    let leaving = press(&kim, &path, "leave").await;
    assert_eq!(leaving.status, 409);
    leaving.says("A\u{202f}001 ist bei Ihnen noch geparkt.");
    let page = kim.get(&path).await;
    let take = page.form("do", "take");
    for _ in 0..2 {
        assert_eq!(kim.send(&take).await.status, 303, "the same press is one press");
    }
    let page = kim.get(&path).await;
    page.says("A\u{202f}001 · Schalter 3");
    page.does_not_say("Bei Ihnen geparkt");
    assert_eq!(press(&kim, &path, "park").await.status, 303);
    let asked = press(&kim, &path, "leave").await;
    asked.says("Schalter 3 verlassen: Was wird aus den Besuchen, die noch offen sind?");
    let left = kim.send(&asked.form("do", "leave_to_all")).await;
    assert_eq!((left.status, left.location()), (303, "/desk"));
    let path = kim.take("3").await;
    kim.get(&path).await.says("voraussichtlich A\u{202f}001");
    office.close().await;
}

pub async fn press(browser: &Browser, path: &str, what: &str) -> Page {
    let page = browser.get(path).await;
    browser.send(&page.form("do", what)).await
}
