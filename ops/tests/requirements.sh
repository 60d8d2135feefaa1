#!/usr/bin/env bash
# What the tests need and no Python or npm package carries: RabbitMQ, a browser and its fonts, nginx
# with Lua, in which the gateway's plugin runs, Prometheus with its promtool, and the exporters of
# the stores, and ip, for a network without an outside (unshare is in util-linux, which Debian never
# lacks).
set -euo pipefail

missing=()
[ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
[ -x /usr/bin/chromium ] || missing+=(chromium)
[ -n "$(find /usr/share/fonts -name 'DejaVuSans.ttf' -print -quit 2>/dev/null)" ] || missing+=(fonts-dejavu-core)
[ -n "$(find /usr/share/fonts -name 'NotoColorEmoji.ttf' -print -quit 2>/dev/null)" ] || missing+=(fonts-noto-color-emoji)
[ -x /usr/sbin/nginx ] || missing+=(nginx-light)
[ -e /usr/lib/nginx/modules/ngx_http_lua_module.so ] || missing+=(libnginx-mod-http-lua)
[ -x /usr/bin/luajit ] || missing+=(luajit2) # nginx wants its library, with which luajit does not go
[ -e /usr/bin/busted ] || missing+=(lua-busted)
[ -x /usr/bin/luacheck ] || missing+=(lua-check)
[ -n "$(find /usr/lib -path '*lua/5.1/cjson.so' -print -quit 2>/dev/null)" ] || missing+=(lua-cjson)
[ -d /usr/share/lua/5.1/socket ] || missing+=(lua-socket)
for exporter in '' -node-exporter -postgres-exporter -redis-exporter; do
    [ -x "/usr/bin/prometheus$exporter" ] || missing+=("prometheus$exporter")
done
[ -x /usr/sbin/ip ] || [ -x /sbin/ip ] || missing+=(iproute2)
[ "${#missing[@]}" -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "The tests need packages that are not installed: ${missing[*]}." >&2
    echo "Install them (Debian: sudo apt-get install ${missing[*]}) and run 'make test' again." >&2
    exit 1
fi

echo "  installing ${missing[*]}"
# The tests start a private RabbitMQ node; the package must not start the system's own.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y --no-install-recommends "${missing[@]}" >/tmp/otvet-apt.log 2>&1 || {
    tail -n 30 /tmp/otvet-apt.log >&2
    exit 1
}
