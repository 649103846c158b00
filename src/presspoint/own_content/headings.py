"""Tables whose heading is not right: what it was meant as, and which ids stand under it.

An id under a wrong heading is known all the same: its heading is the fault, not each use of it.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from presspoint.faults import Fault
from presspoint.names.likeness import did_you_mean, nearest
from presspoint.names.spelling import key

OWN_KINDS = ("points", "zones", "routines", "courses", "cautions", "sources")
# What only entries of one kind have; a point has all that a zone has, and more.
KEYS = {
    "steps": "routines",
    "weeks": "courses",
    "at": "points",
    "find": "zones",
    "press": "zones",
    "text": "cautions",
}
WANTED = "points, zones, routines, courses, cautions or sources"


def heading_fault(name: str, value: Any) -> Fault:  # noqa: ANN401  # a value of any type
    """Return the fault of a key that is no table of an own file, with what it may be meant as."""
    if not isinstance(value, dict | list):
        wanted = "below a name in brackets, such as [routines.my-evening]"
        return Fault((name,), "a value above all tables", wanted, key_hint(name, ["schema"]))
    kind, ids = _meant(name, value)
    hint = f"Did you mean [{kind}.{ids[0]}]?" if ids else ""
    if name in {"steps", "ways"}:
        hint = f"Did you mean [[routines.NAME.{name}]]?"
    return Fault((name,), "a table that you cannot add to", WANTED, hint)


def ids_under_wrong_headings(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the kind and the id of each entry that stands under a heading that is not right."""
    for name, value in content.items():
        if name not in OWN_KINDS:
            kind, ids = _meant(name, value)
            yield from ((kind, each) for each in ids)


def has_no_name(table: Any, keys: Collection[str]) -> bool:  # noqa: ANN401  # a value of any type
    """Whether a table of entries is one entry itself: [points], and the keys of a point in it."""
    return isinstance(table, dict) and any(
        name in keys and not (isinstance(each, dict) and keys & each.keys())
        for name, each in table.items()
    )


def key_meant(name: str, keys: Collection[str]) -> str:
    """Return the key that an unknown one may be meant as; empty for none."""
    return next(iter(nearest(name, {key(each): each for each in keys})), "")


def key_hint(name: str, keys: Collection[str]) -> str:
    """Return the question whether an unknown key was meant as another one; empty for none."""
    meant = key_meant(name, keys)
    return did_you_mean((meant,)).strip() if meant else ""


def _meant(name: str, value: Any) -> tuple[str, tuple[str, ...]]:  # noqa: ANN401  # a value of any type
    """The kind that a table was meant as, and its ids; none where nothing is like it."""
    if not isinstance(value, dict):
        return "", ()
    singular = key(name).removesuffix("s")
    for kind in OWN_KINDS:
        if kind.removesuffix("s") == singular or kind in nearest(name, {kind: kind}):
            return kind, tuple(each for each, entry in value.items() if isinstance(entry, dict))
    kind = next((each for field, each in KEYS.items() if field in value), "")
    return (kind, (name,)) if kind else ("", ())
