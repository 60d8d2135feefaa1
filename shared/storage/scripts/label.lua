-- KEYS: conv. ARGV: ids of all its labels, comma separated.
-- PostgreSQL has them already; the inbox is told at once.
local conv = KEYS[1]
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
redis.call('HSET', conv, 'labels', ARGV[1])
redis.call('HINCRBY', conv, 'n', 1)
touch(conv)
tell_inbox(conv)
return cjson.encode({result = 'done'})
