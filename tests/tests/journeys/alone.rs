//! Kiosks without their lobby: nobody is lost, nobody is two, whatever ends when.

use crate::support::{Kiosk, at, house, ticket};
use anyhow::{Context, Result, ensure};
use chrono::TimeDelta;
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::booking::{BookingView, CancelRequest};
use foyer_protocol::lobby::{CheckInAnswer, TicketView};
use foyer_protocol::nonce::Nonce;
use foyer_tests::house::House;
use foyer_tests::lone_kiosk::LoneKiosk;
use foyer_tests::lossy::LossyLine;
use foyer_tests::wait;
use std::collections::BTreeSet;
use std::time::Duration;

const START: &str = "2026-11-23T09:00:00Z";
const KILLS: u64 = 50;

fn code(booking: &BookingView) -> Result<&str> {
    booking.check_in_code.as_deref().context("a confirmed booking has a code")
}

/// A kiosk that has its list, with numbers.
async fn lone(house: &House, name: &str) -> Result<LoneKiosk> {
    let mut kiosk = LoneKiosk::enrol(house, name).await?;
    kiosk.start(house.now())?;
    kiosk.waits_for("link up")?;
    kiosk.waits_for("list")?;
    Ok(kiosk)
}

/// What the lobby says of a booking's visit in the end.
async fn standing(kiosk: &Kiosk, house: &House, booking: &BookingView) -> Result<TicketView> {
    let answer = kiosk.scan(code(booking)?, house.now()).await?;
    ensure!(matches!(answer, CheckInAnswer::AlreadyCheckedIn { .. }), "not in the building: {answer:?}");
    Ok(ticket(&answer)?.clone())
}

fn numbers(ticket: &TicketView) -> BTreeSet<String> {
    [ticket.number].iter().chain(&ticket.also).map(TicketNumber::to_string).collect()
}

async fn cancel(house: &House, booking: &BookingView) -> Result<()> {
    let pin = booking.pin.clone().context("the PIN is told once")?;
    let path = format!("/bookings/{}/cancel", booking.secret);
    let _: BookingView =
        house.booking.server(None)?.post(&path, Nonce::random(), &CancelRequest { pin }).await?;
    Ok(())
}

fn number(line: &str) -> Result<String> {
    Ok(line.strip_prefix("number ").with_context(|| format!("no number but `{line}`"))?.to_owned())
}

/// Scenario 28: two kiosks without a server take the same booking: one visit, both papers valid.
#[tokio::test(flavor = "multi_thread")]
async fn two_kiosks_alone_take_the_same_booking() -> Result<()> {
    let (_folder, mut house) = house(START).await?;
    let booking = house.book("ausweis", at("2026-11-23T09:05:00Z")).await?;
    let (mut one, mut two) = (lone(&house, "Terminal 1").await?, lone(&house, "Terminal 2").await?);
    house.lobby.program.kill()?;
    one.waits_for("link down")?;
    two.waits_for("link down")?;
    let first = number(&one.scan(code(&booking)?)?)?;
    let second = number(&two.scan(code(&booking)?)?)?;
    ensure!(first != second, "two kiosks have numbers of their own");
    // The same code again at the same kiosk: the same number, and no second paper.
    ensure!(one.scan(code(&booking)?)? == format!("again {first}"));

    house.start_lobby_again().await?;
    one.waits_for("open 0")?;
    two.waits_for("open 0")?;
    let tester = Kiosk::enrol(&house).await?;
    let visit = standing(&tester, &house, &booking).await?;
    ensure!(numbers(&visit) == BTreeSet::from([first.clone(), second.clone()]), "{visit:?}");
    ensure!((one.papers(), two.papers()) == (vec![first.clone()], vec![second]), "one paper each");
    // Either kiosk shows it again; nothing new is given.
    ensure!(one.scan(code(&booking)?)? == format!("again {}", visit.number));
    ensure!(two.scan(code(&booking)?)? == format!("again {}", visit.number));
    ensure!(one.papers().len() == 1 && two.papers().len() == 1, "nothing is printed by itself");
    Ok(())
}

/// Scenario 22, going alone: the lobby says yes, the answer is lost on the way, the kiosk decides alone; and the
/// lobby dies before anything can be told.
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_lost_on_the_way_makes_no_second_visit() -> Result<()> {
    let (_folder, mut house) = house(START).await?;
    let booking = house.book("ausweis", at("2026-11-23T09:05:00Z")).await?;
    let line = LossyLine::to(house.lobby.url.trim_start_matches("http://").parse()?)?;
    let mut kiosk = LoneKiosk::enrol(&house, "Terminal 1").await?;
    kiosk.lobby = format!("http://{}", line.address());
    kiosk.start(house.now())?;
    kiosk.waits_for("link up")?;
    kiosk.waits_for("list")?;
    line.lose(true);
    let given = number(&kiosk.scan(code(&booking)?)?)?;
    ensure!(line.lost() > 0, "no answer was lost");
    house.power_cut_lobby().await?;
    line.lose(false);
    kiosk.waits_for("open 0")?;
    let tester = Kiosk::enrol(&house).await?;
    let visit = standing(&tester, &house, &booking).await?;
    ensure!(visit.number.to_string() == "A001", "the lobby's own number stands: {visit:?}");
    ensure!(numbers(&visit) == BTreeSet::from(["A001".to_owned(), given.clone()]), "{visit:?}");
    ensure!(kiosk.papers() == [given], "one paper");
    Ok(())
}

