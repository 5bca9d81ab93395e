//! Shows a ticket's bytes as text and as a picture, by a reader of ESC/POS that is not Foyer's.

use anyhow::{Context, bail};
use hardless_escpos::{CodePages, Node, Parser, TableCodePage};
use hardless_render::{RenderOptions, render_png, to_text};
use std::fs;
use std::io::Write;

/// The upper half of Windows-1252, which the reader does not bring along, up to 0x9f; behind it is Latin-1.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [bytes, picture] = &arguments[..] else {
        bail!(
            "usage: ticket-viewer TICKET.bin PICTURE.png\nThe text goes to the standard output; a command that the reader does not know goes to the standard error."
        );
    };
    let bytes = fs::read(bytes).with_context(|| format!("cannot read {bytes}"))?;
    let latin = (0xa0..=0xff).map(|code: u8| char::from(code));
    let mut upper = ['\u{fffd}'; 128];
    upper.iter_mut().zip(WINDOWS_1252.chars().chain(latin)).for_each(|(slot, character)| *slot = character);
    let pages = CodePages::default().with(16, TableCodePage::new("CP1252", upper));
    let mut reader = Parser::with_code_pages(pages);
    let mut ticket = reader.push(&bytes);
    ticket.extend(reader.finish());
    // The picture first: whoever reads the text may close the pipe early.
    let drawn =
        render_png(&ticket, &RenderOptions::default()).context("the reader cannot draw the ticket")?;
    fs::write(picture, drawn).with_context(|| format!("cannot write {picture}"))?;
    for node in &ticket {
        if let Node::Unknown { bytes, command, warning } = node {
            writeln!(std::io::stderr(), "unknown: {command:?} {warning} {bytes:02x?}")?;
        }
    }
    write!(std::io::stdout(), "{}", to_text(&ticket))?;
    Ok(())
}
