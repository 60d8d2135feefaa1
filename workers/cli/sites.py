"""``otvet site``: sites made, shown and switched from a shell, by the rules of the console."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from shared.auth.origin_rules import OriginRules
from shared.contracts.agents import AgentCreate
from shared.contracts.sites import SiteCreate
from shared.domain.audit import AuditAction
from shared.domain.words import Locale, Role
from shared.kernel.clock import utc_now
from shared.kernel.ids import new_site_key, uuid7
from shared.storage.agent_settings import insert_agent, list_agent_settings
from shared.storage.agent_words import words_of
from shared.storage.audit import Value, record
from shared.storage.site_settings import (
    SiteRow,
    all_sites,
    insert_site,
    site_row,
    site_row_by_key,
    update_site,
)
from shared.storage.site_texts import audited
from shared.storage.staff import list_administrators, person_by_email
from workers.cli.context import Context, Link
from workers.cli.errors import Refused, Status, WrongUse
from workers.cli.tables import table
from workers.demo import default_agents

_DEFAULT, _NONE = "default", "none"


def add(commands: Any) -> None:  # noqa: ANN401 (argparse keeps the class to itself)
    """Declare the commands."""
    parser: ArgumentParser = commands.add_parser("site", help="make, show, switch sites")
    ways = parser.add_subparsers(metavar="WHAT", required=True)
    making = ways.add_parser("create", help="make a site and print its script tag")
    making.add_argument("--name", required=True)
    making.add_argument(
        "--origin", action="append", required=True, help="as https://example.com; may be repeated"
    )
    making.add_argument("--locale", choices=list(Locale), default=Locale.RU, type=Locale)
    making.add_argument(
        "--agents",
        default=_DEFAULT,
        metavar="default|none|KEY",
        help="those of an IT help desk (default), none, or those of the site with this key",
    )
    making.add_argument(
        "--administrator",
        action="append",
        metavar="EMAIL",
        help="whose site it is; may be repeated; not needed where there is one administrator",
    )
    making.set_defaults(run=create)
    ways.add_parser("list", help="which there are").set_defaults(run=show_all)
    showing = ways.add_parser("show", help="a site, its agents and its script tag")
    showing.add_argument("key")
    showing.set_defaults(run=show)
    for name, is_on in (("disable", False), ("enable", True)):
        switch = ways.add_parser(name, help=f"{name} a site: its widget and its agents")
        switch.add_argument("key")
        switch.set_defaults(run=switch_site, is_on=is_on)


async def create(context: Context, options: Namespace) -> Status:
    """Make a site.

    Raises:
        WrongUse: the name is none, or it is not clear whose site it is.
        InvalidInput: an origin cannot be used.
        Refused: there is no such administrator, or site to take agents from.
    """
    try:
        body = SiteCreate(name=options.name, locale=options.locale, origins=tuple(options.origin))
    except ValidationError as error:
        told = error.errors()[0]
        raise WrongUse(f"--{str(told['loc'][0]).removesuffix('s')}: {told['msg']}") from None
    origins = OriginRules().checked(body.origins, wildcards=False)
    site_id = uuid7()
    async with context.database() as connection, connection.transaction():
        copied = await _source(connection, options.agents)
        await insert_site(
            connection,
            site_id=site_id,
            site_key=new_site_key(),
            name=body.name,
            locale=body.locale,
            origins=origins,
            operators=await owners(connection, options.administrator),
            agents_from=copied,
        )
        if options.agents == _DEFAULT:
            await _add_agents(connection, site_id)
        row = await _found(connection, site_id)
        named: dict[str, Value] = {"name": row.name, "locale": row.locale, "origins": row.origins}
        entry = context.entry(
            AuditAction.SITE_CREATED, [site_id], str(site_id), name=row.name, after=named
        )
        await record(connection, entry)
    context.tell_site_changed(site_id)
    context.say(f"{row.name} has the key {row.site_key}. Put this before </body> of its pages:")
    context.say(script_tag(context, row))
    return Status.DONE


async def show_all(context: Context, _options: Namespace) -> Status:
    """List the sites."""
    async with context.database() as connection:
        rows = await all_sites(connection)
    lines = [
        (row.site_key, row.name, state_of(row), _moment(row.seen_at), " ".join(row.origins))
        for row in rows
    ]
    context.say("\n".join(table(("key", "name", "state", "seen", "origins"), lines)))
    return Status.DONE


async def show(context: Context, options: Namespace) -> Status:
    """Show a site.

    Raises:
        Refused: there is none with this key.
    """
    async with context.database() as connection:
        row = await site_of_key(connection, options.key)
        agents = await list_agent_settings(connection, row.id)
    for name, value in audited(row).items():
        text = ", ".join(value) if isinstance(value, list) else value
        context.say(f"{name:22} {'–' if text in (None, '') else text}")
    context.say(f"{'seen':22} {_moment(row.seen_at)} {row.seen_origin or ''}".rstrip())
    context.say()
    head = ("agent", "name", "state", "documents")
    lines = [
        (
            agent.slug,
            agent.name.get(row.locale) or next(iter(agent.name.values()), agent.slug),
            "on" if agent.enabled else "off",
            str(agent.documents),
        )
        for agent in agents
    ]
    context.say("\n".join(table(head, lines)))
    context.say()
    context.say(script_tag(context, row))
    return Status.DONE


async def switch_site(context: Context, options: Namespace) -> Status:
    """Switch a site off or on.

    Raises:
        Refused: there is none with this key, or it is so already.
    """
    is_on: bool = options.is_on
    async with context.database() as connection, connection.transaction():
        found = await site_of_key(connection, options.key)
        was = await _found(connection, found.id)
        if (was.disabled_at is None) == is_on:
            raise Refused(f"{was.name} is {state_of(was)} already")
        now = replace(was, disabled_at=None if is_on else utc_now())
        await update_site(connection, now)
        entry = context.entry(
            AuditAction.SITE_CHANGED,
            [was.id],
            str(was.id),
            name=was.name,
            before=audited(was),
            after=audited(now),
        )
        await record(connection, entry)
    context.tell_site_changed(was.id)
    context.say(f"{was.name} is {state_of(now)}")
    return Status.DONE


async def site_of_key(connection: Link, key: str) -> SiteRow:
    """Return the site with a key.

    Raises:
        Refused: there is none.
    """
    row = await site_row_by_key(connection, key)
    if row is None:
        raise Refused(f"there is no site with the key {key}; see 'otvet site list'")
    return row


async def owners(connection: Link, emails: list[str] | None) -> list[UUID]:
    """Return whose site a new one is: those who are named, or the only administrator.

    Where there is none yet, nobody: 'otvet administrator create' takes all sites there are.

    Raises:
        Refused: somebody named is no active administrator.
        WrongUse: there are several, and none is named.
    """
    if emails:
        found = [await person_by_email(connection, email) for email in dict.fromkeys(emails)]
        for email, person in zip(dict.fromkeys(emails), found, strict=True):
            if person is None or person.role is not Role.ADMIN or person.disabled_at:
                raise Refused(f"{email} is no active administrator")
        return [person.id for person in found if person is not None]
    active = [one for one in await list_administrators(connection) if one.disabled_at is None]
    if len(active) > 1:
        raise WrongUse("there is more than one administrator: name whose site it is")
    return [person.id for person in active]


def script_tag(context: Context, row: SiteRow) -> str:
    """Return what the site's pages include."""
    source = f"{context.settings().public_url}/widget.js?site_key={row.site_key}"
    return f'<script src="{source}" async></script>'


def state_of(row: SiteRow) -> str:
    """Return whether a site is on, in a word."""
    return "enabled" if row.disabled_at is None else "disabled"


async def _source(connection: Link, agents: str) -> UUID | None:
    if agents in (_DEFAULT, _NONE):
        return None
    return (await site_of_key(connection, agents)).id


async def _add_agents(connection: Link, site_id: UUID) -> None:
    for agent in default_agents():
        fields = AgentCreate.model_validate(agent)
        await insert_agent(connection, site_id, fields.slug, words_of(fields), enabled=True)


async def _found(connection: Link, site_id: UUID) -> SiteRow:
    row = await site_row(connection, site_id, for_change=True)
    if row is None:
        raise Refused("the site was deleted meanwhile")
    return row


def _moment(at: datetime | None) -> str:
    return "never" if at is None else at.strftime("%Y-%m-%d %H:%M")
