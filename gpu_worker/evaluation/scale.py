"""How searching grows with the knowledge: ``python -m gpu_worker.evaluation.scale --help``.

Made passages, sentences of a knowledge folder mixed anew, lie in a real Chroma server; questions
are asked of the index that serves visitors. Vectors are near to their sentence's, so that neither
Chroma's graph nor the postings are emptier than with real passages.
"""

import argparse
import json
import random
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import numpy as np
from numpy.typing import NDArray
from razdel import sentenize

from gpu_worker.agents.calibration import load_calibration
from gpu_worker.agents.reading import Reader
from gpu_worker.agents.understanding import repair, understand
from gpu_worker.evaluation.embedding import configured_embedder, keep_logs_quiet
from gpu_worker.evaluation.knowledge import Knowledge, read_knowledge
from gpu_worker.evaluation.questions import read_questions
from gpu_worker.retrieval.knowledge import KnowledgeIndex
from shared.storage.vectors import PassageStore, StoredPassage, VectorStoreDown

_SENTENCES = 4
_NOISE = 0.5
_WARM = 20
_BATCH = 500
_MIB = 1024


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size, print a line each and write the JSON; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m gpu_worker.evaluation.scale")
    parser.add_argument("--knowledge", type=Path, required=True, help="folder of agents")
    parser.add_argument("--questions", type=Path, required=True, help="questions over it, JSONL")
    parser.add_argument("--passages", default="1000,10000,100000", help="sizes to measure")
    parser.add_argument("--json", type=Path, required=True, help="where the figures go")
    options = parser.parse_args(arguments)
    knowledge = read_knowledge(options.knowledge)
    texts = [question.text for question in read_questions(options.questions, knowledge)]
    rows = []
    with _chroma() as url:
        for size in map(int, options.passages.split(",")):
            rows.append(_measure(size, url, knowledge, texts))
            sys.stdout.write(json.dumps(rows[-1]) + "\n")
            sys.stdout.flush()
    options.json.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    return 0


def _measure(
    size: int, url: str, knowledge: Knowledge, texts: Sequence[str]
) -> dict[str, float | int]:
    embedder, site = configured_embedder(), uuid4()
    calibration = load_calibration(embedding_model=embedder.name)
    sentences = [
        one.text for passage in knowledge.passages.values() for one in sentenize(passage.text)
    ]
    vectors = embedder.documents(sentences)
    store = PassageStore(url)
    for passages, rows in _made(size, sentences, vectors, knowledge.agents):
        store.upsert(site, embedder.name, passages, rows)
    index = KnowledgeIndex(store, embedder, calibration.fusion)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    index.refresh(site, 1)
    built = time.perf_counter() - began
    reader, spent = Reader(index, calibration), []
    warm = texts[:_WARM]
    for text in (*warm, *texts):
        began = time.perf_counter()
        lexicon = index.lexicon(site)
        messages, steps = repair((text,), lexicon)
        reader.read(site, understand(messages, steps, (), lexicon), knowledge.agents)
        spent.append(1_000 * (time.perf_counter() - began))
    store.close()
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "passages": size,
        "p50_ms": round(float(np.percentile(spent[len(warm) :], 50)), 1),
        "p95_ms": round(float(np.percentile(spent[len(warm) :], 95)), 1),
        "index_s": round(built, 1),
        "index_mib": round((after - before) / _MIB),
        "questions": len(texts),
    }


def _made(
    size: int, sentences: Sequence[str], vectors: NDArray[np.float32], agents: Sequence[str]
) -> Iterator[tuple[list[StoredPassage], list[NDArray[np.float32]]]]:
    dice, noise = random.Random(size), np.random.default_rng(size)  # noqa: S311 - texts
    for start in range(0, size, _BATCH):
        passages, rows = [], []
        for ordinal in range(start, min(size, start + _BATCH)):
            chosen = dice.sample(range(len(sentences)), _SENTENCES)
            near = vectors[chosen[:2]] + _NOISE * noise.standard_normal(
                (2, vectors.shape[1]), np.float32
            ) / np.sqrt(np.float32(vectors.shape[1]))
            rows.append(near / np.linalg.norm(near, axis=1, keepdims=True))
            text = " ".join(sentences[at] for at in chosen)
            title = sentences[chosen[0]][:60]
            agent = agents[ordinal % len(agents)]
            passages.append(StoredPassage(uuid4(), UUID(int=1), 1, agent, ordinal, title, text))
        yield passages, rows


@contextmanager
def _chroma() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = Path(sys.executable).with_name("chroma")
    with TemporaryDirectory(prefix="otvet-scale-") as folder:
        address = ["--path", folder, "--host", "127.0.0.1", "--port", str(port)]
        server = subprocess.Popen(  # noqa: S603 (our own environment's chroma)
            [str(command), "run", *address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url)
            yield url
        finally:
            server.terminate()
            server.wait(10)


def _wait(url: str) -> None:
    store = PassageStore(url)
    for _ in range(100):
        try:
            store.ping()
        except VectorStoreDown:
            time.sleep(0.2)
        else:
            store.close()
            return
    raise SystemExit("scale: Chroma did not start")


if __name__ == "__main__":
    keep_logs_quiet()
    raise SystemExit(main())
