"""Every warning sign stops with its own urgency, and what many people have stops nobody."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import condition
from presspoint.catalogue.routines import routine
from presspoint.catalogue.safety_warnings import Level, advice, red_flags
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
        ["over 65, weak bones or months of steroid"] * 2,
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


def test_each_sign_is_one_line_of_the_check_on_a_screen_of_80_columns() -> None:
    signs = [line for flag in FLAGS.values() for line in flag.items]
    signs += [line for _, entry in advice(CATALOGUE) for line in entry.items]
    assert [line for line in signs if len(f"1  {line}") > 80] == []


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
