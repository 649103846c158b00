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


def as_written(text: str, encoding: str) -> str:
    """Return text as an output of this encoding gets it, so that it can be measured.

    Chinese characters that it has not are left out after their name in letters ("Hegu 合谷").
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        import re  # few outputs lack a letter

        named = re.sub(r"(?<=\w) +[\u3400-\u9fff\uf900-\ufaff]+", "", text)
        return named.encode(encoding, NAME).decode(encoding)
    return text


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
