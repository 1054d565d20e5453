-- One session of Neovim (0.7 and later): opens FILE, shows its findings, applies the first fix that is preferred, saves.
-- Prints a line for each thing seen. FILE is the file. Where SERVER is set, it is the command, for a Neovim that has no settings for it:
-- `SERVER=pitfalls-lsp FILE=a.py nvim --headless --clean -n -c "luafile session.lua"`.
local function say(...)
  io.stdout:write(table.concat(vim.tbl_map(tostring, { ... }), "\t") .. "\n")
end

local function session()
  vim.cmd("set nomore shortmess+=I")
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.FILE))
  local buffer = vim.api.nvim_get_current_buf()
  local function wait(holds)
    return vim.wait(15000, holds, 20)
  end
  local id
  if vim.env.SERVER then
    local root = vim.fn.fnamemodify(vim.env.FILE, ":h")
    id = vim.lsp.start_client({ name = "pitfalls", cmd = vim.split(vim.env.SERVER, " "), root_dir = root })
    vim.lsp.buf_attach_client(buffer, id)
  else
    wait(function() return #vim.lsp.get_clients({ bufnr = buffer }) > 0 end)
    id = vim.lsp.get_clients({ bufnr = buffer })[1].id
  end
  local function shown()
    local found = {}
    for _, one in ipairs(vim.diagnostic.get(buffer)) do
      local code = one.code or (one.user_data and one.user_data.lsp and one.user_data.lsp.code)
      table.insert(found, code .. "@" .. one.lnum .. ":" .. one.col .. "-" .. one.end_col)
    end
    table.sort(found)
    return table.concat(found, " ")
  end
  wait(function() return shown() ~= "" end)
  vim.wait(700, function() return false end) -- what would be shown twice would be shown by now
  local client = vim.lsp.get_client_by_id(id)
  say("encoding", client.offset_encoding)
  say("shown", shown())

  local first = vim.diagnostic.get(buffer)[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  local known = first.user_data and first.user_data.lsp or {}
  params.context = { diagnostics = known.range and { known } or vim.lsp.diagnostic.get_line_diagnostics(buffer) }
  local function ask(method, arguments)
    local answers = vim.lsp.buf_request_sync(buffer, method, arguments, 15000) or {}
    local answer = answers[id] or select(2, next(answers)) or {}
    return answer.result
  end
  -- before the fix: once it is made there is nothing left to tell of
  local hover = ask("textDocument/hover", vim.lsp.util.make_position_params(0, client.offset_encoding))
  for _, action in ipairs(ask("textDocument/codeAction", params) or {}) do
    say("action", action.title, action.isPreferred == true)
    if action.isPreferred then
      local resolved = action.edit and action or ask("codeAction/resolve", action)
      vim.lsp.util.apply_workspace_edit(resolved.edit, client.offset_encoding)
    end
  end
  say("hover", hover and vim.split(hover.contents.value, "\n")[1] or "nothing")
  wait(function() return shown() == "" end)
  say("after", shown())
  vim.cmd("write")
  vim.lsp.stop_client(id)
  vim.wait(3000, function() return vim.lsp.get_client_by_id(id) == nil end, 20)
  say("done")
end

local good, why = pcall(session)
if not good then
  say("error", why)
end
vim.cmd("qa!")
