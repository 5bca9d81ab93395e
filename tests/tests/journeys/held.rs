//! A time that is held while somebody fills in the form: how long, what becomes of the form when it is over, and that
//! nothing is doubled, whatever is pressed twice.

use crate::barriers::judged_both_ways;
use crate::mails::mail_about;
use crate::portal::house;
use crate::support::{at, office};
use anyhow::{Context, Result, ensure};
use foyer_protocol::booking::FreeTimes;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::mail_server::{MailServer, free_port};
use foyer_tests::wait;
use tempfile::TempDir;
use thirtyfour::By;

/// A quarter of an hour after the form was opened.
const TOO_LATE: &str = "2026-11-23T07:15:00Z";
/// The first time of the day.
const EIGHT: &str = "2026-11-24T07:00:00Z";

/// Offenburg where everything is asked that can be asked.
async fn curious_house(port: u16) -> Result<(TempDir, House)> {
    let asked =
        "grid_minutes = 5\nphone = \"optional\"\nmost_persons = 5\ninterpreters = [\"on_site\", \"video\"]";
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("curious.toml");
    let text = std::fs::read_to_string(office("offenburg.toml"))?.replace("grid_minutes = 5", asked);
    std::fs::write(&file, text)?;
    house(&file, "2026-11-23T07:00:00Z", port).await
}

/// All that can be typed of who comes.
const TYPED: [(&str, &str); 8] = [
    ("name", "Erika Mustermann"),
    ("email", "erika@example.org"),
    ("phone", "0341 123-0"),
    ("persons", "3"),
    ("more_time", "yes"),
    ("pick_up", "yes"),
    ("interpreter", "ti"),
    ("way", "video"),
];

/// Fills in every field of the form.
async fn types_everything(citizen: &Citizen<'_>) -> Result<()> {
    for (field, value) in &TYPED[..3] {
        citizen.types(&format!("#{field}"), value).await?;
    }
    citizen.presses("#persons option[value='3']").await?;
    citizen.presses("details.support summary").await?;
    citizen.presses("label[for=more_time]").await?;
    citizen.presses("label[for=pick_up]").await?;
    citizen.presses("#interpreter option[value=ti]").await?;
    citizen.presses("label[for=way-video]").await
}

/// What the form holds, field by field: in fields that are seen or, further on, in hidden ones.
async fn still_typed(browser: &Browser) -> Result<()> {
    let script = r#"return Object.fromEntries(new FormData(document.getElementById("contact")))"#;
    let found = browser.page.execute(script, Vec::new()).await?.json().clone();
    for (field, value) in TYPED {
        ensure!(found[field] == value, "{field} is not {value} in {found}");
    }
    Ok(())
}

/// Scenario 17 after all: so many are booked and nothing is kept beside them, whatever became of holds, and there is one
/// mail of each.
async fn nothing_is_doubled(house: &House, mails: &MailServer, times: &[&str]) -> Result<()> {
    for time in times {
        mail_about(mails, &format!("Termin gebucht: Dienstag, 24. November 2026, {time} Uhr")).await?;
    }
    let booked = i64::try_from(times.len())?;
    for (what, sql, wanted) in [
        ("booked", "select count(*) from booking where state = 'confirmed'", booked),
        ("held", "select count(*) from booking where state = 'held'", 0),
        // Ten minutes each, in steps of five.
        ("places", "select count(*) from place", booked * 2),
        ("mails to send", "select count(*) from letter where kind = 'confirmed'", booked),
    ] {
        let counted = house.booked(sql)?;
        ensure!(counted == wanted, "{what}: {counted} instead of {wanted}");
    }
    ensure!(mails.mails()?.len() == times.len(), "one mail each");
    // A whole day of times every five minutes, but those that are booked from eight o'clock on.
    let noon = at("2026-11-24T11:00:00Z");
    let FreeTimes { starts, .. } = house.free_times("fischereischein:1", at(EIGHT), noon).await?;
    let first = at(EIGHT) + chrono::TimeDelta::minutes(10 * booked);
    let count = usize::try_from((noon - first).num_minutes() / 5)? - 1;
    ensure!(starts.first() == Some(&first) && starts.len() == count, "{starts:?}");
    Ok(())
}

/// A citizen with a time at eight who has the form before them.
async fn has_taken_eight(house: &House, citizen: &Citizen<'_>) -> Result<()> {
    let times = format!("{}/offenburg/times?lang=de&services=fischereischein:1", house.booking.url);
    citizen.opens(&times).await?;
    citizen.takes_time("2026-11-24", "08:00").await
}

