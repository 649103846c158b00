"""Bytes as keys: every form that a key comes in, no wish in what a terminal says by itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.session.actions import Action
from presspoint.session.modes import Paused, Standing
from presspoint.terminal.keyboard.keys import KEY_ACTIONS, Burst
from presspoint.terminal.keyboard.parser import ENTER, ESCAPE, UNREADABLE, KeyParser
from support.cases import every
from support.played import PLAN, Played

REPORTS = {
    "device": b"\x1b[?62;4;22c",
    "second device": b"\x1b[>41;354;0c",
    "status": b"\x1b[0n",
    "place of the cursor": b"\x1b[24;80R",
    "mode": b"\x1b[?2026;2$y",
    "version": b"\x1bP>|XTerm(354)\x1b\\",
    "colour, BEL": b"\x1b]11;rgb:ffff/ffff/ffff\x07",
    "colour, ST": b"\x1b]10;rgb:0000/xxff/0000\x1b\\",
    "colour, 8 bits": "\x9d11;rgb:1/2/3\x1b\\".encode(),
    "capability": b"\x1bP1+r544e=787465726d\x1b\\",
    "graphics": b"\x1b_Gi=31;OK\x1b\\",
    "keyboard": b"\x1b[?1u",
    "window": b"\x1b[8;24;80t",
    "size": b"\x1b[48;24;80;480;800t",
    "colour scheme": b"\x1b[?997;1n",
    "focus": b"\x1b[I",
    "focus lost": b"\x1b[O",
    "mouse": b"\x1b[<0;10;20M",
    "mouse let go": b"\x1b[<0;10;20m",
    "mouse, beyond the edge": b"\x1b[<0;-3;20M",
    "Windows, key let go": b"\x1b[88;45;120;0;0;1_",
    "Windows, shift alone": b"\x1b[16;42;0;1;16;1_",
    "mouse, urxvt": b"\x1b[32;10;20M",
    "mouse, X10": b"\x1b[M fx",
    "key let go": b"\x1b[120;1:3u",
    "arrow let go": b"\x1b[1;1:3C",
    "shift alone": b"\x1b[57441;2u",
    "caps lock": b"\x1b[57358u",
}
KEYS = [
    (b"x", "x"),
    (b"\r", ENTER),
    (b"\n", ENTER),
    (b"\r\n", ENTER),
    ("ｘ".encode(), "x"),
    ("Ｆ".encode(), "F"),
    ("？".encode(), "?"),
    ("\u3000".encode(), " "),
    (b"\x1b[C", "right"),
    (b"\x1bOC", "right"),
    (b"\x1b[1;1D", "left"),
    (b"\x1b[1;129C", "right"),
    (b"\x1bOM", ENTER),
    (b"\x1bOs", "3"),
    (b"\x1b[120u", "x"),
    (b"\x1b[120;1:2u", "x"),
    (b"\x1b[120;65u", "x"),
    (b"\x1b[120:88;2u", "X"),
    (b"\x1b[47;2;63u", "?"),
    (b"\x1b[61:43;2u", "+"),
    (b"\x1b[1095::120u", "x"),
    (b"\x1b[13u", ENTER),
    (b"\x1b[57414u", ENTER),
    (b"\x1b[32u", " "),
    (b"\x1b[27u", ESCAPE),
    (b"\x1b[57402u", "3"),
    (b"\x1b[57418u", "right"),
    (b"\x1b[99;5u", "c-c"),
    (b"\x1b[1089::99;5u", "c-c"),
    (b"\x1b[88;45;120;1;0;1_", "x"),
    (b"\x1b[67;46;3;1;8;1_", "c-c"),
    (b"\x1b[39;77;0;1;256;1_", "right"),
    (b"\x1b[112;59;0;1;0;1_", UNREADABLE),
    (b"\x1b[27;5;99~", "c-c"),
    (b"\x1b[27;2;88~", "X"),
    (b"\x1b[27;1;120~", "x"),
    (b"\x03", "c-c"),
    (b"\x1c", "c-\\"),
    (b"\x1b", ESCAPE),
]
ODD = [
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\x1b[",
    b"\x1b]11;rgb",
    b"\x1b[15~",
    b"\x1b[[A",
    b"\x1b[200~pasted x\x1b[201~",
    b"\x1b[200~never ends",
    b"\x1b[9999999999u",
    b"\x1b[1114112u",
    b"\x1b[1<2u",
    b"\x1b[" + b"9" * 6000 + b"u",
    b"\x7f",
    "é".encode(),
    "ﬁ".encode(),
]
WISHES = [b" ", b"\r", b"\n", b"\r\n", b" \r", "\u3000".encode(), b"\x1b[32u", b"\x1b[13u"]
CHUNKS = st.one_of(
    st.binary(min_size=1, max_size=12),
    st.lists(st.sampled_from([b"x", b"f", b" ", b"\r", b"n", b"b", b"g", b"\x1b"]), min_size=1).map(
        b"".join
    ),
    st.sampled_from([*REPORTS.values(), *ODD]),
)
GAPS = st.one_of(st.sampled_from([0.03, 0.1, 0.3, 0.4, 0.6]), st.floats(0.03, 5.0))


def parsed(data: bytes) -> list[str]:
    parser = KeyParser()
    return parser.feed(data) + parser.flush()


@every("data", REPORTS.values())
def test_a_report_of_the_terminal_is_nobodys_wish(data: bytes) -> None:
    assert parsed(data) == []
    for at in range(1, len(data)):
        parser = KeyParser()
        assert [*parser.feed(data[:at]), *parser.feed(data[at:]), *parser.flush()] == []
    assert parsed(data + b"x") == ["x"]


@every(("data", "key"), KEYS)
def test_a_key_is_understood_in_each_form(data: bytes, key: str) -> None:
    assert parsed(data) == [key]


@pytest.mark.parametrize("data", ODD)
def test_what_nobody_can_read_pauses_and_is_no_other_key(data: bytes) -> None:
    assert Burst(KEY_ACTIONS).messages(parsed(data), 0.0) == [Action.PAUSE]


def test_an_unfinished_sequence_waits_for_its_rest_and_then_is_one_key() -> None:
    parser = KeyParser()
    assert (parser.feed(b"\x1b["), parser.waits) == ([], True)
    assert (parser.feed(b"C"), parser.waits) == (["right"], False)
    assert (parser.feed(b"\xef\xbd"), parser.waits) == ([], True)
    assert parser.feed(b"\x98") == ["x"]
    assert (parser.feed(b"\x1b]0;"), parser.flush(), parser.waits) == ([], [UNREADABLE], False)
    assert parser.feed(b"x") == ["x"]


@given(data=st.binary(max_size=300), cuts=st.lists(st.integers(0, 300), max_size=5))
def test_any_bytes_are_the_same_keys_however_they_come(data: bytes, cuts: list[int]) -> None:
    parser = KeyParser()
    edges = [0, *sorted(cuts), len(data)]
    apart = [key for a, b in pairwise(edges) for key in parser.feed(data[a:b])]
    together = parsed(data)
    assert [key for key in apart + parser.flush() if key != ENTER] == [
        key for key in together if key != ENTER
    ]


@settings(max_examples=150)
@given(pressed=st.lists(st.tuples(GAPS, CHUNKS), max_size=25))
def test_random_bytes_never_lead_back_into_a_hold(pressed: list[tuple[float, bytes]]) -> None:
    played, burst = Played(PLAN).to("hold", ("LI4",), 12.0), Burst(KEY_ACTIONS)
    played.press("pause")
    for gap, data in pressed:
        played.wait(gap)
        was_paused = isinstance(played.session.mode, Paused)
        for message in burst.messages(parsed(data), played.now):
            if message in {Action.HELP, Action.MUTE} or message not in set(Action):
                continue
            played.press(message)
        if was_paused and data not in WISHES and not played.finished:
            assert isinstance(played.session.mode, Standing)


@given(
    pressed=st.lists(st.tuples(GAPS, CHUNKS), max_size=10),
    gap=GAPS,
    key=st.sampled_from([("x", Action.HURTS), ("f", Action.FAINT)]),
)
def test_x_and_f_are_never_missed_whatever_bytes_came_before(
    pressed: list[tuple[float, bytes]], gap: float, key: tuple[str, Action]
) -> None:
    burst, now = Burst(KEY_ACTIONS), 0.0
    in_burst: list[str] = []
    for seconds, data in pressed:
        now += seconds
        in_burst = in_burst if seconds <= 0.3 else []
        in_burst += burst.messages(parsed(data), now)
    acted = burst.messages(parsed(key[0].encode()), now + gap)
    assert key[1] in acted or (gap <= 0.3 and key[1] in in_burst), "once in a burst"


@pytest.mark.parametrize("wish", WISHES)
def test_a_single_space_or_enter_is_a_wish(wish: bytes) -> None:
    played, burst = Played(PLAN).to("hold", ("LI4",), 12.0), Burst(KEY_ACTIONS)
    played.press("pause")
    (message,) = burst.messages(parsed(wish), 60.0)
    assert played.press(message) == ["resumed"]
    played.wait(2.9)
    assert played.kinds[0] == "hold"
