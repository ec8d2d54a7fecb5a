// SPDX-License-Identifier: Apache-2.0

//! Operands: a space and an index in it.

/// The space that an operand is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Space {
    /// No operand.
    None = 0,
    /// A value that every unit can read.
    Slot = 1,
    /// A constant of the program.
    Constant = 2,
    /// A value that is private to a lane.
    Local = 3,
    /// A predicate.
    Predicate = 4,
    /// An entry of the verdict tree.
    Entry = 5,
    /// A number in the instruction itself.
    Immediate = 6,
    /// A wide value.
    Wide = 7,
}

impl Space {
    /// Every space, in encoding order.
    pub(super) const ALL: [Space; 8] = [
        Space::None,
        Space::Slot,
        Space::Constant,
        Space::Local,
        Space::Predicate,
        Space::Entry,
        Space::Immediate,
        Space::Wide,
    ];
}

/// An operand: a space and an index in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Operand {
    /// The space.
    pub space: Space,
    /// The index in the space; below 8,192.
    pub index: u16,
}

impl Operand {
    /// No operand.
    pub const NONE: Operand = Operand { space: Space::None, index: 0 };
    const INDEX_BITS: u32 = 13;

    /// The operand `space[index]`.
    pub const fn new(space: Space, index: u16) -> Operand {
        debug_assert!(index < 1 << Operand::INDEX_BITS);
        Operand { space, index }
    }

    /// Slot `index`.
    pub const fn slot(index: u16) -> Operand {
        Operand::new(Space::Slot, index)
    }

    /// The number `value`.
    pub const fn immediate(value: u16) -> Operand {
        Operand::new(Space::Immediate, value)
    }

    /// Returns whether there is an operand.
    pub fn is_some(self) -> bool {
        self.space != Space::None
    }

    pub(crate) fn encode(self) -> u16 {
        (self.space as u16) << Operand::INDEX_BITS | self.index
    }

    pub(crate) fn decode(bits: u16) -> Option<Operand> {
        let space = *Space::ALL.get(usize::from(bits >> Operand::INDEX_BITS))?;
        let index = bits & ((1 << Operand::INDEX_BITS) - 1);
        (space != Space::None || index == 0).then_some(Operand { space, index })
    }
}

impl std::fmt::Display for Operand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let letter = match self.space {
            Space::None => return f.write_str("-"),
            Space::Slot => 's',
            Space::Constant => 'k',
            Space::Local => 'r',
            Space::Predicate => 'p',
            Space::Entry => 'v',
            Space::Immediate => '#',
            Space::Wide => 'w',
        };
        write!(f, "{letter}{}", self.index)
    }
}
