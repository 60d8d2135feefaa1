"""Names of all tasks, declared once."""

from enum import StrEnum


class Task(StrEnum):
    """Tasks by their names on the wire."""

    INGEST_DUE = "ingestion.ingest_due"
    INGEST_DOCUMENT = "ingestion.ingest_document"
    READ_WEB_SOURCE = "ingestion.read_web_source"
    COUNT_EPISODES = "maintenance.count_episodes"
    DELETE_EXPIRED = "maintenance.delete_expired"
    DELIVER_DUE = "webhooks.deliver_due"
    DELIVER = "webhooks.deliver"
    FORGET_DELIVERIES = "webhooks.forget_deliveries"
    FULFIL_DUE = "privacy.fulfil_due"
    FULFIL = "privacy.fulfil"
    ERASE_SITES = "privacy.erase_sites"
    APPLY_RETENTION = "privacy.apply_retention"
