-- KEYS: conv. ARGV: sender, operator id or '', client id, message id, answer id, now, text, most
-- messages a minute of the visitor, most answers a minute of the site or '' (a repeated message
-- counts for neither), files that come with it.
-- Gives a message its seq, raises the epoch for a visitor's, recognises a repeated client id.
local conv, sender, operator, client_id = KEYS[1], ARGV[1], ARGV[2], ARGV[3]
local message_id, answer_id, now, text = ARGV[4], ARGV[5], ARGV[6], ARGV[7]
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end

local sent, slot = conv .. ':sent', sender .. ':' .. client_id
local known = redis.call('HGET', sent, slot)
local entry
if known then
  entry = cjson.decode(known)
else
  local map = fields(conv)
  local status = map.status
  if sender == 'visitor' then
    local minute = math.floor(redis.call('TIME')[1] / 60)
    local counter = 'rate:message:' .. map.visitor .. ':' .. minute
    if redis.call('INCR', counter) > tonumber(ARGV[8]) then
      return cjson.encode({result = 'limited', wait = 60 - redis.call('TIME')[1] % 60})
    end
    redis.call('EXPIRE', counter, 120)
    -- While a person has the floor nothing is generated.
    if ARGV[9] ~= '' and (status == 'agent' or status == 'closed') then
      local shared = 'rate:answers:' .. map.site .. ':' .. minute
      if redis.call('INCR', shared) > tonumber(ARGV[9]) then
        redis.call('DECR', counter)
        return cjson.encode({result = 'limited', wait = 60 - redis.call('TIME')[1] % 60})
      end
      redis.call('EXPIRE', shared, 120)
    end
  end
  if sender == 'operator' then
    if status ~= 'operator' or map.operator ~= operator then
      return cjson.encode({result = 'not_yours'})
    end
  else
    if status == 'closed' then
      status = 'agent'
      set_status(conv, status, now)
      emit(conv, 'conversation.status', 'all', '{"conversation_id":"' .. map.id
        .. '","status":"agent","operator_name":null}', true)
    end
    redis.call('HINCRBY', conv, 'epoch', 1)
    forget_partial(conv)
  end
  local seq = next_seq(conv)
  if sender == 'visitor' and status == 'agent' then
    redis.call('HSET', conv, 'visitor_seq', seq)
    redis.call('RPUSH', conv .. ':turn', cjson.encode({
      id = message_id, seq = seq, text = text, files = tonumber(ARGV[10] or 0),
    }))
    redis.call('LTRIM', conv .. ':turn', -10, -1)
  end
  entry = {
    message_id = message_id, seq = seq, answer_id = answer_id, at = now, text = text,
    epoch = tonumber(redis.call('HGET', conv, 'epoch')), status = status, published = false,
    n = redis.call('HINCRBY', conv, 'n', 1),
  }
  redis.call('HSET', sent, slot, cjson.encode(entry))
  touch(conv)
end
entry.result = known and 'repeated' or 'accepted'
local map = fields(conv)
return cjson.encode({entry = entry, state = map, turn = redis.call('LRANGE', conv .. ':turn', 0, -1)})
