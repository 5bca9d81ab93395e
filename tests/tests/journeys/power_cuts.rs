//! The lobby loses power at any point: what was acknowledged is there afterwards, nothing is there twice,
//! the display is right again, and the booking server hears the last of every ticket.

use crate::support::{Display, Kiosk, at, busy_office, ticket};
use anyhow::{Context, Result, ensure};
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::booking::ServiceChoice;
use foyer_protocol::lobby::{
    CheckInAnswer, CheckInReply, CheckInRequest, DisplayEvent, Presented, TicketAnswer, TicketReply,
    TicketView, WalkInRequest,
};
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::{Clerk, Pressed};
use foyer_tests::house::House;
use foyer_tests::wait;
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::task::JoinSet;

const CUTS: u64 = 200;
const START: &str = "2026-11-23T00:10:00Z";

/// What a citizen asks for at the kiosk.
#[derive(Clone)]
enum Wish {
    WalkIn(WalkInRequest),
    CheckIn(CheckInRequest),
}

/// Under which nonce something was asked for, and the ticket that was acknowledged, if one was. That the queue was
/// full binds nobody: asked again, it is judged anew.
type Asked = (Nonce, Wish, Option<TicketView>);

/// A pseudo-random moment of each round, the same in every run (splitmix64).
fn moment(round: u64) -> Duration {
    let mut mixed = round.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    Duration::from_micros(1 + (mixed ^ (mixed >> 31)) % 60_000)
}

async fn ask(kiosk: &Kiosk, nonce: Nonce, wish: &Wish) -> Result<Option<TicketView>> {
    match wish {
        Wish::WalkIn(request) => {
            let reply: TicketReply = kiosk.server.post("/walk-ins", nonce, request).await?;
            match reply.answer {
                TicketAnswer::Opened { ticket } => Ok(Some(ticket)),
                TicketAnswer::QueueFull { .. } => Ok(None),
                other => anyhow::bail!("no ticket but {other:?}"),
            }
        }
        Wish::CheckIn(request) => {
            let reply: CheckInReply = kiosk.server.post("/check-ins", nonce, request).await?;
            let fresh = matches!(reply.answer, CheckInAnswer::CheckedIn { .. });
            ensure!(fresh, "a first check-in became {:?}", reply.answer);
            Ok(Some(ticket(&reply.answer)?.clone()))
        }
    }
}

/// Two citizens with an appointment and two without, for whom there is a counter of their own: beside ten
/// appointments in five minutes the intake would not let them in.
fn wishes(house: &House, codes: &mut impl Iterator<Item = String>) -> Vec<Wish> {
    let seen_at = house.now().trunc_subsecs(0);
    let services = vec![ServiceChoice { service: "gewerbe".into(), quantity: 1 }];
    let walk_in = Wish::WalkIn(WalkInRequest { services, seen_at, with: None, language: None });
    let check_in =
        |code| Wish::CheckIn(CheckInRequest { presented: Presented::Scan(code), seen_at, with: None });
    codes.take(2).map(check_in).chain([walk_in.clone(), walk_in]).collect()
}

/// The codes of as many bookings as check in, all in the window.
async fn codes(house: &House) -> Result<Vec<String>> {
    let mut codes = Vec::new();
    for cut in 0..CUTS {
        let start = at(START) + TimeDelta::minutes(5 * (1 + i64::try_from(cut)? / 5));
        let (one, two) = tokio::try_join!(house.book("meldung", start), house.book("meldung", start))?;
        let both = [one, two].into_iter().map(|booking| booking.check_in_code);
        codes.extend(both.collect::<Option<Vec<_>>>().context("a confirmed booking has a code")?);
    }
    Ok(codes)
}

/// One clerk's presses until the lobby is gone; the last is the one whose answer may have been lost.
async fn serve(
    clerk: Clerk,
    counter: &'static str,
) -> Option<(String, &'static str, Nonce, Option<Pressed>)> {
    let mut last = None;
    for what in ["next", "start", "finish"].into_iter().cycle() {
        let Ok(desk) = clerk.desk(counter).await else {
            return last;
        };
        let nonce = Nonce::random();
        let pressed = clerk.press_on(&desk, counter, what, nonce).await.ok();
        let lost = pressed.is_none();
        last = Some((desk, what, nonce, pressed));
        if lost {
            return last;
        }
    }
    last
}

