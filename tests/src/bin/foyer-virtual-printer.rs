//! A virtual ticket printer for the demonstration: saves every ticket's bytes to a file.

use anyhow::Context;
use clap::Parser;
use foyer_tests::printer::VirtualPrinter;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

/// A ticket printer that is only a program. It listens on a loopback port as a network printer does on 9100, and
/// saves each ticket that is printed and cut as DIR/ticket-001.bin, ticket-002.bin and so on. The first line that
/// it prints is its address.
#[derive(Parser)]
#[command(version)]
struct Options {
    /// The folder for the tickets; it is made if it is not there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
}

#[expect(clippy::print_stdout, reason = "the address is this program's own output")]
fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    fs::create_dir_all(&options.out).with_context(|| format!("cannot make {}", options.out.display()))?;
    let printer = VirtualPrinter::start_at(options.port)
        .with_context(|| format!("cannot listen on port {}; is it taken?", options.port))?;
    println!("{}", printer.address());
    let mut saved = 0;
    loop {
        printer.wait(Duration::from_secs(3600), |printed| printed.tickets > saved);
        for ticket in printer.tickets().iter().skip(saved) {
            saved += 1;
            let path = options.out.join(format!("ticket-{saved:03}.bin"));
            // Written beside and renamed, so that nobody reads half a ticket.
            let part = path.with_extension("part");
            fs::write(&part, ticket)
                .and_then(|()| fs::rename(&part, &path))
                .context("cannot save a ticket")?;
        }
    }
}
