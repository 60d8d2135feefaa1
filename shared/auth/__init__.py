"""Tokens and password hashes."""
