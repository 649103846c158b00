"""What fails may work again: when a program is tried anew, and when it counts as lost."""

from math import inf

# Seconds until the next try, after each failure in a row; from LOST failures on it counts as lost.
AGAIN_SECONDS = (0.5, 1.0, 2.0, 3.0, 5.0, 10.0)
LOST = 4


class Failures:
    """The failures in a row of one program, since it last worked; `why` is what the last one was.

    Nobody waits twice for what hangs, or for what never worked: it is lost at once, and tried again
    beside the session.
    """

    def __init__(self) -> None:
        self.count = 0
        self.why = ""
        self.hangs = self.has_worked = False
        self.failed_at = self.again_at = -inf  # clock seconds

    @property
    def is_lost(self) -> bool:
        """Whether nothing waits for it any more."""
        return self.count >= LOST

    @property
    def reason(self) -> str:
        """Why it is lost: "does not answer"; empty while it is not."""
        return self.why if self.is_lost else ""

    def add(self, why: str, now: float, *, hangs: bool = False) -> None:
        """Take in a failure."""
        is_lost = hangs or not self.has_worked
        self.count = max(self.count + 1, LOST if is_lost else 0)
        self.why, self.hangs, self.failed_at = why, hangs, now
        self.again_at = now + AGAIN_SECONDS[min(self.count, len(AGAIN_SECONDS)) - 1]

    def clear(self) -> None:
        """Take in that it works."""
        self.count, self.why, self.hangs, self.has_worked = 0, "", False, True
        self.failed_at = self.again_at = -inf

    def is_due(self, now: float) -> bool:
        """Whether it may be tried, beside the session where it is lost."""
        return now >= self.again_at

    def fails_fast(self, now: float) -> bool:
        """Whether it is lost and a cue may try it all the same: it would fail without a delay."""
        return self.is_lost and not self.hangs and now >= self.failed_at + AGAIN_SECONDS[0]
