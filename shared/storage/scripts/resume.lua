-- KEYS: conv. ARGV: incarnation or '', n, newest to return when the cursor does not hold.
-- One consistent look: the state, the frames behind the cursor, the answer being written.
local conv, events = KEYS[1], KEYS[1] .. ':events'
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
local map = fields(conv)
local oldest = redis.call('XRANGE', events, '-', '+', 'COUNT', 1)[1]
local behind = tonumber(map.n) - tonumber(ARGV[2])
-- The present cursor holds also where nothing was ever said: nothing came after it.
local from = oldest and tonumber(string.match(oldest[1], '^%d+'))
local holds = ARGV[1] == map.inc and (behind == 0
  or behind > 0 and from ~= nil and (from <= tonumber(ARGV[2]) or from == tonumber(map.first)))
local entries = {}
if holds then
  entries = redis.call('XRANGE', events, '(' .. ARGV[2] .. '-0', '+')
elseif ARGV[3] ~= '0' then
  entries = redis.call('XREVRANGE', events, '+', '-', 'COUNT', ARGV[3])
end
local frames = {}
for _, entry in ipairs(entries) do frames[#frames + 1] = entry[2][2] end
local partial = {}
local flat = redis.call('HGETALL', conv .. ':partial')
for i = 1, #flat, 2 do partial[flat[i]] = flat[i + 1] end
local rank = redis.call('ZRANK', 'site:' .. map.site .. ':waiting', map.id)
local position = rank and rank + 1 or nil
return cjson.encode({
  result = 'ok', holds = holds, state = map, frames = frames, partial = partial,
  text = redis.call('GET', conv .. ':text') or '', position = position,
  eta_seconds = wait_of(conv, position),
  answer_position = partial.stage == 'queued' and place_of_answer(map.id) or nil,
})
