-- KEYS: conv. ARGV: operator id or '', operator name, team id or '', team name, now, who asks,
-- '1' if they may dispose of what others have.
-- Makes somebody responsible, atomically; the floor stays where it is (docs/adr/0016).
local conv, operator, name, team, team_name = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local now, asking, may = ARGV[5], ARGV[6], ARGV[7] == '1'
if redis.call('EXISTS', conv) == 0 then return cjson.encode({result = 'missing'}) end
local map = fields(conv)
if map.status == 'closed' then return cjson.encode({result = 'refused', state = map}) end
if map.status == 'operator' and map.operator ~= asking and not may then
  return cjson.encode({result = 'taken', state = map})
end
if map.status == 'operator' and operator == '' and team == '' then
  -- Whoever speaks is never without responsibility: handing on is taken back.
  operator, name = map.operator, map.operator_name
end
if (map.assignee or '') == operator and (map.team or '') == team and map.by_rule ~= '1' then
  return cjson.encode({result = 'same', state = map})
end
assign(conv, operator, name, now, false)
redis.call('HDEL', conv, 'offered', 'team', 'team_name')
if team ~= '' then redis.call('HSET', conv, 'team', team, 'team_name', team_name) end
redis.call('HINCRBY', conv, 'n', 1)
owe_mirror(conv)
touch(conv)
tell_inbox(conv)
return cjson.encode({result = 'done', state = fields(conv)})
