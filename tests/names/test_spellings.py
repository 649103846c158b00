"""Point names as the world writes them: found, or asked about, and never another point unasked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.catalogue.names.points import LANGUAGES, names_elsewhere, names_of_no_point
from presspoint.names.points.ambiguity import apply_settings, unknown_name, which_question
from presspoint.names.points.lookup import codes_of_pieces, resolve
from presspoint.names.points.other_words import OtherWords
from presspoint.names.points.reader import reader_for
from presspoint.names.points.readings import Reading
from presspoint.names.spelling import key
from presspoint.run.arguments.complaints import wish_for
from presspoint.run.arguments.point import read_point
from presspoint.settings import Settings
from presspoint.storage.catalogue_file import load, load_names
from support.cases import every

CATALOGUE, ELSEWHERE = load(), load_names()
POINTS = CATALOGUE.table("points")
FOUND = """
LI4: LI4 Hegu | Hegu LI4 | LI-4: Hegu | (合谷穴) LI-4 | 合谷 (LI4) | Hegu (LI4, LI-4) | LI4 LEFT
LI4: left LI4 | LI4 (L) | LI4 on the right hand | 左合谷 | Large Intestine 4 L14 | Hegu (L14)
LI4: LI IV | acupressure point LI4 | LI4 acupoint | Large Intestine channel 4
LI4: Large Intestine (LI) 4 | LI #4 | LI no. 4 | Point 1: LI 4 (He Gu) | 合谷穴 | 合谷穴位 | Ho-ku
LI4: Joining the Valley (LI4) | Valley of Harmony | Great Eliminator | Tiger's Mouth | 합곡
LI4: 합곡혈 | hapgok | ごうこく | Gōkoku | goukoku | Hegu – Valley of Harmony (LI-4) | 4 GI
LI4: Dickdarm 4 | Dikke Darm 4 | LI4合谷
BL40: BL-40 (Weizhong) | UB40 — Wei Zhong | 40 V (Wei Zhong) | B54 Weizhong | B40-Weizhong
BL40: 委中穴 | Bladder 40 / BL40 | BL 40 = UB 40 | Weizhong (委中, BL 40)
BL40: Middle of the Crook BL40 | BL4O Weizhong | Blase 40 (Wei Zhong) | Commanding Middle (B 54)
BL40: 위중혈 | ichu | Blaas 40 | Punkt BL 40
BL52: B47-Zhishi | BL52 (B47) | V 52 Zhi Shi | B52 | Zhishi point | Residence of Willpower
BL52: 志室(ししつ) | Bladder 47 Zhishi
BL47: B47 Hunmen | Hunmen (B 47)
BL54: B54 Zhibian | Zhi Bian (B54)
BL23: B23-Shenshu | 肾俞穴 | 腎兪(じんゆ) | Shenshu Point (BL 23) | BL23 bilateral | 신수혈 | 신유
BL23: jinyu
BL20: V-20 Pishu
SP6: SP-6 Sanyinjiao | Sp6 (Spleen 6) | Spleen 6 (SP6) – Sanyinjiao | Three Yin Intersection point
SP6: 三阴交穴 | San in ko | 삼음교 | BP6-Sanyinjiao
GV20: Baihui (GV20) | 百会穴 | GV20 - Bai Hui - Hundred Meetings | One Hundred Meeting Point
GV20: Băi Huì Dū20
GB20: Galle 20 | Gates of Consciousness | 风池穴 | Fengchi (Gallbladder 20) | GB XX
GB20: VB20 (Fengchi)
EX-HN3: third eye point | the yintang point | GV24.5 | GV 24.5 (Third Eye) | Yin Tang / Third eye
EX-HN3: 印堂穴
EX-HN5: 太阳穴 | Taiyang point
PC6: Inner Gate | Circulation Sex 6 | HG6 | Heart Governor 6 | P6 (Neiguan) | Nei Guan P-6
PC6: PC6/P6 | 内关穴 | Pericardium 6 (P6) or Nei Guan | Master of the Heart 6 | Kreislauf 6
ST36: Zusanli 足三里 ST36 | Stomach (ST) 36 | Three Mile Point | 족삼리 | ashi no sanri
ST36: Zusanli (E 36) | 36 E
ST3: Facial Beauty
CV17: Sea of Tranquility | Sea of Tranquility (CV 17)
CV6: Sea of Energy point | Qihai (RN6)
LU1: Central Palace | Letting Go (Lu 1) | Middle Palace (Lung 1)
KI27: Elegant Mansion (K 27)
BL60: Bladder sixty | Urinary Bladder LX | UB sixty Kunlun | コンロン
GB34: Gall bladder thirty-four | gallbladder thirty four
GV4: Life Gate (Governing Vessel 4) | 命门穴
LI11: Large Intestine 11 - Quchi (Pool at the Bend) | Crooked Pond
TE5: SJ-5/TE5 | TE5 (SJ5, TW5) | Three Heater 5
HT7: Heart 7- Shen Men (The Spirit Gate) | C7 Shenmen
KI3: Rn3 Tai Xi | R3-Taixi | 太渓
GB10: GB10 | GB 10
EX-UE7: Low Back Pain Point (EX-UE7) | 腰腿點穴 | yāo tòng
LI4: 1. Large Intestine 4 (LI4) – He Gu | Di 4, genannt „He Gu“ | Tyktarm 4 | Tjocktarm 4 | JG4
LI4: Ho-Ku point | Hợp Cốc (Đtr.4) | huyệt hợp cốc | hop coc | LI 4 (Large Intestine) | Di/LI 4
BL40: 1.委中穴 | El punto V40 | Wei-chung | ỦY TRUNG:委中 | Uỷ trung (Bl 40) | vescica urinaria 40
BL40: UB/BL 40 | Titik B40 Weizhong
BL23: Thận Du (Bq.23) | Titik B 23 | Blære 23
BL2: Can Zhu (Bamboo Gathering) | BL – 2 / ZAN ZHU/CAN ZHU
BL63: BL-63 o Jinmen
GB20: 20 VB (Vésicule Biliaire) | Feng-ch'ih | feng chih | titik fengchi | Gallblåsa 20 | Phong trì
GB21: Titik pijat jianjing | Chien-ching
GB34: Yang-ling-ch'üan | Yang Ling Chuan
LU7: 7P (Poumon) | Lieque (LU7)Luo-Connecting Point | Lieh-ch'üeh
LR14: Qimen (LR14) Front-Mu Point of the Liver
LR3: T'ai-ch'ung | LV/LR3 Taichong
LR8: Khúc tuyền (Le/Liv 8)
KI1: Yung-ch'üan | Njure 1 | Yongquan (KI1) Jing-Well Point
KI3: T'ai-hsi
KI10: Âm cốc (Ni/KID 10)
SP6: San-yin-chiao | Tam Âm Giao (Ty.6)
ST36: Tsu San Li | Túc Tam Lý (Vi.36) | tuc tam ly | Mave 36
TE5: Wai Guan, auch 3E5
GV20: Pai-hui | Bách Hội
EX-HN3: Ấn đường
EX-HN5: Tai Yang (Sun)
LI4: 1. Le point He Gu (LI4) | Large Intestine (LI4)
BL10: 天柱(てんちゅう)[足太陽膀胱経]
GB21: ②肩井(けんせい)[足少陽胆経]
TE3: Triple Energizer Point (TE3)
BL25: Large Intestine Back Shu UB25
GB3: 1. Above the Joint (GB3) | Le point Above the Joint
GB34: Huyệt Sunny Side of the Mountain (GB34)
BL10: Punti Tian Zhu | I punti Tian Zhu
LI4: Hegu-Punkt | Kopfschmerzpunkt Dickdarm 4 | Di 4 resp. LI 4
PC6: Akupressur-Punkt Perikard 6
"""
PAIRS = [
    (spelling, code)
    for code, _, spellings in (line.partition(": ") for line in FOUND.strip().splitlines())
    for spelling in spellings.split(" | ")
]
ASKED = {
    "LI4 Weizhong": "LI4 BL40",
    "LI4, SP6": "LI4 SP6",
    "ID3-B62": "SI3 BL62",
    "BL23/24": "BL23 BL24",
    "BL 23 & 24": "BL23 BL24",
    "Hegu (BL40)": "LI4 BL40",
    "BL54 Weizhong": "BL54 BL40",
    "BL47 Zhishi": "BL47 BL52",
    "P6 Weizhong": "PC6 LU6 BL40",
    "Stomach (SP) 6": "ST6 SP6",
    "LI4 and LR3": "LI4 LR3",
    "K13 Taixi": "KI13 KI3",
    "GI20": "LI20 GV20",
    "S13": "ST13 SP13 SI13 SI3",
    "S13 Houxi": "ST13 SP13 SI13 SI3",
    "Spirit Path": "HT4 GV11",
    "Big Mound": "LR1 PC7",
    "Window of Heaven": "SI16 TE16",
    "Great Vertebra": "BL11 GV14",
    "Sea of Vitality (B23, B47)": "BL23 BL52",
    "견정": "SI9 GB21",
    "Co 4": "LI4 HT4 CV4",
    "八髎穴": "BL31 BL32 BL33 BL34",
    "Baliao": "BL31 BL32 BL33 BL34",
    "Four Gates": "LI4 LR3",
    "Chi-men": "SP11 LR14",
    "BL27 und BL28": "BL27 BL28",
}
UNKNOWN = """
神门耳穴 | 耳穴神门 | ear shen men | auricular Shenmen | Shen Men (ear) | LI4 later
LI4 2 | LI4 x 30 s | BL 4 0 | GB2 1 Jianjing | point | the | left | 穴 | L14
BL4O | LI4 Hegoo | 22.01 | LI LXX | V V | L5-S1 | L4/5 | L4-L5
"""
CODE = re.compile(
    r"(?<![A-Za-z\d])(LU|LI|ST|SP|HT|SI|BL|KI|PC|TE|GB|LR|GV|CV)[ .-]?([1-9]\d?)(?!\d|\+|\.\d)"
)


@every(("typed", "code"), PAIRS)
def test_a_spelling_of_the_world_finds_its_point(typed: str, code: str) -> None:
    reading = read_point(CATALOGUE, typed)
    assert (reading.codes, reading.is_sure) == ((code,), True)


@every(("typed", "codes"), ASKED.items())
def test_what_names_or_means_several_points_is_asked_about(typed: str, codes: str) -> None:
    reading = read_point(CATALOGUE, typed)
    assert set(reading.codes) == set(codes.split())
    assert not reading.is_sure
    question = which_question(CATALOGUE, typed, reading, Settings())
    assert all(code in question for code in reading.codes)


@every("typed", re.split(r" \| |\n", UNKNOWN.strip()))
def test_what_is_not_understood_whole_is_no_point(typed: str) -> None:
    assert read_point(CATALOGUE, typed).codes == ()


def test_a_name_of_several_pieces_says_what_each_names() -> None:
    question = which_question(CATALOGUE, "ID3-B62", resolve(CATALOGUE, "ID3-B62"), Settings())
    assert question == (
        '"ID3-B62" names SI3 Back Stream ("ID3"; hand) and BL62 Extending Vessel ("B62"; ankle).'
        " Type one of the codes."
    )


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_no_language_decides_between_pieces_that_name_two_points(language: str) -> None:
    reading = resolve(CATALOGUE, "P6 Weizhong")
    assert apply_settings(reading, "P6 Weizhong", Settings(language)) == reading


def test_a_language_in_which_a_misprint_is_right_decides() -> None:
    reading = resolve(CATALOGUE, "GI20")
    assert apply_settings(reading, "GI20", Settings("fr")).codes == ("LI20",)
    assert not apply_settings(reading, "GI20", Settings("en")).is_sure


@pytest.mark.parametrize(
    ("typed", "code", "other"), [("K13", "KI13", "KI3"), ("L11", "LU11", "LI1")]
)
def test_a_code_that_may_be_a_slip_of_the_eye_says_so(typed: str, code: str, other: str) -> None:
    reading = resolve(CATALOGUE, typed)
    assert (reading.codes, reading.is_sure) == ((code,), True)
    assert reading.note == f'"{typed}" is {code}. With the letter I it would be {other}.'


def test_a_vertebra_of_the_lower_back_is_told_from_a_point() -> None:
    reading = resolve(CATALOGUE, "L5")
    assert (
        reading.note
        == '"L5" is read as LU5. The bone of that name in the lower back is not a point.'
    )
    assert resolve(CATALOGUE, "L7").note == ""
    assert "--region lumbar" in unknown_name(CATALOGUE, "L4/5")


def test_what_is_unsure_of_each_piece_stays_unsure() -> None:
    assert not resolve(CATALOGUE, "C7 / C 7").is_sure
    assert resolve(CATALOGUE, "B47 (Bladder 47)").note == resolve(CATALOGUE, "B47").note


@pytest.mark.parametrize(
    "typed", ["神门耳穴", "ear shen men", "Shen Men (ear)", "ear point Shenmen"]
)
def test_a_point_of_the_ear_is_told_from_one_of_the_body(typed: str) -> None:
    assert "is a point of the ear" in unknown_name(CATALOGUE, typed)


@pytest.mark.parametrize(
    ("typed", "means"),
    [("Ashi point", "any place that is sore"), ("阿是穴", "sore"), ("Ling Gu", "Master Tung's")],
)
def test_what_is_called_a_point_and_is_none_here_is_said_to_be_so(typed: str, means: str) -> None:
    said = unknown_name(CATALOGUE, typed, ELSEWHERE)
    assert said.startswith(f'"{typed}" is ')
    assert means in said


def test_what_is_no_point_here_is_no_name_of_one() -> None:
    for names, _ in names_of_no_point(ELSEWHERE):
        assert not [name for name in names if read_point(CATALOGUE, name).codes]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("LI4 Weizong", ("LI4",)),
        ("Hegu foo", ("LI4",)),
        ("foo LI4 or SP6", ("LI4", "SP6")),
        ("Large intesting 4- He Gu", ("LI4",)),
        ("36 E foo", ("ST36",)),
    ],
)
def test_the_codes_of_an_unknown_text_come_before_its_names(
    typed: str, codes: tuple[str, ...]
) -> None:
    assert codes_of_pieces(CATALOGUE, typed) == codes


def test_a_name_from_elsewhere_leads_to_its_point_and_to_no_other_without_the_long_tables() -> None:
    known, widest = (reader_for(CATALOGUE, "合", each) for each in (None, ELSEWHERE))
    other_words = OtherWords(CATALOGUE)
    for code, names in names_elsewhere(ELSEWHERE):
        assert CATALOGUE.has("points", code)
        for name in names:
            assert code in widest.read(name).codes, name
            assert {code} & {*known.read(name).codes} or not known.read(name).codes, name
            assert {code} & {*other_words.codes(name)} or not other_words.codes(name), name


@pytest.mark.long
def test_no_name_from_elsewhere_is_a_part_of_the_body_or_a_complaint() -> None:
    """ "Knee Joint" is what some call LR7, and not what anybody means by it."""
    for names in ELSEWHERE.table("point_names")["by_code"].values():
        for name in names:
            wish = wish_for(CATALOGUE, name)
            is_both = name.endswith(("Pain Point", "Back Point"))  # BL40 is at the back of the knee
            assert is_both or not (wish.complaint or wish.regions), name


def test_every_point_has_a_name_in_each_language() -> None:
    for language in LANGUAGES:
        table = ELSEWHERE.table("point_names")[language]
        codes = {f"{each}{at}" for each in table for at in range(1, table[each].count(",") + 2)}
        assert codes == {code for code in POINTS if not code.startswith("EX")}


def test_a_name_from_elsewhere_needs_neither_its_signs_nor_its_marks() -> None:
    reader = reader_for(CATALOGUE, "a", ELSEWHERE)
    for language in ("wade_giles", "vietnamese"):
        for channel, points in ELSEWHERE.table("point_names")[language].items():
            for number, names in enumerate(points.split(","), start=1):
                for name in names.split():
                    plain = "".join(filter(str.isalpha, key(name)))
                    assert f"{channel}{number}" in reader.read(plain).codes, name


@pytest.mark.parametrize(
    ("typed", "code"),
    [("Kidny 3", "KI3"), ("Large Intesting 4", "LI4"), ("Pericadium 6 point", "PC6")],
)
def test_a_slip_in_the_name_of_a_channel_is_a_suggestion(typed: str, code: str) -> None:
    assert resolve(CATALOGUE, typed, ELSEWHERE).codes == ()
    assert f'Did you mean "{code}"?' in unknown_name(CATALOGUE, typed, ELSEWHERE)


@pytest.mark.parametrize("typed", ["Bladder 40 Weizong", "KAB 20 or gall bladder 20", "UB 23 xy"])
def test_the_channel_of_a_code_is_no_warning_sign(typed: str) -> None:
    assert unknown_name(CATALOGUE, typed).startswith(f'No point called "{typed}". Did you mean')


def test_words_of_a_sign_beside_a_code_are_one() -> None:
    said = unknown_name(CATALOGUE, "Bladder 40 for incontinence")
    assert said.startswith('"Bladder 40 for incontinence" can be a warning sign')


PIECES = st.one_of(
    st.sampled_from(sorted(POINTS)),
    st.sampled_from([each["pinyin"] for each in POINTS.values()]),
    st.sampled_from([each["name"] for each in POINTS.values()]),
    st.sampled_from([each["hanzi"] for each in POINTS.values()]),
    st.sampled_from(
        [
            "B47",
            "B40",
            "V20",
            "P6",
            "C7",
            "R3",
            "L14",
            "K13",
            "GI20",
            "UB54",
            "40",
            "24",
            "left",
            "point",
            "穴",
            "혈",
            "the",
            "and",
        ]
    ),
    st.text("ABLSPI4 01lo", min_size=1, max_size=4),
)
GAPS = st.sampled_from([" ", "-", " - ", " (", ") ", "/", ", ", "", ":", " 穴", " — "])


def contradicts(reading: Reading, typed: str) -> bool:
    codes = {f"{letters}{int(number)}" for letters, number in CODE.findall(typed)} & set(POINTS)
    return reading.is_sure and bool(codes - set(reading.codes))


@settings(max_examples=60)
@given(pieces=st.lists(st.tuples(PIECES, GAPS), max_size=5))
def test_no_text_is_read_as_a_point_that_a_code_in_it_contradicts(
    pieces: list[tuple[str, str]],
) -> None:
    typed = "".join(part for piece in pieces for part in piece)
    for elsewhere in (None, ELSEWHERE):
        assert not contradicts(resolve(CATALOGUE, typed, elsewhere), typed)
    assert unknown_name(CATALOGUE, typed, ELSEWHERE)


@settings(max_examples=40)
@given(typed=st.text(max_size=120))
def test_any_text_is_read_without_an_error(typed: str) -> None:
    assert set(resolve(CATALOGUE, typed, ELSEWHERE).codes) <= {*POINTS, *CATALOGUE.table("zones")}
    assert not contradicts(resolve(CATALOGUE, typed, ELSEWHERE), typed)
