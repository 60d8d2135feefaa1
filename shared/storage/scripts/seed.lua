-- KEYS: conv. ARGV: field, value, …  Fill in a conversation that Redis does not know.
if redis.call('EXISTS', KEYS[1], KEYS[1] .. ':erased') > 0 then return 0 end
redis.call('DEL', KEYS[1] .. ':events', KEYS[1] .. ':turn')
forget_partial(KEYS[1])
redis.call('HSET', KEYS[1], unpack(ARGV))
local map = fields(KEYS[1])
if map.status == 'waiting' then
  set_status(KEYS[1], 'waiting', map.updated_at)
  -- How long they have waited nobody knows any more: it must not teach how long others will.
  redis.call('HDEL', KEYS[1], 'called_place', 'called_people')
end
if map.assignee then redis.call('SADD', 'assigned:' .. map.assignee, map.id) end
touch(KEYS[1])
return 1
