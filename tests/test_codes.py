"""Whatever spelling an article or a person uses finds the point, or says what is near."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue import Catalogue
from presspoint.codes import did_you_mean, key, nearest, resolve, suggestions
from presspoint.storage.catalogue_file import load

CATALOGUE = load()
SPELLINGS = {
    "LI4": "LI4 | li 4 | LI-04 | Li.4 | Large Intestine 4 | large intestine4 | CO4 | Hegu | hégǔ"
    " | HEGU | Joining Valley | joining-valley | 合谷 |  LI4  | Union Valley | ＬＩ４",
    "BL23": "B23 | UB 23 | BL 23 | bladder 23 | Urinary Bladder 23 | Shenshu | Shen Shu | 腎兪"
    " | 肾俞",
    "BL40": "BL 40 | B40 | UB 40 | UB40 | Bladder 40 | B54 | B 54 | b-54 | Bladder 54 | Weizhong"
    " | 委中",
    "BL52": "BL52 | B47 | b 47 | Bladder 47 | B52 | UB52 | Zhishi | 志室",
    "BL53": "BL53 | B48 | Bladder 48",
    "BL39": "BL39 | B53 | B 53",
    "KI3": "K3 | KI3 | KID 3 | KD-3 | Kidney 3 | Taixi | 太谿 | 太溪",
    "LR3": "LV3 | LIV 3 | LR3 | Liver 3 | Taichong | Great Rushing",
    "TE3": "TE3 | TW 3 | SJ3 | TH3 | TB 3 | Triple Warmer 3 | San Jiao 3",
    "GB34": "GB 34 | Gall Bladder 34 | gallbladder 34 | G34",
    "CV6": "CV6 | REN 6 | Ren Mai 6 | Conception Vessel 6",
    "PC6": "P6 | P-6 | PC 6 | Pericardium 6",
    "HT7": "HT7 | H7 | He 7 | spirit gate",
}
PAIRS = [(text, code) for code, line in SPELLINGS.items() for text in line.split(" | ")]


@pytest.mark.parametrize(("typed", "code"), PAIRS)
def test_a_usual_spelling_finds_its_point(typed: str, code: str) -> None:
    assert resolve(CATALOGUE, typed).codes == (code,)


@pytest.mark.parametrize(
    ("typed", "other"), [("B47", "BL47"), ("B48", "BL48"), ("B53", "BL53"), ("B54", "BL54")]
)
def test_an_old_number_says_which_other_point_has_it_now(typed: str, other: str) -> None:
    assert other in resolve(CATALOGUE, typed).note


@pytest.mark.parametrize("typed", ["LI4", "B23", "UB 40", "Hegu", "BL52"])
def test_a_number_with_one_meaning_needs_no_remark(typed: str) -> None:
    assert resolve(CATALOGUE, typed).note == ""


def test_whatever_the_articles_write_finds_the_point(facts: Path) -> None:
    points = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))["point"]
    known = CATALOGUE.table("points")
    written = [
        (text, each["code"])
        for each in points
        if each["code"] in known
        for text in each["as_written"]
    ]
    assert len(written) > 50
    wrong = [
        (text, code, resolve(CATALOGUE, text).codes)
        for text, code in written
        if resolve(CATALOGUE, text).codes != (code,)
    ]
    assert wrong == []


def test_every_name_of_every_point_finds_it(catalogue: Catalogue) -> None:
    for point in catalogue.points():
        for name in (point.code, point.pinyin, point.hanzi, point.name, *point.aliases):
            assert point.code in resolve(catalogue, name).codes, name


@pytest.mark.parametrize(
    "typed", ["BL99", "LI", "4", "", " ", "LI0", "LI 400", "LI4 LI4", "X4", "?"]
)
def test_what_is_no_point_finds_none(typed: str) -> None:
    assert resolve(CATALOGUE, typed).codes == ()


@pytest.mark.parametrize(
    ("typed", "near"),
    [("Hego", "Hegu"), ("Weizong", "Weizhong"), ("joining valey", "Joining Valley")],
)
def test_a_slip_gets_the_nearest_names(typed: str, near: str) -> None:
    assert resolve(CATALOGUE, typed).codes == ()
    assert near in suggestions(CATALOGUE, typed)
    assert len(suggestions(CATALOGUE, typed)) <= 3


def test_what_is_like_nothing_gets_no_suggestion() -> None:
    assert suggestions(CATALOGUE, "qqqqqqqq") == ()
    assert did_you_mean(()) == ""
    assert did_you_mean(("a", "b", "c")) == ' Did you mean "a", "b" or "c"?'
    assert nearest("lowr-back", {"lowerback": "lower-back"}) == ("lower-back",)


@given(typed=st.text())
def test_no_text_breaks_the_look_up(typed: str) -> None:
    known = CATALOGUE.table("points")
    assert set(resolve(CATALOGUE, typed).codes) <= set(known)
    assert len(suggestions(CATALOGUE, typed)) <= 3
    assert key(key(typed)) == key(typed) or not typed.isascii()


@given(
    code=st.sampled_from(sorted(CATALOGUE.table("points"))),
    gap=st.sampled_from(["", " ", "-", ".", "_", "  ", " 0", "-00"]),
    upper=st.booleans(),
)
def test_case_gap_and_leading_zeros_do_not_matter(code: str, gap: str, *, upper: bool) -> None:
    letters = code.rstrip("0123456789")
    typed = f"{letters}{gap}{code[len(letters) :]}"
    assert resolve(CATALOGUE, typed if upper else typed.lower()).codes == (code,)


@pytest.mark.parametrize("filler", [" ", "0", "a", "- ", "\u0301"])
def test_a_very_long_name_is_answered_at_once(filler: str) -> None:
    began = time.perf_counter()
    for typed in (f"a{filler * 8000}x", f"a{filler * 8000}"):
        resolve(CATALOGUE, typed)
        suggestions(CATALOGUE, typed)
    assert time.perf_counter() - began < 0.5
