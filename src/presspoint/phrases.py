"""The standard phrases of a session: the same on the screen, in the plain lines and by ear.

Names in braces stand for what differs; each phrase is whole, so that all can be read together.
"""

from collections.abc import Iterable, Mapping
from math import ceil

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")

OPENING = "{title}. {time} in all. {keys}{more}"
BREATHE = "Breathe out as you press."
OPENING_KEYS = "Any key pauses. x means it hurts. "
KEY_TO_LEAVE_OUT = ": press n"  # after "leave this out", in the words of positions
LEFT_OUT = "Left out today: {names}."
FIRST_STEP = "Step {number} of {count}."
STEP = "Step {number} of {count}, {time}."
NOW_PLACE = "Now {place}."
NOW_MOVEMENT = "Now a movement: {title}."
TAKE = "Take {gear}."
PUT_ASIDE = "Put {gear} aside."
SAME_PLACE = "The same place: {place}."
AGAIN_THERE = "{where} again, {round}."
ROUND = "{ordinal} of {count} times"
LAST_ROUND = "{ordinal} and last time"
PRESS = "Press now, slowly."
LET_GO = "Let go slowly."
BEGIN_MOVING = "Begin slowly, {time}."
ENOUGH = "That is enough."
TO_GO = "{time} to go"
IN_ALL = "{time} to go in all"
STEP_SHOWN, ROUND_SHOWN = "Step {number} of {count}", "Round {number} of {count}"
HALFWAY, HALFWAY_TIME = "Halfway.", "Halfway, {time}."
HOLD, HOLD_TIME = "{rhythm}. {name}.", "{rhythm}. {name}, {time}."
DULL_ACHE_ONLY, NO_ACHE_NEEDED = "Dull ache only.", "No ache needed."
NEXT, NEXT_END = "Next: {name}.", "Next: the end."

PAUSED, STILL_PAUSED = "Paused.", "Still paused."
STOOD_STILL = "The clock was stopped, so the session paused."
GOES_ON = "Space goes on. x: it hurts. f: faint."
IN_PLACE = "In place? Space begins."
STILL_WAITING = "Still waiting. {name}. Space begins."
GOING_ON = "Going on."
ABANDONED = "Paused for thirty minutes, so this session ends here. What you did is saved."
STOPPED, GO_NEXT, GO_BACK, PLAYING = "Stopped.", "Next.", "Back.", "Already playing."
LET_GO_NOW, STOP_MOVING = "Let go now, slowly.", "Stop moving."
LET_GO_BRIEFLY, GET_OFF_BRIEFLY = "Let go.", "Get off it."
STAYS_OUT = "Left out from now on: {place}."
NOTHING_LEFT = "Nothing else is left to do."
LONGEST = "That is the longest time. {name}."
NOT_NOW = "This part keeps its time."
NO_PLACE = "You move; no place is pressed."
PICTURES_OFF = "Pictures are off. To see them, type presspoint settings picture on."
NO_ROOM = "No room for a picture here. Make the window larger."
NO_PICTURE = "No picture for this part."
LONGER, SHORTER = "Longer, {time}.", "Shorter, {time}."
HELD_FOR = "{name}, {time}."
SOUND_OFF, SOUND_ON, VOLUME = "Sound off.", "Sound on.", "Volume {volume} per cent."
KEYS = (
    "Any key pauses. Space: pause, and go on. n: next. b: back. Plus and minus: ten seconds."
    " r: again. t: time to go. v: where it is. x: it hurts. f: faint. m: sound. q: stop."
)
DONE = "Done."
YOUR_NOTE = "Your note"


def your_note(codes: Iterable[str], notes: Mapping[str, str]) -> str:
    """Return "Your note: mine is a thumb lower", of notes by code; empty where there is none."""
    found = dict.fromkeys(notes[code] for code in codes if code in notes)
    return f"{YOUR_NOTE}: {' / '.join(found)}" if found else ""


def number_word(number: int) -> str:
    """Return "two", or "12" from eleven on."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def round_words(number: int, count: int) -> str:
    """Return "first of two times", "second and last time"; empty where there is one round."""
    if count < 2:
        return ""
    ordinal = ORDINALS[number] if number < len(ORDINALS) else f"number {number}"
    phrase = LAST_ROUND if number == count else ROUND
    return phrase.format(ordinal=ordinal, count=number_word(count))


def duration(seconds: int) -> str:
    """Return "one second", "40 seconds", "one minute", "a minute and a half", "two minutes"."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return "one second" if rest == 1 else f"{rest} seconds"
    if seconds == 90:
        return "a minute and a half"
    if rest == 30:
        return f"{number_word(minutes)} and a half minutes"
    whole = "one minute" if minutes == 1 else f"{number_word(minutes)} minutes"
    return f"{whole} and {duration(rest)}" if rest else whole


def seconds_to_go(seconds: float) -> str:
    """Return "40 seconds to go", rounded up; minutes as minutes."""
    return TO_GO.format(time=duration(max(1, ceil(seconds - 0.001))))


def about(seconds: float) -> str:
    """Return a time as people say it: whole minutes, halves below three, tens of seconds."""
    unit = 10 if seconds < 55 else 30 if seconds < 165 else 60
    return duration(max(unit, round(seconds / unit) * unit))


def time_to_go(seconds: float) -> str:
    """Return "seven minutes to go", as near as people say it."""
    return TO_GO.format(time=about(seconds))
