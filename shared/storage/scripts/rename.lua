-- KEYS: conv. ARGV: the visitor's name.
-- Somebody is known by another name from now on; who watches the inbox is told, if it is another.
local conv = KEYS[1]
if redis.call('EXISTS', conv) == 0 then return 0 end
if redis.call('HGET', conv, 'visitor_name') == ARGV[1] then return 0 end
redis.call('HSET', conv, 'visitor_name', ARGV[1])
touch(conv)
tell_inbox(conv)
return 1
