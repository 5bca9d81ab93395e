//! Figures: what lobbies tell of visits and what became of bookings, computed by hand.

use crate::feed::report;
use crate::others::token;
use crate::staff::{hidden, signed_on};
use crate::support::{EIGHT, MONDAY, OFFICE, Server, answer, kind, north, until};
use calamine::{Data, Reader, Xlsx};
use foyer_protocol::feed::Linked;
use foyer_protocol::problem::Problem;
use reqwest::StatusCode;
use serde_json::{Value, json};

/// The morning after, before opening.
const TUESDAY: &str = "2026-11-24T05:30:00Z";
/// When all that is older than 90 days is gone.
const LATER: &str = "2027-03-01T05:30:00Z";
const THAT_DAY: &str = "from=2026-11-23&to=2026-11-23";

/// A visit of that Monday that was served: minutes after nine of check-in and call, how long it took, the service.
struct Served(u64, u64, u64, u64, &'static str);

/// The moment so many minutes after nine in the morning.
fn after_nine(minutes: u64) -> String {
    format!("2026-11-23T{:02}:{:02}:00Z", 8 + minutes / 60, minutes % 60)
}

impl Served {
    fn told(&self, with_appointment: bool) -> Value {
        let Self(visit, arrived, called, minutes, service) = self;
        let mut told = json!({ "id": 1000 + visit, "at": after_nine(called + minutes), "report": "visit",
            "visit": visit, "end": "finished", "services": [{ "service": service, "quantity": 1 }],
            "arrived": after_nine(*arrived), "called": after_nine(*called), "begun": after_nine(*called),
            "served_s": minutes * 60, "expected_s": 300, "told": { "from_minutes": 5, "to_minutes": 10 } });
        if with_appointment {
            told["start"] = json!(after_nine(*arrived));
        }
        told
    }
}

/// The third did not come, it was said; that was put right, and what came about last counts.
fn mis_click() -> Value {
    let mut told = Served(3, 0, 3, 12, "reisepass").told(true);
    told["end"] = json!("no_show");
    told["at"] = json!(after_nine(4));
    told
}

/// Six with an appointment waited 1 to 6 minutes and took 10 to 15, five without waited 10 to 50 and took 5; one was still
/// there in the evening.
async fn tell(server: &Server, lobby: &Linked) {
    let with = (1..=6).map(|n| Served(n, 0, n, 9 + n, "reisepass").told(true));
    let without = (1..=5).map(|n| Served(10 + n, 60, 60 + 10 * n, 5, "personalausweis").told(false));
    let mut all: Vec<Value> = with.chain(without).collect();
    all.insert(0, mis_click());
    all.push(
        json!({ "id": 2000, "at": "2026-11-23T17:00:00Z", "report": "visit", "visit": 30, "end": "unserved",
        "services": [{ "service": "ummeldung", "quantity": 1 }, { "service": "parkausweis", "quantity": 1 }],
        "arrived": "2026-11-23T14:30:00Z", "served_s": 0 }),
    );
    report(server, lobby, json!(all)).await;
}

async fn figures(server: &Server, token: &str, query: &str) -> Result<Value, Problem> {
    let request = server.http.get(format!("{}/api/v1/statistics?{query}", server.base)).bearer_auth(token);
    answer(request.send().await.unwrap()).await
}

fn group<'a>(all: &'a Value, by: &str, of: &str) -> &'a Value {
    let groups = all[by].as_array().unwrap();
    groups.iter().find(|group| group["of"] == of).unwrap_or_else(|| panic!("{by} {of}: {all:#}"))
}

