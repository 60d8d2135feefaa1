"""The passages of each agent, from a folder of knowledge.

An agent has a folder of Markdown documents (``network/wifi.md``, as ingestion splits them), or one
file of its name: ``network.md``, or ``network.txt`` with a passage in each line that is not empty.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from gpu_worker.training.errors import TrainingError
from shared.domain.passages import opening, passage_title, split_markdown

_SLUG = re.compile(r"[a-z][a-z0-9_-]{1,31}")


class BadKnowledge(TrainingError):
    """The folder has no knowledge, or something in it cannot be read."""


@dataclass(frozen=True, slots=True)
class KnownPassage:
    """A passage, and where it stands. ``heading`` is the problem it solves, if it has one."""

    agent: str
    document: str
    title: str
    heading: str
    text: str
    phrasings: tuple[str, ...] = ()


def read_knowledge(folder: Path) -> list[KnownPassage]:
    """Return all passages, by agent, document and place.

    Raises:
        BadKnowledge: there are none, an agent's name is not a slug, or a file cannot be read.
    """
    found: list[KnownPassage] = []
    for agent, path in _documents(folder):
        if not _SLUG.fullmatch(agent):
            raise BadKnowledge(f"{path}: {agent!r} is not an agent's slug, rename it to one")
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadKnowledge(f"{path} cannot be read: {error}") from error
        found += (
            _lines(agent, path, text) if path.suffix == ".txt" else _sections(agent, path, text)
        )
    if not found:
        raise BadKnowledge(f"{folder} has no knowledge: <agent>/*.md, <agent>.md or <agent>.txt")
    return found


def _documents(folder: Path) -> list[tuple[str, Path]]:
    """Return the documents with their agents; a README beside the agents is about the folder."""
    alone = [
        (path.stem, path)
        for path in folder.glob("*")
        if path.suffix in {".md", ".txt"} and path.stem.lower() != "readme"
    ]
    return sorted([*alone, *((path.parent.name, path) for path in folder.glob("*/*.md"))])


def _sections(agent: str, path: Path, text: str) -> list[KnownPassage]:
    title, sections = split_markdown(text)
    return [
        KnownPassage(
            agent=agent,
            document=path.name,
            title=passage_title(title, section.title) or opening(section.text),
            heading=section.title or title,
            text=section.text,
            phrasings=section.phrasings,
        )
        for section in sections
    ]


def _lines(agent: str, path: Path, text: str) -> list[KnownPassage]:
    # Each line is a document of its own: what stands next to it need not be about the same.
    return [
        KnownPassage(agent, f"{path.name}:{number}", "", "", line.strip())
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]
