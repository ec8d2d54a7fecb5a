// SPDX-License-Identifier: Apache-2.0
// chain: the combination of up to four truths in a logic unit
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module chain_joins (
    input wire [2:0] left,
    input wire [2:0] operand,
    input wire negate,
    input wire [1:0] op,
    output reg [2:0] result
);
    reg [2:0] right;
    reg [2:0] worse;

    always @(*) begin
        right = operand;
        if (negate & (operand == 0)) begin
            right = 1;
        end
        if (negate & (operand == 1)) begin
            right = 0;
        end
    end

    always @(*) begin
        worse = left;
        if (right > left) begin
            worse = right;
        end
    end

    always @(*) begin
        result = left;
        if (op == 1) begin
            result = worse;
            if ((left == 0) | (right == 0)) begin
                result = 0;
            end
        end
        if (op == 2) begin
            result = worse;
            if ((left == 1) | (right == 1)) begin
                result = 1;
            end
        end
        if (op == 3) begin
            if (right == 0) begin
                result = 1;
            end
            if (right > 1) begin
                result = right;
            end
        end
    end

endmodule

module chain (
    input wire [2:0] a,
    input wire [2:0] b,
    input wire [2:0] c,
    input wire [2:0] d,
    input wire [10:0] mode,
    output reg [2:0] result
);
    wire [2:0] joins_0_left;
    wire [2:0] joins_0_operand;
    wire joins_0_negate;
    wire [1:0] joins_0_op;
    wire [2:0] joins_0_result;
    wire [2:0] joins_1_left;
    wire [2:0] joins_1_operand;
    wire joins_1_negate;
    wire [1:0] joins_1_op;
    wire [2:0] joins_1_result;
    wire [2:0] joins_2_left;
    wire [2:0] joins_2_operand;
    wire joins_2_negate;
    wire [1:0] joins_2_op;
    wire [2:0] joins_2_result;

    reg [2:0] first;

    chain_joins joins_0(
        .left(joins_0_left),
        .operand(joins_0_operand),
        .negate(joins_0_negate),
        .op(joins_0_op),
        .result(joins_0_result)
    );
    chain_joins joins_1(
        .left(joins_1_left),
        .operand(joins_1_operand),
        .negate(joins_1_negate),
        .op(joins_1_op),
        .result(joins_1_result)
    );
    chain_joins joins_2(
        .left(joins_2_left),
        .operand(joins_2_operand),
        .negate(joins_2_negate),
        .op(joins_2_op),
        .result(joins_2_result)
    );

    always @(*) begin
        first = a;
        if (mode[6] & (a == 0)) begin
            first = 1;
        end
        if (mode[6] & (a == 1)) begin
            first = 0;
        end
    end

    assign joins_0_left = first;
    assign joins_0_operand = b;
    assign joins_0_negate = mode[7];
    assign joins_0_op = mode[1:0];
    assign joins_1_left = joins_0_result;
    assign joins_1_operand = c;
    assign joins_1_negate = mode[8];
    assign joins_1_op = mode[3:2];
    assign joins_2_left = joins_1_result;
    assign joins_2_operand = d;
    assign joins_2_negate = mode[9];
    assign joins_2_op = mode[5:4];

    always @(*) begin
        result = joins_2_result;
        if (mode[10] & (joins_2_result == 2)) begin
            result = 0;
        end
    end

endmodule

`default_nettype wire
