local PLUGIN_NAME = "widget-domain-check"


local validate do
  local validate_entity = require("spec.helpers").validate_plugin_config_schema
  local plugin_schema = require("kong.plugins." .. PLUGIN_NAME .. ".schema")

  -- Judges good settings with some of them changed; `false` takes one away.
  function validate(changes)
    local data = {
      mode = "site",
      platform_url = "http://handlers:8080",
      secret = "{vault://env/gateway-secret}",
    }
    for name, value in pairs(changes or {}) do
      data[name] = value or nil
    end
    return validate_entity(data, plugin_schema)
  end
end


describe(PLUGIN_NAME .. ": (schema)", function()

  it("fills in the times and the limits", function()
    local ok, err = validate()
    assert.is_nil(err)
    assert.same({ 60, 300, 10, 10, 500, 1000 }, {
      ok.config.ttl, ok.config.max_stale, ok.config.retry, ok.config.lookups_per_second,
      ok.config.connect_timeout, ok.config.read_timeout,
    })
  end)

  it("takes a secret by reference, or one that is long enough", function()
    assert.is_truthy(validate({ secret = ("s"):rep(32) }))
    local ok, err = validate({ secret = ("s"):rep(31) })
    assert.is_falsy(ok)
    assert.equal("length must be at least 32", err.config.secret)
  end)

  for _, name in ipairs({ "mode", "platform_url", "secret" }) do
    it("does not do without " .. name, function()
      local ok, err = validate({ [name] = false })
      assert.is_falsy(ok)
      assert.equal("required field missing", err.config[name])
    end)
  end

  it("refuses what it does not know, and what is out of bounds", function()
    for name, value in pairs({
      mode = "open", platform_url = "handlers:8080", ttl = 0, max_stale = 1e6, retry = 0.5,
      lookups_per_second = 0, read_timeout = "soon", origins = "*",
    }) do
      local ok, err = validate({ [name] = value })
      assert.is_falsy(ok, name)
      assert.is_truthy(err.config[name], name)
    end
  end)

  it("does not let an answer be too old before it is old", function()
    local ok, err = validate({ ttl = 60, max_stale = 59 })
    assert.is_falsy(ok)
    assert.same({ "max_stale must not be less than ttl" }, err.config["@entity"])
    assert.is_truthy(validate({ ttl = 60, max_stale = 60 }))
  end)

end)
