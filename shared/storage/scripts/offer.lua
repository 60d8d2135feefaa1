-- KEYS: conv. ARGV: now, milliseconds somebody has to take it, then (operator, name, open
-- conversations that PostgreSQL knows of) triples: everybody who may get it.
-- Gives a waiting conversation to whoever is there and has least to do. Everything is looked at
-- here, in one step, so two workers that do it at once give it once.
local conv, now, patience = KEYS[1], ARGV[1], tonumber(ARGV[2])
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
local map, ms = fields(conv), clock_ms()
-- What a person decided is not decided again here.
local is_offered = map.assignee and map.by_rule == '1'
if map.status ~= 'waiting' or map.assignee and not is_offered
    or is_offered and ms - tonumber(map.assigned_ms or '0') < patience then
  return cjson.encode({result = 'kept'})
end

local asked = {}
for one in string.gmatch(map.offered or '', '%S+') do asked[one] = true end

local function is_available(operator)
  local until_ms = redis.call('ZSCORE', 'presence', operator)
  return until_ms and tonumber(until_ms) > ms
    and redis.call('HGET', 'presence:' .. operator, 'availability') == 'available'
end

local function open_conversations(operator)
  local key, count = 'assigned:' .. operator, 0
  for _, id in ipairs(redis.call('SMEMBERS', key)) do
    local is = redis.call('HMGET', 'conv:' .. id, 'assignee', 'status')
    if is[1] ~= operator then
      redis.call('SREM', key, id)
    elseif is[2] == 'waiting' or is[2] == 'operator' then
      count = count + 1
    end
  end
  return count
end

local function least_busy(is_again)
  local best
  for i = 3, #ARGV, 3 do
    local operator = ARGV[i]
    if operator ~= map.assignee and (is_again or not asked[operator]) and is_available(operator) then
      local one = {
        operator = operator, name = ARGV[i + 1],
        -- Redis may have forgotten conversations, PostgreSQL does not know the newest.
        load = math.max(open_conversations(operator), tonumber(ARGV[i + 2])),
        last = tonumber(redis.call('HGET', 'assigned:last', operator) or '0'),
      }
      if not best or one.load < best.load or one.load == best.load and one.last < best.last then
        best = one
      end
    end
  end
  return best
end

local best = least_busy(false)
if not best and next(asked) then
  asked, best = {}, least_busy(true)
end
if not best then return cjson.encode({result = 'nobody'}) end
asked[best.operator] = true
if map.assignee then asked[map.assignee] = true end
local list = {}
for operator in pairs(asked) do list[#list + 1] = operator end
assign(conv, best.operator, best.name, now, true)
redis.call('HSET', conv, 'offered', table.concat(list, ' '))
redis.call('HINCRBY', conv, 'n', 1)
owe_mirror(conv)
touch(conv)
tell_inbox(conv)
return cjson.encode({result = 'done', state = fields(conv)})