#[tokio::test]
async fn visits_are_counted_once_and_their_times_are_those_computed_by_hand() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let token = token(&server, &["--right", "statistics"]).await;
    let nothing = figures(&server, &token, THAT_DAY).await.unwrap();
    assert_eq!((&nothing["total"]["visits"]["ended"], &nothing["by_day"]), (&json!(0), &json!([])));
    tell(&server, &lobby).await;
    let once = figures(&server, &token, THAT_DAY).await.unwrap();
    tell(&server, &lobby).await;
    report(&server, &lobby, json!([mis_click()])).await;
    assert_eq!(figures(&server, &token, THAT_DAY).await.unwrap(), once, "told twice, counted once");

    let total = &once["total"];
    let ends = |of: &Value| ["ended", "served", "no_shows", "unserved"].map(|end| of[end].as_u64().unwrap());
    assert_eq!(ends(&total["visits"]), [12, 11, 0, 1]);
    assert_eq!(ends(&total["with_appointment"]), [6, 6, 0, 0]);
    // Waits in minutes: 1 2 3 4 5 6 10 20 30 40 50, together 171.
    let wait = json!({ "count": 11, "mean_s": 171 * 60 / 11, "p50_minutes": 6, "p90_minutes": 40, "p95_minutes": 50 });
    assert_eq!(total["visits"]["wait"], wait);
    let with = json!({ "count": 6, "mean_s": 210, "p50_minutes": 3, "p90_minutes": 6, "p95_minutes": 6 });
    assert_eq!(total["with_appointment"]["wait"], with);
    // Took: 5 times 5, then 10 to 15.
    assert_eq!(total["visits"]["service_time"]["p50_minutes"], 10);
    assert_eq!(total["without_appointment"]["service_time"]["mean_s"], 300);
    // Told 5: off by 4 3 2 1 0 1 and 5 15 25 35 45, together 136; within 5 to 10 were 5, 6 and 10.
    let estimates = &total["visits"]["estimates"];
    assert_eq!(estimates["mean_error_s"], json!(136 * 60 / 11));
    assert_eq!((&estimates["p90_error_minutes"], &estimates["within_percent"]), (&json!(35), &json!(27)));
    // All minutes waited less all that were told, of eleven.
    assert_eq!(estimates["bias_s"], json!((171 - 55) * 60 / 11));

    assert_eq!(group(&once, "by_service", "reisepass")["visits"]["service_time"]["p90_minutes"], 15);
    let few = &group(&once, "by_service", "ummeldung")["visits"];
    assert_eq!((&few["ended"], &few["wait"]), (&json!(1), &Value::Null), "of so few nothing more is said");
    assert_eq!(group(&once, "by_hour", "09")["visits"]["ended"], 6, "the office's hours");
    assert_eq!(group(&once, "by_hour", "10")["visits"]["ended"], 5);
    assert_eq!(group(&once, "by_hour", "15")["visits"]["ended"], 1);
    let one = figures(&server, &token, &format!("{THAT_DAY}&service=personalausweis")).await.unwrap();
    assert_eq!(one["total"]["visits"]["ended"], 5);
    let before = figures(&server, &token, "from=2026-11-01&to=2026-11-22").await.unwrap();
    assert_eq!(before["total"]["visits"]["ended"], 0);
    server.stop().await;
}

