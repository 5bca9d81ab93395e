//! From a ticket and its template to what is set on paper, line by line. Paper and preview are both made of this.

use super::lines::{plain, wrapped};
use super::part::Part;
use super::raster::Raster;
use super::shaped::{self, Weight};
use super::{CODE_DOTS, COLUMN_DOTS, TicketStyle};
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::TicketView;
use foyer_text::{Language, Value, day_and_time, span, text, text_with, time_of_day};

/// Something on the paper, from edge to edge, in the middle.
pub(super) enum Block {
    /// One line in the printer's own letters; it fits.
    Line {
        /// In the printer's alphabet.
        text: String,
        /// How many times the usual size.
        size: u8,
        /// Whether it is bold.
        bold: bool,
    },
    /// A picture, or text in letters that the printer does not have.
    Image(Raster),
    /// A QR code.
    Code {
        /// What it says, in plain characters.
        text: String,
        /// Dots a module.
        module: u8,
    },
}

/// How many times the printer's own size running text has, and what is to be found at once.
const USUAL: u8 = 1;
const LARGE: u8 = 2;

/// The whole ticket.
pub(super) fn blocks(ticket: &TicketView, style: &TicketStyle<'_>) -> Vec<Block> {
    let mut page = Page::new(style);
    // A template without the number would be a ticket without sense.
    if !style.template.parts.contains(&Part::Number) {
        page.number(ticket.number);
    }
    for part in &style.template.parts {
        page.part(part, ticket);
    }
    page.closed_up()
}

/// Whether the printer lacks letters of a language. Then all its lines are drawn: two kinds of letters by turns look
/// like a fault.
fn draws(language: Language) -> bool {
    ["ticket-your-number", "ticket-wait-here", "ticket-watch"]
        .iter()
        .any(|id| plain(&text(language, id)).is_none())
}

pub(super) struct Page<'a> {
    style: &'a TicketStyle<'a>,
    /// Whether all text is drawn.
    draws: bool,
    blocks: Vec<Block>,
}

impl<'a> Page<'a> {
    pub(super) fn new(style: &'a TicketStyle<'a>) -> Self {
        Self { style, draws: draws(style.language), blocks: Vec::new() }
    }

    fn part(&mut self, part: &Part, ticket: &TicketView) {
        let TicketStyle { language, office, time_zone, template, .. } = *self.style;
        match part {
            Part::Logo => self.blocks.push(Block::Image(template.logo.0.clone())),
            Part::Office => self.write(office),
            Part::Issued => {
                self.write(&day_and_time(language, time_zone, ticket.issued_at));
                self.copy();
            }
            Part::Number => self.number(ticket.number),
            Part::Place => self.place(ticket),
            Part::Visit => self.visit(ticket),
            Part::Wait => {
                if let Some(estimate) = ticket.estimate {
                    let wait = Value::from(span(language, estimate));
                    self.write(&text_with(language, "ticket-estimate", &[("span", wait)]));
                }
            }
            Part::Watch => {
                self.write(&text(language, if ticket.alone { "ticket-alone" } else { "ticket-watch" }));
            }
            Part::Phone => self.phone(ticket),
            Part::Space => self.space(),
            Part::Text(words) => self.write(words.get(language.tag())),
        }
    }

    pub(super) fn write(&mut self, text: &str) {
        self.set(text, USUAL);
    }

    pub(super) fn write_large(&mut self, text: &str) {
        self.set(text, LARGE);
    }

    pub(super) fn space(&mut self) {
        self.blocks.push(Block::Line { text: String::new(), size: USUAL, bold: false });
    }

    /// A code of plain characters.
    pub(super) fn code(&mut self, text: &str, module: u8) {
        self.blocks.push(Block::Code { text: text.to_owned(), module });
    }

    /// Without the empty lines that a part leaves which has nothing to say.
    pub(super) fn closed_up(self) -> Vec<Block> {
        let is_space = |block: &Block| matches!(block, Block::Line { text, .. } if text.is_empty());
        let mut blocks: Vec<Block> = Vec::with_capacity(self.blocks.len());
        for block in self.blocks {
            if !is_space(&block) || blocks.last().is_some_and(|last| !is_space(last)) {
                blocks.push(block);
            }
        }
        if blocks.last().is_some_and(is_space) {
            blocks.pop();
        }
        blocks
    }

    /// Sets a text in the printer's letters, which are sharpest and quickest. Where it lacks some the text is drawn;
    /// where no font has them either, the text is spelled as well as it goes.
    fn set(&mut self, text: &str, size: u8) {
        let bold = size > USUAL;
        if self.draws || plain(text).is_none() {
            let width = usize::from(self.style.template.columns) * COLUMN_DOTS;
            let weight = if bold { Weight::Bold } else { Weight::Regular };
            if let Some(drawn) = shaped::draw(text, width, f32::from(size), weight) {
                self.blocks.extend(drawn.into_iter().map(Block::Image));
                return;
            }
        }
        let columns = usize::from(self.style.template.columns / size).max(1);
        self.blocks.extend(wrapped(text, columns).into_iter().map(|text| Block::Line { text, size, bold }));
    }

    /// Says that the paper is printed again, and when.
    fn copy(&mut self) {
        let TicketStyle { language, time_zone, copy, now, .. } = *self.style;
        if copy {
            self.space();
            self.write_large(&text(language, "ticket-copy"));
            self.write(&time_of_day(language, time_zone, now));
        }
    }

    fn number(&mut self, number: TicketNumber) {
        self.write(&text(self.style.language, "ticket-your-number"));
        // Five characters across the paper: eight times the size on 80 mm, six times on 58 mm.
        let size = (self.style.template.columns / 5).clamp(1, 8);
        let text = format!("{} {:03}", char::from(number.letter()), number.number());
        self.blocks.push(Block::Line { text, size, bold: true });
    }

    fn place(&mut self, ticket: &TicketView) {
        let language = self.style.language;
        self.write(&text(language, "ticket-wait-here"));
        self.write_large(ticket.area.get(language.tag()));
        self.write(ticket.way.get(language.tag()));
    }

    fn visit(&mut self, ticket: &TicketView) {
        let TicketStyle { language, time_zone, .. } = *self.style;
        for service in &ticket.services {
            self.write(service.get(language.tag()));
        }
        let kind = ticket.start.map_or_else(
            || text(language, "ticket-without-appointment"),
            |start| {
                let time = time_of_day(language, time_zone, start);
                text_with(language, "ticket-with-appointment", &[("time", Value::from(time))])
            },
        );
        self.write(&kind);
    }

    fn phone(&mut self, ticket: &TicketView) {
        let (text_id, code) = match (ticket.phone_url.as_deref(), self.style.code) {
            (Some(link), _) => ("ticket-phone", link),
            (None, Some(code)) => ("ticket-code", code),
            (None, None) => return,
        };
        if let Some(module) = self.printable_code(code) {
            self.write(&text(self.style.language, text_id));
            self.space();
            self.code(code, module);
        }
    }

    /// How many dots a module of a code gets; `None` for a text that no printer should be sent: real-time commands
    /// are obeyed wherever they stand, also in a code's text.
    fn printable_code(&self, code: &str) -> Option<u8> {
        if !code.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
            return None;
        }
        let code = qrcode::QrCode::with_error_correction_level(code, qrcode::EcLevel::M).ok()?;
        let widest = usize::from(self.style.template.columns) * COLUMN_DOTS / (code.width() + 8);
        let module = CODE_DOTS.div_ceil(code.width()).min(widest).min(16);
        u8::try_from(module).ok().filter(|module| *module >= 3)
    }
}
