-- Starts the server in the files of Jekyll sites. `vim.g.jekyll_ls_autostart = false` before this file leaves
-- that to you (require('jekyll_ls').setup()).
if vim.g.loaded_jekyll_ls or vim.fn.has('nvim-0.7') == 0 then return end
vim.g.loaded_jekyll_ls = true

local function define(name, call, options)
  vim.api.nvim_create_user_command(name, function(arguments)
    require('jekyll_ls.commands')[call](arguments.args)
  end, options)
end

define('JekyllNewPost', 'new_post', { nargs = '*', desc = 'Create a post' })
define('JekyllNewDraft', 'new_draft', { nargs = '*', desc = 'Create a draft' })
define('JekyllPublishDraft', 'publish_draft', { desc = 'Make this draft a post of today' })
define('JekyllOpen', 'open', { desc = 'Open this page of the local preview in the browser' })
define('JekyllFacts', 'facts', { desc = 'Show what Jekyll makes of this file' })
define('JekyllRestart', 'restart', { desc = 'Restart jekyll-ls' })
define('JekyllLog', 'log', { desc = 'Show the log of jekyll-ls' })

vim.lsp.commands['jekyll-ls.showReferences'] = function(...) return require('jekyll_ls.commands').show_references(...) end

if vim.g.jekyll_ls_autostart ~= false then require('jekyll_ls').setup() end
