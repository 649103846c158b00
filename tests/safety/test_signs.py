"""Every warning sign stops with its own urgency, and what many people have stops nobody."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import condition, lasting_conditions
from presspoint.catalogue.routines import routine
from presspoint.catalogue.safety_warnings import Advice, Level, RedFlag, advice, red_flags
from presspoint.planning.plan import Plan, build
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Flags
from presspoint.safety.check.answers import CheckAnswers
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen
from support.cases import every
from support.profiles import CATALOGUE, profile_file

TODAY = date(2026, 11, 21)
FLAGS = dict(red_flags(CATALOGUE))
EMERGENCIES = {
    "chest-pain", "sudden-severe-pain", "sepsis", "pregnancy-emergency", "bladder-bowel",
    "saddle-numbness", "both-legs", "worsening-leg-neuro", "trauma",
}  # fmt: skip
SAME_DAY = {
    "clot-now", "fever", "infection-risk", "kidney-signs", "swollen-leg", "spine-fracture",
    "cancer-history", "pulsing-belly", "shoulder-blade-pain", "weight-loss", "lump-or-shape",
}  # fmt: skip
SOON = {"constant-pain"}
LABELS = {"emergency": "EMERGENCY: ", "same-day": "TODAY: ", "soon": "SOON: "}
NEW = {"clot-now", "infection-risk", "kidney-signs", "swollen-leg"}
OF_0_1_0 = {
    "swollen-calf": "swollen-leg",
    "night-or-cough-pain": "constant-pain",
    **{name: name for name in sorted(EMERGENCIES | SAME_DAY - NEW)},
}
BEHIND_THE_BACK = {"lying-on-balls", "at-wall", "seated-ball"}


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run_guarded([*arguments])
    answer = capsys.readouterr()
    return code, answer.out, answer.err


def after_check(*conditions: ConditionAnswer, gates: tuple[str, ...] = ()) -> Profile:
    """Return the profile after a check with these answers."""
    return CheckAnswers(conditions, gates, ()).put_in(Profile(), CATALOGUE, TODAY)


def plan_of(profile: Profile, name: str = "lower-back") -> Plan:
    """Return the plan of a routine for the person with this profile, on the day of the check."""
    wanted = routine(CATALOGUE, name)
    return build(CATALOGUE, wanted, {}, screen(CATALOGUE, wanted, Flags(), profile, TODAY))


def test_the_signs_are_those_of_the_table_with_its_urgency() -> None:
    by_level = {
        level: {name for name, flag in FLAGS.items() if flag.level == level} for level in Level
    }
    assert by_level[Level.EMERGENCY] == EMERGENCIES
    assert by_level[Level.SAME_DAY] == SAME_DAY
    assert by_level[Level.SOON] == SOON
    assert not by_level[Level.AVOID] | by_level[Level.CARE]


@pytest.mark.parametrize(("typed", "name"), OF_0_1_0.items())
def test_a_name_of_the_first_version_stays_or_leads_on(
    typed: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _ = run(capsys, "plan", "lower-back", "--red-flag", typed, "--json")
    document = json.loads(said)
    assert (code, [each["id"] for each in document["warnings"]]) == (3, [name])


@pytest.mark.parametrize("name", FLAGS)
@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("plan", "lower-back", "--provider-agreed", "--pregnant", "--condition", "fever"),
        ("routine", "lower-back", "--yes", "--provider-agreed", "--condition", "alcohol"),
        ("routine",),
    ],
)
def test_what_to_do_about_a_sign_is_the_first_line_and_nothing_else_is_said(
    command: tuple[str, ...], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    flag = FLAGS[name]
    code, said, _ = run(capsys, *command, "--red-flag", name)
    assert code == 3
    assert said.startswith(f"{LABELS[flag.level]}{flag.help}")
    words = said.replace("Saved on", "")
    for other in ("Left out", "Ask first", "Not today", "Pregnan", "Have ready", "self-care"):
        assert other not in words or other in f"{flag.help} {flag.brief}"
    if command != ("check",):
        assert len(said.splitlines()) == 2  # "No routine starts." is the other


@pytest.mark.parametrize("name", FLAGS)
def test_in_json_a_stop_is_its_warning_and_no_phase(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _ = run(
        capsys, "plan", "relaxing", "--condition", "cancer", "--red-flag", name, "--json"
    )
    document = json.loads(said)
    assert (code, document["phases"], document["total_seconds"]) == (3, [], 0)
    assert [(each["id"], each["level"]) for each in document["warnings"]] == [
        (name, FLAGS[name].level)
    ]
    assert document["warnings"][0]["text"].startswith(FLAGS[name].help)
    assert not any(document[key] for key in ("conditions", "left_out", "dropped", "expired"))


@pytest.mark.parametrize("name", FLAGS)
def test_the_profile_keeps_the_urgency_of_a_sign_and_never_which(
    name: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "check", "--red-flag", name)[0] == 3
    saved = (home / "config" / "profile.toml").read_text(encoding="utf-8")
    assert f'found = "{FLAGS[name].level}"' in saved
    assert name not in saved
    code, said, _ = run(capsys, "plan", "lower-back", "--provider-agreed")
    assert code == 3
    assert said.startswith(LABELS[FLAGS[name].level])
    assert "Left out" not in said
    assert run(capsys, "check", "--no-red-flags")[0] == 0
    assert run(capsys, "plan", "lower-back")[0] == 0


# Who was stopped in 0.1.0, and the words that each sign near to it asks for now: without them the
# honest answer is no.
ORDINARY = {
    "back went while lifting, cannot straighten": (
        "sudden-severe-pain",
        ["faint", "tearing", "over 60"],
    ),
    "strained it in the garden, fell off a bike long ago": ("trauma", ["in the last weeks"]),
    "tingling foot with known sciatica": ("worsening-leg-neuro", ["gets weaker", "spreads"]),
    "both legs ache after standing, known stenosis": ("both-legs", ["new or", "new numbness"]),
    "asthma": ("chest-pain", ["chest pain", "new trouble", "passed out"]),
    "sciatica into the calf": ("swollen-leg", ["swollen", "warm and red"]),
    "a cold, insulin, methotrexate": (
        "infection-risk",
        ["serious infection", "despite rest", "no doctor gave you"],
    ),
    "lumbago, easier lying down": (
        "spine-fracture",
        ["over 65, have weak bones or have taken steroid"] * 2,
    ),
    "fatty lump known for years": ("lump-or-shape", ["a new lump", "newly changed shape"]),
    "skin cancer cut out 20 years ago": ("cancer-history", ["not a small skin cancer"] * 2),
}


@pytest.mark.parametrize(("name", "words"), ORDINARY.values(), ids=ORDINARY)
def test_each_line_near_to_what_an_ordinary_person_has_asks_for_more(
    name: str, words: list[str]
) -> None:
    lines = FLAGS[name].items
    assert len(lines) == len(words)
    for line, word in zip(lines, words, strict=True):
        assert word in line
    since = "in the last days" if FLAGS[name].level == "emergency" else "since this pain began"
    assert since in FLAGS[name].question


# Of each sign, what it may be, and the words of its short line by which somebody who has that finds
# it. A short line may be wider than the sign: whoever marks it is asked in the exact words.
FOUND_BY = {
    "chest-pain": {"chest pain": "chest pain", "new trouble breathing": "trouble breathing",
        "you passed out": "passing out"},
    "sudden-severe-pain": {"and faint, pale, cold, sweaty or breathless": "sudden severe",
        "sudden tearing pain": "sudden severe or tearing pain", "without any movement": "sudden"},
    "sepsis": {"fever, and you are confused": "fever", "breathe fast": "very ill",
        "shake hard": "very ill", "turn blotchy or blue": "very ill"},
    "pregnancy-emergency": {"bleeding": "bleeding", "leaking": "leaking",
        "regular tightening": "tightening", "the baby moves less": "baby quieter"},
    "bladder-bowel": {"you cannot pee, cannot start to pee, or cannot feel it": "trouble with pee",
        "you cannot hold pee or poo, or do not feel the need": "trouble with pee or poo"},
    "saddle-numbness": {"numb or tingling genitals": "numb or tingling crotch",
        "back passage": "buttocks", "buttocks": "buttocks", "inner thighs": "crotch",
        "loss of erection": "lost erection", "of feeling during sex": "numb"},
    "both-legs": {"pain down both legs": "both legs painful", "new numbness": "numb",
        "tingling": "tingling", "weakness in both legs": "weak"},
    "worsening-leg-neuro": {"a leg or foot": "leg or foot", "gets weaker": "weak",
        "gives way": "weak", "drags": "dragging", "numbness that spreads up one leg": "numb"},
    "trauma": {"a crash": "crash", "high fall": "fall", "hard blow": "blow"},
    "clot-now": {"a blood clot": "blood clot", "a doctor suspects one": "even suspected"},
    "fever": {"temperature": "fever", "chills": "chills", "night sweats": "night sweats"},
    "infection-risk": {"a recent serious infection": "pain growing daily despite rest",
        "a weak immune system": "pain growing daily despite rest",
        "you inject drugs no doctor gave you": "pain growing daily despite rest"},
    "kidney-signs": {"burning": "burning pee", "bloody pee": "bloody pee", "vomiting": "vomiting"},
    "swollen-leg": {"swollen, calf or thigh": "swollen", "warm": "warm", "red": "red",
        "darker": "darker leg"},
    "spine-fracture": {"over 65": "over 65", "weak bones": "weak bones",
        "steroid tablets for months": "steroids", "sudden back pain": "sudden pain",
        "pain from a small knock": "pain"},
    "cancer-history": {"have or had cancer": "cancer ever", "grows or wakes you": "back pain",
        "on coughing or straining": "back pain"},
    "pulsing-belly": {"a beating feeling in the belly": "beating in the belly"},
    "shoulder-blade-pain": {"severe pain between the shoulder blades": "shoulder-blade pain",
        "a tight band of pain around the chest": "tight chest"},
    "weight-loss": {"weight lost without trying": "weight lost without trying"},
    "lump-or-shape": {"a new lump over the spine": "spine lump",
        "a back that has newly changed shape": "changed back shape"},
    "constant-pain": {"constant pain": "constant pain"},
    "night-or-cough": {"at night": "at night", "coughing": "coughing", "sneezing": "coughing",
        "straining": "straining"},
}  # fmt: skip
MOST_WORDS = 8
ENTRIES: dict[str, RedFlag | Advice] = {**FLAGS, **dict(advice(CATALOGUE))}


@pytest.mark.parametrize("name", FOUND_BY)
def test_whatever_a_sign_may_be_is_found_in_its_short_line(name: str) -> None:
    entry = ENTRIES[name]
    assert len(entry.short.split()) <= MOST_WORDS
    assert len(entry.short) <= 56
    for exactly, word in FOUND_BY[name].items():
        assert exactly in entry.full
        assert word in entry.short
    for line in entry.items:
        assert any(exactly in line for exactly in FOUND_BY[name]), "an item that nothing stands for"


def test_every_sign_has_a_short_line_and_no_two_have_the_same() -> None:
    assert FOUND_BY.keys() == ENTRIES.keys()
    assert len({entry.short for entry in ENTRIES.values()}) == len(ENTRIES)


# The same of each condition whose line is shorter than its question.
CONDITION_FOUND_BY = {
    "pregnancy": ["pregnant", "perhaps", "trying"],
    "after-birth": ["birth", "miscarriage"],
    "low-blood-pressure": ["low blood pressure", "fainting"],
    "osteoporosis": ["weak", "diseased bones"],
    "recent-surgery": ["recent operation", "scar", "back operation"],
    "broken-bone": ["broken bone"],
    "serious-condition": ["serious illness", "heart", "lungs", "liver"],
    "kidney-condition": ["kidney trouble"],
    "spine-injury": ["spine injury, ever"],
    "nerve-or-disc": ["disc", "nerve", "spine diagnosis"],
    "cancer": ["cancer, ever"],
    "weak-immune-system": ["weak immune system", "chemotherapy"],
    "under-18": ["under 18", "cannot decide alone"],
    "blood-thinners": ["blood thinners", "aspirin", "easy bleeding", "bruising"],
    "clot-history": ["blood clot, ever"],
    "aneurysm": ["aneurysm"],
    "swollen-legs": ["swollen legs", "ulcer", "poor blood flow"],
    "lymphoedema": ["lymphoedema", "lymph nodes removed"],
    "epilepsy-or-stroke": ["epilepsy", "stroke", "mini-stroke"],
    "inflamed-skin": ["sore", "broken", "burnt skin"],
    "bruised-skin": ["bruise"],
    "thin-skin": ["thin skin"],
    "hot-joint": ["hot or infected joint", "bone"],
    "neck-instability": ["hurt or unstable neck"],
    "abdominal-condition": ["belly illness", "belly or groin hernia"],
    "implants-or-lines": ["implant", "pacemaker", "screws", "tube"],
    "joint-replaced": ["replaced hip or knee"],
    "reduced-sensation": ["numb", "dulled feeling"],
    "first-pain-age": ["first back pain ever"],
    "long-term-steroids": ["steroid tablets, ever"],
    "substance-use": ["drinking or drugs"],
    "not-improving": ["pain for weeks"],
    "several-places": ["pain all over", "curved back"],
    "inflammatory-disease": ["arthritis", "spondylitis"],
    "no-floor": ["to or off the floor"],
}


def test_whatever_a_condition_may_be_is_found_in_its_line_of_the_check() -> None:
    lasting = lasting_conditions(CATALOGUE)
    for name, words in CONDITION_FOUND_BY.items():
        assert all(each in lasting[name].brief for each in words), name
    assert lasting.keys() - CONDITION_FOUND_BY == {"hypertension", "diabetes", "varicose-veins"}
    assert max(len(each.brief.split()) for each in lasting.values()) <= MOST_WORDS
    assert sum(len(each.brief.split()) for each in lasting.values()) <= 150


def test_who_sleeps_badly_with_it_and_hurts_on_coughing_plays_and_is_advised_again() -> None:
    profile = CheckAnswers((), (), ("night-or-cough",)).put_in(Profile(), CATALOGUE, TODAY)
    assert plan_of(profile).course.phases
    assert [(each.name, each.on) for each in profile.advice] == [("night-or-cough", TODAY)]
    for _, entry in advice(CATALOGUE):
        for word in ("common", "disc", "NHS", "soon", "emergency", "both legs", "pee"):
            assert word in entry.text


def test_the_gate_of_a_sign_is_never_listed_nor_typed_and_does_not_name_the_sign(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from_sign = {
        name for name, entry in CATALOGUE.table("conditions").items() if entry.get("from_sign")
    }
    gates = {flag.gate for flag in FLAGS.values() if flag.gate}
    assert from_sign <= gates
    assert gates - from_sign == {"osteoporosis", "cancer", "aneurysm"}
    shown = "".join(run(capsys, *words)[1] for words in (("conditions",), ("check",)))
    for name in from_sign:
        assert name not in shown
        assert run(capsys, "plan", "simple", "--condition", name)[0] == 2
        for sign, flag in FLAGS.items():
            assert sign not in name
            assert flag.title.lower() not in condition(CATALOGUE, name).title.lower()


@pytest.mark.parametrize("name", [name for name, flag in FLAGS.items() if flag.gate])
def test_a_sign_that_was_looked_at_plays_on_its_word_for_30_days_within_its_limits(
    name: str,
) -> None:
    gate = FLAGS[name].gate
    profile = after_check(ConditionAnswer(gate, TODAY), gates=(gate,))
    assert not profile.is_stopped
    screening = screen(CATALOGUE, routine(CATALOGUE, "lower-back"), Flags(), profile, TODAY)
    assert screening.may_play
    for days in (30, 31, -1):
        later = TODAY + timedelta(days=days)
        late = screen(CATALOGUE, routine(CATALOGUE, "lower-back"), Flags(), profile, later)
        assert not late.may_play
    last = TODAY + timedelta(days=29)
    assert screen(CATALOGUE, routine(CATALOGUE, "desk"), Flags(), profile, last).may_play


@every("name", CATALOGUE.ids("routines"))
def test_a_gate_of_a_sign_leaves_out_what_it_must_in_every_routine(name: str) -> None:
    def pressed(gate: str, *where: BodyPlace) -> tuple[set[str], set[str]]:
        plan = plan_of(after_check(ConditionAnswer(gate, TODAY, where), gates=(gate,)), name)
        codes = {code for turn in plan.course.turns for code in (*turn.points, *turn.zones)}
        return {CATALOGUE.point(code).region for code in codes}, set(plan.course.positions)

    regions, _ = pressed(FLAGS["swollen-leg"].gate)
    assert regions.isdisjoint({"hip", "thigh", "knee", "lower-leg", "ankle", "foot"})
    for sign in ("kidney-signs", "infection-risk", "pulsing-belly"):
        regions, positions = pressed(FLAGS[sign].gate)
        assert "abdomen" not in regions
        assert positions.isdisjoint(BEHIND_THE_BACK)
    regions, positions = pressed(FLAGS["lump-or-shape"].gate)
    assert regions.isdisjoint({"upper-back", "lower-back", "sacrum"})
    assert positions.isdisjoint(BEHIND_THE_BACK)
    regions, _ = pressed(FLAGS["lump-or-shape"].gate, BodyPlace("", "lower-back"))
    assert "lower-back" not in regions
    assert FLAGS["spine-fracture"].gate == "osteoporosis"
    assert FLAGS["cancer-history"].gate == "cancer"
    assert FLAGS["pulsing-belly"].gate == "aneurysm"


def test_an_old_profile_with_what_is_of_today_keeps_it_until_it_is_asked(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile_file(
        home,
        '[check]\non = 2026-11-01\nfound = "nothing"\n'
        "[conditions.alcohol]\ntold = 2026-11-20\n[conditions.hypertension]\ntold = 2026-11-20\n",
    )
    assert run(capsys, "check", "--no-red-flags")[0] == 0
    saved = (home / "config" / "profile.toml").read_text(encoding="utf-8")
    assert "alcohol" in saved
    assert "hypertension" not in saved


def test_a_sign_given_by_option_makes_no_stop_less_urgent(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "check", "--red-flag", "trauma")
    run(capsys, "check", "--red-flag", "constant-pain")
    saved = (home / "config" / "profile.toml").read_text(encoding="utf-8")
    assert 'found = "emergency"' in saved
