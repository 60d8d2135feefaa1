"""The risk–coverage curve and the reliability of the confidence, as SVG that stands in the page."""

import math
from collections.abc import Callable, Sequence

from gpu_worker.evaluation.figures import Point
from gpu_worker.evaluation.targets import WRONG_ALLOWED
from shared.contracts.policy import ReliabilityBin

_WIDTH, _HEIGHT = 720.0, 360.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 52.0, 16.0, 14.0, 46.0
_TICKS_X = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_STEP_Y = 0.1
_SIDE = 360.0
_DOT = 14.0


def risk_coverage(points: Sequence[Point], now: Point) -> str:
    """Draw what is answered wrongly and rightly as the threshold falls, and where it stands now."""
    most = max(0.0, *(max(point.right, point.wrong) for point in [*points, now]))
    top = max(2 * _STEP_Y, math.ceil(most / _STEP_Y) * _STEP_Y)

    def x(share: float) -> float:
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(share: float) -> float:
        return _HEIGHT - _BOTTOM - share / top * (_HEIGHT - _TOP - _BOTTOM)

    def line(name: str, of: Callable[[Point], float]) -> str:
        places = " ".join(f"{x(point.answered):.1f},{y(of(point)):.1f}" for point in points)
        dot = f'<circle class="{name}" cx="{x(now.answered):.1f}" cy="{y(of(now)):.1f}" r="5"/>'
        return f'<polyline class="{name}" points="{places}"/>{dot}'

    return "".join(
        (
            f'<svg viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img" aria-labelledby="curve-title">',
            '<title id="curve-title">Answered wrongly and rightly, by the share answered</title>',
            *(_across(x(0), x(1), y(share), share) for share in _steps(top)),
            *(_along(x(share), share) for share in _TICKS_X),
            f'<line class="allowed" x1="{x(0):g}" x2="{x(1):g}" '
            f'y1="{y(WRONG_ALLOWED):.1f}" y2="{y(WRONG_ALLOWED):.1f}"/>',
            line("right", lambda point: point.right),
            line("wrong", lambda point: point.wrong),
            f'<text class="name" x="{x(0.5):g}" y="{_HEIGHT - 6:g}" text-anchor="middle">'
            "answered, % of all</text></svg>",
        )
    )


def reliability_diagram(bins: Sequence[ReliabilityBin]) -> str:
    """Draw how often each confidence was right; on the diagonal it is as good as its word.

    The area of a dot is its share of the questions.
    """
    most = max(one.count for one in bins)

    def x(share: float) -> float:
        return _LEFT + share * (_SIDE - _LEFT - _RIGHT)

    def y(share: float) -> float:
        return _SIDE - _BOTTOM - share * (_SIDE - _TOP - _BOTTOM)

    places = [(x(one.predicted), y(one.observed), one) for one in bins]
    line = " ".join(f"{across:.1f},{up:.1f}" for across, up, _ in places)
    dots = (
        f'<circle class="right" cx="{across:.1f}" cy="{up:.1f}" '
        f'r="{max(2.0, _DOT * math.sqrt(one.count / most)):.1f}"><title>'
        f"{one.count} questions, {100 * one.predicted:.0f} % sure, {100 * one.observed:.0f} % right"
        "</title></circle>"
        for across, up, one in places
    )
    return "".join(
        (
            f'<svg class="square" viewBox="0 0 {_SIDE:g} {_SIDE:g}" role="img" '
            'aria-labelledby="reliability-title">',
            '<title id="reliability-title">The share that is right, by the confidence</title>',
            *(_across(x(0), x(1), y(share), share) for share in _TICKS_X),
            *(_along(x(share), share, _SIDE) for share in _TICKS_X),
            f'<line class="allowed" x1="{x(0):g}" y1="{y(0):g}" x2="{x(1):g}" y2="{y(1):g}"/>',
            f'<polyline class="right" points="{line}"/>',
            *dots,
            f'<text class="name" x="{x(0.5):g}" y="{_SIDE - 6:g}" text-anchor="middle">'
            "confidence, %</text></svg>",
        )
    )


def _steps(top: float) -> list[float]:
    return [step * _STEP_Y for step in range(round(top / _STEP_Y) + 1)]


def _across(left: float, right: float, y: float, share: float) -> str:
    """Draw a line of the grid with its number."""
    return (
        f'<line class="grid" x1="{left:g}" x2="{right:g}" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text x="{left - 8:g}" y="{y + 4:.1f}" text-anchor="end">{100 * share:.0f}</text>'
    )


def _along(x: float, share: float, height: float = _HEIGHT) -> str:
    """Write a number of the lower axis."""
    y = height - _BOTTOM + 18
    return f'<text x="{x:.1f}" y="{y:g}" text-anchor="middle">{100 * share:.0f}</text>'
