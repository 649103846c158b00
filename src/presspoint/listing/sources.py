"""Where the catalogue's facts come from, as lines of text and as a JSON document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from presspoint.catalogue.sources import CITING, citing_entries, sources
from presspoint.catalogue.tables import Catalogue
from presspoint.words import quantity


def source_lines(catalogue: Catalogue) -> Iterator[str]:
    """Yield each source under its kind, with what it is cited for."""
    citing = citing_entries(catalogue)
    kinds: dict[str, list[str]] = defaultdict(list)
    every = dict(sources(catalogue))
    for name, source in every.items():
        kinds[source.kind].append(name)
    for kind, names in kinds.items():
        yield f"{kind[:1].upper()}{kind[1:]}"
        for name in names:
            source = every[name]
            detail = f" ({source.detail})" if source.detail else ""
            cited = ", ".join(
                quantity(len(ids), CITING[table]) for table, ids in citing[name].items()
            )
            yield f"  {source.title}{detail}. Cited by {cited or 'standing texts'}."


def sources_document(catalogue: Catalogue) -> dict[str, Any]:
    """Return the document of `sources --json`: each source with the ids that cite it."""
    citing = citing_entries(catalogue)
    return {
        "sources": [
            {
                "id": name,
                "kind": source.kind,
                "title": source.title,
                "detail": source.detail,
                "cited_by": citing[name],
            }
            for name, source in sources(catalogue)
        ]
    }
