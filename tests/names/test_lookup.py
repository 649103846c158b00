"""Whatever spelling an article or a person uses finds the point, or says what is near."""

from __future__ import annotations

import csv
import re
import time
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.meridians import who_bladder_number
from presspoint.catalogue.tables import Catalogue
from presspoint.names.likeness import did_you_mean, nearest
from presspoint.names.points.ambiguity import apply_settings, unknown_name, which_question
from presspoint.names.points.lookup import resolve, suggestions
from presspoint.names.spelling import key
from presspoint.run.arguments.point import read_point
from presspoint.settings import LANGUAGES, Settings
from presspoint.storage.catalogue_file import load
from support.cases import every

CATALOGUE = load()
SPELLINGS = {
    "LI4": "LI4 | li 4 | LI-04 | Li.4 | Large Intestine 4 | large intestine4 | L.I.-4 | GI4 | 4 GI"
    " | IC 4 | Di4 | Hegu | hégǔ"
    " | HEGU | Joining Valley | joining-valley | 合谷 |  LI4  | Union Valley | ＬＩ４",
    "BL45": "BL45 | UB 45 | BL40 (old)",
    "BL23": "B23 | UB 23 | BL 23 | bladder 23 | Urinary Bladder 23 | Shenshu | Shen Shu | 腎兪"
    " | 肾俞",
    "BL40": "BL 40 | BL.40 | BL_40 | UB-40 | UB40 | ub 040 | Bladder 40 | V40"
    " | 40 V | Vessie 40 | B54 | B 54 | b-54 | Bladder 54 | Weizhong"
    " | 委中",
    "BL52": "BL52 | B47 | b 47 | 47 B | Bladder 47 | UB52 | Zhishi | 志室",
    "BL53": "BL53 | B48 | Bladder 48",
    "BL39": "BL39 | B53 | B 53",
    "KI3": "K3 | KI3 | KID 3 | KD-3 | Kidney 3 | Taixi | 太谿 | 太溪",
    "LR3": "LV3 | LIV 3 | LR3 | Liver 3 | Taichong | Great Rushing",
    "TE3": "TE3 | TW 3 | SJ3 | TH3 | TB 3 | 3E 3 | 3E3 | 3e03 | 3H3 | Triple Warmer 3 | San Jiao 3",
    "BL31": "31V | 31 V | 31BL",
    "ST36": "36 E | E36 | S36 | Est 36 | Magen 36 | zu san li | 足三里",
    "GV20": "20 DM | Du 20 | DU20 | du-20 | Governing Vessel 20 | Governor Vessel 20 | Bai Hui"
    " | bǎihuì | 百會 | 百会 | D M 20",
    "SI3": "Dü 3 | dü3 | DÜ-3 | Due 3 | Du\u0308 3 | Small Intestine 3 | 後谿 | 后溪 | 後溪",
    "SP6": "RP6 | MP 6 | BP6 | 三陰交 | 三阴交",
    "LI18": "Fútū | fútū | FÚTŪ | 扶突",
    "ST32": "Fútù | 伏兔 | 伏兎",
    "BL36": "B50 (old) | BL50 (old) | UB50 old | UB 50 (OLD) | Bladder 50 old",
    "EX-HN3": "EX-HN3 | ex hn 3 | EXHN3 | M-HN-3 | Yintang | Yìntáng | extra 1 | GV24+ | GV29",
    "EX-B2": "Ex-B2 | exb02 | Jiaji | 夾脊 | 夹脊",
    "GB34": "GB 34 | Gall Bladder 34 | gallbladder 34 | G34",
    "CV6": "CV6 | RN6 | REN 6 | Ren Mai 6 | Conception Vessel 6",
    "PC6": "PC 6 | CX6 | MC 6 | Pericardium 6",
    "HT7": "HT7 | He 7 | Coração 7 | coracao 7 | mind door",
}
PAIRS = [(text, code) for code, line in SPELLINGS.items() for text in line.split(" | ")]


@every(("typed", "code"), PAIRS)
def test_a_usual_spelling_finds_its_point(typed: str, code: str) -> None:
    reading = resolve(CATALOGUE, typed)
    assert (reading.codes, reading.is_sure) == ((code,), True)


