"""A name that can mean several points: decided by the settings, or put to the person to decide."""

from presspoint.catalogue.meridians import meridian
from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.names.likeness import LONGEST_NAME, did_you_mean
from presspoint.names.points.lookup import (
    codes_of_pieces,
    meaning_of_no_point,
    suggestions,
    without_codes,
)
from presspoint.names.points.misreadings import is_disc, read_misread
from presspoint.names.points.numbering import channel_ranges
from presspoint.names.points.pieces import EAR, EAR_POINT
from presspoint.names.points.readings import OLD, WHO, Meaning, Reading
from presspoint.names.warnings import warning_for
from presspoint.settings import LANGUAGES, Settings, values_by_name
from presspoint.words import echo, join_words

LUMBAR_HINT = " presspoint points --region lumbar lists the places beside them."
NUMBERS = {WHO: "WHO's number", OLD: "the old number"}


def deciding_settings(reading: Reading) -> tuple[str, ...]:
    """Return the names of the settings that can tell the meanings apart."""
    by_language = any(each.languages for each in reading.meanings)
    by_numbers = any(each.numbers for each in reading.meanings)
    decides = {"language": by_language, "bladder-numbers": by_numbers}
    return tuple(name for name in decides if decides[name])


def apply_settings(reading: Reading, typed: str, settings: Settings) -> Reading:
    """Return the reading that the settings allow, with a note where that is one point."""
    fitting = tuple(each for each in reading.meanings if _fits(each, settings))
    if reading.is_usual and (not fitting or fitting[0] == reading.meanings[0]):
        return Reading(reading.meanings[:1], reading.note)
    if not fitting or (len(reading.meanings) == 1 and not reading.doubt):
        return reading
    if len(fitting) > 1:
        return reading._replace(meanings=fitting)
    meaning = fitting[0]
    way = NUMBERS[meaning.numbers] if meaning.numbers else LANGUAGES[settings.language]
    other = f" It could also be {reading.doubt}." if reading.doubt else ""
    return Reading(fitting, f"{echo(typed)} as {way} is {meaning.code}.{other}")


def which_question(catalogue: Catalogue, typed: str, reading: Reading, settings: Settings) -> str:
    """Return a sentence: what a name can mean, what tells these apart, how to say which it is.

    A name of several pieces names several points.
    """
    points = tuple(catalogue.point(each.code) for each in reading.meanings)
    regions_differ = len({point.region for point in points}) == len(points)
    choices = [
        f"{point.title} ({_difference(catalogue, each, point, brief=regions_differ)})"
        for each, point in zip(reading.meanings, points, strict=True)
    ]
    words = join_words((*choices, *filter(None, (reading.doubt,))), "or")
    unset = (each for each in deciding_settings(reading) if not values_by_name(settings)[each])
    hint = "".join(f", or choose once with presspoint settings {each}" for each in unset)
    if all(each.piece for each in reading.meanings):
        return f'"{echo(typed)}" names {join_words(tuple(choices))}. Type one of the codes.'
    return f'"{echo(typed)}" can mean {words}. Type the code{hint}.'


def unknown_name(
    catalogue: Catalogue, typed: str, elsewhere: Catalogue | None = None, otherwise: str = ""
) -> str:
    """Return a sentence: there is no such point, but these, of the channel or alike in name.

    Words of a warning sign lead to what to do about it; `otherwise` is said where nothing is near.
    """
    typed = typed[:LONGEST_NAME]
    known, ranges = codes_of_pieces(catalogue, typed, elsewhere), channel_ranges(catalogue, typed)
    words = without_codes(catalogue, typed)
    if (known or not ranges) and (warning := warning_for(catalogue, words, typed)):
        return warning
    if is_disc(typed):
        return f'"{echo(typed)}" is a place between two bones, and no point.{LUMBAR_HINT}'
    if means := meaning_of_no_point(elsewhere, typed):
        return f'"{echo(typed)}" {means}.'
    if EAR_POINT.search(typed) or (known and EAR.search(typed)):
        return f'"{echo(typed)}" is a point of the ear, and there are none of those here.'
    if meant := read_misread(catalogue, typed):
        hint = f" Did you mean {join_words(meant.reading.codes, 'or')}, {meant.seen}?"
    elif ranges and not known:
        hint = f" There are {join_words(ranges)}."
    else:
        names = known or suggestions(catalogue, typed, elsewhere)
        hint = did_you_mean(names) or otherwise or " presspoint points --all lists them."
    return f'No point called "{echo(typed)}".{hint}'


def _fits(meaning: Meaning, settings: Settings) -> bool:
    if meaning.numbers:
        return meaning.numbers == settings.bladder_numbers
    return settings.language in meaning.languages


def _difference(catalogue: Catalogue, meaning: Meaning, point: Point, *, brief: bool) -> str:
    """What tells a point from the others: who reads it so, and where it is."""
    region = catalogue.region(point.region).title.lower()
    where = region if brief else f"{region}: {point.place}"
    return f"{_reader(catalogue, meaning, point)}; {where}"


def _reader(catalogue: Catalogue, meaning: Meaning, point: Point) -> str:
    if meaning.piece:
        return f'"{echo(meaning.piece)}"'
    if meaning.numbers:
        return NUMBERS[meaning.numbers]
    if meaning.reader:
        return meaning.reader
    if meaning.languages:
        return join_words(tuple(LANGUAGES[each] for each in meaning.languages))
    if meaning.meridian:
        return meridian(catalogue, meaning.meridian).title
    return f"{point.tones} {point.hanzi}".strip()
