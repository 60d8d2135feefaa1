"""Cases of a site: kept by supervisors, read by all its operators, with what came of them."""

from dataclasses import replace
from uuid import UUID

from pydantic import ValidationError
from redis.asyncio import Redis
from redis.exceptions import RedisError

from handlers.services.access import AccessService
from handlers.services.asking import trial_answer
from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.case_infos import case_info, run_info
from handlers.services.directory import SiteDirectory
from handlers.services.provenance import ProvenanceService
from shared.contracts.cases import Case, CaseList, CasePut, CaseTrace
from shared.contracts.queues import AiResult
from shared.domain.audit import AuditAction
from shared.domain.cases import MOST_CASES
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound
from shared.kernel.text import preview
from shared.observability.logs import get_logger
from shared.storage.audit import Value, record
from shared.storage.case_runs import case_results, made_of_case, newest_runs
from shared.storage.cases import (
    CaseRow,
    NewCase,
    case_for_change,
    count_cases,
    delete_case,
    has_document,
    list_cases,
)
from shared.storage.fit_cases import fit_case, keep_case
from shared.storage.keys import knowledge_key
from shared.storage.pool import AsyncDatabase, AsyncLink, using

_SHOWN_RUNS = 10


class CaseService:
    """Keeps cases; each change of one is in the audit log, without a visitor's words."""

    def __init__(
        self,
        database: AsyncDatabase,
        redis: Redis,
        access: AccessService,
        directory: SiteDirectory,
        provenance: ProvenanceService,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._redis = redis
        self._access = access
        self._directory = directory
        self._provenance = provenance

    async def all(self, operator: OperatorCaller, site_id: UUID) -> CaseList:
        """Return the cases of a site and its last runs.

        Raises:
            NotFound: it is none of the operator's sites.
        """
        own_site(operator, site_id)
        async with using(self._database) as connection:
            rows = await list_cases(connection, site_id)
            results = await case_results(connection, site_id)
            runs = await newest_runs(connection, site_id, _SHOWN_RUNS)
        version = await self._knowledge_version(site_id)
        return CaseList(
            items=tuple(case_info(row, results.get(row.id), version) for row in rows),
            runs=tuple(map(run_info, runs)),
        )

    async def put(
        self, operator: OperatorCaller, site_id: UUID, case_id: UUID, body: CasePut
    ) -> Case:
        """Make or replace a case.

        Raises:
            NotFound: it is none of the operator's sites, the id is another's, or there is no such
                conversation.
            InvalidInput: an empty question, an agent or a document that the site does not have, or
                a visitor's words that are to outlive their conversation.
            Conflict: there are too many.
        """
        own_site(operator, site_id)
        if body.conversation_id is not None:
            there = await self._access.site_of(operator, body.conversation_id)
            if there != site_id:
                raise NotFound(ErrorCode.CONVERSATION_NOT_FOUND)
        new = NewCase(
            id=case_id,
            site_id=site_id,
            conversation_id=body.conversation_id,
            question=body.question,
            history=[said.model_dump(mode="json") for said in body.history],
            agent=body.agent,
            action=body.action,
            document_id=body.document_id,
            contains=body.contains,
            note=body.note,
            by=operator.operator_id,
            by_name=operator.name,
        )
        async with using(self._database) as connection, connection.transaction():
            known = await case_for_change(connection, site_id, case_id)
            if known is None and await count_cases(connection, site_id) >= MOST_CASES:
                raise Conflict(ErrorCode.TOO_MANY)
            new = fit_case(new, known)
            await self._check_expected(connection, known, new)
            if not await keep_case(connection, new, known):
                raise NotFound(ErrorCode.NOT_FOUND)
            (kept,) = await list_cases(connection, site_id, [case_id])
            results = await case_results(connection, site_id, case_id)
            if known is None or _content(known) != _content(kept):
                action = AuditAction.CASE_CHANGED if known else AuditAction.CASE_CREATED
                before = _told(known) if known else {}
                await record(
                    connection,
                    entry(
                        operator, action, [site_id], str(case_id),
                        name=_name(kept), before=before, after=_told(kept),
                    ),
                )  # fmt: skip
        return case_info(kept, results.get(case_id), await self._knowledge_version(site_id))

    async def delete(self, operator: OperatorCaller, site_id: UUID, case_id: UUID) -> None:
        """Take a case away, with its result.

        Raises:
            NotFound: there is none of this site, or the site is none of the operator's.
        """
        own_site(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            known = await case_for_change(connection, site_id, case_id)
            if known is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            await delete_case(connection, site_id, case_id)
            await record(
                connection,
                entry(
                    operator, AuditAction.CASE_DELETED, [site_id], str(case_id),
                    name=_name(known), before=_told(known),
                ),
            )  # fmt: skip

    async def trace(self, operator: OperatorCaller, site_id: UUID, case_id: UUID) -> CaseTrace:
        """Return the answer that a case was judged by the last time.

        Raises:
            NotFound: there is none, or none that can be read.
        """
        own_site(operator, site_id)
        async with using(self._database) as connection:
            row = await made_of_case(connection, site_id, case_id)
        if row is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        try:
            made = AiResult.model_validate(row.made, extra="ignore")
        except ValidationError as error:
            get_logger().warning("case.unreadable", errors=error.error_count())
            raise NotFound(ErrorCode.PROVENANCE_UNREADABLE) from error
        why = await self._provenance.of_result(made, (row.question,))
        return CaseTrace(case_id=case_id, at=row.at, answer=trial_answer(made, why))

    async def _check_expected(
        self, connection: AsyncLink, known: CaseRow | None, new: NewCase
    ) -> None:
        # What was deleted since may stay expected: that it is missed is what the case tells.
        if new.agent is not None and (known is None or known.agent != new.agent):
            site = await self._directory.by_id(new.site_id)
            if new.agent not in {agent.slug for agent in site.agents}:
                raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="agent: unknown")
        document_id = new.document_id
        if document_id is None or (known and known.document_id == document_id):
            return
        if not await has_document(connection, new.site_id, document_id):
            raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="document_id: unknown")

    async def _knowledge_version(self, site_id: UUID) -> int | None:
        try:
            return int(await self._redis.get(knowledge_key(site_id)) or 0)
        except (RedisError, OSError):
            return None  # then nobody is told that it has changed


def own_site(operator: OperatorCaller, site_id: UUID) -> None:
    """Let only the operator's own sites pass.

    Raises:
        NotFound: it is another's.
    """
    if site_id not in operator.sites:
        raise NotFound(ErrorCode.NOT_FOUND)


def _content(row: CaseRow) -> CaseRow:
    return replace(row, updated_at=row.created_at, updated_by_name="")


def _name(row: CaseRow) -> str:
    return "" if row.conversation_id else preview(row.note or row.question, 80)


def _told(row: CaseRow) -> dict[str, Value]:
    """Return what the audit log keeps of a case: no words that may be a visitor's."""
    told: dict[str, Value] = {
        "agent": row.agent,
        "action": row.action,
        "document": row.document_name,
        "of_conversation": row.conversation_id is not None,
    }
    if row.conversation_id is None:
        told |= {"contains": list(row.contains), "note": row.note}
    return told
