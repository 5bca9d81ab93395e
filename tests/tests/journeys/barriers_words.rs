//! The pages of citizens in Arabic, from right to left, and in Leichte Sprache; what is read by staff since there are
//! figures, programs of others and files. As axe-core and eyes judge them; `FOYER_PAGES=folder` keeps the pictures.

use crate::barriers::{judged_both_ways, judged_in_other_words};
use crate::barriers_booking::{TUESDAY, all, house_with, signs_in};
use crate::mails::{link, mail_about};
use crate::support::at;
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::mail_server::{MailServer, free_port};
use foyer_tests::program;
use foyer_tests::wait;
use std::process::Command;

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
    judged("waits").await?;
    citizen.opens(&format!("{url}/offenburg/request?lang={tag}&services=fischereischein:1")).await?;
    citizen.sets("#day1", "2026-11-24").await?;
    citizen.types("#name", "Erika Mustermann").await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.presses("#request .kern-btn--primary").await?;
    arrives(&citizen, "form[action*='/w/']").await?;
    judged("asked").await
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

/// A page in Arabic and in Leichte Sprache.
pub async fn in_both_words(browser: &Browser, page: &str, name: &str) -> Result<()> {
    // A mail's link says the language that was booked in.
    let page = page.replace("lang=de&", "").replace("?lang=de", "");
    let sign = if page.contains('?') { '&' } else { '?' };
    for tag in ["ar", "de-simple"] {
        Citizen::at(browser).opens(&format!("{page}{sign}lang={tag}")).await?;
        judged_in_other_words(browser, &format!("words-{tag}-{name}")).await?;
    }
    Ok(())
}

/// A question that leads to a service.
const QUESTION: &str = r#"
[[questions]]
id = "worum"
text = { de = "Worum geht es?" }
answers = [
    { text = { de = "Ich bin umgezogen" }, services = ["ummeldung"] },
    { text = { de = "Ich brauche einen Ausweis" }, services = ["personalausweis"] },
]
"#;

/// What few see: a question, the choice among offices, a time that has gone, one that the office offers in its place, leaving
/// the waiting list, choosing a first password.
#[tokio::test(flavor = "multi_thread")]
async fn pages_that_few_see_have_no_barriers() -> Result<()> {
    let mails = MailServer::start()?;
    let (folder, mut house) = house_with("", mails.port).await?;
    house.add_booking_staff("kim", "administrator")?;
    let office = std::fs::read_to_string(folder.path().join("asked.toml"))?;
    let another = folder.path().join("fragen.toml");
    let head = office.replace("id = \"offenburg\"", "id = \"fragen\"").replace("number = 11", "number = 12");
    std::fs::write(&another, head + QUESTION)?;
    house.import_office(&another).await?;
    // Its times are for staff until eleven on each day.
    let later = "[[hours]]\nkeep = \"staff\"\nrelease = { days_before = 0, at = \"11:00:00\" }\n";
    let head = office.replace("id = \"offenburg\"", "id = \"spaeter\"").replace("number = 11", "number = 13");
    std::fs::write(&another, head.replacen("[[hours]]\n", later, 1))?;
    house.import_office(&another).await?;
    let hold = house.hold(&house.office, "ummeldung", at("2026-11-25T08:00:00Z")).await?.hold;
    house.book("personalausweis", at(TUESDAY)).await?;
    house.set_time(at("2026-11-23T07:15:00Z")).await?;
    let added = Command::new(program::built("foyer-booking")?)
        .args(["staff", "add", "neu", "--role", "clerk", "--config"])
        .arg(&house.booking.config)
        .output()?;
    let added = String::from_utf8(added.stdout)?;
    let secret = added.split("/staff/invitation/").nth(1).context("a link to choose a password")?;
    let secret = secret.split_whitespace().next().unwrap_or_default();

    let url = house.booking.url.clone();
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let citizen = Citizen::at(&browser);
    all(
        &browser,
        &url,
        &[
            ("/", "Bürgerbüro Offenburg", "few-offices"),
            ("/?q=ummelden", "Bietet an: ", "few-offices-found"),
            ("/fragen?q=zirkus", "Nichts gefunden", "few-nothing-found"),
            ("/fragen/questions", "Worum geht es?", "few-question"),
            ("/offenburg/times?services=ummeldung:1&from=2027-02-29", "kennen wir nicht", "few-no-day"),
            ("/spaeter/times?services=ummeldung:1", "noch nicht freigegeben", "few-later"),
            (&format!("/h/{hold}"), "Es wurde nichts gebucht", "few-again"),
            (&format!("/staff/invitation/{secret}"), "Passwort", "few-invitation"),
        ],
    )
    .await?;
    citizen.opens(&format!("{url}/offenburg/wait?lang=de&services=ummeldung:1")).await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.leaves_by("main form .kern-btn--primary").await?;
    citizen.leaves_by("form[action*='/leave'] button").await?;
    citizen.sees("main", "Sie stehen nicht mehr auf der Warteliste.").await?;
    judged_both_ways(&browser, "few-left").await?;

    signs_in(&citizen, &url).await?;
    let close = "/staff/offices/offenburg/close?date=2026-11-24&way=offer&reason=illness&lang=de";
    citizen.opens(&format!("{url}{close}")).await?;
    citizen.leaves_by("main .say .kern-btn--primary").await?;
    let mail = mail_about(&mails, "Ihr Termin fällt leider aus").await?;
    let offer = link(&mail, "/new-time/")?;
    citizen.opens(&offer).await?;
    citizen.sees("main", "Neue Zeit für Ihren Termin").await?;
    judged_both_ways(&browser, "few-new-time").await?;
    let pages = [
        (format!("{url}/?q=ummelden"), "offices-found"),
        (format!("{url}/fragen?q=zirkus"), "nothing-found"),
        (format!("{url}/offenburg/times?services=ummeldung:1&from=2027-02-29"), "no-day"),
        (format!("{url}/spaeter/times?services=ummeldung:1"), "later"),
        (format!("{url}/fragen/questions"), "question"),
        (format!("{url}/h/{hold}"), "again"),
        (offer, "new-time"),
    ];
    for (page, name) in pages {
        in_both_words(&browser, &page, name).await?;
    }
    browser.close().await
}
