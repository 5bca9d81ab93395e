//! What is done with keys alone, where each stop of the focus is seen: waiting for a time, asking for one, changing a rule of an
//! office and looking at what that does.

use crate::barriers_booking::{TUESDAY, house_with};
use crate::support::at;
use anyhow::{Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::house::PASSWORD;
use foyer_tests::mail_server::nobody;
use foyer_tests::pages::{Hands, shows};
use thirtyfour::Key;

/// The value of the field that has the focus.
async fn value(browser: &Browser) -> Result<String> {
    let script = "return document.activeElement.value";
    Ok(browser.page.execute(script, Vec::new()).await?.convert()?)
}

/// Puts oneself on the waiting list and leaves it; asks for a day and takes it back.
#[tokio::test(flavor = "multi_thread")]
async fn waited_and_asked_with_keys_alone() -> Result<()> {
    let (folder, house) = house_with("", nobody()?).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1000, 900).await?;
    let hands = Hands::at(&browser);
    let url = format!("{}/offenburg", house.booking.url);
    browser.page.goto(format!("{url}/times?lang=de&services=ummeldung:1")).await?;
    hands.choose("main a[href*='/wait?']").await?;
    shows(&browser, "h1", "Warteliste").await?;
    hands.go_to("#email").await?;
    hands.press("erika@example.org").await?;
    // Days, half of the day, notice: each can be changed by keys.
    hands.go_to("#half").await?;
    hands.press(Key::Down).await?;
    ensure!(value(&browser).await? == "morning", "the mornings");
    hands.choose("#wait .kern-btn--primary").await?;
    shows(&browser, "main", "Sie stehen auf der Warteliste.").await?;
    hands.choose("form[action*='/leave'] button").await?;
    shows(&browser, "main", "Sie stehen nicht mehr auf der Warteliste.").await?;

    browser.page.goto(format!("{url}?lang=de")).await?;
    hands.choose("#s-fischereischein .service__request").await?;
    shows(&browser, "main", "Vorschlag").await?;
    hands.go_to("#day1").await?;
    // In the order of the browser's language, whichever that is.
    hands.press("02022027").await?;
    let day = "return document.getElementById('day1').value";
    let day: String = browser.page.execute(day, Vec::new()).await?.convert()?;
    ensure!(day == "2027-02-02", "{day}");
    hands.go_to("#name").await?;
    hands.press("Erika Mustermann").await?;
    hands.go_to("#email").await?;
    hands.press("erika@example.org").await?;
    hands.go_to("#words").await?;
    hands.press("Am liebsten früh, bitte.").await?;
    hands.choose("#request .kern-btn--primary").await?;
    shows(&browser, "main", "Ihre Anfrage ist bei uns.").await?;
    hands.choose("form[action*='/leave'] button").await?;
    shows(&browser, "main", "Ihre Anfrage ist zurückgezogen.").await?;
    browser.close().await
}

/// The office is to take bookings for fewer days: changed, looked at, saved.
#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_changed_and_saved_with_keys_alone() -> Result<()> {
    let (folder, house) = house_with("", nobody()?).await?;
    house.add_booking_staff("kim", "administrator")?;
    house.book("personalausweis", at(TUESDAY)).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1000, 900).await?;
    let hands = Hands::at(&browser);
    browser.page.goto(format!("{}/staff/sign-in?lang=de", house.booking.url)).await?;
    hands.go_to("#name").await?;
    hands.press("kim").await?;
    hands.go_to("#password").await?;
    hands.press(PASSWORD.to_owned() + Key::Enter).await?;
    shows(&browser, "main", "Anderer Tag").await?;
    let edit = "/staff/offices/offenburg/edit";
    hands.choose(&format!("nav a[href^='{edit}']")).await?;
    shows(&browser, "main", "Frühere Fassungen").await?;
    hands.choose(&format!("main a[href^='{edit}/rules']")).await?;
    shows(&browser, "h1", "Regeln").await?;
    hands.go_to("input[name=horizon_days]").await?;
    // What is there is marked when the focus comes, and typed over.
    ensure!(value(&browser).await? == "90", "as it was");
    hands.press("30").await?;
    ensure!(value(&browser).await? == "30", "as it is to be");
    hands.press(Key::Enter).await?;
    shows(&browser, "main", "geändert").await?;
    hands.choose("main a[href*='/preview']").await?;
    shows(&browser, "main", "fallen freie Zeiten weg").await?;
    hands.choose("form[action*='/preview'] button").await?;
    shows(&browser, "h1", "Bürgerbüro Offenburg").await?;
    hands.choose("main a[href*='/revisions']").await?;
    shows(&browser, "main", "Fassung 2").await?;
    browser.close().await
}