@pytest.mark.parametrize(
    ("typed", "other"),
    [("B47", "BL47"), ("B48", "BL48"), ("B53", "BL53"), ("B54", "BL54"), ("B40", "BL45"),
     ("B52", "BL38")],
)  # fmt: skip
def test_a_number_in_two_ways_says_which_other_point_it_is(typed: str, other: str) -> None:
    reading = resolve(CATALOGUE, typed)
    assert other in reading.note
    assert other in {each.code for each in reading.meanings}


@pytest.mark.parametrize("typed", ["LI4", "B23", "UB 40", "Hegu", "BL52"])
def test_a_number_with_one_meaning_needs_no_remark(typed: str) -> None:
    assert resolve(CATALOGUE, typed).note == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("P6", "PC6 LU6"),
        ("P-6", "PC6 LU6"),
        ("6 P", "PC6 LU6"),
        ("IG4", "LI4 SI4"),
        ("CO 4", "LI4 HT4 CV4"),
        ("S6", "ST6 SP6 SI6"),
        ("H7", "HT7 LR7"),
        ("R6", "KI6 CV6"),
        ("Rn 6", "KI6 CV6"),
        ("G20", "GB20 GV20"),
        ("Du 4", "GV4 SI4"),
        ("DU4", "GV4 SI4"),
        ("b 36", "BL36 BL41"),
        ("50 B", "BL50 BL36"),
        ("Futu", "LI18 ST32"),
        ("Zhong Zhu", "KI15 TE3"),
        ("Heliao", "LI19 TE22"),
        ("Zigong", "CV19 EX-CA1"),
    ],
)
def test_what_has_several_readings_asks_which_is_meant(typed: str, meant: str) -> None:
    reading = resolve(CATALOGUE, typed)
    assert set(reading.codes) == set(meant.split())
    assert not reading.is_sure
    question = which_question(CATALOGUE, typed, reading, Settings())
    assert all(code in question for code in reading.codes)


@pytest.mark.parametrize(
    ("typed", "code"), [("C7", "HT7"), ("7 C", "HT7"), ("M40", "ST40"), ("D40", "GB40")]
)
def test_one_point_beside_something_that_is_no_point_asks_too(typed: str, code: str) -> None:
    reading = resolve(CATALOGUE, typed)
    assert reading.codes == (code,)
    assert not reading.is_sure
    assert reading.doubt in which_question(CATALOGUE, typed, reading, Settings())


@pytest.mark.parametrize(("typed", "code"), [("Du 20", "GV20"), ("S36", "ST36"), ("P10", "LU10")])
def test_a_reading_that_no_point_has_is_not_asked_about_but_mentioned(
    typed: str, code: str
) -> None:
    reading = resolve(CATALOGUE, typed)
    assert (reading.codes, reading.is_sure) == ((code,), True)
    assert "there is no" in reading.note


def test_what_tells_points_apart_is_said_and_no_more() -> None:
    def question(typed: str) -> str:
        return which_question(CATALOGUE, typed, resolve(CATALOGUE, typed), Settings())

    assert question("C7") == (
        '"C7" can mean HT7 Spirit Gate (French, Italian, Portuguese and Spanish; wrist) or a'
        " vertebra of the neck, which is no point. Type the code, or choose once with presspoint"
        " settings language."
    )
    assert "forearm: the palm side" in question("P6"), "the regions alone are the same"
    assert "Fútū 扶突; neck" in question("Futu")
    assert "settings" not in question("Futu")
    assert question("B45").endswith("presspoint settings bladder-numbers.")
    assert len(question("CO4\x1b" + "4" * 9000)) < 500


@pytest.mark.parametrize(
    ("typed", "language", "codes"),
    [
        ("P6", "en", "PC6"),
        ("P6", "fr", "LU6"),
        ("P6", "de", "PC6 LU6"),
        ("IG4", "pt", "LI4"),
        ("IG4", "fr", "SI4"),
        ("CO4", "fr", "HT4"),
        ("CO4", "en", "LI4 CV4"),
        ("Du 4", "de", "SI4"),
        ("Du 4", "en", "GV4"),
        ("H7", "en", "HT7"),
        ("H7", "es", "LR7"),
        ("M6", "de", "ST6 SP6"),
        ("TF5", "ca", "TE5"),
        ("S6", "en", "ST6 SP6 SI6"),
        ("Futu", "en", "LI18 ST32"),
        ("B45", "en", "BL45 BL50"),
    ],
)
def test_a_language_decides_what_it_has_a_reading_for(
    typed: str, language: str, codes: str
) -> None:
    reading = apply_settings(resolve(CATALOGUE, typed), typed, Settings(language))
    assert set(reading.codes) == set(codes.split())
    assert reading.is_sure == (" " not in codes)
    assert bool(reading.note) == reading.is_sure


