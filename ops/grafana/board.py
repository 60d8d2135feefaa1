"""Dashboards as Grafana reads them, from what a person would say of them.

A board is rows of panels; where each lies follows from their widths. Everything that must be alike
on all boards (colours, legends, links, the alerts drawn into graphs) is here, once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Kind = Literal["timeseries", "stat", "heatmap", "logs"]

_COLUMNS = 24
_METRICS = {"type": "prometheus", "uid": "prometheus"}
_LOGS = {"type": "loki", "uid": "loki"}


@dataclass(frozen=True, slots=True)
class Panel:
    """One question and the queries that answer it.

    ``queries`` maps PromQL (LogQL for logs) to its legend. ``warn`` and ``bad`` colour what is
    beyond them: upwards, or downwards where ``bad`` is the smaller.
    """

    title: str
    description: str
    queries: dict[str, str]
    unit: str = "short"
    kind: Kind = "timeseries"
    width: int = 12
    height: int = 8
    warn: float | None = None
    bad: float | None = None
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Panels under one heading."""

    title: str
    panels: Sequence[Panel]


@dataclass(frozen=True, slots=True)
class Variable:
    """A choice above the board: values of a label, or (without a query) what a person types."""

    name: str
    label: str
    query: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """One dashboard; its address is ``/d/otvet-<name>``."""

    name: str
    title: str
    description: str
    rows: Sequence[Row]
    variables: Sequence[Variable] = field(default_factory=tuple)

    def json(self) -> Json:
        """Return it in Grafana's own form."""
        return {
            "uid": f"otvet-{self.name}",
            "title": f"Otvet · {self.title}",
            "description": self.description,
            "tags": ["otvet"],
            "editable": False,
            "graphTooltip": 1,
            "schemaVersion": 39,
            "time": {"from": "now-3h", "to": "now"},
            "refresh": "30s",
            "timezone": "browser",
            "links": [
                {
                    "type": "dashboards",
                    "title": "Otvet",
                    "tags": ["otvet"],
                    "keepTime": True,
                    "includeVars": False,
                    "asDropdown": False,
                }
            ],
            "annotations": {"list": [_alerts(self.name)]},
            "templating": {"list": [_variable(one) for one in self.variables]},
            "panels": list(_laid_out(self.rows)),
        }


def _alerts(name: str) -> Json:
    """Alerts that lead to this board are drawn into its graphs, with their own names."""
    return {
        "name": "Alerts",
        "datasource": _METRICS,
        "enable": True,
        "iconColor": "red",
        "expr": f'ALERTS{{alertstate="firing",board="{name}"}}',
        "titleFormat": "{{alertname}}",
        "textFormat": "{{queue}}{{job}}{{code}}{{part}}",
    }


def _variable(variable: Variable) -> Json:
    named = {"name": variable.name, "label": variable.label}
    if not variable.query:
        return {**named, "type": "textbox", "query": "", "current": {"text": "", "value": ""}}
    return {
        **named,
        "type": "query",
        "datasource": _METRICS,
        "query": {"query": variable.query, "refId": variable.name},
        "refresh": 2,
        "sort": 1,
        "multi": True,
        "includeAll": True,
        "allValue": ".*",
        "current": {"text": "All", "value": "$__all"},
    }


def _laid_out(rows: Sequence[Row]) -> Iterator[Json]:
    number, top = 0, 0
    for row in rows:
        number += 1
        place = {"x": 0, "y": top, "w": _COLUMNS, "h": 1}
        yield {
            "id": number, "type": "row", "title": row.title, "collapsed": False,
            "gridPos": place, "panels": [],
        }  # fmt: skip
        top, left, tallest = top + 1, 0, 0
        for panel in row.panels:
            if left + panel.width > _COLUMNS:
                top, left, tallest = top + tallest, 0, 0
            number += 1
            place = {"x": left, "y": top, "w": panel.width, "h": panel.height}
            yield _panel(panel, number, place)
            left, tallest = left + panel.width, max(tallest, panel.height)
        top += tallest


def _panel(panel: Panel, number: int, place: Json) -> Json:
    source = _LOGS if panel.kind == "logs" else _METRICS
    return {
        "id": number,
        "type": panel.kind,
        "title": panel.title,
        "description": panel.description,
        "datasource": source,
        "gridPos": place,
        "targets": [
            {
                "refId": chr(ord("A") + place_of),
                "datasource": source,
                "expr": query,
                "legendFormat": legend,
                **({"format": "heatmap"} if panel.kind == "heatmap" else {}),
            }
            for place_of, (query, legend) in enumerate(panel.queries.items())
        ],
        "fieldConfig": {"defaults": _defaults(panel), "overrides": []},
        "options": _OPTIONS[panel.kind],
    }


def _defaults(panel: Panel) -> Json:
    defaults: Json = {"unit": panel.unit, "thresholds": _thresholds(panel)}
    if panel.kind == "stat":
        defaults["color"] = {"mode": "thresholds"}
    if panel.kind == "timeseries":
        defaults["min"] = 0
        defaults["color"] = {"mode": "palette-classic"}
        defaults["custom"] = {
            "lineWidth": 1,
            "fillOpacity": 20 if panel.stacked else 5,
            "showPoints": "never",
            "stacking": {"mode": "normal" if panel.stacked else "none", "group": "A"},
            "thresholdsStyle": {"mode": "off" if panel.bad is None else "dashed"},
        }
    return defaults


def _thresholds(panel: Panel) -> Json:
    marks = [(panel.warn, "orange"), (panel.bad, "red")]
    given = [(mark, colour) for mark, colour in marks if mark is not None]
    if panel.warn is not None and panel.bad is not None and panel.bad < panel.warn:
        # The less, the worse: Grafana's steps go upwards.
        steps: list[Json] = [{"color": "red", "value": None}]
        steps += [{"color": "orange", "value": panel.bad}, {"color": "green", "value": panel.warn}]
        return {"mode": "absolute", "steps": steps}
    steps = [{"color": "green", "value": None}]
    return {
        "mode": "absolute",
        "steps": steps + [{"color": colour, "value": mark} for mark, colour in given],
    }


_OPTIONS: dict[Kind, Json] = {
    "timeseries": {
        "legend": {"showLegend": True, "displayMode": "table", "placement": "bottom",
                   "calcs": ["lastNotNull", "max"]},
        "tooltip": {"mode": "multi", "sort": "desc"},
    },
    "stat": {
        "reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": False},
        "colorMode": "value",
        "graphMode": "area",
        "textMode": "auto",
    },
    "heatmap": {"calculate": False, "color": {"mode": "scheme", "scheme": "Blues", "steps": 32},
                "yAxis": {"unit": "s"}, "tooltip": {"mode": "single"}},
    "logs": {"showTime": True, "wrapLogMessage": True, "enableLogDetails": True,
             "sortOrder": "Ascending", "dedupStrategy": "none"},
}  # fmt: skip
