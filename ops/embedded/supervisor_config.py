"""supervisord's configuration, written from the programs.

Secrets are not in it: programs inherit them from supervisord's own environment.
"""

import re
import resource
from collections.abc import Iterable, Mapping

from ops.embedded.layout import Layout
from ops.embedded.privileges import is_root
from ops.embedded.programs import Group, Program

_OPEN_FILES = 16_384
"""Every visitor is an open socket of the handlers; the usual limit of 1,024 is soon reached."""
_START_SECONDS = 3
"""Up for so long counts as started; a later death is restarted at once."""
_START_RETRIES = 60
"""Each failed start waits a second longer than the last: half an hour of trying in all."""


def render(layout: Layout, programs: Iterable[Program]) -> str:
    """Return the text of ``supervisord.conf``."""
    listed = list(programs)
    sections = [_supervisord(layout), *(_program(layout, program) for program in listed)]
    for group in Group:
        names = [program.name for program in listed if program.group is group]
        if names:
            sections.append(_section(f"group:{group.name.lower()}", _group(group, names)))
    return "\n".join(sections)


def _supervisord(layout: Layout) -> str:
    options = {
        "logfile": layout.logs / "supervisord.log",
        "logfile_maxbytes": "5MB",
        "logfile_backups": 2,
        "pidfile": layout.run / "supervisord.pid",
        "childlogdir": layout.logs,
        "directory": layout.root,
        "silent": "true",
        "nodaemon": "true",
        "minfds": min(_OPEN_FILES, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),
    }
    if is_root():
        options["user"] = "root"
    control = {"file": layout.supervisor_socket, "chmod": "0600"}
    interface = {
        "supervisor.rpcinterface_factory": "supervisor.rpcinterface:make_main_rpcinterface"
    }
    return "\n".join(
        (
            _section("supervisord", options),
            _section("unix_http_server", control),
            _section("rpcinterface:supervisor", interface),
        )
    )


def _program(layout: Layout, program: Program) -> str:
    options: dict[str, object] = {
        "command": " ".join(map(_quoted, program.command)),
        "autostart": "false",
        "autorestart": "true",
        "startsecs": _START_SECONDS,
        "startretries": _START_RETRIES,
        "stopsignal": program.stop_signal.name.removeprefix("SIG"),
        "stopwaitsecs": program.stop_wait,
        "killasgroup": "true",
        "redirect_stderr": "true",
        "stdout_logfile": layout.log(program.name),
        "stdout_logfile_maxbytes": "10MB",
        "stdout_logfile_backups": 3,
    }
    if program.environment:
        pairs = (f'{name}="{_plain(value)}"' for name, value in program.environment.items())
        options["environment"] = ",".join(pairs)
    return _section(f"program:{program.name}", options)


def _group(group: Group, names: Iterable[str]) -> dict[str, object]:
    return {"programs": ",".join(names), "priority": int(group)}


def _section(name: str, options: Mapping[str, object]) -> str:
    lines = (f"{key} = {_expansion_safe(key, value)}" for key, value in options.items())
    return "\n".join((f"[{name}]", *lines, ""))


def _expansion_safe(key: str, value: object) -> str:
    """Escape what supervisord expands; commands and environments are escaped word by word."""
    text = str(value)
    return text if key in ("command", "environment") else text.replace("%", "%%")


def _plain(value: str) -> str:
    """Refuse what supervisord's environment syntax cannot carry: there is no escaping in it."""
    if not re.fullmatch(r"[\w.:/-]+", value):
        raise ValueError(f"not a plain value: {value!r}")
    return value


def _quoted(word: str) -> str:
    """Quote one word for supervisord's shlex.

    ``%`` would be expanded, and a space before ``;`` or ``#`` would begin a comment; a closed and
    reopened quote between the two keeps the word whole.
    """
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    escaped = escaped.replace(" ;", ' "";').replace(" #", ' ""#')
    return f'"{escaped}"'
