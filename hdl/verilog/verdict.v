// SPDX-License-Identifier: Apache-2.0
// verdict: the verdict tree, which finds the lowest entry that is not true
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module verdict_lowest (
    input wire [11:0] a,
    input wire [11:0] b,
    input wire [11:0] c,
    input wire [11:0] d,
    input wire [11:0] e,
    input wire [11:0] f,
    input wire [11:0] g,
    input wire [11:0] h,
    output reg [11:0] rank
);
    reg [11:0] ab;
    reg [11:0] cd;
    reg [11:0] ef;
    reg [11:0] gh;
    reg [11:0] abcd;
    reg [11:0] efgh;

    always @(*) begin
        ab = a;
        if (b > a) begin
            ab = b;
        end
    end

    always @(*) begin
        cd = c;
        if (d > c) begin
            cd = d;
        end
    end

    always @(*) begin
        ef = e;
        if (f > e) begin
            ef = f;
        end
    end

    always @(*) begin
        gh = g;
        if (h > g) begin
            gh = h;
        end
    end

    always @(*) begin
        abcd = ab;
        if (cd > ab) begin
            abcd = cd;
        end
    end

    always @(*) begin
        efgh = ef;
        if (gh > ef) begin
            efgh = gh;
        end
    end

    always @(*) begin
        rank = abcd;
        if (efgh > abcd) begin
            rank = efgh;
        end
    end

endmodule

module verdict_is_silent (
    input wire [127:0] word,
    input wire [6:0] number,
    output wire chosen
);
    assign chosen = word[number];
endmodule

