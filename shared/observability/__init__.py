"""Logs as events, metrics, and the correlation id that ties a message's way together."""
