"""The proof with podman starts what compose.yaml has in the order that it asks for."""

from ops.docker.proof.stack import Stack


def test_everything_is_started_once_and_after_what_it_waits_for() -> None:
    stack = Stack("unit", 8080, {"handlers": 2})
    levels = list(stack.levels())
    flat = [name for level in levels for name in level]
    assert sorted(flat) == sorted(stack.services)
    for number, level in enumerate(levels):
        before = {name for one in levels[:number] for name in one}
        assert all(stack.services[name].depends_on.keys() <= before for name in level)


def test_of_those_that_are_scaled_each_is_named() -> None:
    stack = Stack("unit", 8080, {"handlers": 2})
    assert stack.containers("handlers") == ["unit_handlers_1", "unit_handlers_2"]
    assert stack.containers("beat") == ["unit_beat_1"]


def test_what_has_no_stand_in_is_known_by_name() -> None:
    left = Stack("unit", 8080, {}).left_out
    assert left == ["alloy", "backup", "dcgm_exporter", "gpu_worker_cuda", "grafana", "loki"]
