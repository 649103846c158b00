"""What is written in place of letters and signs that an output's encoding has not."""

from unicodedata import normalize

NAME = "presspoint-plain"  # of the error handler
# Of one cell each, so that what was fitted to a screen still fits.
SIGNS = {
    "●": "*",
    "━": "=",
    "╾": "=",
    "─": "-",
    "…": ".",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "×": "x",
}


def plain_letters(problem: UnicodeError) -> tuple[str, int]:
    r"""Return what stands for the letters that cannot be encoded, and where they end.

    A sign like it, the letter without its accents, or its escape, as `\u5408`.
    """
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    letters = problem.object[problem.start : problem.end]
    return "".join(map(_plain, letters)), problem.end


def _plain(letter: str) -> str:
    base = SIGNS.get(letter) or normalize("NFKD", letter)[0]
    return base if base.isascii() else letter.encode("ascii", "backslashreplace").decode()
