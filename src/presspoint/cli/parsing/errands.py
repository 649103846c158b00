"""What people ask for in words of their own that are no command, and what to type for it."""

import re

from presspoint.names.everyday.core_words import words_of

NUMBERS = dict(
    zip(("five", "ten", "fifteen", "twenty", "thirty"), ("5", "10", "15", "20", "30"), strict=True)
)
MINUTES = re.compile(
    rf"\b(?:in |for )?(?:(\d{{1,3}})|({'|'.join(NUMBERS)}))\s*(?:minutes?|mins?)\b", re.IGNORECASE
)
FILES = 'To see where your data is, type "presspoint help --files".'
ALONE = "="  # before words that ask for it only where nothing stands beside them
# What to say -> the words that ask for it: all words of one of these stand in what was typed.
ERRANDS: dict[str, tuple[str, ...]] = {
    'Type "presspoint routine lower-back --side left".': ("left side", "only left", "=left"),
    'Type "presspoint routine lower-back --side right".': ("right side", "only right", "=right"),
    'Type "presspoint routine upper-back --helper": somebody presses your back for you.': (
        *("partner", "husband", "wife", "friend", "helper", "girlfriend", "boyfriend"),
        *("somebody", "someone", "another person", "press for me"),
    ),
    'For a reminder, type "presspoint remind lower-back --at 21:30 --to .". To follow a routine '
    'over some weeks, type "presspoint course start lower-back --weeks 4 --times 3".': (
        *("every evening", "each evening", "every day", "each day", "every morning"),
        *("each morning", "every night", "every week", "=daily", "habit", "remind me"),
    ),
    "Reminders are in your calendar, or in cron, where you put them: delete them there. To end "
    'a course, type "presspoint course end".': (
        *("stop remind", "stop reminding", "stop reminder", "no reminder", "delete reminder"),
        *("remove reminder", "cancel reminder", "remind off", "reminder off", "unsubscribe"),
    ),
    'Type "presspoint history --since 7d".': (
        *("last week", "this week", "past week", "yesterday", "what did i do", "what i did"),
        *("last session", "what have i done"),
    ),
    'Type "presspoint history --since 30d".': ("last month", "this month", "past month"),
    'Type "presspoint stats".': ("stats week", "stats month", "trend"),
    'Type "presspoint take lower-back --to phone": it writes a page and a sound for your phone.': (
        *("phone", "mobile", "smartphone", "iphone", "android", "tablet", "ipad", "offline"),
    ),
    f"{FILES} Delete these folders, and presspoint knows nothing of you. To take back one session, "
    'type "presspoint history undo"; to remove your answers, "presspoint profile clear --yes".': (
        *("delete", "erase", "wipe", "reset", "=forget", "=remove", "=clear", "privacy"),
        *("delete my data", "erase my data", "remove my data", "clear my data", "wipe my data"),
        *("remove data", "clear data", "clear history", "forget me", "profile remove"),
        *("delete my file", "delete my history", "remove my history", "delete everything"),
    ),
    'Delete the program with what installed it, such as "pipx uninstall presspoint". '
    f"Your data stays. {FILES}": ("uninstall", "deinstall", "remove presspoint"),
    "What was taken back stays so. To add a session again, type "
    '"presspoint history did lower-back --when yesterday".': ("redo", "undo undo"),
    FILES: (
        *("my file", "my data", "where data", "where file", "where folder", "where saved"),
        *("=file", "=folder", "=directory", "=path", "=data", "=storage"),
    ),
    'For another voice, type "presspoint settings voice-name". For tones alone, type '
    '"presspoint settings voice off". To hear it, type "presspoint sound-check".': (
        *("voice", "change voice", "other voice", "accent", "male voice", "female voice"),
        *("=speech", "robot"),
    ),
    'If you hear nothing, type "presspoint sound-check". For a session without sound, type '
    '"presspoint routine lower-back --mute".': (
        *("no sound", "without sound", "hear nothing", "cannot hear", "not hear", "mute"),
        *("silent", "silence", "=quiet", "silently", "headphone", "earphone", "loudspeaker"),
        *("sound off", "no voice"),
    ),
    'In a session, type "presspoint ctl quieter" in another window. For all sessions, type '
    '"presspoint settings volume 40".': ("quieter", "softer", "volume", "volume down", "too loud"),
    'In a session, type "presspoint ctl louder" in another window. For all sessions, type '
    '"presspoint settings volume 100".': ("louder", "volume up", "too quiet"),
    'With a screen reader, type "ACCESSIBLE=1 presspoint routine lower-back": plain lines, and '
    "your reader says the words.": (
        *("screen reader", "blind", "accessible", "accessibility", "braille", "orca", "nvda"),
        *("voiceover", "low vision"),
    ),
    "presspoint speaks English only. For the names of points in another language, type "
    '"presspoint settings language".': (
        *("german", "deutsch", "french", "francais", "spanish", "espanol", "italian", "italiano"),
        *("portuguese", "catalan", "dutch", "chinese", "language", "translate", "translation"),
        *("=english", "=lang"),
    ),
    'In a session, press x, or type "presspoint ctl hurts" in another window. To leave a sore '
    'place out, type "presspoint profile rest BL23 --feels sore".': ("=hurts", "=it hurts", "ouch"),
    "presspoint never looks for updates: it does not use the network. Fetch its source again, and "
    "install it as you did before.": ("=update", "upgrade", "new version", "newer version"),
    'Type "presspoint guide": how hard, how long and how often to press.': (
        *("how hard", "how long", "how often", "how to press", "tip"),
    ),
    'Type "presspoint help routine" for the keys.': (
        *("=key", "keyboard", "shortcut", "=control", "=button", "which key", "what key"),
    ),
    'Type "presspoint help --man".': ("=man", "manual", "=doc", "documentation"),
    'Type "presspoint map".': ("picture", "=image", "drawing", "diagram", "=chart", "=body"),
    'Type "presspoint settings pace slow", or brisk.': (
        *("=slow", "slower", "=fast", "faster", "=speed", "too fast", "too slow"),
    ),
    'Type "presspoint make --at bed".': ("=bed", "in bed", "make bed"),
    'Type "presspoint make --at chair".': (
        "=chair",
        "=sitting",
        "=seated",
        "on chair",
        "make chair",
    ),
    'Type "presspoint make --at standing".': ("=standing", "standing up", "make standing"),
    'Type "presspoint make --at desk".': ("make desk",),
    'Type "presspoint make": without --with, bare hands are enough.': (
        *("no ball", "without ball", "bare hand", "no equipment"),
    ),
    'Type "presspoint course today".': ("=today", "what next", "what now"),
    'Type "presspoint routine new my-evening".': ("own routine", "=create", "=new", "add routine"),
    'Type "presspoint history export".': (
        *("backup", "back up", "sync", "other computer", "new computer", "another computer"),
    ),
    "Colours and letters are those of your terminal: change them there. For no colours, type "
    '"NO_COLOR=1 presspoint routine lower-back".': (
        *("=colour", "theme", "dark mode", "light mode", "font", "bigger", "larger"),
    ),
}


def find_errand(typed: str) -> str:
    """Return a sentence on what to type for words of one's own; empty for what nobody knows.

    Of several errands that stand in the words, that of the most words counts.
    """
    words = words_of(typed)
    fitting = [
        (len(words_of(each)), say)
        for say, every in ERRANDS.items()
        for each in every
        if _fits(each, words)
    ]
    return max(fitting, key=lambda each: each[0], default=(0, ""))[1]


def is_errand(typed: str) -> bool:
    """Whether the words are an errand by themselves, with nothing beside it."""
    words = words_of(typed)
    return any(words == words_of(each) for every in ERRANDS.values() for each in every)


def split_minutes(typed: str) -> tuple[str, str]:
    """Return the minutes that stand in words, "" for none, and the words beside them."""
    if not (found := MINUTES.search(typed)):
        return "", typed
    beside = f"{typed[: found.start()]} {typed[found.end() :]}"
    return found[1] or NUMBERS[found[2].casefold()], " ".join(beside.split())


def _fits(errand: str, words: tuple[str, ...]) -> bool:
    """Whether an errand stands in words; one after "=" is all of them."""
    own = words_of(errand)
    return words == own if errand.startswith(ALONE) else set(words).issuperset(own)
