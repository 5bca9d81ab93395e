//! Scenario 21 at the booking server: what somebody types stays text wherever it comes to light: on pages, in mails, in
//! letters and tables, for other programs, at the desk and on paper. Bytes that a printer would take for commands are
//! taken from nobody.

use crate::desk::serves_the_next;
use crate::mails::{code_in, mail_about, text};
use crate::portal::house;
use crate::support::{Kiosk, at, known_to_the_lobby, office};
use anyhow::{Context, Result, ensure};
use axum::routing::post;
use chrono::TimeDelta;
use foyer_client::CallError;
use foyer_protocol::booking::{BookingView, ConfirmRequest};
use foyer_protocol::changes::Changes;
use foyer_protocol::lobby::CheckInAnswer;
use foyer_protocol::nonce::Nonce;
use foyer_tests::browser::Browser;
use foyer_tests::citizen::Citizen;
use foyer_tests::house::{House, PASSWORD};
use foyer_tests::mail_server::MailServer;
use foyer_tests::pages::Hands;
use foyer_tests::play::{Stage, Wanted, number_on};
use foyer_tests::program::{built, run};
use foyer_tests::{http, wait};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};

/// A formula, an element with a script, a template, what separates the parts of an iCalendar's text.
const NAME: &str = r#"=HYPERLINK("x") <b onclick="alert(1)">Ünal</b> & ${7*7}; \n,"#;
const WORDS: &str = "=1+1\n<script>alert(2)</script> <b onclick=\"alert(2)\">Wir</b> {{ 7*7 }}";
const NOTE: &str = "+49\n<img src=x onerror=\"alert(3)\"> <b onclick=\"alert(3)\">Notiz</b>";
const REASON: &str = "<b onclick=\"alert(4)\">Nein</b> & =1+1";
const ADDRESS: &str = "<b onclick=\"alert(5)\">Ünal</b>\n=1+1\n77652 Offenburg";
/// A printer's reset and its cut.
const COMMANDS: &str = "\u{1b}@Erika\u{1d}V\u{1}";

/// Offenburg, where clerks see names, all is asked for that can be typed, and one service is not booked but requested.
pub fn open_hearted(folder: &Path) -> Result<PathBuf> {
    let text = std::fs::read_to_string(office("offenburg.toml"))?;
    let asked = "[[services]]\nid = \"beurkundung\"\nname = { de = \"Beurkundung\" }\nminutes = 30\narea = \"halle\"\n\
                 online = false\non_request = true\n\n[[counters]]";
    let open = text
        .replacen("[[counters]]", asked, 1)
        .replace("grid_minutes = 5", "grid_minutes = 5\nphone = \"optional\"\nshow_names = true");
    ensure!(open.contains("show_names") && open.contains("beurkundung"));
    let file = folder.join("open-hearted.toml");
    std::fs::write(&file, open)?;
    Ok(file)
}

/// Nothing on the page is an element that somebody typed.
async fn is_text(browser: &Browser) -> Result<()> {
    let script = "return document.querySelectorAll('[onclick*=alert], [onerror], main script').length";
    let elements: usize = browser.page.execute(script, Vec::new()).await?.convert()?;
    let page = browser.page.current_url().await?;
    ensure!(elements == 0, "an element that somebody typed is on {page}");
    Ok(())
}

/// Opens a page, and sees there what was typed, letter by letter.
async fn shows_text(browser: &Browser, url: &str, typed: &[&str]) -> Result<()> {
    Citizen::at(browser).opens(url).await?;
    shows_here(browser, typed).await
}

async fn shows_here(browser: &Browser, typed: &[&str]) -> Result<()> {
    let citizen = Citizen::at(browser);
    // A browser shows several blanks as one.
    for line in typed.iter().flat_map(|text| text.lines()) {
        citizen.sees("main", line).await?;
    }
    is_text(browser).await
}

/// Sends a form of the page as it is, but for these fields; the status, and what came.
async fn sends(browser: &Browser, form: &str, fields: &[(&str, &str)]) -> Result<(u16, String)> {
    let script = r#"
        const [css, fields, done] = arguments;
        const form = document.querySelector(css);
        const data = new FormData(form);
        for (const [name, value] of fields) data.set(name, value);
        fetch(form.action, { method: "POST", body: new URLSearchParams(data) })
          .then(async (answer) => done([answer.status, new TextDecoder("latin1").decode(await answer.arrayBuffer())]))
          .catch((error) => done([0, String(error)]));
    "#;
    let answer = browser.page.execute_async(script, vec![form.into(), serde_json::to_value(fields)?]).await?;
    Ok(answer.convert()?)
}