#[tokio::test]
async fn bookings_count_when_their_day_is_over_and_the_sums_outlive_them() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let token = token(&server, &["--right", "statistics"]).await;
    let nine = "2026-11-23T08:00:00Z";
    let came = server.book("reisepass", EIGHT).await;
    server.book("reisepass", EIGHT).await;
    let given_up = server.book("reisepass", EIGHT).await;
    server.cancel(given_up.secret, &given_up.pin.unwrap()).await.unwrap();
    let moved = server.book("personalausweis", "2026-11-24T08:00:00Z").await;
    server.move_to(moved.secret, &moved.pin.unwrap(), nine).await.unwrap();
    let withdrawn = server.book("reisepass", nine).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let page = format!("/staff/bookings/{}", withdrawn.booking);
    let (_, _, text) = clerk.get(&page).await;
    let press = [("nonce", &*hidden(&text, "nonce")), ("reason", "illness")];
    assert_eq!(clerk.post(&format!("{page}/cancel"), &press).await.0, StatusCode::SEE_OTHER);
    server.hold("reisepass", nine).await.unwrap();
    // Of its twenty minutes ten lie before ten o'clock.
    server.book("reisepass", "2026-11-23T08:50:00Z").await;
    let told = |id: u64, booking: &str, state: &str| {
        json!({ "id": id, "at": EIGHT, "report": "booking", "booking": booking, "state": state,
            "confirmed_by_presence": false, "replaced": false })
    };
    let came = told(1, &came.booking.to_string(), "finished");
    report(&server, &lobby, json!([came, told(2, &moved.booking.to_string(), "no_show")])).await;
    tell(&server, &lobby).await;
    let today = figures(&server, &token, THAT_DAY).await.unwrap();
    assert_eq!(
        (&today["total"]["bookings"]["stood"], &today["total"]["visits"]["ended"]),
        (&json!(0), &json!(12))
    );

    let server = server.again_at(TUESDAY).await;
    let all = figures(&server, &token, THAT_DAY).await.unwrap();
    let expected = json!({
        "stood": 4, "came": 1, "late": 0, "no_shows": 3, "no_show_percent": 75, "unknown": 0, "cancelled": 1,
        "cancelled_by_office": 1, "expired": 1, "moves": 1, "moves_by_office": 0, "booked_minutes": 75,
        // Three places from eight to twelve and from one to four.
        "offered_minutes": 1260, "use_percent": 6,
    });
    assert_eq!(all["total"]["bookings"], expected);
    for (hour, booked) in [("08", 40), ("09", 25), ("10", 10)] {
        let of = &group(&all, "by_hour", hour)["bookings"];
        assert_eq!((&of["booked_minutes"], &of["offered_minutes"]), (&json!(booked), &json!(180)), "{hour}");
    }
    let passports = &group(&all, "by_service", "reisepass")["bookings"];
    assert_eq!((&passports["stood"], &passports["use_percent"]), (&json!(3), &Value::Null));

    // The plan that comes later is not that day's, and after 90 days nothing of a single visit is left.
    server.folder.import(TUESDAY, &OFFICE.replace("places = 3", "places = 1")).await.unwrap();
    let server = server.again_at(LATER).await;
    for table in ["ended_visit", "booking", "report"] {
        assert_eq!(server.folder.kept.number(&format!("select count(*) from {table}")), 0, "{table}");
    }
    assert_eq!(figures(&server, &token, THAT_DAY).await.unwrap(), all);
    // What is kept of a service has no hour any more, and what of an hour no service.
    let both = "select count(*) from visit_sum where hour < 24 and service <> '*'";
    assert_eq!(server.folder.kept.number(both), 0);
    let one = figures(&server, &token, &format!("{THAT_DAY}&service=personalausweis")).await.unwrap();
    assert_eq!(
        (&one["total"]["visits"]["ended"], &one["by_hour"][0]["visits"]["ended"]),
        (&json!(5), &json!(0))
    );
    server.stop().await;
}

#[tokio::test]
async fn where_no_lobby_told_anything_nobody_is_a_no_show() {
    let server = Server::start().await;
    let token = token(&server, &["--right", "statistics"]).await;
    server.book("reisepass", EIGHT).await;
    let server = server.again_at(TUESDAY).await;
    let of = figures(&server, &token, THAT_DAY).await.unwrap()["total"]["bookings"].clone();
    let known = ["stood", "no_shows", "unknown", "no_show_percent"].map(|name| of[name].clone());
    assert_eq!(known, [json!(1), json!(0), json!(1), Value::Null]);
    let mut chief = signed_on(&server, "Alex Beispiel", "supervisor").await;
    let (_, _, text) = chief.get(&format!("/staff/statistics?{THAT_DAY}")).await;
    assert!(text.contains("Bei einem Termin ist nicht bekannt, ob jemand kam"), "{text}");
    server.stop().await;
}

