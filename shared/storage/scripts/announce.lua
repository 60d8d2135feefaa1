-- KEYS: conv. ARGV: sender, client id, data, preview, now, stage data or '', milliseconds that the
-- answer is waited for.
-- The broker has confirmed the message: show it to everybody, once; and that an answer is on its
-- way, unless a fast worker was here before.
local conv, sender, sent = KEYS[1], ARGV[1], KEYS[1] .. ':sent'
local slot = sender .. ':' .. ARGV[2]
local known = redis.call('HGET', sent, slot)
if not known then return 0 end
local entry = cjson.decode(known)
if entry.published then return 0 end
entry.published = true
entry.text = nil
redis.call('HSET', sent, slot, cjson.encode(entry))
note_last(conv, sender, ARGV[4], ARGV[5])
emit(conv, 'message.created', 'all', ARGV[3], true)
if ARGV[6] ~= '' then
  local map, partial = fields(conv), conv .. ':partial'
  if map.status == 'agent' and tonumber(map.epoch) == entry.epoch
      and tonumber(map.answered_seq or '0') < entry.seq
      and redis.call('HGET', partial, 'message_id') ~= entry.answer_id then
    redis.call('HSET', partial, 'message_id', entry.answer_id, 'stage', 'queued', 'agent', '',
      'in_reply_to', entry.message_id)
    redis.call('EXPIRE', partial, KEEP_PARTIAL)
    redis.call('ZADD', UNBEGUN, clock_ms() + tonumber(ARGV[7]), map.id)
    local place = place_of_answer(map.id) or 'null'
    emit(conv, 'generation.stage', 'all', fill(ARGV[6], 'position', place), false)
  end
end
touch(conv)
tell_inbox(conv)
return 1
