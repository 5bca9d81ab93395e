//! The staff page: how the terminal is, and what staff may do to it. Several pages, one for each matter; nothing
//! needs a swipe, and nobody's data stands on it.

mod parts;
mod tabs;

pub use parts::{About, Links, Printing, Reading, Refused};
pub use tabs::picture_size;

use crate::context::Context;
use crate::device::{camera, printer};
use crate::kept::{Kept, LOUDEST};
use crate::page;
use crate::screen::welcome::Picture;
use foyer_look::key::Weight;
use foyer_look::prose::Prose;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key, icon, prose};
use iced::widget::{center, column, container, row};
use iced::{Element, Fill, FillPortion};

/// So many refusals are kept.
pub const REFUSALS: usize = 20;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// To another page.
    Turn(Tab),
    /// Print a test ticket.
    PrintTest,
    /// Print the last ticket again.
    PrintCopy,
    /// Print the list of what was given alone.
    PrintAlone,
    /// A step louder.
    Louder,
    /// A step quieter.
    Quieter,
    /// Take the terminal out of service.
    TakeOut,
    /// Let it work again.
    PutBack,
    /// The next refusals.
    ShowMore,
    /// Done.
    Close,
}

/// What staff decided.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// Print a test ticket.
    PrintTest,
    /// Print the last ticket again.
    PrintCopy,
    /// Print the list of what was given alone.
    PrintAlone,
    /// Be so loud.
    SetVolume(u8),
    /// Be out of service, or not.
    SetOutOfService(bool),
    /// Back to the citizens.
    Close,
}

/// A page for each matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Camera and reading.
    Camera,
    /// Printer and paper.
    Printer,
    /// Lobby, day list, what waits to be handed over.
    Links,
    /// Who was told why not.
    Refusals,
    /// Volume, out of service.
    Service,
    /// Versions.
    About,
}

impl Tab {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; 6] =
        [Self::Camera, Self::Printer, Self::Links, Self::Refusals, Self::Service, Self::About];

    fn sign(self) -> Icon {
        match self {
            Self::Camera => Icon::QrCode,
            Self::Printer => Icon::Printer,
            Self::Links => Icon::House,
            Self::Refusals => Icon::Hand,
            Self::Service => Icon::Speaker,
            Self::About => Icon::Info,
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Camera => "kiosk-staff-tab-camera",
            Self::Printer => "kiosk-staff-tab-printer",
            Self::Links => "kiosk-staff-tab-links",
            Self::Refusals => "kiosk-staff-tab-refusals",
            Self::Service => "kiosk-staff-tab-service",
            Self::About => "kiosk-staff-tab-about",
        }
    }
}

/// All that the page shows; the model renews it.
#[derive(Debug)]
pub struct Facts {
    /// How the camera is.
    pub camera: camera::State,
    /// What it has read lately.
    pub reading: Reading,
    /// How the printer is.
    pub printer: printer::State,
    /// What became of the paper that the page asked for.
    pub printing: Option<Printing>,
    /// The number on the last paper; `None` if none was printed since the start.
    pub last_ticket: Option<String>,
    /// Lobby and working alone.
    pub links: Links,
    /// Newest first.
    pub refusals: Vec<Refused>,
    /// What staff set.
    pub kept: Kept,
    /// Whether the disk has taken that.
    pub is_kept: bool,
    /// Program and computer.
    pub about: About,
    /// The panel's diagonal.
    pub diagonal_inch: f32,
}

/// The page.
#[derive(Debug)]
pub struct Staff {
    /// What it shows.
    pub facts: Facts,
    /// The newest live picture.
    pub picture: Option<Picture>,
    tab: Tab,
    refusals_page: usize,
}

impl Staff {
    /// The page at its first matter.
    pub fn new(facts: Facts) -> Self {
        Self { facts, picture: None, tab: Tab::Camera, refusals_page: 0 }
    }

    /// Whether the live picture is to be seen.
    pub fn shows_camera(&self) -> bool {
        self.tab == Tab::Camera
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Option<Action> {
        let volume = self.facts.kept.volume;
        match message {
            Message::Turn(tab) => {
                (self.tab, self.refusals_page, self.picture) = (tab, 0, None);
                None
            }
            Message::ShowMore => {
                self.refusals_page += 1;
                None
            }
            Message::PrintTest => Some(Action::PrintTest),
            Message::PrintCopy => Some(Action::PrintCopy),
            Message::PrintAlone => Some(Action::PrintAlone),
            Message::Louder => Some(Action::SetVolume((volume + 1).min(LOUDEST))),
            Message::Quieter => Some(Action::SetVolume(volume.saturating_sub(1))),
            Message::TakeOut => Some(Action::SetOutOfService(true)),
            Message::PutBack => Some(Action::SetOutOfService(false)),
            Message::Close => Some(Action::Close),
        }
    }

    /// Draws it.
    pub fn view<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        let scale = ctx.look.scale;
        let title = prose(ctx.words.say(self.tab.title()), scale.text(Step::Title)).bold();
        let title = title.line_height(page::TIGHT);
        let (body, keys) = tabs::of(self, ctx);
        let done = ctx.words.say("kiosk-done");
        let done = page::key(ctx, Weight::Main, Icon::Check, done, Some(Message::Close), ctx.content_width());
        let keys = column(keys).push(done).spacing(scale.apart());
        let halves = page::halves(ctx, column![title, body].spacing(scale.within()), keys);
        page::page(ctx, column![self.tabs(ctx), halves].spacing(scale.group()))
    }

    fn tabs<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let tab = |tab: Tab| {
            let (weight, ink) = if tab == self.tab {
                (Weight::Main, look.palette.on_accent)
            } else {
                (Weight::Plain, look.palette.text)
            };
            let sign = center(icon::icon(tab.sign(), scale.text(Step::Title), ink));
            Key::new(&look, weight, sign, Some(Message::Turn(tab))).width(Fill).into()
        };
        row(Tab::ALL.map(tab)).spacing(scale.apart()).into()
    }
}

/// What, and how it is, below each other.
fn table<'a>(ctx: &Context<'a>, rows: Vec<(String, String)>) -> Element<'a, Message> {
    let (scale, palette) = (ctx.look.scale, ctx.look.palette);
    let size = scale.text(Step::Small);
    let line = |(what, value): (String, String)| {
        let what = prose(what, size).line_height(page::LOOSE).color(palette.quiet);
        let value = prose(value, size).bold().line_height(page::LOOSE);
        let part = |text: Prose, portion| container(text).width(FillPortion(portion));
        row![part(what, 5), part(value, 6)].spacing(scale.within()).into()
    };
    column(rows.into_iter().map(line)).spacing(scale.within() / 2.0).width(Fill).into()
}
