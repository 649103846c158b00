"""Own files as lines of text and as a JSON document: what they hold, and their faults."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from presspoint.catalogue.routines import Routine, routine
from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Kind, Table
from presspoint.courses.course import course_of_days
from presspoint.faults import FileFault, key_path
from presspoint.listing.courses import how_often
from presspoint.listing.routines.plan import gear_names
from presspoint.planning.plan import build
from presspoint.planning.suitability import find_obstacles
from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen
from presspoint.words import as_sentence, clock_time, join_words, quantity

NOUNS: Mapping[Kind, str] = {
    "routines": "routine",
    "courses": "course",
    "points": "point",
    "zones": "zone",
    "cautions": "caution",
    "sources": "source",
}
MOST_LINES = 40  # of one kind
MOST_NUMBERS = 5  # lines of one fault that are named
NOTHING = Routine("", "", "", (), (), ())


def summary(tables: Table) -> str:
    """Return how many entries of each kind there are: "1 routine and 2 points"."""
    counts = {noun: len(tables.get(kind, ())) for kind, noun in NOUNS.items()}
    words = tuple(quantity(count, noun) for noun, count in counts.items() if count)
    return join_words(words) or "nothing in it"


def content_lines(
    catalogue: Catalogue, tables: Table, profile: Profile, today: date
) -> Iterator[str]:
    """Yield a line for each routine, place and caution, with what stands against it for a person.

    The catalogue has the entries of these tables.
    """
    yield from shorten(_routine_lines(catalogue, tables, profile, today))
    yield from shorten(_course_lines(catalogue, tables))
    yield from shorten(_place_lines(catalogue, tables, profile, today))
    yield from shorten(_caution_lines(catalogue, tables))


def shorten(lines: Iterable[str]) -> Iterator[str]:
    """Yield the first lines, and how many more there are."""
    every = list(lines)
    yield from every[:MOST_LINES]
    if len(every) > MOST_LINES:
        yield f"... and {len(every) - MOST_LINES} more."


def fault_lines(faults: Sequence[FileFault]) -> Iterator[str]:
    """Yield a line for each fault; one that a file has several times has the other lines too."""
    alike: dict[tuple[object, ...], list[FileFault]] = {}
    for each in faults:
        key = each.fault.path[-1:] if each.fault.found == "nothing" else ()
        alike.setdefault((each.file, key, *each.fault[1:]), []).append(each)
    for first, *others in alike.values():
        numbers = sorted({each.line for each in others if each.line} - {first.line})
        yield f"{first}{_also(numbers)}"


def fault_count(faults: Sequence[FileFault]) -> str:
    """Return "2 faults in 1 file."."""
    files = {each.file for each in faults}
    return f"{quantity(len(faults), 'fault')} in {quantity(len(files), 'file')}."


def check_document(
    files: Mapping[str, Table | None], faults: Sequence[FileFault], not_read: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the document of `catalogue check --json`; `line` counts from 1 or is null.

    `files` have their entries by kind and id, a refused one None.
    """
    return {
        "files": [
            {
                "file": file,
                "in_order": tables is not None,
                "holds": tables and {kind: list(tables.get(kind, ())) for kind in NOUNS},
            }
            for file, tables in files.items()
        ],
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


def _routine_lines(
    catalogue: Catalogue, tables: Table, profile: Profile, today: date
) -> Iterator[str]:
    routines = [routine(catalogue, name) for name in tables.get("routines", ())]
    obstacles = find_obstacles(catalogue, routines, profile, today)
    for each in routines:
        plan = build(catalogue, each, {}, screen(catalogue, each, Flags()))
        gear = join_words(gear_names(catalogue, plan)) or "bare hands"
        time = clock_time(plan.course.total_seconds)
        mark = f" Not for you: {obstacles[each.name]}." if each.name in obstacles else ""
        yield f"Routine {each.name}, {time}: {as_sentence(each.title)} Needs {gear}.{mark}"


def _course_lines(catalogue: Catalogue, tables: Table) -> Iterator[str]:
    for name in tables.get("courses", ()):
        course = course_of_days(catalogue, name)
        yield f"Course {name}, {course.routine}, {how_often(course)}: {as_sentence(course.title)}"


def _place_lines(
    catalogue: Catalogue, tables: Table, profile: Profile, today: date
) -> Iterator[str]:
    limits = screen(catalogue, NOTHING, Flags(), profile, today).limits
    for kind in PLACE_KINDS:
        for name in tables.get(kind, ()):
            point = catalogue.point(name)
            where = f"at {point.at}" if point.at else catalogue.region(point.region).title.lower()
            out = {side: limits.exclusion(point, side) for side in point.hold_sides}
            reasons = {side: each.reason for side, each in out.items() if each}
            is_out = len(reasons) == len(out)
            marks = [
                f" Not for you{'' if is_out else f' on the {side} side'}: {reason}."
                for side, reason in reasons.items()
            ]
            noun = NOUNS[kind].capitalize()
            mark = "".join(marks[:1] if is_out else marks)
            yield f"{noun} {name}, {where}: {as_sentence(point.name)}{mark}"


def _caution_lines(catalogue: Catalogue, tables: Table) -> Iterator[str]:
    for name, entry in tables.get("cautions", {}).items():
        on = join_words(tuple(entry.get("on", ())))
        out = ", left out altogether" if entry.get("leave_out") else ""
        yield f"Caution ({on or 'everywhere'}{out}): {catalogue.text(name, 'cautions')}"


def _also(numbers: Sequence[int]) -> str:
    if not numbers:
        return ""
    shown = [str(each) for each in numbers[:MOST_NUMBERS]]
    more = len(numbers) - len(shown)
    shown += [f"{more} more"] if more else []
    return f" The same on {'line' if len(numbers) == 1 else 'lines'} {join_words(tuple(shown))}."
