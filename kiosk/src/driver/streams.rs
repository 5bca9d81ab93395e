//! What runs beside the screen: window, camera, scanner, printer, lobby. Each stream ends when the driver does
//! not want it any more.

use super::Message;
use crate::device::reader::{self, Reader};
use crate::device::{camera, printer, sound};
use crate::model::{self, Sighted};
use crate::scan::{Ours, Scanner, Sight};
use crate::screen::welcome::Picture;
use foyer_client::Server;
use foyer_domain::code::KeyRing;
use foyer_protocol::lobby::KioskEvent;
use foyer_protocol::program::Clock;
use iced::futures::{SinkExt, Stream, StreamExt};
use iced::widget::image;
use iced::{Event, Subscription, event, keyboard, mouse, touch, window};
use std::hash::{Hash, Hasher};
use std::time::Duration;
use tokio::sync::watch;

/// Something that a stream needs, known by its name: there is one of each at a time.
struct Named<T>(String, T);

impl<T> Hash for Named<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// Touches, keys and sizes.
pub(super) fn window() -> Subscription<Message> {
    event::listen_with(|event, status, _window| {
        let message = match event {
            Event::Touch(touch::Event::FingerPressed { .. })
            | Event::Mouse(mouse::Event::ButtonPressed(_)) => model::Message::Touched,
            Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. })
            | Event::Mouse(mouse::Event::ButtonReleased(_)) => {
                model::Message::Staff(model::staff::Message::Released)
            }
            Event::Keyboard(event @ keyboard::Event::KeyPressed { .. })
                if status == event::Status::Ignored =>
            {
                model::Message::Typed(event)
            }
            Event::Window(window::Event::Opened { size, .. } | window::Event::Resized(size)) => {
                model::Message::Resized(size)
            }
            _ => return None,
        };
        Some(Message::Happened(message))
    })
}

/// The camera's state and its live pictures, the newest only.
pub(super) fn camera(handle: &camera::Handle) -> Subscription<Message> {
    let state = Named("camera state".to_owned(), handle.state());
    let pictures = Named("camera pictures".to_owned(), handle.previews());
    Subscription::batch([
        Subscription::run_with(state, |named| {
            newest(named.1.clone(), |state| Some(model::Message::Camera(state.clone())))
        }),
        Subscription::run_with(pictures, |named| {
            newest(named.1.clone(), |preview| {
                let preview = preview.as_ref()?;
                let (width, height) = (preview.size.width.into(), preview.size.height.into());
                let handle = image::Handle::from_rgba(width, height, preview.rgba.clone());
                Some(model::Message::Pictured(Picture { handle, code: preview.code }))
            })
        }),
    ])
}

/// The printer's state.
pub(super) fn printer(handle: &printer::Handle) -> Subscription<Message> {
    let state = Named("printer state".to_owned(), handle.state());
    Subscription::run_with(state, |named| {
        newest(named.1.clone(), |state| Some(model::Message::Printer(*state)))
    })
}

/// The loudspeaker's state.
pub(super) fn sound(handle: &sound::Handle) -> Subscription<Message> {
    let state = Named("sound state".to_owned(), handle.state());
    Subscription::run_with(state, |named| {
        newest(named.1.clone(), |state| Some(model::Message::Sound(*state)))
    })
}

/// The newest value of a watch, first and whenever it changes.
fn newest<T: Clone + Send + Sync + 'static>(
    mut watched: watch::Receiver<T>,
    message: fn(&T) -> Option<model::Message>,
) -> impl Stream<Item = Message> + use<T> {
    iced::stream::channel(1, async move |mut out: iced::futures::channel::mpsc::Sender<Message>| {
        watched.mark_changed();
        while watched.changed().await.is_ok() {
            let said = message(&watched.borrow_and_update());
            let Some(said) = said else { continue };
            if out.send(Message::Happened(said)).await.is_err() {
                return;
            }
        }
    })
}

