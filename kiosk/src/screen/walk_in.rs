//! A ticket without an appointment: choose what for, then take a number.

use crate::context::{Context, Now};
use crate::page;
use crate::speech::Said;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::ServiceId;
use foyer_domain::office::Service;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key, fit, fonts, icon, prose};
use iced::widget::{column, container, row};
use iced::{Center, Element, Fill, Size};

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

    /// What it says aloud. How many are chosen is said, not which: others may be listening.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        let words = ctx.words;
        let offered = offered(ctx);
        let chosen = (!self.chosen.is_empty())
            .then(|| words.say_with("kiosk-speak-chosen", "count", self.chosen.len().to_string()));
        let (shown, more) = self.shown(ctx, &offered);
        let names = shown.iter().map(|service| words.localized(&service.name).to_owned());
        Said::of([words.say("kiosk-walk-in-title"), wait(ctx, &offered)])
            .with(chosen)
            .with_keys(names.chain(more))
            .with_keys([words.say("kiosk-walk-in-take"), words.say("kiosk-back")])
    }

    /// The services of this page, and the words of the key to the next ones where there are more.
    fn shown<'s>(&self, ctx: &Context<'_>, offered: &[&'s Service]) -> (Vec<&'s Service>, Option<String>) {
        let per_page = rows(ctx);
        if offered.len() <= per_page {
            return (offered.to_vec(), None);
        }
        let per_page = per_page - 1;
        let pages = offered.len().div_ceil(per_page);
        let page = self.page % pages;
        let parts = [("page", (page + 1).into()), ("pages", pages.into())];
        let more = foyer_text::text_with(ctx.words.language, "kiosk-walk-in-more", &parts);
        (offered.iter().skip(page * per_page).take(per_page).copied().collect(), Some(more))
    }

    /// Draws it.
    pub fn view<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let offered = offered(ctx);
        let first = column![
            page::headline(ctx, ctx.words.say("kiosk-walk-in-title"), look.palette.text, scale.mm(50.0)),
            self.list(ctx, &offered),
        ]
        .spacing(scale.group());
        let wait = page::signed(ctx, Icon::Clock, wait(ctx, &offered), Step::Body, look.palette.text);
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
        let (shown, more) = self.shown(ctx, offered);
        let services = shown.into_iter().map(|service| self.choice(ctx, service));
        let more = more.map(|more| {
            let press = Some(Message::TurnPage);
            page::key(ctx, Weight::Other, ctx.on_sign(), more, press, ctx.content_width())
        });
        column(services).push(more).spacing(ctx.look.scale.apart()).into()
    }

    fn choice<'a>(&self, ctx: &Context<'a>, service: &'a Service) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let chosen = self.chosen.contains(&service.id);
        let (weight, ink) =
            if chosen { (Weight::Main, look.palette.on_accent) } else { (Weight::Plain, look.palette.text) };
        let name = ctx.words.localized(&service.name);
        let side = scale.text(Step::Body) * 1.3;
        let width = ctx.content_width() - side - 5.0 * scale.within();
        let sizes = [Step::Body, Step::Small, Step::Note].map(|step| scale.text(step));
        let space = Size::new(width, Key::<Message>::high(&look));
        let size = fit::several_lines(name, fonts::BOLD, page::TIGHT, space, &sizes);
        let label = container(prose(name, size).bold().line_height(page::TIGHT)).width(Fill);
        let sign: Element<'a, Message> = if chosen {
            icon::icon(Icon::Check, side, ink)
        } else {
            let box_look =
                page::boxed(look.palette.ground, look.palette.border, scale.stroke(), scale.corner() / 2.0);
            container("").width(side).height(side).style(box_look).into()
        };
        let content =
            row![sign, label].spacing(scale.within()).padding([0.0, scale.within()]).align_y(Center);
        let content = container(content).height(Fill).align_y(Center);
        Key::new(&look, weight, content, Some(Message::Toggle(service.id.clone())))
            .height(Key::<Message>::high(&look))
            .into()
    }
}

/// What can be had without an appointment.
fn offered<'a>(ctx: &Context<'a>) -> Vec<&'a Service> {
    let services = ctx.office.map(|office| office.services.iter());
    services.into_iter().flatten().filter(|service| service.walk_in).collect()
}

/// About how long it takes, or why not.
fn wait(ctx: &Context<'_>, offered: &[&Service]) -> String {
    if offered.is_empty() {
        return ctx.words.say("kiosk-walk-in-none");
    }
    ctx.walk_in.map_or_else(
        || ctx.words.say("kiosk-walk-in-full"),
        |span| ctx.words.say_with("kiosk-walk-in-wait", "span", ctx.words.span(span)),
    )
}

/// How many rows of keys fit beside the headline, the wait and the other keys.
fn rows(ctx: &Context<'_>) -> usize {
    let scale = ctx.look.scale;
    let taken = if ctx.is_upright() { scale.mm(200.0) } else { scale.mm(95.0) };
    let rows = (ctx.size.height - taken) / (Key::<Message>::high(&ctx.look) + scale.apart());
    (rows as usize).clamp(3, 12)
}
