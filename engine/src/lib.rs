//! The database offload engine.
pub mod schema;
