//! What every program shares at its edge: the clock, the configuration file, where it listens.

use expect_test::{Expect, expect};
use foyer_domain::Timestamp;
use foyer_protocol::program::{
    Clock, ClockSettings, ListenSettings, SettingsError, load, miss_who_vanished, parse,
};
use serde::Deserialize;
use std::error::Error;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// A configuration as programs have it.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    #[serde(default)]
    demo: bool,
    #[serde(default)]
    clock: ClockSettings,
    listen: ListenSettings,
}

const GOOD: &str =
    "demo = true\n[clock]\nstart = \"2027-03-28T00:59:58Z\"\n[listen]\naddress = \"127.0.0.1:8480\"\n";

fn start() -> Timestamp {
    "2027-03-28T00:59:58Z".parse().expect("a moment")
}

fn read(text: &str) -> Result<Settings, SettingsError> {
    parse(text, Path::new("/etc/foyer/lobby.toml"))
}

/// An error with all its sources, as a program prints it.
fn told(error: &dyn Error) -> String {
    let mut told = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        told = format!("{told}: {error}");
        source = error.source();
    }
    told.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn check_fault(text: &str, expected: &Expect) {
    expected.assert_eq(&told(&read(text).expect_err("a fault")));
}

#[test]
fn a_demos_clock_starts_where_it_is_told_and_runs_on() {
    let clock = Clock::starting_at(start());
    assert!(clock.is_demo());
    let first = clock.now();
    assert!((start()..start() + Duration::from_secs(60)).contains(&first), "{first}");
    // Wait for the clock itself to move on, however long that takes here.
    while clock.now() == first {
        std::thread::yield_now();
    }
    assert!(clock.now() > first);
    let copy = clock;
    assert!(copy.now() >= first, "a copy is the same clock, and not one that starts anew");
}

#[test]
fn a_demos_clock_runs_over_the_change_to_summer_time() {
    let clock = Clock::starting_at(start());
    let after = start() + Duration::from_secs(3_600);
    let left = clock.until(after);
    assert!(left <= Duration::from_secs(3_600) && left > Duration::from_secs(3_500), "{left:?}");
    assert_eq!(clock.until(start() - Duration::from_secs(1)), Duration::ZERO, "what has passed is now");
}

#[test]
fn the_systems_clock_is_the_systems() {
    let before = Timestamp::from(SystemTime::now());
    let now = Clock::SYSTEM.now();
    assert!(before <= now && now <= Timestamp::from(SystemTime::now()));
    assert!(!Clock::SYSTEM.is_demo());
}

#[test]
fn a_clock_is_set_for_demonstrations_alone() {
    let set = ClockSettings { start: Some(start()) };
    assert!(set.clock(true).expect("a demo").is_demo());
    assert!(!ClockSettings::default().clock(true).expect("a demo may use the system's").is_demo());
    assert!(!ClockSettings::default().clock(false).expect("the usual").is_demo());
    let refused = set.clock(false).expect_err("no demo");
    expect!["`clock.start` is for demonstrations: remove it, or set `demo = true`"]
        .assert_eq(&told(&refused));
}

#[test]
fn a_good_file_is_read() {
    let settings = read(GOOD).expect("a good file");
    assert_eq!(settings.clock.start, Some(start()));
    assert_eq!(settings.listen, ListenSettings::loopback(8480));
}

#[test]
fn a_wrong_key_is_named_with_its_line() {
    check_fault(
        &GOOD.replace("address", "adress"),
        &expect![[r#"
        the configuration `/etc/foyer/lobby.toml` is wrong: TOML parse error at line 5, column 1
          |
        5 | adress = "127.0.0.1:8480"
          | ^^^^^^
        unknown field `adress`, expected one of `address`, `tls`, `certificate`, `private_key`, `trusted_proxy`, `allow_plain_http`"#]],
    );
}

#[test]
fn a_missing_key_is_named() {
    check_fault(
        "demo = true\n[listen]\ntls = true\n",
        &expect![[r#"
        the configuration `/etc/foyer/lobby.toml` is wrong: TOML parse error at line 2, column 1
          |
        2 | [listen]
          | ^^^^^^^^
        missing field `address`"#]],
    );
}

#[test]
fn a_wrong_value_is_named_with_its_line() {
    check_fault(
        &GOOD.replace("127.0.0.1:8480", "lobby:8480"),
        &expect![[r#"
        the configuration `/etc/foyer/lobby.toml` is wrong: TOML parse error at line 5, column 11
          |
        5 | address = "lobby:8480"
          |           ^^^^^^^^^^^^
        invalid socket address syntax"#]],
    );
}

#[test]
fn broken_toml_is_named_with_its_line() {
    check_fault(
        &GOOD.replace("[listen]", "[listen"),
        &expect![[r#"
        the configuration `/etc/foyer/lobby.toml` is wrong: TOML parse error at line 4, column 8
          |
        4 | [listen
          |        ^
        unclosed table, expected `]`"#]],
    );
}

#[test]
fn a_missing_file_is_named_with_the_remedy() {
    let error = load::<Settings>(Path::new("/nowhere/lobby.toml")).expect_err("no file");
    expect!["cannot read the configuration `/nowhere/lobby.toml`; name it with --config, and see --print-config: No such file or directory (os error 2)"].assert_eq(&told(&error));
}

#[test]
fn a_file_is_read_from_where_it_lies() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("program-settings.toml");
    std::fs::write(&path, GOOD).expect("the build's own folder can be written");
    assert_eq!(load::<Settings>(&path).expect("a good file"), read(GOOD).expect("the same"));
}

#[test]
fn listening_in_the_open_needs_a_reason() {
    let listen = |address: &str| ListenSettings {
        address: address.parse().expect("an address"),
        ..ListenSettings::loopback(0)
    };
    for inside in ["127.0.0.1:8480", "127.8.9.1:80", "[::1]:8480"] {
        listen(inside).check().expect("loopback");
    }
    for outside in ["0.0.0.0:8480", "192.168.1.2:8480", "[::]:8480", "[fe80::1]:8480"] {
        let open = listen(outside);
        let refused = told(&open.check().expect_err("in the open"));
        assert!(refused.contains(outside) && refused.contains("`listen.address`"), "{refused}");
        ListenSettings { tls: true, ..open.clone() }.check().expect("encrypted");
        ListenSettings { trusted_proxy: Some([127, 0, 0, 1].into()), ..open.clone() }
            .check()
            .expect("behind a proxy");
        ListenSettings { allow_plain_http: true, ..open }.check().expect("by consent");
    }
    let refused = told(&listen("0.0.0.0:8480").check().expect_err("in the open"));
    expect!["`listen.address` 0.0.0.0:8480 can be reached from outside and TLS is off: set `tls = true`, name a `trusted_proxy`, or set `allow_plain_http = true`"].assert_eq(&refused);
}

#[test]
fn connections_have_the_patience_of_their_listener() {
    use nix::sys::socket::{getsockopt, sockopt};
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    miss_who_vanished(&listener).expect("the system lets it");
    let address = listener.local_addr().expect("an address");
    let _client = TcpStream::connect(address).expect("a connection");
    let (accepted, _) = listener.accept().expect("the connection");
    assert_eq!(getsockopt(&accepted, sockopt::TcpUserTimeout), Ok(30_000));
}
