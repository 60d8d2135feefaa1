"""A container of a function, as AWS Lambda has them: ``python -m tests.serverless.container NAME``.

It imports the handler ``module.function`` and carries out one invocation at a time: a line of JSON
comes in, a line goes out. What the handler writes to standard output stays there, as its log.
"""

import importlib
import json
import os
import sys
import traceback

READ, WRITE = 3, 4
"""Where invocations come from and answers go to."""


class Context:
    """What Lambda tells a handler of an invocation; ours asks for none of it."""

    function_name = "otvet"
    memory_limit_in_mb = "512"


def main(name: str) -> None:
    """Serve until the other side is closed."""
    module, _, function = name.rpartition(".")
    handler = getattr(importlib.import_module(module), function)
    with os.fdopen(READ, "rb") as events, os.fdopen(WRITE, "wb", buffering=0) as answers:
        for line in events:
            try:
                answer = {"answer": handler(json.loads(line), Context())}
            except Exception:  # noqa: BLE001 (Lambda catches everything, too)
                answer = {"error": traceback.format_exc()}
            answers.write(json.dumps(answer).encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv[1])
