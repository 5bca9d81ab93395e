//! Embeds the pages' styles and the phone page's script.

#[path = "../../assets/web/embed.rs"]
mod embed;

fn main() {
    embed::write(&[
        "kern.css",
        "site.css",
        "portal.css",
        "times.css",
        "phone.css",
        "phone.js",
        "phoneworker.js",
    ]);
    // Migrations are embedded by a macro, which does not watch its folder.
    println!("cargo::rerun-if-changed=src/store/migrations");
}
