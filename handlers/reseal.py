"""Seals operators' second factors with the newest key: ``python -m handlers.reseal``.

The last step of another ``SECRET_KEY``: what lies in the database sealed with the one before is
sealed anew, so that ``SECRET_KEY_PREVIOUS`` can go. It may run again, and beside everything else.
"""

import asyncio
import sys

from shared.auth.sealing import SECOND_FACTOR, SealBroken, Sealer
from shared.config import Settings, SettingsError, load_settings, reveal, revealed
from shared.kernel.errors import Unavailable
from shared.storage.pool import AsyncDatabase, build_database, using
from shared.storage.two_factor import reseal, sealed_secrets


async def reseal_all(database: AsyncDatabase, sealer: Sealer) -> tuple[int, int, int]:
    """Seal anew what needs it.

    Returns:
        How many were sealed anew, how many had the newest key, how many nobody can open any more.
    """
    renewed = current = lost = 0
    async with using(database) as connection:
        for operator_id, sealed in await sealed_secrets(connection):
            try:
                now = sealer.renewed(str(operator_id), sealed)
            except SealBroken:
                lost += 1
                continue
            if now == sealed:
                current += 1
            elif await reseal(connection, operator_id, sealed, now):
                renewed += 1
    return renewed, current, lost


async def _run(settings: Settings) -> int:
    previous = revealed(settings.secret_key_previous)
    sealer = Sealer(reveal(settings.secret_key), SECOND_FACTOR, previous)
    async with build_database(settings, size=1) as database:
        renewed, current, lost = await reseal_all(database, sealer)
    sys.stdout.write(f"sealed anew: {renewed}; had the newest key: {current}; lost: {lost}\n")
    return 1 if lost else 0


def main() -> int:
    """Reseal what is in the database; 1 when something cannot be opened or PostgreSQL is away."""
    try:
        return asyncio.run(_run(load_settings("DATABASE_URL", "SECRET_KEY")))
    except SettingsError as error:
        sys.stderr.write(f"otvet: {error}\n")
        return 78
    except Unavailable:
        sys.stderr.write("otvet: PostgreSQL cannot be reached\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
