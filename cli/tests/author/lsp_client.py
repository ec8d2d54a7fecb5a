# SPDX-License-Identifier: Apache-2.0

"""Drives `riskgate lsp` with the client of pygls: PROGRAM FOLDER.

The folder has `main.rules`, which includes `common.rules`. Fails with a message where an answer is
not the expected one.
"""

import asyncio
import pathlib
import sys

from lsprotocol import types
from pygls.lsp.client import LanguageClient


def check(found, expected, what):
    if found != expected:
        raise SystemExit(f"{what}: {found!r} instead of {expected!r}")


class Editor:
    """A client with one open document, and the diagnostics that it was told."""

    def __init__(self, path):
        self.uri = path.as_uri()
        self.text = path.read_text()
        self.client = LanguageClient("riskgate-test", "1")
        self.published = asyncio.Queue()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(params: types.PublishDiagnosticsParams):
            if params.uri == self.uri:
                self.published.put_nowait(params.diagnostics)

    def place(self, text, after=0):
        """The place of a text, some characters after its start."""
        at = self.text.index(text) + after
        before = self.text[:at]
        return types.Position(before.count("\n"), at - (before.rfind("\n") + 1))

    def at(self, text, after=0):
        return {
            "text_document": types.TextDocumentIdentifier(self.uri),
            "position": self.place(text, after),
        }

    async def replace(self, text):
        self.text = text
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(2, self.uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        return await self.published.get()


async def ask(editor, common):
    client = editor.client
    hover = await client.text_document_hover_async(types.HoverParams(**editor.at("cost < 100")))
    check("cost int8 not null" in hover.contents.value, True, "the hover of a field")
    hover = await client.text_document_hover_async(types.HoverParams(**editor.at("small")))
    check("verdict after" in hover.contents.value, True, "the hover of a rule")
    completion = await client.text_document_completion_async(
        types.CompletionParams(**editor.at("buy.cost", 4))
    )
    items = completion if isinstance(completion, list) else completion.items
    check([item.label for item in items], ["account", "cost"], "the completion after a dot")
    found = await client.text_document_definition_async(
        types.DefinitionParams(**editor.at("cost < 100"))
    )
    check(found.uri, common.as_uri(), "the definition of a field")
    renamed = await client.text_document_rename_async(
        types.RenameParams(new_name="amount", **editor.at("cost < 100"))
    )
    edits = {uri: len(edits) for uri, edits in renamed.changes.items()}
    check(edits, {editor.uri: 1, common.as_uri(): 1}, "the places of a field")
    try:
        await client.text_document_rename_async(
            types.RenameParams(new_name="account", **editor.at("cost < 100"))
        )
        raise SystemExit("a name that is taken was accepted")
    except Exception as refused:
        check("account" in str(refused), True, "why a name is refused")
    formatted = await client.text_document_formatting_async(
        types.DocumentFormattingParams(
            types.TextDocumentIdentifier(editor.uri), types.FormattingOptions(4, True)
        )
    )
    check([edit.new_text for edit in formatted], ["rule small (buy.cost < 100);\n"], "the format")
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(types.TextDocumentIdentifier(editor.uri))
    )
    check([symbol.name for symbol in symbols], ["small"], "the outline")


async def main(program, folder):
    folder = pathlib.Path(folder).resolve()
    editor = Editor(folder / "main.rules")
    client = editor.client
    await client.start_io(program, "lsp")
    await client.initialize_async(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "rules")],
        )
    )
    client.initialized(types.InitializedParams())
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(editor.uri, "riskgate", 1, editor.text)
        )
    )
    check(list(await editor.published.get()), [], "the diagnostics of a file without errors")
    await ask(editor, folder / "common.rules")
    found = await editor.replace(editor.text.replace("buy.cost", "buy.cots"))
    check([one.code for one in found], ["unknown-name"], "the diagnostics of an error")
    check("did you mean `cost`?" in found[0].message, True, "the remedy")
    await client.shutdown_async(None)
    client.exit(None)
    server = client._server
    check(await server.wait(), 0, "the exit code of the server")
    await client.stop()
    print("pygls: all answers are right")


asyncio.run(main(*sys.argv[1:]))
