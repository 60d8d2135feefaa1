"""Redis scripts: one file each, all behind one prelude."""

from functools import cache
from importlib import resources
from typing import Any

import orjson


@cache
def script_source(name: str) -> str:
    """Return the Lua text of ``scripts/<name>.lua`` behind the prelude."""
    folder = resources.files("shared.storage") / "scripts"
    prelude = (folder / "prelude.lua").read_text(encoding="utf-8")
    return prelude + (folder / f"{name}.lua").read_text(encoding="utf-8")


def decode_reply(reply: bytes | str) -> Any:  # noqa: ANN401 (validated by the callers' models)
    """Parse the JSON that a script returned."""
    return orjson.loads(reply)