#[tokio::test]
async fn a_supervisor_reads_them_and_takes_them_along() {
    let office = OFFICE.replace("de = \"Reisepass beantragen\"", "de = \"=HYPERLINK(1)\"");
    let server = Server::with_office(MONDAY, &office).await;
    let lobby = server.link().await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let page = format!("/staff/statistics?{THAT_DAY}");
    for path in [
        page.clone(),
        format!("/staff/statistics.csv?{THAT_DAY}"),
        format!("/staff/statistics.xlsx?{THAT_DAY}"),
    ] {
        assert_eq!(clerk.get(&path).await.0, StatusCode::FORBIDDEN, "{path}");
    }
    let (_, _, text) = clerk.get("/staff/offices/musterstadt").await;
    assert!(!text.contains("/staff/statistics"), "{text}");

    let mut chief = signed_on(&server, "Alex Beispiel", "supervisor").await;
    let (_, _, text) = chief.get("/staff/offices/musterstadt").await;
    assert!(text.contains("href=\"/staff/statistics?lang=de\"") && text.contains(">Statistik</a>"), "{text}");
    let (_, _, text) = chief.get("/staff/statistics").await;
    assert!(
        text.contains("gibt es noch keine Zahlen") && text.contains("Standort-Server verbunden ist"),
        "{text}"
    );
    tell(&server, &lobby).await;
    let (status, _, text) = chief.get(&page).await;
    assert_eq!(status, StatusCode::OK);
    for said in [
        "<dd class=\"figures__number\">12</dd>",
        "<dd class=\"figures__number\">6 min</dd>",
        "für neun von zehn: 40 min",
        "<dd class=\"figures__number\">27 %</dd>",
        "<th scope=\"row\">=HYPERLINK(1)</th>",
        "Es gibt keine Zahlen über einzelne Personen",
        "<svg ",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("style="), "the pages' policy lets none through");
    // What was typed stays, and what is wrong is said.
    let (status, _, text) = chief.get("/staff/statistics?from=2026-11-23&to=2026-11-01").await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("darf nicht vor"), "{text}");
    assert!(text.contains("value=\"2026-11-01\" required"), "{text}");

    let (_, _, text) = chief.get(&format!("/staff/statistics.csv?{THAT_DAY}")).await;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let row = |table: &str, name: &str, kind: &str| {
        let found = rows.iter().find(|row| [&row[0], &row[1], &row[2]] == [table, name, kind]);
        found.unwrap_or_else(|| panic!("{table} {name} {kind}: {text}")).clone()
    };
    let all = row("Zusammen", "23.11.2026 – 23.11.2026", "alle");
    assert_eq!((&all[3], &all[9], &all[10]), ("12", "6", "40"));
    assert_eq!(&row("Anliegen", "'=HYPERLINK(1)", "mit Termin")[3], "6");
    assert_eq!(&row("Uhrzeit", "10 Uhr", "ohne Termin")[3], "5");

    let request = server.http.get(format!("{}/staff/statistics.xlsx?{THAT_DAY}&lang=en", server.base));
    let response = request.header("cookie", &chief.cookie).send().await.unwrap();
    assert!(response.headers()["content-disposition"].to_str().unwrap().contains("Statistics-2026-11-23"));
    let bytes = response.bytes().await.unwrap();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Total", "Services", "Time of day", "Days", "Offices", "Meaning"]);
    let sheet = book.worksheet_range("Total").unwrap();
    assert_eq!((sheet.get((1, 2)), sheet.get((1, 8))), (Some(&Data::Float(12.0)), Some(&Data::Float(6.0))));
    server.stop().await;
}

#[tokio::test]
async fn a_token_reads_what_it_may() {
    let server = Server::start().await;
    server.folder.import(MONDAY, &north()).await.unwrap();
    let lobby = server.link().await;
    tell(&server, &lobby).await;
    let feed = token(&server, &["--right", "feed"]).await;
    assert_eq!(kind(figures(&server, &feed, THAT_DAY).await), "right_missing");
    assert_eq!(kind(figures(&server, &lobby.token, THAT_DAY).await), "unauthorized");
    let north = token(&server, &["--right", "statistics", "--office", "nord"]).await;
    let known = until("the second office", async || figures(&server, &north, THAT_DAY).await.ok()).await;
    assert_eq!(known["total"]["visits"]["ended"], 0);
    let elsewhere = format!("{THAT_DAY}&office=musterstadt");
    assert_eq!(kind(figures(&server, &north, &elsewhere).await), "office_unknown");
    let all = token(&server, &["--right", "statistics"]).await;
    assert_eq!(figures(&server, &all, &elsewhere).await.unwrap()["total"]["visits"]["ended"], 12);
    for query in ["", "from=2026-11-23", "from=2026-02-30&to=2026-03-01", &format!("{THAT_DAY}&who=1")] {
        assert_eq!(kind(figures(&server, &all, query).await), "malformed", "{query}");
    }
    for days in [["2026-11-23", "2026-11-22"], ["2026-01-01", "2027-12-31"], ["0001-01-01", "0001-01-02"]] {
        let query = format!("from={}&to={}", days[0], days[1]);
        assert_eq!(kind(figures(&server, &all, &query).await), "days_wrong", "{query}");
    }
    let mars = format!("{THAT_DAY}&office=mars");
    assert_eq!(kind(figures(&server, &all, &mars).await), "office_unknown");
    server.stop().await;
}
