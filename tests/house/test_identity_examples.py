"""What docs/identity.md tells people to write signs tokens that are believed.

Python and Node are there wherever the tests run. The others are tried where their interpreter and
library are: from Debian ``ruby-jwt``, ``golang-go golang-github-golang-jwt-jwt-dev``; jose4j in
Maven's folder.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from shared.auth.identity import IdentitySecrets, new_salt
from shared.auth.identity_keys import read_key
from shared.config import process_environment
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7

ROOT = Path(__file__).parents[2]
SITE = uuid7()
SECRETS = IdentitySecrets("a key of the installation, long enough")
SALT = new_salt(utc_now())
KEY = ec.generate_private_key(ec.SECP256R1())
PERSON = ("42", "Анна", "anna@example.com")
GO = Path("/usr/share/gocode/src/github.com/golang-jwt/jwt")
MAVEN = Path.home() / ".m2/repository/org"


def example(heading: str) -> str:
    """Return the code under a heading."""
    page = (ROOT / "docs/identity.md").read_text(encoding="utf-8")
    found = re.search(rf"^### {re.escape(heading)}\n\n```\w+\n(.*?)^```", page, re.M | re.S)
    assert found, f"docs/identity.md has no example for {heading}"
    return found[1]


def node(folder: Path) -> list[str]:
    """Node finds its library where the console's are."""
    (folder / "node_modules").symlink_to(ROOT / "admin/node_modules")
    (folder / "example.mjs").write_text(example("Node"), encoding="utf-8")
    person = "{ id: 42, name: 'Анна', email: 'anna@example.com' }"
    (folder / "main.mjs").write_text(
        "import * as example from './example.mjs';\n"
        f"for (const sign of [example.bySecret, example.byKey]) console.log(await sign({person}));",
        encoding="utf-8",
    )
    return ["node", "main.mjs"]


def python(folder: Path) -> list[str]:
    """As it stands."""
    call = "from types import SimpleNamespace\n"
    call += "anna = SimpleNamespace(id=42, name='Анна', email='anna@example.com')\n"
    call += "print(by_secret(anna), by_key(anna), sep='\\n')\n"
    (folder / "main.py").write_text(example("Python") + call, encoding="utf-8")
    return [sys.executable, "main.py"]


def ruby(folder: Path) -> list[str]:
    """As it stands."""
    call = "anna = Struct.new(:id, :name, :email).new(42, 'Анна', 'anna@example.com')\n"
    call += "puts by_secret(anna), by_key(anna)\n"
    (folder / "main.rb").write_text(example("Ruby") + call, encoding="utf-8")
    return ["ruby", "-Ku", "main.rb"]


def go(folder: Path) -> list[str]:
    """Debian has version 4 of the library, outside of modules."""
    code = (
        example("Go").replace("golang-jwt/jwt/v5", "golang-jwt/jwt").replace('"os"', '"fmt"\n"os"')
    )
    code += 'func main() { anna := Person{"42", "Анна", "anna@example.com"}\n'
    code += "for _, sign := range []func(Person) (string, error){BySecret, ByKey} {\n"
    code += "token, err := sign(anna)\nif err != nil { panic(err) }\nfmt.Println(token) } }\n"
    (folder / "main.go").write_text(code, encoding="utf-8")
    return ["go", "run", "main.go"]


def java(folder: Path) -> list[str]:
    """Beside a class that calls it."""
    (folder / "Identity.java").write_text(example("Java"), encoding="utf-8")
    (folder / "Main.java").write_text(
        "public class Main { public static void main(String[] a) throws Exception {\n"
        'var anna = new Identity.Person("42", "Анна", "anna@example.com");\n'
        "System.out.println(Identity.bySecret(anna));\n"
        "System.out.println(Identity.byKey(anna)); } }\n",
        encoding="utf-8",
    )
    path = ":".join(map(str, [*jars(), folder]))
    subprocess.run(
        ["javac", "-encoding", "UTF-8", "-cp", path, "Identity.java", "Main.java"],
        cwd=folder, check=True, timeout=100,
    )  # fmt: skip
    return ["java", "-cp", path, "Main"]


def jars() -> list[Path]:
    """The library and what it logs with."""
    slf4j = sorted(MAVEN.glob("slf4j/slf4j-api/2.*/*.jar"))[-1:]
    jose4j = sorted(MAVEN.glob("bitbucket/b_c/jose4j/*/*.jar"))[-1:]
    return [*jose4j, *slf4j] if jose4j and slf4j else []


def is_here(program: str, *arguments: str) -> bool:
    """Whether a program is there and ends well."""
    found = shutil.which(program)
    if found is None:
        return False
    return subprocess.run([found, *arguments], capture_output=True, timeout=60).returncode == 0  # noqa: PLW1510


@dataclass(frozen=True)
class Language:
    """How an example is made ready, and whether it can be run here."""

    prepare: Callable[[Path], list[str]]
    is_there: Callable[[], bool]
    is_asked_for: bool = False
    """Its absence is a failure; the others are run where somebody has them."""


LANGUAGES = {
    "Python": Language(python, lambda: True, is_asked_for=True),
    "Node": Language(node, (ROOT / "admin/node_modules/jose").is_dir, is_asked_for=True),
    "Ruby": Language(ruby, lambda: is_here("ruby", "-e", "require 'jwt'")),
    "Go": Language(go, lambda: GO.is_dir() and is_here("go", "version")),
    "Java": Language(java, lambda: bool(jars()) and is_here("javac", "--version")),
}


@pytest.mark.parametrize(
    "name", [n for n, it in LANGUAGES.items() if it.is_asked_for or it.is_there()]
)
def test_what_the_example_signs_is_believed(name: str, tmp_path: Path) -> None:
    language = LANGUAGES[name]
    assert language.is_there(), f"{name} or its library is not installed"
    command = language.prepare(tmp_path)
    private = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    environment = process_environment() | {
        "OTVET_IDENTITY_SECRET": SECRETS.secret(SITE, SALT),
        "OTVET_IDENTITY_KEY": private,
        "GO111MODULE": "off",
        "GOPATH": "/usr/share/gocode",
        "GOCACHE": str(tmp_path / "cache"),
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(  # noqa: PLW1510 (what it said is shown)
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=200
    )
    assert done.returncode == 0, done.stderr
    tokens = done.stdout.split()
    assert len(tokens) == 2, done.stdout
    public = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    key = read_key(public.decode(), "2026-11", utc_now())
    for token, salts, keys in ((tokens[0], (SALT,), ()), (tokens[1], (), (key,))):
        identity = SECRETS.read(token, SITE, salts, utc_now(), keys)
        assert (identity.external_id, identity.name, identity.email) == PERSON


def test_every_back_end_has_its_example() -> None:
    for heading in (*LANGUAGES, "PHP", ".NET"):
        assert "otvet" in example(heading)
