"""Do processes, queues and stores keep up, and is anything lost?"""

from ops.grafana.board import Board, Panel, Row
from ops.grafana.queries import RATE, quantile, rate, share

_OURS = '{job=~"handlers|gpu_worker|results|persistence|tasks|beat"}'
_OTVETS = 'queue=~"(ai_requests|ai_response|db_messages)(.dead)?"'
_DISKS = '{fstype!~"tmpfs|overlay|squashfs|ramfs"}'

_NOW = Row(
    "Now",
    (
        Panel(
            "Processes",
            "Of each role, those that Prometheus reaches.",
            {f"sum by (job) (up{_OURS})": "{{job}}"},
            kind="stat", width=12, height=4, warn=1, bad=0.5,
        ),
        Panel(
            "Dead letters",
            "Messages that could not be processed; only a person brings them back.",
            {"sum(max by (queue) (otvet_dead_letters))": "dead"},
            kind="stat", width=4, height=4, bad=1,
        ),
        Panel(
            "Operators available",
            "Who would take a visitor now.",
            {'sum(otvet_operators{presence="available"})': "available"},
            kind="stat", width=4, height=4,
        ),
        Panel(
            "Longest wait for a person",
            "Of those who wait at this moment.",
            {"max(otvet_longest_wait_seconds)": "longest"},
            unit="s", kind="stat", width=4, height=4, warn=300, bad=900,
        ),
    ),
)  # fmt: skip
_QUEUES = Row(
    "Queues",
    (
        Panel(
            "Messages in queues",
            "What waits for a worker. A queue that only grows has no consumer.",
            {"max by (queue) (otvet_queue_messages)": "{{queue}}"},
            warn=200, bad=1000,
        ),
        Panel(
            "Dead letters by queue",
            "unstored: what the watcher could not store.",
            {"max by (queue) (otvet_dead_letters)": "{{queue}}"},
            bad=1,
        ),
        Panel(
            "Rows stored",
            "Written to PostgreSQL, those delivered again included; and messages buried.",
            {
                rate("otvet_rows_stored_total", "queue"): "{{queue}}",
                rate("otvet_messages_buried_total", "queue"): "{{queue}}, buried",
            },
            unit="wps",
        ),
        Panel(
            "A batch, 95 %",
            "From taking it to its acknowledgement, the commit included.",
            {quantile(0.95, "otvet_batch_seconds", "queue"): "{{queue}}"},
            unit="s", warn=0.5, bad=2.5,
        ),
    ),
)  # fmt: skip
_API = Row(
    "The API",
    (
        Panel(
            "Requests by status",
            "Of the API; sockets are on their own board.",
            {rate("otvet_http_seconds_count", "status"): "{{status}}"},
            unit="reqps", stacked=True,
        ),
        Panel(
            "Time of a request",
            "By the class of its status.",
            {
                quantile(0.5, "otvet_http_seconds"): "50 %",
                quantile(0.95, "otvet_http_seconds"): "95 %",
                quantile(0.99, "otvet_http_seconds"): "99 %",
            },
            unit="s", warn=0.5, bad=2.5,
        ),
        Panel(
            "Failures, by code",
            "What visitors and operators are refused though they did nothing wrong.",
            {
                rate(
                    "otvet_commands_refused_total"
                    '{code=~"broker_unavailable|store_unavailable|internal"}',
                    "code",
                ): "{{code}}",
            },
            unit="reqps",
        ),
        Panel(
            "Webhooks",
            "Attempts by what came of them, and how long one takes.",
            {
                rate("otvet_webhooks_sent_total", "result"): "{{result}}, a second",
                quantile(0.95, "otvet_webhook_seconds"): "95 %, seconds",
            },
        ),
    ),
)  # fmt: skip
_STORES = Row(
    "Stores",
    (
        Panel(
            "What beat can read",
            "0: what the part keeps is unknown, and alerts on it are blind.",
            {"min by (part) (otvet_state_readable)": "{{part}}"},
        ),
        Panel(
            "PostgreSQL: connections",
            "Of the database, and how many there may be.",
            {
                "sum by (datname) (pg_stat_database_numbackends{datname!~'template.*'})":
                    "{{datname}}",
                "max(pg_settings_max_connections)": "limit",
            },
        ),
        Panel(
            "PostgreSQL: transactions",
            "Committed and rolled back.",
            {
                rate("pg_stat_database_xact_commit"): "committed",
                rate("pg_stat_database_xact_rollback"): "rolled back",
            },
            unit="ops",
        ),
        Panel(
            "PostgreSQL: size",
            "Of each database.",
            {"max by (datname) (pg_database_size_bytes{datname!~'template.*'})": "{{datname}}"},
            unit="bytes",
        ),
        Panel(
            "Redis: memory",
            "In use; as a broker it must never evict.",
            {"max by (instance) (redis_memory_used_bytes)": "{{instance}}"},
            unit="bytes",
        ),
        Panel(
            "Redis: commands and clients",
            "Commands a second, and connections.",
            {
                rate("redis_commands_processed_total"): "commands a second",
                "sum(redis_connected_clients)": "connections",
            },
        ),
        Panel(
            "RabbitMQ: messages",
            "Ready for a worker, and with one.",
            {
                f"sum by (queue) (rabbitmq_queue_messages_ready{{{_OTVETS}}})": "{{queue}}, ready",
                f"sum by (queue) (rabbitmq_queue_messages_unacked{{{_OTVETS}}})":
                    "{{queue}}, with a worker",
            },
        ),
        Panel(
            "RabbitMQ: memory and disk",
            "What it takes, and what of the disk is left.",
            {
                "max by (instance) (rabbitmq_process_resident_memory_bytes)":
                    "{{instance}}, memory",
                "min by (instance) (rabbitmq_disk_space_available_bytes)":
                    "{{instance}}, disk left",
            },
            unit="bytes",
        ),
    ),
)  # fmt: skip
_PROCESSES = Row(
    "Processes and machines",
    (
        Panel(
            "Memory of processes",
            "Resident.",
            {f"sum by (job, instance) (process_resident_memory_bytes{_OURS})":
                "{{job}} {{instance}}"},
            unit="bytes",
        ),
        Panel(
            "CPU of processes",
            "In cores.",
            {f"sum by (job, instance) (rate(process_cpu_seconds_total{_OURS}[{RATE}]))":
                "{{job}} {{instance}}"},
        ),
        Panel(
            "CPU of machines",
            "Not idle, of all cores.",
            {f"1 - avg by (instance) (rate(node_cpu_seconds_total{{mode='idle'}}[{RATE}]))":
                "{{instance}}"},
            unit="percentunit", warn=0.8, bad=0.95,
        ),
        Panel(
            "Memory of machines",
            "Available, of all.",
            {share("node_memory_MemAvailable_bytes", "node_memory_MemTotal_bytes"): "{{instance}}"},
            unit="percentunit", warn=0.15, bad=0.05,
        ),
        Panel(
            "Disks",
            "Left, of each file system.",
            {f"node_filesystem_avail_bytes{_DISKS} / node_filesystem_size_bytes":
                "{{instance}} {{mountpoint}}"},
            unit="percentunit", warn=0.2, bad=0.1,
        ),
        Panel(
            "Restarts in an hour",
            "By role: how often a process began anew.",
            {f"sum by (job) (changes(process_start_time_seconds{_OURS}[1h]))": "{{job}}"},
            warn=1, bad=5,
        ),
    ),
)  # fmt: skip

BOARD = Board(
    "platform",
    "Platform",
    "Do processes, queues and stores keep up, and is anything lost?",
    (_NOW, _QUEUES, _API, _STORES, _PROCESSES),
)
