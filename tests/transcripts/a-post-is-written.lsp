# An author opens a post of a small site, breaks a link, mends it and closes the editor.
# Problems are pushed; the editor is an old one that counts in UTF-16.

file: _config.yml
title: A small site
--- end

file: about.md
---
title: About
---
--- end

file: _posts/2024-05-01-hello.md
---
title: Hello
---
--- end

client:
{"id": 1, "method": "initialize", "params": {
  "processId": null, "rootUri": "${root}", "capabilities": {},
  "initializationOptions": {"diagnostics": {"delay": 0}}}}
---

server:
{"id": 1, "result": {
  "serverInfo": {"name": "jekyll-ls"},
  "capabilities": {"positionEncoding": "utf-16", "hoverProvider": true, "documentSymbolProvider": true,
                   "textDocumentSync": {"openClose": true, "change": 2}}}}
---

client:
{"method": "initialized", "params": {}}
---

# The post links to a page that is not there.
client:
{"method": "textDocument/didOpen", "params": {"textDocument": {
  "uri": "${root}/_posts/2024-05-01-hello.md", "languageId": "markdown", "version": 1,
  "text": "---\ntitle: Hello\n---\n# 안녕 🦥\n\n안녕 🦥 [me](/abuot.html)\n"}}}
---

# The range is that of the address: two syllables, a blank, an emoji of two units, a blank, `[me](`.
server:
{"method": "textDocument/publishDiagnostics", "params": {
  "uri": "${root}/_posts/2024-05-01-hello.md",
  "diagnostics": [{"code": "broken-link", "severity": 1, "source": "jekyll-ls",
                   "range": {"start": {"line": 5, "character": 11}, "end": {"line": 5, "character": 22}}}]}}
---

client:
{"id": 2, "method": "textDocument/documentSymbol", "params": {
  "textDocument": {"uri": "${root}/_posts/2024-05-01-hello.md"}}}
---

# Without nested symbols the outline is a flat list.
server:
{"id": 2, "result": [{"name": "Front matter"}, {"name": "title", "containerName": "Front matter"},
                     {"name": "안녕 🦥"}]}
---

client:
{"method": "textDocument/didChange", "params": {
  "textDocument": {"uri": "${root}/_posts/2024-05-01-hello.md", "version": 2},
  "contentChanges": [{"range": {"start": {"line": 5, "character": 13}, "end": {"line": 5, "character": 17}},
                      "text": "bout"}]}}
---

server:
{"method": "textDocument/publishDiagnostics", "params": {
  "uri": "${root}/_posts/2024-05-01-hello.md", "diagnostics": []}}
---

client:
{"id": 3, "method": "shutdown"}
---

server:
{"id": 3, "result": null}
---

client:
{"method": "exit"}
---

exit: 0
---
