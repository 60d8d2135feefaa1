-- The types of Kong's schemas that the plugin's names.
local typedefs = {}


typedefs.no_consumer = { type = "foreign", reference = "consumers", eq = "null" }
typedefs.protocols_http = { type = "set", elements = { type = "string",
                            one_of = { "http", "https", "grpc", "grpcs" } } }


function typedefs.url(overrides)
  local field = { type = "string", is_url = true }
  for name, value in pairs(overrides) do
    field[name] = value
  end
  return field
end


return typedefs
