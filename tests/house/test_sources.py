"""Sources keep the house's measures: short modules, names declared once, locks without hosts."""

import re
import subprocess
import warnings
from pathlib import Path

import pytest

from shared.queues.names import Queue, TaskQueue

ROOT = Path(__file__).parents[2]
ROOMS = ("shared", "handlers", "workers", "gpu_worker", "ops", "tests")
_SMELL, _TOO_MUCH = 300, 400
# Longer than a smell for a reason; the reason stands beside the name.
KNOWN_LONG: dict[str, str] = {}


def modules() -> list[Path]:
    """Every Python, Lua and JavaScript source of the rooms."""
    python = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    lua = (ROOT / "shared").rglob("*.lua")
    scripts = [
        path
        for room in ("widget", "admin")
        for folder in ("src", "test", "demo")
        for suffix in ("*.js", "*.ts", "*.tsx")
        for path in (ROOT / room / folder).rglob(suffix)
        if "wire" not in path.parts  # written by a generator
    ]
    return [*python, *lua, *scripts]


def lines(path: Path) -> int:
    """How long a source is."""
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_too_long() -> None:
    long = {str(path.relative_to(ROOT)): lines(path) for path in modules()}
    smell = {name: count for name, count in long.items() if _SMELL < count <= _TOO_MUCH}
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        for name, count in smell.items():
            warnings.warn(f"{name} has {count} lines: a smell", stacklevel=1)
    assert {name: count for name, count in long.items() if count > _TOO_MUCH} == {}


def test_every_room_has_sources_that_are_looked_at() -> None:
    seen = {path.relative_to(ROOT).parts[0] for path in modules()}
    assert seen >= {*ROOMS, "widget"}


@pytest.mark.parametrize("name", [*Queue, *TaskQueue])
def test_a_queue_s_name_is_written_in_one_place_only(name: str) -> None:
    quoted = re.compile(rf"""(["']){name}\1""")
    found = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.suffix == ".py"
        and "tests" not in path.parts
        and quoted.search(path.read_text(encoding="utf-8"))
    ]
    assert found == ["shared/queues/names.py"]


def test_an_audit_entry_is_put_together_in_one_place_only() -> None:
    made = re.compile(r"\bAuditEntry\(")
    found = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.suffix == ".py"
        and path != Path(__file__)
        and made.search(path.read_text(encoding="utf-8"))
    ]
    assert found == ["shared/storage/audit.py"]


def test_the_environment_is_read_in_one_place_only() -> None:
    reads = re.compile(r"os\.(environ|getenv)")
    found = [
        str(path.relative_to(ROOT))
        for path in modules()
        if path.suffix == ".py" and reads.search(path.read_text(encoding="utf-8"))
    ]
    assert [name for name in found if "/tests/" not in name and "tests/" not in name] == [
        "shared/config.py"
    ]


def tracked_locks() -> list[Path]:
    """Every lock file, Python's and JavaScript's."""
    python = (ROOT / "ops" / "locks").glob("*.txt")
    node = (ROOT / room / "package-lock.json" for room in ("widget", "admin"))
    return [*python, *(path for path in node if path.exists())]


@pytest.mark.parametrize(
    "path", tracked_locks(), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_a_lock_names_no_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    hosts = set(re.findall(r"\b(?:https?|git\+ssh|git|ssh)://([^/\s\"']+)", text))
    # Who funds a package is told by its author; nothing is fetched from there.
    if path.name == "package-lock.json":
        hosts = set(re.findall(r'"resolved":\s*"[a-z+]+://([^/"]+)', text))
    assert hosts == set()
    assert not re.search(r"^\s*(--index-url|--extra-index-url|--find-links|-i)\b", text, re.M)


@pytest.mark.parametrize(
    "name", ["all", "dev", "handlers", "workers", "gpu_worker", "serverless", "embedded"]
)
def test_a_python_lock_pins_every_package_by_version_and_hash(name: str) -> None:
    text = (ROOT / "ops" / "locks" / f"{name}.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9][\w.\[\],-]*)==(\S+)", text, re.M)
    assert len(pins) > 10
    for block in re.split(r"\n(?=[a-z0-9])", text.split("\n", 1)[1]):
        assert "==" in block.split("\n", 1)[0], block[:60]
        assert "--hash=sha256:" in block, block[:60]


def test_no_file_of_the_repository_is_a_key_or_an_environment() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    bad = re.compile(r"(^|/)(\.env|id_rsa|.*\.(pem|key|p12|pfx))$")
    assert [name for name in listed if bad.search(name)] == []
    marker = "-----BEGIN " + "PRIVATE KEY"
    for name in listed:
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".yml", ".json", ".js"} and path.exists():
            assert marker not in path.read_text(encoding="utf-8", errors="replace"), name
