// SPDX-License-Identifier: Apache-2.0
// dictionary: texts become codes, and the new texts of accepted messages are stored
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module dictionary_ways (
    input wire clock,
    input wire [3:0] write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire write_taken,
    input wire [127:0] write_key,
    input wire [15:0] write_payload,
    input wire read,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [23:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [127:0] wanted,
    output reg [3:0] hit,
    output reg [15:0] payload,
    output reg [3:0] vacant,
    output reg [2:0] load,
    input wire [1:0] slot,
    output reg slot_taken,
    output reg [127:0] slot_key,
    output reg [15:0] slot_payload
);
    reg [144:0] slot0 [0:8191];
    reg [144:0] read0;
    reg [144:0] slot1 [0:8191];
    reg [144:0] read1;
    reg [144:0] slot2 [0:8191];
    reg [144:0] read2;
    reg [144:0] slot3 [0:8191];
    reg [144:0] read3;

    always @(posedge clock) begin
        if (read) begin
            read0 <= slot0[read_address[12:0]];
            read1 <= slot1[read_address[12:0]];
            read2 <= slot2[read_address[12:0]];
            read3 <= slot3[read_address[12:0]];
        end
        if (write[0]) begin
            slot0[write_address[12:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[1]) begin
            slot1[write_address[12:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[2]) begin
            slot2[write_address[12:0]] <= {write_taken, write_payload, write_key};
        end
        if (write[3]) begin
            slot3[write_address[12:0]] <= {write_taken, write_payload, write_key};
        end
    end

    always @(*) begin
        hit = 0;
        payload = 0;
        if (read0[144] && read0[127:0] == wanted) begin
            hit[0] = 1'b1;
            payload = payload | read0[143:128];
        end
        if (read1[144] && read1[127:0] == wanted) begin
            hit[1] = 1'b1;
            payload = payload | read1[143:128];
        end
        if (read2[144] && read2[127:0] == wanted) begin
            hit[2] = 1'b1;
            payload = payload | read2[143:128];
        end
        if (read3[144] && read3[127:0] == wanted) begin
            hit[3] = 1'b1;
            payload = payload | read3[143:128];
        end
        vacant[0] = !read0[144];
        vacant[1] = read0[144] && !read1[144];
        vacant[2] = read0[144] && read1[144] && !read2[144];
        vacant[3] = read0[144] && read1[144] && read2[144] && !read3[144];
        load = {2'd0, read0[144]} + {2'd0, read1[144]} + {2'd0, read2[144]} + {2'd0, read3[144]};
        case (slot)
            2'd0: {slot_taken, slot_payload, slot_key} = read0;
            2'd1: {slot_taken, slot_payload, slot_key} = read1;
            2'd2: {slot_taken, slot_payload, slot_key} = read2;
            default: {slot_taken, slot_payload, slot_key} = read3;
        endcase
    end
endmodule

module dictionary_hash (
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
                11'd0,
                ^(key & 128'h3abbf28ddbca0ca0998ccedfb1d87964),
                ^(key & 128'h1620f3c7e3010596ed3241962d55124c),
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
                11'd0,
                ^(key & 128'h7ce05f5074a5fb310e7c5388c01382b6),
                ^(key & 128'he617ce6ec0ed35a1c18c91873d6f510b),
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
                11'd0,
                ^(key & 128'hc1ab589bc1faa436be3a5d876d1dd5fa),
                ^(key & 128'h018edba8c1cc6f944857ae57f0feb88c),
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
                11'd0,
                ^(key & 128'h13433d9bc33d9c4e4eb09343ff472dce),
                ^(key & 128'ha66fc42b2a3af2dce2d4c40d3be751c9),
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

module dictionary_arrivals (
    input wire part_0,
    input wire part_1,
    input wire part_2,
    input wire part_3,
    input wire part_4,
    input wire part_5,
    input wire part_6,
    input wire part_7,
    input wire part_8,
    input wire part_9,
    input wire part_10,
    input wire part_11,
    input wire part_12,
    input wire part_13,
    input wire part_14,
    input wire part_15,
    input wire part_16,
    input wire part_17,
    input wire part_18,
    input wire part_19,
    input wire part_20,
    input wire part_21,
    input wire part_22,
    input wire part_23,
    input wire part_24,
    input wire part_25,
    input wire part_26,
    input wire part_27,
    input wire part_28,
    input wire part_29,
    input wire part_30,
    input wire part_31,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    output wire [31:0] word
    // verilator lint_on UNUSEDSIGNAL
);
    assign word = {part_31, part_30, part_29, part_28, part_27, part_26, part_25, part_24, part_23, part_22, part_21, part_20, part_19, part_18, part_17, part_16, part_15, part_14, part_13, part_12, part_11, part_10, part_9, part_8, part_7, part_6, part_5, part_4, part_3, part_2, part_1, part_0};
endmodule

module dictionary_map (
    input wire clock,
    input wire lookup,
    input wire [127:0] key,
    output wire found,
    output wire [15:0] payload,
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
    input wire [15:0] write_payload,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot,
    output reg scan_taken,
    output reg [127:0] scan_key,
    output reg [15:0] scan_payload
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
    wire [15:0] ways_0_write_payload;
    wire ways_0_read;
    wire [23:0] ways_0_read_address;
    wire [127:0] ways_0_wanted;
    wire [3:0] ways_0_hit;
    wire [15:0] ways_0_payload;
    wire [3:0] ways_0_vacant;
    wire [2:0] ways_0_load;
    wire [1:0] ways_0_slot;
    wire ways_0_slot_taken;
    wire [127:0] ways_0_slot_key;
    wire [15:0] ways_0_slot_payload;
    wire ways_1_clock;
    wire [3:0] ways_1_write;
    reg [23:0] ways_1_write_address;
    wire ways_1_write_taken;
    wire [127:0] ways_1_write_key;
    wire [15:0] ways_1_write_payload;
    wire ways_1_read;
    wire [23:0] ways_1_read_address;
    wire [127:0] ways_1_wanted;
    wire [3:0] ways_1_hit;
    wire [15:0] ways_1_payload;
    wire [3:0] ways_1_vacant;
    wire [2:0] ways_1_load;
    wire [1:0] ways_1_slot;
    wire ways_1_slot_taken;
    wire [127:0] ways_1_slot_key;
    wire [15:0] ways_1_slot_payload;
    wire ways_2_clock;
    wire [3:0] ways_2_write;
    reg [23:0] ways_2_write_address;
    wire ways_2_write_taken;
    wire [127:0] ways_2_write_key;
    wire [15:0] ways_2_write_payload;
    wire ways_2_read;
    wire [23:0] ways_2_read_address;
    wire [127:0] ways_2_wanted;
    wire [3:0] ways_2_hit;
    wire [15:0] ways_2_payload;
    wire [3:0] ways_2_vacant;
    wire [2:0] ways_2_load;
    wire [1:0] ways_2_slot;
    wire ways_2_slot_taken;
    wire [127:0] ways_2_slot_key;
    wire [15:0] ways_2_slot_payload;
    wire ways_3_clock;
    wire [3:0] ways_3_write;
    reg [23:0] ways_3_write_address;
    wire ways_3_write_taken;
    wire [127:0] ways_3_write_key;
    wire [15:0] ways_3_write_payload;
    wire ways_3_read;
    wire [23:0] ways_3_read_address;
    wire [127:0] ways_3_wanted;
    wire [3:0] ways_3_hit;
    wire [15:0] ways_3_payload;
    wire [3:0] ways_3_vacant;
    wire [2:0] ways_3_load;
    wire [1:0] ways_3_slot;
    wire ways_3_slot_taken;
    wire [127:0] ways_3_slot_key;
    wire [15:0] ways_3_slot_payload;
    reg [127:0] wanted_q;
    reg [23:0] addresses_0_q;
    reg [23:0] addresses_1_q;
    reg [23:0] addresses_2_q;
    reg [23:0] addresses_3_q;

    reg [2:0] least;

    dictionary_hash hash(
        .lookup(hash_lookup),
        .key(hash_key),
        .otherwise(hash_otherwise),
        .address_0(hash_address_0),
        .address_1(hash_address_1),
        .address_2(hash_address_2),
        .address_3(hash_address_3)
    );
    dictionary_ways ways_0(
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
    dictionary_ways ways_1(
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
    dictionary_ways ways_2(
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
    dictionary_ways ways_3(
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

module dictionary (
    input wire clock,
    input wire reset,
    input wire clear,
    input wire [23:0] clear_address,
    input wire start,
    input wire text_valid_0,
    input wire text_valid_1,
    input wire text_valid_2,
    input wire text_valid_3,
    input wire text_valid_4,
    input wire text_valid_5,
    input wire text_valid_6,
    input wire text_valid_7,
    input wire text_valid_8,
    input wire text_valid_9,
    input wire text_valid_10,
    input wire text_valid_11,
    input wire text_valid_12,
    input wire text_valid_13,
    input wire text_valid_14,
    input wire text_valid_15,
    input wire text_valid_16,
    input wire text_valid_17,
    input wire text_valid_18,
    input wire text_valid_19,
    input wire text_valid_20,
    input wire text_valid_21,
    input wire text_valid_22,
    input wire text_valid_23,
    input wire text_valid_24,
    input wire text_valid_25,
    input wire text_valid_26,
    input wire text_valid_27,
    input wire text_valid_28,
    input wire text_valid_29,
    input wire text_valid_30,
    input wire text_valid_31,
    input wire text_null_0,
    input wire text_null_1,
    input wire text_null_2,
    input wire text_null_3,
    input wire text_null_4,
    input wire text_null_5,
    input wire text_null_6,
    input wire text_null_7,
    input wire text_null_8,
    input wire text_null_9,
    input wire text_null_10,
    input wire text_null_11,
    input wire text_null_12,
    input wire text_null_13,
    input wire text_null_14,
    input wire text_null_15,
    input wire text_null_16,
    input wire text_null_17,
    input wire text_null_18,
    input wire text_null_19,
    input wire text_null_20,
    input wire text_null_21,
    input wire text_null_22,
    input wire text_null_23,
    input wire text_null_24,
    input wire text_null_25,
    input wire text_null_26,
    input wire text_null_27,
    input wire text_null_28,
    input wire text_null_29,
    input wire text_null_30,
    input wire text_null_31,
    input wire [127:0] text_0,
    input wire [127:0] text_1,
    input wire [127:0] text_2,
    input wire [127:0] text_3,
    input wire [127:0] text_4,
    input wire [127:0] text_5,
    input wire [127:0] text_6,
    input wire [127:0] text_7,
    input wire [127:0] text_8,
    input wire [127:0] text_9,
    input wire [127:0] text_10,
    input wire [127:0] text_11,
    input wire [127:0] text_12,
    input wire [127:0] text_13,
    input wire [127:0] text_14,
    input wire [127:0] text_15,
    input wire [127:0] text_16,
    input wire [127:0] text_17,
    input wire [127:0] text_18,
    input wire [127:0] text_19,
    input wire [127:0] text_20,
    input wire [127:0] text_21,
    input wire [127:0] text_22,
    input wire [127:0] text_23,
    input wire [127:0] text_24,
    input wire [127:0] text_25,
    input wire [127:0] text_26,
    input wire [127:0] text_27,
    input wire [127:0] text_28,
    input wire [127:0] text_29,
    input wire [127:0] text_30,
    input wire [127:0] text_31,
    input wire finish,
    input wire permit,
    input wire load,
    input wire [127:0] load_text,
    output wire [31:0] code_valid,
    output wire [65:0] code,
    output wire full,
    output wire fault,
    input wire scan,
    input wire [23:0] scan_address,
    input wire [3:0] scan_slot,
    output wire scan_taken,
    output wire [127:0] scan_text,
    output wire [15:0] scan_code
);
    wire map_clock;
    wire map_lookup;
    wire [127:0] map_key;
    wire map_found;
    wire [15:0] map_payload;
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
    wire [127:0] map_write_key;
    wire [15:0] map_write_payload;
    wire map_scan;
    wire [23:0] map_scan_address;
    wire [3:0] map_scan_slot;
    wire map_scan_taken;
    wire [127:0] map_scan_key;
    // The count of a level is read back, not its slot.
    // verilator lint_off UNUSEDSIGNAL
    wire [15:0] map_scan_payload;
    // verilator lint_on UNUSEDSIGNAL
    wire arrivals_part_0;
    wire arrivals_part_1;
    wire arrivals_part_2;
    wire arrivals_part_3;
    wire arrivals_part_4;
    wire arrivals_part_5;
    wire arrivals_part_6;
    wire arrivals_part_7;
    wire arrivals_part_8;
    wire arrivals_part_9;
    wire arrivals_part_10;
    wire arrivals_part_11;
    wire arrivals_part_12;
    wire arrivals_part_13;
    wire arrivals_part_14;
    wire arrivals_part_15;
    wire arrivals_part_16;
    wire arrivals_part_17;
    wire arrivals_part_18;
    wire arrivals_part_19;
    wire arrivals_part_20;
    wire arrivals_part_21;
    wire arrivals_part_22;
    wire arrivals_part_23;
    wire arrivals_part_24;
    wire arrivals_part_25;
    wire arrivals_part_26;
    wire arrivals_part_27;
    wire arrivals_part_28;
    wire arrivals_part_29;
    wire arrivals_part_30;
    wire arrivals_part_31;
    wire [31:0] arrivals_word;
    wire arrivals_null_part_0;
    wire arrivals_null_part_1;
    wire arrivals_null_part_2;
    wire arrivals_null_part_3;
    wire arrivals_null_part_4;
    wire arrivals_null_part_5;
    wire arrivals_null_part_6;
    wire arrivals_null_part_7;
    wire arrivals_null_part_8;
    wire arrivals_null_part_9;
    wire arrivals_null_part_10;
    wire arrivals_null_part_11;
    wire arrivals_null_part_12;
    wire arrivals_null_part_13;
    wire arrivals_null_part_14;
    wire arrivals_null_part_15;
    wire arrivals_null_part_16;
    wire arrivals_null_part_17;
    wire arrivals_null_part_18;
    wire arrivals_null_part_19;
    wire arrivals_null_part_20;
    wire arrivals_null_part_21;
    wire arrivals_null_part_22;
    wire arrivals_null_part_23;
    wire arrivals_null_part_24;
    wire arrivals_null_part_25;
    wire arrivals_null_part_26;
    wire arrivals_null_part_27;
    wire arrivals_null_part_28;
    wire arrivals_null_part_29;
    wire arrivals_null_part_30;
    wire arrivals_null_part_31;
    wire [31:0] arrivals_null_word;
    reg [127:0] texts_0_q;
    reg [127:0] texts_1_q;
    reg [127:0] texts_2_q;
    reg [127:0] texts_3_q;
    reg [127:0] texts_4_q;
    reg [127:0] texts_5_q;
    reg [127:0] texts_6_q;
    reg [127:0] texts_7_q;
    reg [127:0] texts_8_q;
    reg [127:0] texts_9_q;
    reg [127:0] texts_10_q;
    reg [127:0] texts_11_q;
    reg [127:0] texts_12_q;
    reg [127:0] texts_13_q;
    reg [127:0] texts_14_q;
    reg [127:0] texts_15_q;
    reg [127:0] texts_16_q;
    reg [127:0] texts_17_q;
    reg [127:0] texts_18_q;
    reg [127:0] texts_19_q;
    reg [127:0] texts_20_q;
    reg [127:0] texts_21_q;
    reg [127:0] texts_22_q;
    reg [127:0] texts_23_q;
    reg [127:0] texts_24_q;
    reg [127:0] texts_25_q;
    reg [127:0] texts_26_q;
    reg [127:0] texts_27_q;
    reg [127:0] texts_28_q;
    reg [127:0] texts_29_q;
    reg [127:0] texts_30_q;
    reg [127:0] texts_31_q;
    reg [5:0] ranks_0_q;
    reg [5:0] ranks_1_q;
    reg [5:0] ranks_2_q;
    reg [5:0] ranks_3_q;
    reg [5:0] ranks_4_q;
    reg [5:0] ranks_5_q;
    reg [5:0] ranks_6_q;
    reg [5:0] ranks_7_q;
    reg [5:0] ranks_8_q;
    reg [5:0] ranks_9_q;
    reg [5:0] ranks_10_q;
    reg [5:0] ranks_11_q;
    reg [5:0] ranks_12_q;
    reg [5:0] ranks_13_q;
    reg [5:0] ranks_14_q;
    reg [5:0] ranks_15_q;
    reg [5:0] ranks_16_q;
    reg [5:0] ranks_17_q;
    reg [5:0] ranks_18_q;
    reg [5:0] ranks_19_q;
    reg [5:0] ranks_20_q;
    reg [5:0] ranks_21_q;
    reg [5:0] ranks_22_q;
    reg [5:0] ranks_23_q;
    reg [5:0] ranks_24_q;
    reg [5:0] ranks_25_q;
    reg [5:0] ranks_26_q;
    reg [5:0] ranks_27_q;
    reg [5:0] ranks_28_q;
    reg [5:0] ranks_29_q;
    reg [5:0] ranks_30_q;
    reg [5:0] ranks_31_q;
    reg [31:0] nulls_q;
    reg [31:0] waiting_q;
    reg [31:0] new_q;
    reg [5:0] new_count_q;
    reg [31:0] to_store_q;
    reg [16:0] count_q;
    reg storing_q;
    reg [1:0] step_q;
    reg [31:0] field_2_q;
    reg null_2_q;
    reg [127:0] text_2_q;
    reg [31:0] field_3_q;
    reg [65:0] code_3_q;
    reg [15:0] free_3_q;
    reg fault_q_q;

    wire [31:0] arrived;
    wire [31:0] arrived_null;
    reg [31:0] candidates;
    wire [31:0] lowest;
    reg [127:0] chosen;
    reg alike;
    reg [5:0] rank;
    reg [16:0] number;
    wire [16:0] total;

    dictionary_map map(
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
    dictionary_arrivals arrivals(
        .part_0(arrivals_part_0),
        .part_1(arrivals_part_1),
        .part_2(arrivals_part_2),
        .part_3(arrivals_part_3),
        .part_4(arrivals_part_4),
        .part_5(arrivals_part_5),
        .part_6(arrivals_part_6),
        .part_7(arrivals_part_7),
        .part_8(arrivals_part_8),
        .part_9(arrivals_part_9),
        .part_10(arrivals_part_10),
        .part_11(arrivals_part_11),
        .part_12(arrivals_part_12),
        .part_13(arrivals_part_13),
        .part_14(arrivals_part_14),
        .part_15(arrivals_part_15),
        .part_16(arrivals_part_16),
        .part_17(arrivals_part_17),
        .part_18(arrivals_part_18),
        .part_19(arrivals_part_19),
        .part_20(arrivals_part_20),
        .part_21(arrivals_part_21),
        .part_22(arrivals_part_22),
        .part_23(arrivals_part_23),
        .part_24(arrivals_part_24),
        .part_25(arrivals_part_25),
        .part_26(arrivals_part_26),
        .part_27(arrivals_part_27),
        .part_28(arrivals_part_28),
        .part_29(arrivals_part_29),
        .part_30(arrivals_part_30),
        .part_31(arrivals_part_31),
        .word(arrivals_word)
    );
    dictionary_arrivals arrivals_null(
        .part_0(arrivals_null_part_0),
        .part_1(arrivals_null_part_1),
        .part_2(arrivals_null_part_2),
        .part_3(arrivals_null_part_3),
        .part_4(arrivals_null_part_4),
        .part_5(arrivals_null_part_5),
        .part_6(arrivals_null_part_6),
        .part_7(arrivals_null_part_7),
        .part_8(arrivals_null_part_8),
        .part_9(arrivals_null_part_9),
        .part_10(arrivals_null_part_10),
        .part_11(arrivals_null_part_11),
        .part_12(arrivals_null_part_12),
        .part_13(arrivals_null_part_13),
        .part_14(arrivals_null_part_14),
        .part_15(arrivals_null_part_15),
        .part_16(arrivals_null_part_16),
        .part_17(arrivals_null_part_17),
        .part_18(arrivals_null_part_18),
        .part_19(arrivals_null_part_19),
        .part_20(arrivals_null_part_20),
        .part_21(arrivals_null_part_21),
        .part_22(arrivals_null_part_22),
        .part_23(arrivals_null_part_23),
        .part_24(arrivals_null_part_24),
        .part_25(arrivals_null_part_25),
        .part_26(arrivals_null_part_26),
        .part_27(arrivals_null_part_27),
        .part_28(arrivals_null_part_28),
        .part_29(arrivals_null_part_29),
        .part_30(arrivals_null_part_30),
        .part_31(arrivals_null_part_31),
        .word(arrivals_null_word)
    );

    assign map_clock = clock;
    assign arrivals_part_0 = text_valid_0;
    assign arrivals_null_part_0 = (text_valid_0 & text_null_0);
    assign arrivals_part_1 = text_valid_1;
    assign arrivals_null_part_1 = (text_valid_1 & text_null_1);
    assign arrivals_part_2 = text_valid_2;
    assign arrivals_null_part_2 = (text_valid_2 & text_null_2);
    assign arrivals_part_3 = text_valid_3;
    assign arrivals_null_part_3 = (text_valid_3 & text_null_3);
    assign arrivals_part_4 = text_valid_4;
    assign arrivals_null_part_4 = (text_valid_4 & text_null_4);
    assign arrivals_part_5 = text_valid_5;
    assign arrivals_null_part_5 = (text_valid_5 & text_null_5);
    assign arrivals_part_6 = text_valid_6;
    assign arrivals_null_part_6 = (text_valid_6 & text_null_6);
    assign arrivals_part_7 = text_valid_7;
    assign arrivals_null_part_7 = (text_valid_7 & text_null_7);
    assign arrivals_part_8 = text_valid_8;
    assign arrivals_null_part_8 = (text_valid_8 & text_null_8);
    assign arrivals_part_9 = text_valid_9;
    assign arrivals_null_part_9 = (text_valid_9 & text_null_9);
    assign arrivals_part_10 = text_valid_10;
    assign arrivals_null_part_10 = (text_valid_10 & text_null_10);
    assign arrivals_part_11 = text_valid_11;
    assign arrivals_null_part_11 = (text_valid_11 & text_null_11);
    assign arrivals_part_12 = text_valid_12;
    assign arrivals_null_part_12 = (text_valid_12 & text_null_12);
    assign arrivals_part_13 = text_valid_13;
    assign arrivals_null_part_13 = (text_valid_13 & text_null_13);
    assign arrivals_part_14 = text_valid_14;
    assign arrivals_null_part_14 = (text_valid_14 & text_null_14);
    assign arrivals_part_15 = text_valid_15;
    assign arrivals_null_part_15 = (text_valid_15 & text_null_15);
    assign arrivals_part_16 = text_valid_16;
    assign arrivals_null_part_16 = (text_valid_16 & text_null_16);
    assign arrivals_part_17 = text_valid_17;
    assign arrivals_null_part_17 = (text_valid_17 & text_null_17);
    assign arrivals_part_18 = text_valid_18;
    assign arrivals_null_part_18 = (text_valid_18 & text_null_18);
    assign arrivals_part_19 = text_valid_19;
    assign arrivals_null_part_19 = (text_valid_19 & text_null_19);
    assign arrivals_part_20 = text_valid_20;
    assign arrivals_null_part_20 = (text_valid_20 & text_null_20);
    assign arrivals_part_21 = text_valid_21;
    assign arrivals_null_part_21 = (text_valid_21 & text_null_21);
    assign arrivals_part_22 = text_valid_22;
    assign arrivals_null_part_22 = (text_valid_22 & text_null_22);
    assign arrivals_part_23 = text_valid_23;
    assign arrivals_null_part_23 = (text_valid_23 & text_null_23);
    assign arrivals_part_24 = text_valid_24;
    assign arrivals_null_part_24 = (text_valid_24 & text_null_24);
    assign arrivals_part_25 = text_valid_25;
    assign arrivals_null_part_25 = (text_valid_25 & text_null_25);
    assign arrivals_part_26 = text_valid_26;
    assign arrivals_null_part_26 = (text_valid_26 & text_null_26);
    assign arrivals_part_27 = text_valid_27;
    assign arrivals_null_part_27 = (text_valid_27 & text_null_27);
    assign arrivals_part_28 = text_valid_28;
    assign arrivals_null_part_28 = (text_valid_28 & text_null_28);
    assign arrivals_part_29 = text_valid_29;
    assign arrivals_null_part_29 = (text_valid_29 & text_null_29);
    assign arrivals_part_30 = text_valid_30;
    assign arrivals_null_part_30 = (text_valid_30 & text_null_30);
    assign arrivals_part_31 = text_valid_31;
    assign arrivals_null_part_31 = (text_valid_31 & text_null_31);
    assign arrived = arrivals_word;
    assign arrived_null = arrivals_null_word;

    always @(*) begin
        candidates = waiting_q;
        if (storing_q) begin
            candidates = to_store_q;
        end
    end

    assign lowest = candidates & (32'(0) - candidates);

    always @(*) begin
        chosen = 0;
        if (lowest[0]) begin
            chosen = texts_0_q;
        end
        if (lowest[1]) begin
            chosen = texts_1_q;
        end
        if (lowest[2]) begin
            chosen = texts_2_q;
        end
        if (lowest[3]) begin
            chosen = texts_3_q;
        end
        if (lowest[4]) begin
            chosen = texts_4_q;
        end
        if (lowest[5]) begin
            chosen = texts_5_q;
        end
        if (lowest[6]) begin
            chosen = texts_6_q;
        end
        if (lowest[7]) begin
            chosen = texts_7_q;
        end
        if (lowest[8]) begin
            chosen = texts_8_q;
        end
        if (lowest[9]) begin
            chosen = texts_9_q;
        end
        if (lowest[10]) begin
            chosen = texts_10_q;
        end
        if (lowest[11]) begin
            chosen = texts_11_q;
        end
        if (lowest[12]) begin
            chosen = texts_12_q;
        end
        if (lowest[13]) begin
            chosen = texts_13_q;
        end
        if (lowest[14]) begin
            chosen = texts_14_q;
        end
        if (lowest[15]) begin
            chosen = texts_15_q;
        end
        if (lowest[16]) begin
            chosen = texts_16_q;
        end
        if (lowest[17]) begin
            chosen = texts_17_q;
        end
        if (lowest[18]) begin
            chosen = texts_18_q;
        end
        if (lowest[19]) begin
            chosen = texts_19_q;
        end
        if (lowest[20]) begin
            chosen = texts_20_q;
        end
        if (lowest[21]) begin
            chosen = texts_21_q;
        end
        if (lowest[22]) begin
            chosen = texts_22_q;
        end
        if (lowest[23]) begin
            chosen = texts_23_q;
        end
        if (lowest[24]) begin
            chosen = texts_24_q;
        end
        if (lowest[25]) begin
            chosen = texts_25_q;
        end
        if (lowest[26]) begin
            chosen = texts_26_q;
        end
        if (lowest[27]) begin
            chosen = texts_27_q;
        end
        if (lowest[28]) begin
            chosen = texts_28_q;
        end
        if (lowest[29]) begin
            chosen = texts_29_q;
        end
        if (lowest[30]) begin
            chosen = texts_30_q;
        end
        if (lowest[31]) begin
            chosen = texts_31_q;
        end
    end

    assign map_lookup = |candidates & (~storing_q | (step_q == 0));
    assign map_key = chosen;

    always @(*) begin
        alike = 1'b0;
        rank = new_count_q;
        number = 0;
        if (|field_2_q) begin
            if (new_q[0] & (texts_0_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_0_q;
            end
            if (new_q[1] & (texts_1_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_1_q;
            end
            if (new_q[2] & (texts_2_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_2_q;
            end
            if (new_q[3] & (texts_3_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_3_q;
            end
            if (new_q[4] & (texts_4_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_4_q;
            end
            if (new_q[5] & (texts_5_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_5_q;
            end
            if (new_q[6] & (texts_6_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_6_q;
            end
            if (new_q[7] & (texts_7_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_7_q;
            end
            if (new_q[8] & (texts_8_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_8_q;
            end
            if (new_q[9] & (texts_9_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_9_q;
            end
            if (new_q[10] & (texts_10_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_10_q;
            end
            if (new_q[11] & (texts_11_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_11_q;
            end
            if (new_q[12] & (texts_12_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_12_q;
            end
            if (new_q[13] & (texts_13_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_13_q;
            end
            if (new_q[14] & (texts_14_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_14_q;
            end
            if (new_q[15] & (texts_15_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_15_q;
            end
            if (new_q[16] & (texts_16_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_16_q;
            end
            if (new_q[17] & (texts_17_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_17_q;
            end
            if (new_q[18] & (texts_18_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_18_q;
            end
            if (new_q[19] & (texts_19_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_19_q;
            end
            if (new_q[20] & (texts_20_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_20_q;
            end
            if (new_q[21] & (texts_21_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_21_q;
            end
            if (new_q[22] & (texts_22_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_22_q;
            end
            if (new_q[23] & (texts_23_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_23_q;
            end
            if (new_q[24] & (texts_24_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_24_q;
            end
            if (new_q[25] & (texts_25_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_25_q;
            end
            if (new_q[26] & (texts_26_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_26_q;
            end
            if (new_q[27] & (texts_27_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_27_q;
            end
            if (new_q[28] & (texts_28_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_28_q;
            end
            if (new_q[29] & (texts_29_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_29_q;
            end
            if (new_q[30] & (texts_30_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_30_q;
            end
            if (new_q[31] & (texts_31_q == text_2_q)) begin
                alike = 1'b1;
                rank = ranks_31_q;
            end
            number = count_q + 17'(rank);
        end
    end

    assign code_valid = field_3_q;
    assign code = code_3_q;
    assign total = count_q + 17'(new_count_q);
    assign full = total > 65536;

    always @(*) begin
        map_write_slots = 0;
        if (storing_q) begin
            if (step_q == 2) begin
                map_write_slots = free_3_q;
            end
        end
        if (clear) begin
            map_write_slots = 65535;
        end
    end

    assign map_write_elsewhere = clear;
    assign map_write_address = clear_address;
    assign map_write_taken = ~clear;
    assign map_write_key = text_2_q;
    assign map_write_payload = count_q[15:0];
    assign fault = fault_q_q;
    assign map_scan = scan;
    assign map_scan_address = scan_address;
    assign map_scan_slot = scan_slot;
    assign scan_taken = map_scan_taken;
    assign scan_text = map_scan_key;
    assign scan_code = map_scan_payload;

    initial begin
        texts_0_q = 0;
        texts_1_q = 0;
        texts_2_q = 0;
        texts_3_q = 0;
        texts_4_q = 0;
        texts_5_q = 0;
        texts_6_q = 0;
        texts_7_q = 0;
        texts_8_q = 0;
        texts_9_q = 0;
        texts_10_q = 0;
        texts_11_q = 0;
        texts_12_q = 0;
        texts_13_q = 0;
        texts_14_q = 0;
        texts_15_q = 0;
        texts_16_q = 0;
        texts_17_q = 0;
        texts_18_q = 0;
        texts_19_q = 0;
        texts_20_q = 0;
        texts_21_q = 0;
        texts_22_q = 0;
        texts_23_q = 0;
        texts_24_q = 0;
        texts_25_q = 0;
        texts_26_q = 0;
        texts_27_q = 0;
        texts_28_q = 0;
        texts_29_q = 0;
        texts_30_q = 0;
        texts_31_q = 0;
        ranks_0_q = 0;
        ranks_1_q = 0;
        ranks_2_q = 0;
        ranks_3_q = 0;
        ranks_4_q = 0;
        ranks_5_q = 0;
        ranks_6_q = 0;
        ranks_7_q = 0;
        ranks_8_q = 0;
        ranks_9_q = 0;
        ranks_10_q = 0;
        ranks_11_q = 0;
        ranks_12_q = 0;
        ranks_13_q = 0;
        ranks_14_q = 0;
        ranks_15_q = 0;
        ranks_16_q = 0;
        ranks_17_q = 0;
        ranks_18_q = 0;
        ranks_19_q = 0;
        ranks_20_q = 0;
        ranks_21_q = 0;
        ranks_22_q = 0;
        ranks_23_q = 0;
        ranks_24_q = 0;
        ranks_25_q = 0;
        ranks_26_q = 0;
        ranks_27_q = 0;
        ranks_28_q = 0;
        ranks_29_q = 0;
        ranks_30_q = 0;
        ranks_31_q = 0;
        nulls_q = 0;
        waiting_q = 0;
        new_q = 0;
        new_count_q = 0;
        to_store_q = 0;
        count_q = 0;
        storing_q = 0;
        step_q = 0;
        field_2_q = 0;
        null_2_q = 0;
        text_2_q = 0;
        field_3_q = 0;
        code_3_q = 0;
        free_3_q = 0;
        fault_q_q = 0;
    end

    always @(posedge clock) begin
        null_2_q <= |(nulls_q & lowest);
        text_2_q <= chosen;
        free_3_q <= map_free;
    end

    always @(posedge clock) begin
        if (text_valid_0) begin
            texts_0_q <= text_0;
        end
        if (load) begin
            texts_0_q <= load_text;
        end
    end

    always @(posedge clock) begin
        if (text_valid_1) begin
            texts_1_q <= text_1;
        end
    end

    always @(posedge clock) begin
        if (text_valid_2) begin
            texts_2_q <= text_2;
        end
    end

    always @(posedge clock) begin
        if (text_valid_3) begin
            texts_3_q <= text_3;
        end
    end

    always @(posedge clock) begin
        if (text_valid_4) begin
            texts_4_q <= text_4;
        end
    end

    always @(posedge clock) begin
        if (text_valid_5) begin
            texts_5_q <= text_5;
        end
    end

    always @(posedge clock) begin
        if (text_valid_6) begin
            texts_6_q <= text_6;
        end
    end

    always @(posedge clock) begin
        if (text_valid_7) begin
            texts_7_q <= text_7;
        end
    end

    always @(posedge clock) begin
        if (text_valid_8) begin
            texts_8_q <= text_8;
        end
    end

    always @(posedge clock) begin
        if (text_valid_9) begin
            texts_9_q <= text_9;
        end
    end

    always @(posedge clock) begin
        if (text_valid_10) begin
            texts_10_q <= text_10;
        end
    end

    always @(posedge clock) begin
        if (text_valid_11) begin
            texts_11_q <= text_11;
        end
    end

    always @(posedge clock) begin
        if (text_valid_12) begin
            texts_12_q <= text_12;
        end
    end

    always @(posedge clock) begin
        if (text_valid_13) begin
            texts_13_q <= text_13;
        end
    end

    always @(posedge clock) begin
        if (text_valid_14) begin
            texts_14_q <= text_14;
        end
    end

    always @(posedge clock) begin
        if (text_valid_15) begin
            texts_15_q <= text_15;
        end
    end

    always @(posedge clock) begin
        if (text_valid_16) begin
            texts_16_q <= text_16;
        end
    end

    always @(posedge clock) begin
        if (text_valid_17) begin
            texts_17_q <= text_17;
        end
    end

    always @(posedge clock) begin
        if (text_valid_18) begin
            texts_18_q <= text_18;
        end
    end

    always @(posedge clock) begin
        if (text_valid_19) begin
            texts_19_q <= text_19;
        end
    end

    always @(posedge clock) begin
        if (text_valid_20) begin
            texts_20_q <= text_20;
        end
    end

    always @(posedge clock) begin
        if (text_valid_21) begin
            texts_21_q <= text_21;
        end
    end

    always @(posedge clock) begin
        if (text_valid_22) begin
            texts_22_q <= text_22;
        end
    end

    always @(posedge clock) begin
        if (text_valid_23) begin
            texts_23_q <= text_23;
        end
    end

    always @(posedge clock) begin
        if (text_valid_24) begin
            texts_24_q <= text_24;
        end
    end

    always @(posedge clock) begin
        if (text_valid_25) begin
            texts_25_q <= text_25;
        end
    end

    always @(posedge clock) begin
        if (text_valid_26) begin
            texts_26_q <= text_26;
        end
    end

    always @(posedge clock) begin
        if (text_valid_27) begin
            texts_27_q <= text_27;
        end
    end

    always @(posedge clock) begin
        if (text_valid_28) begin
            texts_28_q <= text_28;
        end
    end

    always @(posedge clock) begin
        if (text_valid_29) begin
            texts_29_q <= text_29;
        end
    end

    always @(posedge clock) begin
        if (text_valid_30) begin
            texts_30_q <= text_30;
        end
    end

    always @(posedge clock) begin
        if (text_valid_31) begin
            texts_31_q <= text_31;
        end
    end

    always @(posedge clock) begin
        field_2_q <= 0;
        if (~storing_q) begin
            field_2_q <= lowest;
            waiting_q <= waiting_q & ~lowest;
        end
        field_3_q <= field_2_q;
        code_3_q <= 0;
        if (|field_2_q) begin
            code_3_q <= 66'(number);
            if (map_found) begin
                code_3_q <= 66'(map_payload);
            end
            if (null_2_q) begin
                code_3_q <= 66'(1) << 64;
            end
            if (~map_found & ~alike & ~null_2_q) begin
                new_q <= new_q | field_2_q;
                new_count_q <= new_count_q + 1;
                if (field_2_q[0]) begin
                    ranks_0_q <= new_count_q;
                end
                if (field_2_q[1]) begin
                    ranks_1_q <= new_count_q;
                end
                if (field_2_q[2]) begin
                    ranks_2_q <= new_count_q;
                end
                if (field_2_q[3]) begin
                    ranks_3_q <= new_count_q;
                end
                if (field_2_q[4]) begin
                    ranks_4_q <= new_count_q;
                end
                if (field_2_q[5]) begin
                    ranks_5_q <= new_count_q;
                end
                if (field_2_q[6]) begin
                    ranks_6_q <= new_count_q;
                end
                if (field_2_q[7]) begin
                    ranks_7_q <= new_count_q;
                end
                if (field_2_q[8]) begin
                    ranks_8_q <= new_count_q;
                end
                if (field_2_q[9]) begin
                    ranks_9_q <= new_count_q;
                end
                if (field_2_q[10]) begin
                    ranks_10_q <= new_count_q;
                end
                if (field_2_q[11]) begin
                    ranks_11_q <= new_count_q;
                end
                if (field_2_q[12]) begin
                    ranks_12_q <= new_count_q;
                end
                if (field_2_q[13]) begin
                    ranks_13_q <= new_count_q;
                end
                if (field_2_q[14]) begin
                    ranks_14_q <= new_count_q;
                end
                if (field_2_q[15]) begin
                    ranks_15_q <= new_count_q;
                end
                if (field_2_q[16]) begin
                    ranks_16_q <= new_count_q;
                end
                if (field_2_q[17]) begin
                    ranks_17_q <= new_count_q;
                end
                if (field_2_q[18]) begin
                    ranks_18_q <= new_count_q;
                end
                if (field_2_q[19]) begin
                    ranks_19_q <= new_count_q;
                end
                if (field_2_q[20]) begin
                    ranks_20_q <= new_count_q;
                end
                if (field_2_q[21]) begin
                    ranks_21_q <= new_count_q;
                end
                if (field_2_q[22]) begin
                    ranks_22_q <= new_count_q;
                end
                if (field_2_q[23]) begin
                    ranks_23_q <= new_count_q;
                end
                if (field_2_q[24]) begin
                    ranks_24_q <= new_count_q;
                end
                if (field_2_q[25]) begin
                    ranks_25_q <= new_count_q;
                end
                if (field_2_q[26]) begin
                    ranks_26_q <= new_count_q;
                end
                if (field_2_q[27]) begin
                    ranks_27_q <= new_count_q;
                end
                if (field_2_q[28]) begin
                    ranks_28_q <= new_count_q;
                end
                if (field_2_q[29]) begin
                    ranks_29_q <= new_count_q;
                end
                if (field_2_q[30]) begin
                    ranks_30_q <= new_count_q;
                end
                if (field_2_q[31]) begin
                    ranks_31_q <= new_count_q;
                end
            end
        end
        if (finish & permit & |new_q) begin
            storing_q <= 1'b1;
            to_store_q <= new_q;
            step_q <= 0;
        end
        if (load) begin
            storing_q <= 1'b1;
            to_store_q <= 1;
            step_q <= 0;
        end
        fault_q_q <= fault_q_q;
        if (storing_q) begin
            step_q <= step_q + 1;
            if (step_q == 2) begin
                step_q <= 0;
                count_q <= count_q + 1;
                to_store_q <= to_store_q & ~lowest;
                storing_q <= |(to_store_q & ~lowest);
                fault_q_q <= fault_q_q | ~|free_3_q;
            end
        end
        if (clear) begin
            count_q <= 0;
            fault_q_q <= 1'b0;
        end
        if (|arrived) begin
            waiting_q <= (waiting_q & ~lowest) | arrived;
            nulls_q <= (nulls_q & ~arrived) | arrived_null;
        end
        if (start | reset) begin
            waiting_q <= 0;
            new_q <= 0;
            new_count_q <= 0;
        end
        if (reset) begin
            storing_q <= 1'b0;
            field_2_q <= 0;
            field_3_q <= 0;
        end
    end
endmodule

`default_nettype wire
