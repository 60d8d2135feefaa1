"""An archive into a site: what is in it is there afterwards, and what is not in it stays.

Only what differs is written, so that the same archive again changes nothing, makes no version of a
document, and sends nothing to be indexed.
"""

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import UUID

from pydantic import ValidationError

from shared.auth.origin_rules import OriginRules
from shared.contracts.agents import MOST_AGENTS
from shared.contracts.cases import CasePut
from shared.contracts.inbox import MOST_LABELS
from shared.contracts.site_archive import ArchivedAgent, ArchivedCase, ArchivedSite
from shared.contracts.sites import SitePatch
from shared.domain.cases import MOST_CASES
from shared.domain.error_sentences import error_sentence
from shared.domain.replies import MOST_REPLIES
from shared.domain.versions import Made
from shared.domain.words import Locale
from shared.kernel.clock import utc_now
from shared.kernel.errors import InvalidInput
from shared.kernel.ids import derived_id, uuid7
from shared.storage.agent_settings import (
    hold_order,
    insert_agent,
    list_agent_settings,
    order_agents,
    switch_agent,
    update_agent,
)
from shared.storage.agent_words import words_of
from shared.storage.agents import set_wrong_share
from shared.storage.cases import CaseRow, NewCase, count_cases, list_cases
from shared.storage.document_versions import share_document
from shared.storage.fit_cases import fit_case, is_kept, keep_case
from shared.storage.labels import LabelRow, add_label, change_label, count_labels, list_labels
from shared.storage.put_documents import NewDocument, put_document
from shared.storage.replies import Owner, count_replies, list_replies, put_reply
from shared.storage.site_archive import (
    document_ids,
    has_conversation,
    put_archived_correction,
    read_corrections,
    read_documents,
)
from shared.storage.site_patch import patched_row
from shared.storage.site_settings import SiteRow, update_site
from workers.cli.archive_file import Archive
from workers.cli.context import Link
from workers.cli.errors import Refused
from workers.cli.site_export import archived_agent, archived_site

_ALL = 1_000_000
_NOBODY = derived_id("nobody")


