-- What the platform is told of a request, signed: shared/auth/gateway.py reads it.
local hmac = require "resty.openssl.hmac"


local byte = string.byte
local concat = table.concat
local format = string.format
local gsub = string.gsub


-- Two kinds, so that what is passed on for somebody never passes for a question of the gateway.
local REQUEST = "otvet-request-1"
local LOOKUP = "otvet-lookup-1"


local _M = { REQUEST = REQUEST, LOOKUP = LOOKUP }


local function to_hex(binary)
  return (gsub(binary, ".", function(char) return format("%02x", byte(char)) end))
end


function _M.signature(secret, purpose, method, path, site, origin, at)
  local text = concat({ purpose, method, path, site, origin, at }, "\n")
  return to_hex(assert(assert(hmac.new(secret, "sha256")):final(text)))
end


-- The headers of a question of the gateway's own.
function _M.lookup_headers(secret, path)
  local at = format("%d", ngx.time())
  return {
    ["X-Widget-Time"] = at,
    ["X-Widget-Signature"] = _M.signature(secret, LOOKUP, "GET", path, "", "", at),
  }
end


-- Signs the request that is passed on. `site` and `origin` are empty where they were not judged.
function _M.sign(conf, site, origin)
  local request = kong.service.request
  local at = format("%d", ngx.time())
  -- The path as Kong sends it: it may be written otherwise than it came.
  local signature = _M.signature(conf.secret, REQUEST, kong.request.get_method(),
                                 ngx.var.upstream_uri, site, origin, at)
  if site ~= "" then
    request.set_header("X-Widget-Site", site)
  end
  if origin ~= "" then
    request.set_header("X-Widget-Origin", origin)
  end
  request.set_header("X-Widget-Time", at)
  request.set_header("X-Widget-Signature", signature)
end


-- Drops what only a gateway may say. Kong writes X-Forwarded-* itself, but adds to a list of
-- addresses that came in; underscores are dashes to some who read headers.
function _M.clear(headers)
  for name in pairs(headers) do
    local plain = gsub(name, "_", "-")
    if plain:find("^x%-widget%-") or plain:find("^x%-forwarded%-") or plain == "forwarded"
       or plain == "x-real-ip" then
      kong.service.request.clear_header(name)
    end
  end
  ngx.var.upstream_x_forwarded_for = kong.client.get_forwarded_ip()
end


return _M
