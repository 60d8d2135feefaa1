local helpers = require "spec.helpers"


local PLUGIN_NAME = "widget-domain-check"
local SHOP = "https://shop.example.com"


-- A platform with one site, which counts what it is asked and says what it was passed.
local platform_port = helpers.get_available_port()
local PLATFORM = ([[
  lua_shared_dict asked 1m;
  server {
    listen 127.0.0.1:%d;
    location /internal/ {
      content_by_lua_block {
        local cjson = require "cjson"
        ngx.shared.asked:incr("count", 1, 0)
        local body = { origins = { "https://shop.example.com" }, site_id = "s1",
                       console = { "https://help.example.com" } }
        if ngx.var.uri:find("/sites/") and not ngx.var.uri:find("shop%%-0001") then
          ngx.status, body = 404, { code = "site_unknown" }
        end
        local text = cjson.encode(body)
        ngx.header["Content-Length"] = #text
        ngx.print(text)
      }
    }
    location = /api/v1/visitor/asked {
      content_by_lua_block { ngx.print(ngx.shared.asked:get("count") or 0) }
    }
    location / {
      content_by_lua_block { ngx.print(require("cjson").encode(ngx.req.get_headers(200))) }
    }
  }
]]):format(platform_port)


for _, strategy in ipairs({ "off" }) do
  describe(PLUGIN_NAME .. ": (access) [#" .. strategy .. "]", function()

    local client


    lazy_setup(function()
      local bp = helpers.get_db_utils(strategy == "off" and "postgres" or strategy, nil,
                                      { PLUGIN_NAME })
      local service = bp.services:insert({ url = "http://127.0.0.1:" .. platform_port })
      for mode, path in pairs({
        static = "/widget.js", site = "~/api/v1/visitor/(sessions|look)$",
        any = "/api/v1/visitor/", console = "/api/v1/",
      }) do
        local route = bp.routes:insert({ service = service, paths = { path }, strip_path = false })
        bp.plugins:insert({
          name = PLUGIN_NAME,
          route = { id = route.id },
          config = {
            mode = mode,
            platform_url = "http://127.0.0.1:" .. platform_port,
            secret = ("s"):rep(32),
          },
        })
      end
      assert(helpers.start_kong({
        database = strategy,
        nginx_conf = "spec/fixtures/custom_nginx.template",
        plugins = "bundled," .. PLUGIN_NAME,
        declarative_config = strategy == "off" and helpers.make_yaml_file
                             and helpers.make_yaml_file() or nil,
        nginx_http_lua_shared_dict = "widget_domain_check 2m",
      }, nil, nil, { http_mock = { platform = PLATFORM } }))
    end)

    lazy_teardown(function()
      helpers.stop_kong(nil, true)
    end)

    before_each(function()
      client = helpers.proxy_client()
    end)

    after_each(function()
      client:close()
    end)


    local function begin(key, origin)
      return client:post("/api/v1/visitor/sessions", {
        headers = { ["Content-Type"] = "application/json", Origin = origin },
        body = ('{"site_key": "%s"}'):format(key),
      })
    end


    it("lets a site's own page through and signs what it knows", function()
      local response = begin("shop-0001", SHOP)
      assert.equal(200, response.status)
      local body = response:read_body()
      assert.matches('"x-widget-site":"s1"', body, 1, true)
      assert.matches('"x%-widget%-signature":"' .. ("%x"):rep(64) .. '"', body)
    end)

    it("refuses another page, none, and a key that nobody has", function()
      assert.equal(403, begin("shop-0001", "https://evil.example").status)
      assert.equal(403, begin("shop-0001").status)
      assert.equal(404, begin("nobody-0001", SHOP).status)
    end)

    it("gives files to everybody", function()
      assert.equal(200, client:get("/widget.js", {}).status)
    end)

    it("keeps operators' routes to the console", function()
      local function status_from(origin)
        return client:get("/api/v1/conversations", { headers = { Origin = origin } }).status
      end
      assert.equal(200, status_from("https://help.example.com"))
      assert.equal(403, status_from(SHOP))
    end)

    it("asks once for each key, and once for all origins", function()
      for _ = 1, 20 do
        begin("shop-0001", SHOP)
        begin("nobody-0001", SHOP)
      end
      local response = client:get("/api/v1/visitor/asked", { headers = { Origin = SHOP } })
      assert.equal("3", response:read_body())
    end)

  end)
end
