-- KEYS: conv. ARGV: epoch, answer id, event, data, kind, then for 'stage': stage, agent,
-- in_reply_to; for 'delta': offset, text.  Says 0 when the work is out of date.
local conv = KEYS[1]
local now = redis.call('HMGET', conv, 'epoch', 'status')
if now[1] ~= ARGV[1] or now[2] ~= 'agent'
    or redis.call('HEXISTS', conv .. ':sent', 'answer:' .. ARGV[2]) == 1 then return 0 end
local partial = conv .. ':partial'
if ARGV[5] == 'stage' then
  if redis.call('HGET', partial, 'message_id') ~= ARGV[2] then
    forget_partial(conv)
  end
  leave_answers(conv)
  redis.call('HSET', partial, 'message_id', ARGV[2], 'stage', ARGV[6], 'agent', ARGV[7],
    'in_reply_to', ARGV[8])
else
  -- A worker that starts the same answer again writes over what a dead one left. A piece that does
  -- not follow what is kept (one before it was lost, or a paused worker woke up) is not kept: the
  -- text is what a stop leaves behind. Offsets count code points.
  local offset, kept = ARGV[6], redis.call('HGET', partial, 'length') or '0'
  if offset == '0' then redis.call('DEL', conv .. ':text') end
  if offset == '0' or offset == kept then
    local _, length = string.gsub(ARGV[7], '[^\128-\191]', '')
    redis.call('APPEND', conv .. ':text', ARGV[7])
    redis.call('HSET', partial, 'length', tonumber(offset) + length)
    redis.call('EXPIRE', conv .. ':text', KEEP_PARTIAL)
  end
end
redis.call('EXPIRE', partial, KEEP_PARTIAL)
emit(conv, ARGV[3], 'all', ARGV[4], false)
return 1
