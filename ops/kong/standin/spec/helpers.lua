-- What a plugin's specs ask Kong's `spec.helpers` for, over Debian's nginx.
local cjson = require "cjson"
local socket = require "socket"
local http = require "socket.http"
local ltn12 = require "ltn12"


local STANDIN = assert(os.getenv("KONG_STANDIN"), "KONG_STANDIN is not set")
local PLUGIN = assert(os.getenv("KONG_PLUGIN"), "KONG_PLUGIN is not set")
local FOLDER = assert(os.getenv("KONG_FOLDER"), "KONG_FOLDER is not set")


local _M = { validate_plugin_config_schema = require "spec.validation" }
local routes, port


function _M.get_available_port()
  local probe = assert(socket.bind("127.0.0.1", 0))
  local _, found = probe:getsockname()
  probe:close()
  return tonumber(found)
end


-- The blueprints of a database: here a list of routes, with one plugin each.
function _M.get_db_utils()
  routes = {}
  return {
    services = { insert = function(_, service) return service end },
    routes = { insert = function(_, route)
      routes[#routes + 1] = route
      route.id = "route" .. #routes
      return route
    end },
    plugins = { insert = function(_, plugin)
      for _, route in ipairs(routes) do
        if route.id == plugin.route.id then
          route.config = plugin.config
        end
      end
    end },
  }
end


local function write(path, text)
  local file = assert(io.open(path, "w"))
  file:write(text)
  file:close()
end


local function filled(config, schema)
  local found, err = _M.validate_plugin_config_schema(config, schema)
  return assert(found, err and cjson.encode(err)).config
end


function _M.start_kong(env, _, _, fixtures)
  local schema = require("kong.plugins." .. env.plugins:match("[^,]+$") .. ".schema")
  local configs, locations = {}, {}
  for _, route in ipairs(routes) do
    configs[route.id] = filled(route.config, schema)
    for _, path in ipairs(route.paths) do
      locations[#locations + 1] = ("location %s { set $route %s; include %s/location.conf; }")
        :format(path:gsub("^~", "~ ^"), route.id, STANDIN)
    end
  end
  write(FOLDER .. "/routes.json", cjson.encode(configs))
  port = _M.get_available_port()
  local servers = {}
  for _, block in pairs(fixtures.http_mock) do
    servers[#servers + 1] = block
  end
  local values = {
    USER = "user root;", WORKERS = "2", FOLDER = FOLDER, PLUGIN = PLUGIN, STANDIN = STANDIN,
    PLATFORM = routes[1].service.url:match("^http://(.+)$"), PORT = tostring(port),
    SERVERS = table.concat(servers, "\n"), LOCATIONS = table.concat(locations, "\n"),
  }
  local template = assert(io.open(STANDIN .. "/nginx.conf")):read("*a")
  write(FOLDER .. "/nginx.conf", (template:gsub("@(%u+)@", values):gsub("daemon off", "daemon on")))
  return os.execute(("/usr/sbin/nginx -p %s -c %s/nginx.conf -e %s/error.log 2>/dev/null")
    :format(FOLDER, FOLDER, FOLDER)) == 0, "nginx did not start"
end


function _M.stop_kong()
  os.execute(("kill $(cat %s/nginx.pid)"):format(FOLDER))
end


-- A client of the gateway: `client:get(path, { headers, body })` and `client:post`.
function _M.proxy_client()
  local client = {}
  local function send(method, path, options)
    local parts, body = {}, options.body
    local headers = {}
    for name, value in pairs(options.headers or {}) do
      headers[name] = value
    end
    headers["Content-Length"] = body and #body or nil
    local _, status, got = http.request({
      method = method, url = ("http://127.0.0.1:%d%s"):format(port, path), headers = headers,
      source = body and ltn12.source.string(body), sink = ltn12.sink.table(parts),
    })
    return { status = status, headers = got, read_body = function() return table.concat(parts) end }
  end
  function client:get(path, options) return send("GET", path, options) end
  function client:post(path, options) return send("POST", path, options) end
  function client:close() end
  return client
end


return _M
