"""Metrics of all processes; names are documented in docs/watching.md.

Labels come from closed sets, never from what a visitor sends.
"""

from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, Histogram, generate_latest

_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
_SLOW = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 45)
_SHARE = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)

MESSAGES_ACCEPTED = Counter(
    "otvet_messages_accepted_total", "Messages confirmed by the broker.", ["sender"]
)
ACCEPT_SECONDS = Histogram(
    "otvet_accept_seconds", "From a command's arrival to its ack.", buckets=_FAST
)
COMMANDS_REFUSED = Counter(
    "otvet_commands_refused_total", "Commands and requests answered with an error.", ["code"]
)
HTTP_SECONDS = Histogram(
    "otvet_http_seconds",
    "A request of the API, by the class of its status.",
    ["status"],
    buckets=_FAST,
)
SOCKETS_CUT = Counter(
    "otvet_sockets_cut_total", "Sockets ended because their peer does not read.", ["reason"]
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
HANDOFFS = Counter("otvet_handoffs_total", "Conversations that went to a person.", ["reason"])
WEBHOOKS_SENT = Counter(
    "otvet_webhooks_sent_total", "Attempts at deliveries to webhooks.", ["result"]
)
WEBHOOK_SECONDS = Histogram("otvet_webhook_seconds", "One attempt at a delivery.", buckets=_SLOW)
AI_REQUESTS = Counter("ai_requests_total", "Turns answered.", ["agent", "status"])
AI_SECONDS = Histogram(
    "ai_request_duration_seconds", "From a turn's start to its result.", buckets=_SLOW
)
AI_ANSWER_SECONDS = Histogram(
    "otvet_answer_seconds", "From accepting a message to its confirmed answer.", buckets=_SLOW
)
AI_SELECTION = Histogram(
    "ai_agent_selection_similarity",
    "How much of the votes the agent has that a question was given to.",
    ["agent"],
    buckets=_SHARE,
)
AI_CONTEXT = Histogram(
    "ai_context_similarity",
    "Cosine of the question and the passage that was found first.",
    buckets=_SHARE,
)
AI_SPECIAL = Counter("ai_special_cases_total", "Turns that were no question.", ["case"])
AI_QUEUE_SECONDS = Histogram(
    "otvet_queue_wait_seconds", "From accepting a turn to its start on a worker.", buckets=_SLOW
)
AI_STALE = Counter("otvet_turns_superseded_total", "Turns given up because they were out of date.")

AI_TOKENS = Counter(
    "ai_tokens_used", "Tokens of prompts and of answers, finished ones.", ["agent", "kind"]
)
AI_TRUNCATIONS = Counter(
    "ai_history_truncation_total", "Prompts that the whole history did not fit into.", ["agent"]
)
PASSAGES_CUT = Counter(
    "otvet_passages_cut_total", "Passages that did not fit into a prompt, or not whole.", ["agent"]
)
AI_FIRST_TEXT = Histogram(
    "otvet_first_text_seconds",
    "From asking the model to its first words.",
    ["agent"],
    buckets=_SLOW,
)
AI_WRITING = Histogram(
    "otvet_writing_seconds", "From asking the model to its last words.", ["agent"], buckets=_SLOW
)
MODEL_TROUBLE = Counter(
    "otvet_model_trouble_total", "Turns that the model did not write, and why.", ["reason"]
)
TRIALS = Counter(
    "otvet_trials_total", "What operators asked the agents, and what came of it.", ["kind", "state"]
)
MODEL_READY = Gauge("otvet_model_ready", "1 while a language model is loaded in this process.")
ADAPTERS_CHANGED = Counter(
    "otvet_adapters_changed_total", "Adapter versions loaded, unloaded and refused.", ["result"]
)
ENGINE_WAIT = Histogram(
    "otvet_engine_wait_seconds", "From a request to its first step.", ["agent"], buckets=_SLOW
)
ENGINE_FIRST_TOKEN = Histogram(
    "otvet_engine_first_token_seconds",
    "From a request to its first token.",
    ["agent"],
    buckets=_SLOW,
)
ENGINE_REQUESTS = Counter(
    "otvet_engine_requests_total", "Requests of the engine that ended.", ["agent", "result"]
)
ENGINE_TOKENS = Counter(
    "otvet_engine_tokens_total",
    "Tokens computed, reused and made, and those of cancelled requests.",
    ["agent", "kind"],
)
ENGINE_BATCH = Histogram(
    "otvet_engine_batch", "Requests answered in one step.", buckets=(0, 1, 2, 4, 8, 16, 32, 64, 128)
)
ENGINE_STEP_SECONDS = Histogram("otvet_engine_step_seconds", "One step.", buckets=_FAST)
ENGINE_NOW = Gauge(
    "otvet_engine_now", "Requests running and waiting, slots, tokens in the cache.", ["what"]
)


def begin_at_zero(counter: Counter, labels: Iterable[str]) -> None:
    """Show a counter of rare trouble before there is any.

    A series that appears with its first event begins at 1: Prometheus sees no increase in it.
    """
    for label in labels:
        counter.labels(label)


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
