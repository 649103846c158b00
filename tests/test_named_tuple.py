"""Our own NamedTuple does what that of `typing` does, but for the time that a class takes."""

import copy
import inspect
import keyword
import pickle
import types
import typing
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.named_tuple import MOST_FIELDS, NamedTuple

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(
    lambda name: not keyword.iskeyword(name)
)


class Place(NamedTuple):
    """One to try."""

    code: str
    seconds: int = 50
    sides: tuple[str, ...] = ()

    @property
    def minutes(self) -> float:
        """A property of its own."""
        return self.seconds / 60


class PlaceOfTyping(typing.NamedTuple):  # what it is held to
    """The same."""

    code: str
    seconds: int = 50
    sides: tuple[str, ...] = ()


@st.composite
def fields(draw: st.DrawFn) -> tuple[dict[str, int], int]:
    """Names and values of fields, and how many of them come before those with a default."""
    names = draw(st.lists(NAMES, unique=True, max_size=40))
    return {name: number for number, name in enumerate(names)}, draw(st.integers(0, len(names)))


@given(fields())
def test_any_class_is_like_that_of_typing(made: tuple[dict[str, int], int]) -> None:
    values, required = made
    with_default = list(values)[required:]
    ours, theirs = (_class(base, values, with_default) for base in (NamedTuple, typing.NamedTuple))
    needed = dict(list(values.items())[:required])
    for given_values in ({}, needed, values):
        assert _outcome(ours, given_values) == _outcome(theirs, given_values)
    one, other = ours(**values), theirs(**values)
    assert [getattr(one, name) for name in values] == list(values.values())
    assert (one, repr(one), hash(one)) == (other, repr(other), hash(other))
    assert one._asdict() == other._asdict()
    assert one._replace(**dict.fromkeys(values, "new")) == tuple("new" for _ in values)
    assert ours._make(values.values()) == other
    assert ours._fields == theirs._fields
    assert ours.__match_args__ == theirs.__match_args__
    assert list(inspect.signature(ours).parameters) == list(inspect.signature(theirs).parameters)


def _class(base: Any, names: Iterable[str], with_default: Iterable[str]) -> Any:  # noqa: ANN401
    body = {"__annotations__": dict.fromkeys(names, int), **dict.fromkeys(with_default, 7)}
    body["__module__"] = __name__
    return types.new_class("Made", (base,), {}, lambda space: space.update(body))


def _outcome(kind: Callable[..., object], values: dict[str, int]) -> object:
    try:
        return kind(**values)
    except TypeError as problem:
        return str(problem)


def test_a_class_with_too_many_fields_is_refused() -> None:
    """Without a getter, a field would silently be its default."""
    names = [f"field{number}" for number in range(MOST_FIELDS + 1)]
    with pytest.raises(ValueError, match="shorter"):
        _class(NamedTuple, names, names)


def test_a_class_keeps_what_its_body_has() -> None:
    assert Place.__doc__ == "One to try."
    assert Place("LI4").minutes == 50 / 60
    assert (Place.__name__, Place.__qualname__, Place.__module__) == ("Place", "Place", __name__)
    assert Place.__annotations__ == PlaceOfTyping.__annotations__
    assert type(Place) is type


def test_a_value_is_a_tuple_of_its_own_kind_that_nothing_changes() -> None:
    place = Place("LI4", sides=("left",))
    assert tuple(place) == ("LI4", 50, ("left",))
    assert isinstance(place, tuple)
    with pytest.raises(AttributeError):
        place.code = "SI3"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        place.colour = "red"  # type: ignore[attr-defined]
    match place:
        case Place(code, seconds):
            assert (code, seconds) == ("LI4", 50)


def test_a_value_can_be_copied_and_pickled() -> None:
    place = Place("LI4", sides=("left",))
    for same in (copy.copy(place), copy.deepcopy(place), pickle.loads(pickle.dumps(place))):  # noqa: S301
        assert same == place
        assert type(same) is Place


def test_what_is_missing_or_unknown_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Place\.__new__\(\) missing 1 required"):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Place has no colour"):
        Place("LI4")._replace(colour="red")  # type: ignore[call-arg]


@given(st.lists(st.booleans(), max_size=6))
def test_fields_with_a_default_come_last(has_default: list[bool]) -> None:
    names = [f"field{number}" for number in range(len(has_default))]
    with_default = [name for name, has in zip(names, has_default, strict=True) if has]
    made = [_refuses(base, names, with_default) for base in (NamedTuple, typing.NamedTuple)]
    assert made == [sorted(has_default) != has_default] * 2


def _refuses(base: Any, names: list[str], with_default: list[str]) -> bool:  # noqa: ANN401
    try:
        _class(base, names, with_default)
    except TypeError:
        return True
    return False


def test_a_class_made_of_a_named_tuple_has_its_fields() -> None:
    class Larger(Place):
        def doubled(self) -> "Larger":
            return self._replace(seconds=2 * self.seconds)

    assert Larger("LI4").doubled() == ("LI4", 100, ())
    assert type(Larger("LI4").doubled()) is Larger
