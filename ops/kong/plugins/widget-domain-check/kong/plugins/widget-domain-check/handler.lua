-- Lets a request through when its page may call, and signs what it lets through.
-- What is decided where: README.md beside this plugin.
local access = require "kong.plugins.widget-domain-check.access"


local WidgetDomainCheck = {
  -- After request-size-limiting (951) and rate-limiting (910), so that one address's flood is cut
  -- before it costs a look-up; before what changes requests (801), so that what is signed is sent.
  PRIORITY = 905,
  VERSION = "1.0.0",
}


function WidgetDomainCheck:access(conf)
  access.execute(conf)
end


return WidgetDomainCheck
