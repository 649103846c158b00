"""What counts as a text of an own file (D18)."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import ValidationError, convert

from presspoint.storage.own.format import Text, json_schema

UNSEEN = (
    "\u0000\u0007\u001b\u007f\u0085 \t\n\u00a0\u00ad\u200b\u200d\u200e\u202e\u2028\u2060\u2800"
    "\u3000\u3164\ufeff\ufe0f"
)


@given(st.text(st.sampled_from(UNSEEN), min_size=1, max_size=20))
def test_d18_a_text_of_nothing_that_is_seen_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        convert(text, Text)


@given(st.characters(categories=["L", "N", "P", "S"]), st.text(st.sampled_from(UNSEEN), max_size=9))
def test_a_text_with_one_character_that_is_seen_passes(seen: str, unseen: str) -> None:
    if seen in UNSEEN or unicodedata.name(seen, "").endswith("FILLER"):
        return
    assert convert(unseen + seen + unseen, Text) == unseen + seen + unseen


def test_the_pattern_is_in_the_schema_for_editors_too() -> None:
    title = json_schema()["$defs"]["Source"]["properties"]["title"]
    assert not re.search(title["pattern"], "\u0000")
    assert re.search(title["pattern"], "合谷")
