"""The catalogue a command works with: the shipped one, with the person's own files if any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presspoint.errors import PresspointError
from presspoint.storage.catalogue_file import load, tables

if TYPE_CHECKING:
    from presspoint.catalogue.tables import Catalogue
    from presspoint.storage.own.catalogue import CheckedFiles


def for_looking_up() -> Catalogue:
    """Return the catalogue; own files that are refused are left out, with a warning each."""
    from presspoint.terminal.output import remark

    try:
        check_files = _checked()
    except PresspointError as problem:
        remark(f"presspoint: {problem} Going on without your own files.")
        return load()
    if check_files is None:
        return load()
    for file in check_files.faulty_files:
        first = next(told for told in check_files.faults if told.file == file)
        remark(f"presspoint: left out, presspoint catalogue check tells all: {first}")
    return check_files.catalogue


def for_playing(*, without_own: bool = False) -> Catalogue:
    """Return the catalogue. Raises PresspointError for an own file that is refused.

    What is refused may have held a caution, so nothing is played around it unasked.
    """
    check_files = None if without_own else _checked()
    if check_files is None:
        return load()
    if check_files.faults:
        hint = "presspoint catalogue check tells all; --without-own-files plays without any."
        raise PresspointError(f"{check_files.faults[0]} Nothing is played: {hint}")
    return check_files.catalogue


def for_completing() -> dict[str, Any]:
    """Return the tables that names are completed from; nothing is told."""
    try:
        check_files = _checked()
    except PresspointError:
        return tables()
    return tables() if check_files is None else dict(check_files.catalogue.tables)


def _checked() -> CheckedFiles | None:
    """The catalogue with the own files; None where there are none, the usual case."""
    from presspoint.storage.own.files import find_own_files

    paths = find_own_files()
    if not paths:
        return None
    from presspoint.storage.own.catalogue import check_files

    return check_files(load(), paths)
