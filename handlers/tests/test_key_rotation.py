"""Another ``SECRET_KEY``, with the one before beside it, ends nobody's session."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection

from handlers.reseal import reseal_all
from handlers.tests.app import as_console, as_operator, code_of, first_step, granted, set_up
from handlers.tests.conftest import Place
from handlers.tests.door import SECRET, Door
from shared.auth.sealing import SECOND_FACTOR, Sealer
from shared.kernel.ids import uuid7
from shared.storage.pool import build_database
from shared.storage.two_factor import sealed_secrets
from shared.tests.rows import new_operator
from tests.fixtures import MakeSettings

pytestmark = pytest.mark.services

NEW = "another-key-Zq3f8K1mT9xW2vB7nR4c-Lw"


@pytest.fixture
def rotated(services_folder: Path, stores_settings: dict[str, str]) -> Iterator[Door]:
    """A process that has the new key, and the one before."""
    keys = {"SECRET_KEY": NEW, "SECRET_KEY_PREVIOUS": SECRET}
    with closing(Door(services_folder / "rotated.log", stores_settings | keys)) as opened:
        yield opened


def test_visitors_and_operators_go_on_and_their_codes_too(
    door: Door, rotated: Door, shop: Place, connection: Connection[Any]
) -> None:
    email = f"{uuid7()}@shop.example"
    new_operator(connection, shop.id, email=email, role="operator")
    visitor = door.open_session(shop.key)["token"]
    operator = door.sign_in(email)
    secret, _ = set_up(door, operator.token)

    conversation = "/api/v1/visitor/conversation"
    assert rotated.request("GET", conversation, token=visitor).status_code == 200
    assert as_operator(rotated, operator.token, "GET", "/auth/me").json()["email"] == email
    ticket = first_step(rotated, email)["ticket"]
    signed_in = granted(
        as_console(rotated, "two-factor", {"ticket": ticket, "code": code_of(secret)})
    )
    # What the new process has issued, one with the key before alone does not know.
    assert as_operator(rotated, signed_in.token, "GET", "/auth/me").status_code == 200
    assert as_operator(door, signed_in.token, "GET", "/auth/me").status_code == 401


async def test_second_factors_are_sealed_anew_once(
    connection: Connection[Any], shop: Place, make_settings: MakeSettings, database_url: str
) -> None:
    old, new = Sealer(SECRET, SECOND_FACTOR), Sealer(NEW, SECOND_FACTOR)
    both = Sealer(NEW, SECOND_FACTOR, SECRET)
    kept, lost = (
        new_operator(connection, shop.id, email=f"{uuid7()}@shop.example") for _ in range(2)
    )
    fill = "UPDATE operators SET totp_secret = %s, totp_pending = %s, totp_at = %s WHERE id = %s"
    now = datetime.now(UTC)
    pending = old.seal(str(kept), "NEXT")
    connection.execute(fill, (old.seal(str(kept), "SECRET"), pending, now, kept))
    connection.execute(fill, (Sealer("x" * 40, "x").seal("?", "?"), None, now, lost))
    async with build_database(make_settings(database_url=database_url), size=1) as database:
        first = await reseal_all(database, both)
        again = await reseal_all(database, both)
        async with database.connection() as opened:
            found = [sealed for owner, sealed in await sealed_secrets(opened) if owner == kept]
    assert {new.open(str(kept), sealed) for sealed in found} == {"SECRET", "NEXT"}
    # Other tests' operators may have theirs; none is sealed anew twice, and what is lost stays.
    assert first[0] >= 2
    assert again == (0, first[0] + first[1], first[2])
    assert first[2] >= 1
    connection.execute("DELETE FROM operators WHERE id = ANY(%s)", ([kept, lost],))
