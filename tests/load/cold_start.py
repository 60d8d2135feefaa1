"""How long a function takes to begin.

``python -m tests.load.cold_start [--code ZIP] [--rounds 15] [--json OUT]``

Each run is a fresh interpreter with nothing but the unpacked code of the functions, which imports
a handler, makes it and answers one event (``GET /healthz``). The named baseline is the least there
is with the same two libraries: a FastAPI application of one route behind Mangum, from the same
folder. Rounds alternate, so that what else the machine does falls on both; the figure is the least
CPU time of a process, beside the median of what the clock says. Stores are away: they are found
when they are first needed.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
_EVENT = ROOT / "localstack" / "events" / "http-health.json"
_READ = f"import json; event = json.load(open({str(_EVENT)!r})); "
_PATH = "event['rawPath'] = event['requestContext']['http']['path'] = '/healthz'; "
_HELLO = """
from fastapi import FastAPI
from mangum import Mangum
app = FastAPI()
@app.get("/healthz")
async def healthz() -> dict[str, bool]:
    return {"ok": True}
http = Mangum(app, lifespan="off")
"""
_OURS = "from handlers.lambda_entry import http\n"
_ANSWER = _READ + _PATH + "assert http(event, None)['statusCode'] == 200"
BARE, BASE = "interpreter alone", "FastAPI and Mangum, one route"
OURS, SERVER = "handlers.lambda_entry.http", "handlers.main, imported"
PROGRAMS = {
    BARE: "pass",
    BASE: _HELLO + _ANSWER,
    OURS: _OURS + _ANSWER,
    SERVER: "import handlers.main",
}
_SETTINGS = {
    "SECRET_KEY": "f3Zq8-cold-start-K1mT9xW2vB7nR4cYz",
    "DATABASE_URL": "postgresql://otvet:x@127.0.0.1:1/otvet",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "BROKER_URL": "redis://127.0.0.1:1/1",
    "LOG_LEVEL": "ERROR",
    # Nobody answers there: the less is waited for it, the less of the clock is not ours.
    "CONNECT_TIMEOUT": "PT0.1S",
}


@dataclass(slots=True)
class Taken:
    """Milliseconds of the runs of a program."""

    cpu: list[float] = field(default_factory=list)
    clock: list[float] = field(default_factory=list)


def run_once(program: str, code: Path, folder: str) -> tuple[float, float]:
    """Return CPU and clock milliseconds of a fresh process."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-S", "-c", program],
        cwd=folder,
        env=_SETTINGS | {"PYTHONPATH": str(code), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"a run ended with {process.returncode}")
    return (usage.ru_utime + usage.ru_stime) * 1000, (time.perf_counter() - began) * 1000


def measure(code: Path, rounds: int) -> dict[str, Taken]:
    """Run every program ``rounds`` times, in turns."""
    taken = {name: Taken() for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for name, program in PROGRAMS.items():
                if name == SERVER and not (code / "uvicorn").exists():
                    continue  # a server's packages are not in the functions' code
                cpu, clock = run_once(program, code, folder)
                taken[name].cpu.append(cpu)
                taken[name].clock.append(clock)
    return {name: found for name, found in taken.items() if found.cpu}


def ratios(taken: dict[str, Taken]) -> dict[str, float]:
    """Return how many times the baseline's CPU time each takes, both without the interpreter's.

    The least of all rounds stands for a program: more of it was somebody else's.
    """
    least = {name: min(found.cpu) for name, found in taken.items()}
    return {name: (cpu - least[BARE]) / (least[BASE] - least[BARE]) for name, cpu in least.items()}


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--code", type=Path, help="a zip of localstack/build.sh; else it is built")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.code or built(Path(folder))
        code = Path(folder) / "code"
        with zipfile.ZipFile(path) as archive:
            archive.extractall(code)
            unpacked = sum(entry.file_size for entry in archive.infolist())
        taken = measure(code, options.rounds)
        packed = path.stat().st_size
    ratio = ratios(taken)
    print(f"code: {packed / 2**20:.1f} MiB packed, {unpacked / 2**20:.1f} MiB unpacked")
    for name, found in taken.items():
        cpu, clock = min(found.cpu), statistics.median(found.clock)
        print(f"{name:32} CPU {cpu:6.0f} ms  clock {clock:6.0f} ms  ratio {ratio[name]:.2f}")
    if options.json:
        values = {n: {"cpu_ms": t.cpu, "clock_ms": t.clock} for n, t in taken.items()}
        options.json.write_text(json.dumps(values), encoding="utf-8")


def built(folder: Path) -> Path:
    """Build the functions' code into a folder; return the zip."""
    command = ["bash", str(ROOT / "localstack" / "build.sh"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Path(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
