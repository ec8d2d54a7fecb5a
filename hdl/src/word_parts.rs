// SPDX-License-Identifier: Apache-2.0

//! Reads the parts of words that `engine` defines: the microcode and the layouts of frames.
//!
//! The kernels use this instead of bit numbers. `word.val().get_value_row()` reads the part `ROW`
//! of a word and becomes a slice in the Verilog. The HDL crate translates such a call by asking the
//! value for the width and the offset of the part (`get_my_width_row`, `get_my_offset_row`), which
//! are Rust expressions. So the bit numbers of the Verilog come from the constants in `engine`
//! through which the packer writes the words.

use engine::layout::{self, Part};
use engine::microcode::parts::{
    column, divider, fetch, key, lane, logic, mode, operands, reserve, transaction, unit, verdict,
};
use rust_hdl::prelude::{Bit, Bits};

/// The lower three bits of [`layout::LAST`]: the last byte within a half of eight bytes.
pub const LAST_IN_HALF: Part = Part { at: layout::LAST.at, bits: 3 };
/// The top bit of [`layout::LAST`]: the last byte is in the higher half.
pub const LAST_IN_HIGH: Part = Part { at: layout::LAST.at + 3, bits: 1 };
/// The lower eight bits of [`layout::BYTES`].
pub const BYTES_LOW: Part = Part { at: layout::BYTES.at, bits: 8 };

/// [`transaction::ENTRIES`] within [`transaction::SHAPE`].
pub const ENTRY_COUNT: Part = within(transaction::SHAPE, transaction::ENTRIES);
/// [`transaction::RULES`] within [`transaction::SHAPE`].
pub const RULE_COUNT: Part = within(transaction::SHAPE, transaction::RULES);
/// [`transaction::EFFECTS`] within [`transaction::SHAPE`].
pub const HAS_EFFECTS: Part = within(transaction::SHAPE, transaction::EFFECTS);

/// A part of a word as a part of a larger part of that word.
const fn within(whole: Part, part: Part) -> Part {
    Part { at: part.at - whole.at, bits: part.bits }
}

const _: () = assert!(LAST_IN_HIGH.at + 1 == layout::LAST.at + layout::LAST.bits);

