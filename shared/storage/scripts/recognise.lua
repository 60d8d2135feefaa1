-- KEYS: conv. ARGV: the visitor's name, or ''.
-- Their site has vouched for the visitor: tokens from before open the conversation no more. They
-- may be known by another name from now on; who watches the inbox is told, if it is another.
local conv = KEYS[1]
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
redis.call('HSET', conv, 'known', '1')
if ARGV[1] ~= '' and redis.call('HGET', conv, 'visitor_name') ~= ARGV[1] then
  redis.call('HSET', conv, 'visitor_name', ARGV[1])
  touch(conv)
  tell_inbox(conv)
end
return cjson.encode({result = 'done'})
