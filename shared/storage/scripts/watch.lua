-- KEYS: conv. ARGV: verb ('look', 'leave' or 'type'), operator id, operator name, socket id,
-- milliseconds a socket counts without a beat, milliseconds somebody is typing after a key.
-- Which operators have a conversation open and which of them are typing. Told to operators alone;
-- of the one who has the floor the visitor is told that they are typing, and nothing else.
--   conv:<id>:viewers  sorted set: <operator> <socket> -> ms     conv:<id>:typing  operator -> ms
--   conv:<id>:viewed   what was told last
local conv, verb, operator, name, socket = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local viewers, typing, told = conv .. ':viewers', conv .. ':typing', conv .. ':viewed'
local now, id = clock_ms(), string.sub(conv, 6)
local member = operator .. ' ' .. socket
if verb == 'leave' then redis.call('ZREM', viewers, member) end
if verb == 'look' then redis.call('ZADD', viewers, now + tonumber(ARGV[5]), member) end
if verb == 'type' then redis.call('ZADD', typing, now + tonumber(ARGV[6]), operator) end
redis.call('ZREMRANGEBYSCORE', viewers, '-inf', now)
redis.call('ZREMRANGEBYSCORE', typing, '-inf', now)

local seen, list = {}, {}
for _, one in ipairs(redis.call('ZRANGE', viewers, 0, -1)) do
  seen[string.match(one, '^%S+')] = true
end
for who in pairs(seen) do list[#list + 1] = who end
table.sort(list)
for i, who in ipairs(list) do
  local called = who == operator and name or redis.call('HGET', 'presence:' .. who, 'name') or ''
  list[i] = '{"id":"' .. who .. '","name":' .. cjson.encode(called) .. ',"typing":'
    .. tostring(redis.call('ZSCORE', typing, who) ~= false) .. '}'
end
local data = '{"conversation_id":"' .. id .. '","viewers":[' .. table.concat(list, ',') .. ']}'

local function pass(event, audience, payload)
  redis.call('PUBLISH', conv, '{"n":0,"inc":"","event":"' .. event .. '","to":"' .. audience
    .. '","data":' .. payload .. '}')
end

if verb == 'type' or (redis.call('GET', told) or '') ~= data then
  redis.call('SET', told, data, 'EX', 3600)
  pass('viewers.updated', 'operator', data)
end
if verb == 'type' then
  local floor = redis.call('HMGET', conv, 'status', 'operator')
  if floor[1] == 'operator' and floor[2] == operator then
    pass('typing.started', 'visitor',
      '{"conversation_id":"' .. id .. '","name":' .. cjson.encode(name) .. '}')
  end
end
for _, key in ipairs({viewers, typing}) do redis.call('EXPIRE', key, 3600) end
return data
