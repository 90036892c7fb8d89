-- What somebody who writes the sample blog in Neovim (0.7 or later) sees. Every check prints a line; the first one that
-- fails makes Neovim exit with status 1 in the end.
local failures = 0

local function check(name, ok, detail)
  io.stdout:write(string.format('%-4s %s%s\n', ok and 'ok' or 'FAIL', name, not ok and detail and (': ' .. detail) or ''))
  if not ok then failures = failures + 1 end
end

local function equal(name, got, wanted)
  check(name, vim.deep_equal(got, wanted), 'got ' .. vim.inspect(got) .. ', wanted ' .. vim.inspect(wanted))
end

-- As the README says: one client for all posts of the site.
local client_id
local function attach(buffer)
  vim.bo[buffer].filetype = 'markdown'
  if not client_id then
    local config = {
      name = 'jekyll_ls',
      cmd = { vim.env.JEKYLL_LS },
      root_dir = vim.fn.fnamemodify(vim.fn.findfile('_config.yml', '.;'), ':p:h'),
    }
    client_id = (vim.lsp.start_client or vim.lsp.start)(config)
  end
  vim.lsp.buf_attach_client(buffer, client_id)
end

local function open(path)
  vim.cmd('edit ' .. path)
  local buffer = vim.api.nvim_get_current_buf()
  attach(buffer)
  return buffer
end

-- Waits until the diagnostics of the buffer are `wanted` and says what came instead.
-- Each one is written as `line:column-column code`, as the editor counts for a person: from 1, in characters.
local function drawn(buffer)
  local result = {}
  for _, d in ipairs(vim.diagnostic.get(buffer)) do
    local line = vim.api.nvim_buf_get_lines(buffer, d.lnum, d.lnum + 1, false)[1]
    local column = function(byte) return vim.str_utfindex(line, math.min(byte, #line)) + 1 end
    local code = d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code)
    result[#result + 1] = ('%d:%d-%d %s'):format(d.lnum + 1, column(d.col), column(d.end_col), code)
  end
  table.sort(result)
  return result
end

local function expect_diagnostics(name, buffer, wanted)
  vim.wait(10000, function() return vim.deep_equal(drawn(buffer), wanted) end, 20)
  equal(name, drawn(buffer), wanted)
end

local function ask(buffer, method, line, character)
  local params = { textDocument = { uri = vim.uri_from_bufnr(buffer) } }
  if line then params.position = { line = line, character = character } end
  local replies = vim.lsp.buf_request_sync(buffer, method, params, 10000)
  local reply = replies and replies[client_id]
  if not reply or reply.error then
    check(method, false, reply and reply.error.message or 'no reply')
    return {}
  end
  return reply.result or {}
end

-- Zero-based line and byte column right behind `text`.
local function behind(buffer, text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local _, finish = line:find(text, 1, true)
    if finish then return number - 1, finish end
  end
  error('the buffer lacks ' .. text)
end

local function names(symbols)
  return vim.tbl_map(function(symbol) return symbol.name end, symbols)
end

local function main()
  -- Diagnostics with their codes and ranges.
  local docker = open('_posts/2024-03-10-docker-notes.md')
  expect_diagnostics('diagnostics of a post', docker, { '15:87-106 broken-anchor', '4:7-20 tags-comma' })

  -- An edit reaches the server: the renamed heading is found again.
  local line, column = behind(docker, '](#where-volumes-live')
  vim.api.nvim_buf_set_text(docker, line, column, line, column, { '-on-disk' })
  expect_diagnostics('the mended link is no problem any more', docker, { '4:7-20 tags-comma' })

  -- A file with CRLF line ends.
  local dorundorun = open('_posts/2024-02-23-dorundorun.md')
  equal('the file format', vim.bo[dorundorun].fileformat, 'dos')
  expect_diagnostics('diagnostics of a CRLF file', dorundorun, { '15:7-17 date-differs-from-name' })

  -- Outline: front matter first, then one section with its sections in order.
  local outline = ask(dorundorun, 'textDocument/documentSymbol')
  equal('outline', #outline, 2)
  equal('the section', outline[2] and outline[2].name, '두런두런 후기')
  equal('sections', names(outline[2] and outline[2].children or {}), {
    '[1회차] 두런두런이란??, 소개', '[2회차] 고민 상담 + 삶의 지도', '[3회차] 이력서에 대한 이야기',
    '[4회차] 커리어 프레임워크', '네 번을 마치고' })

  -- Completion of tags, with use counts.
  line, column = behind(dorundorun, '[aitech, ')
  vim.api.nvim_buf_set_text(dorundorun, line, column, line, column, { 'r, ' })
  local completion = ask(dorundorun, 'textDocument/completion', line, column + 1)
  local details = {}
  for _, item in ipairs(completion.items or completion) do details[item.label] = item.detail or '' end
  equal('a tag of other posts with its use count', details.running, '2 posts')
  equal('a tag of this post is not offered again', details.naver, nil)

  -- The server ends when the editor does.
  vim.lsp.stop_client(client_id)
  check('the server stops', vim.wait(5000, function() return vim.lsp.get_client_by_id(client_id) == nil end, 20))
end

local ok, message = xpcall(main, debug.traceback)
if not ok then check('no error', false, message) end
io.stdout:flush()
vim.cmd(failures > 0 and 'cquit 1' or 'qall!')
