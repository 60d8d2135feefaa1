"""Writes the API's description: ``python -m handlers.openapi docs/openapi.json``."""

import sys
from pathlib import Path

import orjson

from handlers.api.application import build_api


def render() -> bytes:
    """Return the OpenAPI document as it is committed."""
    schema = build_api(lambda _origin: False).openapi()
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"


def main() -> int:
    """Write the document to the path given."""
    Path(sys.argv[1]).write_bytes(render())
    return 0


if __name__ == "__main__":
    sys.exit(main())
