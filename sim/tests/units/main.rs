// SPDX-License-Identifier: Apache-2.0

//! Units and their ports by themselves, each against a model of its own: what instructions make of
//! operands, in which cycle, and of tables.

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
mod read_back;
mod result_buses;
mod support;
mod table_model;
mod table_unit;
