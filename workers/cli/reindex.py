"""``otvet reindex``: documents go to the index again, as after a lost Chroma.

They become due in PostgreSQL; beat sends what is due to the queue ``ingestion``, a few at a time,
and what is in the index stays there until its like takes its place. So running conversations go on.
"""

from argparse import ArgumentParser, Namespace
from typing import Any

from shared.domain.audit import AuditAction
from shared.storage.agent_settings import agent_settings
from shared.storage.audit import record
from shared.storage.reindexing import index_again, under_way
from shared.storage.site_settings import all_sites
from workers.cli.context import Context
from workers.cli.errors import Refused, Status
from workers.cli.indexing import await_indexed
from workers.cli.sites import site_of_key


def add(commands: Any) -> None:  # noqa: ANN401 (argparse keeps the class to itself)
    """Declare the command."""
    parser: ArgumentParser = commands.add_parser(
        "reindex", help="send documents to the index again"
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--site", metavar="KEY")
    which.add_argument("--all", action="store_true", help="of every site")
    parser.add_argument("--agent", metavar="SLUG", help="of this agent alone")
    parser.add_argument(
        "--wait", type=float, default=0.0, metavar="SECONDS", help="until they are found, so long"
    )
    parser.set_defaults(run=run)


async def run(context: Context, options: Namespace) -> Status:
    """Make documents due, and wait if asked.

    Raises:
        Refused: there is no such site, or none of the sites has such an agent.
    """
    async with context.database() as connection, connection.transaction():
        rows = (
            await all_sites(connection)
            if options.all
            else [await site_of_key(connection, options.site)]
        )
        if options.agent is not None:
            rows = [row for row in rows if await agent_settings(connection, row.id, options.agent)]
            if not rows:
                raise Refused(f"there is no agent {options.agent}")
        sites = [row.id for row in rows]
        counts = await index_again(connection, sites, options.agent)
        # What waits already is waited for as well; what could not be read before is not.
        documents = await under_way(connection, sites, options.agent)
        for row in rows:
            if counts.get(row.id):
                entry = context.entry(
                    AuditAction.DOCUMENTS_REINDEXED,
                    [row.id],
                    str(row.id),
                    name=row.name,
                    after={"agent": options.agent, "count": counts[row.id]},
                )
                await record(connection, entry)
    context.say(f"{sum(counts.values())} documents are sent to the index again")
    if options.wait:
        return await await_indexed(context, documents, options.wait)
    return Status.DONE
