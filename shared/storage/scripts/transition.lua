-- KEYS: conv. ARGV: command, allowed statuses (comma separated), new status, operator id,
-- operator name, seq that must still be unanswered or '', message id, now, preview, message data,
-- what is kept beside it, then (event, audience, data) triples.
-- Gives the floor to somebody else, atomically; told to all at once. A repeated command gives
-- the record of the first one back, so that it can be published again.
local conv, command, allowed, status = KEYS[1], ARGV[1], ARGV[2], ARGV[3]
local operator, operator_name, unanswered = ARGV[4], ARGV[5], ARGV[6]
local message_id, now, preview, data = ARGV[7], ARGV[8], ARGV[9], ARGV[10]
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end

local map = fields(conv)
-- A return and a close leave no operator behind to compare with.
local mine = status ~= 'operator' or map.operator == operator
local last = map.transition and cjson.decode(map.transition)
if last and last.command == command and last.operator == operator and map.status == status
    and mine then
  last.result = 'repeated'
  return cjson.encode({entry = last, state = map})
end
if unanswered ~= '' and tonumber(map.answered_seq) >= tonumber(unanswered) then
  return cjson.encode({result = 'stale', state = map})
end
local is_allowed = false
for one in string.gmatch(allowed, '[^,]+') do is_allowed = is_allowed or one == map.status end
if not is_allowed then return cjson.encode({result = 'refused', state = map}) end
-- Whoever has the floor is let go by handing the conversation on: to this operator, or to a team.
local handed_on = command == 'take'
  and (map.assignee == operator or not map.assignee and map.team ~= nil)
if map.status == 'operator' and operator ~= '' and map.operator ~= operator and not handed_on then
  return cjson.encode({result = 'taken', state = map})
end

redis.call('HINCRBY', conv, 'epoch', 1)
forget_partial(conv)
redis.call('DEL', conv .. ':turn')
local position = set_status(conv, status, now)
if status == 'waiting' and map.operator and map.assignee == map.operator then
  assign(conv, '', '', now, false)  -- whoever lets it go is not responsible any more
end
if status == 'operator' then
  redis.call('HSET', conv, 'operator', operator, 'operator_name', operator_name)
  assign(conv, operator, operator_name, now, false)
end
if tonumber(map.visitor_seq) > tonumber(map.answered_seq) then
  redis.call('HSET', conv, 'answered_seq', map.visitor_seq)
end
local seq = next_seq(conv)
note_last(conv, 'system', preview, now)
data = fill(data, 'seq', seq)
emit(conv, 'message.created', 'all', data, true)
local left = wait_of(conv, position) or 'null'
for i = 12, #ARGV, 3 do
  local told = fill(fill(ARGV[i + 2], 'position', position or 'null'), 'eta', left)
  emit(conv, ARGV[i], ARGV[i + 1], told, true)
end
local entry = {
  result = 'done', command = command, operator = operator, message_id = message_id, seq = seq,
  at = now, position = position,
}
redis.call('HSET', conv, 'transition', cjson.encode(entry))
owe(conv, message_id, data, '', ARGV[11])
touch(conv)
tell_inbox(conv)
return cjson.encode({entry = entry, state = fields(conv)})
