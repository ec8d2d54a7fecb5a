// SPDX-License-Identifier: Apache-2.0
// column_ports: without a permit no port writes or folds anything in any table.
//
// Proven, in every cycle, for any content of the program memories of all eight ports, the slots and
// the predicates, and with resets at any time: in the cycle after one without `live`, or with
// neither `permit` nor `effects` and `permit_effects`, every `write`, `fold` and `level` is zero.
// The effect of a permit is proven by `column_port`.
//
// Assumed: nothing.

module column_ports_proof (
    input wire clock,
    input wire reset,
    input wire live,
    input wire permit,
    input wire effects,
    input wire permit_effects,
    input wire [10:0] address,
    input wire [15:0] program_write,
    input wire [10:0] program_address,
    input wire [63:0] program_data,
    input wire [65:0] row_data_0, row_data_1, row_data_2, row_data_3,
        row_data_4, row_data_5, row_data_6, row_data_7,
    input wire [65:0] value_data_0, value_data_1, value_data_2, value_data_3,
    input wire [65:0] value_data_4, value_data_5, value_data_6, value_data_7,
    input wire [2:0] predicate_data_0, predicate_data_1, predicate_data_2, predicate_data_3,
    input wire [2:0] predicate_data_4, predicate_data_5, predicate_data_6, predicate_data_7
);
    wire [9:0] row_slot_0, row_slot_1, row_slot_2, row_slot_3,
        row_slot_4, row_slot_5, row_slot_6, row_slot_7;
    wire [9:0] value_slot_0, value_slot_1, value_slot_2, value_slot_3;
    wire [9:0] value_slot_4, value_slot_5, value_slot_6, value_slot_7;
    wire [10:0] predicate_0, predicate_1, predicate_2, predicate_3,
        predicate_4, predicate_5, predicate_6, predicate_7;
    wire [7:0] write_0, write_1, write_2, write_3, write_4, write_5;
    wire [7:0] fold_0, fold_1, level_0, level_1, ask_0, ask_1;
    wire [31:0] columns;
    wire [191:0] rows;
    wire [527:0] values;
    wire [7:0] fold_out;
    wire [7:0] ask_group;
    wire [95:0] ask_words;
    column_ports kernel (.*);

    reg may = 0;

    always @(posedge clock) begin
        if (!may) begin
            assert ((write_0 | write_1 | write_2 | write_3 | write_4 | write_5) == 0);
            assert ((fold_0 | fold_1) == 0);
            assert ((level_0 | level_1) == 0);
        end
        may <= live && (permit || effects && permit_effects) && !reset;
    end
endmodule
