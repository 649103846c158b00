"""Bytes of a terminal read as keys: each form that a key can come in, and none of what is no key.

Replies of the terminal, reports of mouse and focus, and keys let go or held for others are nobody's
wish and give nothing. What nobody can read is one UNREADABLE key.
"""

import re
from codecs import getincrementaldecoder
from unicodedata import normalize

ENTER, ESCAPE, UNREADABLE = "c-m", "escape", "unreadable"
LONGEST_SEQUENCE = 4096
C1 = {0x8F: "\x1bO", 0x90: "\x1bP", 0x98: "\x1bX", 0x9B: "\x1b[", 0x9D: "\x1b]"}
C1 |= {0x9E: "\x1b^", 0x9F: "\x1b_"}
TOKEN = re.compile(
    r"(?P<paste>\x1b\[200~.*?\x1b\[201~)"
    r"|(?P<report>\x1b\[M.{3}|\x1b\[<[0-9;-]*[Mm]|\x1b[P\]X^_][^\x07\x1b]*(?:\x07|\x1b\\))"
    r"|(?P<console>\x1b\[\[.)"
    r"|\x1b\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-Z\\-~])"
    r"|\x1bO[0-9;]*(?P<application>[ -~])"
    r"|(?P<character>\r\n|.)",
    re.DOTALL,
)
NUMBERS = re.compile(r"(?:[0-9]{0,8}[:;])*[0-9]{0,8}")
UNFINISHED = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*|\[M.{0,2}|\[<[0-9;-]*|\[200~.*|\[\[|O[0-9;]*"
    r"|[P\]X^_][^\x07\x1b]*\x1b?)?",
    re.DOTALL,
)

# What a final letter means: after ESC [ or ESC O, and after ESC O only (the keypad).
FINALS = {"C": "right", "D": "left"}
KEYPAD = {"M": ENTER, "X": "=", "k": "+", "m": "-"} | {chr(112 + n): str(n) for n in range(10)}
# Finals of reports: device, status, mode, window, mouse (let go), place of the cursor.
REPORTS = frozenset("cnytxmR")
# The keys of the kitty protocol that have numbers of its own; those of MODIFIERS do nothing alone.
KITTY = {57399 + n: str(n) for n in range(10)}
KITTY |= {57412: "-", 57413: "+", 57414: ENTER, 57415: "=", 57417: "left", 57418: "right"}
MODIFIERS = frozenset({57358, 57359, 57360, *range(57441, 57455)})
# What Windows' own form of a key calls by number: arrows, and keys that do nothing alone.
WINDOWS = {37: "left", 39: "right"}
WINDOWS_MODIFIERS = frozenset({16, 17, 18, 20, 91, 92, 144, 145})
SHIFT, CONTROL, LOCKS = 1, 4, 64 | 128
LET_GO = 3


class KeyParser:
    """Keys of bytes as they come; a sequence that is not finished waits for the rest of it."""

    def __init__(self) -> None:
        self.decoder = getincrementaldecoder("utf-8")("surrogateescape")
        self.rest = ""

    @property
    def waits(self) -> bool:
        """Whether the rest of a key, or of a report, is still to come."""
        return bool(self.rest or self.decoder.getstate()[0])

    def feed(self, data: bytes) -> list[str]:
        """Return the keys that these bytes finish."""
        return self._take(self.rest + self.decoder.decode(data).translate(C1))

    def flush(self) -> list[str]:
        """Return the key of what nothing follows: an escape alone is one, the rest is none."""
        text = self.rest + self.decoder.decode(b"", final=True)
        self.rest = ""
        return [ESCAPE if text == "\x1b" else UNREADABLE] if text else []

    def _take(self, text: str) -> list[str]:
        keys: list[str] = []
        at = 0
        self.rest = ""
        while at < len(text):
            if text[at] == "\x1b" and UNFINISHED.fullmatch(text, at):
                self.rest = text[at:]
                break
            token = TOKEN.match(text, at)
            assert token  # any character is a token  # noqa: S101
            keys += _keys(token)
            at = token.end()
        return keys + (self.flush() if len(self.rest) > LONGEST_SEQUENCE else [])


def _keys(token: re.Match[str]) -> list[str]:
    """The keys of a token; none for a report."""
    if token["report"]:
        return []
    if token["paste"] or token["console"]:
        return [UNREADABLE]
    if token["application"]:
        letter = token["application"]
        return [FINALS.get(letter) or KEYPAD.get(letter, UNREADABLE)]
    if token["final"]:
        return _keys_of_sequence(token["parameters"], token["between"], token["final"])
    return [_key_of_character(token["character"])]


def _keys_of_sequence(parameters: str, between: str, final: str) -> list[str]:
    """The keys of ESC [ ...: an arrow, a key in numbers, or UNREADABLE; none for a report."""
    is_mouse = final == "M" and bool(parameters)
    is_focus = final in "IO" and not parameters
    if between or parameters[:1] in tuple("<=>?") or final in REPORTS or is_mouse or is_focus:
        return []
    if not NUMBERS.fullmatch(parameters):
        return [UNREADABLE]
    fields = [[int(part or 0) for part in each.split(":")] for each in parameters.split(";")]
    if final == "_" and len(fields) >= 4:
        return _keys_of_windows(*(each[0] for each in fields[:4]))
    if final == "~" and len(fields) == 3 and fields[0] == [27]:
        fields = [fields[2], fields[1]]  # modifyOtherKeys: 27, modifiers, key
        final = "u"
    modifiers, event = (*(fields[1] if len(fields) > 1 else [1]), 1)[:2]
    if event == LET_GO or (final == "u" and fields[0][0] in MODIFIERS):
        return []
    bits = max(0, modifiers - 1) & ~LOCKS
    if final == "u":
        return _keys_of_numbers(fields, bits)
    return [FINALS.get(final, UNREADABLE) if not bits & ~SHIFT else UNREADABLE]


def _keys_of_numbers(fields: list[list[int]], bits: int) -> list[str]:
    """The keys of a key in numbers: its code, shifted code and place; modifiers; its text."""
    code, shifted, place = (*fields[0], 0, 0)[:3]
    key = KITTY.get(code) or _key_of_code(code)
    if bits == CONTROL:
        return [f"c-{(_key_of_code(place) if place else key).lower()}"]
    if bits & ~SHIFT:
        return [ESCAPE, key]  # as a terminal without this protocol sends Alt
    text = fields[2][0] if len(fields) > 2 else 0
    for other in (text, shifted if bits & SHIFT else 0):
        if other:
            return [_key_of_code(other)]
    return [key if key.isascii() or not place else _key_of_code(place)]


def _keys_of_windows(virtual: int, _scan: int, code: int, is_down: int) -> list[str]:
    """The keys of a key as Windows tells it, by its number and its character, while it is down."""
    if not is_down or (not code and virtual in WINDOWS_MODIFIERS):
        return []
    return [_key_of_code(code) if code else WINDOWS.get(virtual, UNREADABLE)]


def _key_of_code(code: int) -> str:
    return _key_of_character(chr(code)) if code <= 0x10FFFF else UNREADABLE


def _key_of_character(character: str) -> str:
    """The key of a character; wide and styled letters are the letters that they stand for."""
    if character in {"\r", "\n", "\r\n"}:
        return ENTER
    if character == "\x1b":
        return ESCAPE
    if character < " ":
        return f"c-{chr(ord(character) + 64).lower()}"
    plain = character if character.isascii() else normalize("NFKC", character)
    return plain if len(plain) == 1 and plain.isprintable() else UNREADABLE
