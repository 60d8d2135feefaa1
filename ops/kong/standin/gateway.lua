-- Runs the plugin for a route, as Kong would.
local cjson = require "cjson"
local handler = require "kong.plugins.widget-domain-check.handler"


local _M = {}
local routes


-- `path` is a JSON file: the plugin's settings of each route, or false where it is not to run.
function _M.init(path)
  local file = assert(io.open(path))
  routes = cjson.decode(file:read("*a"))
  file:close()
  _G.kong = require "pdk"
end


function _M.init_worker()
  kong.cache = require("cache").new()
end


function _M.access(name)
  -- Kong's own part: the path as it goes on, and addresses, before any plugin.
  ngx.var.upstream_uri = ngx.escape_uri(ngx.var.uri, 0)
  ngx.var.upstream_x_forwarded_for = ngx.var.proxy_add_x_forwarded_for
  if routes[name] then
    handler:access(routes[name])
  end
end


return _M
