"""Dramatiq: brokers that lose nothing, and the actors on them."""
