-- What somebody who writes the sample blog in Neovim (0.7 or later) with the plugin sees. Every check prints a line; one that
-- fails makes Neovim exit with status 1 in the end.
package.path = vim.env.TESTS .. '/?.lua;' .. package.path
local report = require('report')
local check, equal, wait, wait_equal = report.check, report.equal, report.wait, report.wait_equal

local function clients()
  return vim.tbl_filter(function(client) return client.name == 'jekyll_ls' end,
    (vim.lsp.get_clients or vim.lsp.get_active_clients)())
end

local function open(path)
  vim.cmd('edit ' .. path)
  return vim.api.nvim_get_current_buf()
end

-- In a post; the server is there when it returns.
local function open_post(path)
  local buffer = open(path)
  wait(function() return clients()[1] and vim.lsp.buf_is_attached(buffer, clients()[1].id) end)
  return buffer
end

local function lines(buffer)
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
end

-- Each one as `line:column-column code`, as the editor counts for a person: from 1, in characters.
local function drawn(buffer)
  local result = {}
  for _, d in ipairs(vim.diagnostic.get(buffer)) do
    local line = vim.api.nvim_buf_get_lines(buffer, d.lnum, d.lnum + 1, false)[1]
    local column = function(byte) return vim.fn.strchars(line:sub(1, byte)) + 1 end
    local code = d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code)
    result[#result + 1] = ('%d:%d-%d %s'):format(d.lnum + 1, column(d.col), column(d.end_col), code)
  end
  table.sort(result)
  return result
end

local function expect_diagnostics(name, buffer, wanted)
  wait_equal(name, function() return drawn(buffer) end, wanted)
end

local function ask(buffer, method, line, character)
  local params = { textDocument = { uri = vim.uri_from_bufnr(buffer) } }
  if line then params.position = { line = line, character = character } end
  local replies = vim.lsp.buf_request_sync(buffer, method, params, 10000)
  for _, reply in pairs(replies or {}) do
    if reply.result then return reply.result end
    check(method, false, reply.error and reply.error.message or 'no result')
  end
  return {}
end

-- Zero-based line and byte column right behind `text`.
local function behind(buffer, text)
  for number, line in ipairs(lines(buffer)) do
    local _, finish = line:find(text, 1, true)
    if finish then return number - 1, finish end
  end
  error('the buffer lacks ' .. text)
end

local function insert(buffer, text, addition)
  local line, column = behind(buffer, text)
  vim.api.nvim_buf_set_text(buffer, line, column, line, column, { addition })
end

local function names(symbols)
  return vim.tbl_map(function(symbol) return symbol.name end, symbols)
end

local function keys(text)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(text, true, false, true), 'xt', false)
end

-- The process of the server among Neovim's own.
local function process()
  for _, id in ipairs(vim.api.nvim_get_proc_children(vim.fn.getpid())) do
    local found = vim.api.nvim_get_proc(id)
    if found and found.name == 'jekyll-ls' then return id end
  end
end

local function another_process(than)
  return wait(function()
    local now = process()
    return now and now ~= than
  end)
end

local docker, dorundorun

