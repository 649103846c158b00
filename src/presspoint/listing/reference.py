"""Conditions, the guide and the sources as lines of text and as JSON documents."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from presspoint.catalogue.conditions import Condition, condition, conditions
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.sources import CITING, SourceNumbers, citing_entries, guidance, sources
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import fields
from presspoint.words import quantity

RED_FLAG_FIELDS = ("title", "level", "question", "brief", "action", "verified")
CONDITION_FIELDS = (
    "title", "gate", "postpone", "of_today", "question", "brief", "text", "verified",
)  # fmt: skip
SIGNS_HEADING = "Warning signs, for --red-flag. Each of them stops every routine:"
CONDITIONS_HEADING = (
    "Conditions, for --condition. Points are left out; with some, ask a clinician first:"
)
OTHER_NAMES = (
    'Everyday names and names of medicines work too: --condition "slipped disc", '
    "--condition warfarin. presspoint conditions NAME shows one."
)


def condition_sections(catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """Return the names for --red-flag and --condition, each with what it means."""
    signs = [(name, f"{flag.title} ({flag.level})") for name, flag in red_flags(catalogue)]
    known = [(name, f"{each.title}{_effect(each)}") for name, each in conditions(catalogue)]
    return {SIGNS_HEADING: signs, CONDITIONS_HEADING: known}


def condition_rows(catalogue: Catalogue, name: str) -> Iterator[tuple[str, str]]:
    """Yield what a condition is, what it leaves out, and how it is asked about."""
    rule = condition(catalogue, name)
    yield name, f"{rule.title}{_effect(rule)}"
    yield "What changes", rule.text
    yield "The question", rule.question
    yield "Sources", "; ".join(catalogue.titles("sources", rule.sources))


def _effect(rule: Condition) -> str:
    if rule.postpone:
        return " (wait for another day)"
    if rule.of_today:
        return " (today only)"
    return " (ask a clinician first)" if rule.gate else ""


def conditions_document(catalogue: Catalogue, only: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the document of `conditions --json`, without signs for some conditions only."""
    return {
        "red_flags": [
            {"id": name} | fields(flag, *RED_FLAG_FIELDS)
            for name, flag in red_flags(catalogue)
            if not only
        ],
        "conditions": [
            {"id": name} | fields(each, *CONDITION_FIELDS)
            for name, each in conditions(catalogue)
            if not only or name in only
        ],
    }


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
                **fields(entry, "title", "text"),
                "sources": catalogue.titles("sources", entry.sources),
            }
            for name, entry in guidance(catalogue)
        ]
    }


def source_lines(catalogue: Catalogue) -> Iterator[str]:
    """Yield each source under its kind, with what it is cited for."""
    citing = citing_entries(catalogue)
    kinds = defaultdict(list)
    for name, source in sources(catalogue):
        kinds[source.kind].append((name, source))
    for kind, entries in kinds.items():
        yield f"{kind[:1].upper()}{kind[1:]}"
        for name, source in entries:
            detail = f" ({source.detail})" if source.detail else ""
            cited = (quantity(len(ids), CITING[table]) for table, ids in citing[name].items())
            yield f"  {source.title}{detail}. Used in {', '.join(cited) or 'general texts'}."


def sources_document(catalogue: Catalogue) -> dict[str, Any]:
    """Return the document of `sources --json`: each source with the ids that cite it."""
    citing = citing_entries(catalogue)
    return {
        "sources": [
            {"id": name, **fields(source, "kind", "title", "detail"), "cited_by": citing[name]}
            for name, source in sources(catalogue)
        ]
    }
