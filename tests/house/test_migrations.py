"""Migrations let the version before them go on; what earlier ones did otherwise is listed."""

from pathlib import Path

import pytest

from tests.house.migration_rules import broken_rules

FOLDER = Path(__file__).parents[2] / "shared" / "storage" / "migrations"
MIGRATIONS = sorted(
    path.stem for path in FOLDER.glob("*.sql") if not path.stem.endswith(".rollback")
)
LAST_WITHOUT_RULES = "0022"
# All of them are older than the first release, so no version ever ran beside them but ours.
EXCEPTIONS = {
    "0003_inbox_indexes": {"blocks_writers"},
    "0008_inbox": {"blocks_writers", "rewrites_a_table", "writes_every_row"},
    "0009_teams": {"blocks_writers", "writes_every_row"},
    "0012_agents_and_versions": {"blocks_writers", "writes_every_row"},
    "0013_sites": {"checks_every_row"},
    "0014_people": {"blocks_writers"},
    "0015_platform": {"blocks_writers"},
    "0016_episodes": {"blocks_writers"},
    "0020_found_and_deleted": {"blocks_writers"},
    "0021_archive_pieces": {"drops", "writes_every_row"},
}


def text(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MIGRATIONS)
def test_a_migration_lets_the_version_before_it_go_on(name: str) -> None:
    assert broken_rules(text(name)) == EXCEPTIONS.get(name, set())


def test_no_migration_is_excepted_any_more() -> None:
    assert all(name[:4] <= LAST_WITHOUT_RULES for name in EXCEPTIONS)


@pytest.mark.parametrize("name", MIGRATIONS)
def test_a_migration_can_be_taken_back(name: str) -> None:
    assert text(f"{name}.rollback").strip()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("DROP TABLE notes", "drops"),
        ("ALTER TABLE notes DROP COLUMN text", "drops"),
        ("ALTER TABLE notes RENAME COLUMN text TO words", "renames"),
        ("ALTER TABLE notes ALTER COLUMN text TYPE bytea", "changes_a_type"),
        ("ALTER TABLE notes ALTER COLUMN text SET DATA TYPE bytea", "changes_a_type"),
        ("ALTER TABLE notes ALTER COLUMN text SET NOT NULL", "demands_a_value"),
        ("ALTER TABLE notes ADD COLUMN a text NOT NULL", "adds_a_column_without_default"),
        (
            "ALTER TABLE notes ADD COLUMN b int DEFAULT 1,\n ADD COLUMN a text NOT NULL"
            " CHECK (a > 'b'), ADD COLUMN c int NOT NULL DEFAULT 2",
            "adds_a_column_without_default",
        ),
        (
            "ALTER TABLE notes ADD COLUMN w tsvector GENERATED ALWAYS AS (f(text)) STORED",
            "rewrites_a_table",
        ),
        ("ALTER TABLE notes ADD COLUMN u uuid DEFAULT gen_random_uuid()", "rewrites_a_table"),
        ("ALTER TABLE notes ADD CONSTRAINT short CHECK (text < 'z')", "checks_every_row"),
        ("CREATE INDEX notes_at ON notes (at)", "blocks_writers"),
        ("CREATE UNIQUE INDEX notes_at ON notes (at)", "blocks_writers"),
        ("UPDATE notes SET text = ''", "writes_every_row"),
        ("DELETE FROM notes", "writes_every_row"),
        ("LOCK TABLE notes", "locks"),
    ],
)
def test_what_would_end_or_hold_the_version_before_is_found(statement: str, code: str) -> None:
    assert broken_rules(f"-- A change.\n{statement};") == {code}


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE notes ADD COLUMN a text NOT NULL DEFAULT 'x;y', ADD COLUMN b jsonb",
        "ALTER TABLE notes ADD COLUMN a text CHECK (a IN ('NOT NULL', 'b'))",
        "ALTER TABLE notes ADD CONSTRAINT short CHECK (text < 'z') NOT VALID",
        "ALTER TABLE notes VALIDATE CONSTRAINT short",
        "ALTER TABLE notes DROP CONSTRAINT k, ADD CONSTRAINT k CHECK (kind IN ('a', 'b'))",
        "CREATE INDEX CONCURRENTLY notes_at ON notes (at)",
        "CREATE TABLE fresh (a int NOT NULL); CREATE INDEX fresh_a ON fresh (a)",
        "CREATE TABLE fresh (a int); ALTER TABLE fresh ADD CONSTRAINT b CHECK (a > 1)",
        "-- DROP TABLE notes was thought of\nSELECT 1",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM notes; $$",
    ],
)
def test_what_the_version_before_does_not_notice_passes(statement: str) -> None:
    assert broken_rules(f"-- A change.\n{statement};") == set()


def test_a_contraction_says_so_and_may_take_away_but_not_hold() -> None:
    said = "-- contract: 1.2 was the last to read it.\n"
    assert broken_rules(f"{said}ALTER TABLE notes DROP COLUMN text;") == set()
    assert broken_rules(f"{said}LOCK TABLE notes;") == {"locks"}
