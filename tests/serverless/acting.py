"""A function for the tests of its container: it does what an event says."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

_Event = Mapping[str, Any]


def _look(event: _Event) -> dict[str, Any]:
    """Tell what there is around it, and leave a mark in ``/tmp``."""
    found: dict[str, Any] = {
        "environment": dict(os.environ),  # noqa: TID251 (this is no process of ours)
        "here": str(Path.cwd()),
        "task": sorted(path.name for path in Path("/var/task").iterdir()),
        "tmp": sorted(path.name for path in Path("/tmp").iterdir()),  # noqa: S108
        "path": sys.path,
    }
    try:
        Path("/var/task/new").touch()
    except OSError as error:
        found["refused"] = error.strerror
    Path("/tmp", event["mark"]).touch()  # noqa: S108
    return found


def _say(event: _Event) -> str:
    sys.stdout.write(f"{event['text']}\n")
    return "said"


def _fail(_: _Event) -> None:
    raise ValueError("not so")


def _wait(event: _Event) -> None:
    """Take long, in a program of its own as well, whose number is written down."""
    child = subprocess.Popen(["sleep", "600"])
    sys.stdout.write(json.dumps({"pids": [os.getpid(), child.pid]}) + "\n")
    time.sleep(event.get("seconds", 600))


def _end(_: _Event) -> None:
    os._exit(7)


def _end_later(_: _Event) -> str:
    """Answer, and be gone a moment after."""
    threading.Timer(0.3, os._exit, [7]).start()
    return "answered"


def _grow(_: _Event) -> int:
    return len(bytearray(b"x" * 120_000_000))


_DOES: dict[str, Callable[[_Event], object]] = {
    "look": _look,
    "say": _say,
    "fail": _fail,
    "wait": _wait,
    "end": _end,
    "end later": _end_later,
    "grow": _grow,
}


def handler(event: _Event, context: Mapping[str, str]) -> dict[str, object]:
    """Do it; returns what came of it, which process did it, and what that was told."""
    return {"pid": os.getpid(), "context": context, "found": _DOES[event["do"]](event)}
