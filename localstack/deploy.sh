#!/usr/bin/env bash
# One command from a checkout to functions in LocalStack: builds the code, starts LocalStack, deploys.
#
#   bash localstack/deploy.sh SETTINGS.json      (or: make deploy-localstack SETTINGS=…)
#
# SETTINGS.json: {"SECRET_KEY": …, "DATABASE_URL": …, "REDIS_URL": …, "BROKER_URL": …}, with addresses that containers
# reach (host.docker.internal for this machine). WITH_WEBSOCKET=1 and LOCALSTACK_AUTH_TOKEN: the WebSocket API, too.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
settings=${1:?names the file of settings; see docs/serverless.md}
OTVET_SETTINGS=$(cd "$(dirname "$settings")" && pwd)/$(basename "$settings")
export OTVET_SETTINGS
python3 - "$OTVET_SETTINGS" <<'CHECK'
import json, sys
needed = {"SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL"}
with open(sys.argv[1], encoding="utf-8") as file:
    missing = needed - set(json.load(file))
if missing:
    sys.exit(f"{sys.argv[1]}: has no {', '.join(sorted(missing))}")
CHECK
bash "$root/localstack/build.sh"
docker compose -f "$root/localstack/compose.yaml" up --detach --wait --force-recreate
docker compose -f "$root/localstack/compose.yaml" logs --no-log-prefix localstack | grep -E '^(WidgetUrl|WebSocket)' || true