/// Scenario 17: a quarter of an hour over the form, while the time was kept for ten minutes. That is said plainly, nothing
/// typed is lost, and there is one booking at the end.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_takes_too_long_loses_nothing() -> Result<()> {
    let mails = MailServer::start()?;
    let (folder, mut house) = curious_house(mails.port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    has_taken_eight(&house, &citizen).await?;
    types_everything(&citizen).await?;
    house.set_time(at(TOO_LATE)).await?;
    house.book("fischereischein", at(EIGHT)).await?;

    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Sie müssen nichts noch einmal eintippen").await?;
    judged_both_ways(&browser, "citizen-held-too-long").await?;
    still_typed(&browser).await?;
    citizen.presses_one("#times button", "08:10").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    for said in [
        "Erika Mustermann",
        "erika@example.org",
        "0341 123-0",
        "mehr Zeit",
        "im Wartebereich ab",
        "Tigrinya",
        "per Video",
    ] {
        citizen.sees(".facts", said).await?;
    }
    still_typed(&browser).await?;
    // Back in the form all of it stands where it was typed.
    citizen.leaves_by("#contact .kern-btn--secondary").await?;
    citizen.sees("main", "Schritt 3 von 4").await?;
    still_typed(&browser).await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.presses("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    citizen.sees("main", "08:10").await?;
    // Whoever goes back to the form is led to the booking, and makes no second one.
    let booked = browser.page.current_url().await?.to_string();
    citizen.opens(&booked.replace("/b/", "/h/")).await?;
    citizen.sees("main", "Terminnummer").await?;
    citizen.sees("main", "08:10").await?;
    nothing_is_doubled(&house, &mails, &["08:00", "08:10"]).await?;
    browser.close().await
}

/// Scenario 17 on the last step: the time ends before the eyes of somebody who has only to press once more.
#[tokio::test(flavor = "multi_thread")]
async fn a_check_that_takes_too_long_loses_nothing() -> Result<()> {
    let mails = MailServer::start()?;
    let (folder, mut house) = curious_house(mails.port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    has_taken_eight(&house, &citizen).await?;
    types_everything(&citizen).await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    house.set_time(at(TOO_LATE)).await?;
    house.book("fischereischein", at(EIGHT)).await?;

    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("[role=alert]", "Es wurde nichts gebucht.").await?;
    citizen.sees("main", "Sie müssen nichts noch einmal eintippen").await?;
    still_typed(&browser).await?;
    ensure!(house.booked("select count(*) from booking where state = 'confirmed'")? == 1, "the other one");
    citizen.presses_one("#times button", "08:10").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    still_typed(&browser).await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    citizen.sees("main", "08:10").await?;
    nothing_is_doubled(&house, &mails, &["08:00", "08:10"]).await?;
    browser.close().await
}

/// Scenario 17 for who is in doubt: pressed twice at once, sent again by loading the page anew, pressed once more in
/// another window that still has the last step, and sent by a browser that tries it twice at the same moment.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_pressed_twice_is_booked_once() -> Result<()> {
    let mails = MailServer::start()?;
    let (folder, house) = curious_house(mails.port).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    has_taken_eight(&house, &citizen).await?;
    types_everything(&citizen).await?;
    let held = browser.page.current_url().await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    let first = browser.page.window().await?;
    let beside = browser.page.new_tab().await?;
    browser.page.switch_to_window(beside.clone()).await?;
    citizen.opens(held.as_str()).await?;
    types_everything(&citizen).await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;

    browser.page.switch_to_window(first).await?;
    presses_twice(&browser).await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    let pin = citizen.reads(".booking__pin .booking__code").await?;
    browser.page.refresh().await?;
    citizen.sees(".booking__pin .booking__code", &pin).await?;
    browser.page.switch_to_window(beside).await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Diesen Termin haben Sie schon gebucht.").await?;
    nothing_is_doubled(&house, &mails, &["08:00"]).await?;

    citizen
        .opens(&format!("{}/offenburg/times?lang=de&services=fischereischein:1", house.booking.url))
        .await?;
    citizen.takes_time("2026-11-24", "08:10").await?;
    types_everything(&citizen).await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    let pins = sends_twice(&browser).await?;
    ensure!(pins.len() == 2 && pins[0] == pins[1] && pins[0].len() == 6, "both have the PIN: {pins:?}");
    nothing_is_doubled(&house, &mails, &["08:00", "08:10"]).await?;
    browser.close().await
}

/// As somebody does who presses everything twice; each press sends the form.
async fn presses_twice(browser: &Browser) -> Result<()> {
    let count = "sessionStorage.sent = 0; addEventListener('submit', () => sessionStorage.sent++)";
    browser.page.execute(count, Vec::new()).await?;
    let button = browser.page.find(By::Css("#contact .kern-btn--primary")).await?;
    let in_sight = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
    browser.page.execute(in_sight, vec![button.to_json()?]).await?;
    browser.page.action_chain().double_click_element(&button).perform().await?;
    wait::for_value("what comes after the last step", wait::LIMIT, || async {
        Ok(browser.page.find(By::Css("#contact")).await.is_err().then_some(()))
    })
    .await?;
    let sent: String = browser.page.execute("return sessionStorage.sent", Vec::new()).await?.convert()?;
    ensure!(sent == "2", "two forms were sent: {sent}");
    Ok(())
}

/// The form of the last step, sent twice at once; the PINs that the two answers tell.
async fn sends_twice(browser: &Browser) -> Result<Vec<String>> {
    let script = r#"
        const done = arguments[arguments.length - 1];
        const form = document.getElementById("contact");
        const send = async () => {
          const body = new URLSearchParams(new FormData(form));
          const answer = await fetch(form.action, { method: "POST", body });
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          return page.querySelector(".booking__pin .booking__code")?.textContent ?? `${answer.status}`;
        };
        Promise.all([send(), send()]).then(done, (error) => done([String(error)]));
    "#;
    Ok(browser.page.execute_async(script, Vec::new()).await?.convert()?)
}

/// How long the time is still kept, as the page counts it down: seconds.
async fn counted(browser: &Browser) -> Result<u32> {
    let left = browser.page.find(By::Css("#held-left")).await?.text().await?;
    let (minutes, seconds) =
        left.split_once(':').with_context(|| format!("minutes and seconds: `{left}`"))?;
    ensure!(seconds.len() == 2, "{left}");
    Ok(minutes.parse::<u32>()? * 60 + seconds.parse::<u32>()?)
}

/// Who fills in the form sees how long the time is kept, can have it kept once more as long with all that is typed, and
/// hears when two minutes are left and when it is over.
#[tokio::test(flavor = "multi_thread")]
async fn how_long_a_time_is_kept_is_counted_down() -> Result<()> {
    let (folder, mut house) = curious_house(free_port()?).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    has_taken_eight(&house, &citizen).await?;
    citizen.sees("#held-until", "Wir halten diese Zeit bis 08:1").await?;
    let first = counted(&browser).await?;
    ensure!((500..=600).contains(&first), "ten minutes: {first}");
    wait::for_value("the seconds to go by", wait::LIMIT, || async {
        Ok((counted(&browser).await? < first).then_some(()))
    })
    .await?;
    types_everything(&citizen).await?;
    house.set_time(at("2026-11-23T07:05:00Z")).await?;
    citizen.sees(".held__longer", "Länger frei halten").await?;
    citizen.leaves_by(".held__longer").await?;
    citizen.sees("#held-until", "Wir halten diese Zeit bis 08:2").await?;
    still_typed(&browser).await?;
    ensure!(counted(&browser).await? > first, "{} after {first}", counted(&browser).await?);
    ensure!(citizen.counts(".held__longer").await? == 1, "whoever needs still more gets it");
    judged_both_ways(&browser, "citizen-held-longer").await?;

    let held = browser.page.current_url().await?.to_string().replace("/longer", "");
    let until = house.booked("select held_until from booking where state = 'held'")?;
    let until = at("1970-01-01T00:00:00Z") + chrono::TimeDelta::seconds(until);
    for (before, said) in [(125, "noch 2 Minuten"), (45, "nicht mehr für Sie frei gehalten")] {
        house.set_time(until - chrono::TimeDelta::seconds(before)).await?;
        citizen.opens(&held).await?;
        citizen.sees("main", "Schritt 3 von 4").await?;
        wait::for_value(said, wait::LIMIT, || async {
            let heard = "return document.getElementById('held-said').textContent";
            let heard: String = browser.page.execute(heard, Vec::new()).await?.convert()?;
            Ok(heard.contains(said).then_some(()))
        })
        .await?;
    }
    judged_both_ways(&browser, "citizen-held-over").await?;
    browser.close().await
}
