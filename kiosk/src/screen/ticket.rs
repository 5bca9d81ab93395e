//! The number, where to wait, about how long, and what became of the paper.

pub mod wishes;

use crate::action::PrintJob;
use crate::context::Context;
use crate::page::{self, Beside, Tone};
use crate::phone;
use crate::speech::{Said, spelled};
use foyer_domain::engine::PrintOutcome;
use foyer_domain::id::VisitId;
use foyer_domain::office::Direction;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{VisitState, WishChange};
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, fonts, icon, prose};
use foyer_protocol::lobby::TicketView;
use foyer_text::Language;
use iced::widget::{column, container, image, row};
use iced::{Center, Element, Fill};

/// How the ticket came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Now: it is printed.
    Fresh,
    /// It was there already: nothing is printed by itself.
    Again,
    /// Back in the queue after a no-show: nothing is printed by itself.
    Back,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Print it once more.
    PrintCopy,
    /// Another code, of the family or for another booking.
    ShowAnother,
    /// On the choice of wishes.
    Wish(wishes::Message),
    /// Done.
    Finish,
}

/// What the citizen decided.
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "an action is moved once and never kept")]
pub enum Action {
    /// Print this.
    Print(PrintJob),
    /// To the next code of the same people, who have this number.
    ShowAnother(TicketNumber),
    /// This is wished of whoever calls.
    Wish {
        /// Whose.
        number: TicketNumber,
        /// What is wished, and what no longer.
        change: WishChange,
    },
    /// Back to the welcome.
    GoHome,
}

/// What is known of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paper {
    /// Nobody asked for any.
    NotAsked,
    /// On its way.
    Printing,
    /// The printer has said how it ended.
    Ended(PrintOutcome),
}

/// A ticket on the screen.
#[derive(Debug)]
pub struct Ticket {
    ticket: TicketView,
    kind: Kind,
    paper: Paper,
    phone: Option<phone::Code>,
    /// The code that was held up for a ticket given alone.
    code: Option<String>,
    /// Whether the choice of wishes is open.
    is_wishing: bool,
}

impl Ticket {
    /// A ticket; a fresh one is being printed already.
    pub fn new(ticket: TicketView, kind: Kind, code: Option<String>) -> Self {
        let phone = ticket.phone_url.as_deref().and_then(phone::Code::new);
        let paper = if kind == Kind::Fresh { Paper::Printing } else { Paper::NotAsked };
        Self { ticket, kind, paper, phone, code, is_wishing: false }
    }

    /// Whose.
    pub fn visit(&self) -> VisitId {
        self.ticket.visit
    }

    /// Whether the screen may go back by itself: not while the paper is on its way.
    pub fn may_go(&self) -> bool {
        self.paper != Paper::Printing
    }

    /// Whether the choice of wishes stands before the number.
    pub fn is_wishing(&self) -> bool {
        self.is_wishing
    }

    /// The printer has said what became of the paper.
    pub fn printed(&mut self, outcome: PrintOutcome) {
        self.paper = Paper::Ended(outcome);
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, language: Language) -> Option<Action> {
        match message {
            // Two presses print one copy.
            Message::PrintCopy if self.paper == Paper::Printing => None,
            Message::PrintCopy => {
                self.paper = Paper::Printing;
                let ticket = self.ticket.clone();
                Some(Action::Print(PrintJob {
                    ticket,
                    language,
                    copy: true,
                    attempt: None,
                    code: self.code.clone(),
                }))
            }
            Message::ShowAnother => Some(Action::ShowAnother(self.ticket.number)),
            Message::Wish(message) => {
                self.is_wishing = message != wishes::Message::Close;
                let wishes = wishes::changed(self.ticket.wishes, &message)?;
                let change = WishChange::between(self.ticket.wishes, wishes);
                self.ticket.wishes = wishes;
                Some(Action::Wish { number: self.ticket.number, change })
            }
            Message::Finish => Some(Action::GoHome),
        }
    }

