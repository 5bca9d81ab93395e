//! The live picture on the screen: the aim's area, as in a mirror, everything but the code softened.

use super::frame::{Frame, Picture, Quad, Spot};
use bytes::Bytes;
use std::time::{Duration, Instant};

/// The share of the picture's height (or width, where that is the narrower) that the preview shows.
const AIM: f32 = 0.85;

/// Side of the blocks, in preview pixels, whose mean replaces what is not the code: faces become shapes.
const SOFTNESS: usize = 16;

/// A scene in which nothing moves is drawn so often: light that changes slowly is seen all the same.
const STILL: Duration = Duration::from_millis(200);

/// The mean of a block moves by no more than this from a sensor's noise alone, of 255.
const NOISE: u16 = 2;

/// The size of a preview in pixels. Draw it 1:1: scaling by the screen costs ten times as much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PreviewSize {
    /// Pixels in a row.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A picture for the screen.
#[derive(Debug, Clone)]
pub struct Preview {
    /// Its size, exactly as asked for.
    pub size: PreviewSize,
    /// Four bytes a pixel, red green blue alpha.
    pub rgba: Bytes,
    /// Where the code is, in preview pixels; a thin frame around it tells the citizen that it is seen.
    pub code: Option<Quad>,
    /// The picture's number.
    pub sequence: u64,
}

/// Renders previews: of a scene in which nothing moves only as often as [`STILL`] says, because drawing them is the
/// kiosk's greatest work while nobody is there.
#[derive(Debug, Default)]
pub(super) struct Previews {
    last: Option<Drawn>,
}

/// What the last preview showed.
#[derive(Debug)]
struct Drawn {
    size: PreviewSize,
    had_code: bool,
    at: Instant,
    means: Vec<u16>,
}

impl Previews {
    /// The preview of the next frame, unless it would look like the last one.
    pub(super) fn next(&mut self, frame: &Frame, size: PreviewSize, code: Option<Quad>) -> Option<Preview> {
        let (width, height) = (usize::from(size.width.max(1)), usize::from(size.height.max(1)));
        let view = View::of(&frame.picture, width, height);
        let soft = Soft::of(&frame.picture, &view);
        let looks_the_same = self.last.as_ref().is_some_and(|last| {
            let is_still = last.means.len() == soft.means.len()
                && last.means.iter().zip(&soft.means).all(|(was, is)| was.abs_diff(*is) <= NOISE);
            let is_young = frame.taken.saturating_duration_since(last.at) < STILL;
            last.size == size && is_young && is_still && !last.had_code && code.is_none()
        });
        if looks_the_same {
            return None;
        }
        let (at, had_code, means) = (frame.taken, code.is_some(), soft.means.clone());
        self.last = Some(Drawn { size, had_code, at, means });
        Some(render(frame, size, code, (&view, &soft)))
    }
}

fn render(frame: &Frame, size: PreviewSize, code: Option<Quad>, (view, soft): (&View, &Soft)) -> Preview {
    // A little white around the code belongs to it.
    let code = code.map(|quad| quad.grown(1.12).mapped(|spot| view.to_preview(spot)));
    let mut rgba = Vec::with_capacity(view.width * view.height * 4);
    let mut row = vec![0; view.width];
    for y in 0..view.height {
        soft.write_row(y, &mut row);
        if let Some(quad) = &code {
            sharpen_row(&frame.picture, view, quad, y, &mut row);
        }
        rgba.extend(row.iter().flat_map(|gray| [*gray, *gray, *gray, 0xff]));
    }
    Preview { size, rgba: Bytes::from(rgba), code, sequence: frame.sequence }
}

/// How the aim's area lies in the picture.
struct View {
    left: f32,
    top: f32,
    /// Picture pixels for one preview pixel.
    scale: f32,
    width: usize,
    height: usize,
}

impl View {
    fn of(picture: &Picture, width: usize, height: usize) -> Self {
        let across = picture.width() as f32 / width as f32;
        let down = picture.height() as f32 / height as f32;
        let scale = across.min(down) * AIM;
        Self {
            left: (picture.width() as f32 - scale * width as f32) / 2.0,
            top: (picture.height() as f32 - scale * height as f32) / 2.0,
            scale,
            width,
            height,
        }
    }

