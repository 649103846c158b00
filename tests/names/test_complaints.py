"""Everyday words for what hurts lead somewhere, or to what to do, and never to a guess."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.catalogue.names.everyday import everyday_words, neighbours
from presspoint.catalogue.names.warnings import warning_words
from presspoint.catalogue.routines import has_meaning_by_occasion
from presspoint.catalogue.selection import PlaceFilter, guided_regions, select_places
from presspoint.names.everyday.complaints import read_complaint
from presspoint.names.everyday.core_words import without_occasion, words_of
from presspoint.names.everyday.names import ComplaintReading
from presspoint.names.everyday.wish import Wish
from presspoint.names.everyday.wish_reader import places, read_wish
from presspoint.names.warnings import find_warning, warning_for
from presspoint.run.arguments.complaints import Lists, list_command
from presspoint.storage.catalogue_file import load, load_names
from presspoint.words import printable
from support.cases import every

CATALOGUE, NAMES = load(), load_names()

# What means a complaint, by its id: these are its own words, and nothing is said before its list.
SAME = {
    "lower-back": "back pain | low back | lower back pain | Lower-Back Pain | back | lumbar"
    " | backpain | lower backache | low-backaches | my back hurts | pain in the lower back"
    " | my lower back is killing me | my back kills me | low-back ache"
    " | acupressure points for back pain | hurt my back lifting"
    " | can't bend over | can't move my back | desk back pain",
    "neck": "text neck | stiff neck | neck | cervical | pain in the neck | necks | neckache"
    " | neck/shoulder pain | neck and shoulders",
    "shoulder": "shoulders | tight shoulders | my left shoulder hurts | shoulder discomfort",
    "upper-back": "thoracic | middle back | between the shoulder blades | sore upper back"
    " | pain between my shoulders | bra line pain",
    "hip": "glutes | hips | sore hips | glute pain",
    "leg": "calves | calf pain | tight hamstrings | my legs ache | legaches"
    " | pain in the back of my thigh",
    "headache": "headaches | HEADACHE | head ache | bad headache | headaches relief | 頭痛"
    " | mal de tête | KOPFSCHMERZEN",
    "sleep": "insomnia | can't sleep | cant sleep | trouble sleeping",
    "stress": "stress | stressed | stress relief",
    "sciatica": "sciatica | sciatic nerve | pain down my leg | sciatica in my left leg"
    " | pain going down my leg",
    "stiffness": "stiff back | morning stiffness",
}
# What has nothing of its own: the nearest complaint, and words that say so.
NEAR = {
    "lower-back": "QL | quadratus lumborum | period pain | menstrual cramps | PMS | back strain"
    " | dysmenorrhoea | dysmenorrhea | vertebrae",
    "neck": "TMJ | jaw | jaw pain | traps",
    "shoulder": "rotator cuff | frozen shoulder",
    "upper-back": "trigger points | muscle knots | rhomboids",
    "hip": "tailbone | coccyx | si joint | SI-joint pain | piriformis | psoas | hip flexor"
    " | tight hip flexors | sore tailbone",
    "leg": "quads | IT band | shin splints | leg cramps at night | pulled hammy",
    "headache": "migraine | migraines | Migraine headache | headache behind my eyes",
    "stress": "anxiety | burnout",
    "screen-work": "eye strain | eyestrain | bad posture",
}
REGIONS = {
    "knee": "knee | knee pain | runner's knee | my right knee is sore",
    "foot ankle": "plantar fasciitis | heel spurs | aching feet",
    "hand wrist": "carpal tunnel | RSI | trigger finger",
    "hand": "hands | sore hand",
    "hand wrist knee": "hands and wrists, knees",
    "elbow": "tennis elbow | golfers elbow | golfer's elbow",
}
# What presspoint has nothing for, and a word of what to do.
NOTHING = {
    "crisis line now": "suicidal | I want to die",
    "dentist": "toothache | sore tooth | teeth",
    "doctor": "fatigue | stomach ache | belly pain | groin pain | rib pain | depression | hay fever"
    " | dizziness",
}
# What is checked first, and then has nothing to list; what has a list all the same.
CHECKED = "osteoporosis | pregnant | cancer | diabetes | broken wrist | blood thinners | numb hand"
CHECKED_WITH_A_LIST = {
    "lower-back": "slipped disc | herniated disc | bulging disk | pinched nerve | slipped discs",
    "neck": "pinched nerve in the neck | herniated cervical disc",
    "elbow": "tennis elbow",
    "knee": "arthritis in my knees | knee arthritis | arthritis knee",
    "hand wrist": "carpal tunnel",
}
SIGNS = (
    "chest pain | my chest hurts | chest is sore | can't pee | cant pee | numb saddle"
    " | saddle numbness | numb bottom | both legs hurt | I can't breathe | tearing pain"
    " | sudden severe back pain | chest tension | can't feel my legs"
    " | heaviness in my chest | heartache | left arm pain | pain in my left arm"
    " | jaw pain and sweating | it hurts to breathe | throat closing up | facial droop"
    " | headache and double vision | sudden vision loss | headache and stiff neck"
    " | headache after a fall | back pain after fall | hit my head | cannot urinate | can't speak"
    " | my face is numb | weakness on one side | sudden weakness | can't swallow"
    " | can't lift my foot | can't lift my toes | crushing feeling in my chest | burning chest"
    " | can't catch my breath | numb down below | numb down there | tingling around my anus"
    " | I cannot feel it when I wipe | no feeling when wiping | hit by car"
    " | ripping pain in my back | my arm went weak | my foot slaps when I walk"
    " | my baby is not breathing | he stopped breathing | blue lips | I can't wake her | no pulse"
    " | sweating and back pain | it hurts when I breathe | breathing hurts"
    " | suddenly blind | went blind in one eye | my voice is slurred | slurring my words"
    " | ribs hurt when i breathe | sharp pain on a deep breath"
    " | pain between my shoulder blades and sweating"
)
# A note on the night, or on coughing, comes before the list.
ADVISED = (
    "back pain at night | backache at night | my back is worse at night | back pain when I cough"
    " | sciatica at night"
)
SLIPS = {
    "migrane": "migraine",
    "sciattica": "sciatica",
    "piriformus": "piriformis",
    "sholder pain": "shoulder pain",
    "plantar faciitis": "plantar fasciitis",
    "insomia": "insomnia",
    "anxeity": "anxiety",
    "lower bakc pain": "lower back pain",
    "my sholder hurts": "shoulder",
    "my wirst is sore": "wrist",
    "osteoperosis": "osteoporosis",
}


WORDS = [
    "racing heart",
    "tight hip flexors",
    "rotator cuff tear",
    "lower back strain",
    "neck crick",
]


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(each, to) for to, words in table.items() for each in words.split(" | ") if each]


@every(("typed", "complaint"), cases(SAME))
def test_other_words_for_a_complaint_are_that_complaint(typed: str, complaint: str) -> None:
    assert read_wish(CATALOGUE, NAMES, typed) == Wish(complaint)


@every(("typed", "complaint"), cases(NEAR))
def test_what_has_nothing_of_its_own_leads_to_the_nearest_and_says_so(
    typed: str, complaint: str
) -> None:
    wish = read_wish(CATALOGUE, NAMES, typed)
    title = CATALOGUE.title("complaints", complaint)
    assert (wish.complaint, wish.refusal) == (complaint, "")
    assert wish.note == (
        f'presspoint has nothing of its own for "{typed}". Here is what it has for {title}.'
    )


@every(("typed", "regions"), cases(REGIONS))
def test_what_no_complaint_is_near_leads_to_its_part_of_the_body(typed: str, regions: str) -> None:
    wish = read_wish(CATALOGUE, NAMES, typed)
    assert (wish.complaint, wish.refusal) == (None, "")
    assert set(wish.regions or ()) == set(regions.split())
    assert "ere is what " in wish.note


def test_where_there_is_no_place_it_is_the_nearest() -> None:
    reading = ComplaintReading(regions=("upper-arm",))
    regions, note = places(CATALOGUE, NAMES, "upper arm", reading)
    assert regions == ("elbow", "shoulder")
    assert note.startswith("presspoint guides you to no place at the upper arm. Here is")


@every(("typed", "word"), cases(NOTHING))
def test_what_presspoint_has_nothing_for_says_what_to_do(typed: str, word: str) -> None:
    wish = read_wish(CATALOGUE, NAMES, typed)
    assert wish.refusal.endswith(" presspoint has nothing for this.")
    assert word in wish.refusal
    assert not wish.is_unknown


@every("typed", CHECKED.split(" | "))
def test_a_condition_is_checked_first_and_lists_nothing(typed: str) -> None:
    assert "presspoint check" in read_wish(CATALOGUE, NAMES, typed).refusal


@every(("typed", "to"), cases(CHECKED_WITH_A_LIST))
def test_a_condition_with_a_list_is_checked_first_all_the_same(typed: str, to: str) -> None:
    wish = read_wish(CATALOGUE, NAMES, typed)
    assert wish.complaint == to or set(wish.regions or ()) == set(to.split())
    assert "to check first" in wish.preface[0]
    assert "presspoint has nothing of its own" in wish.preface[1]


@every("typed", SIGNS.split(" | "))
def test_what_may_be_an_emergency_leads_to_help_alone(typed: str) -> None:
    wish = read_wish(CATALOGUE, NAMES, typed)
    assert wish == Wish(warning=wish.warning, refusal=wish.refusal)
    assert wish.warning
    assert wish.warning.level == "emergency"
    assert "Emergency: call your emergency number" in wish.refusal


@every(("typed", "meant"), SLIPS.items())
def test_a_slip_is_a_suggestion_and_is_never_taken(typed: str, meant: str) -> None:
    wish = read_wish(CATALOGUE, NAMES, typed)
    assert wish.is_unknown
    assert f'Did you mean "{meant}"' in wish.refusal


@every(
    ("typed", "meant"),
    [
        ("neck pain while swimming", 'is "neck pain".'),
        ("back and neck pain", 'are "back pain" and "neck pain".'),
        ("swollen neck", 'are "swollen" and "neck". Do not press a new injury. A phys'),
        (
            "abdominal and back pain",
            'are "abdominal pain" and "back pain". Let a doctor look at pain',
        ),
        ("headache and a sore ear", 'are "headaches" and "ear". Ask a pharmacist or a doctor'),
    ],
)
def test_what_stands_in_a_longer_text_is_the_nearest_with_what_to_do(
    typed: str, meant: str
) -> None:
    refusal = read_wish(CATALOGUE, NAMES, typed).refusal
    assert f"The nearest {meant}" in refusal
    assert refusal.endswith(" presspoint check asks about warning signs.")


@settings(max_examples=60, deadline=None)
@given(
    pain=st.sampled_from(
        [
            (typed, complaint)
            for typed, complaint in cases(SAME)
            if without_occasion(words_of(typed)) == words_of(typed)
            and not has_meaning_by_occasion(CATALOGUE, complaint)
        ]
    ),
    occasion=st.sampled_from(
        [
            "when sitting",
            "from sitting at a desk all day",
            "after gardening",
            "while driving",
            "in the morning",
            "when I bend over",
            "since yesterday",
            "after a long day at work",
        ]
    ),
)
def test_when_it_hurts_does_not_change_where(pain: tuple[str, str], occasion: str) -> None:
    typed, complaint = pain
    assert read_wish(CATALOGUE, NAMES, f"{typed} {occasion}").complaint == complaint


@every("typed", ADVISED.split(" | "))
def test_pain_at_night_or_on_coughing_has_its_advice_before_the_list(typed: str) -> None:
    wish = read_wish(CATALOGUE, NAMES, typed)
    assert wish.complaint
    assert wish.warning
    assert (wish.warning.level, wish.warning.stops) == ("soon", False)
    assert "if you cannot pee" in wish.preface[0]


@every(
    "typed",
    [
        "back pain when walking",
        "back pain when breathing",
        "my hip is worse",
        "leg pain on walking",
        "headache when I cough",
        "headaches after exercise",
        "headache when I bend over at my desk",
        "migraine after running",
        "nausea in the morning",
    ],
)
def test_what_may_be_a_sign_is_no_mere_occasion(typed: str) -> None:
    assert read_wish(CATALOGUE, NAMES, typed).refusal


@settings(max_examples=60, deadline=None)
@given(words=st.sampled_from(WORDS).flatmap(lambda each: st.permutations(each.split())))
def test_the_order_of_words_does_not_matter(words: list[str]) -> None:
    wish = read_wish(CATALOGUE, NAMES, " ".join(words))
    assert not wish.is_unknown


def test_a_birth_that_was_is_no_pregnancy_and_the_gall_bladder_is_not_the_bladder() -> None:
    wish = read_wish(CATALOGUE, NAMES, "back pain after childbirth")
    assert wish.warning
    assert wish.warning.id == "after-birth"
    for typed in ("gall bladder pain", "my gall-bladder hurts"):
        assert (
            "Let a doctor look at pain in the belly" in read_wish(CATALOGUE, NAMES, typed).refusal
        )


def test_a_sign_is_seen_whatever_articles_stand_in_it() -> None:
    for entry in warning_words(CATALOGUE):
        for words in entry.words:
            few, *more = words.split()
            typed = " my ".join(("the", few, *more))
            found = find_warning(CATALOGUE, typed)
            assert found, typed
            assert found == find_warning(CATALOGUE, words, typed), typed


@every(
    ("typed", "meant"), [("back pain after surgery", "back pain"), ("neck pain, diabetes", "neck")]
)
def test_a_condition_in_a_longer_text_is_checked_first(typed: str, meant: str) -> None:
    refusal = read_wish(CATALOGUE, NAMES, typed).refusal
    assert refusal.startswith(f'"{typed}" may be something to check first')
    assert f'The nearest is "{meant}' in refusal


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(typed=st.text(max_size=120))
def test_any_text_is_a_wish_or_is_answered_and_harms_no_terminal(typed: str) -> None:
    wish = read_wish(CATALOGUE, NAMES, typed)
    said = " ".join((wish.refusal, *wish.preface))
    assert wish.refusal or wish.complaint or wish.regions
    assert printable(said, limit=4000) == said


@every("typed", ["rain", "xyzzy", "chest hair", "knees up", "", "-", "spleens"])
def test_what_leads_nowhere_suggests_nothing_far(typed: str) -> None:
    assert "Did you mean" not in read_wish(CATALOGUE, NAMES, typed).refusal
    assert read_wish(CATALOGUE, NAMES, typed).refusal


@every(("typed", "lists", "command"),
    [
    ("my back hurts", "routine", "routine --for lower-back"),
    ("hip flexor", "routine", "routine --for 'hip flexor'"),
    ("slipped disc", "points", "points --for 'slipped disc'"),
    ("neck", "points", "points --region neck"),
    ("back", "points", "points --region back"),
    ("tailbone", "points", "points --for tailbone"),
    ("runner's knee", "points", """points --for 'runner'"'"'s knee'"""),
    ("rain", "points", ""),
])  # fmt: skip
def test_what_to_type_has_the_list(typed: str, lists: Lists, command: str) -> None:
    assert list_command(CATALOGUE, typed, lists) == command


def test_words_of_several_conditions_name_them_all() -> None:
    wish = read_wish(CATALOGUE, NAMES, "arthritis")
    assert wish.preface[0] == (
        '"arthritis" may be something to check first: A hot or infected joint or bone; or inflamed'
        " joints or spine. presspoint check asks about each, and finds what to leave out."
    )


def test_every_everyday_word_leads_where_its_entry_says() -> None:
    for entry in everyday_words(NAMES):
        targets = (entry.complaint, entry.near, entry.regions, entry.advice)
        assert sum(map(bool, targets)) == 1, entry
        for word in entry.words:
            reading = read_complaint(CATALOGUE, NAMES, word)
            said = (entry.complaint or entry.near, entry.regions, entry.advice)
            assert (reading.complaint, reading.regions, reading.advice) == said, word


def test_what_everyday_words_lead_to_is_there() -> None:
    guided = guided_regions(CATALOGUE)
    for entry in everyday_words(NAMES):
        complaint = entry.complaint or entry.near
        assert not complaint or select_places(
            CATALOGUE, PlaceFilter(complaint=complaint, every=complaint == "nausea")
        )
        assert set(entry.regions) <= set(CATALOGUE.ids("regions"))
        assert not entry.regions or guided.intersection(entry.regions), entry
    for region in CATALOGUE.ids("regions"):
        assert region in guided or guided.intersection(neighbours(NAMES, region)), region


@pytest.mark.long
def test_the_everyday_words_that_a_warning_word_stands_in_were_looked_at_one_by_one() -> None:
    words = (word for entry in everyday_words(NAMES) for word in entry.words)
    assert {word for word in words if warning_for(CATALOGUE, word)} == {
        "hay fever",
        "irritable bowel",
        "shoulder blade",
    }


NUMBERS = ["2", "14", "three", "four", "a few", "several", "a couple of"]


@pytest.mark.long
@every("number", NUMBERS)
@every("unit", ["hour", "day", "week", "month", "year"])
def test_how_long_it_has_hurt_changes_no_list_but_somebody_s_age_may(
    number: str, unit: str
) -> None:
    for text in (f"back pain for {number} {unit}s", f"my back hurts since {number} {unit}s ago"):
        wish = read_wish(CATALOGUE, NAMES, text)
        assert (wish.complaint, wish.warning) == ("lower-back", None), text
    assert read_wish(CATALOGUE, NAMES, f"{number} {unit} old with back pain").complaint is None
