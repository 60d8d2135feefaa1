local PLUGIN_NAME = "widget-domain-check"
local MODULES = "kong.plugins." .. PLUGIN_NAME .. "."


local cjson = require "cjson.safe"


describe(PLUGIN_NAME .. ": (unit)", function()

  local now, slept, answers, asked, headers, cleared, sent, exited


  -- One shared dictionary, by the clock of the test.
  local function new_dict()
    local kept = {}
    local dict = {}
    function dict:get(key)
      local entry = kept[key]
      return entry and entry.ends > now and entry.value or nil
    end
    function dict:set(key, value, ttl)
      kept[key] = { value = value, ends = now + ttl }
    end
    function dict:add(key, value, ttl)
      local is_new = self:get(key) == nil
      if is_new then
        self:set(key, value, ttl)
      end
      return is_new
    end
    return dict
  end


  setup(function()
    package.loaded["resty.http"] = { new = function()
      return {
        set_timeouts = function() end,
        request_uri = function(_, uri)
          asked[#asked + 1] = uri
          local answer = answers[uri:match("/internal/v1/(.+)$")]
          if type(answer) == "string" then
            return nil, answer
          end
          answer = answer or { 404, { code = "site_unknown" } }
          return { status = answer[1], body = cjson.encode(answer[2]) }
        end,
      }
    end }
  end)


  before_each(function()
    now, slept, answers, asked, headers, cleared, sent, exited = 1000, {}, {}, {}, {}, {}, {}, nil
    _G.ngx = {
      now = function() return now end,
      sleep = function(seconds) slept[#slept + 1] = seconds end,
      time = function() return math.floor(now) end,
      shared = { widget_domain_check = new_dict() },
      var = { upstream_uri = "/api/v1/visitor/look", request_id = ("0"):rep(32) },
    }
    _G.kong = {
      log = { warn = function() end, notice = function() end },
      client = { get_forwarded_ip = function() return "10.0.0.1" end },
      cache = { get = function(_, _, _, load, ...) return load(...) end },
      request = {
        get_method = function() return "GET" end,
        get_header = function(name)  -- of several the first, as Kong's does
          return type(headers[name]) == "table" and headers[name][1] or headers[name]
        end,
        get_headers = function() return headers end,
        get_query_arg = function() return "shop-0001" end,
      },
      response = { exit = function(status, body)
        exited = { status, body.code }
      end },
      service = { request = {
        set_header = function(name, value) sent[name] = value end,
        clear_header = function(name) cleared[name] = true end,
      } },
    }
    answers["sites/shop-0001"] = { 200, { site_id = "s1", origins = { "https://shop.example" } } }
    answers.origins = { 200, {
      origins = { "https://shop.example", "https://*.wild.example:8443" },
      console = { "https://help.example" },
    } }
  end)


  local function conf(changes)
    local settings = {
      mode = "site", platform_url = "http://platform", secret = ("k"):rep(32), ttl = 60,
      max_stale = 300, retry = 10, lookups_per_second = 10, connect_timeout = 1, read_timeout = 1,
    }
    for name, value in pairs(changes or {}) do
      settings[name] = value
    end
    return settings
  end


  describe("origins", function()

    local origins = require(MODULES .. "origins")
    local file = assert(io.open("../../../../shared/tests/origins.json"))
    local known = assert(cjson.decode(file:read("*a")))
    file:close()
    local list = origins.list(known.allowed)

    local function passes(on, text)
      local origin, serialised = origins.parse(text)
      return origin ~= nil and origins.allows(on, origin, serialised)
    end

    for kind, texts in pairs(known.hostile) do
      it("refuses " .. kind, function()
        for _, one in ipairs(texts) do
          local text = type(one) == "string" and one
                       or one.before .. one["repeat"]:rep(one.times) .. one.after
          assert.is_false(passes(list, text), text:sub(1, 60))
        end
      end)
    end

    it("reads what browsers send as the platform does", function()
      for text, serialised in pairs(known.good) do
        assert.equal(serialised, select(2, origins.parse(text)))
      end
      assert.is_true(passes(list, "https://example.com:443"))
    end)

    it("lets a wildcard stand for what is below it, with its scheme and port", function()
      local below = origins.list({ "https://*.example.com", "http://*.example.org:8080" })
      for text, expected in pairs({
        ["https://a.example.com"] = true, ["https://a.b.example.com"] = true,
        ["http://a.example.org:8080"] = true, ["https://example.com"] = false,
        ["https://aexample.com"] = false, ["http://a.example.com"] = false,
        ["https://a.example.com:8443"] = false, ["http://a.example.org"] = false,
        ["https://a.example.com.evil.test"] = false, ["https://*.example.com"] = false,
      }) do
        assert.equal(expected, passes(below, text), text)
      end
      assert.is_false(passes(origins.list({ "http://*.0.0.1" }), "http://10.0.0.1"))
    end)

  end)


  describe("context", function()

    local context = require(MODULES .. "context")

    it("signs as the platform does", function()
      -- By shared/auth/gateway.py.
      local secret = ("k"):rep(32)
      local signature = context.signature(secret, context.REQUEST, "GET", "/a", "s", "o", "7")
      assert.equal("ae82b91ddb58fa31246354ce1dcd485c02ffd0ba29cb7f4e19f21b62f8c0a2ec", signature)
    end)

    it("drops what only a gateway may say, however it is written", function()
      context.clear({
        ["x-widget-site"] = "1", x_widget_origin = "1", ["x-forwarded-for"] = "1",
        x_forwarded_host = "1", forwarded = "1", ["x-real-ip"] = "1",
        ["x-widgets"] = "1", origin = "1", ["x-request-id"] = "1",
      })
      assert.same({
        ["x-widget-site"] = true, x_widget_origin = true, ["x-forwarded-for"] = true,
        x_forwarded_host = true, forwarded = true, ["x-real-ip"] = true,
      }, cleared)
      assert.equal("10.0.0.1", ngx.var.upstream_x_forwarded_for)
    end)

  end)


  describe("lookup", function()

    local lookup = require(MODULES .. "lookup")

    it("tells a site, none, and that nobody can say apart", function()
      assert.equal("s1", lookup.site(conf(), "shop-0001").id)
      assert.same({}, { lookup.site(conf(), "nobody-01") })
      -- Such a 404 is no answer: the platform has no secret of a gateway.
      answers["sites/other-001"] = { 404, { code = "not_found" } }
      local site, err = lookup.site(conf(), "other-001")
      assert.is_nil(site)
      assert.equal("the platform answered 404", err)
    end)

    it("asks for ten unknown keys a second, and for known ones all the same", function()
      assert.is_truthy(lookup.site(conf(), "shop-0001"))
      for number = 1, 20 do
        lookup.site(conf(), "made-up-" .. number)
      end
      -- One now, ten in line, each with a tenth of a second to itself.
      assert.equal(11, #asked)
      for place, seconds in ipairs(slept) do
        assert.near(place / 10, seconds, 0.001)
      end
      assert.equal(10, #slept)
      assert.equal("too many unknown keys", select(2, lookup.site(conf(), "made-up-x")))
      assert.is_truthy(lookup.site(conf(), "shop-0001"))
      assert.equal(12, #asked)
      now = now + 0.1
      assert.same({}, { lookup.site(conf(), "made-up-x") })
    end)

    it("serves the last answer while there is no other, until it is too old", function()
      assert.is_truthy(lookup.site(conf(), "shop-0001"))
      answers["sites/shop-0001"] = "connection refused"
      now = now + 299
      assert.equal("s1", lookup.site(conf(), "shop-0001").id)
      now = now + 2
      assert.equal("connection refused", select(2, lookup.site(conf(), "shop-0001")))
    end)

    it("does not serve an entry of the cache that is too old", function()
      kong.cache.get = function() return { id = "s1", at = now - 301 } end
      local site, err = lookup.site(conf(), "shop-0001")
      assert.is_nil(site)
      assert.equal("the last answer is too old", err)
    end)

    it("forgets a site that is gone, also for when the platform is away", function()
      assert.is_truthy(lookup.site(conf(), "shop-0001"))
      answers["sites/shop-0001"] = nil
      assert.is_nil(lookup.site(conf(), "shop-0001"))
      answers["sites/shop-0001"] = "timeout"
      assert.equal("timeout", select(2, lookup.site(conf(), "shop-0001")))
    end)

    it("leaves a platform that does not answer alone for a second", function()
      answers["sites/shop-0001"] = "timeout"
      for _ = 1, 5 do
        assert.is_nil(lookup.site(conf(), "shop-0001"))
      end
      assert.equal(1, #asked)
      now = now + 1.1
      lookup.site(conf(), "shop-0001")
      assert.equal(2, #asked)
    end)

    it("refuses where its dictionary is not declared", function()
      ngx.shared = {}
      assert.matches("not declared", select(2, lookup.site(conf(), "shop-0001")))
    end)

  end)


  describe("access", function()

    local handler = require(MODULES .. "handler")

    it("runs between the limits and what changes requests", function()
      assert.is_true(handler.PRIORITY < 910 and handler.PRIORITY > 801)
      assert.matches("^%d+%.%d+%.%d+$", handler.VERSION)
    end)

    local cases = {
      { "site", "https://shop.example", site = "s1" },
      { "site", "https://help.example", 403, "origin_forbidden" },
      { "site", nil, 403, "origin_missing" },
      { "any", "https://a.wild.example:8443", site = nil },
      { "any", "https://help.example" },
      { "any", "https://evil.example", 403, "origin_forbidden" },
      { "console", "https://help.example" },
      { "console", "https://shop.example", 403, "origin_forbidden" },
      { "console", nil, 403, "origin_missing" },
    }
    for _, case in ipairs(cases) do
      local mode, origin, status, code = case[1], case[2], case[3], case[4]
      it(("%s from %s: %s"):format(mode, tostring(origin), code or "passes"), function()
        headers.origin = origin
        handler:access(conf({ mode = mode }))
        assert.same(status and { status, code }, exited)
        assert.equal(not status and origin or nil, sent["X-Widget-Origin"])
        assert.equal(case.site, sent["X-Widget-Site"])
        assert.equal(not status, sent["X-Widget-Signature"] ~= nil)
      end)
    end

    it("writes down what it refuses and whose, in one line", function()
      local said = {}
      kong.log.notice = function(...) said[#said + 1] = table.concat({ ... }) end
      headers.origin = "https://evil.example\r\n" .. ("x"):rep(400)
      handler:access(conf())
      headers.origin = nil
      handler:access(conf())
      assert.equal(2, #said)
      assert.matches("^refused: origin_forbidden, origin: https://evil%.example%?%?x+$", said[1])
      assert.is_true(#said[1] < 360)
      assert.equal("refused: origin_missing, origin: none", said[2])
    end)

    it("takes several origins for none of them", function()
      headers.origin = { "https://shop.example", "https://shop.example" }
      handler:access(conf())
      assert.same({ 403, "origin_forbidden" }, exited)
    end)

    it("asks nobody about files, and about an origin that is none", function()
      headers.origin = "https://shop.example/"
      handler:access(conf({ mode = "static" }))
      handler:access(conf())
      assert.same({ 403, "origin_forbidden" }, exited)
      assert.same({}, asked)
    end)

    it("refuses a request that names headers to be dropped, however often it says so", function()
      for _, named in ipairs({ "Content-Length", { "keep-alive", "x-widget-time" } }) do
        exited = nil
        headers.connection = named
        handler:access(conf({ mode = "static" }))
        assert.same({ 400, "invalid_payload" }, exited)
      end
      exited = nil
      headers.connection = { "keep-alive", "Upgrade" }
      handler:access(conf({ mode = "static" }))
      assert.is_nil(exited)
    end)

    it("refuses a request with more headers than it looks at", function()
      kong.request.get_headers = function() return headers, "truncated" end
      handler:access(conf({ mode = "static" }))
      assert.same({ 413, "payload_too_large" }, exited)
      assert.same({}, sent)
    end)

  end)

end)
