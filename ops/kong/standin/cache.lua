-- `kong.cache` as lua-resty-mlcache has it: a cache in each worker over one that they share, a lock
-- for each key while it is loaded, negative entries apart, and old values when loading fails.
local cjson = require "cjson"
local lrucache = require "resty.lrucache"


local LOCK_SECONDS = 5
local NONE = {}


local _M = {}
_M.__index = _M


function _M.new()
  local self = {
    near = assert(lrucache.new(10000)),
    far = ngx.shared.kong_db_cache,
    missing = ngx.shared.kong_db_cache_miss,
    locks = ngx.shared.kong_locks,
  }
  return setmetatable(self, _M)
end


local function store(self, key, value, ttl)
  local dict = value == nil and self.missing or self.far
  dict:set(key, cjson.encode({ value = value, ends = ngx.now() + ttl }), ttl)
  self.near:set(key, value == nil and NONE or value, ttl)
  return value
end


-- Returns whether there is an entry, its value, and whether that is old.
local function from_far(self, key)
  local text, _, old = self.far:get_stale(key)
  if text == nil then
    text, _, old = self.missing:get_stale(key)
  end
  if text == nil then
    return false
  end
  local entry = cjson.decode(text)
  if not old then
    local value = entry.value
    self.near:set(key, value == nil and NONE or value, math.max(entry.ends - ngx.now(), 0.001))
  end
  return true, entry.value, old
end


local function lock(self, key)
  local waited, step = 0, 0.001
  while not self.locks:add(key, true, 30) do
    if waited >= LOCK_SECONDS then
      return nil
    end
    ngx.sleep(step)
    waited, step = waited + step, math.min(step * 2, 0.5)
  end
  return true
end


local function load(self, key, opts, callback, ...)
  if not lock(self, key) then
    local _, value = from_far(self, key)
    return value, value == nil and "could not acquire callback lock: timeout" or nil
  end
  local found, value, old = from_far(self, key)
  if found and not old then
    self.locks:delete(key)
    return value
  end
  local ok, loaded, err, ttl = pcall(callback, ...)
  if not ok then
    loaded, err = nil, loaded
  end
  if not err then
    value = store(self, key, loaded, ttl or (loaded == nil and opts.neg_ttl or opts.ttl))
  elseif found then
    ngx.log(ngx.WARN, "callback returned an error (", err, ") but stale value found")
    value, err = store(self, key, value, opts.resurrect_ttl), nil
  end
  self.locks:delete(key)
  if err then
    return nil, err
  end
  return value
end


function _M:get(key, opts, callback, ...)
  local value = self.near:get(key)
  if value == NONE then
    return nil
  end
  if value ~= nil then
    return value
  end
  local found, old
  found, value, old = from_far(self, key)
  if found and not old then
    return value
  end
  return load(self, key, opts, callback, ...)
end


return _M
