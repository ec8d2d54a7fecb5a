// SPDX-License-Identifier: Apache-2.0
// column_ports: all write ports of columns, and what they present to each table unit
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module column_ports_constants (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [10:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [63:0] write_data,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [10:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [63:0] read_data
);
    reg [63:0] words [0:2047];
    reg [63:0] fetched;

    always @(posedge clock) begin
        fetched <= words[read_address];
        read_data <= fetched;
        if (write) begin
            words[write_address] <= write_data;
        end
    end
endmodule

module column_ports_ports (
    input wire clock,
    input wire reset,
    input wire live,
    input wire permit,
    input wire effects,
    input wire permit_effects,
    input wire [10:0] address,
    input wire [1:0] program_write,
    input wire [10:0] program_address,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [63:0] program_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] row_slot,
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] value_slot,
    input wire [65:0] value_data,
    output wire [10:0] predicate,
    input wire [2:0] predicate_data,
    output wire [5:0] write,
    output wire [1:0] fold,
    output wire [1:0] level,
    output wire [1:0] ask,
    output wire ask_group,
    output wire [11:0] ask_word,
    output wire fold_out,
    output wire [3:0] column,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    output wire [23:0] row,
    // verilator lint_on UNUSEDSIGNAL
    output wire [65:0] value
);
    wire operations_clock;
    wire operations_write;
    wire [10:0] operations_write_address;
    wire [63:0] operations_write_data;
    wire [10:0] operations_read_address;
    wire [63:0] operations_read_data;
    wire constants_clock;
    wire constants_write;
    wire [10:0] constants_write_address;
    wire [63:0] constants_write_data;
    wire [10:0] constants_read_address;
    wire [63:0] constants_read_data;
    reg [5:0] write_q_q;
    reg [1:0] fold_q_q;
    reg [1:0] level_q_q;
    reg [1:0] ask_q_q;
    reg ask_open_q_q;
    reg ask_group_q_q;
    reg [2:0] ask_truth_q_q;
    reg [7:0] ask_entry_q_q;
    reg fold_out_q_q;
    reg [3:0] column_q_q;
    reg [23:0] row_q_q;
    reg [65:0] value_q_q;

    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] word;
    // verilator lint_on UNUSEDSIGNAL
    reg [65:0] operand;
    reg enabled;
    reg may_change;
    wire takes_place;
    // A register has 32 bits, a target fewer.
    // verilator lint_off UNUSEDSIGNAL
    wire [7:0] target;
    // verilator lint_on UNUSEDSIGNAL
    wire [1:0] row_tag;
    reg [1:0] worst;

    column_ports_constants operations(
        .clock(operations_clock),
        .write(operations_write),
        .write_address(operations_write_address),
        .write_data(operations_write_data),
        .read_address(operations_read_address),
        .read_data(operations_read_data)
    );
    column_ports_constants constants(
        .clock(constants_clock),
        .write(constants_write),
        .write_address(constants_write_address),
        .write_data(constants_write_data),
        .read_address(constants_read_address),
        .read_data(constants_read_data)
    );

    assign operations_clock = clock;
    assign operations_read_address = address;
    assign operations_write = program_write[0];
    assign operations_write_address = program_address;
    assign operations_write_data = program_data;
    assign constants_clock = clock;
    assign constants_read_address = address;
    assign constants_write = program_write[1];
    assign constants_write_address = program_address;
    assign constants_write_data = program_data;
    assign word = operations_read_data;
    assign row_slot = word[18:9];
    assign value_slot = word[28:19];
    assign predicate = word[42:32];

    always @(*) begin
        operand = value_data;
        if (word[29]) begin
            operand = 66'(constants_read_data) | (66'(word[31:30]) << 64);
        end
    end

    always @(*) begin
        enabled = live;
        may_change = live & permit;
        if (word[53]) begin
            enabled = live & effects;
            may_change = live & effects & permit_effects;
        end
    end

    assign takes_place = may_change & ~|row_data[65:64] & (~word[43] | (predicate_data == 1));
    assign target = 8'(1) << word[4:2];
    assign row_tag = row_data[65:64];

    always @(*) begin
        worst = row_tag;
        if (operand[65:64] > row_tag) begin
            worst = operand[65:64];
        end
    end

    assign write = write_q_q;
    assign fold = fold_q_q;
    assign level = level_q_q;
    assign ask = ask_q_q;
    assign ask_group = ask_group_q_q;
    assign ask_word = 12'(ask_entry_q_q) | (12'(ask_truth_q_q) << 8) | (12'(ask_open_q_q) << 11);
    assign fold_out = fold_out_q_q;
    assign column = column_q_q;
    assign row = row_q_q;
    assign value = value_q_q;

    initial begin
        write_q_q = 0;
        fold_q_q = 0;
        level_q_q = 0;
        ask_q_q = 0;
        ask_open_q_q = 0;
        ask_group_q_q = 0;
        ask_truth_q_q = 0;
        ask_entry_q_q = 0;
        fold_out_q_q = 0;
        column_q_q = 0;
        row_q_q = 0;
        value_q_q = 0;
    end

    always @(posedge clock) begin
        ask_group_q_q <= row_tag == 0;
        ask_entry_q_q <= word[52:45];
        fold_out_q_q <= word[0];
        column_q_q <= word[8:5];
        row_q_q <= row_data[23:0];
        value_q_q <= operand;
    end

    always @(posedge clock) begin
        write_q_q <= 0;
        fold_q_q <= 0;
        level_q_q <= 0;
        if (takes_place) begin
            if ((word[1:0] == 1) & ~operand[65]) begin
                write_q_q <= target[5:0];
            end
            if (word[1] & ~|operand[65:64]) begin
                fold_q_q <= target[7:6];
                if (word[8:5] > 4) begin
                    fold_q_q <= 0;
                    level_q_q <= target[7:6];
                end
            end
        end
        ask_q_q <= 0;
        if (enabled & word[44]) begin
            ask_q_q <= target[7:6];
        end
        if (reset) begin
            write_q_q <= 0;
            fold_q_q <= 0;
            level_q_q <= 0;
            ask_q_q <= 0;
        end
    end

    always @(posedge clock) begin
        ask_open_q_q <= 1'b0;
        ask_truth_q_q <= 1;
        if (~word[43] | (predicate_data == 1)) begin
            ask_open_q_q <= ~worst[1] & ~|operand[65:64];
            if (worst == 2) begin
                ask_truth_q_q <= 3;
            end
            if (worst == 3) begin
                ask_truth_q_q <= 4;
            end
        end
        else if (predicate_data > 2) begin
            ask_truth_q_q <= predicate_data;
        end
    end
endmodule

module column_ports_all_columns (
    input wire [3:0] part_0,
    input wire [3:0] part_1,
    input wire [3:0] part_2,
    input wire [3:0] part_3,
    input wire [3:0] part_4,
    input wire [3:0] part_5,
    input wire [3:0] part_6,
    input wire [3:0] part_7,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    output wire [31:0] word
    // verilator lint_on UNUSEDSIGNAL
);
    assign word = {part_7, part_6, part_5, part_4, part_3, part_2, part_1, part_0};
endmodule

module column_ports_all_rows (
    input wire [23:0] part_0,
    input wire [23:0] part_1,
    input wire [23:0] part_2,
    input wire [23:0] part_3,
    input wire [23:0] part_4,
    input wire [23:0] part_5,
    input wire [23:0] part_6,
    input wire [23:0] part_7,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    output wire [191:0] word
    // verilator lint_on UNUSEDSIGNAL
);
    assign word = {part_7, part_6, part_5, part_4, part_3, part_2, part_1, part_0};
endmodule

module column_ports_all_values (
    input wire [65:0] part_0,
    input wire [65:0] part_1,
    input wire [65:0] part_2,
    input wire [65:0] part_3,
    input wire [65:0] part_4,
    input wire [65:0] part_5,
    input wire [65:0] part_6,
    input wire [65:0] part_7,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    output wire [527:0] word
    // verilator lint_on UNUSEDSIGNAL
);
    assign word = {part_7, part_6, part_5, part_4, part_3, part_2, part_1, part_0};
endmodule

module column_ports_folds (
    input wire [1:0] from_0,
    input wire [1:0] from_1,
    input wire [1:0] from_2,
    input wire [1:0] from_3,
    input wire [1:0] from_4,
    input wire [1:0] from_5,
    input wire [1:0] from_6,
    input wire [1:0] from_7,
    output wire [7:0] to_0,
    output wire [7:0] to_1
);
    assign to_0 = {from_7[0], from_6[0], from_5[0], from_4[0], from_3[0], from_2[0], from_1[0], from_0[0]};
    assign to_1 = {from_7[1], from_6[1], from_5[1], from_4[1], from_3[1], from_2[1], from_1[1], from_0[1]};
endmodule

module column_ports_groups (
    input wire part_0,
    input wire part_1,
    input wire part_2,
    input wire part_3,
    input wire part_4,
    input wire part_5,
    input wire part_6,
    input wire part_7,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    output wire [7:0] word
    // verilator lint_on UNUSEDSIGNAL
);
    assign word = {part_7, part_6, part_5, part_4, part_3, part_2, part_1, part_0};
endmodule

module column_ports_words (
    input wire [11:0] part_0,
    input wire [11:0] part_1,
    input wire [11:0] part_2,
    input wire [11:0] part_3,
    input wire [11:0] part_4,
    input wire [11:0] part_5,
    input wire [11:0] part_6,
    input wire [11:0] part_7,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    output wire [95:0] word
    // verilator lint_on UNUSEDSIGNAL
);
    assign word = {part_7, part_6, part_5, part_4, part_3, part_2, part_1, part_0};
endmodule

module column_ports_writes (
    input wire [5:0] from_0,
    input wire [5:0] from_1,
    input wire [5:0] from_2,
    input wire [5:0] from_3,
    input wire [5:0] from_4,
    input wire [5:0] from_5,
    input wire [5:0] from_6,
    input wire [5:0] from_7,
    output wire [7:0] to_0,
    output wire [7:0] to_1,
    output wire [7:0] to_2,
    output wire [7:0] to_3,
    output wire [7:0] to_4,
    output wire [7:0] to_5
);
    assign to_0 = {from_7[0], from_6[0], from_5[0], from_4[0], from_3[0], from_2[0], from_1[0], from_0[0]};
    assign to_1 = {from_7[1], from_6[1], from_5[1], from_4[1], from_3[1], from_2[1], from_1[1], from_0[1]};
    assign to_2 = {from_7[2], from_6[2], from_5[2], from_4[2], from_3[2], from_2[2], from_1[2], from_0[2]};
    assign to_3 = {from_7[3], from_6[3], from_5[3], from_4[3], from_3[3], from_2[3], from_1[3], from_0[3]};
    assign to_4 = {from_7[4], from_6[4], from_5[4], from_4[4], from_3[4], from_2[4], from_1[4], from_0[4]};
    assign to_5 = {from_7[5], from_6[5], from_5[5], from_4[5], from_3[5], from_2[5], from_1[5], from_0[5]};
endmodule

module column_ports (
    input wire clock,
    input wire reset,
    input wire live,
    input wire permit,
    input wire effects,
    input wire permit_effects,
    input wire [10:0] address,
    input wire [15:0] program_write,
    input wire [10:0] program_address,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [63:0] program_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] row_slot_0,
    output wire [9:0] row_slot_1,
    output wire [9:0] row_slot_2,
    output wire [9:0] row_slot_3,
    output wire [9:0] row_slot_4,
    output wire [9:0] row_slot_5,
    output wire [9:0] row_slot_6,
    output wire [9:0] row_slot_7,
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data_0,
    // verilator lint_on UNUSEDSIGNAL
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data_1,
    // verilator lint_on UNUSEDSIGNAL
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data_2,
    // verilator lint_on UNUSEDSIGNAL
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data_3,
    // verilator lint_on UNUSEDSIGNAL
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data_4,
    // verilator lint_on UNUSEDSIGNAL
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data_5,
    // verilator lint_on UNUSEDSIGNAL
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data_6,
    // verilator lint_on UNUSEDSIGNAL
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data_7,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] value_slot_0,
    output wire [9:0] value_slot_1,
    output wire [9:0] value_slot_2,
    output wire [9:0] value_slot_3,
    output wire [9:0] value_slot_4,
    output wire [9:0] value_slot_5,
    output wire [9:0] value_slot_6,
    output wire [9:0] value_slot_7,
    input wire [65:0] value_data_0,
    input wire [65:0] value_data_1,
    input wire [65:0] value_data_2,
    input wire [65:0] value_data_3,
    input wire [65:0] value_data_4,
    input wire [65:0] value_data_5,
    input wire [65:0] value_data_6,
    input wire [65:0] value_data_7,
    output wire [10:0] predicate_0,
    output wire [10:0] predicate_1,
    output wire [10:0] predicate_2,
    output wire [10:0] predicate_3,
    output wire [10:0] predicate_4,
    output wire [10:0] predicate_5,
    output wire [10:0] predicate_6,
    output wire [10:0] predicate_7,
    input wire [2:0] predicate_data_0,
    input wire [2:0] predicate_data_1,
    input wire [2:0] predicate_data_2,
    input wire [2:0] predicate_data_3,
    input wire [2:0] predicate_data_4,
    input wire [2:0] predicate_data_5,
    input wire [2:0] predicate_data_6,
    input wire [2:0] predicate_data_7,
    output wire [7:0] write_0,
    output wire [7:0] write_1,
    output wire [7:0] write_2,
    output wire [7:0] write_3,
    output wire [7:0] write_4,
    output wire [7:0] write_5,
    output wire [7:0] fold_0,
    output wire [7:0] fold_1,
    output wire [7:0] level_0,
    output wire [7:0] level_1,
    output wire [7:0] ask_0,
    output wire [7:0] ask_1,
    output wire [31:0] columns,
    output wire [191:0] rows,
    output wire [527:0] values,
    output wire [7:0] fold_out,
    output wire [7:0] ask_group,
    output wire [95:0] ask_words
);
    wire ports_0_clock;
    wire ports_0_reset;
    wire ports_0_live;
    wire ports_0_permit;
    wire ports_0_effects;
    wire ports_0_permit_effects;
    wire [10:0] ports_0_address;
    reg [1:0] ports_0_program_write;
    wire [10:0] ports_0_program_address;
    wire [63:0] ports_0_program_data;
    wire [9:0] ports_0_row_slot;
    wire [65:0] ports_0_row_data;
    wire [9:0] ports_0_value_slot;
    wire [65:0] ports_0_value_data;
    wire [10:0] ports_0_predicate;
    wire [2:0] ports_0_predicate_data;
    wire [5:0] ports_0_write;
    wire [1:0] ports_0_fold;
    wire [1:0] ports_0_level;
    wire [1:0] ports_0_ask;
    wire ports_0_ask_group;
    wire [11:0] ports_0_ask_word;
    wire ports_0_fold_out;
    wire [3:0] ports_0_column;
    wire [23:0] ports_0_row;
    wire [65:0] ports_0_value;
    wire ports_1_clock;
    wire ports_1_reset;
    wire ports_1_live;
    wire ports_1_permit;
    wire ports_1_effects;
    wire ports_1_permit_effects;
    wire [10:0] ports_1_address;
    reg [1:0] ports_1_program_write;
    wire [10:0] ports_1_program_address;
    wire [63:0] ports_1_program_data;
    wire [9:0] ports_1_row_slot;
    wire [65:0] ports_1_row_data;
    wire [9:0] ports_1_value_slot;
    wire [65:0] ports_1_value_data;
    wire [10:0] ports_1_predicate;
    wire [2:0] ports_1_predicate_data;
    wire [5:0] ports_1_write;
    wire [1:0] ports_1_fold;
    wire [1:0] ports_1_level;
    wire [1:0] ports_1_ask;
    wire ports_1_ask_group;
    wire [11:0] ports_1_ask_word;
    wire ports_1_fold_out;
    wire [3:0] ports_1_column;
    wire [23:0] ports_1_row;
    wire [65:0] ports_1_value;
    wire ports_2_clock;
    wire ports_2_reset;
    wire ports_2_live;
    wire ports_2_permit;
    wire ports_2_effects;
    wire ports_2_permit_effects;
    wire [10:0] ports_2_address;
    reg [1:0] ports_2_program_write;
    wire [10:0] ports_2_program_address;
    wire [63:0] ports_2_program_data;
    wire [9:0] ports_2_row_slot;
    wire [65:0] ports_2_row_data;
    wire [9:0] ports_2_value_slot;
    wire [65:0] ports_2_value_data;
    wire [10:0] ports_2_predicate;
    wire [2:0] ports_2_predicate_data;
    wire [5:0] ports_2_write;
    wire [1:0] ports_2_fold;
    wire [1:0] ports_2_level;
    wire [1:0] ports_2_ask;
    wire ports_2_ask_group;
    wire [11:0] ports_2_ask_word;
    wire ports_2_fold_out;
    wire [3:0] ports_2_column;
    wire [23:0] ports_2_row;
    wire [65:0] ports_2_value;
    wire ports_3_clock;
    wire ports_3_reset;
    wire ports_3_live;
    wire ports_3_permit;
    wire ports_3_effects;
    wire ports_3_permit_effects;
    wire [10:0] ports_3_address;
    reg [1:0] ports_3_program_write;
    wire [10:0] ports_3_program_address;
    wire [63:0] ports_3_program_data;
    wire [9:0] ports_3_row_slot;
    wire [65:0] ports_3_row_data;
    wire [9:0] ports_3_value_slot;
    wire [65:0] ports_3_value_data;
    wire [10:0] ports_3_predicate;
    wire [2:0] ports_3_predicate_data;
    wire [5:0] ports_3_write;
    wire [1:0] ports_3_fold;
    wire [1:0] ports_3_level;
    wire [1:0] ports_3_ask;
    wire ports_3_ask_group;
    wire [11:0] ports_3_ask_word;
    wire ports_3_fold_out;
    wire [3:0] ports_3_column;
    wire [23:0] ports_3_row;
    wire [65:0] ports_3_value;
    wire ports_4_clock;
    wire ports_4_reset;
    wire ports_4_live;
    wire ports_4_permit;
    wire ports_4_effects;
    wire ports_4_permit_effects;
    wire [10:0] ports_4_address;
    reg [1:0] ports_4_program_write;
    wire [10:0] ports_4_program_address;
    wire [63:0] ports_4_program_data;
    wire [9:0] ports_4_row_slot;
    wire [65:0] ports_4_row_data;
    wire [9:0] ports_4_value_slot;
    wire [65:0] ports_4_value_data;
    wire [10:0] ports_4_predicate;
    wire [2:0] ports_4_predicate_data;
    wire [5:0] ports_4_write;
    wire [1:0] ports_4_fold;
    wire [1:0] ports_4_level;
    wire [1:0] ports_4_ask;
    wire ports_4_ask_group;
    wire [11:0] ports_4_ask_word;
    wire ports_4_fold_out;
    wire [3:0] ports_4_column;
    wire [23:0] ports_4_row;
    wire [65:0] ports_4_value;
    wire ports_5_clock;
    wire ports_5_reset;
    wire ports_5_live;
    wire ports_5_permit;
    wire ports_5_effects;
    wire ports_5_permit_effects;
    wire [10:0] ports_5_address;
    reg [1:0] ports_5_program_write;
    wire [10:0] ports_5_program_address;
    wire [63:0] ports_5_program_data;
    wire [9:0] ports_5_row_slot;
    wire [65:0] ports_5_row_data;
    wire [9:0] ports_5_value_slot;
    wire [65:0] ports_5_value_data;
    wire [10:0] ports_5_predicate;
    wire [2:0] ports_5_predicate_data;
    wire [5:0] ports_5_write;
    wire [1:0] ports_5_fold;
    wire [1:0] ports_5_level;
    wire [1:0] ports_5_ask;
    wire ports_5_ask_group;
    wire [11:0] ports_5_ask_word;
    wire ports_5_fold_out;
    wire [3:0] ports_5_column;
    wire [23:0] ports_5_row;
    wire [65:0] ports_5_value;
    wire ports_6_clock;
    wire ports_6_reset;
    wire ports_6_live;
    wire ports_6_permit;
    wire ports_6_effects;
    wire ports_6_permit_effects;
    wire [10:0] ports_6_address;
    reg [1:0] ports_6_program_write;
    wire [10:0] ports_6_program_address;
    wire [63:0] ports_6_program_data;
    wire [9:0] ports_6_row_slot;
    wire [65:0] ports_6_row_data;
    wire [9:0] ports_6_value_slot;
    wire [65:0] ports_6_value_data;
    wire [10:0] ports_6_predicate;
    wire [2:0] ports_6_predicate_data;
    wire [5:0] ports_6_write;
    wire [1:0] ports_6_fold;
    wire [1:0] ports_6_level;
    wire [1:0] ports_6_ask;
    wire ports_6_ask_group;
    wire [11:0] ports_6_ask_word;
    wire ports_6_fold_out;
    wire [3:0] ports_6_column;
    wire [23:0] ports_6_row;
    wire [65:0] ports_6_value;
    wire ports_7_clock;
    wire ports_7_reset;
    wire ports_7_live;
    wire ports_7_permit;
    wire ports_7_effects;
    wire ports_7_permit_effects;
    wire [10:0] ports_7_address;
    reg [1:0] ports_7_program_write;
    wire [10:0] ports_7_program_address;
    wire [63:0] ports_7_program_data;
    wire [9:0] ports_7_row_slot;
    wire [65:0] ports_7_row_data;
    wire [9:0] ports_7_value_slot;
    wire [65:0] ports_7_value_data;
    wire [10:0] ports_7_predicate;
    wire [2:0] ports_7_predicate_data;
    wire [5:0] ports_7_write;
    wire [1:0] ports_7_fold;
    wire [1:0] ports_7_level;
    wire [1:0] ports_7_ask;
    wire ports_7_ask_group;
    wire [11:0] ports_7_ask_word;
    wire ports_7_fold_out;
    wire [3:0] ports_7_column;
    wire [23:0] ports_7_row;
    wire [65:0] ports_7_value;
    wire [5:0] writes_from_0;
    wire [5:0] writes_from_1;
    wire [5:0] writes_from_2;
    wire [5:0] writes_from_3;
    wire [5:0] writes_from_4;
    wire [5:0] writes_from_5;
    wire [5:0] writes_from_6;
    wire [5:0] writes_from_7;
    wire [7:0] writes_to_0;
    wire [7:0] writes_to_1;
    wire [7:0] writes_to_2;
    wire [7:0] writes_to_3;
    wire [7:0] writes_to_4;
    wire [7:0] writes_to_5;
    wire [1:0] folds_from_0;
    wire [1:0] folds_from_1;
    wire [1:0] folds_from_2;
    wire [1:0] folds_from_3;
    wire [1:0] folds_from_4;
    wire [1:0] folds_from_5;
    wire [1:0] folds_from_6;
    wire [1:0] folds_from_7;
    wire [7:0] folds_to_0;
    wire [7:0] folds_to_1;
    wire [1:0] folds_of_levels_from_0;
    wire [1:0] folds_of_levels_from_1;
    wire [1:0] folds_of_levels_from_2;
    wire [1:0] folds_of_levels_from_3;
    wire [1:0] folds_of_levels_from_4;
    wire [1:0] folds_of_levels_from_5;
    wire [1:0] folds_of_levels_from_6;
    wire [1:0] folds_of_levels_from_7;
    wire [7:0] folds_of_levels_to_0;
    wire [7:0] folds_of_levels_to_1;
    wire [1:0] questions_from_0;
    wire [1:0] questions_from_1;
    wire [1:0] questions_from_2;
    wire [1:0] questions_from_3;
    wire [1:0] questions_from_4;
    wire [1:0] questions_from_5;
    wire [1:0] questions_from_6;
    wire [1:0] questions_from_7;
    wire [7:0] questions_to_0;
    wire [7:0] questions_to_1;
    wire [3:0] all_columns_part_0;
    wire [3:0] all_columns_part_1;
    wire [3:0] all_columns_part_2;
    wire [3:0] all_columns_part_3;
    wire [3:0] all_columns_part_4;
    wire [3:0] all_columns_part_5;
    wire [3:0] all_columns_part_6;
    wire [3:0] all_columns_part_7;
    wire [31:0] all_columns_word;
    wire [23:0] all_rows_part_0;
    wire [23:0] all_rows_part_1;
    wire [23:0] all_rows_part_2;
    wire [23:0] all_rows_part_3;
    wire [23:0] all_rows_part_4;
    wire [23:0] all_rows_part_5;
    wire [23:0] all_rows_part_6;
    wire [23:0] all_rows_part_7;
    wire [191:0] all_rows_word;
    wire [65:0] all_values_part_0;
    wire [65:0] all_values_part_1;
    wire [65:0] all_values_part_2;
    wire [65:0] all_values_part_3;
    wire [65:0] all_values_part_4;
    wire [65:0] all_values_part_5;
    wire [65:0] all_values_part_6;
    wire [65:0] all_values_part_7;
    wire [527:0] all_values_word;
    wire outs_part_0;
    wire outs_part_1;
    wire outs_part_2;
    wire outs_part_3;
    wire outs_part_4;
    wire outs_part_5;
    wire outs_part_6;
    wire outs_part_7;
    wire [7:0] outs_word;
    wire groups_part_0;
    wire groups_part_1;
    wire groups_part_2;
    wire groups_part_3;
    wire groups_part_4;
    wire groups_part_5;
    wire groups_part_6;
    wire groups_part_7;
    wire [7:0] groups_word;
    wire [11:0] words_part_0;
    wire [11:0] words_part_1;
    wire [11:0] words_part_2;
    wire [11:0] words_part_3;
    wire [11:0] words_part_4;
    wire [11:0] words_part_5;
    wire [11:0] words_part_6;
    wire [11:0] words_part_7;
    wire [95:0] words_word;

    column_ports_ports ports_0(
        .clock(ports_0_clock),
        .reset(ports_0_reset),
        .live(ports_0_live),
        .permit(ports_0_permit),
        .effects(ports_0_effects),
        .permit_effects(ports_0_permit_effects),
        .address(ports_0_address),
        .program_write(ports_0_program_write),
        .program_address(ports_0_program_address),
        .program_data(ports_0_program_data),
        .row_slot(ports_0_row_slot),
        .row_data(ports_0_row_data),
        .value_slot(ports_0_value_slot),
        .value_data(ports_0_value_data),
        .predicate(ports_0_predicate),
        .predicate_data(ports_0_predicate_data),
        .write(ports_0_write),
        .fold(ports_0_fold),
        .level(ports_0_level),
        .ask(ports_0_ask),
        .ask_group(ports_0_ask_group),
        .ask_word(ports_0_ask_word),
        .fold_out(ports_0_fold_out),
        .column(ports_0_column),
        .row(ports_0_row),
        .value(ports_0_value)
    );
    column_ports_ports ports_1(
        .clock(ports_1_clock),
        .reset(ports_1_reset),
        .live(ports_1_live),
        .permit(ports_1_permit),
        .effects(ports_1_effects),
        .permit_effects(ports_1_permit_effects),
        .address(ports_1_address),
        .program_write(ports_1_program_write),
        .program_address(ports_1_program_address),
        .program_data(ports_1_program_data),
        .row_slot(ports_1_row_slot),
        .row_data(ports_1_row_data),
        .value_slot(ports_1_value_slot),
        .value_data(ports_1_value_data),
        .predicate(ports_1_predicate),
        .predicate_data(ports_1_predicate_data),
        .write(ports_1_write),
        .fold(ports_1_fold),
        .level(ports_1_level),
        .ask(ports_1_ask),
        .ask_group(ports_1_ask_group),
        .ask_word(ports_1_ask_word),
        .fold_out(ports_1_fold_out),
        .column(ports_1_column),
        .row(ports_1_row),
        .value(ports_1_value)
    );
    column_ports_ports ports_2(
        .clock(ports_2_clock),
        .reset(ports_2_reset),
        .live(ports_2_live),
        .permit(ports_2_permit),
        .effects(ports_2_effects),
        .permit_effects(ports_2_permit_effects),
        .address(ports_2_address),
        .program_write(ports_2_program_write),
        .program_address(ports_2_program_address),
        .program_data(ports_2_program_data),
        .row_slot(ports_2_row_slot),
        .row_data(ports_2_row_data),
        .value_slot(ports_2_value_slot),
        .value_data(ports_2_value_data),
        .predicate(ports_2_predicate),
        .predicate_data(ports_2_predicate_data),
        .write(ports_2_write),
        .fold(ports_2_fold),
        .level(ports_2_level),
        .ask(ports_2_ask),
        .ask_group(ports_2_ask_group),
        .ask_word(ports_2_ask_word),
        .fold_out(ports_2_fold_out),
        .column(ports_2_column),
        .row(ports_2_row),
        .value(ports_2_value)
    );
    column_ports_ports ports_3(
        .clock(ports_3_clock),
        .reset(ports_3_reset),
        .live(ports_3_live),
        .permit(ports_3_permit),
        .effects(ports_3_effects),
        .permit_effects(ports_3_permit_effects),
        .address(ports_3_address),
        .program_write(ports_3_program_write),
        .program_address(ports_3_program_address),
        .program_data(ports_3_program_data),
        .row_slot(ports_3_row_slot),
        .row_data(ports_3_row_data),
        .value_slot(ports_3_value_slot),
        .value_data(ports_3_value_data),
        .predicate(ports_3_predicate),
        .predicate_data(ports_3_predicate_data),
        .write(ports_3_write),
        .fold(ports_3_fold),
        .level(ports_3_level),
        .ask(ports_3_ask),
        .ask_group(ports_3_ask_group),
        .ask_word(ports_3_ask_word),
        .fold_out(ports_3_fold_out),
        .column(ports_3_column),
        .row(ports_3_row),
        .value(ports_3_value)
    );
    column_ports_ports ports_4(
        .clock(ports_4_clock),
        .reset(ports_4_reset),
        .live(ports_4_live),
        .permit(ports_4_permit),
        .effects(ports_4_effects),
        .permit_effects(ports_4_permit_effects),
        .address(ports_4_address),
        .program_write(ports_4_program_write),
        .program_address(ports_4_program_address),
        .program_data(ports_4_program_data),
        .row_slot(ports_4_row_slot),
        .row_data(ports_4_row_data),
        .value_slot(ports_4_value_slot),
        .value_data(ports_4_value_data),
        .predicate(ports_4_predicate),
        .predicate_data(ports_4_predicate_data),
        .write(ports_4_write),
        .fold(ports_4_fold),
        .level(ports_4_level),
        .ask(ports_4_ask),
        .ask_group(ports_4_ask_group),
        .ask_word(ports_4_ask_word),
        .fold_out(ports_4_fold_out),
        .column(ports_4_column),
        .row(ports_4_row),
        .value(ports_4_value)
    );
    column_ports_ports ports_5(
        .clock(ports_5_clock),
        .reset(ports_5_reset),
        .live(ports_5_live),
        .permit(ports_5_permit),
        .effects(ports_5_effects),
        .permit_effects(ports_5_permit_effects),
        .address(ports_5_address),
        .program_write(ports_5_program_write),
        .program_address(ports_5_program_address),
        .program_data(ports_5_program_data),
        .row_slot(ports_5_row_slot),
        .row_data(ports_5_row_data),
        .value_slot(ports_5_value_slot),
        .value_data(ports_5_value_data),
        .predicate(ports_5_predicate),
        .predicate_data(ports_5_predicate_data),
        .write(ports_5_write),
        .fold(ports_5_fold),
        .level(ports_5_level),
        .ask(ports_5_ask),
        .ask_group(ports_5_ask_group),
        .ask_word(ports_5_ask_word),
        .fold_out(ports_5_fold_out),
        .column(ports_5_column),
        .row(ports_5_row),
        .value(ports_5_value)
    );
    column_ports_ports ports_6(
        .clock(ports_6_clock),
        .reset(ports_6_reset),
        .live(ports_6_live),
        .permit(ports_6_permit),
        .effects(ports_6_effects),
        .permit_effects(ports_6_permit_effects),
        .address(ports_6_address),
        .program_write(ports_6_program_write),
        .program_address(ports_6_program_address),
        .program_data(ports_6_program_data),
        .row_slot(ports_6_row_slot),
        .row_data(ports_6_row_data),
        .value_slot(ports_6_value_slot),
        .value_data(ports_6_value_data),
        .predicate(ports_6_predicate),
        .predicate_data(ports_6_predicate_data),
        .write(ports_6_write),
        .fold(ports_6_fold),
        .level(ports_6_level),
        .ask(ports_6_ask),
        .ask_group(ports_6_ask_group),
        .ask_word(ports_6_ask_word),
        .fold_out(ports_6_fold_out),
        .column(ports_6_column),
        .row(ports_6_row),
        .value(ports_6_value)
    );
    column_ports_ports ports_7(
        .clock(ports_7_clock),
        .reset(ports_7_reset),
        .live(ports_7_live),
        .permit(ports_7_permit),
        .effects(ports_7_effects),
        .permit_effects(ports_7_permit_effects),
        .address(ports_7_address),
        .program_write(ports_7_program_write),
        .program_address(ports_7_program_address),
        .program_data(ports_7_program_data),
        .row_slot(ports_7_row_slot),
        .row_data(ports_7_row_data),
        .value_slot(ports_7_value_slot),
        .value_data(ports_7_value_data),
        .predicate(ports_7_predicate),
        .predicate_data(ports_7_predicate_data),
        .write(ports_7_write),
        .fold(ports_7_fold),
        .level(ports_7_level),
        .ask(ports_7_ask),
        .ask_group(ports_7_ask_group),
        .ask_word(ports_7_ask_word),
        .fold_out(ports_7_fold_out),
        .column(ports_7_column),
        .row(ports_7_row),
        .value(ports_7_value)
    );
    column_ports_writes writes(
        .from_0(writes_from_0),
        .from_1(writes_from_1),
        .from_2(writes_from_2),
        .from_3(writes_from_3),
        .from_4(writes_from_4),
        .from_5(writes_from_5),
        .from_6(writes_from_6),
        .from_7(writes_from_7),
        .to_0(writes_to_0),
        .to_1(writes_to_1),
        .to_2(writes_to_2),
        .to_3(writes_to_3),
        .to_4(writes_to_4),
        .to_5(writes_to_5)
    );
    column_ports_folds folds(
        .from_0(folds_from_0),
        .from_1(folds_from_1),
        .from_2(folds_from_2),
        .from_3(folds_from_3),
        .from_4(folds_from_4),
        .from_5(folds_from_5),
        .from_6(folds_from_6),
        .from_7(folds_from_7),
        .to_0(folds_to_0),
        .to_1(folds_to_1)
    );
    column_ports_folds folds_of_levels(
        .from_0(folds_of_levels_from_0),
        .from_1(folds_of_levels_from_1),
        .from_2(folds_of_levels_from_2),
        .from_3(folds_of_levels_from_3),
        .from_4(folds_of_levels_from_4),
        .from_5(folds_of_levels_from_5),
        .from_6(folds_of_levels_from_6),
        .from_7(folds_of_levels_from_7),
        .to_0(folds_of_levels_to_0),
        .to_1(folds_of_levels_to_1)
    );
    column_ports_folds questions(
        .from_0(questions_from_0),
        .from_1(questions_from_1),
        .from_2(questions_from_2),
        .from_3(questions_from_3),
        .from_4(questions_from_4),
        .from_5(questions_from_5),
        .from_6(questions_from_6),
        .from_7(questions_from_7),
        .to_0(questions_to_0),
        .to_1(questions_to_1)
    );
    column_ports_all_columns all_columns(
        .part_0(all_columns_part_0),
        .part_1(all_columns_part_1),
        .part_2(all_columns_part_2),
        .part_3(all_columns_part_3),
        .part_4(all_columns_part_4),
        .part_5(all_columns_part_5),
        .part_6(all_columns_part_6),
        .part_7(all_columns_part_7),
        .word(all_columns_word)
    );
    column_ports_all_rows all_rows(
        .part_0(all_rows_part_0),
        .part_1(all_rows_part_1),
        .part_2(all_rows_part_2),
        .part_3(all_rows_part_3),
        .part_4(all_rows_part_4),
        .part_5(all_rows_part_5),
        .part_6(all_rows_part_6),
        .part_7(all_rows_part_7),
        .word(all_rows_word)
    );
    column_ports_all_values all_values(
        .part_0(all_values_part_0),
        .part_1(all_values_part_1),
        .part_2(all_values_part_2),
        .part_3(all_values_part_3),
        .part_4(all_values_part_4),
        .part_5(all_values_part_5),
        .part_6(all_values_part_6),
        .part_7(all_values_part_7),
        .word(all_values_word)
    );
    column_ports_groups outs(
        .part_0(outs_part_0),
        .part_1(outs_part_1),
        .part_2(outs_part_2),
        .part_3(outs_part_3),
        .part_4(outs_part_4),
        .part_5(outs_part_5),
        .part_6(outs_part_6),
        .part_7(outs_part_7),
        .word(outs_word)
    );
    column_ports_groups groups(
        .part_0(groups_part_0),
        .part_1(groups_part_1),
        .part_2(groups_part_2),
        .part_3(groups_part_3),
        .part_4(groups_part_4),
        .part_5(groups_part_5),
        .part_6(groups_part_6),
        .part_7(groups_part_7),
        .word(groups_word)
    );
    column_ports_words words(
        .part_0(words_part_0),
        .part_1(words_part_1),
        .part_2(words_part_2),
        .part_3(words_part_3),
        .part_4(words_part_4),
        .part_5(words_part_5),
        .part_6(words_part_6),
        .part_7(words_part_7),
        .word(words_word)
    );

    assign ports_0_clock = clock;
    assign ports_0_reset = reset;
    assign ports_0_live = live;
    assign ports_0_permit = permit;
    assign ports_0_effects = effects;
    assign ports_0_permit_effects = permit_effects;
    assign ports_0_address = address;

    always @(*) begin
        ports_0_program_write = 0;
        if (program_write[2 * 0]) begin
            ports_0_program_write = 1;
        end
        if (program_write[2 * 0 + 1]) begin
            ports_0_program_write = 2;
        end
    end

    assign ports_0_program_address = program_address;
    assign ports_0_program_data = program_data;
    assign row_slot_0 = ports_0_row_slot;
    assign ports_0_row_data = row_data_0;
    assign value_slot_0 = ports_0_value_slot;
    assign ports_0_value_data = value_data_0;
    assign predicate_0 = ports_0_predicate;
    assign ports_0_predicate_data = predicate_data_0;
    assign writes_from_0 = ports_0_write;
    assign folds_from_0 = ports_0_fold;
    assign folds_of_levels_from_0 = ports_0_level;
    assign questions_from_0 = ports_0_ask;
    assign all_columns_part_0 = ports_0_column;
    assign all_rows_part_0 = ports_0_row;
    assign all_values_part_0 = ports_0_value;
    assign outs_part_0 = ports_0_fold_out;
    assign groups_part_0 = ports_0_ask_group;
    assign words_part_0 = ports_0_ask_word;
    assign ports_1_clock = clock;
    assign ports_1_reset = reset;
    assign ports_1_live = live;
    assign ports_1_permit = permit;
    assign ports_1_effects = effects;
    assign ports_1_permit_effects = permit_effects;
    assign ports_1_address = address;

    always @(*) begin
        ports_1_program_write = 0;
        if (program_write[2 * 1]) begin
            ports_1_program_write = 1;
        end
        if (program_write[2 * 1 + 1]) begin
            ports_1_program_write = 2;
        end
    end

    assign ports_1_program_address = program_address;
    assign ports_1_program_data = program_data;
    assign row_slot_1 = ports_1_row_slot;
    assign ports_1_row_data = row_data_1;
    assign value_slot_1 = ports_1_value_slot;
    assign ports_1_value_data = value_data_1;
    assign predicate_1 = ports_1_predicate;
    assign ports_1_predicate_data = predicate_data_1;
    assign writes_from_1 = ports_1_write;
    assign folds_from_1 = ports_1_fold;
    assign folds_of_levels_from_1 = ports_1_level;
    assign questions_from_1 = ports_1_ask;
    assign all_columns_part_1 = ports_1_column;
    assign all_rows_part_1 = ports_1_row;
    assign all_values_part_1 = ports_1_value;
    assign outs_part_1 = ports_1_fold_out;
    assign groups_part_1 = ports_1_ask_group;
    assign words_part_1 = ports_1_ask_word;
    assign ports_2_clock = clock;
    assign ports_2_reset = reset;
    assign ports_2_live = live;
    assign ports_2_permit = permit;
    assign ports_2_effects = effects;
    assign ports_2_permit_effects = permit_effects;
    assign ports_2_address = address;

    always @(*) begin
        ports_2_program_write = 0;
        if (program_write[2 * 2]) begin
            ports_2_program_write = 1;
        end
        if (program_write[2 * 2 + 1]) begin
            ports_2_program_write = 2;
        end
    end

    assign ports_2_program_address = program_address;
    assign ports_2_program_data = program_data;
    assign row_slot_2 = ports_2_row_slot;
    assign ports_2_row_data = row_data_2;
    assign value_slot_2 = ports_2_value_slot;
    assign ports_2_value_data = value_data_2;
    assign predicate_2 = ports_2_predicate;
    assign ports_2_predicate_data = predicate_data_2;
    assign writes_from_2 = ports_2_write;
    assign folds_from_2 = ports_2_fold;
    assign folds_of_levels_from_2 = ports_2_level;
    assign questions_from_2 = ports_2_ask;
    assign all_columns_part_2 = ports_2_column;
    assign all_rows_part_2 = ports_2_row;
    assign all_values_part_2 = ports_2_value;
    assign outs_part_2 = ports_2_fold_out;
    assign groups_part_2 = ports_2_ask_group;
    assign words_part_2 = ports_2_ask_word;
    assign ports_3_clock = clock;
    assign ports_3_reset = reset;
    assign ports_3_live = live;
    assign ports_3_permit = permit;
    assign ports_3_effects = effects;
    assign ports_3_permit_effects = permit_effects;
    assign ports_3_address = address;

    always @(*) begin
        ports_3_program_write = 0;
        if (program_write[2 * 3]) begin
            ports_3_program_write = 1;
        end
        if (program_write[2 * 3 + 1]) begin
            ports_3_program_write = 2;
        end
    end

    assign ports_3_program_address = program_address;
    assign ports_3_program_data = program_data;
    assign row_slot_3 = ports_3_row_slot;
    assign ports_3_row_data = row_data_3;
    assign value_slot_3 = ports_3_value_slot;
    assign ports_3_value_data = value_data_3;
    assign predicate_3 = ports_3_predicate;
    assign ports_3_predicate_data = predicate_data_3;
    assign writes_from_3 = ports_3_write;
    assign folds_from_3 = ports_3_fold;
    assign folds_of_levels_from_3 = ports_3_level;
    assign questions_from_3 = ports_3_ask;
    assign all_columns_part_3 = ports_3_column;
    assign all_rows_part_3 = ports_3_row;
    assign all_values_part_3 = ports_3_value;
    assign outs_part_3 = ports_3_fold_out;
    assign groups_part_3 = ports_3_ask_group;
    assign words_part_3 = ports_3_ask_word;
    assign ports_4_clock = clock;
    assign ports_4_reset = reset;
    assign ports_4_live = live;
    assign ports_4_permit = permit;
    assign ports_4_effects = effects;
    assign ports_4_permit_effects = permit_effects;
    assign ports_4_address = address;

    always @(*) begin
        ports_4_program_write = 0;
        if (program_write[2 * 4]) begin
            ports_4_program_write = 1;
        end
        if (program_write[2 * 4 + 1]) begin
            ports_4_program_write = 2;
        end
    end

    assign ports_4_program_address = program_address;
    assign ports_4_program_data = program_data;
    assign row_slot_4 = ports_4_row_slot;
    assign ports_4_row_data = row_data_4;
    assign value_slot_4 = ports_4_value_slot;
    assign ports_4_value_data = value_data_4;
    assign predicate_4 = ports_4_predicate;
    assign ports_4_predicate_data = predicate_data_4;
    assign writes_from_4 = ports_4_write;
    assign folds_from_4 = ports_4_fold;
    assign folds_of_levels_from_4 = ports_4_level;
    assign questions_from_4 = ports_4_ask;
    assign all_columns_part_4 = ports_4_column;
    assign all_rows_part_4 = ports_4_row;
    assign all_values_part_4 = ports_4_value;
    assign outs_part_4 = ports_4_fold_out;
    assign groups_part_4 = ports_4_ask_group;
    assign words_part_4 = ports_4_ask_word;
    assign ports_5_clock = clock;
    assign ports_5_reset = reset;
    assign ports_5_live = live;
    assign ports_5_permit = permit;
    assign ports_5_effects = effects;
    assign ports_5_permit_effects = permit_effects;
    assign ports_5_address = address;

    always @(*) begin
        ports_5_program_write = 0;
        if (program_write[2 * 5]) begin
            ports_5_program_write = 1;
        end
        if (program_write[2 * 5 + 1]) begin
            ports_5_program_write = 2;
        end
    end

    assign ports_5_program_address = program_address;
    assign ports_5_program_data = program_data;
    assign row_slot_5 = ports_5_row_slot;
    assign ports_5_row_data = row_data_5;
    assign value_slot_5 = ports_5_value_slot;
    assign ports_5_value_data = value_data_5;
    assign predicate_5 = ports_5_predicate;
    assign ports_5_predicate_data = predicate_data_5;
    assign writes_from_5 = ports_5_write;
    assign folds_from_5 = ports_5_fold;
    assign folds_of_levels_from_5 = ports_5_level;
    assign questions_from_5 = ports_5_ask;
    assign all_columns_part_5 = ports_5_column;
    assign all_rows_part_5 = ports_5_row;
    assign all_values_part_5 = ports_5_value;
    assign outs_part_5 = ports_5_fold_out;
    assign groups_part_5 = ports_5_ask_group;
    assign words_part_5 = ports_5_ask_word;
    assign ports_6_clock = clock;
    assign ports_6_reset = reset;
    assign ports_6_live = live;
    assign ports_6_permit = permit;
    assign ports_6_effects = effects;
    assign ports_6_permit_effects = permit_effects;
    assign ports_6_address = address;

    always @(*) begin
        ports_6_program_write = 0;
        if (program_write[2 * 6]) begin
            ports_6_program_write = 1;
        end
        if (program_write[2 * 6 + 1]) begin
            ports_6_program_write = 2;
        end
    end

    assign ports_6_program_address = program_address;
    assign ports_6_program_data = program_data;
    assign row_slot_6 = ports_6_row_slot;
    assign ports_6_row_data = row_data_6;
    assign value_slot_6 = ports_6_value_slot;
    assign ports_6_value_data = value_data_6;
    assign predicate_6 = ports_6_predicate;
    assign ports_6_predicate_data = predicate_data_6;
    assign writes_from_6 = ports_6_write;
    assign folds_from_6 = ports_6_fold;
    assign folds_of_levels_from_6 = ports_6_level;
    assign questions_from_6 = ports_6_ask;
    assign all_columns_part_6 = ports_6_column;
    assign all_rows_part_6 = ports_6_row;
    assign all_values_part_6 = ports_6_value;
    assign outs_part_6 = ports_6_fold_out;
    assign groups_part_6 = ports_6_ask_group;
    assign words_part_6 = ports_6_ask_word;
    assign ports_7_clock = clock;
    assign ports_7_reset = reset;
    assign ports_7_live = live;
    assign ports_7_permit = permit;
    assign ports_7_effects = effects;
    assign ports_7_permit_effects = permit_effects;
    assign ports_7_address = address;

    always @(*) begin
        ports_7_program_write = 0;
        if (program_write[2 * 7]) begin
            ports_7_program_write = 1;
        end
        if (program_write[2 * 7 + 1]) begin
            ports_7_program_write = 2;
        end
    end

    assign ports_7_program_address = program_address;
    assign ports_7_program_data = program_data;
    assign row_slot_7 = ports_7_row_slot;
    assign ports_7_row_data = row_data_7;
    assign value_slot_7 = ports_7_value_slot;
    assign ports_7_value_data = value_data_7;
    assign predicate_7 = ports_7_predicate;
    assign ports_7_predicate_data = predicate_data_7;
    assign writes_from_7 = ports_7_write;
    assign folds_from_7 = ports_7_fold;
    assign folds_of_levels_from_7 = ports_7_level;
    assign questions_from_7 = ports_7_ask;
    assign all_columns_part_7 = ports_7_column;
    assign all_rows_part_7 = ports_7_row;
    assign all_values_part_7 = ports_7_value;
    assign outs_part_7 = ports_7_fold_out;
    assign groups_part_7 = ports_7_ask_group;
    assign words_part_7 = ports_7_ask_word;
    assign write_0 = writes_to_0;
    assign write_1 = writes_to_1;
    assign write_2 = writes_to_2;
    assign write_3 = writes_to_3;
    assign write_4 = writes_to_4;
    assign write_5 = writes_to_5;
    assign fold_0 = folds_to_0;
    assign level_0 = folds_of_levels_to_0;
    assign ask_0 = questions_to_0;
    assign fold_1 = folds_to_1;
    assign level_1 = folds_of_levels_to_1;
    assign ask_1 = questions_to_1;
    assign columns = all_columns_word;
    assign rows = all_rows_word;
    assign values = all_values_word;
    assign fold_out = outs_word;
    assign ask_group = groups_word;
    assign ask_words = words_word;
endmodule

`default_nettype wire
