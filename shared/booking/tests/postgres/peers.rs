//! Several servers on one database, and a database that goes away and comes back.

use crate::feed::report;
use crate::mail_server::MailServer;
use crate::outbox::sending;
use crate::people::id;
use crate::phones::{Phone, Ticket};
use crate::staff::signed_on;
use crate::support::{self, EIGHT, MONDAY, OFFICE, Server, kind};
use crate::waiting::{self, Waiting};
use foyer_protocol::booking::Hold;
use foyer_protocol::problem::Problem;
use serde_json::{Value, json};
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::watch;

const NINE: &str = "2026-11-23T08:00:00Z";

/// Some servers on one database with the example office.
async fn servers(count: usize) -> Vec<Server> {
    let first = Server::start().await;
    let folder = Arc::clone(&first.folder);
    let mut servers = vec![first];
    while servers.len() < count {
        servers.push(Server::on(Arc::clone(&folder), MONDAY).await);
    }
    servers
}

/// How many starts a server offers on Monday, by its own picture in memory.
async fn offered(server: &Server) -> usize {
    server.free("reisepass", MONDAY, "2026-11-24T05:30:00Z").await.starts.len()
}

/// Asks until the answer is right.
async fn until<T: PartialEq>(right: T, mut ask: impl AsyncFnMut() -> T) {
    support::until("the right answer", async || (ask().await == right).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_server_does_the_others_show() {
    let servers = servers(3).await;
    let [first, second, third] = &servers[..] else { unreachable!() };
    let free = offered(second).await;
    for _ in 0..3 {
        first.book("reisepass", EIGHT).await;
    }
    // The half hour around it is gone everywhere, and given back everywhere.
    until(free - 2, async || offered(second).await).await;
    let other = second.book("reisepass", NINE).await;
    first.cancel(other.secret, &other.pin.clone().unwrap()).await.unwrap();
    until(free - 2, async || offered(third).await).await;
    assert_eq!(kind(third.hold("reisepass", EIGHT).await), "slot_taken");
    // A new revision is in force on all.
    let closed = OFFICE.replace("date = \"2026-12-24\"", "date = \"2026-11-23\"");
    first.folder.import(MONDAY, &closed).await.unwrap();
    until(0, async || offered(third).await).await;
    for server in servers {
        server.stop().await;
    }
}

/// Two servers look into one outbox: each letter goes out once.
#[tokio::test(flavor = "multi_thread")]
async fn each_letter_is_sent_by_one_server() {
    let mails = MailServer::start().unwrap();
    let first = sending(mails.port).await;
    let second = Server::on(Arc::clone(&first.folder), MONDAY).await;
    let servers = [first, second];
    for minutes in 0..18 {
        let start = format!("2026-11-25T{:02}:{:02}:00Z", 8 + minutes / 6, minutes % 6 * 10);
        servers[minutes % 2].book("fuehrungszeugnis", &start).await;
    }
    until(18, async || mails.mails().unwrap().len()).await;
    let sent = "select count(*) from letter where sent_at is not null";
    until(18, async || servers[0].folder.kept.number(sent)).await;
    assert_eq!(mails.mails().unwrap().len(), 18);
    for server in servers {
        server.stop().await;
    }
}

/// Fifty wait, put on the list by two servers; one of these frees a place, and one of the fifty is told, once.
#[tokio::test(flavor = "multi_thread")]
async fn one_of_fifty_who_wait_is_offered_a_place() {
    let mails = MailServer::start().unwrap();
    let first = waiting::server(mails.port, waiting::NINE).await;
    let second = Server::on(Arc::clone(&first.folder), waiting::NINE).await;
    let booking = first.book("reisepass", waiting::WEDNESDAY).await;
    let servers = [first, second];
    for number in 0..50 {
        let email = format!("w{number}@example.org");
        Waiting::this_week(&email).signs_up(&servers[number % 2]).await;
    }
    waiting::cancel(&servers[1], &booking).await;
    let kept = &servers[0].folder.kept;
    assert_eq!((kept.number(waiting::HELD), kept.number(waiting::OFFERS)), (1, 1));
    until(1, async || waiting::mails_with(&mails, "Eine Zeit ist frei geworden").len()).await;
    for server in servers {
        server.stop().await;
    }
    assert_eq!(waiting::mails_with(&mails, "Eine Zeit ist frei geworden").len(), 1);
}

/// A mail server that accepts a mail when it is told to. It says when it has one, and when a connection is over.
struct Gate {
    accept: Arc<tokio::sync::Semaphore>,
    mails: watch::Sender<u32>,
    ended: watch::Sender<u32>,
}

impl Gate {
    fn start() -> (Self, u16) {
        let gate = Self {
            accept: Arc::new(tokio::sync::Semaphore::new(0)),
            mails: watch::Sender::new(0),
            ended: watch::Sender::new(0),
        };
        let (accept, mails, ended) = (Arc::clone(&gate.accept), gate.mails.clone(), gate.ended.clone());
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        listener.set_nonblocking(true).unwrap();
        let listener = tokio::net::TcpListener::from_std(listener).unwrap();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (accept, mails, ended) = (Arc::clone(&accept), mails.clone(), ended.clone());
                tokio::spawn(async move {
                    // A connection that breaks is over, too.
                    let _ = talk(BufReader::new(stream), &accept, &mails).await;
                    ended.send_modify(|count| *count += 1);
                });
            }
        });
        (gate, port)
    }
}

