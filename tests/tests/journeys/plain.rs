//! What people do without the pages' scripts: find an office, answer questions, book, confirm by mail and cancel; keep a time
//! longer, wait for one and be offered it, ask for one, take another; sign on and work through a day.

use crate::barriers::judged_both_ways;
use crate::barriers_booking::{TUESDAY as NINE, house_with, signs_in};
use crate::mails::{link, mail_about};
use crate::support::{at, cancels, office};
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::mail_server::{self, MailServer};
use foyer_tests::wait;

/// There are two times on Tuesday.
const TUESDAY: [&str; 2] = ["2026-11-24T07:00:00Z", "2026-11-24T07:15:00Z"];

#[tokio::test(flavor = "multi_thread")]
async fn citizens_wait_ask_and_extend_without_scripts() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mails = MailServer::start()?;
    let text = std::fs::read_to_string(office("offenburg.toml"))?
        .replace("to = \"12:00:00\"", "to = \"08:30:00\"")
        .replace(
            "id = \"fischereischein\"\n",
            "id = \"fischereischein\"\nonline = false\non_request = true\n",
        );
    let file = folder.path().join("small.toml");
    std::fs::write(&file, text)?;
    let section = mail_server::section(mails.port, "security = \"none\"");
    let start = at("2026-11-23T07:30:00Z");
    let house = House::open_with(&section, &folder.path().join("house"), &file, start).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let citizen = Citizen::at(&browser);
    citizen.has_scripts(false).await?;
    waits(&house, &citizen, &browser, &mails).await?;
    asks(&house, &citizen, &mails).await?;
    browser.close().await
}

fn page(house: &House, what: &str) -> String {
    format!("{}/offenburg/{what}", house.booking.url)
}

/// axe-core is a script itself; the page that it judges was loaded without any.
async fn judged(citizen: &Citizen<'_>, browser: &Browser, name: &str) -> Result<()> {
    citizen.has_scripts(true).await?;
    judged_both_ways(browser, name).await?;
    citizen.has_scripts(false).await
}

/// Others have all times of a day and give them up; whoever waits lets the first one pass and takes another.
async fn waits(house: &House, citizen: &Citizen<'_>, browser: &Browser, mails: &MailServer) -> Result<()> {
    let first = house.book("personalausweis", at(TUESDAY[0])).await?;
    let second = house.book("personalausweis", at(TUESDAY[1])).await?;
    citizen.opens(&page(house, "times?lang=de&services=personalausweis:1&day=2026-11-24")).await?;
    citizen.sees("#times", "ausgebucht").await?;
    judged(citizen, browser, "citizen-times-full").await?;
    citizen.leaves_by("main a[href*='/wait?']").await?;
    citizen.sets("#from", "2026-11-24").await?;
    citizen.sets("#until", "2026-11-24").await?;
    citizen.leaves_by("#wait .kern-btn--primary").await?;
    citizen.sees("[role=alert]", "Geben Sie Ihre E-Mail-Adresse ein").await?;
    judged(citizen, browser, "citizen-wait-wrong").await?;
    citizen.types("#email", "wartet@example.org").await?;
    citizen.presses("#notice option:first-child").await?;
    citizen.leaves_by("#wait .kern-btn--primary").await?;
    citizen.sees("main", "Sie stehen auf der Warteliste.").await?;
    let place = browser.page.current_url().await?.to_string();
    cancels(house, &first).await?;
    mail_about(mails, "Eine Zeit ist frei geworden: Dienstag, 24. November 2026, 08:00 Uhr").await?;
    citizen.opens(&place).await?;
    citizen.sees("main", "Diese Zeit ist frei geworden: Dienstag, 24. November 2026, 08:00 Uhr").await?;
    judged(citizen, browser, "citizen-offered").await?;
    citizen.leaves_by("form[action*='/pass'] button").await?;
    citizen.sees("main", "Wird eine passende Zeit frei").await?;
    cancels(house, &second).await?;
    wait::for_value("another offer", wait::LIMIT, || async {
        citizen.opens(&place).await?;
        Ok((citizen.counts(".offer a").await? == 1).then_some(()))
    })
    .await?;
    citizen.leaves_by(".offer a").await?;
    citizen.sees("main", "Schritt 3 von 4").await?;
    citizen.confirms_as("Willi Wartet", "").await?;

    // Another day is kept longer, with what is typed.
    citizen.opens(&page(house, "times?lang=de&services=personalausweis:1")).await?;
    citizen.takes_time("2026-11-25", "08:00").await?;
    let before = citizen.reads("#held-until").await?;
    citizen.types("#name", "Erika Mustermann").await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.leaves_by(".held__longer").await?;
    ensure!(citizen.reads("#held-until").await? != before, "{before}");
    ensure!(citizen.counts(".held__longer").await? == 1, "whoever needs still more gets it");
    ensure!(citizen.counts("#name[value='Erika Mustermann']").await? == 1, "what is typed is kept");
    ensure!(citizen.counts("#email[value='erika@example.org']").await? == 1, "what is typed is kept");
    citizen.confirms_as("Erika Mustermann", "erika@example.org").await?;
    Ok(())
}