module verdict_groups (
    input wire [13:0] a,
    input wire [13:0] b,
    input wire [13:0] c,
    input wire [13:0] d,
    input wire [13:0] e,
    input wire [13:0] f,
    input wire [13:0] g,
    input wire [11:0] earlier,
    input wire [11:0] earlier_effect,
    output wire [11:0] rank,
    output wire [11:0] rank_effect,
    output reg [63:0] low,
    output reg [63:0] high
);
    wire [11:0] lowest_a;
    wire [11:0] lowest_b;
    wire [11:0] lowest_c;
    wire [11:0] lowest_d;
    wire [11:0] lowest_e;
    wire [11:0] lowest_f;
    wire [11:0] lowest_g;
    wire [11:0] lowest_h;
    wire [11:0] lowest_rank;
    wire [11:0] lowest_effect_a;
    wire [11:0] lowest_effect_b;
    wire [11:0] lowest_effect_c;
    wire [11:0] lowest_effect_d;
    wire [11:0] lowest_effect_e;
    wire [11:0] lowest_effect_f;
    wire [11:0] lowest_effect_g;
    wire [11:0] lowest_effect_h;
    wire [11:0] lowest_effect_rank;

    wire [8:0] marks_0;
    wire [8:0] marks_1;
    wire [8:0] marks_2;
    wire [8:0] marks_3;
    wire [8:0] marks_4;
    wire [8:0] marks_5;
    wire [8:0] marks_6;

    verdict_lowest lowest(
        .a(lowest_a),
        .b(lowest_b),
        .c(lowest_c),
        .d(lowest_d),
        .e(lowest_e),
        .f(lowest_f),
        .g(lowest_g),
        .h(lowest_h),
        .rank(lowest_rank)
    );
    verdict_lowest lowest_effect(
        .a(lowest_effect_a),
        .b(lowest_effect_b),
        .c(lowest_effect_c),
        .d(lowest_effect_d),
        .e(lowest_effect_e),
        .f(lowest_effect_f),
        .g(lowest_effect_g),
        .h(lowest_effect_h),
        .rank(lowest_effect_rank)
    );

    assign lowest_a = a[11:0];
    assign lowest_effect_a = 12'(a[10:0]) | (12'(a[13]) << 11);
    assign lowest_b = b[11:0];
    assign lowest_effect_b = 12'(b[10:0]) | (12'(b[13]) << 11);
    assign lowest_c = c[11:0];
    assign lowest_effect_c = 12'(c[10:0]) | (12'(c[13]) << 11);
    assign lowest_d = d[11:0];
    assign lowest_effect_d = 12'(d[10:0]) | (12'(d[13]) << 11);
    assign lowest_e = e[11:0];
    assign lowest_effect_e = 12'(e[10:0]) | (12'(e[13]) << 11);
    assign lowest_f = f[11:0];
    assign lowest_effect_f = 12'(f[10:0]) | (12'(f[13]) << 11);
    assign lowest_g = g[11:0];
    assign lowest_effect_g = 12'(g[10:0]) | (12'(g[13]) << 11);
    assign lowest_h = earlier;
    assign lowest_effect_h = earlier_effect;
    assign rank = lowest_rank;
    assign rank_effect = lowest_effect_rank;
    assign marks_0 = 9'(a[10:3]) | (9'(a[12]) << 8);
    assign marks_1 = 9'(b[10:3]) | (9'(b[12]) << 8);
    assign marks_2 = 9'(c[10:3]) | (9'(c[12]) << 8);
    assign marks_3 = 9'(d[10:3]) | (9'(d[12]) << 8);
    assign marks_4 = 9'(e[10:3]) | (9'(e[12]) << 8);
    assign marks_5 = 9'(f[10:3]) | (9'(f[12]) << 8);
    assign marks_6 = 9'(g[10:3]) | (9'(g[12]) << 8);

    always @(*) begin
        low = 0;
        high = 0;
        if (marks_0[8] & marks_0[7]) begin
            if (marks_0[6]) begin
                low = low | (64'(1) << (marks_0[5:0] ^ 63));
            end
            else begin
                high = high | (64'(1) << (marks_0[5:0] ^ 63));
            end
        end
        if (marks_1[8] & marks_1[7]) begin
            if (marks_1[6]) begin
                low = low | (64'(1) << (marks_1[5:0] ^ 63));
            end
            else begin
                high = high | (64'(1) << (marks_1[5:0] ^ 63));
            end
        end
        if (marks_2[8] & marks_2[7]) begin
            if (marks_2[6]) begin
                low = low | (64'(1) << (marks_2[5:0] ^ 63));
            end
            else begin
                high = high | (64'(1) << (marks_2[5:0] ^ 63));
            end
        end
        if (marks_3[8] & marks_3[7]) begin
            if (marks_3[6]) begin
                low = low | (64'(1) << (marks_3[5:0] ^ 63));
            end
            else begin
                high = high | (64'(1) << (marks_3[5:0] ^ 63));
            end
        end
        if (marks_4[8] & marks_4[7]) begin
            if (marks_4[6]) begin
                low = low | (64'(1) << (marks_4[5:0] ^ 63));
            end
            else begin
                high = high | (64'(1) << (marks_4[5:0] ^ 63));
            end
        end
        if (marks_5[8] & marks_5[7]) begin
            if (marks_5[6]) begin
                low = low | (64'(1) << (marks_5[5:0] ^ 63));
            end
            else begin
                high = high | (64'(1) << (marks_5[5:0] ^ 63));
            end
        end
        if (marks_6[8] & marks_6[7]) begin
            if (marks_6[6]) begin
                low = low | (64'(1) << (marks_6[5:0] ^ 63));
            end
            else begin
                high = high | (64'(1) << (marks_6[5:0] ^ 63));
            end
        end
    end

endmodule

module verdict_ports (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire [7:0] index,
    input wire [2:0] truth,
    input wire [127:0] silent,
    input wire [8:0] entry_count,
    output wire [13:0] rank
);
    wire [127:0] is_silent_word;
    wire [6:0] is_silent_number;
    wire is_silent_chosen;
    reg [13:0] held_q;

    wire [13:0] place;

    verdict_is_silent is_silent(
        .word(is_silent_word),
        .number(is_silent_number),
        .chosen(is_silent_chosen)
    );

    assign is_silent_word = silent;
    assign is_silent_number = index[6:0];
    assign place = (14'(index ^ 255) << 3) | 14'(truth);
    assign rank = held_q;

    initial begin
        held_q = 0;
    end

    always @(posedge clock) begin
        held_q <= 0;
        if (valid & (truth != 1) & ~reset) begin
            held_q <= place | 6144;
            if (is_silent_chosen & ~index[7]) begin
                held_q <= place | 4096;
            end
            if (9'(index) >= entry_count) begin
                held_q <= place | 8192;
            end
        end
    end
endmodule

module verdict (
    input wire clock,
    input wire reset,
    input wire clear,
    input wire valid_0,
    input wire valid_1,
    input wire valid_2,
    input wire valid_3,
    input wire valid_4,
    input wire valid_5,
    input wire valid_6,
    input wire valid_7,
    input wire valid_8,
    input wire valid_9,
    input wire valid_10,
    input wire valid_11,
    input wire valid_12,
    input wire valid_13,
    input wire valid_14,
    input wire valid_15,
    input wire valid_16,
    input wire valid_17,
    input wire valid_18,
    input wire valid_19,
    input wire valid_20,
    input wire valid_21,
    input wire valid_22,
    input wire valid_23,
    input wire valid_24,
    input wire valid_25,
    input wire valid_26,
    input wire valid_27,
    input wire valid_28,
    input wire valid_29,
    input wire valid_30,
    input wire valid_31,
    input wire valid_32,
    input wire valid_33,
    input wire valid_34,
    input wire valid_35,
    input wire valid_36,
    input wire valid_37,
    input wire valid_38,
    input wire valid_39,
    input wire valid_40,
    input wire valid_41,
    input wire valid_42,
    input wire valid_43,
    input wire valid_44,
    input wire valid_45,
    input wire valid_46,
    input wire valid_47,
    input wire valid_48,
    input wire valid_49,
    input wire valid_50,
    input wire valid_51,
    input wire valid_52,
    input wire valid_53,
    input wire valid_54,
    input wire valid_55,
    input wire [7:0] index_0,
    input wire [7:0] index_1,
    input wire [7:0] index_2,
    input wire [7:0] index_3,
    input wire [7:0] index_4,
    input wire [7:0] index_5,
    input wire [7:0] index_6,
    input wire [7:0] index_7,
    input wire [7:0] index_8,
    input wire [7:0] index_9,
    input wire [7:0] index_10,
    input wire [7:0] index_11,
    input wire [7:0] index_12,
    input wire [7:0] index_13,
    input wire [7:0] index_14,
    input wire [7:0] index_15,
    input wire [7:0] index_16,
    input wire [7:0] index_17,
    input wire [7:0] index_18,
    input wire [7:0] index_19,
    input wire [7:0] index_20,
    input wire [7:0] index_21,
    input wire [7:0] index_22,
    input wire [7:0] index_23,
    input wire [7:0] index_24,
    input wire [7:0] index_25,
    input wire [7:0] index_26,
    input wire [7:0] index_27,
    input wire [7:0] index_28,
    input wire [7:0] index_29,
    input wire [7:0] index_30,
    input wire [7:0] index_31,
    input wire [7:0] index_32,
    input wire [7:0] index_33,
    input wire [7:0] index_34,
    input wire [7:0] index_35,
    input wire [7:0] index_36,
    input wire [7:0] index_37,
    input wire [7:0] index_38,
    input wire [7:0] index_39,
    input wire [7:0] index_40,
    input wire [7:0] index_41,
    input wire [7:0] index_42,
    input wire [7:0] index_43,
    input wire [7:0] index_44,
    input wire [7:0] index_45,
    input wire [7:0] index_46,
    input wire [7:0] index_47,
    input wire [7:0] index_48,
    input wire [7:0] index_49,
    input wire [7:0] index_50,
    input wire [7:0] index_51,
    input wire [7:0] index_52,
    input wire [7:0] index_53,
    input wire [7:0] index_54,
    input wire [7:0] index_55,
    input wire [2:0] truth_0,
    input wire [2:0] truth_1,
    input wire [2:0] truth_2,
    input wire [2:0] truth_3,
    input wire [2:0] truth_4,
    input wire [2:0] truth_5,
    input wire [2:0] truth_6,
    input wire [2:0] truth_7,
    input wire [2:0] truth_8,
    input wire [2:0] truth_9,
    input wire [2:0] truth_10,
    input wire [2:0] truth_11,
    input wire [2:0] truth_12,
    input wire [2:0] truth_13,
    input wire [2:0] truth_14,
    input wire [2:0] truth_15,
    input wire [2:0] truth_16,
    input wire [2:0] truth_17,
    input wire [2:0] truth_18,
    input wire [2:0] truth_19,
    input wire [2:0] truth_20,
    input wire [2:0] truth_21,
    input wire [2:0] truth_22,
    input wire [2:0] truth_23,
    input wire [2:0] truth_24,
    input wire [2:0] truth_25,
    input wire [2:0] truth_26,
    input wire [2:0] truth_27,
    input wire [2:0] truth_28,
    input wire [2:0] truth_29,
    input wire [2:0] truth_30,
    input wire [2:0] truth_31,
    input wire [2:0] truth_32,
    input wire [2:0] truth_33,
    input wire [2:0] truth_34,
    input wire [2:0] truth_35,
    input wire [2:0] truth_36,
    input wire [2:0] truth_37,
    input wire [2:0] truth_38,
    input wire [2:0] truth_39,
    input wire [2:0] truth_40,
    input wire [2:0] truth_41,
    input wire [2:0] truth_42,
    input wire [2:0] truth_43,
    input wire [2:0] truth_44,
    input wire [2:0] truth_45,
    input wire [2:0] truth_46,
    input wire [2:0] truth_47,
    input wire [2:0] truth_48,
    input wire [2:0] truth_49,
    input wire [2:0] truth_50,
    input wire [2:0] truth_51,
    input wire [2:0] truth_52,
    input wire [2:0] truth_53,
    input wire [2:0] truth_54,
    input wire [2:0] truth_55,
    input wire [127:0] silent,
    input wire [127:0] warns,
    input wire [8:0] entry_count,
    input wire [7:0] rule_count,
    input wire judge,
    input wire settle,
    input wire wanted,
    output wire decided,
    output wire accept,
    output wire [7:0] first,
    output wire [2:0] outcome,
    output wire by_rule,
    output wire [127:0] failing,
    output wire [127:0] warning,
    output wire settled,
    output wire is_done,
    output wire [7:0] settled_entry,
    output wire [2:0] settled_outcome
);
    wire ports_0_clock;
    wire ports_0_reset;
    wire ports_0_valid;
    wire [7:0] ports_0_index;
    wire [2:0] ports_0_truth;
    wire [127:0] ports_0_silent;
    wire [8:0] ports_0_entry_count;
    wire [13:0] ports_0_rank;
    wire ports_1_clock;
    wire ports_1_reset;
    wire ports_1_valid;
    wire [7:0] ports_1_index;
    wire [2:0] ports_1_truth;
    wire [127:0] ports_1_silent;
    wire [8:0] ports_1_entry_count;
    wire [13:0] ports_1_rank;
    wire ports_2_clock;
    wire ports_2_reset;
    wire ports_2_valid;
    wire [7:0] ports_2_index;
    wire [2:0] ports_2_truth;
    wire [127:0] ports_2_silent;
    wire [8:0] ports_2_entry_count;
    wire [13:0] ports_2_rank;
    wire ports_3_clock;
    wire ports_3_reset;
    wire ports_3_valid;
    wire [7:0] ports_3_index;
    wire [2:0] ports_3_truth;
    wire [127:0] ports_3_silent;
    wire [8:0] ports_3_entry_count;
    wire [13:0] ports_3_rank;
    wire ports_4_clock;
    wire ports_4_reset;
    wire ports_4_valid;
    wire [7:0] ports_4_index;
    wire [2:0] ports_4_truth;
    wire [127:0] ports_4_silent;
    wire [8:0] ports_4_entry_count;
    wire [13:0] ports_4_rank;
    wire ports_5_clock;
    wire ports_5_reset;
    wire ports_5_valid;
    wire [7:0] ports_5_index;
    wire [2:0] ports_5_truth;
    wire [127:0] ports_5_silent;
    wire [8:0] ports_5_entry_count;
    wire [13:0] ports_5_rank;
    wire ports_6_clock;
    wire ports_6_reset;
    wire ports_6_valid;
    wire [7:0] ports_6_index;
    wire [2:0] ports_6_truth;
    wire [127:0] ports_6_silent;
    wire [8:0] ports_6_entry_count;
    wire [13:0] ports_6_rank;
    wire ports_7_clock;
    wire ports_7_reset;
    wire ports_7_valid;
    wire [7:0] ports_7_index;
    wire [2:0] ports_7_truth;
    wire [127:0] ports_7_silent;
    wire [8:0] ports_7_entry_count;
    wire [13:0] ports_7_rank;
    wire ports_8_clock;
    wire ports_8_reset;
    wire ports_8_valid;
    wire [7:0] ports_8_index;
    wire [2:0] ports_8_truth;
    wire [127:0] ports_8_silent;
    wire [8:0] ports_8_entry_count;
    wire [13:0] ports_8_rank;
    wire ports_9_clock;
    wire ports_9_reset;
    wire ports_9_valid;
    wire [7:0] ports_9_index;
    wire [2:0] ports_9_truth;
    wire [127:0] ports_9_silent;
    wire [8:0] ports_9_entry_count;
    wire [13:0] ports_9_rank;
    wire ports_10_clock;
    wire ports_10_reset;
    wire ports_10_valid;
    wire [7:0] ports_10_index;
    wire [2:0] ports_10_truth;
    wire [127:0] ports_10_silent;
    wire [8:0] ports_10_entry_count;
    wire [13:0] ports_10_rank;
    wire ports_11_clock;
    wire ports_11_reset;
    wire ports_11_valid;
    wire [7:0] ports_11_index;
    wire [2:0] ports_11_truth;
    wire [127:0] ports_11_silent;
    wire [8:0] ports_11_entry_count;
    wire [13:0] ports_11_rank;
    wire ports_12_clock;
    wire ports_12_reset;
    wire ports_12_valid;
    wire [7:0] ports_12_index;
    wire [2:0] ports_12_truth;
    wire [127:0] ports_12_silent;
    wire [8:0] ports_12_entry_count;
    wire [13:0] ports_12_rank;
    wire ports_13_clock;
    wire ports_13_reset;
    wire ports_13_valid;
    wire [7:0] ports_13_index;
    wire [2:0] ports_13_truth;
    wire [127:0] ports_13_silent;
    wire [8:0] ports_13_entry_count;
    wire [13:0] ports_13_rank;
    wire ports_14_clock;
    wire ports_14_reset;
    wire ports_14_valid;
    wire [7:0] ports_14_index;
    wire [2:0] ports_14_truth;
    wire [127:0] ports_14_silent;
    wire [8:0] ports_14_entry_count;
    wire [13:0] ports_14_rank;
    wire ports_15_clock;
    wire ports_15_reset;
    wire ports_15_valid;
    wire [7:0] ports_15_index;
    wire [2:0] ports_15_truth;
    wire [127:0] ports_15_silent;
    wire [8:0] ports_15_entry_count;
    wire [13:0] ports_15_rank;
    wire ports_16_clock;
    wire ports_16_reset;
    wire ports_16_valid;
    wire [7:0] ports_16_index;
    wire [2:0] ports_16_truth;
    wire [127:0] ports_16_silent;
    wire [8:0] ports_16_entry_count;
    wire [13:0] ports_16_rank;
    wire ports_17_clock;
    wire ports_17_reset;
    wire ports_17_valid;
    wire [7:0] ports_17_index;
    wire [2:0] ports_17_truth;
    wire [127:0] ports_17_silent;
    wire [8:0] ports_17_entry_count;
    wire [13:0] ports_17_rank;
    wire ports_18_clock;
    wire ports_18_reset;
    wire ports_18_valid;
    wire [7:0] ports_18_index;
    wire [2:0] ports_18_truth;
    wire [127:0] ports_18_silent;
    wire [8:0] ports_18_entry_count;
    wire [13:0] ports_18_rank;
    wire ports_19_clock;
    wire ports_19_reset;
    wire ports_19_valid;
    wire [7:0] ports_19_index;
    wire [2:0] ports_19_truth;
    wire [127:0] ports_19_silent;
    wire [8:0] ports_19_entry_count;
    wire [13:0] ports_19_rank;
    wire ports_20_clock;
    wire ports_20_reset;
    wire ports_20_valid;
    wire [7:0] ports_20_index;
    wire [2:0] ports_20_truth;
    wire [127:0] ports_20_silent;
    wire [8:0] ports_20_entry_count;
    wire [13:0] ports_20_rank;
    wire ports_21_clock;
    wire ports_21_reset;
    wire ports_21_valid;
    wire [7:0] ports_21_index;
    wire [2:0] ports_21_truth;
    wire [127:0] ports_21_silent;
    wire [8:0] ports_21_entry_count;
    wire [13:0] ports_21_rank;
    wire ports_22_clock;
    wire ports_22_reset;
    wire ports_22_valid;
    wire [7:0] ports_22_index;
    wire [2:0] ports_22_truth;
    wire [127:0] ports_22_silent;
    wire [8:0] ports_22_entry_count;
    wire [13:0] ports_22_rank;
    wire ports_23_clock;
    wire ports_23_reset;
    wire ports_23_valid;
    wire [7:0] ports_23_index;
    wire [2:0] ports_23_truth;
    wire [127:0] ports_23_silent;
    wire [8:0] ports_23_entry_count;
    wire [13:0] ports_23_rank;
    wire ports_24_clock;
    wire ports_24_reset;
    wire ports_24_valid;
    wire [7:0] ports_24_index;
    wire [2:0] ports_24_truth;
    wire [127:0] ports_24_silent;
    wire [8:0] ports_24_entry_count;
    wire [13:0] ports_24_rank;
    wire ports_25_clock;
    wire ports_25_reset;
    wire ports_25_valid;
    wire [7:0] ports_25_index;
    wire [2:0] ports_25_truth;
    wire [127:0] ports_25_silent;
    wire [8:0] ports_25_entry_count;
    wire [13:0] ports_25_rank;
    wire ports_26_clock;
    wire ports_26_reset;
    wire ports_26_valid;
    wire [7:0] ports_26_index;
    wire [2:0] ports_26_truth;
    wire [127:0] ports_26_silent;
    wire [8:0] ports_26_entry_count;
    wire [13:0] ports_26_rank;
    wire ports_27_clock;
    wire ports_27_reset;
    wire ports_27_valid;
    wire [7:0] ports_27_index;
    wire [2:0] ports_27_truth;
    wire [127:0] ports_27_silent;
    wire [8:0] ports_27_entry_count;
    wire [13:0] ports_27_rank;
    wire ports_28_clock;
    wire ports_28_reset;
    wire ports_28_valid;
    wire [7:0] ports_28_index;
    wire [2:0] ports_28_truth;
    wire [127:0] ports_28_silent;
    wire [8:0] ports_28_entry_count;
    wire [13:0] ports_28_rank;
    wire ports_29_clock;
    wire ports_29_reset;
    wire ports_29_valid;
    wire [7:0] ports_29_index;
    wire [2:0] ports_29_truth;
    wire [127:0] ports_29_silent;
    wire [8:0] ports_29_entry_count;
    wire [13:0] ports_29_rank;
    wire ports_30_clock;
    wire ports_30_reset;
    wire ports_30_valid;
    wire [7:0] ports_30_index;
    wire [2:0] ports_30_truth;
    wire [127:0] ports_30_silent;
    wire [8:0] ports_30_entry_count;
    wire [13:0] ports_30_rank;
    wire ports_31_clock;
    wire ports_31_reset;
    wire ports_31_valid;
    wire [7:0] ports_31_index;
    wire [2:0] ports_31_truth;
    wire [127:0] ports_31_silent;
    wire [8:0] ports_31_entry_count;
    wire [13:0] ports_31_rank;
    wire ports_32_clock;
    wire ports_32_reset;
    wire ports_32_valid;
    wire [7:0] ports_32_index;
    wire [2:0] ports_32_truth;
    wire [127:0] ports_32_silent;
    wire [8:0] ports_32_entry_count;
    wire [13:0] ports_32_rank;
    wire ports_33_clock;
    wire ports_33_reset;
    wire ports_33_valid;
    wire [7:0] ports_33_index;
    wire [2:0] ports_33_truth;
    wire [127:0] ports_33_silent;
    wire [8:0] ports_33_entry_count;
    wire [13:0] ports_33_rank;
    wire ports_34_clock;
    wire ports_34_reset;
    wire ports_34_valid;
    wire [7:0] ports_34_index;
    wire [2:0] ports_34_truth;
    wire [127:0] ports_34_silent;
    wire [8:0] ports_34_entry_count;
    wire [13:0] ports_34_rank;
    wire ports_35_clock;
    wire ports_35_reset;
    wire ports_35_valid;
    wire [7:0] ports_35_index;
    wire [2:0] ports_35_truth;
    wire [127:0] ports_35_silent;
    wire [8:0] ports_35_entry_count;
    wire [13:0] ports_35_rank;
    wire ports_36_clock;
    wire ports_36_reset;
    wire ports_36_valid;
    wire [7:0] ports_36_index;
    wire [2:0] ports_36_truth;
    wire [127:0] ports_36_silent;
    wire [8:0] ports_36_entry_count;
    wire [13:0] ports_36_rank;
    wire ports_37_clock;
    wire ports_37_reset;
    wire ports_37_valid;
    wire [7:0] ports_37_index;
    wire [2:0] ports_37_truth;
    wire [127:0] ports_37_silent;
    wire [8:0] ports_37_entry_count;
    wire [13:0] ports_37_rank;
    wire ports_38_clock;
    wire ports_38_reset;
    wire ports_38_valid;
    wire [7:0] ports_38_index;
    wire [2:0] ports_38_truth;
    wire [127:0] ports_38_silent;
    wire [8:0] ports_38_entry_count;
    wire [13:0] ports_38_rank;
    wire ports_39_clock;
    wire ports_39_reset;
    wire ports_39_valid;
    wire [7:0] ports_39_index;
    wire [2:0] ports_39_truth;
    wire [127:0] ports_39_silent;
    wire [8:0] ports_39_entry_count;
    wire [13:0] ports_39_rank;
    wire ports_40_clock;
    wire ports_40_reset;
    wire ports_40_valid;
    wire [7:0] ports_40_index;
    wire [2:0] ports_40_truth;
    wire [127:0] ports_40_silent;
    wire [8:0] ports_40_entry_count;
    wire [13:0] ports_40_rank;
    wire ports_41_clock;
    wire ports_41_reset;
    wire ports_41_valid;
    wire [7:0] ports_41_index;
    wire [2:0] ports_41_truth;
    wire [127:0] ports_41_silent;
    wire [8:0] ports_41_entry_count;
    wire [13:0] ports_41_rank;
    wire ports_42_clock;
    wire ports_42_reset;
    wire ports_42_valid;
    wire [7:0] ports_42_index;
    wire [2:0] ports_42_truth;
    wire [127:0] ports_42_silent;
    wire [8:0] ports_42_entry_count;
    wire [13:0] ports_42_rank;
    wire ports_43_clock;
    wire ports_43_reset;
    wire ports_43_valid;
    wire [7:0] ports_43_index;
    wire [2:0] ports_43_truth;
    wire [127:0] ports_43_silent;
    wire [8:0] ports_43_entry_count;
    wire [13:0] ports_43_rank;
    wire ports_44_clock;
    wire ports_44_reset;
    wire ports_44_valid;
    wire [7:0] ports_44_index;
    wire [2:0] ports_44_truth;
    wire [127:0] ports_44_silent;
    wire [8:0] ports_44_entry_count;
    wire [13:0] ports_44_rank;
    wire ports_45_clock;
    wire ports_45_reset;
    wire ports_45_valid;
    wire [7:0] ports_45_index;
    wire [2:0] ports_45_truth;
    wire [127:0] ports_45_silent;
    wire [8:0] ports_45_entry_count;
    wire [13:0] ports_45_rank;
    wire ports_46_clock;
    wire ports_46_reset;
    wire ports_46_valid;
    wire [7:0] ports_46_index;
    wire [2:0] ports_46_truth;
    wire [127:0] ports_46_silent;
    wire [8:0] ports_46_entry_count;
    wire [13:0] ports_46_rank;
    wire ports_47_clock;
    wire ports_47_reset;
    wire ports_47_valid;
    wire [7:0] ports_47_index;
    wire [2:0] ports_47_truth;
    wire [127:0] ports_47_silent;
    wire [8:0] ports_47_entry_count;
    wire [13:0] ports_47_rank;
    wire ports_48_clock;
    wire ports_48_reset;
    wire ports_48_valid;
    wire [7:0] ports_48_index;
    wire [2:0] ports_48_truth;
    wire [127:0] ports_48_silent;
    wire [8:0] ports_48_entry_count;
    wire [13:0] ports_48_rank;
    wire ports_49_clock;
    wire ports_49_reset;
    wire ports_49_valid;
    wire [7:0] ports_49_index;
    wire [2:0] ports_49_truth;
    wire [127:0] ports_49_silent;
    wire [8:0] ports_49_entry_count;
    wire [13:0] ports_49_rank;
    wire ports_50_clock;
    wire ports_50_reset;
    wire ports_50_valid;
    wire [7:0] ports_50_index;
    wire [2:0] ports_50_truth;
    wire [127:0] ports_50_silent;
    wire [8:0] ports_50_entry_count;
    wire [13:0] ports_50_rank;
    wire ports_51_clock;
    wire ports_51_reset;
    wire ports_51_valid;
    wire [7:0] ports_51_index;
    wire [2:0] ports_51_truth;
    wire [127:0] ports_51_silent;
    wire [8:0] ports_51_entry_count;
    wire [13:0] ports_51_rank;
    wire ports_52_clock;
    wire ports_52_reset;
    wire ports_52_valid;
    wire [7:0] ports_52_index;
    wire [2:0] ports_52_truth;
    wire [127:0] ports_52_silent;
    wire [8:0] ports_52_entry_count;
    wire [13:0] ports_52_rank;
    wire ports_53_clock;
    wire ports_53_reset;
    wire ports_53_valid;
    wire [7:0] ports_53_index;
    wire [2:0] ports_53_truth;
    wire [127:0] ports_53_silent;
    wire [8:0] ports_53_entry_count;
    wire [13:0] ports_53_rank;
    wire ports_54_clock;
    wire ports_54_reset;
    wire ports_54_valid;
    wire [7:0] ports_54_index;
    wire [2:0] ports_54_truth;
    wire [127:0] ports_54_silent;
    wire [8:0] ports_54_entry_count;
    wire [13:0] ports_54_rank;
    wire ports_55_clock;
    wire ports_55_reset;
    wire ports_55_valid;
    wire [7:0] ports_55_index;
    wire [2:0] ports_55_truth;
    wire [127:0] ports_55_silent;
    wire [8:0] ports_55_entry_count;
    wire [13:0] ports_55_rank;
    wire [13:0] groups_0_a;
    wire [13:0] groups_0_b;
    wire [13:0] groups_0_c;
    wire [13:0] groups_0_d;
    wire [13:0] groups_0_e;
    wire [13:0] groups_0_f;
    wire [13:0] groups_0_g;
    reg [11:0] groups_0_earlier;
    reg [11:0] groups_0_earlier_effect;
    wire [11:0] groups_0_rank;
    wire [11:0] groups_0_rank_effect;
    wire [63:0] groups_0_low;
    wire [63:0] groups_0_high;
    wire [13:0] groups_1_a;
    wire [13:0] groups_1_b;
    wire [13:0] groups_1_c;
    wire [13:0] groups_1_d;
    wire [13:0] groups_1_e;
    wire [13:0] groups_1_f;
    wire [13:0] groups_1_g;
    reg [11:0] groups_1_earlier;
    reg [11:0] groups_1_earlier_effect;
    wire [11:0] groups_1_rank;
    wire [11:0] groups_1_rank_effect;
    wire [63:0] groups_1_low;
    wire [63:0] groups_1_high;
    wire [13:0] groups_2_a;
    wire [13:0] groups_2_b;
    wire [13:0] groups_2_c;
    wire [13:0] groups_2_d;
    wire [13:0] groups_2_e;
    wire [13:0] groups_2_f;
    wire [13:0] groups_2_g;
    reg [11:0] groups_2_earlier;
    reg [11:0] groups_2_earlier_effect;
    wire [11:0] groups_2_rank;
    wire [11:0] groups_2_rank_effect;
    wire [63:0] groups_2_low;
    wire [63:0] groups_2_high;
    wire [13:0] groups_3_a;
    wire [13:0] groups_3_b;
    wire [13:0] groups_3_c;
    wire [13:0] groups_3_d;
    wire [13:0] groups_3_e;
    wire [13:0] groups_3_f;
    wire [13:0] groups_3_g;
    reg [11:0] groups_3_earlier;
    reg [11:0] groups_3_earlier_effect;
    wire [11:0] groups_3_rank;
    wire [11:0] groups_3_rank_effect;
    wire [63:0] groups_3_low;
    wire [63:0] groups_3_high;
    wire [13:0] groups_4_a;
    wire [13:0] groups_4_b;
    wire [13:0] groups_4_c;
    wire [13:0] groups_4_d;
    wire [13:0] groups_4_e;
    wire [13:0] groups_4_f;
    wire [13:0] groups_4_g;
    reg [11:0] groups_4_earlier;
    reg [11:0] groups_4_earlier_effect;
    wire [11:0] groups_4_rank;
    wire [11:0] groups_4_rank_effect;
    wire [63:0] groups_4_low;
    wire [63:0] groups_4_high;
    wire [13:0] groups_5_a;
    wire [13:0] groups_5_b;
    wire [13:0] groups_5_c;
    wire [13:0] groups_5_d;
    wire [13:0] groups_5_e;
    wire [13:0] groups_5_f;
    wire [13:0] groups_5_g;
    reg [11:0] groups_5_earlier;
    reg [11:0] groups_5_earlier_effect;
    wire [11:0] groups_5_rank;
    wire [11:0] groups_5_rank_effect;
    wire [63:0] groups_5_low;
    wire [63:0] groups_5_high;
    wire [13:0] groups_6_a;
    wire [13:0] groups_6_b;
    wire [13:0] groups_6_c;
    wire [13:0] groups_6_d;
    wire [13:0] groups_6_e;
    wire [13:0] groups_6_f;
    wire [13:0] groups_6_g;
    reg [11:0] groups_6_earlier;
    reg [11:0] groups_6_earlier_effect;
    wire [11:0] groups_6_rank;
    wire [11:0] groups_6_rank_effect;
    wire [63:0] groups_6_low;
    wire [63:0] groups_6_high;
    wire [13:0] groups_7_a;
    wire [13:0] groups_7_b;
    wire [13:0] groups_7_c;
    wire [13:0] groups_7_d;
    wire [13:0] groups_7_e;
    wire [13:0] groups_7_f;
    wire [13:0] groups_7_g;
    reg [11:0] groups_7_earlier;
    reg [11:0] groups_7_earlier_effect;
    wire [11:0] groups_7_rank;
    wire [11:0] groups_7_rank_effect;
    wire [63:0] groups_7_low;
    wire [63:0] groups_7_high;
    wire [11:0] lowest_a;
    wire [11:0] lowest_b;
    wire [11:0] lowest_c;
    wire [11:0] lowest_d;
    wire [11:0] lowest_e;
    wire [11:0] lowest_f;
    wire [11:0] lowest_g;
    wire [11:0] lowest_h;
    wire [11:0] lowest_rank;
    wire [11:0] lowest_effect_a;
    wire [11:0] lowest_effect_b;
    wire [11:0] lowest_effect_c;
    wire [11:0] lowest_effect_d;
    wire [11:0] lowest_effect_e;
    wire [11:0] lowest_effect_f;
    wire [11:0] lowest_effect_g;
    wire [11:0] lowest_effect_h;
    wire [11:0] lowest_effect_rank;
    reg [11:0] ranks_0_q;
    reg [11:0] ranks_1_q;
    reg [11:0] ranks_2_q;
    reg [11:0] ranks_3_q;
    reg [11:0] ranks_4_q;
    reg [11:0] ranks_5_q;
    reg [11:0] ranks_6_q;
    reg [11:0] ranks_7_q;
    reg [11:0] ranks_effect_0_q;
    reg [11:0] ranks_effect_1_q;
    reg [11:0] ranks_effect_2_q;
    reg [11:0] ranks_effect_3_q;
    reg [11:0] ranks_effect_4_q;
    reg [11:0] ranks_effect_5_q;
    reg [11:0] ranks_effect_6_q;
    reg [11:0] ranks_effect_7_q;
    reg [63:0] low_q;
    reg [63:0] high_q;
    reg cleared_q;
    reg judged_q;
    reg settling_q;
    reg wanted_q_q;
    reg settled_q_q;
    reg is_done_q_q;
    reg [7:0] settled_entry_q_q;
    reg [2:0] settled_outcome_q_q;
    reg by_rule_q_q;
    reg decided_q_q;
    reg accept_q_q;
    reg [7:0] first_q_q;
    reg [2:0] outcome_q_q;
    reg [63:0] failing_low_q;
    reg [63:0] failing_high_q;
    reg [63:0] warning_low_q;
    reg [63:0] warning_high_q;

    reg [63:0] low_now;
    reg [63:0] high_now;
    wire [7:0] index_lowest;

    verdict_ports ports_0(
        .clock(ports_0_clock),
        .reset(ports_0_reset),
        .valid(ports_0_valid),
        .index(ports_0_index),
        .truth(ports_0_truth),
        .silent(ports_0_silent),
        .entry_count(ports_0_entry_count),
        .rank(ports_0_rank)
    );
    verdict_ports ports_1(
        .clock(ports_1_clock),
        .reset(ports_1_reset),
        .valid(ports_1_valid),
        .index(ports_1_index),
        .truth(ports_1_truth),
        .silent(ports_1_silent),
        .entry_count(ports_1_entry_count),
        .rank(ports_1_rank)
    );
    verdict_ports ports_2(
        .clock(ports_2_clock),
        .reset(ports_2_reset),
        .valid(ports_2_valid),
        .index(ports_2_index),
        .truth(ports_2_truth),
        .silent(ports_2_silent),
        .entry_count(ports_2_entry_count),
        .rank(ports_2_rank)
    );
    verdict_ports ports_3(
        .clock(ports_3_clock),
        .reset(ports_3_reset),
        .valid(ports_3_valid),
        .index(ports_3_index),
        .truth(ports_3_truth),
        .silent(ports_3_silent),
        .entry_count(ports_3_entry_count),
        .rank(ports_3_rank)
    );
    verdict_ports ports_4(
        .clock(ports_4_clock),
        .reset(ports_4_reset),
        .valid(ports_4_valid),
        .index(ports_4_index),
        .truth(ports_4_truth),
        .silent(ports_4_silent),
        .entry_count(ports_4_entry_count),
        .rank(ports_4_rank)
    );
    verdict_ports ports_5(
        .clock(ports_5_clock),
        .reset(ports_5_reset),
        .valid(ports_5_valid),
        .index(ports_5_index),
        .truth(ports_5_truth),
        .silent(ports_5_silent),
        .entry_count(ports_5_entry_count),
        .rank(ports_5_rank)
    );
    verdict_ports ports_6(
        .clock(ports_6_clock),
        .reset(ports_6_reset),
        .valid(ports_6_valid),
        .index(ports_6_index),
        .truth(ports_6_truth),
        .silent(ports_6_silent),
        .entry_count(ports_6_entry_count),
        .rank(ports_6_rank)
    );
    verdict_ports ports_7(
        .clock(ports_7_clock),
        .reset(ports_7_reset),
        .valid(ports_7_valid),
        .index(ports_7_index),
        .truth(ports_7_truth),
        .silent(ports_7_silent),
        .entry_count(ports_7_entry_count),
        .rank(ports_7_rank)
    );
    verdict_ports ports_8(
        .clock(ports_8_clock),
        .reset(ports_8_reset),
        .valid(ports_8_valid),
        .index(ports_8_index),
        .truth(ports_8_truth),
        .silent(ports_8_silent),
        .entry_count(ports_8_entry_count),
        .rank(ports_8_rank)
    );
    verdict_ports ports_9(
        .clock(ports_9_clock),
        .reset(ports_9_reset),
        .valid(ports_9_valid),
        .index(ports_9_index),
        .truth(ports_9_truth),
        .silent(ports_9_silent),
        .entry_count(ports_9_entry_count),
        .rank(ports_9_rank)
    );
    verdict_ports ports_10(
        .clock(ports_10_clock),
        .reset(ports_10_reset),
        .valid(ports_10_valid),
        .index(ports_10_index),
        .truth(ports_10_truth),
        .silent(ports_10_silent),
        .entry_count(ports_10_entry_count),
        .rank(ports_10_rank)
    );
    verdict_ports ports_11(
        .clock(ports_11_clock),
        .reset(ports_11_reset),
        .valid(ports_11_valid),
        .index(ports_11_index),
        .truth(ports_11_truth),
        .silent(ports_11_silent),
        .entry_count(ports_11_entry_count),
        .rank(ports_11_rank)
    );
    verdict_ports ports_12(
        .clock(ports_12_clock),
        .reset(ports_12_reset),
        .valid(ports_12_valid),
        .index(ports_12_index),
        .truth(ports_12_truth),
        .silent(ports_12_silent),
        .entry_count(ports_12_entry_count),
        .rank(ports_12_rank)
    );
    verdict_ports ports_13(
        .clock(ports_13_clock),
        .reset(ports_13_reset),
        .valid(ports_13_valid),
        .index(ports_13_index),
        .truth(ports_13_truth),
        .silent(ports_13_silent),
        .entry_count(ports_13_entry_count),
        .rank(ports_13_rank)
    );
    verdict_ports ports_14(
        .clock(ports_14_clock),
        .reset(ports_14_reset),
        .valid(ports_14_valid),
        .index(ports_14_index),
        .truth(ports_14_truth),
        .silent(ports_14_silent),
        .entry_count(ports_14_entry_count),
        .rank(ports_14_rank)
    );
    verdict_ports ports_15(
        .clock(ports_15_clock),
        .reset(ports_15_reset),
        .valid(ports_15_valid),
        .index(ports_15_index),
        .truth(ports_15_truth),
        .silent(ports_15_silent),
        .entry_count(ports_15_entry_count),
        .rank(ports_15_rank)
    );
    verdict_ports ports_16(
        .clock(ports_16_clock),
        .reset(ports_16_reset),
        .valid(ports_16_valid),
        .index(ports_16_index),
        .truth(ports_16_truth),
        .silent(ports_16_silent),
        .entry_count(ports_16_entry_count),
        .rank(ports_16_rank)
    );
    verdict_ports ports_17(
        .clock(ports_17_clock),
        .reset(ports_17_reset),
        .valid(ports_17_valid),
        .index(ports_17_index),
        .truth(ports_17_truth),
        .silent(ports_17_silent),
        .entry_count(ports_17_entry_count),
        .rank(ports_17_rank)
    );
    verdict_ports ports_18(
        .clock(ports_18_clock),
        .reset(ports_18_reset),
        .valid(ports_18_valid),
        .index(ports_18_index),
        .truth(ports_18_truth),
        .silent(ports_18_silent),
        .entry_count(ports_18_entry_count),
        .rank(ports_18_rank)
    );
    verdict_ports ports_19(
        .clock(ports_19_clock),
        .reset(ports_19_reset),
        .valid(ports_19_valid),
        .index(ports_19_index),
        .truth(ports_19_truth),
        .silent(ports_19_silent),
        .entry_count(ports_19_entry_count),
        .rank(ports_19_rank)
    );
    verdict_ports ports_20(
        .clock(ports_20_clock),
        .reset(ports_20_reset),
        .valid(ports_20_valid),
        .index(ports_20_index),
        .truth(ports_20_truth),
        .silent(ports_20_silent),
        .entry_count(ports_20_entry_count),
        .rank(ports_20_rank)
    );
    verdict_ports ports_21(
        .clock(ports_21_clock),
        .reset(ports_21_reset),
        .valid(ports_21_valid),
        .index(ports_21_index),
        .truth(ports_21_truth),
        .silent(ports_21_silent),
        .entry_count(ports_21_entry_count),
        .rank(ports_21_rank)
    );
    verdict_ports ports_22(
        .clock(ports_22_clock),
        .reset(ports_22_reset),
        .valid(ports_22_valid),
        .index(ports_22_index),
        .truth(ports_22_truth),
        .silent(ports_22_silent),
        .entry_count(ports_22_entry_count),
        .rank(ports_22_rank)
    );
    verdict_ports ports_23(
        .clock(ports_23_clock),
        .reset(ports_23_reset),
        .valid(ports_23_valid),
        .index(ports_23_index),
        .truth(ports_23_truth),
        .silent(ports_23_silent),
        .entry_count(ports_23_entry_count),
        .rank(ports_23_rank)
    );
    verdict_ports ports_24(
        .clock(ports_24_clock),
        .reset(ports_24_reset),
        .valid(ports_24_valid),
        .index(ports_24_index),
        .truth(ports_24_truth),
        .silent(ports_24_silent),
        .entry_count(ports_24_entry_count),
        .rank(ports_24_rank)
    );
    verdict_ports ports_25(
        .clock(ports_25_clock),
        .reset(ports_25_reset),
        .valid(ports_25_valid),
        .index(ports_25_index),
        .truth(ports_25_truth),
        .silent(ports_25_silent),
        .entry_count(ports_25_entry_count),
        .rank(ports_25_rank)
    );
    verdict_ports ports_26(
        .clock(ports_26_clock),
        .reset(ports_26_reset),
        .valid(ports_26_valid),
        .index(ports_26_index),
        .truth(ports_26_truth),
        .silent(ports_26_silent),
        .entry_count(ports_26_entry_count),
        .rank(ports_26_rank)
    );
    verdict_ports ports_27(
        .clock(ports_27_clock),
        .reset(ports_27_reset),
        .valid(ports_27_valid),
        .index(ports_27_index),
        .truth(ports_27_truth),
        .silent(ports_27_silent),
        .entry_count(ports_27_entry_count),
        .rank(ports_27_rank)
    );
    verdict_ports ports_28(
        .clock(ports_28_clock),
        .reset(ports_28_reset),
        .valid(ports_28_valid),
        .index(ports_28_index),
        .truth(ports_28_truth),
        .silent(ports_28_silent),
        .entry_count(ports_28_entry_count),
        .rank(ports_28_rank)
    );
    verdict_ports ports_29(
        .clock(ports_29_clock),
        .reset(ports_29_reset),
        .valid(ports_29_valid),
        .index(ports_29_index),
        .truth(ports_29_truth),
        .silent(ports_29_silent),
        .entry_count(ports_29_entry_count),
        .rank(ports_29_rank)
    );
    verdict_ports ports_30(
        .clock(ports_30_clock),
        .reset(ports_30_reset),
        .valid(ports_30_valid),
        .index(ports_30_index),
        .truth(ports_30_truth),
        .silent(ports_30_silent),
        .entry_count(ports_30_entry_count),
        .rank(ports_30_rank)
    );
    verdict_ports ports_31(
        .clock(ports_31_clock),
        .reset(ports_31_reset),
        .valid(ports_31_valid),
        .index(ports_31_index),
        .truth(ports_31_truth),
        .silent(ports_31_silent),
        .entry_count(ports_31_entry_count),
        .rank(ports_31_rank)
    );
    verdict_ports ports_32(
        .clock(ports_32_clock),
        .reset(ports_32_reset),
        .valid(ports_32_valid),
        .index(ports_32_index),
        .truth(ports_32_truth),
        .silent(ports_32_silent),
        .entry_count(ports_32_entry_count),
        .rank(ports_32_rank)
    );
    verdict_ports ports_33(
        .clock(ports_33_clock),
        .reset(ports_33_reset),
        .valid(ports_33_valid),
        .index(ports_33_index),
        .truth(ports_33_truth),
        .silent(ports_33_silent),
        .entry_count(ports_33_entry_count),
        .rank(ports_33_rank)
    );
    verdict_ports ports_34(
        .clock(ports_34_clock),
        .reset(ports_34_reset),
        .valid(ports_34_valid),
        .index(ports_34_index),
        .truth(ports_34_truth),
        .silent(ports_34_silent),
        .entry_count(ports_34_entry_count),
        .rank(ports_34_rank)
    );
    verdict_ports ports_35(
        .clock(ports_35_clock),
        .reset(ports_35_reset),
        .valid(ports_35_valid),
        .index(ports_35_index),
        .truth(ports_35_truth),
        .silent(ports_35_silent),
        .entry_count(ports_35_entry_count),
        .rank(ports_35_rank)
    );
    verdict_ports ports_36(
        .clock(ports_36_clock),
        .reset(ports_36_reset),
        .valid(ports_36_valid),
        .index(ports_36_index),
        .truth(ports_36_truth),
        .silent(ports_36_silent),
        .entry_count(ports_36_entry_count),
        .rank(ports_36_rank)
    );
    verdict_ports ports_37(
        .clock(ports_37_clock),
        .reset(ports_37_reset),
        .valid(ports_37_valid),
        .index(ports_37_index),
        .truth(ports_37_truth),
        .silent(ports_37_silent),
        .entry_count(ports_37_entry_count),
        .rank(ports_37_rank)
    );
    verdict_ports ports_38(
        .clock(ports_38_clock),
        .reset(ports_38_reset),
        .valid(ports_38_valid),
        .index(ports_38_index),
        .truth(ports_38_truth),
        .silent(ports_38_silent),
        .entry_count(ports_38_entry_count),
        .rank(ports_38_rank)
    );
    verdict_ports ports_39(
        .clock(ports_39_clock),
        .reset(ports_39_reset),
        .valid(ports_39_valid),
        .index(ports_39_index),
        .truth(ports_39_truth),
        .silent(ports_39_silent),
        .entry_count(ports_39_entry_count),
        .rank(ports_39_rank)
    );
    verdict_ports ports_40(
        .clock(ports_40_clock),
        .reset(ports_40_reset),
        .valid(ports_40_valid),
        .index(ports_40_index),
        .truth(ports_40_truth),
        .silent(ports_40_silent),
        .entry_count(ports_40_entry_count),
        .rank(ports_40_rank)
    );
    verdict_ports ports_41(
        .clock(ports_41_clock),
        .reset(ports_41_reset),
        .valid(ports_41_valid),
        .index(ports_41_index),
        .truth(ports_41_truth),
        .silent(ports_41_silent),
        .entry_count(ports_41_entry_count),
        .rank(ports_41_rank)
    );
    verdict_ports ports_42(
        .clock(ports_42_clock),
        .reset(ports_42_reset),
        .valid(ports_42_valid),
        .index(ports_42_index),
        .truth(ports_42_truth),
        .silent(ports_42_silent),
        .entry_count(ports_42_entry_count),
        .rank(ports_42_rank)
    );
    verdict_ports ports_43(
        .clock(ports_43_clock),
        .reset(ports_43_reset),
        .valid(ports_43_valid),
        .index(ports_43_index),
        .truth(ports_43_truth),
        .silent(ports_43_silent),
        .entry_count(ports_43_entry_count),
        .rank(ports_43_rank)
    );
    verdict_ports ports_44(
        .clock(ports_44_clock),
        .reset(ports_44_reset),
        .valid(ports_44_valid),
        .index(ports_44_index),
        .truth(ports_44_truth),
        .silent(ports_44_silent),
        .entry_count(ports_44_entry_count),
        .rank(ports_44_rank)
    );
    verdict_ports ports_45(
        .clock(ports_45_clock),
        .reset(ports_45_reset),
        .valid(ports_45_valid),
        .index(ports_45_index),
        .truth(ports_45_truth),
        .silent(ports_45_silent),
        .entry_count(ports_45_entry_count),
        .rank(ports_45_rank)
    );
    verdict_ports ports_46(
        .clock(ports_46_clock),
        .reset(ports_46_reset),
        .valid(ports_46_valid),
        .index(ports_46_index),
        .truth(ports_46_truth),
        .silent(ports_46_silent),
        .entry_count(ports_46_entry_count),
        .rank(ports_46_rank)
    );
    verdict_ports ports_47(
        .clock(ports_47_clock),
        .reset(ports_47_reset),
        .valid(ports_47_valid),
        .index(ports_47_index),
        .truth(ports_47_truth),
        .silent(ports_47_silent),
        .entry_count(ports_47_entry_count),
        .rank(ports_47_rank)
    );
    verdict_ports ports_48(
        .clock(ports_48_clock),
        .reset(ports_48_reset),
        .valid(ports_48_valid),
        .index(ports_48_index),
        .truth(ports_48_truth),
        .silent(ports_48_silent),
        .entry_count(ports_48_entry_count),
        .rank(ports_48_rank)
    );
    verdict_ports ports_49(
        .clock(ports_49_clock),
        .reset(ports_49_reset),
        .valid(ports_49_valid),
        .index(ports_49_index),
        .truth(ports_49_truth),
        .silent(ports_49_silent),
        .entry_count(ports_49_entry_count),
        .rank(ports_49_rank)
    );
    verdict_ports ports_50(
        .clock(ports_50_clock),
        .reset(ports_50_reset),
        .valid(ports_50_valid),
        .index(ports_50_index),
        .truth(ports_50_truth),
        .silent(ports_50_silent),
        .entry_count(ports_50_entry_count),
        .rank(ports_50_rank)
    );
    verdict_ports ports_51(
        .clock(ports_51_clock),
        .reset(ports_51_reset),
        .valid(ports_51_valid),
        .index(ports_51_index),
        .truth(ports_51_truth),
        .silent(ports_51_silent),
        .entry_count(ports_51_entry_count),
        .rank(ports_51_rank)
    );
    verdict_ports ports_52(
        .clock(ports_52_clock),
        .reset(ports_52_reset),
        .valid(ports_52_valid),
        .index(ports_52_index),
        .truth(ports_52_truth),
        .silent(ports_52_silent),
        .entry_count(ports_52_entry_count),
        .rank(ports_52_rank)
    );
    verdict_ports ports_53(
        .clock(ports_53_clock),
        .reset(ports_53_reset),
        .valid(ports_53_valid),
        .index(ports_53_index),
        .truth(ports_53_truth),
        .silent(ports_53_silent),
        .entry_count(ports_53_entry_count),
        .rank(ports_53_rank)
    );
    verdict_ports ports_54(
        .clock(ports_54_clock),
        .reset(ports_54_reset),
        .valid(ports_54_valid),
        .index(ports_54_index),
        .truth(ports_54_truth),
        .silent(ports_54_silent),
        .entry_count(ports_54_entry_count),
        .rank(ports_54_rank)
    );
    verdict_ports ports_55(
        .clock(ports_55_clock),
        .reset(ports_55_reset),
        .valid(ports_55_valid),
        .index(ports_55_index),
        .truth(ports_55_truth),
        .silent(ports_55_silent),
        .entry_count(ports_55_entry_count),
        .rank(ports_55_rank)
    );
    verdict_groups groups_0(
        .a(groups_0_a),
        .b(groups_0_b),
        .c(groups_0_c),
        .d(groups_0_d),
        .e(groups_0_e),
        .f(groups_0_f),
        .g(groups_0_g),
        .earlier(groups_0_earlier),
        .earlier_effect(groups_0_earlier_effect),
        .rank(groups_0_rank),
        .rank_effect(groups_0_rank_effect),
        .low(groups_0_low),
        .high(groups_0_high)
    );
    verdict_groups groups_1(
        .a(groups_1_a),
        .b(groups_1_b),
        .c(groups_1_c),
        .d(groups_1_d),
        .e(groups_1_e),
        .f(groups_1_f),
        .g(groups_1_g),
        .earlier(groups_1_earlier),
        .earlier_effect(groups_1_earlier_effect),
        .rank(groups_1_rank),
        .rank_effect(groups_1_rank_effect),
        .low(groups_1_low),
        .high(groups_1_high)
    );
    verdict_groups groups_2(
        .a(groups_2_a),
        .b(groups_2_b),
        .c(groups_2_c),
        .d(groups_2_d),
        .e(groups_2_e),
        .f(groups_2_f),
        .g(groups_2_g),
        .earlier(groups_2_earlier),
        .earlier_effect(groups_2_earlier_effect),
        .rank(groups_2_rank),
        .rank_effect(groups_2_rank_effect),
        .low(groups_2_low),
        .high(groups_2_high)
    );
    verdict_groups groups_3(
        .a(groups_3_a),
        .b(groups_3_b),
        .c(groups_3_c),
        .d(groups_3_d),
        .e(groups_3_e),
        .f(groups_3_f),
        .g(groups_3_g),
        .earlier(groups_3_earlier),
        .earlier_effect(groups_3_earlier_effect),
        .rank(groups_3_rank),
        .rank_effect(groups_3_rank_effect),
        .low(groups_3_low),
        .high(groups_3_high)
    );
    verdict_groups groups_4(
        .a(groups_4_a),
        .b(groups_4_b),
        .c(groups_4_c),
        .d(groups_4_d),
        .e(groups_4_e),
        .f(groups_4_f),
        .g(groups_4_g),
        .earlier(groups_4_earlier),
        .earlier_effect(groups_4_earlier_effect),
        .rank(groups_4_rank),
        .rank_effect(groups_4_rank_effect),
        .low(groups_4_low),
        .high(groups_4_high)
    );
    verdict_groups groups_5(
        .a(groups_5_a),
        .b(groups_5_b),
        .c(groups_5_c),
        .d(groups_5_d),
        .e(groups_5_e),
        .f(groups_5_f),
        .g(groups_5_g),
        .earlier(groups_5_earlier),
        .earlier_effect(groups_5_earlier_effect),
        .rank(groups_5_rank),
        .rank_effect(groups_5_rank_effect),
        .low(groups_5_low),
        .high(groups_5_high)
    );
    verdict_groups groups_6(
        .a(groups_6_a),
        .b(groups_6_b),
        .c(groups_6_c),
        .d(groups_6_d),
        .e(groups_6_e),
        .f(groups_6_f),
        .g(groups_6_g),
        .earlier(groups_6_earlier),
        .earlier_effect(groups_6_earlier_effect),
        .rank(groups_6_rank),
        .rank_effect(groups_6_rank_effect),
        .low(groups_6_low),
        .high(groups_6_high)
    );
    verdict_groups groups_7(
        .a(groups_7_a),
        .b(groups_7_b),
        .c(groups_7_c),
        .d(groups_7_d),
        .e(groups_7_e),
        .f(groups_7_f),
        .g(groups_7_g),
        .earlier(groups_7_earlier),
        .earlier_effect(groups_7_earlier_effect),
        .rank(groups_7_rank),
        .rank_effect(groups_7_rank_effect),
        .low(groups_7_low),
        .high(groups_7_high)
    );
    verdict_lowest lowest(
        .a(lowest_a),
        .b(lowest_b),
        .c(lowest_c),
        .d(lowest_d),
        .e(lowest_e),
        .f(lowest_f),
        .g(lowest_g),
        .h(lowest_h),
        .rank(lowest_rank)
    );
    verdict_lowest lowest_effect(
        .a(lowest_effect_a),
        .b(lowest_effect_b),
        .c(lowest_effect_c),
        .d(lowest_effect_d),
        .e(lowest_effect_e),
        .f(lowest_effect_f),
        .g(lowest_effect_g),
        .h(lowest_effect_h),
        .rank(lowest_effect_rank)
    );

    assign ports_0_clock = clock;
    assign ports_0_reset = reset;
    assign ports_0_valid = valid_0;
    assign ports_0_index = index_0;
    assign ports_0_truth = truth_0;
    assign ports_0_silent = silent;
    assign ports_0_entry_count = entry_count;
    assign ports_1_clock = clock;
    assign ports_1_reset = reset;
    assign ports_1_valid = valid_1;
    assign ports_1_index = index_1;
    assign ports_1_truth = truth_1;
    assign ports_1_silent = silent;
    assign ports_1_entry_count = entry_count;
    assign ports_2_clock = clock;
    assign ports_2_reset = reset;
    assign ports_2_valid = valid_2;
    assign ports_2_index = index_2;
    assign ports_2_truth = truth_2;
    assign ports_2_silent = silent;
    assign ports_2_entry_count = entry_count;
    assign ports_3_clock = clock;
    assign ports_3_reset = reset;
    assign ports_3_valid = valid_3;
    assign ports_3_index = index_3;
    assign ports_3_truth = truth_3;
    assign ports_3_silent = silent;
    assign ports_3_entry_count = entry_count;
    assign ports_4_clock = clock;
    assign ports_4_reset = reset;
    assign ports_4_valid = valid_4;
    assign ports_4_index = index_4;
    assign ports_4_truth = truth_4;
    assign ports_4_silent = silent;
    assign ports_4_entry_count = entry_count;
    assign ports_5_clock = clock;
    assign ports_5_reset = reset;
    assign ports_5_valid = valid_5;
    assign ports_5_index = index_5;
    assign ports_5_truth = truth_5;
    assign ports_5_silent = silent;
    assign ports_5_entry_count = entry_count;
    assign ports_6_clock = clock;
    assign ports_6_reset = reset;
    assign ports_6_valid = valid_6;
    assign ports_6_index = index_6;
    assign ports_6_truth = truth_6;
    assign ports_6_silent = silent;
    assign ports_6_entry_count = entry_count;
    assign ports_7_clock = clock;
    assign ports_7_reset = reset;
    assign ports_7_valid = valid_7;
    assign ports_7_index = index_7;
    assign ports_7_truth = truth_7;
    assign ports_7_silent = silent;
    assign ports_7_entry_count = entry_count;
    assign ports_8_clock = clock;
    assign ports_8_reset = reset;
    assign ports_8_valid = valid_8;
    assign ports_8_index = index_8;
    assign ports_8_truth = truth_8;
    assign ports_8_silent = silent;
    assign ports_8_entry_count = entry_count;
    assign ports_9_clock = clock;
    assign ports_9_reset = reset;
    assign ports_9_valid = valid_9;
    assign ports_9_index = index_9;
    assign ports_9_truth = truth_9;
    assign ports_9_silent = silent;
    assign ports_9_entry_count = entry_count;
    assign ports_10_clock = clock;
    assign ports_10_reset = reset;
    assign ports_10_valid = valid_10;
    assign ports_10_index = index_10;
    assign ports_10_truth = truth_10;
    assign ports_10_silent = silent;
    assign ports_10_entry_count = entry_count;
    assign ports_11_clock = clock;
    assign ports_11_reset = reset;
    assign ports_11_valid = valid_11;
    assign ports_11_index = index_11;
    assign ports_11_truth = truth_11;
    assign ports_11_silent = silent;
    assign ports_11_entry_count = entry_count;
    assign ports_12_clock = clock;
    assign ports_12_reset = reset;
    assign ports_12_valid = valid_12;
    assign ports_12_index = index_12;
    assign ports_12_truth = truth_12;
    assign ports_12_silent = silent;
    assign ports_12_entry_count = entry_count;
    assign ports_13_clock = clock;
    assign ports_13_reset = reset;
    assign ports_13_valid = valid_13;
    assign ports_13_index = index_13;
    assign ports_13_truth = truth_13;
    assign ports_13_silent = silent;
    assign ports_13_entry_count = entry_count;
    assign ports_14_clock = clock;
    assign ports_14_reset = reset;
    assign ports_14_valid = valid_14;
    assign ports_14_index = index_14;
    assign ports_14_truth = truth_14;
    assign ports_14_silent = silent;
    assign ports_14_entry_count = entry_count;
    assign ports_15_clock = clock;
    assign ports_15_reset = reset;
    assign ports_15_valid = valid_15;
    assign ports_15_index = index_15;
    assign ports_15_truth = truth_15;
    assign ports_15_silent = silent;
    assign ports_15_entry_count = entry_count;
    assign ports_16_clock = clock;
    assign ports_16_reset = reset;
    assign ports_16_valid = valid_16;
    assign ports_16_index = index_16;
    assign ports_16_truth = truth_16;
    assign ports_16_silent = silent;
    assign ports_16_entry_count = entry_count;
    assign ports_17_clock = clock;
    assign ports_17_reset = reset;
    assign ports_17_valid = valid_17;
    assign ports_17_index = index_17;
    assign ports_17_truth = truth_17;
    assign ports_17_silent = silent;
    assign ports_17_entry_count = entry_count;
    assign ports_18_clock = clock;
    assign ports_18_reset = reset;
    assign ports_18_valid = valid_18;
    assign ports_18_index = index_18;
    assign ports_18_truth = truth_18;
    assign ports_18_silent = silent;
    assign ports_18_entry_count = entry_count;
    assign ports_19_clock = clock;
    assign ports_19_reset = reset;
    assign ports_19_valid = valid_19;
    assign ports_19_index = index_19;
    assign ports_19_truth = truth_19;
    assign ports_19_silent = silent;
    assign ports_19_entry_count = entry_count;
    assign ports_20_clock = clock;
    assign ports_20_reset = reset;
    assign ports_20_valid = valid_20;
    assign ports_20_index = index_20;
    assign ports_20_truth = truth_20;
    assign ports_20_silent = silent;
    assign ports_20_entry_count = entry_count;
    assign ports_21_clock = clock;
    assign ports_21_reset = reset;
    assign ports_21_valid = valid_21;
    assign ports_21_index = index_21;
    assign ports_21_truth = truth_21;
    assign ports_21_silent = silent;
    assign ports_21_entry_count = entry_count;
    assign ports_22_clock = clock;
    assign ports_22_reset = reset;
    assign ports_22_valid = valid_22;
    assign ports_22_index = index_22;
    assign ports_22_truth = truth_22;
    assign ports_22_silent = silent;
    assign ports_22_entry_count = entry_count;
    assign ports_23_clock = clock;
    assign ports_23_reset = reset;
    assign ports_23_valid = valid_23;
    assign ports_23_index = index_23;
    assign ports_23_truth = truth_23;
    assign ports_23_silent = silent;
    assign ports_23_entry_count = entry_count;
    assign ports_24_clock = clock;
    assign ports_24_reset = reset;
    assign ports_24_valid = valid_24;
    assign ports_24_index = index_24;
    assign ports_24_truth = truth_24;
    assign ports_24_silent = silent;
    assign ports_24_entry_count = entry_count;
    assign ports_25_clock = clock;
    assign ports_25_reset = reset;
    assign ports_25_valid = valid_25;
    assign ports_25_index = index_25;
    assign ports_25_truth = truth_25;
    assign ports_25_silent = silent;
    assign ports_25_entry_count = entry_count;
    assign ports_26_clock = clock;
    assign ports_26_reset = reset;
    assign ports_26_valid = valid_26;
    assign ports_26_index = index_26;
    assign ports_26_truth = truth_26;
    assign ports_26_silent = silent;
    assign ports_26_entry_count = entry_count;
    assign ports_27_clock = clock;
    assign ports_27_reset = reset;
    assign ports_27_valid = valid_27;
    assign ports_27_index = index_27;
    assign ports_27_truth = truth_27;
    assign ports_27_silent = silent;
    assign ports_27_entry_count = entry_count;
    assign ports_28_clock = clock;
    assign ports_28_reset = reset;
    assign ports_28_valid = valid_28;
    assign ports_28_index = index_28;
    assign ports_28_truth = truth_28;
    assign ports_28_silent = silent;
    assign ports_28_entry_count = entry_count;
    assign ports_29_clock = clock;
    assign ports_29_reset = reset;
    assign ports_29_valid = valid_29;
    assign ports_29_index = index_29;
    assign ports_29_truth = truth_29;
    assign ports_29_silent = silent;
    assign ports_29_entry_count = entry_count;
    assign ports_30_clock = clock;
    assign ports_30_reset = reset;
    assign ports_30_valid = valid_30;
    assign ports_30_index = index_30;
    assign ports_30_truth = truth_30;
    assign ports_30_silent = silent;
    assign ports_30_entry_count = entry_count;
    assign ports_31_clock = clock;
    assign ports_31_reset = reset;
    assign ports_31_valid = valid_31;
    assign ports_31_index = index_31;
    assign ports_31_truth = truth_31;
    assign ports_31_silent = silent;
    assign ports_31_entry_count = entry_count;
    assign ports_32_clock = clock;
    assign ports_32_reset = reset;
    assign ports_32_valid = valid_32;
    assign ports_32_index = index_32;
    assign ports_32_truth = truth_32;
    assign ports_32_silent = silent;
    assign ports_32_entry_count = entry_count;
    assign ports_33_clock = clock;
    assign ports_33_reset = reset;
    assign ports_33_valid = valid_33;
    assign ports_33_index = index_33;
    assign ports_33_truth = truth_33;
    assign ports_33_silent = silent;
    assign ports_33_entry_count = entry_count;
    assign ports_34_clock = clock;
    assign ports_34_reset = reset;
    assign ports_34_valid = valid_34;
    assign ports_34_index = index_34;
    assign ports_34_truth = truth_34;
    assign ports_34_silent = silent;
    assign ports_34_entry_count = entry_count;
    assign ports_35_clock = clock;
    assign ports_35_reset = reset;
    assign ports_35_valid = valid_35;
    assign ports_35_index = index_35;
    assign ports_35_truth = truth_35;
    assign ports_35_silent = silent;
    assign ports_35_entry_count = entry_count;
    assign ports_36_clock = clock;
    assign ports_36_reset = reset;
    assign ports_36_valid = valid_36;
    assign ports_36_index = index_36;
    assign ports_36_truth = truth_36;
    assign ports_36_silent = silent;
    assign ports_36_entry_count = entry_count;
    assign ports_37_clock = clock;
    assign ports_37_reset = reset;
    assign ports_37_valid = valid_37;
    assign ports_37_index = index_37;
    assign ports_37_truth = truth_37;
    assign ports_37_silent = silent;
    assign ports_37_entry_count = entry_count;
    assign ports_38_clock = clock;
    assign ports_38_reset = reset;
    assign ports_38_valid = valid_38;
    assign ports_38_index = index_38;
    assign ports_38_truth = truth_38;
    assign ports_38_silent = silent;
    assign ports_38_entry_count = entry_count;
    assign ports_39_clock = clock;
    assign ports_39_reset = reset;
    assign ports_39_valid = valid_39;
    assign ports_39_index = index_39;
    assign ports_39_truth = truth_39;
    assign ports_39_silent = silent;
    assign ports_39_entry_count = entry_count;
    assign ports_40_clock = clock;
    assign ports_40_reset = reset;
    assign ports_40_valid = valid_40;
    assign ports_40_index = index_40;
    assign ports_40_truth = truth_40;
    assign ports_40_silent = silent;
    assign ports_40_entry_count = entry_count;
    assign ports_41_clock = clock;
    assign ports_41_reset = reset;
    assign ports_41_valid = valid_41;
    assign ports_41_index = index_41;
    assign ports_41_truth = truth_41;
    assign ports_41_silent = silent;
    assign ports_41_entry_count = entry_count;
    assign ports_42_clock = clock;
    assign ports_42_reset = reset;
    assign ports_42_valid = valid_42;
    assign ports_42_index = index_42;
    assign ports_42_truth = truth_42;
    assign ports_42_silent = silent;
    assign ports_42_entry_count = entry_count;
    assign ports_43_clock = clock;
    assign ports_43_reset = reset;
    assign ports_43_valid = valid_43;
    assign ports_43_index = index_43;
    assign ports_43_truth = truth_43;
    assign ports_43_silent = silent;
    assign ports_43_entry_count = entry_count;
    assign ports_44_clock = clock;
    assign ports_44_reset = reset;
    assign ports_44_valid = valid_44;
    assign ports_44_index = index_44;
    assign ports_44_truth = truth_44;
    assign ports_44_silent = silent;
    assign ports_44_entry_count = entry_count;
    assign ports_45_clock = clock;
    assign ports_45_reset = reset;
    assign ports_45_valid = valid_45;
    assign ports_45_index = index_45;
    assign ports_45_truth = truth_45;
    assign ports_45_silent = silent;
    assign ports_45_entry_count = entry_count;
    assign ports_46_clock = clock;
    assign ports_46_reset = reset;
    assign ports_46_valid = valid_46;
    assign ports_46_index = index_46;
    assign ports_46_truth = truth_46;
    assign ports_46_silent = silent;
    assign ports_46_entry_count = entry_count;
    assign ports_47_clock = clock;
    assign ports_47_reset = reset;
    assign ports_47_valid = valid_47;
    assign ports_47_index = index_47;
    assign ports_47_truth = truth_47;
    assign ports_47_silent = silent;
    assign ports_47_entry_count = entry_count;
    assign ports_48_clock = clock;
    assign ports_48_reset = reset;
    assign ports_48_valid = valid_48;
    assign ports_48_index = index_48;
    assign ports_48_truth = truth_48;
    assign ports_48_silent = silent;
    assign ports_48_entry_count = entry_count;
    assign ports_49_clock = clock;
    assign ports_49_reset = reset;
    assign ports_49_valid = valid_49;
    assign ports_49_index = index_49;
    assign ports_49_truth = truth_49;
    assign ports_49_silent = silent;
    assign ports_49_entry_count = entry_count;
    assign ports_50_clock = clock;
    assign ports_50_reset = reset;
    assign ports_50_valid = valid_50;
    assign ports_50_index = index_50;
    assign ports_50_truth = truth_50;
    assign ports_50_silent = silent;
    assign ports_50_entry_count = entry_count;
    assign ports_51_clock = clock;
    assign ports_51_reset = reset;
    assign ports_51_valid = valid_51;
    assign ports_51_index = index_51;
    assign ports_51_truth = truth_51;
    assign ports_51_silent = silent;
    assign ports_51_entry_count = entry_count;
    assign ports_52_clock = clock;
    assign ports_52_reset = reset;
    assign ports_52_valid = valid_52;
    assign ports_52_index = index_52;
    assign ports_52_truth = truth_52;
    assign ports_52_silent = silent;
    assign ports_52_entry_count = entry_count;
    assign ports_53_clock = clock;
    assign ports_53_reset = reset;
    assign ports_53_valid = valid_53;
    assign ports_53_index = index_53;
    assign ports_53_truth = truth_53;
    assign ports_53_silent = silent;
    assign ports_53_entry_count = entry_count;
    assign ports_54_clock = clock;
    assign ports_54_reset = reset;
    assign ports_54_valid = valid_54;
    assign ports_54_index = index_54;
    assign ports_54_truth = truth_54;
    assign ports_54_silent = silent;
    assign ports_54_entry_count = entry_count;
    assign ports_55_clock = clock;
    assign ports_55_reset = reset;
    assign ports_55_valid = valid_55;
    assign ports_55_index = index_55;
    assign ports_55_truth = truth_55;
    assign ports_55_silent = silent;
    assign ports_55_entry_count = entry_count;
    assign groups_0_a = ports_0_rank;
    assign groups_0_b = ports_1_rank;
    assign groups_0_c = ports_2_rank;
    assign groups_0_d = ports_3_rank;
    assign groups_0_e = ports_4_rank;
    assign groups_0_f = ports_5_rank;
    assign groups_0_g = ports_6_rank;

    always @(*) begin
        groups_0_earlier = ranks_0_q;
        groups_0_earlier_effect = ranks_effect_0_q;
        if (cleared_q) begin
            groups_0_earlier = 0;
            groups_0_earlier_effect = 0;
        end
    end

    assign groups_1_a = ports_7_rank;
    assign groups_1_b = ports_8_rank;
    assign groups_1_c = ports_9_rank;
    assign groups_1_d = ports_10_rank;
    assign groups_1_e = ports_11_rank;
    assign groups_1_f = ports_12_rank;
    assign groups_1_g = ports_13_rank;

    always @(*) begin
        groups_1_earlier = ranks_1_q;
        groups_1_earlier_effect = ranks_effect_1_q;
        if (cleared_q) begin
            groups_1_earlier = 0;
            groups_1_earlier_effect = 0;
        end
    end

    assign groups_2_a = ports_14_rank;
    assign groups_2_b = ports_15_rank;
    assign groups_2_c = ports_16_rank;
    assign groups_2_d = ports_17_rank;
    assign groups_2_e = ports_18_rank;
    assign groups_2_f = ports_19_rank;
    assign groups_2_g = ports_20_rank;

    always @(*) begin
        groups_2_earlier = ranks_2_q;
        groups_2_earlier_effect = ranks_effect_2_q;
        if (cleared_q) begin
            groups_2_earlier = 0;
            groups_2_earlier_effect = 0;
        end
    end

    assign groups_3_a = ports_21_rank;
    assign groups_3_b = ports_22_rank;
    assign groups_3_c = ports_23_rank;
    assign groups_3_d = ports_24_rank;
    assign groups_3_e = ports_25_rank;
    assign groups_3_f = ports_26_rank;
    assign groups_3_g = ports_27_rank;

    always @(*) begin
        groups_3_earlier = ranks_3_q;
        groups_3_earlier_effect = ranks_effect_3_q;
        if (cleared_q) begin
            groups_3_earlier = 0;
            groups_3_earlier_effect = 0;
        end
    end

    assign groups_4_a = ports_28_rank;
    assign groups_4_b = ports_29_rank;
    assign groups_4_c = ports_30_rank;
    assign groups_4_d = ports_31_rank;
    assign groups_4_e = ports_32_rank;
    assign groups_4_f = ports_33_rank;
    assign groups_4_g = ports_34_rank;

    always @(*) begin
        groups_4_earlier = ranks_4_q;
        groups_4_earlier_effect = ranks_effect_4_q;
        if (cleared_q) begin
            groups_4_earlier = 0;
            groups_4_earlier_effect = 0;
        end
    end

    assign groups_5_a = ports_35_rank;
    assign groups_5_b = ports_36_rank;
    assign groups_5_c = ports_37_rank;
    assign groups_5_d = ports_38_rank;
    assign groups_5_e = ports_39_rank;
    assign groups_5_f = ports_40_rank;
    assign groups_5_g = ports_41_rank;

    always @(*) begin
        groups_5_earlier = ranks_5_q;
        groups_5_earlier_effect = ranks_effect_5_q;
        if (cleared_q) begin
            groups_5_earlier = 0;
            groups_5_earlier_effect = 0;
        end
    end

    assign groups_6_a = ports_42_rank;
    assign groups_6_b = ports_43_rank;
    assign groups_6_c = ports_44_rank;
    assign groups_6_d = ports_45_rank;
    assign groups_6_e = ports_46_rank;
    assign groups_6_f = ports_47_rank;
    assign groups_6_g = ports_48_rank;

    always @(*) begin
        groups_6_earlier = ranks_6_q;
        groups_6_earlier_effect = ranks_effect_6_q;
        if (cleared_q) begin
            groups_6_earlier = 0;
            groups_6_earlier_effect = 0;
        end
    end

    assign groups_7_a = ports_49_rank;
    assign groups_7_b = ports_50_rank;
    assign groups_7_c = ports_51_rank;
    assign groups_7_d = ports_52_rank;
    assign groups_7_e = ports_53_rank;
    assign groups_7_f = ports_54_rank;
    assign groups_7_g = ports_55_rank;

    always @(*) begin
        groups_7_earlier = ranks_7_q;
        groups_7_earlier_effect = ranks_effect_7_q;
        if (cleared_q) begin
            groups_7_earlier = 0;
            groups_7_earlier_effect = 0;
        end
    end

    always @(*) begin
        low_now = groups_0_low;
        low_now = low_now | groups_1_low;
        low_now = low_now | groups_2_low;
        low_now = low_now | groups_3_low;
        low_now = low_now | groups_4_low;
        low_now = low_now | groups_5_low;
        low_now = low_now | groups_6_low;
        low_now = low_now | groups_7_low;
    end

    always @(*) begin
        high_now = groups_0_high;
        high_now = high_now | groups_1_high;
        high_now = high_now | groups_2_high;
        high_now = high_now | groups_3_high;
        high_now = high_now | groups_4_high;
        high_now = high_now | groups_5_high;
        high_now = high_now | groups_6_high;
        high_now = high_now | groups_7_high;
    end

    assign lowest_a = ranks_0_q;
    assign lowest_effect_a = ranks_effect_0_q;
    assign lowest_b = ranks_1_q;
    assign lowest_effect_b = ranks_effect_1_q;
    assign lowest_c = ranks_2_q;
    assign lowest_effect_c = ranks_effect_2_q;
    assign lowest_d = ranks_3_q;
    assign lowest_effect_d = ranks_effect_3_q;
    assign lowest_e = ranks_4_q;
    assign lowest_effect_e = ranks_effect_4_q;
    assign lowest_f = ranks_5_q;
    assign lowest_effect_f = ranks_effect_5_q;
    assign lowest_g = ranks_6_q;
    assign lowest_effect_g = ranks_effect_6_q;
    assign lowest_h = ranks_7_q;
    assign lowest_effect_h = ranks_effect_7_q;
    assign index_lowest = lowest_rank[10:3] ^ 255;
    assign decided = decided_q_q;
    assign accept = accept_q_q;
    assign first = first_q_q;
    assign outcome = outcome_q_q;
    assign by_rule = by_rule_q_q;
    assign settled = settled_q_q;
    assign is_done = is_done_q_q;
    assign settled_entry = settled_entry_q_q;
    assign settled_outcome = settled_outcome_q_q;
    assign failing = (128'(failing_high_q) << 64) | 128'(failing_low_q);
    assign warning = (128'(warning_high_q) << 64) | 128'(warning_low_q);

    initial begin
        ranks_0_q = 0;
        ranks_1_q = 0;
        ranks_2_q = 0;
        ranks_3_q = 0;
        ranks_4_q = 0;
        ranks_5_q = 0;
        ranks_6_q = 0;
        ranks_7_q = 0;
        ranks_effect_0_q = 0;
        ranks_effect_1_q = 0;
        ranks_effect_2_q = 0;
        ranks_effect_3_q = 0;
        ranks_effect_4_q = 0;
        ranks_effect_5_q = 0;
        ranks_effect_6_q = 0;
        ranks_effect_7_q = 0;
        low_q = 0;
        high_q = 0;
        cleared_q = 0;
        judged_q = 0;
        settling_q = 0;
        wanted_q_q = 0;
        settled_q_q = 0;
        is_done_q_q = 0;
        settled_entry_q_q = 0;
        settled_outcome_q_q = 0;
        by_rule_q_q = 0;
        decided_q_q = 0;
        accept_q_q = 0;
        first_q_q = 0;
        outcome_q_q = 0;
        failing_low_q = 0;
        failing_high_q = 0;
        warning_low_q = 0;
        warning_high_q = 0;
    end

    always @(posedge clock) begin
        cleared_q <= clear | reset;
        ranks_0_q <= groups_0_rank;
        ranks_effect_0_q <= groups_0_rank_effect;
        ranks_1_q <= groups_1_rank;
        ranks_effect_1_q <= groups_1_rank_effect;
        ranks_2_q <= groups_2_rank;
        ranks_effect_2_q <= groups_2_rank_effect;
        ranks_3_q <= groups_3_rank;
        ranks_effect_3_q <= groups_3_rank_effect;
        ranks_4_q <= groups_4_rank;
        ranks_effect_4_q <= groups_4_rank_effect;
        ranks_5_q <= groups_5_rank;
        ranks_effect_5_q <= groups_5_rank_effect;
        ranks_6_q <= groups_6_rank;
        ranks_effect_6_q <= groups_6_rank_effect;
        ranks_7_q <= groups_7_rank;
        ranks_effect_7_q <= groups_7_rank_effect;
        judged_q <= judge & ~reset;
        settling_q <= settle & ~reset;
        wanted_q_q <= wanted;
    end

    always @(posedge clock) begin
        low_q <= low_now;
        high_q <= high_now;
        if (~cleared_q) begin
            low_q <= low_now | low_q;
            high_q <= high_now | high_q;
        end
    end

    always @(posedge clock) begin
        decided_q_q <= judged_q;
        if (judged_q) begin
            accept_q_q <= 1'b1;
            first_q_q <= 0;
            outcome_q_q <= 1;
            by_rule_q_q <= 1'b0;
            if (lowest_rank[11]) begin
                accept_q_q <= 1'b0;
                by_rule_q_q <= index_lowest < rule_count;
                first_q_q <= index_lowest;
                outcome_q_q <= lowest_rank[2:0];
            end
            failing_low_q <= low_q & ~silent[63:0];
            failing_high_q <= high_q & ~silent[127:64];
            warning_low_q <= low_q & warns[63:0];
            warning_high_q <= high_q & warns[127:64];
        end
        settled_q_q <= settling_q;
        if (reset) begin
            settled_q_q <= 1'b0;
            decided_q_q <= 1'b0;
            accept_q_q <= 1'b0;
        end
    end

    always @(posedge clock) begin
        if (settling_q) begin
            is_done_q_q <= wanted_q_q;
            settled_entry_q_q <= 0;
            settled_outcome_q_q <= 1;
            if (lowest_effect_rank[11]) begin
                is_done_q_q <= 1'b0;
                settled_entry_q_q <= lowest_effect_rank[10:3] ^ 255;
                settled_outcome_q_q <= lowest_effect_rank[2:0];
            end
        end
    end
endmodule

`default_nettype wire
