//! An office's own sentences in its mails: changed, looked at beforehand, and sent as plain text.

use crate::admin::filled;
use crate::staff::signed_on;
use crate::support::Server;
use reqwest::StatusCode;

const MAILS: &str = "/staff/offices/musterstadt/mails";
const EDIT: &str = "/staff/offices/musterstadt/edit/mail";

/// All that are shown.
const KINDS: [&str; 19] = [
    "confirmed",
    "reminder",
    "moved",
    "cancelled",
    "office_moved",
    "office_cancelled",
    "office_offer",
    "confirm_address",
    "offer",
    "new_code",
    "together",
    "together_cancelled",
    "office_place",
    "waiting",
    "waiting_let_pass",
    "waiting_nothing_free",
    "requested",
    "request_declined",
    "request_unanswered",
];

#[tokio::test]
async fn every_mail_is_seen_with_the_offices_own_sentences() {
    let server = Server::start().await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let (_, _, text) = chief.get(EDIT).await;
    let own = "Bitte <b>nicht</b> parken & danke";
    let new =
        [("opening.de", own), ("reminder.de", "Gleich ist es so weit."), ("closing.en", "Yours, the town")];
    let fields = filled(&text, &new);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let (status, leads, _) = chief.post(EDIT, &fields).await;
    assert!(status == StatusCode::SEE_OTHER && leads.starts_with(EDIT), "no German at the end: {leads}");
    assert!(chief.get(EDIT).await.2.contains("Der deutsche Text fehlt"));
    let (_, _, text) = chief.get(EDIT).await;
    let fields = filled(&text, &[("closing.de", "Ihre Stadt")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    chief.post(EDIT, &fields).await;
    for kind in KINDS {
        for to in ["de", "en", "ar", "de-simple"] {
            let (status, _, text) = chief.get(&format!("{MAILS}?kind={kind}&to={to}")).await;
            assert!(
                status == StatusCode::OK && text.contains("Bitte &#60;b&#62;nicht"),
                "{kind} {to} {text}"
            );
            assert!(text.contains(&format!("value=\"{kind}\" selected")), "{kind} {text}");
            assert_eq!(text.contains("Gleich ist es so weit"), kind == "reminder", "{kind} {to}");
            assert!(text.contains(if to == "en" { "Yours, the town" } else { "Ihre Stadt" }), "{kind} {to}");
            let (_, _, page) = chief.get(&format!("{MAILS}/page?kind={kind}&to={to}")).await;
            assert!(page.contains("Bitte &#60;b&#62;nicht") && !page.contains(own), "{kind} {to}");
            assert!(!page.contains("cid:") && !page.contains("src=\"http"), "{kind} {to}");
        }
    }
    let mut request = server.http.get(format!("{}{MAILS}/page", server.base));
    request = request.header("cookie", chief.cookie());
    let policy =
        request.send().await.unwrap().headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(
        policy.contains("sandbox") && policy.contains("default-src 'none'") && !policy.contains("script"),
        "{policy}"
    );
    // A line break would be a line of a mail's head somewhere; what is too long fits no mail.
    for (wrong, said) in [("Bcc: a@b.example\r\nX: y", "eine Zeile"), (&*"ß".repeat(501), "Höchstens 500")]
    {
        let (_, _, text) = chief.get(EDIT).await;
        let fields = filled(&text, &[("confirmed.de", wrong)]);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        chief.post(EDIT, &fields).await;
        let (_, _, text) = chief.get(EDIT).await;
        assert!(text.contains(said), "{said} {text}");
    }
    // While the draft does not fit, mails are as they are.
    assert!(!chief.get(MAILS).await.2.contains("Bitte &#60;b&#62;nicht"));
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    for path in [MAILS.to_owned(), format!("{MAILS}/page")] {
        assert_eq!(clerk.get(&path).await.0, StatusCode::FORBIDDEN);
    }
    server.stop().await;
}
