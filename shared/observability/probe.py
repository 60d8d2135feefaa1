"""Whether a process of ours is well, asked from within its container, where there is no curl.

``python -m shared.observability.probe PORT [PATH]`` ends with 0 when ``http://127.0.0.1:PORT/PATH``
(``/healthz``) answers 200 within three seconds, and with 1 and a sentence when it does not.
"""

import http.client
import sys

_TIMEOUT = 3.0


def trouble(port: int, path: str = "/healthz") -> str | None:
    """Return what is wrong with the process that listens on ``port``, or nothing."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT)
    try:
        connection.request("GET", path)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        return f"{path} on port {port}: {error}"
    finally:
        connection.close()
    return None if status == 200 else f"{path} on port {port} answers {status}"


def main(arguments: list[str]) -> int:
    """Ask once; return the exit status."""
    if said := trouble(int(arguments[0]), *arguments[1:2]):
        sys.stderr.write(f"{said}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
