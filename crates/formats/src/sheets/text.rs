//! Text as a sheet: the reader of tables does the work, and no line of the file need be the header.

use super::grid::{Going, Grid, Room};
use super::{Limits, Sheet, SheetFault};
use crate::csv;

pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Sheet, SheetFault> {
    let within = csv::Limits {
        bytes: limits.bytes,
        // Rows beyond the limit are left out here, not refused there.
        rows: u64::MAX,
        ..csv::Limits::default()
    };
    let lines = csv::Lines::new(bytes, within).map_err(|fault| SheetFault::Text {
        line: fault.line,
        reason: fault.reason,
        broken: fault.broken,
    })?;
    let mut room = Room::new(limits);
    let mut grid = Grid::new(String::new(), false, &mut room);
    'rows: for (line, cells) in lines {
        let row = u32::try_from(line - 1).unwrap_or(u32::MAX);
        for (column, cell) in cells.iter().enumerate() {
            if grid.put(row, column, cell) == Going::Full {
                break 'rows;
            }
        }
    }
    Ok(grid.finish())
}
