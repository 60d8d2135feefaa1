-- As Kong's own template has it.
std = "ngx_lua"
unused_args = false
redefined = false
max_line_length = 100
globals = { "kong" }
files["spec"] = { std = "+busted" }
