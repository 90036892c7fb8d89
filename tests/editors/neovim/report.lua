-- Checks that print a line each, and waiting for what the server has to do first.
local M = { failures = 0 }

function M.check(name, ok, detail)
  io.stdout:write(string.format('%-4s %s%s\n', ok and 'ok' or 'FAIL', name, not ok and detail and (': ' .. detail) or ''))
  if not ok then M.failures = M.failures + 1 end
end

function M.equal(name, got, wanted)
  M.check(name, vim.deep_equal(got, wanted), 'got ' .. vim.inspect(got) .. ', wanted ' .. vim.inspect(wanted))
end

-- What `condition` gives as soon as it is neither nil nor false; false after ten seconds.
function M.wait(condition)
  local result = false
  vim.wait(10000, function()
    result = condition()
    return result
  end, 20)
  return result
end

function M.wait_equal(name, get, wanted)
  M.wait(function() return vim.deep_equal(get(), wanted) end)
  M.equal(name, get(), wanted)
end

function M.finish()
  io.stdout:flush()
  vim.cmd(M.failures > 0 and 'cquit 1' or 'qall!')
end

return M
