"""A folder of secrets, one a file: what Docker and Kubernetes mount at ``/run/secrets``."""

from pathlib import Path


def secret_names(folder: Path) -> list[str]:
    """Return the names of the files in ``folder``, each of which can be read.

    Raises:
        ValueError: it is no folder, or something in it is no file of text that lies within it; the
            message names it, and nothing of what it holds.
    """
    if not folder.is_dir():
        raise ValueError(f"{folder} is not a folder")
    # Kubernetes swaps its secrets through the link ``..data`` beside them.
    paths = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
    for path in paths:
        try:
            path.read_text(encoding="utf-8")
        except OSError as error:
            raise ValueError(f"{path} cannot be read ({error.strerror})") from None
        except UnicodeDecodeError:
            raise ValueError(f"{path} cannot be read (it is no text)") from None
        if folder.resolve() not in path.resolve().parents:
            raise ValueError(f"{path} leads out of the folder")
    return [path.name for path in paths]
