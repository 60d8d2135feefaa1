"""The few commands of the AWS CLI that ``localstack/stack.sh`` has, by AWS's own library.

``python -m tests.serverless.aws_cli COMMAND …`` asks ``AWS_ENDPOINT_URL``, moto's server in the
tests. Each call is noted in ``CALLS``, a line of JSON; the one that ``FAILS`` names (``s3 cp``)
ends with 255, as the CLI does. Options that are not here are refused, so a misspelt one is found.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import boto3
import jmespath  # type: ignore[import-untyped]
from botocore.exceptions import ClientError

from shared.config import process_environment


def _get_secret(options: argparse.Namespace) -> Any:  # noqa: ANN401 (what AWS answers)
    return _client("secretsmanager").get_secret_value(SecretId=options.secret_id)


def _create_secret(options: argparse.Namespace) -> Any:  # noqa: ANN401
    text = _text(options.secret_string)
    return _client("secretsmanager").create_secret(Name=options.name, SecretString=text)


def _put_secret(options: argparse.Namespace) -> Any:  # noqa: ANN401
    text = _text(options.secret_string)
    secrets = _client("secretsmanager")
    return secrets.put_secret_value(SecretId=options.secret_id, SecretString=text)


def _head_bucket(options: argparse.Namespace) -> Any:  # noqa: ANN401
    return _client("s3").head_bucket(Bucket=options.bucket)


def _make_bucket(options: argparse.Namespace) -> Any:  # noqa: ANN401
    store = _client("s3")
    where = {"LocationConstraint": store.meta.region_name}
    name = options.bucket_url.removeprefix("s3://")
    return store.create_bucket(Bucket=name, CreateBucketConfiguration=where)


def _copy(options: argparse.Namespace) -> None:
    bucket, _, key = options.to.removeprefix("s3://").partition("/")
    _client("s3").upload_file(options.source, bucket, key)


def _deploy(options: argparse.Namespace) -> None:
    """Make the stack, or change it where something is another than it was.

    What is in place of a parameter decides, as in CloudFormation, not its name. A stack is changed
    by making it anew: moto cannot change one some of whose resources have a condition.
    """
    stacks, name = _client("cloudformation"), options.stack_name
    parameters = dict(one.split("=", 1) for one in options.parameter_overrides)
    template = Path(options.template_file).read_text(encoding="utf-8")
    for parameter, value in parameters.items():
        template = template.replace(f"${{{parameter}}}", value)
    if name in [stack["StackName"] for stack in stacks.describe_stacks()["Stacks"]]:
        (stack,) = stacks.describe_stacks(StackName=name)["Stacks"]
        before = {one["ParameterKey"]: one["ParameterValue"] for one in stack["Parameters"]}
        same = stacks.get_template(StackName=name)["TemplateBody"] == template
        if same and before.items() >= parameters.items():
            raise SystemExit(0 if options.no_fail_on_empty_changeset else 255)
        stacks.delete_stack(StackName=name)
    stacks.create_stack(
        StackName=name,
        TemplateBody=template,
        Capabilities=options.capabilities,
        Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in parameters.items()],
    )
    (stack,) = stacks.describe_stacks(StackName=name)["Stacks"]
    if stack["StackStatus"] != "CREATE_COMPLETE":
        raise SystemExit(255)


def _describe(options: argparse.Namespace) -> Any:  # noqa: ANN401
    return _client("cloudformation").describe_stacks(StackName=options.stack_name)


COMMANDS = {
    ("secretsmanager", "get-secret-value"): (_get_secret, ("--secret-id",)),
    ("secretsmanager", "create-secret"): (_create_secret, ("--name", "--secret-string")),
    ("secretsmanager", "put-secret-value"): (_put_secret, ("--secret-id", "--secret-string")),
    ("s3api", "head-bucket"): (_head_bucket, ("--bucket",)),
    ("s3", "mb"): (_make_bucket, ("bucket_url",)),
    ("s3", "cp"): (_copy, ("source", "to")),
    ("cloudformation", "deploy"): (_deploy, ("--stack-name", "--template-file")),
    ("cloudformation", "describe-stacks"): (_describe, ("--stack-name",)),
}


def _client(name: str) -> Any:  # noqa: ANN401 (boto3 makes its clients of data)
    return boto3.client(name)


def _text(value: str) -> str:
    return Path(value.removeprefix("file://")).read_text(encoding="utf-8")


def _parsed(words: list[str], names: tuple[str, ...]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(allow_abbrev=False)
    for name in names:
        if name.startswith("-"):
            parser.add_argument(name, required=True)
        else:
            parser.add_argument(name)
    parser.add_argument("--query")
    parser.add_argument("--output", choices=["text"])
    parser.add_argument("--only-show-errors", action="store_true")
    parser.add_argument("--capabilities", nargs="+", default=[])
    parser.add_argument("--no-fail-on-empty-changeset", action="store_true")
    parser.add_argument("--parameter-overrides", nargs="+", default=[])
    return parser.parse_args(words)


def _as_text(found: Any) -> str:  # noqa: ANN401
    """Rows a line each, columns apart by a tab, as ``--output text`` has them."""
    rows = found if isinstance(found, list) and found and isinstance(found[0], list) else [found]
    return "\n".join(
        "\t".join(map(str, row)) if isinstance(row, list) else str(row) for row in rows
    )


def main(words: list[str]) -> int:
    """Carry out a command; return the exit status."""
    name, told = (words[0], words[1]), process_environment()
    with Path(told["CALLS"]).open("a", encoding="utf-8") as calls:
        calls.write(json.dumps(words) + "\n")
    if told.get("FAILS") == " ".join(name):
        return 255
    run, names = COMMANDS[name]
    options = _parsed(words[2:], names)
    try:
        answer = run(options)
    except ClientError as error:
        sys.stderr.write(f"{error}\n")
        return 254
    if options.query:
        sys.stdout.write(_as_text(jmespath.search(options.query, answer)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
