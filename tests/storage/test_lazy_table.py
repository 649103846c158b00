"""A table in two parts: the second is read only where the first does not do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from presspoint.storage.lazy_table import LazyTable

FIRST, REST = {"LI4": 1, "BL40": 2}, {"ST1": 3}
Table = Mapping[str, int]


@pytest.mark.parametrize(
    ("use", "answer", "reads"),
    [
        (lambda table: table["LI4"], 1, 0),
        (lambda table: "BL40" in table, True, 0),
        (lambda table: table.get("LI4"), 1, 0),
        (lambda table: table["ST1"], 3, 1),
        (lambda table: "ST1" in table, True, 1),
        (lambda table: table.get("none"), None, 1),
        (list, ["LI4", "BL40", "ST1"], 1),
        (len, 3, 1),
        (dict, FIRST | REST, 1),
        (lambda table: [table["ST1"], *table.values()], [3, 1, 2, 3], 1),
    ],
)
def test_the_second_part_is_read_once_and_only_where_it_is_needed(
    use: Callable[[Table], object], answer: object, reads: int
) -> None:
    read: list[None] = []

    def read_rest() -> dict[str, int]:
        read.append(None)
        return REST

    assert use(LazyTable(FIRST, read_rest)) == answer
    assert len(read) == reads
