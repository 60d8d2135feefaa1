"""What the documents promise is what there is: settings, codes, metrics, commands, the API."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from handlers.openapi import render
from shared.config import Settings, load_settings
from shared.domain.documents import DocumentTrouble
from shared.domain.error_sentences import error_sentence
from shared.domain.sentences import system_sentence
from shared.domain.words import Locale, Outcome
from shared.kernel.errors import ErrorCode
from shared.realtime.events import Command, Fact
from tests.house.test_watching import metrics

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SETTINGS = sorted(name.upper() for name in Settings.model_fields)


def text(name: str) -> str:
    """Read a document."""
    path = ROOT / name
    assert path.exists(), f"{name} is missing"
    return path.read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """What a link to a heading of this page may end with, as the forges make it."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def example() -> dict[str, str]:
    """The settings of ``.env.example``, those that are commented out too."""
    return dict(re.findall(r"^#?\s?([A-Z][A-Z0-9_]+)=(.*)$", text(".env.example"), re.M))


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_is_in_the_example_file_and_in_the_table_of_settings(name: str) -> None:
    assert name in example()
    assert re.search(rf"\b{name}\b", text("docs/settings.md"))


def test_the_example_file_names_no_setting_that_is_none() -> None:
    assert set(example()) == set(SETTINGS)


def test_each_setting_of_the_example_file_has_a_comment_above_it() -> None:
    lines = text(".env.example").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"^#?\s?[A-Z][A-Z0-9_]+=", line):
            assert re.match(r"^# \S+ \S+", lines[number - 1]), f"{line} is not explained"


def test_the_example_file_starts_development_once_its_comments_are_taken_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    filled = {name: value for name, value in example().items() if value}
    lines = [f"{name}={value}\n" for name, value in filled.items()]
    (tmp_path / ".env").write_text("".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    load_settings()


def test_the_example_file_holds_no_secret() -> None:
    assert example()["SECRET_KEY"] == example()["GATEWAY_SECRET"] == ""
    assert not re.search(r"://[^/\s:@]+:[^@\s]+@", text(".env.example"))


@pytest.mark.parametrize("code", list(ErrorCode))
def test_an_error_code_has_its_sentence_in_each_language_and_is_documented(code: ErrorCode) -> None:
    sentences = {error_sentence(code, locale) for locale in Locale}
    assert len(sentences) == len(Locale)
    assert all(sentence.strip() for sentence in sentences)
    assert re.search("[а-я]", error_sentence(code, Locale.RU))
    assert not re.search("[а-я]", error_sentence(code, Locale.EN))
    assert f"`{code}`" in text("docs/embedding.md")


@pytest.mark.parametrize("trouble", list(DocumentTrouble))
def test_what_can_be_wrong_with_a_document_is_documented(
    trouble: DocumentTrouble,
) -> None:
    assert f"| `{trouble}` |" in text("docs/administration.md")


def test_the_embedding_page_names_no_code_that_is_none() -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \|", text("docs/embedding.md"), re.M)
    codes = {row for row in rows if row in set(ErrorCode) or row.endswith(("_invalid", "_unknown"))}
    assert codes <= set(ErrorCode)
    assert len([row for row in rows if row in set(ErrorCode)]) >= len(ErrorCode)


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome.HANDED_OFF,
        Outcome.OPERATOR_JOINED,
        Outcome.RETURNED,
        Outcome.CLOSED,
        Outcome.REOPENED,
        Outcome.RELEASED,
        Outcome.STOPPED,
    ],
)
def test_a_system_message_has_its_sentence_in_each_language(outcome: Outcome) -> None:
    sentences = {system_sentence(outcome, locale, "Анна {x}") for locale in Locale}
    assert len(sentences) == len(Locale)
    names = outcome in (Outcome.OPERATOR_JOINED, Outcome.REOPENED)
    assert ("Анна {x}" in "".join(sentences)) == names


@pytest.mark.parametrize("event", [*Command, *Fact])
def test_an_event_s_name_is_written_as_the_house_writes_them(event: str) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z]+|error", event)


def test_a_command_is_documented_where_other_clients_are_written() -> None:
    page = text("docs/embedding.md")
    of_operators = ("conversation", "note")
    of_visitors = [one for one in Command if one.partition(".")[0] not in of_operators]
    assert [command for command in of_visitors if f"`{command}" not in page] == []


def test_the_committed_description_of_the_api_is_the_api_s_own() -> None:
    hint = ".venv/bin/python -m handlers.openapi docs/openapi.json"
    assert (ROOT / "docs" / "openapi.json").read_bytes() == render(), hint


def test_every_metric_is_documented() -> None:
    ours = metrics()
    assert len(ours) > 40
    page = text("docs/watching.md")
    assert (
        sorted(name for name in ours if not re.search(rf"^\| `{name}(_total)?` \|", page, re.M))
        == []
    )


def test_the_readme_is_short_and_its_commands_exist() -> None:
    readme = text("README.md")
    assert len(readme.splitlines()) < 200
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.M))
    blocks = re.findall(r"^```(?:sh|bash|console|shell)?\n(.*?)^```", readme, re.M | re.S)
    commands = [line.strip() for block in blocks for line in block.splitlines()]
    named = {
        target
        for line in [*commands, *re.findall(r"`([^`\n]+)`", readme)]
        for target in re.findall(r"\bmake ([a-z-]+)", line)
    }
    assert {"run", "test"} <= named
    assert named <= targets


def test_the_makefile_s_help_runs_and_names_every_public_target() -> None:
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    described = re.findall(r"^([a-z-]+):.*## ", text("Makefile"), re.M)
    assert len(described) >= 5
    assert all(f"make {target}" in done.stdout for target in described)


def test_continuous_integration_calls_the_same_command_as_people() -> None:
    assert "make test" in text(".ci/run")


@pytest.mark.parametrize(
    "document", ["README.md", "CHANGELOG.md", *(f"docs/{path.name}" for path in DOCS.glob("*.md"))]
)
def test_a_document_s_links_lead_somewhere(document: str) -> None:
    base = (ROOT / document).parent
    links = re.findall(r"\]\(([^)#\s]*)(?:#([^)]*))?\)", text(document))
    local = [link for link in links if not re.match(r"[a-z]+:", link[0])]
    assert [page for page, _ in local if not (base / page).exists()] == []
    lost = [
        f"{page}#{anchor}"
        for page, anchor in local
        if anchor and anchor not in anchors(base / page if page else ROOT / document)
    ]
    assert lost == []
