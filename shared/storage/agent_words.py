"""An agent's settings between the wire, the table and the audit log."""

from shared.contracts.agents import (
    AgentExamples,
    AgentFields,
    AgentInstructions,
    AgentName,
    AgentSettings,
    AgentSubject,
)
from shared.domain.versions import KnowledgeScope
from shared.storage.agent_settings import AgentSettingsRow, AgentWords
from shared.storage.audit import Value


def words_of(fields: AgentFields) -> AgentWords:
    """Return what is stored: a language without words is left out."""
    return AgentWords(
        name=_said(fields.name),
        subject=_said(fields.subject),
        examples={
            language: list(texts)
            for language, texts in (("ru", fields.examples.ru), ("en", fields.examples.en))
            if texts
        },
        instructions=_said(fields.instructions),
        knowledge=fields.knowledge,
        adapter=fields.adapter,
    )


def settings_of(row: AgentSettingsRow) -> AgentSettings:
    """Return an agent as it is edited; texts of before there were bounds are cut to them."""
    return AgentSettings(
        site_id=row.site_id,
        slug=row.slug,
        name=AgentName(**_cut(row.name, 60, row.slug)),
        subject=AgentSubject(**_cut(row.subject, 300, row.slug)),
        examples=AgentExamples(
            ru=_cut_all(row.examples.get("ru", [])), en=_cut_all(row.examples.get("en", []))
        ),
        instructions=AgentInstructions(**row.instructions),
        knowledge=KnowledgeScope(row.knowledge),
        adapter=row.adapter,
        position=row.position,
        enabled=row.enabled,
        wrong_share=row.wrong_share,
        version=row.version,
        instructions_version=row.instructions_version,
        documents=row.documents,
        sources=row.sources,
        conversations=row.conversations,
    )


def audited(row: AgentSettingsRow) -> dict[str, Value]:
    """Return the settings as plain values, texts by language."""
    values: dict[str, Value] = {
        "enabled": row.enabled,
        "knowledge": row.knowledge,
        "adapter": row.adapter,
    }
    texts = {"name": row.name, "subject": row.subject, "instructions": row.instructions}
    for called, by_language in texts.items():
        values |= {f"{called}.{language}": text for language, text in by_language.items()}
    values |= {f"examples.{language}": texts for language, texts in row.examples.items()}
    return values


def _said(texts: AgentName | AgentSubject | AgentInstructions) -> dict[str, str]:
    return {language: text for language, text in (("ru", texts.ru), ("en", texts.en)) if text}


def _cut(texts: dict[str, str], most: int, otherwise: str) -> dict[str, str]:
    said = {key: text[:most] for key, text in texts.items() if key in ("ru", "en") and text.strip()}
    return said or {"ru": otherwise}


def _cut_all(texts: list[str]) -> tuple[str, ...]:
    return tuple(text[:200] for text in texts[:10])
