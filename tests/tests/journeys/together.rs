//! People who came together, and what they wish of whoever calls: from the kiosk to the clerks' desks.

use crate::support::{at, house};
use anyhow::{Context, Result, ensure};
use foyer_domain::Timestamp;
use foyer_protocol::booking::{BookingView, ConfirmRequest};
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::{Clerk, Pressed};
use foyer_tests::house::House;
use foyer_tests::lone_kiosk::LoneKiosk;
use foyer_tests::wait;

const START: &str = "2026-11-23T09:00:00Z";

struct Family {
    house: House,
    kiosk: LoneKiosk,
    bookings: [BookingView; 2],
    clerks: [Clerk; 2],
    _folder: tempfile::TempDir,
}

/// A booking for which somebody is to translate.
async fn with_interpreter(house: &House, start: Timestamp) -> Result<BookingView> {
    let hold = house.hold(&house.office, "meldung", start).await?;
    let confirm = ConfirmRequest {
        name: "Erika Mustermann".to_owned(),
        email: "erika@example.org".to_owned(),
        language: "de".to_owned(),
        interpreter: true,
        ..ConfirmRequest::default()
    };
    let path = format!("/holds/{}/confirm", hold.hold);
    Ok(house.booking.server(None)?.post(&path, Nonce::random(), &confirm).await?)
}

/// An office with two clerks, a kiosk, and two bookings of one family.
async fn family() -> Result<Family> {
    let (folder, house) = house(START).await?;
    let booked = at("2026-11-23T09:05:00Z");
    let bookings = [house.book("ausweis", booked).await?, with_interpreter(&house, booked).await?];
    let mut kiosk = LoneKiosk::enrol(&house, "Terminal 1").await?;
    kiosk.start(house.now())?;
    kiosk.waits_for("link up")?;
    kiosk.waits_for("list")?;
    house.add_staff("anna", "clerk")?;
    house.add_staff("bernd", "clerk")?;
    let clerks = [Clerk::sign_in(&house, "anna").await?, Clerk::sign_in(&house, "bernd").await?];
    clerks[0].open("1").await?;
    clerks[1].open("2").await?;
    Ok(Family { house, kiosk, bookings, clerks, _folder: folder })
}

impl Family {
    /// Both codes, one after the other, by the key for another one; then the wish of the second.
    fn comes_in(&mut self) -> Result<[String; 2]> {
        let code = |booking: &BookingView| booking.check_in_code.clone().context("a confirmed booking");
        let first = number(&self.kiosk.scan(&code(&self.bookings[0])?)?)?;
        self.kiosk.does("another")?;
        let second = number(&self.kiosk.scan(&code(&self.bookings[1])?)?)?;
        self.kiosk.does("pick-up")?;
        Ok([first, second])
    }

    /// Waits until the desk says of those who wait whether somebody is to be fetched, and what was wished at booking.
    async fn desk_says(&self, is_to_be_fetched: bool) -> Result<()> {
        wait::for_value(&format!("somebody to be fetched: {is_to_be_fetched}"), wait::LIMIT, || async {
            let desk = self.clerks[0].desk("1").await?;
            let known = desk.contains("zusammen mit") && desk.contains("Dolmetschen gewünscht");
            Ok((known && desk.contains("bitte abholen") == is_to_be_fetched).then_some(()))
        })
        .await
    }

    /// Everything is as if two clerks had never heard of a kiosk: linked, and the wishes are there.
    async fn is_served(&self, [first, second]: &[String; 2]) -> Result<()> {
        let [anna, bernd] = &self.clerks;
        self.desk_says(true).await?;
        ensure!(anna.press("1", "next").await?.number().as_deref() == Some(first), "the first of them");
        let Pressed::Refused(desk) = bernd.press("2", "next").await? else {
            anyhow::bail!("a companion was called to another counter")
        };
        ensure!(desk.contains("wird nicht gleichzeitig an einen anderen Schalter gerufen"), "{desk}");
        anna.press("1", "start").await?;
        anna.press("1", "finish").await?;
        ensure!(anna.press("1", "next").await?.number().as_deref() == Some(second), "its companion");
        let desk = anna.desk("1").await?;
        ensure!(desk.contains("bitte abholen"), "the wish is seen while the call stands: {desk}");
        Ok(())
    }
}

fn number(line: &str) -> Result<String> {
    Ok(line.strip_prefix("number ").with_context(|| format!("no number but `{line}`"))?.to_owned())
}

/// Two codes and a wish at the kiosk: never at two counters at once, and seen before the call.
#[tokio::test(flavor = "multi_thread")]
async fn a_family_stays_together_and_its_wish_reaches_the_desk() -> Result<()> {
    let mut family = family().await?;
    let numbers = family.comes_in()?;
    family.desk_says(true).await?;
    // Taken back on the same screen, and wished anew.
    for is_wished in [false, true] {
        family.kiosk.does("pick-up")?;
        family.desk_says(is_wished).await?;
    }
    family.is_served(&numbers).await
}

/// The same without the lobby: link and wish are in the kiosk's journal, survive its end, and are handed over. What was
/// wished at booking, which the kiosk does not know then, stays.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_family_did_without_the_lobby_is_handed_over() -> Result<()> {
    let mut family = family().await?;
    family.house.lobby.program.kill()?;
    family.kiosk.waits_for("link down")?;
    let numbers = family.comes_in()?;
    family.kiosk.waits_for("open 3")?;
    family.kiosk.kill()?;
    family.house.start_lobby_again().await?;
    let now = family.house.now();
    family.kiosk.start(now)?;
    family.kiosk.waits_for("open 0")?;
    family.is_served(&numbers).await
}
