"""An agent's policy stays within what calibrations measure; the table says so itself."""

from pathlib import Path
from typing import Any

import pytest
from psycopg import AsyncConnection, Connection
from psycopg.errors import CheckViolation

from shared.domain.policy import LEAST_WRONG, MOST_WRONG
from shared.storage.agents import agent_for_change, list_agents, set_wrong_share
from shared.storage.sites import site_by_id
from shared.tests.rows import new_site

pytestmark = pytest.mark.services

_MIGRATIONS = Path(__file__).parents[1] / "storage/migrations"


@pytest.mark.parametrize("share", [LEAST_WRONG, 0.03, MOST_WRONG, None])
async def test_a_policy_is_kept_and_read_with_the_site(
    database_url: str, connection: Connection[Any], share: float | None
) -> None:
    site_id = new_site(connection)
    async with await AsyncConnection.connect(database_url) as opened:
        await set_wrong_share(opened, site_id, "network", share)
        held = await agent_for_change(opened, site_id, "network")
        assert held
        assert held.wrong_share == share
        site = await site_by_id(opened, site_id)
        assert site
        assert {one.slug: one.wrong_share for one in site.agents} == {
            "network": share,
            "access": None,
        }


@pytest.mark.parametrize("share", [0.0, LEAST_WRONG - 1e-6, MOST_WRONG + 1e-6, float("nan")])
def test_a_share_that_no_calibration_measures_is_not_stored(
    connection: Connection[Any], share: float
) -> None:
    site_id = new_site(connection)
    with pytest.raises(CheckViolation):
        connection.execute(
            "UPDATE agents SET wrong_share = %s WHERE site_id = %s", (share, site_id)
        )


async def test_agents_that_do_not_answer_are_listed_only_when_asked_for_and_may_be_changed(
    database_url: str, connection: Connection[Any]
) -> None:
    site_id, other = new_site(connection), new_site(connection)
    connection.execute(
        "UPDATE agents SET enabled = false WHERE slug = 'access' AND site_id = %s", (site_id,)
    )
    connection.execute("UPDATE sites SET disabled_at = now() WHERE id = %s", (other,))
    async with await AsyncConnection.connect(database_url) as opened:
        listed = await list_agents(opened, [site_id, other])
        assert [(row.site_id, row.slug) for row in listed] == [(site_id, "network")]
        every = await list_agents(opened, [site_id, other], also_off=True)
        assert [(row.slug, row.enabled) for row in every] == [("network", True), ("access", False)]
        assert await agent_for_change(opened, site_id, "access") is not None
        assert await agent_for_change(opened, other, "network") is None


async def test_the_column_goes_and_comes_back(database_url: str) -> None:
    async with await AsyncConnection.connect(database_url) as opened:
        for name in ("0005_agent_policies.rollback.sql", "0005_agent_policies.sql"):
            await opened.execute((_MIGRATIONS / name).read_bytes())
        await opened.rollback()
