"""Every sentence that the page may say is known before, so that each can be recorded."""

from __future__ import annotations

import pytest

from presspoint.catalogue.tables import Catalogue
from presspoint.pages.phone.routine import routine_document
from presspoint.pages.phone.said import sentences_said
from support.handouts import handout


@pytest.mark.parametrize("name", ["lower-back", "pulsed"])
def test_every_cue_and_every_answer_is_among_the_sentences(catalogue: Catalogue, name: str) -> None:
    taken = handout(catalogue, name)
    routine = routine_document(taken)
    said, rows = set(sentences_said(routine)), routine["phases"]
    assert isinstance(rows, list)
    assert {cue["say"] for row in rows for cue in row["cues"]} - {""} <= said
    assert taken.course.pain_answers.faint in said
    assert {"Paused.", "Stopped.", taken.kit.aftercare} <= said


def test_what_is_only_shown_is_not_recorded(catalogue: Catalogue) -> None:
    routine = routine_document(handout(catalogue))
    said = set(sentences_said(routine))
    assert routine["title"] not in said
    assert "hold" not in said
