"""What to do, for somebody who looks for a place or a routine by the words of a warning sign."""

import re
from functools import lru_cache

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.names.warnings import WarningWords, warning_words
from presspoint.catalogue.safety_warnings import Level, advice, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.names.conditions import condition_within, read_condition
from presspoint.names.everyday.core_words import ACHE_OF
from presspoint.names.everyday.names import NOTHING, ComplaintReading
from presspoint.names.everyday.wish import WordsWarning
from presspoint.names.likeness import count_slips
from presspoint.words import echo

ENDINGS = ("ness", "ing", "es", "s")
ACHES = frozenset({"hurt", "ache", "ach", "achy", "sore", "painful"})  # "My chest hurts."
ARTICLES = frozenset({"a", "an", "the", "my", "your"})
LONG_WORD = 6
# Words that mean the same as others, which the table has; read once no article is between them.
SAME = (
    ("gall bladder", "gallbladder"),
    *(
        (words, "cannot")
        for words in ("cant", "can t", "can not", "could not", "couldn t", "unable to")
    ),
    *((words, "numb") for words in ("no feeling", "loss of feeling", "lost feeling")),
    *((f"{verb} dead", "numb") for verb in ("feel", "feels", "felt", "goes", "gone", "went")),
)
NO_SLIPS = frozenset({"cancel"})  # words of their own, that are another one but for a letter
WORD = re.compile(r"\d+|[^\W\d_]+")  # "10kg" is two


def warning_for(catalogue: Catalogue, words: str, typed: str = "") -> str:
    """Return what to do about a warning sign or a condition that `words` name; empty for none.

    They may be only some of what was `typed`.
    """
    warning = find_warning(catalogue, words, typed)
    return warning.text if warning else ""


def find_warning(catalogue: Catalogue, words: str, typed: str = "") -> WordsWarning | None:
    """Return the warning sign, the condition or the advice that `words` name; None for none.

    All but advice stops whatever the words ask for.
    """
    meant, typed = _find(catalogue, words), typed or words
    if meant is None:
        return None
    if meant.advice:
        return _advice(catalogue, typed, meant.advice)
    if not meant.condition:
        return _sign(catalogue, typed, meant.red_flag, meant.brief)
    flag = dict(red_flags(catalogue)).get(meant.red_flag)
    urgent = f" With {flag.brief}: {flag.help}" if flag else ""
    return _condition(catalogue, typed, meant.condition, urgent=urgent)._replace(stops=True)


def read_warning(
    catalogue: Catalogue, names: Catalogue, typed: str, reading: ComplaintReading
) -> WordsWarning | None:
    """Return what to do first about words, by all names of signs and conditions; None for none.

    Words that stand as they are in a table of complaints ("hay fever") are no sign by one of them
    alone; a complaint's own name is no condition that only may be meant ("sciatica").
    """
    if not reading.is_exact and (warning := find_warning(catalogue, typed)):
        return warning
    found = read_condition(names, typed)
    if not (reading.is_exact or found.conditions or found.signs):
        within = condition_within(catalogue, names, typed)
        found = within if reading == NOTHING or within.conditions else found
    if found.signs:
        flags = (name for name, _ in red_flags(catalogue) if name in found.signs)
        return _sign(catalogue, typed, next(flags))
    conditions = found.conditions or tuple(filter(None, (reading.check,)))
    if not conditions or (reading.is_own and found.is_doubtful):
        return None
    if len(conditions) == 1:
        return _condition(catalogue, typed, conditions[0], is_doubtful=not found.is_sure)
    return _one_of(catalogue, typed, conditions)


def sign_in_words(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return the id of the warning sign that words mean; nothing where they mean a condition."""
    meant = _find(catalogue, typed)
    return (meant.red_flag,) if meant and not meant.condition else ()


def _sign(catalogue: Catalogue, typed: str, name: str, brief: str = "") -> WordsWarning:
    flag = dict(red_flags(catalogue))[name]
    text = (
        f'"{echo(typed)}" can be a warning sign: {brief or flag.brief}. {flag.action}'
        " presspoint check asks about every sign."
    )
    return WordsWarning(name, text, flag.level)


def _advice(catalogue: Catalogue, typed: str, name: str) -> WordsWarning:
    text = f'"{echo(typed)}": {dict(advice(catalogue))[name].text}'
    return WordsWarning(name, text, Level.SOON, stops=False)


def _condition(
    catalogue: Catalogue, typed: str, name: str, *, urgent: str = "", is_doubtful: bool = False
) -> WordsWarning:
    rule = condition(catalogue, name)
    means = "may be" if is_doubtful else "is"
    ask = f" Ask {rule.ask} before you press anything." if rule.ask else ""
    text = (
        f'"{echo(typed)}" {means} something to check first: {rule.title}.{ask}{urgent}'
        " presspoint check finds what to leave out."
    )
    return WordsWarning(name, text, Level.AVOID, stops=False)


def _one_of(catalogue: Catalogue, typed: str, names: tuple[str, ...]) -> WordsWarning:
    """What to do about words that may mean any of some conditions."""
    first, *others = (condition(catalogue, name).title for name in names)
    titles = "; or ".join((first, *(f"{each[:1].lower()}{each[1:]}" for each in others)))
    text = (
        f'"{echo(typed)}" may be something to check first: {titles}.'
        " presspoint check asks about each, and finds what to leave out."
    )
    return WordsWarning(names[0], text, Level.AVOID, stops=False)


def _find(catalogue: Catalogue, typed: str) -> WarningWords | None:
    """The first words that all stand in `typed`, or the condition or sign that it is called."""
    stems = _stems(typed)
    slips = tuple(each for each in stems if each not in _known_stems(catalogue) | NO_SLIPS)
    for entry in warning_words(catalogue):
        words = map(_stems, entry.words)
        if any(all(_is_among(stem, stems, slips) for stem in each) for each in words):
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


@lru_cache(maxsize=1024)  # the same words of the table for each name that is tried
def _stems(text: str) -> tuple[str, ...]:
    """The words of a text in lower case without their endings: "Numb legs" is numb and leg.

    Articles are none of them, and the gall bladder is not the bladder.
    """
    found = WORD.findall(ACHE_OF.sub(" ", text[:200].casefold()))
    words = f" {' '.join(each for each in found if each not in ARTICLES)} "
    for written, meant in SAME:
        words = words.replace(f" {written} ", f" {meant} ")
    return tuple(map(_stem, words.split()))


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            if ending == "ing" and word[-1] == word[-2] and word[-1] not in "els":
                word = word[:-1]  # "tripping" is of "trip", "falling" of "fall"
            break
    return "pain" if word in ACHES else word


@lru_cache
def _known_stems(catalogue: Catalogue) -> frozenset[str]:
    """Every word of the table: none of them is a slip for another ("ladder" for "bladder")."""
    words = (each for entry in warning_words(catalogue) for each in entry.words)
    return frozenset(stem for each in words for stem in _stems(each))


def _is_among(stem: str, stems: tuple[str, ...], slips: tuple[str, ...]) -> bool:
    """Whether a word is there, a long one with a slip of one letter too."""
    return stem in stems or (
        len(stem) >= LONG_WORD and any(count_slips(each, stem) == 1 for each in slips)
    )
