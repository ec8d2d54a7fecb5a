// core: from the beats of an order to the beat of its verdict
//
// Made from hdl/src by `riskgate hdl emit`; change it there, not here.

// A kernel's parts stand in its file.
// verilator lint_off DECLFILENAME

`default_nettype none

module core_products (
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
    reg there_d;
    reg there_q;
    reg [1:0] tagged_d;
    reg [1:0] tagged_q;
    reg [1:0] wide_d;
    reg [1:0] wide_q;
    reg [12:0] target_d;
    reg [12:0] target_q;


    always @(*) begin
        there_d = there_q;
        there_d = valid & ~reset;
    end

    always @(*) begin
        tagged_d = tagged_q;
        wide_d = wide_q;
        target_d = target_q;
        if (valid) begin
            tagged_d = tag;
            wide_d = width;
            target_d = dst;
        end
    end

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
        there_q <= there_d;
        tagged_q <= tagged_d;
        wide_q <= wide_d;
        target_q <= target_d;
    end
endmodule

module core_joins (
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

module core_bound (
    input wire enable,
    input wire [4:0] digits,
    output reg [63:0] double
);
    localparam bounds_0 = 64'h0;
    localparam bounds_1 = 64'h12;
    localparam bounds_2 = 64'hc6;
    localparam bounds_3 = 64'h7ce;
    localparam bounds_4 = 64'h4e1e;
    localparam bounds_5 = 64'h30d3e;
    localparam bounds_6 = 64'h1e847e;
    localparam bounds_7 = 64'h1312cfe;
    localparam bounds_8 = 64'hbebc1fe;
    localparam bounds_9 = 64'h773593fe;
    localparam bounds_10 = 64'h4a817c7fe;
    localparam bounds_11 = 64'h2e90edcffe;
    localparam bounds_12 = 64'h1d1a94a1ffe;
    localparam bounds_13 = 64'h12309ce53ffe;
    localparam bounds_14 = 64'hb5e620f47ffe;
    localparam bounds_15 = 64'h71afd498cfffe;
    localparam bounds_16 = 64'h470de4df81fffe;
    localparam bounds_17 = 64'h2c68af0bb13fffe;
    localparam bounds_18 = 64'h1bc16d674ec7fffe;

    always @(*) begin
        double = 0;
        if (enable) begin
            if (digits == 0) begin
                double = bounds_0;
            end
            if (digits == 1) begin
                double = bounds_1;
            end
            if (digits == 2) begin
                double = bounds_2;
            end
            if (digits == 3) begin
                double = bounds_3;
            end
            if (digits == 4) begin
                double = bounds_4;
            end
            if (digits == 5) begin
                double = bounds_5;
            end
            if (digits == 6) begin
                double = bounds_6;
            end
            if (digits == 7) begin
                double = bounds_7;
            end
            if (digits == 8) begin
                double = bounds_8;
            end
            if (digits == 9) begin
                double = bounds_9;
            end
            if (digits == 10) begin
                double = bounds_10;
            end
            if (digits == 11) begin
                double = bounds_11;
            end
            if (digits == 12) begin
                double = bounds_12;
            end
            if (digits == 13) begin
                double = bounds_13;
            end
            if (digits == 14) begin
                double = bounds_14;
            end
            if (digits == 15) begin
                double = bounds_15;
            end
            if (digits == 16) begin
                double = bounds_16;
            end
            if (digits == 17) begin
                double = bounds_17;
            end
            if (digits == 18) begin
                double = bounds_18;
            end
        end
    end

endmodule

module core_held (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire [63:0] divisor,
    input wire [31:0] note,
    output wire valid_q,
    output wire [63:0] divisor_q,
    output wire [31:0] note_q
);
    reg there_d;
    reg there_q;
    reg [63:0] by_d;
    reg [63:0] by_q;
    reg [31:0] noted_d;
    reg [31:0] noted_q;


    always @(*) begin
        there_d = there_q;
        there_d = valid & ~reset;
    end

    always @(*) begin
        by_d = by_q;
        noted_d = noted_q;
        if (valid) begin
            by_d = divisor;
            noted_d = note;
        end
    end

    assign valid_q = there_q;
    assign divisor_q = by_q;
    assign note_q = noted_q;

    initial begin
        there_q = 0;
        by_q = 0;
        noted_q = 0;
    end

    always @(posedge clock) begin
        there_q <= there_d;
        by_q <= by_d;
        noted_q <= noted_d;
    end
endmodule

module core_steps (
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
    reg there_d;
    reg there_q;
    reg [63:0] rest_d;
    reg [63:0] rest_q;
    reg [63:0] bits_left_d;
    reg [63:0] bits_left_q;
    reg [63:0] by_d;
    reg [63:0] by_q;
    reg [31:0] noted_d;
    reg [31:0] noted_q;

    reg [63:0] first;
    reg [63:0] second;
    reg first_bit;
    reg second_bit;


    always @(*) begin
        there_d = there_q;
        there_d = valid & ~reset;
    end

    always @(*) begin
        rest_d = rest_q;
        bits_left_d = bits_left_q;
        by_d = by_q;
        noted_d = noted_q;
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
            rest_d = second;
            bits_left_d = (low << 2) | (64'(first_bit) << 1) | 64'(second_bit);
            by_d = divisor;
            noted_d = note;
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
        there_q <= there_d;
        rest_q <= rest_d;
        bits_left_q <= bits_left_d;
        by_q <= by_d;
        noted_q <= noted_d;
    end
endmodule

module core_multiply (
    input wire clock,
    input wire valid,
    input wire [63:0] a,
    input wire [63:0] b,
    output reg [63:0] product,
    output reg [2:0] fits
);
    reg signed [127:0] whole;
    reg [63:0] low;
    reg low_fits16;
    reg low_fits32;
    reg low_fits64;

    always @(posedge clock) begin
        if (valid) begin
            whole <= $signed({{64{a[63]}}, a}) * $signed({{64{b[63]}}, b});
        end
        low <= whole[63:0];
        low_fits16 <= whole[127:15] == {113{whole[127]}};
        low_fits32 <= whole[127:31] == {97{whole[127]}};
        low_fits64 <= whole[127:63] == {65{whole[127]}};
        product <= low;
        fits <= {low_fits64, low_fits32, low_fits16};
    end
endmodule

module core_check (
    input wire clock,
    input wire reset,
    input wire enable,
    input wire is_null,
    input wire nullable,
    input wire [1:0] type_class,
    input wire [4:0] digits,
    input wire [63:0] low,
    input wire [63:0] high,
    output reg wrong
);
    reg there_d;
    reg there_q;
    reg was_null_d;
    reg was_null_q;
    reg may_be_null_d;
    reg may_be_null_q;
    reg [1:0] kind_d;
    reg [1:0] kind_q;
    reg [4:0] precision_d;
    reg [4:0] precision_q;
    reg [63:0] low_bytes_d;
    reg [63:0] low_bytes_q;
    reg [63:0] high_bytes_d;
    reg [63:0] high_bytes_q;
    wire bound_enable;
    wire [4:0] bound_digits;
    wire [63:0] bound_double;

    reg [63:0] folded;
    wire [63:0] tops;
    reg [63:0] low_printable;
    reg [63:0] high_printable;

    core_bound bound(
        .enable(bound_enable),
        .digits(bound_digits),
        .double(bound_double)
    );

    always @(*) begin
        there_d = there_q;
        there_d = enable & ~reset;
    end

    always @(*) begin
        was_null_d = was_null_q;
        may_be_null_d = may_be_null_q;
        kind_d = kind_q;
        precision_d = precision_q;
        low_bytes_d = low_bytes_q;
        high_bytes_d = high_bytes_q;
        if (enable) begin
            was_null_d = is_null;
            may_be_null_d = nullable;
            kind_d = type_class;
            precision_d = digits;
            low_bytes_d = low;
            high_bytes_d = high;
        end
    end

    assign bound_enable = there_q & (kind_q == 2);
    assign bound_digits = precision_q;

    always @(*) begin
        folded = 0;
        low_printable = 0;
        high_printable = 0;
        wrong = 1'b0;
        if (there_q) begin
            if (was_null_q) begin
                wrong = ~may_be_null_q | |low_bytes_q | |high_bytes_q;
            end
            else begin
                if (kind_q == 1) begin
                    wrong = low_bytes_q > 1;
                end
                if (kind_q == 2) begin
                    folded = low_bytes_q << 1;
                    if (low_bytes_q[63]) begin
                        folded = ~(low_bytes_q << 1);
                    end
                    wrong = folded > bound_double;
                end
                if (kind_q == 3) begin
                    low_printable = ~low_bytes_q & ((low_bytes_q << 1) | (low_bytes_q << 2)) & ~((low_bytes_q << 1) & (low_bytes_q << 2) & (low_bytes_q << 3) & (low_bytes_q << 4) & (low_bytes_q << 5) & (low_bytes_q << 6) & (low_bytes_q << 7));
                    high_printable = ~high_bytes_q & ((high_bytes_q << 1) | (high_bytes_q << 2)) & ~((high_bytes_q << 1) & (high_bytes_q << 2) & (high_bytes_q << 3) & (high_bytes_q << 4) & (high_bytes_q << 5) & (high_bytes_q << 6) & (high_bytes_q << 7));
                    wrong = ((low_printable & high_printable) & tops) != tops;
                end
            end
        end
    end

    assign tops = (64'(16843009) << 7) | (64'(16843009) << 39);

    initial begin
        there_q = 0;
        was_null_q = 0;
        may_be_null_q = 0;
        kind_q = 0;
        precision_q = 0;
        low_bytes_q = 0;
        high_bytes_q = 0;
    end

    always @(posedge clock) begin
        there_q <= there_d;
        was_null_q <= was_null_d;
        may_be_null_q <= may_be_null_d;
        kind_q <= kind_d;
        precision_q <= precision_d;
        low_bytes_q <= low_bytes_d;
        high_bytes_q <= high_bytes_d;
    end
endmodule

module core_cut (
    input wire enable,
    input wire [639:0] window,
    input wire [6:0] start,
    output reg [63:0] low,
    output reg [63:0] high
);
    reg [247:0] by_sixteen;
    reg [151:0] by_four;

    always @(*) begin
        by_sixteen = 0;
        by_four = 0;
        low = 0;
        high = 0;
        if (enable) begin
            if (start[6]) begin
                by_sixteen = 248'(window[639:512]);
            end
            else begin
                if (start[5]) begin
                    if (start[4]) begin
                        by_sixteen = window[631:384];
                    end
                    else begin
                        by_sixteen = window[503:256];
                    end
                end
                else begin
                    if (start[4]) begin
                        by_sixteen = window[375:128];
                    end
                    else begin
                        by_sixteen = window[247:0];
                    end
                end
            end
            if (start[3]) begin
                if (start[2]) begin
                    by_four = by_sixteen[247:96];
                end
                else begin
                    by_four = by_sixteen[215:64];
                end
            end
            else begin
                if (start[2]) begin
                    by_four = by_sixteen[183:32];
                end
                else begin
                    by_four = by_sixteen[151:0];
                end
            end
            if (start[1]) begin
                if (start[0]) begin
                    low = by_four[87:24];
                    high = by_four[151:88];
                end
                else begin
                    low = by_four[79:16];
                    high = by_four[143:80];
                end
            end
            else begin
                if (start[0]) begin
                    low = by_four[71:8];
                    high = by_four[135:72];
                end
                else begin
                    low = by_four[63:0];
                    high = by_four[127:64];
                end
            end
        end
    end

endmodule

module core_layout (
    input wire clock,
    input wire write,
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [7:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [20:0] write_data,
    input wire read,
    input wire [7:0] read_address,
    output reg [20:0] read_data
);
    reg [20:0] words [0:255];

    integer i;
    initial begin
        read_data = 0;
        for (i = 0; i < 256; i = i + 1) begin
            words[i] = 0;
        end
    end

    always @(posedge clock) begin
        if (read) begin
            read_data <= words[read_address];
        end
        if (write) begin
            words[write_address] <= write_data;
        end
    end
endmodule

module core_lowest (
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

module core_product (
    input wire clock,
    input wire valid,
    input wire [63:0] a,
    input wire [63:0] b,
    output reg [127:0] whole
);
    reg [127:0] first;
    reg [127:0] second;

    always @(posedge clock) begin
        if (valid) begin
            first <= {64'b0, a} * {64'b0, b};
        end
        second <= first;
        whole <= second;
    end
endmodule

module core_bounds (
    input wire clock,
    input wire write,
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [10:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [63:0] write_data,
    input wire [10:0] read_address,
    output reg [63:0] read_data
);
    reg [63:0] words [0:2047];

    always @(posedge clock) begin
        read_data <= words[read_address];
        if (write) begin
            words[write_address] <= write_data;
        end
    end
endmodule

module core_lane (
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

    reg issued_d;
    reg issued_q;
    reg [3:0] operation_d;
    reg [3:0] operation_q;
    reg [1:0] wide_d;
    reg [1:0] wide_q;
    reg [63:0] x_d;
    reg [63:0] x_q;
    reg [1:0] x_is_d;
    reg [1:0] x_is_q;
    reg [63:0] y_d;
    reg [63:0] y_q;
    reg [1:0] y_is_d;
    reg [1:0] y_is_q;
    reg [63:0] lowest_d;
    reg [63:0] lowest_q;
    reg [63:0] highest_d;
    reg [63:0] highest_q;
    reg [2:0] condition_d;
    reg [2:0] condition_q;
    reg conditional_d;
    reg conditional_q;
    reg [12:0] target_d;
    reg [12:0] target_q;
    wire multiply_clock;
    wire multiply_valid;
    wire [63:0] multiply_a;
    wire [63:0] multiply_b;
    wire [63:0] multiply_product;
    wire [2:0] multiply_fits;
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

    core_multiply multiply(
        .clock(multiply_clock),
        .valid(multiply_valid),
        .a(multiply_a),
        .b(multiply_b),
        .product(multiply_product),
        .fits(multiply_fits)
    );
    core_products products_0(
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
    core_products products_1(
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
    core_products products_2(
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
        issued_d = issued_q;
        issued_d = issue & ~reset;
    end

    always @(*) begin
        operation_d = operation_q;
        wide_d = wide_q;
        x_d = x_q;
        x_is_d = x_is_q;
        y_d = y_q;
        y_is_d = y_is_q;
        lowest_d = lowest_q;
        highest_d = highest_q;
        condition_d = condition_q;
        conditional_d = conditional_q;
        target_d = target_q;
        if (issue) begin
            operation_d = opcode;
            wide_d = width;
            x_d = x_bits;
            x_is_d = x_tag;
            y_d = y_bits;
            y_is_d = y_tag;
            lowest_d = low;
            highest_d = high;
            condition_d = predicate;
            conditional_d = guarded;
            target_d = dst;
        end
    end

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
        issued_q <= issued_d;
        operation_q <= operation_d;
        wide_q <= wide_d;
        x_q <= x_d;
        x_is_q <= x_is_d;
        y_q <= y_d;
        y_is_q <= y_is_d;
        lowest_q <= lowest_d;
        highest_q <= highest_d;
        condition_q <= condition_d;
        conditional_q <= conditional_d;
        target_q <= target_d;
    end
endmodule

module core_registers (
    input wire clock,
    input wire write_0,
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [5:0] write_address_0,
    // verilator lint_on UNUSEDSIGNAL
    input wire [65:0] write_data_0,
    input wire [5:0] read_address_0,
    input wire [5:0] read_address_1,
    output reg [65:0] read_data_0,
    output reg [65:0] read_data_1
);
    reg [65:0] bank0 [0:63];

    always @(posedge clock) begin
        if (write_0) bank0[write_address_0[5:0]] <= write_data_0;
    end

    always @(*) begin
        case (read_address_0[0:0])
            default: read_data_0 = bank0[read_address_0[5:0]];
        endcase
    end

    always @(*) begin
        case (read_address_1[0:0])
            default: read_data_1 = bank0[read_address_1[5:0]];
        endcase
    end
endmodule

module core_chain (
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

    core_joins joins_0(
        .left(joins_0_left),
        .operand(joins_0_operand),
        .negate(joins_0_negate),
        .op(joins_0_op),
        .result(joins_0_result)
    );
    core_joins joins_1(
        .left(joins_1_left),
        .operand(joins_1_operand),
        .negate(joins_1_negate),
        .op(joins_1_op),
        .result(joins_1_result)
    );
    core_joins joins_2(
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

module core_fields (
    input wire clock,
    input wire reset,
    input wire write,
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [7:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [20:0] write_data,
    input wire read,
    input wire [7:0] read_address,
    input wire there,
    input wire [2:0] beat,
    input wire [639:0] window,
    input wire is_named,
    input wire is_null,
    output reg valid,
    output reg text_valid,
    output reg [65:0] data,
    output reg [127:0] text,
    output wire wrong
);
    wire layout_clock;
    wire layout_write;
    wire [7:0] layout_write_address;
    wire [20:0] layout_write_data;
    wire layout_read;
    wire [7:0] layout_read_address;
    wire [20:0] layout_read_data;
    wire cut_enable;
    wire [639:0] cut_window;
    wire [6:0] cut_start;
    wire [63:0] cut_low;
    wire [63:0] cut_high;
    wire check_clock;
    wire check_reset;
    wire check_enable;
    wire check_is_null;
    wire check_nullable;
    wire [1:0] check_type_class;
    wire [4:0] check_digits;
    wire [63:0] check_low;
    wire [63:0] check_high;
    wire check_wrong;

    // A word has 64 bits, not all of which a unit has a meaning for.
    // verilator lint_off UNUSEDSIGNAL
    wire [20:0] word;
    // verilator lint_on UNUSEDSIGNAL
    wire ends;
    reg is_text;
    reg is_negative;
    reg [63:0] part;
    wire [63:0] ones;
    wire [63:0] blanks;
    reg [63:0] low_mask;
    reg [63:0] high_mask;
    reg [63:0] number;
    reg [63:0] low;
    reg [63:0] high;

    core_layout layout(
        .clock(layout_clock),
        .write(layout_write),
        .write_address(layout_write_address),
        .write_data(layout_write_data),
        .read(layout_read),
        .read_address(layout_read_address),
        .read_data(layout_read_data)
    );
    core_cut cut(
        .enable(cut_enable),
        .window(cut_window),
        .start(cut_start),
        .low(cut_low),
        .high(cut_high)
    );
    core_check check(
        .clock(check_clock),
        .reset(check_reset),
        .enable(check_enable),
        .is_null(check_is_null),
        .nullable(check_nullable),
        .type_class(check_type_class),
        .digits(check_digits),
        .low(check_low),
        .high(check_high),
        .wrong(check_wrong)
    );

    assign layout_clock = clock;
    assign layout_write = write;
    assign layout_write_address = write_address;
    assign layout_write_data = write_data;
    assign layout_read = read;
    assign layout_read_address = read_address;
    assign word = layout_read_data;
    assign ends = there & is_named & (beat == 3'(word[8:7]));
    assign cut_enable = ends;
    assign cut_window = window;
    assign cut_start = word[6:0];
    assign blanks = 64'(538976288) | (64'(538976288) << 32);
    assign ones = 64'(0) - 1;

    always @(*) begin
        is_text = 1'b0;
        is_negative = 1'b0;
        part = 0;
        low_mask = 0;
        high_mask = 0;
        low = 0;
        high = 0;
        valid = 1'b0;
        text_valid = 1'b0;
        number = 0;
        data = 0;
        text = 0;
        if (ends) begin
            part = ones >> (6'(56) - (6'(word[11:9]) << 3));
            low_mask = part;
            if (word[12]) begin
                low_mask = ones;
                high_mask = part;
            end
            low = cut_low & low_mask;
            high = cut_high & high_mask;
            is_text = word[14:13] == 3;
            valid = ~is_text;
            text_valid = is_text;
            is_negative = low[63];
            if (word[11:9] == 0) begin
                is_negative = low[7];
            end
            if (word[11:9] == 1) begin
                is_negative = low[15];
            end
            if (word[11:9] == 3) begin
                is_negative = low[31];
            end
            if (~is_null & ~is_text) begin
                number = low;
                if (is_negative) begin
                    number = low | ~low_mask;
                end
            end
            data = 66'(number);
            if (is_null) begin
                data = 66'(1) << 64;
            end
            if (~is_null & is_text) begin
                low = low | (~low_mask & blanks);
                high = high | (~high_mask & blanks);
                text = 128'(low) | (128'(high) << 64);
            end
        end
    end

    assign check_clock = clock;
    assign check_reset = reset;
    assign check_enable = ends;
    assign check_is_null = is_null;
    assign check_nullable = word[20];
    assign check_type_class = word[14:13];
    assign check_digits = word[19:15];
    assign check_low = low;
    assign check_high = high;
    assign wrong = check_wrong;
endmodule

module core_groups (
    input wire [11:0] a,
    input wire [11:0] b,
    input wire [11:0] c,
    input wire [11:0] d,
    input wire [11:0] e,
    input wire [11:0] f,
    input wire [11:0] g,
    input wire [11:0] earlier,
    output wire [11:0] rank,
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

    wire [8:0] marks_0;
    wire [8:0] marks_1;
    wire [8:0] marks_2;
    wire [8:0] marks_3;
    wire [8:0] marks_4;
    wire [8:0] marks_5;
    wire [8:0] marks_6;

    core_lowest lowest(
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

    assign lowest_a = a;
    assign lowest_b = b;
    assign lowest_c = c;
    assign lowest_d = d;
    assign lowest_e = e;
    assign lowest_f = f;
    assign lowest_g = g;
    assign lowest_h = earlier;
    assign rank = lowest_rank;
    assign marks_0 = a[11:3];
    assign marks_1 = b[11:3];
    assign marks_2 = c[11:3];
    assign marks_3 = d[11:3];
    assign marks_4 = e[11:3];
    assign marks_5 = f[11:3];
    assign marks_6 = g[11:3];

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

module core_ports (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire [7:0] index,
    input wire [2:0] truth,
    output wire [11:0] rank
);
    reg [11:0] held_d;
    reg [11:0] held_q;


    always @(*) begin
        held_d = 0;
        if (valid & (truth != 1) & ~reset) begin
            held_d = (12'(index ^ 255) << 3) | 12'(truth) | 2048;
        end
    end

    assign rank = held_q;

    initial begin
        held_q = 0;
    end

    always @(posedge clock) begin
        held_q <= held_d;
    end
endmodule

module core_divider (
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
    reg issued_d;
    reg issued_q;
    reg [1:0] what_d;
    reg [1:0] what_q;
    reg [1:0] wide_d;
    reg [1:0] wide_q;
    reg [63:0] a_d;
    reg [63:0] a_q;
    reg [1:0] a_is_d;
    reg [1:0] a_is_q;
    reg [63:0] b_d;
    reg [63:0] b_q;
    reg [1:0] b_is_d;
    reg [1:0] b_is_q;
    reg [63:0] c_d;
    reg [63:0] c_q;
    reg [1:0] c_is_d;
    reg [1:0] c_is_q;
    reg [12:0] destination_d;
    reg [12:0] destination_q;
    reg divides_d;
    reg divides_q;
    reg [63:0] dividend_d;
    reg [63:0] dividend_q;
    reg [63:0] denominator_d;
    reg [63:0] denominator_q;
    reg [31:0] marks_d;
    reg [31:0] marks_q;
    reg multiplies_d;
    reg multiplies_q;
    reg [63:0] factor_d;
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
    reg scaled_d;
    reg scaled_q;
    reg [63:0] scaled_high_d;
    reg [63:0] scaled_high_q;
    reg [63:0] scaled_low_d;
    reg [63:0] scaled_low_q;
    reg [63:0] scaled_by_d;
    reg [63:0] scaled_by_q;
    reg [31:0] scaled_note_d;
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
    // Behind the last step nobody divides.
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
    // A note has room for more.
    // verilator lint_off UNUSEDSIGNAL
    wire [31:0] last_note;
    // verilator lint_on UNUSEDSIGNAL
    reg [63:0] size;
    reg [63:0] result;
    reg fits;

    core_product product(
        .clock(product_clock),
        .valid(product_valid),
        .a(product_a),
        .b(product_b),
        .whole(product_whole)
    );
    core_held held_0(
        .clock(held_0_clock),
        .reset(held_0_reset),
        .valid(held_0_valid),
        .divisor(held_0_divisor),
        .note(held_0_note),
        .valid_q(held_0_valid_q),
        .divisor_q(held_0_divisor_q),
        .note_q(held_0_note_q)
    );
    core_held held_1(
        .clock(held_1_clock),
        .reset(held_1_reset),
        .valid(held_1_valid),
        .divisor(held_1_divisor),
        .note(held_1_note),
        .valid_q(held_1_valid_q),
        .divisor_q(held_1_divisor_q),
        .note_q(held_1_note_q)
    );
    core_held held_2(
        .clock(held_2_clock),
        .reset(held_2_reset),
        .valid(held_2_valid),
        .divisor(held_2_divisor),
        .note(held_2_note),
        .valid_q(held_2_valid_q),
        .divisor_q(held_2_divisor_q),
        .note_q(held_2_note_q)
    );
    core_steps steps_0(
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
    core_steps steps_1(
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
    core_steps steps_2(
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
    core_steps steps_3(
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
    core_steps steps_4(
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
    core_steps steps_5(
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
    core_steps steps_6(
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
    core_steps steps_7(
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
    core_steps steps_8(
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
    core_steps steps_9(
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
    core_steps steps_10(
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
    core_steps steps_11(
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
    core_steps steps_12(
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
    core_steps steps_13(
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
    core_steps steps_14(
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
    core_steps steps_15(
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
    core_steps steps_16(
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
    core_steps steps_17(
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
    core_steps steps_18(
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
    core_steps steps_19(
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
    core_steps steps_20(
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
    core_steps steps_21(
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
    core_steps steps_22(
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
    core_steps steps_23(
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
    core_steps steps_24(
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
    core_steps steps_25(
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
    core_steps steps_26(
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
    core_steps steps_27(
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
    core_steps steps_28(
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
    core_steps steps_29(
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
    core_steps steps_30(
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
    core_steps steps_31(
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
        issued_d = issued_q;
        issued_d = issue & ~reset;
    end

    always @(*) begin
        what_d = what_q;
        wide_d = wide_q;
        a_d = a_q;
        a_is_d = a_is_q;
        b_d = b_q;
        b_is_d = b_is_q;
        c_d = c_q;
        c_is_d = c_is_q;
        destination_d = destination_q;
        if (issue) begin
            what_d = operation;
            wide_d = width;
            a_d = a_bits;
            a_is_d = a_tag;
            b_d = b_bits;
            b_is_d = b_tag;
            c_d = c_bits;
            c_is_d = c_tag;
            destination_d = dst;
        end
    end

    always @(*) begin
        divides_d = divides_q;
        divides_d = issued_q & (what_q != 2) & ~reset;
    end

    always @(*) begin
        dividend_d = dividend_q;
        denominator_d = denominator_q;
        marks_d = marks_q;
        factor_d = factor_q;
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
            dividend_d = a_size;
            denominator_d = b_size;
            factor_d = c_size;
            marks_d = noted;
        end
    end

    always @(*) begin
        multiplies_d = multiplies_q;
        multiplies_d = issued_q & (what_q == 2) & ~reset;
    end

    always @(*) begin
        scaled_d = scaled_q;
        scaled_d = held_2_valid_q & ~reset;
    end

    always @(*) begin
        scaled_high_d = scaled_high_q;
        scaled_low_d = scaled_low_q;
        scaled_by_d = scaled_by_q;
        scaled_note_d = scaled_note_q;
        half_added = 0;
        if (held_2_valid_q) begin
            half_added = product_whole + 128'(held_2_divisor_q[63:1]);
            scaled_high_d = half_added[127:64];
            scaled_low_d = half_added[63:0];
            scaled_by_d = held_2_divisor_q;
            scaled_note_d = held_2_note_q;
            if (half_added[127:64] >= held_2_divisor_q) begin
                scaled_note_d = held_2_note_q | (32'(1) << 24);
            end
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
        issued_q <= issued_d;
        what_q <= what_d;
        wide_q <= wide_d;
        a_q <= a_d;
        a_is_q <= a_is_d;
        b_q <= b_d;
        b_is_q <= b_is_d;
        c_q <= c_d;
        c_is_q <= c_is_d;
        destination_q <= destination_d;
        divides_q <= divides_d;
        dividend_q <= dividend_d;
        denominator_q <= denominator_d;
        marks_q <= marks_d;
        multiplies_q <= multiplies_d;
        factor_q <= factor_d;
        scaled_q <= scaled_d;
        scaled_high_q <= scaled_high_d;
        scaled_low_q <= scaled_low_d;
        scaled_by_q <= scaled_by_d;
        scaled_note_q <= scaled_note_d;
    end
endmodule

module core_lanes (
    input wire clock,
    input wire reset,
    input wire live,
    input wire [10:0] address,
    input wire [3:0] program_write,
    // Layout words have the longest addresses, 14 bits.
    // verilator lint_off UNUSEDSIGNAL
    input wire [10:0] program_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [63:0] program_data,
    output wire [9:0] x_slot,
    input wire [65:0] x_slot_data,
    output wire [9:0] y_slot,
    input wire [65:0] y_slot_data,
    output wire [10:0] predicate,
    input wire [2:0] predicate_data,
    output wire bus_valid,
    output wire [9:0] bus_slot,
    output wire [65:0] bus_data,
    output wire predicate_valid,
    output wire entry_valid,
    output wire [9:0] truth_address,
    output wire [2:0] truth
);
    wire operations_clock;
    wire operations_write;
    wire [10:0] operations_write_address;
    wire [63:0] operations_write_data;
    wire [10:0] operations_read_address;
    wire [63:0] operations_read_data;
    wire constants_x_clock;
    wire constants_x_write;
    wire [10:0] constants_x_write_address;
    wire [63:0] constants_x_write_data;
    wire [10:0] constants_x_read_address;
    wire [63:0] constants_x_read_data;
    wire constants_y_clock;
    wire constants_y_write;
    wire [10:0] constants_y_write_address;
    wire [63:0] constants_y_write_data;
    wire [10:0] constants_y_read_address;
    wire [63:0] constants_y_read_data;
    wire bounds_clock;
    wire bounds_write;
    wire [10:0] bounds_write_address;
    wire [63:0] bounds_write_data;
    wire [10:0] bounds_read_address;
    wire [63:0] bounds_read_data;
    wire registers_clock;
    wire registers_write_0;
    wire [5:0] registers_write_address_0;
    wire [65:0] registers_write_data_0;
    wire [5:0] registers_read_address_0;
    wire [5:0] registers_read_address_1;
    wire [65:0] registers_read_data_0;
    wire [65:0] registers_read_data_1;
    wire lane_clock;
    wire lane_reset;
    wire lane_issue;
    wire [3:0] lane_opcode;
    wire [1:0] lane_width;
    reg [63:0] lane_x_bits;
    reg [1:0] lane_x_tag;
    reg [63:0] lane_y_bits;
    reg [1:0] lane_y_tag;
    wire [63:0] lane_low;
    wire [63:0] lane_high;
    wire [2:0] lane_predicate;
    wire lane_guarded;
    wire [12:0] lane_dst;
    wire lane_value_valid;
    wire [63:0] lane_value_bits;
    wire [1:0] lane_value_tag;
    // A slot, the longest, has ten bits; a destination has room for more.
    // verilator lint_off UNUSEDSIGNAL
    wire [12:0] lane_value_dst;
    // verilator lint_on UNUSEDSIGNAL
    wire lane_truth_valid;
    wire [2:0] lane_truth;
    // A predicate of a lane has ten bits; a destination has room for more.
    // verilator lint_off UNUSEDSIGNAL
    wire [12:0] lane_truth_dst;
    // verilator lint_on UNUSEDSIGNAL
    reg published_d;
    reg published_q;
    reg [9:0] published_slot_d;
    reg [9:0] published_slot_q;
    reg [65:0] published_data_d;
    reg [65:0] published_data_q;

    // A word has 64 bits, not all of which a unit has a meaning for.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] word;
    // verilator lint_on UNUSEDSIGNAL
    wire [65:0] value_data;

    core_bounds operations(
        .clock(operations_clock),
        .write(operations_write),
        .write_address(operations_write_address),
        .write_data(operations_write_data),
        .read_address(operations_read_address),
        .read_data(operations_read_data)
    );
    core_bounds constants_x(
        .clock(constants_x_clock),
        .write(constants_x_write),
        .write_address(constants_x_write_address),
        .write_data(constants_x_write_data),
        .read_address(constants_x_read_address),
        .read_data(constants_x_read_data)
    );
    core_bounds constants_y(
        .clock(constants_y_clock),
        .write(constants_y_write),
        .write_address(constants_y_write_address),
        .write_data(constants_y_write_data),
        .read_address(constants_y_read_address),
        .read_data(constants_y_read_data)
    );
    core_bounds bounds(
        .clock(bounds_clock),
        .write(bounds_write),
        .write_address(bounds_write_address),
        .write_data(bounds_write_data),
        .read_address(bounds_read_address),
        .read_data(bounds_read_data)
    );
    core_registers registers(
        .clock(registers_clock),
        .write_0(registers_write_0),
        .write_address_0(registers_write_address_0),
        .write_data_0(registers_write_data_0),
        .read_address_0(registers_read_address_0),
        .read_address_1(registers_read_address_1),
        .read_data_0(registers_read_data_0),
        .read_data_1(registers_read_data_1)
    );
    core_lane lane(
        .clock(lane_clock),
        .reset(lane_reset),
        .issue(lane_issue),
        .opcode(lane_opcode),
        .width(lane_width),
        .x_bits(lane_x_bits),
        .x_tag(lane_x_tag),
        .y_bits(lane_y_bits),
        .y_tag(lane_y_tag),
        .low(lane_low),
        .high(lane_high),
        .predicate(lane_predicate),
        .guarded(lane_guarded),
        .dst(lane_dst),
        .value_valid(lane_value_valid),
        .value_bits(lane_value_bits),
        .value_tag(lane_value_tag),
        .value_dst(lane_value_dst),
        .truth_valid(lane_truth_valid),
        .truth(lane_truth),
        .truth_dst(lane_truth_dst)
    );

    always @(*) begin
        published_d = published_q;
        published_slot_d = published_slot_q;
        published_data_d = published_data_q;
        published_d = 1'b0;
        if (lane_value_valid & (lane_value_dst[1:0] == 0)) begin
            published_d = 1'b1;
            published_slot_d = lane_value_dst[11:2];
            published_data_d = value_data;
        end
        if (reset) begin
            published_d = 1'b0;
        end
    end

    assign operations_clock = clock;
    assign operations_read_address = address;
    assign operations_write = program_write[0];
    assign operations_write_address = program_address;
    assign operations_write_data = program_data;
    assign constants_x_clock = clock;
    assign constants_x_read_address = address;
    assign constants_x_write = program_write[1];
    assign constants_x_write_address = program_address;
    assign constants_x_write_data = program_data;
    assign constants_y_clock = clock;
    assign constants_y_read_address = address;
    assign constants_y_write = program_write[2];
    assign constants_y_write_address = program_address;
    assign constants_y_write_data = program_data;
    assign bounds_clock = clock;
    assign bounds_read_address = address;
    assign bounds_write = program_write[3];
    assign bounds_write_address = program_address;
    assign bounds_write_data = program_data;
    assign word = operations_read_data;
    assign x_slot = word[29:20];
    assign y_slot = word[42:33];
    assign predicate = word[56:46];
    assign registers_clock = clock;
    assign registers_read_address_0 = word[25:20];
    assign registers_read_address_1 = word[38:33];
    assign lane_clock = clock;
    assign lane_reset = reset;
    assign lane_issue = live & word[4];
    assign lane_opcode = word[3:0];
    assign lane_width = word[6:5];
    assign lane_dst = word[19:7];
    assign lane_predicate = predicate_data;
    assign lane_guarded = word[57];

    always @(*) begin
        lane_x_bits = constants_x_read_data;
        lane_x_tag = word[59:58];
        if (word[32:31] == 0) begin
            lane_x_bits = x_slot_data[63:0];
            lane_x_tag = x_slot_data[65:64];
        end
        if (word[32:31] == 1) begin
            lane_x_bits = registers_read_data_0[63:0];
            lane_x_tag = registers_read_data_0[65:64];
        end
    end

    always @(*) begin
        lane_y_bits = constants_y_read_data;
        lane_y_tag = word[61:60];
        if (word[45:44] == 0) begin
            lane_y_bits = y_slot_data[63:0];
            lane_y_tag = y_slot_data[65:64];
        end
        if (word[45:44] == 1) begin
            lane_y_bits = registers_read_data_1[63:0];
            lane_y_tag = registers_read_data_1[65:64];
        end
    end

    assign lane_low = constants_y_read_data;
    assign lane_high = bounds_read_data;
    assign value_data = 66'(lane_value_bits) | (66'(lane_value_tag) << 64);
    assign registers_write_0 = lane_value_valid & (lane_value_dst[1:0] == 1);
    assign registers_write_address_0 = lane_value_dst[7:2];
    assign registers_write_data_0 = value_data;
    assign bus_valid = published_q;
    assign bus_slot = published_slot_q;
    assign bus_data = published_data_q;
    assign predicate_valid = lane_truth_valid & (lane_truth_dst[1:0] == 2);
    assign entry_valid = lane_truth_valid & (lane_truth_dst[1:0] == 3);
    assign truth_address = lane_truth_dst[11:2];
    assign truth = lane_truth;

    initial begin
        published_q = 0;
        published_slot_q = 0;
        published_data_q = 0;
    end

    always @(posedge clock) begin
        published_q <= published_d;
        published_slot_q <= published_slot_d;
        published_data_q <= published_data_d;
    end
endmodule

module core_logic_units (
    input wire clock,
    input wire live,
    input wire [10:0] address,
    input wire program_write,
    // Layout words have the longest addresses, 14 bits.
    // verilator lint_off UNUSEDSIGNAL
    input wire [10:0] program_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [63:0] program_data,
    output wire [10:0] a,
    output wire [10:0] b,
    output wire [10:0] c,
    output wire [10:0] d,
    input wire [2:0] a_data,
    input wire [2:0] b_data,
    input wire [2:0] c_data,
    input wire [2:0] d_data,
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
    wire [2:0] chain_a;
    wire [2:0] chain_b;
    wire [2:0] chain_c;
    wire [2:0] chain_d;
    wire [10:0] chain_mode;
    wire [2:0] chain_result;

    // A word has 64 bits, not all of which a unit has a meaning for.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] word;
    // verilator lint_on UNUSEDSIGNAL

    core_bounds operations(
        .clock(operations_clock),
        .write(operations_write),
        .write_address(operations_write_address),
        .write_data(operations_write_data),
        .read_address(operations_read_address),
        .read_data(operations_read_data)
    );
    core_chain chain(
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
    assign chain_a = a_data;
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

module core_headers (
    input wire clock,
    input wire write,
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [7:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [16:0] write_data,
    input wire read,
    input wire [7:0] read_address,
    output reg [16:0] read_data
);
    reg [16:0] words [0:255];

    integer i;
    initial begin
        read_data = 0;
        for (i = 0; i < 256; i = i + 1) begin
            words[i] = 0;
        end
    end

    always @(posedge clock) begin
        if (read) begin
            read_data <= words[read_address];
        end
        if (write) begin
            words[write_address] <= write_data;
        end
    end
endmodule

module core_entries (
    input wire clock,
    input wire write,
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [7:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [63:0] write_data,
    input wire [7:0] read_address,
    output reg [63:0] read_data
);
    reg [63:0] words [0:255];

    always @(*) begin
        read_data = words[read_address];
    end

    always @(posedge clock) begin
        if (write) begin
            words[write_address] <= write_data;
        end
    end
endmodule

module core_divider_unit (
    input wire clock,
    input wire reset,
    input wire live,
    input wire [10:0] address,
    input wire [3:0] program_write,
    // Layout words have the longest addresses, 14 bits.
    // verilator lint_off UNUSEDSIGNAL
    input wire [10:0] program_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [63:0] program_data,
    output wire [9:0] a_slot,
    output wire [9:0] b_slot,
    output wire [9:0] c_slot,
    input wire [65:0] a_slot_data,
    input wire [65:0] b_slot_data,
    input wire [65:0] c_slot_data,
    output wire bus_valid,
    output wire [9:0] bus_slot,
    output wire [65:0] bus_data
);
    wire operations_clock;
    wire operations_write;
    wire [10:0] operations_write_address;
    wire [63:0] operations_write_data;
    wire [10:0] operations_read_address;
    wire [63:0] operations_read_data;
    wire constants_a_clock;
    wire constants_a_write;
    wire [10:0] constants_a_write_address;
    wire [63:0] constants_a_write_data;
    wire [10:0] constants_a_read_address;
    wire [63:0] constants_a_read_data;
    wire constants_b_clock;
    wire constants_b_write;
    wire [10:0] constants_b_write_address;
    wire [63:0] constants_b_write_data;
    wire [10:0] constants_b_read_address;
    wire [63:0] constants_b_read_data;
    wire constants_c_clock;
    wire constants_c_write;
    wire [10:0] constants_c_write_address;
    wire [63:0] constants_c_write_data;
    wire [10:0] constants_c_read_address;
    wire [63:0] constants_c_read_data;
    wire divider_clock;
    wire divider_reset;
    wire divider_issue;
    wire [1:0] divider_operation;
    wire [1:0] divider_width;
    reg [63:0] divider_a_bits;
    reg [1:0] divider_a_tag;
    reg [63:0] divider_b_bits;
    reg [1:0] divider_b_tag;
    reg [63:0] divider_c_bits;
    reg [1:0] divider_c_tag;
    wire [12:0] divider_dst;
    wire divider_valid;
    wire [63:0] divider_bits;
    wire [1:0] divider_tag;
    // A slot has ten bits; a destination has room for more.
    // verilator lint_off UNUSEDSIGNAL
    wire [12:0] divider_target;
    // verilator lint_on UNUSEDSIGNAL

    // A word has 64 bits, not all of which a unit has a meaning for.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] word;
    // verilator lint_on UNUSEDSIGNAL

    core_bounds operations(
        .clock(operations_clock),
        .write(operations_write),
        .write_address(operations_write_address),
        .write_data(operations_write_data),
        .read_address(operations_read_address),
        .read_data(operations_read_data)
    );
    core_bounds constants_a(
        .clock(constants_a_clock),
        .write(constants_a_write),
        .write_address(constants_a_write_address),
        .write_data(constants_a_write_data),
        .read_address(constants_a_read_address),
        .read_data(constants_a_read_data)
    );
    core_bounds constants_b(
        .clock(constants_b_clock),
        .write(constants_b_write),
        .write_address(constants_b_write_address),
        .write_data(constants_b_write_data),
        .read_address(constants_b_read_address),
        .read_data(constants_b_read_data)
    );
    core_bounds constants_c(
        .clock(constants_c_clock),
        .write(constants_c_write),
        .write_address(constants_c_write_address),
        .write_data(constants_c_write_data),
        .read_address(constants_c_read_address),
        .read_data(constants_c_read_data)
    );
    core_divider divider(
        .clock(divider_clock),
        .reset(divider_reset),
        .issue(divider_issue),
        .operation(divider_operation),
        .width(divider_width),
        .a_bits(divider_a_bits),
        .a_tag(divider_a_tag),
        .b_bits(divider_b_bits),
        .b_tag(divider_b_tag),
        .c_bits(divider_c_bits),
        .c_tag(divider_c_tag),
        .dst(divider_dst),
        .valid(divider_valid),
        .bits(divider_bits),
        .tag(divider_tag),
        .target(divider_target)
    );

    assign operations_clock = clock;
    assign operations_read_address = address;
    assign operations_write = program_write[0];
    assign operations_write_address = program_address;
    assign operations_write_data = program_data;
    assign constants_a_clock = clock;
    assign constants_a_read_address = address;
    assign constants_a_write = program_write[1];
    assign constants_a_write_address = program_address;
    assign constants_a_write_data = program_data;
    assign constants_b_clock = clock;
    assign constants_b_read_address = address;
    assign constants_b_write = program_write[2];
    assign constants_b_write_address = program_address;
    assign constants_b_write_data = program_data;
    assign constants_c_clock = clock;
    assign constants_c_read_address = address;
    assign constants_c_write = program_write[3];
    assign constants_c_write_address = program_address;
    assign constants_c_write_data = program_data;
    assign word = operations_read_data;
    assign a_slot = word[24:15];
    assign b_slot = word[35:26];
    assign c_slot = word[46:37];
    assign divider_clock = clock;
    assign divider_reset = reset;
    assign divider_issue = live & word[2];
    assign divider_operation = word[1:0];
    assign divider_width = word[4:3];
    assign divider_dst = 13'(word[14:5]);

    always @(*) begin
        divider_a_bits = a_slot_data[63:0];
        divider_a_tag = a_slot_data[65:64];
        if (word[25]) begin
            divider_a_bits = constants_a_read_data;
            divider_a_tag = word[49:48];
        end
    end

    always @(*) begin
        divider_b_bits = b_slot_data[63:0];
        divider_b_tag = b_slot_data[65:64];
        if (word[36]) begin
            divider_b_bits = constants_b_read_data;
            divider_b_tag = word[51:50];
        end
    end

    always @(*) begin
        divider_c_bits = c_slot_data[63:0];
        divider_c_tag = c_slot_data[65:64];
        if (word[47]) begin
            divider_c_bits = constants_c_read_data;
            divider_c_tag = word[53:52];
        end
    end

    assign bus_valid = divider_valid;
    assign bus_slot = divider_target[9:0];
    assign bus_data = 66'(divider_bits) | (66'(divider_tag) << 64);
endmodule

module core_egress (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire accept,
    input wire malformed,
    input wire [7:0] entry,
    input wire [2:0] outcome,
    input wire [127:0] failing,
    input wire [6:0] kind,
    input wire [15:0] session,
    input wire [31:0] sequence_number,
    output wire ready,
    output wire [511:0] m_axis_tdata,
    output wire m_axis_tvalid,
    input wire m_axis_tready
);
    reg full_d;
    reg full_q;
    reg [127:0] head_d;
    reg [127:0] head_q;
    reg [127:0] entries_d;
    reg [127:0] entries_q;

    reg [127:0] judged;


    always @(*) begin
        full_d = full_q;
        head_d = head_q;
        entries_d = entries_q;
        judged = 0;
        if (m_axis_tready) begin
            full_d = 1'b0;
        end
        if (valid) begin
            full_d = 1'b1;
            entries_d = 0;
            if (~malformed) begin
                judged = (128'(accept) << 71) | (128'(entry) << 73) | (128'(outcome) << 81);
                entries_d = failing;
            end
            head_d = 128'(sequence_number) | (128'(session) << 32) | (128'(kind) << 64) | (128'(malformed) << 72) | judged;
        end
        if (reset) begin
            full_d = 1'b0;
        end
    end

    assign ready = ~full_q | m_axis_tready;
    assign m_axis_tvalid = full_q;
    assign m_axis_tdata = 512'(head_q) | (512'(entries_q) << 128);

    initial begin
        full_q = 0;
        head_q = 0;
        entries_q = 0;
    end

    always @(posedge clock) begin
        full_q <= full_d;
        head_q <= head_d;
        entries_q <= entries_d;
    end
endmodule

module core_lane_predicates (
    input wire clock,
    input wire write_0,
    input wire write_1,
    input wire write_2,
    input wire write_3,
    input wire write_4,
    input wire write_5,
    input wire write_6,
    input wire write_7,
    input wire write_8,
    input wire write_9,
    input wire write_10,
    input wire write_11,
    input wire write_12,
    input wire write_13,
    input wire write_14,
    input wire write_15,
    input wire write_16,
    input wire write_17,
    input wire write_18,
    input wire write_19,
    input wire write_20,
    input wire write_21,
    input wire write_22,
    input wire write_23,
    input wire write_24,
    input wire write_25,
    input wire write_26,
    input wire write_27,
    input wire write_28,
    input wire write_29,
    input wire write_30,
    input wire write_31,
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_0,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_1,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_2,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_3,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_4,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_5,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_6,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_7,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_8,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_9,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_10,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_11,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_12,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_13,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_14,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_15,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_16,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_17,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_18,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_19,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_20,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_21,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_22,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_23,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_24,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_25,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_26,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_27,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_28,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_29,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_30,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_31,
    // verilator lint_on UNUSEDSIGNAL
    input wire [2:0] write_data_0,
    input wire [2:0] write_data_1,
    input wire [2:0] write_data_2,
    input wire [2:0] write_data_3,
    input wire [2:0] write_data_4,
    input wire [2:0] write_data_5,
    input wire [2:0] write_data_6,
    input wire [2:0] write_data_7,
    input wire [2:0] write_data_8,
    input wire [2:0] write_data_9,
    input wire [2:0] write_data_10,
    input wire [2:0] write_data_11,
    input wire [2:0] write_data_12,
    input wire [2:0] write_data_13,
    input wire [2:0] write_data_14,
    input wire [2:0] write_data_15,
    input wire [2:0] write_data_16,
    input wire [2:0] write_data_17,
    input wire [2:0] write_data_18,
    input wire [2:0] write_data_19,
    input wire [2:0] write_data_20,
    input wire [2:0] write_data_21,
    input wire [2:0] write_data_22,
    input wire [2:0] write_data_23,
    input wire [2:0] write_data_24,
    input wire [2:0] write_data_25,
    input wire [2:0] write_data_26,
    input wire [2:0] write_data_27,
    input wire [2:0] write_data_28,
    input wire [2:0] write_data_29,
    input wire [2:0] write_data_30,
    input wire [2:0] write_data_31,
    input wire [9:0] read_address_0,
    input wire [9:0] read_address_1,
    input wire [9:0] read_address_2,
    input wire [9:0] read_address_3,
    input wire [9:0] read_address_4,
    input wire [9:0] read_address_5,
    input wire [9:0] read_address_6,
    input wire [9:0] read_address_7,
    input wire [9:0] read_address_8,
    input wire [9:0] read_address_9,
    input wire [9:0] read_address_10,
    input wire [9:0] read_address_11,
    input wire [9:0] read_address_12,
    input wire [9:0] read_address_13,
    input wire [9:0] read_address_14,
    input wire [9:0] read_address_15,
    input wire [9:0] read_address_16,
    input wire [9:0] read_address_17,
    input wire [9:0] read_address_18,
    input wire [9:0] read_address_19,
    input wire [9:0] read_address_20,
    input wire [9:0] read_address_21,
    input wire [9:0] read_address_22,
    input wire [9:0] read_address_23,
    input wire [9:0] read_address_24,
    input wire [9:0] read_address_25,
    input wire [9:0] read_address_26,
    input wire [9:0] read_address_27,
    input wire [9:0] read_address_28,
    input wire [9:0] read_address_29,
    input wire [9:0] read_address_30,
    input wire [9:0] read_address_31,
    input wire [9:0] read_address_32,
    input wire [9:0] read_address_33,
    input wire [9:0] read_address_34,
    input wire [9:0] read_address_35,
    input wire [9:0] read_address_36,
    input wire [9:0] read_address_37,
    input wire [9:0] read_address_38,
    input wire [9:0] read_address_39,
    input wire [9:0] read_address_40,
    input wire [9:0] read_address_41,
    input wire [9:0] read_address_42,
    input wire [9:0] read_address_43,
    input wire [9:0] read_address_44,
    input wire [9:0] read_address_45,
    input wire [9:0] read_address_46,
    input wire [9:0] read_address_47,
    input wire [9:0] read_address_48,
    input wire [9:0] read_address_49,
    input wire [9:0] read_address_50,
    input wire [9:0] read_address_51,
    input wire [9:0] read_address_52,
    input wire [9:0] read_address_53,
    input wire [9:0] read_address_54,
    input wire [9:0] read_address_55,
    input wire [9:0] read_address_56,
    input wire [9:0] read_address_57,
    input wire [9:0] read_address_58,
    input wire [9:0] read_address_59,
    input wire [9:0] read_address_60,
    input wire [9:0] read_address_61,
    input wire [9:0] read_address_62,
    input wire [9:0] read_address_63,
    output reg [2:0] read_data_0,
    output reg [2:0] read_data_1,
    output reg [2:0] read_data_2,
    output reg [2:0] read_data_3,
    output reg [2:0] read_data_4,
    output reg [2:0] read_data_5,
    output reg [2:0] read_data_6,
    output reg [2:0] read_data_7,
    output reg [2:0] read_data_8,
    output reg [2:0] read_data_9,
    output reg [2:0] read_data_10,
    output reg [2:0] read_data_11,
    output reg [2:0] read_data_12,
    output reg [2:0] read_data_13,
    output reg [2:0] read_data_14,
    output reg [2:0] read_data_15,
    output reg [2:0] read_data_16,
    output reg [2:0] read_data_17,
    output reg [2:0] read_data_18,
    output reg [2:0] read_data_19,
    output reg [2:0] read_data_20,
    output reg [2:0] read_data_21,
    output reg [2:0] read_data_22,
    output reg [2:0] read_data_23,
    output reg [2:0] read_data_24,
    output reg [2:0] read_data_25,
    output reg [2:0] read_data_26,
    output reg [2:0] read_data_27,
    output reg [2:0] read_data_28,
    output reg [2:0] read_data_29,
    output reg [2:0] read_data_30,
    output reg [2:0] read_data_31,
    output reg [2:0] read_data_32,
    output reg [2:0] read_data_33,
    output reg [2:0] read_data_34,
    output reg [2:0] read_data_35,
    output reg [2:0] read_data_36,
    output reg [2:0] read_data_37,
    output reg [2:0] read_data_38,
    output reg [2:0] read_data_39,
    output reg [2:0] read_data_40,
    output reg [2:0] read_data_41,
    output reg [2:0] read_data_42,
    output reg [2:0] read_data_43,
    output reg [2:0] read_data_44,
    output reg [2:0] read_data_45,
    output reg [2:0] read_data_46,
    output reg [2:0] read_data_47,
    output reg [2:0] read_data_48,
    output reg [2:0] read_data_49,
    output reg [2:0] read_data_50,
    output reg [2:0] read_data_51,
    output reg [2:0] read_data_52,
    output reg [2:0] read_data_53,
    output reg [2:0] read_data_54,
    output reg [2:0] read_data_55,
    output reg [2:0] read_data_56,
    output reg [2:0] read_data_57,
    output reg [2:0] read_data_58,
    output reg [2:0] read_data_59,
    output reg [2:0] read_data_60,
    output reg [2:0] read_data_61,
    output reg [2:0] read_data_62,
    output reg [2:0] read_data_63
);
    reg [2:0] bank0 [0:31];
    reg [2:0] bank1 [0:31];
    reg [2:0] bank2 [0:31];
    reg [2:0] bank3 [0:31];
    reg [2:0] bank4 [0:31];
    reg [2:0] bank5 [0:31];
    reg [2:0] bank6 [0:31];
    reg [2:0] bank7 [0:31];
    reg [2:0] bank8 [0:31];
    reg [2:0] bank9 [0:31];
    reg [2:0] bank10 [0:31];
    reg [2:0] bank11 [0:31];
    reg [2:0] bank12 [0:31];
    reg [2:0] bank13 [0:31];
    reg [2:0] bank14 [0:31];
    reg [2:0] bank15 [0:31];
    reg [2:0] bank16 [0:31];
    reg [2:0] bank17 [0:31];
    reg [2:0] bank18 [0:31];
    reg [2:0] bank19 [0:31];
    reg [2:0] bank20 [0:31];
    reg [2:0] bank21 [0:31];
    reg [2:0] bank22 [0:31];
    reg [2:0] bank23 [0:31];
    reg [2:0] bank24 [0:31];
    reg [2:0] bank25 [0:31];
    reg [2:0] bank26 [0:31];
    reg [2:0] bank27 [0:31];
    reg [2:0] bank28 [0:31];
    reg [2:0] bank29 [0:31];
    reg [2:0] bank30 [0:31];
    reg [2:0] bank31 [0:31];

    always @(posedge clock) begin
        if (write_0) bank0[write_address_0[9:5]] <= write_data_0;
        if (write_1) bank1[write_address_1[9:5]] <= write_data_1;
        if (write_2) bank2[write_address_2[9:5]] <= write_data_2;
        if (write_3) bank3[write_address_3[9:5]] <= write_data_3;
        if (write_4) bank4[write_address_4[9:5]] <= write_data_4;
        if (write_5) bank5[write_address_5[9:5]] <= write_data_5;
        if (write_6) bank6[write_address_6[9:5]] <= write_data_6;
        if (write_7) bank7[write_address_7[9:5]] <= write_data_7;
        if (write_8) bank8[write_address_8[9:5]] <= write_data_8;
        if (write_9) bank9[write_address_9[9:5]] <= write_data_9;
        if (write_10) bank10[write_address_10[9:5]] <= write_data_10;
        if (write_11) bank11[write_address_11[9:5]] <= write_data_11;
        if (write_12) bank12[write_address_12[9:5]] <= write_data_12;
        if (write_13) bank13[write_address_13[9:5]] <= write_data_13;
        if (write_14) bank14[write_address_14[9:5]] <= write_data_14;
        if (write_15) bank15[write_address_15[9:5]] <= write_data_15;
        if (write_16) bank16[write_address_16[9:5]] <= write_data_16;
        if (write_17) bank17[write_address_17[9:5]] <= write_data_17;
        if (write_18) bank18[write_address_18[9:5]] <= write_data_18;
        if (write_19) bank19[write_address_19[9:5]] <= write_data_19;
        if (write_20) bank20[write_address_20[9:5]] <= write_data_20;
        if (write_21) bank21[write_address_21[9:5]] <= write_data_21;
        if (write_22) bank22[write_address_22[9:5]] <= write_data_22;
        if (write_23) bank23[write_address_23[9:5]] <= write_data_23;
        if (write_24) bank24[write_address_24[9:5]] <= write_data_24;
        if (write_25) bank25[write_address_25[9:5]] <= write_data_25;
        if (write_26) bank26[write_address_26[9:5]] <= write_data_26;
        if (write_27) bank27[write_address_27[9:5]] <= write_data_27;
        if (write_28) bank28[write_address_28[9:5]] <= write_data_28;
        if (write_29) bank29[write_address_29[9:5]] <= write_data_29;
        if (write_30) bank30[write_address_30[9:5]] <= write_data_30;
        if (write_31) bank31[write_address_31[9:5]] <= write_data_31;
    end

    always @(*) begin
        case (read_address_0[4:0])
            5'd0: read_data_0 = bank0[read_address_0[9:5]];
            5'd1: read_data_0 = bank1[read_address_0[9:5]];
            5'd2: read_data_0 = bank2[read_address_0[9:5]];
            5'd3: read_data_0 = bank3[read_address_0[9:5]];
            5'd4: read_data_0 = bank4[read_address_0[9:5]];
            5'd5: read_data_0 = bank5[read_address_0[9:5]];
            5'd6: read_data_0 = bank6[read_address_0[9:5]];
            5'd7: read_data_0 = bank7[read_address_0[9:5]];
            5'd8: read_data_0 = bank8[read_address_0[9:5]];
            5'd9: read_data_0 = bank9[read_address_0[9:5]];
            5'd10: read_data_0 = bank10[read_address_0[9:5]];
            5'd11: read_data_0 = bank11[read_address_0[9:5]];
            5'd12: read_data_0 = bank12[read_address_0[9:5]];
            5'd13: read_data_0 = bank13[read_address_0[9:5]];
            5'd14: read_data_0 = bank14[read_address_0[9:5]];
            5'd15: read_data_0 = bank15[read_address_0[9:5]];
            5'd16: read_data_0 = bank16[read_address_0[9:5]];
            5'd17: read_data_0 = bank17[read_address_0[9:5]];
            5'd18: read_data_0 = bank18[read_address_0[9:5]];
            5'd19: read_data_0 = bank19[read_address_0[9:5]];
            5'd20: read_data_0 = bank20[read_address_0[9:5]];
            5'd21: read_data_0 = bank21[read_address_0[9:5]];
            5'd22: read_data_0 = bank22[read_address_0[9:5]];
            5'd23: read_data_0 = bank23[read_address_0[9:5]];
            5'd24: read_data_0 = bank24[read_address_0[9:5]];
            5'd25: read_data_0 = bank25[read_address_0[9:5]];
            5'd26: read_data_0 = bank26[read_address_0[9:5]];
            5'd27: read_data_0 = bank27[read_address_0[9:5]];
            5'd28: read_data_0 = bank28[read_address_0[9:5]];
            5'd29: read_data_0 = bank29[read_address_0[9:5]];
            5'd30: read_data_0 = bank30[read_address_0[9:5]];
            default: read_data_0 = bank31[read_address_0[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_1[4:0])
            5'd0: read_data_1 = bank0[read_address_1[9:5]];
            5'd1: read_data_1 = bank1[read_address_1[9:5]];
            5'd2: read_data_1 = bank2[read_address_1[9:5]];
            5'd3: read_data_1 = bank3[read_address_1[9:5]];
            5'd4: read_data_1 = bank4[read_address_1[9:5]];
            5'd5: read_data_1 = bank5[read_address_1[9:5]];
            5'd6: read_data_1 = bank6[read_address_1[9:5]];
            5'd7: read_data_1 = bank7[read_address_1[9:5]];
            5'd8: read_data_1 = bank8[read_address_1[9:5]];
            5'd9: read_data_1 = bank9[read_address_1[9:5]];
            5'd10: read_data_1 = bank10[read_address_1[9:5]];
            5'd11: read_data_1 = bank11[read_address_1[9:5]];
            5'd12: read_data_1 = bank12[read_address_1[9:5]];
            5'd13: read_data_1 = bank13[read_address_1[9:5]];
            5'd14: read_data_1 = bank14[read_address_1[9:5]];
            5'd15: read_data_1 = bank15[read_address_1[9:5]];
            5'd16: read_data_1 = bank16[read_address_1[9:5]];
            5'd17: read_data_1 = bank17[read_address_1[9:5]];
            5'd18: read_data_1 = bank18[read_address_1[9:5]];
            5'd19: read_data_1 = bank19[read_address_1[9:5]];
            5'd20: read_data_1 = bank20[read_address_1[9:5]];
            5'd21: read_data_1 = bank21[read_address_1[9:5]];
            5'd22: read_data_1 = bank22[read_address_1[9:5]];
            5'd23: read_data_1 = bank23[read_address_1[9:5]];
            5'd24: read_data_1 = bank24[read_address_1[9:5]];
            5'd25: read_data_1 = bank25[read_address_1[9:5]];
            5'd26: read_data_1 = bank26[read_address_1[9:5]];
            5'd27: read_data_1 = bank27[read_address_1[9:5]];
            5'd28: read_data_1 = bank28[read_address_1[9:5]];
            5'd29: read_data_1 = bank29[read_address_1[9:5]];
            5'd30: read_data_1 = bank30[read_address_1[9:5]];
            default: read_data_1 = bank31[read_address_1[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_2[4:0])
            5'd0: read_data_2 = bank0[read_address_2[9:5]];
            5'd1: read_data_2 = bank1[read_address_2[9:5]];
            5'd2: read_data_2 = bank2[read_address_2[9:5]];
            5'd3: read_data_2 = bank3[read_address_2[9:5]];
            5'd4: read_data_2 = bank4[read_address_2[9:5]];
            5'd5: read_data_2 = bank5[read_address_2[9:5]];
            5'd6: read_data_2 = bank6[read_address_2[9:5]];
            5'd7: read_data_2 = bank7[read_address_2[9:5]];
            5'd8: read_data_2 = bank8[read_address_2[9:5]];
            5'd9: read_data_2 = bank9[read_address_2[9:5]];
            5'd10: read_data_2 = bank10[read_address_2[9:5]];
            5'd11: read_data_2 = bank11[read_address_2[9:5]];
            5'd12: read_data_2 = bank12[read_address_2[9:5]];
            5'd13: read_data_2 = bank13[read_address_2[9:5]];
            5'd14: read_data_2 = bank14[read_address_2[9:5]];
            5'd15: read_data_2 = bank15[read_address_2[9:5]];
            5'd16: read_data_2 = bank16[read_address_2[9:5]];
            5'd17: read_data_2 = bank17[read_address_2[9:5]];
            5'd18: read_data_2 = bank18[read_address_2[9:5]];
            5'd19: read_data_2 = bank19[read_address_2[9:5]];
            5'd20: read_data_2 = bank20[read_address_2[9:5]];
            5'd21: read_data_2 = bank21[read_address_2[9:5]];
            5'd22: read_data_2 = bank22[read_address_2[9:5]];
            5'd23: read_data_2 = bank23[read_address_2[9:5]];
            5'd24: read_data_2 = bank24[read_address_2[9:5]];
            5'd25: read_data_2 = bank25[read_address_2[9:5]];
            5'd26: read_data_2 = bank26[read_address_2[9:5]];
            5'd27: read_data_2 = bank27[read_address_2[9:5]];
            5'd28: read_data_2 = bank28[read_address_2[9:5]];
            5'd29: read_data_2 = bank29[read_address_2[9:5]];
            5'd30: read_data_2 = bank30[read_address_2[9:5]];
            default: read_data_2 = bank31[read_address_2[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_3[4:0])
            5'd0: read_data_3 = bank0[read_address_3[9:5]];
            5'd1: read_data_3 = bank1[read_address_3[9:5]];
            5'd2: read_data_3 = bank2[read_address_3[9:5]];
            5'd3: read_data_3 = bank3[read_address_3[9:5]];
            5'd4: read_data_3 = bank4[read_address_3[9:5]];
            5'd5: read_data_3 = bank5[read_address_3[9:5]];
            5'd6: read_data_3 = bank6[read_address_3[9:5]];
            5'd7: read_data_3 = bank7[read_address_3[9:5]];
            5'd8: read_data_3 = bank8[read_address_3[9:5]];
            5'd9: read_data_3 = bank9[read_address_3[9:5]];
            5'd10: read_data_3 = bank10[read_address_3[9:5]];
            5'd11: read_data_3 = bank11[read_address_3[9:5]];
            5'd12: read_data_3 = bank12[read_address_3[9:5]];
            5'd13: read_data_3 = bank13[read_address_3[9:5]];
            5'd14: read_data_3 = bank14[read_address_3[9:5]];
            5'd15: read_data_3 = bank15[read_address_3[9:5]];
            5'd16: read_data_3 = bank16[read_address_3[9:5]];
            5'd17: read_data_3 = bank17[read_address_3[9:5]];
            5'd18: read_data_3 = bank18[read_address_3[9:5]];
            5'd19: read_data_3 = bank19[read_address_3[9:5]];
            5'd20: read_data_3 = bank20[read_address_3[9:5]];
            5'd21: read_data_3 = bank21[read_address_3[9:5]];
            5'd22: read_data_3 = bank22[read_address_3[9:5]];
            5'd23: read_data_3 = bank23[read_address_3[9:5]];
            5'd24: read_data_3 = bank24[read_address_3[9:5]];
            5'd25: read_data_3 = bank25[read_address_3[9:5]];
            5'd26: read_data_3 = bank26[read_address_3[9:5]];
            5'd27: read_data_3 = bank27[read_address_3[9:5]];
            5'd28: read_data_3 = bank28[read_address_3[9:5]];
            5'd29: read_data_3 = bank29[read_address_3[9:5]];
            5'd30: read_data_3 = bank30[read_address_3[9:5]];
            default: read_data_3 = bank31[read_address_3[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_4[4:0])
            5'd0: read_data_4 = bank0[read_address_4[9:5]];
            5'd1: read_data_4 = bank1[read_address_4[9:5]];
            5'd2: read_data_4 = bank2[read_address_4[9:5]];
            5'd3: read_data_4 = bank3[read_address_4[9:5]];
            5'd4: read_data_4 = bank4[read_address_4[9:5]];
            5'd5: read_data_4 = bank5[read_address_4[9:5]];
            5'd6: read_data_4 = bank6[read_address_4[9:5]];
            5'd7: read_data_4 = bank7[read_address_4[9:5]];
            5'd8: read_data_4 = bank8[read_address_4[9:5]];
            5'd9: read_data_4 = bank9[read_address_4[9:5]];
            5'd10: read_data_4 = bank10[read_address_4[9:5]];
            5'd11: read_data_4 = bank11[read_address_4[9:5]];
            5'd12: read_data_4 = bank12[read_address_4[9:5]];
            5'd13: read_data_4 = bank13[read_address_4[9:5]];
            5'd14: read_data_4 = bank14[read_address_4[9:5]];
            5'd15: read_data_4 = bank15[read_address_4[9:5]];
            5'd16: read_data_4 = bank16[read_address_4[9:5]];
            5'd17: read_data_4 = bank17[read_address_4[9:5]];
            5'd18: read_data_4 = bank18[read_address_4[9:5]];
            5'd19: read_data_4 = bank19[read_address_4[9:5]];
            5'd20: read_data_4 = bank20[read_address_4[9:5]];
            5'd21: read_data_4 = bank21[read_address_4[9:5]];
            5'd22: read_data_4 = bank22[read_address_4[9:5]];
            5'd23: read_data_4 = bank23[read_address_4[9:5]];
            5'd24: read_data_4 = bank24[read_address_4[9:5]];
            5'd25: read_data_4 = bank25[read_address_4[9:5]];
            5'd26: read_data_4 = bank26[read_address_4[9:5]];
            5'd27: read_data_4 = bank27[read_address_4[9:5]];
            5'd28: read_data_4 = bank28[read_address_4[9:5]];
            5'd29: read_data_4 = bank29[read_address_4[9:5]];
            5'd30: read_data_4 = bank30[read_address_4[9:5]];
            default: read_data_4 = bank31[read_address_4[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_5[4:0])
            5'd0: read_data_5 = bank0[read_address_5[9:5]];
            5'd1: read_data_5 = bank1[read_address_5[9:5]];
            5'd2: read_data_5 = bank2[read_address_5[9:5]];
            5'd3: read_data_5 = bank3[read_address_5[9:5]];
            5'd4: read_data_5 = bank4[read_address_5[9:5]];
            5'd5: read_data_5 = bank5[read_address_5[9:5]];
            5'd6: read_data_5 = bank6[read_address_5[9:5]];
            5'd7: read_data_5 = bank7[read_address_5[9:5]];
            5'd8: read_data_5 = bank8[read_address_5[9:5]];
            5'd9: read_data_5 = bank9[read_address_5[9:5]];
            5'd10: read_data_5 = bank10[read_address_5[9:5]];
            5'd11: read_data_5 = bank11[read_address_5[9:5]];
            5'd12: read_data_5 = bank12[read_address_5[9:5]];
            5'd13: read_data_5 = bank13[read_address_5[9:5]];
            5'd14: read_data_5 = bank14[read_address_5[9:5]];
            5'd15: read_data_5 = bank15[read_address_5[9:5]];
            5'd16: read_data_5 = bank16[read_address_5[9:5]];
            5'd17: read_data_5 = bank17[read_address_5[9:5]];
            5'd18: read_data_5 = bank18[read_address_5[9:5]];
            5'd19: read_data_5 = bank19[read_address_5[9:5]];
            5'd20: read_data_5 = bank20[read_address_5[9:5]];
            5'd21: read_data_5 = bank21[read_address_5[9:5]];
            5'd22: read_data_5 = bank22[read_address_5[9:5]];
            5'd23: read_data_5 = bank23[read_address_5[9:5]];
            5'd24: read_data_5 = bank24[read_address_5[9:5]];
            5'd25: read_data_5 = bank25[read_address_5[9:5]];
            5'd26: read_data_5 = bank26[read_address_5[9:5]];
            5'd27: read_data_5 = bank27[read_address_5[9:5]];
            5'd28: read_data_5 = bank28[read_address_5[9:5]];
            5'd29: read_data_5 = bank29[read_address_5[9:5]];
            5'd30: read_data_5 = bank30[read_address_5[9:5]];
            default: read_data_5 = bank31[read_address_5[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_6[4:0])
            5'd0: read_data_6 = bank0[read_address_6[9:5]];
            5'd1: read_data_6 = bank1[read_address_6[9:5]];
            5'd2: read_data_6 = bank2[read_address_6[9:5]];
            5'd3: read_data_6 = bank3[read_address_6[9:5]];
            5'd4: read_data_6 = bank4[read_address_6[9:5]];
            5'd5: read_data_6 = bank5[read_address_6[9:5]];
            5'd6: read_data_6 = bank6[read_address_6[9:5]];
            5'd7: read_data_6 = bank7[read_address_6[9:5]];
            5'd8: read_data_6 = bank8[read_address_6[9:5]];
            5'd9: read_data_6 = bank9[read_address_6[9:5]];
            5'd10: read_data_6 = bank10[read_address_6[9:5]];
            5'd11: read_data_6 = bank11[read_address_6[9:5]];
            5'd12: read_data_6 = bank12[read_address_6[9:5]];
            5'd13: read_data_6 = bank13[read_address_6[9:5]];
            5'd14: read_data_6 = bank14[read_address_6[9:5]];
            5'd15: read_data_6 = bank15[read_address_6[9:5]];
            5'd16: read_data_6 = bank16[read_address_6[9:5]];
            5'd17: read_data_6 = bank17[read_address_6[9:5]];
            5'd18: read_data_6 = bank18[read_address_6[9:5]];
            5'd19: read_data_6 = bank19[read_address_6[9:5]];
            5'd20: read_data_6 = bank20[read_address_6[9:5]];
            5'd21: read_data_6 = bank21[read_address_6[9:5]];
            5'd22: read_data_6 = bank22[read_address_6[9:5]];
            5'd23: read_data_6 = bank23[read_address_6[9:5]];
            5'd24: read_data_6 = bank24[read_address_6[9:5]];
            5'd25: read_data_6 = bank25[read_address_6[9:5]];
            5'd26: read_data_6 = bank26[read_address_6[9:5]];
            5'd27: read_data_6 = bank27[read_address_6[9:5]];
            5'd28: read_data_6 = bank28[read_address_6[9:5]];
            5'd29: read_data_6 = bank29[read_address_6[9:5]];
            5'd30: read_data_6 = bank30[read_address_6[9:5]];
            default: read_data_6 = bank31[read_address_6[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_7[4:0])
            5'd0: read_data_7 = bank0[read_address_7[9:5]];
            5'd1: read_data_7 = bank1[read_address_7[9:5]];
            5'd2: read_data_7 = bank2[read_address_7[9:5]];
            5'd3: read_data_7 = bank3[read_address_7[9:5]];
            5'd4: read_data_7 = bank4[read_address_7[9:5]];
            5'd5: read_data_7 = bank5[read_address_7[9:5]];
            5'd6: read_data_7 = bank6[read_address_7[9:5]];
            5'd7: read_data_7 = bank7[read_address_7[9:5]];
            5'd8: read_data_7 = bank8[read_address_7[9:5]];
            5'd9: read_data_7 = bank9[read_address_7[9:5]];
            5'd10: read_data_7 = bank10[read_address_7[9:5]];
            5'd11: read_data_7 = bank11[read_address_7[9:5]];
            5'd12: read_data_7 = bank12[read_address_7[9:5]];
            5'd13: read_data_7 = bank13[read_address_7[9:5]];
            5'd14: read_data_7 = bank14[read_address_7[9:5]];
            5'd15: read_data_7 = bank15[read_address_7[9:5]];
            5'd16: read_data_7 = bank16[read_address_7[9:5]];
            5'd17: read_data_7 = bank17[read_address_7[9:5]];
            5'd18: read_data_7 = bank18[read_address_7[9:5]];
            5'd19: read_data_7 = bank19[read_address_7[9:5]];
            5'd20: read_data_7 = bank20[read_address_7[9:5]];
            5'd21: read_data_7 = bank21[read_address_7[9:5]];
            5'd22: read_data_7 = bank22[read_address_7[9:5]];
            5'd23: read_data_7 = bank23[read_address_7[9:5]];
            5'd24: read_data_7 = bank24[read_address_7[9:5]];
            5'd25: read_data_7 = bank25[read_address_7[9:5]];
            5'd26: read_data_7 = bank26[read_address_7[9:5]];
            5'd27: read_data_7 = bank27[read_address_7[9:5]];
            5'd28: read_data_7 = bank28[read_address_7[9:5]];
            5'd29: read_data_7 = bank29[read_address_7[9:5]];
            5'd30: read_data_7 = bank30[read_address_7[9:5]];
            default: read_data_7 = bank31[read_address_7[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_8[4:0])
            5'd0: read_data_8 = bank0[read_address_8[9:5]];
            5'd1: read_data_8 = bank1[read_address_8[9:5]];
            5'd2: read_data_8 = bank2[read_address_8[9:5]];
            5'd3: read_data_8 = bank3[read_address_8[9:5]];
            5'd4: read_data_8 = bank4[read_address_8[9:5]];
            5'd5: read_data_8 = bank5[read_address_8[9:5]];
            5'd6: read_data_8 = bank6[read_address_8[9:5]];
            5'd7: read_data_8 = bank7[read_address_8[9:5]];
            5'd8: read_data_8 = bank8[read_address_8[9:5]];
            5'd9: read_data_8 = bank9[read_address_8[9:5]];
            5'd10: read_data_8 = bank10[read_address_8[9:5]];
            5'd11: read_data_8 = bank11[read_address_8[9:5]];
            5'd12: read_data_8 = bank12[read_address_8[9:5]];
            5'd13: read_data_8 = bank13[read_address_8[9:5]];
            5'd14: read_data_8 = bank14[read_address_8[9:5]];
            5'd15: read_data_8 = bank15[read_address_8[9:5]];
            5'd16: read_data_8 = bank16[read_address_8[9:5]];
            5'd17: read_data_8 = bank17[read_address_8[9:5]];
            5'd18: read_data_8 = bank18[read_address_8[9:5]];
            5'd19: read_data_8 = bank19[read_address_8[9:5]];
            5'd20: read_data_8 = bank20[read_address_8[9:5]];
            5'd21: read_data_8 = bank21[read_address_8[9:5]];
            5'd22: read_data_8 = bank22[read_address_8[9:5]];
            5'd23: read_data_8 = bank23[read_address_8[9:5]];
            5'd24: read_data_8 = bank24[read_address_8[9:5]];
            5'd25: read_data_8 = bank25[read_address_8[9:5]];
            5'd26: read_data_8 = bank26[read_address_8[9:5]];
            5'd27: read_data_8 = bank27[read_address_8[9:5]];
            5'd28: read_data_8 = bank28[read_address_8[9:5]];
            5'd29: read_data_8 = bank29[read_address_8[9:5]];
            5'd30: read_data_8 = bank30[read_address_8[9:5]];
            default: read_data_8 = bank31[read_address_8[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_9[4:0])
            5'd0: read_data_9 = bank0[read_address_9[9:5]];
            5'd1: read_data_9 = bank1[read_address_9[9:5]];
            5'd2: read_data_9 = bank2[read_address_9[9:5]];
            5'd3: read_data_9 = bank3[read_address_9[9:5]];
            5'd4: read_data_9 = bank4[read_address_9[9:5]];
            5'd5: read_data_9 = bank5[read_address_9[9:5]];
            5'd6: read_data_9 = bank6[read_address_9[9:5]];
            5'd7: read_data_9 = bank7[read_address_9[9:5]];
            5'd8: read_data_9 = bank8[read_address_9[9:5]];
            5'd9: read_data_9 = bank9[read_address_9[9:5]];
            5'd10: read_data_9 = bank10[read_address_9[9:5]];
            5'd11: read_data_9 = bank11[read_address_9[9:5]];
            5'd12: read_data_9 = bank12[read_address_9[9:5]];
            5'd13: read_data_9 = bank13[read_address_9[9:5]];
            5'd14: read_data_9 = bank14[read_address_9[9:5]];
            5'd15: read_data_9 = bank15[read_address_9[9:5]];
            5'd16: read_data_9 = bank16[read_address_9[9:5]];
            5'd17: read_data_9 = bank17[read_address_9[9:5]];
            5'd18: read_data_9 = bank18[read_address_9[9:5]];
            5'd19: read_data_9 = bank19[read_address_9[9:5]];
            5'd20: read_data_9 = bank20[read_address_9[9:5]];
            5'd21: read_data_9 = bank21[read_address_9[9:5]];
            5'd22: read_data_9 = bank22[read_address_9[9:5]];
            5'd23: read_data_9 = bank23[read_address_9[9:5]];
            5'd24: read_data_9 = bank24[read_address_9[9:5]];
            5'd25: read_data_9 = bank25[read_address_9[9:5]];
            5'd26: read_data_9 = bank26[read_address_9[9:5]];
            5'd27: read_data_9 = bank27[read_address_9[9:5]];
            5'd28: read_data_9 = bank28[read_address_9[9:5]];
            5'd29: read_data_9 = bank29[read_address_9[9:5]];
            5'd30: read_data_9 = bank30[read_address_9[9:5]];
            default: read_data_9 = bank31[read_address_9[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_10[4:0])
            5'd0: read_data_10 = bank0[read_address_10[9:5]];
            5'd1: read_data_10 = bank1[read_address_10[9:5]];
            5'd2: read_data_10 = bank2[read_address_10[9:5]];
            5'd3: read_data_10 = bank3[read_address_10[9:5]];
            5'd4: read_data_10 = bank4[read_address_10[9:5]];
            5'd5: read_data_10 = bank5[read_address_10[9:5]];
            5'd6: read_data_10 = bank6[read_address_10[9:5]];
            5'd7: read_data_10 = bank7[read_address_10[9:5]];
            5'd8: read_data_10 = bank8[read_address_10[9:5]];
            5'd9: read_data_10 = bank9[read_address_10[9:5]];
            5'd10: read_data_10 = bank10[read_address_10[9:5]];
            5'd11: read_data_10 = bank11[read_address_10[9:5]];
            5'd12: read_data_10 = bank12[read_address_10[9:5]];
            5'd13: read_data_10 = bank13[read_address_10[9:5]];
            5'd14: read_data_10 = bank14[read_address_10[9:5]];
            5'd15: read_data_10 = bank15[read_address_10[9:5]];
            5'd16: read_data_10 = bank16[read_address_10[9:5]];
            5'd17: read_data_10 = bank17[read_address_10[9:5]];
            5'd18: read_data_10 = bank18[read_address_10[9:5]];
            5'd19: read_data_10 = bank19[read_address_10[9:5]];
            5'd20: read_data_10 = bank20[read_address_10[9:5]];
            5'd21: read_data_10 = bank21[read_address_10[9:5]];
            5'd22: read_data_10 = bank22[read_address_10[9:5]];
            5'd23: read_data_10 = bank23[read_address_10[9:5]];
            5'd24: read_data_10 = bank24[read_address_10[9:5]];
            5'd25: read_data_10 = bank25[read_address_10[9:5]];
            5'd26: read_data_10 = bank26[read_address_10[9:5]];
            5'd27: read_data_10 = bank27[read_address_10[9:5]];
            5'd28: read_data_10 = bank28[read_address_10[9:5]];
            5'd29: read_data_10 = bank29[read_address_10[9:5]];
            5'd30: read_data_10 = bank30[read_address_10[9:5]];
            default: read_data_10 = bank31[read_address_10[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_11[4:0])
            5'd0: read_data_11 = bank0[read_address_11[9:5]];
            5'd1: read_data_11 = bank1[read_address_11[9:5]];
            5'd2: read_data_11 = bank2[read_address_11[9:5]];
            5'd3: read_data_11 = bank3[read_address_11[9:5]];
            5'd4: read_data_11 = bank4[read_address_11[9:5]];
            5'd5: read_data_11 = bank5[read_address_11[9:5]];
            5'd6: read_data_11 = bank6[read_address_11[9:5]];
            5'd7: read_data_11 = bank7[read_address_11[9:5]];
            5'd8: read_data_11 = bank8[read_address_11[9:5]];
            5'd9: read_data_11 = bank9[read_address_11[9:5]];
            5'd10: read_data_11 = bank10[read_address_11[9:5]];
            5'd11: read_data_11 = bank11[read_address_11[9:5]];
            5'd12: read_data_11 = bank12[read_address_11[9:5]];
            5'd13: read_data_11 = bank13[read_address_11[9:5]];
            5'd14: read_data_11 = bank14[read_address_11[9:5]];
            5'd15: read_data_11 = bank15[read_address_11[9:5]];
            5'd16: read_data_11 = bank16[read_address_11[9:5]];
            5'd17: read_data_11 = bank17[read_address_11[9:5]];
            5'd18: read_data_11 = bank18[read_address_11[9:5]];
            5'd19: read_data_11 = bank19[read_address_11[9:5]];
            5'd20: read_data_11 = bank20[read_address_11[9:5]];
            5'd21: read_data_11 = bank21[read_address_11[9:5]];
            5'd22: read_data_11 = bank22[read_address_11[9:5]];
            5'd23: read_data_11 = bank23[read_address_11[9:5]];
            5'd24: read_data_11 = bank24[read_address_11[9:5]];
            5'd25: read_data_11 = bank25[read_address_11[9:5]];
            5'd26: read_data_11 = bank26[read_address_11[9:5]];
            5'd27: read_data_11 = bank27[read_address_11[9:5]];
            5'd28: read_data_11 = bank28[read_address_11[9:5]];
            5'd29: read_data_11 = bank29[read_address_11[9:5]];
            5'd30: read_data_11 = bank30[read_address_11[9:5]];
            default: read_data_11 = bank31[read_address_11[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_12[4:0])
            5'd0: read_data_12 = bank0[read_address_12[9:5]];
            5'd1: read_data_12 = bank1[read_address_12[9:5]];
            5'd2: read_data_12 = bank2[read_address_12[9:5]];
            5'd3: read_data_12 = bank3[read_address_12[9:5]];
            5'd4: read_data_12 = bank4[read_address_12[9:5]];
            5'd5: read_data_12 = bank5[read_address_12[9:5]];
            5'd6: read_data_12 = bank6[read_address_12[9:5]];
            5'd7: read_data_12 = bank7[read_address_12[9:5]];
            5'd8: read_data_12 = bank8[read_address_12[9:5]];
            5'd9: read_data_12 = bank9[read_address_12[9:5]];
            5'd10: read_data_12 = bank10[read_address_12[9:5]];
            5'd11: read_data_12 = bank11[read_address_12[9:5]];
            5'd12: read_data_12 = bank12[read_address_12[9:5]];
            5'd13: read_data_12 = bank13[read_address_12[9:5]];
            5'd14: read_data_12 = bank14[read_address_12[9:5]];
            5'd15: read_data_12 = bank15[read_address_12[9:5]];
            5'd16: read_data_12 = bank16[read_address_12[9:5]];
            5'd17: read_data_12 = bank17[read_address_12[9:5]];
            5'd18: read_data_12 = bank18[read_address_12[9:5]];
            5'd19: read_data_12 = bank19[read_address_12[9:5]];
            5'd20: read_data_12 = bank20[read_address_12[9:5]];
            5'd21: read_data_12 = bank21[read_address_12[9:5]];
            5'd22: read_data_12 = bank22[read_address_12[9:5]];
            5'd23: read_data_12 = bank23[read_address_12[9:5]];
            5'd24: read_data_12 = bank24[read_address_12[9:5]];
            5'd25: read_data_12 = bank25[read_address_12[9:5]];
            5'd26: read_data_12 = bank26[read_address_12[9:5]];
            5'd27: read_data_12 = bank27[read_address_12[9:5]];
            5'd28: read_data_12 = bank28[read_address_12[9:5]];
            5'd29: read_data_12 = bank29[read_address_12[9:5]];
            5'd30: read_data_12 = bank30[read_address_12[9:5]];
            default: read_data_12 = bank31[read_address_12[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_13[4:0])
            5'd0: read_data_13 = bank0[read_address_13[9:5]];
            5'd1: read_data_13 = bank1[read_address_13[9:5]];
            5'd2: read_data_13 = bank2[read_address_13[9:5]];
            5'd3: read_data_13 = bank3[read_address_13[9:5]];
            5'd4: read_data_13 = bank4[read_address_13[9:5]];
            5'd5: read_data_13 = bank5[read_address_13[9:5]];
            5'd6: read_data_13 = bank6[read_address_13[9:5]];
            5'd7: read_data_13 = bank7[read_address_13[9:5]];
            5'd8: read_data_13 = bank8[read_address_13[9:5]];
            5'd9: read_data_13 = bank9[read_address_13[9:5]];
            5'd10: read_data_13 = bank10[read_address_13[9:5]];
            5'd11: read_data_13 = bank11[read_address_13[9:5]];
            5'd12: read_data_13 = bank12[read_address_13[9:5]];
            5'd13: read_data_13 = bank13[read_address_13[9:5]];
            5'd14: read_data_13 = bank14[read_address_13[9:5]];
            5'd15: read_data_13 = bank15[read_address_13[9:5]];
            5'd16: read_data_13 = bank16[read_address_13[9:5]];
            5'd17: read_data_13 = bank17[read_address_13[9:5]];
            5'd18: read_data_13 = bank18[read_address_13[9:5]];
            5'd19: read_data_13 = bank19[read_address_13[9:5]];
            5'd20: read_data_13 = bank20[read_address_13[9:5]];
            5'd21: read_data_13 = bank21[read_address_13[9:5]];
            5'd22: read_data_13 = bank22[read_address_13[9:5]];
            5'd23: read_data_13 = bank23[read_address_13[9:5]];
            5'd24: read_data_13 = bank24[read_address_13[9:5]];
            5'd25: read_data_13 = bank25[read_address_13[9:5]];
            5'd26: read_data_13 = bank26[read_address_13[9:5]];
            5'd27: read_data_13 = bank27[read_address_13[9:5]];
            5'd28: read_data_13 = bank28[read_address_13[9:5]];
            5'd29: read_data_13 = bank29[read_address_13[9:5]];
            5'd30: read_data_13 = bank30[read_address_13[9:5]];
            default: read_data_13 = bank31[read_address_13[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_14[4:0])
            5'd0: read_data_14 = bank0[read_address_14[9:5]];
            5'd1: read_data_14 = bank1[read_address_14[9:5]];
            5'd2: read_data_14 = bank2[read_address_14[9:5]];
            5'd3: read_data_14 = bank3[read_address_14[9:5]];
            5'd4: read_data_14 = bank4[read_address_14[9:5]];
            5'd5: read_data_14 = bank5[read_address_14[9:5]];
            5'd6: read_data_14 = bank6[read_address_14[9:5]];
            5'd7: read_data_14 = bank7[read_address_14[9:5]];
            5'd8: read_data_14 = bank8[read_address_14[9:5]];
            5'd9: read_data_14 = bank9[read_address_14[9:5]];
            5'd10: read_data_14 = bank10[read_address_14[9:5]];
            5'd11: read_data_14 = bank11[read_address_14[9:5]];
            5'd12: read_data_14 = bank12[read_address_14[9:5]];
            5'd13: read_data_14 = bank13[read_address_14[9:5]];
            5'd14: read_data_14 = bank14[read_address_14[9:5]];
            5'd15: read_data_14 = bank15[read_address_14[9:5]];
            5'd16: read_data_14 = bank16[read_address_14[9:5]];
            5'd17: read_data_14 = bank17[read_address_14[9:5]];
            5'd18: read_data_14 = bank18[read_address_14[9:5]];
            5'd19: read_data_14 = bank19[read_address_14[9:5]];
            5'd20: read_data_14 = bank20[read_address_14[9:5]];
            5'd21: read_data_14 = bank21[read_address_14[9:5]];
            5'd22: read_data_14 = bank22[read_address_14[9:5]];
            5'd23: read_data_14 = bank23[read_address_14[9:5]];
            5'd24: read_data_14 = bank24[read_address_14[9:5]];
            5'd25: read_data_14 = bank25[read_address_14[9:5]];
            5'd26: read_data_14 = bank26[read_address_14[9:5]];
            5'd27: read_data_14 = bank27[read_address_14[9:5]];
            5'd28: read_data_14 = bank28[read_address_14[9:5]];
            5'd29: read_data_14 = bank29[read_address_14[9:5]];
            5'd30: read_data_14 = bank30[read_address_14[9:5]];
            default: read_data_14 = bank31[read_address_14[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_15[4:0])
            5'd0: read_data_15 = bank0[read_address_15[9:5]];
            5'd1: read_data_15 = bank1[read_address_15[9:5]];
            5'd2: read_data_15 = bank2[read_address_15[9:5]];
            5'd3: read_data_15 = bank3[read_address_15[9:5]];
            5'd4: read_data_15 = bank4[read_address_15[9:5]];
            5'd5: read_data_15 = bank5[read_address_15[9:5]];
            5'd6: read_data_15 = bank6[read_address_15[9:5]];
            5'd7: read_data_15 = bank7[read_address_15[9:5]];
            5'd8: read_data_15 = bank8[read_address_15[9:5]];
            5'd9: read_data_15 = bank9[read_address_15[9:5]];
            5'd10: read_data_15 = bank10[read_address_15[9:5]];
            5'd11: read_data_15 = bank11[read_address_15[9:5]];
            5'd12: read_data_15 = bank12[read_address_15[9:5]];
            5'd13: read_data_15 = bank13[read_address_15[9:5]];
            5'd14: read_data_15 = bank14[read_address_15[9:5]];
            5'd15: read_data_15 = bank15[read_address_15[9:5]];
            5'd16: read_data_15 = bank16[read_address_15[9:5]];
            5'd17: read_data_15 = bank17[read_address_15[9:5]];
            5'd18: read_data_15 = bank18[read_address_15[9:5]];
            5'd19: read_data_15 = bank19[read_address_15[9:5]];
            5'd20: read_data_15 = bank20[read_address_15[9:5]];
            5'd21: read_data_15 = bank21[read_address_15[9:5]];
            5'd22: read_data_15 = bank22[read_address_15[9:5]];
            5'd23: read_data_15 = bank23[read_address_15[9:5]];
            5'd24: read_data_15 = bank24[read_address_15[9:5]];
            5'd25: read_data_15 = bank25[read_address_15[9:5]];
            5'd26: read_data_15 = bank26[read_address_15[9:5]];
            5'd27: read_data_15 = bank27[read_address_15[9:5]];
            5'd28: read_data_15 = bank28[read_address_15[9:5]];
            5'd29: read_data_15 = bank29[read_address_15[9:5]];
            5'd30: read_data_15 = bank30[read_address_15[9:5]];
            default: read_data_15 = bank31[read_address_15[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_16[4:0])
            5'd0: read_data_16 = bank0[read_address_16[9:5]];
            5'd1: read_data_16 = bank1[read_address_16[9:5]];
            5'd2: read_data_16 = bank2[read_address_16[9:5]];
            5'd3: read_data_16 = bank3[read_address_16[9:5]];
            5'd4: read_data_16 = bank4[read_address_16[9:5]];
            5'd5: read_data_16 = bank5[read_address_16[9:5]];
            5'd6: read_data_16 = bank6[read_address_16[9:5]];
            5'd7: read_data_16 = bank7[read_address_16[9:5]];
            5'd8: read_data_16 = bank8[read_address_16[9:5]];
            5'd9: read_data_16 = bank9[read_address_16[9:5]];
            5'd10: read_data_16 = bank10[read_address_16[9:5]];
            5'd11: read_data_16 = bank11[read_address_16[9:5]];
            5'd12: read_data_16 = bank12[read_address_16[9:5]];
            5'd13: read_data_16 = bank13[read_address_16[9:5]];
            5'd14: read_data_16 = bank14[read_address_16[9:5]];
            5'd15: read_data_16 = bank15[read_address_16[9:5]];
            5'd16: read_data_16 = bank16[read_address_16[9:5]];
            5'd17: read_data_16 = bank17[read_address_16[9:5]];
            5'd18: read_data_16 = bank18[read_address_16[9:5]];
            5'd19: read_data_16 = bank19[read_address_16[9:5]];
            5'd20: read_data_16 = bank20[read_address_16[9:5]];
            5'd21: read_data_16 = bank21[read_address_16[9:5]];
            5'd22: read_data_16 = bank22[read_address_16[9:5]];
            5'd23: read_data_16 = bank23[read_address_16[9:5]];
            5'd24: read_data_16 = bank24[read_address_16[9:5]];
            5'd25: read_data_16 = bank25[read_address_16[9:5]];
            5'd26: read_data_16 = bank26[read_address_16[9:5]];
            5'd27: read_data_16 = bank27[read_address_16[9:5]];
            5'd28: read_data_16 = bank28[read_address_16[9:5]];
            5'd29: read_data_16 = bank29[read_address_16[9:5]];
            5'd30: read_data_16 = bank30[read_address_16[9:5]];
            default: read_data_16 = bank31[read_address_16[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_17[4:0])
            5'd0: read_data_17 = bank0[read_address_17[9:5]];
            5'd1: read_data_17 = bank1[read_address_17[9:5]];
            5'd2: read_data_17 = bank2[read_address_17[9:5]];
            5'd3: read_data_17 = bank3[read_address_17[9:5]];
            5'd4: read_data_17 = bank4[read_address_17[9:5]];
            5'd5: read_data_17 = bank5[read_address_17[9:5]];
            5'd6: read_data_17 = bank6[read_address_17[9:5]];
            5'd7: read_data_17 = bank7[read_address_17[9:5]];
            5'd8: read_data_17 = bank8[read_address_17[9:5]];
            5'd9: read_data_17 = bank9[read_address_17[9:5]];
            5'd10: read_data_17 = bank10[read_address_17[9:5]];
            5'd11: read_data_17 = bank11[read_address_17[9:5]];
            5'd12: read_data_17 = bank12[read_address_17[9:5]];
            5'd13: read_data_17 = bank13[read_address_17[9:5]];
            5'd14: read_data_17 = bank14[read_address_17[9:5]];
            5'd15: read_data_17 = bank15[read_address_17[9:5]];
            5'd16: read_data_17 = bank16[read_address_17[9:5]];
            5'd17: read_data_17 = bank17[read_address_17[9:5]];
            5'd18: read_data_17 = bank18[read_address_17[9:5]];
            5'd19: read_data_17 = bank19[read_address_17[9:5]];
            5'd20: read_data_17 = bank20[read_address_17[9:5]];
            5'd21: read_data_17 = bank21[read_address_17[9:5]];
            5'd22: read_data_17 = bank22[read_address_17[9:5]];
            5'd23: read_data_17 = bank23[read_address_17[9:5]];
            5'd24: read_data_17 = bank24[read_address_17[9:5]];
            5'd25: read_data_17 = bank25[read_address_17[9:5]];
            5'd26: read_data_17 = bank26[read_address_17[9:5]];
            5'd27: read_data_17 = bank27[read_address_17[9:5]];
            5'd28: read_data_17 = bank28[read_address_17[9:5]];
            5'd29: read_data_17 = bank29[read_address_17[9:5]];
            5'd30: read_data_17 = bank30[read_address_17[9:5]];
            default: read_data_17 = bank31[read_address_17[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_18[4:0])
            5'd0: read_data_18 = bank0[read_address_18[9:5]];
            5'd1: read_data_18 = bank1[read_address_18[9:5]];
            5'd2: read_data_18 = bank2[read_address_18[9:5]];
            5'd3: read_data_18 = bank3[read_address_18[9:5]];
            5'd4: read_data_18 = bank4[read_address_18[9:5]];
            5'd5: read_data_18 = bank5[read_address_18[9:5]];
            5'd6: read_data_18 = bank6[read_address_18[9:5]];
            5'd7: read_data_18 = bank7[read_address_18[9:5]];
            5'd8: read_data_18 = bank8[read_address_18[9:5]];
            5'd9: read_data_18 = bank9[read_address_18[9:5]];
            5'd10: read_data_18 = bank10[read_address_18[9:5]];
            5'd11: read_data_18 = bank11[read_address_18[9:5]];
            5'd12: read_data_18 = bank12[read_address_18[9:5]];
            5'd13: read_data_18 = bank13[read_address_18[9:5]];
            5'd14: read_data_18 = bank14[read_address_18[9:5]];
            5'd15: read_data_18 = bank15[read_address_18[9:5]];
            5'd16: read_data_18 = bank16[read_address_18[9:5]];
            5'd17: read_data_18 = bank17[read_address_18[9:5]];
            5'd18: read_data_18 = bank18[read_address_18[9:5]];
            5'd19: read_data_18 = bank19[read_address_18[9:5]];
            5'd20: read_data_18 = bank20[read_address_18[9:5]];
            5'd21: read_data_18 = bank21[read_address_18[9:5]];
            5'd22: read_data_18 = bank22[read_address_18[9:5]];
            5'd23: read_data_18 = bank23[read_address_18[9:5]];
            5'd24: read_data_18 = bank24[read_address_18[9:5]];
            5'd25: read_data_18 = bank25[read_address_18[9:5]];
            5'd26: read_data_18 = bank26[read_address_18[9:5]];
            5'd27: read_data_18 = bank27[read_address_18[9:5]];
            5'd28: read_data_18 = bank28[read_address_18[9:5]];
            5'd29: read_data_18 = bank29[read_address_18[9:5]];
            5'd30: read_data_18 = bank30[read_address_18[9:5]];
            default: read_data_18 = bank31[read_address_18[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_19[4:0])
            5'd0: read_data_19 = bank0[read_address_19[9:5]];
            5'd1: read_data_19 = bank1[read_address_19[9:5]];
            5'd2: read_data_19 = bank2[read_address_19[9:5]];
            5'd3: read_data_19 = bank3[read_address_19[9:5]];
            5'd4: read_data_19 = bank4[read_address_19[9:5]];
            5'd5: read_data_19 = bank5[read_address_19[9:5]];
            5'd6: read_data_19 = bank6[read_address_19[9:5]];
            5'd7: read_data_19 = bank7[read_address_19[9:5]];
            5'd8: read_data_19 = bank8[read_address_19[9:5]];
            5'd9: read_data_19 = bank9[read_address_19[9:5]];
            5'd10: read_data_19 = bank10[read_address_19[9:5]];
            5'd11: read_data_19 = bank11[read_address_19[9:5]];
            5'd12: read_data_19 = bank12[read_address_19[9:5]];
            5'd13: read_data_19 = bank13[read_address_19[9:5]];
            5'd14: read_data_19 = bank14[read_address_19[9:5]];
            5'd15: read_data_19 = bank15[read_address_19[9:5]];
            5'd16: read_data_19 = bank16[read_address_19[9:5]];
            5'd17: read_data_19 = bank17[read_address_19[9:5]];
            5'd18: read_data_19 = bank18[read_address_19[9:5]];
            5'd19: read_data_19 = bank19[read_address_19[9:5]];
            5'd20: read_data_19 = bank20[read_address_19[9:5]];
            5'd21: read_data_19 = bank21[read_address_19[9:5]];
            5'd22: read_data_19 = bank22[read_address_19[9:5]];
            5'd23: read_data_19 = bank23[read_address_19[9:5]];
            5'd24: read_data_19 = bank24[read_address_19[9:5]];
            5'd25: read_data_19 = bank25[read_address_19[9:5]];
            5'd26: read_data_19 = bank26[read_address_19[9:5]];
            5'd27: read_data_19 = bank27[read_address_19[9:5]];
            5'd28: read_data_19 = bank28[read_address_19[9:5]];
            5'd29: read_data_19 = bank29[read_address_19[9:5]];
            5'd30: read_data_19 = bank30[read_address_19[9:5]];
            default: read_data_19 = bank31[read_address_19[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_20[4:0])
            5'd0: read_data_20 = bank0[read_address_20[9:5]];
            5'd1: read_data_20 = bank1[read_address_20[9:5]];
            5'd2: read_data_20 = bank2[read_address_20[9:5]];
            5'd3: read_data_20 = bank3[read_address_20[9:5]];
            5'd4: read_data_20 = bank4[read_address_20[9:5]];
            5'd5: read_data_20 = bank5[read_address_20[9:5]];
            5'd6: read_data_20 = bank6[read_address_20[9:5]];
            5'd7: read_data_20 = bank7[read_address_20[9:5]];
            5'd8: read_data_20 = bank8[read_address_20[9:5]];
            5'd9: read_data_20 = bank9[read_address_20[9:5]];
            5'd10: read_data_20 = bank10[read_address_20[9:5]];
            5'd11: read_data_20 = bank11[read_address_20[9:5]];
            5'd12: read_data_20 = bank12[read_address_20[9:5]];
            5'd13: read_data_20 = bank13[read_address_20[9:5]];
            5'd14: read_data_20 = bank14[read_address_20[9:5]];
            5'd15: read_data_20 = bank15[read_address_20[9:5]];
            5'd16: read_data_20 = bank16[read_address_20[9:5]];
            5'd17: read_data_20 = bank17[read_address_20[9:5]];
            5'd18: read_data_20 = bank18[read_address_20[9:5]];
            5'd19: read_data_20 = bank19[read_address_20[9:5]];
            5'd20: read_data_20 = bank20[read_address_20[9:5]];
            5'd21: read_data_20 = bank21[read_address_20[9:5]];
            5'd22: read_data_20 = bank22[read_address_20[9:5]];
            5'd23: read_data_20 = bank23[read_address_20[9:5]];
            5'd24: read_data_20 = bank24[read_address_20[9:5]];
            5'd25: read_data_20 = bank25[read_address_20[9:5]];
            5'd26: read_data_20 = bank26[read_address_20[9:5]];
            5'd27: read_data_20 = bank27[read_address_20[9:5]];
            5'd28: read_data_20 = bank28[read_address_20[9:5]];
            5'd29: read_data_20 = bank29[read_address_20[9:5]];
            5'd30: read_data_20 = bank30[read_address_20[9:5]];
            default: read_data_20 = bank31[read_address_20[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_21[4:0])
            5'd0: read_data_21 = bank0[read_address_21[9:5]];
            5'd1: read_data_21 = bank1[read_address_21[9:5]];
            5'd2: read_data_21 = bank2[read_address_21[9:5]];
            5'd3: read_data_21 = bank3[read_address_21[9:5]];
            5'd4: read_data_21 = bank4[read_address_21[9:5]];
            5'd5: read_data_21 = bank5[read_address_21[9:5]];
            5'd6: read_data_21 = bank6[read_address_21[9:5]];
            5'd7: read_data_21 = bank7[read_address_21[9:5]];
            5'd8: read_data_21 = bank8[read_address_21[9:5]];
            5'd9: read_data_21 = bank9[read_address_21[9:5]];
            5'd10: read_data_21 = bank10[read_address_21[9:5]];
            5'd11: read_data_21 = bank11[read_address_21[9:5]];
            5'd12: read_data_21 = bank12[read_address_21[9:5]];
            5'd13: read_data_21 = bank13[read_address_21[9:5]];
            5'd14: read_data_21 = bank14[read_address_21[9:5]];
            5'd15: read_data_21 = bank15[read_address_21[9:5]];
            5'd16: read_data_21 = bank16[read_address_21[9:5]];
            5'd17: read_data_21 = bank17[read_address_21[9:5]];
            5'd18: read_data_21 = bank18[read_address_21[9:5]];
            5'd19: read_data_21 = bank19[read_address_21[9:5]];
            5'd20: read_data_21 = bank20[read_address_21[9:5]];
            5'd21: read_data_21 = bank21[read_address_21[9:5]];
            5'd22: read_data_21 = bank22[read_address_21[9:5]];
            5'd23: read_data_21 = bank23[read_address_21[9:5]];
            5'd24: read_data_21 = bank24[read_address_21[9:5]];
            5'd25: read_data_21 = bank25[read_address_21[9:5]];
            5'd26: read_data_21 = bank26[read_address_21[9:5]];
            5'd27: read_data_21 = bank27[read_address_21[9:5]];
            5'd28: read_data_21 = bank28[read_address_21[9:5]];
            5'd29: read_data_21 = bank29[read_address_21[9:5]];
            5'd30: read_data_21 = bank30[read_address_21[9:5]];
            default: read_data_21 = bank31[read_address_21[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_22[4:0])
            5'd0: read_data_22 = bank0[read_address_22[9:5]];
            5'd1: read_data_22 = bank1[read_address_22[9:5]];
            5'd2: read_data_22 = bank2[read_address_22[9:5]];
            5'd3: read_data_22 = bank3[read_address_22[9:5]];
            5'd4: read_data_22 = bank4[read_address_22[9:5]];
            5'd5: read_data_22 = bank5[read_address_22[9:5]];
            5'd6: read_data_22 = bank6[read_address_22[9:5]];
            5'd7: read_data_22 = bank7[read_address_22[9:5]];
            5'd8: read_data_22 = bank8[read_address_22[9:5]];
            5'd9: read_data_22 = bank9[read_address_22[9:5]];
            5'd10: read_data_22 = bank10[read_address_22[9:5]];
            5'd11: read_data_22 = bank11[read_address_22[9:5]];
            5'd12: read_data_22 = bank12[read_address_22[9:5]];
            5'd13: read_data_22 = bank13[read_address_22[9:5]];
            5'd14: read_data_22 = bank14[read_address_22[9:5]];
            5'd15: read_data_22 = bank15[read_address_22[9:5]];
            5'd16: read_data_22 = bank16[read_address_22[9:5]];
            5'd17: read_data_22 = bank17[read_address_22[9:5]];
            5'd18: read_data_22 = bank18[read_address_22[9:5]];
            5'd19: read_data_22 = bank19[read_address_22[9:5]];
            5'd20: read_data_22 = bank20[read_address_22[9:5]];
            5'd21: read_data_22 = bank21[read_address_22[9:5]];
            5'd22: read_data_22 = bank22[read_address_22[9:5]];
            5'd23: read_data_22 = bank23[read_address_22[9:5]];
            5'd24: read_data_22 = bank24[read_address_22[9:5]];
            5'd25: read_data_22 = bank25[read_address_22[9:5]];
            5'd26: read_data_22 = bank26[read_address_22[9:5]];
            5'd27: read_data_22 = bank27[read_address_22[9:5]];
            5'd28: read_data_22 = bank28[read_address_22[9:5]];
            5'd29: read_data_22 = bank29[read_address_22[9:5]];
            5'd30: read_data_22 = bank30[read_address_22[9:5]];
            default: read_data_22 = bank31[read_address_22[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_23[4:0])
            5'd0: read_data_23 = bank0[read_address_23[9:5]];
            5'd1: read_data_23 = bank1[read_address_23[9:5]];
            5'd2: read_data_23 = bank2[read_address_23[9:5]];
            5'd3: read_data_23 = bank3[read_address_23[9:5]];
            5'd4: read_data_23 = bank4[read_address_23[9:5]];
            5'd5: read_data_23 = bank5[read_address_23[9:5]];
            5'd6: read_data_23 = bank6[read_address_23[9:5]];
            5'd7: read_data_23 = bank7[read_address_23[9:5]];
            5'd8: read_data_23 = bank8[read_address_23[9:5]];
            5'd9: read_data_23 = bank9[read_address_23[9:5]];
            5'd10: read_data_23 = bank10[read_address_23[9:5]];
            5'd11: read_data_23 = bank11[read_address_23[9:5]];
            5'd12: read_data_23 = bank12[read_address_23[9:5]];
            5'd13: read_data_23 = bank13[read_address_23[9:5]];
            5'd14: read_data_23 = bank14[read_address_23[9:5]];
            5'd15: read_data_23 = bank15[read_address_23[9:5]];
            5'd16: read_data_23 = bank16[read_address_23[9:5]];
            5'd17: read_data_23 = bank17[read_address_23[9:5]];
            5'd18: read_data_23 = bank18[read_address_23[9:5]];
            5'd19: read_data_23 = bank19[read_address_23[9:5]];
            5'd20: read_data_23 = bank20[read_address_23[9:5]];
            5'd21: read_data_23 = bank21[read_address_23[9:5]];
            5'd22: read_data_23 = bank22[read_address_23[9:5]];
            5'd23: read_data_23 = bank23[read_address_23[9:5]];
            5'd24: read_data_23 = bank24[read_address_23[9:5]];
            5'd25: read_data_23 = bank25[read_address_23[9:5]];
            5'd26: read_data_23 = bank26[read_address_23[9:5]];
            5'd27: read_data_23 = bank27[read_address_23[9:5]];
            5'd28: read_data_23 = bank28[read_address_23[9:5]];
            5'd29: read_data_23 = bank29[read_address_23[9:5]];
            5'd30: read_data_23 = bank30[read_address_23[9:5]];
            default: read_data_23 = bank31[read_address_23[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_24[4:0])
            5'd0: read_data_24 = bank0[read_address_24[9:5]];
            5'd1: read_data_24 = bank1[read_address_24[9:5]];
            5'd2: read_data_24 = bank2[read_address_24[9:5]];
            5'd3: read_data_24 = bank3[read_address_24[9:5]];
            5'd4: read_data_24 = bank4[read_address_24[9:5]];
            5'd5: read_data_24 = bank5[read_address_24[9:5]];
            5'd6: read_data_24 = bank6[read_address_24[9:5]];
            5'd7: read_data_24 = bank7[read_address_24[9:5]];
            5'd8: read_data_24 = bank8[read_address_24[9:5]];
            5'd9: read_data_24 = bank9[read_address_24[9:5]];
            5'd10: read_data_24 = bank10[read_address_24[9:5]];
            5'd11: read_data_24 = bank11[read_address_24[9:5]];
            5'd12: read_data_24 = bank12[read_address_24[9:5]];
            5'd13: read_data_24 = bank13[read_address_24[9:5]];
            5'd14: read_data_24 = bank14[read_address_24[9:5]];
            5'd15: read_data_24 = bank15[read_address_24[9:5]];
            5'd16: read_data_24 = bank16[read_address_24[9:5]];
            5'd17: read_data_24 = bank17[read_address_24[9:5]];
            5'd18: read_data_24 = bank18[read_address_24[9:5]];
            5'd19: read_data_24 = bank19[read_address_24[9:5]];
            5'd20: read_data_24 = bank20[read_address_24[9:5]];
            5'd21: read_data_24 = bank21[read_address_24[9:5]];
            5'd22: read_data_24 = bank22[read_address_24[9:5]];
            5'd23: read_data_24 = bank23[read_address_24[9:5]];
            5'd24: read_data_24 = bank24[read_address_24[9:5]];
            5'd25: read_data_24 = bank25[read_address_24[9:5]];
            5'd26: read_data_24 = bank26[read_address_24[9:5]];
            5'd27: read_data_24 = bank27[read_address_24[9:5]];
            5'd28: read_data_24 = bank28[read_address_24[9:5]];
            5'd29: read_data_24 = bank29[read_address_24[9:5]];
            5'd30: read_data_24 = bank30[read_address_24[9:5]];
            default: read_data_24 = bank31[read_address_24[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_25[4:0])
            5'd0: read_data_25 = bank0[read_address_25[9:5]];
            5'd1: read_data_25 = bank1[read_address_25[9:5]];
            5'd2: read_data_25 = bank2[read_address_25[9:5]];
            5'd3: read_data_25 = bank3[read_address_25[9:5]];
            5'd4: read_data_25 = bank4[read_address_25[9:5]];
            5'd5: read_data_25 = bank5[read_address_25[9:5]];
            5'd6: read_data_25 = bank6[read_address_25[9:5]];
            5'd7: read_data_25 = bank7[read_address_25[9:5]];
            5'd8: read_data_25 = bank8[read_address_25[9:5]];
            5'd9: read_data_25 = bank9[read_address_25[9:5]];
            5'd10: read_data_25 = bank10[read_address_25[9:5]];
            5'd11: read_data_25 = bank11[read_address_25[9:5]];
            5'd12: read_data_25 = bank12[read_address_25[9:5]];
            5'd13: read_data_25 = bank13[read_address_25[9:5]];
            5'd14: read_data_25 = bank14[read_address_25[9:5]];
            5'd15: read_data_25 = bank15[read_address_25[9:5]];
            5'd16: read_data_25 = bank16[read_address_25[9:5]];
            5'd17: read_data_25 = bank17[read_address_25[9:5]];
            5'd18: read_data_25 = bank18[read_address_25[9:5]];
            5'd19: read_data_25 = bank19[read_address_25[9:5]];
            5'd20: read_data_25 = bank20[read_address_25[9:5]];
            5'd21: read_data_25 = bank21[read_address_25[9:5]];
            5'd22: read_data_25 = bank22[read_address_25[9:5]];
            5'd23: read_data_25 = bank23[read_address_25[9:5]];
            5'd24: read_data_25 = bank24[read_address_25[9:5]];
            5'd25: read_data_25 = bank25[read_address_25[9:5]];
            5'd26: read_data_25 = bank26[read_address_25[9:5]];
            5'd27: read_data_25 = bank27[read_address_25[9:5]];
            5'd28: read_data_25 = bank28[read_address_25[9:5]];
            5'd29: read_data_25 = bank29[read_address_25[9:5]];
            5'd30: read_data_25 = bank30[read_address_25[9:5]];
            default: read_data_25 = bank31[read_address_25[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_26[4:0])
            5'd0: read_data_26 = bank0[read_address_26[9:5]];
            5'd1: read_data_26 = bank1[read_address_26[9:5]];
            5'd2: read_data_26 = bank2[read_address_26[9:5]];
            5'd3: read_data_26 = bank3[read_address_26[9:5]];
            5'd4: read_data_26 = bank4[read_address_26[9:5]];
            5'd5: read_data_26 = bank5[read_address_26[9:5]];
            5'd6: read_data_26 = bank6[read_address_26[9:5]];
            5'd7: read_data_26 = bank7[read_address_26[9:5]];
            5'd8: read_data_26 = bank8[read_address_26[9:5]];
            5'd9: read_data_26 = bank9[read_address_26[9:5]];
            5'd10: read_data_26 = bank10[read_address_26[9:5]];
            5'd11: read_data_26 = bank11[read_address_26[9:5]];
            5'd12: read_data_26 = bank12[read_address_26[9:5]];
            5'd13: read_data_26 = bank13[read_address_26[9:5]];
            5'd14: read_data_26 = bank14[read_address_26[9:5]];
            5'd15: read_data_26 = bank15[read_address_26[9:5]];
            5'd16: read_data_26 = bank16[read_address_26[9:5]];
            5'd17: read_data_26 = bank17[read_address_26[9:5]];
            5'd18: read_data_26 = bank18[read_address_26[9:5]];
            5'd19: read_data_26 = bank19[read_address_26[9:5]];
            5'd20: read_data_26 = bank20[read_address_26[9:5]];
            5'd21: read_data_26 = bank21[read_address_26[9:5]];
            5'd22: read_data_26 = bank22[read_address_26[9:5]];
            5'd23: read_data_26 = bank23[read_address_26[9:5]];
            5'd24: read_data_26 = bank24[read_address_26[9:5]];
            5'd25: read_data_26 = bank25[read_address_26[9:5]];
            5'd26: read_data_26 = bank26[read_address_26[9:5]];
            5'd27: read_data_26 = bank27[read_address_26[9:5]];
            5'd28: read_data_26 = bank28[read_address_26[9:5]];
            5'd29: read_data_26 = bank29[read_address_26[9:5]];
            5'd30: read_data_26 = bank30[read_address_26[9:5]];
            default: read_data_26 = bank31[read_address_26[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_27[4:0])
            5'd0: read_data_27 = bank0[read_address_27[9:5]];
            5'd1: read_data_27 = bank1[read_address_27[9:5]];
            5'd2: read_data_27 = bank2[read_address_27[9:5]];
            5'd3: read_data_27 = bank3[read_address_27[9:5]];
            5'd4: read_data_27 = bank4[read_address_27[9:5]];
            5'd5: read_data_27 = bank5[read_address_27[9:5]];
            5'd6: read_data_27 = bank6[read_address_27[9:5]];
            5'd7: read_data_27 = bank7[read_address_27[9:5]];
            5'd8: read_data_27 = bank8[read_address_27[9:5]];
            5'd9: read_data_27 = bank9[read_address_27[9:5]];
            5'd10: read_data_27 = bank10[read_address_27[9:5]];
            5'd11: read_data_27 = bank11[read_address_27[9:5]];
            5'd12: read_data_27 = bank12[read_address_27[9:5]];
            5'd13: read_data_27 = bank13[read_address_27[9:5]];
            5'd14: read_data_27 = bank14[read_address_27[9:5]];
            5'd15: read_data_27 = bank15[read_address_27[9:5]];
            5'd16: read_data_27 = bank16[read_address_27[9:5]];
            5'd17: read_data_27 = bank17[read_address_27[9:5]];
            5'd18: read_data_27 = bank18[read_address_27[9:5]];
            5'd19: read_data_27 = bank19[read_address_27[9:5]];
            5'd20: read_data_27 = bank20[read_address_27[9:5]];
            5'd21: read_data_27 = bank21[read_address_27[9:5]];
            5'd22: read_data_27 = bank22[read_address_27[9:5]];
            5'd23: read_data_27 = bank23[read_address_27[9:5]];
            5'd24: read_data_27 = bank24[read_address_27[9:5]];
            5'd25: read_data_27 = bank25[read_address_27[9:5]];
            5'd26: read_data_27 = bank26[read_address_27[9:5]];
            5'd27: read_data_27 = bank27[read_address_27[9:5]];
            5'd28: read_data_27 = bank28[read_address_27[9:5]];
            5'd29: read_data_27 = bank29[read_address_27[9:5]];
            5'd30: read_data_27 = bank30[read_address_27[9:5]];
            default: read_data_27 = bank31[read_address_27[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_28[4:0])
            5'd0: read_data_28 = bank0[read_address_28[9:5]];
            5'd1: read_data_28 = bank1[read_address_28[9:5]];
            5'd2: read_data_28 = bank2[read_address_28[9:5]];
            5'd3: read_data_28 = bank3[read_address_28[9:5]];
            5'd4: read_data_28 = bank4[read_address_28[9:5]];
            5'd5: read_data_28 = bank5[read_address_28[9:5]];
            5'd6: read_data_28 = bank6[read_address_28[9:5]];
            5'd7: read_data_28 = bank7[read_address_28[9:5]];
            5'd8: read_data_28 = bank8[read_address_28[9:5]];
            5'd9: read_data_28 = bank9[read_address_28[9:5]];
            5'd10: read_data_28 = bank10[read_address_28[9:5]];
            5'd11: read_data_28 = bank11[read_address_28[9:5]];
            5'd12: read_data_28 = bank12[read_address_28[9:5]];
            5'd13: read_data_28 = bank13[read_address_28[9:5]];
            5'd14: read_data_28 = bank14[read_address_28[9:5]];
            5'd15: read_data_28 = bank15[read_address_28[9:5]];
            5'd16: read_data_28 = bank16[read_address_28[9:5]];
            5'd17: read_data_28 = bank17[read_address_28[9:5]];
            5'd18: read_data_28 = bank18[read_address_28[9:5]];
            5'd19: read_data_28 = bank19[read_address_28[9:5]];
            5'd20: read_data_28 = bank20[read_address_28[9:5]];
            5'd21: read_data_28 = bank21[read_address_28[9:5]];
            5'd22: read_data_28 = bank22[read_address_28[9:5]];
            5'd23: read_data_28 = bank23[read_address_28[9:5]];
            5'd24: read_data_28 = bank24[read_address_28[9:5]];
            5'd25: read_data_28 = bank25[read_address_28[9:5]];
            5'd26: read_data_28 = bank26[read_address_28[9:5]];
            5'd27: read_data_28 = bank27[read_address_28[9:5]];
            5'd28: read_data_28 = bank28[read_address_28[9:5]];
            5'd29: read_data_28 = bank29[read_address_28[9:5]];
            5'd30: read_data_28 = bank30[read_address_28[9:5]];
            default: read_data_28 = bank31[read_address_28[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_29[4:0])
            5'd0: read_data_29 = bank0[read_address_29[9:5]];
            5'd1: read_data_29 = bank1[read_address_29[9:5]];
            5'd2: read_data_29 = bank2[read_address_29[9:5]];
            5'd3: read_data_29 = bank3[read_address_29[9:5]];
            5'd4: read_data_29 = bank4[read_address_29[9:5]];
            5'd5: read_data_29 = bank5[read_address_29[9:5]];
            5'd6: read_data_29 = bank6[read_address_29[9:5]];
            5'd7: read_data_29 = bank7[read_address_29[9:5]];
            5'd8: read_data_29 = bank8[read_address_29[9:5]];
            5'd9: read_data_29 = bank9[read_address_29[9:5]];
            5'd10: read_data_29 = bank10[read_address_29[9:5]];
            5'd11: read_data_29 = bank11[read_address_29[9:5]];
            5'd12: read_data_29 = bank12[read_address_29[9:5]];
            5'd13: read_data_29 = bank13[read_address_29[9:5]];
            5'd14: read_data_29 = bank14[read_address_29[9:5]];
            5'd15: read_data_29 = bank15[read_address_29[9:5]];
            5'd16: read_data_29 = bank16[read_address_29[9:5]];
            5'd17: read_data_29 = bank17[read_address_29[9:5]];
            5'd18: read_data_29 = bank18[read_address_29[9:5]];
            5'd19: read_data_29 = bank19[read_address_29[9:5]];
            5'd20: read_data_29 = bank20[read_address_29[9:5]];
            5'd21: read_data_29 = bank21[read_address_29[9:5]];
            5'd22: read_data_29 = bank22[read_address_29[9:5]];
            5'd23: read_data_29 = bank23[read_address_29[9:5]];
            5'd24: read_data_29 = bank24[read_address_29[9:5]];
            5'd25: read_data_29 = bank25[read_address_29[9:5]];
            5'd26: read_data_29 = bank26[read_address_29[9:5]];
            5'd27: read_data_29 = bank27[read_address_29[9:5]];
            5'd28: read_data_29 = bank28[read_address_29[9:5]];
            5'd29: read_data_29 = bank29[read_address_29[9:5]];
            5'd30: read_data_29 = bank30[read_address_29[9:5]];
            default: read_data_29 = bank31[read_address_29[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_30[4:0])
            5'd0: read_data_30 = bank0[read_address_30[9:5]];
            5'd1: read_data_30 = bank1[read_address_30[9:5]];
            5'd2: read_data_30 = bank2[read_address_30[9:5]];
            5'd3: read_data_30 = bank3[read_address_30[9:5]];
            5'd4: read_data_30 = bank4[read_address_30[9:5]];
            5'd5: read_data_30 = bank5[read_address_30[9:5]];
            5'd6: read_data_30 = bank6[read_address_30[9:5]];
            5'd7: read_data_30 = bank7[read_address_30[9:5]];
            5'd8: read_data_30 = bank8[read_address_30[9:5]];
            5'd9: read_data_30 = bank9[read_address_30[9:5]];
            5'd10: read_data_30 = bank10[read_address_30[9:5]];
            5'd11: read_data_30 = bank11[read_address_30[9:5]];
            5'd12: read_data_30 = bank12[read_address_30[9:5]];
            5'd13: read_data_30 = bank13[read_address_30[9:5]];
            5'd14: read_data_30 = bank14[read_address_30[9:5]];
            5'd15: read_data_30 = bank15[read_address_30[9:5]];
            5'd16: read_data_30 = bank16[read_address_30[9:5]];
            5'd17: read_data_30 = bank17[read_address_30[9:5]];
            5'd18: read_data_30 = bank18[read_address_30[9:5]];
            5'd19: read_data_30 = bank19[read_address_30[9:5]];
            5'd20: read_data_30 = bank20[read_address_30[9:5]];
            5'd21: read_data_30 = bank21[read_address_30[9:5]];
            5'd22: read_data_30 = bank22[read_address_30[9:5]];
            5'd23: read_data_30 = bank23[read_address_30[9:5]];
            5'd24: read_data_30 = bank24[read_address_30[9:5]];
            5'd25: read_data_30 = bank25[read_address_30[9:5]];
            5'd26: read_data_30 = bank26[read_address_30[9:5]];
            5'd27: read_data_30 = bank27[read_address_30[9:5]];
            5'd28: read_data_30 = bank28[read_address_30[9:5]];
            5'd29: read_data_30 = bank29[read_address_30[9:5]];
            5'd30: read_data_30 = bank30[read_address_30[9:5]];
            default: read_data_30 = bank31[read_address_30[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_31[4:0])
            5'd0: read_data_31 = bank0[read_address_31[9:5]];
            5'd1: read_data_31 = bank1[read_address_31[9:5]];
            5'd2: read_data_31 = bank2[read_address_31[9:5]];
            5'd3: read_data_31 = bank3[read_address_31[9:5]];
            5'd4: read_data_31 = bank4[read_address_31[9:5]];
            5'd5: read_data_31 = bank5[read_address_31[9:5]];
            5'd6: read_data_31 = bank6[read_address_31[9:5]];
            5'd7: read_data_31 = bank7[read_address_31[9:5]];
            5'd8: read_data_31 = bank8[read_address_31[9:5]];
            5'd9: read_data_31 = bank9[read_address_31[9:5]];
            5'd10: read_data_31 = bank10[read_address_31[9:5]];
            5'd11: read_data_31 = bank11[read_address_31[9:5]];
            5'd12: read_data_31 = bank12[read_address_31[9:5]];
            5'd13: read_data_31 = bank13[read_address_31[9:5]];
            5'd14: read_data_31 = bank14[read_address_31[9:5]];
            5'd15: read_data_31 = bank15[read_address_31[9:5]];
            5'd16: read_data_31 = bank16[read_address_31[9:5]];
            5'd17: read_data_31 = bank17[read_address_31[9:5]];
            5'd18: read_data_31 = bank18[read_address_31[9:5]];
            5'd19: read_data_31 = bank19[read_address_31[9:5]];
            5'd20: read_data_31 = bank20[read_address_31[9:5]];
            5'd21: read_data_31 = bank21[read_address_31[9:5]];
            5'd22: read_data_31 = bank22[read_address_31[9:5]];
            5'd23: read_data_31 = bank23[read_address_31[9:5]];
            5'd24: read_data_31 = bank24[read_address_31[9:5]];
            5'd25: read_data_31 = bank25[read_address_31[9:5]];
            5'd26: read_data_31 = bank26[read_address_31[9:5]];
            5'd27: read_data_31 = bank27[read_address_31[9:5]];
            5'd28: read_data_31 = bank28[read_address_31[9:5]];
            5'd29: read_data_31 = bank29[read_address_31[9:5]];
            5'd30: read_data_31 = bank30[read_address_31[9:5]];
            default: read_data_31 = bank31[read_address_31[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_32[4:0])
            5'd0: read_data_32 = bank0[read_address_32[9:5]];
            5'd1: read_data_32 = bank1[read_address_32[9:5]];
            5'd2: read_data_32 = bank2[read_address_32[9:5]];
            5'd3: read_data_32 = bank3[read_address_32[9:5]];
            5'd4: read_data_32 = bank4[read_address_32[9:5]];
            5'd5: read_data_32 = bank5[read_address_32[9:5]];
            5'd6: read_data_32 = bank6[read_address_32[9:5]];
            5'd7: read_data_32 = bank7[read_address_32[9:5]];
            5'd8: read_data_32 = bank8[read_address_32[9:5]];
            5'd9: read_data_32 = bank9[read_address_32[9:5]];
            5'd10: read_data_32 = bank10[read_address_32[9:5]];
            5'd11: read_data_32 = bank11[read_address_32[9:5]];
            5'd12: read_data_32 = bank12[read_address_32[9:5]];
            5'd13: read_data_32 = bank13[read_address_32[9:5]];
            5'd14: read_data_32 = bank14[read_address_32[9:5]];
            5'd15: read_data_32 = bank15[read_address_32[9:5]];
            5'd16: read_data_32 = bank16[read_address_32[9:5]];
            5'd17: read_data_32 = bank17[read_address_32[9:5]];
            5'd18: read_data_32 = bank18[read_address_32[9:5]];
            5'd19: read_data_32 = bank19[read_address_32[9:5]];
            5'd20: read_data_32 = bank20[read_address_32[9:5]];
            5'd21: read_data_32 = bank21[read_address_32[9:5]];
            5'd22: read_data_32 = bank22[read_address_32[9:5]];
            5'd23: read_data_32 = bank23[read_address_32[9:5]];
            5'd24: read_data_32 = bank24[read_address_32[9:5]];
            5'd25: read_data_32 = bank25[read_address_32[9:5]];
            5'd26: read_data_32 = bank26[read_address_32[9:5]];
            5'd27: read_data_32 = bank27[read_address_32[9:5]];
            5'd28: read_data_32 = bank28[read_address_32[9:5]];
            5'd29: read_data_32 = bank29[read_address_32[9:5]];
            5'd30: read_data_32 = bank30[read_address_32[9:5]];
            default: read_data_32 = bank31[read_address_32[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_33[4:0])
            5'd0: read_data_33 = bank0[read_address_33[9:5]];
            5'd1: read_data_33 = bank1[read_address_33[9:5]];
            5'd2: read_data_33 = bank2[read_address_33[9:5]];
            5'd3: read_data_33 = bank3[read_address_33[9:5]];
            5'd4: read_data_33 = bank4[read_address_33[9:5]];
            5'd5: read_data_33 = bank5[read_address_33[9:5]];
            5'd6: read_data_33 = bank6[read_address_33[9:5]];
            5'd7: read_data_33 = bank7[read_address_33[9:5]];
            5'd8: read_data_33 = bank8[read_address_33[9:5]];
            5'd9: read_data_33 = bank9[read_address_33[9:5]];
            5'd10: read_data_33 = bank10[read_address_33[9:5]];
            5'd11: read_data_33 = bank11[read_address_33[9:5]];
            5'd12: read_data_33 = bank12[read_address_33[9:5]];
            5'd13: read_data_33 = bank13[read_address_33[9:5]];
            5'd14: read_data_33 = bank14[read_address_33[9:5]];
            5'd15: read_data_33 = bank15[read_address_33[9:5]];
            5'd16: read_data_33 = bank16[read_address_33[9:5]];
            5'd17: read_data_33 = bank17[read_address_33[9:5]];
            5'd18: read_data_33 = bank18[read_address_33[9:5]];
            5'd19: read_data_33 = bank19[read_address_33[9:5]];
            5'd20: read_data_33 = bank20[read_address_33[9:5]];
            5'd21: read_data_33 = bank21[read_address_33[9:5]];
            5'd22: read_data_33 = bank22[read_address_33[9:5]];
            5'd23: read_data_33 = bank23[read_address_33[9:5]];
            5'd24: read_data_33 = bank24[read_address_33[9:5]];
            5'd25: read_data_33 = bank25[read_address_33[9:5]];
            5'd26: read_data_33 = bank26[read_address_33[9:5]];
            5'd27: read_data_33 = bank27[read_address_33[9:5]];
            5'd28: read_data_33 = bank28[read_address_33[9:5]];
            5'd29: read_data_33 = bank29[read_address_33[9:5]];
            5'd30: read_data_33 = bank30[read_address_33[9:5]];
            default: read_data_33 = bank31[read_address_33[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_34[4:0])
            5'd0: read_data_34 = bank0[read_address_34[9:5]];
            5'd1: read_data_34 = bank1[read_address_34[9:5]];
            5'd2: read_data_34 = bank2[read_address_34[9:5]];
            5'd3: read_data_34 = bank3[read_address_34[9:5]];
            5'd4: read_data_34 = bank4[read_address_34[9:5]];
            5'd5: read_data_34 = bank5[read_address_34[9:5]];
            5'd6: read_data_34 = bank6[read_address_34[9:5]];
            5'd7: read_data_34 = bank7[read_address_34[9:5]];
            5'd8: read_data_34 = bank8[read_address_34[9:5]];
            5'd9: read_data_34 = bank9[read_address_34[9:5]];
            5'd10: read_data_34 = bank10[read_address_34[9:5]];
            5'd11: read_data_34 = bank11[read_address_34[9:5]];
            5'd12: read_data_34 = bank12[read_address_34[9:5]];
            5'd13: read_data_34 = bank13[read_address_34[9:5]];
            5'd14: read_data_34 = bank14[read_address_34[9:5]];
            5'd15: read_data_34 = bank15[read_address_34[9:5]];
            5'd16: read_data_34 = bank16[read_address_34[9:5]];
            5'd17: read_data_34 = bank17[read_address_34[9:5]];
            5'd18: read_data_34 = bank18[read_address_34[9:5]];
            5'd19: read_data_34 = bank19[read_address_34[9:5]];
            5'd20: read_data_34 = bank20[read_address_34[9:5]];
            5'd21: read_data_34 = bank21[read_address_34[9:5]];
            5'd22: read_data_34 = bank22[read_address_34[9:5]];
            5'd23: read_data_34 = bank23[read_address_34[9:5]];
            5'd24: read_data_34 = bank24[read_address_34[9:5]];
            5'd25: read_data_34 = bank25[read_address_34[9:5]];
            5'd26: read_data_34 = bank26[read_address_34[9:5]];
            5'd27: read_data_34 = bank27[read_address_34[9:5]];
            5'd28: read_data_34 = bank28[read_address_34[9:5]];
            5'd29: read_data_34 = bank29[read_address_34[9:5]];
            5'd30: read_data_34 = bank30[read_address_34[9:5]];
            default: read_data_34 = bank31[read_address_34[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_35[4:0])
            5'd0: read_data_35 = bank0[read_address_35[9:5]];
            5'd1: read_data_35 = bank1[read_address_35[9:5]];
            5'd2: read_data_35 = bank2[read_address_35[9:5]];
            5'd3: read_data_35 = bank3[read_address_35[9:5]];
            5'd4: read_data_35 = bank4[read_address_35[9:5]];
            5'd5: read_data_35 = bank5[read_address_35[9:5]];
            5'd6: read_data_35 = bank6[read_address_35[9:5]];
            5'd7: read_data_35 = bank7[read_address_35[9:5]];
            5'd8: read_data_35 = bank8[read_address_35[9:5]];
            5'd9: read_data_35 = bank9[read_address_35[9:5]];
            5'd10: read_data_35 = bank10[read_address_35[9:5]];
            5'd11: read_data_35 = bank11[read_address_35[9:5]];
            5'd12: read_data_35 = bank12[read_address_35[9:5]];
            5'd13: read_data_35 = bank13[read_address_35[9:5]];
            5'd14: read_data_35 = bank14[read_address_35[9:5]];
            5'd15: read_data_35 = bank15[read_address_35[9:5]];
            5'd16: read_data_35 = bank16[read_address_35[9:5]];
            5'd17: read_data_35 = bank17[read_address_35[9:5]];
            5'd18: read_data_35 = bank18[read_address_35[9:5]];
            5'd19: read_data_35 = bank19[read_address_35[9:5]];
            5'd20: read_data_35 = bank20[read_address_35[9:5]];
            5'd21: read_data_35 = bank21[read_address_35[9:5]];
            5'd22: read_data_35 = bank22[read_address_35[9:5]];
            5'd23: read_data_35 = bank23[read_address_35[9:5]];
            5'd24: read_data_35 = bank24[read_address_35[9:5]];
            5'd25: read_data_35 = bank25[read_address_35[9:5]];
            5'd26: read_data_35 = bank26[read_address_35[9:5]];
            5'd27: read_data_35 = bank27[read_address_35[9:5]];
            5'd28: read_data_35 = bank28[read_address_35[9:5]];
            5'd29: read_data_35 = bank29[read_address_35[9:5]];
            5'd30: read_data_35 = bank30[read_address_35[9:5]];
            default: read_data_35 = bank31[read_address_35[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_36[4:0])
            5'd0: read_data_36 = bank0[read_address_36[9:5]];
            5'd1: read_data_36 = bank1[read_address_36[9:5]];
            5'd2: read_data_36 = bank2[read_address_36[9:5]];
            5'd3: read_data_36 = bank3[read_address_36[9:5]];
            5'd4: read_data_36 = bank4[read_address_36[9:5]];
            5'd5: read_data_36 = bank5[read_address_36[9:5]];
            5'd6: read_data_36 = bank6[read_address_36[9:5]];
            5'd7: read_data_36 = bank7[read_address_36[9:5]];
            5'd8: read_data_36 = bank8[read_address_36[9:5]];
            5'd9: read_data_36 = bank9[read_address_36[9:5]];
            5'd10: read_data_36 = bank10[read_address_36[9:5]];
            5'd11: read_data_36 = bank11[read_address_36[9:5]];
            5'd12: read_data_36 = bank12[read_address_36[9:5]];
            5'd13: read_data_36 = bank13[read_address_36[9:5]];
            5'd14: read_data_36 = bank14[read_address_36[9:5]];
            5'd15: read_data_36 = bank15[read_address_36[9:5]];
            5'd16: read_data_36 = bank16[read_address_36[9:5]];
            5'd17: read_data_36 = bank17[read_address_36[9:5]];
            5'd18: read_data_36 = bank18[read_address_36[9:5]];
            5'd19: read_data_36 = bank19[read_address_36[9:5]];
            5'd20: read_data_36 = bank20[read_address_36[9:5]];
            5'd21: read_data_36 = bank21[read_address_36[9:5]];
            5'd22: read_data_36 = bank22[read_address_36[9:5]];
            5'd23: read_data_36 = bank23[read_address_36[9:5]];
            5'd24: read_data_36 = bank24[read_address_36[9:5]];
            5'd25: read_data_36 = bank25[read_address_36[9:5]];
            5'd26: read_data_36 = bank26[read_address_36[9:5]];
            5'd27: read_data_36 = bank27[read_address_36[9:5]];
            5'd28: read_data_36 = bank28[read_address_36[9:5]];
            5'd29: read_data_36 = bank29[read_address_36[9:5]];
            5'd30: read_data_36 = bank30[read_address_36[9:5]];
            default: read_data_36 = bank31[read_address_36[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_37[4:0])
            5'd0: read_data_37 = bank0[read_address_37[9:5]];
            5'd1: read_data_37 = bank1[read_address_37[9:5]];
            5'd2: read_data_37 = bank2[read_address_37[9:5]];
            5'd3: read_data_37 = bank3[read_address_37[9:5]];
            5'd4: read_data_37 = bank4[read_address_37[9:5]];
            5'd5: read_data_37 = bank5[read_address_37[9:5]];
            5'd6: read_data_37 = bank6[read_address_37[9:5]];
            5'd7: read_data_37 = bank7[read_address_37[9:5]];
            5'd8: read_data_37 = bank8[read_address_37[9:5]];
            5'd9: read_data_37 = bank9[read_address_37[9:5]];
            5'd10: read_data_37 = bank10[read_address_37[9:5]];
            5'd11: read_data_37 = bank11[read_address_37[9:5]];
            5'd12: read_data_37 = bank12[read_address_37[9:5]];
            5'd13: read_data_37 = bank13[read_address_37[9:5]];
            5'd14: read_data_37 = bank14[read_address_37[9:5]];
            5'd15: read_data_37 = bank15[read_address_37[9:5]];
            5'd16: read_data_37 = bank16[read_address_37[9:5]];
            5'd17: read_data_37 = bank17[read_address_37[9:5]];
            5'd18: read_data_37 = bank18[read_address_37[9:5]];
            5'd19: read_data_37 = bank19[read_address_37[9:5]];
            5'd20: read_data_37 = bank20[read_address_37[9:5]];
            5'd21: read_data_37 = bank21[read_address_37[9:5]];
            5'd22: read_data_37 = bank22[read_address_37[9:5]];
            5'd23: read_data_37 = bank23[read_address_37[9:5]];
            5'd24: read_data_37 = bank24[read_address_37[9:5]];
            5'd25: read_data_37 = bank25[read_address_37[9:5]];
            5'd26: read_data_37 = bank26[read_address_37[9:5]];
            5'd27: read_data_37 = bank27[read_address_37[9:5]];
            5'd28: read_data_37 = bank28[read_address_37[9:5]];
            5'd29: read_data_37 = bank29[read_address_37[9:5]];
            5'd30: read_data_37 = bank30[read_address_37[9:5]];
            default: read_data_37 = bank31[read_address_37[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_38[4:0])
            5'd0: read_data_38 = bank0[read_address_38[9:5]];
            5'd1: read_data_38 = bank1[read_address_38[9:5]];
            5'd2: read_data_38 = bank2[read_address_38[9:5]];
            5'd3: read_data_38 = bank3[read_address_38[9:5]];
            5'd4: read_data_38 = bank4[read_address_38[9:5]];
            5'd5: read_data_38 = bank5[read_address_38[9:5]];
            5'd6: read_data_38 = bank6[read_address_38[9:5]];
            5'd7: read_data_38 = bank7[read_address_38[9:5]];
            5'd8: read_data_38 = bank8[read_address_38[9:5]];
            5'd9: read_data_38 = bank9[read_address_38[9:5]];
            5'd10: read_data_38 = bank10[read_address_38[9:5]];
            5'd11: read_data_38 = bank11[read_address_38[9:5]];
            5'd12: read_data_38 = bank12[read_address_38[9:5]];
            5'd13: read_data_38 = bank13[read_address_38[9:5]];
            5'd14: read_data_38 = bank14[read_address_38[9:5]];
            5'd15: read_data_38 = bank15[read_address_38[9:5]];
            5'd16: read_data_38 = bank16[read_address_38[9:5]];
            5'd17: read_data_38 = bank17[read_address_38[9:5]];
            5'd18: read_data_38 = bank18[read_address_38[9:5]];
            5'd19: read_data_38 = bank19[read_address_38[9:5]];
            5'd20: read_data_38 = bank20[read_address_38[9:5]];
            5'd21: read_data_38 = bank21[read_address_38[9:5]];
            5'd22: read_data_38 = bank22[read_address_38[9:5]];
            5'd23: read_data_38 = bank23[read_address_38[9:5]];
            5'd24: read_data_38 = bank24[read_address_38[9:5]];
            5'd25: read_data_38 = bank25[read_address_38[9:5]];
            5'd26: read_data_38 = bank26[read_address_38[9:5]];
            5'd27: read_data_38 = bank27[read_address_38[9:5]];
            5'd28: read_data_38 = bank28[read_address_38[9:5]];
            5'd29: read_data_38 = bank29[read_address_38[9:5]];
            5'd30: read_data_38 = bank30[read_address_38[9:5]];
            default: read_data_38 = bank31[read_address_38[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_39[4:0])
            5'd0: read_data_39 = bank0[read_address_39[9:5]];
            5'd1: read_data_39 = bank1[read_address_39[9:5]];
            5'd2: read_data_39 = bank2[read_address_39[9:5]];
            5'd3: read_data_39 = bank3[read_address_39[9:5]];
            5'd4: read_data_39 = bank4[read_address_39[9:5]];
            5'd5: read_data_39 = bank5[read_address_39[9:5]];
            5'd6: read_data_39 = bank6[read_address_39[9:5]];
            5'd7: read_data_39 = bank7[read_address_39[9:5]];
            5'd8: read_data_39 = bank8[read_address_39[9:5]];
            5'd9: read_data_39 = bank9[read_address_39[9:5]];
            5'd10: read_data_39 = bank10[read_address_39[9:5]];
            5'd11: read_data_39 = bank11[read_address_39[9:5]];
            5'd12: read_data_39 = bank12[read_address_39[9:5]];
            5'd13: read_data_39 = bank13[read_address_39[9:5]];
            5'd14: read_data_39 = bank14[read_address_39[9:5]];
            5'd15: read_data_39 = bank15[read_address_39[9:5]];
            5'd16: read_data_39 = bank16[read_address_39[9:5]];
            5'd17: read_data_39 = bank17[read_address_39[9:5]];
            5'd18: read_data_39 = bank18[read_address_39[9:5]];
            5'd19: read_data_39 = bank19[read_address_39[9:5]];
            5'd20: read_data_39 = bank20[read_address_39[9:5]];
            5'd21: read_data_39 = bank21[read_address_39[9:5]];
            5'd22: read_data_39 = bank22[read_address_39[9:5]];
            5'd23: read_data_39 = bank23[read_address_39[9:5]];
            5'd24: read_data_39 = bank24[read_address_39[9:5]];
            5'd25: read_data_39 = bank25[read_address_39[9:5]];
            5'd26: read_data_39 = bank26[read_address_39[9:5]];
            5'd27: read_data_39 = bank27[read_address_39[9:5]];
            5'd28: read_data_39 = bank28[read_address_39[9:5]];
            5'd29: read_data_39 = bank29[read_address_39[9:5]];
            5'd30: read_data_39 = bank30[read_address_39[9:5]];
            default: read_data_39 = bank31[read_address_39[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_40[4:0])
            5'd0: read_data_40 = bank0[read_address_40[9:5]];
            5'd1: read_data_40 = bank1[read_address_40[9:5]];
            5'd2: read_data_40 = bank2[read_address_40[9:5]];
            5'd3: read_data_40 = bank3[read_address_40[9:5]];
            5'd4: read_data_40 = bank4[read_address_40[9:5]];
            5'd5: read_data_40 = bank5[read_address_40[9:5]];
            5'd6: read_data_40 = bank6[read_address_40[9:5]];
            5'd7: read_data_40 = bank7[read_address_40[9:5]];
            5'd8: read_data_40 = bank8[read_address_40[9:5]];
            5'd9: read_data_40 = bank9[read_address_40[9:5]];
            5'd10: read_data_40 = bank10[read_address_40[9:5]];
            5'd11: read_data_40 = bank11[read_address_40[9:5]];
            5'd12: read_data_40 = bank12[read_address_40[9:5]];
            5'd13: read_data_40 = bank13[read_address_40[9:5]];
            5'd14: read_data_40 = bank14[read_address_40[9:5]];
            5'd15: read_data_40 = bank15[read_address_40[9:5]];
            5'd16: read_data_40 = bank16[read_address_40[9:5]];
            5'd17: read_data_40 = bank17[read_address_40[9:5]];
            5'd18: read_data_40 = bank18[read_address_40[9:5]];
            5'd19: read_data_40 = bank19[read_address_40[9:5]];
            5'd20: read_data_40 = bank20[read_address_40[9:5]];
            5'd21: read_data_40 = bank21[read_address_40[9:5]];
            5'd22: read_data_40 = bank22[read_address_40[9:5]];
            5'd23: read_data_40 = bank23[read_address_40[9:5]];
            5'd24: read_data_40 = bank24[read_address_40[9:5]];
            5'd25: read_data_40 = bank25[read_address_40[9:5]];
            5'd26: read_data_40 = bank26[read_address_40[9:5]];
            5'd27: read_data_40 = bank27[read_address_40[9:5]];
            5'd28: read_data_40 = bank28[read_address_40[9:5]];
            5'd29: read_data_40 = bank29[read_address_40[9:5]];
            5'd30: read_data_40 = bank30[read_address_40[9:5]];
            default: read_data_40 = bank31[read_address_40[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_41[4:0])
            5'd0: read_data_41 = bank0[read_address_41[9:5]];
            5'd1: read_data_41 = bank1[read_address_41[9:5]];
            5'd2: read_data_41 = bank2[read_address_41[9:5]];
            5'd3: read_data_41 = bank3[read_address_41[9:5]];
            5'd4: read_data_41 = bank4[read_address_41[9:5]];
            5'd5: read_data_41 = bank5[read_address_41[9:5]];
            5'd6: read_data_41 = bank6[read_address_41[9:5]];
            5'd7: read_data_41 = bank7[read_address_41[9:5]];
            5'd8: read_data_41 = bank8[read_address_41[9:5]];
            5'd9: read_data_41 = bank9[read_address_41[9:5]];
            5'd10: read_data_41 = bank10[read_address_41[9:5]];
            5'd11: read_data_41 = bank11[read_address_41[9:5]];
            5'd12: read_data_41 = bank12[read_address_41[9:5]];
            5'd13: read_data_41 = bank13[read_address_41[9:5]];
            5'd14: read_data_41 = bank14[read_address_41[9:5]];
            5'd15: read_data_41 = bank15[read_address_41[9:5]];
            5'd16: read_data_41 = bank16[read_address_41[9:5]];
            5'd17: read_data_41 = bank17[read_address_41[9:5]];
            5'd18: read_data_41 = bank18[read_address_41[9:5]];
            5'd19: read_data_41 = bank19[read_address_41[9:5]];
            5'd20: read_data_41 = bank20[read_address_41[9:5]];
            5'd21: read_data_41 = bank21[read_address_41[9:5]];
            5'd22: read_data_41 = bank22[read_address_41[9:5]];
            5'd23: read_data_41 = bank23[read_address_41[9:5]];
            5'd24: read_data_41 = bank24[read_address_41[9:5]];
            5'd25: read_data_41 = bank25[read_address_41[9:5]];
            5'd26: read_data_41 = bank26[read_address_41[9:5]];
            5'd27: read_data_41 = bank27[read_address_41[9:5]];
            5'd28: read_data_41 = bank28[read_address_41[9:5]];
            5'd29: read_data_41 = bank29[read_address_41[9:5]];
            5'd30: read_data_41 = bank30[read_address_41[9:5]];
            default: read_data_41 = bank31[read_address_41[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_42[4:0])
            5'd0: read_data_42 = bank0[read_address_42[9:5]];
            5'd1: read_data_42 = bank1[read_address_42[9:5]];
            5'd2: read_data_42 = bank2[read_address_42[9:5]];
            5'd3: read_data_42 = bank3[read_address_42[9:5]];
            5'd4: read_data_42 = bank4[read_address_42[9:5]];
            5'd5: read_data_42 = bank5[read_address_42[9:5]];
            5'd6: read_data_42 = bank6[read_address_42[9:5]];
            5'd7: read_data_42 = bank7[read_address_42[9:5]];
            5'd8: read_data_42 = bank8[read_address_42[9:5]];
            5'd9: read_data_42 = bank9[read_address_42[9:5]];
            5'd10: read_data_42 = bank10[read_address_42[9:5]];
            5'd11: read_data_42 = bank11[read_address_42[9:5]];
            5'd12: read_data_42 = bank12[read_address_42[9:5]];
            5'd13: read_data_42 = bank13[read_address_42[9:5]];
            5'd14: read_data_42 = bank14[read_address_42[9:5]];
            5'd15: read_data_42 = bank15[read_address_42[9:5]];
            5'd16: read_data_42 = bank16[read_address_42[9:5]];
            5'd17: read_data_42 = bank17[read_address_42[9:5]];
            5'd18: read_data_42 = bank18[read_address_42[9:5]];
            5'd19: read_data_42 = bank19[read_address_42[9:5]];
            5'd20: read_data_42 = bank20[read_address_42[9:5]];
            5'd21: read_data_42 = bank21[read_address_42[9:5]];
            5'd22: read_data_42 = bank22[read_address_42[9:5]];
            5'd23: read_data_42 = bank23[read_address_42[9:5]];
            5'd24: read_data_42 = bank24[read_address_42[9:5]];
            5'd25: read_data_42 = bank25[read_address_42[9:5]];
            5'd26: read_data_42 = bank26[read_address_42[9:5]];
            5'd27: read_data_42 = bank27[read_address_42[9:5]];
            5'd28: read_data_42 = bank28[read_address_42[9:5]];
            5'd29: read_data_42 = bank29[read_address_42[9:5]];
            5'd30: read_data_42 = bank30[read_address_42[9:5]];
            default: read_data_42 = bank31[read_address_42[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_43[4:0])
            5'd0: read_data_43 = bank0[read_address_43[9:5]];
            5'd1: read_data_43 = bank1[read_address_43[9:5]];
            5'd2: read_data_43 = bank2[read_address_43[9:5]];
            5'd3: read_data_43 = bank3[read_address_43[9:5]];
            5'd4: read_data_43 = bank4[read_address_43[9:5]];
            5'd5: read_data_43 = bank5[read_address_43[9:5]];
            5'd6: read_data_43 = bank6[read_address_43[9:5]];
            5'd7: read_data_43 = bank7[read_address_43[9:5]];
            5'd8: read_data_43 = bank8[read_address_43[9:5]];
            5'd9: read_data_43 = bank9[read_address_43[9:5]];
            5'd10: read_data_43 = bank10[read_address_43[9:5]];
            5'd11: read_data_43 = bank11[read_address_43[9:5]];
            5'd12: read_data_43 = bank12[read_address_43[9:5]];
            5'd13: read_data_43 = bank13[read_address_43[9:5]];
            5'd14: read_data_43 = bank14[read_address_43[9:5]];
            5'd15: read_data_43 = bank15[read_address_43[9:5]];
            5'd16: read_data_43 = bank16[read_address_43[9:5]];
            5'd17: read_data_43 = bank17[read_address_43[9:5]];
            5'd18: read_data_43 = bank18[read_address_43[9:5]];
            5'd19: read_data_43 = bank19[read_address_43[9:5]];
            5'd20: read_data_43 = bank20[read_address_43[9:5]];
            5'd21: read_data_43 = bank21[read_address_43[9:5]];
            5'd22: read_data_43 = bank22[read_address_43[9:5]];
            5'd23: read_data_43 = bank23[read_address_43[9:5]];
            5'd24: read_data_43 = bank24[read_address_43[9:5]];
            5'd25: read_data_43 = bank25[read_address_43[9:5]];
            5'd26: read_data_43 = bank26[read_address_43[9:5]];
            5'd27: read_data_43 = bank27[read_address_43[9:5]];
            5'd28: read_data_43 = bank28[read_address_43[9:5]];
            5'd29: read_data_43 = bank29[read_address_43[9:5]];
            5'd30: read_data_43 = bank30[read_address_43[9:5]];
            default: read_data_43 = bank31[read_address_43[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_44[4:0])
            5'd0: read_data_44 = bank0[read_address_44[9:5]];
            5'd1: read_data_44 = bank1[read_address_44[9:5]];
            5'd2: read_data_44 = bank2[read_address_44[9:5]];
            5'd3: read_data_44 = bank3[read_address_44[9:5]];
            5'd4: read_data_44 = bank4[read_address_44[9:5]];
            5'd5: read_data_44 = bank5[read_address_44[9:5]];
            5'd6: read_data_44 = bank6[read_address_44[9:5]];
            5'd7: read_data_44 = bank7[read_address_44[9:5]];
            5'd8: read_data_44 = bank8[read_address_44[9:5]];
            5'd9: read_data_44 = bank9[read_address_44[9:5]];
            5'd10: read_data_44 = bank10[read_address_44[9:5]];
            5'd11: read_data_44 = bank11[read_address_44[9:5]];
            5'd12: read_data_44 = bank12[read_address_44[9:5]];
            5'd13: read_data_44 = bank13[read_address_44[9:5]];
            5'd14: read_data_44 = bank14[read_address_44[9:5]];
            5'd15: read_data_44 = bank15[read_address_44[9:5]];
            5'd16: read_data_44 = bank16[read_address_44[9:5]];
            5'd17: read_data_44 = bank17[read_address_44[9:5]];
            5'd18: read_data_44 = bank18[read_address_44[9:5]];
            5'd19: read_data_44 = bank19[read_address_44[9:5]];
            5'd20: read_data_44 = bank20[read_address_44[9:5]];
            5'd21: read_data_44 = bank21[read_address_44[9:5]];
            5'd22: read_data_44 = bank22[read_address_44[9:5]];
            5'd23: read_data_44 = bank23[read_address_44[9:5]];
            5'd24: read_data_44 = bank24[read_address_44[9:5]];
            5'd25: read_data_44 = bank25[read_address_44[9:5]];
            5'd26: read_data_44 = bank26[read_address_44[9:5]];
            5'd27: read_data_44 = bank27[read_address_44[9:5]];
            5'd28: read_data_44 = bank28[read_address_44[9:5]];
            5'd29: read_data_44 = bank29[read_address_44[9:5]];
            5'd30: read_data_44 = bank30[read_address_44[9:5]];
            default: read_data_44 = bank31[read_address_44[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_45[4:0])
            5'd0: read_data_45 = bank0[read_address_45[9:5]];
            5'd1: read_data_45 = bank1[read_address_45[9:5]];
            5'd2: read_data_45 = bank2[read_address_45[9:5]];
            5'd3: read_data_45 = bank3[read_address_45[9:5]];
            5'd4: read_data_45 = bank4[read_address_45[9:5]];
            5'd5: read_data_45 = bank5[read_address_45[9:5]];
            5'd6: read_data_45 = bank6[read_address_45[9:5]];
            5'd7: read_data_45 = bank7[read_address_45[9:5]];
            5'd8: read_data_45 = bank8[read_address_45[9:5]];
            5'd9: read_data_45 = bank9[read_address_45[9:5]];
            5'd10: read_data_45 = bank10[read_address_45[9:5]];
            5'd11: read_data_45 = bank11[read_address_45[9:5]];
            5'd12: read_data_45 = bank12[read_address_45[9:5]];
            5'd13: read_data_45 = bank13[read_address_45[9:5]];
            5'd14: read_data_45 = bank14[read_address_45[9:5]];
            5'd15: read_data_45 = bank15[read_address_45[9:5]];
            5'd16: read_data_45 = bank16[read_address_45[9:5]];
            5'd17: read_data_45 = bank17[read_address_45[9:5]];
            5'd18: read_data_45 = bank18[read_address_45[9:5]];
            5'd19: read_data_45 = bank19[read_address_45[9:5]];
            5'd20: read_data_45 = bank20[read_address_45[9:5]];
            5'd21: read_data_45 = bank21[read_address_45[9:5]];
            5'd22: read_data_45 = bank22[read_address_45[9:5]];
            5'd23: read_data_45 = bank23[read_address_45[9:5]];
            5'd24: read_data_45 = bank24[read_address_45[9:5]];
            5'd25: read_data_45 = bank25[read_address_45[9:5]];
            5'd26: read_data_45 = bank26[read_address_45[9:5]];
            5'd27: read_data_45 = bank27[read_address_45[9:5]];
            5'd28: read_data_45 = bank28[read_address_45[9:5]];
            5'd29: read_data_45 = bank29[read_address_45[9:5]];
            5'd30: read_data_45 = bank30[read_address_45[9:5]];
            default: read_data_45 = bank31[read_address_45[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_46[4:0])
            5'd0: read_data_46 = bank0[read_address_46[9:5]];
            5'd1: read_data_46 = bank1[read_address_46[9:5]];
            5'd2: read_data_46 = bank2[read_address_46[9:5]];
            5'd3: read_data_46 = bank3[read_address_46[9:5]];
            5'd4: read_data_46 = bank4[read_address_46[9:5]];
            5'd5: read_data_46 = bank5[read_address_46[9:5]];
            5'd6: read_data_46 = bank6[read_address_46[9:5]];
            5'd7: read_data_46 = bank7[read_address_46[9:5]];
            5'd8: read_data_46 = bank8[read_address_46[9:5]];
            5'd9: read_data_46 = bank9[read_address_46[9:5]];
            5'd10: read_data_46 = bank10[read_address_46[9:5]];
            5'd11: read_data_46 = bank11[read_address_46[9:5]];
            5'd12: read_data_46 = bank12[read_address_46[9:5]];
            5'd13: read_data_46 = bank13[read_address_46[9:5]];
            5'd14: read_data_46 = bank14[read_address_46[9:5]];
            5'd15: read_data_46 = bank15[read_address_46[9:5]];
            5'd16: read_data_46 = bank16[read_address_46[9:5]];
            5'd17: read_data_46 = bank17[read_address_46[9:5]];
            5'd18: read_data_46 = bank18[read_address_46[9:5]];
            5'd19: read_data_46 = bank19[read_address_46[9:5]];
            5'd20: read_data_46 = bank20[read_address_46[9:5]];
            5'd21: read_data_46 = bank21[read_address_46[9:5]];
            5'd22: read_data_46 = bank22[read_address_46[9:5]];
            5'd23: read_data_46 = bank23[read_address_46[9:5]];
            5'd24: read_data_46 = bank24[read_address_46[9:5]];
            5'd25: read_data_46 = bank25[read_address_46[9:5]];
            5'd26: read_data_46 = bank26[read_address_46[9:5]];
            5'd27: read_data_46 = bank27[read_address_46[9:5]];
            5'd28: read_data_46 = bank28[read_address_46[9:5]];
            5'd29: read_data_46 = bank29[read_address_46[9:5]];
            5'd30: read_data_46 = bank30[read_address_46[9:5]];
            default: read_data_46 = bank31[read_address_46[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_47[4:0])
            5'd0: read_data_47 = bank0[read_address_47[9:5]];
            5'd1: read_data_47 = bank1[read_address_47[9:5]];
            5'd2: read_data_47 = bank2[read_address_47[9:5]];
            5'd3: read_data_47 = bank3[read_address_47[9:5]];
            5'd4: read_data_47 = bank4[read_address_47[9:5]];
            5'd5: read_data_47 = bank5[read_address_47[9:5]];
            5'd6: read_data_47 = bank6[read_address_47[9:5]];
            5'd7: read_data_47 = bank7[read_address_47[9:5]];
            5'd8: read_data_47 = bank8[read_address_47[9:5]];
            5'd9: read_data_47 = bank9[read_address_47[9:5]];
            5'd10: read_data_47 = bank10[read_address_47[9:5]];
            5'd11: read_data_47 = bank11[read_address_47[9:5]];
            5'd12: read_data_47 = bank12[read_address_47[9:5]];
            5'd13: read_data_47 = bank13[read_address_47[9:5]];
            5'd14: read_data_47 = bank14[read_address_47[9:5]];
            5'd15: read_data_47 = bank15[read_address_47[9:5]];
            5'd16: read_data_47 = bank16[read_address_47[9:5]];
            5'd17: read_data_47 = bank17[read_address_47[9:5]];
            5'd18: read_data_47 = bank18[read_address_47[9:5]];
            5'd19: read_data_47 = bank19[read_address_47[9:5]];
            5'd20: read_data_47 = bank20[read_address_47[9:5]];
            5'd21: read_data_47 = bank21[read_address_47[9:5]];
            5'd22: read_data_47 = bank22[read_address_47[9:5]];
            5'd23: read_data_47 = bank23[read_address_47[9:5]];
            5'd24: read_data_47 = bank24[read_address_47[9:5]];
            5'd25: read_data_47 = bank25[read_address_47[9:5]];
            5'd26: read_data_47 = bank26[read_address_47[9:5]];
            5'd27: read_data_47 = bank27[read_address_47[9:5]];
            5'd28: read_data_47 = bank28[read_address_47[9:5]];
            5'd29: read_data_47 = bank29[read_address_47[9:5]];
            5'd30: read_data_47 = bank30[read_address_47[9:5]];
            default: read_data_47 = bank31[read_address_47[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_48[4:0])
            5'd0: read_data_48 = bank0[read_address_48[9:5]];
            5'd1: read_data_48 = bank1[read_address_48[9:5]];
            5'd2: read_data_48 = bank2[read_address_48[9:5]];
            5'd3: read_data_48 = bank3[read_address_48[9:5]];
            5'd4: read_data_48 = bank4[read_address_48[9:5]];
            5'd5: read_data_48 = bank5[read_address_48[9:5]];
            5'd6: read_data_48 = bank6[read_address_48[9:5]];
            5'd7: read_data_48 = bank7[read_address_48[9:5]];
            5'd8: read_data_48 = bank8[read_address_48[9:5]];
            5'd9: read_data_48 = bank9[read_address_48[9:5]];
            5'd10: read_data_48 = bank10[read_address_48[9:5]];
            5'd11: read_data_48 = bank11[read_address_48[9:5]];
            5'd12: read_data_48 = bank12[read_address_48[9:5]];
            5'd13: read_data_48 = bank13[read_address_48[9:5]];
            5'd14: read_data_48 = bank14[read_address_48[9:5]];
            5'd15: read_data_48 = bank15[read_address_48[9:5]];
            5'd16: read_data_48 = bank16[read_address_48[9:5]];
            5'd17: read_data_48 = bank17[read_address_48[9:5]];
            5'd18: read_data_48 = bank18[read_address_48[9:5]];
            5'd19: read_data_48 = bank19[read_address_48[9:5]];
            5'd20: read_data_48 = bank20[read_address_48[9:5]];
            5'd21: read_data_48 = bank21[read_address_48[9:5]];
            5'd22: read_data_48 = bank22[read_address_48[9:5]];
            5'd23: read_data_48 = bank23[read_address_48[9:5]];
            5'd24: read_data_48 = bank24[read_address_48[9:5]];
            5'd25: read_data_48 = bank25[read_address_48[9:5]];
            5'd26: read_data_48 = bank26[read_address_48[9:5]];
            5'd27: read_data_48 = bank27[read_address_48[9:5]];
            5'd28: read_data_48 = bank28[read_address_48[9:5]];
            5'd29: read_data_48 = bank29[read_address_48[9:5]];
            5'd30: read_data_48 = bank30[read_address_48[9:5]];
            default: read_data_48 = bank31[read_address_48[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_49[4:0])
            5'd0: read_data_49 = bank0[read_address_49[9:5]];
            5'd1: read_data_49 = bank1[read_address_49[9:5]];
            5'd2: read_data_49 = bank2[read_address_49[9:5]];
            5'd3: read_data_49 = bank3[read_address_49[9:5]];
            5'd4: read_data_49 = bank4[read_address_49[9:5]];
            5'd5: read_data_49 = bank5[read_address_49[9:5]];
            5'd6: read_data_49 = bank6[read_address_49[9:5]];
            5'd7: read_data_49 = bank7[read_address_49[9:5]];
            5'd8: read_data_49 = bank8[read_address_49[9:5]];
            5'd9: read_data_49 = bank9[read_address_49[9:5]];
            5'd10: read_data_49 = bank10[read_address_49[9:5]];
            5'd11: read_data_49 = bank11[read_address_49[9:5]];
            5'd12: read_data_49 = bank12[read_address_49[9:5]];
            5'd13: read_data_49 = bank13[read_address_49[9:5]];
            5'd14: read_data_49 = bank14[read_address_49[9:5]];
            5'd15: read_data_49 = bank15[read_address_49[9:5]];
            5'd16: read_data_49 = bank16[read_address_49[9:5]];
            5'd17: read_data_49 = bank17[read_address_49[9:5]];
            5'd18: read_data_49 = bank18[read_address_49[9:5]];
            5'd19: read_data_49 = bank19[read_address_49[9:5]];
            5'd20: read_data_49 = bank20[read_address_49[9:5]];
            5'd21: read_data_49 = bank21[read_address_49[9:5]];
            5'd22: read_data_49 = bank22[read_address_49[9:5]];
            5'd23: read_data_49 = bank23[read_address_49[9:5]];
            5'd24: read_data_49 = bank24[read_address_49[9:5]];
            5'd25: read_data_49 = bank25[read_address_49[9:5]];
            5'd26: read_data_49 = bank26[read_address_49[9:5]];
            5'd27: read_data_49 = bank27[read_address_49[9:5]];
            5'd28: read_data_49 = bank28[read_address_49[9:5]];
            5'd29: read_data_49 = bank29[read_address_49[9:5]];
            5'd30: read_data_49 = bank30[read_address_49[9:5]];
            default: read_data_49 = bank31[read_address_49[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_50[4:0])
            5'd0: read_data_50 = bank0[read_address_50[9:5]];
            5'd1: read_data_50 = bank1[read_address_50[9:5]];
            5'd2: read_data_50 = bank2[read_address_50[9:5]];
            5'd3: read_data_50 = bank3[read_address_50[9:5]];
            5'd4: read_data_50 = bank4[read_address_50[9:5]];
            5'd5: read_data_50 = bank5[read_address_50[9:5]];
            5'd6: read_data_50 = bank6[read_address_50[9:5]];
            5'd7: read_data_50 = bank7[read_address_50[9:5]];
            5'd8: read_data_50 = bank8[read_address_50[9:5]];
            5'd9: read_data_50 = bank9[read_address_50[9:5]];
            5'd10: read_data_50 = bank10[read_address_50[9:5]];
            5'd11: read_data_50 = bank11[read_address_50[9:5]];
            5'd12: read_data_50 = bank12[read_address_50[9:5]];
            5'd13: read_data_50 = bank13[read_address_50[9:5]];
            5'd14: read_data_50 = bank14[read_address_50[9:5]];
            5'd15: read_data_50 = bank15[read_address_50[9:5]];
            5'd16: read_data_50 = bank16[read_address_50[9:5]];
            5'd17: read_data_50 = bank17[read_address_50[9:5]];
            5'd18: read_data_50 = bank18[read_address_50[9:5]];
            5'd19: read_data_50 = bank19[read_address_50[9:5]];
            5'd20: read_data_50 = bank20[read_address_50[9:5]];
            5'd21: read_data_50 = bank21[read_address_50[9:5]];
            5'd22: read_data_50 = bank22[read_address_50[9:5]];
            5'd23: read_data_50 = bank23[read_address_50[9:5]];
            5'd24: read_data_50 = bank24[read_address_50[9:5]];
            5'd25: read_data_50 = bank25[read_address_50[9:5]];
            5'd26: read_data_50 = bank26[read_address_50[9:5]];
            5'd27: read_data_50 = bank27[read_address_50[9:5]];
            5'd28: read_data_50 = bank28[read_address_50[9:5]];
            5'd29: read_data_50 = bank29[read_address_50[9:5]];
            5'd30: read_data_50 = bank30[read_address_50[9:5]];
            default: read_data_50 = bank31[read_address_50[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_51[4:0])
            5'd0: read_data_51 = bank0[read_address_51[9:5]];
            5'd1: read_data_51 = bank1[read_address_51[9:5]];
            5'd2: read_data_51 = bank2[read_address_51[9:5]];
            5'd3: read_data_51 = bank3[read_address_51[9:5]];
            5'd4: read_data_51 = bank4[read_address_51[9:5]];
            5'd5: read_data_51 = bank5[read_address_51[9:5]];
            5'd6: read_data_51 = bank6[read_address_51[9:5]];
            5'd7: read_data_51 = bank7[read_address_51[9:5]];
            5'd8: read_data_51 = bank8[read_address_51[9:5]];
            5'd9: read_data_51 = bank9[read_address_51[9:5]];
            5'd10: read_data_51 = bank10[read_address_51[9:5]];
            5'd11: read_data_51 = bank11[read_address_51[9:5]];
            5'd12: read_data_51 = bank12[read_address_51[9:5]];
            5'd13: read_data_51 = bank13[read_address_51[9:5]];
            5'd14: read_data_51 = bank14[read_address_51[9:5]];
            5'd15: read_data_51 = bank15[read_address_51[9:5]];
            5'd16: read_data_51 = bank16[read_address_51[9:5]];
            5'd17: read_data_51 = bank17[read_address_51[9:5]];
            5'd18: read_data_51 = bank18[read_address_51[9:5]];
            5'd19: read_data_51 = bank19[read_address_51[9:5]];
            5'd20: read_data_51 = bank20[read_address_51[9:5]];
            5'd21: read_data_51 = bank21[read_address_51[9:5]];
            5'd22: read_data_51 = bank22[read_address_51[9:5]];
            5'd23: read_data_51 = bank23[read_address_51[9:5]];
            5'd24: read_data_51 = bank24[read_address_51[9:5]];
            5'd25: read_data_51 = bank25[read_address_51[9:5]];
            5'd26: read_data_51 = bank26[read_address_51[9:5]];
            5'd27: read_data_51 = bank27[read_address_51[9:5]];
            5'd28: read_data_51 = bank28[read_address_51[9:5]];
            5'd29: read_data_51 = bank29[read_address_51[9:5]];
            5'd30: read_data_51 = bank30[read_address_51[9:5]];
            default: read_data_51 = bank31[read_address_51[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_52[4:0])
            5'd0: read_data_52 = bank0[read_address_52[9:5]];
            5'd1: read_data_52 = bank1[read_address_52[9:5]];
            5'd2: read_data_52 = bank2[read_address_52[9:5]];
            5'd3: read_data_52 = bank3[read_address_52[9:5]];
            5'd4: read_data_52 = bank4[read_address_52[9:5]];
            5'd5: read_data_52 = bank5[read_address_52[9:5]];
            5'd6: read_data_52 = bank6[read_address_52[9:5]];
            5'd7: read_data_52 = bank7[read_address_52[9:5]];
            5'd8: read_data_52 = bank8[read_address_52[9:5]];
            5'd9: read_data_52 = bank9[read_address_52[9:5]];
            5'd10: read_data_52 = bank10[read_address_52[9:5]];
            5'd11: read_data_52 = bank11[read_address_52[9:5]];
            5'd12: read_data_52 = bank12[read_address_52[9:5]];
            5'd13: read_data_52 = bank13[read_address_52[9:5]];
            5'd14: read_data_52 = bank14[read_address_52[9:5]];
            5'd15: read_data_52 = bank15[read_address_52[9:5]];
            5'd16: read_data_52 = bank16[read_address_52[9:5]];
            5'd17: read_data_52 = bank17[read_address_52[9:5]];
            5'd18: read_data_52 = bank18[read_address_52[9:5]];
            5'd19: read_data_52 = bank19[read_address_52[9:5]];
            5'd20: read_data_52 = bank20[read_address_52[9:5]];
            5'd21: read_data_52 = bank21[read_address_52[9:5]];
            5'd22: read_data_52 = bank22[read_address_52[9:5]];
            5'd23: read_data_52 = bank23[read_address_52[9:5]];
            5'd24: read_data_52 = bank24[read_address_52[9:5]];
            5'd25: read_data_52 = bank25[read_address_52[9:5]];
            5'd26: read_data_52 = bank26[read_address_52[9:5]];
            5'd27: read_data_52 = bank27[read_address_52[9:5]];
            5'd28: read_data_52 = bank28[read_address_52[9:5]];
            5'd29: read_data_52 = bank29[read_address_52[9:5]];
            5'd30: read_data_52 = bank30[read_address_52[9:5]];
            default: read_data_52 = bank31[read_address_52[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_53[4:0])
            5'd0: read_data_53 = bank0[read_address_53[9:5]];
            5'd1: read_data_53 = bank1[read_address_53[9:5]];
            5'd2: read_data_53 = bank2[read_address_53[9:5]];
            5'd3: read_data_53 = bank3[read_address_53[9:5]];
            5'd4: read_data_53 = bank4[read_address_53[9:5]];
            5'd5: read_data_53 = bank5[read_address_53[9:5]];
            5'd6: read_data_53 = bank6[read_address_53[9:5]];
            5'd7: read_data_53 = bank7[read_address_53[9:5]];
            5'd8: read_data_53 = bank8[read_address_53[9:5]];
            5'd9: read_data_53 = bank9[read_address_53[9:5]];
            5'd10: read_data_53 = bank10[read_address_53[9:5]];
            5'd11: read_data_53 = bank11[read_address_53[9:5]];
            5'd12: read_data_53 = bank12[read_address_53[9:5]];
            5'd13: read_data_53 = bank13[read_address_53[9:5]];
            5'd14: read_data_53 = bank14[read_address_53[9:5]];
            5'd15: read_data_53 = bank15[read_address_53[9:5]];
            5'd16: read_data_53 = bank16[read_address_53[9:5]];
            5'd17: read_data_53 = bank17[read_address_53[9:5]];
            5'd18: read_data_53 = bank18[read_address_53[9:5]];
            5'd19: read_data_53 = bank19[read_address_53[9:5]];
            5'd20: read_data_53 = bank20[read_address_53[9:5]];
            5'd21: read_data_53 = bank21[read_address_53[9:5]];
            5'd22: read_data_53 = bank22[read_address_53[9:5]];
            5'd23: read_data_53 = bank23[read_address_53[9:5]];
            5'd24: read_data_53 = bank24[read_address_53[9:5]];
            5'd25: read_data_53 = bank25[read_address_53[9:5]];
            5'd26: read_data_53 = bank26[read_address_53[9:5]];
            5'd27: read_data_53 = bank27[read_address_53[9:5]];
            5'd28: read_data_53 = bank28[read_address_53[9:5]];
            5'd29: read_data_53 = bank29[read_address_53[9:5]];
            5'd30: read_data_53 = bank30[read_address_53[9:5]];
            default: read_data_53 = bank31[read_address_53[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_54[4:0])
            5'd0: read_data_54 = bank0[read_address_54[9:5]];
            5'd1: read_data_54 = bank1[read_address_54[9:5]];
            5'd2: read_data_54 = bank2[read_address_54[9:5]];
            5'd3: read_data_54 = bank3[read_address_54[9:5]];
            5'd4: read_data_54 = bank4[read_address_54[9:5]];
            5'd5: read_data_54 = bank5[read_address_54[9:5]];
            5'd6: read_data_54 = bank6[read_address_54[9:5]];
            5'd7: read_data_54 = bank7[read_address_54[9:5]];
            5'd8: read_data_54 = bank8[read_address_54[9:5]];
            5'd9: read_data_54 = bank9[read_address_54[9:5]];
            5'd10: read_data_54 = bank10[read_address_54[9:5]];
            5'd11: read_data_54 = bank11[read_address_54[9:5]];
            5'd12: read_data_54 = bank12[read_address_54[9:5]];
            5'd13: read_data_54 = bank13[read_address_54[9:5]];
            5'd14: read_data_54 = bank14[read_address_54[9:5]];
            5'd15: read_data_54 = bank15[read_address_54[9:5]];
            5'd16: read_data_54 = bank16[read_address_54[9:5]];
            5'd17: read_data_54 = bank17[read_address_54[9:5]];
            5'd18: read_data_54 = bank18[read_address_54[9:5]];
            5'd19: read_data_54 = bank19[read_address_54[9:5]];
            5'd20: read_data_54 = bank20[read_address_54[9:5]];
            5'd21: read_data_54 = bank21[read_address_54[9:5]];
            5'd22: read_data_54 = bank22[read_address_54[9:5]];
            5'd23: read_data_54 = bank23[read_address_54[9:5]];
            5'd24: read_data_54 = bank24[read_address_54[9:5]];
            5'd25: read_data_54 = bank25[read_address_54[9:5]];
            5'd26: read_data_54 = bank26[read_address_54[9:5]];
            5'd27: read_data_54 = bank27[read_address_54[9:5]];
            5'd28: read_data_54 = bank28[read_address_54[9:5]];
            5'd29: read_data_54 = bank29[read_address_54[9:5]];
            5'd30: read_data_54 = bank30[read_address_54[9:5]];
            default: read_data_54 = bank31[read_address_54[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_55[4:0])
            5'd0: read_data_55 = bank0[read_address_55[9:5]];
            5'd1: read_data_55 = bank1[read_address_55[9:5]];
            5'd2: read_data_55 = bank2[read_address_55[9:5]];
            5'd3: read_data_55 = bank3[read_address_55[9:5]];
            5'd4: read_data_55 = bank4[read_address_55[9:5]];
            5'd5: read_data_55 = bank5[read_address_55[9:5]];
            5'd6: read_data_55 = bank6[read_address_55[9:5]];
            5'd7: read_data_55 = bank7[read_address_55[9:5]];
            5'd8: read_data_55 = bank8[read_address_55[9:5]];
            5'd9: read_data_55 = bank9[read_address_55[9:5]];
            5'd10: read_data_55 = bank10[read_address_55[9:5]];
            5'd11: read_data_55 = bank11[read_address_55[9:5]];
            5'd12: read_data_55 = bank12[read_address_55[9:5]];
            5'd13: read_data_55 = bank13[read_address_55[9:5]];
            5'd14: read_data_55 = bank14[read_address_55[9:5]];
            5'd15: read_data_55 = bank15[read_address_55[9:5]];
            5'd16: read_data_55 = bank16[read_address_55[9:5]];
            5'd17: read_data_55 = bank17[read_address_55[9:5]];
            5'd18: read_data_55 = bank18[read_address_55[9:5]];
            5'd19: read_data_55 = bank19[read_address_55[9:5]];
            5'd20: read_data_55 = bank20[read_address_55[9:5]];
            5'd21: read_data_55 = bank21[read_address_55[9:5]];
            5'd22: read_data_55 = bank22[read_address_55[9:5]];
            5'd23: read_data_55 = bank23[read_address_55[9:5]];
            5'd24: read_data_55 = bank24[read_address_55[9:5]];
            5'd25: read_data_55 = bank25[read_address_55[9:5]];
            5'd26: read_data_55 = bank26[read_address_55[9:5]];
            5'd27: read_data_55 = bank27[read_address_55[9:5]];
            5'd28: read_data_55 = bank28[read_address_55[9:5]];
            5'd29: read_data_55 = bank29[read_address_55[9:5]];
            5'd30: read_data_55 = bank30[read_address_55[9:5]];
            default: read_data_55 = bank31[read_address_55[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_56[4:0])
            5'd0: read_data_56 = bank0[read_address_56[9:5]];
            5'd1: read_data_56 = bank1[read_address_56[9:5]];
            5'd2: read_data_56 = bank2[read_address_56[9:5]];
            5'd3: read_data_56 = bank3[read_address_56[9:5]];
            5'd4: read_data_56 = bank4[read_address_56[9:5]];
            5'd5: read_data_56 = bank5[read_address_56[9:5]];
            5'd6: read_data_56 = bank6[read_address_56[9:5]];
            5'd7: read_data_56 = bank7[read_address_56[9:5]];
            5'd8: read_data_56 = bank8[read_address_56[9:5]];
            5'd9: read_data_56 = bank9[read_address_56[9:5]];
            5'd10: read_data_56 = bank10[read_address_56[9:5]];
            5'd11: read_data_56 = bank11[read_address_56[9:5]];
            5'd12: read_data_56 = bank12[read_address_56[9:5]];
            5'd13: read_data_56 = bank13[read_address_56[9:5]];
            5'd14: read_data_56 = bank14[read_address_56[9:5]];
            5'd15: read_data_56 = bank15[read_address_56[9:5]];
            5'd16: read_data_56 = bank16[read_address_56[9:5]];
            5'd17: read_data_56 = bank17[read_address_56[9:5]];
            5'd18: read_data_56 = bank18[read_address_56[9:5]];
            5'd19: read_data_56 = bank19[read_address_56[9:5]];
            5'd20: read_data_56 = bank20[read_address_56[9:5]];
            5'd21: read_data_56 = bank21[read_address_56[9:5]];
            5'd22: read_data_56 = bank22[read_address_56[9:5]];
            5'd23: read_data_56 = bank23[read_address_56[9:5]];
            5'd24: read_data_56 = bank24[read_address_56[9:5]];
            5'd25: read_data_56 = bank25[read_address_56[9:5]];
            5'd26: read_data_56 = bank26[read_address_56[9:5]];
            5'd27: read_data_56 = bank27[read_address_56[9:5]];
            5'd28: read_data_56 = bank28[read_address_56[9:5]];
            5'd29: read_data_56 = bank29[read_address_56[9:5]];
            5'd30: read_data_56 = bank30[read_address_56[9:5]];
            default: read_data_56 = bank31[read_address_56[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_57[4:0])
            5'd0: read_data_57 = bank0[read_address_57[9:5]];
            5'd1: read_data_57 = bank1[read_address_57[9:5]];
            5'd2: read_data_57 = bank2[read_address_57[9:5]];
            5'd3: read_data_57 = bank3[read_address_57[9:5]];
            5'd4: read_data_57 = bank4[read_address_57[9:5]];
            5'd5: read_data_57 = bank5[read_address_57[9:5]];
            5'd6: read_data_57 = bank6[read_address_57[9:5]];
            5'd7: read_data_57 = bank7[read_address_57[9:5]];
            5'd8: read_data_57 = bank8[read_address_57[9:5]];
            5'd9: read_data_57 = bank9[read_address_57[9:5]];
            5'd10: read_data_57 = bank10[read_address_57[9:5]];
            5'd11: read_data_57 = bank11[read_address_57[9:5]];
            5'd12: read_data_57 = bank12[read_address_57[9:5]];
            5'd13: read_data_57 = bank13[read_address_57[9:5]];
            5'd14: read_data_57 = bank14[read_address_57[9:5]];
            5'd15: read_data_57 = bank15[read_address_57[9:5]];
            5'd16: read_data_57 = bank16[read_address_57[9:5]];
            5'd17: read_data_57 = bank17[read_address_57[9:5]];
            5'd18: read_data_57 = bank18[read_address_57[9:5]];
            5'd19: read_data_57 = bank19[read_address_57[9:5]];
            5'd20: read_data_57 = bank20[read_address_57[9:5]];
            5'd21: read_data_57 = bank21[read_address_57[9:5]];
            5'd22: read_data_57 = bank22[read_address_57[9:5]];
            5'd23: read_data_57 = bank23[read_address_57[9:5]];
            5'd24: read_data_57 = bank24[read_address_57[9:5]];
            5'd25: read_data_57 = bank25[read_address_57[9:5]];
            5'd26: read_data_57 = bank26[read_address_57[9:5]];
            5'd27: read_data_57 = bank27[read_address_57[9:5]];
            5'd28: read_data_57 = bank28[read_address_57[9:5]];
            5'd29: read_data_57 = bank29[read_address_57[9:5]];
            5'd30: read_data_57 = bank30[read_address_57[9:5]];
            default: read_data_57 = bank31[read_address_57[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_58[4:0])
            5'd0: read_data_58 = bank0[read_address_58[9:5]];
            5'd1: read_data_58 = bank1[read_address_58[9:5]];
            5'd2: read_data_58 = bank2[read_address_58[9:5]];
            5'd3: read_data_58 = bank3[read_address_58[9:5]];
            5'd4: read_data_58 = bank4[read_address_58[9:5]];
            5'd5: read_data_58 = bank5[read_address_58[9:5]];
            5'd6: read_data_58 = bank6[read_address_58[9:5]];
            5'd7: read_data_58 = bank7[read_address_58[9:5]];
            5'd8: read_data_58 = bank8[read_address_58[9:5]];
            5'd9: read_data_58 = bank9[read_address_58[9:5]];
            5'd10: read_data_58 = bank10[read_address_58[9:5]];
            5'd11: read_data_58 = bank11[read_address_58[9:5]];
            5'd12: read_data_58 = bank12[read_address_58[9:5]];
            5'd13: read_data_58 = bank13[read_address_58[9:5]];
            5'd14: read_data_58 = bank14[read_address_58[9:5]];
            5'd15: read_data_58 = bank15[read_address_58[9:5]];
            5'd16: read_data_58 = bank16[read_address_58[9:5]];
            5'd17: read_data_58 = bank17[read_address_58[9:5]];
            5'd18: read_data_58 = bank18[read_address_58[9:5]];
            5'd19: read_data_58 = bank19[read_address_58[9:5]];
            5'd20: read_data_58 = bank20[read_address_58[9:5]];
            5'd21: read_data_58 = bank21[read_address_58[9:5]];
            5'd22: read_data_58 = bank22[read_address_58[9:5]];
            5'd23: read_data_58 = bank23[read_address_58[9:5]];
            5'd24: read_data_58 = bank24[read_address_58[9:5]];
            5'd25: read_data_58 = bank25[read_address_58[9:5]];
            5'd26: read_data_58 = bank26[read_address_58[9:5]];
            5'd27: read_data_58 = bank27[read_address_58[9:5]];
            5'd28: read_data_58 = bank28[read_address_58[9:5]];
            5'd29: read_data_58 = bank29[read_address_58[9:5]];
            5'd30: read_data_58 = bank30[read_address_58[9:5]];
            default: read_data_58 = bank31[read_address_58[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_59[4:0])
            5'd0: read_data_59 = bank0[read_address_59[9:5]];
            5'd1: read_data_59 = bank1[read_address_59[9:5]];
            5'd2: read_data_59 = bank2[read_address_59[9:5]];
            5'd3: read_data_59 = bank3[read_address_59[9:5]];
            5'd4: read_data_59 = bank4[read_address_59[9:5]];
            5'd5: read_data_59 = bank5[read_address_59[9:5]];
            5'd6: read_data_59 = bank6[read_address_59[9:5]];
            5'd7: read_data_59 = bank7[read_address_59[9:5]];
            5'd8: read_data_59 = bank8[read_address_59[9:5]];
            5'd9: read_data_59 = bank9[read_address_59[9:5]];
            5'd10: read_data_59 = bank10[read_address_59[9:5]];
            5'd11: read_data_59 = bank11[read_address_59[9:5]];
            5'd12: read_data_59 = bank12[read_address_59[9:5]];
            5'd13: read_data_59 = bank13[read_address_59[9:5]];
            5'd14: read_data_59 = bank14[read_address_59[9:5]];
            5'd15: read_data_59 = bank15[read_address_59[9:5]];
            5'd16: read_data_59 = bank16[read_address_59[9:5]];
            5'd17: read_data_59 = bank17[read_address_59[9:5]];
            5'd18: read_data_59 = bank18[read_address_59[9:5]];
            5'd19: read_data_59 = bank19[read_address_59[9:5]];
            5'd20: read_data_59 = bank20[read_address_59[9:5]];
            5'd21: read_data_59 = bank21[read_address_59[9:5]];
            5'd22: read_data_59 = bank22[read_address_59[9:5]];
            5'd23: read_data_59 = bank23[read_address_59[9:5]];
            5'd24: read_data_59 = bank24[read_address_59[9:5]];
            5'd25: read_data_59 = bank25[read_address_59[9:5]];
            5'd26: read_data_59 = bank26[read_address_59[9:5]];
            5'd27: read_data_59 = bank27[read_address_59[9:5]];
            5'd28: read_data_59 = bank28[read_address_59[9:5]];
            5'd29: read_data_59 = bank29[read_address_59[9:5]];
            5'd30: read_data_59 = bank30[read_address_59[9:5]];
            default: read_data_59 = bank31[read_address_59[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_60[4:0])
            5'd0: read_data_60 = bank0[read_address_60[9:5]];
            5'd1: read_data_60 = bank1[read_address_60[9:5]];
            5'd2: read_data_60 = bank2[read_address_60[9:5]];
            5'd3: read_data_60 = bank3[read_address_60[9:5]];
            5'd4: read_data_60 = bank4[read_address_60[9:5]];
            5'd5: read_data_60 = bank5[read_address_60[9:5]];
            5'd6: read_data_60 = bank6[read_address_60[9:5]];
            5'd7: read_data_60 = bank7[read_address_60[9:5]];
            5'd8: read_data_60 = bank8[read_address_60[9:5]];
            5'd9: read_data_60 = bank9[read_address_60[9:5]];
            5'd10: read_data_60 = bank10[read_address_60[9:5]];
            5'd11: read_data_60 = bank11[read_address_60[9:5]];
            5'd12: read_data_60 = bank12[read_address_60[9:5]];
            5'd13: read_data_60 = bank13[read_address_60[9:5]];
            5'd14: read_data_60 = bank14[read_address_60[9:5]];
            5'd15: read_data_60 = bank15[read_address_60[9:5]];
            5'd16: read_data_60 = bank16[read_address_60[9:5]];
            5'd17: read_data_60 = bank17[read_address_60[9:5]];
            5'd18: read_data_60 = bank18[read_address_60[9:5]];
            5'd19: read_data_60 = bank19[read_address_60[9:5]];
            5'd20: read_data_60 = bank20[read_address_60[9:5]];
            5'd21: read_data_60 = bank21[read_address_60[9:5]];
            5'd22: read_data_60 = bank22[read_address_60[9:5]];
            5'd23: read_data_60 = bank23[read_address_60[9:5]];
            5'd24: read_data_60 = bank24[read_address_60[9:5]];
            5'd25: read_data_60 = bank25[read_address_60[9:5]];
            5'd26: read_data_60 = bank26[read_address_60[9:5]];
            5'd27: read_data_60 = bank27[read_address_60[9:5]];
            5'd28: read_data_60 = bank28[read_address_60[9:5]];
            5'd29: read_data_60 = bank29[read_address_60[9:5]];
            5'd30: read_data_60 = bank30[read_address_60[9:5]];
            default: read_data_60 = bank31[read_address_60[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_61[4:0])
            5'd0: read_data_61 = bank0[read_address_61[9:5]];
            5'd1: read_data_61 = bank1[read_address_61[9:5]];
            5'd2: read_data_61 = bank2[read_address_61[9:5]];
            5'd3: read_data_61 = bank3[read_address_61[9:5]];
            5'd4: read_data_61 = bank4[read_address_61[9:5]];
            5'd5: read_data_61 = bank5[read_address_61[9:5]];
            5'd6: read_data_61 = bank6[read_address_61[9:5]];
            5'd7: read_data_61 = bank7[read_address_61[9:5]];
            5'd8: read_data_61 = bank8[read_address_61[9:5]];
            5'd9: read_data_61 = bank9[read_address_61[9:5]];
            5'd10: read_data_61 = bank10[read_address_61[9:5]];
            5'd11: read_data_61 = bank11[read_address_61[9:5]];
            5'd12: read_data_61 = bank12[read_address_61[9:5]];
            5'd13: read_data_61 = bank13[read_address_61[9:5]];
            5'd14: read_data_61 = bank14[read_address_61[9:5]];
            5'd15: read_data_61 = bank15[read_address_61[9:5]];
            5'd16: read_data_61 = bank16[read_address_61[9:5]];
            5'd17: read_data_61 = bank17[read_address_61[9:5]];
            5'd18: read_data_61 = bank18[read_address_61[9:5]];
            5'd19: read_data_61 = bank19[read_address_61[9:5]];
            5'd20: read_data_61 = bank20[read_address_61[9:5]];
            5'd21: read_data_61 = bank21[read_address_61[9:5]];
            5'd22: read_data_61 = bank22[read_address_61[9:5]];
            5'd23: read_data_61 = bank23[read_address_61[9:5]];
            5'd24: read_data_61 = bank24[read_address_61[9:5]];
            5'd25: read_data_61 = bank25[read_address_61[9:5]];
            5'd26: read_data_61 = bank26[read_address_61[9:5]];
            5'd27: read_data_61 = bank27[read_address_61[9:5]];
            5'd28: read_data_61 = bank28[read_address_61[9:5]];
            5'd29: read_data_61 = bank29[read_address_61[9:5]];
            5'd30: read_data_61 = bank30[read_address_61[9:5]];
            default: read_data_61 = bank31[read_address_61[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_62[4:0])
            5'd0: read_data_62 = bank0[read_address_62[9:5]];
            5'd1: read_data_62 = bank1[read_address_62[9:5]];
            5'd2: read_data_62 = bank2[read_address_62[9:5]];
            5'd3: read_data_62 = bank3[read_address_62[9:5]];
            5'd4: read_data_62 = bank4[read_address_62[9:5]];
            5'd5: read_data_62 = bank5[read_address_62[9:5]];
            5'd6: read_data_62 = bank6[read_address_62[9:5]];
            5'd7: read_data_62 = bank7[read_address_62[9:5]];
            5'd8: read_data_62 = bank8[read_address_62[9:5]];
            5'd9: read_data_62 = bank9[read_address_62[9:5]];
            5'd10: read_data_62 = bank10[read_address_62[9:5]];
            5'd11: read_data_62 = bank11[read_address_62[9:5]];
            5'd12: read_data_62 = bank12[read_address_62[9:5]];
            5'd13: read_data_62 = bank13[read_address_62[9:5]];
            5'd14: read_data_62 = bank14[read_address_62[9:5]];
            5'd15: read_data_62 = bank15[read_address_62[9:5]];
            5'd16: read_data_62 = bank16[read_address_62[9:5]];
            5'd17: read_data_62 = bank17[read_address_62[9:5]];
            5'd18: read_data_62 = bank18[read_address_62[9:5]];
            5'd19: read_data_62 = bank19[read_address_62[9:5]];
            5'd20: read_data_62 = bank20[read_address_62[9:5]];
            5'd21: read_data_62 = bank21[read_address_62[9:5]];
            5'd22: read_data_62 = bank22[read_address_62[9:5]];
            5'd23: read_data_62 = bank23[read_address_62[9:5]];
            5'd24: read_data_62 = bank24[read_address_62[9:5]];
            5'd25: read_data_62 = bank25[read_address_62[9:5]];
            5'd26: read_data_62 = bank26[read_address_62[9:5]];
            5'd27: read_data_62 = bank27[read_address_62[9:5]];
            5'd28: read_data_62 = bank28[read_address_62[9:5]];
            5'd29: read_data_62 = bank29[read_address_62[9:5]];
            5'd30: read_data_62 = bank30[read_address_62[9:5]];
            default: read_data_62 = bank31[read_address_62[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_63[4:0])
            5'd0: read_data_63 = bank0[read_address_63[9:5]];
            5'd1: read_data_63 = bank1[read_address_63[9:5]];
            5'd2: read_data_63 = bank2[read_address_63[9:5]];
            5'd3: read_data_63 = bank3[read_address_63[9:5]];
            5'd4: read_data_63 = bank4[read_address_63[9:5]];
            5'd5: read_data_63 = bank5[read_address_63[9:5]];
            5'd6: read_data_63 = bank6[read_address_63[9:5]];
            5'd7: read_data_63 = bank7[read_address_63[9:5]];
            5'd8: read_data_63 = bank8[read_address_63[9:5]];
            5'd9: read_data_63 = bank9[read_address_63[9:5]];
            5'd10: read_data_63 = bank10[read_address_63[9:5]];
            5'd11: read_data_63 = bank11[read_address_63[9:5]];
            5'd12: read_data_63 = bank12[read_address_63[9:5]];
            5'd13: read_data_63 = bank13[read_address_63[9:5]];
            5'd14: read_data_63 = bank14[read_address_63[9:5]];
            5'd15: read_data_63 = bank15[read_address_63[9:5]];
            5'd16: read_data_63 = bank16[read_address_63[9:5]];
            5'd17: read_data_63 = bank17[read_address_63[9:5]];
            5'd18: read_data_63 = bank18[read_address_63[9:5]];
            5'd19: read_data_63 = bank19[read_address_63[9:5]];
            5'd20: read_data_63 = bank20[read_address_63[9:5]];
            5'd21: read_data_63 = bank21[read_address_63[9:5]];
            5'd22: read_data_63 = bank22[read_address_63[9:5]];
            5'd23: read_data_63 = bank23[read_address_63[9:5]];
            5'd24: read_data_63 = bank24[read_address_63[9:5]];
            5'd25: read_data_63 = bank25[read_address_63[9:5]];
            5'd26: read_data_63 = bank26[read_address_63[9:5]];
            5'd27: read_data_63 = bank27[read_address_63[9:5]];
            5'd28: read_data_63 = bank28[read_address_63[9:5]];
            5'd29: read_data_63 = bank29[read_address_63[9:5]];
            5'd30: read_data_63 = bank30[read_address_63[9:5]];
            default: read_data_63 = bank31[read_address_63[9:5]];
        endcase
    end
endmodule

module core_logic_predicates (
    input wire clock,
    input wire write_0,
    input wire write_1,
    input wire write_2,
    input wire write_3,
    input wire write_4,
    input wire write_5,
    input wire write_6,
    input wire write_7,
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [8:0] write_address_0,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [8:0] write_address_1,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [8:0] write_address_2,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [8:0] write_address_3,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [8:0] write_address_4,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [8:0] write_address_5,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [8:0] write_address_6,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [8:0] write_address_7,
    // verilator lint_on UNUSEDSIGNAL
    input wire [2:0] write_data_0,
    input wire [2:0] write_data_1,
    input wire [2:0] write_data_2,
    input wire [2:0] write_data_3,
    input wire [2:0] write_data_4,
    input wire [2:0] write_data_5,
    input wire [2:0] write_data_6,
    input wire [2:0] write_data_7,
    input wire [8:0] read_address_0,
    input wire [8:0] read_address_1,
    input wire [8:0] read_address_2,
    input wire [8:0] read_address_3,
    input wire [8:0] read_address_4,
    input wire [8:0] read_address_5,
    input wire [8:0] read_address_6,
    input wire [8:0] read_address_7,
    input wire [8:0] read_address_8,
    input wire [8:0] read_address_9,
    input wire [8:0] read_address_10,
    input wire [8:0] read_address_11,
    input wire [8:0] read_address_12,
    input wire [8:0] read_address_13,
    input wire [8:0] read_address_14,
    input wire [8:0] read_address_15,
    input wire [8:0] read_address_16,
    input wire [8:0] read_address_17,
    input wire [8:0] read_address_18,
    input wire [8:0] read_address_19,
    input wire [8:0] read_address_20,
    input wire [8:0] read_address_21,
    input wire [8:0] read_address_22,
    input wire [8:0] read_address_23,
    input wire [8:0] read_address_24,
    input wire [8:0] read_address_25,
    input wire [8:0] read_address_26,
    input wire [8:0] read_address_27,
    input wire [8:0] read_address_28,
    input wire [8:0] read_address_29,
    input wire [8:0] read_address_30,
    input wire [8:0] read_address_31,
    input wire [8:0] read_address_32,
    input wire [8:0] read_address_33,
    input wire [8:0] read_address_34,
    input wire [8:0] read_address_35,
    input wire [8:0] read_address_36,
    input wire [8:0] read_address_37,
    input wire [8:0] read_address_38,
    input wire [8:0] read_address_39,
    input wire [8:0] read_address_40,
    input wire [8:0] read_address_41,
    input wire [8:0] read_address_42,
    input wire [8:0] read_address_43,
    input wire [8:0] read_address_44,
    input wire [8:0] read_address_45,
    input wire [8:0] read_address_46,
    input wire [8:0] read_address_47,
    input wire [8:0] read_address_48,
    input wire [8:0] read_address_49,
    input wire [8:0] read_address_50,
    input wire [8:0] read_address_51,
    input wire [8:0] read_address_52,
    input wire [8:0] read_address_53,
    input wire [8:0] read_address_54,
    input wire [8:0] read_address_55,
    input wire [8:0] read_address_56,
    input wire [8:0] read_address_57,
    input wire [8:0] read_address_58,
    input wire [8:0] read_address_59,
    input wire [8:0] read_address_60,
    input wire [8:0] read_address_61,
    input wire [8:0] read_address_62,
    input wire [8:0] read_address_63,
    output reg [2:0] read_data_0,
    output reg [2:0] read_data_1,
    output reg [2:0] read_data_2,
    output reg [2:0] read_data_3,
    output reg [2:0] read_data_4,
    output reg [2:0] read_data_5,
    output reg [2:0] read_data_6,
    output reg [2:0] read_data_7,
    output reg [2:0] read_data_8,
    output reg [2:0] read_data_9,
    output reg [2:0] read_data_10,
    output reg [2:0] read_data_11,
    output reg [2:0] read_data_12,
    output reg [2:0] read_data_13,
    output reg [2:0] read_data_14,
    output reg [2:0] read_data_15,
    output reg [2:0] read_data_16,
    output reg [2:0] read_data_17,
    output reg [2:0] read_data_18,
    output reg [2:0] read_data_19,
    output reg [2:0] read_data_20,
    output reg [2:0] read_data_21,
    output reg [2:0] read_data_22,
    output reg [2:0] read_data_23,
    output reg [2:0] read_data_24,
    output reg [2:0] read_data_25,
    output reg [2:0] read_data_26,
    output reg [2:0] read_data_27,
    output reg [2:0] read_data_28,
    output reg [2:0] read_data_29,
    output reg [2:0] read_data_30,
    output reg [2:0] read_data_31,
    output reg [2:0] read_data_32,
    output reg [2:0] read_data_33,
    output reg [2:0] read_data_34,
    output reg [2:0] read_data_35,
    output reg [2:0] read_data_36,
    output reg [2:0] read_data_37,
    output reg [2:0] read_data_38,
    output reg [2:0] read_data_39,
    output reg [2:0] read_data_40,
    output reg [2:0] read_data_41,
    output reg [2:0] read_data_42,
    output reg [2:0] read_data_43,
    output reg [2:0] read_data_44,
    output reg [2:0] read_data_45,
    output reg [2:0] read_data_46,
    output reg [2:0] read_data_47,
    output reg [2:0] read_data_48,
    output reg [2:0] read_data_49,
    output reg [2:0] read_data_50,
    output reg [2:0] read_data_51,
    output reg [2:0] read_data_52,
    output reg [2:0] read_data_53,
    output reg [2:0] read_data_54,
    output reg [2:0] read_data_55,
    output reg [2:0] read_data_56,
    output reg [2:0] read_data_57,
    output reg [2:0] read_data_58,
    output reg [2:0] read_data_59,
    output reg [2:0] read_data_60,
    output reg [2:0] read_data_61,
    output reg [2:0] read_data_62,
    output reg [2:0] read_data_63
);
    reg [2:0] bank0 [0:63];
    reg [2:0] bank1 [0:63];
    reg [2:0] bank2 [0:63];
    reg [2:0] bank3 [0:63];
    reg [2:0] bank4 [0:63];
    reg [2:0] bank5 [0:63];
    reg [2:0] bank6 [0:63];
    reg [2:0] bank7 [0:63];

    always @(posedge clock) begin
        if (write_0) bank0[write_address_0[8:3]] <= write_data_0;
        if (write_1) bank1[write_address_1[8:3]] <= write_data_1;
        if (write_2) bank2[write_address_2[8:3]] <= write_data_2;
        if (write_3) bank3[write_address_3[8:3]] <= write_data_3;
        if (write_4) bank4[write_address_4[8:3]] <= write_data_4;
        if (write_5) bank5[write_address_5[8:3]] <= write_data_5;
        if (write_6) bank6[write_address_6[8:3]] <= write_data_6;
        if (write_7) bank7[write_address_7[8:3]] <= write_data_7;
    end

    always @(*) begin
        case (read_address_0[2:0])
            3'd0: read_data_0 = bank0[read_address_0[8:3]];
            3'd1: read_data_0 = bank1[read_address_0[8:3]];
            3'd2: read_data_0 = bank2[read_address_0[8:3]];
            3'd3: read_data_0 = bank3[read_address_0[8:3]];
            3'd4: read_data_0 = bank4[read_address_0[8:3]];
            3'd5: read_data_0 = bank5[read_address_0[8:3]];
            3'd6: read_data_0 = bank6[read_address_0[8:3]];
            default: read_data_0 = bank7[read_address_0[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_1[2:0])
            3'd0: read_data_1 = bank0[read_address_1[8:3]];
            3'd1: read_data_1 = bank1[read_address_1[8:3]];
            3'd2: read_data_1 = bank2[read_address_1[8:3]];
            3'd3: read_data_1 = bank3[read_address_1[8:3]];
            3'd4: read_data_1 = bank4[read_address_1[8:3]];
            3'd5: read_data_1 = bank5[read_address_1[8:3]];
            3'd6: read_data_1 = bank6[read_address_1[8:3]];
            default: read_data_1 = bank7[read_address_1[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_2[2:0])
            3'd0: read_data_2 = bank0[read_address_2[8:3]];
            3'd1: read_data_2 = bank1[read_address_2[8:3]];
            3'd2: read_data_2 = bank2[read_address_2[8:3]];
            3'd3: read_data_2 = bank3[read_address_2[8:3]];
            3'd4: read_data_2 = bank4[read_address_2[8:3]];
            3'd5: read_data_2 = bank5[read_address_2[8:3]];
            3'd6: read_data_2 = bank6[read_address_2[8:3]];
            default: read_data_2 = bank7[read_address_2[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_3[2:0])
            3'd0: read_data_3 = bank0[read_address_3[8:3]];
            3'd1: read_data_3 = bank1[read_address_3[8:3]];
            3'd2: read_data_3 = bank2[read_address_3[8:3]];
            3'd3: read_data_3 = bank3[read_address_3[8:3]];
            3'd4: read_data_3 = bank4[read_address_3[8:3]];
            3'd5: read_data_3 = bank5[read_address_3[8:3]];
            3'd6: read_data_3 = bank6[read_address_3[8:3]];
            default: read_data_3 = bank7[read_address_3[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_4[2:0])
            3'd0: read_data_4 = bank0[read_address_4[8:3]];
            3'd1: read_data_4 = bank1[read_address_4[8:3]];
            3'd2: read_data_4 = bank2[read_address_4[8:3]];
            3'd3: read_data_4 = bank3[read_address_4[8:3]];
            3'd4: read_data_4 = bank4[read_address_4[8:3]];
            3'd5: read_data_4 = bank5[read_address_4[8:3]];
            3'd6: read_data_4 = bank6[read_address_4[8:3]];
            default: read_data_4 = bank7[read_address_4[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_5[2:0])
            3'd0: read_data_5 = bank0[read_address_5[8:3]];
            3'd1: read_data_5 = bank1[read_address_5[8:3]];
            3'd2: read_data_5 = bank2[read_address_5[8:3]];
            3'd3: read_data_5 = bank3[read_address_5[8:3]];
            3'd4: read_data_5 = bank4[read_address_5[8:3]];
            3'd5: read_data_5 = bank5[read_address_5[8:3]];
            3'd6: read_data_5 = bank6[read_address_5[8:3]];
            default: read_data_5 = bank7[read_address_5[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_6[2:0])
            3'd0: read_data_6 = bank0[read_address_6[8:3]];
            3'd1: read_data_6 = bank1[read_address_6[8:3]];
            3'd2: read_data_6 = bank2[read_address_6[8:3]];
            3'd3: read_data_6 = bank3[read_address_6[8:3]];
            3'd4: read_data_6 = bank4[read_address_6[8:3]];
            3'd5: read_data_6 = bank5[read_address_6[8:3]];
            3'd6: read_data_6 = bank6[read_address_6[8:3]];
            default: read_data_6 = bank7[read_address_6[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_7[2:0])
            3'd0: read_data_7 = bank0[read_address_7[8:3]];
            3'd1: read_data_7 = bank1[read_address_7[8:3]];
            3'd2: read_data_7 = bank2[read_address_7[8:3]];
            3'd3: read_data_7 = bank3[read_address_7[8:3]];
            3'd4: read_data_7 = bank4[read_address_7[8:3]];
            3'd5: read_data_7 = bank5[read_address_7[8:3]];
            3'd6: read_data_7 = bank6[read_address_7[8:3]];
            default: read_data_7 = bank7[read_address_7[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_8[2:0])
            3'd0: read_data_8 = bank0[read_address_8[8:3]];
            3'd1: read_data_8 = bank1[read_address_8[8:3]];
            3'd2: read_data_8 = bank2[read_address_8[8:3]];
            3'd3: read_data_8 = bank3[read_address_8[8:3]];
            3'd4: read_data_8 = bank4[read_address_8[8:3]];
            3'd5: read_data_8 = bank5[read_address_8[8:3]];
            3'd6: read_data_8 = bank6[read_address_8[8:3]];
            default: read_data_8 = bank7[read_address_8[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_9[2:0])
            3'd0: read_data_9 = bank0[read_address_9[8:3]];
            3'd1: read_data_9 = bank1[read_address_9[8:3]];
            3'd2: read_data_9 = bank2[read_address_9[8:3]];
            3'd3: read_data_9 = bank3[read_address_9[8:3]];
            3'd4: read_data_9 = bank4[read_address_9[8:3]];
            3'd5: read_data_9 = bank5[read_address_9[8:3]];
            3'd6: read_data_9 = bank6[read_address_9[8:3]];
            default: read_data_9 = bank7[read_address_9[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_10[2:0])
            3'd0: read_data_10 = bank0[read_address_10[8:3]];
            3'd1: read_data_10 = bank1[read_address_10[8:3]];
            3'd2: read_data_10 = bank2[read_address_10[8:3]];
            3'd3: read_data_10 = bank3[read_address_10[8:3]];
            3'd4: read_data_10 = bank4[read_address_10[8:3]];
            3'd5: read_data_10 = bank5[read_address_10[8:3]];
            3'd6: read_data_10 = bank6[read_address_10[8:3]];
            default: read_data_10 = bank7[read_address_10[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_11[2:0])
            3'd0: read_data_11 = bank0[read_address_11[8:3]];
            3'd1: read_data_11 = bank1[read_address_11[8:3]];
            3'd2: read_data_11 = bank2[read_address_11[8:3]];
            3'd3: read_data_11 = bank3[read_address_11[8:3]];
            3'd4: read_data_11 = bank4[read_address_11[8:3]];
            3'd5: read_data_11 = bank5[read_address_11[8:3]];
            3'd6: read_data_11 = bank6[read_address_11[8:3]];
            default: read_data_11 = bank7[read_address_11[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_12[2:0])
            3'd0: read_data_12 = bank0[read_address_12[8:3]];
            3'd1: read_data_12 = bank1[read_address_12[8:3]];
            3'd2: read_data_12 = bank2[read_address_12[8:3]];
            3'd3: read_data_12 = bank3[read_address_12[8:3]];
            3'd4: read_data_12 = bank4[read_address_12[8:3]];
            3'd5: read_data_12 = bank5[read_address_12[8:3]];
            3'd6: read_data_12 = bank6[read_address_12[8:3]];
            default: read_data_12 = bank7[read_address_12[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_13[2:0])
            3'd0: read_data_13 = bank0[read_address_13[8:3]];
            3'd1: read_data_13 = bank1[read_address_13[8:3]];
            3'd2: read_data_13 = bank2[read_address_13[8:3]];
            3'd3: read_data_13 = bank3[read_address_13[8:3]];
            3'd4: read_data_13 = bank4[read_address_13[8:3]];
            3'd5: read_data_13 = bank5[read_address_13[8:3]];
            3'd6: read_data_13 = bank6[read_address_13[8:3]];
            default: read_data_13 = bank7[read_address_13[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_14[2:0])
            3'd0: read_data_14 = bank0[read_address_14[8:3]];
            3'd1: read_data_14 = bank1[read_address_14[8:3]];
            3'd2: read_data_14 = bank2[read_address_14[8:3]];
            3'd3: read_data_14 = bank3[read_address_14[8:3]];
            3'd4: read_data_14 = bank4[read_address_14[8:3]];
            3'd5: read_data_14 = bank5[read_address_14[8:3]];
            3'd6: read_data_14 = bank6[read_address_14[8:3]];
            default: read_data_14 = bank7[read_address_14[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_15[2:0])
            3'd0: read_data_15 = bank0[read_address_15[8:3]];
            3'd1: read_data_15 = bank1[read_address_15[8:3]];
            3'd2: read_data_15 = bank2[read_address_15[8:3]];
            3'd3: read_data_15 = bank3[read_address_15[8:3]];
            3'd4: read_data_15 = bank4[read_address_15[8:3]];
            3'd5: read_data_15 = bank5[read_address_15[8:3]];
            3'd6: read_data_15 = bank6[read_address_15[8:3]];
            default: read_data_15 = bank7[read_address_15[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_16[2:0])
            3'd0: read_data_16 = bank0[read_address_16[8:3]];
            3'd1: read_data_16 = bank1[read_address_16[8:3]];
            3'd2: read_data_16 = bank2[read_address_16[8:3]];
            3'd3: read_data_16 = bank3[read_address_16[8:3]];
            3'd4: read_data_16 = bank4[read_address_16[8:3]];
            3'd5: read_data_16 = bank5[read_address_16[8:3]];
            3'd6: read_data_16 = bank6[read_address_16[8:3]];
            default: read_data_16 = bank7[read_address_16[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_17[2:0])
            3'd0: read_data_17 = bank0[read_address_17[8:3]];
            3'd1: read_data_17 = bank1[read_address_17[8:3]];
            3'd2: read_data_17 = bank2[read_address_17[8:3]];
            3'd3: read_data_17 = bank3[read_address_17[8:3]];
            3'd4: read_data_17 = bank4[read_address_17[8:3]];
            3'd5: read_data_17 = bank5[read_address_17[8:3]];
            3'd6: read_data_17 = bank6[read_address_17[8:3]];
            default: read_data_17 = bank7[read_address_17[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_18[2:0])
            3'd0: read_data_18 = bank0[read_address_18[8:3]];
            3'd1: read_data_18 = bank1[read_address_18[8:3]];
            3'd2: read_data_18 = bank2[read_address_18[8:3]];
            3'd3: read_data_18 = bank3[read_address_18[8:3]];
            3'd4: read_data_18 = bank4[read_address_18[8:3]];
            3'd5: read_data_18 = bank5[read_address_18[8:3]];
            3'd6: read_data_18 = bank6[read_address_18[8:3]];
            default: read_data_18 = bank7[read_address_18[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_19[2:0])
            3'd0: read_data_19 = bank0[read_address_19[8:3]];
            3'd1: read_data_19 = bank1[read_address_19[8:3]];
            3'd2: read_data_19 = bank2[read_address_19[8:3]];
            3'd3: read_data_19 = bank3[read_address_19[8:3]];
            3'd4: read_data_19 = bank4[read_address_19[8:3]];
            3'd5: read_data_19 = bank5[read_address_19[8:3]];
            3'd6: read_data_19 = bank6[read_address_19[8:3]];
            default: read_data_19 = bank7[read_address_19[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_20[2:0])
            3'd0: read_data_20 = bank0[read_address_20[8:3]];
            3'd1: read_data_20 = bank1[read_address_20[8:3]];
            3'd2: read_data_20 = bank2[read_address_20[8:3]];
            3'd3: read_data_20 = bank3[read_address_20[8:3]];
            3'd4: read_data_20 = bank4[read_address_20[8:3]];
            3'd5: read_data_20 = bank5[read_address_20[8:3]];
            3'd6: read_data_20 = bank6[read_address_20[8:3]];
            default: read_data_20 = bank7[read_address_20[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_21[2:0])
            3'd0: read_data_21 = bank0[read_address_21[8:3]];
            3'd1: read_data_21 = bank1[read_address_21[8:3]];
            3'd2: read_data_21 = bank2[read_address_21[8:3]];
            3'd3: read_data_21 = bank3[read_address_21[8:3]];
            3'd4: read_data_21 = bank4[read_address_21[8:3]];
            3'd5: read_data_21 = bank5[read_address_21[8:3]];
            3'd6: read_data_21 = bank6[read_address_21[8:3]];
            default: read_data_21 = bank7[read_address_21[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_22[2:0])
            3'd0: read_data_22 = bank0[read_address_22[8:3]];
            3'd1: read_data_22 = bank1[read_address_22[8:3]];
            3'd2: read_data_22 = bank2[read_address_22[8:3]];
            3'd3: read_data_22 = bank3[read_address_22[8:3]];
            3'd4: read_data_22 = bank4[read_address_22[8:3]];
            3'd5: read_data_22 = bank5[read_address_22[8:3]];
            3'd6: read_data_22 = bank6[read_address_22[8:3]];
            default: read_data_22 = bank7[read_address_22[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_23[2:0])
            3'd0: read_data_23 = bank0[read_address_23[8:3]];
            3'd1: read_data_23 = bank1[read_address_23[8:3]];
            3'd2: read_data_23 = bank2[read_address_23[8:3]];
            3'd3: read_data_23 = bank3[read_address_23[8:3]];
            3'd4: read_data_23 = bank4[read_address_23[8:3]];
            3'd5: read_data_23 = bank5[read_address_23[8:3]];
            3'd6: read_data_23 = bank6[read_address_23[8:3]];
            default: read_data_23 = bank7[read_address_23[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_24[2:0])
            3'd0: read_data_24 = bank0[read_address_24[8:3]];
            3'd1: read_data_24 = bank1[read_address_24[8:3]];
            3'd2: read_data_24 = bank2[read_address_24[8:3]];
            3'd3: read_data_24 = bank3[read_address_24[8:3]];
            3'd4: read_data_24 = bank4[read_address_24[8:3]];
            3'd5: read_data_24 = bank5[read_address_24[8:3]];
            3'd6: read_data_24 = bank6[read_address_24[8:3]];
            default: read_data_24 = bank7[read_address_24[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_25[2:0])
            3'd0: read_data_25 = bank0[read_address_25[8:3]];
            3'd1: read_data_25 = bank1[read_address_25[8:3]];
            3'd2: read_data_25 = bank2[read_address_25[8:3]];
            3'd3: read_data_25 = bank3[read_address_25[8:3]];
            3'd4: read_data_25 = bank4[read_address_25[8:3]];
            3'd5: read_data_25 = bank5[read_address_25[8:3]];
            3'd6: read_data_25 = bank6[read_address_25[8:3]];
            default: read_data_25 = bank7[read_address_25[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_26[2:0])
            3'd0: read_data_26 = bank0[read_address_26[8:3]];
            3'd1: read_data_26 = bank1[read_address_26[8:3]];
            3'd2: read_data_26 = bank2[read_address_26[8:3]];
            3'd3: read_data_26 = bank3[read_address_26[8:3]];
            3'd4: read_data_26 = bank4[read_address_26[8:3]];
            3'd5: read_data_26 = bank5[read_address_26[8:3]];
            3'd6: read_data_26 = bank6[read_address_26[8:3]];
            default: read_data_26 = bank7[read_address_26[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_27[2:0])
            3'd0: read_data_27 = bank0[read_address_27[8:3]];
            3'd1: read_data_27 = bank1[read_address_27[8:3]];
            3'd2: read_data_27 = bank2[read_address_27[8:3]];
            3'd3: read_data_27 = bank3[read_address_27[8:3]];
            3'd4: read_data_27 = bank4[read_address_27[8:3]];
            3'd5: read_data_27 = bank5[read_address_27[8:3]];
            3'd6: read_data_27 = bank6[read_address_27[8:3]];
            default: read_data_27 = bank7[read_address_27[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_28[2:0])
            3'd0: read_data_28 = bank0[read_address_28[8:3]];
            3'd1: read_data_28 = bank1[read_address_28[8:3]];
            3'd2: read_data_28 = bank2[read_address_28[8:3]];
            3'd3: read_data_28 = bank3[read_address_28[8:3]];
            3'd4: read_data_28 = bank4[read_address_28[8:3]];
            3'd5: read_data_28 = bank5[read_address_28[8:3]];
            3'd6: read_data_28 = bank6[read_address_28[8:3]];
            default: read_data_28 = bank7[read_address_28[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_29[2:0])
            3'd0: read_data_29 = bank0[read_address_29[8:3]];
            3'd1: read_data_29 = bank1[read_address_29[8:3]];
            3'd2: read_data_29 = bank2[read_address_29[8:3]];
            3'd3: read_data_29 = bank3[read_address_29[8:3]];
            3'd4: read_data_29 = bank4[read_address_29[8:3]];
            3'd5: read_data_29 = bank5[read_address_29[8:3]];
            3'd6: read_data_29 = bank6[read_address_29[8:3]];
            default: read_data_29 = bank7[read_address_29[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_30[2:0])
            3'd0: read_data_30 = bank0[read_address_30[8:3]];
            3'd1: read_data_30 = bank1[read_address_30[8:3]];
            3'd2: read_data_30 = bank2[read_address_30[8:3]];
            3'd3: read_data_30 = bank3[read_address_30[8:3]];
            3'd4: read_data_30 = bank4[read_address_30[8:3]];
            3'd5: read_data_30 = bank5[read_address_30[8:3]];
            3'd6: read_data_30 = bank6[read_address_30[8:3]];
            default: read_data_30 = bank7[read_address_30[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_31[2:0])
            3'd0: read_data_31 = bank0[read_address_31[8:3]];
            3'd1: read_data_31 = bank1[read_address_31[8:3]];
            3'd2: read_data_31 = bank2[read_address_31[8:3]];
            3'd3: read_data_31 = bank3[read_address_31[8:3]];
            3'd4: read_data_31 = bank4[read_address_31[8:3]];
            3'd5: read_data_31 = bank5[read_address_31[8:3]];
            3'd6: read_data_31 = bank6[read_address_31[8:3]];
            default: read_data_31 = bank7[read_address_31[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_32[2:0])
            3'd0: read_data_32 = bank0[read_address_32[8:3]];
            3'd1: read_data_32 = bank1[read_address_32[8:3]];
            3'd2: read_data_32 = bank2[read_address_32[8:3]];
            3'd3: read_data_32 = bank3[read_address_32[8:3]];
            3'd4: read_data_32 = bank4[read_address_32[8:3]];
            3'd5: read_data_32 = bank5[read_address_32[8:3]];
            3'd6: read_data_32 = bank6[read_address_32[8:3]];
            default: read_data_32 = bank7[read_address_32[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_33[2:0])
            3'd0: read_data_33 = bank0[read_address_33[8:3]];
            3'd1: read_data_33 = bank1[read_address_33[8:3]];
            3'd2: read_data_33 = bank2[read_address_33[8:3]];
            3'd3: read_data_33 = bank3[read_address_33[8:3]];
            3'd4: read_data_33 = bank4[read_address_33[8:3]];
            3'd5: read_data_33 = bank5[read_address_33[8:3]];
            3'd6: read_data_33 = bank6[read_address_33[8:3]];
            default: read_data_33 = bank7[read_address_33[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_34[2:0])
            3'd0: read_data_34 = bank0[read_address_34[8:3]];
            3'd1: read_data_34 = bank1[read_address_34[8:3]];
            3'd2: read_data_34 = bank2[read_address_34[8:3]];
            3'd3: read_data_34 = bank3[read_address_34[8:3]];
            3'd4: read_data_34 = bank4[read_address_34[8:3]];
            3'd5: read_data_34 = bank5[read_address_34[8:3]];
            3'd6: read_data_34 = bank6[read_address_34[8:3]];
            default: read_data_34 = bank7[read_address_34[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_35[2:0])
            3'd0: read_data_35 = bank0[read_address_35[8:3]];
            3'd1: read_data_35 = bank1[read_address_35[8:3]];
            3'd2: read_data_35 = bank2[read_address_35[8:3]];
            3'd3: read_data_35 = bank3[read_address_35[8:3]];
            3'd4: read_data_35 = bank4[read_address_35[8:3]];
            3'd5: read_data_35 = bank5[read_address_35[8:3]];
            3'd6: read_data_35 = bank6[read_address_35[8:3]];
            default: read_data_35 = bank7[read_address_35[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_36[2:0])
            3'd0: read_data_36 = bank0[read_address_36[8:3]];
            3'd1: read_data_36 = bank1[read_address_36[8:3]];
            3'd2: read_data_36 = bank2[read_address_36[8:3]];
            3'd3: read_data_36 = bank3[read_address_36[8:3]];
            3'd4: read_data_36 = bank4[read_address_36[8:3]];
            3'd5: read_data_36 = bank5[read_address_36[8:3]];
            3'd6: read_data_36 = bank6[read_address_36[8:3]];
            default: read_data_36 = bank7[read_address_36[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_37[2:0])
            3'd0: read_data_37 = bank0[read_address_37[8:3]];
            3'd1: read_data_37 = bank1[read_address_37[8:3]];
            3'd2: read_data_37 = bank2[read_address_37[8:3]];
            3'd3: read_data_37 = bank3[read_address_37[8:3]];
            3'd4: read_data_37 = bank4[read_address_37[8:3]];
            3'd5: read_data_37 = bank5[read_address_37[8:3]];
            3'd6: read_data_37 = bank6[read_address_37[8:3]];
            default: read_data_37 = bank7[read_address_37[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_38[2:0])
            3'd0: read_data_38 = bank0[read_address_38[8:3]];
            3'd1: read_data_38 = bank1[read_address_38[8:3]];
            3'd2: read_data_38 = bank2[read_address_38[8:3]];
            3'd3: read_data_38 = bank3[read_address_38[8:3]];
            3'd4: read_data_38 = bank4[read_address_38[8:3]];
            3'd5: read_data_38 = bank5[read_address_38[8:3]];
            3'd6: read_data_38 = bank6[read_address_38[8:3]];
            default: read_data_38 = bank7[read_address_38[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_39[2:0])
            3'd0: read_data_39 = bank0[read_address_39[8:3]];
            3'd1: read_data_39 = bank1[read_address_39[8:3]];
            3'd2: read_data_39 = bank2[read_address_39[8:3]];
            3'd3: read_data_39 = bank3[read_address_39[8:3]];
            3'd4: read_data_39 = bank4[read_address_39[8:3]];
            3'd5: read_data_39 = bank5[read_address_39[8:3]];
            3'd6: read_data_39 = bank6[read_address_39[8:3]];
            default: read_data_39 = bank7[read_address_39[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_40[2:0])
            3'd0: read_data_40 = bank0[read_address_40[8:3]];
            3'd1: read_data_40 = bank1[read_address_40[8:3]];
            3'd2: read_data_40 = bank2[read_address_40[8:3]];
            3'd3: read_data_40 = bank3[read_address_40[8:3]];
            3'd4: read_data_40 = bank4[read_address_40[8:3]];
            3'd5: read_data_40 = bank5[read_address_40[8:3]];
            3'd6: read_data_40 = bank6[read_address_40[8:3]];
            default: read_data_40 = bank7[read_address_40[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_41[2:0])
            3'd0: read_data_41 = bank0[read_address_41[8:3]];
            3'd1: read_data_41 = bank1[read_address_41[8:3]];
            3'd2: read_data_41 = bank2[read_address_41[8:3]];
            3'd3: read_data_41 = bank3[read_address_41[8:3]];
            3'd4: read_data_41 = bank4[read_address_41[8:3]];
            3'd5: read_data_41 = bank5[read_address_41[8:3]];
            3'd6: read_data_41 = bank6[read_address_41[8:3]];
            default: read_data_41 = bank7[read_address_41[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_42[2:0])
            3'd0: read_data_42 = bank0[read_address_42[8:3]];
            3'd1: read_data_42 = bank1[read_address_42[8:3]];
            3'd2: read_data_42 = bank2[read_address_42[8:3]];
            3'd3: read_data_42 = bank3[read_address_42[8:3]];
            3'd4: read_data_42 = bank4[read_address_42[8:3]];
            3'd5: read_data_42 = bank5[read_address_42[8:3]];
            3'd6: read_data_42 = bank6[read_address_42[8:3]];
            default: read_data_42 = bank7[read_address_42[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_43[2:0])
            3'd0: read_data_43 = bank0[read_address_43[8:3]];
            3'd1: read_data_43 = bank1[read_address_43[8:3]];
            3'd2: read_data_43 = bank2[read_address_43[8:3]];
            3'd3: read_data_43 = bank3[read_address_43[8:3]];
            3'd4: read_data_43 = bank4[read_address_43[8:3]];
            3'd5: read_data_43 = bank5[read_address_43[8:3]];
            3'd6: read_data_43 = bank6[read_address_43[8:3]];
            default: read_data_43 = bank7[read_address_43[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_44[2:0])
            3'd0: read_data_44 = bank0[read_address_44[8:3]];
            3'd1: read_data_44 = bank1[read_address_44[8:3]];
            3'd2: read_data_44 = bank2[read_address_44[8:3]];
            3'd3: read_data_44 = bank3[read_address_44[8:3]];
            3'd4: read_data_44 = bank4[read_address_44[8:3]];
            3'd5: read_data_44 = bank5[read_address_44[8:3]];
            3'd6: read_data_44 = bank6[read_address_44[8:3]];
            default: read_data_44 = bank7[read_address_44[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_45[2:0])
            3'd0: read_data_45 = bank0[read_address_45[8:3]];
            3'd1: read_data_45 = bank1[read_address_45[8:3]];
            3'd2: read_data_45 = bank2[read_address_45[8:3]];
            3'd3: read_data_45 = bank3[read_address_45[8:3]];
            3'd4: read_data_45 = bank4[read_address_45[8:3]];
            3'd5: read_data_45 = bank5[read_address_45[8:3]];
            3'd6: read_data_45 = bank6[read_address_45[8:3]];
            default: read_data_45 = bank7[read_address_45[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_46[2:0])
            3'd0: read_data_46 = bank0[read_address_46[8:3]];
            3'd1: read_data_46 = bank1[read_address_46[8:3]];
            3'd2: read_data_46 = bank2[read_address_46[8:3]];
            3'd3: read_data_46 = bank3[read_address_46[8:3]];
            3'd4: read_data_46 = bank4[read_address_46[8:3]];
            3'd5: read_data_46 = bank5[read_address_46[8:3]];
            3'd6: read_data_46 = bank6[read_address_46[8:3]];
            default: read_data_46 = bank7[read_address_46[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_47[2:0])
            3'd0: read_data_47 = bank0[read_address_47[8:3]];
            3'd1: read_data_47 = bank1[read_address_47[8:3]];
            3'd2: read_data_47 = bank2[read_address_47[8:3]];
            3'd3: read_data_47 = bank3[read_address_47[8:3]];
            3'd4: read_data_47 = bank4[read_address_47[8:3]];
            3'd5: read_data_47 = bank5[read_address_47[8:3]];
            3'd6: read_data_47 = bank6[read_address_47[8:3]];
            default: read_data_47 = bank7[read_address_47[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_48[2:0])
            3'd0: read_data_48 = bank0[read_address_48[8:3]];
            3'd1: read_data_48 = bank1[read_address_48[8:3]];
            3'd2: read_data_48 = bank2[read_address_48[8:3]];
            3'd3: read_data_48 = bank3[read_address_48[8:3]];
            3'd4: read_data_48 = bank4[read_address_48[8:3]];
            3'd5: read_data_48 = bank5[read_address_48[8:3]];
            3'd6: read_data_48 = bank6[read_address_48[8:3]];
            default: read_data_48 = bank7[read_address_48[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_49[2:0])
            3'd0: read_data_49 = bank0[read_address_49[8:3]];
            3'd1: read_data_49 = bank1[read_address_49[8:3]];
            3'd2: read_data_49 = bank2[read_address_49[8:3]];
            3'd3: read_data_49 = bank3[read_address_49[8:3]];
            3'd4: read_data_49 = bank4[read_address_49[8:3]];
            3'd5: read_data_49 = bank5[read_address_49[8:3]];
            3'd6: read_data_49 = bank6[read_address_49[8:3]];
            default: read_data_49 = bank7[read_address_49[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_50[2:0])
            3'd0: read_data_50 = bank0[read_address_50[8:3]];
            3'd1: read_data_50 = bank1[read_address_50[8:3]];
            3'd2: read_data_50 = bank2[read_address_50[8:3]];
            3'd3: read_data_50 = bank3[read_address_50[8:3]];
            3'd4: read_data_50 = bank4[read_address_50[8:3]];
            3'd5: read_data_50 = bank5[read_address_50[8:3]];
            3'd6: read_data_50 = bank6[read_address_50[8:3]];
            default: read_data_50 = bank7[read_address_50[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_51[2:0])
            3'd0: read_data_51 = bank0[read_address_51[8:3]];
            3'd1: read_data_51 = bank1[read_address_51[8:3]];
            3'd2: read_data_51 = bank2[read_address_51[8:3]];
            3'd3: read_data_51 = bank3[read_address_51[8:3]];
            3'd4: read_data_51 = bank4[read_address_51[8:3]];
            3'd5: read_data_51 = bank5[read_address_51[8:3]];
            3'd6: read_data_51 = bank6[read_address_51[8:3]];
            default: read_data_51 = bank7[read_address_51[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_52[2:0])
            3'd0: read_data_52 = bank0[read_address_52[8:3]];
            3'd1: read_data_52 = bank1[read_address_52[8:3]];
            3'd2: read_data_52 = bank2[read_address_52[8:3]];
            3'd3: read_data_52 = bank3[read_address_52[8:3]];
            3'd4: read_data_52 = bank4[read_address_52[8:3]];
            3'd5: read_data_52 = bank5[read_address_52[8:3]];
            3'd6: read_data_52 = bank6[read_address_52[8:3]];
            default: read_data_52 = bank7[read_address_52[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_53[2:0])
            3'd0: read_data_53 = bank0[read_address_53[8:3]];
            3'd1: read_data_53 = bank1[read_address_53[8:3]];
            3'd2: read_data_53 = bank2[read_address_53[8:3]];
            3'd3: read_data_53 = bank3[read_address_53[8:3]];
            3'd4: read_data_53 = bank4[read_address_53[8:3]];
            3'd5: read_data_53 = bank5[read_address_53[8:3]];
            3'd6: read_data_53 = bank6[read_address_53[8:3]];
            default: read_data_53 = bank7[read_address_53[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_54[2:0])
            3'd0: read_data_54 = bank0[read_address_54[8:3]];
            3'd1: read_data_54 = bank1[read_address_54[8:3]];
            3'd2: read_data_54 = bank2[read_address_54[8:3]];
            3'd3: read_data_54 = bank3[read_address_54[8:3]];
            3'd4: read_data_54 = bank4[read_address_54[8:3]];
            3'd5: read_data_54 = bank5[read_address_54[8:3]];
            3'd6: read_data_54 = bank6[read_address_54[8:3]];
            default: read_data_54 = bank7[read_address_54[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_55[2:0])
            3'd0: read_data_55 = bank0[read_address_55[8:3]];
            3'd1: read_data_55 = bank1[read_address_55[8:3]];
            3'd2: read_data_55 = bank2[read_address_55[8:3]];
            3'd3: read_data_55 = bank3[read_address_55[8:3]];
            3'd4: read_data_55 = bank4[read_address_55[8:3]];
            3'd5: read_data_55 = bank5[read_address_55[8:3]];
            3'd6: read_data_55 = bank6[read_address_55[8:3]];
            default: read_data_55 = bank7[read_address_55[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_56[2:0])
            3'd0: read_data_56 = bank0[read_address_56[8:3]];
            3'd1: read_data_56 = bank1[read_address_56[8:3]];
            3'd2: read_data_56 = bank2[read_address_56[8:3]];
            3'd3: read_data_56 = bank3[read_address_56[8:3]];
            3'd4: read_data_56 = bank4[read_address_56[8:3]];
            3'd5: read_data_56 = bank5[read_address_56[8:3]];
            3'd6: read_data_56 = bank6[read_address_56[8:3]];
            default: read_data_56 = bank7[read_address_56[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_57[2:0])
            3'd0: read_data_57 = bank0[read_address_57[8:3]];
            3'd1: read_data_57 = bank1[read_address_57[8:3]];
            3'd2: read_data_57 = bank2[read_address_57[8:3]];
            3'd3: read_data_57 = bank3[read_address_57[8:3]];
            3'd4: read_data_57 = bank4[read_address_57[8:3]];
            3'd5: read_data_57 = bank5[read_address_57[8:3]];
            3'd6: read_data_57 = bank6[read_address_57[8:3]];
            default: read_data_57 = bank7[read_address_57[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_58[2:0])
            3'd0: read_data_58 = bank0[read_address_58[8:3]];
            3'd1: read_data_58 = bank1[read_address_58[8:3]];
            3'd2: read_data_58 = bank2[read_address_58[8:3]];
            3'd3: read_data_58 = bank3[read_address_58[8:3]];
            3'd4: read_data_58 = bank4[read_address_58[8:3]];
            3'd5: read_data_58 = bank5[read_address_58[8:3]];
            3'd6: read_data_58 = bank6[read_address_58[8:3]];
            default: read_data_58 = bank7[read_address_58[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_59[2:0])
            3'd0: read_data_59 = bank0[read_address_59[8:3]];
            3'd1: read_data_59 = bank1[read_address_59[8:3]];
            3'd2: read_data_59 = bank2[read_address_59[8:3]];
            3'd3: read_data_59 = bank3[read_address_59[8:3]];
            3'd4: read_data_59 = bank4[read_address_59[8:3]];
            3'd5: read_data_59 = bank5[read_address_59[8:3]];
            3'd6: read_data_59 = bank6[read_address_59[8:3]];
            default: read_data_59 = bank7[read_address_59[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_60[2:0])
            3'd0: read_data_60 = bank0[read_address_60[8:3]];
            3'd1: read_data_60 = bank1[read_address_60[8:3]];
            3'd2: read_data_60 = bank2[read_address_60[8:3]];
            3'd3: read_data_60 = bank3[read_address_60[8:3]];
            3'd4: read_data_60 = bank4[read_address_60[8:3]];
            3'd5: read_data_60 = bank5[read_address_60[8:3]];
            3'd6: read_data_60 = bank6[read_address_60[8:3]];
            default: read_data_60 = bank7[read_address_60[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_61[2:0])
            3'd0: read_data_61 = bank0[read_address_61[8:3]];
            3'd1: read_data_61 = bank1[read_address_61[8:3]];
            3'd2: read_data_61 = bank2[read_address_61[8:3]];
            3'd3: read_data_61 = bank3[read_address_61[8:3]];
            3'd4: read_data_61 = bank4[read_address_61[8:3]];
            3'd5: read_data_61 = bank5[read_address_61[8:3]];
            3'd6: read_data_61 = bank6[read_address_61[8:3]];
            default: read_data_61 = bank7[read_address_61[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_62[2:0])
            3'd0: read_data_62 = bank0[read_address_62[8:3]];
            3'd1: read_data_62 = bank1[read_address_62[8:3]];
            3'd2: read_data_62 = bank2[read_address_62[8:3]];
            3'd3: read_data_62 = bank3[read_address_62[8:3]];
            3'd4: read_data_62 = bank4[read_address_62[8:3]];
            3'd5: read_data_62 = bank5[read_address_62[8:3]];
            3'd6: read_data_62 = bank6[read_address_62[8:3]];
            default: read_data_62 = bank7[read_address_62[8:3]];
        endcase
    end

    always @(*) begin
        case (read_address_63[2:0])
            3'd0: read_data_63 = bank0[read_address_63[8:3]];
            3'd1: read_data_63 = bank1[read_address_63[8:3]];
            3'd2: read_data_63 = bank2[read_address_63[8:3]];
            3'd3: read_data_63 = bank3[read_address_63[8:3]];
            3'd4: read_data_63 = bank4[read_address_63[8:3]];
            3'd5: read_data_63 = bank5[read_address_63[8:3]];
            3'd6: read_data_63 = bank6[read_address_63[8:3]];
            default: read_data_63 = bank7[read_address_63[8:3]];
        endcase
    end
endmodule

module core_parse (
    input wire clock,
    input wire reset,
    input wire [511:0] s_axis_tdata,
    input wire [63:0] s_axis_tkeep,
    input wire s_axis_tlast,
    input wire s_axis_tvalid,
    output wire s_axis_tready,
    input wire [15:0] s_axis_tuser,
    input wire accept,
    input wire rows_wanted,
    input wire bank,
    input wire cfg_valid,
    input wire [13:0] cfg_address,
    // A word has 64 bits, a layout's fewer.
    // verilator lint_off UNUSEDSIGNAL
    input wire [63:0] cfg_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire start,
    output wire [7:0] kind,
    output wire [31:0] sequence_number,
    output wire [15:0] session,
    output wire field_valid_0,
    output wire field_valid_1,
    output wire field_valid_2,
    output wire field_valid_3,
    output wire field_valid_4,
    output wire field_valid_5,
    output wire field_valid_6,
    output wire field_valid_7,
    output wire field_valid_8,
    output wire field_valid_9,
    output wire field_valid_10,
    output wire field_valid_11,
    output wire field_valid_12,
    output wire field_valid_13,
    output wire field_valid_14,
    output wire field_valid_15,
    output wire field_valid_16,
    output wire field_valid_17,
    output wire field_valid_18,
    output wire field_valid_19,
    output wire field_valid_20,
    output wire field_valid_21,
    output wire field_valid_22,
    output wire field_valid_23,
    output wire field_valid_24,
    output wire field_valid_25,
    output wire field_valid_26,
    output wire field_valid_27,
    output wire field_valid_28,
    output wire field_valid_29,
    output wire field_valid_30,
    output wire field_valid_31,
    output wire [65:0] field_data_0,
    output wire [65:0] field_data_1,
    output wire [65:0] field_data_2,
    output wire [65:0] field_data_3,
    output wire [65:0] field_data_4,
    output wire [65:0] field_data_5,
    output wire [65:0] field_data_6,
    output wire [65:0] field_data_7,
    output wire [65:0] field_data_8,
    output wire [65:0] field_data_9,
    output wire [65:0] field_data_10,
    output wire [65:0] field_data_11,
    output wire [65:0] field_data_12,
    output wire [65:0] field_data_13,
    output wire [65:0] field_data_14,
    output wire [65:0] field_data_15,
    output wire [65:0] field_data_16,
    output wire [65:0] field_data_17,
    output wire [65:0] field_data_18,
    output wire [65:0] field_data_19,
    output wire [65:0] field_data_20,
    output wire [65:0] field_data_21,
    output wire [65:0] field_data_22,
    output wire [65:0] field_data_23,
    output wire [65:0] field_data_24,
    output wire [65:0] field_data_25,
    output wire [65:0] field_data_26,
    output wire [65:0] field_data_27,
    output wire [65:0] field_data_28,
    output wire [65:0] field_data_29,
    output wire [65:0] field_data_30,
    output wire [65:0] field_data_31,
    output wire text_valid_0,
    output wire text_valid_1,
    output wire text_valid_2,
    output wire text_valid_3,
    output wire text_valid_4,
    output wire text_valid_5,
    output wire text_valid_6,
    output wire text_valid_7,
    output wire text_valid_8,
    output wire text_valid_9,
    output wire text_valid_10,
    output wire text_valid_11,
    output wire text_valid_12,
    output wire text_valid_13,
    output wire text_valid_14,
    output wire text_valid_15,
    output wire text_valid_16,
    output wire text_valid_17,
    output wire text_valid_18,
    output wire text_valid_19,
    output wire text_valid_20,
    output wire text_valid_21,
    output wire text_valid_22,
    output wire text_valid_23,
    output wire text_valid_24,
    output wire text_valid_25,
    output wire text_valid_26,
    output wire text_valid_27,
    output wire text_valid_28,
    output wire text_valid_29,
    output wire text_valid_30,
    output wire text_valid_31,
    output wire [127:0] text_0,
    output wire [127:0] text_1,
    output wire [127:0] text_2,
    output wire [127:0] text_3,
    output wire [127:0] text_4,
    output wire [127:0] text_5,
    output wire [127:0] text_6,
    output wire [127:0] text_7,
    output wire [127:0] text_8,
    output wire [127:0] text_9,
    output wire [127:0] text_10,
    output wire [127:0] text_11,
    output wire [127:0] text_12,
    output wire [127:0] text_13,
    output wire [127:0] text_14,
    output wire [127:0] text_15,
    output wire [127:0] text_16,
    output wire [127:0] text_17,
    output wire [127:0] text_18,
    output wire [127:0] text_19,
    output wire [127:0] text_20,
    output wire [127:0] text_21,
    output wire [127:0] text_22,
    output wire [127:0] text_23,
    output wire [127:0] text_24,
    output wire [127:0] text_25,
    output wire [127:0] text_26,
    output wire [127:0] text_27,
    output wire [127:0] text_28,
    output wire [127:0] text_29,
    output wire [127:0] text_30,
    output wire [127:0] text_31,
    output wire done,
    output wire malformed,
    output wire gapped
);
    wire fields_0_clock;
    wire fields_0_reset;
    wire fields_0_write;
    wire [7:0] fields_0_write_address;
    wire [20:0] fields_0_write_data;
    wire fields_0_read;
    wire [7:0] fields_0_read_address;
    wire fields_0_there;
    wire [2:0] fields_0_beat;
    wire [639:0] fields_0_window;
    wire fields_0_is_named;
    wire fields_0_is_null;
    wire fields_0_valid;
    wire fields_0_text_valid;
    wire [65:0] fields_0_data;
    wire [127:0] fields_0_text;
    wire fields_0_wrong;
    wire fields_1_clock;
    wire fields_1_reset;
    wire fields_1_write;
    wire [7:0] fields_1_write_address;
    wire [20:0] fields_1_write_data;
    wire fields_1_read;
    wire [7:0] fields_1_read_address;
    wire fields_1_there;
    wire [2:0] fields_1_beat;
    wire [639:0] fields_1_window;
    wire fields_1_is_named;
    wire fields_1_is_null;
    wire fields_1_valid;
    wire fields_1_text_valid;
    wire [65:0] fields_1_data;
    wire [127:0] fields_1_text;
    wire fields_1_wrong;
    wire fields_2_clock;
    wire fields_2_reset;
    wire fields_2_write;
    wire [7:0] fields_2_write_address;
    wire [20:0] fields_2_write_data;
    wire fields_2_read;
    wire [7:0] fields_2_read_address;
    wire fields_2_there;
    wire [2:0] fields_2_beat;
    wire [639:0] fields_2_window;
    wire fields_2_is_named;
    wire fields_2_is_null;
    wire fields_2_valid;
    wire fields_2_text_valid;
    wire [65:0] fields_2_data;
    wire [127:0] fields_2_text;
    wire fields_2_wrong;
    wire fields_3_clock;
    wire fields_3_reset;
    wire fields_3_write;
    wire [7:0] fields_3_write_address;
    wire [20:0] fields_3_write_data;
    wire fields_3_read;
    wire [7:0] fields_3_read_address;
    wire fields_3_there;
    wire [2:0] fields_3_beat;
    wire [639:0] fields_3_window;
    wire fields_3_is_named;
    wire fields_3_is_null;
    wire fields_3_valid;
    wire fields_3_text_valid;
    wire [65:0] fields_3_data;
    wire [127:0] fields_3_text;
    wire fields_3_wrong;
    wire fields_4_clock;
    wire fields_4_reset;
    wire fields_4_write;
    wire [7:0] fields_4_write_address;
    wire [20:0] fields_4_write_data;
    wire fields_4_read;
    wire [7:0] fields_4_read_address;
    wire fields_4_there;
    wire [2:0] fields_4_beat;
    wire [639:0] fields_4_window;
    wire fields_4_is_named;
    wire fields_4_is_null;
    wire fields_4_valid;
    wire fields_4_text_valid;
    wire [65:0] fields_4_data;
    wire [127:0] fields_4_text;
    wire fields_4_wrong;
    wire fields_5_clock;
    wire fields_5_reset;
    wire fields_5_write;
    wire [7:0] fields_5_write_address;
    wire [20:0] fields_5_write_data;
    wire fields_5_read;
    wire [7:0] fields_5_read_address;
    wire fields_5_there;
    wire [2:0] fields_5_beat;
    wire [639:0] fields_5_window;
    wire fields_5_is_named;
    wire fields_5_is_null;
    wire fields_5_valid;
    wire fields_5_text_valid;
    wire [65:0] fields_5_data;
    wire [127:0] fields_5_text;
    wire fields_5_wrong;
    wire fields_6_clock;
    wire fields_6_reset;
    wire fields_6_write;
    wire [7:0] fields_6_write_address;
    wire [20:0] fields_6_write_data;
    wire fields_6_read;
    wire [7:0] fields_6_read_address;
    wire fields_6_there;
    wire [2:0] fields_6_beat;
    wire [639:0] fields_6_window;
    wire fields_6_is_named;
    wire fields_6_is_null;
    wire fields_6_valid;
    wire fields_6_text_valid;
    wire [65:0] fields_6_data;
    wire [127:0] fields_6_text;
    wire fields_6_wrong;
    wire fields_7_clock;
    wire fields_7_reset;
    wire fields_7_write;
    wire [7:0] fields_7_write_address;
    wire [20:0] fields_7_write_data;
    wire fields_7_read;
    wire [7:0] fields_7_read_address;
    wire fields_7_there;
    wire [2:0] fields_7_beat;
    wire [639:0] fields_7_window;
    wire fields_7_is_named;
    wire fields_7_is_null;
    wire fields_7_valid;
    wire fields_7_text_valid;
    wire [65:0] fields_7_data;
    wire [127:0] fields_7_text;
    wire fields_7_wrong;
    wire fields_8_clock;
    wire fields_8_reset;
    wire fields_8_write;
    wire [7:0] fields_8_write_address;
    wire [20:0] fields_8_write_data;
    wire fields_8_read;
    wire [7:0] fields_8_read_address;
    wire fields_8_there;
    wire [2:0] fields_8_beat;
    wire [639:0] fields_8_window;
    wire fields_8_is_named;
    wire fields_8_is_null;
    wire fields_8_valid;
    wire fields_8_text_valid;
    wire [65:0] fields_8_data;
    wire [127:0] fields_8_text;
    wire fields_8_wrong;
    wire fields_9_clock;
    wire fields_9_reset;
    wire fields_9_write;
    wire [7:0] fields_9_write_address;
    wire [20:0] fields_9_write_data;
    wire fields_9_read;
    wire [7:0] fields_9_read_address;
    wire fields_9_there;
    wire [2:0] fields_9_beat;
    wire [639:0] fields_9_window;
    wire fields_9_is_named;
    wire fields_9_is_null;
    wire fields_9_valid;
    wire fields_9_text_valid;
    wire [65:0] fields_9_data;
    wire [127:0] fields_9_text;
    wire fields_9_wrong;
    wire fields_10_clock;
    wire fields_10_reset;
    wire fields_10_write;
    wire [7:0] fields_10_write_address;
    wire [20:0] fields_10_write_data;
    wire fields_10_read;
    wire [7:0] fields_10_read_address;
    wire fields_10_there;
    wire [2:0] fields_10_beat;
    wire [639:0] fields_10_window;
    wire fields_10_is_named;
    wire fields_10_is_null;
    wire fields_10_valid;
    wire fields_10_text_valid;
    wire [65:0] fields_10_data;
    wire [127:0] fields_10_text;
    wire fields_10_wrong;
    wire fields_11_clock;
    wire fields_11_reset;
    wire fields_11_write;
    wire [7:0] fields_11_write_address;
    wire [20:0] fields_11_write_data;
    wire fields_11_read;
    wire [7:0] fields_11_read_address;
    wire fields_11_there;
    wire [2:0] fields_11_beat;
    wire [639:0] fields_11_window;
    wire fields_11_is_named;
    wire fields_11_is_null;
    wire fields_11_valid;
    wire fields_11_text_valid;
    wire [65:0] fields_11_data;
    wire [127:0] fields_11_text;
    wire fields_11_wrong;
    wire fields_12_clock;
    wire fields_12_reset;
    wire fields_12_write;
    wire [7:0] fields_12_write_address;
    wire [20:0] fields_12_write_data;
    wire fields_12_read;
    wire [7:0] fields_12_read_address;
    wire fields_12_there;
    wire [2:0] fields_12_beat;
    wire [639:0] fields_12_window;
    wire fields_12_is_named;
    wire fields_12_is_null;
    wire fields_12_valid;
    wire fields_12_text_valid;
    wire [65:0] fields_12_data;
    wire [127:0] fields_12_text;
    wire fields_12_wrong;
    wire fields_13_clock;
    wire fields_13_reset;
    wire fields_13_write;
    wire [7:0] fields_13_write_address;
    wire [20:0] fields_13_write_data;
    wire fields_13_read;
    wire [7:0] fields_13_read_address;
    wire fields_13_there;
    wire [2:0] fields_13_beat;
    wire [639:0] fields_13_window;
    wire fields_13_is_named;
    wire fields_13_is_null;
    wire fields_13_valid;
    wire fields_13_text_valid;
    wire [65:0] fields_13_data;
    wire [127:0] fields_13_text;
    wire fields_13_wrong;
    wire fields_14_clock;
    wire fields_14_reset;
    wire fields_14_write;
    wire [7:0] fields_14_write_address;
    wire [20:0] fields_14_write_data;
    wire fields_14_read;
    wire [7:0] fields_14_read_address;
    wire fields_14_there;
    wire [2:0] fields_14_beat;
    wire [639:0] fields_14_window;
    wire fields_14_is_named;
    wire fields_14_is_null;
    wire fields_14_valid;
    wire fields_14_text_valid;
    wire [65:0] fields_14_data;
    wire [127:0] fields_14_text;
    wire fields_14_wrong;
    wire fields_15_clock;
    wire fields_15_reset;
    wire fields_15_write;
    wire [7:0] fields_15_write_address;
    wire [20:0] fields_15_write_data;
    wire fields_15_read;
    wire [7:0] fields_15_read_address;
    wire fields_15_there;
    wire [2:0] fields_15_beat;
    wire [639:0] fields_15_window;
    wire fields_15_is_named;
    wire fields_15_is_null;
    wire fields_15_valid;
    wire fields_15_text_valid;
    wire [65:0] fields_15_data;
    wire [127:0] fields_15_text;
    wire fields_15_wrong;
    wire fields_16_clock;
    wire fields_16_reset;
    wire fields_16_write;
    wire [7:0] fields_16_write_address;
    wire [20:0] fields_16_write_data;
    wire fields_16_read;
    wire [7:0] fields_16_read_address;
    wire fields_16_there;
    wire [2:0] fields_16_beat;
    wire [639:0] fields_16_window;
    wire fields_16_is_named;
    wire fields_16_is_null;
    wire fields_16_valid;
    wire fields_16_text_valid;
    wire [65:0] fields_16_data;
    wire [127:0] fields_16_text;
    wire fields_16_wrong;
    wire fields_17_clock;
    wire fields_17_reset;
    wire fields_17_write;
    wire [7:0] fields_17_write_address;
    wire [20:0] fields_17_write_data;
    wire fields_17_read;
    wire [7:0] fields_17_read_address;
    wire fields_17_there;
    wire [2:0] fields_17_beat;
    wire [639:0] fields_17_window;
    wire fields_17_is_named;
    wire fields_17_is_null;
    wire fields_17_valid;
    wire fields_17_text_valid;
    wire [65:0] fields_17_data;
    wire [127:0] fields_17_text;
    wire fields_17_wrong;
    wire fields_18_clock;
    wire fields_18_reset;
    wire fields_18_write;
    wire [7:0] fields_18_write_address;
    wire [20:0] fields_18_write_data;
    wire fields_18_read;
    wire [7:0] fields_18_read_address;
    wire fields_18_there;
    wire [2:0] fields_18_beat;
    wire [639:0] fields_18_window;
    wire fields_18_is_named;
    wire fields_18_is_null;
    wire fields_18_valid;
    wire fields_18_text_valid;
    wire [65:0] fields_18_data;
    wire [127:0] fields_18_text;
    wire fields_18_wrong;
    wire fields_19_clock;
    wire fields_19_reset;
    wire fields_19_write;
    wire [7:0] fields_19_write_address;
    wire [20:0] fields_19_write_data;
    wire fields_19_read;
    wire [7:0] fields_19_read_address;
    wire fields_19_there;
    wire [2:0] fields_19_beat;
    wire [639:0] fields_19_window;
    wire fields_19_is_named;
    wire fields_19_is_null;
    wire fields_19_valid;
    wire fields_19_text_valid;
    wire [65:0] fields_19_data;
    wire [127:0] fields_19_text;
    wire fields_19_wrong;
    wire fields_20_clock;
    wire fields_20_reset;
    wire fields_20_write;
    wire [7:0] fields_20_write_address;
    wire [20:0] fields_20_write_data;
    wire fields_20_read;
    wire [7:0] fields_20_read_address;
    wire fields_20_there;
    wire [2:0] fields_20_beat;
    wire [639:0] fields_20_window;
    wire fields_20_is_named;
    wire fields_20_is_null;
    wire fields_20_valid;
    wire fields_20_text_valid;
    wire [65:0] fields_20_data;
    wire [127:0] fields_20_text;
    wire fields_20_wrong;
    wire fields_21_clock;
    wire fields_21_reset;
    wire fields_21_write;
    wire [7:0] fields_21_write_address;
    wire [20:0] fields_21_write_data;
    wire fields_21_read;
    wire [7:0] fields_21_read_address;
    wire fields_21_there;
    wire [2:0] fields_21_beat;
    wire [639:0] fields_21_window;
    wire fields_21_is_named;
    wire fields_21_is_null;
    wire fields_21_valid;
    wire fields_21_text_valid;
    wire [65:0] fields_21_data;
    wire [127:0] fields_21_text;
    wire fields_21_wrong;
    wire fields_22_clock;
    wire fields_22_reset;
    wire fields_22_write;
    wire [7:0] fields_22_write_address;
    wire [20:0] fields_22_write_data;
    wire fields_22_read;
    wire [7:0] fields_22_read_address;
    wire fields_22_there;
    wire [2:0] fields_22_beat;
    wire [639:0] fields_22_window;
    wire fields_22_is_named;
    wire fields_22_is_null;
    wire fields_22_valid;
    wire fields_22_text_valid;
    wire [65:0] fields_22_data;
    wire [127:0] fields_22_text;
    wire fields_22_wrong;
    wire fields_23_clock;
    wire fields_23_reset;
    wire fields_23_write;
    wire [7:0] fields_23_write_address;
    wire [20:0] fields_23_write_data;
    wire fields_23_read;
    wire [7:0] fields_23_read_address;
    wire fields_23_there;
    wire [2:0] fields_23_beat;
    wire [639:0] fields_23_window;
    wire fields_23_is_named;
    wire fields_23_is_null;
    wire fields_23_valid;
    wire fields_23_text_valid;
    wire [65:0] fields_23_data;
    wire [127:0] fields_23_text;
    wire fields_23_wrong;
    wire fields_24_clock;
    wire fields_24_reset;
    wire fields_24_write;
    wire [7:0] fields_24_write_address;
    wire [20:0] fields_24_write_data;
    wire fields_24_read;
    wire [7:0] fields_24_read_address;
    wire fields_24_there;
    wire [2:0] fields_24_beat;
    wire [639:0] fields_24_window;
    wire fields_24_is_named;
    wire fields_24_is_null;
    wire fields_24_valid;
    wire fields_24_text_valid;
    wire [65:0] fields_24_data;
    wire [127:0] fields_24_text;
    wire fields_24_wrong;
    wire fields_25_clock;
    wire fields_25_reset;
    wire fields_25_write;
    wire [7:0] fields_25_write_address;
    wire [20:0] fields_25_write_data;
    wire fields_25_read;
    wire [7:0] fields_25_read_address;
    wire fields_25_there;
    wire [2:0] fields_25_beat;
    wire [639:0] fields_25_window;
    wire fields_25_is_named;
    wire fields_25_is_null;
    wire fields_25_valid;
    wire fields_25_text_valid;
    wire [65:0] fields_25_data;
    wire [127:0] fields_25_text;
    wire fields_25_wrong;
    wire fields_26_clock;
    wire fields_26_reset;
    wire fields_26_write;
    wire [7:0] fields_26_write_address;
    wire [20:0] fields_26_write_data;
    wire fields_26_read;
    wire [7:0] fields_26_read_address;
    wire fields_26_there;
    wire [2:0] fields_26_beat;
    wire [639:0] fields_26_window;
    wire fields_26_is_named;
    wire fields_26_is_null;
    wire fields_26_valid;
    wire fields_26_text_valid;
    wire [65:0] fields_26_data;
    wire [127:0] fields_26_text;
    wire fields_26_wrong;
    wire fields_27_clock;
    wire fields_27_reset;
    wire fields_27_write;
    wire [7:0] fields_27_write_address;
    wire [20:0] fields_27_write_data;
    wire fields_27_read;
    wire [7:0] fields_27_read_address;
    wire fields_27_there;
    wire [2:0] fields_27_beat;
    wire [639:0] fields_27_window;
    wire fields_27_is_named;
    wire fields_27_is_null;
    wire fields_27_valid;
    wire fields_27_text_valid;
    wire [65:0] fields_27_data;
    wire [127:0] fields_27_text;
    wire fields_27_wrong;
    wire fields_28_clock;
    wire fields_28_reset;
    wire fields_28_write;
    wire [7:0] fields_28_write_address;
    wire [20:0] fields_28_write_data;
    wire fields_28_read;
    wire [7:0] fields_28_read_address;
    wire fields_28_there;
    wire [2:0] fields_28_beat;
    wire [639:0] fields_28_window;
    wire fields_28_is_named;
    wire fields_28_is_null;
    wire fields_28_valid;
    wire fields_28_text_valid;
    wire [65:0] fields_28_data;
    wire [127:0] fields_28_text;
    wire fields_28_wrong;
    wire fields_29_clock;
    wire fields_29_reset;
    wire fields_29_write;
    wire [7:0] fields_29_write_address;
    wire [20:0] fields_29_write_data;
    wire fields_29_read;
    wire [7:0] fields_29_read_address;
    wire fields_29_there;
    wire [2:0] fields_29_beat;
    wire [639:0] fields_29_window;
    wire fields_29_is_named;
    wire fields_29_is_null;
    wire fields_29_valid;
    wire fields_29_text_valid;
    wire [65:0] fields_29_data;
    wire [127:0] fields_29_text;
    wire fields_29_wrong;
    wire fields_30_clock;
    wire fields_30_reset;
    wire fields_30_write;
    wire [7:0] fields_30_write_address;
    wire [20:0] fields_30_write_data;
    wire fields_30_read;
    wire [7:0] fields_30_read_address;
    wire fields_30_there;
    wire [2:0] fields_30_beat;
    wire [639:0] fields_30_window;
    wire fields_30_is_named;
    wire fields_30_is_null;
    wire fields_30_valid;
    wire fields_30_text_valid;
    wire [65:0] fields_30_data;
    wire [127:0] fields_30_text;
    wire fields_30_wrong;
    wire fields_31_clock;
    wire fields_31_reset;
    wire fields_31_write;
    wire [7:0] fields_31_write_address;
    wire [20:0] fields_31_write_data;
    wire fields_31_read;
    wire [7:0] fields_31_read_address;
    wire fields_31_there;
    wire [2:0] fields_31_beat;
    wire [639:0] fields_31_window;
    wire fields_31_is_named;
    wire fields_31_is_null;
    wire fields_31_valid;
    wire fields_31_text_valid;
    wire [65:0] fields_31_data;
    wire [127:0] fields_31_text;
    wire fields_31_wrong;
    wire headers_clock;
    wire headers_write;
    wire [7:0] headers_write_address;
    wire [16:0] headers_write_data;
    wire headers_read;
    wire [7:0] headers_read_address;
    wire [16:0] headers_read_data;
    reg [2:0] beats_d;
    reg [2:0] beats_q;
    reg there_d;
    reg there_q;
    reg [2:0] beat_d;
    reg [2:0] beat_q;
    reg [511:0] beat_data_d;
    reg [511:0] beat_data_q;
    reg [63:0] beat_keep_d;
    reg [63:0] beat_keep_q;
    reg beat_last_d;
    reg beat_last_q;
    reg [127:0] tail_d;
    reg [127:0] tail_q;
    reg [31:0] nulls_d;
    reg [31:0] nulls_q;
    reg is_kind_long_d;
    reg is_kind_long_q;
    reg want_rows_d;
    reg want_rows_q;
    reg gap_d;
    reg gap_q;
    reg is_wrong_beat_d;
    reg is_wrong_beat_q;
    reg was_last_d;
    reg was_last_q;
    reg had_gap_d;
    reg had_gap_q;
    reg was_wrong_d;
    reg was_wrong_q;

    wire taken;
    wire starts;
    reg [7:0] address;
    reg [32:0] cfg_word;
    wire [639:0] window;
    wire [16:0] header;
    wire [7:0] last;
    reg [63:0] keep;
    wire [31:0] named;
    reg is_wrong;

    core_fields fields_0(
        .clock(fields_0_clock),
        .reset(fields_0_reset),
        .write(fields_0_write),
        .write_address(fields_0_write_address),
        .write_data(fields_0_write_data),
        .read(fields_0_read),
        .read_address(fields_0_read_address),
        .there(fields_0_there),
        .beat(fields_0_beat),
        .window(fields_0_window),
        .is_named(fields_0_is_named),
        .is_null(fields_0_is_null),
        .valid(fields_0_valid),
        .text_valid(fields_0_text_valid),
        .data(fields_0_data),
        .text(fields_0_text),
        .wrong(fields_0_wrong)
    );
    core_fields fields_1(
        .clock(fields_1_clock),
        .reset(fields_1_reset),
        .write(fields_1_write),
        .write_address(fields_1_write_address),
        .write_data(fields_1_write_data),
        .read(fields_1_read),
        .read_address(fields_1_read_address),
        .there(fields_1_there),
        .beat(fields_1_beat),
        .window(fields_1_window),
        .is_named(fields_1_is_named),
        .is_null(fields_1_is_null),
        .valid(fields_1_valid),
        .text_valid(fields_1_text_valid),
        .data(fields_1_data),
        .text(fields_1_text),
        .wrong(fields_1_wrong)
    );
    core_fields fields_2(
        .clock(fields_2_clock),
        .reset(fields_2_reset),
        .write(fields_2_write),
        .write_address(fields_2_write_address),
        .write_data(fields_2_write_data),
        .read(fields_2_read),
        .read_address(fields_2_read_address),
        .there(fields_2_there),
        .beat(fields_2_beat),
        .window(fields_2_window),
        .is_named(fields_2_is_named),
        .is_null(fields_2_is_null),
        .valid(fields_2_valid),
        .text_valid(fields_2_text_valid),
        .data(fields_2_data),
        .text(fields_2_text),
        .wrong(fields_2_wrong)
    );
    core_fields fields_3(
        .clock(fields_3_clock),
        .reset(fields_3_reset),
        .write(fields_3_write),
        .write_address(fields_3_write_address),
        .write_data(fields_3_write_data),
        .read(fields_3_read),
        .read_address(fields_3_read_address),
        .there(fields_3_there),
        .beat(fields_3_beat),
        .window(fields_3_window),
        .is_named(fields_3_is_named),
        .is_null(fields_3_is_null),
        .valid(fields_3_valid),
        .text_valid(fields_3_text_valid),
        .data(fields_3_data),
        .text(fields_3_text),
        .wrong(fields_3_wrong)
    );
    core_fields fields_4(
        .clock(fields_4_clock),
        .reset(fields_4_reset),
        .write(fields_4_write),
        .write_address(fields_4_write_address),
        .write_data(fields_4_write_data),
        .read(fields_4_read),
        .read_address(fields_4_read_address),
        .there(fields_4_there),
        .beat(fields_4_beat),
        .window(fields_4_window),
        .is_named(fields_4_is_named),
        .is_null(fields_4_is_null),
        .valid(fields_4_valid),
        .text_valid(fields_4_text_valid),
        .data(fields_4_data),
        .text(fields_4_text),
        .wrong(fields_4_wrong)
    );
    core_fields fields_5(
        .clock(fields_5_clock),
        .reset(fields_5_reset),
        .write(fields_5_write),
        .write_address(fields_5_write_address),
        .write_data(fields_5_write_data),
        .read(fields_5_read),
        .read_address(fields_5_read_address),
        .there(fields_5_there),
        .beat(fields_5_beat),
        .window(fields_5_window),
        .is_named(fields_5_is_named),
        .is_null(fields_5_is_null),
        .valid(fields_5_valid),
        .text_valid(fields_5_text_valid),
        .data(fields_5_data),
        .text(fields_5_text),
        .wrong(fields_5_wrong)
    );
    core_fields fields_6(
        .clock(fields_6_clock),
        .reset(fields_6_reset),
        .write(fields_6_write),
        .write_address(fields_6_write_address),
        .write_data(fields_6_write_data),
        .read(fields_6_read),
        .read_address(fields_6_read_address),
        .there(fields_6_there),
        .beat(fields_6_beat),
        .window(fields_6_window),
        .is_named(fields_6_is_named),
        .is_null(fields_6_is_null),
        .valid(fields_6_valid),
        .text_valid(fields_6_text_valid),
        .data(fields_6_data),
        .text(fields_6_text),
        .wrong(fields_6_wrong)
    );
    core_fields fields_7(
        .clock(fields_7_clock),
        .reset(fields_7_reset),
        .write(fields_7_write),
        .write_address(fields_7_write_address),
        .write_data(fields_7_write_data),
        .read(fields_7_read),
        .read_address(fields_7_read_address),
        .there(fields_7_there),
        .beat(fields_7_beat),
        .window(fields_7_window),
        .is_named(fields_7_is_named),
        .is_null(fields_7_is_null),
        .valid(fields_7_valid),
        .text_valid(fields_7_text_valid),
        .data(fields_7_data),
        .text(fields_7_text),
        .wrong(fields_7_wrong)
    );
    core_fields fields_8(
        .clock(fields_8_clock),
        .reset(fields_8_reset),
        .write(fields_8_write),
        .write_address(fields_8_write_address),
        .write_data(fields_8_write_data),
        .read(fields_8_read),
        .read_address(fields_8_read_address),
        .there(fields_8_there),
        .beat(fields_8_beat),
        .window(fields_8_window),
        .is_named(fields_8_is_named),
        .is_null(fields_8_is_null),
        .valid(fields_8_valid),
        .text_valid(fields_8_text_valid),
        .data(fields_8_data),
        .text(fields_8_text),
        .wrong(fields_8_wrong)
    );
    core_fields fields_9(
        .clock(fields_9_clock),
        .reset(fields_9_reset),
        .write(fields_9_write),
        .write_address(fields_9_write_address),
        .write_data(fields_9_write_data),
        .read(fields_9_read),
        .read_address(fields_9_read_address),
        .there(fields_9_there),
        .beat(fields_9_beat),
        .window(fields_9_window),
        .is_named(fields_9_is_named),
        .is_null(fields_9_is_null),
        .valid(fields_9_valid),
        .text_valid(fields_9_text_valid),
        .data(fields_9_data),
        .text(fields_9_text),
        .wrong(fields_9_wrong)
    );
    core_fields fields_10(
        .clock(fields_10_clock),
        .reset(fields_10_reset),
        .write(fields_10_write),
        .write_address(fields_10_write_address),
        .write_data(fields_10_write_data),
        .read(fields_10_read),
        .read_address(fields_10_read_address),
        .there(fields_10_there),
        .beat(fields_10_beat),
        .window(fields_10_window),
        .is_named(fields_10_is_named),
        .is_null(fields_10_is_null),
        .valid(fields_10_valid),
        .text_valid(fields_10_text_valid),
        .data(fields_10_data),
        .text(fields_10_text),
        .wrong(fields_10_wrong)
    );
    core_fields fields_11(
        .clock(fields_11_clock),
        .reset(fields_11_reset),
        .write(fields_11_write),
        .write_address(fields_11_write_address),
        .write_data(fields_11_write_data),
        .read(fields_11_read),
        .read_address(fields_11_read_address),
        .there(fields_11_there),
        .beat(fields_11_beat),
        .window(fields_11_window),
        .is_named(fields_11_is_named),
        .is_null(fields_11_is_null),
        .valid(fields_11_valid),
        .text_valid(fields_11_text_valid),
        .data(fields_11_data),
        .text(fields_11_text),
        .wrong(fields_11_wrong)
    );
    core_fields fields_12(
        .clock(fields_12_clock),
        .reset(fields_12_reset),
        .write(fields_12_write),
        .write_address(fields_12_write_address),
        .write_data(fields_12_write_data),
        .read(fields_12_read),
        .read_address(fields_12_read_address),
        .there(fields_12_there),
        .beat(fields_12_beat),
        .window(fields_12_window),
        .is_named(fields_12_is_named),
        .is_null(fields_12_is_null),
        .valid(fields_12_valid),
        .text_valid(fields_12_text_valid),
        .data(fields_12_data),
        .text(fields_12_text),
        .wrong(fields_12_wrong)
    );
    core_fields fields_13(
        .clock(fields_13_clock),
        .reset(fields_13_reset),
        .write(fields_13_write),
        .write_address(fields_13_write_address),
        .write_data(fields_13_write_data),
        .read(fields_13_read),
        .read_address(fields_13_read_address),
        .there(fields_13_there),
        .beat(fields_13_beat),
        .window(fields_13_window),
        .is_named(fields_13_is_named),
        .is_null(fields_13_is_null),
        .valid(fields_13_valid),
        .text_valid(fields_13_text_valid),
        .data(fields_13_data),
        .text(fields_13_text),
        .wrong(fields_13_wrong)
    );
    core_fields fields_14(
        .clock(fields_14_clock),
        .reset(fields_14_reset),
        .write(fields_14_write),
        .write_address(fields_14_write_address),
        .write_data(fields_14_write_data),
        .read(fields_14_read),
        .read_address(fields_14_read_address),
        .there(fields_14_there),
        .beat(fields_14_beat),
        .window(fields_14_window),
        .is_named(fields_14_is_named),
        .is_null(fields_14_is_null),
        .valid(fields_14_valid),
        .text_valid(fields_14_text_valid),
        .data(fields_14_data),
        .text(fields_14_text),
        .wrong(fields_14_wrong)
    );
    core_fields fields_15(
        .clock(fields_15_clock),
        .reset(fields_15_reset),
        .write(fields_15_write),
        .write_address(fields_15_write_address),
        .write_data(fields_15_write_data),
        .read(fields_15_read),
        .read_address(fields_15_read_address),
        .there(fields_15_there),
        .beat(fields_15_beat),
        .window(fields_15_window),
        .is_named(fields_15_is_named),
        .is_null(fields_15_is_null),
        .valid(fields_15_valid),
        .text_valid(fields_15_text_valid),
        .data(fields_15_data),
        .text(fields_15_text),
        .wrong(fields_15_wrong)
    );
    core_fields fields_16(
        .clock(fields_16_clock),
        .reset(fields_16_reset),
        .write(fields_16_write),
        .write_address(fields_16_write_address),
        .write_data(fields_16_write_data),
        .read(fields_16_read),
        .read_address(fields_16_read_address),
        .there(fields_16_there),
        .beat(fields_16_beat),
        .window(fields_16_window),
        .is_named(fields_16_is_named),
        .is_null(fields_16_is_null),
        .valid(fields_16_valid),
        .text_valid(fields_16_text_valid),
        .data(fields_16_data),
        .text(fields_16_text),
        .wrong(fields_16_wrong)
    );
    core_fields fields_17(
        .clock(fields_17_clock),
        .reset(fields_17_reset),
        .write(fields_17_write),
        .write_address(fields_17_write_address),
        .write_data(fields_17_write_data),
        .read(fields_17_read),
        .read_address(fields_17_read_address),
        .there(fields_17_there),
        .beat(fields_17_beat),
        .window(fields_17_window),
        .is_named(fields_17_is_named),
        .is_null(fields_17_is_null),
        .valid(fields_17_valid),
        .text_valid(fields_17_text_valid),
        .data(fields_17_data),
        .text(fields_17_text),
        .wrong(fields_17_wrong)
    );
    core_fields fields_18(
        .clock(fields_18_clock),
        .reset(fields_18_reset),
        .write(fields_18_write),
        .write_address(fields_18_write_address),
        .write_data(fields_18_write_data),
        .read(fields_18_read),
        .read_address(fields_18_read_address),
        .there(fields_18_there),
        .beat(fields_18_beat),
        .window(fields_18_window),
        .is_named(fields_18_is_named),
        .is_null(fields_18_is_null),
        .valid(fields_18_valid),
        .text_valid(fields_18_text_valid),
        .data(fields_18_data),
        .text(fields_18_text),
        .wrong(fields_18_wrong)
    );
    core_fields fields_19(
        .clock(fields_19_clock),
        .reset(fields_19_reset),
        .write(fields_19_write),
        .write_address(fields_19_write_address),
        .write_data(fields_19_write_data),
        .read(fields_19_read),
        .read_address(fields_19_read_address),
        .there(fields_19_there),
        .beat(fields_19_beat),
        .window(fields_19_window),
        .is_named(fields_19_is_named),
        .is_null(fields_19_is_null),
        .valid(fields_19_valid),
        .text_valid(fields_19_text_valid),
        .data(fields_19_data),
        .text(fields_19_text),
        .wrong(fields_19_wrong)
    );
    core_fields fields_20(
        .clock(fields_20_clock),
        .reset(fields_20_reset),
        .write(fields_20_write),
        .write_address(fields_20_write_address),
        .write_data(fields_20_write_data),
        .read(fields_20_read),
        .read_address(fields_20_read_address),
        .there(fields_20_there),
        .beat(fields_20_beat),
        .window(fields_20_window),
        .is_named(fields_20_is_named),
        .is_null(fields_20_is_null),
        .valid(fields_20_valid),
        .text_valid(fields_20_text_valid),
        .data(fields_20_data),
        .text(fields_20_text),
        .wrong(fields_20_wrong)
    );
    core_fields fields_21(
        .clock(fields_21_clock),
        .reset(fields_21_reset),
        .write(fields_21_write),
        .write_address(fields_21_write_address),
        .write_data(fields_21_write_data),
        .read(fields_21_read),
        .read_address(fields_21_read_address),
        .there(fields_21_there),
        .beat(fields_21_beat),
        .window(fields_21_window),
        .is_named(fields_21_is_named),
        .is_null(fields_21_is_null),
        .valid(fields_21_valid),
        .text_valid(fields_21_text_valid),
        .data(fields_21_data),
        .text(fields_21_text),
        .wrong(fields_21_wrong)
    );
    core_fields fields_22(
        .clock(fields_22_clock),
        .reset(fields_22_reset),
        .write(fields_22_write),
        .write_address(fields_22_write_address),
        .write_data(fields_22_write_data),
        .read(fields_22_read),
        .read_address(fields_22_read_address),
        .there(fields_22_there),
        .beat(fields_22_beat),
        .window(fields_22_window),
        .is_named(fields_22_is_named),
        .is_null(fields_22_is_null),
        .valid(fields_22_valid),
        .text_valid(fields_22_text_valid),
        .data(fields_22_data),
        .text(fields_22_text),
        .wrong(fields_22_wrong)
    );
    core_fields fields_23(
        .clock(fields_23_clock),
        .reset(fields_23_reset),
        .write(fields_23_write),
        .write_address(fields_23_write_address),
        .write_data(fields_23_write_data),
        .read(fields_23_read),
        .read_address(fields_23_read_address),
        .there(fields_23_there),
        .beat(fields_23_beat),
        .window(fields_23_window),
        .is_named(fields_23_is_named),
        .is_null(fields_23_is_null),
        .valid(fields_23_valid),
        .text_valid(fields_23_text_valid),
        .data(fields_23_data),
        .text(fields_23_text),
        .wrong(fields_23_wrong)
    );
    core_fields fields_24(
        .clock(fields_24_clock),
        .reset(fields_24_reset),
        .write(fields_24_write),
        .write_address(fields_24_write_address),
        .write_data(fields_24_write_data),
        .read(fields_24_read),
        .read_address(fields_24_read_address),
        .there(fields_24_there),
        .beat(fields_24_beat),
        .window(fields_24_window),
        .is_named(fields_24_is_named),
        .is_null(fields_24_is_null),
        .valid(fields_24_valid),
        .text_valid(fields_24_text_valid),
        .data(fields_24_data),
        .text(fields_24_text),
        .wrong(fields_24_wrong)
    );
    core_fields fields_25(
        .clock(fields_25_clock),
        .reset(fields_25_reset),
        .write(fields_25_write),
        .write_address(fields_25_write_address),
        .write_data(fields_25_write_data),
        .read(fields_25_read),
        .read_address(fields_25_read_address),
        .there(fields_25_there),
        .beat(fields_25_beat),
        .window(fields_25_window),
        .is_named(fields_25_is_named),
        .is_null(fields_25_is_null),
        .valid(fields_25_valid),
        .text_valid(fields_25_text_valid),
        .data(fields_25_data),
        .text(fields_25_text),
        .wrong(fields_25_wrong)
    );
    core_fields fields_26(
        .clock(fields_26_clock),
        .reset(fields_26_reset),
        .write(fields_26_write),
        .write_address(fields_26_write_address),
        .write_data(fields_26_write_data),
        .read(fields_26_read),
        .read_address(fields_26_read_address),
        .there(fields_26_there),
        .beat(fields_26_beat),
        .window(fields_26_window),
        .is_named(fields_26_is_named),
        .is_null(fields_26_is_null),
        .valid(fields_26_valid),
        .text_valid(fields_26_text_valid),
        .data(fields_26_data),
        .text(fields_26_text),
        .wrong(fields_26_wrong)
    );
    core_fields fields_27(
        .clock(fields_27_clock),
        .reset(fields_27_reset),
        .write(fields_27_write),
        .write_address(fields_27_write_address),
        .write_data(fields_27_write_data),
        .read(fields_27_read),
        .read_address(fields_27_read_address),
        .there(fields_27_there),
        .beat(fields_27_beat),
        .window(fields_27_window),
        .is_named(fields_27_is_named),
        .is_null(fields_27_is_null),
        .valid(fields_27_valid),
        .text_valid(fields_27_text_valid),
        .data(fields_27_data),
        .text(fields_27_text),
        .wrong(fields_27_wrong)
    );
    core_fields fields_28(
        .clock(fields_28_clock),
        .reset(fields_28_reset),
        .write(fields_28_write),
        .write_address(fields_28_write_address),
        .write_data(fields_28_write_data),
        .read(fields_28_read),
        .read_address(fields_28_read_address),
        .there(fields_28_there),
        .beat(fields_28_beat),
        .window(fields_28_window),
        .is_named(fields_28_is_named),
        .is_null(fields_28_is_null),
        .valid(fields_28_valid),
        .text_valid(fields_28_text_valid),
        .data(fields_28_data),
        .text(fields_28_text),
        .wrong(fields_28_wrong)
    );
    core_fields fields_29(
        .clock(fields_29_clock),
        .reset(fields_29_reset),
        .write(fields_29_write),
        .write_address(fields_29_write_address),
        .write_data(fields_29_write_data),
        .read(fields_29_read),
        .read_address(fields_29_read_address),
        .there(fields_29_there),
        .beat(fields_29_beat),
        .window(fields_29_window),
        .is_named(fields_29_is_named),
        .is_null(fields_29_is_null),
        .valid(fields_29_valid),
        .text_valid(fields_29_text_valid),
        .data(fields_29_data),
        .text(fields_29_text),
        .wrong(fields_29_wrong)
    );
    core_fields fields_30(
        .clock(fields_30_clock),
        .reset(fields_30_reset),
        .write(fields_30_write),
        .write_address(fields_30_write_address),
        .write_data(fields_30_write_data),
        .read(fields_30_read),
        .read_address(fields_30_read_address),
        .there(fields_30_there),
        .beat(fields_30_beat),
        .window(fields_30_window),
        .is_named(fields_30_is_named),
        .is_null(fields_30_is_null),
        .valid(fields_30_valid),
        .text_valid(fields_30_text_valid),
        .data(fields_30_data),
        .text(fields_30_text),
        .wrong(fields_30_wrong)
    );
    core_fields fields_31(
        .clock(fields_31_clock),
        .reset(fields_31_reset),
        .write(fields_31_write),
        .write_address(fields_31_write_address),
        .write_data(fields_31_write_data),
        .read(fields_31_read),
        .read_address(fields_31_read_address),
        .there(fields_31_there),
        .beat(fields_31_beat),
        .window(fields_31_window),
        .is_named(fields_31_is_named),
        .is_null(fields_31_is_null),
        .valid(fields_31_valid),
        .text_valid(fields_31_text_valid),
        .data(fields_31_data),
        .text(fields_31_text),
        .wrong(fields_31_wrong)
    );
    core_headers headers(
        .clock(headers_clock),
        .write(headers_write),
        .write_address(headers_write_address),
        .write_data(headers_write_data),
        .read(headers_read),
        .read_address(headers_read_address),
        .read_data(headers_read_data)
    );

    always @(*) begin
        beats_d = beats_q;
        beat_d = beat_q;
        beat_data_d = beat_data_q;
        beat_keep_d = beat_keep_q;
        beat_last_d = beat_last_q;
        tail_d = tail_q;
        nulls_d = nulls_q;
        is_kind_long_d = is_kind_long_q;
        want_rows_d = want_rows_q;
        gap_d = gap_q;
        if (taken) begin
            beat_data_d = s_axis_tdata;
            beat_keep_d = s_axis_tkeep;
            beat_last_d = s_axis_tlast;
            beat_d = beats_q;
            tail_d = beat_data_q[511:384];
            if (~beats_q[2]) begin
                beats_d = beats_q + 1;
            end
            if (s_axis_tlast) begin
                beats_d = 0;
            end
            if (~there_q) begin
                gap_d = 1'b1;
            end
        end
        if (starts) begin
            nulls_d = s_axis_tdata[95:64];
            is_kind_long_d = s_axis_tdata[23];
            want_rows_d = rows_wanted;
            gap_d = 1'b0;
        end
        if (reset) begin
            beats_d = 0;
        end
    end

    always @(*) begin
        there_d = there_q;
        there_d = taken;
    end

    always @(*) begin
        is_wrong_beat_d = is_wrong_beat_q;
        keep = 64'(0) - 1;
        is_wrong_beat_d = 1'b0;
        if (there_q & ~reset) begin
            if (beat_last_q) begin
                keep = (64'(0) - 1) >> (~last[5:0]);
            end
            is_wrong_beat_d = ~header[16] | (header[15] != want_rows_q) | is_kind_long_q | (beat_last_q != (beat_q == 3'(last[7:6]))) | (beat_keep_q != keep);
            if ((beat_q == 0) & ((beat_data_q[15:0] != 16'(header[8:0])) | |beat_data_q[31:24] | |(nulls_q & ~named))) begin
                is_wrong_beat_d = 1'b1;
            end
        end
    end

    always @(*) begin
        was_last_d = was_last_q;
        was_last_d = there_q & beat_last_q & ~reset;
    end

    always @(*) begin
        had_gap_d = had_gap_q;
        had_gap_d = gap_q;
    end

    always @(*) begin
        was_wrong_d = was_wrong_q;
        was_wrong_d = is_wrong & ~was_last_q & ~reset;
    end

    assign s_axis_tready = (accept | (beats_q != 0)) & ~reset;
    assign taken = s_axis_tvalid & (accept | (beats_q != 0)) & ~reset;
    assign starts = taken & (beats_q == 0);
    assign start = starts;
    assign kind = s_axis_tdata[23:16];
    assign sequence_number = s_axis_tdata[63:32];
    assign session = s_axis_tuser;

    always @(*) begin
        address = 8'(s_axis_tdata[22:16]);
        if (bank) begin
            address = address | 128;
        end
    end

    assign headers_clock = clock;
    assign headers_read = starts;
    assign headers_read_address = address;
    assign headers_write_address = cfg_address[13:6];
    assign headers_write_data = cfg_data[16:0];

    always @(*) begin
        cfg_word = 0;
        if (cfg_valid) begin
            cfg_word = 33'(1) << cfg_address[5:0];
        end
    end

    assign headers_write = cfg_word[32];
    assign header = headers_read_data;
    assign window = (640'(beat_data_q) << 128) | 640'(tail_q);
    assign named = ~((32'(0) - 1) << header[14:9]);

    always @(*) begin
        is_wrong = was_wrong_q | is_wrong_beat_q;
        is_wrong = is_wrong | fields_0_wrong;
        is_wrong = is_wrong | fields_1_wrong;
        is_wrong = is_wrong | fields_2_wrong;
        is_wrong = is_wrong | fields_3_wrong;
        is_wrong = is_wrong | fields_4_wrong;
        is_wrong = is_wrong | fields_5_wrong;
        is_wrong = is_wrong | fields_6_wrong;
        is_wrong = is_wrong | fields_7_wrong;
        is_wrong = is_wrong | fields_8_wrong;
        is_wrong = is_wrong | fields_9_wrong;
        is_wrong = is_wrong | fields_10_wrong;
        is_wrong = is_wrong | fields_11_wrong;
        is_wrong = is_wrong | fields_12_wrong;
        is_wrong = is_wrong | fields_13_wrong;
        is_wrong = is_wrong | fields_14_wrong;
        is_wrong = is_wrong | fields_15_wrong;
        is_wrong = is_wrong | fields_16_wrong;
        is_wrong = is_wrong | fields_17_wrong;
        is_wrong = is_wrong | fields_18_wrong;
        is_wrong = is_wrong | fields_19_wrong;
        is_wrong = is_wrong | fields_20_wrong;
        is_wrong = is_wrong | fields_21_wrong;
        is_wrong = is_wrong | fields_22_wrong;
        is_wrong = is_wrong | fields_23_wrong;
        is_wrong = is_wrong | fields_24_wrong;
        is_wrong = is_wrong | fields_25_wrong;
        is_wrong = is_wrong | fields_26_wrong;
        is_wrong = is_wrong | fields_27_wrong;
        is_wrong = is_wrong | fields_28_wrong;
        is_wrong = is_wrong | fields_29_wrong;
        is_wrong = is_wrong | fields_30_wrong;
        is_wrong = is_wrong | fields_31_wrong;
    end

    assign fields_0_clock = clock;
    assign fields_0_write = cfg_word[0];
    assign fields_0_write_address = cfg_address[13:6];
    assign fields_0_write_data = cfg_data[20:0];
    assign fields_0_read = starts;
    assign fields_0_read_address = address;
    assign fields_0_reset = reset;
    assign fields_0_there = there_q;
    assign fields_0_beat = beat_q;
    assign fields_0_window = window;
    assign fields_0_is_named = named[0];
    assign fields_0_is_null = nulls_q[0];
    assign field_valid_0 = fields_0_valid;
    assign field_data_0 = fields_0_data;
    assign text_valid_0 = fields_0_text_valid;
    assign text_0 = fields_0_text;
    assign fields_1_clock = clock;
    assign fields_1_write = cfg_word[1];
    assign fields_1_write_address = cfg_address[13:6];
    assign fields_1_write_data = cfg_data[20:0];
    assign fields_1_read = starts;
    assign fields_1_read_address = address;
    assign fields_1_reset = reset;
    assign fields_1_there = there_q;
    assign fields_1_beat = beat_q;
    assign fields_1_window = window;
    assign fields_1_is_named = named[1];
    assign fields_1_is_null = nulls_q[1];
    assign field_valid_1 = fields_1_valid;
    assign field_data_1 = fields_1_data;
    assign text_valid_1 = fields_1_text_valid;
    assign text_1 = fields_1_text;
    assign fields_2_clock = clock;
    assign fields_2_write = cfg_word[2];
    assign fields_2_write_address = cfg_address[13:6];
    assign fields_2_write_data = cfg_data[20:0];
    assign fields_2_read = starts;
    assign fields_2_read_address = address;
    assign fields_2_reset = reset;
    assign fields_2_there = there_q;
    assign fields_2_beat = beat_q;
    assign fields_2_window = window;
    assign fields_2_is_named = named[2];
    assign fields_2_is_null = nulls_q[2];
    assign field_valid_2 = fields_2_valid;
    assign field_data_2 = fields_2_data;
    assign text_valid_2 = fields_2_text_valid;
    assign text_2 = fields_2_text;
    assign fields_3_clock = clock;
    assign fields_3_write = cfg_word[3];
    assign fields_3_write_address = cfg_address[13:6];
    assign fields_3_write_data = cfg_data[20:0];
    assign fields_3_read = starts;
    assign fields_3_read_address = address;
    assign fields_3_reset = reset;
    assign fields_3_there = there_q;
    assign fields_3_beat = beat_q;
    assign fields_3_window = window;
    assign fields_3_is_named = named[3];
    assign fields_3_is_null = nulls_q[3];
    assign field_valid_3 = fields_3_valid;
    assign field_data_3 = fields_3_data;
    assign text_valid_3 = fields_3_text_valid;
    assign text_3 = fields_3_text;
    assign fields_4_clock = clock;
    assign fields_4_write = cfg_word[4];
    assign fields_4_write_address = cfg_address[13:6];
    assign fields_4_write_data = cfg_data[20:0];
    assign fields_4_read = starts;
    assign fields_4_read_address = address;
    assign fields_4_reset = reset;
    assign fields_4_there = there_q;
    assign fields_4_beat = beat_q;
    assign fields_4_window = window;
    assign fields_4_is_named = named[4];
    assign fields_4_is_null = nulls_q[4];
    assign field_valid_4 = fields_4_valid;
    assign field_data_4 = fields_4_data;
    assign text_valid_4 = fields_4_text_valid;
    assign text_4 = fields_4_text;
    assign fields_5_clock = clock;
    assign fields_5_write = cfg_word[5];
    assign fields_5_write_address = cfg_address[13:6];
    assign fields_5_write_data = cfg_data[20:0];
    assign fields_5_read = starts;
    assign fields_5_read_address = address;
    assign fields_5_reset = reset;
    assign fields_5_there = there_q;
    assign fields_5_beat = beat_q;
    assign fields_5_window = window;
    assign fields_5_is_named = named[5];
    assign fields_5_is_null = nulls_q[5];
    assign field_valid_5 = fields_5_valid;
    assign field_data_5 = fields_5_data;
    assign text_valid_5 = fields_5_text_valid;
    assign text_5 = fields_5_text;
    assign fields_6_clock = clock;
    assign fields_6_write = cfg_word[6];
    assign fields_6_write_address = cfg_address[13:6];
    assign fields_6_write_data = cfg_data[20:0];
    assign fields_6_read = starts;
    assign fields_6_read_address = address;
    assign fields_6_reset = reset;
    assign fields_6_there = there_q;
    assign fields_6_beat = beat_q;
    assign fields_6_window = window;
    assign fields_6_is_named = named[6];
    assign fields_6_is_null = nulls_q[6];
    assign field_valid_6 = fields_6_valid;
    assign field_data_6 = fields_6_data;
    assign text_valid_6 = fields_6_text_valid;
    assign text_6 = fields_6_text;
    assign fields_7_clock = clock;
    assign fields_7_write = cfg_word[7];
    assign fields_7_write_address = cfg_address[13:6];
    assign fields_7_write_data = cfg_data[20:0];
    assign fields_7_read = starts;
    assign fields_7_read_address = address;
    assign fields_7_reset = reset;
    assign fields_7_there = there_q;
    assign fields_7_beat = beat_q;
    assign fields_7_window = window;
    assign fields_7_is_named = named[7];
    assign fields_7_is_null = nulls_q[7];
    assign field_valid_7 = fields_7_valid;
    assign field_data_7 = fields_7_data;
    assign text_valid_7 = fields_7_text_valid;
    assign text_7 = fields_7_text;
    assign fields_8_clock = clock;
    assign fields_8_write = cfg_word[8];
    assign fields_8_write_address = cfg_address[13:6];
    assign fields_8_write_data = cfg_data[20:0];
    assign fields_8_read = starts;
    assign fields_8_read_address = address;
    assign fields_8_reset = reset;
    assign fields_8_there = there_q;
    assign fields_8_beat = beat_q;
    assign fields_8_window = window;
    assign fields_8_is_named = named[8];
    assign fields_8_is_null = nulls_q[8];
    assign field_valid_8 = fields_8_valid;
    assign field_data_8 = fields_8_data;
    assign text_valid_8 = fields_8_text_valid;
    assign text_8 = fields_8_text;
    assign fields_9_clock = clock;
    assign fields_9_write = cfg_word[9];
    assign fields_9_write_address = cfg_address[13:6];
    assign fields_9_write_data = cfg_data[20:0];
    assign fields_9_read = starts;
    assign fields_9_read_address = address;
    assign fields_9_reset = reset;
    assign fields_9_there = there_q;
    assign fields_9_beat = beat_q;
    assign fields_9_window = window;
    assign fields_9_is_named = named[9];
    assign fields_9_is_null = nulls_q[9];
    assign field_valid_9 = fields_9_valid;
    assign field_data_9 = fields_9_data;
    assign text_valid_9 = fields_9_text_valid;
    assign text_9 = fields_9_text;
    assign fields_10_clock = clock;
    assign fields_10_write = cfg_word[10];
    assign fields_10_write_address = cfg_address[13:6];
    assign fields_10_write_data = cfg_data[20:0];
    assign fields_10_read = starts;
    assign fields_10_read_address = address;
    assign fields_10_reset = reset;
    assign fields_10_there = there_q;
    assign fields_10_beat = beat_q;
    assign fields_10_window = window;
    assign fields_10_is_named = named[10];
    assign fields_10_is_null = nulls_q[10];
    assign field_valid_10 = fields_10_valid;
    assign field_data_10 = fields_10_data;
    assign text_valid_10 = fields_10_text_valid;
    assign text_10 = fields_10_text;
    assign fields_11_clock = clock;
    assign fields_11_write = cfg_word[11];
    assign fields_11_write_address = cfg_address[13:6];
    assign fields_11_write_data = cfg_data[20:0];
    assign fields_11_read = starts;
    assign fields_11_read_address = address;
    assign fields_11_reset = reset;
    assign fields_11_there = there_q;
    assign fields_11_beat = beat_q;
    assign fields_11_window = window;
    assign fields_11_is_named = named[11];
    assign fields_11_is_null = nulls_q[11];
    assign field_valid_11 = fields_11_valid;
    assign field_data_11 = fields_11_data;
    assign text_valid_11 = fields_11_text_valid;
    assign text_11 = fields_11_text;
    assign fields_12_clock = clock;
    assign fields_12_write = cfg_word[12];
    assign fields_12_write_address = cfg_address[13:6];
    assign fields_12_write_data = cfg_data[20:0];
    assign fields_12_read = starts;
    assign fields_12_read_address = address;
    assign fields_12_reset = reset;
    assign fields_12_there = there_q;
    assign fields_12_beat = beat_q;
    assign fields_12_window = window;
    assign fields_12_is_named = named[12];
    assign fields_12_is_null = nulls_q[12];
    assign field_valid_12 = fields_12_valid;
    assign field_data_12 = fields_12_data;
    assign text_valid_12 = fields_12_text_valid;
    assign text_12 = fields_12_text;
    assign fields_13_clock = clock;
    assign fields_13_write = cfg_word[13];
    assign fields_13_write_address = cfg_address[13:6];
    assign fields_13_write_data = cfg_data[20:0];
    assign fields_13_read = starts;
    assign fields_13_read_address = address;
    assign fields_13_reset = reset;
    assign fields_13_there = there_q;
    assign fields_13_beat = beat_q;
    assign fields_13_window = window;
    assign fields_13_is_named = named[13];
    assign fields_13_is_null = nulls_q[13];
    assign field_valid_13 = fields_13_valid;
    assign field_data_13 = fields_13_data;
    assign text_valid_13 = fields_13_text_valid;
    assign text_13 = fields_13_text;
    assign fields_14_clock = clock;
    assign fields_14_write = cfg_word[14];
    assign fields_14_write_address = cfg_address[13:6];
    assign fields_14_write_data = cfg_data[20:0];
    assign fields_14_read = starts;
    assign fields_14_read_address = address;
    assign fields_14_reset = reset;
    assign fields_14_there = there_q;
    assign fields_14_beat = beat_q;
    assign fields_14_window = window;
    assign fields_14_is_named = named[14];
    assign fields_14_is_null = nulls_q[14];
    assign field_valid_14 = fields_14_valid;
    assign field_data_14 = fields_14_data;
    assign text_valid_14 = fields_14_text_valid;
    assign text_14 = fields_14_text;
    assign fields_15_clock = clock;
    assign fields_15_write = cfg_word[15];
    assign fields_15_write_address = cfg_address[13:6];
    assign fields_15_write_data = cfg_data[20:0];
    assign fields_15_read = starts;
    assign fields_15_read_address = address;
    assign fields_15_reset = reset;
    assign fields_15_there = there_q;
    assign fields_15_beat = beat_q;
    assign fields_15_window = window;
    assign fields_15_is_named = named[15];
    assign fields_15_is_null = nulls_q[15];
    assign field_valid_15 = fields_15_valid;
    assign field_data_15 = fields_15_data;
    assign text_valid_15 = fields_15_text_valid;
    assign text_15 = fields_15_text;
    assign fields_16_clock = clock;
    assign fields_16_write = cfg_word[16];
    assign fields_16_write_address = cfg_address[13:6];
    assign fields_16_write_data = cfg_data[20:0];
    assign fields_16_read = starts;
    assign fields_16_read_address = address;
    assign fields_16_reset = reset;
    assign fields_16_there = there_q;
    assign fields_16_beat = beat_q;
    assign fields_16_window = window;
    assign fields_16_is_named = named[16];
    assign fields_16_is_null = nulls_q[16];
    assign field_valid_16 = fields_16_valid;
    assign field_data_16 = fields_16_data;
    assign text_valid_16 = fields_16_text_valid;
    assign text_16 = fields_16_text;
    assign fields_17_clock = clock;
    assign fields_17_write = cfg_word[17];
    assign fields_17_write_address = cfg_address[13:6];
    assign fields_17_write_data = cfg_data[20:0];
    assign fields_17_read = starts;
    assign fields_17_read_address = address;
    assign fields_17_reset = reset;
    assign fields_17_there = there_q;
    assign fields_17_beat = beat_q;
    assign fields_17_window = window;
    assign fields_17_is_named = named[17];
    assign fields_17_is_null = nulls_q[17];
    assign field_valid_17 = fields_17_valid;
    assign field_data_17 = fields_17_data;
    assign text_valid_17 = fields_17_text_valid;
    assign text_17 = fields_17_text;
    assign fields_18_clock = clock;
    assign fields_18_write = cfg_word[18];
    assign fields_18_write_address = cfg_address[13:6];
    assign fields_18_write_data = cfg_data[20:0];
    assign fields_18_read = starts;
    assign fields_18_read_address = address;
    assign fields_18_reset = reset;
    assign fields_18_there = there_q;
    assign fields_18_beat = beat_q;
    assign fields_18_window = window;
    assign fields_18_is_named = named[18];
    assign fields_18_is_null = nulls_q[18];
    assign field_valid_18 = fields_18_valid;
    assign field_data_18 = fields_18_data;
    assign text_valid_18 = fields_18_text_valid;
    assign text_18 = fields_18_text;
    assign fields_19_clock = clock;
    assign fields_19_write = cfg_word[19];
    assign fields_19_write_address = cfg_address[13:6];
    assign fields_19_write_data = cfg_data[20:0];
    assign fields_19_read = starts;
    assign fields_19_read_address = address;
    assign fields_19_reset = reset;
    assign fields_19_there = there_q;
    assign fields_19_beat = beat_q;
    assign fields_19_window = window;
    assign fields_19_is_named = named[19];
    assign fields_19_is_null = nulls_q[19];
    assign field_valid_19 = fields_19_valid;
    assign field_data_19 = fields_19_data;
    assign text_valid_19 = fields_19_text_valid;
    assign text_19 = fields_19_text;
    assign fields_20_clock = clock;
    assign fields_20_write = cfg_word[20];
    assign fields_20_write_address = cfg_address[13:6];
    assign fields_20_write_data = cfg_data[20:0];
    assign fields_20_read = starts;
    assign fields_20_read_address = address;
    assign fields_20_reset = reset;
    assign fields_20_there = there_q;
    assign fields_20_beat = beat_q;
    assign fields_20_window = window;
    assign fields_20_is_named = named[20];
    assign fields_20_is_null = nulls_q[20];
    assign field_valid_20 = fields_20_valid;
    assign field_data_20 = fields_20_data;
    assign text_valid_20 = fields_20_text_valid;
    assign text_20 = fields_20_text;
    assign fields_21_clock = clock;
    assign fields_21_write = cfg_word[21];
    assign fields_21_write_address = cfg_address[13:6];
    assign fields_21_write_data = cfg_data[20:0];
    assign fields_21_read = starts;
    assign fields_21_read_address = address;
    assign fields_21_reset = reset;
    assign fields_21_there = there_q;
    assign fields_21_beat = beat_q;
    assign fields_21_window = window;
    assign fields_21_is_named = named[21];
    assign fields_21_is_null = nulls_q[21];
    assign field_valid_21 = fields_21_valid;
    assign field_data_21 = fields_21_data;
    assign text_valid_21 = fields_21_text_valid;
    assign text_21 = fields_21_text;
    assign fields_22_clock = clock;
    assign fields_22_write = cfg_word[22];
    assign fields_22_write_address = cfg_address[13:6];
    assign fields_22_write_data = cfg_data[20:0];
    assign fields_22_read = starts;
    assign fields_22_read_address = address;
    assign fields_22_reset = reset;
    assign fields_22_there = there_q;
    assign fields_22_beat = beat_q;
    assign fields_22_window = window;
    assign fields_22_is_named = named[22];
    assign fields_22_is_null = nulls_q[22];
    assign field_valid_22 = fields_22_valid;
    assign field_data_22 = fields_22_data;
    assign text_valid_22 = fields_22_text_valid;
    assign text_22 = fields_22_text;
    assign fields_23_clock = clock;
    assign fields_23_write = cfg_word[23];
    assign fields_23_write_address = cfg_address[13:6];
    assign fields_23_write_data = cfg_data[20:0];
    assign fields_23_read = starts;
    assign fields_23_read_address = address;
    assign fields_23_reset = reset;
    assign fields_23_there = there_q;
    assign fields_23_beat = beat_q;
    assign fields_23_window = window;
    assign fields_23_is_named = named[23];
    assign fields_23_is_null = nulls_q[23];
    assign field_valid_23 = fields_23_valid;
    assign field_data_23 = fields_23_data;
    assign text_valid_23 = fields_23_text_valid;
    assign text_23 = fields_23_text;
    assign fields_24_clock = clock;
    assign fields_24_write = cfg_word[24];
    assign fields_24_write_address = cfg_address[13:6];
    assign fields_24_write_data = cfg_data[20:0];
    assign fields_24_read = starts;
    assign fields_24_read_address = address;
    assign fields_24_reset = reset;
    assign fields_24_there = there_q;
    assign fields_24_beat = beat_q;
    assign fields_24_window = window;
    assign fields_24_is_named = named[24];
    assign fields_24_is_null = nulls_q[24];
    assign field_valid_24 = fields_24_valid;
    assign field_data_24 = fields_24_data;
    assign text_valid_24 = fields_24_text_valid;
    assign text_24 = fields_24_text;
    assign fields_25_clock = clock;
    assign fields_25_write = cfg_word[25];
    assign fields_25_write_address = cfg_address[13:6];
    assign fields_25_write_data = cfg_data[20:0];
    assign fields_25_read = starts;
    assign fields_25_read_address = address;
    assign fields_25_reset = reset;
    assign fields_25_there = there_q;
    assign fields_25_beat = beat_q;
    assign fields_25_window = window;
    assign fields_25_is_named = named[25];
    assign fields_25_is_null = nulls_q[25];
    assign field_valid_25 = fields_25_valid;
    assign field_data_25 = fields_25_data;
    assign text_valid_25 = fields_25_text_valid;
    assign text_25 = fields_25_text;
    assign fields_26_clock = clock;
    assign fields_26_write = cfg_word[26];
    assign fields_26_write_address = cfg_address[13:6];
    assign fields_26_write_data = cfg_data[20:0];
    assign fields_26_read = starts;
    assign fields_26_read_address = address;
    assign fields_26_reset = reset;
    assign fields_26_there = there_q;
    assign fields_26_beat = beat_q;
    assign fields_26_window = window;
    assign fields_26_is_named = named[26];
    assign fields_26_is_null = nulls_q[26];
    assign field_valid_26 = fields_26_valid;
    assign field_data_26 = fields_26_data;
    assign text_valid_26 = fields_26_text_valid;
    assign text_26 = fields_26_text;
    assign fields_27_clock = clock;
    assign fields_27_write = cfg_word[27];
    assign fields_27_write_address = cfg_address[13:6];
    assign fields_27_write_data = cfg_data[20:0];
    assign fields_27_read = starts;
    assign fields_27_read_address = address;
    assign fields_27_reset = reset;
    assign fields_27_there = there_q;
    assign fields_27_beat = beat_q;
    assign fields_27_window = window;
    assign fields_27_is_named = named[27];
    assign fields_27_is_null = nulls_q[27];
    assign field_valid_27 = fields_27_valid;
    assign field_data_27 = fields_27_data;
    assign text_valid_27 = fields_27_text_valid;
    assign text_27 = fields_27_text;
    assign fields_28_clock = clock;
    assign fields_28_write = cfg_word[28];
    assign fields_28_write_address = cfg_address[13:6];
    assign fields_28_write_data = cfg_data[20:0];
    assign fields_28_read = starts;
    assign fields_28_read_address = address;
    assign fields_28_reset = reset;
    assign fields_28_there = there_q;
    assign fields_28_beat = beat_q;
    assign fields_28_window = window;
    assign fields_28_is_named = named[28];
    assign fields_28_is_null = nulls_q[28];
    assign field_valid_28 = fields_28_valid;
    assign field_data_28 = fields_28_data;
    assign text_valid_28 = fields_28_text_valid;
    assign text_28 = fields_28_text;
    assign fields_29_clock = clock;
    assign fields_29_write = cfg_word[29];
    assign fields_29_write_address = cfg_address[13:6];
    assign fields_29_write_data = cfg_data[20:0];
    assign fields_29_read = starts;
    assign fields_29_read_address = address;
    assign fields_29_reset = reset;
    assign fields_29_there = there_q;
    assign fields_29_beat = beat_q;
    assign fields_29_window = window;
    assign fields_29_is_named = named[29];
    assign fields_29_is_null = nulls_q[29];
    assign field_valid_29 = fields_29_valid;
    assign field_data_29 = fields_29_data;
    assign text_valid_29 = fields_29_text_valid;
    assign text_29 = fields_29_text;
    assign fields_30_clock = clock;
    assign fields_30_write = cfg_word[30];
    assign fields_30_write_address = cfg_address[13:6];
    assign fields_30_write_data = cfg_data[20:0];
    assign fields_30_read = starts;
    assign fields_30_read_address = address;
    assign fields_30_reset = reset;
    assign fields_30_there = there_q;
    assign fields_30_beat = beat_q;
    assign fields_30_window = window;
    assign fields_30_is_named = named[30];
    assign fields_30_is_null = nulls_q[30];
    assign field_valid_30 = fields_30_valid;
    assign field_data_30 = fields_30_data;
    assign text_valid_30 = fields_30_text_valid;
    assign text_30 = fields_30_text;
    assign fields_31_clock = clock;
    assign fields_31_write = cfg_word[31];
    assign fields_31_write_address = cfg_address[13:6];
    assign fields_31_write_data = cfg_data[20:0];
    assign fields_31_read = starts;
    assign fields_31_read_address = address;
    assign fields_31_reset = reset;
    assign fields_31_there = there_q;
    assign fields_31_beat = beat_q;
    assign fields_31_window = window;
    assign fields_31_is_named = named[31];
    assign fields_31_is_null = nulls_q[31];
    assign field_valid_31 = fields_31_valid;
    assign field_data_31 = fields_31_data;
    assign text_valid_31 = fields_31_text_valid;
    assign text_31 = fields_31_text;
    assign last = header[7:0] - 1;
    assign done = was_last_q;
    assign malformed = is_wrong;
    assign gapped = had_gap_q;

    initial begin
        beats_q = 0;
        there_q = 0;
        beat_q = 0;
        beat_data_q = 0;
        beat_keep_q = 0;
        beat_last_q = 0;
        tail_q = 0;
        nulls_q = 0;
        is_kind_long_q = 0;
        want_rows_q = 0;
        gap_q = 0;
        is_wrong_beat_q = 0;
        was_last_q = 0;
        had_gap_q = 0;
        was_wrong_q = 0;
    end

    always @(posedge clock) begin
        beats_q <= beats_d;
        there_q <= there_d;
        beat_q <= beat_d;
        beat_data_q <= beat_data_d;
        beat_keep_q <= beat_keep_d;
        beat_last_q <= beat_last_d;
        tail_q <= tail_d;
        nulls_q <= nulls_d;
        is_kind_long_q <= is_kind_long_d;
        want_rows_q <= want_rows_d;
        gap_q <= gap_d;
        is_wrong_beat_q <= is_wrong_beat_d;
        was_last_q <= was_last_d;
        had_gap_q <= had_gap_d;
        was_wrong_q <= was_wrong_d;
    end
endmodule

module core_sequencer (
    input wire clock,
    input wire reset,
    input wire start,
    input wire [7:0] kind,
    input wire finish,
    input wire bank_wanted,
    input wire table_write,
    input wire [7:0] table_address,
    input wire [63:0] table_data,
    output wire [10:0] address,
    output wire live,
    output wire busy,
    output wire unknown,
    output wire bank
);
    wire entries_clock;
    wire entries_write;
    wire [7:0] entries_write_address;
    wire [63:0] entries_write_data;
    wire [7:0] entries_read_address;
    // A word has 64 bits, a transaction's entry fewer.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] entries_read_data;
    // verilator lint_on UNUSEDSIGNAL
    reg running_d;
    reg running_q;
    reg running_bank_d;
    reg running_bank_q;
    reg refusing_d;
    reg refusing_q;
    reg executing_d;
    reg executing_q;
    reg [9:0] program_counter_d;
    reg [9:0] program_counter_q;
    reg [9:0] cycles_left_d;
    reg [9:0] cycles_left_q;

    core_entries entries(
        .clock(entries_clock),
        .write(entries_write),
        .write_address(entries_write_address),
        .write_data(entries_write_data),
        .read_address(entries_read_address),
        .read_data(entries_read_data)
    );

    always @(*) begin
        running_d = running_q;
        refusing_d = refusing_q;
        executing_d = executing_q;
        program_counter_d = program_counter_q;
        cycles_left_d = cycles_left_q;
        executing_d = running_q;
        if (running_q) begin
            program_counter_d = program_counter_q + 1;
            cycles_left_d = cycles_left_q - 1;
            if (cycles_left_q == 1) begin
                running_d = 1'b0;
            end
        end
        if (refusing_q & finish) begin
            refusing_d = 1'b0;
        end
        if (start) begin
            if (entries_read_data[0] & ~kind[7]) begin
                running_d = 1'b1;
                program_counter_d = entries_read_data[10:1];
                cycles_left_d = entries_read_data[25:16] - 1;
            end
            else begin
                refusing_d = 1'b1;
            end
        end
        if (reset) begin
            running_d = 1'b0;
            refusing_d = 1'b0;
            executing_d = 1'b0;
        end
    end

    always @(*) begin
        running_bank_d = running_bank_q;
        if (~running_q & ~refusing_q & ~start) begin
            running_bank_d = bank_wanted;
        end
    end

    assign entries_clock = clock;
    assign entries_write = table_write;
    assign entries_write_address = table_address;
    assign entries_write_data = table_data;
    assign entries_read_address = 8'(kind[6:0]) | (8'(running_bank_q) << 7);
    assign address = 11'(program_counter_q) | (11'(running_bank_q) << 10);
    assign live = executing_q & running_q;
    assign busy = running_q | refusing_q;
    assign unknown = refusing_q;
    assign bank = running_bank_q;

    initial begin
        running_q = 0;
        running_bank_q = 0;
        refusing_q = 0;
        executing_q = 0;
        program_counter_q = 0;
        cycles_left_q = 0;
    end

    always @(posedge clock) begin
        running_q <= running_d;
        running_bank_q <= running_bank_d;
        refusing_q <= refusing_d;
        executing_q <= executing_d;
        program_counter_q <= program_counter_d;
        cycles_left_q <= cycles_left_d;
    end
endmodule

module core_slots (
    input wire clock,
    input wire write_0,
    input wire write_1,
    input wire write_2,
    input wire write_3,
    input wire write_4,
    input wire write_5,
    input wire write_6,
    input wire write_7,
    input wire write_8,
    input wire write_9,
    input wire write_10,
    input wire write_11,
    input wire write_12,
    input wire write_13,
    input wire write_14,
    input wire write_15,
    input wire write_16,
    input wire write_17,
    input wire write_18,
    input wire write_19,
    input wire write_20,
    input wire write_21,
    input wire write_22,
    input wire write_23,
    input wire write_24,
    input wire write_25,
    input wire write_26,
    input wire write_27,
    input wire write_28,
    input wire write_29,
    input wire write_30,
    input wire write_31,
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_0,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_1,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_2,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_3,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_4,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_5,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_6,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_7,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_8,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_9,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_10,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_11,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_12,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_13,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_14,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_15,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_16,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_17,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_18,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_19,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_20,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_21,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_22,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_23,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_24,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_25,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_26,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_27,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_28,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_29,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_30,
    // verilator lint_on UNUSEDSIGNAL
    // A bank has its own write port; which bank is known.
    // verilator lint_off UNUSEDSIGNAL
    input wire [9:0] write_address_31,
    // verilator lint_on UNUSEDSIGNAL
    input wire [65:0] write_data_0,
    input wire [65:0] write_data_1,
    input wire [65:0] write_data_2,
    input wire [65:0] write_data_3,
    input wire [65:0] write_data_4,
    input wire [65:0] write_data_5,
    input wire [65:0] write_data_6,
    input wire [65:0] write_data_7,
    input wire [65:0] write_data_8,
    input wire [65:0] write_data_9,
    input wire [65:0] write_data_10,
    input wire [65:0] write_data_11,
    input wire [65:0] write_data_12,
    input wire [65:0] write_data_13,
    input wire [65:0] write_data_14,
    input wire [65:0] write_data_15,
    input wire [65:0] write_data_16,
    input wire [65:0] write_data_17,
    input wire [65:0] write_data_18,
    input wire [65:0] write_data_19,
    input wire [65:0] write_data_20,
    input wire [65:0] write_data_21,
    input wire [65:0] write_data_22,
    input wire [65:0] write_data_23,
    input wire [65:0] write_data_24,
    input wire [65:0] write_data_25,
    input wire [65:0] write_data_26,
    input wire [65:0] write_data_27,
    input wire [65:0] write_data_28,
    input wire [65:0] write_data_29,
    input wire [65:0] write_data_30,
    input wire [65:0] write_data_31,
    input wire [9:0] read_address_0,
    input wire [9:0] read_address_1,
    input wire [9:0] read_address_2,
    input wire [9:0] read_address_3,
    input wire [9:0] read_address_4,
    input wire [9:0] read_address_5,
    input wire [9:0] read_address_6,
    input wire [9:0] read_address_7,
    input wire [9:0] read_address_8,
    input wire [9:0] read_address_9,
    input wire [9:0] read_address_10,
    input wire [9:0] read_address_11,
    input wire [9:0] read_address_12,
    input wire [9:0] read_address_13,
    input wire [9:0] read_address_14,
    input wire [9:0] read_address_15,
    input wire [9:0] read_address_16,
    input wire [9:0] read_address_17,
    input wire [9:0] read_address_18,
    input wire [9:0] read_address_19,
    input wire [9:0] read_address_20,
    input wire [9:0] read_address_21,
    input wire [9:0] read_address_22,
    input wire [9:0] read_address_23,
    input wire [9:0] read_address_24,
    input wire [9:0] read_address_25,
    input wire [9:0] read_address_26,
    input wire [9:0] read_address_27,
    input wire [9:0] read_address_28,
    input wire [9:0] read_address_29,
    input wire [9:0] read_address_30,
    input wire [9:0] read_address_31,
    input wire [9:0] read_address_32,
    input wire [9:0] read_address_33,
    input wire [9:0] read_address_34,
    input wire [9:0] read_address_35,
    input wire [9:0] read_address_36,
    input wire [9:0] read_address_37,
    input wire [9:0] read_address_38,
    input wire [9:0] read_address_39,
    input wire [9:0] read_address_40,
    input wire [9:0] read_address_41,
    input wire [9:0] read_address_42,
    input wire [9:0] read_address_43,
    input wire [9:0] read_address_44,
    input wire [9:0] read_address_45,
    input wire [9:0] read_address_46,
    input wire [9:0] read_address_47,
    input wire [9:0] read_address_48,
    input wire [9:0] read_address_49,
    input wire [9:0] read_address_50,
    input wire [9:0] read_address_51,
    input wire [9:0] read_address_52,
    input wire [9:0] read_address_53,
    input wire [9:0] read_address_54,
    input wire [9:0] read_address_55,
    input wire [9:0] read_address_56,
    input wire [9:0] read_address_57,
    input wire [9:0] read_address_58,
    input wire [9:0] read_address_59,
    input wire [9:0] read_address_60,
    input wire [9:0] read_address_61,
    input wire [9:0] read_address_62,
    input wire [9:0] read_address_63,
    input wire [9:0] read_address_64,
    input wire [9:0] read_address_65,
    input wire [9:0] read_address_66,
    output reg [65:0] read_data_0,
    output reg [65:0] read_data_1,
    output reg [65:0] read_data_2,
    output reg [65:0] read_data_3,
    output reg [65:0] read_data_4,
    output reg [65:0] read_data_5,
    output reg [65:0] read_data_6,
    output reg [65:0] read_data_7,
    output reg [65:0] read_data_8,
    output reg [65:0] read_data_9,
    output reg [65:0] read_data_10,
    output reg [65:0] read_data_11,
    output reg [65:0] read_data_12,
    output reg [65:0] read_data_13,
    output reg [65:0] read_data_14,
    output reg [65:0] read_data_15,
    output reg [65:0] read_data_16,
    output reg [65:0] read_data_17,
    output reg [65:0] read_data_18,
    output reg [65:0] read_data_19,
    output reg [65:0] read_data_20,
    output reg [65:0] read_data_21,
    output reg [65:0] read_data_22,
    output reg [65:0] read_data_23,
    output reg [65:0] read_data_24,
    output reg [65:0] read_data_25,
    output reg [65:0] read_data_26,
    output reg [65:0] read_data_27,
    output reg [65:0] read_data_28,
    output reg [65:0] read_data_29,
    output reg [65:0] read_data_30,
    output reg [65:0] read_data_31,
    output reg [65:0] read_data_32,
    output reg [65:0] read_data_33,
    output reg [65:0] read_data_34,
    output reg [65:0] read_data_35,
    output reg [65:0] read_data_36,
    output reg [65:0] read_data_37,
    output reg [65:0] read_data_38,
    output reg [65:0] read_data_39,
    output reg [65:0] read_data_40,
    output reg [65:0] read_data_41,
    output reg [65:0] read_data_42,
    output reg [65:0] read_data_43,
    output reg [65:0] read_data_44,
    output reg [65:0] read_data_45,
    output reg [65:0] read_data_46,
    output reg [65:0] read_data_47,
    output reg [65:0] read_data_48,
    output reg [65:0] read_data_49,
    output reg [65:0] read_data_50,
    output reg [65:0] read_data_51,
    output reg [65:0] read_data_52,
    output reg [65:0] read_data_53,
    output reg [65:0] read_data_54,
    output reg [65:0] read_data_55,
    output reg [65:0] read_data_56,
    output reg [65:0] read_data_57,
    output reg [65:0] read_data_58,
    output reg [65:0] read_data_59,
    output reg [65:0] read_data_60,
    output reg [65:0] read_data_61,
    output reg [65:0] read_data_62,
    output reg [65:0] read_data_63,
    output reg [65:0] read_data_64,
    output reg [65:0] read_data_65,
    output reg [65:0] read_data_66
);
    reg [65:0] bank0 [0:31];
    reg [65:0] bank1 [0:31];
    reg [65:0] bank2 [0:31];
    reg [65:0] bank3 [0:31];
    reg [65:0] bank4 [0:31];
    reg [65:0] bank5 [0:31];
    reg [65:0] bank6 [0:31];
    reg [65:0] bank7 [0:31];
    reg [65:0] bank8 [0:31];
    reg [65:0] bank9 [0:31];
    reg [65:0] bank10 [0:31];
    reg [65:0] bank11 [0:31];
    reg [65:0] bank12 [0:31];
    reg [65:0] bank13 [0:31];
    reg [65:0] bank14 [0:31];
    reg [65:0] bank15 [0:31];
    reg [65:0] bank16 [0:31];
    reg [65:0] bank17 [0:31];
    reg [65:0] bank18 [0:31];
    reg [65:0] bank19 [0:31];
    reg [65:0] bank20 [0:31];
    reg [65:0] bank21 [0:31];
    reg [65:0] bank22 [0:31];
    reg [65:0] bank23 [0:31];
    reg [65:0] bank24 [0:31];
    reg [65:0] bank25 [0:31];
    reg [65:0] bank26 [0:31];
    reg [65:0] bank27 [0:31];
    reg [65:0] bank28 [0:31];
    reg [65:0] bank29 [0:31];
    reg [65:0] bank30 [0:31];
    reg [65:0] bank31 [0:31];

    always @(posedge clock) begin
        if (write_0) bank0[write_address_0[9:5]] <= write_data_0;
        if (write_1) bank1[write_address_1[9:5]] <= write_data_1;
        if (write_2) bank2[write_address_2[9:5]] <= write_data_2;
        if (write_3) bank3[write_address_3[9:5]] <= write_data_3;
        if (write_4) bank4[write_address_4[9:5]] <= write_data_4;
        if (write_5) bank5[write_address_5[9:5]] <= write_data_5;
        if (write_6) bank6[write_address_6[9:5]] <= write_data_6;
        if (write_7) bank7[write_address_7[9:5]] <= write_data_7;
        if (write_8) bank8[write_address_8[9:5]] <= write_data_8;
        if (write_9) bank9[write_address_9[9:5]] <= write_data_9;
        if (write_10) bank10[write_address_10[9:5]] <= write_data_10;
        if (write_11) bank11[write_address_11[9:5]] <= write_data_11;
        if (write_12) bank12[write_address_12[9:5]] <= write_data_12;
        if (write_13) bank13[write_address_13[9:5]] <= write_data_13;
        if (write_14) bank14[write_address_14[9:5]] <= write_data_14;
        if (write_15) bank15[write_address_15[9:5]] <= write_data_15;
        if (write_16) bank16[write_address_16[9:5]] <= write_data_16;
        if (write_17) bank17[write_address_17[9:5]] <= write_data_17;
        if (write_18) bank18[write_address_18[9:5]] <= write_data_18;
        if (write_19) bank19[write_address_19[9:5]] <= write_data_19;
        if (write_20) bank20[write_address_20[9:5]] <= write_data_20;
        if (write_21) bank21[write_address_21[9:5]] <= write_data_21;
        if (write_22) bank22[write_address_22[9:5]] <= write_data_22;
        if (write_23) bank23[write_address_23[9:5]] <= write_data_23;
        if (write_24) bank24[write_address_24[9:5]] <= write_data_24;
        if (write_25) bank25[write_address_25[9:5]] <= write_data_25;
        if (write_26) bank26[write_address_26[9:5]] <= write_data_26;
        if (write_27) bank27[write_address_27[9:5]] <= write_data_27;
        if (write_28) bank28[write_address_28[9:5]] <= write_data_28;
        if (write_29) bank29[write_address_29[9:5]] <= write_data_29;
        if (write_30) bank30[write_address_30[9:5]] <= write_data_30;
        if (write_31) bank31[write_address_31[9:5]] <= write_data_31;
    end

    always @(*) begin
        case (read_address_0[4:0])
            5'd0: read_data_0 = bank0[read_address_0[9:5]];
            5'd1: read_data_0 = bank1[read_address_0[9:5]];
            5'd2: read_data_0 = bank2[read_address_0[9:5]];
            5'd3: read_data_0 = bank3[read_address_0[9:5]];
            5'd4: read_data_0 = bank4[read_address_0[9:5]];
            5'd5: read_data_0 = bank5[read_address_0[9:5]];
            5'd6: read_data_0 = bank6[read_address_0[9:5]];
            5'd7: read_data_0 = bank7[read_address_0[9:5]];
            5'd8: read_data_0 = bank8[read_address_0[9:5]];
            5'd9: read_data_0 = bank9[read_address_0[9:5]];
            5'd10: read_data_0 = bank10[read_address_0[9:5]];
            5'd11: read_data_0 = bank11[read_address_0[9:5]];
            5'd12: read_data_0 = bank12[read_address_0[9:5]];
            5'd13: read_data_0 = bank13[read_address_0[9:5]];
            5'd14: read_data_0 = bank14[read_address_0[9:5]];
            5'd15: read_data_0 = bank15[read_address_0[9:5]];
            5'd16: read_data_0 = bank16[read_address_0[9:5]];
            5'd17: read_data_0 = bank17[read_address_0[9:5]];
            5'd18: read_data_0 = bank18[read_address_0[9:5]];
            5'd19: read_data_0 = bank19[read_address_0[9:5]];
            5'd20: read_data_0 = bank20[read_address_0[9:5]];
            5'd21: read_data_0 = bank21[read_address_0[9:5]];
            5'd22: read_data_0 = bank22[read_address_0[9:5]];
            5'd23: read_data_0 = bank23[read_address_0[9:5]];
            5'd24: read_data_0 = bank24[read_address_0[9:5]];
            5'd25: read_data_0 = bank25[read_address_0[9:5]];
            5'd26: read_data_0 = bank26[read_address_0[9:5]];
            5'd27: read_data_0 = bank27[read_address_0[9:5]];
            5'd28: read_data_0 = bank28[read_address_0[9:5]];
            5'd29: read_data_0 = bank29[read_address_0[9:5]];
            5'd30: read_data_0 = bank30[read_address_0[9:5]];
            default: read_data_0 = bank31[read_address_0[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_1[4:0])
            5'd0: read_data_1 = bank0[read_address_1[9:5]];
            5'd1: read_data_1 = bank1[read_address_1[9:5]];
            5'd2: read_data_1 = bank2[read_address_1[9:5]];
            5'd3: read_data_1 = bank3[read_address_1[9:5]];
            5'd4: read_data_1 = bank4[read_address_1[9:5]];
            5'd5: read_data_1 = bank5[read_address_1[9:5]];
            5'd6: read_data_1 = bank6[read_address_1[9:5]];
            5'd7: read_data_1 = bank7[read_address_1[9:5]];
            5'd8: read_data_1 = bank8[read_address_1[9:5]];
            5'd9: read_data_1 = bank9[read_address_1[9:5]];
            5'd10: read_data_1 = bank10[read_address_1[9:5]];
            5'd11: read_data_1 = bank11[read_address_1[9:5]];
            5'd12: read_data_1 = bank12[read_address_1[9:5]];
            5'd13: read_data_1 = bank13[read_address_1[9:5]];
            5'd14: read_data_1 = bank14[read_address_1[9:5]];
            5'd15: read_data_1 = bank15[read_address_1[9:5]];
            5'd16: read_data_1 = bank16[read_address_1[9:5]];
            5'd17: read_data_1 = bank17[read_address_1[9:5]];
            5'd18: read_data_1 = bank18[read_address_1[9:5]];
            5'd19: read_data_1 = bank19[read_address_1[9:5]];
            5'd20: read_data_1 = bank20[read_address_1[9:5]];
            5'd21: read_data_1 = bank21[read_address_1[9:5]];
            5'd22: read_data_1 = bank22[read_address_1[9:5]];
            5'd23: read_data_1 = bank23[read_address_1[9:5]];
            5'd24: read_data_1 = bank24[read_address_1[9:5]];
            5'd25: read_data_1 = bank25[read_address_1[9:5]];
            5'd26: read_data_1 = bank26[read_address_1[9:5]];
            5'd27: read_data_1 = bank27[read_address_1[9:5]];
            5'd28: read_data_1 = bank28[read_address_1[9:5]];
            5'd29: read_data_1 = bank29[read_address_1[9:5]];
            5'd30: read_data_1 = bank30[read_address_1[9:5]];
            default: read_data_1 = bank31[read_address_1[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_2[4:0])
            5'd0: read_data_2 = bank0[read_address_2[9:5]];
            5'd1: read_data_2 = bank1[read_address_2[9:5]];
            5'd2: read_data_2 = bank2[read_address_2[9:5]];
            5'd3: read_data_2 = bank3[read_address_2[9:5]];
            5'd4: read_data_2 = bank4[read_address_2[9:5]];
            5'd5: read_data_2 = bank5[read_address_2[9:5]];
            5'd6: read_data_2 = bank6[read_address_2[9:5]];
            5'd7: read_data_2 = bank7[read_address_2[9:5]];
            5'd8: read_data_2 = bank8[read_address_2[9:5]];
            5'd9: read_data_2 = bank9[read_address_2[9:5]];
            5'd10: read_data_2 = bank10[read_address_2[9:5]];
            5'd11: read_data_2 = bank11[read_address_2[9:5]];
            5'd12: read_data_2 = bank12[read_address_2[9:5]];
            5'd13: read_data_2 = bank13[read_address_2[9:5]];
            5'd14: read_data_2 = bank14[read_address_2[9:5]];
            5'd15: read_data_2 = bank15[read_address_2[9:5]];
            5'd16: read_data_2 = bank16[read_address_2[9:5]];
            5'd17: read_data_2 = bank17[read_address_2[9:5]];
            5'd18: read_data_2 = bank18[read_address_2[9:5]];
            5'd19: read_data_2 = bank19[read_address_2[9:5]];
            5'd20: read_data_2 = bank20[read_address_2[9:5]];
            5'd21: read_data_2 = bank21[read_address_2[9:5]];
            5'd22: read_data_2 = bank22[read_address_2[9:5]];
            5'd23: read_data_2 = bank23[read_address_2[9:5]];
            5'd24: read_data_2 = bank24[read_address_2[9:5]];
            5'd25: read_data_2 = bank25[read_address_2[9:5]];
            5'd26: read_data_2 = bank26[read_address_2[9:5]];
            5'd27: read_data_2 = bank27[read_address_2[9:5]];
            5'd28: read_data_2 = bank28[read_address_2[9:5]];
            5'd29: read_data_2 = bank29[read_address_2[9:5]];
            5'd30: read_data_2 = bank30[read_address_2[9:5]];
            default: read_data_2 = bank31[read_address_2[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_3[4:0])
            5'd0: read_data_3 = bank0[read_address_3[9:5]];
            5'd1: read_data_3 = bank1[read_address_3[9:5]];
            5'd2: read_data_3 = bank2[read_address_3[9:5]];
            5'd3: read_data_3 = bank3[read_address_3[9:5]];
            5'd4: read_data_3 = bank4[read_address_3[9:5]];
            5'd5: read_data_3 = bank5[read_address_3[9:5]];
            5'd6: read_data_3 = bank6[read_address_3[9:5]];
            5'd7: read_data_3 = bank7[read_address_3[9:5]];
            5'd8: read_data_3 = bank8[read_address_3[9:5]];
            5'd9: read_data_3 = bank9[read_address_3[9:5]];
            5'd10: read_data_3 = bank10[read_address_3[9:5]];
            5'd11: read_data_3 = bank11[read_address_3[9:5]];
            5'd12: read_data_3 = bank12[read_address_3[9:5]];
            5'd13: read_data_3 = bank13[read_address_3[9:5]];
            5'd14: read_data_3 = bank14[read_address_3[9:5]];
            5'd15: read_data_3 = bank15[read_address_3[9:5]];
            5'd16: read_data_3 = bank16[read_address_3[9:5]];
            5'd17: read_data_3 = bank17[read_address_3[9:5]];
            5'd18: read_data_3 = bank18[read_address_3[9:5]];
            5'd19: read_data_3 = bank19[read_address_3[9:5]];
            5'd20: read_data_3 = bank20[read_address_3[9:5]];
            5'd21: read_data_3 = bank21[read_address_3[9:5]];
            5'd22: read_data_3 = bank22[read_address_3[9:5]];
            5'd23: read_data_3 = bank23[read_address_3[9:5]];
            5'd24: read_data_3 = bank24[read_address_3[9:5]];
            5'd25: read_data_3 = bank25[read_address_3[9:5]];
            5'd26: read_data_3 = bank26[read_address_3[9:5]];
            5'd27: read_data_3 = bank27[read_address_3[9:5]];
            5'd28: read_data_3 = bank28[read_address_3[9:5]];
            5'd29: read_data_3 = bank29[read_address_3[9:5]];
            5'd30: read_data_3 = bank30[read_address_3[9:5]];
            default: read_data_3 = bank31[read_address_3[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_4[4:0])
            5'd0: read_data_4 = bank0[read_address_4[9:5]];
            5'd1: read_data_4 = bank1[read_address_4[9:5]];
            5'd2: read_data_4 = bank2[read_address_4[9:5]];
            5'd3: read_data_4 = bank3[read_address_4[9:5]];
            5'd4: read_data_4 = bank4[read_address_4[9:5]];
            5'd5: read_data_4 = bank5[read_address_4[9:5]];
            5'd6: read_data_4 = bank6[read_address_4[9:5]];
            5'd7: read_data_4 = bank7[read_address_4[9:5]];
            5'd8: read_data_4 = bank8[read_address_4[9:5]];
            5'd9: read_data_4 = bank9[read_address_4[9:5]];
            5'd10: read_data_4 = bank10[read_address_4[9:5]];
            5'd11: read_data_4 = bank11[read_address_4[9:5]];
            5'd12: read_data_4 = bank12[read_address_4[9:5]];
            5'd13: read_data_4 = bank13[read_address_4[9:5]];
            5'd14: read_data_4 = bank14[read_address_4[9:5]];
            5'd15: read_data_4 = bank15[read_address_4[9:5]];
            5'd16: read_data_4 = bank16[read_address_4[9:5]];
            5'd17: read_data_4 = bank17[read_address_4[9:5]];
            5'd18: read_data_4 = bank18[read_address_4[9:5]];
            5'd19: read_data_4 = bank19[read_address_4[9:5]];
            5'd20: read_data_4 = bank20[read_address_4[9:5]];
            5'd21: read_data_4 = bank21[read_address_4[9:5]];
            5'd22: read_data_4 = bank22[read_address_4[9:5]];
            5'd23: read_data_4 = bank23[read_address_4[9:5]];
            5'd24: read_data_4 = bank24[read_address_4[9:5]];
            5'd25: read_data_4 = bank25[read_address_4[9:5]];
            5'd26: read_data_4 = bank26[read_address_4[9:5]];
            5'd27: read_data_4 = bank27[read_address_4[9:5]];
            5'd28: read_data_4 = bank28[read_address_4[9:5]];
            5'd29: read_data_4 = bank29[read_address_4[9:5]];
            5'd30: read_data_4 = bank30[read_address_4[9:5]];
            default: read_data_4 = bank31[read_address_4[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_5[4:0])
            5'd0: read_data_5 = bank0[read_address_5[9:5]];
            5'd1: read_data_5 = bank1[read_address_5[9:5]];
            5'd2: read_data_5 = bank2[read_address_5[9:5]];
            5'd3: read_data_5 = bank3[read_address_5[9:5]];
            5'd4: read_data_5 = bank4[read_address_5[9:5]];
            5'd5: read_data_5 = bank5[read_address_5[9:5]];
            5'd6: read_data_5 = bank6[read_address_5[9:5]];
            5'd7: read_data_5 = bank7[read_address_5[9:5]];
            5'd8: read_data_5 = bank8[read_address_5[9:5]];
            5'd9: read_data_5 = bank9[read_address_5[9:5]];
            5'd10: read_data_5 = bank10[read_address_5[9:5]];
            5'd11: read_data_5 = bank11[read_address_5[9:5]];
            5'd12: read_data_5 = bank12[read_address_5[9:5]];
            5'd13: read_data_5 = bank13[read_address_5[9:5]];
            5'd14: read_data_5 = bank14[read_address_5[9:5]];
            5'd15: read_data_5 = bank15[read_address_5[9:5]];
            5'd16: read_data_5 = bank16[read_address_5[9:5]];
            5'd17: read_data_5 = bank17[read_address_5[9:5]];
            5'd18: read_data_5 = bank18[read_address_5[9:5]];
            5'd19: read_data_5 = bank19[read_address_5[9:5]];
            5'd20: read_data_5 = bank20[read_address_5[9:5]];
            5'd21: read_data_5 = bank21[read_address_5[9:5]];
            5'd22: read_data_5 = bank22[read_address_5[9:5]];
            5'd23: read_data_5 = bank23[read_address_5[9:5]];
            5'd24: read_data_5 = bank24[read_address_5[9:5]];
            5'd25: read_data_5 = bank25[read_address_5[9:5]];
            5'd26: read_data_5 = bank26[read_address_5[9:5]];
            5'd27: read_data_5 = bank27[read_address_5[9:5]];
            5'd28: read_data_5 = bank28[read_address_5[9:5]];
            5'd29: read_data_5 = bank29[read_address_5[9:5]];
            5'd30: read_data_5 = bank30[read_address_5[9:5]];
            default: read_data_5 = bank31[read_address_5[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_6[4:0])
            5'd0: read_data_6 = bank0[read_address_6[9:5]];
            5'd1: read_data_6 = bank1[read_address_6[9:5]];
            5'd2: read_data_6 = bank2[read_address_6[9:5]];
            5'd3: read_data_6 = bank3[read_address_6[9:5]];
            5'd4: read_data_6 = bank4[read_address_6[9:5]];
            5'd5: read_data_6 = bank5[read_address_6[9:5]];
            5'd6: read_data_6 = bank6[read_address_6[9:5]];
            5'd7: read_data_6 = bank7[read_address_6[9:5]];
            5'd8: read_data_6 = bank8[read_address_6[9:5]];
            5'd9: read_data_6 = bank9[read_address_6[9:5]];
            5'd10: read_data_6 = bank10[read_address_6[9:5]];
            5'd11: read_data_6 = bank11[read_address_6[9:5]];
            5'd12: read_data_6 = bank12[read_address_6[9:5]];
            5'd13: read_data_6 = bank13[read_address_6[9:5]];
            5'd14: read_data_6 = bank14[read_address_6[9:5]];
            5'd15: read_data_6 = bank15[read_address_6[9:5]];
            5'd16: read_data_6 = bank16[read_address_6[9:5]];
            5'd17: read_data_6 = bank17[read_address_6[9:5]];
            5'd18: read_data_6 = bank18[read_address_6[9:5]];
            5'd19: read_data_6 = bank19[read_address_6[9:5]];
            5'd20: read_data_6 = bank20[read_address_6[9:5]];
            5'd21: read_data_6 = bank21[read_address_6[9:5]];
            5'd22: read_data_6 = bank22[read_address_6[9:5]];
            5'd23: read_data_6 = bank23[read_address_6[9:5]];
            5'd24: read_data_6 = bank24[read_address_6[9:5]];
            5'd25: read_data_6 = bank25[read_address_6[9:5]];
            5'd26: read_data_6 = bank26[read_address_6[9:5]];
            5'd27: read_data_6 = bank27[read_address_6[9:5]];
            5'd28: read_data_6 = bank28[read_address_6[9:5]];
            5'd29: read_data_6 = bank29[read_address_6[9:5]];
            5'd30: read_data_6 = bank30[read_address_6[9:5]];
            default: read_data_6 = bank31[read_address_6[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_7[4:0])
            5'd0: read_data_7 = bank0[read_address_7[9:5]];
            5'd1: read_data_7 = bank1[read_address_7[9:5]];
            5'd2: read_data_7 = bank2[read_address_7[9:5]];
            5'd3: read_data_7 = bank3[read_address_7[9:5]];
            5'd4: read_data_7 = bank4[read_address_7[9:5]];
            5'd5: read_data_7 = bank5[read_address_7[9:5]];
            5'd6: read_data_7 = bank6[read_address_7[9:5]];
            5'd7: read_data_7 = bank7[read_address_7[9:5]];
            5'd8: read_data_7 = bank8[read_address_7[9:5]];
            5'd9: read_data_7 = bank9[read_address_7[9:5]];
            5'd10: read_data_7 = bank10[read_address_7[9:5]];
            5'd11: read_data_7 = bank11[read_address_7[9:5]];
            5'd12: read_data_7 = bank12[read_address_7[9:5]];
            5'd13: read_data_7 = bank13[read_address_7[9:5]];
            5'd14: read_data_7 = bank14[read_address_7[9:5]];
            5'd15: read_data_7 = bank15[read_address_7[9:5]];
            5'd16: read_data_7 = bank16[read_address_7[9:5]];
            5'd17: read_data_7 = bank17[read_address_7[9:5]];
            5'd18: read_data_7 = bank18[read_address_7[9:5]];
            5'd19: read_data_7 = bank19[read_address_7[9:5]];
            5'd20: read_data_7 = bank20[read_address_7[9:5]];
            5'd21: read_data_7 = bank21[read_address_7[9:5]];
            5'd22: read_data_7 = bank22[read_address_7[9:5]];
            5'd23: read_data_7 = bank23[read_address_7[9:5]];
            5'd24: read_data_7 = bank24[read_address_7[9:5]];
            5'd25: read_data_7 = bank25[read_address_7[9:5]];
            5'd26: read_data_7 = bank26[read_address_7[9:5]];
            5'd27: read_data_7 = bank27[read_address_7[9:5]];
            5'd28: read_data_7 = bank28[read_address_7[9:5]];
            5'd29: read_data_7 = bank29[read_address_7[9:5]];
            5'd30: read_data_7 = bank30[read_address_7[9:5]];
            default: read_data_7 = bank31[read_address_7[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_8[4:0])
            5'd0: read_data_8 = bank0[read_address_8[9:5]];
            5'd1: read_data_8 = bank1[read_address_8[9:5]];
            5'd2: read_data_8 = bank2[read_address_8[9:5]];
            5'd3: read_data_8 = bank3[read_address_8[9:5]];
            5'd4: read_data_8 = bank4[read_address_8[9:5]];
            5'd5: read_data_8 = bank5[read_address_8[9:5]];
            5'd6: read_data_8 = bank6[read_address_8[9:5]];
            5'd7: read_data_8 = bank7[read_address_8[9:5]];
            5'd8: read_data_8 = bank8[read_address_8[9:5]];
            5'd9: read_data_8 = bank9[read_address_8[9:5]];
            5'd10: read_data_8 = bank10[read_address_8[9:5]];
            5'd11: read_data_8 = bank11[read_address_8[9:5]];
            5'd12: read_data_8 = bank12[read_address_8[9:5]];
            5'd13: read_data_8 = bank13[read_address_8[9:5]];
            5'd14: read_data_8 = bank14[read_address_8[9:5]];
            5'd15: read_data_8 = bank15[read_address_8[9:5]];
            5'd16: read_data_8 = bank16[read_address_8[9:5]];
            5'd17: read_data_8 = bank17[read_address_8[9:5]];
            5'd18: read_data_8 = bank18[read_address_8[9:5]];
            5'd19: read_data_8 = bank19[read_address_8[9:5]];
            5'd20: read_data_8 = bank20[read_address_8[9:5]];
            5'd21: read_data_8 = bank21[read_address_8[9:5]];
            5'd22: read_data_8 = bank22[read_address_8[9:5]];
            5'd23: read_data_8 = bank23[read_address_8[9:5]];
            5'd24: read_data_8 = bank24[read_address_8[9:5]];
            5'd25: read_data_8 = bank25[read_address_8[9:5]];
            5'd26: read_data_8 = bank26[read_address_8[9:5]];
            5'd27: read_data_8 = bank27[read_address_8[9:5]];
            5'd28: read_data_8 = bank28[read_address_8[9:5]];
            5'd29: read_data_8 = bank29[read_address_8[9:5]];
            5'd30: read_data_8 = bank30[read_address_8[9:5]];
            default: read_data_8 = bank31[read_address_8[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_9[4:0])
            5'd0: read_data_9 = bank0[read_address_9[9:5]];
            5'd1: read_data_9 = bank1[read_address_9[9:5]];
            5'd2: read_data_9 = bank2[read_address_9[9:5]];
            5'd3: read_data_9 = bank3[read_address_9[9:5]];
            5'd4: read_data_9 = bank4[read_address_9[9:5]];
            5'd5: read_data_9 = bank5[read_address_9[9:5]];
            5'd6: read_data_9 = bank6[read_address_9[9:5]];
            5'd7: read_data_9 = bank7[read_address_9[9:5]];
            5'd8: read_data_9 = bank8[read_address_9[9:5]];
            5'd9: read_data_9 = bank9[read_address_9[9:5]];
            5'd10: read_data_9 = bank10[read_address_9[9:5]];
            5'd11: read_data_9 = bank11[read_address_9[9:5]];
            5'd12: read_data_9 = bank12[read_address_9[9:5]];
            5'd13: read_data_9 = bank13[read_address_9[9:5]];
            5'd14: read_data_9 = bank14[read_address_9[9:5]];
            5'd15: read_data_9 = bank15[read_address_9[9:5]];
            5'd16: read_data_9 = bank16[read_address_9[9:5]];
            5'd17: read_data_9 = bank17[read_address_9[9:5]];
            5'd18: read_data_9 = bank18[read_address_9[9:5]];
            5'd19: read_data_9 = bank19[read_address_9[9:5]];
            5'd20: read_data_9 = bank20[read_address_9[9:5]];
            5'd21: read_data_9 = bank21[read_address_9[9:5]];
            5'd22: read_data_9 = bank22[read_address_9[9:5]];
            5'd23: read_data_9 = bank23[read_address_9[9:5]];
            5'd24: read_data_9 = bank24[read_address_9[9:5]];
            5'd25: read_data_9 = bank25[read_address_9[9:5]];
            5'd26: read_data_9 = bank26[read_address_9[9:5]];
            5'd27: read_data_9 = bank27[read_address_9[9:5]];
            5'd28: read_data_9 = bank28[read_address_9[9:5]];
            5'd29: read_data_9 = bank29[read_address_9[9:5]];
            5'd30: read_data_9 = bank30[read_address_9[9:5]];
            default: read_data_9 = bank31[read_address_9[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_10[4:0])
            5'd0: read_data_10 = bank0[read_address_10[9:5]];
            5'd1: read_data_10 = bank1[read_address_10[9:5]];
            5'd2: read_data_10 = bank2[read_address_10[9:5]];
            5'd3: read_data_10 = bank3[read_address_10[9:5]];
            5'd4: read_data_10 = bank4[read_address_10[9:5]];
            5'd5: read_data_10 = bank5[read_address_10[9:5]];
            5'd6: read_data_10 = bank6[read_address_10[9:5]];
            5'd7: read_data_10 = bank7[read_address_10[9:5]];
            5'd8: read_data_10 = bank8[read_address_10[9:5]];
            5'd9: read_data_10 = bank9[read_address_10[9:5]];
            5'd10: read_data_10 = bank10[read_address_10[9:5]];
            5'd11: read_data_10 = bank11[read_address_10[9:5]];
            5'd12: read_data_10 = bank12[read_address_10[9:5]];
            5'd13: read_data_10 = bank13[read_address_10[9:5]];
            5'd14: read_data_10 = bank14[read_address_10[9:5]];
            5'd15: read_data_10 = bank15[read_address_10[9:5]];
            5'd16: read_data_10 = bank16[read_address_10[9:5]];
            5'd17: read_data_10 = bank17[read_address_10[9:5]];
            5'd18: read_data_10 = bank18[read_address_10[9:5]];
            5'd19: read_data_10 = bank19[read_address_10[9:5]];
            5'd20: read_data_10 = bank20[read_address_10[9:5]];
            5'd21: read_data_10 = bank21[read_address_10[9:5]];
            5'd22: read_data_10 = bank22[read_address_10[9:5]];
            5'd23: read_data_10 = bank23[read_address_10[9:5]];
            5'd24: read_data_10 = bank24[read_address_10[9:5]];
            5'd25: read_data_10 = bank25[read_address_10[9:5]];
            5'd26: read_data_10 = bank26[read_address_10[9:5]];
            5'd27: read_data_10 = bank27[read_address_10[9:5]];
            5'd28: read_data_10 = bank28[read_address_10[9:5]];
            5'd29: read_data_10 = bank29[read_address_10[9:5]];
            5'd30: read_data_10 = bank30[read_address_10[9:5]];
            default: read_data_10 = bank31[read_address_10[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_11[4:0])
            5'd0: read_data_11 = bank0[read_address_11[9:5]];
            5'd1: read_data_11 = bank1[read_address_11[9:5]];
            5'd2: read_data_11 = bank2[read_address_11[9:5]];
            5'd3: read_data_11 = bank3[read_address_11[9:5]];
            5'd4: read_data_11 = bank4[read_address_11[9:5]];
            5'd5: read_data_11 = bank5[read_address_11[9:5]];
            5'd6: read_data_11 = bank6[read_address_11[9:5]];
            5'd7: read_data_11 = bank7[read_address_11[9:5]];
            5'd8: read_data_11 = bank8[read_address_11[9:5]];
            5'd9: read_data_11 = bank9[read_address_11[9:5]];
            5'd10: read_data_11 = bank10[read_address_11[9:5]];
            5'd11: read_data_11 = bank11[read_address_11[9:5]];
            5'd12: read_data_11 = bank12[read_address_11[9:5]];
            5'd13: read_data_11 = bank13[read_address_11[9:5]];
            5'd14: read_data_11 = bank14[read_address_11[9:5]];
            5'd15: read_data_11 = bank15[read_address_11[9:5]];
            5'd16: read_data_11 = bank16[read_address_11[9:5]];
            5'd17: read_data_11 = bank17[read_address_11[9:5]];
            5'd18: read_data_11 = bank18[read_address_11[9:5]];
            5'd19: read_data_11 = bank19[read_address_11[9:5]];
            5'd20: read_data_11 = bank20[read_address_11[9:5]];
            5'd21: read_data_11 = bank21[read_address_11[9:5]];
            5'd22: read_data_11 = bank22[read_address_11[9:5]];
            5'd23: read_data_11 = bank23[read_address_11[9:5]];
            5'd24: read_data_11 = bank24[read_address_11[9:5]];
            5'd25: read_data_11 = bank25[read_address_11[9:5]];
            5'd26: read_data_11 = bank26[read_address_11[9:5]];
            5'd27: read_data_11 = bank27[read_address_11[9:5]];
            5'd28: read_data_11 = bank28[read_address_11[9:5]];
            5'd29: read_data_11 = bank29[read_address_11[9:5]];
            5'd30: read_data_11 = bank30[read_address_11[9:5]];
            default: read_data_11 = bank31[read_address_11[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_12[4:0])
            5'd0: read_data_12 = bank0[read_address_12[9:5]];
            5'd1: read_data_12 = bank1[read_address_12[9:5]];
            5'd2: read_data_12 = bank2[read_address_12[9:5]];
            5'd3: read_data_12 = bank3[read_address_12[9:5]];
            5'd4: read_data_12 = bank4[read_address_12[9:5]];
            5'd5: read_data_12 = bank5[read_address_12[9:5]];
            5'd6: read_data_12 = bank6[read_address_12[9:5]];
            5'd7: read_data_12 = bank7[read_address_12[9:5]];
            5'd8: read_data_12 = bank8[read_address_12[9:5]];
            5'd9: read_data_12 = bank9[read_address_12[9:5]];
            5'd10: read_data_12 = bank10[read_address_12[9:5]];
            5'd11: read_data_12 = bank11[read_address_12[9:5]];
            5'd12: read_data_12 = bank12[read_address_12[9:5]];
            5'd13: read_data_12 = bank13[read_address_12[9:5]];
            5'd14: read_data_12 = bank14[read_address_12[9:5]];
            5'd15: read_data_12 = bank15[read_address_12[9:5]];
            5'd16: read_data_12 = bank16[read_address_12[9:5]];
            5'd17: read_data_12 = bank17[read_address_12[9:5]];
            5'd18: read_data_12 = bank18[read_address_12[9:5]];
            5'd19: read_data_12 = bank19[read_address_12[9:5]];
            5'd20: read_data_12 = bank20[read_address_12[9:5]];
            5'd21: read_data_12 = bank21[read_address_12[9:5]];
            5'd22: read_data_12 = bank22[read_address_12[9:5]];
            5'd23: read_data_12 = bank23[read_address_12[9:5]];
            5'd24: read_data_12 = bank24[read_address_12[9:5]];
            5'd25: read_data_12 = bank25[read_address_12[9:5]];
            5'd26: read_data_12 = bank26[read_address_12[9:5]];
            5'd27: read_data_12 = bank27[read_address_12[9:5]];
            5'd28: read_data_12 = bank28[read_address_12[9:5]];
            5'd29: read_data_12 = bank29[read_address_12[9:5]];
            5'd30: read_data_12 = bank30[read_address_12[9:5]];
            default: read_data_12 = bank31[read_address_12[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_13[4:0])
            5'd0: read_data_13 = bank0[read_address_13[9:5]];
            5'd1: read_data_13 = bank1[read_address_13[9:5]];
            5'd2: read_data_13 = bank2[read_address_13[9:5]];
            5'd3: read_data_13 = bank3[read_address_13[9:5]];
            5'd4: read_data_13 = bank4[read_address_13[9:5]];
            5'd5: read_data_13 = bank5[read_address_13[9:5]];
            5'd6: read_data_13 = bank6[read_address_13[9:5]];
            5'd7: read_data_13 = bank7[read_address_13[9:5]];
            5'd8: read_data_13 = bank8[read_address_13[9:5]];
            5'd9: read_data_13 = bank9[read_address_13[9:5]];
            5'd10: read_data_13 = bank10[read_address_13[9:5]];
            5'd11: read_data_13 = bank11[read_address_13[9:5]];
            5'd12: read_data_13 = bank12[read_address_13[9:5]];
            5'd13: read_data_13 = bank13[read_address_13[9:5]];
            5'd14: read_data_13 = bank14[read_address_13[9:5]];
            5'd15: read_data_13 = bank15[read_address_13[9:5]];
            5'd16: read_data_13 = bank16[read_address_13[9:5]];
            5'd17: read_data_13 = bank17[read_address_13[9:5]];
            5'd18: read_data_13 = bank18[read_address_13[9:5]];
            5'd19: read_data_13 = bank19[read_address_13[9:5]];
            5'd20: read_data_13 = bank20[read_address_13[9:5]];
            5'd21: read_data_13 = bank21[read_address_13[9:5]];
            5'd22: read_data_13 = bank22[read_address_13[9:5]];
            5'd23: read_data_13 = bank23[read_address_13[9:5]];
            5'd24: read_data_13 = bank24[read_address_13[9:5]];
            5'd25: read_data_13 = bank25[read_address_13[9:5]];
            5'd26: read_data_13 = bank26[read_address_13[9:5]];
            5'd27: read_data_13 = bank27[read_address_13[9:5]];
            5'd28: read_data_13 = bank28[read_address_13[9:5]];
            5'd29: read_data_13 = bank29[read_address_13[9:5]];
            5'd30: read_data_13 = bank30[read_address_13[9:5]];
            default: read_data_13 = bank31[read_address_13[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_14[4:0])
            5'd0: read_data_14 = bank0[read_address_14[9:5]];
            5'd1: read_data_14 = bank1[read_address_14[9:5]];
            5'd2: read_data_14 = bank2[read_address_14[9:5]];
            5'd3: read_data_14 = bank3[read_address_14[9:5]];
            5'd4: read_data_14 = bank4[read_address_14[9:5]];
            5'd5: read_data_14 = bank5[read_address_14[9:5]];
            5'd6: read_data_14 = bank6[read_address_14[9:5]];
            5'd7: read_data_14 = bank7[read_address_14[9:5]];
            5'd8: read_data_14 = bank8[read_address_14[9:5]];
            5'd9: read_data_14 = bank9[read_address_14[9:5]];
            5'd10: read_data_14 = bank10[read_address_14[9:5]];
            5'd11: read_data_14 = bank11[read_address_14[9:5]];
            5'd12: read_data_14 = bank12[read_address_14[9:5]];
            5'd13: read_data_14 = bank13[read_address_14[9:5]];
            5'd14: read_data_14 = bank14[read_address_14[9:5]];
            5'd15: read_data_14 = bank15[read_address_14[9:5]];
            5'd16: read_data_14 = bank16[read_address_14[9:5]];
            5'd17: read_data_14 = bank17[read_address_14[9:5]];
            5'd18: read_data_14 = bank18[read_address_14[9:5]];
            5'd19: read_data_14 = bank19[read_address_14[9:5]];
            5'd20: read_data_14 = bank20[read_address_14[9:5]];
            5'd21: read_data_14 = bank21[read_address_14[9:5]];
            5'd22: read_data_14 = bank22[read_address_14[9:5]];
            5'd23: read_data_14 = bank23[read_address_14[9:5]];
            5'd24: read_data_14 = bank24[read_address_14[9:5]];
            5'd25: read_data_14 = bank25[read_address_14[9:5]];
            5'd26: read_data_14 = bank26[read_address_14[9:5]];
            5'd27: read_data_14 = bank27[read_address_14[9:5]];
            5'd28: read_data_14 = bank28[read_address_14[9:5]];
            5'd29: read_data_14 = bank29[read_address_14[9:5]];
            5'd30: read_data_14 = bank30[read_address_14[9:5]];
            default: read_data_14 = bank31[read_address_14[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_15[4:0])
            5'd0: read_data_15 = bank0[read_address_15[9:5]];
            5'd1: read_data_15 = bank1[read_address_15[9:5]];
            5'd2: read_data_15 = bank2[read_address_15[9:5]];
            5'd3: read_data_15 = bank3[read_address_15[9:5]];
            5'd4: read_data_15 = bank4[read_address_15[9:5]];
            5'd5: read_data_15 = bank5[read_address_15[9:5]];
            5'd6: read_data_15 = bank6[read_address_15[9:5]];
            5'd7: read_data_15 = bank7[read_address_15[9:5]];
            5'd8: read_data_15 = bank8[read_address_15[9:5]];
            5'd9: read_data_15 = bank9[read_address_15[9:5]];
            5'd10: read_data_15 = bank10[read_address_15[9:5]];
            5'd11: read_data_15 = bank11[read_address_15[9:5]];
            5'd12: read_data_15 = bank12[read_address_15[9:5]];
            5'd13: read_data_15 = bank13[read_address_15[9:5]];
            5'd14: read_data_15 = bank14[read_address_15[9:5]];
            5'd15: read_data_15 = bank15[read_address_15[9:5]];
            5'd16: read_data_15 = bank16[read_address_15[9:5]];
            5'd17: read_data_15 = bank17[read_address_15[9:5]];
            5'd18: read_data_15 = bank18[read_address_15[9:5]];
            5'd19: read_data_15 = bank19[read_address_15[9:5]];
            5'd20: read_data_15 = bank20[read_address_15[9:5]];
            5'd21: read_data_15 = bank21[read_address_15[9:5]];
            5'd22: read_data_15 = bank22[read_address_15[9:5]];
            5'd23: read_data_15 = bank23[read_address_15[9:5]];
            5'd24: read_data_15 = bank24[read_address_15[9:5]];
            5'd25: read_data_15 = bank25[read_address_15[9:5]];
            5'd26: read_data_15 = bank26[read_address_15[9:5]];
            5'd27: read_data_15 = bank27[read_address_15[9:5]];
            5'd28: read_data_15 = bank28[read_address_15[9:5]];
            5'd29: read_data_15 = bank29[read_address_15[9:5]];
            5'd30: read_data_15 = bank30[read_address_15[9:5]];
            default: read_data_15 = bank31[read_address_15[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_16[4:0])
            5'd0: read_data_16 = bank0[read_address_16[9:5]];
            5'd1: read_data_16 = bank1[read_address_16[9:5]];
            5'd2: read_data_16 = bank2[read_address_16[9:5]];
            5'd3: read_data_16 = bank3[read_address_16[9:5]];
            5'd4: read_data_16 = bank4[read_address_16[9:5]];
            5'd5: read_data_16 = bank5[read_address_16[9:5]];
            5'd6: read_data_16 = bank6[read_address_16[9:5]];
            5'd7: read_data_16 = bank7[read_address_16[9:5]];
            5'd8: read_data_16 = bank8[read_address_16[9:5]];
            5'd9: read_data_16 = bank9[read_address_16[9:5]];
            5'd10: read_data_16 = bank10[read_address_16[9:5]];
            5'd11: read_data_16 = bank11[read_address_16[9:5]];
            5'd12: read_data_16 = bank12[read_address_16[9:5]];
            5'd13: read_data_16 = bank13[read_address_16[9:5]];
            5'd14: read_data_16 = bank14[read_address_16[9:5]];
            5'd15: read_data_16 = bank15[read_address_16[9:5]];
            5'd16: read_data_16 = bank16[read_address_16[9:5]];
            5'd17: read_data_16 = bank17[read_address_16[9:5]];
            5'd18: read_data_16 = bank18[read_address_16[9:5]];
            5'd19: read_data_16 = bank19[read_address_16[9:5]];
            5'd20: read_data_16 = bank20[read_address_16[9:5]];
            5'd21: read_data_16 = bank21[read_address_16[9:5]];
            5'd22: read_data_16 = bank22[read_address_16[9:5]];
            5'd23: read_data_16 = bank23[read_address_16[9:5]];
            5'd24: read_data_16 = bank24[read_address_16[9:5]];
            5'd25: read_data_16 = bank25[read_address_16[9:5]];
            5'd26: read_data_16 = bank26[read_address_16[9:5]];
            5'd27: read_data_16 = bank27[read_address_16[9:5]];
            5'd28: read_data_16 = bank28[read_address_16[9:5]];
            5'd29: read_data_16 = bank29[read_address_16[9:5]];
            5'd30: read_data_16 = bank30[read_address_16[9:5]];
            default: read_data_16 = bank31[read_address_16[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_17[4:0])
            5'd0: read_data_17 = bank0[read_address_17[9:5]];
            5'd1: read_data_17 = bank1[read_address_17[9:5]];
            5'd2: read_data_17 = bank2[read_address_17[9:5]];
            5'd3: read_data_17 = bank3[read_address_17[9:5]];
            5'd4: read_data_17 = bank4[read_address_17[9:5]];
            5'd5: read_data_17 = bank5[read_address_17[9:5]];
            5'd6: read_data_17 = bank6[read_address_17[9:5]];
            5'd7: read_data_17 = bank7[read_address_17[9:5]];
            5'd8: read_data_17 = bank8[read_address_17[9:5]];
            5'd9: read_data_17 = bank9[read_address_17[9:5]];
            5'd10: read_data_17 = bank10[read_address_17[9:5]];
            5'd11: read_data_17 = bank11[read_address_17[9:5]];
            5'd12: read_data_17 = bank12[read_address_17[9:5]];
            5'd13: read_data_17 = bank13[read_address_17[9:5]];
            5'd14: read_data_17 = bank14[read_address_17[9:5]];
            5'd15: read_data_17 = bank15[read_address_17[9:5]];
            5'd16: read_data_17 = bank16[read_address_17[9:5]];
            5'd17: read_data_17 = bank17[read_address_17[9:5]];
            5'd18: read_data_17 = bank18[read_address_17[9:5]];
            5'd19: read_data_17 = bank19[read_address_17[9:5]];
            5'd20: read_data_17 = bank20[read_address_17[9:5]];
            5'd21: read_data_17 = bank21[read_address_17[9:5]];
            5'd22: read_data_17 = bank22[read_address_17[9:5]];
            5'd23: read_data_17 = bank23[read_address_17[9:5]];
            5'd24: read_data_17 = bank24[read_address_17[9:5]];
            5'd25: read_data_17 = bank25[read_address_17[9:5]];
            5'd26: read_data_17 = bank26[read_address_17[9:5]];
            5'd27: read_data_17 = bank27[read_address_17[9:5]];
            5'd28: read_data_17 = bank28[read_address_17[9:5]];
            5'd29: read_data_17 = bank29[read_address_17[9:5]];
            5'd30: read_data_17 = bank30[read_address_17[9:5]];
            default: read_data_17 = bank31[read_address_17[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_18[4:0])
            5'd0: read_data_18 = bank0[read_address_18[9:5]];
            5'd1: read_data_18 = bank1[read_address_18[9:5]];
            5'd2: read_data_18 = bank2[read_address_18[9:5]];
            5'd3: read_data_18 = bank3[read_address_18[9:5]];
            5'd4: read_data_18 = bank4[read_address_18[9:5]];
            5'd5: read_data_18 = bank5[read_address_18[9:5]];
            5'd6: read_data_18 = bank6[read_address_18[9:5]];
            5'd7: read_data_18 = bank7[read_address_18[9:5]];
            5'd8: read_data_18 = bank8[read_address_18[9:5]];
            5'd9: read_data_18 = bank9[read_address_18[9:5]];
            5'd10: read_data_18 = bank10[read_address_18[9:5]];
            5'd11: read_data_18 = bank11[read_address_18[9:5]];
            5'd12: read_data_18 = bank12[read_address_18[9:5]];
            5'd13: read_data_18 = bank13[read_address_18[9:5]];
            5'd14: read_data_18 = bank14[read_address_18[9:5]];
            5'd15: read_data_18 = bank15[read_address_18[9:5]];
            5'd16: read_data_18 = bank16[read_address_18[9:5]];
            5'd17: read_data_18 = bank17[read_address_18[9:5]];
            5'd18: read_data_18 = bank18[read_address_18[9:5]];
            5'd19: read_data_18 = bank19[read_address_18[9:5]];
            5'd20: read_data_18 = bank20[read_address_18[9:5]];
            5'd21: read_data_18 = bank21[read_address_18[9:5]];
            5'd22: read_data_18 = bank22[read_address_18[9:5]];
            5'd23: read_data_18 = bank23[read_address_18[9:5]];
            5'd24: read_data_18 = bank24[read_address_18[9:5]];
            5'd25: read_data_18 = bank25[read_address_18[9:5]];
            5'd26: read_data_18 = bank26[read_address_18[9:5]];
            5'd27: read_data_18 = bank27[read_address_18[9:5]];
            5'd28: read_data_18 = bank28[read_address_18[9:5]];
            5'd29: read_data_18 = bank29[read_address_18[9:5]];
            5'd30: read_data_18 = bank30[read_address_18[9:5]];
            default: read_data_18 = bank31[read_address_18[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_19[4:0])
            5'd0: read_data_19 = bank0[read_address_19[9:5]];
            5'd1: read_data_19 = bank1[read_address_19[9:5]];
            5'd2: read_data_19 = bank2[read_address_19[9:5]];
            5'd3: read_data_19 = bank3[read_address_19[9:5]];
            5'd4: read_data_19 = bank4[read_address_19[9:5]];
            5'd5: read_data_19 = bank5[read_address_19[9:5]];
            5'd6: read_data_19 = bank6[read_address_19[9:5]];
            5'd7: read_data_19 = bank7[read_address_19[9:5]];
            5'd8: read_data_19 = bank8[read_address_19[9:5]];
            5'd9: read_data_19 = bank9[read_address_19[9:5]];
            5'd10: read_data_19 = bank10[read_address_19[9:5]];
            5'd11: read_data_19 = bank11[read_address_19[9:5]];
            5'd12: read_data_19 = bank12[read_address_19[9:5]];
            5'd13: read_data_19 = bank13[read_address_19[9:5]];
            5'd14: read_data_19 = bank14[read_address_19[9:5]];
            5'd15: read_data_19 = bank15[read_address_19[9:5]];
            5'd16: read_data_19 = bank16[read_address_19[9:5]];
            5'd17: read_data_19 = bank17[read_address_19[9:5]];
            5'd18: read_data_19 = bank18[read_address_19[9:5]];
            5'd19: read_data_19 = bank19[read_address_19[9:5]];
            5'd20: read_data_19 = bank20[read_address_19[9:5]];
            5'd21: read_data_19 = bank21[read_address_19[9:5]];
            5'd22: read_data_19 = bank22[read_address_19[9:5]];
            5'd23: read_data_19 = bank23[read_address_19[9:5]];
            5'd24: read_data_19 = bank24[read_address_19[9:5]];
            5'd25: read_data_19 = bank25[read_address_19[9:5]];
            5'd26: read_data_19 = bank26[read_address_19[9:5]];
            5'd27: read_data_19 = bank27[read_address_19[9:5]];
            5'd28: read_data_19 = bank28[read_address_19[9:5]];
            5'd29: read_data_19 = bank29[read_address_19[9:5]];
            5'd30: read_data_19 = bank30[read_address_19[9:5]];
            default: read_data_19 = bank31[read_address_19[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_20[4:0])
            5'd0: read_data_20 = bank0[read_address_20[9:5]];
            5'd1: read_data_20 = bank1[read_address_20[9:5]];
            5'd2: read_data_20 = bank2[read_address_20[9:5]];
            5'd3: read_data_20 = bank3[read_address_20[9:5]];
            5'd4: read_data_20 = bank4[read_address_20[9:5]];
            5'd5: read_data_20 = bank5[read_address_20[9:5]];
            5'd6: read_data_20 = bank6[read_address_20[9:5]];
            5'd7: read_data_20 = bank7[read_address_20[9:5]];
            5'd8: read_data_20 = bank8[read_address_20[9:5]];
            5'd9: read_data_20 = bank9[read_address_20[9:5]];
            5'd10: read_data_20 = bank10[read_address_20[9:5]];
            5'd11: read_data_20 = bank11[read_address_20[9:5]];
            5'd12: read_data_20 = bank12[read_address_20[9:5]];
            5'd13: read_data_20 = bank13[read_address_20[9:5]];
            5'd14: read_data_20 = bank14[read_address_20[9:5]];
            5'd15: read_data_20 = bank15[read_address_20[9:5]];
            5'd16: read_data_20 = bank16[read_address_20[9:5]];
            5'd17: read_data_20 = bank17[read_address_20[9:5]];
            5'd18: read_data_20 = bank18[read_address_20[9:5]];
            5'd19: read_data_20 = bank19[read_address_20[9:5]];
            5'd20: read_data_20 = bank20[read_address_20[9:5]];
            5'd21: read_data_20 = bank21[read_address_20[9:5]];
            5'd22: read_data_20 = bank22[read_address_20[9:5]];
            5'd23: read_data_20 = bank23[read_address_20[9:5]];
            5'd24: read_data_20 = bank24[read_address_20[9:5]];
            5'd25: read_data_20 = bank25[read_address_20[9:5]];
            5'd26: read_data_20 = bank26[read_address_20[9:5]];
            5'd27: read_data_20 = bank27[read_address_20[9:5]];
            5'd28: read_data_20 = bank28[read_address_20[9:5]];
            5'd29: read_data_20 = bank29[read_address_20[9:5]];
            5'd30: read_data_20 = bank30[read_address_20[9:5]];
            default: read_data_20 = bank31[read_address_20[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_21[4:0])
            5'd0: read_data_21 = bank0[read_address_21[9:5]];
            5'd1: read_data_21 = bank1[read_address_21[9:5]];
            5'd2: read_data_21 = bank2[read_address_21[9:5]];
            5'd3: read_data_21 = bank3[read_address_21[9:5]];
            5'd4: read_data_21 = bank4[read_address_21[9:5]];
            5'd5: read_data_21 = bank5[read_address_21[9:5]];
            5'd6: read_data_21 = bank6[read_address_21[9:5]];
            5'd7: read_data_21 = bank7[read_address_21[9:5]];
            5'd8: read_data_21 = bank8[read_address_21[9:5]];
            5'd9: read_data_21 = bank9[read_address_21[9:5]];
            5'd10: read_data_21 = bank10[read_address_21[9:5]];
            5'd11: read_data_21 = bank11[read_address_21[9:5]];
            5'd12: read_data_21 = bank12[read_address_21[9:5]];
            5'd13: read_data_21 = bank13[read_address_21[9:5]];
            5'd14: read_data_21 = bank14[read_address_21[9:5]];
            5'd15: read_data_21 = bank15[read_address_21[9:5]];
            5'd16: read_data_21 = bank16[read_address_21[9:5]];
            5'd17: read_data_21 = bank17[read_address_21[9:5]];
            5'd18: read_data_21 = bank18[read_address_21[9:5]];
            5'd19: read_data_21 = bank19[read_address_21[9:5]];
            5'd20: read_data_21 = bank20[read_address_21[9:5]];
            5'd21: read_data_21 = bank21[read_address_21[9:5]];
            5'd22: read_data_21 = bank22[read_address_21[9:5]];
            5'd23: read_data_21 = bank23[read_address_21[9:5]];
            5'd24: read_data_21 = bank24[read_address_21[9:5]];
            5'd25: read_data_21 = bank25[read_address_21[9:5]];
            5'd26: read_data_21 = bank26[read_address_21[9:5]];
            5'd27: read_data_21 = bank27[read_address_21[9:5]];
            5'd28: read_data_21 = bank28[read_address_21[9:5]];
            5'd29: read_data_21 = bank29[read_address_21[9:5]];
            5'd30: read_data_21 = bank30[read_address_21[9:5]];
            default: read_data_21 = bank31[read_address_21[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_22[4:0])
            5'd0: read_data_22 = bank0[read_address_22[9:5]];
            5'd1: read_data_22 = bank1[read_address_22[9:5]];
            5'd2: read_data_22 = bank2[read_address_22[9:5]];
            5'd3: read_data_22 = bank3[read_address_22[9:5]];
            5'd4: read_data_22 = bank4[read_address_22[9:5]];
            5'd5: read_data_22 = bank5[read_address_22[9:5]];
            5'd6: read_data_22 = bank6[read_address_22[9:5]];
            5'd7: read_data_22 = bank7[read_address_22[9:5]];
            5'd8: read_data_22 = bank8[read_address_22[9:5]];
            5'd9: read_data_22 = bank9[read_address_22[9:5]];
            5'd10: read_data_22 = bank10[read_address_22[9:5]];
            5'd11: read_data_22 = bank11[read_address_22[9:5]];
            5'd12: read_data_22 = bank12[read_address_22[9:5]];
            5'd13: read_data_22 = bank13[read_address_22[9:5]];
            5'd14: read_data_22 = bank14[read_address_22[9:5]];
            5'd15: read_data_22 = bank15[read_address_22[9:5]];
            5'd16: read_data_22 = bank16[read_address_22[9:5]];
            5'd17: read_data_22 = bank17[read_address_22[9:5]];
            5'd18: read_data_22 = bank18[read_address_22[9:5]];
            5'd19: read_data_22 = bank19[read_address_22[9:5]];
            5'd20: read_data_22 = bank20[read_address_22[9:5]];
            5'd21: read_data_22 = bank21[read_address_22[9:5]];
            5'd22: read_data_22 = bank22[read_address_22[9:5]];
            5'd23: read_data_22 = bank23[read_address_22[9:5]];
            5'd24: read_data_22 = bank24[read_address_22[9:5]];
            5'd25: read_data_22 = bank25[read_address_22[9:5]];
            5'd26: read_data_22 = bank26[read_address_22[9:5]];
            5'd27: read_data_22 = bank27[read_address_22[9:5]];
            5'd28: read_data_22 = bank28[read_address_22[9:5]];
            5'd29: read_data_22 = bank29[read_address_22[9:5]];
            5'd30: read_data_22 = bank30[read_address_22[9:5]];
            default: read_data_22 = bank31[read_address_22[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_23[4:0])
            5'd0: read_data_23 = bank0[read_address_23[9:5]];
            5'd1: read_data_23 = bank1[read_address_23[9:5]];
            5'd2: read_data_23 = bank2[read_address_23[9:5]];
            5'd3: read_data_23 = bank3[read_address_23[9:5]];
            5'd4: read_data_23 = bank4[read_address_23[9:5]];
            5'd5: read_data_23 = bank5[read_address_23[9:5]];
            5'd6: read_data_23 = bank6[read_address_23[9:5]];
            5'd7: read_data_23 = bank7[read_address_23[9:5]];
            5'd8: read_data_23 = bank8[read_address_23[9:5]];
            5'd9: read_data_23 = bank9[read_address_23[9:5]];
            5'd10: read_data_23 = bank10[read_address_23[9:5]];
            5'd11: read_data_23 = bank11[read_address_23[9:5]];
            5'd12: read_data_23 = bank12[read_address_23[9:5]];
            5'd13: read_data_23 = bank13[read_address_23[9:5]];
            5'd14: read_data_23 = bank14[read_address_23[9:5]];
            5'd15: read_data_23 = bank15[read_address_23[9:5]];
            5'd16: read_data_23 = bank16[read_address_23[9:5]];
            5'd17: read_data_23 = bank17[read_address_23[9:5]];
            5'd18: read_data_23 = bank18[read_address_23[9:5]];
            5'd19: read_data_23 = bank19[read_address_23[9:5]];
            5'd20: read_data_23 = bank20[read_address_23[9:5]];
            5'd21: read_data_23 = bank21[read_address_23[9:5]];
            5'd22: read_data_23 = bank22[read_address_23[9:5]];
            5'd23: read_data_23 = bank23[read_address_23[9:5]];
            5'd24: read_data_23 = bank24[read_address_23[9:5]];
            5'd25: read_data_23 = bank25[read_address_23[9:5]];
            5'd26: read_data_23 = bank26[read_address_23[9:5]];
            5'd27: read_data_23 = bank27[read_address_23[9:5]];
            5'd28: read_data_23 = bank28[read_address_23[9:5]];
            5'd29: read_data_23 = bank29[read_address_23[9:5]];
            5'd30: read_data_23 = bank30[read_address_23[9:5]];
            default: read_data_23 = bank31[read_address_23[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_24[4:0])
            5'd0: read_data_24 = bank0[read_address_24[9:5]];
            5'd1: read_data_24 = bank1[read_address_24[9:5]];
            5'd2: read_data_24 = bank2[read_address_24[9:5]];
            5'd3: read_data_24 = bank3[read_address_24[9:5]];
            5'd4: read_data_24 = bank4[read_address_24[9:5]];
            5'd5: read_data_24 = bank5[read_address_24[9:5]];
            5'd6: read_data_24 = bank6[read_address_24[9:5]];
            5'd7: read_data_24 = bank7[read_address_24[9:5]];
            5'd8: read_data_24 = bank8[read_address_24[9:5]];
            5'd9: read_data_24 = bank9[read_address_24[9:5]];
            5'd10: read_data_24 = bank10[read_address_24[9:5]];
            5'd11: read_data_24 = bank11[read_address_24[9:5]];
            5'd12: read_data_24 = bank12[read_address_24[9:5]];
            5'd13: read_data_24 = bank13[read_address_24[9:5]];
            5'd14: read_data_24 = bank14[read_address_24[9:5]];
            5'd15: read_data_24 = bank15[read_address_24[9:5]];
            5'd16: read_data_24 = bank16[read_address_24[9:5]];
            5'd17: read_data_24 = bank17[read_address_24[9:5]];
            5'd18: read_data_24 = bank18[read_address_24[9:5]];
            5'd19: read_data_24 = bank19[read_address_24[9:5]];
            5'd20: read_data_24 = bank20[read_address_24[9:5]];
            5'd21: read_data_24 = bank21[read_address_24[9:5]];
            5'd22: read_data_24 = bank22[read_address_24[9:5]];
            5'd23: read_data_24 = bank23[read_address_24[9:5]];
            5'd24: read_data_24 = bank24[read_address_24[9:5]];
            5'd25: read_data_24 = bank25[read_address_24[9:5]];
            5'd26: read_data_24 = bank26[read_address_24[9:5]];
            5'd27: read_data_24 = bank27[read_address_24[9:5]];
            5'd28: read_data_24 = bank28[read_address_24[9:5]];
            5'd29: read_data_24 = bank29[read_address_24[9:5]];
            5'd30: read_data_24 = bank30[read_address_24[9:5]];
            default: read_data_24 = bank31[read_address_24[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_25[4:0])
            5'd0: read_data_25 = bank0[read_address_25[9:5]];
            5'd1: read_data_25 = bank1[read_address_25[9:5]];
            5'd2: read_data_25 = bank2[read_address_25[9:5]];
            5'd3: read_data_25 = bank3[read_address_25[9:5]];
            5'd4: read_data_25 = bank4[read_address_25[9:5]];
            5'd5: read_data_25 = bank5[read_address_25[9:5]];
            5'd6: read_data_25 = bank6[read_address_25[9:5]];
            5'd7: read_data_25 = bank7[read_address_25[9:5]];
            5'd8: read_data_25 = bank8[read_address_25[9:5]];
            5'd9: read_data_25 = bank9[read_address_25[9:5]];
            5'd10: read_data_25 = bank10[read_address_25[9:5]];
            5'd11: read_data_25 = bank11[read_address_25[9:5]];
            5'd12: read_data_25 = bank12[read_address_25[9:5]];
            5'd13: read_data_25 = bank13[read_address_25[9:5]];
            5'd14: read_data_25 = bank14[read_address_25[9:5]];
            5'd15: read_data_25 = bank15[read_address_25[9:5]];
            5'd16: read_data_25 = bank16[read_address_25[9:5]];
            5'd17: read_data_25 = bank17[read_address_25[9:5]];
            5'd18: read_data_25 = bank18[read_address_25[9:5]];
            5'd19: read_data_25 = bank19[read_address_25[9:5]];
            5'd20: read_data_25 = bank20[read_address_25[9:5]];
            5'd21: read_data_25 = bank21[read_address_25[9:5]];
            5'd22: read_data_25 = bank22[read_address_25[9:5]];
            5'd23: read_data_25 = bank23[read_address_25[9:5]];
            5'd24: read_data_25 = bank24[read_address_25[9:5]];
            5'd25: read_data_25 = bank25[read_address_25[9:5]];
            5'd26: read_data_25 = bank26[read_address_25[9:5]];
            5'd27: read_data_25 = bank27[read_address_25[9:5]];
            5'd28: read_data_25 = bank28[read_address_25[9:5]];
            5'd29: read_data_25 = bank29[read_address_25[9:5]];
            5'd30: read_data_25 = bank30[read_address_25[9:5]];
            default: read_data_25 = bank31[read_address_25[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_26[4:0])
            5'd0: read_data_26 = bank0[read_address_26[9:5]];
            5'd1: read_data_26 = bank1[read_address_26[9:5]];
            5'd2: read_data_26 = bank2[read_address_26[9:5]];
            5'd3: read_data_26 = bank3[read_address_26[9:5]];
            5'd4: read_data_26 = bank4[read_address_26[9:5]];
            5'd5: read_data_26 = bank5[read_address_26[9:5]];
            5'd6: read_data_26 = bank6[read_address_26[9:5]];
            5'd7: read_data_26 = bank7[read_address_26[9:5]];
            5'd8: read_data_26 = bank8[read_address_26[9:5]];
            5'd9: read_data_26 = bank9[read_address_26[9:5]];
            5'd10: read_data_26 = bank10[read_address_26[9:5]];
            5'd11: read_data_26 = bank11[read_address_26[9:5]];
            5'd12: read_data_26 = bank12[read_address_26[9:5]];
            5'd13: read_data_26 = bank13[read_address_26[9:5]];
            5'd14: read_data_26 = bank14[read_address_26[9:5]];
            5'd15: read_data_26 = bank15[read_address_26[9:5]];
            5'd16: read_data_26 = bank16[read_address_26[9:5]];
            5'd17: read_data_26 = bank17[read_address_26[9:5]];
            5'd18: read_data_26 = bank18[read_address_26[9:5]];
            5'd19: read_data_26 = bank19[read_address_26[9:5]];
            5'd20: read_data_26 = bank20[read_address_26[9:5]];
            5'd21: read_data_26 = bank21[read_address_26[9:5]];
            5'd22: read_data_26 = bank22[read_address_26[9:5]];
            5'd23: read_data_26 = bank23[read_address_26[9:5]];
            5'd24: read_data_26 = bank24[read_address_26[9:5]];
            5'd25: read_data_26 = bank25[read_address_26[9:5]];
            5'd26: read_data_26 = bank26[read_address_26[9:5]];
            5'd27: read_data_26 = bank27[read_address_26[9:5]];
            5'd28: read_data_26 = bank28[read_address_26[9:5]];
            5'd29: read_data_26 = bank29[read_address_26[9:5]];
            5'd30: read_data_26 = bank30[read_address_26[9:5]];
            default: read_data_26 = bank31[read_address_26[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_27[4:0])
            5'd0: read_data_27 = bank0[read_address_27[9:5]];
            5'd1: read_data_27 = bank1[read_address_27[9:5]];
            5'd2: read_data_27 = bank2[read_address_27[9:5]];
            5'd3: read_data_27 = bank3[read_address_27[9:5]];
            5'd4: read_data_27 = bank4[read_address_27[9:5]];
            5'd5: read_data_27 = bank5[read_address_27[9:5]];
            5'd6: read_data_27 = bank6[read_address_27[9:5]];
            5'd7: read_data_27 = bank7[read_address_27[9:5]];
            5'd8: read_data_27 = bank8[read_address_27[9:5]];
            5'd9: read_data_27 = bank9[read_address_27[9:5]];
            5'd10: read_data_27 = bank10[read_address_27[9:5]];
            5'd11: read_data_27 = bank11[read_address_27[9:5]];
            5'd12: read_data_27 = bank12[read_address_27[9:5]];
            5'd13: read_data_27 = bank13[read_address_27[9:5]];
            5'd14: read_data_27 = bank14[read_address_27[9:5]];
            5'd15: read_data_27 = bank15[read_address_27[9:5]];
            5'd16: read_data_27 = bank16[read_address_27[9:5]];
            5'd17: read_data_27 = bank17[read_address_27[9:5]];
            5'd18: read_data_27 = bank18[read_address_27[9:5]];
            5'd19: read_data_27 = bank19[read_address_27[9:5]];
            5'd20: read_data_27 = bank20[read_address_27[9:5]];
            5'd21: read_data_27 = bank21[read_address_27[9:5]];
            5'd22: read_data_27 = bank22[read_address_27[9:5]];
            5'd23: read_data_27 = bank23[read_address_27[9:5]];
            5'd24: read_data_27 = bank24[read_address_27[9:5]];
            5'd25: read_data_27 = bank25[read_address_27[9:5]];
            5'd26: read_data_27 = bank26[read_address_27[9:5]];
            5'd27: read_data_27 = bank27[read_address_27[9:5]];
            5'd28: read_data_27 = bank28[read_address_27[9:5]];
            5'd29: read_data_27 = bank29[read_address_27[9:5]];
            5'd30: read_data_27 = bank30[read_address_27[9:5]];
            default: read_data_27 = bank31[read_address_27[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_28[4:0])
            5'd0: read_data_28 = bank0[read_address_28[9:5]];
            5'd1: read_data_28 = bank1[read_address_28[9:5]];
            5'd2: read_data_28 = bank2[read_address_28[9:5]];
            5'd3: read_data_28 = bank3[read_address_28[9:5]];
            5'd4: read_data_28 = bank4[read_address_28[9:5]];
            5'd5: read_data_28 = bank5[read_address_28[9:5]];
            5'd6: read_data_28 = bank6[read_address_28[9:5]];
            5'd7: read_data_28 = bank7[read_address_28[9:5]];
            5'd8: read_data_28 = bank8[read_address_28[9:5]];
            5'd9: read_data_28 = bank9[read_address_28[9:5]];
            5'd10: read_data_28 = bank10[read_address_28[9:5]];
            5'd11: read_data_28 = bank11[read_address_28[9:5]];
            5'd12: read_data_28 = bank12[read_address_28[9:5]];
            5'd13: read_data_28 = bank13[read_address_28[9:5]];
            5'd14: read_data_28 = bank14[read_address_28[9:5]];
            5'd15: read_data_28 = bank15[read_address_28[9:5]];
            5'd16: read_data_28 = bank16[read_address_28[9:5]];
            5'd17: read_data_28 = bank17[read_address_28[9:5]];
            5'd18: read_data_28 = bank18[read_address_28[9:5]];
            5'd19: read_data_28 = bank19[read_address_28[9:5]];
            5'd20: read_data_28 = bank20[read_address_28[9:5]];
            5'd21: read_data_28 = bank21[read_address_28[9:5]];
            5'd22: read_data_28 = bank22[read_address_28[9:5]];
            5'd23: read_data_28 = bank23[read_address_28[9:5]];
            5'd24: read_data_28 = bank24[read_address_28[9:5]];
            5'd25: read_data_28 = bank25[read_address_28[9:5]];
            5'd26: read_data_28 = bank26[read_address_28[9:5]];
            5'd27: read_data_28 = bank27[read_address_28[9:5]];
            5'd28: read_data_28 = bank28[read_address_28[9:5]];
            5'd29: read_data_28 = bank29[read_address_28[9:5]];
            5'd30: read_data_28 = bank30[read_address_28[9:5]];
            default: read_data_28 = bank31[read_address_28[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_29[4:0])
            5'd0: read_data_29 = bank0[read_address_29[9:5]];
            5'd1: read_data_29 = bank1[read_address_29[9:5]];
            5'd2: read_data_29 = bank2[read_address_29[9:5]];
            5'd3: read_data_29 = bank3[read_address_29[9:5]];
            5'd4: read_data_29 = bank4[read_address_29[9:5]];
            5'd5: read_data_29 = bank5[read_address_29[9:5]];
            5'd6: read_data_29 = bank6[read_address_29[9:5]];
            5'd7: read_data_29 = bank7[read_address_29[9:5]];
            5'd8: read_data_29 = bank8[read_address_29[9:5]];
            5'd9: read_data_29 = bank9[read_address_29[9:5]];
            5'd10: read_data_29 = bank10[read_address_29[9:5]];
            5'd11: read_data_29 = bank11[read_address_29[9:5]];
            5'd12: read_data_29 = bank12[read_address_29[9:5]];
            5'd13: read_data_29 = bank13[read_address_29[9:5]];
            5'd14: read_data_29 = bank14[read_address_29[9:5]];
            5'd15: read_data_29 = bank15[read_address_29[9:5]];
            5'd16: read_data_29 = bank16[read_address_29[9:5]];
            5'd17: read_data_29 = bank17[read_address_29[9:5]];
            5'd18: read_data_29 = bank18[read_address_29[9:5]];
            5'd19: read_data_29 = bank19[read_address_29[9:5]];
            5'd20: read_data_29 = bank20[read_address_29[9:5]];
            5'd21: read_data_29 = bank21[read_address_29[9:5]];
            5'd22: read_data_29 = bank22[read_address_29[9:5]];
            5'd23: read_data_29 = bank23[read_address_29[9:5]];
            5'd24: read_data_29 = bank24[read_address_29[9:5]];
            5'd25: read_data_29 = bank25[read_address_29[9:5]];
            5'd26: read_data_29 = bank26[read_address_29[9:5]];
            5'd27: read_data_29 = bank27[read_address_29[9:5]];
            5'd28: read_data_29 = bank28[read_address_29[9:5]];
            5'd29: read_data_29 = bank29[read_address_29[9:5]];
            5'd30: read_data_29 = bank30[read_address_29[9:5]];
            default: read_data_29 = bank31[read_address_29[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_30[4:0])
            5'd0: read_data_30 = bank0[read_address_30[9:5]];
            5'd1: read_data_30 = bank1[read_address_30[9:5]];
            5'd2: read_data_30 = bank2[read_address_30[9:5]];
            5'd3: read_data_30 = bank3[read_address_30[9:5]];
            5'd4: read_data_30 = bank4[read_address_30[9:5]];
            5'd5: read_data_30 = bank5[read_address_30[9:5]];
            5'd6: read_data_30 = bank6[read_address_30[9:5]];
            5'd7: read_data_30 = bank7[read_address_30[9:5]];
            5'd8: read_data_30 = bank8[read_address_30[9:5]];
            5'd9: read_data_30 = bank9[read_address_30[9:5]];
            5'd10: read_data_30 = bank10[read_address_30[9:5]];
            5'd11: read_data_30 = bank11[read_address_30[9:5]];
            5'd12: read_data_30 = bank12[read_address_30[9:5]];
            5'd13: read_data_30 = bank13[read_address_30[9:5]];
            5'd14: read_data_30 = bank14[read_address_30[9:5]];
            5'd15: read_data_30 = bank15[read_address_30[9:5]];
            5'd16: read_data_30 = bank16[read_address_30[9:5]];
            5'd17: read_data_30 = bank17[read_address_30[9:5]];
            5'd18: read_data_30 = bank18[read_address_30[9:5]];
            5'd19: read_data_30 = bank19[read_address_30[9:5]];
            5'd20: read_data_30 = bank20[read_address_30[9:5]];
            5'd21: read_data_30 = bank21[read_address_30[9:5]];
            5'd22: read_data_30 = bank22[read_address_30[9:5]];
            5'd23: read_data_30 = bank23[read_address_30[9:5]];
            5'd24: read_data_30 = bank24[read_address_30[9:5]];
            5'd25: read_data_30 = bank25[read_address_30[9:5]];
            5'd26: read_data_30 = bank26[read_address_30[9:5]];
            5'd27: read_data_30 = bank27[read_address_30[9:5]];
            5'd28: read_data_30 = bank28[read_address_30[9:5]];
            5'd29: read_data_30 = bank29[read_address_30[9:5]];
            5'd30: read_data_30 = bank30[read_address_30[9:5]];
            default: read_data_30 = bank31[read_address_30[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_31[4:0])
            5'd0: read_data_31 = bank0[read_address_31[9:5]];
            5'd1: read_data_31 = bank1[read_address_31[9:5]];
            5'd2: read_data_31 = bank2[read_address_31[9:5]];
            5'd3: read_data_31 = bank3[read_address_31[9:5]];
            5'd4: read_data_31 = bank4[read_address_31[9:5]];
            5'd5: read_data_31 = bank5[read_address_31[9:5]];
            5'd6: read_data_31 = bank6[read_address_31[9:5]];
            5'd7: read_data_31 = bank7[read_address_31[9:5]];
            5'd8: read_data_31 = bank8[read_address_31[9:5]];
            5'd9: read_data_31 = bank9[read_address_31[9:5]];
            5'd10: read_data_31 = bank10[read_address_31[9:5]];
            5'd11: read_data_31 = bank11[read_address_31[9:5]];
            5'd12: read_data_31 = bank12[read_address_31[9:5]];
            5'd13: read_data_31 = bank13[read_address_31[9:5]];
            5'd14: read_data_31 = bank14[read_address_31[9:5]];
            5'd15: read_data_31 = bank15[read_address_31[9:5]];
            5'd16: read_data_31 = bank16[read_address_31[9:5]];
            5'd17: read_data_31 = bank17[read_address_31[9:5]];
            5'd18: read_data_31 = bank18[read_address_31[9:5]];
            5'd19: read_data_31 = bank19[read_address_31[9:5]];
            5'd20: read_data_31 = bank20[read_address_31[9:5]];
            5'd21: read_data_31 = bank21[read_address_31[9:5]];
            5'd22: read_data_31 = bank22[read_address_31[9:5]];
            5'd23: read_data_31 = bank23[read_address_31[9:5]];
            5'd24: read_data_31 = bank24[read_address_31[9:5]];
            5'd25: read_data_31 = bank25[read_address_31[9:5]];
            5'd26: read_data_31 = bank26[read_address_31[9:5]];
            5'd27: read_data_31 = bank27[read_address_31[9:5]];
            5'd28: read_data_31 = bank28[read_address_31[9:5]];
            5'd29: read_data_31 = bank29[read_address_31[9:5]];
            5'd30: read_data_31 = bank30[read_address_31[9:5]];
            default: read_data_31 = bank31[read_address_31[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_32[4:0])
            5'd0: read_data_32 = bank0[read_address_32[9:5]];
            5'd1: read_data_32 = bank1[read_address_32[9:5]];
            5'd2: read_data_32 = bank2[read_address_32[9:5]];
            5'd3: read_data_32 = bank3[read_address_32[9:5]];
            5'd4: read_data_32 = bank4[read_address_32[9:5]];
            5'd5: read_data_32 = bank5[read_address_32[9:5]];
            5'd6: read_data_32 = bank6[read_address_32[9:5]];
            5'd7: read_data_32 = bank7[read_address_32[9:5]];
            5'd8: read_data_32 = bank8[read_address_32[9:5]];
            5'd9: read_data_32 = bank9[read_address_32[9:5]];
            5'd10: read_data_32 = bank10[read_address_32[9:5]];
            5'd11: read_data_32 = bank11[read_address_32[9:5]];
            5'd12: read_data_32 = bank12[read_address_32[9:5]];
            5'd13: read_data_32 = bank13[read_address_32[9:5]];
            5'd14: read_data_32 = bank14[read_address_32[9:5]];
            5'd15: read_data_32 = bank15[read_address_32[9:5]];
            5'd16: read_data_32 = bank16[read_address_32[9:5]];
            5'd17: read_data_32 = bank17[read_address_32[9:5]];
            5'd18: read_data_32 = bank18[read_address_32[9:5]];
            5'd19: read_data_32 = bank19[read_address_32[9:5]];
            5'd20: read_data_32 = bank20[read_address_32[9:5]];
            5'd21: read_data_32 = bank21[read_address_32[9:5]];
            5'd22: read_data_32 = bank22[read_address_32[9:5]];
            5'd23: read_data_32 = bank23[read_address_32[9:5]];
            5'd24: read_data_32 = bank24[read_address_32[9:5]];
            5'd25: read_data_32 = bank25[read_address_32[9:5]];
            5'd26: read_data_32 = bank26[read_address_32[9:5]];
            5'd27: read_data_32 = bank27[read_address_32[9:5]];
            5'd28: read_data_32 = bank28[read_address_32[9:5]];
            5'd29: read_data_32 = bank29[read_address_32[9:5]];
            5'd30: read_data_32 = bank30[read_address_32[9:5]];
            default: read_data_32 = bank31[read_address_32[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_33[4:0])
            5'd0: read_data_33 = bank0[read_address_33[9:5]];
            5'd1: read_data_33 = bank1[read_address_33[9:5]];
            5'd2: read_data_33 = bank2[read_address_33[9:5]];
            5'd3: read_data_33 = bank3[read_address_33[9:5]];
            5'd4: read_data_33 = bank4[read_address_33[9:5]];
            5'd5: read_data_33 = bank5[read_address_33[9:5]];
            5'd6: read_data_33 = bank6[read_address_33[9:5]];
            5'd7: read_data_33 = bank7[read_address_33[9:5]];
            5'd8: read_data_33 = bank8[read_address_33[9:5]];
            5'd9: read_data_33 = bank9[read_address_33[9:5]];
            5'd10: read_data_33 = bank10[read_address_33[9:5]];
            5'd11: read_data_33 = bank11[read_address_33[9:5]];
            5'd12: read_data_33 = bank12[read_address_33[9:5]];
            5'd13: read_data_33 = bank13[read_address_33[9:5]];
            5'd14: read_data_33 = bank14[read_address_33[9:5]];
            5'd15: read_data_33 = bank15[read_address_33[9:5]];
            5'd16: read_data_33 = bank16[read_address_33[9:5]];
            5'd17: read_data_33 = bank17[read_address_33[9:5]];
            5'd18: read_data_33 = bank18[read_address_33[9:5]];
            5'd19: read_data_33 = bank19[read_address_33[9:5]];
            5'd20: read_data_33 = bank20[read_address_33[9:5]];
            5'd21: read_data_33 = bank21[read_address_33[9:5]];
            5'd22: read_data_33 = bank22[read_address_33[9:5]];
            5'd23: read_data_33 = bank23[read_address_33[9:5]];
            5'd24: read_data_33 = bank24[read_address_33[9:5]];
            5'd25: read_data_33 = bank25[read_address_33[9:5]];
            5'd26: read_data_33 = bank26[read_address_33[9:5]];
            5'd27: read_data_33 = bank27[read_address_33[9:5]];
            5'd28: read_data_33 = bank28[read_address_33[9:5]];
            5'd29: read_data_33 = bank29[read_address_33[9:5]];
            5'd30: read_data_33 = bank30[read_address_33[9:5]];
            default: read_data_33 = bank31[read_address_33[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_34[4:0])
            5'd0: read_data_34 = bank0[read_address_34[9:5]];
            5'd1: read_data_34 = bank1[read_address_34[9:5]];
            5'd2: read_data_34 = bank2[read_address_34[9:5]];
            5'd3: read_data_34 = bank3[read_address_34[9:5]];
            5'd4: read_data_34 = bank4[read_address_34[9:5]];
            5'd5: read_data_34 = bank5[read_address_34[9:5]];
            5'd6: read_data_34 = bank6[read_address_34[9:5]];
            5'd7: read_data_34 = bank7[read_address_34[9:5]];
            5'd8: read_data_34 = bank8[read_address_34[9:5]];
            5'd9: read_data_34 = bank9[read_address_34[9:5]];
            5'd10: read_data_34 = bank10[read_address_34[9:5]];
            5'd11: read_data_34 = bank11[read_address_34[9:5]];
            5'd12: read_data_34 = bank12[read_address_34[9:5]];
            5'd13: read_data_34 = bank13[read_address_34[9:5]];
            5'd14: read_data_34 = bank14[read_address_34[9:5]];
            5'd15: read_data_34 = bank15[read_address_34[9:5]];
            5'd16: read_data_34 = bank16[read_address_34[9:5]];
            5'd17: read_data_34 = bank17[read_address_34[9:5]];
            5'd18: read_data_34 = bank18[read_address_34[9:5]];
            5'd19: read_data_34 = bank19[read_address_34[9:5]];
            5'd20: read_data_34 = bank20[read_address_34[9:5]];
            5'd21: read_data_34 = bank21[read_address_34[9:5]];
            5'd22: read_data_34 = bank22[read_address_34[9:5]];
            5'd23: read_data_34 = bank23[read_address_34[9:5]];
            5'd24: read_data_34 = bank24[read_address_34[9:5]];
            5'd25: read_data_34 = bank25[read_address_34[9:5]];
            5'd26: read_data_34 = bank26[read_address_34[9:5]];
            5'd27: read_data_34 = bank27[read_address_34[9:5]];
            5'd28: read_data_34 = bank28[read_address_34[9:5]];
            5'd29: read_data_34 = bank29[read_address_34[9:5]];
            5'd30: read_data_34 = bank30[read_address_34[9:5]];
            default: read_data_34 = bank31[read_address_34[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_35[4:0])
            5'd0: read_data_35 = bank0[read_address_35[9:5]];
            5'd1: read_data_35 = bank1[read_address_35[9:5]];
            5'd2: read_data_35 = bank2[read_address_35[9:5]];
            5'd3: read_data_35 = bank3[read_address_35[9:5]];
            5'd4: read_data_35 = bank4[read_address_35[9:5]];
            5'd5: read_data_35 = bank5[read_address_35[9:5]];
            5'd6: read_data_35 = bank6[read_address_35[9:5]];
            5'd7: read_data_35 = bank7[read_address_35[9:5]];
            5'd8: read_data_35 = bank8[read_address_35[9:5]];
            5'd9: read_data_35 = bank9[read_address_35[9:5]];
            5'd10: read_data_35 = bank10[read_address_35[9:5]];
            5'd11: read_data_35 = bank11[read_address_35[9:5]];
            5'd12: read_data_35 = bank12[read_address_35[9:5]];
            5'd13: read_data_35 = bank13[read_address_35[9:5]];
            5'd14: read_data_35 = bank14[read_address_35[9:5]];
            5'd15: read_data_35 = bank15[read_address_35[9:5]];
            5'd16: read_data_35 = bank16[read_address_35[9:5]];
            5'd17: read_data_35 = bank17[read_address_35[9:5]];
            5'd18: read_data_35 = bank18[read_address_35[9:5]];
            5'd19: read_data_35 = bank19[read_address_35[9:5]];
            5'd20: read_data_35 = bank20[read_address_35[9:5]];
            5'd21: read_data_35 = bank21[read_address_35[9:5]];
            5'd22: read_data_35 = bank22[read_address_35[9:5]];
            5'd23: read_data_35 = bank23[read_address_35[9:5]];
            5'd24: read_data_35 = bank24[read_address_35[9:5]];
            5'd25: read_data_35 = bank25[read_address_35[9:5]];
            5'd26: read_data_35 = bank26[read_address_35[9:5]];
            5'd27: read_data_35 = bank27[read_address_35[9:5]];
            5'd28: read_data_35 = bank28[read_address_35[9:5]];
            5'd29: read_data_35 = bank29[read_address_35[9:5]];
            5'd30: read_data_35 = bank30[read_address_35[9:5]];
            default: read_data_35 = bank31[read_address_35[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_36[4:0])
            5'd0: read_data_36 = bank0[read_address_36[9:5]];
            5'd1: read_data_36 = bank1[read_address_36[9:5]];
            5'd2: read_data_36 = bank2[read_address_36[9:5]];
            5'd3: read_data_36 = bank3[read_address_36[9:5]];
            5'd4: read_data_36 = bank4[read_address_36[9:5]];
            5'd5: read_data_36 = bank5[read_address_36[9:5]];
            5'd6: read_data_36 = bank6[read_address_36[9:5]];
            5'd7: read_data_36 = bank7[read_address_36[9:5]];
            5'd8: read_data_36 = bank8[read_address_36[9:5]];
            5'd9: read_data_36 = bank9[read_address_36[9:5]];
            5'd10: read_data_36 = bank10[read_address_36[9:5]];
            5'd11: read_data_36 = bank11[read_address_36[9:5]];
            5'd12: read_data_36 = bank12[read_address_36[9:5]];
            5'd13: read_data_36 = bank13[read_address_36[9:5]];
            5'd14: read_data_36 = bank14[read_address_36[9:5]];
            5'd15: read_data_36 = bank15[read_address_36[9:5]];
            5'd16: read_data_36 = bank16[read_address_36[9:5]];
            5'd17: read_data_36 = bank17[read_address_36[9:5]];
            5'd18: read_data_36 = bank18[read_address_36[9:5]];
            5'd19: read_data_36 = bank19[read_address_36[9:5]];
            5'd20: read_data_36 = bank20[read_address_36[9:5]];
            5'd21: read_data_36 = bank21[read_address_36[9:5]];
            5'd22: read_data_36 = bank22[read_address_36[9:5]];
            5'd23: read_data_36 = bank23[read_address_36[9:5]];
            5'd24: read_data_36 = bank24[read_address_36[9:5]];
            5'd25: read_data_36 = bank25[read_address_36[9:5]];
            5'd26: read_data_36 = bank26[read_address_36[9:5]];
            5'd27: read_data_36 = bank27[read_address_36[9:5]];
            5'd28: read_data_36 = bank28[read_address_36[9:5]];
            5'd29: read_data_36 = bank29[read_address_36[9:5]];
            5'd30: read_data_36 = bank30[read_address_36[9:5]];
            default: read_data_36 = bank31[read_address_36[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_37[4:0])
            5'd0: read_data_37 = bank0[read_address_37[9:5]];
            5'd1: read_data_37 = bank1[read_address_37[9:5]];
            5'd2: read_data_37 = bank2[read_address_37[9:5]];
            5'd3: read_data_37 = bank3[read_address_37[9:5]];
            5'd4: read_data_37 = bank4[read_address_37[9:5]];
            5'd5: read_data_37 = bank5[read_address_37[9:5]];
            5'd6: read_data_37 = bank6[read_address_37[9:5]];
            5'd7: read_data_37 = bank7[read_address_37[9:5]];
            5'd8: read_data_37 = bank8[read_address_37[9:5]];
            5'd9: read_data_37 = bank9[read_address_37[9:5]];
            5'd10: read_data_37 = bank10[read_address_37[9:5]];
            5'd11: read_data_37 = bank11[read_address_37[9:5]];
            5'd12: read_data_37 = bank12[read_address_37[9:5]];
            5'd13: read_data_37 = bank13[read_address_37[9:5]];
            5'd14: read_data_37 = bank14[read_address_37[9:5]];
            5'd15: read_data_37 = bank15[read_address_37[9:5]];
            5'd16: read_data_37 = bank16[read_address_37[9:5]];
            5'd17: read_data_37 = bank17[read_address_37[9:5]];
            5'd18: read_data_37 = bank18[read_address_37[9:5]];
            5'd19: read_data_37 = bank19[read_address_37[9:5]];
            5'd20: read_data_37 = bank20[read_address_37[9:5]];
            5'd21: read_data_37 = bank21[read_address_37[9:5]];
            5'd22: read_data_37 = bank22[read_address_37[9:5]];
            5'd23: read_data_37 = bank23[read_address_37[9:5]];
            5'd24: read_data_37 = bank24[read_address_37[9:5]];
            5'd25: read_data_37 = bank25[read_address_37[9:5]];
            5'd26: read_data_37 = bank26[read_address_37[9:5]];
            5'd27: read_data_37 = bank27[read_address_37[9:5]];
            5'd28: read_data_37 = bank28[read_address_37[9:5]];
            5'd29: read_data_37 = bank29[read_address_37[9:5]];
            5'd30: read_data_37 = bank30[read_address_37[9:5]];
            default: read_data_37 = bank31[read_address_37[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_38[4:0])
            5'd0: read_data_38 = bank0[read_address_38[9:5]];
            5'd1: read_data_38 = bank1[read_address_38[9:5]];
            5'd2: read_data_38 = bank2[read_address_38[9:5]];
            5'd3: read_data_38 = bank3[read_address_38[9:5]];
            5'd4: read_data_38 = bank4[read_address_38[9:5]];
            5'd5: read_data_38 = bank5[read_address_38[9:5]];
            5'd6: read_data_38 = bank6[read_address_38[9:5]];
            5'd7: read_data_38 = bank7[read_address_38[9:5]];
            5'd8: read_data_38 = bank8[read_address_38[9:5]];
            5'd9: read_data_38 = bank9[read_address_38[9:5]];
            5'd10: read_data_38 = bank10[read_address_38[9:5]];
            5'd11: read_data_38 = bank11[read_address_38[9:5]];
            5'd12: read_data_38 = bank12[read_address_38[9:5]];
            5'd13: read_data_38 = bank13[read_address_38[9:5]];
            5'd14: read_data_38 = bank14[read_address_38[9:5]];
            5'd15: read_data_38 = bank15[read_address_38[9:5]];
            5'd16: read_data_38 = bank16[read_address_38[9:5]];
            5'd17: read_data_38 = bank17[read_address_38[9:5]];
            5'd18: read_data_38 = bank18[read_address_38[9:5]];
            5'd19: read_data_38 = bank19[read_address_38[9:5]];
            5'd20: read_data_38 = bank20[read_address_38[9:5]];
            5'd21: read_data_38 = bank21[read_address_38[9:5]];
            5'd22: read_data_38 = bank22[read_address_38[9:5]];
            5'd23: read_data_38 = bank23[read_address_38[9:5]];
            5'd24: read_data_38 = bank24[read_address_38[9:5]];
            5'd25: read_data_38 = bank25[read_address_38[9:5]];
            5'd26: read_data_38 = bank26[read_address_38[9:5]];
            5'd27: read_data_38 = bank27[read_address_38[9:5]];
            5'd28: read_data_38 = bank28[read_address_38[9:5]];
            5'd29: read_data_38 = bank29[read_address_38[9:5]];
            5'd30: read_data_38 = bank30[read_address_38[9:5]];
            default: read_data_38 = bank31[read_address_38[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_39[4:0])
            5'd0: read_data_39 = bank0[read_address_39[9:5]];
            5'd1: read_data_39 = bank1[read_address_39[9:5]];
            5'd2: read_data_39 = bank2[read_address_39[9:5]];
            5'd3: read_data_39 = bank3[read_address_39[9:5]];
            5'd4: read_data_39 = bank4[read_address_39[9:5]];
            5'd5: read_data_39 = bank5[read_address_39[9:5]];
            5'd6: read_data_39 = bank6[read_address_39[9:5]];
            5'd7: read_data_39 = bank7[read_address_39[9:5]];
            5'd8: read_data_39 = bank8[read_address_39[9:5]];
            5'd9: read_data_39 = bank9[read_address_39[9:5]];
            5'd10: read_data_39 = bank10[read_address_39[9:5]];
            5'd11: read_data_39 = bank11[read_address_39[9:5]];
            5'd12: read_data_39 = bank12[read_address_39[9:5]];
            5'd13: read_data_39 = bank13[read_address_39[9:5]];
            5'd14: read_data_39 = bank14[read_address_39[9:5]];
            5'd15: read_data_39 = bank15[read_address_39[9:5]];
            5'd16: read_data_39 = bank16[read_address_39[9:5]];
            5'd17: read_data_39 = bank17[read_address_39[9:5]];
            5'd18: read_data_39 = bank18[read_address_39[9:5]];
            5'd19: read_data_39 = bank19[read_address_39[9:5]];
            5'd20: read_data_39 = bank20[read_address_39[9:5]];
            5'd21: read_data_39 = bank21[read_address_39[9:5]];
            5'd22: read_data_39 = bank22[read_address_39[9:5]];
            5'd23: read_data_39 = bank23[read_address_39[9:5]];
            5'd24: read_data_39 = bank24[read_address_39[9:5]];
            5'd25: read_data_39 = bank25[read_address_39[9:5]];
            5'd26: read_data_39 = bank26[read_address_39[9:5]];
            5'd27: read_data_39 = bank27[read_address_39[9:5]];
            5'd28: read_data_39 = bank28[read_address_39[9:5]];
            5'd29: read_data_39 = bank29[read_address_39[9:5]];
            5'd30: read_data_39 = bank30[read_address_39[9:5]];
            default: read_data_39 = bank31[read_address_39[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_40[4:0])
            5'd0: read_data_40 = bank0[read_address_40[9:5]];
            5'd1: read_data_40 = bank1[read_address_40[9:5]];
            5'd2: read_data_40 = bank2[read_address_40[9:5]];
            5'd3: read_data_40 = bank3[read_address_40[9:5]];
            5'd4: read_data_40 = bank4[read_address_40[9:5]];
            5'd5: read_data_40 = bank5[read_address_40[9:5]];
            5'd6: read_data_40 = bank6[read_address_40[9:5]];
            5'd7: read_data_40 = bank7[read_address_40[9:5]];
            5'd8: read_data_40 = bank8[read_address_40[9:5]];
            5'd9: read_data_40 = bank9[read_address_40[9:5]];
            5'd10: read_data_40 = bank10[read_address_40[9:5]];
            5'd11: read_data_40 = bank11[read_address_40[9:5]];
            5'd12: read_data_40 = bank12[read_address_40[9:5]];
            5'd13: read_data_40 = bank13[read_address_40[9:5]];
            5'd14: read_data_40 = bank14[read_address_40[9:5]];
            5'd15: read_data_40 = bank15[read_address_40[9:5]];
            5'd16: read_data_40 = bank16[read_address_40[9:5]];
            5'd17: read_data_40 = bank17[read_address_40[9:5]];
            5'd18: read_data_40 = bank18[read_address_40[9:5]];
            5'd19: read_data_40 = bank19[read_address_40[9:5]];
            5'd20: read_data_40 = bank20[read_address_40[9:5]];
            5'd21: read_data_40 = bank21[read_address_40[9:5]];
            5'd22: read_data_40 = bank22[read_address_40[9:5]];
            5'd23: read_data_40 = bank23[read_address_40[9:5]];
            5'd24: read_data_40 = bank24[read_address_40[9:5]];
            5'd25: read_data_40 = bank25[read_address_40[9:5]];
            5'd26: read_data_40 = bank26[read_address_40[9:5]];
            5'd27: read_data_40 = bank27[read_address_40[9:5]];
            5'd28: read_data_40 = bank28[read_address_40[9:5]];
            5'd29: read_data_40 = bank29[read_address_40[9:5]];
            5'd30: read_data_40 = bank30[read_address_40[9:5]];
            default: read_data_40 = bank31[read_address_40[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_41[4:0])
            5'd0: read_data_41 = bank0[read_address_41[9:5]];
            5'd1: read_data_41 = bank1[read_address_41[9:5]];
            5'd2: read_data_41 = bank2[read_address_41[9:5]];
            5'd3: read_data_41 = bank3[read_address_41[9:5]];
            5'd4: read_data_41 = bank4[read_address_41[9:5]];
            5'd5: read_data_41 = bank5[read_address_41[9:5]];
            5'd6: read_data_41 = bank6[read_address_41[9:5]];
            5'd7: read_data_41 = bank7[read_address_41[9:5]];
            5'd8: read_data_41 = bank8[read_address_41[9:5]];
            5'd9: read_data_41 = bank9[read_address_41[9:5]];
            5'd10: read_data_41 = bank10[read_address_41[9:5]];
            5'd11: read_data_41 = bank11[read_address_41[9:5]];
            5'd12: read_data_41 = bank12[read_address_41[9:5]];
            5'd13: read_data_41 = bank13[read_address_41[9:5]];
            5'd14: read_data_41 = bank14[read_address_41[9:5]];
            5'd15: read_data_41 = bank15[read_address_41[9:5]];
            5'd16: read_data_41 = bank16[read_address_41[9:5]];
            5'd17: read_data_41 = bank17[read_address_41[9:5]];
            5'd18: read_data_41 = bank18[read_address_41[9:5]];
            5'd19: read_data_41 = bank19[read_address_41[9:5]];
            5'd20: read_data_41 = bank20[read_address_41[9:5]];
            5'd21: read_data_41 = bank21[read_address_41[9:5]];
            5'd22: read_data_41 = bank22[read_address_41[9:5]];
            5'd23: read_data_41 = bank23[read_address_41[9:5]];
            5'd24: read_data_41 = bank24[read_address_41[9:5]];
            5'd25: read_data_41 = bank25[read_address_41[9:5]];
            5'd26: read_data_41 = bank26[read_address_41[9:5]];
            5'd27: read_data_41 = bank27[read_address_41[9:5]];
            5'd28: read_data_41 = bank28[read_address_41[9:5]];
            5'd29: read_data_41 = bank29[read_address_41[9:5]];
            5'd30: read_data_41 = bank30[read_address_41[9:5]];
            default: read_data_41 = bank31[read_address_41[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_42[4:0])
            5'd0: read_data_42 = bank0[read_address_42[9:5]];
            5'd1: read_data_42 = bank1[read_address_42[9:5]];
            5'd2: read_data_42 = bank2[read_address_42[9:5]];
            5'd3: read_data_42 = bank3[read_address_42[9:5]];
            5'd4: read_data_42 = bank4[read_address_42[9:5]];
            5'd5: read_data_42 = bank5[read_address_42[9:5]];
            5'd6: read_data_42 = bank6[read_address_42[9:5]];
            5'd7: read_data_42 = bank7[read_address_42[9:5]];
            5'd8: read_data_42 = bank8[read_address_42[9:5]];
            5'd9: read_data_42 = bank9[read_address_42[9:5]];
            5'd10: read_data_42 = bank10[read_address_42[9:5]];
            5'd11: read_data_42 = bank11[read_address_42[9:5]];
            5'd12: read_data_42 = bank12[read_address_42[9:5]];
            5'd13: read_data_42 = bank13[read_address_42[9:5]];
            5'd14: read_data_42 = bank14[read_address_42[9:5]];
            5'd15: read_data_42 = bank15[read_address_42[9:5]];
            5'd16: read_data_42 = bank16[read_address_42[9:5]];
            5'd17: read_data_42 = bank17[read_address_42[9:5]];
            5'd18: read_data_42 = bank18[read_address_42[9:5]];
            5'd19: read_data_42 = bank19[read_address_42[9:5]];
            5'd20: read_data_42 = bank20[read_address_42[9:5]];
            5'd21: read_data_42 = bank21[read_address_42[9:5]];
            5'd22: read_data_42 = bank22[read_address_42[9:5]];
            5'd23: read_data_42 = bank23[read_address_42[9:5]];
            5'd24: read_data_42 = bank24[read_address_42[9:5]];
            5'd25: read_data_42 = bank25[read_address_42[9:5]];
            5'd26: read_data_42 = bank26[read_address_42[9:5]];
            5'd27: read_data_42 = bank27[read_address_42[9:5]];
            5'd28: read_data_42 = bank28[read_address_42[9:5]];
            5'd29: read_data_42 = bank29[read_address_42[9:5]];
            5'd30: read_data_42 = bank30[read_address_42[9:5]];
            default: read_data_42 = bank31[read_address_42[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_43[4:0])
            5'd0: read_data_43 = bank0[read_address_43[9:5]];
            5'd1: read_data_43 = bank1[read_address_43[9:5]];
            5'd2: read_data_43 = bank2[read_address_43[9:5]];
            5'd3: read_data_43 = bank3[read_address_43[9:5]];
            5'd4: read_data_43 = bank4[read_address_43[9:5]];
            5'd5: read_data_43 = bank5[read_address_43[9:5]];
            5'd6: read_data_43 = bank6[read_address_43[9:5]];
            5'd7: read_data_43 = bank7[read_address_43[9:5]];
            5'd8: read_data_43 = bank8[read_address_43[9:5]];
            5'd9: read_data_43 = bank9[read_address_43[9:5]];
            5'd10: read_data_43 = bank10[read_address_43[9:5]];
            5'd11: read_data_43 = bank11[read_address_43[9:5]];
            5'd12: read_data_43 = bank12[read_address_43[9:5]];
            5'd13: read_data_43 = bank13[read_address_43[9:5]];
            5'd14: read_data_43 = bank14[read_address_43[9:5]];
            5'd15: read_data_43 = bank15[read_address_43[9:5]];
            5'd16: read_data_43 = bank16[read_address_43[9:5]];
            5'd17: read_data_43 = bank17[read_address_43[9:5]];
            5'd18: read_data_43 = bank18[read_address_43[9:5]];
            5'd19: read_data_43 = bank19[read_address_43[9:5]];
            5'd20: read_data_43 = bank20[read_address_43[9:5]];
            5'd21: read_data_43 = bank21[read_address_43[9:5]];
            5'd22: read_data_43 = bank22[read_address_43[9:5]];
            5'd23: read_data_43 = bank23[read_address_43[9:5]];
            5'd24: read_data_43 = bank24[read_address_43[9:5]];
            5'd25: read_data_43 = bank25[read_address_43[9:5]];
            5'd26: read_data_43 = bank26[read_address_43[9:5]];
            5'd27: read_data_43 = bank27[read_address_43[9:5]];
            5'd28: read_data_43 = bank28[read_address_43[9:5]];
            5'd29: read_data_43 = bank29[read_address_43[9:5]];
            5'd30: read_data_43 = bank30[read_address_43[9:5]];
            default: read_data_43 = bank31[read_address_43[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_44[4:0])
            5'd0: read_data_44 = bank0[read_address_44[9:5]];
            5'd1: read_data_44 = bank1[read_address_44[9:5]];
            5'd2: read_data_44 = bank2[read_address_44[9:5]];
            5'd3: read_data_44 = bank3[read_address_44[9:5]];
            5'd4: read_data_44 = bank4[read_address_44[9:5]];
            5'd5: read_data_44 = bank5[read_address_44[9:5]];
            5'd6: read_data_44 = bank6[read_address_44[9:5]];
            5'd7: read_data_44 = bank7[read_address_44[9:5]];
            5'd8: read_data_44 = bank8[read_address_44[9:5]];
            5'd9: read_data_44 = bank9[read_address_44[9:5]];
            5'd10: read_data_44 = bank10[read_address_44[9:5]];
            5'd11: read_data_44 = bank11[read_address_44[9:5]];
            5'd12: read_data_44 = bank12[read_address_44[9:5]];
            5'd13: read_data_44 = bank13[read_address_44[9:5]];
            5'd14: read_data_44 = bank14[read_address_44[9:5]];
            5'd15: read_data_44 = bank15[read_address_44[9:5]];
            5'd16: read_data_44 = bank16[read_address_44[9:5]];
            5'd17: read_data_44 = bank17[read_address_44[9:5]];
            5'd18: read_data_44 = bank18[read_address_44[9:5]];
            5'd19: read_data_44 = bank19[read_address_44[9:5]];
            5'd20: read_data_44 = bank20[read_address_44[9:5]];
            5'd21: read_data_44 = bank21[read_address_44[9:5]];
            5'd22: read_data_44 = bank22[read_address_44[9:5]];
            5'd23: read_data_44 = bank23[read_address_44[9:5]];
            5'd24: read_data_44 = bank24[read_address_44[9:5]];
            5'd25: read_data_44 = bank25[read_address_44[9:5]];
            5'd26: read_data_44 = bank26[read_address_44[9:5]];
            5'd27: read_data_44 = bank27[read_address_44[9:5]];
            5'd28: read_data_44 = bank28[read_address_44[9:5]];
            5'd29: read_data_44 = bank29[read_address_44[9:5]];
            5'd30: read_data_44 = bank30[read_address_44[9:5]];
            default: read_data_44 = bank31[read_address_44[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_45[4:0])
            5'd0: read_data_45 = bank0[read_address_45[9:5]];
            5'd1: read_data_45 = bank1[read_address_45[9:5]];
            5'd2: read_data_45 = bank2[read_address_45[9:5]];
            5'd3: read_data_45 = bank3[read_address_45[9:5]];
            5'd4: read_data_45 = bank4[read_address_45[9:5]];
            5'd5: read_data_45 = bank5[read_address_45[9:5]];
            5'd6: read_data_45 = bank6[read_address_45[9:5]];
            5'd7: read_data_45 = bank7[read_address_45[9:5]];
            5'd8: read_data_45 = bank8[read_address_45[9:5]];
            5'd9: read_data_45 = bank9[read_address_45[9:5]];
            5'd10: read_data_45 = bank10[read_address_45[9:5]];
            5'd11: read_data_45 = bank11[read_address_45[9:5]];
            5'd12: read_data_45 = bank12[read_address_45[9:5]];
            5'd13: read_data_45 = bank13[read_address_45[9:5]];
            5'd14: read_data_45 = bank14[read_address_45[9:5]];
            5'd15: read_data_45 = bank15[read_address_45[9:5]];
            5'd16: read_data_45 = bank16[read_address_45[9:5]];
            5'd17: read_data_45 = bank17[read_address_45[9:5]];
            5'd18: read_data_45 = bank18[read_address_45[9:5]];
            5'd19: read_data_45 = bank19[read_address_45[9:5]];
            5'd20: read_data_45 = bank20[read_address_45[9:5]];
            5'd21: read_data_45 = bank21[read_address_45[9:5]];
            5'd22: read_data_45 = bank22[read_address_45[9:5]];
            5'd23: read_data_45 = bank23[read_address_45[9:5]];
            5'd24: read_data_45 = bank24[read_address_45[9:5]];
            5'd25: read_data_45 = bank25[read_address_45[9:5]];
            5'd26: read_data_45 = bank26[read_address_45[9:5]];
            5'd27: read_data_45 = bank27[read_address_45[9:5]];
            5'd28: read_data_45 = bank28[read_address_45[9:5]];
            5'd29: read_data_45 = bank29[read_address_45[9:5]];
            5'd30: read_data_45 = bank30[read_address_45[9:5]];
            default: read_data_45 = bank31[read_address_45[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_46[4:0])
            5'd0: read_data_46 = bank0[read_address_46[9:5]];
            5'd1: read_data_46 = bank1[read_address_46[9:5]];
            5'd2: read_data_46 = bank2[read_address_46[9:5]];
            5'd3: read_data_46 = bank3[read_address_46[9:5]];
            5'd4: read_data_46 = bank4[read_address_46[9:5]];
            5'd5: read_data_46 = bank5[read_address_46[9:5]];
            5'd6: read_data_46 = bank6[read_address_46[9:5]];
            5'd7: read_data_46 = bank7[read_address_46[9:5]];
            5'd8: read_data_46 = bank8[read_address_46[9:5]];
            5'd9: read_data_46 = bank9[read_address_46[9:5]];
            5'd10: read_data_46 = bank10[read_address_46[9:5]];
            5'd11: read_data_46 = bank11[read_address_46[9:5]];
            5'd12: read_data_46 = bank12[read_address_46[9:5]];
            5'd13: read_data_46 = bank13[read_address_46[9:5]];
            5'd14: read_data_46 = bank14[read_address_46[9:5]];
            5'd15: read_data_46 = bank15[read_address_46[9:5]];
            5'd16: read_data_46 = bank16[read_address_46[9:5]];
            5'd17: read_data_46 = bank17[read_address_46[9:5]];
            5'd18: read_data_46 = bank18[read_address_46[9:5]];
            5'd19: read_data_46 = bank19[read_address_46[9:5]];
            5'd20: read_data_46 = bank20[read_address_46[9:5]];
            5'd21: read_data_46 = bank21[read_address_46[9:5]];
            5'd22: read_data_46 = bank22[read_address_46[9:5]];
            5'd23: read_data_46 = bank23[read_address_46[9:5]];
            5'd24: read_data_46 = bank24[read_address_46[9:5]];
            5'd25: read_data_46 = bank25[read_address_46[9:5]];
            5'd26: read_data_46 = bank26[read_address_46[9:5]];
            5'd27: read_data_46 = bank27[read_address_46[9:5]];
            5'd28: read_data_46 = bank28[read_address_46[9:5]];
            5'd29: read_data_46 = bank29[read_address_46[9:5]];
            5'd30: read_data_46 = bank30[read_address_46[9:5]];
            default: read_data_46 = bank31[read_address_46[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_47[4:0])
            5'd0: read_data_47 = bank0[read_address_47[9:5]];
            5'd1: read_data_47 = bank1[read_address_47[9:5]];
            5'd2: read_data_47 = bank2[read_address_47[9:5]];
            5'd3: read_data_47 = bank3[read_address_47[9:5]];
            5'd4: read_data_47 = bank4[read_address_47[9:5]];
            5'd5: read_data_47 = bank5[read_address_47[9:5]];
            5'd6: read_data_47 = bank6[read_address_47[9:5]];
            5'd7: read_data_47 = bank7[read_address_47[9:5]];
            5'd8: read_data_47 = bank8[read_address_47[9:5]];
            5'd9: read_data_47 = bank9[read_address_47[9:5]];
            5'd10: read_data_47 = bank10[read_address_47[9:5]];
            5'd11: read_data_47 = bank11[read_address_47[9:5]];
            5'd12: read_data_47 = bank12[read_address_47[9:5]];
            5'd13: read_data_47 = bank13[read_address_47[9:5]];
            5'd14: read_data_47 = bank14[read_address_47[9:5]];
            5'd15: read_data_47 = bank15[read_address_47[9:5]];
            5'd16: read_data_47 = bank16[read_address_47[9:5]];
            5'd17: read_data_47 = bank17[read_address_47[9:5]];
            5'd18: read_data_47 = bank18[read_address_47[9:5]];
            5'd19: read_data_47 = bank19[read_address_47[9:5]];
            5'd20: read_data_47 = bank20[read_address_47[9:5]];
            5'd21: read_data_47 = bank21[read_address_47[9:5]];
            5'd22: read_data_47 = bank22[read_address_47[9:5]];
            5'd23: read_data_47 = bank23[read_address_47[9:5]];
            5'd24: read_data_47 = bank24[read_address_47[9:5]];
            5'd25: read_data_47 = bank25[read_address_47[9:5]];
            5'd26: read_data_47 = bank26[read_address_47[9:5]];
            5'd27: read_data_47 = bank27[read_address_47[9:5]];
            5'd28: read_data_47 = bank28[read_address_47[9:5]];
            5'd29: read_data_47 = bank29[read_address_47[9:5]];
            5'd30: read_data_47 = bank30[read_address_47[9:5]];
            default: read_data_47 = bank31[read_address_47[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_48[4:0])
            5'd0: read_data_48 = bank0[read_address_48[9:5]];
            5'd1: read_data_48 = bank1[read_address_48[9:5]];
            5'd2: read_data_48 = bank2[read_address_48[9:5]];
            5'd3: read_data_48 = bank3[read_address_48[9:5]];
            5'd4: read_data_48 = bank4[read_address_48[9:5]];
            5'd5: read_data_48 = bank5[read_address_48[9:5]];
            5'd6: read_data_48 = bank6[read_address_48[9:5]];
            5'd7: read_data_48 = bank7[read_address_48[9:5]];
            5'd8: read_data_48 = bank8[read_address_48[9:5]];
            5'd9: read_data_48 = bank9[read_address_48[9:5]];
            5'd10: read_data_48 = bank10[read_address_48[9:5]];
            5'd11: read_data_48 = bank11[read_address_48[9:5]];
            5'd12: read_data_48 = bank12[read_address_48[9:5]];
            5'd13: read_data_48 = bank13[read_address_48[9:5]];
            5'd14: read_data_48 = bank14[read_address_48[9:5]];
            5'd15: read_data_48 = bank15[read_address_48[9:5]];
            5'd16: read_data_48 = bank16[read_address_48[9:5]];
            5'd17: read_data_48 = bank17[read_address_48[9:5]];
            5'd18: read_data_48 = bank18[read_address_48[9:5]];
            5'd19: read_data_48 = bank19[read_address_48[9:5]];
            5'd20: read_data_48 = bank20[read_address_48[9:5]];
            5'd21: read_data_48 = bank21[read_address_48[9:5]];
            5'd22: read_data_48 = bank22[read_address_48[9:5]];
            5'd23: read_data_48 = bank23[read_address_48[9:5]];
            5'd24: read_data_48 = bank24[read_address_48[9:5]];
            5'd25: read_data_48 = bank25[read_address_48[9:5]];
            5'd26: read_data_48 = bank26[read_address_48[9:5]];
            5'd27: read_data_48 = bank27[read_address_48[9:5]];
            5'd28: read_data_48 = bank28[read_address_48[9:5]];
            5'd29: read_data_48 = bank29[read_address_48[9:5]];
            5'd30: read_data_48 = bank30[read_address_48[9:5]];
            default: read_data_48 = bank31[read_address_48[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_49[4:0])
            5'd0: read_data_49 = bank0[read_address_49[9:5]];
            5'd1: read_data_49 = bank1[read_address_49[9:5]];
            5'd2: read_data_49 = bank2[read_address_49[9:5]];
            5'd3: read_data_49 = bank3[read_address_49[9:5]];
            5'd4: read_data_49 = bank4[read_address_49[9:5]];
            5'd5: read_data_49 = bank5[read_address_49[9:5]];
            5'd6: read_data_49 = bank6[read_address_49[9:5]];
            5'd7: read_data_49 = bank7[read_address_49[9:5]];
            5'd8: read_data_49 = bank8[read_address_49[9:5]];
            5'd9: read_data_49 = bank9[read_address_49[9:5]];
            5'd10: read_data_49 = bank10[read_address_49[9:5]];
            5'd11: read_data_49 = bank11[read_address_49[9:5]];
            5'd12: read_data_49 = bank12[read_address_49[9:5]];
            5'd13: read_data_49 = bank13[read_address_49[9:5]];
            5'd14: read_data_49 = bank14[read_address_49[9:5]];
            5'd15: read_data_49 = bank15[read_address_49[9:5]];
            5'd16: read_data_49 = bank16[read_address_49[9:5]];
            5'd17: read_data_49 = bank17[read_address_49[9:5]];
            5'd18: read_data_49 = bank18[read_address_49[9:5]];
            5'd19: read_data_49 = bank19[read_address_49[9:5]];
            5'd20: read_data_49 = bank20[read_address_49[9:5]];
            5'd21: read_data_49 = bank21[read_address_49[9:5]];
            5'd22: read_data_49 = bank22[read_address_49[9:5]];
            5'd23: read_data_49 = bank23[read_address_49[9:5]];
            5'd24: read_data_49 = bank24[read_address_49[9:5]];
            5'd25: read_data_49 = bank25[read_address_49[9:5]];
            5'd26: read_data_49 = bank26[read_address_49[9:5]];
            5'd27: read_data_49 = bank27[read_address_49[9:5]];
            5'd28: read_data_49 = bank28[read_address_49[9:5]];
            5'd29: read_data_49 = bank29[read_address_49[9:5]];
            5'd30: read_data_49 = bank30[read_address_49[9:5]];
            default: read_data_49 = bank31[read_address_49[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_50[4:0])
            5'd0: read_data_50 = bank0[read_address_50[9:5]];
            5'd1: read_data_50 = bank1[read_address_50[9:5]];
            5'd2: read_data_50 = bank2[read_address_50[9:5]];
            5'd3: read_data_50 = bank3[read_address_50[9:5]];
            5'd4: read_data_50 = bank4[read_address_50[9:5]];
            5'd5: read_data_50 = bank5[read_address_50[9:5]];
            5'd6: read_data_50 = bank6[read_address_50[9:5]];
            5'd7: read_data_50 = bank7[read_address_50[9:5]];
            5'd8: read_data_50 = bank8[read_address_50[9:5]];
            5'd9: read_data_50 = bank9[read_address_50[9:5]];
            5'd10: read_data_50 = bank10[read_address_50[9:5]];
            5'd11: read_data_50 = bank11[read_address_50[9:5]];
            5'd12: read_data_50 = bank12[read_address_50[9:5]];
            5'd13: read_data_50 = bank13[read_address_50[9:5]];
            5'd14: read_data_50 = bank14[read_address_50[9:5]];
            5'd15: read_data_50 = bank15[read_address_50[9:5]];
            5'd16: read_data_50 = bank16[read_address_50[9:5]];
            5'd17: read_data_50 = bank17[read_address_50[9:5]];
            5'd18: read_data_50 = bank18[read_address_50[9:5]];
            5'd19: read_data_50 = bank19[read_address_50[9:5]];
            5'd20: read_data_50 = bank20[read_address_50[9:5]];
            5'd21: read_data_50 = bank21[read_address_50[9:5]];
            5'd22: read_data_50 = bank22[read_address_50[9:5]];
            5'd23: read_data_50 = bank23[read_address_50[9:5]];
            5'd24: read_data_50 = bank24[read_address_50[9:5]];
            5'd25: read_data_50 = bank25[read_address_50[9:5]];
            5'd26: read_data_50 = bank26[read_address_50[9:5]];
            5'd27: read_data_50 = bank27[read_address_50[9:5]];
            5'd28: read_data_50 = bank28[read_address_50[9:5]];
            5'd29: read_data_50 = bank29[read_address_50[9:5]];
            5'd30: read_data_50 = bank30[read_address_50[9:5]];
            default: read_data_50 = bank31[read_address_50[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_51[4:0])
            5'd0: read_data_51 = bank0[read_address_51[9:5]];
            5'd1: read_data_51 = bank1[read_address_51[9:5]];
            5'd2: read_data_51 = bank2[read_address_51[9:5]];
            5'd3: read_data_51 = bank3[read_address_51[9:5]];
            5'd4: read_data_51 = bank4[read_address_51[9:5]];
            5'd5: read_data_51 = bank5[read_address_51[9:5]];
            5'd6: read_data_51 = bank6[read_address_51[9:5]];
            5'd7: read_data_51 = bank7[read_address_51[9:5]];
            5'd8: read_data_51 = bank8[read_address_51[9:5]];
            5'd9: read_data_51 = bank9[read_address_51[9:5]];
            5'd10: read_data_51 = bank10[read_address_51[9:5]];
            5'd11: read_data_51 = bank11[read_address_51[9:5]];
            5'd12: read_data_51 = bank12[read_address_51[9:5]];
            5'd13: read_data_51 = bank13[read_address_51[9:5]];
            5'd14: read_data_51 = bank14[read_address_51[9:5]];
            5'd15: read_data_51 = bank15[read_address_51[9:5]];
            5'd16: read_data_51 = bank16[read_address_51[9:5]];
            5'd17: read_data_51 = bank17[read_address_51[9:5]];
            5'd18: read_data_51 = bank18[read_address_51[9:5]];
            5'd19: read_data_51 = bank19[read_address_51[9:5]];
            5'd20: read_data_51 = bank20[read_address_51[9:5]];
            5'd21: read_data_51 = bank21[read_address_51[9:5]];
            5'd22: read_data_51 = bank22[read_address_51[9:5]];
            5'd23: read_data_51 = bank23[read_address_51[9:5]];
            5'd24: read_data_51 = bank24[read_address_51[9:5]];
            5'd25: read_data_51 = bank25[read_address_51[9:5]];
            5'd26: read_data_51 = bank26[read_address_51[9:5]];
            5'd27: read_data_51 = bank27[read_address_51[9:5]];
            5'd28: read_data_51 = bank28[read_address_51[9:5]];
            5'd29: read_data_51 = bank29[read_address_51[9:5]];
            5'd30: read_data_51 = bank30[read_address_51[9:5]];
            default: read_data_51 = bank31[read_address_51[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_52[4:0])
            5'd0: read_data_52 = bank0[read_address_52[9:5]];
            5'd1: read_data_52 = bank1[read_address_52[9:5]];
            5'd2: read_data_52 = bank2[read_address_52[9:5]];
            5'd3: read_data_52 = bank3[read_address_52[9:5]];
            5'd4: read_data_52 = bank4[read_address_52[9:5]];
            5'd5: read_data_52 = bank5[read_address_52[9:5]];
            5'd6: read_data_52 = bank6[read_address_52[9:5]];
            5'd7: read_data_52 = bank7[read_address_52[9:5]];
            5'd8: read_data_52 = bank8[read_address_52[9:5]];
            5'd9: read_data_52 = bank9[read_address_52[9:5]];
            5'd10: read_data_52 = bank10[read_address_52[9:5]];
            5'd11: read_data_52 = bank11[read_address_52[9:5]];
            5'd12: read_data_52 = bank12[read_address_52[9:5]];
            5'd13: read_data_52 = bank13[read_address_52[9:5]];
            5'd14: read_data_52 = bank14[read_address_52[9:5]];
            5'd15: read_data_52 = bank15[read_address_52[9:5]];
            5'd16: read_data_52 = bank16[read_address_52[9:5]];
            5'd17: read_data_52 = bank17[read_address_52[9:5]];
            5'd18: read_data_52 = bank18[read_address_52[9:5]];
            5'd19: read_data_52 = bank19[read_address_52[9:5]];
            5'd20: read_data_52 = bank20[read_address_52[9:5]];
            5'd21: read_data_52 = bank21[read_address_52[9:5]];
            5'd22: read_data_52 = bank22[read_address_52[9:5]];
            5'd23: read_data_52 = bank23[read_address_52[9:5]];
            5'd24: read_data_52 = bank24[read_address_52[9:5]];
            5'd25: read_data_52 = bank25[read_address_52[9:5]];
            5'd26: read_data_52 = bank26[read_address_52[9:5]];
            5'd27: read_data_52 = bank27[read_address_52[9:5]];
            5'd28: read_data_52 = bank28[read_address_52[9:5]];
            5'd29: read_data_52 = bank29[read_address_52[9:5]];
            5'd30: read_data_52 = bank30[read_address_52[9:5]];
            default: read_data_52 = bank31[read_address_52[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_53[4:0])
            5'd0: read_data_53 = bank0[read_address_53[9:5]];
            5'd1: read_data_53 = bank1[read_address_53[9:5]];
            5'd2: read_data_53 = bank2[read_address_53[9:5]];
            5'd3: read_data_53 = bank3[read_address_53[9:5]];
            5'd4: read_data_53 = bank4[read_address_53[9:5]];
            5'd5: read_data_53 = bank5[read_address_53[9:5]];
            5'd6: read_data_53 = bank6[read_address_53[9:5]];
            5'd7: read_data_53 = bank7[read_address_53[9:5]];
            5'd8: read_data_53 = bank8[read_address_53[9:5]];
            5'd9: read_data_53 = bank9[read_address_53[9:5]];
            5'd10: read_data_53 = bank10[read_address_53[9:5]];
            5'd11: read_data_53 = bank11[read_address_53[9:5]];
            5'd12: read_data_53 = bank12[read_address_53[9:5]];
            5'd13: read_data_53 = bank13[read_address_53[9:5]];
            5'd14: read_data_53 = bank14[read_address_53[9:5]];
            5'd15: read_data_53 = bank15[read_address_53[9:5]];
            5'd16: read_data_53 = bank16[read_address_53[9:5]];
            5'd17: read_data_53 = bank17[read_address_53[9:5]];
            5'd18: read_data_53 = bank18[read_address_53[9:5]];
            5'd19: read_data_53 = bank19[read_address_53[9:5]];
            5'd20: read_data_53 = bank20[read_address_53[9:5]];
            5'd21: read_data_53 = bank21[read_address_53[9:5]];
            5'd22: read_data_53 = bank22[read_address_53[9:5]];
            5'd23: read_data_53 = bank23[read_address_53[9:5]];
            5'd24: read_data_53 = bank24[read_address_53[9:5]];
            5'd25: read_data_53 = bank25[read_address_53[9:5]];
            5'd26: read_data_53 = bank26[read_address_53[9:5]];
            5'd27: read_data_53 = bank27[read_address_53[9:5]];
            5'd28: read_data_53 = bank28[read_address_53[9:5]];
            5'd29: read_data_53 = bank29[read_address_53[9:5]];
            5'd30: read_data_53 = bank30[read_address_53[9:5]];
            default: read_data_53 = bank31[read_address_53[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_54[4:0])
            5'd0: read_data_54 = bank0[read_address_54[9:5]];
            5'd1: read_data_54 = bank1[read_address_54[9:5]];
            5'd2: read_data_54 = bank2[read_address_54[9:5]];
            5'd3: read_data_54 = bank3[read_address_54[9:5]];
            5'd4: read_data_54 = bank4[read_address_54[9:5]];
            5'd5: read_data_54 = bank5[read_address_54[9:5]];
            5'd6: read_data_54 = bank6[read_address_54[9:5]];
            5'd7: read_data_54 = bank7[read_address_54[9:5]];
            5'd8: read_data_54 = bank8[read_address_54[9:5]];
            5'd9: read_data_54 = bank9[read_address_54[9:5]];
            5'd10: read_data_54 = bank10[read_address_54[9:5]];
            5'd11: read_data_54 = bank11[read_address_54[9:5]];
            5'd12: read_data_54 = bank12[read_address_54[9:5]];
            5'd13: read_data_54 = bank13[read_address_54[9:5]];
            5'd14: read_data_54 = bank14[read_address_54[9:5]];
            5'd15: read_data_54 = bank15[read_address_54[9:5]];
            5'd16: read_data_54 = bank16[read_address_54[9:5]];
            5'd17: read_data_54 = bank17[read_address_54[9:5]];
            5'd18: read_data_54 = bank18[read_address_54[9:5]];
            5'd19: read_data_54 = bank19[read_address_54[9:5]];
            5'd20: read_data_54 = bank20[read_address_54[9:5]];
            5'd21: read_data_54 = bank21[read_address_54[9:5]];
            5'd22: read_data_54 = bank22[read_address_54[9:5]];
            5'd23: read_data_54 = bank23[read_address_54[9:5]];
            5'd24: read_data_54 = bank24[read_address_54[9:5]];
            5'd25: read_data_54 = bank25[read_address_54[9:5]];
            5'd26: read_data_54 = bank26[read_address_54[9:5]];
            5'd27: read_data_54 = bank27[read_address_54[9:5]];
            5'd28: read_data_54 = bank28[read_address_54[9:5]];
            5'd29: read_data_54 = bank29[read_address_54[9:5]];
            5'd30: read_data_54 = bank30[read_address_54[9:5]];
            default: read_data_54 = bank31[read_address_54[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_55[4:0])
            5'd0: read_data_55 = bank0[read_address_55[9:5]];
            5'd1: read_data_55 = bank1[read_address_55[9:5]];
            5'd2: read_data_55 = bank2[read_address_55[9:5]];
            5'd3: read_data_55 = bank3[read_address_55[9:5]];
            5'd4: read_data_55 = bank4[read_address_55[9:5]];
            5'd5: read_data_55 = bank5[read_address_55[9:5]];
            5'd6: read_data_55 = bank6[read_address_55[9:5]];
            5'd7: read_data_55 = bank7[read_address_55[9:5]];
            5'd8: read_data_55 = bank8[read_address_55[9:5]];
            5'd9: read_data_55 = bank9[read_address_55[9:5]];
            5'd10: read_data_55 = bank10[read_address_55[9:5]];
            5'd11: read_data_55 = bank11[read_address_55[9:5]];
            5'd12: read_data_55 = bank12[read_address_55[9:5]];
            5'd13: read_data_55 = bank13[read_address_55[9:5]];
            5'd14: read_data_55 = bank14[read_address_55[9:5]];
            5'd15: read_data_55 = bank15[read_address_55[9:5]];
            5'd16: read_data_55 = bank16[read_address_55[9:5]];
            5'd17: read_data_55 = bank17[read_address_55[9:5]];
            5'd18: read_data_55 = bank18[read_address_55[9:5]];
            5'd19: read_data_55 = bank19[read_address_55[9:5]];
            5'd20: read_data_55 = bank20[read_address_55[9:5]];
            5'd21: read_data_55 = bank21[read_address_55[9:5]];
            5'd22: read_data_55 = bank22[read_address_55[9:5]];
            5'd23: read_data_55 = bank23[read_address_55[9:5]];
            5'd24: read_data_55 = bank24[read_address_55[9:5]];
            5'd25: read_data_55 = bank25[read_address_55[9:5]];
            5'd26: read_data_55 = bank26[read_address_55[9:5]];
            5'd27: read_data_55 = bank27[read_address_55[9:5]];
            5'd28: read_data_55 = bank28[read_address_55[9:5]];
            5'd29: read_data_55 = bank29[read_address_55[9:5]];
            5'd30: read_data_55 = bank30[read_address_55[9:5]];
            default: read_data_55 = bank31[read_address_55[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_56[4:0])
            5'd0: read_data_56 = bank0[read_address_56[9:5]];
            5'd1: read_data_56 = bank1[read_address_56[9:5]];
            5'd2: read_data_56 = bank2[read_address_56[9:5]];
            5'd3: read_data_56 = bank3[read_address_56[9:5]];
            5'd4: read_data_56 = bank4[read_address_56[9:5]];
            5'd5: read_data_56 = bank5[read_address_56[9:5]];
            5'd6: read_data_56 = bank6[read_address_56[9:5]];
            5'd7: read_data_56 = bank7[read_address_56[9:5]];
            5'd8: read_data_56 = bank8[read_address_56[9:5]];
            5'd9: read_data_56 = bank9[read_address_56[9:5]];
            5'd10: read_data_56 = bank10[read_address_56[9:5]];
            5'd11: read_data_56 = bank11[read_address_56[9:5]];
            5'd12: read_data_56 = bank12[read_address_56[9:5]];
            5'd13: read_data_56 = bank13[read_address_56[9:5]];
            5'd14: read_data_56 = bank14[read_address_56[9:5]];
            5'd15: read_data_56 = bank15[read_address_56[9:5]];
            5'd16: read_data_56 = bank16[read_address_56[9:5]];
            5'd17: read_data_56 = bank17[read_address_56[9:5]];
            5'd18: read_data_56 = bank18[read_address_56[9:5]];
            5'd19: read_data_56 = bank19[read_address_56[9:5]];
            5'd20: read_data_56 = bank20[read_address_56[9:5]];
            5'd21: read_data_56 = bank21[read_address_56[9:5]];
            5'd22: read_data_56 = bank22[read_address_56[9:5]];
            5'd23: read_data_56 = bank23[read_address_56[9:5]];
            5'd24: read_data_56 = bank24[read_address_56[9:5]];
            5'd25: read_data_56 = bank25[read_address_56[9:5]];
            5'd26: read_data_56 = bank26[read_address_56[9:5]];
            5'd27: read_data_56 = bank27[read_address_56[9:5]];
            5'd28: read_data_56 = bank28[read_address_56[9:5]];
            5'd29: read_data_56 = bank29[read_address_56[9:5]];
            5'd30: read_data_56 = bank30[read_address_56[9:5]];
            default: read_data_56 = bank31[read_address_56[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_57[4:0])
            5'd0: read_data_57 = bank0[read_address_57[9:5]];
            5'd1: read_data_57 = bank1[read_address_57[9:5]];
            5'd2: read_data_57 = bank2[read_address_57[9:5]];
            5'd3: read_data_57 = bank3[read_address_57[9:5]];
            5'd4: read_data_57 = bank4[read_address_57[9:5]];
            5'd5: read_data_57 = bank5[read_address_57[9:5]];
            5'd6: read_data_57 = bank6[read_address_57[9:5]];
            5'd7: read_data_57 = bank7[read_address_57[9:5]];
            5'd8: read_data_57 = bank8[read_address_57[9:5]];
            5'd9: read_data_57 = bank9[read_address_57[9:5]];
            5'd10: read_data_57 = bank10[read_address_57[9:5]];
            5'd11: read_data_57 = bank11[read_address_57[9:5]];
            5'd12: read_data_57 = bank12[read_address_57[9:5]];
            5'd13: read_data_57 = bank13[read_address_57[9:5]];
            5'd14: read_data_57 = bank14[read_address_57[9:5]];
            5'd15: read_data_57 = bank15[read_address_57[9:5]];
            5'd16: read_data_57 = bank16[read_address_57[9:5]];
            5'd17: read_data_57 = bank17[read_address_57[9:5]];
            5'd18: read_data_57 = bank18[read_address_57[9:5]];
            5'd19: read_data_57 = bank19[read_address_57[9:5]];
            5'd20: read_data_57 = bank20[read_address_57[9:5]];
            5'd21: read_data_57 = bank21[read_address_57[9:5]];
            5'd22: read_data_57 = bank22[read_address_57[9:5]];
            5'd23: read_data_57 = bank23[read_address_57[9:5]];
            5'd24: read_data_57 = bank24[read_address_57[9:5]];
            5'd25: read_data_57 = bank25[read_address_57[9:5]];
            5'd26: read_data_57 = bank26[read_address_57[9:5]];
            5'd27: read_data_57 = bank27[read_address_57[9:5]];
            5'd28: read_data_57 = bank28[read_address_57[9:5]];
            5'd29: read_data_57 = bank29[read_address_57[9:5]];
            5'd30: read_data_57 = bank30[read_address_57[9:5]];
            default: read_data_57 = bank31[read_address_57[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_58[4:0])
            5'd0: read_data_58 = bank0[read_address_58[9:5]];
            5'd1: read_data_58 = bank1[read_address_58[9:5]];
            5'd2: read_data_58 = bank2[read_address_58[9:5]];
            5'd3: read_data_58 = bank3[read_address_58[9:5]];
            5'd4: read_data_58 = bank4[read_address_58[9:5]];
            5'd5: read_data_58 = bank5[read_address_58[9:5]];
            5'd6: read_data_58 = bank6[read_address_58[9:5]];
            5'd7: read_data_58 = bank7[read_address_58[9:5]];
            5'd8: read_data_58 = bank8[read_address_58[9:5]];
            5'd9: read_data_58 = bank9[read_address_58[9:5]];
            5'd10: read_data_58 = bank10[read_address_58[9:5]];
            5'd11: read_data_58 = bank11[read_address_58[9:5]];
            5'd12: read_data_58 = bank12[read_address_58[9:5]];
            5'd13: read_data_58 = bank13[read_address_58[9:5]];
            5'd14: read_data_58 = bank14[read_address_58[9:5]];
            5'd15: read_data_58 = bank15[read_address_58[9:5]];
            5'd16: read_data_58 = bank16[read_address_58[9:5]];
            5'd17: read_data_58 = bank17[read_address_58[9:5]];
            5'd18: read_data_58 = bank18[read_address_58[9:5]];
            5'd19: read_data_58 = bank19[read_address_58[9:5]];
            5'd20: read_data_58 = bank20[read_address_58[9:5]];
            5'd21: read_data_58 = bank21[read_address_58[9:5]];
            5'd22: read_data_58 = bank22[read_address_58[9:5]];
            5'd23: read_data_58 = bank23[read_address_58[9:5]];
            5'd24: read_data_58 = bank24[read_address_58[9:5]];
            5'd25: read_data_58 = bank25[read_address_58[9:5]];
            5'd26: read_data_58 = bank26[read_address_58[9:5]];
            5'd27: read_data_58 = bank27[read_address_58[9:5]];
            5'd28: read_data_58 = bank28[read_address_58[9:5]];
            5'd29: read_data_58 = bank29[read_address_58[9:5]];
            5'd30: read_data_58 = bank30[read_address_58[9:5]];
            default: read_data_58 = bank31[read_address_58[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_59[4:0])
            5'd0: read_data_59 = bank0[read_address_59[9:5]];
            5'd1: read_data_59 = bank1[read_address_59[9:5]];
            5'd2: read_data_59 = bank2[read_address_59[9:5]];
            5'd3: read_data_59 = bank3[read_address_59[9:5]];
            5'd4: read_data_59 = bank4[read_address_59[9:5]];
            5'd5: read_data_59 = bank5[read_address_59[9:5]];
            5'd6: read_data_59 = bank6[read_address_59[9:5]];
            5'd7: read_data_59 = bank7[read_address_59[9:5]];
            5'd8: read_data_59 = bank8[read_address_59[9:5]];
            5'd9: read_data_59 = bank9[read_address_59[9:5]];
            5'd10: read_data_59 = bank10[read_address_59[9:5]];
            5'd11: read_data_59 = bank11[read_address_59[9:5]];
            5'd12: read_data_59 = bank12[read_address_59[9:5]];
            5'd13: read_data_59 = bank13[read_address_59[9:5]];
            5'd14: read_data_59 = bank14[read_address_59[9:5]];
            5'd15: read_data_59 = bank15[read_address_59[9:5]];
            5'd16: read_data_59 = bank16[read_address_59[9:5]];
            5'd17: read_data_59 = bank17[read_address_59[9:5]];
            5'd18: read_data_59 = bank18[read_address_59[9:5]];
            5'd19: read_data_59 = bank19[read_address_59[9:5]];
            5'd20: read_data_59 = bank20[read_address_59[9:5]];
            5'd21: read_data_59 = bank21[read_address_59[9:5]];
            5'd22: read_data_59 = bank22[read_address_59[9:5]];
            5'd23: read_data_59 = bank23[read_address_59[9:5]];
            5'd24: read_data_59 = bank24[read_address_59[9:5]];
            5'd25: read_data_59 = bank25[read_address_59[9:5]];
            5'd26: read_data_59 = bank26[read_address_59[9:5]];
            5'd27: read_data_59 = bank27[read_address_59[9:5]];
            5'd28: read_data_59 = bank28[read_address_59[9:5]];
            5'd29: read_data_59 = bank29[read_address_59[9:5]];
            5'd30: read_data_59 = bank30[read_address_59[9:5]];
            default: read_data_59 = bank31[read_address_59[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_60[4:0])
            5'd0: read_data_60 = bank0[read_address_60[9:5]];
            5'd1: read_data_60 = bank1[read_address_60[9:5]];
            5'd2: read_data_60 = bank2[read_address_60[9:5]];
            5'd3: read_data_60 = bank3[read_address_60[9:5]];
            5'd4: read_data_60 = bank4[read_address_60[9:5]];
            5'd5: read_data_60 = bank5[read_address_60[9:5]];
            5'd6: read_data_60 = bank6[read_address_60[9:5]];
            5'd7: read_data_60 = bank7[read_address_60[9:5]];
            5'd8: read_data_60 = bank8[read_address_60[9:5]];
            5'd9: read_data_60 = bank9[read_address_60[9:5]];
            5'd10: read_data_60 = bank10[read_address_60[9:5]];
            5'd11: read_data_60 = bank11[read_address_60[9:5]];
            5'd12: read_data_60 = bank12[read_address_60[9:5]];
            5'd13: read_data_60 = bank13[read_address_60[9:5]];
            5'd14: read_data_60 = bank14[read_address_60[9:5]];
            5'd15: read_data_60 = bank15[read_address_60[9:5]];
            5'd16: read_data_60 = bank16[read_address_60[9:5]];
            5'd17: read_data_60 = bank17[read_address_60[9:5]];
            5'd18: read_data_60 = bank18[read_address_60[9:5]];
            5'd19: read_data_60 = bank19[read_address_60[9:5]];
            5'd20: read_data_60 = bank20[read_address_60[9:5]];
            5'd21: read_data_60 = bank21[read_address_60[9:5]];
            5'd22: read_data_60 = bank22[read_address_60[9:5]];
            5'd23: read_data_60 = bank23[read_address_60[9:5]];
            5'd24: read_data_60 = bank24[read_address_60[9:5]];
            5'd25: read_data_60 = bank25[read_address_60[9:5]];
            5'd26: read_data_60 = bank26[read_address_60[9:5]];
            5'd27: read_data_60 = bank27[read_address_60[9:5]];
            5'd28: read_data_60 = bank28[read_address_60[9:5]];
            5'd29: read_data_60 = bank29[read_address_60[9:5]];
            5'd30: read_data_60 = bank30[read_address_60[9:5]];
            default: read_data_60 = bank31[read_address_60[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_61[4:0])
            5'd0: read_data_61 = bank0[read_address_61[9:5]];
            5'd1: read_data_61 = bank1[read_address_61[9:5]];
            5'd2: read_data_61 = bank2[read_address_61[9:5]];
            5'd3: read_data_61 = bank3[read_address_61[9:5]];
            5'd4: read_data_61 = bank4[read_address_61[9:5]];
            5'd5: read_data_61 = bank5[read_address_61[9:5]];
            5'd6: read_data_61 = bank6[read_address_61[9:5]];
            5'd7: read_data_61 = bank7[read_address_61[9:5]];
            5'd8: read_data_61 = bank8[read_address_61[9:5]];
            5'd9: read_data_61 = bank9[read_address_61[9:5]];
            5'd10: read_data_61 = bank10[read_address_61[9:5]];
            5'd11: read_data_61 = bank11[read_address_61[9:5]];
            5'd12: read_data_61 = bank12[read_address_61[9:5]];
            5'd13: read_data_61 = bank13[read_address_61[9:5]];
            5'd14: read_data_61 = bank14[read_address_61[9:5]];
            5'd15: read_data_61 = bank15[read_address_61[9:5]];
            5'd16: read_data_61 = bank16[read_address_61[9:5]];
            5'd17: read_data_61 = bank17[read_address_61[9:5]];
            5'd18: read_data_61 = bank18[read_address_61[9:5]];
            5'd19: read_data_61 = bank19[read_address_61[9:5]];
            5'd20: read_data_61 = bank20[read_address_61[9:5]];
            5'd21: read_data_61 = bank21[read_address_61[9:5]];
            5'd22: read_data_61 = bank22[read_address_61[9:5]];
            5'd23: read_data_61 = bank23[read_address_61[9:5]];
            5'd24: read_data_61 = bank24[read_address_61[9:5]];
            5'd25: read_data_61 = bank25[read_address_61[9:5]];
            5'd26: read_data_61 = bank26[read_address_61[9:5]];
            5'd27: read_data_61 = bank27[read_address_61[9:5]];
            5'd28: read_data_61 = bank28[read_address_61[9:5]];
            5'd29: read_data_61 = bank29[read_address_61[9:5]];
            5'd30: read_data_61 = bank30[read_address_61[9:5]];
            default: read_data_61 = bank31[read_address_61[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_62[4:0])
            5'd0: read_data_62 = bank0[read_address_62[9:5]];
            5'd1: read_data_62 = bank1[read_address_62[9:5]];
            5'd2: read_data_62 = bank2[read_address_62[9:5]];
            5'd3: read_data_62 = bank3[read_address_62[9:5]];
            5'd4: read_data_62 = bank4[read_address_62[9:5]];
            5'd5: read_data_62 = bank5[read_address_62[9:5]];
            5'd6: read_data_62 = bank6[read_address_62[9:5]];
            5'd7: read_data_62 = bank7[read_address_62[9:5]];
            5'd8: read_data_62 = bank8[read_address_62[9:5]];
            5'd9: read_data_62 = bank9[read_address_62[9:5]];
            5'd10: read_data_62 = bank10[read_address_62[9:5]];
            5'd11: read_data_62 = bank11[read_address_62[9:5]];
            5'd12: read_data_62 = bank12[read_address_62[9:5]];
            5'd13: read_data_62 = bank13[read_address_62[9:5]];
            5'd14: read_data_62 = bank14[read_address_62[9:5]];
            5'd15: read_data_62 = bank15[read_address_62[9:5]];
            5'd16: read_data_62 = bank16[read_address_62[9:5]];
            5'd17: read_data_62 = bank17[read_address_62[9:5]];
            5'd18: read_data_62 = bank18[read_address_62[9:5]];
            5'd19: read_data_62 = bank19[read_address_62[9:5]];
            5'd20: read_data_62 = bank20[read_address_62[9:5]];
            5'd21: read_data_62 = bank21[read_address_62[9:5]];
            5'd22: read_data_62 = bank22[read_address_62[9:5]];
            5'd23: read_data_62 = bank23[read_address_62[9:5]];
            5'd24: read_data_62 = bank24[read_address_62[9:5]];
            5'd25: read_data_62 = bank25[read_address_62[9:5]];
            5'd26: read_data_62 = bank26[read_address_62[9:5]];
            5'd27: read_data_62 = bank27[read_address_62[9:5]];
            5'd28: read_data_62 = bank28[read_address_62[9:5]];
            5'd29: read_data_62 = bank29[read_address_62[9:5]];
            5'd30: read_data_62 = bank30[read_address_62[9:5]];
            default: read_data_62 = bank31[read_address_62[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_63[4:0])
            5'd0: read_data_63 = bank0[read_address_63[9:5]];
            5'd1: read_data_63 = bank1[read_address_63[9:5]];
            5'd2: read_data_63 = bank2[read_address_63[9:5]];
            5'd3: read_data_63 = bank3[read_address_63[9:5]];
            5'd4: read_data_63 = bank4[read_address_63[9:5]];
            5'd5: read_data_63 = bank5[read_address_63[9:5]];
            5'd6: read_data_63 = bank6[read_address_63[9:5]];
            5'd7: read_data_63 = bank7[read_address_63[9:5]];
            5'd8: read_data_63 = bank8[read_address_63[9:5]];
            5'd9: read_data_63 = bank9[read_address_63[9:5]];
            5'd10: read_data_63 = bank10[read_address_63[9:5]];
            5'd11: read_data_63 = bank11[read_address_63[9:5]];
            5'd12: read_data_63 = bank12[read_address_63[9:5]];
            5'd13: read_data_63 = bank13[read_address_63[9:5]];
            5'd14: read_data_63 = bank14[read_address_63[9:5]];
            5'd15: read_data_63 = bank15[read_address_63[9:5]];
            5'd16: read_data_63 = bank16[read_address_63[9:5]];
            5'd17: read_data_63 = bank17[read_address_63[9:5]];
            5'd18: read_data_63 = bank18[read_address_63[9:5]];
            5'd19: read_data_63 = bank19[read_address_63[9:5]];
            5'd20: read_data_63 = bank20[read_address_63[9:5]];
            5'd21: read_data_63 = bank21[read_address_63[9:5]];
            5'd22: read_data_63 = bank22[read_address_63[9:5]];
            5'd23: read_data_63 = bank23[read_address_63[9:5]];
            5'd24: read_data_63 = bank24[read_address_63[9:5]];
            5'd25: read_data_63 = bank25[read_address_63[9:5]];
            5'd26: read_data_63 = bank26[read_address_63[9:5]];
            5'd27: read_data_63 = bank27[read_address_63[9:5]];
            5'd28: read_data_63 = bank28[read_address_63[9:5]];
            5'd29: read_data_63 = bank29[read_address_63[9:5]];
            5'd30: read_data_63 = bank30[read_address_63[9:5]];
            default: read_data_63 = bank31[read_address_63[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_64[4:0])
            5'd0: read_data_64 = bank0[read_address_64[9:5]];
            5'd1: read_data_64 = bank1[read_address_64[9:5]];
            5'd2: read_data_64 = bank2[read_address_64[9:5]];
            5'd3: read_data_64 = bank3[read_address_64[9:5]];
            5'd4: read_data_64 = bank4[read_address_64[9:5]];
            5'd5: read_data_64 = bank5[read_address_64[9:5]];
            5'd6: read_data_64 = bank6[read_address_64[9:5]];
            5'd7: read_data_64 = bank7[read_address_64[9:5]];
            5'd8: read_data_64 = bank8[read_address_64[9:5]];
            5'd9: read_data_64 = bank9[read_address_64[9:5]];
            5'd10: read_data_64 = bank10[read_address_64[9:5]];
            5'd11: read_data_64 = bank11[read_address_64[9:5]];
            5'd12: read_data_64 = bank12[read_address_64[9:5]];
            5'd13: read_data_64 = bank13[read_address_64[9:5]];
            5'd14: read_data_64 = bank14[read_address_64[9:5]];
            5'd15: read_data_64 = bank15[read_address_64[9:5]];
            5'd16: read_data_64 = bank16[read_address_64[9:5]];
            5'd17: read_data_64 = bank17[read_address_64[9:5]];
            5'd18: read_data_64 = bank18[read_address_64[9:5]];
            5'd19: read_data_64 = bank19[read_address_64[9:5]];
            5'd20: read_data_64 = bank20[read_address_64[9:5]];
            5'd21: read_data_64 = bank21[read_address_64[9:5]];
            5'd22: read_data_64 = bank22[read_address_64[9:5]];
            5'd23: read_data_64 = bank23[read_address_64[9:5]];
            5'd24: read_data_64 = bank24[read_address_64[9:5]];
            5'd25: read_data_64 = bank25[read_address_64[9:5]];
            5'd26: read_data_64 = bank26[read_address_64[9:5]];
            5'd27: read_data_64 = bank27[read_address_64[9:5]];
            5'd28: read_data_64 = bank28[read_address_64[9:5]];
            5'd29: read_data_64 = bank29[read_address_64[9:5]];
            5'd30: read_data_64 = bank30[read_address_64[9:5]];
            default: read_data_64 = bank31[read_address_64[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_65[4:0])
            5'd0: read_data_65 = bank0[read_address_65[9:5]];
            5'd1: read_data_65 = bank1[read_address_65[9:5]];
            5'd2: read_data_65 = bank2[read_address_65[9:5]];
            5'd3: read_data_65 = bank3[read_address_65[9:5]];
            5'd4: read_data_65 = bank4[read_address_65[9:5]];
            5'd5: read_data_65 = bank5[read_address_65[9:5]];
            5'd6: read_data_65 = bank6[read_address_65[9:5]];
            5'd7: read_data_65 = bank7[read_address_65[9:5]];
            5'd8: read_data_65 = bank8[read_address_65[9:5]];
            5'd9: read_data_65 = bank9[read_address_65[9:5]];
            5'd10: read_data_65 = bank10[read_address_65[9:5]];
            5'd11: read_data_65 = bank11[read_address_65[9:5]];
            5'd12: read_data_65 = bank12[read_address_65[9:5]];
            5'd13: read_data_65 = bank13[read_address_65[9:5]];
            5'd14: read_data_65 = bank14[read_address_65[9:5]];
            5'd15: read_data_65 = bank15[read_address_65[9:5]];
            5'd16: read_data_65 = bank16[read_address_65[9:5]];
            5'd17: read_data_65 = bank17[read_address_65[9:5]];
            5'd18: read_data_65 = bank18[read_address_65[9:5]];
            5'd19: read_data_65 = bank19[read_address_65[9:5]];
            5'd20: read_data_65 = bank20[read_address_65[9:5]];
            5'd21: read_data_65 = bank21[read_address_65[9:5]];
            5'd22: read_data_65 = bank22[read_address_65[9:5]];
            5'd23: read_data_65 = bank23[read_address_65[9:5]];
            5'd24: read_data_65 = bank24[read_address_65[9:5]];
            5'd25: read_data_65 = bank25[read_address_65[9:5]];
            5'd26: read_data_65 = bank26[read_address_65[9:5]];
            5'd27: read_data_65 = bank27[read_address_65[9:5]];
            5'd28: read_data_65 = bank28[read_address_65[9:5]];
            5'd29: read_data_65 = bank29[read_address_65[9:5]];
            5'd30: read_data_65 = bank30[read_address_65[9:5]];
            default: read_data_65 = bank31[read_address_65[9:5]];
        endcase
    end

    always @(*) begin
        case (read_address_66[4:0])
            5'd0: read_data_66 = bank0[read_address_66[9:5]];
            5'd1: read_data_66 = bank1[read_address_66[9:5]];
            5'd2: read_data_66 = bank2[read_address_66[9:5]];
            5'd3: read_data_66 = bank3[read_address_66[9:5]];
            5'd4: read_data_66 = bank4[read_address_66[9:5]];
            5'd5: read_data_66 = bank5[read_address_66[9:5]];
            5'd6: read_data_66 = bank6[read_address_66[9:5]];
            5'd7: read_data_66 = bank7[read_address_66[9:5]];
            5'd8: read_data_66 = bank8[read_address_66[9:5]];
            5'd9: read_data_66 = bank9[read_address_66[9:5]];
            5'd10: read_data_66 = bank10[read_address_66[9:5]];
            5'd11: read_data_66 = bank11[read_address_66[9:5]];
            5'd12: read_data_66 = bank12[read_address_66[9:5]];
            5'd13: read_data_66 = bank13[read_address_66[9:5]];
            5'd14: read_data_66 = bank14[read_address_66[9:5]];
            5'd15: read_data_66 = bank15[read_address_66[9:5]];
            5'd16: read_data_66 = bank16[read_address_66[9:5]];
            5'd17: read_data_66 = bank17[read_address_66[9:5]];
            5'd18: read_data_66 = bank18[read_address_66[9:5]];
            5'd19: read_data_66 = bank19[read_address_66[9:5]];
            5'd20: read_data_66 = bank20[read_address_66[9:5]];
            5'd21: read_data_66 = bank21[read_address_66[9:5]];
            5'd22: read_data_66 = bank22[read_address_66[9:5]];
            5'd23: read_data_66 = bank23[read_address_66[9:5]];
            5'd24: read_data_66 = bank24[read_address_66[9:5]];
            5'd25: read_data_66 = bank25[read_address_66[9:5]];
            5'd26: read_data_66 = bank26[read_address_66[9:5]];
            5'd27: read_data_66 = bank27[read_address_66[9:5]];
            5'd28: read_data_66 = bank28[read_address_66[9:5]];
            5'd29: read_data_66 = bank29[read_address_66[9:5]];
            5'd30: read_data_66 = bank30[read_address_66[9:5]];
            default: read_data_66 = bank31[read_address_66[9:5]];
        endcase
    end
endmodule

module core_verdict (
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
    input wire judge,
    input wire [8:0] count,
    output wire decided,
    output wire accept,
    output wire [7:0] first,
    output wire [2:0] outcome,
    output wire [127:0] failing
);
    wire ports_0_clock;
    wire ports_0_reset;
    wire ports_0_valid;
    wire [7:0] ports_0_index;
    wire [2:0] ports_0_truth;
    wire [11:0] ports_0_rank;
    wire ports_1_clock;
    wire ports_1_reset;
    wire ports_1_valid;
    wire [7:0] ports_1_index;
    wire [2:0] ports_1_truth;
    wire [11:0] ports_1_rank;
    wire ports_2_clock;
    wire ports_2_reset;
    wire ports_2_valid;
    wire [7:0] ports_2_index;
    wire [2:0] ports_2_truth;
    wire [11:0] ports_2_rank;
    wire ports_3_clock;
    wire ports_3_reset;
    wire ports_3_valid;
    wire [7:0] ports_3_index;
    wire [2:0] ports_3_truth;
    wire [11:0] ports_3_rank;
    wire ports_4_clock;
    wire ports_4_reset;
    wire ports_4_valid;
    wire [7:0] ports_4_index;
    wire [2:0] ports_4_truth;
    wire [11:0] ports_4_rank;
    wire ports_5_clock;
    wire ports_5_reset;
    wire ports_5_valid;
    wire [7:0] ports_5_index;
    wire [2:0] ports_5_truth;
    wire [11:0] ports_5_rank;
    wire ports_6_clock;
    wire ports_6_reset;
    wire ports_6_valid;
    wire [7:0] ports_6_index;
    wire [2:0] ports_6_truth;
    wire [11:0] ports_6_rank;
    wire ports_7_clock;
    wire ports_7_reset;
    wire ports_7_valid;
    wire [7:0] ports_7_index;
    wire [2:0] ports_7_truth;
    wire [11:0] ports_7_rank;
    wire ports_8_clock;
    wire ports_8_reset;
    wire ports_8_valid;
    wire [7:0] ports_8_index;
    wire [2:0] ports_8_truth;
    wire [11:0] ports_8_rank;
    wire ports_9_clock;
    wire ports_9_reset;
    wire ports_9_valid;
    wire [7:0] ports_9_index;
    wire [2:0] ports_9_truth;
    wire [11:0] ports_9_rank;
    wire ports_10_clock;
    wire ports_10_reset;
    wire ports_10_valid;
    wire [7:0] ports_10_index;
    wire [2:0] ports_10_truth;
    wire [11:0] ports_10_rank;
    wire ports_11_clock;
    wire ports_11_reset;
    wire ports_11_valid;
    wire [7:0] ports_11_index;
    wire [2:0] ports_11_truth;
    wire [11:0] ports_11_rank;
    wire ports_12_clock;
    wire ports_12_reset;
    wire ports_12_valid;
    wire [7:0] ports_12_index;
    wire [2:0] ports_12_truth;
    wire [11:0] ports_12_rank;
    wire ports_13_clock;
    wire ports_13_reset;
    wire ports_13_valid;
    wire [7:0] ports_13_index;
    wire [2:0] ports_13_truth;
    wire [11:0] ports_13_rank;
    wire ports_14_clock;
    wire ports_14_reset;
    wire ports_14_valid;
    wire [7:0] ports_14_index;
    wire [2:0] ports_14_truth;
    wire [11:0] ports_14_rank;
    wire ports_15_clock;
    wire ports_15_reset;
    wire ports_15_valid;
    wire [7:0] ports_15_index;
    wire [2:0] ports_15_truth;
    wire [11:0] ports_15_rank;
    wire ports_16_clock;
    wire ports_16_reset;
    wire ports_16_valid;
    wire [7:0] ports_16_index;
    wire [2:0] ports_16_truth;
    wire [11:0] ports_16_rank;
    wire ports_17_clock;
    wire ports_17_reset;
    wire ports_17_valid;
    wire [7:0] ports_17_index;
    wire [2:0] ports_17_truth;
    wire [11:0] ports_17_rank;
    wire ports_18_clock;
    wire ports_18_reset;
    wire ports_18_valid;
    wire [7:0] ports_18_index;
    wire [2:0] ports_18_truth;
    wire [11:0] ports_18_rank;
    wire ports_19_clock;
    wire ports_19_reset;
    wire ports_19_valid;
    wire [7:0] ports_19_index;
    wire [2:0] ports_19_truth;
    wire [11:0] ports_19_rank;
    wire ports_20_clock;
    wire ports_20_reset;
    wire ports_20_valid;
    wire [7:0] ports_20_index;
    wire [2:0] ports_20_truth;
    wire [11:0] ports_20_rank;
    wire ports_21_clock;
    wire ports_21_reset;
    wire ports_21_valid;
    wire [7:0] ports_21_index;
    wire [2:0] ports_21_truth;
    wire [11:0] ports_21_rank;
    wire ports_22_clock;
    wire ports_22_reset;
    wire ports_22_valid;
    wire [7:0] ports_22_index;
    wire [2:0] ports_22_truth;
    wire [11:0] ports_22_rank;
    wire ports_23_clock;
    wire ports_23_reset;
    wire ports_23_valid;
    wire [7:0] ports_23_index;
    wire [2:0] ports_23_truth;
    wire [11:0] ports_23_rank;
    wire ports_24_clock;
    wire ports_24_reset;
    wire ports_24_valid;
    wire [7:0] ports_24_index;
    wire [2:0] ports_24_truth;
    wire [11:0] ports_24_rank;
    wire ports_25_clock;
    wire ports_25_reset;
    wire ports_25_valid;
    wire [7:0] ports_25_index;
    wire [2:0] ports_25_truth;
    wire [11:0] ports_25_rank;
    wire ports_26_clock;
    wire ports_26_reset;
    wire ports_26_valid;
    wire [7:0] ports_26_index;
    wire [2:0] ports_26_truth;
    wire [11:0] ports_26_rank;
    wire ports_27_clock;
    wire ports_27_reset;
    wire ports_27_valid;
    wire [7:0] ports_27_index;
    wire [2:0] ports_27_truth;
    wire [11:0] ports_27_rank;
    wire ports_28_clock;
    wire ports_28_reset;
    wire ports_28_valid;
    wire [7:0] ports_28_index;
    wire [2:0] ports_28_truth;
    wire [11:0] ports_28_rank;
    wire ports_29_clock;
    wire ports_29_reset;
    wire ports_29_valid;
    wire [7:0] ports_29_index;
    wire [2:0] ports_29_truth;
    wire [11:0] ports_29_rank;
    wire ports_30_clock;
    wire ports_30_reset;
    wire ports_30_valid;
    wire [7:0] ports_30_index;
    wire [2:0] ports_30_truth;
    wire [11:0] ports_30_rank;
    wire ports_31_clock;
    wire ports_31_reset;
    wire ports_31_valid;
    wire [7:0] ports_31_index;
    wire [2:0] ports_31_truth;
    wire [11:0] ports_31_rank;
    wire ports_32_clock;
    wire ports_32_reset;
    wire ports_32_valid;
    wire [7:0] ports_32_index;
    wire [2:0] ports_32_truth;
    wire [11:0] ports_32_rank;
    wire ports_33_clock;
    wire ports_33_reset;
    wire ports_33_valid;
    wire [7:0] ports_33_index;
    wire [2:0] ports_33_truth;
    wire [11:0] ports_33_rank;
    wire ports_34_clock;
    wire ports_34_reset;
    wire ports_34_valid;
    wire [7:0] ports_34_index;
    wire [2:0] ports_34_truth;
    wire [11:0] ports_34_rank;
    wire ports_35_clock;
    wire ports_35_reset;
    wire ports_35_valid;
    wire [7:0] ports_35_index;
    wire [2:0] ports_35_truth;
    wire [11:0] ports_35_rank;
    wire ports_36_clock;
    wire ports_36_reset;
    wire ports_36_valid;
    wire [7:0] ports_36_index;
    wire [2:0] ports_36_truth;
    wire [11:0] ports_36_rank;
    wire ports_37_clock;
    wire ports_37_reset;
    wire ports_37_valid;
    wire [7:0] ports_37_index;
    wire [2:0] ports_37_truth;
    wire [11:0] ports_37_rank;
    wire ports_38_clock;
    wire ports_38_reset;
    wire ports_38_valid;
    wire [7:0] ports_38_index;
    wire [2:0] ports_38_truth;
    wire [11:0] ports_38_rank;
    wire ports_39_clock;
    wire ports_39_reset;
    wire ports_39_valid;
    wire [7:0] ports_39_index;
    wire [2:0] ports_39_truth;
    wire [11:0] ports_39_rank;
    wire ports_40_clock;
    wire ports_40_reset;
    wire ports_40_valid;
    wire [7:0] ports_40_index;
    wire [2:0] ports_40_truth;
    wire [11:0] ports_40_rank;
    wire ports_41_clock;
    wire ports_41_reset;
    wire ports_41_valid;
    wire [7:0] ports_41_index;
    wire [2:0] ports_41_truth;
    wire [11:0] ports_41_rank;
    wire ports_42_clock;
    wire ports_42_reset;
    wire ports_42_valid;
    wire [7:0] ports_42_index;
    wire [2:0] ports_42_truth;
    wire [11:0] ports_42_rank;
    wire ports_43_clock;
    wire ports_43_reset;
    wire ports_43_valid;
    wire [7:0] ports_43_index;
    wire [2:0] ports_43_truth;
    wire [11:0] ports_43_rank;
    wire ports_44_clock;
    wire ports_44_reset;
    wire ports_44_valid;
    wire [7:0] ports_44_index;
    wire [2:0] ports_44_truth;
    wire [11:0] ports_44_rank;
    wire ports_45_clock;
    wire ports_45_reset;
    wire ports_45_valid;
    wire [7:0] ports_45_index;
    wire [2:0] ports_45_truth;
    wire [11:0] ports_45_rank;
    wire ports_46_clock;
    wire ports_46_reset;
    wire ports_46_valid;
    wire [7:0] ports_46_index;
    wire [2:0] ports_46_truth;
    wire [11:0] ports_46_rank;
    wire ports_47_clock;
    wire ports_47_reset;
    wire ports_47_valid;
    wire [7:0] ports_47_index;
    wire [2:0] ports_47_truth;
    wire [11:0] ports_47_rank;
    wire ports_48_clock;
    wire ports_48_reset;
    wire ports_48_valid;
    wire [7:0] ports_48_index;
    wire [2:0] ports_48_truth;
    wire [11:0] ports_48_rank;
    wire ports_49_clock;
    wire ports_49_reset;
    wire ports_49_valid;
    wire [7:0] ports_49_index;
    wire [2:0] ports_49_truth;
    wire [11:0] ports_49_rank;
    wire ports_50_clock;
    wire ports_50_reset;
    wire ports_50_valid;
    wire [7:0] ports_50_index;
    wire [2:0] ports_50_truth;
    wire [11:0] ports_50_rank;
    wire ports_51_clock;
    wire ports_51_reset;
    wire ports_51_valid;
    wire [7:0] ports_51_index;
    wire [2:0] ports_51_truth;
    wire [11:0] ports_51_rank;
    wire ports_52_clock;
    wire ports_52_reset;
    wire ports_52_valid;
    wire [7:0] ports_52_index;
    wire [2:0] ports_52_truth;
    wire [11:0] ports_52_rank;
    wire ports_53_clock;
    wire ports_53_reset;
    wire ports_53_valid;
    wire [7:0] ports_53_index;
    wire [2:0] ports_53_truth;
    wire [11:0] ports_53_rank;
    wire ports_54_clock;
    wire ports_54_reset;
    wire ports_54_valid;
    wire [7:0] ports_54_index;
    wire [2:0] ports_54_truth;
    wire [11:0] ports_54_rank;
    wire ports_55_clock;
    wire ports_55_reset;
    wire ports_55_valid;
    wire [7:0] ports_55_index;
    wire [2:0] ports_55_truth;
    wire [11:0] ports_55_rank;
    wire [11:0] groups_0_a;
    wire [11:0] groups_0_b;
    wire [11:0] groups_0_c;
    wire [11:0] groups_0_d;
    wire [11:0] groups_0_e;
    wire [11:0] groups_0_f;
    wire [11:0] groups_0_g;
    reg [11:0] groups_0_earlier;
    wire [11:0] groups_0_rank;
    wire [63:0] groups_0_low;
    wire [63:0] groups_0_high;
    wire [11:0] groups_1_a;
    wire [11:0] groups_1_b;
    wire [11:0] groups_1_c;
    wire [11:0] groups_1_d;
    wire [11:0] groups_1_e;
    wire [11:0] groups_1_f;
    wire [11:0] groups_1_g;
    reg [11:0] groups_1_earlier;
    wire [11:0] groups_1_rank;
    wire [63:0] groups_1_low;
    wire [63:0] groups_1_high;
    wire [11:0] groups_2_a;
    wire [11:0] groups_2_b;
    wire [11:0] groups_2_c;
    wire [11:0] groups_2_d;
    wire [11:0] groups_2_e;
    wire [11:0] groups_2_f;
    wire [11:0] groups_2_g;
    reg [11:0] groups_2_earlier;
    wire [11:0] groups_2_rank;
    wire [63:0] groups_2_low;
    wire [63:0] groups_2_high;
    wire [11:0] groups_3_a;
    wire [11:0] groups_3_b;
    wire [11:0] groups_3_c;
    wire [11:0] groups_3_d;
    wire [11:0] groups_3_e;
    wire [11:0] groups_3_f;
    wire [11:0] groups_3_g;
    reg [11:0] groups_3_earlier;
    wire [11:0] groups_3_rank;
    wire [63:0] groups_3_low;
    wire [63:0] groups_3_high;
    wire [11:0] groups_4_a;
    wire [11:0] groups_4_b;
    wire [11:0] groups_4_c;
    wire [11:0] groups_4_d;
    wire [11:0] groups_4_e;
    wire [11:0] groups_4_f;
    wire [11:0] groups_4_g;
    reg [11:0] groups_4_earlier;
    wire [11:0] groups_4_rank;
    wire [63:0] groups_4_low;
    wire [63:0] groups_4_high;
    wire [11:0] groups_5_a;
    wire [11:0] groups_5_b;
    wire [11:0] groups_5_c;
    wire [11:0] groups_5_d;
    wire [11:0] groups_5_e;
    wire [11:0] groups_5_f;
    wire [11:0] groups_5_g;
    reg [11:0] groups_5_earlier;
    wire [11:0] groups_5_rank;
    wire [63:0] groups_5_low;
    wire [63:0] groups_5_high;
    wire [11:0] groups_6_a;
    wire [11:0] groups_6_b;
    wire [11:0] groups_6_c;
    wire [11:0] groups_6_d;
    wire [11:0] groups_6_e;
    wire [11:0] groups_6_f;
    wire [11:0] groups_6_g;
    reg [11:0] groups_6_earlier;
    wire [11:0] groups_6_rank;
    wire [63:0] groups_6_low;
    wire [63:0] groups_6_high;
    wire [11:0] groups_7_a;
    wire [11:0] groups_7_b;
    wire [11:0] groups_7_c;
    wire [11:0] groups_7_d;
    wire [11:0] groups_7_e;
    wire [11:0] groups_7_f;
    wire [11:0] groups_7_g;
    reg [11:0] groups_7_earlier;
    wire [11:0] groups_7_rank;
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
    wire [11:0] ranks_0_d;
    reg [11:0] ranks_0_q;
    wire [11:0] ranks_1_d;
    reg [11:0] ranks_1_q;
    wire [11:0] ranks_2_d;
    reg [11:0] ranks_2_q;
    wire [11:0] ranks_3_d;
    reg [11:0] ranks_3_q;
    wire [11:0] ranks_4_d;
    reg [11:0] ranks_4_q;
    wire [11:0] ranks_5_d;
    reg [11:0] ranks_5_q;
    wire [11:0] ranks_6_d;
    reg [11:0] ranks_6_q;
    wire [11:0] ranks_7_d;
    reg [11:0] ranks_7_q;
    reg [63:0] low_d;
    reg [63:0] low_q;
    reg [63:0] high_d;
    reg [63:0] high_q;
    reg cleared_d;
    reg cleared_q;
    reg judged_d;
    reg judged_q;
    reg [8:0] counted_d;
    reg [8:0] counted_q;
    reg decided_q_d;
    reg decided_q_q;
    reg accept_q_d;
    reg accept_q_q;
    reg [7:0] first_q_d;
    reg [7:0] first_q_q;
    reg [2:0] outcome_q_d;
    reg [2:0] outcome_q_q;
    reg [63:0] failing_low_d;
    reg [63:0] failing_low_q;
    reg [63:0] failing_high_d;
    reg [63:0] failing_high_q;

    reg [63:0] low_now;
    reg [63:0] high_now;
    wire [7:0] index_lowest;
    reg [63:0] beyond;

    core_ports ports_0(
        .clock(ports_0_clock),
        .reset(ports_0_reset),
        .valid(ports_0_valid),
        .index(ports_0_index),
        .truth(ports_0_truth),
        .rank(ports_0_rank)
    );
    core_ports ports_1(
        .clock(ports_1_clock),
        .reset(ports_1_reset),
        .valid(ports_1_valid),
        .index(ports_1_index),
        .truth(ports_1_truth),
        .rank(ports_1_rank)
    );
    core_ports ports_2(
        .clock(ports_2_clock),
        .reset(ports_2_reset),
        .valid(ports_2_valid),
        .index(ports_2_index),
        .truth(ports_2_truth),
        .rank(ports_2_rank)
    );
    core_ports ports_3(
        .clock(ports_3_clock),
        .reset(ports_3_reset),
        .valid(ports_3_valid),
        .index(ports_3_index),
        .truth(ports_3_truth),
        .rank(ports_3_rank)
    );
    core_ports ports_4(
        .clock(ports_4_clock),
        .reset(ports_4_reset),
        .valid(ports_4_valid),
        .index(ports_4_index),
        .truth(ports_4_truth),
        .rank(ports_4_rank)
    );
    core_ports ports_5(
        .clock(ports_5_clock),
        .reset(ports_5_reset),
        .valid(ports_5_valid),
        .index(ports_5_index),
        .truth(ports_5_truth),
        .rank(ports_5_rank)
    );
    core_ports ports_6(
        .clock(ports_6_clock),
        .reset(ports_6_reset),
        .valid(ports_6_valid),
        .index(ports_6_index),
        .truth(ports_6_truth),
        .rank(ports_6_rank)
    );
    core_ports ports_7(
        .clock(ports_7_clock),
        .reset(ports_7_reset),
        .valid(ports_7_valid),
        .index(ports_7_index),
        .truth(ports_7_truth),
        .rank(ports_7_rank)
    );
    core_ports ports_8(
        .clock(ports_8_clock),
        .reset(ports_8_reset),
        .valid(ports_8_valid),
        .index(ports_8_index),
        .truth(ports_8_truth),
        .rank(ports_8_rank)
    );
    core_ports ports_9(
        .clock(ports_9_clock),
        .reset(ports_9_reset),
        .valid(ports_9_valid),
        .index(ports_9_index),
        .truth(ports_9_truth),
        .rank(ports_9_rank)
    );
    core_ports ports_10(
        .clock(ports_10_clock),
        .reset(ports_10_reset),
        .valid(ports_10_valid),
        .index(ports_10_index),
        .truth(ports_10_truth),
        .rank(ports_10_rank)
    );
    core_ports ports_11(
        .clock(ports_11_clock),
        .reset(ports_11_reset),
        .valid(ports_11_valid),
        .index(ports_11_index),
        .truth(ports_11_truth),
        .rank(ports_11_rank)
    );
    core_ports ports_12(
        .clock(ports_12_clock),
        .reset(ports_12_reset),
        .valid(ports_12_valid),
        .index(ports_12_index),
        .truth(ports_12_truth),
        .rank(ports_12_rank)
    );
    core_ports ports_13(
        .clock(ports_13_clock),
        .reset(ports_13_reset),
        .valid(ports_13_valid),
        .index(ports_13_index),
        .truth(ports_13_truth),
        .rank(ports_13_rank)
    );
    core_ports ports_14(
        .clock(ports_14_clock),
        .reset(ports_14_reset),
        .valid(ports_14_valid),
        .index(ports_14_index),
        .truth(ports_14_truth),
        .rank(ports_14_rank)
    );
    core_ports ports_15(
        .clock(ports_15_clock),
        .reset(ports_15_reset),
        .valid(ports_15_valid),
        .index(ports_15_index),
        .truth(ports_15_truth),
        .rank(ports_15_rank)
    );
    core_ports ports_16(
        .clock(ports_16_clock),
        .reset(ports_16_reset),
        .valid(ports_16_valid),
        .index(ports_16_index),
        .truth(ports_16_truth),
        .rank(ports_16_rank)
    );
    core_ports ports_17(
        .clock(ports_17_clock),
        .reset(ports_17_reset),
        .valid(ports_17_valid),
        .index(ports_17_index),
        .truth(ports_17_truth),
        .rank(ports_17_rank)
    );
    core_ports ports_18(
        .clock(ports_18_clock),
        .reset(ports_18_reset),
        .valid(ports_18_valid),
        .index(ports_18_index),
        .truth(ports_18_truth),
        .rank(ports_18_rank)
    );
    core_ports ports_19(
        .clock(ports_19_clock),
        .reset(ports_19_reset),
        .valid(ports_19_valid),
        .index(ports_19_index),
        .truth(ports_19_truth),
        .rank(ports_19_rank)
    );
    core_ports ports_20(
        .clock(ports_20_clock),
        .reset(ports_20_reset),
        .valid(ports_20_valid),
        .index(ports_20_index),
        .truth(ports_20_truth),
        .rank(ports_20_rank)
    );
    core_ports ports_21(
        .clock(ports_21_clock),
        .reset(ports_21_reset),
        .valid(ports_21_valid),
        .index(ports_21_index),
        .truth(ports_21_truth),
        .rank(ports_21_rank)
    );
    core_ports ports_22(
        .clock(ports_22_clock),
        .reset(ports_22_reset),
        .valid(ports_22_valid),
        .index(ports_22_index),
        .truth(ports_22_truth),
        .rank(ports_22_rank)
    );
    core_ports ports_23(
        .clock(ports_23_clock),
        .reset(ports_23_reset),
        .valid(ports_23_valid),
        .index(ports_23_index),
        .truth(ports_23_truth),
        .rank(ports_23_rank)
    );
    core_ports ports_24(
        .clock(ports_24_clock),
        .reset(ports_24_reset),
        .valid(ports_24_valid),
        .index(ports_24_index),
        .truth(ports_24_truth),
        .rank(ports_24_rank)
    );
    core_ports ports_25(
        .clock(ports_25_clock),
        .reset(ports_25_reset),
        .valid(ports_25_valid),
        .index(ports_25_index),
        .truth(ports_25_truth),
        .rank(ports_25_rank)
    );
    core_ports ports_26(
        .clock(ports_26_clock),
        .reset(ports_26_reset),
        .valid(ports_26_valid),
        .index(ports_26_index),
        .truth(ports_26_truth),
        .rank(ports_26_rank)
    );
    core_ports ports_27(
        .clock(ports_27_clock),
        .reset(ports_27_reset),
        .valid(ports_27_valid),
        .index(ports_27_index),
        .truth(ports_27_truth),
        .rank(ports_27_rank)
    );
    core_ports ports_28(
        .clock(ports_28_clock),
        .reset(ports_28_reset),
        .valid(ports_28_valid),
        .index(ports_28_index),
        .truth(ports_28_truth),
        .rank(ports_28_rank)
    );
    core_ports ports_29(
        .clock(ports_29_clock),
        .reset(ports_29_reset),
        .valid(ports_29_valid),
        .index(ports_29_index),
        .truth(ports_29_truth),
        .rank(ports_29_rank)
    );
    core_ports ports_30(
        .clock(ports_30_clock),
        .reset(ports_30_reset),
        .valid(ports_30_valid),
        .index(ports_30_index),
        .truth(ports_30_truth),
        .rank(ports_30_rank)
    );
    core_ports ports_31(
        .clock(ports_31_clock),
        .reset(ports_31_reset),
        .valid(ports_31_valid),
        .index(ports_31_index),
        .truth(ports_31_truth),
        .rank(ports_31_rank)
    );
    core_ports ports_32(
        .clock(ports_32_clock),
        .reset(ports_32_reset),
        .valid(ports_32_valid),
        .index(ports_32_index),
        .truth(ports_32_truth),
        .rank(ports_32_rank)
    );
    core_ports ports_33(
        .clock(ports_33_clock),
        .reset(ports_33_reset),
        .valid(ports_33_valid),
        .index(ports_33_index),
        .truth(ports_33_truth),
        .rank(ports_33_rank)
    );
    core_ports ports_34(
        .clock(ports_34_clock),
        .reset(ports_34_reset),
        .valid(ports_34_valid),
        .index(ports_34_index),
        .truth(ports_34_truth),
        .rank(ports_34_rank)
    );
    core_ports ports_35(
        .clock(ports_35_clock),
        .reset(ports_35_reset),
        .valid(ports_35_valid),
        .index(ports_35_index),
        .truth(ports_35_truth),
        .rank(ports_35_rank)
    );
    core_ports ports_36(
        .clock(ports_36_clock),
        .reset(ports_36_reset),
        .valid(ports_36_valid),
        .index(ports_36_index),
        .truth(ports_36_truth),
        .rank(ports_36_rank)
    );
    core_ports ports_37(
        .clock(ports_37_clock),
        .reset(ports_37_reset),
        .valid(ports_37_valid),
        .index(ports_37_index),
        .truth(ports_37_truth),
        .rank(ports_37_rank)
    );
    core_ports ports_38(
        .clock(ports_38_clock),
        .reset(ports_38_reset),
        .valid(ports_38_valid),
        .index(ports_38_index),
        .truth(ports_38_truth),
        .rank(ports_38_rank)
    );
    core_ports ports_39(
        .clock(ports_39_clock),
        .reset(ports_39_reset),
        .valid(ports_39_valid),
        .index(ports_39_index),
        .truth(ports_39_truth),
        .rank(ports_39_rank)
    );
    core_ports ports_40(
        .clock(ports_40_clock),
        .reset(ports_40_reset),
        .valid(ports_40_valid),
        .index(ports_40_index),
        .truth(ports_40_truth),
        .rank(ports_40_rank)
    );
    core_ports ports_41(
        .clock(ports_41_clock),
        .reset(ports_41_reset),
        .valid(ports_41_valid),
        .index(ports_41_index),
        .truth(ports_41_truth),
        .rank(ports_41_rank)
    );
    core_ports ports_42(
        .clock(ports_42_clock),
        .reset(ports_42_reset),
        .valid(ports_42_valid),
        .index(ports_42_index),
        .truth(ports_42_truth),
        .rank(ports_42_rank)
    );
    core_ports ports_43(
        .clock(ports_43_clock),
        .reset(ports_43_reset),
        .valid(ports_43_valid),
        .index(ports_43_index),
        .truth(ports_43_truth),
        .rank(ports_43_rank)
    );
    core_ports ports_44(
        .clock(ports_44_clock),
        .reset(ports_44_reset),
        .valid(ports_44_valid),
        .index(ports_44_index),
        .truth(ports_44_truth),
        .rank(ports_44_rank)
    );
    core_ports ports_45(
        .clock(ports_45_clock),
        .reset(ports_45_reset),
        .valid(ports_45_valid),
        .index(ports_45_index),
        .truth(ports_45_truth),
        .rank(ports_45_rank)
    );
    core_ports ports_46(
        .clock(ports_46_clock),
        .reset(ports_46_reset),
        .valid(ports_46_valid),
        .index(ports_46_index),
        .truth(ports_46_truth),
        .rank(ports_46_rank)
    );
    core_ports ports_47(
        .clock(ports_47_clock),
        .reset(ports_47_reset),
        .valid(ports_47_valid),
        .index(ports_47_index),
        .truth(ports_47_truth),
        .rank(ports_47_rank)
    );
    core_ports ports_48(
        .clock(ports_48_clock),
        .reset(ports_48_reset),
        .valid(ports_48_valid),
        .index(ports_48_index),
        .truth(ports_48_truth),
        .rank(ports_48_rank)
    );
    core_ports ports_49(
        .clock(ports_49_clock),
        .reset(ports_49_reset),
        .valid(ports_49_valid),
        .index(ports_49_index),
        .truth(ports_49_truth),
        .rank(ports_49_rank)
    );
    core_ports ports_50(
        .clock(ports_50_clock),
        .reset(ports_50_reset),
        .valid(ports_50_valid),
        .index(ports_50_index),
        .truth(ports_50_truth),
        .rank(ports_50_rank)
    );
    core_ports ports_51(
        .clock(ports_51_clock),
        .reset(ports_51_reset),
        .valid(ports_51_valid),
        .index(ports_51_index),
        .truth(ports_51_truth),
        .rank(ports_51_rank)
    );
    core_ports ports_52(
        .clock(ports_52_clock),
        .reset(ports_52_reset),
        .valid(ports_52_valid),
        .index(ports_52_index),
        .truth(ports_52_truth),
        .rank(ports_52_rank)
    );
    core_ports ports_53(
        .clock(ports_53_clock),
        .reset(ports_53_reset),
        .valid(ports_53_valid),
        .index(ports_53_index),
        .truth(ports_53_truth),
        .rank(ports_53_rank)
    );
    core_ports ports_54(
        .clock(ports_54_clock),
        .reset(ports_54_reset),
        .valid(ports_54_valid),
        .index(ports_54_index),
        .truth(ports_54_truth),
        .rank(ports_54_rank)
    );
    core_ports ports_55(
        .clock(ports_55_clock),
        .reset(ports_55_reset),
        .valid(ports_55_valid),
        .index(ports_55_index),
        .truth(ports_55_truth),
        .rank(ports_55_rank)
    );
    core_groups groups_0(
        .a(groups_0_a),
        .b(groups_0_b),
        .c(groups_0_c),
        .d(groups_0_d),
        .e(groups_0_e),
        .f(groups_0_f),
        .g(groups_0_g),
        .earlier(groups_0_earlier),
        .rank(groups_0_rank),
        .low(groups_0_low),
        .high(groups_0_high)
    );
    core_groups groups_1(
        .a(groups_1_a),
        .b(groups_1_b),
        .c(groups_1_c),
        .d(groups_1_d),
        .e(groups_1_e),
        .f(groups_1_f),
        .g(groups_1_g),
        .earlier(groups_1_earlier),
        .rank(groups_1_rank),
        .low(groups_1_low),
        .high(groups_1_high)
    );
    core_groups groups_2(
        .a(groups_2_a),
        .b(groups_2_b),
        .c(groups_2_c),
        .d(groups_2_d),
        .e(groups_2_e),
        .f(groups_2_f),
        .g(groups_2_g),
        .earlier(groups_2_earlier),
        .rank(groups_2_rank),
        .low(groups_2_low),
        .high(groups_2_high)
    );
    core_groups groups_3(
        .a(groups_3_a),
        .b(groups_3_b),
        .c(groups_3_c),
        .d(groups_3_d),
        .e(groups_3_e),
        .f(groups_3_f),
        .g(groups_3_g),
        .earlier(groups_3_earlier),
        .rank(groups_3_rank),
        .low(groups_3_low),
        .high(groups_3_high)
    );
    core_groups groups_4(
        .a(groups_4_a),
        .b(groups_4_b),
        .c(groups_4_c),
        .d(groups_4_d),
        .e(groups_4_e),
        .f(groups_4_f),
        .g(groups_4_g),
        .earlier(groups_4_earlier),
        .rank(groups_4_rank),
        .low(groups_4_low),
        .high(groups_4_high)
    );
    core_groups groups_5(
        .a(groups_5_a),
        .b(groups_5_b),
        .c(groups_5_c),
        .d(groups_5_d),
        .e(groups_5_e),
        .f(groups_5_f),
        .g(groups_5_g),
        .earlier(groups_5_earlier),
        .rank(groups_5_rank),
        .low(groups_5_low),
        .high(groups_5_high)
    );
    core_groups groups_6(
        .a(groups_6_a),
        .b(groups_6_b),
        .c(groups_6_c),
        .d(groups_6_d),
        .e(groups_6_e),
        .f(groups_6_f),
        .g(groups_6_g),
        .earlier(groups_6_earlier),
        .rank(groups_6_rank),
        .low(groups_6_low),
        .high(groups_6_high)
    );
    core_groups groups_7(
        .a(groups_7_a),
        .b(groups_7_b),
        .c(groups_7_c),
        .d(groups_7_d),
        .e(groups_7_e),
        .f(groups_7_f),
        .g(groups_7_g),
        .earlier(groups_7_earlier),
        .rank(groups_7_rank),
        .low(groups_7_low),
        .high(groups_7_high)
    );
    core_lowest lowest(
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

    always @(*) begin
        low_d = low_q;
        high_d = high_q;
        low_d = low_now;
        high_d = high_now;
        if (~cleared_q) begin
            low_d = low_now | low_q;
            high_d = high_now | high_q;
        end
    end

    always @(*) begin
        cleared_d = cleared_q;
        cleared_d = clear | reset;
    end

    always @(*) begin
        judged_d = judged_q;
        judged_d = judge & ~reset;
    end

    always @(*) begin
        counted_d = counted_q;
        counted_d = count;
    end

    always @(*) begin
        decided_q_d = decided_q_q;
        accept_q_d = accept_q_q;
        first_q_d = first_q_q;
        outcome_q_d = outcome_q_q;
        failing_low_d = failing_low_q;
        failing_high_d = failing_high_q;
        beyond = 0;
        decided_q_d = judged_q;
        if (judged_q) begin
            accept_q_d = 1'b1;
            first_q_d = 0;
            outcome_q_d = 1;
            if (lowest_rank[11] & (9'(index_lowest) < counted_q)) begin
                accept_q_d = 1'b0;
                first_q_d = index_lowest;
                outcome_q_d = lowest_rank[2:0];
            end
            beyond = ({64{1'b1}}) << counted_q[5:0];
            failing_low_d = low_q;
            failing_high_d = high_q;
            if (counted_q < 128) begin
                failing_high_d = high_q & ~beyond;
            end
            if (counted_q < 64) begin
                failing_low_d = low_q & ~beyond;
                failing_high_d = 0;
            end
        end
        if (reset) begin
            decided_q_d = 1'b0;
            accept_q_d = 1'b0;
        end
    end

    assign ports_0_clock = clock;
    assign ports_0_reset = reset;
    assign ports_0_valid = valid_0;
    assign ports_0_index = index_0;
    assign ports_0_truth = truth_0;
    assign ports_1_clock = clock;
    assign ports_1_reset = reset;
    assign ports_1_valid = valid_1;
    assign ports_1_index = index_1;
    assign ports_1_truth = truth_1;
    assign ports_2_clock = clock;
    assign ports_2_reset = reset;
    assign ports_2_valid = valid_2;
    assign ports_2_index = index_2;
    assign ports_2_truth = truth_2;
    assign ports_3_clock = clock;
    assign ports_3_reset = reset;
    assign ports_3_valid = valid_3;
    assign ports_3_index = index_3;
    assign ports_3_truth = truth_3;
    assign ports_4_clock = clock;
    assign ports_4_reset = reset;
    assign ports_4_valid = valid_4;
    assign ports_4_index = index_4;
    assign ports_4_truth = truth_4;
    assign ports_5_clock = clock;
    assign ports_5_reset = reset;
    assign ports_5_valid = valid_5;
    assign ports_5_index = index_5;
    assign ports_5_truth = truth_5;
    assign ports_6_clock = clock;
    assign ports_6_reset = reset;
    assign ports_6_valid = valid_6;
    assign ports_6_index = index_6;
    assign ports_6_truth = truth_6;
    assign ports_7_clock = clock;
    assign ports_7_reset = reset;
    assign ports_7_valid = valid_7;
    assign ports_7_index = index_7;
    assign ports_7_truth = truth_7;
    assign ports_8_clock = clock;
    assign ports_8_reset = reset;
    assign ports_8_valid = valid_8;
    assign ports_8_index = index_8;
    assign ports_8_truth = truth_8;
    assign ports_9_clock = clock;
    assign ports_9_reset = reset;
    assign ports_9_valid = valid_9;
    assign ports_9_index = index_9;
    assign ports_9_truth = truth_9;
    assign ports_10_clock = clock;
    assign ports_10_reset = reset;
    assign ports_10_valid = valid_10;
    assign ports_10_index = index_10;
    assign ports_10_truth = truth_10;
    assign ports_11_clock = clock;
    assign ports_11_reset = reset;
    assign ports_11_valid = valid_11;
    assign ports_11_index = index_11;
    assign ports_11_truth = truth_11;
    assign ports_12_clock = clock;
    assign ports_12_reset = reset;
    assign ports_12_valid = valid_12;
    assign ports_12_index = index_12;
    assign ports_12_truth = truth_12;
    assign ports_13_clock = clock;
    assign ports_13_reset = reset;
    assign ports_13_valid = valid_13;
    assign ports_13_index = index_13;
    assign ports_13_truth = truth_13;
    assign ports_14_clock = clock;
    assign ports_14_reset = reset;
    assign ports_14_valid = valid_14;
    assign ports_14_index = index_14;
    assign ports_14_truth = truth_14;
    assign ports_15_clock = clock;
    assign ports_15_reset = reset;
    assign ports_15_valid = valid_15;
    assign ports_15_index = index_15;
    assign ports_15_truth = truth_15;
    assign ports_16_clock = clock;
    assign ports_16_reset = reset;
    assign ports_16_valid = valid_16;
    assign ports_16_index = index_16;
    assign ports_16_truth = truth_16;
    assign ports_17_clock = clock;
    assign ports_17_reset = reset;
    assign ports_17_valid = valid_17;
    assign ports_17_index = index_17;
    assign ports_17_truth = truth_17;
    assign ports_18_clock = clock;
    assign ports_18_reset = reset;
    assign ports_18_valid = valid_18;
    assign ports_18_index = index_18;
    assign ports_18_truth = truth_18;
    assign ports_19_clock = clock;
    assign ports_19_reset = reset;
    assign ports_19_valid = valid_19;
    assign ports_19_index = index_19;
    assign ports_19_truth = truth_19;
    assign ports_20_clock = clock;
    assign ports_20_reset = reset;
    assign ports_20_valid = valid_20;
    assign ports_20_index = index_20;
    assign ports_20_truth = truth_20;
    assign ports_21_clock = clock;
    assign ports_21_reset = reset;
    assign ports_21_valid = valid_21;
    assign ports_21_index = index_21;
    assign ports_21_truth = truth_21;
    assign ports_22_clock = clock;
    assign ports_22_reset = reset;
    assign ports_22_valid = valid_22;
    assign ports_22_index = index_22;
    assign ports_22_truth = truth_22;
    assign ports_23_clock = clock;
    assign ports_23_reset = reset;
    assign ports_23_valid = valid_23;
    assign ports_23_index = index_23;
    assign ports_23_truth = truth_23;
    assign ports_24_clock = clock;
    assign ports_24_reset = reset;
    assign ports_24_valid = valid_24;
    assign ports_24_index = index_24;
    assign ports_24_truth = truth_24;
    assign ports_25_clock = clock;
    assign ports_25_reset = reset;
    assign ports_25_valid = valid_25;
    assign ports_25_index = index_25;
    assign ports_25_truth = truth_25;
    assign ports_26_clock = clock;
    assign ports_26_reset = reset;
    assign ports_26_valid = valid_26;
    assign ports_26_index = index_26;
    assign ports_26_truth = truth_26;
    assign ports_27_clock = clock;
    assign ports_27_reset = reset;
    assign ports_27_valid = valid_27;
    assign ports_27_index = index_27;
    assign ports_27_truth = truth_27;
    assign ports_28_clock = clock;
    assign ports_28_reset = reset;
    assign ports_28_valid = valid_28;
    assign ports_28_index = index_28;
    assign ports_28_truth = truth_28;
    assign ports_29_clock = clock;
    assign ports_29_reset = reset;
    assign ports_29_valid = valid_29;
    assign ports_29_index = index_29;
    assign ports_29_truth = truth_29;
    assign ports_30_clock = clock;
    assign ports_30_reset = reset;
    assign ports_30_valid = valid_30;
    assign ports_30_index = index_30;
    assign ports_30_truth = truth_30;
    assign ports_31_clock = clock;
    assign ports_31_reset = reset;
    assign ports_31_valid = valid_31;
    assign ports_31_index = index_31;
    assign ports_31_truth = truth_31;
    assign ports_32_clock = clock;
    assign ports_32_reset = reset;
    assign ports_32_valid = valid_32;
    assign ports_32_index = index_32;
    assign ports_32_truth = truth_32;
    assign ports_33_clock = clock;
    assign ports_33_reset = reset;
    assign ports_33_valid = valid_33;
    assign ports_33_index = index_33;
    assign ports_33_truth = truth_33;
    assign ports_34_clock = clock;
    assign ports_34_reset = reset;
    assign ports_34_valid = valid_34;
    assign ports_34_index = index_34;
    assign ports_34_truth = truth_34;
    assign ports_35_clock = clock;
    assign ports_35_reset = reset;
    assign ports_35_valid = valid_35;
    assign ports_35_index = index_35;
    assign ports_35_truth = truth_35;
    assign ports_36_clock = clock;
    assign ports_36_reset = reset;
    assign ports_36_valid = valid_36;
    assign ports_36_index = index_36;
    assign ports_36_truth = truth_36;
    assign ports_37_clock = clock;
    assign ports_37_reset = reset;
    assign ports_37_valid = valid_37;
    assign ports_37_index = index_37;
    assign ports_37_truth = truth_37;
    assign ports_38_clock = clock;
    assign ports_38_reset = reset;
    assign ports_38_valid = valid_38;
    assign ports_38_index = index_38;
    assign ports_38_truth = truth_38;
    assign ports_39_clock = clock;
    assign ports_39_reset = reset;
    assign ports_39_valid = valid_39;
    assign ports_39_index = index_39;
    assign ports_39_truth = truth_39;
    assign ports_40_clock = clock;
    assign ports_40_reset = reset;
    assign ports_40_valid = valid_40;
    assign ports_40_index = index_40;
    assign ports_40_truth = truth_40;
    assign ports_41_clock = clock;
    assign ports_41_reset = reset;
    assign ports_41_valid = valid_41;
    assign ports_41_index = index_41;
    assign ports_41_truth = truth_41;
    assign ports_42_clock = clock;
    assign ports_42_reset = reset;
    assign ports_42_valid = valid_42;
    assign ports_42_index = index_42;
    assign ports_42_truth = truth_42;
    assign ports_43_clock = clock;
    assign ports_43_reset = reset;
    assign ports_43_valid = valid_43;
    assign ports_43_index = index_43;
    assign ports_43_truth = truth_43;
    assign ports_44_clock = clock;
    assign ports_44_reset = reset;
    assign ports_44_valid = valid_44;
    assign ports_44_index = index_44;
    assign ports_44_truth = truth_44;
    assign ports_45_clock = clock;
    assign ports_45_reset = reset;
    assign ports_45_valid = valid_45;
    assign ports_45_index = index_45;
    assign ports_45_truth = truth_45;
    assign ports_46_clock = clock;
    assign ports_46_reset = reset;
    assign ports_46_valid = valid_46;
    assign ports_46_index = index_46;
    assign ports_46_truth = truth_46;
    assign ports_47_clock = clock;
    assign ports_47_reset = reset;
    assign ports_47_valid = valid_47;
    assign ports_47_index = index_47;
    assign ports_47_truth = truth_47;
    assign ports_48_clock = clock;
    assign ports_48_reset = reset;
    assign ports_48_valid = valid_48;
    assign ports_48_index = index_48;
    assign ports_48_truth = truth_48;
    assign ports_49_clock = clock;
    assign ports_49_reset = reset;
    assign ports_49_valid = valid_49;
    assign ports_49_index = index_49;
    assign ports_49_truth = truth_49;
    assign ports_50_clock = clock;
    assign ports_50_reset = reset;
    assign ports_50_valid = valid_50;
    assign ports_50_index = index_50;
    assign ports_50_truth = truth_50;
    assign ports_51_clock = clock;
    assign ports_51_reset = reset;
    assign ports_51_valid = valid_51;
    assign ports_51_index = index_51;
    assign ports_51_truth = truth_51;
    assign ports_52_clock = clock;
    assign ports_52_reset = reset;
    assign ports_52_valid = valid_52;
    assign ports_52_index = index_52;
    assign ports_52_truth = truth_52;
    assign ports_53_clock = clock;
    assign ports_53_reset = reset;
    assign ports_53_valid = valid_53;
    assign ports_53_index = index_53;
    assign ports_53_truth = truth_53;
    assign ports_54_clock = clock;
    assign ports_54_reset = reset;
    assign ports_54_valid = valid_54;
    assign ports_54_index = index_54;
    assign ports_54_truth = truth_54;
    assign ports_55_clock = clock;
    assign ports_55_reset = reset;
    assign ports_55_valid = valid_55;
    assign ports_55_index = index_55;
    assign ports_55_truth = truth_55;
    assign groups_0_a = ports_0_rank;
    assign groups_0_b = ports_1_rank;
    assign groups_0_c = ports_2_rank;
    assign groups_0_d = ports_3_rank;
    assign groups_0_e = ports_4_rank;
    assign groups_0_f = ports_5_rank;
    assign groups_0_g = ports_6_rank;

    always @(*) begin
        groups_0_earlier = ranks_0_q;
        if (cleared_q) begin
            groups_0_earlier = 0;
        end
    end

    assign ranks_0_d = groups_0_rank;
    assign groups_1_a = ports_7_rank;
    assign groups_1_b = ports_8_rank;
    assign groups_1_c = ports_9_rank;
    assign groups_1_d = ports_10_rank;
    assign groups_1_e = ports_11_rank;
    assign groups_1_f = ports_12_rank;
    assign groups_1_g = ports_13_rank;

    always @(*) begin
        groups_1_earlier = ranks_1_q;
        if (cleared_q) begin
            groups_1_earlier = 0;
        end
    end

    assign ranks_1_d = groups_1_rank;
    assign groups_2_a = ports_14_rank;
    assign groups_2_b = ports_15_rank;
    assign groups_2_c = ports_16_rank;
    assign groups_2_d = ports_17_rank;
    assign groups_2_e = ports_18_rank;
    assign groups_2_f = ports_19_rank;
    assign groups_2_g = ports_20_rank;

    always @(*) begin
        groups_2_earlier = ranks_2_q;
        if (cleared_q) begin
            groups_2_earlier = 0;
        end
    end

    assign ranks_2_d = groups_2_rank;
    assign groups_3_a = ports_21_rank;
    assign groups_3_b = ports_22_rank;
    assign groups_3_c = ports_23_rank;
    assign groups_3_d = ports_24_rank;
    assign groups_3_e = ports_25_rank;
    assign groups_3_f = ports_26_rank;
    assign groups_3_g = ports_27_rank;

    always @(*) begin
        groups_3_earlier = ranks_3_q;
        if (cleared_q) begin
            groups_3_earlier = 0;
        end
    end

    assign ranks_3_d = groups_3_rank;
    assign groups_4_a = ports_28_rank;
    assign groups_4_b = ports_29_rank;
    assign groups_4_c = ports_30_rank;
    assign groups_4_d = ports_31_rank;
    assign groups_4_e = ports_32_rank;
    assign groups_4_f = ports_33_rank;
    assign groups_4_g = ports_34_rank;

    always @(*) begin
        groups_4_earlier = ranks_4_q;
        if (cleared_q) begin
            groups_4_earlier = 0;
        end
    end

    assign ranks_4_d = groups_4_rank;
    assign groups_5_a = ports_35_rank;
    assign groups_5_b = ports_36_rank;
    assign groups_5_c = ports_37_rank;
    assign groups_5_d = ports_38_rank;
    assign groups_5_e = ports_39_rank;
    assign groups_5_f = ports_40_rank;
    assign groups_5_g = ports_41_rank;

    always @(*) begin
        groups_5_earlier = ranks_5_q;
        if (cleared_q) begin
            groups_5_earlier = 0;
        end
    end

    assign ranks_5_d = groups_5_rank;
    assign groups_6_a = ports_42_rank;
    assign groups_6_b = ports_43_rank;
    assign groups_6_c = ports_44_rank;
    assign groups_6_d = ports_45_rank;
    assign groups_6_e = ports_46_rank;
    assign groups_6_f = ports_47_rank;
    assign groups_6_g = ports_48_rank;

    always @(*) begin
        groups_6_earlier = ranks_6_q;
        if (cleared_q) begin
            groups_6_earlier = 0;
        end
    end

    assign ranks_6_d = groups_6_rank;
    assign groups_7_a = ports_49_rank;
    assign groups_7_b = ports_50_rank;
    assign groups_7_c = ports_51_rank;
    assign groups_7_d = ports_52_rank;
    assign groups_7_e = ports_53_rank;
    assign groups_7_f = ports_54_rank;
    assign groups_7_g = ports_55_rank;

    always @(*) begin
        groups_7_earlier = ranks_7_q;
        if (cleared_q) begin
            groups_7_earlier = 0;
        end
    end

    assign ranks_7_d = groups_7_rank;

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
    assign lowest_b = ranks_1_q;
    assign lowest_c = ranks_2_q;
    assign lowest_d = ranks_3_q;
    assign lowest_e = ranks_4_q;
    assign lowest_f = ranks_5_q;
    assign lowest_g = ranks_6_q;
    assign lowest_h = ranks_7_q;
    assign index_lowest = lowest_rank[10:3] ^ 255;
    assign decided = decided_q_q;
    assign accept = accept_q_q;
    assign first = first_q_q;
    assign outcome = outcome_q_q;
    assign failing = (128'(failing_high_q) << 64) | 128'(failing_low_q);

    initial begin
        ranks_0_q = 0;
        ranks_1_q = 0;
        ranks_2_q = 0;
        ranks_3_q = 0;
        ranks_4_q = 0;
        ranks_5_q = 0;
        ranks_6_q = 0;
        ranks_7_q = 0;
        low_q = 0;
        high_q = 0;
        cleared_q = 0;
        judged_q = 0;
        counted_q = 0;
        decided_q_q = 0;
        accept_q_q = 0;
        first_q_q = 0;
        outcome_q_q = 0;
        failing_low_q = 0;
        failing_high_q = 0;
    end

    always @(posedge clock) begin
        low_q <= low_d;
        high_q <= high_d;
        cleared_q <= cleared_d;
        judged_q <= judged_d;
        counted_q <= counted_d;
        decided_q_q <= decided_q_d;
        accept_q_q <= accept_q_d;
        first_q_q <= first_q_d;
        outcome_q_q <= outcome_q_d;
        failing_low_q <= failing_low_d;
        failing_high_q <= failing_high_d;
        ranks_0_q <= ranks_0_d;
        ranks_1_q <= ranks_1_d;
        ranks_2_q <= ranks_2_d;
        ranks_3_q <= ranks_3_d;
        ranks_4_q <= ranks_4_d;
        ranks_5_q <= ranks_5_d;
        ranks_6_q <= ranks_6_d;
        ranks_7_q <= ranks_7_d;
    end
endmodule

module core (
    input wire clock,
    input wire reset,
    input wire [511:0] s_axis_order_tdata,
    input wire [63:0] s_axis_order_tkeep,
    input wire s_axis_order_tlast,
    input wire [15:0] s_axis_order_tuser,
    input wire s_axis_order_tvalid,
    output wire s_axis_order_tready,
    output wire [511:0] m_axis_verdict_tdata,
    output wire m_axis_verdict_tvalid,
    input wire m_axis_verdict_tready,
    input wire program_write,
    input wire [7:0] program_memory,
    // Layout words have the longest addresses, 14 bits.
    // verilator lint_off UNUSEDSIGNAL
    input wire [15:0] program_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [63:0] program_data,
    input wire bank_wanted,
    output wire bank,
    output wire busy
);
    wire parse_clock;
    wire parse_reset;
    wire [511:0] parse_s_axis_tdata;
    wire [63:0] parse_s_axis_tkeep;
    wire parse_s_axis_tlast;
    wire parse_s_axis_tvalid;
    wire parse_s_axis_tready;
    wire [15:0] parse_s_axis_tuser;
    wire parse_accept;
    wire parse_rows_wanted;
    wire parse_bank;
    wire parse_cfg_valid;
    wire [13:0] parse_cfg_address;
    wire [63:0] parse_cfg_data;
    wire parse_start;
    wire [7:0] parse_kind;
    wire [31:0] parse_sequence_number;
    wire [15:0] parse_session;
    wire parse_field_valid_0;
    wire parse_field_valid_1;
    wire parse_field_valid_2;
    wire parse_field_valid_3;
    wire parse_field_valid_4;
    wire parse_field_valid_5;
    wire parse_field_valid_6;
    wire parse_field_valid_7;
    wire parse_field_valid_8;
    wire parse_field_valid_9;
    wire parse_field_valid_10;
    wire parse_field_valid_11;
    wire parse_field_valid_12;
    wire parse_field_valid_13;
    wire parse_field_valid_14;
    wire parse_field_valid_15;
    wire parse_field_valid_16;
    wire parse_field_valid_17;
    wire parse_field_valid_18;
    wire parse_field_valid_19;
    wire parse_field_valid_20;
    wire parse_field_valid_21;
    wire parse_field_valid_22;
    wire parse_field_valid_23;
    wire parse_field_valid_24;
    wire parse_field_valid_25;
    wire parse_field_valid_26;
    wire parse_field_valid_27;
    wire parse_field_valid_28;
    wire parse_field_valid_29;
    wire parse_field_valid_30;
    wire parse_field_valid_31;
    wire [65:0] parse_field_data_0;
    wire [65:0] parse_field_data_1;
    wire [65:0] parse_field_data_2;
    wire [65:0] parse_field_data_3;
    wire [65:0] parse_field_data_4;
    wire [65:0] parse_field_data_5;
    wire [65:0] parse_field_data_6;
    wire [65:0] parse_field_data_7;
    wire [65:0] parse_field_data_8;
    wire [65:0] parse_field_data_9;
    wire [65:0] parse_field_data_10;
    wire [65:0] parse_field_data_11;
    wire [65:0] parse_field_data_12;
    wire [65:0] parse_field_data_13;
    wire [65:0] parse_field_data_14;
    wire [65:0] parse_field_data_15;
    wire [65:0] parse_field_data_16;
    wire [65:0] parse_field_data_17;
    wire [65:0] parse_field_data_18;
    wire [65:0] parse_field_data_19;
    wire [65:0] parse_field_data_20;
    wire [65:0] parse_field_data_21;
    wire [65:0] parse_field_data_22;
    wire [65:0] parse_field_data_23;
    wire [65:0] parse_field_data_24;
    wire [65:0] parse_field_data_25;
    wire [65:0] parse_field_data_26;
    wire [65:0] parse_field_data_27;
    wire [65:0] parse_field_data_28;
    wire [65:0] parse_field_data_29;
    wire [65:0] parse_field_data_30;
    wire [65:0] parse_field_data_31;
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_0;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_1;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_2;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_3;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_4;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_5;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_6;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_7;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_8;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_9;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_10;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_11;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_12;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_13;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_14;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_15;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_16;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_17;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_18;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_19;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_20;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_21;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_22;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_23;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_24;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_25;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_26;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_27;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_28;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_29;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_30;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire parse_text_valid_31;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_0;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_1;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_2;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_3;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_4;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_5;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_6;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_7;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_8;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_9;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_10;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_11;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_12;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_13;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_14;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_15;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_16;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_17;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_18;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_19;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_20;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_21;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_22;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_23;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_24;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_25;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_26;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_27;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_28;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_29;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_30;
    // verilator lint_on UNUSEDSIGNAL
    // Text goes to the dictionary, which is not there yet.
    // verilator lint_off UNUSEDSIGNAL
    wire [127:0] parse_text_31;
    // verilator lint_on UNUSEDSIGNAL
    wire parse_done;
    wire parse_malformed;
    wire parse_gapped;
    wire sequencer_clock;
    wire sequencer_reset;
    wire sequencer_start;
    wire [7:0] sequencer_kind;
    wire sequencer_finish;
    wire sequencer_bank_wanted;
    wire sequencer_table_write;
    wire [7:0] sequencer_table_address;
    wire [63:0] sequencer_table_data;
    wire [10:0] sequencer_address;
    wire sequencer_live;
    wire sequencer_busy;
    wire sequencer_unknown;
    wire sequencer_bank;
    wire lanes_0_clock;
    wire lanes_0_reset;
    wire lanes_0_live;
    wire [10:0] lanes_0_address;
    reg [3:0] lanes_0_program_write;
    wire [10:0] lanes_0_program_address;
    wire [63:0] lanes_0_program_data;
    wire [9:0] lanes_0_x_slot;
    wire [65:0] lanes_0_x_slot_data;
    wire [9:0] lanes_0_y_slot;
    wire [65:0] lanes_0_y_slot_data;
    wire [10:0] lanes_0_predicate;
    reg [2:0] lanes_0_predicate_data;
    wire lanes_0_bus_valid;
    wire [9:0] lanes_0_bus_slot;
    wire [65:0] lanes_0_bus_data;
    wire lanes_0_predicate_valid;
    wire lanes_0_entry_valid;
    wire [9:0] lanes_0_truth_address;
    wire [2:0] lanes_0_truth;
    wire lanes_1_clock;
    wire lanes_1_reset;
    wire lanes_1_live;
    wire [10:0] lanes_1_address;
    reg [3:0] lanes_1_program_write;
    wire [10:0] lanes_1_program_address;
    wire [63:0] lanes_1_program_data;
    wire [9:0] lanes_1_x_slot;
    wire [65:0] lanes_1_x_slot_data;
    wire [9:0] lanes_1_y_slot;
    wire [65:0] lanes_1_y_slot_data;
    wire [10:0] lanes_1_predicate;
    reg [2:0] lanes_1_predicate_data;
    wire lanes_1_bus_valid;
    wire [9:0] lanes_1_bus_slot;
    wire [65:0] lanes_1_bus_data;
    wire lanes_1_predicate_valid;
    wire lanes_1_entry_valid;
    wire [9:0] lanes_1_truth_address;
    wire [2:0] lanes_1_truth;
    wire lanes_2_clock;
    wire lanes_2_reset;
    wire lanes_2_live;
    wire [10:0] lanes_2_address;
    reg [3:0] lanes_2_program_write;
    wire [10:0] lanes_2_program_address;
    wire [63:0] lanes_2_program_data;
    wire [9:0] lanes_2_x_slot;
    wire [65:0] lanes_2_x_slot_data;
    wire [9:0] lanes_2_y_slot;
    wire [65:0] lanes_2_y_slot_data;
    wire [10:0] lanes_2_predicate;
    reg [2:0] lanes_2_predicate_data;
    wire lanes_2_bus_valid;
    wire [9:0] lanes_2_bus_slot;
    wire [65:0] lanes_2_bus_data;
    wire lanes_2_predicate_valid;
    wire lanes_2_entry_valid;
    wire [9:0] lanes_2_truth_address;
    wire [2:0] lanes_2_truth;
    wire lanes_3_clock;
    wire lanes_3_reset;
    wire lanes_3_live;
    wire [10:0] lanes_3_address;
    reg [3:0] lanes_3_program_write;
    wire [10:0] lanes_3_program_address;
    wire [63:0] lanes_3_program_data;
    wire [9:0] lanes_3_x_slot;
    wire [65:0] lanes_3_x_slot_data;
    wire [9:0] lanes_3_y_slot;
    wire [65:0] lanes_3_y_slot_data;
    wire [10:0] lanes_3_predicate;
    reg [2:0] lanes_3_predicate_data;
    wire lanes_3_bus_valid;
    wire [9:0] lanes_3_bus_slot;
    wire [65:0] lanes_3_bus_data;
    wire lanes_3_predicate_valid;
    wire lanes_3_entry_valid;
    wire [9:0] lanes_3_truth_address;
    wire [2:0] lanes_3_truth;
    wire lanes_4_clock;
    wire lanes_4_reset;
    wire lanes_4_live;
    wire [10:0] lanes_4_address;
    reg [3:0] lanes_4_program_write;
    wire [10:0] lanes_4_program_address;
    wire [63:0] lanes_4_program_data;
    wire [9:0] lanes_4_x_slot;
    wire [65:0] lanes_4_x_slot_data;
    wire [9:0] lanes_4_y_slot;
    wire [65:0] lanes_4_y_slot_data;
    wire [10:0] lanes_4_predicate;
    reg [2:0] lanes_4_predicate_data;
    wire lanes_4_bus_valid;
    wire [9:0] lanes_4_bus_slot;
    wire [65:0] lanes_4_bus_data;
    wire lanes_4_predicate_valid;
    wire lanes_4_entry_valid;
    wire [9:0] lanes_4_truth_address;
    wire [2:0] lanes_4_truth;
    wire lanes_5_clock;
    wire lanes_5_reset;
    wire lanes_5_live;
    wire [10:0] lanes_5_address;
    reg [3:0] lanes_5_program_write;
    wire [10:0] lanes_5_program_address;
    wire [63:0] lanes_5_program_data;
    wire [9:0] lanes_5_x_slot;
    wire [65:0] lanes_5_x_slot_data;
    wire [9:0] lanes_5_y_slot;
    wire [65:0] lanes_5_y_slot_data;
    wire [10:0] lanes_5_predicate;
    reg [2:0] lanes_5_predicate_data;
    wire lanes_5_bus_valid;
    wire [9:0] lanes_5_bus_slot;
    wire [65:0] lanes_5_bus_data;
    wire lanes_5_predicate_valid;
    wire lanes_5_entry_valid;
    wire [9:0] lanes_5_truth_address;
    wire [2:0] lanes_5_truth;
    wire lanes_6_clock;
    wire lanes_6_reset;
    wire lanes_6_live;
    wire [10:0] lanes_6_address;
    reg [3:0] lanes_6_program_write;
    wire [10:0] lanes_6_program_address;
    wire [63:0] lanes_6_program_data;
    wire [9:0] lanes_6_x_slot;
    wire [65:0] lanes_6_x_slot_data;
    wire [9:0] lanes_6_y_slot;
    wire [65:0] lanes_6_y_slot_data;
    wire [10:0] lanes_6_predicate;
    reg [2:0] lanes_6_predicate_data;
    wire lanes_6_bus_valid;
    wire [9:0] lanes_6_bus_slot;
    wire [65:0] lanes_6_bus_data;
    wire lanes_6_predicate_valid;
    wire lanes_6_entry_valid;
    wire [9:0] lanes_6_truth_address;
    wire [2:0] lanes_6_truth;
    wire lanes_7_clock;
    wire lanes_7_reset;
    wire lanes_7_live;
    wire [10:0] lanes_7_address;
    reg [3:0] lanes_7_program_write;
    wire [10:0] lanes_7_program_address;
    wire [63:0] lanes_7_program_data;
    wire [9:0] lanes_7_x_slot;
    wire [65:0] lanes_7_x_slot_data;
    wire [9:0] lanes_7_y_slot;
    wire [65:0] lanes_7_y_slot_data;
    wire [10:0] lanes_7_predicate;
    reg [2:0] lanes_7_predicate_data;
    wire lanes_7_bus_valid;
    wire [9:0] lanes_7_bus_slot;
    wire [65:0] lanes_7_bus_data;
    wire lanes_7_predicate_valid;
    wire lanes_7_entry_valid;
    wire [9:0] lanes_7_truth_address;
    wire [2:0] lanes_7_truth;
    wire lanes_8_clock;
    wire lanes_8_reset;
    wire lanes_8_live;
    wire [10:0] lanes_8_address;
    reg [3:0] lanes_8_program_write;
    wire [10:0] lanes_8_program_address;
    wire [63:0] lanes_8_program_data;
    wire [9:0] lanes_8_x_slot;
    wire [65:0] lanes_8_x_slot_data;
    wire [9:0] lanes_8_y_slot;
    wire [65:0] lanes_8_y_slot_data;
    wire [10:0] lanes_8_predicate;
    reg [2:0] lanes_8_predicate_data;
    wire lanes_8_bus_valid;
    wire [9:0] lanes_8_bus_slot;
    wire [65:0] lanes_8_bus_data;
    wire lanes_8_predicate_valid;
    wire lanes_8_entry_valid;
    wire [9:0] lanes_8_truth_address;
    wire [2:0] lanes_8_truth;
    wire lanes_9_clock;
    wire lanes_9_reset;
    wire lanes_9_live;
    wire [10:0] lanes_9_address;
    reg [3:0] lanes_9_program_write;
    wire [10:0] lanes_9_program_address;
    wire [63:0] lanes_9_program_data;
    wire [9:0] lanes_9_x_slot;
    wire [65:0] lanes_9_x_slot_data;
    wire [9:0] lanes_9_y_slot;
    wire [65:0] lanes_9_y_slot_data;
    wire [10:0] lanes_9_predicate;
    reg [2:0] lanes_9_predicate_data;
    wire lanes_9_bus_valid;
    wire [9:0] lanes_9_bus_slot;
    wire [65:0] lanes_9_bus_data;
    wire lanes_9_predicate_valid;
    wire lanes_9_entry_valid;
    wire [9:0] lanes_9_truth_address;
    wire [2:0] lanes_9_truth;
    wire lanes_10_clock;
    wire lanes_10_reset;
    wire lanes_10_live;
    wire [10:0] lanes_10_address;
    reg [3:0] lanes_10_program_write;
    wire [10:0] lanes_10_program_address;
    wire [63:0] lanes_10_program_data;
    wire [9:0] lanes_10_x_slot;
    wire [65:0] lanes_10_x_slot_data;
    wire [9:0] lanes_10_y_slot;
    wire [65:0] lanes_10_y_slot_data;
    wire [10:0] lanes_10_predicate;
    reg [2:0] lanes_10_predicate_data;
    wire lanes_10_bus_valid;
    wire [9:0] lanes_10_bus_slot;
    wire [65:0] lanes_10_bus_data;
    wire lanes_10_predicate_valid;
    wire lanes_10_entry_valid;
    wire [9:0] lanes_10_truth_address;
    wire [2:0] lanes_10_truth;
    wire lanes_11_clock;
    wire lanes_11_reset;
    wire lanes_11_live;
    wire [10:0] lanes_11_address;
    reg [3:0] lanes_11_program_write;
    wire [10:0] lanes_11_program_address;
    wire [63:0] lanes_11_program_data;
    wire [9:0] lanes_11_x_slot;
    wire [65:0] lanes_11_x_slot_data;
    wire [9:0] lanes_11_y_slot;
    wire [65:0] lanes_11_y_slot_data;
    wire [10:0] lanes_11_predicate;
    reg [2:0] lanes_11_predicate_data;
    wire lanes_11_bus_valid;
    wire [9:0] lanes_11_bus_slot;
    wire [65:0] lanes_11_bus_data;
    wire lanes_11_predicate_valid;
    wire lanes_11_entry_valid;
    wire [9:0] lanes_11_truth_address;
    wire [2:0] lanes_11_truth;
    wire lanes_12_clock;
    wire lanes_12_reset;
    wire lanes_12_live;
    wire [10:0] lanes_12_address;
    reg [3:0] lanes_12_program_write;
    wire [10:0] lanes_12_program_address;
    wire [63:0] lanes_12_program_data;
    wire [9:0] lanes_12_x_slot;
    wire [65:0] lanes_12_x_slot_data;
    wire [9:0] lanes_12_y_slot;
    wire [65:0] lanes_12_y_slot_data;
    wire [10:0] lanes_12_predicate;
    reg [2:0] lanes_12_predicate_data;
    wire lanes_12_bus_valid;
    wire [9:0] lanes_12_bus_slot;
    wire [65:0] lanes_12_bus_data;
    wire lanes_12_predicate_valid;
    wire lanes_12_entry_valid;
    wire [9:0] lanes_12_truth_address;
    wire [2:0] lanes_12_truth;
    wire lanes_13_clock;
    wire lanes_13_reset;
    wire lanes_13_live;
    wire [10:0] lanes_13_address;
    reg [3:0] lanes_13_program_write;
    wire [10:0] lanes_13_program_address;
    wire [63:0] lanes_13_program_data;
    wire [9:0] lanes_13_x_slot;
    wire [65:0] lanes_13_x_slot_data;
    wire [9:0] lanes_13_y_slot;
    wire [65:0] lanes_13_y_slot_data;
    wire [10:0] lanes_13_predicate;
    reg [2:0] lanes_13_predicate_data;
    wire lanes_13_bus_valid;
    wire [9:0] lanes_13_bus_slot;
    wire [65:0] lanes_13_bus_data;
    wire lanes_13_predicate_valid;
    wire lanes_13_entry_valid;
    wire [9:0] lanes_13_truth_address;
    wire [2:0] lanes_13_truth;
    wire lanes_14_clock;
    wire lanes_14_reset;
    wire lanes_14_live;
    wire [10:0] lanes_14_address;
    reg [3:0] lanes_14_program_write;
    wire [10:0] lanes_14_program_address;
    wire [63:0] lanes_14_program_data;
    wire [9:0] lanes_14_x_slot;
    wire [65:0] lanes_14_x_slot_data;
    wire [9:0] lanes_14_y_slot;
    wire [65:0] lanes_14_y_slot_data;
    wire [10:0] lanes_14_predicate;
    reg [2:0] lanes_14_predicate_data;
    wire lanes_14_bus_valid;
    wire [9:0] lanes_14_bus_slot;
    wire [65:0] lanes_14_bus_data;
    wire lanes_14_predicate_valid;
    wire lanes_14_entry_valid;
    wire [9:0] lanes_14_truth_address;
    wire [2:0] lanes_14_truth;
    wire lanes_15_clock;
    wire lanes_15_reset;
    wire lanes_15_live;
    wire [10:0] lanes_15_address;
    reg [3:0] lanes_15_program_write;
    wire [10:0] lanes_15_program_address;
    wire [63:0] lanes_15_program_data;
    wire [9:0] lanes_15_x_slot;
    wire [65:0] lanes_15_x_slot_data;
    wire [9:0] lanes_15_y_slot;
    wire [65:0] lanes_15_y_slot_data;
    wire [10:0] lanes_15_predicate;
    reg [2:0] lanes_15_predicate_data;
    wire lanes_15_bus_valid;
    wire [9:0] lanes_15_bus_slot;
    wire [65:0] lanes_15_bus_data;
    wire lanes_15_predicate_valid;
    wire lanes_15_entry_valid;
    wire [9:0] lanes_15_truth_address;
    wire [2:0] lanes_15_truth;
    wire lanes_16_clock;
    wire lanes_16_reset;
    wire lanes_16_live;
    wire [10:0] lanes_16_address;
    reg [3:0] lanes_16_program_write;
    wire [10:0] lanes_16_program_address;
    wire [63:0] lanes_16_program_data;
    wire [9:0] lanes_16_x_slot;
    wire [65:0] lanes_16_x_slot_data;
    wire [9:0] lanes_16_y_slot;
    wire [65:0] lanes_16_y_slot_data;
    wire [10:0] lanes_16_predicate;
    reg [2:0] lanes_16_predicate_data;
    wire lanes_16_bus_valid;
    wire [9:0] lanes_16_bus_slot;
    wire [65:0] lanes_16_bus_data;
    wire lanes_16_predicate_valid;
    wire lanes_16_entry_valid;
    wire [9:0] lanes_16_truth_address;
    wire [2:0] lanes_16_truth;
    wire lanes_17_clock;
    wire lanes_17_reset;
    wire lanes_17_live;
    wire [10:0] lanes_17_address;
    reg [3:0] lanes_17_program_write;
    wire [10:0] lanes_17_program_address;
    wire [63:0] lanes_17_program_data;
    wire [9:0] lanes_17_x_slot;
    wire [65:0] lanes_17_x_slot_data;
    wire [9:0] lanes_17_y_slot;
    wire [65:0] lanes_17_y_slot_data;
    wire [10:0] lanes_17_predicate;
    reg [2:0] lanes_17_predicate_data;
    wire lanes_17_bus_valid;
    wire [9:0] lanes_17_bus_slot;
    wire [65:0] lanes_17_bus_data;
    wire lanes_17_predicate_valid;
    wire lanes_17_entry_valid;
    wire [9:0] lanes_17_truth_address;
    wire [2:0] lanes_17_truth;
    wire lanes_18_clock;
    wire lanes_18_reset;
    wire lanes_18_live;
    wire [10:0] lanes_18_address;
    reg [3:0] lanes_18_program_write;
    wire [10:0] lanes_18_program_address;
    wire [63:0] lanes_18_program_data;
    wire [9:0] lanes_18_x_slot;
    wire [65:0] lanes_18_x_slot_data;
    wire [9:0] lanes_18_y_slot;
    wire [65:0] lanes_18_y_slot_data;
    wire [10:0] lanes_18_predicate;
    reg [2:0] lanes_18_predicate_data;
    wire lanes_18_bus_valid;
    wire [9:0] lanes_18_bus_slot;
    wire [65:0] lanes_18_bus_data;
    wire lanes_18_predicate_valid;
    wire lanes_18_entry_valid;
    wire [9:0] lanes_18_truth_address;
    wire [2:0] lanes_18_truth;
    wire lanes_19_clock;
    wire lanes_19_reset;
    wire lanes_19_live;
    wire [10:0] lanes_19_address;
    reg [3:0] lanes_19_program_write;
    wire [10:0] lanes_19_program_address;
    wire [63:0] lanes_19_program_data;
    wire [9:0] lanes_19_x_slot;
    wire [65:0] lanes_19_x_slot_data;
    wire [9:0] lanes_19_y_slot;
    wire [65:0] lanes_19_y_slot_data;
    wire [10:0] lanes_19_predicate;
    reg [2:0] lanes_19_predicate_data;
    wire lanes_19_bus_valid;
    wire [9:0] lanes_19_bus_slot;
    wire [65:0] lanes_19_bus_data;
    wire lanes_19_predicate_valid;
    wire lanes_19_entry_valid;
    wire [9:0] lanes_19_truth_address;
    wire [2:0] lanes_19_truth;
    wire lanes_20_clock;
    wire lanes_20_reset;
    wire lanes_20_live;
    wire [10:0] lanes_20_address;
    reg [3:0] lanes_20_program_write;
    wire [10:0] lanes_20_program_address;
    wire [63:0] lanes_20_program_data;
    wire [9:0] lanes_20_x_slot;
    wire [65:0] lanes_20_x_slot_data;
    wire [9:0] lanes_20_y_slot;
    wire [65:0] lanes_20_y_slot_data;
    wire [10:0] lanes_20_predicate;
    reg [2:0] lanes_20_predicate_data;
    wire lanes_20_bus_valid;
    wire [9:0] lanes_20_bus_slot;
    wire [65:0] lanes_20_bus_data;
    wire lanes_20_predicate_valid;
    wire lanes_20_entry_valid;
    wire [9:0] lanes_20_truth_address;
    wire [2:0] lanes_20_truth;
    wire lanes_21_clock;
    wire lanes_21_reset;
    wire lanes_21_live;
    wire [10:0] lanes_21_address;
    reg [3:0] lanes_21_program_write;
    wire [10:0] lanes_21_program_address;
    wire [63:0] lanes_21_program_data;
    wire [9:0] lanes_21_x_slot;
    wire [65:0] lanes_21_x_slot_data;
    wire [9:0] lanes_21_y_slot;
    wire [65:0] lanes_21_y_slot_data;
    wire [10:0] lanes_21_predicate;
    reg [2:0] lanes_21_predicate_data;
    wire lanes_21_bus_valid;
    wire [9:0] lanes_21_bus_slot;
    wire [65:0] lanes_21_bus_data;
    wire lanes_21_predicate_valid;
    wire lanes_21_entry_valid;
    wire [9:0] lanes_21_truth_address;
    wire [2:0] lanes_21_truth;
    wire lanes_22_clock;
    wire lanes_22_reset;
    wire lanes_22_live;
    wire [10:0] lanes_22_address;
    reg [3:0] lanes_22_program_write;
    wire [10:0] lanes_22_program_address;
    wire [63:0] lanes_22_program_data;
    wire [9:0] lanes_22_x_slot;
    wire [65:0] lanes_22_x_slot_data;
    wire [9:0] lanes_22_y_slot;
    wire [65:0] lanes_22_y_slot_data;
    wire [10:0] lanes_22_predicate;
    reg [2:0] lanes_22_predicate_data;
    wire lanes_22_bus_valid;
    wire [9:0] lanes_22_bus_slot;
    wire [65:0] lanes_22_bus_data;
    wire lanes_22_predicate_valid;
    wire lanes_22_entry_valid;
    wire [9:0] lanes_22_truth_address;
    wire [2:0] lanes_22_truth;
    wire lanes_23_clock;
    wire lanes_23_reset;
    wire lanes_23_live;
    wire [10:0] lanes_23_address;
    reg [3:0] lanes_23_program_write;
    wire [10:0] lanes_23_program_address;
    wire [63:0] lanes_23_program_data;
    wire [9:0] lanes_23_x_slot;
    wire [65:0] lanes_23_x_slot_data;
    wire [9:0] lanes_23_y_slot;
    wire [65:0] lanes_23_y_slot_data;
    wire [10:0] lanes_23_predicate;
    reg [2:0] lanes_23_predicate_data;
    wire lanes_23_bus_valid;
    wire [9:0] lanes_23_bus_slot;
    wire [65:0] lanes_23_bus_data;
    wire lanes_23_predicate_valid;
    wire lanes_23_entry_valid;
    wire [9:0] lanes_23_truth_address;
    wire [2:0] lanes_23_truth;
    wire lanes_24_clock;
    wire lanes_24_reset;
    wire lanes_24_live;
    wire [10:0] lanes_24_address;
    reg [3:0] lanes_24_program_write;
    wire [10:0] lanes_24_program_address;
    wire [63:0] lanes_24_program_data;
    wire [9:0] lanes_24_x_slot;
    wire [65:0] lanes_24_x_slot_data;
    wire [9:0] lanes_24_y_slot;
    wire [65:0] lanes_24_y_slot_data;
    wire [10:0] lanes_24_predicate;
    reg [2:0] lanes_24_predicate_data;
    wire lanes_24_bus_valid;
    wire [9:0] lanes_24_bus_slot;
    wire [65:0] lanes_24_bus_data;
    wire lanes_24_predicate_valid;
    wire lanes_24_entry_valid;
    wire [9:0] lanes_24_truth_address;
    wire [2:0] lanes_24_truth;
    wire lanes_25_clock;
    wire lanes_25_reset;
    wire lanes_25_live;
    wire [10:0] lanes_25_address;
    reg [3:0] lanes_25_program_write;
    wire [10:0] lanes_25_program_address;
    wire [63:0] lanes_25_program_data;
    wire [9:0] lanes_25_x_slot;
    wire [65:0] lanes_25_x_slot_data;
    wire [9:0] lanes_25_y_slot;
    wire [65:0] lanes_25_y_slot_data;
    wire [10:0] lanes_25_predicate;
    reg [2:0] lanes_25_predicate_data;
    wire lanes_25_bus_valid;
    wire [9:0] lanes_25_bus_slot;
    wire [65:0] lanes_25_bus_data;
    wire lanes_25_predicate_valid;
    wire lanes_25_entry_valid;
    wire [9:0] lanes_25_truth_address;
    wire [2:0] lanes_25_truth;
    wire lanes_26_clock;
    wire lanes_26_reset;
    wire lanes_26_live;
    wire [10:0] lanes_26_address;
    reg [3:0] lanes_26_program_write;
    wire [10:0] lanes_26_program_address;
    wire [63:0] lanes_26_program_data;
    wire [9:0] lanes_26_x_slot;
    wire [65:0] lanes_26_x_slot_data;
    wire [9:0] lanes_26_y_slot;
    wire [65:0] lanes_26_y_slot_data;
    wire [10:0] lanes_26_predicate;
    reg [2:0] lanes_26_predicate_data;
    wire lanes_26_bus_valid;
    wire [9:0] lanes_26_bus_slot;
    wire [65:0] lanes_26_bus_data;
    wire lanes_26_predicate_valid;
    wire lanes_26_entry_valid;
    wire [9:0] lanes_26_truth_address;
    wire [2:0] lanes_26_truth;
    wire lanes_27_clock;
    wire lanes_27_reset;
    wire lanes_27_live;
    wire [10:0] lanes_27_address;
    reg [3:0] lanes_27_program_write;
    wire [10:0] lanes_27_program_address;
    wire [63:0] lanes_27_program_data;
    wire [9:0] lanes_27_x_slot;
    wire [65:0] lanes_27_x_slot_data;
    wire [9:0] lanes_27_y_slot;
    wire [65:0] lanes_27_y_slot_data;
    wire [10:0] lanes_27_predicate;
    reg [2:0] lanes_27_predicate_data;
    wire lanes_27_bus_valid;
    wire [9:0] lanes_27_bus_slot;
    wire [65:0] lanes_27_bus_data;
    wire lanes_27_predicate_valid;
    wire lanes_27_entry_valid;
    wire [9:0] lanes_27_truth_address;
    wire [2:0] lanes_27_truth;
    wire lanes_28_clock;
    wire lanes_28_reset;
    wire lanes_28_live;
    wire [10:0] lanes_28_address;
    reg [3:0] lanes_28_program_write;
    wire [10:0] lanes_28_program_address;
    wire [63:0] lanes_28_program_data;
    wire [9:0] lanes_28_x_slot;
    wire [65:0] lanes_28_x_slot_data;
    wire [9:0] lanes_28_y_slot;
    wire [65:0] lanes_28_y_slot_data;
    wire [10:0] lanes_28_predicate;
    reg [2:0] lanes_28_predicate_data;
    wire lanes_28_bus_valid;
    wire [9:0] lanes_28_bus_slot;
    wire [65:0] lanes_28_bus_data;
    wire lanes_28_predicate_valid;
    wire lanes_28_entry_valid;
    wire [9:0] lanes_28_truth_address;
    wire [2:0] lanes_28_truth;
    wire lanes_29_clock;
    wire lanes_29_reset;
    wire lanes_29_live;
    wire [10:0] lanes_29_address;
    reg [3:0] lanes_29_program_write;
    wire [10:0] lanes_29_program_address;
    wire [63:0] lanes_29_program_data;
    wire [9:0] lanes_29_x_slot;
    wire [65:0] lanes_29_x_slot_data;
    wire [9:0] lanes_29_y_slot;
    wire [65:0] lanes_29_y_slot_data;
    wire [10:0] lanes_29_predicate;
    reg [2:0] lanes_29_predicate_data;
    wire lanes_29_bus_valid;
    wire [9:0] lanes_29_bus_slot;
    wire [65:0] lanes_29_bus_data;
    wire lanes_29_predicate_valid;
    wire lanes_29_entry_valid;
    wire [9:0] lanes_29_truth_address;
    wire [2:0] lanes_29_truth;
    wire lanes_30_clock;
    wire lanes_30_reset;
    wire lanes_30_live;
    wire [10:0] lanes_30_address;
    reg [3:0] lanes_30_program_write;
    wire [10:0] lanes_30_program_address;
    wire [63:0] lanes_30_program_data;
    wire [9:0] lanes_30_x_slot;
    wire [65:0] lanes_30_x_slot_data;
    wire [9:0] lanes_30_y_slot;
    wire [65:0] lanes_30_y_slot_data;
    wire [10:0] lanes_30_predicate;
    reg [2:0] lanes_30_predicate_data;
    wire lanes_30_bus_valid;
    wire [9:0] lanes_30_bus_slot;
    wire [65:0] lanes_30_bus_data;
    wire lanes_30_predicate_valid;
    wire lanes_30_entry_valid;
    wire [9:0] lanes_30_truth_address;
    wire [2:0] lanes_30_truth;
    wire lanes_31_clock;
    wire lanes_31_reset;
    wire lanes_31_live;
    wire [10:0] lanes_31_address;
    reg [3:0] lanes_31_program_write;
    wire [10:0] lanes_31_program_address;
    wire [63:0] lanes_31_program_data;
    wire [9:0] lanes_31_x_slot;
    wire [65:0] lanes_31_x_slot_data;
    wire [9:0] lanes_31_y_slot;
    wire [65:0] lanes_31_y_slot_data;
    wire [10:0] lanes_31_predicate;
    reg [2:0] lanes_31_predicate_data;
    wire lanes_31_bus_valid;
    wire [9:0] lanes_31_bus_slot;
    wire [65:0] lanes_31_bus_data;
    wire lanes_31_predicate_valid;
    wire lanes_31_entry_valid;
    wire [9:0] lanes_31_truth_address;
    wire [2:0] lanes_31_truth;
    wire logic_units_0_clock;
    wire logic_units_0_live;
    wire [10:0] logic_units_0_address;
    wire logic_units_0_program_write;
    wire [10:0] logic_units_0_program_address;
    wire [63:0] logic_units_0_program_data;
    wire [10:0] logic_units_0_a;
    wire [10:0] logic_units_0_b;
    wire [10:0] logic_units_0_c;
    wire [10:0] logic_units_0_d;
    reg [2:0] logic_units_0_a_data;
    reg [2:0] logic_units_0_b_data;
    reg [2:0] logic_units_0_c_data;
    reg [2:0] logic_units_0_d_data;
    wire logic_units_0_predicate_valid;
    wire [8:0] logic_units_0_predicate_address;
    wire logic_units_0_entry_valid;
    wire [7:0] logic_units_0_entry;
    wire [2:0] logic_units_0_truth;
    wire logic_units_1_clock;
    wire logic_units_1_live;
    wire [10:0] logic_units_1_address;
    wire logic_units_1_program_write;
    wire [10:0] logic_units_1_program_address;
    wire [63:0] logic_units_1_program_data;
    wire [10:0] logic_units_1_a;
    wire [10:0] logic_units_1_b;
    wire [10:0] logic_units_1_c;
    wire [10:0] logic_units_1_d;
    reg [2:0] logic_units_1_a_data;
    reg [2:0] logic_units_1_b_data;
    reg [2:0] logic_units_1_c_data;
    reg [2:0] logic_units_1_d_data;
    wire logic_units_1_predicate_valid;
    wire [8:0] logic_units_1_predicate_address;
    wire logic_units_1_entry_valid;
    wire [7:0] logic_units_1_entry;
    wire [2:0] logic_units_1_truth;
    wire logic_units_2_clock;
    wire logic_units_2_live;
    wire [10:0] logic_units_2_address;
    wire logic_units_2_program_write;
    wire [10:0] logic_units_2_program_address;
    wire [63:0] logic_units_2_program_data;
    wire [10:0] logic_units_2_a;
    wire [10:0] logic_units_2_b;
    wire [10:0] logic_units_2_c;
    wire [10:0] logic_units_2_d;
    reg [2:0] logic_units_2_a_data;
    reg [2:0] logic_units_2_b_data;
    reg [2:0] logic_units_2_c_data;
    reg [2:0] logic_units_2_d_data;
    wire logic_units_2_predicate_valid;
    wire [8:0] logic_units_2_predicate_address;
    wire logic_units_2_entry_valid;
    wire [7:0] logic_units_2_entry;
    wire [2:0] logic_units_2_truth;
    wire logic_units_3_clock;
    wire logic_units_3_live;
    wire [10:0] logic_units_3_address;
    wire logic_units_3_program_write;
    wire [10:0] logic_units_3_program_address;
    wire [63:0] logic_units_3_program_data;
    wire [10:0] logic_units_3_a;
    wire [10:0] logic_units_3_b;
    wire [10:0] logic_units_3_c;
    wire [10:0] logic_units_3_d;
    reg [2:0] logic_units_3_a_data;
    reg [2:0] logic_units_3_b_data;
    reg [2:0] logic_units_3_c_data;
    reg [2:0] logic_units_3_d_data;
    wire logic_units_3_predicate_valid;
    wire [8:0] logic_units_3_predicate_address;
    wire logic_units_3_entry_valid;
    wire [7:0] logic_units_3_entry;
    wire [2:0] logic_units_3_truth;
    wire logic_units_4_clock;
    wire logic_units_4_live;
    wire [10:0] logic_units_4_address;
    wire logic_units_4_program_write;
    wire [10:0] logic_units_4_program_address;
    wire [63:0] logic_units_4_program_data;
    wire [10:0] logic_units_4_a;
    wire [10:0] logic_units_4_b;
    wire [10:0] logic_units_4_c;
    wire [10:0] logic_units_4_d;
    reg [2:0] logic_units_4_a_data;
    reg [2:0] logic_units_4_b_data;
    reg [2:0] logic_units_4_c_data;
    reg [2:0] logic_units_4_d_data;
    wire logic_units_4_predicate_valid;
    wire [8:0] logic_units_4_predicate_address;
    wire logic_units_4_entry_valid;
    wire [7:0] logic_units_4_entry;
    wire [2:0] logic_units_4_truth;
    wire logic_units_5_clock;
    wire logic_units_5_live;
    wire [10:0] logic_units_5_address;
    wire logic_units_5_program_write;
    wire [10:0] logic_units_5_program_address;
    wire [63:0] logic_units_5_program_data;
    wire [10:0] logic_units_5_a;
    wire [10:0] logic_units_5_b;
    wire [10:0] logic_units_5_c;
    wire [10:0] logic_units_5_d;
    reg [2:0] logic_units_5_a_data;
    reg [2:0] logic_units_5_b_data;
    reg [2:0] logic_units_5_c_data;
    reg [2:0] logic_units_5_d_data;
    wire logic_units_5_predicate_valid;
    wire [8:0] logic_units_5_predicate_address;
    wire logic_units_5_entry_valid;
    wire [7:0] logic_units_5_entry;
    wire [2:0] logic_units_5_truth;
    wire logic_units_6_clock;
    wire logic_units_6_live;
    wire [10:0] logic_units_6_address;
    wire logic_units_6_program_write;
    wire [10:0] logic_units_6_program_address;
    wire [63:0] logic_units_6_program_data;
    wire [10:0] logic_units_6_a;
    wire [10:0] logic_units_6_b;
    wire [10:0] logic_units_6_c;
    wire [10:0] logic_units_6_d;
    reg [2:0] logic_units_6_a_data;
    reg [2:0] logic_units_6_b_data;
    reg [2:0] logic_units_6_c_data;
    reg [2:0] logic_units_6_d_data;
    wire logic_units_6_predicate_valid;
    wire [8:0] logic_units_6_predicate_address;
    wire logic_units_6_entry_valid;
    wire [7:0] logic_units_6_entry;
    wire [2:0] logic_units_6_truth;
    wire logic_units_7_clock;
    wire logic_units_7_live;
    wire [10:0] logic_units_7_address;
    wire logic_units_7_program_write;
    wire [10:0] logic_units_7_program_address;
    wire [63:0] logic_units_7_program_data;
    wire [10:0] logic_units_7_a;
    wire [10:0] logic_units_7_b;
    wire [10:0] logic_units_7_c;
    wire [10:0] logic_units_7_d;
    reg [2:0] logic_units_7_a_data;
    reg [2:0] logic_units_7_b_data;
    reg [2:0] logic_units_7_c_data;
    reg [2:0] logic_units_7_d_data;
    wire logic_units_7_predicate_valid;
    wire [8:0] logic_units_7_predicate_address;
    wire logic_units_7_entry_valid;
    wire [7:0] logic_units_7_entry;
    wire [2:0] logic_units_7_truth;
    wire divider_unit_clock;
    wire divider_unit_reset;
    wire divider_unit_live;
    wire [10:0] divider_unit_address;
    reg [3:0] divider_unit_program_write;
    wire [10:0] divider_unit_program_address;
    wire [63:0] divider_unit_program_data;
    wire [9:0] divider_unit_a_slot;
    wire [9:0] divider_unit_b_slot;
    wire [9:0] divider_unit_c_slot;
    wire [65:0] divider_unit_a_slot_data;
    wire [65:0] divider_unit_b_slot_data;
    wire [65:0] divider_unit_c_slot_data;
    wire divider_unit_bus_valid;
    wire [9:0] divider_unit_bus_slot;
    wire [65:0] divider_unit_bus_data;
    wire slots_clock;
    wire slots_write_0;
    wire slots_write_1;
    wire slots_write_2;
    wire slots_write_3;
    wire slots_write_4;
    wire slots_write_5;
    wire slots_write_6;
    wire slots_write_7;
    wire slots_write_8;
    wire slots_write_9;
    wire slots_write_10;
    wire slots_write_11;
    wire slots_write_12;
    wire slots_write_13;
    wire slots_write_14;
    wire slots_write_15;
    wire slots_write_16;
    wire slots_write_17;
    wire slots_write_18;
    wire slots_write_19;
    wire slots_write_20;
    wire slots_write_21;
    wire slots_write_22;
    wire slots_write_23;
    wire slots_write_24;
    wire slots_write_25;
    wire slots_write_26;
    wire slots_write_27;
    wire slots_write_28;
    wire slots_write_29;
    wire slots_write_30;
    reg slots_write_31;
    reg [9:0] slots_write_address_0;
    reg [9:0] slots_write_address_1;
    reg [9:0] slots_write_address_2;
    reg [9:0] slots_write_address_3;
    reg [9:0] slots_write_address_4;
    reg [9:0] slots_write_address_5;
    reg [9:0] slots_write_address_6;
    reg [9:0] slots_write_address_7;
    reg [9:0] slots_write_address_8;
    reg [9:0] slots_write_address_9;
    reg [9:0] slots_write_address_10;
    reg [9:0] slots_write_address_11;
    reg [9:0] slots_write_address_12;
    reg [9:0] slots_write_address_13;
    reg [9:0] slots_write_address_14;
    reg [9:0] slots_write_address_15;
    reg [9:0] slots_write_address_16;
    reg [9:0] slots_write_address_17;
    reg [9:0] slots_write_address_18;
    reg [9:0] slots_write_address_19;
    reg [9:0] slots_write_address_20;
    reg [9:0] slots_write_address_21;
    reg [9:0] slots_write_address_22;
    reg [9:0] slots_write_address_23;
    reg [9:0] slots_write_address_24;
    reg [9:0] slots_write_address_25;
    reg [9:0] slots_write_address_26;
    reg [9:0] slots_write_address_27;
    reg [9:0] slots_write_address_28;
    reg [9:0] slots_write_address_29;
    reg [9:0] slots_write_address_30;
    reg [9:0] slots_write_address_31;
    reg [65:0] slots_write_data_0;
    reg [65:0] slots_write_data_1;
    reg [65:0] slots_write_data_2;
    reg [65:0] slots_write_data_3;
    reg [65:0] slots_write_data_4;
    reg [65:0] slots_write_data_5;
    reg [65:0] slots_write_data_6;
    reg [65:0] slots_write_data_7;
    reg [65:0] slots_write_data_8;
    reg [65:0] slots_write_data_9;
    reg [65:0] slots_write_data_10;
    reg [65:0] slots_write_data_11;
    reg [65:0] slots_write_data_12;
    reg [65:0] slots_write_data_13;
    reg [65:0] slots_write_data_14;
    reg [65:0] slots_write_data_15;
    reg [65:0] slots_write_data_16;
    reg [65:0] slots_write_data_17;
    reg [65:0] slots_write_data_18;
    reg [65:0] slots_write_data_19;
    reg [65:0] slots_write_data_20;
    reg [65:0] slots_write_data_21;
    reg [65:0] slots_write_data_22;
    reg [65:0] slots_write_data_23;
    reg [65:0] slots_write_data_24;
    reg [65:0] slots_write_data_25;
    reg [65:0] slots_write_data_26;
    reg [65:0] slots_write_data_27;
    reg [65:0] slots_write_data_28;
    reg [65:0] slots_write_data_29;
    reg [65:0] slots_write_data_30;
    reg [65:0] slots_write_data_31;
    wire [9:0] slots_read_address_0;
    wire [9:0] slots_read_address_1;
    wire [9:0] slots_read_address_2;
    wire [9:0] slots_read_address_3;
    wire [9:0] slots_read_address_4;
    wire [9:0] slots_read_address_5;
    wire [9:0] slots_read_address_6;
    wire [9:0] slots_read_address_7;
    wire [9:0] slots_read_address_8;
    wire [9:0] slots_read_address_9;
    wire [9:0] slots_read_address_10;
    wire [9:0] slots_read_address_11;
    wire [9:0] slots_read_address_12;
    wire [9:0] slots_read_address_13;
    wire [9:0] slots_read_address_14;
    wire [9:0] slots_read_address_15;
    wire [9:0] slots_read_address_16;
    wire [9:0] slots_read_address_17;
    wire [9:0] slots_read_address_18;
    wire [9:0] slots_read_address_19;
    wire [9:0] slots_read_address_20;
    wire [9:0] slots_read_address_21;
    wire [9:0] slots_read_address_22;
    wire [9:0] slots_read_address_23;
    wire [9:0] slots_read_address_24;
    wire [9:0] slots_read_address_25;
    wire [9:0] slots_read_address_26;
    wire [9:0] slots_read_address_27;
    wire [9:0] slots_read_address_28;
    wire [9:0] slots_read_address_29;
    wire [9:0] slots_read_address_30;
    wire [9:0] slots_read_address_31;
    wire [9:0] slots_read_address_32;
    wire [9:0] slots_read_address_33;
    wire [9:0] slots_read_address_34;
    wire [9:0] slots_read_address_35;
    wire [9:0] slots_read_address_36;
    wire [9:0] slots_read_address_37;
    wire [9:0] slots_read_address_38;
    wire [9:0] slots_read_address_39;
    wire [9:0] slots_read_address_40;
    wire [9:0] slots_read_address_41;
    wire [9:0] slots_read_address_42;
    wire [9:0] slots_read_address_43;
    wire [9:0] slots_read_address_44;
    wire [9:0] slots_read_address_45;
    wire [9:0] slots_read_address_46;
    wire [9:0] slots_read_address_47;
    wire [9:0] slots_read_address_48;
    wire [9:0] slots_read_address_49;
    wire [9:0] slots_read_address_50;
    wire [9:0] slots_read_address_51;
    wire [9:0] slots_read_address_52;
    wire [9:0] slots_read_address_53;
    wire [9:0] slots_read_address_54;
    wire [9:0] slots_read_address_55;
    wire [9:0] slots_read_address_56;
    wire [9:0] slots_read_address_57;
    wire [9:0] slots_read_address_58;
    wire [9:0] slots_read_address_59;
    wire [9:0] slots_read_address_60;
    wire [9:0] slots_read_address_61;
    wire [9:0] slots_read_address_62;
    wire [9:0] slots_read_address_63;
    wire [9:0] slots_read_address_64;
    wire [9:0] slots_read_address_65;
    wire [9:0] slots_read_address_66;
    wire [65:0] slots_read_data_0;
    wire [65:0] slots_read_data_1;
    wire [65:0] slots_read_data_2;
    wire [65:0] slots_read_data_3;
    wire [65:0] slots_read_data_4;
    wire [65:0] slots_read_data_5;
    wire [65:0] slots_read_data_6;
    wire [65:0] slots_read_data_7;
    wire [65:0] slots_read_data_8;
    wire [65:0] slots_read_data_9;
    wire [65:0] slots_read_data_10;
    wire [65:0] slots_read_data_11;
    wire [65:0] slots_read_data_12;
    wire [65:0] slots_read_data_13;
    wire [65:0] slots_read_data_14;
    wire [65:0] slots_read_data_15;
    wire [65:0] slots_read_data_16;
    wire [65:0] slots_read_data_17;
    wire [65:0] slots_read_data_18;
    wire [65:0] slots_read_data_19;
    wire [65:0] slots_read_data_20;
    wire [65:0] slots_read_data_21;
    wire [65:0] slots_read_data_22;
    wire [65:0] slots_read_data_23;
    wire [65:0] slots_read_data_24;
    wire [65:0] slots_read_data_25;
    wire [65:0] slots_read_data_26;
    wire [65:0] slots_read_data_27;
    wire [65:0] slots_read_data_28;
    wire [65:0] slots_read_data_29;
    wire [65:0] slots_read_data_30;
    wire [65:0] slots_read_data_31;
    wire [65:0] slots_read_data_32;
    wire [65:0] slots_read_data_33;
    wire [65:0] slots_read_data_34;
    wire [65:0] slots_read_data_35;
    wire [65:0] slots_read_data_36;
    wire [65:0] slots_read_data_37;
    wire [65:0] slots_read_data_38;
    wire [65:0] slots_read_data_39;
    wire [65:0] slots_read_data_40;
    wire [65:0] slots_read_data_41;
    wire [65:0] slots_read_data_42;
    wire [65:0] slots_read_data_43;
    wire [65:0] slots_read_data_44;
    wire [65:0] slots_read_data_45;
    wire [65:0] slots_read_data_46;
    wire [65:0] slots_read_data_47;
    wire [65:0] slots_read_data_48;
    wire [65:0] slots_read_data_49;
    wire [65:0] slots_read_data_50;
    wire [65:0] slots_read_data_51;
    wire [65:0] slots_read_data_52;
    wire [65:0] slots_read_data_53;
    wire [65:0] slots_read_data_54;
    wire [65:0] slots_read_data_55;
    wire [65:0] slots_read_data_56;
    wire [65:0] slots_read_data_57;
    wire [65:0] slots_read_data_58;
    wire [65:0] slots_read_data_59;
    wire [65:0] slots_read_data_60;
    wire [65:0] slots_read_data_61;
    wire [65:0] slots_read_data_62;
    wire [65:0] slots_read_data_63;
    wire [65:0] slots_read_data_64;
    wire [65:0] slots_read_data_65;
    wire [65:0] slots_read_data_66;
    wire lane_predicates_clock;
    wire lane_predicates_write_0;
    wire lane_predicates_write_1;
    wire lane_predicates_write_2;
    wire lane_predicates_write_3;
    wire lane_predicates_write_4;
    wire lane_predicates_write_5;
    wire lane_predicates_write_6;
    wire lane_predicates_write_7;
    wire lane_predicates_write_8;
    wire lane_predicates_write_9;
    wire lane_predicates_write_10;
    wire lane_predicates_write_11;
    wire lane_predicates_write_12;
    wire lane_predicates_write_13;
    wire lane_predicates_write_14;
    wire lane_predicates_write_15;
    wire lane_predicates_write_16;
    wire lane_predicates_write_17;
    wire lane_predicates_write_18;
    wire lane_predicates_write_19;
    wire lane_predicates_write_20;
    wire lane_predicates_write_21;
    wire lane_predicates_write_22;
    wire lane_predicates_write_23;
    wire lane_predicates_write_24;
    wire lane_predicates_write_25;
    wire lane_predicates_write_26;
    wire lane_predicates_write_27;
    wire lane_predicates_write_28;
    wire lane_predicates_write_29;
    wire lane_predicates_write_30;
    wire lane_predicates_write_31;
    wire [9:0] lane_predicates_write_address_0;
    wire [9:0] lane_predicates_write_address_1;
    wire [9:0] lane_predicates_write_address_2;
    wire [9:0] lane_predicates_write_address_3;
    wire [9:0] lane_predicates_write_address_4;
    wire [9:0] lane_predicates_write_address_5;
    wire [9:0] lane_predicates_write_address_6;
    wire [9:0] lane_predicates_write_address_7;
    wire [9:0] lane_predicates_write_address_8;
    wire [9:0] lane_predicates_write_address_9;
    wire [9:0] lane_predicates_write_address_10;
    wire [9:0] lane_predicates_write_address_11;
    wire [9:0] lane_predicates_write_address_12;
    wire [9:0] lane_predicates_write_address_13;
    wire [9:0] lane_predicates_write_address_14;
    wire [9:0] lane_predicates_write_address_15;
    wire [9:0] lane_predicates_write_address_16;
    wire [9:0] lane_predicates_write_address_17;
    wire [9:0] lane_predicates_write_address_18;
    wire [9:0] lane_predicates_write_address_19;
    wire [9:0] lane_predicates_write_address_20;
    wire [9:0] lane_predicates_write_address_21;
    wire [9:0] lane_predicates_write_address_22;
    wire [9:0] lane_predicates_write_address_23;
    wire [9:0] lane_predicates_write_address_24;
    wire [9:0] lane_predicates_write_address_25;
    wire [9:0] lane_predicates_write_address_26;
    wire [9:0] lane_predicates_write_address_27;
    wire [9:0] lane_predicates_write_address_28;
    wire [9:0] lane_predicates_write_address_29;
    wire [9:0] lane_predicates_write_address_30;
    wire [9:0] lane_predicates_write_address_31;
    wire [2:0] lane_predicates_write_data_0;
    wire [2:0] lane_predicates_write_data_1;
    wire [2:0] lane_predicates_write_data_2;
    wire [2:0] lane_predicates_write_data_3;
    wire [2:0] lane_predicates_write_data_4;
    wire [2:0] lane_predicates_write_data_5;
    wire [2:0] lane_predicates_write_data_6;
    wire [2:0] lane_predicates_write_data_7;
    wire [2:0] lane_predicates_write_data_8;
    wire [2:0] lane_predicates_write_data_9;
    wire [2:0] lane_predicates_write_data_10;
    wire [2:0] lane_predicates_write_data_11;
    wire [2:0] lane_predicates_write_data_12;
    wire [2:0] lane_predicates_write_data_13;
    wire [2:0] lane_predicates_write_data_14;
    wire [2:0] lane_predicates_write_data_15;
    wire [2:0] lane_predicates_write_data_16;
    wire [2:0] lane_predicates_write_data_17;
    wire [2:0] lane_predicates_write_data_18;
    wire [2:0] lane_predicates_write_data_19;
    wire [2:0] lane_predicates_write_data_20;
    wire [2:0] lane_predicates_write_data_21;
    wire [2:0] lane_predicates_write_data_22;
    wire [2:0] lane_predicates_write_data_23;
    wire [2:0] lane_predicates_write_data_24;
    wire [2:0] lane_predicates_write_data_25;
    wire [2:0] lane_predicates_write_data_26;
    wire [2:0] lane_predicates_write_data_27;
    wire [2:0] lane_predicates_write_data_28;
    wire [2:0] lane_predicates_write_data_29;
    wire [2:0] lane_predicates_write_data_30;
    wire [2:0] lane_predicates_write_data_31;
    wire [9:0] lane_predicates_read_address_0;
    wire [9:0] lane_predicates_read_address_1;
    wire [9:0] lane_predicates_read_address_2;
    wire [9:0] lane_predicates_read_address_3;
    wire [9:0] lane_predicates_read_address_4;
    wire [9:0] lane_predicates_read_address_5;
    wire [9:0] lane_predicates_read_address_6;
    wire [9:0] lane_predicates_read_address_7;
    wire [9:0] lane_predicates_read_address_8;
    wire [9:0] lane_predicates_read_address_9;
    wire [9:0] lane_predicates_read_address_10;
    wire [9:0] lane_predicates_read_address_11;
    wire [9:0] lane_predicates_read_address_12;
    wire [9:0] lane_predicates_read_address_13;
    wire [9:0] lane_predicates_read_address_14;
    wire [9:0] lane_predicates_read_address_15;
    wire [9:0] lane_predicates_read_address_16;
    wire [9:0] lane_predicates_read_address_17;
    wire [9:0] lane_predicates_read_address_18;
    wire [9:0] lane_predicates_read_address_19;
    wire [9:0] lane_predicates_read_address_20;
    wire [9:0] lane_predicates_read_address_21;
    wire [9:0] lane_predicates_read_address_22;
    wire [9:0] lane_predicates_read_address_23;
    wire [9:0] lane_predicates_read_address_24;
    wire [9:0] lane_predicates_read_address_25;
    wire [9:0] lane_predicates_read_address_26;
    wire [9:0] lane_predicates_read_address_27;
    wire [9:0] lane_predicates_read_address_28;
    wire [9:0] lane_predicates_read_address_29;
    wire [9:0] lane_predicates_read_address_30;
    wire [9:0] lane_predicates_read_address_31;
    wire [9:0] lane_predicates_read_address_32;
    wire [9:0] lane_predicates_read_address_33;
    wire [9:0] lane_predicates_read_address_34;
    wire [9:0] lane_predicates_read_address_35;
    wire [9:0] lane_predicates_read_address_36;
    wire [9:0] lane_predicates_read_address_37;
    wire [9:0] lane_predicates_read_address_38;
    wire [9:0] lane_predicates_read_address_39;
    wire [9:0] lane_predicates_read_address_40;
    wire [9:0] lane_predicates_read_address_41;
    wire [9:0] lane_predicates_read_address_42;
    wire [9:0] lane_predicates_read_address_43;
    wire [9:0] lane_predicates_read_address_44;
    wire [9:0] lane_predicates_read_address_45;
    wire [9:0] lane_predicates_read_address_46;
    wire [9:0] lane_predicates_read_address_47;
    wire [9:0] lane_predicates_read_address_48;
    wire [9:0] lane_predicates_read_address_49;
    wire [9:0] lane_predicates_read_address_50;
    wire [9:0] lane_predicates_read_address_51;
    wire [9:0] lane_predicates_read_address_52;
    wire [9:0] lane_predicates_read_address_53;
    wire [9:0] lane_predicates_read_address_54;
    wire [9:0] lane_predicates_read_address_55;
    wire [9:0] lane_predicates_read_address_56;
    wire [9:0] lane_predicates_read_address_57;
    wire [9:0] lane_predicates_read_address_58;
    wire [9:0] lane_predicates_read_address_59;
    wire [9:0] lane_predicates_read_address_60;
    wire [9:0] lane_predicates_read_address_61;
    wire [9:0] lane_predicates_read_address_62;
    wire [9:0] lane_predicates_read_address_63;
    wire [2:0] lane_predicates_read_data_0;
    wire [2:0] lane_predicates_read_data_1;
    wire [2:0] lane_predicates_read_data_2;
    wire [2:0] lane_predicates_read_data_3;
    wire [2:0] lane_predicates_read_data_4;
    wire [2:0] lane_predicates_read_data_5;
    wire [2:0] lane_predicates_read_data_6;
    wire [2:0] lane_predicates_read_data_7;
    wire [2:0] lane_predicates_read_data_8;
    wire [2:0] lane_predicates_read_data_9;
    wire [2:0] lane_predicates_read_data_10;
    wire [2:0] lane_predicates_read_data_11;
    wire [2:0] lane_predicates_read_data_12;
    wire [2:0] lane_predicates_read_data_13;
    wire [2:0] lane_predicates_read_data_14;
    wire [2:0] lane_predicates_read_data_15;
    wire [2:0] lane_predicates_read_data_16;
    wire [2:0] lane_predicates_read_data_17;
    wire [2:0] lane_predicates_read_data_18;
    wire [2:0] lane_predicates_read_data_19;
    wire [2:0] lane_predicates_read_data_20;
    wire [2:0] lane_predicates_read_data_21;
    wire [2:0] lane_predicates_read_data_22;
    wire [2:0] lane_predicates_read_data_23;
    wire [2:0] lane_predicates_read_data_24;
    wire [2:0] lane_predicates_read_data_25;
    wire [2:0] lane_predicates_read_data_26;
    wire [2:0] lane_predicates_read_data_27;
    wire [2:0] lane_predicates_read_data_28;
    wire [2:0] lane_predicates_read_data_29;
    wire [2:0] lane_predicates_read_data_30;
    wire [2:0] lane_predicates_read_data_31;
    wire [2:0] lane_predicates_read_data_32;
    wire [2:0] lane_predicates_read_data_33;
    wire [2:0] lane_predicates_read_data_34;
    wire [2:0] lane_predicates_read_data_35;
    wire [2:0] lane_predicates_read_data_36;
    wire [2:0] lane_predicates_read_data_37;
    wire [2:0] lane_predicates_read_data_38;
    wire [2:0] lane_predicates_read_data_39;
    wire [2:0] lane_predicates_read_data_40;
    wire [2:0] lane_predicates_read_data_41;
    wire [2:0] lane_predicates_read_data_42;
    wire [2:0] lane_predicates_read_data_43;
    wire [2:0] lane_predicates_read_data_44;
    wire [2:0] lane_predicates_read_data_45;
    wire [2:0] lane_predicates_read_data_46;
    wire [2:0] lane_predicates_read_data_47;
    wire [2:0] lane_predicates_read_data_48;
    wire [2:0] lane_predicates_read_data_49;
    wire [2:0] lane_predicates_read_data_50;
    wire [2:0] lane_predicates_read_data_51;
    wire [2:0] lane_predicates_read_data_52;
    wire [2:0] lane_predicates_read_data_53;
    wire [2:0] lane_predicates_read_data_54;
    wire [2:0] lane_predicates_read_data_55;
    wire [2:0] lane_predicates_read_data_56;
    wire [2:0] lane_predicates_read_data_57;
    wire [2:0] lane_predicates_read_data_58;
    wire [2:0] lane_predicates_read_data_59;
    wire [2:0] lane_predicates_read_data_60;
    wire [2:0] lane_predicates_read_data_61;
    wire [2:0] lane_predicates_read_data_62;
    wire [2:0] lane_predicates_read_data_63;
    wire logic_predicates_clock;
    wire logic_predicates_write_0;
    wire logic_predicates_write_1;
    wire logic_predicates_write_2;
    wire logic_predicates_write_3;
    wire logic_predicates_write_4;
    wire logic_predicates_write_5;
    wire logic_predicates_write_6;
    wire logic_predicates_write_7;
    wire [8:0] logic_predicates_write_address_0;
    wire [8:0] logic_predicates_write_address_1;
    wire [8:0] logic_predicates_write_address_2;
    wire [8:0] logic_predicates_write_address_3;
    wire [8:0] logic_predicates_write_address_4;
    wire [8:0] logic_predicates_write_address_5;
    wire [8:0] logic_predicates_write_address_6;
    wire [8:0] logic_predicates_write_address_7;
    wire [2:0] logic_predicates_write_data_0;
    wire [2:0] logic_predicates_write_data_1;
    wire [2:0] logic_predicates_write_data_2;
    wire [2:0] logic_predicates_write_data_3;
    wire [2:0] logic_predicates_write_data_4;
    wire [2:0] logic_predicates_write_data_5;
    wire [2:0] logic_predicates_write_data_6;
    wire [2:0] logic_predicates_write_data_7;
    wire [8:0] logic_predicates_read_address_0;
    wire [8:0] logic_predicates_read_address_1;
    wire [8:0] logic_predicates_read_address_2;
    wire [8:0] logic_predicates_read_address_3;
    wire [8:0] logic_predicates_read_address_4;
    wire [8:0] logic_predicates_read_address_5;
    wire [8:0] logic_predicates_read_address_6;
    wire [8:0] logic_predicates_read_address_7;
    wire [8:0] logic_predicates_read_address_8;
    wire [8:0] logic_predicates_read_address_9;
    wire [8:0] logic_predicates_read_address_10;
    wire [8:0] logic_predicates_read_address_11;
    wire [8:0] logic_predicates_read_address_12;
    wire [8:0] logic_predicates_read_address_13;
    wire [8:0] logic_predicates_read_address_14;
    wire [8:0] logic_predicates_read_address_15;
    wire [8:0] logic_predicates_read_address_16;
    wire [8:0] logic_predicates_read_address_17;
    wire [8:0] logic_predicates_read_address_18;
    wire [8:0] logic_predicates_read_address_19;
    wire [8:0] logic_predicates_read_address_20;
    wire [8:0] logic_predicates_read_address_21;
    wire [8:0] logic_predicates_read_address_22;
    wire [8:0] logic_predicates_read_address_23;
    wire [8:0] logic_predicates_read_address_24;
    wire [8:0] logic_predicates_read_address_25;
    wire [8:0] logic_predicates_read_address_26;
    wire [8:0] logic_predicates_read_address_27;
    wire [8:0] logic_predicates_read_address_28;
    wire [8:0] logic_predicates_read_address_29;
    wire [8:0] logic_predicates_read_address_30;
    wire [8:0] logic_predicates_read_address_31;
    wire [8:0] logic_predicates_read_address_32;
    wire [8:0] logic_predicates_read_address_33;
    wire [8:0] logic_predicates_read_address_34;
    wire [8:0] logic_predicates_read_address_35;
    wire [8:0] logic_predicates_read_address_36;
    wire [8:0] logic_predicates_read_address_37;
    wire [8:0] logic_predicates_read_address_38;
    wire [8:0] logic_predicates_read_address_39;
    wire [8:0] logic_predicates_read_address_40;
    wire [8:0] logic_predicates_read_address_41;
    wire [8:0] logic_predicates_read_address_42;
    wire [8:0] logic_predicates_read_address_43;
    wire [8:0] logic_predicates_read_address_44;
    wire [8:0] logic_predicates_read_address_45;
    wire [8:0] logic_predicates_read_address_46;
    wire [8:0] logic_predicates_read_address_47;
    wire [8:0] logic_predicates_read_address_48;
    wire [8:0] logic_predicates_read_address_49;
    wire [8:0] logic_predicates_read_address_50;
    wire [8:0] logic_predicates_read_address_51;
    wire [8:0] logic_predicates_read_address_52;
    wire [8:0] logic_predicates_read_address_53;
    wire [8:0] logic_predicates_read_address_54;
    wire [8:0] logic_predicates_read_address_55;
    wire [8:0] logic_predicates_read_address_56;
    wire [8:0] logic_predicates_read_address_57;
    wire [8:0] logic_predicates_read_address_58;
    wire [8:0] logic_predicates_read_address_59;
    wire [8:0] logic_predicates_read_address_60;
    wire [8:0] logic_predicates_read_address_61;
    wire [8:0] logic_predicates_read_address_62;
    wire [8:0] logic_predicates_read_address_63;
    wire [2:0] logic_predicates_read_data_0;
    wire [2:0] logic_predicates_read_data_1;
    wire [2:0] logic_predicates_read_data_2;
    wire [2:0] logic_predicates_read_data_3;
    wire [2:0] logic_predicates_read_data_4;
    wire [2:0] logic_predicates_read_data_5;
    wire [2:0] logic_predicates_read_data_6;
    wire [2:0] logic_predicates_read_data_7;
    wire [2:0] logic_predicates_read_data_8;
    wire [2:0] logic_predicates_read_data_9;
    wire [2:0] logic_predicates_read_data_10;
    wire [2:0] logic_predicates_read_data_11;
    wire [2:0] logic_predicates_read_data_12;
    wire [2:0] logic_predicates_read_data_13;
    wire [2:0] logic_predicates_read_data_14;
    wire [2:0] logic_predicates_read_data_15;
    wire [2:0] logic_predicates_read_data_16;
    wire [2:0] logic_predicates_read_data_17;
    wire [2:0] logic_predicates_read_data_18;
    wire [2:0] logic_predicates_read_data_19;
    wire [2:0] logic_predicates_read_data_20;
    wire [2:0] logic_predicates_read_data_21;
    wire [2:0] logic_predicates_read_data_22;
    wire [2:0] logic_predicates_read_data_23;
    wire [2:0] logic_predicates_read_data_24;
    wire [2:0] logic_predicates_read_data_25;
    wire [2:0] logic_predicates_read_data_26;
    wire [2:0] logic_predicates_read_data_27;
    wire [2:0] logic_predicates_read_data_28;
    wire [2:0] logic_predicates_read_data_29;
    wire [2:0] logic_predicates_read_data_30;
    wire [2:0] logic_predicates_read_data_31;
    wire [2:0] logic_predicates_read_data_32;
    wire [2:0] logic_predicates_read_data_33;
    wire [2:0] logic_predicates_read_data_34;
    wire [2:0] logic_predicates_read_data_35;
    wire [2:0] logic_predicates_read_data_36;
    wire [2:0] logic_predicates_read_data_37;
    wire [2:0] logic_predicates_read_data_38;
    wire [2:0] logic_predicates_read_data_39;
    wire [2:0] logic_predicates_read_data_40;
    wire [2:0] logic_predicates_read_data_41;
    wire [2:0] logic_predicates_read_data_42;
    wire [2:0] logic_predicates_read_data_43;
    wire [2:0] logic_predicates_read_data_44;
    wire [2:0] logic_predicates_read_data_45;
    wire [2:0] logic_predicates_read_data_46;
    wire [2:0] logic_predicates_read_data_47;
    wire [2:0] logic_predicates_read_data_48;
    wire [2:0] logic_predicates_read_data_49;
    wire [2:0] logic_predicates_read_data_50;
    wire [2:0] logic_predicates_read_data_51;
    wire [2:0] logic_predicates_read_data_52;
    wire [2:0] logic_predicates_read_data_53;
    wire [2:0] logic_predicates_read_data_54;
    wire [2:0] logic_predicates_read_data_55;
    wire [2:0] logic_predicates_read_data_56;
    wire [2:0] logic_predicates_read_data_57;
    wire [2:0] logic_predicates_read_data_58;
    wire [2:0] logic_predicates_read_data_59;
    wire [2:0] logic_predicates_read_data_60;
    wire [2:0] logic_predicates_read_data_61;
    wire [2:0] logic_predicates_read_data_62;
    wire [2:0] logic_predicates_read_data_63;
    wire verdict_clock;
    wire verdict_reset;
    wire verdict_clear;
    wire verdict_valid_0;
    wire verdict_valid_1;
    wire verdict_valid_2;
    wire verdict_valid_3;
    wire verdict_valid_4;
    wire verdict_valid_5;
    wire verdict_valid_6;
    wire verdict_valid_7;
    wire verdict_valid_8;
    wire verdict_valid_9;
    wire verdict_valid_10;
    wire verdict_valid_11;
    wire verdict_valid_12;
    wire verdict_valid_13;
    wire verdict_valid_14;
    wire verdict_valid_15;
    wire verdict_valid_16;
    wire verdict_valid_17;
    wire verdict_valid_18;
    wire verdict_valid_19;
    wire verdict_valid_20;
    wire verdict_valid_21;
    wire verdict_valid_22;
    wire verdict_valid_23;
    wire verdict_valid_24;
    wire verdict_valid_25;
    wire verdict_valid_26;
    wire verdict_valid_27;
    wire verdict_valid_28;
    wire verdict_valid_29;
    wire verdict_valid_30;
    wire verdict_valid_31;
    wire verdict_valid_32;
    wire verdict_valid_33;
    wire verdict_valid_34;
    wire verdict_valid_35;
    wire verdict_valid_36;
    wire verdict_valid_37;
    wire verdict_valid_38;
    wire verdict_valid_39;
    wire verdict_valid_40;
    wire verdict_valid_41;
    wire verdict_valid_42;
    wire verdict_valid_43;
    wire verdict_valid_44;
    wire verdict_valid_45;
    wire verdict_valid_46;
    wire verdict_valid_47;
    wire verdict_valid_48;
    wire verdict_valid_49;
    wire verdict_valid_50;
    wire verdict_valid_51;
    wire verdict_valid_52;
    wire verdict_valid_53;
    wire verdict_valid_54;
    wire verdict_valid_55;
    wire [7:0] verdict_index_0;
    wire [7:0] verdict_index_1;
    wire [7:0] verdict_index_2;
    wire [7:0] verdict_index_3;
    wire [7:0] verdict_index_4;
    wire [7:0] verdict_index_5;
    wire [7:0] verdict_index_6;
    wire [7:0] verdict_index_7;
    wire [7:0] verdict_index_8;
    wire [7:0] verdict_index_9;
    wire [7:0] verdict_index_10;
    wire [7:0] verdict_index_11;
    wire [7:0] verdict_index_12;
    wire [7:0] verdict_index_13;
    wire [7:0] verdict_index_14;
    wire [7:0] verdict_index_15;
    wire [7:0] verdict_index_16;
    wire [7:0] verdict_index_17;
    wire [7:0] verdict_index_18;
    wire [7:0] verdict_index_19;
    wire [7:0] verdict_index_20;
    wire [7:0] verdict_index_21;
    wire [7:0] verdict_index_22;
    wire [7:0] verdict_index_23;
    wire [7:0] verdict_index_24;
    wire [7:0] verdict_index_25;
    wire [7:0] verdict_index_26;
    wire [7:0] verdict_index_27;
    wire [7:0] verdict_index_28;
    wire [7:0] verdict_index_29;
    wire [7:0] verdict_index_30;
    wire [7:0] verdict_index_31;
    wire [7:0] verdict_index_32;
    wire [7:0] verdict_index_33;
    wire [7:0] verdict_index_34;
    wire [7:0] verdict_index_35;
    wire [7:0] verdict_index_36;
    wire [7:0] verdict_index_37;
    wire [7:0] verdict_index_38;
    wire [7:0] verdict_index_39;
    wire [7:0] verdict_index_40;
    wire [7:0] verdict_index_41;
    wire [7:0] verdict_index_42;
    wire [7:0] verdict_index_43;
    wire [7:0] verdict_index_44;
    wire [7:0] verdict_index_45;
    wire [7:0] verdict_index_46;
    wire [7:0] verdict_index_47;
    wire [7:0] verdict_index_48;
    wire [7:0] verdict_index_49;
    wire [7:0] verdict_index_50;
    wire [7:0] verdict_index_51;
    wire [7:0] verdict_index_52;
    wire [7:0] verdict_index_53;
    wire [7:0] verdict_index_54;
    wire [7:0] verdict_index_55;
    wire [2:0] verdict_truth_0;
    wire [2:0] verdict_truth_1;
    wire [2:0] verdict_truth_2;
    wire [2:0] verdict_truth_3;
    wire [2:0] verdict_truth_4;
    wire [2:0] verdict_truth_5;
    wire [2:0] verdict_truth_6;
    wire [2:0] verdict_truth_7;
    wire [2:0] verdict_truth_8;
    wire [2:0] verdict_truth_9;
    wire [2:0] verdict_truth_10;
    wire [2:0] verdict_truth_11;
    wire [2:0] verdict_truth_12;
    wire [2:0] verdict_truth_13;
    wire [2:0] verdict_truth_14;
    wire [2:0] verdict_truth_15;
    wire [2:0] verdict_truth_16;
    wire [2:0] verdict_truth_17;
    wire [2:0] verdict_truth_18;
    wire [2:0] verdict_truth_19;
    wire [2:0] verdict_truth_20;
    wire [2:0] verdict_truth_21;
    wire [2:0] verdict_truth_22;
    wire [2:0] verdict_truth_23;
    wire [2:0] verdict_truth_24;
    wire [2:0] verdict_truth_25;
    wire [2:0] verdict_truth_26;
    wire [2:0] verdict_truth_27;
    wire [2:0] verdict_truth_28;
    wire [2:0] verdict_truth_29;
    wire [2:0] verdict_truth_30;
    wire [2:0] verdict_truth_31;
    wire [2:0] verdict_truth_32;
    wire [2:0] verdict_truth_33;
    wire [2:0] verdict_truth_34;
    wire [2:0] verdict_truth_35;
    wire [2:0] verdict_truth_36;
    wire [2:0] verdict_truth_37;
    wire [2:0] verdict_truth_38;
    wire [2:0] verdict_truth_39;
    wire [2:0] verdict_truth_40;
    wire [2:0] verdict_truth_41;
    wire [2:0] verdict_truth_42;
    wire [2:0] verdict_truth_43;
    wire [2:0] verdict_truth_44;
    wire [2:0] verdict_truth_45;
    wire [2:0] verdict_truth_46;
    wire [2:0] verdict_truth_47;
    wire [2:0] verdict_truth_48;
    wire [2:0] verdict_truth_49;
    wire [2:0] verdict_truth_50;
    wire [2:0] verdict_truth_51;
    wire [2:0] verdict_truth_52;
    wire [2:0] verdict_truth_53;
    wire [2:0] verdict_truth_54;
    wire [2:0] verdict_truth_55;
    wire verdict_judge;
    wire [8:0] verdict_count;
    wire verdict_decided;
    wire verdict_accept;
    wire [7:0] verdict_first;
    wire [2:0] verdict_outcome;
    wire [127:0] verdict_failing;
    wire verdict_words_clock;
    wire verdict_words_write;
    wire [10:0] verdict_words_write_address;
    wire [63:0] verdict_words_write_data;
    wire [10:0] verdict_words_read_address;
    // A word has 64 bits, a verdict fewer.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] verdict_words_read_data;
    // verilator lint_on UNUSEDSIGNAL
    wire egress_clock;
    wire egress_reset;
    wire egress_valid;
    wire egress_accept;
    wire egress_malformed;
    wire [7:0] egress_entry;
    wire [2:0] egress_outcome;
    wire [127:0] egress_failing;
    wire [6:0] egress_kind;
    wire [15:0] egress_session;
    wire [31:0] egress_sequence_number;
    wire egress_ready;
    wire [511:0] egress_m_axis_tdata;
    wire egress_m_axis_tvalid;
    wire egress_m_axis_tready;
    reg well_formed_d;
    reg well_formed_q;
    reg [6:0] kind_d;
    reg [6:0] kind_q;
    reg [15:0] session_d;
    reg [15:0] session_q;
    reg [31:0] sequence_number_d;
    reg [31:0] sequence_number_q;
    reg decided_d;
    reg decided_q;
    reg accept_d;
    reg accept_q;
    reg [7:0] first_d;
    reg [7:0] first_q;
    reg [2:0] outcome_d;
    reg [2:0] outcome_q;
    reg [127:0] failing_d;
    reg [127:0] failing_q;

    reg [31:0] lane_memory;
    reg [7:0] logic_memory;
    wire refused;

    core_parse parse(
        .clock(parse_clock),
        .reset(parse_reset),
        .s_axis_tdata(parse_s_axis_tdata),
        .s_axis_tkeep(parse_s_axis_tkeep),
        .s_axis_tlast(parse_s_axis_tlast),
        .s_axis_tvalid(parse_s_axis_tvalid),
        .s_axis_tready(parse_s_axis_tready),
        .s_axis_tuser(parse_s_axis_tuser),
        .accept(parse_accept),
        .rows_wanted(parse_rows_wanted),
        .bank(parse_bank),
        .cfg_valid(parse_cfg_valid),
        .cfg_address(parse_cfg_address),
        .cfg_data(parse_cfg_data),
        .start(parse_start),
        .kind(parse_kind),
        .sequence_number(parse_sequence_number),
        .session(parse_session),
        .field_valid_0(parse_field_valid_0),
        .field_valid_1(parse_field_valid_1),
        .field_valid_2(parse_field_valid_2),
        .field_valid_3(parse_field_valid_3),
        .field_valid_4(parse_field_valid_4),
        .field_valid_5(parse_field_valid_5),
        .field_valid_6(parse_field_valid_6),
        .field_valid_7(parse_field_valid_7),
        .field_valid_8(parse_field_valid_8),
        .field_valid_9(parse_field_valid_9),
        .field_valid_10(parse_field_valid_10),
        .field_valid_11(parse_field_valid_11),
        .field_valid_12(parse_field_valid_12),
        .field_valid_13(parse_field_valid_13),
        .field_valid_14(parse_field_valid_14),
        .field_valid_15(parse_field_valid_15),
        .field_valid_16(parse_field_valid_16),
        .field_valid_17(parse_field_valid_17),
        .field_valid_18(parse_field_valid_18),
        .field_valid_19(parse_field_valid_19),
        .field_valid_20(parse_field_valid_20),
        .field_valid_21(parse_field_valid_21),
        .field_valid_22(parse_field_valid_22),
        .field_valid_23(parse_field_valid_23),
        .field_valid_24(parse_field_valid_24),
        .field_valid_25(parse_field_valid_25),
        .field_valid_26(parse_field_valid_26),
        .field_valid_27(parse_field_valid_27),
        .field_valid_28(parse_field_valid_28),
        .field_valid_29(parse_field_valid_29),
        .field_valid_30(parse_field_valid_30),
        .field_valid_31(parse_field_valid_31),
        .field_data_0(parse_field_data_0),
        .field_data_1(parse_field_data_1),
        .field_data_2(parse_field_data_2),
        .field_data_3(parse_field_data_3),
        .field_data_4(parse_field_data_4),
        .field_data_5(parse_field_data_5),
        .field_data_6(parse_field_data_6),
        .field_data_7(parse_field_data_7),
        .field_data_8(parse_field_data_8),
        .field_data_9(parse_field_data_9),
        .field_data_10(parse_field_data_10),
        .field_data_11(parse_field_data_11),
        .field_data_12(parse_field_data_12),
        .field_data_13(parse_field_data_13),
        .field_data_14(parse_field_data_14),
        .field_data_15(parse_field_data_15),
        .field_data_16(parse_field_data_16),
        .field_data_17(parse_field_data_17),
        .field_data_18(parse_field_data_18),
        .field_data_19(parse_field_data_19),
        .field_data_20(parse_field_data_20),
        .field_data_21(parse_field_data_21),
        .field_data_22(parse_field_data_22),
        .field_data_23(parse_field_data_23),
        .field_data_24(parse_field_data_24),
        .field_data_25(parse_field_data_25),
        .field_data_26(parse_field_data_26),
        .field_data_27(parse_field_data_27),
        .field_data_28(parse_field_data_28),
        .field_data_29(parse_field_data_29),
        .field_data_30(parse_field_data_30),
        .field_data_31(parse_field_data_31),
        .text_valid_0(parse_text_valid_0),
        .text_valid_1(parse_text_valid_1),
        .text_valid_2(parse_text_valid_2),
        .text_valid_3(parse_text_valid_3),
        .text_valid_4(parse_text_valid_4),
        .text_valid_5(parse_text_valid_5),
        .text_valid_6(parse_text_valid_6),
        .text_valid_7(parse_text_valid_7),
        .text_valid_8(parse_text_valid_8),
        .text_valid_9(parse_text_valid_9),
        .text_valid_10(parse_text_valid_10),
        .text_valid_11(parse_text_valid_11),
        .text_valid_12(parse_text_valid_12),
        .text_valid_13(parse_text_valid_13),
        .text_valid_14(parse_text_valid_14),
        .text_valid_15(parse_text_valid_15),
        .text_valid_16(parse_text_valid_16),
        .text_valid_17(parse_text_valid_17),
        .text_valid_18(parse_text_valid_18),
        .text_valid_19(parse_text_valid_19),
        .text_valid_20(parse_text_valid_20),
        .text_valid_21(parse_text_valid_21),
        .text_valid_22(parse_text_valid_22),
        .text_valid_23(parse_text_valid_23),
        .text_valid_24(parse_text_valid_24),
        .text_valid_25(parse_text_valid_25),
        .text_valid_26(parse_text_valid_26),
        .text_valid_27(parse_text_valid_27),
        .text_valid_28(parse_text_valid_28),
        .text_valid_29(parse_text_valid_29),
        .text_valid_30(parse_text_valid_30),
        .text_valid_31(parse_text_valid_31),
        .text_0(parse_text_0),
        .text_1(parse_text_1),
        .text_2(parse_text_2),
        .text_3(parse_text_3),
        .text_4(parse_text_4),
        .text_5(parse_text_5),
        .text_6(parse_text_6),
        .text_7(parse_text_7),
        .text_8(parse_text_8),
        .text_9(parse_text_9),
        .text_10(parse_text_10),
        .text_11(parse_text_11),
        .text_12(parse_text_12),
        .text_13(parse_text_13),
        .text_14(parse_text_14),
        .text_15(parse_text_15),
        .text_16(parse_text_16),
        .text_17(parse_text_17),
        .text_18(parse_text_18),
        .text_19(parse_text_19),
        .text_20(parse_text_20),
        .text_21(parse_text_21),
        .text_22(parse_text_22),
        .text_23(parse_text_23),
        .text_24(parse_text_24),
        .text_25(parse_text_25),
        .text_26(parse_text_26),
        .text_27(parse_text_27),
        .text_28(parse_text_28),
        .text_29(parse_text_29),
        .text_30(parse_text_30),
        .text_31(parse_text_31),
        .done(parse_done),
        .malformed(parse_malformed),
        .gapped(parse_gapped)
    );
    core_sequencer sequencer(
        .clock(sequencer_clock),
        .reset(sequencer_reset),
        .start(sequencer_start),
        .kind(sequencer_kind),
        .finish(sequencer_finish),
        .bank_wanted(sequencer_bank_wanted),
        .table_write(sequencer_table_write),
        .table_address(sequencer_table_address),
        .table_data(sequencer_table_data),
        .address(sequencer_address),
        .live(sequencer_live),
        .busy(sequencer_busy),
        .unknown(sequencer_unknown),
        .bank(sequencer_bank)
    );
    core_lanes lanes_0(
        .clock(lanes_0_clock),
        .reset(lanes_0_reset),
        .live(lanes_0_live),
        .address(lanes_0_address),
        .program_write(lanes_0_program_write),
        .program_address(lanes_0_program_address),
        .program_data(lanes_0_program_data),
        .x_slot(lanes_0_x_slot),
        .x_slot_data(lanes_0_x_slot_data),
        .y_slot(lanes_0_y_slot),
        .y_slot_data(lanes_0_y_slot_data),
        .predicate(lanes_0_predicate),
        .predicate_data(lanes_0_predicate_data),
        .bus_valid(lanes_0_bus_valid),
        .bus_slot(lanes_0_bus_slot),
        .bus_data(lanes_0_bus_data),
        .predicate_valid(lanes_0_predicate_valid),
        .entry_valid(lanes_0_entry_valid),
        .truth_address(lanes_0_truth_address),
        .truth(lanes_0_truth)
    );
    core_lanes lanes_1(
        .clock(lanes_1_clock),
        .reset(lanes_1_reset),
        .live(lanes_1_live),
        .address(lanes_1_address),
        .program_write(lanes_1_program_write),
        .program_address(lanes_1_program_address),
        .program_data(lanes_1_program_data),
        .x_slot(lanes_1_x_slot),
        .x_slot_data(lanes_1_x_slot_data),
        .y_slot(lanes_1_y_slot),
        .y_slot_data(lanes_1_y_slot_data),
        .predicate(lanes_1_predicate),
        .predicate_data(lanes_1_predicate_data),
        .bus_valid(lanes_1_bus_valid),
        .bus_slot(lanes_1_bus_slot),
        .bus_data(lanes_1_bus_data),
        .predicate_valid(lanes_1_predicate_valid),
        .entry_valid(lanes_1_entry_valid),
        .truth_address(lanes_1_truth_address),
        .truth(lanes_1_truth)
    );
    core_lanes lanes_2(
        .clock(lanes_2_clock),
        .reset(lanes_2_reset),
        .live(lanes_2_live),
        .address(lanes_2_address),
        .program_write(lanes_2_program_write),
        .program_address(lanes_2_program_address),
        .program_data(lanes_2_program_data),
        .x_slot(lanes_2_x_slot),
        .x_slot_data(lanes_2_x_slot_data),
        .y_slot(lanes_2_y_slot),
        .y_slot_data(lanes_2_y_slot_data),
        .predicate(lanes_2_predicate),
        .predicate_data(lanes_2_predicate_data),
        .bus_valid(lanes_2_bus_valid),
        .bus_slot(lanes_2_bus_slot),
        .bus_data(lanes_2_bus_data),
        .predicate_valid(lanes_2_predicate_valid),
        .entry_valid(lanes_2_entry_valid),
        .truth_address(lanes_2_truth_address),
        .truth(lanes_2_truth)
    );
    core_lanes lanes_3(
        .clock(lanes_3_clock),
        .reset(lanes_3_reset),
        .live(lanes_3_live),
        .address(lanes_3_address),
        .program_write(lanes_3_program_write),
        .program_address(lanes_3_program_address),
        .program_data(lanes_3_program_data),
        .x_slot(lanes_3_x_slot),
        .x_slot_data(lanes_3_x_slot_data),
        .y_slot(lanes_3_y_slot),
        .y_slot_data(lanes_3_y_slot_data),
        .predicate(lanes_3_predicate),
        .predicate_data(lanes_3_predicate_data),
        .bus_valid(lanes_3_bus_valid),
        .bus_slot(lanes_3_bus_slot),
        .bus_data(lanes_3_bus_data),
        .predicate_valid(lanes_3_predicate_valid),
        .entry_valid(lanes_3_entry_valid),
        .truth_address(lanes_3_truth_address),
        .truth(lanes_3_truth)
    );
    core_lanes lanes_4(
        .clock(lanes_4_clock),
        .reset(lanes_4_reset),
        .live(lanes_4_live),
        .address(lanes_4_address),
        .program_write(lanes_4_program_write),
        .program_address(lanes_4_program_address),
        .program_data(lanes_4_program_data),
        .x_slot(lanes_4_x_slot),
        .x_slot_data(lanes_4_x_slot_data),
        .y_slot(lanes_4_y_slot),
        .y_slot_data(lanes_4_y_slot_data),
        .predicate(lanes_4_predicate),
        .predicate_data(lanes_4_predicate_data),
        .bus_valid(lanes_4_bus_valid),
        .bus_slot(lanes_4_bus_slot),
        .bus_data(lanes_4_bus_data),
        .predicate_valid(lanes_4_predicate_valid),
        .entry_valid(lanes_4_entry_valid),
        .truth_address(lanes_4_truth_address),
        .truth(lanes_4_truth)
    );
    core_lanes lanes_5(
        .clock(lanes_5_clock),
        .reset(lanes_5_reset),
        .live(lanes_5_live),
        .address(lanes_5_address),
        .program_write(lanes_5_program_write),
        .program_address(lanes_5_program_address),
        .program_data(lanes_5_program_data),
        .x_slot(lanes_5_x_slot),
        .x_slot_data(lanes_5_x_slot_data),
        .y_slot(lanes_5_y_slot),
        .y_slot_data(lanes_5_y_slot_data),
        .predicate(lanes_5_predicate),
        .predicate_data(lanes_5_predicate_data),
        .bus_valid(lanes_5_bus_valid),
        .bus_slot(lanes_5_bus_slot),
        .bus_data(lanes_5_bus_data),
        .predicate_valid(lanes_5_predicate_valid),
        .entry_valid(lanes_5_entry_valid),
        .truth_address(lanes_5_truth_address),
        .truth(lanes_5_truth)
    );
    core_lanes lanes_6(
        .clock(lanes_6_clock),
        .reset(lanes_6_reset),
        .live(lanes_6_live),
        .address(lanes_6_address),
        .program_write(lanes_6_program_write),
        .program_address(lanes_6_program_address),
        .program_data(lanes_6_program_data),
        .x_slot(lanes_6_x_slot),
        .x_slot_data(lanes_6_x_slot_data),
        .y_slot(lanes_6_y_slot),
        .y_slot_data(lanes_6_y_slot_data),
        .predicate(lanes_6_predicate),
        .predicate_data(lanes_6_predicate_data),
        .bus_valid(lanes_6_bus_valid),
        .bus_slot(lanes_6_bus_slot),
        .bus_data(lanes_6_bus_data),
        .predicate_valid(lanes_6_predicate_valid),
        .entry_valid(lanes_6_entry_valid),
        .truth_address(lanes_6_truth_address),
        .truth(lanes_6_truth)
    );
    core_lanes lanes_7(
        .clock(lanes_7_clock),
        .reset(lanes_7_reset),
        .live(lanes_7_live),
        .address(lanes_7_address),
        .program_write(lanes_7_program_write),
        .program_address(lanes_7_program_address),
        .program_data(lanes_7_program_data),
        .x_slot(lanes_7_x_slot),
        .x_slot_data(lanes_7_x_slot_data),
        .y_slot(lanes_7_y_slot),
        .y_slot_data(lanes_7_y_slot_data),
        .predicate(lanes_7_predicate),
        .predicate_data(lanes_7_predicate_data),
        .bus_valid(lanes_7_bus_valid),
        .bus_slot(lanes_7_bus_slot),
        .bus_data(lanes_7_bus_data),
        .predicate_valid(lanes_7_predicate_valid),
        .entry_valid(lanes_7_entry_valid),
        .truth_address(lanes_7_truth_address),
        .truth(lanes_7_truth)
    );
    core_lanes lanes_8(
        .clock(lanes_8_clock),
        .reset(lanes_8_reset),
        .live(lanes_8_live),
        .address(lanes_8_address),
        .program_write(lanes_8_program_write),
        .program_address(lanes_8_program_address),
        .program_data(lanes_8_program_data),
        .x_slot(lanes_8_x_slot),
        .x_slot_data(lanes_8_x_slot_data),
        .y_slot(lanes_8_y_slot),
        .y_slot_data(lanes_8_y_slot_data),
        .predicate(lanes_8_predicate),
        .predicate_data(lanes_8_predicate_data),
        .bus_valid(lanes_8_bus_valid),
        .bus_slot(lanes_8_bus_slot),
        .bus_data(lanes_8_bus_data),
        .predicate_valid(lanes_8_predicate_valid),
        .entry_valid(lanes_8_entry_valid),
        .truth_address(lanes_8_truth_address),
        .truth(lanes_8_truth)
    );
    core_lanes lanes_9(
        .clock(lanes_9_clock),
        .reset(lanes_9_reset),
        .live(lanes_9_live),
        .address(lanes_9_address),
        .program_write(lanes_9_program_write),
        .program_address(lanes_9_program_address),
        .program_data(lanes_9_program_data),
        .x_slot(lanes_9_x_slot),
        .x_slot_data(lanes_9_x_slot_data),
        .y_slot(lanes_9_y_slot),
        .y_slot_data(lanes_9_y_slot_data),
        .predicate(lanes_9_predicate),
        .predicate_data(lanes_9_predicate_data),
        .bus_valid(lanes_9_bus_valid),
        .bus_slot(lanes_9_bus_slot),
        .bus_data(lanes_9_bus_data),
        .predicate_valid(lanes_9_predicate_valid),
        .entry_valid(lanes_9_entry_valid),
        .truth_address(lanes_9_truth_address),
        .truth(lanes_9_truth)
    );
    core_lanes lanes_10(
        .clock(lanes_10_clock),
        .reset(lanes_10_reset),
        .live(lanes_10_live),
        .address(lanes_10_address),
        .program_write(lanes_10_program_write),
        .program_address(lanes_10_program_address),
        .program_data(lanes_10_program_data),
        .x_slot(lanes_10_x_slot),
        .x_slot_data(lanes_10_x_slot_data),
        .y_slot(lanes_10_y_slot),
        .y_slot_data(lanes_10_y_slot_data),
        .predicate(lanes_10_predicate),
        .predicate_data(lanes_10_predicate_data),
        .bus_valid(lanes_10_bus_valid),
        .bus_slot(lanes_10_bus_slot),
        .bus_data(lanes_10_bus_data),
        .predicate_valid(lanes_10_predicate_valid),
        .entry_valid(lanes_10_entry_valid),
        .truth_address(lanes_10_truth_address),
        .truth(lanes_10_truth)
    );
    core_lanes lanes_11(
        .clock(lanes_11_clock),
        .reset(lanes_11_reset),
        .live(lanes_11_live),
        .address(lanes_11_address),
        .program_write(lanes_11_program_write),
        .program_address(lanes_11_program_address),
        .program_data(lanes_11_program_data),
        .x_slot(lanes_11_x_slot),
        .x_slot_data(lanes_11_x_slot_data),
        .y_slot(lanes_11_y_slot),
        .y_slot_data(lanes_11_y_slot_data),
        .predicate(lanes_11_predicate),
        .predicate_data(lanes_11_predicate_data),
        .bus_valid(lanes_11_bus_valid),
        .bus_slot(lanes_11_bus_slot),
        .bus_data(lanes_11_bus_data),
        .predicate_valid(lanes_11_predicate_valid),
        .entry_valid(lanes_11_entry_valid),
        .truth_address(lanes_11_truth_address),
        .truth(lanes_11_truth)
    );
    core_lanes lanes_12(
        .clock(lanes_12_clock),
        .reset(lanes_12_reset),
        .live(lanes_12_live),
        .address(lanes_12_address),
        .program_write(lanes_12_program_write),
        .program_address(lanes_12_program_address),
        .program_data(lanes_12_program_data),
        .x_slot(lanes_12_x_slot),
        .x_slot_data(lanes_12_x_slot_data),
        .y_slot(lanes_12_y_slot),
        .y_slot_data(lanes_12_y_slot_data),
        .predicate(lanes_12_predicate),
        .predicate_data(lanes_12_predicate_data),
        .bus_valid(lanes_12_bus_valid),
        .bus_slot(lanes_12_bus_slot),
        .bus_data(lanes_12_bus_data),
        .predicate_valid(lanes_12_predicate_valid),
        .entry_valid(lanes_12_entry_valid),
        .truth_address(lanes_12_truth_address),
        .truth(lanes_12_truth)
    );
    core_lanes lanes_13(
        .clock(lanes_13_clock),
        .reset(lanes_13_reset),
        .live(lanes_13_live),
        .address(lanes_13_address),
        .program_write(lanes_13_program_write),
        .program_address(lanes_13_program_address),
        .program_data(lanes_13_program_data),
        .x_slot(lanes_13_x_slot),
        .x_slot_data(lanes_13_x_slot_data),
        .y_slot(lanes_13_y_slot),
        .y_slot_data(lanes_13_y_slot_data),
        .predicate(lanes_13_predicate),
        .predicate_data(lanes_13_predicate_data),
        .bus_valid(lanes_13_bus_valid),
        .bus_slot(lanes_13_bus_slot),
        .bus_data(lanes_13_bus_data),
        .predicate_valid(lanes_13_predicate_valid),
        .entry_valid(lanes_13_entry_valid),
        .truth_address(lanes_13_truth_address),
        .truth(lanes_13_truth)
    );
    core_lanes lanes_14(
        .clock(lanes_14_clock),
        .reset(lanes_14_reset),
        .live(lanes_14_live),
        .address(lanes_14_address),
        .program_write(lanes_14_program_write),
        .program_address(lanes_14_program_address),
        .program_data(lanes_14_program_data),
        .x_slot(lanes_14_x_slot),
        .x_slot_data(lanes_14_x_slot_data),
        .y_slot(lanes_14_y_slot),
        .y_slot_data(lanes_14_y_slot_data),
        .predicate(lanes_14_predicate),
        .predicate_data(lanes_14_predicate_data),
        .bus_valid(lanes_14_bus_valid),
        .bus_slot(lanes_14_bus_slot),
        .bus_data(lanes_14_bus_data),
        .predicate_valid(lanes_14_predicate_valid),
        .entry_valid(lanes_14_entry_valid),
        .truth_address(lanes_14_truth_address),
        .truth(lanes_14_truth)
    );
    core_lanes lanes_15(
        .clock(lanes_15_clock),
        .reset(lanes_15_reset),
        .live(lanes_15_live),
        .address(lanes_15_address),
        .program_write(lanes_15_program_write),
        .program_address(lanes_15_program_address),
        .program_data(lanes_15_program_data),
        .x_slot(lanes_15_x_slot),
        .x_slot_data(lanes_15_x_slot_data),
        .y_slot(lanes_15_y_slot),
        .y_slot_data(lanes_15_y_slot_data),
        .predicate(lanes_15_predicate),
        .predicate_data(lanes_15_predicate_data),
        .bus_valid(lanes_15_bus_valid),
        .bus_slot(lanes_15_bus_slot),
        .bus_data(lanes_15_bus_data),
        .predicate_valid(lanes_15_predicate_valid),
        .entry_valid(lanes_15_entry_valid),
        .truth_address(lanes_15_truth_address),
        .truth(lanes_15_truth)
    );
    core_lanes lanes_16(
        .clock(lanes_16_clock),
        .reset(lanes_16_reset),
        .live(lanes_16_live),
        .address(lanes_16_address),
        .program_write(lanes_16_program_write),
        .program_address(lanes_16_program_address),
        .program_data(lanes_16_program_data),
        .x_slot(lanes_16_x_slot),
        .x_slot_data(lanes_16_x_slot_data),
        .y_slot(lanes_16_y_slot),
        .y_slot_data(lanes_16_y_slot_data),
        .predicate(lanes_16_predicate),
        .predicate_data(lanes_16_predicate_data),
        .bus_valid(lanes_16_bus_valid),
        .bus_slot(lanes_16_bus_slot),
        .bus_data(lanes_16_bus_data),
        .predicate_valid(lanes_16_predicate_valid),
        .entry_valid(lanes_16_entry_valid),
        .truth_address(lanes_16_truth_address),
        .truth(lanes_16_truth)
    );
    core_lanes lanes_17(
        .clock(lanes_17_clock),
        .reset(lanes_17_reset),
        .live(lanes_17_live),
        .address(lanes_17_address),
        .program_write(lanes_17_program_write),
        .program_address(lanes_17_program_address),
        .program_data(lanes_17_program_data),
        .x_slot(lanes_17_x_slot),
        .x_slot_data(lanes_17_x_slot_data),
        .y_slot(lanes_17_y_slot),
        .y_slot_data(lanes_17_y_slot_data),
        .predicate(lanes_17_predicate),
        .predicate_data(lanes_17_predicate_data),
        .bus_valid(lanes_17_bus_valid),
        .bus_slot(lanes_17_bus_slot),
        .bus_data(lanes_17_bus_data),
        .predicate_valid(lanes_17_predicate_valid),
        .entry_valid(lanes_17_entry_valid),
        .truth_address(lanes_17_truth_address),
        .truth(lanes_17_truth)
    );
    core_lanes lanes_18(
        .clock(lanes_18_clock),
        .reset(lanes_18_reset),
        .live(lanes_18_live),
        .address(lanes_18_address),
        .program_write(lanes_18_program_write),
        .program_address(lanes_18_program_address),
        .program_data(lanes_18_program_data),
        .x_slot(lanes_18_x_slot),
        .x_slot_data(lanes_18_x_slot_data),
        .y_slot(lanes_18_y_slot),
        .y_slot_data(lanes_18_y_slot_data),
        .predicate(lanes_18_predicate),
        .predicate_data(lanes_18_predicate_data),
        .bus_valid(lanes_18_bus_valid),
        .bus_slot(lanes_18_bus_slot),
        .bus_data(lanes_18_bus_data),
        .predicate_valid(lanes_18_predicate_valid),
        .entry_valid(lanes_18_entry_valid),
        .truth_address(lanes_18_truth_address),
        .truth(lanes_18_truth)
    );
    core_lanes lanes_19(
        .clock(lanes_19_clock),
        .reset(lanes_19_reset),
        .live(lanes_19_live),
        .address(lanes_19_address),
        .program_write(lanes_19_program_write),
        .program_address(lanes_19_program_address),
        .program_data(lanes_19_program_data),
        .x_slot(lanes_19_x_slot),
        .x_slot_data(lanes_19_x_slot_data),
        .y_slot(lanes_19_y_slot),
        .y_slot_data(lanes_19_y_slot_data),
        .predicate(lanes_19_predicate),
        .predicate_data(lanes_19_predicate_data),
        .bus_valid(lanes_19_bus_valid),
        .bus_slot(lanes_19_bus_slot),
        .bus_data(lanes_19_bus_data),
        .predicate_valid(lanes_19_predicate_valid),
        .entry_valid(lanes_19_entry_valid),
        .truth_address(lanes_19_truth_address),
        .truth(lanes_19_truth)
    );
    core_lanes lanes_20(
        .clock(lanes_20_clock),
        .reset(lanes_20_reset),
        .live(lanes_20_live),
        .address(lanes_20_address),
        .program_write(lanes_20_program_write),
        .program_address(lanes_20_program_address),
        .program_data(lanes_20_program_data),
        .x_slot(lanes_20_x_slot),
        .x_slot_data(lanes_20_x_slot_data),
        .y_slot(lanes_20_y_slot),
        .y_slot_data(lanes_20_y_slot_data),
        .predicate(lanes_20_predicate),
        .predicate_data(lanes_20_predicate_data),
        .bus_valid(lanes_20_bus_valid),
        .bus_slot(lanes_20_bus_slot),
        .bus_data(lanes_20_bus_data),
        .predicate_valid(lanes_20_predicate_valid),
        .entry_valid(lanes_20_entry_valid),
        .truth_address(lanes_20_truth_address),
        .truth(lanes_20_truth)
    );
    core_lanes lanes_21(
        .clock(lanes_21_clock),
        .reset(lanes_21_reset),
        .live(lanes_21_live),
        .address(lanes_21_address),
        .program_write(lanes_21_program_write),
        .program_address(lanes_21_program_address),
        .program_data(lanes_21_program_data),
        .x_slot(lanes_21_x_slot),
        .x_slot_data(lanes_21_x_slot_data),
        .y_slot(lanes_21_y_slot),
        .y_slot_data(lanes_21_y_slot_data),
        .predicate(lanes_21_predicate),
        .predicate_data(lanes_21_predicate_data),
        .bus_valid(lanes_21_bus_valid),
        .bus_slot(lanes_21_bus_slot),
        .bus_data(lanes_21_bus_data),
        .predicate_valid(lanes_21_predicate_valid),
        .entry_valid(lanes_21_entry_valid),
        .truth_address(lanes_21_truth_address),
        .truth(lanes_21_truth)
    );
    core_lanes lanes_22(
        .clock(lanes_22_clock),
        .reset(lanes_22_reset),
        .live(lanes_22_live),
        .address(lanes_22_address),
        .program_write(lanes_22_program_write),
        .program_address(lanes_22_program_address),
        .program_data(lanes_22_program_data),
        .x_slot(lanes_22_x_slot),
        .x_slot_data(lanes_22_x_slot_data),
        .y_slot(lanes_22_y_slot),
        .y_slot_data(lanes_22_y_slot_data),
        .predicate(lanes_22_predicate),
        .predicate_data(lanes_22_predicate_data),
        .bus_valid(lanes_22_bus_valid),
        .bus_slot(lanes_22_bus_slot),
        .bus_data(lanes_22_bus_data),
        .predicate_valid(lanes_22_predicate_valid),
        .entry_valid(lanes_22_entry_valid),
        .truth_address(lanes_22_truth_address),
        .truth(lanes_22_truth)
    );
    core_lanes lanes_23(
        .clock(lanes_23_clock),
        .reset(lanes_23_reset),
        .live(lanes_23_live),
        .address(lanes_23_address),
        .program_write(lanes_23_program_write),
        .program_address(lanes_23_program_address),
        .program_data(lanes_23_program_data),
        .x_slot(lanes_23_x_slot),
        .x_slot_data(lanes_23_x_slot_data),
        .y_slot(lanes_23_y_slot),
        .y_slot_data(lanes_23_y_slot_data),
        .predicate(lanes_23_predicate),
        .predicate_data(lanes_23_predicate_data),
        .bus_valid(lanes_23_bus_valid),
        .bus_slot(lanes_23_bus_slot),
        .bus_data(lanes_23_bus_data),
        .predicate_valid(lanes_23_predicate_valid),
        .entry_valid(lanes_23_entry_valid),
        .truth_address(lanes_23_truth_address),
        .truth(lanes_23_truth)
    );
    core_lanes lanes_24(
        .clock(lanes_24_clock),
        .reset(lanes_24_reset),
        .live(lanes_24_live),
        .address(lanes_24_address),
        .program_write(lanes_24_program_write),
        .program_address(lanes_24_program_address),
        .program_data(lanes_24_program_data),
        .x_slot(lanes_24_x_slot),
        .x_slot_data(lanes_24_x_slot_data),
        .y_slot(lanes_24_y_slot),
        .y_slot_data(lanes_24_y_slot_data),
        .predicate(lanes_24_predicate),
        .predicate_data(lanes_24_predicate_data),
        .bus_valid(lanes_24_bus_valid),
        .bus_slot(lanes_24_bus_slot),
        .bus_data(lanes_24_bus_data),
        .predicate_valid(lanes_24_predicate_valid),
        .entry_valid(lanes_24_entry_valid),
        .truth_address(lanes_24_truth_address),
        .truth(lanes_24_truth)
    );
    core_lanes lanes_25(
        .clock(lanes_25_clock),
        .reset(lanes_25_reset),
        .live(lanes_25_live),
        .address(lanes_25_address),
        .program_write(lanes_25_program_write),
        .program_address(lanes_25_program_address),
        .program_data(lanes_25_program_data),
        .x_slot(lanes_25_x_slot),
        .x_slot_data(lanes_25_x_slot_data),
        .y_slot(lanes_25_y_slot),
        .y_slot_data(lanes_25_y_slot_data),
        .predicate(lanes_25_predicate),
        .predicate_data(lanes_25_predicate_data),
        .bus_valid(lanes_25_bus_valid),
        .bus_slot(lanes_25_bus_slot),
        .bus_data(lanes_25_bus_data),
        .predicate_valid(lanes_25_predicate_valid),
        .entry_valid(lanes_25_entry_valid),
        .truth_address(lanes_25_truth_address),
        .truth(lanes_25_truth)
    );
    core_lanes lanes_26(
        .clock(lanes_26_clock),
        .reset(lanes_26_reset),
        .live(lanes_26_live),
        .address(lanes_26_address),
        .program_write(lanes_26_program_write),
        .program_address(lanes_26_program_address),
        .program_data(lanes_26_program_data),
        .x_slot(lanes_26_x_slot),
        .x_slot_data(lanes_26_x_slot_data),
        .y_slot(lanes_26_y_slot),
        .y_slot_data(lanes_26_y_slot_data),
        .predicate(lanes_26_predicate),
        .predicate_data(lanes_26_predicate_data),
        .bus_valid(lanes_26_bus_valid),
        .bus_slot(lanes_26_bus_slot),
        .bus_data(lanes_26_bus_data),
        .predicate_valid(lanes_26_predicate_valid),
        .entry_valid(lanes_26_entry_valid),
        .truth_address(lanes_26_truth_address),
        .truth(lanes_26_truth)
    );
    core_lanes lanes_27(
        .clock(lanes_27_clock),
        .reset(lanes_27_reset),
        .live(lanes_27_live),
        .address(lanes_27_address),
        .program_write(lanes_27_program_write),
        .program_address(lanes_27_program_address),
        .program_data(lanes_27_program_data),
        .x_slot(lanes_27_x_slot),
        .x_slot_data(lanes_27_x_slot_data),
        .y_slot(lanes_27_y_slot),
        .y_slot_data(lanes_27_y_slot_data),
        .predicate(lanes_27_predicate),
        .predicate_data(lanes_27_predicate_data),
        .bus_valid(lanes_27_bus_valid),
        .bus_slot(lanes_27_bus_slot),
        .bus_data(lanes_27_bus_data),
        .predicate_valid(lanes_27_predicate_valid),
        .entry_valid(lanes_27_entry_valid),
        .truth_address(lanes_27_truth_address),
        .truth(lanes_27_truth)
    );
    core_lanes lanes_28(
        .clock(lanes_28_clock),
        .reset(lanes_28_reset),
        .live(lanes_28_live),
        .address(lanes_28_address),
        .program_write(lanes_28_program_write),
        .program_address(lanes_28_program_address),
        .program_data(lanes_28_program_data),
        .x_slot(lanes_28_x_slot),
        .x_slot_data(lanes_28_x_slot_data),
        .y_slot(lanes_28_y_slot),
        .y_slot_data(lanes_28_y_slot_data),
        .predicate(lanes_28_predicate),
        .predicate_data(lanes_28_predicate_data),
        .bus_valid(lanes_28_bus_valid),
        .bus_slot(lanes_28_bus_slot),
        .bus_data(lanes_28_bus_data),
        .predicate_valid(lanes_28_predicate_valid),
        .entry_valid(lanes_28_entry_valid),
        .truth_address(lanes_28_truth_address),
        .truth(lanes_28_truth)
    );
    core_lanes lanes_29(
        .clock(lanes_29_clock),
        .reset(lanes_29_reset),
        .live(lanes_29_live),
        .address(lanes_29_address),
        .program_write(lanes_29_program_write),
        .program_address(lanes_29_program_address),
        .program_data(lanes_29_program_data),
        .x_slot(lanes_29_x_slot),
        .x_slot_data(lanes_29_x_slot_data),
        .y_slot(lanes_29_y_slot),
        .y_slot_data(lanes_29_y_slot_data),
        .predicate(lanes_29_predicate),
        .predicate_data(lanes_29_predicate_data),
        .bus_valid(lanes_29_bus_valid),
        .bus_slot(lanes_29_bus_slot),
        .bus_data(lanes_29_bus_data),
        .predicate_valid(lanes_29_predicate_valid),
        .entry_valid(lanes_29_entry_valid),
        .truth_address(lanes_29_truth_address),
        .truth(lanes_29_truth)
    );
    core_lanes lanes_30(
        .clock(lanes_30_clock),
        .reset(lanes_30_reset),
        .live(lanes_30_live),
        .address(lanes_30_address),
        .program_write(lanes_30_program_write),
        .program_address(lanes_30_program_address),
        .program_data(lanes_30_program_data),
        .x_slot(lanes_30_x_slot),
        .x_slot_data(lanes_30_x_slot_data),
        .y_slot(lanes_30_y_slot),
        .y_slot_data(lanes_30_y_slot_data),
        .predicate(lanes_30_predicate),
        .predicate_data(lanes_30_predicate_data),
        .bus_valid(lanes_30_bus_valid),
        .bus_slot(lanes_30_bus_slot),
        .bus_data(lanes_30_bus_data),
        .predicate_valid(lanes_30_predicate_valid),
        .entry_valid(lanes_30_entry_valid),
        .truth_address(lanes_30_truth_address),
        .truth(lanes_30_truth)
    );
    core_lanes lanes_31(
        .clock(lanes_31_clock),
        .reset(lanes_31_reset),
        .live(lanes_31_live),
        .address(lanes_31_address),
        .program_write(lanes_31_program_write),
        .program_address(lanes_31_program_address),
        .program_data(lanes_31_program_data),
        .x_slot(lanes_31_x_slot),
        .x_slot_data(lanes_31_x_slot_data),
        .y_slot(lanes_31_y_slot),
        .y_slot_data(lanes_31_y_slot_data),
        .predicate(lanes_31_predicate),
        .predicate_data(lanes_31_predicate_data),
        .bus_valid(lanes_31_bus_valid),
        .bus_slot(lanes_31_bus_slot),
        .bus_data(lanes_31_bus_data),
        .predicate_valid(lanes_31_predicate_valid),
        .entry_valid(lanes_31_entry_valid),
        .truth_address(lanes_31_truth_address),
        .truth(lanes_31_truth)
    );
    core_logic_units logic_units_0(
        .clock(logic_units_0_clock),
        .live(logic_units_0_live),
        .address(logic_units_0_address),
        .program_write(logic_units_0_program_write),
        .program_address(logic_units_0_program_address),
        .program_data(logic_units_0_program_data),
        .a(logic_units_0_a),
        .b(logic_units_0_b),
        .c(logic_units_0_c),
        .d(logic_units_0_d),
        .a_data(logic_units_0_a_data),
        .b_data(logic_units_0_b_data),
        .c_data(logic_units_0_c_data),
        .d_data(logic_units_0_d_data),
        .predicate_valid(logic_units_0_predicate_valid),
        .predicate_address(logic_units_0_predicate_address),
        .entry_valid(logic_units_0_entry_valid),
        .entry(logic_units_0_entry),
        .truth(logic_units_0_truth)
    );
    core_logic_units logic_units_1(
        .clock(logic_units_1_clock),
        .live(logic_units_1_live),
        .address(logic_units_1_address),
        .program_write(logic_units_1_program_write),
        .program_address(logic_units_1_program_address),
        .program_data(logic_units_1_program_data),
        .a(logic_units_1_a),
        .b(logic_units_1_b),
        .c(logic_units_1_c),
        .d(logic_units_1_d),
        .a_data(logic_units_1_a_data),
        .b_data(logic_units_1_b_data),
        .c_data(logic_units_1_c_data),
        .d_data(logic_units_1_d_data),
        .predicate_valid(logic_units_1_predicate_valid),
        .predicate_address(logic_units_1_predicate_address),
        .entry_valid(logic_units_1_entry_valid),
        .entry(logic_units_1_entry),
        .truth(logic_units_1_truth)
    );
    core_logic_units logic_units_2(
        .clock(logic_units_2_clock),
        .live(logic_units_2_live),
        .address(logic_units_2_address),
        .program_write(logic_units_2_program_write),
        .program_address(logic_units_2_program_address),
        .program_data(logic_units_2_program_data),
        .a(logic_units_2_a),
        .b(logic_units_2_b),
        .c(logic_units_2_c),
        .d(logic_units_2_d),
        .a_data(logic_units_2_a_data),
        .b_data(logic_units_2_b_data),
        .c_data(logic_units_2_c_data),
        .d_data(logic_units_2_d_data),
        .predicate_valid(logic_units_2_predicate_valid),
        .predicate_address(logic_units_2_predicate_address),
        .entry_valid(logic_units_2_entry_valid),
        .entry(logic_units_2_entry),
        .truth(logic_units_2_truth)
    );
    core_logic_units logic_units_3(
        .clock(logic_units_3_clock),
        .live(logic_units_3_live),
        .address(logic_units_3_address),
        .program_write(logic_units_3_program_write),
        .program_address(logic_units_3_program_address),
        .program_data(logic_units_3_program_data),
        .a(logic_units_3_a),
        .b(logic_units_3_b),
        .c(logic_units_3_c),
        .d(logic_units_3_d),
        .a_data(logic_units_3_a_data),
        .b_data(logic_units_3_b_data),
        .c_data(logic_units_3_c_data),
        .d_data(logic_units_3_d_data),
        .predicate_valid(logic_units_3_predicate_valid),
        .predicate_address(logic_units_3_predicate_address),
        .entry_valid(logic_units_3_entry_valid),
        .entry(logic_units_3_entry),
        .truth(logic_units_3_truth)
    );
    core_logic_units logic_units_4(
        .clock(logic_units_4_clock),
        .live(logic_units_4_live),
        .address(logic_units_4_address),
        .program_write(logic_units_4_program_write),
        .program_address(logic_units_4_program_address),
        .program_data(logic_units_4_program_data),
        .a(logic_units_4_a),
        .b(logic_units_4_b),
        .c(logic_units_4_c),
        .d(logic_units_4_d),
        .a_data(logic_units_4_a_data),
        .b_data(logic_units_4_b_data),
        .c_data(logic_units_4_c_data),
        .d_data(logic_units_4_d_data),
        .predicate_valid(logic_units_4_predicate_valid),
        .predicate_address(logic_units_4_predicate_address),
        .entry_valid(logic_units_4_entry_valid),
        .entry(logic_units_4_entry),
        .truth(logic_units_4_truth)
    );
    core_logic_units logic_units_5(
        .clock(logic_units_5_clock),
        .live(logic_units_5_live),
        .address(logic_units_5_address),
        .program_write(logic_units_5_program_write),
        .program_address(logic_units_5_program_address),
        .program_data(logic_units_5_program_data),
        .a(logic_units_5_a),
        .b(logic_units_5_b),
        .c(logic_units_5_c),
        .d(logic_units_5_d),
        .a_data(logic_units_5_a_data),
        .b_data(logic_units_5_b_data),
        .c_data(logic_units_5_c_data),
        .d_data(logic_units_5_d_data),
        .predicate_valid(logic_units_5_predicate_valid),
        .predicate_address(logic_units_5_predicate_address),
        .entry_valid(logic_units_5_entry_valid),
        .entry(logic_units_5_entry),
        .truth(logic_units_5_truth)
    );
    core_logic_units logic_units_6(
        .clock(logic_units_6_clock),
        .live(logic_units_6_live),
        .address(logic_units_6_address),
        .program_write(logic_units_6_program_write),
        .program_address(logic_units_6_program_address),
        .program_data(logic_units_6_program_data),
        .a(logic_units_6_a),
        .b(logic_units_6_b),
        .c(logic_units_6_c),
        .d(logic_units_6_d),
        .a_data(logic_units_6_a_data),
        .b_data(logic_units_6_b_data),
        .c_data(logic_units_6_c_data),
        .d_data(logic_units_6_d_data),
        .predicate_valid(logic_units_6_predicate_valid),
        .predicate_address(logic_units_6_predicate_address),
        .entry_valid(logic_units_6_entry_valid),
        .entry(logic_units_6_entry),
        .truth(logic_units_6_truth)
    );
    core_logic_units logic_units_7(
        .clock(logic_units_7_clock),
        .live(logic_units_7_live),
        .address(logic_units_7_address),
        .program_write(logic_units_7_program_write),
        .program_address(logic_units_7_program_address),
        .program_data(logic_units_7_program_data),
        .a(logic_units_7_a),
        .b(logic_units_7_b),
        .c(logic_units_7_c),
        .d(logic_units_7_d),
        .a_data(logic_units_7_a_data),
        .b_data(logic_units_7_b_data),
        .c_data(logic_units_7_c_data),
        .d_data(logic_units_7_d_data),
        .predicate_valid(logic_units_7_predicate_valid),
        .predicate_address(logic_units_7_predicate_address),
        .entry_valid(logic_units_7_entry_valid),
        .entry(logic_units_7_entry),
        .truth(logic_units_7_truth)
    );
    core_divider_unit divider_unit(
        .clock(divider_unit_clock),
        .reset(divider_unit_reset),
        .live(divider_unit_live),
        .address(divider_unit_address),
        .program_write(divider_unit_program_write),
        .program_address(divider_unit_program_address),
        .program_data(divider_unit_program_data),
        .a_slot(divider_unit_a_slot),
        .b_slot(divider_unit_b_slot),
        .c_slot(divider_unit_c_slot),
        .a_slot_data(divider_unit_a_slot_data),
        .b_slot_data(divider_unit_b_slot_data),
        .c_slot_data(divider_unit_c_slot_data),
        .bus_valid(divider_unit_bus_valid),
        .bus_slot(divider_unit_bus_slot),
        .bus_data(divider_unit_bus_data)
    );
    core_slots slots(
        .clock(slots_clock),
        .write_0(slots_write_0),
        .write_1(slots_write_1),
        .write_2(slots_write_2),
        .write_3(slots_write_3),
        .write_4(slots_write_4),
        .write_5(slots_write_5),
        .write_6(slots_write_6),
        .write_7(slots_write_7),
        .write_8(slots_write_8),
        .write_9(slots_write_9),
        .write_10(slots_write_10),
        .write_11(slots_write_11),
        .write_12(slots_write_12),
        .write_13(slots_write_13),
        .write_14(slots_write_14),
        .write_15(slots_write_15),
        .write_16(slots_write_16),
        .write_17(slots_write_17),
        .write_18(slots_write_18),
        .write_19(slots_write_19),
        .write_20(slots_write_20),
        .write_21(slots_write_21),
        .write_22(slots_write_22),
        .write_23(slots_write_23),
        .write_24(slots_write_24),
        .write_25(slots_write_25),
        .write_26(slots_write_26),
        .write_27(slots_write_27),
        .write_28(slots_write_28),
        .write_29(slots_write_29),
        .write_30(slots_write_30),
        .write_31(slots_write_31),
        .write_address_0(slots_write_address_0),
        .write_address_1(slots_write_address_1),
        .write_address_2(slots_write_address_2),
        .write_address_3(slots_write_address_3),
        .write_address_4(slots_write_address_4),
        .write_address_5(slots_write_address_5),
        .write_address_6(slots_write_address_6),
        .write_address_7(slots_write_address_7),
        .write_address_8(slots_write_address_8),
        .write_address_9(slots_write_address_9),
        .write_address_10(slots_write_address_10),
        .write_address_11(slots_write_address_11),
        .write_address_12(slots_write_address_12),
        .write_address_13(slots_write_address_13),
        .write_address_14(slots_write_address_14),
        .write_address_15(slots_write_address_15),
        .write_address_16(slots_write_address_16),
        .write_address_17(slots_write_address_17),
        .write_address_18(slots_write_address_18),
        .write_address_19(slots_write_address_19),
        .write_address_20(slots_write_address_20),
        .write_address_21(slots_write_address_21),
        .write_address_22(slots_write_address_22),
        .write_address_23(slots_write_address_23),
        .write_address_24(slots_write_address_24),
        .write_address_25(slots_write_address_25),
        .write_address_26(slots_write_address_26),
        .write_address_27(slots_write_address_27),
        .write_address_28(slots_write_address_28),
        .write_address_29(slots_write_address_29),
        .write_address_30(slots_write_address_30),
        .write_address_31(slots_write_address_31),
        .write_data_0(slots_write_data_0),
        .write_data_1(slots_write_data_1),
        .write_data_2(slots_write_data_2),
        .write_data_3(slots_write_data_3),
        .write_data_4(slots_write_data_4),
        .write_data_5(slots_write_data_5),
        .write_data_6(slots_write_data_6),
        .write_data_7(slots_write_data_7),
        .write_data_8(slots_write_data_8),
        .write_data_9(slots_write_data_9),
        .write_data_10(slots_write_data_10),
        .write_data_11(slots_write_data_11),
        .write_data_12(slots_write_data_12),
        .write_data_13(slots_write_data_13),
        .write_data_14(slots_write_data_14),
        .write_data_15(slots_write_data_15),
        .write_data_16(slots_write_data_16),
        .write_data_17(slots_write_data_17),
        .write_data_18(slots_write_data_18),
        .write_data_19(slots_write_data_19),
        .write_data_20(slots_write_data_20),
        .write_data_21(slots_write_data_21),
        .write_data_22(slots_write_data_22),
        .write_data_23(slots_write_data_23),
        .write_data_24(slots_write_data_24),
        .write_data_25(slots_write_data_25),
        .write_data_26(slots_write_data_26),
        .write_data_27(slots_write_data_27),
        .write_data_28(slots_write_data_28),
        .write_data_29(slots_write_data_29),
        .write_data_30(slots_write_data_30),
        .write_data_31(slots_write_data_31),
        .read_address_0(slots_read_address_0),
        .read_address_1(slots_read_address_1),
        .read_address_2(slots_read_address_2),
        .read_address_3(slots_read_address_3),
        .read_address_4(slots_read_address_4),
        .read_address_5(slots_read_address_5),
        .read_address_6(slots_read_address_6),
        .read_address_7(slots_read_address_7),
        .read_address_8(slots_read_address_8),
        .read_address_9(slots_read_address_9),
        .read_address_10(slots_read_address_10),
        .read_address_11(slots_read_address_11),
        .read_address_12(slots_read_address_12),
        .read_address_13(slots_read_address_13),
        .read_address_14(slots_read_address_14),
        .read_address_15(slots_read_address_15),
        .read_address_16(slots_read_address_16),
        .read_address_17(slots_read_address_17),
        .read_address_18(slots_read_address_18),
        .read_address_19(slots_read_address_19),
        .read_address_20(slots_read_address_20),
        .read_address_21(slots_read_address_21),
        .read_address_22(slots_read_address_22),
        .read_address_23(slots_read_address_23),
        .read_address_24(slots_read_address_24),
        .read_address_25(slots_read_address_25),
        .read_address_26(slots_read_address_26),
        .read_address_27(slots_read_address_27),
        .read_address_28(slots_read_address_28),
        .read_address_29(slots_read_address_29),
        .read_address_30(slots_read_address_30),
        .read_address_31(slots_read_address_31),
        .read_address_32(slots_read_address_32),
        .read_address_33(slots_read_address_33),
        .read_address_34(slots_read_address_34),
        .read_address_35(slots_read_address_35),
        .read_address_36(slots_read_address_36),
        .read_address_37(slots_read_address_37),
        .read_address_38(slots_read_address_38),
        .read_address_39(slots_read_address_39),
        .read_address_40(slots_read_address_40),
        .read_address_41(slots_read_address_41),
        .read_address_42(slots_read_address_42),
        .read_address_43(slots_read_address_43),
        .read_address_44(slots_read_address_44),
        .read_address_45(slots_read_address_45),
        .read_address_46(slots_read_address_46),
        .read_address_47(slots_read_address_47),
        .read_address_48(slots_read_address_48),
        .read_address_49(slots_read_address_49),
        .read_address_50(slots_read_address_50),
        .read_address_51(slots_read_address_51),
        .read_address_52(slots_read_address_52),
        .read_address_53(slots_read_address_53),
        .read_address_54(slots_read_address_54),
        .read_address_55(slots_read_address_55),
        .read_address_56(slots_read_address_56),
        .read_address_57(slots_read_address_57),
        .read_address_58(slots_read_address_58),
        .read_address_59(slots_read_address_59),
        .read_address_60(slots_read_address_60),
        .read_address_61(slots_read_address_61),
        .read_address_62(slots_read_address_62),
        .read_address_63(slots_read_address_63),
        .read_address_64(slots_read_address_64),
        .read_address_65(slots_read_address_65),
        .read_address_66(slots_read_address_66),
        .read_data_0(slots_read_data_0),
        .read_data_1(slots_read_data_1),
        .read_data_2(slots_read_data_2),
        .read_data_3(slots_read_data_3),
        .read_data_4(slots_read_data_4),
        .read_data_5(slots_read_data_5),
        .read_data_6(slots_read_data_6),
        .read_data_7(slots_read_data_7),
        .read_data_8(slots_read_data_8),
        .read_data_9(slots_read_data_9),
        .read_data_10(slots_read_data_10),
        .read_data_11(slots_read_data_11),
        .read_data_12(slots_read_data_12),
        .read_data_13(slots_read_data_13),
        .read_data_14(slots_read_data_14),
        .read_data_15(slots_read_data_15),
        .read_data_16(slots_read_data_16),
        .read_data_17(slots_read_data_17),
        .read_data_18(slots_read_data_18),
        .read_data_19(slots_read_data_19),
        .read_data_20(slots_read_data_20),
        .read_data_21(slots_read_data_21),
        .read_data_22(slots_read_data_22),
        .read_data_23(slots_read_data_23),
        .read_data_24(slots_read_data_24),
        .read_data_25(slots_read_data_25),
        .read_data_26(slots_read_data_26),
        .read_data_27(slots_read_data_27),
        .read_data_28(slots_read_data_28),
        .read_data_29(slots_read_data_29),
        .read_data_30(slots_read_data_30),
        .read_data_31(slots_read_data_31),
        .read_data_32(slots_read_data_32),
        .read_data_33(slots_read_data_33),
        .read_data_34(slots_read_data_34),
        .read_data_35(slots_read_data_35),
        .read_data_36(slots_read_data_36),
        .read_data_37(slots_read_data_37),
        .read_data_38(slots_read_data_38),
        .read_data_39(slots_read_data_39),
        .read_data_40(slots_read_data_40),
        .read_data_41(slots_read_data_41),
        .read_data_42(slots_read_data_42),
        .read_data_43(slots_read_data_43),
        .read_data_44(slots_read_data_44),
        .read_data_45(slots_read_data_45),
        .read_data_46(slots_read_data_46),
        .read_data_47(slots_read_data_47),
        .read_data_48(slots_read_data_48),
        .read_data_49(slots_read_data_49),
        .read_data_50(slots_read_data_50),
        .read_data_51(slots_read_data_51),
        .read_data_52(slots_read_data_52),
        .read_data_53(slots_read_data_53),
        .read_data_54(slots_read_data_54),
        .read_data_55(slots_read_data_55),
        .read_data_56(slots_read_data_56),
        .read_data_57(slots_read_data_57),
        .read_data_58(slots_read_data_58),
        .read_data_59(slots_read_data_59),
        .read_data_60(slots_read_data_60),
        .read_data_61(slots_read_data_61),
        .read_data_62(slots_read_data_62),
        .read_data_63(slots_read_data_63),
        .read_data_64(slots_read_data_64),
        .read_data_65(slots_read_data_65),
        .read_data_66(slots_read_data_66)
    );
    core_lane_predicates lane_predicates(
        .clock(lane_predicates_clock),
        .write_0(lane_predicates_write_0),
        .write_1(lane_predicates_write_1),
        .write_2(lane_predicates_write_2),
        .write_3(lane_predicates_write_3),
        .write_4(lane_predicates_write_4),
        .write_5(lane_predicates_write_5),
        .write_6(lane_predicates_write_6),
        .write_7(lane_predicates_write_7),
        .write_8(lane_predicates_write_8),
        .write_9(lane_predicates_write_9),
        .write_10(lane_predicates_write_10),
        .write_11(lane_predicates_write_11),
        .write_12(lane_predicates_write_12),
        .write_13(lane_predicates_write_13),
        .write_14(lane_predicates_write_14),
        .write_15(lane_predicates_write_15),
        .write_16(lane_predicates_write_16),
        .write_17(lane_predicates_write_17),
        .write_18(lane_predicates_write_18),
        .write_19(lane_predicates_write_19),
        .write_20(lane_predicates_write_20),
        .write_21(lane_predicates_write_21),
        .write_22(lane_predicates_write_22),
        .write_23(lane_predicates_write_23),
        .write_24(lane_predicates_write_24),
        .write_25(lane_predicates_write_25),
        .write_26(lane_predicates_write_26),
        .write_27(lane_predicates_write_27),
        .write_28(lane_predicates_write_28),
        .write_29(lane_predicates_write_29),
        .write_30(lane_predicates_write_30),
        .write_31(lane_predicates_write_31),
        .write_address_0(lane_predicates_write_address_0),
        .write_address_1(lane_predicates_write_address_1),
        .write_address_2(lane_predicates_write_address_2),
        .write_address_3(lane_predicates_write_address_3),
        .write_address_4(lane_predicates_write_address_4),
        .write_address_5(lane_predicates_write_address_5),
        .write_address_6(lane_predicates_write_address_6),
        .write_address_7(lane_predicates_write_address_7),
        .write_address_8(lane_predicates_write_address_8),
        .write_address_9(lane_predicates_write_address_9),
        .write_address_10(lane_predicates_write_address_10),
        .write_address_11(lane_predicates_write_address_11),
        .write_address_12(lane_predicates_write_address_12),
        .write_address_13(lane_predicates_write_address_13),
        .write_address_14(lane_predicates_write_address_14),
        .write_address_15(lane_predicates_write_address_15),
        .write_address_16(lane_predicates_write_address_16),
        .write_address_17(lane_predicates_write_address_17),
        .write_address_18(lane_predicates_write_address_18),
        .write_address_19(lane_predicates_write_address_19),
        .write_address_20(lane_predicates_write_address_20),
        .write_address_21(lane_predicates_write_address_21),
        .write_address_22(lane_predicates_write_address_22),
        .write_address_23(lane_predicates_write_address_23),
        .write_address_24(lane_predicates_write_address_24),
        .write_address_25(lane_predicates_write_address_25),
        .write_address_26(lane_predicates_write_address_26),
        .write_address_27(lane_predicates_write_address_27),
        .write_address_28(lane_predicates_write_address_28),
        .write_address_29(lane_predicates_write_address_29),
        .write_address_30(lane_predicates_write_address_30),
        .write_address_31(lane_predicates_write_address_31),
        .write_data_0(lane_predicates_write_data_0),
        .write_data_1(lane_predicates_write_data_1),
        .write_data_2(lane_predicates_write_data_2),
        .write_data_3(lane_predicates_write_data_3),
        .write_data_4(lane_predicates_write_data_4),
        .write_data_5(lane_predicates_write_data_5),
        .write_data_6(lane_predicates_write_data_6),
        .write_data_7(lane_predicates_write_data_7),
        .write_data_8(lane_predicates_write_data_8),
        .write_data_9(lane_predicates_write_data_9),
        .write_data_10(lane_predicates_write_data_10),
        .write_data_11(lane_predicates_write_data_11),
        .write_data_12(lane_predicates_write_data_12),
        .write_data_13(lane_predicates_write_data_13),
        .write_data_14(lane_predicates_write_data_14),
        .write_data_15(lane_predicates_write_data_15),
        .write_data_16(lane_predicates_write_data_16),
        .write_data_17(lane_predicates_write_data_17),
        .write_data_18(lane_predicates_write_data_18),
        .write_data_19(lane_predicates_write_data_19),
        .write_data_20(lane_predicates_write_data_20),
        .write_data_21(lane_predicates_write_data_21),
        .write_data_22(lane_predicates_write_data_22),
        .write_data_23(lane_predicates_write_data_23),
        .write_data_24(lane_predicates_write_data_24),
        .write_data_25(lane_predicates_write_data_25),
        .write_data_26(lane_predicates_write_data_26),
        .write_data_27(lane_predicates_write_data_27),
        .write_data_28(lane_predicates_write_data_28),
        .write_data_29(lane_predicates_write_data_29),
        .write_data_30(lane_predicates_write_data_30),
        .write_data_31(lane_predicates_write_data_31),
        .read_address_0(lane_predicates_read_address_0),
        .read_address_1(lane_predicates_read_address_1),
        .read_address_2(lane_predicates_read_address_2),
        .read_address_3(lane_predicates_read_address_3),
        .read_address_4(lane_predicates_read_address_4),
        .read_address_5(lane_predicates_read_address_5),
        .read_address_6(lane_predicates_read_address_6),
        .read_address_7(lane_predicates_read_address_7),
        .read_address_8(lane_predicates_read_address_8),
        .read_address_9(lane_predicates_read_address_9),
        .read_address_10(lane_predicates_read_address_10),
        .read_address_11(lane_predicates_read_address_11),
        .read_address_12(lane_predicates_read_address_12),
        .read_address_13(lane_predicates_read_address_13),
        .read_address_14(lane_predicates_read_address_14),
        .read_address_15(lane_predicates_read_address_15),
        .read_address_16(lane_predicates_read_address_16),
        .read_address_17(lane_predicates_read_address_17),
        .read_address_18(lane_predicates_read_address_18),
        .read_address_19(lane_predicates_read_address_19),
        .read_address_20(lane_predicates_read_address_20),
        .read_address_21(lane_predicates_read_address_21),
        .read_address_22(lane_predicates_read_address_22),
        .read_address_23(lane_predicates_read_address_23),
        .read_address_24(lane_predicates_read_address_24),
        .read_address_25(lane_predicates_read_address_25),
        .read_address_26(lane_predicates_read_address_26),
        .read_address_27(lane_predicates_read_address_27),
        .read_address_28(lane_predicates_read_address_28),
        .read_address_29(lane_predicates_read_address_29),
        .read_address_30(lane_predicates_read_address_30),
        .read_address_31(lane_predicates_read_address_31),
        .read_address_32(lane_predicates_read_address_32),
        .read_address_33(lane_predicates_read_address_33),
        .read_address_34(lane_predicates_read_address_34),
        .read_address_35(lane_predicates_read_address_35),
        .read_address_36(lane_predicates_read_address_36),
        .read_address_37(lane_predicates_read_address_37),
        .read_address_38(lane_predicates_read_address_38),
        .read_address_39(lane_predicates_read_address_39),
        .read_address_40(lane_predicates_read_address_40),
        .read_address_41(lane_predicates_read_address_41),
        .read_address_42(lane_predicates_read_address_42),
        .read_address_43(lane_predicates_read_address_43),
        .read_address_44(lane_predicates_read_address_44),
        .read_address_45(lane_predicates_read_address_45),
        .read_address_46(lane_predicates_read_address_46),
        .read_address_47(lane_predicates_read_address_47),
        .read_address_48(lane_predicates_read_address_48),
        .read_address_49(lane_predicates_read_address_49),
        .read_address_50(lane_predicates_read_address_50),
        .read_address_51(lane_predicates_read_address_51),
        .read_address_52(lane_predicates_read_address_52),
        .read_address_53(lane_predicates_read_address_53),
        .read_address_54(lane_predicates_read_address_54),
        .read_address_55(lane_predicates_read_address_55),
        .read_address_56(lane_predicates_read_address_56),
        .read_address_57(lane_predicates_read_address_57),
        .read_address_58(lane_predicates_read_address_58),
        .read_address_59(lane_predicates_read_address_59),
        .read_address_60(lane_predicates_read_address_60),
        .read_address_61(lane_predicates_read_address_61),
        .read_address_62(lane_predicates_read_address_62),
        .read_address_63(lane_predicates_read_address_63),
        .read_data_0(lane_predicates_read_data_0),
        .read_data_1(lane_predicates_read_data_1),
        .read_data_2(lane_predicates_read_data_2),
        .read_data_3(lane_predicates_read_data_3),
        .read_data_4(lane_predicates_read_data_4),
        .read_data_5(lane_predicates_read_data_5),
        .read_data_6(lane_predicates_read_data_6),
        .read_data_7(lane_predicates_read_data_7),
        .read_data_8(lane_predicates_read_data_8),
        .read_data_9(lane_predicates_read_data_9),
        .read_data_10(lane_predicates_read_data_10),
        .read_data_11(lane_predicates_read_data_11),
        .read_data_12(lane_predicates_read_data_12),
        .read_data_13(lane_predicates_read_data_13),
        .read_data_14(lane_predicates_read_data_14),
        .read_data_15(lane_predicates_read_data_15),
        .read_data_16(lane_predicates_read_data_16),
        .read_data_17(lane_predicates_read_data_17),
        .read_data_18(lane_predicates_read_data_18),
        .read_data_19(lane_predicates_read_data_19),
        .read_data_20(lane_predicates_read_data_20),
        .read_data_21(lane_predicates_read_data_21),
        .read_data_22(lane_predicates_read_data_22),
        .read_data_23(lane_predicates_read_data_23),
        .read_data_24(lane_predicates_read_data_24),
        .read_data_25(lane_predicates_read_data_25),
        .read_data_26(lane_predicates_read_data_26),
        .read_data_27(lane_predicates_read_data_27),
        .read_data_28(lane_predicates_read_data_28),
        .read_data_29(lane_predicates_read_data_29),
        .read_data_30(lane_predicates_read_data_30),
        .read_data_31(lane_predicates_read_data_31),
        .read_data_32(lane_predicates_read_data_32),
        .read_data_33(lane_predicates_read_data_33),
        .read_data_34(lane_predicates_read_data_34),
        .read_data_35(lane_predicates_read_data_35),
        .read_data_36(lane_predicates_read_data_36),
        .read_data_37(lane_predicates_read_data_37),
        .read_data_38(lane_predicates_read_data_38),
        .read_data_39(lane_predicates_read_data_39),
        .read_data_40(lane_predicates_read_data_40),
        .read_data_41(lane_predicates_read_data_41),
        .read_data_42(lane_predicates_read_data_42),
        .read_data_43(lane_predicates_read_data_43),
        .read_data_44(lane_predicates_read_data_44),
        .read_data_45(lane_predicates_read_data_45),
        .read_data_46(lane_predicates_read_data_46),
        .read_data_47(lane_predicates_read_data_47),
        .read_data_48(lane_predicates_read_data_48),
        .read_data_49(lane_predicates_read_data_49),
        .read_data_50(lane_predicates_read_data_50),
        .read_data_51(lane_predicates_read_data_51),
        .read_data_52(lane_predicates_read_data_52),
        .read_data_53(lane_predicates_read_data_53),
        .read_data_54(lane_predicates_read_data_54),
        .read_data_55(lane_predicates_read_data_55),
        .read_data_56(lane_predicates_read_data_56),
        .read_data_57(lane_predicates_read_data_57),
        .read_data_58(lane_predicates_read_data_58),
        .read_data_59(lane_predicates_read_data_59),
        .read_data_60(lane_predicates_read_data_60),
        .read_data_61(lane_predicates_read_data_61),
        .read_data_62(lane_predicates_read_data_62),
        .read_data_63(lane_predicates_read_data_63)
    );
    core_logic_predicates logic_predicates(
        .clock(logic_predicates_clock),
        .write_0(logic_predicates_write_0),
        .write_1(logic_predicates_write_1),
        .write_2(logic_predicates_write_2),
        .write_3(logic_predicates_write_3),
        .write_4(logic_predicates_write_4),
        .write_5(logic_predicates_write_5),
        .write_6(logic_predicates_write_6),
        .write_7(logic_predicates_write_7),
        .write_address_0(logic_predicates_write_address_0),
        .write_address_1(logic_predicates_write_address_1),
        .write_address_2(logic_predicates_write_address_2),
        .write_address_3(logic_predicates_write_address_3),
        .write_address_4(logic_predicates_write_address_4),
        .write_address_5(logic_predicates_write_address_5),
        .write_address_6(logic_predicates_write_address_6),
        .write_address_7(logic_predicates_write_address_7),
        .write_data_0(logic_predicates_write_data_0),
        .write_data_1(logic_predicates_write_data_1),
        .write_data_2(logic_predicates_write_data_2),
        .write_data_3(logic_predicates_write_data_3),
        .write_data_4(logic_predicates_write_data_4),
        .write_data_5(logic_predicates_write_data_5),
        .write_data_6(logic_predicates_write_data_6),
        .write_data_7(logic_predicates_write_data_7),
        .read_address_0(logic_predicates_read_address_0),
        .read_address_1(logic_predicates_read_address_1),
        .read_address_2(logic_predicates_read_address_2),
        .read_address_3(logic_predicates_read_address_3),
        .read_address_4(logic_predicates_read_address_4),
        .read_address_5(logic_predicates_read_address_5),
        .read_address_6(logic_predicates_read_address_6),
        .read_address_7(logic_predicates_read_address_7),
        .read_address_8(logic_predicates_read_address_8),
        .read_address_9(logic_predicates_read_address_9),
        .read_address_10(logic_predicates_read_address_10),
        .read_address_11(logic_predicates_read_address_11),
        .read_address_12(logic_predicates_read_address_12),
        .read_address_13(logic_predicates_read_address_13),
        .read_address_14(logic_predicates_read_address_14),
        .read_address_15(logic_predicates_read_address_15),
        .read_address_16(logic_predicates_read_address_16),
        .read_address_17(logic_predicates_read_address_17),
        .read_address_18(logic_predicates_read_address_18),
        .read_address_19(logic_predicates_read_address_19),
        .read_address_20(logic_predicates_read_address_20),
        .read_address_21(logic_predicates_read_address_21),
        .read_address_22(logic_predicates_read_address_22),
        .read_address_23(logic_predicates_read_address_23),
        .read_address_24(logic_predicates_read_address_24),
        .read_address_25(logic_predicates_read_address_25),
        .read_address_26(logic_predicates_read_address_26),
        .read_address_27(logic_predicates_read_address_27),
        .read_address_28(logic_predicates_read_address_28),
        .read_address_29(logic_predicates_read_address_29),
        .read_address_30(logic_predicates_read_address_30),
        .read_address_31(logic_predicates_read_address_31),
        .read_address_32(logic_predicates_read_address_32),
        .read_address_33(logic_predicates_read_address_33),
        .read_address_34(logic_predicates_read_address_34),
        .read_address_35(logic_predicates_read_address_35),
        .read_address_36(logic_predicates_read_address_36),
        .read_address_37(logic_predicates_read_address_37),
        .read_address_38(logic_predicates_read_address_38),
        .read_address_39(logic_predicates_read_address_39),
        .read_address_40(logic_predicates_read_address_40),
        .read_address_41(logic_predicates_read_address_41),
        .read_address_42(logic_predicates_read_address_42),
        .read_address_43(logic_predicates_read_address_43),
        .read_address_44(logic_predicates_read_address_44),
        .read_address_45(logic_predicates_read_address_45),
        .read_address_46(logic_predicates_read_address_46),
        .read_address_47(logic_predicates_read_address_47),
        .read_address_48(logic_predicates_read_address_48),
        .read_address_49(logic_predicates_read_address_49),
        .read_address_50(logic_predicates_read_address_50),
        .read_address_51(logic_predicates_read_address_51),
        .read_address_52(logic_predicates_read_address_52),
        .read_address_53(logic_predicates_read_address_53),
        .read_address_54(logic_predicates_read_address_54),
        .read_address_55(logic_predicates_read_address_55),
        .read_address_56(logic_predicates_read_address_56),
        .read_address_57(logic_predicates_read_address_57),
        .read_address_58(logic_predicates_read_address_58),
        .read_address_59(logic_predicates_read_address_59),
        .read_address_60(logic_predicates_read_address_60),
        .read_address_61(logic_predicates_read_address_61),
        .read_address_62(logic_predicates_read_address_62),
        .read_address_63(logic_predicates_read_address_63),
        .read_data_0(logic_predicates_read_data_0),
        .read_data_1(logic_predicates_read_data_1),
        .read_data_2(logic_predicates_read_data_2),
        .read_data_3(logic_predicates_read_data_3),
        .read_data_4(logic_predicates_read_data_4),
        .read_data_5(logic_predicates_read_data_5),
        .read_data_6(logic_predicates_read_data_6),
        .read_data_7(logic_predicates_read_data_7),
        .read_data_8(logic_predicates_read_data_8),
        .read_data_9(logic_predicates_read_data_9),
        .read_data_10(logic_predicates_read_data_10),
        .read_data_11(logic_predicates_read_data_11),
        .read_data_12(logic_predicates_read_data_12),
        .read_data_13(logic_predicates_read_data_13),
        .read_data_14(logic_predicates_read_data_14),
        .read_data_15(logic_predicates_read_data_15),
        .read_data_16(logic_predicates_read_data_16),
        .read_data_17(logic_predicates_read_data_17),
        .read_data_18(logic_predicates_read_data_18),
        .read_data_19(logic_predicates_read_data_19),
        .read_data_20(logic_predicates_read_data_20),
        .read_data_21(logic_predicates_read_data_21),
        .read_data_22(logic_predicates_read_data_22),
        .read_data_23(logic_predicates_read_data_23),
        .read_data_24(logic_predicates_read_data_24),
        .read_data_25(logic_predicates_read_data_25),
        .read_data_26(logic_predicates_read_data_26),
        .read_data_27(logic_predicates_read_data_27),
        .read_data_28(logic_predicates_read_data_28),
        .read_data_29(logic_predicates_read_data_29),
        .read_data_30(logic_predicates_read_data_30),
        .read_data_31(logic_predicates_read_data_31),
        .read_data_32(logic_predicates_read_data_32),
        .read_data_33(logic_predicates_read_data_33),
        .read_data_34(logic_predicates_read_data_34),
        .read_data_35(logic_predicates_read_data_35),
        .read_data_36(logic_predicates_read_data_36),
        .read_data_37(logic_predicates_read_data_37),
        .read_data_38(logic_predicates_read_data_38),
        .read_data_39(logic_predicates_read_data_39),
        .read_data_40(logic_predicates_read_data_40),
        .read_data_41(logic_predicates_read_data_41),
        .read_data_42(logic_predicates_read_data_42),
        .read_data_43(logic_predicates_read_data_43),
        .read_data_44(logic_predicates_read_data_44),
        .read_data_45(logic_predicates_read_data_45),
        .read_data_46(logic_predicates_read_data_46),
        .read_data_47(logic_predicates_read_data_47),
        .read_data_48(logic_predicates_read_data_48),
        .read_data_49(logic_predicates_read_data_49),
        .read_data_50(logic_predicates_read_data_50),
        .read_data_51(logic_predicates_read_data_51),
        .read_data_52(logic_predicates_read_data_52),
        .read_data_53(logic_predicates_read_data_53),
        .read_data_54(logic_predicates_read_data_54),
        .read_data_55(logic_predicates_read_data_55),
        .read_data_56(logic_predicates_read_data_56),
        .read_data_57(logic_predicates_read_data_57),
        .read_data_58(logic_predicates_read_data_58),
        .read_data_59(logic_predicates_read_data_59),
        .read_data_60(logic_predicates_read_data_60),
        .read_data_61(logic_predicates_read_data_61),
        .read_data_62(logic_predicates_read_data_62),
        .read_data_63(logic_predicates_read_data_63)
    );
    core_verdict verdict(
        .clock(verdict_clock),
        .reset(verdict_reset),
        .clear(verdict_clear),
        .valid_0(verdict_valid_0),
        .valid_1(verdict_valid_1),
        .valid_2(verdict_valid_2),
        .valid_3(verdict_valid_3),
        .valid_4(verdict_valid_4),
        .valid_5(verdict_valid_5),
        .valid_6(verdict_valid_6),
        .valid_7(verdict_valid_7),
        .valid_8(verdict_valid_8),
        .valid_9(verdict_valid_9),
        .valid_10(verdict_valid_10),
        .valid_11(verdict_valid_11),
        .valid_12(verdict_valid_12),
        .valid_13(verdict_valid_13),
        .valid_14(verdict_valid_14),
        .valid_15(verdict_valid_15),
        .valid_16(verdict_valid_16),
        .valid_17(verdict_valid_17),
        .valid_18(verdict_valid_18),
        .valid_19(verdict_valid_19),
        .valid_20(verdict_valid_20),
        .valid_21(verdict_valid_21),
        .valid_22(verdict_valid_22),
        .valid_23(verdict_valid_23),
        .valid_24(verdict_valid_24),
        .valid_25(verdict_valid_25),
        .valid_26(verdict_valid_26),
        .valid_27(verdict_valid_27),
        .valid_28(verdict_valid_28),
        .valid_29(verdict_valid_29),
        .valid_30(verdict_valid_30),
        .valid_31(verdict_valid_31),
        .valid_32(verdict_valid_32),
        .valid_33(verdict_valid_33),
        .valid_34(verdict_valid_34),
        .valid_35(verdict_valid_35),
        .valid_36(verdict_valid_36),
        .valid_37(verdict_valid_37),
        .valid_38(verdict_valid_38),
        .valid_39(verdict_valid_39),
        .valid_40(verdict_valid_40),
        .valid_41(verdict_valid_41),
        .valid_42(verdict_valid_42),
        .valid_43(verdict_valid_43),
        .valid_44(verdict_valid_44),
        .valid_45(verdict_valid_45),
        .valid_46(verdict_valid_46),
        .valid_47(verdict_valid_47),
        .valid_48(verdict_valid_48),
        .valid_49(verdict_valid_49),
        .valid_50(verdict_valid_50),
        .valid_51(verdict_valid_51),
        .valid_52(verdict_valid_52),
        .valid_53(verdict_valid_53),
        .valid_54(verdict_valid_54),
        .valid_55(verdict_valid_55),
        .index_0(verdict_index_0),
        .index_1(verdict_index_1),
        .index_2(verdict_index_2),
        .index_3(verdict_index_3),
        .index_4(verdict_index_4),
        .index_5(verdict_index_5),
        .index_6(verdict_index_6),
        .index_7(verdict_index_7),
        .index_8(verdict_index_8),
        .index_9(verdict_index_9),
        .index_10(verdict_index_10),
        .index_11(verdict_index_11),
        .index_12(verdict_index_12),
        .index_13(verdict_index_13),
        .index_14(verdict_index_14),
        .index_15(verdict_index_15),
        .index_16(verdict_index_16),
        .index_17(verdict_index_17),
        .index_18(verdict_index_18),
        .index_19(verdict_index_19),
        .index_20(verdict_index_20),
        .index_21(verdict_index_21),
        .index_22(verdict_index_22),
        .index_23(verdict_index_23),
        .index_24(verdict_index_24),
        .index_25(verdict_index_25),
        .index_26(verdict_index_26),
        .index_27(verdict_index_27),
        .index_28(verdict_index_28),
        .index_29(verdict_index_29),
        .index_30(verdict_index_30),
        .index_31(verdict_index_31),
        .index_32(verdict_index_32),
        .index_33(verdict_index_33),
        .index_34(verdict_index_34),
        .index_35(verdict_index_35),
        .index_36(verdict_index_36),
        .index_37(verdict_index_37),
        .index_38(verdict_index_38),
        .index_39(verdict_index_39),
        .index_40(verdict_index_40),
        .index_41(verdict_index_41),
        .index_42(verdict_index_42),
        .index_43(verdict_index_43),
        .index_44(verdict_index_44),
        .index_45(verdict_index_45),
        .index_46(verdict_index_46),
        .index_47(verdict_index_47),
        .index_48(verdict_index_48),
        .index_49(verdict_index_49),
        .index_50(verdict_index_50),
        .index_51(verdict_index_51),
        .index_52(verdict_index_52),
        .index_53(verdict_index_53),
        .index_54(verdict_index_54),
        .index_55(verdict_index_55),
        .truth_0(verdict_truth_0),
        .truth_1(verdict_truth_1),
        .truth_2(verdict_truth_2),
        .truth_3(verdict_truth_3),
        .truth_4(verdict_truth_4),
        .truth_5(verdict_truth_5),
        .truth_6(verdict_truth_6),
        .truth_7(verdict_truth_7),
        .truth_8(verdict_truth_8),
        .truth_9(verdict_truth_9),
        .truth_10(verdict_truth_10),
        .truth_11(verdict_truth_11),
        .truth_12(verdict_truth_12),
        .truth_13(verdict_truth_13),
        .truth_14(verdict_truth_14),
        .truth_15(verdict_truth_15),
        .truth_16(verdict_truth_16),
        .truth_17(verdict_truth_17),
        .truth_18(verdict_truth_18),
        .truth_19(verdict_truth_19),
        .truth_20(verdict_truth_20),
        .truth_21(verdict_truth_21),
        .truth_22(verdict_truth_22),
        .truth_23(verdict_truth_23),
        .truth_24(verdict_truth_24),
        .truth_25(verdict_truth_25),
        .truth_26(verdict_truth_26),
        .truth_27(verdict_truth_27),
        .truth_28(verdict_truth_28),
        .truth_29(verdict_truth_29),
        .truth_30(verdict_truth_30),
        .truth_31(verdict_truth_31),
        .truth_32(verdict_truth_32),
        .truth_33(verdict_truth_33),
        .truth_34(verdict_truth_34),
        .truth_35(verdict_truth_35),
        .truth_36(verdict_truth_36),
        .truth_37(verdict_truth_37),
        .truth_38(verdict_truth_38),
        .truth_39(verdict_truth_39),
        .truth_40(verdict_truth_40),
        .truth_41(verdict_truth_41),
        .truth_42(verdict_truth_42),
        .truth_43(verdict_truth_43),
        .truth_44(verdict_truth_44),
        .truth_45(verdict_truth_45),
        .truth_46(verdict_truth_46),
        .truth_47(verdict_truth_47),
        .truth_48(verdict_truth_48),
        .truth_49(verdict_truth_49),
        .truth_50(verdict_truth_50),
        .truth_51(verdict_truth_51),
        .truth_52(verdict_truth_52),
        .truth_53(verdict_truth_53),
        .truth_54(verdict_truth_54),
        .truth_55(verdict_truth_55),
        .judge(verdict_judge),
        .count(verdict_count),
        .decided(verdict_decided),
        .accept(verdict_accept),
        .first(verdict_first),
        .outcome(verdict_outcome),
        .failing(verdict_failing)
    );
    core_bounds verdict_words(
        .clock(verdict_words_clock),
        .write(verdict_words_write),
        .write_address(verdict_words_write_address),
        .write_data(verdict_words_write_data),
        .read_address(verdict_words_read_address),
        .read_data(verdict_words_read_data)
    );
    core_egress egress(
        .clock(egress_clock),
        .reset(egress_reset),
        .valid(egress_valid),
        .accept(egress_accept),
        .malformed(egress_malformed),
        .entry(egress_entry),
        .outcome(egress_outcome),
        .failing(egress_failing),
        .kind(egress_kind),
        .session(egress_session),
        .sequence_number(egress_sequence_number),
        .ready(egress_ready),
        .m_axis_tdata(egress_m_axis_tdata),
        .m_axis_tvalid(egress_m_axis_tvalid),
        .m_axis_tready(egress_m_axis_tready)
    );

    always @(*) begin
        well_formed_d = well_formed_q;
        kind_d = kind_q;
        session_d = session_q;
        sequence_number_d = sequence_number_q;
        if (parse_start) begin
            kind_d = parse_kind[6:0];
            session_d = parse_session;
            sequence_number_d = parse_sequence_number;
            well_formed_d = 1'b0;
        end
        if (parse_done) begin
            well_formed_d = ~parse_malformed & ~parse_gapped & ~sequencer_unknown;
        end
    end

    always @(*) begin
        decided_d = decided_q;
        decided_d = (verdict_decided | refused) & ~reset;
    end

    always @(*) begin
        accept_d = accept_q;
        accept_d = verdict_accept;
    end

    always @(*) begin
        first_d = first_q;
        first_d = verdict_first;
    end

    always @(*) begin
        outcome_d = outcome_q;
        outcome_d = verdict_outcome;
    end

    always @(*) begin
        failing_d = failing_q;
        failing_d = verdict_failing;
    end

    assign parse_clock = clock;
    assign parse_reset = reset;
    assign parse_s_axis_tdata = s_axis_order_tdata;
    assign parse_s_axis_tkeep = s_axis_order_tkeep;
    assign parse_s_axis_tlast = s_axis_order_tlast;
    assign parse_s_axis_tvalid = s_axis_order_tvalid;
    assign s_axis_order_tready = parse_s_axis_tready;
    assign parse_accept = ~sequencer_busy & egress_ready & ~decided_q;
    assign parse_bank = sequencer_bank;
    assign parse_rows_wanted = 1'b0;
    assign parse_s_axis_tuser = s_axis_order_tuser;
    assign parse_cfg_valid = program_write & (program_memory == 138);
    assign parse_cfg_address = program_address[13:0];
    assign parse_cfg_data = program_data;
    assign sequencer_clock = clock;
    assign sequencer_reset = reset;
    assign sequencer_start = parse_start;
    assign sequencer_kind = parse_kind;
    assign refused = sequencer_unknown & parse_done;
    assign sequencer_finish = refused;
    assign sequencer_bank_wanted = bank_wanted;
    assign sequencer_table_write = program_write & (program_memory == 137);
    assign sequencer_table_address = program_address[7:0];
    assign sequencer_table_data = program_data;
    assign bank = sequencer_bank;
    assign busy = sequencer_busy;

    always @(*) begin
        lane_memory = 0;
        if (program_write & ~program_memory[7]) begin
            lane_memory = 32'(1) << program_memory[4:0];
        end
    end

    always @(*) begin
        logic_memory = 0;
        if (program_write & (program_memory[7:3] == 16)) begin
            logic_memory = 8'(1) << program_memory[2:0];
        end
    end

    assign slots_clock = clock;
    assign lane_predicates_clock = clock;
    assign logic_predicates_clock = clock;
    assign lanes_0_clock = clock;
    assign lanes_0_reset = reset;
    assign lanes_0_live = sequencer_live;
    assign lanes_0_address = sequencer_address;

    always @(*) begin
        lanes_0_program_write = 0;
        if (lane_memory[0]) begin
            lanes_0_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_0_program_address = program_address[10:0];
    assign lanes_0_program_data = program_data;
    assign slots_read_address_0 = lanes_0_x_slot;
    assign slots_read_address_1 = lanes_0_y_slot;
    assign lanes_0_x_slot_data = slots_read_data_0;
    assign lanes_0_y_slot_data = slots_read_data_1;
    assign lane_predicates_read_address_0 = lanes_0_predicate[9:0];
    assign logic_predicates_read_address_0 = lanes_0_predicate[8:0];

    always @(*) begin
        lanes_0_predicate_data = lane_predicates_read_data_0;
        if (lanes_0_predicate[10]) begin
            lanes_0_predicate_data = logic_predicates_read_data_0;
        end
    end

    assign slots_write_0 = parse_field_valid_0 | lanes_0_bus_valid;

    always @(*) begin
        slots_write_address_0 = lanes_0_bus_slot;
        slots_write_data_0 = lanes_0_bus_data;
        if (parse_field_valid_0) begin
            slots_write_address_0 = 0;
            slots_write_data_0 = parse_field_data_0;
        end
    end

    assign lane_predicates_write_0 = lanes_0_predicate_valid;
    assign lane_predicates_write_address_0 = lanes_0_truth_address;
    assign lane_predicates_write_data_0 = lanes_0_truth;
    assign verdict_valid_0 = lanes_0_entry_valid;
    assign verdict_index_0 = lanes_0_truth_address[7:0];
    assign verdict_truth_0 = lanes_0_truth;
    assign lanes_1_clock = clock;
    assign lanes_1_reset = reset;
    assign lanes_1_live = sequencer_live;
    assign lanes_1_address = sequencer_address;

    always @(*) begin
        lanes_1_program_write = 0;
        if (lane_memory[1]) begin
            lanes_1_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_1_program_address = program_address[10:0];
    assign lanes_1_program_data = program_data;
    assign slots_read_address_2 = lanes_1_x_slot;
    assign slots_read_address_3 = lanes_1_y_slot;
    assign lanes_1_x_slot_data = slots_read_data_2;
    assign lanes_1_y_slot_data = slots_read_data_3;
    assign lane_predicates_read_address_1 = lanes_1_predicate[9:0];
    assign logic_predicates_read_address_1 = lanes_1_predicate[8:0];

    always @(*) begin
        lanes_1_predicate_data = lane_predicates_read_data_1;
        if (lanes_1_predicate[10]) begin
            lanes_1_predicate_data = logic_predicates_read_data_1;
        end
    end

    assign slots_write_1 = parse_field_valid_1 | lanes_1_bus_valid;

    always @(*) begin
        slots_write_address_1 = lanes_1_bus_slot;
        slots_write_data_1 = lanes_1_bus_data;
        if (parse_field_valid_1) begin
            slots_write_address_1 = 0;
            slots_write_data_1 = parse_field_data_1;
        end
    end

    assign lane_predicates_write_1 = lanes_1_predicate_valid;
    assign lane_predicates_write_address_1 = lanes_1_truth_address;
    assign lane_predicates_write_data_1 = lanes_1_truth;
    assign verdict_valid_1 = lanes_1_entry_valid;
    assign verdict_index_1 = lanes_1_truth_address[7:0];
    assign verdict_truth_1 = lanes_1_truth;
    assign lanes_2_clock = clock;
    assign lanes_2_reset = reset;
    assign lanes_2_live = sequencer_live;
    assign lanes_2_address = sequencer_address;

    always @(*) begin
        lanes_2_program_write = 0;
        if (lane_memory[2]) begin
            lanes_2_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_2_program_address = program_address[10:0];
    assign lanes_2_program_data = program_data;
    assign slots_read_address_4 = lanes_2_x_slot;
    assign slots_read_address_5 = lanes_2_y_slot;
    assign lanes_2_x_slot_data = slots_read_data_4;
    assign lanes_2_y_slot_data = slots_read_data_5;
    assign lane_predicates_read_address_2 = lanes_2_predicate[9:0];
    assign logic_predicates_read_address_2 = lanes_2_predicate[8:0];

    always @(*) begin
        lanes_2_predicate_data = lane_predicates_read_data_2;
        if (lanes_2_predicate[10]) begin
            lanes_2_predicate_data = logic_predicates_read_data_2;
        end
    end

    assign slots_write_2 = parse_field_valid_2 | lanes_2_bus_valid;

    always @(*) begin
        slots_write_address_2 = lanes_2_bus_slot;
        slots_write_data_2 = lanes_2_bus_data;
        if (parse_field_valid_2) begin
            slots_write_address_2 = 0;
            slots_write_data_2 = parse_field_data_2;
        end
    end

    assign lane_predicates_write_2 = lanes_2_predicate_valid;
    assign lane_predicates_write_address_2 = lanes_2_truth_address;
    assign lane_predicates_write_data_2 = lanes_2_truth;
    assign verdict_valid_2 = lanes_2_entry_valid;
    assign verdict_index_2 = lanes_2_truth_address[7:0];
    assign verdict_truth_2 = lanes_2_truth;
    assign lanes_3_clock = clock;
    assign lanes_3_reset = reset;
    assign lanes_3_live = sequencer_live;
    assign lanes_3_address = sequencer_address;

    always @(*) begin
        lanes_3_program_write = 0;
        if (lane_memory[3]) begin
            lanes_3_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_3_program_address = program_address[10:0];
    assign lanes_3_program_data = program_data;
    assign slots_read_address_6 = lanes_3_x_slot;
    assign slots_read_address_7 = lanes_3_y_slot;
    assign lanes_3_x_slot_data = slots_read_data_6;
    assign lanes_3_y_slot_data = slots_read_data_7;
    assign lane_predicates_read_address_3 = lanes_3_predicate[9:0];
    assign logic_predicates_read_address_3 = lanes_3_predicate[8:0];

    always @(*) begin
        lanes_3_predicate_data = lane_predicates_read_data_3;
        if (lanes_3_predicate[10]) begin
            lanes_3_predicate_data = logic_predicates_read_data_3;
        end
    end

    assign slots_write_3 = parse_field_valid_3 | lanes_3_bus_valid;

    always @(*) begin
        slots_write_address_3 = lanes_3_bus_slot;
        slots_write_data_3 = lanes_3_bus_data;
        if (parse_field_valid_3) begin
            slots_write_address_3 = 0;
            slots_write_data_3 = parse_field_data_3;
        end
    end

    assign lane_predicates_write_3 = lanes_3_predicate_valid;
    assign lane_predicates_write_address_3 = lanes_3_truth_address;
    assign lane_predicates_write_data_3 = lanes_3_truth;
    assign verdict_valid_3 = lanes_3_entry_valid;
    assign verdict_index_3 = lanes_3_truth_address[7:0];
    assign verdict_truth_3 = lanes_3_truth;
    assign lanes_4_clock = clock;
    assign lanes_4_reset = reset;
    assign lanes_4_live = sequencer_live;
    assign lanes_4_address = sequencer_address;

    always @(*) begin
        lanes_4_program_write = 0;
        if (lane_memory[4]) begin
            lanes_4_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_4_program_address = program_address[10:0];
    assign lanes_4_program_data = program_data;
    assign slots_read_address_8 = lanes_4_x_slot;
    assign slots_read_address_9 = lanes_4_y_slot;
    assign lanes_4_x_slot_data = slots_read_data_8;
    assign lanes_4_y_slot_data = slots_read_data_9;
    assign lane_predicates_read_address_4 = lanes_4_predicate[9:0];
    assign logic_predicates_read_address_4 = lanes_4_predicate[8:0];

    always @(*) begin
        lanes_4_predicate_data = lane_predicates_read_data_4;
        if (lanes_4_predicate[10]) begin
            lanes_4_predicate_data = logic_predicates_read_data_4;
        end
    end

    assign slots_write_4 = parse_field_valid_4 | lanes_4_bus_valid;

    always @(*) begin
        slots_write_address_4 = lanes_4_bus_slot;
        slots_write_data_4 = lanes_4_bus_data;
        if (parse_field_valid_4) begin
            slots_write_address_4 = 0;
            slots_write_data_4 = parse_field_data_4;
        end
    end

    assign lane_predicates_write_4 = lanes_4_predicate_valid;
    assign lane_predicates_write_address_4 = lanes_4_truth_address;
    assign lane_predicates_write_data_4 = lanes_4_truth;
    assign verdict_valid_4 = lanes_4_entry_valid;
    assign verdict_index_4 = lanes_4_truth_address[7:0];
    assign verdict_truth_4 = lanes_4_truth;
    assign lanes_5_clock = clock;
    assign lanes_5_reset = reset;
    assign lanes_5_live = sequencer_live;
    assign lanes_5_address = sequencer_address;

    always @(*) begin
        lanes_5_program_write = 0;
        if (lane_memory[5]) begin
            lanes_5_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_5_program_address = program_address[10:0];
    assign lanes_5_program_data = program_data;
    assign slots_read_address_10 = lanes_5_x_slot;
    assign slots_read_address_11 = lanes_5_y_slot;
    assign lanes_5_x_slot_data = slots_read_data_10;
    assign lanes_5_y_slot_data = slots_read_data_11;
    assign lane_predicates_read_address_5 = lanes_5_predicate[9:0];
    assign logic_predicates_read_address_5 = lanes_5_predicate[8:0];

    always @(*) begin
        lanes_5_predicate_data = lane_predicates_read_data_5;
        if (lanes_5_predicate[10]) begin
            lanes_5_predicate_data = logic_predicates_read_data_5;
        end
    end

    assign slots_write_5 = parse_field_valid_5 | lanes_5_bus_valid;

    always @(*) begin
        slots_write_address_5 = lanes_5_bus_slot;
        slots_write_data_5 = lanes_5_bus_data;
        if (parse_field_valid_5) begin
            slots_write_address_5 = 0;
            slots_write_data_5 = parse_field_data_5;
        end
    end

    assign lane_predicates_write_5 = lanes_5_predicate_valid;
    assign lane_predicates_write_address_5 = lanes_5_truth_address;
    assign lane_predicates_write_data_5 = lanes_5_truth;
    assign verdict_valid_5 = lanes_5_entry_valid;
    assign verdict_index_5 = lanes_5_truth_address[7:0];
    assign verdict_truth_5 = lanes_5_truth;
    assign lanes_6_clock = clock;
    assign lanes_6_reset = reset;
    assign lanes_6_live = sequencer_live;
    assign lanes_6_address = sequencer_address;

    always @(*) begin
        lanes_6_program_write = 0;
        if (lane_memory[6]) begin
            lanes_6_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_6_program_address = program_address[10:0];
    assign lanes_6_program_data = program_data;
    assign slots_read_address_12 = lanes_6_x_slot;
    assign slots_read_address_13 = lanes_6_y_slot;
    assign lanes_6_x_slot_data = slots_read_data_12;
    assign lanes_6_y_slot_data = slots_read_data_13;
    assign lane_predicates_read_address_6 = lanes_6_predicate[9:0];
    assign logic_predicates_read_address_6 = lanes_6_predicate[8:0];

    always @(*) begin
        lanes_6_predicate_data = lane_predicates_read_data_6;
        if (lanes_6_predicate[10]) begin
            lanes_6_predicate_data = logic_predicates_read_data_6;
        end
    end

    assign slots_write_6 = parse_field_valid_6 | lanes_6_bus_valid;

    always @(*) begin
        slots_write_address_6 = lanes_6_bus_slot;
        slots_write_data_6 = lanes_6_bus_data;
        if (parse_field_valid_6) begin
            slots_write_address_6 = 0;
            slots_write_data_6 = parse_field_data_6;
        end
    end

    assign lane_predicates_write_6 = lanes_6_predicate_valid;
    assign lane_predicates_write_address_6 = lanes_6_truth_address;
    assign lane_predicates_write_data_6 = lanes_6_truth;
    assign verdict_valid_6 = lanes_6_entry_valid;
    assign verdict_index_6 = lanes_6_truth_address[7:0];
    assign verdict_truth_6 = lanes_6_truth;
    assign lanes_7_clock = clock;
    assign lanes_7_reset = reset;
    assign lanes_7_live = sequencer_live;
    assign lanes_7_address = sequencer_address;

    always @(*) begin
        lanes_7_program_write = 0;
        if (lane_memory[7]) begin
            lanes_7_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_7_program_address = program_address[10:0];
    assign lanes_7_program_data = program_data;
    assign slots_read_address_14 = lanes_7_x_slot;
    assign slots_read_address_15 = lanes_7_y_slot;
    assign lanes_7_x_slot_data = slots_read_data_14;
    assign lanes_7_y_slot_data = slots_read_data_15;
    assign lane_predicates_read_address_7 = lanes_7_predicate[9:0];
    assign logic_predicates_read_address_7 = lanes_7_predicate[8:0];

    always @(*) begin
        lanes_7_predicate_data = lane_predicates_read_data_7;
        if (lanes_7_predicate[10]) begin
            lanes_7_predicate_data = logic_predicates_read_data_7;
        end
    end

    assign slots_write_7 = parse_field_valid_7 | lanes_7_bus_valid;

    always @(*) begin
        slots_write_address_7 = lanes_7_bus_slot;
        slots_write_data_7 = lanes_7_bus_data;
        if (parse_field_valid_7) begin
            slots_write_address_7 = 0;
            slots_write_data_7 = parse_field_data_7;
        end
    end

    assign lane_predicates_write_7 = lanes_7_predicate_valid;
    assign lane_predicates_write_address_7 = lanes_7_truth_address;
    assign lane_predicates_write_data_7 = lanes_7_truth;
    assign verdict_valid_7 = lanes_7_entry_valid;
    assign verdict_index_7 = lanes_7_truth_address[7:0];
    assign verdict_truth_7 = lanes_7_truth;
    assign lanes_8_clock = clock;
    assign lanes_8_reset = reset;
    assign lanes_8_live = sequencer_live;
    assign lanes_8_address = sequencer_address;

    always @(*) begin
        lanes_8_program_write = 0;
        if (lane_memory[8]) begin
            lanes_8_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_8_program_address = program_address[10:0];
    assign lanes_8_program_data = program_data;
    assign slots_read_address_16 = lanes_8_x_slot;
    assign slots_read_address_17 = lanes_8_y_slot;
    assign lanes_8_x_slot_data = slots_read_data_16;
    assign lanes_8_y_slot_data = slots_read_data_17;
    assign lane_predicates_read_address_8 = lanes_8_predicate[9:0];
    assign logic_predicates_read_address_8 = lanes_8_predicate[8:0];

    always @(*) begin
        lanes_8_predicate_data = lane_predicates_read_data_8;
        if (lanes_8_predicate[10]) begin
            lanes_8_predicate_data = logic_predicates_read_data_8;
        end
    end

    assign slots_write_8 = parse_field_valid_8 | lanes_8_bus_valid;

    always @(*) begin
        slots_write_address_8 = lanes_8_bus_slot;
        slots_write_data_8 = lanes_8_bus_data;
        if (parse_field_valid_8) begin
            slots_write_address_8 = 0;
            slots_write_data_8 = parse_field_data_8;
        end
    end

    assign lane_predicates_write_8 = lanes_8_predicate_valid;
    assign lane_predicates_write_address_8 = lanes_8_truth_address;
    assign lane_predicates_write_data_8 = lanes_8_truth;
    assign verdict_valid_8 = lanes_8_entry_valid;
    assign verdict_index_8 = lanes_8_truth_address[7:0];
    assign verdict_truth_8 = lanes_8_truth;
    assign lanes_9_clock = clock;
    assign lanes_9_reset = reset;
    assign lanes_9_live = sequencer_live;
    assign lanes_9_address = sequencer_address;

    always @(*) begin
        lanes_9_program_write = 0;
        if (lane_memory[9]) begin
            lanes_9_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_9_program_address = program_address[10:0];
    assign lanes_9_program_data = program_data;
    assign slots_read_address_18 = lanes_9_x_slot;
    assign slots_read_address_19 = lanes_9_y_slot;
    assign lanes_9_x_slot_data = slots_read_data_18;
    assign lanes_9_y_slot_data = slots_read_data_19;
    assign lane_predicates_read_address_9 = lanes_9_predicate[9:0];
    assign logic_predicates_read_address_9 = lanes_9_predicate[8:0];

    always @(*) begin
        lanes_9_predicate_data = lane_predicates_read_data_9;
        if (lanes_9_predicate[10]) begin
            lanes_9_predicate_data = logic_predicates_read_data_9;
        end
    end

    assign slots_write_9 = parse_field_valid_9 | lanes_9_bus_valid;

    always @(*) begin
        slots_write_address_9 = lanes_9_bus_slot;
        slots_write_data_9 = lanes_9_bus_data;
        if (parse_field_valid_9) begin
            slots_write_address_9 = 0;
            slots_write_data_9 = parse_field_data_9;
        end
    end

    assign lane_predicates_write_9 = lanes_9_predicate_valid;
    assign lane_predicates_write_address_9 = lanes_9_truth_address;
    assign lane_predicates_write_data_9 = lanes_9_truth;
    assign verdict_valid_9 = lanes_9_entry_valid;
    assign verdict_index_9 = lanes_9_truth_address[7:0];
    assign verdict_truth_9 = lanes_9_truth;
    assign lanes_10_clock = clock;
    assign lanes_10_reset = reset;
    assign lanes_10_live = sequencer_live;
    assign lanes_10_address = sequencer_address;

    always @(*) begin
        lanes_10_program_write = 0;
        if (lane_memory[10]) begin
            lanes_10_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_10_program_address = program_address[10:0];
    assign lanes_10_program_data = program_data;
    assign slots_read_address_20 = lanes_10_x_slot;
    assign slots_read_address_21 = lanes_10_y_slot;
    assign lanes_10_x_slot_data = slots_read_data_20;
    assign lanes_10_y_slot_data = slots_read_data_21;
    assign lane_predicates_read_address_10 = lanes_10_predicate[9:0];
    assign logic_predicates_read_address_10 = lanes_10_predicate[8:0];

    always @(*) begin
        lanes_10_predicate_data = lane_predicates_read_data_10;
        if (lanes_10_predicate[10]) begin
            lanes_10_predicate_data = logic_predicates_read_data_10;
        end
    end

    assign slots_write_10 = parse_field_valid_10 | lanes_10_bus_valid;

    always @(*) begin
        slots_write_address_10 = lanes_10_bus_slot;
        slots_write_data_10 = lanes_10_bus_data;
        if (parse_field_valid_10) begin
            slots_write_address_10 = 0;
            slots_write_data_10 = parse_field_data_10;
        end
    end

    assign lane_predicates_write_10 = lanes_10_predicate_valid;
    assign lane_predicates_write_address_10 = lanes_10_truth_address;
    assign lane_predicates_write_data_10 = lanes_10_truth;
    assign verdict_valid_10 = lanes_10_entry_valid;
    assign verdict_index_10 = lanes_10_truth_address[7:0];
    assign verdict_truth_10 = lanes_10_truth;
    assign lanes_11_clock = clock;
    assign lanes_11_reset = reset;
    assign lanes_11_live = sequencer_live;
    assign lanes_11_address = sequencer_address;

    always @(*) begin
        lanes_11_program_write = 0;
        if (lane_memory[11]) begin
            lanes_11_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_11_program_address = program_address[10:0];
    assign lanes_11_program_data = program_data;
    assign slots_read_address_22 = lanes_11_x_slot;
    assign slots_read_address_23 = lanes_11_y_slot;
    assign lanes_11_x_slot_data = slots_read_data_22;
    assign lanes_11_y_slot_data = slots_read_data_23;
    assign lane_predicates_read_address_11 = lanes_11_predicate[9:0];
    assign logic_predicates_read_address_11 = lanes_11_predicate[8:0];

    always @(*) begin
        lanes_11_predicate_data = lane_predicates_read_data_11;
        if (lanes_11_predicate[10]) begin
            lanes_11_predicate_data = logic_predicates_read_data_11;
        end
    end

    assign slots_write_11 = parse_field_valid_11 | lanes_11_bus_valid;

    always @(*) begin
        slots_write_address_11 = lanes_11_bus_slot;
        slots_write_data_11 = lanes_11_bus_data;
        if (parse_field_valid_11) begin
            slots_write_address_11 = 0;
            slots_write_data_11 = parse_field_data_11;
        end
    end

    assign lane_predicates_write_11 = lanes_11_predicate_valid;
    assign lane_predicates_write_address_11 = lanes_11_truth_address;
    assign lane_predicates_write_data_11 = lanes_11_truth;
    assign verdict_valid_11 = lanes_11_entry_valid;
    assign verdict_index_11 = lanes_11_truth_address[7:0];
    assign verdict_truth_11 = lanes_11_truth;
    assign lanes_12_clock = clock;
    assign lanes_12_reset = reset;
    assign lanes_12_live = sequencer_live;
    assign lanes_12_address = sequencer_address;

    always @(*) begin
        lanes_12_program_write = 0;
        if (lane_memory[12]) begin
            lanes_12_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_12_program_address = program_address[10:0];
    assign lanes_12_program_data = program_data;
    assign slots_read_address_24 = lanes_12_x_slot;
    assign slots_read_address_25 = lanes_12_y_slot;
    assign lanes_12_x_slot_data = slots_read_data_24;
    assign lanes_12_y_slot_data = slots_read_data_25;
    assign lane_predicates_read_address_12 = lanes_12_predicate[9:0];
    assign logic_predicates_read_address_12 = lanes_12_predicate[8:0];

    always @(*) begin
        lanes_12_predicate_data = lane_predicates_read_data_12;
        if (lanes_12_predicate[10]) begin
            lanes_12_predicate_data = logic_predicates_read_data_12;
        end
    end

    assign slots_write_12 = parse_field_valid_12 | lanes_12_bus_valid;

    always @(*) begin
        slots_write_address_12 = lanes_12_bus_slot;
        slots_write_data_12 = lanes_12_bus_data;
        if (parse_field_valid_12) begin
            slots_write_address_12 = 0;
            slots_write_data_12 = parse_field_data_12;
        end
    end

    assign lane_predicates_write_12 = lanes_12_predicate_valid;
    assign lane_predicates_write_address_12 = lanes_12_truth_address;
    assign lane_predicates_write_data_12 = lanes_12_truth;
    assign verdict_valid_12 = lanes_12_entry_valid;
    assign verdict_index_12 = lanes_12_truth_address[7:0];
    assign verdict_truth_12 = lanes_12_truth;
    assign lanes_13_clock = clock;
    assign lanes_13_reset = reset;
    assign lanes_13_live = sequencer_live;
    assign lanes_13_address = sequencer_address;

    always @(*) begin
        lanes_13_program_write = 0;
        if (lane_memory[13]) begin
            lanes_13_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_13_program_address = program_address[10:0];
    assign lanes_13_program_data = program_data;
    assign slots_read_address_26 = lanes_13_x_slot;
    assign slots_read_address_27 = lanes_13_y_slot;
    assign lanes_13_x_slot_data = slots_read_data_26;
    assign lanes_13_y_slot_data = slots_read_data_27;
    assign lane_predicates_read_address_13 = lanes_13_predicate[9:0];
    assign logic_predicates_read_address_13 = lanes_13_predicate[8:0];

    always @(*) begin
        lanes_13_predicate_data = lane_predicates_read_data_13;
        if (lanes_13_predicate[10]) begin
            lanes_13_predicate_data = logic_predicates_read_data_13;
        end
    end

    assign slots_write_13 = parse_field_valid_13 | lanes_13_bus_valid;

    always @(*) begin
        slots_write_address_13 = lanes_13_bus_slot;
        slots_write_data_13 = lanes_13_bus_data;
        if (parse_field_valid_13) begin
            slots_write_address_13 = 0;
            slots_write_data_13 = parse_field_data_13;
        end
    end

    assign lane_predicates_write_13 = lanes_13_predicate_valid;
    assign lane_predicates_write_address_13 = lanes_13_truth_address;
    assign lane_predicates_write_data_13 = lanes_13_truth;
    assign verdict_valid_13 = lanes_13_entry_valid;
    assign verdict_index_13 = lanes_13_truth_address[7:0];
    assign verdict_truth_13 = lanes_13_truth;
    assign lanes_14_clock = clock;
    assign lanes_14_reset = reset;
    assign lanes_14_live = sequencer_live;
    assign lanes_14_address = sequencer_address;

    always @(*) begin
        lanes_14_program_write = 0;
        if (lane_memory[14]) begin
            lanes_14_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_14_program_address = program_address[10:0];
    assign lanes_14_program_data = program_data;
    assign slots_read_address_28 = lanes_14_x_slot;
    assign slots_read_address_29 = lanes_14_y_slot;
    assign lanes_14_x_slot_data = slots_read_data_28;
    assign lanes_14_y_slot_data = slots_read_data_29;
    assign lane_predicates_read_address_14 = lanes_14_predicate[9:0];
    assign logic_predicates_read_address_14 = lanes_14_predicate[8:0];

    always @(*) begin
        lanes_14_predicate_data = lane_predicates_read_data_14;
        if (lanes_14_predicate[10]) begin
            lanes_14_predicate_data = logic_predicates_read_data_14;
        end
    end

    assign slots_write_14 = parse_field_valid_14 | lanes_14_bus_valid;

    always @(*) begin
        slots_write_address_14 = lanes_14_bus_slot;
        slots_write_data_14 = lanes_14_bus_data;
        if (parse_field_valid_14) begin
            slots_write_address_14 = 0;
            slots_write_data_14 = parse_field_data_14;
        end
    end

    assign lane_predicates_write_14 = lanes_14_predicate_valid;
    assign lane_predicates_write_address_14 = lanes_14_truth_address;
    assign lane_predicates_write_data_14 = lanes_14_truth;
    assign verdict_valid_14 = lanes_14_entry_valid;
    assign verdict_index_14 = lanes_14_truth_address[7:0];
    assign verdict_truth_14 = lanes_14_truth;
    assign lanes_15_clock = clock;
    assign lanes_15_reset = reset;
    assign lanes_15_live = sequencer_live;
    assign lanes_15_address = sequencer_address;

    always @(*) begin
        lanes_15_program_write = 0;
        if (lane_memory[15]) begin
            lanes_15_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_15_program_address = program_address[10:0];
    assign lanes_15_program_data = program_data;
    assign slots_read_address_30 = lanes_15_x_slot;
    assign slots_read_address_31 = lanes_15_y_slot;
    assign lanes_15_x_slot_data = slots_read_data_30;
    assign lanes_15_y_slot_data = slots_read_data_31;
    assign lane_predicates_read_address_15 = lanes_15_predicate[9:0];
    assign logic_predicates_read_address_15 = lanes_15_predicate[8:0];

    always @(*) begin
        lanes_15_predicate_data = lane_predicates_read_data_15;
        if (lanes_15_predicate[10]) begin
            lanes_15_predicate_data = logic_predicates_read_data_15;
        end
    end

    assign slots_write_15 = parse_field_valid_15 | lanes_15_bus_valid;

    always @(*) begin
        slots_write_address_15 = lanes_15_bus_slot;
        slots_write_data_15 = lanes_15_bus_data;
        if (parse_field_valid_15) begin
            slots_write_address_15 = 0;
            slots_write_data_15 = parse_field_data_15;
        end
    end

    assign lane_predicates_write_15 = lanes_15_predicate_valid;
    assign lane_predicates_write_address_15 = lanes_15_truth_address;
    assign lane_predicates_write_data_15 = lanes_15_truth;
    assign verdict_valid_15 = lanes_15_entry_valid;
    assign verdict_index_15 = lanes_15_truth_address[7:0];
    assign verdict_truth_15 = lanes_15_truth;
    assign lanes_16_clock = clock;
    assign lanes_16_reset = reset;
    assign lanes_16_live = sequencer_live;
    assign lanes_16_address = sequencer_address;

    always @(*) begin
        lanes_16_program_write = 0;
        if (lane_memory[16]) begin
            lanes_16_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_16_program_address = program_address[10:0];
    assign lanes_16_program_data = program_data;
    assign slots_read_address_32 = lanes_16_x_slot;
    assign slots_read_address_33 = lanes_16_y_slot;
    assign lanes_16_x_slot_data = slots_read_data_32;
    assign lanes_16_y_slot_data = slots_read_data_33;
    assign lane_predicates_read_address_16 = lanes_16_predicate[9:0];
    assign logic_predicates_read_address_16 = lanes_16_predicate[8:0];

    always @(*) begin
        lanes_16_predicate_data = lane_predicates_read_data_16;
        if (lanes_16_predicate[10]) begin
            lanes_16_predicate_data = logic_predicates_read_data_16;
        end
    end

    assign slots_write_16 = parse_field_valid_16 | lanes_16_bus_valid;

    always @(*) begin
        slots_write_address_16 = lanes_16_bus_slot;
        slots_write_data_16 = lanes_16_bus_data;
        if (parse_field_valid_16) begin
            slots_write_address_16 = 0;
            slots_write_data_16 = parse_field_data_16;
        end
    end

    assign lane_predicates_write_16 = lanes_16_predicate_valid;
    assign lane_predicates_write_address_16 = lanes_16_truth_address;
    assign lane_predicates_write_data_16 = lanes_16_truth;
    assign verdict_valid_16 = lanes_16_entry_valid;
    assign verdict_index_16 = lanes_16_truth_address[7:0];
    assign verdict_truth_16 = lanes_16_truth;
    assign lanes_17_clock = clock;
    assign lanes_17_reset = reset;
    assign lanes_17_live = sequencer_live;
    assign lanes_17_address = sequencer_address;

    always @(*) begin
        lanes_17_program_write = 0;
        if (lane_memory[17]) begin
            lanes_17_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_17_program_address = program_address[10:0];
    assign lanes_17_program_data = program_data;
    assign slots_read_address_34 = lanes_17_x_slot;
    assign slots_read_address_35 = lanes_17_y_slot;
    assign lanes_17_x_slot_data = slots_read_data_34;
    assign lanes_17_y_slot_data = slots_read_data_35;
    assign lane_predicates_read_address_17 = lanes_17_predicate[9:0];
    assign logic_predicates_read_address_17 = lanes_17_predicate[8:0];

    always @(*) begin
        lanes_17_predicate_data = lane_predicates_read_data_17;
        if (lanes_17_predicate[10]) begin
            lanes_17_predicate_data = logic_predicates_read_data_17;
        end
    end

    assign slots_write_17 = parse_field_valid_17 | lanes_17_bus_valid;

    always @(*) begin
        slots_write_address_17 = lanes_17_bus_slot;
        slots_write_data_17 = lanes_17_bus_data;
        if (parse_field_valid_17) begin
            slots_write_address_17 = 0;
            slots_write_data_17 = parse_field_data_17;
        end
    end

    assign lane_predicates_write_17 = lanes_17_predicate_valid;
    assign lane_predicates_write_address_17 = lanes_17_truth_address;
    assign lane_predicates_write_data_17 = lanes_17_truth;
    assign verdict_valid_17 = lanes_17_entry_valid;
    assign verdict_index_17 = lanes_17_truth_address[7:0];
    assign verdict_truth_17 = lanes_17_truth;
    assign lanes_18_clock = clock;
    assign lanes_18_reset = reset;
    assign lanes_18_live = sequencer_live;
    assign lanes_18_address = sequencer_address;

    always @(*) begin
        lanes_18_program_write = 0;
        if (lane_memory[18]) begin
            lanes_18_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_18_program_address = program_address[10:0];
    assign lanes_18_program_data = program_data;
    assign slots_read_address_36 = lanes_18_x_slot;
    assign slots_read_address_37 = lanes_18_y_slot;
    assign lanes_18_x_slot_data = slots_read_data_36;
    assign lanes_18_y_slot_data = slots_read_data_37;
    assign lane_predicates_read_address_18 = lanes_18_predicate[9:0];
    assign logic_predicates_read_address_18 = lanes_18_predicate[8:0];

    always @(*) begin
        lanes_18_predicate_data = lane_predicates_read_data_18;
        if (lanes_18_predicate[10]) begin
            lanes_18_predicate_data = logic_predicates_read_data_18;
        end
    end

    assign slots_write_18 = parse_field_valid_18 | lanes_18_bus_valid;

    always @(*) begin
        slots_write_address_18 = lanes_18_bus_slot;
        slots_write_data_18 = lanes_18_bus_data;
        if (parse_field_valid_18) begin
            slots_write_address_18 = 0;
            slots_write_data_18 = parse_field_data_18;
        end
    end

    assign lane_predicates_write_18 = lanes_18_predicate_valid;
    assign lane_predicates_write_address_18 = lanes_18_truth_address;
    assign lane_predicates_write_data_18 = lanes_18_truth;
    assign verdict_valid_18 = lanes_18_entry_valid;
    assign verdict_index_18 = lanes_18_truth_address[7:0];
    assign verdict_truth_18 = lanes_18_truth;
    assign lanes_19_clock = clock;
    assign lanes_19_reset = reset;
    assign lanes_19_live = sequencer_live;
    assign lanes_19_address = sequencer_address;

    always @(*) begin
        lanes_19_program_write = 0;
        if (lane_memory[19]) begin
            lanes_19_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_19_program_address = program_address[10:0];
    assign lanes_19_program_data = program_data;
    assign slots_read_address_38 = lanes_19_x_slot;
    assign slots_read_address_39 = lanes_19_y_slot;
    assign lanes_19_x_slot_data = slots_read_data_38;
    assign lanes_19_y_slot_data = slots_read_data_39;
    assign lane_predicates_read_address_19 = lanes_19_predicate[9:0];
    assign logic_predicates_read_address_19 = lanes_19_predicate[8:0];

    always @(*) begin
        lanes_19_predicate_data = lane_predicates_read_data_19;
        if (lanes_19_predicate[10]) begin
            lanes_19_predicate_data = logic_predicates_read_data_19;
        end
    end

    assign slots_write_19 = parse_field_valid_19 | lanes_19_bus_valid;

    always @(*) begin
        slots_write_address_19 = lanes_19_bus_slot;
        slots_write_data_19 = lanes_19_bus_data;
        if (parse_field_valid_19) begin
            slots_write_address_19 = 0;
            slots_write_data_19 = parse_field_data_19;
        end
    end

    assign lane_predicates_write_19 = lanes_19_predicate_valid;
    assign lane_predicates_write_address_19 = lanes_19_truth_address;
    assign lane_predicates_write_data_19 = lanes_19_truth;
    assign verdict_valid_19 = lanes_19_entry_valid;
    assign verdict_index_19 = lanes_19_truth_address[7:0];
    assign verdict_truth_19 = lanes_19_truth;
    assign lanes_20_clock = clock;
    assign lanes_20_reset = reset;
    assign lanes_20_live = sequencer_live;
    assign lanes_20_address = sequencer_address;

    always @(*) begin
        lanes_20_program_write = 0;
        if (lane_memory[20]) begin
            lanes_20_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_20_program_address = program_address[10:0];
    assign lanes_20_program_data = program_data;
    assign slots_read_address_40 = lanes_20_x_slot;
    assign slots_read_address_41 = lanes_20_y_slot;
    assign lanes_20_x_slot_data = slots_read_data_40;
    assign lanes_20_y_slot_data = slots_read_data_41;
    assign lane_predicates_read_address_20 = lanes_20_predicate[9:0];
    assign logic_predicates_read_address_20 = lanes_20_predicate[8:0];

    always @(*) begin
        lanes_20_predicate_data = lane_predicates_read_data_20;
        if (lanes_20_predicate[10]) begin
            lanes_20_predicate_data = logic_predicates_read_data_20;
        end
    end

    assign slots_write_20 = parse_field_valid_20 | lanes_20_bus_valid;

    always @(*) begin
        slots_write_address_20 = lanes_20_bus_slot;
        slots_write_data_20 = lanes_20_bus_data;
        if (parse_field_valid_20) begin
            slots_write_address_20 = 0;
            slots_write_data_20 = parse_field_data_20;
        end
    end

    assign lane_predicates_write_20 = lanes_20_predicate_valid;
    assign lane_predicates_write_address_20 = lanes_20_truth_address;
    assign lane_predicates_write_data_20 = lanes_20_truth;
    assign verdict_valid_20 = lanes_20_entry_valid;
    assign verdict_index_20 = lanes_20_truth_address[7:0];
    assign verdict_truth_20 = lanes_20_truth;
    assign lanes_21_clock = clock;
    assign lanes_21_reset = reset;
    assign lanes_21_live = sequencer_live;
    assign lanes_21_address = sequencer_address;

    always @(*) begin
        lanes_21_program_write = 0;
        if (lane_memory[21]) begin
            lanes_21_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_21_program_address = program_address[10:0];
    assign lanes_21_program_data = program_data;
    assign slots_read_address_42 = lanes_21_x_slot;
    assign slots_read_address_43 = lanes_21_y_slot;
    assign lanes_21_x_slot_data = slots_read_data_42;
    assign lanes_21_y_slot_data = slots_read_data_43;
    assign lane_predicates_read_address_21 = lanes_21_predicate[9:0];
    assign logic_predicates_read_address_21 = lanes_21_predicate[8:0];

    always @(*) begin
        lanes_21_predicate_data = lane_predicates_read_data_21;
        if (lanes_21_predicate[10]) begin
            lanes_21_predicate_data = logic_predicates_read_data_21;
        end
    end

    assign slots_write_21 = parse_field_valid_21 | lanes_21_bus_valid;

    always @(*) begin
        slots_write_address_21 = lanes_21_bus_slot;
        slots_write_data_21 = lanes_21_bus_data;
        if (parse_field_valid_21) begin
            slots_write_address_21 = 0;
            slots_write_data_21 = parse_field_data_21;
        end
    end

    assign lane_predicates_write_21 = lanes_21_predicate_valid;
    assign lane_predicates_write_address_21 = lanes_21_truth_address;
    assign lane_predicates_write_data_21 = lanes_21_truth;
    assign verdict_valid_21 = lanes_21_entry_valid;
    assign verdict_index_21 = lanes_21_truth_address[7:0];
    assign verdict_truth_21 = lanes_21_truth;
    assign lanes_22_clock = clock;
    assign lanes_22_reset = reset;
    assign lanes_22_live = sequencer_live;
    assign lanes_22_address = sequencer_address;

    always @(*) begin
        lanes_22_program_write = 0;
        if (lane_memory[22]) begin
            lanes_22_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_22_program_address = program_address[10:0];
    assign lanes_22_program_data = program_data;
    assign slots_read_address_44 = lanes_22_x_slot;
    assign slots_read_address_45 = lanes_22_y_slot;
    assign lanes_22_x_slot_data = slots_read_data_44;
    assign lanes_22_y_slot_data = slots_read_data_45;
    assign lane_predicates_read_address_22 = lanes_22_predicate[9:0];
    assign logic_predicates_read_address_22 = lanes_22_predicate[8:0];

    always @(*) begin
        lanes_22_predicate_data = lane_predicates_read_data_22;
        if (lanes_22_predicate[10]) begin
            lanes_22_predicate_data = logic_predicates_read_data_22;
        end
    end

    assign slots_write_22 = parse_field_valid_22 | lanes_22_bus_valid;

    always @(*) begin
        slots_write_address_22 = lanes_22_bus_slot;
        slots_write_data_22 = lanes_22_bus_data;
        if (parse_field_valid_22) begin
            slots_write_address_22 = 0;
            slots_write_data_22 = parse_field_data_22;
        end
    end

    assign lane_predicates_write_22 = lanes_22_predicate_valid;
    assign lane_predicates_write_address_22 = lanes_22_truth_address;
    assign lane_predicates_write_data_22 = lanes_22_truth;
    assign verdict_valid_22 = lanes_22_entry_valid;
    assign verdict_index_22 = lanes_22_truth_address[7:0];
    assign verdict_truth_22 = lanes_22_truth;
    assign lanes_23_clock = clock;
    assign lanes_23_reset = reset;
    assign lanes_23_live = sequencer_live;
    assign lanes_23_address = sequencer_address;

    always @(*) begin
        lanes_23_program_write = 0;
        if (lane_memory[23]) begin
            lanes_23_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_23_program_address = program_address[10:0];
    assign lanes_23_program_data = program_data;
    assign slots_read_address_46 = lanes_23_x_slot;
    assign slots_read_address_47 = lanes_23_y_slot;
    assign lanes_23_x_slot_data = slots_read_data_46;
    assign lanes_23_y_slot_data = slots_read_data_47;
    assign lane_predicates_read_address_23 = lanes_23_predicate[9:0];
    assign logic_predicates_read_address_23 = lanes_23_predicate[8:0];

    always @(*) begin
        lanes_23_predicate_data = lane_predicates_read_data_23;
        if (lanes_23_predicate[10]) begin
            lanes_23_predicate_data = logic_predicates_read_data_23;
        end
    end

    assign slots_write_23 = parse_field_valid_23 | lanes_23_bus_valid;

    always @(*) begin
        slots_write_address_23 = lanes_23_bus_slot;
        slots_write_data_23 = lanes_23_bus_data;
        if (parse_field_valid_23) begin
            slots_write_address_23 = 0;
            slots_write_data_23 = parse_field_data_23;
        end
    end

    assign lane_predicates_write_23 = lanes_23_predicate_valid;
    assign lane_predicates_write_address_23 = lanes_23_truth_address;
    assign lane_predicates_write_data_23 = lanes_23_truth;
    assign verdict_valid_23 = lanes_23_entry_valid;
    assign verdict_index_23 = lanes_23_truth_address[7:0];
    assign verdict_truth_23 = lanes_23_truth;
    assign lanes_24_clock = clock;
    assign lanes_24_reset = reset;
    assign lanes_24_live = sequencer_live;
    assign lanes_24_address = sequencer_address;

    always @(*) begin
        lanes_24_program_write = 0;
        if (lane_memory[24]) begin
            lanes_24_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_24_program_address = program_address[10:0];
    assign lanes_24_program_data = program_data;
    assign slots_read_address_48 = lanes_24_x_slot;
    assign slots_read_address_49 = lanes_24_y_slot;
    assign lanes_24_x_slot_data = slots_read_data_48;
    assign lanes_24_y_slot_data = slots_read_data_49;
    assign lane_predicates_read_address_24 = lanes_24_predicate[9:0];
    assign logic_predicates_read_address_24 = lanes_24_predicate[8:0];

    always @(*) begin
        lanes_24_predicate_data = lane_predicates_read_data_24;
        if (lanes_24_predicate[10]) begin
            lanes_24_predicate_data = logic_predicates_read_data_24;
        end
    end

    assign slots_write_24 = parse_field_valid_24 | lanes_24_bus_valid;

    always @(*) begin
        slots_write_address_24 = lanes_24_bus_slot;
        slots_write_data_24 = lanes_24_bus_data;
        if (parse_field_valid_24) begin
            slots_write_address_24 = 0;
            slots_write_data_24 = parse_field_data_24;
        end
    end

    assign lane_predicates_write_24 = lanes_24_predicate_valid;
    assign lane_predicates_write_address_24 = lanes_24_truth_address;
    assign lane_predicates_write_data_24 = lanes_24_truth;
    assign verdict_valid_24 = lanes_24_entry_valid;
    assign verdict_index_24 = lanes_24_truth_address[7:0];
    assign verdict_truth_24 = lanes_24_truth;
    assign lanes_25_clock = clock;
    assign lanes_25_reset = reset;
    assign lanes_25_live = sequencer_live;
    assign lanes_25_address = sequencer_address;

    always @(*) begin
        lanes_25_program_write = 0;
        if (lane_memory[25]) begin
            lanes_25_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_25_program_address = program_address[10:0];
    assign lanes_25_program_data = program_data;
    assign slots_read_address_50 = lanes_25_x_slot;
    assign slots_read_address_51 = lanes_25_y_slot;
    assign lanes_25_x_slot_data = slots_read_data_50;
    assign lanes_25_y_slot_data = slots_read_data_51;
    assign lane_predicates_read_address_25 = lanes_25_predicate[9:0];
    assign logic_predicates_read_address_25 = lanes_25_predicate[8:0];

    always @(*) begin
        lanes_25_predicate_data = lane_predicates_read_data_25;
        if (lanes_25_predicate[10]) begin
            lanes_25_predicate_data = logic_predicates_read_data_25;
        end
    end

    assign slots_write_25 = parse_field_valid_25 | lanes_25_bus_valid;

    always @(*) begin
        slots_write_address_25 = lanes_25_bus_slot;
        slots_write_data_25 = lanes_25_bus_data;
        if (parse_field_valid_25) begin
            slots_write_address_25 = 0;
            slots_write_data_25 = parse_field_data_25;
        end
    end

    assign lane_predicates_write_25 = lanes_25_predicate_valid;
    assign lane_predicates_write_address_25 = lanes_25_truth_address;
    assign lane_predicates_write_data_25 = lanes_25_truth;
    assign verdict_valid_25 = lanes_25_entry_valid;
    assign verdict_index_25 = lanes_25_truth_address[7:0];
    assign verdict_truth_25 = lanes_25_truth;
    assign lanes_26_clock = clock;
    assign lanes_26_reset = reset;
    assign lanes_26_live = sequencer_live;
    assign lanes_26_address = sequencer_address;

    always @(*) begin
        lanes_26_program_write = 0;
        if (lane_memory[26]) begin
            lanes_26_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_26_program_address = program_address[10:0];
    assign lanes_26_program_data = program_data;
    assign slots_read_address_52 = lanes_26_x_slot;
    assign slots_read_address_53 = lanes_26_y_slot;
    assign lanes_26_x_slot_data = slots_read_data_52;
    assign lanes_26_y_slot_data = slots_read_data_53;
    assign lane_predicates_read_address_26 = lanes_26_predicate[9:0];
    assign logic_predicates_read_address_26 = lanes_26_predicate[8:0];

    always @(*) begin
        lanes_26_predicate_data = lane_predicates_read_data_26;
        if (lanes_26_predicate[10]) begin
            lanes_26_predicate_data = logic_predicates_read_data_26;
        end
    end

    assign slots_write_26 = parse_field_valid_26 | lanes_26_bus_valid;

    always @(*) begin
        slots_write_address_26 = lanes_26_bus_slot;
        slots_write_data_26 = lanes_26_bus_data;
        if (parse_field_valid_26) begin
            slots_write_address_26 = 0;
            slots_write_data_26 = parse_field_data_26;
        end
    end

    assign lane_predicates_write_26 = lanes_26_predicate_valid;
    assign lane_predicates_write_address_26 = lanes_26_truth_address;
    assign lane_predicates_write_data_26 = lanes_26_truth;
    assign verdict_valid_26 = lanes_26_entry_valid;
    assign verdict_index_26 = lanes_26_truth_address[7:0];
    assign verdict_truth_26 = lanes_26_truth;
    assign lanes_27_clock = clock;
    assign lanes_27_reset = reset;
    assign lanes_27_live = sequencer_live;
    assign lanes_27_address = sequencer_address;

    always @(*) begin
        lanes_27_program_write = 0;
        if (lane_memory[27]) begin
            lanes_27_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_27_program_address = program_address[10:0];
    assign lanes_27_program_data = program_data;
    assign slots_read_address_54 = lanes_27_x_slot;
    assign slots_read_address_55 = lanes_27_y_slot;
    assign lanes_27_x_slot_data = slots_read_data_54;
    assign lanes_27_y_slot_data = slots_read_data_55;
    assign lane_predicates_read_address_27 = lanes_27_predicate[9:0];
    assign logic_predicates_read_address_27 = lanes_27_predicate[8:0];

    always @(*) begin
        lanes_27_predicate_data = lane_predicates_read_data_27;
        if (lanes_27_predicate[10]) begin
            lanes_27_predicate_data = logic_predicates_read_data_27;
        end
    end

    assign slots_write_27 = parse_field_valid_27 | lanes_27_bus_valid;

    always @(*) begin
        slots_write_address_27 = lanes_27_bus_slot;
        slots_write_data_27 = lanes_27_bus_data;
        if (parse_field_valid_27) begin
            slots_write_address_27 = 0;
            slots_write_data_27 = parse_field_data_27;
        end
    end

    assign lane_predicates_write_27 = lanes_27_predicate_valid;
    assign lane_predicates_write_address_27 = lanes_27_truth_address;
    assign lane_predicates_write_data_27 = lanes_27_truth;
    assign verdict_valid_27 = lanes_27_entry_valid;
    assign verdict_index_27 = lanes_27_truth_address[7:0];
    assign verdict_truth_27 = lanes_27_truth;
    assign lanes_28_clock = clock;
    assign lanes_28_reset = reset;
    assign lanes_28_live = sequencer_live;
    assign lanes_28_address = sequencer_address;

    always @(*) begin
        lanes_28_program_write = 0;
        if (lane_memory[28]) begin
            lanes_28_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_28_program_address = program_address[10:0];
    assign lanes_28_program_data = program_data;
    assign slots_read_address_56 = lanes_28_x_slot;
    assign slots_read_address_57 = lanes_28_y_slot;
    assign lanes_28_x_slot_data = slots_read_data_56;
    assign lanes_28_y_slot_data = slots_read_data_57;
    assign lane_predicates_read_address_28 = lanes_28_predicate[9:0];
    assign logic_predicates_read_address_28 = lanes_28_predicate[8:0];

    always @(*) begin
        lanes_28_predicate_data = lane_predicates_read_data_28;
        if (lanes_28_predicate[10]) begin
            lanes_28_predicate_data = logic_predicates_read_data_28;
        end
    end

    assign slots_write_28 = parse_field_valid_28 | lanes_28_bus_valid;

    always @(*) begin
        slots_write_address_28 = lanes_28_bus_slot;
        slots_write_data_28 = lanes_28_bus_data;
        if (parse_field_valid_28) begin
            slots_write_address_28 = 0;
            slots_write_data_28 = parse_field_data_28;
        end
    end

    assign lane_predicates_write_28 = lanes_28_predicate_valid;
    assign lane_predicates_write_address_28 = lanes_28_truth_address;
    assign lane_predicates_write_data_28 = lanes_28_truth;
    assign verdict_valid_28 = lanes_28_entry_valid;
    assign verdict_index_28 = lanes_28_truth_address[7:0];
    assign verdict_truth_28 = lanes_28_truth;
    assign lanes_29_clock = clock;
    assign lanes_29_reset = reset;
    assign lanes_29_live = sequencer_live;
    assign lanes_29_address = sequencer_address;

    always @(*) begin
        lanes_29_program_write = 0;
        if (lane_memory[29]) begin
            lanes_29_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_29_program_address = program_address[10:0];
    assign lanes_29_program_data = program_data;
    assign slots_read_address_58 = lanes_29_x_slot;
    assign slots_read_address_59 = lanes_29_y_slot;
    assign lanes_29_x_slot_data = slots_read_data_58;
    assign lanes_29_y_slot_data = slots_read_data_59;
    assign lane_predicates_read_address_29 = lanes_29_predicate[9:0];
    assign logic_predicates_read_address_29 = lanes_29_predicate[8:0];

    always @(*) begin
        lanes_29_predicate_data = lane_predicates_read_data_29;
        if (lanes_29_predicate[10]) begin
            lanes_29_predicate_data = logic_predicates_read_data_29;
        end
    end

    assign slots_write_29 = parse_field_valid_29 | lanes_29_bus_valid;

    always @(*) begin
        slots_write_address_29 = lanes_29_bus_slot;
        slots_write_data_29 = lanes_29_bus_data;
        if (parse_field_valid_29) begin
            slots_write_address_29 = 0;
            slots_write_data_29 = parse_field_data_29;
        end
    end

    assign lane_predicates_write_29 = lanes_29_predicate_valid;
    assign lane_predicates_write_address_29 = lanes_29_truth_address;
    assign lane_predicates_write_data_29 = lanes_29_truth;
    assign verdict_valid_29 = lanes_29_entry_valid;
    assign verdict_index_29 = lanes_29_truth_address[7:0];
    assign verdict_truth_29 = lanes_29_truth;
    assign lanes_30_clock = clock;
    assign lanes_30_reset = reset;
    assign lanes_30_live = sequencer_live;
    assign lanes_30_address = sequencer_address;

    always @(*) begin
        lanes_30_program_write = 0;
        if (lane_memory[30]) begin
            lanes_30_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_30_program_address = program_address[10:0];
    assign lanes_30_program_data = program_data;
    assign slots_read_address_60 = lanes_30_x_slot;
    assign slots_read_address_61 = lanes_30_y_slot;
    assign lanes_30_x_slot_data = slots_read_data_60;
    assign lanes_30_y_slot_data = slots_read_data_61;
    assign lane_predicates_read_address_30 = lanes_30_predicate[9:0];
    assign logic_predicates_read_address_30 = lanes_30_predicate[8:0];

    always @(*) begin
        lanes_30_predicate_data = lane_predicates_read_data_30;
        if (lanes_30_predicate[10]) begin
            lanes_30_predicate_data = logic_predicates_read_data_30;
        end
    end

    assign slots_write_30 = parse_field_valid_30 | lanes_30_bus_valid;

    always @(*) begin
        slots_write_address_30 = lanes_30_bus_slot;
        slots_write_data_30 = lanes_30_bus_data;
        if (parse_field_valid_30) begin
            slots_write_address_30 = 0;
            slots_write_data_30 = parse_field_data_30;
        end
    end

    assign lane_predicates_write_30 = lanes_30_predicate_valid;
    assign lane_predicates_write_address_30 = lanes_30_truth_address;
    assign lane_predicates_write_data_30 = lanes_30_truth;
    assign verdict_valid_30 = lanes_30_entry_valid;
    assign verdict_index_30 = lanes_30_truth_address[7:0];
    assign verdict_truth_30 = lanes_30_truth;
    assign lanes_31_clock = clock;
    assign lanes_31_reset = reset;
    assign lanes_31_live = sequencer_live;
    assign lanes_31_address = sequencer_address;

    always @(*) begin
        lanes_31_program_write = 0;
        if (lane_memory[31]) begin
            lanes_31_program_write = 4'(1) << program_memory[6:5];
        end
    end

    assign lanes_31_program_address = program_address[10:0];
    assign lanes_31_program_data = program_data;
    assign slots_read_address_62 = lanes_31_x_slot;
    assign slots_read_address_63 = lanes_31_y_slot;
    assign lanes_31_x_slot_data = slots_read_data_62;
    assign lanes_31_y_slot_data = slots_read_data_63;
    assign lane_predicates_read_address_31 = lanes_31_predicate[9:0];
    assign logic_predicates_read_address_31 = lanes_31_predicate[8:0];

    always @(*) begin
        lanes_31_predicate_data = lane_predicates_read_data_31;
        if (lanes_31_predicate[10]) begin
            lanes_31_predicate_data = logic_predicates_read_data_31;
        end
    end

    always @(*) begin
        slots_write_31 = parse_field_valid_31 | lanes_31_bus_valid;
        slots_write_address_31 = lanes_31_bus_slot;
        slots_write_data_31 = lanes_31_bus_data;
        if (parse_field_valid_31) begin
            slots_write_address_31 = 0;
            slots_write_data_31 = parse_field_data_31;
        end
        if (divider_unit_bus_valid) begin
            slots_write_31 = 1'b1;
            slots_write_address_31 = divider_unit_bus_slot;
            slots_write_data_31 = divider_unit_bus_data;
        end
    end

    assign lane_predicates_write_31 = lanes_31_predicate_valid;
    assign lane_predicates_write_address_31 = lanes_31_truth_address;
    assign lane_predicates_write_data_31 = lanes_31_truth;
    assign verdict_valid_31 = lanes_31_entry_valid;
    assign verdict_index_31 = lanes_31_truth_address[7:0];
    assign verdict_truth_31 = lanes_31_truth;
    assign logic_units_0_clock = clock;
    assign logic_units_0_live = sequencer_live;
    assign logic_units_0_address = sequencer_address;
    assign logic_units_0_program_write = logic_memory[0];
    assign logic_units_0_program_address = program_address[10:0];
    assign logic_units_0_program_data = program_data;
    assign lane_predicates_read_address_32 = logic_units_0_a[9:0];
    assign lane_predicates_read_address_33 = logic_units_0_b[9:0];
    assign lane_predicates_read_address_34 = logic_units_0_c[9:0];
    assign lane_predicates_read_address_35 = logic_units_0_d[9:0];
    assign logic_predicates_read_address_32 = logic_units_0_a[8:0];
    assign logic_predicates_read_address_33 = logic_units_0_b[8:0];
    assign logic_predicates_read_address_34 = logic_units_0_c[8:0];
    assign logic_predicates_read_address_35 = logic_units_0_d[8:0];

    always @(*) begin
        logic_units_0_a_data = lane_predicates_read_data_32;
        if (logic_units_0_a[10]) begin
            logic_units_0_a_data = logic_predicates_read_data_32;
        end
    end

    always @(*) begin
        logic_units_0_b_data = lane_predicates_read_data_33;
        if (logic_units_0_b[10]) begin
            logic_units_0_b_data = logic_predicates_read_data_33;
        end
    end

    always @(*) begin
        logic_units_0_c_data = lane_predicates_read_data_34;
        if (logic_units_0_c[10]) begin
            logic_units_0_c_data = logic_predicates_read_data_34;
        end
    end

    always @(*) begin
        logic_units_0_d_data = lane_predicates_read_data_35;
        if (logic_units_0_d[10]) begin
            logic_units_0_d_data = logic_predicates_read_data_35;
        end
    end

    assign logic_predicates_write_0 = logic_units_0_predicate_valid;
    assign logic_predicates_write_address_0 = logic_units_0_predicate_address;
    assign logic_predicates_write_data_0 = logic_units_0_truth;
    assign verdict_valid_32 = logic_units_0_entry_valid;
    assign verdict_index_32 = logic_units_0_entry;
    assign verdict_truth_32 = logic_units_0_truth;
    assign logic_units_1_clock = clock;
    assign logic_units_1_live = sequencer_live;
    assign logic_units_1_address = sequencer_address;
    assign logic_units_1_program_write = logic_memory[1];
    assign logic_units_1_program_address = program_address[10:0];
    assign logic_units_1_program_data = program_data;
    assign lane_predicates_read_address_36 = logic_units_1_a[9:0];
    assign lane_predicates_read_address_37 = logic_units_1_b[9:0];
    assign lane_predicates_read_address_38 = logic_units_1_c[9:0];
    assign lane_predicates_read_address_39 = logic_units_1_d[9:0];
    assign logic_predicates_read_address_36 = logic_units_1_a[8:0];
    assign logic_predicates_read_address_37 = logic_units_1_b[8:0];
    assign logic_predicates_read_address_38 = logic_units_1_c[8:0];
    assign logic_predicates_read_address_39 = logic_units_1_d[8:0];

    always @(*) begin
        logic_units_1_a_data = lane_predicates_read_data_36;
        if (logic_units_1_a[10]) begin
            logic_units_1_a_data = logic_predicates_read_data_36;
        end
    end

    always @(*) begin
        logic_units_1_b_data = lane_predicates_read_data_37;
        if (logic_units_1_b[10]) begin
            logic_units_1_b_data = logic_predicates_read_data_37;
        end
    end

    always @(*) begin
        logic_units_1_c_data = lane_predicates_read_data_38;
        if (logic_units_1_c[10]) begin
            logic_units_1_c_data = logic_predicates_read_data_38;
        end
    end

    always @(*) begin
        logic_units_1_d_data = lane_predicates_read_data_39;
        if (logic_units_1_d[10]) begin
            logic_units_1_d_data = logic_predicates_read_data_39;
        end
    end

    assign logic_predicates_write_1 = logic_units_1_predicate_valid;
    assign logic_predicates_write_address_1 = logic_units_1_predicate_address;
    assign logic_predicates_write_data_1 = logic_units_1_truth;
    assign verdict_valid_33 = logic_units_1_entry_valid;
    assign verdict_index_33 = logic_units_1_entry;
    assign verdict_truth_33 = logic_units_1_truth;
    assign logic_units_2_clock = clock;
    assign logic_units_2_live = sequencer_live;
    assign logic_units_2_address = sequencer_address;
    assign logic_units_2_program_write = logic_memory[2];
    assign logic_units_2_program_address = program_address[10:0];
    assign logic_units_2_program_data = program_data;
    assign lane_predicates_read_address_40 = logic_units_2_a[9:0];
    assign lane_predicates_read_address_41 = logic_units_2_b[9:0];
    assign lane_predicates_read_address_42 = logic_units_2_c[9:0];
    assign lane_predicates_read_address_43 = logic_units_2_d[9:0];
    assign logic_predicates_read_address_40 = logic_units_2_a[8:0];
    assign logic_predicates_read_address_41 = logic_units_2_b[8:0];
    assign logic_predicates_read_address_42 = logic_units_2_c[8:0];
    assign logic_predicates_read_address_43 = logic_units_2_d[8:0];

    always @(*) begin
        logic_units_2_a_data = lane_predicates_read_data_40;
        if (logic_units_2_a[10]) begin
            logic_units_2_a_data = logic_predicates_read_data_40;
        end
    end

    always @(*) begin
        logic_units_2_b_data = lane_predicates_read_data_41;
        if (logic_units_2_b[10]) begin
            logic_units_2_b_data = logic_predicates_read_data_41;
        end
    end

    always @(*) begin
        logic_units_2_c_data = lane_predicates_read_data_42;
        if (logic_units_2_c[10]) begin
            logic_units_2_c_data = logic_predicates_read_data_42;
        end
    end

    always @(*) begin
        logic_units_2_d_data = lane_predicates_read_data_43;
        if (logic_units_2_d[10]) begin
            logic_units_2_d_data = logic_predicates_read_data_43;
        end
    end

    assign logic_predicates_write_2 = logic_units_2_predicate_valid;
    assign logic_predicates_write_address_2 = logic_units_2_predicate_address;
    assign logic_predicates_write_data_2 = logic_units_2_truth;
    assign verdict_valid_34 = logic_units_2_entry_valid;
    assign verdict_index_34 = logic_units_2_entry;
    assign verdict_truth_34 = logic_units_2_truth;
    assign logic_units_3_clock = clock;
    assign logic_units_3_live = sequencer_live;
    assign logic_units_3_address = sequencer_address;
    assign logic_units_3_program_write = logic_memory[3];
    assign logic_units_3_program_address = program_address[10:0];
    assign logic_units_3_program_data = program_data;
    assign lane_predicates_read_address_44 = logic_units_3_a[9:0];
    assign lane_predicates_read_address_45 = logic_units_3_b[9:0];
    assign lane_predicates_read_address_46 = logic_units_3_c[9:0];
    assign lane_predicates_read_address_47 = logic_units_3_d[9:0];
    assign logic_predicates_read_address_44 = logic_units_3_a[8:0];
    assign logic_predicates_read_address_45 = logic_units_3_b[8:0];
    assign logic_predicates_read_address_46 = logic_units_3_c[8:0];
    assign logic_predicates_read_address_47 = logic_units_3_d[8:0];

    always @(*) begin
        logic_units_3_a_data = lane_predicates_read_data_44;
        if (logic_units_3_a[10]) begin
            logic_units_3_a_data = logic_predicates_read_data_44;
        end
    end

    always @(*) begin
        logic_units_3_b_data = lane_predicates_read_data_45;
        if (logic_units_3_b[10]) begin
            logic_units_3_b_data = logic_predicates_read_data_45;
        end
    end

    always @(*) begin
        logic_units_3_c_data = lane_predicates_read_data_46;
        if (logic_units_3_c[10]) begin
            logic_units_3_c_data = logic_predicates_read_data_46;
        end
    end

    always @(*) begin
        logic_units_3_d_data = lane_predicates_read_data_47;
        if (logic_units_3_d[10]) begin
            logic_units_3_d_data = logic_predicates_read_data_47;
        end
    end

    assign logic_predicates_write_3 = logic_units_3_predicate_valid;
    assign logic_predicates_write_address_3 = logic_units_3_predicate_address;
    assign logic_predicates_write_data_3 = logic_units_3_truth;
    assign verdict_valid_35 = logic_units_3_entry_valid;
    assign verdict_index_35 = logic_units_3_entry;
    assign verdict_truth_35 = logic_units_3_truth;
    assign logic_units_4_clock = clock;
    assign logic_units_4_live = sequencer_live;
    assign logic_units_4_address = sequencer_address;
    assign logic_units_4_program_write = logic_memory[4];
    assign logic_units_4_program_address = program_address[10:0];
    assign logic_units_4_program_data = program_data;
    assign lane_predicates_read_address_48 = logic_units_4_a[9:0];
    assign lane_predicates_read_address_49 = logic_units_4_b[9:0];
    assign lane_predicates_read_address_50 = logic_units_4_c[9:0];
    assign lane_predicates_read_address_51 = logic_units_4_d[9:0];
    assign logic_predicates_read_address_48 = logic_units_4_a[8:0];
    assign logic_predicates_read_address_49 = logic_units_4_b[8:0];
    assign logic_predicates_read_address_50 = logic_units_4_c[8:0];
    assign logic_predicates_read_address_51 = logic_units_4_d[8:0];

    always @(*) begin
        logic_units_4_a_data = lane_predicates_read_data_48;
        if (logic_units_4_a[10]) begin
            logic_units_4_a_data = logic_predicates_read_data_48;
        end
    end

    always @(*) begin
        logic_units_4_b_data = lane_predicates_read_data_49;
        if (logic_units_4_b[10]) begin
            logic_units_4_b_data = logic_predicates_read_data_49;
        end
    end

    always @(*) begin
        logic_units_4_c_data = lane_predicates_read_data_50;
        if (logic_units_4_c[10]) begin
            logic_units_4_c_data = logic_predicates_read_data_50;
        end
    end

    always @(*) begin
        logic_units_4_d_data = lane_predicates_read_data_51;
        if (logic_units_4_d[10]) begin
            logic_units_4_d_data = logic_predicates_read_data_51;
        end
    end

    assign logic_predicates_write_4 = logic_units_4_predicate_valid;
    assign logic_predicates_write_address_4 = logic_units_4_predicate_address;
    assign logic_predicates_write_data_4 = logic_units_4_truth;
    assign verdict_valid_36 = logic_units_4_entry_valid;
    assign verdict_index_36 = logic_units_4_entry;
    assign verdict_truth_36 = logic_units_4_truth;
    assign logic_units_5_clock = clock;
    assign logic_units_5_live = sequencer_live;
    assign logic_units_5_address = sequencer_address;
    assign logic_units_5_program_write = logic_memory[5];
    assign logic_units_5_program_address = program_address[10:0];
    assign logic_units_5_program_data = program_data;
    assign lane_predicates_read_address_52 = logic_units_5_a[9:0];
    assign lane_predicates_read_address_53 = logic_units_5_b[9:0];
    assign lane_predicates_read_address_54 = logic_units_5_c[9:0];
    assign lane_predicates_read_address_55 = logic_units_5_d[9:0];
    assign logic_predicates_read_address_52 = logic_units_5_a[8:0];
    assign logic_predicates_read_address_53 = logic_units_5_b[8:0];
    assign logic_predicates_read_address_54 = logic_units_5_c[8:0];
    assign logic_predicates_read_address_55 = logic_units_5_d[8:0];

    always @(*) begin
        logic_units_5_a_data = lane_predicates_read_data_52;
        if (logic_units_5_a[10]) begin
            logic_units_5_a_data = logic_predicates_read_data_52;
        end
    end

    always @(*) begin
        logic_units_5_b_data = lane_predicates_read_data_53;
        if (logic_units_5_b[10]) begin
            logic_units_5_b_data = logic_predicates_read_data_53;
        end
    end

    always @(*) begin
        logic_units_5_c_data = lane_predicates_read_data_54;
        if (logic_units_5_c[10]) begin
            logic_units_5_c_data = logic_predicates_read_data_54;
        end
    end

    always @(*) begin
        logic_units_5_d_data = lane_predicates_read_data_55;
        if (logic_units_5_d[10]) begin
            logic_units_5_d_data = logic_predicates_read_data_55;
        end
    end

    assign logic_predicates_write_5 = logic_units_5_predicate_valid;
    assign logic_predicates_write_address_5 = logic_units_5_predicate_address;
    assign logic_predicates_write_data_5 = logic_units_5_truth;
    assign verdict_valid_37 = logic_units_5_entry_valid;
    assign verdict_index_37 = logic_units_5_entry;
    assign verdict_truth_37 = logic_units_5_truth;
    assign logic_units_6_clock = clock;
    assign logic_units_6_live = sequencer_live;
    assign logic_units_6_address = sequencer_address;
    assign logic_units_6_program_write = logic_memory[6];
    assign logic_units_6_program_address = program_address[10:0];
    assign logic_units_6_program_data = program_data;
    assign lane_predicates_read_address_56 = logic_units_6_a[9:0];
    assign lane_predicates_read_address_57 = logic_units_6_b[9:0];
    assign lane_predicates_read_address_58 = logic_units_6_c[9:0];
    assign lane_predicates_read_address_59 = logic_units_6_d[9:0];
    assign logic_predicates_read_address_56 = logic_units_6_a[8:0];
    assign logic_predicates_read_address_57 = logic_units_6_b[8:0];
    assign logic_predicates_read_address_58 = logic_units_6_c[8:0];
    assign logic_predicates_read_address_59 = logic_units_6_d[8:0];

    always @(*) begin
        logic_units_6_a_data = lane_predicates_read_data_56;
        if (logic_units_6_a[10]) begin
            logic_units_6_a_data = logic_predicates_read_data_56;
        end
    end

    always @(*) begin
        logic_units_6_b_data = lane_predicates_read_data_57;
        if (logic_units_6_b[10]) begin
            logic_units_6_b_data = logic_predicates_read_data_57;
        end
    end

    always @(*) begin
        logic_units_6_c_data = lane_predicates_read_data_58;
        if (logic_units_6_c[10]) begin
            logic_units_6_c_data = logic_predicates_read_data_58;
        end
    end

    always @(*) begin
        logic_units_6_d_data = lane_predicates_read_data_59;
        if (logic_units_6_d[10]) begin
            logic_units_6_d_data = logic_predicates_read_data_59;
        end
    end

    assign logic_predicates_write_6 = logic_units_6_predicate_valid;
    assign logic_predicates_write_address_6 = logic_units_6_predicate_address;
    assign logic_predicates_write_data_6 = logic_units_6_truth;
    assign verdict_valid_38 = logic_units_6_entry_valid;
    assign verdict_index_38 = logic_units_6_entry;
    assign verdict_truth_38 = logic_units_6_truth;
    assign logic_units_7_clock = clock;
    assign logic_units_7_live = sequencer_live;
    assign logic_units_7_address = sequencer_address;
    assign logic_units_7_program_write = logic_memory[7];
    assign logic_units_7_program_address = program_address[10:0];
    assign logic_units_7_program_data = program_data;
    assign lane_predicates_read_address_60 = logic_units_7_a[9:0];
    assign lane_predicates_read_address_61 = logic_units_7_b[9:0];
    assign lane_predicates_read_address_62 = logic_units_7_c[9:0];
    assign lane_predicates_read_address_63 = logic_units_7_d[9:0];
    assign logic_predicates_read_address_60 = logic_units_7_a[8:0];
    assign logic_predicates_read_address_61 = logic_units_7_b[8:0];
    assign logic_predicates_read_address_62 = logic_units_7_c[8:0];
    assign logic_predicates_read_address_63 = logic_units_7_d[8:0];

    always @(*) begin
        logic_units_7_a_data = lane_predicates_read_data_60;
        if (logic_units_7_a[10]) begin
            logic_units_7_a_data = logic_predicates_read_data_60;
        end
    end

    always @(*) begin
        logic_units_7_b_data = lane_predicates_read_data_61;
        if (logic_units_7_b[10]) begin
            logic_units_7_b_data = logic_predicates_read_data_61;
        end
    end

    always @(*) begin
        logic_units_7_c_data = lane_predicates_read_data_62;
        if (logic_units_7_c[10]) begin
            logic_units_7_c_data = logic_predicates_read_data_62;
        end
    end

    always @(*) begin
        logic_units_7_d_data = lane_predicates_read_data_63;
        if (logic_units_7_d[10]) begin
            logic_units_7_d_data = logic_predicates_read_data_63;
        end
    end

    assign logic_predicates_write_7 = logic_units_7_predicate_valid;
    assign logic_predicates_write_address_7 = logic_units_7_predicate_address;
    assign logic_predicates_write_data_7 = logic_units_7_truth;
    assign verdict_valid_39 = logic_units_7_entry_valid;
    assign verdict_index_39 = logic_units_7_entry;
    assign verdict_truth_39 = logic_units_7_truth;
    assign divider_unit_clock = clock;
    assign divider_unit_reset = reset;
    assign divider_unit_live = sequencer_live;
    assign divider_unit_address = sequencer_address;

    always @(*) begin
        divider_unit_program_write = 0;
        if (program_write & (program_memory[7:2] == 35)) begin
            divider_unit_program_write = 4'(1) << program_memory[1:0];
        end
    end

    assign divider_unit_program_address = program_address[10:0];
    assign divider_unit_program_data = program_data;
    assign slots_read_address_64 = divider_unit_a_slot;
    assign slots_read_address_65 = divider_unit_b_slot;
    assign slots_read_address_66 = divider_unit_c_slot;
    assign divider_unit_a_slot_data = slots_read_data_64;
    assign divider_unit_b_slot_data = slots_read_data_65;
    assign divider_unit_c_slot_data = slots_read_data_66;
    assign verdict_valid_40 = 1'b0;
    assign verdict_index_40 = 0;
    assign verdict_truth_40 = 0;
    assign verdict_valid_41 = 1'b0;
    assign verdict_index_41 = 0;
    assign verdict_truth_41 = 0;
    assign verdict_valid_42 = 1'b0;
    assign verdict_index_42 = 0;
    assign verdict_truth_42 = 0;
    assign verdict_valid_43 = 1'b0;
    assign verdict_index_43 = 0;
    assign verdict_truth_43 = 0;
    assign verdict_valid_44 = 1'b0;
    assign verdict_index_44 = 0;
    assign verdict_truth_44 = 0;
    assign verdict_valid_45 = 1'b0;
    assign verdict_index_45 = 0;
    assign verdict_truth_45 = 0;
    assign verdict_valid_46 = 1'b0;
    assign verdict_index_46 = 0;
    assign verdict_truth_46 = 0;
    assign verdict_valid_47 = 1'b0;
    assign verdict_index_47 = 0;
    assign verdict_truth_47 = 0;
    assign verdict_valid_48 = 1'b0;
    assign verdict_index_48 = 0;
    assign verdict_truth_48 = 0;
    assign verdict_valid_49 = 1'b0;
    assign verdict_index_49 = 0;
    assign verdict_truth_49 = 0;
    assign verdict_valid_50 = 1'b0;
    assign verdict_index_50 = 0;
    assign verdict_truth_50 = 0;
    assign verdict_valid_51 = 1'b0;
    assign verdict_index_51 = 0;
    assign verdict_truth_51 = 0;
    assign verdict_valid_52 = 1'b0;
    assign verdict_index_52 = 0;
    assign verdict_truth_52 = 0;
    assign verdict_valid_53 = 1'b0;
    assign verdict_index_53 = 0;
    assign verdict_truth_53 = 0;
    assign verdict_valid_54 = 1'b0;
    assign verdict_index_54 = 0;
    assign verdict_truth_54 = 0;
    assign verdict_valid_55 = 1'b0;
    assign verdict_index_55 = 0;
    assign verdict_truth_55 = 0;
    assign verdict_words_clock = clock;
    assign verdict_words_read_address = sequencer_address;
    assign verdict_words_write = program_write & (program_memory == 136);
    assign verdict_words_write_address = program_address[10:0];
    assign verdict_words_write_data = program_data;
    assign verdict_clock = clock;
    assign verdict_reset = reset;
    assign verdict_clear = parse_start;
    assign verdict_judge = sequencer_live & verdict_words_read_data[0];
    assign verdict_count = verdict_words_read_data[9:1];
    assign egress_clock = clock;
    assign egress_reset = reset;
    assign egress_valid = decided_q;
    assign egress_accept = accept_q;
    assign egress_malformed = ~well_formed_q;
    assign egress_entry = first_q;
    assign egress_outcome = outcome_q;
    assign egress_failing = failing_q;
    assign egress_kind = kind_q;
    assign egress_session = session_q;
    assign egress_sequence_number = sequence_number_q;
    assign m_axis_verdict_tdata = egress_m_axis_tdata;
    assign m_axis_verdict_tvalid = egress_m_axis_tvalid;
    assign egress_m_axis_tready = m_axis_verdict_tready;

    initial begin
        well_formed_q = 0;
        kind_q = 0;
        session_q = 0;
        sequence_number_q = 0;
        decided_q = 0;
        accept_q = 0;
        first_q = 0;
        outcome_q = 0;
        failing_q = 0;
    end

    always @(posedge clock) begin
        well_formed_q <= well_formed_d;
        kind_q <= kind_d;
        session_q <= session_d;
        sequence_number_q <= sequence_number_d;
        decided_q <= decided_d;
        accept_q <= accept_d;
        first_q <= first_d;
        outcome_q <= outcome_d;
        failing_q <= failing_d;
    end
endmodule

`default_nettype wire
