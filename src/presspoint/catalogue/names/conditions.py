"""What people call conditions and warning signs, beside their ids and titles."""

from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue, Kind
from presspoint.named_tuple import NamedTuple


class Names(NamedTuple):
    """The names of an entry, and those that may mean it but need not ("arthritis")."""

    also: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()


def condition_names(names: Catalogue) -> Iterator[tuple[str, Names]]:
    """Yield the names of each condition with its id. Raises CatalogueError."""
    return _names(names, "condition_names")


def sign_names(names: Catalogue) -> Iterator[tuple[str, Names]]:
    """Yield the names of each warning sign with its id. Raises CatalogueError."""
    return _names(names, "sign_names")


def _names(names: Catalogue, kind: Kind) -> Iterator[tuple[str, Names]]:
    return ((name, names.make(Names, kind, name)) for name in names.ids(kind))
