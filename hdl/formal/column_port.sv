// SPDX-License-Identifier: Apache-2.0
// column_port: without a permit nothing is written or folded; with a permit, everything that the
// program demands is.
//
// Proven, in every cycle, for any content of the program memories, slots and predicates, and with
// resets at any time, of two ports with the same program and the same inputs, of which one always
// has a permit:
//  * the permit of a word without the gate of a reject is `permit`; that of a word with it is
//    `permit_effects` while `effects` is high;
//  * without its permit, `write`, `fold` and `level` are zero;
//  * with its permit, they are the same for both ports;
//  * questions are the same, except that one with the gate of a reject is not asked without
//    `effects`;
//  * all outputs that accompany questions, writes and folds are always the same.
//
// Assumed: the memories of both ports yield the same words, whatever these are. They are written
// together.
//
// Internal signals used: the words that the memories yield, one wire for each memory and port.

module column_port_proof (
    input wire clock,
    input wire reset,
    input wire live,
    input wire permit,
    input wire effects,
    input wire permit_effects,
    input wire [10:0] address,
    input wire [1:0] program_write,
    input wire [10:0] program_address,
    input wire [63:0] program_data,
    input wire [65:0] row_data,
    input wire [65:0] value_data,
    input wire [2:0] predicate_data
);
    localparam GATE = 53;
    wire [5:0] write;
    wire [1:0] fold;
    wire [1:0] level;
    wire [1:0] ask;
    wire ask_group;
    wire [11:0] ask_word;
    wire fold_out;
    wire [3:0] column;
    wire [23:0] row;
    wire [65:0] value;
    column_port kernel (
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
        .row_data(row_data),
        .value_data(value_data),
        .predicate_data(predicate_data),
        .write(write),
        .fold(fold),
        .level(level),
        .ask(ask),
        .ask_group(ask_group),
        .ask_word(ask_word),
        .fold_out(fold_out),
        .column(column),
        .row(row),
        .value(value)
    );

    wire [5:0] write_permitted;
    wire [1:0] fold_permitted;
    wire [1:0] level_permitted;
    wire [1:0] ask_permitted;
    wire ask_group_permitted;
    wire [11:0] ask_word_permitted;
    wire fold_out_permitted;
    wire [3:0] column_permitted;
    wire [23:0] row_permitted;
    wire [65:0] value_permitted;
    column_port permitted (
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
        .row_data(row_data),
        .value_data(value_data),
        .predicate_data(predicate_data),
        .write(write_permitted),
        .fold(fold_permitted),
        .level(level_permitted),
        .ask(ask_permitted),
        .ask_group(ask_group_permitted),
        .ask_word(ask_word_permitted),
        .fold_out(fold_out_permitted),
        .column(column_permitted),
        .row(row_permitted),
        .value(value_permitted)
    );

    wire [63:0] operations;
    wire [63:0] constants;
    wire [63:0] operations_permitted;
    wire [63:0] constants_permitted;

    // What the last word may do, by its gate.
    reg took_place = 0;
    reg may_change = 0;

    always @(posedge clock) begin
        assume (operations == operations_permitted);
        assume (constants == constants_permitted);

        assert (write == (may_change ? write_permitted : 0));
        assert (fold == (may_change ? fold_permitted : 0));
        assert (level == (may_change ? level_permitted : 0));
        assert (ask == (took_place ? ask_permitted : 0));
        assert (ask_group == ask_group_permitted);
        assert (ask_word == ask_word_permitted);
        assert (fold_out == fold_out_permitted);
        assert (column == column_permitted);
        assert (row == row_permitted);
        assert (value == value_permitted);

        took_place <= !operations[GATE] || effects;
        may_change <= operations[GATE] ? effects && permit_effects : permit;
    end
endmodule
