"""What is suggested for an unknown name: never from meaning to what is only spelled alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.names.warnings import warning_words
from presspoint.catalogue.tables import Kind
from presspoint.errors import ExitCode, PresspointError, UsageError, WarningFirstError
from presspoint.names.likeness import count_slips, nearest
from presspoint.names.points.ambiguity import unknown_name
from presspoint.names.points.lookup import codes_of_pieces, resolve
from presspoint.names.spelling import key
from presspoint.names.warnings import warning_for
from presspoint.run.arguments.complaints import find_complaint, find_regions, wish_for
from presspoint.run.arguments.point import find_point
from presspoint.run.arguments.routines import find_routine
from presspoint.storage.catalogue_file import load, load_names
from presspoint.words import printable
from support.cases import every

CATALOGUE, EVERYDAY = load(), load_names()
SIGNS = {
    "chest-pain": "chest pain | Chest Tightness | tight chest | shortness of breath | heart attack"
    " | cannot breathe | can't breathe | fainting",
    "bladder-bowel": "bladder | bowel | incontinence | trouble peeing | wee",
    "saddle-numbness": "numb groin | groin numbness | saddle | numb between the legs",
    "worsening-leg-neuro": "numb legs | leg weakness | weak legs | foot drop | a numb leg"
    " | cannot walk | legs give way",
    "swollen-leg": "swollen leg | calf swelling | one hot calf",
    "clot-now": "blood clot | DVT",
    "sudden-severe-pain": "stroke | sudden headache | worst headache | slurred speech",
    "kidney-signs": "kidney stone | blood in my pee",
    "trauma": "whiplash | after a fall | car accident | had a fall",
    "fever": "fever | night sweats",
    "cancer-history": "cancer",
}
PREGNANCY = (
    "expecting pregnancy pregnant pregnent labor labour birth contractions morning-sickness ivf"
)
FAR = [
    "bleeding",
    "confusion",
    "rib pain",
    "chest hair",
    "heart",
    "rain",
    "knees up",
    "gall",
    "inner door",
]


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The names of conditions, read once: TOML takes its time."""
    monkeypatch.setattr("presspoint.run.arguments.complaints.load_names", lambda: EVERYDAY)


def error_of(finder: object, typed: str) -> str:
    with pytest.raises(PresspointError) as refused:
        finder(CATALOGUE, typed)  # type: ignore[operator]  # one of four functions
    return str(refused.value)


@every(
    ("typed", "flag"),
    [(each, flag) for flag, words in SIGNS.items() for each in words.split(" | ")],
)
@every("finder", [find_complaint, find_routine])
def test_fault_4_words_of_a_warning_sign_lead_to_what_to_do_and_the_check(
    finder: object, typed: str, flag: str
) -> None:
    told = error_of(finder, typed)
    assert str(CATALOGUE.table("red_flags")[flag]["help"]) in told
    assert "presspoint check" in told
    assert "Did you mean" not in told


@every("typed", [*PREGNANCY.replace("-", " ").split(), "labor pain"])
@every("finder", [find_complaint, find_routine])
def test_fault_4_words_of_pregnancy_lead_to_whom_to_ask(finder: object, typed: str) -> None:
    if typed in {"morning", "sickness"}:
        typed = "morning sickness"
    told = error_of(finder, typed)
    assert "Ask your midwife or doctor" in told
    assert "presspoint check" in told


@pytest.mark.parametrize("typed", ["numb groin", "chest pain", "pregnancy", "swollen leg"])
def test_fault_4_a_point_by_words_of_a_sign_leads_to_the_check(typed: str) -> None:
    assert unknown_name(CATALOGUE, typed) == warning_for(CATALOGUE, typed) != ""


def test_words_that_warn_name_signs_and_conditions_that_there_are() -> None:
    for entry in warning_words(CATALOGUE):
        assert entry.red_flag or entry.condition or entry.advice
        assert not entry.red_flag or CATALOGUE.has("red_flags", entry.red_flag)
        assert not entry.condition or CATALOGUE.has("conditions", entry.condition)
        assert all(warning_for(CATALOGUE, each) for each in entry.words)


def test_no_complaint_region_routine_or_point_is_taken_for_a_warning_sign() -> None:
    kinds: tuple[Kind, ...] = ("complaints", "regions", "routines")
    spellings = {each for kind in kinds for _, names in CATALOGUE.spellings(kind) for each in names}
    assert {each for each in spellings if warning_for(CATALOGUE, each)} <= {
        "shoulder blade",
        "shoulder blade pain",
    }


@every(
    ("typed", "region"),
    [("knee pain", "knee"), ("calf pain", "lower-leg"), ("ankle pain", "ankle"),
     ("sore tailbone", "sacrum"), ("my left foot", "foot")],
)  # fmt: skip
def test_fault_4_pain_in_a_part_of_the_body_is_that_part(typed: str, region: str) -> None:
    assert set(find_regions(CATALOGUE, typed) or ()) == {region}


def test_several_parts_of_the_body_are_all_of_them_or_none() -> None:
    assert set(find_regions(CATALOGUE, "hands and wrists") or ()) == {"hand", "wrist"}
    several = find_regions(CATALOGUE, "sore neck, left hip / knees")
    assert set(several or ()) == {"neck", "hip", "knee"}
    with pytest.raises(UsageError):
        find_regions(CATALOGUE, "neck and foo")


