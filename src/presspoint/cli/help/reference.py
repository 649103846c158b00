"""What holds for every command: files, environment, exit codes; for the manual."""

from collections.abc import Iterator, Mapping

from presspoint.cli.help.page import Entry
from presspoint.errors import ExitCode
from presspoint.remote.address import SOCKET
from presspoint.storage import catalogue_file, profile_file
from presspoint.storage.paths import HISTORY, SETTINGS, folder

# Where the folders are on Linux; PRESSPOINT_HOME has all of them under one.
FOLDERS = {
    "config": "~/.config/presspoint",
    "data": "~/.local/share/presspoint",
    "cache": "~/.cache/presspoint",
    "run": "$XDG_RUNTIME_DIR/presspoint",
}
FILES: Mapping[tuple[str, str], str] = {
    ("config", SETTINGS): "Your settings.",
    ("config", profile_file.NAME): "Your check, conditions and resting places.",
    ("config", f"{catalogue_file.FOLDER}/*.toml"): "Your own places and routines.",
    ("data", HISTORY): "Your sessions, your notes and what you learned.",
    ("cache", ""): "What can be made again at any time.",
    ("run", SOCKET): "How presspoint ctl reaches the session.",
}
MAC = (
    "On macOS they are in ~/Library/Application Support/presspoint. You alone can read them, and "
    "nothing is sent anywhere."
)
ENVIRONMENT = (
    Entry("PRESSPOINT_HOME", "A folder for config, data, cache and run, in place of these."),
    Entry(
        "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME, XDG_RUNTIME_DIR",
        "Where these folders are on Linux.",
    ),
    Entry(
        "ACCESSIBLE", "Set to 1 for a screen reader: plain lines, and your reader says the words."
    ),
    Entry("NO_COLOR", "Set to anything: no colours."),
    Entry("TERM", "With dumb, a line for each event; nothing is redrawn."),
    Entry("COLUMNS", "How wide printed text is, if not as wide as the terminal."),
    Entry("PRESSPOINT_DEBUG", "Set to 1: a fault of presspoint itself is shown whole."),
)
EXIT_CODES: Mapping[ExitCode, str] = {
    ExitCode.DONE: "Done, or you stopped with q.",
    ExitCode.REFUSED: "A name is not known, or a file of yours cannot be used.",
    ExitCode.USAGE: "The command line is wrong.",
    ExitCode.NOT_PLAYED: "Not started, or ended, for your safety.",
    ExitCode.STORAGE: "Reading or saving failed.",
    ExitCode.OWN_FAULT: "A fault of presspoint itself.",
    ExitCode.READER_GONE: "Nobody reads the output any more.",
}
SIGNALS = "129, 130, 131 and 143 follow a hang-up, Ctrl-C, Ctrl-\\ and a request to end."
PURPOSE = "timed self-acupressure for a sore back"
DESCRIPTION = (
    "A routine takes you through timed holds: what to press, where it is, when to press, how long "
    "there is to go, and when to let go. Start with presspoint routine lower-back. In a session, "
    "any key pauses."
)
SAFETY = (
    "A warning sign stops every routine, whatever options you give. Conditions leave places out "
    "or ask for a clinician's word first: presspoint check asks about them."
)


def own_files() -> Iterator[tuple[str, str]]:
    """Yield what is in each file, and where it is here. Raises StorageError without a home."""
    for (kind, name), words in FILES.items():
        yield words, str(folder(kind) / name)
