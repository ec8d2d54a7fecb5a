// SPDX-License-Identifier: Apache-2.0
// sequencer: steps through the transaction of a frame's kind
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module sequencer_entries (
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

module sequencer (
    input wire clock,
    input wire reset,
    input wire start,
    input wire [7:0] kind,
    input wire finish,
    input wire bank_wanted,
    input wire table_write,
    input wire [7:0] table_address,
    input wire [63:0] table_data,
    output wire [10:0] address,
    output wire live,
    output wire busy,
    output wire free,
    output wire unknown,
    output reg bank,
    output wire [17:0] shape
);
    wire entries_clock;
    wire entries_write;
    wire [7:0] entries_write_address;
    wire [63:0] entries_write_data;
    wire [7:0] entries_read_address;
    // A word has 64 bits, an entry of the table fewer.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] entries_read_data;
    // verilator lint_on UNUSEDSIGNAL
    reg running_q;
    reg running_bank_q;
    reg refusing_q;
    reg executing_q;
    reg [9:0] program_counter_q;
    reg [9:0] cycles_left_q;
    reg [17:0] shape_q_q;
    reg [9:0] commit_left_q;

    reg [9:0] address_in_bank;
    reg [9:0] commit_next;

    sequencer_entries entries(
        .clock(entries_clock),
        .write(entries_write),
        .write_address(entries_write_address),
        .write_data(entries_write_data),
        .read_address(entries_read_address),
        .read_data(entries_read_data)
    );

    assign entries_clock = clock;
    assign entries_write = table_write;
    assign entries_write_address = table_address;
    assign entries_write_data = table_data;

    always @(*) begin
        bank = bank_wanted;
        if (running_q | refusing_q) begin
            bank = running_bank_q;
        end
    end

    assign entries_read_address = 8'(kind[6:0]) | (8'(bank) << 7);

    always @(*) begin
        commit_next = 0;
        if (|commit_left_q) begin
            commit_next = commit_left_q - 1;
        end
    end

    always @(*) begin
        address_in_bank = entries_read_data[10:1];
        if (running_q) begin
            address_in_bank = program_counter_q;
        end
    end

    assign address = 11'(address_in_bank) | (11'(bank) << 10);
    assign live = executing_q & running_q;
    assign busy = running_q | refusing_q | |commit_left_q;
    assign free = ~running_q & ~refusing_q & (~|commit_left_q | (running_bank_q == bank_wanted));
    assign unknown = refusing_q;
    assign shape = shape_q_q;

    initial begin
        running_q = 0;
        running_bank_q = 0;
        refusing_q = 0;
        executing_q = 0;
        program_counter_q = 0;
        cycles_left_q = 0;
        shape_q_q = 0;
        commit_left_q = 0;
    end

    always @(posedge clock) begin
        program_counter_q <= address_in_bank + 1;
    end

    always @(posedge clock) begin
        executing_q <= running_q;
        if (running_q) begin
            cycles_left_q <= cycles_left_q - 1;
            if (cycles_left_q == 1) begin
                running_q <= 1'b0;
            end
        end
        commit_left_q <= commit_next;
        if (refusing_q & finish) begin
            refusing_q <= 1'b0;
        end
        if (start) begin
            running_bank_q <= bank;
            shape_q_q <= entries_read_data[53:36];
            if (entries_read_data[0] & ~kind[7]) begin
                running_q <= 1'b1;
                cycles_left_q <= entries_read_data[25:16] - 1;
                if (entries_read_data[35:26] > commit_next) begin
                    commit_left_q <= entries_read_data[35:26] - 1;
                end
            end
            else begin
                refusing_q <= 1'b1;
            end
        end
        if (reset) begin
            running_q <= 1'b0;
            refusing_q <= 1'b0;
            executing_q <= 1'b0;
            commit_left_q <= 0;
        end
    end
endmodule

`default_nettype wire
