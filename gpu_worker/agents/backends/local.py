"""A model in this process: weights, tokenizer, engine and adapters, put together."""

import hashlib
from pathlib import Path

import structlog
from torch import OutOfMemoryError
from transformers import PreTrainedModel

from gpu_worker.adapters import AdapterError, AdapterVersion, active_versions, find_version
from gpu_worker.agents.backends.adapters import AdapterWatch, Found
from gpu_worker.agents.backends.base import BackendError
from gpu_worker.agents.backends.engine_metrics import EngineMetrics
from gpu_worker.agents.backends.generative import (
    AgentAdapters,
    GenerativeBackend,
    Loaded,
    NoAdapters,
)
from gpu_worker.agents.backends.tokenizer import HuggingFaceTokenizer, load_tokenizer
from gpu_worker.engine.core import EngineConfig, EngineError, OutOfMemory, SamplingParams
from gpu_worker.engine.loading import load_model, read_config
from gpu_worker.engine.local import LocalEngine
from shared.config import Settings
from shared.domain.words import ModelTrouble

log = structlog.get_logger(__name__)

_LOOK_SECONDS = 5.0
_LEAST_PROMPT = 512
_PIECE = 65_536


def load_local(settings: Settings) -> GenerativeBackend:
    """Load the model that the settings name and start its engine; takes seconds to minutes.

    Raises:
        BackendError: it cannot be loaded or run here; ``trouble`` tells memory from the rest.
    """
    name = settings.ai_model or ""
    try:
        read_config(name)  # first, for it says best what is wrong with a name
        tokenizer = load_tokenizer(name)
        quantization = settings.ai_quantization
        model = load_model(
            name,
            device=settings.ai_device,
            dtype=settings.ai_dtype,
            quantization=None if quantization == "none" else quantization,
        )
        config = _engine_config(settings, model)
        engine = LocalEngine(model, config, EngineMetrics())
    except (EngineError, OutOfMemoryError, MemoryError) as error:
        trouble = ModelTrouble.OUT_OF_MEMORY if _is_memory(error) else ModelTrouble.LOAD_FAILED
        raise BackendError(str(error), trouble) from error
    return GenerativeBackend(
        Loaded(
            name=_called(name, model),
            engine=engine,
            tokenizer=tokenizer,
            marks=tokenizer.marks,
            params=_params(settings, model, tokenizer),
            adapters=_adapters(engine, settings.ai_adapters),
            context_tokens=config.context,
        )
    )


def _is_memory(error: BaseException | None) -> bool:
    """Whether memory ran out, however the error is wrapped."""
    while error is not None:
        if isinstance(error, OutOfMemory | OutOfMemoryError | MemoryError):
            return True
        error = error.__cause__
    return False


def _engine_config(settings: Settings, model: PreTrainedModel) -> EngineConfig:
    most = getattr(model.config, "max_position_embeddings", None) or settings.ai_context_tokens
    context = min(settings.ai_context_tokens, most)
    if context < settings.ai_new_tokens + _LEAST_PROMPT:
        raise BackendError(
            f"the model holds {most} tokens: too few for a prompt and AI_NEW_TOKENS "
            f"{settings.ai_new_tokens}",
            ModelTrouble.LOAD_FAILED,
        )
    kind = model.device.type
    return EngineConfig.for_device(kind, slots=settings.ai_batch, context=context)


def _params(
    settings: Settings, model: PreTrainedModel, tokenizer: HuggingFaceTokenizer
) -> SamplingParams:
    generation = model.generation_config
    return SamplingParams(
        max_new_tokens=settings.ai_new_tokens,
        temperature=settings.ai_temperature,
        stop_ids=tokenizer.stop_ids(generation.eos_token_id if generation else None),
        deadline_seconds=settings.ai_deadline.total_seconds(),
    )


def _adapters(engine: LocalEngine, root: Path | None) -> AgentAdapters:
    if root is None:
        return NoAdapters()

    def find() -> Found:
        wrong: list[AdapterError] = []
        versions = active_versions(root, wrong.append)
        for error in wrong:
            log.warning("adapter.not_found", error=str(error))
        return Found(versions, is_whole=not wrong)

    def choose(slug: str, version: str) -> AdapterVersion:
        try:
            return find_version(root, slug, version)
        except AdapterError as error:
            raise LookupError(str(error)) from error

    return AdapterWatch(engine, find, every=_LOOK_SECONDS, choose=choose)


def _called(name: str, model: PreTrainedModel) -> str:
    """Return the model's name and version: the hub's commit, or a digest of the folder."""
    folder = Path(name)
    if folder.is_dir():
        return f"{folder.resolve().name}@{_fingerprint(folder)}"
    commit = getattr(model.config, "_commit_hash", None)
    return f"{name}@{commit[:12]}" if commit else name


def _fingerprint(folder: Path) -> str:
    """Return a digest of the configuration, and of the size, beginning and end of each weight file.

    Reading all of the weights would take as long as loading them, and other weights differ at
    both ends.
    """
    digest = hashlib.sha256()
    for path in sorted((*folder.glob("config.json"), *folder.glob("*.safetensors"))):
        size = path.stat().st_size
        digest.update(f"{path.name}:{size}".encode())
        with path.open("rb") as file:
            digest.update(file.read(_PIECE))
            file.seek(max(0, size - _PIECE))
            digest.update(file.read(_PIECE))
    return digest.hexdigest()[:12]
