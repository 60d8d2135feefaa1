"""The settings of an installation that ``make run`` has started on a data folder.

Its launcher writes them to ``run/environment.json`` (``ops/embedded``) and holds ``run/lock`` as
long as it runs; a file that is left behind by a killed one is known by the lock being free.
"""

import fcntl
import json
from collections.abc import Mapping
from pathlib import Path

from workers.cli.errors import Refused

_ENVIRONMENT = Path("run", "environment.json")
_LOCK = Path("run", "lock")


def installation_settings(data: Path) -> Mapping[str, str]:
    """Return the settings by which the processes on ``data`` run.

    Raises:
        Refused: there is no installation, it does not run, or its files are somebody else's.
    """
    try:
        if not _is_held(data / _LOCK):
            raise Refused(f"{data}: the installation does not run; start it with 'make run'")
        kept = json.loads((data / _ENVIRONMENT).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Refused(
            f"{data}: no running installation of 'make run' is there; name its folder with --data"
        ) from None
    except PermissionError as error:
        raise Refused(f"{error.filename}: may be read by its owner alone; be that user") from None
    except ValueError:
        raise Refused(f"{data / _ENVIRONMENT}: cannot be read; start 'make run' again") from None
    return {str(name): str(value) for name, value in dict(kept).items()}


def _is_held(lock: Path) -> bool:
    with lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
