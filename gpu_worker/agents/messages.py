"""What a message is when it is no question, learnt from examples: for what no rule foresees.

Logistic regression over character n-grams of ``data/messages.tsv``, fitted when it is first asked,
in a quarter of a second; examples can be read and added to. It speaks where the rules are silent,
and only when it is rather sure: a question taken for an insult is worse than an insult searched
for.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import lru_cache
from importlib import resources
from typing import Any

from gpu_worker.agents.rules import Service
from gpu_worker.retrieval.words import normalise

QUESTION = "question"
_KINDS = {
    "greeting": Service.GREETING,
    "thanks": Service.THANKS,
    "human": Service.HUMAN,
    "abuse": Service.ABUSE,
}


def classify(text: str, least: float) -> Service | None:
    """Return what a message is if it is at least so surely no question, else None."""
    kind, chance = _model()(normalise(text))
    return _KINDS[kind] if kind != QUESTION and chance >= least else None


def learn() -> None:
    """Learn from the examples now, so that no visitor waits for it."""
    _model()


def examples() -> list[tuple[str, str]]:
    """Return the examples: what a message is, and the message."""
    text = resources.files("gpu_worker.agents").joinpath("data/messages.tsv").read_text("utf-8")
    lines = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return [(kind, message) for kind, _, message in lines if message]


def chances_unseen() -> list[tuple[str, str, float]]:
    """Return of each example what it is, what it is taken for unseen, and how surely.

    Each tenth of the examples is told by a model of the other nine.
    """
    from sklearn.model_selection import cross_val_predict  # noqa: PLC0415

    kinds, messages = zip(*examples(), strict=True)
    texts = [normalise(message) for message in messages]
    with _one_thread():
        chances = cross_val_predict(_pipeline(), texts, kinds, cv=10, method="predict_proba")
    names = sorted(set(kinds))
    return [
        (kind, names[int(row.argmax())], float(row.max()))
        for kind, row in zip(kinds, chances, strict=True)
    ]


@lru_cache(maxsize=1)
def _model() -> Callable[[str], tuple[str, float]]:
    kinds, messages = zip(*examples(), strict=True)
    model = _pipeline()
    with _one_thread():
        model.fit([normalise(message) for message in messages], kinds)

    def predict(text: str) -> tuple[str, float]:
        chances = model.predict_proba([text])[0]
        best = int(chances.argmax())
        return str(model.classes_[best]), float(chances[best])

    return predict


def _pipeline() -> Any:  # noqa: ANN401 (scikit-learn has no types)
    # Imported here because it takes a second, which only a worker pays.
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    return make_pipeline(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), min_df=2, sublinear_tf=True),
        LogisticRegression(C=10.0, max_iter=3_000, class_weight="balanced"),
    )


def _one_thread() -> AbstractContextManager[Any]:
    """The steps are small: on a busy machine threads that wait for each other took 9 s."""
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    limits: AbstractContextManager[Any] = threadpool_limits(1)
    return limits
