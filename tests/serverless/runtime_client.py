"""What AWS's ``awslambdaric`` does for a function, in few lines: asks for work and answers.

Tests lay it down as ``awslambdaric/__main__.py``. It runs without any package, so it has the
standard library alone, and reads the environment as every function does.
"""

import http.client
import importlib
import json
import os
import sys
from http.client import HTTPMessage

_API = "/2018-06-01/runtime"


def main(name: str) -> None:
    """Carry out one invocation after another, by ``module.function``."""
    told = os.environ  # noqa: TID251 (this is no process of ours)
    api = http.client.HTTPConnection(told["AWS_LAMBDA_RUNTIME_API"])
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    module, _, function = name.rpartition(".")
    try:
        handler = getattr(importlib.import_module(module), function)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is said)
        _ask(api, "POST", "/init/error", _said(error))
        sys.exit(1)
    while True:
        headers, event = _ask(api, "GET", "/invocation/next")
        where = f"/invocation/{headers['Lambda-Runtime-Aws-Request-Id']}"
        try:
            answer = handler(json.loads(event), dict(headers))
        except Exception as error:  # noqa: BLE001
            _ask(api, "POST", f"{where}/error", _said(error))
        else:
            _ask(api, "POST", f"{where}/response", answer)


def _said(error: Exception) -> dict[str, str]:
    return {"errorType": type(error).__name__, "errorMessage": str(error)}


def _ask(
    api: http.client.HTTPConnection, method: str, path: str, said: object = None
) -> tuple[HTTPMessage, bytes]:
    api.request(method, f"{_API}{path}", None if said is None else json.dumps(said))
    answer = api.getresponse()
    return answer.headers, answer.read()


if __name__ == "__main__":
    main(sys.argv[1])
