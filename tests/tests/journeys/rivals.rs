//! Scenario 15 with the real programs: three booking servers on one PostgreSQL, a thousand people, three places.

use crate::support::{at, office};
use anyhow::{Result, bail, ensure};
use foyer_client::{Address, CallError, Limits, Server};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_protocol::booking::{Hold, HoldRequest};
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::House;
use foyer_tests::kept::Kept;
use foyer_tests::servers::Running;
use foyer_tests::shared_clock::SharedClock;
use foyer_tests::wait::LIMIT;
use std::sync::Arc;
use std::time::Instant;
use tokio::task::JoinSet;

const NOW: &str = "2026-11-23T07:00:00Z";
/// Tuesday at eight in Germany, when the office opens for an hour.
const EIGHT: &str = "2026-11-24T07:00:00Z";
const PEOPLE: usize = 1_000;
const SERVERS: usize = 3;

/// Speaks to a server that was not built to be quick, on a machine with neighbours: what is looked at is who wins.
fn patient(server: &Running) -> Result<Server> {
    let limits = Limits { connect: LIMIT, request: LIMIT, ..Limits::default() };
    Ok(Server::with_limits(&Address::new(server.url.parse()?), None, limits)?)
}

/// A held time, or why not.
async fn holds(
    server: &Server,
    office: &OfficeId,
    services: &[(&str, u8)],
    start: Timestamp,
) -> Result<Result<Hold, String>> {
    let services =
        services.iter().map(|(id, quantity)| ServiceChoice { service: (*id).into(), quantity: *quantity });
    let request = HoldRequest { services: services.collect(), start };
    match server.post(&format!("/offices/{office}/holds"), Nonce::random(), &request).await {
        Ok(hold) => Ok(Ok(hold)),
        Err(CallError::Problem(problem)) => Ok(Err(problem.code().to_owned())),
        Err(error) => bail!(error),
    }
}

/// A thousand press at once, at three servers: three have the time, everybody else is told in words, and a fourth who had
/// the page open is offered what is left. Who needs more time than is left gets all of it or none.
#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_people_and_three_places() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let kept = Kept::in_postgres()?;
    let section = kept.section();
    let house = House::open_on(kept, "", &folder.path().join("house"), &office("rush.toml"), at(NOW)).await?;
    let mut beside = Vec::new();
    for number in 1..SERVERS {
        let folder = folder.path().join(format!("beside-{number}"));
        std::fs::create_dir_all(&folder)?;
        let clock = SharedClock::starting_at(at(NOW));
        beside.push(Running::start("foyer-booking", &folder, &clock, 0, &section)?);
    }
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let times = format!("{}/rush/times?lang=de&services=ausweis:1", beside[0].url);
    citizen.has_scripts(false).await?;
    citizen.opens(&times).await?;
    citizen.presses("a.month__day--free[href*='day=2026-11-24']").await?;
    citizen.sees("#times", "08:00").await?;

    let all = [&house.booking].into_iter().chain(&beside);
    let servers = Arc::new(all.map(patient).collect::<Result<Vec<_>>>()?);
    let (began, mut turned_away) = (Instant::now(), [0; SERVERS]);
    let mut rivals = JoinSet::new();
    for rival in 0..PEOPLE {
        let (servers, office) = (Arc::clone(&servers), house.office.clone());
        let which = rival % SERVERS;
        rivals.spawn(
            async move { (which, holds(&servers[which], &office, &[("ausweis", 1)], at(EIGHT)).await) },
        );
    }
    let mut won = Vec::new();
    for (which, answer) in rivals.join_all().await {
        match answer? {
            Ok(hold) => won.push(hold),
            Err(code) if code == "slot_taken" => turned_away[which] += 1,
            Err(code) => bail!("{code}"),
        }
    }
    println!("{PEOPLE} rivals at {SERVERS} servers: {} ms", began.elapsed().as_millis());
    ensure!(won.len() == 3, "{} have the time", won.len());
    ensure!(turned_away.iter().sum::<usize>() == PEOPLE - 3 && !turned_away.contains(&0), "{turned_away:?}");
    for hold in &won {
        house.confirm(hold).await?;
    }
    ensure!(house.booked("select count(*) from booking where state = 'confirmed'")? == 3);

    // The page of somebody who is late still has the time on it.
    citizen.presses_one("#times button", "08:00").await?;
    citizen.sees("[role=alert]", "jemand anderes gebucht").await?;
    citizen.sees("#times", "08:20").await?;
    all_or_none(&servers, &house).await?;
    browser.close().await
}

/// From 8:20 there are forty minutes left at each of three counters.
async fn all_or_none(servers: &[Server], house: &House) -> Result<()> {
    let places = || house.booked("select count(*) from place");
    let before = places()?;
    let (twenty_past, both) = (at("2026-11-24T07:20:00Z"), [("ausweis", 1), ("fuehrerschein", 1)]);
    for start in [EIGHT, "2026-11-24T07:10:00Z", "2026-11-24T07:20:00Z"] {
        let answer = holds(&servers[2], &house.office, &both, at(start)).await?;
        ensure!(answer.is_err(), "fifty minutes at {start}: {answer:?}");
    }
    ensure!(places()? == before, "nothing of it is kept");
    let answer = holds(&servers[1], &house.office, &[("ausweis", 2)], twenty_past).await?;
    let Ok(hold) = answer else { bail!("forty minutes at 8:20: {answer:?}") };
    ensure!((hold.minutes, places()? - before) == (40, 40 / 5), "{hold:?}");
    Ok(())
}
