-- Web origins, read once and strictly: a scheme, a host and a port. The platform's own reader is
-- shared/domain/origins.py; both are held to the table shared/tests/origins.json.
local find = string.find
local gmatch = string.gmatch
local match = string.match
local sub = string.sub


local DEFAULT_PORTS = { http = 80, https = 443 }
local MAX_LENGTH = 300


local _M = {}


-- Browsers send hosts in lower case, and IDN as punycode.
local function is_name(host)
  for label in gmatch(host .. ".", "(.-)%.") do
    if #label > 63 or not find(label, "^[a-z0-9_][a-z0-9_-]*$") or sub(label, -1) == "-" then
      return false
    end
  end
  return true
end


local function is_address(host)
  return sub(host, 1, 1) == "[" or find(host, "^%d+$") or find(host, "%.%d+$")
end


local function split_port(authority)
  if sub(authority, -1) == "]" or not find(authority, ":", 1, true) then
    return authority
  end
  local host, digits = match(authority, "^(.*):([1-9]%d?%d?%d?%d?)$")
  local port = tonumber(digits)
  if not port or port > 65535 then
    return nil
  end
  return host, port
end


-- Returns `{ scheme, host, suffix }` and the origin as a browser writes it, without the port that
-- is the scheme's own; or nil when the text is none.
function _M.parse(text)
  if #text > MAX_LENGTH then
    return nil
  end
  local scheme, authority = match(text, "^(https?)://([^/]+)$")
  local host, port
  if scheme then
    host, port = split_port(authority)
  end
  if not host or not (find(host, "^%[[0-9a-f:.]+%]$") or is_name(host)) then
    return nil
  end
  local suffix = (port and port ~= DEFAULT_PORTS[scheme]) and ":" .. port or ""
  return { scheme = scheme, host = host, suffix = suffix }, scheme .. "://" .. host .. suffix
end


-- Makes a list of what the platform wrote, wildcards among it, to look origins up in.
function _M.list(texts)
  local exact, parents = {}, {}
  for i = 1, #texts do
    local scheme, rest = match(texts[i], "^(https?)://%*%.(.+)$")
    if scheme then
      parents[scheme .. "://" .. rest] = true
    else
      exact[texts[i]] = true
    end
  end
  return { exact = exact, parents = parents }
end


-- Whether an origin, as `parse` returned it, is on a list.
function _M.allows(list, origin, text)
  if list.exact[text] then
    return true
  end
  if next(list.parents) == nil or is_address(origin.host) then
    return false
  end
  local host = match(origin.host, "^[^.]+%.(.+)$")
  while host do
    if list.parents[origin.scheme .. "://" .. host .. origin.suffix] then
      return true
    end
    host = match(host, "^[^.]+%.(.+)$")
  end
  return false
end


return _M
