//! Checking in: the window to the second, the same code twice, moved, cancelled, elsewhere.

use crate::support::{Kiosk, at, house, known_to_the_lobby, office, ticket};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_domain::id::OfficeId;
use foyer_protocol::booking::{BookingView, CancelRequest, MoveRequest};
use foyer_protocol::lobby::{CheckInAnswer, Presented};
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::Clerk;

/// The code of a confirmed booking.
fn code(booking: &BookingView) -> &str {
    booking.check_in_code.as_deref().expect("a confirmed booking has a code")
}

/// Scenario 1: −15:00 and +15:00 are in the window, −15:01 and +15:01 are not, and each refusal says what
/// to do next. On an ordinary day, shortly before midnight, and on both days on which clocks change.
#[tokio::test]
async fn the_window_is_exact_to_the_second_on_every_day() -> Result<()> {
    for start in
        ["2026-11-23T10:00:00Z", "2026-11-23T22:30:00Z", "2027-03-28T01:00:00Z", "2026-10-25T01:00:00Z"]
    {
        let start = at(start);
        let window = TimeDelta::minutes(15);
        let second = TimeDelta::seconds(1);
        let (_folder, mut house) = house("2026-10-24T06:00:00Z").await?;
        house.set_time(start - TimeDelta::hours(2)).await?;
        let early = house.book("ausweis", start + window).await?;
        let late = house.book("ausweis", start - window).await?;
        // Now both windows have an edge a few seconds ago, as a kiosk may report it.
        house.set_time(start + TimeDelta::seconds(20)).await?;
        let kiosk = Kiosk::enrol(&house).await?;
        // Close to closing time nobody is let in without an appointment unless somebody is there to serve.
        house.add_staff("anna", "clerk")?;
        Clerk::sign_in(&house, "anna").await?.open("1").await?;

        let answer = kiosk.scan(code(&early), start - second).await?;
        let expected = CheckInAnswer::TooEarly { opens_at: start, start: start + window };
        ensure!(answer == expected, "{start}: one second early: {answer:?}");
        let answer = kiosk.scan(code(&early), start).await?;
        ensure!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{start}: first second: {answer:?}");

        match kiosk.scan(code(&late), start + second).await? {
            CheckInAnswer::TooLate { closed_at, start: booked, offer } => {
                ensure!((closed_at, booked) == (start, start - window), "{closed_at} {booked}");
                let offer = offer.context("this office offers to wait without an appointment")?;
                ensure!(offer.booking == late.booking);
            }
            other => anyhow::bail!("{start}: one second late: {other:?}"),
        }
        let answer = kiosk.scan(code(&late), start).await?;
        ensure!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{start}: last second: {answer:?}");
    }
    Ok(())
}

/// Scenario 2: the same code again brings the same number, long after the window, too; the same nonce
/// brings the very same answer.
#[tokio::test]
async fn the_same_code_brings_the_same_number() -> Result<()> {
    let (_folder, mut house) = house("2026-11-23T08:50:00Z").await?;
    let booking = house.book("ausweis", at("2026-11-23T09:00:00Z")).await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let nonce = Nonce::random();
    let scan = Presented::Scan(code(&booking).to_owned());
    let first = kiosk.present(nonce, scan.clone(), house.now()).await?;
    ensure!(matches!(first, CheckInAnswer::CheckedIn { .. }), "{first:?}");
    let number = ticket(&first)?.number;

    let again = kiosk.present(nonce, scan.clone(), house.now()).await?;
    ensure!(again == first, "the same nonce, another answer: {again:?}");
    let again = kiosk.present(Nonce::random(), scan, house.now()).await?;
    ensure!(matches!(again, CheckInAnswer::AlreadyCheckedIn { .. }), "{again:?}");
    ensure!(ticket(&again)?.number == number);

    house.set_time(at("2026-11-23T09:16:00Z")).await?;
    let later = kiosk.scan(code(&booking), house.now()).await?;
    ensure!(matches!(later, CheckInAnswer::AlreadyCheckedIn { .. }), "{later:?}");
    ensure!(ticket(&later)?.number == number);

    // Typed instead of scanned it is the same booking.
    let typed = Presented::ShortCode(booking.short_code.clone());
    let typed = kiosk.present(Nonce::random(), typed, house.now()).await?;
    ensure!(ticket(&typed)?.number == number);
    Ok(())
}

