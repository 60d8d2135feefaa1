"""The page of an evaluation: figures, kinds, the curves, every failure. It needs nothing else."""

from collections.abc import Iterable, Sequence
from html import escape
from importlib import resources
from uuid import UUID

from gpu_worker.evaluation.chart import reliability_diagram, risk_coverage
from gpu_worker.evaluation.failures import Failure, failures
from gpu_worker.evaluation.figures import MEANINGS, Figure, Point
from gpu_worker.evaluation.judging import CHOICES, Case
from gpu_worker.evaluation.knowledge import Knowledge
from gpu_worker.evaluation.predictions import Action
from gpu_worker.evaluation.report import KIND_COLUMNS, bars, interval, kind_row, shown
from gpu_worker.evaluation.run import Results, Run

_EXCERPT = 220


def as_page(run: Run, results: Results) -> str:
    """Write the page. Everything that visitors or documents say is text in it, never markup."""
    style = resources.files("gpu_worker.evaluation").joinpath("data/page.css").read_text("utf-8")
    found = failures(run.cases)
    return "\n".join(
        (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>Evaluation of {escape(run.file)}</title><style>{style}</style></head><body>",
            *_heading(run),
            "<h2>Figures</h2>",
            _figures(results.figures.values()),
            "<h2>By kind, %</h2>",
            _kinds(results.kinds),
            "<h2>Wrong answers against answers given</h2>",
            _curve(run, results),
            "<h2>Confidence against what is right</h2>",
            _reliability(results),
            "<h2>Milliseconds a stage</h2>",
            _stages(results.stages),
            f"<h2>Failures ({sum(map(len, found.values()))})</h2>",
            *(_failures(each, cases, run.knowledge) for each, cases in found.items()),
            "</body></html>\n",
        )
    )


def _heading(run: Run) -> Iterable[str]:
    actions = ", ".join(f"{action} {times}" for action, times in run.actions.items())
    knowledge = f"{len(run.knowledge.passages)} passages of {len(run.knowledge.agents)} agents"
    yield f"<h1>Evaluation of {escape(run.file)}</h1>"
    yield (
        f'<p class="faint">{run.made:%Y-%m-%d %H:%M} UTC · {len(run.cases)} questions, '
        f"{run.judged} labelled · {knowledge} in {escape(run.folder)} · "
        f"{escape(run.embedding_model)} · {escape(run.calibration)}</p>"
    )
    yield f'<p class="faint">What was done: {escape(actions)}.</p>'


def _figures(figures: Iterable[Figure]) -> str:
    rows = [
        f'<tr><td>{_name(one.name)}</td><td class="{one.level or ""}">{shown(one)}</td>'
        f"<td>{interval(one)}</td><td>{escape(bars(one))}</td>"
        f'<td class="{one.level or ""}">{one.level or ""}</td><td>{one.of}</td>'
        f'<td class="means">{escape(MEANINGS[one.name])}</td></tr>'
        for one in figures
        if one.estimate.value is not None
    ]
    head = ["figure", "value", "95 % interval", "floor / good / aim", "reached", "of", ""]
    return _table(head, rows)


def _kinds(kinds: dict[str, dict[str, Figure]]) -> str:
    rows = []
    for kind, figures in kinds.items():
        first, count, *_ = kind_row(kind, figures)
        cells = "".join(_with_interval(figures.get(name)) for name in KIND_COLUMNS)
        rows.append(f"<tr><td>{_name(first)}</td><td>{count}</td>{cells}</tr>")
    return _table(["kind", "questions", *map(_name, KIND_COLUMNS)], rows)


def _with_interval(figure: Figure | None) -> str:
    if figure is None:
        return f"<td>{shown(None)}</td>"
    return f'<td>{shown(figure)} <span class="faint">{interval(figure)}</span></td>'


