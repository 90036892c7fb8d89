# What a client can do wrong costs an error, not the session.

client:
{"id": 1, "method": "textDocument/hover", "params": {}}
---

# Before `initialize`.
server:
{"id": 1, "error": {"code": -32002}}
---

client:
{"id": 2, "method": "initialize", "params": {"processId": null, "rootUri": null, "capabilities": {}}}
---

server:
{"id": 2, "result": {}}
---

client:
{"id": 3, "method": "initialize", "params": {"processId": null, "rootUri": null, "capabilities": {}}}
---

server:
{"id": 3, "error": {"code": -32600}}
---

client:
{"id": 4, "method": "textDocument/inventedHere", "params": {}}
---

server:
{"id": 4, "error": {"code": -32601}}
---

client:
{"id": 5, "method": "textDocument/documentSymbol", "params": {"textDocument": "file:///a.md"}}
---

server:
{"id": 5, "error": {"code": -32602}}
---

# A change and a close of a document that was never opened are ignored.
client:
{"method": "textDocument/didChange", "params": {
  "textDocument": {"uri": "file:///a.md", "version": 9}, "contentChanges": [{"text": "x"}]}}
---

client:
{"method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///a.md"}}}
---

client:
{"id": 6, "method": "shutdown"}
---

server:
{"id": 6, "result": null}
---

client:
{"id": 7, "method": "textDocument/hover", "params": {}}
---

# After `shutdown`.
server:
{"id": 7, "error": {"code": -32600}}
---

client:
{"method": "exit"}
---

exit: 0
---
