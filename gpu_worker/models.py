"""Which backend writes the answers, by the settings.

Nothing here imports torch or transformers, and neither does what it imports: an installation
without a model starts as fast as ever. What needs them is imported where a model is loaded.
"""

from collections.abc import Callable

from gpu_worker.agents.backends.base import Backend
from gpu_worker.agents.backends.extractive import ExtractiveBackend
from gpu_worker.agents.backends.guard import GuardedBackend
from gpu_worker.agents.backends.loading import LoadingBackend
from shared.config import Settings, SettingsError
from shared.config_rules import AiBackend


def build_backend(settings: Settings, give_up: Callable[[], None] = lambda: None) -> Backend:
    """Return what writes the answers; a model that runs here begins to load.

    Args:
        settings: of the worker.
        give_up: ends this process for another, when its device is lost.

    Raises:
        SettingsError: a setting of the model names what is not there.
    """
    if settings.backend is AiBackend.LOCAL:
        return GuardedBackend(_local(settings, give_up))
    if settings.backend is AiBackend.OPENAI:
        return GuardedBackend(_openai(settings))
    return ExtractiveBackend()


def _local(settings: Settings, give_up: Callable[[], None]) -> Backend:
    if settings.ai_adapters is not None and not settings.ai_adapters.is_dir():
        raise SettingsError(f"AI_ADAPTERS: there is no folder {settings.ai_adapters}")

    def load() -> Backend:
        # Brings torch: seconds that turns need not wait for.
        from gpu_worker.agents.backends.local import load_local  # noqa: PLC0415

        return load_local(settings)

    return LoadingBackend(load, settings.ai_model or "", give_up=give_up)


def _openai(settings: Settings) -> Backend:
    from gpu_worker.agents.backends.openai import OpenAIBackend, OpenAIOptions  # noqa: PLC0415

    deadline, key = settings.ai_deadline.total_seconds(), settings.ai_api_key
    return OpenAIBackend(
        OpenAIOptions(
            base_url=settings.ai_base_url or "",
            model=settings.ai_model or "",
            api_key=key.get_secret_value() if key else None,
            context_tokens=settings.ai_context_tokens,
            new_tokens=settings.ai_new_tokens,
            temperature=settings.ai_temperature,
            connect_seconds=settings.connect_timeout.total_seconds(),
            # A busy server says nothing while a request waits; a dead one neither.
            silent_seconds=deadline / 2,
            deadline_seconds=deadline,
        )
    )
