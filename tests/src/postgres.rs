//! A PostgreSQL of this program's own: on a socket in a folder that it alone uses, ended with the program.

use anyhow::{Context, Result, anyhow, ensure};
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError, mpsc};
use std::time::Duration;

/// Folders of clusters begin like this.
const PREFIX: &str = "foyer-cluster-";

/// A file in such a folder that is locked as long as the program runs that started the cluster.
const LOCK: &str = "lock";

/// How long it may take to start on a slow machine with busy neighbours.
const START: Duration = Duration::from_secs(60);

/// A database of a cluster that this program has started.
pub struct Database {
    name: String,
    folder: &'static Path,
}

impl Database {
    /// A new one with nothing in it. For figures it waits for the disk as a city's does; nobody pulls the plug on a
    /// test.
    ///
    /// # Errors
    /// PostgreSQL is not installed or does not start.
    pub fn new(waits_for_disk: bool) -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        static QUICK: OnceLock<Result<PathBuf, String>> = OnceLock::new();
        static DURABLE: OnceLock<Result<PathBuf, String>> = OnceLock::new();
        let (cluster, fsync) = if waits_for_disk { (&DURABLE, "on") } else { (&QUICK, "off") };
        let folder = cluster.get_or_init(|| start(fsync).map_err(|error| format!("{error:#}")));
        let folder = folder.as_ref().map_err(|error| anyhow!("{error}"))?;
        let name = format!("t{}", COUNT.fetch_add(1, Ordering::Relaxed));
        let made = Self { name: "postgres".to_owned(), folder };
        made.execute(&format!("create database {name}"))?;
        Ok(Self { name, folder })
    }

    /// How a configuration names it.
    pub fn connection(&self) -> String {
        format!("host={} user=foyer dbname={}", self.folder.display(), self.name)
    }

    /// Does something beside the servers.
    ///
    /// # Errors
    /// What PostgreSQL says to it.
    pub fn execute(&self, sql: &str) -> Result<u64> {
        self.client(|client| client.execute(sql, &[]))
    }

    /// The number that a query answers.
    ///
    /// # Errors
    /// What PostgreSQL says to it.
    pub fn number(&self, sql: &str) -> Result<i64> {
        self.client(|client| client.query_one(sql, &[])?.try_get(0))
    }

    /// The text that a query answers.
    ///
    /// # Errors
    /// What PostgreSQL says to it.
    pub fn text(&self, sql: &str) -> Result<String> {
        self.client(|client| client.query_one(sql, &[])?.try_get(0))
    }

    /// How often some bytes occur in the tables' files.
    ///
    /// # Errors
    /// Files that cannot be read.
    pub fn count_in_files(&self, bytes: &[u8]) -> Result<usize> {
        self.execute("checkpoint")?;
        let number =
            self.text(&format!("select oid::text from pg_database where datname = '{}'", self.name))?;
        let mut count = 0;
        for file in std::fs::read_dir(self.folder.join("data/base").join(number))? {
            // A table that is written anew has another file.
            let Ok(content) = std::fs::read(file?.path()) else { continue };
            count += content.windows(bytes.len()).filter(|window| *window == bytes).count();
        }
        Ok(count)
    }

    /// Ends all connections to it and lets nobody in, or lets everybody in again.
    ///
    /// # Errors
    /// What PostgreSQL says to it.
    pub fn let_in(&self, is_open: bool) -> Result<()> {
        let outside = Self { name: "postgres".to_owned(), folder: self.folder };
        let name = &self.name;
        outside.execute(&format!("alter database {name} with allow_connections {is_open}"))?;
        if !is_open {
            let end =
                format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
            outside.execute(&end)?;
        }
        Ok(())
    }

    /// Its connection runs by itself, which it cannot on an async thread.
    fn client<T: Send>(
        &self,
        job: impl FnOnce(&mut postgres::Client) -> Result<T, postgres::Error> + Send,
    ) -> Result<T> {
        let connection = self.connection();
        let ask = move || job(&mut postgres::Client::connect(&connection, postgres::NoTls)?);
        let done = std::thread::scope(|scope| scope.spawn(ask).join());
        let done = done.map_err(|_| anyhow!("the database's client panicked"))?;
        done.map_err(|error| match error.as_db_error() {
            Some(said) => anyhow!("{}", said.message()),
            None => error.into(),
        })
    }
}

