"""How strong the pain was at some moment, and where, read and saved."""

import re
from collections.abc import Iterator

from presspoint.clock import instant
from presspoint.outcome.scores import Pain
from presspoint.storage.entries.entry import Entry, new_entry, read_records, save_entries
from presspoint.storage.entries.scores import zero_to_ten

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d", re.ASCII)
LONGEST_PLACE = 60  # characters


def read_pains() -> list[Pain]:
    """Return every pain, the earliest first; a damaged one is left out. Raises StorageError."""
    pains = [each for record in read_records("pain") for each in _parse(record)]
    return sorted(pains, key=lambda each: instant(each.when) or 0.0)


def save_pain(pain: Pain) -> Pain:
    """Save a pain, and return it with its id. Raises StorageError."""
    content = {name: each for name, each in pain._asdict().items() if name != "id"}
    record = new_entry("pain", **content)
    save_entries([record])
    return pain._replace(id=record.id)


def _parse(record: Entry) -> Iterator[Pain]:
    content = record.content
    try:
        when, pain = str(content["when"]), zero_to_ten(content["pain"])
        regions = tuple(map(str, content.get("regions") or ()))
    except (KeyError, TypeError, ValueError):
        return
    if not MOMENT.match(when) or instant(when) is None:
        return
    where, side = str(content.get("where") or "")[:LONGEST_PLACE], content.get("side")
    side = side if side in ("left", "right") else None
    yield Pain(when, pain, where, regions, side, record.id)
