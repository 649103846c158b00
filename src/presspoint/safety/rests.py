"""Places at rest: until when, how they hurt, and whether the feeling is back."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from presspoint.catalogue.pain_answers import Feeling
from presspoint.safety.answers import BodySide


class Rest(NamedTuple):
    """A place that is left out until a day, which is the first one it may be pressed again.

    `answer` is how it hurt, if that was said, and `side` the only side that rests, empty for both.
    After a nerve sign (numb, spreading) the limb of that side rests too, and the next run asks
    whether the feeling is back: `feeling_back` is the day when the person said so. `code` is a
    region's id where a movement, and no press, brought the sign.
    """

    code: str
    until: date
    because: str = ""
    answer: Feeling | None = None
    side: BodySide | Literal[""] = ""
    feeling_back: date | None = None

    @property
    def is_of_nerve(self) -> bool:
        """Whether it rests after a nerve sign."""
        return self.answer is not None and self.answer.is_nerve_sign

    def is_unanswered(self, today: date) -> bool:
        """Whether it is still to be asked if the feeling is back; a day to come is no answer."""
        return self.is_of_nerve and (self.feeling_back is None or self.feeling_back > today)

    def join(self, earlier: Rest) -> Rest:
        """Return this rest on top of an earlier one of its place: the longer, graver and wider."""
        until = max(self.until, earlier.until)
        side = self.side if self.side == earlier.side else ""
        if earlier.is_of_nerve and not self.is_of_nerve:
            return earlier._replace(until=until, side=side)
        return self._replace(until=until, side=side)
