"""An agent's rules as its model reads them, made of a template and what the site says of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.domain.fencing import neutralise

INSTRUCTIONS_LIMIT = 2_000
"""Characters of what an administrator tells an agent in one language."""


@dataclass(frozen=True, slots=True)
class RulesTemplate:
    """The parts of a template that rules are made of; ``{…}`` is filled in.

    ``rules`` takes ``{name}``, ``{subject}`` and ``{extra}``, ``instructions`` takes ``{text}``.
    """

    rules: str
    extra: str
    instructions: str


def filled_rules(
    template: RulesTemplate, name: str, subject: str, instructions: Sequence[str] = ()
) -> str:
    """Fill a template in; what comes from people can neither end the rules nor look like marks."""
    told = "\n".join(filter(None, (neutralise(text).strip() for text in instructions)))
    own = template.instructions.format(text=told).strip() if told else ""
    extra = "\n".join(filter(None, (template.extra.strip(), own)))
    filled = template.rules.format(name=name, subject=neutralise(subject), extra=extra)
    return filled.strip()
