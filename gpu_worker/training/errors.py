"""What can stop a training; every message is a sentence for the person at the keyboard.

TrainingError
├── BadExample     a line of the data is not what it should be
├── NoExamples     there is nothing to train on, or nothing held out to measure on
├── BadModel       the base model cannot be loaded or trained
└── AlreadyRuns    the same training is under way in another process
"""


class TrainingError(Exception):
    """Base of what can stop a training."""


class BadExample(TrainingError):
    """A line of the data is not what it should be; the message names file and line."""


class NoExamples(TrainingError):
    """There is nothing to train on, or nothing held out to measure on."""


class BadModel(TrainingError):
    """The base model cannot be loaded or trained."""


class AlreadyRuns(TrainingError):
    """The same training is under way in another process."""