    /// Mirrored, so that a hand moves on the screen as it moves before it.
    fn to_preview(&self, spot: Spot) -> Spot {
        Spot { x: self.width as f32 - (spot.x - self.left) / self.scale, y: (spot.y - self.top) / self.scale }
    }

    fn column(&self, x: f32, picture: &Picture) -> usize {
        let at = self.left + (self.width as f32 - x) * self.scale;
        (at.max(0.0) as usize).min(picture.width() - 1)
    }

    fn line(&self, y: f32, picture: &Picture) -> usize {
        ((self.top + y * self.scale).max(0.0) as usize).min(picture.height() - 1)
    }
}

/// Means of blocks, one more on each side than needed, to be drawn smoothly between their middles.
struct Soft {
    columns: usize,
    rows: usize,
    means: Vec<u16>,
}

impl Soft {
    fn of(picture: &Picture, view: &View) -> Self {
        let columns = view.width.div_ceil(SOFTNESS) + 2;
        let rows = view.height.div_ceil(SOFTNESS) + 2;
        let edge = |block: usize| (block as f32 - 1.0) * SOFTNESS as f32;
        let mut means = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            let (first, last) = (view.line(edge(row), picture), view.line(edge(row + 1), picture));
            for column in 0..columns {
                // The mirror turns left and right.
                let (left, right) =
                    (view.column(edge(column + 1), picture), view.column(edge(column), picture));
                let (mut sum, mut count) = (0u32, 0u32);
                for y in (first..=last).step_by(2) {
                    let pixels = &picture.row(y)[left..=right];
                    sum += pixels.iter().map(|pixel| u32::from(*pixel)).sum::<u32>();
                    count += pixels.len() as u32;
                }
                means.push((sum / count.max(1)) as u16);
            }
        }
        Self { columns, rows, means }
    }

    fn write_row(&self, y: usize, row: &mut [u8]) {
        // The middle of block 1 is at SOFTNESS / 2.
        let at = y + SOFTNESS / 2;
        let (block, part) = (at / SOFTNESS, (at % SOFTNESS) as u32);
        let above = &self.means[block * self.columns..(block + 1) * self.columns];
        let below_block = (block + 1).min(self.rows - 1);
        let below = &self.means[below_block * self.columns..(below_block + 1) * self.columns];
        let mix = |a: u32, b: u32, part: u32| a * (SOFTNESS as u32 - part) + b * part;
        let mixed = |column: usize| mix(above[column].into(), below[column].into(), part);
        for (x, pixel) in row.iter_mut().enumerate() {
            let at = x + SOFTNESS / 2;
            let (column, part) = (at / SOFTNESS, (at % SOFTNESS) as u32);
            let next = (column + 1).min(self.columns - 1);
            let sum = mix(mixed(column), mixed(next), part);
            *pixel = (sum / (SOFTNESS * SOFTNESS) as u32) as u8;
        }
    }
}

