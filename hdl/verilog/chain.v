// chain: a logic unit, which combines up to four truths
//
// Made from hdl/src by `riskgate hdl emit`; change it there, not here.

// A kernel's parts stand in its file.
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
        worse = left;
        if (right > left) begin
            worse = right;
        end
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
    reg [2:0] joins_0_left;
    reg [2:0] joins_0_operand;
    reg joins_0_negate;
    reg [1:0] joins_0_op;
    wire [2:0] joins_0_result;
    reg [2:0] joins_1_left;
    reg [2:0] joins_1_operand;
    reg joins_1_negate;
    reg [1:0] joins_1_op;
    wire [2:0] joins_1_result;
    reg [2:0] joins_2_left;
    reg [2:0] joins_2_operand;
    reg joins_2_negate;
    reg [1:0] joins_2_op;
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
        joins_0_left = first;
        joins_0_operand = b;
        joins_0_negate = mode[7];
        joins_0_op = mode[1:0];
        joins_1_left = joins_0_result;
        joins_1_operand = c;
        joins_1_negate = mode[8];
        joins_1_op = mode[3:2];
        joins_2_left = joins_1_result;
        joins_2_operand = d;
        joins_2_negate = mode[9];
        joins_2_op = mode[5:4];
        result = joins_2_result;
        if (mode[10] & (joins_2_result == 2)) begin
            result = 0;
        end
    end
endmodule

`default_nettype wire
