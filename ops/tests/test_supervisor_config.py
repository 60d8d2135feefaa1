"""What we write is what supervisord reads, odd characters included."""

import shlex
from pathlib import Path
from signal import Signals

from supervisor.options import ServerOptions

from ops.embedded.layout import Layout
from ops.embedded.programs import Group, Program
from ops.embedded.supervisor_config import render

_ODD = "100% ;of # \"quoted\" 'text' \\ back"


def _program(name: str, group: Group, *command: str) -> Program:
    return Program(
        name=name,
        group=group,
        command=command,
        ready=lambda: True,
        where="nowhere",
        environment={"PORT": "8080", "HOST": "127.0.0.1"},
        stop_signal=Signals.SIGINT,
    )


def _read_by_supervisord(layout: Layout, *programs: Program) -> ServerOptions:
    layout.prepare()
    path = layout.run / "supervisord.conf"
    path.write_text(render(layout, programs), encoding="utf-8")
    options = ServerOptions()
    options.realize(args=["-c", str(path)])
    return options


def test_commands_and_environment_come_through_unchanged(tmp_path: Path) -> None:
    odd = _program("postgres", Group.STORES, "/bin/echo", _ODD)
    options = _read_by_supervisord(Layout(tmp_path / "a b"), odd)
    (group,) = options.process_group_configs
    (program,) = group.process_configs
    assert shlex.split(program.command) == ["/bin/echo", _ODD]
    assert dict(program.environment) == {"PORT": "8080", "HOST": "127.0.0.1"}
    assert program.stopsignal == Signals.SIGINT
    assert program.autorestart
    assert not program.autostart


def test_groups_stop_from_the_front_door_to_the_stores(tmp_path: Path) -> None:
    options = _read_by_supervisord(
        Layout(tmp_path / "data"),
        _program("redis", Group.STORES, "/bin/true"),
        _program("results", Group.WORKERS, "/bin/true"),
        _program("tasks", Group.WORKERS, "/bin/true"),
        _program("gpu_worker", Group.GPU_WORKER, "/bin/true"),
        _program("handlers", Group.HANDLERS, "/bin/true"),
    )
    ordered = [group.name for group in sorted(options.process_group_configs)]
    assert ordered == ["stores", "workers", "gpu_worker", "handlers"]
