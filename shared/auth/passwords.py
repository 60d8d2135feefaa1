"""Password hashes: bcrypt over a pre-hash, in a small pool of threads.

bcrypt reads 72 bytes and stops at a NUL, so the password goes through SHA-256 and base64
first. One hash costs about a quarter of a second by design; without a bounded pool a burst of
sign-ins would take all cores.
"""

import asyncio
import base64
import hashlib
from concurrent.futures import ThreadPoolExecutor

import bcrypt

COST = 12


def _prehash(password: str) -> bytes:
    return base64.b64encode(hashlib.sha256(password.encode()).digest())


def hash_password(password: str, cost: int = COST) -> str:
    """Return a salted hash; ``cost`` is the binary logarithm of the rounds."""
    return bcrypt.hashpw(_prehash(password), bcrypt.gensalt(cost)).decode()


def check_password(password: str, password_hash: str) -> bool:
    """Whether ``password`` made ``password_hash``; takes the same time either way."""
    try:
        return bcrypt.checkpw(_prehash(password), password_hash.encode())
    except ValueError:
        return False


NOBODY = "$2b$12$bgGW0lrZcXhMhBy.Vfe7puVtZJLOEjGjfUqF9Y4wclf2Rv2OdTXi6"
"""Of random bytes that nobody kept. Checked when there is no such operator, so that the answer
takes as long; made at each start, it would take a tenth of a function's."""


class PasswordChecker:
    """Checks and hashes passwords without blocking the event loop; two at a time."""

    def __init__(self, threads: int = 2) -> None:
        """Start a pool of ``threads``."""
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="bcrypt")

    async def check(self, password: str, password_hash: str | None) -> bool:
        """Whether the password is right; no operator, or none with a password, costs the same."""
        loop = asyncio.get_running_loop()
        matches = await loop.run_in_executor(
            self._pool, check_password, password, password_hash or NOBODY
        )
        return matches and bool(password_hash)

    async def hash(self, password: str) -> str:
        """Return a salted hash."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, hash_password, password)

    def close(self) -> None:
        """Let the threads end."""
        self._pool.shutdown(wait=False, cancel_futures=True)
