// SPDX-License-Identifier: Apache-2.0
// level_store: the exact minimum or maximum of the values of 4,096 groups
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module level_store_ways (
    input wire clock,
    input wire [3:0] write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire write_taken,
    input wire [87:0] write_key,
    input wire [34:0] write_payload,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [87:0] wanted,
    output reg [3:0] hit,
    output reg [34:0] payload,
    output reg [3:0] vacant,
    output reg [2:0] load,
    input wire [1:0] slot,
    output reg slot_taken,
    output reg [87:0] slot_key,
    output reg [34:0] slot_payload
);
    reg [123:0] slot0 [0:1023];
    reg [123:0] read0;
    reg [123:0] slot1 [0:1023];
    reg [123:0] read1;
    reg [123:0] slot2 [0:1023];
    reg [123:0] read2;
    reg [123:0] slot3 [0:1023];
    reg [123:0] read3;

    always @(posedge clock) begin
        if (read) begin
            read0 <= slot0[read_address[9:0]];
            read1 <= slot1[read_address[9:0]];
            read2 <= slot2[read_address[9:0]];
            read3 <= slot3[read_address[9:0]];
        end
        if (write[0]) begin
            slot0[write_address[9:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[1]) begin
            slot1[write_address[9:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[2]) begin
            slot2[write_address[9:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[3]) begin
            slot3[write_address[9:0]] <= {write_taken, write_payload, write_key};
        end
    end

    always @(*) begin
        hit = 0;
        payload = 0;
        if (read0[123] && read0[87:0] == wanted) begin
            hit[0] = 1'b1;
            payload = payload | read0[122:88];
        end
        if (read1[123] && read1[87:0] == wanted) begin
            hit[1] = 1'b1;
            payload = payload | read1[122:88];
        end
        if (read2[123] && read2[87:0] == wanted) begin
            hit[2] = 1'b1;
            payload = payload | read2[122:88];
        end
        if (read3[123] && read3[87:0] == wanted) begin
            hit[3] = 1'b1;
            payload = payload | read3[122:88];
        end
        vacant[0] = !read0[123];
        vacant[1] = read0[123] && !read1[123];
        vacant[2] = read0[123] && read1[123] && !read2[123];
        vacant[3] = read0[123] && read1[123] && read2[123] && !read3[123];
        load = {2'd0, read0[123]} + {2'd0, read1[123]} + {2'd0, read2[123]} + {2'd0, read3[123]};
        case (slot)
            2'd0: {slot_taken, slot_payload, slot_key} = read0;
            2'd1: {slot_taken, slot_payload, slot_key} = read1;
            2'd2: {slot_taken, slot_payload, slot_key} = read2;
            default: {slot_taken, slot_payload, slot_key} = read3;
        endcase
    end
endmodule

module level_store_queue (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [23:0] write_data,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [23:0] read_data
);
    reg [23:0] words [0:8191];
    reg [23:0] fetched;

    always @(posedge clock) begin
       if (write) begin
          words[13'(write_address)] <= write_data;
       end
       if (read) begin
          fetched <= words[13'(read_address)];
       end
       read_data <= fetched;
    end
endmodule

module level_store_window (
    input wire clock,
    input wire reset,
    input wire land,
    input wire [3:0] land_slot,
    input wire [24:0] land_word,
    input wire enter,
    input wire [3:0] enter_slot,
    input wire [24:0] enter_word,
    input wire [3:0] slot,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    output reg [24:0] word
    // verilator lint_on UNUSEDSIGNAL
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

module level_store_hash (
    input wire lookup,
    input wire [87:0] key,
    input wire [23:0] otherwise,
    output reg [23:0] address_0,
    output reg [23:0] address_1,
    output reg [23:0] address_2,
    output reg [23:0] address_3
);
    always @(*) begin
        address_0 = otherwise;
        address_1 = otherwise;
        address_2 = otherwise;
        address_3 = otherwise;
        if (lookup) begin
            address_0 = {
                14'd0,
                ^(key & 88'h6ac0459cd001630ae399bd),
                ^(key & 88'hff2650ccca9309463a0e71),
                ^(key & 88'hdd2891bd175a4565f2db82),
                ^(key & 88'h30855f6b709bd34fc34159),
                ^(key & 88'ha6a0f0fc2e266da6496fd8),
                ^(key & 88'h8e216f6170331144ae4ac7),
                ^(key & 88'h1188362dee4b114507e980),
                ^(key & 88'hee6f710a1d3a35c1103f7a),
                ^(key & 88'h3536d291d3259648889991),
                ^(key & 88'h969f2bb1c270fe6e6a4e5e)
            };
            address_1 = {
                14'd0,
                ^(key & 88'ha317344d7694e76f523fc4),
                ^(key & 88'hacc87fc7b5824bced34bed),
                ^(key & 88'hb38da30e7f034ecba62f64),
                ^(key & 88'hae7f60d92e34e256e7a59e),
                ^(key & 88'h6b1027a4befcffb64731af),
                ^(key & 88'hb4d6b42a38a5d4932e1db8),
                ^(key & 88'h5477feef4d2c265112ef74),
                ^(key & 88'h20d8815f7a7fad58aaa7c4),
                ^(key & 88'h6aa1b2a59fe24ce472ae02),
                ^(key & 88'h71e6175720300378b7e16c)
            };
            address_2 = {
                14'd0,
                ^(key & 88'hd5f90c1949fa25262ffc48),
                ^(key & 88'hff5b62748ad1764d95b066),
                ^(key & 88'hcb62fccc57e218c48c0d45),
                ^(key & 88'h741f4135cbe5b6abb98967),
                ^(key & 88'h26988c18bd52c20f009623),
                ^(key & 88'h2c4f8fc82fba98e5f15531),
                ^(key & 88'hcbee83805a358d46b7d65e),
                ^(key & 88'hd6878a096c53849d942b2c),
                ^(key & 88'h739daeda07639bf206666a),
                ^(key & 88'hf86b717b62308db826a4e6)
            };
            address_3 = {
                14'd0,
                ^(key & 88'h0cc90e86fff425ad520035),
                ^(key & 88'he3fe85e0a8614ab5eb6b16),
                ^(key & 88'h0119a369d3cf53b05d8f3b),
                ^(key & 88'hf65e0f7f949c45e8daad34),
                ^(key & 88'hecf811149ae17e2ae31f9d),
                ^(key & 88'h1fb8dc81e7011ce90f8616),
                ^(key & 88'h271ba1dfe874a507f41705),
                ^(key & 88'h4d5bd83c309312ba557632),
                ^(key & 88'hdcca56e079f1da0191a307),
                ^(key & 88'h86c36d016a5887bee9e4db)
            };
        end
    end

endmodule

module level_store_allocator (
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

    level_store_queue queue(
        .clock(queue_clock),
        .write(queue_write),
        .write_address(queue_write_address),
        .write_data(queue_write_data),
        .read(queue_read),
        .read_address(queue_read_address),
        .read_data(queue_read_data)
    );
    level_store_window window(
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

module level_store_best (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [64:0] write_data,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [64:0] read_data
);
    reg [64:0] words [0:4095];

    always @(posedge clock) begin
        if (read) begin
            read_data <= words[read_address[11:0]];
        end
        if (write) begin
            words[write_address[11:0]] <= write_data;
        end
    end
endmodule

module level_store_best_of (
    input wire clock,
    input wire is_max,
    input wire enable,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [2079:0] word,
    // verilator lint_on UNUSEDSIGNAL
    output reg [64:0] best
);
    reg [64:0] eight [0:7];
    reg [64:0] two [0:1];
    reg enabled;
    integer i;

    function [64:0] better(input [64:0] a, input [64:0] b);
        better = (a[64] && (!b[64] || (is_max ? $signed(a[63:0]) >= $signed(b[63:0])
            : $signed(a[63:0]) <= $signed(b[63:0])))) ? a : b;
    endfunction

    initial begin
        enabled = 0;
    end

    always @(posedge clock) begin
        enabled <= enable;
        if (enable) begin
            for (i = 0; i < 8; i = i + 1) begin
                eight[i] <= better(better(word[(4 * i + 0) * 65 +: 65], word[(4 * i + 1) * 65 +: 65]), better(word[(4 * i + 2) * 65 +: 65], word[(4 * i + 3) * 65 +: 65]));
            end
        end
        if (enabled) begin
            for (i = 0; i < 2; i = i + 1) begin
                two[i] <= better(better(eight[4 * i + 0], eight[4 * i + 1]), better(eight[4 * i + 2], eight[4 * i + 3]));
            end
        end
    end

    always @(*) begin
        best = better(two[0], two[1]);
    end
endmodule

module level_store_bests (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [2079:0] write_data,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [2079:0] read_data
);
    reg [2079:0] words [0:4095];

    always @(posedge clock) begin
        if (read) begin
            read_data <= words[read_address[11:0]];
        end
        if (write) begin
            words[write_address[11:0]] <= write_data;
        end
    end
endmodule

module level_store_block_count (
    output wire [24:0] value
);
    assign value = 25'd8192;
endmodule

module level_store_block_entries (
    input wire enable,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [2079:0] word,
    // verilator lint_on UNUSEDSIGNAL
    input wire [31:0] select,
    input wire [64:0] entry,
    output reg [31:0] flags,
    output reg [64:0] picked,
    output reg [2079:0] replaced,
    output reg [31:0] flags_after
);
    integer i;

    always @(*) begin
        picked = 0;
        replaced = 0;
        flags = 0;
        flags_after = 0;
        if (enable) begin
            replaced = word;
        end
        for (i = 0; i < 32; i = i + 1) begin
            if (enable) begin
                flags[i] = word[i * 65 + 64];
                if (select[i]) begin
                    picked = picked | word[i * 65 +: 65];
                    replaced[i * 65 +: 65] = entry;
                end
                flags_after[i] = replaced[i * 65 + 64];
            end
        end
    end

endmodule

module level_store_block_number (
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [31:0] word,
    // verilator lint_on UNUSEDSIGNAL
    output reg [4:0] number
);
    always @(*) begin
        number[0] = |(word & 2863311530);
        number[1] = |(word & 3435973836);
        number[2] = |(word & 4042322160);
        number[3] = |(word & 4278255360);
        number[4] = |(word & 4294901760);
    end

endmodule

module level_store_blocks (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [2079:0] write_data,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [2079:0] read_data
);
    reg [2079:0] words [0:8191];

    always @(posedge clock) begin
        if (read) begin
            read_data <= words[read_address[12:0]];
        end
        if (write) begin
            words[write_address[12:0]] <= write_data;
        end
    end
endmodule

module level_store_child_entries (
    input wire enable,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [799:0] word,
    // verilator lint_on UNUSEDSIGNAL
    input wire [31:0] select,
    input wire [24:0] entry,
    output reg [31:0] flags,
    output reg [24:0] picked,
    output reg [799:0] replaced,
    output reg [31:0] flags_after
);
    integer i;

    always @(*) begin
        picked = 0;
        replaced = 0;
        flags = 0;
        flags_after = 0;
        if (enable) begin
            replaced = word;
        end
        for (i = 0; i < 32; i = i + 1) begin
            if (enable) begin
                flags[i] = word[i * 25 + 24];
                if (select[i]) begin
                    picked = picked | word[i * 25 +: 25];
                    replaced[i * 25 +: 25] = entry;
                end
                flags_after[i] = replaced[i * 25 + 24];
            end
        end
    end

endmodule

module level_store_children (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [799:0] write_data,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [799:0] read_data
);
    reg [799:0] words [0:4095];

    always @(posedge clock) begin
        if (read) begin
            read_data <= words[read_address[11:0]];
        end
        if (write) begin
            words[write_address[11:0]] <= write_data;
        end
    end
endmodule

module level_store_counts (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [10:0] write_data,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [10:0] read_data
);
    reg [10:0] words [0:4095];

    always @(posedge clock) begin
        if (read) begin
            read_data <= words[read_address[11:0]];
        end
        if (write) begin
            words[write_address[11:0]] <= write_data;
        end
    end
endmodule

module level_store_map (
    input wire clock,
    input wire lookup,
    input wire [87:0] key,
    output wire found,
    output wire [34:0] payload,
    output wire [15:0] hit,
    output reg [15:0] free,
    output reg [23:0] free_address,
    input wire [15:0] write_slots,
    input wire write_elsewhere,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire write_taken,
    input wire [87:0] write_key,
    input wire [34:0] write_payload,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot,
    output reg scan_taken,
    output reg [87:0] scan_key,
    output reg [34:0] scan_payload
);
    wire hash_lookup;
    wire [87:0] hash_key;
    wire [23:0] hash_otherwise;
    wire [23:0] hash_address_0;
    wire [23:0] hash_address_1;
    wire [23:0] hash_address_2;
    wire [23:0] hash_address_3;
    wire ways_0_clock;
    wire [3:0] ways_0_write;
    reg [23:0] ways_0_write_address;
    wire ways_0_write_taken;
    wire [87:0] ways_0_write_key;
    wire [34:0] ways_0_write_payload;
    wire ways_0_read;
    wire [23:0] ways_0_read_address;
    wire [87:0] ways_0_wanted;
    wire [3:0] ways_0_hit;
    wire [34:0] ways_0_payload;
    wire [3:0] ways_0_vacant;
    wire [2:0] ways_0_load;
    wire [1:0] ways_0_slot;
    wire ways_0_slot_taken;
    wire [87:0] ways_0_slot_key;
    wire [34:0] ways_0_slot_payload;
    wire ways_1_clock;
    wire [3:0] ways_1_write;
    reg [23:0] ways_1_write_address;
    wire ways_1_write_taken;
    wire [87:0] ways_1_write_key;
    wire [34:0] ways_1_write_payload;
    wire ways_1_read;
    wire [23:0] ways_1_read_address;
    wire [87:0] ways_1_wanted;
    wire [3:0] ways_1_hit;
    wire [34:0] ways_1_payload;
    wire [3:0] ways_1_vacant;
    wire [2:0] ways_1_load;
    wire [1:0] ways_1_slot;
    wire ways_1_slot_taken;
    wire [87:0] ways_1_slot_key;
    wire [34:0] ways_1_slot_payload;
    wire ways_2_clock;
    wire [3:0] ways_2_write;
    reg [23:0] ways_2_write_address;
    wire ways_2_write_taken;
    wire [87:0] ways_2_write_key;
    wire [34:0] ways_2_write_payload;
    wire ways_2_read;
    wire [23:0] ways_2_read_address;
    wire [87:0] ways_2_wanted;
    wire [3:0] ways_2_hit;
    wire [34:0] ways_2_payload;
    wire [3:0] ways_2_vacant;
    wire [2:0] ways_2_load;
    wire [1:0] ways_2_slot;
    wire ways_2_slot_taken;
    wire [87:0] ways_2_slot_key;
    wire [34:0] ways_2_slot_payload;
    wire ways_3_clock;
    wire [3:0] ways_3_write;
    reg [23:0] ways_3_write_address;
    wire ways_3_write_taken;
    wire [87:0] ways_3_write_key;
    wire [34:0] ways_3_write_payload;
    wire ways_3_read;
    wire [23:0] ways_3_read_address;
    wire [87:0] ways_3_wanted;
    wire [3:0] ways_3_hit;
    wire [34:0] ways_3_payload;
    wire [3:0] ways_3_vacant;
    wire [2:0] ways_3_load;
    wire [1:0] ways_3_slot;
    wire ways_3_slot_taken;
    wire [87:0] ways_3_slot_key;
    wire [34:0] ways_3_slot_payload;
    reg [87:0] wanted_q;
    reg [23:0] addresses_0_q;
    reg [23:0] addresses_1_q;
    reg [23:0] addresses_2_q;
    reg [23:0] addresses_3_q;

    reg [2:0] least;

    level_store_hash hash(
        .lookup(hash_lookup),
        .key(hash_key),
        .otherwise(hash_otherwise),
        .address_0(hash_address_0),
        .address_1(hash_address_1),
        .address_2(hash_address_2),
        .address_3(hash_address_3)
    );
    level_store_ways ways_0(
        .clock(ways_0_clock),
        .write(ways_0_write),
        .write_address(ways_0_write_address),
        .write_taken(ways_0_write_taken),
        .write_key(ways_0_write_key),
        .write_payload(ways_0_write_payload),
        .read(ways_0_read),
        .read_address(ways_0_read_address),
        .wanted(ways_0_wanted),
        .hit(ways_0_hit),
        .payload(ways_0_payload),
        .vacant(ways_0_vacant),
        .load(ways_0_load),
        .slot(ways_0_slot),
        .slot_taken(ways_0_slot_taken),
        .slot_key(ways_0_slot_key),
        .slot_payload(ways_0_slot_payload)
    );
    level_store_ways ways_1(
        .clock(ways_1_clock),
        .write(ways_1_write),
        .write_address(ways_1_write_address),
        .write_taken(ways_1_write_taken),
        .write_key(ways_1_write_key),
        .write_payload(ways_1_write_payload),
        .read(ways_1_read),
        .read_address(ways_1_read_address),
        .wanted(ways_1_wanted),
        .hit(ways_1_hit),
        .payload(ways_1_payload),
        .vacant(ways_1_vacant),
        .load(ways_1_load),
        .slot(ways_1_slot),
        .slot_taken(ways_1_slot_taken),
        .slot_key(ways_1_slot_key),
        .slot_payload(ways_1_slot_payload)
    );
    level_store_ways ways_2(
        .clock(ways_2_clock),
        .write(ways_2_write),
        .write_address(ways_2_write_address),
        .write_taken(ways_2_write_taken),
        .write_key(ways_2_write_key),
        .write_payload(ways_2_write_payload),
        .read(ways_2_read),
        .read_address(ways_2_read_address),
        .wanted(ways_2_wanted),
        .hit(ways_2_hit),
        .payload(ways_2_payload),
        .vacant(ways_2_vacant),
        .load(ways_2_load),
        .slot(ways_2_slot),
        .slot_taken(ways_2_slot_taken),
        .slot_key(ways_2_slot_key),
        .slot_payload(ways_2_slot_payload)
    );
    level_store_ways ways_3(
        .clock(ways_3_clock),
        .write(ways_3_write),
        .write_address(ways_3_write_address),
        .write_taken(ways_3_write_taken),
        .write_key(ways_3_write_key),
        .write_payload(ways_3_write_payload),
        .read(ways_3_read),
        .read_address(ways_3_read_address),
        .wanted(ways_3_wanted),
        .hit(ways_3_hit),
        .payload(ways_3_payload),
        .vacant(ways_3_vacant),
        .load(ways_3_load),
        .slot(ways_3_slot),
        .slot_taken(ways_3_slot_taken),
        .slot_key(ways_3_slot_key),
        .slot_payload(ways_3_slot_payload)
    );

    assign hash_lookup = lookup;
    assign hash_key = key;
    assign hash_otherwise = scan_address;
    assign ways_0_clock = clock;
    assign ways_0_read = lookup | scan;
    assign ways_0_read_address = hash_address_0;
    assign ways_0_wanted = wanted_q;

    always @(*) begin
        ways_0_write_address = addresses_0_q;
        if (write_elsewhere) begin
            ways_0_write_address = write_address;
        end
    end

    assign ways_0_write_taken = write_taken;
    assign ways_0_write_key = write_key;
    assign ways_0_write_payload = write_payload;
    assign ways_0_slot = scan_slot[1:0];
    assign ways_1_clock = clock;
    assign ways_1_read = lookup | scan;
    assign ways_1_read_address = hash_address_1;
    assign ways_1_wanted = wanted_q;

    always @(*) begin
        ways_1_write_address = addresses_1_q;
        if (write_elsewhere) begin
            ways_1_write_address = write_address;
        end
    end

    assign ways_1_write_taken = write_taken;
    assign ways_1_write_key = write_key;
    assign ways_1_write_payload = write_payload;
    assign ways_1_slot = scan_slot[1:0];
    assign ways_2_clock = clock;
    assign ways_2_read = lookup | scan;
    assign ways_2_read_address = hash_address_2;
    assign ways_2_wanted = wanted_q;

    always @(*) begin
        ways_2_write_address = addresses_2_q;
        if (write_elsewhere) begin
            ways_2_write_address = write_address;
        end
    end

    assign ways_2_write_taken = write_taken;
    assign ways_2_write_key = write_key;
    assign ways_2_write_payload = write_payload;
    assign ways_2_slot = scan_slot[1:0];
    assign ways_3_clock = clock;
    assign ways_3_read = lookup | scan;
    assign ways_3_read_address = hash_address_3;
    assign ways_3_wanted = wanted_q;

    always @(*) begin
        ways_3_write_address = addresses_3_q;
        if (write_elsewhere) begin
            ways_3_write_address = write_address;
        end
    end

    assign ways_3_write_taken = write_taken;
    assign ways_3_write_key = write_key;
    assign ways_3_write_payload = write_payload;
    assign ways_3_slot = scan_slot[1:0];
    assign ways_0_write = write_slots[3:0];
    assign ways_1_write = write_slots[7:4];
    assign ways_2_write = write_slots[11:8];
    assign ways_3_write = write_slots[15:12];
    assign hit = 16'(ways_0_hit) | (16'(ways_1_hit) << 4) | (16'(ways_2_hit) << 8) | (16'(ways_3_hit) << 12);
    assign found = |(ways_0_hit | ways_1_hit | ways_2_hit | ways_3_hit);
    assign payload = ways_0_payload | ways_1_payload | ways_2_payload | ways_3_payload;

    always @(*) begin
        free = 16'(ways_0_vacant);
        free_address = addresses_0_q;
        least = ways_0_load;
        if (ways_1_load < least) begin
            free = 16'(ways_1_vacant) << 4;
            free_address = addresses_1_q;
            least = ways_1_load;
        end
        if (ways_2_load < least) begin
            free = 16'(ways_2_vacant) << 8;
            free_address = addresses_2_q;
            least = ways_2_load;
        end
        if (ways_3_load < least) begin
            free = 16'(ways_3_vacant) << 12;
            free_address = addresses_3_q;
        end
    end

    always @(*) begin
        scan_taken = ways_0_slot_taken;
        scan_key = ways_0_slot_key;
        scan_payload = ways_0_slot_payload;
        if (scan_slot[3:2] == 1) begin
            scan_taken = ways_1_slot_taken;
            scan_key = ways_1_slot_key;
            scan_payload = ways_1_slot_payload;
        end
        if (scan_slot[3:2] == 2) begin
            scan_taken = ways_2_slot_taken;
            scan_key = ways_2_slot_key;
            scan_payload = ways_2_slot_payload;
        end
        if (scan_slot[3:2] == 3) begin
            scan_taken = ways_3_slot_taken;
            scan_key = ways_3_slot_key;
            scan_payload = ways_3_slot_payload;
        end
    end

    initial begin
        wanted_q = 0;
        addresses_0_q = 0;
        addresses_1_q = 0;
        addresses_2_q = 0;
        addresses_3_q = 0;
    end

    always @(posedge clock) begin
        if (lookup) begin
            wanted_q <= key;
        end
    end

    always @(posedge clock) begin
        if (lookup) begin
            addresses_0_q <= hash_address_0;
        end
    end

    always @(posedge clock) begin
        if (lookup) begin
            addresses_1_q <= hash_address_1;
        end
    end

    always @(posedge clock) begin
        if (lookup) begin
            addresses_2_q <= hash_address_2;
        end
    end

    always @(posedge clock) begin
        if (lookup) begin
            addresses_3_q <= hash_address_3;
        end
    end
endmodule

module level_store (
    input wire clock,
    input wire reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire is_max,
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
    input wire forget,
    input wire ask,
    input wire ask_group,
    input wire [23:0] ask_row,
    input wire [63:0] ask_value,
    output wire answer,
    output wire ok,
    output wire fault,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot,
    output wire scan_taken,
    output wire [23:0] scan_row,
    output wire [63:0] scan_value,
    output wire [24:0] scan_count
);
    wire [24:0] capacity_value;
    wire [24:0] block_count_value;
    wire map_clock;
    wire map_lookup;
    reg [87:0] map_key;
    wire map_found;
    wire [34:0] map_payload;
    // `place` knows the place of a row, and texts are never removed.
    // verilator lint_off UNUSEDSIGNAL
    wire [15:0] map_hit;
    // verilator lint_on UNUSEDSIGNAL
    wire [15:0] map_free;
    // `place` knows the place of a row, and texts are never removed.
    // verilator lint_off UNUSEDSIGNAL
    wire [23:0] map_free_address;
    // verilator lint_on UNUSEDSIGNAL
    reg [15:0] map_write_slots;
    wire map_write_elsewhere;
    wire [23:0] map_write_address;
    wire map_write_taken;
    wire [87:0] map_write_key;
    reg [34:0] map_write_payload;
    wire map_scan;
    wire [23:0] map_scan_address;
    wire [3:0] map_scan_slot;
    wire map_scan_taken;
    wire [87:0] map_scan_key;
    // The count of a level is read back, not its slot.
    // verilator lint_off UNUSEDSIGNAL
    wire [34:0] map_scan_payload;
    // verilator lint_on UNUSEDSIGNAL
    wire bests_clock;
    wire bests_write;
    reg [23:0] bests_write_address;
    reg [2079:0] bests_write_data;
    wire bests_read;
    wire [23:0] bests_read_address;
    wire [2079:0] bests_read_data;
    wire children_clock;
    wire children_write;
    reg [23:0] children_write_address;
    reg [799:0] children_write_data;
    wire children_read;
    wire [23:0] children_read_address;
    wire [799:0] children_read_data;
    wire blocks_clock;
    wire blocks_write;
    wire [23:0] blocks_write_address;
    wire [2079:0] blocks_write_data;
    wire blocks_read;
    wire [23:0] blocks_read_address;
    wire [2079:0] blocks_read_data;
    wire allocator_clock;
    wire allocator_reset;
    wire [24:0] allocator_rows_max;
    wire allocator_is_hidden;
    wire allocator_reserve;
    wire allocator_wanted;
    reg allocator_pop;
    wire allocator_finish;
    wire allocator_accept;
    wire allocator_free;
    wire [23:0] allocator_freed;
    wire [23:0] allocator_handle;
    wire allocator_found;
    // A level store pops blocks and reserves none.
    // verilator lint_off UNUSEDSIGNAL
    wire allocator_ok;
    // verilator lint_on UNUSEDSIGNAL
    // A level store pops blocks and reserves none.
    // verilator lint_off UNUSEDSIGNAL
    wire [24:0] allocator_rows;
    // verilator lint_on UNUSEDSIGNAL
    wire counts_clock;
    wire counts_write;
    reg [23:0] counts_write_address;
    reg [10:0] counts_write_data;
    wire counts_read;
    reg [23:0] counts_read_address;
    wire [10:0] counts_read_data;
    wire best_clock;
    wire best_write;
    reg [23:0] best_write_address;
    reg [64:0] best_write_data;
    wire best_read;
    wire [23:0] best_read_address;
    wire [64:0] best_read_data;
    wire best_of_clock;
    wire best_of_is_max;
    wire best_of_enable;
    reg [2079:0] best_of_word;
    wire [64:0] best_of_best;
    wire root_entries_enable;
    wire [2079:0] root_entries_word;
    wire [31:0] root_entries_select;
    wire [64:0] root_entries_entry;
    // Only the flags of root entries and the handles of children are used.
    // verilator lint_off UNUSEDSIGNAL
    wire [31:0] root_entries_flags;
    // verilator lint_on UNUSEDSIGNAL
    // Only the flags of root entries and the handles of children are used.
    // verilator lint_off UNUSEDSIGNAL
    wire [64:0] root_entries_picked;
    // verilator lint_on UNUSEDSIGNAL
    wire [2079:0] root_entries_replaced;
    // Only the flags of root entries and the handles of children are used.
    // verilator lint_off UNUSEDSIGNAL
    wire [31:0] root_entries_flags_after;
    // verilator lint_on UNUSEDSIGNAL
    wire child_entries_enable;
    wire [799:0] child_entries_word;
    wire [31:0] child_entries_select;
    wire [24:0] child_entries_entry;
    wire [31:0] child_entries_flags;
    // Only the flags of root entries and the handles of children are used.
    // verilator lint_off UNUSEDSIGNAL
    wire [24:0] child_entries_picked;
    // verilator lint_on UNUSEDSIGNAL
    wire [799:0] child_entries_replaced;
    // Only the flags of root entries and the handles of children are used.
    // verilator lint_off UNUSEDSIGNAL
    wire [31:0] child_entries_flags_after;
    // verilator lint_on UNUSEDSIGNAL
    wire block_entries_enable;
    reg [2079:0] block_entries_word;
    wire [31:0] block_entries_select;
    reg [64:0] block_entries_entry;
    wire [31:0] block_entries_flags;
    // Only the flags of root entries and the handles of children are used.
    // verilator lint_off UNUSEDSIGNAL
    wire [64:0] block_entries_picked;
    // verilator lint_on UNUSEDSIGNAL
    wire [2079:0] block_entries_replaced;
    wire [31:0] block_entries_flags_after;
    wire [31:0] block_number_word;
    wire [4:0] block_number_number;
    wire [31:0] slot_number_word;
    wire [4:0] slot_number_number;
    reg [9:0] stage_q;
    reg out_q_q;
    reg [23:0] row_q_q;
    reg [63:0] value_q_q;
    reg comes_q;
    reg goes_q;
    reg recounts_q;
    reg [24:0] recount_q;
    reg [9:0] slot_q_q;
    reg [31:0] chosen_q;
    reg fresh_q;
    reg [23:0] handle_q;
    reg [23:0] handle_2_q;
    reg [2079:0] block_q_q;
    reg [31:0] slot_chosen_q;
    reg block_full_q;
    reg block_empty_q;
    reg [2079:0] root_q_q;
    reg [799:0] children_q_q;
    reg [24:0] of_all_q;
    reg asked_q;
    reg asked_group_q;
    reg judged_q;
    reg is_level_q;
    reg [10:0] of_group_q;
    reg [10:0] added_q;
    reg fault_q_q;

    wire known;
    wire is_last;
    wire [31:0] full_plus;
    wire [31:0] there_plus;
    reg [31:0] slot_now;
    wire changes;
    wire [11:0] group_after;
    wire [25:0] all_after;
    wire fits;

    level_store_block_count capacity(
        .value(capacity_value)
    );
    level_store_block_count block_count(
        .value(block_count_value)
    );
    level_store_map map(
        .clock(map_clock),
        .lookup(map_lookup),
        .key(map_key),
        .found(map_found),
        .payload(map_payload),
        .hit(map_hit),
        .free(map_free),
        .free_address(map_free_address),
        .write_slots(map_write_slots),
        .write_elsewhere(map_write_elsewhere),
        .write_address(map_write_address),
        .write_taken(map_write_taken),
        .write_key(map_write_key),
        .write_payload(map_write_payload),
        .scan(map_scan),
        .scan_address(map_scan_address),
        .scan_slot(map_scan_slot),
        .scan_taken(map_scan_taken),
        .scan_key(map_scan_key),
        .scan_payload(map_scan_payload)
    );
    level_store_bests bests(
        .clock(bests_clock),
        .write(bests_write),
        .write_address(bests_write_address),
        .write_data(bests_write_data),
        .read(bests_read),
        .read_address(bests_read_address),
        .read_data(bests_read_data)
    );
    level_store_children children(
        .clock(children_clock),
        .write(children_write),
        .write_address(children_write_address),
        .write_data(children_write_data),
        .read(children_read),
        .read_address(children_read_address),
        .read_data(children_read_data)
    );
    level_store_blocks blocks(
        .clock(blocks_clock),
        .write(blocks_write),
        .write_address(blocks_write_address),
        .write_data(blocks_write_data),
        .read(blocks_read),
        .read_address(blocks_read_address),
        .read_data(blocks_read_data)
    );
    level_store_allocator allocator(
        .clock(allocator_clock),
        .reset(allocator_reset),
        .rows_max(allocator_rows_max),
        .is_hidden(allocator_is_hidden),
        .reserve(allocator_reserve),
        .wanted(allocator_wanted),
        .pop(allocator_pop),
        .finish(allocator_finish),
        .accept(allocator_accept),
        .free(allocator_free),
        .freed(allocator_freed),
        .handle(allocator_handle),
        .found(allocator_found),
        .ok(allocator_ok),
        .rows(allocator_rows)
    );
    level_store_counts counts(
        .clock(counts_clock),
        .write(counts_write),
        .write_address(counts_write_address),
        .write_data(counts_write_data),
        .read(counts_read),
        .read_address(counts_read_address),
        .read_data(counts_read_data)
    );
    level_store_best best(
        .clock(best_clock),
        .write(best_write),
        .write_address(best_write_address),
        .write_data(best_write_data),
        .read(best_read),
        .read_address(best_read_address),
        .read_data(best_read_data)
    );
    level_store_best_of best_of(
        .clock(best_of_clock),
        .is_max(best_of_is_max),
        .enable(best_of_enable),
        .word(best_of_word),
        .best(best_of_best)
    );
    level_store_block_entries root_entries(
        .enable(root_entries_enable),
        .word(root_entries_word),
        .select(root_entries_select),
        .entry(root_entries_entry),
        .flags(root_entries_flags),
        .picked(root_entries_picked),
        .replaced(root_entries_replaced),
        .flags_after(root_entries_flags_after)
    );
    level_store_child_entries child_entries(
        .enable(child_entries_enable),
        .word(child_entries_word),
        .select(child_entries_select),
        .entry(child_entries_entry),
        .flags(child_entries_flags),
        .picked(child_entries_picked),
        .replaced(child_entries_replaced),
        .flags_after(child_entries_flags_after)
    );
    level_store_block_entries block_entries(
        .enable(block_entries_enable),
        .word(block_entries_word),
        .select(block_entries_select),
        .entry(block_entries_entry),
        .flags(block_entries_flags),
        .picked(block_entries_picked),
        .replaced(block_entries_replaced),
        .flags_after(block_entries_flags_after)
    );
    level_store_block_number block_number(
        .word(block_number_word),
        .number(block_number_number)
    );
    level_store_block_number slot_number(
        .word(slot_number_word),
        .number(slot_number_number)
    );

    assign map_clock = clock;
    assign bests_clock = clock;
    assign children_clock = clock;
    assign blocks_clock = clock;
    assign allocator_clock = clock;
    assign counts_clock = clock;
    assign best_clock = clock;
    assign best_of_clock = clock;
    assign best_of_is_max = is_max;
    assign map_lookup = fold | ask;

    always @(*) begin
        map_key = 88'(fold_row) | (88'(fold_value) << 24);
        if (ask) begin
            map_key = 88'(ask_row) | (88'(ask_value) << 24);
        end
    end

    assign bests_read = fold;
    assign bests_read_address = fold_row;
    assign children_read = fold;
    assign children_read_address = fold_row;
    assign counts_read = fold | ask;

    always @(*) begin
        counts_read_address = fold_row;
        if (ask) begin
            counts_read_address = ask_row;
        end
    end

    assign known = map_found;
    assign is_last = map_payload[24:0] == 1;
    assign child_entries_enable = stage_q[1] | stage_q[2] | stage_q[6];
    assign child_entries_word = children_read_data;
    assign full_plus = child_entries_flags + 1;
    assign changes = comes_q | goes_q;
    assign root_entries_enable = stage_q[2] | stage_q[6];
    assign root_entries_word = bests_read_data;
    assign root_entries_select = chosen_q;
    assign child_entries_select = chosen_q;
    assign blocks_read = stage_q[2];
    assign blocks_read_address = child_entries_picked[23:0];

    always @(*) begin
        allocator_pop = 1'b0;
        if (stage_q[2]) begin
            allocator_pop = comes_q & ~root_entries_picked[64];
        end
    end

    assign block_entries_enable = stage_q[3];

    always @(*) begin
        block_entries_word = blocks_read_data;
        if (fresh_q) begin
            block_entries_word = 0;
        end
    end

    assign there_plus = block_entries_flags + 1;

    always @(*) begin
        slot_now = ~block_entries_flags & there_plus;
        block_entries_entry = 65'(value_q_q) | (65'(comes_q) << 64);
        if (goes_q) begin
            slot_now = 32'(1) << slot_q_q[4:0];
            block_entries_entry = 0;
        end
    end

    assign block_entries_select = slot_now;
    assign blocks_write = stage_q[4] & changes;
    assign blocks_write_address = handle_2_q;
    assign blocks_write_data = block_q_q;
    assign allocator_free = stage_q[4] & goes_q & block_empty_q;
    assign allocator_freed = handle_2_q;
    assign block_number_word = chosen_q;
    assign slot_number_word = slot_chosen_q;

    always @(*) begin
        map_write_slots = 0;
        counts_write_address = row_q_q;
        counts_write_data = counts_read_data + 1;
        if (goes_q) begin
            counts_write_data = counts_read_data - 1;
        end
        if (stage_q[4]) begin
            if (comes_q) begin
                map_write_slots = map_free;
            end
            if (goes_q | recounts_q) begin
                map_write_slots = map_hit;
            end
        end
        bests_write_address = row_q_q;
        bests_write_data = root_q_q;
        children_write_address = row_q_q;
        children_write_data = children_q_q;
        best_write_address = row_q_q;
        best_write_data = best_of_best;
        if (clear) begin
            map_write_slots = 65535;
            counts_write_address = clear_address;
            counts_write_data = 0;
            bests_write_address = clear_address;
            bests_write_data = 0;
            children_write_address = clear_address;
            children_write_data = 0;
            best_write_address = clear_address;
            best_write_data = 0;
        end
    end

    assign map_write_elsewhere = clear;
    assign map_write_address = clear_address;
    assign map_write_taken = ~goes_q & ~clear;
    assign map_write_key = 88'(row_q_q) | (88'(value_q_q) << 24);

    always @(*) begin
        map_write_payload = 35'(recount_q) | (35'(slot_q_q) << 25);
        if (comes_q) begin
            map_write_payload = (35'(slot_number_number) << 25) | (35'(block_number_number) << 30) | 1;
        end
    end

    assign counts_write = (stage_q[4] & changes) | clear;
    assign best_of_enable = stage_q[4] | stage_q[7];

    always @(*) begin
        best_of_word = block_q_q;
        if (stage_q[7]) begin
            best_of_word = root_q_q;
        end
    end

    assign root_entries_entry = best_of_best;
    assign child_entries_entry = 25'(handle_2_q) | (25'(block_full_q) << 24);
    assign bests_write = (stage_q[7] & changes) | clear;
    assign children_write = (stage_q[7] & changes) | clear;
    assign best_write = (stage_q[9] & changes) | clear;
    assign allocator_reset = clear;
    assign allocator_rows_max = block_count_value;
    assign allocator_is_hidden = 1'b1;
    assign allocator_reserve = 1'b0;
    assign allocator_wanted = 1'b0;
    assign allocator_finish = 1'b0;
    assign allocator_accept = 1'b0;
    assign fault = fault_q_q;
    assign best_read = read;
    assign best_read_address = row;

    always @(*) begin
        value = 66'(best_read_data[63:0]);
        if (~best_read_data[64]) begin
            value = 66'(1) << 64;
        end
    end

    assign group_after = 12'(of_group_q) + 12'(added_q);
    assign all_after = 26'(of_all_q) + 26'(added_q);
    assign fits = (group_after < 1024) & (all_after < 26'(capacity_value));
    assign answer = judged_q;
    assign ok = is_level_q | fits;
    assign map_scan = scan;
    assign map_scan_address = scan_address;
    assign map_scan_slot = scan_slot;
    assign scan_taken = map_scan_taken;
    assign scan_row = map_scan_key[23:0];
    assign scan_value = map_scan_key[87:24];
    assign scan_count = map_scan_payload[24:0];

    initial begin
        stage_q = 0;
        out_q_q = 0;
        row_q_q = 0;
        value_q_q = 0;
        comes_q = 0;
        goes_q = 0;
        recounts_q = 0;
        recount_q = 0;
        slot_q_q = 0;
        chosen_q = 0;
        fresh_q = 0;
        handle_q = 0;
        handle_2_q = 0;
        block_q_q = 0;
        slot_chosen_q = 0;
        block_full_q = 0;
        block_empty_q = 0;
        root_q_q = 0;
        children_q_q = 0;
        of_all_q = 0;
        asked_q = 0;
        asked_group_q = 0;
        judged_q = 0;
        is_level_q = 0;
        of_group_q = 0;
        added_q = 0;
        fault_q_q = 0;
    end

    always @(posedge clock) begin
        asked_group_q <= ask_group;
        is_level_q <= asked_group_q & map_found;
    end

    always @(posedge clock) begin
        stage_q <= stage_q << 1;
        if (fold) begin
            stage_q <= 2;
            out_q_q <= fold_out;
            row_q_q <= fold_row;
            value_q_q <= fold_value;
        end
        asked_q <= ask;
        judged_q <= asked_q;
        if (reset | clear) begin
            stage_q <= 0;
            asked_q <= 1'b0;
            judged_q <= 1'b0;
        end
    end

    always @(posedge clock) begin
        if (stage_q[1]) begin
            comes_q <= ~out_q_q & ~known;
            goes_q <= out_q_q & known & is_last;
            recounts_q <= known & (~out_q_q | ~is_last);
            recount_q <= map_payload[24:0] + 1;
            if (out_q_q) begin
                recount_q <= map_payload[24:0] - 1;
            end
            slot_q_q <= map_payload[34:25];
            chosen_q <= ~child_entries_flags & full_plus;
            if (known) begin
                chosen_q <= 32'(1) << map_payload[34:30];
            end
        end
    end

    always @(posedge clock) begin
        if (stage_q[2]) begin
            fresh_q <= ~root_entries_picked[64];
            handle_q <= child_entries_picked[23:0];
        end
    end

    always @(posedge clock) begin
        if (stage_q[3]) begin
            handle_2_q <= handle_q;
            if (fresh_q) begin
                handle_2_q <= allocator_handle;
            end
            block_q_q <= block_entries_replaced;
            slot_chosen_q <= slot_now;
            block_full_q <= &block_entries_flags_after;
            block_empty_q <= ~|block_entries_flags_after;
        end
    end

    always @(posedge clock) begin
        fault_q_q <= fault_q_q;
        if (stage_q[4]) begin
            if (comes_q) begin
                of_all_q <= of_all_q + 1;
                if (~|map_free | ~|chosen_q | (fresh_q & ~allocator_found)) begin
                    fault_q_q <= 1'b1;
                end
            end
            if (goes_q) begin
                of_all_q <= of_all_q - 1;
            end
        end
        if (clear) begin
            of_all_q <= 0;
            fault_q_q <= 1'b0;
        end
    end

    always @(posedge clock) begin
        if (stage_q[6]) begin
            root_q_q <= root_entries_replaced;
            children_q_q <= child_entries_replaced;
        end
    end

    always @(posedge clock) begin
        of_group_q <= 0;
        if (asked_group_q) begin
            of_group_q <= counts_read_data;
        end
    end

    always @(posedge clock) begin
        if (judged_q & ~is_level_q & fits) begin
            added_q <= added_q + 1;
        end
        if (forget) begin
            added_q <= 0;
        end
    end
endmodule

`default_nettype wire
