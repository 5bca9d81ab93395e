//! Choosing an office and its services in a browser, without scripts.

use crate::support::{EIGHT, MONDAY, OFFICE, Server, kind, north};
use reqwest::StatusCode;
use serde_json::Value;

/// Where a press of a key leads.
async fn leads(server: &Server, path: &str) -> String {
    let response = server.http.get(format!("{}{path}", server.base)).send().await.unwrap();
    assert_eq!(response.status(), StatusCode::SEE_OTHER, "{path}");
    response.headers()["location"].to_str().unwrap().to_owned()
}

/// The page behind it.
async fn pressed(server: &Server, path: &str) -> String {
    let to = leads(server, path).await;
    server.page(to.split('#').next().unwrap()).await.1
}

/// The address of the link with this text.
fn link(page: &str, text: &str) -> String {
    let before = page.split(&format!(">{text}<")).next().unwrap();
    assert!(before.len() < page.len(), "{text}: {page}");
    let href = before.rsplit("href=\"").next().unwrap().split('"').next().unwrap();
    href.replace("&#38;", "&").replace("&amp;", "&")
}

/// The part of the page about a service.
fn card<'a>(page: &'a str, service: &str) -> &'a str {
    let (_, card) =
        page.split_once(&format!("id=\"s-{service}\"")).unwrap_or_else(|| panic!("{service}: {page}"));
    card.split("</li>\n    ").next().unwrap()
}

fn is_shown(page: &str, service: &str) -> bool {
    !card(page, service).split('>').next().unwrap().contains("hidden")
}

/// The example with one service that staff keep for themselves.
fn with_kept_service() -> String {
    let kept = "id = \"fuehrerschein\"\nonline = false\n\
                online_message = { de = \"Bitte rufen Sie uns an: 01234 5678.\" }";
    OFFICE.replace("id = \"fuehrerschein\"", kept)
}

#[tokio::test]
async fn keys_count_services_and_the_page_adds_up() {
    let server = Server::start().await;
    let (_, page) = server.page("/musterstadt?lang=de").await;
    assert!(
        page.contains("Noch nichts ausgewählt") && page.contains("<h2>Ausweise und Pässe</h2>"),
        "{page}"
    );
    assert!(card(&page, "personalausweis").contains("ab 27,60\u{a0}€</span>"));
    assert!(card(&page, "personalausweis").contains("27,60\u{a0}€ – unter 24 Jahren"));
    assert!(card(&page, "ummeldung").contains("gebührenfrei") && card(&page, "ummeldung").contains(".pdf"));
    let to = leads(&server, "/musterstadt?lang=de&services=&q=&plus=personalausweis").await;
    assert_eq!(to, "/musterstadt?services=personalausweis%3A1&lang=de#s-personalausweis");
    let again = "/musterstadt?lang=de&services=personalausweis:1&plus=personalausweis";
    let page = pressed(&server, again).await;
    assert!(page.contains("2 Anliegen · etwa 30 Minuten · ab 55,20\u{a0}€"), "{page}");
    assert!(page.contains("name=\"services\" value=\"personalausweis:2\""));
    let less = "/musterstadt?lang=de&services=personalausweis:1,ummeldung:1&minus=personalausweis";
    let page = pressed(&server, less).await;
    assert!(page.contains("1 Anliegen · etwa 15 Minuten · gebührenfrei"), "{page}");
    let most = "/musterstadt?lang=de&services=personalausweis:6&plus=personalausweis";
    let page = pressed(&server, most).await;
    assert!(
        page.contains("value=\"personalausweis:6\"") && card(&page, "personalausweis").contains("disabled")
    );
    for strange in ["plus=hund", "minus=hund", "minus=reisepass&services=x:y", "services=hund:2", "only=hund"]
    {
        let response =
            server.http.get(format!("{}/musterstadt?{strange}", server.base)).send().await.unwrap();
        assert!(
            response.status() == StatusCode::OK || response.status() == StatusCode::SEE_OTHER,
            "{strange}"
        );
    }
    server.stop().await;
}

