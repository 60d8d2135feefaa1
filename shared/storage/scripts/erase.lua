-- KEYS: conv. ARGV: how long it may not be seeded again (seconds), site id.
-- Everything that Redis holds of a conversation goes, and a mark stays, so that a handler which
-- read PostgreSQL a moment ago cannot fill it in again.
local conv = KEYS[1]
local id = string.sub(conv, 6)
redis.call('SET', conv .. ':erased', '1', 'EX', ARGV[1])
redis.call('ZREM', 'site:' .. ARGV[2] .. ':waiting', id)
leave_answers(conv)
-- What operators asked the agents about it.
for _, trial in ipairs(redis.call('SMEMBERS', conv .. ':trials')) do
  redis.call('DEL', 'trial:' .. trial)
end
redis.call('DEL', conv .. ':trials')
redis.call('DEL', conv, conv .. ':events', conv .. ':turn', conv .. ':sent', conv .. ':partial',
  conv .. ':text')
return 1
