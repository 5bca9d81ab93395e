//! A letter as HTML, as mail programs take it: one column, styles at each element, nothing from elsewhere.

use super::letter::CODE_ID;
use super::said::Said;
use crate::qr;
use askama::Template;

#[derive(Template)]
#[template(path = "mail.html")]
struct MailPage<'a> {
    said: &'a Said,
    code_id: &'static str,
    /// The check-in code's width in CSS pixels, its white included.
    code_px: usize,
}

pub(super) fn write(said: &Said) -> String {
    let code_px =
        said.check_in.as_ref().and_then(|check_in| qr::shown_px(&check_in.code)).unwrap_or_default();
    MailPage { said, code_id: CODE_ID, code_px }.render().expect("writing to memory never fails")
}
