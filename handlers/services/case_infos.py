"""Cases, their results and runs as they are told to consoles."""

from shared.contracts.cases import Case, CaseDocument, CaseFaultInfo, CaseResult, CaseRun
from shared.contracts.trials import TrialSaid
from shared.domain.cases import CaseChange
from shared.storage.case_runs import ResultRow, RunRow
from shared.storage.cases import CaseRow


def run_info(row: RunRow) -> CaseRun:
    """Return a run as it is told."""
    return CaseRun(
        id=row.id,
        state=row.state,
        total=row.total,
        passed=row.passed,
        failed=row.failed,
        unanswered=row.unanswered,
        broken=row.broken,
        mended=row.mended,
        started_by_name=row.started_by_name,
        started_at=row.started_at,
        ended_at=row.ended_at,
    )


def result_info(row: ResultRow, changed: CaseChange | None) -> CaseResult:
    """Return a result as it is told."""
    return CaseResult(
        run_id=row.run_id,
        verdict=row.verdict,
        before=row.before,
        faults=tuple(CaseFaultInfo.model_validate(fault) for fault in row.faults),
        failure=row.failure,
        outcome=row.outcome,
        agent=row.agent,
        confidence=row.confidence,
        knowledge_version=row.knowledge_version,
        model=row.model,
        adapter=row.adapter,
        at=row.at,
        changed=changed,
    )


def case_info(row: CaseRow, result: ResultRow | None, version: int | None) -> Case:
    """Return a case as it is told; ``version`` is the present one of the knowledge, if known."""
    document = None
    if row.document_id is not None:
        document = CaseDocument(
            id=row.document_id, agent=row.document_agent, name=row.document_name
        )
    return Case(
        id=row.id,
        site_id=row.site_id,
        conversation_id=row.conversation_id,
        question=row.question,
        history=tuple(TrialSaid.model_validate(said) for said in row.history),
        agent=row.agent,
        action=row.action,
        document=document,
        contains=tuple(row.contains),
        note=row.note,
        created_by_name=row.created_by_name,
        created_at=row.created_at,
        updated_by_name=row.updated_by_name,
        updated_at=row.updated_at,
        result=result_info(result, _changed(row, result, version)) if result else None,
    )


def _changed(row: CaseRow, result: ResultRow, version: int | None) -> CaseChange | None:
    if row.updated_at > result.at:
        return CaseChange.CASE
    known = result.knowledge_version
    if version is not None and known is not None and known != version:
        return CaseChange.KNOWLEDGE
    return None