def _curve(run: Run, results: Results) -> str:
    if not results.curve:
        return '<p class="faint">No labels, no curve.</p>'
    judged = [case for case in run.cases if case.question.is_judged]
    now = Point(
        threshold=0.0,
        answered=sum(case.prediction.action is Action.ANSWER for case in judged) / len(judged),
        right=results.figures["right"].estimate.value or 0.0,
        wrong=results.figures["wrong"].estimate.value or 0.0,
    )
    return (
        f"<figure>{risk_coverage(results.curve, now)}<figcaption>As the threshold falls: "
        '<span class="wrong">wrong, % of all</span>, and '
        '<span class="right">right, % of the answerable</span>. Dots: the threshold in use. '
        "Broken line: the wrong answers allowed.</figcaption></figure>"
    )


def _reliability(results: Results) -> str:
    if not results.reliability:
        return '<p class="faint">No labels, no curve.</p>'
    error = shown(results.figures["expected_calibration_error"])
    rows = [
        f"<tr><td>{100 * one.low:.0f} – {100 * one.high:.0f}</td><td>{one.count}</td>"
        f"<td>{100 * one.predicted:.1f}</td><td>{100 * one.observed:.1f}</td></tr>"
        for one in results.reliability
    ]
    return (
        f"<figure>{reliability_diagram(results.reliability)}<figcaption>The share whose first "
        "passage answers, %, by the confidence. On the broken line the confidence keeps its word; "
        f"in the mean it is off by {error} points. The larger a dot, the more questions."
        f"</figcaption></figure>{_table(['confidence', 'questions', 'mean', 'right'], rows)}"
    )


def _stages(stages: dict[str, tuple[float, float]]) -> str:
    rows = [
        f"<tr><td>{escape(stage)}</td><td>{half:.1f}</td><td>{most:.1f}</td></tr>"
        for stage, (half, most) in stages.items()
    ]
    return _table(["stage", "p50", "p95"], rows)


def _failures(each: Failure, cases: Sequence[Case], knowledge: Knowledge) -> str:
    items = "".join(_failure(case, knowledge) for case in cases)
    is_open = " open" if each is Failure.WRONG else ""
    title = f"{each.value[0].upper()}{each.value[1:]}"
    return f"<details{is_open}><summary>{title}: {len(cases)}</summary>{items}</details>"


def _failure(case: Case, knowledge: Knowledge) -> str:
    question, prediction = case.question, case.prediction
    before = "".join(
        f'<blockquote class="before">{said.sender.value}: {escape(said.text)}</blockquote>'
        for said in question.history
    )
    # A set has no order: sorted by their labels the pages of two runs can be compared.
    wanted = sorted(question.passages or (), key=lambda key: str(knowledge.labels[key]))
    wants = "".join(f"<li>{_passage(key, knowledge)}</li>" for key in wanted)
    found = "".join(
        f'<li class="{"right" if key in (question.passages or ()) else ""}">'
        f"{_passage(key, knowledge)}</li>"
        for key in prediction.found[:CHOICES]
    )
    kind = question.kind.value if question.kind else "no kind"
    return (
        f'<article><p class="faint">{escape(str(question.id))} · {_name(kind)} · '
        f"{prediction.action.value} · {escape(', '.join(prediction.agents) or 'no agent')} · "
        f"confidence {prediction.confidence:.2f}</p>"
        f"{before}<blockquote>{escape(question.text)}</blockquote>"
        f"<p>Wanted:</p><ul>{wants or '<li>no answer</li>'}</ul>"
        f"<p>Found:</p><ol>{found}</ol></article>"
    )


def _passage(key: UUID, knowledge: Knowledge) -> str:
    agent, place = knowledge.labels[key]
    text = " ".join(knowledge.passages[key].text.split())
    cut = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT].rsplit(' ', 1)[0]} …"
    return f'{escape(agent)}, {escape(str(place))}: <span class="faint">{escape(cut)}</span>'


def _name(name: str) -> str:
    return escape(name.replace("_", " "))


def _table(head: Sequence[str], rows: Iterable[str]) -> str:
    cells = "".join(f"<th>{each}</th>" for each in head)
    return f'<div class="wide"><table><tr>{cells}</tr>{"".join(rows)}</table></div>'
