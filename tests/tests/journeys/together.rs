//! People who came together, and what they wish of whoever calls: from the kiosk to the clerks' desks.

use crate::support::{at, house};
use anyhow::{Context, Result, ensure};
use foyer_protocol::booking::BookingView;
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

/// An office with two clerks, a kiosk, and two bookings of one family.
async fn family() -> Result<Family> {
    let (folder, house) = house(START).await?;
    let booked = at("2026-11-23T09:05:00Z");
    let bookings = [house.book("ausweis", booked).await?, house.book("meldung", booked).await?];
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

    /// Everything is as if two clerks had never heard of a kiosk: linked, and the wish is there.
    async fn is_served(&self, [first, second]: &[String; 2]) -> Result<()> {
        let [anna, bernd] = &self.clerks;
        wait::for_value("the wish to reach the desk", wait::LIMIT, || async {
            let desk = anna.desk("1").await?;
            Ok((desk.contains("bitte abholen") && desk.contains("zusammen mit")).then_some(()))
        })
        .await?;
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
    family.is_served(&numbers).await
}

/// The same without the lobby: link and wish are in the kiosk's journal, survive its end, and are handed over.
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
