local plugin_name = "widget-domain-check"
local package_name = "kong-plugin-" .. plugin_name
local package_version = "1.0.0"
local rockspec_revision = "1"

package = package_name
version = package_version .. "-" .. rockspec_revision
supported_platforms = { "linux" }
source = {
  url = "file://.",
}
description = {
  summary = "Site keys and origins of Otvet's widget, checked at the gateway",
  license = "Apache-2.0",
}
dependencies = {
}
build = {
  type = "builtin",
  modules = {
    ["kong.plugins." .. plugin_name .. ".access"] = "kong/plugins/" .. plugin_name .. "/access.lua",
    ["kong.plugins." .. plugin_name .. ".context"] = "kong/plugins/" .. plugin_name .. "/context.lua",
    ["kong.plugins." .. plugin_name .. ".handler"] = "kong/plugins/" .. plugin_name .. "/handler.lua",
    ["kong.plugins." .. plugin_name .. ".lookup"] = "kong/plugins/" .. plugin_name .. "/lookup.lua",
    ["kong.plugins." .. plugin_name .. ".origins"] = "kong/plugins/" .. plugin_name .. "/origins.lua",
    ["kong.plugins." .. plugin_name .. ".refusal"] = "kong/plugins/" .. plugin_name .. "/refusal.lua",
    ["kong.plugins." .. plugin_name .. ".schema"] = "kong/plugins/" .. plugin_name .. "/schema.lua",
  },
}
