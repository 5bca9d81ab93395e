//! Embeds the pages' styles and scripts.

#[path = "../../assets/web/embed.rs"]
mod embed;

fn main() {
    embed::write(&[
        "kern.css",
        "site.css",
        "portal.css",
        "staff.css",
        "booking.css",
        "bookings.css",
        "bookings_many.css",
        "admin.css",
        "statistics.css",
        "bookings.js",
        "times.css",
        "times.js",
        "form.css",
        "choice.js",
        "held.js",
        "print.js",
        "phone.css",
        "phone.js",
        "phoneworker.js",
    ]);
    // Migrations are embedded by a macro, which does not watch its folder.
    println!("cargo::rerun-if-changed=src/store/migrations");
}
