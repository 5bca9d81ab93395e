//! Every page of citizens in German, in Arabic, from right to left, and in Leichte Sprache, each wide and narrow, as
//! axe-core and eyes judge them: the steps to an appointment, and what is asked for. `FOYER_PAGES=folder` keeps the pictures.

use crate::barriers::{judged_both_ways, judged_in_other_words};
use crate::barriers_booking::{TUESDAY, house_with};
use crate::support::{at, office};
use anyhow::{Context, Result, ensure};
use foyer_domain::id::OfficeId;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::mail_server::nobody;
use foyer_tests::wait;
use foyer_tests::{judged, pages};
use foyer_text::Language;
use tempfile::TempDir;
use thirtyfour::By;

/// Somebody who reads pages of citizens in one language.
pub struct Reader<'a> {
    pub browser: &'a Browser,
    pub citizen: Citizen<'a>,
    pub language: Language,
    url: &'a str,
}

impl<'a> Reader<'a> {
    /// One for each language in which pages are drawn.
    pub fn all(browser: &'a Browser, url: &'a str) -> impl Iterator<Item = Self> {
        judged::IN.into_iter().filter_map(Language::from_tag).map(move |language| Self {
            browser,
            citizen: Citizen::at(browser),
            language,
            url,
        })
    }

    /// Opens a page in this language. A mail's link says the language that was booked in.
    pub async fn opens(&self, path: &str) -> Result<()> {
        let path = path.replace("lang=de&", "").replace("?lang=de", "");
        let path = path.strip_prefix(self.url).unwrap_or(&path);
        let sign = if path.contains('?') { '&' } else { '?' };
        let page = format!("{}{path}{sign}lang={}", self.url, self.language.tag());
        pages::open(self.browser, &page).await
    }

    /// Opens a page and judges it.
    pub async fn reads(&self, path: &str, title: &str, name: &str) -> Result<()> {
        self.opens(path).await?;
        self.judges(title, name).await
    }

    /// The page has this heading, is in this language, and has no barrier.
    pub async fn judges(&self, title: &str, name: &str) -> Result<()> {
        let tag = self.language.tag();
        // What an office itself says in each language stands there as it is.
        let own = title.split('|').zip(judged::IN).find(|(_, of)| *of == tag);
        let title = match own.filter(|_| title.contains('|')) {
            Some((own, _)) => own.to_owned(),
            None => foyer_text::text(self.language, title),
        };
        self.arrives("h1").await?;
        let script = "return [document.querySelector('h1').textContent, document.documentElement.lang, \
                      document.documentElement.dir]";
        let seen: [String; 3] = self.browser.page.execute(script, Vec::new()).await?.convert()?;
        let expected = [&title, tag, self.language.direction()];
        ensure!(seen == expected, "{name}: {seen:?} and not {expected:?}");
        let name = format!("{name}-{tag}");
        match self.language {
            Language::German => judged_both_ways(self.browser, &name).await,
            _ => judged_in_other_words(self.browser, &name).await,
        }
    }

    /// Goes on when this part is on the page.
    pub async fn arrives(&self, css: &str) -> Result<()> {
        let look = || async { Ok((self.citizen.counts(css).await? > 0).then_some(())) };
        wait::for_value(css, wait::LIMIT, look).await
    }
}

/// On one Saturday there is one time alone.
const SATURDAY: &str = r#"
[[hours]]
dates = ["2026-12-05"]
from = "09:00:00"
to = "09:15:00"
counters = ["1"]
"#;

/// Offenburg; the example, which asks questions; and an office that keeps its times for staff until eleven on each day, and
/// on a Saturday has one time, which is taken.
async fn city() -> Result<(TempDir, House)> {
    let (folder, house) = house_with("", nobody()?).await?;
    house.import_office(&office("../../deploy/examples/office.toml")).await?;
    let later = "[[hours]]\nkeep = \"staff\"\nrelease = { days_before = 0, at = \"11:00:00\" }\n";
    let text = std::fs::read_to_string(folder.path().join("asked.toml"))?
        .replace("id = \"offenburg\"", "id = \"spaeter\"")
        .replace("number = 11", "number = 13")
        .replacen("[[hours]]\n", later, 1);
    let file = folder.path().join("later.toml");
    std::fs::write(&file, text + SATURDAY)?;
    house.import_office(&file).await?;
    let saturday =
        house.hold(&OfficeId::from("spaeter"), "personalausweis", at("2026-12-05T08:00:00Z")).await?;
    house.confirm(&saturday).await?;
    Ok((folder, house))
}

