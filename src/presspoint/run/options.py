"""What was typed for a run, and what of it is for the person, the routine and the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presspoint.catalogue.routines import choice
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import UsageError
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import NORMAL, PACES
from presspoint.safety.answers import ConditionAnswer, Flags
from presspoint.storage.settings_file import read_settings
from presspoint.words import echo, join_words

if TYPE_CHECKING:
    from datetime import date


class Options(NamedTuple):
    """What was typed on the command line; a run that is to `resume` needs no routine's name."""

    routine: str | None = None
    pain: str | None = None
    upper_back: bool = False
    side: str | None = None
    helper: bool = False
    warm_up: str | None = None
    pregnant: bool = False
    red_flags: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    provider_agreed: bool = False
    again_today: bool = False
    pace: str | None = None
    yes: bool = False
    plain: bool = False
    wait: bool = False
    breath: bool = False
    mute: bool = False
    picture: str | None = None
    resume: bool = False
    without_own_files: bool = False

    @property
    def choices(self) -> dict[str, str]:
        """The choices that were typed, which are not asked."""
        choices = {} if self.pain is None else {"pain": self.pain}
        choices |= {"upper-back": "yes"} if self.upper_back else {}
        choices |= {} if self.side is None else {"side": self.side}
        choices |= {} if self.warm_up is None else {"warm-up": self.warm_up}
        return choices | ({"helper": "yes"} if self.helper else {})


def flags_of(catalogue: Catalogue, options: Options, today: date) -> Flags:
    """Return what was typed about the person. Raises UsageError for an unknown name or place."""
    signs: tuple[str, ...] = ()
    answers: list[ConditionAnswer] = []
    if options.conditions or options.red_flags:
        from presspoint.run.arguments.names import parse_condition, parse_signs  # few are typed

        answers = [
            parse_condition(catalogue, each, "--condition", today) for each in options.conditions
        ]
        signs = parse_signs(catalogue, options.red_flags)
    answers += [ConditionAnswer("pregnancy", today)] if options.pregnant else []
    return Flags(signs, tuple(answers), options.provider_agreed, options.again_today)


def check_choice(catalogue: Catalogue, name: str, value: str) -> None:
    """Raise UsageError for a value that a choice does not have."""
    values = tuple(choice(catalogue, name).values)
    if value not in values:
        shown = echo(value)
        raise UsageError(f'There is no "{shown}" for --{name}. Choose {join_words(values, "or")}.')


def pace_of(options: Options, flags: Flags) -> str:
    """Return the pace that was typed, else the one that is set. Raises UsageError.

    A warning sign does not wait for the settings.
    """
    if options.pace is not None:
        from presspoint.run.arguments.names import match_name  # few are typed

        return match_name({each: each for each in PACES}, options.pace, "--pace")
    return NORMAL if flags.red_flags else read_settings().pace


def with_picture(options: Options) -> Options:
    """Return the options with the value of `picture` as the settings have it. Raises UsageError."""
    if options.picture is None:
        return options
    from presspoint.run.arguments.settings import match_value  # for what is typed only

    return options._replace(picture=match_value("picture", options.picture, "--picture"))
