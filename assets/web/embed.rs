//! What the build scripts of both servers share: it writes `$OUT_DIR/web.rs`, which embeds styles and scripts
//! under names that carry a hash of their content, so that browsers may keep them for ever.
//!
//! `build.rs`: `#[path = "../../assets/web/embed.rs"] mod embed;` and `embed::write(&["kern.css", …])`.
//! The module that serves them: `include!(concat!(env!("OUT_DIR"), "/web.rs"));`. It then has
//! `FILES: &[(path, content type, bytes)]` and for each file a constant with its path, `KERN_CSS`, `SITE_CSS` …

use std::fmt::Write as _;
use std::path::PathBuf;

/// Where npm puts KERN's styles; they are not copied into this repository.
const KERN: &str = "node_modules/@kern-ux/native/dist/kern.min.css";

/// Embeds files of `assets/web`; `kern.css` stands for KERN's own styles.
pub fn write(names: &[&str]) {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it for build scripts");
    let web = PathBuf::from(package).join("../../assets/web");
    let mut constants = String::new();
    let mut files = String::new();
    for name in names {
        let path = web.join(if *name == "kern.css" { KERN } else { name });
        println!("cargo::rerun-if-changed={}", path.display());
        let Ok(bytes) = std::fs::read(&path) else {
            let remedy = if *name == "kern.css" { ": run `npm ci --prefix assets/web`" } else { "" };
            println!("cargo::error=the pages' styles are missing ({}){remedy}", path.display());
            return;
        };
        let (stem, ending) = name.rsplit_once('.').expect("every file of the pages has an ending");
        let (kind, constant) = match ending {
            "css" => ("text/css; charset=utf-8", format!("{}_CSS", stem.to_uppercase())),
            "js" => ("text/javascript; charset=utf-8", format!("{}_JS", stem.to_uppercase())),
            "svg" => ("image/svg+xml", format!("{}_SVG", stem.to_uppercase())),
            other => panic!("no content type is known for `.{other}`"),
        };
        let url = format!("/assets/{stem}-{:016x}.{ending}", hash(&bytes));
        writeln!(constants, "/// Where `{name}` is served.\npub const {constant}: &str = {url:?};")
            .expect("a string takes any text");
        writeln!(files, "    ({constant}, {kind:?}, include_bytes!({path:?}) as &[u8]),")
            .expect("a string takes any text");
    }
    let code = format!(
        "{constants}/// Path, content type and bytes of everything that is served under `/assets/`.\n\
         pub const FILES: &[(&str, &str, &[u8])] = &[\n{files}];\n"
    );
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR for build scripts"));
    std::fs::write(out.join("web.rs"), code).expect("OUT_DIR can be written");
}

/// FNV-1a, 64 bits: the same on every machine and with every compiler, and strong enough to tell versions apart.
fn hash(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}
