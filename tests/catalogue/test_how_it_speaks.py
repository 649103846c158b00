"""No text of the catalogue has a word that "How it speaks" forbids, where it would mislead.

FORBIDDEN is the table: a pattern, and the kinds of text that it may not stand in. `texts` yields
every text with its kind; whoever adds texts for people to the catalogue adds them there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from presspoint.catalogue.tables import PLACE_KINDS, Kind
from presspoint.storage.catalogue_file import load

CATALOGUE = load()


class Text(NamedTuple):
    kind: str
    where: str
    words: str


# What is heard with the eyes shut: on the way to a place, at it, and in a movement.
INSTRUCTIONS = frozenset({"find", "same", "lost", "press", "move", "movement", "rhythm"})
PLACES = INSTRUCTIONS | {"place", "short", "spoken"}
ROUTINES = frozenset({"title", "summary", "note", "again"})
ANY = PLACES | ROUTINES

FORBIDDEN: dict[str, tuple[str, frozenset[str]]] = {
    "an order to the ear, wherever it stands": (r"\bstop(s|ped|ping)?\b", INSTRUCTIONS),
    "a side, and never what is to go": (
        r"\b(seconds?|minutes?|rounds?|holds?|time|\d+) left\b",
        ANY,
    ),
    "come off": (r"\bcom(e|es|ing) off\b", ANY),
    "lean in": (r"\blean(s|ing)? in\b", ANY),
    "ease off": (r"\beas(e|es|ing) (off|on|in)\b", ANY),
    "aches dully": (r"\bdully\b", ANY),
    "mind": (r"\bmind(s|ed)?\b", ANY),
    "told": (r"\btold\b", ANY),
    "kept": (r"\bkept\b", ANY),
    "plays": (r"\bplay(s|ed)\b", ANY),
    "in order": (r"\bin order\b(?! to)", ANY),
    "wanted": (r"\bwanted\b", ANY),
    "this hand: whose?": (
        r"\bthis (hand|knee|foot|leg|elbow|palm|calf|shoulder|collarbone|earlobe|shoulder blade)\b",
        ANY,
    ),
    "your thumb, without which": (r"^(Slide|Put|With) your (thumb|fingers|fingertips)\b", ANY),
    "hard words": (r"\b(dips?|nape|peak|cords?|rear edge|axilla|waist is)\b", PLACES),
    "moderately, as nobody can": (r"\bmoderate(ly)?\b", ANY),
    "stay small and easy": (r"\bstay small\b", ANY),
    "narrow waist": (r"\bnarrow waist\b", ANY),
    "an editor's note": (
        r"\b(the|one|careful) (source|article)s?\b|\b(our|is ours|we)\b|\bregistry\b",
        ROUTINES,
    ),
    "brackets and dashes, unheard": (r"[()\[\]–—/]|--", PLACES),
}


MOVE_KINDS: tuple[Kind, ...] = ("positions", "poses", "moves")


def manner_texts() -> Iterator[Text]:
    places = (*CATALOGUE.points(), *CATALOGUE.zones())
    for place, manner in ((each, manner) for each in places for manner in each.manners):
        for name in ("find", "same", "lost", "press"):
            yield Text(name, place.code, getattr(manner, name))


def texts() -> Iterator[Text]:
    for kind in PLACE_KINDS:
        for code, place in CATALOGUE.table(kind).items():
            if place.get("find"):
                for name in ("find", "same", "lost", "press", "place", "short", "spoken"):
                    yield Text(name, code, place.get(name, ""))
    yield from manner_texts()
    for kind in MOVE_KINDS:
        for name, entry in CATALOGUE.table(kind).items():
            for key in ("say", "change", "down", "off", "rise", "gentle"):
                yield Text("move", f"{kind} {name} {key}", entry.get(key, ""))
    for name, rhythm in CATALOGUE.table("rhythms").items():
        yield Text("rhythm", name, rhythm.get("say", ""))
    for name, routine in CATALOGUE.table("routines").items():
        for key in ("title", "summary", "note", "again"):
            yield Text(key, name, routine.get(key, ""))
        for step in routine["steps"]:
            yield Text("title", name, step["title"])
            for way in step.get("ways", [step]):
                yield from texts_of_way(name, way)


def texts_of_way(routine: str, way: dict[str, Any]) -> Iterator[Text]:
    yield Text("movement", routine, way.get("text", ""))
    yield Text("move", routine, way.get("setup", ""))
    for press in way.get("presses", ()):
        for key in ("find", "press", "same"):
            yield Text(key, routine, press.get(key, ""))


TEXTS = [each for each in texts() if each.words]


@pytest.mark.parametrize("reason", FORBIDDEN)
def test_no_text_has_a_word_that_misleads(reason: str) -> None:
    pattern, kinds = FORBIDDEN[reason]
    wrong = [
        each
        for each in TEXTS
        if each.kind in kinds and re.search(pattern, each.words, re.IGNORECASE)
    ]
    assert wrong == []


def test_every_kind_of_text_is_looked_at() -> None:
    assert {each.kind for each in TEXTS} == ANY
    assert len(TEXTS) > 300


def test_an_instruction_is_made_of_short_sentences() -> None:
    for text in TEXTS:
        if text.kind in INSTRUCTIONS:
            assert text.words.endswith("."), text
            for sentence in re.split(r"(?<=[.?!]) ", text.words):
                assert len(sentence.split()) <= 31, text


def test_a_place_says_which_side_and_which_hand() -> None:
    """Findings 8.6 and F6: "this hand" and "your thumb" without saying which."""
    for kind in PLACE_KINDS:
        for code, place in CATALOGUE.table(kind).items():
            if place.get("find") and place["reach"] != "helper":
                is_sided = place["sides"] == "each"
                assert ("{side}" in place["find"]) == is_sided, code
                assert bool(place.get("same")) == is_sided, code
                for key in ("press", "place", "short", "spoken"):
                    assert "{" not in place.get(key, ""), "it is named without its side there"
