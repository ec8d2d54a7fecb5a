// SPDX-License-Identifier: Apache-2.0

//! The resources of a device that a module takes, read from the reports of Yosys.

/// The resources of a device that a module takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    /// Lookup tables (LUTs), including those used as memory.
    pub luts: u64,
    /// Flip-flops.
    pub flip_flops: u64,
    /// Carry cells.
    pub carries: u64,
    /// Block RAMs of 18 kbit; one of 36 kbit counts as two.
    pub half_block_rams: u64,
    /// UltraRAMs.
    pub ultra_rams: u64,
    /// DSP blocks.
    pub dsps: u64,
    /// Cells on the longest path between registers; a carry cell of four bits counts as one.
    pub depth: u64,
}

impl Resources {
    /// Block RAMs of 36 kbit, of which the last may be half empty.
    pub fn block_rams(&self) -> u64 {
        self.half_block_rams.div_ceil(2)
    }

    /// The difference to `other`, which has no more of any resource. The depth stays unchanged.
    #[must_use]
    pub fn less(&self, other: &Resources) -> Resources {
        Resources {
            luts: self.luts.saturating_sub(other.luts),
            flip_flops: self.flip_flops.saturating_sub(other.flip_flops),
            carries: self.carries.saturating_sub(other.carries),
            half_block_rams: self.half_block_rams.saturating_sub(other.half_block_rams),
            ultra_rams: self.ultra_rams.saturating_sub(other.ultra_rams),
            dsps: self.dsps.saturating_sub(other.dsps),
            depth: self.depth,
        }
    }

    /// The sum of `self` and `times` times `other`. Depths do not add up, so the depth stays
    /// unchanged.
    #[must_use]
    pub fn plus(&self, times: u64, other: &Resources) -> Resources {
        Resources {
            luts: self.luts + times * other.luts,
            flip_flops: self.flip_flops + times * other.flip_flops,
            carries: self.carries + times * other.carries,
            half_block_rams: self.half_block_rams + times * other.half_block_rams,
            ultra_rams: self.ultra_rams + times * other.ultra_rams,
            dsps: self.dsps + times * other.dsps,
            depth: self.depth,
        }
    }
}

/// Counts the cells in the output of the command `stat`.
pub(super) fn count_cells(cells: &str) -> Resources {
    let mut resources = Resources::default();
    for line in cells.lines() {
        let mut words = line.split_whitespace();
        let (Some(Ok(number)), Some(cell)) = (words.next().map(str::parse::<u64>), words.next())
        else {
            continue;
        };
        match cell {
            // Distributed RAM takes a lookup table for each half of its addresses and each port.
            "RAM32M" | "RAM64M" => resources.luts += 4 * number,
            "RAM32M16" | "RAM64M8" => resources.luts += 8 * number,
            "RAM32X1D" | "RAM64X1D" => resources.luts += 2 * number,
            "RAM128X1D" => resources.luts += 4 * number,
            "RAM256X1D" => resources.luts += 8 * number,
            "RAMB36E2" => resources.half_block_rams += 2 * number,
            "RAMB18E2" => resources.half_block_rams += number,
            "URAM288" => resources.ultra_rams += number,
            "DSP48E2" => resources.dsps += number,
            _ if cell.starts_with("LUT") || cell == "INV" || cell.starts_with("SRL") => {
                resources.luts += number
            }
            _ if cell.starts_with("FD") => resources.flip_flops += number,
            _ if cell.starts_with("CARRY") => resources.carries += number,
            _ => {}
        }
    }
    resources
}

/// The length of the longest path in the output of the command `ltp`.
pub(super) fn depth(path: &str) -> u64 {
    let length = path.split("(length=").nth(1).and_then(|rest| rest.split(')').next());
    length.and_then(|text| text.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_cell_counts_as_its_resource() {
        let cells = "=== lane ===\n     3317 wires\n       21 ports\n  16   DSP48E2\n \
                     600   FDRE\n 779   LUT2\n 2   INV\n 3   RAMB18E2\n 5 RAM32M\n";
        let resources = count_cells(cells);
        let expected = Resources {
            luts: 801,
            flip_flops: 600,
            half_block_rams: 3,
            dsps: 16,
            ..Resources::default()
        };
        assert_eq!((resources, resources.block_rams()), (expected, 2));
        assert_eq!(depth("Longest topological path in lane (length=59):\n"), 59);
    }
}
