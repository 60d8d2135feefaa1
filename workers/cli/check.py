"""``otvet check``: every setting, and whether every part is there and as it must be.

All parts are looked at at once, each in a thread of its own; what has not answered by the end is
reported as such and left alone, so that the command ends in seconds whatever hangs.
"""

import json
import time
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Thread
from typing import Any

from shared.config import Settings, SettingsError
from workers.cli import check_parts
from workers.cli.check_settings import NEEDED, doubts, shown
from workers.cli.context import Context
from workers.cli.errors import Status
from workers.cli.findings import Finding, Level, doubtful, fine, wrong

_PATIENCE = 12.0
"""Seconds for all parts together; each has shorter time-outs of its own."""
_MARKS = {Level.OK: "ok     ", Level.WARNING: "warning", Level.FAILED: "FAILED "}


def add(commands: Any) -> None:  # noqa: ANN401 (argparse keeps the class to itself)
    """Declare the command."""
    parser: ArgumentParser = commands.add_parser(
        "check", help="look whether the settings are right and every part can be reached"
    )
    parser.add_argument(
        "--for",
        dest="process",
        choices=list(NEEDED),
        help="what this kind of process needs, as inside its container; all kinds if not named",
    )
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.set_defaults(run=run)


def run(context: Context, options: Namespace) -> Status:
    """Look, and say what was found."""
    processes = [options.process] if options.process else list(NEEDED)
    try:
        settings = context.settings()
    except SettingsError as error:
        found = [wrong("settings", text, "see docs/operations.md") for text in _each(error)]
        return _report(context, options, None, found, Status.SETTINGS)
    missing = _missing(settings, processes)
    found = [*missing, *doubts(settings), *_parts(settings, processes)]
    is_bad = any(one.level is Level.FAILED for one in found)
    status = Status.SETTINGS if missing else Status.FAILED if is_bad else Status.DONE
    return _report(context, options, settings, found, status)


def _each(error: SettingsError) -> list[str]:
    return str(error).split("; ")


def _missing(settings: Settings, processes: Sequence[str]) -> list[Finding]:
    users: dict[str, list[str]] = {}
    for process in processes:
        for name in NEEDED[process]:
            users.setdefault(name, []).append(process)
    return [
        wrong(name, "is not set", f"set it for {', '.join(of)}")
        for name, of in users.items()
        if getattr(settings, name.lower()) is None
    ]


def _parts_of(process: str) -> list[str]:
    """Return the parts whose addresses this kind of process needs."""
    return [name for name, (setting, _) in check_parts.PARTS.items() if setting in NEEDED[process]]


def _parts(settings: Settings, processes: Sequence[str]) -> list[Finding]:
    """Look at all parts that are named, at once."""
    names = dict.fromkeys(name for process in processes for name in _parts_of(process))
    looks: dict[str, Callable[[Settings], Iterator[Finding]]] = {
        name: check_parts.PARTS[name][1]
        for name in names
        if getattr(settings, check_parts.PARTS[name][0].lower()) is not None
    }
    if "gpu_worker" in processes:
        looks["model"] = check_parts.model
    if "handlers" in processes:
        looks["pages"] = _pages
    results: dict[str, list[Finding]] = {}

    def look(name: str) -> None:
        try:
            results[name] = list(looks[name](settings))
        except Exception as error:  # noqa: BLE001 (the other parts are told of all the same)
            todo = "this is a fault of otvet check itself: report it"
            results[name] = [wrong(name, _kind(error), todo)]

    threads = [Thread(target=look, args=(name,), daemon=True) for name in looks]
    until = time.monotonic() + _PATIENCE
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, until - time.monotonic()))
    late = [wrong("", f"did not answer in {_PATIENCE:.0f} s", "see that it runs, and the network")]
    return [
        Finding(one.about or name, one.level, one.told, one.todo)
        for name in looks
        for one in results.get(name, late)
    ]


def _kind(error: Exception) -> str:
    """Return what an error is and where it was raised; its own words may quote an address."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"


def _pages(settings: Settings) -> Iterator[Finding]:
    built = {"WIDGET_DIR": settings.widget_dir / "widget.js", "ADMIN_DIR": settings.admin_dir}
    for setting, path in built.items():
        if path.exists():
            yield fine(setting, str(path))
        else:
            yield doubtful(setting, f"{path} is not there", "'make build' makes it")


def _report(
    context: Context,
    options: Namespace,
    settings: Settings | None,
    found: Sequence[Finding],
    status: Status,
) -> Status:
    values = {} if settings is None else {name: shown(settings, name) for name in _names()}
    if options.json:
        told = {
            "status": int(status),
            "settings": {name.upper(): value for name, value in values.items()},
            "checks": [
                {"about": one.about, "level": one.level, "told": one.told, "todo": one.todo}
                for one in found
            ],
        }
        context.say(json.dumps(told, ensure_ascii=False, indent=2))
        return status
    for name, value in values.items():
        is_own = settings is not None and name in settings.model_fields_set
        context.say(f"{name.upper():31} {value or '–'}{'' if is_own else '  (default)'}")
    context.say()
    for one in found:
        todo = f" → {one.todo}" if one.todo else ""
        context.say(f"{_MARKS[one.level]}  {one.about}: {one.told}{todo}")
    return status


def _names() -> list[str]:
    return list(Settings.model_fields)
