// SPDX-License-Identifier: Apache-2.0
// hash_map: a map from keys to rows in 2,048 buckets a way
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module hash_map_ways (
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
    reg [152:0] slot0 [0:2047];
    reg [152:0] read0;
    reg [152:0] slot1 [0:2047];
    reg [152:0] read1;
    reg [152:0] slot2 [0:2047];
    reg [152:0] read2;
    reg [152:0] slot3 [0:2047];
    reg [152:0] read3;

    always @(posedge clock) begin
        if (read) begin
            read0 <= slot0[read_address[10:0]];
            read1 <= slot1[read_address[10:0]];
            read2 <= slot2[read_address[10:0]];
            read3 <= slot3[read_address[10:0]];
        end
        if (write[0]) begin
            slot0[write_address[10:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[1]) begin
            slot1[write_address[10:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[2]) begin
            slot2[write_address[10:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[3]) begin
            slot3[write_address[10:0]] <= {write_taken, write_payload, write_key};
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

module hash_map_hash (
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
                13'd0,
                ^(key & 128'h197eba29d5b989626cf34e2fb57d086b),
                ^(key & 128'hf5864c8ff16ac0459cd001630ae399bd),
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
                13'd0,
                ^(key & 128'h8e16e4c2544002581cebad0a352d5bff),
                ^(key & 128'h6dfd3e4feca317344d7694e76f523fc4),
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
                13'd0,
                ^(key & 128'h3d4fa51fb706f9bb654923c0925e527c),
                ^(key & 128'h472b9c2e0dd5f90c1949fa25262ffc48),
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
                13'd0,
                ^(key & 128'h7182d341c95304978912ef7dac1aaa75),
                ^(key & 128'h1718ba2eae0cc90e86fff425ad520035),
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

module hash_map (
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

    hash_map_hash hash(
        .lookup(hash_lookup),
        .key(hash_key),
        .otherwise(hash_otherwise),
        .address_0(hash_address_0),
        .address_1(hash_address_1),
        .address_2(hash_address_2),
        .address_3(hash_address_3)
    );
    hash_map_ways ways_0(
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
    hash_map_ways ways_1(
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
    hash_map_ways ways_2(
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
    hash_map_ways ways_3(
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

`default_nettype wire
