"""`NamedTuple` as `typing` has it, in a fifth of the time: a session begins with some ninety.

What needs no names is made once for all classes, and code is compiled once for each number of
fields, not once for each class. A test holds what comes of it to `typing`.
"""

from collections import namedtuple
from collections.abc import Iterable
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Self

MOST_FIELDS = 40
_WIDEST: Any = namedtuple("_WIDEST", [f"field{number}" for number in range(MOST_FIELDS)])  # type: ignore[misc]  # mypy wants the names spelt out
# Each returns the value at its place, of any tuple.
GETTERS: tuple[Any, ...] = tuple(map(vars(_WIDEST).get, _WIDEST._fields))
NAMES = {"new": tuple.__new__}


class _Values(tuple[Any, ...]):
    """What every named tuple does alike, by its own `_fields`."""

    __slots__ = ()
    _fields: tuple[str, ...]

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        return cls(*values)

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def _replace(self, **values: Any) -> Self:  # noqa: ANN401  # a field may hold anything
        changed = self._make(map(values.pop, self._fields, self))
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")
        return changed

    def __repr__(self) -> str:
        fields = (f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({', '.join(fields)})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


class _Maker(type):
    """Makes the classes that have `NamedTuple` as their base, of which no trace is left in them."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
        if not bases:
            return super().__new__(cls, name, bases, body)
        fields = tuple(body.get("__annotations__", ()))
        required = tuple(each for each in fields if each not in body)
        if required != fields[: len(required)]:
            raise TypeError(f"{name}: a field without a default stands after one with a default")
        defaults = tuple(body[each] for each in fields[len(required) :])
        code = _code_of_new(len(fields)).replace(
            co_varnames=("_cls", *fields), co_name="__new__", co_qualname=f"{name}.__new__"
        )
        own = {
            **body,
            **dict(zip(fields, GETTERS[: len(fields)], strict=True)),
            "__new__": FunctionType(code, NAMES, None, defaults),
            "__slots__": (),
            "__match_args__": fields,
            "_fields": fields,
        }
        return type(name, (_Values,), own)


@cache
def _code_of_new(count: int) -> CodeType:
    """The code of a `__new__` with so many fields."""
    names = "".join(f"field{number}, " for number in range(count))
    new: FunctionType = eval(f"lambda _cls, {names}: new(_cls, ({names}))")  # noqa: S307
    return new.__code__


class _Example:
    field: int


if TYPE_CHECKING or "__annotations__" not in vars(_Example):  # Python 3.14 has them elsewhere
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414, TID251
else:

    class NamedTuple(metaclass=_Maker):
        """The base of a named tuple: its fields are the annotations of the class."""
