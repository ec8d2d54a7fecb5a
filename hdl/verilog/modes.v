// SPDX-License-Identifier: Apache-2.0
// modes: the modes of rules
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module modes_words (
    input wire clock,
    input wire write,
    input wire [7:0] write_address,
    input wire [63:0] write_data,
    input wire [7:0] read_address,
    output reg [63:0] read_data
);
    reg [63:0] words [0:255];

    always @(*) begin
        read_data = words[read_address];
    end

    always @(posedge clock) begin
        if (write) begin
            words[write_address] <= write_data;
        end
    end
endmodule

module modes (
    input wire clock,
    input wire start,
    input wire [6:0] kind,
    input wire bank,
    input wire write,
    input wire [9:0] write_address,
    input wire [63:0] write_data,
    output wire [127:0] silent,
    output wire [127:0] warns
);
    wire words_0_clock;
    wire words_0_write;
    wire [7:0] words_0_write_address;
    wire [63:0] words_0_write_data;
    wire [7:0] words_0_read_address;
    wire [63:0] words_0_read_data;
    wire words_1_clock;
    wire words_1_write;
    wire [7:0] words_1_write_address;
    wire [63:0] words_1_write_data;
    wire [7:0] words_1_read_address;
    wire [63:0] words_1_read_data;
    wire words_2_clock;
    wire words_2_write;
    wire [7:0] words_2_write_address;
    wire [63:0] words_2_write_data;
    wire [7:0] words_2_read_address;
    wire [63:0] words_2_read_data;
    wire words_3_clock;
    wire words_3_write;
    wire [7:0] words_3_write_address;
    wire [63:0] words_3_write_data;
    wire [7:0] words_3_read_address;
    wire [63:0] words_3_read_data;
    reg [127:0] silent_q_q;
    reg [127:0] warns_q_q;

    modes_words words_0(
        .clock(words_0_clock),
        .write(words_0_write),
        .write_address(words_0_write_address),
        .write_data(words_0_write_data),
        .read_address(words_0_read_address),
        .read_data(words_0_read_data)
    );
    modes_words words_1(
        .clock(words_1_clock),
        .write(words_1_write),
        .write_address(words_1_write_address),
        .write_data(words_1_write_data),
        .read_address(words_1_read_address),
        .read_data(words_1_read_data)
    );
    modes_words words_2(
        .clock(words_2_clock),
        .write(words_2_write),
        .write_address(words_2_write_address),
        .write_data(words_2_write_data),
        .read_address(words_2_read_address),
        .read_data(words_2_read_data)
    );
    modes_words words_3(
        .clock(words_3_clock),
        .write(words_3_write),
        .write_address(words_3_write_address),
        .write_data(words_3_write_data),
        .read_address(words_3_read_address),
        .read_data(words_3_read_data)
    );

    assign words_0_clock = clock;
    assign words_0_write = write & (write_address[1:0] == 0);
    assign words_0_write_address = write_address[9:2];
    assign words_0_write_data = write_data;
    assign words_0_read_address = 8'(kind) | (8'(bank) << 7);
    assign words_1_clock = clock;
    assign words_1_write = write & (write_address[1:0] == 1);
    assign words_1_write_address = write_address[9:2];
    assign words_1_write_data = write_data;
    assign words_1_read_address = 8'(kind) | (8'(bank) << 7);
    assign words_2_clock = clock;
    assign words_2_write = write & (write_address[1:0] == 2);
    assign words_2_write_address = write_address[9:2];
    assign words_2_write_data = write_data;
    assign words_2_read_address = 8'(kind) | (8'(bank) << 7);
    assign words_3_clock = clock;
    assign words_3_write = write & (write_address[1:0] == 3);
    assign words_3_write_address = write_address[9:2];
    assign words_3_write_data = write_data;
    assign words_3_read_address = 8'(kind) | (8'(bank) << 7);
    assign silent = silent_q_q;
    assign warns = warns_q_q;

    initial begin
        silent_q_q = 0;
        warns_q_q = 0;
    end

    always @(posedge clock) begin
        if (start) begin
            silent_q_q <= 128'(words_0_read_data[31:0]) | (128'(words_1_read_data[31:0]) << 32) | (128'(words_2_read_data[31:0]) << 64) | (128'(words_3_read_data[31:0]) << 96);
            warns_q_q <= 128'(words_0_read_data[63:32]) | (128'(words_1_read_data[63:32]) << 32) | (128'(words_2_read_data[63:32]) << 64) | (128'(words_3_read_data[63:32]) << 96);
        end
    end
endmodule

`default_nettype wire
