"""Many small cases in one test: one of pytest's own takes longer than most of them."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def every(names: str | tuple[str, ...], values: Iterable[Any]) -> Callable[[Test], Test]:
    """Return what `pytest.mark.parametrize` does, in one test that names all cases that fail.

    The cases share their fixtures, so each has to leave these as it found them.
    """
    parameters = (names,) if isinstance(names, str) else names
    cases = [(each,) if isinstance(names, str) else tuple(each) for each in values]
    assert cases, names

    def fold(test: Test) -> Test:
        signature = inspect.signature(test)

        @wraps(test)
        def try_all(**fixtures: Any) -> None:  # noqa: ANN401  # a fixture may be anything
            wrong = []
            for case in cases:
                given = dict(zip(parameters, case, strict=True))
                try:
                    test(**fixtures, **given)
                except (AssertionError, pytest.fail.Exception) as failure:
                    wrong.append(f"{given}: {failure}")
            assert not wrong, f"{len(wrong)} of {len(cases)}:\n" + "\n".join(wrong)

        fixtures = [each for name, each in signature.parameters.items() if name not in parameters]
        try_all.__signature__ = signature.replace(parameters=fixtures)  # type: ignore[attr-defined]  # pytest reads it
        return try_all

    return fold