def test_a_decision_names_what_else_it_could_be() -> None:
    def note(typed: str, language: str = "", bladder_numbers: str = "") -> str:
        settings = Settings(language, bladder_numbers)
        return apply_settings(resolve(CATALOGUE, typed), typed, settings).note

    assert note("P6", language="en") == "P6 as English is PC6."
    assert note("B45", bladder_numbers="old") == "B45 as the old number is BL50."
    assert note("B45", bladder_numbers="who") == "B45 as WHO's number is BL45."
    assert note("C7", language="fr").endswith(
        "It could also be a vertebra of the neck, which is no point."
    )


@every("number", range(1, 68))
def test_bladder_numbers_from_36_to_54_are_old_or_who_and_the_others_are_plain(number: int) -> None:
    who, old = f"BL{number}", f"BL{who_bladder_number(CATALOGUE, number)}"
    moved = 36 <= number <= 54
    assert (who != old) == moved
    for prefix in ("BL", "UB", "Urinary Bladder ", "V"):
        assert resolve(CATALOGUE, f"{prefix}{number}").codes == (who,)
        assert resolve(CATALOGUE, f"{prefix}{number} (old)").codes == (old,)
    usual = {40: who, 52: who}.get(number, old if number in {47, 48, 53, 54} else "")
    expected = usual if usual == old else who
    assert resolve(CATALOGUE, f"Bladder {number}").codes == (expected,)
    bare = resolve(CATALOGUE, f"B{number}")
    assert bare.is_sure == (bool(usual) or not moved)
    assert set(bare.codes) == ({usual} if usual else {who, old})
    for chosen, code in (("who", who), ("old", old), ("", usual)):
        settled = apply_settings(bare, f"B{number}", Settings(bladder_numbers=chosen))
        assert settled.codes == ((code,) if code else bare.codes)
        assert bool(settled.note) == (moved and settled.is_sure)


def test_characters_in_any_form_find_the_points_of_their_class() -> None:
    groups = CATALOGUE.table("hanzi_variants")["same"]
    assert len(set("".join(groups))) == len("".join(groups)), "no character is in two groups"
    for group in groups:
        for code, entry in CATALOGUE.table("points").items():
            if group[0] in entry.get("hanzi", ""):
                for other in group[1:]:
                    name = entry["hanzi"].replace(group[0], other)
                    assert resolve(CATALOGUE, name).codes == (code,), name


def test_channel_letters_are_unambiguous_or_listed_as_ambiguous() -> None:
    ambiguous = {each.casefold() for each in CATALOGUE.table("ambiguous_prefixes")}
    owners: dict[str, str] = {}
    for meridian, entry in CATALOGUE.table("meridians").items():
        for spelling in (meridian, entry["title"], *entry["also"]):
            assert owners.setdefault(spelling.casefold(), meridian) == meridian, spelling
            assert spelling.casefold() not in ambiguous or spelling == "RN"
    for entry in CATALOGUE.table("ambiguous_prefixes").values():
        for each in entry["readings"]:
            assert each["meridian"] in CATALOGUE.table("meridians")
            assert set(each.get("languages", ())) <= set(LANGUAGES)
        assert len(entry["readings"]) > 1 or entry["doubt"]


@pytest.mark.long
def test_every_name_of_every_point_finds_it(catalogue: Catalogue) -> None:
    for point in catalogue.points():
        for name in (point.code, point.pinyin, point.hanzi, point.name, *point.aliases):
            assert point.code in resolve(catalogue, name).codes, name


def test_whatever_the_articles_write_finds_the_point(facts: Path) -> None:
    points = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))["point"]
    assert len(points) == 48
    english = Settings(language="en")
    unsure = set()
    fields = ("as_written", "english_names", "english_names_not_in_seeds")
    written = ((each, field) for each in points for field in fields)
    for text, code in (
        (text, each["code"]) for each, field in written for text in each.get(field, ())
    ):
        reading = read_point(CATALOGUE, text)
        assert code in reading.codes, text
        if text.casefold() == "spirit gate":  # CV8 is read so too
            assert set(reading.codes) == {"HT7", "CV8"}
            continue
        assert apply_settings(reading, text, english).codes == (code,), text
        unsure |= set() if reading.is_sure else {text}
    assert unsure == {"P6", "P-6"}


