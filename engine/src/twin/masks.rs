// SPDX-License-Identifier: Apache-2.0

//! Tags and truths of the 64 places of a chunk, as masks of bits.
//!
//! A test in [`super::logic`] compares the operations on truths with their definitions.

use crate::value::Tag;
#[cfg(test)]
use crate::value::Truth;

/// The places in a mask, ascending.
#[inline]
pub fn places(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = (mask != 0).then(|| mask.trailing_zeros() as usize);
        mask &= mask.wrapping_sub(1);
        place
    })
}

/// The tags of 64 places, each of which is in at most one of the masks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    pub null: u64,
    pub overflow: u64,
    pub division_by_zero: u64,
}

impl Tags {
    /// The tags of places that all have this one.
    #[inline(always)]
    pub fn all(tag: Tag) -> Tags {
        let mask = |of: Tag| if tag == of { u64::MAX } else { 0 };
        let [null, overflow] = [mask(Tag::Null), mask(Tag::Overflow)];
        Tags { null, overflow, division_by_zero: mask(Tag::DivisionByZero) }
    }

    /// The places that have no value.
    #[inline(always)]
    pub fn any(self) -> u64 {
        self.null | self.errors()
    }

    /// The places that have an error.
    #[inline(always)]
    pub fn errors(self) -> u64 {
        self.overflow | self.division_by_zero
    }

    /// The larger tag of each place.
    #[inline(always)]
    #[must_use]
    pub fn max(self, other: Tags) -> Tags {
        let division_by_zero = self.division_by_zero | other.division_by_zero;
        let overflow = (self.overflow | other.overflow) & !division_by_zero;
        let null = (self.null | other.null) & !(overflow | division_by_zero);
        Tags { null, overflow, division_by_zero }
    }

    /// The tags in these places alone.
    #[inline(always)]
    #[must_use]
    pub fn only(self, places: u64) -> Tags {
        Tags {
            null: self.null & places,
            overflow: self.overflow & places,
            division_by_zero: self.division_by_zero & places,
        }
    }

    /// The worst error in these places, or that there is none.
    #[inline(always)]
    pub fn worst(self, places: u64) -> Tag {
        match () {
            () if self.division_by_zero & places != 0 => Tag::DivisionByZero,
            () if self.overflow & places != 0 => Tag::Overflow,
            () => Tag::Value,
        }
    }

    /// The tag in a place.
    pub fn at(self, place: usize) -> Tag {
        let is_in = |mask: u64| mask >> place & 1 == 1;
        match () {
            () if is_in(self.division_by_zero) => Tag::DivisionByZero,
            () if is_in(self.overflow) => Tag::Overflow,
            () if is_in(self.null) => Tag::Null,
            () => Tag::Value,
        }
    }

    /// Sets the tag in a place that has none.
    pub fn set(&mut self, place: usize, tag: Tag) {
        let bit = 1 << place;
        match tag {
            Tag::Value => {}
            Tag::Null => self.null |= bit,
            Tag::Overflow => self.overflow |= bit,
            Tag::DivisionByZero => self.division_by_zero |= bit,
        }
    }
}

/// The truths of 64 places; those in no mask are false.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Truths {
    pub yes: u64,
    pub tags: Tags,
}

impl Truths {
    /// True in every place.
    pub const TRUE: Truths =
        Truths { yes: u64::MAX, tags: Tags { null: 0, overflow: 0, division_by_zero: 0 } };

    /// The truths of comparisons that hold in these places, of operands with these largest tags.
    #[inline(always)]
    pub fn compared(holds: u64, tags: Tags) -> Truths {
        Truths { yes: holds & !tags.any(), tags }
    }

    /// `Truth::not`.
    #[inline(always)]
    #[must_use]
    pub fn not(self) -> Truths {
        Truths { yes: !(self.yes | self.tags.any()), tags: self.tags }
    }

    /// `Truth::and`.
    #[inline(always)]
    #[must_use]
    pub fn and(self, other: Truths) -> Truths {
        let possible = (self.yes | self.tags.any()) & (other.yes | other.tags.any());
        let tags = self.tags.max(other.tags).only(possible);
        Truths { yes: self.yes & other.yes, tags }
    }

    /// `Truth::or`.
    #[inline(always)]
    #[must_use]
    pub fn or(self, other: Truths) -> Truths {
        let yes = self.yes | other.yes;
        Truths { yes, tags: self.tags.max(other.tags).only(!yes) }
    }

    /// `Truth::when`.
    #[inline(always)]
    #[must_use]
    pub fn when(self, guard: Truths) -> Truths {
        let is_false = !(guard.yes | guard.tags.any());
        let own = self.tags.only(guard.yes);
        Truths { yes: is_false | guard.yes & self.yes, tags: own.max(guard.tags) }
    }

    /// `Truth::or_false`.
    #[inline(always)]
    #[must_use]
    pub fn or_false(self) -> Truths {
        Truths { yes: self.yes, tags: Tags { null: 0, ..self.tags } }
    }

    /// The truth in a place.
    #[cfg(test)]
    pub fn at(self, place: usize) -> Truth {
        match self.tags.at(place) {
            Tag::Value => Truth::from(self.yes >> place & 1 == 1),
            tag => Truth::unknown(tag),
        }
    }

    /// The truths of the places in order, false in those after the last one.
    #[cfg(test)]
    pub fn of(truths: impl IntoIterator<Item = Truth>) -> Truths {
        let mut of = Truths { yes: 0, tags: Tags::default() };
        for (place, truth) in truths.into_iter().enumerate() {
            match truth {
                Truth::False => {}
                Truth::True => of.yes |= 1 << place,
                Truth::Null => of.tags.set(place, Tag::Null),
                Truth::Overflow => of.tags.set(place, Tag::Overflow),
                Truth::DivisionByZero => of.tags.set(place, Tag::DivisionByZero),
            }
        }
        of
    }
}
