"""Idempotent work: what the consumers and tasks call."""