async fn talk(
    mut stream: BufReader<TcpStream>,
    accept: &tokio::sync::Semaphore,
    mails: &watch::Sender<u32>,
) -> std::io::Result<()> {
    stream.write_all(b"220 hello\r\n").await?;
    let (mut line, mut is_content) = (String::new(), false);
    while stream.read_line(&mut line).await? > 0 {
        match line.trim_end() {
            "." => {
                mails.send_modify(|count| *count += 1);
                accept.acquire().await.unwrap().forget();
                is_content = false;
                stream.write_all(b"250 taken\r\n").await?;
            }
            _ if is_content => {}
            "DATA" => {
                is_content = true;
                stream.write_all(b"354 go on\r\n").await?;
            }
            _ => stream.write_all(b"250 well\r\n").await?,
        }
        line.clear();
    }
    Ok(())
}

/// The mail server has taken a letter over just when the database was away: nobody gets it twice.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_accepted_while_the_database_was_away_is_not_sent_again() {
    let (gate, port) = Gate::start();
    let server = sending(port).await;
    server.book("reisepass", EIGHT).await;
    gate.mails.subscribe().wait_for(|count| *count == 1).await.unwrap();
    let kept = &server.folder.kept;
    kept.let_in(false);
    gate.accept.add_permits(1);
    gate.ended.subscribe().wait_for(|count| *count == 1).await.unwrap();
    kept.let_in(true);
    let sent = "select count(*) from letter where sent_at is not null";
    until(1, async || kept.number(sent)).await;
    gate.accept.add_permits(1);
    until(true, async || server.hold("reisepass", NINE).await.is_ok()).await;
    server.book("ummeldung", NINE).await;
    until(2, async || kept.number(sent)).await;
    assert_eq!(*gate.mails.borrow(), 2);
    server.stop().await;
}

/// A thousand want the last place at once, from three servers: one gets it, and nobody sees an error.
#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_rivals_and_one_place() {
    let servers = servers(3).await;
    servers[0].book("reisepass", EIGHT).await;
    servers[1].book("reisepass", EIGHT).await;
    let servers = Arc::new(servers);
    let rivals: Vec<_> = (0..1_000)
        .map(|rival| {
            let servers = Arc::clone(&servers);
            tokio::spawn(async move { servers[rival % 3].hold("reisepass", EIGHT).await })
        })
        .collect();
    let mut won = 0;
    for rival in rivals {
        match rival.await.unwrap() {
            Ok(Hold { .. }) => won += 1,
            Err(problem) => assert_eq!((problem.status, problem.code()), (409, "slot_taken")),
        }
    }
    assert_eq!(won, 1);
    let kept = &servers[0].folder.kept;
    assert_eq!(kept.number("select count(*) from booking where state = 'held'"), 1);
    assert_eq!(kept.number("select count(*) from place"), 3 * 4, "twenty minutes each");
}

/// Two take each other's right away at the same moment, each at another server, and whatever the database is set to:
/// one of them stays.
#[tokio::test(flavor = "multi_thread")]
async fn two_who_remove_each_other_at_two_servers_leave_one() {
    let first = Server::start().await;
    let folder = Arc::clone(&first.folder);
    let isolation = "do $$ begin execute format('alter database %I set default_transaction_isolation = %L',
        current_database(), 'repeatable read'); end $$";
    folder.kept.execute(isolation).unwrap();
    let (one, other) = (Server::on(folder.clone(), MONDAY).await, Server::on(folder.clone(), MONDAY).await);
    let mut alex = signed_on(&one, "Alex Beispiel", "administrator").await;
    let mut robin = signed_on(&other, "Robin Beispiel", "administrator").await;
    let robins = id(&alex.get("/staff/people").await.2, "Robin Beispiel");
    let alexs = id(&robin.get("/staff/people").await.2, "Alex Beispiel");
    // Both have begun to write before either has written.
    let connection = folder.kept.connection();
    let (holds, held) = std::sync::mpsc::channel();
    let (release, released) = std::sync::mpsc::channel();
    let guard = std::thread::spawn(move || {
        let mut client = postgres::Client::connect(&connection, postgres::NoTls).unwrap();
        client.batch_execute("set default_transaction_isolation = 'read committed'").unwrap();
        client.batch_execute("select pg_advisory_lock(x'666f796572'::bigint)").unwrap();
        holds.send(()).unwrap();
        // Also when the test has failed and nobody says so any more.
        let _ = released.recv();
    });
    held.recv().unwrap();
    let waiting = "select count(*) from pg_locks join pg_database on pg_database.oid = database
        where datname = current_database() and locktype = 'advisory' and not granted";
    let both_wait = async {
        until(2, async || folder.kept.number(waiting)).await;
        release.send(()).unwrap();
    };
    let (at_robin, at_alex) = ([("person", &*robins)], [("person", &*alexs)]);
    tokio::join!(
        alex.post("/staff/people/removals", &at_robin),
        robin.post("/staff/people/removals", &at_alex),
        both_wait,
    );
    guard.join().unwrap();
    let left = "select count(*) from staff where role = 'administrator' and removed_at is null";
    assert_eq!(folder.kept.number(left), 1);
    for server in [first, one, other] {
        server.stop().await;
    }
}

