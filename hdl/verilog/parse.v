// parse: frames of up to four beats become values of fields
//
// Made from hdl/src by `riskgate hdl emit`; change it there, not here.

// A kernel's parts stand in its file.
// verilator lint_off DECLFILENAME

`default_nettype none

module parse_highs (
    input wire clock,
    input wire write,
    input wire [7:0] write_address,
    input wire [63:0] write_data,
    input wire [7:0] read_address,
    output reg [63:0] read_data
);
    reg [63:0] words [0:255];

    always @(posedge clock) begin
        read_data <= words[read_address];
        if (write) begin
            words[write_address] <= write_data;
        end
    end
endmodule

module parse_fields (
    input wire clock,
    input wire [7:0] address,
    input wire [2:0] layout_write,
    input wire [7:0] layout_address,
    input wire [63:0] layout_data,
    input wire there,
    input wire [1:0] beat,
    input wire [575:0] window,
    input wire is_null,
    output reg valid,
    output wire [65:0] data,
    output reg wrong
);
    wire places_clock;
    wire places_write;
    wire [7:0] places_write_address;
    wire [63:0] places_write_data;
    wire [7:0] places_read_address;
    wire [63:0] places_read_data;
    wire lows_clock;
    wire lows_write;
    wire [7:0] lows_write_address;
    wire [63:0] lows_write_data;
    wire [7:0] lows_read_address;
    wire [63:0] lows_read_data;
    wire highs_clock;
    wire highs_write;
    wire [7:0] highs_write_address;
    wire [63:0] highs_write_data;
    wire [7:0] highs_read_address;
    wire [63:0] highs_read_data;

    wire [63:0] sign;
    reg [63:0] value;
    reg [1:0] tag;
    // A word has 64 bits, a field's place fewer.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] place;
    // verilator lint_on UNUSEDSIGNAL
    // Which beat it is in is all that counts.
    // verilator lint_off UNUSEDSIGNAL
    reg [7:0] last_byte;
    // verilator lint_on UNUSEDSIGNAL
    reg [5:0] ahead;
    reg [9:0] shift;
    reg [63:0] raw;
    reg [63:0] number;
    reg [63:0] bytes;

    parse_highs places(
        .clock(places_clock),
        .write(places_write),
        .write_address(places_write_address),
        .write_data(places_write_data),
        .read_address(places_read_address),
        .read_data(places_read_data)
    );
    parse_highs lows(
        .clock(lows_clock),
        .write(lows_write),
        .write_address(lows_write_address),
        .write_data(lows_write_data),
        .read_address(lows_read_address),
        .read_data(lows_read_data)
    );
    parse_highs highs(
        .clock(highs_clock),
        .write(highs_write),
        .write_address(highs_write_address),
        .write_data(highs_write_data),
        .read_address(highs_read_address),
        .read_data(highs_read_data)
    );

    assign places_clock = clock;
    assign places_read_address = address;
    assign places_write = layout_write[0];
    assign places_write_address = layout_address;
    assign places_write_data = layout_data;
    assign lows_clock = clock;
    assign lows_read_address = address;
    assign lows_write = layout_write[1];
    assign lows_write_address = layout_address;
    assign lows_write_data = layout_data;
    assign highs_clock = clock;
    assign highs_read_address = address;
    assign highs_write = layout_write[2];
    assign highs_write_address = layout_address;
    assign highs_write_data = layout_data;
    assign sign = 64'(1) << 63;
    assign place = places_read_data;

    always @(*) begin
        last_byte = 0;
        ahead = 0;
        shift = 0;
        raw = 0;
        number = 0;
        bytes = 0;
        valid = 1'b0;
        value = 0;
        tag = 0;
        wrong = 1'b0;
        if (there & place[11]) begin
            last_byte = place[7:0] + ((8'(1) << place[9:8]) - 1);
            if (last_byte[7:6] == beat) begin
                valid = 1'b1;
                ahead = place[5:0] + 8;
                shift = 10'(ahead) << 3;
                if (place[7:6] == beat) begin
                    shift = (10'(place[5:0]) + 8) << 3;
                end
                raw = window[shift +: 64];
                bytes = raw;
                number = raw;
                if (place[9:8] == 0) begin
                    bytes = raw & 255;
                    number = 64'(raw[7:0]);
                    if (raw[7]) begin
                        number = 64'(raw[7:0]) | ((~64'(0)) << 8);
                    end
                end
                if (place[9:8] == 1) begin
                    bytes = raw & 65535;
                    number = 64'(raw[15:0]);
                    if (raw[15]) begin
                        number = 64'(raw[15:0]) | ((~64'(0)) << 16);
                    end
                end
                if (place[9:8] == 2) begin
                    bytes = 64'(raw[31:0]);
                    number = 64'(raw[31:0]);
                    if (raw[31]) begin
                        number = 64'(raw[31:0]) | ((~64'(0)) << 32);
                    end
                end
                if (is_null) begin
                    tag = 1;
                    wrong = ~place[10] | |bytes;
                end
                else begin
                    value = number;
                    wrong = ((number ^ sign) < (lows_read_data ^ sign)) | ((number ^ sign) > (highs_read_data ^ sign));
                end
            end
        end
    end

    assign data = 66'(value) | (66'(tag) << 64);
endmodule

module parse (
    input wire clock,
    input wire reset,
    input wire [511:0] s_axis_tdata,
    input wire [63:0] s_axis_tkeep,
    input wire s_axis_tlast,
    input wire s_axis_tvalid,
    output wire s_axis_tready,
    input wire accept,
    input wire bank,
    input wire layout_write,
    input wire [14:0] layout_address,
    input wire [63:0] layout_data,
    output wire start,
    output wire [7:0] kind,
    output wire [31:0] sequence_number,
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
    output wire done,
    output wire malformed
);
    wire fields_0_clock;
    wire [7:0] fields_0_address;
    reg [2:0] fields_0_layout_write;
    wire [7:0] fields_0_layout_address;
    wire [63:0] fields_0_layout_data;
    wire fields_0_there;
    wire [1:0] fields_0_beat;
    wire [575:0] fields_0_window;
    wire fields_0_is_null;
    wire fields_0_valid;
    wire [65:0] fields_0_data;
    wire fields_0_wrong;
    wire fields_1_clock;
    wire [7:0] fields_1_address;
    reg [2:0] fields_1_layout_write;
    wire [7:0] fields_1_layout_address;
    wire [63:0] fields_1_layout_data;
    wire fields_1_there;
    wire [1:0] fields_1_beat;
    wire [575:0] fields_1_window;
    wire fields_1_is_null;
    wire fields_1_valid;
    wire [65:0] fields_1_data;
    wire fields_1_wrong;
    wire fields_2_clock;
    wire [7:0] fields_2_address;
    reg [2:0] fields_2_layout_write;
    wire [7:0] fields_2_layout_address;
    wire [63:0] fields_2_layout_data;
    wire fields_2_there;
    wire [1:0] fields_2_beat;
    wire [575:0] fields_2_window;
    wire fields_2_is_null;
    wire fields_2_valid;
    wire [65:0] fields_2_data;
    wire fields_2_wrong;
    wire fields_3_clock;
    wire [7:0] fields_3_address;
    reg [2:0] fields_3_layout_write;
    wire [7:0] fields_3_layout_address;
    wire [63:0] fields_3_layout_data;
    wire fields_3_there;
    wire [1:0] fields_3_beat;
    wire [575:0] fields_3_window;
    wire fields_3_is_null;
    wire fields_3_valid;
    wire [65:0] fields_3_data;
    wire fields_3_wrong;
    wire fields_4_clock;
    wire [7:0] fields_4_address;
    reg [2:0] fields_4_layout_write;
    wire [7:0] fields_4_layout_address;
    wire [63:0] fields_4_layout_data;
    wire fields_4_there;
    wire [1:0] fields_4_beat;
    wire [575:0] fields_4_window;
    wire fields_4_is_null;
    wire fields_4_valid;
    wire [65:0] fields_4_data;
    wire fields_4_wrong;
    wire fields_5_clock;
    wire [7:0] fields_5_address;
    reg [2:0] fields_5_layout_write;
    wire [7:0] fields_5_layout_address;
    wire [63:0] fields_5_layout_data;
    wire fields_5_there;
    wire [1:0] fields_5_beat;
    wire [575:0] fields_5_window;
    wire fields_5_is_null;
    wire fields_5_valid;
    wire [65:0] fields_5_data;
    wire fields_5_wrong;
    wire fields_6_clock;
    wire [7:0] fields_6_address;
    reg [2:0] fields_6_layout_write;
    wire [7:0] fields_6_layout_address;
    wire [63:0] fields_6_layout_data;
    wire fields_6_there;
    wire [1:0] fields_6_beat;
    wire [575:0] fields_6_window;
    wire fields_6_is_null;
    wire fields_6_valid;
    wire [65:0] fields_6_data;
    wire fields_6_wrong;
    wire fields_7_clock;
    wire [7:0] fields_7_address;
    reg [2:0] fields_7_layout_write;
    wire [7:0] fields_7_layout_address;
    wire [63:0] fields_7_layout_data;
    wire fields_7_there;
    wire [1:0] fields_7_beat;
    wire [575:0] fields_7_window;
    wire fields_7_is_null;
    wire fields_7_valid;
    wire [65:0] fields_7_data;
    wire fields_7_wrong;
    wire fields_8_clock;
    wire [7:0] fields_8_address;
    reg [2:0] fields_8_layout_write;
    wire [7:0] fields_8_layout_address;
    wire [63:0] fields_8_layout_data;
    wire fields_8_there;
    wire [1:0] fields_8_beat;
    wire [575:0] fields_8_window;
    wire fields_8_is_null;
    wire fields_8_valid;
    wire [65:0] fields_8_data;
    wire fields_8_wrong;
    wire fields_9_clock;
    wire [7:0] fields_9_address;
    reg [2:0] fields_9_layout_write;
    wire [7:0] fields_9_layout_address;
    wire [63:0] fields_9_layout_data;
    wire fields_9_there;
    wire [1:0] fields_9_beat;
    wire [575:0] fields_9_window;
    wire fields_9_is_null;
    wire fields_9_valid;
    wire [65:0] fields_9_data;
    wire fields_9_wrong;
    wire fields_10_clock;
    wire [7:0] fields_10_address;
    reg [2:0] fields_10_layout_write;
    wire [7:0] fields_10_layout_address;
    wire [63:0] fields_10_layout_data;
    wire fields_10_there;
    wire [1:0] fields_10_beat;
    wire [575:0] fields_10_window;
    wire fields_10_is_null;
    wire fields_10_valid;
    wire [65:0] fields_10_data;
    wire fields_10_wrong;
    wire fields_11_clock;
    wire [7:0] fields_11_address;
    reg [2:0] fields_11_layout_write;
    wire [7:0] fields_11_layout_address;
    wire [63:0] fields_11_layout_data;
    wire fields_11_there;
    wire [1:0] fields_11_beat;
    wire [575:0] fields_11_window;
    wire fields_11_is_null;
    wire fields_11_valid;
    wire [65:0] fields_11_data;
    wire fields_11_wrong;
    wire fields_12_clock;
    wire [7:0] fields_12_address;
    reg [2:0] fields_12_layout_write;
    wire [7:0] fields_12_layout_address;
    wire [63:0] fields_12_layout_data;
    wire fields_12_there;
    wire [1:0] fields_12_beat;
    wire [575:0] fields_12_window;
    wire fields_12_is_null;
    wire fields_12_valid;
    wire [65:0] fields_12_data;
    wire fields_12_wrong;
    wire fields_13_clock;
    wire [7:0] fields_13_address;
    reg [2:0] fields_13_layout_write;
    wire [7:0] fields_13_layout_address;
    wire [63:0] fields_13_layout_data;
    wire fields_13_there;
    wire [1:0] fields_13_beat;
    wire [575:0] fields_13_window;
    wire fields_13_is_null;
    wire fields_13_valid;
    wire [65:0] fields_13_data;
    wire fields_13_wrong;
    wire fields_14_clock;
    wire [7:0] fields_14_address;
    reg [2:0] fields_14_layout_write;
    wire [7:0] fields_14_layout_address;
    wire [63:0] fields_14_layout_data;
    wire fields_14_there;
    wire [1:0] fields_14_beat;
    wire [575:0] fields_14_window;
    wire fields_14_is_null;
    wire fields_14_valid;
    wire [65:0] fields_14_data;
    wire fields_14_wrong;
    wire fields_15_clock;
    wire [7:0] fields_15_address;
    reg [2:0] fields_15_layout_write;
    wire [7:0] fields_15_layout_address;
    wire [63:0] fields_15_layout_data;
    wire fields_15_there;
    wire [1:0] fields_15_beat;
    wire [575:0] fields_15_window;
    wire fields_15_is_null;
    wire fields_15_valid;
    wire [65:0] fields_15_data;
    wire fields_15_wrong;
    wire fields_16_clock;
    wire [7:0] fields_16_address;
    reg [2:0] fields_16_layout_write;
    wire [7:0] fields_16_layout_address;
    wire [63:0] fields_16_layout_data;
    wire fields_16_there;
    wire [1:0] fields_16_beat;
    wire [575:0] fields_16_window;
    wire fields_16_is_null;
    wire fields_16_valid;
    wire [65:0] fields_16_data;
    wire fields_16_wrong;
    wire fields_17_clock;
    wire [7:0] fields_17_address;
    reg [2:0] fields_17_layout_write;
    wire [7:0] fields_17_layout_address;
    wire [63:0] fields_17_layout_data;
    wire fields_17_there;
    wire [1:0] fields_17_beat;
    wire [575:0] fields_17_window;
    wire fields_17_is_null;
    wire fields_17_valid;
    wire [65:0] fields_17_data;
    wire fields_17_wrong;
    wire fields_18_clock;
    wire [7:0] fields_18_address;
    reg [2:0] fields_18_layout_write;
    wire [7:0] fields_18_layout_address;
    wire [63:0] fields_18_layout_data;
    wire fields_18_there;
    wire [1:0] fields_18_beat;
    wire [575:0] fields_18_window;
    wire fields_18_is_null;
    wire fields_18_valid;
    wire [65:0] fields_18_data;
    wire fields_18_wrong;
    wire fields_19_clock;
    wire [7:0] fields_19_address;
    reg [2:0] fields_19_layout_write;
    wire [7:0] fields_19_layout_address;
    wire [63:0] fields_19_layout_data;
    wire fields_19_there;
    wire [1:0] fields_19_beat;
    wire [575:0] fields_19_window;
    wire fields_19_is_null;
    wire fields_19_valid;
    wire [65:0] fields_19_data;
    wire fields_19_wrong;
    wire fields_20_clock;
    wire [7:0] fields_20_address;
    reg [2:0] fields_20_layout_write;
    wire [7:0] fields_20_layout_address;
    wire [63:0] fields_20_layout_data;
    wire fields_20_there;
    wire [1:0] fields_20_beat;
    wire [575:0] fields_20_window;
    wire fields_20_is_null;
    wire fields_20_valid;
    wire [65:0] fields_20_data;
    wire fields_20_wrong;
    wire fields_21_clock;
    wire [7:0] fields_21_address;
    reg [2:0] fields_21_layout_write;
    wire [7:0] fields_21_layout_address;
    wire [63:0] fields_21_layout_data;
    wire fields_21_there;
    wire [1:0] fields_21_beat;
    wire [575:0] fields_21_window;
    wire fields_21_is_null;
    wire fields_21_valid;
    wire [65:0] fields_21_data;
    wire fields_21_wrong;
    wire fields_22_clock;
    wire [7:0] fields_22_address;
    reg [2:0] fields_22_layout_write;
    wire [7:0] fields_22_layout_address;
    wire [63:0] fields_22_layout_data;
    wire fields_22_there;
    wire [1:0] fields_22_beat;
    wire [575:0] fields_22_window;
    wire fields_22_is_null;
    wire fields_22_valid;
    wire [65:0] fields_22_data;
    wire fields_22_wrong;
    wire fields_23_clock;
    wire [7:0] fields_23_address;
    reg [2:0] fields_23_layout_write;
    wire [7:0] fields_23_layout_address;
    wire [63:0] fields_23_layout_data;
    wire fields_23_there;
    wire [1:0] fields_23_beat;
    wire [575:0] fields_23_window;
    wire fields_23_is_null;
    wire fields_23_valid;
    wire [65:0] fields_23_data;
    wire fields_23_wrong;
    wire fields_24_clock;
    wire [7:0] fields_24_address;
    reg [2:0] fields_24_layout_write;
    wire [7:0] fields_24_layout_address;
    wire [63:0] fields_24_layout_data;
    wire fields_24_there;
    wire [1:0] fields_24_beat;
    wire [575:0] fields_24_window;
    wire fields_24_is_null;
    wire fields_24_valid;
    wire [65:0] fields_24_data;
    wire fields_24_wrong;
    wire fields_25_clock;
    wire [7:0] fields_25_address;
    reg [2:0] fields_25_layout_write;
    wire [7:0] fields_25_layout_address;
    wire [63:0] fields_25_layout_data;
    wire fields_25_there;
    wire [1:0] fields_25_beat;
    wire [575:0] fields_25_window;
    wire fields_25_is_null;
    wire fields_25_valid;
    wire [65:0] fields_25_data;
    wire fields_25_wrong;
    wire fields_26_clock;
    wire [7:0] fields_26_address;
    reg [2:0] fields_26_layout_write;
    wire [7:0] fields_26_layout_address;
    wire [63:0] fields_26_layout_data;
    wire fields_26_there;
    wire [1:0] fields_26_beat;
    wire [575:0] fields_26_window;
    wire fields_26_is_null;
    wire fields_26_valid;
    wire [65:0] fields_26_data;
    wire fields_26_wrong;
    wire fields_27_clock;
    wire [7:0] fields_27_address;
    reg [2:0] fields_27_layout_write;
    wire [7:0] fields_27_layout_address;
    wire [63:0] fields_27_layout_data;
    wire fields_27_there;
    wire [1:0] fields_27_beat;
    wire [575:0] fields_27_window;
    wire fields_27_is_null;
    wire fields_27_valid;
    wire [65:0] fields_27_data;
    wire fields_27_wrong;
    wire fields_28_clock;
    wire [7:0] fields_28_address;
    reg [2:0] fields_28_layout_write;
    wire [7:0] fields_28_layout_address;
    wire [63:0] fields_28_layout_data;
    wire fields_28_there;
    wire [1:0] fields_28_beat;
    wire [575:0] fields_28_window;
    wire fields_28_is_null;
    wire fields_28_valid;
    wire [65:0] fields_28_data;
    wire fields_28_wrong;
    wire fields_29_clock;
    wire [7:0] fields_29_address;
    reg [2:0] fields_29_layout_write;
    wire [7:0] fields_29_layout_address;
    wire [63:0] fields_29_layout_data;
    wire fields_29_there;
    wire [1:0] fields_29_beat;
    wire [575:0] fields_29_window;
    wire fields_29_is_null;
    wire fields_29_valid;
    wire [65:0] fields_29_data;
    wire fields_29_wrong;
    wire fields_30_clock;
    wire [7:0] fields_30_address;
    reg [2:0] fields_30_layout_write;
    wire [7:0] fields_30_layout_address;
    wire [63:0] fields_30_layout_data;
    wire fields_30_there;
    wire [1:0] fields_30_beat;
    wire [575:0] fields_30_window;
    wire fields_30_is_null;
    wire fields_30_valid;
    wire [65:0] fields_30_data;
    wire fields_30_wrong;
    wire fields_31_clock;
    wire [7:0] fields_31_address;
    reg [2:0] fields_31_layout_write;
    wire [7:0] fields_31_layout_address;
    wire [63:0] fields_31_layout_data;
    wire fields_31_there;
    wire [1:0] fields_31_beat;
    wire [575:0] fields_31_window;
    wire fields_31_is_null;
    wire fields_31_valid;
    wire [65:0] fields_31_data;
    wire fields_31_wrong;
    wire headers_clock;
    wire headers_write;
    wire [7:0] headers_write_address;
    wire [63:0] headers_write_data;
    wire [7:0] headers_read_address;
    wire [63:0] headers_read_data;
    reg inside_d;
    reg inside_q;
    reg swallowing_d;
    reg swallowing_q;
    reg [6:0] kind_q_d;
    reg [6:0] kind_q_q;
    reg [1:0] next_beat_d;
    reg [1:0] next_beat_q;
    reg there_d;
    reg there_q;
    reg [1:0] beat_d;
    reg [1:0] beat_q;
    reg [511:0] beat_data_d;
    reg [511:0] beat_data_q;
    reg [63:0] beat_keep_d;
    reg [63:0] beat_keep_q;
    reg beat_last_d;
    reg beat_last_q;
    reg [63:0] tail_d;
    reg [63:0] tail_q;
    reg [31:0] nulls_d;
    reg [31:0] nulls_q;
    reg kind_high_d;
    reg kind_high_q;
    reg gap_d;
    reg gap_q;
    wire wrong_0_d;
    reg wrong_0_q;
    wire wrong_1_d;
    reg wrong_1_q;
    wire wrong_2_d;
    reg wrong_2_q;
    wire wrong_3_d;
    reg wrong_3_q;
    wire wrong_4_d;
    reg wrong_4_q;
    wire wrong_5_d;
    reg wrong_5_q;
    wire wrong_6_d;
    reg wrong_6_q;
    wire wrong_7_d;
    reg wrong_7_q;
    wire wrong_8_d;
    reg wrong_8_q;
    wire wrong_9_d;
    reg wrong_9_q;
    wire wrong_10_d;
    reg wrong_10_q;
    wire wrong_11_d;
    reg wrong_11_q;
    wire wrong_12_d;
    reg wrong_12_q;
    wire wrong_13_d;
    reg wrong_13_q;
    wire wrong_14_d;
    reg wrong_14_q;
    wire wrong_15_d;
    reg wrong_15_q;
    wire wrong_16_d;
    reg wrong_16_q;
    wire wrong_17_d;
    reg wrong_17_q;
    wire wrong_18_d;
    reg wrong_18_q;
    wire wrong_19_d;
    reg wrong_19_q;
    wire wrong_20_d;
    reg wrong_20_q;
    wire wrong_21_d;
    reg wrong_21_q;
    wire wrong_22_d;
    reg wrong_22_q;
    wire wrong_23_d;
    reg wrong_23_q;
    wire wrong_24_d;
    reg wrong_24_q;
    wire wrong_25_d;
    reg wrong_25_q;
    wire wrong_26_d;
    reg wrong_26_q;
    wire wrong_27_d;
    reg wrong_27_q;
    wire wrong_28_d;
    reg wrong_28_q;
    wire wrong_29_d;
    reg wrong_29_q;
    wire wrong_30_d;
    reg wrong_30_q;
    wire wrong_31_d;
    reg wrong_31_q;
    reg wrong_frame_d;
    reg wrong_frame_q;
    reg finished_d;
    reg finished_q;
    reg wrong_before_d;
    reg wrong_before_q;
    reg is_done_d;
    reg is_done_q;
    reg is_malformed_d;
    reg is_malformed_q;

    reg [7:0] address;
    wire taken;
    wire [575:0] window;
    reg [31:0] nulls_now;
    // A word has 64 bits, a frame's header fewer.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] header;
    // verilator lint_on UNUSEDSIGNAL
    // Bits 7 and 6 are the beat, the low ones the byte in it.
    // verilator lint_off UNUSEDSIGNAL
    wire [8:0] last_beat;
    // verilator lint_on UNUSEDSIGNAL
    wire [63:0] keep_expected;
    wire is_final;
    wire [31:0] layout_field;
    reg wrong_header;
    reg wrong_now;

    parse_fields fields_0(
        .clock(fields_0_clock),
        .address(fields_0_address),
        .layout_write(fields_0_layout_write),
        .layout_address(fields_0_layout_address),
        .layout_data(fields_0_layout_data),
        .there(fields_0_there),
        .beat(fields_0_beat),
        .window(fields_0_window),
        .is_null(fields_0_is_null),
        .valid(fields_0_valid),
        .data(fields_0_data),
        .wrong(fields_0_wrong)
    );
    parse_fields fields_1(
        .clock(fields_1_clock),
        .address(fields_1_address),
        .layout_write(fields_1_layout_write),
        .layout_address(fields_1_layout_address),
        .layout_data(fields_1_layout_data),
        .there(fields_1_there),
        .beat(fields_1_beat),
        .window(fields_1_window),
        .is_null(fields_1_is_null),
        .valid(fields_1_valid),
        .data(fields_1_data),
        .wrong(fields_1_wrong)
    );
    parse_fields fields_2(
        .clock(fields_2_clock),
        .address(fields_2_address),
        .layout_write(fields_2_layout_write),
        .layout_address(fields_2_layout_address),
        .layout_data(fields_2_layout_data),
        .there(fields_2_there),
        .beat(fields_2_beat),
        .window(fields_2_window),
        .is_null(fields_2_is_null),
        .valid(fields_2_valid),
        .data(fields_2_data),
        .wrong(fields_2_wrong)
    );
    parse_fields fields_3(
        .clock(fields_3_clock),
        .address(fields_3_address),
        .layout_write(fields_3_layout_write),
        .layout_address(fields_3_layout_address),
        .layout_data(fields_3_layout_data),
        .there(fields_3_there),
        .beat(fields_3_beat),
        .window(fields_3_window),
        .is_null(fields_3_is_null),
        .valid(fields_3_valid),
        .data(fields_3_data),
        .wrong(fields_3_wrong)
    );
    parse_fields fields_4(
        .clock(fields_4_clock),
        .address(fields_4_address),
        .layout_write(fields_4_layout_write),
        .layout_address(fields_4_layout_address),
        .layout_data(fields_4_layout_data),
        .there(fields_4_there),
        .beat(fields_4_beat),
        .window(fields_4_window),
        .is_null(fields_4_is_null),
        .valid(fields_4_valid),
        .data(fields_4_data),
        .wrong(fields_4_wrong)
    );
    parse_fields fields_5(
        .clock(fields_5_clock),
        .address(fields_5_address),
        .layout_write(fields_5_layout_write),
        .layout_address(fields_5_layout_address),
        .layout_data(fields_5_layout_data),
        .there(fields_5_there),
        .beat(fields_5_beat),
        .window(fields_5_window),
        .is_null(fields_5_is_null),
        .valid(fields_5_valid),
        .data(fields_5_data),
        .wrong(fields_5_wrong)
    );
    parse_fields fields_6(
        .clock(fields_6_clock),
        .address(fields_6_address),
        .layout_write(fields_6_layout_write),
        .layout_address(fields_6_layout_address),
        .layout_data(fields_6_layout_data),
        .there(fields_6_there),
        .beat(fields_6_beat),
        .window(fields_6_window),
        .is_null(fields_6_is_null),
        .valid(fields_6_valid),
        .data(fields_6_data),
        .wrong(fields_6_wrong)
    );
    parse_fields fields_7(
        .clock(fields_7_clock),
        .address(fields_7_address),
        .layout_write(fields_7_layout_write),
        .layout_address(fields_7_layout_address),
        .layout_data(fields_7_layout_data),
        .there(fields_7_there),
        .beat(fields_7_beat),
        .window(fields_7_window),
        .is_null(fields_7_is_null),
        .valid(fields_7_valid),
        .data(fields_7_data),
        .wrong(fields_7_wrong)
    );
    parse_fields fields_8(
        .clock(fields_8_clock),
        .address(fields_8_address),
        .layout_write(fields_8_layout_write),
        .layout_address(fields_8_layout_address),
        .layout_data(fields_8_layout_data),
        .there(fields_8_there),
        .beat(fields_8_beat),
        .window(fields_8_window),
        .is_null(fields_8_is_null),
        .valid(fields_8_valid),
        .data(fields_8_data),
        .wrong(fields_8_wrong)
    );
    parse_fields fields_9(
        .clock(fields_9_clock),
        .address(fields_9_address),
        .layout_write(fields_9_layout_write),
        .layout_address(fields_9_layout_address),
        .layout_data(fields_9_layout_data),
        .there(fields_9_there),
        .beat(fields_9_beat),
        .window(fields_9_window),
        .is_null(fields_9_is_null),
        .valid(fields_9_valid),
        .data(fields_9_data),
        .wrong(fields_9_wrong)
    );
    parse_fields fields_10(
        .clock(fields_10_clock),
        .address(fields_10_address),
        .layout_write(fields_10_layout_write),
        .layout_address(fields_10_layout_address),
        .layout_data(fields_10_layout_data),
        .there(fields_10_there),
        .beat(fields_10_beat),
        .window(fields_10_window),
        .is_null(fields_10_is_null),
        .valid(fields_10_valid),
        .data(fields_10_data),
        .wrong(fields_10_wrong)
    );
    parse_fields fields_11(
        .clock(fields_11_clock),
        .address(fields_11_address),
        .layout_write(fields_11_layout_write),
        .layout_address(fields_11_layout_address),
        .layout_data(fields_11_layout_data),
        .there(fields_11_there),
        .beat(fields_11_beat),
        .window(fields_11_window),
        .is_null(fields_11_is_null),
        .valid(fields_11_valid),
        .data(fields_11_data),
        .wrong(fields_11_wrong)
    );
    parse_fields fields_12(
        .clock(fields_12_clock),
        .address(fields_12_address),
        .layout_write(fields_12_layout_write),
        .layout_address(fields_12_layout_address),
        .layout_data(fields_12_layout_data),
        .there(fields_12_there),
        .beat(fields_12_beat),
        .window(fields_12_window),
        .is_null(fields_12_is_null),
        .valid(fields_12_valid),
        .data(fields_12_data),
        .wrong(fields_12_wrong)
    );
    parse_fields fields_13(
        .clock(fields_13_clock),
        .address(fields_13_address),
        .layout_write(fields_13_layout_write),
        .layout_address(fields_13_layout_address),
        .layout_data(fields_13_layout_data),
        .there(fields_13_there),
        .beat(fields_13_beat),
        .window(fields_13_window),
        .is_null(fields_13_is_null),
        .valid(fields_13_valid),
        .data(fields_13_data),
        .wrong(fields_13_wrong)
    );
    parse_fields fields_14(
        .clock(fields_14_clock),
        .address(fields_14_address),
        .layout_write(fields_14_layout_write),
        .layout_address(fields_14_layout_address),
        .layout_data(fields_14_layout_data),
        .there(fields_14_there),
        .beat(fields_14_beat),
        .window(fields_14_window),
        .is_null(fields_14_is_null),
        .valid(fields_14_valid),
        .data(fields_14_data),
        .wrong(fields_14_wrong)
    );
    parse_fields fields_15(
        .clock(fields_15_clock),
        .address(fields_15_address),
        .layout_write(fields_15_layout_write),
        .layout_address(fields_15_layout_address),
        .layout_data(fields_15_layout_data),
        .there(fields_15_there),
        .beat(fields_15_beat),
        .window(fields_15_window),
        .is_null(fields_15_is_null),
        .valid(fields_15_valid),
        .data(fields_15_data),
        .wrong(fields_15_wrong)
    );
    parse_fields fields_16(
        .clock(fields_16_clock),
        .address(fields_16_address),
        .layout_write(fields_16_layout_write),
        .layout_address(fields_16_layout_address),
        .layout_data(fields_16_layout_data),
        .there(fields_16_there),
        .beat(fields_16_beat),
        .window(fields_16_window),
        .is_null(fields_16_is_null),
        .valid(fields_16_valid),
        .data(fields_16_data),
        .wrong(fields_16_wrong)
    );
    parse_fields fields_17(
        .clock(fields_17_clock),
        .address(fields_17_address),
        .layout_write(fields_17_layout_write),
        .layout_address(fields_17_layout_address),
        .layout_data(fields_17_layout_data),
        .there(fields_17_there),
        .beat(fields_17_beat),
        .window(fields_17_window),
        .is_null(fields_17_is_null),
        .valid(fields_17_valid),
        .data(fields_17_data),
        .wrong(fields_17_wrong)
    );
    parse_fields fields_18(
        .clock(fields_18_clock),
        .address(fields_18_address),
        .layout_write(fields_18_layout_write),
        .layout_address(fields_18_layout_address),
        .layout_data(fields_18_layout_data),
        .there(fields_18_there),
        .beat(fields_18_beat),
        .window(fields_18_window),
        .is_null(fields_18_is_null),
        .valid(fields_18_valid),
        .data(fields_18_data),
        .wrong(fields_18_wrong)
    );
    parse_fields fields_19(
        .clock(fields_19_clock),
        .address(fields_19_address),
        .layout_write(fields_19_layout_write),
        .layout_address(fields_19_layout_address),
        .layout_data(fields_19_layout_data),
        .there(fields_19_there),
        .beat(fields_19_beat),
        .window(fields_19_window),
        .is_null(fields_19_is_null),
        .valid(fields_19_valid),
        .data(fields_19_data),
        .wrong(fields_19_wrong)
    );
    parse_fields fields_20(
        .clock(fields_20_clock),
        .address(fields_20_address),
        .layout_write(fields_20_layout_write),
        .layout_address(fields_20_layout_address),
        .layout_data(fields_20_layout_data),
        .there(fields_20_there),
        .beat(fields_20_beat),
        .window(fields_20_window),
        .is_null(fields_20_is_null),
        .valid(fields_20_valid),
        .data(fields_20_data),
        .wrong(fields_20_wrong)
    );
    parse_fields fields_21(
        .clock(fields_21_clock),
        .address(fields_21_address),
        .layout_write(fields_21_layout_write),
        .layout_address(fields_21_layout_address),
        .layout_data(fields_21_layout_data),
        .there(fields_21_there),
        .beat(fields_21_beat),
        .window(fields_21_window),
        .is_null(fields_21_is_null),
        .valid(fields_21_valid),
        .data(fields_21_data),
        .wrong(fields_21_wrong)
    );
    parse_fields fields_22(
        .clock(fields_22_clock),
        .address(fields_22_address),
        .layout_write(fields_22_layout_write),
        .layout_address(fields_22_layout_address),
        .layout_data(fields_22_layout_data),
        .there(fields_22_there),
        .beat(fields_22_beat),
        .window(fields_22_window),
        .is_null(fields_22_is_null),
        .valid(fields_22_valid),
        .data(fields_22_data),
        .wrong(fields_22_wrong)
    );
    parse_fields fields_23(
        .clock(fields_23_clock),
        .address(fields_23_address),
        .layout_write(fields_23_layout_write),
        .layout_address(fields_23_layout_address),
        .layout_data(fields_23_layout_data),
        .there(fields_23_there),
        .beat(fields_23_beat),
        .window(fields_23_window),
        .is_null(fields_23_is_null),
        .valid(fields_23_valid),
        .data(fields_23_data),
        .wrong(fields_23_wrong)
    );
    parse_fields fields_24(
        .clock(fields_24_clock),
        .address(fields_24_address),
        .layout_write(fields_24_layout_write),
        .layout_address(fields_24_layout_address),
        .layout_data(fields_24_layout_data),
        .there(fields_24_there),
        .beat(fields_24_beat),
        .window(fields_24_window),
        .is_null(fields_24_is_null),
        .valid(fields_24_valid),
        .data(fields_24_data),
        .wrong(fields_24_wrong)
    );
    parse_fields fields_25(
        .clock(fields_25_clock),
        .address(fields_25_address),
        .layout_write(fields_25_layout_write),
        .layout_address(fields_25_layout_address),
        .layout_data(fields_25_layout_data),
        .there(fields_25_there),
        .beat(fields_25_beat),
        .window(fields_25_window),
        .is_null(fields_25_is_null),
        .valid(fields_25_valid),
        .data(fields_25_data),
        .wrong(fields_25_wrong)
    );
    parse_fields fields_26(
        .clock(fields_26_clock),
        .address(fields_26_address),
        .layout_write(fields_26_layout_write),
        .layout_address(fields_26_layout_address),
        .layout_data(fields_26_layout_data),
        .there(fields_26_there),
        .beat(fields_26_beat),
        .window(fields_26_window),
        .is_null(fields_26_is_null),
        .valid(fields_26_valid),
        .data(fields_26_data),
        .wrong(fields_26_wrong)
    );
    parse_fields fields_27(
        .clock(fields_27_clock),
        .address(fields_27_address),
        .layout_write(fields_27_layout_write),
        .layout_address(fields_27_layout_address),
        .layout_data(fields_27_layout_data),
        .there(fields_27_there),
        .beat(fields_27_beat),
        .window(fields_27_window),
        .is_null(fields_27_is_null),
        .valid(fields_27_valid),
        .data(fields_27_data),
        .wrong(fields_27_wrong)
    );
    parse_fields fields_28(
        .clock(fields_28_clock),
        .address(fields_28_address),
        .layout_write(fields_28_layout_write),
        .layout_address(fields_28_layout_address),
        .layout_data(fields_28_layout_data),
        .there(fields_28_there),
        .beat(fields_28_beat),
        .window(fields_28_window),
        .is_null(fields_28_is_null),
        .valid(fields_28_valid),
        .data(fields_28_data),
        .wrong(fields_28_wrong)
    );
    parse_fields fields_29(
        .clock(fields_29_clock),
        .address(fields_29_address),
        .layout_write(fields_29_layout_write),
        .layout_address(fields_29_layout_address),
        .layout_data(fields_29_layout_data),
        .there(fields_29_there),
        .beat(fields_29_beat),
        .window(fields_29_window),
        .is_null(fields_29_is_null),
        .valid(fields_29_valid),
        .data(fields_29_data),
        .wrong(fields_29_wrong)
    );
    parse_fields fields_30(
        .clock(fields_30_clock),
        .address(fields_30_address),
        .layout_write(fields_30_layout_write),
        .layout_address(fields_30_layout_address),
        .layout_data(fields_30_layout_data),
        .there(fields_30_there),
        .beat(fields_30_beat),
        .window(fields_30_window),
        .is_null(fields_30_is_null),
        .valid(fields_30_valid),
        .data(fields_30_data),
        .wrong(fields_30_wrong)
    );
    parse_fields fields_31(
        .clock(fields_31_clock),
        .address(fields_31_address),
        .layout_write(fields_31_layout_write),
        .layout_address(fields_31_layout_address),
        .layout_data(fields_31_layout_data),
        .there(fields_31_there),
        .beat(fields_31_beat),
        .window(fields_31_window),
        .is_null(fields_31_is_null),
        .valid(fields_31_valid),
        .data(fields_31_data),
        .wrong(fields_31_wrong)
    );
    parse_highs headers(
        .clock(headers_clock),
        .write(headers_write),
        .write_address(headers_write_address),
        .write_data(headers_write_data),
        .read_address(headers_read_address),
        .read_data(headers_read_data)
    );

    always @(*) begin
        inside_d = inside_q;
        swallowing_d = swallowing_q;
        next_beat_d = next_beat_q;
        there_d = there_q;
        beat_d = beat_q;
        beat_data_d = beat_data_q;
        beat_keep_d = beat_keep_q;
        beat_last_d = beat_last_q;
        tail_d = tail_q;
        wrong_frame_d = wrong_frame_q;
        finished_d = finished_q;
        wrong_before_d = wrong_before_q;
        is_done_d = is_done_q;
        is_malformed_d = is_malformed_q;
        there_d = taken & ~swallowing_q;
        if (taken) begin
            beat_data_d = s_axis_tdata;
            beat_keep_d = s_axis_tkeep;
            beat_last_d = s_axis_tlast;
            beat_d = next_beat_q;
            tail_d = beat_data_q[511:448];
            next_beat_d = next_beat_q + 1;
            inside_d = ~swallowing_q;
            if (start) begin
                beat_d = 0;
                next_beat_d = 1;
            end
            if (~start & (next_beat_q == 3)) begin
                inside_d = 1'b0;
                swallowing_d = 1'b1;
            end
            if (s_axis_tlast) begin
                inside_d = 1'b0;
                swallowing_d = 1'b0;
            end
        end
        wrong_frame_d = wrong_header;
        finished_d = is_final;
        wrong_before_d = wrong_now;
        is_done_d = finished_q;
        if (finished_q) begin
            is_malformed_d = wrong_now;
            wrong_before_d = 1'b0;
        end
        if (reset) begin
            inside_d = 1'b0;
            swallowing_d = 1'b0;
            there_d = 1'b0;
            finished_d = 1'b0;
            wrong_before_d = 1'b0;
            wrong_frame_d = 1'b0;
            is_done_d = 1'b0;
        end
    end

    always @(*) begin
        kind_q_d = kind_q_q;
        kind_high_d = kind_high_q;
        gap_d = gap_q;
        address = 8'(kind_q_q);
        if (inside_q & ~s_axis_tvalid) begin
            gap_d = 1'b1;
        end
        if (start) begin
            gap_d = 1'b0;
            address = 8'(s_axis_tdata[22:16]);
            kind_q_d = s_axis_tdata[22:16];
            kind_high_d = s_axis_tdata[23];
        end
        if (bank) begin
            address = address | 128;
        end
    end

    always @(*) begin
        nulls_d = nulls_q;
        nulls_now = nulls_q;
        if (there_q & (beat_q == 0)) begin
            nulls_now = beat_data_q[95:64];
            nulls_d = beat_data_q[95:64];
        end
    end

    assign s_axis_tready = (accept | inside_q | swallowing_q) & ~reset;
    assign taken = s_axis_tvalid & (accept | inside_q | swallowing_q) & ~reset;
    assign start = taken & ~inside_q & ~swallowing_q;
    assign kind = s_axis_tdata[23:16];
    assign sequence_number = s_axis_tdata[63:32];
    assign headers_clock = clock;
    assign headers_read_address = address;
    assign headers_write = layout_write & (layout_address[14:13] == 3);
    assign headers_write_address = layout_address[7:0];
    assign headers_write_data = layout_data;
    assign window = (576'(beat_data_q) << 64) | 576'(tail_q);
    assign layout_field = 32'(1) << layout_address[12:8];
    assign fields_0_clock = clock;
    assign fields_0_address = address;
    assign fields_0_layout_address = layout_address[7:0];
    assign fields_0_layout_data = layout_data;

    always @(*) begin
        fields_0_layout_write = 0;
        if (layout_write & layout_field[0]) begin
            if (layout_address[14:13] == 0) begin
                fields_0_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_0_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_0_layout_write = 4;
            end
        end
    end

    assign fields_0_there = there_q;
    assign fields_0_beat = beat_q;
    assign fields_0_window = window;
    assign fields_0_is_null = nulls_now[0];
    assign field_valid_0 = fields_0_valid;
    assign field_data_0 = fields_0_data;
    assign wrong_0_d = fields_0_wrong & ~reset;
    assign fields_1_clock = clock;
    assign fields_1_address = address;
    assign fields_1_layout_address = layout_address[7:0];
    assign fields_1_layout_data = layout_data;

    always @(*) begin
        fields_1_layout_write = 0;
        if (layout_write & layout_field[1]) begin
            if (layout_address[14:13] == 0) begin
                fields_1_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_1_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_1_layout_write = 4;
            end
        end
    end

    assign fields_1_there = there_q;
    assign fields_1_beat = beat_q;
    assign fields_1_window = window;
    assign fields_1_is_null = nulls_now[1];
    assign field_valid_1 = fields_1_valid;
    assign field_data_1 = fields_1_data;
    assign wrong_1_d = fields_1_wrong & ~reset;
    assign fields_2_clock = clock;
    assign fields_2_address = address;
    assign fields_2_layout_address = layout_address[7:0];
    assign fields_2_layout_data = layout_data;

    always @(*) begin
        fields_2_layout_write = 0;
        if (layout_write & layout_field[2]) begin
            if (layout_address[14:13] == 0) begin
                fields_2_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_2_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_2_layout_write = 4;
            end
        end
    end

    assign fields_2_there = there_q;
    assign fields_2_beat = beat_q;
    assign fields_2_window = window;
    assign fields_2_is_null = nulls_now[2];
    assign field_valid_2 = fields_2_valid;
    assign field_data_2 = fields_2_data;
    assign wrong_2_d = fields_2_wrong & ~reset;
    assign fields_3_clock = clock;
    assign fields_3_address = address;
    assign fields_3_layout_address = layout_address[7:0];
    assign fields_3_layout_data = layout_data;

    always @(*) begin
        fields_3_layout_write = 0;
        if (layout_write & layout_field[3]) begin
            if (layout_address[14:13] == 0) begin
                fields_3_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_3_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_3_layout_write = 4;
            end
        end
    end

    assign fields_3_there = there_q;
    assign fields_3_beat = beat_q;
    assign fields_3_window = window;
    assign fields_3_is_null = nulls_now[3];
    assign field_valid_3 = fields_3_valid;
    assign field_data_3 = fields_3_data;
    assign wrong_3_d = fields_3_wrong & ~reset;
    assign fields_4_clock = clock;
    assign fields_4_address = address;
    assign fields_4_layout_address = layout_address[7:0];
    assign fields_4_layout_data = layout_data;

    always @(*) begin
        fields_4_layout_write = 0;
        if (layout_write & layout_field[4]) begin
            if (layout_address[14:13] == 0) begin
                fields_4_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_4_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_4_layout_write = 4;
            end
        end
    end

    assign fields_4_there = there_q;
    assign fields_4_beat = beat_q;
    assign fields_4_window = window;
    assign fields_4_is_null = nulls_now[4];
    assign field_valid_4 = fields_4_valid;
    assign field_data_4 = fields_4_data;
    assign wrong_4_d = fields_4_wrong & ~reset;
    assign fields_5_clock = clock;
    assign fields_5_address = address;
    assign fields_5_layout_address = layout_address[7:0];
    assign fields_5_layout_data = layout_data;

    always @(*) begin
        fields_5_layout_write = 0;
        if (layout_write & layout_field[5]) begin
            if (layout_address[14:13] == 0) begin
                fields_5_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_5_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_5_layout_write = 4;
            end
        end
    end

    assign fields_5_there = there_q;
    assign fields_5_beat = beat_q;
    assign fields_5_window = window;
    assign fields_5_is_null = nulls_now[5];
    assign field_valid_5 = fields_5_valid;
    assign field_data_5 = fields_5_data;
    assign wrong_5_d = fields_5_wrong & ~reset;
    assign fields_6_clock = clock;
    assign fields_6_address = address;
    assign fields_6_layout_address = layout_address[7:0];
    assign fields_6_layout_data = layout_data;

    always @(*) begin
        fields_6_layout_write = 0;
        if (layout_write & layout_field[6]) begin
            if (layout_address[14:13] == 0) begin
                fields_6_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_6_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_6_layout_write = 4;
            end
        end
    end

    assign fields_6_there = there_q;
    assign fields_6_beat = beat_q;
    assign fields_6_window = window;
    assign fields_6_is_null = nulls_now[6];
    assign field_valid_6 = fields_6_valid;
    assign field_data_6 = fields_6_data;
    assign wrong_6_d = fields_6_wrong & ~reset;
    assign fields_7_clock = clock;
    assign fields_7_address = address;
    assign fields_7_layout_address = layout_address[7:0];
    assign fields_7_layout_data = layout_data;

    always @(*) begin
        fields_7_layout_write = 0;
        if (layout_write & layout_field[7]) begin
            if (layout_address[14:13] == 0) begin
                fields_7_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_7_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_7_layout_write = 4;
            end
        end
    end

    assign fields_7_there = there_q;
    assign fields_7_beat = beat_q;
    assign fields_7_window = window;
    assign fields_7_is_null = nulls_now[7];
    assign field_valid_7 = fields_7_valid;
    assign field_data_7 = fields_7_data;
    assign wrong_7_d = fields_7_wrong & ~reset;
    assign fields_8_clock = clock;
    assign fields_8_address = address;
    assign fields_8_layout_address = layout_address[7:0];
    assign fields_8_layout_data = layout_data;

    always @(*) begin
        fields_8_layout_write = 0;
        if (layout_write & layout_field[8]) begin
            if (layout_address[14:13] == 0) begin
                fields_8_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_8_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_8_layout_write = 4;
            end
        end
    end

    assign fields_8_there = there_q;
    assign fields_8_beat = beat_q;
    assign fields_8_window = window;
    assign fields_8_is_null = nulls_now[8];
    assign field_valid_8 = fields_8_valid;
    assign field_data_8 = fields_8_data;
    assign wrong_8_d = fields_8_wrong & ~reset;
    assign fields_9_clock = clock;
    assign fields_9_address = address;
    assign fields_9_layout_address = layout_address[7:0];
    assign fields_9_layout_data = layout_data;

    always @(*) begin
        fields_9_layout_write = 0;
        if (layout_write & layout_field[9]) begin
            if (layout_address[14:13] == 0) begin
                fields_9_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_9_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_9_layout_write = 4;
            end
        end
    end

    assign fields_9_there = there_q;
    assign fields_9_beat = beat_q;
    assign fields_9_window = window;
    assign fields_9_is_null = nulls_now[9];
    assign field_valid_9 = fields_9_valid;
    assign field_data_9 = fields_9_data;
    assign wrong_9_d = fields_9_wrong & ~reset;
    assign fields_10_clock = clock;
    assign fields_10_address = address;
    assign fields_10_layout_address = layout_address[7:0];
    assign fields_10_layout_data = layout_data;

    always @(*) begin
        fields_10_layout_write = 0;
        if (layout_write & layout_field[10]) begin
            if (layout_address[14:13] == 0) begin
                fields_10_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_10_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_10_layout_write = 4;
            end
        end
    end

    assign fields_10_there = there_q;
    assign fields_10_beat = beat_q;
    assign fields_10_window = window;
    assign fields_10_is_null = nulls_now[10];
    assign field_valid_10 = fields_10_valid;
    assign field_data_10 = fields_10_data;
    assign wrong_10_d = fields_10_wrong & ~reset;
    assign fields_11_clock = clock;
    assign fields_11_address = address;
    assign fields_11_layout_address = layout_address[7:0];
    assign fields_11_layout_data = layout_data;

    always @(*) begin
        fields_11_layout_write = 0;
        if (layout_write & layout_field[11]) begin
            if (layout_address[14:13] == 0) begin
                fields_11_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_11_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_11_layout_write = 4;
            end
        end
    end

    assign fields_11_there = there_q;
    assign fields_11_beat = beat_q;
    assign fields_11_window = window;
    assign fields_11_is_null = nulls_now[11];
    assign field_valid_11 = fields_11_valid;
    assign field_data_11 = fields_11_data;
    assign wrong_11_d = fields_11_wrong & ~reset;
    assign fields_12_clock = clock;
    assign fields_12_address = address;
    assign fields_12_layout_address = layout_address[7:0];
    assign fields_12_layout_data = layout_data;

    always @(*) begin
        fields_12_layout_write = 0;
        if (layout_write & layout_field[12]) begin
            if (layout_address[14:13] == 0) begin
                fields_12_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_12_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_12_layout_write = 4;
            end
        end
    end

    assign fields_12_there = there_q;
    assign fields_12_beat = beat_q;
    assign fields_12_window = window;
    assign fields_12_is_null = nulls_now[12];
    assign field_valid_12 = fields_12_valid;
    assign field_data_12 = fields_12_data;
    assign wrong_12_d = fields_12_wrong & ~reset;
    assign fields_13_clock = clock;
    assign fields_13_address = address;
    assign fields_13_layout_address = layout_address[7:0];
    assign fields_13_layout_data = layout_data;

    always @(*) begin
        fields_13_layout_write = 0;
        if (layout_write & layout_field[13]) begin
            if (layout_address[14:13] == 0) begin
                fields_13_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_13_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_13_layout_write = 4;
            end
        end
    end

    assign fields_13_there = there_q;
    assign fields_13_beat = beat_q;
    assign fields_13_window = window;
    assign fields_13_is_null = nulls_now[13];
    assign field_valid_13 = fields_13_valid;
    assign field_data_13 = fields_13_data;
    assign wrong_13_d = fields_13_wrong & ~reset;
    assign fields_14_clock = clock;
    assign fields_14_address = address;
    assign fields_14_layout_address = layout_address[7:0];
    assign fields_14_layout_data = layout_data;

    always @(*) begin
        fields_14_layout_write = 0;
        if (layout_write & layout_field[14]) begin
            if (layout_address[14:13] == 0) begin
                fields_14_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_14_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_14_layout_write = 4;
            end
        end
    end

    assign fields_14_there = there_q;
    assign fields_14_beat = beat_q;
    assign fields_14_window = window;
    assign fields_14_is_null = nulls_now[14];
    assign field_valid_14 = fields_14_valid;
    assign field_data_14 = fields_14_data;
    assign wrong_14_d = fields_14_wrong & ~reset;
    assign fields_15_clock = clock;
    assign fields_15_address = address;
    assign fields_15_layout_address = layout_address[7:0];
    assign fields_15_layout_data = layout_data;

    always @(*) begin
        fields_15_layout_write = 0;
        if (layout_write & layout_field[15]) begin
            if (layout_address[14:13] == 0) begin
                fields_15_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_15_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_15_layout_write = 4;
            end
        end
    end

    assign fields_15_there = there_q;
    assign fields_15_beat = beat_q;
    assign fields_15_window = window;
    assign fields_15_is_null = nulls_now[15];
    assign field_valid_15 = fields_15_valid;
    assign field_data_15 = fields_15_data;
    assign wrong_15_d = fields_15_wrong & ~reset;
    assign fields_16_clock = clock;
    assign fields_16_address = address;
    assign fields_16_layout_address = layout_address[7:0];
    assign fields_16_layout_data = layout_data;

    always @(*) begin
        fields_16_layout_write = 0;
        if (layout_write & layout_field[16]) begin
            if (layout_address[14:13] == 0) begin
                fields_16_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_16_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_16_layout_write = 4;
            end
        end
    end

    assign fields_16_there = there_q;
    assign fields_16_beat = beat_q;
    assign fields_16_window = window;
    assign fields_16_is_null = nulls_now[16];
    assign field_valid_16 = fields_16_valid;
    assign field_data_16 = fields_16_data;
    assign wrong_16_d = fields_16_wrong & ~reset;
    assign fields_17_clock = clock;
    assign fields_17_address = address;
    assign fields_17_layout_address = layout_address[7:0];
    assign fields_17_layout_data = layout_data;

    always @(*) begin
        fields_17_layout_write = 0;
        if (layout_write & layout_field[17]) begin
            if (layout_address[14:13] == 0) begin
                fields_17_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_17_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_17_layout_write = 4;
            end
        end
    end

    assign fields_17_there = there_q;
    assign fields_17_beat = beat_q;
    assign fields_17_window = window;
    assign fields_17_is_null = nulls_now[17];
    assign field_valid_17 = fields_17_valid;
    assign field_data_17 = fields_17_data;
    assign wrong_17_d = fields_17_wrong & ~reset;
    assign fields_18_clock = clock;
    assign fields_18_address = address;
    assign fields_18_layout_address = layout_address[7:0];
    assign fields_18_layout_data = layout_data;

    always @(*) begin
        fields_18_layout_write = 0;
        if (layout_write & layout_field[18]) begin
            if (layout_address[14:13] == 0) begin
                fields_18_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_18_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_18_layout_write = 4;
            end
        end
    end

    assign fields_18_there = there_q;
    assign fields_18_beat = beat_q;
    assign fields_18_window = window;
    assign fields_18_is_null = nulls_now[18];
    assign field_valid_18 = fields_18_valid;
    assign field_data_18 = fields_18_data;
    assign wrong_18_d = fields_18_wrong & ~reset;
    assign fields_19_clock = clock;
    assign fields_19_address = address;
    assign fields_19_layout_address = layout_address[7:0];
    assign fields_19_layout_data = layout_data;

    always @(*) begin
        fields_19_layout_write = 0;
        if (layout_write & layout_field[19]) begin
            if (layout_address[14:13] == 0) begin
                fields_19_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_19_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_19_layout_write = 4;
            end
        end
    end

    assign fields_19_there = there_q;
    assign fields_19_beat = beat_q;
    assign fields_19_window = window;
    assign fields_19_is_null = nulls_now[19];
    assign field_valid_19 = fields_19_valid;
    assign field_data_19 = fields_19_data;
    assign wrong_19_d = fields_19_wrong & ~reset;
    assign fields_20_clock = clock;
    assign fields_20_address = address;
    assign fields_20_layout_address = layout_address[7:0];
    assign fields_20_layout_data = layout_data;

    always @(*) begin
        fields_20_layout_write = 0;
        if (layout_write & layout_field[20]) begin
            if (layout_address[14:13] == 0) begin
                fields_20_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_20_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_20_layout_write = 4;
            end
        end
    end

    assign fields_20_there = there_q;
    assign fields_20_beat = beat_q;
    assign fields_20_window = window;
    assign fields_20_is_null = nulls_now[20];
    assign field_valid_20 = fields_20_valid;
    assign field_data_20 = fields_20_data;
    assign wrong_20_d = fields_20_wrong & ~reset;
    assign fields_21_clock = clock;
    assign fields_21_address = address;
    assign fields_21_layout_address = layout_address[7:0];
    assign fields_21_layout_data = layout_data;

    always @(*) begin
        fields_21_layout_write = 0;
        if (layout_write & layout_field[21]) begin
            if (layout_address[14:13] == 0) begin
                fields_21_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_21_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_21_layout_write = 4;
            end
        end
    end

    assign fields_21_there = there_q;
    assign fields_21_beat = beat_q;
    assign fields_21_window = window;
    assign fields_21_is_null = nulls_now[21];
    assign field_valid_21 = fields_21_valid;
    assign field_data_21 = fields_21_data;
    assign wrong_21_d = fields_21_wrong & ~reset;
    assign fields_22_clock = clock;
    assign fields_22_address = address;
    assign fields_22_layout_address = layout_address[7:0];
    assign fields_22_layout_data = layout_data;

    always @(*) begin
        fields_22_layout_write = 0;
        if (layout_write & layout_field[22]) begin
            if (layout_address[14:13] == 0) begin
                fields_22_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_22_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_22_layout_write = 4;
            end
        end
    end

    assign fields_22_there = there_q;
    assign fields_22_beat = beat_q;
    assign fields_22_window = window;
    assign fields_22_is_null = nulls_now[22];
    assign field_valid_22 = fields_22_valid;
    assign field_data_22 = fields_22_data;
    assign wrong_22_d = fields_22_wrong & ~reset;
    assign fields_23_clock = clock;
    assign fields_23_address = address;
    assign fields_23_layout_address = layout_address[7:0];
    assign fields_23_layout_data = layout_data;

    always @(*) begin
        fields_23_layout_write = 0;
        if (layout_write & layout_field[23]) begin
            if (layout_address[14:13] == 0) begin
                fields_23_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_23_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_23_layout_write = 4;
            end
        end
    end

    assign fields_23_there = there_q;
    assign fields_23_beat = beat_q;
    assign fields_23_window = window;
    assign fields_23_is_null = nulls_now[23];
    assign field_valid_23 = fields_23_valid;
    assign field_data_23 = fields_23_data;
    assign wrong_23_d = fields_23_wrong & ~reset;
    assign fields_24_clock = clock;
    assign fields_24_address = address;
    assign fields_24_layout_address = layout_address[7:0];
    assign fields_24_layout_data = layout_data;

    always @(*) begin
        fields_24_layout_write = 0;
        if (layout_write & layout_field[24]) begin
            if (layout_address[14:13] == 0) begin
                fields_24_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_24_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_24_layout_write = 4;
            end
        end
    end

    assign fields_24_there = there_q;
    assign fields_24_beat = beat_q;
    assign fields_24_window = window;
    assign fields_24_is_null = nulls_now[24];
    assign field_valid_24 = fields_24_valid;
    assign field_data_24 = fields_24_data;
    assign wrong_24_d = fields_24_wrong & ~reset;
    assign fields_25_clock = clock;
    assign fields_25_address = address;
    assign fields_25_layout_address = layout_address[7:0];
    assign fields_25_layout_data = layout_data;

    always @(*) begin
        fields_25_layout_write = 0;
        if (layout_write & layout_field[25]) begin
            if (layout_address[14:13] == 0) begin
                fields_25_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_25_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_25_layout_write = 4;
            end
        end
    end

    assign fields_25_there = there_q;
    assign fields_25_beat = beat_q;
    assign fields_25_window = window;
    assign fields_25_is_null = nulls_now[25];
    assign field_valid_25 = fields_25_valid;
    assign field_data_25 = fields_25_data;
    assign wrong_25_d = fields_25_wrong & ~reset;
    assign fields_26_clock = clock;
    assign fields_26_address = address;
    assign fields_26_layout_address = layout_address[7:0];
    assign fields_26_layout_data = layout_data;

    always @(*) begin
        fields_26_layout_write = 0;
        if (layout_write & layout_field[26]) begin
            if (layout_address[14:13] == 0) begin
                fields_26_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_26_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_26_layout_write = 4;
            end
        end
    end

    assign fields_26_there = there_q;
    assign fields_26_beat = beat_q;
    assign fields_26_window = window;
    assign fields_26_is_null = nulls_now[26];
    assign field_valid_26 = fields_26_valid;
    assign field_data_26 = fields_26_data;
    assign wrong_26_d = fields_26_wrong & ~reset;
    assign fields_27_clock = clock;
    assign fields_27_address = address;
    assign fields_27_layout_address = layout_address[7:0];
    assign fields_27_layout_data = layout_data;

    always @(*) begin
        fields_27_layout_write = 0;
        if (layout_write & layout_field[27]) begin
            if (layout_address[14:13] == 0) begin
                fields_27_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_27_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_27_layout_write = 4;
            end
        end
    end

    assign fields_27_there = there_q;
    assign fields_27_beat = beat_q;
    assign fields_27_window = window;
    assign fields_27_is_null = nulls_now[27];
    assign field_valid_27 = fields_27_valid;
    assign field_data_27 = fields_27_data;
    assign wrong_27_d = fields_27_wrong & ~reset;
    assign fields_28_clock = clock;
    assign fields_28_address = address;
    assign fields_28_layout_address = layout_address[7:0];
    assign fields_28_layout_data = layout_data;

    always @(*) begin
        fields_28_layout_write = 0;
        if (layout_write & layout_field[28]) begin
            if (layout_address[14:13] == 0) begin
                fields_28_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_28_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_28_layout_write = 4;
            end
        end
    end

    assign fields_28_there = there_q;
    assign fields_28_beat = beat_q;
    assign fields_28_window = window;
    assign fields_28_is_null = nulls_now[28];
    assign field_valid_28 = fields_28_valid;
    assign field_data_28 = fields_28_data;
    assign wrong_28_d = fields_28_wrong & ~reset;
    assign fields_29_clock = clock;
    assign fields_29_address = address;
    assign fields_29_layout_address = layout_address[7:0];
    assign fields_29_layout_data = layout_data;

    always @(*) begin
        fields_29_layout_write = 0;
        if (layout_write & layout_field[29]) begin
            if (layout_address[14:13] == 0) begin
                fields_29_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_29_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_29_layout_write = 4;
            end
        end
    end

    assign fields_29_there = there_q;
    assign fields_29_beat = beat_q;
    assign fields_29_window = window;
    assign fields_29_is_null = nulls_now[29];
    assign field_valid_29 = fields_29_valid;
    assign field_data_29 = fields_29_data;
    assign wrong_29_d = fields_29_wrong & ~reset;
    assign fields_30_clock = clock;
    assign fields_30_address = address;
    assign fields_30_layout_address = layout_address[7:0];
    assign fields_30_layout_data = layout_data;

    always @(*) begin
        fields_30_layout_write = 0;
        if (layout_write & layout_field[30]) begin
            if (layout_address[14:13] == 0) begin
                fields_30_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_30_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_30_layout_write = 4;
            end
        end
    end

    assign fields_30_there = there_q;
    assign fields_30_beat = beat_q;
    assign fields_30_window = window;
    assign fields_30_is_null = nulls_now[30];
    assign field_valid_30 = fields_30_valid;
    assign field_data_30 = fields_30_data;
    assign wrong_30_d = fields_30_wrong & ~reset;
    assign fields_31_clock = clock;
    assign fields_31_address = address;
    assign fields_31_layout_address = layout_address[7:0];
    assign fields_31_layout_data = layout_data;

    always @(*) begin
        fields_31_layout_write = 0;
        if (layout_write & layout_field[31]) begin
            if (layout_address[14:13] == 0) begin
                fields_31_layout_write = 1;
            end
            if (layout_address[14:13] == 1) begin
                fields_31_layout_write = 2;
            end
            if (layout_address[14:13] == 2) begin
                fields_31_layout_write = 4;
            end
        end
    end

    assign fields_31_there = there_q;
    assign fields_31_beat = beat_q;
    assign fields_31_window = window;
    assign fields_31_is_null = nulls_now[31];
    assign field_valid_31 = fields_31_valid;
    assign field_data_31 = fields_31_data;
    assign wrong_31_d = fields_31_wrong & ~reset;
    assign header = headers_read_data;
    assign last_beat = header[8:0] - 1;
    assign keep_expected = (~64'(0)) >> (6'(63) - last_beat[5:0]);
    assign is_final = there_q & (beat_last_q | (beat_q == 3));

    always @(*) begin
        wrong_header = 1'b0;
        if (there_q) begin
            wrong_header = ~header[63] | kind_high_q | gap_q | (beat_last_q != (beat_q == last_beat[7:6])) | (beat_last_q & (beat_keep_q != keep_expected)) | (~beat_last_q & ~&beat_keep_q);
            if ((beat_q == 0) & ((beat_data_q[15:0] != 16'(header[8:0])) | |beat_data_q[31:24] | |(beat_data_q[95:64] & header[47:16]))) begin
                wrong_header = 1'b1;
            end
        end
    end

    always @(*) begin
        wrong_now = wrong_before_q | wrong_frame_q;
        wrong_now = wrong_now | wrong_0_q;
        wrong_now = wrong_now | wrong_1_q;
        wrong_now = wrong_now | wrong_2_q;
        wrong_now = wrong_now | wrong_3_q;
        wrong_now = wrong_now | wrong_4_q;
        wrong_now = wrong_now | wrong_5_q;
        wrong_now = wrong_now | wrong_6_q;
        wrong_now = wrong_now | wrong_7_q;
        wrong_now = wrong_now | wrong_8_q;
        wrong_now = wrong_now | wrong_9_q;
        wrong_now = wrong_now | wrong_10_q;
        wrong_now = wrong_now | wrong_11_q;
        wrong_now = wrong_now | wrong_12_q;
        wrong_now = wrong_now | wrong_13_q;
        wrong_now = wrong_now | wrong_14_q;
        wrong_now = wrong_now | wrong_15_q;
        wrong_now = wrong_now | wrong_16_q;
        wrong_now = wrong_now | wrong_17_q;
        wrong_now = wrong_now | wrong_18_q;
        wrong_now = wrong_now | wrong_19_q;
        wrong_now = wrong_now | wrong_20_q;
        wrong_now = wrong_now | wrong_21_q;
        wrong_now = wrong_now | wrong_22_q;
        wrong_now = wrong_now | wrong_23_q;
        wrong_now = wrong_now | wrong_24_q;
        wrong_now = wrong_now | wrong_25_q;
        wrong_now = wrong_now | wrong_26_q;
        wrong_now = wrong_now | wrong_27_q;
        wrong_now = wrong_now | wrong_28_q;
        wrong_now = wrong_now | wrong_29_q;
        wrong_now = wrong_now | wrong_30_q;
        wrong_now = wrong_now | wrong_31_q;
    end

    assign done = is_done_q;
    assign malformed = is_malformed_q;

    initial begin
        inside_q = 0;
        swallowing_q = 0;
        kind_q_q = 0;
        next_beat_q = 0;
        there_q = 0;
        beat_q = 0;
        beat_data_q = 0;
        beat_keep_q = 0;
        beat_last_q = 0;
        tail_q = 0;
        nulls_q = 0;
        kind_high_q = 0;
        gap_q = 0;
        wrong_0_q = 0;
        wrong_1_q = 0;
        wrong_2_q = 0;
        wrong_3_q = 0;
        wrong_4_q = 0;
        wrong_5_q = 0;
        wrong_6_q = 0;
        wrong_7_q = 0;
        wrong_8_q = 0;
        wrong_9_q = 0;
        wrong_10_q = 0;
        wrong_11_q = 0;
        wrong_12_q = 0;
        wrong_13_q = 0;
        wrong_14_q = 0;
        wrong_15_q = 0;
        wrong_16_q = 0;
        wrong_17_q = 0;
        wrong_18_q = 0;
        wrong_19_q = 0;
        wrong_20_q = 0;
        wrong_21_q = 0;
        wrong_22_q = 0;
        wrong_23_q = 0;
        wrong_24_q = 0;
        wrong_25_q = 0;
        wrong_26_q = 0;
        wrong_27_q = 0;
        wrong_28_q = 0;
        wrong_29_q = 0;
        wrong_30_q = 0;
        wrong_31_q = 0;
        wrong_frame_q = 0;
        finished_q = 0;
        wrong_before_q = 0;
        is_done_q = 0;
        is_malformed_q = 0;
    end

    always @(posedge clock) begin
        inside_q <= inside_d;
        swallowing_q <= swallowing_d;
        kind_q_q <= kind_q_d;
        next_beat_q <= next_beat_d;
        there_q <= there_d;
        beat_q <= beat_d;
        beat_data_q <= beat_data_d;
        beat_keep_q <= beat_keep_d;
        beat_last_q <= beat_last_d;
        tail_q <= tail_d;
        nulls_q <= nulls_d;
        kind_high_q <= kind_high_d;
        gap_q <= gap_d;
        wrong_frame_q <= wrong_frame_d;
        finished_q <= finished_d;
        wrong_before_q <= wrong_before_d;
        is_done_q <= is_done_d;
        is_malformed_q <= is_malformed_d;
        wrong_0_q <= wrong_0_d;
        wrong_1_q <= wrong_1_d;
        wrong_2_q <= wrong_2_d;
        wrong_3_q <= wrong_3_d;
        wrong_4_q <= wrong_4_d;
        wrong_5_q <= wrong_5_d;
        wrong_6_q <= wrong_6_d;
        wrong_7_q <= wrong_7_d;
        wrong_8_q <= wrong_8_d;
        wrong_9_q <= wrong_9_d;
        wrong_10_q <= wrong_10_d;
        wrong_11_q <= wrong_11_d;
        wrong_12_q <= wrong_12_d;
        wrong_13_q <= wrong_13_d;
        wrong_14_q <= wrong_14_d;
        wrong_15_q <= wrong_15_d;
        wrong_16_q <= wrong_16_d;
        wrong_17_q <= wrong_17_d;
        wrong_18_q <= wrong_18_d;
        wrong_19_q <= wrong_19_d;
        wrong_20_q <= wrong_20_d;
        wrong_21_q <= wrong_21_d;
        wrong_22_q <= wrong_22_d;
        wrong_23_q <= wrong_23_d;
        wrong_24_q <= wrong_24_d;
        wrong_25_q <= wrong_25_d;
        wrong_26_q <= wrong_26_d;
        wrong_27_q <= wrong_27_d;
        wrong_28_q <= wrong_28_d;
        wrong_29_q <= wrong_29_d;
        wrong_30_q <= wrong_30_d;
        wrong_31_q <= wrong_31_d;
    end
endmodule

`default_nettype wire
