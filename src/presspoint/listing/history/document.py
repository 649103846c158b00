"""The history as a JSON document, a session a line: what many sessions share is made once."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from json.encoder import encode_basestring_ascii as text_json
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from presspoint.errors import StorageError
from presspoint.listing.fields import fields
from presspoint.session.record.records import (
    HoldRecord,
    LeftOutRecord,
    Reaction,
    SessionRecord,
    seconds_of,
)

END = "\n]}\n"
SECONDS = ("planned_seconds", "held_seconds")
HOLD_FIELDS = ("points", "zones", "side", *SECONDS, "ended_by")
REACTION_FIELDS = ("step", "points", "zones", "side", "answer")
# The members that many sessions share, around `started`, `held_seconds` and the holds.
HEAD = ("status", "ended_by", "planned_seconds")
TAIL = (
    *("reached", "planned_holds", "pain_before", "pain_after", "again_today", "undone"),
    *("reactions", "conditions", "left_out", "choices"),
)
SHARED = ("routine", *HEAD, *TAIL[:-1])
shared_of = attrgetter(*SHARED)
NO_NOTES: Mapping[str, str] = MappingProxyType({})


def history_json(
    sessions: Iterable[SessionRecord], notes: Mapping[str, str] = NO_NOTES
) -> Iterator[str]:
    """Yield the document of `history --json` in pieces: a session a line, as it comes.

    `notes` are a person's own, by the session's id. Where the rest cannot be read the document is
    ended all the same. Raises StorageError then.
    """
    before = '{"sessions": [\n'
    try:
        for each in sessions:
            yield before + session_json(each, notes.get(each.id))
            before = ",\n"
    except StorageError:
        if before == ",\n":
            yield END
        raise
    yield END if before == ",\n" else before + "]}\n"


def session_json(each: SessionRecord, note: str | None) -> str:
    """Return a session as JSON, its holds last."""
    routine, head, tail = _shared_json(shared_of(each), tuple(each.choices.items()))
    held, holds = _holds_json(each.holds)
    return (
        f'{{"id": {text_json(each.id)}, {routine}, "started": {text_json(each.started)}, {head}, '
        f'"held_seconds": {held}, {tail}, "note": {json.dumps(note)}, "holds": [{holds}]}}'
    )


@lru_cache(maxsize=4096)
def _shared_json(
    values: tuple[Any, ...], choices: tuple[tuple[str, str], ...]
) -> tuple[str, str, str]:
    """The members that many sessions share: the routine, HEAD and TAIL, without brackets."""
    shared = dict(zip(SHARED, values, strict=True)) | {"choices": dict(choices)}
    shared["reactions"] = _reactions(shared["reactions"])
    shared["left_out"] = [_omission(place) for place in shared["left_out"]]
    parts = [{name: shared[name] for name in names} for names in (("routine",), HEAD, TAIL)]
    routine, head, tail = (json.dumps(part)[1:-1] for part in parts)
    return routine, head, tail


@lru_cache(maxsize=1024)  # whoever presses to the end has the same holds each time
def _holds_json(holds: tuple[HoldRecord, ...]) -> tuple[str, str]:
    """The seconds pressed in all holds, and the holds without brackets."""
    return str(seconds_of(holds)), ", ".join(map(_hold_json, holds))


@lru_cache(maxsize=4096)
def _hold_json(hold: HoldRecord) -> str:
    return json.dumps(fields(hold, *HOLD_FIELDS))


def _reactions(reactions: Iterable[Reaction] | None) -> list[dict[str, Any]] | None:
    return None if reactions is None else [fields(each, *REACTION_FIELDS) for each in reactions]


def _omission(place: LeftOutRecord) -> dict[str, str | None]:
    return {"code": place.code, "side": place.side or None, "reason": place.reason}