/// Scenario 11: what became of the booking after its code was mailed is said at the kiosk.
#[tokio::test]
async fn moved_and_cancelled_are_said_at_the_kiosk() -> Result<()> {
    let (_folder, house) = house("2026-11-23T08:50:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let (old, new) = (at("2026-11-23T09:00:00Z"), at("2026-11-23T14:00:00Z"));
    // A genuine code opens a visit even where the lobby does not know the booking yet: each change is waited for.
    let moved = known_to_the_lobby(&house, house.book("ausweis", old)).await?;
    let server = house.booking.server(None)?;
    let pin = moved.pin.clone().context("the PIN is told once")?;
    let request = MoveRequest { pin, start: new };
    let path = format!("/bookings/{}/move", moved.secret);
    let after: BookingView =
        known_to_the_lobby(&house, async { Ok(server.post(&path, Nonce::random(), &request).await?) })
            .await?;
    ensure!(after.start == new && after.short_code == moved.short_code);
    let answer = kiosk.scan(code(&moved), house.now()).await?;
    ensure!(answer == CheckInAnswer::Moved { start: new }, "{answer:?}");

    let cancelled = known_to_the_lobby(&house, house.book("meldung", old)).await?;
    let pin = cancelled.pin.clone().context("the PIN is told once")?;
    let path = format!("/bookings/{}/cancel", cancelled.secret);
    let _: BookingView = known_to_the_lobby(&house, async {
        Ok(server.post(&path, Nonce::random(), &CancelRequest { pin }).await?)
    })
    .await?;
    let answer = kiosk.scan(code(&cancelled), house.now()).await?;
    ensure!(answer == CheckInAnswer::Cancelled { start: old }, "{answer:?}");
    Ok(())
}

/// Scenario 12: another day's and another office's code are refused by name, and so is what is not ours or
/// not genuine.
#[tokio::test]
async fn other_days_offices_and_forgeries_are_refused_by_name() -> Result<()> {
    let (_folder, house) = house("2026-11-23T08:50:00Z").await?;
    house.import_office(&office("neighbour.toml")).await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let start = at("2026-11-23T09:00:00Z");

    let tomorrow = house.book("ausweis", start + TimeDelta::days(1)).await?;
    let answer = kiosk.scan(code(&tomorrow), house.now()).await?;
    ensure!(answer == CheckInAnswer::WrongDay { start: start + TimeDelta::days(1) }, "{answer:?}");

    let hold = house.hold(&OfficeId::from("nordstadt"), "ausweis", start).await?;
    let elsewhere = house.confirm(&hold).await?;
    let answer = kiosk
        .scan_until(&house, &elsewhere, |answer| {
            matches!(answer, CheckInAnswer::WrongOffice { office: Some(_), .. })
        })
        .await?;
    let CheckInAnswer::WrongOffice { office: Some(office), start: booked } = answer else {
        anyhow::bail!("the office is named");
    };
    ensure!(office.name == "Bürgerbüro Nordstadt" && office.address.starts_with("Nordring 20"));
    ensure!(booked == start);

    let good = house.book("ausweis", start).await?;
    let mut forged = code(&good).to_owned();
    let last = if forged.pop() == Some('0') { '1' } else { '0' };
    forged.push(last);
    let answer = kiosk.scan(&forged, house.now()).await?;
    ensure!(answer == CheckInAnswer::Unknown, "{answer:?}");
    let answer = kiosk.scan("https://www.bahn.de/fahrkarte/123", house.now()).await?;
    ensure!(answer == CheckInAnswer::Unreadable, "{answer:?}");
    Ok(())
}
