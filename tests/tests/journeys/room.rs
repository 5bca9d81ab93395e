//! At reception: everything stands still for twenty minutes, and somebody comes who has nothing but the Terminnummer.

use crate::support::{Display, Kiosk, at, house, ticket};
use anyhow::{Context, Result, ensure};
use foyer_protocol::lobby::{DisplayEvent, DisplaySnapshot, Presented};
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::{Clerk, field};
use foyer_tests::house::House;
use foyer_tests::wait;

/// Somebody who sees the whole room.
async fn reception(house: &House) -> Result<Clerk> {
    house.add_staff("rea", "supervisor")?;
    Clerk::sign_in(house, "rea").await
}

/// What a display that is switched on now shows.
async fn shown(house: &House, name: &str) -> Result<DisplaySnapshot> {
    match Display::enrol(house, name).await?.next().await? {
        DisplayEvent::Snapshot { snapshot } => Ok(*snapshot),
        other => anyhow::bail!("a stream begins with a snapshot, not {other:?}"),
    }
}

/// Scenario 26: a fire alarm of twenty minutes. One press, silence; nobody becomes a no-show or too late; afterwards
/// the same order.
#[tokio::test]
async fn everything_stands_still_for_twenty_minutes_and_goes_on_in_the_same_order() -> Result<()> {
    let (_folder, mut house) = house("2026-11-23T08:58:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let rea = reception(&house).await?;
    house.add_staff("anna", "clerk")?;
    let anna = Clerk::sign_in(&house, "anna").await?;
    anna.open("1").await?;
    let on_the_way = house.book("ausweis", at("2026-11-23T09:00:00Z")).await?;
    let mut order = Vec::new();
    for _ in 0..3 {
        order.push(kiosk.walk_in(&house, "meldung").await?.number.to_string());
    }
    let called = anna.press("1", "next").await?.number().context("somebody waits")?;
    ensure!(called == order[0] && shown(&house, "Anzeige vorher").await?.standing.len() == 1);

    let press = async |what: &str| {
        let nonce = Nonce::random().to_string();
        rea.send("/room/house", &[("do", what), ("nonce", &nonce), ("visit", ""), ("text", "")]).await
    };
    press("interrupt").await?;
    let silent = shown(&house, "Anzeige in der Stille").await?;
    ensure!(silent.house.interrupted.is_some() && silent.standing.is_empty(), "{silent:?}");
    for what in ["next", "recall", "no_show"] {
        ensure!(!anna.press("1", what).await?.done(), "{what} while everything stands still");
    }
    house.set_time(at("2026-11-23T09:20:00Z")).await?;
    ensure!(!anna.press("1", "next").await?.done(), "it stands still until somebody says so");
    press("go_on").await?;

    let after = shown(&house, "Anzeige danach").await?;
    ensure!(after.house.interrupted.is_none() && after.standing.is_empty(), "{after:?}");
    // The appointment's window ended at 9:15; it is longer by the time in which nobody could check in.
    let answer = kiosk.check_in(&house, &on_the_way).await?;
    let mut calls = Vec::new();
    for _ in 0..4 {
        calls.push(anna.press("1", "next").await?.number().context("nobody was given up")?);
        for what in ["start", "finish"] {
            ensure!(anna.press("1", what).await?.done(), "{what}");
        }
    }
    let walk_ins: Vec<_> = calls.iter().filter(|number| **number != answer.number.to_string()).collect();
    ensure!(walk_ins == order.iter().collect::<Vec<_>>() && calls.len() == 4, "{calls:?}, not {order:?}");
    Ok(())
}

/// Scenario 27: booked by telephone, no e-mail, no paper. The Terminnummer is typed at the kiosk, or reception finds
/// it and lets the citizen in with two presses.
#[tokio::test]
async fn who_has_only_the_number_of_the_appointment_gets_in() -> Result<()> {
    let (_folder, house) = house("2026-11-23T08:55:00Z").await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let rea = reception(&house).await?;
    let typed = house.book("meldung", at("2026-11-23T09:00:00Z")).await?;
    let told = house.book("ausweis", at("2026-11-23T09:00:00Z")).await?;
    let number = wait::for_value("the kiosk to know the first", wait::LIMIT, || async {
        let code = Presented::ShortCode(typed.short_code.to_lowercase());
        let answer = kiosk.present(Nonce::random(), code, house.now()).await?;
        Ok(ticket(&answer).ok().map(|ticket| ticket.number.to_string()))
    })
    .await?;
    ensure!(number == "A001", "{number}");

    let found = wait::for_value("reception to find the second", wait::LIMIT, || async {
        let page = rea.send("/room/search", &[("code", &told.short_code)]).await?;
        Ok(page.contains("value=\"check_in\"").then_some(page))
    })
    .await?;
    let (_, form) = found.split_once("id=\"found-1\"").context("one booking is found")?;
    let (nonce, visit) = (field(form, "nonce"), field(form, "visit"));
    let (nonce, visit) = (nonce.context("a nonce")?, visit.context("a booking")?);
    let press = [("do", "check_in"), ("nonce", &nonce), ("visit", &visit), ("reason", "no-code")];
    let done = rea.send("/room", &press).await?;
    ensure!(done.contains("say__number\">A\u{202f}002<"), "{done}");
    Ok(())
}