/// Defines a trait with one method for each part of a word, and the two methods that the HDL crate
/// asks for the width and the offset of that part. A `flag` is a part of one bit.
macro_rules! word {
    (
        $(#[$about:meta])*
        $word:ident:
        $($kind:ident $get:ident $width:ident $offset:ident $part:expr;)*
    ) => {
        $(#[$about])*
        pub trait $word {
            $(
                #[doc = concat!("The part `", stringify!($part), "`.")]
                fn $get(&self) -> word!(@type $kind $part);
                #[doc = concat!("The width of `", stringify!($part), "` in bits.")]
                fn $width(&self) -> usize {
                    $part.bits
                }
                #[doc = concat!("The lowest bit of `", stringify!($part), "`.")]
                fn $offset(&self) -> u32 {
                    $part.at as u32
                }
            )*
        }

        impl<const N: usize> $word for Bits<N> {
            $(
                fn $get(&self) -> word!(@type $kind $part) {
                    word!(@get $kind self, $part)
                }
            )*
        }
    };
    (@type bits $part:expr) => { Bits<{ $part.bits }> };
    (@type flag $part:expr) => { Bit };
    (@get bits $word:expr, $part:expr) => { $word.get_bits::<{ $part.bits }>($part.at) };
    (@get flag $word:expr, $part:expr) => {{
        const { assert!($part.bits == 1, "a flag has one bit") };
        $word.get_bit($part.at)
    }};
}

word! {
    /// An operation of a lane, see [`engine::microcode::parts::lane`].
    LaneWord:
    bits get_value_opcode get_my_width_opcode get_my_offset_opcode lane::OPCODE;
    flag get_value_issues get_my_width_issues get_my_offset_issues lane::ISSUES;
    bits get_value_width get_my_width_width get_my_offset_width lane::WIDTH;
    bits get_value_target get_my_width_target get_my_offset_target lane::TARGET;
    bits get_value_x_slot get_my_width_x_slot get_my_offset_x_slot lane::X_SLOT;
    bits get_value_x_local get_my_width_x_local get_my_offset_x_local lane::X_LOCAL;
    bits get_value_x_space get_my_width_x_space get_my_offset_x_space lane::X_SPACE;
    bits get_value_y_slot get_my_width_y_slot get_my_offset_y_slot lane::Y_SLOT;
    bits get_value_y_local get_my_width_y_local get_my_offset_y_local lane::Y_LOCAL;
    bits get_value_y_space get_my_width_y_space get_my_offset_y_space lane::Y_SPACE;
    bits get_value_predicate get_my_width_predicate get_my_offset_predicate lane::PREDICATE;
    flag get_value_guarded get_my_width_guarded get_my_offset_guarded lane::GUARDED;
    bits get_value_x_tag get_my_width_x_tag get_my_offset_x_tag lane::X_TAG;
    bits get_value_y_tag get_my_width_y_tag get_my_offset_y_tag lane::Y_TAG;
}

word! {
    /// An operation of a logic unit, see [`engine::microcode::parts::logic`].
    LogicWord:
    bits get_value_a get_my_width_a get_my_offset_a logic::OPERANDS[0];
    bits get_value_b get_my_width_b get_my_offset_b logic::OPERANDS[1];
    bits get_value_c get_my_width_c get_my_offset_c logic::OPERANDS[2];
    bits get_value_d get_my_width_d get_my_offset_d logic::OPERANDS[3];
    bits get_value_mode get_my_width_mode get_my_offset_mode logic::MODE;
    bits get_value_place get_my_width_place get_my_offset_place logic::PLACE;
    flag get_value_to_predicate get_my_width_to_predicate get_my_offset_to_predicate
        logic::TO_PREDICATE;
    bits get_value_entry get_my_width_entry get_my_offset_entry logic::TARGET;
    flag get_value_to_entry get_my_width_to_entry get_my_offset_to_entry logic::TO_ENTRY;
}

word! {
    /// An operation of the divider, see [`engine::microcode::parts::divider`].
    DividerWord:
    bits get_value_operation get_my_width_operation get_my_offset_operation divider::OPERATION;
    flag get_value_issues get_my_width_issues get_my_offset_issues divider::ISSUES;
    bits get_value_width get_my_width_width get_my_offset_width divider::WIDTH;
    bits get_value_target get_my_width_target get_my_offset_target divider::TARGET;
    bits get_value_a_slot get_my_width_a_slot get_my_offset_a_slot divider::SLOTS[0];
    bits get_value_b_slot get_my_width_b_slot get_my_offset_b_slot divider::SLOTS[1];
    bits get_value_c_slot get_my_width_c_slot get_my_offset_c_slot divider::SLOTS[2];
    flag get_value_a_constant get_my_width_a_constant get_my_offset_a_constant
        divider::CONSTANTS[0];
    flag get_value_b_constant get_my_width_b_constant get_my_offset_b_constant
        divider::CONSTANTS[1];
    flag get_value_c_constant get_my_width_c_constant get_my_offset_c_constant
        divider::CONSTANTS[2];
    bits get_value_a_tag get_my_width_a_tag get_my_offset_a_tag divider::TAGS[0];
    bits get_value_b_tag get_my_width_b_tag get_my_offset_b_tag divider::TAGS[1];
    bits get_value_c_tag get_my_width_c_tag get_my_offset_c_tag divider::TAGS[2];
}

word! {
    /// The transaction of a message kind, see [`engine::microcode::parts::transaction`].
    TransactionWord:
    flag get_value_known get_my_width_known get_my_offset_known transaction::KNOWN;
    bits get_value_base get_my_width_base get_my_offset_base transaction::BASE;
    bits get_value_release get_my_width_release get_my_offset_release transaction::RELEASE;
    bits get_value_commit get_my_width_commit get_my_offset_commit transaction::COMMIT;
    bits get_value_shape get_my_width_shape get_my_offset_shape transaction::SHAPE;
}

word! {
    /// What holds for a whole transaction, see [`engine::microcode::parts::transaction::SHAPE`].
    ShapeWord:
    bits get_value_entry_count get_my_width_entry_count get_my_offset_entry_count ENTRY_COUNT;
    bits get_value_rule_count get_my_width_rule_count get_my_offset_rule_count RULE_COUNT;
    flag get_value_has_effects get_my_width_has_effects get_my_offset_has_effects HAS_EFFECTS;
}

word! {
    /// A verdict or a settle, see [`engine::microcode::parts::verdict`].
    VerdictWord:
    flag get_value_issues get_my_width_issues get_my_offset_issues verdict::ISSUES;
    flag get_value_settles get_my_width_settles get_my_offset_settles verdict::SETTLES;
    bits get_value_predicate get_my_width_predicate get_my_offset_predicate verdict::PREDICATE;
    flag get_value_guarded get_my_width_guarded get_my_offset_guarded verdict::GUARDED;
}

word! {
    /// The modes of 32 entries, see [`engine::microcode::parts::mode`].
    ModeWord:
    bits get_value_silent get_my_width_silent get_my_offset_silent mode::SILENT;
    bits get_value_warns get_my_width_warns get_my_offset_warns mode::WARNS;
}

word! {
    /// A key operation, see [`engine::microcode::parts::key`].
    KeyWord:
    bits get_value_operation get_my_width_operation get_my_offset_operation key::OPERATION;
    bits get_value_target get_my_width_target get_my_offset_target key::TARGET;
    bits get_value_predicate get_my_width_predicate get_my_offset_predicate key::PREDICATE;
    flag get_value_guarded get_my_width_guarded get_my_offset_guarded key::GUARDED;
    bits get_value_row get_my_width_row get_my_offset_row key::ROW;
    bits get_value_a_width get_my_width_a_width get_my_offset_a_width key::WIDTHS[0];
    bits get_value_b_width get_my_width_b_width get_my_offset_b_width key::WIDTHS[1];
    bits get_value_c_width get_my_width_c_width get_my_offset_c_width key::WIDTHS[2];
    bits get_value_d_width get_my_width_d_width get_my_offset_d_width key::WIDTHS[3];
    flag get_value_gate get_my_width_gate get_my_offset_gate key::GATE;
}

word! {
    /// The operands of a key operation, see [`engine::microcode::parts::operands`].
    OperandsWord:
    bits get_value_a_slot get_my_width_a_slot get_my_offset_a_slot operands::SLOTS[0];
    bits get_value_b_slot get_my_width_b_slot get_my_offset_b_slot operands::SLOTS[1];
    bits get_value_c_slot get_my_width_c_slot get_my_offset_c_slot operands::SLOTS[2];
    bits get_value_d_slot get_my_width_d_slot get_my_offset_d_slot operands::SLOTS[3];
    flag get_value_a_constant get_my_width_a_constant get_my_offset_a_constant
        operands::CONSTANTS[0];
    flag get_value_b_constant get_my_width_b_constant get_my_offset_b_constant
        operands::CONSTANTS[1];
    flag get_value_c_constant get_my_width_c_constant get_my_offset_c_constant
        operands::CONSTANTS[2];
    flag get_value_d_constant get_my_width_d_constant get_my_offset_d_constant
        operands::CONSTANTS[3];
    bits get_value_a_tag get_my_width_a_tag get_my_offset_a_tag operands::TAGS[0];
    bits get_value_b_tag get_my_width_b_tag get_my_offset_b_tag operands::TAGS[1];
    bits get_value_c_tag get_my_width_c_tag get_my_offset_c_tag operands::TAGS[2];
    bits get_value_d_tag get_my_width_d_tag get_my_offset_d_tag operands::TAGS[3];
    bits get_value_a_offset get_my_width_a_offset get_my_offset_a_offset operands::OFFSETS[0];
    bits get_value_b_offset get_my_width_b_offset get_my_offset_b_offset operands::OFFSETS[1];
    bits get_value_c_offset get_my_width_c_offset get_my_offset_c_offset operands::OFFSETS[2];
    bits get_value_d_offset get_my_width_d_offset get_my_offset_d_offset operands::OFFSETS[3];
}

word! {
    /// A reserve, see [`engine::microcode::parts::reserve`].
    ReserveWord:
    flag get_value_issues get_my_width_issues get_my_offset_issues reserve::ISSUES;
    bits get_value_target get_my_width_target get_my_offset_target reserve::TARGET;
    bits get_value_predicate get_my_width_predicate get_my_offset_predicate reserve::PREDICATE;
    flag get_value_guarded get_my_width_guarded get_my_offset_guarded reserve::GUARDED;
    bits get_value_entry get_my_width_entry get_my_offset_entry reserve::ENTRY;
    flag get_value_gate get_my_width_gate get_my_offset_gate reserve::GATE;
}

word! {
    /// The first word of a fetch, see [`engine::microcode::parts::fetch`].
    FetchWord:
    flag get_value_issues get_my_width_issues get_my_offset_issues fetch::ISSUES;
    bits get_value_row get_my_width_row get_my_offset_row fetch::ROW;
    flag get_value_gate get_my_width_gate get_my_offset_gate fetch::GATE;
}

word! {
    /// An operation of a column port, see [`engine::microcode::parts::column`].
    ColumnWord:
    bits get_value_operation get_my_width_operation get_my_offset_operation column::OPERATION;
    flag get_value_folds get_my_width_folds get_my_offset_folds column::FOLDS;
    flag get_value_folds_out get_my_width_folds_out get_my_offset_folds_out column::FOLDS_OUT;
    bits get_value_unit get_my_width_unit get_my_offset_unit column::UNIT;
    bits get_value_column get_my_width_column get_my_offset_column column::COLUMN;
    bits get_value_row get_my_width_row get_my_offset_row column::ROW;
    bits get_value_value get_my_width_value get_my_offset_value column::VALUE;
    flag get_value_constant get_my_width_constant get_my_offset_constant column::CONSTANT;
    bits get_value_tag get_my_width_tag get_my_offset_tag column::TAG;
    bits get_value_predicate get_my_width_predicate get_my_offset_predicate column::PREDICATE;
    flag get_value_guarded get_my_width_guarded get_my_offset_guarded column::GUARDED;
    flag get_value_ask get_my_width_ask get_my_offset_ask column::ASK;
    bits get_value_entry get_my_width_entry get_my_offset_entry column::ENTRY;
    flag get_value_gate get_my_width_gate get_my_offset_gate column::GATE;
}

word! {
    /// The configuration of a table unit, see [`engine::microcode::parts::unit`].
    UnitWord:
    bits get_value_rows_max get_my_width_rows_max get_my_offset_rows_max unit::ROWS;
}

word! {
    /// The layout of a field, see [`engine::layout`].
    LayoutField:
    bits get_value_start get_my_width_start get_my_offset_start layout::START;
    bits get_value_beat get_my_width_beat get_my_offset_beat layout::BEAT;
    bits get_value_last_in_half get_my_width_last_in_half get_my_offset_last_in_half LAST_IN_HALF;
    flag get_value_last_in_high get_my_width_last_in_high get_my_offset_last_in_high LAST_IN_HIGH;
    bits get_value_class get_my_width_class get_my_offset_class layout::CLASS;
    bits get_value_digits get_my_width_digits get_my_offset_digits layout::DIGITS;
    flag get_value_nullable get_my_width_nullable get_my_offset_nullable layout::NULLABLE;
}

word! {
    /// The layout of a frame as a whole, see [`engine::layout`].
    LayoutHeader:
    bits get_value_bytes get_my_width_bytes get_my_offset_bytes layout::BYTES;
    bits get_value_bytes_low get_my_width_bytes_low get_my_offset_bytes_low BYTES_LOW;
    bits get_value_fields get_my_width_fields get_my_offset_fields layout::FIELDS;
    flag get_value_row get_my_width_row get_my_offset_row layout::ROW;
    flag get_value_known get_my_width_known get_my_offset_known layout::KNOWN;
}
