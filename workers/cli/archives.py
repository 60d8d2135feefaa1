"""``otvet export`` and ``otvet import``: a site into a file, and a file into a site."""

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import IsolationLevel

from shared.contracts.site_archive import ArchivedFile, Manifest
from shared.domain.audit import AuditAction
from shared.kernel.clock import utc_now
from shared.kernel.ids import new_site_key, uuid7
from shared.storage.audit import Value, record
from shared.storage.site_archive import unread_documents
from shared.storage.site_settings import SiteRow, insert_site, is_key_taken, site_row
from workers.cli.archive_file import Archive, read_archive, write_archive
from workers.cli.context import COMMAND_LINE, Context, Link
from workers.cli.errors import Refused, Status
from workers.cli.indexing import await_indexed
from workers.cli.site_export import site_archive
from workers.cli.site_import import SiteImport
from workers.cli.sites import owners, script_tag, site_of_key


def add(commands: Any) -> None:  # noqa: ANN401 (argparse keeps the class to itself)
    """Declare the commands."""
    out: ArgumentParser = commands.add_parser(
        "export", help="write a site with its agents and knowledge to a file"
    )
    out.add_argument("--site", required=True, metavar="KEY")
    out.add_argument("--out", required=True, type=Path, metavar="FILE.zip")
    out.add_argument(
        "--without-visitors-words",
        action="store_true",
        help="leave out corrections, and test cases that are of a conversation",
    )
    out.set_defaults(run=export_site)
    come: ArgumentParser = commands.add_parser("import", help="bring such a file into a site")
    come.add_argument("file", type=Path, metavar="FILE.zip")
    where = come.add_mutually_exclusive_group(required=True)
    where.add_argument("--site", metavar="KEY", help="a site that is there")
    where.add_argument("--new", action="store_true", help="make a site of it")
    come.add_argument(
        "--administrator", action="append", metavar="EMAIL", help="whose the new site is"
    )
    come.add_argument(
        "--without-settings", action="store_true", help="leave the site's own settings as they are"
    )
    come.add_argument(
        "--wait", type=float, default=0.0, metavar="SECONDS", help="until its documents are found"
    )
    come.set_defaults(run=import_site)


async def export_site(context: Context, options: Namespace) -> Status:
    """Write a site to a file.

    Raises:
        Refused: there is no such site, or the file cannot be written.
    """
    with_words = not options.without_visitors_words
    async with context.database() as connection:
        await connection.set_isolation_level(IsolationLevel.REPEATABLE_READ)  # one moment of all
        async with connection.transaction():
            row = await site_of_key(connection, options.site)
            archive = await site_archive(connection, row, visitors_words=with_words)
            unread = await unread_documents(connection, row.id)
            now = utc_now()

            def manifest(files: dict[str, ArchivedFile]) -> Manifest:
                return _manifest(row, now, archive, unread, files)

            write_archive(options.out, archive, manifest)
            entry = context.entry(
                AuditAction.SITE_EXPORTED, [row.id], str(row.id), name=row.name,
                after={**archive.counts()},
            )  # fmt: skip
            await record(connection, entry)
    for name in unread:
        context.warn(f"{name} is not in it: its file was not read")
    context.say(f"{options.out}: {_told(archive.counts())} of {row.name}")
    if archive.corrections or any(one.conversation_id for one in archive.cases):
        context.say("It quotes visitors (--without-visitors-words leaves that out): keep it safe.")
    return Status.DONE


async def import_site(context: Context, options: Namespace) -> Status:
    """Bring a file into a site, all of it or nothing.

    Raises:
        Refused: the file is wrong, there is no such site, or something does not fit.
    """
    manifest, archive = read_archive(options.file)
    settings = context.settings()
    try:
        async with context.database() as connection, connection.transaction():
            row = await _target(connection, options, manifest, archive)
            work = SiteImport(
                connection,
                row,
                archive,
                by_name=f"{COMMAND_LINE}{context.login}",
                keep_versions=settings.document_versions,
                is_same=manifest.site_id == row.id,
            )
            await work.run(settings=options.new or not options.without_settings)
            counts: dict[str, Value] = {**work.changed}
            if options.new or counts:
                entry = context.entry(
                    AuditAction.SITE_IMPORTED, [row.id], str(row.id), name=row.name, after=counts
                )
                await record(connection, entry)
    except psycopg.errors.IntegrityError as error:
        raise Refused(
            f"{options.file}: does not fit together: {error.diag.message_primary}"
        ) from error
    if options.new or work.changed:
        context.tell_site_changed(row.id)
    context.say(f"{row.site_key}: {_told(work.changed) or 'nothing'} written")
    for what, count in work.skipped.items():
        context.say(f"{count} {what} left out: the conversations that they quote are not here")
    if work.unmet:
        context.say(f"{work.unmet} cases expect documents that are not here")
    if options.new:
        context.say(script_tag(context, row))
    if options.wait:
        return await await_indexed(context, work.documents, options.wait)
    return Status.DONE


async def _target(
    connection: Link, options: Namespace, manifest: Manifest, archive: Archive
) -> SiteRow:
    if not options.new:
        site_id = (await site_of_key(connection, options.site)).id
    else:
        site_id, site = uuid7(), archive.site
        # Pages that name the key go on working when a site moves to another installation.
        is_taken = await is_key_taken(connection, manifest.site_key)
        await insert_site(
            connection,
            site_id=site_id,
            site_key=new_site_key() if is_taken else manifest.site_key,
            name=site.name,
            locale=site.locale,
            origins=[],  # with the other settings, by which wildcards may be among them
            operators=await owners(connection, options.administrator),
        )
    row = await site_row(connection, site_id, for_change=True)
    if row is None:
        raise Refused("the site was deleted meanwhile")
    return row


def _manifest(
    row: SiteRow,
    now: datetime,
    archive: Archive,
    unread: list[str],
    files: dict[str, ArchivedFile],
) -> Manifest:
    quotes = bool(archive.corrections) or any(one.conversation_id for one in archive.cases)
    return Manifest(
        made_at=now,
        site_id=row.id,
        site_key=row.site_key,
        site_name=row.name,
        visitors_words=quotes,
        unread_documents=tuple(unread),
        files=files,
    )


def _told(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count)
