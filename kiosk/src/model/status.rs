//! What the lobby is told about this terminal's parts, and what the camera is asked for.

use super::{Model, Settings};
use crate::action::Action;
use crate::aids::Aids;
use crate::device::{camera, printer, reader, sound};
use crate::screen::{self, Screen, welcome};
use foyer_client::Link;
use foyer_look::{Accent, Look, Palette, Panel, Scale};
use foyer_protocol::lobby::{DeviceStatus, PartStatus, is_status_due};
use foyer_text::Language;
use iced::Size;

impl Model {
    /// Tells the lobby how the parts are, when that has changed or the link is new.
    pub(super) fn report_status(&mut self, actions: &mut Vec<Action>) {
        if let Some(status) = self.status()
            && self.reported.as_ref() != Some(&status)
        {
            self.tell_status(status, actions);
        }
    }

    /// Tells it again while nothing changes: by this the lobby knows that this loop still runs.
    pub(super) fn repeat_status(&mut self, actions: &mut Vec<Action>) {
        if is_status_due(self.now.steady.saturating_sub(self.reported_at))
            && let Some(status) = self.status()
        {
            self.tell_status(status, actions);
        }
    }

    fn tell_status(&mut self, status: DeviceStatus, actions: &mut Vec<Action>) {
        self.reported = Some(status.clone());
        self.reported_at = self.now.steady;
        actions.push(Action::ReportStatus(status));
    }

    /// How the parts are now; `None` while nobody can be told and before each has said how it is.
    fn status(&self) -> Option<DeviceStatus> {
        if self.link != Some(Link::Connected) {
            return None;
        }
        let mut status = status(&self.camera, self.printer, self.reader)?;
        status.parts.extend(sound_parts(self.sound));
        status.parts.extend(self.alone_part());
        status.parts.extend(self.staff_parts());
        Some(status)
    }

    /// Live pictures are made only where they are shown, in exactly the size that is shown.
    pub(super) fn want_preview(&mut self, actions: &mut Vec<Action>) {
        let on_welcome = matches!(self.screen, Screen::Welcome(_));
        let of_welcome = on_welcome.then(|| welcome::aim_size(&self.context().lowered()));
        let wanted = of_welcome.or_else(|| self.staff_picture());
        if self.preview != wanted {
            self.preview = wanted;
            actions.push(Action::Preview(wanted));
        }
    }
}

/// The loudspeaker and the voice, once each has said how it is.
fn sound_parts(state: sound::State) -> impl Iterator<Item = PartStatus> {
    let parts = [("sound", state.has_device, "sound-missing"), ("voice", state.has_voice, "voice-missing")];
    parts.into_iter().filter_map(|(part, works, missing)| {
        let works = works?;
        let detail = if works { String::new() } else { foyer_text::text(Language::German, missing) };
        Some(PartStatus { part: part.to_owned(), works, detail })
    })
}

/// The parts as staff read them, in German; `None` until each part has said how it is.
fn status(
    camera: &camera::State,
    printer: printer::State,
    reader: Option<reader::State>,
) -> Option<DeviceStatus> {
    let camera_detail = match camera {
        camera::State::Starting => return None,
        camera::State::Works => None,
        camera::State::Trouble(trouble) => Some(trouble.text_id()),
    };
    let printer_works = match printer {
        printer::State::Starting => return None,
        printer::State::Ready | printer::State::NearEnd | printer::State::Absent => true,
        printer::State::Trouble(_) => false,
    };
    let say = |id: Option<&str>| id.map(|id| foyer_text::text(Language::German, id)).unwrap_or_default();
    let part = |part: &str, works, detail| PartStatus { part: part.to_owned(), works, detail };
    let mut parts = vec![
        part("camera", camera_detail.is_none(), say(camera_detail)),
        part("printer", printer_works, say(printer.text_id())),
    ];
    parts.extend(reader.map(|state| match state {
        reader::State::Works => part("reader", true, String::new()),
        reader::State::Trouble(trouble) => part("reader", false, say(Some(trouble.text_id()))),
    }));
    Some(DeviceStatus { version: env!("CARGO_PKG_VERSION").to_owned(), parts })
}

/// What the devices say is no sign of life from a citizen.
pub(super) fn is_event(message: &screen::Message) -> bool {
    use screen::welcome::Message as Welcome;
    matches!(
        message,
        screen::Message::Welcome(
            Welcome::PictureArrived(_)
                | Welcome::CameraChanged(_)
                | Welcome::CandidateSeen
                | Welcome::CandidateGone
                | Welcome::SeveralSeen
        )
    )
}

/// Colours and sizes; an office whose accent cannot be used gets the usual one.
pub(super) fn look(settings: &Settings, size: Size, accent: Option<&str>, aids: Aids) -> Look {
    let (accent, fault) = Accent::of(accent);
    if let Some(fault) = fault {
        tracing::warn!(%fault, "the office's accent cannot be used");
    }
    let panel = Panel { diagonal_inch: settings.diagonal_inch, size };
    let scale = Scale::kiosk(panel).enlarged(f32::from(aids.letters.steps()));
    Look { palette: Palette::light(accent), scale }
}
