// SPDX-License-Identifier: Apache-2.0
// parse: frames of up to four beats become values of fields
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module parse_bound (
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

module parse_check (
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
    reg there_q;
    reg was_null_q;
    reg may_be_null_q;
    reg [1:0] kind_q;
    reg [4:0] precision_q;
    reg [63:0] low_bytes_q;
    reg [63:0] high_bytes_q;
    wire bound_enable;
    wire [4:0] bound_digits;
    wire [63:0] bound_double;

    reg [63:0] folded;
    wire [63:0] tops;
    reg [63:0] low_printable;
    reg [63:0] high_printable;

    parse_bound bound(
        .enable(bound_enable),
        .digits(bound_digits),
        .double(bound_double)
    );

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
        there_q <= enable & ~reset;
    end

    always @(posedge clock) begin
        if (enable) begin
            was_null_q <= is_null;
            may_be_null_q <= nullable;
            kind_q <= type_class;
            precision_q <= digits;
            low_bytes_q <= low;
            high_bytes_q <= high;
        end
    end
endmodule

module parse_cut (
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

module parse_layout (
    input wire clock,
    input wire write,
    input wire [7:0] write_address,
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

module parse_fields (
    input wire clock,
    input wire reset,
    input wire write,
    input wire [7:0] write_address,
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

    wire [20:0] word;
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

    parse_layout layout(
        .clock(layout_clock),
        .write(layout_write),
        .write_address(layout_write_address),
        .write_data(layout_write_data),
        .read(layout_read),
        .read_address(layout_read_address),
        .read_data(layout_read_data)
    );
    parse_cut cut(
        .enable(cut_enable),
        .window(cut_window),
        .start(cut_start),
        .low(cut_low),
        .high(cut_high)
    );
    parse_check check(
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

module parse_headers (
    input wire clock,
    input wire write,
    input wire [7:0] write_address,
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

module parse (
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
    // A word has 64 bits, a layout word fewer.
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
    reg [2:0] beats_q;
    reg there_q;
    reg [2:0] beat_q;
    reg [511:0] beat_data_q;
    reg [63:0] beat_keep_q;
    reg beat_last_q;
    reg [127:0] tail_q;
    reg [31:0] nulls_q;
    reg is_kind_long_q;
    reg want_rows_q;
    reg gap_q;
    reg is_wrong_beat_q;
    reg was_last_q;
    reg had_gap_q;
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

    parse_fields fields_0(
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
    parse_fields fields_1(
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
    parse_fields fields_2(
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
    parse_fields fields_3(
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
    parse_fields fields_4(
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
    parse_fields fields_5(
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
    parse_fields fields_6(
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
    parse_fields fields_7(
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
    parse_fields fields_8(
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
    parse_fields fields_9(
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
    parse_fields fields_10(
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
    parse_fields fields_11(
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
    parse_fields fields_12(
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
    parse_fields fields_13(
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
    parse_fields fields_14(
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
    parse_fields fields_15(
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
    parse_fields fields_16(
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
    parse_fields fields_17(
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
    parse_fields fields_18(
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
    parse_fields fields_19(
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
    parse_fields fields_20(
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
    parse_fields fields_21(
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
    parse_fields fields_22(
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
    parse_fields fields_23(
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
    parse_fields fields_24(
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
    parse_fields fields_25(
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
    parse_fields fields_26(
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
    parse_fields fields_27(
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
    parse_fields fields_28(
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
    parse_fields fields_29(
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
    parse_fields fields_30(
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
    parse_fields fields_31(
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
    parse_headers headers(
        .clock(headers_clock),
        .write(headers_write),
        .write_address(headers_write_address),
        .write_data(headers_write_data),
        .read(headers_read),
        .read_address(headers_read_address),
        .read_data(headers_read_data)
    );

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

    always @(*) begin
        keep = 64'(0) - 1;
        if (there_q & ~reset) begin
            if (beat_last_q) begin
                keep = (64'(0) - 1) >> (~last[5:0]);
            end
        end
    end

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
        there_q <= taken;
        was_last_q <= there_q & beat_last_q & ~reset;
        had_gap_q <= gap_q;
        was_wrong_q <= is_wrong & ~was_last_q & ~reset;
    end

    always @(posedge clock) begin
        if (taken) begin
            beat_data_q <= s_axis_tdata;
            beat_keep_q <= s_axis_tkeep;
            beat_last_q <= s_axis_tlast;
            beat_q <= beats_q;
            tail_q <= beat_data_q[511:384];
            if (~beats_q[2]) begin
                beats_q <= beats_q + 1;
            end
            if (s_axis_tlast) begin
                beats_q <= 0;
            end
            if (~there_q) begin
                gap_q <= 1'b1;
            end
        end
        if (starts) begin
            nulls_q <= s_axis_tdata[95:64];
            is_kind_long_q <= s_axis_tdata[23];
            want_rows_q <= rows_wanted;
            gap_q <= 1'b0;
        end
        if (reset) begin
            beats_q <= 0;
        end
    end

    always @(posedge clock) begin
        is_wrong_beat_q <= 1'b0;
        if (there_q & ~reset) begin
            is_wrong_beat_q <= ~header[16] | (header[15] != want_rows_q) | is_kind_long_q | (beat_last_q != (beat_q == 3'(last[7:6]))) | (beat_keep_q != keep);
            if ((beat_q == 0) & ((beat_data_q[15:0] != 16'(header[8:0])) | |beat_data_q[31:24] | |(nulls_q & ~named))) begin
                is_wrong_beat_q <= 1'b1;
            end
        end
    end
endmodule

`default_nettype wire
