"""A group of commands of which only the one that is called is imported."""

from collections.abc import Iterator, Mapping
from typing import Any

from typer.core import TyperGroup

from presspoint.cli.app import load


class CommandsBelow(Mapping[str, Any]):
    """The commands of a group by their names, each imported when it is first asked for."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self.places = places
        self.loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  # a type that Typer keeps private
        if name not in self.loaded:
            self.loaded[name] = load(self.places[name], name).commands[name]
        return self.loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


def group_of(places: Mapping[str, str]) -> type[TyperGroup]:
    """Return the class of a group of commands, by where each is ("module:function")."""

    class Group(TyperGroup):
        def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  # as above
            super().__init__(**attributes)
            self.commands = CommandsBelow(places)  # type: ignore[assignment]  # nothing is added to it

    return Group
