//! The lobby loses power at any point: what was acknowledged is there afterwards, nothing is there twice,
//! and the display is right again.

use crate::support::{Display, Kiosk, house};
use anyhow::{Context, Result, ensure};
use foyer_domain::booking::ServiceChoice;
use foyer_protocol::lobby::{DisplayEvent, TicketAnswer, TicketReply, WalkInRequest};
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::{Clerk, Pressed};
use foyer_tests::house::House;
use foyer_tests::wait;
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::task::JoinSet;

const CUTS: u64 = 200;

/// What was asked, under which nonce, and the number that was acknowledged, if it was.
type Ticket = (Nonce, WalkInRequest, Option<String>);

/// A pseudo-random moment of each round, the same in every run (splitmix64).
fn moment(round: u64) -> Duration {
    let mut mixed = round.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    Duration::from_micros(1 + (mixed ^ (mixed >> 31)) % 60_000)
}

async fn take_ticket(kiosk: &Kiosk, nonce: Nonce, request: &WalkInRequest) -> Result<Option<String>> {
    let reply: TicketReply = kiosk.server.post("/walk-ins", nonce, request).await?;
    Ok(match reply.answer {
        TicketAnswer::Opened { ticket } => Some(ticket.number.to_string()),
        TicketAnswer::QueueFull { .. } | TicketAnswer::Closed { .. } | TicketAnswer::NotOffered => None,
    })
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
    let (_folder, mut house) = house("2026-11-23T00:10:00Z").await?;
    let kiosk = std::sync::Arc::new(Kiosk::enrol(&house).await?);
    let mut clerks = Vec::new();
    for (name, counter) in [("anna", "1"), ("bernd", "2"), ("clara", "3")] {
        house.add_staff(name, "clerk")?;
        let clerk = Clerk::sign_in(&house, name).await?;
        clerk.open(counter).await?;
        clerks.push((clerk, counter));
    }
    // Number by the nonce under which it was given.
    let mut given: BTreeMap<String, Nonce> = BTreeMap::new();
    for cut in 0..CUTS {
        let mut tickets = JoinSet::new();
        for _ in 0..4 {
            let kiosk = kiosk.clone();
            let services = vec![ServiceChoice { service: "meldung".into(), quantity: 1 }];
            let request = WalkInRequest { services, seen_at: house.now() };
            tickets.spawn(async move {
                let nonce = Nonce::random();
                let number = take_ticket(&kiosk, nonce, &request).await.ok().flatten();
                (nonce, request, number)
            });
        }
        let mut presses = JoinSet::new();
        for (clerk, counter) in clerks.clone() {
            presses.spawn(async move { (clerk.clone(), counter, serve(clerk, counter).await) });
        }
        wait::pause(moment(cut)).await;
        house.lobby.program.kill()?;
        let tickets: Vec<Ticket> = tickets.join_all().await;
        let presses = presses.join_all().await;
        house.start_lobby_again().await.with_context(|| format!("after cut {cut}"))?;

        for (nonce, request, number) in tickets {
            let again = take_ticket(&kiosk, nonce, &request).await?;
            ensure!(number.is_none() || number == again, "cut {cut}: {number:?} became {again:?}");
            if let Some(number) = again {
                let before = given.insert(number.clone(), nonce);
                ensure!(before.is_none(), "cut {cut}: {number} was given twice");
            }
        }
        for (clerk, counter, last) in presses {
            let Some((desk, what, nonce, answered)) = last else {
                continue;
            };
            let again = clerk.press_on(&desk, counter, what, nonce).await?;
            if let Some(answered) = answered {
                ensure!(again.done() == answered.done(), "cut {cut}: {what}: {answered:?} became {again:?}");
            }
        }
        display_is_right(&house, &clerks).await.with_context(|| format!("after cut {cut}"))?;
    }
    booking_server_knows_all(&house, &kiosk, &given).await
}

/// Each ticket's state reaches the citizen's phone in the end.
async fn booking_server_knows_all(
    house: &House,
    kiosk: &Kiosk,
    given: &BTreeMap<String, Nonce>,
) -> Result<()> {
    let http = foyer_tests::http::client()?;
    for (number, nonce) in given {
        let services = vec![ServiceChoice { service: "meldung".into(), quantity: 1 }];
        let request = WalkInRequest { services, seen_at: house.now() };
        let reply: TicketReply = kiosk.server.post("/walk-ins", *nonce, &request).await?;
        let TicketAnswer::Opened { ticket } = reply.answer else {
            continue;
        };
        let url = ticket.phone_url.context("tickets carry the phone's address")?;
        wait::for_value("the phone page to know the ticket", wait::LIMIT, || async {
            let page = http.get(&url).send().await?;
            let known = page.status().is_success();
            let text = page.text().await?;
            let digits = number.get(1..).unwrap_or_default();
            Ok(Some(()).filter(|()| known && text.contains(digits)))
        })
        .await?;
    }
    Ok(())
}
