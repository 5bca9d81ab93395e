//! The driver around the model: starts devices and streams, does every [`Action`], and brings back what
//! happened. One [`Driver::perform`] starts every effect.

mod effects;
mod staff;
mod streams;

use crate::action::Action;
use crate::alone::Alone;
use crate::cli::window_size;
use crate::config::{Config, in_one_line};
use crate::context::Now;
use crate::device::journal::Journal;
use crate::device::{camera, printer, sound};
use crate::kept::Keeper;
use crate::model::{self, Model, Settings};
use crate::screen::Screen;
use crate::screen::out_of_service::Outage;
use crate::ticket::{self, Template};
use crate::view;
use foyer_client::{Identity, Server, identity};
use foyer_look::{focus, fonts};
use foyer_protocol::program::Clock;
use iced::{Element, Size, Subscription, Task, window};
use nix::time::{ClockId, clock_gettime};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// A start that failed is tried again after so long.
const START_AGAIN: Duration = Duration::from_secs(3);
/// How often time passes where something on the screen moves …
const LIVELY_TICK: Duration = Duration::from_millis(250);
/// … and where only the clock does.
const QUIET_TICK: Duration = Duration::from_secs(1);

/// How the program was started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The configuration file.
    pub config: PathBuf,
    /// The window's size.
    pub size: Option<Size>,
    /// A window instead of the full screen.
    pub windowed: bool,
}

/// What happened.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "messages are moved once and never kept")]
pub enum Message {
    /// To the kiosk.
    Happened(model::Message),
    /// It is time to start what is not started yet.
    TryStart,
    /// An effect without an answer is done.
    Done,
}

/// Runs the kiosk until its window is closed.
///
/// # Errors
/// No window can be opened.
pub fn run(options: Options) -> iced::Result {
    let config = Config::load(&options.config).ok();
    let size = window_size(options.size, config.as_ref());
    let settings = window::Settings {
        size,
        fullscreen: !options.windowed,
        decorations: options.windowed,
        resizable: options.windowed,
        ..window::Settings::default()
    };
    iced::application(move || Driver::new(options.clone(), size), Driver::update, Driver::view)
        .title("Foyer")
        .subscription(Driver::subscription)
        .theme(|driver: &Driver| driver.model.look().theme())
        .style(|driver: &Driver, theme: &iced::Theme| iced::theme::Style {
            background_color: driver.model.ground(),
            ..iced::theme::Base::base(theme)
        })
        .default_font(fonts::REGULAR)
        .window(settings)
        .run()
}

/// The running program.
pub struct Driver {
    options: Options,
    clock: Clock,
    /// By [`since_boot`].
    began: Duration,
    devices: Option<Devices>,
    identity: Option<Identity>,
    lobby: Option<Server>,
    model: Model,
}

/// What runs once the configuration is good.
struct Devices {
    config: Config,
    template: Arc<Template>,
    journal: Journal,
    alone: Alone,
    keeper: Keeper,
    camera: camera::Handle,
    printer: printer::Handle,
    /// `None` where the system gives no thread for it.
    sound: Option<sound::Handle>,
}

impl Devices {
    fn order(&self, order: sound::Order) -> Task<Message> {
        if let Some(sound) = &self.sound {
            sound.order(order);
        }
        Task::none()
    }
}

