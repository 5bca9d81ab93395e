//! The booking server's pages as axe-core and eyes judge them: each once wide and light, once narrow and dark; and the way
//! to an appointment with keys alone. `FOYER_PAGES=folder` keeps the pictures.

use crate::barriers::judged_both_ways;
use crate::support::{at, office};
use anyhow::{Context, Result, ensure};
use foyer_protocol::booking::Offices;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::mail_server::{self, nobody};
use foyer_tests::pages::{self, Hands, shows};
use foyer_tests::wait;
use tempfile::TempDir;
use thirtyfour::{By, Key};

/// Tuesday at nine in Berlin.
pub const TUESDAY: &str = "2026-11-24T08:00:00Z";

/// Offenburg, where fishing licences are asked for and a text of its rules is another one, with mails to this port.
pub async fn house_with(rule: &str, port: u16) -> Result<(TempDir, House)> {
    let folder = tempfile::tempdir()?;
    let asked = "id = \"fischereischein\"\nonline = false\non_request = true\n";
    let text = std::fs::read_to_string(office("offenburg.toml"))?
        .replace("id = \"fischereischein\"\n", asked)
        .replace("grid_minutes = 5\n", &format!("grid_minutes = 5\n{rule}"));
    let file = folder.path().join("asked.toml");
    std::fs::write(&file, text)?;
    let section = mail_server::section(port, "security = \"none\"");
    let house =
        House::open_with(&section, &folder.path().join("house"), &file, at("2026-11-23T07:00:00Z")).await?;
    Ok((folder, house))
}

/// Asks for a day by the form, as somebody who waits for an answer.
async fn asks(citizen: &Citizen<'_>, url: &str, name: &str) -> Result<()> {
    citizen.opens(&format!("{url}/offenburg/request?lang=de&services=fischereischein:1")).await?;
    // A date field takes keys in the order of the browser's language.
    citizen.sets("#day1", "2026-11-24").await?;
    citizen.types("#name", name).await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.types("#words", "Am liebsten früh, bitte.").await?;
    citizen.presses("#request .kern-btn--primary").await?;
    citizen.sees("main", "Ihre Anfrage ist bei uns.").await
}

pub async fn signs_in(citizen: &Citizen<'_>, url: &str) -> Result<()> {
    citizen.opens(&format!("{url}/staff/sign-in?lang=de")).await?;
    citizen.types("input[name=name]", "kim").await?;
    citizen.types("input[name=password]", PASSWORD).await?;
    citizen.presses("main button.kern-btn--primary").await?;
    citizen.sees("main", "Anderer Tag").await
}

/// Opens pages, each of which says what no other does, and judges each.
pub async fn all(browser: &Browser, url: &str, pages: &[(&str, &str, &str)]) -> Result<()> {
    for (path, text, name) in pages {
        let sign = if path.contains('?') { '&' } else { '?' };
        ensure!(!text.is_empty(), "each page has what is under `main`: {name}");
        pages::open(browser, &format!("{url}{path}{sign}lang=de")).await?;
        shows(browser, "main", text).await.with_context(|| (*name).to_owned())?;
        judged_both_ways(browser, name).await?;
    }
    Ok(())
}

