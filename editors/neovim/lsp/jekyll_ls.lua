-- Read by vim.lsp.config and vim.lsp.enable of Neovim 0.11 and later.
local plugin = require('jekyll_ls')

return vim.tbl_extend('force', plugin.config(), {
  filetypes = plugin.options.filetypes,
  -- Without the call no client is started: outside of sites the server stays off.
  root_dir = function(buffer, on_dir)
    local root = plugin.root(buffer)
    if root then on_dir(root) end
  end,
})
