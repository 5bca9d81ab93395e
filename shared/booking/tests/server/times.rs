//! Choosing a time in a browser, without scripts: what is left out, what is gone, and what there is where nothing is free.

use crate::support::{MONDAY, OFFICE, Server, north};
use reqwest::StatusCode;

#[tokio::test]
async fn times_are_narrowed_by_day_half_and_steps() {
    let folder = Server::start().await.stop().await;
    folder.import(MONDAY, &north()).await.unwrap();
    let server = Server::on(folder, MONDAY).await;
    let times = "/nord/times?services=reisepass:1&lang=de";
    let (_, page) = server.page(&format!("{times}&from=2026-12-02&half=afternoon")).await;
    assert!(page.contains("Nächste freie Zeit: Mittwoch, 2. Dezember 2026, 13:00 Uhr"), "{page}");
    assert!(page.contains("Dienstag, 1. Dezember 2026: frei, aber nicht wie gewünscht"));
    assert!(page.contains("Freitag, 4. Dezember 2026: frei, aber"), "on Fridays it closes at noon");
    assert!(page.contains("Donnerstag, 3. Dezember 2026: 29 freie Zeiten"), "{page}");
    assert!(!page.contains("<h3>Vormittag</h3>") && page.contains("<h3>Nachmittag</h3>"));
    assert!(page.contains("&#38;from=2026-12-02&#38;half=afternoon&#38;lang=de&amp;month=2027-01"), "{page}");
    assert!(page.contains(">Bürgerbüro Musterstadt</a>"), "elsewhere the same");
    let there = page.split(">Bürgerbüro Musterstadt</a>").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(there.contains("<strong>Mittwoch, 2. Dezember 2026</strong>"), "{there}");
    for time in ["12:00", "12:10", "12:20"] {
        assert!(there.contains(&format!("value=\"2026-12-02T{time}:00Z\"")), "three side by side: {there}");
    }
    assert_eq!(there.matches("formaction=\"/musterstadt/hold?lang=de\"").count(), 3, "{there}");
    let (_, page) = server.page(&format!("{times}&half=morning&day=2026-11-23")).await;
    assert!(page.contains("<h3>Vormittag</h3>") && !page.contains("<h3>Nachmittag</h3>"));
    let (_, page) = server.page(&format!("{times}&from=2027-06-01")).await;
    assert!(page.contains("So ist keine Zeit frei."), "{page}");
    assert!(server.page(&format!("{times}&step_free=1")).await.1.contains(">Bürgerbüro Musterstadt</a>"));
    let other = "/musterstadt/times?services=reisepass:1&lang=de";
    assert!(server.page(other).await.1.contains(">Bürgerbüro Nord</a>"));
    let (_, page) = server.page(&format!("{other}&step_free=1")).await;
    assert!(!page.contains(">Bürgerbüro Nord</a>"), "there are steps");
    // Days as they are written by hand; what is none is said beside the field and kept.
    let (status, page) = server.page(&format!("{times}&from=2.12.2026&half=afternoon")).await;
    assert!(status.is_success() && page.contains("Mittwoch, 2. Dezember 2026, 13:00"), "{page}");
    assert!(page.contains("type=\"date\"") && page.contains("value=\"2026-12-02\""), "{page}");
    for none in ["2027-02-29", "31.11.2026", "%3Cb%3E"] {
        let (status, page) = server.page(&format!("{times}&from={none}")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Diesen Tag kennen wir nicht. Geben Sie ihn so ein: 23.11.2026."), "{page}");
        let field = page.split("id=\"from\"").nth(1).unwrap().split('>').next().unwrap();
        let kept = none.replace("%3C", "&#60;").replace("%3E", "&#62;");
        assert!(field.contains("type=\"text\"") && field.contains(&format!("value=\"{kept}\"")), "{field}");
        assert!(
            field.contains("aria-describedby=\"from-fault\"")
                && page.contains("<details class=\"narrow\" open>")
        );
        assert!(page.contains("value=\"2026-11-23T07:00:00Z\""), "all times");
    }
    server.stop().await;
}

/// Whoever pressed a time that somebody else took meanwhile sees the others as they wanted them.
#[tokio::test]
async fn a_time_that_is_gone_leaves_the_rest_as_it_was_wanted() {
    let server = Server::with_office(MONDAY, &OFFICE.replace("places = 3", "places = 1")).await;
    let wanted = "&half=afternoon&from=2026-12-02&step_free=1&speaks=tr";
    let (_, page) = server.page(&format!("/musterstadt/times?services=reisepass:1&lang=de{wanted}")).await;
    let form = page.split("action=\"/musterstadt/hold").nth(1).unwrap();
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1).map(|field| {
        let (name, rest) = field.split_once("\" value=\"").unwrap();
        (name, rest.split('"').next().unwrap())
    });
    let gone = "2026-12-02T12:00:00Z";
    let fields: Vec<(&str, &str)> = fields.chain([("start", gone)]).collect();
    assert!(form.contains(&format!("value=\"{gone}\"")), "{page}");
    server.hold("reisepass", gone).await.unwrap();
    let (status, _, page) = server.form("/musterstadt/hold?lang=de", &fields).await;
    assert_eq!(status, StatusCode::CONFLICT, "{page}");
    assert!(page.contains("Diese Zeit hat gerade jemand anderes gebucht."), "{page}");
    assert!(
        page.contains("value=\"2026-12-02T12:20:00Z\"") && !page.contains("<h3>Vormittag</h3>"),
        "{page}"
    );
    assert!(page.contains("Dienstag, 1. Dezember 2026: frei, aber nicht wie gewünscht"), "{page}");
    assert!(page.contains("<option value=\"afternoon\" selected>") && page.contains("value=\"2026-12-02\""));
    assert!(page.contains("half=afternoon&#38;step_free=1&#38;speaks=tr"), "the months, too: {page}");
    server.stop().await;
}

