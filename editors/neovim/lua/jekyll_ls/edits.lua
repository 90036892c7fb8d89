-- workspace/applyEdit, made safe and complete: Neovim creates no folders for new files before 0.10, and 0.7
-- empties a file that exists already.
local M = { handlers = {} }

local function exists(path)
  return vim.loop.fs_stat(path) ~= nil
end

-- The file that would be lost, or nil. Creates the folders that new files need.
local function prepare(edit)
  for _, change in ipairs(edit.documentChanges or {}) do
    local uri = change.kind == 'create' and change.uri or change.kind == 'rename' and change.newUri
    if uri then
      local path = vim.uri_to_fname(uri)
      if exists(path) and not (change.options or {}).overwrite then return path end
      vim.fn.mkdir(vim.fn.fnamemodify(path, ':h'), 'p')
    end
  end
end

-- Buffers have no line ends in their text: those of a new file are a setting. Neovim changes the edits that it
-- makes, so they are looked at before.
local function files_with_crlf(edit)
  local uris = {}
  for _, change in ipairs(edit.documentChanges or {}) do
    local text = change.edits and change.edits[1] and change.edits[1].newText or ''
    if vim.startswith(text, '---\r\n') and vim.endswith(text, '\r\n') then table.insert(uris, change.textDocument.uri) end
  end
  return uris
end

M.handlers['workspace/applyEdit'] = function(err, params, context, config)
  local edit = params and params.edit or {}
  local taken = prepare(edit)
  if taken then return { applied = false, failureReason = taken .. ' exists already' } end
  local crlf = files_with_crlf(edit)
  local answer = vim.lsp.handlers['workspace/applyEdit'](err, params, context, config)
  for _, uri in ipairs(crlf) do vim.bo[vim.uri_to_bufnr(uri)].fileformat = 'dos' end
  return answer
end

return M
