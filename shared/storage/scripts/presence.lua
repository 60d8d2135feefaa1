-- ARGV: verb, operator id, socket id, milliseconds the socket counts without a beat, then for
-- 'join': name, availability, sites (space separated); for 'choose': availability.
-- Which operators are here: each by their sockets, which count as long as their process says so.
--   presence                     sorted set: operator -> ms until which they are here
--   presence:<operator>          hash: name, availability (chosen), sites, told (state last told)
--   presence:<operator>:sockets  sorted set: socket -> ms
local verb, operator, socket, span = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local KEEP = 24 * 3600
local now = clock_ms()

local function settle(who)
  local key, sockets = 'presence:' .. who, 'presence:' .. who .. ':sockets'
  redis.call('ZREMRANGEBYSCORE', sockets, '-inf', now)
  local last = redis.call('ZREVRANGE', sockets, 0, 0, 'WITHSCORES')[2]
  if last then redis.call('ZADD', 'presence', last, who) else redis.call('ZREM', 'presence', who) end
  local known = redis.call('HMGET', key, 'availability', 'told', 'name', 'sites')
  local state = last and known[1] or 'offline'
  redis.call('EXPIRE', key, KEEP)
  redis.call('EXPIRE', sockets, KEEP)
  if not known[4] or state == (known[2] or 'offline') then return end
  redis.call('HSET', key, 'told', state)
  for site in string.gmatch(known[4], '%S+') do
    redis.call('PUBLISH', 'site:' .. site .. ':inbox', cjson.encode({
      event = 'presence.updated',
      data = {site_id = site, full = false, operators = {{id = who, name = known[3], state = state}}},
    }))
  end
end

if verb == 'reap' then
  for _, gone in ipairs(redis.call('ZRANGEBYSCORE', 'presence', '-inf', now)) do settle(gone) end
  return 1
end
local key, sockets = 'presence:' .. operator, 'presence:' .. operator .. ':sockets'
if verb == 'join' then
  redis.call('HSET', key, 'name', ARGV[5], 'availability', ARGV[6], 'sites', ARGV[7])
elseif redis.call('EXISTS', key) == 0 then
  return 0
elseif verb == 'choose' then
  redis.call('HSET', key, 'availability', ARGV[5])
end
if verb == 'join' or verb == 'beat' then redis.call('ZADD', sockets, now + span, socket) end
if verb == 'leave' then redis.call('ZREM', sockets, socket) end
settle(operator)
return 1
