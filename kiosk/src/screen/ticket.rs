//! The number, where to wait, about how long, and what became of the paper.

use crate::action::PrintJob;
use crate::context::Context;
use crate::page::{self, Tone};
use crate::phone;
use foyer_domain::engine::PrintOutcome;
use foyer_domain::id::VisitId;
use foyer_domain::office::Direction;
use foyer_domain::visit::VisitState;
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
    /// Done.
    Finish,
}

/// What the citizen decided.
#[derive(Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "an action is moved once and never kept")]
pub enum Action {
    /// Print this.
    Print(PrintJob),
    /// Back to the welcome, still the same people.
    ShowAnother,
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
}

impl Ticket {
    /// A ticket; a fresh one is being printed already.
    pub fn new(ticket: TicketView, kind: Kind, code: Option<String>) -> Self {
        let phone = ticket.phone_url.as_deref().and_then(phone::Code::new);
        let paper = if kind == Kind::Fresh { Paper::Printing } else { Paper::NotAsked };
        Self { ticket, kind, paper, phone, code }
    }

    /// Whose.
    pub fn visit(&self) -> VisitId {
        self.ticket.visit
    }

    /// Whether the screen may go back by itself: not while the paper is on its way.
    pub fn may_go(&self) -> bool {
        self.paper != Paper::Printing
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
            Message::ShowAnother => Some(Action::ShowAnother),
            Message::Finish => Some(Action::GoHome),
        }
    }

    /// Draws it.
    pub fn view<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        let scale = ctx.look.scale;
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
        column![container(above).center_x(Fill), number].into()
    }

    /// Where to be, and for about how long.
    fn place<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (scale, palette) = (ctx.look.scale, ctx.look.palette);
        let place = column![self.way(ctx)].push(self.wait(ctx)).spacing(scale.within());
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

    /// Where to sit, or where to go for who is called already; with the arrow.
    fn way<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (scale, palette) = (ctx.look.scale, ctx.look.palette);
        let area = ctx.words.localized(&self.ticket.area);
        let way = ctx.words.localized(&self.ticket.way);
        let (above, place) = match &self.ticket.counter {
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
        };
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
        if self.ticket.alone {
            let words = ctx.words.say("kiosk-ticket-alone");
            return Some(page::signed(ctx, Icon::Clock, words, Step::Lead, ctx.look.palette.text));
        }
        let span = self.ticket.estimate.filter(|_| !self.is_called())?;
        let words = ctx.words.say_with("kiosk-ticket-wait", "span", ctx.words.span(span));
        Some(page::signed(ctx, Icon::Clock, words, Step::Lead, ctx.look.palette.text))
    }

    /// What became of the paper, and the same for the phone.
    fn papers<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        let scale = ctx.look.scale;
        let paper = match self.paper {
            Paper::NotAsked => None,
            Paper::Printing => Some((Icon::Printer, "kiosk-ticket-printing", Tone::Yes)),
            Paper::Ended(PrintOutcome::Printed) => Some((Icon::Check, "kiosk-ticket-printed", Tone::Yes)),
            Paper::Ended(PrintOutcome::NotSent) => {
                Some((Icon::Warning, "kiosk-ticket-not-printed", Tone::Wait))
            }
            Paper::Ended(PrintOutcome::Unknown) => {
                Some((Icon::Warning, "kiosk-ticket-maybe-printed", Tone::Wait))
            }
        };
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
        let copy = (self.kind != Kind::Fresh).then(|| {
            let press = (self.paper != Paper::Printing).then_some(Message::PrintCopy);
            page::key(ctx, Weight::Other, Icon::Printer, ctx.words.say("kiosk-ticket-copy"), press, width)
        });
        let another = ctx.words.say("kiosk-ticket-another");
        let done = ctx.words.say("kiosk-done");
        column![]
            .push(copy)
            .push(page::key(ctx, Weight::Other, Icon::QrCode, another, Some(Message::ShowAnother), width))
            .push(page::key(ctx, Weight::Main, Icon::Check, done, Some(Message::Finish), width))
            .spacing(ctx.look.scale.apart())
            .into()
    }
}
