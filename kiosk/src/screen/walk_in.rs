//! A ticket without an appointment: choose what for, then take a number.

use crate::context::{Context, Now};
use crate::page;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::ServiceId;
use foyer_domain::office::Service;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key};
use iced::Element;
use iced::widget::column;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A service was pressed: chosen, or not any more.
    Toggle(ServiceId),
    /// The next services.
    TurnPage,
    /// A number, please.
    Take,
    /// Back.
    GoBack,
}

/// What the citizen decided.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// A ticket for these.
    Take {
        /// At least one.
        services: Vec<ServiceChoice>,
        /// When the first key was pressed.
        seen_at: Timestamp,
    },
    /// Back to the welcome.
    GoHome,
}

/// What is chosen so far.
#[derive(Debug)]
pub struct WalkIn {
    chosen: Vec<ServiceId>,
    page: usize,
    began: Timestamp,
}

impl WalkIn {
    /// Nothing is chosen yet. The citizen came now.
    pub fn new(now: Now) -> Self {
        Self { chosen: Vec::new(), page: 0, began: now.at }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Option<Action> {
        match message {
            Message::Toggle(service) => {
                match self.chosen.iter().position(|chosen| *chosen == service) {
                    Some(at) => drop(self.chosen.remove(at)),
                    None => self.chosen.push(service),
                }
                None
            }
            Message::TurnPage => {
                self.page += 1;
                None
            }
            Message::Take if self.chosen.is_empty() => None,
            Message::Take => {
                let once = |service: &ServiceId| ServiceChoice { service: service.clone(), quantity: 1 };
                let services = self.chosen.iter().map(once).collect();
                Some(Action::Take { services, seen_at: self.began })
            }
            Message::GoBack => Some(Action::GoHome),
        }
    }

    /// Draws it.
    pub fn view<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let offered: Vec<&Service> = ctx
            .office
            .map(|office| office.services.iter().filter(|service| service.walk_in).collect())
            .unwrap_or_default();
        let first = column![
            page::headline(ctx, ctx.words.say("kiosk-walk-in-title"), look.palette.text, scale.mm(50.0)),
            self.list(ctx, &offered),
        ]
        .spacing(scale.group());
        let wait = if offered.is_empty() {
            ctx.words.say("kiosk-walk-in-none")
        } else {
            ctx.walk_in.map_or_else(
                || ctx.words.say("kiosk-walk-in-full"),
                |span| ctx.words.say_with("kiosk-walk-in-wait", "span", ctx.words.span(span)),
            )
        };
        let wait = page::signed(ctx, Icon::Clock, wait, Step::Body, look.palette.text);
        let take = ctx.words.say("kiosk-walk-in-take");
        let press = (!self.chosen.is_empty()).then_some(Message::Take);
        let back = ctx.words.say("kiosk-back");
        let width = ctx.content_width();
        let keys = column![
            page::key(ctx, Weight::Main, Icon::Ticket, take, press, width),
            page::key(ctx, Weight::Other, ctx.back_sign(), back, Some(Message::GoBack), width),
        ]
        .spacing(scale.apart());
        let second = column![wait, keys].push(page::timer(ctx)).spacing(scale.group());
        page::page(ctx, page::halves(ctx, first, second))
    }

    /// The services of this page, and the key to the next ones where there are more.
    fn list<'a>(&self, ctx: &Context<'a>, offered: &[&'a Service]) -> Element<'a, Message> {
        let scale = ctx.look.scale;
        let per_page = rows(ctx);
        let mut list = column![].spacing(scale.apart());
        if offered.len() <= per_page {
            return list.extend(offered.iter().map(|service| self.choice(ctx, service))).into();
        }
        let per_page = per_page - 1;
        let pages = offered.len().div_ceil(per_page);
        let page = self.page % pages;
        let shown = offered.iter().skip(page * per_page).take(per_page);
        list = list.extend(shown.map(|service| self.choice(ctx, service)));
        let parts = [("page", (page + 1).into()), ("pages", pages.into())];
        let more = foyer_text::text_with(ctx.words.language, "kiosk-walk-in-more", &parts);
        let press = Some(Message::TurnPage);
        list.push(page::key(ctx, Weight::Other, ctx.on_sign(), more, press, ctx.content_width())).into()
    }

    fn choice<'a>(&self, ctx: &Context<'a>, service: &'a Service) -> Element<'a, Message> {
        let chosen = self.chosen.contains(&service.id);
        let press = Message::Toggle(service.id.clone());
        page::choice(ctx, None, ctx.words.localized(&service.name), chosen, press)
    }
}

/// How many rows of keys fit beside the headline, the wait and the other keys.
fn rows(ctx: &Context<'_>) -> usize {
    let scale = ctx.look.scale;
    let taken = if ctx.is_upright() { scale.mm(200.0) } else { scale.mm(95.0) };
    let rows = (ctx.size.height - taken) / (Key::<Message>::high(&ctx.look) + scale.apart());
    (rows as usize).clamp(3, 12)
}
