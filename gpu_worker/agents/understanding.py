"""What a visitor asks: repaired, and made whole from the history when it follows up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from gpu_worker.agents.layout import Spelling, repair_letters, repair_slips
from gpu_worker.agents.rules import Lexicon, is_refusal
from gpu_worker.agents.scripts import unmix
from gpu_worker.retrieval.words import is_common, normalise, words
from shared.domain.words import Sender, Step

_OPENERS = re.compile(
    r"^(?:а|и|но|ну|или|тогда|так|там|это|этот|эта|он|она|они|нет|да|не|всё|все|уже|тоже|and|but|so|then|it)\b"
)
_POINTING = re.compile(
    r"\b(?:это|этого|этот|эту|этом|там|туда|оттуда|он|она|оно|они|его|её|ее|их|ему|ей|тот|та|такой|тоже|"
    r"this|that|it|there|they|them)\b"
)
_SHORT = 7
_LONE = 1
_LONGEST = 150
# Words of a reply that are searched with: its beginning says what it is about.
_REPLY = 40


@dataclass(frozen=True, slots=True)
class HistoryMessage:
    """A message before the turn. ``agent`` is the slug of the agent who wrote it."""

    sender: Sender
    text: str
    agent: str | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """A step that changed something, and the message after it."""

    step: Step
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A turn as understood. ``search`` is what is searched for if it stands by itself.

    With a question before it, ``in_context`` is that question with this one, ``in_full`` both and
    the reply between them. ``points_back``: by its words it hardly stands by itself.
    """

    text: str
    search: str
    steps: tuple[Understood, ...] = ()
    in_context: str = ""
    in_full: str = ""
    points_back: bool = False


class Language(Lexicon, Spelling, Protocol):
    """The words and spellings of a knowledge base."""


def repair(
    messages: Sequence[str], language: Language
) -> tuple[tuple[str, ...], tuple[Understood, ...]]:
    """Put the letters of each message right by itself; return them and the steps taken."""
    texts: list[str] = []
    made: list[Understood] = []
    for message in messages:
        text, steps = _repair_letters(message, language)
        texts.append(text)
        made += steps
    return tuple(texts), tuple(made)


def _repair_letters(message: str, language: Language) -> tuple[str, list[Understood]]:
    unmixed = unmix(message, language)
    made = [Understood(Step.MIXED_SCRIPT, unmixed)] if unmixed != message else []
    text, repair_made = repair_letters(unmixed, language)
    if repair_made:
        made.append(Understood(repair_made, text))
    return text, made


def understand(
    messages: Sequence[str],
    steps: tuple[Understood, ...],
    history: Sequence[HistoryMessage],
    language: Language,
) -> Question:
    """Join a turn's repaired messages into one question, alone and with what came before.

    Slips are put right only here: what is no question is known by words that no knowledge has.
    """
    text, slip = repair_slips("\n".join(part for part in messages if part), language)
    steps = (*steps, Understood(slip, text)) if slip else steps
    previous, reply = _before(history, language)
    if not previous:
        return Question(text, _cut(text), steps)
    return Question(
        text,
        _cut(text),
        steps,
        in_context=_cut(f"{previous}\n{text}"),
        in_full=_cut(f"{previous}\n{reply}\n{text}" if reply else f"{previous}\n{text}"),
        points_back=_points_back(text, language),
    )


def _before(history: Sequence[HistoryMessage], language: Language) -> tuple[str, str]:
    """Return the newest visitor message that was about something, and the last reply to it."""
    reply = ""
    for message in reversed(history):
        if message.sender is not Sender.VISITOR:
            reply = reply or " ".join(message.text.split()[:_REPLY])
            continue
        repaired, _ = _repair_letters(message.text, language)
        if any(language.knows(word) for word in words(repaired)):
            return repaired, reply
    return "", ""


def _points_back(text: str, language: Language) -> bool:
    """Whether a message does not stand by itself: it points back, or names next to nothing."""
    flat = normalise(text).strip()
    tokens = words(flat)
    subject = {word for word in tokens if not is_common(word) and language.knows(word)}
    if is_refusal(text) or len(subject) <= _LONE:
        return True
    is_short = len(tokens) <= _SHORT
    return is_short and bool(_OPENERS.match(flat) or _POINTING.search(flat))


def _cut(text: str) -> str:
    """Keep the beginning and the end of a very long text: a log pasted between says little."""
    tokens = text.split()
    if len(tokens) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return " ".join((*tokens[:half], *tokens[-half:]))
