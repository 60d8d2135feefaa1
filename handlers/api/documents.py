"""``/api/v1/knowledge/documents/{id}``: what a document says and said, edited in place."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from handlers.api.context import LocaleDep, OperatorDep, ServicesDep, SupervisorDep
from handlers.services.knowledge import deleted_info, document_info
from shared.contracts.http import DocumentInfo
from shared.contracts.knowledge import (
    DeletedDocumentList,
    DocumentAnswersPut,
    DocumentDiff,
    DocumentRollBack,
    DocumentShare,
    DocumentText,
    DocumentTextPut,
    DocumentVersionList,
)

router = APIRouter(prefix="/knowledge", tags=["knowledge"])

Version = Annotated[int, Query(ge=1, le=2**31 - 1)]


@router.get("/documents/{document_id}", summary="A document and how far its indexing has come")
async def document(
    document_id: UUID, operator: OperatorDep, services: ServicesDep, locale: LocaleDep
) -> DocumentInfo:
    """Return one document."""
    return document_info(await services.documents.document(operator, document_id), locale)


@router.get("/documents/{document_id}/text", summary="What a document says")
async def text(
    document_id: UUID,
    operator: OperatorDep,
    services: ServicesDep,
    version: Version | None = None,
) -> DocumentText:
    """Return the document in Markdown, and as questions and answers where it is a list of them.

    Without ``version`` as it is now.
    """
    return await services.versions.text(operator, document_id, version)


@router.put("/documents/{document_id}/text", summary="Edit a document")
async def put_text(
    document_id: UUID,
    body: DocumentTextPut,
    operator: SupervisorDep,
    services: ServicesDep,
    locale: LocaleDep,
) -> DocumentInfo:
    """Put another text in its place, unless somebody has changed it since."""
    return document_info(await services.versions.edit(operator, document_id, body), locale)


@router.put("/documents/{document_id}/answers", summary="Edit a list of questions and answers")
async def put_answers(
    document_id: UUID,
    body: DocumentAnswersPut,
    operator: SupervisorDep,
    services: ServicesDep,
    locale: LocaleDep,
) -> DocumentInfo:
    """Put all pairs in its place as one version, unless somebody has changed it since."""
    row = await services.versions.edit_answers(operator, document_id, body)
    return document_info(row, locale)


@router.get("/documents/{document_id}/versions", summary="Versions of a document")
async def versions(
    document_id: UUID, operator: OperatorDep, services: ServicesDep
) -> DocumentVersionList:
    """Return who changed the document, when and how, the newest first."""
    return await services.versions.versions(operator, document_id)


@router.get("/documents/{document_id}/diff", summary="Two versions of a document side by side")
async def diff(
    document_id: UUID,
    operator: OperatorDep,
    services: ServicesDep,
    before: Version,
    after: Version,
) -> DocumentDiff:
    """Compare any two versions that are kept, line by line and word by word."""
    return await services.versions.diff(operator, document_id, before, after)


@router.post("/documents/{document_id}/roll-back", summary="Go back to an earlier version")
async def roll_back(
    document_id: UUID,
    body: DocumentRollBack,
    operator: SupervisorDep,
    services: ServicesDep,
    locale: LocaleDep,
) -> DocumentInfo:
    """Make a new version with the text of an earlier one; nothing that was kept goes."""
    return document_info(await services.versions.roll_back(operator, document_id, body), locale)


@router.put("/documents/{document_id}/shared", summary="Share a document between agents")
async def share(
    document_id: UUID,
    body: DocumentShare,
    operator: SupervisorDep,
    services: ServicesDep,
    locale: LocaleDep,
) -> DocumentInfo:
    """Let agents of the scope ``shared`` answer from it, or no longer; it is indexed anew."""
    row = await services.documents.share(operator, document_id, is_shared=body.shared)
    return document_info(row, locale)


@router.get("/deleted", summary="Deleted documents that can come back")
async def deleted(
    operator: OperatorDep,
    services: ServicesDep,
    site_key: Annotated[str, Query(max_length=64)],
) -> DeletedDocumentList:
    """Return what was deleted of a site, the newest first."""
    site = await services.documents.own_site(operator, site_key)
    rows = await services.documents.deleted(site.id)
    kept = services.settings.deleted_documents_kept
    return DeletedDocumentList(items=tuple(deleted_info(row, kept) for row in rows))


@router.post("/documents/{document_id}/restore", summary="Bring a deleted document back")
async def restore(
    document_id: UUID, operator: SupervisorDep, services: ServicesDep, locale: LocaleDep
) -> DocumentInfo:
    """Have it indexed again, as it was."""
    return document_info(await services.documents.restore(operator, document_id), locale)


@router.delete("/deleted/{document_id}", status_code=204, summary="Forget a deleted document")
async def forget(document_id: UUID, operator: SupervisorDep, services: ServicesDep) -> None:
    """Forget it for good, before its time is over."""
    await services.documents.forget(operator, document_id)
