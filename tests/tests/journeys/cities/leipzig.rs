//! Leipzig: on every day an appointment, nobody reloads a page, what somebody gives up is held for who waits, office after
//! office joins while the server runs, and what cannot be booked is asked for.

use super::city_on;
use crate::mails::{link, mail_about};
use crate::support::{at, cancels, office, opens_before};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_protocol::booking::BookingView;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::kept::Kept;
use foyer_tests::mail_server::MailServer;
use foyer_tests::wait;

/// Monday at half past seven: the times of Tuesday are released in half an hour.
const EARLY: &str = "2026-11-23T06:30:00Z";
/// Monday and Tuesday at two, the first of three and of two times.
const MONDAY: &str = "2026-11-23T13:00:00Z";
const TUESDAY: &str = "2026-11-24T13:00:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn as_promised_in_leipzig() -> Result<()> {
    let (folder, mut house, mails) = city_on(Kept::in_postgres()?, "leipzig", EARLY).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    released_before_ones_eyes(&mut house, &citizen, &browser).await?;
    let booked = nobody_reloads(&house, &citizen, &browser).await?;
    what_is_given_up(&house, &citizen, &mails, &booked).await?;
    another_joins(&house, &citizen, &browser, folder.path()).await?;
    asked_for(&house, &citizen, &mails).await?;
    every_day(&mut house, &citizen).await?;
    browser.close().await
}

/// A page that is open and is not loaded again, by nobody and not by itself either.
struct OpenPage<'a> {
    browser: &'a Browser,
}

impl<'a> OpenPage<'a> {
    /// The one that is open now: the mark is on its window, and goes with it.
    async fn of(browser: &'a Browser) -> Result<Self> {
        browser.page.execute("window.isStillOpen = true", Vec::new()).await?;
        Ok(Self { browser })
    }

    async fn is_still_it(&self) -> Result<()> {
        let mark = self.browser.page.execute("return window.isStillOpen === true", Vec::new()).await?;
        ensure!(mark.convert::<bool>()?, "the page was loaded again");
        Ok(())
    }
}

/// Where the times for a passport are.
fn times(house: &House) -> String {
    format!("{}/leipzig/times?lang=de&services=reisepass:1", house.booking.url)
}

async fn free_on(house: &House, start: &str) -> Result<usize> {
    let start = at(start);
    Ok(house.free_times("reisepass:1", start, start + TimeDelta::hours(1)).await?.starts.len())
}

/// The page that is open at eight shows the next day's times by itself, as was said on it; it is never loaded again.
async fn released_before_ones_eyes(
    house: &mut House,
    citizen: &Citizen<'_>,
    browser: &Browser,
) -> Result<()> {
    ensure!((free_on(house, MONDAY).await?, free_on(house, TUESDAY).await?) == (3, 0));
    let page = format!("{}&day=2026-11-24", times(house));
    let eight = at("2026-11-23T07:00:00Z");
    opens_before(house, citizen, std::iter::repeat(eight), |_| page.clone()).await?;
    let open = OpenPage::of(browser).await?;
    citizen.sees("#live", "Weitere Zeiten gibt es hier ab: Montag, 23. November 2026, 08:00 Uhr").await?;
    wait::for_value("eight o'clock", 2 * wait::LIMIT, || async {
        let shown = citizen.counts("#times button").await?;
        let is_early = house.now() < eight;
        ensure!(!is_early || shown == 0, "before it");
        Ok((!is_early).then_some(()))
    })
    .await?;
    citizen.sees("#times", "2 freie Zeiten").await?;
    open.is_still_it().await
}

/// Whatever others have taken: on each day of the week, and on Saturday and Sunday, whoever looks after eight has a time on
/// the next day that is open.
async fn every_day(house: &mut House, citizen: &Citizen<'_>) -> Result<()> {
    const DAYS: [(&str, &str, &str); 6] = [
        ("2026-11-24", "2026-11-25T13:00:00Z", "Mittwoch, 25. November 2026, 14:00 Uhr"),
        ("2026-11-25", "2026-11-26T13:00:00Z", "Donnerstag, 26. November 2026, 14:00 Uhr"),
        ("2026-11-26", "2026-11-27T13:00:00Z", "Freitag, 27. November 2026, 14:00 Uhr"),
        ("2026-11-27", "2026-11-30T13:00:00Z", "Montag, 30. November 2026, 14:00 Uhr"),
        ("2026-11-28", "2026-11-30T13:10:00Z", "Montag, 30. November 2026, 14:10 Uhr"),
        ("2026-11-29", "2026-11-30T13:20:00Z", "Montag, 30. November 2026, 14:20 Uhr"),
    ];
    for (day, next, said) in DAYS {
        // What was released before is all taken by now.
        ensure!(free_on(house, next).await? == 0, "not yet for {next}");
        house.set_time(at(&format!("{day}T07:00:00Z"))).await?;
        citizen.opens(&times(house)).await?;
        citizen.sees(".soonest", said).await?;
        let first = at(next);
        let free = house.free_times("reisepass:1", first, first + TimeDelta::hours(1)).await?;
        for start in free.starts {
            house.book("reisepass", start).await?;
        }
        citizen.sees("#live", "Zurzeit ist keine Zeit frei.").await?;
    }
    Ok(())
}

