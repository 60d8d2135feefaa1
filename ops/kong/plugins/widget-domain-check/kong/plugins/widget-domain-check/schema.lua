local typedefs = require "kong.db.schema.typedefs"


local PLUGIN_NAME = "widget-domain-check"


local function stale_is_not_younger_than_fresh(entity)
  if entity.max_stale < entity.ttl then
    return nil, "max_stale must not be less than ttl"
  end
  return true
end


return {
  name = PLUGIN_NAME,
  fields = {
    { consumer = typedefs.no_consumer },
    { protocols = typedefs.protocols_http },
    { config = {
        type = "record",
        fields = {
          -- static: files, from anywhere. site: the key and its own origins. any: an origin of
          -- whatever site, or the console's. console: the console's origins, or a key of the API.
          { mode = { type = "string", required = true,
                     one_of = { "static", "site", "any", "console" } } },
          -- Where the platform answers the gateway's questions.
          { platform_url = typedefs.url({ required = true }) },
          -- GATEWAY_SECRET of the platform; best a reference, as {vault://env/gateway-secret}.
          { secret = { type = "string", required = true, referenceable = true, encrypted = true,
                       len_min = 32 } },
          -- Seconds that an answer is fresh, that a site is unknown, and that an old answer serves
          -- while the platform is away.
          { ttl = { type = "integer", required = true, default = 60, between = { 1, 3600 } } },
          { max_stale = { type = "integer", required = true, default = 300,
                          between = { 1, 86400 } } },
          -- Seconds between two attempts to renew an old answer.
          { retry = { type = "integer", required = true, default = 10, between = { 1, 300 } } },
          -- Of keys that nobody is known to have, by the whole node.
          { lookups_per_second = { type = "integer", required = true, default = 10,
                                   between = { 1, 1000 } } },
          -- Milliseconds.
          { connect_timeout = { type = "integer", required = true, default = 500,
                                between = { 1, 60000 } } },
          { read_timeout = { type = "integer", required = true, default = 1000,
                             between = { 1, 60000 } } },
        },
        entity_checks = {
          { custom_entity_check = {
              field_sources = { "ttl", "max_stale" },
              fn = stale_is_not_younger_than_fresh,
          } },
        },
    } },
  },
}
