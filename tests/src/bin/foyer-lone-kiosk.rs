//! `foyer-lone-kiosk`: a kiosk without screen, camera and printer, for journeys that end it at any moment. Its
//! model, journal and way of working alone are the kiosk's own; a line of standard input stands for a citizen,
//! a line of standard output for what is seen:
//!
//! - `scan TEXT` → `number A800`, `again A800`, `refused …`
//! - `paper A800`: the ticket's bytes would go to the printer now
//! - `open 3`: so many tickets are not handed over; said whenever it changes
//! - `link up`, `link down`, `list`: as the lobby's stream says

use anyhow::{Context, Result};
use clap::Parser;
use foyer_client::{Address, Followed, Link, Server, Token};
use foyer_domain::Timestamp;
use foyer_kiosk::action::{Action, Answer};
use foyer_kiosk::alone::{Alone, asking};
use foyer_kiosk::cli::window_size;
use foyer_kiosk::context::Now;
use foyer_kiosk::device::journal::Journal;
use foyer_kiosk::model::{Message, Model, Settings, Sighted};
use foyer_kiosk::screen::{self, Screen, ticket};
use foyer_protocol::lobby::{CheckInAnswer, KioskEvent, TicketAnswer};
use foyer_protocol::program::Clock;
use futures_util::StreamExt;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

/// A kiosk without screen, camera and printer.
#[derive(Debug, Parser)]
struct Arguments {
    /// The lobby's address.
    #[arg(long)]
    lobby: String,
    /// The terminal's token.
    #[arg(long)]
    token: String,
    /// Where its journal lies.
    #[arg(long)]
    journal: PathBuf,
    /// What its clock shows at the beginning.
    #[arg(long)]
    start: Timestamp,
}

/// What comes in.
enum Incoming {
    Told(Box<Message>),
    Line(String),
}

struct Kiosk {
    lobby: Server,
    journal: Journal,
    alone: Alone,
    clock: Clock,
    began: Instant,
    model: Model,
    incoming: mpsc::UnboundedSender<Incoming>,
    open: Option<usize>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let clock = Clock::starting_at(arguments.start);
    let address = Address::new(arguments.lobby.parse()?);
    let lobby = Server::new(&address, Some(Token::new(arguments.token)))?;
    let journal = Journal::open(&arguments.journal, clock.now())?;
    let alone = Alone::new(journal.clone(), clock)?;
    let (incoming, mut arriving) = mpsc::unbounded_channel();
    let began = Instant::now();
    let model =
        Model::new(settings(), window_size(None, None), Now { at: clock.now(), steady: Duration::ZERO });
    let mut kiosk = Kiosk { lobby, journal, alone, clock, began, model, incoming, open: None };
    kiosk.begin();
    while let Some(incoming) = arriving.recv().await {
        match incoming {
            Incoming::Told(message) => kiosk.tell(*message),
            Incoming::Line(line) => kiosk.citizen(&line)?,
        }
    }
    Ok(())
}

fn settings() -> Settings {
    Settings {
        languages: vec![foyer_text::Language::German],
        diagonal_inch: 32.0,
        speech: foyer_kiosk::hearing::Speech::default(),
        printed: Vec::new(),
        demo_clock: true,
        enrol_command: String::new(),
        server: String::new(),
    }
}

