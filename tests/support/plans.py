"""Plans for tests: of a shipped routine for a person, and of a small catalogue of our own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

from presspoint.catalogue.routines import Routine, choice, routine
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.plan import Plan, build
from presspoint.safety.answers import ConditionAnswer, Flags
from presspoint.safety.screening import screen

# Whole, a plan is longer than hypothesis agrees to show of a failing case.
setattr(Plan, "__repr__", lambda plan: f"<plan of {plan.course.routine.name}>")  # noqa: B010  # a NamedTuple's


def telling(*conditions: str, **more: Any) -> Flags:  # noqa: ANN401  # the other fields of Flags
    """Return the flags of a run that names these conditions."""
    return Flags(conditions=tuple(ConditionAnswer(name, date.min) for name in conditions), **more)


def planned(
    catalogue: Catalogue,
    name: str = "lower-back",
    choices: dict[str, str] | None = None,
    profile: Flags | None = None,
) -> Plan:
    """Return the plan of a routine; without a profile, for a person whom nothing limits."""
    wanted = routine(catalogue, name)
    return build(catalogue, wanted, choices or {}, screen(catalogue, wanted, profile or Flags()))


def every_choice(catalogue: Catalogue, wanted: Routine) -> Iterator[dict[str, str]]:
    """Yield every combination of answers, the missing answer among them."""
    answers = [(None, *choice(catalogue, name).values) for name in wanted.choices]
    for values in product(*answers):
        pairs = zip(wanted.choices, values, strict=True)
        yield {name: value for name, value in pairs if value is not None}


def with_routine(catalogue: Catalogue, steps: list[dict[str, Any]], **tables: Any) -> Catalogue:  # noqa: ANN401  # a table's values are of any type
    """Return the catalogue with a routine "test" of these steps, and tables merged into it."""
    entry = {"title": "T", "summary": "S", "helps": [], "sources": ["presspoint"], "steps": steps}
    added = {"routines": {"test": entry}, **tables}
    merged = {kind: {**catalogue.tables[kind], **entries} for kind, entries in added.items()}
    return Catalogue({**catalogue.tables, **merged}, "test.toml")
