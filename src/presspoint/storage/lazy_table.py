"""A table in two parts, of which most runs need the first one only."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any


class LazyTable(Mapping[str, Any]):
    """The entries of both parts; `read_rest` returns those of the second once they are needed.

    That is for an entry that the first part lacks, and for all entries.
    """

    def __init__(
        self, first: Mapping[str, Any], read_rest: Callable[[], Mapping[str, Any]]
    ) -> None:
        self._first, self._read_rest = first, read_rest

    @cached_property
    def _whole(self) -> Mapping[str, Any]:
        return {**self._first, **self._read_rest()}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  # an entry's values are of any type
        return self._first[name] if name in self._first else self._whole[name]

    def __contains__(self, name: object) -> bool:
        return name in self._first or name in self._whole

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)
