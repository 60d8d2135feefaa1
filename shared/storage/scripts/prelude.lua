-- Shared by all scripts; put in front of each when it is loaded.
--
-- A conversation lives in these keys (see shared/storage/keys.py):
--   conv:<id>          hash: its state; also the name of its pub/sub channel
--   conv:<id>:events   stream of the facts, entry id = <n>-0, field f = the frame
--   conv:<id>:turn     list of the visitor messages that wait for an answer
--   conv:<id>:sent     hash: sender:client message id -> what was accepted under it,
--                      answer:<answer id> -> the seq of an answer that was told
--   conv:<id>:partial  hash: the answer being written; conv:<id>:text its text
--   conv:<id>:trials   set: the trials that hold its words (see shared/storage/trials.py)
--   conv:<id>:erased   there is no such conversation any more: it is not seeded again
--
-- n numbers every frame of a conversation, so that a snapshot taken at n makes all frames up
-- to n superfluous; inc changes when the state was seeded again after a loss.

local KEEP_SECONDS = 7 * 24 * 3600
local KEEP_PARTIAL = 600
local KEEP_EVENTS = 400

local function touch(conv)
  redis.call('EXPIRE', conv, KEEP_SECONDS)
  redis.call('EXPIRE', conv .. ':events', KEEP_SECONDS)
  redis.call('EXPIRE', conv .. ':sent', KEEP_SECONDS)
  redis.call('EXPIRE', conv .. ':turn', KEEP_SECONDS)
end

local function emit(conv, event, audience, data, is_fact)
  local n = redis.call('HINCRBY', conv, 'n', 1)
  local frame = '{"n":' .. n .. ',"inc":"' .. redis.call('HGET', conv, 'inc')
    .. '","event":"' .. event .. '","to":"' .. audience .. '","data":' .. data .. '}'
  if is_fact then
    -- Where the stream begins: as long as nothing was cut off, every cursor of this life holds.
    if redis.call('EXISTS', conv .. ':events') == 0 then redis.call('HSET', conv, 'first', n) end
    redis.call('XADD', conv .. ':events', 'MAXLEN', '~', KEEP_EVENTS, n .. '-0', 'f', frame)
  end
  redis.call('PUBLISH', conv, frame)
  return n
end

local function fields(conv)
  local flat = redis.call('HGETALL', conv)
  local map = {}
  for i = 1, #flat, 2 do map[flat[i]] = flat[i + 1] end
  return map
end

-- Tell the inbox of the site; the map is flat and all strings.
local function tell_inbox(conv)
  local map = fields(conv)
  redis.call('PUBLISH', 'site:' .. map.site .. ':inbox', cjson.encode(map))
end

-- Answers that no worker has begun: a sorted set, conversation -> ms from which nobody waits for it
-- any more (see announce.lua).
local UNBEGUN = 'answers:unbegun'

local function leave_answers(conv)
  redis.call('ZREM', UNBEGUN, string.sub(conv, 6))
end

local function forget_partial(conv)
  redis.call('DEL', conv .. ':partial', conv .. ':text')
  leave_answers(conv)
end

-- Put the number where Python left the mark; a quoted mark cannot occur inside a JSON string.
local function fill(data, mark, value)
  return (string.gsub(data, '"__' .. mark .. '__"', tostring(value), 1))
end

-- Milliseconds, by the one clock that all processes share.
local function clock_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

-- The place of a conversation's answer in the queue, from 1, or nil. What is past its deadline was
-- begun by a worker that could not say so, or never will be: it is in nobody's way.
local function place_of_answer(id)
  redis.call('ZREMRANGEBYSCORE', UNBEGUN, '-inf', clock_ms())
  local rank = redis.call('ZRANK', UNBEGUN, id)
  return rank and rank + 1 or nil
end

-- Who is responsible; '' is nobody. Beside it, what each operator has, for whoever counts it:
-- assigned:<operator> is a set of conversation ids, assigned:last a hash of operator -> ms.
local function assign(conv, operator, name, now, by_rule)
  local id, before = redis.call('HGET', conv, 'id'), redis.call('HGET', conv, 'assignee')
  if before and before ~= operator then redis.call('SREM', 'assigned:' .. before, id) end
  if operator == '' then
    redis.call('HDEL', conv, 'assignee', 'assignee_name', 'assigned_at', 'assigned_ms', 'by_rule')
    return
  end
  local ms = clock_ms()
  redis.call('HSET', conv, 'assignee', operator, 'assignee_name', name, 'assigned_at', now,
    'assigned_ms', ms, 'by_rule', by_rule and '1' or '')
  redis.call('SADD', 'assigned:' .. operator, id)
  redis.call('EXPIRE', 'assigned:' .. operator, KEEP_SECONDS)
  redis.call('HSET', 'assigned:last', operator, ms)
end

-- PostgreSQL does not know of it yet, and no message will tell it (see storage/assignments.py).
local function owe_mirror(conv)
  redis.call('HSET', 'unmirrored', redis.call('HGET', conv, 'id'), redis.call('HGET', conv, 'n'))
end

-- Operators of a site who are here and available.
local function available_at(site)
  local count = 0
  for _, operator in ipairs(redis.call('ZRANGEBYSCORE', 'presence', '(' .. clock_ms(), '+inf')) do
    local known = redis.call('HMGET', 'presence:' .. operator, 'availability', 'sites')
    if known[1] == 'available' and string.find(known[2] or '', site, 1, true) then
      count = count + 1
    end
  end
  return count
