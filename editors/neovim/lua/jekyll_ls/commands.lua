-- What the :Jekyll… commands do. The server does the work (docs/commands.md of jekyll-ls); here are the
-- questions before and the windows after.
local M = {}

local function warn(message)
  vim.notify('jekyll-ls: ' .. message, vim.log.levels.WARN)
end

-- Runs a command of the server; `done` gets its result.
local function run(command, argument, done)
  local buffer = vim.api.nvim_get_current_buf()
  local client = require('jekyll_ls.client')
  client.with(buffer, function(server)
    client.request(server, 'workspace/executeCommand', { command = command, arguments = { argument } },
      function(err, result)
        if err then return warn(err.message) end
        vim.schedule(function() done(result or {}, server) end)
      end, buffer)
  end)
end

-- The file or, in a buffer without one, the current folder: what the server finds the site by.
local function here()
  local name = vim.api.nvim_buf_get_name(0)
  return vim.uri_from_fname(require('jekyll_ls').root(0) and vim.fn.fnamemodify(name, ':p') or vim.fn.getcwd())
end

-- A new file exists with its text in a buffer: written and shown, the cursor where the text begins.
local function show(result)
  local buffer = vim.uri_to_bufnr(result.uri)
  vim.fn.bufload(buffer)
  vim.bo[buffer].buflisted = true
  vim.api.nvim_win_set_buf(0, buffer)
  -- The line that an empty file has in Neovim comes behind the text.
  local last = vim.api.nvim_buf_line_count(buffer)
  if last > 1 and table.concat(vim.api.nvim_buf_get_lines(buffer, -3, -1, false)) == '' then
    vim.api.nvim_buf_set_lines(buffer, -2, -1, false, {})
  end
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(buffer), 0 })
  if vim.bo[buffer].filetype == '' then vim.cmd('filetype detect') end
  if vim.bo[buffer].modified then vim.cmd('silent write!') end
end

local function ask(prompt, done)
  vim.ui.input({ prompt = prompt }, function(answer)
    if answer and answer ~= '' then done(answer) end
  end)
end

local known_categories = {}
function M.complete_category(lead, line)
  local before, word = (line or lead):match('^(.*,%s*)(.*)$')
  local matches = vim.tbl_filter(function(name) return name:find(word or lead, 1, true) == 1 end, known_categories)
  return vim.tbl_map(function(name) return (before or '') .. name end, matches)
end

local function new_post(title, categories)
  run('jekyll.newPost', { title = title, categories = categories, uri = here() }, show)
end

-- With a title nothing is asked, and the categories are what the site's posts usually have.
function M.new_post(title)
  if title ~= '' then return new_post(title) end
  ask('Title: ', function(answer)
    run('jekyll.siteInfo', { uri = here() }, function(info)
      known_categories = vim.tbl_map(function(category) return category.name end, info.categories or {})
      vim.ui.input({ prompt = 'Categories (comma-separated): ', completion = "customlist,v:lua.require'jekyll_ls.commands'.complete_category" },
        function(text)
          if not text then return end
          local categories = vim.tbl_filter(function(name) return name ~= '' end,
            vim.tbl_map(vim.trim, vim.split(text, ',')))
          new_post(answer, #categories > 0 and categories or nil)
        end)
    end)
  end)
end

function M.new_draft(title)
  if title == '' then return ask('Title: ', M.new_draft) end
  run('jekyll.newDraft', { title = title, uri = here() }, show)
end

function M.publish_draft()
  run('jekyll.publishDraft', { uri = here() }, show)
end

local function open_in_browser(url)
  if vim.ui.open then return vim.ui.open(url) end
  local opener = vim.fn.has('mac') == 1 and 'open' or vim.fn.has('win32') == 1 and 'explorer' or 'xdg-open'
  if vim.fn.executable(opener) == 0 then return vim.notify(url) end
  vim.fn.jobstart({ opener, url }, { detach = true })
end

function M.open()
  run('jekyll.openAddress', { uri = here(), base = require('jekyll_ls').options.preview }, function(result, client)
    local window = (client.config.capabilities or vim.lsp.protocol.make_client_capabilities()).window or {}
    local opened = window.showDocument and window.showDocument.support -- then the server has asked for it
    if not opened then open_in_browser(result.url) end
  end)
end

function M.facts()
  run('jekyll.fileFacts', { uri = here() }, function(result)
    local lines = vim.split(vim.trim(result.markdown or ''), '\n')
    vim.lsp.util.open_floating_preview(lines, 'markdown', { focus_id = 'jekyll_facts' })
  end)
end

function M.log()
  local path = require('jekyll_ls').log_path()
  if vim.fn.filereadable(path) == 0 then return warn('nothing has been logged yet') end
  vim.cmd('tabedit ' .. vim.fn.fnameescape(path))
end

function M.restart()
  require('jekyll_ls.client').restart()
end

-- Behind the server's code lenses, by vim.lsp.commands: the posts of a tag in the quickfix list.
function M.show_references(command, context)
  local client = require('jekyll_ls.client')
  local server = vim.lsp.get_client_by_id(context.client_id)
  local uri, position = command.arguments[1], command.arguments[2]
  local parameters = { textDocument = { uri = uri }, position = position, context = { includeDeclaration = true } }
  client.request(server, 'textDocument/references', parameters, function(err, result)
    if err then return warn(err.message) end
    local items = vim.lsp.util.locations_to_items(result or {}, server.offset_encoding or 'utf-16')
    vim.fn.setqflist({}, ' ', { title = command.title, items = items })
    vim.cmd('botright copen')
  end, vim.uri_to_bufnr(uri))
end

return M