/// Why the kiosk could not start.
#[derive(Debug, thiserror::Error)]
enum StartError {
    #[error(transparent)]
    Settings(#[from] foyer_protocol::program::SettingsError),
    #[error(transparent)]
    Logo(#[from] ticket::LogoError),
    #[error(transparent)]
    Font(#[from] fonts::MissingFont),
    #[error(transparent)]
    Journal(#[from] crate::device::journal::JournalError),
    #[error("the folder `{dir}` of `data.dir` cannot be made")]
    Folder { dir: PathBuf, source: std::io::Error },
    #[error(transparent)]
    Identity(#[from] identity::IdentityError),
    #[error(transparent)]
    Client(#[from] foyer_client::ClientError),
}

/// What has passed since this computer began: it goes on while the computer sleeps, and nobody sets it.
fn since_boot() -> Duration {
    clock_gettime(ClockId::CLOCK_BOOTTIME).map(Duration::from).unwrap_or_default()
}

impl Driver {
    /// A kiosk that has yet to start, and the task that starts it.
    pub fn new(options: Options, size: Size) -> (Self, Task<Message>) {
        let clock = Clock::SYSTEM;
        let began = since_boot();
        let now = Now { at: clock.now(), steady: Duration::ZERO };
        let model = Model::new(settings(&options, None), size, now);
        let driver = Self { options, clock, began, devices: None, identity: None, lobby: None, model };
        (driver, Task::done(Message::TryStart))
    }

    fn steady(&self) -> Duration {
        since_boot().saturating_sub(self.began)
    }

    /// Takes a message to the model and does what it wants done.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Happened(message) => self.tell(message),
            Message::TryStart => self.start(),
            Message::Done => Task::none(),
        }
    }

    /// Draws the kiosk.
    pub fn view(&self) -> Element<'_, Message> {
        view::view(&self.model).map(Message::Happened)
    }

    fn tell(&mut self, message: model::Message) -> Task<Message> {
        let now = Now { at: self.clock.now(), steady: self.steady() };
        let actions = self.model.update(now, message);
        Task::batch(actions.into_iter().map(|action| self.perform(action)))
    }

    /// Starts what is not started yet; what is wrong becomes the screen.
    fn start(&mut self) -> Task<Message> {
        let before = self.identity.clone();
        let outage = match self.try_start() {
            Ok(None) if self.identity == before => return Task::none(),
            Ok(None) => {
                return Task::batch([self.begin_with_what_was_kept(), self.report_interrupted()]);
            }
            Ok(Some(outage)) => outage,
            Err(error) => {
                let reason = in_one_line(&error);
                tracing::error!(reason, "the kiosk cannot start");
                Outage::BadStart(reason)
            }
        };
        self.tell(model::Message::Down(outage))
    }

    fn try_start(&mut self) -> Result<Option<Outage>, StartError> {
        if self.devices.is_none() {
            if let Some(missing) = fonts::missing().into_iter().next() {
                return Err(missing.into());
            }
            let config = Config::load(&self.options.config)?;
            self.clock = config.clock.clock(config.demo)?;
            let dir = config.data.dir.clone();
            std::fs::create_dir_all(&dir).map_err(|source| StartError::Folder { dir, source })?;
            let template = Arc::new(config.ticket.template()?);
            // Off the screen's thread; the first ticket does not wait for them.
            std::thread::spawn(ticket::load_fonts);
            let journal = Journal::open(&config.data.journal(), self.clock.now())?;
            let alone = Alone::new(journal.clone(), self.clock)?;
            let camera = config.camera.clone().start(self.clock);
            let printer = config.printer.clone().start(Some(journal.clone()), self.clock);
            let sound = sound::Handle::start(config.speech.program.clone(), config.languages.clone());
            let sound = sound.inspect_err(|error| tracing::error!(%error, "no sound")).ok();
            let now = Now { at: self.clock.now(), steady: self.steady() };
            let size = self.model.context().size;
            let (keeper, kept) = Keeper::open(&config.data.kept(), config.sound.volume);
            let for_staff = staff::setup(&self.options, &config, kept);
            let settings = settings(&self.options, Some(&config));
            self.model = Model::new(settings, size, now).with_staff(for_staff);
            let devices = Devices { config, template, journal, alone, keeper, camera, printer, sound };
            self.devices = Some(devices);
        }
        let Some(devices) = &self.devices else { return Ok(Some(Outage::Starting)) };
        if self.wants_identity() {
            let Some(identity) = identity::load(&devices.config.data.identity())? else {
                let command = enrol_command(&self.options);
                return Ok(Some(Outage::NotEnrolled { command }));
            };
            if self.identity.as_ref() != Some(&identity) {
                let address = identity.address(&devices.config.lobby);
                self.lobby = Some(Server::new(&address, Some(identity.token()))?);
                self.identity = Some(identity);
            }
        }
        Ok(None)
    }

    /// Before it is enrolled, and after the lobby has refused it: staff may enrol it (again) at any moment.
    fn wants_identity(&self) -> bool {
        self.lobby.is_none() || self.model.is_refused()
    }

    /// What runs beside the screen.
    pub fn subscription(&self) -> Subscription<Message> {
        let lively = self.model.is_lively();
        let tick = iced::time::every(if lively { LIVELY_TICK } else { QUIET_TICK });
        let mut all = vec![tick.map(|_| Message::Happened(model::Message::Ticked)), streams::window()];
        if let Some(devices) = &self.devices {
            all.push(streams::camera(&devices.camera));
            all.push(streams::printer(&devices.printer));
            all.extend(devices.sound.as_ref().map(streams::sound));
            all.extend(devices.config.reader.as_ref().map(|reader| streams::reader(reader, self.clock)));
            let snapshot = self.model.snapshot();
            let is_out = snapshot.is_none() || matches!(self.model.screen(), Screen::OutOfService(_));
            // Out of service only staff may be read.
            if !is_out || devices.config.staff.code.is_some() {
                let link = snapshot.and_then(|snapshot| snapshot.office.public_url.as_deref());
                all.push(streams::scanner(&devices.camera, link, self.model.keys()));
            }
            if matches!(self.model.screen(), Screen::Staff(_)) {
                all.push(streams::frame_rate(&devices.camera));
            }
        }
        if let (Some(lobby), Some(identity)) = (&self.lobby, &self.identity) {
            all.push(streams::lobby(lobby, identity.enrolled.device.as_str(), self.clock));
        }
        if self.wants_identity() {
            all.push(iced::time::every(START_AGAIN).map(|_| Message::TryStart));
        }
        Subscription::batch(all)
    }

    /// Starts an effect.
    fn perform(&self, action: Action) -> Task<Message> {
        match (action, &self.devices, &self.lobby) {
            (Action::MoveFocus(step), ..) => {
                step.task().map(|label| Message::Happened(model::Message::Focused(label)))
            }
            (Action::Unfocus, ..) => focus::unfocus(),
            (Action::Sound(tone), Some(devices), _) => {
                devices.order(sound::Order::Play(tone, self.model.volume()))
            }
            (Action::Say(utterance), Some(devices), _) => {
                devices.order(sound::Order::Say(utterance, self.model.volume()))
            }
            (Action::Hush, Some(devices), _) => devices.order(sound::Order::Hush),
            (Action::Preview(size), Some(devices), _) => {
                devices.camera.want_preview(size);
                Task::none()
            }
            (Action::Ask(attempt), Some(devices), Some(lobby)) => {
                let (journal, alone) = (devices.journal.clone(), devices.alone.clone());
                effects::ask(lobby.clone(), self.model.is_linked(), journal, alone, attempt)
            }
            (Action::Ask(attempt), ..) => {
                let message = model::Message::Answered { id: attempt.id, nonce: None, answer: None };
                Task::done(Message::Happened(message))
            }
            (Action::KeepList { list, public_key }, Some(devices), _) => {
                effects::keep_list(devices.alone.clone(), list, public_key)
            }
            (Action::ForgetList, Some(devices), _) => effects::forget_list(devices.alone.clone()),
            (Action::Wish { number, change }, Some(devices), _) => {
                effects::wish(devices.alone.clone(), number, change)
            }
            (Action::LookAlone, Some(devices), _) => effects::look_alone(devices.alone.clone()),
            (Action::HandOver, Some(devices), Some(lobby)) => {
                effects::hand_over(lobby.clone(), devices.alone.clone())
            }
            (Action::PrintAlone, Some(devices), _) => {
                let paper = self.paper(devices);
                staff::print_alone(devices.printer.clone(), devices.alone.clone(), paper)
            }
            (Action::Staff(action), Some(devices), _) => self.perform_for_staff(action, devices),
            (Action::Settle(nonce), Some(devices), _) => effects::settle(devices.journal.clone(), nonce),
            (Action::Print(job), Some(devices), _) => {
                effects::print(devices.printer.clone(), devices.journal.clone(), job, self.paper(devices))
            }
            (Action::MissOrder { order, visit }, Some(devices), _) => {
                effects::miss_order(devices.journal.clone(), order, visit)
            }
            (Action::ReportPrint { visit, report }, _, Some(lobby)) => {
                effects::report_print(lobby.clone(), visit, report)
            }
            (Action::ReportStatus(status), _, Some(lobby)) => effects::report_status(lobby.clone(), status),
            // Without devices or a lobby there is nobody whom these concern.
            (Action::Preview(_) | Action::Print(_) | Action::MissOrder { .. }, None, _) => Task::none(),
            (Action::Settle(_) | Action::Sound(_) | Action::Say(_) | Action::Hush, None, _) => Task::none(),
            (Action::KeepList { .. } | Action::ForgetList | Action::LookAlone, None, _) => Task::none(),
            (Action::PrintAlone | Action::Staff(_) | Action::Wish { .. }, None, _) => Task::none(),
            (Action::HandOver, ..) => Task::none(),
            (Action::ReportPrint { .. } | Action::ReportStatus(_), _, None) => Task::none(),
        }
    }

    /// What a ticket that is printed now needs besides its content.
    fn paper(&self, devices: &Devices) -> effects::Paper {
        let office = self.model.snapshot().map_or("", |snapshot| snapshot.office.name.as_str());
        effects::Paper {
            template: Arc::clone(&devices.template),
            office: office.to_owned(),
            time_zone: self.model.words().zone,
            now: self.clock.now(),
        }
    }

    /// With what the lobby told before the last end, the kiosk can begin without it.
    fn begin_with_what_was_kept(&mut self) -> Task<Message> {
        let snapshot = self.devices.as_ref().and_then(|devices| devices.alone.snapshot());
        let begun = snapshot.map(|snapshot| self.tell(model::Message::Recalled(Box::new(snapshot))));
        let refusals = self.devices.as_ref().map(|devices| staff::recall(devices.journal.clone()));
        Task::batch(begun.into_iter().chain([self.perform(Action::LookAlone)]).chain(refusals))
    }

    /// Prints that the last run left open, because it ended in the middle.
    fn report_interrupted(&self) -> Task<Message> {
        match (&self.devices, &self.lobby) {
            (Some(devices), Some(lobby)) => {
                effects::report_interrupted(lobby.clone(), devices.journal.clone())
            }
            _ => Task::none(),
        }
    }
}

fn enrol_command(options: &Options) -> String {
    format!("foyer-kiosk --config {} enrol CODE", options.config.display())
}

fn settings(options: &Options, config: Option<&Config>) -> Settings {
    Settings {
        languages: config.map_or_else(Vec::new, |config| config.languages.clone()),
        diagonal_inch: config.map_or(32.0, |config| config.panel.diagonal_inch),
        speech: config.map(|config| config.speech.clone()).unwrap_or_default(),
        printed: config.map(|config| config.ticket.own_words()).unwrap_or_default(),
        demo_clock: config.is_some_and(|config| config.demo && config.clock.start.is_some()),
        enrol_command: enrol_command(options),
        server: config.map(|config| config.lobby.host()).unwrap_or_default(),
    }
}
