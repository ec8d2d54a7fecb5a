// SPDX-License-Identifier: Apache-2.0
// key_index: the key index of a table of 4,096 rows, with their allocator
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module key_index_ways (
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

module key_index_queue (
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

module key_index_window (
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

module key_index_hash (
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

module key_index_allocator (
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

    key_index_queue queue(
        .clock(queue_clock),
        .write(queue_write),
        .write_address(queue_write_address),
        .write_data(queue_write_data),
        .read(queue_read),
        .read_address(queue_read_address),
        .read_data(queue_read_data)
    );
    key_index_window window(
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

module key_index_map (
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

    key_index_hash hash(
        .lookup(hash_lookup),
        .key(hash_key),
        .otherwise(hash_otherwise),
        .address_0(hash_address_0),
        .address_1(hash_address_1),
        .address_2(hash_address_2),
        .address_3(hash_address_3)
    );
    key_index_ways ways_0(
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
    key_index_ways ways_1(
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
    key_index_ways ways_2(
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
    key_index_ways ways_3(
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

module key_index_place (
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

module key_index (
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

    key_index_map map(
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
    key_index_allocator allocator(
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
    key_index_place place(
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

`default_nettype wire
