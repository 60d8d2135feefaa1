"""``make run``: start everything, say where it is, watch it, stop it."""

import json
import signal
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from pydantic import SecretStr

from ops.embedded.builds import ROOMS, Builder, fingerprint
from ops.embedded.errors import EmbeddedError, ProgramFailedError
from ops.embedded.installation import STORE_NAMES, Installation
from ops.embedded.progress import Console
from ops.embedded.supervisor import ProgramState, State
from shared.config import Settings, load_settings

_WATCH_SECONDS = 1.0
_KNOWLEDGE = "ops/embedded/demo"
_INDEXING = 60
"""Seconds that the demo's documents may take; without a worker that indexes, all of them."""
_PASSED_ON = (
    "ENVIRONMENT",
    "SECRET_KEY",
    "PUBLIC_URL",
    "DATABASE_URL",
    "REDIS_URL",
    "BROKER_URL",
    "CHROMA_URL",
)


class _Stop(BaseException):
    """Ctrl-C or SIGTERM."""


class Launcher:
    """One run, from the first line on the console to the last."""

    def __init__(self, data: Path, console: Console) -> None:
        settings = load_settings()
        self._console = console
        self._installation = Installation(
            data,
            host=settings.host,
            port=settings.port,
            settings=given_settings(settings),
            console=console,
        )
        self._builder = Builder(self._installation.layout, console)

    def run(self) -> int:
        """Start, watch until told to stop, stop; return the exit status."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _raise_stop)
        try:
            self._start()
            self._watch()
        except _Stop:
            return self._stop(0)
        except EmbeddedError as error:
            self._console.say(f"\n{error}")
            return self._stop(1)
        except BaseException:
            self._stop(1)
            raise

    def _start(self) -> None:
        began = time.monotonic()
        installation = self._installation
        installation.open()
        with ThreadPoolExecutor(max_workers=len(ROOMS)) as pool:
            builds = [pool.submit(self._builder.build, room) for room in ROOMS]
            try:
                names = installation.program_names()
                installation.start_programs(set(names).intersection(STORE_NAMES))
                installation.migrate()
                _results(builds)
                installation.start_programs(set(names).difference(STORE_NAMES))
            except BaseException:
                self._builder.cancel()
                raise
        self._load_demo()
        self._greet(time.monotonic() - began)

    def _load_demo(self) -> None:
        """Load the demo site once; again only when its texts or its address changed."""
        layout, address = self._installation.layout, self._installation.public_url
        wanted = f"{fingerprint(layout.root / _KNOWLEDGE)} {address}"
        stamp = layout.stamps / "demo"
        if layout.demo.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted:
            return
        # Who asks at once should be answered: what is printed next invites to ask.
        wait = ("--wait", str(_INDEXING))
        self._installation.run_command(
            "demo", "-m", "workers.demo", "--data", _KNOWLEDGE, "--out", str(layout.demo), *wait
        )
        layout.demo.chmod(0o600)
        stamp.write_text(wanted, encoding="utf-8")

    def _greet(self, seconds: float) -> None:
        base, demo = self._installation.public_url, _demo_of(self._installation.layout.demo)
        self._console.say(f"\nOtvet is up, in {seconds:.1f} s.\n")
        self._console.say(f"  Demo site   {base}/demo/")
        self._console.say(f"  Console     {base}/admin/")
        if demo:
            self._console.say(f"  Sign in as  {demo['operator_email']}")
            self._console.say(f"  Password    {demo['operator_password']}")
        self._console.say(
            f"\n  Logs in {self._installation.layout.logs}. Ctrl-C stops everything.\n"
        )

    def _watch(self) -> NoReturn:
        """Say when a program died or came back; supervisord itself restarts it."""
        seen = self._installation.states()
        while self._installation.alive:
            time.sleep(_WATCH_SECONDS)
            with suppress(OSError):
                now = self._installation.states()
                for name, state in now.items():
                    self._report(seen[name], state)
                seen = now
        log = self._installation.layout.log("supervisord")
        raise ProgramFailedError("supervisord", "ended by itself", log)

    def _report(self, before: ProgramState, now: ProgramState) -> None:
        if now.state is State.FATAL and before.state is not State.FATAL:
            log = self._installation.layout.log(now.name)
            error = ProgramFailedError(now.name, "keeps failing and was given up", log)
            self._console.say(f"  {error}")
        elif now.failed and not before.failed:
            self._console.say(f"  {now.name} died ({now.reason}) and is being restarted")
        elif now.pid and before.pid and now.pid != before.pid:
            self._console.say(f"  {now.name} was restarted (process {now.pid})")

    def _stop(self, status: int) -> int:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._hurry)
        if self._installation.alive:
            with self._console.step("stopping") as step:
                self._installation.stop()
                step.detail = "everything has stopped"
        else:
            self._installation.stop()
        return status

    def _hurry(self, number: int, frame: FrameType | None) -> None:
        """A second Ctrl-C: do not wait for the draining."""
        del number, frame
        self._installation.abandon()


def given_settings(settings: Settings) -> dict[str, str]:
    """Return what was named in the environment or in ``.env`` and so replaces an embedded part."""
    given: dict[str, str] = {}
    for name in _PASSED_ON:
        value = getattr(settings, name.lower())
        if name.lower() in settings.model_fields_set and value is not None:
            given[name] = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    return given


def _results(builds: "list[Future[None]]") -> None:
    for build in builds:
        build.result()


def _demo_of(path: Path) -> dict[str, str]:
    try:
        demo: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return demo


def _raise_stop(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    raise _Stop
