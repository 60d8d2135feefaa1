"""Is the engine full, and is the GPU's memory?"""

from ops.grafana.board import Board, Panel, Row, Variable
from ops.grafana.queries import RATE, quantile, rate, share

_HERE = '{job="gpu_worker",instance=~"$instance"}'


def _now(what: str) -> str:
    return f'otvet_engine_now{{job="gpu_worker",instance=~"$instance",what="{what}"}}'


def _memory(kind: str) -> str:
    return f'otvet_gpu_memory_bytes{{instance=~"$instance",kind="{kind}"}}'


def _tokens(kind: str) -> str:
    return f'sum(rate(otvet_engine_tokens_total{{instance=~"$instance",kind="{kind}"}}[{RATE}]))'


_NOW = Row(
    "Now",
    (
        Panel(
            "Workers with a model",
            "Processes that have a language model loaded. 0: every answer is a quotation.",
            {f"sum(otvet_model_ready{_HERE})": "ready"},
            kind="stat", width=6, height=4,
        ),
        Panel(
            "Writing",
            "Requests that are being answered at this moment.",
            {f"sum({_now('running')})": "running"},
            kind="stat", width=6, height=4,
        ),
        Panel(
            "Waiting",
            "Requests that wait in an engine; from 64 on in one they are refused.",
            {f"sum({_now('waiting')})": "waiting"},
            kind="stat", width=6, height=4, warn=8, bad=32,
        ),
        Panel(
            "Tokens a second",
            "Written by all engines.",
            {_tokens("answer"): "tokens"},
            kind="stat", width=6, height=4,
        ),
    ),
)  # fmt: skip
_ENGINE = Row(
    "The engine",
    (
        Panel(
            "Requests",
            "Being answered, and waiting for a slot.",
            {
                f"sum by (instance) ({_now('running')})": "{{instance}}, writing",
                f"sum by (instance) ({_now('waiting')})": "{{instance}}, waiting",
            },
        ),
        Panel(
            "Requests in a step",
            "On average: the fuller the steps, the cheaper a token.",
            {
                share(
                    rate(f"otvet_engine_batch_sum{_HERE}"),
                    rate(f"otvet_engine_batch_count{_HERE}"),
                ): "requests",
            },
        ),
        Panel(
            "Tokens",
            "prompt: taken in. reused: of those, found in the cache. answer: made. cancelled: of "
            "those, made for nobody.",
            {rate(f"otvet_engine_tokens_total{_HERE}", "kind"): "{{kind}}"},
        ),
        Panel(
            "Reused of the prompts",
            "What did not have to be computed: system prompts and earlier turns.",
            {share(_tokens("reused"), _tokens("prompt")): "reused"},
            unit="percentunit",
        ),
        Panel(
            "First token, 95 %",
            "From the request to its first token, the engine's own line included.",
            {quantile(0.95, "otvet_engine_first_token_seconds", "agent", _HERE): "{{agent}}"},
            unit="s",
        ),
        Panel(
            "Wait for a slot, 95 %",
            "In the engine's line.",
            {quantile(0.95, "otvet_engine_wait_seconds", "agent", _HERE): "{{agent}}"},
            unit="s", warn=1, bad=5,
        ),
        Panel(
            "A step",
            "One pass of the model.",
            {
                quantile(0.5, "otvet_engine_step_seconds", where=_HERE): "50 %",
                quantile(0.99, "otvet_engine_step_seconds", where=_HERE): "99 %",
            },
            unit="s",
        ),
        Panel(
            "How requests end",
            "done, cancelled, or an error's code.",
            {rate(f"otvet_engine_requests_total{_HERE}", "result"): "{{result}}"},
            unit="reqps",
        ),
        Panel(
            "Cache",
            "Tokens whose keys are kept, and slots they are kept in.",
            {
                f"sum by (instance) ({_now('cached_tokens')})": "{{instance}}, tokens",
                f"sum by (instance) ({_now('slots')})": "{{instance}}, slots",
            },
        ),
    ),
)  # fmt: skip
_DEVICE = Row(
    "The device",
    (
        Panel(
            "Memory",
            "used: of the device, by whomever. reserved and allocated: by this worker.",
            {
                f"max by (instance, device) ({_memory(kind)})": "{{instance}} {{device}}, " + kind
                for kind in ("total", "used", "reserved", "allocated")
            },
            unit="bytes",
        ),
        Panel(
            "Memory in use",
            "Of the device's own.",
            {"otvet:gpu_memory_used:ratio": "{{instance}} {{device}}"},
            unit="percentunit", warn=0.9, bad=0.97,
        ),
        Panel(
            "Busy",
            "Share of the time in which a kernel ran, as the worker sees it and as DCGM does.",
            {
                'max by (instance, device) (otvet_gpu_utilisation_ratio{instance=~"$instance"})':
                    "{{instance}} {{device}}",
                "max by (Hostname, gpu) (DCGM_FI_DEV_GPU_UTIL) / 100": "{{Hostname}} {{gpu}}, DCGM",
            },
            unit="percentunit",
        ),
        Panel(
            "Power",
            "Drawn by each GPU.",
            {"max by (Hostname, gpu) (DCGM_FI_DEV_POWER_USAGE)": "{{Hostname}} {{gpu}}"},
            unit="watt",
        ),
        Panel(
            "Temperature",
            "Of each GPU; near its limit it slows down.",
            {"max by (Hostname, gpu) (DCGM_FI_DEV_GPU_TEMP)": "{{Hostname}} {{gpu}}"},
            unit="celsius", warn=80, bad=90,
        ),
        Panel(
            "Errors of the driver",
            "Number of the last XID error; 0: none. 79 is a GPU that has fallen off the bus.",
            {"max by (Hostname, gpu) (DCGM_FI_DEV_XID_ERRORS)": "{{Hostname}} {{gpu}}"},
            bad=1,
        ),
    ),
)  # fmt: skip

BOARD = Board(
    "gpu",
    "GPU",
    "Is the engine full, and is the GPU's memory?",
    (_NOW, _ENGINE, _DEVICE),
    (
        Variable(
            "instance", "Worker", 'label_values(otvet_model_ready{job="gpu_worker"}, instance)'
        ),
    ),
)
