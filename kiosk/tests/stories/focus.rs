//! With a keypad alone: every key can be reached, is seen to have the focus, and has words for who only hears it.

use crate::layout::renderer;
use crate::scenes::scenes;
use crate::stage::{Stage, UPRIGHT};
use foyer_kiosk::model::Message;
use foyer_kiosk::screen::Screen;
use foyer_kiosk::view;
use foyer_look::focus::{FocusMove, FocusOn, Places};
use foyer_text::Language;
use iced::Size;
use iced::advanced::renderer::{Headless, Style};
use iced::advanced::widget::operation::black_box;
use iced::keyboard::{Key, key::Named};
use iced::mouse;
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;

/// Walks once through all keys of a screen: what each says, and whether the focus can be seen on the first one.
fn walked(stage: &Stage, steps: FocusMove) -> (Vec<String>, bool) {
    let (look, size) = (stage.model.look(), stage.model.context().size);
    let mut renderer = renderer();
    let mut panel = UserInterface::build(view::view(&stage.model), size, Cache::default(), &mut renderer);
    let pixels = Size::new(size.width as u32, size.height as u32);
    let drawn = |panel: &mut UserInterface<'_, Message, _, _>, renderer: &mut iced::Renderer| {
        let style = Style { text_color: look.palette.text };
        panel.draw(renderer, &look.theme(), &style, mouse::Cursor::Unavailable);
        renderer.screenshot(pixels, 1.0, look.palette.ground)
    };
    // Drawing takes its time; what Arabic mirrors is drawn in the same way.
    let is_drawn = stage.model.words().language == Language::German;
    let before = is_drawn.then(|| drawn(&mut panel, &mut renderer));
    let (mut labels, mut seen) = (Vec::new(), Vec::new());
    let mut is_visible = false;
    loop {
        let mut places = Places::default();
        panel.operate(&renderer, &mut black_box::<Places, ()>(&mut places));
        let Some(target) = places.target(steps).filter(|target| !seen.contains(target)) else { break };
        seen.push(target);
        let mut focus = FocusOn::new(target);
        panel.operate(&renderer, &mut black_box::<String, ()>(&mut focus));
        labels.push(focus.label());
        if labels.len() == 1 {
            is_visible = before.as_ref().is_none_or(|before| drawn(&mut panel, &mut renderer) != *before);
        }
    }
    (labels, is_visible)
}

#[test]
fn every_key_of_every_screen_is_reached_and_has_words_and_a_visible_focus() {
    let mut faults = Vec::new();
    for (name, play) in scenes() {
        for language in [Language::German, Language::Arabic] {
            let mut stage = Stage::open(language, UPRIGHT, 32.0);
            play(&mut stage);
            let keys = crate::layout::of(&stage).keys.len();
            let (labels, is_visible) = walked(&stage, FocusMove::On);
            if labels.len() != keys || labels.iter().any(String::is_empty) {
                faults.push(format!("{name} {language:?}: {keys} keys, {labels:?}"));
            }
            let has_keys = !matches!(stage.model.screen(), Screen::Checking(_) | Screen::OutOfService(_));
            // Any key answers the question, and then it hides none.
            let is_visible = is_visible || stage.model.is_asking();
            if has_keys != (keys > 0) || has_keys != is_visible {
                faults.push(format!("{name} {language:?}: {keys} keys, a focus is seen: {is_visible}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn escape_leads_back_from_everywhere_but_a_ticket() {
    for (name, play) in scenes() {
        let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
        play(&mut stage);
        let stays = matches!(
            stage.model.screen(),
            Screen::Welcome(_) | Screen::Checking(_) | Screen::Ticket(_) | Screen::OutOfService(_)
        );
        stage.key(Key::Named(Named::Escape));
        // A step at a time: from a message to the search, to the list, from there back.
        for _ in 0..2 {
            if matches!(stage.model.screen(), Screen::WalkIn(_)) {
                stage.key(Key::Named(Named::Escape));
            }
        }
        assert!(stays || matches!(stage.model.screen(), Screen::Welcome(_)), "{name}");
    }
}
