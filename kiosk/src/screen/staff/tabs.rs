//! Each matter of the staff page: what is said of it, and its keys.

use super::{Facts, Message, Printing, Staff, Tab, table};
use crate::alone::State as Alone;
use crate::context::Context;
use crate::device::camera::{self, PreviewSize};
use crate::device::printer::{self, Outcome};
use crate::kept::LOUDEST;
use crate::page::{self, Beside, Tone};
use foyer_client::Link;
use foyer_look::Icon;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_text::{Value, text_with};
use iced::widget::{column, container, image};
use iced::{Element, Fill};

type Keys<'a> = Vec<Element<'a, Message>>;

/// The live picture has at most so many pixels, as on the welcome.
const MOST_PIXELS: f32 = 300_000.0;

/// The page's matter and its keys.
pub(super) fn of<'a>(page: &'a Staff, ctx: &Context<'a>) -> (Element<'a, Message>, Keys<'a>) {
    let facts = &page.facts;
    match page.tab {
        Tab::Camera => (camera(page, ctx), Vec::new()),
        Tab::Printer => (printer(facts, ctx), printer_keys(facts, ctx)),
        Tab::Links => (links(facts, ctx), Vec::new()),
        Tab::Refusals => refusals(page, ctx),
        Tab::Service => (service(facts, ctx), service_keys(facts, ctx)),
        Tab::About => (about(facts, ctx), Vec::new()),
    }
}

/// The size of the live picture.
pub fn picture_size(ctx: &Context<'_>) -> PreviewSize {
    // By the panel alone: a page that is drawn in smaller words still gets the same picture.
    let width = ctx.size.width * if ctx.is_upright() { 0.7 } else { 0.32 };
    let height = width * 0.56;
    let shrink = (MOST_PIXELS / (width * height)).sqrt().min(1.0);
    PreviewSize { width: (width * shrink) as u16, height: (height * shrink) as u16 }
}

fn say(ctx: &Context<'_>, id: &str) -> String {
    ctx.words.say(id)
}

fn count(ctx: &Context<'_>, id: &str, count: impl Into<Value<'static>>) -> String {
    text_with(ctx.words.language, id, &[("count", count.into())])
}

fn camera<'a>(page: &'a Staff, ctx: &Context<'a>) -> Element<'a, Message> {
    let (facts, palette) = (&page.facts, ctx.look.palette);
    let size = picture_size(ctx);
    let (width, height) = (f32::from(size.width), f32::from(size.height));
    let picture = page.picture.as_ref().map(|picture| image(picture.handle.clone()));
    let picture = container(column![].push(picture.map(|picture| picture.width(width).height(height))))
        .width(width)
        .height(height)
        .style(page::filled(palette.second_ground));
    let state = match &facts.camera {
        camera::State::Starting => say(ctx, "kiosk-staff-starting"),
        camera::State::Works => say(ctx, "kiosk-staff-works"),
        camera::State::Trouble(trouble) => say(ctx, trouble.text_id()),
    };
    let reading = facts.reading;
    let none = || "–".to_owned();
    let rows = vec![
        (say(ctx, "kiosk-staff-state"), state),
        (
            say(ctx, "kiosk-staff-frames"),
            reading
                .frames_per_second
                .map_or_else(none, |frames| count(ctx, "kiosk-staff-frames-count", frames)),
        ),
        (say(ctx, "kiosk-staff-read"), reading.read.to_string()),
        (say(ctx, "kiosk-staff-unread"), reading.unread.to_string()),
        (
            say(ctx, "kiosk-staff-last-read"),
            reading.last_milliseconds.map_or_else(none, |ms| count(ctx, "kiosk-staff-milliseconds", ms)),
        ),
    ];
    column![picture, table(ctx, rows)].spacing(ctx.look.scale.within()).into()
}