/// The example's question about cars.
const FURTHER: &str = "Was brauchen Sie?|ماذا تحتاجون؟|Was brauchen Sie?";

/// What is looked for and chosen, in all its states.
async fn chooses(reader: &Reader<'_>) -> Result<()> {
    for (path, title, name) in [
        ("/", "portal-offices-title", "citizen-offices"),
        ("/?q=ummelden", "portal-offices-title", "citizen-offices-found"),
        ("/musterstadt", "portal-services-title", "citizen-services"),
        ("/musterstadt?q=reise", "portal-services-title", "citizen-services-found"),
        ("/musterstadt?q=zirkus", "portal-services-title", "citizen-services-none"),
        ("/musterstadt/questions", "Worum geht es?|ما الموضوع؟|Worum geht es?", "citizen-question"),
        ("/musterstadt/questions/auto?asked=1&found=", FURTHER, "citizen-question-further"),
        ("/musterstadt/times?services=reisepass:1", "portal-times-title", "citizen-times"),
        (
            "/spaeter/times?services=personalausweis:1&day=2026-12-05",
            "portal-times-title",
            "citizen-times-full",
        ),
        (
            "/offenburg/times?services=ummeldung:1&half=afternoon&from=2027-02-20",
            "portal-times-title",
            "citizen-times-nothing-fits",
        ),
        ("/spaeter/times?services=ummeldung:1", "portal-times-title", "citizen-times-later"),
        ("/offenburg/wait?services=ummeldung:1", "portal-wait-list", "citizen-wait"),
        ("/offenburg/request?services=fischereischein:1", "portal-request-title", "citizen-request"),
    ] {
        reader.reads(path, title, name).await?;
    }
    reader.opens("/offenburg/times?services=ummeldung:1&from=2027-02-29").await?;
    reader.judges("portal-times-title", "citizen-times-no-day").await?;
    reader.opens("/offenburg/times").await?;
    reader.judges("portal-services-title", "citizen-services-wrong").await?;
    reader.opens("/nirgends").await?;
    reader.judges("portal-refused-title", "citizen-refused").await?;
    reader.opens("/nirgends/gibt/es").await?;
    reader.judges("portal-refused-not-found-title", "citizen-nothing-here").await
}

/// Books, with a contact that is missing at first.
async fn books(reader: &Reader<'_>, day: &str) -> Result<()> {
    let citizen = &reader.citizen;
    reader.opens(&format!("/offenburg/times?services=ummeldung:1&day={day}")).await?;
    citizen.leaves_by("#times button").await?;
    reader.judges("portal-contact-title", "citizen-contact").await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    reader.judges("portal-contact-title", "citizen-contact-wrong").await?;
    citizen.types("#name", "Erika Mustermann").await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    reader.judges("portal-check-title", "citizen-check").await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    reader.arrives(".booking__code").await?;
    reader.judges("portal-booking-title", "citizen-booked").await
}

/// A time that somebody else was quicker to take than a page without scripts, which does not hear of it.
async fn comes_too_late(reader: &Reader<'_>, house: &House, day: &str) -> Result<()> {
    let citizen = &reader.citizen;
    citizen.has_scripts(false).await?;
    reader.opens(&format!("/offenburg/times?services=ummeldung:1&day={day}")).await?;
    let start = reader.browser.page.find(By::Css("#times button")).await?.value().await?.unwrap_or_default();
    house.hold(&house.office, "ummeldung", at(&start)).await?;
    citizen.leaves_by("#times button").await?;
    citizen.has_scripts(true).await?;
    reader.arrives("[role=alert]").await?;
    reader.judges("portal-times-title", "citizen-time-gone").await
}

