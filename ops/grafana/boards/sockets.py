"""Who is connected, and are frames taken?"""

from ops.grafana.board import Board, Panel, Row, Variable
from ops.grafana.queries import buckets, quantile, rate

_HERE = '{job="handlers",instance=~"$instance"}'

_NOW = Row(
    "Now",
    (
        Panel(
            "Visitors connected",
            "Sockets of visitors on all handlers.",
            {'sum(otvet_sockets{instance=~"$instance",namespace="/visitor"})': "visitors"},
            kind="stat", width=6, height=4,
        ),
        Panel(
            "Consoles connected",
            "Sockets of operators on all handlers.",
            {'sum(otvet_sockets{instance=~"$instance",namespace="/operator"})': "operators"},
            kind="stat", width=6, height=4,
        ),
        Panel(
            "Ack time, 99 %",
            "From a command's arrival to its ack, the broker's confirmation included.",
            {"otvet:accept_seconds:p99_5m": "99 %"},
            unit="s", kind="stat", width=6, height=4, warn=0.25, bad=1,
        ),
        Panel(
            "Cut in an hour",
            "Sockets that were ended because their peer does not read.",
            {f"sum(increase(otvet_sockets_cut_total{_HERE}[1h]))": "cut"},
            kind="stat", width=6, height=4, warn=10, bad=1000,
        ),
    ),
)  # fmt: skip
_LOAD = Row(
    "Load",
    (
        Panel(
            "Sockets by handler",
            "They should spread evenly; a handler that restarted begins at none.",
            {f"sum by (instance, namespace) (otvet_sockets{_HERE})": "{{instance}} {{namespace}}"},
            stacked=True,
        ),
        Panel(
            "Frames a second",
            "Passed to a room or a socket; each goes to all of a room's sockets.",
            {rate(f"otvet_frames_delivered_total{_HERE}", "instance"): "{{instance}}"},
            unit="pps",
        ),
        Panel(
            "Messages accepted",
            "Confirmed by the broker, by who speaks.",
            {rate(f"otvet_messages_accepted_total{_HERE}", "sender"): "{{sender}}"},
            unit="reqps",
        ),
        Panel(
            "CPU of handlers",
            "Of one core each: at 1 a handler is full, and another is needed.",
            {rate(f"process_cpu_seconds_total{_HERE}", "instance"): "{{instance}}"},
            unit="percentunit", warn=0.7, bad=0.95,
        ),
    ),
)  # fmt: skip
_TROUBLE = Row(
    "Trouble",
    (
        Panel(
            "Ack times",
            "Each column is a moment; the darker, the more commands took so long.",
            {buckets("otvet_accept_seconds", _HERE): "{{le}}"},
            kind="heatmap",
        ),
        Panel(
            "Ack time",
            "Of all commands of a socket.",
            {
                quantile(0.5, "otvet_accept_seconds", where=_HERE): "50 %",
                quantile(0.99, "otvet_accept_seconds", where=_HERE): "99 %",
            },
            unit="s", warn=0.25, bad=1,
        ),
        Panel(
            "Refused, by code",
            "Commands, handshakes and requests that were answered with an error.",
            {rate(f"otvet_commands_refused_total{_HERE}", "code"): "{{code}}"},
            unit="reqps",
        ),
        Panel(
            "Cut, by reason",
            "too_slow: too much waits for it. stalled: it took nothing for a while.",
            {rate(f"otvet_sockets_cut_total{_HERE}", "reason"): "{{reason}}"},
        ),
        Panel(
            "Memory of handlers",
            "Of the whole process.",
            {f"sum by (instance) (process_resident_memory_bytes{_HERE})": "{{instance}}"},
            unit="bytes",
        ),
        Panel(
            "Open files of handlers",
            "Each socket is one; the limit is drawn beside them.",
            {
                f"sum by (instance) (process_open_fds{_HERE})": "{{instance}}",
                f"min(process_max_fds{_HERE})": "limit",
            },
        ),
    ),
)  # fmt: skip

_GATEWAY = Row(
    "The gateway",
    (
        Panel(
            "Answered at the gateway, by status",
            "All requests that have a route, whoever answered them.",
            {rate("kong_http_requests_total", "code"): "{{code}}"},
            unit="reqps",
        ),
        Panel(
            "Refused by the gateway itself",
            "403: an origin. 413: too large. 429: too many of one address. 502, 503: no handler.",
            {
                rate(
                    'kong_http_requests_total{source!="service"}', "route, code"
                ): "{{route}} {{code}}"
            },
            unit="reqps",
        ),
    ),
)

BOARD = Board(
    "sockets",
    "Sockets",
    "Who is connected, and are frames taken?",
    (_NOW, _LOAD, _TROUBLE, _GATEWAY),
    (Variable("instance", "Handler", "label_values(otvet_sockets, instance)"),),
)
