"""A line of an export: what is written is read back, and all else is refused in words."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.exchange.entry import KINDS
from presspoint.exchange.intake import NOUNS
from presspoint.exchange.line import MOST_LINE_BYTES, OwnText, Record, line_of, read_line
from presspoint.exchange.session import session_table
from presspoint.exchange.shapes import RecordError
from presspoint.listing.history.document import history_json
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.entries.entry import Kind
from support.cases import every
from support.records import json_values, records, sessions

HANDS = HoldRecord(("LI4",), (), "left", 50.0, 49.9, ("LI4",), EndedBy.END)
STARTED = "2026-11-21T07:30:00+01:00"
SESSION = SessionRecord("a", "hands", STARTED, Status.FINISHED, 60.0, (HANDS,))
NOTE = {"kind": "note", "id": "n", "made": STARTED, "place": "LI4", "text": "a thumb lower"}


def changed(**values: Any) -> str:  # noqa: ANN401  # JSON values
    return json.dumps(session_table(SESSION) | values)


def hold(**values: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # as above
    return [session_table(SESSION)["holds"][0] | values]


@given(records)
@settings(max_examples=60)
def test_a_record_is_read_back_as_it_was_written(record: Record) -> None:
    line = line_of(record)
    assert read_line(line) == record
    assert line_of(read_line(line)) == line
    assert line.isascii()
    assert line.count("\n") == 1
    assert list(json.loads(line)) == sorted(json.loads(line))


@given(sessions)
@settings(max_examples=30)
def test_a_session_has_the_keys_of_history_json_but_what_entries_say(record: SessionRecord) -> None:
    (document,) = json.loads("".join(history_json([record])))["sessions"]
    table = json.loads(line_of(record))
    assert table.keys() == document.keys() - {"undone", "note"} | {"kind"}
    spots = [each.pop("spots") for each in table["holds"]]
    assert spots == [list(each.all_codes) for each in record.holds]
    assert {key: table[key] for key in table.keys() & document.keys()} == {
        key: value for key, value in document.items() if key not in {"undone", "note"}
    }


def test_every_kind_of_entry_can_be_exchanged_and_counted() -> None:
    assert set(KINDS) == set(get_args(Kind))
    assert set(NOUNS) == {*KINDS, "session"}


WRONG = {
    '"started" is "2026-11-21". It should be a moment': changed(started="2026-11-21"),
    '"started" is "2026-11-21T07:30:00": no zone': changed(started="2026-11-21T07:30:00"),
    '"started" is "2026-02-30T07:30:00+01:00"': changed(started="2026-02-30T07:30:00+01:00"),
    '"started" is "9999-': changed(started="9999-12-31T23:59:59-12:00"),
    '"started" is "2026-W47-6"': changed(started="2026-W47-6"),
    '"status" is "running". It should be one of finished': changed(status="running"),
    '"status" is ["finished"]': changed(status=["finished"]),
    '"pain_before" is 11. It should be a whole number from 0 to 10': changed(pain_before=11),
    '"pain_before" is true': changed(pain_before=True),
    '"pain_after" is 5.0': changed(pain_after=5.0),
    '"planned_seconds" is -1': changed(planned_seconds=-1),
    '"planned_seconds" is "60"': changed(planned_seconds="60"),
    '"planned_seconds" is Infinity': changed().replace("60.0", "1e999"),
    "NaN is not a number": changed(planned_seconds=float("nan")),
    "too many digits": changed().replace("60.0", "1" * 5000),
    '"held_seconds" is 5000, and its holds add up to 49.9': changed(held_seconds=5000),
    '"holds[0].held_seconds" is 90000': changed(holds=hold(held_seconds=90_000)),
    '"holds[0].side" is "up"': changed(holds=hold(side="up")),
    '"holds[0].spots" is ["LI4 BL23"]': changed(holds=hold(spots=["LI4 BL23"])),
    '"holds[0].ended_by" is "crash"': changed(holds=hold(ended_by="crash")),
    '"holds[0].more" is a key that this presspoint does not know': changed(holds=hold(more=1)),
    '"holds" is {}': changed(holds={}),
    '"holds[0]." is 5. It should be {...}': changed(holds=[5]),
    '"routine" is "\\ud800"': changed(routine="\ud800"),
    '"routine" is "a\\u0000"': changed(routine="a\0"),
    '"id" is ""': changed(id=""),
    '"id" is "a\\nb"': changed(id="a\nb"),
    '"more" is a key that this presspoint does not know. A newer one may': changed(more=1),
    '"choices" is {"a": 1}': changed(choices={"a": 1}),
    '"reactions[0].answer" is "fine"': changed(
        reactions=[{"step": 1, "points": [], "zones": [], "side": None, "answer": "fine"}]
    ),
    '"id" stands twice': changed()[:-1] + ', "id": "b"}',
    '"kind" is "dream", which this presspoint does not know': changed(kind="dream"),
    "This is not a record of presspoint": changed(kind=None),
    "It goes wrong at character 13.": '{"kind": 1, ]',
    "One looks like": "id,routine,started",
    "This is not a record": '["session"]',
    "lists in lists too deep": "[" * 100_000,
    '"place" is "LI4 BL23"': json.dumps(NOTE | {"place": "LI4 BL23"}),
    '"made" is null': json.dumps(NOTE | {"made": None}),
    '"text" is missing': json.dumps({key: NOTE[key] for key in NOTE if key != "text"}),
    '"more" should be a text, a number': json.dumps(NOTE | {"more": [[[[[[[1]]]]]]]}),
    '"far" should be': json.dumps(NOTE | {"far": 10**300}),
}


@every("words", WRONG)
def test_what_is_wrong_is_refused_in_words(words: str) -> None:
    with pytest.raises(RecordError) as problem:
        read_line(WRONG[words])
    assert words.partition(":")[0] in str(problem.value)
    assert len(str(problem.value)) < 300


@pytest.mark.parametrize("key", sorted(session_table(SESSION)))
def test_a_session_lacks_no_key(key: str) -> None:
    table = session_table(SESSION)
    del table[key]
    with pytest.raises(RecordError, match=key if key != "kind" else "not a record"):
        read_line(json.dumps(table))


@given(st.text(max_size=60) | json_values.map(json.dumps))
@settings(max_examples=60)
def test_whatever_text_is_a_record_or_refused(text: str) -> None:
    with pytest.raises(RecordError):
        read_line(text)


@given(sessions, st.data())
@settings(max_examples=60)
def test_a_session_with_any_value_in_a_place_is_one_that_can_be_stored_or_refused(
    record: SessionRecord, data: st.DataObject
) -> None:
    table = json.loads(line_of(record))
    key = data.draw(st.sampled_from(sorted(table)))
    try:
        found = read_line(json.dumps(table | {key: data.draw(json_values)}))
    except RecordError:
        return
    assert read_line(line_of(found)) == found


def test_a_foreign_key_of_an_entry_is_brought_along() -> None:
    entry = read_line(json.dumps(NOTE | {"mood": ["calm", {"at": 5}]}))
    assert json.loads(line_of(entry)) == NOTE | {"mood": ["calm", {"at": 5}]}


def test_whole_seconds_are_as_good_as_broken_ones() -> None:
    assert read_line(changed(planned_seconds=60)) == SESSION


def test_a_record_that_would_grow_too_large_is_refused() -> None:
    places = [{"code": "LI4", "side": None, "reason": "\U0001f600" * 500}] * 500
    line = json.dumps(session_table(SESSION) | {"left_out": places}, ensure_ascii=False)
    assert len(line.encode()) < MOST_LINE_BYTES * 2
    with pytest.raises(RecordError, match="too large"):
        read_line(line)


def test_a_profile_and_an_own_file_are_known_for_what_they_are() -> None:
    assert read_line(line_of(OwnText("profile", "profile", "schema = 1"))) == OwnText(
        "profile", "profile", "schema = 1"
    )
