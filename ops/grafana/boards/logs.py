"""All lines of one conversation, request or message, from every process."""

from ops.grafana.board import Board, Panel, Row, Variable

_SERVICES = '{service=~"handlers|gpu_worker|results|persistence|tasks|beat"}'

_ONE = Row(
    "One conversation, request or message",
    (
        Panel(
            "All lines of the conversation",
            "Paste its id above; it is in the console's address. Oldest first.",
            {f"{_SERVICES} | conversation_id=`$conversation_id` | conversation_id!=``": ""},
            kind="logs", width=24, height=12,
        ),
        Panel(
            "All lines of the request",
            "One message's way through handlers, gpu_worker, results and persistence. The id of a "
            "line's request_id is a link to this.",
            {f"{_SERVICES} | request_id=`$request_id` | request_id!=``": ""},
            kind="logs", width=24, height=12,
        ),
        Panel(
            "Lines of the message",
            "Where it was accepted, delivered and stored; from there request_id leads to the rest.",
            {f"{_SERVICES} | message_id=`$message_id` | message_id!=``": ""},
            kind="logs", width=24, height=8,
        ),
    ),
)  # fmt: skip
_TROUBLE = Row(
    "Trouble",
    (
        Panel(
            "Warnings and errors",
            "Of all processes.",
            {'{service=~".+",level=~"warning|error|critical"}': ""},
            kind="logs", width=24, height=12,
        ),
    ),
)  # fmt: skip

BOARD = Board(
    "logs",
    "Logs",
    "All lines of one conversation, request or message, from every process.",
    (_ONE, _TROUBLE),
    (
        Variable("conversation_id", "Conversation"),
        Variable("request_id", "Request"),
        Variable("message_id", "Message"),
    ),
)
