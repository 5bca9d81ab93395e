//! What staff read of the whole city: figures, programs of others, files, mails as citizens get them; as axe-core and eyes
//! judge them. `FOYER_PAGES=folder` keeps the pictures.

use crate::barriers::keep_picture;
use crate::barriers_booking::{TUESDAY, all, house_with, signs_in};
use crate::support::at;
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::mail_server::nobody;
use foyer_tests::pages::{self, mail_has_no_barriers};
use foyer_tests::{judged, program};
use std::path::Path;
use std::process::Command;
use thirtyfour::By;

/// Files of offices, programs of others, sentences of an office's own, figures; choosing a first password.
#[tokio::test(flavor = "multi_thread")]
async fn pages_of_the_whole_city_have_no_barriers() -> Result<()> {
    let (folder, house) = house_with("", nobody()?).await?;
    house.add_booking_staff("kim", "administrator")?;
    let added = Command::new(program::built("foyer-booking")?)
        .args(["staff", "add", "neu", "--role", "clerk", "--config"])
        .arg(&house.booking.config)
        .output()?;
    let added = String::from_utf8(added.stdout)?;
    let secret = added.split("/staff/invitation/").nth(1).context("a link to choose a password")?;
    let secret = secret.split_whitespace().next().unwrap_or_default();
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    house.book("personalausweis", at(TUESDAY)).await?;
    let url = &house.booking.url;
    all(
        &browser,
        url,
        &[
            ("/staff/sign-in", "Anmelden", "bookings-sign-in"),
            (&format!("/staff/invitation/{secret}"), "Passwort", "few-invitation"),
        ],
    )
    .await?;
    signs_in(&Citizen::at(&browser), url).await?;
    let here = "/staff/offices/offenburg";
    all(
        &browser,
        url,
        &[
            ("/staff/city", "Als Datei", "city"),
            ("/staff/city/new", "Sie fangen mit einer Vorlage an", "city-new"),
            ("/staff/programs", "Neuer Zugang", "city-programs"),
            ("/staff/people", "Jemanden einladen", "city-people"),
            (&format!("{here}/mails"), "Erika Mustermann", "city-mails"),
            (&format!("{here}/links"), "Kalender", "city-links"),
            (&format!("{here}/edit/mail"), "Sätze", "city-sentences"),
            ("/staff/statistics", "noch keine Zahlen", "city-statistics"),
        ],
    )
    .await?;
    browser.close().await
}

/// Each mail that citizens get is a page of its own in a frame, into which axe-core does not look: here it is opened alone,
/// in each language in which pages are drawn.
#[tokio::test(flavor = "multi_thread")]
async fn mails_have_no_barriers() -> Result<()> {
    let (folder, house) = house_with("", nobody()?).await?;
    house.add_booking_staff("kim", "administrator")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let citizen = Citizen::at(&browser);
    signs_in(&citizen, &house.booking.url).await?;
    let mails = format!("{}/staff/offices/offenburg/mails?lang=de", house.booking.url);
    citizen.opens(&mails).await?;
    let mut kinds = Vec::new();
    for kind in browser.page.find_all(By::Css("#kind option")).await? {
        kinds.push(kind.value().await?.context("a kind has a name")?);
    }
    ensure!(kinds.len() > 15 && kinds[0] == "confirmed", "{kinds:?}");
    for kind in kinds {
        for tag in judged::IN {
            pages::open(&browser, &format!("{mails}&kind={kind}&to={tag}")).await?;
            let mail = shown_alone(&browser, folder.path()).await?;
            let name = format!("mail-{kind}-{tag}");
            browser.page.goto(mail).await?;
            let said =
                "return document.documentElement.lang + ' ' + document.querySelector('h1').textContent";
            let said: String = browser.page.execute(said, Vec::new()).await?.convert()?;
            ensure!(said.starts_with(&format!("{tag} ")) && said.len() > tag.len() + 1, "{name}: {said}");
            for (look, width) in [("wide", 1280), ("narrow", 390)] {
                browser.looks(width, 1000, "light", 1).await?;
                mail_has_no_barriers(&browser, &name).await?;
                let wider = "return document.documentElement.scrollWidth > innerWidth";
                let scrolls: bool = browser.page.execute(wider, Vec::new()).await?.convert()?;
                ensure!(!scrolls, "{name}, {look}: wider than its window");
                keep_picture(&browser, &name, look).await?;
            }
        }
    }
    browser.close().await
}

/// What the frame shows as a file: at its own address nothing may run, axe-core neither.
async fn shown_alone(browser: &Browser, folder: &Path) -> Result<String> {
    let script = r#"
        const done = arguments[arguments.length - 1];
        fetch(document.querySelector("iframe").src)
            .then(async (answer) => done(answer.ok ? await answer.text() : ""), () => done(""))
    "#;
    let mail: String = browser.page.execute_async(script, Vec::new()).await?.convert()?;
    ensure!(mail.contains("<h1"), "the frame shows no mail: {mail}");
    let file = folder.join("mail.html");
    std::fs::write(&file, mail)?;
    Ok(format!("file://{}", file.display()))
}