/// What somebody who books types, from the form to the confirmation; the booking's code.
async fn books(browser: &Browser, house: &House, mails: &MailServer) -> Result<String> {
    let citizen = Citizen::at(browser);
    let url = &house.booking.url;
    citizen.opens(&format!("{url}/offenburg/times?lang=de&services=fischereischein:1")).await?;
    citizen.takes_time("2026-11-24", "09:00").await?;
    citizen.sets("#name", COMMANDS).await?;
    citizen.types("#email", "erika@example.org").await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("[role=alert]", "die nicht in einen Namen gehören").await?;
    citizen.types("#name", NAME).await?;
    citizen.leaves_by("#contact .kern-btn--primary").await?;
    citizen.sees("main", "Schritt 4 von 4").await?;
    shows_here(browser, &[NAME]).await?;
    let (status, _) = sends(browser, "#contact", &[("name", COMMANDS)]).await?;
    ensure!(status == 422, "commands are no name: {status}");
    ensure!(
        house.booked("select count(*) from booking where state = 'confirmed'")? == 0,
        "nothing is booked"
    );
    known_to_the_lobby(house, citizen.leaves_by("#contact .kern-btn--primary")).await?;
    citizen.sees("main", "Ihr Termin ist gebucht.").await?;
    is_text(browser).await?;
    let mail = mail_about(mails, "Termin gebucht: Dienstag, 24. November 2026, 09:00 Uhr").await?;
    // The town does not send what is no name under its own.
    let html = mail.body_html(0).context("a mail has a page")?;
    ensure!(!text(&mail)?.contains("HYPERLINK") && !html.contains("HYPERLINK"), "{html}");
    code_in(&mail)
}

/// What somebody writes who asks for a time.
async fn asks(browser: &Browser, house: &House, mails: &MailServer) -> Result<()> {
    let citizen = Citizen::at(browser);
    let url = &house.booking.url;
    citizen.opens(&format!("{url}/offenburg/request?lang=de&services=beurkundung:1")).await?;
    citizen.sets("#day1", "2026-11-26").await?;
    citizen.types("#name", NAME).await?;
    citizen.types("#email", "anna@example.org").await?;
    citizen.sets("#words", &format!("{COMMANDS}\n{WORDS}")).await?;
    citizen.leaves_by("#request .kern-btn--primary").await?;
    citizen.sees("main", "Ihre Anfrage ist bei uns.").await?;
    // Of commands only their letters are left.
    shows_here(browser, &["@ErikaV", WORDS]).await?;
    ensure!(
        house.booked("select count(*) from asking where wanted like '%u001%'")? == 0,
        "commands are kept"
    );
    let mail = mail_about(mails, "Ihre Anfrage ist bei uns").await?;
    let html = mail.body_html(0).context("a mail has a page")?;
    ensure!(!html.contains("onclick") && !text(&mail)?.contains("onclick"), "{html}");
    Ok(())
}

