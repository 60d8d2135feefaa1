-- What the platform says of keys and origins, kept in `kong.cache`: never a look-up per request.
--
--   an answer, and that a key is unknown      `ttl` seconds; meanwhile nobody asks again
--   an old answer, the platform being away    until it is `max_stale` seconds old, tried again
--                                             after `retry`
--   no answer at all                          an error, so the request is refused
--
-- Keys that nobody is known to have may cause `lookups_per_second`, all together: strangers can
-- make up as many as they like. Those that had an answer are not counted, so a flood shuts no site
-- out. While the platform does not answer, it is asked once a second.
local cjson = require "cjson.safe"
local http = require "resty.http"
local context = require "kong.plugins.widget-domain-check.context"
local origins = require "kong.plugins.widget-domain-check.origins"


local floor = math.floor


local PREFIX = "widget-domain-check:"
local KNOWN_SECONDS = 86400
local REST_SECONDS = 1
local LINE_SECONDS = 1
-- Of ours: nginx_http_lua_shared_dict = "widget_domain_check 2m" in Kong's settings.
local DICT = "widget_domain_check"


local _M = {}


-- Each look-up of an unknown key has a part of a second to itself, so over no stretch of time are
-- they more. Whoever finds theirs taken waits for a later one, of those within a second: sites that
-- are all asked for at once, after a start, are not refused, and a flood fills a short line.
local function await_turn(conf, dict)
  local rate = conf.lookups_per_second
  local part = floor(ngx.now() * rate)
  for ahead = 0, rate * LINE_SECONDS do
    if dict:add("asked:" .. part + ahead, true, LINE_SECONDS + 1) then
      if ahead > 0 then
        ngx.sleep((part + ahead) / rate - ngx.now())
      end
      return true
    end
  end
  return nil, "too many unknown keys"
end


local function may_ask(conf, key)
  local dict = ngx.shared[DICT]
  if not dict then
    return nil, "the shared dictionary " .. DICT .. " is not declared"
  end
  local resting = "the platform did not answer a moment ago"
  if dict:get("resting") then
    return nil, resting
  end
  if key and not dict:get("known:" .. key) then
    local ok, err = await_turn(conf, dict)
    if not ok then
      return nil, err
    end
    if dict:get("resting") then
      return nil, resting
    end
  end
  return dict
end


-- Returns the status and the decoded body, or nil and an error.
local function ask(conf, path)
  local client = http.new()
  client:set_timeouts(conf.connect_timeout, conf.read_timeout, conf.read_timeout)
  local response, err = client:request_uri(conf.platform_url .. path, {
    method = "GET",
    headers = context.lookup_headers(conf.secret, path),
  })
  if not response then
    return nil, err
  end
  local body = cjson.decode(response.body)
  if type(body) ~= "table" or (response.status ~= 200 and body.code ~= "site_unknown") then
    return nil, "the platform answered " .. response.status
  end
  return response.status, body
end


local function asked(conf, path, key)
  local dict, err = may_ask(conf, key)
  if not dict then
    return nil, err
  end
  local status, body = ask(conf, path)
  if not status then
    kong.log.warn("no answer to ", path, ": ", body)
    dict:set("resting", true, REST_SECONDS)
    return nil, body
  end
  if key then
    dict:set("known:" .. key, status == 200 or nil, KNOWN_SECONDS)
  end
  return status == 200 and body or nil
end


local function site_of(body)
  return { id = body.site_id, list = origins.list(body.origins), at = ngx.now() }
end


local function origins_of(body)
  return {
    sites = origins.list(body.origins),
    console = origins.list(body.console),
    scheme = body.console[1]:match("^(https?)://"),
    at = ngx.now(),
  }
end


-- For `kong.cache`: an entry, or none, or an error; and how long an old entry is to serve.
-- The last answer is kept beside the cache, for that keeps what has expired only until its room is
-- wanted: any other entry that is written may push it out.
local function load(conf, name, make, path, key)
  local body, err = asked(conf, path, key)
  local dict = ngx.shared[DICT]
  if not err then
    local entry = body and make(body)
    dict:set("last:" .. name, entry and cjson.encode(entry), conf.max_stale)
    return entry
  end
  local kept = dict and dict:get("last:" .. name)
  if kept then
    return cjson.decode(kept), nil, conf.retry
  end
  return nil, err
end


local function cached(conf, name, make, path, key)
  local opts = { ttl = conf.ttl, neg_ttl = conf.ttl, resurrect_ttl = conf.retry }
  local entry, err = kong.cache:get(PREFIX .. name, opts, load, conf, name, make, path, key)
  if entry and ngx.now() - entry.at > conf.max_stale then
    return nil, "the last answer is too old"
  end
  return entry, err
end


-- A site `{ id, list }` by its key; nil when there is none; nil and an error when nobody can say.
function _M.site(conf, key)
  return cached(conf, "site:" .. key, site_of, "/internal/v1/sites/" .. key, key)
end


-- All origins, `{ sites, console, scheme }`; nil and an error when nobody can say.
function _M.origins(conf)
  return cached(conf, "origins", origins_of, "/internal/v1/origins")
end


return _M
