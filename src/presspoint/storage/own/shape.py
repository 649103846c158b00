"""Every value of a person's file against the format, so that all faults are reported at once."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, TypeGuard, get_args, get_origin

from msgspec import NODEFAULT, Meta, Struct, ValidationError, convert
from msgspec.structs import FieldInfo, fields

from presspoint.faults import Fault, Path, key_path, show_value
from presspoint.own_content.headings import has_no_name, heading_fault, key_hint, key_meant
from presspoint.storage.own.format import OwnFile

LONGEST_WORD = 40


def shape_faults(content: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what does not fit the format, each value by itself."""
    tables = _fields(OwnFile)
    for table, value in content.items():
        if table not in tables:
            yield heading_fault(table, value)
    allowed = {name: value for name, value in content.items() if name in tables}
    others = {key_meant(name, ["schema"]) for name in content if name not in tables}
    yield from _table_faults(OwnFile, allowed, (), others)


def _value_faults(kind: Any, value: Any, path: Path) -> Iterator[Fault]:  # noqa: ANN401  # a type, and any value
    plain, meta = _unwrap(kind)
    if _is_struct(plain) and meta and not isinstance(value, dict):
        yield Fault(path, show_value(value), meta.description or "a table")
    elif _is_struct(plain):
        yield from _table_faults(plain, value, path)
    elif get_origin(plain) is list and isinstance(value, list):
        yield from _misfit(Annotated[list, meta] if meta else list, value, path, meta)
        for number, each in enumerate(value):
            yield from _value_faults(get_args(plain)[0], each, (*path, number))
    elif get_origin(plain) is dict and not isinstance(value, dict):
        yield _no_table(value, path)
    elif get_origin(plain) is dict:
        key, inner = get_args(plain)
        if _is_struct(inner) and has_no_name(value, _fields(inner).keys()):
            wanted = f"[{path[0]}.NAME], with a name of your own, such as [{path[0]}.my-own]"
            yield Fault(path, f"[{path[0]}] without a name", wanted)
            return
        for name, each in value.items():
            yield from _misfit(key, name, (*path, name), _unwrap(key)[1])
            yield from _value_faults(inner, each, (*path, name))
    else:
        yield from _misfit(kind, value, path, meta)


def _is_struct(kind: Any) -> TypeGuard[type[Struct]]:  # noqa: ANN401  # as above
    return isinstance(kind, type) and issubclass(kind, Struct)


def _no_table(value: Any, path: Path) -> Fault:  # noqa: ANN401  # as above
    brackets = ", in single brackets" if isinstance(value, list) else ""
    name = ".NAME" if len(path) == 1 else ""
    return Fault(path, show_value(value), f"a table{brackets}: [{key_path(path)}{name}]")


def _table_faults(
    kind: type[Struct],
    value: Any,  # noqa: ANN401  # as above
    path: Path,
    misspelt: Collection[str] = (),
) -> Iterator[Fault]:
    """What is wrong in a table; a key of it that is only `misspelt` is not missing as well."""
    if not isinstance(value, dict):
        yield (
            _no_table(value, path) if len(path) == 2 else Fault(path, show_value(value), "a table")
        )
        return
    keys = _fields(kind)
    meant = set(misspelt)
    for name in value:
        if name not in keys:
            meant.add(key_meant(name, keys))
            hint = key_hint(name, keys)
            yield Fault((*path, name), "an unknown key", f"one of {', '.join(keys)}", hint)
    for name, each in keys.items():
        is_needed = each.default is NODEFAULT and each.default_factory is NODEFAULT
        if name in value:
            yield from _value_faults(each.type, value[name], (*path, name))
        elif is_needed and name not in meant:
            yield Fault((*path, name), "nothing", _expectation(each.type, ""))


@cache
def _fields(kind: type[Struct]) -> dict[str, FieldInfo]:
    """The keys of a format; its types are evaluated from their text, which takes a while."""
    return {each.encode_name: each for each in fields(kind)}


def _misfit(kind: Any, value: Any, path: Path, meta: Meta | None) -> Iterator[Fault]:  # noqa: ANN401  # as above
    try:
        convert(value, kind)
    except (ValidationError, OverflowError) as problem:
        wanted = meta.description if meta and meta.description else _expectation(kind, str(problem))
        yield Fault(path, show_value(value), wanted, _hint(kind, value))


def _hint(kind: Any, value: Any) -> str:  # noqa: ANN401  # as above
    """What to type for a text where a number or a list belongs; empty for any other."""
    plain, _ = _unwrap(kind)
    if not isinstance(value, str) or len(value) > LONGEST_WORD:
        return ""
    if plain is int and (number := re.match(r"\s*(\d+)\s*[a-z]*\s*$", value)):
        return f"Type {number[1]}, without quotes"
    return f'Type ["{value}"]' if get_origin(plain) is list else ""


def _expectation(kind: Any, problem: str) -> str:  # noqa: ANN401  # as above
    plain, meta = _unwrap(kind)
    if meta and meta.description:
        return meta.description
    words = {str: "a text", int: "a whole number", bool: "true or false", list: "a list"}
    if get_args(plain) and get_origin(plain) not in {list, dict}:
        return " or ".join(str(each) for each in get_args(plain) if each is not type(None))
    return words.get(get_origin(plain) or plain, problem or "a table")


def _unwrap(kind: Any) -> tuple[Any, Meta | None]:  # noqa: ANN401  # as above
    """A type without its constraints, and the constraints; of "X or nothing", those of X."""
    options = [each for each in get_args(kind) if each is not type(None)]
    if get_origin(kind) is not Annotated and len(options) == 1 and type(None) in get_args(kind):
        return _unwrap(options[0])
    if get_origin(kind) is Annotated:
        return get_args(kind)[0], get_args(kind)[1]
    return kind, None
