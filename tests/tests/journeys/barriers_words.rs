//! The pages of citizens in Arabic, from right to left, and in Leichte Sprache; what is read by staff since there are
//! figures, programs of others and files. As axe-core and eyes judge them; `FOYER_PAGES=folder` keeps the pictures.

use crate::barriers::judged_in_other_words;
use crate::barriers_booking::{TUESDAY, all, house_with, signs_in};
use crate::support::at;
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::mail_server::free_port;
use foyer_tests::wait;

/// Goes on when this part is on the page.
async fn arrives(citizen: &Citizen<'_>, css: &str) -> Result<()> {
    wait::for_value(css, wait::LIMIT, || async { Ok((citizen.counts(css).await? > 0).then_some(())) }).await
}

/// A citizen's pages in one language, each by itself and on the way to an appointment.
async fn in_words(browser: &Browser, url: &str, secret: &str, tag: &str, day: &str) -> Result<()> {
    let citizen = Citizen::at(browser);
    let judged = async |name: &str| {
        let direction = citizen.counts("html[dir=rtl]").await?;
        ensure!((direction == 1) == (tag == "ar"), "{name} in {tag} runs the wrong way");
        judged_in_other_words(browser, &format!("words-{tag}-{name}")).await
    };
    for (path, name) in [
        ("/", "offices"),
        ("/offenburg", "services"),
        ("/offenburg/times?services=ummeldung:1", "times"),
        ("/offenburg/wait?services=ummeldung:1", "wait"),
        ("/offenburg/request?services=fischereischein:1", "request"),
        (&format!("/b/{secret}"), "booking"),
        (&format!("/b/{secret}?cancel=1"), "cancel"),
        (&format!("/b/{secret}/move"), "move"),
        ("/nirgends", "refused"),
    ] {
        let sign = if path.contains('?') { '&' } else { '?' };
        citizen.opens(&format!("{url}{path}{sign}lang={tag}")).await?;
        judged(name).await.with_context(|| format!("{name} in {tag}"))?;
    }
    citizen.opens(&format!("{url}/offenburg/times?lang={tag}&services=ummeldung:1&day={day}")).await?;
    citizen.presses("#times button").await?;
    arrives(&citizen, "#contact #name").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    arrives(&citizen, "[role=alert]").await?;
    judged("contact-wrong").await?;
    citizen.types("#name", "Erika Mustermann").await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    arrives(&citizen, "form[action*='/b/']").await?;
    judged("check").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    arrives(&citizen, ".booking__code").await?;
    judged("booked").await?;
    citizen.opens(&format!("{url}/offenburg/wait?lang={tag}&services=ummeldung:1")).await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.presses("main form .kern-btn--primary").await?;
    arrives(&citizen, "form[action*='/w/']").await?;
    judged("waits").await
}

#[tokio::test(flavor = "multi_thread")]
async fn citizens_pages_in_other_words_have_no_barriers() -> Result<()> {
    let (folder, house) = house_with("", free_port()?).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let secret = house.book("personalausweis", at(TUESDAY)).await?.secret.to_string();
    for (tag, day) in [("ar", "2026-11-25"), ("de-simple", "2026-11-26")] {
        in_words(&browser, &house.booking.url, &secret, tag, day).await?;
    }
    browser.close().await
}

/// Files of offices, programs of others, sentences of an office's own, figures.
#[tokio::test(flavor = "multi_thread")]
async fn pages_of_the_whole_city_have_no_barriers() -> Result<()> {
    let (folder, house) = house_with("", free_port()?).await?;
    house.add_booking_staff("kim", "administrator")?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    house.book("personalausweis", at(TUESDAY)).await?;
    let url = &house.booking.url;
    signs_in(&Citizen::at(&browser), url).await?;
    let here = "/staff/offices/offenburg";
    all(
        &browser,
        url,
        &[
            ("/staff/city", "Als Datei", "city"),
            ("/staff/city/new", "Sie fangen mit einer Vorlage an", "city-new"),
            ("/staff/programs", "", "city-programs"),
            ("/staff/people", "Jemanden einladen", "city-people"),
            (&format!("{here}/mails"), "Erika Mustermann", "city-mails"),
            (&format!("{here}/links"), "", "city-links"),
            (&format!("{here}/edit/mail"), "", "city-sentences"),
            ("/staff/statistics", "noch keine Zahlen", "city-statistics"),
        ],
    )
    .await?;
    browser.close().await
}
