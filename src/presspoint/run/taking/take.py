"""A routine written into files that are used away from the laptop."""

from collections.abc import Iterable
from pathlib import Path

from presspoint.catalogue.tables import Catalogue
from presspoint.kit.kit import Kit, make_kit
from presspoint.named_tuple import NamedTuple
from presspoint.run.arguments.names import match_name
from presspoint.run.options import Options
from presspoint.run.request import Run, request
from presspoint.run.taking.parts import Order, Part, make_parts
from presspoint.run.taking.permission import ask_permission
from presspoint.safety.screening import NOBODY
from presspoint.sound.files.encoders import Format, formats_here
from presspoint.storage.new_files import refuse_names_in_use, write_new_files
from presspoint.terminal.output import print_paragraph, report
from presspoint.terminal.signals import closing_first
from presspoint.words import join_words, long_date

WRITTEN = "Saved in {folder}: {files}."
RESTS = "Left out for now: what rests until {day}. From then on, make it again to have all of it."
AFTERWARDS = "To count a session done away from here: presspoint history did {name}."
ON_A_PHONE = (
    "To have it on a phone, copy it there as you copy a picture: by cable, or in a message to "
    "yourself. It needs no account and no network."
)


class Typed(NamedTuple):
    """What was typed of the files: the folder, the parts, the format of the sound, if any."""

    folder: Path
    parts: tuple[str, ...] = ()
    format: str | None = None
    shows_conditions: bool = False


def take(catalogue: Catalogue, options: Options, typed: Typed) -> None:
    """Write the files that were asked for, after the warnings and questions of a session.

    Raises NotPlayed where nothing may be done, UsageError for a part or a format that is not
    known, and PresspointError; then nothing is written.
    """
    parts, form = _parts(typed.parts), _format(typed.format)
    run, plan = ask_permission(catalogue, request(catalogue, options, report))
    kit = make_kit(
        catalogue,
        plan,
        run.profile or NOBODY,
        run.flags,
        run.today,
        shows_conditions=typed.shows_conditions,
    )
    refuse_names_in_use(typed.folder, _names(kit, parts, form))  # not only once they are made
    with closing_first():
        files = make_parts(Order(catalogue, kit, options, form, run.choices), parts)
        write_new_files(typed.folder, files)
    _say_what_was_written(kit, typed.folder, files)
    _say_what_rests((each.code for each in plan.screening.left_out), run)


def _parts(typed: Iterable[str]) -> tuple[Part, ...]:
    """The parts that were typed, else all. Raises UsageError."""
    names = {each.value: each.value for each in Part}
    return tuple(Part(match_name(names, each, "--what")) for each in typed) or tuple(Part)


def _format(typed: str | None) -> Format | None:
    """The format that was typed. Raises UsageError."""
    names = {each.value: each.value for each in Format}
    return None if typed is None else Format(match_name(names, typed, "--format"))


def _names(kit: Kit, parts: Iterable[Part], form: Format | None) -> tuple[str, ...]:
    """What the files of these parts are called, if the sound gets its first format."""
    endings = {
        Part.SOUND: f".{form or formats_here()[0]}",
        Part.PAGE: ".html",
        Part.SHEET: "-sheet.html",
    }
    return tuple(f"{kit.name}{endings[each]}" for each in parts)


def _say_what_was_written(kit: Kit, folder: Path, files: Iterable[str]) -> None:
    print_paragraph(WRITTEN.format(folder=folder, files=join_words(tuple(files))))
    print_paragraph(f"{kit.made_for} {kit.times}")
    print_paragraph(ON_A_PHONE)
    print_paragraph(AFTERWARDS.format(name=kit.name))


def _say_what_rests(left_out: Iterable[str], run: Run) -> None:
    """Say from when on the files can be made with the places that rest now, if any of it does."""
    codes = frozenset(left_out)
    rests = run.profile.rests_on(run.today) if run.profile else ()
    if days := [each.until for each in rests if each.code in codes and each.until > run.today]:
        print_paragraph(RESTS.format(day=long_date(max(days))))
