// SPDX-License-Identifier: Apache-2.0

//! A client of the server.

use lsp::ServeError;
use lsp_server::{Connection, Message, Notification, Request, Response, ResponseError};
use lsp_types::notification::{
    DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, Exit, Initialized,
    Notification as Kind, PublishDiagnostics,
};
use lsp_types::request::{Initialize, Request as RequestKind, Shutdown};
use lsp_types::{Diagnostic, Position, PublishDiagnosticsParams, TextDocumentPositionParams};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread::JoinHandle;

pub struct Client {
    connection: Connection,
    server: JoinHandle<Result<(), ServeError>>,
    id: i32,
    /// The newest diagnostics of each document.
    pub diagnostics: BTreeMap<String, Vec<Diagnostic>>,
    folder: tempfile::TempDir,
}

impl Client {
    /// A client with these files in a folder, which is open, and a server that was initialized.
    pub fn start(files: &[(&str, &str)]) -> Client {
        Client::offering(files, &["utf-16"])
    }

    /// A client that offers these encodings.
    pub fn offering(files: &[(&str, &str)], encodings: &[&str]) -> Client {
        let mut client = Client::before_initialize(files);
        let params = json!({
            "processId": null,
            "capabilities": { "general": { "positionEncodings": encodings } },
            "workspaceFolders": [{ "uri": client.uri(""), "name": "rules" }],
        });
        client.answer(Initialize::METHOD, params).expect("the parameters are right");
        client.tell(Initialized::METHOD, json!({}));
        client
    }

    /// A client whose server waits for `initialize`.
    pub fn before_initialize(files: &[(&str, &str)]) -> Client {
        let folder = tempfile::tempdir().expect("there is room for temporary files");
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
            std::fs::write(path, text).expect("it can be written");
        }
        let (served, connection) = Connection::memory();
        let server = std::thread::spawn(move || lsp::serve(&served, &|| false));
        Client { connection, server, id: 0, diagnostics: BTreeMap::new(), folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().canonicalize().expect("it is there").join(name)
    }

    pub fn uri(&self, name: &str) -> String {
        format!("file:{}{}", "//", self.path(name).display())
    }

    pub fn tell(&self, method: &str, params: Value) {
        let told = Notification { method: method.to_owned(), params };
        self.connection.sender.send(told.into()).expect("the server is there");
    }

    /// The answer to a request; diagnostics that come before it are kept.
    pub fn answer(&mut self, method: &str, params: Value) -> Result<Value, ResponseError> {
        self.id += 1;
        let request = Request { id: self.id.into(), method: method.to_owned(), params };
        self.connection.sender.send(request.into()).expect("the server is there");
        loop {
            match self.connection.receiver.recv().expect("the server is there") {
                Message::Response(Response { id, response_result }) => {
                    assert_eq!(id, self.id.into());
                    return response_result;
                }
                Message::Notification(told) => self.keep(told),
                Message::Request(request) => panic!("the server asks for {}", request.method),
            }
        }
    }

    /// Waits for the diagnostics of a document.
    pub fn published(&mut self, name: &str) -> Vec<Diagnostic> {
        let uri = self.uri(name);
        self.published_of(&uri)
    }

    /// [`Client::published`] of a document by its URI.
    pub fn published_of(&mut self, uri: &str) -> Vec<Diagnostic> {
        self.diagnostics.remove(uri);
        while !self.diagnostics.contains_key(uri) {
            match self.connection.receiver.recv().expect("the server is there") {
                Message::Notification(told) => self.keep(told),
                other => panic!("nothing was asked: {other:?}"),
            }
        }
        self.diagnostics[uri].clone()
    }

    fn keep(&mut self, told: Notification) {
        assert_eq!(told.method, PublishDiagnostics::METHOD);
        let params: PublishDiagnosticsParams =
            serde_json::from_value(told.params).expect("they are as the protocol says");
        self.diagnostics.insert(params.uri.as_str().to_owned(), params.diagnostics);
    }

    pub fn open(&self, name: &str, text: &str) {
        let document =
            json!({ "uri": self.uri(name), "languageId": "riskgate", "version": 1, "text": text });
        self.tell(DidOpenTextDocument::METHOD, json!({ "textDocument": document }));
    }

    /// Replaces the text of a document.
    pub fn replace(&self, name: &str, text: &str) {
        self.change(name, json!([{ "text": text }]));
    }

    pub fn change(&self, name: &str, changes: Value) {
        let document = json!({ "uri": self.uri(name), "version": 2 });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.tell(DidChangeTextDocument::METHOD, params);
    }

    pub fn close(&self, name: &str) {
        let params = json!({ "textDocument": { "uri": self.uri(name) } });
        self.tell(DidCloseTextDocument::METHOD, params);
    }

    /// The parameters for a place of a document.
    pub fn at(&self, name: &str, position: Position) -> Value {
        let uri = self.uri(name).parse().expect("a URI");
        let text_document = lsp_types::TextDocumentIdentifier { uri };
        serde_json::to_value(TextDocumentPositionParams { text_document, position })
            .expect("it can be written")
    }

    /// Ends the server as the protocol says.
    pub fn end(mut self) {
        assert_eq!(self.answer(Shutdown::METHOD, Value::Null).expect("it is allowed"), Value::Null);
        self.tell(Exit::METHOD, Value::Null);
        self.ended().expect("it was asked to end");
    }

    /// Waits for the end of the server.
    pub fn ended(self) -> Result<(), ServeError> {
        drop(self.connection);
        self.server.join().expect("it does not panic")
    }
}

/// The position of the marker `|` of a text in UTF-16, and the text without it.
pub fn marked(text: &str) -> (String, Position) {
    let at = text.find('|').expect("a place is marked");
    let before = &text[..at];
    let line = before.matches('\n').count() as u32;
    let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count() as u32;
    (text.replacen('|', "", 1), Position { line, character: column })
}
