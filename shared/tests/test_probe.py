"""A container's health check says what its process says of itself."""

import pytest

from ops.embedded.ports import free_port
from shared.observability.metrics import start_metrics_server
from shared.observability.probe import main


@pytest.mark.parametrize("healthy", [True, False])
def test_a_process_is_as_well_as_it_says(
    capsys: pytest.CaptureFixture[str], *, healthy: bool
) -> None:
    port = free_port()
    stop = start_metrics_server("127.0.0.1", port, lambda: healthy)
    try:
        assert main([str(port)]) == (0 if healthy else 1)
    finally:
        stop()
    assert ("answers 503" in capsys.readouterr().err) is not healthy


def test_where_nobody_listens_nobody_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(free_port()), "/readyz"]) == 1
    assert "/readyz" in capsys.readouterr().err