/// Writes the picture itself where the code is.
fn sharpen_row(picture: &Picture, view: &View, quad: &Quad, y: usize, row: &mut [u8]) {
    let (left, top, right, bottom) = quad.bounds();
    let middle = y as f32 + 0.5;
    if middle < top || middle > bottom {
        return;
    }
    let source = picture.row(view.line(middle, picture));
    let from = left.max(0.0) as usize;
    let to = (right.max(0.0) as usize + 1).min(row.len());
    for (x, pixel) in row.iter_mut().enumerate().take(to).skip(from) {
        let spot = Spot { x: x as f32 + 0.5, y: middle };
        if quad.contains(spot) {
            *pixel = source[view.column(spot.x, picture)];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_domain::Timestamp;

    /// Fine stripes, darker on the left half.
    fn striped() -> Frame {
        let (width, height) = (640, 360);
        let pixel = |i: usize| {
            let dark: u8 = if i % width < width / 2 { 0 } else { 100 };
            dark + if i.is_multiple_of(2) { 0 } else { 100 }
        };
        let pixels = (0..width * height).map(pixel).collect();
        let picture = Picture::new(width, height, pixels).unwrap();
        Frame { picture, captured_at: Timestamp::default(), taken: Instant::now(), sequence: 3 }
    }

    fn preview(frame: &Frame, size: PreviewSize, code: Option<Quad>) -> Preview {
        Previews::default().next(frame, size, code).unwrap()
    }

    fn gray(preview: &Preview, x: usize, y: usize) -> u8 {
        preview.rgba[(y * usize::from(preview.size.width) + x) * 4]
    }

    #[test]
    fn it_is_mirrored_and_soft_and_exactly_as_large_as_asked() {
        for (width, height) in [(320, 180), (333, 77), (1, 1), (50, 400)] {
            let preview = preview(&striped(), PreviewSize { width, height }, None);
            assert_eq!(preview.rgba.len(), usize::from(width) * usize::from(height) * 4);
        }
        let preview = preview(&striped(), PreviewSize { width: 320, height: 180 }, None);
        // Bright on the left, as in a mirror, and no stripes left.
        assert!(gray(&preview, 40, 90).abs_diff(150) < 12, "{}", gray(&preview, 40, 90));
        assert!(gray(&preview, 280, 90).abs_diff(50) < 12);
        assert!(gray(&preview, 40, 90).abs_diff(gray(&preview, 41, 90)) < 4);
    }

    #[test]
    fn the_code_alone_is_sharp() {
        let corners = [(100.0, 100.0), (200.0, 100.0), (200.0, 200.0), (100.0, 200.0)];
        let quad = Quad(corners.map(|(x, y)| Spot { x, y }));
        let preview = preview(&striped(), PreviewSize { width: 640, height: 360 }, Some(quad));
        let code = preview.code.unwrap();
        let middle = code.middle();
        assert!(middle.x > 320.0, "what is left in the picture is right in the mirror");
        let row: Vec<u8> =
            (0..20).map(|i| gray(&preview, middle.x as usize + i, middle.y as usize)).collect();
        assert!(row.contains(&0) && row.contains(&100), "{row:?}");
        let outside: Vec<u8> = (0..20).map(|i| gray(&preview, 20 + i, 20)).collect();
        assert!(outside.iter().all(|gray| gray.abs_diff(outside[0]) < 8), "{outside:?}");
    }

    /// Noise of a sensor, and somebody whose head begins at this column.
    fn seen(milliseconds: u64, noise: usize, head: Option<usize>) -> Frame {
        let (width, height) = (640, 360);
        let pixel = |i: usize| {
            let (x, y) = (i % width, i / width);
            let is_head = head.is_some_and(|from| (from..from + 60).contains(&x) && (100..200).contains(&y));
            let base = if is_head { 90 } else { 140 };
            base + ((i * 7 + noise * 13) % 11) as u8
        };
        let picture = Picture::new(width, height, (0..width * height).map(pixel).collect()).unwrap();
        let taken = *BEGAN.get_or_init(Instant::now) + Duration::from_millis(milliseconds);
        Frame { picture, captured_at: Timestamp::default(), taken, sequence: milliseconds }
    }

    static BEGAN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();

    #[test]
    fn a_still_scene_is_drawn_five_times_a_second_and_whatever_moves_at_once() {
        let size = PreviewSize { width: 640, height: 360 };
        let drawn = |frames: &mut dyn Iterator<Item = (Frame, Option<Quad>)>| {
            let mut previews = Previews::default();
            frames
                .filter_map(|(frame, code)| Some(previews.next(&frame, size, code)?.sequence))
                .collect::<Vec<_>>()
        };
        let still = drawn(&mut (0..15).map(|n| (seen(n * 50, n as usize, None), None)));
        assert_eq!(still, [0, 200, 400, 600]);
        let walking = drawn(&mut (0..6).map(|n| (seen(n * 50, 0, Some(200 + 4 * n as usize)), None)));
        assert_eq!(walking, [0, 50, 100, 150, 200, 250], "every step is seen");
        let corners = [(100.0, 100.0), (200.0, 100.0), (200.0, 200.0), (100.0, 200.0)];
        let quad = Quad(corners.map(|(x, y)| Spot { x, y }));
        let held = drawn(&mut (0..6).map(|n| (seen(n * 50, 0, None), (1..3).contains(&n).then_some(quad))));
        assert_eq!(held, [0, 50, 100, 150], "its frame comes and goes at once");
    }
}
