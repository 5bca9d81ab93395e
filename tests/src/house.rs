//! A whole installation on loopback: booking server, lobby and terminals as real programs, each with a
//! folder of its own and a demonstration's clock that all share.

use crate::kept::Kept;
use crate::program::{self, Program, run};
use crate::servers::{Running, START, add_staff, configure};
use crate::shared_clock::SharedClock;
use anyhow::{Context, Result, ensure};
use foyer_client::Server;
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::OfficeId;
use foyer_protocol::booking::{BookingView, ConfirmRequest, FreeTimes, Hold, HoldRequest, Offices};
use foyer_protocol::lobby::{DeviceKind, EnrolRequest, Enrolled, Health};
use foyer_protocol::nonce::Nonce;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The password of everybody whom the harness signs on.
pub const PASSWORD: &str = "Musterstadt-2026";

/// How many a [`busy_office`] serves at a time: the most that an office may have.
pub const BUSY_PLACES: usize = 64;

/// A running installation.
pub struct House {
    /// Where all its files lie.
    pub folder: PathBuf,
    clock: SharedClock,
    /// Further sections of the booking server's configuration.
    sections: String,
    /// The booking server's database.
    pub kept: Kept,
    /// The booking server.
    pub booking: Running,
    /// The lobby server.
    pub lobby: Running,
    /// The office.
    pub office: OfficeId,
}

impl House {
    /// Starts booking server and lobby in `folder`, imports `office_toml` and links the two.
    ///
    /// # Errors
    /// A program does not do what it should; the message has the end of its log.
    pub async fn open(folder: &Path, office_toml: &Path, start: Timestamp) -> Result<Self> {
        Self::open_with("", folder, office_toml, start).await
    }