fn say(line: &str) {
    // Whoever listens may be gone; then nobody reads it.
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

impl Kiosk {
    /// With what was kept, the stream, the lines and the time.
    fn begin(&mut self) {
        if let Some(snapshot) = self.alone.snapshot() {
            self.tell(Message::Recalled(Box::new(snapshot)));
        }
        self.perform(Action::LookAlone);
        let mut stream = self.lobby.follow::<KioskEvent>("/stream", "kiosk", None, self.clock);
        let told = self.incoming.clone();
        tokio::spawn(async move {
            while let Some(followed) = stream.next().await {
                let _ = told.send(Incoming::Told(Box::new(Message::Followed(Box::new(followed)))));
            }
        });
        let lines = self.incoming.clone();
        std::thread::spawn(move || {
            for line in std::io::stdin().lines().map_while(Result::ok) {
                let _ = lines.send(Incoming::Line(line));
            }
        });
        let ticks = self.incoming.clone();
        tokio::spawn(async move {
            let mut every = tokio::time::interval(Duration::from_millis(250));
            loop {
                every.tick().await;
                let _ = ticks.send(Incoming::Told(Box::new(Message::Ticked)));
            }
        });
    }

    fn tell(&mut self, message: Message) {
        if let Message::Followed(followed) = &message {
            match &**followed {
                Followed::Link(Link::Connected) => say("link up"),
                Followed::Link(_) => say("link down"),
                Followed::Event { .. } | Followed::NotUnderstood { .. } => {}
            }
        }
        if let Message::StandsAlone(state) | Message::HandedOver(Some(state)) = &message {
            let open = Some(state.open());
            if self.open != open {
                self.open = open;
                say(&format!("open {}", state.open()));
            }
            if state.list_made_at.is_some() {
                say("list");
            }
        }
        let answered = match &message {
            Message::Answered { answer, .. } => Some(described(answer.as_ref())),
            _ => None,
        };
        let now = Now { at: self.clock.now(), steady: self.began.elapsed() };
        let actions = self.model.update(now, message);
        if let Some(answered) = answered {
            say(&answered);
        }
        actions.into_iter().for_each(|action| self.perform(action));
    }

    fn perform(&self, action: Action) {
        let (lobby, journal, alone) = (self.lobby.clone(), self.journal.clone(), self.alone.clone());
        let tell = self.incoming.clone();
        let told = move |message| drop(tell.send(Incoming::Told(Box::new(message))));
        match action {
            Action::Ask(attempt) => {
                let link_up = self.model.is_linked();
                tokio::spawn(async move {
                    let id = attempt.id;
                    let asked = asking::ask(&lobby, link_up, &journal, &alone, attempt).await;
                    let nonce = asked.as_ref().map(|asked| asked.nonce);
                    let answer = asked.and_then(|asked| asked.answer);
                    told(Message::Answered { id, nonce, answer });
                });
            }
            Action::Settle(nonce) => {
                tokio::task::spawn_blocking(move || journal.settle_attempt(nonce));
            }
            Action::KeepList { list, public_key } => {
                tokio::task::spawn_blocking(move || {
                    if alone.take(list, &public_key).is_ok()
                        && let Ok(state) = alone.state()
                    {
                        told(Message::StandsAlone(state));
                    }
                });
            }
            Action::LookAlone => {
                tokio::task::spawn_blocking(move || {
                    if let Ok(state) = alone.state() {
                        told(Message::StandsAlone(state));
                    }
                });
            }
            Action::Wish { number, change } => {
                tokio::task::spawn_blocking(move || {
                    if alone.wish(number, change).is_ok()
                        && let Ok(state) = alone.state()
                    {
                        told(Message::StandsAlone(state));
                    }
                });
            }
            Action::HandOver => {
                tokio::spawn(async move { told(Message::HandedOver(alone.hand_over(&lobby).await)) });
            }
            Action::Print(job) => say(&format!("paper {}", job.ticket.number)),
            Action::ForgetList
            | Action::PrintAlone
            | Action::Staff(_)
            | Action::MissOrder { .. }
            | Action::ReportPrint { .. }
            | Action::ReportStatus(_)
            | Action::Preview(_)
            | Action::Sound(_)
            | Action::Say(_)
            | Action::Hush
            | Action::MoveFocus(_)
            | Action::Unfocus => {}
        }
    }

    /// Somebody holds a code before the camera (`scan …`), asks to show another one of the same people
    /// (`another`), or to be fetched (`pick-up`).
    fn citizen(&mut self, line: &str) -> Result<()> {
        let pressed = match line {
            "another" => Some(ticket::Message::ShowAnother),
            "pick-up" => Some(ticket::Message::Wish(ticket::wishes::Message::TogglePickUp)),
            _ => None,
        };
        if let Some(pressed) = pressed {
            anyhow::ensure!(
                matches!(self.model.screen(), Screen::Ticket(_)),
                "there is no ticket to press on"
            );
            self.tell(Message::Screen(screen::Message::Ticket(pressed)));
            return Ok(());
        }
        let text = line.strip_prefix("scan ").context("a citizen scans something")?.to_owned();
        let is_busy = matches!(self.model.screen(), Screen::Checking(_) | Screen::OutOfService(_));
        anyhow::ensure!(!is_busy, "nobody can be served now");
        let at = self.clock.now();
        self.tell(Message::Sighted(Sighted::Code { text, at }));
        Ok(())
    }
}

fn described(answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::CheckIn(reply)) => match &reply.answer {
            CheckInAnswer::CheckedIn { ticket } => format!("number {}", ticket.number),
            CheckInAnswer::AlreadyCheckedIn { ticket } | CheckInAnswer::BackInQueue { ticket } => {
                format!("again {}", ticket.number)
            }
            refused => format!("refused {refused:?}"),
        },
        Some(Answer::Ticket(reply)) => match &reply.answer {
            TicketAnswer::Opened { ticket } => format!("number {}", ticket.number),
            refused => format!("refused {refused:?}"),
        },
        None => "refused without an answer".to_owned(),
    }
}
