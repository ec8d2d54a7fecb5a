// SPDX-License-Identifier: Apache-2.0
// divider: quotient, remainder, multiply-divide
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module divider_held (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire [63:0] divisor,
    input wire [31:0] note,
    output wire valid_q,
    output wire [63:0] divisor_q,
    output wire [31:0] note_q
);
    reg there_q;
    reg [63:0] by_q;
    reg [31:0] noted_q;


    assign valid_q = there_q;
    assign divisor_q = by_q;
    assign note_q = noted_q;

    initial begin
        there_q = 0;
        by_q = 0;
        noted_q = 0;
    end

    always @(posedge clock) begin
        there_q <= valid & ~reset;
    end

    always @(posedge clock) begin
        if (valid) begin
            by_q <= divisor;
            noted_q <= note;
        end
    end
endmodule

module divider_steps (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire [63:0] remainder,
    input wire [63:0] low,
    input wire [63:0] divisor,
    input wire [31:0] note,
    output wire valid_q,
    output wire [63:0] remainder_q,
    output wire [63:0] low_q,
    output wire [63:0] divisor_q,
    output wire [31:0] note_q
);
    reg there_q;
    reg [63:0] rest_q;
    reg [63:0] bits_left_q;
    reg [63:0] by_q;
    reg [31:0] noted_q;

    reg [63:0] first;
    reg [63:0] second;
    reg first_bit;
    reg second_bit;


    always @(*) begin
        first = 0;
        second = 0;
        first_bit = 1'b0;
        second_bit = 1'b0;
        if (valid) begin
            first = (remainder << 1) | 64'(low[63]);
            if (first >= divisor) begin
                first = first - divisor;
                first_bit = 1'b1;
            end
            second = (first << 1) | 64'(low[62]);
            if (second >= divisor) begin
                second = second - divisor;
                second_bit = 1'b1;
            end
        end
    end

    assign valid_q = there_q;
    assign remainder_q = rest_q;
    assign low_q = bits_left_q;
    assign divisor_q = by_q;
    assign note_q = noted_q;

    initial begin
        there_q = 0;
        rest_q = 0;
        bits_left_q = 0;
        by_q = 0;
        noted_q = 0;
    end

    always @(posedge clock) begin
        there_q <= valid & ~reset;
    end

    always @(posedge clock) begin
        if (valid) begin
            rest_q <= second;
            bits_left_q <= (low << 2) | (64'(first_bit) << 1) | 64'(second_bit);
            by_q <= divisor;
            noted_q <= note;
        end
    end
endmodule

module divider_product (
    input wire clock,
    input wire valid,
    input wire [63:0] a,
    input wire [63:0] b,
    output reg [127:0] whole
);
    reg [31:0] p00;
    reg [31:0] p01;
    reg [31:0] p02;
    reg [31:0] p03;
    reg [31:0] p10;
    reg [31:0] p11;
    reg [31:0] p12;
    reg [31:0] p13;
    reg [31:0] p20;
    reg [31:0] p21;
    reg [31:0] p22;
    reg [31:0] p23;
    reg [31:0] p30;
    reg [31:0] p31;
    reg [31:0] p32;
    reg [31:0] p33;
    reg [127:0] first;
    reg [95:0] second;
    reg valid_1;
    reg valid_2;
    wire [63:0] upper = {p33, p31};
    wire [64:0] outer = {1'b0, p03, p01} + {1'b0, p12, p10};
    wire [64:0] middle = {1'b0, p13, p11} + {1'b0, p22, p20};
    wire [64:0] inner = {1'b0, p23, p21} + {1'b0, p32, p30};

    always @(posedge clock) begin
        valid_1 <= valid;
        valid_2 <= valid_1;
        if (valid) begin
            p00 <= {16'd0, a[15:0]} * {16'd0, b[15:0]};
            p01 <= {16'd0, a[15:0]} * {16'd0, b[31:16]};
            p02 <= {16'd0, a[15:0]} * {16'd0, b[47:32]};
            p03 <= {16'd0, a[15:0]} * {16'd0, b[63:48]};
            p10 <= {16'd0, a[31:16]} * {16'd0, b[15:0]};
            p11 <= {16'd0, a[31:16]} * {16'd0, b[31:16]};
            p12 <= {16'd0, a[31:16]} * {16'd0, b[47:32]};
            p13 <= {16'd0, a[31:16]} * {16'd0, b[63:48]};
            p20 <= {16'd0, a[47:32]} * {16'd0, b[15:0]};
            p21 <= {16'd0, a[47:32]} * {16'd0, b[31:16]};
            p22 <= {16'd0, a[47:32]} * {16'd0, b[47:32]};
            p23 <= {16'd0, a[47:32]} * {16'd0, b[63:48]};
            p30 <= {16'd0, a[63:48]} * {16'd0, b[15:0]};
            p31 <= {16'd0, a[63:48]} * {16'd0, b[31:16]};
            p32 <= {16'd0, a[63:48]} * {16'd0, b[47:32]};
            p33 <= {16'd0, a[63:48]} * {16'd0, b[63:48]};
        end
        if (valid_1) begin
            first <= {upper, p02, p00} + {47'd0, outer, 16'd0};
            second <= {31'd0, middle} + {15'd0, inner, 16'd0};
        end
        if (valid_2) begin
            whole <= first + {second, 32'd0};
        end
    end
endmodule

module divider (
    input wire clock,
    input wire reset,
    input wire issue,
    input wire [1:0] operation,
    input wire [1:0] width,
    input wire [63:0] a_bits,
    input wire [1:0] a_tag,
    input wire [63:0] b_bits,
    input wire [1:0] b_tag,
    input wire [63:0] c_bits,
    input wire [1:0] c_tag,
    input wire [12:0] dst,
    output wire valid,
    output reg [63:0] bits,
    output reg [1:0] tag,
    output wire [12:0] target
);
    reg issued_q;
    reg [1:0] what_q;
    reg [1:0] wide_q;
    reg [63:0] a_q;
    reg [1:0] a_is_q;
    reg [63:0] b_q;
    reg [1:0] b_is_q;
    reg [63:0] c_q;
    reg [1:0] c_is_q;
    reg [12:0] destination_q;
    reg divides_q;
    reg [63:0] dividend_q;
    reg [63:0] denominator_q;
    reg [31:0] marks_q;
    reg multiplies_q;
    reg [63:0] factor_q;
    wire product_clock;
    wire product_valid;
    wire [63:0] product_a;
    wire [63:0] product_b;
    wire [127:0] product_whole;
    wire held_0_clock;
    wire held_0_reset;
    wire held_0_valid;
    wire [63:0] held_0_divisor;
    wire [31:0] held_0_note;
    wire held_0_valid_q;
    wire [63:0] held_0_divisor_q;
    wire [31:0] held_0_note_q;
    wire held_1_clock;
    wire held_1_reset;
    wire held_1_valid;
    wire [63:0] held_1_divisor;
    wire [31:0] held_1_note;
    wire held_1_valid_q;
    wire [63:0] held_1_divisor_q;
    wire [31:0] held_1_note_q;
    wire held_2_clock;
    wire held_2_reset;
    wire held_2_valid;
    wire [63:0] held_2_divisor;
    wire [31:0] held_2_note;
    wire held_2_valid_q;
    wire [63:0] held_2_divisor_q;
    wire [31:0] held_2_note_q;
    reg scaled_q;
    reg [63:0] scaled_high_q;
    reg [63:0] scaled_low_q;
    reg [63:0] scaled_by_q;
    reg [31:0] scaled_note_q;
    wire steps_0_clock;
    wire steps_0_reset;
    wire steps_0_valid;
    reg [63:0] steps_0_remainder;
    reg [63:0] steps_0_low;
    reg [63:0] steps_0_divisor;
    reg [31:0] steps_0_note;
    wire steps_0_valid_q;
    wire [63:0] steps_0_remainder_q;
    wire [63:0] steps_0_low_q;
    wire [63:0] steps_0_divisor_q;
    wire [31:0] steps_0_note_q;
    wire steps_1_clock;
    wire steps_1_reset;
    wire steps_1_valid;
    wire [63:0] steps_1_remainder;
    wire [63:0] steps_1_low;
    wire [63:0] steps_1_divisor;
    wire [31:0] steps_1_note;
    wire steps_1_valid_q;
    wire [63:0] steps_1_remainder_q;
    wire [63:0] steps_1_low_q;
    wire [63:0] steps_1_divisor_q;
    wire [31:0] steps_1_note_q;
    wire steps_2_clock;
    wire steps_2_reset;
    wire steps_2_valid;
    wire [63:0] steps_2_remainder;
    wire [63:0] steps_2_low;
    wire [63:0] steps_2_divisor;
    wire [31:0] steps_2_note;
    wire steps_2_valid_q;
    wire [63:0] steps_2_remainder_q;
    wire [63:0] steps_2_low_q;
    wire [63:0] steps_2_divisor_q;
    wire [31:0] steps_2_note_q;
    wire steps_3_clock;
    wire steps_3_reset;
    wire steps_3_valid;
    wire [63:0] steps_3_remainder;
    wire [63:0] steps_3_low;
    wire [63:0] steps_3_divisor;
    wire [31:0] steps_3_note;
    wire steps_3_valid_q;
    wire [63:0] steps_3_remainder_q;
    wire [63:0] steps_3_low_q;
    wire [63:0] steps_3_divisor_q;
    wire [31:0] steps_3_note_q;
    wire steps_4_clock;
    wire steps_4_reset;
    wire steps_4_valid;
    wire [63:0] steps_4_remainder;
    wire [63:0] steps_4_low;
    wire [63:0] steps_4_divisor;
    wire [31:0] steps_4_note;
    wire steps_4_valid_q;
    wire [63:0] steps_4_remainder_q;
    wire [63:0] steps_4_low_q;
    wire [63:0] steps_4_divisor_q;
    wire [31:0] steps_4_note_q;
    wire steps_5_clock;
    wire steps_5_reset;
    wire steps_5_valid;
    wire [63:0] steps_5_remainder;
    wire [63:0] steps_5_low;
    wire [63:0] steps_5_divisor;
    wire [31:0] steps_5_note;
    wire steps_5_valid_q;
    wire [63:0] steps_5_remainder_q;
    wire [63:0] steps_5_low_q;
    wire [63:0] steps_5_divisor_q;
    wire [31:0] steps_5_note_q;
    wire steps_6_clock;
    wire steps_6_reset;
    wire steps_6_valid;
    wire [63:0] steps_6_remainder;
    wire [63:0] steps_6_low;
    wire [63:0] steps_6_divisor;
    wire [31:0] steps_6_note;
    wire steps_6_valid_q;
    wire [63:0] steps_6_remainder_q;
    wire [63:0] steps_6_low_q;
    wire [63:0] steps_6_divisor_q;
    wire [31:0] steps_6_note_q;
    wire steps_7_clock;
    wire steps_7_reset;
    wire steps_7_valid;
    wire [63:0] steps_7_remainder;
    wire [63:0] steps_7_low;
    wire [63:0] steps_7_divisor;
    wire [31:0] steps_7_note;
    wire steps_7_valid_q;
    wire [63:0] steps_7_remainder_q;
    wire [63:0] steps_7_low_q;
    wire [63:0] steps_7_divisor_q;
    wire [31:0] steps_7_note_q;
    wire steps_8_clock;
    wire steps_8_reset;
    wire steps_8_valid;
    wire [63:0] steps_8_remainder;
    wire [63:0] steps_8_low;
    wire [63:0] steps_8_divisor;
    wire [31:0] steps_8_note;
    wire steps_8_valid_q;
    wire [63:0] steps_8_remainder_q;
    wire [63:0] steps_8_low_q;
    wire [63:0] steps_8_divisor_q;
    wire [31:0] steps_8_note_q;
    wire steps_9_clock;
    wire steps_9_reset;
    wire steps_9_valid;
    wire [63:0] steps_9_remainder;
    wire [63:0] steps_9_low;
    wire [63:0] steps_9_divisor;
    wire [31:0] steps_9_note;
    wire steps_9_valid_q;
    wire [63:0] steps_9_remainder_q;
    wire [63:0] steps_9_low_q;
    wire [63:0] steps_9_divisor_q;
    wire [31:0] steps_9_note_q;
    wire steps_10_clock;
    wire steps_10_reset;
    wire steps_10_valid;
    wire [63:0] steps_10_remainder;
    wire [63:0] steps_10_low;
    wire [63:0] steps_10_divisor;
    wire [31:0] steps_10_note;
    wire steps_10_valid_q;
    wire [63:0] steps_10_remainder_q;
    wire [63:0] steps_10_low_q;
    wire [63:0] steps_10_divisor_q;
    wire [31:0] steps_10_note_q;
    wire steps_11_clock;
    wire steps_11_reset;
    wire steps_11_valid;
    wire [63:0] steps_11_remainder;
    wire [63:0] steps_11_low;
    wire [63:0] steps_11_divisor;
    wire [31:0] steps_11_note;
    wire steps_11_valid_q;
    wire [63:0] steps_11_remainder_q;
    wire [63:0] steps_11_low_q;
    wire [63:0] steps_11_divisor_q;
    wire [31:0] steps_11_note_q;
    wire steps_12_clock;
    wire steps_12_reset;
    wire steps_12_valid;
    wire [63:0] steps_12_remainder;
    wire [63:0] steps_12_low;
    wire [63:0] steps_12_divisor;
    wire [31:0] steps_12_note;
    wire steps_12_valid_q;
    wire [63:0] steps_12_remainder_q;
    wire [63:0] steps_12_low_q;
    wire [63:0] steps_12_divisor_q;
    wire [31:0] steps_12_note_q;
    wire steps_13_clock;
    wire steps_13_reset;
    wire steps_13_valid;
    wire [63:0] steps_13_remainder;
    wire [63:0] steps_13_low;
    wire [63:0] steps_13_divisor;
    wire [31:0] steps_13_note;
    wire steps_13_valid_q;
    wire [63:0] steps_13_remainder_q;
    wire [63:0] steps_13_low_q;
    wire [63:0] steps_13_divisor_q;
    wire [31:0] steps_13_note_q;
    wire steps_14_clock;
    wire steps_14_reset;
    wire steps_14_valid;
    wire [63:0] steps_14_remainder;
    wire [63:0] steps_14_low;
    wire [63:0] steps_14_divisor;
    wire [31:0] steps_14_note;
    wire steps_14_valid_q;
    wire [63:0] steps_14_remainder_q;
    wire [63:0] steps_14_low_q;
    wire [63:0] steps_14_divisor_q;
    wire [31:0] steps_14_note_q;
    wire steps_15_clock;
    wire steps_15_reset;
    wire steps_15_valid;
    wire [63:0] steps_15_remainder;
    wire [63:0] steps_15_low;
    wire [63:0] steps_15_divisor;
    wire [31:0] steps_15_note;
    wire steps_15_valid_q;
    wire [63:0] steps_15_remainder_q;
    wire [63:0] steps_15_low_q;
    wire [63:0] steps_15_divisor_q;
    wire [31:0] steps_15_note_q;
    wire steps_16_clock;
    wire steps_16_reset;
    wire steps_16_valid;
    wire [63:0] steps_16_remainder;
    wire [63:0] steps_16_low;
    wire [63:0] steps_16_divisor;
    wire [31:0] steps_16_note;
    wire steps_16_valid_q;
    wire [63:0] steps_16_remainder_q;
    wire [63:0] steps_16_low_q;
    wire [63:0] steps_16_divisor_q;
    wire [31:0] steps_16_note_q;
    wire steps_17_clock;
    wire steps_17_reset;
    wire steps_17_valid;
    wire [63:0] steps_17_remainder;
    wire [63:0] steps_17_low;
    wire [63:0] steps_17_divisor;
    wire [31:0] steps_17_note;
    wire steps_17_valid_q;
    wire [63:0] steps_17_remainder_q;
    wire [63:0] steps_17_low_q;
    wire [63:0] steps_17_divisor_q;
    wire [31:0] steps_17_note_q;
    wire steps_18_clock;
    wire steps_18_reset;
    wire steps_18_valid;
    wire [63:0] steps_18_remainder;
    wire [63:0] steps_18_low;
    wire [63:0] steps_18_divisor;
    wire [31:0] steps_18_note;
    wire steps_18_valid_q;
    wire [63:0] steps_18_remainder_q;
    wire [63:0] steps_18_low_q;
    wire [63:0] steps_18_divisor_q;
    wire [31:0] steps_18_note_q;
    wire steps_19_clock;
    wire steps_19_reset;
    wire steps_19_valid;
    wire [63:0] steps_19_remainder;
    wire [63:0] steps_19_low;
    wire [63:0] steps_19_divisor;
    wire [31:0] steps_19_note;
    wire steps_19_valid_q;
    wire [63:0] steps_19_remainder_q;
    wire [63:0] steps_19_low_q;
    wire [63:0] steps_19_divisor_q;
    wire [31:0] steps_19_note_q;
    wire steps_20_clock;
    wire steps_20_reset;
    wire steps_20_valid;
    wire [63:0] steps_20_remainder;
    wire [63:0] steps_20_low;
    wire [63:0] steps_20_divisor;
    wire [31:0] steps_20_note;
    wire steps_20_valid_q;
    wire [63:0] steps_20_remainder_q;
    wire [63:0] steps_20_low_q;
    wire [63:0] steps_20_divisor_q;
    wire [31:0] steps_20_note_q;
    wire steps_21_clock;
    wire steps_21_reset;
    wire steps_21_valid;
    wire [63:0] steps_21_remainder;
    wire [63:0] steps_21_low;
    wire [63:0] steps_21_divisor;
    wire [31:0] steps_21_note;
    wire steps_21_valid_q;
    wire [63:0] steps_21_remainder_q;
    wire [63:0] steps_21_low_q;
    wire [63:0] steps_21_divisor_q;
    wire [31:0] steps_21_note_q;
    wire steps_22_clock;
    wire steps_22_reset;
    wire steps_22_valid;
    wire [63:0] steps_22_remainder;
    wire [63:0] steps_22_low;
    wire [63:0] steps_22_divisor;
    wire [31:0] steps_22_note;
    wire steps_22_valid_q;
    wire [63:0] steps_22_remainder_q;
    wire [63:0] steps_22_low_q;
    wire [63:0] steps_22_divisor_q;
    wire [31:0] steps_22_note_q;
    wire steps_23_clock;
    wire steps_23_reset;
    wire steps_23_valid;
    wire [63:0] steps_23_remainder;
    wire [63:0] steps_23_low;
    wire [63:0] steps_23_divisor;
    wire [31:0] steps_23_note;
    wire steps_23_valid_q;
    wire [63:0] steps_23_remainder_q;
    wire [63:0] steps_23_low_q;
    wire [63:0] steps_23_divisor_q;
    wire [31:0] steps_23_note_q;
    wire steps_24_clock;
    wire steps_24_reset;
    wire steps_24_valid;
    wire [63:0] steps_24_remainder;
    wire [63:0] steps_24_low;
    wire [63:0] steps_24_divisor;
    wire [31:0] steps_24_note;
    wire steps_24_valid_q;
    wire [63:0] steps_24_remainder_q;
    wire [63:0] steps_24_low_q;
    wire [63:0] steps_24_divisor_q;
    wire [31:0] steps_24_note_q;
    wire steps_25_clock;
    wire steps_25_reset;
    wire steps_25_valid;
    wire [63:0] steps_25_remainder;
    wire [63:0] steps_25_low;
    wire [63:0] steps_25_divisor;
    wire [31:0] steps_25_note;
    wire steps_25_valid_q;
    wire [63:0] steps_25_remainder_q;
    wire [63:0] steps_25_low_q;
    wire [63:0] steps_25_divisor_q;
    wire [31:0] steps_25_note_q;
    wire steps_26_clock;
    wire steps_26_reset;
    wire steps_26_valid;
    wire [63:0] steps_26_remainder;
    wire [63:0] steps_26_low;
    wire [63:0] steps_26_divisor;
    wire [31:0] steps_26_note;
    wire steps_26_valid_q;
    wire [63:0] steps_26_remainder_q;
    wire [63:0] steps_26_low_q;
    wire [63:0] steps_26_divisor_q;
    wire [31:0] steps_26_note_q;
    wire steps_27_clock;
    wire steps_27_reset;
    wire steps_27_valid;
    wire [63:0] steps_27_remainder;
    wire [63:0] steps_27_low;
    wire [63:0] steps_27_divisor;
    wire [31:0] steps_27_note;
    wire steps_27_valid_q;
    wire [63:0] steps_27_remainder_q;
    wire [63:0] steps_27_low_q;
    wire [63:0] steps_27_divisor_q;
    wire [31:0] steps_27_note_q;
    wire steps_28_clock;
    wire steps_28_reset;
    wire steps_28_valid;
    wire [63:0] steps_28_remainder;
    wire [63:0] steps_28_low;
    wire [63:0] steps_28_divisor;
    wire [31:0] steps_28_note;
    wire steps_28_valid_q;
    wire [63:0] steps_28_remainder_q;
    wire [63:0] steps_28_low_q;
    wire [63:0] steps_28_divisor_q;
    wire [31:0] steps_28_note_q;
    wire steps_29_clock;
    wire steps_29_reset;
    wire steps_29_valid;
    wire [63:0] steps_29_remainder;
    wire [63:0] steps_29_low;
    wire [63:0] steps_29_divisor;
    wire [31:0] steps_29_note;
    wire steps_29_valid_q;
    wire [63:0] steps_29_remainder_q;
    wire [63:0] steps_29_low_q;
    wire [63:0] steps_29_divisor_q;
    wire [31:0] steps_29_note_q;
    wire steps_30_clock;
    wire steps_30_reset;
    wire steps_30_valid;
    wire [63:0] steps_30_remainder;
    wire [63:0] steps_30_low;
    wire [63:0] steps_30_divisor;
    wire [31:0] steps_30_note;
    wire steps_30_valid_q;
    wire [63:0] steps_30_remainder_q;
    wire [63:0] steps_30_low_q;
    wire [63:0] steps_30_divisor_q;
    wire [31:0] steps_30_note_q;
    wire steps_31_clock;
    wire steps_31_reset;
    wire steps_31_valid;
    wire [63:0] steps_31_remainder;
    wire [63:0] steps_31_low;
    wire [63:0] steps_31_divisor;
    wire [31:0] steps_31_note;
    wire steps_31_valid_q;
    wire [63:0] steps_31_remainder_q;
    wire [63:0] steps_31_low_q;
    // There is no division after the last step.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] steps_31_divisor_q;
    // verilator lint_on UNUSEDSIGNAL
    wire [31:0] steps_31_note_q;

    reg [63:0] a_size;
    reg [63:0] b_size;
    reg [63:0] c_size;
    reg [1:0] worst;
    reg negative;
    reg [31:0] noted;
    reg [127:0] half_added;
    // A note has spare bits.
    // verilator lint_off UNUSEDSIGNAL
    wire [31:0] last_note;
    // verilator lint_on UNUSEDSIGNAL
    reg [63:0] size;
    reg [63:0] result;
    reg fits;

    divider_product product(
        .clock(product_clock),
        .valid(product_valid),
        .a(product_a),
        .b(product_b),
        .whole(product_whole)
    );
    divider_held held_0(
        .clock(held_0_clock),
        .reset(held_0_reset),
        .valid(held_0_valid),
        .divisor(held_0_divisor),
        .note(held_0_note),
        .valid_q(held_0_valid_q),
        .divisor_q(held_0_divisor_q),
        .note_q(held_0_note_q)
    );
    divider_held held_1(
        .clock(held_1_clock),
        .reset(held_1_reset),
        .valid(held_1_valid),
        .divisor(held_1_divisor),
        .note(held_1_note),
        .valid_q(held_1_valid_q),
        .divisor_q(held_1_divisor_q),
        .note_q(held_1_note_q)
    );
    divider_held held_2(
        .clock(held_2_clock),
        .reset(held_2_reset),
        .valid(held_2_valid),
        .divisor(held_2_divisor),
        .note(held_2_note),
        .valid_q(held_2_valid_q),
        .divisor_q(held_2_divisor_q),
        .note_q(held_2_note_q)
    );
    divider_steps steps_0(
        .clock(steps_0_clock),
        .reset(steps_0_reset),
        .valid(steps_0_valid),
        .remainder(steps_0_remainder),
        .low(steps_0_low),
        .divisor(steps_0_divisor),
        .note(steps_0_note),
        .valid_q(steps_0_valid_q),
        .remainder_q(steps_0_remainder_q),
        .low_q(steps_0_low_q),
        .divisor_q(steps_0_divisor_q),
        .note_q(steps_0_note_q)
    );
    divider_steps steps_1(
        .clock(steps_1_clock),
        .reset(steps_1_reset),
        .valid(steps_1_valid),
        .remainder(steps_1_remainder),
        .low(steps_1_low),
        .divisor(steps_1_divisor),
        .note(steps_1_note),
        .valid_q(steps_1_valid_q),
        .remainder_q(steps_1_remainder_q),
        .low_q(steps_1_low_q),
        .divisor_q(steps_1_divisor_q),
        .note_q(steps_1_note_q)
    );
    divider_steps steps_2(
        .clock(steps_2_clock),
        .reset(steps_2_reset),
        .valid(steps_2_valid),
        .remainder(steps_2_remainder),
        .low(steps_2_low),
        .divisor(steps_2_divisor),
        .note(steps_2_note),
        .valid_q(steps_2_valid_q),
        .remainder_q(steps_2_remainder_q),
        .low_q(steps_2_low_q),
        .divisor_q(steps_2_divisor_q),
        .note_q(steps_2_note_q)
    );
    divider_steps steps_3(
        .clock(steps_3_clock),
        .reset(steps_3_reset),
        .valid(steps_3_valid),
        .remainder(steps_3_remainder),
        .low(steps_3_low),
        .divisor(steps_3_divisor),
        .note(steps_3_note),
        .valid_q(steps_3_valid_q),
        .remainder_q(steps_3_remainder_q),
        .low_q(steps_3_low_q),
        .divisor_q(steps_3_divisor_q),
        .note_q(steps_3_note_q)
    );
    divider_steps steps_4(
        .clock(steps_4_clock),
        .reset(steps_4_reset),
        .valid(steps_4_valid),
        .remainder(steps_4_remainder),
        .low(steps_4_low),
        .divisor(steps_4_divisor),
        .note(steps_4_note),
        .valid_q(steps_4_valid_q),
        .remainder_q(steps_4_remainder_q),
        .low_q(steps_4_low_q),
        .divisor_q(steps_4_divisor_q),
        .note_q(steps_4_note_q)
    );
    divider_steps steps_5(
        .clock(steps_5_clock),
        .reset(steps_5_reset),
        .valid(steps_5_valid),
        .remainder(steps_5_remainder),
        .low(steps_5_low),
        .divisor(steps_5_divisor),
        .note(steps_5_note),
        .valid_q(steps_5_valid_q),
        .remainder_q(steps_5_remainder_q),
        .low_q(steps_5_low_q),
        .divisor_q(steps_5_divisor_q),
        .note_q(steps_5_note_q)
    );
    divider_steps steps_6(
        .clock(steps_6_clock),
        .reset(steps_6_reset),
        .valid(steps_6_valid),
        .remainder(steps_6_remainder),
        .low(steps_6_low),
        .divisor(steps_6_divisor),
        .note(steps_6_note),
        .valid_q(steps_6_valid_q),
        .remainder_q(steps_6_remainder_q),
        .low_q(steps_6_low_q),
        .divisor_q(steps_6_divisor_q),
        .note_q(steps_6_note_q)
    );
    divider_steps steps_7(
        .clock(steps_7_clock),
        .reset(steps_7_reset),
        .valid(steps_7_valid),
        .remainder(steps_7_remainder),
        .low(steps_7_low),
        .divisor(steps_7_divisor),
        .note(steps_7_note),
        .valid_q(steps_7_valid_q),
        .remainder_q(steps_7_remainder_q),
        .low_q(steps_7_low_q),
        .divisor_q(steps_7_divisor_q),
        .note_q(steps_7_note_q)
    );
    divider_steps steps_8(
        .clock(steps_8_clock),
        .reset(steps_8_reset),
        .valid(steps_8_valid),
        .remainder(steps_8_remainder),
        .low(steps_8_low),
        .divisor(steps_8_divisor),
        .note(steps_8_note),
        .valid_q(steps_8_valid_q),
        .remainder_q(steps_8_remainder_q),
        .low_q(steps_8_low_q),
        .divisor_q(steps_8_divisor_q),
        .note_q(steps_8_note_q)
    );
    divider_steps steps_9(
        .clock(steps_9_clock),
        .reset(steps_9_reset),
        .valid(steps_9_valid),
        .remainder(steps_9_remainder),
        .low(steps_9_low),
        .divisor(steps_9_divisor),
        .note(steps_9_note),
        .valid_q(steps_9_valid_q),
        .remainder_q(steps_9_remainder_q),
        .low_q(steps_9_low_q),
        .divisor_q(steps_9_divisor_q),
        .note_q(steps_9_note_q)
    );
    divider_steps steps_10(
        .clock(steps_10_clock),
        .reset(steps_10_reset),
        .valid(steps_10_valid),
        .remainder(steps_10_remainder),
        .low(steps_10_low),
        .divisor(steps_10_divisor),
        .note(steps_10_note),
        .valid_q(steps_10_valid_q),
        .remainder_q(steps_10_remainder_q),
        .low_q(steps_10_low_q),
        .divisor_q(steps_10_divisor_q),
        .note_q(steps_10_note_q)
    );
    divider_steps steps_11(
        .clock(steps_11_clock),
        .reset(steps_11_reset),
        .valid(steps_11_valid),
        .remainder(steps_11_remainder),
        .low(steps_11_low),
        .divisor(steps_11_divisor),
        .note(steps_11_note),
        .valid_q(steps_11_valid_q),
        .remainder_q(steps_11_remainder_q),
        .low_q(steps_11_low_q),
        .divisor_q(steps_11_divisor_q),
        .note_q(steps_11_note_q)
    );
    divider_steps steps_12(
        .clock(steps_12_clock),
        .reset(steps_12_reset),
        .valid(steps_12_valid),
        .remainder(steps_12_remainder),
        .low(steps_12_low),
        .divisor(steps_12_divisor),
        .note(steps_12_note),
        .valid_q(steps_12_valid_q),
        .remainder_q(steps_12_remainder_q),
        .low_q(steps_12_low_q),
        .divisor_q(steps_12_divisor_q),
        .note_q(steps_12_note_q)
    );
    divider_steps steps_13(
        .clock(steps_13_clock),
        .reset(steps_13_reset),
        .valid(steps_13_valid),
        .remainder(steps_13_remainder),
        .low(steps_13_low),
        .divisor(steps_13_divisor),
        .note(steps_13_note),
        .valid_q(steps_13_valid_q),
        .remainder_q(steps_13_remainder_q),
        .low_q(steps_13_low_q),
        .divisor_q(steps_13_divisor_q),
        .note_q(steps_13_note_q)
    );
    divider_steps steps_14(
        .clock(steps_14_clock),
        .reset(steps_14_reset),
        .valid(steps_14_valid),
        .remainder(steps_14_remainder),
        .low(steps_14_low),
        .divisor(steps_14_divisor),
        .note(steps_14_note),
        .valid_q(steps_14_valid_q),
        .remainder_q(steps_14_remainder_q),
        .low_q(steps_14_low_q),
        .divisor_q(steps_14_divisor_q),
        .note_q(steps_14_note_q)
    );
    divider_steps steps_15(
        .clock(steps_15_clock),
        .reset(steps_15_reset),
        .valid(steps_15_valid),
        .remainder(steps_15_remainder),
        .low(steps_15_low),
        .divisor(steps_15_divisor),
        .note(steps_15_note),
        .valid_q(steps_15_valid_q),
        .remainder_q(steps_15_remainder_q),
        .low_q(steps_15_low_q),
        .divisor_q(steps_15_divisor_q),
        .note_q(steps_15_note_q)
    );
    divider_steps steps_16(
        .clock(steps_16_clock),
        .reset(steps_16_reset),
        .valid(steps_16_valid),
        .remainder(steps_16_remainder),
        .low(steps_16_low),
        .divisor(steps_16_divisor),
        .note(steps_16_note),
        .valid_q(steps_16_valid_q),
        .remainder_q(steps_16_remainder_q),
        .low_q(steps_16_low_q),
        .divisor_q(steps_16_divisor_q),
        .note_q(steps_16_note_q)
    );
    divider_steps steps_17(
        .clock(steps_17_clock),
        .reset(steps_17_reset),
        .valid(steps_17_valid),
        .remainder(steps_17_remainder),
        .low(steps_17_low),
        .divisor(steps_17_divisor),
        .note(steps_17_note),
        .valid_q(steps_17_valid_q),
        .remainder_q(steps_17_remainder_q),
        .low_q(steps_17_low_q),
        .divisor_q(steps_17_divisor_q),
        .note_q(steps_17_note_q)
    );
    divider_steps steps_18(
        .clock(steps_18_clock),
        .reset(steps_18_reset),
        .valid(steps_18_valid),
        .remainder(steps_18_remainder),
        .low(steps_18_low),
        .divisor(steps_18_divisor),
        .note(steps_18_note),
        .valid_q(steps_18_valid_q),
        .remainder_q(steps_18_remainder_q),
        .low_q(steps_18_low_q),
        .divisor_q(steps_18_divisor_q),
        .note_q(steps_18_note_q)
    );
    divider_steps steps_19(
        .clock(steps_19_clock),
        .reset(steps_19_reset),
        .valid(steps_19_valid),
        .remainder(steps_19_remainder),
        .low(steps_19_low),
        .divisor(steps_19_divisor),
        .note(steps_19_note),
        .valid_q(steps_19_valid_q),
        .remainder_q(steps_19_remainder_q),
        .low_q(steps_19_low_q),
        .divisor_q(steps_19_divisor_q),
        .note_q(steps_19_note_q)
    );
    divider_steps steps_20(
        .clock(steps_20_clock),
        .reset(steps_20_reset),
        .valid(steps_20_valid),
        .remainder(steps_20_remainder),
        .low(steps_20_low),
        .divisor(steps_20_divisor),
        .note(steps_20_note),
        .valid_q(steps_20_valid_q),
        .remainder_q(steps_20_remainder_q),
        .low_q(steps_20_low_q),
        .divisor_q(steps_20_divisor_q),
        .note_q(steps_20_note_q)
    );
    divider_steps steps_21(
        .clock(steps_21_clock),
        .reset(steps_21_reset),
        .valid(steps_21_valid),
        .remainder(steps_21_remainder),
        .low(steps_21_low),
        .divisor(steps_21_divisor),
        .note(steps_21_note),
        .valid_q(steps_21_valid_q),
        .remainder_q(steps_21_remainder_q),
        .low_q(steps_21_low_q),
        .divisor_q(steps_21_divisor_q),
        .note_q(steps_21_note_q)
    );
    divider_steps steps_22(
        .clock(steps_22_clock),
        .reset(steps_22_reset),
        .valid(steps_22_valid),
        .remainder(steps_22_remainder),
        .low(steps_22_low),
        .divisor(steps_22_divisor),
        .note(steps_22_note),
        .valid_q(steps_22_valid_q),
        .remainder_q(steps_22_remainder_q),
        .low_q(steps_22_low_q),
        .divisor_q(steps_22_divisor_q),
        .note_q(steps_22_note_q)
    );
    divider_steps steps_23(
        .clock(steps_23_clock),
        .reset(steps_23_reset),
        .valid(steps_23_valid),
        .remainder(steps_23_remainder),
        .low(steps_23_low),
        .divisor(steps_23_divisor),
        .note(steps_23_note),
        .valid_q(steps_23_valid_q),
        .remainder_q(steps_23_remainder_q),
        .low_q(steps_23_low_q),
        .divisor_q(steps_23_divisor_q),
        .note_q(steps_23_note_q)
    );
    divider_steps steps_24(
        .clock(steps_24_clock),
        .reset(steps_24_reset),
        .valid(steps_24_valid),
        .remainder(steps_24_remainder),
        .low(steps_24_low),
        .divisor(steps_24_divisor),
        .note(steps_24_note),
        .valid_q(steps_24_valid_q),
        .remainder_q(steps_24_remainder_q),
        .low_q(steps_24_low_q),
        .divisor_q(steps_24_divisor_q),
        .note_q(steps_24_note_q)
    );
    divider_steps steps_25(
        .clock(steps_25_clock),
        .reset(steps_25_reset),
        .valid(steps_25_valid),
        .remainder(steps_25_remainder),
        .low(steps_25_low),
        .divisor(steps_25_divisor),
        .note(steps_25_note),
        .valid_q(steps_25_valid_q),
        .remainder_q(steps_25_remainder_q),
        .low_q(steps_25_low_q),
        .divisor_q(steps_25_divisor_q),
        .note_q(steps_25_note_q)
    );
    divider_steps steps_26(
        .clock(steps_26_clock),
        .reset(steps_26_reset),
        .valid(steps_26_valid),
        .remainder(steps_26_remainder),
        .low(steps_26_low),
        .divisor(steps_26_divisor),
        .note(steps_26_note),
        .valid_q(steps_26_valid_q),
        .remainder_q(steps_26_remainder_q),
        .low_q(steps_26_low_q),
        .divisor_q(steps_26_divisor_q),
        .note_q(steps_26_note_q)
    );
    divider_steps steps_27(
        .clock(steps_27_clock),
        .reset(steps_27_reset),
        .valid(steps_27_valid),
        .remainder(steps_27_remainder),
        .low(steps_27_low),
        .divisor(steps_27_divisor),
        .note(steps_27_note),
        .valid_q(steps_27_valid_q),
        .remainder_q(steps_27_remainder_q),
        .low_q(steps_27_low_q),
        .divisor_q(steps_27_divisor_q),
        .note_q(steps_27_note_q)
    );
    divider_steps steps_28(
        .clock(steps_28_clock),
        .reset(steps_28_reset),
        .valid(steps_28_valid),
        .remainder(steps_28_remainder),
        .low(steps_28_low),
        .divisor(steps_28_divisor),
        .note(steps_28_note),
        .valid_q(steps_28_valid_q),
        .remainder_q(steps_28_remainder_q),
        .low_q(steps_28_low_q),
        .divisor_q(steps_28_divisor_q),
        .note_q(steps_28_note_q)
    );
    divider_steps steps_29(
        .clock(steps_29_clock),
        .reset(steps_29_reset),
        .valid(steps_29_valid),
        .remainder(steps_29_remainder),
        .low(steps_29_low),
        .divisor(steps_29_divisor),
        .note(steps_29_note),
        .valid_q(steps_29_valid_q),
        .remainder_q(steps_29_remainder_q),
        .low_q(steps_29_low_q),
        .divisor_q(steps_29_divisor_q),
        .note_q(steps_29_note_q)
    );
    divider_steps steps_30(
        .clock(steps_30_clock),
        .reset(steps_30_reset),
        .valid(steps_30_valid),
        .remainder(steps_30_remainder),
        .low(steps_30_low),
        .divisor(steps_30_divisor),
        .note(steps_30_note),
        .valid_q(steps_30_valid_q),
        .remainder_q(steps_30_remainder_q),
        .low_q(steps_30_low_q),
        .divisor_q(steps_30_divisor_q),
        .note_q(steps_30_note_q)
    );
    divider_steps steps_31(
        .clock(steps_31_clock),
        .reset(steps_31_reset),
        .valid(steps_31_valid),
        .remainder(steps_31_remainder),
        .low(steps_31_low),
        .divisor(steps_31_divisor),
        .note(steps_31_note),
        .valid_q(steps_31_valid_q),
        .remainder_q(steps_31_remainder_q),
        .low_q(steps_31_low_q),
        .divisor_q(steps_31_divisor_q),
        .note_q(steps_31_note_q)
    );

    always @(*) begin
        a_size = a_q;
        b_size = b_q;
        c_size = c_q;
        worst = a_is_q;
        negative = 1'b0;
        noted = 0;
        if (issued_q) begin
            if (a_q[63]) begin
                a_size = 64'(0) - a_q;
            end
            if (b_q[63]) begin
                b_size = 64'(0) - b_q;
            end
            if (c_q[63]) begin
                c_size = 64'(0) - c_q;
            end
            if (b_is_q > worst) begin
                worst = b_is_q;
            end
            if ((what_q == 2) & (c_is_q > worst)) begin
                worst = c_is_q;
            end
            negative = a_q[63] != b_q[63];
            if (what_q == 1) begin
                negative = a_q[63];
            end
            if (what_q == 2) begin
                negative = (a_q[63] != b_q[63]) != c_q[63];
            end
            noted = 32'(destination_q) | (32'((what_q == 1)) << 18) | (32'(wide_q) << 19) | (32'(worst) << 21) | (32'(negative) << 23) | (32'((b_q == 0)) << 25);
        end
    end

    assign product_clock = clock;
    assign product_valid = multiplies_q;
    assign product_a = dividend_q;
    assign product_b = factor_q;
    assign held_0_clock = clock;
    assign held_0_reset = reset;
    assign held_1_clock = clock;
    assign held_1_reset = reset;
    assign held_2_clock = clock;
    assign held_2_reset = reset;
    assign held_0_valid = multiplies_q;
    assign held_0_divisor = denominator_q;
    assign held_0_note = marks_q;
    assign held_1_valid = held_0_valid_q;
    assign held_1_divisor = held_0_divisor_q;
    assign held_1_note = held_0_note_q;
    assign held_2_valid = held_1_valid_q;
    assign held_2_divisor = held_1_divisor_q;
    assign held_2_note = held_1_note_q;

    always @(*) begin
        half_added = 0;
        if (held_2_valid_q) begin
            half_added = product_whole + 128'(held_2_divisor_q[63:1]);
        end
    end

    assign steps_0_clock = clock;
    assign steps_0_reset = reset;
    assign steps_1_clock = clock;
    assign steps_1_reset = reset;
    assign steps_2_clock = clock;
    assign steps_2_reset = reset;
    assign steps_3_clock = clock;
    assign steps_3_reset = reset;
    assign steps_4_clock = clock;
    assign steps_4_reset = reset;
    assign steps_5_clock = clock;
    assign steps_5_reset = reset;
    assign steps_6_clock = clock;
    assign steps_6_reset = reset;
    assign steps_7_clock = clock;
    assign steps_7_reset = reset;
    assign steps_8_clock = clock;
    assign steps_8_reset = reset;
    assign steps_9_clock = clock;
    assign steps_9_reset = reset;
    assign steps_10_clock = clock;
    assign steps_10_reset = reset;
    assign steps_11_clock = clock;
    assign steps_11_reset = reset;
    assign steps_12_clock = clock;
    assign steps_12_reset = reset;
    assign steps_13_clock = clock;
    assign steps_13_reset = reset;
    assign steps_14_clock = clock;
    assign steps_14_reset = reset;
    assign steps_15_clock = clock;
    assign steps_15_reset = reset;
    assign steps_16_clock = clock;
    assign steps_16_reset = reset;
    assign steps_17_clock = clock;
    assign steps_17_reset = reset;
    assign steps_18_clock = clock;
    assign steps_18_reset = reset;
    assign steps_19_clock = clock;
    assign steps_19_reset = reset;
    assign steps_20_clock = clock;
    assign steps_20_reset = reset;
    assign steps_21_clock = clock;
    assign steps_21_reset = reset;
    assign steps_22_clock = clock;
    assign steps_22_reset = reset;
    assign steps_23_clock = clock;
    assign steps_23_reset = reset;
    assign steps_24_clock = clock;
    assign steps_24_reset = reset;
    assign steps_25_clock = clock;
    assign steps_25_reset = reset;
    assign steps_26_clock = clock;
    assign steps_26_reset = reset;
    assign steps_27_clock = clock;
    assign steps_27_reset = reset;
    assign steps_28_clock = clock;
    assign steps_28_reset = reset;
    assign steps_29_clock = clock;
    assign steps_29_reset = reset;
    assign steps_30_clock = clock;
    assign steps_30_reset = reset;
    assign steps_31_clock = clock;
    assign steps_31_reset = reset;
    assign steps_0_valid = divides_q | scaled_q;

    always @(*) begin
        steps_0_remainder = 0;
        steps_0_low = dividend_q;
        steps_0_divisor = denominator_q;
        steps_0_note = marks_q;
        if (scaled_q) begin
            steps_0_remainder = scaled_high_q;
            steps_0_low = scaled_low_q;
            steps_0_divisor = scaled_by_q;
            steps_0_note = scaled_note_q;
        end
    end

    assign steps_1_valid = steps_0_valid_q;
    assign steps_1_remainder = steps_0_remainder_q;
    assign steps_1_low = steps_0_low_q;
    assign steps_1_divisor = steps_0_divisor_q;
    assign steps_1_note = steps_0_note_q;
    assign steps_2_valid = steps_1_valid_q;
    assign steps_2_remainder = steps_1_remainder_q;
    assign steps_2_low = steps_1_low_q;
    assign steps_2_divisor = steps_1_divisor_q;
    assign steps_2_note = steps_1_note_q;
    assign steps_3_valid = steps_2_valid_q;
    assign steps_3_remainder = steps_2_remainder_q;
    assign steps_3_low = steps_2_low_q;
    assign steps_3_divisor = steps_2_divisor_q;
    assign steps_3_note = steps_2_note_q;
    assign steps_4_valid = steps_3_valid_q;
    assign steps_4_remainder = steps_3_remainder_q;
    assign steps_4_low = steps_3_low_q;
    assign steps_4_divisor = steps_3_divisor_q;
    assign steps_4_note = steps_3_note_q;
    assign steps_5_valid = steps_4_valid_q;
    assign steps_5_remainder = steps_4_remainder_q;
    assign steps_5_low = steps_4_low_q;
    assign steps_5_divisor = steps_4_divisor_q;
    assign steps_5_note = steps_4_note_q;
    assign steps_6_valid = steps_5_valid_q;
    assign steps_6_remainder = steps_5_remainder_q;
    assign steps_6_low = steps_5_low_q;
    assign steps_6_divisor = steps_5_divisor_q;
    assign steps_6_note = steps_5_note_q;
    assign steps_7_valid = steps_6_valid_q;
    assign steps_7_remainder = steps_6_remainder_q;
    assign steps_7_low = steps_6_low_q;
    assign steps_7_divisor = steps_6_divisor_q;
    assign steps_7_note = steps_6_note_q;
    assign steps_8_valid = steps_7_valid_q;
    assign steps_8_remainder = steps_7_remainder_q;
    assign steps_8_low = steps_7_low_q;
    assign steps_8_divisor = steps_7_divisor_q;
    assign steps_8_note = steps_7_note_q;
    assign steps_9_valid = steps_8_valid_q;
    assign steps_9_remainder = steps_8_remainder_q;
    assign steps_9_low = steps_8_low_q;
    assign steps_9_divisor = steps_8_divisor_q;
    assign steps_9_note = steps_8_note_q;
    assign steps_10_valid = steps_9_valid_q;
    assign steps_10_remainder = steps_9_remainder_q;
    assign steps_10_low = steps_9_low_q;
    assign steps_10_divisor = steps_9_divisor_q;
    assign steps_10_note = steps_9_note_q;
    assign steps_11_valid = steps_10_valid_q;
    assign steps_11_remainder = steps_10_remainder_q;
    assign steps_11_low = steps_10_low_q;
    assign steps_11_divisor = steps_10_divisor_q;
    assign steps_11_note = steps_10_note_q;
    assign steps_12_valid = steps_11_valid_q;
    assign steps_12_remainder = steps_11_remainder_q;
    assign steps_12_low = steps_11_low_q;
    assign steps_12_divisor = steps_11_divisor_q;
    assign steps_12_note = steps_11_note_q;
    assign steps_13_valid = steps_12_valid_q;
    assign steps_13_remainder = steps_12_remainder_q;
    assign steps_13_low = steps_12_low_q;
    assign steps_13_divisor = steps_12_divisor_q;
    assign steps_13_note = steps_12_note_q;
    assign steps_14_valid = steps_13_valid_q;
    assign steps_14_remainder = steps_13_remainder_q;
    assign steps_14_low = steps_13_low_q;
    assign steps_14_divisor = steps_13_divisor_q;
    assign steps_14_note = steps_13_note_q;
    assign steps_15_valid = steps_14_valid_q;
    assign steps_15_remainder = steps_14_remainder_q;
    assign steps_15_low = steps_14_low_q;
    assign steps_15_divisor = steps_14_divisor_q;
    assign steps_15_note = steps_14_note_q;
    assign steps_16_valid = steps_15_valid_q;
    assign steps_16_remainder = steps_15_remainder_q;
    assign steps_16_low = steps_15_low_q;
    assign steps_16_divisor = steps_15_divisor_q;
    assign steps_16_note = steps_15_note_q;
    assign steps_17_valid = steps_16_valid_q;
    assign steps_17_remainder = steps_16_remainder_q;
    assign steps_17_low = steps_16_low_q;
    assign steps_17_divisor = steps_16_divisor_q;
    assign steps_17_note = steps_16_note_q;
    assign steps_18_valid = steps_17_valid_q;
    assign steps_18_remainder = steps_17_remainder_q;
    assign steps_18_low = steps_17_low_q;
    assign steps_18_divisor = steps_17_divisor_q;
    assign steps_18_note = steps_17_note_q;
    assign steps_19_valid = steps_18_valid_q;
    assign steps_19_remainder = steps_18_remainder_q;
    assign steps_19_low = steps_18_low_q;
    assign steps_19_divisor = steps_18_divisor_q;
    assign steps_19_note = steps_18_note_q;
    assign steps_20_valid = steps_19_valid_q;
    assign steps_20_remainder = steps_19_remainder_q;
    assign steps_20_low = steps_19_low_q;
    assign steps_20_divisor = steps_19_divisor_q;
    assign steps_20_note = steps_19_note_q;
    assign steps_21_valid = steps_20_valid_q;
    assign steps_21_remainder = steps_20_remainder_q;
    assign steps_21_low = steps_20_low_q;
    assign steps_21_divisor = steps_20_divisor_q;
    assign steps_21_note = steps_20_note_q;
    assign steps_22_valid = steps_21_valid_q;
    assign steps_22_remainder = steps_21_remainder_q;
    assign steps_22_low = steps_21_low_q;
    assign steps_22_divisor = steps_21_divisor_q;
    assign steps_22_note = steps_21_note_q;
    assign steps_23_valid = steps_22_valid_q;
    assign steps_23_remainder = steps_22_remainder_q;
    assign steps_23_low = steps_22_low_q;
    assign steps_23_divisor = steps_22_divisor_q;
    assign steps_23_note = steps_22_note_q;
    assign steps_24_valid = steps_23_valid_q;
    assign steps_24_remainder = steps_23_remainder_q;
    assign steps_24_low = steps_23_low_q;
    assign steps_24_divisor = steps_23_divisor_q;
    assign steps_24_note = steps_23_note_q;
    assign steps_25_valid = steps_24_valid_q;
    assign steps_25_remainder = steps_24_remainder_q;
    assign steps_25_low = steps_24_low_q;
    assign steps_25_divisor = steps_24_divisor_q;
    assign steps_25_note = steps_24_note_q;
    assign steps_26_valid = steps_25_valid_q;
    assign steps_26_remainder = steps_25_remainder_q;
    assign steps_26_low = steps_25_low_q;
    assign steps_26_divisor = steps_25_divisor_q;
    assign steps_26_note = steps_25_note_q;
    assign steps_27_valid = steps_26_valid_q;
    assign steps_27_remainder = steps_26_remainder_q;
    assign steps_27_low = steps_26_low_q;
    assign steps_27_divisor = steps_26_divisor_q;
    assign steps_27_note = steps_26_note_q;
    assign steps_28_valid = steps_27_valid_q;
    assign steps_28_remainder = steps_27_remainder_q;
    assign steps_28_low = steps_27_low_q;
    assign steps_28_divisor = steps_27_divisor_q;
    assign steps_28_note = steps_27_note_q;
    assign steps_29_valid = steps_28_valid_q;
    assign steps_29_remainder = steps_28_remainder_q;
    assign steps_29_low = steps_28_low_q;
    assign steps_29_divisor = steps_28_divisor_q;
    assign steps_29_note = steps_28_note_q;
    assign steps_30_valid = steps_29_valid_q;
    assign steps_30_remainder = steps_29_remainder_q;
    assign steps_30_low = steps_29_low_q;
    assign steps_30_divisor = steps_29_divisor_q;
    assign steps_30_note = steps_29_note_q;
    assign steps_31_valid = steps_30_valid_q;
    assign steps_31_remainder = steps_30_remainder_q;
    assign steps_31_low = steps_30_low_q;
    assign steps_31_divisor = steps_30_divisor_q;
    assign steps_31_note = steps_30_note_q;
    assign last_note = steps_31_note_q;
    assign valid = steps_31_valid_q;
    assign target = last_note[12:0];

    always @(*) begin
        size = 0;
        result = 0;
        fits = 1'b0;
        bits = 0;
        tag = 0;
        if (steps_31_valid_q) begin
            size = steps_31_low_q;
            if (last_note[18]) begin
                size = steps_31_remainder_q;
            end
            result = size;
            fits = ~size[63];
            if (last_note[23]) begin
                result = 64'(0) - size;
                fits = ~size[63] | ~|size[62:0];
            end
            if (last_note[20:19] == 0) begin
                fits = fits & ((result[63:15] == 0) | &result[63:15]);
            end
            if (last_note[20:19] == 1) begin
                fits = fits & ((result[63:31] == 0) | &result[63:31]);
            end
            tag = last_note[22:21];
            if (last_note[22:21] == 0) begin
                if (last_note[25]) begin
                    tag = 3;
                end
                else begin
                    if (fits & ~last_note[24]) begin
                        bits = result;
                    end
                    else begin
                        tag = 2;
                    end
                end
            end
        end
    end

    initial begin
        issued_q = 0;
        what_q = 0;
        wide_q = 0;
        a_q = 0;
        a_is_q = 0;
        b_q = 0;
        b_is_q = 0;
        c_q = 0;
        c_is_q = 0;
        destination_q = 0;
        divides_q = 0;
        dividend_q = 0;
        denominator_q = 0;
        marks_q = 0;
        multiplies_q = 0;
        factor_q = 0;
        scaled_q = 0;
        scaled_high_q = 0;
        scaled_low_q = 0;
        scaled_by_q = 0;
        scaled_note_q = 0;
    end

    always @(posedge clock) begin
        issued_q <= issue & ~reset;
        divides_q <= issued_q & (what_q != 2) & ~reset;
        multiplies_q <= issued_q & (what_q == 2) & ~reset;
        scaled_q <= held_2_valid_q & ~reset;
    end

    always @(posedge clock) begin
        if (issue) begin
            what_q <= operation;
            wide_q <= width;
            a_q <= a_bits;
            a_is_q <= a_tag;
            b_q <= b_bits;
            b_is_q <= b_tag;
            c_q <= c_bits;
            c_is_q <= c_tag;
            destination_q <= dst;
        end
    end

    always @(posedge clock) begin
        if (issued_q) begin
            dividend_q <= a_size;
            denominator_q <= b_size;
            factor_q <= c_size;
            marks_q <= noted;
        end
    end

    always @(posedge clock) begin
        if (held_2_valid_q) begin
            scaled_high_q <= half_added[127:64];
            scaled_low_q <= half_added[63:0];
            scaled_by_q <= held_2_divisor_q;
            scaled_note_q <= held_2_note_q;
            if (half_added[127:64] >= held_2_divisor_q) begin
                scaled_note_q <= held_2_note_q | (32'(1) << 24);
            end
        end
    end
endmodule

`default_nettype wire
