"""What to do, for somebody who looks for a place or a routine by the words of a warning sign."""

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.catalogue.warning_words import WarningWords, warning_words
from presspoint.names.likeness import count_slips
from presspoint.words import printable

ENDINGS = ("ness", "ing", "es", "s")
LONG_WORD = 6


def warning_for(catalogue: Catalogue, typed: str) -> str:
    """Return what to do about a warning sign or a condition that `typed` names; empty for none."""
    meant = _find(catalogue, typed)
    if meant is None:
        return ""
    shown = printable(typed.strip(), limit=60)
    flag = dict(red_flags(catalogue)).get(meant.red_flag)
    if not meant.condition and flag:
        return (
            f'"{shown}" can be a warning sign: {flag.brief}. {flag.action}'
            " presspoint check asks about every sign."
        )
    rule = condition(catalogue, meant.condition)
    ask = f" Ask {rule.ask} before you press anything." if rule.ask else ""
    urgent = f" With {flag.brief}: {flag.help}" if flag else ""
    return (
        f'"{shown}" is something to check first: {rule.title}.{ask}{urgent}'
        " presspoint check finds what to leave out."
    )


def sign_in_words(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return the id of the warning sign that words mean; nothing where they mean a condition."""
    meant = _find(catalogue, typed)
    return (meant.red_flag,) if meant and not meant.condition else ()


def _find(catalogue: Catalogue, typed: str) -> WarningWords | None:
    """The first words that all stand in `typed`, or the condition or sign that it is called."""
    stems = _stems(typed)
    for entry in warning_words(catalogue):
        if any(all(_is_among(stem, stems) for stem in _stems(each)) for each in entry.words):
            return entry
    if not stems:
        return None
    for name, spellings in catalogue.spellings("conditions"):
        if any(set(stems) == set(_stems(each)) for each in spellings):
            return WarningWords((), (), condition=name)
    for name, spellings in catalogue.spellings("red_flags"):
        if any(set(stems) == set(_stems(each)) for each in spellings):
            return WarningWords((), (), red_flag=name)
    return None


def _stems(text: str) -> tuple[str, ...]:
    """The words of a text in lower case without their endings: "Numb legs" is numb and leg."""
    plain = text[:200].casefold().replace("can't", "cannot").replace("can’t", "cannot")
    letters = "".join(each if each.isalnum() else " " for each in plain)
    return tuple(map(_stem, letters.split()))


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _is_among(stem: str, stems: tuple[str, ...]) -> bool:
    """Whether a word is there, a long one with a slip of one letter too."""
    return stem in stems or (
        len(stem) >= LONG_WORD and any(count_slips(each, stem) == 1 for each in stems)
    )
