-- Starts the server for the files of a site, and again when it dies. The three ways of doing so, by version:
-- 0.11 and later vim.lsp.enable, 0.8 vim.lsp.start, 0.7 vim.lsp.start_client.
local M = {}

local most_restarts = 5
local within_seconds = 180

local stopping = {} -- ids of clients that end because somebody wants it
local deaths = {} -- times of the last restarts
local waiting = {} -- what to do once a client is there, by root
local ids = {} -- client by root, where Neovim does not know (0.7, and before 0.11 without a buffer)

local function plugin()
  return require('jekyll_ls')
end

local function all_clients()
  local clients = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return vim.tbl_filter(function(client) return client.name == 'jekyll_ls' end, clients)
end

local function is_stopped(client)
  if vim.fn.has('nvim-0.11') == 1 then return client:is_stopped() end
  return client.is_stopped()
end

local function is_ready(client)
  return client.server_capabilities ~= nil and (client.initialized ~= false) and not is_stopped(client)
end

-- The client of the buffer's site, of the current folder's, or the only one.
function M.find(buffer)
  local root = plugin().root(buffer) or plugin().site_of(vim.fn.getcwd())
  local clients = vim.tbl_filter(function(client) return not is_stopped(client) end, all_clients())
  for _, client in ipairs(clients) do
    if client.config.root_dir == root then return client end
  end
  return not root and clients[1] or nil
end

-- The client answers from now on. Told that problems have changed, Neovim 0.12 asks a server that knows all
-- problems of the workspace for those alone and leaves open buffers as they are, so it is not told that ours does.
function M.initialized(client)
  local provider = client.server_capabilities and client.server_capabilities.diagnosticProvider
  if type(provider) == 'table' then provider.workspaceDiagnostics = false end
  local root = client.config.root_dir
  for _, callback in ipairs(waiting[root] or {}) do callback(client) end
  waiting[root] = nil
end

local function start(root, buffer)
  local config = vim.lsp.config and vim.deepcopy(vim.lsp.config.jekyll_ls) or plugin().config()
  config.root_dir = root
  if vim.fn.has('nvim-0.11') == 1 then
    return vim.lsp.start(config, buffer and { bufnr = buffer } or { attach = false })
  end
  if vim.lsp.start and buffer then return vim.lsp.start(config, { bufnr = buffer }) end
  local known = ids[root] and vim.lsp.get_client_by_id(ids[root])
  if not known or is_stopped(known) then ids[root] = vim.lsp.start_client(config) end
  if ids[root] and buffer then vim.lsp.buf_attach_client(buffer, ids[root]) end
end

-- Nothing happens outside of sites.
function M.attach(buffer)
  local root = plugin().root(buffer)
  if root then start(root, buffer) end
end

-- Calls back with a client that answers; starts one if the current folder lies in a site.
function M.with(buffer, callback)
  local client = M.find(buffer)
  if client and is_ready(client) then return callback(client) end
  local root = client and client.config.root_dir or plugin().root(buffer) or plugin().site_of(vim.fn.getcwd())
  if not root then return vim.notify('jekyll-ls: this is no file of a Jekyll site', vim.log.levels.WARN) end
  waiting[root] = waiting[root] or {}
  table.insert(waiting[root], callback)
  if not client then start(root, nil) end
end

local function attach_all()
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(plugin().options.filetypes, vim.bo[buffer].filetype) then
      M.attach(buffer)
    end
  end
end

-- A server that was killed or crashed comes back; Neovim sends it the buffers as they are, so nothing typed is
-- lost. One that dies again and again stays away.
function M.exited(code, signal, id)
  vim.schedule(function()
    local wanted = stopping[id] or (code == 0 and signal == 0) or signal == 15 or vim.v.exiting ~= vim.NIL
    stopping[id] = nil
    if wanted then return end
    local now = vim.loop.hrtime() / 1e9
    deaths = vim.tbl_filter(function(time) return now - time < within_seconds end, deaths)
    if #deaths >= most_restarts then
      return vim.notify('jekyll-ls ended ' .. most_restarts + 1 .. ' times in a row and stays off now. '
        .. ':JekyllLog shows why, :JekyllRestart starts it again.', vim.log.levels.ERROR)
    end
    table.insert(deaths, now)
    M.when_gone(id, attach_all)
  end)
end

-- Clients leave Neovim's list a moment after their process.
function M.when_gone(id, callback)
  local client = vim.lsp.get_client_by_id(id)
  if not client then return callback() end
  vim.defer_fn(function() M.when_gone(id, callback) end, 10)
end

-- Ends all servers and starts them again.
function M.restart()
  deaths = {}
  local clients = all_clients()
  for _, client in ipairs(clients) do
    stopping[client.id] = true
    vim.lsp.stop_client(client.id)
  end
  local function next_one()
    local client = table.remove(clients)
    if client then return M.when_gone(client.id, next_one) end
    attach_all()
  end
  next_one()
end

function M.request(client, method, params, callback, buffer)
  if vim.fn.has('nvim-0.11') == 1 then return client:request(method, params, callback, buffer) end
  return client.request(method, params, callback, buffer)
end

function M.enable()
  if vim.fn.has('nvim-0.11') == 1 then
    vim.lsp.config('jekyll_ls', {}) -- so that lsp/jekyll_ls.lua is read again, with the options of now
    vim.lsp.enable('jekyll_ls')
    return
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('jekyll_ls', { clear = true }),
    pattern = plugin().options.filetypes,
    callback = function(event) M.attach(event.buf) end,
  })
  attach_all() -- setup() may be called late
end

return M
