"""No text of the program, and none of the catalogue, has words that "How it speaks" forbids.

What leads to a place is heard with eyes shut, and has more rules (tests/catalogue).
"""

from __future__ import annotations

import re

import pytest

from support.texts import catalogue_texts, program_texts

FORBIDDEN = {
    "a side, and never what is to go": r"\b(?:seconds?|minutes?|time|X|\d+) left\b",
    "come off": r"\bcom(?:e|es|ing) off\b",
    "lean in": r"\blean(?:s|ing)? in\b",
    "ease off": r"\beas(?:e|es|ing) (?:off|on|in)\b",
    "aches dully": r"\bdully\b",
    "mind": r"\bmind(?:s|ed)?\b",
    "told": r"\btold\b",
    "kept": r"\bkept\b",
    "plays": r"\bplay(?:s|ed)\b",
    "in order": r"\bin order\b(?! to)",
    "wanted": r"\bwanted\b",
    "mend, which bones do": r"(?<!bone has )(?<!not )(?<!yet )\bmend(?:s|ed)?\b",
    "takes, of an option": r"\bit takes (?!about|up to|longer|\d)",
}
EVERY = (*catalogue_texts(), *program_texts())


@pytest.mark.parametrize("reason", FORBIDDEN)
def test_no_text_has_a_word_that_misleads(reason: str) -> None:
    pattern = re.compile(FORBIDDEN[reason], re.IGNORECASE)
    assert [each for each in EVERY if pattern.search(each[1])] == []


def test_every_part_is_looked_at() -> None:
    parts = {re.split(r"[.:/ ]", where)[0] for where, _ in EVERY}
    assert {
        "conditions",
        "cautions",
        "red_flags",
        "notices",
        "hurts",
        "guidance",
        "points",
    } <= parts
    assert {
        "cli",
        "listing",
        "planning",
        "run",
        "safety",
        "sound",
        "storage",
        "presspoint",
    } <= parts
    assert len(EVERY) > 1500
