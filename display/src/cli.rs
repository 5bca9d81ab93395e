//! The command line.

use crate::settings::USUAL_PATH;
use clap::{Args, Parser, Subcommand};
use iced::Size;
use std::path::PathBuf;
use url::Url;

/// Foyer's wall display: shows and sounds which number is called to which counter.
///
/// It fills the screen, follows the office's lobby server, and needs no keyboard. Without a server or a
/// sound device it says so, goes on with what it has, and is back by itself.
///
/// To put one up: write /etc/foyer/display.toml (see --print-config), let staff make a code for a display,
/// run `foyer-display enrol CODE`, then `foyer-display --check`, then `foyer-display`.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = false)]
pub struct Cli {
    /// Where and as what to run.
    #[command(flatten)]
    pub options: Options,
    /// What to do instead of running.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every way to run.
#[derive(Debug, Args)]
pub struct Options {
    /// The configuration file.
    #[arg(long, value_name = "FILE", default_value = USUAL_PATH, global = true)]
    pub config: PathBuf,
    /// Check configuration, fonts, sizes, sound and the way to the lobby; end with 1 if something is wrong.
    #[arg(long, conflicts_with = "print_config")]
    pub check: bool,
    /// Print an example of the configuration file with every key, and end.
    #[arg(long)]
    pub print_config: bool,
    /// Open a window of this size instead of filling the screen.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<Size>,
}

/// What to do instead of running.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Sign this display on, once, with the code that staff made. A running display goes on by itself.
    Enrol {
        /// The lobby's address, if it is not the configured one.
        #[arg(long, value_name = "URL")]
        lobby: Option<Url>,
        /// The code, as it was shown.
        #[arg(value_name = "CODE")]
        code: String,
    },
}

fn size(text: &str) -> Result<Size, String> {
    let sides = text.split_once(['x', 'X', '×']);
    let side = |side: &str| side.parse::<u16>().ok().filter(|side| (320..=16_384).contains(side));
    let size = sides.and_then(|(width, height)| Some((side(width)?, side(height)?)));
    let (width, height) = size.ok_or("write it like 1920x1080, each side from 320 to 16384")?;
    Ok(Size::new(f32::from(width), f32::from(height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_understood() {
        let cli = Cli::parse_from(["foyer-display", "--config", "a.toml", "--size", "1080x1920"]);
        assert_eq!(cli.options.size, Some(Size::new(1080.0, 1920.0)));
        let cli = Cli::parse_from(["foyer-display", "enrol", "ABCD-EFGH", "--config", "b.toml"]);
        assert_eq!(cli.options.config, PathBuf::from("b.toml"));
        assert!(matches!(cli.command, Some(Command::Enrol { lobby: None, .. })));
        assert!(Cli::try_parse_from(["foyer-display", "--size", "1920"]).is_err());
        assert!(Cli::try_parse_from(["foyer-display", "--size", "0x0"]).is_err());
    }
}
