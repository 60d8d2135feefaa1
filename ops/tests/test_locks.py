"""The locks: exact, hashed, without hosts, and the same versions in every room."""

import re
import tomllib

import pytest

from ops.embedded.layout import ROOT

_LOCKS = ROOT / "ops" / "locks"
_HASHED = ("all", "handlers", "workers", "gpu_worker", "embedded", "dev", "node")


def _pins(name: str) -> dict[str, str]:
    text = (_LOCKS / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, flags=re.MULTILINE))


@pytest.mark.parametrize("name", [*_HASHED, "torch"])
def test_a_lock_names_no_host(name: str) -> None:
    text = (_LOCKS / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


@pytest.mark.parametrize("name", _HASHED)
def test_every_pin_has_a_hash_and_torch_is_none_of_them(name: str) -> None:
    text = (_LOCKS / f"{name}.txt").read_text(encoding="utf-8")
    blocks = [b for b in re.split(r"^(?=[\w])", text, flags=re.MULTILINE) if "==" in b]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
    assert "torch" not in _pins(name)


@pytest.mark.parametrize("name", ["handlers", "workers", "gpu_worker", "embedded", "dev"])
def test_a_rooms_lock_agrees_with_the_whole(name: str) -> None:
    assert _pins(name).items() <= _pins("all").items()


def test_every_direct_dependency_is_locked() -> None:
    """Given a new dependency in pyproject.toml, ``make lock`` must have been run."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for name, wanted in extras.items():
        locked = {pin.lower().replace("_", "-") for pin in _pins(name)} | {"torch"}
        for requirement in [*project["dependencies"], *wanted]:
            package = re.split(r"[\[<>=]", requirement)[0].lower()
            assert package in locked, f"{package} is not in {name}.txt: run 'make lock'"
