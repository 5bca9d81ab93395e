//! The program `foyer-booking`: arguments, log, signals.

use clap::Parser;
use foyer_booking::cli::Arguments;
use foyer_booking::commands;
use std::io::{IsTerminal, Write};
use tokio_util::sync::CancellationToken;
use tracing_subscriber::EnvFilter;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let filter =
        EnvFilter::try_from_env("FOYER_LOG").unwrap_or_else(|_| EnvFilter::new("info,refinery_core=warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        log.init()
    } else {
        log.json().init()
    }
    let shutdown = CancellationToken::new();
    tokio::spawn(stop_on_signal(shutdown.clone()));
    let mut out = std::io::stdout();
    // A reader that has gone, such as a closed pipe, is no reason to stop serving.
    let print = move |line: &str| drop(writeln!(out, "{line}").and_then(|()| out.flush()));
    Ok(commands::run(arguments, shutdown, print).await?)
}

/// Ctrl-C and SIGTERM end the server in order; a second one ends it at once.
async fn stop_on_signal(shutdown: CancellationToken) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    for _ in 0..2 {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
        if shutdown.is_cancelled() {
            std::process::exit(130);
        }
        shutdown.cancel();
    }
}
