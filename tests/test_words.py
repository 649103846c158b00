"""Foreign text cannot act on the terminal that it is printed on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.words import (
    ZERO_WIDTH_JOINERS,
    clock_time,
    join_words,
    printable,
    quantity,
    words_to_say,
)

HARMFUL = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
MARKS = {"Mn", "Me"}
ANY = st.text(st.characters(exclude_categories=()))


def most_marks(text: str) -> int:
    """Return the longest pile of combining marks; joiners between them do not end it."""
    most = pile = 0
    for character in text:
        if unicodedata.category(character) in MARKS:
            pile += 1
        elif character not in ZERO_WIDTH_JOINERS:
            pile = 0
        most = max(most, pile)
    return most


@given(text=ANY)
def test_nothing_that_controls_a_terminal_passes(text: str) -> None:
    shown = printable(text)
    passed = {unicodedata.category(each) for each in shown if each not in ZERO_WIDTH_JOINERS}
    assert passed.isdisjoint(HARMFUL)


@given(text=st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=200))
def test_plain_text_of_any_script_is_unchanged(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\nb\tc\r", r"a\nb\tc\r"),
        ("\u202eevil", r"\u202eevil"),
        ("\x9b31m", r"\x9b31m"),
        ("\ud800", r"\ud800"),
        ("\u2028", r"\u2028"),
        ("\U000e0041", r"\U000e0041"),
        ("[bold]x[/bold] :smile:", "[bold]x[/bold] :smile:"),
        ("می‌خواهم 👩‍👧 委中 Hégǔ", "می‌خواهم 👩‍👧 委中 Hégǔ"),
        ("\u00a0", "\u00a0"),
        ("", ""),
    ],
)
def test_what_is_harmful_is_shown_and_markup_stays_as_written(raw: str, shown: str) -> None:
    assert printable(raw) == shown


@given(
    text=st.text(st.characters(codec="ascii", categories=("L", "N", "P"))), limit=st.integers(1, 60)
)
def test_a_text_too_long_ends_in_an_ellipsis(text: str, limit: int) -> None:
    shown = printable(text, limit)
    assert len(shown) <= limit
    assert shown == text if len(text) <= limit else shown == text[: limit - 1] + "…"


@given(text=ANY, limit=st.integers(1, 60))
def test_the_limit_holds_for_harmful_text_too(text: str, limit: int) -> None:
    whole = printable(text, 10_000)
    assert printable(text, limit) == whole or printable(text, limit).endswith("…")


@given(text=st.text(st.sampled_from("ae\u0301\u0489\u20dd\u200d\u200c ")))
def test_at_most_eight_combining_marks_stay_on_a_character(text: str) -> None:
    assert most_marks(printable(text)) <= 8


def test_eight_combining_marks_stay_and_the_ninth_is_shown() -> None:
    marks = "\u0301" * 8
    assert printable(f"a{marks}") == f"a{marks}"
    assert printable(f"a{marks}\u0301") == f"a{marks}" + r"\u0301"


@pytest.mark.parametrize("joiner", ZERO_WIDTH_JOINERS)
def test_a_joiner_does_not_begin_a_new_pile_of_marks(joiner: str) -> None:
    piled = ("\u0301" * 8 + joiner) * 20
    assert most_marks(printable(f"a{piled}")) <= 8


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 holds"), (1, "1 hold"), (2, "2 holds"), (21, "21 holds")]
)
def test_things_are_counted_in_words(number: int, words: str) -> None:
    assert quantity(number, "hold") == words


@pytest.mark.parametrize(
    ("items", "words"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_lists_are_said_as_people_say_them(items: tuple[str, ...], words: str) -> None:
    assert join_words(items) == words


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (0.2, "0:01"), (59.0, "0:59"), (59.5, "1:00"), (60, "1:00"), (600, "10:00")],
)
def test_time_is_rounded_up_so_that_nothing_shows_zero_while_it_runs(
    seconds: float, shown: str
) -> None:
    assert clock_time(seconds) == shown


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Find the crease of the left knee", 3, 6),
        ("坐在椅子上,双脚平放在地板上。把拇指放在膝盖外侧下方四指处,按到有酸胀感为止。", 8, 16),
        ("椅子にすわって、足を床につけます。", 3, 7),
        ("นั่งบนเก้าอี้ วางเท้าราบกับพื้น", 2, 6),
        ("의자에 앉아 발을 바닥에 대세요.", 2, 6),
        ("Donaudampfschifffahrtsgesellschaftskapitän", 1.2, 3),
    ],
)
def test_fault_6_a_text_takes_as_long_as_it_is_said_with_spaces_or_without(
    text: str, least: float, most: float
) -> None:
    assert least <= words_to_say(text) * 60 / 130 <= most
    assert words_to_say(f"{text} {text}") == pytest.approx(2 * words_to_say(text))


@given(st.text())
def test_no_text_takes_less_than_nothing_and_a_longer_one_never_less(text: str) -> None:
    assert words_to_say(text) >= 0
    assert words_to_say(text + " ache") > words_to_say(text)
