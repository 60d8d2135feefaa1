"""What the workers' services need."""

import pytest

from tests.fixtures import MakeSettings
from workers.services.database import Database


@pytest.fixture
def database(make_settings: MakeSettings, database_url: str) -> Database:
    """The workers' way to PostgreSQL."""
    return Database(make_settings(database_url=database_url))
