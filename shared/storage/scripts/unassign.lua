-- KEYS: conv. ARGV: operator who has gone, now.
-- Whoever cannot answer any more is responsible for nothing: what waits is for everybody again (its
-- team stays), and what they were to get from a colleague stays with that one. What somebody else
-- has meanwhile is left alone.
local conv, gone, now = KEYS[1], ARGV[1], ARGV[2]
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
local map = fields(conv)
if map.assignee ~= gone or map.operator == gone then return cjson.encode({result = 'kept'}) end
assign(conv, map.operator or '', map.operator_name or '', now, false)
redis.call('HINCRBY', conv, 'n', 1)
owe_mirror(conv)
touch(conv)
tell_inbox(conv)
return cjson.encode({result = 'done', state = fields(conv)})
