"""Do visitors get answers, how soon, and what becomes of their questions?"""

from ops.grafana.board import Board, Panel, Row
from ops.grafana.queries import buckets, quantile, rate, share

_NOW = Row(
    "Now",
    (
        Panel(
            "Turns a minute",
            "Questions that the agents have finished with, whatever came of them.",
            {f"60 * {rate('ai_requests_total', window='5m')}": "turns"},
            kind="stat", width=4, height=4,
        ),
        Panel(
            "Answer time, 95 %",
            "From accepting a question to its answer; one in twenty takes longer.",
            {"otvet:answer_seconds:p95_5m": "95 %"},
            unit="s", kind="stat", width=4, height=4, warn=10, bad=20,
        ),
        Panel(
            "Oldest unanswered",
            "How long the message waits that an agent has owed an answer to the longest. After "
            "ANSWER_DEADLINE (45 s) a person is called.",
            {"max(otvet_oldest_unanswered_seconds)": "oldest"},
            unit="s", kind="stat", width=4, height=4, warn=45, bad=90,
        ),
        Panel(
            "Given to people",
            "Of the turns of 15 minutes, those that went to a person though nobody had asked for "
            "one.",
            {"otvet:handoffs:ratio15m": "share"},
            unit="percentunit", kind="stat", width=4, height=4, warn=0.35, bad=0.5,
        ),
        Panel(
            "People wait",
            "Visitors who wait for an operator.",
            {'sum(ai_active_chats{status="waiting"})': "waiting"},
            kind="stat", width=4, height=4, warn=5, bad=20,
        ),
        Panel(
            "Deadlines missed in 24 h",
            "Questions that got no answer in time, so that the watcher called a person.",
            {"sum(increase(otvet_deadlines_missed_total[24h]))": "missed"},
            kind="stat", width=4, height=4, warn=1, bad=20,
        ),
    ),
)  # fmt: skip
_HOW_SOON = Row(
    "How soon",
    (
        Panel(
            "The visitor's whole wait",
            "From accepting a question to its confirmed answer, the line included.",
            {
                quantile(0.5, "otvet_answer_seconds"): "50 %",
                quantile(0.95, "otvet_answer_seconds"): "95 %",
                quantile(0.99, "otvet_answer_seconds"): "99 %",
            },
            unit="s", warn=10, bad=20,
        ),
        Panel(
            "Where the wait is spent",
            "In line for a worker, then in the worker. What grows first says what is lacking.",
            {
                quantile(0.95, "otvet_queue_wait_seconds"): "waits for a worker, 95 %",
                quantile(0.95, "ai_request_duration_seconds"): "in the worker, 95 %",
                quantile(0.95, "otvet_first_text_seconds"): "first words, 95 %",
                quantile(0.95, "otvet_writing_seconds"): "last words, 95 %",
            },
            unit="s",
        ),
        Panel(
            "All waits",
            "Each column is a moment; the darker, the more answers took so long.",
            {buckets("otvet_answer_seconds"): "{{le}}"},
            kind="heatmap", width=24,
        ),
    ),
)  # fmt: skip
_WHAT = Row(
    "What becomes of them",
    (
        Panel(
            "Turns by outcome",
            "answered: by a model. quoted: from a document. clarified: choices to tap. handed_off: "
            "a person.",
            {rate("ai_requests_total", "status"): "{{status}}"},
            unit="reqps", stacked=True,
        ),
        Panel(
            "Hand-offs by reason",
            "requested: the visitor asked. deadline: nobody answered in time. The others are the "
            "agents' own.",
            {rate("otvet_handoffs_total", "reason"): "{{reason}}"},
            unit="reqps", stacked=True,
        ),
        Panel(
            "What was no question",
            "Greetings and thanks, abuse, calls for a person, and what cannot be read.",
            {rate("ai_special_cases_total", "case"): "{{case}}"},
            unit="reqps", stacked=True,
        ),
        Panel(
            "Results",
            "done: shown. repeated: came again after a crash. stale: nobody wanted it any more. "
            "missing: Redis does not know the conversation.",
            {
                rate("otvet_results_total", "result"): "{{result}}",
                rate("otvet_turns_superseded_total"): "given up before",
            },
            unit="reqps",
        ),
        Panel(
            "Share of answers, of questions",
            "Of all turns, those that ended in an answer of a model or of a document.",
            {
                share(
                    'sum(rate(ai_requests_total{status=~"answered|quoted"}[15m]))',
                    "sum(rate(ai_requests_total[15m]))",
                ): "answered",
            },
            unit="percentunit",
        ),
        Panel(
            "Conversations that live",
            "By who has the floor; with an agent, those that changed within 15 minutes.",
            {"sum by (status) (ai_active_chats)": "{{status}}"},
            stacked=True,
        ),
    ),
)  # fmt: skip

BOARD = Board(
    "answers",
    "Answers",
    "Do visitors get answers, how soon, and what becomes of their questions?",
    (_NOW, _HOW_SOON, _WHAT),
)
