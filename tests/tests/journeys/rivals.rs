//! Scenario 15 with the real programs: three booking servers on one PostgreSQL, a thousand people, three places.

use crate::support::{at, office};
use anyhow::{Result, bail, ensure};
use chrono::TimeDelta;
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
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;
use tokio::task::JoinSet;

const NOW: &str = "2026-11-23T07:00:00Z";
/// Tuesday at eight in Germany, when the office opens for an hour.
const EIGHT: &str = "2026-11-24T07:00:00Z";
const PEOPLE: usize = 1_000;
const SERVERS: usize = 3;
/// What all of them want.
const CARD: &[(&str, u8)] = &[("ausweis", 1)];

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

/// Three servers on one database, the first of them a house's own.
async fn city(folder: &Path, file: &Path) -> Result<(House, Vec<Running>, Arc<Vec<Server>>)> {
    let kept = Kept::in_postgres()?;
    let section = kept.section();
    let house = House::open_on(kept, "", &folder.join("house"), file, at(NOW)).await?;
    let mut beside = Vec::new();
    for number in 1..SERVERS {
        let folder = folder.join(format!("beside-{number}"));
        std::fs::create_dir_all(&folder)?;
        let clock = SharedClock::starting_at(at(NOW));
        beside.push(Running::start("foyer-booking", &folder, &clock, 0, &section)?);
    }
    let all = [&house.booking].into_iter().chain(&beside);
    let servers = Arc::new(all.map(patient).collect::<Result<Vec<_>>>()?);
    Ok((house, beside, servers))
}

/// Rivals who all press at once, each at the next server: who has a time, and how many were turned away at each server
/// because somebody else has it. Nobody hears of another reason.
async fn race(
    servers: &Arc<Vec<Server>>,
    office: &OfficeId,
    rivals: impl Iterator<Item = (&'static [(&'static str, u8)], Timestamp)>,
) -> Result<(Vec<Hold>, [usize; SERVERS])> {
    let mut all = JoinSet::new();
    for (rival, (services, start)) in rivals.enumerate() {
        let (servers, office) = (Arc::clone(servers), office.clone());
        let which = rival % SERVERS;
        all.spawn(async move { (which, holds(&servers[which], &office, services, start).await) });
    }
    let (mut won, mut turned_away) = (Vec::new(), [0; SERVERS]);
    for (which, answer) in all.join_all().await {
        match answer? {
            Ok(hold) => won.push(hold),
            Err(code) if code == "slot_taken" => turned_away[which] += 1,
            Err(code) => bail!("{code}"),
        }
    }
    Ok((won, turned_away))
}

/// A thousand press at once, at three servers: three have the time, everybody else is told in words, and a fourth who had
/// the page open is offered what is left. Who needs more time than is left gets all of it or none.
#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_people_and_three_places() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (house, beside, servers) = city(folder.path(), &office("rush.toml")).await?;
    let browser = Browser::open(&folder.path().join("browser"), 400, 900).await?;
    let citizen = Citizen::at(&browser);
    let times = format!("{}/rush/times?lang=de&services=ausweis:1", beside[0].url);
    citizen.has_scripts(false).await?;
    citizen.opens(&times).await?;
    citizen.presses("a.month__day--free[href*='day=2026-11-24']").await?;
    citizen.sees("#times", "08:00").await?;

    let began = Instant::now();
    let everybody = (0..PEOPLE).map(|_| (CARD, at(EIGHT)));
    let (won, turned_away) = race(&servers, &house.office, everybody).await?;
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
    // The last of these would be over after closing time.
    for (start, said) in [
        (EIGHT, "slot_taken"),
        ("2026-11-24T07:10:00Z", "slot_taken"),
        ("2026-11-24T07:20:00Z", "time_not_offered"),
    ] {
        let answer = holds(&servers[2], &house.office, &both, at(start)).await?;
        let code = answer.as_ref().err().map(String::as_str);
        ensure!(code == Some(said), "fifty minutes at {start}: {answer:?}");
    }
    ensure!(places()? == before, "nothing of it is kept");
    let answer = holds(&servers[1], &house.office, &[("ausweis", 2)], twenty_past).await?;
    let Ok(hold) = answer else { bail!("forty minutes at 8:20: {answer:?}") };
    ensure!((hold.minutes, places()? - before) == (40, 40 / 5), "{hold:?}");
    Ok(())
}

/// Fifty minutes with two services, which no counter has both: the first at one of two counters, then the second at the
/// third.
const PAIR: &[(&str, u8)] = &[("ausweis", 1), ("fuehrerschein", 1)];
/// Half an hour that is in the way of every pair's second service.
const ALONE: &[(&str, u8)] = &[("fuehrerschein", 1)];

/// Many want two services at times that overlap, some want one of them in the middle, at three servers at once: whoever
/// gets a time has all of it, nobody has a part, and nothing is left over from who got none.
#[tokio::test(flavor = "multi_thread")]
async fn several_services_are_had_whole_or_not_at_all() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let mut text = std::fs::read_to_string(office("rush.toml"))?;
    for (counter, service) in [("1", "ausweis"), ("2", "fuehrerschein"), ("3", "ausweis")] {
        let name = format!("name = {{ de = \"Platz {counter}\" }}\n");
        ensure!(text.contains(&name));
        text = text.replace(&name, &format!("{name}services = [\"{service}\"]\n"));
    }
    let file = folder.path().join("pairs.toml");
    std::fs::write(&file, text)?;
    let (house, _beside, servers) = city(folder.path(), &file).await?;

    // Tuesday: pairs alone, at eight and five and ten minutes later. The first service has room for two, the second for one.
    let pairs = (0..150).map(|rival| (PAIR, at(EIGHT) + TimeDelta::minutes(5 * (rival / 3 % 3))));
    let (won, turned_away) = race(&servers, &house.office, pairs).await?;
    ensure!(won.len() == 1 && won[0].minutes == 50, "{won:?}");
    ensure!(!turned_away.contains(&0), "{turned_away:?}");
    are_whole(&house, &won, 0)?;
    for hold in &won {
        let booked = house.confirm(hold).await?;
        ensure!(booked.minutes == 50 && booked.services.len() == 2, "{booked:?}");
    }
    let mut places = are_whole(&house, &won, 0)?;
    ensure!(places == (20 + 30) / 5);

    // From Wednesday on some want half an hour in the middle of every pair.
    for day in 1..4 {
        let eight = at(EIGHT) + TimeDelta::days(day);
        let mixed = (0..90).map(|rival| match rival / 3 % 3 {
            0 => (PAIR, eight),
            1 => (PAIR, eight + TimeDelta::minutes(10)),
            _ => (ALONE, eight + TimeDelta::minutes(25)),
        });
        let (won, _) = race(&servers, &house.office, mixed).await?;
        ensure!(won.len() == 1, "{won:?}");
        places += are_whole(&house, &won, places)?;
    }
    Ok(())
}

/// How many places these have who won, beside so many of others: as many as their minutes need, each all of its own.
fn are_whole(house: &House, won: &[Hold], others: i64) -> Result<i64> {
    let needed = won.iter().map(|hold| i64::from(hold.minutes) / 5).sum::<i64>();
    let places = house.booked("select count(*) from place")?;
    ensure!(places == others + needed, "{places} places, {needed} of them needed by {won:?}");
    let parts = "select count(*) from booking
        where minutes <> 5 * (select count(*) from place where place.booking = booking.id)";
    ensure!(house.booked(parts)? == 0, "somebody has a part of a time");
    Ok(needed)
}