/// What others take and give back is seen where one looks.
async fn nobody_reloads(house: &House, citizen: &Citizen<'_>, browser: &Browser) -> Result<Vec<BookingView>> {
    citizen.opens(&format!("{}&day=2026-11-24", times(house))).await?;
    let open = OpenPage::of(browser).await?;
    citizen.sees("#times", "2 freie Zeiten").await?;
    let first = house.book("reisepass", at(TUESDAY)).await?;
    citizen.sees("#times", "1 freie Zeit").await?;
    cancels(house, &first).await?;
    citizen.sees("#times", "2 freie Zeiten").await?;
    let mut booked = Vec::new();
    for (start, late) in [(MONDAY, 0), (MONDAY, 10), (MONDAY, 20), (TUESDAY, 0), (TUESDAY, 10)] {
        booked.push(house.book("reisepass", at(start) + TimeDelta::minutes(late)).await?);
    }
    citizen.sees("#live", "Zurzeit ist keine Zeit frei.").await?;
    open.is_still_it().await?;
    Ok(booked)
}

/// Nothing is free; who waits is written to in the moment when somebody cancels, and nobody else gets that time.
async fn what_is_given_up(
    house: &House,
    citizen: &Citizen<'_>,
    mails: &MailServer,
    booked: &[BookingView],
) -> Result<()> {
    citizen.presses("a[href*='/wait?']").await?;
    citizen.types("#email", "wartet@example.org").await?;
    citizen.presses("#notice option:first-child").await?;
    citizen.presses("#wait .kern-btn--primary").await?;
    citizen.sees("main", "Sie stehen auf der Warteliste.").await?;
    cancels(house, booked.last().context("the last one of Tuesday")?).await?;
    let mail =
        mail_about(mails, "Eine Zeit ist frei geworden: Dienstag, 24. November 2026, 14:10 Uhr").await?;
    ensure!(free_on(house, TUESDAY).await? == 0, "it is held");
    citizen.opens(&link(&mail, "/h/")?).await?;
    citizen.types("#name", "Willi Wartet").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await
}

/// A second office, and a third: the page that is open offers each as soon as it is there.
async fn another_joins(
    house: &House,
    citizen: &Citizen<'_>,
    browser: &Browser,
    folder: &std::path::Path,
) -> Result<()> {
    citizen.opens(&times(house)).await?;
    let open = OpenPage::of(browser).await?;
    citizen.sees("#live", "Zurzeit ist keine Zeit frei.").await?;
    let first = std::fs::read_to_string(office("leipzig.toml"))?;
    for (number, name) in [(16, "Paunsdorf"), (17, "Stötteritz")] {
        let file = folder.join(format!("office-{number}.toml"));
        let joins = first
            .replace("id = \"leipzig\"\n", &format!("id = \"leipzig-{number}\"\n"))
            .replace("number = 15\n", &format!("number = {number}\n"))
            .replace("Leipzig-Mitte", &format!("Leipzig-{name}"));
        std::fs::write(&file, joins)?;
        house.import_office(&file).await?;
        citizen.sees(".elsewhere", &format!("Bürgerbüro Leipzig-{name}")).await?;
        citizen.sees(".elsewhere", "Montag, 23. November 2026").await?;
    }
    open.is_still_it().await?;
    citizen.presses_one(".elsewhere a", "Bürgerbüro Leipzig-Paunsdorf").await?;
    citizen.sees("#times", "14:10").await
}

/// What nobody books online is asked for, by the key beside it, with days that suit; staff find a time, and a mail says it.
async fn asked_for(house: &House, citizen: &Citizen<'_>, mails: &MailServer) -> Result<()> {
    citizen.opens(&format!("{}/leipzig?lang=de", house.booking.url)).await?;
    ensure!(citizen.counts("#s-beurkundung .service__take").await? == 0, "it is not booked online");
    citizen.presses("#s-beurkundung .service__request").await?;
    citizen.sees("main", "Termin anfragen").await?;
    citizen.presses("#half1 option[value=afternoon]").await?;
    citizen.sets("#day1", "2026-11-26").await?;
    citizen.types("#name", "Anna Anfrage").await?;
    citizen.types("#email", "anna@example.org").await?;
    citizen.types("#words", "Wir kommen zu dritt.").await?;
    citizen.presses("#request .kern-btn--primary").await?;
    citizen.sees("main", "Ihre Anfrage ist bei uns.").await?;
    citizen.sees("main", "26. November 2026").await?;
    mail_about(mails, "Ihre Anfrage ist bei uns: Bürgerbüro Leipzig-Mitte").await?;

    house.add_booking_staff("kim", "clerk")?;
    citizen.opens(&format!("{}/staff/offices/leipzig/requests?lang=de", house.booking.url)).await?;
    citizen.types("input[name=name]", "kim").await?;
    citizen.types("input[name=password]", PASSWORD).await?;
    citizen.leaves_by("main button.kern-btn--primary").await?;
    citizen.sees("main", "Wir kommen zu dritt.").await?;
    citizen.presses("label:has(input[name=start][value='2026-11-26T14:30:00Z'])").await?;
    citizen.presses_one("main button", "Diese Zeit buchen").await?;
    citizen.sees("main", "Gebucht: Donnerstag, 26. November 2026, 15:30 Uhr").await?;
    let mail = mail_about(mails, "Termin gebucht: Donnerstag, 26. November 2026, 15:30 Uhr").await?;
    let to = mail.to().and_then(|to| to.first()).and_then(|to| to.address());
    ensure!(to == Some("anna@example.org"), "{to:?}");
    citizen.opens(&link(&mail, "/b/")?).await?;
    citizen.sees("main", "Beurkundung").await
}
