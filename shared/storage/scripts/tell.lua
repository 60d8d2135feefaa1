-- KEYS: conv. ARGV: is_fact, preview or '', sender, now, then (event, audience, data) triples.
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
if ARGV[2] ~= '' then note_last(KEYS[1], ARGV[3], ARGV[2], ARGV[4]) end
for i = 5, #ARGV, 3 do
  if ARGV[1] == '1' then
    emit(KEYS[1], ARGV[i], ARGV[i + 1], ARGV[i + 2], true)
  else
    redis.call('PUBLISH', KEYS[1], '{"n":0,"inc":"","event":"' .. ARGV[i] .. '","to":"'
      .. ARGV[i + 1] .. '","data":' .. ARGV[i + 2] .. '}')
  end
end
if ARGV[1] == '1' then
  touch(KEYS[1])
  tell_inbox(KEYS[1])
end
return 1
