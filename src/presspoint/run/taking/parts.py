"""What of a routine can be taken: each part makes files, by their names."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType

from presspoint.catalogue.tables import Catalogue
from presspoint.kit.kit import Kit
from presspoint.named_tuple import NamedTuple
from presspoint.run.options import Options
from presspoint.sound.files.encoders import Format


class Part(StrEnum):
    """A part of a kit."""

    SOUND = "sound"
    PAGE = "page"
    SHEET = "sheet"


# The function of each part ("module:function"), in the order in which they are made.
MAKERS = {
    Part.SOUND: "sound:make_sound",
    Part.PAGE: "pages:make_page",
    Part.SHEET: "pages:make_sheet",
}


class Order(NamedTuple):
    """What is to be made: the kit, the options of its run, and the format of its sound, if typed.

    `choices` are what was chosen of the routine, `earlier` the files of the parts made before.
    """

    catalogue: Catalogue
    kit: Kit
    options: Options
    format: Format | None = None
    choices: Mapping[str, str] = MappingProxyType({})
    earlier: Mapping[str, bytes] = MappingProxyType({})


def make_parts(order: Order, parts: Iterable[Part]) -> dict[str, bytes]:
    """Return the files of these parts by their names. Raises PresspointError."""
    files: dict[str, bytes] = {}
    for part in (each for each in MAKERS if each in set(parts)):
        files |= _maker(part)(order._replace(earlier=dict(files)))
    return files


def _maker(part: Part) -> Callable[[Order], dict[str, bytes]]:
    """The function that makes a part; what makes the others is not loaded."""
    module, _, name = MAKERS[part].partition(":")
    maker: Callable[[Order], dict[str, bytes]] = getattr(
        import_module(f"presspoint.run.taking.{module}"), name
    )
    return maker
