"""compose.yaml and what is laid over it, read by the rules of the Compose specification.

The models are strict and have what our files use of the specification: a key that is misspelt, or
stands where it means nothing, is refused, as Docker would refuse or, worse, ignore it.
"""

from copy import deepcopy
from functools import cache
from typing import Annotated, Any, Literal

import yaml
from podman_compose import rec_merge, rec_subs  # type: ignore[import-untyped]
from pydantic import BaseModel, ConfigDict, Field

from ops.embedded.layout import ROOT

Span = Annotated[str, Field(pattern=r"^\d+(ms|s|m)$")]
Bytes = Annotated[str, Field(pattern=r"^\d+(\.\d+)?[KMG]$")]
Words = Annotated[list[str], Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Build(_Strict):
    """How an image is made."""

    context: str
    dockerfile: str
    target: str
    args: dict[str, str] = {}


class Health(_Strict):
    """A health check, or none: of the image neither."""

    test: Words | None = None
    interval: Span | None = None
    timeout: Span | None = None
    start_period: Span | None = None
    retries: Annotated[int, Field(gt=0)] | None = None
    disable: bool = False


class Waits(_Strict):
    """What another service must have come to."""

    condition: Literal["service_healthy", "service_completed_successfully"]


class Limits(_Strict):
    """The most that a container gets."""

    cpus: Annotated[str, Field(pattern=r"^\d+(\.\d+)?$")]
    memory: Bytes


class Device(_Strict):
    """A device that must be there."""

    driver: Literal["nvidia"]
    count: Literal["all"] | None = None
    device_ids: list[str] = []
    capabilities: list[Literal["gpu"]]


class Reservations(_Strict):
    """What must be there."""

    devices: list[Device]


class Resources(_Strict):
    """Both."""

    limits: Limits
    reservations: Reservations | None = None


class Deploy(_Strict):
    """How many, and how much of the machine."""

    resources: Resources
    mode: Literal["replicated"] | None = None
    replicas: Annotated[str, Field(pattern=r"^\d+$")] | None = None


class Logging(_Strict):
    """Where output goes."""

    driver: Literal["json-file"]
    options: dict[Literal["max-size", "max-file"], str]


class Attached(_Strict):
    """A service in a network."""

    aliases: Words


class Service(_Strict):
    """A service."""

    image: str
    build: Build | None = None
    pull_policy: Literal["never"] | None = None
    profiles: list[str] = []
    user: str | None = None
    restart: Literal["no", "unless-stopped"]
    read_only: bool = False
    cap_drop: list[str] = []
    security_opt: list[str] = []
    network_mode: Literal["none"] | None = None
    networks: list[str] | dict[str, Attached] = []
    ports: list[str] = []
    environment: dict[str, str] = {}
    entrypoint: Words | None = None
    command: Words | None = None
    volumes: list[str] = []
    tmpfs: list[str] = []
    secrets: list[str] = []
    shm_size: Annotated[str, Field(pattern=r"^\d+m$")] | None = None
    stop_grace_period: Span | None = None
    healthcheck: Health
    depends_on: dict[str, Waits] = {}
    deploy: Deploy
    logging: Logging

    @property
    def runs_once(self) -> bool:
        """Whether it is to end, and not to be started again."""
        return self.restart == "no"


class Network(_Strict):
    """A network; one that is external is another project's, by its whole name."""

    internal: bool = False
    name: str | None = None
    external: bool = False


class Volume(_Strict):
    """A volume of Docker's own making, by its name, or another project's."""

    name: str | None = None
    external: bool = False


class Secret(_Strict):
    """A file of the machine."""

    file: str


class Composed(_Strict):
    """A whole file, or several merged."""

    name: str
    services: dict[str, Service]
    networks: dict[str, Network] = {}
    volumes: dict[str, Volume] = {}
    secrets: dict[str, Secret] = {}


@cache
def _parsed(name: str) -> dict[str, Any]:
    text = (ROOT / name).read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return {key: value for key, value in read.items() if not key.startswith("x-")}


def raw(name: str) -> dict[str, Any]:
    """One file as it stands, with the variables of the machine left in it."""
    return deepcopy(_parsed(name))


def filled(value: Any, environment: dict[str, str]) -> Any:  # noqa: ANN401 (YAML)
    """A file with variables in their places; strings without one are left out for their number.

    Raises:
        ValueError: a variable is missing that the file asks for with ``:?``.
    """
    if isinstance(value, dict):
        return {key: filled(one, environment) for key, one in value.items()}
    if isinstance(value, list):
        return [filled(one, environment) for one in value]
    return rec_subs(value, environment) if isinstance(value, str) and "$" in value else value


def composed(*names: str, **environment: str) -> Composed:
    """Files laid one over the other, with variables in their places.

    Raises:
        ValueError: a variable is missing that a file asks for with ``:?``.
    """
    merged: dict[str, Any] = {}
    for name in names:
        rec_merge(merged, filled(raw(name), environment))
    return Composed.model_validate(merged)
