// SPDX-License-Identifier: Apache-2.0
// key_unit: keys, rows and members of a table change only after a permit.
//
// Proven, in every cycle, for any content of the program memories, slots, predicates and the map,
// for declared and hidden tables, with clearing and resets at any time:
//  * a slot of the map is written, the place of a row is stored, or `opened` is high only three
//    cycles after one that was `live` with a permit; a slot is written because a row leaves, a row
//    is taken or freed, or `closing` is high only two cycles after one. A slot is also written
//    under `clear`;
//  * a permit is `permit`, or `permit_effects` together with `effects`;
//  * the reservations of a message are kept only if `permit` or `permit_effects` is high in the
//    cycle of `finish`, and are given back at a reset.
//
// Assumed: nothing. `allocator_reserves` proves the effect of reservations that are not kept.
//
// Internal signals used: the outputs of the index to its map, its places and its allocator; for the
// induction, its operations in the three cycles after the port.

module key_unit_proof (
    input wire clock, reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire [24:0] rows_max,
    input wire is_hidden,
    input wire live, permit, effects, permit_effects, finish,
    input wire [10:0] address,
    input wire [6:0] program_write,
    input wire [10:0] program_address,
    input wire [63:0] program_data,
    input wire [65:0] slot_data_0, slot_data_1, slot_data_2, slot_data_3,
    input wire [65:0] row_data,
    input wire [2:0] predicate_data, reserve_predicate_data,
    input wire last_member,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot
);
    localparam LOOKUP = 1;
    wire [9:0] slot_0, slot_1, slot_2, slot_3, row_slot;
    wire [10:0] predicate, reserve_predicate;
    wire answer, reserved;
    wire [9:0] answer_slot, reserved_slot;
    wire [65:0] answer_data, reserved_data;
    wire [7:0] reserved_entry;
    wire [2:0] reserved_truth;
    wire member_read, closing, opened;
    wire [23:0] member_row, closing_row, opened_row;
    wire [24:0] rows;
    wire fault;
    wire scan_taken;
    wire [127:0] scan_key;
    wire [23:0] scan_row;
    key_unit kernel (.*);

    wire [15:0] map_slots;
    wire place_write;
    wire pop;
    wire free;
    wire keeps;
    wire finishes;
    wire go_1;
    wire go_2;
    wire go_3;
    wire [2:0] operation_1;
    wire [2:0] operation_2;
    wire [2:0] operation_3;

    // Whether a change was permitted one, two, three cycles ago.
    reg may_1 = 0;
    reg may_2 = 0;
    reg may_3 = 0;

    always @(posedge clock) begin
        if (map_slots != 0) assert (clear || may_2 || may_3);
        if (place_write) assert (may_3);
        if (opened) assert (may_3);
        if (pop || free) assert (may_2);
        if (closing) assert (may_2);
        if (member_read) assert (may_1);
        assert (finishes == (finish || reset));
        assert (keeps == ((permit || permit_effects) && !reset));

        if (go_1 && operation_1 != LOOKUP) assert (may_1);
        if (go_2 && operation_2 != LOOKUP) assert (may_2);
        if (go_3 && operation_3 != LOOKUP) assert (may_3);

        may_1 <= live && (permit || effects && permit_effects) && !reset;
        may_2 <= may_1;
        may_3 <= may_2;
    end
endmodule
