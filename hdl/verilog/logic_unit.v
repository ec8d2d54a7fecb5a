// SPDX-License-Identifier: Apache-2.0
// logic_unit: a logic unit with its program memory
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module logic_unit_joins (
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

module logic_unit_chain (
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

    logic_unit_joins joins_0(
        .left(joins_0_left),
        .operand(joins_0_operand),
        .negate(joins_0_negate),
        .op(joins_0_op),
        .result(joins_0_result)
    );
    logic_unit_joins joins_1(
        .left(joins_1_left),
        .operand(joins_1_operand),
        .negate(joins_1_negate),
        .op(joins_1_op),
        .result(joins_1_result)
    );
    logic_unit_joins joins_2(
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

module logic_unit_operations (
    input wire clock,
    input wire write,
    input wire [10:0] write_address,
    input wire [63:0] write_data,
    input wire [10:0] read_address,
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

module logic_unit (
    input wire clock,
    input wire live,
    input wire [10:0] address,
    input wire program_write,
    input wire [10:0] program_address,
    input wire [63:0] program_data,
    output wire [10:0] a,
    output wire [10:0] b,
    output wire [10:0] c,
    output wire [10:0] d,
    input wire [2:0] a_data,
    input wire [2:0] b_data,
    input wire [2:0] c_data,
    input wire [2:0] d_data,
    input wire [7:0] first,
    output wire predicate_valid,
    output wire [8:0] predicate_address,
    output wire entry_valid,
    output wire [7:0] entry,
    output wire [2:0] truth
);
    wire operations_clock;
    wire operations_write;
    wire [10:0] operations_write_address;
    wire [63:0] operations_write_data;
    wire [10:0] operations_read_address;
    wire [63:0] operations_read_data;
    reg [2:0] chain_a;
    wire [2:0] chain_b;
    wire [2:0] chain_c;
    wire [2:0] chain_d;
    wire [10:0] chain_mode;
    wire [2:0] chain_result;

    // Bit 62 is unused without `TO_ENTRY`.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] word;
    // verilator lint_on UNUSEDSIGNAL

    logic_unit_operations operations(
        .clock(operations_clock),
        .write(operations_write),
        .write_address(operations_write_address),
        .write_data(operations_write_data),
        .read_address(operations_read_address),
        .read_data(operations_read_data)
    );
    logic_unit_chain chain(
        .a(chain_a),
        .b(chain_b),
        .c(chain_c),
        .d(chain_d),
        .mode(chain_mode),
        .result(chain_result)
    );

    assign operations_clock = clock;
    assign operations_read_address = address;
    assign operations_write = program_write;
    assign operations_write_address = program_address;
    assign operations_write_data = program_data;
    assign word = operations_read_data;
    assign a = word[10:0];
    assign b = word[21:11];
    assign c = word[32:22];
    assign d = word[43:33];

    always @(*) begin
        chain_a = a_data;
        if (word[10:0][10:9] == 3) begin
            chain_a = 3'((word[10:0][7:0] == first));
        end
    end

    assign chain_b = b_data;
    assign chain_c = c_data;
    assign chain_d = d_data;
    assign chain_mode = word[54:44];
    assign predicate_valid = live & word[61] & ~word[63];
    assign predicate_address = 9'(word[60:55]) << 3;
    assign entry_valid = live & word[63];
    assign entry = word[62:55];
    assign truth = chain_result;
endmodule

`default_nettype wire
