"""Help that also names the conditions and warning signs of the catalogue."""

from typing import Any

from typer.core import TyperCommand

from presspoint.storage.catalogue_file import completion_tables

TABLES = {"red_flag": "red_flags", "condition": "conditions"}


class NamingHelp(TyperCommand):
    """A command whose help has the names that --condition and --red-flag take."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  # types that Typer keeps private
        """Write the help, with the names, which are read only now."""
        tables = completion_tables()
        for parameter in self.params:
            if parameter.name in TABLES:
                names = ", ".join(tables[TABLES[parameter.name]])
                parameter.help = f"{getattr(parameter, 'help', '')} Names: {names}."  # type: ignore[attr-defined]  # options have help
        super().format_help(ctx, formatter)
