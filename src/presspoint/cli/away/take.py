"""The take command: a routine off the laptop, as files for a phone, a loudspeaker or paper."""

from pathlib import Path
from typing import Annotated

from presspoint.cli.parsing import option
from presspoint.run.options import Options
from presspoint.storage.catalogue_file import load_for_playing

FILES = "What is written"
To = Annotated[
    Path,
    option.path_option("FOLDER", "The folder for the files; it is made if need be.", "--to", FILES),
]
What = Annotated[
    list[str] | None,
    option.value_option(
        "PART", "Only this: sound, page or sheet.", "choices:kit_parts", "--what", FILES
    ),
]
SoundFormat = Annotated[
    str | None,
    option.value_option(
        "FORMAT", "The sound as m4a, mp3, opus or wav.", "choices:sound_formats", "--format", FILES
    ),
]
WithConditions = Annotated[
    bool,
    option.flag("--with-conditions", "Write your conditions on page and sheet too.", FILES),
]


def take_routine(
    name: Annotated[str, option.argument("NAME", "The routine, such as lower-back.", "routines")],
    folder: To,
    what: What = None,
    sound_format: SoundFormat = None,
    with_conditions: WithConditions = False,
    pain: option.Pain = None,
    upper_back: option.UpperBack = False,
    side: option.Side = None,
    helper: option.Helper = False,
    warm_up: option.WarmUp = None,
    pregnant: option.Pregnant = False,
    red_flag: option.RedFlags = None,
    condition: option.Conditions = None,
    provider_agreed: option.ProviderAgreed = False,
    again_today: option.AgainToday = False,
    pace: option.Pace = None,
    without_own_files: option.WithoutOwnFiles = False,
    yes: option.Yes = False,
    breath: option.Breath = False,
) -> None:
    """Write a routine into files for a phone or paper.

    The same warnings and questions come first as before a session.
    """
    from presspoint.run.taking.take import Typed, take  # what completes and helps needs none of it

    options = Options(
        routine=name,
        pain=pain,
        upper_back=upper_back,
        side=side,
        helper=helper,
        warm_up=warm_up,
        pregnant=pregnant,
        red_flags=tuple(red_flag or ()),
        conditions=tuple(condition or ()),
        provider_agreed=provider_agreed,
        again_today=again_today,
        pace=pace,
        yes=yes,
        breath=breath,
        without_own_files=without_own_files,
    )
    typed = Typed(folder, tuple(what or ()), sound_format, with_conditions)
    take(load_for_playing(without_own=without_own_files), options, typed)
