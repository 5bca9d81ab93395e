//! Searching a service: letters of the citizen's language, and what is found in any.

use super::{Message, WalkIn, offered};
use crate::context::Context;
use crate::page;
use crate::speech::Said;
use foyer_domain::office::Service;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key, fonts, icon, prose};
use foyer_text::Language;
use iced::widget::{Space, center, column, container, row, text};
use iced::{Center, Element, Fill, FillPortion};

/// Keys in a row at most, as on the keypad of the Terminnummer.
const IN_A_ROW: usize = 9;

/// Letters without the marks that a search overlooks.
fn letters(language: Language) -> &'static str {
    match language {
        Language::Ukrainian => "АБВГДЕЄЖЗИІКЛМНОПРСТУФХЦЧШЩЬЮЯ",
        Language::Russian => "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
        Language::Arabic => "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
        Language::German
        | Language::EasyGerman
        | Language::English
        | Language::Turkish
        | Language::Polish
        | Language::French => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    }
}

/// Those whose name, keywords or group hold what is typed, in whatever language.
fn found<'a>(offered: &[&'a Service], typed: &str) -> Vec<&'a Service> {
    let holds = |service: &&&Service| {
        let texts = [&service.name, &service.keywords, &service.group];
        texts.into_iter().flat_map(|text| text.0.values()).any(|text| foyer_text::finds(typed, text))
    };
    offered.iter().filter(holds).copied().collect()
}

/// What it says aloud: what is found, or what to do.
pub(super) fn said(ctx: &Context<'_>, typed: &str) -> Said {
    let found = found(&offered(ctx), typed);
    let rows = rows(ctx);
    let names = found.iter().take(rows).map(|service| ctx.words.localized(&service.name).to_owned());
    let more = (found.len() > rows).then(|| ctx.words.say("kiosk-walk-in-search-more"));
    Said::of([ctx.words.say("kiosk-walk-in-search")])
        .with((!typed.is_empty()).then(|| ctx.words.say_with("kiosk-speak-typed", "signs", typed)))
        .with(hint(typed, &found).map(|id| ctx.words.say(id)))
        .with(more)
        .with_keys(names)
        .with_keys([ctx.words.say("kiosk-walk-in-take")])
}

fn hint(typed: &str, found: &[&Service]) -> Option<&'static str> {
    match (typed.is_empty(), found.is_empty()) {
        (true, _) => Some("kiosk-walk-in-search-what"),
        (false, true) => Some("kiosk-walk-in-search-none"),
        (false, false) => None,
    }
}

/// Draws it.
pub(super) fn view<'a>(ctx: &Context<'a>, screen: &WalkIn, typed: &str) -> Element<'a, Message> {
    let scale = ctx.look.scale;
    let found = found(&offered(ctx), typed);
    let hint = hint(typed, &found);
    let rows = rows(ctx);
    let more = found.len() > rows;
    let results = column(found.iter().take(rows).map(|service| screen.key(ctx, service)));
    let more = more.then(|| page::quiet(ctx, ctx.words.say("kiosk-walk-in-search-more")));
    let first = column![field(ctx, typed)]
        .push(hint.map(|id| page::words(ctx, ctx.words.say(id), Step::Body)))
        .push(results.spacing(scale.apart()))
        .push(more)
        .spacing(scale.within() * 1.5);
    let width = ctx.content_width();
    let take = (!screen.chosen.is_empty()).then(|| {
        let label = ctx.words.say("kiosk-walk-in-take");
        page::key(ctx, Weight::Main, Icon::Ticket, label, Some(Message::Take), width)
    });
    let back = ctx.words.say("kiosk-back");
    let back = page::key(ctx, Weight::Other, ctx.back_sign(), back, Some(Message::GoBack), width);
    let second = column![keyboard(ctx, !typed.is_empty())].push(take).push(back).push(page::timer(ctx));
    page::page(ctx, page::halves(ctx, first, second.spacing(scale.apart())))
}

/// What is typed so far.
fn field<'a>(ctx: &Context<'_>, typed: &str) -> Element<'a, Message> {
    let (palette, scale) = (ctx.look.palette, ctx.look.scale);
    let size = scale.text(Step::Lead);
    let words = if typed.is_empty() { ctx.words.say("kiosk-walk-in-search") } else { typed.to_uppercase() };
    let ink = if typed.is_empty() { palette.quiet } else { palette.text };
    let line = row![
        icon::icon(Icon::Search, size * 1.2, palette.accent),
        prose(words, size).bold().line_height(page::TIGHT).color(ink)
    ];
    container(line.spacing(scale.within()).align_y(Center))
        .width(Fill)
        .padding(scale.within())
        .style(page::boxed(palette.ground, palette.accent, scale.stroke() * 2.0, scale.corner()))
        .into()
}

fn keyboard<'a>(ctx: &Context<'_>, can_delete: bool) -> Element<'a, Message> {
    let (look, scale) = (ctx.look, ctx.look.scale);
    let size = scale.text(Step::Lead);
    let key = |letter: char| -> Element<'a, Message> {
        let label = center(text(letter.to_string()).font(fonts::BOLD).size(size).line_height(1.0));
        Key::new(&look, Weight::Plain, label, Some(Message::Type(letter)))
            .named(letter.to_string())
            .height(scale.touch())
            .into()
    };
    let delete = can_delete.then_some(Message::Delete);
    let ink = if can_delete { look.palette.text } else { look.palette.quiet };
    let sign = center(icon::icon(Icon::Delete, size * 1.2, ink));
    let mut keys: Vec<Element<'a, Message>> = letters(ctx.words.language).chars().map(key).collect();
    let deletes = ctx.words.say("kiosk-speak-delete");
    keys.push(Key::new(&look, Weight::Plain, sign, delete).named(deletes).height(scale.touch()).into());
    let in_a_row = in_a_row(ctx);
    let mut rows = column![].spacing(scale.apart());
    while !keys.is_empty() {
        let rest = keys.split_off(keys.len().min(in_a_row));
        let gaps = (keys.len()..in_a_row).map(|_| Space::new().width(FillPortion(1)).into());
        let line = keys.into_iter().map(|key| container(key).width(FillPortion(1)).into());
        rows = rows.push(row(line.chain(gaps)).spacing(scale.apart()));
        keys = rest;
    }
    rows.width(Fill).into()
}

fn in_a_row(ctx: &Context<'_>) -> usize {
    let (touch, apart) = (ctx.look.scale.touch(), ctx.look.scale.apart());
    (((ctx.content_width() + apart) / (touch + apart)) as usize).clamp(4, IN_A_ROW)
}

/// How many services are shown: what the field and, on an upright panel, the keyboard leave.
fn rows(ctx: &Context<'_>) -> usize {
    let scale = ctx.look.scale;
    let keys = letters(ctx.words.language).chars().count() + 1;
    let keyboard = keys.div_ceil(in_a_row(ctx)) as f32 * (scale.touch() + scale.apart());
    let key = Key::<Message>::high(&ctx.look) + scale.apart();
    let beside = if ctx.is_upright() { keyboard + 2.0 * key } else { 0.0 };
    let rows = (ctx.size.height - beside - scale.mm(85.0)) / key;
    (rows as usize).clamp(1, 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_finds_itself() {
        for language in Language::ALL {
            for letter in letters(*language).chars() {
                let letter = letter.to_string();
                assert!(foyer_text::finds(&letter, &letter), "{letter}");
            }
        }
    }
}
