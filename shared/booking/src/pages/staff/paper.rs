//! A booking as a letter on paper, for whoever has no e-mail. The address is typed for it and kept nowhere.

use super::booking::{self, of};
use super::day::shown_code;
use super::form::Form;
use super::frame::{Refused, Sentence, office as of_office};
use super::reason::Fields;
use super::signed_in::SignedIn;
use crate::app::App;
use crate::error::of_form;
use crate::mail::paper::ADDRESS_LINES;
use crate::mail::{Kind, Letter, SheetFault, paper};
use crate::store::StoreFault;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use foyer_text::Language;

/// The longest line of an address, in characters: longer ones would be broken in the window.
const LONGEST_LINE: usize = 45;

/// The lines of an address, without empty ones; the id of what is to be said if it is none.
pub fn address(typed: &str) -> Result<String, &'static str> {
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_wrong = |line: &&str| line.chars().count() > LONGEST_LINE || line.chars().any(char::is_control);
    match (1..=ADDRESS_LINES).contains(&lines.len()) && !lines.iter().any(is_wrong) {
        true => Ok(lines.join("\n")),
        false => Err("staff-paper-address-wrong"),
    }
}

/// `POST /staff/bookings/{booking}/letter`: the PDF.
pub async fn write(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (found, fields) = (of(&app, &signed, &id).await?, Fields(fields));
    let address = match address(fields.get("address")) {
        Ok(address) => address,
        Err(fault) => {
            let said = Sentence(signed.words.text(fault));
            let shown = booking::page(&app, &signed, &found, Some(said), Some(&fields)).await?;
            return Ok((of_form(true), shown).into_response());
        }
    };
    let paper = app.store.desk_paper(found.id).await??;
    let office = of_office(&app, paper.booking.office.as_str())?;
    let public_url = app.public_url(&office);
    let written_at = app.now();
    let saved = format!("Termin-{}.pdf", shown_code(&paper.view.short_code));
    let write = move || {
        let letter = Letter {
            kind: Kind::Confirmed,
            language: Language::from_tag(&paper.booking.language).unwrap_or_default(),
            name: &paper.booking.name,
            office: &office,
            view: &paper.view,
            wished: Some(paper.wished.clone()),
            together: &[],
            sequence: paper.sequence,
            public_url: &public_url,
            written_at,
        };
        paper::write(&letter, &address)
    };
    match written(write, saved).await? {
        Ok(pdf) => Ok(pdf),
        Err(fault) => {
            let said = Sentence(signed.words.text(fault));
            let shown = booking::page(&app, &signed, &found, Some(said), Some(&fields)).await?;
            Ok((crate::error::NOT_NOW, shown).into_response())
        }
    }
}

/// A PDF of this name, or the id of what is to be said.
pub async fn written(
    write: impl FnOnce() -> Result<Vec<u8>, SheetFault> + Send + 'static,
    name: String,
) -> Result<Result<Response, &'static str>, Refused> {
    let written = tokio::task::spawn_blocking(write).await.map_err(|_| StoreFault::Stopped)?;
    Ok(match written {
        Ok(pdf) => {
            let saved = format!("inline; filename=\"{name}\"");
            let headers =
                [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, saved)];
            Ok((headers, pdf).into_response())
        }
        Err(fault) => {
            tracing::error!(error = &fault as &dyn std::error::Error, "a letter cannot be written");
            Err(match fault {
                SheetFault::NoFonts => "staff-paper-fonts",
                SheetFault::Pdf(_) => "staff-paper-fault",
            })
        }
    })
}
