-- KEYS: conv. ARGV: message id, now, sentence for an answer that had no words yet.
-- The visitor stops the answer: nobody speaks any more, and what was written stays, as a message
-- that everybody is shown in the same step. A repeated stop gives the first one back, so that it
-- can be published again.
local conv, message_id, now, sentence = KEYS[1], ARGV[1], ARGV[2], ARGV[3]
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
local map = fields(conv)
if map.status ~= 'agent' or tonumber(map.visitor_seq) <= tonumber(map.answered_seq) then
  local last = map.stopped and cjson.decode(map.stopped)
  if last and last.epoch == tonumber(map.epoch) then
    return cjson.encode({entry = last, state = map})
  end
  return cjson.encode({result = 'nothing', state = map})
end
local partial = {}
local flat = redis.call('HGETALL', conv .. ':partial')
for i = 1, #flat, 2 do partial[flat[i]] = flat[i + 1] end
local text = redis.call('GET', conv .. ':text') or ''
local is_answer = text ~= '' and partial.message_id ~= nil
redis.call('HINCRBY', conv, 'epoch', 1)
redis.call('HSET', conv, 'answered_seq', map.visitor_seq)
redis.call('DEL', conv .. ':turn')
forget_partial(conv)
local entry = {
  message_id = is_answer and partial.message_id or message_id,
  sender = is_answer and 'agent' or 'system',
  agent = is_answer and partial.agent or '',
  in_reply_to = is_answer and partial.in_reply_to or '',
  text = is_answer and text or sentence,
  seq = next_seq(conv), at = now, epoch = tonumber(redis.call('HGET', conv, 'epoch')),
}
if partial.message_id and not is_answer then
  emit(conv, 'generation.failed', 'all', '{"conversation_id":"' .. map.id .. '","message_id":"'
    .. partial.message_id .. '","code":"stopped","retryable":false}', true)
end
local shown = string.gsub(string.sub(text, 1, 300), '%s+', ' ')
-- Cut between two characters.
if #text > 300 then shown = string.gsub(shown, '[\192-\247][\128-\191]*$', '') .. '…' end
note_last(conv, entry.sender, shown, now)
local data = '{"conversation_id":"' .. map.id .. '","message":{"id":"' .. entry.message_id
  .. '","conversation_id":"' .. map.id .. '","seq":' .. entry.seq .. ',"sender":"' .. entry.sender
  .. '","agent":' .. (entry.agent ~= '' and cjson.encode(entry.agent) or 'null')
  .. ',"operator_name":null,"text":' .. cjson.encode(entry.text)
  .. ',"citations":[],"choices":[],"outcome":"stopped","client_message_id":null,"at":"' .. now
  .. '"}}'
emit(conv, is_answer and 'message.completed' or 'message.created', 'all', data, true)
redis.call('HSET', conv, 'stopped', cjson.encode(entry))
owe(conv, entry.message_id, data, entry.in_reply_to, '{}')
touch(conv)
tell_inbox(conv)
return cjson.encode({entry = entry, state = fields(conv)})
