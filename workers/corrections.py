"""``python -m workers.corrections``: what operators corrected, as files for the agents.

In ``--out`` come ``corrections.jsonl`` for ``gpu_worker.training.dataset``, and
``questions.jsonl`` with ``knowledge/`` for ``gpu_worker.evaluation``.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from shared.config import Settings, SettingsError, load_settings
from shared.domain.corrections import evaluation_line, knowledge_lines, training_line
from shared.kernel.errors import OtvetError
from shared.storage.lessons import corrections_of, passages_of, sent_drafts_of
from shared.storage.pool import build_database, using
from shared.storage.sites import site_by_key

_ALL = 2**31 - 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files and say what is in them; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m workers.corrections")
    parser.add_argument("--site", required=True, help="the site's key")
    parser.add_argument("--out", type=Path, required=True, help="folder; made if need be")
    given = parser.parse_args(arguments)
    try:
        told = asyncio.run(export(load_settings("DATABASE_URL"), given.site, given.out))
    except (SettingsError, OtvetError, OSError) as error:
        sys.stderr.write(f"corrections: {error}\n")
        return 1
    sys.stderr.write(f"{told}\n")
    return 0


async def export(settings: Settings, site_key: str, out: Path) -> str:
    """Write the files of a site and return a sentence on what is in them.

    Raises:
        SettingsError: there is no such site.
        Unavailable: PostgreSQL is away.
    """
    database = build_database(settings, size=1)
    await database.open()
    try:
        async with using(database) as connection:
            site = await site_by_key(connection, site_key)
            if site is None:
                raise SettingsError(f"no site has the key {site_key}")
            lessons = await corrections_of(connection, site.id, _ALL)
            drafts = await sent_drafts_of(connection, site.id, _ALL)
            passages = await passages_of(connection, site.id, _ALL)
    finally:
        await database.close()
    lines, places = knowledge_lines(passages)
    (out / "knowledge").mkdir(parents=True, exist_ok=True)
    for agent, own in lines.items():
        _write(out / "knowledge" / f"{agent}.txt", own)
    _write(out / "questions.jsonl", [evaluation_line(one, places) for one in lessons])
    examples = [line for one in (*lessons, *drafts) if (line := training_line(one))]
    _write(out / "corrections.jsonl", examples)
    return f"{len(lessons)} questions and {len(examples)} examples of {site_key} in {out}"


def _write(path: Path, lines: Sequence[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
