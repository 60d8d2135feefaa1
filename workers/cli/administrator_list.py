"""``otvet administrator list``: who they are, and whether they can sign in."""

from argparse import Namespace
from datetime import datetime

from shared.storage.site_settings import all_sites
from shared.storage.staff import Person, list_administrators
from workers.cli.context import Context
from workers.cli.errors import Status
from workers.cli.tables import table


async def list_them(context: Context, _options: Namespace) -> Status:
    """List the administrators."""
    async with context.database() as connection:
        people = await list_administrators(connection)
        names = {site.id: site.name for site in await all_sites(connection)}
    rows = [
        (
            person.email,
            person.name,
            _state(person),
            "yes" if person.two_factor_at else "no",
            _day(person.seen_at),
            ", ".join(sorted(names[one] for one in person.sites if one in names)) or "–",
        )
        for person in people
    ]
    head = ("e-mail", "name", "state", "two-factor", "seen", "sites")
    context.say("\n".join(table(head, rows)))
    return Status.DONE


def _state(person: Person) -> str:
    if person.disabled_at:
        return "disabled"
    return "active" if person.has_password else "no password"


def _day(moment: datetime | None) -> str:
    return "never" if moment is None else moment.date().isoformat()
