"""Templates: what agents are told, in each language, as versioned files.

``templates/<name>.<version>.toml`` has a table for each language. ``default`` says everything; a
file named after an agent's slug says only what is different for that agent. Of each name the
highest version is used. A file that was ever released is never changed: the provenance of old
answers names it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from pydantic import BaseModel, ConfigDict, ValidationError

from shared.domain.words import Locale

_DEFAULT = "default"


class TemplateError(Exception):
    """A template's file is not what it should be; the message names it."""


@dataclass(frozen=True, slots=True)
class Template:
    """What is told in one language; ``{…}`` is filled in by ``layout``.

    ``name`` stands in the provenance: ``default.2``, or ``default.2+security.1`` where an agent
    has a file of its own; ``layout`` adds ``+own.4`` where the site has instructions of its own.
    """

    name: str
    rules: str
    """Takes ``{name}``, ``{subject}`` and ``{extra}``."""
    extra: str
    """What is told besides; empty in the default."""
    instructions: str
    """Frames what the site's administrator tells the agent: ``{text}``."""
    names: str
    """Joins the names of two agents that answer together: ``{first}`` and ``{second}``."""
    sources: str
    """Stands above the sources."""
    question: str
    """Stands above the question."""
    closing: str
    """Stands below the question."""


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: str | None = None
    extra: str | None = None
    instructions: str | None = None
    names: str | None = None
    sources: str | None = None
    question: str | None = None
    closing: str | None = None


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    ru: _Words
    en: _Words


class Templates:
    """All templates of an installation."""

    def __init__(self, files: Mapping[str, tuple[int, _File]]) -> None:
        self._default_version, self._default = files[_DEFAULT]
        self._own = {name: file for name, file in files.items() if name != _DEFAULT}

    @property
    def slugs(self) -> tuple[str, ...]:
        """The agents that have a file of their own."""
        return tuple(sorted(self._own))

    def find(self, slug: str, language: Locale) -> Template:
        """Return an agent's template, the default where it has none of its own."""
        words = _in(self._default, language).model_dump(exclude_none=True)
        name = f"{_DEFAULT}.{self._default_version}"
        if slug in self._own:
            version, own = self._own[slug]
            words |= _in(own, language).model_dump(exclude_none=True)
            name = f"{name}+{slug}.{version}"
        return Template(name=name, **({"extra": ""} | words))


def load_templates(folder: Traversable | None = None) -> Templates:
    """Read a folder of templates, by default the shipped one.

    Raises:
        TemplateError: a file cannot be read, or the default lacks something.
    """
    folder = folder or resources.files("gpu_worker.agents.prompts").joinpath("templates")
    found: dict[str, tuple[int, _File]] = {}
    for entry in folder.iterdir():
        if not entry.name.endswith(".toml"):
            continue
        name, number = _parts(entry.name)
        if number > found.get(name, (0, None))[0]:
            found[name] = number, _read(entry)
    if _DEFAULT not in found:
        raise TemplateError(f"{folder} has no default template")
    _check(found[_DEFAULT][1])
    return Templates(found)


@lru_cache(maxsize=1)
def shipped_templates() -> Templates:
    """Return the templates of this version, read once."""
    return load_templates()


def _parts(file: str) -> tuple[str, int]:
    name, _, version = file.removesuffix(".toml").rpartition(".")
    if not name or not version.isdecimal() or int(version) < 1:
        raise TemplateError(f"{file}: is not named <name>.<version>.toml")
    return name, int(version)


def _read(entry: Traversable) -> _File:
    try:
        return _File.model_validate(tomllib.loads(entry.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError, UnicodeDecodeError) as error:
        raise TemplateError(f"{entry.name}: {error}") from error


def _check(file: _File) -> None:
    for language in Locale:
        missing = set(_Words.model_fields) - {"extra"} - _in(file, language).model_fields_set
        if missing:
            raise TemplateError(f"the default template lacks {sorted(missing)} in {language}")


def _in(file: _File, language: Locale) -> _Words:
    return file.ru if language is Locale.RU else file.en
