"""Metrics of all processes; names are documented in docs/operations.md.

Labels come from closed sets, never from what a visitor sends.
"""

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, Histogram, generate_latest

_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
_SLOW = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 45)

MESSAGES_ACCEPTED = Counter(
    "otvet_messages_accepted_total", "Messages confirmed by the broker.", ["sender"]
)
ACCEPT_SECONDS = Histogram(
    "otvet_accept_seconds", "From a command's arrival to its ack.", buckets=_FAST
)
COMMANDS_REFUSED = Counter(
    "otvet_commands_refused_total", "Commands and requests answered with an error.", ["code"]
)
SOCKETS = Gauge("otvet_sockets", "Sockets that are connected here.", ["namespace"])
FRAMES_DELIVERED = Counter(
    "otvet_frames_delivered_total", "Frames passed on from Redis to sockets."
)
ROWS_STORED = Counter("otvet_rows_stored_total", "Messages written to PostgreSQL.", ["queue"])
BATCH_SECONDS = Histogram(
    "otvet_batch_seconds", "From taking a batch to its acknowledgement.", ["queue"], buckets=_FAST
)
BURIED = Counter("otvet_messages_buried_total", "Messages moved to the dead letters.", ["queue"])
RESULTS = Counter("otvet_results_total", "What became of agents' results.", ["result"])
DEADLINES_MISSED = Counter(
    "otvet_deadlines_missed_total", "Messages that the watcher handed over to a person."
)
AI_REQUESTS = Counter("ai_requests_total", "Turns answered.", ["agent", "status"])
AI_SECONDS = Histogram(
    "ai_request_duration_seconds", "From a turn's start to its result.", buckets=_SLOW
)
AI_QUEUE_SECONDS = Histogram(
    "otvet_queue_wait_seconds", "From accepting a turn to its start on a worker.", buckets=_SLOW
)
AI_STALE = Counter("otvet_turns_superseded_total", "Turns given up because they were out of date.")


def start_metrics_server(
    host: str, port: int, is_healthy: Callable[[], bool]
) -> Callable[[], None]:
    """Serve ``/metrics`` and ``/healthz`` from a thread; returns what stops it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/metrics":
                self._reply(200, generate_latest(), CONTENT_TYPE_LATEST)
            elif self.path == "/healthz":
                healthy = is_healthy()
                body = b'{"ok": true}' if healthy else b'{"ok": false}'
                self._reply(200 if healthy else 503, body, "application/json")
            else:
                self._reply(404, b"", "text/plain")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Scrapes are no events."""

        def _reply(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer((host, port), Handler)
    thread = Thread(target=server.serve_forever, name="metrics", daemon=True)
    thread.start()

    def stop() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    return stop
