"""The line that a session replies, taken for nothing that it is not; the other end may be any.

Its keys are those of `session/status.py`, which is not imported here: `presspoint ctl` is quick.
"""

import json
from collections.abc import Mapping
from math import isfinite
from typing import Any

from presspoint.errors import PresspointError

MOST_SECONDS = 1_000_000.0
NO_ANSWER = "The session did not answer. It may just have ended."
NOT_OURS = (
    "The answer was not one of this version of presspoint. You can still stop the session in its "
    "own window: q, or Ctrl-C."
)
TEXT, COUNT, SECONDS, WORDS = "text", "count", "seconds", "words"
# What is shown of a session that runs; whatever else a session replies is handed on as it is.
KINDS: Mapping[str, str] = {
    **dict.fromkeys(("routine", "state", "phase", "name"), TEXT),
    **dict.fromkeys(("step", "steps", "volume"), COUNT),
    **dict.fromkeys(("seconds_left", "total_seconds_left"), SECONDS),
    **dict.fromkeys(("points", "zones"), WORDS),
}


def parse_reply(line: bytes) -> dict[str, Any]:
    """Return where the session stands. Raises PresspointError for a refusal, and for no reply."""
    try:
        answer = json.loads(line, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        raise PresspointError(NOT_OURS if line.endswith(b"\n") else NO_ANSWER) from None
    if not isinstance(answer, dict):
        raise PresspointError(NOT_OURS)
    is_done = answer.pop("ok", None)
    if is_done is False and isinstance(answer.get("error"), str):
        raise PresspointError(answer["error"])
    if is_done is not True or not _is_status(answer):
        raise PresspointError(NOT_OURS)
    return answer


def _is_status(answer: Mapping[str, Any]) -> bool:
    if answer.get("running") is True:
        return all(_fits(answer.get(name), kind) for name, kind in KINDS.items())
    return answer.get("running") is False


def _fits(value: object, kind: str) -> bool:
    if kind == TEXT:
        return isinstance(value, str)
    if kind == WORDS:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= MOST_SECONDS and (kind == SECONDS or isinstance(value, int))


def _finite(text: str) -> float:
    number = float(text)
    return number if isfinite(number) else _refuse(text)


def _refuse(text: str) -> float:
    raise ValueError(text)