/// Where Debian keeps PostgreSQL's programs; the newest, if there are several.
fn programs() -> Result<PathBuf> {
    let hint = "PostgreSQL is not installed: run deploy/prepare --headless";
    let versions = std::fs::read_dir("/usr/lib/postgresql").context(hint)?;
    let number =
        |version: std::io::Result<std::fs::DirEntry>| version.ok()?.file_name().to_str()?.parse().ok();
    let newest: u32 = versions.filter_map(number).max().context(hint)?;
    Ok(PathBuf::from(format!("/usr/lib/postgresql/{newest}/bin")))
}

/// PostgreSQL does not run as root; it ends with the thread that started it.
fn program(name: &str) -> Result<Command> {
    let mut command = Command::new("setpriv");
    if std::os::unix::fs::MetadataExt::uid(&std::fs::metadata("/proc/self")?) == 0 {
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    command.args(["--pdeathsig=QUIT", "--"]).arg(programs()?.join(name)).current_dir("/");
    Ok(command)
}

/// Removes what programs left in `folder` that run no more: the system has let go of their locks, whichever ids they had.
fn tidy_up(folder: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)?.flatten() {
        // Without a lock it is only just being made.
        if entry.file_name().to_string_lossy().starts_with(PREFIX)
            && let Ok(lock) = File::open(entry.path().join(LOCK))
            && lock.try_lock().is_ok()
        {
            // Another program may be quicker.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
    Ok(())
}

/// A new folder of a cluster in `folder`, which stands as long as the lock is held.
fn folder_in(folder: &Path) -> Result<(PathBuf, File)> {
    let made = tempfile::Builder::new().prefix(PREFIX).tempdir_in(folder)?.keep();
    // It has its name only when it is locked.
    let new = made.join("new");
    let lock = File::create(&new)?;
    lock.lock()?;
    std::fs::rename(new, made.join(LOCK))?;
    Ok((made, lock))
}

fn start(fsync: &str) -> Result<PathBuf> {
    static LOCKS: Mutex<Vec<File>> = Mutex::new(Vec::new());
    // A socket's path has a hundred characters at most, so it lies near the root.
    let near = Path::new("/tmp");
    tidy_up(near)?;
    let (folder, lock) = folder_in(near)?;
    LOCKS.lock().unwrap_or_else(PoisonError::into_inner).push(lock);
    // Whoever is not root keeps it.
    let _ = Command::new("chown").arg("postgres").arg(&folder).output()?;
    let data = folder.join("data");
    let mut make = program("initdb")?;
    make.arg("-D").arg(&data).args(["-U", "foyer", "-A", "trust", "-E", "UTF8", "-N", "--locale=C"]);
    let made = make.output()?;
    ensure!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let mut server = program("postgres")?;
    server.arg("-D").arg(&data).arg("-k").arg(&folder).args(["-c", "listen_addresses="]);
    server
        .args(["-c", "max_connections=300", "-c", "shared_buffers=64MB"])
        // As the README says: what was written ahead is gone with its time.
        .args(["-c", "wal_recycle=off", "-c"])
        .arg(format!("fsync={fsync}"));
    let (ready, wait) = mpsc::channel();
    let mut log = File::create(folder.join("log"))?;
    std::thread::spawn(move || -> Result<()> {
        let mut child = server.stderr(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        let said = child.stderr.take().context("standard error is piped")?;
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            writeln!(log, "{line}")?;
            if line.contains("ready to accept connections") {
                // Nobody waits for the second time.
                let _ = ready.send(());
            }
        }
        child.wait()?;
        Ok(())
    });
    let log = || std::fs::read_to_string(folder.join("log")).unwrap_or_default();
    wait.recv_timeout(START).with_context(|| format!("PostgreSQL does not start: {}", log()))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::{folder_in, tidy_up};

    #[test]
    fn only_what_nobody_holds_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let (kept, lock) = folder_in(folder.path()).unwrap();
        let (left, _) = folder_in(folder.path()).unwrap();
        let other = folder.path().join("foyer-cluster-made-just-now");
        std::fs::create_dir(&other).unwrap();
        tidy_up(folder.path()).unwrap();
        assert!(kept.exists() && other.exists() && !left.exists());
        drop(lock);
        tidy_up(folder.path()).unwrap();
        assert!(!kept.exists());
    }
}
