// SPDX-License-Identifier: Apache-2.0
// riskgate: the engine with AXI-Streams for orders and verdicts and AXI-Lite registers
//
// Generated from hdl/src by `riskgate hdl emit`. Change the kernels, not this file.
// It needs core.v and registers.v.

`default_nettype none

module riskgate (
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
    input wire [511:0] s_axis_h2c_tdata,
    input wire [63:0] s_axis_h2c_tkeep,
    input wire s_axis_h2c_tlast,
    input wire s_axis_h2c_tvalid,
    output wire s_axis_h2c_tready,
    output wire [511:0] m_axis_c2h_tdata,
    output wire m_axis_c2h_tvalid,
    input wire m_axis_c2h_tready,
    output wire [63:0] m_axis_verdict_tkeep,
    output wire m_axis_verdict_tlast,
    output wire [63:0] m_axis_c2h_tkeep,
    output wire m_axis_c2h_tlast,
    input wire [11:0] s_axil_awaddr,
    input wire [2:0] s_axil_awprot,
    input wire s_axil_awvalid,
    output wire s_axil_awready,
    input wire [31:0] s_axil_wdata,
    input wire [3:0] s_axil_wstrb,
    input wire s_axil_wvalid,
    output wire s_axil_wready,
    output wire [1:0] s_axil_bresp,
    output wire s_axil_bvalid,
    input wire s_axil_bready,
    input wire [11:0] s_axil_araddr,
    input wire [2:0] s_axil_arprot,
    input wire s_axil_arvalid,
    output wire s_axil_arready,
    output wire [31:0] s_axil_rdata,
    output wire [1:0] s_axil_rresp,
    output wire s_axil_rvalid,
    input wire s_axil_rready
);
    wire program_write;
    // The register has more bits than the core's port.
    // verilator lint_off UNUSEDSIGNAL
    wire [15:0] program_memory;
    // verilator lint_on UNUSEDSIGNAL
    wire [15:0] program_address;
    wire [63:0] program_data;
    wire bank_wanted;
    wire clear;
    wire bank;
    wire busy;
    wire fault;
    wire [31:0] scan_target;
    // The register has more bits than the core's port.
    // verilator lint_off UNUSEDSIGNAL
    wire [31:0] scan_address;
    // verilator lint_on UNUSEDSIGNAL
    wire [127:0] scan_data;
    // Only benches of the core read it.
    // verilator lint_off UNUSEDSIGNAL
    wire [2:0] probe;
    // verilator lint_on UNUSEDSIGNAL

    assign m_axis_verdict_tkeep = {64{1'b1}};
    assign m_axis_verdict_tlast = 1'b1;
    assign m_axis_c2h_tkeep = {64{1'b1}};
    assign m_axis_c2h_tlast = 1'b1;

    core u_core (
        .clock(clock),
        .reset(reset),
        .s_axis_order_tdata(s_axis_order_tdata),
        .s_axis_order_tkeep(s_axis_order_tkeep),
        .s_axis_order_tlast(s_axis_order_tlast),
        .s_axis_order_tuser(s_axis_order_tuser),
        .s_axis_order_tvalid(s_axis_order_tvalid),
        .s_axis_order_tready(s_axis_order_tready),
        .m_axis_verdict_tdata(m_axis_verdict_tdata),
        .m_axis_verdict_tvalid(m_axis_verdict_tvalid),
        .m_axis_verdict_tready(m_axis_verdict_tready),
        .s_axis_h2c_tdata(s_axis_h2c_tdata),
        .s_axis_h2c_tkeep(s_axis_h2c_tkeep),
        .s_axis_h2c_tlast(s_axis_h2c_tlast),
        .s_axis_h2c_tvalid(s_axis_h2c_tvalid),
        .s_axis_h2c_tready(s_axis_h2c_tready),
        .m_axis_c2h_tdata(m_axis_c2h_tdata),
        .m_axis_c2h_tvalid(m_axis_c2h_tvalid),
        .m_axis_c2h_tready(m_axis_c2h_tready),
        .program_write(program_write),
        .program_memory(program_memory[7:0]),
        .program_address(program_address),
        .program_data(program_data),
        .bank_wanted(bank_wanted),
        .bank(bank),
        .busy(busy),
        .clear(clear),
        .fault(fault),
        .scan_target(scan_target),
        .scan_address(scan_address[23:0]),
        .scan_data(scan_data),
        .probe(probe)
    );

    registers u_registers (
        .clock(clock),
        .reset(reset),
        .s_axil_awaddr(s_axil_awaddr),
        .s_axil_awprot(s_axil_awprot),
        .s_axil_awvalid(s_axil_awvalid),
        .s_axil_awready(s_axil_awready),
        .s_axil_wdata(s_axil_wdata),
        .s_axil_wstrb(s_axil_wstrb),
        .s_axil_wvalid(s_axil_wvalid),
        .s_axil_wready(s_axil_wready),
        .s_axil_bresp(s_axil_bresp),
        .s_axil_bvalid(s_axil_bvalid),
        .s_axil_bready(s_axil_bready),
        .s_axil_araddr(s_axil_araddr),
        .s_axil_arprot(s_axil_arprot),
        .s_axil_arvalid(s_axil_arvalid),
        .s_axil_arready(s_axil_arready),
        .s_axil_rdata(s_axil_rdata),
        .s_axil_rresp(s_axil_rresp),
        .s_axil_rvalid(s_axil_rvalid),
        .s_axil_rready(s_axil_rready),
        .program_write(program_write),
        .program_memory(program_memory),
        .program_address(program_address),
        .program_data(program_data),
        .bank_wanted(bank_wanted),
        .clear(clear),
        .bank(bank),
        .busy(busy),
        .fault(fault),
        .scan_target(scan_target),
        .scan_address(scan_address),
        .scan_data(scan_data),
        .frame_taken(s_axis_order_tvalid & s_axis_order_tready & s_axis_order_tlast),
        .verdict_taken(m_axis_verdict_tvalid & m_axis_verdict_tready),
        .verdict_accept(m_axis_verdict_tdata[71]),
        .verdict_malformed(m_axis_verdict_tdata[72])
    );
endmodule

`default_nettype wire
