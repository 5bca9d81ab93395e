//! The window and all effects: performs what [`App`] decides.

use crate::app::{Action, App, LINK_PATIENCE, Message};
use crate::board::Moment;
use crate::device::pictures;
use crate::device::sound::{Loudspeaker, Report};
use crate::device::voice::Voice;
use crate::screen;
use crate::settings::Settings;
use foyer_client::{Identity, Limits, Server, identity};
use foyer_domain::id::CallId;
use foyer_look::fonts;
use foyer_protocol::lobby::{Acknowledgement, DeviceStatus, DisplayEvent};
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::Clock;
use iced::futures::channel::mpsc;
use iced::{Element, Size, Subscription, Task, Theme, event, time, window};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// An acknowledgement is of use as long as a recall may follow; nobody asks for it later.
const ACKNOWLEDGE_WITHIN: Duration = Duration::from_secs(600);
/// The lobby says something to a display every two seconds. After so long without a word what is shown may be old.
const SILENCE: Duration = LINK_PATIENCE;
/// The usual size of a window, until the real one is known.
const USUAL_SIZE: Size = Size::new(1920.0, 1080.0);

/// When the program started: the zero of every [`Moment`].
static STARTED: LazyLock<Instant> = LazyLock::new(Instant::now);

fn moment(at: Instant) -> Moment {
    Moment(at.saturating_duration_since(*STARTED))
}

/// The running program.
struct Shell {
    app: App,
    loudspeaker: Option<Loudspeaker>,
    server: Option<Server>,
    // Dropping it ends the stream.
    following: Option<iced::task::Handle>,
}

/// Opens the window and runs until it is closed. `size` opens a window of that size instead of filling the
/// screen.
///
/// # Errors
/// There is no screen.
pub fn run(settings: Settings, clock: Clock, size: Option<Size>) -> iced::Result {
    LazyLock::force(&STARTED);
    let panel = settings.window.panel;
    let of_panel = panel.map(|panel| Size::new(f32::from(panel.width), f32::from(panel.height)));
    #[expect(clippy::cast_precision_loss, reason = "a screen's pixels are far below 2^24")]
    let place = panel.map_or(iced::Point::ORIGIN, |panel| iced::Point::new(panel.x as f32, panel.y as f32));
    let fills = size.is_none() && panel.is_none();
    let application_id = settings.window.app_id.clone();
    let window = window::Settings {
        size: size.or(of_panel).unwrap_or(USUAL_SIZE),
        // Under X11 without a window manager `fullscreen` does nothing and the position counts.
        position: window::Position::Specific(place),
        fullscreen: fills,
        decorations: false,
        resizable: fills,
        exit_on_close_request: true,
        platform_specific: window::settings::PlatformSpecific { application_id, ..Default::default() },
        ..window::Settings::default()
    };
    let boot = (settings, clock, window.size);
    // iced boots once, but asks for a function that could be called again.
    let boot = Mutex::new(Some(boot));
    let boot = move || {
        let (settings, clock, size) =
            boot.lock().unwrap_or_else(PoisonError::into_inner).take().expect("iced boots once");
        Shell::boot(settings, clock, size)
    };
    iced::application(boot, Shell::update, Shell::view)
        .title("Foyer")
        .subscription(Shell::subscription)
        .theme(Shell::theme)
        .default_font(fonts::REGULAR)
        .window(window)
        .run()
}

impl Shell {
    fn boot(settings: Settings, clock: Clock, size: Size) -> (Self, Task<Message>) {
        let missing: Vec<String> = fonts::missing().iter().map(ToString::to_string).collect();
        for fault in &missing {
            tracing::error!(fault, "text may be missing on the screen");
        }
        let (loudspeaker, sounds) = loudspeaker(&settings);
        let (app, actions) = App::new(settings, clock, size, missing.join("; "));
        let mut shell = Self { app, loudspeaker, server: None, following: None };
        let begun = shell.perform_all(actions);
        (shell, Task::batch([begun, sounds]))
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        let actions = self.app.update(moment(Instant::now()), message);
        self.perform_all(actions)
    }

