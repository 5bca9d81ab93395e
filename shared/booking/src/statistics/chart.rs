//! Figures drawn as bars, in SVG. Colours are those of the light look; the pages' style puts its own in their place, so
//! that a chart is dark where the page is.

use plotters::prelude::{
    BLACK, ChartBuilder, Color, DrawingAreaErrorKind, IntoDrawingArea, IntoTextStyle, RGBColor, Rectangle,
    SVGBackend, Text, TextStyle,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// In pixels of the drawing: as wide as a phone shows without letters getting too small.
const SIZE: (u32, u32) = (480, 240);
/// Bars and outlines; `assets/web/statistics.css` knows it by its digits.
const ACCENT: RGBColor = RGBColor(0x20, 0x44, 0xaa);
/// Letters.
const QUIET: RGBColor = RGBColor(0x45, 0x4b, 0x6b);
/// Rules.
const LINE: RGBColor = RGBColor(0xa9, 0xae, 0xc6);
/// Plotters' measure, of which it writes 1 / 1.24: 15 pixels.
const LETTERS: f64 = 18.6;
/// As wide as a digit at most, and as a label's distance from the next.
const DIGIT: usize = 9;

/// What stands side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Beneath.
    pub label: String,
    /// The filled bar and the one in outline; none where it is not known.
    pub bars: [Option<u32>; 2],
}

/// A chart; none without anything to draw.
pub fn bars(columns: &[Column]) -> Option<String> {
    let highest = columns.iter().flat_map(|column| column.bars).flatten().max()?;
    let mut svg = String::new();
    draw(&mut svg, columns, highest).ok()?;
    Some(svg)
}

fn draw(
    svg: &mut String,
    columns: &[Column],
    highest: u32,
) -> Result<(), DrawingAreaErrorKind<std::io::Error>> {
    let root = SVGBackend::with_string(svg, SIZE).into_drawing_area();
    let letters: TextStyle<'_> = ("sans-serif", LETTERS).into_text_style(&root).color(&QUIET);
    // Fewer would put the same whole number at two rules.
    let top = f64::from(highest.max(4)) * 1.05;
    let mut chart = ChartBuilder::on(&root)
        .margin(8)
        .x_label_area_size(26)
        .y_label_area_size(44)
        .build_cartesian_2d(0.0..columns.len() as f64, 0.0..top)?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .disable_x_axis()
        .y_labels(5)
        .light_line_style(BLACK.mix(0.0))
        .bold_line_style(LINE)
        .axis_style(LINE)
        .y_label_style(letters.clone())
        .y_label_formatter(&|value| format!("{value:.0}"))
        .draw()?;
    let is_double = columns.iter().any(|column| column.bars[1].is_some());
    for (position, column) in columns.iter().enumerate() {
        let left = position as f64;
        let (split, gap) = if is_double { (left + 0.5, 0.04) } else { (left + 0.88, 0.0) };
        if let Some(height) = column.bars[0] {
            let bar = [(left + 0.12, 0.0), (split - gap, f64::from(height))];
            chart.plotting_area().draw(&Rectangle::new(bar, ACCENT.filled()))?;
        }
        if let Some(height) = column.bars[1] {
            let bar = [(split + gap, 0.0), (left + 0.88, f64::from(height))];
            chart.plotting_area().draw(&Rectangle::new(bar, ACCENT.stroke_width(2)))?;
        }
    }
    let width = SIZE.0 as usize;
    let longest = columns.iter().map(|column| column.label.chars().count()).max().unwrap_or_default();
    let every = (columns.len() * (longest + 1) * DIGIT).div_ceil(width - 68).max(1);
    let below = letters.pos(Pos::new(HPos::Center, VPos::Top));
    for (position, column) in columns.iter().enumerate().step_by(every) {
        let (x, y) = chart.backend_coord(&(position as f64 + 0.5, 0.0));
        root.draw(&Text::new(column.label.as_str(), (x, y + 6), &below))?;
    }
    root.present()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(label: &str, bars: [Option<u32>; 2]) -> Column {
        Column { label: label.to_owned(), bars }
    }

    #[test]
    fn a_chart_has_its_bars_and_no_style_of_its_own() {
        let columns = [column("08", [Some(4), Some(8)]), column("<09>", [Some(2), None])];
        let svg = bars(&columns).unwrap();
        assert_eq!(svg.matches("fill=\"#2044AA\"").count(), 2, "{svg}");
        assert_eq!(svg.matches("fill=\"none\" stroke=\"#2044AA\"").count(), 1, "{svg}");
        assert!(svg.contains("&lt;09&gt;") && !svg.contains("<09>"), "{svg}");
        // The pages' policy lets none through.
        assert!(!svg.contains("style=") && !svg.contains("<script"), "{svg}");
    }

    #[test]
    fn a_bar_is_as_high_as_its_value() {
        let svg = bars(&[column("a", [Some(10), None]), column("b", [Some(5), None])]).unwrap();
        let heights: Vec<f64> = svg
            .split("<rect ")
            .skip(1)
            .filter(|rect| rect.contains("fill=\"#2044AA\""))
            .map(|rect| rect.split("height=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap())
            .collect();
        assert!((heights[0] / heights[1] - 2.0).abs() < 0.05, "{heights:?}");
    }

    #[test]
    fn many_columns_have_labels_that_do_not_touch() {
        let many: Vec<Column> = (1..=31).map(|day| column(&format!("{day}."), [Some(1), None])).collect();
        let svg = bars(&many).unwrap();
        let labels = svg.matches(".\n</text>").count();
        assert!((6..=12).contains(&labels), "{labels}");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(bars(&[]), None);
        assert_eq!(bars(&[column("08", [None, None])]), None);
    }
}