/// Waits for a time and asks for one, with an address that is missing at first; gives both up.
async fn waits_and_asks(reader: &Reader<'_>) -> Result<()> {
    let citizen = &reader.citizen;
    reader.opens("/offenburg/wait?services=ummeldung:1").await?;
    citizen.leaves_by("#wait .kern-btn--primary").await?;
    reader.judges("portal-wait-list", "citizen-wait-wrong").await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.leaves_by("#wait .kern-btn--primary").await?;
    reader.judges("portal-wait-your-title", "citizen-waits").await?;
    citizen.leaves_by("form[action*='/leave'] button").await?;
    reader.judges("portal-wait-list", "citizen-left").await?;
    reader.opens("/offenburg/request?services=fischereischein:1").await?;
    citizen.leaves_by("#request .kern-btn--primary").await?;
    reader.judges("portal-request-title", "citizen-request-wrong").await?;
    // A date field takes keys in the order of the browser's language.
    citizen.sets("#day1", "2026-11-24").await?;
    citizen.types("#name", "Erika Mustermann").await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.leaves_by("#request .kern-btn--primary").await?;
    reader.judges("portal-request-your-title", "citizen-asked").await?;
    citizen.leaves_by("form[action*='/leave'] button").await?;
    reader.judges("portal-request-your-title", "citizen-withdrawn").await
}

/// The four steps and their ways round: what is found and what is not, what is missing, waiting for a time, asking for one.
#[tokio::test(flavor = "multi_thread")]
async fn the_way_to_an_appointment_has_no_barriers_in_any_words() -> Result<()> {
    let (folder, house) = city().await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let days = ["2026-11-25", "2026-11-26", "2026-11-27"];
    for (reader, day) in Reader::all(&browser, &house.booking.url).zip(days) {
        let tag = reader.language.tag();
        chooses(&reader).await.context(tag)?;
        books(&reader, day).await.context(tag)?;
        comes_too_late(&reader, &house, day).await.context(tag)?;
        waits_and_asks(&reader).await.context(tag)?;
    }
    browser.close().await
}

/// Types a PIN and sends it.
async fn types_pin(reader: &Reader<'_>, pin: &str) -> Result<()> {
    reader.citizen.types("#pin", pin).await?;
    reader.citizen.leaves_by("form:has(#pin) button").await
}

/// An appointment that stands, that nobody moves or cancels with a wrong PIN, that is moved and that is cancelled; and one
/// that is over.
#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_has_no_barriers_in_any_words() -> Result<()> {
    let (folder, mut house) = house_with("", nobody()?).await?;
    let browser = Browser::open(&folder.path().join("browser"), 1200, 1000).await?;
    let title = "portal-booking-title";
    for (reader, minute) in Reader::all(&browser, &house.booking.url.clone()).zip(["00", "15", "30"]) {
        let start = at(TUESDAY) + chrono::TimeDelta::minutes(minute.parse()?);
        let booking = house.book("personalausweis", start).await?;
        let pin = booking.pin.clone().context("the PIN is told once")?;
        let wrong = if pin.starts_with('1') { "2" } else { "1" }.to_owned() + &pin[1..];
        let page = format!("/b/{}", booking.secret);
        reader.reads(&page, title, "citizen-booking").await?;
        reader.reads(&format!("{page}/move"), "portal-times-move-title", "citizen-move").await?;
        reader.opens(&format!("{page}/move?day=2026-11-25")).await?;
        reader.citizen.leaves_by("#times button").await?;
        reader.judges("portal-move-title", "citizen-move-pin").await?;
        types_pin(&reader, &wrong).await?;
        reader.judges("portal-move-title", "citizen-move-pin-wrong").await?;
        types_pin(&reader, &pin).await?;
        reader.judges(title, "citizen-moved").await?;
        let cancel = format!("{page}?cancel=1");
        reader.reads(&cancel, title, "citizen-cancel").await?;
        types_pin(&reader, &wrong).await?;
        reader.judges(title, "citizen-pin-wrong").await?;
        types_pin(&reader, &pin).await?;
        reader.judges(title, "citizen-cancelled").await?;

        let locked = house.book("personalausweis", start).await?;
        let pin = locked.pin.clone().context("the PIN is told once")?;
        let wrong = if pin.starts_with('1') { "2" } else { "1" }.to_owned() + &pin[1..];
        for _ in 0..5 {
            reader.opens(&format!("/b/{}?cancel=1", locked.secret)).await?;
            types_pin(&reader, &wrong).await?;
        }
        reader.judges(title, "citizen-pin-locked").await?;
    }
    let over = house.book("personalausweis", at("2026-11-23T07:30:00Z")).await?;
    house.set_time(at("2026-11-23T11:00:00Z")).await?;
    for reader in Reader::all(&browser, &house.booking.url) {
        reader.reads(&format!("/b/{}", over.secret), title, "citizen-booking-over").await?;
    }
    browser.close().await
}
