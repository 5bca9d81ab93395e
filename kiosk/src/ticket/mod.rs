//! From a ticket to the bytes that print it. Pure: the same ticket gives the same bytes; the port is opened in
//! [`crate::device::printer`].
//!
//! In reading order: a [`Part`] is a line of the office's template, `block` sets the parts line by line, this file
//! writes them for the printer and [`preview`] draws them as a picture.
//!
//! ESC/POS as Epson, Citizen, Bixolon and their like speak it: 203 dots to the inch, 12 dots to a column. Text is
//! Windows-1252 (`ESC t 16`), the only table of the printer that holds German and `€` at their right places; what it
//! lacks is drawn (`shaped`).

mod block;
mod given_alone;
mod lines;
mod logo;
mod part;
mod preview;
mod raster;
mod shaped;
mod trial;

pub use given_alone::encode_list;
pub use logo::{Logo, LogoError};
pub use part::Part;
pub use preview::preview;
pub use shaped::load as load_fonts;
pub use trial::encode_trial;

use block::{Block, blocks};
use chrono_tz::Tz;
use escpos::driver::Driver;
use escpos::printer::Printer;
use escpos::printer_options::PrinterOptions;
use escpos::utils::{Encoder, JustifyMode, Protocol, QRCodeCorrectionLevel, QRCodeModel, QRCodeOption};
use foyer_domain::Timestamp;
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::TicketView;
use foyer_text::Language;
use std::sync::{Arc, Mutex, PoisonError};

/// What all tickets of a terminal have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Characters of the usual size in a line: 48 on paper of 80 mm, 32 on 58 mm.
    pub columns: u8,
    /// What stands on it, from the top.
    pub parts: Vec<Part>,
    /// The picture where the parts have one; without the part 12 mm of paper are saved.
    pub logo: Logo,
}

/// How a ticket is to look.
#[derive(Debug, Clone, Copy)]
pub struct TicketStyle<'a> {
    /// What it has in common with the others.
    pub template: &'a Template,
    /// The citizen's language.
    pub language: Language,
    /// The office's name.
    pub office: &'a str,
    /// The office's time zone.
    pub time_zone: Tz,
    /// Whether the ticket is printed again: the paper then says so.
    pub copy: bool,
    /// Now, for a copy.
    pub now: Timestamp,
    /// A code of its own for a ticket without a link for the phone: it brings the number up again.
    pub code: Option<&'a str>,
}

/// Dots across a column.
const COLUMN_DOTS: usize = 12;

/// Dots of a printed code's side: 40 mm, so that the kiosk reads it too.
const CODE_DOTS: usize = 320;

/// The bytes of a ticket, up to and including the cut.
///
/// Whatever is in the office's texts, the number comes out: what neither the printer nor a font can write is written in
/// other letters or left out, line by line.
pub fn encode(ticket: &TicketView, style: &TicketStyle<'_>) -> Vec<u8> {
    written(&blocks(ticket, style), style.template.columns).unwrap_or_else(|error| {
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

/// Size and boldness of the printer's own letters, unless a line says otherwise.
const USUAL: (u8, bool) = (1, false);

fn written(blocks: &[Block], columns: u8) -> escpos::errors::Result<Vec<u8>> {
    let memory = Memory::default();
    // Without a page code the builder gives the encoder the whole text; its own tables lose hyphens.
    let protocol = Protocol::new(Encoder::new(encoding_rs::WINDOWS_1252));
    let mut printer = Printer::new(memory.clone(), protocol, Some(PrinterOptions::new(None, None, columns)));
    printer.init()?;
    // The start switches the automatic status off; without it nobody hears of an open cover.
    printer.custom(&[0x1d, b'a', 0x0e])?.custom(&[0x1b, b't', 16])?.justify(JustifyMode::CENTER)?;
    let mut letters = USUAL;
    for block in blocks {
        let wanted = if let Block::Line { size, bold, .. } = block { (*size, *bold) } else { USUAL };
        if wanted != letters {
            printer.size(wanted.0, wanted.0)?.bold(wanted.1)?;
            letters = wanted;
        }
        write(&mut printer, block)?;
    }
    // Feeds to the knife and cuts.
    printer.custom(b"\n")?.custom(&[0x1d, b'V', 66, 0])?.print()?;
    Ok(memory.bytes())
}

fn write(printer: &mut Printer<Memory>, block: &Block) -> escpos::errors::Result<()> {
    match block {
        Block::Line { text, .. } => {
            // Ended by a line feed: some printers and readers take the builder's `ESC d 1` for two.
            printer.write(text)?.custom(b"\n")?;
        }
        Block::Image(image) => {
            printer.custom(&image.bytes())?;
        }
        Block::Code { text, module } => {
            let option = QRCodeOption::new(QRCodeModel::Model2, *module, QRCodeCorrectionLevel::M);
            printer.qrcode_option(text, option)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
