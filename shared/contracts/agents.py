"""Bodies of the HTTP API about agents as administrators edit them."""

from collections.abc import Iterable
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator

from shared.contracts.policy import WrongShare
from shared.contracts.wire import Contract
from shared.domain.rules import INSTRUCTIONS_LIMIT
from shared.domain.versions import KnowledgeScope
from shared.domain.words import Locale
from shared.kernel.text import clean

MOST_AGENTS = 30
"""Of a site: each is a voice in every route."""

_SLUG = r"^[a-z][a-z0-9_-]{1,31}$"
Slug = Annotated[str, Field(pattern=_SLUG, examples=["network"])]


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


_Name = Annotated[str, Field(max_length=60), AfterValidator(_one_line)]
_Subject = Annotated[str, Field(max_length=300), AfterValidator(_one_line)]
_Example = Annotated[str, Field(max_length=200), AfterValidator(_one_line)]
_Examples = Annotated[tuple[_Example, ...], Field(max_length=10), AfterValidator(_each_once)]
_Instructions = Annotated[str, Field(max_length=INSTRUCTIONS_LIMIT), AfterValidator(clean)]


class AgentName(Contract):
    """A name in each language; at least one is there, and stands for the other."""

    ru: _Name = ""
    en: _Name = ""

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not (self.ru or self.en):
            raise ValueError("a name in one language at least")
        return self


class AgentSubject(Contract):
    """What the agent is asked about, in each language; one at least."""

    ru: _Subject = ""
    en: _Subject = ""

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not (self.ru or self.en):
            raise ValueError("a subject in one language at least")
        return self


class AgentExamples(Contract):
    """Questions that the widget offers, in each language."""

    ru: _Examples = ()
    en: _Examples = ()


class AgentInstructions(Contract):
    """What the agent is told besides the shipped rules, by the language of the question."""

    ru: _Instructions = ""
    en: _Instructions = ""


class AgentFields(Contract):
    """What of an agent is edited.

    ``adapter`` is a version's name, null for the version that is active where the model runs, and
    empty for the bare model.
    """

    name: AgentName
    subject: AgentSubject
    examples: AgentExamples = AgentExamples()
    instructions: AgentInstructions = AgentInstructions()
    knowledge: KnowledgeScope = KnowledgeScope.OWN
    adapter: (
        Annotated[
            str, Field(pattern=r"^([0-9A-Za-z][0-9A-Za-z._-]{0,99})?$", examples=["2026-11-20.1"])
        ]
        | None
    ) = None


class AgentPut(AgentFields):
    """``PUT /agents/{site_id}/{slug}``; ``version`` is the one that was looked at."""

    version: Annotated[int, Field(ge=0, le=2**31 - 1)]


class AgentCreate(AgentFields):
    """``POST /agents/{site_id}``; the slug stays what it is."""

    slug: Slug
    enabled: bool = True


class AgentSwitch(Contract):
    """``PUT /agents/{site_id}/{slug}/enabled``."""

    enabled: bool


class AgentOrder(Contract):
    """``PUT /agents/{site_id}``: all agents of the site, in their order."""

    order: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=MOST_AGENTS)]


class AgentCopy(Contract):
    """``POST /agents/{site_id}/{slug}/copy``."""

    site_id: UUID
    slug: Slug | None = None
    """Null: the same as here."""
    documents: bool = False
    """With its documents and web sources; pages of those are read anew."""


class AgentSettings(AgentFields):
    """An agent as it is edited, switched off or on, and what hangs on it."""

    site_id: UUID
    slug: str
    position: int
    enabled: bool
    wrong_share: WrongShare | None
    version: int
    instructions_version: int
    documents: int
    sources: int
    conversations: int
    """Those under way that it answered last."""


class AdapterOption(Contract):
    """A version of an adapter; ``everywhere``: each worker that runs a model has it."""

    version: str
    loss_before: float | None = None
    loss_after: float | None = None
    everywhere: bool = True


class AdapterOptions(Contract):
    """What can be chosen for a slug; ``active`` is used where nothing is chosen."""

    slug: str
    active: str | None = None
    versions: tuple[AdapterOption, ...] = ()


class AgentSettingsList(Contract):
    """The agents of a site, those that are switched off included; ``workers`` told of themselves.

    ``backends`` are those that write answers now.
    """

    site_id: UUID
    site_key: str
    site_name: str
    items: tuple[AgentSettings, ...]
    adapters: tuple[AdapterOptions, ...] = ()
    backends: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    workers: int = 0


class AgentPreviewRequest(Contract):
    """``POST /agents/{site_id}/{slug}/preview``: a draft, and the language of the question."""

    name: AgentName
    subject: AgentSubject
    instructions: AgentInstructions = AgentInstructions()
    language: Locale


class AgentPreview(Contract):
    """The rules as the model would read them; null until a worker has told its templates."""

    template: str | None
    text: str | None
