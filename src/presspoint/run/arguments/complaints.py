"""A complaint, or a part of the body, that was typed, or what to do instead."""

from typing import Literal

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, PresspointError, UsageError, WarningFirstError
from presspoint.names.everyday.wish import Wish
from presspoint.names.spelling import key
from presspoint.storage.catalogue_file import load_names
from presspoint.words import echo, join_words

Lists = Literal["points", "routine", "any"]
MOST_ROUTINES = 5
ALL = " --all"


def find_complaint(catalogue: Catalogue, typed: str | None) -> Wish:
    """Return what everyday words ask a list for; anything for None.

    Raises PresspointError with what to do instead: about a warning sign, first of all.
    """
    wish = Wish() if typed is None else wish_for(catalogue, typed)
    if wish.refusal:
        raise refusal_error(wish, wish.refusal)
    return wish


def refusal_error(wish: Wish, sentence: str) -> PresspointError:
    """Return the error that there is no such list; where a warning comes first, it is an answer."""
    if wish.warning:
        return WarningFirstError(sentence, wish.warning.id, wish.warning.level)
    return PresspointError(sentence)


def wish_for(catalogue: Catalogue, typed: str) -> Wish:
    """Return what everyday words ask a list for, or why there is none."""
    for name, spellings in catalogue.spellings("complaints"):
        if key(typed) in map(key, spellings):
            return Wish(complaint=name)
    from presspoint.names.everyday.wish_reader import read_wish  # not on the way of a known name

    return read_wish(catalogue, load_names(), typed)


def find_regions(catalogue: Catalogue, typed: str | None) -> frozenset[str] | None:
    """Return the regions of a part of the body by any of its names, with a word for pain too.

    Returns None for None. Raises UsageError with what to do instead.
    """
    if typed is None:
        return None
    from presspoint.names.everyday.complaints import regions_named, regions_of_each  # as above

    regions = regions_named(catalogue, typed) or regions_of_each(catalogue, typed)
    if regions and not _is_warning(catalogue, typed):
        return frozenset(regions)
    try:
        offer = list_command(catalogue, typed, "points")
    except WarningFirstError as warning:
        warning.exit_code = ExitCode.USAGE
        raise
    except PresspointError as problem:
        raise UsageError(str(problem)) from None
    if not offer:
        from presspoint.run.arguments.names import match_id

        return frozenset({match_id(catalogue, "regions", typed, "--region")})
    raise UsageError(f'There is no region "{echo(typed)}". Type "presspoint {offer}".')


def is_region(catalogue: Catalogue, typed: str) -> bool:
    """Whether words name a part of the body."""
    from presspoint.names.everyday.complaints import regions_named  # as above

    return bool(regions_named(catalogue, typed))


def list_command(catalogue: Catalogue, typed: str, lists: Lists = "any") -> str:
    """Return what to type for a list that words ask for; of any kind, what has the most for them.

    Empty for unknown words. Raises PresspointError with what to do about a warning sign first, or
    about what presspoint has nothing for.
    """
    from presspoint.names.everyday.complaints import regions_named  # for an unknown name only
    from presspoint.names.everyday.core_words import has_ache, words_of

    regions = () if has_ache(words_of(typed)) else regions_named(catalogue, typed)
    if lists == "points" and regions:
        return _region_command(catalogue, regions, typed)
    wish = wish_for(catalogue, typed)
    if lists == "any" and regions and not wish.complaint:
        return _region_command(catalogue, regions, typed)
    return _command(catalogue, typed, wish, "points" if wish.regions else lists)


def shell_word(typed: str) -> str:
    """Return words as a shell takes them for one argument, harmless and not too long."""
    from shlex import quote  # nearly every list is of words that need none

    return quote(echo(typed))


def routines_instead(catalogue: Catalogue, typed: str) -> str:
    """Return which routines there are for words that are no routine's name; empty for none.

    Words of a warning sign lead to what to do about it, and nowhere else.
    """
    wish = wish_for(catalogue, typed)
    offer = _command(catalogue, typed, wish, "routine")
    if not offer:
        return ""
    found = _routines(catalogue, wish)
    if not found:
        return no_routine_for(catalogue, typed, wish, offer)
    unknown = wish.refuse(f'No routine called "{echo(typed)}".')
    more = ("others",) if len(found) > MOST_ROUTINES else ()
    nearest = "The nearest is" if len(found) == 1 else "The nearest are"
    names = join_words((*found[:MOST_ROUTINES], *more))
    return f'{unknown} {nearest} {names}. Type "presspoint {offer}" to see what they are.'


def no_routine_for(catalogue: Catalogue, typed: str, wish: Wish, offer: str = "") -> str:
    """Return that there is no routine for a wish, and what to type for its places."""
    offer = offer or f"points --for {shell_word(typed)}{_whether_all(catalogue, wish)}"
    places = "places to look up" if offer.endswith(ALL) else "places to press"
    none = f'There is no routine for "{echo(typed)}".'
    return wish.refuse(f'{none} For {places}, type "presspoint {offer}".')


def _command(catalogue: Catalogue, typed: str, wish: Wish, lists: Lists) -> str:
    """What to type for a wish; points where no routine is for it. Raises PresspointError."""
    if wish.is_unknown:
        return ""
    if wish.refusal:
        raise refusal_error(wish, wish.refusal)
    command = "points" if lists == "points" or not _routines(catalogue, wish) else "routine"
    is_own = wish.complaint and not wish.preface
    every = _whether_all(catalogue, wish) if command == "points" else ""
    return f"{command} --for {wish.complaint if is_own else shell_word(typed)}{every}"


def _whether_all(catalogue: Catalogue, wish: Wish) -> str:
    """The option that lists what is only looked up, where a wish has nothing that is pressed."""
    from presspoint.catalogue.selection import PlaceFilter, select_places  # as above

    like = PlaceFilter(complaint=wish.complaint, regions=wish.regions)
    return "" if select_places(catalogue, like) else ALL


def _region_command(catalogue: Catalogue, regions: tuple[str, ...], typed: str) -> str:
    """What to type for a part of the body; where nothing is guided to, its words find what is near.

    Asked for as a region it would only be refused, with a third thing to type.
    """
    from presspoint.catalogue.selection import guided_regions  # for an unknown name only

    if not guided_regions(catalogue) & set(regions):
        return f"points --for {shell_word(typed)}"
    return f"points --region {regions[0] if len(regions) == 1 else shell_word(typed)}"


def _routines(catalogue: Catalogue, wish: Wish) -> list[str]:
    from presspoint.catalogue.purposes import routines_for  # for an unknown name only

    return [each.name for each in routines_for(catalogue, wish.complaint, wish.regions)]


def _is_warning(catalogue: Catalogue, typed: str) -> bool:
    """Whether words about pain in a part of the body are those of a warning sign."""
    from presspoint.names.everyday.core_words import has_ache, words_of
    from presspoint.names.warnings import warning_for

    return has_ache(words_of(typed)) and warning_for(catalogue, typed) != ""
