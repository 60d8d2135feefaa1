"""What can go wrong with a backup; each message says what to do."""


class BackupError(Exception):
    """The command ends with this sentence and status 1; if anything was changed, it says what."""
