"""``python -m gpu_worker.training``: train an agent's adapter, list its versions, activate one."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from gpu_worker.adapters import (
    RECORD,
    AdapterError,
    AdapterVersion,
    activate,
    active_version,
    versions,
)
from gpu_worker.training.errors import TrainingError
from gpu_worker.training.options import TrainingOptions
from gpu_worker.training.record import TrainingRecord
from shared.observability.logs import configure_logs

_USAGE = """
  python -m gpu_worker.training --agent SLUG --data FILE.jsonl --model PATH_OR_HUB_ID --out DIR
  python -m gpu_worker.training --agent SLUG --out DIR --list
  python -m gpu_worker.training --agent SLUG --out DIR --activate VERSION [--force]
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; return the exit code."""
    parser = _parser()
    given = vars(parser.parse_args(arguments))
    root, agent = given["out"], given["agent"]
    chosen, is_list, force = (given.pop(name) for name in ("activate", "list", "force"))
    try:
        if is_list:
            sys.stdout.writelines(f"{line}\n" for line in _listed(root, agent))
        elif chosen is not None:
            made = activate(root, agent, chosen, force=force)
            sys.stdout.write(f"{agent} speaks with {made.version} from now on\n")
        else:
            _train(given)
    except ValidationError as error:
        parser.error("; ".join(_option_errors(error)))
    except (TrainingError, AdapterError) as error:
        sys.stderr.write(f"training: {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("training: interrupted; the same command goes on from here\n")
        return 130
    return 0


def _train(given: dict[str, object]) -> None:
    options = TrainingOptions.model_validate(
        {name: value for name, value in given.items() if value is not None}
    )
    # Imported here because it brings torch and transformers, which --list and --activate, and a
    # mistyped option, should not wait for.
    from gpu_worker.training.train import train  # noqa: PLC0415

    made = train(options)
    sys.stderr.write(f"{made.folder}\nto use it: --activate {made.version}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m gpu_worker.training", usage=_USAGE)
    for name, field in TrainingOptions.model_fields.items():
        default = "" if field.default is None or field.is_required() else f" ({field.default})"
        parser.add_argument(
            f"--{name.replace('_', '-')}",
            required=name in {"agent", "out"},
            type=Path if name == "out" else str,
            help=f"{field.description}{default}",
        )
    parser.add_argument("--list", action="store_true", help="list the agent's versions")
    parser.add_argument("--activate", metavar="VERSION", help="let the agent speak with it")
    parser.add_argument("--force", action="store_true", help="activate one that is not better")
    return parser


def _listed(root: Path, agent: str) -> list[str]:
    in_use = active_version(root, agent)
    found = versions(root, agent)
    if not found:
        return [f"{agent} has no adapter versions in {root}"]
    return [
        f"{'*' if in_use and each.version == in_use.version else ' '} {each.version}"
        f"  {_figures(each)}"
        for each in found
    ]


def _figures(version: AdapterVersion) -> str:
    try:
        record = TrainingRecord.model_validate_json((version.folder / RECORD).read_bytes())
    except (OSError, ValidationError):
        return "no record of its training"
    before, after = record.metrics.before, record.metrics.after
    f1 = "" if after.f1 is None or before.f1 is None else f", F1 {before.f1:.2f} → {after.f1:.2f}"
    return (
        f"{record.base.name}, {record.data.trained} examples, "
        f"held-out loss {before.loss:.4f} → {after.loss:.4f}{f1}"
    )


def _option_errors(error: ValidationError) -> list[str]:
    return [
        f"--{str(item['loc'][0]).replace('_', '-')}: {item['msg'].lower()}"
        for item in error.errors(include_input=False, include_url=False)
    ]


if __name__ == "__main__":
    configure_logs("gpu_worker", "INFO")
    raise SystemExit(main())