    /// The same with further sections of the booking server's configuration: `[mail]`.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_with(
        sections: &str,
        folder: &Path,
        office_toml: &Path,
        start: Timestamp,
    ) -> Result<Self> {
        Self::open_on(Kept::Sqlite, sections, folder, office_toml, start).await
    }

    /// The same on another database.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_on(
        kept: Kept,
        sections: &str,
        folder: &Path,
        office_toml: &Path,
        start: Timestamp,
    ) -> Result<Self> {
        let sections = &format!("{sections}{}", kept.section());
        std::fs::create_dir_all(folder)?;
        let clock = SharedClock::starting_at(start);
        let mut booking = Running::start("foyer-booking", folder, &clock, 0, "")?;
        if !sections.is_empty() {
            // Mails lead to the address that is known only now.
            booking.program.stop(START)?;
            booking = Running::start("foyer-booking", folder, &clock, booking.port()?, sections)?;
        }
        // The address is known only now, and tickets carry it for the citizen's phone.
        let text = std::fs::read_to_string(office_toml)?;
        let office_toml = &folder.join("office.toml");
        std::fs::write(office_toml, format!("public_url = \"{}\"\n{text}", booking.url))?;
        let imported = run(Command::new(program::built("foyer-booking")?)
            .args(["office", "import"])
            .arg(office_toml)
            .arg("--config")
            .arg(&booking.config))?;
        let office = office_named(office_toml).with_context(|| format!("import said: {imported}"))?;
        let linked = run(Command::new(program::built("foyer-booking")?)
            .args(["office", "link", office.as_str(), "--config"])
            .arg(&booking.config))?;
        let code = linked.split_whitespace().next_back().context("`office link` prints a code")?;
        let config = configure("foyer-lobby", folder, &clock, 0, "")?;
        run(Command::new(program::built("foyer-lobby")?)
            .args(["connect", "--booking", &booking.url, code, "--config"])
            .arg(&config))?;
        let lobby = Running::start("foyer-lobby", folder, &clock, 0, "")?;
        let sections = sections.to_owned();
        let house = Self { folder: folder.to_owned(), clock, sections, kept, booking, lobby, office };
        house.wait_until_ready().await?;
        Ok(house)
    }

    /// The clock, as configuration files of further programs have it.
    pub fn clock_settings(&self) -> String {
        self.clock.settings()
    }

    /// What time it is in the house.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The number that a query answers in the booking server's database.
    ///
    /// # Errors
    /// What the database says to it.
    pub fn booked(&self, sql: &str) -> Result<i64> {
        self.kept.number(&self.folder, sql)
    }

    /// Lets it be another time: both servers end and start again at their addresses.
    ///
    /// # Errors
    /// One does not come back.
    pub async fn set_time(&mut self, start: Timestamp) -> Result<()> {
        self.lobby.program.stop(START)?;
        self.booking.program.stop(START)?;
        self.clock = SharedClock::starting_at(start);
        self.start_booking_again()?;
        self.start_lobby_again().await
    }

    /// Imports another office of the same city and waits until the running server offers it.
    ///
    /// # Errors
    /// What the booking server says.
    pub async fn import_office(&self, office_toml: &Path) -> Result<()> {
        run(Command::new(program::built("foyer-booking")?)
            .args(["office", "import"])
            .arg(office_toml)
            .arg("--config")
            .arg(&self.booking.config))?;
        let id = office_named(office_toml)?;
        let server = self.booking.server(None)?;
        crate::wait::for_value("the imported office", START, || async {
            let known: Offices = server.get("/offices").await?;
            Ok(known.offices.iter().any(|office| office.id == id).then_some(()))
        })
        .await
    }

    /// Waits until the lobby has the office's configuration.
    ///
    /// # Errors
    /// It does not get it.
    pub async fn wait_until_ready(&self) -> Result<()> {
        let server = self.lobby.server(None)?;
        crate::wait::for_value("the lobby to be ready", START, || async {
            Ok(server.get::<Health>("/health").await.ok().filter(|health| health.ready))
        })
        .await?;
        Ok(())
    }

    /// Ends the lobby as a power cut would, and starts it again at the same address.
    ///
    /// # Errors
    /// It does not come back.
    pub async fn power_cut_lobby(&mut self) -> Result<()> {
        self.lobby.program.kill()?;
        self.start_lobby_again().await
    }

    /// Starts the lobby again at its address.
    ///
    /// # Errors
    /// It does not come back.
    pub async fn start_lobby_again(&mut self) -> Result<()> {
        self.lobby = Running::start("foyer-lobby", &self.folder, &self.clock, self.lobby.port()?, "")?;
        self.wait_until_ready().await
    }

    /// Starts the booking server again at its address.
    ///
    /// # Errors
    /// It does not come back.
    pub fn start_booking_again(&mut self) -> Result<()> {
        let port = self.booking.port()?;
        self.booking = Running::start("foyer-booking", &self.folder, &self.clock, port, &self.sections)?;
        Ok(())
    }

    /// The free times for these services between two moments.
    ///
    /// # Errors
    /// What the booking server says.
    pub async fn free_times(&self, services: &str, from: Timestamp, to: Timestamp) -> Result<FreeTimes> {
        let moment = |at: Timestamp| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        let path = format!(
            "/offices/{}/free-times?services={services}&from={}&to={}",
            self.office,
            moment(from),
            moment(to)
        );
        Ok(self.booking.server(None)?.get(&path).await?)
    }

    /// Books a time.
    ///
    /// # Errors
    /// What the booking server says.
    pub async fn book(&self, service: &str, start: Timestamp) -> Result<BookingView> {
        self.book_in("de", service, start).await
    }

    /// Books a time in another language.
    ///
    /// # Errors
    /// What the booking server says.
    pub async fn book_in(&self, language: &str, service: &str, start: Timestamp) -> Result<BookingView> {
        self.confirm_in(language, &self.hold(&self.office, service, start).await?).await
    }

    /// Holds a time at an office of the city.
    ///
    /// # Errors
    /// What the booking server says.
    pub async fn hold(&self, office: &OfficeId, service: &str, start: Timestamp) -> Result<Hold> {
        let server = self.booking.server(None)?;
        let services = vec![ServiceChoice { service: service.into(), quantity: 1 }];
        let path = format!("/offices/{office}/holds");
        let hold: Hold = server.post(&path, Nonce::random(), &HoldRequest { services, start }).await?;
        ensure!(hold.start == start, "held {} instead of {start}", hold.start);
        Ok(hold)
    }

    /// Confirms a held time.
    ///
    /// # Errors
    /// What the booking server says.
    pub async fn confirm(&self, hold: &Hold) -> Result<BookingView> {
        self.confirm_in("de", hold).await
    }

    async fn confirm_in(&self, language: &str, hold: &Hold) -> Result<BookingView> {
        let server = self.booking.server(None)?;
        let confirm = ConfirmRequest {
            name: "Erika Mustermann".to_owned(),
            email: "erika@example.org".to_owned(),
            language: language.to_owned(),
            ..ConfirmRequest::default()
        };
        let path = format!("/holds/{}/confirm", hold.hold);
        Ok(server.post(&path, Nonce::random(), &confirm).await?)
    }

    /// Makes an enrolment code for a terminal, as a technician does.
    ///
    /// # Errors
    /// What the lobby says.
    pub fn device_code(&self, kind: DeviceKind, name: &str) -> Result<String> {
        self.device_code_for(kind, name, &[])
    }

    /// The same for a display that shows these areas.
    ///
    /// # Errors
    /// What the lobby says.
    pub fn device_code_for(&self, kind: DeviceKind, name: &str, areas: &[&str]) -> Result<String> {
        let kind = match kind {
            DeviceKind::Kiosk => "kiosk",
            DeviceKind::Display => "display",
        };
        let said = run(Command::new(program::built("foyer-lobby")?)
            .args(["device", "code", "--kind", kind, "--name", name])
            .args(areas.iter().flat_map(|area| ["--area", area]))
            .arg("--config")
            .arg(&self.lobby.config))?;
        Ok(said.split_whitespace().next_back().context("`device code` prints a code")?.to_owned())
    }

    /// Enrols a terminal that is spoken for by the test itself.
    ///
    /// # Errors
    /// What the lobby says.
    pub async fn enrol(&self, kind: DeviceKind, name: &str) -> Result<(Enrolled, Server)> {
        self.enrol_by(kind, self.device_code(kind, name)?).await
    }

    /// The same with a code that was made before.
    ///
    /// # Errors
    /// What the lobby says.
    pub async fn enrol_by(&self, kind: DeviceKind, code: String) -> Result<(Enrolled, Server)> {
        let request = EnrolRequest { code, kind };
        let enrolled: Enrolled =
            self.lobby.server(None)?.post("/devices/enrol", Nonce::random(), &request).await?;
        let server = self.lobby.server(Some(&enrolled.token))?;
        Ok((enrolled, server))
    }

    /// Enrols and starts a kiosk or display; it reaches the lobby at
    /// `lobby`; `settings` is the part of its file below clock and address.
    ///
    /// # Errors
    /// It cannot be enrolled or started.
    pub fn start_terminal(
        &self,
        kind: DeviceKind,
        name: &str,
        lobby: &str,
        settings: &str,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Result<Program> {
        let program = match kind {
            DeviceKind::Kiosk => "foyer-kiosk",
            DeviceKind::Display => "foyer-display",
        };
        let folder = self.folder.join(name);
        std::fs::create_dir_all(&folder)?;
        let config = folder.join("config.toml");
        let code = self.device_code(kind, name)?;
        let head = self.clock.settings();
        let rest = format!("[lobby]\nurl = \"{lobby}\"\n[data]\ndir = \"{}\"\n{settings}", folder.display());
        std::fs::write(&config, head + rest.as_str())?;
        let path = program::built(program)?;
        run(Command::new(&path)
            .args(["enrol", "--lobby", lobby, &code, "--config"])
            .arg(&config)
            .envs(environment.iter().copied()))?;
        // The clock's start is written again, as late as possible.
        std::fs::write(&config, self.clock.settings() + rest.as_str())?;
        let mut command = Command::new(path);
        command.arg("--config").arg(&config).args(arguments).envs(environment.iter().copied());
        Program::start(command, &folder.join("log.txt"))
    }

    /// Adds somebody to the lobby's staff, with [`PASSWORD`].
    ///
    /// # Errors
    /// What the lobby says.
    pub fn add_staff(&self, name: &str, role: &str) -> Result<()> {
        add_staff("foyer-lobby", &self.lobby.config, name, role)
    }

    /// Adds somebody to the booking server's staff, with [`PASSWORD`].
    ///
    /// # Errors
    /// What the booking server says.
    pub fn add_booking_staff(&self, name: &str, role: &str) -> Result<()> {
        add_staff("foyer-booking", &self.booking.config, name, role)
    }
}

