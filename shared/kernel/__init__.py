"""Ids, clock, text and base errors. Standard library only."""
