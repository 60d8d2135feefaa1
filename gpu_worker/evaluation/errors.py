"""What can stop an evaluation; every message is a sentence for the person at the keyboard.

EvaluationError
├── BadKnowledge   the folder has no knowledge, or something in it cannot be read
├── BadQuestions   a line is malformed, or names what the knowledge does not have
└── CannotWrite    a file of results cannot be written
"""


class EvaluationError(Exception):
    """Base of what can stop an evaluation."""


class BadKnowledge(EvaluationError):
    """The folder has no knowledge, or something in it cannot be read; the message names it."""


class BadQuestions(EvaluationError):
    """A line is malformed, or names what the knowledge does not have; file and line are named."""


class CannotWrite(EvaluationError):
    """A file of results cannot be written."""
