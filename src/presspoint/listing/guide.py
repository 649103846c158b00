"""How pressing is done in general, as labelled rows and as a JSON document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from presspoint.catalogue.sources import SourceNumbers, guidance
from presspoint.catalogue.tables import Catalogue


def guide_rows(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield each subject with its text and the numbers of its sources, which follow at the end."""
    citing = SourceNumbers()
    for _, entry in guidance(catalogue):
        yield entry.title, f"{entry.text}{citing(entry.sources)}"
    for name, number in citing.numbers.items():
        yield f"Source {number}", catalogue.title("sources", name)


def guide_document(catalogue: Catalogue) -> dict[str, Any]:
    """Return the document of `guide --json`."""
    return {
        "guidance": [
            {
                "id": name,
                "title": entry.title,
                "text": entry.text,
                "sources": list(catalogue.titles("sources", entry.sources)),
            }
            for name, entry in guidance(catalogue)
        ]
    }
