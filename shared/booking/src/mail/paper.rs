//! A booking as a letter on paper, for whoever has no e-mail: it fits an envelope with a window (DIN 5008, form B).

use super::letter::{Kind, Letter};
use super::said::{CheckIn, Item, Said};
use super::sheet::{self, SheetFault, Sheets, Style};

/// Where lines begin, and how wide they are (DIN 5008: 25 mm and 20 mm of margin), in millimetres.
const LEFT: f32 = 25.0;
const WIDTH: f32 = 165.0;
/// The field of the address begins so far down (form B); it is 85 mm wide, and its lines begin 5 mm within.
const FIELD_TOP: f32 = 45.0;
const FIELD_WIDTH: f32 = 80.0;
/// The sender stands above the address, which has 27.3 mm.
const ADDRESS_TOP: f32 = FIELD_TOP + 17.7;
/// The lines of an address.
pub const ADDRESS_LINES: usize = 6;
/// Beside the field there is room for the date.
const DATE_LEFT: f32 = 125.0;
const DATE_TOP: f32 = 50.0;
/// The first line of the text (form B).
const TEXT_TOP: f32 = 98.5;
/// Below that nothing is written.
const TEXT_END: f32 = 275.0;
/// The text of further pages begins there.
const NEXT_TOP: f32 = 25.0;
/// Marks for folding and punching (form B).
const MARKS: [(f32, f32); 3] = [(105.0, 5.0), (148.5, 8.0), (210.0, 5.0)];
/// The QR symbol's width; 40 mm is the least. Four modules of white are around it.
const CODE: f32 = 42.0;
const CODE_WHITE: f32 = 5.0;

/// One of several appointments with its code has so much room.
const ONE_OF_SEVERAL: f32 = 110.0;

const SMALL: f32 = 8.0;
const USUAL: f32 = 11.0;
const LARGE: f32 = 13.0;
/// The Terminnummer and the PIN; 14 points is the least.
const NUMBER: f32 = 18.0;

/// The text as it goes down the page.
struct Flow {
    sheets: Sheets,
    y: f32,
    from_right: bool,
}

impl Flow {
    fn style(&self, size: f32, is_bold: bool) -> Style {
        Style { size, is_bold, from_right: self.from_right }
    }

    /// Where something of this width begins that stands where lines begin.
    fn start(&self, width: f32) -> f32 {
        if self.from_right { LEFT + WIDTH - width } else { LEFT }
    }

    /// Goes to the next page if there is less room than so many millimetres on this one.
    fn keep(&mut self, height: f32) {
        if self.y + height > TEXT_END {
            self.sheets.turn();
            self.y = NEXT_TOP;
        }
    }

    /// A paragraph, on the next page if there is no room on this one; `after` is the room after it.
    fn say(&mut self, text: &str, size: f32, is_bold: bool, after: f32) {
        // Three lines, in millimetres; longer paragraphs of ours are at the beginning.
        self.keep(size * 1.5);
        let style = self.style(size, is_bold);
        self.y += self.sheets.text(text, LEFT, self.y, WIDTH, style) + after;
    }

    /// Facts where lines begin, and the code beside them.
    fn facts(&mut self, said: &Said, check_in: &CheckIn) {
        let beside = CODE + 2.0 * CODE_WHITE;
        let width = WIDTH - beside;
        let left = self.start(width);
        let top = self.y;
        for fact in &said.facts {
            let label = self.style(SMALL + 1.0, false);
            self.y += self.sheets.text(&fact.label, left, self.y, width, label);
            let lines = self.style(USUAL, true);
            self.y += self.sheets.text(&fact.lines.join("\n"), left, self.y, width, lines) + 2.0;
        }
        let code_left = if self.from_right { LEFT } else { LEFT + width } + CODE_WHITE;
        self.sheets.code(&check_in.code, code_left, top + 2.0, CODE);
        let mut below = top + 2.0 + CODE + CODE_WHITE;
        let words = &said.words;
        for (id, value) in [
            ("portal-booking-short-code", Some(check_in.short_code.as_str())),
            ("portal-booking-pin", check_in.pin.as_deref()),
        ] {
            let Some(value) = value else { continue };
            let label = words.text(id);
            below += self.sheets.text(&label, code_left, below, CODE, self.style(SMALL + 1.0, false));
            below += self.sheets.text(value, code_left, below, CODE + CODE_WHITE, self.style(NUMBER, true));
            below += 1.0;
        }
        self.y = self.y.max(below) + 3.0;
    }

