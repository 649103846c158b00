"""The text of a QR code: letters and digits that a person may also paste, and back, strictly.

After "PRESSPOINT1:" stand a checksum and the deflated JSON in the letters of base 32: a QR code has
room for many of these, and a shell leaves them as they are.
"""

import json
import re
from base64 import b32decode, b32encode
from collections.abc import Mapping
from typing import Any
from zlib import compressobj, crc32, decompressobj
from zlib import error as DeflateError  # noqa: N812  # its own name says nothing

from presspoint.errors import PresspointError

VERSION = 1
BEGINNING = re.compile(r"\s*PRESSPOINT(\d{1,6}):", re.IGNORECASE)
MOST_LETTERS = 4300  # the largest QR code has 4296
MOST_BYTES = 16 * 1024  # of the JSON: a few letters may be deflated from any number of them
DEEPEST = 12  # tables and lists in each other; a routine has seven
CHECKSUM = 4  # bytes
RAW = -15  # deflated without a header and a checksum of its own
# What most routines have; both ends need the same, so that another one is another version.
COMMON = (
    b'"option":true,"rhythm":"","between":"","exercise":,"strains":["lower-back"],"text":"'
    b'"setup":""warn":[],"helps":["lower-back"],"choices":{"pain":"leg","side":"left"}'
    b'"position":"lying-on-balls","tools":["tennis-balls"],"presses":[{"points":["BL23","BL52"],'
    b'"press":"Press slowly with your thumb until you feel a dull ache.","find":"'
    b'"side":"left"},{"title":"","position":"lying-back","tools":["thumb"],'
    b'"presses":[{"points":["BL40"],"seconds":20,"rounds":2}]},{"title":"Hands","position":'
    b'"seated","presses":[{"points":["LI4"],"seconds":45}]}]}}{"routine":"lower-back","entry":'
    b'{"title":"","summary":"","steps":[{"title":"'
)
NO_TEXT = (
    "It is too long for any QR code. Send its file instead: presspoint catalogue add FILE takes it."
)
AGAIN = "Scan the whole code again, or paste all of its text."
NEWER = "This code is of a newer presspoint. Update presspoint, then add it again."
TOO_LONG = f"This is longer than the text of any QR code. {AGAIN}"
CUT_OFF = f"The end of this code's text is missing. {AGAIN}"
MISREAD = f"A letter of this code's text is wrong or missing. {AGAIN}"
TOO_LARGE = "This code holds more than any routine has, so it was not read."
FOREIGN = "This code holds no routine that this presspoint can read."


def is_qr_text(text: str) -> bool:
    """Whether a text begins as that of a QR code of a routine, of whatever version."""
    return BEGINNING.match(text) is not None


def write_qr_text(content: Mapping[str, Any]) -> str:
    """Return what holds JSON values, as the text of a QR code.

    Raises PresspointError for more than is read back.
    """
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    deflate = compressobj(9, wbits=RAW, zdict=COMMON)
    packed = deflate.compress(plain) + deflate.flush()
    letters = b32encode(crc32(plain).to_bytes(CHECKSUM) + packed).decode("ascii").rstrip("=")
    if len(plain) > MOST_BYTES or len(letters) > MOST_LETTERS:
        raise PresspointError(NO_TEXT)
    return f"PRESSPOINT{VERSION}:{letters}"


def read_qr_text(text: str) -> dict[str, Any]:
    """Return the table that such a text holds; lines may be broken, letters may be small ones.

    Raises PresspointError for any other text, and for one that is damaged.
    """
    beginning = BEGINNING.match(text)
    if not beginning:
        raise PresspointError(FOREIGN)
    if int(beginning[1]) != VERSION:
        raise PresspointError(NEWER)
    letters = "".join(text[beginning.end() :].split())
    if len(letters) > MOST_LETTERS:
        raise PresspointError(TOO_LONG)
    return _table(_inflate(_bytes(letters)))


def _bytes(letters: str) -> bytes:
    try:
        return b32decode(letters + "=" * (-len(letters) % 8), casefold=True)
    except ValueError:
        raise PresspointError(MISREAD) from None


def _inflate(content: bytes) -> bytes:
    """The JSON, never more of it than is allowed."""
    inflate = decompressobj(wbits=RAW, zdict=COMMON)
    try:
        plain = inflate.decompress(content[CHECKSUM:], MOST_BYTES + 1)
    except DeflateError:
        raise PresspointError(MISREAD) from None
    if len(plain) > MOST_BYTES:
        raise PresspointError(TOO_LARGE)
    if not inflate.eof:
        raise PresspointError(CUT_OFF)
    if inflate.unused_data or crc32(plain).to_bytes(CHECKSUM) != content[:CHECKSUM]:
        raise PresspointError(MISREAD)
    return plain


def _table(plain: bytes) -> dict[str, Any]:
    try:
        table = json.loads(plain.decode())
        if isinstance(table, dict) and _is_plain(table, DEEPEST):
            return table
    except (ValueError, RecursionError):
        pass
    raise PresspointError(FOREIGN)


def _is_plain(value: object, depth: int) -> bool:
    """Whether a value, tables in it so deep, can stand in a file of one's own as it is."""
    if isinstance(value, dict | list):
        names = value if isinstance(value, dict) else ()
        inner = value.values() if isinstance(value, dict) else value
        return depth > 0 and all(_is_plain(each, depth - 1) for each in (*names, *inner))
    if isinstance(value, str):
        return not any("\ud800" <= each <= "\udfff" for each in value)
    return isinstance(value, int)