/// Where nothing is free nobody is told to come back.
#[tokio::test]
async fn where_nothing_is_free_it_is_said_what_can_be_done() {
    let closed = OFFICE.replace("horizon_days = 60", "horizon_days = 1");
    let full = |rows: &str| {
        let (before, _) = closed.split_once("[[hours]]").unwrap();
        let (_, after) = closed.split_once("# Announced closures").unwrap();
        format!("{before}{rows}\n# Announced closures{after}")
    };
    let row = "[[hours]]\nweekdays = [\"Tue\"]\nfrom = \"08:00:00\"\nto = \"12:00:00\"\nplaces = 1\nkeep = \"staff\"\n";
    let released = format!("{row}release = {{ days_before = 1, at = \"07:00:00\" }}\n");
    let server = Server::with_office(MONDAY, &full(row)).await;
    let times = "/musterstadt/times?services=reisepass:1&lang=de";
    let (_, page) = server.page(times).await;
    assert!(page.contains("Sobald eine frei wird, steht sie auf dieser Seite."), "{page}");
    assert!(!page.contains("später") && !page.contains("Das können Sie tun"));
    assert!(
        page.contains("Dienstag, 24. November 2026: ausgebucht"),
        "staff may have it, and never release it"
    );
    let folder = server.stop().await;
    folder.import(MONDAY, &full(&released)).await.unwrap();
    let server = Server::on(folder, MONDAY).await;
    let (_, page) = server.page(times).await;
    assert!(page.contains("Zurzeit ist keine Zeit frei. Das können Sie tun:"), "{page}");
    assert!(page.contains("Weitere Zeiten gibt es hier ab: Montag, 23. November 2026, 07:00 Uhr."));
    let later = "noch nicht freigegeben, Zeiten gibt es ab: Montag, 23. November 2026, 07:00 Uhr";
    assert!(
        page.contains(&format!("Dienstag, 24. November 2026: {later}")) && page.contains("month__day--later")
    );
    assert!(!page.contains(": ausgebucht"), "{page}");
    let (_, page) = server.page(&format!("{times}&day=2026-11-24")).await;
    assert!(page.contains(&format!("<span class=\"quiet\">{later}</span>")), "{page}");
    server.stop().await;
}
