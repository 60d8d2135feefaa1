-- KEYS: conv. ARGV: sender, client id, data, preview, now.
-- The broker has confirmed the message: show it to everybody, once.
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
tell_inbox(conv)
return 1