/// A day's work at the booking server, page by page.
#[tokio::test(flavor = "multi_thread")]
async fn staff_pages_of_bookings_have_no_barriers() -> Result<()> {
    let (folder, house) = house_with("", nobody()?).await?;
    house.add_booking_staff("kim", "administrator")?;
    let url = house.booking.url.clone();
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let citizen = Citizen::at(&browser);
    let booking = house.book("personalausweis", at(TUESDAY)).await?.booking;
    for name in ["Erika Mustermann", "Dietmar Langsam"] {
        asks(&citizen, &url, name).await?;
    }
    signs_in(&citizen, &url).await?;
    let here = "/staff/offices/offenburg";
    let close = "?date=2026-11-24&way=offer&reason=illness";
    all(
        &browser,
        &url,
        &[
            (&format!("{here}?day=2026-11-24"), "Erika Mustermann", "bookings-day"),
            (&format!("{here}/find?q=niemand"), "Nichts gefunden", "bookings-find"),
            (&format!("{here}/lanes?day=2026-11-24"), "frei", "bookings-lanes"),
            (&format!("{here}/sheet?day=2026-11-24"), "Zum Ausdrucken", "bookings-sheet"),
            (&format!("{here}/book"), "Freie Zeiten zeigen", "bookings-book"),
            (&format!("{here}/book?q-ummeldung=1"), "Verbindlich buchen", "bookings-book-times"),
            (&format!("{here}/series"), "Tage zeigen", "bookings-series"),
            (&format!("{here}/group"), "Wie viele", "bookings-group"),
            (&format!("{here}/group?q-ummeldung=1&count=9"), "nirgends zugleich", "bookings-group-none"),
            (&format!("{here}/requests"), "Am liebsten früh", "bookings-requests"),
            (&format!("{here}/close"), "Was geschieht", "bookings-close"),
            (&format!("{here}/close{close}"), "Das geschieht", "bookings-close-preview"),
            (&format!("/staff/bookings/{booking}"), "Terminnummer", "bookings-booking"),
            (&format!("/staff/bookings/{booking}/move"), "Bisher", "bookings-move"),
            ("/staff/letters", "E-Mail", "bookings-letters"),
            ("/staff/people", "Jemanden einladen", "bookings-people"),
        ],
    )
    .await?;
    several(&citizen, &browser, &url).await?;
    // A reason of one's own is missing; a note; a contact is blocked.
    citizen.opens(&format!("{url}/staff/bookings/{booking}?lang=de")).await?;
    citizen.presses_one("details summary", "Termin absagen").await?;
    citizen.presses("form[action*='/cancel'] input[value=own]").await?;
    citizen.presses("form[action*='/cancel'] button").await?;
    citizen.sees("[role=alert]", "Bitte einen Grund wählen").await?;
    judged_both_ways(&browser, "bookings-cancel-wrong").await?;
    citizen.presses_one("details summary", "Kontakt sperren").await?;
    citizen.presses("form[action*='/block'] input[value='7']").await?;
    citizen.presses("form[action*='/block'] button").await?;
    citizen.sees("main", "Dieser Kontakt ist gesperrt bis").await?;
    all(&browser, &url, &[("/staff/blocked", "Gesperrt seit", "bookings-blocked")]).await?;
    citizen.opens(&format!("{url}{here}/close{close}&lang=de")).await?;
    citizen.presses("main .say .kern-btn--primary").await?;
    citizen.sees("main", "Alle Termine").await?;
    judged_both_ways(&browser, "bookings-closing").await?;
    // It is taken back.
    citizen.leaves_by("main a[href*='/reopen']").await?;
    citizen.sees("main", "Das geschieht").await?;
    judged_both_ways(&browser, "bookings-reopen").await?;
    citizen.leaves_by("main form .kern-btn--primary").await?;
    citizen.sees("main", "zurückgenommen").await?;
    judged_both_ways(&browser, "bookings-reopened").await?;
    browser.close().await
}

/// A series and a group are booked; a request is answered.
async fn several(citizen: &Citizen<'_>, browser: &Browser, url: &str) -> Result<()> {
    let here = format!("{url}/staff/offices/offenburg");
    let rule = "first=2026-11-25&time=10:00&every=1&unit=days&times=5&q-ummeldung=1";
    citizen.opens(&format!("{here}/series?lang=de&{rule}")).await?;
    citizen.sees("main", "von 5").await?;
    judged_both_ways(browser, "bookings-series-days").await?;
    citizen.types("#name", "Verein der Angler").await?;
    citizen.presses(".staff__book .kern-btn--primary").await?;
    citizen.sees("main", "Alle Termine sind gebucht.").await?;
    judged_both_ways(browser, "bookings-series-booked").await?;
    let group = "from=2026-11-26&count=3&within=30&q-ummeldung=1";
    citizen.opens(&format!("{here}/group?lang=de&{group}")).await?;
    citizen.sees("main", "3 Plätze verbindlich buchen").await?;
    judged_both_ways(browser, "bookings-group-times").await?;
    citizen.types("#name", "Familie Mustermann").await?;
    citizen.presses(".staff__book .kern-btn--primary").await?;
    citizen.sees("main", "Alle Termine sind gebucht.").await?;
    judged_both_ways(browser, "bookings-group-booked").await?;
    citizen.presses(".staff__table a").await?;
    citizen.sees("main", "Gemeinsam gebucht").await?;
    citizen.presses_one("main a", "Alle Termine dieser").await?;
    citizen.presses_one("details summary", "Alle absagen").await?;
    judged_both_ways(browser, "bookings-together").await?;
    citizen.opens(&format!("{here}/requests?lang=de")).await?;
    citizen.presses(".staff__day-times label").await?;
    citizen.presses_one("main button", "Diese Zeit buchen").await?;
    citizen.sees("main", "Gebucht: Dienstag, 24. November 2026").await?;
    judged_both_ways(browser, "bookings-request-answered").await
}

