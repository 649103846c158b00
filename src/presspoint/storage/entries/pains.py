"""How strong the pain was at some moment, and where, read and saved."""

from collections.abc import Iterator, Mapping
from typing import Any

from presspoint.clock import instant
from presspoint.outcome.scores import Pain
from presspoint.storage.entries.entry import new_entry, read_entries, save_entries
from presspoint.storage.entries.scores import zero_to_ten

LONGEST_PLACE = 60  # characters
SIDES = frozenset({"left", "right"})


def read_pains() -> list[Pain]:
    """Return every pain, the earliest first; a damaged one is left out. Raises StorageError."""
    pains = [each for content in read_entries("pain") for each in _parse(content)]
    return sorted(pains, key=lambda each: instant(each.when) or 0.0)


def save_pain(pain: Pain) -> None:
    """Save a pain. Raises StorageError."""
    save_entries([new_entry("pain", **pain._asdict())])


def _parse(content: Mapping[str, Any]) -> Iterator[Pain]:
    try:
        when, pain = str(content["when"]), zero_to_ten(content["pain"])
        regions = tuple(map(str, content.get("regions") or ()))
    except (KeyError, TypeError, ValueError):
        return
    if instant(when) is None:
        return
    where, side = str(content.get("where") or "")[:LONGEST_PLACE], content.get("side")
    yield Pain(when, pain, where, regions, str(side) if side in SIDES else None)
