-- Who may call, in the order of cost: what the request says of itself, then what is cached, then
-- what must be asked. Every way out of here is an answer or a signature.
local cjson = require "cjson.safe"
local context = require "kong.plugins.widget-domain-check.context"
local lookup = require "kong.plugins.widget-domain-check.lookup"
local origins = require "kong.plugins.widget-domain-check.origins"
local refusal = require "kong.plugins.widget-domain-check.refusal"


local find = string.find
local gmatch = string.gmatch
local lower = string.lower


local MAX_HEADERS = 200
-- As the route's request-size-limiting has it, 64 KiB: of the body, not of how it is framed.
local MAX_BODY = 65536
-- As shared/domain/scopes.py has it: programs with such a key are no browsers and have no origin.
local BEARER_KEY = "^[Bb][Ee][Aa][Rr][Ee][Rr]%s+otvk_"
-- What clients and proxies say of a connection.
local HOPS = { close = true, ["keep-alive"] = true, upgrade = true, te = true,
               ["http2-settings"] = true }


local _M = {}


local function unavailable(err)
  kong.log.warn("refused, for nobody can say: ", err)
  return refusal.exit("store_unavailable")
end


-- The origin that the request says it has, or that the browser vouches for: it leaves `Origin` out
-- of GET requests to the page's own origin, but marks those, which a page cannot forge.
local function origin_of(conf, headers)
  local given = headers["origin"]
  if given ~= nil or headers["sec-fetch-site"] ~= "same-origin" then
    return given
  end
  local known, err = lookup.origins(conf)
  if not known then
    return nil, err
  end
  return known.scheme .. "://" .. (kong.request.get_header("host") or "")
end


-- Of a body that is too large nothing but a part, one byte more than is taken, is returned.
local function body_of_request()
  local body, err = kong.request.get_raw_body()
  if body then
    return body
  end
  -- It did not fit into nginx's buffer, into which a chunked one goes with its framing.
  local path = ngx.req.get_body_file()
  local file = path and io.open(path, "rb")
  if not file then
    kong.log.notice("a body that cannot be read: ", err)
    return ""
  end
  body = file:read(MAX_BODY + 1)
  file:close()
  return body or ""
end


-- The key that a request says; nil, and a code where another refusal than of a wrong key is due.
local function site_key()
  local key
  if kong.request.get_method() == "POST" then
    local body = body_of_request()
    if #body > MAX_BODY then
      return nil, "payload_too_large"
    end
    local decoded = cjson.decode(body)
    key = type(decoded) == "table" and decoded.site_key
  else
    key = kong.request.get_query_arg("site_key")
  end
  if type(key) == "string" and #key >= 8 and #key <= 64 and find(key, "^[%w_-]+$") then
    return key
  end
  return nil, "invalid_payload"
end


-- The site's own origins, by its key.
local function judge_site(conf, origin, text)
  local key, code = site_key()
  if not key then
    return refusal.exit(code)
  end
  local site, err = lookup.site(conf, key)
  if err then
    return unavailable(err)
  end
  if not site then
    return refusal.exit("site_unknown")
  end
  if not origins.allows(site.list, origin, text) then
    return refusal.exit("origin_forbidden")
  end
  return context.sign(conf, site.id, text)
end


-- An origin of the console's, or of any site's: whose it must be is in a token, which the handler
-- reads.
local function judge_origin(conf, origin, text, sites_too)
  local known, err = lookup.origins(conf)
  if not known then
    return unavailable(err)
  end
  if origins.allows(known.console, origin, text)
     or (sites_too and origins.allows(known.sites, origin, text)) then
    return context.sign(conf, "", text)
  end
  return refusal.exit("origin_forbidden")
end


-- Kong drops the headers that `Connection` names, after the plugins; before 3.9.4 the length of the
-- body too, and what stood in it was the next request (CVE-2026-6338).
local function drops_headers(connection)
  if type(connection) == "table" then
    connection = table.concat(connection, ",")
  end
  for name in gmatch(lower(connection or ""), "[^,%s]+") do
    if not HOPS[name] then
      return true
    end
  end
  return false
end


local function has_key_of_api(headers)
  local authorization = headers["authorization"]
  return type(authorization) == "string" and find(authorization, BEARER_KEY) ~= nil
end


function _M.execute(conf)
  local headers, err = kong.request.get_headers(MAX_HEADERS)
  if err then
    return refusal.exit("payload_too_large")
  end
  if drops_headers(headers["connection"]) then
    return refusal.exit("invalid_payload")
  end
  context.clear(headers)
  if conf.mode == "static" then
    return context.sign(conf, "", "")
  end
  local given
  given, err = origin_of(conf, headers)
  if err then
    return unavailable(err)
  end
  if given == nil then
    if conf.mode == "console" and has_key_of_api(headers) then
      return context.sign(conf, "", "")
    end
    return refusal.exit("origin_missing")
  end
  local origin, text
  if type(given) == "string" then  -- else there were several
    origin, text = origins.parse(given)
  end
  if not origin then
    return refusal.exit("origin_forbidden")
  end
  -- A preflight says nothing but where it comes from.
  if conf.mode == "site" and kong.request.get_method() ~= "OPTIONS" then
    return judge_site(conf, origin, text)
  end
  return judge_origin(conf, origin, text, conf.mode ~= "console")
end


return _M
