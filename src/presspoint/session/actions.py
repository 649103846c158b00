"""What reaches a session from outside: actions of keys and of other programs, and signals.

The table of actions has their keys, what `?` says of them, and what another program is answered.
It imports nothing of the session itself, so that `presspoint ctl` is quick.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Action(StrEnum):
    """What a key or another program asks for, in the order in which `presspoint ctl` has them."""

    PAUSE = "pause"
    RESUME = "resume"
    TOGGLE = "toggle"
    NEXT = "next"
    BACK = "back"
    AGAIN = "again"
    LOUDER = "louder"
    QUIETER = "quieter"
    STOP = "stop"
    STATUS = "status"
    LONGER = "longer"
    SHORTER = "shorter"
    MUTE = "mute"
    HURTS = "hurts"
    ANSWER_1 = "answer-1"
    ANSWER_2 = "answer-2"
    ANSWER_3 = "answer-3"
    ANSWER_4 = "answer-4"
    FAINT = "faint"
    HELP = "help"


class Signal(StrEnum):
    """What the system sends; PIPE stands for an output that nobody reads any more."""

    INT = "SIGINT"
    TERM = "SIGTERM"
    HUP = "SIGHUP"
    QUIT = "SIGQUIT"
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


# The signals that end a session when they come.
ENDING_SIGNALS = frozenset({Signal.INT, Signal.TERM, Signal.HUP, Signal.QUIT})


class ActionEntry(NamedTuple):
    """An action: the keys that ask for it, by the names that a terminal gives them.

    `help` is its line under `?`: keys and meaning. One that is urgent acts in a burst of other keys
    too. `is_remote` is whether another program may ask for it, and `reply` the first words of the
    answer then. `volume_steps` is by how many steps it changes the volume.
    """

    keys: tuple[str, ...] = ()
    help: tuple[str, str] | None = None
    is_urgent: bool = False
    is_remote: bool = False
    reply: str = ""
    volume_steps: int = 0


# In the order in which `?` lists the keys.
ACTIONS = {
    Action.TOGGLE: ActionEntry(
        keys=(" ",),
        help=("space or any other key", "pause, and go on"),
        is_remote=True,
        reply="Going on.",
    ),
    Action.PAUSE: ActionEntry(is_remote=True),
    Action.RESUME: ActionEntry(is_remote=True, reply="Going on."),
    Action.HURTS: ActionEntry(
        keys=("x",), help=("x", "this hurts: come off, leave it out"), is_urgent=True
    ),
    Action.ANSWER_1: ActionEntry(keys=("1",)),
    Action.ANSWER_2: ActionEntry(keys=("2",)),
    Action.ANSWER_3: ActionEntry(keys=("3",)),
    Action.ANSWER_4: ActionEntry(keys=("4",)),
    Action.FAINT: ActionEntry(keys=("f",), help=("f", "I feel faint: stop"), is_urgent=True),
    Action.STOP: ActionEntry(keys=("q",), help=("q", "stop and keep the record"), is_remote=True),
    Action.NEXT: ActionEntry(
        keys=("n", "right"), help=("n or right", "next"), is_remote=True, reply="Next."
    ),
    Action.BACK: ActionEntry(
        keys=("b", "left"), help=("b or left", "back"), is_remote=True, reply="Back."
    ),
    Action.LONGER: ActionEntry(keys=("+", "="), help=("+ and -", "ten seconds more or less")),
    Action.SHORTER: ActionEntry(keys=("-",)),
    Action.AGAIN: ActionEntry(
        keys=("r",), help=("r", "say it again"), is_remote=True, reply="Said again."
    ),
    Action.LOUDER: ActionEntry(is_remote=True, volume_steps=1),
    Action.QUIETER: ActionEntry(is_remote=True, volume_steps=-1),
    Action.MUTE: ActionEntry(keys=("m",), help=("m", "sound off, and on")),
    Action.HELP: ActionEntry(keys=("?",), help=("?", "these keys")),
    Action.STATUS: ActionEntry(is_remote=True),
}
REMOTE_ACTIONS = tuple(action for action in Action if ACTIONS[action].is_remote)
