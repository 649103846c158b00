"""Prints the lowest versions that pyproject.toml allows, as constraints for pip."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)\s*>=(?P<version>[\w.]+)")


def lowest_versions(project: Path = PROJECT) -> Iterator[str]:
    """Yield "name==version" for each requirement. Raises ValueError for one without a least."""
    content = tomllib.loads(project.read_text(encoding="utf-8"))
    optional = content["project"]["optional-dependencies"].values()
    lists = (content["build-system"]["requires"], content["project"]["dependencies"], *optional)
    for requirement in dict.fromkeys(each for requirements in lists for each in requirements):
        match = REQUIREMENT.match(requirement)
        if not match:
            raise ValueError(f"pyproject.toml names no lowest version: {requirement}")
        yield f"{match['name']}=={match['version']}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lowest_versions())
