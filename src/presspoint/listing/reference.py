"""Where the catalogue's facts come from, as lines and as a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from presspoint.catalogue.sources import SOURCED, citing_entries
from presspoint.catalogue.tables import Catalogue
from presspoint.words import quantity


def source_lines(catalogue: Catalogue) -> Iterator[str]:
    """Yield each source under its kind, with what it is cited for."""
    citing = citing_entries(catalogue)
    kinds: dict[str, list[str]] = defaultdict(list)
    for name, entry in catalogue.table("sources").items():
        kinds[entry["kind"]].append(name)
    for kind, names in kinds.items():
        yield f"{kind[:1].upper()}{kind[1:]}"
        for name in names:
            entry = catalogue.table("sources")[name]
            detail = f" ({entry['detail']})" if entry.get("detail") else ""
            cited = ", ".join(
                quantity(len(ids), SOURCED[table]) for table, ids in citing[name].items()
            )
            yield f"  {entry['title']}{detail}. Cited by {cited or 'standing texts'}."


def sources_document(catalogue: Catalogue) -> dict[str, Any]:
    """Return the document of `sources --json`: each source with the ids that cite it."""
    citing = citing_entries(catalogue)
    return {
        "sources": [
            {
                "id": name,
                "kind": entry["kind"],
                "title": entry["title"],
                "detail": entry.get("detail", ""),
                "cited_by": citing[name],
            }
            for name, entry in catalogue.table("sources").items()
        ]
    }
