"""A person's settings: how names are read, and what a session sounds like."""

from collections.abc import Mapping
from typing import Any

from presspoint.errors import PresspointError
from presspoint.named_tuple import NamedTuple
from presspoint.words import join_words, printable

LANGUAGES = {
    "en": "English",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "es": "Spanish",
    "pt": "Portuguese",
    "ca": "Catalan",
}
NUMBERS = {"who": "WHO's numbers", "old": "old numbers"}
STEP, LOUDEST = 20, 100  # per cent
VOLUME, DAY_STARTS, RULER = "volume", "day-starts", "ruler"
PICTURE = "picture"
VOICE_NAME, VOICE_COMMAND = "voice-name", "voice-command"
# The kinds of cues that are switched one by one, beside the voice and the breath.
CUES = ("tones", "ticks", "halfway", "marks", "beat")
VALUES: Mapping[str, Mapping[str, str]] = {
    "language": LANGUAGES,
    "bladder-numbers": NUMBERS,
    "voice": {
        "auto": "words and tones; with ACCESSIBLE=1 your screen reader says the words",
        "on": "words and tones",
        "off": "tones only",
    },
    VOLUME: {},
    "pace": {
        "slow": "more time to move and change sides",
        "normal": "as planned",
        "brisk": "less time to move and change sides",
    },
    "breath": {"on": "a soft tone guides your breath in holds", "off": "no tone for your breath"},
    "record": {"on": "the sound of a session is saved", "off": "no sound is saved"},
    "loudspeaker": {
        "normal": "you hear it from the first moment",
        "slow": "it takes up to two seconds to wake after a silence",
    },
    DAY_STARTS: {},
    "engine": {
        "auto": "the first that is installed",
        "espeak-ng": "espeak-ng",
        "speech-dispatcher": "the speech service",
        "say": "the voice of macOS",
    },
    VOICE_NAME: {},
    "rate": {"slow": "slow speech", "normal": "calm speech", "fast": "quick speech"},
    VOICE_COMMAND: {},
    "tones": {
        "on": "a tone as a hold begins, halfway, as you let go, and at the end",
        "off": "no tones but the ticks and the beat",
    },
    "ticks": {"on": "a tick for each of the last three seconds", "off": "no ticks"},
    "halfway": {"on": "you hear when half of a hold is over", "off": "nothing at half of a hold"},
    "marks": {"on": "the time to go in long holds", "off": "no time to go in long holds"},
    "beat": {"on": "the beat of a hold with a rhythm", "off": "no beat"},
    PICTURE: {
        "on": "places are drawn where there is room",
        "letters": "places are drawn in plain letters, for a font that lacks fine dots",
        "off": "nothing is drawn",
    },
    RULER: {},
}


# What it means that a setting is not set.
UNSET = {
    "language": "where a code differs by language, presspoint asks",
    "bladder-numbers": "where old numbers differ, presspoint says so",
    VOICE_NAME: "the usual voice of the engine",
    VOICE_COMMAND: "no program of your own speaks",
    RULER: "distances in finger-widths only",
}


class Range(NamedTuple):
    """The numbers that a setting takes, and what they count: whole ones, or with `decimals`."""

    most: int
    unit: str
    least: int = 0
    decimals: int = 0

    @property
    def words(self) -> str:
        """What numbers they are: "a whole number from 0 to 100"."""
        kind = "a number" if self.decimals else "a whole number"
        return f"{kind} from {self.least} to {self.most}"

    def holds(self, value: object) -> bool:
        """Whether a value is one of these numbers, with any decimals where it takes some."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return self.least <= value <= self.most and (self.decimals > 0 or isinstance(value, int))


RANGES = {
    VOLUME: Range(LOUDEST, "per cent"),
    DAY_STARTS: Range(23, "o'clock"),
    RULER: Range(12, "cm, the width of your four fingers", least=5, decimals=1),
}
# Settings that take any text, of so many characters at most, and what that is.
TEXTS = {VOICE_NAME: Range(100, "the name of a voice"), VOICE_COMMAND: Range(500, "a command")}
NONE = "none"
KINDS = {dict: "a table", list: "a list", bool: "true or false", int: "a number", float: "a number"}


class Settings(NamedTuple):
    """Every setting under its name; one that has no default is empty (the ruler 0) if not set."""

    language: str = ""
    bladder_numbers: str = ""
    voice: str = "auto"
    volume: int = 80
    pace: str = "normal"
    breath: str = "off"
    record: str = "off"
    loudspeaker: str = "normal"
    day_starts: int = 4
    engine: str = "auto"
    voice_name: str = ""
    rate: str = "normal"
    voice_command: str = ""
    tones: str = "on"
    ticks: str = "on"
    halfway: str = "on"
    marks: str = "on"
    beat: str = "on"
    picture: str = "on"
    ruler: float = 0.0

    @property
    def cues_off(self) -> frozenset[str]:
        """Return the kinds of cues, of CUES, that are not heard."""
        return frozenset(name for name in CUES if getattr(self, name) == "off")


Value = str | int | float
DEFAULTS = Settings()


def from_table(table: Mapping[str, object], origin: str) -> Settings:
    """Return the settings of a parsed file. Raises PresspointError, which names file and key."""
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in VALUES:
            raise _wrong_value(f"{origin}: key", name, _any_of(VALUES))
        if not _is_value(name, value):
            raise _wrong_value(f"{origin}: {name}", value, range_words(name))
        values[name.replace("-", "_")] = value
    return Settings(**values)


def to_table(settings: Settings) -> dict[str, Value]:
    """Return the settings that differ from the defaults, under their names in the file."""
    defaults = values_by_name(DEFAULTS)
    pairs = values_by_name(settings).items()
    return {name: value for name, value in pairs if value != defaults[name]}


def values_by_name(settings: Settings) -> dict[str, Value]:
    """Return every setting's value under its name in the file; empty or 0 where it is not set."""
    return dict(zip(VALUES, settings, strict=True))


def with_value(settings: Settings, name: str, value: Value) -> Settings:
    """Return the settings with one of them set to a value that it takes, or to none ("", 0.0)."""
    return Settings(**{**settings._asdict(), name.replace("-", "_"): value})


def may_be_none(name: str) -> bool:
    """Whether a setting may have no value."""
    return not values_by_name(DEFAULTS)[name]


def is_unset(name: str, value: Value) -> bool:
    """Whether a setting that may have no value has none."""
    return not value and may_be_none(name)


def _is_value(name: str, value: object) -> bool:
    if name in RANGES:
        return RANGES[name].holds(value)
    if name in TEXTS:
        is_text = isinstance(value, str) and value.isprintable()
        return is_text and 0 < len(str(value).strip()) <= TEXTS[name].most
    return isinstance(value, str) and value in VALUES[name]


def range_words(name: str) -> str:
    """Return the values that a setting takes: "on or off", "a whole number from 0 to 100"."""
    if name in RANGES:
        return RANGES[name].words
    if name in TEXTS:
        return f"{TEXTS[name].unit}, of at most {TEXTS[name].most} characters"
    return _any_of(VALUES[name])


def _any_of(names: Mapping[str, object]) -> str:
    return join_words(tuple(names), "or")


def _wrong_value(place: str, found: object, wanted: str) -> PresspointError:
    kind = KINDS.get(type(found), "a date or time")
    value = f'"{printable(found, limit=60)}"' if isinstance(found, str) else kind
    return PresspointError(f"{place}: found {value}. It should be {wanted}.")
