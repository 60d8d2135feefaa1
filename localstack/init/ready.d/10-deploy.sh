#!/usr/bin/env bash
# LocalStack runs this when it is ready: the functions are there as soon as it is.
# WITH_WEBSOCKET=1 wants an edition that has HTTP and WebSocket APIs; the free one has REST APIs alone.
set -euo pipefail

kind=(ApiKind=rest VisitorTransport=poll)
if [ "${WITH_WEBSOCKET:-}" = 1 ]; then
    kind=(ApiKind=http VisitorTransport=websocket)
fi
code=$(ls -t /otvet/code/otvet-*.zip | head -n 1)
AWS=awslocal BUCKET=otvet-code CODE=$code SETTINGS=/otvet/settings.json \
    bash /otvet/localstack/stack.sh PublicUrl="${PUBLIC_URL:-http://127.0.0.1:8080}" LogLevel=DEBUG Concurrency=10 "${kind[@]}"
