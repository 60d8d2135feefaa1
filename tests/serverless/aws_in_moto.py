"""AWS as the scripts of ``localstack/`` have it: moto's server, asked by the CLI's few commands."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from json import loads
from typing import Any

import boto3
import httpx
from moto.server import ThreadedMotoServer

from ops.embedded.ports import LOOPBACK, free_port
from tests.plain_http import no_authorities

_REFERENCE = re.compile(r"{{resolve:secretsmanager:([^:]+):SecretString:(\w+)::([\w-]+)}}")


class Moto:
    """What there is in it, asked for past our scripts."""

    def __init__(self, url: str) -> None:
        """Take the server's address."""
        self.environment = {
            "AWS_ENDPOINT_URL": url,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "eu-central-1",
        }

    def client(self, name: str) -> Any:  # noqa: ANN401 (boto3 makes its clients of data)
        """Return a client of a service."""
        told = self.environment
        return boto3.client(
            name,
            endpoint_url=told["AWS_ENDPOINT_URL"],
            region_name=told["AWS_DEFAULT_REGION"],
            aws_access_key_id=told["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=told["AWS_SECRET_ACCESS_KEY"],
        )

    def stacks(self) -> list[str]:
        """Names of the stacks that there are."""
        found = self.client("cloudformation").describe_stacks()["Stacks"]
        return [stack["StackName"] for stack in found]

    def variables(self) -> dict[str, str]:
        """Variables of the one function, with what CloudFormation puts in place of references.

        moto leaves those as they are; a version that there is not is not found here either.
        """
        (function,) = self.client("lambda").list_functions()["Functions"]
        given: dict[str, str] = function["Environment"]["Variables"]
        return {name: self._resolved(value) for name, value in given.items()}

    def _resolved(self, value: str) -> str:
        if not value.startswith("{{"):
            return value
        found = _REFERENCE.fullmatch(value)
        assert found, value
        name, key, version = found.groups()
        secrets = self.client("secretsmanager")
        kept = secrets.get_secret_value(SecretId=name, VersionId=version)
        return str(loads(kept["SecretString"])[key])


@contextmanager
def aws_in_moto() -> Iterator[Moto]:
    """Start it, with nothing in it."""
    server = ThreadedMotoServer(ip_address=LOOPBACK, port=free_port(), verbose=False)
    server.start()
    url = f"http://{LOOPBACK}:{server._port}"
    try:
        httpx.post(f"{url}/moto-api/reset", verify=no_authorities()).raise_for_status()
        yield Moto(url)
    finally:
        server.stop()
