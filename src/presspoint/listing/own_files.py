"""The faults of own files as lines of text and as a JSON document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from presspoint.catalogue.tables import Kind
from presspoint.faults import FileFault, key_path
from presspoint.words import join_words, quantity

NOUNS: Mapping[Kind, str] = {
    "routines": "routine",
    "points": "point",
    "zones": "zone",
    "cautions": "caution",
    "sources": "source",
}


def check_lines(
    entries: Mapping[str, Mapping[Kind, int]], faults: Sequence[FileFault]
) -> Iterator[str]:
    """Yield a line for each file without a fault, with what is in it.

    `entries` has, of those files, how many entries of each kind they have. The last line has the
    number of faults.
    """
    refused = {each.file for each in faults}
    for file, counts in entries.items():
        words = (quantity(count, NOUNS[kind]) for kind, count in counts.items() if count)
        yield f"{file}: OK ({join_words(tuple(words)) or 'nothing in it'})."
    if refused:
        yield f"{quantity(len(faults), 'fault')} in {quantity(len(refused), 'file')}."


def check_document(
    files: Sequence[str], faults: Sequence[FileFault], not_read: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the document of `catalogue check --json`; `line` counts from 1 or is null."""
    refused = {each.file for each in faults}
    return {
        "files": [{"file": file, "in_order": file not in refused} for file in files],
        "faults": [
            {
                "file": each.file,
                "line": each.line,
                "table": str(each.fault.path[0]) if each.fault.path else None,
                "entry": str(each.fault.path[1]) if len(each.fault.path) > 1 else None,
                "key": key_path(each.fault.path[2:]) or None,
                "found": each.fault.found,
                "wanted": each.fault.expectation,
            }
            for each in faults
        ],
        "not_read": list(not_read),
    }
