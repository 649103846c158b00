"""A report as lines and as JSON: what hurt, who the person is, and what has no room."""

from __future__ import annotations

import json

import pytest

from presspoint.catalogue.safety_warnings import Level
from presspoint.listing.report.contents import Contents
from presspoint.listing.report.document import report_document
from presspoint.listing.report.holdings import holdings
from presspoint.listing.report.lines import report_lines
from presspoint.listing.report.report import Heading, build_report
from presspoint.listing.report.sections.person import person_sentences, signs_sentence
from presspoint.listing.report.sections.reactions import reaction_sentences
from presspoint.safety.profile import Profile
from presspoint.session.record.records import Reaction
from support.profiles import CATALOGUE
from support.reports import LAST, SIX_WEEKS, better, fullest, session, worse


def lines(contents: Contents) -> list[str]:
    return list(report_lines(build_report(CATALOGUE, contents), contents))


def test_what_hurt_has_its_day_the_part_of_the_body_and_the_code() -> None:
    assert list(reaction_sentences(CATALOGUE, worse().sessions)) == [
        "Fri 30 Oct. Lower back, both sides (BL23 and BL52): sore.",
        "Fri 20 Nov. Back of the knee, left leg (BL40): went numb.",
    ]
    assert list(reaction_sentences(CATALOGUE, better().sessions)) == [
        "Nothing hurt in these sessions."
    ]


def test_a_nerve_sign_is_never_among_those_that_have_no_room() -> None:
    days = SIX_WEEKS.days
    sore = Reaction(1, ("BL23",), (), "left", "sore")
    sessions = [session(day, 5, 5, sore) for day in days[:30]]
    sessions[11] = session(days[11], 5, 5, sore._replace(answer="numb"))
    said = list(reaction_sentences(CATALOGUE, tuple(sessions)))
    assert len(said) == 7
    assert sum("went numb" in each for each in said) == 1
    assert said[-1] == "And 24 more: sore (24)."


@pytest.mark.parametrize(
    ("reaction", "words"),
    [
        (Reaction(1, (), (), None, "sharp"), "In a movement: sharp pain."),
        (Reaction(1, ("BL23",), (), "left", "faint"), "Felt faint."),
        (
            Reaction(1, ("gone",), (), "left", None),
            "gone, left (gone): it hurt.",
        ),
        (Reaction(1, (), (), None, "something"), "In a movement: it hurt."),
    ],
)
def test_a_reaction_without_a_place_or_an_answer_is_said(reaction: Reaction, words: str) -> None:
    said = list(reaction_sentences(CATALOGUE, (session(LAST, 5, 5, reaction),)))
    assert said == [f"Sun 29 Nov. {words}"]


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (Profile(), "The full check of warning signs was never done."),
        (Profile(checked_on=LAST), "none was there."),
        (Profile(checked_on=LAST, urgency=Level.EMERGENCY), "one that is an emergency."),
        (Profile(checked_on=LAST, urgency=Level.SOON), "one that needs a doctor soon."),
    ],
)
def test_when_signs_were_asked_and_how_urgent_one_was(profile: Profile, words: str) -> None:
    assert signs_sentence(profile).endswith(words)


def test_conditions_stay_out_where_they_are_not_to_be_in() -> None:
    contents = worse()._replace(with_conditions=False)
    report = build_report(CATALOGUE, contents)
    assert len(list(person_sentences(CATALOGUE, contents))) == 1
    assert report_document(CATALOGUE, report, contents)["conditions"] is None
    assert not any("steoporosis" in each for each in lines(contents))
    assert not any("condition" in each for each in holdings(contents))


def test_nobody_is_named_unless_told() -> None:
    assert any("It names nobody." in each for each in holdings(better()))
    named = better()._replace(name="Maria Vogel")
    assert "Maria Vogel" in lines(named)
    assert any("It names you: Maria Vogel." in each for each in holdings(named))


def test_what_stands_out_is_said_with_its_figures() -> None:
    said = build_report(CATALOGUE, worse()).sections[Heading.VERDICTS]
    assert (
        said[0] == "A place went numb or the pain spread in a session on Friday 20 November 2026."
    )
    assert any(each.startswith("Things have been worse for two weeks or more.") for each in said)
    assert said[-1] == "And 3 more figures."
    assert Heading.VERDICTS not in build_report(CATALOGUE, better()).sections


def test_the_text_has_a_table_of_weeks_and_a_calendar() -> None:
    text = lines(better())
    assert "  Mon 19 Oct  x  x  -  x  x  x  o" in text
    assert "  Mon 19 Oct         5       7      6            6" in text
    assert text[-1].startswith("Everything here is what the person entered")


def test_the_document_has_all_that_has_no_room_on_the_page() -> None:
    contents = fullest()
    document = report_document(CATALOGUE, build_report(CATALOGUE, contents), contents)
    json.dumps(document)
    assert len(document["reactions"]) == 20
    assert len(document["conditions"]) == len(CATALOGUE.ids("conditions"))
    assert len(document["verdicts"][1]["differences"]) == 9
    assert set(document["sentences"]) == {each.name.lower() for each in Heading}
