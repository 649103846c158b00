"""What was typed about a profile: one of its entries, or the reason of a rest."""

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, UsageError
from presspoint.names.likeness import did_you_mean, nearest
from presspoint.names.lookup import resolve
from presspoint.names.spelling import key
from presspoint.safety.profile import Profile
from presspoint.safety.profile_table import LONGEST_REASON
from presspoint.words import join_words, printable


def parse_reason(typed: str, option: str) -> str:
    """Return a reason as one line that a file can hold. Raises UsageError where it is too long."""
    line = " ".join(typed.split()).encode(errors="backslashreplace").decode()
    if len(line) > LONGEST_REASON:
        raise UsageError(f"{option} takes {LONGEST_REASON} characters at most: shorten it.")
    return line


def find_profile_entry(catalogue: Catalogue, profile: Profile, typed: str) -> str:
    """Return the condition, or the code at rest, of a profile that a name means.

    Raises PresspointError where it holds none or several of that name.
    """
    names = {key(each.code): each.code for each in profile.rests}
    for each in profile.conditions:
        title = catalogue.title("conditions", each.name)
        names |= {key(each.name): each.name, key(title): each.name}
    if key(typed) in names:
        return names[key(typed)]
    codes = [code for code in resolve(catalogue, typed).codes if code in names.values()]
    if len(codes) == 1:
        return codes[0]
    shown = printable(typed, limit=60)
    if codes:
        raise PresspointError(
            f'"{shown}" can mean {join_words(tuple(codes), "or")}; give the code.'
        )
    hint = did_you_mean(nearest(typed, names)) or " presspoint profile shows what it holds."
    raise PresspointError(f'Your profile holds no "{shown}".{hint}')
