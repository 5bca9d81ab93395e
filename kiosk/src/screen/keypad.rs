//! Typing the Terminnummer on keys of the panel, or on a keyboard.

use crate::context::{Context, Now};
use crate::page::{self, Beside, Tone};
use crate::speech::{Said, spelled};
use foyer_domain::Timestamp;
use foyer_domain::short_code::{ShortCode, ShortCodeFault};
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key, fonts};
use iced::widget::{Space, center, column, container, row, text};
use iced::{Element, Fill, FillPortion};

/// The signs of a Terminnummer: no 0, 1, I, O or Q, which look alike.
pub const SIGNS: &str = "23456789ABCDEFGHJKLMNPRSTUVWXYZ";
/// The places of a Terminnummer.
const PLACES: usize = 8;
/// Keys in a row at most: eight of 20 mm, 8 mm apart, fit a panel of 21.5 inches.
const IN_A_ROW: usize = 8;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A sign was pressed or typed.
    Type(char),
    /// The last sign is to go.
    Delete,
    /// All is typed.
    Send,
    /// Back.
    GoBack,
}

/// What the citizen decided.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// Ask for this Terminnummer.
    Ask {
        /// Checked already.
        code: ShortCode,
        /// When the first sign was typed.
        seen_at: Timestamp,
    },
    /// Back to the welcome.
    GoHome,
}

/// What is typed so far.
#[derive(Debug, Default)]
pub struct Keypad {
    typed: String,
    began: Option<Timestamp>,
    fault: Option<Fault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Wrong,
    Pin,
}

