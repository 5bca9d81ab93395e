//! Counters, contingents and releases, over HTTP.

use crate::staff::signed_on;
use crate::support::{EIGHT, MONDAY, OFFICE, Server, at, kind};
use foyer_protocol::booking::Hold;
use foyer_protocol::problem::Problem;
use serde_json::{Value, json};
use uuid::Uuid;

/// The example with another plan.
pub fn with_plan(plan: &str) -> String {
    let (before, rest) = OFFICE.split_once("# The plan:").unwrap();
    let (_, after) = rest.split_once("# Announced closures").unwrap();
    format!("{before}{plan}\n# Announced closures{after}")
}

/// A row of a Monday morning.
pub fn row(keys: &str) -> String {
    format!("[[hours]]\nweekdays = [\"Mon\"]\nfrom = \"08:00:00\"\nto = \"10:00:00\"\n{keys}\n")
}

async fn hold(server: &Server, services: &[(&str, u8)], start: &str) -> Result<Hold, Problem> {
    let services: Vec<Value> = services
        .iter()
        .map(|(service, quantity)| json!({ "service": service, "quantity": quantity }))
        .collect();
    let body = json!({ "services": services, "start": start });
    server.post("/api/v1/offices/musterstadt/holds", Uuid::new_v4(), body).await
}

const BOTH: [(&str, u8); 2] = [("personalausweis", 1), ("parkausweis", 1)];

#[tokio::test]
async fn services_of_two_counters_take_both_or_nothing() {
    let server = Server::with_office(MONDAY, &with_plan(&row("counters = [\"1\", \"4\"]"))).await;
    // Counter 4 is taken from 08:10 to 08:20, in which the second part of 08:00 would begin.
    let taken = hold(&server, &[("fuehrerschein", 1)], "2026-11-23T07:10:00Z").await.unwrap();
    assert_eq!(kind(hold(&server, &BOTH, EIGHT).await), "slot_taken");
    let identity = hold(&server, &BOTH[..1], EIGHT).await.unwrap();
    assert_eq!(identity.minutes, 15, "nothing was left behind at counter 1");
    assert_eq!(
        kind(hold(&server, &BOTH[..1], EIGHT).await),
        "slot_taken",
        "counter 4 is free and cannot do it"
    );
    let both = hold(&server, &BOTH, "2026-11-23T07:20:00Z").await.unwrap();
    assert_eq!(both.minutes, 25);
    let free = server.free("personalausweis,parkausweis", MONDAY, "2026-11-23T23:00:00Z").await;
    assert_eq!(free.starts[0], at("2026-11-23T07:40:00Z"), "counter 1 is free from 08:35 on");
    let booking = server.confirm(both.hold).await.unwrap();
    server.cancel(booking.secret, booking.pin.as_ref().unwrap()).await.unwrap();
    let free = server.free("personalausweis,parkausweis", MONDAY, "2026-11-23T23:00:00Z").await;
    assert_eq!(free.starts[0], at("2026-11-23T07:20:00Z"), "both are given back");
    assert_eq!(taken.minutes, 10);
    server.stop().await;
}

#[tokio::test]
async fn a_contingent_is_not_for_everybody_before_its_release() {
    let release = "release = { days_before = 0, at = \"07:00:00\" }";
    let plan = [
        row("places = 1"),
        row("places = 1\nkeep = \"emergency\""),
        row(&format!("counters = [\"4\"]\nkeep = \"staff\"\n{release}")),
    ];
    let server = Server::with_office(MONDAY, &with_plan(&plan.concat())).await;
    let park = [("parkausweis", 1)];
    let times = "/musterstadt/times?services=parkausweis:1";
    let (_, page) = server.page(times).await;
    assert!(page.contains("Weitere Zeiten gibt es hier ab: Montag, 23. November 2026, 07:00"), "{page}");
    let (_, page) = server.page("/musterstadt/times?services=reisepass:1").await;
    assert!(!page.contains("Weitere Zeiten"), "counter 4 does not serve it: {page}");
    hold(&server, &park, EIGHT).await.unwrap();
    assert_eq!(kind(hold(&server, &park, EIGHT).await), "slot_taken");
    // Seven o'clock in Berlin: what was kept for staff is there for everybody, what is for emergencies is not.
    let server = server.again_at("2026-11-23T05:59:59Z").await;
    hold(&server, &park, EIGHT).await.unwrap();
    assert_eq!(kind(hold(&server, &park, EIGHT).await), "slot_taken");
    let server = server.again_at("2026-11-23T06:00:00Z").await;
    hold(&server, &park, EIGHT).await.unwrap();
    assert_eq!(kind(hold(&server, &park, EIGHT).await), "slot_taken");
    server.stop().await;
}