/// All numbers that any display knows are unique, and what stands there is what stands at the counters.
async fn display_is_right(house: &House, clerks: &[(Clerk, &'static str)]) -> Result<()> {
    let mut display = Display::enrol(house, "Anzeige nach dem Stromausfall").await?;
    let DisplayEvent::Snapshot { snapshot } = display.next().await? else {
        anyhow::bail!("a stream begins with a snapshot");
    };
    let mut shown: Vec<String> = snapshot.standing.iter().map(|call| call.number.to_string()).collect();
    let mut called = Vec::new();
    for (clerk, counter) in clerks {
        let desk = clerk.desk(counter).await?;
        if desk.contains("at--called") {
            called.extend(Pressed::Done(desk).number());
        }
    }
    shown.sort();
    called.sort();
    ensure!(shown == called, "the display shows {shown:?}, the counters called {called:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_power_cuts_lose_and_double_nothing() -> Result<()> {
    let (_folder, mut house) = busy_office(START).await?;
    let mut codes = codes(&house).await?.into_iter();
    let kiosk = std::sync::Arc::new(Kiosk::enrol(&house).await?);
    let mut clerks = Vec::new();
    for (name, counter) in [("anna", "1"), ("bernd", "2"), ("clara", "3"), ("dora", "4")] {
        house.add_staff(name, "clerk")?;
        let clerk = Clerk::sign_in(&house, name).await?;
        clerk.open(counter).await?;
        clerks.push((clerk, counter));
    }
    let mut given: BTreeMap<String, TicketView> = BTreeMap::new();
    for cut in 0..CUTS {
        let mut citizens = JoinSet::new();
        for wish in wishes(&house, &mut codes) {
            let (kiosk, nonce) = (kiosk.clone(), Nonce::random());
            citizens
                .spawn(async move { (nonce, wish.clone(), ask(&kiosk, nonce, &wish).await.ok().flatten()) });
        }
        let mut presses = JoinSet::new();
        for (clerk, counter) in clerks.clone() {
            presses.spawn(async move { (clerk.clone(), counter, serve(clerk, counter).await) });
        }
        wait::pause(moment(cut)).await;
        house.lobby.program.kill()?;
        let citizens: Vec<Asked> = citizens.join_all().await;
        let presses = presses.join_all().await;
        house.start_lobby_again().await.with_context(|| format!("after cut {cut}"))?;

        for (nonce, wish, acknowledged) in citizens {
            let again = ask(&kiosk, nonce, &wish).await.with_context(|| format!("cut {cut}"))?;
            // A ticket's place moves on; who it belongs to does not.
            let paper = |ticket: &TicketView| (ticket.visit, ticket.number, ticket.phone_url.clone());
            let same =
                acknowledged.is_none() || acknowledged.as_ref().map(paper) == again.as_ref().map(paper);
            ensure!(same, "cut {cut}: {acknowledged:?} became {again:?}");
            let Some(ticket) = again else { continue };
            let before = given.insert(ticket.number.to_string(), ticket);
            ensure!(before.is_none(), "cut {cut}: a number was given twice: {before:?}");
        }
        for (clerk, counter, last) in presses {
            let Some((desk, what, nonce, answered)) = last else {
                continue;
            };
            let again = clerk.press_on(&desk, counter, what, nonce).await?;
            if let Some(answered) = answered {
                // That nobody waited binds nobody either: those who came meanwhile are called.
                let stands = again.done() || !answered.done();
                ensure!(stands, "cut {cut}: {what}: {answered:?} became {again:?}");
            }
        }
        if cut % 5 == 0 {
            // A slow machine is cut before anybody can be served.
            for what in ["next", "start", "finish"] {
                clerks[0].0.press(clerks[0].1, what).await?;
            }
        }
        display_is_right(&house, &clerks).await.with_context(|| format!("after cut {cut}"))?;
    }
    // All who were booked, and some of the others: now and then the queue is full.
    ensure!(given.len() > 2 * usize::try_from(CUTS)? + 50, "only {} tickets", given.len());
    booking_server_knows_all(&house, &kiosk, given.values()).await
}

/// What the lobby knows of each ticket in the end reaches the page on the citizen's phone.
async fn booking_server_knows_all(
    house: &House,
    kiosk: &Kiosk,
    given: impl Iterator<Item = &TicketView>,
) -> Result<()> {
    let http = foyer_tests::http::client()?;
    let mut finished = 0;
    for ticket in given {
        let (number, url) = (ticket.number, ticket.phone_url.as_ref());
        let url = url.context("tickets carry the phone's address")?;
        let state = match kiosk.scan(url, house.now()).await? {
            CheckInAnswer::Finished { number: told } if told == number => "finished".to_owned(),
            CheckInAnswer::AlreadyCheckedIn { ticket: told } if told.visit == ticket.visit => {
                serde_json::to_value(told.state)?.as_str().context("a state is a word")?.to_owned()
            }
            other => anyhow::bail!("the lobby has lost {number}: {other:?}"),
        };
        finished += u32::from(state == "finished");
        let mark = format!("data-state=\"{state}\"");
        let digits = number.to_string();
        let digits = digits.get(1..).unwrap_or_default();
        wait::for_value(&format!("the phone page of {number} to be {state}"), wait::LIMIT, || async {
            let page = http.get(url).send().await?.error_for_status()?.text().await?;
            Ok((page.contains(&mark) && page.contains(digits)).then_some(()))
        })
        .await?;
    }
    ensure!(finished > 10, "only {finished} visits were finished between the cuts");
    Ok(())
}