    fn view(&self) -> Element<'_, Message> {
        screen::view(&self.app, moment(Instant::now()))
    }

    fn theme(&self) -> Theme {
        self.app.look().theme()
    }

    /// Ticks as often as something moves, the window's size, and frames only while one is awaited: under
    /// X11 they come as fast as they can be drawn.
    fn subscription(&self) -> Subscription<Message> {
        let now = moment(Instant::now());
        let pace = if screen::is_fading(&self.app, now) {
            Duration::from_millis(33)
        } else if self.app.board.is_moving(now) {
            Duration::from_millis(100)
        } else {
            Duration::from_secs(1)
        };
        let ticks = time::every(pace).map(|_| Message::Ticked);
        let sizes = event::listen_with(|event, _, _| match event {
            iced::Event::Window(window::Event::Opened { size, .. } | window::Event::Resized(size)) => {
                Some(Message::Resized(size))
            }
            _ => None,
        });
        // A frame's event is dealt with after the frame went to the screen: iced announces the redraw and
        // presents in one go, and only then comes to the messages.
        let frames = if self.app.awaits_frame() {
            window::frames().map(|begun| Message::Drawn(moment(begun)))
        } else {
            Subscription::none()
        };
        Subscription::batch([ticks, sizes, frames])
    }

    fn perform_all(&mut self, actions: Vec<Action>) -> Task<Message> {
        Task::batch(actions.into_iter().map(|action| self.perform(action)))
    }

    fn perform(&mut self, action: Action) -> Task<Message> {
        match action {
            Action::ReadIdentity => {
                let path = self.app.settings.identity();
                let read = identity::load(&path).map(|found| found.map(Box::new));
                Task::done(Message::IdentityRead(read.map_err(|error| error.to_string())))
            }
            Action::Follow(identity) => self.follow(&identity),
            Action::Play(order) => match &self.loudspeaker {
                Some(loudspeaker) => {
                    loudspeaker.play(order);
                    Task::none()
                }
                None => Task::done(Message::Sounded(Report::NotPlayed(order.id))),
            },
            Action::Prepare(wanted) => {
                let (server, folder) = (self.server.clone(), self.app.settings.pictures());
                let made = pictures::prepare(server, folder, wanted.clone());
                Task::perform(made, move |made| Message::Pictured(wanted.clone(), made))
            }
            Action::Tidy(list) => Task::future(pictures::tidy(self.app.settings.pictures(), list)).discard(),
            Action::Silence => {
                if let Some(loudspeaker) = &self.loudspeaker {
                    loudspeaker.silence();
                }
                Task::none()
            }
            Action::Acknowledge { call, heard } => match self.server.clone() {
                Some(server) => Task::future(acknowledge(server, call, heard)).discard(),
                None => Task::none(),
            },
            Action::Tell(status) => match self.server.clone() {
                Some(server) => Task::future(tell(server, status)).discard(),
                None => Task::none(),
            },
        }
    }

    fn follow(&mut self, identity: &Identity) -> Task<Message> {
        let address = identity.address(&self.app.settings.lobby);
        let limits = Limits { silence: SILENCE, ..Limits::default() };
        let server = match Server::with_limits(&address, Some(identity.token()), limits) {
            Ok(server) => server,
            Err(error) => {
                tracing::error!(%error, "the lobby cannot be asked");
                return Task::done(Message::IdentityRead(Err(error.to_string())));
            }
        };
        let stream = server.follow::<DisplayEvent>("/stream", "display", None, self.app.clock);
        let followed = |followed| Message::Followed(Box::new(followed));
        let (task, handle) = Task::run(stream, followed).abortable();
        self.server = Some(server);
        self.following = Some(handle.abort_on_drop());
        task
    }
}

/// The loudspeaker, where one is wanted, and what it says.
fn loudspeaker(settings: &Settings) -> (Option<Loudspeaker>, Task<Message>) {
    if !settings.sound.on {
        return (None, Task::none());
    }
    let (sender, reports) = mpsc::unbounded();
    let report = move |report| {
        // The window is gone, and the program ends.
        let _ = sender.unbounded_send(report);
    };
    let voice = settings.speech.on.then(|| Voice { program: settings.speech.program.clone() });
    match Loudspeaker::start(voice, report) {
        Ok(loudspeaker) => (Some(loudspeaker), Task::run(reports, Message::Sounded)),
        Err(error) => {
            tracing::error!(%error, "the sound thread does not start");
            (None, Task::done(Message::Sounded(Report::Missing(error.to_string()))))
        }
    }
}

/// Tells the lobby that a call was seen or heard: with one nonce, until it has been taken.
async fn acknowledge(server: Server, call: CallId, heard: bool) {
    let path = format!("/calls/{}/acknowledgement", call.0);
    let (nonce, body) = (Nonce::random(), Acknowledgement { heard });
    let told = server.call_until::<_, ()>(&path, nonce, &body, ACKNOWLEDGE_WITHIN).await;
    match told {
        Ok(()) => tracing::debug!(call = call.0, heard, "acknowledged"),
        Err(error) => tracing::warn!(call = call.0, heard, %error, "an acknowledgement was not taken"),
    }
}

/// Tells the lobby how the terminal is. It is told again within a second.
async fn tell(server: Server, status: DeviceStatus) {
    if let Err(error) = server.post_plain::<_, ()>("/device/status", &status).await {
        if error.is_retryable() {
            tracing::debug!(%error, "the lobby does not take our status");
        } else {
            tracing::warn!(%error, "the lobby does not take our status");
        }
    }
}