#[tokio::test]
async fn notice_number_and_company_of_services_are_kept() {
    let office = OFFICE.replacen("notice_minutes = 0", "notice_minutes = 110", 1);
    let office = office.replacen("id = \"reisepass\"", "id = \"reisepass\"\nmost = 2\nalone = true", 1);
    let server = Server::with_office(MONDAY, &office).await;
    assert_eq!(kind(hold(&server, &[("reisepass", 3)], EIGHT).await), "too_many");
    assert_eq!(kind(hold(&server, &[("reisepass", 1), ("parkausweis", 1)], EIGHT).await), "not_together");
    assert_eq!(kind(hold(&server, &[("reisepass", 2)], EIGHT).await), "time_not_offered");
    let free = server.free("reisepass", MONDAY, "2026-11-23T23:00:00Z").await;
    assert_eq!(free.starts[0], at("2026-11-23T07:30:00Z"), "110 minutes from 06:30 on");
    let (status, page) = server.page("/musterstadt/times?services=reisepass:1,parkausweis:1").await;
    assert!(
        status == 422 && page.contains("und „Bewohnerparkausweis“ gehen nicht in einem Termin"),
        "{status} {page}"
    );
    server.stop().await;
}

#[tokio::test]
async fn holidays_are_closed() {
    let server = Server::start().await;
    let free = server.free("reisepass", "2026-12-23T00:00:00Z", "2026-12-28T23:00:00Z").await;
    let days: std::collections::BTreeSet<_> =
        free.starts.iter().map(|start| start.date_naive().to_string()).collect();
    assert_eq!(days.into_iter().collect::<Vec<_>>(), ["2026-12-23", "2026-12-28"]);
    server.stop().await;
}

/// Whoever stood in a lane that a new plan does not have keeps the appointment, and has the room of one that it has.
#[tokio::test]
async fn a_smaller_plan_counts_who_lost_their_lane() {
    let server = Server::with_office(MONDAY, &with_plan(&row("places = 3"))).await;
    let first = server.book("reisepass", EIGHT).await;
    server.book("reisepass", EIGHT).await;
    server.book("reisepass", EIGHT).await;
    server.cancel(first.secret, first.pin.as_ref().unwrap()).await.unwrap();
    let folder = server.stop().await;
    // Who stood in the third place finds the first one free.
    let said = folder.import(MONDAY, &with_plan(&row("places = 2"))).await.unwrap();
    assert!(!said.contains("stand at counters or places"), "{said}");
    let said = folder.import(MONDAY, &with_plan(&row("counters = [\"3\"]"))).await.unwrap();
    assert!(said.contains("\n1 bookings stand at counters or places"), "{said}");
    let server = Server::on(folder, MONDAY).await;
    assert_eq!(kind(server.hold("reisepass", EIGHT).await), "slot_taken");
    let slot = at(EIGHT).timestamp() / 300;
    let booking = server.folder.kept.number("select max(booking) from place");
    let sql = format!(
        "insert into place (office, slot, lane, booking) values ('musterstadt', {slot}, '3', {booking})"
    );
    assert_eq!(
        server.folder.kept.execute(&sql).unwrap_err(),
        "place_within_capacity",
        "open, and beyond capacity"
    );
    server.hold("reisepass", "2026-11-23T07:20:00Z").await.unwrap();
    server.stop().await;
}

/// At the telephone what is kept for staff is there, and what is kept for emergencies if it is one.
#[tokio::test]
async fn staff_have_their_contingent_and_emergencies_theirs() {
    let plan =
        [row("places = 1"), row("places = 1\nkeep = \"staff\""), row("places = 1\nkeep = \"emergency\"")];
    let server = Server::with_office(MONDAY, &with_plan(&plan.concat())).await;
    server.book("parkausweis", EIGHT).await;
    assert_eq!(kind(server.hold("parkausweis", EIGHT).await), "slot_taken");
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let book = "/staff/offices/musterstadt/book";
    let asked = format!("{book}?q-parkausweis=1&from=2026-11-23");
    let eight = format!("value=\"{EIGHT}\"");
    let form = |nonce: Uuid| {
        let nonce = nonce.to_string();
        [
            ("services", "parkausweis:1".to_owned()),
            ("from", "2026-11-23".to_owned()),
            ("start", EIGHT.to_owned()),
            ("nonce", nonce),
            ("language", "de".to_owned()),
        ]
    };
    let press = async |clerk: &mut crate::staff::Browser<'_>, emergency: bool| {
        let fields = form(Uuid::new_v4());
        let mut fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.extend(emergency.then_some(("emergency", "yes")));
        clerk.post(book, &fields).await
    };
    assert!(clerk.get(&asked).await.2.contains(&eight));
    assert_eq!(press(&mut clerk, false).await.0, 201);
    assert!(!clerk.get(&asked).await.2.contains(&eight), "nothing of the emergencies’");
    assert!(press(&mut clerk, false).await.2.contains("gerade"), "and it is not given away");
    let (_, _, page) = clerk.get(&format!("{asked}&emergency=yes")).await;
    assert!(page.contains(&eight) && page.contains("name=\"emergency\" value=\"yes\" checked"), "{page}");
    assert_eq!(press(&mut clerk, true).await.0, 201);
    assert!(!clerk.get(&format!("{asked}&emergency=yes")).await.2.contains(&eight));
    server.stop().await;
}
