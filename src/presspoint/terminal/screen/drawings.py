"""The drawings of a session's places, as lines of its screen."""

from collections.abc import Mapping

from presspoint.pictures.close_up import close_up, is_small
from presspoint.pictures.grid import Row
from presspoint.pictures.picture import Form, picture
from presspoint.pictures.sheet import Sheet
from presspoint.pictures.target import Size
from presspoint.terminal.cells import wrap
from presspoint.terminal.pictures import STYLES
from presspoint.terminal.screen.layout import Area
from presspoint.terminal.screen.lines import Span, Spans


class Drawings:
    """The sheets of a course by the numbers of their turns; the last one drawn is kept as lines."""

    def __init__(self, sheets: Mapping[int, Sheet], form: Form) -> None:
        self.sheets, self.form = sheets, form
        self._shown: tuple[int, Area, bool] | None = None
        self._lines: tuple[Spans, ...] = ()

    def lines(self, turn: int, area: Area, *, is_near: bool = False) -> tuple[Spans, ...]:
        """Return the drawing of a turn for an area, brought near or whole, with its title below.

        A turn without a drawing has no lines.
        """
        if self._shown != (turn, area, is_near):
            self._shown = turn, area, is_near
            self._lines = self._draw(turn, area, is_near=is_near)
        return self._lines

    def _draw(self, turn: int, area: Area, *, is_near: bool) -> tuple[Spans, ...]:
        if not (sheet := self.sheets.get(turn)):
            return ()
        title = wrap(sheet.title, area.columns)
        size = Size(area.columns, area.rows - len(title))
        is_near |= is_small(sheet, size)
        drawn = picture(close_up(sheet, size) if is_near else sheet, size, self.form)
        below = ((Span(each.center(area.columns).rstrip()),) for each in title)
        return (*map(_line, drawn.rows), *below)


def _line(row: Row) -> Spans:
    return tuple(Span(run.text, STYLES[run.ink]) for run in row)