/// Staff read all of it, write a note, print a letter, and say no in their own words.
async fn staff_read_it(browser: &Browser, house: &House, mails: &MailServer) -> Result<()> {
    let url = &house.booking.url;
    let citizen = Citizen::at(browser);
    let day = format!("{url}/staff/offices/offenburg?lang=de&day=2026-11-24");
    citizen.opens(&day).await?;
    citizen.types("input[name=name]", "kim").await?;
    citizen.types("input[name=password]", PASSWORD).await?;
    citizen.leaves_by("main button.kern-btn--primary").await?;
    shows_text(browser, &day, &[NAME]).await?;
    citizen.leaves_by("main tbody a").await?;
    shows_here(browser, &[NAME]).await?;
    citizen.sets("#note", &format!("{COMMANDS}\n{NOTE}")).await?;
    citizen.leaves_by("form[action*='/note'] button").await?;
    shows_here(browser, &[NAME, "@ErikaV", NOTE]).await?;
    ensure!(
        house.booked("select count(*) from contact where instr(note, char(27)) > 0")? == 0,
        "commands are kept"
    );
    // A letter is drawn, and nothing in it can be pressed.
    let (status, letter) = sends(browser, "#letter form", &[("address", ADDRESS)]).await?;
    ensure!(status == 200 && letter.starts_with("%PDF-"), "{status}");
    ensure!(!["/JavaScript", "/OpenAction", "/URI", "/Launch"].iter().any(|part| letter.contains(part)));
    let (status, _) = sends(browser, "#letter form", &[("address", COMMANDS)]).await?;
    ensure!(status == 422, "commands are no address: {status}");
    shows_text(browser, &day, &[NAME, NOTE]).await?;
    let of_the_day = |page: &str| format!("{url}/staff/offices/offenburg/{page}?lang=de&day=2026-11-24");
    shows_text(browser, &of_the_day("sheet"), &[NAME, NOTE]).await?;
    shows_text(browser, &of_the_day("lanes"), &[NAME]).await?;
    shows_text(browser, &format!("{url}/staff/offices/offenburg/find?lang=de&q=HYPERLINK"), &[NAME]).await?;

    shows_text(browser, &format!("{url}/staff/offices/offenburg/requests?lang=de"), &[NAME, WORDS]).await?;
    citizen.presses("details.staff__ask summary").await?;
    citizen.types("#reason", REASON).await?;
    citizen.leaves_by("button[name=do][value=no]").await?;
    is_text(browser).await?;
    let mail = mail_about(mails, "Antwort auf Ihre Anfrage").await?;
    let html = mail.body_html(0).context("a mail has a page")?;
    ensure!(text(&mail)?.contains(REASON), "{}", text(&mail)?);
    ensure!(html.contains("&lt;b onclick") || html.contains("&#60;b onclick"), "{html}");
    ensure!(!html.contains("<b onclick"), "{html}");
    Ok(())
}

/// Tables tell nobody's name; a change tells it as it is, to who may know it.
async fn programs_read_it(browser: &Browser, house: &House, hook: &Hook) -> Result<()> {
    let script = r#"
        const [file, done] = arguments;
        fetch(file).then(async (answer) => done(new TextDecoder("latin1").decode(await answer.arrayBuffer())))
          .catch((error) => done(String(error)));
    "#;
    for file in ["statistics.csv", "statistics.xlsx"] {
        let url = format!("/staff/{file}?lang=de&from=2026-11-23&until=2026-11-30");
        let table: String = browser.page.execute_async(script, vec![url.into()]).await?.convert()?;
        ensure!(
            table.len() > 100 && !["HYPERLINK", "alert", "Notiz"].iter().any(|word| table.contains(word))
        );
    }
    let token = says(house, &["token", "add", "Probe", "--right", "feed", "--right", "names"])?;
    let changes: Changes = house.booking.server(Some(token.trim()))?.get("/changes").await?;
    let name = |changes: &Changes| {
        changes.changes.iter().find_map(|change| change.name.as_ref().map(|name| name.0.clone()))
    };
    ensure!(name(&changes).as_deref() == Some(NAME), "{changes:?}");
    let told = wait::for_value("what the webhook is told", wait::LIMIT, || async {
        let came = hook.came.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(came.iter().find(|body| body.contains("HYPERLINK")).cloned())
    })
    .await?;
    ensure!(name(&serde_json::from_str(&told)?).as_deref() == Some(NAME), "{told}");

    // One line of a calendar, in which the signs that part its texts are none.
    let link = says(house, &["calendar", "link", "offenburg", "1"])?;
    let link = link.split_whitespace().find(|word| word.starts_with("http")).context("a link")?;
    let calendar = http::client()?.get(link).send().await?.error_for_status()?.text().await?;
    let whole = calendar.replace("\r\n ", "");
    let summary = whole.lines().find(|line| line.starts_with("SUMMARY")).context("an entry")?;
    let escaped = NAME.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    ensure!(summary.ends_with(&escaped), "{summary}");
    ensure!(whole.matches("BEGIN:VEVENT").count() == 1, "{whole}");
    Ok(())
}

/// What the booking server's program prints.
fn says(house: &House, arguments: &[&str]) -> Result<String> {
    run(Command::new(built("foyer-booking")?).args(arguments).arg("--config").arg(&house.booking.config))
}

/// An address of others that is told of changes.
struct Hook {
    url: String,
    came: Arc<Mutex<Vec<String>>>,
}

