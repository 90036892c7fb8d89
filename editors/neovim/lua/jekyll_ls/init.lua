-- jekyll-ls for Neovim 0.7 and later. What users call: setup. The rest of the plugin asks this file for what is
-- true of every version: options, the site of a buffer, the client's configuration.
local M = {}

M.options = {
  cmd = nil, -- default: jekyll-ls with a log file, see M.command
  filetypes = { 'markdown', 'html', 'htmldjango', 'liquid', 'yaml' },
  settings = {}, -- the section `jekyll`: docs/settings.md of jekyll-ls
  preview = 'http://localhost:4000', -- where `jekyll serve` answers, for :JekyllOpen
  log_level = 'info',
  on_attach = nil,
  capabilities = nil,
}

function M.log_path()
  return vim.fn.stdpath('cache') .. '/jekyll-ls.log'
end

function M.command()
  return M.options.cmd or { 'jekyll-ls', '--log-file', M.log_path(), '--log-level', M.options.log_level }
end

local function is_folder(path)
  return vim.fn.isdirectory(path) == 1
end

local function has_configuration(folder)
  for _, name in ipairs({ '_config.yml', '_config.yaml', '_config.toml' }) do
    if vim.fn.filereadable(folder .. '/' .. name) == 1 then return true end
  end
  return false
end

-- The site that a folder belongs to: the nearest one upwards with a configuration, else the outermost one that
-- holds `_posts`; nil outside of any.
function M.site_of(folder)
  local with_posts
  while true do
    if has_configuration(folder) then return folder end
    if is_folder(folder .. '/_posts') then with_posts = folder end
    local parent = vim.fn.fnamemodify(folder, ':h')
    if parent == folder then return with_posts end
    folder = parent
  end
end

-- nil for buffers that are no file of a site.
function M.root(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  if name == '' or name:find('^%a[%w+.-]+://') or vim.bo[buffer].buftype ~= '' then return nil end
  return M.site_of(vim.fn.fnamemodify(name, ':p:h'))
end

-- As vim.lsp.start and its like want it; `root_dir` is up to the caller.
function M.config()
  local config = {
    name = 'jekyll_ls',
    cmd = M.command(),
    settings = { jekyll = next(M.options.settings) and M.options.settings or vim.empty_dict() },
    handlers = require('jekyll_ls.edits').handlers,
    on_init = require('jekyll_ls.client').initialized,
    on_exit = require('jekyll_ls.client').exited,
    capabilities = vim.tbl_deep_extend('force',
      M.options.capabilities or vim.lsp.protocol.make_client_capabilities(),
      { experimental = { commands = { commands = { 'jekyll-ls.showReferences' } } } }),
    on_attach = function(client, buffer)
      if vim.fn.has('nvim-0.8') == 0 then vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc' end
      if M.options.on_attach then M.options.on_attach(client, buffer) end
    end,
  }
  return config
end

-- Optional: the plugin starts by itself with the options above.
function M.setup(options)
  M.options = vim.tbl_extend('force', M.options, options or {})
  require('jekyll_ls.client').enable()
end

return M