/// The lobby tells one server, the phone follows another one.
#[tokio::test(flavor = "multi_thread")]
async fn a_phone_follows_what_another_server_was_told() {
    let servers = servers(2).await;
    let lobby = servers[0].link().await;
    let ticket = Ticket::new();
    report(&servers[0], &lobby, json!([ticket.told(1, EIGHT, "waiting")])).await;
    let mut phone = Phone::open(&servers[1], &ticket, "de").await;
    let positions =
        json!({ "as_of": EIGHT, "of": [{ "secret_hash": ticket.hash, "ahead": 7, "wait": null }] });
    let told =
        servers[0].http.post(format!("{}/api/v1/positions", servers[0].base)).bearer_auth(&lobby.token);
    assert!(told.json(&positions).send().await.unwrap().status().is_success());
    phone.until("7").await;
    report(&servers[0], &lobby, json!([ticket.called(2, 1)])).await;
    phone.until("Schalter 3").await;
    drop(phone);
    for server in servers {
        server.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_goes_away_and_returns() {
    let server = Server::start().await;
    let before = server.hold("reisepass", EIGHT).await.unwrap();
    server.folder.kept.let_in(false);
    let problem = server.hold("reisepass", NINE).await.unwrap_err();
    assert_eq!((problem.status, problem.code()), (503, "storage_unavailable"));
    let page =
        server.http.get(format!("{}/api/v1/bookings/{}", server.base, before.hold)).send().await.unwrap();
    assert_eq!(page.headers()["retry-after"], "5");
    // Reading is refused in the same way, and what is in memory is still shown.
    let view: Result<Value, Problem> = server.get(&format!("/api/v1/bookings/{}", before.hold)).await;
    assert_eq!(view.unwrap_err().status, 503);
    assert!(offered(&server).await > 0);
    server.folder.kept.let_in(true);
    until(true, async || server.hold("reisepass", NINE).await.is_ok()).await;
    server.confirm(before.hold).await.unwrap();
    server.stop().await;
}

/// A backup that runs for hours keeps no name of anybody in the tables' files.
#[tokio::test(flavor = "multi_thread")]
async fn who_cancels_is_forgotten_while_somebody_else_looks() {
    let server = Server::start().await;
    let booking = server.book("reisepass", EIGHT).await;
    let connection = server.folder.kept.connection();
    let (looks, looking) = std::sync::mpsc::channel();
    let (over, ends) = std::sync::mpsc::channel::<()>();
    let backup = std::thread::spawn(move || {
        let mut client = postgres::Client::connect(&connection, postgres::NoTls).unwrap();
        client.batch_execute("begin isolation level repeatable read; select 1 from office").unwrap();
        looks.send(()).unwrap();
        ends.recv().unwrap_err();
    });
    looking.recv().unwrap();
    server.cancel(booking.secret, &booking.pin.clone().unwrap()).await.unwrap();
    until(0, async || server.folder.kept.count_in_files(b"Erika Mustermann")).await;
    drop(over);
    backup.join().unwrap();
    server.stop().await;
}

/// A server whose database fails it just when it wants to know what another one did knows it afterwards.
#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_read_is_taken_over_later() {
    let first = Server::start().await;
    let booking = first.book("reisepass", EIGHT).await;
    first.book("reisepass", EIGHT).await;
    first.book("reisepass", EIGHT).await;
    let kept = &first.folder.kept;
    // From here on whoever connects anew reads what others did through a view that can be broken.
    for sql in [
        "alter table effect rename to effect_kept",
        "create table broken (is_broken boolean)",
        "create view effect as select seq,
            case when exists (select from broken) then (1 / (seq - seq))::text else body end as body
            from effect_kept",
        "create rule keep as on insert to effect do instead insert into effect_kept values (new.seq, new.body)",
    ] {
        kept.execute(sql).unwrap();
    }
    let second = Server::on(Arc::clone(&first.folder), MONDAY).await;
    assert_eq!(kind(second.hold("reisepass", EIGHT).await), "slot_taken");
    kept.execute("insert into broken values (true)").unwrap();
    first.cancel(booking.secret, &booking.pin.clone().unwrap()).await.unwrap();
    // It has tried and failed: who writes has to know first what others did.
    until("storage_unavailable".to_owned(), async || kind(second.hold("reisepass", NINE).await)).await;
    kept.execute("delete from broken").unwrap();
    until(true, async || second.hold("reisepass", EIGHT).await.is_ok()).await;
    first.stop().await;
    second.stop().await;
}
