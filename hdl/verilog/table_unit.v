// SPDX-License-Identifier: Apache-2.0
// table_unit: a declared table of 4,096 rows: key index, columns and their ports
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module table_unit_ways (
    input wire clock,
    input wire [3:0] write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire write_taken,
    input wire [127:0] write_key,
    input wire [23:0] write_payload,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [127:0] wanted,
    output reg [3:0] hit,
    output reg [23:0] payload,
    output reg [3:0] vacant,
    output reg [2:0] load,
    input wire [1:0] slot,
    output reg slot_taken,
    output reg [127:0] slot_key,
    output reg [23:0] slot_payload
);
    reg [152:0] slot0 [0:511];
    reg [152:0] read0;
    reg [152:0] slot1 [0:511];
    reg [152:0] read1;
    reg [152:0] slot2 [0:511];
    reg [152:0] read2;
    reg [152:0] slot3 [0:511];
    reg [152:0] read3;

    always @(posedge clock) begin
        if (read) begin
            read0 <= slot0[read_address[8:0]];
            read1 <= slot1[read_address[8:0]];
            read2 <= slot2[read_address[8:0]];
            read3 <= slot3[read_address[8:0]];
        end
        if (write[0]) begin
            slot0[write_address[8:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[1]) begin
            slot1[write_address[8:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[2]) begin
            slot2[write_address[8:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[3]) begin
            slot3[write_address[8:0]] <= {write_taken, write_payload, write_key};
        end
    end

    always @(*) begin
        hit = 0;
        payload = 0;
        if (read0[152] && read0[127:0] == wanted) begin
            hit[0] = 1'b1;
            payload = payload | read0[151:128];
        end
        if (read1[152] && read1[127:0] == wanted) begin
            hit[1] = 1'b1;
            payload = payload | read1[151:128];
        end
        if (read2[152] && read2[127:0] == wanted) begin
            hit[2] = 1'b1;
            payload = payload | read2[151:128];
        end
        if (read3[152] && read3[127:0] == wanted) begin
            hit[3] = 1'b1;
            payload = payload | read3[151:128];
        end
        vacant[0] = !read0[152];
        vacant[1] = read0[152] && !read1[152];
        vacant[2] = read0[152] && read1[152] && !read2[152];
        vacant[3] = read0[152] && read1[152] && read2[152] && !read3[152];
        load = {2'd0, read0[152]} + {2'd0, read1[152]} + {2'd0, read2[152]} + {2'd0, read3[152]};
        case (slot)
            2'd0: {slot_taken, slot_payload, slot_key} = read0;
            2'd1: {slot_taken, slot_payload, slot_key} = read1;
            2'd2: {slot_taken, slot_payload, slot_key} = read2;
            default: {slot_taken, slot_payload, slot_key} = read3;
        endcase
    end
endmodule

module table_unit_queue (
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
    reg [23:0] words [0:4095];
    reg [23:0] fetched;

    always @(posedge clock) begin
       if (write) begin
          words[12'(write_address)] <= write_data;
       end
       if (read) begin
          fetched <= words[12'(read_address)];
       end
       read_data <= fetched;
    end
endmodule

module table_unit_window (
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

module table_unit_hash (
    input wire lookup,
    input wire [127:0] key,
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
                15'd0,
                ^(key & 128'h52ca1d0fafff2650ccca9309463a0e71),
                ^(key & 128'h1acd4e6acbdd2891bd175a4565f2db82),
                ^(key & 128'h8a5cd65da330855f6b709bd34fc34159),
                ^(key & 128'h94de7cc593a6a0f0fc2e266da6496fd8),
                ^(key & 128'hb437af157b8e216f6170331144ae4ac7),
                ^(key & 128'hf71c83cad71188362dee4b114507e980),
                ^(key & 128'hbc24936d8aee6f710a1d3a35c1103f7a),
                ^(key & 128'hbc7711b8dd3536d291d3259648889991),
                ^(key & 128'h1acf4a91b6969f2bb1c270fe6e6a4e5e)
            };
            address_1 = {
                15'd0,
                ^(key & 128'ha874acaef1acc87fc7b5824bced34bed),
                ^(key & 128'hebb1ac39b2b38da30e7f034ecba62f64),
                ^(key & 128'h91925e9b99ae7f60d92e34e256e7a59e),
                ^(key & 128'hf2d79c77746b1027a4befcffb64731af),
                ^(key & 128'h8c46b4681eb4d6b42a38a5d4932e1db8),
                ^(key & 128'h852637e2e05477feef4d2c265112ef74),
                ^(key & 128'h1d5fc5c34b20d8815f7a7fad58aaa7c4),
                ^(key & 128'h575c9d25966aa1b2a59fe24ce472ae02),
                ^(key & 128'h649390edbc71e6175720300378b7e16c)
            };
            address_2 = {
                15'd0,
                ^(key & 128'hde3a88f36fff5b62748ad1764d95b066),
                ^(key & 128'hf3ef61be00cb62fccc57e218c48c0d45),
                ^(key & 128'ha8df7836d2741f4135cbe5b6abb98967),
                ^(key & 128'h979205455b26988c18bd52c20f009623),
                ^(key & 128'hea000492332c4f8fc82fba98e5f15531),
                ^(key & 128'hf943c0c394cbee83805a358d46b7d65e),
                ^(key & 128'hbba32a22e3d6878a096c53849d942b2c),
                ^(key & 128'h76aae3fa26739daeda07639bf206666a),
                ^(key & 128'h71605dcbd7f86b717b62308db826a4e6)
            };
            address_3 = {
                15'd0,
                ^(key & 128'h198c33ce35e3fe85e0a8614ab5eb6b16),
                ^(key & 128'hb77d62dbfe0119a369d3cf53b05d8f3b),
                ^(key & 128'h7d2b53e3f1f65e0f7f949c45e8daad34),
                ^(key & 128'hef7f3ff66aecf811149ae17e2ae31f9d),
                ^(key & 128'hce3c33a47e1fb8dc81e7011ce90f8616),
                ^(key & 128'h34f72b90bc271ba1dfe874a507f41705),
                ^(key & 128'hf9b59359c74d5bd83c309312ba557632),
                ^(key & 128'h15275eca25dcca56e079f1da0191a307),
                ^(key & 128'hd3b474717f86c36d016a5887bee9e4db)
            };
        end
    end

endmodule

module table_unit_columns (
    input wire [65:0] value,
    input wire [1:0] width,
    input wire [2:0] offset,
    output wire [127:0] part,
    output reg fits,
    output reg [1:0] tag
);
    reg [63:0] bits;
    wire [48:0] above_16;
    wire [32:0] above_32;
    wire [6:0] shift;

    assign above_16 = value[63:15];
    assign above_32 = value[63:31];
    assign shift = 7'(offset) << 4;

    always @(*) begin
        fits = 1'b1;
        tag = value[65:64];
        bits = value[63:0];
        if (width == 0) begin
            bits = 0;
            tag = 0;
        end
        if (width == 1) begin
            bits = 64'(value[15:0]);
            fits = ~|above_16 | &above_16;
        end
        if (width == 2) begin
            bits = 64'(value[31:0]);
            fits = ~|above_32 | &above_32;
        end
    end

    assign part = 128'(bits) << shift;
endmodule

module table_unit_constants (
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

module table_unit_allocator (
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

    table_unit_queue queue(
        .clock(queue_clock),
        .write(queue_write),
        .write_address(queue_write_address),
        .write_data(queue_write_data),
        .read(queue_read),
        .read_address(queue_read_address),
        .read_data(queue_read_data)
    );
    table_unit_window window(
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

module table_unit_map (
    input wire clock,
    input wire lookup,
    input wire [127:0] key,
    output wire found,
    output wire [23:0] payload,
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
    input wire [127:0] write_key,
    input wire [23:0] write_payload,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot,
    output reg scan_taken,
    output reg [127:0] scan_key,
    output reg [23:0] scan_payload
);
    wire hash_lookup;
    wire [127:0] hash_key;
    wire [23:0] hash_otherwise;
    wire [23:0] hash_address_0;
    wire [23:0] hash_address_1;
    wire [23:0] hash_address_2;
    wire [23:0] hash_address_3;
    wire ways_0_clock;
    wire [3:0] ways_0_write;
    reg [23:0] ways_0_write_address;
    wire ways_0_write_taken;
    wire [127:0] ways_0_write_key;
    wire [23:0] ways_0_write_payload;
    wire ways_0_read;
    wire [23:0] ways_0_read_address;
    wire [127:0] ways_0_wanted;
    wire [3:0] ways_0_hit;
    wire [23:0] ways_0_payload;
    wire [3:0] ways_0_vacant;
    wire [2:0] ways_0_load;
    wire [1:0] ways_0_slot;
    wire ways_0_slot_taken;
    wire [127:0] ways_0_slot_key;
    wire [23:0] ways_0_slot_payload;
    wire ways_1_clock;
    wire [3:0] ways_1_write;
    reg [23:0] ways_1_write_address;
    wire ways_1_write_taken;
    wire [127:0] ways_1_write_key;
    wire [23:0] ways_1_write_payload;
    wire ways_1_read;
    wire [23:0] ways_1_read_address;
    wire [127:0] ways_1_wanted;
    wire [3:0] ways_1_hit;
    wire [23:0] ways_1_payload;
    wire [3:0] ways_1_vacant;
    wire [2:0] ways_1_load;
    wire [1:0] ways_1_slot;
    wire ways_1_slot_taken;
    wire [127:0] ways_1_slot_key;
    wire [23:0] ways_1_slot_payload;
    wire ways_2_clock;
    wire [3:0] ways_2_write;
    reg [23:0] ways_2_write_address;
    wire ways_2_write_taken;
    wire [127:0] ways_2_write_key;
    wire [23:0] ways_2_write_payload;
    wire ways_2_read;
    wire [23:0] ways_2_read_address;
    wire [127:0] ways_2_wanted;
    wire [3:0] ways_2_hit;
    wire [23:0] ways_2_payload;
    wire [3:0] ways_2_vacant;
    wire [2:0] ways_2_load;
    wire [1:0] ways_2_slot;
    wire ways_2_slot_taken;
    wire [127:0] ways_2_slot_key;
    wire [23:0] ways_2_slot_payload;
    wire ways_3_clock;
    wire [3:0] ways_3_write;
    reg [23:0] ways_3_write_address;
    wire ways_3_write_taken;
    wire [127:0] ways_3_write_key;
    wire [23:0] ways_3_write_payload;
    wire ways_3_read;
    wire [23:0] ways_3_read_address;
    wire [127:0] ways_3_wanted;
    wire [3:0] ways_3_hit;
    wire [23:0] ways_3_payload;
    wire [3:0] ways_3_vacant;
    wire [2:0] ways_3_load;
    wire [1:0] ways_3_slot;
    wire ways_3_slot_taken;
    wire [127:0] ways_3_slot_key;
    wire [23:0] ways_3_slot_payload;
    reg [127:0] wanted_q;
    reg [23:0] addresses_0_q;
    reg [23:0] addresses_1_q;
    reg [23:0] addresses_2_q;
    reg [23:0] addresses_3_q;

    reg [2:0] least;

    table_unit_hash hash(
        .lookup(hash_lookup),
        .key(hash_key),
        .otherwise(hash_otherwise),
        .address_0(hash_address_0),
        .address_1(hash_address_1),
        .address_2(hash_address_2),
        .address_3(hash_address_3)
    );
    table_unit_ways ways_0(
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
    table_unit_ways ways_1(
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
    table_unit_ways ways_2(
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
    table_unit_ways ways_3(
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

module table_unit_place (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [39:0] write_data,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    output reg [39:0] read_data
);
    reg [39:0] words [0:4095];

    always @(posedge clock) begin
        if (read) begin
            read_data <= words[read_address[11:0]];
        end
        if (write) begin
            words[write_address[11:0]] <= write_data;
        end
    end
endmodule

module table_unit_index (
    input wire clock,
    input wire reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire [24:0] rows_max,
    input wire is_hidden,
    input wire [2:0] operation,
    input wire go,
    input wire [127:0] key,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row,
    // verilator lint_on UNUSEDSIGNAL
    input wire [9:0] dst,
    input wire [1:0] tag,
    output wire answer,
    output wire [9:0] answer_slot,
    output reg [65:0] answer_data,
    output wire member_read,
    input wire last_member,
    output wire closing,
    output wire [23:0] closing_row,
    output wire opened,
    output wire [23:0] opened_row,
    input wire reserve,
    input wire wanted,
    input wire finish,
    input wire accept,
    output wire [23:0] reserved_row,
    output wire reserved_found,
    output wire reserved_ok,
    output wire [24:0] rows,
    output wire fault,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot,
    output wire scan_taken,
    output wire [127:0] scan_key,
    output wire [23:0] scan_row
);
    wire map_clock;
    wire map_lookup;
    wire [127:0] map_key;
    wire map_found;
    wire [23:0] map_payload;
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
    reg [23:0] map_write_address;
    wire map_write_taken;
    wire [127:0] map_write_key;
    wire [23:0] map_write_payload;
    wire map_scan;
    wire [23:0] map_scan_address;
    wire [3:0] map_scan_slot;
    wire map_scan_taken;
    wire [127:0] map_scan_key;
    // The count of a level is read back, not its slot.
    // verilator lint_off UNUSEDSIGNAL
    wire [23:0] map_scan_payload;
    // verilator lint_on UNUSEDSIGNAL
    wire allocator_clock;
    wire allocator_reset;
    wire [24:0] allocator_rows_max;
    wire allocator_is_hidden;
    wire allocator_reserve;
    wire allocator_wanted;
    wire allocator_pop;
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
    wire place_clock;
    wire place_write;
    wire [23:0] place_write_address;
    wire [39:0] place_write_data;
    wire place_read;
    wire [23:0] place_read_address;
    wire [39:0] place_read_data;
    reg [2:0] operation_2_q;
    reg go_2_q;
    reg [23:0] row_2_q;
    reg [9:0] dst_2_q;
    reg [1:0] tag_2_q;
    reg [2:0] operation_3_q;
    reg go_3_q;
    reg found_3_q;
    reg [23:0] row_3_q;
    reg [15:0] free_3_q;
    reg [23:0] free_address_3_q;
    reg [9:0] dst_3_q;
    reg [1:0] tag_3_q;
    reg [127:0] key_held_q;
    reg fault_q_q;

    wire looks_up;
    wire removes;
    wire enters;
    reg [23:0] entering_row;
    wire there;

    table_unit_map map(
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
    table_unit_allocator allocator(
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
    table_unit_place place(
        .clock(place_clock),
        .write(place_write),
        .write_address(place_write_address),
        .write_data(place_write_data),
        .read(place_read),
        .read_address(place_read_address),
        .read_data(place_read_data)
    );

    assign map_clock = clock;
    assign place_clock = clock;
    assign allocator_clock = clock;
    assign looks_up = go & (operation < 5);
    assign removes = go & (operation > 4);
    assign map_lookup = looks_up;
    assign map_key = key;
    assign place_read = removes;
    assign place_read_address = row;
    assign member_read = removes;
    assign allocator_pop = go_2_q & (operation_2_q == 4) & ~map_found;
    assign closing = go_2_q & (operation_2_q > 4);
    assign closing_row = row_2_q;
    assign allocator_free = closing & last_member;
    assign allocator_freed = row_2_q;

    always @(*) begin
        entering_row = row_3_q;
        if (operation_3_q == 4) begin
            entering_row = allocator_handle;
        end
    end

    assign enters = go_3_q & ~found_3_q & ((operation_3_q == 2) | ((operation_3_q == 4) & allocator_found));
    assign there = go_3_q & (found_3_q | enters);
    assign answer = (operation_3_q == 1) | (operation_3_q == 3) | (operation_3_q == 4);
    assign answer_slot = dst_3_q;

    always @(*) begin
        answer_data = 66'(tag_3_q) << 64;
        if (there) begin
            answer_data = 66'(row_3_q);
            if (enters) begin
                answer_data = 66'(entering_row);
            end
        end
    end

    assign opened = there & (operation_3_q == 4);
    assign opened_row = answer_data[23:0];

    always @(*) begin
        map_write_slots = 0;
        map_write_address = place_read_data[23:0];
        if (enters) begin
            map_write_slots = free_3_q;
        end
        if (allocator_free) begin
            map_write_slots = place_read_data[39:24];
        end
        if (clear) begin
            map_write_slots = 65535;
            map_write_address = clear_address;
        end
    end

    assign map_write_elsewhere = allocator_free | clear;
    assign map_write_taken = enters & ~clear;
    assign map_write_key = key_held_q;
    assign map_write_payload = entering_row;
    assign place_write = enters;
    assign place_write_address = entering_row;
    assign place_write_data = 40'(free_address_3_q) | (40'(free_3_q) << 24);
    assign allocator_reset = clear;
    assign allocator_rows_max = rows_max;
    assign allocator_is_hidden = is_hidden;
    assign allocator_reserve = reserve;
    assign allocator_wanted = wanted;
    assign allocator_finish = finish | reset;
    assign allocator_accept = accept & ~reset;
    assign reserved_row = allocator_handle;
    assign reserved_found = allocator_found;
    assign reserved_ok = allocator_ok;
    assign rows = allocator_rows;
    assign fault = fault_q_q;
    assign map_scan = scan;
    assign map_scan_address = scan_address;
    assign map_scan_slot = scan_slot;
    assign scan_taken = map_scan_taken;
    assign scan_key = map_scan_key;
    assign scan_row = map_scan_payload;

    initial begin
        operation_2_q = 0;
        go_2_q = 0;
        row_2_q = 0;
        dst_2_q = 0;
        tag_2_q = 0;
        operation_3_q = 0;
        go_3_q = 0;
        found_3_q = 0;
        row_3_q = 0;
        free_3_q = 0;
        free_address_3_q = 0;
        dst_3_q = 0;
        tag_3_q = 0;
        key_held_q = 0;
        fault_q_q = 0;
    end

    always @(posedge clock) begin
        row_2_q <= row;
        dst_2_q <= dst;
        tag_2_q <= tag;
        found_3_q <= map_found;
        free_3_q <= map_free;
        free_address_3_q <= map_free_address;
        dst_3_q <= dst_2_q;
        tag_3_q <= tag_2_q;
    end

    always @(posedge clock) begin
        key_held_q <= key_held_q;
        if (looks_up) begin
            key_held_q <= key;
        end
    end

    always @(posedge clock) begin
        operation_2_q <= operation;
        go_2_q <= go;
        operation_3_q <= operation_2_q;
        go_3_q <= go_2_q;
        if (reset | clear) begin
            operation_2_q <= 0;
            go_2_q <= 1'b0;
            operation_3_q <= 0;
            go_3_q <= 1'b0;
        end
    end

    always @(posedge clock) begin
        row_3_q <= row_2_q;
        if (map_found) begin
            row_3_q <= map_payload;
        end
    end

    always @(posedge clock) begin
        fault_q_q <= fault_q_q;
        if (go_3_q & ~found_3_q) begin
            if ((operation_3_q == 4) & ~allocator_found) begin
                fault_q_q <= 1'b1;
            end
            if (enters & ~|free_3_q) begin
                fault_q_q <= 1'b1;
            end
        end
        if (clear) begin
            fault_q_q <= 1'b0;
        end
    end
endmodule

module table_unit_port (
    input wire clock,
    input wire reset,
    input wire live,
    input wire permit,
    input wire effects,
    input wire permit_effects,
    input wire [10:0] address,
    input wire [5:0] program_write,
    input wire [10:0] program_address,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [63:0] program_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] slot_0,
    output wire [9:0] slot_1,
    output wire [9:0] slot_2,
    output wire [9:0] slot_3,
    input wire [65:0] slot_data_0,
    input wire [65:0] slot_data_1,
    input wire [65:0] slot_data_2,
    input wire [65:0] slot_data_3,
    output wire [9:0] row_slot,
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [10:0] predicate,
    input wire [2:0] predicate_data,
    output wire [2:0] operation,
    output wire go,
    output wire [127:0] key,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    output wire [23:0] row,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] dst,
    output wire [1:0] tag
);
    wire operations_clock;
    wire operations_write;
    wire [10:0] operations_write_address;
    wire [63:0] operations_write_data;
    wire [10:0] operations_read_address;
    wire [63:0] operations_read_data;
    wire operands_clock;
    wire operands_write;
    wire [10:0] operands_write_address;
    wire [63:0] operands_write_data;
    wire [10:0] operands_read_address;
    wire [63:0] operands_read_data;
    wire constants_0_clock;
    wire constants_0_write;
    wire [10:0] constants_0_write_address;
    wire [63:0] constants_0_write_data;
    wire [10:0] constants_0_read_address;
    wire [63:0] constants_0_read_data;
    wire constants_1_clock;
    wire constants_1_write;
    wire [10:0] constants_1_write_address;
    wire [63:0] constants_1_write_data;
    wire [10:0] constants_1_read_address;
    wire [63:0] constants_1_read_data;
    wire constants_2_clock;
    wire constants_2_write;
    wire [10:0] constants_2_write_address;
    wire [63:0] constants_2_write_data;
    wire [10:0] constants_2_read_address;
    wire [63:0] constants_2_read_data;
    wire constants_3_clock;
    wire constants_3_write;
    wire [10:0] constants_3_write_address;
    wire [63:0] constants_3_write_data;
    wire [10:0] constants_3_read_address;
    wire [63:0] constants_3_read_data;
    reg [65:0] columns_0_value;
    wire [1:0] columns_0_width;
    wire [2:0] columns_0_offset;
    wire [127:0] columns_0_part;
    wire columns_0_fits;
    wire [1:0] columns_0_tag;
    reg [65:0] columns_1_value;
    wire [1:0] columns_1_width;
    wire [2:0] columns_1_offset;
    wire [127:0] columns_1_part;
    wire columns_1_fits;
    wire [1:0] columns_1_tag;
    reg [65:0] columns_2_value;
    wire [1:0] columns_2_width;
    wire [2:0] columns_2_offset;
    wire [127:0] columns_2_part;
    wire columns_2_fits;
    wire [1:0] columns_2_tag;
    reg [65:0] columns_3_value;
    wire [1:0] columns_3_width;
    wire [2:0] columns_3_offset;
    wire [127:0] columns_3_part;
    wire columns_3_fits;
    wire [1:0] columns_3_tag;
    reg [2:0] operation_q_q;
    reg go_q_q;
    reg [127:0] key_q_q;
    reg [23:0] row_q_q;
    reg [9:0] dst_q_q;
    reg [1:0] tag_q_q;

    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] word;
    // verilator lint_on UNUSEDSIGNAL
    wire [63:0] places;
    reg enabled;
    reg may_change;
    wire wanted;
    reg [1:0] worst;
    reg key_there;
    wire row_there;

    table_unit_constants operations(
        .clock(operations_clock),
        .write(operations_write),
        .write_address(operations_write_address),
        .write_data(operations_write_data),
        .read_address(operations_read_address),
        .read_data(operations_read_data)
    );
    table_unit_constants operands(
        .clock(operands_clock),
        .write(operands_write),
        .write_address(operands_write_address),
        .write_data(operands_write_data),
        .read_address(operands_read_address),
        .read_data(operands_read_data)
    );
    table_unit_constants constants_0(
        .clock(constants_0_clock),
        .write(constants_0_write),
        .write_address(constants_0_write_address),
        .write_data(constants_0_write_data),
        .read_address(constants_0_read_address),
        .read_data(constants_0_read_data)
    );
    table_unit_constants constants_1(
        .clock(constants_1_clock),
        .write(constants_1_write),
        .write_address(constants_1_write_address),
        .write_data(constants_1_write_data),
        .read_address(constants_1_read_address),
        .read_data(constants_1_read_data)
    );
    table_unit_constants constants_2(
        .clock(constants_2_clock),
        .write(constants_2_write),
        .write_address(constants_2_write_address),
        .write_data(constants_2_write_data),
        .read_address(constants_2_read_address),
        .read_data(constants_2_read_data)
    );
    table_unit_constants constants_3(
        .clock(constants_3_clock),
        .write(constants_3_write),
        .write_address(constants_3_write_address),
        .write_data(constants_3_write_data),
        .read_address(constants_3_read_address),
        .read_data(constants_3_read_data)
    );
    table_unit_columns columns_0(
        .value(columns_0_value),
        .width(columns_0_width),
        .offset(columns_0_offset),
        .part(columns_0_part),
        .fits(columns_0_fits),
        .tag(columns_0_tag)
    );
    table_unit_columns columns_1(
        .value(columns_1_value),
        .width(columns_1_width),
        .offset(columns_1_offset),
        .part(columns_1_part),
        .fits(columns_1_fits),
        .tag(columns_1_tag)
    );
    table_unit_columns columns_2(
        .value(columns_2_value),
        .width(columns_2_width),
        .offset(columns_2_offset),
        .part(columns_2_part),
        .fits(columns_2_fits),
        .tag(columns_2_tag)
    );
    table_unit_columns columns_3(
        .value(columns_3_value),
        .width(columns_3_width),
        .offset(columns_3_offset),
        .part(columns_3_part),
        .fits(columns_3_fits),
        .tag(columns_3_tag)
    );

    assign operations_clock = clock;
    assign operations_read_address = address;
    assign operations_write = program_write[0];
    assign operations_write_address = program_address;
    assign operations_write_data = program_data;
    assign operands_clock = clock;
    assign operands_read_address = address;
    assign operands_write = program_write[1];
    assign operands_write_address = program_address;
    assign operands_write_data = program_data;
    assign constants_0_clock = clock;
    assign constants_0_read_address = address;
    assign constants_0_write = program_write[0 + 2];
    assign constants_0_write_address = program_address;
    assign constants_0_write_data = program_data;
    assign constants_1_clock = clock;
    assign constants_1_read_address = address;
    assign constants_1_write = program_write[1 + 2];
    assign constants_1_write_address = program_address;
    assign constants_1_write_data = program_data;
    assign constants_2_clock = clock;
    assign constants_2_read_address = address;
    assign constants_2_write = program_write[2 + 2];
    assign constants_2_write_address = program_address;
    assign constants_2_write_data = program_data;
    assign constants_3_clock = clock;
    assign constants_3_read_address = address;
    assign constants_3_write = program_write[3 + 2];
    assign constants_3_write_address = program_address;
    assign constants_3_write_data = program_data;
    assign word = operations_read_data;
    assign places = operands_read_data;
    assign slot_0 = places[9:0];
    assign slot_1 = places[20:11];
    assign slot_2 = places[31:22];
    assign slot_3 = places[42:33];

    always @(*) begin
        columns_0_value = slot_data_0;
        if (places[10]) begin
            columns_0_value = 66'(constants_0_read_data) | (66'(places[45:44]) << 64);
        end
    end

    always @(*) begin
        columns_1_value = slot_data_1;
        if (places[21]) begin
            columns_1_value = 66'(constants_1_read_data) | (66'(places[47:46]) << 64);
        end
    end

    always @(*) begin
        columns_2_value = slot_data_2;
        if (places[32]) begin
            columns_2_value = 66'(constants_2_read_data) | (66'(places[49:48]) << 64);
        end
    end

    always @(*) begin
        columns_3_value = slot_data_3;
        if (places[43]) begin
            columns_3_value = 66'(constants_3_read_data) | (66'(places[51:50]) << 64);
        end
    end

    assign columns_0_width = word[49:48];
    assign columns_1_width = word[51:50];
    assign columns_2_width = word[53:52];
    assign columns_3_width = word[55:54];
    assign columns_0_offset = places[54:52];
    assign columns_1_offset = places[57:55];
    assign columns_2_offset = places[60:58];
    assign columns_3_offset = places[63:61];
    assign row_slot = word[47:38];
    assign predicate = word[28:18];
    assign wanted = ~word[29] | (predicate_data == 1);

    always @(*) begin
        worst = 0;
        if (word[29]) begin
            if (predicate_data == 3) begin
                worst = 2;
            end
            if (predicate_data == 4) begin
                worst = 3;
            end
        end
        if (columns_0_tag > worst) begin
            worst = columns_0_tag;
        end
        if (columns_1_tag > worst) begin
            worst = columns_1_tag;
        end
        if (columns_2_tag > worst) begin
            worst = columns_2_tag;
        end
        if (columns_3_tag > worst) begin
            worst = columns_3_tag;
        end
    end

    always @(*) begin
        key_there = columns_0_fits & columns_1_fits & columns_2_fits & columns_3_fits;
        if (|columns_0_tag) begin
            key_there = 1'b0;
        end
        if (|columns_1_tag) begin
            key_there = 1'b0;
        end
        if (|columns_2_tag) begin
            key_there = 1'b0;
        end
        if (|columns_3_tag) begin
            key_there = 1'b0;
        end
    end

    assign row_there = ~|row_data[65:64];

    always @(*) begin
        enabled = live;
        may_change = live & permit;
        if (word[56]) begin
            enabled = live & effects;
            may_change = live & effects & permit_effects;
        end
    end

    assign operation = operation_q_q;
    assign go = go_q_q;
    assign key = key_q_q;
    assign row = row_q_q;
    assign dst = dst_q_q;
    assign tag = tag_q_q;

    initial begin
        operation_q_q = 0;
        go_q_q = 0;
        key_q_q = 0;
        row_q_q = 0;
        dst_q_q = 0;
        tag_q_q = 0;
    end

    always @(posedge clock) begin
        operation_q_q <= 0;
        if (enabled) begin
            operation_q_q <= word[2:0];
        end
        go_q_q <= 1'b0;
        if (word[2:0] == 1) begin
            go_q_q <= enabled & wanted & key_there;
        end
        if (word[2:0] == 2) begin
            go_q_q <= may_change & wanted & key_there & row_there;
        end
        if ((word[2:0] == 3) | (word[2:0] == 4)) begin
            go_q_q <= may_change & wanted & key_there;
        end
        if (word[2:0] > 4) begin
            go_q_q <= may_change & wanted & row_there;
        end
        if (reset) begin
            operation_q_q <= 0;
            go_q_q <= 1'b0;
        end
    end

    always @(posedge clock) begin
        tag_q_q <= 1;
        if ((word[2:0] == 1) & (worst > 1)) begin
            tag_q_q <= worst;
        end
    end

    always @(posedge clock) begin
        if (live) begin
            key_q_q <= columns_0_part | columns_1_part | columns_2_part | columns_3_part;
            row_q_q <= row_data[23:0];
            dst_q_q <= word[17:8];
        end
    end
endmodule

module table_unit_columns_2 (
    input wire clock,
    input wire [7:0] write,
    input wire [31:0] write_columns,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [191:0] write_rows,
    // verilator lint_on UNUSEDSIGNAL
    input wire [527:0] write_values,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] row,
    // verilator lint_on UNUSEDSIGNAL
    output reg [593:0] values
);
    reg [65:0] column0 [0:4095];
    reg [65:0] column1 [0:4095];
    reg [65:0] column2 [0:4095];
    reg [65:0] column3 [0:4095];
    reg [65:0] column4 [0:4095];
    reg [65:0] column5 [0:4095];
    reg [65:0] column6 [0:4095];
    reg [65:0] column7 [0:4095];
    reg [65:0] column8 [0:4095];

    always @(posedge clock) begin
        if (read) begin
            values[65:0] <= column0[row[11:0]];
            values[131:66] <= column1[row[11:0]];
            values[197:132] <= column2[row[11:0]];
            values[263:198] <= column3[row[11:0]];
            values[329:264] <= column4[row[11:0]];
            values[395:330] <= column5[row[11:0]];
            values[461:396] <= column6[row[11:0]];
            values[527:462] <= column7[row[11:0]];
            values[593:528] <= column8[row[11:0]];
        end
        if (write[0] && write_columns[3:0] == 4'd0) begin
            column0[write_rows[11:0]] <= write_values[65:0];
        end
        if (write[1] && write_columns[7:4] == 4'd1) begin
            column1[write_rows[35:24]] <= write_values[131:66];
        end
        if (write[2] && write_columns[11:8] == 4'd2) begin
            column2[write_rows[59:48]] <= write_values[197:132];
        end
        if (write[3] && write_columns[15:12] == 4'd3) begin
            column3[write_rows[83:72]] <= write_values[263:198];
        end
        if (write[4] && write_columns[19:16] == 4'd4) begin
            column4[write_rows[107:96]] <= write_values[329:264];
        end
        if (write[5] && write_columns[23:20] == 4'd5) begin
            column5[write_rows[131:120]] <= write_values[395:330];
        end
        if (write[6] && write_columns[27:24] == 4'd6) begin
            column6[write_rows[155:144]] <= write_values[461:396];
        end
        if (write[7] && write_columns[31:28] == 4'd7) begin
            column7[write_rows[179:168]] <= write_values[527:462];
        end
        if (write[0] && write_columns[3:0] == 4'd8) begin
            column8[write_rows[11:0]] <= write_values[65:0];
        end
    end
endmodule

module table_unit_fetch_port (
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

    table_unit_constants first(
        .clock(first_clock),
        .write(first_write),
        .write_address(first_write_address),
        .write_data(first_write_data),
        .read_address(first_read_address),
        .read_data(first_read_data)
    );
    table_unit_constants second(
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

module table_unit_key_unit (
    input wire clock,
    input wire reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire [24:0] rows_max,
    input wire is_hidden,
    input wire live,
    input wire permit,
    input wire effects,
    input wire permit_effects,
    input wire finish,
    input wire [10:0] address,
    input wire [6:0] program_write,
    input wire [10:0] program_address,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [63:0] program_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] slot_0,
    output wire [9:0] slot_1,
    output wire [9:0] slot_2,
    output wire [9:0] slot_3,
    input wire [65:0] slot_data_0,
    input wire [65:0] slot_data_1,
    input wire [65:0] slot_data_2,
    input wire [65:0] slot_data_3,
    output wire [9:0] row_slot,
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [10:0] predicate,
    input wire [2:0] predicate_data,
    output wire [10:0] reserve_predicate,
    input wire [2:0] reserve_predicate_data,
    output wire answer,
    output wire [9:0] answer_slot,
    output wire [65:0] answer_data,
    output wire reserved,
    output wire [9:0] reserved_slot,
    output reg [65:0] reserved_data,
    output wire [7:0] reserved_entry,
    output reg [2:0] reserved_truth,
    output wire member_read,
    output wire [23:0] member_row,
    input wire last_member,
    output wire closing,
    output wire [23:0] closing_row,
    output wire opened,
    output wire [23:0] opened_row,
    output wire [24:0] rows,
    output wire fault,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot,
    output wire scan_taken,
    output wire [127:0] scan_key,
    output wire [23:0] scan_row
);
    wire port_clock;
    wire port_reset;
    wire port_live;
    wire port_permit;
    wire port_effects;
    wire port_permit_effects;
    wire [10:0] port_address;
    wire [5:0] port_program_write;
    wire [10:0] port_program_address;
    wire [63:0] port_program_data;
    wire [9:0] port_slot_0;
    wire [9:0] port_slot_1;
    wire [9:0] port_slot_2;
    wire [9:0] port_slot_3;
    wire [65:0] port_slot_data_0;
    wire [65:0] port_slot_data_1;
    wire [65:0] port_slot_data_2;
    wire [65:0] port_slot_data_3;
    wire [9:0] port_row_slot;
    wire [65:0] port_row_data;
    wire [10:0] port_predicate;
    wire [2:0] port_predicate_data;
    wire [2:0] port_operation;
    wire port_go;
    wire [127:0] port_key;
    wire [23:0] port_row;
    wire [9:0] port_dst;
    wire [1:0] port_tag;
    wire index_clock;
    wire index_reset;
    wire index_clear;
    wire [23:0] index_clear_address;
    wire [24:0] index_rows_max;
    wire index_is_hidden;
    wire [2:0] index_operation;
    wire index_go;
    wire [127:0] index_key;
    wire [23:0] index_row;
    wire [9:0] index_dst;
    wire [1:0] index_tag;
    wire index_answer;
    wire [9:0] index_answer_slot;
    wire [65:0] index_answer_data;
    wire index_member_read;
    wire index_last_member;
    wire index_closing;
    wire [23:0] index_closing_row;
    wire index_opened;
    wire [23:0] index_opened_row;
    wire index_reserve;
    wire index_wanted;
    wire index_finish;
    wire index_accept;
    wire [23:0] index_reserved_row;
    wire index_reserved_found;
    wire index_reserved_ok;
    wire [24:0] index_rows;
    wire index_fault;
    wire index_scan;
    wire [23:0] index_scan_address;
    wire [3:0] index_scan_slot;
    wire index_scan_taken;
    wire [127:0] index_scan_key;
    wire [23:0] index_scan_row;
    wire reserves_clock;
    wire reserves_write;
    wire [10:0] reserves_write_address;
    wire [63:0] reserves_write_data;
    wire [10:0] reserves_read_address;
    wire [63:0] reserves_read_data;
    reg reserved_q_q;
    reg [9:0] slot_q_q;
    reg [7:0] entry_q_q;
    reg [2:0] truth_q_q;

    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] word;
    // verilator lint_on UNUSEDSIGNAL
    reg [2:0] truth;

    table_unit_port port(
        .clock(port_clock),
        .reset(port_reset),
        .live(port_live),
        .permit(port_permit),
        .effects(port_effects),
        .permit_effects(port_permit_effects),
        .address(port_address),
        .program_write(port_program_write),
        .program_address(port_program_address),
        .program_data(port_program_data),
        .slot_0(port_slot_0),
        .slot_1(port_slot_1),
        .slot_2(port_slot_2),
        .slot_3(port_slot_3),
        .slot_data_0(port_slot_data_0),
        .slot_data_1(port_slot_data_1),
        .slot_data_2(port_slot_data_2),
        .slot_data_3(port_slot_data_3),
        .row_slot(port_row_slot),
        .row_data(port_row_data),
        .predicate(port_predicate),
        .predicate_data(port_predicate_data),
        .operation(port_operation),
        .go(port_go),
        .key(port_key),
        .row(port_row),
        .dst(port_dst),
        .tag(port_tag)
    );
    table_unit_index index(
        .clock(index_clock),
        .reset(index_reset),
        .clear(index_clear),
        .clear_address(index_clear_address),
        .rows_max(index_rows_max),
        .is_hidden(index_is_hidden),
        .operation(index_operation),
        .go(index_go),
        .key(index_key),
        .row(index_row),
        .dst(index_dst),
        .tag(index_tag),
        .answer(index_answer),
        .answer_slot(index_answer_slot),
        .answer_data(index_answer_data),
        .member_read(index_member_read),
        .last_member(index_last_member),
        .closing(index_closing),
        .closing_row(index_closing_row),
        .opened(index_opened),
        .opened_row(index_opened_row),
        .reserve(index_reserve),
        .wanted(index_wanted),
        .finish(index_finish),
        .accept(index_accept),
        .reserved_row(index_reserved_row),
        .reserved_found(index_reserved_found),
        .reserved_ok(index_reserved_ok),
        .rows(index_rows),
        .fault(index_fault),
        .scan(index_scan),
        .scan_address(index_scan_address),
        .scan_slot(index_scan_slot),
        .scan_taken(index_scan_taken),
        .scan_key(index_scan_key),
        .scan_row(index_scan_row)
    );
    table_unit_constants reserves(
        .clock(reserves_clock),
        .write(reserves_write),
        .write_address(reserves_write_address),
        .write_data(reserves_write_data),
        .read_address(reserves_read_address),
        .read_data(reserves_read_data)
    );

    assign port_clock = clock;
    assign port_reset = reset;
    assign port_live = live;
    assign port_permit = permit;
    assign port_effects = effects;
    assign port_permit_effects = permit_effects;
    assign port_address = address;
    assign port_program_write = program_write[5:0];
    assign port_program_address = program_address;
    assign port_program_data = program_data;
    assign slot_0 = port_slot_0;
    assign port_slot_data_0 = slot_data_0;
    assign slot_1 = port_slot_1;
    assign port_slot_data_1 = slot_data_1;
    assign slot_2 = port_slot_2;
    assign port_slot_data_2 = slot_data_2;
    assign slot_3 = port_slot_3;
    assign port_slot_data_3 = slot_data_3;
    assign row_slot = port_row_slot;
    assign port_row_data = row_data;
    assign predicate = port_predicate;
    assign port_predicate_data = predicate_data;
    assign index_clock = clock;
    assign index_reset = reset;
    assign index_clear = clear;
    assign index_clear_address = clear_address;
    assign index_rows_max = rows_max;
    assign index_is_hidden = is_hidden;
    assign index_operation = port_operation;
    assign index_go = port_go;
    assign index_key = port_key;
    assign index_row = port_row;
    assign index_dst = port_dst;
    assign index_tag = port_tag;
    assign answer = index_answer;
    assign answer_slot = index_answer_slot;
    assign answer_data = index_answer_data;
    assign member_read = index_member_read;
    assign member_row = port_row;
    assign index_last_member = last_member;
    assign closing = index_closing;
    assign closing_row = index_closing_row;
    assign opened = index_opened;
    assign opened_row = index_opened_row;
    assign index_finish = finish;
    assign index_accept = permit | permit_effects;
    assign rows = index_rows;
    assign fault = index_fault;
    assign index_scan = scan;
    assign index_scan_address = scan_address;
    assign index_scan_slot = scan_slot;
    assign scan_taken = index_scan_taken;
    assign scan_key = index_scan_key;
    assign scan_row = index_scan_row;
    assign reserves_clock = clock;
    assign reserves_read_address = address;
    assign reserves_write = program_write[6];
    assign reserves_write_address = program_address;
    assign reserves_write_data = program_data;
    assign word = reserves_read_data;
    assign reserve_predicate = word[21:11];

    always @(*) begin
        truth = 1;
        if (word[22]) begin
            truth = reserve_predicate_data;
        end
    end

    assign index_reserve = live & word[0] & (~word[31] | effects) & ~reset;
    assign index_wanted = truth == 1;
    assign reserved = reserved_q_q;
    assign reserved_slot = slot_q_q;
    assign reserved_entry = entry_q_q;

    always @(*) begin
        reserved_data = 66'(1) << 64;
        reserved_truth = 1;
        if (truth_q_q == 1) begin
            if (index_reserved_found) begin
                reserved_data = 66'(index_reserved_row);
            end
            if (~index_reserved_ok) begin
                reserved_truth = 0;
            end
        end
        if (truth_q_q == 3) begin
            reserved_data = 66'(2) << 64;
            reserved_truth = 3;
        end
        if (truth_q_q == 4) begin
            reserved_data = 66'(3) << 64;
            reserved_truth = 4;
        end
    end

    initial begin
        reserved_q_q = 0;
        slot_q_q = 0;
        entry_q_q = 0;
        truth_q_q = 0;
    end

    always @(posedge clock) begin
        reserved_q_q <= index_reserve;
        slot_q_q <= word[10:1];
        entry_q_q <= word[30:23];
        truth_q_q <= truth;
    end
endmodule

module table_unit (
    input wire clock,
    input wire reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire live,
    input wire permit,
    input wire effects,
    input wire permit_effects,
    input wire finish,
    input wire [10:0] address,
    input wire [7:0] program_write,
    input wire second_write,
    input wire configure,
    input wire [10:0] program_address,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [63:0] program_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] a_slot,
    input wire [65:0] a_data,
    output wire [9:0] b_slot,
    input wire [65:0] b_data,
    output wire [9:0] c_slot,
    input wire [65:0] c_data,
    output wire [9:0] d_slot,
    input wire [65:0] d_data,
    output wire [9:0] row_slot,
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] fetch_slot,
    input wire [65:0] fetch_data,
    output wire [10:0] predicate,
    input wire [2:0] predicate_data,
    output wire [10:0] reserve_predicate,
    input wire [2:0] reserve_predicate_data,
    output wire answer,
    output wire [9:0] answer_slot,
    output wire [65:0] answer_data,
    output wire reserved,
    output wire [9:0] reserved_slot,
    output wire [65:0] reserved_data,
    output wire [7:0] reserved_entry,
    output wire [2:0] reserved_truth,
    output wire fetched,
    output wire [1:0] fetched_tag,
    output wire [63:0] fetched_first,
    output wire [63:0] fetched_second,
    output wire [593:0] fetched_values,
    input wire [7:0] write,
    input wire [31:0] write_columns,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [191:0] write_rows,
    // verilator lint_on UNUSEDSIGNAL
    input wire [527:0] write_values,
    output wire [24:0] rows,
    output wire fault,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot,
    output wire scan_taken,
    output wire [127:0] scan_key,
    output wire [23:0] scan_row,
    input wire scan_fetch,
    input wire [3:0] scan_column,
    output wire [127:0] scan_data
);
    wire key_unit_clock;
    wire key_unit_reset;
    wire key_unit_clear;
    wire [23:0] key_unit_clear_address;
    wire [24:0] key_unit_rows_max;
    wire key_unit_is_hidden;
    wire key_unit_live;
    wire key_unit_permit;
    wire key_unit_effects;
    wire key_unit_permit_effects;
    wire key_unit_finish;
    wire [10:0] key_unit_address;
    wire [6:0] key_unit_program_write;
    wire [10:0] key_unit_program_address;
    wire [63:0] key_unit_program_data;
    wire [9:0] key_unit_slot_0;
    wire [9:0] key_unit_slot_1;
    wire [9:0] key_unit_slot_2;
    wire [9:0] key_unit_slot_3;
    wire [65:0] key_unit_slot_data_0;
    wire [65:0] key_unit_slot_data_1;
    wire [65:0] key_unit_slot_data_2;
    wire [65:0] key_unit_slot_data_3;
    wire [9:0] key_unit_row_slot;
    wire [65:0] key_unit_row_data;
    wire [10:0] key_unit_predicate;
    wire [2:0] key_unit_predicate_data;
    wire [10:0] key_unit_reserve_predicate;
    wire [2:0] key_unit_reserve_predicate_data;
    wire key_unit_answer;
    wire [9:0] key_unit_answer_slot;
    wire [65:0] key_unit_answer_data;
    wire key_unit_reserved;
    wire [9:0] key_unit_reserved_slot;
    wire [65:0] key_unit_reserved_data;
    wire [7:0] key_unit_reserved_entry;
    wire [2:0] key_unit_reserved_truth;
    // The rows of a declared table have no members.
    // verilator lint_off UNUSEDSIGNAL
    wire key_unit_member_read;
    // verilator lint_on UNUSEDSIGNAL
    // The rows of a declared table have no members.
    // verilator lint_off UNUSEDSIGNAL
    wire [23:0] key_unit_member_row;
    // verilator lint_on UNUSEDSIGNAL
    wire key_unit_last_member;
    // The rows of a declared table have no members.
    // verilator lint_off UNUSEDSIGNAL
    wire key_unit_closing;
    // verilator lint_on UNUSEDSIGNAL
    // The rows of a declared table have no members.
    // verilator lint_off UNUSEDSIGNAL
    wire [23:0] key_unit_closing_row;
    // verilator lint_on UNUSEDSIGNAL
    // The rows of a declared table have no members.
    // verilator lint_off UNUSEDSIGNAL
    wire key_unit_opened;
    // verilator lint_on UNUSEDSIGNAL
    // The rows of a declared table have no members.
    // verilator lint_off UNUSEDSIGNAL
    wire [23:0] key_unit_opened_row;
    // verilator lint_on UNUSEDSIGNAL
    wire [24:0] key_unit_rows;
    wire key_unit_fault;
    wire key_unit_scan;
    wire [23:0] key_unit_scan_address;
    wire [3:0] key_unit_scan_slot;
    wire key_unit_scan_taken;
    wire [127:0] key_unit_scan_key;
    wire [23:0] key_unit_scan_row;
    wire fetch_port_clock;
    wire fetch_port_reset;
    wire fetch_port_live;
    wire fetch_port_effects;
    wire [10:0] fetch_port_address;
    wire [1:0] fetch_port_program_write;
    wire [10:0] fetch_port_program_address;
    wire [63:0] fetch_port_program_data;
    wire [9:0] fetch_port_row_slot;
    wire [65:0] fetch_port_row_data;
    wire fetch_port_read;
    wire [23:0] fetch_port_row;
    wire fetch_port_fetched;
    wire [1:0] fetch_port_fetched_tag;
    wire [63:0] fetch_port_fetched_first;
    wire [63:0] fetch_port_fetched_second;
    wire columns_clock;
    wire [7:0] columns_write;
    wire [31:0] columns_write_columns;
    wire [191:0] columns_write_rows;
    wire [527:0] columns_write_values;
    wire columns_read;
    reg [23:0] columns_row;
    wire [593:0] columns_values;
    reg [24:0] rows_max_q;

    wire [9:0] bit_position;
    // One column is read back at a time.
    // verilator lint_off UNUSEDSIGNAL
    wire [593:0] shifted;
    // verilator lint_on UNUSEDSIGNAL

    table_unit_key_unit key_unit(
        .clock(key_unit_clock),
        .reset(key_unit_reset),
        .clear(key_unit_clear),
        .clear_address(key_unit_clear_address),
        .rows_max(key_unit_rows_max),
        .is_hidden(key_unit_is_hidden),
        .live(key_unit_live),
        .permit(key_unit_permit),
        .effects(key_unit_effects),
        .permit_effects(key_unit_permit_effects),
        .finish(key_unit_finish),
        .address(key_unit_address),
        .program_write(key_unit_program_write),
        .program_address(key_unit_program_address),
        .program_data(key_unit_program_data),
        .slot_0(key_unit_slot_0),
        .slot_1(key_unit_slot_1),
        .slot_2(key_unit_slot_2),
        .slot_3(key_unit_slot_3),
        .slot_data_0(key_unit_slot_data_0),
        .slot_data_1(key_unit_slot_data_1),
        .slot_data_2(key_unit_slot_data_2),
        .slot_data_3(key_unit_slot_data_3),
        .row_slot(key_unit_row_slot),
        .row_data(key_unit_row_data),
        .predicate(key_unit_predicate),
        .predicate_data(key_unit_predicate_data),
        .reserve_predicate(key_unit_reserve_predicate),
        .reserve_predicate_data(key_unit_reserve_predicate_data),
        .answer(key_unit_answer),
        .answer_slot(key_unit_answer_slot),
        .answer_data(key_unit_answer_data),
        .reserved(key_unit_reserved),
        .reserved_slot(key_unit_reserved_slot),
        .reserved_data(key_unit_reserved_data),
        .reserved_entry(key_unit_reserved_entry),
        .reserved_truth(key_unit_reserved_truth),
        .member_read(key_unit_member_read),
        .member_row(key_unit_member_row),
        .last_member(key_unit_last_member),
        .closing(key_unit_closing),
        .closing_row(key_unit_closing_row),
        .opened(key_unit_opened),
        .opened_row(key_unit_opened_row),
        .rows(key_unit_rows),
        .fault(key_unit_fault),
        .scan(key_unit_scan),
        .scan_address(key_unit_scan_address),
        .scan_slot(key_unit_scan_slot),
        .scan_taken(key_unit_scan_taken),
        .scan_key(key_unit_scan_key),
        .scan_row(key_unit_scan_row)
    );
    table_unit_fetch_port fetch_port(
        .clock(fetch_port_clock),
        .reset(fetch_port_reset),
        .live(fetch_port_live),
        .effects(fetch_port_effects),
        .address(fetch_port_address),
        .program_write(fetch_port_program_write),
        .program_address(fetch_port_program_address),
        .program_data(fetch_port_program_data),
        .row_slot(fetch_port_row_slot),
        .row_data(fetch_port_row_data),
        .read(fetch_port_read),
        .row(fetch_port_row),
        .fetched(fetch_port_fetched),
        .fetched_tag(fetch_port_fetched_tag),
        .fetched_first(fetch_port_fetched_first),
        .fetched_second(fetch_port_fetched_second)
    );
    table_unit_columns_2 columns(
        .clock(columns_clock),
        .write(columns_write),
        .write_columns(columns_write_columns),
        .write_rows(columns_write_rows),
        .write_values(columns_write_values),
        .read(columns_read),
        .row(columns_row),
        .values(columns_values)
    );

    assign key_unit_clock = clock;
    assign key_unit_reset = reset;
    assign key_unit_clear = clear;
    assign key_unit_clear_address = clear_address;
    assign key_unit_rows_max = rows_max_q;
    assign key_unit_is_hidden = 1'b0;
    assign key_unit_live = live;
    assign key_unit_permit = permit;
    assign key_unit_effects = effects;
    assign key_unit_permit_effects = permit_effects;
    assign key_unit_finish = finish;
    assign key_unit_address = address;
    assign key_unit_program_write = program_write[6:0];
    assign key_unit_program_address = program_address;
    assign key_unit_program_data = program_data;
    assign a_slot = key_unit_slot_0;
    assign key_unit_slot_data_0 = a_data;
    assign b_slot = key_unit_slot_1;
    assign key_unit_slot_data_1 = b_data;
    assign c_slot = key_unit_slot_2;
    assign key_unit_slot_data_2 = c_data;
    assign d_slot = key_unit_slot_3;
    assign key_unit_slot_data_3 = d_data;
    assign row_slot = key_unit_row_slot;
    assign key_unit_row_data = row_data;
    assign predicate = key_unit_predicate;
    assign key_unit_predicate_data = predicate_data;
    assign reserve_predicate = key_unit_reserve_predicate;
    assign key_unit_reserve_predicate_data = reserve_predicate_data;
    assign answer = key_unit_answer;
    assign answer_slot = key_unit_answer_slot;
    assign answer_data = key_unit_answer_data;
    assign reserved = key_unit_reserved;
    assign reserved_slot = key_unit_reserved_slot;
    assign reserved_data = key_unit_reserved_data;
    assign reserved_entry = key_unit_reserved_entry;
    assign reserved_truth = key_unit_reserved_truth;
    assign key_unit_last_member = 1'b1;
    assign rows = key_unit_rows;
    assign fault = key_unit_fault;
    assign key_unit_scan = scan;
    assign key_unit_scan_address = scan_address;
    assign key_unit_scan_slot = scan_slot;
    assign scan_taken = key_unit_scan_taken;
    assign scan_key = key_unit_scan_key;
    assign scan_row = key_unit_scan_row;
    assign fetch_port_clock = clock;
    assign fetch_port_reset = reset;
    assign fetch_port_live = live;
    assign fetch_port_effects = effects;
    assign fetch_port_address = address;
    assign fetch_port_program_write = 2'(program_write[7]) | (2'(second_write) << 1);
    assign fetch_port_program_address = program_address;
    assign fetch_port_program_data = program_data;
    assign fetch_slot = fetch_port_row_slot;
    assign fetch_port_row_data = fetch_data;
    assign fetched = fetch_port_fetched;
    assign fetched_tag = fetch_port_fetched_tag;
    assign fetched_first = fetch_port_fetched_first;
    assign fetched_second = fetch_port_fetched_second;
    assign columns_clock = clock;
    assign columns_read = fetch_port_read | scan_fetch;

    always @(*) begin
        columns_row = fetch_port_row;
        if (scan_fetch) begin
            columns_row = scan_address;
        end
    end

    assign columns_write = write;
    assign columns_write_columns = write_columns;
    assign columns_write_rows = write_rows;
    assign columns_write_values = write_values;
    assign fetched_values = columns_values;
    assign bit_position = (10'(scan_column) << 6) + (10'(scan_column) << 1);
    assign shifted = columns_values >> bit_position;
    assign scan_data = 128'(shifted[65:0]);

    initial begin
        rows_max_q = 0;
    end

    always @(posedge clock) begin
        if (configure) begin
            rows_max_q <= program_data[24:0];
        end
    end
endmodule

`default_nettype wire
