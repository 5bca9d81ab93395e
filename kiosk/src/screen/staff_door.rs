//! The door of the staff page: a PIN, or a staff code before the camera. Without either it says how to set one up.

use crate::context::Context;
use crate::page::{self, Beside, Tone};
use crate::staff::{PIN_LEAST, PIN_MOST, Pin};
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key, fonts, icon};
use iced::widget::{center, column, container, row, text};
use iced::{Element, Fill, FillPortion};
use std::time::Duration;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A digit was pressed or typed.
    Type(char),
    /// The last digit is to go.
    Delete,
    /// All is typed.
    Send,
    /// Back.
    GoBack,
}

/// What was decided.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// Compare this PIN.
    Check(Pin),
    /// Back to the welcome.
    GoHome,
}

/// What the door says to what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Nothing yet.
    Nothing,
    /// The PIN is being compared.
    Checking,
    /// It is not the one.
    Wrong,
}

/// The door.
#[derive(Debug)]
pub struct Door {
    has_pin: bool,
    has_code: bool,
    config: String,
    typed: String,
    said: Said,
    /// Until when no PIN is taken, by the steady clock.
    pub locked_until: Option<Duration>,
}

impl Door {
    /// A door that opens by a PIN, a code, both, or not yet; they are set in this configuration file.
    pub fn new(has_pin: bool, has_code: bool, config: &str) -> Self {
        let (typed, said) = (String::new(), Said::Nothing);
        Self { has_pin, has_code, config: config.to_owned(), typed, said, locked_until: None }
    }

    /// Says something to what was typed.
    pub fn say(&mut self, said: Said, locked_until: Option<Duration>) {
        (self.said, self.locked_until) = (said, locked_until);
        if said == Said::Wrong {
            self.typed.clear();
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Option<Action> {
        match message {
            Message::Type(digit) if self.has_pin && digit.is_ascii_digit() => {
                if self.typed.len() < PIN_MOST && self.said != Said::Checking {
                    self.typed.push(digit);
                    self.said = Said::Nothing;
                }
                None
            }
            Message::Type(_) => None,
            Message::Delete => {
                self.typed.pop();
                None
            }
            Message::Send => self.is_whole().then(|| Action::Check(Pin::typed(&self.typed))),
            Message::GoBack => Some(Action::GoHome),
        }
    }

    fn is_whole(&self) -> bool {
        self.typed.len() >= PIN_LEAST
    }

    /// Draws it.
    pub fn view<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let title = ctx.words.say("kiosk-staff-title");
        let mut first =
            column![page::headline(ctx, title, look.palette.text, scale.mm(40.0))].spacing(scale.group());
        if self.has_pin {
            first = first.push(self.digits(ctx)).push(self.answer(ctx));
        }
        if self.has_code {
            let id = if self.has_pin { "kiosk-staff-door-code" } else { "kiosk-staff-door-code-alone" };
            first = first.push(page::words(ctx, ctx.words.say(id), Step::Body));
        }
        if !self.has_pin && !self.has_code {
            first = first.push(self.set_up(ctx));
        }
        let back = ctx.words.say("kiosk-back");
        let press = Some(Message::GoBack);
        let second = if self.has_pin {
            let takes = self.is_whole() && self.said != Said::Checking && self.rests(ctx).is_none();
            let open = ctx.words.say("kiosk-staff-door-open");
            let ends = [
                Beside { weight: Weight::Other, sign: ctx.back_sign(), label: back, press },
                Beside {
                    weight: Weight::Main,
                    sign: Icon::Check,
                    label: open,
                    press: takes.then_some(Message::Send),
                },
            ];
            column![keys(ctx), page::pair(ctx, ends, ctx.half_width())].spacing(scale.apart() * 1.5)
        } else {
            column![page::key(ctx, Weight::Main, ctx.back_sign(), back, press, ctx.content_width())]
        };
        page::page(ctx, page::halves(ctx, first, second))
    }

    /// How many digits are typed, but not which.
    fn digits<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (scale, palette) = (ctx.look.scale, ctx.look.palette);
        let dots = "● ".repeat(self.typed.len());
        let place = iced::Size::new(ctx.content_width() - 2.0 * scale.within(), scale.mm(20.0));
        let dots = page::fitted(dots, fonts::BOLD, palette.text, place, scale.text(Step::Title));
        container(dots)
            .width(Fill)
            .padding([0.0, scale.within()])
            .style(page::boxed(palette.second_ground, palette.border, scale.stroke(), scale.corner()))
            .into()
    }

    fn rests(&self, ctx: &Context<'_>) -> Option<Duration> {
        self.locked_until?.checked_sub(ctx.now.steady).filter(|left| !left.is_zero())
    }

    fn answer<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        if let Some(left) = self.rests(ctx) {
            // A second that has begun counts.
            let seconds = left.as_millis().div_ceil(1_000) as u64;
            let words = foyer_text::text_with(
                ctx.words.language,
                "kiosk-staff-door-locked",
                &[("seconds", seconds.into())],
            );
            return page::banner(ctx, Icon::Clock, words, Tone::Wait);
        }
        let say = |id| ctx.words.say(id);
        match self.said {
            Said::Nothing => page::words(ctx, say("kiosk-staff-door-pin"), Step::Body),
            Said::Checking => page::words(ctx, say("kiosk-staff-door-checking"), Step::Body),
            Said::Wrong => page::banner(ctx, Icon::Warning, say("kiosk-staff-door-wrong"), Tone::Wait),
        }
    }

    fn set_up<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let what = ctx.words.say_with("kiosk-staff-door-none", "config", &self.config);
        let commands = ["foyer-kiosk staff-pin", "foyer-kiosk staff-code --out code.png"];
        column![page::words(ctx, what, Step::Body)]
            .extend(commands.map(|command| page::words(ctx, command.to_owned(), Step::Body)))
            .spacing(ctx.look.scale.within())
            .into()
    }
}

/// 1 to 9, 0 and the key that takes the last digit back.
fn keys<'a>(ctx: &Context<'a>) -> Element<'a, Message> {
    let (look, scale) = (ctx.look, ctx.look.scale);
    let size = scale.text(Step::Title);
    let digit = |digit: char| -> Element<'a, Message> {
        let label = text(digit.to_string()).font(fonts::BOLD).size(size).line_height(1.0);
        Key::new(&look, Weight::Plain, center(label), Some(Message::Type(digit))).into()
    };
    let sign = center(icon::icon(Icon::Delete, size, look.palette.text));
    let delete = Key::new(&look, Weight::Plain, sign, Some(Message::Delete)).into();
    let rows = [
        ['1', '2', '3'].map(digit),
        ['4', '5', '6'].map(digit),
        ['7', '8', '9'].map(digit),
        [text("").into(), digit('0'), delete],
    ];
    let place = |key| container(key).width(FillPortion(1)).into();
    let rows = rows.map(|keys| row(keys.map(place)).spacing(scale.apart()).into());
    page::as_it_is(ctx, column(rows).spacing(scale.apart()))
}
