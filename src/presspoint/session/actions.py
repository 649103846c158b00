"""What reaches a session from outside: actions of keys and of other programs, and signals.

The table of actions has their keys, what `?` says of them, and what another program is answered.
It imports nothing of the session itself, so that `presspoint ctl` is quick.
"""

from enum import StrEnum

from presspoint.named_tuple import NamedTuple


class Action(StrEnum):
    """What a key or another program asks for, in the order in which `presspoint ctl` has them.

    HURTS_REMOTE is HURTS where nobody may be at the keys to answer; INTERRUPT is what a signal asks
    for.
    """

    PAUSE = "pause"
    RESUME = "resume"
    TOGGLE = "toggle"
    HALT = "halt"
    NEXT = "next"
    BACK = "back"
    AGAIN = "again"
    TIME = "time"
    LOUDER = "louder"
    QUIETER = "quieter"
    HURTS = "hurts"
    FAINT = "faint"
    STOP = "stop"
    STATUS = "status"
    LONGER = "longer"
    SHORTER = "shorter"
    MUTE = "mute"
    HURTS_REMOTE = "hurts-remote"
    INTERRUPT = "interrupt"
    ANSWER_1 = "answer-1"
    ANSWER_2 = "answer-2"
    ANSWER_3 = "answer-3"
    ANSWER_4 = "answer-4"
    HELP = "help"
    VIEW = "view"


class Signal(StrEnum):
    """What the system sends; PIPE stands for an output that nobody reads any more."""

    INT = "SIGINT"
    TERM = "SIGTERM"
    HUP = "SIGHUP"
    QUIT = "SIGQUIT"
    USR1 = "SIGUSR1"
    USR2 = "SIGUSR2"
    ALRM = "SIGALRM"
    VTALRM = "SIGVTALRM"
    PROF = "SIGPROF"
    XCPU = "SIGXCPU"
    IO = "SIGIO"
    PWR = "SIGPWR"
    STKFLT = "SIGSTKFLT"
    SYS = "SIGSYS"
    TRAP = "SIGTRAP"
    PIPE = "SIGPIPE"
    TSTP = "SIGTSTP"
    CONT = "SIGCONT"
    WINCH = "SIGWINCH"
    CHLD = "SIGCHLD"


class State(StrEnum):
    """What a session does, as other programs know it."""

    PLAYING = "playing"
    PAUSED = "paused"
    WAITING = "waiting"
    ASKING = "asking"


# The signals that end a session when they come: all but these.
ENDING_SIGNALS = frozenset(Signal) - {
    Signal.PIPE,
    Signal.TSTP,
    Signal.CONT,
    Signal.WINCH,
    Signal.CHLD,
}


class ActionEntry(NamedTuple):
    """An action: the keys that ask for it, by the names that a terminal gives them.

    `help` is its line under `?`. One that is urgent acts in a burst of other keys too. `is_remote`
    is whether another program may ask for it, and `reply` the first words of the answer then.
    `volume_steps` is by how many steps it changes the volume.
    """

    keys: tuple[str, ...] = ()
    help: str = ""
    reply: str = ""
    is_urgent: bool = False
    is_remote: bool = False
    volume_steps: int = 0


# In the order in which `?` lists the keys.
ACTIONS = {
    Action.TOGGLE: ActionEntry(
        (" ", "c-m"), "space or Enter: pause, and go on", "Going on.", is_remote=True
    ),
    Action.PAUSE: ActionEntry(help="any other key: pause", is_remote=True),
    Action.HALT: ActionEntry(),
    Action.RESUME: ActionEntry(reply="Going on.", is_remote=True),
    Action.HURTS: ActionEntry(
        ("x",), "x: this hurts: let go, and leave it out", is_urgent=True, is_remote=True
    ),
    Action.HURTS_REMOTE: ActionEntry(),
    Action.ANSWER_1: ActionEntry(("1",)),
    Action.ANSWER_2: ActionEntry(("2",)),
    Action.ANSWER_3: ActionEntry(("3",)),
    Action.ANSWER_4: ActionEntry(("4",)),
    Action.FAINT: ActionEntry(("f",), "f: I feel faint: stop", is_urgent=True, is_remote=True),
    Action.INTERRUPT: ActionEntry(),
    Action.STOP: ActionEntry(("q",), "q: stop; what you did is saved", is_remote=True),
    Action.NEXT: ActionEntry(
        ("n", "right"), "n or right: next; b or left: back", "Next.", is_remote=True
    ),
    Action.BACK: ActionEntry(("b", "left"), reply="Back.", is_remote=True),
    Action.LONGER: ActionEntry(("+", "="), "+ and -: ten seconds more or less"),
    Action.SHORTER: ActionEntry(("-",)),
    Action.AGAIN: ActionEntry(("r",), "r: say it again", "Said again.", is_remote=True),
    Action.TIME: ActionEntry(("t",), "t: time to go"),
    Action.VIEW: ActionEntry(("v",), "v: picture larger"),
    Action.LOUDER: ActionEntry(is_remote=True, volume_steps=1),
    Action.QUIETER: ActionEntry(is_remote=True, volume_steps=-1),
    Action.MUTE: ActionEntry(("m",), "m: sound"),
    Action.HELP: ActionEntry(("?",), "?: keys"),
    Action.STATUS: ActionEntry(is_remote=True),
}
REMOTE_ACTIONS = tuple(action for action in Action if ACTIONS[action].is_remote)
# How a place hurts, as another program says it: the answers of the keys 1 to 4.
REMOTE_ANSWERS = {
    "sharp": Action.ANSWER_1,
    "numb": Action.ANSWER_2,
    "spreading": Action.ANSWER_3,
    "sore": Action.ANSWER_4,
}


def parse_request(line: str) -> tuple[Action, ...]:
    """Return the actions of what another program asks for: "pause", "hurts", "hurts numb".

    Nothing for what is no request. A word after hurts that is no answer hurts all the same.
    """
    word, _, answer = line.partition(" ")
    if word == Action.HURTS:
        is_answered = answer in REMOTE_ANSWERS
        return (Action.HURTS_REMOTE, *((REMOTE_ANSWERS[answer],) if is_answered else ()))
    return (Action(word),) if line in REMOTE_ACTIONS else ()