impl Hook {
    async fn listen() -> Result<Self> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/hook", listener.local_addr()?);
        let came: Arc<Mutex<Vec<String>>> = Arc::default();
        let heard = Arc::clone(&came);
        let take = move |body: String| async move {
            heard.lock().unwrap_or_else(PoisonError::into_inner).push(body);
        };
        let router = axum::Router::new().route("/hook", post(take));
        // It ends with the test.
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Self { url, came })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_is_text_everywhere() -> Result<()> {
    let mails = MailServer::start()?;
    let folder = tempfile::tempdir()?;
    let file = open_hearted(folder.path())?;
    let (_folder, mut house) = house(&file, "2026-11-23T07:00:00Z", mails.port).await?;
    house.add_booking_staff("kim", "administrator")?;
    let hook = Hook::listen().await?;
    says(&house, &["webhook", "add", "Probe", &hook.url, "--names"])?;
    let browser = Browser::open(&folder.path().join("browser"), 1000, 900).await?;
    let code = books(&browser, &house, &mails).await?;
    asks(&browser, &house, &mails).await?;
    staff_read_it(&browser, &house, &mails).await?;
    programs_read_it(&browser, &house, &hook).await?;
    // The clerk who calls sees the name.
    house.set_time(at("2026-11-24T07:55:00Z")).await?;
    let kiosk = Kiosk::enrol(&house).await?;
    let answer = kiosk.scan(&code, house.now()).await?;
    ensure!(matches!(answer, CheckInAnswer::CheckedIn { .. }), "{answer:?}");
    house.add_staff("anna", "clerk")?;
    at_the_desk(&browser, &house.lobby.url).await?;
    browser.close().await
}

/// Whoever calls sees the name.
async fn at_the_desk(browser: &Browser, url: &str) -> Result<()> {
    let citizen = Citizen::at(browser);
    citizen.opens(&format!("{url}/desk")).await?;
    citizen.types("input[name=name]", "anna").await?;
    citizen.types("input[name=password]", PASSWORD).await?;
    citizen.leaves_by("form.fields button").await?;
    citizen.leaves_by("form:has(input[name=counter][value='1']) button").await?;
    citizen.sees("#link", "verbunden").await?;
    serves_the_next(browser, &Hands::at(browser)).await?;
    citizen.sees(".at", NAME).await?;
    is_text(browser).await
}

/// A program books as citizens do: it is told that commands are no name, and of a name nothing gets to the printer.
#[tokio::test(flavor = "multi_thread")]
async fn a_name_is_on_no_paper() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let text = std::fs::read_to_string(office("round-the-clock.toml"))?;
    let file = folder.path().join("names.toml");
    std::fs::write(&file, text.replacen("[[areas]]", "[rules]\nshow_names = true\n\n[[areas]]", 1))?;
    let start = at("2026-11-23T08:52:00Z");
    let stage = Stage::set_up(&Wanted::headless(folder.path(), &file, start)).await?;
    let house = &stage.house;
    let hold = house.hold(&house.office, "ausweis", start + TimeDelta::minutes(8)).await?;
    let server = house.booking.server(None)?;
    let confirms = async |name: &str| {
        let request =
            ConfirmRequest { name: name.to_owned(), language: "de".to_owned(), ..ConfirmRequest::default() };
        server
            .post::<_, BookingView>(&format!("/holds/{}/confirm", hold.hold), Nonce::random(), &request)
            .await
    };
    match confirms(COMMANDS).await {
        Err(CallError::Problem(problem)) => ensure!(problem.code() == "contact_wrong", "{problem:?}"),
        other => ensure!(false, "commands are no name: {other:?}"),
    }
    let booking = known_to_the_lobby(house, async { Ok(confirms(NAME).await?) }).await?;
    stage.hold_up(&booking).await?;
    let paper = stage.paper(1).await?;
    ensure!(number_on(&paper) == Some("A001".to_owned()), "no number:\n{paper}");
    let bytes = stage.printer.tickets().pop().context("a ticket")?;
    let count = |part: &[u8]| bytes.windows(part.len()).filter(|window| *window == part).count();
    // One reset at the beginning, one cut at the end.
    ensure!((count(b"\x1b@"), count(b"\x1dV")) == (1, 1) && stage.printer.uncut().is_empty(), "{paper}");
    for part in ["HYPERLINK", "onclick", "nal</b>", "7*7"] {
        ensure!(count(part.as_bytes()) == 0 && !paper.contains(part), "{part}:\n{paper}");
    }
    Ok(())
}
