//! Sheets of A4: text in all our scripts and a QR code at places in millimetres, and the PDF of them.

use crate::qr;
use cosmic_text::{Align, Attrs, Buffer, Family, FontSystem, Metrics, Shaping, Weight, fontdb};
use krilla::Document;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Points in a millimetre; 72 are an inch.
const POINTS: f32 = 72.0 / 25.4;
/// A4 (ISO 216), in millimetres.
const WIDE: f32 = 210.0;
const HIGH: f32 = 297.0;
/// From line to line, of the letters' size.
const LINE: f32 = 1.35;
/// Only these are used, whatever else is installed. The first has Latin and Cyrillic letters; what it lacks is taken
/// from the other.
const FAMILIES: [&str; 2] = ["Noto Sans", "Noto Sans Arabic"];

/// Why there is no PDF.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SheetFault {
    /// Nothing can be written.
    #[error("the fonts `Noto Sans` and `Noto Sans Arabic` are missing; install the package fonts-noto-core")]
    NoFonts,
    /// A mistake of ours.
    #[error("the PDF cannot be written: {0}")]
    Pdf(String),
}

/// The fonts, loaded once, in some tens of milliseconds.
static FONTS: LazyLock<Mutex<FontSystem>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    faces.load_system_fonts();
    let is_other =
        |face: &fontdb::FaceInfo| face.families.iter().all(|(name, _)| !FAMILIES.contains(&name.as_str()));
    let others: Vec<_> = faces.faces().filter(|face| is_other(face)).map(|face| face.id).collect();
    others.into_iter().for_each(|id| faces.remove_face(id));
    Mutex::new(FontSystem::new_with_locale_and_db("de-DE".to_owned(), faces))
});

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// The letters' size in points.
    pub size: f32,
    pub is_bold: bool,
    /// Whether lines begin on the right.
    pub from_right: bool,
}

/// Some glyphs of one font in one line.
struct Run {
    font: fontdb::ID,
    /// Of the first glyph, on the base line, in points.
    x: f32,
    y: f32,
    size: f32,
    text: String,
    glyphs: Vec<KrillaGlyph>,
}

/// What is on a page.
#[derive(Default)]
struct Page {
    runs: Vec<Run>,
    /// Filled with black: left, top, width and height in points.
    bars: Vec<[f32; 4]>,
}

/// The sheets of a letter.
#[derive(Default)]
pub(super) struct Sheets {
    pages: Vec<Page>,
    /// What was set, for tests: left, top and height in millimetres, size in points, text.
    #[cfg(test)]
    pub(super) set: Vec<(f32, f32, f32, f32, String)>,
}

/// Glyphs of one line, those of one font together, from left to right.
fn runs(line: &cosmic_text::LayoutRun<'_>, x: f32, y: f32) -> Vec<Run> {
    let mut glyphs: Vec<_> = line.glyphs.iter().collect();
    glyphs.sort_by(|one, other| one.x.total_cmp(&other.x));
    let together =
        glyphs.chunk_by(|one, next| one.font_id == next.font_id && one.font_size == next.font_size);
    let run = |glyphs: &[&cosmic_text::LayoutGlyph]| {
        let (first, size) = (glyphs[0], glyphs[0].font_size);
        let glyph = |at: usize| {
            let glyph = glyphs[at];
            let advance = glyphs.get(at + 1).map_or(glyph.w, |next| next.x - glyph.x) / size;
            let id = GlyphId::new(u32::from(glyph.glyph_id));
            KrillaGlyph::new(id, advance, glyph.x_offset, glyph.y_offset, 0.0, glyph.start..glyph.end, None)
        };
        Run {
            font: first.font_id,
            x: x + first.x,
            y: y + line.line_y,
            size,
            text: line.text.to_owned(),
            glyphs: (0..glyphs.len()).map(glyph).collect(),
        }
    };
    together.map(run).collect()
}

impl Sheets {
    /// Begins another page.
    pub(super) fn turn(&mut self) {
        self.pages.push(Page::default());
    }

    fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.turn();
        }
        self.pages.last_mut().expect("a page was made if there was none")
    }

    /// Sets a text that is broken where it must be, its upper left corner at `left` and `top`, within `width`, all in
    /// millimetres; how high it is.
    pub(super) fn text(&mut self, text: &str, left: f32, top: f32, width: f32, style: Style) -> f32 {
        // A separator within a line ends a paragraph, and the shaper panics where the next one runs the other way.
        let ends = |letter: char| {
            (letter.is_control() && letter != '\n') || matches!(letter, '\u{2028}' | '\u{2029}')
        };
        let clean: String = text.chars().map(|letter| if ends(letter) { ' ' } else { letter }).collect();
        let mut height = 0.0;
        for paragraph in clean.split('\n') {
            height += self.paragraph(paragraph, left, top + height, width, style);
        }
        #[cfg(test)]
        self.set.push((left, top, height, style.size, text.to_owned()));
        height
    }

    fn paragraph(&mut self, text: &str, left: f32, top: f32, width: f32, style: Style) -> f32 {
        let mut fonts = FONTS.lock().unwrap_or_else(PoisonError::into_inner);
        let mut buffer = Buffer::new(&mut fonts, Metrics::new(style.size, style.size * LINE));
        buffer.set_size(&mut fonts, Some(width * POINTS), None);
        let weight = if style.is_bold { Weight::BOLD } else { Weight::NORMAL };
        let attrs = Attrs::new().family(Family::Name(FAMILIES[0])).weight(weight);
        let align = if style.from_right { Align::Right } else { Align::Left };
        buffer.set_text(&mut fonts, text, &attrs, Shaping::Advanced, Some(align));
        buffer.shape_until_scroll(&mut fonts, false);
        let mut height = 0.0;
        for line in buffer.layout_runs() {
            height = line.line_top + line.line_height;
            let set = runs(&line, left * POINTS, top * POINTS);
            self.page().runs.extend(set);
        }
        height / POINTS
    }

    /// Whether something is written that the fonts do not have.
    #[cfg(test)]
    pub(super) fn has_boxes(&self) -> bool {
        let mut glyphs = self.pages.iter().flat_map(|page| &page.runs).flat_map(|run| &run.glyphs);
        glyphs.any(|glyph| glyph.glyph_id == GlyphId::new(0))
    }

    /// A black bar: left, top, width and height in millimetres.
    pub(super) fn bar(&mut self, left: f32, top: f32, width: f32, height: f32) {
        self.page().bars.push([left, top, width, height].map(|millimetres| millimetres * POINTS));
    }

    /// A QR code whose symbol without its white is `width` millimetres wide.
    pub(super) fn code(&mut self, text: &str, left: f32, top: f32, width: f32) {
        let Some((modules, runs)) = qr::runs(text) else { return };
        let module = width / modules as f32;
        for qr::Run { column, row, length } in runs {
            let (x, y) = (left + column as f32 * module, top + row as f32 * module);
            self.bar(x, y, length as f32 * module, module);
        }
    }

    /// The PDF.
    ///
    /// # Errors
    /// No fonts; a mistake of ours.
    pub(super) fn pdf(&self, title: &str, language: &str) -> Result<Vec<u8>, SheetFault> {
        let mut document = Document::new();
        let metadata = Metadata::new().title(title.to_owned()).language(language.to_owned());
        document.set_metadata(metadata);
        let mut fonts = HashMap::new();
        for sheet in &self.pages {
            let size = PageSettings::from_wh(WIDE * POINTS, HIGH * POINTS).expect("A4 is a size");
            let mut page = document.start_page_with(size);
            let mut surface = page.surface();
            let mut bars = PathBuilder::new();
            for [x, y, width, height] in &sheet.bars {
                bars.push_rect(
                    Rect::from_xywh(*x, *y, *width, *height).ok_or(SheetFault::Pdf("bar".into()))?,
                );
            }
            if let Some(bars) = bars.finish() {
                surface.draw_path(&bars);
            }
            for run in &sheet.runs {
                let font = match fonts.get(&run.font) {
                    Some(font) => font,
                    None => fonts.entry(run.font).or_insert(font(run.font)?),
                };
                let start = Point::from_xy(run.x, run.y);
                surface.draw_glyphs(start, &run.glyphs, Font::clone(font), &run.text, run.size, false);
            }
            surface.finish();
            page.finish();
        }
        document.finish().map_err(|error| SheetFault::Pdf(format!("{error:?}")))
    }
}

/// A face as PDF needs it.
fn font(id: fontdb::ID) -> Result<Font, SheetFault> {
    let fonts = FONTS.lock().unwrap_or_else(PoisonError::into_inner);
    let read = |data: &[u8], index: u32| Font::new(data.to_vec().into(), index);
    fonts.db().with_face_data(id, read).flatten().ok_or(SheetFault::NoFonts)
}

/// Whether both families are there.
///
/// # Errors
/// [`SheetFault::NoFonts`].
pub(super) fn check() -> Result<(), SheetFault> {
    let fonts = FONTS.lock().unwrap_or_else(PoisonError::into_inner);
    let is_there =
        |family: &&str| fonts.db().faces().any(|face| face.families.iter().any(|(name, _)| name == family));
    if FAMILIES.iter().all(is_there) { Ok(()) } else { Err(SheetFault::NoFonts) }
}
