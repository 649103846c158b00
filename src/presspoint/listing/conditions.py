"""Warning signs and conditions as lines of text and as a JSON document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from presspoint.catalogue.conditions import Condition, conditions
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue


def condition_lines(catalogue: Catalogue) -> Iterator[str]:
    """Yield the names for --red-flag and --condition, each with what it means."""
    yield "Warning signs, for --red-flag. Any of them stops every routine:"
    for name, flag in red_flags(catalogue):
        yield f"  {name:20} {flag.title} ({flag.level})"
    yield ""
    yield "Conditions, for --condition. They leave points out; some need a clinician's word first:"
    for name, each in conditions(catalogue):
        yield f"  {name:20} {each.title}{_effect(each)}"


def conditions_document(catalogue: Catalogue) -> dict[str, Any]:
    """Return the document of `conditions --json`."""
    return {
        "red_flags": [
            {
                "id": name,
                "title": flag.title,
                "level": flag.level,
                "question": flag.question,
                "brief": flag.brief,
                "action": flag.action,
                "verified": flag.verified,
            }
            for name, flag in red_flags(catalogue)
        ],
        "conditions": [
            {
                "id": name,
                "title": each.title,
                "gate": each.gate,
                "postpone": each.postpone,
                "question": each.question,
                "brief": each.brief,
                "text": each.text,
                "verified": each.verified,
            }
            for name, each in conditions(catalogue)
        ],
    }


def _effect(condition: Condition) -> str:
    if condition.postpone:
        return " (another day)"
    return " (ask a clinician first)" if condition.gate else ""
