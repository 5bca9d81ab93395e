//! Embeds the desk's styles and script.

#[path = "../../assets/web/embed.rs"]
mod embed;

fn main() {
    embed::write(&[
        "kern.css",
        "site.css",
        "staff.css",
        "desk.css",
        "desk_panels.css",
        "desk.js",
        "desk_alarm.js",
        "desk_heard.js",
        "desk_kept.js",
        "desk_keys.js",
        "desk_lines.js",
        "desk_link.js",
        "desk_sheet.css",
        "desk_sheet.js",
        "deskworker.js",
        "room.css",
    ]);
}
