"""What everything that changes agents asks for and says."""

from uuid import UUID

from redis.asyncio import Redis

from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from handlers.services.site_news import tell_site_changed
from handlers.services.writing import WritingService
from shared.contracts.agents import AgentFields
from shared.kernel.errors import ErrorCode, InvalidInput, NotFound
from shared.observability.logs import get_logger
from shared.storage.agent_settings import AgentSettingsRow


class AgentChanges:
    """Tells of changes, and knows which adapters may be chosen."""

    def __init__(self, redis: Redis, directory: SiteDirectory, writing: WritingService) -> None:
        """Compose it."""
        self._redis = redis
        self._directory = directory
        self._writing = writing

    async def check_adapter(self, fields: AgentFields, slug: str, kept: str | None) -> None:
        """Return if the adapter may be chosen: it is there, or it is the one that was kept.

        Raises:
            InvalidInput: no worker that runs a model has it.
        """
        if not fields.adapter or fields.adapter == kept:
            return
        (options,) = (await self._writing.options([slug])).adapters
        if fields.adapter not in {option.version for option in options.versions}:
            raise InvalidInput(ErrorCode.ADAPTER_UNKNOWN)

    async def tell(self, site_id: UUID, slug: str, event: str) -> None:
        """Have every process read the site again."""
        get_logger().info(event, site_id=str(site_id), agent=slug)
        self._directory.forget(site_id)
        await tell_site_changed(self._redis, site_id)


def require_own(operator: OperatorCaller, site_id: UUID) -> None:
    """Let only operators of the site pass.

    Raises:
        NotFound: it is none of this operator's business.
    """
    if site_id not in operator.sites:
        raise NotFound(ErrorCode.NOT_FOUND)


def there(row: AgentSettingsRow | None) -> AgentSettingsRow:
    """Return an agent that is there.

    Raises:
        NotFound: it is not.
    """
    if row is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    return row


def called(row: AgentSettingsRow) -> str:
    """Return what an agent is called, for the audit log."""
    return next(iter(row.name.values()), row.slug)
