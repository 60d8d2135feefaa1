"""A task as a dialogue: rules, what was said before, and last the sources with the question."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gpu_worker.agents.backends.base import Source, WritingTask
from gpu_worker.agents.prompts.templates import Template
from gpu_worker.agents.understanding import HistoryMessage
from shared.contracts.queues import AgentProfile
from shared.domain.fencing import neutralise
from shared.domain.rules import RulesTemplate, filled_rules
from shared.domain.words import Locale, Sender

_APART = "\n\n"


class Role(StrEnum):
    """Who speaks in a turn of a dialogue."""

    VISITOR = "visitor"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side says in one breath, in pieces; the borders of data are borders of pieces."""

    role: Role
    pieces: tuple[str, ...]

    @property
    def text(self) -> str:
        """The pieces joined."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class Prompt:
    """Rules and turns; the turns alternate, and the visitor's are the first and the last."""

    template: str
    rules: str
    turns: tuple[Turn, ...]


def lay_out(task: WritingTask, template: Template) -> Prompt:
    """Lay a task out; whatever is data in it is neutralised and fenced."""
    said = list(_alternate(task.history))
    last = Turn(Role.VISITOR, (*_sources(task.sources, template), *_question(task, template)))
    if said and said[-1].role is Role.VISITOR:
        last = Turn(Role.VISITOR, (*said.pop().pieces, _APART, *last.pieces))
    return Prompt(_named(task, template), _rules(task, template), (*said, last))


def prompt_hash(prompt: Prompt) -> str:
    """Return a digest that tells whether two answers had the same prompt."""
    parts = (prompt.template, prompt.rules, *(f"{t.role}:{t.text}" for t in prompt.turns))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _rules(task: WritingTask, template: Template) -> str:
    agents = task.agents
    names = [neutralise(agent.name) for agent in agents]
    name = template.names.format(first=names[0], second=names[1]) if len(names) > 1 else names[0]
    subject = "; ".join(dict.fromkeys(agent.subject for agent in agents))
    parts = RulesTemplate(template.rules, template.extra, template.instructions)
    told = [_told(agent, task.language) for agent in agents]
    return filled_rules(parts, name, subject, told)


def _named(task: WritingTask, template: Template) -> str:
    """Return the name of the template, with the version of what the site's people tell."""
    own = (
        f"+own.{agent.instructions_version}" for agent in task.agents if _told(agent, task.language)
    )
    return "".join((template.name, *own))


def _told(agent: AgentProfile, language: Locale) -> str:
    """Return what the agent is told in a language, or in whatever language there is."""
    return agent.instructions.get(language) or next(iter(agent.instructions.values()), "")


def _sources(sources: Sequence[Source], template: Template) -> Iterator[str]:
    if not sources:
        return
    yield f"{template.sources}\n"
    for source in sources:
        yield f'<source n="{source.n}">\n'
        yield neutralise(f"{source.title}\n{source.text}".strip())
        yield "\n</source>\n"
    yield "\n"


def _question(task: WritingTask, template: Template) -> Iterator[str]:
    yield f"{template.question}\n<question>\n"
    yield neutralise(task.question)
    yield f"\n</question>\n\n{template.closing}"


def _alternate(history: Sequence[HistoryMessage]) -> Iterator[Turn]:
    """Join neighbours of one side: many models' templates refuse two turns of a side in a row."""
    role: Role | None = None
    pieces: list[str] = []
    for message in history:
        text = neutralise(message.text.strip())
        speaker = Role.VISITOR if message.sender is Sender.VISITOR else Role.AGENT
        if not text or (role is None and speaker is Role.AGENT):
            continue  # a dialogue begins with the visitor
        if speaker is role:
            pieces += [_APART, text]
            continue
        if role is not None:
            yield Turn(role, tuple(pieces))
        role, pieces = speaker, [text]
    if role is not None:
        yield Turn(role, tuple(pieces))