fn printer<'a>(facts: &Facts, ctx: &Context<'a>) -> Element<'a, Message> {
    let (sign, tone, state) = match facts.printer {
        printer::State::Starting => (Icon::Clock, Tone::Wait, say(ctx, "kiosk-staff-starting")),
        printer::State::Ready => (Icon::Check, Tone::Yes, say(ctx, "kiosk-staff-works")),
        state @ printer::State::Absent => {
            (Icon::Check, Tone::Yes, state.text_id().map(|id| say(ctx, id)).unwrap_or_default())
        }
        state @ printer::State::NearEnd => {
            (Icon::Warning, Tone::Wait, state.text_id().map(|id| say(ctx, id)).unwrap_or_default())
        }
        printer::State::Trouble(reason) => (Icon::Warning, Tone::No, say(ctx, reason.text_id())),
    };
    let last = facts.last_ticket.clone().unwrap_or_else(|| say(ctx, "kiosk-staff-no-ticket"));
    let mut lines = column![page::banner_of(ctx, sign, state, tone, Step::Small)]
        .push(table(ctx, vec![(say(ctx, "kiosk-staff-last-ticket"), last)]))
        .spacing(ctx.look.scale.within());
    let paper = facts.printing.map(|printing| match printing {
        Printing::UnderWay => (Icon::Printer, Tone::Wait, say(ctx, "kiosk-staff-prints")),
        Printing::Ended(Outcome::Printed) => (Icon::Check, Tone::Yes, say(ctx, "kiosk-staff-printed")),
        Printing::Ended(Outcome::NotSent(reason)) => {
            let why = say(ctx, reason.text_id());
            (Icon::Warning, Tone::No, ctx.words.say_with("kiosk-staff-not-printed", "reason", why))
        }
        Printing::Ended(Outcome::Unknown(reason)) => {
            let why = say(ctx, reason.text_id());
            (Icon::Warning, Tone::No, ctx.words.say_with("kiosk-staff-maybe-printed", "reason", why))
        }
    });
    if let Some((sign, tone, words)) = paper {
        lines = lines.push(page::banner_of(ctx, sign, words, tone, Step::Small));
    }
    lines.into()
}

fn printer_keys<'a>(facts: &Facts, ctx: &Context<'a>) -> Keys<'a> {
    let free = facts.printing != Some(Printing::UnderWay) && facts.printer != printer::State::Absent;
    let key = |id, sign, message: Message, works: bool| {
        let press = works.then_some(message);
        page::key(ctx, Weight::Other, sign, say(ctx, id), press, ctx.content_width()).into()
    };
    vec![
        key("kiosk-staff-print-test", Icon::Printer, Message::PrintTest, free),
        key("kiosk-staff-print-copy", Icon::Ticket, Message::PrintCopy, free && facts.last_ticket.is_some()),
        key("kiosk-staff-print-alone", Icon::Book, Message::PrintAlone, free),
    ]
}

fn links<'a>(facts: &Facts, ctx: &Context<'a>) -> Element<'a, Message> {
    let links = &facts.links;
    let when = |at| ctx.words.when(at, ctx.now.at);
    let none = || "–".to_owned();
    let link = match &links.link {
        None => say(ctx, "kiosk-staff-link-none"),
        Some(Link::Connected) => links.connected_since.map_or_else(
            || say(ctx, "kiosk-staff-works"),
            |since| ctx.words.say_with("kiosk-staff-link-since", "time", when(since)),
        ),
        Some(Link::Disconnected { since }) => {
            ctx.words.say_with("kiosk-staff-link-lost", "time", when(*since))
        }
        Some(Link::Refused { problem, .. }) => {
            ctx.words.say_with("kiosk-staff-link-refused", "reason", &problem.title)
        }
    };
    let heard = links.heard_at.map_or_else(none, |at| {
        let minutes = (ctx.now.at - at).num_minutes().max(0);
        let age = count(ctx, "kiosk-staff-minutes-ago", minutes);
        format!("{} ({age})", ctx.words.exact_time(at))
    });
    let mut rows = vec![
        (say(ctx, "kiosk-staff-server"), links.server.clone()),
        (say(ctx, "kiosk-staff-link"), link),
        (say(ctx, "kiosk-staff-heard"), heard),
    ];
    if let Some(alone) = &links.alone {
        rows.extend(alone_rows(alone, ctx));
    }
    let table = table(ctx, rows);
    let fault = links.journal_refuses.then(|| {
        let words = say(ctx, "kiosk-staff-part-journal");
        page::banner_of(ctx, Icon::Warning, words, Tone::No, Step::Small)
    });
    column![table].push(fault).spacing(ctx.look.scale.within()).into()
}

fn alone_rows(alone: &Alone, ctx: &Context<'_>) -> Vec<(String, String)> {
    let list = alone.list_made_at.map_or_else(
        || say(ctx, "kiosk-staff-list-none"),
        |made_at| {
            let parts = [
                ("time", Value::from(ctx.words.when(made_at, ctx.now.at))),
                ("count", alone.bookings.into()),
            ];
            text_with(ctx.words.language, "kiosk-staff-list-of", &parts)
        },
    );
    let mut rows = vec![
        (say(ctx, "kiosk-staff-list"), list),
        (say(ctx, "kiosk-staff-numbers"), alone.numbers_left.to_string()),
        (say(ctx, "kiosk-staff-open"), alone.open().to_string()),
    ];
    if alone.refused > 0 {
        rows.push((say(ctx, "kiosk-staff-not-taken"), alone.refused.to_string()));
    }
    let clock = if alone.doubt.is_some() { "kiosk-alone-clock" } else { "kiosk-staff-works" };
    rows.push((say(ctx, "kiosk-staff-clock"), say(ctx, clock)));
    rows
}