#[tokio::test]
async fn a_search_keeps_what_is_chosen_and_forgives_slips() {
    let server = Server::with_office(MONDAY, &with_kept_service()).await;
    let (_, page) = server.page("/musterstadt?lang=de&services=ummeldung:1&q=personalauswies").await;
    assert!(page.contains("1 Anliegen gefunden") && page.contains("value=\"ummeldung:1\""), "{page}");
    assert!(is_shown(&page, "personalausweis") && !is_shown(&page, "ummeldung"));
    assert!(page.contains("1 Anliegen · etwa 15 Minuten"), "what is chosen still counts");
    let key = "/musterstadt?lang=de&services=ummeldung:1&q=personalauswies&plus=personalausweis";
    assert!(leads(&server, key).await.contains("q=personalauswies"));
    let (_, all) = server.page(&link(&page, "Alle Anliegen zeigen")).await;
    assert!(is_shown(&all, "reisepass") && all.contains("value=\"ummeldung:1\""));
    let (_, none) = server.page("/musterstadt?lang=de&q=zirkus").await;
    assert!(none.contains("Nichts gefunden.") && !is_shown(&none, "reisepass"));
    let offered = none.split("id=\"none\"").nth(1).unwrap();
    let offered = offered.split("</div>").next().unwrap();
    assert!(offered.contains("Ich weiß nicht, was ich brauche"), "the assistant, where one looks: {none}");
    assert!(offered.contains("Hilfe: an der Infotheke") && none.contains("Alle Anliegen zeigen"), "{none}");
    assert!(
        !offered.contains("hidden") && page.contains("id=\"none\" hidden"),
        "only where nothing is found"
    );
    for typed in ["umziehen", "ich+bin+umgezogen", "meinen+Wohnsitz+ummelden"] {
        let (_, page) = server.page(&format!("/musterstadt?lang=de&q={typed}")).await;
        assert!(page.contains("1 Anliegen gefunden") && is_shown(&page, "ummeldung"), "{typed}: {page}");
    }
    let (_, script) = server.page("/musterstadt?lang=de&q=%3Cscript%3E%22").await;
    assert!(!script.contains("<script>") && script.contains("&#60;script&#62;"));
    server.stop().await;
}

#[tokio::test]
async fn what_is_not_booked_here_is_found_with_what_to_do_instead() {
    let server = Server::with_office(MONDAY, &with_kept_service()).await;
    let (_, page) = server.page("/musterstadt?lang=de").await;
    assert!(!is_shown(&page, "fuehrerschein"), "it is not offered");
    let (_, page) = server.page("/musterstadt?lang=de&q=fahrerlaubnis").await;
    let card = card(&page, "fuehrerschein");
    assert!(is_shown(&page, "fuehrerschein") && card.contains("Bitte rufen Sie uns an"), "{page}");
    assert!(!card.contains("<button"));
    let (status, page) = server.page("/musterstadt/times?services=fuehrerschein:1&lang=de").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Dieses Anliegen wird hier nicht angeboten."), "{page}");
    // What has no key could never be taken back.
    let strange = "fuehrerschein:1,hund:1,reisepass:1,reisepass:2";
    let (status, page) = server.page(&format!("/musterstadt/times?services={strange}&lang=de")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("name=\"services\" value=\"reisepass:3\""), "{page}");
    assert_eq!(kind(server.hold("fuehrerschein", EIGHT).await), "service_unknown");
    let nonce = uuid::Uuid::new_v4().to_string();
    let press = [("services", "fuehrerschein:1"), ("nonce", nonce.as_str()), ("start", EIGHT)];
    assert_eq!(server.form("/musterstadt/hold", &press).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    server.stop().await;
}

/// Too much is not nothing, and nobody is told of hundreds of minutes.
#[tokio::test]
async fn too_much_is_said_as_that() {
    let server = Server::start().await;
    let times =
        async |services: &str| server.page(&format!("/musterstadt/times?services={services}&lang=de")).await;
    for much in ["reisepass:255", "reisepass:99999", "reisepass:4,reisepass:4"] {
        let (status, page) = times(much).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("höchstens 6 möglich") && !page.contains("mindestens ein Anliegen"), "{page}");
        assert!(page.contains("name=\"services\" value=\"reisepass:6\""), "{page}");
    }
    assert!(times("hund:255").await.1.contains("Dieses Anliegen wird hier nicht angeboten."));
    assert!(times("").await.1.contains("Wählen Sie mindestens ein Anliegen aus."));
    let long = "reisepass:6,personalausweis:6,ummeldung:3";
    for (lang, said) in [
        ("de", "etwa 4 Stunden 15 Minuten"),
        ("de-simple", "ungefähr 4 Stunden und 15 Minuten"),
        ("en", "about 4 hours 15 minutes"),
        ("tr", "yaklaşık 4 saat 15 dakika"),
        ("ar", "حوالي 4 ساعات و15 دقيقة"),
        ("uk", "приблизно 4 години 15 хвилин"),
        ("ru", "примерно 4 часа 15 минут"),
        ("pl", "około 4 godzin 15 minut"),
        ("fr", "environ 4 heures 15 minutes"),
    ] {
        for page in ["", "/times"] {
            let path = format!("/musterstadt{page}?services={long}&lang={lang}");
            assert!(server.page(&path).await.1.contains(said), "{said} on {path}");
        }
    }
    for (services, said) in [
        ("personalausweis:6", "etwa 90 Minuten"),
        ("reisepass:6", "etwa 2 Stunden<"),
        ("personalausweis:5,reisepass:1", "etwa 1 Stunde 35 Minuten"),
    ] {
        assert!(times(services).await.1.contains(said), "{said}");
    }
    server.stop().await;
}

