// SPDX-License-Identifier: Apache-2.0

//! Units and their ports, each alone and against its own model: how they execute instructions, in
//! which cycle, and what the tables contain afterwards.

mod bench;
mod column_port;
mod column_ports;
mod decision;
mod divider_unit;
mod fetch_port;
mod group_message;
mod group_model;
mod group_unit;
mod key_port;
mod key_unit;
mod lane_unit;
mod logic_unit;
mod modes;
mod read_back;
mod result_buses;
mod support;
mod table_model;
mod table_unit;
