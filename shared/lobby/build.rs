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
        "display.css",
        "display.js",
        "display_board.js",
        "display_layout.js",
        "display_link.js",
        "display_screen.js",
        "display_slides.js",
        "display_sound.js",
        "display_tidy.js",
        "display_words.js",
        "displayworker.js",
    ]);
}