end

-- How long others waited: site:<id>:waits, a list of "<second> <cost>", the newest first. The cost
-- of a wait is what one place in the queue took, in seconds of one available operator.
local WAITS_KEPT, WAITS_SECONDS, WAITS_FEWEST = 40, 7 * 24 * 3600, 5

local function note_wait(conv, site)
  local called = redis.call('HMGET', conv, 'called_score', 'called_place', 'called_people')
  -- Somebody who was put back is not a new one; who was called when nobody was here waited for the
  -- morning.
  if not called[1] or not called[2] then return end
  redis.call('HDEL', conv, 'called_place', 'called_people')
  local now, waits = redis.call('TIME')[1], 'site:' .. site .. ':waits'
  local cost = (now - called[1]) * called[3] / called[2]
  redis.call('LPUSH', waits, now .. ' ' .. string.format('%.3f', cost))
  redis.call('LTRIM', waits, 0, WAITS_KEPT - 1)
  redis.call('EXPIRE', waits, WAITS_SECONDS)
end

-- Seconds until somebody takes the one at `place`, who was at `called_place` `waited` seconds ago;
-- nil where nothing can be said honestly. `costs` are those of the last waits, `people` are available.
-- One place takes as long as in three of four of those waits it did not take longer. What was waited
-- already counts, but everybody in front has still to be taken first.
local function expected_wait(costs, people, place, called_place, waited)
  if people == 0 or #costs < WAITS_FEWEST then return nil end
  table.sort(costs)
  local each = costs[math.ceil(#costs * 3 / 4)] / people
  local left = each * math.max(called_place, place) - waited
  left = math.max(each * (place - 1), math.min(each * place, left))
  return left > 0 and math.ceil(left) or nil
end

local function wait_of(conv, place)
  if not place then return nil end
  local known = redis.call('HMGET', conv, 'site', 'called_score', 'called_place')
  local now, costs = tonumber(redis.call('TIME')[1]), {}
  for _, one in ipairs(redis.call('LRANGE', 'site:' .. known[1] .. ':waits', 0, -1)) do
    local at, cost = string.match(one, '^(%d+) ([%d.]+)$')
    if at and now - at <= WAITS_SECONDS then costs[#costs + 1] = tonumber(cost) end
  end
  local waited = known[2] and math.max(0, now - known[2]) or 0
  return expected_wait(costs, available_at(known[1]), place, tonumber(known[3] or place), waited)
end

-- Keep the queue of those who wait for a person; returns the position, from 1, or nil.
local function set_status(conv, status, now)
  local site = redis.call('HGET', conv, 'site')
  local id = redis.call('HGET', conv, 'id')
  local waiting = 'site:' .. site .. ':waiting'
  if status == 'operator' then note_wait(conv, site) end
  redis.call('HSET', conv, 'status', status, 'updated_at', now)
  if status ~= 'operator' then redis.call('HDEL', conv, 'operator', 'operator_name') end
  if status == 'waiting' then
    -- Since they were called: an operator who puts a visitor back puts them where they were.
    local is_new = redis.call('HSETNX', conv, 'called_at',
      redis.call('HGET', conv, 'waiting_since') or now) == 1
    redis.call('HSETNX', conv, 'called_score', redis.call('TIME')[1])
    redis.call('HSETNX', conv, 'waiting_since', redis.call('HGET', conv, 'called_at'))
    redis.call('ZADD', waiting, 'NX', redis.call('HGET', conv, 'called_score'), id)
    local place, people = redis.call('ZRANK', waiting, id) + 1, is_new and available_at(site) or 0
    if people > 0 then
      redis.call('HSET', conv, 'called_place', place, 'called_people', people)
    end
    return place
  end
  redis.call('HDEL', conv, 'waiting_since')
  redis.call('ZREM', waiting, id)
  if status ~= 'operator' then
    redis.call('HDEL', conv, 'called_at', 'called_score', 'called_place', 'called_people')
  end
  redis.call('HDEL', conv, 'offered')
  if status ~= 'operator' then
    redis.call('HDEL', conv, 'operator', 'operator_name', 'team', 'team_name')
    assign(conv, '', '', now, false)
  end
  return nil
end

-- Everybody is told, and PostgreSQL knows nothing yet: kept until that is sure, whatever becomes of
-- the process that asked or of the broker (see shared/storage/unstored.py).
-- `beside` is what PostgreSQL keeps of a message and nobody is shown.
local function owe(conv, message_id, data, in_reply_to, beside)
  redis.call('HSET', 'unstored', message_id, '{"data":' .. data .. ',"in_reply_to":"' .. in_reply_to
    .. '","beside":' .. beside .. ',"state":' .. cjson.encode(fields(conv)) .. '}')
end

local function next_seq(conv)
  return redis.call('HINCRBY', conv, 'seq', 1)
end

-- The line of the inbox shows what somebody said last: a sentence of the system must not hide that.
local function note_last(conv, sender, preview, now)
  redis.call('HSET', conv, 'updated_at', now)
  if sender ~= 'system' then
    redis.call('HSET', conv, 'last_sender', sender, 'last_text', preview, 'last_at', now)
  end
end
