"""Courses of days as JSON documents."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from presspoint.catalogue.safety_warnings import SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.courses.course import CourseOfDays
from presspoint.courses.state import CourseState
from presspoint.listing.fields import WARNING_FIELDS, fields


def courses_document(catalogue: Catalogue, every: Iterable[CourseOfDays]) -> dict[str, Any]:
    """Return the document of `course list --json`."""
    return {
        "courses": [
            {
                "name": each.id,
                **fields(each, "title", "routine", "weeks", "times", "grows", "basis"),
                "sources": list(catalogue.titles("sources", each.sources)),
                "file": each.file or None,
            }
            for each in every
        ]
    }


def state_document(
    state: CourseState | None, warnings: Iterable[SafetyWarning] = ()
) -> dict[str, Any]:
    """Return the document of `course --json`, with null where there is no course.

    The `warnings` are those of a stop.
    """
    said = [fields(each, *WARNING_FIELDS) for each in warnings]
    if state is None:
        return {"course": None, "warnings": said}
    course = state.personal.course
    return {
        "course": {
            "id": state.personal.id,
            "name": course.id,
            **fields(course, "title", "routine", "weeks", "times"),
            "begins": str(state.personal.begins),
            "last_day": str(state.last_day),
            "today": str(state.today),
            **fields(state, "standing", "week", "due"),
            "due_from": state.due_from or None,
            "next_day": _text(state.next_day),
            **fields(state, "asked", "done", "extra", "in_a_row", "adherence", "percent"),
            "pause": _pause(state),
            "days": [{"day": str(day), "state": kind} for day, kind in state.days],
        },
        "warnings": said,
    }


def _pause(state: CourseState) -> dict[str, Any] | None:
    note = state.pause
    return note and {"since": str(note.day), "until": _text(note.until), "because": note.because}


def _text(day: date | None) -> str | None:
    return str(day) if day else None
