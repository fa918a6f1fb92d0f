//! Lines and rings of the plane: fewer points, cut to a frame, written as SVG path data.
//!
//! It knows nothing of what they depict.

use super::projection::Point;

/// Which points of a line are needed so that no other lies further than `tolerance` from it
/// (D. Douglas and T. Peucker, *Cartographica* 10(2), 1973). Both ends always stay, so lines that meet still do.
pub(super) fn simplify(line: &[Point], tolerance: f64) -> Vec<usize> {
    let mut kept = vec![false; line.len()];
    let mut spans = Vec::new();
    if let Some(last) = line.len().checked_sub(1) {
        kept[0] = true;
        kept[last] = true;
        spans.push((0, last));
    }
    while let Some((from, to)) = spans.pop() {
        let furthest = (from + 1..to)
            .map(|i| (i, distance_to_segment(line[i], line[from], line[to])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((middle, distance)) = furthest
            && distance > tolerance
        {
            kept[middle] = true;
            spans.extend([(from, middle), (middle, to)]);
        }
    }
    (0..line.len()).filter(|&i| kept[i]).collect()
}

fn distance_to_segment(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length2 = dx * dx + dy * dy;
    let along = if length2 > 0.0 {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length2).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (p.0 - a.0 - along * dx).hypot(p.1 - a.1 - along * dy)
}

/// Area of a ring, never negative.
pub(super) fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    let twice: f64 = ring
        .iter()
        .zip(next)
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum();
    twice.abs() / 2.0
}

/// A rectangle that holds what is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Frame {
    /// The smallest frame around points; `None` without any.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |frame, (x, y)| {
            let at = Self {
                left: x,
                top: y,
                right: x,
                bottom: y,
            };
            Some(frame.map_or(at, |f: Self| Self {
                left: f.left.min(x),
                top: f.top.min(y),
                right: f.right.max(x),
                bottom: f.bottom.max(y),
            }))
        })
    }

    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The frame with `margin` more on every side.
    pub fn grown(&self, margin: f64) -> Self {
        Self {
            left: self.left - margin,
            top: self.top - margin,
            right: self.right + margin,
            bottom: self.bottom + margin,
        }
    }

    pub fn holds(&self, (x, y): Point) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    pub fn touches(&self, other: &Self) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }

    /// The part of a ring within the frame (I. Sutherland and G. Hodgman, *Communications of the ACM* 17(1), 1974).
    pub fn cut(&self, ring: Vec<Point>) -> Vec<Point> {
        let ring = cut_side(ring, |p| p.0 - self.left);
        let ring = cut_side(ring, |p| self.right - p.0);
        let ring = cut_side(ring, |p| p.1 - self.top);
        cut_side(ring, |p| self.bottom - p.1)
    }
}

/// The pieces of a line that may touch the frame: every step whose bounding box does, end to end.
pub(super) fn pieces_in(frame: &Frame, line: &[Point]) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut open = false;
    for step in line.windows(2) {
        let touches = Frame::around(step.iter().copied()).is_some_and(|f| f.touches(frame));
        if touches && !open {
            pieces.push(vec![step[0]]);
        }
        if touches && let Some(piece) = pieces.last_mut() {
            piece.push(step[1]);
        }
        open = touches;
    }
    pieces
}

/// The part of a ring where `inside` is not negative; `inside` is the distance to the side.
fn cut_side(ring: Vec<Point>, inside: impl Fn(Point) -> f64) -> Vec<Point> {
    let mut cut = Vec::with_capacity(ring.len());
    let Some(&last) = ring.last() else {
        return cut;
    };
    let mut before = last;
    for point in ring {
        let (d0, d1) = (inside(before), inside(point));
        if (d0 < 0.0) != (d1 < 0.0) {
            let part = d0 / (d0 - d1);
            cut.push((
                before.0 + part * (point.0 - before.0),
                before.1 + part * (point.1 - before.1),
            ));
        }
        if d1 >= 0.0 {
            cut.push(point);
        }
        before = point;
    }
    cut
}

/// Adds a closed ring to path data, in whole units; nothing when fewer than three points remain.
pub(super) fn push_ring(path: &mut String, ring: &[Point]) {
    let mut steps = whole_units(ring);
    while steps.len() > 1 && steps.first() == steps.last() {
        steps.pop();
    }
    if steps.len() >= 3 {
        push_steps(path, &steps);
        path.push('z');
    }
}

