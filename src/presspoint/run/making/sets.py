"""A set for now made for the person of a run, and what to say where nothing fits."""

from __future__ import annotations

from shlex import quote

from presspoint.catalogue.routines import Routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, StorageError
from presspoint.listing.routines.made import with_reasons
from presspoint.making.made import Made, make
from presspoint.making.occasion import Mark, Occasion
from presspoint.run.making.typed import Typed
from presspoint.run.request import Run
from presspoint.safety.screening import NOBODY, Screening, screen_person
from presspoint.storage.entries.marks import read_marks
from presspoint.terminal.output import report
from presspoint.words import clock_time, printable

# A run has a routine before the wish is known: what stops the person ends it all the same.
UNKNOWN = Routine("make", "A set for now", "", (), (), ())
NOTHING = "Nothing fits that."
NEAREST = 'The nearest is {time} {where}: type "presspoint {command}".'
LOOK_UP = 'To look places up, type "presspoint points --for {complaint} --all".'
WITHOUT_MARKS = (
    "You answered never for some of these places. To change that: presspoint point NAME --mark same"
)


def may_be_made(person: Screening) -> bool:
    """Whether anything may be pressed at all, once a clinician agrees where one is asked."""
    return not (person.stopped or person.unanswered or person.limits.is_postponed)


def screening_once_agreed(catalogue: Catalogue, run: Run) -> Screening:
    """Return the screening of the person of a run, as if a clinician agreed where one is asked."""
    flags = run.flags._replace(provider_agreed=True)
    return screen_person(catalogue, flags, run.profile or NOBODY, run.today, run.pressed_today)


def make_set(catalogue: Catalogue, run: Run, occasion: Occasion, typed: Typed) -> Made:
    """Return the set for an occasion and what the person marked, with its reasons.

    Raises PresspointError where nothing fits, with what does.
    """
    occasion = occasion._replace(marks=_marks())
    person = screening_once_agreed(catalogue, run)
    made = make(catalogue, occasion, person, run.pace)
    if made is None:
        raise PresspointError(_nothing(catalogue, run, occasion, typed, person))
    return with_reasons(catalogue, made)


def _marks() -> dict[str, Mark]:
    """What the person marked; nothing where that cannot be read, which is reported."""
    try:
        return read_marks()
    except StorageError as problem:
        report(f"what you marked cannot be read, so all places count the same: {problem}")
        return {}


def _nothing(
    catalogue: Catalogue, run: Run, occasion: Occasion, typed: Typed, person: Screening
) -> str:
    """That nothing fits, and why; the nearest that does, as it is typed."""
    from presspoint.making.nearest import nearest, reason_for_nothing  # few wishes need it

    why = f"{NOTHING} {reason_for_nothing(catalogue, occasion, person)}"
    if near := nearest(catalogue, occasion, person, run.pace):
        command = _command(typed, near.occasion, catalogue)
        time, where = clock_time(near.made.seconds), near.occasion.situation.title
        return f"{why} {NEAREST.format(time=time, where=where, command=command)}"
    if "never" in occasion.marks.values():
        return f"{why} {WITHOUT_MARKS}"
    return f"{why} {LOOK_UP.format(complaint=_complaint(typed, occasion))}"


def _command(typed: Typed, occasion: Occasion, catalogue: Catalogue) -> str:
    """What to type for an occasion."""
    complaint = _complaint(typed, occasion)
    where = next(
        name
        for name in catalogue.ids("situations")
        if catalogue.title("situations", name) == occasion.situation.title
    )
    words = ["make", "--for", complaint, "--minutes", str(occasion.seconds // 60), "--at", where]
    words += [word for name in sorted(occasion.tools) for word in ("--with", name)]
    words += ["--side", occasion.side] if occasion.side else []
    words += ["--quiet"] if occasion.quiet else []
    words += [word for code in sorted(occasion.without) for word in ("--without", code)]
    return " ".join(words)


def _complaint(typed: Typed, occasion: Occasion) -> str:
    """The complaint as it is typed."""
    return occasion.complaint or quote(printable(typed.complaint or "", limit=60))
