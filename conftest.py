"""Fixtures for every room's tests."""

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.services", "tests.fixtures"]

# Two shared cores may take a second for what takes a millisecond: time is no measure here.
settings.register_profile("otvet", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("otvet")
