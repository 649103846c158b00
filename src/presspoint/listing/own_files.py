"""What checking own files found, as lines and as a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from presspoint.faults import FileFault, key_path
from presspoint.words import quantity


def check_lines(files: Sequence[str], faults: Sequence[FileFault]) -> Iterator[str]:
    """Yield a line for each file that is in order, and one that adds up what is wrong."""
    refused = {each.file for each in faults}
    for file in files:
        if file not in refused:
            yield f"{file}: in order."
    if refused:
        yield f"{quantity(len(faults), 'fault')} in {quantity(len(refused), 'file')}."


def check_document(files: Sequence[str], faults: Sequence[FileFault]) -> dict[str, Any]:
    """Return the document of `catalogue check --json`; `line` counts from 1 or is null."""
    refused = {each.file for each in faults}
    return {
        "files": [{"file": file, "in_order": file not in refused} for file in files],
        "faults": [
            {
                "file": told.file,
                "line": told.line,
                "table": str(told.fault.path[0]) if told.fault.path else None,
                "entry": str(told.fault.path[1]) if len(told.fault.path) > 1 else None,
                "key": key_path(told.fault.path[2:]) or None,
                "found": told.fault.found,
                "wanted": told.fault.expectation,
            }
            for told in faults
        ],
    }
