-- KEYS: conv. ARGV: epoch, answer id, event, data, kind, then for 'stage': stage, agent,
-- in_reply_to; for 'delta': offset, text.  Says 0 when the work is out of date.
local conv = KEYS[1]
local now = redis.call('HMGET', conv, 'epoch', 'status')
if now[1] ~= ARGV[1] or now[2] ~= 'agent' then return 0 end
local partial = conv .. ':partial'
if ARGV[5] == 'stage' then
  if redis.call('HGET', partial, 'message_id') ~= ARGV[2] then
    forget_partial(conv)
  end
  redis.call('HSET', partial, 'message_id', ARGV[2], 'stage', ARGV[6], 'agent', ARGV[7],
    'in_reply_to', ARGV[8])
else
  -- A worker that starts the same answer again writes over what a dead one left.
  if ARGV[6] == '0' then redis.call('DEL', conv .. ':text') end
  redis.call('APPEND', conv .. ':text', ARGV[7])
  redis.call('EXPIRE', conv .. ':text', KEEP_PARTIAL)
end
redis.call('EXPIRE', partial, KEEP_PARTIAL)
emit(conv, ARGV[3], 'all', ARGV[4], false)
return 1
