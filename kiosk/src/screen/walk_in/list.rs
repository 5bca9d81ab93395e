//! All that is offered, by group, a page at a time.

use super::{Message, WalkIn, offered};
use crate::context::Context;
use crate::page::{self, Beside};
use crate::speech::Said;
use foyer_domain::office::{Localized, Service};
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key, prose};
use iced::Element;
use iced::widget::column;

/// From so many services on searching is easier than looking.
const MANY: usize = 4;

/// A line of the list.
#[derive(Clone, Copy)]
enum Line<'a> {
    Heading(&'a Localized),
    Service(&'a Service),
}

/// What it says aloud: this page's services, and the key to the next ones where there are more.
pub(super) fn said(ctx: &Context<'_>, screen: &WalkIn) -> Said {
    let offered = offered(ctx);
    let pages = pages(ctx, &offered);
    let shown = screen.page % pages.len().max(1);
    let names = pages.get(shown).into_iter().flatten().map(|line| match line {
        Line::Heading(group) => ctx.words.localized(group).to_owned(),
        Line::Service(service) => ctx.words.localized(&service.name).to_owned(),
    });
    let more = (pages.len() > 1).then(|| more(ctx, shown, pages.len()));
    let search = (offered.len() > MANY).then(|| ctx.words.say("kiosk-walk-in-search"));
    Said::of([ctx.words.say("kiosk-walk-in-title")])
        .with(wait(ctx, screen, &offered))
        .with_keys(names)
        .with_keys(more)
        .with_keys([ctx.words.say("kiosk-walk-in-take")])
        .with_keys(search)
}

fn wait(ctx: &Context<'_>, screen: &WalkIn, offered: &[&Service]) -> Vec<String> {
    if offered.is_empty() { vec![ctx.words.say("kiosk-walk-in-none")] } else { screen.wait(ctx) }
}

/// The words of the key to the next page.
fn more(ctx: &Context<'_>, shown: usize, pages: usize) -> String {
    let parts = [("page", (shown + 1).into()), ("pages", pages.into())];
    foyer_text::text_with(ctx.words.language, "kiosk-walk-in-more", &parts)
}

/// Draws it.
pub(super) fn view<'a>(ctx: &Context<'a>, screen: &WalkIn) -> Element<'a, Message> {
    let (look, scale) = (ctx.look, ctx.look.scale);
    let offered = offered(ctx);
    let first = column![
        page::headline(ctx, ctx.words.say("kiosk-walk-in-title"), look.palette.text, scale.mm(50.0)),
        lines(ctx, screen, &offered),
    ]
    .spacing(scale.group());
    let signs = [Icon::Clock, Icon::People];
    let wait = signs.into_iter().zip(wait(ctx, screen, &offered));
    let wait =
        column(wait.map(|(sign, words)| page::signed(ctx, sign, words, Step::Body, look.palette.text)));
    let take = ctx.words.say("kiosk-walk-in-take");
    let press = (!screen.chosen.is_empty()).then_some(Message::Take);
    let width = ctx.content_width();
    let back = Beside {
        weight: Weight::Other,
        sign: ctx.back_sign(),
        label: ctx.words.say("kiosk-back"),
        press: Some(Message::GoBack),
    };
    let last: Element<'a, Message> = if offered.len() > MANY {
        let search = Beside {
            weight: Weight::Other,
            sign: Icon::Search,
            label: ctx.words.say("kiosk-walk-in-search"),
            press: Some(Message::Search),
        };
        page::pair(ctx, [back, search], ctx.half_width())
    } else {
        page::key(ctx, back.weight, back.sign, back.label, back.press, width).into()
    };
    let take = page::key(ctx, Weight::Main, Icon::Ticket, take, press, width);
    let keys = column![take, last].spacing(scale.apart());
    let second = column![wait, keys].push(page::timer(ctx)).spacing(scale.group());
    page::page(ctx, page::halves(ctx, first, second))
}

/// The services of this page, and the key to the next ones where there are more.
fn lines<'a>(ctx: &Context<'a>, screen: &WalkIn, offered: &[&'a Service]) -> Element<'a, Message> {
    let scale = ctx.look.scale;
    let pages = pages(ctx, offered);
    let shown = screen.page % pages.len().max(1);
    let line = |line: &Line<'a>| match line {
        Line::Heading(group) => {
            let size = scale.text(Step::Small);
            let words = ctx.words.localized(group).to_owned();
            prose(words, size).bold().line_height(page::LOOSE).color(ctx.look.palette.quiet).into()
        }
        Line::Service(service) => screen.key(ctx, service),
    };
    let mut list = column![].spacing(scale.apart());
    if let Some(page) = pages.get(shown) {
        list = list.extend(page.iter().map(line));
    }
    if pages.len() > 1 {
        let more = more(ctx, shown, pages.len());
        let press = Some(Message::TurnPage);
        list = list.push(page::key(ctx, Weight::Other, ctx.on_sign(), more, press, ctx.content_width()));
    }
    list.into()
}

/// The lines of each page: as many as fit beside the headline, the wait and the other keys. A group that goes on has
/// its heading on the next page, too.
fn pages<'a>(ctx: &Context<'_>, offered: &[&'a Service]) -> Vec<Vec<Line<'a>>> {
    let scale = ctx.look.scale;
    let taken = if ctx.is_upright() { scale.mm(208.0) } else { scale.mm(95.0) };
    let key = Key::<Message>::high(&ctx.look) + scale.apart();
    let heading = scale.text(Step::Small) * page::LOOSE + scale.apart();
    let room = (ctx.size.height - taken).max(3.0 * key + heading);
    let all = filled(offered, room, key, heading);
    if all.len() > 1 { filled(offered, room - key, key, heading) } else { all }
}

fn filled<'a>(offered: &[&'a Service], room: f32, key: f32, heading: f32) -> Vec<Vec<Line<'a>>> {
    let mut pages: Vec<Vec<Line<'a>>> = Vec::new();
    let (mut left, mut group) = (0.0, None);
    for service in offered {
        let head = |of: Option<&Localized>| !service.group.is_empty() && of != Some(&service.group);
        let needed = key + if head(group) { heading } else { 0.0 };
        if pages.is_empty() || needed > left {
            pages.push(Vec::new());
            (left, group) = (room, None);
        }
        let Some(page) = pages.last_mut() else { continue };
        if head(group) {
            page.push(Line::Heading(&service.group));
            left -= heading;
        }
        page.push(Line::Service(service));
        left -= key;
        group = Some(&service.group);
    }
    pages
}
