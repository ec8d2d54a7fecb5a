// SPDX-License-Identifier: Apache-2.0

//! The answers to requests.

use crate::view::View;
use crate::workspace::Workspace;
use crate::{completion, diagnostics, formatting, hover, navigation, rename};
use lsp_server::{ErrorCode, Request, Response, ResponseError};
use lsp_types::request::{
    CodeActionRequest, Completion, DocumentHighlightRequest, DocumentSymbolRequest, Formatting,
    GotoDefinition, HoverRequest, PrepareRenameRequest, References, Rename, Request as Kind,
};
use lsp_types::{
    CodeActionOrCommand, CompletionResponse, DocumentSymbolResponse, GotoDefinitionResponse, Uri,
};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The answer to a request. What was compiled is that of the newest texts.
///
/// A request with a wrong method, wrong parameters or a document that is not open gets an error. A
/// defect of the server is an error too, and the server goes on.
pub fn answer(workspace: &Workspace, request: Request) -> Response {
    let id = request.id.clone();
    let answered = catch_unwind(AssertUnwindSafe(|| answered(workspace, request)));
    let response_result = answered.unwrap_or_else(|_| {
        Err(error(ErrorCode::InternalError, "a defect of riskgate; please report the rule file"))
    });
    Response { id, response_result }
}

type Answer = Result<serde_json::Value, ResponseError>;

fn answered(workspace: &Workspace, request: Request) -> Answer {
    match request.method.as_str() {
        HoverRequest::METHOD => take::<HoverRequest>(request, |params| {
            let at = params.text_document_position_params;
            Ok(hover::hover(&view(workspace, &at.text_document.uri)?, at.position))
        }),
        Completion::METHOD => take::<Completion>(request, |params| {
            let at = params.text_document_position;
            let view = view(workspace, &at.text_document.uri)?;
            Ok(Some(CompletionResponse::Array(completion::complete(&view, at.position))))
        }),
        GotoDefinition::METHOD => take::<GotoDefinition>(request, |params| {
            let at = params.text_document_position_params;
            let view = view(workspace, &at.text_document.uri)?;
            Ok(navigation::definition(&view, at.position).map(GotoDefinitionResponse::Scalar))
        }),
        References::METHOD => take::<References>(request, |params| {
            let at = params.text_document_position;
            let view = view(workspace, &at.text_document.uri)?;
            let with_definition = params.context.include_declaration;
            Ok(Some(navigation::references(&view, at.position, with_definition)))
        }),
        DocumentHighlightRequest::METHOD => take::<DocumentHighlightRequest>(request, |params| {
            let at = params.text_document_position_params;
            let view = view(workspace, &at.text_document.uri)?;
            Ok(Some(navigation::highlights(&view, at.position)))
        }),
        DocumentSymbolRequest::METHOD => take::<DocumentSymbolRequest>(request, |params| {
            let view = view(workspace, &params.text_document.uri)?;
            Ok(Some(DocumentSymbolResponse::Nested(navigation::outline(&view))))
        }),
        CodeActionRequest::METHOD => take::<CodeActionRequest>(request, |params| {
            let view = view(workspace, &params.text_document.uri)?;
            let actions = diagnostics::actions(&view, params.range).into_iter();
            Ok(Some(actions.map(CodeActionOrCommand::CodeAction).collect()))
        }),
        Formatting::METHOD => take::<Formatting>(request, |params| {
            Ok(Some(formatting::format(&view(workspace, &params.text_document.uri)?)))
        }),
        PrepareRenameRequest::METHOD => take::<PrepareRenameRequest>(request, |at| {
            Ok(rename::prepare(&view(workspace, &at.text_document.uri)?, at.position))
        }),
        Rename::METHOD => take::<Rename>(request, |params| {
            let at = params.text_document_position;
            let view = view(workspace, &at.text_document.uri)?;
            let renamed = rename::rename(&view, at.position, &params.new_name);
            renamed.map(Some).map_err(|reason| error(ErrorCode::RequestFailed, reason))
        }),
        other => {
            Err(error(ErrorCode::MethodNotFound, format_args!("`{other}` is not answered here")))
        }
    }
}

/// Reads the parameters of a request, and writes its result.
fn take<R: Kind>(
    request: Request,
    f: impl FnOnce(R::Params) -> Result<R::Result, ResponseError>,
) -> Answer {
    let params = serde_json::from_value(request.params)
        .map_err(|reason| error(ErrorCode::InvalidParams, reason))?;
    serde_json::to_value(f(params)?).map_err(|reason| error(ErrorCode::InternalError, reason))
}

/// An open document as a request sees it.
fn view<'w>(workspace: &'w Workspace, uri: &Uri) -> Result<View<'w>, ResponseError> {
    let found = workspace.analysis_of(uri);
    let not_open = || error(ErrorCode::InvalidParams, format_args!("{} is not open", uri.as_str()));
    let (analysis, source) = found.ok_or_else(not_open)?;
    Ok(View { workspace, analysis, source })
}

/// The error of an answer.
pub fn error(code: ErrorCode, message: impl ToString) -> ResponseError {
    ResponseError { code: code as i32, message: message.to_string(), data: None }
}
