// SPDX-License-Identifier: Apache-2.0
// fetch_port: the row of a table that is fetched, and the slots of its columns
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module fetch_port_first (
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

module fetch_port (
    input wire clock,
    input wire reset,
    input wire live,
    input wire effects,
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
    output wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    output wire [23:0] row,
    // verilator lint_on UNUSEDSIGNAL
    output wire fetched,
    output wire [1:0] fetched_tag,
    output wire [63:0] fetched_first,
    output wire [63:0] fetched_second
);
    wire first_clock;
    wire first_write;
    wire [10:0] first_write_address;
    wire [63:0] first_write_data;
    wire [10:0] first_read_address;
    wire [63:0] first_read_data;
    wire second_clock;
    wire second_write;
    wire [10:0] second_write_address;
    wire [63:0] second_write_data;
    wire [10:0] second_read_address;
    wire [63:0] second_read_data;
    reg fetched_q_q;
    reg [1:0] tag_q_q;
    reg [63:0] first_q_q;
    reg [63:0] second_q_q;

    fetch_port_first first(
        .clock(first_clock),
        .write(first_write),
        .write_address(first_write_address),
        .write_data(first_write_data),
        .read_address(first_read_address),
        .read_data(first_read_data)
    );
    fetch_port_first second(
        .clock(second_clock),
        .write(second_write),
        .write_address(second_write_address),
        .write_data(second_write_data),
        .read_address(second_read_address),
        .read_data(second_read_data)
    );

    assign first_clock = clock;
    assign first_read_address = address;
    assign first_write = program_write[0];
    assign first_write_address = program_address;
    assign first_write_data = program_data;
    assign second_clock = clock;
    assign second_read_address = address;
    assign second_write = program_write[1];
    assign second_write_address = program_address;
    assign second_write_data = program_data;
    assign row_slot = first_read_data[10:1];
    assign read = live & first_read_data[0] & (~first_read_data[55] | effects);
    assign row = row_data[23:0];
    assign fetched = fetched_q_q;
    assign fetched_tag = tag_q_q;
    assign fetched_first = first_q_q;
    assign fetched_second = second_q_q;

    initial begin
        fetched_q_q = 0;
        tag_q_q = 0;
        first_q_q = 0;
        second_q_q = 0;
    end

    always @(posedge clock) begin
        fetched_q_q <= read & ~reset;
        tag_q_q <= row_data[65:64];
        first_q_q <= first_read_data;
        second_q_q <= second_read_data;
    end
endmodule

`default_nettype wire
