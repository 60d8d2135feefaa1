"""Links that set a new password, once: how long they are good, and where they lead."""

from datetime import timedelta

PASSWORD_LINK_TTL = timedelta(days=1)


def password_link_address(public_url: str, token: str) -> str:
    """Return what is handed over; the token is behind the ``#``, which no server's log gets."""
    return f"{public_url.rstrip('/')}/admin/new-password#{token}"
