#!/usr/bin/env bash
# One command from a checkout to functions in LocalStack: builds the code, starts LocalStack, deploys.
#
#   bash localstack/deploy.sh                    beside `docker compose up` (or: make deploy-localstack)
#   bash localstack/deploy.sh SETTINGS.json      with servers of one's own (or: make deploy-localstack SETTINGS=…)
#
# SETTINGS.json: {"SECRET_KEY": …, "DATABASE_URL": …, "REDIS_URL": …, "BROKER_URL": …}, with addresses that containers
# reach (host.docker.internal for this machine); PUBLIC_URL is where its operators reach the console.
# WITH_WEBSOCKET=1 and LOCALSTACK_AUTH_TOKEN: the WebSocket API, too.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
compose=(docker compose -f "$root/localstack/compose.yaml")
if [ -n "${1:-}" ]; then
    OTVET_SETTINGS=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
    export OTVET_SETTINGS PUBLIC_URL=${PUBLIC_URL:-http://127.0.0.1:8080}
    python3 - "$OTVET_SETTINGS" <<'CHECK'
import json, sys
needed = {"SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL"}
with open(sys.argv[1], encoding="utf-8") as file:
    missing = needed - set(json.load(file))
if missing:
    sys.exit(f"{sys.argv[1]}: has no {', '.join(sorted(missing))}")
CHECK
    compose+=(-f "$root/localstack/own.yaml")
else
    handlers=$(docker ps --quiet --filter label=com.docker.compose.project=otvet \
        --filter label=com.docker.compose.service=handlers)
    if [ -z "$handlers" ]; then
        echo "deploy.sh: docker compose up -d first, or name a file of settings; see docs/serverless.md" >&2
        exit 1
    fi
    PUBLIC_URL=$(docker exec "${handlers%%$'\n'*}" printenv PUBLIC_URL)
    export PUBLIC_URL
    compose+=(-f "$root/localstack/beside.yaml")
fi
if [ "${WITH_WEBSOCKET:-}" = 1 ]; then
    compose+=(-f "$root/localstack/websocket.yaml")
fi
bash "$root/localstack/build.sh"
if ! "${compose[@]}" up --detach --wait --force-recreate; then
    # Without the questions for its health, one in five seconds, which may stand behind other words.
    "${compose[@]}" logs --no-log-prefix localstack |
        sed -E 's@[0-9T:.-]{23} .*GET /_localstack/init/ready => .*@@; /^$/d' | tail -n 60 >&2
    exit 1
fi
# No address, no deployment: then this is what the command ends with.
"${compose[@]}" logs --no-log-prefix localstack | grep -E '^(Widget:|WebSocket)'
