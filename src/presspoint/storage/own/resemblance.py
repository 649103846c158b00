"""Whether a file of another name holds what own files hold: it may have been meant as one."""

import re
from pathlib import Path

from presspoint.storage.paths import read_bytes

LOOKED_AT_BYTES = 256 * 1024
TABLES = "points|zones|routines|cautions"
SPACE = r"[^\S\n]*"  # of one line: a file may be nothing but ends of lines
# A table of TOML, its first key, or the same in JSON or YAML.
OWN = re.compile(
    rf"^{SPACE}\[+{SPACE}[\"']?(?:{TABLES})\b[^\n]*\]|^{SPACE}schema{SPACE}={SPACE}1{SPACE}$"
    rf"|[\"'](?:{TABLES})[\"']{SPACE}:|^(?:{TABLES}){SPACE}:{SPACE}$",
    re.MULTILINE | re.IGNORECASE,
)


def holds_own_content(path: Path) -> bool:
    """Return whether a file has tables of own files; what cannot be read may have.

    The schema for editors names them too, and is none.
    """
    try:
        content = read_bytes(path, LOOKED_AT_BYTES)
    except OSError:
        return True
    text = (content or b"").decode(errors="replace")
    return '"$defs"' not in text and bool(OWN.search(text))
