// SPDX-License-Identifier: Apache-2.0
// column_port: a write port of columns, which reads row and value
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module column_port_constants (
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

module column_port (
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

    column_port_constants operations(
        .clock(operations_clock),
        .write(operations_write),
        .write_address(operations_write_address),
        .write_data(operations_write_data),
        .read_address(operations_read_address),
        .read_data(operations_read_data)
    );
    column_port_constants constants(
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

`default_nettype wire
