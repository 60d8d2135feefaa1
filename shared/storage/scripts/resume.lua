-- KEYS: conv. ARGV: incarnation or '', n, newest to return when the cursor does not hold.
-- One consistent look: the state, the frames behind the cursor, the answer being written.
local conv, events = KEYS[1], KEYS[1] .. ':events'
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
local map = fields(conv)
local oldest = redis.call('XRANGE', events, '-', '+', 'COUNT', 1)[1]
local holds = ARGV[1] == map.inc and tonumber(ARGV[2]) <= tonumber(map.n) and oldest ~= nil
  and tonumber(string.match(oldest[1], '^%d+')) <= tonumber(ARGV[2])
local entries
if holds then
  entries = redis.call('XRANGE', events, '(' .. ARGV[2] .. '-0', '+')
else
  entries = redis.call('XREVRANGE', events, '+', '-', 'COUNT', ARGV[3])
end
local frames = {}
for _, entry in ipairs(entries) do frames[#frames + 1] = entry[2][2] end
local partial = {}
local flat = redis.call('HGETALL', conv .. ':partial')
for i = 1, #flat, 2 do partial[flat[i]] = flat[i + 1] end
local rank = redis.call('ZRANK', 'site:' .. map.site .. ':waiting', map.id)
return cjson.encode({
  result = 'ok', holds = holds, state = map, frames = frames, partial = partial,
  text = redis.call('GET', conv .. ':text') or '', position = rank and rank + 1 or nil,
})
