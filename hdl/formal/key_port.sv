// SPDX-License-Identifier: Apache-2.0
// key_port: without a permit nothing but lookups leaves the port; with a permit, everything that
// the program demands does.
//
// Proven, in every cycle, for any content of the program memories, slots and predicates, and with
// resets at any time, of two ports with the same program and the same inputs, of which one always
// has a permit:
//  * the permit of a word without the gate of a reject is `permit`; that of a word with it is
//    `permit_effects` while `effects` is high;
//  * without its permit, `go` is low except for a lookup, which changes nothing; with the gate of a
//    reject and without `effects` nothing is done at all;
//  * with its permit, and for every lookup, `go` is the same for both ports;
//  * key, row, target and tag are always the same, and the operation if it is done at all. So the
//    permit decides only whether an operation that changes something takes place, and decides it in
//    the same way for all of them.
//
// Assumed: the memories of both ports yield the same words, whatever these are. They are written
// together.
//
// Internal signals used: the words that the memories yield, one wire for each memory and port.

module key_port_proof (
    input wire clock,
    input wire reset,
    input wire live,
    input wire permit,
    input wire effects,
    input wire permit_effects,
    input wire [10:0] address,
    input wire [5:0] program_write,
    input wire [10:0] program_address,
    input wire [63:0] program_data,
    input wire [65:0] slot_data_0,
    input wire [65:0] slot_data_1,
    input wire [65:0] slot_data_2,
    input wire [65:0] slot_data_3,
    input wire [65:0] row_data,
    input wire [2:0] predicate_data
);
    localparam LOOKUP = 1;
    localparam GATE = 56;
    wire [2:0] operation;
    wire go;
    wire [127:0] key;
    wire [23:0] row;
    wire [9:0] dst;
    wire [1:0] tag;
    key_port kernel (
        .clock(clock),
        .reset(reset),
        .live(live),
        .permit(permit),
        .effects(effects),
        .permit_effects(permit_effects),
        .address(address),
        .program_write(program_write),
        .program_address(program_address),
        .program_data(program_data),
        .slot_data_0(slot_data_0),
        .slot_data_1(slot_data_1),
        .slot_data_2(slot_data_2),
        .slot_data_3(slot_data_3),
        .row_data(row_data),
        .predicate_data(predicate_data),
        .operation(operation),
        .go(go),
        .key(key),
        .row(row),
        .dst(dst),
        .tag(tag)
    );

    wire [2:0] operation_permitted;
    wire go_permitted;
    wire [127:0] key_permitted;
    wire [23:0] row_permitted;
    wire [9:0] dst_permitted;
    wire [1:0] tag_permitted;
    key_port permitted (
        .clock(clock),
        .reset(reset),
        .live(live),
        .permit(1'b1),
        .effects(1'b1),
        .permit_effects(1'b1),
        .address(address),
        .program_write(program_write),
        .program_address(program_address),
        .program_data(program_data),
        .slot_data_0(slot_data_0),
        .slot_data_1(slot_data_1),
        .slot_data_2(slot_data_2),
        .slot_data_3(slot_data_3),
        .row_data(row_data),
        .predicate_data(predicate_data),
        .operation(operation_permitted),
        .go(go_permitted),
        .key(key_permitted),
        .row(row_permitted),
        .dst(dst_permitted),
        .tag(tag_permitted)
    );

    wire [63:0] operations;
    wire [63:0] operands;
    wire [63:0] constants_0;
    wire [63:0] constants_1;
    wire [63:0] constants_2;
    wire [63:0] constants_3;
    wire [63:0] operations_permitted;
    wire [63:0] operands_permitted;
    wire [63:0] constants_0_permitted;
    wire [63:0] constants_1_permitted;
    wire [63:0] constants_2_permitted;
    wire [63:0] constants_3_permitted;

    // What the last word may do, by its gate.
    reg took_place = 0;
    reg may_change = 0;

    always @(posedge clock) begin
        assume (operations == operations_permitted);
        assume (operands == operands_permitted);
        assume (constants_0 == constants_0_permitted);
        assume (constants_1 == constants_1_permitted);
        assume (constants_2 == constants_2_permitted);
        assume (constants_3 == constants_3_permitted);

        assert (operation == (took_place ? operation_permitted : 0));
        assert (go == (go_permitted && (may_change || took_place && operation == LOOKUP)));
        assert (key == key_permitted);
        assert (row == row_permitted);
        assert (dst == dst_permitted);
        assert (tag == tag_permitted);

        took_place <= !operations[GATE] || effects;
        may_change <= operations[GATE] ? effects && permit_effects : permit;
    end
endmodule
