// SPDX-License-Identifier: Apache-2.0

//! The language server of Riskgate: what an editor shows while rules are written.
//!
//! The server speaks the Language Server Protocol 3.17. What belongs to the language is in
//! [`rulec`]: names in [`rulec::symbols`], types in [`rulec::typed`], the layout in
//! [`mod@rulec::format`]. This crate has the protocol.
//!
//! | module | holds |
//! | --- | --- |
//! | `server` | the life of a server, notifications, and when diagnostics are published |
//! | `requests` | the answers to requests |
//! | `capabilities` | what the server can do |
//! | `workspace`, `documents`, `roots` | the open documents and the files that include them |
//! | `analysis`, `view` | what was compiled, and one document as a request sees it |
//! | `diagnostics`, `hover`, `completion`, `navigation`, `rename`, `formatting` | one answer each |
//! | `positions`, `uris` | places in texts and names of files, in the terms of the protocol |

mod analysis;
mod capabilities;
mod completion;
mod diagnostics;
mod documents;
mod formatting;
mod hover;
mod navigation;
mod positions;
mod rename;
mod requests;
mod roots;
mod server;
mod uris;
mod view;
mod workspace;

pub use server::{ServeError, serve};

use lsp_server::Connection;

/// Serves an editor over standard input and output, until it says `exit` or `is_stopped`.
///
/// # Errors
/// [`ServeError`].
pub fn serve_stdio(is_stopped: &dyn Fn() -> bool) -> Result<(), ServeError> {
    let (connection, threads) = Connection::stdio();
    let served = serve(&connection, is_stopped);
    // The writer ends when nothing can be sent any more.
    drop(connection);
    let has_ended = match &served {
        Ok(()) | Err(ServeError::Left) => true,
        Err(ServeError::Protocol(error)) => error.channel_is_disconnected(),
        Err(ServeError::Parameters(_) | ServeError::Stopped | ServeError::Io(_)) => false,
    };
    if has_ended {
        // The reader has ended too. If it could not read a message, that is why the client left.
        threads.join()?;
    }
    served
}
