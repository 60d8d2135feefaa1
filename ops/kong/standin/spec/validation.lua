-- Judges a plugin's settings by its schema, as far as ours goes: types, bounds, defaults,
-- references to secrets, checks of several fields. The words are Kong's own.
local CHECKS = {
  { "one_of", function(value, allowed)
    for _, one in ipairs(allowed) do
      if value == one then
        return true
      end
    end
    return nil, "expected one of: " .. table.concat(allowed, ", ")
  end },
  { "between", function(value, bounds)
    if value >= bounds[1] and value <= bounds[2] then
      return true
    end
    return nil, ("value should be between %d and %d"):format(bounds[1], bounds[2])
  end },
  { "len_min", function(value, length)
    return #value >= length or nil, "length must be at least " .. length
  end },
  { "is_url", function(value)
    return value:find("^https?://[^/%s]+") ~= nil or nil, "missing host in url"
  end },
}


local function is_type(value, kind)
  if kind == "integer" then
    return type(value) == "number" and value % 1 == 0, "expected an integer"
  end
  return type(value) == kind, "expected a " .. kind
end


local function check_field(field, value)
  if value == nil then
    return not field.required or nil, "required field missing"
  end
  local ok, err = is_type(value, field.type)
  if not ok then
    return nil, err
  end
  if field.referenceable and value:find("^{vault://.*}$") then
    return true
  end
  for _, check in ipairs(CHECKS) do
    if field[check[1]] then
      ok, err = check[2](value, field[check[1]])
      if not ok then
        return nil, err
      end
    end
  end
  return true
end


local function record_of(schema)
  for _, field in ipairs(schema.fields) do
    if field.config then
      return field.config
    end
  end
end


-- Returns the settings with their defaults, or nil and the errors by field.
return function(config, schema)
  local record, errors, filled, known = record_of(schema), {}, {}, {}
  for _, item in ipairs(record.fields) do
    local name, field = next(item)
    known[name] = true
    filled[name] = config[name] == nil and field.default or config[name]
    local ok, err = check_field(field, filled[name])
    if not ok then
      errors[name] = err
    end
  end
  for name in pairs(config) do
    if not known[name] then
      errors[name] = "unknown field"
    end
  end
  for _, check in ipairs(next(errors) and {} or record.entity_checks) do
    local ok, err = check.custom_entity_check.fn(filled)
    if not ok then
      errors["@entity"] = { err }
    end
  end
  if next(errors) then
    return nil, { config = errors }
  end
  return { config = filled }
end
