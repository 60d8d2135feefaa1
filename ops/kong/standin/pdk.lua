-- The part of Kong's plugin development kit that the plugin asks for; see README.md.
local cjson = require "cjson.safe"


local function first(value)
  if type(value) == "table" then
    return value[1]
  end
  return value
end


local request = {}

function request.get_method()
  return ngx.req.get_method()
end

function request.get_headers(max)
  return ngx.req.get_headers(max)
end

function request.get_header(name)
  return first(ngx.req.get_headers(1000)[name])
end

function request.get_query_arg(name)
  return first(ngx.req.get_uri_args(100)[name])
end

function request.get_raw_body()
  ngx.req.read_body()
  local body = ngx.req.get_body_data()
  if body then
    return body
  end
  if ngx.req.get_body_file() then
    return nil, "request body did not fit into client body buffer"
  end
  return ""
end


local response = {}

function response.exit(status, body, headers)
  ngx.status = status
  for name, value in pairs(headers) do
    ngx.header[name] = value
  end
  ngx.header["Content-Type"] = "application/json; charset=utf-8"
  ngx.print(cjson.encode(body))
  return ngx.exit(status)
end


local service = { request = {} }

function service.request.set_header(name, value)
  ngx.req.set_header(name, value)
end

function service.request.clear_header(name)
  ngx.req.clear_header(name)
end


local client = {}

function client.get_forwarded_ip()
  return ngx.var.remote_addr
end


local log = {}

for name, level in pairs({ err = ngx.ERR, warn = ngx.WARN, notice = ngx.NOTICE }) do
  log[name] = function(...)
    ngx.log(level, "[kong] ", ...)
  end
end


return { request = request, response = response, service = service, client = client, log = log }
