"""Canned replies: what may stand in them, and which variables are filled in."""

import re
from enum import StrEnum

REPLY_LIMIT = 4_000
"""Characters of a canned reply; as many as one message may have."""
MOST_REPLIES = 500
"""Of one owner."""

# A name in braces, right or misspelt; braces around anything else are the text's own.
_VARIABLE = re.compile(r"\{\s*([\w. -]{1,40}?)\s*\}")


class Variable(StrEnum):
    """What the console puts in place of ``{name}`` when a reply is used."""

    VISITOR_NAME = "visitor.name"
    OPERATOR_NAME = "operator.name"
    SITE_NAME = "site.name"
    AGENT_NAME = "agent.name"


def unknown_variables(text: str) -> tuple[str, ...]:
    """Return the names in braces that stand for nothing, in their order, each once."""
    found = (match[1] for match in _VARIABLE.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name not in set(Variable)))
