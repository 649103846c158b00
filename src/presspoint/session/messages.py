"""The words between a session and what controls it: actions, signals, and the state it is in."""

from __future__ import annotations

from enum import StrEnum


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
