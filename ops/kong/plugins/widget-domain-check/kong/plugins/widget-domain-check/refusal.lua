-- Refusals, in the shape and the words of the platform's own errors: shared/contracts/wire.py and
-- shared/domain/error_sentences.py, which a test compares.
local find = string.find
local gsub = string.gsub
local lower = string.lower
local sub = string.sub


-- More than any origin that a browser sends for a domain's longest name.
local MAX_SHOWN = 300


local ERRORS = {
  invalid_payload = { status = 400, ru = "Запрос составлен неверно.",
                      en = "The request is not well formed." },
  origin_missing = { status = 403, ru = "Запрос без заголовка Origin не принимается.",
                     en = "A request without an Origin header is refused." },
  origin_forbidden = { status = 403, ru = "С этого сайта обращаться нельзя.",
                       en = "This origin is not allowed." },
  site_unknown = { status = 404, ru = "Сайт с таким ключом не найден.",
                   en = "There is no site with this key." },
  payload_too_large = { status = 413, ru = "Слишком большой запрос.",
                        en = "The request is too large." },
  store_unavailable = {
    status = 503, retry_after = 2,
    ru = "Служба временно недоступна. Повторите через несколько секунд.",
    en = "The service is temporarily unavailable. Try again in a few seconds.",
  },
}


local _M = { ERRORS = ERRORS }


-- As handlers do it: what came, if it is of use, else a number of its own.
local function request_id()
  local given = kong.request.get_header("x-request-id")
  if given and #given >= 8 and #given <= 64 and find(given, "^[%w-]+$") then
    return given
  end
  return ngx.var.request_id
end


-- As it came, in one line of some length: whoever looks why a new site is refused looks for it.
local function origin_said()
  local given = kong.request.get_header("origin")
  return given and gsub(sub(given, 1, MAX_SHOWN), "[^%g]", "?") or "none"
end


-- Answers, and ends the request.
function _M.exit(code)
  local known = ERRORS[code]
  kong.log.notice("refused: ", code, ", origin: ", origin_said())
  local language = lower(kong.request.get_header("accept-language") or "")
  local number = request_id()
  return kong.response.exit(known.status, {
    code = code,
    message = find(language, "^%s*en") and known.en or known.ru,
    retryable = known.status == 503,
    request_id = number,
    retry_after = known.retry_after,
  }, {
    ["Cache-Control"] = "no-store",
    ["Retry-After"] = known.retry_after,
    ["X-Request-ID"] = number,
  })
end


return _M
