"""What an OpenAI-compatible server is sent and answers: chat completions, streamed.

The events are Server-Sent Events: blocks of lines, of which ``data:`` ones hold a JSON chunk, or
``[DONE]`` at the end. Comments, which servers send to keep a connection open, are passed over.
"""

from collections.abc import AsyncIterator

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gpu_worker.agents.backends.base import BackendError
from gpu_worker.agents.prompts import Prompt, Role

_DONE = "[DONE]"
_ROLES = {Role.VISITOR: "user", Role.AGENT: "assistant"}


class _Foreign(BaseModel):
    """What a server sends; it may send more than we read."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Usage(_Foreign):
    """Tokens as the server counts them."""

    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Delta(_Foreign):
    content: str | None = None


class _Choice(_Foreign):
    delta: _Delta = Field(default_factory=_Delta)
    finish_reason: str | None = None


class Chunk(_Foreign):
    """One event of a streamed completion."""

    choices: tuple[_Choice, ...] = ()
    usage: Usage | None = None
    error: object | None = None

    @property
    def text(self) -> str:
        """The words it brings."""
        return (self.choices[0].delta.content or "") if self.choices else ""

    @property
    def finish_reason(self) -> str | None:
        """Why the answer ended, if it did."""
        return self.choices[0].finish_reason if self.choices else None


class _Model(_Foreign):
    id: str


class ModelList(_Foreign):
    """Answer of ``GET /models``."""

    data: tuple[_Model, ...] = ()


class ChatMessage(BaseModel):
    """A message of the request."""

    model_config = ConfigDict(frozen=True)

    role: str
    content: str


class _StreamOptions(BaseModel):
    include_usage: bool = True


class ChatRequest(BaseModel):
    """Body of ``POST /chat/completions``."""

    model_config = ConfigDict(frozen=True)

    model: str
    messages: tuple[ChatMessage, ...]
    max_tokens: int
    temperature: float
    seed: int
    stream: bool = True
    stream_options: _StreamOptions = Field(default_factory=_StreamOptions)


def messages_of(prompt: Prompt) -> tuple[ChatMessage, ...]:
    """Return a prompt as messages; the server puts its model's own marks around them."""
    turns = (ChatMessage(role=_ROLES[turn.role], content=turn.text) for turn in prompt.turns)
    return (ChatMessage(role="system", content=prompt.rules), *turns)


async def read_chunks(lines: AsyncIterator[str]) -> AsyncIterator[Chunk]:
    """Read the chunks of a stream up to ``[DONE]``; one that just ends is the caller's to judge.

    Raises:
        BackendError: what comes is no such stream, or reports an error.
    """
    async for line in lines:
        field, _, value = line.partition(":")
        if field != "data":
            continue
        data = value.removeprefix(" ")
        if data.strip() == _DONE:
            return
        try:
            chunk = Chunk.model_validate_json(data)
        except ValidationError:
            # The text is not shown: it may hold what a visitor wrote.
            raise BackendError("the model's server sent what is no event") from None
        if chunk.error is not None:
            raise BackendError("the model's server reported an error while it wrote")
        yield chunk
