"""Prints the licence of presspoint and of each package that it needs, as installed here."""

import re
import sys
from collections.abc import Iterator
from importlib import metadata

NAME = re.compile(r"[\w.-]+")


def needed(name: str, seen: set[str]) -> Iterator[str]:
    """Yield a package and what it needs in turn, each once, if it is installed here."""
    plain = re.sub(r"[-_.]+", "-", name).lower()
    if plain in seen:
        return
    seen.add(plain)
    try:
        requirements = metadata.requires(plain) or ()
    except metadata.PackageNotFoundError:
        return  # for another system
    yield plain
    for requirement in requirements:
        match = NAME.match(requirement)
        if match and "extra ==" not in requirement:
            yield from needed(match[0], seen)


def licence(name: str) -> str:
    """Return a package's licence in few words. Raises ValueError where it names none."""
    content = metadata.metadata(name).json
    every = content.get("classifier", ())
    classifiers = [each.rpartition(" :: ")[2] for each in every if each.startswith("License ::")]
    text = str(
        content.get("license_expression") or ", ".join(classifiers) or content.get("license", "")
    )
    if not text:
        raise ValueError(f"{name} names no licence")
    return text.split("\n", maxsplit=1)[0][:60]


if __name__ == "__main__":
    for each in sorted(needed("presspoint", set())):
        sys.stdout.write(f"{each:20} {metadata.version(each):12} {licence(each)}\n")
