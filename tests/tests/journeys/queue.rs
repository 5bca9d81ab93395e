//! At the counters: two presses at once, an appointment in 90 seconds, recalls that count and that do not.

use crate::support::{Display, Kiosk, at, house};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::DisplayEvent;
use foyer_tests::clerk::Clerk;
use std::collections::BTreeSet;

/// Scenario 3: two clerks press "next" at the same moment, 1,000 times: never one citizen twice, never an
/// error.
#[tokio::test(flavor = "multi_thread")]
async fn two_clerks_press_at_once_a_thousand_times() -> Result<()> {
    let (_folder, house) = house("2026-11-23T08:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    house.add_staff("bernd", "clerk")?;
    let clerks =
        [(Clerk::sign_in(&house, "anna").await?, "1"), (Clerk::sign_in(&house, "bernd").await?, "2")];
    for (clerk, counter) in &clerks {
        clerk.open(counter).await?;
    }
    let mut called = BTreeSet::new();
    for round in 0..1_000 {
        let (_, _) = tokio::try_join!(kiosk.walk_in(&house, "meldung"), kiosk.walk_in(&house, "ausweis"))?;
        let [(anna, one), (bernd, two)] = &clerks;
        let (first, second) = tokio::try_join!(anna.press(one, "next"), bernd.press(two, "next"))?;
        for pressed in [&first, &second] {
            ensure!(pressed.done(), "round {round}: {pressed:?}");
            let number = pressed.number().with_context(|| format!("round {round}: nobody was called"))?;
            ensure!(called.insert(number.clone()), "round {round}: {number} was called twice");
        }
        let (first, second) = tokio::try_join!(anna.press(one, "start"), bernd.press(two, "start"))?;
        ensure!(first.done() && second.done(), "round {round}");
        let (first, second) = tokio::try_join!(anna.press(one, "finish"), bernd.press(two, "finish"))?;
        ensure!(first.done() && second.done(), "round {round}");
    }
    ensure!(called.len() == 2_000);
    Ok(())
}

/// Scenario 4: an appointment in 90 seconds, a walk-in waiting, a clerk free: somebody is called; and with nobody
/// left but an appointment in ten minutes, that one.
#[tokio::test]
async fn a_free_clerk_never_hears_that_nobody_is_waiting() -> Result<()> {
    let (_folder, house) = house("2026-11-23T08:58:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    let anna = Clerk::sign_in(&house, "anna").await?;
    anna.open("3").await?;
    let booking = house.book("ausweis", at("2026-11-23T09:00:00Z")).await?;
    let booked = kiosk.check_in(&house, &booking).await?;
    let walk_in = kiosk.walk_in(&house, "meldung").await?;
    let waiting = BTreeSet::from([booked.number.to_string(), walk_in.number.to_string()]);
    let first = anna.press("3", "next").await?.number().context("somebody is called")?;
    ensure!(waiting.contains(&first), "{first}");
    anna.press("3", "start").await?;
    anna.press("3", "finish").await?;
    let second = anna.press("3", "next").await?.number().context("the other one is called")?;
    ensure!(second != first && waiting.contains(&second), "{second}");
    anna.press("3", "start").await?;
    anna.press("3", "finish").await?;
    let later = house.book("ausweis", at("2026-11-23T09:10:00Z")).await?;
    let later = kiosk.check_in(&house, &later).await?;
    let third = anna.press("3", "next").await?.number();
    ensure!(third == Some(later.number.to_string()), "{third:?}");
    Ok(())
}

/// Scenarios 6 and 29: a recall within a second rings on every display; three recalls in five seconds do not
/// make a no-show, and neither does a call that no display has shown.
#[tokio::test]
async fn recalls_ring_at_once_and_count_only_when_they_may() -> Result<()> {
    let (_folder, mut house) = house("2026-11-23T09:00:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    let anna = Clerk::sign_in(&house, "anna").await?;
    anna.open("1").await?;
    kiosk.walk_in(&house, "meldung").await?;

    // Nobody has a display yet: the call is not shown anywhere.
    ensure!(anna.press("1", "next").await?.done());
    ensure!(!anna.press("1", "no_show").await?.done(), "a no-show after one call");
    house.set_time(at("2026-11-23T09:02:00Z")).await?;
    for minute in 3..8 {
        ensure!(anna.press("1", "recall").await?.done());
        house.set_time(at(&format!("2026-11-23T09:0{minute}:00Z"))).await?;
    }
    ensure!(!anna.press("1", "no_show").await?.done(), "a no-show, but no display has shown a call");

    let mut displays =
        [Display::enrol(&house, "Anzeige 1").await?, Display::enrol(&house, "Anzeige 2").await?];
    let mut standing = Vec::new();
    for display in &mut displays {
        let DisplayEvent::Snapshot { snapshot } = display.next().await? else {
            anyhow::bail!("a stream begins with a snapshot");
        };
        ensure!(snapshot.standing.len() == 1, "{:?}", snapshot.standing);
        standing.push(snapshot.standing[0].call);
    }
    for recall in 0..3 {
        ensure!(anna.press("1", "recall").await?.done());
        for display in &mut displays {
            let call = display.next_call().await?;
            ensure!(!standing.contains(&call.call), "recall {recall} is a call of its own");
            display.acknowledge(&call, true).await?;
        }
    }
    ensure!(!anna.press("1", "no_show").await?.done(), "a no-show after three recalls in five seconds");

    // Calls that were shown, 45 seconds apart, do count.
    for minute in ["2026-11-23T09:10:00Z", "2026-11-23T09:11:00Z", "2026-11-23T09:12:00Z"] {
        house.set_time(at(minute)).await?;
        ensure!(anna.press("1", "recall").await?.done());
        let mut display = Display::enrol(&house, "Anzeige 3").await?;
        let DisplayEvent::Snapshot { snapshot } = display.next().await? else {
            anyhow::bail!("a stream begins with a snapshot");
        };
        display.acknowledge(&snapshot.standing[0], true).await?;
    }
    house.set_time(at("2026-11-23T09:14:00Z")).await?;
    let gone = anna.press("1", "no_show").await?;
    ensure!(gone.done() && gone.number().is_none(), "{gone:?}");
    Ok(())
}

/// Scenario 12: a booking that nobody has confirmed is not called before its check-in, and neither is a
/// confirmed one whose citizen is not there.
#[tokio::test]
async fn who_has_not_checked_in_is_not_called() -> Result<()> {
    let (_folder, house) = house("2026-11-23T08:50:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    house.add_staff("anna", "clerk")?;
    let anna = Clerk::sign_in(&house, "anna").await?;
    anna.open("3").await?;
    let start = at("2026-11-23T09:00:00Z");
    house.hold(&house.office, "ausweis", start).await?;
    house.book("ausweis", start).await?;
    // The feed keeps its order: when the lobby knows this booking, it knows the two before.
    let present = kiosk.check_in(&house, &house.book("meldung", start).await?).await?;
    let called = anna.press("3", "next").await?.number();
    ensure!(called == Some(present.number.to_string()), "{called:?}");
    anna.press("3", "start").await?;
    anna.press("3", "finish").await?;
    let nobody = anna.press("3", "next").await?;
    ensure!(!nobody.done() && nobody.number().is_none(), "{nobody:?}");
    Ok(())
}
