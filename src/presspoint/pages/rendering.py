"""Templates of the package filled in: whatever text they are given stays text."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from presspoint.words import printable

LONGEST = 4000  # characters of a text on a page


def render(template: str, **values: object) -> str:
    """Return a template of `pages/templates` filled in with values, each by its name there.

    A text can be neither an element nor an attribute, and what is invisible in it or turns its
    direction is shown as an escape. Raises UndefinedError for a name that has no value.
    """
    return _environment().get_template(template).render(values)


def templates() -> list[str]:
    """Return the names of all templates."""
    return _environment().list_templates()


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("presspoint", "pages/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _printable(value: object) -> object:
    """A value as a page has it; the markup that a template itself made passes as it is."""
    is_markup = hasattr(value, "__html__")
    return printable(value, LONGEST) if isinstance(value, str) and not is_markup else value
