//! The outlines of municipalities for the live map: on a grid eight times coarser than the file's, which is about a
//! hundred metres and finer than the lines themselves, so that less has to be sent.

use serde_json::{Value, json};

const COARSER: i64 = 8;

/// A topology on the coarser grid; `None` when it is not one of whole numbers on a grid.
pub(crate) fn coarser(topology: &[u8]) -> Option<Vec<u8>> {
    let mut all: Value = serde_json::from_slice(topology).ok()?;
    let arcs: Option<Vec<Value>> = all["arcs"].as_array()?.iter().map(arc).collect();
    all["arcs"] = arcs?.into();
    for step in all["transform"]["scale"].as_array_mut()? {
        #[expect(clippy::cast_precision_loss, reason = "eight is exact")]
        let wider = step.as_f64()? * COARSER as f64;
        *step = json!(wider);
    }
    serde_json::to_vec(&all).ok()
}

/// An arc on the coarser grid, as steps; its ends are rounded alike in every arc, so that arcs still meet.
fn arc(steps: &Value) -> Option<Value> {
    let (mut x, mut y) = (0, 0);
    let mut points: Vec<[i64; 2]> = Vec::new();
    for step in steps.as_array()? {
        x += step.get(0)?.as_i64()?;
        y += step.get(1)?.as_i64()?;
        points.push([x, y].map(|at| (at + COARSER / 2).div_euclid(COARSER)));
    }
    let last = *points.last()?;
    points.dedup();
    if points.len() < 2 {
        points.push(last);
    }
    let mut from = [0, 0];
    let steps: Vec<Value> = points
        .into_iter()
        .map(|at| {
            let step = json!([at[0] - from[0], at[1] - from[1]]);
            from = at;
            step
        })
        .collect();
    Some(steps.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_that_met_still_meet_and_points_that_fall_together_are_one() {
        let fine = json!({
            "arcs": [[[0, 0], [3, 0], [1, 0], [76, 16]], [[80, 16], [-84, -16]]],
            "transform": { "scale": [0.5, 0.25], "translate": [1.0, 2.0] },
        });
        let made = coarser(fine.to_string().as_bytes()).expect("a topology");
        let made: Value = serde_json::from_slice(&made).expect("JSON");
        assert_eq!(
            made["arcs"],
            json!([[[0, 0], [1, 0], [9, 2]], [[10, 2], [-10, -2]]])
        );
        assert_eq!(made["transform"]["scale"], json!([4.0, 2.0]));
        assert_eq!(made["transform"]["translate"], json!([1.0, 2.0]));
    }

    #[test]
    fn the_outlines_that_are_sent_are_fewer_bytes_and_of_as_many_municipalities() {
        let fine = vanort_app::bundle::file("boundaries/sweden.topo.json").expect("the file");
        let made = coarser(&fine).expect("a topology");
        assert!(made.len() * 10 < fine.len() * 9);
        let count = |bytes: &[u8]| {
            let all: Value = serde_json::from_slice(bytes).expect("JSON");
            all["objects"]["kommuner"]["geometries"]
                .as_array()
                .map(Vec::len)
        };
        assert_eq!(count(&made), count(&fine));
    }
}
