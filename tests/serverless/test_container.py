"""What stands in for a function's container in LocalStack: a process, and what becomes of it."""

import json
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import uuid4

import pytest

from tests.serverless.function import ROOT
from tests.serverless.standin import standin
from tests.services import service_missing

pytestmark = pytest.mark.services

_HERE = ROOT / "tests" / "serverless"
_PYTHON = Path(sys.base_prefix) / "bin" / "python3.11"

Make = Callable[..., Any]


@pytest.fixture(scope="module")
def module() -> ModuleType:
    """The module; what it needs of Linux is there."""
    try:
        subprocess.run(
            ["unshare", "--mount", "--map-root-user", "true"], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        service_missing(error)
    return standin("otvet_container")


@pytest.fixture
def make(module: ModuleType, tmp_path: Path) -> Iterator[Make]:
    """Make a container of the function that acts; ``more`` is a second module of its code."""
    code, runtime = tmp_path / "code", tmp_path / "runtime"
    code.mkdir()
    shutil.copy(_HERE / "acting.py", code / "acting.py")
    (runtime / "awslambdaric").mkdir(parents=True)
    shutil.copy(_HERE / "runtime_client.py", runtime / "awslambdaric" / "__main__.py")
    made: list[Any] = []

    def container(seconds: float = 20, megabytes: int = 1024, more: str = "") -> Any:  # noqa: ANN401
        (code / "more.py").write_text(more, encoding="utf-8")
        function = module.Function(code, runtime, _PYTHON, seconds, megabytes)
        made.append(module.Container(function, tmp_path / "function.log"))
        return made[-1]

    yield container
    for one in made:
        one.stop()


def begin(container: Any) -> Any:  # noqa: ANN401 (imported by its path)
    container.start({"_HANDLER": "acting.handler", "OWN": "1"})
    return container


def ask(container: Any, do: str, **more: object) -> Any:  # noqa: ANN401
    """Return what became of an invocation, with its payload read."""
    work = standin("otvet_container").Work
    event = json.dumps({"do": do} | more).encode()
    done = container.invoke(work("r-1", "arn:f", "Root=1", event))
    return done.is_error, json.loads(done.payload), done.logs


def pid_of(container: Any) -> int:  # noqa: ANN401
    is_error, said, _ = ask(container, "say", text="here")
    assert not is_error, said
    return int(said["pid"])


def pids_in(text: str) -> list[int]:
    """Which processes a waiting function has written down: its own and its child's."""
    (line,) = re.findall(r'^\{"pids".*$', text, re.MULTILINE)
    pids: list[int] = json.loads(line)["pids"]
    return pids


def await_gone(*pids: int) -> None:
    """Wait until there is none of them; a child's end may be noticed a moment later."""
    until = time.monotonic() + 5
    left = set(pids)
    while left and time.monotonic() < until:
        left = {pid for pid in left if _lives(pid)}
        time.sleep(0.02)
    assert not left


def await_threads(most: int) -> None:
    """Wait until the Runtime API listens no more, and answers nobody."""
    until = time.monotonic() + 5
    while threading.active_count() > most and time.monotonic() < until:
        time.sleep(0.02)
    assert threading.active_count() <= most


def _lives(pid: int) -> bool:
    with suppress(OSError):
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
        return state != "Z"
    return False


def test_a_function_finds_around_it_what_lambda_gives_and_nothing_of_this_machine(
    make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OF_LOCALSTACK", "secret")
    mark = f"otvet-{uuid4()}"
    is_error, said, _ = ask(begin(make()), "look", mark=mark)
    assert not is_error, said
    found, told = said["found"], said["context"]
    environment = found["environment"]
    assert environment.pop("AWS_LAMBDA_RUNTIME_API").startswith("127.0.0.1:")
    for name in ("PWD", "SHLVL", "_", "OLDPWD", "LC_CTYPE"):  # a shell's own, and Python's
        environment.pop(name, None)
    assert environment == {
        "_HANDLER": "acting.handler",
        "OWN": "1",
        "PYTHONPATH": "/var/task:/var/runtime",
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "en_US.UTF-8",
    }
    assert (found["here"], found["tmp"]) == ("/var/task", [])
    assert found["task"] == ["acting.py", "more.py"]
    assert found["refused"] == "Read-only file system"
    assert {"/var/task", "/var/runtime"} <= set(found["path"])
    assert not [one for one in found["path"] if "-packages" in one]
    assert told["Lambda-Runtime-Invoked-Function-Arn"] == "arn:f"
    assert told["Lambda-Runtime-Trace-Id"] == "Root=1"
    left = int(told["Lambda-Runtime-Deadline-Ms"]) / 1000 - time.time()
    assert 0 < left <= 20
    assert not Path("/tmp", mark).exists()  # noqa: S108
    assert not (tmp_path / "code" / "new").exists()


def test_one_process_carries_out_one_after_another_and_each_has_its_own_lines(make: Make) -> None:
    container = begin(make())
    first = ask(container, "say", text="слово one")
    second = ask(container, "say", text="two")
    assert (first[0], first[1]["found"]) == (False, "said")
    assert first[1]["pid"] == second[1]["pid"]
    for text, (_, _, logs) in (("слово one", first), ("two", second)):
        start, own, end, report = logs.splitlines()
        assert (start, own) == ("START RequestId: r-1", text)
        assert end == "END RequestId: r-1"
        assert re.fullmatch(
            r"REPORT RequestId: r-1 Duration: \d+\.\d\d ms Max Memory Used: [1-9]\d* MB", report
        )
    assert container.logged() == "слово one\ntwo\n"


def test_what_a_function_raises_is_its_answer_and_it_goes_on(make: Make) -> None:
    container = begin(make())
    pid = pid_of(container)
    is_error, said, _ = ask(container, "fail")
    assert (is_error, said) == (True, {"errorType": "ValueError", "errorMessage": "not so"})
    assert pid_of(container) == pid


def test_a_module_that_cannot_be_imported_says_why(module: ModuleType, make: Make) -> None:
    container, before = make(more="import nothing_of_the_kind"), threading.active_count()
    with pytest.raises(module.ModuleNotImported) as refused:
        container.start({"_HANDLER": "more.handler"})
    await_threads(before)
    assert json.loads(refused.value.payload) == {
        "errorType": "ModuleNotFoundError",
        "errorMessage": "No module named 'nothing_of_the_kind'",
    }


@pytest.mark.parametrize(
    ("broken", "last"),
    [
        ("print('last words', flush=True)\nimport os\nos._exit(3)", "last words"),
        ("no runtime", "No module named awslambdaric"),
    ],
    ids=["ends as it begins", "without a runtime"],
)
def test_a_process_that_ends_before_it_has_begun_leaves_its_last_words(
    module: ModuleType, make: Make, tmp_path: Path, broken: str, last: str
) -> None:
    container = make(more=broken)
    if broken == "no runtime":
        shutil.rmtree(tmp_path / "runtime" / "awslambdaric")
    before = threading.active_count()
    with pytest.raises(module.ContainerEnded, match=last):
        container.start({"_HANDLER": "more.handler"})
    await_threads(before)


def test_one_that_takes_too_long_is_ended_with_its_children_and_the_next_begins_anew(
    make: Make,
) -> None:
    container = begin(make(seconds=2))
    before, began = pid_of(container), time.monotonic()
    is_error, said, logs = ask(container, "wait")
    assert 2 <= time.monotonic() - began < 10
    assert is_error
    assert said == {
        "errorType": "Sandbox.Timedout",
        "errorMessage": "RequestId: r-1 Error: Task timed out after 2.00 seconds",
    }
    own, child = pids_in(logs)
    assert own == before
    await_gone(own, child)
    assert pid_of(container) != before


def test_one_whose_process_dies_is_an_error_at_once_and_the_next_begins_anew(make: Make) -> None:
    container = begin(make())
    before, began = pid_of(container), time.monotonic()
    is_error, said, _ = ask(container, "end")
    assert time.monotonic() - began < 10
    assert is_error
    assert said == {
        "errorType": "Runtime.ExitError",
        "errorMessage": "RequestId: r-1 Error: Runtime exited",
    }
    assert pid_of(container) != before


def test_a_process_that_dies_between_two_costs_neither(make: Make) -> None:
    container = begin(make())
    _, said, _ = ask(container, "end later")
    assert said["found"] == "answered"
    await_gone(said["pid"])
    assert pid_of(container) != said["pid"]


def test_more_memory_than_is_allowed_is_an_error_and_the_end_of_it(make: Make) -> None:
    container = begin(make(megabytes=64))
    before = pid_of(container)
    is_error, said, logs = ask(container, "grow")
    assert (is_error, said["errorType"]) == (True, "Runtime.OutOfMemory")
    assert said["errorMessage"].endswith(" of 64 MB")
    most = int(re.findall(r"Max Memory Used: (\d+) MB", logs)[0])
    assert most > 110
    await_gone(before)
    assert pid_of(container) != before


def test_it_is_stopped_while_it_works_and_does_not_begin_again(
    module: ModuleType, make: Make
) -> None:
    """LocalStack's other threads do so, on purpose: a function is deleted while it runs."""
    before = threading.active_count()
    container = begin(make())
    done: list[Any] = []
    working = threading.Thread(target=lambda: done.append(ask(container, "wait")))
    working.start()
    until = time.monotonic() + 10
    while "pids" not in container.logged() and time.monotonic() < until:
        time.sleep(0.02)
    container.stop()
    working.join(5)
    ((is_error, said, logs),) = done
    assert (is_error, said["errorType"]) == (True, "Runtime.ExitError")
    await_gone(*pids_in(logs))
    with pytest.raises(module.ContainerEnded):
        ask(container, "say", text="again")
    await_threads(before)


def test_it_is_stopped_while_it_begins(module: ModuleType, make: Make) -> None:
    container = make(more="import os, time\nprint(os.getpid(), flush=True)\ntime.sleep(600)")
    raised: list[BaseException] = []

    def start() -> None:
        try:
            container.start({"_HANDLER": "more.handler"})
        except module.ContainerEnded as error:
            raised.append(error)

    beginning = threading.Thread(target=start)
    beginning.start()
    until = time.monotonic() + 10
    while not container.logged().strip() and time.monotonic() < until:
        time.sleep(0.02)
    container.stop()
    beginning.join(5)
    assert len(raised) == 1
    await_gone(int(container.logged()))