@dataclass(slots=True)
class SiteImport:
    """Brings one archive into one site, in the transaction of ``connection``.

    ``is_same`` says that the archive is of this very site, so that ids in it are its own.
    """

    connection: Link
    row: SiteRow
    archive: Archive
    by_name: str
    keep_versions: int
    is_same: bool
    changed: Counter[str] = field(default_factory=Counter)
    """How many things of each kind were written."""
    skipped: Counter[str] = field(default_factory=Counter)
    """How many could not be, for the conversation that they are about is not here."""
    documents: list[UUID] = field(default_factory=list)
    """Those that were written."""
    unmet: int = 0
    """How many cases expect a document that is not here."""

    async def run(self, *, settings: bool) -> None:
        """Write what differs; without ``settings`` the site's own stay.

        Raises:
            Refused: something does not fit, or the site would have more than a site may have.
            InvalidInput: an origin cannot be used.
        """
        if settings:
            await self._settings(self.archive.site)
        await self._agents()
        await self._documents()
        await self._replies()
        await self._labels()
        await self._cases()
        await self._corrections()

    async def _settings(self, site: ArchivedSite) -> None:
        if site == archived_site(self.row):
            return
        patch = SitePatch(**{name: getattr(site, name) for name in ArchivedSite.model_fields})
        await update_site(self.connection, patched_row(self.row, patch, OriginRules(), utc_now()))
        self.changed["settings"] += 1

    async def _agents(self) -> None:
        order = await hold_order(self.connection, self.row.id)
        if order is None:
            raise Refused("the site is switched off: 'otvet site enable' comes first")
        there = {
            row.slug: archived_agent(row)
            for row in await list_agent_settings(self.connection, self.row.id)
        }
        for agent in self.archive.agents:
            if agent != there.get(agent.slug):
                await self._agent(agent, there.get(agent.slug))
                self.changed["agents"] += 1
        wanted = [agent.slug for agent in self.archive.agents]
        wanted += [slug for slug in order if slug not in set(wanted)]
        if len(wanted) > MOST_AGENTS:
            raise Refused(f"the site would have more than {MOST_AGENTS} agents")
        if wanted != [*order, *(slug for slug in wanted if slug not in set(order))]:
            await order_agents(self.connection, self.row.id, wanted)

    async def _agent(self, agent: ArchivedAgent, was: ArchivedAgent | None) -> None:
        site_id, words = self.row.id, words_of(agent)
        if was is None:
            await insert_agent(
                self.connection,
                site_id,
                agent.slug,
                words,
                enabled=agent.enabled,
                wrong_share=agent.wrong_share,
            )
            return
        if words != words_of(was):
            await update_agent(self.connection, site_id, agent.slug, words)
        if agent.enabled != was.enabled:
            await switch_agent(self.connection, site_id, agent.slug, enabled=agent.enabled)
        if agent.wrong_share != was.wrong_share:
            await set_wrong_share(self.connection, site_id, agent.slug, agent.wrong_share)

    async def _documents(self) -> None:
        there = {
            (one.agent, one.name): one for one in await read_documents(self.connection, self.row.id)
        }
        for document in self.archive.documents:
            if document == there.get((document.agent, document.name)):
                continue
            new = NewDocument(
                document.agent,
                document.name,
                document.text,
                url=document.url,
                kind=document.kind,
                how=Made.COPY,
                author=self.by_name,
            )
            kept = await put_document(self.connection, self.row.id, new, self.keep_versions)
            await share_document(
                self.connection, kept.id, [self.row.id], is_shared=document.is_shared
            )
            self.documents.append(kept.id)
            self.changed["documents"] += 1

    async def _replies(self) -> None:
        owner = Owner(site_id=self.row.id)
        found = await list_replies(self.connection, [self.row.id], _NOBODY, None, _ALL)
        there = {one.shortcut.lower(): one for one in found}
        for reply in self.archive.replies:
            was = there.get(reply.shortcut.lower())
            if was and reply.model_dump() == was.model_dump(include=set(reply.model_fields_set)):
                continue
            await put_reply(self.connection, owner, was.id if was else uuid7(), reply)
            self.changed["replies"] += 1
        await self._refuse_many(
            "replies", lambda: count_replies(self.connection, owner), MOST_REPLIES
        )

    async def _labels(self) -> None:
        site_id = self.row.id
        there = {one.name.lower(): one for one in await list_labels(self.connection, [site_id])}
        for label in self.archive.labels:
            was = there.get(label.name.lower())
            if was and (was.name, was.colour) == (label.name, label.colour):
                continue
            new = LabelRow(was.id if was else uuid7(), site_id, label.name, label.colour)
            await (change_label if was else add_label)(self.connection, new)
            self.changed["labels"] += 1
        await self._refuse_many(
            "labels", lambda: count_labels(self.connection, site_id), MOST_LABELS
        )

    async def _cases(self) -> None:
        documents = await document_ids(self.connection, self.row.id)
        there = {one.id: one for one in await list_cases(self.connection, self.row.id)}
        for case in self.archive.cases:
            if not await self._has(case):
                self.skipped["cases"] += 1
                continue
            # Another site's case of the same id stays what it is.
            own = case.id if self.is_same else derived_id(self.row.id, case.id)
            ref = case.document
            expected = documents.get((ref.agent, ref.name)) if ref else None
            if ref and expected is None:
                self.unmet += 1
            # One that is not here stays expected: that it is missed is what the case tells.
            wanted = case.model_copy(
                update={"id": own, "document_id": expected or case.document_id}
            )
            was = there.get(own)
            new = _new_case(wanted, was, self.row, self.by_name)
            if was and is_kept(new, was):
                continue
            if not await keep_case(self.connection, new, was):
                raise Refused(f"cases.jsonl: {own} is another site's")
            self.changed["cases"] += 1
        await self._refuse_many(
            "cases", lambda: count_cases(self.connection, self.row.id), MOST_CASES
        )

    async def _has(self, case: ArchivedCase) -> bool:
        if case.conversation_id is None:
            return True
        return await has_conversation(self.connection, self.row.id, case.conversation_id)

    async def _corrections(self) -> None:
        there = {
            one.message_id: one for one in await read_corrections(self.connection, self.row.id)
        }
        for one in self.archive.corrections:
            if one == there.get(one.message_id):
                continue
            is_kept = await put_archived_correction(self.connection, self.row.id, one, self.by_name)
            (self.changed if is_kept else self.skipped)["corrections"] += 1

    async def _refuse_many(self, what: str, count: Callable[[], Awaitable[int]], most: int) -> None:
        if self.changed[what] and await count() > most:
            raise Refused(f"the site would have more than {most} {what}")


def _new_case(case: ArchivedCase, was: CaseRow | None, row: SiteRow, by_name: str) -> NewCase:
    """Return a case as it is kept.

    It is one that the console would take, but for an agent or a document that is not here.

    Raises:
        Refused: it is none.
    """
    fields = case.model_dump(mode="json", exclude={"id", "document"})
    try:
        put = CasePut.model_validate(fields)
        new = NewCase(
            id=case.id,
            site_id=row.id,
            conversation_id=put.conversation_id,
            question=put.question,
            history=[said.model_dump(mode="json") for said in put.history],
            agent=put.agent,
            action=put.action,
            document_id=put.document_id,
            contains=put.contains,
            note=put.note,
            by=None,
            by_name=by_name,
        )
        return fit_case(new, was)
    except ValidationError as error:
        raise Refused(f"cases.jsonl: {case.id}: {error.errors()[0]['msg']}") from None
    except InvalidInput as error:
        told = error_sentence(error.code, Locale.EN)
        raise Refused(f"cases.jsonl: {case.id}: {told}") from None