ASKED = {"P", "CO", "Co", "IG", "S", "M", "H", "C", "R", "Rn", "N", "G", "D", "Du", "DU", "TF"}


def test_every_prefix_leads_to_its_channel_or_asks(facts: Path) -> None:
    rows = table(facts / "aliases.tsv")
    assert len(rows) == 162
    prefixes = [row for row in rows if row["type"] == "prefix"]
    for row in prefixes:
        alias, meridian = row["alias"], row["canonical"]
        asks = alias in ASKED
        if row["ambiguity"].startswith("CONFLICT") and not asks:
            assert alias in {"E", "RP", "RE", "V", "CS"}, "a conflict only to the eye"
        for typed in (f"{alias}1", f"{alias} 1", f"{alias}-01", f"{alias}.1", f"1 {alias}"):
            reading = resolve(CATALOGUE, typed)
            assert f"{meridian}1" in reading.codes, typed
            assert reading.is_sure != asks, typed
    assert {row["alias"] for row in prefixes} >= ASKED


def test_every_old_bladder_number_is_found_as_old(facts: Path) -> None:
    rows = [row for row in table(facts / "aliases.tsv") if row["type"] == "bladder_old_number"]
    assert len(rows) == 19
    for row in rows:
        for typed in row["alias"].split(" / "):
            reading = resolve(CATALOGUE, typed)
            assert reading.codes == (row["canonical"].split()[0],)
            assert reading.is_sure
            assert reading.codes[0] in reading.note


@pytest.mark.long
def test_every_point_of_the_standard_is_there_under_each_of_its_names(facts: Path) -> None:
    rows = table(facts / "who-points.tsv")
    points = CATALOGUE.table("points")
    counts = Counter(row["code"].rstrip("0123456789") for row in rows)
    assert counts == {
        "LU": 11, "LI": 20, "ST": 45, "SP": 21, "HT": 9, "SI": 19, "BL": 67,
        "KI": 27, "PC": 9, "TE": 23, "GB": 44, "LR": 14, "GV": 28, "CV": 24,
    }  # fmt: skip
    assert {row["code"] for row in rows} == {code for code in points if not code.startswith("EX")}
    for row in rows:
        code = row["code"]
        point = CATALOGUE.point(code)
        assert (point.pinyin, point.hanzi) == (row["pinyin"], row["hanzi"])
        assert resolve(CATALOGUE, code).codes == (code,)
        written = [row[name] for name in ("pinyin", "pinyin_tones", "hanzi", "hanzi_usual_form")]
        written += [row["hanzi_simplified_gmzyjc"], *re.split(r"[;,/]\s*", row["alt_pinyin"])]
        for name in filter(None, written):
            assert code in resolve(CATALOGUE, name).codes, name
        shared = {"CV19", "EX-CA1"} if code == "CV19" else {code}  # Zǐgōng, both of them
        assert set(resolve(CATALOGUE, row["pinyin_tones"]).codes) == shared
        assert resolve(CATALOGUE, row["hanzi"]).codes == (code,)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("BL99", "There are BL1 to BL67."),
        ("3E", "There are TE1 to TE23."),
        ("P", "There are PC1 to PC9 and LU1 to LU11."),
        ("Baihuj", 'Did you mean "Baihui"?'),
        ("qqqqqq", "presspoint points --all lists them."),
    ],
)
def test_what_is_no_point_is_answered_with_what_there_is(typed: str, hint: str) -> None:
    assert unknown_name(CATALOGUE, typed) == f'No point called "{typed}". {hint}'


@pytest.mark.parametrize(
    "typed",
    [
        "BL99",
        "3E",
        "BL68 (old)",
        "LI4 (old)",
        "old",
        "(old)",
        "LI",
        "4",
        "",
        " ",
        "LI0",
        "LI 400",
        "LI4 LI",
        "X4",
        "?",
    ],
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


@pytest.mark.long
@given(typed=st.text())
def test_no_text_breaks_the_look_up(typed: str) -> None:
    points = CATALOGUE.table("points")
    assert set(resolve(CATALOGUE, typed).codes) <= set(points)
    assert len(suggestions(CATALOGUE, typed)) <= 3
    assert unknown_name(CATALOGUE, typed)
    assert key(key(typed)) == key(typed) or not typed.isascii()


@pytest.mark.long
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
        unknown_name(CATALOGUE, typed)
    assert time.perf_counter() - began < 0.5
