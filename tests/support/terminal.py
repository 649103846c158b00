"""The real program in a real pseudo-terminal, and what its screen shows."""

from __future__ import annotations

import os
import re
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pexpect
import pyte

from presspoint.storage.settings_file import current_day
from support.screens import read

PATIENCE = 15.0


class Terminal:
    """A pseudo-terminal in which bash runs, so that exit codes are those a person sees."""

    def __init__(
        self, home: str, columns: int = 80, lines: int = 24, *, new: bool = False, **more: str
    ) -> None:
        """Start bash with presspoint on its PATH and `home` as PRESSPOINT_HOME.

        Somebody `new` is offered the check first; anybody else had one today.
        """
        if not new:
            folder = Path(home, "config")
            folder.mkdir(mode=0o700, exist_ok=True)
            checked = f'[check]\non = {current_day()}\nfound = "nothing"\n'
            (folder / "profile.toml").write_text(checked, encoding="utf-8")
        environment: Mapping[str, str] = {
            **os.environ,
            "PRESSPOINT_HOME": home,
            "TERM": "xterm-256color",
            "PS1": "$ ",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            **more,
        }
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.Stream(self.screen)
        self.sent = ""
        self.child: Any = pexpect.spawn(
            "bash",
            ["--norc", "--noprofile", "-i"],
            env=environment,
            dimensions=(lines, columns),
            encoding="utf-8",
            echo=False,
        )
        self.wait_for(r"\$$")

    def type(self, text: str) -> None:
        """Type text as a person would."""
        self.child.send(text)

    def run(self, command: str) -> None:
        """Type a command and Enter."""
        self.type(f"{command}\n")

    def read(self) -> None:
        """Take in what the program has written by now."""
        try:
            text = self.child.read_nonblocking(65536, timeout=0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.sent += text
        self.stream.feed(text)

    def text(self) -> str:
        """Return the screen as lines of text, a time in block digits as text too."""
        self.read()
        return "\n".join(line.rstrip() for line in read(self._lines())).rstrip()

    def _lines(self) -> list[str]:
        """The lines of the screen, with what is drawn by spaces in reverse as blocks.

        One alone is the edge of words in reverse.
        """
        rows = self.screen.buffer
        lines = [
            "".join(
                "█" if each.reverse and each.data == " " else each.data
                for each in (rows[y][x] for x in range(self.screen.columns))
            )
            for y in range(self.screen.lines)
        ]
        return [re.sub("(?<!█)█(?!█)", " ", line) for line in lines]

    def wait_for(self, pattern: str) -> str:
        """Return the screen once it matches a regular expression. Raises AssertionError."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            shown = self.text()
            if re.search(pattern, shown, re.MULTILINE):
                return shown
        raise AssertionError(f"{pattern!r} never showed on:\n{self.text()}")

    def exit_code(self) -> int:
        """Return the code of the last command, as the shell's $? shows it."""
        self.run(r'printf "\r\033[J\ncode=%s\n" $?')  # the screen has no second one to come back to
        found = re.search(r"code=(\d+)", self.wait_for(r"code=\d+\n\$$"))
        assert found
        return int(found[1])

    def restored(self) -> bool:
        """Whether the terminal is cooked, its cursor visible and its own screen back."""
        self.read()
        flags = termios.tcgetattr(self.child.fileno())[3]
        is_back = self.sent.rfind("\x1b[?1049l") >= self.sent.rfind("\x1b[?1049h")
        return bool(flags & termios.ISIG) and not self.screen.cursor.hidden and is_back

    def program(self) -> int:
        """Return the process id of the presspoint that runs in the foreground."""
        group = os.tcgetpgrp(self.child.fileno())
        assert group != self.child.pid
        return group

    def close(self) -> None:
        """End bash and all it runs."""
        self.child.close(force=True)