/// Twelve hours alone, over midnight: the day that is over is told, the day that goes on waits in the queue.
#[tokio::test(flavor = "multi_thread")]
async fn twelve_hours_alone_over_midnight() -> Result<()> {
    let (_folder, mut house) = house("2026-11-23T21:00:00Z").await?;
    let evening = house.book("ausweis", at("2026-11-23T21:05:00Z")).await?;
    let morning = house.book("ausweis", at("2026-11-24T09:05:00Z")).await?;
    let cancelled = house.book("ausweis", at("2026-11-24T09:10:00Z")).await?;
    let mut kiosk = lone(&house, "Terminal 1").await?;
    house.lobby.program.kill()?;
    kiosk.waits_for("link down")?;
    let late = number(&kiosk.scan(code(&evening)?)?)?;

    let next_day = at("2026-11-24T09:00:00Z");
    kiosk.start(next_day)?;
    kiosk.waits_for("list")?;
    let early = number(&kiosk.scan(code(&morning)?)?)?;
    let dropped = number(&kiosk.scan(code(&cancelled)?)?)?;
    ensure!(early == late, "another day begins with the first number of its own lease: {early}, {late}");
    ensure!(kiosk.scan(code(&evening)?)?.starts_with("refused WrongDay"), "yesterday is over");
    // Meanwhile somebody cancels at home.
    cancel(&house, &cancelled).await?;
    house.set_time(next_day + TimeDelta::minutes(5)).await?;
    kiosk.waits_for("open 0")?;

    let tester = Kiosk::enrol(&house).await?;
    ensure!(numbers(&standing(&tester, &house, &morning).await?) == BTreeSet::from([early]));
    let kept = wait::for_value("the cancellation and the visit to meet", wait::LIMIT, || async {
        Ok(standing(&tester, &house, &cancelled).await.ok())
    });
    ensure!(numbers(&kept.await?) == BTreeSet::from([dropped]), "admitted, and never dropped");
    let answer = tester.scan(code(&evening)?, house.now()).await?;
    ensure!(matches!(answer, CheckInAnswer::WrongDay { .. }), "yesterday's visit is in no queue: {answer:?}");
    Ok(())
}

/// A pseudo-random moment of each round, the same in every run (splitmix64).
fn moment(round: u64) -> Duration {
    let mut mixed = round.wrapping_add(7).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    Duration::from_micros(1 + (mixed ^ (mixed >> 31)) % 40_000)
}

/// The kiosk loses power at any moment while it is alone: whoever saw a number has it, nobody has two visits.
#[tokio::test(flavor = "multi_thread")]
async fn fifty_power_cuts_of_a_kiosk_that_is_alone() -> Result<()> {
    let (_folder, mut house) = crate::support::busy_office(START).await?;
    let mut bookings = Vec::new();
    for turn in 0..i64::try_from(KILLS)? {
        let start = at(START) + TimeDelta::minutes(10 + 5 * (turn / 10));
        bookings.push(house.book("meldung", start).await?);
    }
    let mut kiosk = lone(&house, "Terminal 1").await?;
    house.lobby.program.kill()?;
    kiosk.waits_for("link down")?;
    for (booking, kill) in bookings.iter().zip(0..) {
        kiosk.hold_up(code(booking)?)?;
        wait::pause(moment(kill)).await;
        kiosk.kill()?;
        kiosk.start(house.now())?;
        kiosk.waits_for("list").with_context(|| format!("after kill {kill}"))?;
        // Whoever saw nothing holds the code up again, within the same minute.
        let answer = kiosk.scan(code(booking)?).with_context(|| format!("after kill {kill}"))?;
        ensure!(!answer.starts_with("refused"), "kill {kill}: {answer}");
    }
    // Handing over is cut off as often.
    house.start_lobby_again().await?;
    for kill in 0..5 {
        kiosk.start(house.now())?;
        wait::pause(moment(1_000 + kill) * 4).await;
        kiosk.kill()?;
    }
    kiosk.start(house.now())?;
    kiosk.waits_for("open 0")?;

    let tester = Kiosk::enrol(&house).await?;
    let mut all = BTreeSet::new();
    for booking in &bookings {
        let visit = standing(&tester, &house, booking).await?;
        ensure!(visit.also.is_empty(), "one kiosk gave one number: {visit:?}");
        ensure!(all.insert(visit.number.to_string()), "{} twice", visit.number);
    }
    let shown = kiosk.said.iter().filter_map(|line| {
        line.strip_prefix("number ")
            .or_else(|| line.strip_prefix("again "))
            .or_else(|| line.strip_prefix("paper "))
    });
    let shown: BTreeSet<String> = shown.map(str::to_owned).collect();
    ensure!(shown == all, "what was shown and what stands: {:?}", shown.symmetric_difference(&all));
    // The very first attempt or its repetition printed; a paper more would belong to nobody.
    let papers = kiosk.papers();
    ensure!(papers.len() <= 2 * bookings.len(), "{} papers", papers.len());
    ensure!(papers.iter().all(|paper| all.contains(paper)), "a paper that is nobody's");
    Ok(())
}
