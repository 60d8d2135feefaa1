"""Batch consumers that run inside a Celery worker as boot steps."""
