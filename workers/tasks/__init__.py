"""Celery tasks: thin; each states its name, its queue and its limits."""
