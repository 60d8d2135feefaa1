"""``/api/v1/knowledge``: documents of a site's knowledge base, and where they come from."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from handlers.api.context import LocaleDep, OperatorDep, ServicesDep, SupervisorDep
from handlers.bodies import Patience, read_file
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from handlers.services.knowledge import document_info, passage_page, web_source_info
from shared.contracts.http import (
    DocumentInfo,
    DocumentList,
    DocumentPut,
    PassagePage,
    WebSourceInfo,
    WebSourceList,
    WebSourcePut,
)
from shared.domain.documents import FILE_LIMIT
from shared.domain.site import Site
from shared.kernel.errors import ErrorCode, InvalidInput, NotFound, TooLarge
from shared.storage.documents import NewDocument, list_documents, put_document
from shared.storage.passages import list_passages
from shared.storage.pool import using
from shared.storage.removals import remove_document
from shared.storage.web_sources import list_web_sources, put_web_source

router = APIRouter(prefix="/knowledge", tags=["knowledge"])

SiteKey = Annotated[str, Query(max_length=64)]
_FILE = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


@router.get("/documents", summary="Documents of a site and how far their indexing has come")
async def documents(
    operator: OperatorDep, services: ServicesDep, locale: LocaleDep, site_key: SiteKey
) -> DocumentList:
    """Return all documents of one of the operator's sites."""
    site = await _own_site(services.directory, operator, site_key)
    async with using(services.database) as connection:
        rows = await list_documents(connection, site.id)
    return DocumentList(items=tuple(document_info(row, locale) for row in rows))


@router.put("/documents", summary="Store a document and have it indexed")
async def put(
    body: DocumentPut, operator: SupervisorDep, services: ServicesDep, locale: LocaleDep
) -> DocumentInfo:
    """Store the whole document; visitors find a changed one within seconds."""
    site = await _own_site(services.directory, operator, body.site_key, body.agent)
    if "\x00" in body.text:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="text: NUL")
    async with using(services.database) as connection:
        new = NewDocument(body.agent, body.name, body.text)
        return document_info(await put_document(connection, site.id, new), locale)


@router.post(
    "/documents/upload",
    summary="Store a file (PDF, DOCX, XLSX, CSV, HTML, Markdown, text) and have it indexed",
    openapi_extra={"requestBody": {"required": True, "content": _FILE}},
)
async def upload(
    request: Request,
    operator: SupervisorDep,
    services: ServicesDep,
    locale: LocaleDep,
    site_key: SiteKey,
    agent: Annotated[str, Query(pattern=r"^[a-z][a-z0-9_-]{1,31}$")],
    name: Annotated[str, Query(min_length=1, max_length=200, pattern=r"^[^/\\\x00]+$")],
) -> DocumentInfo:
    """Store the file, the body as it is, up to 20 MB; what it is, its content tells.

    It is read later: the document's ``state`` and ``errors`` say what became of it.
    """
    site = await _own_site(services.directory, operator, site_key, agent)
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit() or int(declared) > FILE_LIMIT:
        raise TooLarge
    patience = Patience.of(services.settings)
    content = await read_file(request.receive, FILE_LIMIT, patience)
    async with using(services.database) as connection:
        new = NewDocument(agent, name, content)
        return document_info(await put_document(connection, site.id, new), locale)


@router.delete("/documents/{document_id}", status_code=204, summary="Remove a document")
async def remove(document_id: UUID, operator: SupervisorDep, services: ServicesDep) -> None:
    """Remove a document and its passages; within a minute no answer is made from it."""
    async with using(services.database) as connection:
        if not await remove_document(connection, document_id, operator.sites):
            raise NotFound(ErrorCode.NOT_FOUND)


@router.get("/documents/{document_id}/passages", summary="Passages of a document")
async def passages(
    document_id: UUID,
    operator: OperatorDep,
    services: ServicesDep,
    after: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> PassagePage:
    """Return what a document was split into, as the agents are given it, in its order."""
    async with using(services.database) as connection:
        rows = await list_passages(
            connection, document_id, operator.sites, after=after, limit=limit + 1
        )
    if rows is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    return passage_page(rows, limit)


@router.get("/sites", summary="Web sources of a site and how far their reading has come")
async def web_sources(
    operator: OperatorDep, services: ServicesDep, locale: LocaleDep, site_key: SiteKey
) -> WebSourceList:
    """Return all places on the web that one of the operator's sites learns from."""
    site = await _own_site(services.directory, operator, site_key)
    async with using(services.database) as connection:
        rows = await list_web_sources(connection, site.id)
    return WebSourceList(items=tuple(web_source_info(row, locale) for row in rows))


@router.post("/sites", summary="Have the pages of a web site read and indexed")
async def put_site(
    body: WebSourcePut, operator: SupervisorDep, services: ServicesDep, locale: LocaleDep
) -> WebSourceInfo:
    """Read a public site by its sitemap or its links; asked for again, it is read again."""
    site = await _own_site(services.directory, operator, body.site_key, body.agent)
    async with using(services.database) as connection:
        row = await put_web_source(connection, site.id, body.agent, body.url, body.limit)
    return web_source_info(row, locale)


async def _own_site(
    directory: SiteDirectory, operator: OperatorCaller, site_key: str, agent: str | None = None
) -> Site:
    """Return the operator's site, which has the agent if one is named."""
    site = await directory.by_key(site_key)
    if site.id not in operator.sites:
        # The same words as for a key that nobody has: it is none of their business.
        raise NotFound(ErrorCode.SITE_UNKNOWN)
    if agent is not None and agent not in {known.slug for known in site.agents}:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="agent: unknown")
    return site
