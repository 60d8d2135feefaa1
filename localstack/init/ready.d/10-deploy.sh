#!/usr/bin/env bash
# LocalStack runs this when it is ready: the functions are there, and have answered, as soon as it is.
# WITH_WEBSOCKET=1 wants an edition that has HTTP and WebSocket APIs; the free one has REST APIs alone.
set -euo pipefail

root=${OTVET_ROOT:-/otvet}
kind=(ApiKind=rest VisitorTransport=poll)
if [ "${WITH_WEBSOCKET:-}" = 1 ]; then
    kind=(ApiKind=http VisitorTransport=websocket)
fi
settings=$root/settings.json
if [ ! -e "$settings" ]; then # those of compose.yaml's handlers, a file each
    settings=$(mktemp)
    trap 'rm -f "$settings"' EXIT
    python3 - "$root/secrets" >"$settings" <<'GATHER'
import json, pathlib, sys
folder = pathlib.Path(sys.argv[1])
names = ["secret_key", "database_url", "redis_url", "broker_url"]
names += [name for name in ["secret_key_previous"] if (folder / name).exists()]
print(json.dumps({name.upper(): (folder / name).read_text() for name in names}))
GATHER
fi
code=$(ls -t "$root"/code/otvet-*.zip | head -n 1)
outputs=$(AWS=awslocal BUCKET=otvet-code CODE=$code SETTINGS=$settings bash "$root/localstack/stack.sh" \
    PublicUrl="${PUBLIC_URL:?is where operators reach the console}" LogLevel=DEBUG Concurrency=10 "${kind[@]}")
echo "$outputs"
# https://ID.execute-api.…/widget.js, or …/live/widget.js, with LocalStack's port or without.
address=$(awk '$1 == "WidgetUrl" { print $2 }' <<<"$outputs")
: "${address:?the stack has no WidgetUrl}"
host=${address#https://}
path=/${host#*/}
host=${host%%/*}
host=${host%:*}
# They have started and reach their stores, or what they say is said and the hook has failed.
curl -sS --fail-with-body -w '\n' --max-time 90 --retry 3 --retry-delay 3 -H "Host: $host" \
    "http://127.0.0.1:4566${path%widget.js}readyz"
if [ "$path" = /live/widget.js ]; then
    # By its path: no name to look up, no certificate, and pages of any origin may call it.
    address=http://127.0.0.1:4566/_aws/execute-api/${host%%.*}/live/widget.js
else
    address=https://$host:4566$path
fi
printf '\nWidget: %s\n' "$address"