    /// What it says aloud: all that stands on the screen and, from where the paper is, all that stands there. What
    /// the visit is for and when it was booked for is for the citizen alone.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        if self.is_wishing {
            return wishes::said(ctx, &self.ticket);
        }
        let words = ctx.words;
        let together = page::numbers(&self.ticket.together).map(|numbers| {
            words.say_with("kiosk-ticket-together", "numbers", spelled(words.language, &numbers))
        });
        let number = spelled(words.language, &self.ticket.numbers());
        let status = self.status_id().map(|id| words.say(id));
        let (above, place) = self.place_words(ctx);
        let phone = self.phone.is_some().then(|| words.say("kiosk-ticket-phone"));
        let watch = (!self.ticket.alone && !self.is_called()).then(|| words.say("ticket-watch"));
        let services = self.ticket.services.iter().map(|service| words.localized(service).to_owned());
        let visit = match self.ticket.start {
            Some(start) => words.say_with("ticket-with-appointment", "time", words.time(start)),
            None => words.say("ticket-without-appointment"),
        };
        let copy = (self.kind != Kind::Fresh).then(|| words.say("kiosk-ticket-copy"));
        let paper = self.paper_words().map(|(_, id, _)| words.say(id));
        let printed = ctx.printed.iter().map(|text| words.localized(text).to_owned());
        // A ticket that was given before says nothing of paper that is not there.
        let printed = printed.filter(|_| paper.is_some());
        Said::of(status)
            .with([format!("{}: {number}", words.say("kiosk-ticket-title"))])
            .with(together)
            .with(above.map(|id| words.say(id)))
            .with([place])
            .with(self.wait_words(ctx))
            .with(wishes::wished(ctx, self.ticket.wishes))
            .with(paper.clone())
            .with(printed)
            .with(watch)
            .with(phone)
            .with_private(services.chain([visit]))
            .with_keys(copy)
            .with_keys([words.say("kiosk-ticket-another")])
            .with_keys(self.ticket.state.is_open().then(|| words.say("kiosk-wish-open")))
            .with_keys([words.say("kiosk-done")])
    }

    /// Draws it.
    pub fn view<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        let scale = ctx.look.scale;
        if self.is_wishing {
            return wishes::view(ctx, &self.ticket).map(Message::Wish);
        }
        let first = column![]
            .push(self.status(ctx))
            .push(self.number(ctx))
            .push(self.place(ctx))
            .spacing(scale.group());
        let papers = container(self.papers(ctx)).height(Fill);
        let bottom = column![self.keys(ctx)].push(page::timer(ctx)).spacing(scale.within());
        if ctx.is_upright() {
            return page::page(ctx, column![first, papers, bottom].spacing(scale.group()));
        }
        page::page(ctx, page::halves(ctx, first, column![papers, bottom].spacing(scale.group())))
    }

    fn status<'a>(&self, ctx: &Context<'a>) -> Option<Element<'a, Message>> {
        let (scale, palette) = (ctx.look.scale, ctx.look.palette);
        let words = ctx.words.say(self.status_id()?);
        let size = scale.text(Step::Title);
        let words = prose(words, size).bold().line_height(page::TIGHT);
        let sign = icon::icon(Icon::Check, size * 1.2, palette.yes);
        Some(row![sign, words].spacing(scale.within()).align_y(Center).into())
    }

    fn number<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (scale, ink) = (ctx.look.scale, ctx.look.palette.text);
        let high = ctx.content_width() * if ctx.is_upright() { 0.4 } else { 0.34 } * scale.tight();
        let place = iced::Size::new(ctx.content_width(), high);
        let number = page::fitted(self.ticket.numbers(), fonts::BOLD, ink, place, scale.capitals(80.0));
        let above = page::words(ctx, ctx.words.say("kiosk-ticket-title"), Step::Title);
        let together = page::numbers(&self.ticket.together).map(|numbers| {
            let words = ctx.words.say_with("kiosk-ticket-together", "numbers", numbers);
            let step = page::fitting_step(ctx, &words, page::one_line(ctx, Step::Lead), Step::Lead);
            container(page::words(ctx, words, step)).center_x(Fill)
        });
        column![container(above).center_x(Fill), number].push(together).into()
    }

    /// Where to be, and for about how long.
    fn place<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (scale, palette) = (ctx.look.scale, ctx.look.palette);
        let wishes = wishes::noted(ctx, self.ticket.wishes);
        let place = column![self.way(ctx)].push(self.wait(ctx)).push(wishes).spacing(scale.within());
        container(place)
            .width(Fill)
            .padding(scale.within() * 1.5)
            .style(page::boxed(palette.second_ground, palette.line, 0.0, scale.corner()))
            .into()
    }

    /// What is out of the ordinary.
    fn status_id(&self) -> Option<&'static str> {
        match (self.kind, self.is_called()) {
            (_, true) => Some("kiosk-ticket-called"),
            (Kind::Fresh, _) => None,
            (Kind::Again, _) => Some("kiosk-ticket-again"),
            (Kind::Back, _) => Some("kiosk-ticket-back"),
        }
    }

    fn is_called(&self) -> bool {
        self.ticket.counter.is_some() && matches!(self.ticket.state, VisitState::Called | VisitState::Serving)
    }

    /// Where to sit, or where to go for who is called already: what stands above, and the place.
    fn place_words(&self, ctx: &Context<'_>) -> (Option<&'static str>, String) {
        let area = ctx.words.localized(&self.ticket.area);
        let way = ctx.words.localized(&self.ticket.way);
        match &self.ticket.counter {
            Some(counter) if self.is_called() => {
                let counter = ctx.words.localized(counter);
                (None, ctx.words.say_with("kiosk-ticket-go-to", "counter", counter))
            }
            _ if way.is_empty() => (Some("kiosk-ticket-wait-here"), area.to_owned()),
            _ => {
                let parts = [("area", area.into()), ("way", way.into())];
                let place = foyer_text::text_with(ctx.words.language, "kiosk-ticket-place", &parts);
                (Some("kiosk-ticket-wait-here"), place)
            }
        }
    }

    /// The place, with the arrow.
    fn way<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (scale, palette) = (ctx.look.scale, ctx.look.palette);
        let (above, place) = self.place_words(ctx);
        let width = ctx.content_width() - scale.mm(44.0);
        let sizes = [Step::Title, Step::Lead, Step::Body].map(|step| scale.text(step));
        let space = iced::Size::new(width, scale.mm(30.0));
        let size = foyer_look::fit::several_lines(&place, fonts::BOLD, page::TIGHT, space, &sizes);
        let words = column![]
            .push(above.map(|id| page::words(ctx, ctx.words.say(id), Step::Body)))
            .push(prose(place, size).bold().line_height(page::TIGHT))
            .width(Fill);
        // The arrow shows the way in the building: it is never mirrored, and stands at the side to which it points.
        let Some(direction) = self.ticket.direction.filter(|_| !self.is_called()) else {
            return words.into();
        };
        let arrow = icon::icon(direction.into(), scale.mm(28.0), palette.accent);
        let parts = match (direction, ctx.is_mirrored()) {
            (Direction::Left, false) | (Direction::Right, true) => row![arrow, words],
            _ => row![words, arrow],
        };
        parts.spacing(scale.group()).align_y(Center).into()
    }

    fn wait<'a>(&self, ctx: &Context<'a>) -> Option<Element<'a, Message>> {
        let words = self.wait_words(ctx)?;
        Some(page::signed(ctx, Icon::Clock, words, Step::Lead, ctx.look.palette.text))
    }

    fn wait_words(&self, ctx: &Context<'_>) -> Option<String> {
        if self.ticket.alone {
            return Some(ctx.words.say("kiosk-ticket-alone"));
        }
        let span = self.ticket.estimate.filter(|_| !self.is_called())?;
        Some(ctx.words.say_with("kiosk-ticket-wait", "span", ctx.words.span(span)))
    }

    /// What became of the paper.
    fn paper_words(&self) -> Option<(Icon, &'static str, Tone)> {
        Some(match self.paper {
            Paper::NotAsked => return None,
            Paper::Printing => (Icon::Printer, "kiosk-ticket-printing", Tone::Yes),
            Paper::Ended(PrintOutcome::Printed) => (Icon::Check, "kiosk-ticket-printed", Tone::Yes),
            Paper::Ended(PrintOutcome::NotSent) => (Icon::Warning, "kiosk-ticket-not-printed", Tone::Wait),
            Paper::Ended(PrintOutcome::Unknown) => (Icon::Warning, "kiosk-ticket-maybe-printed", Tone::Wait),
        })
    }

    /// What became of the paper, and the same for the phone.
    fn papers<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        let scale = ctx.look.scale;
        let paper = self.paper_words();
        let paper = paper.map(|(sign, id, tone)| page::banner(ctx, sign, ctx.words.say(id), tone));
        let code = self.phone.as_ref().map(|code| {
            let picture = image(code.picture()).filter_method(image::FilterMethod::Nearest);
            // Read by a phone at arm's length; an upright panel has more room for it.
            let side = code.side(scale.mm(if ctx.is_upright() { 92.0 } else { 48.0 }));
            let picture = container(picture.width(side).height(side))
                .id("phone-code")
                .style(|_| container::background(iced::Color::WHITE));
            let caption = ctx.words.say("kiosk-ticket-phone");
            let caption = page::signed(ctx, Icon::Phone, caption, Step::Body, ctx.look.palette.text);
            row![picture, caption].spacing(scale.group()).align_y(Center)
        });
        column![].push(code).push(paper).spacing(scale.group()).into()
    }

    fn keys<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let width = ctx.content_width();
        let copy = (self.kind != Kind::Fresh && ctx.has_printer).then(|| {
            let press = (self.paper != Paper::Printing).then_some(Message::PrintCopy);
            page::key(ctx, Weight::Other, Icon::Printer, ctx.words.say("kiosk-ticket-copy"), press, width)
        });
        let another = |weight| Beside {
            weight,
            sign: Icon::QrCode,
            label: ctx.words.say("kiosk-ticket-another"),
            press: Some(Message::ShowAnother),
        };
        let done = ctx.words.say("kiosk-done");
        let beside: Element<'a, Message> = if self.ticket.state.is_open() {
            let wish = Beside {
                weight: Weight::Plain,
                sign: Icon::Hand,
                label: ctx.words.say("kiosk-wish-open"),
                press: Some(Message::Wish(wishes::Message::Open)),
            };
            page::pair(ctx, [another(Weight::Other), wish], ctx.half_width())
        } else {
            let Beside { weight, sign, label, press } = another(Weight::Other);
            page::key(ctx, weight, sign, label, press, width).into()
        };
        column![]
            .push(copy)
            .push(beside)
            .push(page::key(ctx, Weight::Main, Icon::Check, done, Some(Message::Finish), width))
            .spacing(ctx.look.scale.apart())
            .into()
    }
}
