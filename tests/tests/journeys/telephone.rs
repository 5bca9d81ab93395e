//! Whoever rings gets an appointment, without e-mail and without paper.

use crate::barriers::judged;
use crate::support::{Kiosk, house, known_to_the_lobby};
use anyhow::{Result, bail, ensure};
use foyer_protocol::lobby::{CheckInAnswer, Presented};
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::effort::{EXPERT, Effort, NEWCOMER};
use foyer_tests::house::PASSWORD;
use foyer_tests::pages::{Hands, shows};
use thirtyfour::{By, Key};

/// What the page of a call asks for: the fields that it requires and those that were filled in, each once.
const ASKED: &str = r#"
    const fields = [...document.querySelectorAll(".staff__book input")].filter((field) => field.checkVisibility());
    const isAsked = (field) => field.required || (field.type !== "radio" && field.type !== "checkbox" && field.value);
    return [...new Set(fields.filter(isAsked).map((field) => field.name))];
"#;

/// Scenario 27: booked by telephone with keys alone, and few of them; the Terminnummer, read aloud, gets the citizen in.
#[tokio::test(flavor = "multi_thread")]
async fn booked_by_telephone_with_keys_alone() -> Result<()> {
    let (folder, house) = house("2026-11-23T08:58:00Z").await?;
    house.add_booking_staff("kim", "administrator")?;
    let browser = Browser::open(&folder.path().join("browser"), 1280, 1000).await?;
    let at_booking = &house.booking.url;
    let page = |path: &str| format!("{at_booking}/staff/{path}");
    browser.page.goto(page("offices/rathaus/book?lang=de")).await?;
    let hands = Hands::at(&browser);
    hands.go_to("input[name=name]").await?;
    hands.press("kim").await?;
    hands.go_to("input[name=password]").await?;
    hands.press(PASSWORD.to_owned() + Key::Enter).await?;
    shows(&browser, "main", "Freie Zeiten zeigen").await?;

    // A service by the beginning of its name, its next free time, the name: the focus is there each time.
    ensure!(hands.is_at("#filter").await?, "one types what the caller wants");
    let before = hands.keys();
    let list = Citizen::at(&browser);
    for sign in "ausweis".chars() {
        if list.counts("[data-filtered] li:not([hidden])").await? == 1 {
            break;
        }
        hands.press(sign.to_string()).await?;
    }
    hands.press("" + Key::Enter).await?;
    shows(&browser, "main", "Verbindlich buchen").await?;
    ensure!(hands.is_at("input[name=start]:checked").await?, "the next free time is chosen");
    // Enter once too often books nothing for nobody.
    hands.press("" + Key::Enter).await?;
    ensure!(hands.is_at("input[name=start]:checked").await?, "the time is chosen and not booked");
    // Every stop on the way is a key, and every field that the page requires is one more thing to find out.
    hands.go_to("#name").await?;
    hands.press("Erika Mustermann").await?;
    let asked: Vec<String> = browser.page.execute(ASKED, Vec::new()).await?.convert()?;
    known_to_the_lobby(&house, hands.press("" + Key::Enter)).await?;
    shows(&browser, "main", "Bitte vorlesen").await?;
    // The service, what the page asks for, and on each of the two pages that all is right.
    let decisions = 1 + asked.len() + 2;
    let effort = Effort { keys: hands.keys() - before, decisions, ..Effort::default() };
    let (quick, slow) = (effort.seconds(EXPERT), effort.seconds(NEWCOMER));
    println!(
        "by the keystroke-level model: {asked:?}, {effort:?}: {quick:.0} s, letter by letter {slow:.0} s"
    );
    ensure!(
        quick < 30.0 && slow < 30.0,
        "by the model {quick:.0} s, letter by letter {slow:.0} s: {effort:?}"
    );
    let number = browser.page.find(By::Css(".staff__number")).await?.text().await?;
    let spelled = browser.page.find_all(By::Css(".staff__spelled li")).await?;
    ensure!(spelled.len() == 8, "eight characters, each with its word");
    judged(&browser, "staff-booked").await?;

    let found = format!("offices/rathaus/find?lang=de&q={number}");
    for (path, text, name) in [
        ("sign-in?lang=de", "Passwort", "staff-sign-in"),
        ("offices/rathaus/book?lang=de", "Freie Zeiten", "staff-book"),
        ("offices/rathaus/book?lang=de&q-ausweis=2", "Verbindlich buchen", "staff-book-times"),
        ("offices/rathaus?lang=de", "Erika Mustermann", "staff-day"),
        (&found, "Termin absagen", "staff-booking"),
        ("people?lang=en", "Invite somebody", "staff-people"),
    ] {
        browser.page.goto(page(path)).await?;
        shows(&browser, "main", text).await?;
        judged(&browser, name).await?;
    }
    browser.close().await?;

    let kiosk = Kiosk::enrol(&house).await?;
    let typed = number.replace('-', "");
    let answer = kiosk.present(Nonce::random(), Presented::ShortCode(typed), house.now()).await?;
    let CheckInAnswer::CheckedIn { ticket, .. } = answer else { bail!("{answer:?}") };
    ensure!(ticket.number.to_string().starts_with('A'), "{ticket:?}");
    Ok(())
}
