"""What the words of a person's own places and routines may not say: they are spoken like ours.

English words are judged; of other languages only what is written like an English one. The limits
on seconds, tools and positions hold whatever the words say.
"""

from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue, Table
from presspoint.faults import Fault, Path
from presspoint.named_tuple import NamedTuple
from presspoint.own_content.words.phrases import phrases
from presspoint.own_content.words.rules import (
    WordRule,
    far_words,
    gear_to_leave_out,
    landmarks,
    own_part,
    word_rule,
)

PLACE_TEXTS = ("name", "pinyin", "tones", "place", "find", "lost", "press")
ROUTINE_TEXTS = ("title", "summary", "again")
NEVER_SAID = ("striking", "force", "never")
AT_A_PLACE = (*NEVER_SAID, "counting")


class Subject(NamedTuple):
    """What a text is about: the regions of its places, and the tools that they are pressed with."""

    regions: frozenset[str] = frozenset()
    tools: frozenset[str] = frozenset()


def place_word_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    """Yield what the words of an own place may not say."""
    subject = Subject(frozenset({entry["region"]}), frozenset(entry["tools"]))
    yield from pressing_word_faults(shipped, entry, PLACE_TEXTS, subject, path)


def pressing_word_faults(
    shipped: Catalogue, entry: Table, fields: tuple[str, ...], subject: Subject, path: Path
) -> Iterator[Fault]:
    """Yield what words that lead to a place, or say how to press it, may not say."""
    for field in fields:
        faults = _field_faults(shipped, entry.get(field, ""), subject, (*path, field))
        first: dict[str, Fault] = {}
        for fault in faults:
            first.setdefault(fault.found, fault)
        yield from first.values()


def _field_faults(shipped: Catalogue, text: str, subject: Subject, path: Path) -> Iterator[Fault]:
    yield from _word_faults(shipped, text, AT_A_PLACE, path)
    if subject.regions:
        yield from _landmark_faults(shipped, text, subject.regions, path)
        yield from _part_faults(shipped, text, subject.regions, path)
    yield from _gear_faults(shipped, text, subject.tools, path)


def way_word_faults(
    shipped: Catalogue, way: Table, subject: Subject, path: Path
) -> Iterator[Fault]:
    """Yield what the words around a way may not say: its title, its setup, its movement."""
    for field in ("title", "setup", "text"):
        text, at = way.get(field, ""), (*path, field)
        yield from _word_faults(shipped, text, NEVER_SAID, at)
        yield from _gear_faults(shipped, text, subject.tools, at)
    yield from _word_faults(shipped, way.get("text", ""), ("pressing",), (*path, "text"))
    if subject.regions:
        setup = way.get("setup", "")
        yield from _landmark_faults(shipped, setup, subject.regions, (*path, "setup"))


def routine_word_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    """Yield what the words about a whole routine may not say."""
    for field in ROUTINE_TEXTS:
        text = entry.get(field, "")
        yield from _word_faults(shipped, text, ("striking", "force"), (*path, field))


def caution_word_faults(shipped: Catalogue, entry: Table, path: Path) -> Iterator[Fault]:
    """Yield what an own caution may not advise; it may say what happened to a person."""
    happened = word_rule(shipped, "cautions").allowed
    text = entry.get("text", "")
    yield from _word_faults(shipped, text, ("striking",), (*path, "text"), happened)


def _word_faults(
    shipped: Catalogue,
    text: str,
    names: tuple[str, ...],
    path: Path,
    more_allowed: tuple[str, ...] = (),
) -> Iterator[Fault]:
    for name in names:
        rule = word_rule(shipped, name)
        yield from _faults(rule, text, path, more_allowed=more_allowed)


def _landmark_faults(
    shipped: Catalogue, text: str, regions: frozenset[str], path: Path
) -> Iterator[Fault]:
    """The landmarks of other regions, and those of this region that the words lead onto."""
    for rule in landmarks(shipped):
        if set(rule.regions).isdisjoint(regions):
            elsewhere = rule._replace(wanted=own_part(shipped, regions))
            yield from _faults(elsewhere, text, path)
        else:
            found = phrases(rule.words).matches(text, phrases(rule.allowed))
            said = [words for words, before in found if not _leads_away(shipped, before)]
            yield from (Fault(path, f'"{words}"', rule.wanted) for words in dict.fromkeys(said))


def _leads_away(shipped: Catalogue, before: str) -> bool:
    """Whether the words before a landmark, in its clause, lead away from it or say never."""
    away, onto = (phrases(word_rule(shipped, name).words) for name in ("away", "onto"))
    last_away, last_onto = (
        max((match.start() for match in each.pattern.finditer(before)), default=-1)
        for each in (away, onto)
    )
    return last_away > last_onto or bool(onto.negated.search(before[:last_onto]))


def _part_faults(
    shipped: Catalogue, text: str, regions: frozenset[str], path: Path
) -> Iterator[Fault]:
    """The names of parts of the body that are neither the place's own nor next to it."""
    allowed = word_rule(shipped, "parts").allowed
    longer = tuple(each for each in allowed if " " in each)  # "back" is in "lower back" too
    rule = WordRule(own_part(shipped, regions), far_words(shipped, regions), longer)
    yield from _faults(rule, text, path)


def _gear_faults(
    shipped: Catalogue, text: str, tools: frozenset[str], path: Path
) -> Iterator[Fault]:
    """The names of gear that is not among the tools."""
    rule = word_rule(shipped, "gear")
    wanted = f"{rule.wanted}: {', '.join(sorted(tools))}"
    yield from _faults(
        WordRule(wanted, gear_to_leave_out(shipped, tools), rule.allowed), text, path
    )


def _faults(
    rule: WordRule, text: str, path: Path, *, more_allowed: tuple[str, ...] = ()
) -> Iterator[Fault]:
    allowed = phrases((*rule.allowed, *more_allowed))
    found = phrases(rule.words).matches(text, allowed, negatable=rule.negatable)
    for words in dict.fromkeys(words for words, _ in found):
        yield Fault(path, f'"{words}"', rule.wanted)
