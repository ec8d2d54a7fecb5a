// SPDX-License-Identifier: Apache-2.0
// read_back: selects what is read back of the tables
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module read_back (
    // A register has 32 bits, a target fewer.
    // verilator lint_off UNUSEDSIGNAL
    input wire [31:0] target,
    // verilator lint_on UNUSEDSIGNAL
    input wire busy,
    output wire scan,
    output wire fetch,
    output wire [3:0] slot,
    output wire [3:0] column,
    output wire store,
    input wire taken_0,
    input wire taken_1,
    input wire taken_2,
    input wire taken_3,
    input wire taken_4,
    input wire taken_5,
    input wire taken_6,
    input wire taken_7,
    input wire [127:0] key_0,
    input wire [127:0] key_1,
    input wire [127:0] key_2,
    input wire [127:0] key_3,
    input wire [127:0] key_4,
    input wire [127:0] key_5,
    input wire [127:0] key_6,
    input wire [127:0] key_7,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row_0,
    // verilator lint_on UNUSEDSIGNAL
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row_1,
    // verilator lint_on UNUSEDSIGNAL
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row_2,
    // verilator lint_on UNUSEDSIGNAL
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row_3,
    // verilator lint_on UNUSEDSIGNAL
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row_4,
    // verilator lint_on UNUSEDSIGNAL
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row_5,
    // verilator lint_on UNUSEDSIGNAL
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row_6,
    // verilator lint_on UNUSEDSIGNAL
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row_7,
    // verilator lint_on UNUSEDSIGNAL
    input wire [127:0] cell_0,
    input wire [127:0] cell_1,
    input wire [127:0] cell_2,
    input wire [127:0] cell_3,
    input wire [127:0] cell_4,
    input wire [127:0] cell_5,
    input wire [127:0] cell_6,
    input wire [127:0] cell_7,
    input wire [24:0] rows_0,
    input wire [24:0] rows_1,
    input wire [24:0] rows_2,
    input wire [24:0] rows_3,
    input wire [24:0] rows_4,
    input wire [24:0] rows_5,
    input wire [24:0] rows_6,
    input wire [24:0] rows_7,
    input wire level_taken_0,
    input wire level_taken_1,
    input wire [87:0] level_0,
    input wire [87:0] level_1,
    input wire [24:0] level_count_0,
    input wire [24:0] level_count_1,
    input wire text_taken,
    input wire [127:0] text,
    input wire [15:0] code,
    output reg [127:0] data
);
    // Some numbers name no unit that is read back.
    // verilator lint_off UNUSEDSIGNAL
    wire [15:0] named;
    // verilator lint_on UNUSEDSIGNAL
    reg the_taken;
    reg [127:0] the_key;
    reg [23:0] the_row;
    reg [127:0] the_cell;
    reg [24:0] the_rows;

    assign slot = target[7:4];
    assign column = target[11:8];
    assign scan = target[14] & ~busy;
    assign fetch = target[15] & ~busy;
    assign store = target[0];
    assign named = 16'(1) << target[3:0];

    always @(*) begin
        the_taken = 1'b0;
        the_key = 0;
        the_row = 0;
        the_cell = 0;
        the_rows = 0;
        if (named[0]) begin
            the_taken = taken_0;
            the_key = key_0;
            the_row = row_0;
            the_cell = cell_0;
            the_rows = rows_0;
        end
        if (named[1]) begin
            the_taken = taken_1;
            the_key = key_1;
            the_row = row_1;
            the_cell = cell_1;
            the_rows = rows_1;
        end
        if (named[2]) begin
            the_taken = taken_2;
            the_key = key_2;
            the_row = row_2;
            the_cell = cell_2;
            the_rows = rows_2;
        end
        if (named[3]) begin
            the_taken = taken_3;
            the_key = key_3;
            the_row = row_3;
            the_cell = cell_3;
            the_rows = rows_3;
        end
        if (named[4]) begin
            the_taken = taken_4;
            the_key = key_4;
            the_row = row_4;
            the_cell = cell_4;
            the_rows = rows_4;
        end
        if (named[5]) begin
            the_taken = taken_5;
            the_key = key_5;
            the_row = row_5;
            the_cell = cell_5;
            the_rows = rows_5;
        end
        if (named[6]) begin
            the_taken = taken_6;
            the_key = key_6;
            the_row = row_6;
            the_cell = cell_6;
            the_rows = rows_6;
        end
        if (named[7]) begin
            the_taken = taken_7;
            the_key = key_7;
            the_row = row_7;
            the_cell = cell_7;
            the_rows = rows_7;
        end
        if (named[8]) begin
            the_taken = text_taken;
            the_key = text;
            the_row = 24'(code);
        end
        if (named[12] | named[13]) begin
            the_taken = level_taken_0;
            the_key = 128'(level_0);
            the_cell = 128'(level_count_0);
        end
        if (named[14] | named[15]) begin
            the_taken = level_taken_1;
            the_key = 128'(level_1);
            the_cell = 128'(level_count_1);
        end
    end

    always @(*) begin
        data = 128'(the_row) | (128'(the_taken) << 31);
        if (target[13:12] == 1) begin
            data = the_key;
        end
        if (target[13:12] == 2) begin
            data = the_cell;
        end
        if (target[13:12] == 3) begin
            data = 128'(the_rows);
        end
    end

endmodule

`default_nettype wire
