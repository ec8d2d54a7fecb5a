// SPDX-License-Identifier: Apache-2.0

//! The life of a server: from `initialize` to `exit`.

use crate::capabilities;
use crate::diagnostics;
use crate::requests::{answer, error};
use crate::uris::path_of;
use crate::workspace::Workspace;
use lsp_server::{Connection, ErrorCode, Message, Notification, ProtocolError, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidChangeWatchedFiles, DidChangeWorkspaceFolders, DidCloseTextDocument,
    DidOpenTextDocument, DidSaveTextDocument, Exit, Notification as Kind, PublishDiagnostics,
};
use lsp_types::request::{Request as _, Shutdown};
use lsp_types::{InitializeParams, PublishDiagnosticsParams, Uri};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::time::Duration;

/// How often a server that waits for its client looks whether it is to end.
const STOP_CHECK: Duration = Duration::from_millis(200);

/// Why a server ended before its client had asked it to.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The client did not begin as the protocol says.
    #[error("{0}")]
    Protocol(#[from] ProtocolError),
    /// The parameters of `initialize` are wrong.
    #[error("the parameters of `initialize` are wrong: {0}")]
    Parameters(serde_json::Error),
    /// The client ended the process without `shutdown`, or closed the connection.
    #[error("the client left without `shutdown`")]
    Left,
    /// The process was asked to stop.
    #[error("the language server was stopped")]
    Stopped,
    /// Reading or writing failed.
    #[error("the connection to the editor failed: {0}")]
    Io(#[from] std::io::Error),
}

/// Serves a client until it says `exit`, or `is_stopped`.
///
/// # Errors
/// [`ServeError`].
pub fn serve(connection: &Connection, is_stopped: &dyn Fn() -> bool) -> Result<(), ServeError> {
    let (id, params) = connection.initialize_start_while(|| !is_stopped())?;
    let params: InitializeParams = match serde_json::from_value(params) {
        Ok(params) => params,
        Err(reason) => {
            let response_result = Err(error(ErrorCode::InvalidParams, &reason));
            send(connection, Response { id, response_result }.into());
            return Err(ServeError::Parameters(reason));
        }
    };
    let mut server = Server::new(connection, &params);
    let result = capabilities::initialized(server.workspace.encoding);
    let result = serde_json::to_value(result).unwrap_or_default();
    connection.initialize_finish_while(id, result, || !is_stopped())?;
    server.run(is_stopped)
}

/// Sends a message; a client that has left gets none.
fn send(connection: &Connection, message: Message) {
    let _ = connection.sender.send(message);
}

/// A server that has been initialized.
struct Server<'c> {
    connection: &'c Connection,
    workspace: Workspace,
    /// The files for which the client shows diagnostics.
    published: BTreeSet<Uri>,
    /// Whether texts have changed since the diagnostics were published.
    is_changed: bool,
    is_shut_down: bool,
}

impl<'c> Server<'c> {
    #[expect(deprecated, reason = "older clients name the folder by `root_uri`")]
    fn new(connection: &'c Connection, params: &InitializeParams) -> Server<'c> {
        let folders = params.workspace_folders.iter().flatten().map(|folder| &folder.uri);
        let root = params.root_uri.iter().filter(|_| params.workspace_folders.is_none());
        let folders = folders.chain(root).map(path_of).collect();
        let workspace = Workspace::new(capabilities::encoding(&params.capabilities), folders);
        let published = BTreeSet::new();
        Server { connection, workspace, published, is_changed: false, is_shut_down: false }
    }

    /// Answers until the client says `exit`. Diagnostics follow when no message is waiting, so that
    /// fast typing costs no compilation for each key.
    fn run(&mut self, is_stopped: &dyn Fn() -> bool) -> Result<(), ServeError> {
        loop {
            let wait = if self.is_changed { Duration::ZERO } else { STOP_CHECK };
            let message = match self.connection.receiver.recv_timeout(wait) {
                Ok(message) => message,
                Err(reason) if reason.is_timeout() => {
                    if is_stopped() {
                        return Err(ServeError::Stopped);
                    }
                    if self.is_changed {
                        self.publish();
                    }
                    continue;
                }
                Err(_) => return if self.is_shut_down { Ok(()) } else { Err(ServeError::Left) },
            };
            match message {
                Message::Request(request) => {
                    let response = self.respond(request);
                    send(self.connection, response.into());
                }
                Message::Notification(told) if told.method == Exit::METHOD => {
                    return if self.is_shut_down { Ok(()) } else { Err(ServeError::Left) };
                }
                Message::Notification(told) => self.note(told),
                // The server asks nothing.
                Message::Response(_) => {}
            }
        }
    }

    fn respond(&mut self, request: Request) -> Response {
        if self.is_shut_down {
            let response_result = Err(error(ErrorCode::InvalidRequest, "the server is shut down"));
            return Response { id: request.id, response_result };
        }
        if request.method == Shutdown::METHOD {
            self.is_shut_down = true;
            return Response { id: request.id, response_result: Ok(serde_json::Value::Null) };
        }
        self.workspace.compile();
        answer(&self.workspace, request)
    }

    /// Takes a notification. One that is unknown or wrong has no effect, as the protocol says.
    fn note(&mut self, told: Notification) {
        let workspace = &mut self.workspace;
        match told.method.as_str() {
            DidOpenTextDocument::METHOD => {
                let Some(params) = params::<DidOpenTextDocument>(told) else { return };
                let document = params.text_document;
                workspace.open(document.uri, document.version, document.text);
            }
            DidChangeTextDocument::METHOD => {
                let Some(params) = params::<DidChangeTextDocument>(told) else { return };
                let version = params.text_document.version;
                workspace.change(&params.text_document.uri, |document, encoding| {
                    document.version = version;
                    document.change(params.content_changes, encoding);
                });
            }
            DidCloseTextDocument::METHOD => {
                let Some(params) = params::<DidCloseTextDocument>(told) else { return };
                workspace.close(&params.text_document.uri);
            }
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD => workspace.find_roots(),
            DidChangeWorkspaceFolders::METHOD => {
                let Some(params) = params::<DidChangeWorkspaceFolders>(told) else { return };
                let removed = params.event.removed;
                let removed: Vec<_> = removed.iter().map(|folder| path_of(&folder.uri)).collect();
                workspace.folders.retain(|folder| !removed.contains(folder));
                let added = params.event.added.iter().map(|folder| path_of(&folder.uri));
                workspace.folders.extend(added);
                workspace.find_roots();
            }
            _ => return,
        }
        self.is_changed = true;
    }

    /// Publishes the diagnostics of every file that is open, has some, or had some.
    fn publish(&mut self) {
        self.is_changed = false;
        self.workspace.compile();
        let mut found = diagnostics::of_files(&self.workspace);
        for uri in std::mem::take(&mut self.published) {
            found.entry(uri).or_default();
        }
        for (uri, diagnostics) in found {
            if !diagnostics.is_empty() {
                self.published.insert(uri.clone());
            }
            let version = self.workspace.document(&path_of(&uri)).map(|open| open.version);
            let params = PublishDiagnosticsParams { uri, diagnostics, version };
            let told = Notification::new(PublishDiagnostics::METHOD.to_owned(), params);
            send(self.connection, told.into());
        }
    }
}

/// The parameters of a notification; `None` if they are wrong.
fn params<N: Kind>(told: Notification) -> Option<N::Params>
where
    N::Params: DeserializeOwned,
{
    serde_json::from_value(told.params).ok()
}
