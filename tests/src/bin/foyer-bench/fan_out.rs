//! "Next" to the last of 200 displays, held against what nobody can do without: one durable commit, and the same event
//! sent to as many streams by a server that decides and stores nothing. The three in turn, so that they meet the same
//! caches and the same neighbours; a fan-out that does nothing else all the time is faster, and said, too.

use crate::bare;
use crate::streams::{self, Heard};
use anyhow::{Context, Result};
use foyer_client::Server;
use foyer_protocol::lobby::{CallView, DisplayEvent};
use foyer_protocol::nonce::Nonce;
use foyer_tests::clerk::Clerk;
use foyer_tests::measure::{Durations, SingleCommits};
use foyer_tests::program::Program;
use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{self, UnboundedReceiver};
use tokio::task::JoinSet;

/// How often each is measured.
pub const CALLS: usize = 300;

/// Measures and says it.
///
/// # Errors
/// A part does not do what it should.
pub async fn run(
    folder: &Path,
    clerks: &[(Clerk, &'static str)],
    heard: &mut UnboundedReceiver<Heard>,
    displays: usize,
) -> Result<()> {
    let mut bare = Bare::start(folder, displays).await?;
    let commits = SingleCommits::open(folder)?;
    let (mut next, mut each) = (Durations::default(), Durations::default());
    let (mut fan_out, mut commit) = (Durations::default(), Durations::default());
    let mut made = Vec::new();
    for clerk in clerks.iter().cycle().take(CALLS) {
        let one = std::slice::from_ref(clerk);
        let calls = streams::call(one, heard, &HashMap::new(), displays, 1).await?;
        next.extend(calls.last);
        each.extend(calls.displays);
        for call in calls.made {
            fan_out.push(bare.publish(call.clone()).await?);
            made.push(call);
        }
        commit.push(commits.commit()?);
    }
    let mut again = Durations::default();
    for call in made {
        again.push(bare.publish(call).await?);
    }
    println!("one durable commit: {}", commit.summary());
    println!(
        "the same events by a server that decides nothing → the last of {displays}: {}",
        fan_out.summary()
    );
    println!("…, one right after the other: {}", again.summary());
    println!("next → each of {displays} displays: {}", each.summary());
    println!("next → the last of them: {}", next.summary());
    let p99 = |durations: &Durations| durations.percentile(99).as_secs_f64();
    let ratio = |fan_out| p99(&next) / (p99(&commit) + p99(fan_out));
    println!(
        "p99: {:.2} × (commit + fan-out in turn), {:.2} × (commit + one right after the other)",
        ratio(&fan_out),
        ratio(&again),
    );
    Ok(())
}

/// The server that decides nothing, and whoever follows it.
struct Bare {
    server: Server,
    heard: UnboundedReceiver<Heard>,
    displays: usize,
    _readers: JoinSet<()>,
    _program: Program,
}

impl Bare {
    async fn start(folder: &Path, displays: usize) -> Result<Self> {
        let (program, server) = bare::start(folder)?;
        let (tell, mut heard) = mpsc::unbounded_channel();
        let mut readers = JoinSet::new();
        streams::displays(&server, displays, &tell, &mut readers);
        streams::begun(&mut heard, displays).await?;
        Ok(Self { server, heard, displays, _readers: readers, _program: program })
    }

    /// Sends it to all; how long until the last has heard it.
    async fn publish(&mut self, call: CallView) -> Result<Duration> {
        let event = DisplayEvent::Called { call: call.clone() };
        let sent = Instant::now();
        let () = self.server.post("/published", Nonce::random(), &event).await?;
        let mut last = sent;
        for left in (0..self.displays).rev() {
            let next = tokio::time::timeout(streams::LIMIT, self.heard.recv()).await;
            let next =
                next.with_context(|| format!("{left} miss {}", call.number))?.context("readers run")?;
            last = last.max(next.at);
        }
        Ok(last - sent)
    }
}
