"""The choices that Tab offers besides the catalogue's names: settings, answers, what is saved."""

from typer import Context

from presspoint.cli.completion.names import Offers, offer_names, offer_titles
from presspoint.courses.course import TIMES
from presspoint.outcome.scores import Change
from presspoint.safety.answers import SIDES
from presspoint.session.actions import REMOTE_ACTIONS, REMOTE_ANSWERS
from presspoint.settings import LANGUAGES, NONE, UNSET, VALUES, may_be_none
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.profile_file import read_profile


def profile_entries(context: Context) -> Offers:  # noqa: ARG001  # every completion takes it
    """Return what the profile has that can be removed. Raises PresspointError."""
    catalogue = load_for_looking_up().catalogue
    profile = read_profile(catalogue)
    if profile is None:
        return []
    answers = ((each.name, catalogue.title("conditions", each.name)) for each in profile.conditions)
    return [*answers, *((each.code, f"rests until {each.until}") for each in profile.rests)]


def values(context: Context) -> Offers:
    """Return the values of the setting that was typed before, and what each of them means."""
    name = context.params.get("setting") or ""
    none = [(NONE, UNSET[name])] if name in VALUES and may_be_none(name) else []
    return [*VALUES.get(name, {}).items(), *none]


def sessions(context: Context) -> Offers:  # noqa: ARG001  # as above
    """Return the ids of the last sessions, the newest first. Raises StorageError."""
    from presspoint.storage.history.reading import read_sessions  # for these commands only

    newest = reversed(list(read_sessions(newest=20)))
    ids = [(each.id[:8], f"{each.started[:10]} {each.routine}") for each in newest]
    return [("last", "the last one"), *ids]


def help_topics(context: Context) -> Offers:
    """Return the commands, or those under the one that was typed before."""
    from presspoint.cli.app import COMMANDS, load_command  # for help only

    words = [*(context.params.get("words") or ())]
    if not words:
        return [(name, command.help) for name, command in COMMANDS.items()]
    below = getattr(load_command(words[0]).commands[words[0]], "commands", {})
    return [(name, "") for name in below] if words[1:] == [] else []


languages, paces = offer_titles(LANGUAGES), offer_titles(VALUES["pace"])
drawn = offer_titles(VALUES["picture"])
settings, sides = offer_names(VALUES), offer_names(SIDES)
times = offer_titles({name: each.words for name, each in TIMES.items()})
warm_ups = offer_names(("tilt", "cat-cow"))
timers = offer_names(("cron", "systemd", "launchd"))
kit_parts = offer_names(("sound", "page", "sheet"))
sound_formats = offer_names(("m4a", "mp3", "opus", "wav"))
marks = offer_names(("more", "same", "less", "never"))
questionnaires = offer_names(("rmdq", "odi", "peg"))
changes = offer_names(each.value.replace(" ", "-") for each in Change)
actions, feelings = offer_names(REMOTE_ACTIONS), offer_names(REMOTE_ANSWERS)
