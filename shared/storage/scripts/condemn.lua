-- KEYS: conv. ARGV: the seq up to which PostgreSQL has its messages, how long the mark holds
-- (seconds).
-- A conversation that is to be deleted for its age: spared (0) when something was said in it that
-- PostgreSQL does not know of yet. Otherwise nothing is accepted in it from this step on (1), so
-- no message can be acknowledged and then be deleted unread.
local conv = KEYS[1]
local seq = redis.call('HGET', conv, 'seq')
if seq and tonumber(seq) > tonumber(ARGV[1]) then return 0 end
redis.call('SET', conv .. ':erased', '1', 'EX', ARGV[2])
redis.call('DEL', conv)
return 1
