-- Two lines of what Kong's plugin `prometheus` says: who answered which route with which status.
local _M = {}


local NAME = "kong_http_requests_total"


-- In the log phase of each request.
function _M.add()
  local route = ngx.var.route
  if route and route ~= "" then
    local source = ngx.var.upstream_status and "service" or "kong"
    ngx.shared.standin_counts:incr(('route="%s",code="%d",source="%s"'):format(
      route, ngx.status, source), 1, 0)
  end
end


function _M.show()
  local counts = ngx.shared.standin_counts
  ngx.header["Content-Type"] = "text/plain; version=0.0.4"
  ngx.say("# TYPE ", NAME, " counter")
  for _, labels in ipairs(counts:get_keys(0)) do
    ngx.say(NAME, '{service="platform",', labels, ',workspace="default",consumer=""} ',
            counts:get(labels))
  end
end


return _M
