-- :checkhealth jekyll_ls
local health = vim.health or require('health')
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local info = health.info or health.report_info
local warn = health.warn or health.report_warn
local fail = health.error or health.report_error

local M = {}

local function check_program(program)
  if vim.fn.executable(program) == 0 then
    return fail(program .. ' cannot be run', {
      'Put jekyll-ls on your PATH, or give its place: require("jekyll_ls").setup({ cmd = { "/path/to/jekyll-ls" } })',
    })
  end
  local version = vim.trim(vim.fn.system({ program, '--version' }))
  if vim.v.shell_error ~= 0 then return fail(program .. ' --version fails: ' .. version) end
  ok(version .. ' (' .. vim.fn.exepath(program) .. ')')
end

function M.check()
  local plugin = require('jekyll_ls')
  start('jekyll-ls')
  local version = vim.version()
  info(('Neovim %d.%d.%d'):format(version.major, version.minor, version.patch))
  check_program(plugin.command()[1])

  local clients = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  local running = 0
  for _, client in ipairs(clients) do
    if client.name == 'jekyll_ls' then
      running = running + 1
      ok('running for ' .. tostring(client.config.root_dir))
    end
  end
  if running == 0 then
    local site = plugin.site_of(vim.fn.getcwd())
    if site then
      warn('not running, although the current folder belongs to the site ' .. site, {
        'It starts with the first file of one of these types: ' .. table.concat(plugin.options.filetypes, ', '),
      })
    else
      info('not running: the current folder belongs to no Jekyll site')
    end
  end
  info('log: ' .. plugin.log_path())
end

return M
