"""What was typed for a setting: its name, and its value by code or by name."""

from presspoint.errors import UsageError
from presspoint.names.spelling import key
from presspoint.run.arguments.names import match_name
from presspoint.settings import (
    DAY_STARTS,
    NONE,
    RANGES,
    TEXTS,
    VALUES,
    VOICE_COMMAND,
    Settings,
    Value,
    may_be_none,
    range_words,
)
from presspoint.words import echo, join_words, printable

SILENCE = (
    'There is no setting "{typed}". To hear nothing, type presspoint settings volume 0, or add '
    "--mute to presspoint routine for one session. For tones only: presspoint settings voice off."
)
SILENT_WORDS = frozenset({"sound", "mute", "silent", "silence", "quiet", "audio", "nosound"})
# What other programs call a setting.
MEANT = {
    **dict.fromkeys(("speed", "speechrate", "voicerate"), "rate"),
    **dict.fromkeys(("speech", "speak", "words"), "voice"),
    **dict.fromkeys(("loudness", "vol"), "volume"),
    **dict.fromkeys(("lang", "locale"), "language"),
    **dict.fromkeys(("breathing", "breathe"), "breath"),
    **dict.fromkeys(("metronome", "rhythm"), "beat"),
    **dict.fromkeys(("recording", "wav"), "record"),
    **dict.fromkeys(("fingers", "fingerwidth", "cun"), "ruler"),
}


VOICES = frozenset({"engine", VOICE_COMMAND})


def match_setting(typed: str) -> str:
    """Return the name of a setting. Raises UsageError with the nearest names."""
    if key(typed) in SILENT_WORDS:
        raise UsageError(SILENCE.format(typed=echo(typed)))
    if meant := MEANT.get(key(typed)):
        shown = echo(typed)
        raise UsageError(f'There is no setting "{shown}". Type presspoint settings {meant}.')
    return match_name({key(name): name for name in VALUES}, typed, "setting")


def match_value(name: str, typed: str, option: str, extra: tuple[str, ...] = ()) -> str:
    """Return a setting's value, or one of `extra`, for its code or name. Raises UsageError."""
    words = VALUES[name]
    codes = {key(code): code for code in (*words, *extra)}
    return match_name(codes | {key(words[code]): code for code in words}, typed, option)


def parse_value(name: str, typed: str) -> Value:
    """Return the value that was typed for a setting; empty or 0 for none. Raises UsageError."""
    if name in RANGES:
        return _parse_number(name, typed)
    if name in TEXTS:
        return _parse_text(name, typed)
    value = match_value(name, typed, name, (NONE,) if may_be_none(name) else ())
    if name == "engine":
        _check_engine(value)
    return "" if value == NONE else value


def what_is_missing(name: str, settings: Settings) -> str:
    """Return what to know of a voice that was set and is not installed; empty where it is."""
    if name not in VOICES:
        return ""
    from presspoint.sound.outputs.speech_programs import missing_program  # as below

    program = missing_program(settings)
    if not program:
        return ""
    return (
        f"{printable(program, limit=100)} is not installed here. Until it is, you hear tones only."
    )


def _check_engine(value: str) -> None:
    """Raise UsageError for an engine that this system never has."""
    from presspoint.sound.outputs.speech_programs import engines  # for these settings only

    if value not in (names := ("auto", *engines())):
        raise UsageError(f"{value} is not for this system. Choose {join_words(names, 'or')}.")


def _parse_text(name: str, typed: str) -> str:
    text = typed.strip()
    if text.casefold() == NONE:
        return ""
    if not (text.isprintable() and 0 < len(text) <= TEXTS[name].most):
        raise UsageError(f"{name} takes {range_words(name)}, or {NONE}.")
    return text


def _parse_number(name: str, typed: str) -> int | float:
    """The number; a comma is a decimal point, and its unit may be there."""
    numbers, number = RANGES[name], typed.strip().casefold()
    if may_be_none(name) and number == NONE:
        return 0.0
    number = number.removesuffix(numbers.unit[:2] if numbers.decimals else "%").rstrip()
    if name == DAY_STARTS:
        number = number.removesuffix(":00")
    whole, point, part = number.replace(",", ".").partition(".")
    digits = f"{whole}{part}"
    is_number = digits.isascii() and digits.isdigit() and whole and len(whole) < 4
    if is_number and len(part) <= numbers.decimals and bool(part) == bool(point):
        value = float(f"{whole}.{part}") if part else int(whole)
        if numbers.holds(value):
            return value
    shown = echo(typed)
    raise UsageError(f'{name} cannot be "{shown}". Choose {range_words(name)}.')
