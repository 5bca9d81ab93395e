//! From a clerk's "next" to every other desk's stream: who waits, and who is where, is on all of them.

use crate::presses;
use anyhow::{Context, Result, ensure};
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::{self, Clerk};
use foyer_tests::house::House;
use foyer_tests::measure::Durations;
use reqwest::Response;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::task::JoinSet;

/// Each desk calls so many.
const CALLS_OF_EACH: usize = 2;
const LIMIT: Duration = Duration::from_secs(30);

/// A desk was pushed.
struct Pushed {
    desk: usize,
    /// The log position that it shows.
    version: u64,
    at: Instant,
}

/// Desks that hold their streams.
pub struct Desks {
    clerks: Vec<(Clerk, String)>,
    pushed: UnboundedReceiver<Pushed>,
    readers: JoinSet<()>,
}

impl Desks {
    /// Opens the counters that [`presses::office`] has besides, each with its stream.
    ///
    /// # Errors
    /// A stream does not begin with the desk.
    pub async fn open(house: &House) -> Result<Self> {
        let clerks = presses::clerks(house).await?;
        let (tell, pushed) = mpsc::unbounded_channel();
        let mut readers = JoinSet::new();
        for (desk, (clerk, counter)) in clerks.iter().enumerate() {
            readers.spawn(read(clerk.follow(counter).await?, desk, tell.clone()));
        }
        let mut desks = Self { clerks, pushed, readers };
        desks.until_all_show(0, &desks.all_but(None)).await?;
        Ok(desks)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.clerks.len()
    }

    /// Calls at one desk after the other; each until all others have been pushed what it changed. How long each of
    /// them took, and the last of each call.
    ///
    /// # Errors
    /// Nobody waits, or a desk hears nothing.
    pub async fn call(&mut self) -> Result<(Durations, Durations)> {
        let (mut each, mut last) = (Durations::default(), Durations::default());
        for desk in (0..self.count()).cycle().take(CALLS_OF_EACH * self.count()) {
            let (clerk, counter) = self.clerks[desk].clone();
            let page = clerk.desk(&counter).await?;
            let pressed = Instant::now();
            let done = clerk.press_on(&page, &counter, "next", Nonce::random()).await?;
            ensure!(done.number().is_some(), "nobody waits");
            let version = version(done.page()).context("a desk has a version")?;
            let heard = self.until_all_show(version, &self.all_but(Some(desk))).await?;
            let took: Vec<Duration> = heard.iter().map(|at| at.saturating_duration_since(pressed)).collect();
            last.push(took.iter().max().copied().unwrap_or_default());
            took.into_iter().for_each(|took| each.push(took));
            for what in ["start", "finish"] {
                ensure!(clerk.press(&counter, what).await?.done(), "{what} at counter {counter}");
            }
        }
        Ok((each, last))
    }

    /// Ends the streams.
    pub async fn close(mut self) {
        self.readers.shutdown().await;
    }

    fn all_but(&self, desk: Option<usize>) -> BTreeSet<usize> {
        (0..self.count()).filter(|other| Some(*other) != desk).collect()
    }

    /// When each of these desks was pushed a state that is at least as new.
    async fn until_all_show(&mut self, version: u64, desks: &BTreeSet<usize>) -> Result<Vec<Instant>> {
        let (mut left, mut heard) = (desks.clone(), Vec::new());
        while !left.is_empty() {
            let next = tokio::time::timeout(LIMIT, self.pushed.recv()).await;
            let next = next.with_context(|| format!("desks {left:?} miss {version}"))?;
            let next = next.context("readers run")?;
            if next.version >= version && left.remove(&next.desk) {
                heard.push(next.at);
            }
        }
        Ok(heard)
    }
}

/// Tells when each event of a desk's stream is there as a whole.
async fn read(mut stream: Response, desk: usize, tell: UnboundedSender<Pushed>) {
    let mut unread = Vec::new();
    while let Ok(Some(part)) = stream.chunk().await {
        unread.extend_from_slice(&part);
        while let Some(end) = unread.windows(2).position(|of| of == b"\n\n") {
            let at = Instant::now();
            let event: Vec<u8> = unread.drain(..end + 2).collect();
            let Some(version) = version(&String::from_utf8_lossy(&event)) else { continue };
            if tell.send(Pushed { desk, version, at }).is_err() {
                return;
            }
        }
    }
}

/// The log position that a desk shows.
fn version(desk: &str) -> Option<u64> {
    clerk::attribute(desk, "data-version")?.parse().ok()
}
