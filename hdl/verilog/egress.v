// egress: a verdict becomes a beat on one of two AXI-Streams
//
// Made from hdl/src by `riskgate hdl emit`; change it there, not here.

// A kernel's parts stand in its file.
// verilator lint_off DECLFILENAME

`default_nettype none

module egress (
    input wire clock,
    input wire reset,
    input wire valid,
    input wire host,
    input wire accept,
    input wire malformed,
    input wire texts_full,
    input wire [7:0] entry,
    input wire [2:0] outcome,
    input wire [127:0] failing,
    input wire [6:0] kind,
    input wire [15:0] session,
    input wire [31:0] sequence_number,
    output wire ready,
    output wire [511:0] m_axis_verdict_tdata,
    output wire m_axis_verdict_tvalid,
    input wire m_axis_verdict_tready,
    output wire [511:0] m_axis_c2h_tdata,
    output wire m_axis_c2h_tvalid,
    input wire m_axis_c2h_tready
);
    reg full_d;
    reg full_q;
    reg to_host_d;
    reg to_host_q;
    reg [127:0] head_d;
    reg [127:0] head_q;
    reg [127:0] entries_d;
    reg [127:0] entries_q;

    reg [127:0] judged;
    wire [511:0] beat;
    reg tready;


    always @(*) begin
        full_d = full_q;
        to_host_d = to_host_q;
        head_d = head_q;
        entries_d = entries_q;
        judged = 0;
        if (tready) begin
            full_d = 1'b0;
        end
        if (valid) begin
            full_d = 1'b1;
            to_host_d = host;
            entries_d = 0;
            if (texts_full & ~malformed) begin
                judged = 128'(1) << 84;
            end
            if (~malformed & ~texts_full) begin
                judged = (128'(accept) << 71) | (128'(entry) << 73) | (128'(outcome) << 81);
                entries_d = failing;
            end
            head_d = 128'(sequence_number) | (128'(session) << 32) | (128'(kind) << 64) | (128'(malformed) << 72) | judged;
        end
        if (reset) begin
            full_d = 1'b0;
        end
    end

    always @(*) begin
        tready = m_axis_verdict_tready;
        if (to_host_q) begin
            tready = m_axis_c2h_tready;
        end
    end

    assign ready = ~full_q | tready;
    assign beat = 512'(head_q) | (512'(entries_q) << 128);
    assign m_axis_verdict_tvalid = full_q & ~to_host_q;
    assign m_axis_verdict_tdata = beat;
    assign m_axis_c2h_tvalid = full_q & to_host_q;
    assign m_axis_c2h_tdata = beat;

    initial begin
        full_q = 0;
        to_host_q = 0;
        head_q = 0;
        entries_q = 0;
    end

    always @(posedge clock) begin
        full_q <= full_d;
        to_host_q <= to_host_d;
        head_q <= head_d;
        entries_q <= entries_d;
    end
endmodule

`default_nettype wire
