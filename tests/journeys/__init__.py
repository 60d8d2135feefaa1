"""Journeys: real browsers over the real processes.

A package, so that what its fixtures start ends with its last test: Playwright's synchronous API
keeps an event loop running in the thread that started it.
"""
