//! `foyer-display`: see `--help`.

use anyhow::{Context, Result};
use clap::Parser;
use foyer_display::cli::{Cli, Command};
use foyer_display::settings::{EXAMPLE, Settings};
use foyer_display::{check, enrol, run};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

fn main() -> Result<ExitCode> {
    let cli = Cli::parse();
    log();
    if cli.options.print_config {
        say(EXAMPLE.trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let settings = Settings::load(&cli.options.config)?;
    let clock = settings.clock.clock(settings.demo)?;
    match cli.command {
        Some(Command::Enrol { lobby, code }) => {
            let identity = block_on(enrol::enrol(&settings, lobby, &code))??;
            say(&format!("Signed on as {}.", identity.enrolled.name));
        }
        None if cli.options.check => {
            let table = block_on(check::check(&settings, cli.options.size))?;
            say(table.to_string().trim_end());
            return Ok(if table.is_well() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        None => run::run(settings, clock, cli.options.size).context("there is no screen to draw on")?,
    }
    Ok(ExitCode::SUCCESS)
}

fn log() {
    let wanted =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,iced=warn,wgpu=warn"));
    tracing_subscriber::fmt().with_env_filter(wanted).with_writer(std::io::stderr).init();
}

fn block_on<T>(future: impl Future<Output = T>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    Ok(runtime.context("the system gives no runtime")?.block_on(future))
}

#[expect(clippy::print_stdout, reason = "this is what was asked for")]
fn say(text: &str) {
    println!("{text}");
}
