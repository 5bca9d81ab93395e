//! A kiosk without screen, camera and printer, as a process that can be ended at any moment.

use crate::house::House;
use crate::program;
use anyhow::{Context, Result, bail};
use foyer_domain::Timestamp;
use foyer_protocol::lobby::{DeviceKind, Enrolled};
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long anything may take on a busy machine.
const LIMIT: Duration = Duration::from_secs(30);

/// One terminal: it keeps its journal from run to run.
pub struct LoneKiosk {
    enrolled: Enrolled,
    /// Where it reaches the lobby.
    pub lobby: String,
    /// Its journal.
    pub journal: PathBuf,
    log: PathBuf,
    run: Option<Run>,
    /// Every line that it has said, over all runs.
    pub said: Vec<String>,
}

struct Run {
    child: Child,
    input: ChildStdin,
    lines: mpsc::Receiver<String>,
}

impl LoneKiosk {
    /// Enrols one that does not run yet.
    ///
    /// # Errors
    /// What the lobby says.
    pub async fn enrol(house: &House, name: &str) -> Result<Self> {
        let (enrolled, _) = house.enrol(DeviceKind::Kiosk, name).await?;
        let folder = house.folder.join(name);
        std::fs::create_dir_all(&folder)?;
        let (journal, log) = (folder.join("journal.sqlite3"), folder.join("log.txt"));
        Ok(Self { enrolled, lobby: house.lobby.url.clone(), journal, log, run: None, said: Vec::new() })
    }

    /// Starts it with a clock that shows this.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn start(&mut self, now: Timestamp) -> Result<()> {
        self.kill()?;
        let errors = std::fs::File::options().create(true).append(true).open(&self.log)?;
        let mut child = Command::new(program::built("foyer-lone-kiosk")?)
            .args(["--lobby", &self.lobby, "--token", &self.enrolled.token])
            .args(["--start", &now.to_rfc3339()])
            .arg("--journal")
            .arg(&self.journal)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()?;
        let input = child.stdin.take().context("standard input is piped")?;
        let output = child.stdout.take().context("standard output is piped")?;
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Nobody listens any more: the pipe is read on, so that the program never blocks.
                let _ = sender.send(line);
            }
        });
        self.run = Some(Run { child, input, lines });
        Ok(())
    }

    /// Ends it at once, as a power cut would, and takes in what it still said.
    ///
    /// # Errors
    /// It cannot be waited for.
    pub fn kill(&mut self) -> Result<()> {
        let Some(mut run) = self.run.take() else { return Ok(()) };
        // It may have ended by itself.
        let _ = run.child.kill();
        run.child.wait()?;
        self.said.extend(run.lines.iter());
        Ok(())
    }

    /// Holds a code before its camera.
    ///
    /// # Errors
    /// It does not run.
    pub fn hold_up(&mut self, code: &str) -> Result<()> {
        self.does(&format!("scan {code}"))
    }

    /// Does what a citizen does: `scan …`, `another`, `pick-up`.
    ///
    /// # Errors
    /// It does not run.
    pub fn does(&mut self, what: &str) -> Result<()> {
        let run = self.run.as_mut().context("the kiosk runs")?;
        writeln!(run.input, "{what}")?;
        Ok(run.input.flush()?)
    }

    /// Waits for a line that begins like this, and gives what follows; what is said before is kept.
    ///
    /// # Errors
    /// It says nothing like it.
    pub fn waits_for(&mut self, beginning: &str) -> Result<String> {
        let until = Instant::now() + LIMIT;
        let run = self.run.as_mut().context("the kiosk runs")?;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(line) = run.lines.recv_timeout(left) else {
                bail!("the kiosk did not say `{beginning}`; it said {:?}", self.said);
            };
            self.said.push(line.clone());
            if let Some(rest) = line.strip_prefix(beginning) {
                return Ok(rest.trim().to_owned());
            }
        }
    }

    /// Holds a code up and gives the first line that answers: a number, again, or a refusal.
    ///
    /// # Errors
    /// No answer.
    pub fn scan(&mut self, code: &str) -> Result<String> {
        self.hold_up(code)?;
        let until = Instant::now() + LIMIT;
        loop {
            let line = {
                let run = self.run.as_mut().context("the kiosk runs")?;
                run.lines.recv_timeout(until.saturating_duration_since(Instant::now()))
            };
            let line = line.with_context(|| format!("no answer; it said {:?}", self.said))?;
            self.said.push(line.clone());
            if ["number ", "again ", "refused "].iter().any(|of| line.starts_with(of)) {
                return Ok(line);
            }
        }
    }

    /// The numbers that came out of its printer, over all runs.
    pub fn papers(&self) -> Vec<String> {
        self.said.iter().filter_map(|line| line.strip_prefix("paper ")).map(str::to_owned).collect()
    }
}

impl Drop for LoneKiosk {
    fn drop(&mut self) {
        // Errors have no reader here; a program that has ended already is what is wanted.
        let _ = self.kill();
    }
}
