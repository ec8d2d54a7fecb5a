// SPDX-License-Identifier: Apache-2.0
// registers: the registers of the host, over AXI-Lite
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module registers (
    input wire clock,
    input wire reset,
    input wire [11:0] s_axil_awaddr,
    // No access is restricted; AXI requires the port.
    // verilator lint_off UNUSEDSIGNAL
    input wire [2:0] s_axil_awprot,
    // verilator lint_on UNUSEDSIGNAL
    input wire s_axil_awvalid,
    output wire s_axil_awready,
    input wire [31:0] s_axil_wdata,
    input wire [3:0] s_axil_wstrb,
    input wire s_axil_wvalid,
    output wire s_axil_wready,
    output wire [1:0] s_axil_bresp,
    output wire s_axil_bvalid,
    input wire s_axil_bready,
    input wire [11:0] s_axil_araddr,
    // No access is restricted; AXI requires the port.
    // verilator lint_off UNUSEDSIGNAL
    input wire [2:0] s_axil_arprot,
    // verilator lint_on UNUSEDSIGNAL
    input wire s_axil_arvalid,
    output wire s_axil_arready,
    output wire [31:0] s_axil_rdata,
    output wire [1:0] s_axil_rresp,
    output wire s_axil_rvalid,
    input wire s_axil_rready,
    output wire program_write,
    output wire [15:0] program_memory,
    output wire [15:0] program_address,
    output wire [63:0] program_data,
    output wire bank_wanted,
    output wire clear,
    input wire bank,
    input wire busy,
    input wire fault,
    output wire [31:0] scan_target,
    output wire [31:0] scan_address,
    input wire [127:0] scan_data,
    input wire frame_taken,
    input wire verdict_taken,
    input wire verdict_accept,
    input wire verdict_malformed
);
    localparam readable = 67105791;
    localparam writable = 1016;
    localparam id = 1380537163;
    localparam version = 256;

    reg aw_ready_q;
    reg aw_held_q;
    reg [11:0] aw_address_q;
    reg w_ready_q;
    reg w_held_q;
    reg [31:0] w_data_q;
    reg [3:0] w_strobes_q;
    reg b_valid_q;
    reg b_error_q;
    reg ar_ready_q;
    reg ar_held_q;
    reg [11:0] ar_address_q;
    reg r_valid_q;
    reg r_error_q;
    reg [31:0] r_data_d;
    reg [31:0] r_data_q;
    reg wanted_q;
    reg clears_q;
    reg issue_q;
    reg [15:0] memory_q;
    reg [15:0] address_q;
    reg [15:0] issued_address_q;
    reg [31:0] data_low_q;
    reg [31:0] data_high_q;
    reg [31:0] target_q;
    reg [31:0] place_q;
    reg had_fault_q;
    reg [63:0] counters_0_q;
    reg [63:0] counters_1_q;
    reg [63:0] counters_2_q;
    reg [63:0] counters_3_q;
    reg [63:0] counters_4_q;
    reg [31:0] high_halves_0_q;
    reg [31:0] high_halves_1_q;
    reg [31:0] high_halves_2_q;
    reg [31:0] high_halves_3_q;
    reg [31:0] high_halves_4_q;

    reg aw_stays;
    reg w_stays;
    reg ar_stays;
    wire write_now;
    wire read_now;
    wire [31:0] write_word;
    wire [31:0] read_word;
    wire write_allowed;
    wire read_allowed;
    // Not every word of the map can be written.
    // verilator lint_off UNUSEDSIGNAL
    reg [31:0] written;
    // verilator lint_on UNUSEDSIGNAL
    reg [31:0] read;
    wire rejected;
    reg [4:0] counted;
    wire [31:0] words_0;
    wire [31:0] words_1;
    wire [31:0] words_2;
    wire [31:0] words_3;
    wire [31:0] words_4;
    wire [31:0] words_5;
    wire [31:0] words_6;
    wire [31:0] words_7;
    wire [31:0] words_8;
    wire [31:0] words_9;
    wire [31:0] words_10;
    wire [31:0] words_11;
    wire [31:0] words_12;
    wire [31:0] words_13;
    wire [31:0] words_14;
    wire [31:0] words_15;
    wire [31:0] words_16;
    wire [31:0] words_17;
    wire [31:0] words_18;
    wire [31:0] words_19;
    wire [31:0] words_20;
    wire [31:0] words_21;
    wire [31:0] words_22;
    wire [31:0] words_23;
    wire [31:0] words_24;
    wire [31:0] words_25;
    wire [31:0] words_26;
    wire [31:0] words_27;
    wire [31:0] words_28;
    wire [31:0] words_29;
    wire [31:0] words_30;
    wire [31:0] words_31;


    always @(*) begin
        r_data_d = r_data_q;
        read = 0;
        if (read_now) begin
            r_data_d = 0;
            if (read_allowed) begin
                read = read_word;
            end
        end
        if (read[0]) begin
            r_data_d = words_0;
        end
        if (read[1]) begin
            r_data_d = words_1;
        end
        if (read[2]) begin
            r_data_d = words_2;
        end
        if (read[3]) begin
            r_data_d = words_3;
        end
        if (read[4]) begin
            r_data_d = words_4;
        end
        if (read[5]) begin
            r_data_d = words_5;
        end
        if (read[6]) begin
            r_data_d = words_6;
        end
        if (read[7]) begin
            r_data_d = words_7;
        end
        if (read[8]) begin
            r_data_d = words_8;
        end
        if (read[9]) begin
            r_data_d = words_9;
        end
        if (read[10]) begin
            r_data_d = words_10;
        end
        if (read[11]) begin
            r_data_d = words_11;
        end
        if (read[12]) begin
            r_data_d = words_12;
        end
        if (read[13]) begin
            r_data_d = words_13;
        end
        if (read[14]) begin
            r_data_d = words_14;
        end
        if (read[15]) begin
            r_data_d = words_15;
        end
        if (read[16]) begin
            r_data_d = words_16;
        end
        if (read[17]) begin
            r_data_d = words_17;
        end
        if (read[18]) begin
            r_data_d = words_18;
        end
        if (read[19]) begin
            r_data_d = words_19;
        end
        if (read[20]) begin
            r_data_d = words_20;
        end
        if (read[21]) begin
            r_data_d = words_21;
        end
        if (read[22]) begin
            r_data_d = words_22;
        end
        if (read[23]) begin
            r_data_d = words_23;
        end
        if (read[24]) begin
            r_data_d = words_24;
        end
        if (read[25]) begin
            r_data_d = words_25;
        end
        if (read[26]) begin
            r_data_d = words_26;
        end
        if (read[27]) begin
            r_data_d = words_27;
        end
        if (read[28]) begin
            r_data_d = words_28;
        end
        if (read[29]) begin
            r_data_d = words_29;
        end
        if (read[30]) begin
            r_data_d = words_30;
        end
        if (read[31]) begin
            r_data_d = words_31;
        end
    end

    assign write_now = aw_held_q & w_held_q & (~b_valid_q | s_axil_bready);

    always @(*) begin
        aw_stays = aw_held_q & ~write_now;
        if (s_axil_awvalid & aw_ready_q) begin
            aw_stays = 1'b1;
        end
    end

    always @(*) begin
        w_stays = w_held_q & ~write_now;
        if (s_axil_wvalid & w_ready_q) begin
            w_stays = 1'b1;
        end
    end

    assign write_word = 32'(1) << aw_address_q[6:2];
    assign write_allowed = (aw_address_q[11:7] == 0) & (aw_address_q[1:0] == 0) & (w_strobes_q == 15) & ((write_word & writable) != 0);

    always @(*) begin
        written = 0;
        if (write_now) begin
            if (write_allowed) begin
                written = write_word;
            end
        end
    end

    assign read_now = ar_held_q & (~r_valid_q | s_axil_rready);

    always @(*) begin
        ar_stays = ar_held_q & ~read_now;
        if (s_axil_arvalid & ar_ready_q) begin
            ar_stays = 1'b1;
        end
    end

    assign read_word = 32'(1) << ar_address_q[6:2];
    assign read_allowed = (ar_address_q[11:7] == 0) & (ar_address_q[1:0] == 0) & ((read_word & readable) != 0);
    assign words_0 = id;
    assign words_1 = version;
    assign words_2 = 32'(busy) | (32'(bank) << 1) | (32'(had_fault_q) << 2);
    assign words_3 = 32'(wanted_q);
    assign words_4 = 32'(memory_q);
    assign words_5 = 32'(address_q);
    assign words_6 = data_low_q;
    assign words_7 = data_high_q;
    assign words_8 = target_q;
    assign words_9 = place_q;
    assign words_10 = 0;
    assign words_11 = 0;
    assign words_12 = scan_data[31:0];
    assign words_13 = scan_data[63:32];
    assign words_14 = scan_data[95:64];
    assign words_15 = scan_data[127:96];
    assign words_26 = 0;
    assign words_27 = 0;
    assign words_28 = 0;
    assign words_29 = 0;
    assign words_30 = 0;
    assign words_31 = 0;
    assign rejected = ~verdict_accept & ~verdict_malformed;

    always @(*) begin
        counted = 5'(frame_taken) | 16;
        if (verdict_taken) begin
            counted = 5'(frame_taken) | (5'(verdict_accept) << 1) | (5'(rejected) << 2) | (5'(verdict_malformed) << 3) | 16;
        end
    end

    assign words_16 = counters_0_q[31:0];
    assign words_17 = high_halves_0_q;
    assign words_18 = counters_1_q[31:0];
    assign words_19 = high_halves_1_q;
    assign words_20 = counters_2_q[31:0];
    assign words_21 = high_halves_2_q;
    assign words_22 = counters_3_q[31:0];
    assign words_23 = high_halves_3_q;
    assign words_24 = counters_4_q[31:0];
    assign words_25 = high_halves_4_q;
    assign s_axil_awready = aw_ready_q;
    assign s_axil_wready = w_ready_q;
    assign s_axil_bvalid = b_valid_q;
    assign s_axil_bresp = 2'(b_error_q) << 1;
    assign s_axil_arready = ar_ready_q;
    assign s_axil_rvalid = r_valid_q;
    assign s_axil_rresp = 2'(r_error_q) << 1;
    assign s_axil_rdata = r_data_q;
    assign program_write = issue_q;
    assign program_memory = memory_q;
    assign program_address = issued_address_q;
    assign program_data = 64'(data_low_q) | (64'(data_high_q) << 32);
    assign bank_wanted = wanted_q;
    assign clear = clears_q;
    assign scan_target = target_q;
    assign scan_address = place_q;

    initial begin
        aw_ready_q = 0;
        aw_held_q = 0;
        aw_address_q = 0;
        w_ready_q = 0;
        w_held_q = 0;
        w_data_q = 0;
        w_strobes_q = 0;
        b_valid_q = 0;
        b_error_q = 0;
        ar_ready_q = 0;
        ar_held_q = 0;
        ar_address_q = 0;
        r_valid_q = 0;
        r_error_q = 0;
        r_data_q = 0;
        wanted_q = 0;
        clears_q = 0;
        issue_q = 0;
        memory_q = 0;
        address_q = 0;
        issued_address_q = 0;
        data_low_q = 0;
        data_high_q = 0;
        target_q = 0;
        place_q = 0;
        had_fault_q = 0;
        counters_0_q = 0;
        counters_1_q = 0;
        counters_2_q = 0;
        counters_3_q = 0;
        counters_4_q = 0;
        high_halves_0_q = 0;
        high_halves_1_q = 0;
        high_halves_2_q = 0;
        high_halves_3_q = 0;
        high_halves_4_q = 0;
    end

    always @(posedge clock) begin
        r_data_q <= r_data_d;
        aw_held_q <= aw_stays & ~reset;
        w_held_q <= w_stays & ~reset;
        aw_ready_q <= ~aw_stays & ~reset;
        w_ready_q <= ~w_stays & ~reset;
        ar_held_q <= ar_stays & ~reset;
        ar_ready_q <= ~ar_stays & ~reset;
    end

    always @(posedge clock) begin
        if (s_axil_awvalid & aw_ready_q) begin
            aw_address_q <= s_axil_awaddr;
        end
    end

    always @(posedge clock) begin
        if (s_axil_wvalid & w_ready_q) begin
            w_data_q <= s_axil_wdata;
            w_strobes_q <= s_axil_wstrb;
        end
    end

    always @(posedge clock) begin
        if (s_axil_bready) begin
            b_valid_q <= 1'b0;
        end
        if (write_now) begin
            b_valid_q <= 1'b1;
            b_error_q <= ~write_allowed;
        end
        issue_q <= 1'b0;
        clears_q <= 1'b0;
        if (written[3]) begin
            wanted_q <= w_data_q[0];
            clears_q <= w_data_q[1] & ~reset;
        end
        if (written[4]) begin
            memory_q <= w_data_q[15:0];
        end
        if (written[5]) begin
            address_q <= w_data_q[15:0];
        end
        if (written[6]) begin
            data_low_q <= w_data_q;
        end
        if (written[7]) begin
            data_high_q <= w_data_q;
            issue_q <= ~reset;
            issued_address_q <= address_q;
            address_q <= address_q + 1;
        end
        if (written[8]) begin
            target_q <= w_data_q;
        end
        if (written[9]) begin
            place_q <= w_data_q;
        end
        if (s_axil_rready) begin
            r_valid_q <= 1'b0;
        end
        if (read_now) begin
            r_valid_q <= 1'b1;
            r_error_q <= ~read_allowed;
        end
        if (fault) begin
            had_fault_q <= 1'b1;
        end
        if (reset) begin
            b_valid_q <= 1'b0;
            r_valid_q <= 1'b0;
            wanted_q <= 1'b0;
            memory_q <= 0;
            address_q <= 0;
            data_low_q <= 0;
            data_high_q <= 0;
            target_q <= 0;
            place_q <= 0;
            had_fault_q <= 1'b0;
        end
    end

    always @(posedge clock) begin
        if (s_axil_arvalid & ar_ready_q) begin
            ar_address_q <= s_axil_araddr;
        end
    end

    always @(posedge clock) begin
        if (counted[0]) begin
            counters_0_q <= counters_0_q + 1;
        end
        if (read[2 * 0 + 16]) begin
            high_halves_0_q <= counters_0_q[63:32];
        end
        if (reset) begin
            counters_0_q <= 0;
            high_halves_0_q <= 0;
        end
    end

    always @(posedge clock) begin
        if (counted[1]) begin
            counters_1_q <= counters_1_q + 1;
        end
        if (read[2 * 1 + 16]) begin
            high_halves_1_q <= counters_1_q[63:32];
        end
        if (reset) begin
            counters_1_q <= 0;
            high_halves_1_q <= 0;
        end
    end

    always @(posedge clock) begin
        if (counted[2]) begin
            counters_2_q <= counters_2_q + 1;
        end
        if (read[2 * 2 + 16]) begin
            high_halves_2_q <= counters_2_q[63:32];
        end
        if (reset) begin
            counters_2_q <= 0;
            high_halves_2_q <= 0;
        end
    end

    always @(posedge clock) begin
        if (counted[3]) begin
            counters_3_q <= counters_3_q + 1;
        end
        if (read[2 * 3 + 16]) begin
            high_halves_3_q <= counters_3_q[63:32];
        end
        if (reset) begin
            counters_3_q <= 0;
            high_halves_3_q <= 0;
        end
    end

    always @(posedge clock) begin
        if (counted[4]) begin
            counters_4_q <= counters_4_q + 1;
        end
        if (read[2 * 4 + 16]) begin
            high_halves_4_q <= counters_4_q[63:32];
        end
        if (reset) begin
            counters_4_q <= 0;
            high_halves_4_q <= 0;
        end
    end
endmodule

`default_nettype wire
