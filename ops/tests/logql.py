"""Queries in LogQL, by Grafana's own grammar, which is a package for Node (``logql.mjs``)."""

import json
import re
import subprocess
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from ops.embedded.layout import ROOT
from ops.embedded.node import find_node
from ops.tests import alloy_files
from ops.tests.alloy_files import Block
from tests.watching.panels import panel_queries

PROVISIONING = ROOT / "ops" / "grafana" / "provisioning"
ALLOY = alloy_files.read((ROOT / "ops" / "loki" / "config.alloy").read_text(encoding="utf-8"))
ID = "0197a5c2-0000-7000-8000-000000000001"
"""The id that somebody has pasted, or whose link was followed."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A condition on a label; ``value`` without its quotes."""

    label: str
    operator: str
    value: str

    @property
    def admits_nothing(self) -> bool:
        """Whether lines without the label pass, too."""
        if self.operator in {"=", "!="}:
            return (self.value == "") == (self.operator == "=")
        return bool(re.fullmatch(self.value, "")) == (self.operator == "=~")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the grammar finds in a query; of one with errors, those alone."""

    errors: list[str]
    selectors: list[list[Matcher]]
    filters: list[Matcher]
    parsers: list[str]


@cache
def parsed(*queries: str) -> list[Parsed]:
    """Parse queries, all by one process.

    Raises:
        subprocess.CalledProcessError: Node or the console's packages are not there.
    """
    done = subprocess.run(
        ("node", str(Path(__file__).with_name("logql.mjs"))),
        input=json.dumps(queries),
        env=dict(find_node(Path("/dev/null")).environment),
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    return [_parsed(one) for one in json.loads(done.stdout)]


def _parsed(found: dict[str, Any]) -> Parsed:
    if found["errors"]:
        return Parsed(found["errors"], [], [], [])
    selectors = [[_matcher(*parts) for parts in one] for one in found["selectors"]]
    filters = [_matcher(*parts) for parts in found["filters"]]
    return Parsed(found["errors"], selectors, filters, found["parsers"])


def _matcher(label: str, operator: str, quoted: str) -> Matcher:
    value = quoted[1:-1] if quoted.startswith("`") else json.loads(quoted)
    return Matcher(label, operator, value)


def queries() -> dict[str, str]:
    """All of LogQL that there is, by where it stands, as Loki would be sent it.

    Variables have a value, as in Grafana when somebody has pasted an id or followed a link; so have
    the manual's ids, which are written short.
    """
    found = {f"{one.board} / {one.panel}": one.expression for one in panel_queries("loki")}
    found |= {f"link: {one['name']}": one["url"] for one in derived_fields()}
    for number, match in enumerate(ALLOY.of_kind("stage.match")):
        found[f"config.alloy: stage.match {number + 1}"] = str(match.attributes["selector"])
    for page in (ROOT / "docs").rglob("*.md"):
        blocks = re.findall(r"^```logql\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S)
        for number, line in enumerate(chain.from_iterable(block.splitlines() for block in blocks)):
            found[f"{page.name}: {number + 1}"] = line
    return {
        place: re.sub(r"\$\{__value\.raw\}|\$[a-z]+_id\b|0197…", ID, one)
        for place, one in found.items()
    }


@cache
def read() -> dict[str, Parsed]:
    """All of them, parsed."""
    found = queries()
    return dict(zip(found, parsed(*found.values()), strict=True))


def derived_fields() -> list[dict[str, str]]:
    """The links in a line's details; ``$$`` is the file's own way to write a dollar sign."""
    text = (PROVISIONING / "datasources" / "otvet.yml").read_text(encoding="utf-8")
    (loki,) = (one for one in yaml.safe_load(text)["datasources"] if one["type"] == "loki")
    return [
        {key: value.replace("$$", "$") for key, value in one.items()}
        for one in loki["jsonData"]["derivedFields"]
    ]


def kept_labels() -> set[str]:
    """What a selector may name: the labels that Alloy sends to Loki."""
    (keep,) = ALLOY.of_kind("stage.label_keep")
    return set(_values(keep))


def kept_beside() -> set[str]:
    """What comes behind the pipe without a parser: structured metadata, as Alloy sends it."""
    (beside,) = ALLOY.of_kind("stage.structured_metadata")
    return set(_values(beside))


def _values(block: Block) -> list[str]:
    return [str(one) for one in block.attributes["values"]]  # type: ignore[union-attr]
