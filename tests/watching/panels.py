"""The queries of the committed dashboards, as Grafana would send them."""

import json
from dataclasses import dataclass

from ops.embedded.layout import ROOT

BOARDS = ROOT / "ops" / "grafana" / "dashboards"
_VALUES = {
    "$__rate_interval": "15s",
    "$agent": ".*",
    "$instance": ".*",
}


@dataclass(frozen=True, slots=True)
class PanelQuery:
    """One query of one panel."""

    board: str
    panel: str
    expression: str

    def __str__(self) -> str:
        return f"{self.board} / {self.panel}: {self.expression}"


def panel_queries(datasource: str) -> list[PanelQuery]:
    """Return the queries that go to a data source (``prometheus`` or ``loki``), as they stand."""
    found = []
    for path in sorted(BOARDS.glob("*.json")):
        board = json.loads(path.read_text(encoding="utf-8"))
        for panel in board["panels"]:
            found += [
                PanelQuery(path.stem, panel["title"], target["expr"])
                for target in panel.get("targets", [])
                if target["datasource"]["type"] == datasource
            ]
    return found


def filled(expression: str) -> str:
    """Put values in the place of the variables."""
    for variable, value in _VALUES.items():
        expression = expression.replace(variable, value)
    assert "$" not in expression, f"a variable that nobody fills: {expression}"
    return expression
