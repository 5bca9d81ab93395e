//! `foyer-lobby --check`.

use super::{Arguments, CliError, say};
use crate::config::Config;
use crate::staff::Staff;
use crate::store::StoreError;
use crate::store::log::LogStore;
use crate::store::registry::Registry;
use crate::tls;

/// One line of the table: what was looked at, whether it is good, what was found.
struct Finding(&'static str, bool, String);

impl Finding {
    fn of<T, E: std::error::Error>(
        what: &'static str,
        found: Result<T, E>,
        good: impl FnOnce(T) -> String,
    ) -> Self {
        match found {
            Ok(found) => Self(what, true, good(found)),
            Err(error) => Self(what, false, chain(&error)),
        }
    }
}

/// An error and its sources in one line.
fn chain(error: &dyn std::error::Error) -> String {
    let sources = std::iter::successors(Some(error), |error| error.source());
    sources.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

pub(super) async fn check(arguments: &Arguments) -> Result<bool, CliError> {
    let config = Config::load(&arguments.config);
    let mut findings = Vec::new();
    if let Ok(config) = &config {
        findings = check_parts(config).await;
    }
    findings.insert(
        0,
        Finding::of("configuration", config, |config| {
            format!("{}, listens on {}", arguments.config.display(), config.listen.address)
        }),
    );
    for Finding(what, good, found) in &findings {
        say(format_args!("{what:<16} {:<8} {found}", if *good { "good" } else { "TROUBLE" }))?;
    }
    Ok(findings.iter().all(|finding| finding.1))
}

/// Looks and changes nothing: what a check made would belong to whoever ran it.
async fn check_parts(config: &Config) -> Vec<Finding> {
    let dir = &config.data.dir;
    let later = |what| Finding(what, true, "not there yet: made at the first start".to_owned());
    let certificate = if tls::is_to_be_made(&config.listen, dir) {
        later("certificate")
    } else {
        Finding::of("certificate", tls::load(&config.listen, dir), |tls| match tls {
            Some(tls) => format!("{}, {}", if tls.own { "own" } else { "named" }, tls.fingerprint),
            None => "none: TLS is off".to_owned(),
        })
    };
    let log = if dir.join("lobby.db").exists() { check_log(config) } else { later("log") };
    if !dir.join("registry.db").exists() {
        let booking =
            Finding("booking server", false, "not connected yet: run `foyer-lobby connect`".to_owned());
        return vec![log, later("staff"), certificate, booking];
    }
    let (staff, booking) = match Registry::open(dir) {
        Ok(registry) => (check_staff(registry.clone()).await, booking_server(config, &registry).await),
        Err(error) => (
            Finding("staff", false, chain(&error)),
            Finding("booking server", false, "not looked at".to_owned()),
        ),
    };
    vec![log, staff, certificate, booking]
}

fn check_log(config: &Config) -> Finding {
    let dir = &config.data.dir;
    match LogStore::open(dir) {
        Err(StoreError::Locked { .. }) => Finding("log", true, "in use by a running lobby".to_owned()),
        opened => {
            let loaded = opened.and_then(|log| log.load());
            Finding::of("log", loaded, |loaded| format!("{} events in {}", loaded.seq, dir.display()))
        }
    }
}

async fn check_staff(registry: Registry) -> Finding {
    let staff = Staff::new(registry, foyer_protocol::program::Clock::SYSTEM).list().await;
    Finding::of("staff", staff, |staff| match staff.len() {
        0 => "nobody yet: `serve` prints a link for the first administrator".to_owned(),
        count => format!("{count} may sign in"),
    })
}

async fn booking_server(config: &Config, registry: &Registry) -> Finding {
    let what = "booking server";
    match registry.link().await {
        Ok(None) => Finding(what, false, "not connected yet: run `foyer-lobby connect`".to_owned()),
        Err(error) => Finding(what, false, chain(&error)),
        Ok(Some(link)) => match crate::link::server(&link, &config.booking) {
            Err(error) => Finding(what, false, chain(&error)),
            Ok(server) => {
                let offices = server.get::<foyer_protocol::booking::Offices>("/offices").await;
                Finding::of(what, offices, |_| format!("{}, office `{}`", link.url, link.office))
            }
        },
    }
}
