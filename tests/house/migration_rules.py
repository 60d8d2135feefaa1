"""What a migration may do while the version before it still runs.

An upgrade applies migrations first and starts the new processes afterwards, so the old ones read
and write the new schema for minutes, under load. One that renames a column ends all of them at
once; one that builds an index in a transaction holds every writer of its table for as long.
The rule has three steps, each in a release of its own: *expand* (add what the new version needs),
*migrate* (the new version writes both, a task fills in the old rows in batches), *contract* (take
away what no running version uses; the file says ``-- contract: `` and which version used it last).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

CONTRACT = re.compile(r"^-- contract: \S+", re.MULTILINE)
_CREATED = re.compile(r"\bCREATE TABLE (?:IF NOT EXISTS )?(\w+)", re.IGNORECASE)


class Rule(NamedTuple):
    """A thing that a migration does and should not."""

    code: str
    pattern: re.Pattern[str]
    """Matches a statement that does it."""
    is_contract: bool
    """A migration that says that it contracts may."""


def _rule(code: str, pattern: str, *, contract: bool = False) -> Rule:
    return Rule(code, re.compile(pattern, re.IGNORECASE | re.DOTALL), contract)


RULES = (
    _rule("drops", r"\bDROP (TABLE|VIEW|FUNCTION|TYPE|COLUMN)\b", contract=True),
    _rule("renames", r"\bRENAME\b", contract=True),
    _rule("changes_a_type", r"\bALTER COLUMN \w+ (SET DATA )?TYPE\b", contract=True),
    _rule("demands_a_value", r"\bSET NOT NULL\b|\bDROP DEFAULT\b", contract=True),
    # What the old version inserts has no such column.
    _rule(
        "adds_a_column_without_default",
        r"\bADD COLUMN \w+ (?:(?!DEFAULT|,).)*\bNOT NULL\b(?:(?!DEFAULT|,).)*(,|$)",
    ),
    # These write the whole table anew, and hold it meanwhile.
    _rule("rewrites_a_table", r"\bADD COLUMN \w+ [^,]*\bGENERATED ALWAYS AS\b[^,]*(\bSTORED\b)?"),
    _rule(
        "rewrites_a_table",
        r"\bADD COLUMN \w+ [^,]*\bDEFAULT (gen_random_uuid|uuidv7|random|clock_timestamp)\b",
    ),
    # These read the whole table under a lock.
    _rule("checks_every_row", r"\bADD CONSTRAINT (?P<name>\w+) (?!.*\bNOT VALID\b)"),
    _rule(
        "blocks_writers", r"^CREATE (UNIQUE )?INDEX (?!CONCURRENTLY)\b.*? ON (ONLY )?(?P<table>\w+)"
    ),
    _rule("writes_every_row", r"^(UPDATE|DELETE FROM) (?P<table>\w+)"),
    _rule("locks", r"^LOCK\b|^(VACUUM FULL|CLUSTER|REINDEX (?!.*CONCURRENTLY))\b"),
)


def broken_rules(text: str) -> set[str]:
    """Return the codes of the rules that a migration breaks."""
    own = {name.lower() for name in _CREATED.findall(text)}
    contracts = CONTRACT.search(text) is not None
    return {
        rule.code
        for statement in statements(text)
        for rule in RULES
        if not (contracts and rule.is_contract) and _breaks(statement, rule, own)
    }


def _breaks(statement: str, rule: Rule, own: set[str]) -> bool:
    altered = re.match(r"ALTER TABLE (?:ONLY )?(\w+)", statement, re.IGNORECASE)
    if altered and altered[1].lower() in own:
        return False
    for found in rule.pattern.finditer(statement):
        named = found.groupdict()
        if (named.get("table") or "").lower() in own:
            continue
        # A constraint that takes the place of one of its name is meant to let more pass.
        if named.get("name") and re.search(rf"\bDROP CONSTRAINT {named['name']}\b", statement):
            continue
        return True
    return False


def statements(text: str) -> Iterator[str]:
    """Yield the statements of a file, without comments, with single spaces."""
    bare = re.sub(r"--[^\n]*", "", text)
    # A function's body and what is quoted hold semicolons of their own, and say nothing here.
    bare = re.sub(r"\$(\w*)\$.*?\$\1\$", "''", bare, flags=re.DOTALL)
    bare = re.sub(r"'(?:[^']|'')*'", "''", bare)
    for statement in bare.split(";"):
        if words := " ".join(statement.split()):
            yield _without_nested_commas(words)


def _without_nested_commas(statement: str) -> str:
    """Return it with what is in parentheses as one word: commas then part actions alone."""
    while (shorter := re.sub(r"\([^()]*\)", "[]", statement)) != statement:
        statement = shorter
    return statement
