"""What Dramatiq does around our actors."""

from typing import Any

from dramatiq import Broker, MessageProxy, Middleware


class BuryFailures(Middleware):
    """Sends a message whose actor raised to the dead letters.

    Dramatiq's ``Retries`` does that too, but it also re-enqueues, swallows a failure to do so,
    and then acknowledges: the message is gone. Our actors do their own retrying inside, where
    the message is not acknowledged yet; what escapes them is a bug.
    """

    def after_process_message(
        self,
        broker: Broker,  # noqa: ARG002 (dramatiq's signature)
        message: MessageProxy,
        *,
        result: Any = None,  # noqa: ANN401, ARG002
        exception: BaseException | None = None,
    ) -> None:
        """Mark the message as failed."""
        if exception is not None:
            message.fail()
