"""``make check`` and ``make test``: every check as a step, run one way here and on CI.

Two of the quick checks run at a time, the longest first, for they take one core each; what starts
services or browsers or kills processes runs alone.
"""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ops.embedded.builds import ROOMS, Builder
from ops.embedded.errors import EmbeddedError
from ops.embedded.layout import ROOT, Layout, default_data
from ops.embedded.progress import Console
from shared.config import process_environment

_BIN = Path(sys.executable).parent
_UNIT = "not services and not journey and not faults and not figures"
_SERVICES = "services and not journey and not faults"


@dataclass(frozen=True, slots=True)
class Step:
    """One command that must succeed."""

    name: str
    command: tuple[str, ...]
    folder: Path = ROOT


def quick_steps(npm: tuple[str, ...]) -> list[Step]:
    """Return what needs no service: a slip in the form first, then the longest."""
    in_rooms = [
        Step(f"{room} {script}", (*npm, "run", "--silent", script), ROOT / room)
        for script in ("check", "test")
        for room in ROOMS
    ]
    return [
        Step("ruff format", (str(_BIN / "ruff"), "format", "--check", "--quiet", ".")),
        Step("ruff", (str(_BIN / "ruff"), "check", "--quiet", ".")),
        Step("import rules", (str(_BIN / "lint-imports"),)),
        _pytest("unit tests", _UNIT, "--ignore=gpu_worker/tests"),
        _pytest("unit tests of the GPU worker", _UNIT, "gpu_worker"),
        *in_rooms,
        Step("mypy", (str(_BIN / "mypy"),)),
    ]


def slow_steps(npm: tuple[str, ...]) -> list[Step]:
    """Return what starts services and browsers and kills processes."""
    browsers = [
        Step(f"{room} browser", (*npm, "run", "--silent", "test:browser"), ROOT / room)
        for room in ROOMS
    ]
    return [
        Step("widget size", (*npm, "run", "--silent", "size"), ROOT / "widget"),
        *browsers,
        _pytest("figures", "figures"),
        _pytest("services", _SERVICES),
        _pytest("journeys", "journey"),
        _pytest("faults", "faults and not journey"),
    ]


def _pytest(name: str, marked: str, *where: str) -> Step:
    return Step(name, (sys.executable, "-m", "pytest", "-q", "--durations=5", "-m", marked, *where))


def main(arguments: list[str]) -> int:
    """Run the quick checks, or with ``test`` all of them; return the exit status."""
    layout, console, began = Layout(default_data()), Console(), time.monotonic()
    layout.prepare()
    builder = Builder(layout, console)
    try:
        nodes = [builder.install(room) for room in ROOMS]
        npm = nodes[0].npm
        passed = _two_at_a_time(console, quick_steps(npm))
        if passed and "test" in arguments:
            for room in ROOMS:
                builder.build(room)
            passed = _run_all(console, slow_steps(npm))
    except EmbeddedError as error:
        console.say(f"\n{error}")
        return 1
    verdict = "All checks passed" if passed else "Some checks FAILED (see above)"
    console.say(f"\n{verdict}, in {time.monotonic() - began:.0f} s.")
    return 0 if passed else 1


def _two_at_a_time(console: Console, steps: list[Step]) -> bool:
    with ThreadPoolExecutor(max_workers=2) as pool:
        return all(list(pool.map(partial(_run, console), steps)))


def _run_all(console: Console, steps: list[Step]) -> bool:
    """Run every step, also after one has failed: all that is wrong is to be seen at once."""
    failed = 0
    for step in steps:
        failed += not _run(console, step)
    return failed == 0


def _run(console: Console, step: Step) -> bool:
    """Run a step and show its output when it failed, or its tests' closing lines."""
    began = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=step.folder,
        env=process_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    passed = done.returncode == 0
    output = done.stdout.rstrip()
    shown = output if not passed or "pytest" in step.command or "test" in step.name else ""
    console.say(f"\n── {step.name}\n{shown}" if shown else "")
    console.done(step.name, "passed" if passed else "FAILED", time.monotonic() - began)
    return passed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