/// The administration: each section's form, an entry, what a change does, earlier revisions, two who change at once.
#[tokio::test(flavor = "multi_thread")]
async fn administration_has_no_barriers() -> Result<()> {
    let (folder, house) = house_with("", nobody()?).await?;
    house.add_booking_staff("kim", "administrator")?;
    let url = house.booking.url.clone();
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let citizen = Citizen::at(&browser);
    house.book("personalausweis", at(TUESDAY)).await?;
    signs_in(&citizen, &url).await?;
    let edit = "/staff/offices/offenburg/edit";
    all(&browser, &url, &[(edit, "Offenburg", "admin-overview")]).await?;
    for (path, said) in links(&browser, edit).await? {
        let section = path.rsplit('/').next().unwrap_or_default();
        all(&browser, &url, &[(&path, &said, &format!("admin-{section}"))]).await?;
    }
    all(
        &browser,
        &url,
        &[
            (&format!("{edit}/services/0"), "Personalausweis", "admin-service"),
            (&format!("{edit}/counters/0"), "Schalter 1", "admin-counter"),
            (&format!("{edit}/hours/0"), "Öffnungszeit", "admin-hour"),
        ],
    )
    .await?;
    // Something that does not fit, and something that takes free times away.
    citizen.sets("input[name=from]", "12:00").await?;
    citizen.leaves_by("main form .kern-btn--primary").await?;
    all(
        &browser,
        &url,
        &[("/staff/offices/offenburg/preview", "So kann es noch nicht", "admin-preview-wrong")],
    )
    .await?;
    citizen.opens(&format!("{url}{edit}/hours/0?lang=de")).await?;
    citizen.sets("input[name=from]", "10:00").await?;
    citizen.leaves_by("main form .kern-btn--primary").await?;
    all(&browser, &url, &[("/staff/offices/offenburg/preview", "freie Zeiten", "admin-preview")]).await?;
    // Somebody else has saved meanwhile.
    house.import_office(&another_address(&folder)?).await?;
    let server = house.booking.server(None)?;
    wait::for_value("the new address", wait::LIMIT, || async {
        let known: Offices = server.get("/offices").await?;
        Ok(known.offices[0].address.starts_with("Fischmarkt 3").then_some(()))
    })
    .await?;
    let newer = "Inzwischen hat jemand anderes gespeichert";
    all(&browser, &url, &[("/staff/offices/offenburg/preview", newer, "admin-merge")]).await?;
    citizen.leaves_by("form[action*='/merge'] button").await?;
    citizen.sees("main", "freie Zeiten").await?;
    ensure!(!citizen.reads("main").await?.contains(newer), "the draft follows the newer revision");
    judged_both_ways(&browser, "admin-merged").await?;
    all(&browser, &url, &[("/staff/offices/offenburg/revisions", "Fassung 2", "admin-revisions")]).await?;
    citizen.leaves_by("main a[href*='/revisions/']").await?;
    judged_both_ways(&browser, "admin-revision").await?;
    browser.close().await
}

/// Where the links of the page lead to parts of what is at `address`, and what they say: each once.
pub async fn links(browser: &Browser, address: &str) -> Result<Vec<(String, String)>> {
    let mut found: Vec<(String, String)> = Vec::new();
    for link in browser.page.find_all(By::Css(format!("main a[href^='{address}/']"))).await? {
        let path = link.attr("href").await?.unwrap_or_default();
        let path = path.split('?').next().unwrap_or_default().to_owned();
        if !found.iter().any(|(known, _)| *known == path) {
            found.push((path, link.text().await?));
        }
    }
    ensure!(!found.is_empty(), "nothing is linked to {address}");
    Ok(found)
}

/// The same office at another address.
fn another_address(folder: &TempDir) -> Result<std::path::PathBuf> {
    let text = std::fs::read_to_string(folder.path().join("asked.toml"))?;
    let file = folder.path().join("renamed.toml");
    std::fs::write(&file, text.replace("Fischmarkt 2", "Fischmarkt 3"))?;
    Ok(file)
}

/// The four steps with keys alone; each stop of the focus is seen.
#[tokio::test(flavor = "multi_thread")]
async fn booked_by_a_citizen_with_keys_alone() -> Result<()> {
    let (folder, house) = house_with("", nobody()?).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1000, 900).await?;
    let hands = Hands::at(&browser);
    browser.page.goto(format!("{}/offenburg?lang=de", house.booking.url)).await?;
    hands.choose("#s-personalausweis .service__take").await?;
    shows(&browser, "#s-personalausweis .stepper__count", "1").await?;
    hands.choose(".bar .kern-btn--primary").await?;
    shows(&browser, "main", "Schritt 2 von 4").await?;
    hands.choose("a.month__day--free[href*='day=2026-11-25']").await?;
    shows(&browser, "#times", "08:00").await?;
    hands.choose("#times button").await?;
    shows(&browser, "main", "Schritt 3 von 4").await?;
    hands.go_to("#name").await?;
    hands.press("Erika Mustermann").await?;
    hands.go_to("#email").await?;
    hands.press("erika@example.org".to_owned() + Key::Enter).await?;
    shows(&browser, "main", "Schritt 4 von 4").await?;
    hands.choose("#contact .kern-btn--primary").await?;
    shows(&browser, "main", "Ihr Termin ist gebucht.").await?;
    let codes = browser.page.find_all(By::Css(".booking__code")).await?;
    ensure!(codes.len() == 2, "a Terminnummer and a PIN");
    browser.close().await
}
