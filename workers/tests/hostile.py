"""A reading process that runs the document as a program: what a file that took it over could do."""

import sys

from workers.documents import child


def deed(content: bytes, *_: object) -> None:
    """Do what the document says."""
    exec(content)  # noqa: S102 (the test's own words)


if __name__ == "__main__":
    setattr(child, "read_document", deed)  # noqa: B010 (a name that it does not export)
    sys.exit(child.main())
