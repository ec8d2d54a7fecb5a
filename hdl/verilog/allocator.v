// SPDX-License-Identifier: Apache-2.0
// allocator: the row allocator of a table
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module allocator_queue (
    input wire clock,
    input wire write,
    // Handles have 24 bits at any depth.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [23:0] write_data,
    input wire read,
    // Handles have 24 bits at any depth.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [23:0] read_data
);
    reg [23:0] words [0:65535];
    reg [23:0] fetched;

    always @(posedge clock) begin
       if (write) begin
          words[16'(write_address)] <= write_data;
       end
       if (read) begin
          fetched <= words[16'(read_address)];
       end
       read_data <= fetched;
    end
endmodule

module allocator_window (
    input wire clock,
    input wire reset,
    input wire land,
    input wire [3:0] land_slot,
    input wire [24:0] land_word,
    input wire enter,
    input wire [3:0] enter_slot,
    input wire [24:0] enter_word,
    input wire [3:0] slot,
    output reg [24:0] word
);
    reg [24:0] slots [0:15];
    integer i;

    always @(posedge clock) begin
       if (land) begin
          slots[land_slot] <= land_word;
       end
       if (enter) begin
          slots[enter_slot] <= enter_word;
       end
       if (reset) begin
          for (i = 0; i < 16; i = i + 1) begin
             slots[i] <= 0;
          end
       end
    end

    always @(*) begin
       word = slots[slot];
    end
endmodule

module allocator (
    input wire clock,
    input wire reset,
    input wire [24:0] rows_max,
    input wire is_hidden,
    input wire reserve,
    input wire wanted,
    input wire pop,
    input wire finish,
    input wire accept,
    input wire free,
    input wire [23:0] freed,
    output wire [23:0] handle,
    output wire found,
    output wire ok,
    output wire [24:0] rows
);
    wire queue_clock;
    wire queue_write;
    wire [23:0] queue_write_address;
    wire [23:0] queue_write_data;
    wire queue_read;
    wire [23:0] queue_read_address;
    wire [23:0] queue_read_data;
    reg [23:0] fetch_q;
    reg [23:0] push_q;
    reg [24:0] stored_q;
    reg fresh_q;
    reg [24:0] last_q;
    wire window_clock;
    wire window_reset;
    wire window_land;
    wire [3:0] window_land_slot;
    reg [24:0] window_land_word;
    wire window_enter;
    wire [3:0] window_enter_slot;
    reg [24:0] window_enter_word;
    wire [3:0] window_slot;
    wire [24:0] window_word;
    reg [4:0] head_q;
    reg [4:0] next_q;
    reg [4:0] issued_q;
    reg [5:0] flight_q;
    reg [5:0] landing_q;
    reg [23:0] handle_q_q;
    reg found_q_q;
    reg ok_q_q;
    reg [4:0] taken_q;
    reg took_back_q;
    reg [24:0] rows_q_q;

    wire [4:0] held;
    wire issues;
    wire stores;
    wire lap;
    wire there;
    wire keeps;
    reg [4:0] from;
    reg [4:0] next_after;
    reg [4:0] head_after;

    allocator_queue queue(
        .clock(queue_clock),
        .write(queue_write),
        .write_address(queue_write_address),
        .write_data(queue_write_data),
        .read(queue_read),
        .read_address(queue_read_address),
        .read_data(queue_read_data)
    );
    allocator_window window(
        .clock(window_clock),
        .reset(window_reset),
        .land(window_land),
        .land_slot(window_land_slot),
        .land_word(window_land_word),
        .enter(window_enter),
        .enter_slot(window_enter_slot),
        .enter_word(window_enter_word),
        .slot(window_slot),
        .word(window_word)
    );

    assign queue_clock = clock;
    assign window_clock = clock;
    assign window_reset = reset;
    assign held = issued_q - head_q;
    assign issues = (stored_q != 0) & (held != 16);
    assign queue_read = issues & ~fresh_q;
    assign queue_read_address = fetch_q;
    assign window_land = landing_q[5];
    assign window_land_slot = landing_q[3:0];

    always @(*) begin
        window_land_word = 25'(queue_read_data);
        if (~landing_q[4]) begin
            window_land_word = 25'(queue_read_data) | 16777216;
        end
    end

    assign stores = free & ((stored_q != 0) | (held == 16));
    assign queue_write = stores;
    assign queue_write_address = push_q;
    assign queue_write_data = freed;
    assign window_enter = (issues & fresh_q) | (free & ~stores);
    assign window_enter_slot = issued_q[3:0];

    always @(*) begin
        window_enter_word = 25'(freed);
        if (issues) begin
            window_enter_word = 25'(fetch_q);
        end
        if (~issued_q[4]) begin
            window_enter_word = window_enter_word | 16777216;
        end
    end

    assign keeps = accept & ~is_hidden;

    always @(*) begin
        from = next_q;
        if (pop | (finish & ~keeps)) begin
            from = head_q;
        end
    end

    assign window_slot = from[3:0];
    assign lap = from[4];
    assign there = window_word[24] ^ lap;

    always @(*) begin
        next_after = from;
        head_after = head_q;
        if (finish & keeps) begin
            head_after = next_q;
        end
        if (reserve & wanted & there) begin
            next_after = from + 1;
        end
        if (pop) begin
            if (there) begin
                head_after = head_q + 1;
            end
            next_after = head_after;
        end
    end

    assign handle = handle_q_q;
    assign found = found_q_q;
    assign ok = ok_q_q;
    assign rows = rows_q_q;

    initial begin
        fetch_q = 0;
        push_q = 0;
        stored_q = 0;
        fresh_q = 0;
        last_q = 0;
        head_q = 0;
        next_q = 0;
        issued_q = 0;
        flight_q = 0;
        landing_q = 0;
        handle_q_q = 0;
        found_q_q = 0;
        ok_q_q = 0;
        taken_q = 0;
        took_back_q = 0;
        rows_q_q = 0;
    end

    always @(posedge clock) begin
        last_q <= rows_max - 1;
    end

    always @(posedge clock) begin
        flight_q <= 0;
        if (queue_read) begin
            flight_q <= 6'(issued_q) | 32;
        end
        if (issues) begin
            fetch_q <= fetch_q + 1;
            if (25'(fetch_q) == last_q) begin
                fetch_q <= 0;
                fresh_q <= 1'b0;
            end
        end
        landing_q <= flight_q;
        if (stores) begin
            push_q <= push_q + 1;
            if (25'(push_q) == last_q) begin
                push_q <= 0;
            end
        end
        if (issues & ~stores) begin
            stored_q <= stored_q - 1;
        end
        if (stores & ~issues) begin
            stored_q <= stored_q + 1;
        end
        if (issues | window_enter) begin
            issued_q <= issued_q + 1;
        end
        if (reserve | pop) begin
            ok_q_q <= there | (reserve & ~wanted);
            found_q_q <= there & (pop | wanted);
            handle_q_q <= 0;
            if (there & (pop | wanted)) begin
                handle_q_q <= window_word[23:0];
            end
        end
        next_q <= next_after;
        head_q <= head_after;
        taken_q <= head_after - head_q;
        took_back_q <= free;
        rows_q_q <= rows_q_q + 25'(taken_q);
        if (took_back_q) begin
            rows_q_q <= rows_q_q + 25'(taken_q) - 1;
        end
        if (reset) begin
            fetch_q <= 0;
            push_q <= 0;
            stored_q <= rows_max;
            fresh_q <= 1'b1;
            head_q <= 0;
            next_q <= 0;
            issued_q <= 0;
            flight_q <= 0;
            landing_q <= 0;
            found_q_q <= 1'b0;
            ok_q_q <= 1'b0;
            taken_q <= 0;
            took_back_q <= 1'b0;
            rows_q_q <= 0;
        end
    end
endmodule

`default_nettype wire
