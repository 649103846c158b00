"""The document of `history --json`, of cached parts, is what `json.dumps` makes of each record."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.listing.history.document import history_json
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, LeftOutRecord, Reaction, SessionRecord

text = st.text(max_size=4)
words = st.lists(text, max_size=2).map(tuple)
side = st.sampled_from([None, "left", "right", "both"])
seconds = st.sampled_from([0.0, 30.0, 49.9]) | st.floats(0, 86_400)
ended_by = st.none() | st.sampled_from(list(EndedBy))
pain = st.none() | st.integers(0, 10)
count = st.none() | st.integers(0, 3)
hold = st.builds(HoldRecord, words, words, side, seconds, seconds, words, ended_by)
omission = st.builds(LeftOutRecord, text, st.sampled_from(["", "left"]), text)
reaction = st.builds(Reaction, st.integers(0, 3), words, words, side, st.none() | text)
session = st.builds(
    SessionRecord,
    id=text,
    routine=text,
    started=text,
    status=st.sampled_from(list(Status)),
    planned_seconds=seconds,
    holds=st.lists(hold, max_size=3).map(tuple),
    pain_before=pain,
    pain_after=pain,
    conditions=words,
    left_out=st.lists(omission, max_size=2).map(tuple),
    choices=st.dictionaries(text, text, max_size=2),
    ended_by=ended_by,
    reached=count,
    planned_holds=count,
    again_today=st.none() | st.booleans(),
    reactions=st.none() | st.lists(reaction, max_size=2).map(tuple),
)


def members(entry: Any, names: str) -> dict[str, Any]:  # noqa: ANN401  # any record
    return {name: getattr(entry, name) for name in names.split()}


def as_json(each: SessionRecord) -> str:
    """A session as it was written from the start, every part of it anew."""
    hold_members = "points zones side planned_seconds held_seconds ended_by"
    document = members(
        each,
        "id routine started status ended_by planned_seconds held_seconds reached planned_holds"
        " pain_before pain_after again_today undone",
    )
    if each.reactions is None:
        document["reactions"] = None
    else:
        document["reactions"] = [
            members(one, "step points zones side answer") for one in each.reactions
        ]
    document["conditions"] = each.conditions
    document["left_out"] = [
        {"code": one.code, "side": one.side or None, "reason": one.reason} for one in each.left_out
    ]
    document["choices"] = dict(each.choices)
    document["note"] = None
    document["holds"] = [members(one, hold_members) for one in each.holds]
    return json.dumps(document)


@given(st.lists(session, min_size=1, max_size=4))
@settings(max_examples=60)
def test_a_document_of_cached_parts_is_the_one_made_anew(sessions: list[SessionRecord]) -> None:
    lines = ",\n".join(map(as_json, sessions))
    assert "".join(history_json(sessions)) == f'{{"sessions": [\n{lines}\n]}}\n'
