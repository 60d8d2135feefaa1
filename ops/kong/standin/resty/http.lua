-- The part of lua-resty-http that the plugin asks for: one GET of a plain HTTP address.
local _M = {}
_M.__index = _M


function _M.new()
  return setmetatable({ socket = ngx.socket.tcp() }, _M)
end


function _M:set_timeouts(connect, send, read)
  self.socket:settimeouts(connect, send, read)
end


local function read_head(socket)
  local line, err = socket:receive("*l")
  if not line then
    return nil, err
  end
  local status, length = tonumber(line:match("^HTTP/1%.1 (%d%d%d)")), nil
  repeat
    line, err = socket:receive("*l")
    if not line then
      return nil, err
    end
    length = tonumber(line:lower():match("^content%-length: (%d+)")) or length
  until line == ""
  if not status or not length then
    return nil, "an answer that cannot be read"
  end
  return status, length
end


function _M:request_uri(uri, options)
  local host, port, path = uri:match("^http://([^/:]+):(%d+)(/.*)$")
  local socket = self.socket
  local ok, err = socket:connect(host, tonumber(port))
  if not ok then
    return nil, err
  end
  local lines = { options.method .. " " .. path .. " HTTP/1.1", "Host: " .. host .. ":" .. port }
  for name, value in pairs(options.headers) do
    lines[#lines + 1] = name .. ": " .. value
  end
  ok, err = socket:send(table.concat(lines, "\r\n") .. "\r\n\r\n")
  if not ok then
    return nil, err
  end
  local status, length = read_head(socket)
  if not status then
    socket:close()
    return nil, length
  end
  local body
  body, err = socket:receive(length)
  if not body then
    socket:close()
    return nil, err
  end
  socket:setkeepalive(10000, 10)
  return { status = status, body = body }
end


return _M
