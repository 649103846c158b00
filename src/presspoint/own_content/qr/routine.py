"""What a QR code holds of a routine: its name alone where presspoint has it, else all of it.

It holds nothing of the person, and no sources, as these may be names of people.
"""

from collections.abc import Mapping
from typing import Any

from presspoint.catalogue.routines import Routine, choice
from presspoint.catalogue.tables import PLACE_KINDS, Catalogue
from presspoint.errors import PresspointError
from presspoint.named_tuple import NamedTuple
from presspoint.own_content.qr.text import FOREIGN, read_qr_text, write_qr_text
from presspoint.own_content.written import routine_entry
from presspoint.words import echo

INCOMPLETE = (
    "It has {what} of your own, which a QR code cannot hold. Send the file itself: "
    "presspoint catalogue add FILE takes it."
)
NOT_HERE = (
    'This code names a routine of presspoint that is not in this one: "{name}". Update presspoint, '
    "then add it again."
)
UNKNOWN_CHOICE = (
    "This code asks for a choice that this presspoint does not have. Update presspoint."
)


class SharedRoutine(NamedTuple):
    """A routine by its id, what was chosen of it, and its entry; empty where presspoint has it."""

    name: str
    choices: Mapping[str, str]
    entry: Mapping[str, Any]

    @property
    def file(self) -> dict[str, Any]:
        """Return it as a file of one's own."""
        return {"schema": 1, "routines": {self.name: self.entry}}


def share(shipped: Catalogue, shared: Routine, choices: Mapping[str, str]) -> str:
    """Return the text of a routine's QR code, with what was chosen of it.

    Raises PresspointError where it has a place or a caution that is not presspoint's.
    """
    content: dict[str, Any] = {"routine": shared.name}
    if shared.file:
        _refuse_what_is_not_shipped(shipped, shared)
        content["entry"] = _whole(shipped, shared)
    unusual = {
        name: value for name, value in choices.items() if value != choice(shipped, name).default
    }
    return write_qr_text(content | ({"choices": unusual} if unusual else {}))


def read_shared(shipped: Catalogue, text: str) -> SharedRoutine:
    """Return what the text of a QR code holds; an entry is not checked yet.

    Raises PresspointError for a damaged text, for another content, and for what is not here.
    """
    content = read_qr_text(text)
    name, choices, entry = (content.pop(key, {}) for key in ("routine", "choices", "entry"))
    is_table = isinstance(choices, dict) and isinstance(entry, dict)
    if content or not isinstance(name, str) or not is_table:
        raise PresspointError(FOREIGN)
    if not entry and not shipped.has("routines", name):
        raise PresspointError(NOT_HERE.format(name=echo(name)))
    if not all(_is_choice(shipped, each, value) for each, value in choices.items()):
        raise PresspointError(UNKNOWN_CHOICE)
    return SharedRoutine(name, choices, entry)


def options_of(catalogue: Catalogue, choices: Mapping[str, str]) -> str:
    """Return what to type for the choices: " --side left --pain leg". Raises CatalogueError."""
    options = (choice(catalogue, name).options.get(value) for name, value in choices.items())
    return "".join(f" {each}" for each in options if each)


def _whole(shipped: Catalogue, shared: Routine) -> dict[str, Any]:
    """The entry, without the cautions that its places bring wherever it is added."""
    care = {each for code in shared.codes for each in shipped.point(code).care}
    warn = [each for each in shared.warn if each not in care]
    more = {"note": shared.note, "again": shared.again, "warn": warn}
    return routine_entry(shared) | {name: value for name, value in more.items() if value}


def _refuse_what_is_not_shipped(shipped: Catalogue, shared: Routine) -> None:
    ways = [way for step in shared.steps for way in step.ways]
    cautions = {*shared.warn, *(each for way in ways for each in way.warn)}
    if any(not any(shipped.has(kind, code) for kind in PLACE_KINDS) for code in shared.codes):
        raise PresspointError(INCOMPLETE.format(what="a place"))
    if any(not shipped.has("cautions", each) for each in cautions):
        raise PresspointError(INCOMPLETE.format(what="a caution"))


def _is_choice(shipped: Catalogue, name: str, value: object) -> bool:
    return shipped.has("choices", name) and value in tuple(choice(shipped, name).values)
