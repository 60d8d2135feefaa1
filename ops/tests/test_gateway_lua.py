"""The plugin's own checks: luacheck, and its specs with busted, as Kong's template has them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ops.embedded.errors import EmbeddedError
from ops.tests.gateway import PLUGIN, STANDIN
from shared.config import process_environment
from shared.domain.error_sentences import error_sentence
from shared.domain.scopes import KEY_PREFIX
from shared.domain.words import Locale
from shared.kernel.errors import ErrorCode
from tests.services import service_missing

SOURCES = PLUGIN / "kong" / "plugins" / "widget-domain-check"
SPECS = PLUGIN / "spec" / "widget-domain-check"


def run(*command: str | Path, **environment: str) -> str:
    """Run one of Debian's Lua tools in the plugin's folder; returns what it said."""
    if not shutil.which(command[0]):
        service_missing(EmbeddedError(f"{command[0]} is not installed: ops/tests/requirements.sh"))
    done = subprocess.run(
        command,
        cwd=PLUGIN,
        env=process_environment() | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.services
def test_the_lua_sources_are_clean() -> None:
    run("luacheck", "--no-color", "kong", "spec", STANDIN)


@pytest.mark.services
@pytest.mark.parametrize("spec", sorted(SPECS.glob("*_spec.lua")), ids=lambda path: path.name)
def test_a_spec_passes(spec: Path, services_folder: Path) -> None:
    folder = services_folder / spec.stem
    folder.mkdir()
    said = run(
        "luajit",
        "/usr/bin/busted",
        "--output=TAP",
        spec,
        KONG_STANDIN=str(STANDIN),
        KONG_PLUGIN=str(PLUGIN),
        KONG_FOLDER=str(folder),
    )
    written = len(re.findall(r"^ *it\(", spec.read_text(encoding="utf-8"), re.M))
    assert len(re.findall(r"^ok ", said, re.M)) >= written > 0, said


def test_the_rockspec_names_every_module() -> None:
    (rockspec,) = PLUGIN.glob("*.rockspec")
    named = set(re.findall(r'/([a-z]+\.lua)"', rockspec.read_text(encoding="utf-8")))
    assert named == {path.name for path in SOURCES.glob("*.lua")}
    version = rockspec.stem.removeprefix("kong-plugin-widget-domain-check-").partition("-")[0]
    assert f'VERSION = "{version}"' in (SOURCES / "handler.lua").read_text(encoding="utf-8")


def test_the_gateway_s_errors_are_the_platform_s() -> None:
    text = (SOURCES / "refusal.lua").read_text(encoding="utf-8")
    found = re.findall(
        r'(\w+) = \{\s*status = (\d+),.*?ru = "([^"]+)",\s*en = "([^"]+)"', text, re.S
    )
    assert len(found) == len(re.findall(r"status = \d", text)) > 4
    for code, _, russian, english in found:
        assert russian == error_sentence(ErrorCode(code), Locale.RU)
        assert english == error_sentence(ErrorCode(code), Locale.EN)


def test_the_gateway_knows_a_key_of_the_api_as_the_platform_does() -> None:
    assert f'%s+{KEY_PREFIX}"' in (SOURCES / "access.lua").read_text(encoding="utf-8")
