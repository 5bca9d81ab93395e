//! The screens: each a module with one `view` that draws what [`App`] holds. Nothing can be pressed.

pub mod board;
mod call;
pub mod closed;
pub mod enrol;
mod foot;
mod history;
pub mod interrupted;
mod shifted;
pub mod waiting;

use crate::app::{App, Screen};
use crate::board::Moment;
use crate::layout::Layout;
use chrono_tz::Tz;
use foyer_domain::Timestamp;
use foyer_look::fonts::{BOLD, REGULAR};
use foyer_look::{NoCursor, Palette, fit, prose};
use foyer_text::Language;
use iced::widget::{Container, Row, Space, container, text};
use iced::{Color, Element, Font, Vector};
use shifted::Shifted;
use std::time::Duration;

/// What every part of a screen is drawn with.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// Colours.
    pub palette: Palette,
    /// Sizes.
    pub layout: Layout,
    /// The language of the moment.
    pub language: Language,
    /// The office's zone.
    pub zone: Tz,
    /// The time to show.
    pub time: Timestamp,
    /// The moment, for what changes by itself.
    pub now: Moment,
    /// Whether what is shown is old: then it is not as bright as news.
    pub stale: bool,
}

/// The screen of the moment. It sends no messages, whatever their type.
pub fn view<'a, Message: 'a>(app: &App, now: Moment) -> Element<'a, Message> {
    let stage = Stage {
        palette: app.look().palette,
        layout: app.layout,
        language: app.language(now),
        zone: app.zone(),
        time: app.time(now),
        now,
        stale: app.stale_since(now).is_some(),
    };
    let screen = match &app.screen {
        Screen::Enrol { refused, fault } => enrol::view(&stage, app, *refused, fault.as_deref()),
        Screen::Waiting => waiting::view(&stage, app),
        Screen::Board => match (app.interruption(now), app.closed(now)) {
            (Some(interrupted), _) => interrupted::view(&stage, app, interrupted),
            (None, Some(opens)) => closed::view(&stage, app, opens),
            (None, None) => board::view(&stage, app),
        },
    };
    NoCursor(Shifted { view: screen, by: drift(now, app.layout) }.into()).into()
}

/// How long the picture stays at one place …
const STAY: Duration = Duration::from_secs(180);
/// … and where it goes then, in steps: a panel that shows the same edges for years keeps their shadow.
const DRIFT: [(f32, f32); 9] = [
    (0.0, 0.0),
    (1.0, 0.0),
    (1.0, 1.0),
    (0.0, 1.0),
    (-1.0, 1.0),
    (-1.0, 0.0),
    (-1.0, -1.0),
    (0.0, -1.0),
    (1.0, -1.0),
];

/// How far the whole picture is moved now: at most a 270th of the short side, which nobody sees.
fn drift(now: Moment, layout: Layout) -> Vector {
    let step = (layout.size.width.min(layout.size.height) / 270.0).round().max(1.0);
    let turn = usize::try_from(now.0.as_secs() / STAY.as_secs()).unwrap_or(0) % DRIFT.len();
    let (x, y) = DRIFT[turn];
    Vector::new(x * step, y * step)
}

/// Whether something fades at this moment, so that frames are needed.
pub fn is_fading(app: &App, now: Moment) -> bool {
    let fades = !app.settings.panel.reduced_motion && call::fades(now, app.picture.big.as_ref());
    fades || app.is_arriving(now)
}

impl Stage {
    /// Text of a size and colour.
    fn text<'a, Message: 'a>(
        &self,
        words: impl Into<String>,
        font: Font,
        size: f32,
        colour: Color,
    ) -> Element<'a, Message> {
        let words = words.into();
        if fit::runs_from_the_right(&words) {
            let words = prose(words, size).line_height(1.2).color(colour);
            return if font == BOLD { words.bold().into() } else { words.into() };
        }
        text(words).font(font).size(size).line_height(1.2).color(colour).into()
    }

    /// Running text.
    fn words<'a, Message: 'a>(&self, words: impl Into<String>, size: f32) -> Element<'a, Message> {
        self.text(words, REGULAR, size, self.palette.text)
    }

    /// Parts side by side in reading order: mirrored for languages that are read from the right.
    fn line<'a, Message: 'a>(&self, mut parts: Vec<Element<'a, Message>>) -> Row<'a, Message> {
        if self.language.is_right_to_left() {
            parts.reverse();
        }
        Row::with_children(parts).align_y(iced::Alignment::Center)
    }

    /// The side at which lines begin.
    fn beginning(&self) -> iced::alignment::Horizontal {
        if self.language.is_right_to_left() {
            iced::alignment::Horizontal::Right
        } else {
            iced::alignment::Horizontal::Left
        }
    }
}

/// A box of one colour.
fn ground<'a, Message: 'a>(
    colour: Color,
    content: impl Into<Element<'a, Message>>,
) -> Container<'a, Message> {
    container(content).style(move |_| container::Style::default().background(colour))
}

/// Lines below each other in the middle. iced 0.14 draws centred lines that run from the right beside their place:
/// those are flush right within the middle.
fn centred<'a, Message: 'a>(
    words: String,
    font: Font,
    size: f32,
    line_height: f32,
    colour: Color,
) -> Element<'a, Message> {
    if fit::runs_from_the_right(&words) {
        let words = prose(words, size).line_height(line_height).color(colour);
        return if font == BOLD { words.bold().into() } else { words.into() };
    }
    let words = text(words).font(font).size(size).line_height(line_height).color(colour);
    words.align_x(iced::alignment::Horizontal::Center).into()
}

/// A line that only decorates.
fn rule<'a, Message: 'a>(colour: Color, width: iced::Length, height: iced::Length) -> Element<'a, Message> {
    ground(colour, Space::new()).width(width).height(height).into()
}
