// SPDX-License-Identifier: Apache-2.0
// sum_bank: count and sum of the values of 4,096 groups
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module sum_bank_memory (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [120:0] write_data,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [120:0] read_data
);
    reg [120:0] words [0:4095];

    always @(posedge clock) begin
        if (read) begin
            read_data <= words[read_address[11:0]];
        end
        if (write) begin
            words[write_address[11:0]] <= write_data;
        end
    end
endmodule

module sum_bank (
    input wire clock,
    input wire reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire is_count,
    input wire fold,
    input wire fold_out,
    input wire [23:0] fold_row,
    input wire [63:0] fold_value,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row,
    // verilator lint_on UNUSEDSIGNAL
    output reg [65:0] value,
    output wire [120:0] content
);
    wire memory_clock;
    wire memory_write;
    reg [23:0] memory_write_address;
    reg [120:0] memory_write_data;
    wire memory_read;
    reg [23:0] memory_read_address;
    wire [120:0] memory_read_data;
    reg folding_q;
    reg [120:0] kept_q;
    reg writing_q;
    reg out_q_q;
    reg [23:0] row_q_q;
    reg [63:0] value_q_q;

    wire [24:0] count;
    wire [95:0] sum;
    wire [32:0] upper;
    reg [95:0] extended;
    reg [24:0] count_after;
    reg [95:0] sum_after;

    sum_bank_memory memory(
        .clock(memory_clock),
        .write(memory_write),
        .write_address(memory_write_address),
        .write_data(memory_write_data),
        .read(memory_read),
        .read_address(memory_read_address),
        .read_data(memory_read_data)
    );

    assign memory_clock = clock;
    assign memory_read = read | fold;

    always @(*) begin
        memory_read_address = row;
        if (fold) begin
            memory_read_address = fold_row;
        end
    end

    assign sum = memory_read_data[95:0];
    assign count = memory_read_data[120:96];

    always @(*) begin
        extended = 96'(value_q_q);
        if (value_q_q[63]) begin
            extended = 96'(value_q_q) | (96'({32{1'b1}}) << 64);
        end
    end

    always @(*) begin
        count_after = kept_q[120:96] + 1;
        sum_after = kept_q[95:0] + extended;
        if (out_q_q) begin
            count_after = kept_q[120:96] - 1;
            sum_after = kept_q[95:0] - extended;
        end
    end

    assign memory_write = writing_q | clear;

    always @(*) begin
        memory_write_address = row_q_q;
        memory_write_data = 121'(sum_after) | (121'(count_after) << 96);
        if (clear) begin
            memory_write_address = clear_address;
            memory_write_data = 0;
        end
    end

    assign upper = sum[95:63];

    always @(*) begin
        value = 66'(sum[63:0]);
        if (|upper & ~&upper) begin
            value = 66'(2) << 64;
        end
        if (~|count) begin
            value = 66'(1) << 64;
        end
        if (is_count) begin
            value = 66'(count);
        end
    end

    assign content = memory_read_data;

    initial begin
        folding_q = 0;
        kept_q = 0;
        writing_q = 0;
        out_q_q = 0;
        row_q_q = 0;
        value_q_q = 0;
    end

    always @(posedge clock) begin
        folding_q <= fold & ~reset;
        writing_q <= folding_q & ~reset;
    end

    always @(posedge clock) begin
        if (fold) begin
            out_q_q <= fold_out;
            row_q_q <= fold_row;
            value_q_q <= fold_value;
        end
    end

    always @(posedge clock) begin
        if (folding_q) begin
            kept_q <= memory_read_data;
        end
    end
endmodule

`default_nettype wire
