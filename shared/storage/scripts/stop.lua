-- KEYS: conv. ARGV: now, message data up to the text, message data behind it, command id.
-- The visitor stops the answer: nobody speaks any more, and what was written stays.
local conv, now = KEYS[1], ARGV[1]
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
local map = fields(conv)
if map.status ~= 'agent' or tonumber(map.visitor_seq) <= tonumber(map.answered_seq) then
  return cjson.encode({result = 'nothing', state = map})
end
local partial = {}
local flat = redis.call('HGETALL', conv .. ':partial')
for i = 1, #flat, 2 do partial[flat[i]] = flat[i + 1] end
local text = redis.call('GET', conv .. ':text') or ''
redis.call('HINCRBY', conv, 'epoch', 1)
redis.call('HSET', conv, 'answered_seq', map.visitor_seq)
redis.call('DEL', conv .. ':turn')
forget_partial(conv)
touch(conv)
local entry = {
  result = 'stopped', message_id = partial.message_id, agent = partial.agent, text = text,
  in_reply_to = partial.in_reply_to, visitor_seq = tonumber(map.visitor_seq),
}
if text ~= '' then entry.seq = next_seq(conv) end
entry.n = redis.call('HINCRBY', conv, 'n', 1)
return cjson.encode({entry = entry, state = fields(conv)})
