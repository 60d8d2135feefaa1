"""Celery: results, persistence, ingestion and whatever is periodic."""
