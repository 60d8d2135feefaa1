"""What stops a measurement.

``BenchError``
    ``ArmCannotRun``: this way of serving does not work on this device or shape; told, not fatal.
"""


class BenchError(Exception):
    """The measurement cannot be made as it was asked for."""


class ArmCannotRun(BenchError):
    """This way of serving does not work here; the sentence says why."""