/// How many pictures the camera gives in a second, once a second.
pub(super) fn frame_rate(handle: &camera::Handle) -> Subscription<Message> {
    let frames = Named("frame rate".to_owned(), handle.frames());
    Subscription::run_with(frames, |named| {
        let mut frames = named.1.clone();
        iced::stream::channel(1, async move |mut out: iced::futures::channel::mpsc::Sender<Message>| {
            loop {
                let second = tokio::time::Instant::now() + Duration::from_secs(1);
                let mut count = 0;
                while let Ok(Ok(())) = tokio::time::timeout_at(second, frames.changed()).await {
                    count += 1;
                }
                // A camera that is gone ends its channel at once; its second is waited for all the same.
                tokio::time::sleep_until(second).await;
                let counted = model::Message::Staff(model::staff::Message::FramesCounted(count));
                if out.send(Message::Happened(counted)).await.is_err() {
                    return;
                }
            }
        })
    })
}

/// What the scanner sees; started anew when the office's phone link or the city's keys are others.
pub(super) fn scanner(
    handle: &camera::Handle,
    public_url: Option<&str>,
    keys: &KeyRing,
) -> Subscription<Message> {
    let mut ours = Ours { keys: Some(keys.clone()), ..Ours::default() };
    ours.prefixes.push(crate::staff::PREFIX.to_owned());
    ours.prefixes.extend(public_url.filter(|url| !url.is_empty()).map(str::to_owned));
    let named = Named(format!("scanner {} {keys:?}", ours.prefixes.join(" ")), (handle.clone(), ours));
    Subscription::run_with(named, |Named(_, (camera, ours))| {
        let (camera, ours) = (camera.clone(), ours.clone());
        iced::stream::channel(1, async move |mut out: iced::futures::channel::mpsc::Sender<Message>| {
            let (_scanner, mut sights) = Scanner::start(&camera, ours);
            while let Some(sight) = sights.recv().await {
                if let Sight::Seen(seen) = &sight {
                    let read = model::Message::Staff(model::staff::Message::ReadIn(seen.milliseconds));
                    if out.send(Message::Happened(read)).await.is_err() {
                        return;
                    }
                }
                let sighted = match sight {
                    Sight::Seen(seen) => Sighted::Code { text: seen.text, at: seen.at },
                    Sight::Several { .. } => Sighted::Several,
                    Sight::Candidate { .. } => Sighted::Candidate,
                    Sight::Near(nearness) => Sighted::Near(nearness),
                    Sight::Gone => Sighted::Gone,
                };
                if out.send(Message::Happened(model::Message::Sighted(sighted))).await.is_err() {
                    return;
                }
            }
        })
    })
}

/// The code reader; it ends with this stream.
pub(super) fn reader(reader: &Reader, clock: Clock) -> Subscription<Message> {
    let named = Named("reader".to_owned(), (reader.clone(), clock));
    Subscription::run_with(named, |Named(_, (reader, clock))| {
        let (reader, clock) = (reader.clone(), *clock);
        iced::stream::channel(1, async move |mut out: iced::futures::channel::mpsc::Sender<Message>| {
            let (_running, mut events) = reader.start(clock);
            while let Some(event) = events.recv().await {
                let message = match event {
                    reader::Event::Read { text, at } => model::Message::Sighted(Sighted::Read { text, at }),
                    reader::Event::State(state) => model::Message::Reader(state),
                };
                if out.send(Message::Happened(message)).await.is_err() {
                    return;
                }
            }
        })
    })
}

/// The lobby's stream, which reconnects by itself; started anew when this terminal is another `device`.
pub(super) fn lobby(server: &Server, device: &str, clock: Clock) -> Subscription<Message> {
    let named = Named(format!("lobby {device}"), (server.clone(), clock));
    Subscription::run_with(named, |Named(_, (server, clock))| {
        server
            .follow::<KioskEvent>("/stream", "kiosk", None, *clock)
            .map(|followed| Message::Happened(model::Message::Followed(Box::new(followed))))
    })
}
