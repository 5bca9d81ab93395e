//! What is drawn over the live picture.

use crate::device::camera::Quad;
use iced::widget::canvas::{self, Frame, LineCap, LineJoin, Path, Stroke};
use iced::{Color, Point, Rectangle, Renderer, Size, Theme, mouse};

/// The four corners of the aim, and a frame around the code that is seen.
pub(super) struct Marks {
    pub(super) code: Option<Quad>,
    pub(super) color: Color,
    pub(super) stroke: f32,
    /// A frame all around in place of the corners.
    pub(super) is_whole: bool,
}

impl<M> canvas::Program<M> for Marks {
    type State = ();

    fn draw(
        &self,
        (): &(),
        renderer: &Renderer,
        _theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<canvas::Geometry> {
        let mut frame = Frame::new(renderer, bounds.size());
        let stroke = Stroke {
            style: self.color.into(),
            width: self.stroke,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        let inset = if self.is_whole { self.stroke } else { self.stroke * 2.0 };
        let (right, bottom) = (bounds.width - inset, bounds.height - inset);
        if self.is_whole {
            let size = Size::new(right - inset, bottom - inset);
            frame.stroke(&Path::rectangle(Point::new(inset, inset), size), stroke);
            return vec![frame.into_geometry()];
        }
        let arm = bounds.width.min(bounds.height) * 0.16;
        for (x, y) in [(inset, inset), (right, inset), (right, bottom), (inset, bottom)] {
            let inward = |at: f32, far: f32| if at < far / 2.0 { at + arm } else { at - arm };
            let corner = Path::new(|path| {
                path.move_to(Point::new(inward(x, bounds.width), y));
                path.line_to(Point::new(x, y));
                path.line_to(Point::new(x, inward(y, bounds.height)));
            });
            frame.stroke(&corner, stroke);
        }
        if let Some(Quad(corners)) = self.code {
            let around = Path::new(|path| {
                path.move_to(Point::new(corners[0].x, corners[0].y));
                for corner in &corners[1..] {
                    path.line_to(Point::new(corner.x, corner.y));
                }
                path.close();
            });
            frame.stroke(&around, stroke);
        }
        vec![frame.into_geometry()]
    }
}