/// Adds an open line to path data, in whole units; nothing when fewer than two points remain.
pub(super) fn push_line(path: &mut String, line: &[Point]) {
    let steps = whole_units(line);
    if steps.len() >= 2 {
        push_steps(path, &steps);
    }
}

/// Rounds before differences are taken, so that a shared border is the same line in both its shapes.
fn whole_units(line: &[Point]) -> Vec<(i64, i64)> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast saturates, and the coordinates of a drawing are small"
    )]
    let mut steps: Vec<(i64, i64)> = line
        .iter()
        .map(|&(x, y)| (x.round() as i64, y.round() as i64))
        .collect();
    steps.dedup();
    steps
}

fn push_steps(path: &mut String, steps: &[(i64, i64)]) {
    let Some((&(x, y), rest)) = steps.split_first() else {
        return;
    };
    path.push('M');
    push_number(path, x);
    push_number(path, y);
    let mut at = (x, y);
    // Relative steps are short and repeat, so they compress best.
    path.push('l');
    for &(x, y) in rest {
        push_number(path, x - at.0);
        push_number(path, y - at.1);
        at = (x, y);
    }
}

/// Adds a number; a minus sign needs no space before it.
fn push_number(path: &mut String, number: i64) {
    if number >= 0 && path.ends_with(|last: char| last.is_ascii_digit()) {
        path.push(' ');
    }
    path.push_str(&number.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame {
        left: 0.0,
        top: 0.0,
        right: 10.0,
        bottom: 10.0,
    };

    #[test]
    fn simplifying_keeps_the_ends_and_what_stands_out() {
        let line = [
            (0.0, 0.0),
            (5.0, 1.7),
            (10.0, 4.0),
            (15.0, 0.0),
            (20.0, 0.0),
        ];
        assert_eq!(simplify(&line, 1.0), [0, 2, 3, 4]);
        assert_eq!(simplify(&line, 9.0), [0, 4]);
        assert_eq!(simplify(&line[..1], 1.0), [0]);
        assert!(simplify(&[], 1.0).is_empty());
    }

    #[test]
    fn a_closed_line_keeps_its_furthest_point() {
        let island = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)];
        assert_eq!(simplify(&island, 0.5), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_ring_is_cut_along_the_frame() {
        let ring = vec![(5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0)];
        let cut = FRAME.cut(ring);
        assert!((area(&cut) - 15.0).abs() < 1e-9, "{cut:?}");
        assert!(cut.iter().all(|&p| FRAME.holds(p)));
    }

    #[test]
    fn a_ring_outside_the_frame_is_nothing_and_one_around_it_is_the_frame() {
        assert!(
            FRAME
                .cut(vec![(11.0, 0.0), (12.0, 0.0), (12.0, 5.0)])
                .is_empty()
        );
        let around = vec![(-9.0, -9.0), (19.0, -9.0), (19.0, 19.0), (-9.0, 19.0)];
        assert!((area(&FRAME.cut(around)) - 100.0).abs() < 1e-9);
    }

    #[test]
    fn a_line_is_kept_where_it_touches_the_frame() {
        let line = [
            (-9.0, 5.0),
            (-5.0, 5.0),
            (5.0, 5.0),
            (5.0, 20.0),
            (9.0, 20.0),
            (9.0, 9.0),
        ];
        assert_eq!(
            pieces_in(&FRAME, &line),
            [
                vec![(-5.0, 5.0), (5.0, 5.0), (5.0, 20.0)],
                vec![(9.0, 20.0), (9.0, 9.0)]
            ]
        );
    }

    #[test]
    fn path_data_is_whole_relative_and_short() {
        let mut path = String::new();
        push_ring(&mut path, &[(1.2, 2.0), (4.0, 2.4), (4.0, 6.0), (1.0, 2.0)]);
        push_line(&mut path, &[(0.0, 0.0), (-3.0, 7.0)]);
        assert_eq!(path, "M1 2l3 0 0 4zM0 0l-3 7");
    }

    #[test]
    fn what_rounds_to_a_point_is_not_drawn() {
        let mut path = String::new();
        push_ring(&mut path, &[(1.0, 1.0), (1.2, 1.1), (1.4, 1.3)]);
        push_line(&mut path, &[(1.0, 1.0), (1.2, 1.1)]);
        assert_eq!(path, "");
    }
}
