"""A typed name taken apart: a code beside a name, and words such as "point" around it."""

import re

AROUND = re.compile(
    r"^(?:the\s+)?(?:acupuncture\s+|acupressure\s+|pressure\s+)?(?:points?|acupoints?)\s+(?=\S)"
    r"|^the\s+|\s+(?:acupuncture\s+|acupressure\s+|pressure\s+)?(?:points?|acupoints?)$"
    r"|(?<=[^耳])穴位?$",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"[()\[\]{}:;,/|–—]+|\s-\s?|-\s")
CODE_FIRST = re.compile(
    r"\s*([^\W\d_]+(?:[ .-]{1,2}[^\W\d_]+){0,2}[ .-]{0,2}\d{1,2}\+?)[\W_]*(?=[^\W\d_])(.+?)\s*"
)
CODE_LAST = re.compile(r"\s*(.*?[^\W\d_])[\W_]+([^\W\d_]{1,5}[ .-]{0,2}\d{1,2}\+?)\s*")
# In most letters of a screen and of a printed page I, l and 1 look alike.
LARGE_INTESTINE = re.compile(r"\s*l[ -]?[1il|][ -]?(\d{1,2})\s*", re.IGNORECASE)


def bare_name(typed: str) -> str:
    """Return a name without the words around it: "third eye point" is "third eye"."""
    return AROUND.sub("", typed.strip()).strip()


def two_pieces(typed: str) -> tuple[str, ...]:
    """Return the two names that are typed as one ("BL-40 (Weizhong)"); none where it is one."""
    pieces = tuple(each.strip(" -") for each in BETWEEN.split(typed) if each.strip(" -"))
    if len(pieces) == 2:
        return pieces
    match = CODE_FIRST.fullmatch(typed) or CODE_LAST.fullmatch(typed)
    return match.groups() if match else ()


def misread_code(typed: str) -> str:
    """Return LI4 for L14, a code that is often misread so; empty for any other."""
    match = LARGE_INTESTINE.fullmatch(typed)
    return f"LI{int(match[1])}" if match else ""
