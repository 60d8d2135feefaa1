"""What a gpu_worker writes answers with: adapters and rules; it keeps it in Redis for handlers."""

from datetime import datetime

from shared.contracts.wire import Contract
from shared.domain.words import Locale


class AdapterVersionInfo(Contract):
    """A version of an agent's adapter, and how the held-out loss changed, if that is known."""

    version: str
    loss_before: float | None = None
    loss_after: float | None = None


class AgentAdapters(Contract):
    """The versions there are for an agent's slug; ``active`` is the one used unless chosen."""

    slug: str
    active: str | None = None
    versions: tuple[AdapterVersionInfo, ...] = ()


class AgentRules(Contract):
    """The shipped template of an agent in one language, as ``shared.domain.rules`` fills it in.

    ``slug`` is empty for that of agents without one of their own.
    """

    slug: str
    language: Locale
    template: str
    rules: str
    extra: str
    instructions: str


class WritingInventory(Contract):
    """What one worker has; all are to have the same."""

    backend: str
    model: str | None = None
    adapters: tuple[AgentAdapters, ...] = ()
    rules: tuple[AgentRules, ...] = ()
    told_at: datetime