impl Keypad {
    /// Nothing is typed yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, now: Now) -> Option<Action> {
        match message {
            Message::Type(sign) => {
                let sign = sign.to_ascii_uppercase();
                // A PIN may hold 0 and 1, which a keyboard can type: they are taken to be told what to type.
                if self.typed.len() < PLACES && (SIGNS.contains(sign) || sign.is_ascii_digit()) {
                    self.began.get_or_insert(now.at);
                    self.typed.push(sign);
                    self.fault = (self.typed.len() == PLACES).then(|| self.fault_of_whole()).flatten();
                }
                None
            }
            Message::Delete => {
                self.typed.pop();
                self.fault = None;
                None
            }
            Message::Send => match ShortCode::parse(&self.typed) {
                Ok(code) => Some(Action::Ask { code, seen_at: self.began.unwrap_or(now.at) }),
                Err(fault) => {
                    self.fault = Some(Fault::of(fault));
                    None
                }
            },
            Message::GoBack => Some(Action::GoHome),
        }
    }

    fn fault_of_whole(&self) -> Option<Fault> {
        ShortCode::parse(&self.typed).err().map(Fault::of)
    }

    /// The last sign.
    pub fn last(&self) -> Option<char> {
        self.typed.chars().last()
    }

    /// What it says aloud. Signs are said as they are typed; all of them when the screen is said again.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        let words = ctx.words;
        let advice = match self.fault {
            None => "kiosk-keypad-where",
            Some(Fault::Wrong) => "kiosk-keypad-wrong",
            Some(Fault::Pin) => "kiosk-keypad-pin",
        };
        let lines = [words.say("kiosk-keypad-title"), words.say(advice), words.say("kiosk-speak-keypad")];
        let typed = (!self.typed.is_empty())
            .then(|| words.say_with("kiosk-speak-typed", "signs", spelled(words.language, &self.typed)));
        let keys = [words.say("kiosk-back"), words.say("kiosk-keypad-send")];
        Said::of(lines).with_keys(keys).with_around(typed)
    }

    /// Draws it.
    pub fn view<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let title = ctx.words.say("kiosk-keypad-title");
        let advice = match self.fault {
            None => page::words(ctx, ctx.words.say("kiosk-keypad-where"), Step::Body),
            Some(Fault::Wrong) => {
                page::banner(ctx, Icon::Warning, ctx.words.say("kiosk-keypad-wrong"), Tone::Wait)
            }
            Some(Fault::Pin) => {
                page::banner(ctx, Icon::Warning, ctx.words.say("kiosk-keypad-pin"), Tone::Wait)
            }
        };
        let first =
            column![page::headline(ctx, title, look.palette.text, scale.mm(40.0)), self.places(ctx), advice,]
                .spacing(scale.group());
        let back = ctx.words.say("kiosk-back");
        let send = ctx.words.say("kiosk-keypad-send");
        // Six digits are a PIN: whoever typed one must not have to guess why nothing can be pressed.
        let complete = self.typed.len() == PLACES || self.is_pin();
        let press = complete.then_some(Message::Send);
        let ends = [
            Beside {
                weight: Weight::Other,
                sign: ctx.back_sign(),
                label: back,
                press: Some(Message::GoBack),
            },
            Beside { weight: Weight::Main, sign: Icon::Check, label: send, press },
        ];
        let ends = page::shared_pair(ctx, ends, ctx.content_width());
        let second = column![self.keys(ctx), ends].push(page::timer(ctx)).spacing(scale.apart() * 1.5);
        page::page(ctx, page::halves(ctx, first, second))
    }

    fn is_pin(&self) -> bool {
        self.typed.len() >= foyer_domain::short_code::PIN_DIGITS
            && self.typed.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The eight places, four and four with a dash between.
    fn places<'a, M: 'a>(&self, ctx: &Context<'_>) -> Element<'a, M> {
        let (palette, scale) = (ctx.look.palette, ctx.look.scale);
        let width = (ctx.content_width() / 9.5).min(scale.mm(24.0));
        let mut typed = self.typed.chars();
        let next = self.typed.len();
        let place = |index: usize, sign: Option<char>| {
            let line = if index == next { palette.accent } else { palette.border };
            let thick = if index == next { 2.0 } else { 1.0 } * scale.stroke();
            let size = width * 0.75;
            let sign = text(sign.map(String::from).unwrap_or_default()).font(fonts::BOLD).size(size);
            container(center(sign.line_height(1.0)))
                .width(width)
                .height(width * 1.25)
                .style(page::boxed(palette.ground, line, thick, scale.corner()))
                .into()
        };
        let mut places: Vec<Element<'a, M>> = (0..PLACES).map(|index| place(index, typed.next())).collect();
        let dash = text("–").font(fonts::BOLD).size(width * 0.6).color(palette.quiet);
        places.insert(PLACES / 2, dash.into());
        page::as_it_is(ctx, row(places).spacing(width * 0.12).align_y(iced::Center))
    }

    fn keys<'a>(&self, ctx: &Context<'_>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let room = self.typed.len() < PLACES;
        let size = scale.text(Step::Lead);
        let key = |sign: char| -> Element<'a, Message> {
            let label = center(text(sign.to_string()).font(fonts::BOLD).size(size).line_height(1.0));
            let press = room.then_some(Message::Type(sign));
            Key::new(&look, Weight::Plain, label, press).height(scale.touch()).into()
        };
        let delete = (!self.typed.is_empty()).then_some(Message::Delete);
        let ink = if delete.is_some() { look.palette.text } else { look.palette.quiet };
        let sign = center(foyer_look::icon::icon(Icon::Delete, size * 1.2, ink));
        let mut keys: Vec<Element<'a, Message>> = SIGNS.chars().map(key).collect();
        let name = ctx.words.say("kiosk-speak-delete");
        keys.push(Key::new(&look, Weight::Plain, sign, delete).named(name).into());
        let (touch, apart) = (scale.touch(), scale.apart());
        let fitting = ((ctx.content_width() + apart) / (touch + apart)) as usize;
        let in_a_row = fitting.clamp(4, IN_A_ROW);
        let mut rows = column![].spacing(apart);
        while !keys.is_empty() {
            let rest = keys.split_off(keys.len().min(in_a_row));
            let gaps = (keys.len()..in_a_row).map(|_| Space::new().width(FillPortion(1)).into());
            let line = keys.into_iter().map(|key| container(key).width(FillPortion(1)).into());
            rows = rows.push(row(line.chain(gaps)).spacing(apart));
            keys = rest;
        }
        page::as_it_is(ctx, rows.width(Fill))
    }
}

impl Fault {
    fn of(fault: ShortCodeFault) -> Self {
        match fault {
            ShortCodeFault::LooksLikePin => Self::Pin,
            ShortCodeFault::Length(_) | ShortCodeFault::Character(_) | ShortCodeFault::Check => Self::Wrong,
        }
    }
}
