"""A folder of knowledge, and the labels of its passages.

An agent is a file or a folder in it, named as the agent is; any name will do:

- ``Доступ и пароли.txt``: each line that is not empty is a passage, numbered from 1;
- ``network.md``: each section is a passage, numbered from 1;
- ``network/wifi.md``: each section is a passage, labelled ``wifi.md#heading``.

A label is the agent with that number or heading. Names are compared as NFC has them: a folder that
was packed on macOS spells «й» with two characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize
from uuid import NAMESPACE_URL, UUID, uuid5

from gpu_worker.evaluation.errors import BadKnowledge
from gpu_worker.retrieval.indexer import Indexer
from shared.contracts.queues import Passage, PassageBatch
from shared.domain.passages import opening, passage_title, split_markdown

SITE = uuid5(NAMESPACE_URL, "otvet:evaluation")

Label = tuple[str, int | str]
"""An agent, and the number of the passage or ``file.md#heading``."""

_SUFFIXES = {".md", ".txt"}


@dataclass(frozen=True, slots=True)
class Known:
    """A passage with its label. Parts of a section that was too long share theirs."""

    label: Label
    passage: Passage


@dataclass(frozen=True, slots=True)
class Document:
    """A file, as the ingestion would send it."""

    agent: str
    name: str
    passages: tuple[Known, ...]


class Knowledge:
    """The documents of a folder. Immutable."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self.documents = documents
        self.agents = tuple(dict.fromkeys(document.agent for document in documents))
        known = [one for document in documents for one in document.passages]
        self.labels: dict[UUID, Label] = {one.passage.id: one.label for one in known}
        self.passages: dict[UUID, Passage] = {one.passage.id: one.passage for one in known}
        self._ids: dict[Label, frozenset[UUID]] = {}
        for one in known:
            self._ids[one.label] = self._ids.get(one.label, frozenset()) | {one.passage.id}

    def ids(self, label: Label) -> frozenset[UUID]:
        """Return the passages of a label.

        Raises:
            KeyError: there is none.
        """
        return self._ids[same_name(label[0]), label[1]]

    def index(self, indexer: Indexer) -> None:
        """Put everything where it is searched."""
        for document in self.documents:
            indexer.index(
                PassageBatch(
                    request_id="evaluation",
                    site_id=SITE,
                    document_id=_document_id(document.agent, document.name),
                    document_name=document.name,
                    document_version=1,
                    passages=tuple(one.passage for one in document.passages),
                    is_last=True,
                )
            )


def read_knowledge(folder: Path) -> Knowledge:
    """Read a folder of knowledge.

    Raises:
        BadKnowledge: it has none, two files name one agent, or a file cannot be read.
    """
    if not folder.is_dir():
        raise BadKnowledge(f"{folder} is not a folder")
    documents: list[Document] = []
    sources: dict[str, Path] = {}
    for agent, path, is_alone in _files(folder):
        source = path if is_alone else path.parent
        if sources.setdefault(agent, source) != source:
            raise BadKnowledge(f"{source} and {sources[agent]} are both of the agent «{agent}»")
        documents.append(_document(agent, path, is_alone=is_alone))
    if not any(document.passages for document in documents):
        wanted = "<agent>.txt, <agent>.md or <agent>/<file>.md"
        raise BadKnowledge(f"{folder} has no knowledge: {wanted} with some text is looked for")
    return Knowledge(tuple(documents))


def same_name(text: str) -> str:
    """Return a name in the one spelling in which names are compared."""
    return normalize("NFC", text)


def _files(folder: Path) -> Iterator[tuple[str, Path, bool]]:
    """Yield agent, file, and whether the file is the whole agent, by agent and name.

    A README beside the agents is about the folder, and a hidden file is about nothing.
    """
    found = []
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            found += [(same_name(path.name), one, False) for one in path.glob("*.md")]
        elif path.suffix.lower() in _SUFFIXES and path.stem.lower() != "readme":
            found.append((same_name(path.stem), path, True))
    yield from sorted(found)


def _document(agent: str, path: Path, *, is_alone: bool) -> Document:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadKnowledge(f"{path} is not UTF-8 text: {error.reason}") from error
    except OSError as error:
        raise BadKnowledge(f"{path} cannot be read: {error.strerror}") from error
    name = same_name(path.name)
    parts = _lines(text) if path.suffix.lower() == ".txt" else _sections(text)
    return Document(
        agent,
        name,
        tuple(
            Known(
                (agent, number if is_alone else same_name(f"{name}#{heading}")),
                Passage(
                    id=uuid5(_document_id(agent, name), str(number)),
                    agent=agent,
                    ordinal=number,
                    title=title,
                    text=body,
                    phrasings=phrasings,
                ),
            )
            for number, (title, heading, body, phrasings) in enumerate(parts, start=1)
        ),
    )


_Part = tuple[str, str, str, tuple[str, ...]]
"""Title, heading, text and phrasings."""


def _lines(text: str) -> list[_Part]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [(opening(line), "", line, ()) for line in lines if line]


def _sections(text: str) -> list[_Part]:
    title, sections = split_markdown(text)
    return [
        (passage_title(title, one.title) or opening(one.text), one.title, one.text, one.phrasings)
        for one in sections
    ]


def _document_id(agent: str, name: str) -> UUID:
    return uuid5(SITE, f"{agent}/{name}")
