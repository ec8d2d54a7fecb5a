//! The rule compiler: from the text of a rule file to a program of the database offload engine.
//!
//! Passes, in order:
//!
//! | pass | from | to |
//! | --- | --- | --- |
//! | [`lex`] | text | tokens with spans |
//! | [`parse`] | tokens | [`ast`] |
//! | [`resolve`] | [`ast`] | [`hir`]: names bound, types checked, access paths chosen |

pub mod ast;
pub mod diagnostic;
pub mod hir;
pub mod lex;
pub mod parse;
pub mod print;
pub mod resolve;
pub mod span;