/// The page's script shows what the page itself would say.
#[tokio::test]
async fn the_script_hears_the_same() {
    let server = Server::start().await;
    let ask = "services=reisepass:1,personalausweis:1&q=pass&lang=de";
    let said: Value = server.get(&format!("/musterstadt/choice?{ask}")).await.unwrap();
    let (_, page) = server.page(&format!("/musterstadt?{ask}")).await;
    assert!(page.contains(said["sum"].as_str().unwrap()) && page.contains(said["found"].as_str().unwrap()));
    for service in ["personalausweis", "reisepass", "ummeldung", "parkausweis"] {
        let is_told = said["shown"].as_array().unwrap().contains(&service.into());
        assert_eq!(is_told, is_shown(&page, service), "{service}");
    }
    let many: Value = server.get("/musterstadt/choice?services=reisepass:7&lang=de").await.unwrap();
    assert!(many["sum"].as_str().unwrap().contains("höchstens 6 möglich"), "{many}");
    server.stop().await;
}

#[tokio::test]
async fn three_questions_lead_to_the_right_services() {
    let server = Server::start().await;
    let (_, start) = server.page("/musterstadt?services=reisepass:1&lang=de").await;
    let (_, first) = server.page(&link(&start, "Ich weiß nicht, was ich brauche")).await;
    assert!(first.contains("Worum geht es?") && first.contains("Frage 1 von höchstens 3"), "{first}");
    let (_, second) = server.page(&link(&first, "Umzug")).await;
    assert!(second.contains("Frage 2 von höchstens 3"), "{second}");
    let (_, done) = server.page(&link(&second, "Ja")).await;
    assert!(done.contains("Das passt zu Ihren Antworten."), "{done}");
    assert!(done.contains("value=\"reisepass:1,ummeldung:1,parkausweis:1\""), "{done}");
    assert!(
        is_shown(&done, "ummeldung") && is_shown(&done, "parkausweis") && !is_shown(&done, "personalausweis")
    );
    let (_, unknown) = server.page(&link(&second, "Ich weiß es nicht: alle Anliegen zeigen")).await;
    assert!(is_shown(&unknown, "personalausweis") && unknown.contains("value=\"reisepass:1,ummeldung:1\""));
    for strange in ["", "?asked=99&found=hund,ummeldung&services=x", "/umzug-auto?asked=-1"] {
        assert_eq!(
            server.page(&format!("/musterstadt/questions{strange}")).await.0,
            StatusCode::OK,
            "{strange}"
        );
    }
    assert_eq!(server.page("/musterstadt/questions/nothing").await.0, StatusCode::NOT_FOUND);
    server.stop().await;
}