/// Asks for a day, and takes it back.
async fn asks(house: &House, citizen: &Citizen<'_>, mails: &MailServer) -> Result<()> {
    citizen.opens(&page(house, "?lang=de").replace("/?", "?")).await?;
    citizen.leaves_by("#s-fischereischein .service__request").await?;
    citizen.leaves_by("#request .kern-btn--primary").await?;
    citizen.sees("[role=alert]", "Geben Sie Ihren Namen ein.").await?;
    citizen.sets("#day1", "2026-11-26").await?;
    citizen.presses("#half1 option[value=morning]").await?;
    citizen.types("#name", "Anna Anfrage").await?;
    citizen.types("#email", "anna@example.org").await?;
    citizen.leaves_by("#request .kern-btn--primary").await?;
    citizen.sees("main", "Ihre Anfrage ist bei uns.").await?;
    citizen.sees("main", "26. November 2026").await?;
    mail_about(mails, "Ihre Anfrage ist bei uns: Bürgerbüro Offenburg").await?;
    citizen.leaves_by("form[action*='/leave'] button").await?;
    citizen.sees("main", "Ihre Anfrage ist zurückgezogen.").await
}

/// The right office, the right service by questions, an appointment that is certain once a mail was answered, and its end.
#[tokio::test(flavor = "multi_thread")]
async fn citizens_find_confirm_and_cancel_without_scripts() -> Result<()> {
    let mails = MailServer::start()?;
    let (folder, house) = house_with("confirm_by_mail_minutes = 60\n", mails.port).await?;
    house.import_office(&office("../../deploy/examples/office.toml")).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let citizen = Citizen::at(&browser);
    citizen.has_scripts(false).await?;
    citizen.opens(&format!("{}/?lang=de", house.booking.url)).await?;
    ensure!(citizen.counts(".portal__choice").await? == 2, "two offices");
    citizen.presses("#step-free").await?;
    citizen.leaves_by("form[role=search] button").await?;
    ensure!(citizen.counts(".portal__choice").await? == 1, "one of them without steps");
    citizen.leaves_by("a.portal__choice[href*='/musterstadt']").await?;
    citizen.leaves_by("main a[href*='/questions']").await?;
    citizen.sees("h1", "Worum geht es?").await?;
    citizen.presses_one(".answers a", "Auto").await?;
    citizen.sees("h1", "Was brauchen Sie?").await?;
    citizen.presses_one(".answers a", "Einen neuen Führerschein").await?;
    citizen.sees("#s-fuehrerschein .service__take, #s-fuehrerschein .stepper", "").await?;
    let others =
        "return [...document.querySelectorAll('.service')].filter((at) => at.checkVisibility()).length";
    let others: usize = browser.page.execute(others, Vec::new()).await?.convert()?;
    ensure!(others == 1, "the service that the answers lead to: {others}");

    citizen.opens(&page(&house, "times?lang=de&services=ummeldung:1")).await?;
    citizen.takes_time("2026-11-25", "09:00").await?;
    citizen.types("#name", "Erika Mustermann").await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("main [role=status]", "E-Mail").await?;
    citizen.opens(&link(&mail_about(&mails, "Bitte bestätigen").await?, "/confirm/")?).await?;
    citizen.leaves_by("main form .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    let pin = citizen.reads(".booking__pin .booking__code").await?;
    let booking = browser.page.current_url().await?.to_string();
    let booking = booking.split("/confirm/").next().context("the booking's page")?;
    citizen.opens(&format!("{booking}?lang=de")).await?;
    citizen.presses("#cancel summary").await?;
    citizen.types("#pin", &pin).await?;
    citizen.leaves_by("#cancel button").await?;
    citizen.sees("main", "Dieser Termin ist abgesagt.").await?;
    browser.close().await
}

/// Staff close a day, and a citizen takes the time that is offered in its place.
#[tokio::test(flavor = "multi_thread")]
async fn staff_work_and_citizens_take_another_time_without_scripts() -> Result<()> {
    let mails = MailServer::start()?;
    let (folder, house) = house_with("", mails.port).await?;
    house.add_booking_staff("kim", "administrator")?;
    house.book("personalausweis", at(NINE)).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let citizen = Citizen::at(&browser);
    citizen.has_scripts(false).await?;
    signs_in(&citizen, &house.booking.url).await?;
    citizen.opens(&format!("{}/staff/offices/offenburg?lang=de", house.booking.url)).await?;
    citizen.sets("#day", "2026-11-24").await?;
    citizen.leaves_by("form:has(#day) button").await?;
    citizen.sees("main", "Erika Mustermann").await?;
    citizen.presses_one(".staff__table a", "09:00").await?;
    citizen.sees("main", "Terminnummer").await?;
    let close = "/staff/offices/offenburg/close?date=2026-11-24&way=offer&reason=illness&lang=de";
    citizen.opens(&format!("{}{close}", house.booking.url)).await?;
    citizen.leaves_by("main .say .kern-btn--primary").await?;
    let offer = link(&mail_about(&mails, "Ihr Termin fällt leider aus").await?, "/new-time/")?;
    citizen.opens(&offer).await?;
    citizen.sees("h1", "Neue Zeit für Ihren Termin").await?;
    citizen.leaves_by("main form .kern-btn--primary").await?;
    citizen.sees("main [role=status]", "verschoben").await?;
    browser.close().await
}
