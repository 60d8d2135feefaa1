"""Tells the other processes that a site has changed, and consoles that its knowledge has."""

from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import RedisError

from shared.contracts.cases import CasesRan
from shared.observability.logs import get_logger
from shared.realtime.events import Fact
from shared.storage.keys import (
    ERASED_CHANNEL,
    KNOWLEDGE_NEWS,
    SITE_CHANGED_CHANNEL,
    inbox_channel,
)


async def tell_site_changed(redis: Redis, site_id: UUID) -> None:
    """Have every handler read a site again."""
    try:
        await redis.publish(SITE_CHANGED_CHANNEL, str(site_id))
    except RedisError as error:
        # It is kept; the others find it by themselves, some seconds later.
        get_logger().warning("site.change_not_told", error=type(error).__name__)


async def tell_visitors_out(redis: Redis, site_id: UUID) -> None:
    """Have every handler close the sockets of a site's visitors."""
    try:
        await redis.publish(ERASED_CHANNEL, f"visitors:{site_id}")
    except RedisError as error:
        # What they send is refused from then on that the site is read again.
        get_logger().warning("site.sockets_left", error=type(error).__name__)


async def tell_knowledge_changed(redis: Redis, site_id: UUID) -> None:
    """Have every console ask for a site's documents and places again."""
    try:
        await redis.publish(inbox_channel(site_id), KNOWLEDGE_NEWS)
    except RedisError as error:
        # They ask by themselves, now and then.
        get_logger().warning("knowledge.not_told", error=type(error).__name__)


async def tell_cases_ran(redis: Redis, news: CasesRan) -> None:
    """Tell every console of a site how far a run of its cases is."""
    told = f'{{"event":"{Fact.CASES_RAN}","data":{news.model_dump_json()}}}'
    try:
        await redis.publish(inbox_channel(news.site_id), told)
    except (RedisError, OSError) as error:
        # They ask by themselves while a run is under way.
        get_logger().warning("cases.not_told", error=type(error).__name__)