    fn item(&mut self, said: &Said, item: &Item) {
        // No heading stays behind alone.
        self.keep(25.0);
        self.say(&format!("{} – {}", item.name, item.length), USUAL, true, 1.0);
        let words = &said.words;
        if !item.fees.is_empty() {
            let fees = item.fees.join(", ");
            let values = [("label", words.text("mail-fees").into()), ("value", fees.into())];
            self.say(&foyer_text::text_with(words.language, "mail-labelled", &values), USUAL, false, 1.0);
        }
        if !item.documents.is_empty() {
            self.say(&words.text("portal-booking-documents"), USUAL, false, 0.5);
            for document in &item.documents {
                self.say(&format!("•  {document}"), USUAL, false, 0.5);
            }
        }
        self.y += 2.0;
    }
}

/// What is around the text: sender, address, date and marks.
fn head(sheets: &mut Sheets, letter: &Letter<'_>, address: &str) {
    for (top, width) in MARKS {
        sheets.bar(0.0, top, width, 0.1);
    }
    let office = letter.office;
    let style = |size| Style { size, is_bold: false, from_right: false };
    let sender = format!("{}, {}", office.name, office.address);
    let height = sheets.text(&sender, LEFT, ADDRESS_TOP - 5.0, FIELD_WIDTH, style(SMALL - 1.0));
    debug_assert!(height < 17.0, "the sender stands above the address");
    sheets.text(address, LEFT, ADDRESS_TOP, FIELD_WIDTH, style(10.0));
    let date = foyer_text::date(letter.language, office.time_zone, letter.written_at);
    sheets.text(&date, DATE_LEFT, DATE_TOP, LEFT + WIDTH - DATE_LEFT, style(USUAL));
}

fn sheets(letter: &Letter<'_>, address: &str) -> (Sheets, String) {
    let said = Said::of(letter);
    let mut sheets = Sheets::default();
    head(&mut sheets, letter, address);
    let mut flow = Flow { sheets, y: TEXT_TOP, from_right: letter.language.is_right_to_left() };
    flow.say(&said.subject, LARGE, true, 4.0);
    flow.say(&said.greeting, USUAL, false, 2.0);
    // On paper each has its code beside it.
    let is_one = letter.together.is_empty();
    for paragraph in said.lead.iter().take(if is_one { usize::MAX } else { 1 }) {
        flow.say(paragraph, USUAL, false, 2.0);
    }
    if let Some(check_in) = &said.check_in {
        flow.facts(&said, check_in);
        let how = format!("{} {}", said.words.text("portal-booking-how"), check_in.window);
        flow.say(&how, USUAL, false, 3.0);
    }
    for sibling in letter.together {
        let one = Letter { kind: Kind::Confirmed, view: &sibling.view, together: &[], ..letter.clone() };
        let one = Said::of(&one);
        if let Some(check_in) = &one.check_in {
            flow.keep(ONE_OF_SEVERAL);
            flow.facts(&one, check_in);
        }
    }
    if !is_one {
        flow.say(&said.words.text("portal-booking-how"), USUAL, false, 3.0);
    }
    for item in &said.items {
        flow.item(&said, item);
    }
    flow.say(&said.words.text("mail-pin"), USUAL, false, 0.5);
    // On paper an address is typed, so that only the first one, which leads to all, is said.
    if let Some(link) = said.links.first().filter(|_| !letter.public_url.is_empty()) {
        let url = link.url.split('?').next().unwrap_or_default();
        flow.say(url, SMALL + 1.0, false, 0.0);
    }
    (flow.sheets, said.subject)
}

/// A letter as PDF. `address` are the lines of whoever gets it, up to [`ADDRESS_LINES`].
///
/// # Errors
/// No fonts; a mistake of ours.
pub fn write(letter: &Letter<'_>, address: &str) -> Result<Vec<u8>, SheetFault> {
    sheet::check()?;
    let (sheets, subject) = sheets(letter, address);
    sheets.pdf(&subject, letter.language.tag())
}

#[cfg(test)]
mod tests;
