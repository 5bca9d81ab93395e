//! From a ticket to the bytes that print it. Pure: the same ticket gives the same bytes; the port is opened in
//! [`crate::device::printer`].
//!
//! ESC/POS as Epson, Citizen, Bixolon and their like speak it: 203 dots to the inch, 12 dots to a column. Text is
//! Windows-1252 (`ESC t 16`), the only table of the printer that holds German and `€` at their right places.

mod given_alone;
mod lines;
mod raster;

pub use given_alone::encode_list;

use chrono_tz::Tz;
use escpos::driver::Driver;
use escpos::printer::Printer;
use escpos::printer_options::PrinterOptions;
use escpos::utils::{Encoder, JustifyMode, Protocol, QRCodeCorrectionLevel, QRCodeModel, QRCodeOption};
use foyer_domain::Timestamp;
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::TicketView;
use foyer_text::{Language, Value, day_and_time, span, text, text_with, time_of_day};
use lines::wrapped;
use std::sync::{Arc, Mutex, PoisonError};

/// How a ticket is to look.
#[derive(Debug, Clone, Copy)]
pub struct TicketStyle<'a> {
    /// Characters of the usual size in a line: 48 on paper of 80 mm, 32 on 58 mm.
    pub columns: u8,
    /// The citizen's language.
    pub language: Language,
    /// The office's name.
    pub office: &'a str,
    /// The office's time zone.
    pub time_zone: Tz,
    /// What stands at the top.
    pub logo: Logo,
    /// Whether the ticket is printed again: the paper then says so.
    pub copy: bool,
    /// Now, for a copy.
    pub now: Timestamp,
}

/// The picture at the top of a ticket.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Logo {
    /// Foyer's own: an open door.
    #[default]
    Foyer,
    /// None, which saves 12 mm of paper.
    None,
}

/// Dots across a column.
const COLUMN_DOTS: usize = 12;

/// Dots of a printed code's side: 40 mm, so that the kiosk reads it too.
const CODE_DOTS: usize = 320;

/// The bytes of a ticket, up to and including the cut.
///
/// Whatever is in the office's texts, the number comes out: what the printer cannot write is written in other
/// letters or left out, line by line.
pub fn encode(ticket: &TicketView, style: &TicketStyle<'_>) -> Vec<u8> {
    Page::new(style)
        .and_then(|mut page| {
            page.head(ticket)?;
            page.number(ticket.number)?;
            page.place(ticket)?;
            page.visit(ticket)?;
            page.phone(ticket)?;
            page.finish()
        })
        .unwrap_or_else(|error| {
            tracing::error!(%error, "a ticket is printed with its number alone");
            bare(ticket.number)
        })
}

/// A ticket with nothing but its number, made without any help.
fn bare(number: TicketNumber) -> Vec<u8> {
    let text = format!("{} {:03}\n", char::from(number.letter()), number.number());
    [b"\x1b@\x1da\x0e\x1ba\x01\x1d!\x55", text.as_bytes(), b"\x1d!\x00\x1dVB\x00"].concat()
}

/// Collects the bytes: a ticket is sent as one.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Vec<u8>>>);

impl Memory {
    fn bytes(&self) -> Vec<u8> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Driver for Memory {
    fn name(&self) -> String {
        "memory".to_owned()
    }

    fn write(&self, data: &[u8]) -> escpos::errors::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(data);
        Ok(())
    }

    fn read(&self, _buffer: &mut [u8]) -> escpos::errors::Result<usize> {
        Ok(0)
    }

    fn flush(&self) -> escpos::errors::Result<()> {
        Ok(())
    }
}

struct Page<'a> {
    style: &'a TicketStyle<'a>,
    memory: Memory,
    printer: Printer<Memory>,
}

type Done = escpos::errors::Result<()>;

impl<'a> Page<'a> {
    fn new(style: &'a TicketStyle<'a>) -> escpos::errors::Result<Self> {
        let memory = Memory::default();
        // Without a page code the builder gives the encoder the whole text; its own tables lose hyphens.
        let protocol = Protocol::new(Encoder::new(encoding_rs::WINDOWS_1252));
        let options = PrinterOptions::new(None, None, style.columns);
        let mut printer = Printer::new(memory.clone(), protocol, Some(options));
        printer.init()?;
        // The start switches the automatic status off; without it nobody hears of an open cover.
        printer.custom(&[0x1d, b'a', 0x0e])?.custom(&[0x1b, b't', 16])?.justify(JustifyMode::CENTER)?;
        Ok(Self { style, memory, printer })
    }

