// SPDX-License-Identifier: Apache-2.0

// Starts `riskgate lsp` for rule files.

"use strict";

const { commands, window, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** The client of the language server, while one runs. */
let client;

/** Starts the server. If the program is not there, the user is told how to name it. */
async function start() {
  const command = workspace.getConfiguration("riskgate").get("path", "riskgate");
  const server = { command, args: ["lsp"] };
  const options = {
    documentSelector: [{ language: "riskgate" }],
    synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.rules") },
  };
  client = new LanguageClient("riskgate", "Riskgate", server, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    window.showErrorMessage(
      `\`${command} lsp\` cannot be started: ${error.message}. Install riskgate with ` +
        "`cargo install --path cli`, or set `riskgate.path` to the program.",
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

exports.activate = async function activate(context) {
  const restart = commands.registerCommand("riskgate.restart", async () => {
    await stop();
    await start();
  });
  context.subscriptions.push(restart);
  await start();
};

exports.deactivate = stop;