#[tokio::test]
async fn offices_are_found_by_name_street_offer_language_and_without_steps() {
    let server = Server::start().await;
    assert_eq!(leads(&server, "/?lang=pl").await, "/musterstadt?lang=pl", "there is only one");
    let folder = server.stop().await;
    folder.import(MONDAY, &north()).await.unwrap();
    let server = Server::on(folder, MONDAY).await;
    let found = async |query: &str| {
        let (_, page) = server.page(&format!("/?lang=de&{query}")).await;
        let has = |name: &str| page.contains(&format!(">{name}</a>"));
        (has("Bürgerbüro Musterstadt"), has("Bürgerbüro Nord"))
    };
    assert_eq!(found("").await, (true, true));
    assert_eq!(found("q=nordrign").await, (false, true));
    assert_eq!(found("q=rathaus").await, (true, false));
    assert_eq!(found("step_free=1").await, (true, false));
    assert_eq!(found("speaks=kmr").await, (false, true));
    assert_eq!(found("speaks=kmr&step_free=1").await, (false, false));
    assert_eq!(found("speaks=klingonisch").await, (true, true));
    // What both offer, what one offers, as people say it.
    assert_eq!(found("q=Reisepass").await, (true, true));
    assert_eq!(found("q=ich+bin+umgezogen").await, (true, true));
    assert_eq!(found("q=reisepass&speaks=kmr").await, (false, true));
    assert_eq!(found("q=Zirkus").await, (false, false));
    let (_, page) = server.page("/?lang=de&q=ausweise&step_free=1").await;
    assert!(page.contains("Bietet an: Personalausweis beantragen, Reisepass beantragen"), "{page}");
    let there = link(&page, "Bürgerbüro Musterstadt");
    assert_eq!(there, "/musterstadt?q=ausweise&step_free=1&lang=de");
    let (_, page) = server.page(&there).await;
    assert!(is_shown(&page, "reisepass") && !is_shown(&page, "ummeldung"), "the search goes along");
    // … and so does who can be gone to, through the services to the other offices.
    let (_, page) = server.page("/?lang=de&q=reisepass&speaks=tr").await;
    let (_, page) = server.page(&link(&page, "Bürgerbüro Musterstadt")).await;
    assert!(page.contains("name=\"speaks\" value=\"tr\""), "{page}");
    assert!(link(&page, "Ich weiß nicht, was ich brauche").contains("&speaks=tr"), "{page}");
    let (_, first) = server.page(&link(&page, "Ich weiß nicht, was ich brauche")).await;
    assert!(link(&first, "Umzug").contains("&speaks=tr"), "{first}");
    let times = "/musterstadt/times?services=reisepass:1&lang=de";
    assert!(server.page(times).await.1.contains(">Bürgerbüro Nord</a>"));
    let (_, page) = server.page(&format!("{times}&speaks=tr")).await;
    assert!(!page.contains(">Bürgerbüro Nord</a>"), "nobody there speaks Turkish");
    let (_, page) = server.page(&format!("{times}&speaks=kmr")).await;
    assert!(
        page.contains(">Bürgerbüro Nord</a>") && page.contains("<option value=\"kmr\" selected>"),
        "{page}"
    );
    assert!(page.contains("Wir sprechen: Deutsch, Kurdisch (Kurmandschi)"));
    let (_, page) = server.page("/?lang=de").await;
    assert!(
        page.contains("Ohne Stufen erreichbar")
            && page.contains("Wir sprechen: Deutsch, Kurdisch (Kurmandschi)")
    );
    assert!(server.page("/musterstadt?lang=de").await.1.contains("Zu allen Standorten"));
    server.stop().await;
}
