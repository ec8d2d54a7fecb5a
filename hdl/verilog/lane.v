// SPDX-License-Identifier: Apache-2.0
// lane: a rule lane: arithmetic and comparisons on values with tags
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module lane_products (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire [1:0] tag,
    input wire [1:0] width,
    input wire [12:0] dst,
    output wire valid_q,
    output wire [1:0] tag_q,
    output wire [1:0] width_q,
    output wire [12:0] dst_q
);
    reg there_q;
    reg [1:0] tagged_q;
    reg [1:0] wide_q;
    reg [12:0] target_q;


    assign valid_q = there_q;
    assign tag_q = tagged_q;
    assign width_q = wide_q;
    assign dst_q = target_q;

    initial begin
        there_q = 0;
        tagged_q = 0;
        wide_q = 0;
        target_q = 0;
    end

    always @(posedge clock) begin
        there_q <= valid & ~reset;
    end

    always @(posedge clock) begin
        if (valid) begin
            tagged_q <= tag;
            wide_q <= width;
            target_q <= dst;
        end
    end
endmodule

module lane_multiply (
    input wire clock,
    input wire valid,
    input wire [63:0] a,
    input wire [63:0] b,
    output wire [63:0] product,
    output reg [2:0] fits,
    output wire negative
);
    reg [127:0] whole;
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
    reg [63:0] above;
    wire [63:0] upper = {p33, p31} - above;
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
            above <= (a & {64{b[63]}}) + (b & {64{a[63]}});
        end
        if (valid_1) begin
            first <= {upper, p02, p00} + {47'd0, outer, 16'd0};
            second <= {31'd0, middle} + {15'd0, inner, 16'd0};
        end
        if (valid_2) begin
            whole <= first + {second, 32'd0};
        end
    end

    assign product = whole[63:0];

    always @(*) begin
        fits[0] = whole[127:15] == {113{whole[127]}};
        fits[1] = whole[127:31] == {97{whole[127]}};
        fits[2] = whole[127:63] == {65{whole[127]}};
    end

    assign negative = whole[127];
endmodule

module lane (
    input wire clock,
    input wire reset,
    input wire issue,
    input wire [3:0] opcode,
    input wire [1:0] width,
    input wire [63:0] x_bits,
    input wire [1:0] x_tag,
    input wire [63:0] y_bits,
    input wire [1:0] y_tag,
    input wire [63:0] low,
    input wire [63:0] high,
    input wire [2:0] predicate,
    input wire guarded,
    input wire [12:0] dst,
    output reg value_valid,
    output reg [63:0] value_bits,
    output reg [1:0] value_tag,
    output reg [12:0] value_dst,
    output reg truth_valid,
    output reg [2:0] truth,
    output wire [12:0] truth_dst
);
    localparam sign = 64'h8000000000000000;

    reg issued_q;
    reg [3:0] operation_q;
    reg [1:0] wide_q;
    reg [63:0] x_q;
    reg [1:0] x_is_q;
    reg [63:0] y_q;
    reg [1:0] y_is_q;
    reg [63:0] lowest_q;
    reg [63:0] highest_q;
    reg [2:0] condition_q;
    reg conditional_q;
    reg [12:0] target_q;
    wire multiply_clock;
    wire multiply_valid;
    wire [63:0] multiply_a;
    wire [63:0] multiply_b;
    wire [63:0] multiply_product;
    wire [2:0] multiply_fits;
    wire multiply_negative;
    wire products_0_clock;
    wire products_0_reset;
    wire products_0_valid;
    wire [1:0] products_0_tag;
    wire [1:0] products_0_width;
    wire [12:0] products_0_dst;
    wire products_0_valid_q;
    wire [1:0] products_0_tag_q;
    wire [1:0] products_0_width_q;
    wire [12:0] products_0_dst_q;
    wire products_1_clock;
    wire products_1_reset;
    wire products_1_valid;
    wire [1:0] products_1_tag;
    wire [1:0] products_1_width;
    wire [12:0] products_1_dst;
    wire products_1_valid_q;
    wire [1:0] products_1_tag_q;
    wire [1:0] products_1_width_q;
    wire [12:0] products_1_dst_q;
    wire products_2_clock;
    wire products_2_reset;
    wire products_2_valid;
    wire [1:0] products_2_tag;
    wire [1:0] products_2_width;
    wire [12:0] products_2_dst;
    wire products_2_valid_q;
    wire [1:0] products_2_tag_q;
    wire [1:0] products_2_width_q;
    wire [12:0] products_2_dst_q;

    reg [1:0] worst;
    reg [63:0] sum;
    reg overflow;
    reg fits;
    reg [63:0] x_order;
    reg [63:0] y_order;
    reg holds;
    reg [2:0] compared;
    reg product_fits;
    wire is_product;

    lane_multiply multiply(
        .clock(multiply_clock),
        .valid(multiply_valid),
        .a(multiply_a),
        .b(multiply_b),
        .product(multiply_product),
        .fits(multiply_fits),
        .negative(multiply_negative)
    );
    lane_products products_0(
        .clock(products_0_clock),
        .reset(products_0_reset),
        .valid(products_0_valid),
        .tag(products_0_tag),
        .width(products_0_width),
        .dst(products_0_dst),
        .valid_q(products_0_valid_q),
        .tag_q(products_0_tag_q),
        .width_q(products_0_width_q),
        .dst_q(products_0_dst_q)
    );
    lane_products products_1(
        .clock(products_1_clock),
        .reset(products_1_reset),
        .valid(products_1_valid),
        .tag(products_1_tag),
        .width(products_1_width),
        .dst(products_1_dst),
        .valid_q(products_1_valid_q),
        .tag_q(products_1_tag_q),
        .width_q(products_1_width_q),
        .dst_q(products_1_dst_q)
    );
    lane_products products_2(
        .clock(products_2_clock),
        .reset(products_2_reset),
        .valid(products_2_valid),
        .tag(products_2_tag),
        .width(products_2_width),
        .dst(products_2_dst),
        .valid_q(products_2_valid_q),
        .tag_q(products_2_tag_q),
        .width_q(products_2_width_q),
        .dst_q(products_2_dst_q)
    );

    always @(*) begin
        worst = 0;
        sum = 0;
        overflow = 1'b0;
        fits = 1'b0;
        x_order = 0;
        y_order = 0;
        holds = 1'b0;
        compared = 0;
        value_valid = 1'b0;
        value_bits = 0;
        value_tag = 0;
        value_dst = target_q;
        truth_valid = 1'b0;
        truth = 0;
        if (issued_q) begin
            worst = x_is_q;
            if (y_is_q > x_is_q) begin
                worst = y_is_q;
            end
            x_order = x_q ^ sign;
            y_order = y_q ^ sign;
            value_valid = (operation_q < 8) & (operation_q != 3);
            value_tag = x_is_q;
            value_bits = x_q;
            if (operation_q == 1) begin
                sum = x_q + y_q;
                overflow = (x_q[63] == y_q[63]) & (sum[63] != x_q[63]);
            end
            if (operation_q == 2) begin
                sum = x_q - y_q;
                overflow = (x_q[63] != y_q[63]) & (sum[63] != x_q[63]);
            end
            if ((operation_q == 1) | (operation_q == 2)) begin
                fits = 1'b1;
                if (wide_q == 0) begin
                    fits = (sum[63:15] == 0) | &sum[63:15];
                end
                if (wide_q == 1) begin
                    fits = (sum[63:31] == 0) | &sum[63:31];
                end
                value_tag = worst;
                value_bits = sum;
                if ((worst == 0) & (overflow | ~fits)) begin
                    value_tag = 2;
                    if (wide_q == 3) begin
                        value_tag = 0;
                        value_bits = ~sign;
                        if (x_q[63]) begin
                            value_bits = sign;
                        end
                    end
                end
            end
            if ((operation_q == 4) & (x_is_q == 0) & ((x_order < (lowest_q ^ sign)) | (x_order > (highest_q ^ sign)))) begin
                value_tag = 2;
            end
            if (operation_q == 5) begin
                if ((condition_q == 0) | (condition_q == 2)) begin
                    value_bits = y_q;
                    value_tag = y_is_q;
                end
                if (condition_q == 3) begin
                    value_tag = 2;
                end
                if (condition_q == 4) begin
                    value_tag = 3;
                end
            end
            if ((operation_q == 6) & (x_is_q == 1)) begin
                value_bits = y_q;
                value_tag = y_is_q;
            end
            if (operation_q == 7) begin
                value_bits = 64'(condition_q);
                value_tag = 0;
                if (condition_q == 2) begin
                    value_tag = 1;
                end
                if (condition_q == 3) begin
                    value_tag = 2;
                end
                if (condition_q == 4) begin
                    value_tag = 3;
                end
            end
            if (value_tag != 0) begin
                value_bits = 0;
            end
            truth_valid = operation_q > 7;
            if (operation_q > 7) begin
                if (operation_q == 8) begin
                    holds = x_q == y_q;
                end
                if (operation_q == 9) begin
                    holds = x_q != y_q;
                end
                if (operation_q == 10) begin
                    holds = x_order < y_order;
                end
                if (operation_q == 11) begin
                    holds = x_order <= y_order;
                end
                compared = 3'(holds);
                if (worst != 0) begin
                    compared = 3'(worst) + 1;
                end
                if (operation_q > 11) begin
                    compared = 3'(x_is_q) + 1;
                    if (x_is_q == 0) begin
                        compared = 3'((operation_q != 12));
                    end
                    if (x_is_q == 1) begin
                        compared = 3'((operation_q != 13));
                    end
                end
                truth = compared;
                if (conditional_q) begin
                    if (condition_q == 0) begin
                        truth = 1;
                    end
                    if (condition_q > 1) begin
                        truth = condition_q;
                    end
                end
            end
        end
        if (products_2_valid_q) begin
            value_valid = 1'b1;
            value_dst = products_2_dst_q;
            value_tag = products_2_tag_q;
            value_bits = 0;
            if (products_2_tag_q == 0) begin
                if (product_fits) begin
                    value_bits = multiply_product;
                end
                else begin
                    value_tag = 2;
                    if (products_2_width_q == 3) begin
                        value_tag = 0;
                        value_bits = ~sign;
                        if (multiply_negative) begin
                            value_bits = sign;
                        end
                    end
                end
            end
        end
    end

    assign truth_dst = target_q;
    assign is_product = issued_q & (operation_q == 3);
    assign multiply_clock = clock;
    assign multiply_valid = is_product;
    assign multiply_a = x_q;
    assign multiply_b = y_q;
    assign products_0_clock = clock;
    assign products_0_reset = reset;
    assign products_1_clock = clock;
    assign products_1_reset = reset;
    assign products_2_clock = clock;
    assign products_2_reset = reset;
    assign products_0_valid = is_product;
    assign products_0_tag = worst;
    assign products_0_width = wide_q;
    assign products_0_dst = target_q;
    assign products_1_valid = products_0_valid_q;
    assign products_1_tag = products_0_tag_q;
    assign products_1_width = products_0_width_q;
    assign products_1_dst = products_0_dst_q;
    assign products_2_valid = products_1_valid_q;
    assign products_2_tag = products_1_tag_q;
    assign products_2_width = products_1_width_q;
    assign products_2_dst = products_1_dst_q;

    always @(*) begin
        product_fits = multiply_fits[2];
        if (products_2_width_q == 0) begin
            product_fits = multiply_fits[0];
        end
        if (products_2_width_q == 1) begin
            product_fits = multiply_fits[1];
        end
    end

    initial begin
        issued_q = 0;
        operation_q = 0;
        wide_q = 0;
        x_q = 0;
        x_is_q = 0;
        y_q = 0;
        y_is_q = 0;
        lowest_q = 0;
        highest_q = 0;
        condition_q = 0;
        conditional_q = 0;
        target_q = 0;
    end

    always @(posedge clock) begin
        issued_q <= issue & ~reset;
    end

    always @(posedge clock) begin
        if (issue) begin
            operation_q <= opcode;
            wide_q <= width;
            x_q <= x_bits;
            x_is_q <= x_tag;
            y_q <= y_bits;
            y_is_q <= y_tag;
            lowest_q <= low;
            highest_q <= high;
            condition_q <= predicate;
            conditional_q <= guarded;
            target_q <= dst;
        end
    end
endmodule

`default_nettype wire
