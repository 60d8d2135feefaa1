"""The management API as AWS's own library speaks it, with moto in place of AWS."""

from collections.abc import Iterator

import pytest
from moto.server import ThreadedMotoServer

from handlers.serverless.frames import MOST_BYTES, fitting
from handlers.serverless.management import Busy, ConnectionGone, Management, Refused, _trouble
from ops.embedded.ports import LOOPBACK, free_port
from shared.contracts.polling import VisitorEvent
from tests.fixtures import MakeSettings


@pytest.fixture
def aws() -> Iterator[str]:
    """AWS's interfaces, in this process."""
    server = ThreadedMotoServer(ip_address=LOOPBACK, port=free_port(), verbose=False)
    server.start()
    yield f"http://{server._ip_address}:{server._port}"
    server.stop()


async def test_frames_go_out_as_aws_takes_them_and_a_connection_can_be_closed(
    aws: str, make_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    management = Management(aws, make_settings())
    try:
        await management.post("Abc=", "привет".encode())
        await management.post("Abc=", b"{}")
        found = management._client.get_connection(ConnectionId="Abc=")
        assert found["ResponseMetadata"]["HTTPStatusCode"] == 200
        await management.close("Abc=")
    finally:
        management.shut()


async def test_a_gateway_that_is_away_is_busy(
    make_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    management = Management(f"http://{LOOPBACK}:{free_port()}/live", make_settings())
    try:
        with pytest.raises(Busy):
            await management.post("Abc=", b"{}")
    finally:
        management.shut()


@pytest.mark.parametrize(
    ("status", "kind"),
    [(410, ConnectionGone), (403, Refused), (413, Refused), (429, Busy), (500, Busy), (503, Busy)],
)
def test_what_a_refusal_means_follows_from_its_status(status: int, kind: type[Exception]) -> None:
    response = {"ResponseMetadata": {"HTTPStatusCode": status}, "Error": {"Code": "X"}}
    assert type(_trouble(response)) is kind


def test_a_whole_snapshot_is_cut_to_what_the_gateway_takes_and_another_fact_is_not() -> None:
    messages = [{"seq": number, "text": "я" * 4_000} for number in range(1, 51)]
    data = {"full": True, "has_more": False, "messages": messages}
    frame = fitting(VisitorEvent(event="conversation.snapshot", data=data), "ab:1")
    assert frame is not None
    assert 0 < len(frame) <= MOST_BYTES
    assert b'"has_more":true' in frame
    assert b'"seq":50' in frame
    part = VisitorEvent(event="conversation.snapshot", data=data | {"full": False})
    assert fitting(part, "ab:1") is None, "what came after a cursor must be whole"
    assert fitting(VisitorEvent(event="x", data={"text": "я" * 80_000}), None) is None