/// Writes the file of an office that is open at all hours, with [`BUSY_PLACES`] places every five minutes and
/// the widest check-in window, four hours before the start; "meldung" and "gewerbe" take a minute.
///
/// # Errors
/// The folder takes no file.
pub fn busy_office(folder: &Path) -> Result<PathBuf> {
    let office = Path::new(env!("CARGO_MANIFEST_DIR")).join("offices/round-the-clock.toml");
    let rules = "[rules]\nwindow_before_minutes = 240\ngrid_minutes = 5\n\n[[areas]]";
    let text = std::fs::read_to_string(office)?
        .replace("places = 4", &format!("places = {BUSY_PLACES}"))
        .replace("minutes = 5\n", "minutes = 1\n")
        .replace("minutes = 15\narea = \"og\"\nwalk_in = false\n", "minutes = 1\narea = \"og\"\n")
        .replacen("[[areas]]", rules, 1);
    let file = folder.join("busy-office.toml");
    std::fs::write(&file, text)?;
    Ok(file)
}

/// The id in an office's file.
fn office_named(office_toml: &Path) -> Result<OfficeId> {
    let text = std::fs::read_to_string(office_toml)?;
    let id = text.lines().find_map(|line| line.strip_prefix("id = "));
    let id = id.context("an office's file has an id")?;
    Ok(OfficeId(id.trim_matches('"').to_owned()))
}
