-- KEYS: conv. ARGV: epoch, answer id, answered seq, now, outcome, agent, preview, event,
-- message data, then (event, audience, data) triples told after it.
-- The one place where an agent's words become part of a conversation: only while its epoch
-- holds, with a seq, shown to all in the same step. Told twice, it answers with the same seq.
local conv, answer_id = KEYS[1], ARGV[2]
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
local map = fields(conv)
-- Kept with the client ids, for a result may come again after later ones were told.
local told = redis.call('HGET', conv .. ':sent', 'answer:' .. answer_id)
if told then
  return cjson.encode({result = 'repeated', seq = tonumber(told), state = map})
end
-- Epochs begin again when Redis lost a conversation before anything of it was stored, so the turn
-- must be unanswered too.
if map.epoch ~= ARGV[1] or map.status ~= 'agent'
    or tonumber(map.answered_seq or '0') >= tonumber(ARGV[3]) then
  return cjson.encode({result = 'stale', state = map})
end
local seq = next_seq(conv)
local is_handoff = ARGV[5] == 'handed_off'
redis.call('HSET', conv .. ':sent', 'answer:' .. answer_id, seq)
redis.call('HSET', conv, 'answered_seq', ARGV[3])
if ARGV[6] ~= '' then redis.call('HSET', conv, 'agent', ARGV[6]) end
redis.call('DEL', conv .. ':turn')
forget_partial(conv)
local position
if is_handoff then position = set_status(conv, 'waiting', ARGV[4]) end
note_last(conv, is_handoff and 'system' or 'agent', ARGV[7], ARGV[4])
emit(conv, ARGV[8], 'all', fill(ARGV[9], 'seq', seq), true)
local left = wait_of(conv, position) or 'null'
for i = 10, #ARGV, 3 do
  local told = fill(fill(ARGV[i + 2], 'position', position or 'null'), 'eta', left)
  emit(conv, ARGV[i], ARGV[i + 1], told, true)
end
touch(conv)
tell_inbox(conv)
return cjson.encode({result = 'done', seq = seq, state = fields(conv)})
