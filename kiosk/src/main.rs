//! `foyer-kiosk`: see `--help`.

use anyhow::Context;
use clap::Parser;
use foyer_kiosk::cli::{self, Cli};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

fn main() -> anyhow::Result<ExitCode> {
    let cli = Cli::parse();
    // The renderer's own logs say nothing that staff could use.
    let usual = "info,wgpu=warn,iced_winit=warn,cosmic_text=warn,naga=warn,usvg=warn";
    let filter = EnvFilter::try_from_env("FOYER_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init()
        .ok()
        .context("logging can be set up only once")?;
    Ok(cli::run(cli)?)
}
