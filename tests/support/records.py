"""Any session and any entry that a history can hold, for tests that try them by hundreds."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from presspoint.exchange.entry import EntryLine
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, LeftOutRecord, Reaction, SessionRecord

IDS = st.sampled_from(["a", "b", "c", "d 2", "e-5"])
STARTS = st.sampled_from(
    [
        "2026-11-21T07:30:00+01:00",
        "2026-11-21T06:30:00+00:00",
        "2026-10-25T02:30:00+02:00",
        "2026-11-20T23:59:59.5-09:30",
        "1970-01-01T00:00:00+14:00",
        "2199-12-31T23:59:59-12:00",
    ]
)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
codes = st.lists(st.sampled_from(["LI4", "BL23", "own-\u202eplace", "ζ"]), max_size=2).map(tuple)
sides = st.sampled_from([None, "left", "right", "both", "midline"])
seconds = st.sampled_from([0.0, 0.5, 45.0, 86_400.0]) | st.floats(0, 86_400)
pains = st.none() | st.integers(0, 10)
counts = st.none() | st.integers(0, 100_000)
ends = st.none() | st.sampled_from([each for each in EndedBy if each is not EndedBy.CRASH])
holds = st.builds(HoldRecord, codes, codes, sides, seconds, seconds, codes, ends)
answers = st.sampled_from([None, "sharp", "numb", "spreading", "sore", "faint"])
reactions = st.builds(Reaction, st.integers(0, 40), codes, codes, sides, answers)
omissions = st.builds(LeftOutRecord, st.just("LI4"), st.sampled_from(["", "left", "right"]), texts)
sessions = st.builds(
    SessionRecord,
    id=IDS,
    routine=texts,
    started=STARTS,
    status=st.sampled_from([each for each in Status if each is not Status.RUNNING]),
    planned_seconds=seconds,
    holds=st.lists(holds, max_size=3).map(tuple),
    pain_before=pains,
    pain_after=pains,
    conditions=codes,
    left_out=st.lists(omissions, max_size=2).map(tuple),
    choices=st.dictionaries(texts, texts, max_size=2),
    ended_by=st.none()
    | st.sampled_from([each for each in EndedBy if each.value not in {"next", "back"}]),
    reached=counts,
    planned_holds=counts,
    again_today=st.none() | st.booleans(),
    reactions=st.none() | st.lists(reactions, max_size=2).map(tuple),
    whole=st.just(True),  # noqa: FBT003  # a strategy
    undone=st.just(False),  # noqa: FBT003  # as above
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9) | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)


def contents(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """What an entry of a kind may say."""
    day = st.sampled_from(["2026-11-21", "2026-10-25"])
    of_kind: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "learned": {
            "place": st.just("LI4"),
            "answer": st.sampled_from(["found", "not-yet", "unsure"]),
            "day": day,
        },
        "mark": {"place": st.just("LI4"), "mark": st.sampled_from(["more", "never"])},
        "note": {"text": texts, "session": IDS},
        "pain": {"when": STARTS, "pain": st.integers(0, 10), "where": texts, "side": sides},
        "score": {"day": day, "pain": st.integers(0, 10), "kept": st.integers(0, 10)},
        "total": {"day": day, "questionnaire": st.just("rmdq"), "total": st.integers(0, 24)},
        "course": {"event": st.just("start"), "course": IDS, "day": day, "newer": json_values},
        "undone": {"of": IDS},
    }
    return st.fixed_dictionaries(of_kind[kind])


entries = st.sampled_from(
    ["learned", "mark", "note", "pain", "score", "total", "course", "undone"]
).flatmap(lambda kind: st.builds(EntryLine, IDS, st.just(kind), STARTS, contents(kind)))
records = sessions | entries
