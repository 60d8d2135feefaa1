-- The part of lua-resty-openssl that the plugin asks for, over the library that nginx has loaded.
local ffi = require "ffi"


ffi.cdef [[
const void *EVP_get_digestbyname(const char *name);
unsigned char *HMAC(const void *evp_md, const void *key, int key_len, const unsigned char *data,
                    size_t data_len, unsigned char *md, unsigned int *md_len);
]]


local crypto = ffi.load("libcrypto.so.3")
local output = ffi.new("unsigned char[64]")
local length = ffi.new("unsigned int[1]")


local _M = {}
_M.__index = _M


function _M.new(key, digest)
  local md = crypto.EVP_get_digestbyname(digest)
  if md == nil then
    return nil, "no such digest"
  end
  return setmetatable({ key = key, md = md }, _M)
end


function _M:final(data)
  crypto.HMAC(self.md, self.key, #self.key, data, #data, output, length)
  return ffi.string(output, length[0])
end


return _M