fn refusals<'a>(page: &Staff, ctx: &Context<'a>) -> (Element<'a, Message>, Keys<'a>) {
    let refusals = &page.facts.refusals;
    if refusals.is_empty() {
        return (page::words(ctx, say(ctx, "kiosk-staff-refusals-none"), Step::Body), Vec::new());
    }
    let rows = refusal_rows(ctx);
    let pages = refusals.len().div_ceil(rows);
    let at = page.refusals_page % pages;
    let shown = refusals.iter().skip(at * rows).take(rows);
    let line = |refused: &super::Refused| {
        let time = if ctx.words.is_same_day(refused.at, ctx.now.at) {
            ctx.words.exact_time(refused.at)
        } else {
            ctx.words.day_and_time(refused.at)
        };
        (time, say(ctx, refused.reason))
    };
    let list = table(ctx, shown.map(line).collect());
    let more = (pages > 1).then(|| {
        let parts = [("page", (at + 1).into()), ("pages", pages.into())];
        let more = text_with(ctx.words.language, "kiosk-staff-more", &parts);
        let press = Some(Message::ShowMore);
        page::key(ctx, Weight::Other, ctx.on_sign(), more, press, ctx.content_width()).into()
    });
    (list, more.into_iter().collect())
}

/// How many refusals fit below each other; some have two lines.
fn refusal_rows(ctx: &Context<'_>) -> usize {
    let scale = ctx.look.scale;
    let taken = scale.mm(if ctx.is_upright() { 150.0 } else { 90.0 });
    let line = scale.text(Step::Small) * page::LOOSE * 1.25 + scale.within() / 2.0;
    (((ctx.size.height - taken) / line) as usize).clamp(3, super::REFUSALS)
}

fn service<'a>(facts: &Facts, ctx: &Context<'a>) -> Element<'a, Message> {
    let volume = facts.kept.volume;
    let rows = vec![(
        say(ctx, "kiosk-staff-volume"),
        text_with(
            ctx.words.language,
            "kiosk-staff-volume-of",
            &[("count", volume.into()), ("most", LOUDEST.into())],
        ),
    )];
    let (sign, tone, id) = if facts.kept.out_of_service {
        (Icon::Warning, Tone::Wait, "kiosk-staff-is-out")
    } else {
        (Icon::Check, Tone::Yes, "kiosk-staff-is-in")
    };
    let mut lines = column![table(ctx, rows), page::banner_of(ctx, sign, say(ctx, id), tone, Step::Small)]
        .spacing(ctx.look.scale.within());
    if !facts.is_kept {
        let words = say(ctx, "kiosk-staff-not-kept");
        lines = lines.push(page::banner_of(ctx, Icon::Warning, words, Tone::No, Step::Small));
    }
    lines.into()
}

fn service_keys<'a>(facts: &Facts, ctx: &Context<'a>) -> Keys<'a> {
    let volume = facts.kept.volume;
    let louder = (volume < LOUDEST).then_some(Message::Louder);
    let quieter = (volume > 0).then_some(Message::Quieter);
    let beside = |sign, id, press| Beside { weight: Weight::Other, sign, label: say(ctx, id), press };
    let ends = [
        beside(Icon::Minus, "kiosk-staff-quieter", quieter),
        beside(Icon::Plus, "kiosk-staff-louder", louder),
    ];
    let (id, sign, message) = if facts.kept.out_of_service {
        ("kiosk-staff-put-back", Icon::Check, Message::PutBack)
    } else {
        ("kiosk-staff-take-out", Icon::Hand, Message::TakeOut)
    };
    let label = say(ctx, id);
    vec![
        page::pair(ctx, ends, ctx.half_width()),
        page::key(ctx, Weight::Other, sign, label, Some(message), ctx.content_width()).into(),
    ]
}

fn about<'a>(facts: &Facts, ctx: &Context<'a>) -> Element<'a, Message> {
    let about = &facts.about;
    let size = ctx.size;
    let panel = format!("{} × {}, {}″", size.width, size.height, facts.diagonal_inch);
    let clock = if ctx.demo_clock { "kiosk-staff-clock-demo" } else { "kiosk-staff-clock-system" };
    let clock = format!("{}, {}", ctx.words.exact_time(ctx.now.at), say(ctx, clock));
    let rows = [
        ("kiosk-staff-version", about.version.clone()),
        ("kiosk-staff-protocol", about.protocol.clone()),
        ("kiosk-staff-system", about.system.clone()),
        ("kiosk-staff-config", about.config.clone()),
        ("kiosk-staff-panel", panel),
        ("kiosk-staff-clock", clock),
    ];
    let rows = rows.map(|(id, value)| (say(ctx, id), value)).into();
    container(table(ctx, rows)).width(Fill).into()
}
