// SPDX-License-Identifier: Apache-2.0

// Checks the grammar with the engine of VS Code: the scopes of the words of an example.

"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const oniguruma = require("vscode-oniguruma");
const textmate = require("vscode-textmate");

const GRAMMAR = path.join(__dirname, "../riskgate.tmLanguage.json");

const EXAMPLE = `-- a comment: rule
/* rule
   rule */ create table account (id int primary key, "select" decimal(9, 2));
RULE funds (coalesce(buy.cost * 1.5e2, 0) >= 'it''s' and fees_and(1));
create function f (a int) returns int as $$ select a $$ language sql;
`;

// Line, word, and the end of its innermost scope; nothing for a word without a scope of its own.
const EXPECTED = [
  [0, "rule", "comment.line.double-dash.riskgate"],
  [1, "rule", "comment.block.riskgate"],
  [2, "create", "keyword.other.riskgate"],
  [2, "table", "keyword.other.riskgate"],
  [2, "account", "entity.name.type.riskgate"],
  [2, "int", "support.type.riskgate"],
  [2, "key", "keyword.other.unreserved.riskgate"],
  [2, "select", "variable.other.quoted.riskgate"],
  [2, "decimal", "support.type.riskgate"],
  [3, "RULE", "keyword.other.riskgate"],
  [3, "funds", "entity.name.function.riskgate"],
  [3, "coalesce", "support.function.riskgate"],
  [3, "cost", "source.riskgate"],
  [3, "1.5e2", "constant.numeric.riskgate"],
  [3, "s", "string.quoted.single.riskgate"],
  [3, "and", "keyword.operator.word.riskgate"],
  [3, "fees_and", "source.riskgate"],
  [4, "f", "entity.name.function.riskgate"],
  [4, "select", "keyword.other.riskgate"],
];

async function main() {
  const wasm = fs.readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () =>
      textmate.parseRawGrammar(fs.readFileSync(GRAMMAR, "utf8"), GRAMMAR),
  });
  const grammar = await registry.loadGrammar("source.riskgate");
  let state = textmate.INITIAL;
  const lines = EXAMPLE.split("\n").map((text) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(text, state);
    state = ruleStack;
    return { text, tokens };
  });
  for (const [line, word, expected] of EXPECTED) {
    const { text, tokens } = lines[line];
    const found = text.search(new RegExp(`(?<![\\w.])${word.replace(".", "\\.")}(?!\\w)`));
    const at = found >= 0 ? found : text.indexOf(word);
    const token = tokens.find(({ startIndex, endIndex }) => startIndex <= at && at < endIndex);
    assert.strictEqual(token.scopes.at(-1), expected, `\`${word}\` in line ${line + 1}`);
  }
  assert.strictEqual(lines.at(-1).tokens[0].scopes.length, 1, "every scope is closed");
  console.log(`the grammar gives ${EXPECTED.length} words the expected scopes`);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