local function problems()
  local outside = open('../outside/note.md')
  equal('the file type', vim.bo[outside].filetype, 'markdown')
  equal('off outside of a site', clients(), {})
  docker = open_post('_posts/2024-03-10-docker-notes.md')
  expect_diagnostics('diagnostics of a post', docker, { '15:87-106 broken-anchor', '4:7-20 tags-comma' })
  insert(docker, '](#where-volumes-live', '-on-disk')
  expect_diagnostics('the mended link is no problem any more', docker, { '4:7-20 tags-comma' })
  dorundorun = open_post('_posts/2024-02-23-dorundorun.md')
  equal('the file format', vim.bo[dorundorun].fileformat, 'dos')
  expect_diagnostics('diagnostics of a file with CRLF', dorundorun, { '15:7-17 date-differs-from-name', '31:37-84 own-site-absolute' })
  equal('one server for the site', #clients(), 1)
end

local function outline_and_hover()
  local outline = ask(dorundorun, 'textDocument/documentSymbol')
  equal('outline', #outline, 2)
  equal('the section', outline[2] and outline[2].name, '두런두런 후기')
  equal('sections', names(outline[2] and outline[2].children or {}), {
    '[1회차] 두런두런이란??, 소개', '[2회차] 고민 상담 + 삶의 지도', '[3회차] 이력서에 대한 이야기',
    '[4회차] 커리어 프레임워크', '네 번을 마치고' })
  local line, column = behind(docker, 'tags: doc')
  local hover = ask(docker, 'textDocument/hover', line, column)
  check('hover', hover.contents == nil or hover.contents.value ~= '')
end

-- Typed and accepted as a person does: CTRL-X CTRL-O, the first one, CTRL-Y.
local function completion()
  vim.o.completeopt = 'menuone,noinsert'
  vim.api.nvim_set_keymap('i', '<F5>', "<Cmd>lua vim.wait(10000, function() return vim.fn.pumvisible() == 1 end, 20)<CR>", {})
  vim.api.nvim_win_set_buf(0, dorundorun)
  local line, column = behind(dorundorun, '[aitech')
  vim.api.nvim_win_set_cursor(0, { line + 1, column - 1 })
  local answer = ask(dorundorun, 'textDocument/completion', line, column)
  local details = {}
  for _, item in ipairs(answer.items or answer) do details[item.label] = item.detail or '' end
  equal('completion offers a tag of this post not again', details.naver, nil)
  keys('a, ru<C-x><C-o><F5><C-y><Esc>')
  equal('a tag is accepted from the list', lines(dorundorun)[line + 1], '  - [aitech, running, naver, boostcamp]')
end

-- As vim.lsp.codelens.run calls it.
local function posts_of_a_tag()
  local lens
  for _, one in ipairs(ask(dorundorun, 'textDocument/codeLens')) do
    if one.command.title:find('boostcamp', 1, true) then lens = one end
  end
  check('posts are counted above a tag', lens and lens.command.title:find('%d+ posts'), lens and lens.command.title)
  vim.lsp.commands[lens.command.command](lens.command, { client_id = clients()[1].id, bufnr = dorundorun })
  check('and listed on demand', wait(function() return #vim.fn.getqflist() > 1 end))
  vim.cmd('cclose')
end

local function quick_fix()
  vim.api.nvim_win_set_buf(0, docker)
  vim.api.nvim_win_set_cursor(0, { 4, 8 })
  local titles = {}
  vim.ui.select = function(items, options, done)
    for _, item in ipairs(items) do titles[#titles + 1] = options.format_item and options.format_item(item) or item end
    done(items[1], 1)
  end
  vim.lsp.buf.code_action()
  wait(function() return lines(docker)[4] == 'tags: [docker, linux]' end)
  equal('a quick fix is applied', lines(docker)[4], 'tags: [docker, linux]')
  expect_diagnostics('and its problem is gone', docker, {})
end

local function new_files()
  local today = os.date('!%Y-%m-%d', os.time() + 9 * 3600) -- in Seoul
  local post = vim.fn.getcwd() .. '/_posts/' .. today .. '-겨울-달리기.md'
  vim.cmd('JekyllNewPost 겨울 달리기')
  wait_equal('a new post is shown', function() return vim.api.nvim_buf_get_name(0) end, post)
  wait(function() return vim.fn.filereadable(post) == 1 and vim.fn.getfsize(post) > 0 end)
  equal('and written', vim.fn.readfile(post), { '---', 'title: "겨울 달리기"', 'excerpt:', 'categories: []', 'tags: []',
    'toc: true', 'date: ' .. today, '---', '' })
  expect_diagnostics('without problems', vim.api.nvim_get_current_buf(), {})

  vim.cmd('JekyllNewDraft 생각')
  wait_equal('a new draft, in a folder that was not there', function() return vim.api.nvim_buf_get_name(0) end,
    vim.fn.getcwd() .. '/_drafts/생각.md')
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '아직 저장하지 않은 글' })
  vim.cmd('JekyllPublishDraft')
  local published = vim.fn.getcwd() .. '/_posts/' .. today .. '-생각.md'
  wait_equal('a draft is published', function() return vim.api.nvim_buf_get_name(0) end, published)
  check('with its date', vim.tbl_contains(lines(0), 'date: ' .. today))
  equal('and the unsaved text', lines(0)[#lines(0)], '아직 저장하지 않은 글')
  equal('the draft is gone', vim.fn.filereadable('_drafts/생각.md'), 0)

  vim.api.nvim_win_set_buf(0, docker)
  vim.cmd('JekyllFacts')
  local float = wait(function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
    end
  end)
  local facts = float and table.concat(lines(vim.api.nvim_win_get_buf(float)), '\n') or ''
  check('facts of the file', facts:find('/linux/docker-notes/', 1, true), facts)
  if float then vim.api.nvim_win_close(float, true) end
end

local function restarts()
  local first = process()
  check('the server runs', first)
  vim.cmd('JekyllRestart')
  check('the restart command gives another one', another_process(first))
  vim.api.nvim_win_set_buf(0, docker)
  insert(docker, 'date: 2024-03-10', ' x: y')
  wait(function() return table.concat(drawn(docker)):find('yaml-syntax', 1, true) end)
  local killed, before, problem = process(), lines(docker), drawn(docker)
  vim.loop.kill(killed, 'sigkill')
  check('a killed server comes back', another_process(killed))
  vim.diagnostic.reset()
  expect_diagnostics('it knows the unsaved text', docker, problem)
  equal('nothing typed is lost', lines(docker), before)
end

local function main()
  vim.cmd('filetype plugin on')
  vim.cmd('runtime! plugin/jekyll-ls.lua')
  problems()
  outline_and_hover()
  completion()
  posts_of_a_tag()
  quick_fix()
  new_files()
  restarts()
  vim.cmd('checkhealth jekyll_ls')
  check('health', table.concat(lines(0), '\n'):find('running for', 1, true), table.concat(lines(0), '\n'))
  vim.cmd('helptags ' .. vim.env.PLUGIN .. '/doc')
  vim.cmd('help jekyll-ls-commands')
  check('help', vim.api.nvim_buf_get_name(0):find('jekyll%-ls.txt$'))
  local last = process()
  for _, client in ipairs(clients()) do vim.lsp.stop_client(client.id) end
  check('the server stops', wait(function() return #clients() == 0 and process() ~= last end))
end

local ok, message = xpcall(main, debug.traceback)
if not ok then check('no error', false, message) end
report.finish()