    /// Lines of text, wrapped where the paper ends at this size.
    fn write(&mut self, text: &str, size: u8) -> Done {
        let columns = usize::from(self.style.columns / size.max(1)).max(1);
        for line in wrapped(text, columns) {
            self.line(&line)?;
        }
        Ok(())
    }

    /// One line that fits. Ended by a line feed: some printers and readers take the builder's `ESC d 1` for two.
    fn line(&mut self, text: &str) -> Done {
        self.printer.write(text)?.custom(b"\n")?;
        Ok(())
    }

    /// Lines in large, bold letters.
    fn write_large(&mut self, text: &str) -> Done {
        self.printer.bold(true)?.size(2, 2)?;
        self.write(text, 2)?;
        self.printer.reset_size()?.bold(false)?;
        Ok(())
    }

    fn head(&mut self, ticket: &TicketView) -> Done {
        let TicketStyle { language, office, time_zone, logo, copy, now, .. } = *self.style;
        if logo == Logo::Foyer {
            self.printer.custom(&raster::door().bytes())?;
        }
        self.write(office, 1)?;
        self.write(&day_and_time(language, time_zone, ticket.issued_at), 1)?;
        if copy {
            let when = time_of_day(language, time_zone, now);
            self.line("")?;
            self.write_large(&text(language, "ticket-copy"))?;
            self.write(&when, 1)?;
        }
        self.line("")
    }

    fn number(&mut self, number: TicketNumber) -> Done {
        self.write(&text(self.style.language, "ticket-your-number"), 1)?;
        // Five characters across the paper: eight times the size on 80 mm, six times on 58 mm.
        let size = (self.style.columns / 5).clamp(1, 8);
        let plain = format!("{} {:03}", char::from(number.letter()), number.number());
        self.printer.bold(true)?.size(size, size)?;
        self.line(&plain)?;
        self.printer.reset_size()?.bold(false)?;
        self.line("")
    }

    fn place(&mut self, ticket: &TicketView) -> Done {
        let language = self.style.language;
        self.write(&text(language, "ticket-wait-here"), 1)?;
        self.write_large(ticket.area.get(language.tag()))?;
        self.write(ticket.way.get(language.tag()), 1)?;
        self.line("")
    }

    fn visit(&mut self, ticket: &TicketView) -> Done {
        let TicketStyle { language, time_zone, .. } = *self.style;
        for service in &ticket.services {
            self.write(service.get(language.tag()), 1)?;
        }
        let kind = ticket.start.map_or_else(
            || text(language, "ticket-without-appointment"),
            |start| {
                let time = time_of_day(language, time_zone, start);
                text_with(language, "ticket-with-appointment", &[("time", Value::from(time))])
            },
        );
        self.write(&kind, 1)?;
        if let Some(estimate) = ticket.estimate {
            let wait = Value::from(span(language, estimate));
            self.write(&text_with(language, "ticket-estimate", &[("span", wait)]), 1)?;
        }
        self.write(&text(language, if ticket.alone { "ticket-alone" } else { "ticket-watch" }), 1)
    }

    /// The code for the phone, which also identifies the paper before the kiosk's camera.
    fn phone(&mut self, ticket: &TicketView) -> Done {
        let Some((url, module)) = ticket.phone_url.as_deref().and_then(|url| self.printable_code(url)) else {
            return Ok(());
        };
        self.line("")?;
        self.write(&text(self.style.language, "ticket-phone"), 1)?;
        self.line("")?;
        let option = QRCodeOption::new(QRCodeModel::Model2, module, QRCodeCorrectionLevel::M);
        self.printer.qrcode_option(url, option)?;
        Ok(())
    }

    /// The link and how many dots a module of its code gets; `None` for a link that no printer should be sent:
    /// real-time commands are obeyed wherever they stand, also in a code's text.
    fn printable_code<'u>(&self, url: &'u str) -> Option<(&'u str, u8)> {
        if !url.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let code = qrcode::QrCode::with_error_correction_level(url, qrcode::EcLevel::M).ok()?;
        let widest = usize::from(self.style.columns) * COLUMN_DOTS / (code.width() + 8);
        let module = CODE_DOTS.div_ceil(code.width()).min(widest).min(16);
        let module = u8::try_from(module).ok().filter(|module| *module >= 3)?;
        Some((url, module))
    }

    /// Feeds to the knife and cuts.
    fn finish(mut self) -> escpos::errors::Result<Vec<u8>> {
        self.line("")?;
        self.printer.custom(&[0x1d, b'V', 66, 0])?.print()?;
        Ok(self.memory.bytes())
    }
}

#[cfg(test)]
mod tests;
