//! A chart of the waits: how many have been called after how long, one line a rule.

use super::report::Report;
use std::fmt::Write;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 360.0;
const MARGIN: f64 = 56.0;

/// Beyond this many minutes nothing is drawn.
const LONGEST: i64 = 120;

/// Told apart without colour, too: by their dashes.
const LINES: [(&str, &str); 5] =
    [("#1d4ed8", ""), ("#b45309", "8 4"), ("#047857", "2 3"), ("#6b7280", "12 3 2 3"), ("#7c3aed", "4 4")];

/// The chart as an SVG file.
pub fn svg(report: &Report) -> String {
    let x = |minute: f64| MARGIN + minute / LONGEST as f64 * (WIDTH - 2.0 * MARGIN);
    let y = |share: f64| HEIGHT - MARGIN - share * (HEIGHT - 2.0 * MARGIN);
    let mut svg = String::new();
    let mut put = |line: String| {
        svg.push_str(&line);
        svg.push('\n');
    };
    put(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" \
         font-size=\"12\">"
    ));
    put(format!("<title>{}: waits</title>", escaped(&report.scenario)));
    put(format!("<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>"));
    for quarter in 0..=4 {
        let (share, left, right) = (f64::from(quarter) / 4.0, x(0.0), x(LONGEST as f64));
        put(format!("<path d=\"M{left:.1} {0:.1}H{right:.1}\" stroke=\"#ddd\"/>", y(share)));
        let text = format!("{} %", quarter * 25);
        put(format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{text}</text>",
            left - 6.0,
            y(share) + 4.0
        ));
    }
    for minute in (0..=LONGEST).step_by(20) {
        let (across, under) = (x(minute as f64), HEIGHT - MARGIN + 18.0);
        put(format!("<text x=\"{across:.1}\" y=\"{under:.1}\" text-anchor=\"middle\">{minute} min</text>"));
    }
    for (place, (row, (colour, dashes))) in report.rows.iter().zip(LINES).enumerate() {
        let mut waits = row.waits.clone();
        waits.sort_unstable();
        let mut path = String::new();
        for minute in 0..=LONGEST {
            let called = waits.partition_point(|wait| *wait <= minute * 60);
            let share = called as f64 / waits.len().max(1) as f64;
            let sign = if minute == 0 { 'M' } else { 'L' };
            // Writing to a string cannot fail.
            let _ = write!(path, "{sign}{:.1} {:.1}", x(minute as f64), y(share));
        }
        put(format!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>"
        ));
        let (left, top) = (WIDTH - MARGIN - 180.0, HEIGHT - MARGIN - 100.0 + 18.0 * place as f64);
        put(format!(
            "<path d=\"M{left:.1} {top:.1}h28\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>"
        ));
        let rule = escaped(&row.rule);
        put(format!("<text x=\"{:.1}\" y=\"{:.1}\">{rule}</text>", left + 36.0, top + 4.0));
    }
    put("</svg>".to_owned());
    svg
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
