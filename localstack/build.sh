#!/usr/bin/env bash
# Builds the code of the functions: build/serverless/otvet-<content>.zip, and prints its path.
#
#   bash localstack/build.sh [FOLDER]
#
# Packages come from ops/locks/handlers.txt, for the runtime of the functions (CPython 3.11 on Amazon Linux 2,
# x86_64), whatever machine this is. What only a server needs is left out, and modules are compiled here: a
# function may not keep what it compiles, so it would compile them at each cold start.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
out=${1:-$root/build/serverless}
python=${PYTHON:-$root/.venv/bin/python}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
asset=$work/asset

"$python" -m pip install --quiet --disable-pip-version-check --target "$asset" \
    --platform manylinux2014_x86_64 --platform manylinux_2_17_x86_64 \
    --python-version 3.11 --implementation cp --abi cp311 --abi abi3 --abi none \
    --only-binary=:all: --no-deps --no-compile --require-hashes -r "$root/ops/locks/handlers.txt"
# The server, its reloader and its loop; Socket.IO, which cannot live in a function.
for name in uvicorn uvloop httptools watchfiles websockets yaml click socketio engineio bidict wsproto simple_websocket; do
    rm -rf "${asset:?}/$name" "$asset/$name".py
done
rm -rf "$asset/bin"
find "$asset" -name '*.dist-info' -prune -exec rm -rf {} +

for room in shared handlers; do
    (cd "$root" && find "$room" \( -name tests -o -name __pycache__ \) -prune -o \
        -type f \( -name '*.py' -o -name '*.sql' -o -name '*.lua' \) -print0 |
        tar --null --files-from=- -cf - | tar -xf - -C "$asset")
done
if [ -d "$root/widget/dist" ]; then
    mkdir -p "$asset/widget"
    cp -R "$root/widget/dist/." "$asset/widget/"
fi
"$python" -m compileall -q --invalidation-mode unchecked-hash -s "$asset" -p /var/task "$asset"
chmod -R u+rwX,go+rX "$asset"

mkdir -p "$out"
digest=$("$python" "$root/localstack/pack.py" "$asset" "$work/otvet.zip")
mv "$work/otvet.zip" "$out/otvet-$digest.zip"
echo "$out/otvet-$digest.zip"
