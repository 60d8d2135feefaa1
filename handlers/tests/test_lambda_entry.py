"""The functions' entry brings nothing that they do not need, and wakes up over new connections."""

import json
import subprocess
import sys
import textwrap
import threading
import time

import pytest

from handlers.serverless.container import Container
from ops.embedded.layout import ROOT
from tests.fixtures import MakeSettings

_FOREIGN = (
    *("torch", "celery", "dramatiq", "transformers", "sentence_transformers", "chromadb"),
    *("boto3", "botocore", "socketio", "engineio", "uvicorn"),
)
_IMPORT = textwrap.dedent(
    """
    import json, sys
    import handlers.lambda_entry, handlers.serverless.http
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
    """
)


def test_the_entry_imports_no_model_no_task_runner_no_socket_server_and_no_aws() -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _IMPORT], cwd=ROOT, capture_output=True, text=True, check=True
    )
    imported = set(json.loads(done.stdout))
    assert {"fastapi", "mangum", "redis", "psycopg"} <= imported
    assert imported & set(_FOREIGN) == set()


@pytest.mark.services
def test_a_container_that_slept_for_long_connects_anew_and_one_that_did_not_does_not(
    make_settings: MakeSettings, database_url: str, redis_url: str, rabbitmq_url: str
) -> None:
    settings = make_settings(
        secret_key="f3Zq8-container-test-K1mT9xW2vB7nR4c",
        database_url=database_url,
        redis_url=redis_url,
        broker_url=rabbitmq_url,
    )
    seen: list[tuple[int, int, object]] = []

    async def look(container: Container) -> None:
        parts = container.parts
        await parts.producer.ping()
        async with parts.database.connection() as connection:
            backend = connection.info.backend_pid
        link = parts.producer._publisher._connection  # type: ignore[attr-defined]
        seen.append((await parts.redis.client_id(), backend, link))

    def live() -> None:
        container = Container(settings)
        for slept in (0, 5, 60, 0):
            container._used = time.time() - slept
            container.wake()
            container.run(look(container))
            container.rest()
        container.run(container.parts.producer.close())
        container.run(container.parts.database.close())
        container.run(container.parts.redis.aclose())
        container.loop.close()

    thread = threading.Thread(target=live)
    thread.start()
    thread.join(60)
    assert len(seen) == 4
    awake, awoken = seen[:2], seen[2:]
    for number in (0, 2):  # of PostgreSQL there may be two, used in turns
        assert awake[0][number] == awake[1][number]
        assert awoken[0][number] == awoken[1][number]
    for before, after in zip(zip(*awake, strict=True), zip(*awoken, strict=True), strict=True):
        assert not set(before) & set(after)


def test_what_visitors_ask_imports_no_route_of_the_console() -> None:
    program = "import sys, handlers.serverless.http; print('handlers.api.routers' in sys.modules)"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False"]
