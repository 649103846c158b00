"""Whether a file of another name holds what own files hold: it may have been meant as one."""

import re
from pathlib import Path

from presspoint.storage.paths import read_bytes

LOOKED_AT_BYTES = 256 * 1024
TABLES = "points|zones|routines|cautions"
# A table of TOML, its first key, or the same in JSON or YAML.
OWN = re.compile(
    rf"^\s*\[+\s*[\"']?(?:{TABLES})\b[^\n]*\]|^\s*schema\s*=\s*1\s*$|[\"'](?:{TABLES})[\"']\s*:"
    rf"|^(?:{TABLES})\s*:\s*$",
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
