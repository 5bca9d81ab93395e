//! A program that runs and is ended with the test.

use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// A running program. Its standard error goes to a file, its standard output can be waited for; it is
/// ended when this is dropped.
pub struct Program {
    name: String,
    child: Child,
    lines: mpsc::Receiver<String>,
    log: PathBuf,
}

/// Where the workspace's programs lie: beside the test or demo that runs, which cargo puts under `deps`.
///
/// # Errors
/// The program was not built.
pub fn built(name: &str) -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let folder = own.ancestors().skip(1).find(|folder| folder.join(name).is_file());
    let folder = folder.with_context(|| format!("{name} is not built: run `cargo build --workspace`"))?;
    Ok(folder.join(name))
}

impl Program {
    /// Starts `command`, with what it says on standard error in `log`.
    ///
    /// # Errors
    /// It cannot be started.
    pub fn start(mut command: Command, log: &Path) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let errors = File::options().create(true).append(true).open(log)?;
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors);
        let mut child = command.spawn().with_context(|| format!("cannot start {name}"))?;
        let output = child.stdout.take().context("standard output is piped")?;
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Nobody listens any more: the pipe is read on, so that the program never blocks.
                let _ = sender.send(line);
            }
        });
        Ok(Self { name, child, lines, log: log.to_owned() })
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Lets it stand still where it is, as a program that hangs.
    ///
    /// # Errors
    /// It cannot be signalled.
    pub fn hang(&self) -> Result<()> {
        self.signal("STOP")
    }

    /// Lets it go on.
    ///
    /// # Errors
    /// It cannot be signalled.
    pub fn go_on(&self) -> Result<()> {
        self.signal("CONT")
    }

    fn signal(&self, name: &str) -> Result<()> {
        run(Command::new("kill").arg(format!("-{name}")).arg(self.id().to_string())).map(drop)
    }

    /// Waits for a line of standard output that has `mark` in it, and gives what follows the mark.
    ///
    /// # Errors
    /// The program ended, or `limit` passed; the message has the end of its log.
    pub fn line_after(&mut self, mark: &str, limit: Duration) -> Result<String> {
        let until = Instant::now() + limit;
        while let Ok(line) = self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            if let Some((_, rest)) = line.split_once(mark) {
                return Ok(rest.to_owned());
            }
        }
        let ended = self.child.try_wait()?;
        bail!("{} did not say `{mark}` ({ended:?}); its log ends:\n{}", self.name, self.log_end())
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Ends it at once, as a power cut would.
    ///
    /// # Errors
    /// It cannot be waited for.
    pub fn kill(&mut self) -> Result<ExitStatus> {
        // It may have ended by itself.
        let _ = self.child.kill();
        Ok(self.child.wait()?)
    }

    /// Asks it to end and waits; after `limit` it is killed, which is an error.
    ///
    /// # Errors
    /// It did not end in time.
    pub fn stop(&mut self, limit: Duration) -> Result<ExitStatus> {
        if let Some(status) = self.child.try_wait()? {
            return Ok(status);
        }
        Command::new("kill").arg(self.child.id().to_string()).status().context("kill")?;
        let until = Instant::now() + limit;
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            std::thread::park_timeout(Duration::from_millis(20));
        }
        self.kill()?;
        bail!("{} did not end within {} s; its log ends:\n{}", self.name, limit.as_secs(), self.log_end())
    }

    /// The last lines of its log.
    pub fn log_end(&self) -> String {
        let text = std::fs::read(&self.log).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(30)..].join("\n")
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Errors have no reader here; a program that has ended already is what is wanted.
        let _ = self.stop(Duration::from_secs(5));
    }
}

/// Runs a program to its end and gives its standard output.
///
/// # Errors
/// It cannot be started or fails; the message has what it said.
pub fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {:?}", command.get_program()))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{command:?} ended with {}:\n{said}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
