# A new editor: it counts in bytes, asks for problems itself, and shows progress.

file: _config.yml
title: A small site
--- end

file: index.md
---
title: a: b
---
--- end

client:
{"id": "one", "method": "initialize", "params": {
  "processId": null, "rootUri": null,
  "workspaceFolders": [{"uri": "${root}", "name": "site"}],
  "capabilities": {
    "general": {"positionEncodings": ["utf-8", "utf-16"]},
    "window": {"workDoneProgress": true},
    "workspace": {"diagnostics": {"refreshSupport": true}},
    "textDocument": {"diagnostic": {"dynamicRegistration": false}}}}}
---

server:
{"id": "one", "result": {"capabilities": {
  "positionEncoding": "utf-8",
  "diagnosticProvider": {"interFileDependencies": true, "workspaceDiagnostics": true}}}}
---

client:
{"method": "initialized", "params": {}}
---

server:
{"method": "window/workDoneProgress/create", "params": {}}
---

# The site is read.
server:
{"method": "workspace/diagnostic/refresh"}
---

client:
{"id": "two", "method": "workspace/diagnostic", "params": {"previousResultIds": []}}
---

server:
{"id": "two", "result": {"items": [{"kind": "full", "uri": "${root}/index.md", "version": null,
                                    "items": [{"code": "yaml-syntax"}]}]}}
---

client:
{"method": "textDocument/didOpen", "params": {"textDocument": {
  "uri": "${root}/index.md", "languageId": "markdown", "version": 1,
  "text": "---\ntitle: Home\n---\n한글 [x](/nowhere/)\n"}}}
---

client:
{"id": "three", "method": "textDocument/diagnostic", "params": {"textDocument": {"uri": "${root}/index.md"}}}
---

# Seven bytes stand before the bracket.
server:
{"id": "three", "result": {"kind": "full", "items": [
  {"code": "broken-link", "range": {"start": {"line": 3, "character": 11}, "end": {"line": 3, "character": 20}}}]}}
---

client:
{"id": "four", "method": "shutdown"}
---

server:
{"id": "four", "result": null}
---

client:
{"method": "exit"}
---

exit: 0
---
