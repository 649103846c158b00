"""What people want of presspoint in words that are no command, and what is said to each."""

from collections.abc import Mapping

# Before words that ask for it only where nothing stands beside them: in a longer text they may be
# about somebody's pain ("my friend has", "went blind", "hurts when breathing").
ALONE = "="
PEOPLE = ("partner", "husband", "wife", "friend", "girlfriend", "boyfriend", "somebody", "someone")
FILES = 'To see where your data is, type "presspoint help --files".'
SESSIONS: Mapping[str, tuple[str, ...]] = {
    'Type "presspoint routine lower-back --side left".': ("left side", "only left", "=left"),
    'Type "presspoint routine lower-back --side right".': ("right side", "only right", "=right"),
    'Type "presspoint routine upper-back --helper": somebody presses your back for you.': (
        *(f"{ALONE}{each}" for each in PEOPLE),
        *(f"{each} {press}" for each in PEOPLE for press in ("press", "presses")),
        *("helper", "another person", "press for me", "two people"),
    ),
    'Type "presspoint routine --minutes 5".': ("=quick", "=short", "shortest", "no time"),
    'Type "presspoint make --at bed".': ("=bed", "in bed", "make bed"),
    'Type "presspoint make --at chair".': (
        *("=chair", "=sitting", "=seated", "on chair", "make chair", "sofa", "on train"),
        *("on plane", "on bus"),
    ),
    'Type "presspoint make --at standing".': ("=standing", "=standing up", "make standing"),
    'Type "presspoint make --at desk".': ("make desk", "at work"),
    'Type "presspoint make --at floor".': ("=floor", "on floor", "=mat", "on mat"),
    'Type "presspoint make --with ball".': ("with ball", "=ball", "=tennis ball"),
    'Type "presspoint make": without --with, bare hands are enough.': (
        *("no ball", "without ball", "bare hand", "no equipment", "no tool", "without tool"),
    ),
    "Never in a moving car, and never while you drive: stop first. On a chair, type "
    '"presspoint make --at chair".': ("while driving", "=driving", "in car", "=car"),
    'Type "presspoint profile set no-floor": then nothing is done on the floor.': (
        *("cannot get on floor", "cannot get to floor", "cannot on floor", "not on floor"),
    ),
    'Type "presspoint plan lower-back": it shows what a routine does, and starts nothing.': (
        *("=demo", "=try", "what happens", "what will happen"),
    ),
    'Read "presspoint guide" first, answer "presspoint check", then type "presspoint routine '
    'lower-back".': (
        *("beginner", "first time", "getting started", "get started", "tutorial", "quickstart"),
        *("new here", "what can you do", "what is this", "recommend", "=session"),
    ),
    'Type "presspoint settings breath on": a soft tone guides your breath.': (
        *("=breath", "=breathing", "=breathe", "breath tone"),
    ),
    'Type "presspoint routine new my-evening".': ("own routine", "=create", "=new", "add routine"),
    'In a session, press x, or type "presspoint ctl hurts" in another window. To leave a sore '
    'place out, type "presspoint profile rest BL23 --feels sore".': ("=hurts", "=it hurts", "ouch"),
    'Type "presspoint take lower-back --to phone": it writes a page and a sound for your phone.': (
        *("phone", "mobile", "smartphone", "iphone", "android", "tablet", "ipad", "=app"),
    ),
}
SAFETY: Mapping[str, tuple[str, ...]] = {
    "In an emergency, call your emergency number now, and do not press anything. For the signs "
    'that need help, type "presspoint check".': (
        "emergency",
        "ambulance",
        "=sos",
        "dying",
        "911",
        "999",
        "112",
    ),
    'Type "presspoint check": two minutes of questions on what you should leave out.': (
        *("is it safe", "dangerous", "may i", "am i allowed", "my answer", "redo check"),
    ),
    'Type "presspoint guide": how to press, what to expect, and what doctors say about it.': (
        *("how hard", "how long", "how often", "how to press", "=tip", "=cun", "what cun"),
        *("harder", "hold longer", "press longer", "twice a day"),
        *("side effect", "how work", "does it work", "evidence", "what acupressure", "science"),
    ),
}
RECORDS: Mapping[str, tuple[str, ...]] = {
    'For a reminder, type "presspoint remind lower-back --at 21:30 --to .". To follow a routine '
    'over some weeks, type "presspoint course start lower-back --weeks 4 --times 3".': (
        *("every evening", "each evening", "every day", "each day", "every morning"),
        *("each morning", "every night", "every week", "=daily", "habit", "remind me"),
    ),
    "Reminders are in your calendar, or in cron, where you put them: delete them there. To end "
    'a course, type "presspoint course end".': (
        *("stop remind", "stop reminding", "stop reminder", "no reminder", "delete reminder"),
        *("remove reminder", "cancel reminder", "remind off", "reminder off", "unsubscribe"),
        *("off notification", "no notification", "stop notification"),
    ),
    'Type "presspoint course today".': ("=today", "what next", "what now"),
    'To save how strong the pain is, type "presspoint pain 4", with a number from 0 to 10.': (
        *("save pain", "log pain", "record pain", "rate pain", "track pain", "enter pain"),
    ),
    'Type "presspoint history --since 7d".': (
        *("last week", "this week", "past week", "yesterday", "what did i do", "what i did"),
        *("last session", "what have i done"),
    ),
    'Type "presspoint history --since 30d".': ("last month", "this month", "past month"),
    'Type "presspoint stats".': (
        *("stats week", "stats month", "trend", "how am i doing", "how many session"),
        *("how often have i",),
    ),
    "Let a doctor look at pain that gets worse, or is no better after a few weeks. To follow it "
    'week by week, type "presspoint score".': (
        *("=worse", "=better", "not better", "no better", "getting better", "getting worse"),
        *("does not help", "=weekly"),
    ),
    'Type "presspoint history undo": it asks first, then takes back your last session.': (
        *("undo last", "delete session", "delete last session", "remove session"),
        *("wrong entry", "wrong key", "mistake"),
    ),
    "What was taken back stays so. To add a session again, type "
    '"presspoint history did lower-back --when yesterday".': ("redo",),
}
DATA: Mapping[str, tuple[str, ...]] = {
    f"{FILES} Delete these folders, and presspoint knows nothing of you. To take back one session, "
    'type "presspoint history undo"; to remove your answers, "presspoint profile clear --yes".': (
        *("delete", "erase", "wipe", "reset", "=forget", "=remove", "=clear"),
        *("delete my data", "erase my data", "remove my data", "clear my data", "wipe my data"),
        *("remove data", "clear data", "clear history", "forget me", "profile remove"),
        *("delete my file", "delete my history", "remove my history", "delete everything"),
    ),
    FILES: (
        *("my file", "my data", "where data", "where file", "where folder", "where saved"),
        *("=file", "=folder", "=directory", "=path", "=data", "=storage", "database"),
    ),
    f"Nothing is sent anywhere: presspoint does not use the network. {FILES}": (
        *("internet", "network", "privacy", "online", "offline", "cloud", "account"),
    ),
    'Type "presspoint history export".': (
        *("backup", "back up", "sync", "other computer", "new computer", "another computer"),
    ),
    'Type "presspoint history export --csv".': ("csv", "excel", "spreadsheet", "=table"),
    'Type "presspoint catalogue qr lower-back": a phone reads it, and hands it on.': (
        *("share friend", "send friend", "share", "send routine"),
    ),
}
SOUND: Mapping[str, tuple[str, ...]] = {
    'For another voice, type "presspoint settings voice-name". For tones alone, type '
    '"presspoint settings voice off". To hear it, type "presspoint sound-check".': (
        *("voice", "change voice", "other voice", "accent", "male voice", "female voice"),
        *("robot",),
    ),
    'If you hear nothing, type "presspoint sound-check". For a session without sound, type '
    '"presspoint routine lower-back --mute".': (
        *("no sound", "without sound", "hear nothing", "cannot hear", "not hear", "mute"),
        *("silent", "silence", "=quiet", "silently", "headphone", "earphone", "loudspeaker"),
        *("sound off", "no voice", "bluetooth"),
    ),
    'In a session, type "presspoint ctl quieter" in another window. For all sessions, type '
    '"presspoint settings volume 40".': ("quieter", "=softer", "volume", "turn down", "too loud"),
    'In a session, type "presspoint ctl louder" in another window. For all sessions, type '
    '"presspoint settings volume 100".': ("louder", "volume up", "turn up", "too quiet"),
    'For slower speech, type "presspoint settings rate slow", or fast. For more time to move, type '
    '"presspoint settings pace slow", or brisk.': (
        *("=slow", "slower", "=fast", "faster", "=speed", "speaks fast", "speaks slowly"),
    ),
}
PROGRAM: Mapping[str, tuple[str, ...]] = {
    'With a screen reader, type "ACCESSIBLE=1 presspoint routine lower-back": plain lines, and '
    "your reader says the words.": (
        *("screen reader", "=blind", "accessible", "accessibility", "braille", "orca", "nvda"),
        *("voiceover", "voice over", "low vision"),
    ),
    'Type "presspoint routine lower-back --plain": a line for each event, and nothing moves.': (
        *("text only", "=plain", "no drawing"),
    ),
    "Colours and letters are those of your terminal: change them there. For no colours, type "
    '"NO_COLOR=1 presspoint routine lower-back".': (
        *("=colour", "no colour", "colour blind", "theme", "dark mode", "light mode", "font"),
        *("bigger", "larger"),
    ),
    "presspoint speaks English only. For the names of points in another language, type "
    '"presspoint settings language".': (
        *("german", "deutsch", "french", "francais", "spanish", "espanol", "italian", "italiano"),
        *("portuguese", "catalan", "dutch", "chinese", "language", "translate", "translation"),
        *("=english", "=lang"),
    ),
    "presspoint never looks for updates: it does not use the network. Fetch its source again, and "
    "install it as you did before.": (
        *("=update", "upgrade", "new version", "newer version", "reinstall"),
    ),
    'Delete the program with what installed it, such as "pipx uninstall presspoint". '
    f"Your data stays. {FILES}": ("uninstall", "deinstall", "remove presspoint"),
    'Type "presspoint --install-completion": then Tab completes names.': ("completion", "=tab"),
    'Type "presspoint help routine" for the keys.': (
        *("=key", "keyboard", "shortcut", "=control", "=button", "which key", "what key"),
    ),
    'Type "presspoint help --man".': (
        *("=man", "man page", "manual", "=doc", "documentation", "readme", "=example"),
    ),
    'Type "presspoint map".': ("picture", "=image", "drawing", "diagram", "=chart", "=body"),
}
# What to say -> the words that ask for it: all words of one of these stand in what was typed.
ERRANDS: Mapping[str, tuple[str, ...]] = {
    **SESSIONS,
    **SAFETY,
    **RECORDS,
    **DATA,
    **SOUND,
    **PROGRAM,
}
