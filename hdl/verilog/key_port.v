// SPDX-License-Identifier: Apache-2.0
// key_port: the operands of a key operation, and its key packed
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernel, not this file.

// The file holds all modules of the kernel.
// verilator lint_off DECLFILENAME

`default_nettype none

module key_port_columns (
    input wire [65:0] value,
    input wire [1:0] width,
    input wire [2:0] offset,
    output wire [127:0] part,
    output reg fits,
    output reg [1:0] tag
);
    reg [63:0] bits;
    wire [48:0] above_16;
    wire [32:0] above_32;
    wire [6:0] shift;

    assign above_16 = value[63:15];
    assign above_32 = value[63:31];
    assign shift = 7'(offset) << 4;

    always @(*) begin
        fits = 1'b1;
        tag = value[65:64];
        bits = value[63:0];
        if (width == 0) begin
            bits = 0;
            tag = 0;
        end
        if (width == 1) begin
            bits = 64'(value[15:0]);
            fits = ~|above_16 | &above_16;
        end
        if (width == 2) begin
            bits = 64'(value[31:0]);
            fits = ~|above_32 | &above_32;
        end
    end

    assign part = 128'(bits) << shift;
endmodule

module key_port_constants (
    input wire clock,
    input wire write,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [10:0] write_address,
    // verilator lint_on UNUSEDSIGNAL
    input wire [63:0] write_data,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    input wire [10:0] read_address,
    // verilator lint_on UNUSEDSIGNAL
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

module key_port (
    input wire clock,
    input wire reset,
    input wire live,
    input wire permit,
    input wire effects,
    input wire permit_effects,
    input wire [10:0] address,
    input wire [5:0] program_write,
    input wire [10:0] program_address,
    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    input wire [63:0] program_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] slot_0,
    output wire [9:0] slot_1,
    output wire [9:0] slot_2,
    output wire [9:0] slot_3,
    input wire [65:0] slot_data_0,
    input wire [65:0] slot_data_1,
    input wire [65:0] slot_data_2,
    input wire [65:0] slot_data_3,
    output wire [9:0] row_slot,
    // A row has 24 bits, a slot 66.
    // verilator lint_off UNUSEDSIGNAL
    input wire [65:0] row_data,
    // verilator lint_on UNUSEDSIGNAL
    output wire [10:0] predicate,
    input wire [2:0] predicate_data,
    output wire [2:0] operation,
    output wire go,
    output wire [127:0] key,
    // Rows and addresses have 24 bits at any depth of a memory; the port gives the bank.
    // verilator lint_off UNUSEDSIGNAL
    output wire [23:0] row,
    // verilator lint_on UNUSEDSIGNAL
    output wire [9:0] dst,
    output wire [1:0] tag
);
    wire operations_clock;
    wire operations_write;
    wire [10:0] operations_write_address;
    wire [63:0] operations_write_data;
    wire [10:0] operations_read_address;
    wire [63:0] operations_read_data;
    wire operands_clock;
    wire operands_write;
    wire [10:0] operands_write_address;
    wire [63:0] operands_write_data;
    wire [10:0] operands_read_address;
    wire [63:0] operands_read_data;
    wire constants_0_clock;
    wire constants_0_write;
    wire [10:0] constants_0_write_address;
    wire [63:0] constants_0_write_data;
    wire [10:0] constants_0_read_address;
    wire [63:0] constants_0_read_data;
    wire constants_1_clock;
    wire constants_1_write;
    wire [10:0] constants_1_write_address;
    wire [63:0] constants_1_write_data;
    wire [10:0] constants_1_read_address;
    wire [63:0] constants_1_read_data;
    wire constants_2_clock;
    wire constants_2_write;
    wire [10:0] constants_2_write_address;
    wire [63:0] constants_2_write_data;
    wire [10:0] constants_2_read_address;
    wire [63:0] constants_2_read_data;
    wire constants_3_clock;
    wire constants_3_write;
    wire [10:0] constants_3_write_address;
    wire [63:0] constants_3_write_data;
    wire [10:0] constants_3_read_address;
    wire [63:0] constants_3_read_data;
    reg [65:0] columns_0_value;
    wire [1:0] columns_0_width;
    wire [2:0] columns_0_offset;
    wire [127:0] columns_0_part;
    wire columns_0_fits;
    wire [1:0] columns_0_tag;
    reg [65:0] columns_1_value;
    wire [1:0] columns_1_width;
    wire [2:0] columns_1_offset;
    wire [127:0] columns_1_part;
    wire columns_1_fits;
    wire [1:0] columns_1_tag;
    reg [65:0] columns_2_value;
    wire [1:0] columns_2_width;
    wire [2:0] columns_2_offset;
    wire [127:0] columns_2_part;
    wire columns_2_fits;
    wire [1:0] columns_2_tag;
    reg [65:0] columns_3_value;
    wire [1:0] columns_3_width;
    wire [2:0] columns_3_offset;
    wire [127:0] columns_3_part;
    wire columns_3_fits;
    wire [1:0] columns_3_tag;
    reg [2:0] operation_q_q;
    reg go_q_q;
    reg [127:0] key_q_q;
    reg [23:0] row_q_q;
    reg [9:0] dst_q_q;
    reg [1:0] tag_q_q;

    // A word has 64 bits, not all of which a unit uses.
    // verilator lint_off UNUSEDSIGNAL
    wire [63:0] word;
    // verilator lint_on UNUSEDSIGNAL
    wire [63:0] places;
    reg enabled;
    reg may_change;
    wire wanted;
    reg [1:0] worst;
    reg key_there;
    wire row_there;

    key_port_constants operations(
        .clock(operations_clock),
        .write(operations_write),
        .write_address(operations_write_address),
        .write_data(operations_write_data),
        .read_address(operations_read_address),
        .read_data(operations_read_data)
    );
    key_port_constants operands(
        .clock(operands_clock),
        .write(operands_write),
        .write_address(operands_write_address),
        .write_data(operands_write_data),
        .read_address(operands_read_address),
        .read_data(operands_read_data)
    );
    key_port_constants constants_0(
        .clock(constants_0_clock),
        .write(constants_0_write),
        .write_address(constants_0_write_address),
        .write_data(constants_0_write_data),
        .read_address(constants_0_read_address),
        .read_data(constants_0_read_data)
    );
    key_port_constants constants_1(
        .clock(constants_1_clock),
        .write(constants_1_write),
        .write_address(constants_1_write_address),
        .write_data(constants_1_write_data),
        .read_address(constants_1_read_address),
        .read_data(constants_1_read_data)
    );
    key_port_constants constants_2(
        .clock(constants_2_clock),
        .write(constants_2_write),
        .write_address(constants_2_write_address),
        .write_data(constants_2_write_data),
        .read_address(constants_2_read_address),
        .read_data(constants_2_read_data)
    );
    key_port_constants constants_3(
        .clock(constants_3_clock),
        .write(constants_3_write),
        .write_address(constants_3_write_address),
        .write_data(constants_3_write_data),
        .read_address(constants_3_read_address),
        .read_data(constants_3_read_data)
    );
    key_port_columns columns_0(
        .value(columns_0_value),
        .width(columns_0_width),
        .offset(columns_0_offset),
        .part(columns_0_part),
        .fits(columns_0_fits),
        .tag(columns_0_tag)
    );
    key_port_columns columns_1(
        .value(columns_1_value),
        .width(columns_1_width),
        .offset(columns_1_offset),
        .part(columns_1_part),
        .fits(columns_1_fits),
        .tag(columns_1_tag)
    );
    key_port_columns columns_2(
        .value(columns_2_value),
        .width(columns_2_width),
        .offset(columns_2_offset),
        .part(columns_2_part),
        .fits(columns_2_fits),
        .tag(columns_2_tag)
    );
    key_port_columns columns_3(
        .value(columns_3_value),
        .width(columns_3_width),
        .offset(columns_3_offset),
        .part(columns_3_part),
        .fits(columns_3_fits),
        .tag(columns_3_tag)
    );

    assign operations_clock = clock;
    assign operations_read_address = address;
    assign operations_write = program_write[0];
    assign operations_write_address = program_address;
    assign operations_write_data = program_data;
    assign operands_clock = clock;
    assign operands_read_address = address;
    assign operands_write = program_write[1];
    assign operands_write_address = program_address;
    assign operands_write_data = program_data;
    assign constants_0_clock = clock;
    assign constants_0_read_address = address;
    assign constants_0_write = program_write[0 + 2];
    assign constants_0_write_address = program_address;
    assign constants_0_write_data = program_data;
    assign constants_1_clock = clock;
    assign constants_1_read_address = address;
    assign constants_1_write = program_write[1 + 2];
    assign constants_1_write_address = program_address;
    assign constants_1_write_data = program_data;
    assign constants_2_clock = clock;
    assign constants_2_read_address = address;
    assign constants_2_write = program_write[2 + 2];
    assign constants_2_write_address = program_address;
    assign constants_2_write_data = program_data;
    assign constants_3_clock = clock;
    assign constants_3_read_address = address;
    assign constants_3_write = program_write[3 + 2];
    assign constants_3_write_address = program_address;
    assign constants_3_write_data = program_data;
    assign word = operations_read_data;
    assign places = operands_read_data;
    assign slot_0 = places[9:0];
    assign slot_1 = places[20:11];
    assign slot_2 = places[31:22];
    assign slot_3 = places[42:33];

    always @(*) begin
        columns_0_value = slot_data_0;
        if (places[10]) begin
            columns_0_value = 66'(constants_0_read_data) | (66'(places[45:44]) << 64);
        end
    end

    always @(*) begin
        columns_1_value = slot_data_1;
        if (places[21]) begin
            columns_1_value = 66'(constants_1_read_data) | (66'(places[47:46]) << 64);
        end
    end

    always @(*) begin
        columns_2_value = slot_data_2;
        if (places[32]) begin
            columns_2_value = 66'(constants_2_read_data) | (66'(places[49:48]) << 64);
        end
    end

    always @(*) begin
        columns_3_value = slot_data_3;
        if (places[43]) begin
            columns_3_value = 66'(constants_3_read_data) | (66'(places[51:50]) << 64);
        end
    end

    assign columns_0_width = word[49:48];
    assign columns_1_width = word[51:50];
    assign columns_2_width = word[53:52];
    assign columns_3_width = word[55:54];
    assign columns_0_offset = places[54:52];
    assign columns_1_offset = places[57:55];
    assign columns_2_offset = places[60:58];
    assign columns_3_offset = places[63:61];
    assign row_slot = word[47:38];
    assign predicate = word[28:18];
    assign wanted = ~word[29] | (predicate_data == 1);

    always @(*) begin
        worst = 0;
        if (word[29]) begin
            if (predicate_data == 3) begin
                worst = 2;
            end
            if (predicate_data == 4) begin
                worst = 3;
            end
        end
        if (columns_0_tag > worst) begin
            worst = columns_0_tag;
        end
        if (columns_1_tag > worst) begin
            worst = columns_1_tag;
        end
        if (columns_2_tag > worst) begin
            worst = columns_2_tag;
        end
        if (columns_3_tag > worst) begin
            worst = columns_3_tag;
        end
    end

    always @(*) begin
        key_there = columns_0_fits & columns_1_fits & columns_2_fits & columns_3_fits;
        if (|columns_0_tag) begin
            key_there = 1'b0;
        end
        if (|columns_1_tag) begin
            key_there = 1'b0;
        end
        if (|columns_2_tag) begin
            key_there = 1'b0;
        end
        if (|columns_3_tag) begin
            key_there = 1'b0;
        end
    end

    assign row_there = ~|row_data[65:64];

    always @(*) begin
        enabled = live;
        may_change = live & permit;
        if (word[56]) begin
            enabled = live & effects;
            may_change = live & effects & permit_effects;
        end
    end

    assign operation = operation_q_q;
    assign go = go_q_q;
    assign key = key_q_q;
    assign row = row_q_q;
    assign dst = dst_q_q;
    assign tag = tag_q_q;

    initial begin
        operation_q_q = 0;
        go_q_q = 0;
        key_q_q = 0;
        row_q_q = 0;
        dst_q_q = 0;
        tag_q_q = 0;
    end

    always @(posedge clock) begin
        operation_q_q <= 0;
        if (enabled) begin
            operation_q_q <= word[2:0];
        end
        go_q_q <= 1'b0;
        if (word[2:0] == 1) begin
            go_q_q <= enabled & wanted & key_there;
        end
        if (word[2:0] == 2) begin
            go_q_q <= may_change & wanted & key_there & row_there;
        end
        if ((word[2:0] == 3) | (word[2:0] == 4)) begin
            go_q_q <= may_change & wanted & key_there;
        end
        if (word[2:0] > 4) begin
            go_q_q <= may_change & wanted & row_there;
        end
        if (reset) begin
            operation_q_q <= 0;
            go_q_q <= 1'b0;
        end
    end

    always @(posedge clock) begin
        tag_q_q <= 1;
        if ((word[2:0] == 1) & (worst > 1)) begin
            tag_q_q <= worst;
        end
    end

    always @(posedge clock) begin
        if (live) begin
            key_q_q <= columns_0_part | columns_1_part | columns_2_part | columns_3_part;
            row_q_q <= row_data[23:0];
            dst_q_q <= word[17:8];
        end
    end
endmodule

`default_nettype wire
