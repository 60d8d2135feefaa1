"""Readers, one a kind of file: bytes or text in, Markdown out."""
