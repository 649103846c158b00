"""The history as a JSON document, a session a line: what many sessions share is made once."""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any

from presspoint.errors import StorageError
from presspoint.listing.fields import fields
from presspoint.session.records import HoldRecord, LeftOutRecord, Reaction, SessionRecord

END = "\n]}\n"
SECONDS = ("planned_seconds", "held_seconds")
HOLD_FIELDS = ("points", "zones", "side", *SECONDS, "ended_by")
REACTION_FIELDS = ("step", "points", "zones", "side", "answer")
# The members of a session that many others have too, before and after its `held_seconds`.
HEAD = ("status", "ended_by", "planned_seconds")
TAIL = (
    *("reached", "planned_holds", "pain_before", "pain_after", "again_today"),
    *("reactions", "conditions", "left_out"),
)
HEAD_OF, TAIL_OF = attrgetter(*HEAD), attrgetter(*TAIL)
text_json = json.JSONEncoder().encode  # `json.dumps` looks at each of its options first


def history_json(sessions: Iterable[SessionRecord]) -> Iterator[str]:
    """Yield the document of `history --json` in pieces: a session a line, as it comes.

    Where the rest cannot be read the document is ended all the same. Raises StorageError then.
    """
    before = '{"sessions": [\n'
    try:
        for each in sessions:
            yield before + _session_json(each)
            before = ",\n"
    except StorageError:
        if before == ",\n":
            yield END
        raise
    yield END if before == ",\n" else before + "]}\n"


def _session_json(each: SessionRecord) -> str:
    """A session as JSON, its holds last."""
    return (
        f'{{"id": {text_json(each.id)}, "routine": {text_json(each.routine)}, '
        f'"started": {text_json(each.started)}, {_members_json(HEAD, HEAD_OF(each))}, '
        f'"held_seconds": {each.held_seconds}, {_members_json(TAIL, TAIL_OF(each))}, '
        f'"choices": {_choices_json(*each.choices.items())}, "holds": [{_holds_json(each.holds)}]}}'
    )


@lru_cache(maxsize=1024)  # whoever presses to the end has the same holds each time
def _holds_json(holds: tuple[HoldRecord, ...]) -> str:
    return ", ".join(map(_hold_json, holds))


@lru_cache(maxsize=4096)
def _hold_json(hold: HoldRecord) -> str:
    return json.dumps(fields(hold, *HOLD_FIELDS))


@lru_cache(maxsize=4096)
def _members_json(names: tuple[str, ...], values: tuple[Any, ...]) -> str:
    """Members of a JSON object, without its brackets."""
    members = dict(zip(names, values, strict=True))
    if names == TAIL:
        members["reactions"] = _reactions(members["reactions"])
        members["left_out"] = [_omission(place) for place in members["left_out"]]
    return json.dumps(members)[1:-1]


@lru_cache(maxsize=4096)
def _choices_json(*choices: tuple[str, str]) -> str:
    return json.dumps(dict(choices))


def _reactions(reactions: Iterable[Reaction] | None) -> list[dict[str, Any]] | None:
    return None if reactions is None else [fields(each, *REACTION_FIELDS) for each in reactions]


def _omission(place: LeftOutRecord) -> dict[str, str | None]:
    return {"code": place.code, "side": place.side or None, "reason": place.reason}