def test_a_part_of_the_body_that_is_no_region_is_not_said_to_be_none() -> None:
    with pytest.raises(UsageError) as refused:
        find_regions(CATALOGUE, "kneecap")
    told = 'There is no region "kneecap". Type "presspoint points --for kneecap".'
    assert str(refused.value) == told


@pytest.mark.parametrize("typed", ["carpel tunnel", "my sholder hurts", "abdominal and back pain"])
def test_what_is_like_a_complaint_is_suggested_whatever_it_was_typed_for(typed: str) -> None:
    hint = wish_for(CATALOGUE, typed).hint
    assert hint
    for finder in (find_routine, find_point):
        assert error_of(finder, typed).endswith(hint)


@pytest.mark.parametrize("typed", ["sciatica", "chest pain", "pregnancy"])
def test_a_region_that_is_none_leads_where_its_words_lead(typed: str) -> None:
    expected = r"--for sciatica|presspoint check"
    with pytest.raises((UsageError, WarningFirstError), match=expected) as refused:
        find_regions(CATALOGUE, typed)
    assert refused.value.exit_code == ExitCode.USAGE


@pytest.mark.parametrize("typed", ["back pain", "sore back", "headaches", "si joint", "migraine"])
def test_usual_words_for_a_complaint_are_known(typed: str) -> None:
    assert find_complaint(CATALOGUE, typed)


@pytest.mark.parametrize("typed", FAR)
def test_fault_4_no_name_is_suggested_rather_than_a_far_one(typed: str) -> None:
    assert "Did you mean" not in error_of(find_complaint, typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("LI4 Hegoo", "LI4"), ("UB40 foo", "BL40"), ("Weizhong BL-40, the sore one", "BL40"),
     ("Wei Zong (BL 40)", "BL40"), ("the foo of Hegu", "LI4")],
)  # fmt: skip
def test_fault_4_what_is_known_of_a_name_is_suggested_alone(typed: str, code: str) -> None:
    assert codes_of_pieces(CATALOGUE, typed) == (code,)
    assert unknown_name(CATALOGUE, typed).endswith(f'Did you mean "{code}"?')


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("L14", "LI4, with the letter I"), ("l1 4", "LI4, with the letter I"),
     ("L1-4", "LI4, with the letter I"),
     ("ll4", "LI4, with the letter I"), ("Kl3", "KI3, with the letter I"),
     ("BL4O", "BL40, with a zero"), ("GV2O", "GV20, with a zero"),
     ("BL6l", "BL61, with the digit 1"), ("GBI4", "GB14, with the digit 1")],
)  # fmt: skip
def test_a_slip_of_the_eye_is_asked_about(typed: str, meant: str) -> None:
    """A21: L14, one for I, is the usual slip."""
    assert resolve(CATALOGUE, typed).codes == ()
    assert unknown_name(CATALOGUE, typed) == f'No point called "{typed}". Did you mean {meant}?'


@pytest.mark.parametrize(
    ("typed", "code"),
    [("LI4 Hegu", "LI4"), ("BL-40 (Weizhong)", "BL40"), ("Baihui (GV20)", "GV20"),
     ("UB40 — Wei Zhong", "BL40"), ("SP-6 Sanyinjiao", "SP6"), ("B23-Shenshu", "BL23"),
     ("V-20 Pishu", "BL20"), ("Sp6 (Spleen 6)", "SP6"), ("合谷 LI4", "LI4"), ("合谷穴", "LI4"),
     ("太阳穴", "EX-HN5"), ("肾俞穴", "BL23"), ("third eye point", "EX-HN3"),
     ("the union valley point", "LI4"), ("acupressure point LI4", "LI4"), ("Hoku", "LI4"),
     ("Inner Gate", "PC6"), ("Three Yin Meeting", "SP6"), ("Galle 20", "GB20")],
)  # fmt: skip
def test_names_as_the_world_writes_them_are_read(typed: str, code: str) -> None:
    assert resolve(CATALOGUE, typed).codes == (code,)


@pytest.mark.parametrize("typed", ["LI4 Weizhong", "LI4, SP6", "Hegu (BL40)", "Sea of Vitality"])
def test_a_code_beside_the_name_of_another_point_is_put_to_the_person(typed: str) -> None:
    reading = resolve(CATALOGUE, typed)
    assert len(reading.codes) == 2
    assert not reading.is_sure


@pytest.mark.parametrize("typed", ["神门耳穴", "LI4 later", "point", "穴", "()", " - "])
def test_what_is_not_understood_whole_is_no_point(typed: str) -> None:
    assert resolve(CATALOGUE, typed).codes == ()


NAMES = st.text("abcdefgh", min_size=4, max_size=12)


@given(name=NAMES, at=st.integers(0, 11), letter=st.sampled_from("abcxyz"))
def test_one_slip_is_always_found_and_three_never(name: str, at: int, letter: str) -> None:
    at = at % (len(name) - 1) + 1
    slip = name[:at] + letter + name[at + 1 :]
    assert count_slips(slip, name) <= 1
    assert nearest(slip, {name: name}) == (name,)
    assert count_slips(name, name) == 0
    assert count_slips(f"qqq{name}", name) == 3


@given(text=st.text(max_size=300))
def test_any_text_can_be_asked_about(text: str) -> None:
    assert printable(unknown_name(CATALOGUE, text), limit=4000) == unknown_name(CATALOGUE, text)
    assert isinstance(warning_for(CATALOGUE, text), str)
    assert key(text) or not resolve(CATALOGUE, text).codes
