"""The names that --condition and --red-flag take: listed by a command, and added to --help."""

from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand

from presspoint.cli.options import Json, tables

if TYPE_CHECKING:
    from presspoint.catalogue.conditions import Condition

TABLES = {"red_flag": "red_flags", "condition": "conditions"}


class NamingHelp(TyperCommand):
    """A command whose help also names the conditions and red flags that the catalogue has."""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  # types that Typer keeps private
        """Write the help, with the names read only now that they are wanted."""
        known = tables()
        for parameter in self.params:
            if parameter.name in TABLES:
                names = ", ".join(known[TABLES[parameter.name]])
                parameter.help = f"{getattr(parameter, 'help', '')} Names: {names}."  # type: ignore[attr-defined]  # options have help
        super().format_help(ctx, formatter)


def list_conditions(json: Json = False) -> None:
    """List the names for --red-flag and --condition, and what each one means."""
    from presspoint.catalogue.conditions import conditions
    from presspoint.catalogue.safety_warnings import red_flags
    from presspoint.storage.catalogue_file import load
    from presspoint.terminal.output import document, say

    catalogue = load()
    flags = red_flags(catalogue)
    every = list(conditions(catalogue))
    if json:
        document(
            {
                "red_flags": [
                    {
                        "id": name,
                        "title": flag.title,
                        "level": flag.level,
                        "question": flag.question,
                        "brief": flag.brief,
                        "action": flag.action,
                        "verified": flag.verified,
                    }
                    for name, flag in flags
                ],
                "conditions": [
                    {
                        "id": name,
                        "title": each.title,
                        "gate": each.gate,
                        "postpone": each.postpone,
                        "question": each.question,
                        "brief": each.brief,
                        "text": each.text,
                        "verified": each.verified,
                    }
                    for name, each in every
                ],
            }
        )
        return
    say("Warning signs, for --red-flag. Any of them stops every routine:")
    for name, flag in flags:
        say(f"  {name:20} {flag.title} ({flag.level})")
    say()
    say("Conditions, for --condition. They leave points out; some need a clinician's word first:")
    for name, each in every:
        say(f"  {name:20} {each.title}{_effect(each)}")


def _effect(condition: "Condition") -> str:
    if condition.postpone:
        return " (another day)"
    return " (ask a clinician first)" if condition.gate else ""


def show_guide(json: Json = False) -> None:
    """Tell how hard, how long and how often to press, and what to expect of it."""
    from presspoint.catalogue.sources import SourceNumbers, guidance
    from presspoint.storage.catalogue_file import load
    from presspoint.terminal.output import document, print_card

    catalogue = load()
    if json:
        entries = [
            {
                "id": name,
                "title": entry.title,
                "text": entry.text,
                "sources": list(catalogue.titles("sources", entry.sources)),
            }
            for name, entry in guidance(catalogue)
        ]
        document({"guidance": entries})
        return
    citing = SourceNumbers()
    rows = [
        (entry.title, f"{entry.text}{citing(entry.sources)}") for _, entry in guidance(catalogue)
    ]
    rows += [
        (f"Source {number}", catalogue.title("sources", name))
        for name, number in citing.numbers.items()
    ]
    print_card(iter(rows))
