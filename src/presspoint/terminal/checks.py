"""What checking own files found, as lines and as a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from presspoint.faults import dotted
from presspoint.storage.own_catalogue import Checked
from presspoint.text import counted


def check_lines(paths: Sequence[Path], result: Checked) -> Iterator[str]:
    """Yield a line for each file that is in order, and one that adds up what is wrong."""
    refused = set(result.refused)
    for path in paths:
        if path not in refused:
            yield f"{path}: in order."
    if refused:
        yield f"{counted(len(result.faults), 'fault')} in {counted(len(refused), 'file')}."


def check_document(paths: Sequence[Path], result: Checked) -> dict[str, Any]:
    """Return the document of `catalogue check --json`; `line` counts from 1 or is null."""
    return {
        "files": [
            {"file": str(path), "in_order": path not in set(result.refused)} for path in paths
        ],
        "faults": [
            {
                "file": str(told.file),
                "line": told.line,
                "table": str(told.fault.path[0]) if told.fault.path else None,
                "entry": str(told.fault.path[1]) if len(told.fault.path) > 1 else None,
                "key": dotted(told.fault.path[2:]) or None,
                "found": told.fault.found,
                "wanted": told.fault.wanted,
            }
            for told in result.faults
        ],
    }
